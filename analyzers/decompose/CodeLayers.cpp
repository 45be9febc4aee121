#include "analyzers/decompose/Layers.h"

#include "analyzers/decompose/SparseVectors.h"

#include <algorithm>
#include <cmath>

namespace naru::analyzers::decompose {

using core::CodeModel;

void LinkCounter::add(std::uint32_t a, std::uint32_t b, double amount, core::Location at)
{
    if (a == b || a == kNoMember || b == kNoMember)
        return;
    m_links.push_back({std::min(a, b), std::max(a, b), static_cast<float>(amount), at});
}

Layer LinkCounter::finish(LayerId id, bool logarithm)
{
    Layer out{id, {}};
    // a place in the source is worth more than none; the first in file order is shown
    std::ranges::stable_sort(m_links, [](const Link& x, const Link& y) { return std::tie(x.a, x.b, x.at) < std::tie(y.a, y.b, y.at); });
    for (std::size_t i = 0; i < m_links.size();) {
        Link link = m_links[i];
        double sum = 0;
        for (; i < m_links.size() && m_links[i].a == link.a && m_links[i].b == link.b; ++i)
            sum += static_cast<double>(m_links[i].weight);
        link.weight = static_cast<float>(logarithm ? 1 + std::log(std::max(1.0, sum)) : sum);
        if (link.weight > 0)
            out.links.push_back(link);
    }
    m_links.clear();
    return out;
}

Layer callsLayer(const CodeModel& code, const MemberSet& set)
{
    struct Use {
        std::uint32_t from;
        core::MemberId target;
        core::Location at;
    };
    std::vector<Use> uses;
    const auto add = [&](core::MemberId from, core::MemberId to, core::Location at) {
        if (const std::uint32_t a = set.owner(code, from); a != kNoMember && a != set.owner(code, to))
            uses.push_back({a, to, at});
    };
    for (const core::CallEdge& edge : code.calls)
        add(edge.from, edge.to, edge.at);
    for (const core::FieldAccessEdge& edge : code.fieldAccesses)
        add(edge.from, edge.to, edge.at);
    std::ranges::sort(uses, [](const Use& x, const Use& y) { return std::tie(x.from, x.target, x.at) < std::tie(y.from, y.target, y.at); });
    LinkCounter counter;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if (i == 0 || uses[i].from != uses[i - 1].from || uses[i].target != uses[i - 1].target)
            counter.add(uses[i].from, set.owner(code, uses[i].target), 1, uses[i].at);
    return counter.logarithmic(LayerId::Calls);
}

Layer structLayer(const CodeModel& code, const MemberSet& set)
{
    using core::UseKind;
    LinkCounter counter;
    for (const core::InheritEdge& edge : code.inherits)
        counter.add(set.of(edge.from), set.of(edge.to), 1, edge.from.valid() ? code[edge.from].at : core::Location());
    for (const core::TypeUseEdge& edge : code.typeUses)
        switch (edge.kind) {
        case UseKind::Field:
        case UseKind::Parameter:
        case UseKind::Return:
        case UseKind::New:
        case UseKind::Annotation:
        case UseKind::Generic:
            counter.add(set.of(edge.from), set.of(edge.to), edge.count, edge.at);
            break;
        default:
            break;
        }
    return counter.logarithmic(LayerId::Struct);
}

Layer viewLayer(const CodeModel& code, const MemberSet& set)
{
    LinkCounter counter;
    for (const core::RenderEdge& edge : code.renders)
        counter.add(set.owner(code, edge.from), set.of(edge.to), 1, edge.at);
    for (const core::ViewTypeEdge& edge : code.viewTypes)
        counter.add(set.of(edge.from), set.of(edge.to), 1, edge.at);
    for (const core::ViewLinkEdge& edge : code.viewLinks)
        if (edge.toEntry.valid())
            counter.add(set.of(edge.from), set.of(edge.toEntry), 1, edge.at);
    return counter.logarithmic(LayerId::View);
}

/// A target that every page links to (menu, home) says little: weight by its rarity.
Layer viewLinkLayer(const CodeModel& code, const MemberSet& set)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (const core::ViewLinkEdge& edge : code.viewLinks)
        if (edge.toView.valid())
            if (const auto a = set.of(edge.from), b = set.of(edge.toView); a != b && a != kNoMember && b != kNoMember)
                pairs.emplace_back(a, b);
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    std::vector<double> sources(set.size(), 0);
    for (const auto& [from, to] : pairs)
        sources[to] += 1;
    const double views = std::max<double>(1, static_cast<double>(code.views.size()));
    LinkCounter counter;
    for (const core::ViewLinkEdge& edge : code.viewLinks)
        if (const auto a = set.of(edge.from), b = set.of(edge.toView); edge.toView.valid() && a != b && a != kNoMember && b != kNoMember)
            counter.add(a, b, 1, edge.at);
    Layer layer = counter.logarithmic(LayerId::ViewLink);
    for (Link& link : layer.links) {
        const double linked = std::max({1.0, sources[link.a], sources[link.b]});
        link.weight *= static_cast<float>(std::log(1 + views / linked) / std::log(1 + views));
    }
    return layer;
}

namespace {

/// Up to this size all pairs of a folder are tied; above it each member is tied to some others
/// at fixed distances, with the same total, so that the cost stays linear.
constexpr std::size_t kClique = 32;
constexpr std::array<std::size_t, 6> kStrides{1, 2, 3, 5, 8, 13};

void tieFolder(std::vector<std::uint32_t>& members, LinkCounter& counter)
{
    const std::size_t n = members.size();
    if (n <= kClique) {
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = i + 1; j < n; ++j)
                counter.add(members[i], members[j], 1);
        return;
    }
    const double amount = static_cast<double>(n - 1) / (2.0 * kStrides.size());
    for (std::size_t i = 0; i < n; ++i)
        for (const std::size_t stride : kStrides)
            counter.add(members[i], members[(i + stride) % n], amount);
}

} // namespace

Layer folderLayer(const CodeModel& code, const MemberSet& set, bool maskPackages)
{
    std::vector<std::pair<std::string_view, std::uint32_t>> folders;
    for (std::uint32_t m = 0; m < set.size(); ++m) {
        if (set.role(m) == core::MemberRole::Class && !maskPackages)
            folders.emplace_back(code.text(code[set.type[m]].package), m);
        if (set.role(m) == core::MemberRole::View) {
            const std::string_view path = set.members[m].name;
            const auto slash = path.rfind('/');
            if (slash != std::string_view::npos) // a slash sets folders of views apart from packages
                folders.emplace_back(path.substr(0, slash + 1), m);
        }
    }
    std::ranges::sort(folders);
    LinkCounter counter;
    for (std::size_t i = 0; i < folders.size();) {
        std::vector<std::uint32_t> members;
        const std::string_view folder = folders[i].first;
        for (; i < folders.size() && folders[i].first == folder; ++i)
            members.push_back(folders[i].second);
        tieFolder(members, counter);
    }
    return counter.summed(LayerId::Folder);
}

namespace {

/// Members by the path of their file.
class MembersOfFiles {
public:
    MembersOfFiles(const CodeModel& code, const MemberSet& set)
    {
        for (std::uint32_t m = 0; m < set.size(); ++m) {
            core::FileId file;
            if (set.role(m) == core::MemberRole::Class)
                file = code[set.type[m]].at.file;
            else if (set.role(m) == core::MemberRole::View)
                file = code[set.view[m]].file;
            if (file.valid())
                m_byPath.emplace_back(code.text(code[file].path), m);
        }
        std::ranges::sort(m_byPath);
    }

    [[nodiscard]] auto of(std::string_view path) const
    {
        return std::ranges::equal_range(m_byPath, path, {}, [](const auto& entry) { return entry.first; });
    }

private:
    std::vector<std::pair<std::string_view, std::uint32_t>> m_byPath;
};

} // namespace

Layer coChangeLayer(const CodeModel& code, const MemberSet& set, const core::ChangeHistory& history)
{
    const MembersOfFiles members(code, set);
    LinkCounter counter;
    for (const core::CoChange& pair : history.pairs)
        if (pair.commits >= 2) // once together is chance
            for (const auto& a : members.of(pair.first))
                for (const auto& b : members.of(pair.second))
                    counter.add(a.second, b.second, pair.weight);
    return counter.summed(LayerId::CoChange);
}

Layer authorsLayer(const CodeModel& code, const MemberSet& set, const core::ChangeHistory& history, const SplitData& data, core::Job& job)
{
    const MembersOfFiles members(code, set);
    std::vector<SparseVector> people(set.size());
    std::uint32_t authors = 0;
    for (const core::FileAuthor& entry : history.authors)
        for (const auto& [path, member] : members.of(entry.path)) {
            people[member].emplace_back(entry.author, static_cast<float>(1 + std::log(std::max(1.0, static_cast<double>(entry.commits)))));
            authors = std::max(authors, entry.author + 1);
        }
    if (authors < 2) // one person alone tells nothing apart
        return {LayerId::Authors, {}};
    std::vector<double> df(authors, 0);
    double known = 0;
    for (SparseVector& vector : people) {
        normalise(vector);
        known += vector.empty() ? 0 : 1;
        for (const auto& [author, amount] : vector)
            df[author] += 1;
    }
    for (SparseVector& vector : people)
        for (auto& [author, amount] : vector)
            amount *= static_cast<float>(std::log(1 + known / df[author]));
    LinkCounter counter;
    for (const Neighbour& pair :
         nearestNeighbours(people, authors, data.thresholds.neighbours, job.threads(), data.thresholds.neighbourBackground))
        counter.add(pair.a, pair.b, pair.similarity);
    return counter.summed(LayerId::Authors);
}

} // namespace naru::analyzers::decompose
