#include "analyzers/graph/BeanChoice.h"

#include "analyzers/graph/CodeLookup.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The name a container gives a bean that states none.
std::string defaultName(std::string_view simple)
{
    std::string name(simple);
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool acronym = name.size() > 1 && upper(name[0]) && upper(name[1]);
    if (!name.empty() && upper(name[0]) && !acronym)
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
    return name;
}

} // namespace

BeanChoice::BeanChoice(const SymbolTable& table, const CodeIndex& index) : m_table(table), m_model(index.model)
{
    readAnnotations(index);
    readFields();
}

void BeanChoice::readAnnotations(const CodeIndex& index)
{
    const auto argument = [&](const AnnotationUse& use, std::string_view key) {
        for (const AnnotationArg& arg : use.args)
            if (m_model.text(arg.key) == key && !arg.values.empty() && arg.folded)
                return std::string(m_model.text(arg.values.front()));
        return std::string();
    };
    for (const AnnotationUse& use : index.annotations) {
        const std::string_view name = simpleName(m_model.text(use.name));
        if (use.target == AnnotationTarget::Type) {
            if (isOneOf(name, {"Service", "Component", "Repository", "Controller", "RestController", "Named", "Configuration"})) {
                const std::string given = argument(use, "value");
                m_beans[use.type] = given.empty() ? defaultName(m_model.text(m_model[use.type].simple)) : given;
                m_constructed[use.type] = true;
            } else if (name == "Primary") {
                m_primary[use.type] = true;
            }
        } else if (use.target == AnnotationTarget::Field) {
            if (isOneOf(name, {"Autowired", "Inject", "EJB"}))
                m_injected.try_emplace(use.member);
            else if (name == "Resource")
                m_injected[use.member] = argument(use, "name");
            else if (isOneOf(name, {"Qualifier", "Named"}))
                m_injected[use.member] = argument(use, "value");
        }
    }
}

void BeanChoice::readFields()
{
    for (std::uint32_t type = 0; type < m_table.types.size(); ++type)
        if (!m_table.types[type].hidden && m_table.types[type].model.valid())
            m_symbols[m_table.types[type].model] = type;
    for (const MemberSymbol& member : m_table.members) {
        const bool project = member.kind == MemberKind::Field && member.model.valid() && member.type != nullptr &&
                             member.type->is(TypeForm::Project) && !m_table.types[member.owner].hidden;
        if (!project)
            continue;
        const TypeId owner = m_table.types[member.owner].model;
        const auto injected = m_injected.find(member.model);
        const bool throughConstructor = m_constructed.contains(owner) && !has(member.flags, MemberFlag::Static);
        if (injected == m_injected.end() && !throughConstructor)
            continue;
        m_fields[owner].push_back(
            {member.type->id, injected != m_injected.end() ? injected->second : std::string(), std::string(m_table.text(member.name))});
    }
}

TypeId BeanChoice::chosen(TypeId user, TypeId declared, const std::vector<TypeId>& candidates) const
{
    const auto fields = m_fields.find(user);
    const auto declaredSymbol = m_symbols.find(declared);
    if (fields == m_fields.end() || declaredSymbol == m_symbols.end())
        return {};
    const Injection* injection = nullptr;
    for (const Injection& field : fields->second) {
        if (!m_table.inherits(field.type, declaredSymbol->second))
            continue;
        if (injection != nullptr)
            return {}; // two fields of that kind: the call may go through either
        injection = &field;
    }
    if (injection == nullptr)
        return {};
    const auto named = [&](const std::string& name) {
        for (const TypeId candidate : candidates)
            if (const auto bean = m_beans.find(candidate); bean != m_beans.end() && bean->second == name)
                return candidate;
        return TypeId();
    };
    if (!injection->qualifier.empty())
        return named(injection->qualifier);
    for (const TypeId candidate : candidates)
        if (m_primary.contains(candidate))
            return candidate;
    return named(injection->field);
}

} // namespace naru::analyzers::graph
