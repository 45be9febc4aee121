#include "core/base/JsonDocument.h"

#include "core/base/Files.h"

#include <algorithm>
#include <climits>
#include <cstdint>

namespace naru::core {

using nlohmann::json;

namespace {

std::string escapePointer(std::string_view key)
{
    std::string out;
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

/// Walks text that is known to be valid JSON and notes the line on which every value begins.
class LineWalker {
public:
    LineWalker(std::string_view text, std::unordered_map<std::string, int>& lines, std::unordered_map<std::string, std::string>& numbers)
        : m_text(text),
          m_lines(lines),
          m_numbers(numbers)
    {
    }

    void walk() { value({}); }
    [[nodiscard]] const std::string& twice() const { return m_twice; }

private:
    void space()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r' || m_text[m_at] == '\n'))
            m_line += m_text[m_at++] == '\n' ? 1 : 0;
    }
    std::string key()
    {
        const std::size_t begin = m_at++;
        while (m_text[m_at] != '"')
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        ++m_at;
        return json::parse(m_text.substr(begin, m_at - begin)).get<std::string>();
    }
    void scalar(const std::string& pointer)
    {
        if (m_text[m_at] == '"') {
            ++m_at;
            while (m_text[m_at] != '"')
                m_at += m_text[m_at] == '\\' ? 2 : 1;
            ++m_at;
            return;
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && std::string_view(",]} \t\r\n").find(m_text[m_at]) == std::string_view::npos)
            ++m_at;
        const std::string_view written = m_text.substr(begin, m_at - begin);
        constexpr std::size_t kAlwaysFits = 18; // digits of a 64-bit integer
        if (written.size() > kAlwaysFits || written.find_first_of(".eE") != std::string_view::npos)
            m_numbers.emplace(pointer, written);
    }
    void value(const std::string& pointer)
    {
        space();
        if (!m_lines.emplace(pointer, m_line).second && m_twice.empty())
            m_twice = pointer;
        const char open = m_text[m_at];
        if (open != '{' && open != '[')
            return scalar(pointer);
        ++m_at;
        for (std::size_t index = 0;; ++index) {
            space();
            if (m_text[m_at] == '}' || m_text[m_at] == ']')
                break;
            if (m_text[m_at] == ',') {
                ++m_at;
                space();
            }
            std::string child = pointer + '/';
            if (open == '{') {
                child += escapePointer(key());
                space();
                ++m_at; // the colon
            } else {
                child += std::to_string(index);
            }
            value(child);
        }
        ++m_at;
    }

    std::string_view m_text;
    std::unordered_map<std::string, int>& m_lines;
    std::unordered_map<std::string, std::string>& m_numbers;
    std::string m_twice;
    std::size_t m_at = 0;
    int m_line = 1;
};

constexpr int kDeepest = 64;

int depthOf(std::string_view text)
{
    int depth = 0;
    int deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted) {
            if (text[i] == '\\')
                ++i;
            else if (text[i] == '"')
                quoted = false;
        } else if (text[i] == '"') {
            quoted = true;
        } else if (text[i] == '{' || text[i] == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (text[i] == '}' || text[i] == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

Result<JsonDocument> JsonDocument::read(const std::filesystem::path& path)
{
    const auto text = readFile(path);
    if (!text)
        return std::unexpected(text.error());
    return parse(*text, toUtf8(path));
}

Result<JsonDocument> JsonDocument::parse(std::string_view text, std::string origin)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (depthOf(text) > kDeepest)
        return failure(ErrorCode::LimitExceeded, "core.json.too-deep", {{"limit", std::to_string(kDeepest)}}, origin);
    auto root = parseJson(text, origin);
    if (!root)
        return std::unexpected(root.error());
    JsonDocument document;
    document.m_root = std::move(*root);
    document.m_origin = std::move(origin);
    LineWalker walker(text, document.m_lines, document.m_numbers);
    walker.walk();
    if (!walker.twice().empty())
        return failure(ErrorCode::Malformed, "core.json.key-twice", {{"key", walker.twice()}}, document.m_origin,
                       document.line(walker.twice()));
    return document;
}

int JsonDocument::line(const std::string& pointer) const
{
    const auto found = m_lines.find(pointer);
    return found == m_lines.end() ? 0 : found->second;
}

std::string JsonDocument::numberText(const std::string& pointer) const
{
    const auto found = m_numbers.find(pointer);
    return found == m_numbers.end() ? std::string() : found->second;
}

bool JsonCursor::has(std::string_view key) const
{
    return m_value->is_object() && m_value->contains(key);
}

JsonCursor JsonCursor::at(std::string_view key) const
{
    if (!m_value->is_object())
        expected("an object");
    const auto found = m_value->find(key);
    if (found == m_value->end())
        fail(ErrorCode::Malformed, "core.json.key-missing", {{"key", m_pointer + "/" + std::string(key)}});
    return {*m_document, *found, m_pointer + "/" + escapePointer(key)};
}

std::vector<JsonCursor> JsonCursor::items() const
{
    if (!m_value->is_array())
        expected("an array");
    std::vector<JsonCursor> out;
    for (std::size_t i = 0; i < m_value->size(); ++i)
        out.push_back({*m_document, (*m_value)[i], m_pointer + "/" + std::to_string(i)});
    return out;
}

std::vector<std::pair<std::string, JsonCursor>> JsonCursor::members() const
{
    if (!m_value->is_object())
        expected("an object");
    std::vector<std::pair<std::string, JsonCursor>> out;
    for (const auto& [key, value] : m_value->items())
        out.emplace_back(key, JsonCursor(*m_document, value, m_pointer + "/" + escapePointer(key)));
    return out;
}

std::string JsonCursor::string() const
{
    if (!m_value->is_string())
        expected("a string");
    return m_value->get<std::string>();
}

int JsonCursor::integer() const
{
    if (!m_value->is_number_integer() || (m_value->is_number_unsigned() && m_value->get<std::uint64_t>() > INT_MAX) ||
        m_value->get<std::int64_t>() < INT_MIN || m_value->get<std::int64_t>() > INT_MAX)
        expected("a whole number");
    return m_value->get<int>();
}

double JsonCursor::number() const
{
    if (!m_value->is_number())
        expected("a number");
    return m_value->get<double>();
}

bool JsonCursor::boolean() const
{
    if (!m_value->is_boolean())
        expected("true or false");
    return m_value->get<bool>();
}

std::string JsonCursor::numberText() const
{
    if (m_value->is_string())
        return m_value->get<std::string>();
    if (!m_value->is_number())
        expected("a number");
    std::string written = m_document->numberText(m_pointer);
    return written.empty() ? m_value->dump() : written;
}

std::vector<std::string> JsonCursor::strings() const
{
    if (m_value->is_string())
        return {m_value->get<std::string>()};
    if (!m_value->is_array())
        expected("a string or an array of strings");
    std::vector<std::string> out;
    for (const auto& item : items())
        out.push_back(item.string());
    return out;
}

std::string JsonCursor::stringOr(std::string_view key, std::string_view fallback) const
{
    return has(key) ? at(key).string() : std::string(fallback);
}

std::vector<std::string> JsonCursor::stringsOr(std::string_view key) const
{
    return has(key) ? at(key).strings() : std::vector<std::string>();
}

bool JsonCursor::booleanOr(std::string_view key, bool fallback) const
{
    return has(key) ? at(key).boolean() : fallback;
}

std::size_t JsonCursor::choice(const std::vector<std::string_view>& choices) const
{
    if (m_value->is_string()) {
        const auto found = std::ranges::find(choices, std::string_view(m_value->get_ref<const std::string&>()));
        if (found != choices.end())
            return static_cast<std::size_t>(found - choices.begin());
    }
    std::string all;
    for (const auto& one : choices)
        all += (all.empty() ? "" : " | ") + std::string(one);
    expected(all);
}

void JsonCursor::onlyKeys(const std::vector<std::string_view>& known) const
{
    for (const auto& [key, cursor] : members())
        if (std::ranges::find(known, std::string_view(key)) == known.end())
            cursor.fail(ErrorCode::Malformed, "core.json.key-unknown", {{"key", cursor.pointer()}});
}

void JsonCursor::expected(std::string_view expected) const
{
    std::string found = m_value->dump(-1, ' ', false, json::error_handler_t::replace);
    if (found.size() > 40)
        found = std::string(m_value->type_name());
    fail(ErrorCode::Malformed, "core.json.expected",
         {{"key", m_pointer.empty() ? "/" : m_pointer}, {"expected", std::string(expected)}, {"found", found}});
}

void JsonCursor::fail(ErrorCode code, std::string_view key, TextArgs args) const
{
    throw JsonFault{Error{code, std::string(key), std::move(args), m_document->origin(), line()}};
}

} // namespace naru::core
