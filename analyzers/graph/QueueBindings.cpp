#include "analyzers/graph/QueueBindings.h"

#include "analyzers/graph/FieldSettings.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Of code: a call of bind() and what stands on the lines of its chain.
class BuiltBindings {
public:
    explicit BuiltBindings(const CodeLookup& lookup) : m_lookup(lookup), m_model(lookup.index().model) {}

    void addTo(std::vector<config::QueueBinding>& all)
    {
        for (const ExternalCall& call : m_lookup.index().externalCalls)
            if (call.from.valid() && m_lookup.text(call.name) == "bind" &&
                simpleName(m_lookup.text(call.receiverType)) == "BindingBuilder" && !m_lookup.test(call.at))
                m_binds[call.from].push_back(call.at.line);
        if (m_binds.empty())
            return;
        valuesOfFields();
        for (const CallEdge& edge : m_model.calls)
            if (const Line line = bindOf(edge.from, edge.at.line))
                bean(m_made[{edge.from, line}], m_lookup.text(m_model[edge.to].valueType), m_lookup.text(m_model[edge.to].name), edge.to);
        for (const StringUse& use : m_lookup.index().strings)
            if (const Line line = bindOf(use.in, use.at.line); line != 0 && !use.dynamic && m_lookup.text(use.callee) == "with")
                m_made[{use.in, line}].key = m_lookup.text(use.text);
        for (const auto& [member, lines] : m_binds) {
            const MethodDetail* detail = m_lookup.detail(member);
            for (const Parameter& parameter : detail == nullptr || lines.size() > 1 ? decltype(detail->parameters)() : detail->parameters) {
                const auto made = m_makers.find(m_lookup.text(parameter.name));
                bean(m_made[{member, lines.front()}], m_lookup.text(parameter.type), m_lookup.text(parameter.name),
                     made == m_makers.end() ? MemberId() : made->second);
            }
        }
        for (auto& [place, binding] : m_made)
            if (!binding.queue.empty())
                all.push_back(std::move(binding));
    }

private:
    using Line = std::uint32_t; ///< of the call of bind(); 0 for none

    [[nodiscard]] Line bindOf(MemberId member, Line line) const
    {
        constexpr Line kLongestChain = 4; // lines
        const auto known = member.valid() ? m_binds.find(member) : m_binds.end();
        Line found = 0;
        for (std::size_t i = 0; known != m_binds.end() && i < known->second.size(); ++i)
            if (known->second[i] <= line && line < known->second[i] + kLongestChain)
                found = std::max(found, known->second[i]);
        return found;
    }

    /// The settings that fields hold: keys on the lines of a chain, names in the methods that make queues.
    void valuesOfFields()
    {
        for (const AnnotationUse& use : m_lookup.index().annotations)
            if (use.target == AnnotationTarget::Method && use.member.valid() && simpleName(m_lookup.text(use.name)) == "Bean")
                m_makers.emplace(m_lookup.text(m_model[use.member].name), use.member);
        const FieldSettings settings(m_lookup);
        for (const FieldAccessEdge& access : m_model.fieldAccesses) {
            const std::string_view value = access.mode == AccessMode::Read ? settings.of(access.to) : std::string_view();
            if (value.empty() || m_lookup.text(m_model[access.to].valueType) != "String")
                continue;
            m_values.emplace(access.from, value);
            if (const Line line = bindOf(access.from, access.at.line))
                m_made[{access.from, line}].key = value;
        }
    }

    /// A queue or exchange by the name of its bean, or the setting that `maker`, which makes it, names.
    void bean(config::QueueBinding& binding, std::string_view type, std::string_view name, MemberId maker) const
    {
        const auto value = m_values.find(maker);
        const std::string_view known = value == m_values.end() ? name : value->second;
        if (simpleName(type) == "Queue")
            binding.queue = known;
        else if (simpleName(type) == "FanoutExchange")
            binding.exchange = known;
    }

    const CodeLookup& m_lookup;
    const CodeModel& m_model;
    std::map<MemberId, std::vector<Line>> m_binds;
    std::map<std::string_view, MemberId> m_makers; ///< methods with @Bean by their names
    std::map<MemberId, std::string_view> m_values; ///< the first setting that a member reads from a field
    std::map<std::pair<MemberId, Line>, config::QueueBinding> m_made;
};

} // namespace

std::vector<config::QueueBinding> queueBindings(const CodeLookup& lookup, const ProjectFacts& facts)
{
    std::vector<config::QueueBinding> all;
    for (const auto& file : facts.springs)
        all.insert(all.end(), file.facts.bindings.begin(), file.facts.bindings.end());
    BuiltBindings(lookup).addTo(all);
    return all;
}

bool fitsKey(std::string_view pattern, std::string_view key)
{
    const auto next = [](std::string_view text) { return text.substr(std::min(text.find('.'), text.size() - 1) + 1); };
    const auto word = [](std::string_view text) { return text.substr(0, text.find('.')); };
    if (pattern.empty())
        return key.empty();
    if (word(pattern) == "#") {
        for (const std::string_view rest = next(pattern); !key.empty(); key = next(key))
            if (fitsKey(rest, key))
                return true;
        return next(pattern).empty() || fitsKey(next(pattern), key);
    }
    return !key.empty() && (word(pattern) == "*" || word(pattern) == word(key)) && fitsKey(next(pattern), next(key));
}

} // namespace naru::analyzers::graph
