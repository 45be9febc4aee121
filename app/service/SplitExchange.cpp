#include "app/service/SplitExchange.h"

#include "analyzers/decompose/Exports.h"
#include "analyzers/decompose/MemberSet.h"
#include "app/service/SplitFile.h"
#include "core/base/Ascii.h"
#include "core/base/Csv.h"
#include "core/base/Files.h"
#include "core/model/PartitionJson.h"
#include "reports/svg/ContextMap.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::service {

namespace decompose = analyzers::decompose;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kNamed = 3; ///< of what was not taken, in a sentence

using Membership = std::vector<std::pair<std::string, std::string>>;

/// As membershipFromJson, but a member named twice is seen: the parser alone would keep the last without a word.
core::Result<Membership> fromJson(const std::string& text, const std::string& origin)
{
    const auto parsed = core::parseJson(text, origin);
    if (!parsed)
        return std::unexpected(parsed.error());
    auto membership = core::membershipFromJson(*parsed);
    if (!membership) {
        membership.error().path = origin;
        return membership;
    }
    if (parsed->contains("alternatives"))
        return membership;
    Membership all;
    std::string key;
    const auto note = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        if (depth == 1 && event == nlohmann::json::parse_event_t::key)
            key = value.get<std::string>();
        else if (depth == 1 && event == nlohmann::json::parse_event_t::value)
            all.emplace_back(key, value.is_string() ? value.get<std::string>() : value.dump());
        return true;
    };
    if (nlohmann::json::parse(text, note, false).is_discarded())
        return membership;
    return all;
}

core::Result<Membership> fromCsv(const std::string& text, const std::string& origin)
{
    const auto rows = core::readCsv(text, origin);
    if (!rows)
        return std::unexpected(rows.error());
    std::size_t member = 0;
    std::size_t context = 1;
    std::size_t name = 1;
    std::size_t from = 0;
    if (!rows->empty()) {
        const auto& head = rows->front().cells;
        const auto column = [&](std::string_view title) { return static_cast<std::size_t>(std::ranges::find(head, title) - head.begin()); };
        if (column("member") < head.size() && column("context") < head.size()) {
            member = column("member");
            context = column("context");
            name = column("contextName") < head.size() ? column("contextName") : context;
            from = 1;
        }
    }
    Membership out;
    for (std::size_t i = from; i < rows->size(); ++i) {
        const core::CsvRow& row = rows->at(i);
        if (row.cells.size() <= std::max({member, context, name}))
            return core::failure(core::ErrorCode::Malformed, "service.import.two-columns", {}, origin, row.line);
        const std::string& cell = row.cells[name].empty() ? row.cells[context] : row.cells[name];
        if (!row.cells[member].empty() && !cell.empty()) // members without a context are in none
            out.emplace_back(row.cells[member], cell);
    }
    return out;
}

std::string listed(const std::vector<std::string>& names)
{
    std::string out;
    for (std::size_t i = 0; i < names.size() && i < kNamed; ++i)
        out += (i == 0 ? "" : ", ") + names[i];
    return names.size() > kNamed ? out + ", …" : out;
}

} // namespace

core::Result<std::vector<std::pair<std::string, std::string>>> readMembership(const fs::path& file)
{
    const auto text = core::readFile(file);
    if (!text)
        return std::unexpected(text.error());
    const std::string origin = core::toUtf8(file);
    const std::string ending = core::smallLetters(file.extension().string());
    return ending == ".csv" ? fromCsv(*text, origin) : fromJson(*text, origin);
}

core::Result<ImportedSplit> readSplitFile(const fs::path& file, const core::CodeModel& code)
{
    const auto membership = readMembership(file);
    if (!membership)
        return std::unexpected(membership.error());
    const std::string origin = core::toUtf8(file);
    const decompose::MemberSet set = decompose::collectMembers(code);
    ImportedSplit out;
    out.name = core::toUtf8(file.stem());
    out.members = set.size();
    nlohmann::json members = nlohmann::json::object();
    for (const auto& [name, context] : *membership) {
        bool several = false;
        const std::uint32_t m = set.find(name, &several);
        if (m == decompose::kNoMember) {
            (several ? out.ambiguous : out.unknown).push_back(name);
            continue;
        }
        const auto known = members.find(set.members[m].id);
        if (known == members.end())
            members[set.members[m].id] = context;
        else if (*known != context)
            out.doubled.push_back(name);
    }
    out.placed = members.size();
    if (out.placed == 0)
        return core::failure(core::ErrorCode::InvalidArgument, "service.import.no-member", {{"count", std::to_string(membership->size())}},
                             origin);
    out.value = {{"file", core::toUtf8(file.filename())}, {"members", std::move(members)}};
    return out;
}

std::string importRemarks(const ImportedSplit& imported, const core::Texts& texts)
{
    std::string out;
    const auto say = [&](const char* key, const std::vector<std::string>& names) {
        if (!names.empty())
            out += (out.empty() ? "" : " ") + texts.text(key, {{"count", std::to_string(names.size())}, {"names", listed(names)}});
    };
    say("service.import.unknown", imported.unknown);
    say("service.import.ambiguous", imported.ambiguous);
    say("service.import.doubled", imported.doubled);
    return out;
}

core::Alternative importedAlternative(const core::Decision& decision, const core::CodeModel& code)
{
    core::Alternative out;
    out.id = "imported:" + decision.key;
    out.level = "imported";
    out.reasonKey = "split.number.imported";
    const auto members = decision.value.find("members");
    if (members == decision.value.end() || !members->is_object())
        return out;
    std::map<std::string, std::size_t> index;
    std::set<core::MemberRole> named;
    const decompose::MemberSet set = decompose::collectMembers(code);
    std::set<std::string> placed;
    for (const auto& [id, context] : members->items()) {
        const auto member = set.byId.find(id);
        if (member == set.byId.end() || !context.is_string())
            continue; // gone from the source
        const auto name = context.get<std::string>();
        const auto [at, fresh] = index.try_emplace(name, out.contexts.size());
        if (fresh) {
            core::Context made;
            made.id = name;
            made.name = name;
            made.named = true;
            out.contexts.push_back(std::move(made));
        }
        out.contexts[at->second].members.push_back(set.members[member->second]);
        named.insert(set.role(member->second));
        placed.insert(id);
    }
    for (const core::PartitionMember& member : set.members)
        if (named.contains(member.role) && !placed.contains(member.id))
            out.unassigned.push_back(member);
    return out;
}

core::Result<std::string> exportedSplit(const core::Alternative& alternative, std::string_view ending, const std::string& system,
                                        const core::Texts& texts)
{
    if (ending == "svg")
        return reports::contextMap(alternative, reports::mapWords(texts, system)).svg;
    const auto format = decompose::exportFormat(ending);
    if (!format)
        return std::unexpected(format.error());
    return decompose::exported(alternative, *format, system);
}

} // namespace naru::service
