#include "checklist/Ladder.h"

#include "core/base/JsonDocument.h"
#include "core/base/JsonFolder.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <set>

namespace naru::checklist {

using core::JsonCursor;
using core::localText;
namespace fs = std::filesystem;

namespace {

CriterionTest criterionTest(const JsonCursor& at);

std::vector<CriterionTest> parts(const JsonCursor& at)
{
    std::vector<CriterionTest> out;
    for (const auto& part : at.items())
        out.push_back(criterionTest(part));
    if (out.empty())
        at.expected("at least one part");
    return out;
}

CriterionTest criterionTest(const JsonCursor& at)
{
    using Kind = CriterionTest::Kind;
    at.onlyKeys({"factor", "noFinding", "component", "answer", "split", "all", "first"});
    if (at.members().size() != 1)
        at.expected("an object with exactly one of factor | noFinding | component | answer | split | all | first");
    CriterionTest out;
    if (at.has("factor")) {
        out.kind = Kind::Factor;
        out.factor = at.at("factor").integer();
    } else if (at.has("noFinding")) {
        out.kind = Kind::NoFinding;
        out.names = at.at("noFinding").strings();
    } else if (at.has("component")) {
        out.kind = Kind::Component;
        out.names = at.at("component").strings();
    } else if (at.has("split")) {
        out.kind = Kind::Split;
        constexpr std::array<std::string_view, 2> kProperties{"noSharedTables", "noDistributedTransactions"};
        out.names = {std::string(kProperties.at(at.at("split").choice({kProperties.begin(), kProperties.end()})))};
    } else if (at.has("answer")) {
        const JsonCursor answer = at.at("answer");
        answer.onlyKeys({"catalog", "item", "wanted"});
        out.kind = Kind::Answer;
        out.catalog = answer.at("catalog").string();
        out.item = answer.at("item").string();
        out.wanted = answer.has("wanted") && answer.at("wanted").choice({"yes", "no"}) == 1 ? core::Answer::No : core::Answer::Yes;
    } else {
        out.kind = at.has("all") ? Kind::All : Kind::First;
        out.parts = parts(at.at(at.has("all") ? "all" : "first"));
    }
    return out;
}

Ladder ladder(const JsonCursor& root)
{
    root.onlyKeys({"schema", "id", "edition", "source", "name", "belowName", "levels", "criteria"});
    (void)root.at("schema").choice({"naru.ladder/1"});
    Ladder out;
    out.id = root.at("id").string();
    out.edition = root.at("edition").string();
    out.source = root.at("source").string();
    out.name = localText(root.at("name"));
    out.belowName = localText(root.at("belowName"));
    std::set<int> known;
    for (const auto& level : root.at("levels").items()) {
        out.levels.push_back({level.at("level").integer(), localText(level.at("name"))});
        known.insert(out.levels.back().level);
    }
    if (out.levels.empty() || !std::ranges::is_sorted(out.levels, std::less<>(), &LadderLevel::level))
        root.at("levels").expected("levels in rising order");
    for (const auto& at : root.at("criteria").items()) {
        at.onlyKeys({"id", "level", "view", "text", "test"});
        Criterion one{at.at("id").string(), at.at("level").integer(), at.at("view").string(), localText(at.at("text")),
                      criterionTest(at.at("test"))};
        if (!known.contains(one.level))
            at.at("level").expected("one of /levels");
        (void)at.at("view").choice({"application", "infrastructure"});
        out.criteria.push_back(std::move(one));
    }
    std::ranges::stable_sort(out.criteria, {}, &Criterion::level);
    return out;
}

} // namespace

core::Result<std::vector<Ladder>> loadLadders(const fs::path& folder)
{
    const auto files = core::jsonFiles(folder);
    if (!files)
        return std::unexpected(files.error());
    std::vector<Ladder> out;
    for (const fs::path& file : *files) {
        auto one = core::readData(file, ladder);
        if (!one)
            return std::unexpected(one.error());
        out.push_back(std::move(*one));
    }
    return out;
}

} // namespace naru::checklist
