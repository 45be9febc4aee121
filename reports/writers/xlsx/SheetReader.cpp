#include "reports/writers/xlsx/SheetReader.h"

#include "reports/writers/Zip.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace naru::reports {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::size_t kLargestWorkbook = std::size_t{64} << 20U; ///< unpacked
constexpr std::size_t kMostColumns = 512;
constexpr std::size_t kMostRows = 200'000;

std::unexpected<core::Error> unreadable(const std::string& detail)
{
    return failure(ErrorCode::Malformed, "costing.xlsx.unreadable", {{"detail", detail}});
}

/// The local name, whatever prefix the writer chose.
std::string_view localName(const pugi::xml_node& node)
{
    const char* colon = std::strchr(node.name(), ':');
    return colon == nullptr ? node.name() : colon + 1;
}

template <typename F> void each(const pugi::xml_node& parent, std::string_view name, F&& f)
{
    for (const pugi::xml_node& child : parent.children())
        if (localName(child) == name)
            f(child);
}

pugi::xml_node childOf(const pugi::xml_node& parent, std::string_view name)
{
    for (const pugi::xml_node& child : parent.children())
        if (localName(child) == name)
            return child;
    return {};
}

/// All text of a string item: <t> of its own and of its runs; phonetic hints are none.
void appendText(const pugi::xml_node& node, std::string& out)
{
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = localName(child);
        if (name == "t")
            out += child.text().get();
        else if (name == "r")
            appendText(child, out);
    }
}

struct CellPlace {
    std::size_t column = 0;
    int line = 0;
};

/// "BC12" -> column 54, line 12.
std::optional<CellPlace> placeOf(std::string_view reference)
{
    CellPlace place;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at)
        place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
    if (at == 0 || at == reference.size() || at > 3 || reference.size() - at > 7)
        return std::nullopt;
    for (; at < reference.size(); ++at) {
        if (reference[at] < '0' || reference[at] > '9')
            return std::nullopt;
        place.line = place.line * 10 + (reference[at] - '0');
    }
    --place.column;
    return place;
}

/// The parts of a workbook by name.
class ReadWorkbook {
public:
    explicit ReadWorkbook(std::vector<ZipEntry> entries)
    {
        for (ZipEntry& entry : entries)
            m_parts.emplace(entry.name, std::move(entry.bytes));
    }

    Result<std::vector<SheetContent>> read()
    {
        pugi::xml_document book;
        if (!load("xl/workbook.xml", book))
            return unreadable("xl/workbook.xml");
        const auto targets = relations();
        readStrings();
        std::vector<SheetContent> out;
        std::string broken;
        each(childOf(book.document_element(), "sheets"), "sheet", [&](const pugi::xml_node& sheet) {
            std::string id;
            for (const pugi::xml_attribute& attribute : sheet.attributes())
                if (std::string_view(attribute.name()).ends_with(":id") || std::string_view(attribute.name()) == "id")
                    id = attribute.value();
            const auto target = targets.find(id);
            SheetContent content{.name = sheet.attribute("name").value()};
            if (target != targets.end() && readSheet(target->second, content))
                out.push_back(std::move(content));
            else
                broken = sheet.attribute("name").value();
        });
        if (out.empty())
            return unreadable(broken.empty() ? "sheets" : broken);
        return out;
    }

private:
    bool load(const std::string& part, pugi::xml_document& document) const
    {
        const auto found = m_parts.find(part);
        return found != m_parts.end() && document.load_buffer(found->second.data(), found->second.size(), pugi::parse_default);
    }

    [[nodiscard]] std::map<std::string, std::string> relations() const
    {
        std::map<std::string, std::string> out;
        pugi::xml_document document;
        if (load("xl/_rels/workbook.xml.rels", document))
            each(document.document_element(), "Relationship", [&](const pugi::xml_node& one) {
                const std::string target = one.attribute("Target").value();
                out.emplace(one.attribute("Id").value(), target.starts_with('/') ? target.substr(1) : "xl/" + target);
            });
        return out;
    }

    void readStrings()
    {
        pugi::xml_document document;
        if (load("xl/sharedStrings.xml", document))
            each(document.document_element(), "si", [&](const pugi::xml_node& item) {
                std::string text;
                appendText(item, text);
                m_strings.push_back(std::move(text));
            });
    }

    [[nodiscard]] std::string textOf(const pugi::xml_node& cell) const
    {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr") {
            std::string text;
            appendText(childOf(cell, "is"), text);
            return text;
        }
        const std::string value = childOf(cell, "v").text().get();
        if (type != "s")
            return value;
        const std::size_t index = std::strtoul(value.c_str(), nullptr, 10);
        return index < m_strings.size() ? m_strings[index] : std::string();
    }

    bool readSheet(const std::string& part, SheetContent& out) const
    {
        pugi::xml_document document;
        if (!load(part, document))
            return false;
        each(childOf(document.document_element(), "sheetData"), "row", [&](const pugi::xml_node& row) {
            SheetRow made{.line = row.attribute("r").as_int(out.rows.empty() ? 1 : out.rows.back().line + 1)};
            each(row, "c", [&](const pugi::xml_node& cell) {
                const auto place = placeOf(cell.attribute("r").value());
                const std::size_t column = place ? place->column : made.cells.size();
                std::string text = textOf(cell);
                if (column >= kMostColumns || text.empty())
                    return;
                made.cells.resize(std::max(made.cells.size(), column + 1));
                made.cells[column] = std::move(text);
            });
            if (!made.cells.empty() && out.rows.size() < kMostRows)
                out.rows.push_back(std::move(made));
        });
        each(childOf(document.document_element(), "mergeCells"), "mergeCell", [&](const pugi::xml_node& merge) {
            const std::string_view range = merge.attribute("ref").value();
            const std::size_t colon = range.find(':');
            const auto first = placeOf(range.substr(0, colon));
            const auto last = colon == std::string_view::npos ? std::nullopt : placeOf(range.substr(colon + 1));
            if (first && last)
                out.merged.push_back({first->line, last->line, first->column, last->column});
        });
        return true;
    }

    std::map<std::string, std::string> m_parts;
    std::vector<std::string> m_strings;
};

} // namespace

Result<std::vector<SheetContent>> readWorkbook(const std::string& bytes)
{
    auto entries = unpackZip(bytes, kLargestWorkbook);
    if (!entries)
        return entries.error().code == ErrorCode::LimitExceeded ? core::Result<std::vector<SheetContent>>(std::unexpected(entries.error()))
                                                                : unreadable("ZIP");
    return ReadWorkbook(std::move(*entries)).read();
}

} // namespace naru::reports
