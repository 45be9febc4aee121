#include "reports/builders/ShortPlaces.h"

#include "reports/builders/Sections.h"

#include <string_view>

namespace naru::reports {

namespace {

/// "c", "b/c", "a/b/c" of "a/b/c".
std::vector<std::string_view> endsOf(const std::string& file)
{
    std::vector<std::string_view> out;
    const std::string_view whole(file);
    for (std::size_t at = whole.rfind('/'); at != std::string_view::npos && at > 0; at = whole.rfind('/', at - 1))
        out.push_back(whole.substr(at + 1));
    out.push_back(whole);
    return out;
}

} // namespace

ShortPlaces::ShortPlaces(const std::set<std::string>& files)
{
    std::map<std::string, int> uses; // of every end of a path that begins at a folder
    for (const std::string& file : files)
        for (const std::string_view end : endsOf(file))
            ++uses[std::string(end)];
    for (const std::string& file : files)
        for (const std::string_view end : endsOf(file))
            if (uses[std::string(end)] == 1 || end == file) {
                m_names.emplace(file, end);
                break;
            }
}

std::string ShortPlaces::of(const core::Evidence& evidence) const
{
    core::Evidence shortened = evidence;
    if (const auto name = m_names.find(evidence.file); name != m_names.end())
        shortened.file = name->second;
    return where(shortened);
}

} // namespace naru::reports
