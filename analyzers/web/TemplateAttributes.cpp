#include "analyzers/web/TemplateAttributes.h"

#include "analyzers/web/PageText.h"

#include <algorithm>

namespace naru::analyzers::web {

namespace {

void thymeleafTemplate(std::string_view value, PageWriter& page)
{
    std::string_view view = value.starts_with("~{") ? value.substr(2) : value;
    view = view.substr(0, std::min(view.find("::"), view.find('}')));
    view = view.substr(0, view.find('('));
    while (view.ends_with(' ')) {
        view.remove_suffix(1);
    }
    if (!view.empty() && view.find_first_of("${' ") == std::string_view::npos) {
        page.named(LinkKind::Include, view, page.offsetOf(value));
    }
}

/// Where the brace that opens behind `at` closes.
std::size_t closingBrace(std::string_view value, std::size_t at)
{
    int depth = 0;
    std::size_t end = at + 1;
    for (; end < value.size(); ++end) {
        depth += value[end] == '{' ? 1 : (value[end] == '}' ? -1 : 0);
        if (depth == 0) {
            break;
        }
    }
    return end;
}

} // namespace

void readThymeleaf(std::string_view name, std::string_view value, const Piece& tag, PageWriter& page)
{
    if (name == "replace" || name == "insert" || name == "include" || name == "decorate") {
        thymeleafTemplate(value, page);
        return;
    }
    for (std::size_t at = value.find("@{"); at != std::string_view::npos; at = value.find("@{", at + 2)) {
        const LinkKind kind = name == "action" ? LinkKind::Form : LinkKind::Link;
        page.link(kind, value.substr(at, closingBrace(value, at) + 1 - at), page.offsetOf(value),
                  name == "action" ? formMethod(tag) : (name == "href" ? "GET" : ""));
    }
}

void readFacesAction(std::string_view value, PageWriter& page)
{
    const auto open = value.find("#{");
    if (open == std::string_view::npos) {
        return;
    }
    std::size_t end = open + 2;
    while (end < value.size() && (isWordChar(value[end]) || value[end] == '.')) {
        ++end;
    }
    const std::string_view chain = value.substr(open + 2, end - open - 2);
    if (chain.find('.') != std::string_view::npos && chain.find('.') == chain.rfind('.')) {
        page.facts().actions.push_back({std::string(chain), page.line(page.offsetOf(value))});
    }
}

} // namespace naru::analyzers::web
