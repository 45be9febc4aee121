#include "core/storage/CodeModelStore.h"
#include "core/storage/Migrations.h"
#include "tests/unit/storage/SampleModel.h"

#include <gtest/gtest.h>

namespace naru::tests {

using namespace core;

namespace {

class CodeModelStoreTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(createSchema(m_database)); }
    SQLite::Database m_database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

TEST_F(CodeModelStoreTest, EveryFieldComesBack)
{
    const CodeModel model = sampleModel();
    writeCodeModel(m_database, 3, model, "root\n");
    const auto read = readCodeModel(m_database, 3);
    ASSERT_TRUE(read);
    ASSERT_NE(*read, nullptr);
    EXPECT_EQ(describeModel(**read), describeModel(model));
}

TEST_F(CodeModelStoreTest, SystemsAreApartAndReplacedWhole)
{
    CodeModel one = sampleModel();
    CodeModel other;
    other.source = {9, 9};
    writeCodeModel(m_database, 1, one, "");
    writeCodeModel(m_database, 2, other, "");
    one.calls.clear();
    one.unresolved.clear();
    writeCodeModel(m_database, 1, one, "");
    const auto readOne = readCodeModel(m_database, 1);
    const auto readOther = readCodeModel(m_database, 2);
    ASSERT_TRUE(readOne && readOther);
    EXPECT_EQ(describeModel(**readOne), describeModel(one));
    EXPECT_EQ(describeModel(**readOther), describeModel(other));
}

TEST_F(CodeModelStoreTest, NoModelIsNull)
{
    EXPECT_EQ(*readCodeModel(m_database, 1), nullptr);
    EXPECT_FALSE(codeOrigin(m_database, 1)->has_value());
}

TEST_F(CodeModelStoreTest, StoredNumbersOfTextsDoNotDependOnThePool)
{
    const auto rows = [&](const CodeModel& model) {
        writeCodeModel(m_database, 1, model, "");
        std::string all;
        SQLite::Statement query(m_database, "SELECT at, text FROM code_string ORDER BY at");
        while (query.executeStep())
            all += query.getColumn(0).getString() + query.getColumn(1).getString() + "\n";
        return all;
    };
    const CodeModel first = sampleModel();
    const std::string expected = rows(first);
    std::vector<std::string> early;
    for (int i = 0; i < 64; ++i)
        early.push_back("text " + std::to_string(i));
    const CodeModel second = sampleModel(early);
    ASSERT_NE(first.types[0].name, second.types[0].name);
    EXPECT_EQ(rows(second), expected);
}

TEST_F(CodeModelStoreTest, RowsThatFitNothingAreMalformedNotACrash)
{
    for (const char* damage : {"UPDATE code_type SET name = 4000", "UPDATE code_type SET kind = 700", "UPDATE code_column SET tableNo = 77",
                               "UPDATE code_foreign_key SET tableNo = 5", "UPDATE code_foreign_key_column SET foreignKey = 9",
                               "UPDATE code_call SET source = -3", "UPDATE code_type_super SET type = 12",
                               "UPDATE code_diagnostic SET args = '{'", "DELETE FROM code_string"}) {
        writeCodeModel(m_database, 1, sampleModel(), "");
        m_database.exec(damage);
        const auto read = readCodeModel(m_database, 1);
        ASSERT_FALSE(read) << damage;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed) << damage;
    }
}

TEST_F(CodeModelStoreTest, EdgesToElementsThatAreNotThereAreMalformed)
{
    for (const char* damage : {"UPDATE code_call SET target = 5", "UPDATE code_type SET outer = 44", "UPDATE code_type SET file = 9",
                               "UPDATE code_view_link SET toEntry = 3", "UPDATE code_transaction_statement SET statement = 8",
                               "UPDATE code_statement_access SET tableNo = 2", "UPDATE code_entity SET target = 2"}) {
        writeCodeModel(m_database, 1, sampleModel(), "");
        m_database.exec(damage);
        EXPECT_FALSE(readCodeModel(m_database, 1)) << damage;
    }
}

} // namespace

} // namespace naru::tests
