#pragma once

#include "core/base/Id.h"
#include "core/model/CodeModel.h"
#include "core/storage/CodeModelRows.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace naru::core::rows {

/// Key of a row: the system in the upper half, the index in the lower.
constexpr std::int64_t keyOf(std::int64_t system, std::size_t index)
{
    constexpr unsigned kHalf = 32;
    return static_cast<std::int64_t>((static_cast<std::uint64_t>(system) << kHalf) + index);
}

/// Collects the column names of a row type.
struct ColumnNames {
    std::vector<std::string> names;
    void operator()(const char* name, const auto& /*value*/) { names.emplace_back(name); }
};

/// A prepared statement of the native interface, which costs nothing per row beyond SQLite itself.
class Prepared {
public:
    Prepared(SQLite::Database& database, const std::string& sql);
    ~Prepared() { sqlite3_finalize(m_statement); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    [[nodiscard]] sqlite3_stmt* get() const { return m_statement; }
    /// True while there is a row. Throws SQLite::Exception.
    bool step();
    void reset() { sqlite3_reset(m_statement); }

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement = nullptr;
};

/// Number of a text in the stored table of strings, given in the order of first use: the
/// ids of a pool depend on the threads that filled it, the stored numbers do not.
class StringNumbers {
public:
    explicit StringNumbers(const StringPool& pool) : m_pool(pool) {}
    std::int64_t operator()(StringId id)
    {
        if (!id.valid())
            return -1;
        if (id.value >= m_numbers.size())
            m_numbers.resize(std::max<std::size_t>(id.value + std::size_t{1}, m_numbers.size() * 2), -1);
        std::int64_t& number = m_numbers[id.value];
        if (number < 0) {
            number = static_cast<std::int64_t>(m_texts.size());
            m_texts.push_back(m_pool.view(id));
        }
        return number;
    }
    [[nodiscard]] const std::vector<std::string_view>& texts() const { return m_texts; }

private:
    const StringPool& m_pool;
    std::vector<std::int64_t> m_numbers; // by id
    std::vector<std::string_view> m_texts;
};

/// Binds the columns of one row.
class Binder {
public:
    Binder(sqlite3_stmt* statement, StringNumbers& strings) : m_statement(statement), m_strings(strings) {}
    void start(std::int64_t key)
    {
        m_index = 1;
        bind(key);
    }
    void operator()(const char* /*name*/, const auto& value) { put(value); }

private:
    void bind(std::int64_t value) { sqlite3_bind_int64(m_statement, m_index++, value); }
    void put(StringId id) { bind(m_strings(id)); }
    template <typename Tag> void put(Id<Tag> id) { bind(id.valid() ? static_cast<std::int64_t>(id.value) : -1); }
    template <typename Value>
        requires std::integral<Value> || std::is_enum_v<Value>
    void put(Value value)
    {
        bind(static_cast<std::int64_t>(value));
    }

    sqlite3_stmt* m_statement;
    StringNumbers& m_strings;
    int m_index = 1;
};

/// How many elements each table has: an index must lie below.
struct Limits {
    std::size_t files = 0, types = 0, members = 0, tables = 0, statements = 0, views = 0, entryPoints = 0;
    [[nodiscard]] std::size_t of(FileId /*tag*/) const { return files; }
    [[nodiscard]] std::size_t of(TypeId /*tag*/) const { return types; }
    [[nodiscard]] std::size_t of(MemberId /*tag*/) const { return members; }
    [[nodiscard]] std::size_t of(TableId /*tag*/) const { return tables; }
    [[nodiscard]] std::size_t of(StatementId /*tag*/) const { return statements; }
    [[nodiscard]] std::size_t of(ViewId /*tag*/) const { return views; }
    [[nodiscard]] std::size_t of(EntryPointId /*tag*/) const { return entryPoints; }
};

/// Reads the columns of one row. A value that does not fit its type, and an index that
/// leads nowhere, mark the row as damaged.
class Reader {
public:
    Reader(sqlite3_stmt* statement, const std::vector<StringId>& strings, const Limits& limits)
        : m_statement(statement),
          m_strings(strings),
          m_limits(limits)
    {
    }
    void start() { m_index = 0; }
    void operator()(const char* /*name*/, auto& value) { get(value); }
    [[nodiscard]] bool sound() const { return m_sound; }

private:
    std::int64_t next() { return sqlite3_column_int64(m_statement, m_index++); }
    void get(StringId& id)
    {
        const std::int64_t number = next();
        const bool known = number >= 0 && static_cast<std::size_t>(number) < m_strings.size();
        m_sound &= known || number == -1;
        id = known ? m_strings[static_cast<std::size_t>(number)] : StringId();
    }
    template <typename Tag> void get(Id<Tag>& id)
    {
        const std::int64_t number = next();
        m_sound &= number >= -1 && number < static_cast<std::int64_t>(m_limits.of(Id<Tag>()));
        id = number < 0 ? Id<Tag>() : Id<Tag>(static_cast<std::uint32_t>(number));
    }
    template <typename Value>
        requires std::integral<Value> || std::is_enum_v<Value>
    void get(Value& value)
    {
        const std::int64_t number = next();
        value = static_cast<Value>(number);
        m_sound &= static_cast<std::int64_t>(value) == number;
    }

    sqlite3_stmt* m_statement;
    const std::vector<StringId>& m_strings;
    const Limits& m_limits;
    int m_index = 0;
    bool m_sound = true;
};

} // namespace naru::core::rows
