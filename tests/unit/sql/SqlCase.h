#pragma once

#include "analyzers/sql/SqlReader.h"
#include "analyzers/sql/SqlTokens.h"

#include <gtest/gtest.h>

#include <string>

namespace naru::analyzers::sql {

struct SqlCase {
    const char* name;
    const char* text;
    core::StatementKind kind;
    const char* reads; ///< names in the order of the text, parted by blanks
    const char* writes;
};

inline std::string names(const SqlFacts& facts, core::AccessMode mode)
{
    std::string result;
    for (const TableUse& use : facts.tables) {
        if (use.mode == mode) {
            result += (result.empty() ? "" : " ") + upper(use.name);
        }
    }
    return result;
}

inline void check(const SqlCase& c, const SqlOptions& options = {})
{
    const SqlFacts facts = readSql(c.text, options);
    EXPECT_EQ(static_cast<int>(facts.kind), static_cast<int>(c.kind)) << c.text;
    EXPECT_EQ(names(facts, core::AccessMode::Read), c.reads) << c.text;
    EXPECT_EQ(names(facts, core::AccessMode::Write), c.writes) << c.text;
}

} // namespace naru::analyzers::sql
