#include "analyzers/web/ElExpressions.h"

#include "analyzers/web/PageText.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::web {

namespace {

// clang-format off
constexpr auto kReserved = std::to_array<std::string_view>({
    "and", "applicationScope", "cc", "cookie", "div", "empty", "eq", "facesContext", "false", "fn", "ge", "gt", "header", "headerValues",
    "initParam", "instanceof", "le", "lt", "mod", "ne", "not", "null", "or", "pageContext", "pageScope", "param", "paramValues",
    "request", "requestScope", "session", "sessionScope", "true", "view"});
// clang-format on
static_assert(std::ranges::is_sorted(kReserved));

/// `emp.name` when a property follows the root that ends at `rootEnd`.
std::string_view property(std::string_view body, std::size_t start, std::size_t rootEnd)
{
    if (rootEnd >= body.size() || body[rootEnd] != '.') {
        return {};
    }
    std::size_t end = rootEnd + 1;
    while (end < body.size() && isWordChar(body[end])) {
        ++end;
    }
    return body.substr(start, end - start);
}

/// `fn:length` when a name that ends at `end` is the prefix of a function that is called.
std::string_view functionCall(std::string_view body, std::size_t start, std::size_t end)
{
    if (end + 1 >= body.size() || body[end] != ':' || !isLetter(body[end + 1])) {
        return {};
    }
    std::size_t i = end + 1;
    while (i < body.size() && isWordChar(body[i])) {
        ++i;
    }
    return i < body.size() && body[i] == '(' ? body.substr(start, i - start) : std::string_view();
}

void expression(std::string_view body, std::size_t offset, const ElVisitor& visit, const ElFunctionVisitor& visitFunction)
{
    bool afterDot = false;
    for (std::size_t i = 0; i < body.size();) {
        const char c = body[i];
        if (c == '\'' || c == '"') {
            const auto end = body.find(c, i + 1);
            i = end == std::string_view::npos ? body.size() : end + 1;
            afterDot = false;
        } else if (isLetter(c)) {
            const std::size_t start = i;
            while (i < body.size() && isWordChar(body[i])) {
                ++i;
            }
            const std::string_view name = body.substr(start, i - start);
            if (const std::string_view call = afterDot ? std::string_view() : functionCall(body, start, i); !call.empty()) {
                visitFunction(call, offset);
            }
            const bool function = i < body.size() && (body[i] == ':' || body[i] == '(');
            if (!afterDot && !function && !std::ranges::binary_search(kReserved, name)) {
                visit(name, property(body, start, i), offset);
            }
            afterDot = false;
        } else {
            afterDot = c == '.' || (c == ' ' && afterDot);
            ++i;
        }
    }
}

} // namespace

void findElNames(std::string_view text, std::size_t offset, const ElVisitor& visit, const ElFunctionVisitor& function)
{
    constexpr std::size_t kLongest = 4000; // keeps a text of unclosed braces linear
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        if (at == 0 || (text[at - 1] != '$' && text[at - 1] != '#' && text[at - 1] != '*')) {
            continue;
        }
        const auto close = text.substr(at, kLongest).find('}');
        if (close != std::string_view::npos) {
            expression(text.substr(at + 1, close - 1), offset + at, visit, function);
        }
    }
}

} // namespace naru::analyzers::web
