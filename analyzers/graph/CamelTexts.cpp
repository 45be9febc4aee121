#include "analyzers/graph/CamelTexts.h"

#include "analyzers/graph/CamelUris.h"

namespace naru::analyzers::graph {

using namespace core;

CamelTexts::CamelTexts(const CodeLookup& lookup, const ProjectFacts& facts, const std::set<MemberId>& working)
    : m_lookup(lookup),
      m_facts(facts),
      m_settings(lookup)
{
    fields(working);
    strings(working);
}

void CamelTexts::fields(const std::set<MemberId>& working)
{
    const CodeModel& model = m_lookup.index().model;
    std::map<MemberId, MemberId> getters; // of a field with a setting
    for (const FieldAccessEdge& access : model.fieldAccesses) {
        if (access.mode != AccessMode::Read)
            continue;
        if (!m_settings.of(access.to).empty()) {
            getters.emplace(access.from, access.to);
            m_fields[{access.from, access.at.line}] = access.to;
        } else if (m_lookup.annotation(access.to, "Produce") != nullptr || m_lookup.annotation(access.to, "EndpointInject") != nullptr) {
            m_fields[{access.from, access.at.line}] = access.to;
        }
    }
    for (const CallEdge& edge : model.calls)
        if (working.contains(edge.from) && m_lookup.text(model[edge.to].valueType) == "String")
            if (const auto getter = getters.find(edge.to); getter != getters.end())
                m_fields.emplace(std::pair(edge.from, edge.at.line), getter->second);
}

void CamelTexts::strings(const std::set<MemberId>& working)
{
    const CodeModel& model = m_lookup.index().model;
    std::map<MemberId, Text> returned;
    for (const StringUse& use : m_lookup.index().strings) {
        const std::string_view text = m_lookup.text(use.text);
        const Text known{std::string(use.dynamic ? text.substr(0, text.find('?')) : text), use.dynamic};
        if (use.context == StringContext::Return && use.in.valid() && text.find(':') != std::string_view::npos)
            returned.emplace(use.in, known);
        else if (use.context == StringContext::Argument && use.dynamic && working.contains(use.in))
            m_parts.emplace(std::tuple(use.in, use.at.line, use.callee, use.argument), known);
    }
    for (const CallEdge& edge : model.calls)
        if (const auto text = returned.find(edge.to);
            text != returned.end() && working.contains(edge.from) && m_lookup.text(model[edge.to].valueType) == "String")
            m_returned.emplace(std::pair(edge.from, edge.at.line), text->second);
}

std::string CamelTexts::settled(std::string_view text) const
{
    return m_facts.settled(camelPlaceholders(text));
}

CamelTexts::Text CamelTexts::written(const ExternalCall& call, std::size_t argument) const
{
    if (argument < call.args.size() && call.args[argument].valid())
        return {settled(m_lookup.text(call.args[argument])), false};
    const auto part = m_parts.find({call.from, call.at.line, call.name, static_cast<std::uint16_t>(argument)});
    return part == m_parts.end() ? Text() : Text{settled(part->second.text), true};
}

CamelTexts::Text CamelTexts::mentioned(MemberId member, Location at) const
{
    if (const auto found = m_fields.find({member, at.line}); found != m_fields.end()) {
        for (const std::string_view kind : {"Produce", "EndpointInject"})
            if (const AnnotationUse* use = m_lookup.annotation(found->second, kind))
                return {settled(argument(m_lookup, *use, argument(m_lookup, *use, "uri").empty() ? "value" : "uri")), false};
        return {settled(m_settings.of(found->second)), false};
    }
    const auto returned = m_returned.find({member, at.line});
    return returned == m_returned.end() ? Text() : Text{settled(returned->second.text), returned->second.cut};
}

} // namespace naru::analyzers::graph
