#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace naru::tests {

/// A folder that is there for one test: in memory where there is such a place, for
/// syncing hundreds of small files to a disk takes most of the time; `onDisk` where it matters.
class TempFolder {
public:
    explicit TempFolder(bool onDisk = false)
    {
        const std::filesystem::path memory("/dev/shm");
        const bool inMemory = !onDisk && ::access(memory.c_str(), W_OK | X_OK) == 0;
        std::string name = ((inMemory ? memory : std::filesystem::temp_directory_path()) / "naru-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            ADD_FAILURE() << "no temporary folder";
        m_path = name;
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder()
    {
        std::error_code ignored;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(m_path, ignored))
            std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_all, ignored);
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(const std::filesystem::path& name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace naru::tests
