#include "analyzers/web/InlineUrls.h"

#include "analyzers/web/Letters.h"
#include "core/base/ByteScan.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

namespace naru::analyzers::web {

namespace {

/// The text that a scriptlet of the page gives a variable, when that is its only value: String name = "./order".
std::string_view onlyValue(std::string_view text, std::string_view name)
{
    std::string_view value;
    bool any = false;
    for (std::size_t at = core::findText(text, name); at != std::string_view::npos; at = core::findText(text, name, at + 1)) {
        std::size_t behind = at + name.size();
        if (at == 0 || isScriptWordChar(text[at - 1]) || text[at - 1] == '.' || behind >= text.size() || isScriptWordChar(text[behind])) {
            continue;
        }
        behind = std::min(text.find_first_not_of(" \t", behind), text.size());
        const std::string_view rest = text.substr(behind, 2);
        if (rest == "==" || rest.empty() || (rest.front() != '=' && rest != "+=")) {
            continue;
        }
        const std::size_t open = text.find_first_not_of(" \t", behind + 1);
        const std::size_t close = open == std::string_view::npos || text[open] != '"' ? std::string_view::npos : text.find_first_of("\"\n", open + 1);
        const std::size_t end = close == std::string_view::npos ? close : text.find_first_not_of(" \t", close + 1);
        if (std::exchange(any, true) || end == std::string_view::npos || text[close] != '"' || text[end] != ';') {
            return {};
        }
        value = text.substr(open + 1, close - open - 1);
    }
    const bool path = std::ranges::all_of(value, [](char c) { return isScriptWordChar(c) || c == '.' || c == '/' || c == '-'; });
    return path ? value : std::string_view();
}

/// Puts constants of scriptlets into names of pages that begin with them: "<%=name%>_q.jsp" -> "./order_q.jsp". Lines stay.
void inlineConstants(std::string& text)
{
    constexpr std::size_t kMostNames = 50;
    constexpr int kMostPlaces = 500; // what a page of thousands of them costs
    std::map<std::string, std::string, std::less<>> known;
    int places = 0;
    for (std::size_t at = core::findText(text, "<%="); at != std::string::npos; at = core::findText(text, "<%=", at + 1)) {
        const std::size_t end = text.find_first_of("%\n", at + 3);
        if (end == std::string::npos || end + 2 >= text.size() || text[end] != '%' || text[end + 1] != '>' ||
            (!isScriptWordChar(text[end + 2]) && text[end + 2] != '.' && text[end + 2] != '-')) {
            continue;
        }
        std::string_view name = std::string_view(text).substr(at + 3, end - at - 3);
        name = name.substr(std::min(name.find_first_not_of(' '), name.size()));
        name = name.substr(0, name.find_last_not_of(' ') + 1);
        if (name.empty() || !std::ranges::all_of(name, isScriptWordChar)) {
            continue;
        }
        auto found = known.find(name);
        if (found == known.end()) {
            if (known.size() == kMostNames) {
                return;
            }
            found = known.emplace(name, onlyValue(text, name)).first;
        }
        if (!found->second.empty()) {
            if (++places > kMostPlaces) {
                return;
            }
            text.replace(at, end + 2 - at, found->second);
        }
    }
}

} // namespace

std::string inlineUrls(std::string_view text)
{
    static constexpr auto kTags = std::to_array<std::string_view>({"<c:url", "<spring:url", "<s:url", "<html:rewrite"});
    std::string result(text);
    for (const std::string_view tag : kTags) {
        for (std::size_t at = core::findText(result, tag); at != std::string::npos; at = core::findText(result, tag, at + 1)) {
            const std::size_t end = core::findText(result, "/>", at);
            if (end == std::string::npos || end - at > 600) {
                continue;
            }
            const std::string_view inside = std::string_view(result).substr(at, end - at);
            if (inside.find(" var") != std::string_view::npos || inside.find(" id=") != std::string_view::npos) {
                continue; // kept in a variable, read as a tag
            }
            std::size_t value = std::string_view::npos;
            for (const std::string_view key : {" value=", " page=", " action=", " href="}) {
                if (value = inside.find(key); value != std::string_view::npos) {
                    value += key.size();
                    break;
                }
            }
            if (value == std::string_view::npos || value >= inside.size()) {
                continue;
            }
            const char quote = inside[value];
            const std::size_t close = inside.find(quote, value + 1);
            if (close == std::string_view::npos) {
                continue;
            }
            std::string url(inside.substr(value + 1, close - value - 1));
            url.resize(end + 2 - at, ' ');
            result.replace(at, url.size(), url);
        }
    }
    inlineConstants(result);
    return result;
}

} // namespace naru::analyzers::web
