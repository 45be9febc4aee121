#include "analyzers/audit/Secrets.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::audit {

namespace {

constexpr std::string_view kMask = "***";

/// Position behind the literal or element text that begins at `at`, or `at` when none begins there.
std::size_t endOfSecret(std::string_view line, std::size_t at)
{
    const char open = line[at];
    const char close = open == '>' ? '<' : open;
    if (open != '"' && open != '\'' && open != '>')
        return at;
    for (std::size_t i = at + 1; i < line.size(); ++i) {
        if (line[i] == '\\' && open != '>')
            ++i;
        else if (line[i] == close)
            return i;
    }
    return open == '>' ? at : line.size();
}

} // namespace

bool quotesSecrets(const std::vector<int>& cwe)
{
    static constexpr std::array kSecrets = {256, 259, 321, 798};
    return std::any_of(cwe.begin(), cwe.end(), [](int id) { return std::find(kSecrets.begin(), kSecrets.end(), id) != kSecrets.end(); });
}

std::string withoutSecrets(std::string_view line)
{
    std::string out;
    bool masked = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        out += line[i];
        const std::size_t end = endOfSecret(line, i);
        if (end <= i + 1)
            continue;
        out += kMask;
        masked = true;
        if (end < line.size() && line[end] != '<')
            out += line[end];
        i = end < line.size() && line[end] == '<' ? end - 1 : end;
    }
    const std::size_t sign = line.find_first_of("=:");
    if (!masked && sign != std::string_view::npos && line.find_first_not_of(" \t", sign + 1) != std::string_view::npos)
        return std::string(line.substr(0, sign + 1)) + std::string(kMask);
    return out;
}

} // namespace naru::analyzers::audit
