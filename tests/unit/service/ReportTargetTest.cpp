#include "app/service/Services.h"
#include "core/base/Files.h"
#include "tests/support/FileSizeLimit.h"
#include "tests/unit/storage/TempFolder.h"

#include <gtest/gtest.h>

namespace naru::tests {

namespace fs = std::filesystem;
using core::ErrorCode;

namespace {

class ReportTarget : public ::testing::Test {
protected:
    core::Result<fs::path> report(const fs::path& folder, service::ExistingFiles existing)
    {
        core::Job job(1);
        service::ProjectService service(*m_session, NARU_RESOURCES);
        const auto documents = service.documents(m_session->project().systems.front().id, "ko");
        const auto document = documents ? documents->make("rfp") : std::unexpected(documents.error());
        return document ? document->write("html", folder, job, existing) : std::unexpected(document.error());
    }
    std::size_t filesIn(const fs::path& folder) const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
    }
    void SetUp() override
    {
        fs::create_directories(m_folder / "src");
        auto opened = service::openOrCreateProject(m_folder / "p.naru", "p", m_folder / "src");
        ASSERT_TRUE(opened.has_value());
        m_session = std::move(opened->session);
    }

    const TempFolder m_folder;
    std::unique_ptr<core::ProjectSession> m_session;
};

TEST_F(ReportTarget, AFullDiskLeavesNoHalfFile)
{
    const fs::path out = m_folder / "out";
    fs::create_directories(out);
    {
        const FileSizeLimit full(4'000);
        const auto failed = report(out, service::ExistingFiles::Replace);
        ASSERT_FALSE(failed.has_value());
        EXPECT_EQ(failed.error().code, ErrorCode::NotWritable) << failed.error().key;
    }
    EXPECT_EQ(filesIn(out), 0U);
}

TEST_F(ReportTarget, AFullDiskKeepsTheDocumentThatWasThere)
{
    const fs::path out = m_folder / "out";
    const auto first = report(out, service::ExistingFiles::Replace);
    ASSERT_TRUE(first.has_value());
    const std::string before = *core::readFile(*first);
    {
        const FileSizeLimit full(4'000);
        ASSERT_FALSE(report(out, service::ExistingFiles::Replace).has_value());
    }
    EXPECT_EQ(*core::readFile(*first), before);
    EXPECT_EQ(filesIn(out), 1U);
}

TEST_F(ReportTarget, AFileInPlaceOfTheFolderIsSaid)
{
    ASSERT_TRUE(core::writeFile(m_folder / "out", "mine").has_value());
    const auto failed = report(m_folder / "out", service::ExistingFiles::Replace);
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().code, ErrorCode::NotWritable);
    EXPECT_NE(failed.error().path.find("out"), std::string::npos);
    EXPECT_EQ(*core::readFile(m_folder / "out"), "mine");
}

} // namespace
} // namespace naru::tests
