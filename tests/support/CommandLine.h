#pragma once

#include "app/cli/Cli.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace naru::tests {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

/// Runs the command line inside the test.
inline Ran runNaru(std::vector<std::string> arguments)
{
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::runCommandLine(arguments, "/proc/self/exe", out, err, {});
    return {code, out.str(), err.str()};
}

/// A folder that is gone when the test is over.
class TemporaryFolder {
public:
    explicit TemporaryFolder(const std::string& name = "test")
        : m_path(std::filesystem::temp_directory_path() / ("naru-" + name + "-" + std::to_string(::getpid()) + "-" + std::to_string(next())))
    {
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder()
    {
        std::error_code error;
        std::filesystem::remove_all(m_path, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (m_path / name).string(); }

private:
    static int next()
    {
        static int count = 0;
        return ++count;
    }
    std::filesystem::path m_path;
};

} // namespace naru::tests
