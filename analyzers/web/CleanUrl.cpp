#include "analyzers/web/ViewReader.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::web {

namespace {

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Length of an expression `${..}`, `#{..}`, `@{`, `<%=..%>` or `{..}` at the start, or 0.
std::size_t expressionLength(std::string_view text)
{
    if (text.starts_with("<%")) {
        const auto end = text.find("%>");
        return end == std::string_view::npos ? 0 : end + 2;
    }
    const std::size_t brace = text.starts_with('{') ? 0 : 1;
    const bool opens = brace == 0 || (text.size() > 1 && text[1] == '{' && (text[0] == '$' || text[0] == '#' || text[0] == '*'));
    if (!opens) {
        return 0;
    }
    int depth = 0;
    for (std::size_t i = brace; i < text.size(); ++i) {
        depth += text[i] == '{' ? 1 : (text[i] == '}' ? -1 : 0);
        if (depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/// What is behind the address of the own machine, where developers run the system: http://localhost:8080/a.do
std::string_view withoutOwnHost(std::string_view url)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!url.starts_with(scheme)) {
            continue;
        }
        const std::string_view rest = url.substr(scheme.size());
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const std::string_view host = rest.substr(0, std::min(rest.find(':'), slash));
        if (host == "localhost" || host == "127.0.0.1") {
            return rest.substr(slash);
        }
    }
    return url;
}

bool leadsOut(std::string_view url)
{
    static constexpr auto kSchemes = std::to_array<std::string_view>(
        {"javascript:", "mailto:", "tel:", "http:", "https:", "ftp:", "data:", "about:", "blob:", "file:", "//", "#"});
    return std::ranges::any_of(kSchemes, [&](std::string_view scheme) {
        return url.size() >= scheme.size() && std::ranges::equal(url.substr(0, scheme.size()), scheme,
                                                                 [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    });
}

} // namespace

std::string cleanUrl(std::string_view raw)
{
    std::string_view url = withoutOwnHost(trimmed(raw));
    bool relative = false; // a leading expression is a part of the path, not the context
    if (url.starts_with("@{")) {
        relative = true; // Thymeleaf: @{/a/{id}(id=${x})}
        url.remove_prefix(2);
        if (url.ends_with('}')) {
            url.remove_suffix(1);
        }
        url = url.substr(0, url.find('('));
        if (url.starts_with("__$")) { // preprocessed: a part of the path
            return cleanUrl("{}" + std::string(url.substr(std::min(url.find("__", 2) + 2, url.size()))));
        }
    }
    if (const auto scope = url.find("::"); scope != std::string_view::npos) { // Nexacro: svc::/a/b.do
        url.remove_prefix(scope + 2);
    }
    if (const std::size_t context = expressionLength(url); context != 0 && !relative && !url.starts_with("{}")) { // context path
        url.remove_prefix(context);
        if (!url.starts_with('/')) {
            return {};
        }
    }
    url = url.starts_with("~/") ? url.substr(1) : url;
    if (url.empty() || leadsOut(url)) {
        return {};
    }
    std::string result;
    for (std::size_t i = 0; i < url.size();) {
        const char c = url[i];
        if (c == '?' || c == '#' || c == ';' || c == '&') {
            if (c != '#' || i + 1 >= url.size() || url[i + 1] != '{') {
                break;
            }
        }
        if (const std::size_t length = expressionLength(url.substr(i)); length != 0) {
            result += "{}";
            i += length;
            continue;
        }
        if (c == ' ' || c == '<' || c == '>' || c == '"' || c == '\'' || c == '\\' || c == '\n') {
            break;
        }
        result += c;
        ++i;
    }
    if (result.ends_with("{}")) { // "save.do" + query
        const std::string_view before = std::string_view(result).substr(0, result.size() - 2);
        const std::string_view extension = before.substr(std::min(before.find_last_of("./") + 1, before.size())); // npos + 1 is 0
        const bool file = before.size() > extension.size() + 1 && before[before.size() - extension.size() - 1] == '.' && !extension.empty() &&
                          std::ranges::all_of(extension, [](char c) { return c >= 'a' && c <= 'z'; });
        if (file) {
            result.resize(before.size());
        }
    }
    const bool word = std::ranges::any_of(result, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    return word ? result : std::string();
}

std::string urlQuery(std::string_view raw)
{
    constexpr std::size_t kLongest = 200;
    const std::size_t start = raw.find('?');
    std::string query(start == std::string_view::npos ? std::string_view() : raw.substr(start + 1, kLongest));
    query = query.substr(0, query.find_first_of("#\"' \n<>"));
    for (std::size_t at = query.find("&amp;"); at != std::string::npos; at = query.find("&amp;", at + 1))
        query.erase(at + 1, 4);
    return query;
}

core::ViewKind viewKind(std::string_view path, std::string_view text)
{
    using core::ViewKind;
    const auto ends = [&](std::string_view suffix) { return path.ends_with(suffix); };
    if (ends(".jsp") || ends(".jspf") || ends(".jspx") || ends(".tag") || ends(".tagx")) {
        return ViewKind::Jsp;
    }
    if (ends(".xhtml")) {
        return ViewKind::Xhtml;
    }
    if (ends(".vue")) {
        return ViewKind::Html;
    }
    if (ends(".xfdl") || ends(".xadl")) {
        return ViewKind::Nexacro;
    }
    if (ends(".xml")) {
        return ViewKind::Other;
    }
    const std::string_view head = text.substr(0, 4096);
    if (head.find("thymeleaf.org") != std::string_view::npos || text.find("th:") != std::string_view::npos) {
        return ViewKind::Thymeleaf;
    }
    return ViewKind::Html;
}

} // namespace naru::analyzers::web
