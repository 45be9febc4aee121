#include "checklist/Comparison.h"

#include <algorithm>

namespace naru::checklist {

namespace {

const core::AssessedItem* find(const core::Assessment& assessment, const std::string& id)
{
    const auto found = std::ranges::find(assessment.items, id, &core::AssessedItem::id);
    return found == assessment.items.end() ? nullptr : &*found;
}

} // namespace

AssessmentComparison compare(core::Assessment before, core::Assessment after)
{
    AssessmentComparison out;
    for (const core::AssessedItem& item : after.items) {
        const core::AssessedItem* earlier = find(before, item.id);
        const core::GivenAnswer was = earlier != nullptr ? earlier->answer : core::GivenAnswer();
        if (was.value != item.answer.value || was.note != item.answer.note)
            out.changed.push_back({item.id, item.question, was, item.answer});
    }
    for (const core::AssessedItem& item : before.items)
        if (find(after, item.id) == nullptr && item.answer.value != core::Answer::Unanswered)
            out.changed.push_back({item.id, item.question, item.answer, {}});
    out.before = std::move(before);
    out.after = std::move(after);
    return out;
}

} // namespace naru::checklist
