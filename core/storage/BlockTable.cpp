#include "core/storage/BlockTable.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace naru::core {

PreparedStatement::PreparedStatement(SQLite::Database& database, const char* sql) : m_database(database)
{
    if (sqlite3_prepare_v3(database.getHandle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        throw SQLite::Exception(database.getHandle());
}

PreparedStatement::~PreparedStatement()
{
    sqlite3_finalize(m_statement);
}

void PreparedStatement::bind(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement, index, value);
}

void PreparedStatement::bindText(int index, std::string_view text)
{
    sqlite3_bind_text64(m_statement, index, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void PreparedStatement::bindBytes(int index, std::string_view bytes)
{
    sqlite3_bind_blob64(m_statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
}

bool PreparedStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw SQLite::Exception(m_database.getHandle(), code);
    return false;
}

void PreparedStatement::reset()
{
    sqlite3_reset(m_statement);
}

std::int64_t PreparedStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::string_view PreparedStatement::bytes(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

BlockWriter::BlockWriter(SQLite::Database& database, std::int64_t system)
    : m_system(system),
      m_insertList(database, "INSERT INTO code_list (system, list, size) VALUES (?, ?, ?)"),
      m_insertBlock(database, "INSERT INTO code_block (system, list, name, chunk, data) VALUES (?, ?, ?, ?, ?)")
{
}

void BlockWriter::list(std::string_view name, std::uint64_t rows)
{
    m_insertList.bind(1, m_system);
    m_insertList.bindText(2, name);
    m_insertList.bind(3, static_cast<std::int64_t>(rows));
    m_insertList.step();
    m_insertList.reset();
}

void BlockWriter::block(std::string_view list, std::string_view column, std::uint32_t chunk, std::string_view bytes)
{
    m_insertBlock.bind(1, m_system);
    m_insertBlock.bindText(2, list);
    m_insertBlock.bindText(3, column);
    m_insertBlock.bind(4, chunk);
    m_insertBlock.bindBytes(5, bytes);
    m_insertBlock.step();
    m_insertBlock.reset();
}

BlockReader::BlockReader(SQLite::Database& database, std::int64_t system)
    : m_system(system),
      m_selectList(database, "SELECT size FROM code_list WHERE system = ? AND list = ?"),
      m_selectBlock(database, "SELECT data FROM code_block WHERE system = ? AND list = ? AND name = ? AND chunk = ?")
{
}

std::uint64_t BlockReader::rows(std::string_view list)
{
    m_selectList.bind(1, m_system);
    m_selectList.bindText(2, list);
    const std::int64_t size = m_selectList.step() ? m_selectList.number(0) : 0;
    m_selectList.reset();
    return size < 0 ? 0 : static_cast<std::uint64_t>(size);
}

bool BlockReader::block(std::string_view list, std::string_view column, std::uint32_t chunk, std::string& bytes)
{
    m_selectBlock.bind(1, m_system);
    m_selectBlock.bindText(2, list);
    m_selectBlock.bindText(3, column);
    m_selectBlock.bind(4, chunk);
    const bool found = m_selectBlock.step();
    if (found)
        bytes = m_selectBlock.bytes(0);
    m_selectBlock.reset();
    return found;
}

} // namespace naru::core
