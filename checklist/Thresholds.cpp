#include "checklist/Thresholds.h"

#include "core/base/JsonDocument.h"

namespace naru::checklist {

using core::JsonCursor;

namespace {

double share(const JsonCursor& at)
{
    const double value = at.number();
    if (value < 0 || value > 1)
        at.expected("a share from 0 to 1");
    return value;
}

void readSplit(const JsonCursor& at, Thresholds& out)
{
    out.ownShareYes = share(at.at("ownShareYes"));
    out.sharedYes = share(at.at("sharedYes"));
    out.distributedYes = share(at.at("distributedYes"));
    out.ownShareNo = share(at.at("ownShareNo"));
    out.sharedNo = share(at.at("sharedNo"));
    out.distributedNo = share(at.at("distributedNo"));
}

void readComplexity(const JsonCursor& at, Thresholds& out)
{
    out.cyclomatic = at.at("cyclomatic").integer();
    out.cognitive = at.at("cognitive").integer();
    out.complexShare = share(at.at("complexShare"));
    out.classLines = at.at("classLines").integer();
    out.bigShare = share(at.at("bigShare"));
    out.cycle = at.at("cycle").integer();
}

Thresholds thresholds(const JsonCursor& root)
{
    root.onlyKeys(
        {"schema", "edition", "source", "cost", "load", "changes", "split", "complexity", "releases", "technology", "automation"});
    (void)root.at("schema").choice({"naru.thresholds/1"});
    Thresholds out;
    out.edition = root.at("edition").string();
    out.source = root.at("source").string();
    out.costShare = share(root.at("cost").at("share"));
    out.peakTimes = root.at("load").at("peakTimes").number();
    out.slowMs = root.at("load").at("slowMs").number();
    out.changesPerMonth = root.at("changes").at("perMonth").number();
    out.frequentReleaseDays = root.at("changes").at("releaseDays").number();
    out.commitsPerMonth = root.at("changes").at("commitsPerMonth").number();
    readSplit(root.at("split"), out);
    readComplexity(root.at("complexity"), out);
    out.longReleaseDays = root.at("releases").at("longDays").number();
    out.shortReleaseDays = root.at("releases").at("shortDays").number();
    out.outdatedAtLeast = root.at("technology").at("outdatedAtLeast").integer();
    for (const auto& one : root.at("technology").at("outdated").items()) {
        one.onlyKeys({"name", "below"});
        out.outdated.push_back({one.at("name").string(), one.has("below") ? std::optional(one.at("below").integer()) : std::nullopt});
    }
    out.buildFiles = root.at("automation").at("build").strings();
    out.deployFiles = root.at("automation").at("deploy").strings();
    out.containerFiles = root.at("automation").at("container").strings();
    return out;
}

} // namespace

core::Result<Thresholds> loadThresholds(const std::filesystem::path& file)
{
    return core::readData(file, thresholds);
}

} // namespace naru::checklist
