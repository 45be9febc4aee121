#include "analyzers/web/ScriptModule.h"

#include "analyzers/web/Letters.h"
#include "analyzers/web/ModuleImports.h"
#include "analyzers/web/ModuleRequests.h"
#include "analyzers/web/ModuleValues.h"
#include "core/base/Words.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::web {

namespace {

/// Goes through a module once: variables, fields and what they hold, names that are used, requests.
class ModuleReader {
public:
    ModuleReader(std::string_view code, ScriptDialect dialect)
        : m_script(scanScript(code, dialect)),
          m_spans(moduleRegions(m_script)),
          m_values(m_script, m_spans),
          m_requests(m_script, m_values)
    {
    }

    ScriptModule run()
    {
        m_out.imports = moduleImports(m_script);
        m_out.screen = m_script.markup;
        for (const RegionSpan& span : m_spans)
            m_out.regions.push_back({span.name, span.parent, {}});
        m_uses.resize(m_spans.size());
        for (std::uint32_t i = 0; i < m_script.tokens.size(); ++i) {
            while (m_open.size() > 1 && i >= m_spans[m_open.back()].last)
                leave();
            for (; m_next < m_spans.size() && m_spans[m_next].first <= i; ++m_next) {
                m_open.push_back(m_next);
                m_values.enter(m_next);
            }
            if (m_script.symbol(i, "=>") || m_script.name(i, "return"))
                given(i);
            if (m_script.name(i))
                name(i);
            brackets(i);
        }
        finish();
        return std::move(m_out);
    }

private:
    void leave()
    {
        m_open.pop_back();
        m_values.leave();
    }

    /// The keys of the objects around, for constants: URLS -> ORDER -> LIST.
    void brackets(std::uint32_t at)
    {
        if (m_script.symbol(at, "{") || m_script.symbol(at, "${")) {
            std::string_view key;
            if (at > 1 && m_script.symbol(at - 1, ":") && m_script.name(at - 2))
                key = m_script.text(at - 2);
            else if (at > 1 && m_script.symbol(at - 1, "=") && m_script.name(at - 2))
                key = m_script.text(at - 2);
            else if (at > 0 && m_script.name(at - 1, "default"))
                key = "default";
            else if (at > 1 && m_script.name(at - 1) && core::isOneOf(m_script.text(at - 2), {"enum", "class"}))
                key = m_script.text(at - 1);
            m_keys.push_back(key);
        } else if (m_script.symbol(at, "}") && !m_keys.empty()) {
            m_keys.pop_back();
        }
    }

    void name(std::uint32_t at)
    {
        const std::string_view word = m_script.text(at);
        const bool member = at > 0 && (m_script.symbol(at - 1, ".") || m_script.symbol(at - 1, "?."));
        const bool key = !member && m_script.symbol(at + 1, ":") && at > 0 && (m_script.symbol(at - 1, "{") || m_script.symbol(at - 1, ","));
        if (!member && core::isOneOf(word, {"const", "let", "var"}))
            declared(at + 1);
        else if (key)
            property(at);
        else if (m_script.symbol(at + 1, "=") || m_script.symbol(at + 1, "+="))
            assigned(at, member);
        else if (!member && m_spans[m_open.back()].ofClass && (m_script.symbol(at + 1, ":") || m_script.symbol(at + 1, "!")))
            field(at);
        if (!member && m_script.symbol(at + 1, ":") && m_script.name(at + 2) && isClassName(m_script.text(at + 2)))
            alias(word, m_script.text(at + 2)); // orders: OrderService
        const bool header = m_next < m_spans.size() && m_spans[m_next].first == behindTypes(m_script, at + 1) && m_spans[m_next].name == word;
        const bool declares = header || (at > 0 && m_script.name(at - 1) && core::isOneOf(m_script.text(at - 1), {"const", "let", "var", "function", "class"}));
        if (!key && !declares && !(m_spans[m_open.back()].ofClass && !member && m_script.symbol(at + 1, "=")))
            use(at, member);
        if (!header)
            m_requests.name(at, member, key, m_open.back());
        if (word == "templateUrl" && m_script.is(at + 2, ScriptToken::Kind::String))
            m_out.templates.emplace_back(m_script.text(at + 2));
        if (key && word == "template" && m_script.is(at + 2, ScriptToken::Kind::Template) && m_script.tokens[at + 2].length > 0)
            m_out.screen = m_out.screen || m_component;
        m_component = m_component || (word == "Component" && at > 0 && m_script.symbol(at - 1, "@"));
    }

    static bool isClassName(std::string_view name) { return name[0] >= 'A' && name[0] <= 'Z'; }

    void alias(std::string_view name, std::string_view target)
    {
        if (name != target)
            m_out.aliases.push_back({std::string(name), std::string(target)});
    }

    /// What stands behind `=` when it is new X(..), useX(..) or inject(X).
    [[nodiscard]] std::string_view maker(std::uint32_t at) const
    {
        while (m_script.name(at, "await"))
            ++at;
        if (m_script.name(at, "new") && m_script.name(at + 1))
            return m_script.text(at + 1);
        if (!m_script.name(at))
            return {};
        const std::uint32_t open = behindTypes(m_script, at + 1);
        if (!m_script.symbol(open, "("))
            return {};
        if (m_script.text(at) == "inject" && m_script.name(open + 1))
            return m_script.text(open + 1);
        return m_script.text(at).starts_with("use") ? m_script.text(at) : std::string_view();
    }

    void declared(std::uint32_t at)
    {
        if (m_script.name(at)) {
            const std::uint32_t sign = valueSign(m_script, at + 1);
            if (sign == kNowhere)
                return;
            m_values.assign(m_script.text(at), sign + 1, false);
            if (const std::string_view made = maker(sign + 1); !made.empty())
                alias(m_script.text(at), made);
            return;
        }
        if (!m_script.symbol(at, "{") && !m_script.symbol(at, "["))
            return;
        const std::uint32_t sign = m_script.behind(at);
        const std::string_view made = m_script.symbol(sign, "=") ? maker(sign + 1) : std::string_view();
        for (std::uint32_t i = at + 1; !made.empty() && i + 1 < sign; ++i) { // const { load } = useOrders()
            if (!m_script.name(i))
                continue;
            const std::string target = std::string(made) + (m_script.symbol(at, "{") ? "." + std::string(m_script.text(i)) : std::string());
            i += m_script.symbol(i + 1, ":") && m_script.name(i + 2) ? 2 : 0;
            alias(m_script.text(i), target);
        }
    }

    void assigned(std::uint32_t at, bool member)
    {
        const bool added = m_script.symbol(at + 1, "+=");
        const bool entry = at > 0 && (m_script.symbol(at - 1, "{") || m_script.symbol(at - 1, ","));
        if (!member && entry && m_keys.size() == 1 && !m_keys.front().empty() && m_open.size() == 1) { // enum Api { List = '/list' }
            constant(std::string(m_keys.front()) + "." + std::string(m_script.text(at)), at + 2);
        } else if (!member && m_spans[m_open.back()].ofClass) {
            field(at);
        } else if (!member && !(at > 0 && m_script.name(at - 1))) { // but const x = 1 was taken already, and <a b=..> is none
            m_values.assign(m_script.text(at), at + 2, added);
        } else if (member && at > 1 && m_script.name(at - 2, "this") && !added) {
            m_values.assignField(m_script.text(at), at + 2);
        } else if (member && m_script.text(at) == "baseURL") {
            m_out.bases.push_back({at > 5 && m_script.name(at - 2, "defaults") ? std::string(m_script.text(at - 4)) : std::string(), m_values.valueAt(at + 2)});
        }
    }

    void field(std::uint32_t at)
    {
        const std::uint32_t sign = valueSign(m_script, at + 1);
        if (sign == kNowhere)
            return;
        m_values.assignField(m_script.text(at), sign + 1);
        constant(m_spans[m_open.back()].name + "." + std::string(m_script.text(at)), sign + 1);
        if (const std::string_view made = maker(sign + 1); !made.empty())
            alias(m_script.text(at), made);
    }

    void property(std::uint32_t at)
    {
        const std::string_view word = m_script.text(at);
        if (core::isOneOf(word, {"baseURL", "baseUrl", "prefixUrl"})) {
            if (std::string value = m_values.valueAt(at + 2); mayBeAddress(value))
                m_out.bases.push_back({"", std::move(value)});
        }
        const bool text = m_script.is(at + 2, ScriptToken::Kind::String) || m_script.is(at + 2, ScriptToken::Kind::Template) || m_script.name(at + 2);
        if (!text || m_keys.empty())
            return;
        if (m_keys.size() > 3 || m_keys.front().empty() || m_open.size() > 2) { // of a state or parameter: setMode({ editUrl: '/orders' })
            if (m_script.name(at + 2) || m_script.text(at + 2).find('/') == std::string_view::npos)
                return;
            constant("." + std::string(word), at + 2, m_requests.methodBeside(at));
            return;
        }
        std::string full;
        for (const std::string_view key : m_keys)
            full += std::string(key) + ".";
        constant(full + std::string(word), at + 2);
    }

    void constant(std::string name, std::uint32_t at, const std::string& method = {})
    {
        constexpr std::size_t kMost = 2000;
        if (std::string value = m_values.valueAt(at); m_out.constants.size() < kMost && mayBeAddress(value))
            m_out.constants.push_back({std::move(name), value + (method.empty() ? "" : kMethodMark + method)});
    }

    /// Functions that make addresses: urls = { order: (id) => `/orders/${id}` } is the constant "urls.order@".
    void given(std::uint32_t at)
    {
        const bool text = m_script.is(at + 1, ScriptToken::Kind::String) || m_script.is(at + 1, ScriptToken::Kind::Template);
        if (!text || m_open.back() == 0)
            return;
        std::string name;
        for (std::uint32_t region = m_open.back(); region != 0; region = m_spans[region].parent)
            name = m_spans[region].name + (name.empty() ? std::string(kGivenBack) : "." + name);
        constant(name, at + 1);
        constant("." + m_spans[m_open.back()].name + std::string(kGivenBack), at + 1);
    }

    void use(std::uint32_t at, bool member)
    {
        if (member)
            return;
        std::string chain(m_script.text(at));
        for (int parts = 1; parts < 4 && (m_script.symbol(at + 1, ".") || m_script.symbol(at + 1, "?.")) && m_script.name(at + 2); ++parts) {
            at += 2;
            chain += "." + std::string(m_script.text(at));
        }
        m_uses[m_open.back()].insert(std::move(chain));
    }

    /// Of the names only those count that this module can tell.
    void finish()
    {
        std::set<std::string_view> known{"this"};
        for (const ScriptImport& import : m_out.imports)
            known.insert(import.local);
        for (const RegionSpan& span : m_spans)
            known.insert(span.name);
        for (const ScriptAlias& alias : m_out.aliases)
            known.insert(alias.name);
        for (std::size_t i = 0; i < m_spans.size(); ++i)
            for (const std::string& use : m_uses[i])
                if (known.contains(std::string_view(use).substr(0, use.find('.'))))
                    m_out.regions[i].uses.push_back(use);
        for (ScriptConstant& constant : m_values.constants())
            m_out.constants.push_back(std::move(constant));
        m_out.requests = m_requests.take();
        std::erase_if(m_out.requests, [&](const ScriptRequest& request) {
            return request.url.empty() && !known.contains(std::string_view(request.callee).substr(0, request.callee.find('.')));
        });
    }

    ScannedScript m_script;
    std::vector<RegionSpan> m_spans;
    ModuleValues m_values;
    ModuleRequests m_requests;
    ScriptModule m_out;
    std::vector<std::set<std::string>> m_uses; ///< by region
    std::vector<std::uint32_t> m_open{0};      ///< regions around the token
    std::uint32_t m_next = 1;
    std::vector<std::string_view> m_keys;
    bool m_component = false; ///< of Angular
};

} // namespace

bool isScriptModule(std::string_view code)
{
    for (const std::string_view word : {"import", "export", "require("})
        for (std::size_t at = code.find(word); at != std::string_view::npos; at = code.find(word, at + 1)) {
            const bool begins = at == 0 || code[at - 1] == '\n' || (word == "require(" && at > 1 && code[at - 1] == ' ');
            const char behind = at + word.size() < code.size() ? code[at + word.size()] : '\0';
            if (begins && (word == "require(" || behind == ' ' || behind == '{' || behind == '"' || behind == '\'' || behind == '*'))
                return true;
        }
    return false;
}

ScriptModule readScriptModule(std::string_view code, ScriptDialect dialect)
{
    return ModuleReader(code, dialect).run();
}

std::string scriptsOfComponent(std::string_view text)
{
    std::string out(text.size(), ' ');
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n')
            out[i] = '\n';
    for (std::size_t at = text.find("<script"); at != std::string_view::npos; at = text.find("<script", at)) {
        const std::size_t first = text.find('>', at);
        const std::size_t end = first == std::string_view::npos ? first : text.find("</script", first);
        if (end == std::string_view::npos)
            break;
        text.copy(out.data() + first + 1, end - first - 1, first + 1);
        at = end;
    }
    return out;
}

} // namespace naru::analyzers::web
