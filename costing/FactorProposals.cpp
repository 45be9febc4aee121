#include "costing/FactorProposals.h"

#include "core/base/Ascii.h"
#include "core/base/PathNames.h"
#include "costing/Conventions.h"
#include "costing/Fields.h"

#include <algorithm>
#include <map>
#include <re2/re2.h>
#include <set>

namespace naru::costing {

using core::Evidence;
using core::JsonCursor;
using core::Result;

namespace {

constexpr std::size_t kShownOfKey = 3; ///< of one agency or measure

void noteEvidence(std::map<std::string, std::vector<Evidence>>& all, const std::string& key, Evidence evidence)
{
    auto& list = all[key];
    if (list.size() < kShownOfKey)
        list.push_back(std::move(evidence));
}

const RE2& hostPattern()
{
    static const RE2 kHost("(?i)(?:https?|ftps?|wss?|tcp|ldaps?|smtps?)://([a-z0-9][a-z0-9.-]*[a-z0-9])");
    return kHost;
}

/// The other side of a call that leaves the system: an agency, or the name of a service outside. Empty: not known, or within.
std::string calledBy(const core::CodeModel& model, const core::RemoteCall& call, const FactorEvidence& rules)
{
    if (call.toEntry.valid() || call.kind == core::RemoteKind::Messaging || (call.at.file.valid() && model[call.at.file].test))
        return {};
    std::string side(model.text(call.service));
    if (side.empty())
        RE2::PartialMatch(std::string(model.text(call.url)), hostPattern(), &side);
    side = core::smallLetters(side.substr(0, side.find(':')));
    static const RE2 kName("[a-z0-9][a-z0-9._-]*[a-z0-9]"); // no placeholder of a name that only run time tells
    if (!RE2::FullMatch(side, kName) || rules.ignoredHosts.matches(side))
        return {};
    return side.find('.') == std::string::npos ? side : agencyOf(side);
}

/// Agencies by name, with the places that name them.
std::map<std::string, std::vector<Evidence>> agenciesIn(const core::CodeModel& model, const core::AuditReport& audit,
                                                        const FactorEvidence& rules)
{
    // The name of a vocabulary is no address that anything is asked of.
    static const RE2 kVocabulary(R"((?i)xmlns(:\w+)?\s*=|schemaLocation|<!DOCTYPE|targetNamespace|\buri\s*=\s*["']https?://)");
    // Where others call this system back is its own address.
    static const RE2 kOwnAddress(R"((?i)^\s*["']?[\w.-]*(call-?back|redirect[-_]?ur[il]|return[-_]?url)[\w.-]*["']?\s*[:=])");
    std::map<std::string, std::vector<Evidence>> agencies;
    for (const core::RemoteCall& call : model.remoteCalls)
        if (const std::string side = calledBy(model, call, rules); !side.empty())
            noteEvidence(agencies, side,
                         {.kind = "code",
                          .file = std::string(model.path(call.at)),
                          .line = static_cast<int>(call.at.line),
                          .text = std::string(model.text(call.url.valid() ? call.url : call.service))});
    for (const core::Finding& finding : audit.findings) {
        if (finding.suppressed || RE2::PartialMatch(finding.quote, kVocabulary) || RE2::PartialMatch(finding.quote, kOwnAddress))
            continue;
        re2::StringPiece rest(finding.quote.data(), finding.quote.size());
        std::string host;
        while (RE2::FindAndConsume(&rest, hostPattern(), &host))
            if (!rules.ignoredHosts.matches(host) && host.find('.') != std::string::npos)
                noteEvidence(agencies, agencyOf(host), {.kind = "code", .file = finding.file, .line = finding.line, .text = finding.quote});
    }
    for (const core::Table& table : model.tables)
        if (table.remote)
            noteEvidence(agencies, std::string(model.text(table.name)),
                         {.kind = "code",
                          .file = std::string(model.path(table.at)),
                          .line = static_cast<int>(table.at.line),
                          .text = std::string(model.text(table.name))});
    return agencies;
}

/// Measures by id, with the names that show them.
std::map<std::string, std::vector<Evidence>> measuresIn(const core::CodeModel& model, const core::AuditReport& audit,
                                                        const FactorEvidence& rules)
{
    std::map<std::string, std::vector<Evidence>> found;
    const auto look = [&](std::string_view name, const auto& evidence) {
        for (const FactorEvidence::Measure& measure : rules.measures)
            if (measure.names.matches(name))
                noteEvidence(found, measure.id, evidence());
    };
    for (const core::Component& component : audit.components)
        look(component.name,
             [&] { return Evidence{.kind = "config", .file = component.file, .line = component.line, .text = component.name}; });
    for (const core::Type& type : model.types) {
        if (core::has(type.flags, core::TypeFlag::Test) || (type.at.file.valid() && model[type.at.file].test))
            continue;
        const auto place = [&](std::string_view name) {
            return [&model, &type, name] {
                return Evidence{.kind = "code",
                                .file = std::string(model.path(type.at)),
                                .line = static_cast<int>(type.at.line),
                                .text = std::string(name)};
            };
        };
        look(model.text(type.simple), place(model.text(type.simple)));
        for (const auto* names : {&type.annotations, &type.externalSupers})
            for (const core::StringId id : *names) {
                const std::string_view name = model.text(id);
                look(core::simpleName(name), place(name));
            }
    }
    return found;
}

} // namespace

Result<FactorEvidence> FactorEvidence::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "factor-evidence.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.factor-evidence/1"};
        (void)root.at("schema").choice(kSchema);
        FactorEvidence out{.edition = nonEmptyAt(root.at("edition")), .source = localTextAt(root.at("source"))};
        const JsonCursor linkage = root.at("linkage");
        for (const JsonCursor& at : linkage.at("bands").items())
            out.linkageBands.push_back(wholeAt(at, 0, 1000));
        out.ignoredHosts = patternsAt(linkage.at("ignoredHosts"));
        for (const JsonCursor& at : root.at("security").at("measures").items())
            out.measures.push_back(
                {.id = nonEmptyAt(at.at("id")), .name = localTextAt(at.at("name")), .names = patternsAt(at.at("names"))});
        return out;
    });
}

std::string agencyOf(std::string_view host)
{
    const std::string name = core::smallLetters(host);
    if (name.find_first_not_of("0123456789.") == std::string::npos)
        return name; // an address
    static const std::set<std::string_view> kSecondLevel = {"go", "or", "co", "ac", "re", "ne", "pe", "com", "org", "gov", "net", "edu"};
    std::vector<std::size_t> dots;
    for (std::size_t i = 0; i < name.size(); ++i)
        if (name[i] == '.')
            dots.push_back(i);
    if (dots.size() < 2)
        return name;
    const std::string_view second = std::string_view(name).substr(dots[dots.size() - 2] + 1, dots.back() - dots[dots.size() - 2] - 1);
    const bool country = name.size() - dots.back() - 1 == 2;
    const std::size_t labels = country && kSecondLevel.contains(second) ? 3 : 2;
    return dots.size() < labels ? name : name.substr(dots[dots.size() - labels] + 1);
}

std::vector<FactorProposal> proposeFactors(const core::CodeModel& model, const core::AuditReport& audit, const FactorEvidence& rules)
{
    std::vector<FactorProposal> out;
    FactorProposal linkage{.factor = "linkage", .level = 1};
    for (auto& [agency, places] : agenciesIn(model, audit, rules)) {
        linkage.found.push_back({.ko = agency, .en = agency});
        linkage.evidence.insert(linkage.evidence.end(), places.begin(), places.end());
    }
    for (const int highest : rules.linkageBands)
        if (static_cast<int>(linkage.found.size()) > highest)
            ++linkage.level;
    linkage.reasonKey = linkage.found.empty() ? "costing.proposal.no-agency" : "costing.proposal.agencies";
    out.push_back(std::move(linkage));

    FactorProposal security{.factor = "security", .reasonKey = "costing.proposal.measures"};
    const auto measures = measuresIn(model, audit, rules);
    for (const FactorEvidence::Measure& measure : rules.measures)
        if (const auto found = measures.find(measure.id); found != measures.end()) {
            security.found.push_back(measure.name);
            security.evidence.insert(security.evidence.end(), found->second.begin(), found->second.end());
        }
    security.level = std::min<int>(static_cast<int>(security.found.size()), 5);
    if (security.level > 0)
        out.push_back(std::move(security));
    return out;
}

} // namespace naru::costing
