#include "checklist/Thresholds.h"

#include "core/base/JsonDocument.h"

namespace naru::checklist {

using core::JsonCursor;

namespace {

constexpr const char* kTechnologies = "technology.json";

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
    out.cycleShare = share(at.at("cycleShare"));
    out.godComplexity = at.at("god").at("complexity").integer();
    out.godForeignData = at.at("god").at("foreignData").integer();
    out.godCohesion = share(at.at("god").at("cohesion"));
    out.godShare = share(at.at("god").at("share"));
    out.fanOut = at.at("coupling").at("fanOut").integer();
    out.coupledShare = share(at.at("coupling").at("share"));
    out.duplicateTokens = at.at("duplication").at("tokens").integer();
    out.duplicateShare = share(at.at("duplication").at("share"));
    out.signsYes = at.at("signsYes").integer();
    out.signsNo = at.at("signsNo").integer();
    if (out.signsNo < 0 || out.signsNo >= out.signsYes)
        at.at("signsNo").expected("0 or more, and fewer than signsYes");
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
    out.buildFiles = root.at("automation").at("build").strings();
    out.deployFiles = root.at("automation").at("deploy").strings();
    out.containerFiles = root.at("automation").at("container").strings();
    return out;
}

} // namespace

core::Result<Thresholds> loadThresholds(const std::filesystem::path& file)
{
    auto out = core::readData(file, thresholds);
    if (!out)
        return out;
    auto technologies = loadTechnologies(file.parent_path() / kTechnologies);
    if (!technologies)
        return std::unexpected(technologies.error());
    out->technologies = std::move(*technologies);
    return out;
}

} // namespace naru::checklist
