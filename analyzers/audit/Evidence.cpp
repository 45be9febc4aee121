#include "analyzers/audit/Evidence.h"

#include "analyzers/audit/Matching.h"
#include "core/base/Texts.h"

#include <algorithm>

namespace naru::analyzers::audit {

namespace {

/// The variable, field or constant that is set there: the last name before a single =.
std::string assigned(std::string_view names)
{
    static const RE2 kAssigned(R"(\b([A-Za-z_]\w*)\s*(?:\[\s*\]\s*)?=\s*(?:[^=;]*)$)");
    std::string name;
    (void)RE2::PartialMatch(re2::StringPiece(names.data(), names.size()), kAssigned, &name);
    return name;
}

} // namespace

bool ConstantFlow::shows(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names)
{
    return (!condition.evidenceNames && !condition.evidenceCalls) || namedSo(condition, use, names) || handedOn(condition, use, names);
}

bool ConstantFlow::namedSo(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names)
{
    return condition.evidenceNames &&
           (std::ranges::any_of(names, [&](std::string_view one) { return found(condition.evidenceNames, one); }) ||
            found(condition.evidenceNames, parameter(use)));
}

bool ConstantFlow::handedOn(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names)
{
    if (!condition.evidenceCalls)
        return false;
    const std::string_view text = m_context.model().text(use.text);
    const auto& all = called(condition);
    const auto at = std::ranges::lower_bound(all, text);
    if (at != all.end() && at->starts_with(text))
        return true;
    // A call on the same statement, or of the variable anywhere in the file.
    if (std::ranges::any_of(names, [&](std::string_view one) { return found(condition.evidenceCalls, one); }))
        return true;
    for (const std::string_view one : names) {
        const std::string name = assigned(one);
        if (name.empty())
            continue;
        const RE2 passed("(?:" + condition.evidenceCalls->pattern() + ")[^;{}]*\\b" + name + "\\b");
        if (passed.ok() && RE2::PartialMatch(m_context.masked(use.at.file), passed))
            return true;
    }
    return false;
}

const std::vector<std::string_view>& ConstantFlow::called(const StringCondition& condition)
{
    const auto [known, fresh] = m_called.try_emplace(&condition);
    if (!fresh)
        return known->second;
    std::unordered_map<core::StringId, bool> callees;
    for (const StringUse& use : m_context.code().strings) {
        if (!use.callee.valid() || m_context.test(use.at.file))
            continue;
        const auto [one, unseen] = callees.try_emplace(use.callee, false);
        if (unseen)
            one->second = found(condition.evidenceCalls, std::string(m_context.model().text(use.callee)) + "(");
        if (one->second)
            known->second.push_back(m_context.model().text(use.text));
    }
    std::ranges::sort(known->second);
    return known->second;
}

std::string ConstantFlow::parameter(const StringUse& use)
{
    if (!use.calleeMember.valid())
        return {};
    if (m_methods.empty())
        for (const MethodDetail& method : m_context.code().methods)
            m_methods.emplace(method.member.value, &method);
    const auto method = m_methods.find(use.calleeMember.value);
    if (method == m_methods.end() || use.argument >= method->second->parameters.size())
        return {};
    return std::string(m_context.model().text(method->second->parameters[use.argument].name)) + " = ";
}

bool usedSo(AuditContext& context, const std::string& pattern, const ExternalCall& call)
{
    const std::string_view line = context.maskedLines(call.at.file, static_cast<int>(call.at.line));
    const std::string name = assigned(line.substr(0, line.find(std::string(context.model().text(call.name)) + "(")));
    if (name.empty())
        return true;
    const RE2 used(core::fillPlaceholders(pattern, {{"name", name}}));
    return !used.ok() || RE2::PartialMatch(context.masked(call.at.file), used);
}

bool StartMethods::matches(core::TypeId type, const Pattern& pattern)
{
    if (!m_read)
        for (const AnnotationUse& use : m_context.code().annotations)
            if (use.member.valid() && m_context.model().text(use.name).ends_with("PostConstruct"))
                if (const core::TypeId owner = m_context.model()[use.member].owner; owner.valid())
                    m_byType[owner.value].push_back(use.member);
    m_read = true;
    const auto methods = type.valid() ? m_byType.find(type.value) : m_byType.end();
    return methods != m_byType.end() && std::ranges::any_of(methods->second, [&](core::MemberId id) {
               const core::Member& member = m_context.model()[id];
               const auto first = static_cast<int>(member.at.line);
               const auto last = std::max(static_cast<int>(member.endLine), first);
               return found(pattern, m_context.maskedLines(member.at.file, last, last - first));
           });
}

} // namespace naru::analyzers::audit
