#pragma once

#include "core/model/ReportModel.h"

#include <array>
#include <map>
#include <string>

namespace naru::reports {

/// Numbers of headings, tables and figures in the order of the document, the
/// same for every format.
class Numbering {
public:
    explicit Numbering(const core::ReportModel& model);

    /// "2.3" for a numbered heading; empty for one that is not.
    [[nodiscard]] std::string heading(const core::Heading& heading) const;
    [[nodiscard]] int table(const core::ReportTable& table) const;
    [[nodiscard]] int figure(const core::Figure& figure) const;
    /// What a reference shows: the number of what the anchor names; empty when there is no such anchor.
    [[nodiscard]] std::string reference(const std::string& anchor) const;

private:
    std::map<const core::Heading*, std::string> m_headings;
    std::map<const core::ReportTable*, int> m_tables;
    std::map<const core::Figure*, int> m_figures;
    std::map<std::string, std::string> m_anchors;
};

/// "표 3" or "Table 3", and the same for figures.
std::string tableLabel(const std::string& language, int number);
std::string figureLabel(const std::string& language, int number);

} // namespace naru::reports
