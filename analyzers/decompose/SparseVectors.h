#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// Sparse vector: (dimension, value), by dimension, no duplicates.
using SparseVector = std::vector<std::pair<std::uint32_t, float>>;

/// Sums entries of the same dimension and sorts.
void normalise(SparseVector& vector);
double dot(const SparseVector& a, const SparseVector& b);
double norm(const SparseVector& a);
/// Cosine; 0 when one of them is empty.
double cosine(const SparseVector& a, const SparseVector& b);

struct Neighbour {
    std::uint32_t a = 0; ///< a < b
    std::uint32_t b = 0;
    double similarity = 0;
};

/// The `count` nearest by cosine of every vector, as pairs (each once, by a, b): a pair is there when either is among
/// the other's nearest. Candidates come from an inverted index, rarest dimensions first, within a budget that keeps the
/// whole below n times a constant. `background`: this share of the similarity to the next one after the nearest is what any
/// two have in common (the frame of all pages, the boilerplate of all classes) and is taken off. Same result for every number of threads.
std::vector<Neighbour> nearestNeighbours(const std::vector<SparseVector>& vectors, std::uint32_t dimensions, int count, int threads,
                                         double background = 0);

} // namespace naru::analyzers::decompose
