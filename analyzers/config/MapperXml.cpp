#include "analyzers/config/MapperXml.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>
#include <set>

namespace naru::analyzers::config {

namespace {

constexpr int kDeepestTag = 100;
constexpr char kAlternativesBegin = '\x0e'; // as analyzers/sql reads them
constexpr char kAlternativeNext = '\x0f';
constexpr char kAlternativesEnd = '\x10';

bool statementTag(std::string_view name)
{
    static constexpr auto kTags = std::to_array<std::string_view>({"delete", "insert", "procedure", "select", "statement", "update"});
    return std::ranges::binary_search(kTags, name);
}

/// Tags whose content is put in or left out at run time.
bool optionalTag(std::string_view name)
{
    return name == "if" || name.starts_with("is");
}

/// Collects the SQL of one statement.
class SqlText {
public:
    SqlText(const XmlText& xml, std::uint32_t firstLine) : m_xml(xml), m_line(firstLine) {}

    void children(pugi::xml_node node, int depth = 0)
    {
        if (depth > kDeepestTag) {
            return;
        }
        for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
            if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
                plain(child);
            } else if (child.type() == pugi::node_element) {
                child = element(child, depth);
            }
        }
    }

    std::string take() { return std::move(m_text); }
    std::vector<pugi::xml_node>& keys() { return m_keys; }

private:
    void plain(pugi::xml_node node)
    {
        const std::string_view value = node.value();
        const std::uint32_t line = m_xml.line(node);
        while (m_line < line) {
            m_text += '\n';
            ++m_line;
        }
        m_text += value;
        m_line += static_cast<std::uint32_t>(std::ranges::count(value, '\n'));
    }

    void add(std::string_view text)
    {
        if (!text.empty()) {
            m_text += ' ';
            m_text += text;
            m_text += ' ';
        }
    }

    /// Returns the last sibling that was consumed.
    pugi::xml_node element(pugi::xml_node node, int depth)
    {
        const std::string_view name = localName(node);
        if (name == "include") {
            m_text += ' ';
            m_text += kIncludeOpen;
            m_text += attribute(node, "refid");
            m_text += kIncludeClose;
            m_text += ' ';
        } else if (name == "selectKey") {
            m_keys.push_back(node);
        } else if (name == "choose") {
            alternatives(node, depth);
        } else if (optionalTag(name)) {
            return optionals(node, depth);
        } else if (name != "bind" && name != "property" && name != "resultMap" && name != "parameterMap") {
            wrapped(node, name, depth);
        }
        return node;
    }

    void wrapped(pugi::xml_node node, std::string_view name, int depth)
    {
        if (name == "where" || name == "set") {
            add(name);
        }
        add(attribute(node, "prefix"));  // trim
        add(attribute(node, "prepend")); // dynamic, iterate
        add(attribute(node, "open"));    // foreach, iterate
        children(node, depth + 1);
        add(attribute(node, "close"));
        add(attribute(node, "suffix"));
    }

    void alternatives(pugi::xml_node node, int depth)
    {
        m_text += kAlternativesBegin;
        bool first = true;
        for (const pugi::xml_node& child : node.children()) {
            if (child.type() == pugi::node_element) {
                if (!first) {
                    m_text += kAlternativeNext;
                }
                first = false;
                children(child, depth + 1);
            }
        }
        m_text += kAlternativesEnd;
    }

    /// A run of neighbours that are each put in or left out: where one could stand, the next one could too.
    pugi::xml_node optionals(pugi::xml_node node, int depth)
    {
        pugi::xml_node last = node;
        m_text += kAlternativesBegin;
        for (pugi::xml_node current = node; current;) {
            add(attribute(current, "prepend"));
            add(attribute(current, "open"));
            children(current, depth + 1);
            add(attribute(current, "close"));
            last = current;
            pugi::xml_node next = current.next_sibling();
            while (next && (next.type() == pugi::node_comment || (next.type() == pugi::node_pcdata && trimmed(next.value()).empty()))) {
                next = next.next_sibling();
            }
            current = next && next.type() == pugi::node_element && optionalTag(localName(next)) ? next : pugi::xml_node();
            if (current) {
                m_text += kAlternativeNext;
            }
        }
        m_text += kAlternativesEnd;
        return last;
    }

    const XmlText& m_xml;
    std::string m_text;
    std::uint32_t m_line;
    std::vector<pugi::xml_node> m_keys;
};

/// Fragments are put into other lines: comments to the end of a line would swallow what follows.
std::string flattened(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote == 0 && c == '-' && i + 1 < text.size() && text[i + 1] == '-') {
            i = std::min(text.find('\n', i), text.size());
            result += ' ';
        } else {
            quote = quote == 0 && (c == '\'' || c == '"') ? c : (quote == c ? '\0' : quote);
            result += c == '\n' || c == '\r' ? ' ' : c;
        }
    }
    return result;
}

class MapperReader {
public:
    MapperReader(MapperFile& out, const XmlText& xml) : m_out(out), m_xml(xml) {}

    void read(pugi::xml_node root)
    {
        for (const pugi::xml_node& node : root.children()) {
            if (node.type() == pugi::node_element) {
                element(node);
            }
        }
    }

    void element(pugi::xml_node node)
    {
        const std::string_view name = localName(node);
        if (statementTag(name)) {
            statement(node, name);
        } else if (name == "sql") {
            SqlText text(m_xml, m_xml.line(node));
            text.children(node);
            m_out.fragments.push_back({std::string(attribute(node, "id")), flattened(text.take())});
        } else if (name == "resultMap") {
            resultMap(node);
        }
    }

private:
    void statement(pugi::xml_node node, std::string_view tag)
    {
        MapperStatement made;
        made.id = attribute(node, "id");
        made.tag = tag;
        made.resultMap = attribute(node, "resultMap");
        made.databaseId = attribute(node, "databaseId");
        made.line = m_xml.line(node);
        SqlText text(m_xml, made.line);
        text.children(node);
        made.text = text.take();
        const std::string id = made.id;
        if (id.empty()) {
            return;
        }
        m_out.statements.push_back(std::move(made));
        for (const pugi::xml_node& key : text.keys()) {
            MapperStatement select;
            select.id = id;
            select.tag = "selectKey";
            select.line = m_xml.line(key);
            SqlText keyText(m_xml, select.line);
            keyText.children(key);
            select.text = keyText.take();
            m_out.statements.push_back(std::move(select));
        }
    }

    void resultMap(pugi::xml_node node)
    {
        MapperResultMap made;
        made.id = attribute(node, "id");
        made.extends = attribute(node, "extends");
        eachElement(
            node,
            [&](pugi::xml_node child) {
                if (const std::string_view select = attribute(child, "select"); !select.empty()) {
                    made.selects.emplace_back(select);
                }
            },
            kDeepestTag);
        m_out.resultMaps.push_back(std::move(made));
    }

    MapperFile& m_out;
    const XmlText& m_xml;
};

/// Reads the statements behind an error one by one: each stands for itself.
void salvage(MapperFile& out, std::string_view text, std::size_t from)
{
    std::set<std::string_view> unclosed; // tags that are not closed any more: looked for once
    std::size_t counted = 0;
    std::uint32_t before = 0;
    while (from < text.size()) {
        const auto open = text.find('<', from);
        if (open == std::string_view::npos) {
            return;
        }
        std::size_t end = open + 1;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') {
            ++end;
        }
        const std::string_view tag = text.substr(open + 1, end - open - 1);
        from = end;
        if (!statementTag(tag) && tag != "sql") {
            continue;
        }
        const std::string closing = "</" + std::string(tag) + ">";
        const auto close = unclosed.contains(tag) ? std::string_view::npos : text.find(closing, end);
        if (close == std::string_view::npos) {
            unclosed.insert(tag);
            continue;
        }
        const std::string_view piece = text.substr(open, close + closing.size() - open);
        const XmlText xml(piece, "");
        if (!xml.complete()) {
            continue;
        }
        before += static_cast<std::uint32_t>(std::ranges::count(text.substr(counted, open - counted), '\n'));
        counted = open;
        const std::size_t first = out.statements.size();
        MapperReader(out, xml).element(xml.root());
        for (std::size_t i = first; i < out.statements.size(); ++i) {
            out.statements[i].line += before;
        }
        from = close + closing.size();
    }
}

} // namespace

MapperFile readMapper(std::string_view text, std::string_view path)
{
    MapperFile out;
    XmlText xml(text, path);
    const pugi::xml_node root = xml.root();
    out.nameSpace = attribute(root, "namespace");
    out.ibatis = localName(root) == "sqlMap";
    MapperReader(out, xml).read(root);
    if (!xml.complete()) {
        // The statement in which the error lies was read up to it; the others follow.
        salvage(out, text, xml.errorOffset());
    }
    out.diagnostics = std::move(xml.diagnostics());
    return out;
}

std::string scriptText(std::string_view annotation)
{
    if (!trimmed(annotation).starts_with("<script>")) {
        return std::string(annotation);
    }
    const XmlText xml(annotation, "");
    SqlText text(xml, 1);
    text.children(xml.root());
    return text.take();
}

} // namespace naru::analyzers::config
