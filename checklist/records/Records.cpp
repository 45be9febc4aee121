#include "checklist/records/Records.h"

#include "core/base/Files.h"
#include "core/base/JsonDocument.h"

#include <algorithm>

namespace naru::checklist {

namespace {

std::string lowerAscii(std::string_view text)
{
    std::string out;
    for (const char c : text)
        if (c != ' ' && c != '_')
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// A header without the unit behind it.
std::string headerName(std::string_view header)
{
    return lowerAscii(header.substr(0, header.find('(')));
}

bool oneOf(const std::vector<std::string>& words, std::string_view text)
{
    const std::string wanted = lowerAscii(text);
    return std::ranges::any_of(words, [&wanted](const std::string& word) { return lowerAscii(word) == wanted; });
}

/// A table with its columns understood as the fields of one kind of record.
class RecordReader {
public:
    RecordReader(const TextTable& table, const RecordColumns& columns, std::string path, Records& records)
        : m_table(table),
          m_columns(columns),
          m_path(std::move(path)),
          m_records(records)
    {
    }

    /// The kind whose fields the header names most; empty when even the needed ones are missing.
    [[nodiscard]] std::string kindOf() const
    {
        std::string best;
        std::size_t most = 0;
        for (const auto& [kind, fields] : m_columns.fields) {
            const auto found =
                static_cast<std::size_t>(std::ranges::count_if(fields, [this](const auto& field) { return columnOf(field.second) >= 0; }));
            if (found > most && needed(kind)) {
                most = found;
                best = kind;
            }
        }
        return best;
    }
    [[nodiscard]] bool needed(const std::string& kind) const
    {
        const auto all = [&](std::initializer_list<const char*> fields) {
            return std::ranges::all_of(fields, [&](const char* field) { return column(kind, field) >= 0; });
        };
        return kind == "cost"   ? all({"year", "kind", "amount"})
               : kind == "load" ? all({"time", "hits"})
               : kind == "want" ? all({"technology"})
                                : all({"date"});
    }
    void read(const std::string& kind)
    {
        m_kind = kind;
        for (std::size_t i = 1; i < m_table.rows.size(); ++i) {
            m_row = &m_table.rows[i];
            if (kind == "cost")
                readCost();
            else if (kind == "incident")
                readIncident();
            else if (kind == "load")
                readLoad();
            else if (kind == "want")
                readWant();
            else
                readChange();
        }
    }

private:
    [[nodiscard]] int columnOf(const std::vector<std::string>& names) const
    {
        const auto& header = m_table.rows.front().cells;
        for (const std::string& name : names) // the surest names stand first
            for (std::size_t i = 0; i < header.size(); ++i)
                if (lowerAscii(name) == headerName(header[i]))
                    return static_cast<int>(i);
        return -1;
    }
    [[nodiscard]] int column(const std::string& kind, const char* field) const
    {
        const auto fields = m_columns.fields.find(kind);
        if (fields == m_columns.fields.end())
            return -1;
        const auto names = fields->second.find(field);
        return names == fields->second.end() ? -1 : columnOf(names->second);
    }
    [[nodiscard]] std::string cell(const char* field) const
    {
        const int at = column(m_kind, field);
        return at >= 0 && static_cast<std::size_t>(at) < m_row->cells.size() ? m_row->cells[static_cast<std::size_t>(at)] : "";
    }
    [[nodiscard]] std::optional<double> number(const char* field) const
    {
        const int at = column(m_kind, field);
        const auto value = parseNumber(cell(field));
        return value ? std::optional(*value * headerUnit(m_table.rows.front().cells[static_cast<std::size_t>(at)])) : std::nullopt;
    }
    [[nodiscard]] bool word(const char* words, const std::string& text) const
    {
        const auto found = m_columns.words.find(words);
        return found != m_columns.words.end() && oneOf(found->second, text);
    }
    void leftOut(const char* field)
    {
        const int at = column(m_kind, field);
        const std::string name = at < 0 ? field : m_table.rows.front().cells[static_cast<std::size_t>(at)]; // as the file calls it
        m_records.diagnostics.push_back(
            {core::Severity::Warning, "checklist.records.row-left-out", m_path, m_row->line, {{"column", name}, {"value", cell(field)}}});
    }
    void contradiction()
    {
        m_records.diagnostics.push_back({core::Severity::Warning, "checklist.records.contradiction", m_path, m_row->line, {}});
    }
    [[nodiscard]] core::Evidence evidence() const
    {
        std::string text;
        for (const std::string& one : m_row->cells)
            text += (text.empty() ? "" : " | ") + one;
        return {"record", m_path, m_row->line, text, ""};
    }

    void readCost()
    {
        CostRecord out;
        const auto year = parseNumber(cell("year").substr(0, 4)); // also of a date
        const auto amount = number("amount");
        if (!year || *year < 1970 || *year > 2999)
            return leftOut("year");
        if (!amount)
            return leftOut("amount");
        out.year = static_cast<int>(*year);
        out.amount = *amount;
        const std::string kind = cell("kind");
        if (word("initial", kind))
            out.kind = CostKind::Initial;
        else if (word("additional", kind))
            out.kind = CostKind::Additional;
        else if (!word("maintenance", kind))
            return leftOut("kind");
        out.at = evidence();
        if (std::ranges::any_of(m_records.costs, [&](const CostRecord& one) {
                return one.year == out.year && one.kind == out.kind && one.amount != out.amount;
            }))
            contradiction();
        m_records.costs.push_back(std::move(out));
    }
    void readIncident()
    {
        const auto day = parseDate(cell("date"));
        if (!day)
            return leftOut("date");
        IncidentRecord out;
        out.day = *day;
        out.minutes = number("minutes").value_or(lasted());
        const std::string stopped = cell("stopped");
        out.stopped = word("yes", stopped) || (stopped.empty() && out.minutes > 0);
        out.complaint = word("yes", cell("complaint")) || parseNumber(cell("complaint")).value_or(0) > 0;
        out.at = evidence();
        m_records.incidents.push_back(std::move(out));
    }
    /// Minutes from the beginning to the end of an incident when both say the time; otherwise 0.
    double lasted()
    {
        const auto from = parseDate(cell("date"));
        const auto to = parseDate(cell("ended"));
        const auto begin = parseMinuteOfDay(cell("date"));
        const auto end = parseMinuteOfDay(cell("ended"));
        if (!from || !to || !begin || !end)
            return 0;
        const int minutes = (*to - *from) * 24 * 60 + *end - *begin;
        if (minutes < 0)
            contradiction();
        return std::max(minutes, 0);
    }
    void readLoad()
    {
        const std::string time = cell("time");
        const auto day = parseDate(time);
        const auto hits = number("hits");
        if (!day)
            return leftOut("time");
        if (!hits)
            return leftOut("hits");
        LoadRecord out;
        out.day = *day;
        out.hour = parseHour(time).value_or(parseHour(cell("hour") + ":").value_or(-1));
        out.hits = *hits;
        out.responseMs = number("response").value_or(0);
        out.at = evidence();
        if (std::ranges::any_of(m_records.loads,
                                [&](const LoadRecord& one) { return one.day == out.day && one.hour == out.hour && one.hits != out.hits; }))
            contradiction();
        m_records.loads.push_back(std::move(out));
    }
    void readChange()
    {
        const auto day = parseDate(cell("date"));
        if (!day)
            return leftOut("date");
        ChangeRecord out{*day, parseDate(cell("finished")).value_or(0), evidence()};
        if (out.finished != 0 && out.finished < out.day)
            contradiction();
        m_records.changes.push_back(std::move(out));
    }

    void readWant()
    {
        WantRecord out{cell("technology"), cell("reason"), evidence()};
        if (out.technology.empty())
            return leftOut("technology");
        m_records.wants.push_back(std::move(out));
    }

    const TextTable& m_table;
    const RecordColumns& m_columns;
    std::string m_path;
    Records& m_records;
    std::string m_kind;
    const core::CsvRow* m_row = nullptr;
};

} // namespace

core::Result<RecordColumns> loadRecordColumns(const std::filesystem::path& file)
{
    return core::readData(file, [](const core::JsonCursor& root) {
        root.onlyKeys({"schema", "edition", "source", "fields", "words"});
        (void)root.at("schema").choice({"naru.record-columns/1"});
        RecordColumns out;
        for (const auto& [kind, fields] : root.at("fields").members())
            for (const auto& [field, names] : fields.members())
                out.fields[kind][field] = names.strings();
        for (const auto& [word, values] : root.at("words").members())
            out.words[word] = values.strings();
        return out;
    });
}

core::Result<std::string> readRecords(std::string_view bytes, const std::string& name, const RecordColumns& columns,
                                      const std::string& kind, Records& records)
{
    const auto text = decodeRecords(bytes, name);
    if (!text)
        return std::unexpected(text.error());
    const auto table = parseTable(*text, name);
    if (!table)
        return std::unexpected(table.error());
    RecordReader reader(*table, columns, name, records);
    const std::string found = kind.empty() ? reader.kindOf() : reader.needed(kind) ? kind : "";
    if (found.empty()) {
        std::string header;
        for (const std::string& cell : table->rows.front().cells)
            header += (header.empty() ? "" : ", ") + cell;
        return core::failure(core::ErrorCode::Unsupported, "checklist.records.unknown-header", {{"header", header}}, name,
                             table->rows.front().line);
    }
    reader.read(found);
    return found;
}

core::Result<void> importRecords(const std::filesystem::path& file, const RecordColumns& columns, const std::string& kind, Records& records)
{
    const auto bytes = core::readFile(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto read = readRecords(*bytes, core::toUtf8(file.filename()), columns, kind, records);
    return read ? core::Result<void>() : std::unexpected(read.error());
}

} // namespace naru::checklist
