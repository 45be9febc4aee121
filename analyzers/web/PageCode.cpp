#include "analyzers/web/PageCode.h"

#include "core/base/ByteScan.h"

#include <algorithm>
#include <vector>

namespace naru::analyzers::web {

namespace {

constexpr int kDeepestInclude = 6;

bool blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// The value of an attribute in the text of a tag or directive.
std::string_view attributeOf(std::string_view tag, std::string_view name)
{
    for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
        const bool starts = at > 0 && (tag[at - 1] == ' ' || tag[at - 1] == '\t' || tag[at - 1] == '\n' || tag[at - 1] == '\r');
        std::size_t i = at + name.size();
        while (i < tag.size() && (tag[i] == ' ' || tag[i] == '=')) {
            ++i;
        }
        if (!starts || i >= tag.size() || (tag[i] != '"' && tag[i] != '\'')) {
            continue;
        }
        const auto end = tag.find(tag[i], i + 1);
        return end == std::string_view::npos ? std::string_view() : tag.substr(i + 1, end - i - 1);
    }
    return {};
}

/// Java without its line comments: what follows on the same line stays code. `commented`: an earlier piece of code opened a comment that it
/// did not close; set when this one does.
std::string withoutLineComments(std::string_view code, bool& commented)
{
    std::string result;
    char quote = 0;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (commented) {
            const auto end = code.find("*/", i);
            const std::size_t last = std::min(end, code.size());
            result.append(static_cast<std::size_t>(std::ranges::count(code.substr(i, last - i), '\n')), '\n');
            commented = end == std::string_view::npos;
            i = last + 1;
            continue;
        }
        if (quote != 0) {
            quote = c == quote || c == '\n' ? char() : quote;
            if (c == '\\' && i + 1 < code.size()) {
                result += c;
                ++i;
            }
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '/' && i + 1 < code.size() && code[i + 1] == '*') {
            result += ' ';
            commented = true;
            ++i;
            continue;
        } else if (c == '/' && i + 1 < code.size() && code[i + 1] == '/') {
            i = std::min(code.find('\n', i), code.size());
            if (i == code.size()) {
                break;
            }
            result += '\n';
            continue;
        }
        result += code[i];
    }
    return result;
}

std::string identifierOnly(std::string_view name)
{
    const bool plain = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '$';
    });
    return plain ? std::string(name) : std::string();
}

class PageCodeWriter {
public:
    explicit PageCodeWriter(const IncludedPage& included) : m_included(included) {}

    PageCode run(std::string_view text)
    {
        read(text, 0);
        if (!m_any) {
            return {};
        }
        PageCode out;
        out.lines = static_cast<std::uint32_t>(std::ranges::count(m_service, '\n')) + 1;
        out.java = m_imports + "class Page extends org.apache.jasper.runtime.HttpJspBase { void service() throws Exception { javax.servlet.http.HttpServletRequest request = null; "
                               "javax.servlet.http.HttpServletResponse response = null; javax.servlet.http.HttpSession session = null; "
                               "javax.servlet.ServletContext application = null; javax.servlet.jsp.JspWriter out = null; "
                               "javax.servlet.jsp.PageContext pageContext = null; " +
                   m_service + " }\n" + m_members + "\n}\n";
        return out;
    }

private:
    /// Blank lines in place of a text, so that what follows keeps its line.
    void pass(std::string_view text)
    {
        if (m_depth == 0) {
            const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n'));
            m_service.append(lines, '\n');
            m_members.append(lines, '\n');
        }
    }

    void code(std::string_view text, std::string_view before, std::string_view behind)
    {
        const bool commented = m_commented; // a comment goes on behind the end of its scriptlet
        std::string java = withoutLineComments(text, m_commented);
        if (m_depth > 0) {
            std::ranges::replace(java, '\n', ' ');
        }
        m_any = m_any || !blank(java);
        m_service += commented ? std::string_view(" ") : before;
        m_service += java;
        m_service += commented ? std::string_view(" ") : behind;
        m_members.append(static_cast<std::size_t>(std::ranges::count(java, '\n')), '\n');
    }

    void members(std::string_view text)
    {
        bool commented = false;
        std::string java = withoutLineComments(text, commented);
        if (m_depth > 0) {
            std::ranges::replace(java, '\n', ' ');
        }
        m_any = true;
        m_members += java;
        m_service.append(static_cast<std::size_t>(std::ranges::count(java, '\n')), '\n');
    }

    void read(std::string_view text, int depth)
    {
        m_depth = depth;
        while (!text.empty()) {
            const auto open = std::min(core::findText(text, "<%"), text.size());
            markup(text.substr(0, open));
            text.remove_prefix(open);
            if (text.empty()) {
                return;
            }
            const bool comment = text.starts_with("<%--");
            const auto close = comment ? text.find("--%>", 4) : text.find("%>", 2);
            const std::size_t end = close == std::string_view::npos ? text.size() : close;
            const std::string_view inside = text.substr(2, end - 2);
            text.remove_prefix(std::min(end + (comment ? 4 : 2), text.size()));
            if (comment) {
                pass(inside);
            } else if (inside.starts_with('@')) {
                directive(inside, inside.find("include") < 12);
                pass(inside);
            } else if (inside.starts_with('!')) {
                members(inside.substr(1));
            } else if (inside.starts_with('=')) {
                code(inside.substr(1), " out.print(", ");");
            } else {
                code(inside, " ", " ");
            }
        }
    }

    void directive(std::string_view inside, bool includes)
    {
        const int depth = m_depth;
        std::string_view imports = attributeOf(inside, "import");
        while (!imports.empty()) {
            const auto comma = std::min(imports.find_first_of(",;"), imports.size());
            std::string_view one = imports.substr(0, comma);
            while (!one.empty() && static_cast<unsigned char>(one.front()) <= ' ') {
                one.remove_prefix(1);
            }
            while (!one.empty() && static_cast<unsigned char>(one.back()) <= ' ') {
                one.remove_suffix(1);
            }
            if (!one.empty() && one.find_first_of(" \n<>{}()\"'") == std::string_view::npos) {
                m_imports += "import " + std::string(one) + "; ";
            }
            imports.remove_prefix(std::min(comma + 1, imports.size()));
        }
        const std::string_view file = attributeOf(inside, "file");
        if (!file.empty() && depth < kDeepestInclude && includes) {
            if (const std::string_view text = m_included(file); !text.empty()) {
                const bool any = m_any;
                read(text, depth + 1);
                m_depth = depth;
                m_any = any || m_any;
            }
        }
    }

    /// The text between code: beans are objects, other text is an empty statement.
    void markup(std::string_view text)
    {
        if (!blank(text)) {
            m_service += ';';
        }
        std::size_t done = 0;
        for (std::size_t at = core::findText(text, "<jsp:"); at != std::string_view::npos; at = core::findText(text, "<jsp:", at + 1)) {
            const std::size_t end = std::min(text.find('>', at), text.size());
            const std::string_view tag = text.substr(at, end - at);
            pass(text.substr(done, at - done));
            done = at;
            if (tag.starts_with("<jsp:directive.")) {
                directive(tag, tag.starts_with("<jsp:directive.include"));
            } else {
                bean(tag);
            }
        }
        pass(text.substr(done));
    }

    void bean(std::string_view tag)
    {
        if (tag.starts_with("<jsp:useBean")) {
            std::string_view written = attributeOf(tag, "class").empty() ? attributeOf(tag, "type") : attributeOf(tag, "class");
            written = written.substr(0, written.find('<')); // java.util.Collection<?>
            const std::string type = identifierOnly(written);
            const std::string id = identifierOnly(attributeOf(tag, "id"));
            if (!type.empty() && !id.empty() && std::ranges::find(m_beans, id) == m_beans.end()) {
                m_any = true;
                m_beans.push_back(id);
                m_service += " " + type + " " + id + " = " + (attributeOf(tag, "class").empty() ? "null" : "new " + type + "()") + "; ";
            }
            return;
        }
        const bool sets = tag.starts_with("<jsp:setProperty");
        std::string property = identifierOnly(attributeOf(tag, "property"));
        const std::string name = identifierOnly(attributeOf(tag, "name"));
        if ((sets || tag.starts_with("<jsp:getProperty")) && !property.empty() && std::ranges::find(m_beans, name) != m_beans.end()) {
            property[0] = static_cast<char>(property[0] >= 'a' && property[0] <= 'z' ? property[0] - 32 : property[0]);
            m_service += " " + name + (sets ? ".set" + property + "(null); " : ".get" + property + "(); ");
        }
    }

    const IncludedPage& m_included;
    std::string m_imports;
    std::string m_service;
    std::string m_members;
    std::vector<std::string> m_beans;
    int m_depth = 0;
    bool m_commented = false; ///< in a comment that an earlier scriptlet opened
    bool m_any = false;
};

} // namespace

PageCode pageCode(std::string_view text, const IncludedPage& included)
{
    return PageCodeWriter(included).run(text);
}

} // namespace naru::analyzers::web
