#include "analyzers/graph/EntryIndex.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

std::vector<std::string> segmentsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        const auto slash = path.find('/');
        if (slash != 0) {
            parts.emplace_back(path.substr(0, slash));
        }
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return parts;
}

bool variable(std::string_view segment)
{
    return segment.find_first_of("{*") != std::string_view::npos;
}

/// The last segment that is no variable, with the number of those behind it.
std::string wordOf(const std::vector<std::string>& segments)
{
    const auto word = std::find_if(segments.rbegin(), segments.rend(), [](const std::string& segment) { return !variable(segment); });
    return word == segments.rend() ? std::string() : std::to_string(word - segments.rbegin()) + *word;
}

/// `{id}.do` against `7.do`, `{}` or a literal.
bool segmentFits(std::string_view pattern, std::string_view segment)
{
    if (pattern == segment || segment == "{}") {
        return true;
    }
    const auto open = pattern.find_first_of("{*");
    if (open == std::string_view::npos) {
        const auto hole = segment.find("{}"); // the view puts a part in
        return hole != std::string_view::npos && pattern.starts_with(segment.substr(0, hole)) &&
               pattern.ends_with(segment.substr(hole + 2));
    }
    const auto close = pattern[open] == '*' ? open : pattern.rfind('}');
    const std::string_view tail = close == std::string_view::npos ? std::string_view() : pattern.substr(close + 1);
    return segment.size() >= open + tail.size() && segment.starts_with(pattern.substr(0, open)) && segment.ends_with(tail);
}

} // namespace

EntryIndex::EntryIndex(const CodeModel& model) : m_model(model)
{
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const EntryPoint& entry = model.entryPoints[i];
        std::string path(model.text(entry.path));
        if (path.empty()) {
            continue;
        }
        if (path.ends_with("/*")) {
            m_prefixes.emplace_back(path.substr(0, path.size() - 1), EntryPointId(i));
        } else if (variable(path)) {
            auto segments = segmentsOf(path);
            const std::size_t count = segments.size();
            m_patterns[count].push_back({std::move(segments), EntryPointId(i)});
        }
        if (auto segments = segmentsOf(path); !wordOf(segments).empty()) {
            std::string word = wordOf(segments);
            m_byWords[std::move(word)].push_back({std::move(segments), EntryPointId(i)});
        }
        auto& list = m_byPath[path];
        if (list.empty()) {
            m_byLast[path.substr(path.rfind('/') + 1)].push_back(path);
        }
        list.push_back(EntryPointId(i));
    }
}

std::vector<EntryPointId> EntryIndex::exact(const std::string& path) const
{
    const auto found = m_byPath.find(path);
    return found == m_byPath.end() ? std::vector<EntryPointId>() : found->second;
}

std::vector<EntryPointId> EntryIndex::byPattern(const std::string& path) const
{
    std::vector<EntryPointId> result;
    const std::vector<std::string> segments = segmentsOf(path);
    if (const auto found = m_patterns.find(segments.size()); found != m_patterns.end()) {
        for (const Pattern& pattern : found->second) {
            if (std::ranges::equal(pattern.segments, segments,
                                   [](const std::string& a, const std::string& b) { return segmentFits(a, b); })) {
                result.push_back(pattern.entry);
            }
        }
    }
    for (const auto& [prefix, entry] : m_prefixes) {
        if (result.empty() && path.starts_with(prefix)) {
            result.push_back(entry);
        }
    }
    return result;
}

/// The shortest of the paths that end in these segments; a hole of the view fits variables only.
std::vector<std::string> EntryIndex::tail(const std::string& path, const std::vector<std::string>& candidates)
{
    const std::vector<std::string> wanted = segmentsOf(path);
    std::vector<std::string> best;
    std::size_t shortest = 0;
    for (const std::string& candidate : candidates) {
        const std::vector<std::string> segments = segmentsOf(candidate);
        const bool ends = segments.size() >= wanted.size() &&
                          std::equal(wanted.rbegin(), wanted.rend(), segments.rbegin(), [](const std::string& a, const std::string& b) {
                              return a == "{}" ? variable(b) : segmentFits(b, a);
                          });
        if (!ends || (shortest != 0 && segments.size() > shortest)) {
            continue;
        }
        if (segments.size() < shortest || shortest == 0) {
            best.clear();
        }
        shortest = segments.size();
        best.push_back(candidate);
    }
    return best;
}

std::vector<EntryPointId> EntryIndex::withHoles(std::string_view url) const
{
    const std::vector<std::string> wanted = segmentsOf(url);
    const auto last = wanted.empty() || wanted.back().find("{}") != std::string::npos ? m_byLast.end() : m_byLast.find(wanted.back());
    std::vector<std::string> fitting;
    for (const std::string& candidate : last == m_byLast.end() ? std::vector<std::string>() : last->second) {
        const std::vector<std::string> segments = segmentsOf(candidate);
        const bool segmentFits = std::ranges::equal(segments, wanted, [](const std::string& known, const std::string& segment) {
            const auto hole = segment.find("{}");
            return known == segment || (hole != std::string::npos && known.starts_with(segment.substr(0, hole)) && known.ends_with(segment.substr(segment.rfind("{}") + 2)));
        });
        if (segmentFits) {
            fitting.push_back(candidate);
        }
    }
    return fitting.size() == 1 ? exact(fitting.front()) : std::vector<EntryPointId>();
}

namespace {

/// The words under which patterns of an address may be kept: also where its last words stand for variables, /orders/me of /orders/{id}.
std::vector<std::string> wordsOf(const std::vector<std::string>& wanted)
{
    constexpr std::size_t kMostWords = 3;
    std::vector<std::string> words;
    for (std::vector<std::string> shorter = wanted; words.size() < kMostWords;) {
        const auto word = std::find_if(shorter.rbegin(), shorter.rend(), [](const std::string& segment) { return !variable(segment); });
        if (word == shorter.rend())
            break;
        words.push_back(wordOf(shorter));
        *word = "{}";
    }
    return words;
}

/// How a path fits an address from its end: segments that only one of them has, and those of the address that stand for variables. Nothing when
/// it does not, or when no segment is the same.
std::optional<std::pair<std::size_t, std::size_t>> fitFromEnd(const std::vector<std::string>& path, const std::vector<std::string>& wanted)
{
    constexpr std::size_t kMostApart = 3; // segments
    const std::size_t common = std::min(path.size(), wanted.size());
    const std::size_t apart = std::max(path.size(), wanted.size()) - common;
    if (apart > kMostApart)
        return std::nullopt;
    std::size_t same = 0;
    std::size_t guessed = 0;
    for (std::size_t k = 1; k <= common; ++k) {
        const std::string& known = path[path.size() - k];
        const std::string& asked = wanted[wanted.size() - k];
        if (asked == "{}" ? !variable(known) : !segmentFits(known, asked))
            return std::nullopt;
        same += known == asked ? 1 : 0;
        guessed += known != asked && asked != "{}" ? 1 : 0;
    }
    return same == 0 ? std::nullopt : std::optional(std::pair(apart, guessed));
}

/// The path without the suffix that a servlet mapping asks for; Spring's handlers answer with any behind the path that they state. Empty for one
/// that names a page, a program of another server or another file.
std::string withoutSuffix(const std::string& path)
{
    constexpr std::size_t kLongest = 10;
    static constexpr auto kFiles = std::to_array<std::string_view>({"jsp", "jspx", "html", "htm", "xhtml", "xml", "xfdl", "js", "css", "png", "jpg", "jpeg", "gif", "svg",
                                                                    "ico", "php", "asp", "aspx", "cgi", "xls", "xlsx", "pdf", "txt", "zip", "csv", "hwp", "exe", "cab"});
    const std::size_t dot = path.find_last_of("./");
    const std::string_view suffix = std::string_view(path).substr(std::min(dot + 1, path.size())); // npos + 1 is 0
    const bool letters = std::ranges::all_of(suffix, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    const bool any = dot != std::string::npos && path[dot] == '.' && dot > 1 && path[dot - 1] != '/' && !suffix.empty() && suffix.size() <= kLongest &&
                     path.find('.', path.rfind('/') + 1) == dot; // /save.do.do is not answered by /save.do
    return any && letters && std::ranges::find(kFiles, suffix) == kFiles.end() ? path.substr(0, dot) : std::string();
}

} // namespace

std::vector<EntryPointId> EntryIndex::asked(std::string_view url, std::string_view method) const
{
    std::vector<std::string> wanted = segmentsOf(url);
    if (!wanted.empty() && wanted.back().size() > 2 && wanted.back().ends_with("{}")) // '/orders' + query
        wanted.back().resize(wanted.back().size() - 2);
    const auto allowed = [&](EntryPointId entry) {
        const std::string_view stated = m_model.text(m_model[entry].method);
        return method.empty() || stated.empty() || stated == "*" || stated == "ANY" ||
               ("|" + std::string(method) + "|").find("|" + std::string(stated) + "|") != std::string::npos;
    };
    std::vector<const Pattern*> best;
    std::pair<std::size_t, std::size_t> rank;
    for (const std::string& word : wordsOf(wanted)) {
        const auto known = m_byWords.find(word);
        for (std::size_t i = 0; known != m_byWords.end() && i < known->second.size(); ++i) {
            const Pattern& pattern = known->second[i];
            const auto fit = allowed(pattern.entry) ? fitFromEnd(pattern.segments, wanted) : std::nullopt;
            if (!fit || (!best.empty() && *fit > rank))
                continue;
            if (best.empty() || *fit < rank)
                best.clear();
            rank = *fit;
            best.push_back(&pattern);
        }
    }
    std::vector<EntryPointId> found;
    for (const Pattern* pattern : best) {
        if (pattern->segments != best.front()->segments && rank.first > 0)
            return {}; // several paths end so
        found.push_back(pattern->entry);
    }
    return found;
}

std::vector<EntryPointId> EntryIndex::relativeTo(const std::string& path) const
{
    const auto last = m_byLast.find(path.substr(path.rfind('/') + 1));
    std::vector<std::string> candidates;
    for (const std::string& candidate : last == m_byLast.end() ? std::vector<std::string>() : last->second) {
        if (candidate.ends_with(path) || (path.ends_with(candidate) && candidate.size() > 1)) {
            candidates.push_back(candidate);
        }
    }
    return candidates.size() == 1 ? exact(candidates.front()) : std::vector<EntryPointId>();
}

std::vector<EntryPointId> EntryIndex::at(std::string_view url, std::string_view method) const
{
    if (url.empty()) {
        return {};
    }
    const std::string path = url.starts_with('/') ? std::string(url) : "/" + std::string(url);
    std::vector<EntryPointId> found = exact(path);
    if (found.empty() && !url.starts_with('/') && path.find("{}") != std::string::npos) { // {id}/edit below the page
        const auto last = m_byLast.find(path.substr(path.rfind('/') + 1));
        for (const std::string& candidate : tail(path, last == m_byLast.end() ? std::vector<std::string>() : last->second)) {
            std::ranges::copy(exact(candidate), std::back_inserter(found));
        }
    }
    if (found.empty()) {
        found = byPattern(path);
    }
    if (found.empty() && path.size() > 1 && path.ends_with('/')) {
        found = exact(path.substr(0, path.size() - 1));
    }
    if (found.empty()) { // relative to a folder, or below the path of a servlet: a unique path that ends so, or that it ends with
        found = relativeTo(path);
    }
    if (const std::string bare = found.empty() ? withoutSuffix(path) : std::string(); !bare.empty()) { // /emp/save.do of the handler /emp/save
        found = exact(bare);
        found = found.empty() ? relativeTo(bare) : found;
        std::erase_if(found, [&](EntryPointId id) { return m_model[id].kind != EntryPointKind::Http && m_model[id].kind != EntryPointKind::Rest; });
    }
    std::vector<EntryPointId> fitting;
    for (const EntryPointId id : found) {
        if (m_model.text(m_model[id].method) == method) {
            fitting.push_back(id);
        }
    }
    return !fitting.empty() ? fitting : found;
}

} // namespace naru::analyzers::graph
