#include "checklist/ItemEvidence.h"

#include "core/base/PathNames.h"
#include "core/model/AtomicUnits.h"

#include <algorithm>

namespace naru::checklist {

using core::Answer;

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
    const std::size_t spanning = core::spanningEntries(best).size();
    const double distributed = shareOf(spanning, std::max(figures.writing, spanning));
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

/// First file that has one of the names; a name with a trailing slash is a folder.
const core::SourceFile* fileNamed(const core::CodeModel& code, const std::vector<std::string>& names)
{
    for (const core::SourceFile& file : code.files) {
        const std::string_view path = code.text(file.path);
        const std::string_view name = core::fileName(path);
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
