#pragma once

#include "analyzers/graph/ProjectFacts.h"
#include "core/base/ContentMap.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace naru::analyzers::graph {

/// Copies of files. Systems for several databases hold the same scripts and mappers many times: what such a file says rests on nothing but
/// its bytes, so one of them is read and the others share it. May be asked from several threads at once; the answers do not depend on who
/// comes first.
class SameContent {
public:
    /// Fills in a file whose bytes were read before under another path. False: it must be read.
    bool take(core::FileId id, std::string_view path, core::SourceFile& file, std::unique_ptr<ProjectFacts>& facts) const;

    /// What was read from a file; the facts stay where they are until everything is read.
    void keep(std::string_view path, const core::SourceFile& file, const ProjectFacts& facts);

private:
    struct Known {
        core::Language language = core::Language::Other;
        std::uint32_t lines = 0;
        const ProjectFacts* facts = nullptr;
    };

    core::ContentMap<Known> m_known;
};

} // namespace naru::analyzers::graph
