#include "checklist/Scoring.h"

#include <algorithm>

namespace naru::checklist {

using core::Answer;
using core::AssessedItem;
using core::Assessment;
using core::Verdict;

namespace {

/// What an answer counts as, after its rider.
Answer counted(const Item& item, const AssessedItem& assessed, RiderMode mode)
{
    const Answer answer = assessed.answer.value;
    if (!item.rider || answer != Answer::Yes || mode == RiderMode::Ignore)
        return answer;
    if (assessed.rider.has_value())
        return *assessed.rider ? Answer::Yes : Answer::No;
    return mode == RiderMode::Required ? Answer::Unknown : Answer::Yes;
}

Answer favoured(const Item& item, const AnswerSheet& sheet)
{
    const auto chosen = sheet.readings.find(item.id);
    if (chosen == sheet.readings.end())
        return item.favours;
    const auto reading = std::ranges::find(item.readings, chosen->second, &Reading::id);
    return reading == item.readings.end() ? item.favours : reading->favours;
}

Verdict verdictFor(int favourable, const Scoring& scoring)
{
    if (favourable >= scoring.adoptAt)
        return Verdict::Adopt;
    return favourable <= scoring.keepAt ? Verdict::Keep : Verdict::Review;
}

AssessedItem assessedItem(const Item& item, const AnswerSheet& sheet, const Proposals& proposals)
{
    AssessedItem out;
    out.id = item.id;
    out.group = item.group;
    out.question = item.question;
    if (const auto answer = sheet.answers.find(item.id); answer != sheet.answers.end())
        out.answer = answer->second;
    if (const auto rider = sheet.riders.find(item.id); rider != sheet.riders.end())
        out.rider = rider->second;
    if (const auto proposal = proposals.find(item.id); proposal != proposals.end())
        out.proposal = proposal->second;
    return out;
}

/// Verdicts that are still possible when `open` more items may turn out either way.
std::vector<Verdict> reachable(int favourable, int open, const Scoring& scoring)
{
    std::vector<Verdict> out;
    for (int n = favourable; n <= favourable + open; ++n)
        if (const Verdict one = verdictFor(n, scoring); std::ranges::find(out, one) == out.end())
            out.push_back(one);
    return out;
}

} // namespace

Assessment score(const Catalog& catalog, const AnswerSheet& sheet, const Proposals& proposals)
{
    Assessment out;
    out.catalog = catalog.id;
    out.edition = catalog.edition;
    std::vector<std::string> unanswered;
    std::vector<std::string> unknown;
    for (const Item& item : catalog.items) {
        AssessedItem assessed = assessedItem(item, sheet, proposals);
        assessed.review =
            assessed.answer.value != Answer::Unanswered && !assessed.answer.edition.empty() && assessed.answer.edition != catalog.edition;
        assessed.counted = counted(item, assessed, catalog.scoring.rider);
        switch (assessed.counted) {
        case Answer::Unanswered:
            unanswered.push_back(item.id);
            break;
        case Answer::Unknown:
            unknown.push_back(item.id);
            ++out.unknown;
            break;
        case Answer::Yes:
        case Answer::No:
            ++(assessed.counted == Answer::Yes ? out.yes : out.no);
            assessed.favourable = assessed.counted == favoured(item, sheet);
            out.favourable += assessed.favourable ? 1 : 0;
            break;
        }
        out.items.push_back(std::move(assessed));
    }
    for (const auto& [id, answer] : sheet.answers)
        if (answer.value != Answer::Unanswered && catalog.find(id) == nullptr)
            out.strangers.push_back(id);
    const auto open = static_cast<int>(unanswered.size() + unknown.size());
    out.possible = reachable(out.favourable, open, catalog.scoring);
    out.missing = unanswered;
    if (out.possible.size() > 1)
        out.missing.insert(out.missing.end(), unknown.begin(), unknown.end());
    std::ranges::sort(out.missing, {}, [&catalog](const std::string& id) { return catalog.find(id) - catalog.items.data(); });
    out.verdict = out.missing.empty() ? out.possible.front() : Verdict::Incomplete;
    out.ownReading = std::ranges::find(catalog.scoring.ownReading, out.verdict) != catalog.scoring.ownReading.end();
    if (const auto text = catalog.scoring.outcomes.find(out.verdict); text != catalog.scoring.outcomes.end())
        out.outcome = text->second;
    return out;
}

} // namespace naru::checklist
