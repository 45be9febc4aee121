#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"
#include "core/base/Texts.h"
#include "core/model/ReportModel.h"
#include "reports/builders/ReportInput.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace naru::service {

/// Formats that a document can be written in.
const std::vector<std::string>& reportFormats();

/// What happens to a document of the same name that is there already: replaced, kept (the new one gets a number), or refused.
enum class ExistingFiles { Replace, Keep, Refuse };

/// Name of the file of a document.
std::string reportFileName(const std::string& kind, const std::string& format, const std::string& language);

/// One document, ready to be written in any format.
class MadeDocument {
public:
    MadeDocument(core::ReportModel model, std::string kind, std::string language);

    [[nodiscard]] const std::shared_ptr<const core::ReportModel>& model() const { return m_model; }
    /// Writes the document, whole or not at all, and gives the file. `format` as on the command line.
    /// Errors: those of the writers; Conflict when a file is there and `existing` is Refuse; NotWritable; Cancelled.
    [[nodiscard]] core::Result<std::filesystem::path> write(const std::string& format, const std::filesystem::path& folder, core::Job& job,
                                                            ExistingFiles existing = ExistingFiles::Replace) const;
    /// What the format does not carry, as text keys.
    [[nodiscard]] std::vector<std::string> notes(const std::string& format) const;

private:
    std::shared_ptr<const core::ReportModel> m_model;
    std::string m_kind;
    std::string m_language;
};

/// Makes the documents of one system in one language. All say what the project said when the maker was made: it holds no session, and
/// reads nothing again from one document to the next. make() may be called from several threads.
class DocumentMaker {
public:
    DocumentMaker(reports::ReportInput input, core::Texts texts) : m_input(std::move(input)), m_texts(std::move(texts)) {}

    /// `kind` as on the command line. Errors: those of the builder.
    [[nodiscard]] core::Result<MadeDocument> make(const std::string& kind) const;

private:
    reports::ReportInput m_input;
    core::Texts m_texts;
};

} // namespace naru::service
