#include "checklist/Proposals.h"

#include "checklist/ItemEvidence.h"

#include <fmt/format.h>

#include <cmath>

namespace naru::checklist {

namespace {

using Look = ItemFinding (*)(const ProposalInput&, const Thresholds&);

const std::map<std::string, Look>& looks()
{
    static const std::map<std::string, Look> kLooks{
        {"1", costEvidence},  {"2", incidentEvidence}, {"3", loadEvidence},       {"4", changeEvidence},     {"5", technologyEvidence},
        {"6", splitEvidence}, {"7", authorEvidence},   {"8", complexityEvidence}, {"9", automationEvidence}, {"10", releaseEvidence}};
    return kLooks;
}

double coverage(const Item& item, const std::set<std::string>& looked)
{
    std::size_t seen = 0;
    for (const EvidenceKind& kind : item.evidence)
        seen += looked.contains(kind.kind) ? 1 : 0;
    return item.evidence.empty() ? 0 : static_cast<double>(seen) / static_cast<double>(item.evidence.size());
}

} // namespace

Proposals propose(const Catalog& catalog, const ProposalInput& input, const Thresholds& thresholds)
{
    Proposals out;
    if (catalog.id != "self-diagnosis")
        return out;
    for (const Item& item : catalog.items) {
        const auto look = looks().find(item.id);
        if (look == looks().end())
            continue;
        ItemFinding found = look->second(input, thresholds);
        core::Proposal proposal;
        proposal.value = found.value;
        proposal.confidence = coverage(item, found.looked);
        proposal.evidence = std::move(found.evidence);
        proposal.reasonKey = std::move(found.reasonKey);
        proposal.reasonArgs = std::move(found.reasonArgs);
        out.emplace(item.id, std::move(proposal));
    }
    return out;
}

double shareOf(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string figure(double value)
{
    const double rounded = std::round(value * 10) / 10;
    return rounded == std::floor(rounded) ? fmt::format("{:.0f}", rounded) : fmt::format("{:.1f}", rounded);
}

std::string percent(double share)
{
    return figure(share * 100) + " %";
}

core::Evidence codeEvidence(const core::CodeModel& code, const core::Location& at, std::string text)
{
    return {"code", std::string(code.path(at)), static_cast<int>(at.line), std::move(text), ""};
}

} // namespace naru::checklist
