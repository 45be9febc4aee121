#include "core/edit/Edit.h"

#include <ranges>

namespace naru::core {

Edit inverse(const Edit& edit)
{
    Edit back{edit.labelKey, {}, edit.who, edit.note};
    back.changes.reserve(edit.changes.size());
    // The same key may be changed twice in one edit, so the order is turned as well.
    for (const Change& change : edit.changes | std::views::reverse)
        back.changes.push_back({change.system, change.area, change.key, change.after, change.before});
    return back;
}

} // namespace naru::core
