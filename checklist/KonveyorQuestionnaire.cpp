#include "checklist/KonveyorQuestionnaire.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cmath>

namespace naru::checklist {

using core::Answer;
using core::ErrorCode;
using core::LocalText;
using core::Verdict;

namespace {

constexpr std::size_t kLargest = std::size_t{4} << 20;
constexpr int kDefaultRed = 5; ///< percent, as in Konveyor's own questionnaires

/// A place in the YAML file; what is missing or of another kind is a fault with line and key.
class YamlFault : public std::exception {
public:
    YamlFault(int line, std::string key, std::string expected) : m_line(line), m_key(std::move(key)), m_expected(std::move(expected)) {}
    [[nodiscard]] core::Error error(const std::string& origin) const
    {
        return {ErrorCode::Malformed, "checklist.konveyor.expected", {{"key", m_key}, {"expected", m_expected}}, origin, m_line};
    }

private:
    int m_line;
    std::string m_key;
    std::string m_expected;
};

int lineOf(const YAML::Node& node)
{
    return node.Mark().is_null() ? 0 : node.Mark().line + 1;
}

std::string text(const YAML::Node& map, const char* key, bool needed = false)
{
    const YAML::Node value = map[key];
    if (value && value.IsScalar())
        return value.as<std::string>();
    if (needed || (value && !value.IsNull()))
        throw YamlFault(lineOf(value ? value : map), key, "a text");
    return {};
}

YAML::Node list(const YAML::Node& map, const char* key)
{
    YAML::Node value = map[key];
    if (!value || !value.IsSequence())
        throw YamlFault(lineOf(value ? value : map), key, "a list");
    return value;
}

/// The file has one language; both texts of a catalog must be there.
LocalText both(std::string text)
{
    return {text, text};
}

std::string slug(const std::string& name)
{
    std::string out;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if (!out.empty() && out.back() != '-' && static_cast<unsigned char>(c) < 0x80U)
            out += '-';
    while (out.ends_with('-'))
        out.pop_back();
    return out.empty() ? "imported" : out;
}

void append(std::string& to, const std::string& what, const char* between)
{
    if (!what.empty())
        to += (to.empty() ? "" : between) + what;
}

Item question(const YAML::Node& node, int number, const std::string& group)
{
    Item out;
    out.id = std::to_string(number);
    out.group = group;
    out.question = both(text(node, "text", true));
    std::string explanation = text(node, "explanation");
    std::string yes;
    std::string no;
    bool green = false;
    for (const YAML::Node& answer : list(node, "answers")) {
        const std::string words = text(answer, "text", true);
        const std::string risk = text(answer, "risk");
        if (!risk.empty() && risk != "green" && risk != "yellow" && risk != "red" && risk != "unknown")
            throw YamlFault(lineOf(answer["risk"]), "risk", "green, yellow, red or unknown");
        const char* as = risk == "green" ? "YES" : risk == "yellow" || risk == "red" ? "NO" : "?";
        append(explanation, std::string(as) + ": " + words, "\n");
        green = green || risk == "green";
        std::string& meaning = risk == "green" ? yes : no;
        if (risk == "green" || risk == "yellow" || risk == "red") {
            append(meaning, text(answer, "rationale"), " ");
            append(meaning, text(answer, "mitigation"), " ");
        }
    }
    if (!green)
        throw YamlFault(lineOf(node), "answers", "at least one answer with risk green");
    out.explanation = both(explanation);
    out.example = both("-");
    out.whoAnswers = both("-");
    out.evidence = {{"statement", {"담당자 확인(면담, 공문, 회의록)", "Statement of the person in charge (interview, letter, minutes)"}}};
    if (!yes.empty())
        out.riskYes = both(yes);
    if (!no.empty())
        out.riskNo = both(no);
    return out;
}

int percentage(const YAML::Node& thresholds, const char* key, int fallback)
{
    if (!thresholds || !thresholds.IsMap() || !thresholds[key])
        return fallback;
    std::string written = text(thresholds, key);
    if (written.ends_with('%'))
        written.pop_back();
    const bool digits = !written.empty() && written.size() < 4 && written.find_first_not_of("0123456789") == std::string::npos;
    if (!digits || std::stoi(written) > 100)
        throw YamlFault(lineOf(thresholds[key]), key, "a percentage");
    return std::stoi(written);
}

Scoring scoringFromYaml(const YAML::Node& root, int items)
{
    Scoring out;
    const int red = percentage(root["thresholds"], "red", kDefaultRed);
    const int yellow = std::min(red, percentage(root["thresholds"], "yellow", red));
    const auto against = [items](int percent) { return std::clamp(static_cast<int>(std::ceil(items * percent / 100.0)), 1, items); };
    out.keepAt = items - against(red);
    out.adoptAt = items - against(yellow) + 1;
    out.source = "Konveyor";
    const YAML::Node messages = root["riskMessages"];
    const auto message = [&messages](const char* key, const LocalText& otherwise) {
        const std::string given = messages && messages.IsMap() ? text(messages, key) : std::string();
        return given.empty() ? otherwise : both(given);
    };
    out.outcomes = {{Verdict::Adopt, message("green", {"위험이 낮음", "Low risk"})},
                    {Verdict::Review, message("yellow", {"위험이 중간", "Medium risk"})},
                    {Verdict::Keep, message("red", {"위험이 높음", "High risk"})},
                    {Verdict::Incomplete, message("unknown", {"위험을 알 수 없음", "Unknown risk"})}};
    return out;
}

Catalog catalogFromYaml(const YAML::Node& root)
{
    if (!root.IsMap())
        throw YamlFault(lineOf(root), "sections", "a questionnaire of Konveyor");
    Catalog out;
    const std::string name = text(root, "name", true);
    out.id = slug(name);
    out.edition = "1";
    out.source = "Konveyor";
    out.title = both(name);
    out.description = both(text(root, "description").empty() ? name : text(root, "description"));
    int number = 0;
    for (const YAML::Node& section : list(root, "sections")) {
        out.groups.push_back({"section-" + std::to_string(out.groups.size() + 1), both(text(section, "name", true))});
        for (const YAML::Node& one : list(section, "questions"))
            out.items.push_back(question(one, ++number, out.groups.back().id));
    }
    if (out.items.empty())
        throw YamlFault(lineOf(root), "sections", "at least one question");
    out.scoring = scoringFromYaml(root, number);
    return out;
}

void writeAnswer(YAML::Emitter& out, int order, const std::string& text, const char* risk, const std::string& rationale)
{
    out << YAML::BeginMap << YAML::Key << "order" << YAML::Value << order << YAML::Key << "text" << YAML::Value << text;
    out << YAML::Key << "risk" << YAML::Value << risk;
    if (!rationale.empty())
        out << YAML::Key << "rationale" << YAML::Value << rationale;
    out << YAML::EndMap;
}

void writeQuestion(YAML::Emitter& out, const Item& item, int order, const std::string& language)
{
    const bool yes = item.favours == Answer::Yes;
    const bool ko = language == "ko";
    out << YAML::BeginMap << YAML::Key << "order" << YAML::Value << order;
    out << YAML::Key << "text" << YAML::Value << item.question.in(language);
    out << YAML::Key << "explanation" << YAML::Value << item.explanation.in(language);
    out << YAML::Key << "answers" << YAML::Value << YAML::BeginSeq;
    writeAnswer(out, 1, ko ? "예" : "Yes", yes ? "green" : "red", item.riskYes.in(language));
    writeAnswer(out, 2, ko ? "아니요" : "No", yes ? "red" : "green", item.riskNo.in(language));
    writeAnswer(out, 3, ko ? "모름" : "Don't know", "unknown", "");
    out << YAML::EndSeq << YAML::EndMap;
}

} // namespace

core::Result<Catalog> parseKonveyor(std::string_view yaml, const std::string& origin)
{
    if (yaml.size() > kLargest)
        return core::failure(ErrorCode::LimitExceeded, "checklist.konveyor.too-large", {}, origin);
    try {
        return catalogFromYaml(YAML::Load(std::string(yaml)));
    } catch (const YamlFault& fault) {
        return std::unexpected(fault.error(origin));
    } catch (const YAML::Exception& fault) {
        return core::failure(ErrorCode::Malformed, "checklist.konveyor.no-yaml", {{"detail", fault.msg}}, origin,
                             fault.mark.is_null() ? 0 : fault.mark.line + 1);
    }
}

std::string konveyorText(const Catalog& catalog, const std::string& language)
{
    YAML::Emitter out;
    out << YAML::BeginMap << YAML::Key << "name" << YAML::Value << catalog.title.in(language);
    out << YAML::Key << "description" << YAML::Value << catalog.description.in(language);
    out << YAML::Key << "required" << YAML::Value << true;
    out << YAML::Key << "sections" << YAML::Value << YAML::BeginSeq;
    int section = 0;
    for (const Group& group : catalog.groups) {
        out << YAML::BeginMap << YAML::Key << "order" << YAML::Value << ++section;
        out << YAML::Key << "name" << YAML::Value << group.title.in(language);
        out << YAML::Key << "questions" << YAML::Value << YAML::BeginSeq;
        int order = 0;
        for (const Item& item : catalog.items)
            if (item.group == group.id)
                writeQuestion(out, item, ++order, language);
        out << YAML::EndSeq << YAML::EndMap;
    }
    out << YAML::EndSeq;
    const int items = std::max<int>(1, static_cast<int>(catalog.items.size()));
    const auto share = [items](int count) { return static_cast<int>(std::lround(100.0 * count / items)); };
    out << YAML::Key << "thresholds" << YAML::Value << YAML::BeginMap;
    out << YAML::Key << "red" << YAML::Value << share(items - catalog.scoring.keepAt);
    out << YAML::Key << "yellow" << YAML::Value << share(items - catalog.scoring.adoptAt + 1);
    out << YAML::Key << "unknown" << YAML::Value << share(1) << YAML::EndMap;
    out << YAML::Key << "riskMessages" << YAML::Value << YAML::BeginMap;
    for (const auto& [key, verdict] :
         {std::pair("red", Verdict::Keep), {"yellow", Verdict::Review}, {"green", Verdict::Adopt}, {"unknown", Verdict::Incomplete}})
        if (const auto found = catalog.scoring.outcomes.find(verdict); found != catalog.scoring.outcomes.end())
            out << YAML::Key << key << YAML::Value << found->second.in(language);
    out << YAML::EndMap << YAML::EndMap;
    return std::string(out.c_str()) + "\n";
}

} // namespace naru::checklist
