#include "analyzers/graph/ActionReader.h"

#include "analyzers/graph/ParallelFiles.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;
using java::Code;
using java::FileFacts;
using java::LiteralKind;
using java::Op;
using java::Operator;

namespace {

constexpr std::size_t kValuesOfAnyParameter = 3; ///< values that make a dispatch of a parameter whose name does not say so
constexpr int kDeepestAction = 12;               ///< of an expression that is looked into

std::string lettersOf(std::string_view name)
{
    std::string out;
    for (const char c : name)
        if (const auto u = static_cast<unsigned char>(c); std::isalnum(u) != 0)
            out += static_cast<char>(std::tolower(u));
    return out;
}

/// A name that tells a handler what to do: action, sCmd, p_mode, workGubun.
bool isDispatchWord(std::string_view name)
{
    static const std::set<std::string, std::less<>> kWords = {
        "action",      "act",        "cmd",        "command",   "mode",       "method",     "op",         "oper",      "operation",
        "event",       "task",       "proc",       "process",   "job",        "func",       "function",   "dispatch",  "todo",
        "gubun",       "gbn",        "flag",       "crud",      "iud",        "actiontype", "cmdtype",    "savetype",  "proctype",
        "worktype",    "modetype",   "jobtype",    "eventtype", "actionname", "actioncmd",  "workgubun",  "procgubun", "savegubun",
        "jobgubun",    "actionmode", "savemode",   "workmode",  "pagemode",   "procmode",   "actionflag", "saveflag",  "procflag",
        "actiongubun", "dowhat",     "actioncode", "eventname"};
    static constexpr std::array<std::string_view, 8> kPrefixes = {"param", "str", "req", "txt", "hid", "s", "p", "h"};
    const std::string plain = lettersOf(name);
    if (kWords.contains(plain))
        return true;
    return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
        return plain.size() > prefix.size() && plain.starts_with(prefix) && kWords.contains(plain.substr(prefix.size()));
    });
}

/// Methods of a request that give its path: a front controller decides by it as others do by a parameter.
bool isRequestPath(std::string_view method)
{
    return method == "getRequestURI" || method == "getRequestURL" || method == "getServletPath" || method == "getPathInfo";
}

/// Reads one member.
class MemberDispatch {
public:
    MemberDispatch(const SymbolTable& table, const FileFacts& facts, const java::MemberFact& member)
        : m_table(table),
          m_code(facts.code),
          m_requestPath(table.strings->intern(kRequestPath))
    {
        for (std::uint32_t i = 0; i < member.parameters.count; ++i)
            if (const StringId name = facts.parameters[member.parameters.first + i].name; isDispatchWord(text(name)))
                m_arguments.insert(name);
        follow(member.body);
    }

    /// The dispatch with the most values, or the one around it, and those that decide within its branches: the outer first.
    [[nodiscard]] std::vector<Dispatch> dispatches() const
    {
        std::vector<Dispatch> all;
        for (const auto& [parameter, branches] : m_found) {
            const std::size_t values = valuesOf(branches);
            if (values == 0 || (!isDispatchWord(text(parameter)) && values < kValuesOfAnyParameter))
                continue;
            Dispatch made;
            made.parameter = parameter;
            made.branches = branches;
            made.byArgument = m_arguments.contains(parameter);
            all.push_back(std::move(made));
        }
        const auto most = std::ranges::max_element(all, {}, [](const Dispatch& one) { return valuesOf(one.branches); });
        if (most == all.end())
            return {};
        const Dispatch* outermost = &*most;
        for (const Dispatch& other : all)
            if (other.parameter != outermost->parameter && holds(other, *outermost))
                outermost = &other;
        std::vector<Dispatch> out{*outermost};
        for (const Dispatch& other : all)
            if (other.parameter != outermost->parameter && holds(*outermost, other))
                out.push_back(other);
        std::vector<std::pair<std::size_t, Dispatch>> byDepth; // how many are around each
        for (const Dispatch& one : out)
            byDepth.emplace_back(std::ranges::count_if(out, [&](const Dispatch& other) { return &other != &one && holds(other, one); }), one);
        std::ranges::stable_sort(byDepth, {}, [](const auto& one) { return one.first; });
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = std::move(byDepth[i].second);
        return out;
    }

private:
    /// What a condition compares: a parameter with values; `null` for a comparison with null or the empty string.
    struct Comparison {
        StringId parameter;
        std::vector<StringId> values;
        bool nothing = false;
    };

    static std::size_t valuesOf(const std::vector<DispatchBranch>& branches)
    {
        std::set<StringId> values;
        for (const DispatchBranch& branch : branches)
            if (branch.value.valid())
                values.insert(branch.value);
        return values.size();
    }

    /// True when each branch of the inner lies within a branch for a value of the outer.
    static bool holds(const Dispatch& outer, const Dispatch& inner)
    {
        return std::ranges::all_of(inner.branches, [&](const DispatchBranch& one) {
            return std::ranges::any_of(outer.branches, [&](const DispatchBranch& around) {
                return around.value.valid() && around.first <= one.first && one.last <= around.last;
            });
        });
    }

    [[nodiscard]] std::string_view text(StringId id) const { return id.valid() ? m_table.text(id) : std::string_view(); }

    [[nodiscard]] std::vector<std::uint32_t> childrenOf(std::uint32_t at) const
    {
        std::vector<std::uint32_t> out;
        java::eachChild(m_code, at, [&](std::uint32_t child) { out.push_back(child); });
        return out;
    }

    [[nodiscard]] bool isString(std::uint32_t at) const
    {
        return m_code[at].op == Op::Literal && static_cast<LiteralKind>(m_code[at].extra) == LiteralKind::String;
    }

    /// The parameter that an expression reads, or an invalid id.
    [[nodiscard]] StringId sourceOf(std::uint32_t at, int depth = 0) const
    {
        const Code& code = m_code[at];
        if (depth > kDeepestAction)
            return {};
        if (code.op == Op::Name || code.op == Op::Field) {
            const auto known = m_sources.find(code.name());
            const bool named = !m_locals.contains(code.name()) && isDispatchWord(text(code.name()));
            return known != m_sources.end() ? known->second : named ? code.name() : StringId();
        }
        const auto children = childrenOf(at);
        if (code.op == Op::Call) {
            const std::string_view name = text(code.name());
            const std::size_t first = (code.flags & 1U) != 0 ? 1 : 0;
            if (children.size() == first + 1 && isString(children[first])) {
                const StringId key = m_code[children[first]].name();
                const bool settings = name == "getProperty" || name == "getAttribute" || name == "getInitParameter";
                if (name == "getParameter" || (name.starts_with("get") && !settings && isDispatchWord(text(key))))
                    return key;
            }
            if (children.size() == first && isRequestPath(name))
                return m_requestPath;
            if (children.size() == first && name.size() > 3 && name.starts_with("get") && isDispatchWord(name.substr(3)))
                return code.name();
        }
        const bool through = code.op == Op::Call || code.op == Op::Cast || code.op == Op::Ternary;
        for (const std::uint32_t child : through ? children : std::vector<std::uint32_t>())
            if (const StringId found = sourceOf(child, depth + 1); found.valid())
                return found;
        return {};
    }

    /// A string, or a constant by its name.
    [[nodiscard]] StringId valueOf(std::uint32_t at) const
    {
        if (isString(at))
            return m_code[at].name();
        const bool named = m_code[at].op == Op::Name || m_code[at].op == Op::Field;
        const std::string_view name = named ? text(m_code[at].name()) : std::string_view();
        const bool constant = name.size() > 2 && std::ranges::none_of(name, [](unsigned char c) { return std::islower(c) != 0; });
        return constant ? m_code[at].name() : StringId();
    }

    void addEquality(std::uint32_t subject, std::uint32_t value, Comparison& out) const
    {
        const StringId literal = valueOf(value);
        const StringId parameter = literal.valid() ? sourceOf(subject) : StringId();
        if (!parameter.valid() || (out.parameter.valid() && out.parameter != parameter))
            return;
        out.parameter = parameter;
        if (isString(value) && text(literal).empty())
            out.nothing = true;
        else
            out.values.push_back(literal);
    }

    void compare(std::uint32_t at, Comparison& out, int depth = 0) const
    {
        const Code& code = m_code[at];
        const auto children = childrenOf(at);
        if (depth > kDeepestAction)
            return;
        if (code.op == Op::Binary && static_cast<Operator>(code.extra) == Operator::Logic) {
            for (const std::uint32_t child : children)
                compare(child, out, depth + 1);
        } else if (code.op == Op::Call && (code.flags & 1U) != 0 && children.size() == 2 && text(code.name()).starts_with("equals")) {
            addEquality(children[0], children[1], out);
            addEquality(children[1], children[0], out);
        } else if (code.op == Op::Call && (code.flags & 1U) != 0 && children.size() == 2 &&
                   (text(code.name()) == "endsWith" || text(code.name()) == "contains") && sourceOf(children[0]) == m_requestPath) {
            addEquality(children[0], children[1], out); // uri.endsWith("/list.do")
        }
    }

    [[nodiscard]] DispatchBranch branch(StringId value, std::uint32_t at) const
    {
        DispatchBranch out{.value = value, .first = m_code[at].line, .last = m_code[at].line};
        for (std::uint32_t i = at; i < at + m_code[at].size; ++i)
            out.last = std::max(out.last, m_code[i].line);
        std::uint32_t last = at;
        while (m_code[last].op == Op::Block && m_code[last].size > 1)
            last = childrenOf(last).back();
        out.leaves = m_code[last].op == Op::Return;
        return out;
    }

    void ifStatement(std::uint32_t at)
    {
        const auto children = childrenOf(at);
        if (children.size() < 2 || children.size() > 3)
            return;
        Comparison found;
        compare(children[0], found);
        if (!found.parameter.valid())
            return;
        auto& branches = m_found[found.parameter];
        for (const StringId value : found.values)
            branches.push_back(branch(value, children[1]));
        if (found.values.empty() && found.nothing)
            branches.push_back(branch({}, children[1]));
        if (children.size() == 3) {
            Comparison other;
            if (m_code[children[2]].op == Op::Group && m_code[children[2]].size > 1)
                compare(childrenOf(children[2])[0], other);
            if (other.parameter != found.parameter)
                branches.push_back(branch({}, children[2]));
        }
    }

    void switchStatement(std::uint32_t at)
    {
        const auto children = childrenOf(at);
        const StringId parameter = children.empty() ? StringId() : sourceOf(children[0]);
        if (!parameter.valid())
            return;
        std::vector<StringId> waiting; // labels without statements of their own
        for (std::size_t i = 1; i < children.size(); ++i) {
            if (m_code[children[i]].op != Op::Case)
                continue;
            bool body = false;
            for (const std::uint32_t part : childrenOf(children[i])) {
                const StringId value = body ? StringId() : valueOf(part);
                if (value.valid())
                    waiting.push_back(value);
                else
                    body = true;
            }
            if (!body)
                continue;
            for (const StringId value : waiting.empty() ? std::vector<StringId>{StringId()} : waiting)
                m_found[parameter].push_back(branch(value, children[i]));
            waiting.clear();
        }
    }

    void follow(std::uint32_t body)
    {
        for (std::uint32_t at = body; at < body + m_code[body].size; ++at) {
            const Code& code = m_code[at];
            if (code.op == Op::Local && code.size > 1) {
                m_locals.insert(code.name());
                if (const StringId source = sourceOf(childrenOf(at).back()); source.valid())
                    m_sources[code.name()] = source;
            } else if (code.op == Op::Assign) {
                const auto children = childrenOf(at);
                if (children.size() == 2 && m_code[children[0]].op == Op::Name)
                    if (const StringId source = sourceOf(children[1]); source.valid())
                        m_sources[m_code[children[0]].name()] = source;
            } else if (code.op == Op::Group) {
                ifStatement(at);
            } else if (code.op == Op::Switch) {
                switchStatement(at);
            }
        }
    }

    const SymbolTable& m_table;
    const std::vector<Code>& m_code;
    StringId m_requestPath;                 ///< stands for the parameter where the path decides
    std::map<StringId, StringId> m_sources; ///< variable -> request parameter
    std::set<StringId> m_arguments;         ///< parameters of the member with such a name
    std::set<StringId> m_locals;
    std::map<StringId, std::vector<DispatchBranch>> m_found;
};

} // namespace

void readDispatches(const SymbolTable& table, CodeIndex& index, Job& job)
{
    std::vector<std::vector<Dispatch>> dispatches(table.files.size());
    parallelFiles(static_cast<std::uint32_t>(table.files.size()), job, [&](std::uint32_t file) { // a cancelled job ends soon after
        const FileFacts& facts = table.files[file];
        for (std::uint32_t i = 0; i < facts.members.size(); ++i) {
            const java::MemberFact& member = facts.members[i];
            if (member.body == java::kNone || member.cyclomatic < 2 || member.kind != MemberKind::Method)
                continue;
            const std::uint32_t symbol = table.memberSymbol(file, i);
            if (symbol == kNoIndex || !table.members[symbol].model.valid() || table.types[table.members[symbol].owner].hidden)
                continue;
            for (Dispatch& found : MemberDispatch(table, facts, member).dispatches()) {
                found.member = table.members[symbol].model;
                dispatches[file].push_back(std::move(found));
            }
        }
    });
    for (std::vector<Dispatch>& found : dispatches)
        std::ranges::move(found, std::back_inserter(index.dispatches));
}

} // namespace naru::analyzers::graph
