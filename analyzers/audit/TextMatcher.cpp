#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/CodeMask.h"
#include "analyzers/audit/Matching.h"
#include "analyzers/graph/ParallelFiles.h"

#include <re2/set.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::audit {

using core::FileId;

namespace {

using TextConditions = std::vector<std::pair<std::size_t, const TextCondition*>>;

/// The patterns of some conditions as one scan that says which of them occur at all.
class TextGroup {
public:
    TextGroup(AuditContext& context, TextConditions conditions) : m_conditions(std::move(conditions)), m_set(setOptions(), RE2::UNANCHORED)
    {
        core::FingerprintBuilder name;
        name.add("text");
        for (const auto& [index, condition] : m_conditions)
            name.add(condition->matches->pattern());
        m_search = context.fruitless().search(name.finish());
    }

    /// What the scan of a text gives.
    struct Scan {
        std::vector<int> hits;
        std::string masked; ///< when it was needed
        bool vain = false;
    };
    [[nodiscard]] bool wants(AuditContext& context, FileId file) const { return !context.fruitless().known(file, m_search); }
    /// Before the first scan.
    void prepare()
    {
        for (const auto& [index, condition] : m_conditions)
            (void)m_set.Add(condition->matches->pattern(), nullptr);
        m_ready = m_set.Compile();
    }
    /// Called from several threads.
    [[nodiscard]] Scan scan(const AuditContext& context, FileId file) const
    {
        // The raw text first: most files match nothing, and masking costs more than scanning.
        const std::string_view raw = context.text(file);
        Scan out;
        if (raw.empty() || !m_ready)
            return out;
        out.vain = true;
        if (!m_set.Match(re2::StringPiece(raw.data(), raw.size()), nullptr))
            return out;
        out.masked = context.maskedApart(file);
        if (!m_set.Match(out.masked, &out.hits))
            return out;
        std::ranges::sort(out.hits);
        out.vain = false;
        return out;
    }
    void take(AuditContext& context, FileId file, const Scan& scan)
    {
        if (scan.vain)
            return context.fruitless().note(file, m_search);
        if (scan.hits.empty())
            return;
        const std::string& text = context.masked(file);
        std::string blank; // without string contents, made when a condition asks for it
        for (const int hit : scan.hits) {
            const auto& [index, condition] = m_conditions[static_cast<std::size_t>(hit)];
            if (!condition->strings && blank.empty())
                blank = maskComments(context.text(file), syntaxOf(context.path(file), context.model()[file].language), false);
            find(context, file, condition->strings ? text : blank, index, *condition);
        }
    }

private:
    /// The line, and the one before it when it begins with a string: an expression goes on there.
    static std::string_view around(AuditContext& context, FileId file, int line)
    {
        const std::string_view one = context.maskedLines(file, line);
        const auto begin = one.find_first_not_of(" \t");
        const bool goesOn = begin != std::string_view::npos && (one[begin] == '"' || one[begin] == '\'');
        return goesOn ? context.maskedLines(file, line, 1) : one;
    }
    static void find(AuditContext& context, FileId file, const std::string& text, std::size_t index, const TextCondition& condition)
    {
        // Where a pattern has a group, the group is what was found: what stands before it only says where it may begin.
        const int groups = std::min(condition.matches->NumberOfCapturingGroups(), 1);
        std::array<re2::StringPiece, 2> hits;
        std::size_t from = 0;
        while (from < text.size() && condition.matches->Match(text, from, text.size(), RE2::UNANCHORED, hits.data(), 1 + groups)) {
            const re2::StringPiece hit = hits[groups == 1 && hits[1].data() != nullptr ? 1 : 0];
            const int line = context.lineAt(file, static_cast<std::size_t>(hit.data() - text.data()));
            if (!found(condition.unless, around(context, file, line)) && !found(condition.unless, {hit.data(), hit.size()}) &&
                allows(condition.fileMatches, text) && !(condition.notInTool && context.inProgram(file, line, true)))
                context.add(index, {file, line, std::string(hit.data(), hit.size()), std::string(hit.data(), hit.size()), ""});
            from = static_cast<std::size_t>(hits[0].data() - text.data()) + std::max<std::size_t>(hits[0].size(), 1);
        }
    }

    TextConditions m_conditions;
    RE2::Set m_set;
    FruitlessSearches::Search m_search{};
    bool m_ready = false;
};

/// Scans on all threads, the first of files with the same text; what was found is taken in their order.
void scanAll(AuditContext& context, TextGroup& group, const std::vector<FileId>& files)
{
    std::vector<FileId> wanted;
    std::vector<std::size_t> place; // of its scan, by wanted
    std::vector<FileId> scanned;
    std::unordered_map<std::uint32_t, std::size_t> known;
    for (const FileId file : files) {
        if (!group.wants(context, file))
            continue;
        const auto text = context.fruitless().text(file);
        const auto at = text ? known.try_emplace(*text, scanned.size()).first->second : scanned.size();
        if (at == scanned.size())
            scanned.push_back(file);
        wanted.push_back(file);
        place.push_back(at);
    }
    if (wanted.empty())
        return;
    group.prepare();
    std::vector<TextGroup::Scan> scans(scanned.size());
    if (!graph::parallelFiles(static_cast<std::uint32_t>(scanned.size()), context.job(),
                              [&](std::uint32_t i) { scans[i] = group.scan(context, scanned[i]); }))
        return;
    for (std::size_t i = 0; i < scans.size(); ++i)
        if (!scans[i].masked.empty())
            context.keepMasked(scanned[i], std::move(scans[i].masked));
    for (std::size_t i = 0; i < wanted.size(); ++i)
        group.take(context, wanted[i], scans[place[i]]);
}

void matchImports(AuditContext& context)
{
    const auto conditions = context.conditions<ImportCondition>();
    if (conditions.empty())
        return;
    // A system may itself live in a vendor's package: what it imports from itself is no use of a vendor's API. Where it carries
    // a copy of a vendor's type, code outside that package still uses the API.
    std::unordered_set<std::string> own;
    std::vector<std::string> packages(context.model().files.size());
    for (const core::Type& type : context.model().types) {
        own.insert(std::string(context.model().text(type.name)));
        own.insert(std::string(context.model().text(type.package)) + ".*");
        if (type.at.file.valid())
            packages[type.at.file.value] = context.model().text(type.package);
    }
    core::FingerprintBuilder name;
    name.add("imports");
    for (const auto& [index, condition] : conditions)
        for (const auto* names : {&condition->names.exact, &condition->names.prefixes, &condition->except.exact, &condition->except.prefixes}) {
            name.add(static_cast<std::int64_t>(names->size()));
            for (const std::string& one : *names)
                name.add(one);
        }
    const FruitlessSearches::Search search = context.fruitless().search(name.finish());
    std::unordered_map<std::string, std::vector<std::size_t>> known; // the same import stands in many files
    for (std::uint32_t f = 0; f < context.model().files.size(); ++f) {
        const FileId file(f);
        if (context.model().files[f].language != core::Language::Java || context.test(file))
            continue;
        static_cast<void>(context.finds(file, search, [&] {
            bool any = false;
            for (const Imports::One& import : context.imports(file).all) {
                const auto [found, fresh] = known.try_emplace(import.name);
                if (fresh)
                    for (std::size_t i = 0; i < conditions.size(); ++i)
                        if (conditions[i].second->names.contains(import.name) && !conditions[i].second->except.contains(import.name))
                            found->second.push_back(i);
                any = any || !found->second.empty();
                for (const std::size_t i : found->second)
                    if (!own.contains(import.name) || !conditions[i].second->names.contains(packages[f] + "."))
                        context.add(conditions[i].first, {file, import.line, import.name, import.name, ""});
            }
            return any;
        }));
    }
}

} // namespace

void matchTexts(AuditContext& context)
{
    // Every file is scanned once: files that the same conditions look at share one set of patterns.
    const TextConditions all = context.conditions<TextCondition>();
    std::map<FileId, std::vector<std::size_t>> wanted;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const FileId file : context.files(all[i].second->files))
            wanted[file].push_back(i);
    std::map<std::vector<std::size_t>, std::vector<FileId>> groups;
    for (const auto& [file, conditions] : wanted)
        groups[conditions].push_back(file);
    for (const auto& [conditions, files] : groups) {
        TextConditions own;
        for (const std::size_t i : conditions)
            own.push_back(all[i]);
        TextGroup group(context, std::move(own));
        scanAll(context, group, files);
    }
    matchImports(context);
}

} // namespace naru::analyzers::audit
