#include "analyzers/graph/MapperLinker.h"

#include "analyzers/graph/MapperInterfaces.h"
#include "analyzers/graph/NamespaceCalls.h"
#include "analyzers/graph/StatementEnds.h"
#include "analyzers/sql/SqlTokens.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Methods of SqlSession, SqlMapClient, EgovAbstractMapper, EgovAbstractDAO, the bases that systems put on top of them, readers of batch jobs.
bool executesById(std::string_view method)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"delete", "deleteByPk", "getList", "getObject", "insert", "list", "listWithPaging", "map", "queryForList", "queryForMap",
         "queryForObject", "queryForPage", "queryId", "queryWithRowHandler", "select", "selectByPk", "selectCursor", "selectList",
         "selectListWithPaging", "selectMap", "selectOne", "setQueryId", "setStatementId", "statementId", "update", "updateByPk"});
    return std::ranges::binary_search(kNames, method);
}

/// Names that only mean a statement, whatever the receiver is.
bool onlyStatements(std::string_view method)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"queryForList", "queryForObject", "selectByPk", "selectList", "selectListWithPaging", "selectMap", "selectOne"});
    return std::ranges::binary_search(kNames, method);
}

StatementKind kindOfTag(std::string_view tag)
{
    if (tag == "select" || tag == "selectKey") {
        return StatementKind::Select;
    }
    if (tag == "insert") {
        return StatementKind::Insert;
    }
    if (tag == "update") {
        return StatementKind::Update;
    }
    if (tag == "delete") {
        return StatementKind::Delete;
    }
    return tag == "procedure" ? StatementKind::Call : StatementKind::Other;
}

bool looksLikeId(std::string_view text)
{
    return text.size() > 2 && std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-' ||
                      c == '$' || static_cast<unsigned char>(c) >= 0x80;
           });
}

class MapperLinker {
public:
    MapperLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements, std::vector<bool>& used)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_statements(statements),
          m_used(used)
    {
    }

    void run()
    {
        collectFragments();
        for (std::size_t i = 0; i < m_facts.mappers.size(); ++i) {
            addMapper(m_facts.mappers[i].file, *m_facts.mappers[i].facts, *m_facts.mapperSql[i].facts);
        }
        addAnnotations();
        nested();
        linkMapperInterfaces(m_index, m_lookup, [&](MemberId member, StatementId statement, Location at) { execute(member, statement, at, Rule::MapperMethod); });
        strings();
        if (!m_byId.empty())
            namespaceCalls();
    }

private:
    static std::string key(const config::MapperFile& mapper, std::string_view id)
    {
        const bool qualified = mapper.nameSpace.empty() || id.starts_with(mapper.nameSpace + ".");
        return qualified ? std::string(id) : mapper.nameSpace + "." + std::string(id);
    }

    void collectFragments()
    {
        for (const auto& mapper : m_facts.mappers) {
            for (const config::MapperFragment& fragment : mapper.facts->fragments) {
                m_fragments.try_emplace(key(*mapper.facts, fragment.id), &fragment);
            }
        }
    }

    const config::MapperFragment* fragment(const config::MapperFile& mapper, std::string_view id) const
    {
        for (const config::MapperFragment& own : mapper.fragments) {
            if (own.id == id || key(mapper, own.id) == id) {
                return &own;
            }
        }
        const auto found = m_fragments.find(std::string(id));
        if (found != m_fragments.end()) {
            return found->second;
        }
        const auto inNamespace = m_fragments.find(key(mapper, id));
        return inNamespace == m_fragments.end() ? nullptr : inNamespace->second;
    }

    /// Puts the fragments in; bounded, for fragments may include each other.
    std::string expanded(const config::MapperFile& mapper, std::string_view text, int& budget, int depth = 0) const
    {
        constexpr int kDeepest = 12;
        std::string result;
        while (!text.empty()) {
            const auto open = text.find(config::kIncludeOpen);
            result += text.substr(0, open);
            if (open == std::string_view::npos) {
                break;
            }
            const auto close = text.find(config::kIncludeClose, open);
            if (close == std::string_view::npos) {
                break;
            }
            const config::MapperFragment* found = fragment(mapper, text.substr(open + 1, close - open - 1));
            if (found && depth < kDeepest && budget-- > 0) {
                result += expanded(mapper, found->text, budget, depth + 1);
            }
            text.remove_prefix(close + 1);
        }
        return result;
    }

    void addMapper(FileId file, const config::MapperFile& mapper, const std::vector<sql::SqlFacts>& known)
    {
        const TypeId type = mapper.nameSpace.empty() ? TypeId() : m_lookup.type(mapper.nameSpace);
        for (std::size_t i = 0; i < mapper.statements.size(); ++i) {
            const config::MapperStatement& source = mapper.statements[i];
            const StatementId id = m_statements.mapperStatement(key(mapper, source.id), {file, source.line});
            const bool whole = source.text.find(config::kIncludeOpen) == std::string::npos;
            int budget = 1000; // fragments that may be put into one statement
            const std::string madeOf = whole ? std::string() : expanded(mapper, source.text, budget);
            const std::string& text = whole ? source.text : madeOf;
            const sql::SqlFacts readNow = whole ? sql::SqlFacts() : sql::readSql(text);
            const sql::SqlFacts& facts = whole ? known[i] : readNow;
            Statement& made = m_statements[id];
            if (made.kind == StatementKind::Other && source.tag != "selectKey") {
                made.kind = facts.kind == StatementKind::Other ? kindOfTag(source.tag) : facts.kind;
            }
            made.mapper = type.valid() ? type : made.mapper;
            m_statements.addSql(id, facts, text, {file, source.line}, TextLines::OfFile);
            remember(mapper, source, id);
        }
    }

    void remember(const config::MapperFile& mapper, const config::MapperStatement& source, StatementId id)
    {
        m_byId.try_emplace(key(mapper, source.id), id);
        auto& bare = m_byBareId[std::string(simpleName(source.id))];
        if (std::ranges::find(bare, id) == bare.end()) {
            bare.push_back(id);
        }
        if (mapper.ibatis) {
            m_byId.try_emplace(source.id, id); // without namespaces in use the id alone is the name
        }
        if (!source.resultMap.empty()) {
            std::string map = source.resultMap;
            for (std::size_t depth = 0; depth < 10 && !map.empty(); ++depth) {
                map = takeSelects(mapper, map, id);
            }
        }
    }

    /// Statements that a result map starts for its parts; returns the map it extends.
    std::string takeSelects(const config::MapperFile& mapper, const std::string& map, StatementId id)
    {
        for (const config::MapperResultMap& candidate : mapper.resultMaps) {
            if (candidate.id == map || key(mapper, candidate.id) == map) {
                for (const std::string& select : candidate.selects) {
                    m_nested.push_back({id, select, key(mapper, select)});
                }
                return candidate.extends;
            }
        }
        return {};
    }

    void addAnnotations()
    {
        for (const AnnotationUse& use : m_index.annotations) {
            if (use.target != AnnotationTarget::Method || !use.member.valid())
                continue;
            const std::string_view name = simpleName(m_lookup.text(use.name));
            if (!isOneOf(name, {"Select", "Insert", "Update", "Delete", "SelectKey", "SqlQuery", "SqlUpdate", "SqlBatch", "SqlCall"}))
                continue; // of MyBatis, and of JDBI
            std::string joined;
            for (const std::string_view part : arguments(m_lookup, use, name == "SelectKey" ? "statement" : "value")) {
                joined += joined.empty() ? "" : " ";
                joined += part;
            }
            const std::string text = config::scriptText(joined);
            const sql::SqlFacts facts = sql::readSql(text);
            if (facts.kind == StatementKind::Other)
                continue; // an annotation of the same name that is no SQL
            const StatementId id = m_statements.held(use.member, StatementOrigin::Annotation, facts.kind, use.at);
            m_statements[id].mapper = m_model[use.member].owner;
            m_statements.addSql(id, facts, text, use.at, TextLines::OfString);
            m_statements.execute(use.member, id, use.at, Rule::MapperMethod);
        }
    }

    /// Nested selects run whenever their statement does.
    void nested()
    {
        for (const Nested& entry : m_nested) {
            StatementId target = find(entry.key);
            target = target.valid() ? target : find(entry.select);
            if (target.valid() && target != entry.from)
                m_starts[entry.from.value].push_back(target);
        }
    }

    StatementId find(std::string_view id) const
    {
        const auto found = m_byId.find(std::string(id));
        return found == m_byId.end() ? StatementId() : found->second;
    }

    void execute(MemberId member, StatementId statement, Location at, Rule rule)
    {
        m_statements.execute(member, statement, at, rule);
        std::vector<StatementId> open{statement};
        for (std::size_t i = 0; i < open.size() && open.size() < 32; ++i) {
            const auto found = m_starts.find(open[i].value);
            for (const StatementId next : found == m_starts.end() ? std::vector<StatementId>() : found->second) {
                if (std::ranges::find(open, next) == open.end()) {
                    open.push_back(next);
                    m_statements.execute(member, next, at, rule);
                }
            }
        }
    }

    void strings()
    {
        std::unordered_set<std::uint64_t> done;
        const auto once = [&](const StringUse& use, StatementId statement) {
            if (done.insert((std::uint64_t{use.in.value} << 32) | statement.value).second) {
                execute(use.in, statement, use.at, Rule::StatementName);
            }
        };
        const StatementEnds ends(m_index, m_lookup, executesById);
        for (std::size_t i = 0; i < m_index.strings.size(); ++i) {
            const StringUse& use = m_index.strings[i];
            const std::string_view text = m_lookup.text(use.text);
            if (!use.in.valid() || !looksLikeId(text)) {
                if (use.dynamic && use.context == StringContext::Argument && onlyStatements(m_lookup.text(use.callee)) && !m_byId.empty() &&
                    use.argument == 0) {
                    m_model.unresolved.push_back({UnresolvedReason::DynamicString, m_model[use.in].id, use.text, use.at});
                }
                continue;
            }
            const StatementId statement = named(use, text);
            if (statement.valid()) {
                m_used[i] = true;
                once(use, statement);
                for (const std::string& end : ends.of(use.calleeMember)) {
                    if (const StatementId longer = find(std::string(text) + end); longer.valid())
                        once(use, longer);
                }
            } else if (use.context == StringContext::Argument && use.argument == 0 && text.find('.') != std::string_view::npos &&
                       meansStatement(use) && !m_lookup.test(use.at)) {
                m_model.unresolved.push_back({UnresolvedReason::MissingStatement, m_model[use.in].id, use.text, use.at});
            }
        }
    }

    void namespaceCalls()
    {
        std::set<std::pair<StringId, Location>> known;
        linkNamespaceCalls(
            m_index, m_lookup, [&](std::string_view id) { return find(id); },
            [&](MemberId member, StatementId statement, Location at) {
                execute(member, statement, at, Rule::Convention);
                known.emplace(m_model[member].id, at);
            });
        std::erase_if(m_model.unresolved, [&](const Unresolved& one) {
            return one.reason == UnresolvedReason::DynamicString && known.contains({one.from, one.at});
        });
    }

    /// By the name of the method, or of any that takes an id in a class on top of a base of iBATIS, MyBatis or eGovFrame.
    bool meansStatement(const StringUse& use) const
    {
        const std::string_view callee = m_lookup.text(use.callee);
        const TypeId owner = m_model[use.in].owner;
        return onlyStatements(callee) ||
               (executesById(callee) && owner.valid() &&
                std::ranges::any_of(std::to_array<std::string_view>({"EgovAbstractDAO", "EgovAbstractMapper", "SqlMapClientDaoSupport", "SqlSessionDaoSupport"}),
                                    [&](std::string_view base) { return m_lookup.extendsExternal(owner, base); }));
    }

    StatementId named(const StringUse& use, std::string_view text) const
    {
        const bool dotted = text.find('.') != std::string_view::npos;
        const bool executes = use.context == StringContext::Argument && executesById(m_lookup.text(use.callee));
        if (const StatementId exact = find(text); exact.valid() && (dotted || executes)) {
            return exact;
        }
        if (!dotted && !executes && use.context == StringContext::Argument && use.argument == 0) {
            return ofOwnNamespace(use, text);
        }
        if (dotted || !executes) {
            return {};
        }
        const auto found = m_byBareId.find(std::string(text));
        if (found == m_byBareId.end()) {
            return {};
        }
        return found->second.size() == 1 ? found->second.front() : nearest(use, found->second);
    }

    /// NEXCORE and the like: a class hands a bare id to a method of its own or of its base class, whatever that is called, and the mapper has
    /// the name of the class as its namespace.
    StatementId ofOwnNamespace(const StringUse& use, std::string_view text) const
    {
        const TypeId owner = m_model[use.in].owner;
        if (!owner.valid() || !m_byBareId.contains(std::string(text))) {
            return {};
        }
        const auto among = [](const std::vector<TypeId>& types, TypeId type) { return std::ranges::find(types, type) != types.end(); };
        const bool inherited = use.calleeMember.valid() ? among(m_lookup.ancestry(owner), m_model[use.calleeMember].owner)
                                                        : use.receiverType == m_model[owner].name;
        StatementId found;
        for (const StringId space : {m_model[owner].name, m_model[owner].simple}) {
            found = inherited && !found.valid() ? find(std::string(m_lookup.text(space)) + "." + std::string(text)) : found;
        }
        return found;
    }

    /// Of several statements with the same bare id, the one whose namespace is called like the class (EmpDAO, empDAO, Emp).
    StatementId nearest(const StringUse& use, const std::vector<StatementId>& candidates) const
    {
        const TypeId owner = use.in.valid() ? m_model[use.in].owner : use.inType;
        if (!owner.valid()) {
            return {};
        }
        const std::string type = sql::upper(m_lookup.text(m_model[owner].simple));
        StatementId best;
        for (const StatementId id : candidates) {
            const std::string_view full = m_model.text(m_model[id].id);
            const std::string space = sql::upper(simpleName(full.substr(0, std::max(full.rfind('.'), std::size_t{1}))));
            if (space == type) {
                return id;
            }
            if (!space.empty() && full.find('.') != std::string_view::npos && (type.starts_with(space) || space.starts_with(type))) {
                best = best.valid() ? StatementId() : id;
            }
        }
        return best;
    }

    struct Nested {
        StatementId from;
        std::string select;
        std::string key;
    };

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    StatementTable& m_statements;
    std::vector<bool>& m_used;
    std::unordered_map<std::string, const config::MapperFragment*> m_fragments;
    std::unordered_map<std::string, StatementId> m_byId;
    std::unordered_map<std::string, std::vector<StatementId>> m_byBareId;
    std::unordered_map<std::uint32_t, std::vector<StatementId>> m_starts;
    std::vector<Nested> m_nested;
};

} // namespace

void linkMappers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements,
                 std::vector<bool>& usedStrings)
{
    MapperLinker(index, lookup, facts, statements, usedStrings).run();
}

} // namespace naru::analyzers::graph
