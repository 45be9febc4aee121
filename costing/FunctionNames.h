#pragma once

#include "core/model/CodeModel.h"
#include "costing/Conventions.h"
#include "costing/Flows.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::costing {

/// Gives functions the names a person would: table comments, titles of menus and
/// screens, comments of handlers, at last the table with a verb, or the URL.
class FunctionNames {
public:
    FunctionNames(const core::CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions);

    [[nodiscard]] std::string ofTable(core::TableId table) const;
    [[nodiscard]] std::string ofFlow(const Flow& flow, core::TableId subject, bool change, const std::string& variant = {}) const;

private:
    [[nodiscard]] std::string verbOf(std::string_view name, bool change, bool korean) const;
    [[nodiscard]] std::string verbOf(const Flow& flow, bool change, bool korean) const;
    [[nodiscard]] std::string titleOf(const Flow& flow) const;
    [[nodiscard]] std::string viewTitle(const Flow& flow) const;

    const core::CodeModel& m_model;
    const Conventions& m_conventions;
    std::map<std::string, int> m_titles; ///< how many handlers have this title: one of several says nothing
    std::vector<core::ViewId> m_viewOf;  ///< by member: the first view with a title that it renders
};

/// "회의실 목록을 조회한다." -> "회의실 목록 조회"; one line, without trailing marks.
std::string tidyTitle(std::string_view text);
[[nodiscard]] bool hasHangul(std::string_view text);

} // namespace naru::costing
