#pragma once

#include "reports/builders/Composer.h"
#include "reports/builders/SheetCells.h"

#include <map>
#include <string>
#include <vector>

namespace naru::reports {

/// Where the sheet of the steps has its figures, for sheets that go on from there.
struct StepCells {
    std::string sheet;                       ///< its name; empty: there is no estimate
    std::map<std::string, std::size_t> rows; ///< by the text key of the step; the unit price, the sum of the stages, and the size too
    /// A cell as formulas of other sheets name it; empty when there is no such step.
    [[nodiscard]] std::string cell(const std::string& step, char column) const;
};

/// The sheets on the split: the functions before and after it, the cost with and without the API links of the guide, which a cell
/// switches on and off for the estimate too, and the cost by context and by migration wave.
class SplitBook {
public:
    /// `inventory` is the sheet of the functions: the first in row 2, points in column G, states in column H.
    SplitBook(const Composer& composer, std::string inventory);

    [[nodiscard]] bool known() const { return m_split != nullptr; }
    /// The size that is priced: that of the inventory, and of the API links where they are switched on.
    [[nodiscard]] std::string sizeFormula(const std::string& inventoryTotal) const;
    [[nodiscard]] core::Sheet comparison(const StepCells& steps) const;
    [[nodiscard]] core::Sheet functions() const;
    [[nodiscard]] core::Sheet shares(const StepCells& steps) const;

private:
    class Chain;

    [[nodiscard]] core::SheetCell label(const char* key, core::SheetCell::Style style = core::SheetCell::Style::Plain) const;
    [[nodiscard]] SheetRow headers(std::initializer_list<const char*> keys) const;
    [[nodiscard]] std::string contextName(const std::string& id) const;
    [[nodiscard]] std::string waveOf(const std::string& context) const;
    [[nodiscard]] std::size_t lastFunction() const; ///< row of the last function before the total
    /// Cells of a column of the functions, from the first to the last.
    [[nodiscard]] std::string column(char letter) const;
    void addContexts(core::Sheet& sheet, const StepCells& steps, std::size_t first) const;
    void addWaves(core::Sheet& sheet, std::size_t firstContext, std::size_t lastContext) const;

    const Composer& m_composer;
    const ReportInput& m_input;
    std::string m_inventory;
    std::string m_comparisonName;
    std::string m_functionsName;
    const core::Alternative* m_split = nullptr;
    std::map<std::string, std::string> m_names; ///< of contexts by id, each name once, for formulas look for them
};

} // namespace naru::reports
