// Reads resources/tariffs/*.json. An edition may extend another one: it then names only the blocks that differ.

#include "costing/Fields.h"
#include "costing/Tariff.h"

#include <algorithm>
#include <functional>

namespace naru::costing {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::JsonCursor;
using core::JsonDocument;

namespace {

TariffSource sourceAt(const JsonCursor& block, const Tariff& tariff)
{
    const JsonCursor at = block.at("source");
    static const std::vector<std::string_view> kMarks = {"S", "R"};
    TariffSource source;
    source.mark = std::string(kMarks[at.at("mark").choice(kMarks)]);
    source.clause = localTextAt(at);
    source.place = {.kind = "tariff", .file = "tariffs/" + tariff.edition + ".json", .line = block.line(), .source = tariff.edition};
    return source;
}

void readStages(const JsonCursor& block, Tariff& tariff)
{
    tariff.defaultScheme = nonEmptyAt(block.at("default"));
    tariff.schemes.clear();
    for (const JsonCursor& at : block.at("schemes").items()) {
        StageScheme scheme{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name"))};
        for (const JsonCursor& stage : at.at("stages").items())
            scheme.stages.push_back({.id = nonEmptyAt(stage.at("id")),
                                     .weight = decimalAt(stage.at("weight"), "0", "1"),
                                     .name = localTextAt(stage.at("name"))});
        tariff.schemes.push_back(std::move(scheme));
    }
    if (std::ranges::find(tariff.schemes, tariff.defaultScheme, &StageScheme::id) == tariff.schemes.end())
        block.at("default").expected("the id of one of the schemes");
    tariff.stageSource = sourceAt(block, tariff);
}

StandardWeights standardAt(const JsonCursor& at)
{
    const auto bands = [](const JsonCursor& place) {
        const auto items = place.items();
        if (items.size() != 2)
            place.expected("two upper bounds");
        return std::array{wholeAt(items[0], 0, 10000), wholeAt(items[1], 0, 10000)};
    };
    return {.files = bands(at.at("files")),
            .fields = bands(at.at("fields")),
            .weight = {decimalAt(at.at("low"), "0"), decimalAt(at.at("average"), "0"), decimalAt(at.at("high"), "0")}};
}

void readWeights(const JsonCursor& block, Tariff& tariff)
{
    for (std::size_t i = 0; i < tariff.simplified.size(); ++i) {
        const std::string_view type = nameOf(static_cast<core::FunctionType>(i));
        tariff.simplified.at(i) = decimalAt(block.at("simplified").at(type), "0");
        tariff.standard.at(i) = standardAt(block.at("standard").at(type));
    }
    const auto rows = block.at("grid").items();
    if (rows.size() != tariff.grid.size())
        block.at("grid").expected("three rows of three letters L, A, H");
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::string letters = rows[row].string();
        if (letters.size() != 3 || letters.find_first_not_of("LAH") != std::string::npos)
            rows[row].expected("three letters L, A, H");
        for (std::size_t column = 0; column < letters.size(); ++column)
            tariff.grid.at(row).at(column) = letters[column] == 'L'   ? core::Complexity::Low
                                             : letters[column] == 'A' ? core::Complexity::Average
                                                                      : core::Complexity::High;
    }
    tariff.weightSource = sourceAt(block, tariff);
}

void readSize(const JsonCursor& block, Tariff& tariff)
{
    SizeFormula& size = tariff.size;
    size.name = localTextAt(block.at("name"));
    size.scale = decimalAt(block.at("scale")).text();
    size.center = decimalAt(block.at("center")).text();
    size.base = decimalAt(block.at("base")).text();
    size.places = wholeAt(block.at("places"), 0, 20);
    size.belowFp = decimalAt(block.at("below").at("fp"), "1");
    size.belowValue = decimalAt(block.at("below").at("value"), "0");
    size.aboveFp = decimalAt(block.at("above").at("fp"), "1");
    size.aboveValue = decimalAt(block.at("above").at("value"), "0");
    size.source = sourceAt(block, tariff);
}

void readFactors(const JsonCursor& blocks, Tariff& tariff)
{
    tariff.factors.clear();
    for (const JsonCursor& at : blocks.items()) {
        TariffFactor factor{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name"))};
        for (const JsonCursor& level : at.at("levels").items())
            factor.levels.push_back({.value = decimalAt(level.at("value"), "0"), .wording = localTextAt(level)});
        factor.neutral = wholeAt(at.at("neutral"), 1, static_cast<int>(factor.levels.size()));
        factor.source = sourceAt(at, tariff);
        tariff.factors.push_back(std::move(factor));
    }
}

void readRounding(const JsonCursor& block, Tariff& tariff)
{
    static const std::vector<std::string_view> kModes = {"half-even", "half-up", "down", "up"};
    static const std::vector<std::string_view> kWhen = {"each-step", "at-end"};
    tariff.roundings.clear();
    for (const JsonCursor& at : block.at("policies").items())
        tariff.roundings.push_back({.id = nonEmptyAt(at.at("id")),
                                    .name = localTextAt(at.at("name")),
                                    .mode = static_cast<core::Rounding>(at.at("mode").choice(kModes)),
                                    .eachStep = at.at("when").choice(kWhen) == 0});
    tariff.defaultRounding = nonEmptyAt(block.at("default"));
    if (tariff.rounding({}) == nullptr)
        block.at("default").expected("the id of one of the policies");
    tariff.roundingSource = sourceAt(block, tariff);
}

void readProductivity(const JsonCursor& block, Tariff& tariff)
{
    tariff.productivity.clear();
    for (const JsonCursor& at : block.at("bands").items()) {
        ProductivityBand band{.below = std::nullopt, .perManMonth = decimalAt(at.at("fpPerManMonth"), "0.01")};
        if (at.has("below"))
            band.below = decimalAt(at.at("below"), "0");
        tariff.productivity.push_back(std::move(band));
    }
    if (tariff.productivity.empty() || tariff.productivity.back().below)
        block.at("bands").expected("bands of which the last has no 'below'");
    tariff.productivitySource = sourceAt(block, tariff);
}

void readMaintenance(const JsonCursor& block, Tariff& tariff)
{
    MaintenanceTable& table = tariff.maintenance;
    table = {.basePercent = decimalAt(block.at("basePercent"), "0", "100"), .spanPercent = decimalAt(block.at("spanPercent"), "0", "100")};
    for (const JsonCursor& at : block.at("factors").items()) {
        MaintenanceFactor factor{.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name"))};
        for (const JsonCursor& level : at.at("levels").items())
            factor.levels.push_back(
                {.id = nonEmptyAt(level.at("id")), .points = decimalAt(level.at("points"), "0", "100"), .wording = localTextAt(level)});
        table.factors.push_back(std::move(factor));
    }
    for (const JsonCursor& at : block.at("commercialPercentByGrade").items())
        table.commercialPercentByGrade.push_back(decimalAt(at, "0", "100"));
    table.source = sourceAt(block, tariff);
}

void readRedevelopment(const JsonCursor& block, Tariff& tariff)
{
    RedevelopmentTable& table = tariff.redevelopment;
    table = {.span = decimalAt(block.at("span"), "0"), .highestTestPercent = decimalAt(block.at("highestTestPercent"), "0", "100")};
    for (const JsonCursor& at : block.at("scores").items())
        table.scores.push_back(wholeAt(at, 0, 100));
    table.source = sourceAt(block, tariff);
}

/// Reads the blocks that this file has over what `tariff` holds already.
Tariff overlay(const JsonCursor& root, Tariff tariff)
{
    tariff.edition = nonEmptyAt(root.at("edition"));
    tariff.validFrom = nonEmptyAt(root.at("validFrom"));
    tariff.name = localTextAt(root.at("name"));
    using Reader = std::function<void(const JsonCursor&, Tariff&)>;
    static const std::vector<std::pair<std::string_view, Reader>> kBlocks = {
        {"unitPrice",
         [](const JsonCursor& block, Tariff& to) {
             to.unitPrice = decimalAt(block.at("value"), "1");
             to.unitPriceSource = sourceAt(block, to);
         }},
        {"stages", readStages},
        {"weights", readWeights},
        {"size", readSize},
        {"factors", readFactors},
        {"profit",
         [](const JsonCursor& block, Tariff& to) {
             to.highestProfitPercent = decimalAt(block.at("highestPercent"), "0", "100");
             to.profitSource = sourceAt(block, to);
         }},
        {"vat",
         [](const JsonCursor& block, Tariff& to) {
             to.vatPercent = decimalAt(block.at("percent"), "0", "100");
             to.vatSource = sourceAt(block, to);
         }},
        {"rounding", readRounding},
        {"productivity", readProductivity},
        {"maintenance", readMaintenance},
        {"redevelopment", readRedevelopment},
    };
    const bool complete = !root.has("extends");
    for (const auto& [key, read] : kBlocks)
        if (complete || root.has(key))
            read(root.at(key), tariff);
    if (root.has("devops"))
        tariff.devops = sourceAt(root.at("devops"), tariff);
    if (root.has("caveat")) {
        tariff.caveatKey = nonEmptyAt(root.at("caveat").at("key"));
        tariff.caveat = sourceAt(root.at("caveat"), tariff);
    }
    return tariff;
}

class CatalogReader {
public:
    explicit CatalogReader(std::map<std::string, JsonDocument> documents) : m_documents(std::move(documents)) {}

    core::Result<Tariff> read(const std::string& edition, int depth = 0)
    {
        const JsonDocument& document = m_documents.at(edition);
        Tariff base;
        if (JsonCursor(document).has("extends")) {
            const auto parent = core::readData(document, [](const JsonCursor& root) { return nonEmptyAt(root.at("extends")); });
            if (!parent)
                return std::unexpected(parent.error());
            constexpr int kDeepest = 16;
            if (!m_documents.contains(*parent) || depth > kDeepest)
                return core::failure(ErrorCode::Malformed, "costing.tariff.extends", {{"edition", *parent}}, document.origin(),
                                     document.line("/extends"));
            auto inherited = read(*parent, depth + 1);
            if (!inherited)
                return inherited;
            base = std::move(*inherited);
        }
        return core::readData(document, [&](const JsonCursor& root) { return overlay(root, base); });
    }

private:
    std::map<std::string, JsonDocument> m_documents;
};

} // namespace

core::Result<TariffCatalog> TariffCatalog::load(const fs::path& resources)
{
    std::map<std::string, JsonDocument> documents;
    std::error_code error;
    for (fs::directory_iterator it(resources / "tariffs", error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() != ".json")
            continue;
        auto document = JsonDocument::read(it->path());
        if (!document)
            return std::unexpected(document.error());
        const auto edition = core::readData(*document, [](const JsonCursor& root) {
            static const std::vector<std::string_view> kSchema = {"naru.tariff/1"};
            (void)root.at("schema").choice(kSchema);
            return nonEmptyAt(root.at("edition"));
        });
        if (!edition)
            return std::unexpected(edition.error());
        documents.emplace(*edition, std::move(*document));
    }
    if (documents.empty())
        return core::failure(ErrorCode::NotFound, "costing.tariff.none", {}, (resources / "tariffs").string());
    TariffCatalog catalog;
    std::vector<std::string> editions;
    for (const auto& [edition, document] : documents)
        editions.push_back(edition);
    CatalogReader reader(std::move(documents));
    for (const std::string& edition : editions) {
        auto tariff = reader.read(edition);
        if (!tariff)
            return std::unexpected(tariff.error());
        catalog.m_tariffs.push_back(std::move(*tariff));
    }
    std::ranges::stable_sort(catalog.m_tariffs, {}, &Tariff::validFrom);
    return catalog;
}

} // namespace naru::costing
