#include "analyzers/web/ScriptLinks.h"

#include "analyzers/web/Letters.h"
#include "analyzers/web/ScriptRequests.h"
#include "analyzers/web/ScriptUrls.h"
#include "core/base/ByteScan.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <string>

namespace naru::analyzers::web {

namespace {

using core::isOneOf;

/// The value of `method: 'POST'` or `type: 'POST'` in the options in which a URL stands.
std::string statedMethod(std::string_view code, std::size_t offset)
{
    constexpr std::size_t kBefore = 200;
    constexpr std::size_t kBehind = 300;
    std::size_t first = offset;
    while (first > 0 && offset - first < kBefore && code[first - 1] != ';' && code[first - 1] != '}') {
        --first;
    }
    std::size_t last = offset;
    while (last < code.size() && last - offset < kBehind && code[last] != ';' && !code.substr(last).starts_with("function")) {
        ++last;
    }
    const std::string_view options = code.substr(first, last - first);
    for (const std::string_view key : {"method", "type"}) {
        for (std::size_t at = options.find(key); at != std::string_view::npos; at = options.find(key, at + 1)) {
            std::size_t value = at + key.size();
            while (value < options.size() && std::string_view(" \t\"':=").find(options[value]) != std::string_view::npos) {
                ++value;
            }
            std::string word;
            for (; value < options.size() && isScriptLetter(options[value]); ++value) {
                const char c = options[value];
                word += core::capitalLetter(c);
            }
            if (isOneOf(word, {"GET", "POST", "PUT", "DELETE", "PATCH"})) {
                return word;
            }
        }
    }
    return {};
}

std::string methodAt(std::string_view use, std::string_view code, std::size_t offset)
{
    if (isOneOf(use, {"post", "put", "patch"})) {
        return use == "post" ? "POST" : (use == "put" ? "PUT" : "PATCH");
    }
    if (use == "getJSON") {
        return "GET";
    }
    return isOneOf(use, {"ajax", "fetch", "url", "axios", "$http"}) ? statedMethod(code, offset) : std::string();
}

/// The name that ends before an offset: of `form.cmd`, `getElementById("cmd")`, `elements['cmd']` or `$('#cmd')`.
std::string_view fieldBefore(std::string_view code, std::size_t end)
{
    while (end > 0 && (code[end - 1] == ')' || code[end - 1] == ']' || code[end - 1] == '"' || code[end - 1] == '\'')) {
        --end;
    }
    std::size_t start = end;
    while (start > 0 && isScriptWordChar(code[start - 1])) {
        --start;
    }
    return code.substr(start, end - start);
}

/// A plain text in quotes behind a mark; empty for anything else, and where something is added to it.
std::string_view constantBehind(std::string_view code, std::size_t at, char mark)
{
    const auto pass = [&] {
        while (at < code.size() && (code[at] == ' ' || code[at] == '\t')) {
            ++at;
        }
    };
    pass();
    if (at >= code.size() || code[at] != mark) {
        return {};
    }
    ++at;
    pass();
    if (at >= code.size() || (code[at] != '"' && code[at] != '\'')) {
        return {};
    }
    const std::size_t start = at + 1;
    std::size_t end = start;
    while (end < code.size() && (isScriptWordChar(code[end]) || code[end] == '.' || code[end] == '-')) {
        ++end;
    }
    const bool closed = end < code.size() && code[end] == code[at];
    at = end + 1;
    pass();
    return closed && (at >= code.size() || code[at] != '+') ? code.substr(start, end - start) : std::string_view();
}

} // namespace

void findScriptLinks(std::string_view code, const ScriptLinkVisitor& found, bool services)
{
    const auto read = [&](const ScriptUrl& url) {
        if (url.use == kStatementUse || namesTransaction(url.url)) {
            found({LinkKind::Event, url.url, {}, 0}, url.offset);
            return;
        }
        std::string clean = cleanUrl(url.url);
        if (clean.empty() || isStaticFile(clean)) {
            return;
        }
        if (const std::string_view service = services ? servicePrefix(url.url) : std::string_view(); !service.empty()) {
            const LinkKind kind = clean.ends_with(".xfdl") ? LinkKind::Link : LinkKind::Ajax; // a form, or a transaction
            found({kind, std::string(service) + "::" + clean, {}, 0, urlQuery(url.url)}, url.offset);
            return;
        }
        const bool ajax = isOneOf(url.use, {"url", "ajax", "get", "post", "put", "patch", "getJSON", "load", "fetch", "transaction", "axios"});
        const LinkKind kind = ajax ? LinkKind::Ajax : (isOneOf(url.use, {"action", "submit"}) ? LinkKind::Form : LinkKind::Link);
        found({kind, std::move(clean), methodAt(url.use, code, url.offset), 0, urlQuery(url.url)}, url.offset);
    };
    findScriptUrls(code, read, services);
}

bool isStaticFile(std::string_view url)
{
    static constexpr auto kSuffixes = std::to_array<std::string_view>(
        {".bmp", ".css", ".gif", ".ico", ".jpeg", ".jpg", ".js", ".map", ".png", ".svg", ".swf", ".ttf", ".woff", ".woff2", ".xjs"});
    const auto same = [](char a, char b) { return core::smallLetter(a) == b; };
    return std::ranges::any_of(kSuffixes, [&](std::string_view suffix) {
        return url.size() >= suffix.size() && std::ranges::equal(url.substr(url.size() - suffix.size()), suffix, same);
    });
}

void eachAssignedValue(std::string_view code, const std::function<void(std::string_view, std::string_view)>& f)
{
    struct Form {
        std::string_view name;
        char mark;
    };
    for (const Form& form : {Form{".value", '='}, Form{".val", '('}}) {
        for (std::size_t at = core::findText(code, form.name); at != std::string_view::npos; at = core::findText(code, form.name, at + 1)) {
            const std::string_view field = fieldBefore(code, at);
            const std::string_view value = constantBehind(code, at + form.name.size(), form.mark);
            if (!field.empty() && !value.empty()) {
                f(field, value);
            }
        }
    }
}

std::uint64_t wordHash(std::string_view word)
{
    std::uint64_t hash = 14695981039346656037ULL; // FNV-1a
    for (const char c : word) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    }
    return hash;
}

void eachScriptWord(std::string_view code, const std::function<void(std::string_view, std::size_t)>& f)
{
    std::size_t i = 0;
    while (i < code.size()) {
        const char c = code[i];
        if (isScriptLetter(c)) {
            const std::size_t start = i;
            while (i < code.size() && isScriptWordChar(code[i])) {
                ++i;
            }
            f(code.substr(start, i - start), start);
        } else if (c == '/' && i + 1 < code.size() && (code[i + 1] == '/' || code[i + 1] == '*')) {
            const auto end = code[i + 1] == '/' ? code.find('\n', i) : code.find("*/", i + 2);
            i = end == std::string_view::npos ? code.size() : end + 1;
        } else if (c == '"' || c == '\'') {
            for (++i; i < code.size() && code[i] != c && code[i] != '\n'; ++i) {
                i += code[i] == '\\' ? 1 : 0;
            }
            ++i;
        } else {
            ++i;
        }
    }
}

namespace {

/// Behind the comment of a script or a JSP that begins at `at`; `at` itself where none does: "http://" and "image/*" are none.
std::size_t pastComment(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at, 4);
    const char before = at == 0 ? '\n' : text[at - 1];
    if (rest.starts_with("//") && before != ':' && before != '"' && before != '\'') {
        return std::min(text.find('\n', at), text.size());
    }
    const bool block = rest.starts_with("/*") && (isBlank(before) || std::string_view(";{}(),>").find(before) != std::string_view::npos);
    if (!block && rest != "<%--") {
        return at;
    }
    const std::size_t end = text.find(block ? "*/" : "--%>", at + 2);
    return end == std::string_view::npos ? at : end + 2;
}

} // namespace

void eachObjectCall(std::string_view text, const std::function<void(std::string_view, std::string_view, std::size_t)>& f)
{
    const auto wordEnd = [&](std::size_t at) {
        while (at < text.size() && isScriptWordChar(text[at])) {
            ++at;
        }
        return at;
    };
    for (std::size_t i = 0; i < text.size();) {
        if (!isScriptWordChar(text[i])) {
            i = std::max(pastComment(text, i), i + 1);
            continue;
        }
        const std::size_t start = i;
        i = wordEnd(i);
        const std::size_t dot = pastBlanks(text, i);
        const std::size_t method = dot < text.size() && text[dot] == '.' ? pastBlanks(text, dot + 1) : text.size();
        const std::size_t open = pastBlanks(text, wordEnd(method));
        if (method < open && open < text.size() && text[open] == '(' && isScriptLetter(text[start]) &&
            (start == 0 || text[start - 1] != '.')) {
            f(text.substr(start, i - start), text.substr(method, wordEnd(method) - method), start);
        }
    }
}

} // namespace naru::analyzers::web
