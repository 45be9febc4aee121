#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/FieldSettings.h"
#include "analyzers/graph/ProjectFacts.h"

#include <map>
#include <set>
#include <string>
#include <tuple>

namespace naru::analyzers::graph {

/// What the code of Camel's routes says where it names an address: constants, what is constant before a part that is not, settings in fields
/// and behind getters, what a method of the system gives back, and the endpoints of fields.
class CamelTexts {
public:
    struct Text {
        std::string text;
        bool cut = false; ///< only the beginning is known
    };

    CamelTexts(const CodeLookup& lookup, const ProjectFacts& facts, const std::set<core::MemberId>& working);

    /// The text of an argument as far as it is constant.
    [[nodiscard]] Text written(const ExternalCall& call, std::size_t argument) const;
    /// What a field, or a method without a parameter, that is mentioned on a line stands for; empty where nothing is.
    [[nodiscard]] Text mentioned(core::MemberId member, core::Location at) const;
    /// With the values of the settings that it names.
    [[nodiscard]] std::string settled(std::string_view text) const;

private:
    void fields(const std::set<core::MemberId>& working);
    void strings(const std::set<core::MemberId>& working);

    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const FieldSettings m_settings;
    std::map<std::pair<core::MemberId, std::uint32_t>, core::MemberId> m_fields; ///< with a setting or an endpoint, by member and line
    std::map<std::pair<core::MemberId, std::uint32_t>, Text> m_returned;         ///< by methods that are called on a line
    std::map<std::tuple<core::MemberId, std::uint32_t, core::StringId, std::uint16_t>, Text> m_parts; ///< arguments that are constant in part
};

} // namespace naru::analyzers::graph
