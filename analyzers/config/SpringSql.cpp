#include "analyzers/config/SpringSql.h"

#include "core/base/PathNames.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::config {

namespace {

/// The first word says a statement, and there is more of it.
bool startsLikeStatement(std::string_view text)
{
    static constexpr auto kStarts =
        std::to_array<std::string_view>({"call", "delete", "from", "insert", "merge", "replace", "select", "truncate", "update", "with"});
    constexpr std::size_t kShortest = 8; // "from Emp" of HQL
    text = trimmed(text);
    while (!text.empty() && (text.front() == '{' || text.front() == '?' || text.front() == '=' || text.front() == '(' || text.front() == ' '))
        text.remove_prefix(1);
    std::string word;
    while (word.size() < text.size() && static_cast<unsigned char>(text[word.size()] | 0x20) >= 'a' && (text[word.size()] | 0x20) <= 'z')
        word += static_cast<char>(text[word.size()] | 0x20);
    return text.size() >= kShortest && word.size() < text.size() && std::ranges::binary_search(kStarts, word);
}

bool namesQuery(std::string_view key)
{
    return core::isOneOf(key, {"queryId", "statementId", "queryName", "procedureName"});
}

class SqlReading {
public:
    explicit SqlReading(const XmlText& xml) : m_xml(xml) {}

    std::vector<ConfiguredSql> run(pugi::xml_node root)
    {
        eachElement(root, [&](pugi::xml_node node) {
            const std::string_view name = localName(node);
            if (name == "bean")
                bean(node);
            else if (name != "property" && name != "constructor-arg" && name != "entry" && name != "pointcut" && name != "advisor")
                element(node);
        });
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string owner(pugi::xml_node node) const
    {
        std::string found;
        for (pugi::xml_node at = node; at && at != m_xml.root(); at = at.parent()) {
            std::string_view id = attribute(at, "id");
            if (id.empty() && localName(at) == "bean")
                id = attribute(at, "name");
            if (!id.empty() && (localName(at) == "bean" || found.empty()))
                found = id.substr(0, id.find_first_of(",; "));
        }
        if (!found.empty())
            return found;
        const std::string_view type = attribute(node, "class");
        return type.empty() ? std::string(localName(node)) + ":" + std::to_string(m_xml.line(node)) : std::string(core::simpleName(type));
    }

    void add(pugi::xml_node of, std::string_view key, std::string text, pugi::xml_node at)
    {
        if (namesQuery(key) ? !text.empty() : startsLikeStatement(text))
            m_out.push_back({owner(of), std::string(attribute(of, "class")), std::string(key), std::move(text), m_xml.line(at)});
    }

    void bean(pugi::xml_node node)
    {
        std::array<std::string, 3> clauses;
        std::uint32_t line = m_xml.line(node);
        const auto given = [&](std::string_view key, std::string value, pugi::xml_node at) {
            static constexpr std::array<std::string_view, 3> kClauses{"selectClause", "fromClause", "whereClause"};
            if (const auto clause = std::ranges::find(kClauses, key); clause != kClauses.end()) {
                clauses[static_cast<std::size_t>(clause - kClauses.begin())] = std::move(value);
                line = std::min(line, m_xml.line(at));
            } else {
                add(node, key, std::move(value), at);
            }
        };
        for (const pugi::xml_attribute& attribute : node.attributes())
            if (const std::string_view name = attribute.name(); name.starts_with("p:") && !name.ends_with("-ref"))
                given(name.substr(2), attribute.value(), node);
        for (const pugi::xml_node& child : node.children()) {
            const std::string_view name = localName(child);
            if (name != "property" && name != "constructor-arg")
                continue;
            std::string value(attribute(child, "value"));
            for (const pugi::xml_node& inner : child.children())
                if (localName(inner) == "value")
                    value = text(inner);
            const std::string_view key = attribute(child, "name");
            given(name == "property" || !key.empty() ? key : "constructor", std::move(value), child);
        }
        if (!clauses[1].empty()) {
            const auto with = [](std::string_view word, const std::string& clause) {
                const std::string_view text = trimmed(clause);
                const bool written = text.size() > word.size() && std::ranges::equal(text.substr(0, word.size()), word, {}, [](char c) {
                    return static_cast<char>(c | 0x20);
                });
                return written ? std::string(text) : std::string(word) + " " + std::string(text);
            };
            m_out.push_back({owner(node), std::string(attribute(node, "class")), "sql",
                             with("select", clauses[0].empty() ? "*" : clauses[0]) + " " + with("from", clauses[1]) +
                                 (clauses[2].empty() ? "" : " " + with("where", clauses[2])),
                             line});
        }
    }

    void element(pugi::xml_node node)
    {
        for (const pugi::xml_attribute& attribute : node.attributes())
            if (startsLikeStatement(attribute.value()))
                add(node, attribute.name(), attribute.value(), node);
    }

    const XmlText& m_xml;
    std::vector<ConfiguredSql> m_out;
};

} // namespace

std::vector<ConfiguredSql> readConfiguredSql(pugi::xml_node root, const XmlText& xml)
{
    return SqlReading(xml).run(root);
}

} // namespace naru::analyzers::config
