#pragma once

#include "core/base/Error.h"
#include "core/model/Evidence.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::decompose {

/// The kinds of evidence, each a symmetric matrix over members. The order is that of the weights file.
enum class LayerId {
    Name,
    Calls,
    Struct,
    Data,
    Entity,
    Rel,
    Comp,
    Reach,
    View,
    ViewLink,
    Vocab,
    Strings,
    Folder,
    CoChange,
    Authors,
    UseCase
};
inline constexpr int kLayers = 16;
/// Name of a layer in the data file and in results: name, calls, struct ...
std::string_view nameOf(LayerId layer);

struct LayerInfo {
    LayerId id = LayerId::Name;
    double weight = 1;
    core::LocalText label;
    core::LocalText note;
};

/// Numbers of the recipe; each is explained where it is used.
struct Thresholds {
    double resolution = 1;
    std::vector<double> ladder;
    int seeds = 5;
    int seedsAbove = 20000; ///< members above which one seed has to do
    int iterations = 6;
    int neighbours = 8;
    double neighbourBackground = 0.5;
    double positionDiscount = 0.7;
    double genericFactor = 0.25;
    double folderFactor = 0.5;
    double commentFactor = 0.5;
    double maxDocumentShare = 0.3;
    double maxLiteralShare = 0.15;
    double writeFactor = 1.5;
    int reachDepth = 6;
    double reachDecay = 0.5;
    int reachTables = 24;
    int omnipresentUsers = 6;
    double omnipresentDiversity = 0.6;
    double nameMergeCosine = 0.45;
    int minimumMembers = 4;
    double aggregateShare = 0.5;
    int aggregateTables = 6;
    double prefixShare = 0.2;
    double fenceConfidence = 0.6;
    double placementName = 0.25; ///< names count so much when a single member is placed
};

struct EventWord {
    std::vector<std::string> verbs;
    core::LocalText name;
};

struct WordLists {
    std::set<std::string, std::less<>> generic;        ///< words that say what a thing is, not what it is about
    std::set<std::string, std::less<>> entitySuffixes; ///< dropped when a class is compared with a table
    std::set<std::string, std::less<>> keyWords;       ///< column names that say nothing of ownership
    std::set<std::string, std::less<>> koreanGeneric;
    std::vector<std::string> koreanParticles; ///< longest first
    std::vector<EventWord> events;
    std::map<std::string, core::LocalText> statementEvents; ///< insert, update, delete, other
    std::set<std::string, std::less<>> genericDomains;      ///< sub-domains that every system has
};

/// The data of resources/decompose.
struct SplitData {
    std::string edition;
    std::vector<LayerInfo> layers; ///< by LayerId
    Thresholds thresholds;
    WordLists words;
    [[nodiscard]] double weight(LayerId layer) const { return layers[static_cast<std::size_t>(layer)].weight; }
};

/// Reads weights.json, thresholds.json and words.json below `resources`/decompose.
/// Errors: those of readData, with file, line and key.
core::Result<SplitData> loadSplitData(const std::filesystem::path& resources);

} // namespace naru::analyzers::decompose
