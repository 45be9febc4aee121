#include "analyzers/cpp/WorkerProgram.h"

#include <cstdlib>
#include <system_error>

namespace naru::analyzers::cpp {

std::filesystem::path workerProgram()
{
    constexpr const char* kName = "naru-worker";
    if (const char* given = std::getenv("NARU_WORKER"); given != nullptr && *given != '\0')
        return given;
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    if (error)
        return {};
    for (const std::filesystem::path& place : {folder / kName, folder.parent_path() / "bin" / kName})
        if (std::filesystem::exists(place, error))
            return place;
    return {};
}

} // namespace naru::analyzers::cpp
