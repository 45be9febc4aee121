#include "checklist/Catalog.h"

#include <nlohmann/json.hpp>

namespace naru::checklist {

using core::LocalText;
using core::Verdict;
using json = nlohmann::ordered_json;

namespace {

json textJson(const LocalText& text)
{
    return {{"ko", text.ko}, {"en", text.en}};
}

bool given(const LocalText& text)
{
    return !text.ko.empty() && !text.en.empty();
}

json itemJson(const Item& item)
{
    json out{{"id", item.id}, {"group", item.group}, {"question", textJson(item.question)}};
    if (!item.wordingSource.empty())
        out["wordingSource"] = item.wordingSource;
    out["explanation"] = textJson(item.explanation);
    out["example"] = textJson(item.example);
    out["whoAnswers"] = textJson(item.whoAnswers);
    out["indicators"] = json::array();
    for (const LocalText& indicator : item.indicators)
        out["indicators"].push_back(textJson(indicator));
    out["evidence"] = json::array();
    for (const EvidenceKind& kind : item.evidence)
        out["evidence"].push_back({{"kind", kind.kind}, {"text", textJson(kind.text)}});
    if (item.rider)
        out["rider"] = {{"text", textJson(item.rider->text)}, {"source", item.rider->source}};
    out["favours"] = answerName(item.favours);
    if (given(item.riskYes))
        out["riskYes"] = textJson(item.riskYes);
    if (given(item.riskNo))
        out["riskNo"] = textJson(item.riskNo);
    for (const Reading& reading : item.readings)
        out["readings"].push_back(
            {{"id", reading.id}, {"favours", answerName(reading.favours)}, {"source", reading.source}, {"text", textJson(reading.text)}});
    return out;
}

std::string_view verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Adopt:
        return "adopt";
    case Verdict::Review:
        return "review";
    case Verdict::Keep:
        return "keep";
    case Verdict::Incomplete:
        break;
    }
    return "incomplete";
}

json scoringJson(const Scoring& scoring)
{
    constexpr std::array<std::string_view, 3> kRiders{"ignore", "whenGiven", "required"};
    json out{{"adoptAt", scoring.adoptAt},
             {"keepAt", scoring.keepAt},
             {"rider", kRiders.at(static_cast<std::size_t>(scoring.rider))},
             {"source", scoring.source}};
    if (given(scoring.note))
        out["note"] = textJson(scoring.note);
    for (const auto& [verdict, text] : scoring.outcomes)
        out["outcomes"][std::string(verdictName(verdict))] = textJson(text);
    for (const Verdict verdict : scoring.ownReading)
        out["ownReading"].push_back(verdictName(verdict));
    return out;
}

} // namespace

std::string catalogText(const Catalog& catalog)
{
    json out{{"schema", "naru.questionnaire/1"}, {"id", catalog.id},
             {"edition", catalog.edition},       {"source", catalog.source},
             {"title", textJson(catalog.title)}, {"description", textJson(catalog.description)}};
    out["groups"] = json::array();
    for (const Group& group : catalog.groups)
        out["groups"].push_back({{"id", group.id}, {"title", textJson(group.title)}});
    out["items"] = json::array();
    for (const Item& item : catalog.items)
        out["items"].push_back(itemJson(item));
    out["scoring"] = scoringJson(catalog.scoring);
    return out.dump(1) + "\n";
}

} // namespace naru::checklist
