#include "planning/deploy/FileSet.h"

#include <algorithm>
#include <tuple>

namespace naru::planning {

void FileSet::yaml(std::string path, std::string service, std::string kind, const Yaml& value)
{
    std::vector<FillMark> marks;
    std::string content = yamlText(value, marks);
    for (const FillMark& mark : marks)
        m_set.fills.push_back({.file = path, .line = mark.line, .id = mark.id, .service = service});
    m_set.files.push_back({std::move(path), std::move(service), std::move(kind), std::move(content)});
}

void FileSet::text(std::string path, std::string service, std::string kind, std::string content)
{
    constexpr std::string_view kMark = "FILL-IN: ";
    int line = 1;
    std::size_t from = 0;
    while (from < content.size()) {
        const std::size_t end = std::min(content.find('\n', from), content.size());
        const std::string_view one = std::string_view(content).substr(from, end - from);
        if (const auto at = one.find(kMark); at != std::string_view::npos) {
            const std::string_view rest = one.substr(at + kMark.size());
            const auto stop = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-");
            m_set.fills.push_back({.file = path, .line = line, .id = std::string(rest.substr(0, stop)), .service = service});
        }
        from = end + 1;
        ++line;
    }
    m_set.files.push_back({std::move(path), std::move(service), std::move(kind), std::move(content)});
}

void FileSet::missing(std::string service, std::string id, core::TextArgs args, std::vector<core::Evidence> evidence)
{
    m_set.fills.push_back({.id = std::move(id), .args = std::move(args), .service = std::move(service), .evidence = std::move(evidence)});
}

void FileSet::explain(std::string_view path, std::string_view id, core::TextArgs args, std::vector<core::Evidence> evidence)
{
    for (core::FillItem& fill : m_set.fills)
        if (fill.file == path && fill.id == id && fill.args.empty() && fill.evidence.empty()) {
            fill.args = args;
            fill.evidence = evidence;
        }
}

core::DeploymentSet FileSet::take()
{
    std::ranges::sort(m_set.files, {}, &core::GeneratedFile::path);
    std::ranges::stable_sort(m_set.fills, [](const core::FillItem& left, const core::FillItem& right) {
        return std::tie(left.file, left.line, left.id, left.service) < std::tie(right.file, right.line, right.id, right.service);
    });
    return std::move(m_set);
}

} // namespace naru::planning
