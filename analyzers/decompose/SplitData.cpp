#include "analyzers/decompose/SplitData.h"

#include "core/base/JsonDocument.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::decompose {

using core::JsonCursor;

namespace {

constexpr std::array<std::string_view, kLayers> kNames{"name", "calls", "struct", "data", "entity", "rel",      "comp",    "reach",
                                                       "view", "vlink", "vocab",  "strs", "dir",    "cochange", "authors", "usecase"};

std::vector<LayerInfo> layersOf(const JsonCursor& root)
{
    root.onlyKeys({"schema", "edition", "source", "layers"});
    std::vector<LayerInfo> out(kLayers);
    std::set<std::size_t> seen;
    for (const JsonCursor& item : root.at("layers").items()) {
        item.onlyKeys({"id", "weight", "ko", "en", "noteKo", "noteEn"});
        const std::size_t index = item.at("id").choice({kNames.begin(), kNames.end()});
        LayerInfo& info = out[index];
        seen.insert(index);
        info.id = static_cast<LayerId>(index);
        info.weight = item.at("weight").number();
        if (!(info.weight >= 0 && info.weight <= 1000))
            item.at("weight").expected("a number from 0 to 1000");
        info.label = {item.at("ko").string(), item.at("en").string()};
        info.note = {item.at("noteKo").string(), item.at("noteEn").string()};
    }
    if (seen.size() != kLayers)
        root.at("layers").expected("every layer once");
    return out;
}

double within(const JsonCursor& root, std::string_view key, double low, double high)
{
    const JsonCursor at = root.at(key);
    const double value = at.number();
    if (!(value >= low && value <= high))
        at.expected("a number in its range");
    return value;
}

Thresholds thresholdsOf(const JsonCursor& root)
{
    Thresholds t;
    t.resolution = within(root, "resolution", 0.01, 100);
    for (const JsonCursor& step : root.at("ladder").items())
        t.ladder.push_back(step.number());
    if (t.ladder.size() < 2 || !std::is_sorted(t.ladder.begin(), t.ladder.end()) || t.ladder.front() <= 0)
        root.at("ladder").expected("at least two rising positive numbers");
    t.seeds = static_cast<int>(within(root, "seeds", 1, 100));
    t.seedsAbove = static_cast<int>(within(root, "seedsAbove", 1, 1e9));
    t.iterations = static_cast<int>(within(root, "iterations", 2, 10)); // igraph: -1 does not iterate to the end
    t.neighbours = static_cast<int>(within(root, "neighbours", 1, 64));
    t.neighbourBackground = within(root, "neighbourBackground", 0, 1);
    t.positionDiscount = within(root, "positionDiscount", 0.01, 1);
    t.genericFactor = within(root, "genericFactor", 0, 1);
    t.folderFactor = within(root, "folderFactor", 0, 1);
    t.commentFactor = within(root, "commentFactor", 0, 1);
    t.maxDocumentShare = within(root, "maxDocumentShare", 0.01, 1);
    t.maxLiteralShare = within(root, "maxLiteralShare", 0.01, 1);
    t.writeFactor = within(root, "writeFactor", 1, 10);
    t.reachDepth = static_cast<int>(within(root, "reachDepth", 0, 20));
    t.reachDecay = within(root, "reachDecay", 0.01, 1);
    t.reachTables = static_cast<int>(within(root, "reachTables", 1, 1000));
    t.omnipresentUsers = static_cast<int>(within(root, "omnipresentUsers", 2, 1000));
    t.omnipresentDiversity = within(root, "omnipresentDiversity", 0, 1);
    t.nameMergeCosine = within(root, "nameMergeCosine", 0, 1);
    t.minimumMembers = static_cast<int>(within(root, "minimumMembers", 1, 100));
    t.aggregateShare = within(root, "aggregateShare", 0, 1);
    t.aggregateTables = static_cast<int>(within(root, "aggregateTables", 1, 1000));
    t.prefixShare = within(root, "prefixShare", 0.01, 1);
    t.placementName = within(root, "placementName", 0, 1);
    t.fenceConfidence = within(root, "fenceConfidence", 0.5, 1);
    return t;
}

std::set<std::string, std::less<>> wordSet(const JsonCursor& root, std::string_view key)
{
    const auto words = root.at(key).strings();
    return {words.begin(), words.end()};
}

core::LocalText localText(const JsonCursor& at)
{
    return {at.at("ko").string(), at.at("en").string()};
}

WordLists wordsOf(const JsonCursor& root)
{
    WordLists out;
    out.generic = wordSet(root, "generic");
    out.entitySuffixes = wordSet(root, "entitySuffixes");
    out.keyWords = wordSet(root, "keyWords");
    out.koreanGeneric = wordSet(root, "koreanGeneric");
    out.koreanParticles = root.at("koreanParticles").strings();
    std::ranges::stable_sort(out.koreanParticles, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    for (const JsonCursor& item : root.at("events").items())
        out.events.push_back({item.at("verbs").strings(), localText(item)});
    for (const std::string_view kind : {"insert", "update", "delete", "other"})
        out.statementEvents.emplace(kind, localText(root.at("statementEvents").at(kind)));
    out.genericDomains = wordSet(root, "genericDomains");
    return out;
}

} // namespace

std::string_view nameOf(LayerId layer)
{
    return kNames.at(static_cast<std::size_t>(layer));
}

core::Result<SplitData> loadSplitData(const std::filesystem::path& resources)
{
    const std::filesystem::path folder = resources / "decompose";
    SplitData out;
    auto layers = core::readData(folder / "weights.json", [&](const JsonCursor& root) {
        out.edition = root.at("edition").string();
        return layersOf(root);
    });
    if (!layers)
        return std::unexpected(layers.error());
    auto thresholds = core::readData(folder / "thresholds.json", thresholdsOf);
    if (!thresholds)
        return std::unexpected(thresholds.error());
    auto words = core::readData(folder / "words.json", wordsOf);
    if (!words)
        return std::unexpected(words.error());
    out.layers = std::move(*layers);
    out.thresholds = std::move(*thresholds);
    out.words = std::move(*words);
    return out;
}

} // namespace naru::analyzers::decompose
