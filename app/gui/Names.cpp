#include "app/gui/Names.h"

#include <map>

namespace naru::gui {

QString Names::of(core::Answer answer)
{
    switch (answer) {
    case core::Answer::Yes:
        return tr("YES");
    case core::Answer::No:
        return tr("NO");
    case core::Answer::Unknown:
        return tr("Don't know");
    case core::Answer::Unanswered:
        return tr("not answered");
    }
    return {};
}

QString Names::of(core::Verdict verdict)
{
    switch (verdict) {
    case core::Verdict::Adopt:
        return tr("Adopt cloud native");
    case core::Verdict::Review:
        return tr("Further review");
    case core::Verdict::Keep:
        return tr("Keep the present architecture");
    case core::Verdict::Incomplete:
        return tr("Incomplete");
    }
    return {};
}

QString Names::of(core::Risk risk)
{
    switch (risk) {
    case core::Risk::Info:
        return tr("information");
    case core::Risk::Low:
        return tr("low");
    case core::Risk::Medium:
        return tr("medium");
    case core::Risk::High:
        return tr("high");
    case core::Risk::Critical:
        return tr("critical");
    }
    return {};
}

QString Names::of(core::FactorState state)
{
    switch (state) {
    case core::FactorState::Met:
        return tr("met");
    case core::FactorState::Violated:
        return tr("violated");
    case core::FactorState::Partly:
        return tr("partly met");
    case core::FactorState::NotDetectable:
        return tr("not detectable in code");
    }
    return {};
}

QString Names::of(core::CriterionState state)
{
    switch (state) {
    case core::CriterionState::Met:
        return tr("met");
    case core::CriterionState::Unmet:
        return tr("not met");
    case core::CriterionState::Unknown:
        return tr("unknown");
    }
    return {};
}

QString Names::of(core::TypeKind kind)
{
    switch (kind) {
    case core::TypeKind::Class:
        return tr("class");
    case core::TypeKind::Interface:
        return tr("interface");
    case core::TypeKind::Enum:
        return tr("enum");
    case core::TypeKind::Record:
        return tr("record");
    case core::TypeKind::Annotation:
        return tr("annotation");
    case core::TypeKind::Struct:
        return tr("struct");
    case core::TypeKind::Union:
        return tr("union");
    case core::TypeKind::Module:
        return tr("module");
    }
    return {};
}

QString Names::of(core::TableOrigin origin)
{
    switch (origin) {
    case core::TableOrigin::Ddl:
        return tr("DDL");
    case core::TableOrigin::Entity:
        return tr("entity");
    case core::TableOrigin::Sql:
        return tr("SQL only");
    case core::TableOrigin::Document:
        return tr("document store");
    }
    return {};
}

QString Names::of(core::EntryPointKind kind)
{
    switch (kind) {
    case core::EntryPointKind::Http:
        return tr("screen or HTTP");
    case core::EntryPointKind::Servlet:
        return tr("servlet");
    case core::EntryPointKind::Rest:
        return tr("REST");
    case core::EntryPointKind::Soap:
        return tr("SOAP");
    case core::EntryPointKind::Action:
        return tr("action");
    case core::EntryPointKind::Message:
        return tr("message");
    case core::EntryPointKind::Scheduled:
        return tr("scheduled");
    case core::EntryPointKind::Batch:
        return tr("batch");
    case core::EntryPointKind::WebSocket:
        return tr("web socket");
    case core::EntryPointKind::Remote:
        return tr("remote call");
    case core::EntryPointKind::Main:
        return tr("program");
    case core::EntryPointKind::Service:
        return tr("service");
    }
    return {};
}

QString Names::of(core::ViewKind kind)
{
    switch (kind) {
    case core::ViewKind::Jsp:
        return QStringLiteral("JSP");
    case core::ViewKind::Html:
        return QStringLiteral("HTML");
    case core::ViewKind::Thymeleaf:
        return QStringLiteral("Thymeleaf");
    case core::ViewKind::Xhtml:
        return QStringLiteral("XHTML");
    case core::ViewKind::Tiles:
        return QStringLiteral("Tiles");
    case core::ViewKind::Nexacro:
        return QStringLiteral("Nexacro");
    case core::ViewKind::Other:
        return tr("other");
    }
    return {};
}

QString Names::of(core::UnresolvedReason reason)
{
    switch (reason) {
    case core::UnresolvedReason::UnknownType:
        return tr("unknown type");
    case core::UnresolvedReason::UnknownMember:
        return tr("unknown member");
    case core::UnresolvedReason::DynamicString:
        return tr("text made while running");
    case core::UnresolvedReason::MissingStatement:
        return tr("missing SQL statement");
    case core::UnresolvedReason::MissingView:
        return tr("missing view");
    case core::UnresolvedReason::MissingHandler:
        return tr("missing handler");
    case core::UnresolvedReason::Reflection:
        return tr("reflection");
    }
    return {};
}

QString Names::of(core::Severity severity)
{
    switch (severity) {
    case core::Severity::Info:
        return tr("information");
    case core::Severity::Warning:
        return tr("warning");
    case core::Severity::Error:
        return tr("error");
    }
    return {};
}

QString Names::of(core::SubdomainKind kind)
{
    switch (kind) {
    case core::SubdomainKind::Core:
        return tr("core");
    case core::SubdomainKind::Supporting:
        return tr("supporting");
    case core::SubdomainKind::Generic:
        return tr("generic");
    }
    return {};
}

QString Names::of(core::MemberRole role)
{
    switch (role) {
    case core::MemberRole::Class:
        return tr("class");
    case core::MemberRole::Table:
        return tr("table");
    case core::MemberRole::View:
        return tr("view");
    }
    return {};
}

QString Names::of(core::FunctionType type)
{
    constexpr const char* kNames[] = {"ILF", "EIF", "EI", "EO", "EQ"};
    return QString::fromLatin1(kNames[static_cast<int>(type)]);
}

QString Names::of(core::FunctionState state)
{
    switch (state) {
    case core::FunctionState::Proposed:
        return tr("proposed");
    case core::FunctionState::Confirmed:
        return tr("confirmed");
    case core::FunctionState::Rejected:
        return tr("rejected");
    }
    return {};
}

QString Names::of(core::Complexity complexity)
{
    switch (complexity) {
    case core::Complexity::Low:
        return tr("low");
    case core::Complexity::Average:
        return tr("average");
    case core::Complexity::High:
        return tr("high");
    }
    return {};
}

QString Names::of(core::InterfaceKind kind)
{
    switch (kind) {
    case core::InterfaceKind::Call:
        return tr("call");
    case core::InterfaceKind::SharedTable:
        return tr("shared table");
    case core::InterfaceKind::DistributedTransaction:
        return tr("distributed transaction");
    }
    return {};
}

QString Names::of(core::Language language)
{
    switch (language) {
    case core::Language::Java:
        return QStringLiteral("Java");
    case core::Language::Jsp:
        return QStringLiteral("JSP");
    case core::Language::Html:
        return QStringLiteral("HTML");
    case core::Language::JavaScript:
        return QStringLiteral("JavaScript");
    case core::Language::Xml:
        return QStringLiteral("XML");
    case core::Language::Sql:
        return QStringLiteral("SQL");
    case core::Language::Properties:
        return QStringLiteral("Properties");
    case core::Language::Yaml:
        return QStringLiteral("YAML");
    case core::Language::C:
        return QStringLiteral("C");
    case core::Language::Cpp:
        return QStringLiteral("C++");
    case core::Language::ProC:
        return QStringLiteral("Pro*C");
    case core::Language::Other:
        return tr("other");
    }
    return {};
}

QString Names::brief(const core::PartitionMember& member)
{
    const QString name = QString::fromStdString(member.name);
    if (member.role == core::MemberRole::Class)
        return name.section(QLatin1Char('.'), -1);
    return member.role == core::MemberRole::View ? name.section(QLatin1Char('/'), -1) : name;
}

QString Names::ofEvidence(const std::string& layer)
{
    static const std::map<std::string, const char*> names = {
        {"name", QT_TRANSLATE_NOOP("naru::gui::Names", "names")},
        {"calls", QT_TRANSLATE_NOOP("naru::gui::Names", "calls")},
        {"struct", QT_TRANSLATE_NOOP("naru::gui::Names", "structure")},
        {"data", QT_TRANSLATE_NOOP("naru::gui::Names", "data access")},
        {"entity", QT_TRANSLATE_NOOP("naru::gui::Names", "entity")},
        {"rel", QT_TRANSLATE_NOOP("naru::gui::Names", "table relations")},
        {"comp", QT_TRANSLATE_NOOP("naru::gui::Names", "composition")},
        {"reach", QT_TRANSLATE_NOOP("naru::gui::Names", "data reached")},
        {"view", QT_TRANSLATE_NOOP("naru::gui::Names", "views")},
        {"vlink", QT_TRANSLATE_NOOP("naru::gui::Names", "links between views")},
        {"vocab", QT_TRANSLATE_NOOP("naru::gui::Names", "vocabulary")},
        {"strs", QT_TRANSLATE_NOOP("naru::gui::Names", "string keys")},
        {"dir", QT_TRANSLATE_NOOP("naru::gui::Names", "packages and folders")},
        {"cochange", QT_TRANSLATE_NOOP("naru::gui::Names", "changed together")},
        {"authors", QT_TRANSLATE_NOOP("naru::gui::Names", "authors")},
        {"usecase", QT_TRANSLATE_NOOP("naru::gui::Names", "use cases")},
    };
    const auto known = names.find(layer);
    return known == names.end() ? QString::fromStdString(layer) : tr(known->second);
}

} // namespace naru::gui
