#pragma once

#include "core/model/ReportModel.h"

#include <string>

namespace naru::reports::docx {

// The parts of the package that do not depend on the text of the report.

std::string xmlStart();
std::string contentTypes();
std::string packageRelations();
std::string coreProperties(const core::ReportModel& model);
std::string appProperties();
/// `scale` is applied to all type, for what must stay on one page.
std::string stylesXml(const std::string& language, double scale = 1);
std::string settingsXml();
std::string footerXml();
/// Marks of the language, and `orderedLists` numbered lists that each begin at 1.
std::string numberingXml(const std::string& language, int orderedLists);

constexpr int kBulletList = 1;      ///< id of the bullet list
constexpr int kFirstNumberList = 2; ///< id of the first numbered list

} // namespace naru::reports::docx
