#pragma once

#include <string>
#include <vector>

namespace naru::reports {

/// A fault for which a word processor would reject or misrender an HWPX file.
struct HwpxFault {
    std::string part; ///< file in the package
    std::string rule; ///< e.g. "mimetype.stored", "reference.charPrIDRef", "count.charProperties", "cell.cellSz"
    std::string detail;
};

/// Checks that a package is closed: order and storage in the ZIP, parts that must be there, well-formed XML with
/// the namespaces of the format and no prefixed attributes, true counts, references that all resolve, page setting in
/// the first paragraph, whole table cells that cover their grid, no empty controls. Empty: no fault.
std::vector<HwpxFault> checkHwpx(const std::string& bytes);

} // namespace naru::reports
