#pragma once

#include "core/storage/ColumnCodec.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_stmt;

namespace naru::core {

/// A prepared statement of the native interface: binding a block copies nothing.
class PreparedStatement {
public:
    /// Throws SQLite::Exception, as do all functions here.
    PreparedStatement(SQLite::Database& database, const char* sql);
    ~PreparedStatement();
    PreparedStatement(const PreparedStatement&) = delete;
    PreparedStatement& operator=(const PreparedStatement&) = delete;

    void bind(int index, std::int64_t value);
    void bindText(int index, std::string_view text); ///< must live until the step
    void bindBytes(int index, std::string_view bytes);
    bool step();
    void reset();
    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string_view bytes(int column) const; ///< valid until the next step

private:
    SQLite::Database& m_database;
    sqlite3_stmt* m_statement = nullptr;
};

/// Rows of one block: enough that a block is worth a row of the database, few enough to
/// keep all columns of a list in the cache.
inline constexpr std::uint32_t kRowsPerBlock = 1U << 15U;

/// Writes the blocks of one system (tables code_list and code_block).
class BlockWriter {
public:
    BlockWriter(SQLite::Database& database, std::int64_t system);
    void list(std::string_view name, std::uint64_t rows);
    void block(std::string_view list, std::string_view column, std::uint32_t chunk, std::string_view bytes);

private:
    std::int64_t m_system;
    PreparedStatement m_insertList;
    PreparedStatement m_insertBlock;
};

/// Reads them.
class BlockReader {
public:
    BlockReader(SQLite::Database& database, std::int64_t system);
    /// Rows of a list; 0 when it was never written.
    std::uint64_t rows(std::string_view list);
    /// False when there is no such column: the list was written before it was thought of.
    bool block(std::string_view list, std::string_view column, std::uint32_t chunk, std::string& bytes);

private:
    std::int64_t m_system;
    PreparedStatement m_selectList;
    PreparedStatement m_selectBlock;
};

} // namespace naru::core
