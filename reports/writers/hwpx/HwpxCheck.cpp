#include "reports/writers/hwpx/HwpxCheck.h"

#include "reports/writers/Zip.h"

#include <pugixml.hpp>

#include <array>
#include <cstring>
#include <functional>
#include <map>
#include <set>
#include <string_view>

namespace naru::reports {

namespace {

constexpr std::string_view kHeader = "Contents/header.xml";
constexpr std::string_view kPackage = "Contents/content.hpf";
constexpr std::string_view kNoReference = "4294967295";

using Ids = std::set<std::string>;

class PackageCheck {
public:
    explicit PackageCheck(const std::string& bytes) : m_bytes(bytes) {}

    std::vector<HwpxFault> run()
    {
        const auto entries = unpackZip(m_bytes);
        if (!entries) {
            fault("", "zip");
            return std::move(m_faults);
        }
        m_entries = *entries;
        storage();
        for (const ZipEntry& entry : m_entries)
            if (entry.name.ends_with(".xml") || entry.name.ends_with(".hpf"))
                parse(entry);
        container();
        package();
        header();
        for (const std::string& section : m_sections)
            checkSection(section);
        return std::move(m_faults);
    }

private:
    void fault(std::string_view part, std::string rule, std::string detail = {})
    {
        m_faults.push_back({std::string(part), std::move(rule), std::move(detail)});
    }

    bool has(std::string_view name) const
    {
        for (const ZipEntry& entry : m_entries)
            if (entry.name == name)
                return true;
        return false;
    }

    void storage()
    {
        if (m_entries.empty() || m_entries.front().name != "mimetype")
            fault("mimetype", "mimetype.first");
        for (const ZipEntry& entry : m_entries) {
            if (entry.name != "mimetype")
                continue;
            if (!entry.stored)
                fault("mimetype", "mimetype.stored");
            if (entry.bytes != "application/hwp+zip")
                fault("mimetype", "mimetype.content", entry.bytes);
        }
        Ids names;
        for (const ZipEntry& entry : m_entries)
            if (!names.insert(entry.name).second)
                fault(entry.name, "part.twice");
        for (const std::string_view name :
             {std::string_view("mimetype"), std::string_view("version.xml"), kHeader, std::string_view("Contents/section0.xml"),
              std::string_view("settings.xml"), std::string_view("META-INF/container.xml"), kPackage,
              std::string_view("META-INF/manifest.xml")})
            if (!has(name))
                fault(name, "part.missing");
    }

    void parse(const ZipEntry& entry)
    {
        pugi::xml_document& document = m_documents[entry.name];
        const auto parsed =
            document.load_buffer(entry.bytes.data(), entry.bytes.size(),
                                 pugi::parse_default | pugi::parse_declaration | pugi::parse_doctype | pugi::parse_ws_pcdata);
        if (!parsed) {
            fault(entry.name, "xml.malformed", parsed.description());
            m_documents.erase(entry.name);
            return;
        }
        if (!entry.name.starts_with("Contents/"))
            return;
        if (std::strcmp(document.first_child().attribute("standalone").value(), "yes") != 0)
            fault(entry.name, "xml.standalone");
        const pugi::xml_node root = document.document_element();
        for (const char* prefix : {"ha", "hp", "hp10", "hs", "hc", "hh", "hhs", "hm", "hpf", "dc", "opf", "ooxmlchart", "epub", "config"})
            if (root.attribute(("xmlns:" + std::string(prefix)).c_str()).empty())
                fault(entry.name, "xml.namespace", prefix);
        each(root, [&](const pugi::xml_node& node) { plainAttributes(entry.name, node); });
    }

    void plainAttributes(const std::string& part, const pugi::xml_node& node)
    {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const bool allowed = name.starts_with("xmlns:") || name == "xmlns" || name == "hp:required-namespace";
            if (!allowed && name.find(':') != std::string_view::npos)
                fault(part, "xml.prefixed-attribute", std::string(name));
        }
    }

    static void each(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& visit)
    {
        visit(node);
        for (const pugi::xml_node& child : node.children())
            if (child.type() == pugi::node_element)
                each(child, visit);
    }

    pugi::xml_node root(std::string_view name)
    {
        const auto found = m_documents.find(std::string(name));
        return found == m_documents.end() ? pugi::xml_node() : found->second.document_element();
    }

    void container()
    {
        const std::string_view part = "META-INF/container.xml";
        bool named = false;
        each(root(part), [&](const pugi::xml_node& node) {
            if (std::strcmp(node.name(), "ocf:rootfile") != 0)
                return;
            const std::string path = node.attribute("full-path").value();
            named = named || (path == kPackage && std::strcmp(node.attribute("media-type").value(), "application/hwpml-package+xml") == 0);
            if (!has(path))
                fault(part, "container.rootfile", path);
        });
        if (!named && has(part))
            fault(part, "container.package");
    }

    void package()
    {
        const pugi::xml_node package = root(kPackage);
        if (!package)
            return;
        if (std::strcmp(package.attribute("xmlns:opf").value(), "http://www.idpf.org/2007/opf/") != 0)
            fault(kPackage, "package.namespace");
        std::map<std::string, std::string> items;
        for (const pugi::xml_node& item : package.child("opf:manifest").children("opf:item")) {
            const std::string path = item.attribute("href").value();
            items[item.attribute("id").value()] = path;
            m_items.insert(item.attribute("id").value());
            m_hrefs.insert(path);
            if (!has(path))
                fault(kPackage, "manifest.dangling", path);
        }
        for (const pugi::xml_node& reference : package.child("opf:spine").children("opf:itemref")) {
            const auto found = items.find(reference.attribute("idref").value());
            if (found == items.end())
                fault(kPackage, "spine.dangling", reference.attribute("idref").value());
            else if (found->second.starts_with("Contents/section"))
                m_sections.push_back(found->second);
        }
        for (const ZipEntry& entry : m_entries)
            if ((entry.name.starts_with("Contents/section") || entry.name.starts_with("BinData/")) && !m_hrefs.contains(entry.name))
                fault(entry.name, "manifest.unlisted");
        if (m_sections.empty())
            fault(kPackage, "spine.no-section");
    }

    /// Children of a list and their ids; its count must be true.
    Ids listOf(const pugi::xml_node& references, const char* list, const char* item)
    {
        const pugi::xml_node node = references.child(("hh:" + std::string(list)).c_str());
        if (!node) {
            fault(kHeader, std::string("list.") + list);
            return {};
        }
        Ids ids;
        int count = 0;
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() != pugi::node_element)
                continue;
            ++count;
            if (std::strcmp(child.name(), ("hh:" + std::string(item)).c_str()) != 0)
                fault(kHeader, std::string("list.stranger.") + list, child.name());
            else if (!child.attribute("id").empty() && !ids.insert(child.attribute("id").value()).second)
                fault(kHeader, std::string("id.twice.") + list, child.attribute("id").value());
        }
        if (node.attribute("itemCnt").as_int(-1) != count)
            fault(kHeader, std::string("count.") + list, node.attribute("itemCnt").value());
        return ids;
    }

    void header()
    {
        const pugi::xml_node head = root(kHeader);
        if (!head)
            return;
        if (head.attribute("secCnt").as_uint() != m_sections.size())
            fault(kHeader, "count.sections", head.attribute("secCnt").value());
        const pugi::xml_node references = head.child("hh:refList");
        listOf(references, "fontfaces", "fontface");
        m_ids["borderFillIDRef"] = listOf(references, "borderFills", "borderFill");
        m_ids["charPrIDRef"] = listOf(references, "charProperties", "charPr");
        m_ids["tabPrIDRef"] = listOf(references, "tabProperties", "tabPr");
        m_ids["outlineShapeIDRef"] = listOf(references, "numberings", "numbering");
        m_ids["paraPrIDRef"] = listOf(references, "paraProperties", "paraPr");
        m_ids["styleIDRef"] = listOf(references, "styles", "style");
        m_ids["nextStyleIDRef"] = m_ids["styleIDRef"];
        fonts(references);
        each(references, [&](const pugi::xml_node& node) { resolve(std::string(kHeader), node); });
    }

    void fonts(const pugi::xml_node& references)
    {
        static constexpr std::array kLanguages = {"HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"};
        static constexpr std::array kAttributes = {"hangul", "latin", "hanja", "japanese", "other", "symbol", "user"};
        std::map<std::string, Ids> fontIds;
        for (const pugi::xml_node& face : references.child("hh:fontfaces").children("hh:fontface")) {
            Ids& ids = fontIds[face.attribute("lang").value()];
            for (const pugi::xml_node& font : face.children("hh:font"))
                ids.insert(font.attribute("id").value());
            if (face.attribute("fontCnt").as_uint() != ids.size())
                fault(kHeader, "count.fonts", face.attribute("lang").value());
        }
        for (std::size_t i = 0; i < kLanguages.size(); ++i) {
            if (!fontIds.contains(kLanguages.at(i)))
                fault(kHeader, "list.fontface", kLanguages.at(i));
            for (const pugi::xml_node& shape : references.child("hh:charProperties").children("hh:charPr"))
                if (!fontIds[kLanguages.at(i)].contains(shape.child("hh:fontRef").attribute(kAttributes.at(i)).value()))
                    fault(kHeader, "reference.fontRef", shape.attribute("id").value());
        }
    }

    void resolve(const std::string& part, const pugi::xml_node& node)
    {
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string name = attribute.name();
            const std::string value = attribute.value();
            if (name == "binaryItemIDRef") {
                if (!value.empty() && !m_items.contains(value))
                    fault(part, "reference." + name, value);
                continue;
            }
            const auto known = m_ids.find(name);
            if (known == m_ids.end() || known->second.contains(value))
                continue;
            const bool asText = value == kNoReference && std::strcmp(node.name(), "hh:paraHead") == 0;
            if (!asText)
                fault(part, "reference." + name, value);
        }
    }

    void checkSection(const std::string& part)
    {
        const pugi::xml_node section = root(part);
        if (!section)
            return;
        const pugi::xml_node setting = section.child("hp:p").child("hp:run").child("hp:secPr");
        if (!setting)
            fault(part, "section.secPr");
        else if (!setting.child("hp:pagePr") || !setting.child("hp:pagePr").child("hp:margin"))
            fault(part, "section.pagePr");
        each(section, [&](const pugi::xml_node& node) {
            const std::string_view name = node.name();
            resolve(part, node);
            if (name == "hp:p")
                required(part, node, {"paraPrIDRef", "styleIDRef"});
            else if (name == "hp:run")
                required(part, node, {"charPrIDRef"});
            else if (name == "hp:ctrl" && !node.first_child())
                fault(part, "ctrl.empty");
            else if (name == "hp:linesegarray")
                fault(part, "linesegarray");
            else if (name == "hp:tbl")
                checkTable(part, node);
        });
    }

    void required(const std::string& part, const pugi::xml_node& node, std::initializer_list<const char*> attributes)
    {
        for (const char* attribute : attributes)
            if (node.attribute(attribute).empty())
                fault(part, std::string("attribute.") + attribute, node.name());
    }

    void checkTable(const std::string& part, const pugi::xml_node& table)
    {
        const auto rows = table.attribute("rowCnt").as_uint();
        const auto columns = table.attribute("colCnt").as_uint();
        std::set<std::pair<unsigned, unsigned>> covered;
        unsigned rowElements = 0;
        for (const pugi::xml_node& row : table.children("hp:tr")) {
            ++rowElements;
            for (const pugi::xml_node& cell : row.children("hp:tc")) {
                for (const char* child : {"subList", "cellAddr", "cellSpan", "cellSz", "cellMargin"})
                    if (!cell.child(("hp:" + std::string(child)).c_str()))
                        fault(part, std::string("cell.") + child);
                if (!cell.child("hp:subList").child("hp:p"))
                    fault(part, "cell.paragraph");
                if (cell.child("hp:cellSz").attribute("width").as_int() <= 0)
                    fault(part, "cell.width");
                cover(part, cell, covered);
            }
        }
        if (rowElements != rows)
            fault(part, "count.rows", table.attribute("rowCnt").value());
        for (const auto& [row, column] : covered)
            if (row >= rows || column >= columns)
                return fault(part, "cell.outside");
        if (covered.size() != static_cast<std::size_t>(rows) * columns)
            fault(part, "cell.hole");
    }

    void cover(const std::string& part, const pugi::xml_node& cell, std::set<std::pair<unsigned, unsigned>>& covered)
    {
        const unsigned row = cell.child("hp:cellAddr").attribute("rowAddr").as_uint();
        const unsigned column = cell.child("hp:cellAddr").attribute("colAddr").as_uint();
        const unsigned rowSpan = cell.child("hp:cellSpan").attribute("rowSpan").as_uint();
        const unsigned columnSpan = cell.child("hp:cellSpan").attribute("colSpan").as_uint();
        if (rowSpan == 0 || columnSpan == 0 || rowSpan > 100000 || columnSpan > 1000)
            return fault(part, "cell.span");
        for (unsigned r = row; r < row + rowSpan; ++r)
            for (unsigned c = column; c < column + columnSpan; ++c)
                if (!covered.emplace(r, c).second)
                    fault(part, "cell.overlap");
    }

    const std::string& m_bytes;
    std::vector<ZipEntry> m_entries;
    std::map<std::string, pugi::xml_document> m_documents;
    std::map<std::string, Ids> m_ids; ///< by the attribute that refers to them
    Ids m_items;
    Ids m_hrefs;
    std::vector<std::string> m_sections;
    std::vector<HwpxFault> m_faults;
};

} // namespace

std::vector<HwpxFault> checkHwpx(const std::string& bytes)
{
    return PackageCheck(bytes).run();
}

} // namespace naru::reports
