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
std::string stylesXml(const std::string& language);
std::string settingsXml();
std::string footerXml();
/// Bullets, and `orderedLists` numbered lists that each begin at 1.
std::string numberingXml(int orderedLists);

constexpr int kBulletList = 1;      ///< id of the bullet list
constexpr int kFirstNumberList = 2; ///< id of the first numbered list

} // namespace naru::reports::docx
