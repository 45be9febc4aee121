#include "analyzers/graph/NamespaceCalls.h"

#include "analyzers/graph/GenericMappers.h"
#include "analyzers/graph/PersistenceCalls.h"
#include "core/base/Words.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// What bases of data access call the statements behind a method.
struct UsualNames {
    std::string_view methods; ///< how they begin
    std::string_view ids;
};

constexpr UsualNames kUsual[] = {
    {"insert save add create", "insert save add create insertSelective"},
    {"update modify edit saveOrUpdate", "update modify edit updateSelective updateById updateByPrimaryKey"},
    {"delete remove", "delete remove deleteById deleteByIds deleteLogic deletePhysical deleteByPrimaryKey"},
    {"count queryCount selectCount getCount findCount", "count queryCount selectCount getCount findCount"},
    {"get load find select query list search",
     "get load find select query list search getById findById selectById queryById selectByPrimaryKey selectOne "
     "findOne getList findList selectList queryList findAll queryAll selectAll"},
    {"page queryPage findPage selectPage getPage query",
     "page query list find select findPage selectPage queryPage queryCount count selectCount"},
};

/// save, saveEntity, saveBatch; getNamespace is none of them.
bool isUsual(std::string_view method, std::string_view beginnings)
{
    constexpr std::string_view kGoesOn[] = {"All",   "Batch",  "By",  "Count", "Entities", "Entity",   "List",
                                            "Logic", "Object", "One", "Page",  "Physical", "Selective"};
    bool found = false;
    eachWord(beginnings, [&](std::string_view word) {
        const std::string_view rest = method.starts_with(word) ? method.substr(word.size()) : std::string_view("?");
        found = found || rest.empty() || std::ranges::any_of(kGoesOn, [&](std::string_view more) { return rest.starts_with(more); });
    });
    return found;
}

class NamespaceCalls {
public:
    NamespaceCalls(const CodeIndex& index, const CodeLookup& lookup, const FindStatement& find, const RunStatement& run)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_find(find),
          m_run(run)
    {
    }

    void run()
    {
        collectNamespaces();
        collectBindings();
        for (const ExternalCall& call : m_index.externalCalls)
            if (const TypeId type = call.from.valid() ? typeOf(call.receiverType) : TypeId(); type.valid() && !m_lookup.test(call.at))
                link(call, type);
        for (const StringUse& use : m_index.strings)
            if (const std::string_view text = m_lookup.text(use.text);
                use.dynamic && use.in.valid() && text.starts_with("?.") && !m_lookup.test(use.at))
                for (const std::string& space : spacesOf(m_model[use.in].owner))
                    if (const StatementId statement = m_find(space + std::string(text.substr(1))); statement.valid())
                        once(use.in, statement, use.at);
    }

private:
    /// Names between points in the ids of statements, one or several: classes that are called otherwise need not be asked for.
    void collectNamespaces()
    {
        for (const Statement& statement : m_model.statements) {
            std::string_view rest = statement.origin == StatementOrigin::Mapper ? m_lookup.text(statement.id) : std::string_view();
            for (; rest.contains('.'); rest.remove_prefix(rest.find('.') + 1)) // iBATIS may leave the first ones out
                for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.', dot + 1))
                    m_namespaces.insert(rest.substr(0, dot));
        }
    }

    void collectBindings()
    {
        for (const TypeUseEdge& edge : m_model.typeUses)
            if (edge.kind == UseKind::Generic && edge.at.file == m_model[edge.from].at.file && edge.at.line == m_model[edge.from].at.line)
                m_bindings[edge.from.value].push_back(edge.to);
    }

    /// What mappers may have as the namespace for a class.
    const std::vector<std::string>& spacesOf(TypeId type)
    {
        const auto [known, added] = m_spaces.try_emplace(type.value);
        if (!added)
            return known->second;
        const auto add = [&](TypeId named) {
            for (const StringId name : {m_model[named].name, m_model[named].simple})
                if (m_namespaces.contains(m_lookup.text(name)))
                    known->second.emplace_back(m_lookup.text(name));
        };
        for (const TypeId above : m_lookup.ancestry(type)) {
            add(above);
            if (const auto bound = m_bindings.find(above.value); bound != m_bindings.end())
                std::ranges::for_each(bound->second, add);
        }
        return known->second;
    }

    /// Spring Data and MyBatis-Plus say themselves what their methods do.
    [[nodiscard]] bool isKnownBase(TypeId type) const
    {
        const auto known = [&](StringId base) { return isGenericMapperBase(m_lookup.text(base)) || isRepositoryBase(m_lookup.text(base)); };
        return std::ranges::any_of(m_lookup.ancestry(type),
                                   [&](TypeId above) { return std::ranges::any_of(m_model[above].externalSupers, known); });
    }

    TypeId typeOf(StringId receiver)
    {
        const auto [known, added] = m_types.try_emplace(receiver.value);
        if (added)
            known->second = m_lookup.type(m_lookup.text(receiver));
        return known->second;
    }

    void link(const ExternalCall& call, TypeId type)
    {
        const std::string_view method = m_lookup.text(call.name);
        if (method == "<init>")
            return;
        std::set<StatementId> meant;
        for (const std::string& space : spacesOf(type))
            if (const StatementId exact = m_find(space + "." + std::string(method)); meant.empty() && exact.valid())
                meant.insert(exact);
        if (meant.empty() && !isKnownBase(type))
            for (const std::string& space : spacesOf(type))
                if (meant.empty())
                    meant = usualOf(method, space);
        if (!meant.empty() && !isGivenText(call)) // which says what is meant
            for (const StatementId statement : meant)
                once(call.from, statement, call.at);
    }

    /// A text, whatever it is: selectList(getNamespace() + ".find").
    [[nodiscard]] bool isGivenText(const ExternalCall& call)
    {
        if (m_given.empty()) {
            for (const StringUse& use : m_index.strings)
                if (use.context == StringContext::Argument && use.in.valid())
                    m_given.emplace_back(use.in.value, use.at.line, use.callee);
            std::ranges::sort(m_given);
        }
        return std::ranges::binary_search(m_given, std::tuple(call.from.value, call.at.line, call.name));
    }

    [[nodiscard]] std::set<StatementId> usualOf(std::string_view method, const std::string& space) const
    {
        std::set<StatementId> found;
        for (const UsualNames& names : kUsual)
            if (isUsual(method, names.methods))
                eachWord(names.ids, [&](std::string_view id) {
                    if (const StatementId statement = m_find(space + "." + std::string(id)); statement.valid())
                        found.insert(statement);
                });
        return found;
    }

    void once(MemberId member, StatementId statement, Location at)
    {
        if (m_done.emplace(member, statement).second)
            m_run(member, statement, at);
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const FindStatement& m_find;
    const RunStatement& m_run;
    std::unordered_set<std::string_view> m_namespaces;
    std::unordered_map<std::uint32_t, std::vector<TypeId>> m_bindings;    ///< types among the arguments of a declaration
    std::unordered_map<std::uint32_t, std::vector<std::string>> m_spaces; ///< by type
    std::unordered_map<std::uint32_t, TypeId> m_types;                    ///< by receiver
    std::vector<std::tuple<std::uint32_t, std::uint32_t, StringId>>
        m_given; ///< member, line and name of calls that are given a text; ordered
    std::set<std::pair<MemberId, StatementId>> m_done;
};

} // namespace

void linkNamespaceCalls(const CodeIndex& index, const CodeLookup& lookup, const FindStatement& find, const RunStatement& run)
{
    NamespaceCalls(index, lookup, find, run).run();
}

} // namespace naru::analyzers::graph
