#include "analyzers/decompose/SparseVectors.h"

#include "analyzers/decompose/Parallel.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace naru::analyzers::decompose {

namespace {

/// Dimensions that occur in more vectors than this are no candidates' source: they say little and cost most.
constexpr std::size_t kLongestPosting = 2000;
constexpr std::size_t kCandidateBudget = 200'000'000; ///< postings walked in all
constexpr std::size_t kMinimumPerVector = 2000;

struct InvertedIndex {
    std::vector<std::uint32_t> start; ///< by dimension
    std::vector<std::uint32_t> items;

    InvertedIndex(const std::vector<SparseVector>& vectors, std::uint32_t dimensions) : start(dimensions + 1, 0)
    {
        for (const SparseVector& vector : vectors)
            for (const auto& [d, value] : vector)
                ++start[d + 1];
        for (std::uint32_t d = 0; d < dimensions; ++d)
            start[d + 1] += start[d];
        items.resize(start.back());
        std::vector<std::uint32_t> next(start.begin(), start.end() - 1);
        for (std::uint32_t i = 0; i < vectors.size(); ++i)
            for (const auto& [d, value] : vectors[i])
                items[next[d]++] = i;
    }
    [[nodiscard]] std::uint32_t length(std::uint32_t d) const { return start[d + 1] - start[d]; }
};

} // namespace

void normalise(SparseVector& vector)
{
    std::ranges::sort(vector);
    std::size_t out = 0;
    for (std::size_t i = 0; i < vector.size(); ++i) {
        if (out > 0 && vector[out - 1].first == vector[i].first)
            vector[out - 1].second += vector[i].second;
        else
            vector[out++] = vector[i];
    }
    vector.resize(out);
}

double dot(const SparseVector& a, const SparseVector& b)
{
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i].first < b[j].first)
            ++i;
        else if (b[j].first < a[i].first)
            ++j;
        else
            sum += static_cast<double>(a[i++].second) * static_cast<double>(b[j++].second);
    }
    return sum;
}

double norm(const SparseVector& a)
{
    double sum = 0;
    for (const auto& [d, value] : a)
        sum += static_cast<double>(value) * static_cast<double>(value);
    return std::sqrt(sum);
}

double cosine(const SparseVector& a, const SparseVector& b)
{
    const double scale = norm(a) * norm(b);
    return scale > 0 ? dot(a, b) / scale : 0;
}

std::vector<Neighbour> nearestNeighbours(const std::vector<SparseVector>& vectors, std::uint32_t dimensions, int count, int threads,
                                         double background)
{
    const std::size_t n = vectors.size();
    if (n == 0)
        return {};
    const InvertedIndex index(vectors, dimensions);
    std::vector<double> norms(n);
    for (std::size_t i = 0; i < n; ++i)
        norms[i] = norm(vectors[i]);
    const std::size_t budget = std::max(kMinimumPerVector, kCandidateBudget / n);
    std::vector<std::vector<std::pair<double, std::uint32_t>>> nearest(n);
    parallelFor(n, threads, [&](std::size_t i) {
        std::vector<std::uint32_t> dims;
        for (const auto& [d, value] : vectors[i])
            if (index.length(d) > 1)
                dims.push_back(d);
        std::ranges::sort(dims, [&](auto a, auto b) { return std::pair(index.length(a), a) < std::pair(index.length(b), b); });
        std::vector<std::uint32_t> candidates;
        for (const std::uint32_t d : dims) {
            const std::size_t length = index.length(d);
            if (length > kLongestPosting || (!candidates.empty() && candidates.size() + length > budget))
                break;
            candidates.insert(candidates.end(), index.items.begin() + index.start[d], index.items.begin() + index.start[d + 1]);
        }
        std::ranges::sort(candidates);
        candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
        auto& best = nearest[i];
        for (const std::uint32_t j : candidates)
            if (j != i && norms[j] > 0)
                if (const double similarity = dot(vectors[i], vectors[j]) / (norms[i] * norms[j]); similarity > 1e-6)
                    best.emplace_back(-similarity, j);
        const std::size_t keep = std::min(best.size(), static_cast<std::size_t>(count) + 1);
        std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(keep), best.end());
        best.resize(keep);
        if (keep > static_cast<std::size_t>(count)) { // what the next one has as well is background
            const double floor = background * best.back().first;
            best.pop_back();
            for (auto& [similarity, j] : best)
                similarity -= floor;
        }
        best.shrink_to_fit();
    });
    std::vector<Neighbour> out;
    for (std::uint32_t i = 0; i < n; ++i)
        for (const auto& [similarity, j] : nearest[i])
            if (similarity < -1e-9)
                out.push_back({std::min(i, j), std::max(i, j), -similarity});
    // of the two ends the one that sees more in the pair counts
    std::ranges::sort(out, [](const Neighbour& x, const Neighbour& y) {
        return std::tuple(x.a, x.b, -x.similarity) < std::tuple(y.a, y.b, -y.similarity);
    });
    out.erase(std::ranges::unique(out, [](const Neighbour& x, const Neighbour& y) { return x.a == y.a && x.b == y.b; }).begin(), out.end());
    return out;
}

} // namespace naru::analyzers::decompose
