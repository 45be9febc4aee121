#include "analyzers/graph/FieldSettings.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The field that a parameter fills.
MemberId fieldOf(const CodeLookup& lookup, const AnnotationUse& use)
{
    const MethodDetail* detail = lookup.detail(use.member);
    return detail != nullptr && use.parameter < detail->parameters.size()
               ? lookup.field(lookup.index().model[use.member].owner, lookup.text(detail->parameters[use.parameter].name))
               : MemberId();
}

} // namespace

FieldSettings::FieldSettings(const CodeLookup& lookup)
{
    for (const AnnotationUse& use : lookup.index().annotations) {
        const std::string_view name = simpleName(lookup.text(use.name));
        const bool property = name == "ConfigProperty";
        if ((name != "Value" && !property) || !use.member.valid())
            continue;
        const MemberId field = use.target == AnnotationTarget::Parameter ? fieldOf(lookup, use)
                               : use.target == AnnotationTarget::Field   ? use.member
                                                                         : MemberId();
        if (!field.valid())
            continue;
        const std::string_view given = argument(lookup, use, property ? "name" : "value");
        if (const std::string_view other = argument(lookup, use, "defaultValue"); property)
            m_written.emplace(field, "${" + std::string(given) + (other.empty() ? "" : ":" + std::string(other)) + "}");
        else
            m_written.emplace(field, given);
    }
}

std::string_view FieldSettings::of(MemberId field) const
{
    const auto found = m_written.find(field);
    return found == m_written.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace naru::analyzers::graph
