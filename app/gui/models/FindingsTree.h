#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Subject.h"
#include "core/model/AuditReport.h"

#include <QAbstractItemModel>

#include <vector>

namespace naru::gui {

/// Findings of the audit below what they have in common.
class FindingsTree : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Grouping { RootCause, Factor, File, Risk };
    enum Column { What, Risk, Place, Effort, kColumns };

    explicit FindingsTree(Environment& environment, QObject* parent = nullptr) : QAbstractItemModel(parent), m_env(environment) {}
    /// `accepted`: the findings that a person accepted, instead of those that are open.
    void setReport(const core::AuditReport& report, Grouping grouping, bool accepted = false);
    /// The finding of a row, or all findings of a group.
    [[nodiscard]] std::vector<core::Finding> findings(const QModelIndex& index) const;
    [[nodiscard]] Subject subject(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString title;
        core::Risk risk = core::Risk::Info;
        core::EffortRange effort;
        std::vector<std::size_t> findings;
    };
    [[nodiscard]] const core::Finding* finding(const QModelIndex& index) const;
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;
    [[nodiscard]] QVariant findingData(const core::Finding& finding, int column, int role) const;
    [[nodiscard]] QVariant riskLook(core::Risk risk, int role) const;

    Environment& m_env;
    core::AuditReport m_report;
    std::vector<Group> m_groups;
};

/// Inspector view of one finding.
Subject describe(const core::Finding& finding, const core::AuditReport& report, Language& language);

} // namespace naru::gui
