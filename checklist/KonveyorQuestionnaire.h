#pragma once

#include "checklist/Catalog.h"

#include <string>
#include <string_view>

namespace naru::checklist {

/// Reads an assessment questionnaire of Konveyor (YAML: name, description, sections, questions, answers with a risk, thresholds).
///
/// A question of Konveyor has any number of answers; an item here has two. YES stands for the answers with risk green, NO for those with
/// risk yellow or red, 'unknown' for the rest; the wording of every answer is kept in the explanation, rationale and mitigation in what
/// YES and NO mean. Items are numbered through, sections become groups. Konveyor takes the highest risk that passes its threshold:
/// from `red` percent of the items against it on the verdict is to keep the present architecture, from `yellow` percent on a review.
/// Errors: Malformed, naming file, line, key and what was expected there; LimitExceeded.
core::Result<Catalog> parseKonveyor(std::string_view yaml, const std::string& origin);

/// Writes a catalog in that format, in one language. YES, NO and 'don't know' become three answers.
std::string konveyorText(const Catalog& catalog, const std::string& language);

} // namespace naru::checklist
