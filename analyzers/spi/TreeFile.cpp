#include "analyzers/spi/TreeFile.h"

#include "analyzers/spi/Archive.h"
#include "analyzers/spi/SourceTree.h"
#include "core/base/Files.h"

#include <algorithm>

namespace naru::analyzers {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::failure;

namespace {

/// The bytes of `path` inside an archive; `at` names it in errors.
core::Result<std::string> inArchive(const fs::path& archive, std::string_view path, std::uintmax_t limit, const std::string& at)
{
    std::string bytes;
    const std::string* inner = nullptr;
    for (int depth = 0; depth < kDeepestNesting; ++depth) {
        const ArchiveLimits limits{.entryBytes = limit};
        std::vector<core::Diagnostic> diagnostics;
        const auto wanted = [&](std::string_view entry) {
            return entry == path || (isArchiveName(entry) && path.starts_with(entry) && path.substr(entry.size()).starts_with('/'));
        };
        auto entries = readArchive(archive, inner, at, limits, wanted, diagnostics);
        if (!entries)
            return std::unexpected(entries.error());
        if (entries->empty())
            break;
        ArchiveEntry& found = entries->front();
        if (found.path == path)
            return std::move(found.bytes);
        path.remove_prefix(found.path.size() + 1);
        bytes = std::move(found.bytes);
        inner = &bytes;
    }
    return failure(ErrorCode::NotFound, "analysis.source.not-in-archive", {{"archive", core::toUtf8(archive)}}, at);
}

} // namespace

core::Result<std::string> readTreeFile(const fs::path& root, std::string_view path, std::uintmax_t limit)
{
    const std::string at(path);
    if (path.ends_with(".class"))
        return failure(ErrorCode::Unsupported, "analysis.source.compiled", {}, at);
    std::error_code ignored;
    fs::path reached = root;
    std::string_view rest = path;
    while (!rest.empty() && !fs::is_regular_file(reached, ignored)) {
        const std::size_t slash = rest.find('/');
        reached /= fs::path(std::u8string(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(std::min(slash, rest.size()))));
        rest = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    }
    auto bytes = rest.empty() ? core::readFile(reached, limit) : inArchive(reached, rest, limit, at);
    if (!bytes)
        return std::unexpected(bytes.error());
    return decodeText(std::move(*bytes), at);
}

} // namespace naru::analyzers
