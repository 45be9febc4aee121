#include "core/base/Files.h"
#include "core/storage/CodeModelStore.h"
#include "core/storage/RowStream.h"
#include "core/storage/SqliteErrors.h"

#include <SQLiteCpp/Statement.h>
#include <nlohmann/json.hpp>

namespace naru::core {

namespace {

/// A row that does not fit the others; turned into an Error at the edge of this file.
struct Damaged {
    std::string table;
};

class ModelReader {
public:
    ModelReader(SQLite::Database& database, SystemId system)
        : m_database(database),
          m_system(system),
          m_model(std::make_shared<CodeModel>())
    {
    }

    std::shared_ptr<CodeModel> read()
    {
        m_limits = {count("code_file"),      count("code_type"), count("code_member"),     count("code_table"),
                    count("code_statement"), count("code_view"), count("code_entry_point")};
        readStrings();
        readElements();
        readLists();
        readEdges();
        readDiagnostics();
        return m_model;
    }

private:
    rows::Prepared select(const std::string& columns, const char* table)
    {
        return {m_database, "SELECT " + columns + " FROM " + table + " WHERE at >= " + std::to_string(rows::keyOf(m_system, 0)) +
                                " AND at < " + std::to_string(rows::keyOf(m_system + 1, 0)) + " ORDER BY at"};
    }

    std::size_t count(const char* table)
    {
        // Keys are dense, so the last one tells how many there are without a scan.
        SQLite::Statement query(m_database, std::string("SELECT MAX(at) FROM ") + table + " WHERE at >= ? AND at < ?");
        query.bind(1, rows::keyOf(m_system, 0));
        query.bind(2, rows::keyOf(m_system + 1, 0));
        query.executeStep();
        return query.getColumn(0).isNull() ? 0 : static_cast<std::size_t>(query.getColumn(0).getInt64() - rows::keyOf(m_system, 0)) + 1;
    }

    template <typename Row, typename Take> void stream(const char* table, const Take& take, Row row = {})
    {
        rows::ColumnNames columns;
        rows::describe(columns, row);
        std::string names;
        for (const std::string& name : columns.names)
            names += (names.empty() ? "" : ", ") + name;
        rows::Prepared query = select(names, table);
        rows::Reader reader(query.get(), m_strings, m_limits);
        while (query.step()) {
            reader.start();
            rows::describe(reader, row);
            if (!reader.sound() || !take(row))
                throw Damaged{table};
        }
    }

    template <typename Row> void rowsOf(const char* table, std::vector<Row>& all)
    {
        all.reserve(count(table));
        stream<Row>(table, [&](const Row& row) {
            all.push_back(row);
            return true;
        });
    }

    void readStrings()
    {
        m_strings.reserve(count("code_string"));
        rows::Prepared query = select("text", "code_string");
        while (query.step()) {
            const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(query.get(), 0));
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(query.get(), 0));
            m_strings.push_back(m_model->strings->intern(std::string_view(text == nullptr ? "" : text, size)));
        }
    }

    void readElements()
    {
        rowsOf("code_file", m_model->files);
        rowsOf("code_type", m_model->types);
        rowsOf("code_member", m_model->members);
        rowsOf("code_table", m_model->tables);
        rowsOf("code_statement", m_model->statements);
        rowsOf("code_view", m_model->views);
        rowsOf("code_entry_point", m_model->entryPoints);
        rowsOf("code_transaction", m_model->transactions);
        rowsOf("code_unresolved", m_model->unresolved);
    }

    void readEdges()
    {
        rowsOf("code_call", m_model->calls);
        rowsOf("code_inherit", m_model->inherits);
        rowsOf("code_type_use", m_model->typeUses);
        rowsOf("code_field_access", m_model->fieldAccesses);
        rowsOf("code_execute", m_model->executes);
        rowsOf("code_entity", m_model->entities);
        rowsOf("code_association", m_model->associations);
        rowsOf("code_render", m_model->renders);
        rowsOf("code_view_link", m_model->viewLinks);
        rowsOf("code_view_type", m_model->viewTypes);
    }

    template <typename Value, typename Owner>
    void listOf(const char* table, const char* owner, const char* value, std::vector<Owner>& owners, std::vector<Value> Owner::* list)
    {
        using Row = rows::Named<rows::Item<Value>>;
        stream<Row>(
            table,
            [&](const Row& row) {
                if (row.row.owner >= owners.size())
                    return false;
                (owners[row.row.owner].*list).push_back(row.row.value);
                return true;
            },
            Row{owner, value, {}});
    }

    void readLists()
    {
        listOf("code_type_super", "type", "name", m_model->types, &Type::externalSupers);
        listOf("code_type_annotation", "type", "name", m_model->types, &Type::annotations);
        listOf("code_type_literal", "type", "text", m_model->types, &Type::literals);
        listOf("code_type_word", "type", "text", m_model->types, &Type::words);
        listOf("code_view_literal", "view", "text", m_model->views, &View::literals);
        listOf("code_view_word", "view", "text", m_model->views, &View::words);
        listOf("code_statement_access", "statement", "", m_model->statements, &Statement::accesses);
        listOf("code_statement_column", "statement", "name", m_model->statements, &Statement::columns);
        listOf("code_transaction_access", "owner", "", m_model->transactions, &Transaction::accesses);
        listOf("code_transaction_statement", "owner", "statement", m_model->transactions, &Transaction::statements);
        listOf("code_transaction_boundary", "owner", "member", m_model->transactions, &Transaction::boundaries);
        stream<rows::ColumnItem>("code_column", [&](const rows::ColumnItem& row) {
            if (row.owner >= m_model->tables.size())
                return false;
            m_model->tables[row.owner].columns.push_back(row.value);
            return true;
        });
        readForeignKeys();
    }

    void readForeignKeys()
    {
        std::vector<std::pair<std::uint32_t, std::size_t>> keys; // table and position in it
        stream<rows::ForeignKeyItem>("code_foreign_key", [&](const rows::ForeignKeyItem& row) {
            if (row.owner >= m_model->tables.size())
                return false;
            auto& list = m_model->tables[row.owner].foreignKeys;
            keys.emplace_back(row.owner, list.size());
            list.push_back({{}, row.target, row.targetName, row.cascadeDelete, row.at});
            return true;
        });
        using Row = rows::Named<rows::Text>;
        stream<Row>(
            "code_foreign_key_column",
            [&](const Row& row) {
                if (row.row.owner >= keys.size())
                    return false;
                const auto [table, position] = keys[row.row.owner];
                m_model->tables[table].foreignKeys[position].columns.push_back(row.row.value);
                return true;
            },
            Row{"foreignKey", "name", {}});
    }

    void readDiagnostics()
    {
        SQLite::Statement query(m_database,
                                "SELECT severity, code, file, line, args FROM code_diagnostic WHERE at >= ? AND at < ? ORDER BY at");
        query.bind(1, rows::keyOf(m_system, 0));
        query.bind(2, rows::keyOf(m_system + 1, 0));
        while (query.executeStep())
            m_model->diagnostics.push_back({static_cast<Severity>(query.getColumn(0).getInt()), query.getColumn(1).getString(),
                                            query.getColumn(2).getString(), query.getColumn(3).getInt(),
                                            nlohmann::json::parse(query.getColumn(4).getString()).get<TextArgs>()});
    }

    SQLite::Database& m_database;
    SystemId m_system;
    std::shared_ptr<CodeModel> m_model;
    rows::Limits m_limits;
    std::vector<StringId> m_strings; // by stored number
};

std::unexpected<Error> damaged(const std::string& reason, SQLite::Database& database)
{
    return failure(ErrorCode::Malformed, "core.store.damaged", {{"reason", reason}}, database.getFilename());
}

} // namespace

Result<std::optional<CodeOrigin>> codeOrigin(SQLite::Database& database, SystemId system)
{
    try {
        SQLite::Statement query(database, "SELECT source, roots FROM code WHERE system = ?");
        query.bind(1, system);
        if (!query.executeStep())
            return std::nullopt;
        return CodeOrigin{Fingerprint::fromHex(query.getColumn(0).getString()), query.getColumn(1).getString()};
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, database.getFilename()));
    }
}

Result<std::shared_ptr<CodeModel>> readCodeModel(SQLite::Database& database, SystemId system)
{
    const auto origin = codeOrigin(database, system);
    if (!origin)
        return std::unexpected(origin.error());
    if (!*origin)
        return nullptr;
    try {
        auto model = ModelReader(database, system).read();
        model->source = (*origin)->source;
        return model;
    } catch (const SQLite::Exception& exception) {
        return std::unexpected(errorOf(exception, database.getFilename()));
    } catch (const Damaged& row) {
        return damaged(row.table, database);
    } catch (const nlohmann::json::exception& exception) {
        return damaged(exception.what(), database);
    }
}

} // namespace naru::core
