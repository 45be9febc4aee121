#include "core/storage/CodeModelStore.h"
#include "core/storage/RowStream.h"

#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

#include <array>

namespace naru::core {

namespace rows {

Prepared::Prepared(SQLite::Database& database, const std::string& sql) : m_database(database.getHandle())
{
    if (sqlite3_prepare_v3(m_database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) != SQLITE_OK)
        throw SQLite::Exception(m_database);
}

bool Prepared::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        throw SQLite::Exception(m_database, code);
    return false;
}

} // namespace rows

namespace {

constexpr std::array kTables = {"code_string",
                                "code_file",
                                "code_type",
                                "code_type_super",
                                "code_type_annotation",
                                "code_type_literal",
                                "code_type_word",
                                "code_member",
                                "code_table",
                                "code_column",
                                "code_foreign_key",
                                "code_foreign_key_column",
                                "code_statement",
                                "code_statement_access",
                                "code_statement_column",
                                "code_view",
                                "code_view_literal",
                                "code_view_word",
                                "code_entry_point",
                                "code_call",
                                "code_inherit",
                                "code_type_use",
                                "code_field_access",
                                "code_execute",
                                "code_entity",
                                "code_association",
                                "code_render",
                                "code_view_link",
                                "code_view_type",
                                "code_transaction",
                                "code_transaction_access",
                                "code_transaction_statement",
                                "code_transaction_boundary",
                                "code_unresolved",
                                "code_diagnostic"};

class Writer {
public:
    Writer(SQLite::Database& database, SystemId system, const CodeModel& model)
        : m_database(database),
          m_system(system),
          m_model(model),
          m_strings(*model.strings)
    {
    }

    void write()
    {
        writeElements();
        writeLists();
        writeEdges();
        writeDiagnostics();
        writeStrings(); // last: by now every text in use has its number
    }

private:
    template <typename Row> void rowsOf(const char* table, const std::vector<Row>& all)
    {
        stream<Row>(table, [&](auto&& put) {
            for (const Row& row : all)
                put(row);
        });
    }

    /// Calls `fill` with a function that appends one row to `table`. `like` names the
    /// columns of lists, whose owner column is called differently in each table.
    template <typename Row, typename Fill> void stream(const char* table, const Fill& fill, Row like = {})
    {
        rows::ColumnNames columns;
        rows::describe(columns, like);
        std::string sql = std::string("INSERT INTO ") + table + " (at";
        std::string places = "?";
        for (const std::string& name : columns.names) {
            sql += ", " + name;
            places += ", ?";
        }
        rows::Prepared insert(m_database, sql + ") VALUES (" + places + ")");
        rows::Binder binder(insert.get(), m_strings);
        std::size_t index = 0;
        fill([&](const Row& row) {
            binder.start(rows::keyOf(m_system, index++));
            rows::describe(binder, row);
            insert.step();
            insert.reset();
        });
    }

    void writeElements()
    {
        rowsOf("code_file", m_model.files);
        rowsOf("code_type", m_model.types);
        rowsOf("code_member", m_model.members);
        rowsOf("code_table", m_model.tables);
        rowsOf("code_statement", m_model.statements);
        rowsOf("code_view", m_model.views);
        rowsOf("code_entry_point", m_model.entryPoints);
        rowsOf("code_transaction", m_model.transactions);
        rowsOf("code_unresolved", m_model.unresolved);
    }

    void writeEdges()
    {
        rowsOf("code_call", m_model.calls);
        rowsOf("code_inherit", m_model.inherits);
        rowsOf("code_type_use", m_model.typeUses);
        rowsOf("code_field_access", m_model.fieldAccesses);
        rowsOf("code_execute", m_model.executes);
        rowsOf("code_entity", m_model.entities);
        rowsOf("code_association", m_model.associations);
        rowsOf("code_render", m_model.renders);
        rowsOf("code_view_link", m_model.viewLinks);
        rowsOf("code_view_type", m_model.viewTypes);
    }

    /// A list inside each element as rows (owner, value).
    template <typename Value, typename Owner>
    void listOf(const char* table, const char* owner, const char* value, const std::vector<Owner>& owners, std::vector<Value> Owner::* list)
    {
        using Row = rows::Named<rows::Item<Value>>;
        stream<Row>(
            table,
            [&](auto&& put) {
                for (std::uint32_t i = 0; i < owners.size(); ++i)
                    for (const Value& item : owners[i].*list)
                        put(Row{owner, value, {i, item}});
            },
            Row{owner, value, {}});
    }

    void writeLists()
    {
        listOf("code_type_super", "type", "name", m_model.types, &Type::externalSupers);
        listOf("code_type_annotation", "type", "name", m_model.types, &Type::annotations);
        listOf("code_type_literal", "type", "text", m_model.types, &Type::literals);
        listOf("code_type_word", "type", "text", m_model.types, &Type::words);
        listOf("code_view_literal", "view", "text", m_model.views, &View::literals);
        listOf("code_view_word", "view", "text", m_model.views, &View::words);
        listOf("code_statement_access", "statement", "", m_model.statements, &Statement::accesses);
        listOf("code_statement_column", "statement", "name", m_model.statements, &Statement::columns);
        listOf("code_transaction_access", "owner", "", m_model.transactions, &Transaction::accesses);
        listOf("code_transaction_statement", "owner", "statement", m_model.transactions, &Transaction::statements);
        listOf("code_transaction_boundary", "owner", "member", m_model.transactions, &Transaction::boundaries);
        stream<rows::ColumnItem>("code_column", [&](auto&& put) {
            for (std::uint32_t i = 0; i < m_model.tables.size(); ++i)
                for (const Column& column : m_model.tables[i].columns)
                    put(rows::ColumnItem{i, column});
        });
        writeForeignKeys();
    }

    void writeForeignKeys()
    {
        std::vector<const ForeignKey*> keys;
        stream<rows::ForeignKeyItem>("code_foreign_key", [&](auto&& put) {
            for (std::uint32_t i = 0; i < m_model.tables.size(); ++i)
                for (const ForeignKey& key : m_model.tables[i].foreignKeys) {
                    put(rows::ForeignKeyItem{i, key.target, key.targetName, key.cascadeDelete, key.at});
                    keys.push_back(&key);
                }
        });
        using Row = rows::Named<rows::Text>;
        stream<Row>(
            "code_foreign_key_column",
            [&](auto&& put) {
                for (std::uint32_t i = 0; i < keys.size(); ++i)
                    for (const StringId name : keys[i]->columns)
                        put(Row{"foreignKey", "name", {i, name}});
            },
            Row{"foreignKey", "name", {}});
    }

    void writeDiagnostics()
    {
        SQLite::Statement insert(m_database, "INSERT INTO code_diagnostic VALUES (?, ?, ?, ?, ?, ?)");
        for (std::size_t i = 0; i < m_model.diagnostics.size(); ++i) {
            const Diagnostic& diagnostic = m_model.diagnostics[i];
            insert.reset();
            insert.bind(1, rows::keyOf(m_system, i));
            insert.bind(2, static_cast<int>(diagnostic.severity));
            insert.bind(3, diagnostic.code);
            insert.bind(4, diagnostic.file);
            insert.bind(5, diagnostic.line);
            insert.bind(6, nlohmann::json(diagnostic.args).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
            insert.exec();
        }
    }

    void writeStrings()
    {
        rows::Prepared insert(m_database, "INSERT INTO code_string (at, text) VALUES (?, ?)");
        const auto& texts = m_strings.texts();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            sqlite3_bind_int64(insert.get(), 1, rows::keyOf(m_system, i));
            // An empty view may have no address, which SQLite would take for NULL.
            const char* bytes = texts[i].empty() ? "" : texts[i].data();
            sqlite3_bind_text64(insert.get(), 2, bytes, texts[i].size(), SQLITE_STATIC, SQLITE_UTF8);
            insert.step();
            insert.reset();
        }
    }

    SQLite::Database& m_database;
    SystemId m_system;
    const CodeModel& m_model;
    rows::StringNumbers m_strings;
};

} // namespace

void removeCodeModel(SQLite::Database& database, SystemId system)
{
    for (const char* table : kTables) {
        SQLite::Statement remove(database, std::string("DELETE FROM ") + table + " WHERE at >= ? AND at < ?");
        remove.bind(1, rows::keyOf(system, 0));
        remove.bind(2, rows::keyOf(system + 1, 0));
        remove.exec();
    }
    SQLite::Statement remove(database, "DELETE FROM code WHERE system = ?");
    remove.bind(1, system);
    remove.exec();
}

void writeCodeModel(SQLite::Database& database, SystemId system, const CodeModel& model, const std::string& roots)
{
    removeCodeModel(database, system);
    SQLite::Statement header(database, "INSERT INTO code VALUES (?, ?, ?)");
    header.bind(1, system);
    header.bind(2, model.source.hex());
    header.bind(3, roots);
    header.exec();
    Writer(database, system, model).write();
}

} // namespace naru::core
