#include "app/service/DocumentMaker.h"

#include "core/base/Files.h"
#include "reports/qt/ReportExport.h"

#include <system_error>

namespace naru::service {

namespace fs = std::filesystem;

namespace {

constexpr int kMostCopies = 1000;

/// Where the document goes; with Keep a name that is free.
core::Result<fs::path> targetOf(const fs::path& wanted, ExistingFiles existing)
{
    std::error_code error;
    if (existing == ExistingFiles::Replace || !fs::exists(wanted, error))
        return wanted;
    for (int copy = 2; existing == ExistingFiles::Keep && copy < kMostCopies; ++copy) {
        fs::path other = wanted;
        other.replace_filename(core::toUtf8(wanted.stem()) + " (" + std::to_string(copy) + ")" + core::toUtf8(wanted.extension()));
        if (!fs::exists(other, error))
            return other;
    }
    return core::failure(core::ErrorCode::Conflict, "report.exists", {{"file", core::toUtf8(wanted.filename())}}, core::toUtf8(wanted));
}

} // namespace

const std::vector<std::string>& reportFormats()
{
    return reports::exportFormats();
}

std::string reportFileName(const std::string& kind, const std::string& format, const std::string& language)
{
    return kind + "-" + language + "." + format;
}

MadeDocument::MadeDocument(core::ReportModel model, std::string kind, std::string language)
    : m_model(std::make_shared<const core::ReportModel>(std::move(model))),
      m_kind(std::move(kind)),
      m_language(std::move(language))
{
}

core::Result<fs::path> MadeDocument::write(const std::string& format, const fs::path& folder, core::Job& job, ExistingFiles existing) const
{
    const auto target = targetOf(folder / reportFileName(m_kind, format, m_language), existing);
    if (!target)
        return std::unexpected(target.error());
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
    const auto bytes = reports::exportReport(*m_model, format);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (job.cancelled())
        return core::failure(core::ErrorCode::Cancelled, "core.cancelled");
    std::error_code error;
    fs::create_directories(folder, error);
    if (const auto saved = core::writeFile(*target, *bytes); !saved)
        return std::unexpected(saved.error());
    return *target;
}

std::vector<std::string> MadeDocument::notes(const std::string& format) const
{
    return reports::exportNotes(*m_model, format);
}

core::Result<MadeDocument> DocumentMaker::make(const std::string& kind) const
{
    auto model = reports::buildReport(kind, m_input, m_texts);
    if (!model)
        return std::unexpected(model.error());
    return MadeDocument(std::move(*model), kind, m_texts.language());
}

} // namespace naru::service
