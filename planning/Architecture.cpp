#include "planning/Architecture.h"

#include "core/base/JsonDocument.h"
#include "core/model/AtomicUnits.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <array>

namespace naru::planning {

using core::Evidence;
using core::JsonCursor;

namespace {

constexpr std::size_t kShownEvidence = 3;
constexpr std::array kFacts = {
    "calls", "sharedTables", "distributedTransactions", "events", "batch", "messages", "views", "session", "files", "config",
    "logs",  "java"};

ArchitectureOption optionAt(const JsonCursor& at)
{
    static const std::vector<std::string_view> kAreas = {"execution", "backing", "development", "operation", "infrastructure"};
    ArchitectureOption option;
    option.element.area = kAreas[at.at("area").choice(kAreas)];
    option.element.id = at.at("id").string();
    option.element.name = core::localTextWithin(at.at("name"));
    option.element.product = core::localTextWithin(at.at("product"));
    option.element.reason = core::localTextWithin(at.at("reason"));
    option.element.inner = at.booleanOr("inner", false);
    option.element.alternatives = at.stringsOr("alternatives");
    if (at.has("cloudFoundry"))
        option.element.cloudFoundry = core::localTextWithin(at.at("cloudFoundry"));
    if (at.has("kubernetes"))
        option.element.kubernetes = core::localTextWithin(at.at("kubernetes"));
    option.when = at.stringsOr("when");
    for (const std::string& fact : option.when)
        if (std::ranges::find(kFacts, fact) == kFacts.end())
            at.at("when").expected("facts that are known");
    return option;
}

void addFindings(const core::AuditReport& audit, ArchitectureFacts& facts)
{
    for (const core::Finding& finding : audit.findings) {
        if (finding.suppressed)
            continue;
        const bool session = finding.rule.find("session") != std::string::npos;
        const bool files = finding.rule.find("file") != std::string::npos;
        const char* fact = session                        ? "session"
                           : finding.factor == 11         ? "logs"
                           : finding.factor == 3          ? "config"
                           : files && finding.factor != 0 ? "files"
                                                          : nullptr;
        if (fact == nullptr)
            continue;
        auto& evidence = facts[fact];
        if (evidence.size() < kShownEvidence)
            evidence.push_back({.kind = "code", .file = finding.file, .line = finding.line, .text = finding.quote, .source = finding.rule});
    }
}

void addEntryPoints(const core::CodeModel& code, ArchitectureFacts& facts)
{
    for (const core::EntryPoint& entry : code.entryPoints) {
        const bool batch = entry.kind == core::EntryPointKind::Scheduled || entry.kind == core::EntryPointKind::Batch;
        if (!batch && entry.kind != core::EntryPointKind::Message)
            continue;
        auto& evidence = facts[batch ? "batch" : "messages"];
        if (evidence.size() < kShownEvidence)
            evidence.push_back({.kind = "code",
                                .file = std::string(code.path(entry.at)),
                                .line = static_cast<int>(entry.at.line),
                                .text = std::string(code.text(entry.id))});
    }
    if (!code.views.empty())
        facts["views"].push_back(
            {.kind = "code", .file = std::string(code.text(code.views.front().path)), .text = std::to_string(code.views.size())});
    const auto java = std::ranges::find(code.files, core::Language::Java, &core::SourceFile::language);
    if (java != code.files.end())
        facts["java"].push_back({.kind = "code", .file = std::string(code.text(java->path))});
}

} // namespace

core::Result<ArchitectureCatalog> ArchitectureCatalog::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "planning" / "architecture.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.architecture/1"};
        (void)root.at("schema").choice(kSchema);
        ArchitectureCatalog out{.edition = root.at("edition").string()};
        for (const JsonCursor& at : root.at("elements").items())
            out.options.push_back(optionAt(at));
        return out;
    });
}

ArchitectureFacts factsOf(const core::CodeModel& code, const core::Alternative& split, const core::AuditReport* audit)
{
    ArchitectureFacts facts;
    const auto add = [&](const char* fact, Evidence evidence) {
        auto& list = facts[fact];
        if (list.size() < kShownEvidence)
            list.push_back(std::move(evidence));
    };
    for (const core::ContextInterface& one : split.interfaces)
        if (one.kind == core::InterfaceKind::Call && !one.functions.empty())
            add("calls", {.kind = "split",
                          .file = one.functions.front().file,
                          .line = one.functions.front().line,
                          .text = one.from + " -> " + one.to});
    for (const core::SharedTable& table : split.sharedTables)
        add("sharedTables", {.kind = "split", .text = table.table});
    for (const std::string& entry : core::spanningEntries(split))
        add("distributedTransactions", {.kind = "split", .text = entry});
    for (const core::Context& context : split.contexts)
        if (!context.events.empty())
            add("events", {.kind = "split", .text = context.events.front().name});
    addEntryPoints(code, facts);
    if (audit != nullptr)
        addFindings(*audit, facts);
    return facts;
}

std::vector<core::ArchitectureElement> chooseArchitecture(const ArchitectureCatalog& catalog, const ArchitectureFacts& facts)
{
    std::vector<core::ArchitectureElement> out;
    for (const ArchitectureOption& option : catalog.options) {
        core::ArchitectureElement element = option.element;
        for (const std::string& fact : option.when)
            if (const auto found = facts.find(fact); found != facts.end())
                element.evidence.insert(element.evidence.end(), found->second.begin(), found->second.end());
        if (option.when.empty() || !element.evidence.empty())
            out.push_back(std::move(element));
    }
    return out;
}

} // namespace naru::planning
