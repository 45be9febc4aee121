#include "checklist/ItemEvidence.h"
#include "checklist/Technology.h"
#include "core/base/Ascii.h"

#include <algorithm>
#include <set>

namespace naru::checklist {

using core::Answer;

namespace {

constexpr std::size_t kNamed = 5;

std::string nameOf(const FoundTechnology& found)
{
    return found.product->name + (found.version.empty() ? "" : " " + found.version);
}

/// A day that nobody published is marked, as the sentence of the item says.
std::string dayOf(const FoundTechnology& found)
{
    return (found.published ? "" : "≈") + found.ended;
}

void appendName(std::string& list, const std::string& one)
{
    list += (list.empty() ? "" : ", ") + one;
}

/// The system has it already: a component, platform or known technology of that name.
bool there(const std::string& wanted, const core::AuditReport& audit, const std::vector<FoundTechnology>& found)
{
    const std::string name = core::smallLetters(wanted);
    const auto holds = [&](const std::vector<core::Component>& list) {
        return std::ranges::any_of(list, [&](const core::Component& one) { return core::smallLetters(one.group + ":" + one.name).find(name) != std::string::npos; });
    };
    return holds(audit.components) || holds(audit.platforms) ||
           std::ranges::any_of(found, [&](const FoundTechnology& one) { return one.ended.empty() && core::smallLetters(one.product->name) == name; });
}

/// What the agency's own list of wanted technology says. Gives the names of what is not there yet.
std::string lookAtWants(const ProposalInput& input, const std::vector<FoundTechnology>& found, ItemFinding& out)
{
    std::string missing;
    std::size_t named = 0;
    for (const WantRecord& want : input.records->wants) {
        if (input.audit != nullptr && there(want.technology, *input.audit, found))
            continue;
        if (named++ < kNamed)
            appendName(missing, want.technology);
        if (out.evidence.size() < kMostEvidence)
            out.evidence.push_back(want.at);
    }
    return missing;
}

} // namespace

ItemFinding technologyEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    std::vector<FoundTechnology> found;
    std::string ended;
    std::string targets;
    std::set<const Technology*> outdated;
    if (input.audit != nullptr) {
        out.looked.insert("code.technology");
        found = findTechnologies(thresholds.technologies, *input.audit);
        for (const FoundTechnology& one : found) {
            if (out.evidence.size() < kMostEvidence)
                out.evidence.push_back({one.ended.empty() ? "technology" : "unsupported", one.component->file, one.component->line,
                                        nameOf(one) + (one.ended.empty() ? std::string() : std::string(one.published ? ": ~" : ": ") + dayOf(one) + " → " + one.product->target), ""});
            if (!one.ended.empty() && outdated.insert(one.product).second && outdated.size() <= kNamed) {
                appendName(ended, nameOf(one) + " (" + dayOf(one) + ")");
                appendName(targets, one.product->target);
            }
        }
    }
    std::string missing;
    const bool wants = input.records != nullptr && !input.records->wants.empty();
    if (wants) {
        out.looked.insert("records.wants");
        missing = lookAtWants(input, found, out);
    }
    if (out.looked.empty())
        return out;
    const bool old = static_cast<int>(outdated.size()) >= thresholds.outdatedAtLeast;
    out.value = old || !missing.empty() ? Answer::Yes : wants && outdated.empty() ? Answer::No : Answer::Unknown;
    out.reasonKey = !missing.empty()  ? "checklist.reason.technology-wanted"
                    : ended.empty()   ? "checklist.reason.technology-none"
                                      : "checklist.reason.technology";
    out.reasonArgs = {{"count", std::to_string(outdated.size())},
                      {"known", std::to_string(found.size())},
                      {"names", ended.empty() ? "-" : ended},
                      {"targets", targets},
                      {"asOf", thresholds.technologies.asOf},
                      {"wanted", missing},
                      {"components", std::to_string(input.audit != nullptr ? input.audit->components.size() : 0)}};
    return out;
}

} // namespace naru::checklist
