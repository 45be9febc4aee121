#pragma once

#include "core/model/CodeModel.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::graph {

/// Finds the entry point that a URL leads to.
class EntryIndex {
public:
    explicit EntryIndex(const core::CodeModel& model);

    /// The entry points at a URL as cleanUrl() gives it: all methods of the best fitting path, or those of `method` if there are
    /// such; empty when the URL leads nowhere known.
    [[nodiscard]] std::vector<core::EntryPointId> at(std::string_view url, std::string_view method) const;

    /// The entry points of a path as it stands in the model.
    [[nodiscard]] std::vector<core::EntryPointId> exact(const std::string& path) const;

    /// The same as at() for an address of which parts are not known (`{}`): the only path that fits it, when its last part is known.
    [[nodiscard]] std::vector<core::EntryPointId> withHoles(std::string_view url) const;

    /// The same for a request of a front end of its own, which reaches the system through proxies and clients: a path that ends in it, or in
    /// which it ends, when no other fits as well. `method` may be empty.
    [[nodiscard]] std::vector<core::EntryPointId> asked(std::string_view url, std::string_view method) const;

private:
    struct Pattern {
        std::vector<std::string> segments;
        core::EntryPointId entry;
    };
    [[nodiscard]] std::vector<core::EntryPointId> byPattern(const std::string& path) const;
    [[nodiscard]] std::vector<core::EntryPointId> relativeTo(const std::string& path) const;
    [[nodiscard]] static std::vector<std::string> tail(const std::string& path, const std::vector<std::string>& candidates);

    const core::CodeModel& m_model;
    std::unordered_map<std::string, std::vector<core::EntryPointId>> m_byPath;
    std::unordered_map<std::string, std::vector<std::string>> m_byLast; ///< last segment -> paths
    std::unordered_map<std::size_t, std::vector<Pattern>> m_patterns;   ///< by number of segments
    std::vector<std::pair<std::string, core::EntryPointId>> m_prefixes; ///< /a/*
    std::unordered_map<std::string, std::vector<Pattern>> m_byWords;    ///< all, by the last segment that is no variable
};

} // namespace naru::analyzers::graph
