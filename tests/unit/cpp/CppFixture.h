#pragma once

#include "SourceFixture.h"

namespace naru::tests {

/// Small systems in C and C++, with the stand-in headers of the data files.
class CppFixture : public SourceFixture {
protected:
    void analyse(int threads = 1)
    {
        core::Job job(threads);
        m_options.native.headers = std::filesystem::path(NARU_RESOURCES) / "cpp" / "headers";
        auto result = analyzers::graph::analyzeTree(m_root, m_options, job);
        ASSERT_TRUE(result.has_value()) << result.error().key;
        m_analysis = std::move(*result);
    }
    /// "TABLE r" or "TABLE w" that a member's statements touch.
    [[nodiscard]] std::set<std::string> tables(const std::string& member) const
    {
        std::set<std::string> found;
        for (const auto& edge : model().executes)
            if (memberId(edge.from) == member)
                for (const auto& access : model()[edge.to].accesses)
                    found.insert(text(model()[access.table].name) + (access.mode == core::AccessMode::Write ? " w" : " r"));
        return found;
    }
    [[nodiscard]] std::set<std::string> diagnosticCodes() const
    {
        std::set<std::string> found;
        for (const auto& diagnostic : model().diagnostics)
            found.insert(diagnostic.code);
        return found;
    }
    [[nodiscard]] std::set<std::string> accesses() const
    {
        std::set<std::string> found;
        for (const auto& edge : model().fieldAccesses)
            found.insert(memberId(edge.from) + (edge.mode == core::AccessMode::Write ? " w " : " r ") + memberId(edge.to));
        return found;
    }
    [[nodiscard]] core::ParseState stateOf(const std::string& path) const
    {
        for (const auto& file : model().files)
            if (text(file.path) == path)
                return file.state;
        return core::ParseState::Skipped;
    }

    analyzers::graph::AnalysisOptions m_options;
};

} // namespace naru::tests
