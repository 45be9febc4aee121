#include "core/base/BinaryCodec.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace naru::core;

struct Column {
    std::string name;
    std::uint16_t width = 0;
    bool key = false;
    friend bool operator==(const Column&, const Column&) = default;
};

struct Table {
    std::uint32_t line = 0;
    std::string name;
    bool view = false;
    SharedList<Column> columns;
    std::vector<std::uint32_t> uses;
};

struct Script {
    std::string path;
    Shared<std::vector<Table>> tables;
    std::uint8_t state = 0;
};

Script script(const std::string& path, std::size_t columns)
{
    Table table{.line = 7, .name = "COMTNBBS", .view = true, .columns = {}, .uses = {1, 2, 3}};
    for (std::size_t i = 0; i < columns; ++i)
        table.columns.edit().push_back({"C" + std::to_string(i), static_cast<std::uint16_t>(i), i == 0});
    return {path, Shared<std::vector<Table>>({table, table}), 3};
}

std::string bytesOf(const Script& value)
{
    BinaryWriter writer;
    writer.put(value);
    return writer.bytes();
}

void expectSame(const Script& a, const Script& b)
{
    EXPECT_EQ(a.path, b.path);
    EXPECT_EQ(a.state, b.state);
    ASSERT_EQ(a.tables->size(), b.tables->size());
    for (std::size_t i = 0; i < a.tables->size(); ++i) {
        const Table& x = (*a.tables)[i];
        const Table& y = (*b.tables)[i];
        EXPECT_TRUE(x.line == y.line && x.name == y.name && x.view == y.view && x.uses == y.uses && x.columns.list() == y.columns.list());
    }
}

TEST(BinaryCodec, ValuesComeBackWithListsOfAnyLength)
{
    for (const std::size_t columns : {0, 1, 254, 255, 256, 70000}) {
        const Script written = script("a.sql", columns);
        const std::string bytes = bytesOf(written);
        BinaryReader reader(bytes);
        Script read;
        reader.get(read);
        EXPECT_TRUE(reader.complete()) << columns;
        expectSame(read, written);
    }
}

TEST(BinaryCodec, EqualSharedValuesAreMadeOnce)
{
    SharedIndex index;
    const auto read = [&](const Script& value) {
        const std::string bytes = bytesOf(value);
        BinaryReader reader(bytes, &index);
        Script result;
        reader.get(result);
        EXPECT_TRUE(reader.complete());
        expectSame(result, value);
        return result;
    };
    const Script first = read(script("a.sql", 3));
    const Script again = read(script("b.sql", 3));
    const Script other = read(script("b.sql", 4));
    EXPECT_EQ(&*first.tables, &*again.tables);
    EXPECT_NE(&*first.tables, &*other.tables);
    EXPECT_EQ(&(*first.tables)[0].columns.list(), &(*first.tables)[1].columns.list());
    Table edited = (*first.tables)[0];
    edited.columns.edit().clear();
    EXPECT_EQ((*again.tables)[0].columns.size(), 3U);
}

TEST(BinaryCodec, CutAndDamagedBytesAreNotTaken)
{
    const std::string bytes = bytesOf(script("a.sql", 5));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        SharedIndex index;
        BinaryReader reader(std::string_view(bytes).substr(0, size), &index);
        Script result;
        reader.get(result);
        EXPECT_FALSE(reader.complete()) << size;
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) { // whatever stands there: nothing is read outside
        std::string damaged = bytes;
        damaged[at] = '\xFF';
        BinaryReader reader(damaged);
        Script result;
        reader.get(result);
        static_cast<void>(reader.complete());
    }
}

/// Gives the bytes little by little.
class Trickle : public ByteSource {
public:
    explicit Trickle(std::string bytes) : m_bytes(std::move(bytes)) {}
    bool read(char* to, std::size_t size) override
    {
        if (size > m_bytes.size() - m_at)
            return false;
        m_bytes.copy(to, size, m_at);
        m_at += size;
        return true;
    }

private:
    std::string m_bytes;
    std::size_t m_at = 0;
};

struct Calls {
    std::vector<std::uint64_t> places; ///< far more than are read at once
    std::vector<Table> tables;
    boost::container::small_vector<std::uint32_t, 2> few;
    boost::container::small_vector<std::uint32_t, 2> many;
    std::string text;
};

Calls calls(std::size_t size)
{
    Calls made{.places = {}, .tables = {}, .few = {4}, .many = {1, 2, 3, 4, 5}, .text = std::string(size * 3, 'x')};
    for (std::size_t i = 0; i < size; ++i) {
        made.places.push_back(i * i);
        made.tables.push_back({.line = static_cast<std::uint32_t>(i), .name = std::string(i % 40, 'n'), .view = i % 2 == 0, .columns = {}, .uses = {1, 2}});
    }
    return made;
}

TEST(BinaryCodec, ReadsFromASourceWhatItReadsFromBytes)
{
    for (const std::size_t size : {0, 5, 40'000, 300'000}) {
        const Calls written = calls(size);
        BinaryWriter writer;
        writer.put(written);
        writer.put(script("a.sql", 30'000)); // shared parts are read as a whole
        const std::string& bytes = writer.bytes();
        Trickle source(bytes);
        BinaryReader reader(source, bytes.size());
        Calls read;
        Script last;
        reader.get(read);
        reader.get(last);
        EXPECT_TRUE(reader.complete()) << size;
        EXPECT_EQ(read.places, written.places);
        EXPECT_TRUE(std::ranges::equal(read.few, written.few));
        EXPECT_TRUE(std::ranges::equal(read.many, written.many));
        EXPECT_EQ(read.text, written.text);
        ASSERT_EQ(read.tables.size(), size);
        for (std::size_t i = 0; i < size; ++i)
            ASSERT_TRUE(read.tables[i].line == i && read.tables[i].name == written.tables[i].name && read.tables[i].uses == written.tables[i].uses);
        expectSame(last, script("a.sql", 30'000));
        for (const std::size_t cut : {std::size_t{1}, bytes.size() / 2, bytes.size() - 1}) {
            Trickle shorter(bytes.substr(0, cut));
            BinaryReader broken(shorter, bytes.size()); // the source ends before it said
            Calls some;
            broken.get(some);
            broken.get(last);
            EXPECT_FALSE(broken.complete()) << cut;
        }
    }
}

/// Keeps what it gets, and the length of the longest piece.
class Pieces : public ByteSink {
public:
    void write(std::string_view piece) override
    {
        bytes += piece;
        longest = std::max(longest, piece.size());
    }
    std::string bytes;
    std::size_t longest = 0;
};

TEST(BinaryCodec, GivesASinkTheSameBytesPieceByPiece)
{
    for (const std::size_t size : {0, 5, 40'000, 300'000}) {
        BinaryWriter whole;
        whole.put(calls(size).tables);
        whole.put(script("a.sql", 30'000)); // its length stands before it
        whole.put(calls(size));
        Pieces pieces;
        BinaryWriter writer(pieces);
        writer.put(calls(size).tables);
        writer.put(script("a.sql", 30'000));
        writer.put(calls(size));
        EXPECT_LE(writer.bytes().size(), whole.bytes().size());
        writer.finish();
        EXPECT_TRUE(pieces.bytes == whole.bytes()) << size;
        if (size == 300'000) {
            EXPECT_LT(pieces.longest, whole.bytes().size() / 4);
        }
    }
}

TEST(BinaryCodec, AWrongSizeAsksForNoRoomThatItsBytesCouldNotFill)
{
    BinaryWriter writer;
    writer.put(calls(1).places);
    writer.putSize(1000); // tables, of which there are bytes for fewer
    writer.put(std::string(2000, '\0'));
    BinaryReader reader(writer.bytes());
    std::vector<std::uint64_t> places;
    std::vector<Table> tables;
    reader.get(places);
    reader.get(tables);
    EXPECT_TRUE(tables.empty());
    EXPECT_FALSE(reader.complete());
}

} // namespace
