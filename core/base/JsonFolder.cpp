#include "core/base/JsonFolder.h"

#include "core/base/Files.h"

#include <algorithm>

namespace naru::core {

Result<std::vector<std::filesystem::path>> jsonFiles(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (error)
        return failure(ErrorCode::NotFound, "core.file.not-found", {}, toUtf8(folder));
    std::ranges::sort(files);
    return files;
}

} // namespace naru::core
