#include "checklist/Catalog.h"

#include "core/base/Files.h"
#include "core/base/JsonDocument.h"
#include "core/base/JsonFolder.h"
#include "core/model/LocalTextData.h"

#include <algorithm>
#include <set>

namespace naru::checklist {

using core::Answer;
using core::ErrorCode;
using core::JsonCursor;
using core::LocalText;
using core::localText;
using core::localTextOr;
using core::Verdict;

namespace {

Answer yesOrNo(const JsonCursor& at)
{
    return at.choice({"yes", "no"}) == 0 ? Answer::Yes : Answer::No;
}

Verdict verdict(const JsonCursor& at)
{
    constexpr std::array kVerdicts{Verdict::Adopt, Verdict::Review, Verdict::Keep};
    return kVerdicts.at(at.choice({"adopt", "review", "keep"}));
}

Reading reading(const JsonCursor& at)
{
    at.onlyKeys({"id", "favours", "source", "text"});
    return {at.at("id").string(), yesOrNo(at.at("favours")), at.at("source").string(), localText(at.at("text"))};
}

Item item(const JsonCursor& at)
{
    at.onlyKeys({"id", "group", "question", "wordingSource", "explanation", "example", "whoAnswers", "indicators", "evidence", "rider",
                 "favours", "riskYes", "riskNo", "readings"});
    Item out;
    out.id = at.at("id").string();
    out.group = at.at("group").string();
    out.question = localText(at.at("question"));
    out.wordingSource = at.stringOr("wordingSource", "");
    out.explanation = localText(at.at("explanation"));
    out.example = localText(at.at("example"));
    out.whoAnswers = localText(at.at("whoAnswers"));
    if (at.has("indicators"))
        for (const auto& indicator : at.at("indicators").items())
            out.indicators.push_back(localText(indicator));
    for (const auto& evidence : at.at("evidence").items()) {
        evidence.onlyKeys({"kind", "text"});
        out.evidence.push_back({evidence.at("kind").string(), localText(evidence.at("text"))});
    }
    if (at.has("rider"))
        out.rider = Rider{localText(at.at("rider").at("text")), at.at("rider").at("source").string()};
    if (at.has("favours"))
        out.favours = yesOrNo(at.at("favours"));
    out.riskYes = localTextOr(at, "riskYes");
    out.riskNo = localTextOr(at, "riskNo");
    if (at.has("readings"))
        for (const auto& one : at.at("readings").items())
            out.readings.push_back(reading(one));
    if (!out.readings.empty())
        out.favours = out.readings.front().favours;
    return out;
}

Scoring scoring(const JsonCursor& at, int items)
{
    at.onlyKeys({"adoptAt", "keepAt", "rider", "source", "note", "outcomes", "ownReading"});
    Scoring out;
    out.adoptAt = at.at("adoptAt").integer();
    out.keepAt = at.at("keepAt").integer();
    if (out.adoptAt > items || out.adoptAt <= out.keepAt)
        at.expected("keepAt < adoptAt <= number of items");
    if (at.has("rider"))
        out.rider = static_cast<RiderMode>(at.at("rider").choice({"ignore", "whenGiven", "required"}));
    out.source = at.at("source").string();
    out.note = localTextOr(at, "note");
    const JsonCursor outcomes = at.at("outcomes");
    outcomes.onlyKeys({"adopt", "review", "keep", "incomplete"});
    out.outcomes = {{Verdict::Adopt, localText(outcomes.at("adopt"))},
                    {Verdict::Review, localText(outcomes.at("review"))},
                    {Verdict::Keep, localText(outcomes.at("keep"))},
                    {Verdict::Incomplete, localText(outcomes.at("incomplete"))}};
    if (at.has("ownReading"))
        for (const auto& one : at.at("ownReading").items())
            out.ownReading.push_back(verdict(one));
    return out;
}

Catalog catalog(const JsonCursor& root)
{
    root.onlyKeys({"schema", "id", "edition", "source", "title", "description", "groups", "items", "scoring"});
    (void)root.at("schema").choice({"naru.questionnaire/1"});
    Catalog out;
    out.id = root.at("id").string();
    out.edition = root.at("edition").string();
    out.source = root.at("source").string();
    out.title = localText(root.at("title"));
    out.description = localText(root.at("description"));
    std::set<std::string> groups;
    for (const auto& group : root.at("groups").items()) {
        out.groups.push_back({group.at("id").string(), localText(group.at("title"))});
        groups.insert(out.groups.back().id);
    }
    std::set<std::string> ids;
    for (const auto& one : root.at("items").items()) {
        out.items.push_back(item(one));
        if (!groups.contains(out.items.back().group))
            one.at("group").expected("the id of one of /groups");
        if (!ids.insert(out.items.back().id).second)
            one.at("id").expected("an id that no other item has");
    }
    out.scoring = scoring(root.at("scoring"), static_cast<int>(out.items.size()));
    return out;
}

} // namespace

const Item* Catalog::find(std::string_view item) const
{
    const auto found = std::ranges::find(items, item, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

core::Result<Catalog> loadCatalog(const std::filesystem::path& file)
{
    return core::readData(file, catalog);
}

core::Result<Catalog> parseCatalog(std::string_view text, const std::string& origin)
{
    const auto document = core::JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, catalog);
}

core::Result<std::vector<Catalog>> loadCatalogs(const std::filesystem::path& folder)
{
    const auto files = core::jsonFiles(folder);
    if (!files)
        return std::unexpected(files.error());
    std::vector<Catalog> out;
    for (const auto& file : *files) {
        auto one = loadCatalog(file);
        if (!one)
            return std::unexpected(one.error());
        if (std::ranges::find(out, one->id, &Catalog::id) != out.end())
            return core::failure(ErrorCode::Conflict, "checklist.catalog.twice", {{"id", one->id}}, core::toUtf8(file));
        out.push_back(std::move(*one));
    }
    std::ranges::sort(out, {}, &Catalog::id);
    return out;
}

core::Result<Catalog> findCatalog(const std::filesystem::path& folder, const std::string& id)
{
    auto all = loadCatalogs(folder);
    if (!all)
        return std::unexpected(all.error());
    std::string ids;
    for (auto& one : *all) {
        if (one.id == id)
            return std::move(one);
        ids += (ids.empty() ? "" : ", ") + one.id;
    }
    return core::failure(ErrorCode::NotFound, "checklist.catalog.not-found", {{"id", id}, {"ids", ids}});
}

std::string_view answerName(Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return "yes";
    case Answer::No:
        return "no";
    case Answer::Unknown:
        return "unknown";
    case Answer::Unanswered:
        break;
    }
    return "";
}

std::optional<Answer> answerFromName(std::string_view name)
{
    for (const Answer answer : {Answer::Yes, Answer::No, Answer::Unknown})
        if (answerName(answer) == name)
            return answer;
    return std::nullopt;
}

} // namespace naru::checklist
