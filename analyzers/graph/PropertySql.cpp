#include "analyzers/graph/PropertySql.h"

#include "analyzers/sql/SqlTokens.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct KeyedSql {
    FileId file;
    const config::Setting* setting = nullptr;
    sql::SqlFacts facts;
};

/// "Merge operation cancelled" is a text for people.
bool message(const sql::SqlFacts& facts, std::string_view text)
{
    return facts.kind == StatementKind::Merge && sql::upper(text).find("USING") == std::string::npos;
}

/// What a class or a file of SQL is about: STUDYEVENT of StudyEventDAO, StudyEventDaoImpl, study_event_dao and oracle_study_event.
std::string subjectOf(std::string_view name)
{
    static constexpr auto kDatabases =
        std::to_array<std::string_view>({"ALTIBASE", "CUBRID", "DB2", "DERBY", "H2", "HSQL", "HSQLDB", "MARIADB", "MSSQL", "MYSQL",
                                         "ORACLE", "POSTGRES", "POSTGRESQL", "SQLSERVER", "TIBERO"});
    static constexpr auto kEnds = std::to_array<std::string_view>({"DAO", "IMPL", "MAPPER", "QUERIES", "QUERY", "SQL"});
    const std::string upper = sql::upper(name);
    std::string subject;
    for (std::size_t at = 0; at < upper.size();) {
        const std::size_t end = std::min(upper.find_first_of("_-.", at), upper.size());
        if (const std::string_view word = std::string_view(upper).substr(at, end - at);
            std::ranges::find(kDatabases, word) == kDatabases.end())
            subject += word;
        at = end + 1;
    }
    for (bool more = true; more;) {
        more = false;
        for (const std::string_view end : kEnds)
            if (subject.size() > end.size() && subject.ends_with(end)) {
                subject.resize(subject.size() - end.size());
                more = true;
            }
    }
    return subject;
}

class PropertySql {
public:
    PropertySql(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements, std::vector<bool>& used)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_statements(statements),
          m_used(used)
    {
        for (const auto& file : facts.keyedTexts)
            for (const config::Setting& setting : file.facts)
                if (sql::SqlFacts read = sql::readSql(setting.value); read.plausible && !message(read, setting.value))
                    m_keys[setting.key].push_back({file.file, &setting, std::move(read)});
    }

    void run()
    {
        for (std::size_t i = 0; !m_keys.empty() && i < m_index.strings.size(); ++i) {
            const StringUse& use = m_index.strings[i];
            if (!use.in.valid() || m_lookup.test(use.at))
                continue;
            const std::string_view text = m_lookup.text(use.text);
            if (const auto found = use.dynamic ? m_keys.end() : m_keys.find(text); found != m_keys.end()) {
                if (mayName(use, text))
                    byName(i, text, found->second);
            } else if (text.contains('/')) {
                byPath(i, text);
            }
        }
    }

private:
    bool mayName(const StringUse& use, std::string_view key) const
    {
        if (key.contains('.'))
            return true;
        // A bare word may be many things: it names a statement only as an argument, but not of what keeps values under words.
        static constexpr auto kOthers = std::to_array<std::string_view>({"append", "containsKey", "endsWith", "equals", "equalsIgnoreCase", "getAttribute",
                                                                         "getParameter", "indexOf", "put", "setAttribute", "startsWith"});
        return use.context == StringContext::Argument && std::ranges::find(kOthers, m_lookup.text(use.callee)) == kOthers.end();
    }

    /// The name of a file without folder and extension, upper case: S001 of DEmp.xsql is that of the class DEmp.
    [[nodiscard]] std::string stemOf(const KeyedSql& variant) const
    {
        std::string_view path = m_model.text(m_model[variant.file].path);
        path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
        return sql::upper(path.substr(0, path.rfind('.')));
    }

    /// A name alone: of the only file that has it, or of files for several databases; of several XML files those that are called like the
    /// class, else none, for each of them means something else.
    void byName(std::size_t use, std::string_view key, const std::vector<KeyedSql>& variants)
    {
        const bool xml = std::ranges::any_of(variants, [&](const KeyedSql& one) { return m_model[one.file].language == Language::Xml; });
        const bool same = std::ranges::all_of(variants, [&](const KeyedSql& one) { return stemOf(one) == stemOf(variants.front()); });
        if (!xml || same) {
            named(use, key, variants);
            return;
        }
        const std::string subject = subjectOf(m_lookup.text(m_model[m_model[m_index.strings[use].in].owner].simple));
        std::vector<KeyedSql> own;
        std::ranges::copy_if(variants, std::back_inserter(own), [&](const KeyedSql& one) { return subjectOf(stemOf(one)) == subject; });
        if (!own.empty())
            named(use, std::string(m_lookup.text(m_model[m_model[m_index.strings[use].in].owner].simple)) + "." + std::string(key), own);
    }

    /// po/orderSql/findOrders: findOrders of ../po/orderSql.xml. Where only run time knows the folder, of the only file that has the name.
    void byPath(std::size_t use, std::string_view text)
    {
        const auto slash = text.rfind('/');
        const auto found = m_keys.find(text.substr(slash + 1));
        if (found == m_keys.end())
            return;
        std::string_view folder = text.substr(0, slash);
        const bool open = m_index.strings[use].dynamic; // parts of it are "?"
        while (folder.starts_with('/'))
            folder.remove_prefix(1);
        if (open)
            folder.remove_prefix(folder.rfind('?') == std::string_view::npos ? 0 : folder.rfind('?') + 1);
        std::vector<KeyedSql> fitting;
        for (const KeyedSql& variant : found->second) {
            std::string_view path = m_model.text(m_model[variant.file].path);
            path = path.substr(0, path.rfind('.'));
            const bool ends = path.ends_with(folder) && (path.size() == folder.size() || folder.empty() || open || path[path.size() - folder.size() - 1] == '/');
            if (ends)
                fitting.push_back(variant);
        }
        const bool one = !fitting.empty() && (!folder.empty() || std::ranges::all_of(fitting, [&](const KeyedSql& other) { return other.file == fitting.front().file; }));
        if (!one)
            return;
        std::string_view path = m_model.text(m_model[fitting.front().file].path);
        path = path.substr(0, path.rfind('.'));
        const std::string id =
            (folder.empty() || open ? std::string(fileName(path)) : std::string(folder)) + "/" + std::string(found->first);
        named(use, id, fitting);
    }

    void named(std::size_t i, std::string_view id, const std::vector<KeyedSql>& variants)
    {
        const StringUse& use = m_index.strings[i];
        m_used[i] = true;
        const StatementId statement = m_statements.mapperStatement(id, {variants.front().file, variants.front().setting->line});
        if (m_added.insert(statement).second)
            for (const KeyedSql& variant : variants) {
                m_statements[statement].kind = variant.facts.kind;
                m_statements.addSql(statement, variant.facts, variant.setting->value, {variant.file, variant.setting->line}, TextLines::OfFile);
            }
        if (m_model[use.in].kind != MemberKind::Field && m_done.emplace(use.in, statement).second)
            m_statements.execute(use.in, statement, use.at, Rule::PropertyKey);
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    StatementTable& m_statements;
    std::vector<bool>& m_used;
    std::unordered_map<std::string_view, std::vector<KeyedSql>> m_keys;
    std::set<std::pair<MemberId, StatementId>> m_done;
    std::set<StatementId> m_added;
};

} // namespace

void linkPropertySql(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, StatementTable& statements,
                     std::vector<bool>& usedStrings)
{
    PropertySql(index, lookup, facts, statements, usedStrings).run();
}

} // namespace naru::analyzers::graph
