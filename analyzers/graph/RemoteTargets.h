#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// A method or annotation that makes a request.
struct RemoteVerb {
    std::string_view name;
    std::string_view method; ///< HTTP method; empty: said elsewhere or not at all
};

template <std::size_t N> const RemoteVerb* verbOf(const std::array<RemoteVerb, N>& verbs, std::string_view name)
{
    const auto found = std::ranges::find(verbs, name, &RemoteVerb::name);
    return found == verbs.end() ? nullptr : &*found;
}

/// The host of an absolute URL, and the path.
struct RemoteTarget {
    std::string service;
    std::string path;
};
[[nodiscard]] RemoteTarget remoteTarget(std::string_view url);

/// Adds calls over HTTP to a model; where an entry point of the system answers the same path, the call names it.
class RemoteTargets {
public:
    RemoteTargets(core::CodeModel& model, const CodeLookup& lookup);

    void add(core::MemberId from, core::RemoteKind kind, const std::string& service, std::string_view method, const std::string& path,
             core::Location at);

private:
    [[nodiscard]] core::EntryPointId entryAt(std::string_view path, std::string_view method, core::TypeId caller) const;

    core::CodeModel& m_model;
    const CodeLookup& m_lookup;
    std::map<std::string, std::vector<core::EntryPointId>> m_entries; ///< by the shape of the path
};

} // namespace naru::analyzers::graph
