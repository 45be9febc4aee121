#include "analyzers/audit/Settings.h"

#include <algorithm>

namespace naru::analyzers::audit {

namespace {

constexpr std::size_t kDeepestValue = 64;

/// One pass over the text. Configuration is read as it is, not checked: what cannot be understood ends the reading.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : m_text(text) {}

    std::vector<Setting> run()
    {
        (void)value("", 0);
        return std::move(m_out);
    }

private:
    [[nodiscard]] char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void step()
    {
        m_line += here() == '\n' ? 1 : 0;
        ++m_at;
    }
    void skip(std::size_t end)
    {
        while (m_at < std::min(end, m_text.size()))
            step();
    }
    /// Blanks, commas and comments.
    void blanks()
    {
        while (m_at < m_text.size()) {
            const std::string_view rest = m_text.substr(m_at);
            if (rest.starts_with("//"))
                skip(m_text.find('\n', m_at));
            else if (rest.starts_with("/*"))
                skip(m_text.find("*/", m_at + 2) + 2);
            else if (rest.starts_with("\xEF\xBB\xBF"))
                m_at += 3;
            else if (std::string_view(" \t\r\n,").find(rest[0]) != std::string_view::npos)
                step();
            else
                return;
        }
    }
    std::string quoted()
    {
        const char quote = here();
        std::string out;
        for (step(); m_at < m_text.size() && here() != quote && here() != '\n'; step()) {
            if (here() == '\\' && m_at + 1 < m_text.size()) {
                step();
                if (std::isalpha(static_cast<unsigned char>(here())) != 0)
                    out += '\\';
            }
            out += here();
        }
        step();
        return out;
    }
    std::string word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && std::string_view(" \t\r\n,:]}{[\"").find(here()) == std::string_view::npos)
            step();
        return std::string(m_text.substr(begin, m_at - begin));
    }
    bool value(const std::string& key, std::size_t depth)
    {
        blanks();
        const int line = m_line;
        if (here() == '{' || here() == '[')
            return depth < kDeepestValue && (here() == '{' ? object(key, depth) : list(key, depth));
        const bool string = here() == '"' || here() == '\'';
        std::string text = string ? quoted() : word();
        if (text.empty() && !string)
            return false;
        m_out.push_back({key, std::move(text), line});
        return true;
    }
    bool object(const std::string& key, std::size_t depth)
    {
        for (step();;) {
            blanks();
            if (here() == '}') {
                step();
                return true;
            }
            const std::string name = here() == '"' || here() == '\'' ? quoted() : word();
            blanks();
            if (here() != ':')
                return false;
            step();
            if (!value(key.empty() ? name : key + "." + name, depth + 1))
                return false;
        }
    }
    bool list(const std::string& key, std::size_t depth)
    {
        step();
        for (int index = 0;; ++index) {
            blanks();
            if (here() == ']') {
                step();
                return true;
            }
            if (!value(key + "[" + std::to_string(index) + "]", depth + 1))
                return false;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_line = 1;
    std::vector<Setting> m_out;
};

} // namespace

std::vector<Setting> jsonSettings(std::string_view text)
{
    return JsonReader(text).run();
}

} // namespace naru::analyzers::audit
