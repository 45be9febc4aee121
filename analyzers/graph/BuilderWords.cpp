#include "analyzers/graph/BuilderWords.h"

#include "analyzers/sql/SqlTokens.h"
#include "core/base/Blanks.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

struct NamedClause {
    std::string_view name;
    Clause clause;
};

/// Methods of org.apache.ibatis.jdbc.SQL, of SqlBuilder and SelectBuilder before it, and of Spring's SimpleJdbcInsert.
constexpr auto kLibraryWords = std::to_array<NamedClause>({{"DELETE_FROM", Clause::Delete},
                                                           {"FROM", Clause::From},
                                                           {"INNER_JOIN", Clause::Join},
                                                           {"INSERT_INTO", Clause::Insert},
                                                           {"JOIN", Clause::Join},
                                                           {"LEFT_OUTER_JOIN", Clause::Join},
                                                           {"OUTER_JOIN", Clause::Join},
                                                           {"RIGHT_OUTER_JOIN", Clause::Join},
                                                           {"SELECT", Clause::Select},
                                                           {"SELECT_DISTINCT", Clause::Select},
                                                           {"SET", Clause::Set},
                                                           {"UPDATE", Clause::Update},
                                                           {"VALUES", Clause::Set},
                                                           {"WHERE", Clause::Where},
                                                           {"withTableName", Clause::Insert}});

/// A type of a library that builds statements; simple names after an import of all.
bool ofBuilderLibrary(std::string_view type)
{
    return type.starts_with("org.apache.ibatis.jdbc.") || type == "SQL" || simpleName(type) == "SimpleJdbcInsert";
}

/// The word at the end of what stands before the first thing that is put in; none where there is more than words.
std::optional<BuilderWord> wordIn(std::string_view text)
{
    constexpr std::size_t kLongest = 40; // SELECT DISTINCT COUNT(*) FROM
    const std::size_t hole = text.find('?');
    const std::string_view before = text.substr(0, hole);
    if (before.size() > kLongest || (hole != std::string_view::npos && (hole == 0 || !kBlanks.contains(before.back()))))
        return std::nullopt;
    constexpr std::string_view kLast = "EMNOT)emnot"; // of all of them
    const std::string_view trim = trimmed(before);
    if (trim.empty() || !kLast.contains(trim.back()))
        return std::nullopt;
    const std::string words = sql::upper(trim);
    const auto other = [](char c) { return (c < 'A' || c > 'Z') && c != ' ' && c != '(' && c != '*' && c != ')'; };
    if (std::ranges::any_of(words, other))
        return std::nullopt;
    const bool select = words.starts_with("SELECT");
    if (words == "DELETE" || words == "DELETE FROM")
        return BuilderWord{.clause = Clause::Delete, .begins = true};
    if (words == "FROM" || (select && words.ends_with(" FROM")))
        return BuilderWord{.clause = Clause::From, .begins = select};
    if (words == "INSERT INTO" || words == "REPLACE INTO" || words == "MERGE INTO")
        return BuilderWord{.clause = Clause::Insert, .begins = true};
    if (words == "UPDATE")
        return BuilderWord{.clause = Clause::Update, .begins = true};
    if (words == "JOIN" || words.ends_with(" JOIN"))
        return BuilderWord{.clause = Clause::Join};
    if (words == "WHERE")
        return BuilderWord{.clause = Clause::Where};
    if (words == "SELECT" || words == "SELECT DISTINCT" || words == "SELECT COUNT(*)")
        return BuilderWord{.clause = Clause::Select, .begins = true};
    return std::nullopt;
}

bool isText(std::string_view type)
{
    return type.starts_with("String") || type.starts_with("java.lang.String") || type == "CharSequence";
}

} // namespace

BuilderWords::BuilderWords(const CodeIndex& index, const CodeLookup& lookup) : m_lookup(lookup)
{
    readLibrary(index);
    readMethods(index);
}

void BuilderWords::readLibrary(const CodeIndex& index)
{
    for (const ExternalCall& call : index.externalCalls) {
        const std::string_view receiver = m_lookup.text(call.receiverType);
        const bool library = ofBuilderLibrary(receiver);
        m_library = m_library || library;
        if (library && call.from.valid() && m_lookup.text(call.name) == "<init>")
            m_makers.insert(call.from.value);
    }
}

/// A method that gives back the builder, or nothing and does little else: long methods put texts into queries, too.
bool BuilderWords::builds(MemberId method, std::size_t strings) const
{
    constexpr std::size_t kMost = 3; // texts in a method of a builder that gives back nothing
    const CodeModel& model = m_lookup.index().model;
    if (model[method].kind != MemberKind::Method)
        return false;
    const MethodDetail* detail = m_lookup.detail(method);
    const TypeId given = detail != nullptr ? detail->returnProjectType : TypeId();
    const auto related = [&](TypeId type, TypeId other) {
        const std::vector<TypeId> above = m_lookup.ancestry(type);
        return std::ranges::find(above, other) != above.end();
    };
    if (given.valid())
        return related(given, model[method].owner) || related(model[method].owner, given);
    return strings <= kMost && m_lookup.text(model[method].valueType) == "void";
}

void BuilderWords::readMethods(const CodeIndex& index)
{
    constexpr std::size_t kFewest = 3; // words of one class
    std::map<MemberId, BuilderWord> words;
    for (const StringUse& use : index.strings)
        if (use.in.valid() && !m_lookup.test(use.at))
            if (const std::optional<BuilderWord> word = wordIn(m_lookup.text(use.text)))
                words.try_emplace(use.in, *word); // the first word of a method is its own
    std::map<MemberId, std::size_t> strings;
    for (const StringUse& use : index.strings)
        if (use.in.valid() && words.contains(use.in))
            ++strings[use.in];
    std::map<std::uint32_t, std::map<MemberId, BuilderWord>> classes;
    for (const auto& [method, word] : words)
        if (builds(method, strings[method]))
            classes[index.model[method].owner.value].emplace(method, word);
    for (const auto& [owner, methods] : classes) {
        std::set<Clause> different;
        for (const auto& [method, word] : methods)
            different.insert(word.clause);
        if (different.size() < kFewest || !different.contains(Clause::From))
            continue;
        for (const auto& [method, word] : methods) {
            const MethodDetail* detail = m_lookup.detail(method);
            if (detail == nullptr)
                continue;
            const auto text =
                std::ranges::find_if(detail->parameters, [&](const Parameter& one) { return isText(m_lookup.text(one.type)); });
            BuilderWord placed = word;
            placed.first = static_cast<std::uint16_t>(text - detail->parameters.begin());
            (text == detail->parameters.end() ? m_textless : m_methods).emplace(method.value, placed);
        }
    }
}

std::optional<BuilderWord> BuilderWords::of(const StringUse& use, bool open) const
{
    if (use.context != StringContext::Argument)
        return std::nullopt;
    if (use.calleeMember.valid()) {
        const auto found = m_methods.find(use.calleeMember.value);
        if (found == m_methods.end())
            return std::nullopt;
        const BuilderWord& word = found->second;
        const bool list = word.clause == Clause::Select || word.clause == Clause::From;
        return use.argument == word.first || (list && use.argument > word.first) ? std::optional(word) : std::nullopt;
    }
    const std::string_view name = m_lookup.text(use.callee);
    const auto* const found = std::ranges::lower_bound(kLibraryWords, name, {}, &NamedClause::name);
    if (found == kLibraryWords.end() || found->name != name)
        return std::nullopt;
    const std::string_view receiver = m_lookup.text(use.receiverType);
    if (!ofBuilderLibrary(receiver) && !m_makers.contains(use.in.value) && !(receiver.empty() && open))
        return std::nullopt;
    return BuilderWord{.clause = found->clause};
}

std::optional<BuilderWord> BuilderWords::ofTextless(MemberId method) const
{
    const auto found = m_textless.find(method.value);
    return found == m_textless.end() ? std::nullopt : std::optional(found->second);
}

} // namespace naru::analyzers::graph
