#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <map>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// What the configuration gives to fields: @Value and @ConfigProperty at the field itself, or at the parameter of the constructor or setter that
/// is called like it.
class FieldSettings {
public:
    explicit FieldSettings(const CodeLookup& lookup);

    /// As it is written ("${queue.orders:Q}"); empty for a field without.
    [[nodiscard]] std::string_view of(core::MemberId field) const;
    [[nodiscard]] const std::map<core::MemberId, std::string>& all() const { return m_written; }

private:
    std::map<core::MemberId, std::string> m_written;
};

} // namespace naru::analyzers::graph
