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
    using Mark = std::function<std::string(const EntryPoint&)>;

    void tellApart(const std::string& id, const std::vector<std::size_t>& entries)
    {
        const Mark media = [&](const EntryPoint& entry) { return mediaOf(entry); };
        const Mark name = [&](const EntryPoint& entry) { return std::string(m_model.text(entry.handler.valid() ? m_model[entry.handler].id : entry.handlerName)); };
        const Mark place = [&](const EntryPoint& entry) {
            return std::string(entry.at.file.valid() ? m_model.text(m_model[entry.at.file].path) : std::string_view()) + ":" + std::to_string(entry.at.line);
        };
        for (const Mark& mark : {media, name, place}) {
            std::vector<std::string> marks;
            for (const std::size_t entry : entries)
                marks.push_back(mark(m_model.entryPoints[entry]));
            if (std::set<std::string>(marks.begin(), marks.end()).size() < entries.size())
                continue;
            for (std::size_t i = 0; i < entries.size(); ++i)
                if (!marks[i].empty())
                    m_model.entryPoints[entries[i]].id = m_model.intern(id + " [" + marks[i] + "]");
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
