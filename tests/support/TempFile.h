#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

namespace naru::tests {

/// A path below a folder that belongs to the running test alone; the folder exists. Tests run side by side.
inline std::filesystem::path tempFile(const std::string& name)
{
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    const auto folder = std::filesystem::path(testing::TempDir()) / ("naru-" + std::string(test->test_suite_name()) + "-" + test->name());
    std::filesystem::create_directories(folder);
    return folder / name;
}

} // namespace naru::tests
