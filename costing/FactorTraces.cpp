#include "costing/FactorTraces.h"

#include "core/base/PathNames.h"
#include "costing/Conventions.h"
#include "costing/Fields.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace naru::costing {

using core::Evidence;
using core::JsonCursor;
using core::Result;

namespace {

constexpr std::size_t kShownOfTrace = 3; ///< of one trace

NamePatterns patternsOr(const JsonCursor& place, std::string_view key)
{
    return place.has(key) ? patternsAt(place.at(key)) : NamePatterns();
}

FactorTraces tracesAt(const JsonCursor& place, std::string factor, std::string reasonKey)
{
    FactorTraces out{.factor = std::move(factor),
                     .level = wholeAt(place.at("level"), 1, 9),
                     .least = wholeAt(place.at("least"), 1, 99),
                     .reasonKey = std::move(reasonKey)};
    for (const JsonCursor& at : place.at("measures").items())
        out.traces.push_back({.name = localTextAt(at.at("name")), .libraries = patternsOr(at, "names"), .files = patternsOr(at, "files")});
    return out;
}

/// Where one trace shows; at most a few places.
std::vector<Evidence> placesOf(const FactorTraces::Trace& trace, const core::CodeModel& model, const core::AuditReport& audit)
{
    std::vector<Evidence> out;
    for (const core::Component& component : audit.components)
        if (out.size() < kShownOfTrace && trace.libraries.matches(component.name))
            out.push_back({.kind = "config", .file = component.file, .line = component.line, .text = component.name});
    for (const core::SourceFile& file : model.files) {
        const std::string path(model.text(file.path));
        if (out.size() < kShownOfTrace && trace.files.matches(path))
            out.push_back({.kind = "code", .file = path, .line = 1, .text = std::string(core::fileName(path))});
    }
    return out;
}

} // namespace

Result<std::vector<FactorTraces>> FactorTraces::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "factor-evidence.json", [](const JsonCursor& root) {
        std::vector<FactorTraces> out;
        out.push_back(tracesAt(root.at("performance"), "performance", "costing.proposal.load-test"));
        out.push_back(tracesAt(root.at("environment"), "environment", "costing.proposal.databases"));
        return out;
    });
}

std::vector<FactorProposal> proposeFromTraces(const core::CodeModel& model, const core::AuditReport& audit,
                                              const std::vector<FactorTraces>& rules)
{
    std::vector<FactorProposal> out;
    for (const FactorTraces& rule : rules) {
        FactorProposal made{.factor = rule.factor, .level = rule.level, .reasonKey = rule.reasonKey};
        for (const FactorTraces::Trace& trace : rule.traces)
            if (const auto places = placesOf(trace, model, audit); !places.empty()) {
                made.found.push_back(trace.name);
                made.evidence.insert(made.evidence.end(), places.begin(), places.end());
            }
        if (static_cast<int>(made.found.size()) >= rule.least)
            out.push_back(std::move(made));
    }
    return out;
}

Result<std::vector<FactorProposal>> allProposals(const core::CodeModel& model, const core::AuditReport& audit,
                                                 const std::filesystem::path& resources)
{
    const auto rules = FactorEvidence::load(resources);
    const auto traces = FactorTraces::load(resources);
    if (!rules || !traces)
        return std::unexpected(rules ? traces.error() : rules.error());
    std::vector<FactorProposal> out = proposeFactors(model, audit, *rules);
    std::vector<FactorProposal> more = proposeFromTraces(model, audit, *traces);
    out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    static constexpr std::array<std::string_view, 4> kOrder = {"linkage", "performance", "environment", "security"};
    std::ranges::stable_sort(out, {}, [](const FactorProposal& one) { return std::ranges::find(kOrder, one.factor); });
    return out;
}

} // namespace naru::costing
