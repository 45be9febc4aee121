#include "checklist/ItemEvidence.h"
#include "checklist/UseCycles.h"

#include <algorithm>
#include <charconv>

namespace naru::checklist {

using core::Answer;

namespace {

constexpr std::size_t kMostEvidence = 12;

int majorOf(const std::string& version)
{
    int major = -1;
    std::from_chars(version.data(), version.data() + version.size(), major);
    return major;
}

bool outdated(const core::Component& component, const OutdatedTechnology& technology)
{
    if ((component.group + ":" + component.name).find(technology.name) == std::string::npos)
        return false;
    const int major = majorOf(component.version);
    return !technology.below || (major >= 0 && major < *technology.below);
}

bool testCode(const core::CodeModel& code, const core::Location& at)
{
    return !at.file.valid() || code[at.file].test;
}

} // namespace

ItemFinding technologyEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.audit == nullptr || input.code == nullptr)
        return out;
    out.looked = {"code.technology"};
    std::vector<std::string> names;
    for (const core::Component& component : input.audit->components)
        for (const OutdatedTechnology& technology : thresholds.outdated)
            if (outdated(component, technology)) {
                const std::string name = component.name + (component.version.empty() ? "" : " " + component.version);
                if (std::ranges::find(names, name) == names.end()) {
                    names.push_back(name);
                    out.evidence.push_back({"code", component.file, component.line, component.group + ":" + name, ""});
                }
                break;
            }
    std::string all;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i)
        all += (all.empty() ? "" : ", ") + names[i];
    out.value = static_cast<int>(names.size()) >= thresholds.outdatedAtLeast ? Answer::Yes : Answer::Unknown;
    out.reasonKey = names.empty() ? "checklist.reason.technology-none" : "checklist.reason.technology";
    out.reasonArgs = {
        {"count", std::to_string(names.size())}, {"names", all}, {"components", std::to_string(input.audit->components.size())}};
    return out;
}

namespace {

struct SplitFigures {
    std::size_t contexts = 0;
    std::size_t owning = 0;
    std::size_t tables = 0;
    std::size_t writing = 0;
};

SplitFigures figuresOf(const core::Alternative& best, const core::CodeModel* code)
{
    SplitFigures out;
    for (const core::Context& context : best.contexts) {
        ++out.contexts;
        out.owning += context.owns.empty() ? 0 : 1;
        out.tables += context.owns.size();
        out.writing += context.commands.size();
    }
    if (code != nullptr) {
        out.writing = 0;
        for (const core::Transaction& transaction : code->transactions)
            out.writing +=
                std::ranges::any_of(transaction.accesses, [](const core::TableAccess& one) { return one.mode == core::AccessMode::Write; })
                    ? 1
                    : 0;
    }
    return out;
}

double shareOf(std::size_t part, std::size_t whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

ItemFinding splitEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.partition == nullptr || input.partition->alternatives.empty()) {
        out.reasonKey = "checklist.reason.no-split";
        return out;
    }
    const core::Alternative& best = input.partition->alternatives.front();
    const SplitFigures figures = figuresOf(best, input.code);
    if (figures.contexts < 2 || figures.tables == 0) {
        out.reasonKey = "checklist.reason.split-too-small";
        return out;
    }
    out.looked = {"split.contexts", "split.shared", "split.transactions"};
    const double own = shareOf(figures.owning, figures.contexts);
    const double shared = shareOf(best.sharedTables.size(), std::max(figures.tables, best.sharedTables.size()));
    const double distributed = shareOf(best.distributedTransactions.size(), std::max(figures.writing, best.distributedTransactions.size()));
    if (own >= thresholds.ownShareYes && shared <= thresholds.sharedYes && distributed <= thresholds.distributedYes)
        out.value = Answer::Yes;
    else if (own < thresholds.ownShareNo || shared > thresholds.sharedNo || distributed > thresholds.distributedNo)
        out.value = Answer::No;
    out.reasonKey = "checklist.reason.split";
    out.reasonArgs = {{"contexts", std::to_string(figures.contexts)},
                      {"own", percent(own)},
                      {"shared", percent(shared)},
                      {"distributed", percent(distributed)}};
    for (const core::Context& context : best.contexts)
        if (!context.owns.empty() && out.evidence.size() < kMostEvidence / 2)
            out.evidence.push_back({"split", "", 0, context.name + ": " + std::to_string(context.owns.size()), ""});
    for (const core::SharedTable& table : best.sharedTables)
        if (out.evidence.size() < kMostEvidence)
            out.evidence.push_back({"split", "", 0, table.table, ""});
    return out;
}

namespace {

struct Complexity {
    std::size_t methods = 0;
    std::vector<const core::Member*> complex; ///< worst first
    std::size_t types = 0;
    std::vector<const core::Type*> big; ///< longest first
};

Complexity complexityOf(const core::CodeModel& code, const Thresholds& thresholds)
{
    Complexity out;
    for (const core::Member& member : code.members) {
        if (member.cyclomatic == 0 || testCode(code, member.at))
            continue;
        ++out.methods;
        if (member.cyclomatic > thresholds.cyclomatic || member.cognitive > thresholds.cognitive)
            out.complex.push_back(&member);
    }
    for (const core::Type& type : code.types) {
        if (testCode(code, type.at) || type.outer.valid())
            continue;
        ++out.types;
        if (type.endLine >= type.at.line && static_cast<int>(type.endLine - type.at.line) + 1 > thresholds.classLines)
            out.big.push_back(&type);
    }
    std::ranges::stable_sort(out.complex, std::greater<>(), &core::Member::cyclomatic);
    std::ranges::stable_sort(out.big, std::greater<>(), [](const core::Type* type) { return type->endLine - type->at.line; });
    return out;
}

} // namespace

ItemFinding complexityEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.code == nullptr || input.code->types.empty())
        return out;
    out.looked = {"code.complexity", "code.size"};
    const core::CodeModel& code = *input.code;
    const Complexity found = complexityOf(code, thresholds);
    const std::vector<core::TypeId> cycle = largestUseCycle(code);
    const double complexShare = shareOf(found.complex.size(), found.methods);
    const double bigShare = shareOf(found.big.size(), found.types);
    const int signs = (complexShare >= thresholds.complexShare ? 1 : 0) + (bigShare >= thresholds.bigShare ? 1 : 0) +
                      (static_cast<int>(cycle.size()) >= thresholds.cycle ? 1 : 0);
    out.value = signs >= 2 ? Answer::Yes : signs == 0 ? Answer::No : Answer::Unknown;
    out.reasonKey = "checklist.reason.complexity";
    out.reasonArgs = {{"complex", percent(complexShare)},
                      {"cyclomatic", std::to_string(thresholds.cyclomatic)},
                      {"big", percent(bigShare)},
                      {"lines", std::to_string(thresholds.classLines)},
                      {"cycle", std::to_string(cycle.size())}};
    for (std::size_t i = 0; i < std::min<std::size_t>(found.complex.size(), 5); ++i)
        out.evidence.push_back(
            codeEvidence(code, found.complex[i]->at,
                         std::string(code.text(found.complex[i]->id)) + ": " + std::to_string(found.complex[i]->cyclomatic)));
    for (std::size_t i = 0; i < std::min<std::size_t>(found.big.size(), 3); ++i)
        out.evidence.push_back(codeEvidence(code, found.big[i]->at,
                                            std::string(code.text(found.big[i]->name)) + ": " +
                                                std::to_string(found.big[i]->endLine - found.big[i]->at.line + 1)));
    for (std::size_t i = 0; i < std::min<std::size_t>(cycle.size(), 4); ++i)
        out.evidence.push_back(codeEvidence(code, code[cycle[i]].at, std::string(code.text(code[cycle[i]].name))));
    return out;
}

namespace {

/// First file that has one of the names; a name with a trailing slash is a folder.
const core::SourceFile* fileNamed(const core::CodeModel& code, const std::vector<std::string>& names)
{
    for (const core::SourceFile& file : code.files) {
        const std::string_view path = code.text(file.path);
        const std::string_view name = path.substr(path.rfind('/') + 1);
        for (const std::string& wanted : names)
            if (wanted.ends_with('/') ? path.starts_with(wanted) || path.find("/" + wanted) != std::string_view::npos : name == wanted)
                return &file;
    }
    return nullptr;
}

} // namespace

ItemFinding automationEvidence(const ProposalInput& input, const Thresholds& thresholds)
{
    ItemFinding out;
    if (input.code == nullptr || input.code->files.empty())
        return out;
    out.looked = {"tree.build", "tree.test", "tree.deploy"};
    const core::CodeModel& code = *input.code;
    const core::SourceFile* build = fileNamed(code, thresholds.buildFiles);
    const core::SourceFile* deploy = fileNamed(code, thresholds.deployFiles);
    const auto test =
        std::ranges::find_if(code.files, [](const core::SourceFile& file) { return file.test && file.language == core::Language::Java; });
    const core::SourceFile* tests = test == code.files.end() ? nullptr : &*test;
    std::string missing;
    for (const auto& [file, name] : {std::pair(build, "build"), std::pair(tests, "test"), std::pair(deploy, "deploy")}) {
        if (file == nullptr)
            missing += (missing.empty() ? "" : ", ") + std::string(name);
        else
            out.evidence.push_back({"code", std::string(code.text(file->path)), 1, name, ""});
    }
    out.value = missing.empty() ? Answer::No : Answer::Yes;
    out.reasonKey = missing.empty() ? "checklist.reason.automation-all" : "checklist.reason.automation-missing";
    out.reasonArgs = {{"missing", missing}};
    if (const core::SourceFile* container = fileNamed(code, thresholds.containerFiles))
        out.evidence.push_back({"code", std::string(code.text(container->path)), 1, "container", ""});
    return out;
}

} // namespace naru::checklist
