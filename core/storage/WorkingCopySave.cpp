// The way of a working copy back into its file.

#include "core/base/Files.h"
#include "core/storage/SafeFile.h"
#include "core/storage/WorkingCopy.h"
#include "core/storage/WorkingPaths.h"

#include <random>
#include <string>
#include <system_error>
#include <utility>

namespace naru::core {

namespace fs = std::filesystem;

namespace {

std::string newSaveId()
{
    std::random_device device;
    return Fingerprint{(std::uint64_t{device()} << 32U) | device(), (std::uint64_t{device()} << 32U) | device()}.hex();
}

/// `NAME.<word>-1.naru`, `-2` ... the first that is free.
fs::path freeName(const fs::path& file, const std::string& word)
{
    std::error_code ignored;
    for (int number = 1;; ++number) {
        fs::path name = file.parent_path() / file.stem();
        name += "." + word + "-" + std::to_string(number);
        name += file.extension();
        if (!fs::exists(fs::symlink_status(name, ignored)))
            return name;
    }
}

} // namespace

fs::path resolved(const fs::path& file)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(file, error).lexically_normal();
    const fs::path real = fs::weakly_canonical(absolute, error);
    return error ? absolute : real;
}

fs::path siblingOf(const fs::path& file)
{
    return file.parent_path() / (fs::path(".") += file.filename()).concat("-saving");
}

Result<void> WorkingCopy::checkUnchanged() const
{
    const auto content = fingerprintOf(m_target);
    const bool gone = !content && content.error().code == ErrorCode::NotFound; // nothing there that could be overwritten
    if (gone || (content && *content == m_origin.content))
        return {};
    return failure(ErrorCode::Conflict, "core.project.changed", {}, toUtf8(m_file));
}

Result<void> WorkingCopy::keepOlderVersion() const
{
    if (m_origin.migratedFrom == 0)
        return {};
    const fs::path backup = freeName(m_target, "version" + std::to_string(m_origin.migratedFrom));
    return copyDurably(m_target, backup);
}

Result<void> WorkingCopy::keepOthersFile() const
{
    if (checkUnchanged())
        return {};
    return placeNewFile(m_target, freeName(m_target, "other"));
}

Result<void> WorkingCopy::save(OnChange onChange)
{
    if (m_readOnly)
        return failure(ErrorCode::NotWritable, "core.project.read-only", {}, toUtf8(m_file));
    const bool refuse = onChange == OnChange::Refuse;
    if (const auto same = checkUnchanged(); refuse && !same)
        return same;
    if (const auto named = m_store->setMeta(kSaveId, newSaveId()); !named)
        return named;
    const fs::path sibling = siblingOf(m_target);
    auto done = m_store->writeTo(sibling);
    // Looked at once more, for writing a large project takes seconds.
    if (done)
        done = refuse ? checkUnchanged() : keepOthersFile();
    if (done)
        done = keepOlderVersion();
    if (done)
        done = install(sibling);
    if (!done) {
        std::error_code ignored;
        fs::remove(sibling, ignored);
        Error error = done.error();
        error.path = toUtf8(m_file);
        return std::unexpected(error);
    }
    return {};
}

Result<void> WorkingCopy::install(const fs::path& written)
{
    const auto content = fingerprintOf(written);
    const auto revision = m_store->revision();
    if (!content || !revision)
        return std::unexpected(content ? revision.error() : content.error());
    std::error_code ignored;
    const fs::file_status old = fs::status(m_target, ignored);
    if (fs::is_regular_file(old))
        fs::permissions(written, old.permissions(), ignored);
    if (const auto placed = replaceFile(written, m_target); !placed)
        return placed;
    m_origin = {*content, *revision, 0};
    return writeOrigin();
}

Result<void> WorkingCopy::saveAs(const fs::path& file)
{
    const fs::path target = resolved(file);
    if (target == m_target && !m_readOnly)
        return save();
    std::error_code ignored;
    if (fs::is_directory(target, ignored))
        return failure(ErrorCode::NotWritable, "core.project.not-file", {}, toUtf8(file));
    if (!fs::is_directory(target.parent_path(), ignored))
        return failure(ErrorCode::NotWritable, "core.project.no-folder", {}, toUtf8(file));
    if (!writable(target.parent_path()))
        return failure(ErrorCode::NotWritable, "core.project.folder-read-only", {}, toUtf8(file));
    if (fs::exists(target, ignored) && !writable(target))
        return failure(ErrorCode::NotWritable, "core.project.read-only", {}, toUtf8(file));
    auto folder = WorkingFolder::acquire(target, m_stateFolder);
    if (!folder)
        return std::unexpected(folder.error());
    if (folder->holdsCopy())
        if (const auto aside = folder->setAside(); !aside)
            return std::unexpected(aside.error());
    WorkingCopy next(file, m_stateFolder, std::move(*folder));
    const fs::path sibling = siblingOf(target);
    auto done = m_store->setMeta(kSaveId, newSaveId());
    if (done)
        done = m_store->writeTo(sibling);
    if (done)
        done = replaceFile(sibling, target);
    if (done)
        done = next.takeFile();
    if (!done) {
        fs::remove(sibling, ignored);
        return done;
    }
    std::swap(m_file, next.m_file);
    std::swap(m_target, next.m_target);
    std::swap(m_folder, next.m_folder);
    std::swap(m_store, next.m_store);
    std::swap(m_origin, next.m_origin);
    m_readOnly = next.m_readOnly;
    m_recovered = false;
    next.m_discarded = true; // what it had is in the new file
    return {};
}

} // namespace naru::core
