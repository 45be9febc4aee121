#include "analyzers/web/InlineUrls.h"

#include "core/base/ByteScan.h"

#include <array>

namespace naru::analyzers::web {

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
    return result;
}

} // namespace naru::analyzers::web
