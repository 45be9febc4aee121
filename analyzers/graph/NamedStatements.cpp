#include "analyzers/graph/NamedStatements.h"

#include "analyzers/graph/EntryCollector.h"
#include "core/base/Words.h"

#include <map>
#include <set>
#include <string_view>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What screens and the scripts that they load name.
std::set<std::string_view> namesOfScreens(const ProjectFacts& facts)
{
    std::set<std::string_view> names;
    const auto add = [&](const web::ViewLink& link) {
        if (link.kind == web::LinkKind::Event && link.method.empty() && link.url.find('.') != std::string::npos && link.url.find('@') == std::string::npos)
            names.insert(link.url);
    };
    for (const auto& view : facts.views)
        for (const web::ViewLink& link : view.facts.links)
            add(link);
    for (const auto& script : facts.pageScripts)
        for (const web::ScriptLink& one : script.facts->links)
            add(one.link);
    return names;
}

class StatementDeclaring {
public:
    explicit StatementDeclaring(CodeIndex& index) : m_index(index), m_model(index.model)
    {
        for (const Type& type : m_model.types)
            m_types.insert(type.name.value);
    }

    std::vector<NamedStatement> run(const ProjectFacts& facts, const std::set<std::string_view>& names)
    {
        for (const auto& mapper : facts.mappers) {
            const config::MapperFile& file = *mapper.facts;
            for (const config::MapperStatement& statement : file.statements) {
                const std::string id = statement.id.find('.') == std::string::npos ? file.nameSpace + "." + statement.id : statement.id;
                if (const std::string_view name = nameOf(id, names); !name.empty())
                    declare(mapper.file, id, name, statement.line);
            }
        }
        return std::move(m_named);
    }

private:
    /// The name under which screens ask for a statement: its id, or one to which the service adds what a text of the code says: "_INSERT".
    std::string_view nameOf(const std::string& id, const std::set<std::string_view>& names)
    {
        if (const auto whole = names.find(id); whole != names.end())
            return *whole;
        const std::size_t end = id.rfind('_');
        if (end == std::string::npos || end < id.rfind('.'))
            return {};
        const auto begun = names.find(std::string_view(id).substr(0, end));
        return begun != names.end() && ends().contains(std::string_view(id).substr(end)) ? *begun : std::string_view();
    }

    /// What code puts behind something that only run time knows: "?_INSERT".
    const std::unordered_set<std::string_view>& ends()
    {
        constexpr std::size_t kLongestEnd = 12;
        if (!m_ends.empty())
            return m_ends;
        for (const StringUse& use : m_index.strings)
            if (const std::string_view text = m_model.text(use.text); use.dynamic && text.size() <= kLongestEnd && text.starts_with("?_"))
                m_ends.insert(text.substr(1));
        m_ends.insert("_"); // looked for once
        return m_ends;
    }

    void declare(FileId file, const std::string& id, std::string_view name, std::uint32_t line)
    {
        const std::string space = id.substr(0, id.rfind('.'));
        const auto [type, newType] = m_made.try_emplace(space, TypeId(m_model.types.size()));
        if (newType) {
            Type made;
            made.name = m_model.intern(space);
            if (m_types.contains(made.name.value)) {
                type->second = TypeId();
                return;
            }
            made.simple = m_model.intern(simpleName(space));
            made.package = m_model.intern("");
            made.at = {file, 1};
            made.endLine = m_model[file].lines;
            m_model.types.push_back(std::move(made));
        }
        if (!type->second.valid() || !m_done.insert(id).second)
            return; // a class of the system has that name; or the variant for another database
        Member made;
        made.id = m_model.intern(space + "#" + std::string(simpleName(id)) + "()");
        made.name = m_model.intern(simpleName(id));
        made.valueType = m_model.intern("");
        made.owner = type->second;
        made.at = {file, line};
        made.endLine = line;
        made.cyclomatic = 1;
        const MemberId member(m_model.members.size());
        m_model.members.push_back(std::move(made));
        m_index.methods.push_back({member, {}, {}});
        m_named.push_back({std::string(name), id, member});
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    std::unordered_set<std::uint32_t> m_types; ///< names of the system's own
    std::unordered_set<std::string_view> m_ends;
    std::map<std::string, TypeId> m_made; ///< by namespace
    std::set<std::string> m_done;
    std::vector<NamedStatement> m_named;
};

} // namespace

std::vector<NamedStatement> declareNamedStatements(CodeIndex& index, const ProjectFacts& facts)
{
    const std::set<std::string_view> names = facts.mappers.empty() ? std::set<std::string_view>() : namesOfScreens(facts);
    return names.empty() ? std::vector<NamedStatement>() : StatementDeclaring(index).run(facts, names);
}

void addNamedStatements(CodeIndex& index, const CodeLookup& lookup, const std::vector<NamedStatement>& named)
{
    EntryCollector entries(index.model, lookup);
    for (const NamedStatement& one : named)
        entries.add(EntryPointKind::Action, "*", one.name, one.member, {}, index.model[one.member].at, "* " + one.statement);
}

} // namespace naru::analyzers::graph
