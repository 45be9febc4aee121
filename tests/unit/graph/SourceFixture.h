#pragma once

#include "analyzers/graph/AnalysisPipeline.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace naru::tests {

/// Analyses small sources that a test gives as texts, and answers in texts.
class SourceFixture : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        m_root =
            std::filesystem::temp_directory_path() / ("naru-" + std::to_string(std::random_device{}()) + "-" + std::string(info->name()));
        std::filesystem::create_directories(m_root);
    }
    void TearDown() override { std::filesystem::remove_all(m_root); }

    void write(const std::string& path, std::string_view text)
    {
        std::filesystem::create_directories((m_root / path).parent_path());
        std::ofstream(m_root / path, std::ios::binary) << text;
    }

    void analyse(int threads = 1)
    {
        core::Job job(threads);
        auto result = analyzers::graph::analyzeTree(m_root, {}, job);
        ASSERT_TRUE(result.has_value()) << result.error().key;
        m_analysis = std::move(*result);
    }

    [[nodiscard]] const core::CodeModel& model() const { return m_analysis.index.model; }
    [[nodiscard]] const analyzers::CodeIndex& index() const { return m_analysis.index; }
    [[nodiscard]] std::string text(core::StringId id) const { return std::string(model().text(id)); }
    [[nodiscard]] std::string memberId(core::MemberId id) const { return id.valid() ? text(model()[id].id) : std::string("-"); }

    /// "from -> to" for each call; with the dispatch edges only when asked for.
    [[nodiscard]] std::set<std::string> calls(bool dispatch = false) const
    {
        std::set<std::string> found;
        for (const auto& call : model().calls)
            if (dispatch || call.rule != core::Rule::Dispatch)
                found.insert(memberId(call.from) + " -> " + memberId(call.to));
        return found;
    }
    [[nodiscard]] std::set<std::string> typeNames() const
    {
        std::set<std::string> found;
        for (const auto& type : model().types)
            found.insert(text(type.name));
        return found;
    }
    [[nodiscard]] std::set<std::string> memberIds() const
    {
        std::set<std::string> found;
        for (const auto& member : model().members)
            found.insert(text(member.id));
        return found;
    }
    [[nodiscard]] std::set<std::string> entryIds() const
    {
        std::set<std::string> found;
        for (const auto& entry : model().entryPoints)
            found.insert(text(entry.id) + " = " + text(entry.handlerName));
        return found;
    }
    [[nodiscard]] std::set<std::string> unresolved() const
    {
        std::set<std::string> found;
        for (const auto& item : model().unresolved)
            found.insert(text(item.text));
        return found;
    }
    [[nodiscard]] std::set<std::string> uses(core::UseKind kind) const
    {
        std::set<std::string> found;
        for (const auto& use : model().typeUses)
            if (use.kind == kind)
                found.insert(text(model()[use.from].name) + " -> " + text(model()[use.to].name));
        return found;
    }
    [[nodiscard]] std::set<std::string> externals() const
    {
        std::set<std::string> found;
        for (const auto& call : index().externalCalls)
            found.insert(text(call.receiverType) + "." + text(call.name));
        return found;
    }
    /// The strings of a context, with "~" before those with dynamic parts.
    [[nodiscard]] std::multiset<std::string> strings(analyzers::StringContext context) const
    {
        std::multiset<std::string> found;
        for (const auto& use : index().strings)
            if (use.context == context)
                found.insert((use.dynamic ? "~" : "") + text(use.text));
        return found;
    }

    std::filesystem::path m_root;
    analyzers::graph::SourceAnalysis m_analysis;
};

} // namespace naru::tests
