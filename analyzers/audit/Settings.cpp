#include "analyzers/audit/Settings.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

namespace naru::analyzers::audit {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n\f";
    const auto begin = text.find_first_not_of(kBlank);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Hands out the lines of a text with their numbers.
template <typename Use> void forLines(std::string_view text, Use use)
{
    int number = 1;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        use(line, number++);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\\' || i + 1 == text.size())
            out += text[i];
        else if (std::isalpha(static_cast<unsigned char>(text[++i])) == 0)
            out += text[i];
        else
            (out += '\\') += text[i]; // \u1234 matters to no rule, and C:\data is meant as a path, whatever Java makes of it
    return out;
}

void addProperty(std::string_view line, int number, std::vector<Setting>& out)
{
    std::size_t end = 0;
    while (end < line.size() && line[end] != '=' && line[end] != ':' && line[end] != ' ' && line[end] != '\t')
        end += line[end] == '\\' ? 2 : 1;
    end = std::min(end, line.size());
    std::string_view value = trimmed(line.substr(end));
    if (value.starts_with('=') || value.starts_with(':'))
        value = trimmed(value.substr(1));
    out.push_back({unescaped(line.substr(0, end)), unescaped(value), number});
}

bool continues(std::string_view line)
{
    const auto last = line.find_last_not_of('\\');
    return (line.size() - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
}

} // namespace

std::vector<Setting> propertySettings(std::string_view text)
{
    std::vector<Setting> out;
    std::string joined;
    int begin = 0;
    forLines(text, [&](std::string_view line, int number) {
        const std::string_view part = joined.empty() ? trimmed(line) : line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
        if (joined.empty() && (part.empty() || part[0] == '#' || part[0] == '!' || part[0] == ';'))
            return;
        if (joined.empty())
            begin = number;
        joined += part;
        if (continues(line)) {
            joined.pop_back();
            if (joined.empty())
                joined = " ";
            return;
        }
        addProperty(trimmed(joined), begin, out);
        joined.clear();
    });
    if (!trimmed(joined).empty())
        addProperty(trimmed(joined), begin, out);
    return out;
}

namespace {

std::string_view withoutYamlComment(std::string_view line)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote != 0)
            quote = line[i] == quote ? '\0' : quote;
        else if (line[i] == '"' || line[i] == '\'')
            quote = line[i];
        else if (line[i] == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
            return line.substr(0, i);
    }
    return line;
}

std::string unquoted(std::string_view value)
{
    value = trimmed(value);
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

/// Position of the colon that ends a plain or quoted key, npos when the text is no mapping.
std::size_t keyEnd(std::string_view text)
{
    if (!text.empty() && (text[0] == '"' || text[0] == '\'')) {
        const auto close = text.find(text[0], 1);
        return close != std::string_view::npos && close + 1 < text.size() && text[close + 1] == ':' ? close + 1 : std::string_view::npos;
    }
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ':' && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\t'))
            return i;
    return std::string_view::npos;
}

class YamlReader {
public:
    std::vector<Setting> run(std::string_view text)
    {
        forLines(text, [this](std::string_view line, int number) { this->line(line, number); });
        return std::move(m_out);
    }

private:
    struct Level {
        std::size_t indent;
        std::string key;
        int index; ///< of the list element, -1 in a mapping
    };

    void line(std::string_view raw, int number)
    {
        const std::size_t indent = std::min(raw.find_first_not_of(' '), raw.size());
        if (m_block && (trimmed(raw).empty() || indent > m_blockIndent))
            return; // text of a block scalar
        m_block = false;
        std::string_view text = trimmed(withoutYamlComment(raw));
        if (text.starts_with("---")) {
            m_levels.clear();
            return;
        }
        if (!text.empty())
            entry(text, indent, number);
    }
    void entry(std::string_view text, std::size_t indent, int number)
    {
        int index = -1;
        if (text == "-" || text.starts_with("- ")) {
            while (!m_levels.empty() && m_levels.back().indent > indent)
                m_levels.pop_back();
            index = 0;
            if (!m_levels.empty() && m_levels.back().indent == indent && m_levels.back().index >= 0) {
                index = m_levels.back().index + 1;
                m_levels.pop_back();
            }
            m_levels.push_back({indent, "", index});
            const std::string_view rest = trimmed(text.substr(1));
            if (!rest.empty())
                entry(rest, indent + static_cast<std::size_t>(rest.data() - text.data()), number);
            return;
        }
        while (!m_levels.empty() && m_levels.back().indent >= indent)
            m_levels.pop_back();
        const auto colon = keyEnd(text);
        if (colon == std::string_view::npos) {
            m_out.push_back({path(), unquoted(text), number});
            return;
        }
        m_levels.push_back({indent, unquoted(text.substr(0, colon)), -1});
        const std::string_view value = trimmed(text.substr(colon + 1));
        if (value.starts_with('|') || value.starts_with('>')) {
            m_block = true;
            m_blockIndent = indent;
        }
        m_out.push_back({path(), unquoted(value), number});
    }
    [[nodiscard]] std::string path() const
    {
        std::string out;
        for (const Level& level : m_levels)
            if (level.index >= 0)
                out += "[" + std::to_string(level.index) + "]";
            else
                out += (out.empty() ? "" : ".") + level.key;
        return out;
    }

    std::vector<Level> m_levels;
    std::vector<Setting> m_out;
    bool m_block = false;
    std::size_t m_blockIndent = 0;
};

} // namespace

std::vector<Setting> yamlSettings(std::string_view text)
{
    return YamlReader().run(text);
}

} // namespace naru::analyzers::audit
