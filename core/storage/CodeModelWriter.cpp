#include "core/storage/BlockTable.h"
#include "core/storage/CodeModelRows.h"
#include "core/storage/CodeModelStore.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

namespace naru::core {

namespace {

/// Number of a text in the stored list of texts, given in the order of first use: the
/// ids of a pool depend on the threads that filled it, the stored numbers do not.
class TextNumbers {
public:
    explicit TextNumbers(const StringPool& pool) : m_pool(pool) {}
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

/// Adds the values of a row to the encoders of its columns.
class RowEncoder {
public:
    RowEncoder(std::vector<ColumnEncoder>& columns, TextNumbers& texts) : m_columns(columns), m_texts(texts) {}
    void start() { m_column = 0; }
    void operator()(const char* /*name*/, const auto& value) { m_columns[m_column++].add(number(value)); }

private:
    std::int64_t number(StringId id) { return m_texts(id); }
    template <typename Tag> static std::int64_t number(Id<Tag> id) { return id.valid() ? static_cast<std::int64_t>(id.value) : -1; }
    template <typename Value>
        requires std::integral<Value> || std::is_enum_v<Value>
    static std::int64_t number(Value value)
    {
        return static_cast<std::int64_t>(value);
    }

    std::vector<ColumnEncoder>& m_columns;
    TextNumbers& m_texts;
    std::size_t m_column = 0;
};

class ModelWriter {
public:
    ModelWriter(SQLite::Database& database, SystemId system, const CodeModel& model)
        : m_blocks(database, system),
          m_model(model),
          m_texts(*model.strings)
    {
    }

    void write()
    {
        rows::describeLists(*this, m_model);
        writeDiagnostics();
        writeTexts(); // last: by now every text in use has its number
    }

    template <typename Row> void rows(const char* list, const std::vector<Row>& all)
    {
        stream<Row>(list, [&](auto&& put) {
            for (const Row& row : all)
                put(row);
        });
    }

    template <typename Value, typename Owner>
    void nested(const char* list, const std::vector<Owner>& owners, std::vector<Value> Owner::* values)
    {
        stream<rows::Item<Value>>(list, [&](auto&& put) {
            for (std::uint32_t i = 0; i < owners.size(); ++i)
                for (const Value& value : owners[i].*values)
                    put({i, value});
        });
    }

    /// A list in the elements of a list in each element; the owner is the running number of the inner element.
    template <typename Value, typename Inner, typename Owner>
    void nestedTwice(const char* list, const std::vector<Owner>& owners, std::vector<Inner> Owner::* inner,
                     std::vector<Value> Inner::* values)
    {
        stream<rows::Item<Value>>(list, [&](auto&& put) {
            std::uint32_t number = 0;
            for (const Owner& owner : owners)
                for (const Inner& element : owner.*inner) {
                    for (const Value& value : element.*values)
                        put({number, value});
                    ++number;
                }
        });
    }

private:
    /// Calls `fill` with a function that appends one row.
    template <typename Row, typename Fill> void stream(const char* list, const Fill& fill)
    {
        rows::ColumnNames columns;
        const Row sample{};
        rows::describe(columns, sample);
        std::vector<ColumnEncoder> encoders(columns.names.size());
        RowEncoder encoder(encoders, m_texts);
        std::uint64_t count = 0;
        const auto flush = [&] {
            const auto chunk = static_cast<std::uint32_t>((count - 1) / kRowsPerBlock);
            for (std::size_t i = 0; i < encoders.size(); ++i)
                m_blocks.block(list, columns.names[i], chunk, encoders[i].finish());
        };
        fill([&](const Row& row) {
            encoder.start();
            rows::describe(encoder, row);
            if (++count % kRowsPerBlock == 0)
                flush();
        });
        if (count % kRowsPerBlock != 0)
            flush();
        m_blocks.list(list, count);
    }

    void writeDiagnostics()
    {
        stream<rows::DiagnosticRow>("diagnostic", [&](auto&& put) {
            for (const Diagnostic& one : m_model.diagnostics)
                put({one.severity, m_model.intern(one.code), m_model.intern(one.file), one.line});
        });
        stream<rows::ArgumentRow>("diagnostic.argument", [&](auto&& put) {
            for (std::uint32_t i = 0; i < m_model.diagnostics.size(); ++i)
                for (const auto& [name, value] : m_model.diagnostics[i].args)
                    put({i, m_model.intern(name), m_model.intern(value)});
        });
    }

    void writeTexts()
    {
        const auto& texts = m_texts.texts();
        ColumnEncoder encoder;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            encoder.addText(texts[i]);
            if ((i + 1) % kRowsPerBlock == 0 || i + 1 == texts.size())
                m_blocks.block("text", "text", static_cast<std::uint32_t>(i / kRowsPerBlock), encoder.finish());
        }
        m_blocks.list("text", texts.size());
    }

    BlockWriter m_blocks;
    const CodeModel& m_model;
    TextNumbers m_texts;
};

} // namespace

void removeCodeModel(SQLite::Database& database, SystemId system)
{
    for (const char* table : {"code", "code_list", "code_block"}) {
        SQLite::Statement remove(database, std::string("DELETE FROM ") + table + " WHERE system = ?");
        remove.bind(1, system);
        remove.exec();
    }
}

void writeCodeModel(SQLite::Database& database, SystemId system, const CodeModel& model, const std::string& roots)
{
    removeCodeModel(database, system);
    SQLite::Statement header(database, "INSERT INTO code VALUES (?, ?, ?)");
    header.bind(1, system);
    header.bind(2, model.source.hex());
    header.bind(3, roots);
    header.exec();
    ModelWriter(database, system, model).write();
}

} // namespace naru::core
