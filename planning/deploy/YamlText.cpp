#include "planning/deploy/YamlText.h"

#include "core/base/Ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace naru::planning {

namespace {

constexpr const char* kValue = "\x01value"; // keys that no YAML of ours can hold
constexpr const char* kMark = "\x01mark";

/// Words that YAML 1.1 or 1.2 read as something else than a string.
bool reserved(const std::string& text)
{
    constexpr std::array<std::string_view, 12> kWords = {"true", "false", "yes", "no", "on", "off", "null", "~", "y", "n", ".inf", ".nan"};
    return std::ranges::find(kWords, core::smallLetters(text)) != kWords.end();
}

bool plainScalar(const std::string& text)
{
    if (text.empty() || reserved(text))
        return false;
    const auto first = static_cast<unsigned char>(text.front());
    if (std::isalpha(first) == 0 && first != '/')
        return false;
    return std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '.' || c == '/' || c == '-'; });
}

std::string scalar(const Yaml& value)
{
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        return plainScalar(text) ? text : value.dump(-1, ' ', false, Yaml::error_handler_t::replace);
    }
    if (value.is_object())
        return "{}";
    if (value.is_array())
        return "[]";
    return value.dump();
}

class Emitter {
public:
    explicit Emitter(std::vector<FillMark>& marks) : m_marks(marks) {}

    void value(const Yaml& node, int indent)
    {
        if (node.is_object())
            members(node, indent);
        else
            for (const Yaml& item : node) {
                m_text.append(static_cast<std::size_t>(indent), ' ');
                m_text += "-";
                this->item(item, indent);
            }
    }

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    static bool leaf(const Yaml& node) { return !node.is_structured() || node.empty(); }

    void members(const Yaml& node, int indent, bool firstInline = false)
    {
        for (const auto& [key, child] : node.items()) {
            if (!firstInline)
                m_text.append(static_cast<std::size_t>(indent), ' ');
            firstInline = false;
            m_text += scalar(Yaml(key)) + ":";
            entry(child, child.is_array() ? indent : indent + 2);
        }
    }

    void entry(const Yaml& child, int indent)
    {
        const bool marked = child.is_object() && child.contains(kMark);
        const Yaml& node = marked ? child.at(kValue) : child;
        if (leaf(node))
            m_text += " " + scalar(node);
        if (marked)
            mark(child.at(kMark).get<std::string>());
        endLine();
        if (!leaf(node))
            value(node, indent);
    }

    void item(const Yaml& child, int indent)
    {
        if (child.is_object() && !child.empty() && !child.contains(kMark)) {
            m_text += " ";
            members(child, indent + 2, true);
        } else {
            entry(child, indent + 2);
        }
    }

    void mark(const std::string& id)
    {
        m_text += " # FILL-IN: " + id;
        m_marks.push_back({id, m_line});
    }

    void endLine()
    {
        m_text += "\n";
        ++m_line;
    }

    std::vector<FillMark>& m_marks;
    std::string m_text;
    int m_line = 1;
};

} // namespace

Yaml fillIn(Yaml value, const std::string& id)
{
    Yaml out;
    out[kMark] = id;
    out[kValue] = std::move(value);
    return out;
}

std::string yamlText(const Yaml& value, std::vector<FillMark>& marks)
{
    Emitter emitter(marks);
    emitter.value(value, 0);
    return emitter.take();
}

} // namespace naru::planning
