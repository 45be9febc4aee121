#include "analyzers/graph/EntryIds.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class EntryIds {
public:
    EntryIds(CodeModel& model, const CodeLookup& lookup) : m_model(model), m_lookup(lookup) {}

    void run()
    {
        std::map<std::string_view, std::vector<std::size_t>> byId;
        for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i)
            byId[m_model.text(m_model.entryPoints[i].id)].push_back(i);
        for (const auto& [id, entries] : byId)
            if (entries.size() > 1)
                tellApart(std::string(id), entries);
    }

private:
    using Mark = std::function<std::string(std::size_t)>; ///< of an entry point by its place

    /// The first by file and line keeps the id: what people decided of it is still found when another one comes.
    void tellApart(const std::string& id, std::vector<std::size_t> entries)
    {
        std::ranges::stable_sort(entries, {}, [&](std::size_t entry) {
            const Location at = m_model.entryPoints[entry].at;
            return std::pair(at.file.valid() ? m_model.text(m_model[at.file].path) : std::string_view(), at.line);
        });
        const Mark media = [&](std::size_t entry) { return mediaOf(m_model.entryPoints[entry]); };
        const Mark name = [&](std::size_t entry) {
            const EntryPoint& one = m_model.entryPoints[entry];
            return std::string(m_model.text(one.handler.valid() ? m_model[one.handler].id : one.handlerName));
        };
        const Mark number = [&](std::size_t entry) { return std::to_string(std::ranges::find(entries, entry) - entries.begin() + 1); };
        for (const Mark& mark : {media, name, number}) { // never a line: lines move
            std::vector<std::string> marks;
            for (const std::size_t entry : entries)
                marks.push_back(mark(entry));
            if (std::set<std::string>(marks.begin(), marks.end()).size() < entries.size())
                continue;
            for (std::size_t i = 1; i < entries.size(); ++i)
                m_model.entryPoints[entries[i]].id = m_model.intern(id + " [" + (marks[i].empty() ? "any" : marks[i]) + "]");
            return;
        }
    }

    /// produces=text/html,consumes=..,headers=.. of the handler's annotations; empty when they say none of it.
    [[nodiscard]] std::string mediaOf(const EntryPoint& entry) const
    {
        std::string made;
        const auto add = [&](std::string_view key, const AnnotationUse& use, std::string_view argument) {
            std::string values;
            for (const std::string_view value : arguments(m_lookup, use, argument))
                values.append(values.empty() ? "" : "|").append(value);
            if (!values.empty())
                made.append(made.empty() ? "" : ",").append(key).append("=").append(values);
        };
        for (const AnnotationUse* use : entry.handler.valid() ? m_lookup.annotations(entry.handler) : std::span<const AnnotationUse* const>()) {
            if (use->target != AnnotationTarget::Method)
                continue;
            const std::string_view name = simpleName(m_lookup.text(use->name));
            if (name.ends_with("Mapping"))
                for (const std::string_view key : {"consumes", "produces", "headers"})
                    add(key, *use, key);
            else if (name == "Produces" || name == "Consumes")
                add(name == "Produces" ? "produces" : "consumes", *use, "value");
        }
        return made;
    }

    CodeModel& m_model;
    const CodeLookup& m_lookup;
};

} // namespace

void tellEntriesApart(CodeModel& model, const CodeLookup& lookup)
{
    EntryIds(model, lookup).run();
}

} // namespace naru::analyzers::graph
