#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Evidence.h"
#include "analyzers/audit/Matching.h"
#include "core/base/PathNames.h"

#include <re2/set.h>

#include <algorithm>

namespace naru::analyzers::audit {

using core::FileId;
using core::MemberId;
using core::StringId;
using core::TypeId;

namespace {

std::string typeName(const AuditContext& context, TypeId type)
{
    return type.valid() ? std::string(context.model().text(context.model()[type].name)) : std::string();
}

/// Facts of test code count for nothing.
bool ofTest(const AuditContext& context, FileId file, TypeId type)
{
    return !file.valid() || context.test(file) || (type.valid() && core::has(context.model()[type].flags, core::TypeFlag::Test));
}

class CallMatcher {
public:
    explicit CallMatcher(AuditContext& context) : m_context(context), m_conditions(context.conditions<CallCondition>()) {}

    void run()
    {
        for (const ExternalCall& call : m_context.code().externalCalls)
            if (!ofTest(m_context, call.at.file, call.fromType))
                match(call);
    }

private:
    /// Conditions whose receivers hold this type. A simple name depends on the imports of its file.
    const std::vector<std::size_t>& byReceiver(StringId receiver, FileId file)
    {
        const std::string_view name = m_context.model().text(receiver);
        const bool simple = name.find('.') == std::string_view::npos;
        const std::uint64_t key = (std::uint64_t{simple ? file.value : 0} << 32U) | receiver.value;
        const auto [known, fresh] = m_byReceiver.try_emplace(key);
        if (fresh)
            for (std::size_t i = 0; i < m_conditions.size(); ++i)
                if (m_context.contains(m_conditions[i].second->receivers, name, file))
                    known->second.push_back(i);
        return known->second;
    }
    [[nodiscard]] bool named(const CallCondition& condition, std::string_view name) const
    {
        return condition.names.empty() || std::ranges::find(condition.names, name) != condition.names.end();
    }
    [[nodiscard]] bool argumentHolds(const CallCondition& condition, const ExternalCall& call, std::string& value) const
    {
        if (condition.argument < 0)
            return true;
        const auto index = static_cast<std::size_t>(condition.argument);
        const bool constant = index < call.args.size() && call.args[index].valid();
        const std::string_view text = constant ? m_context.model().text(call.args[index]) : std::string_view();
        if (constant)
            value = text;
        return (!condition.matches || (constant && found(condition.matches, text))) && !(constant && found(condition.notMatches, text));
    }
    void match(const ExternalCall& call)
    {
        const std::string_view name = m_context.model().text(call.name);
        const bool known = call.receiverType.valid() && !m_context.model().text(call.receiverType).empty();
        if (known) {
            for (const std::size_t i : byReceiver(call.receiverType, call.at.file))
                if (named(*m_conditions[i].second, name))
                    take(i, call, name);
            return;
        }
        for (std::size_t i = 0; i < m_conditions.size(); ++i) {
            const CallCondition& condition = *m_conditions[i].second;
            if (condition.unresolvedLine && named(condition, name) &&
                found(condition.unresolvedLine, m_context.maskedLines(call.at.file, static_cast<int>(call.at.line), 2)))
                take(i, call, name);
        }
    }
    /// `super(...)` or `this(...)` makes nothing of its own.
    static bool superCall(std::string_view line)
    {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        return (line.starts_with("super") || line.starts_with("this")) && line.find("new ") == std::string_view::npos &&
               line.find_first_of("(.") != std::string_view::npos && line[line.find_first_of("(.")] == '(';
    }
    void take(std::size_t index, const ExternalCall& call, std::string_view name)
    {
        std::string value;
        if (!call.args.empty() && call.args[0].valid())
            value = m_context.model().text(call.args[0]);
        if (!argumentHolds(*m_conditions[index].second, call, value))
            return;
        if (m_conditions[index].second->notInMain && m_context.inProgram(call.at.file, static_cast<int>(call.at.line)))
            return;
        const CallCondition& condition = *m_conditions[index].second;
        if (condition.lineMatches || condition.lineUnless) {
            const std::string_view line = m_context.maskedLines(call.at.file, static_cast<int>(call.at.line));
            if (!allows(condition.lineMatches, line) || found(condition.lineUnless, line))
                return;
        }
        if (condition.fileUnless && found(condition.fileUnless, m_context.masked(call.at.file)))
            return;
        if (!condition.assignedMatches.empty() && !usedSo(m_context, condition.assignedMatches, call))
            return;
        std::string what(name);
        if (name == "<init>") {
            if (superCall(m_context.maskedLines(call.at.file, static_cast<int>(call.at.line))))
                return; // the supertype says it already
            const std::string_view receiver = m_context.model().text(call.receiverType);
            what = "new " + std::string(core::simpleName(receiver));
        }
        m_context.add(m_conditions[index].first, {call.at.file, static_cast<int>(call.at.line), std::move(value), std::move(what),
                                                  typeName(m_context, call.fromType)});
    }

    AuditContext& m_context;
    std::vector<std::pair<std::size_t, const CallCondition*>> m_conditions;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_byReceiver;
};

/// The type around an annotation has one of these itself, such as the scope of a view or a request.
bool scoped(AuditContext& context, const AnnotationUse& use, const NameSet& names)
{
    return !names.empty() && use.type.valid() && std::ranges::any_of(context.model()[use.type].annotations, [&](StringId one) {
        return context.contains(names, context.model().text(one), use.at.file);
    });
}

void matchAnnotations(AuditContext& context)
{
    const auto conditions = context.conditions<AnnotationCondition>();
    StartMethods starts(context);
    for (const AnnotationUse& use : context.code().annotations) {
        if (ofTest(context, use.at.file, use.type))
            continue;
        const std::string_view name = context.model().text(use.name);
        for (const auto& [index, condition] : conditions) {
            if (!context.contains(condition->names, name, use.at.file))
                continue;
            const std::string_view member = use.member.valid() ? context.model().text(context.model()[use.member].name)
                                            : use.type.valid() ? context.model().text(context.model()[use.type].simple)
                                                               : std::string_view();
            if (!allows(condition->member, member) || scoped(context, use, condition->typeUnless) ||
                (condition->startMatches && !starts.matches(use.type, condition->startMatches)))
                continue;
            std::string value;
            bool holds = !condition->matches;
            for (const AnnotationArg& arg : use.args)
                if (condition->key.empty() || context.model().text(arg.key) == condition->key)
                    for (const StringId text : arg.values) {
                        value = value.empty() ? std::string(context.model().text(text)) : value;
                        holds = holds || found(condition->matches, context.model().text(text));
                    }
            const bool atMember = condition->atMember && use.member.valid();
            const auto line = static_cast<int>(atMember ? context.model()[use.member].at.line : use.at.line);
            if (holds)
                context.add(index, {use.at.file, line, value, "@" + std::string(core::simpleName(name)), typeName(context, use.type)});
        }
    }
}

void matchSupertypes(AuditContext& context)
{
    const auto conditions = context.conditions<SupertypeCondition>();
    if (conditions.empty())
        return;
    for (const core::Type& type : context.model().types) {
        if (!type.at.file.valid() || context.test(type.at.file) || core::has(type.flags, core::TypeFlag::Test))
            continue;
        for (const StringId super : type.externalSupers)
            for (const auto& [index, condition] : conditions)
                if (context.contains(condition->names, context.model().text(super), type.at.file))
                    context.add(index,
                                {type.at.file, static_cast<int>(type.at.line), std::string(context.model().text(super)),
                                 std::string(core::simpleName(context.model().text(super))), std::string(context.model().text(type.name))});
    }
}

class StringMatcher {
public:
    explicit StringMatcher(AuditContext& context)
        : m_context(context),
          m_conditions(context.conditions<StringCondition>()),
          m_set(setOptions(), RE2::UNANCHORED),
          m_flow(context)
    {
        for (const auto& [index, condition] : m_conditions)
            (void)m_set.Add(condition->matches->pattern(), nullptr);
        m_ready = !m_conditions.empty() && m_set.Compile();
    }

    void run()
    {
        if (!m_ready)
            return;
        for (const StringUse& use : m_context.code().strings)
            if (!ofTest(m_context, use.at.file, use.inType) && !nativeCode(m_context, use.at.file))
                match(use);
        for (const AnnotationUse& use : m_context.code().annotations)
            if (!ofTest(m_context, use.at.file, use.type))
                matchAnnotation(use);
    }

private:
    const std::vector<int>& hits(StringId text)
    {
        const auto [known, fresh] = m_hits.try_emplace(text);
        if (fresh) {
            const std::string_view all = m_context.model().text(text);
            m_set.Match(re2::StringPiece(all.data(), all.size()), &known->second);
            std::ranges::sort(known->second);
        }
        return known->second;
    }
    /// Names around a constant: the member, the method it is handed to, and what stands before it on its line, or, when nothing does, in
    /// its statement.
    std::string names(const StringUse& use, std::string_view text)
    {
        std::string out;
        if (use.in.valid())
            out += std::string(m_context.model().text(m_context.model()[use.in].name)) + " ";
        out += std::string(m_context.model().text(use.callee)) + " ";
        return out + before(use.at.file, static_cast<int>(use.at.line), text);
    }
    std::string before(FileId file, int number, std::string_view text)
    {
        const std::string_view line = m_context.maskedLines(file, number);
        const auto at = line.find("\"" + std::string(text.substr(0, std::min<std::size_t>(text.size(), 6))));
        const std::string_view part = line.substr(0, at == std::string_view::npos ? line.find('"') : at);
        const auto first = part.find_first_not_of(" \t+(");
        if (first != std::string_view::npos && part[first] == '.') // the call goes on from the line above
            return std::string(m_context.maskedLines(file, number, 1).substr(0, m_context.maskedLines(file, number, 1).size() - line.size())) +
                   std::string(part);
        if (first != std::string_view::npos)
            return std::string(part);
        const std::string_view whole = statement(file, number);
        return std::string(whole.substr(0, whole.size() - (line.size() - part.size())));
    }
    /// The statement that a line belongs to, from where the one before it or a block begins to the end of the line.
    std::string_view statement(FileId file, int number)
    {
        const std::string& all = m_context.masked(file);
        const std::string_view line = m_context.maskedLines(file, number);
        if (line.empty())
            return line;
        const auto begin = static_cast<std::size_t>(line.data() - all.data());
        const auto end = begin == 0 ? std::string::npos : all.find_last_of(";{}", begin - 1);
        const std::size_t from = end == std::string::npos ? 0 : end + 1;
        return std::string_view(all).substr(from, begin + line.size() - from);
    }
    /// Line on which a constant is written: it may be used far from there, or through a name. 0 when it is written in
    /// another file, where it is reported itself.
    int written(const StringUse& use, std::string_view text)
    {
        const auto line = static_cast<int>(use.at.line);
        const std::string prefix = "\"" + std::string(text.substr(0, std::min(text.find_first_of("\\\"?\n\t\r"), kWrittenPrefix)));
        const std::string_view here = m_context.maskedLines(use.at.file, line);
        if (prefix.size() < 3 || here.find(prefix) != std::string_view::npos)
            return line;
        const std::string& all = m_context.masked(use.at.file);
        const auto offset = here.empty() ? 0 : static_cast<std::size_t>(here.data() - all.data());
        auto at = all.rfind(prefix, offset);
        if (at == std::string::npos)
            at = all.find(prefix, offset);
        if (at != std::string::npos)
            return m_context.lineAt(use.at.file, at);
        return here.find('"') == std::string_view::npos ? 0 : line;
    }
    void match(const StringUse& use)
    {
        const std::string_view text = m_context.model().text(use.text);
        const std::string_view callee = m_context.model().text(use.callee);
        for (const int hit : hits(use.text)) {
            const auto& [index, condition] = m_conditions[static_cast<std::size_t>(hit)];
            if (found(condition->unless, text) || std::ranges::find(condition->notCallees, callee) != condition->notCallees.end())
                continue;
            const int line = written(use, text);
            if (line == 0)
                continue;
            if (condition->nameUnless || condition->nameMatches || condition->evidenceNames || condition->evidenceCalls) {
                const std::string around = names(use, text);
                const bool elsewhere = line != static_cast<int>(use.at.line);
                const std::string there = elsewhere ? before(use.at.file, line, text) : std::string(); // where the constant has its name
                if (found(condition->nameUnless, around) || found(condition->nameUnless, there) ||
                    (!allows(condition->nameMatches, around) && !(elsewhere && allows(condition->nameMatches, there))))
                    continue;
                if (!m_flow.shows(*condition, use, {around, there}))
                    continue;
            }
            if (condition->statementUnless && found(condition->statementUnless, statement(use.at.file, line)))
                continue;
            m_context.add(index,
                          {use.at.file, line, std::string(text),
                           use.in.valid() ? std::string(m_context.model().text(m_context.model()[use.in].name)) : std::string(callee),
                           typeName(m_context, use.inType)});
        }
    }
    void matchAnnotation(const AnnotationUse& use)
    {
        for (const AnnotationArg& arg : use.args)
            for (const StringId value : arg.values)
                for (const int hit : hits(value)) {
                    const auto& [index, condition] = m_conditions[static_cast<std::size_t>(hit)];
                    const std::string_view text = m_context.model().text(value);
                    if (!condition->annotations || found(condition->unless, text) ||
                        found(condition->nameUnless, m_context.model().text(arg.key)) ||
                        !allows(condition->nameMatches, m_context.model().text(arg.key)))
                        continue;
                    m_context.add(index, {use.at.file, static_cast<int>(use.at.line), std::string(text),
                                          std::string(m_context.model().text(arg.key)), typeName(m_context, use.type)});
                }
    }

    AuditContext& m_context;
    std::vector<std::pair<std::size_t, const StringCondition*>> m_conditions;
    RE2::Set m_set;
    static constexpr std::size_t kWrittenPrefix = 12;
    bool m_ready = false;
    std::unordered_map<StringId, std::vector<int>> m_hits;
    ConstantFlow m_flow;
};

} // namespace

void matchCode(AuditContext& context)
{
    CallMatcher(context).run();
    matchAnnotations(context);
    matchSupertypes(context);
    StringMatcher(context).run();
}

} // namespace naru::analyzers::audit
