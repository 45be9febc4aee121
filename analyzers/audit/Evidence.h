#pragma once

#include "analyzers/audit/AuditContext.h"

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::audit {

/// What the code shows about the use of a constant, where its text alone does not tell.
class ConstantFlow {
public:
    explicit ConstantFlow(AuditContext& context) : m_context(context) {}

    /// Evidence that the condition asks for, or it asks for none. `names`: the names around the use and around the place where the
    /// constant is written.
    [[nodiscard]] bool shows(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names);

private:
    [[nodiscard]] bool namedSo(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names);
    [[nodiscard]] bool handedOn(const StringCondition& condition, const StringUse& use, const std::array<std::string_view, 2>& names);
    /// Constants that are handed to such a method or type anywhere, sorted.
    [[nodiscard]] const std::vector<std::string_view>& called(const StringCondition& condition);
    /// Name and " = " of the parameter of a method of the system that the constant is handed to; empty when unknown.
    [[nodiscard]] std::string parameter(const StringUse& use);

    AuditContext& m_context;
    std::map<const StringCondition*, std::vector<std::string_view>> m_called;
    std::unordered_map<std::uint32_t, const MethodDetail*> m_methods; ///< by member
};

/// The result of the call is assigned to no name, or the file's text matches the pattern with that name in place of {name}.
[[nodiscard]] bool usedSo(AuditContext& context, const std::string& pattern, const ExternalCall& call);

/// The methods of each type that run when it has been made: those with @PostConstruct.
class StartMethods {
public:
    explicit StartMethods(AuditContext& context) : m_context(context) {}
    [[nodiscard]] bool matches(core::TypeId type, const Pattern& pattern);

private:
    AuditContext& m_context;
    std::map<std::uint32_t, std::vector<core::MemberId>> m_byType;
    bool m_read = false;
};

} // namespace naru::analyzers::audit
