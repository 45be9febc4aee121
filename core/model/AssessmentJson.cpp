#include "core/model/AssessmentJson.h"

#include "core/model/ModelJson.h"

#include <array>

namespace naru::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 4> kAnswers{"unanswered", "yes", "no", "unknown"};
constexpr std::array<std::string_view, 4> kVerdicts{"adopt", "review", "keep", "incomplete"};

/// An open answer is null, so that no reader takes it for a value.
json answerJson(Answer answer)
{
    return answer == Answer::Unanswered ? json(nullptr) : json(nameOf(answer));
}

json itemJson(const AssessedItem& item)
{
    json out{{"id", item.id},
             {"group", item.group},
             {"question", item.question},
             {"answer", answerJson(item.answer.value)},
             {"counted", answerJson(item.counted)},
             {"favourable", item.favourable},
             {"review", item.review},
             {"note", item.answer.note},
             {"who", item.answer.who},
             {"when", item.answer.when},
             {"attached", item.answer.attached},
             {"edition", item.answer.edition},
             {"proposed", nullptr},
             {"evidence", json::array()},
             {"confidence", 0.0}};
    if (item.rider)
        out["rider"] = *item.rider;
    if (item.proposal) {
        out["proposed"] = nameOf(item.proposal->value);
        out["evidence"] = item.proposal->evidence;
        out["confidence"] = item.proposal->confidence;
        out["reason"] = {{"key", item.proposal->reasonKey}, {"args", item.proposal->reasonArgs}};
    }
    return out;
}

AssessedItem itemFromJson(const json& value)
{
    AssessedItem out;
    out.id = value.at("id").get<std::string>();
    out.group = value.value("group", "");
    out.question = value.value("question", LocalText());
    out.answer.value = fromName(value.at("answer"), kAnswers, Answer::Unanswered);
    out.answer.note = value.value("note", "");
    out.answer.who = value.value("who", "");
    out.answer.when = value.value("when", "");
    out.answer.attached = value.value("attached", std::vector<Evidence>());
    out.counted = fromName(value.value("counted", json()), kAnswers, Answer::Unanswered);
    out.favourable = value.value("favourable", false);
    out.review = value.value("review", false);
    out.answer.edition = value.value("edition", "");
    if (value.contains("rider"))
        out.rider = value.at("rider").get<bool>();
    if (const json& proposed = value.at("proposed"); proposed.is_string()) {
        Proposal proposal;
        proposal.value = fromName(proposed, kAnswers, Answer::Unknown);
        proposal.confidence = value.value("confidence", 0.0);
        proposal.evidence = value.value("evidence", std::vector<Evidence>());
        if (value.contains("reason")) {
            proposal.reasonKey = value.at("reason").value("key", "");
            proposal.reasonArgs = value.at("reason").value("args", std::vector<std::pair<std::string, std::string>>());
        }
        out.proposal = std::move(proposal);
    }
    return out;
}

} // namespace

std::string_view nameOf(Answer answer)
{
    return kAnswers.at(static_cast<std::size_t>(answer));
}

std::string_view nameOf(Verdict verdict)
{
    return kVerdicts.at(static_cast<std::size_t>(verdict));
}

json toJson(const Assessment& assessment)
{
    json out{{"schema", "naru.assess/1"},
             {"catalog", assessment.catalog},
             {"edition", assessment.edition},
             {"items", json::array()},
             {"yes", assessment.yes},
             {"no", assessment.no},
             {"unknown", assessment.unknown},
             {"favourable", assessment.favourable},
             {"verdict", nameOf(assessment.verdict)},
             {"missing", assessment.missing},
             {"possible", json::array()},
             {"strangers", assessment.strangers},
             {"ownReading", assessment.ownReading},
             {"outcome", assessment.outcome}};
    for (const AssessedItem& item : assessment.items)
        out["items"].push_back(itemJson(item));
    for (const Verdict verdict : assessment.possible)
        out["possible"].push_back(nameOf(verdict));
    return out;
}

Result<Assessment> assessmentFromJson(const json& value)
{
    try {
        Assessment out;
        out.catalog = value.at("catalog").get<std::string>();
        out.edition = value.value("edition", "");
        for (const json& item : value.at("items"))
            out.items.push_back(itemFromJson(item));
        out.yes = value.at("yes").get<int>();
        out.no = value.value("no", 0);
        out.unknown = value.value("unknown", 0);
        out.favourable = value.value("favourable", out.yes);
        out.verdict = fromName(value.at("verdict"), kVerdicts, Verdict::Incomplete);
        out.missing = value.value("missing", std::vector<std::string>());
        for (const json& one : listIn(value, "possible"))
            out.possible.push_back(fromName(one, kVerdicts, Verdict::Incomplete));
        out.strangers = value.value("strangers", std::vector<std::string>());
        out.ownReading = value.value("ownReading", false);
        out.outcome = value.value("outcome", LocalText());
        return out;
    } catch (const json::exception& error) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}});
    }
}

json toJson(const GivenAnswer& answer)
{
    json out{
        {"value", nameOf(answer.value)}, {"note", answer.note}, {"who", answer.who}, {"when", answer.when}, {"attached", answer.attached}};
    if (!answer.edition.empty())
        out["edition"] = answer.edition;
    return out;
}

Result<GivenAnswer> givenAnswerFromJson(const json& value)
{
    try {
        GivenAnswer out;
        if (value.is_string()) {
            out.value = fromName(value, kAnswers, Answer::Unanswered);
            return out;
        }
        out.value = fromName(value.at("value"), kAnswers, Answer::Unanswered);
        out.note = value.value("note", "");
        out.who = value.value("who", "");
        out.when = value.value("when", "");
        out.attached = value.value("attached", std::vector<Evidence>());
        out.edition = value.value("edition", "");
        return out;
    } catch (const json::exception& error) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}});
    }
}

} // namespace naru::core
