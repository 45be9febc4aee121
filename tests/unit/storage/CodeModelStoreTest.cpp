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
        SQLite::Statement query(m_database, "SELECT list, name, chunk, hex(data) FROM code_block ORDER BY 1, 2, 3");
        while (query.executeStep())
            for (int column = 0; column < 4; ++column)
                all += query.getColumn(column).getString() + "\n";
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

TEST_F(CodeModelStoreTest, DamagedBlocksAreMalformedNotACrash)
{
    for (const char* damage :
         {"UPDATE code_block SET data = x'00' WHERE list = 'type' AND name = 'name'", "UPDATE code_block SET data = zeroblob(2000000)",
          "UPDATE code_block SET data = substr(data, 1, length(data) - 1) WHERE list = 'call'",
          "UPDATE code_block SET data = data || x'00' WHERE list = 'member' AND name = 'kind'",
          "DELETE FROM code_block WHERE list = 'text'", "DELETE FROM code_block WHERE list = 'view'",
          "UPDATE code_list SET size = size + 1 WHERE list = 'table.column'",
          "UPDATE code_list SET size = size - 1 WHERE list = 'table.column'",
          "UPDATE code_list SET size = 9000000000000000000 WHERE list = 'file'", "UPDATE code_list SET size = 0 WHERE list = 'type'",
          "UPDATE code_list SET size = 0 WHERE list = 'text'", "UPDATE code_list SET size = -5 WHERE list = 'member'",
          "DELETE FROM code_list WHERE list = 'table'"}) {
        writeCodeModel(m_database, 1, sampleModel(), "");
        m_database.exec(damage);
        const auto read = readCodeModel(m_database, 1);
        ASSERT_FALSE(read) << damage;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed) << damage;
    }
}

TEST_F(CodeModelStoreTest, EverySingleByteOfEveryBlockIsGuarded)
{
    writeCodeModel(m_database, 1, sampleModel(), "");
    struct Block {
        std::int64_t row = 0;
        std::string data;
    };
    std::vector<Block> blocks;
    SQLite::Statement query(m_database, "SELECT rowid, data FROM code_block");
    while (query.executeStep())
        blocks.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString()});
    ASSERT_GT(blocks.size(), 100U);
    SQLite::Statement update(m_database, "UPDATE code_block SET data = ? WHERE rowid = ?");
    const auto put = [&](std::int64_t row, const std::string& data) {
        update.reset();
        update.bind(1, data.data(), static_cast<int>(data.size()));
        update.bind(2, row);
        update.exec();
    };
    for (const Block& block : blocks) {
        std::string bad = block.data;
        bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 0x10);
        put(block.row, bad);
        EXPECT_FALSE(readCodeModel(m_database, 1)) << block.row;
        put(block.row, block.data);
    }
    EXPECT_TRUE(readCodeModel(m_database, 1));
}

TEST_F(CodeModelStoreTest, IndicesThatLeadNowhereAreMalformed)
{
    const auto refused = [&](const auto& damage) {
        CodeModel model = sampleModel();
        damage(model);
        writeCodeModel(m_database, 1, model, "");
        return !readCodeModel(m_database, 1);
    };
    EXPECT_FALSE(refused([](CodeModel&) {}));
    EXPECT_TRUE(refused([](CodeModel& m) { m.calls[0].to = MemberId(5U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.types[1].outer = TypeId(44U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.types[0].at.file = FileId(9U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.viewLinks[0].toEntry = EntryPointId(3U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.transactions[0].statements[0] = StatementId(8U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.statements[0].accesses[0].table = TableId(2U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.entities[0].to = TableId(2U); }));
    EXPECT_TRUE(refused([](CodeModel& m) { m.renders[0].to = ViewId(1U); }));
}

TEST_F(CodeModelStoreTest, AColumnThatAnOlderNaruDidNotWriteHasItsDefault)
{
    const CodeModel model = sampleModel();
    writeCodeModel(m_database, 1, model, "");
    m_database.exec("DELETE FROM code_block WHERE list = 'table' AND name = 'remote'");
    m_database.exec("DELETE FROM code_block WHERE list = 'type.word'; DELETE FROM code_list WHERE list = 'type.word'");
    m_database.exec(
        "INSERT INTO code_block SELECT system, list, 'later', chunk, data FROM code_block WHERE list = 'file' AND name = 'path'");
    const auto read = readCodeModel(m_database, 1);
    ASSERT_TRUE(read);
    EXPECT_FALSE((*read)->tables[0].remote);
    EXPECT_TRUE((*read)->types[0].words.empty());
    CodeModel expected = model;
    for (Table& table : expected.tables)
        table.remote = false;
    for (Type& type : expected.types)
        type.words.clear();
    EXPECT_EQ(describeModel(**read), describeModel(expected));
}

TEST_F(CodeModelStoreTest, ListsOfManyBlocksComeBack)
{
    CodeModel model = sampleModel();
    const CallEdge call = model.calls[0];
    constexpr std::size_t kMany = 100'000; // three blocks and a part
    for (std::size_t i = 1; i < kMany; ++i) {
        model.calls.push_back(call);
        model.calls.back().at.line = static_cast<std::uint32_t>(i * i);
        model.types[0].literals.push_back(model.intern("literal " + std::to_string(i)));
    }
    writeCodeModel(m_database, 1, model, "");
    const auto read = readCodeModel(m_database, 1);
    ASSERT_TRUE(read);
    EXPECT_EQ((*read)->calls, model.calls);
    EXPECT_EQ(describeModel(**read), describeModel(model));
    m_database.exec("DELETE FROM code_block WHERE list = 'call' AND name = 'line' AND chunk = 1");
    EXPECT_FALSE(readCodeModel(m_database, 1));
}

} // namespace

} // namespace naru::tests
