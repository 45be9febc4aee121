#include "app/service/Services.h"

#include "core/base/Files.h"

#include <array>
#include <cstdlib>
#include <system_error>

namespace naru::service {

namespace fs = std::filesystem;

namespace {

bool holdsResources(const fs::path& folder)
{
    std::error_code error;
    return fs::is_directory(folder / "texts", error);
}

} // namespace

core::Result<fs::path> findResources(const fs::path& executable)
{
    if (const char* named = std::getenv("NARU_RESOURCES"); named != nullptr && *named != '\0') {
        if (holdsResources(named))
            return fs::path(named);
        return core::failure(core::ErrorCode::NotFound, "service.resources.not-found", {}, named);
    }
    std::error_code error;
    const fs::path real = fs::weakly_canonical(executable, error);
    const fs::path bin = real.parent_path();
    // Installed beside share/, then the build trees build/<preset>/bin below the sources.
    const std::array candidates = {bin / "../share/naru", bin / "resources", bin / "../../../resources", bin / "../../resources"};
    for (const fs::path& candidate : candidates)
        if (holdsResources(candidate))
            return fs::weakly_canonical(candidate, error);
    return core::failure(core::ErrorCode::NotFound, "service.resources.not-found", {}, core::toUtf8(bin));
}

} // namespace naru::service
