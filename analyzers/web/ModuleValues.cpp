#include "analyzers/web/ModuleValues.h"

#include "analyzers/web/Letters.h"
#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

using Kind = ScriptToken::Kind;

constexpr std::size_t kLongestText = 300; ///< characters of a text
constexpr int kDeepestValue = 6;

/// More than holes, and names that other places tell.
bool says(std::string_view written)
{
    std::string text;
    bool name = false;
    for (const char c : written) {
        name = c == kNameMark ? !name : name;
        text += name || c == kNameMark ? "" : std::string(1, c);
    }
    return text.find_first_of("/.") != std::string_view::npos && text.find_first_not_of("{}/") != std::string_view::npos;
}

bool isParameter(std::string_view text)
{
    return text.starts_with(kParameterMark);
}

} // namespace

bool mayBeAddress(std::string_view text)
{
    if (text.size() < 2 || text.find_first_of(" \n\t<>()|^\\,;") != std::string_view::npos)
        return false;
    return text[0] == kNameMark || text[0] == kParameterMark || text.find('/') != std::string_view::npos;
}

ModuleValues::ModuleValues(const ScannedScript& script, const std::vector<RegionSpan>& regions) : m_script(script), m_regions(regions)
{
    m_inside.emplace_back();
}

void ModuleValues::enter(std::uint32_t region)
{
    m_inside.push_back({region, {}});
    const auto& parameters = m_regions[region].parameters;
    for (std::size_t i = 0; i < std::min(parameters.size(), kMostParameters); ++i)
        if (!parameters[i].empty())
            m_inside.back().variables[parameters[i]] = std::string{kParameterMark, static_cast<char>('A' + static_cast<int>(i))};
}

void ModuleValues::leave()
{
    m_inside.pop_back();
}

ScriptTemplate ModuleValues::valueAt(std::uint32_t at)
{
    return expression(at, 0);
}

void ModuleValues::assign(std::string_view name, std::uint32_t at, bool added)
{
    std::string given = expression(at, 0);
    Inside* where = &m_inside.back();
    for (std::size_t i = m_inside.size(); added && i-- > 0;)
        if (m_inside[i].variables.contains(name)) {
            where = &m_inside[i];
            break;
        }
    std::string& known = where->variables[name];
    if (added && given.starts_with('?')) // a query
        return;
    known = added ? known + given : std::move(given);
    if (known.size() > kLongestText)
        known = kHole;
}

void ModuleValues::assignField(std::string_view name, std::uint32_t at)
{
    if (std::string given = expression(at, 0); mayBeAddress(given) || !m_fields.contains(name))
        m_fields[name] = std::move(given);
}

std::vector<ScriptConstant> ModuleValues::constants() const
{
    std::vector<ScriptConstant> all;
    for (const auto& [name, value] : m_inside.front().variables)
        if (value != kHole && !value.empty())
            all.push_back({std::string(name), value});
    for (const auto& [name, value] : m_fields)
        if (value != kHole && !value.empty())
            all.push_back({"this." + std::string(name), value});
    return all;
}

/// Sums and choices: of two the one that says more.
ScriptTemplate ModuleValues::expression(std::uint32_t& at, int depth)
{
    std::string made;
    if (depth > kDeepestValue)
        return std::string(kHole);
    while (m_script.name(at, "await") || m_script.name(at, "new") || m_script.symbol(at, "!"))
        ++at;
    made = term(at, depth);
    for (std::uint32_t steps = 0; at < m_script.tokens.size() && m_script.is(at, Kind::Symbol) && steps < 100; ++steps) {
        const std::string_view sign = m_script.text(at);
        if (sign == "+") {
            made += term(++at, depth);
        } else if (sign == "||" || sign == "??") {
            std::string other = expression(++at, depth + 1);
            made = says(made) || other.empty() || other == kHole ? made : other;
        } else if (sign == "?") {
            std::string first = expression(++at, depth + 1);
            std::string second;
            if (m_script.symbol(at, ":"))
                second = expression(++at, depth + 1);
            made = mayBeAddress(first) || !mayBeAddress(second) ? first : second;
        } else if (sign == "," || sign == ";" || sign == ")" || sign == "]" || sign == "}" || sign == ":") {
            break;
        } else if (sign == "!" && !m_script.symbol(at + 1, "=")) {
            ++at; // never null, says the author
        } else { // a comparison and its like
            term(++at, depth);
            made = kHole;
        }
    }
    return made.size() <= kLongestText ? made : std::string(kHole);
}

ScriptTemplate ModuleValues::term(std::uint32_t& at, int depth)
{
    if (m_script.is(at, Kind::String) || m_script.is(at, Kind::Number) || m_script.is(at, Kind::Template)) {
        std::string made = m_script.is(at, Kind::Template) ? pieces(at, depth) : std::string(m_script.text(at++));
        while (m_script.symbol(at, ".") && m_script.name(at + 1) && m_script.symbol(at + 2, "(")) { // '/x/{id}'.replace(..)
            if (m_script.text(at + 1) == "concat") {
                std::uint32_t inner = at + 3;
                made += expression(inner, depth + 1);
            }
            at = m_script.behind(at + 2);
        }
        return made;
    }
    if ((m_script.symbol(at, "(") || m_script.symbol(at, "[")) && m_script.tokens[at].partner != kNowhere) {
        std::uint32_t inner = at + 1;
        std::string made = expression(inner, depth + 1);
        at = m_script.behind(at);
        return made;
    }
    if (m_script.name(at))
        return chain(at, depth);
    if (at < m_script.tokens.size())
        at = m_script.behind(at);
    return std::string(kHole);
}

ScriptTemplate ModuleValues::pieces(std::uint32_t& at, int depth)
{
    std::string made;
    while (m_script.is(at, Kind::Template)) {
        made += m_script.text(at);
        const bool last = m_script.tokens[at].last;
        const std::uint32_t hole = ++at;
        if (last || hole >= m_script.tokens.size() || m_script.tokens[hole].partner == kNowhere)
            break;
        at = m_script.behind(hole);
        std::uint32_t inner = hole + 1;
        if (made.find('?') == std::string::npos && made.size() < kLongestText)
            made += expression(inner, depth + 1);
        else
            made += kHole;
    }
    return made.size() <= kLongestText ? made : std::string(kHole);
}

/// a.b.c, a.b(..).c
ScriptTemplate ModuleValues::chain(std::uint32_t& at, int depth)
{
    std::vector<std::string_view> parts{m_script.text(at++)};
    std::string made;
    bool read = false;
    while (at < m_script.tokens.size()) {
        if ((m_script.symbol(at, ".") || m_script.symbol(at, "?.")) && m_script.name(at + 1)) {
            parts.push_back(m_script.text(at + 1));
            at += 2;
            continue;
        }
        const std::uint32_t open = behindTypes(m_script, at);
        if (m_script.symbol(open, "(") && m_script.tokens[open].partner != kNowhere) {
            made = called(parts, made, open, depth);
            read = true;
            at = m_script.behind(open);
            continue;
        }
        if (m_script.symbol(at, "[") && m_script.tokens[at].partner != kNowhere) {
            made = kHole;
            read = true;
            at = m_script.behind(at);
            continue;
        }
        if (m_script.name(at, "as") && m_script.name(at + 1)) {
            at += 2;
            continue;
        }
        break;
    }
    return read ? made : named(parts);
}

/// A function that is given an address mostly makes another one of it.
ScriptTemplate ModuleValues::called(const std::vector<std::string_view>& parts, const ScriptTemplate& before, std::uint32_t open, int depth)
{
    const std::string_view name = parts.back();
    if (core::isOneOf(name, {"encodeURIComponent", "encodeURI", "String", "Number", "parseInt", "t"}))
        return std::string(kHole);
    if (parts.size() > 1 && core::isOneOf(name, {"toString", "trim", "replace", "replaceAll", "toLowerCase", "concat", "valueOf"})) {
        std::string held = !before.empty() ? before : named({parts.begin(), parts.end() - 1});
        if (name == "concat") {
            std::uint32_t inner = open + 1;
            held += expression(inner, depth + 1);
        }
        return held;
    }
    std::uint32_t inner = open + 1;
    if (depth < 2 && !m_script.symbol(inner, ")"))
        if (std::string given = expression(inner, depth + 1); given.find('/') != std::string::npos && mayBeAddress(given))
            return given;
    const bool given = std::ranges::any_of(m_inside, [&](const Inside& inside) { // a parameter, of which nothing is known
        const auto known = inside.variables.find(parts[0]);
        return known != inside.variables.end() && isParameter(known->second);
    });
    if (!before.empty() || given || parts.size() > 4)
        return std::string(kHole);
    std::string made(1, kNameMark); // a function that makes addresses: urls.order(id)
    for (const std::string_view part : parts)
        made += (made.size() > 1 ? "." : "") + std::string(part);
    return made + std::string(kGivenBack) + kNameMark;
}

ScriptTemplate ModuleValues::named(const std::vector<std::string_view>& parts) const
{
    if (parts.size() == 1 && core::isOneOf(parts[0], {"null", "undefined", "true", "false", "this"}))
        return parts[0] == "undefined" || parts[0] == "null" ? std::string() : std::string(kHole);
    if (parts.size() == 1 || (parts.size() == 2 && parts[1] == "value"))
        for (std::size_t i = m_inside.size(); i-- > 0;)
            if (const auto known = m_inside[i].variables.find(parts[0]); known != m_inside[i].variables.end())
                return known->second;
    if (parts.size() == 2 && parts[0] == "this")
        if (const auto known = m_fields.find(parts[1]); known != m_fields.end())
            return known->second;
    if (parts.size() > 1 && m_inside.size() > 1)
        for (std::size_t i = m_inside.size(); i-- > 1;)
            if (m_inside[i].variables.contains(parts[0]))
                return std::string(kHole); // a member of a parameter or variable
    if (parts.size() > 4)
        return std::string(kHole);
    const bool environment = parts.size() > 2 && parts[parts.size() - 2] == "env";
    std::string made(1, kNameMark);
    for (std::size_t i = environment ? parts.size() - 2 : 0; i < parts.size(); ++i)
        made += (made.size() > 1 ? "." : "") + std::string(parts[i]);
    return made + kNameMark;
}

} // namespace naru::analyzers::web
