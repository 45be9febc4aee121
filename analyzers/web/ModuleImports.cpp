#include "analyzers/web/ModuleImports.h"

#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

class ImportReader {
public:
    explicit ImportReader(const ScannedScript& script) : m_script(script) {}

    std::vector<ScriptImport> run()
    {
        for (std::uint32_t i = 0; i < m_script.tokens.size(); ++i) {
            if (!m_script.name(i) || (i > 0 && m_script.symbol(i - 1, ".")))
                continue;
            const std::string_view word = m_script.text(i);
            if (word == "import")
                imported(i + 1);
            else if (word == "export")
                exported(i + 1);
            else if (word == "require" && m_script.symbol(i + 1, "(") && m_script.is(i + 2, ScriptToken::Kind::String))
                required(i);
        }
        return std::move(m_out);
    }

private:
    using Names = std::vector<std::pair<std::string, std::string>>; ///< local, imported

    /// { a, b as c }; `at` then stands behind it.
    Names list(std::uint32_t& at) const
    {
        Names names;
        const std::uint32_t end = m_script.behind(at) - 1;
        for (++at; at < end; ++at) {
            if (!m_script.name(at))
                continue;
            if (m_script.text(at) == "type" && m_script.name(at + 1) && m_script.text(at + 1) != "as") {
                ++at;
                continue;
            }
            const std::string name(m_script.text(at));
            if ((m_script.name(at + 1, "as") || m_script.symbol(at + 1, ":")) && m_script.name(at + 2))
                at += 2;
            names.emplace_back(m_script.text(at), name);
        }
        at = end + 1;
        return names;
    }

    /// The module behind `from`; empty when there is none.
    [[nodiscard]] std::string from(std::uint32_t at) const
    {
        return m_script.name(at, "from") && m_script.is(at + 1, ScriptToken::Kind::String) ? std::string(m_script.text(at + 1)) : std::string();
    }

    void imported(std::uint32_t at)
    {
        if (m_script.is(at, ScriptToken::Kind::String)) {
            m_out.push_back({"", "", std::string(m_script.text(at))});
            return;
        }
        if (m_script.name(at, "type") && !m_script.name(at + 1, "from") && !m_script.symbol(at + 1, ","))
            return;
        Names names;
        if (m_script.name(at)) {
            names.emplace_back(m_script.text(at), "default");
            at += m_script.symbol(at + 1, ",") ? 2 : 1;
        }
        if (m_script.symbol(at, "*") && m_script.name(at + 1, "as") && m_script.name(at + 2)) {
            names.emplace_back(m_script.text(at + 2), "*");
            at += 3;
        } else if (m_script.symbol(at, "{")) {
            std::ranges::move(list(at), std::back_inserter(names));
        }
        add(std::move(names), from(at));
    }

    void exported(std::uint32_t at)
    {
        if (m_script.symbol(at, "*")) {
            const bool named = m_script.name(at + 1, "as") && m_script.name(at + 2);
            add({{named ? std::string(m_script.text(at + 2)) : "*", "*"}}, from(named ? at + 3 : at + 1));
        } else if (m_script.symbol(at, "{")) {
            Names names = list(at);
            const std::string module = from(at);
            for (auto& [local, name] : names)
                if (!module.empty() || local != name)
                    m_out.push_back({std::move(local), std::move(name), module});
        } else if (m_script.name(at, "default") && m_script.name(at + 1) && !core::isOneOf(m_script.text(at + 1), {"class", "function", "async", "abstract", "new"})) {
            defaultName(at + 1);
        }
    }

    /// export default NAME, export default connect(..)(NAME)
    void defaultName(std::uint32_t at)
    {
        const bool alone = !m_script.symbol(at + 1, "(") && !m_script.symbol(at + 1, ".") && !m_script.symbol(at + 1, "=>");
        if (alone)
            m_out.push_back({"default", std::string(m_script.text(at)), ""});
    }

    /// const NAME = require('x'), const { a, b } = require('x')
    void required(std::uint32_t at)
    {
        const std::string module(m_script.text(at + 2));
        if (at < 2 || !m_script.symbol(at - 1, "="))
            return;
        if (m_script.name(at - 2)) {
            m_out.push_back({std::string(m_script.text(at - 2)), "*", module});
        } else if (m_script.symbol(at - 2, "}") && m_script.tokens[at - 2].partner < at) {
            std::uint32_t open = m_script.tokens[at - 2].partner;
            add(list(open), module);
        }
    }

    void add(Names names, const std::string& module)
    {
        for (auto& [local, name] : names)
            if (!module.empty())
                m_out.push_back({std::move(local), std::move(name), module});
    }

    const ScannedScript& m_script;
    std::vector<ScriptImport> m_out;
};

} // namespace

std::vector<ScriptImport> moduleImports(const ScannedScript& script)
{
    return ImportReader(script).run();
}

} // namespace naru::analyzers::web
