#include "app/service/Questionnaires.h"

#include "checklist/KonveyorQuestionnaire.h"
#include "checklist/Scoring.h"
#include "core/base/Files.h"
#include "core/model/AssessmentJson.h"

#include <algorithm>
#include <chrono>

namespace naru::service {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::ProjectSession;
using core::SystemId;

namespace {

constexpr std::size_t kLargestRecords = std::size_t{8} << 20;
constexpr SystemId kWholeProject = 0;
constexpr const char* kImported = "service.edit.answers";

bool isDate(const std::string& text)
{
    constexpr std::string_view kShape = "dddd-dd-dd";
    if (text.size() != kShape.size() ||
        !std::ranges::equal(text, kShape, [](char c, char shape) { return shape == '-' ? c == '-' : c >= '0' && c <= '9'; }))
        return false;
    const std::chrono::year_month_day day(std::chrono::year(std::stoi(text.substr(0, 4))),
                                          std::chrono::month(static_cast<unsigned>(std::stoi(text.substr(5, 2)))),
                                          std::chrono::day(static_cast<unsigned>(std::stoi(text.substr(8, 2)))));
    return day.ok();
}

std::string keyPrefix(const std::string& catalog)
{
    return catalog + "/";
}

/// Adds one more decision to an edit.
void addChanges(core::Edit& edit, core::Edit one)
{
    edit.labelKey = one.labelKey;
    edit.changes.insert(edit.changes.end(), one.changes.begin(), one.changes.end());
}

std::optional<core::GivenAnswer> answerOf(const std::optional<nlohmann::json>& value)
{
    if (!value)
        return std::nullopt;
    auto answer = core::givenAnswerFromJson(*value);
    return answer ? std::optional(std::move(*answer)) : std::nullopt;
}

/// Day on which a change counts: an answer taken over from a file may have been given long before.
std::string dayOf(const ProjectSession::HistoryEntry& entry)
{
    const auto answer = answerOf(entry.change.after);
    const bool imported = entry.labelKey == kImported && answer && !answer->when.empty();
    return (imported ? answer->when : entry.when).substr(0, 10);
}

std::map<std::string, core::GivenAnswer> answersAt(const ProjectSession& session, SystemId system, const std::string& catalog,
                                                   const std::string& date)
{
    std::map<std::string, core::GivenAnswer> out;
    const std::string prefix = keyPrefix(catalog);
    for (const ProjectSession::HistoryEntry& entry : session.history(system, "answer")) {
        if (!entry.change.key.starts_with(prefix) || dayOf(entry) > date)
            continue;
        const std::string item = entry.change.key.substr(prefix.size());
        auto answer = answerOf(entry.change.after);
        if (!answer) {
            out.erase(item);
            continue;
        }
        answer->who = answer->who.empty() ? entry.who : answer->who;
        answer->when = answer->when.empty() ? entry.when : answer->when;
        out[item] = std::move(*answer);
    }
    return out;
}

} // namespace

std::size_t rowsOf(const checklist::Records& records)
{
    return records.costs.size() + records.incidents.size() + records.loads.size() + records.changes.size() + records.wants.size();
}

core::Result<checklist::Catalog> readCatalog(const fs::path& file)
{
    const auto text = core::readFile(file);
    if (!text)
        return std::unexpected(text.error());
    const auto begin = text->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool json = begin != std::string::npos && (*text)[begin] == '{';
    return json ? checklist::parseCatalog(*text, core::toUtf8(file)) : checklist::parseKonveyor(*text, core::toUtf8(file));
}

core::Result<std::vector<checklist::Catalog>> catalogsOf(const ProjectSession& session, SystemId system, const fs::path& resources)
{
    auto all = checklist::loadCatalogs(resources / "questionnaires");
    if (!all)
        return all;
    for (const SystemId owner : {kWholeProject, system}) // a system's own were possible in earlier versions, and take precedence
        for (const core::Decision& decision : session.decisions(owner, "catalog")) {
            auto own = checklist::parseCatalog(decision.value.is_string() ? decision.value.get<std::string>() : "", decision.key);
            if (!own)
                return std::unexpected(own.error());
            std::erase_if(*all, [&](const checklist::Catalog& one) { return one.id == own->id; });
            all->push_back(std::move(*own));
        }
    return all;
}

core::Result<checklist::Catalog> catalogOf(const ProjectSession& session, SystemId system, const fs::path& resources, const std::string& id)
{
    auto all = catalogsOf(session, system, resources);
    if (!all)
        return std::unexpected(all.error());
    std::string ids;
    for (checklist::Catalog& one : *all) {
        if (one.id == id)
            return std::move(one);
        ids += (ids.empty() ? "" : ", ") + one.id;
    }
    return core::failure(ErrorCode::NotFound, "checklist.catalog.not-found", {{"id", id}, {"ids", ids}});
}

core::Result<core::Edit> catalogEdit(const ProjectSession& session, SystemId system, const fs::path& resources,
                                     const checklist::Catalog& catalog)
{
    const auto shipped = checklist::loadCatalogs(resources / "questionnaires");
    if (!shipped)
        return std::unexpected(shipped.error());
    if (std::ranges::find(*shipped, catalog.id, &checklist::Catalog::id) != shipped->end())
        return core::failure(ErrorCode::Conflict, "service.catalog.of-naru", {{"id", catalog.id}});
    // All systems of the project are asked the same; where an earlier version kept it with one system, it is replaced there.
    const bool ofSystem = session.decision(system, "catalog", catalog.id).has_value();
    return session.change(ofSystem ? system : kWholeProject, "catalog", catalog.id, checklist::catalogText(catalog), "service.edit.catalog");
}

checklist::AnswerSheet answersOf(const ProjectSession& session, SystemId system, const std::string& catalog, const std::string& date)
{
    checklist::AnswerSheet sheet;
    sheet.catalog = catalog;
    const std::string prefix = keyPrefix(catalog);
    if (!date.empty()) {
        sheet.answers = answersAt(session, system, catalog, date);
    } else {
        for (const core::Decision& decision : session.decisions(system, "answer"))
            if (auto answer = decision.key.starts_with(prefix) ? answerOf(decision.value) : std::nullopt) {
                answer->who = answer->who.empty() ? decision.who : answer->who;
                answer->when = answer->when.empty() ? decision.when : answer->when;
                sheet.answers[decision.key.substr(prefix.size())] = std::move(*answer);
            }
    }
    for (const core::Decision& decision : session.decisions(system, "rider"))
        if (decision.key.starts_with(prefix) && decision.value.is_boolean())
            sheet.riders[decision.key.substr(prefix.size())] = decision.value.get<bool>();
    for (const core::Decision& decision : session.decisions(system, "reading"))
        if (decision.key.starts_with(prefix) && decision.value.is_string())
            sheet.readings[decision.key.substr(prefix.size())] = decision.value.get<std::string>();
    return sheet;
}

core::Result<core::Edit> answersEdit(const ProjectSession& session, SystemId system, const fs::path& resources, const fs::path& file,
                                     const std::string& catalog)
{
    const auto named = catalog.empty() ? checklist::catalogOfAnswers(file) : core::Result<std::string>(catalog);
    if (!named)
        return std::unexpected(named.error());
    const auto found = catalogOf(session, system, resources, *named);
    if (!found)
        return std::unexpected(found.error());
    const auto sheet = checklist::loadAnswers(file, *found);
    if (!sheet)
        return std::unexpected(sheet.error());
    core::Edit edit;
    for (const auto& [item, answer] : sheet->answers) {
        core::GivenAnswer given = answer;
        given.edition = given.edition.empty() ? found->edition : given.edition;
        addChanges(edit, session.change(system, "answer", keyPrefix(*named) + item, core::toJson(given), kImported));
    }
    for (const auto& [item, met] : sheet->riders)
        addChanges(edit, session.change(system, "rider", keyPrefix(*named) + item, met, kImported));
    for (const auto& [item, reading] : sheet->readings)
        addChanges(edit, session.change(system, "reading", keyPrefix(*named) + item, reading, kImported));
    return edit;
}

core::Result<checklist::AssessmentComparison> compareDates(const ProjectSession& session, SystemId system, const fs::path& resources,
                                                           const std::string& catalog, const std::string& from, const std::string& to)
{
    for (const std::string& date : {from, to.empty() ? from : to})
        if (!isDate(date))
            return core::failure(ErrorCode::InvalidArgument, "service.date", {{"date", date}});
    const auto found = catalogOf(session, system, resources, catalog);
    if (!found)
        return std::unexpected(found.error());
    return checklist::compare(checklist::score(*found, answersOf(session, system, catalog, from)),
                              checklist::score(*found, answersOf(session, system, catalog, to)));
}

core::Result<TakenRecords> recordsEdit(const ProjectSession& session, SystemId system, const fs::path& resources, const fs::path& file,
                                       const std::string& kind)
{
    const auto columns = checklist::loadRecordColumns(resources / "records" / "columns.json");
    if (!columns)
        return std::unexpected(columns.error());
    const auto bytes = core::readFile(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->size() > kLargestRecords)
        return core::failure(ErrorCode::LimitExceeded, "service.records.too-large", {}, core::toUtf8(file));
    const std::string name = core::toUtf8(file.filename());
    // Beside what the project holds already: what contradicts another file is told as well.
    auto others = recordsOf(session, system, resources, name);
    if (!others)
        return std::unexpected(others.error());
    checklist::Records read = *std::move(others);
    read.diagnostics.clear();
    const std::size_t before = rowsOf(read);
    const auto found = checklist::readRecords(*bytes, name, *columns, kind, read);
    if (!found)
        return std::unexpected(found.error());
    if (rowsOf(read) == before)
        return core::failure(ErrorCode::NotReadable, "service.records.no-row",
                             {{"column", read.diagnostics.empty() ? "" : read.diagnostics.front().args.front().second}}, core::toUtf8(file),
                             read.diagnostics.empty() ? 0 : read.diagnostics.front().line);
    const auto text = checklist::decodeRecords(*bytes, name);
    if (!text)
        return std::unexpected(text.error());
    return TakenRecords{session.change(system, "records", name, nlohmann::json{{"kind", *found}, {"text", *text}}, "service.edit.records"),
                        *found, rowsOf(read) - before, std::move(read.diagnostics)};
}

core::Result<checklist::Records> recordsOf(const ProjectSession& session, SystemId system, const fs::path& resources,
                                           const std::string& without)
{
    const auto columns = checklist::loadRecordColumns(resources / "records" / "columns.json");
    if (!columns)
        return std::unexpected(columns.error());
    checklist::Records out;
    for (const core::Decision& decision : session.decisions(system, "records"))
        if (decision.value.is_object() && decision.key != without)
            if (const auto read =
                    checklist::readRecords(decision.value.value("text", ""), decision.key, *columns, decision.value.value("kind", ""), out);
                !read)
                return std::unexpected(read.error());
    return out;
}

} // namespace naru::service
