#pragma once

#include "app/gui/pages/SplitPage.h"
#include "tests/gui/GuiTest.h"

#include <algorithm>
#include <memory>
#include <string>

namespace naru::test {

/// The window with the sample open at the page of the split; one program for all cases, which leave the split as they found it.
class SplitFixture : public ::testing::Test {
protected:
    static void SetUpTestSuite()
    {
        s_program = std::make_unique<Program>();
        s_program->createProject(sampleRoot(), QStringLiteral("총무관리 시스템"), s_program->path(QStringLiteral("sample.naru")));
        s_program->window().goTo(gui::Step::Split);
        s_program->settle();
    }
    static void TearDownTestSuite() { s_program.reset(); }

    Program& program() { return *s_program; }
    gui::SplitPage& page() { return *static_cast<gui::SplitPage*>(program().window().page(gui::Step::Split)); }
    const core::Alternative& alternative() { return *program().document().alternative(); }
    const core::Context* context(const std::string& id)
    {
        const auto at = std::ranges::find(alternative().contexts, id, &core::Context::id);
        return at == alternative().contexts.end() ? nullptr : &*at;
    }
    std::string placeOf(const std::string& member)
    {
        for (const core::Context& one : alternative().contexts)
            for (const core::PartitionMember& other : one.members)
                if (other.id == member)
                    return one.id;
        return {};
    }
    void undo()
    {
        program().act(QStringLiteral("undo"));
        program().settle();
    }

    static inline std::unique_ptr<Program> s_program;
};

} // namespace naru::test
