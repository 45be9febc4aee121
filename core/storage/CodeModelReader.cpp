#include "core/storage/BlockTable.h"
#include "core/storage/CodeModelRows.h"
#include "core/storage/CodeModelStore.h"
#include "core/storage/SqliteErrors.h"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace naru::core {

namespace {

/// A list that does not fit the others; turned into an Error at the edge of this file.
struct Damaged {
    std::string list;
};

/// How many elements each list has: an index must lie below.
struct Limits {
    std::uint64_t files = 0, types = 0, members = 0, tables = 0, statements = 0, views = 0, entryPoints = 0;
    [[nodiscard]] std::uint64_t of(FileId /*tag*/) const { return files; }
    [[nodiscard]] std::uint64_t of(TypeId /*tag*/) const { return types; }
    [[nodiscard]] std::uint64_t of(MemberId /*tag*/) const { return members; }
    [[nodiscard]] std::uint64_t of(TableId /*tag*/) const { return tables; }
    [[nodiscard]] std::uint64_t of(StatementId /*tag*/) const { return statements; }
    [[nodiscard]] std::uint64_t of(ViewId /*tag*/) const { return views; }
    [[nodiscard]] std::uint64_t of(EntryPointId /*tag*/) const { return entryPoints; }
};

/// The blocks of all columns of a list for one stretch of rows.
struct Chunk {
    std::vector<std::string> bytes;
    std::vector<ColumnDecoder> decoders;
    std::vector<char> present; ///< 0: the column is not stored, its values keep their defaults
};

/// Reads the values of one row from the decoders of its columns. A value that does not fit
/// its type, and an index that leads nowhere, mark the list as damaged.
class RowDecoder {
public:
    RowDecoder(Chunk& chunk, const std::vector<StringId>& texts, const Limits& limits) : m_chunk(chunk), m_texts(texts), m_limits(limits) {}
    void start() { m_column = 0; }
    void operator()(const char* /*name*/, auto& value)
    {
        const std::size_t column = m_column++;
        if (m_chunk.present[column] != 0)
            get(m_chunk.decoders[column].next(), value);
    }
    [[nodiscard]] bool sound() const { return m_sound; }

private:
    void get(std::int64_t number, StringId& id)
    {
        const bool known = number >= 0 && static_cast<std::size_t>(number) < m_texts.size();
        m_sound &= known || number == -1;
        id = known ? m_texts[static_cast<std::size_t>(number)] : StringId();
    }
    template <typename Tag> void get(std::int64_t number, Id<Tag>& id)
    {
        m_sound &= number >= -1 && number < static_cast<std::int64_t>(m_limits.of(Id<Tag>()));
        id = number < 0 ? Id<Tag>() : Id<Tag>(static_cast<std::uint32_t>(number));
    }
    template <typename Value>
        requires std::integral<Value> || std::is_enum_v<Value>
    void get(std::int64_t number, Value& value)
    {
        value = static_cast<Value>(number);
        m_sound &= static_cast<std::int64_t>(value) == number;
    }

    Chunk& m_chunk;
    const std::vector<StringId>& m_texts;
    const Limits& m_limits;
    std::size_t m_column = 0;
    bool m_sound = true;
};

class ModelReader {
public:
    ModelReader(SQLite::Database& database, SystemId system) : m_blocks(database, system), m_model(std::make_shared<CodeModel>()) {}

    std::shared_ptr<CodeModel> read()
    {
        m_limits = {m_blocks.rows("file"),      m_blocks.rows("type"), m_blocks.rows("member"),    m_blocks.rows("table"),
                    m_blocks.rows("statement"), m_blocks.rows("view"), m_blocks.rows("entryPoint")};
        readTexts();
        rows::describeLists(*this, *m_model);
        readDiagnostics();
        return m_model;
    }

    template <typename Row> void rows(const char* list, std::vector<Row>& all)
    {
        stream<Row>(list, [&](Row&& row) {
            if (all.size() == all.capacity())
                all.reserve(std::min(m_blocks.rows(list), all.size() + kTrusted));
            all.push_back(std::move(row));
            return true;
        });
    }

    template <typename Value, typename Owner> void nested(const char* list, std::vector<Owner>& owners, std::vector<Value> Owner::* values)
    {
        stream<rows::Item<Value>>(list, [&](rows::Item<Value>&& item) {
            if (item.owner >= owners.size())
                return false;
            (owners[item.owner].*values).push_back(std::move(item.value));
            return true;
        });
    }

    template <typename Value, typename Inner, typename Owner>
    void nestedTwice(const char* list, std::vector<Owner>& owners, std::vector<Inner> Owner::* inner, std::vector<Value> Inner::* values)
    {
        std::vector<Inner*> elements;
        for (Owner& owner : owners)
            for (Inner& element : owner.*inner)
                elements.push_back(&element);
        stream<rows::Item<Value>>(list, [&](rows::Item<Value>&& item) {
            if (item.owner >= elements.size())
                return false;
            (elements[item.owner]->*values).push_back(std::move(item.value));
            return true;
        });
    }

private:
    /// Room is made for so many elements at once at most: a damaged size must not ask for all memory.
    static constexpr std::uint64_t kTrusted = std::uint64_t{1} << 22U;

    template <typename Row, typename Take> void stream(const char* list, const Take& take)
    {
        rows::ColumnNames columns;
        const Row sample{};
        rows::describe(columns, sample);
        Chunk chunk;
        RowDecoder decoder(chunk, m_texts, m_limits);
        const std::uint64_t count = m_blocks.rows(list);
        for (std::uint64_t index = 0; index < count; ++index) {
            if (index % kRowsPerBlock == 0)
                load(list, columns.names, static_cast<std::uint32_t>(index / kRowsPerBlock), chunk);
            Row row{};
            decoder.start();
            rows::describe(decoder, row);
            const bool last = (index + 1) % kRowsPerBlock == 0 || index + 1 == count;
            if (!decoder.sound() || !take(std::move(row)) || (last && !finished(chunk)))
                throw Damaged{list};
        }
    }

    void load(const char* list, const std::vector<std::string_view>& names, std::uint32_t number, Chunk& chunk)
    {
        const std::vector<char> before = std::exchange(chunk.present, std::vector<char>(names.size()));
        chunk.bytes.resize(names.size());
        chunk.decoders.assign(names.size(), {});
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!m_blocks.block(list, names[i], number, chunk.bytes[i]))
                continue;
            chunk.decoders[i] = ColumnDecoder(chunk.bytes[i]);
            chunk.present[i] = 1;
            if (!chunk.decoders[i].sound())
                throw Damaged{list};
        }
        const bool any = std::ranges::find(chunk.present, 1) != chunk.present.end();
        if (!any || (number > 0 && before != chunk.present)) // a column is there from first to last or not at all
            throw Damaged{list};
    }

    static bool finished(const Chunk& chunk)
    {
        for (std::size_t i = 0; i < chunk.decoders.size(); ++i)
            if (chunk.present[i] != 0 && (!chunk.decoders[i].sound() || !chunk.decoders[i].atEnd()))
                return false;
        return true;
    }

    void readTexts()
    {
        const std::uint64_t count = m_blocks.rows("text");
        m_texts.reserve(std::min(count, kTrusted));
        std::string bytes;
        ColumnDecoder decoder;
        for (std::uint64_t i = 0; i < count; ++i) {
            if (i % kRowsPerBlock == 0) {
                if (!m_blocks.block("text", "text", static_cast<std::uint32_t>(i / kRowsPerBlock), bytes))
                    throw Damaged{"text"};
                decoder = ColumnDecoder(bytes);
            }
            m_texts.push_back(m_model->intern(decoder.nextText()));
            if (!decoder.sound())
                throw Damaged{"text"};
        }
    }

    void readDiagnostics()
    {
        const auto text = [&](StringId id) { return std::string(m_model->text(id)); };
        stream<rows::DiagnosticRow>("diagnostic", [&](const rows::DiagnosticRow& row) {
            m_model->diagnostics.push_back({row.severity, text(row.code), text(row.file), row.line, {}});
            return true;
        });
        stream<rows::ArgumentRow>("diagnostic.argument", [&](const rows::ArgumentRow& row) {
            if (row.owner >= m_model->diagnostics.size())
                return false;
            m_model->diagnostics[row.owner].args.emplace_back(text(row.name), text(row.value));
            return true;
        });
    }

    BlockReader m_blocks;
    std::shared_ptr<CodeModel> m_model;
    Limits m_limits;
    std::vector<StringId> m_texts; // by stored number
};

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
    } catch (const Damaged& damaged) {
        return failure(ErrorCode::Malformed, "core.store.damaged", {{"reason", damaged.list}}, database.getFilename());
    }
}

} // namespace naru::core
