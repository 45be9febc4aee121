#pragma once

#include "app/gui/Language.h"
#include "core/model/Assessment.h"
#include "core/model/AuditReport.h"
#include "core/model/CodeModel.h"
#include "core/model/FunctionPointCount.h"
#include "core/model/Partition.h"

#include <QCoreApplication>
#include <QString>

#include <string>
#include <string_view>

namespace naru::gui {

/// Words of the window for the values of the model, in the present language.
class Names {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::Names)
public:
    [[nodiscard]] static QString of(core::Answer answer);
    [[nodiscard]] static QString of(core::Verdict verdict);
    [[nodiscard]] static QString of(core::Risk risk);
    [[nodiscard]] static QString of(core::FactorState state);
    [[nodiscard]] static QString of(core::CriterionState state);
    [[nodiscard]] static QString of(core::TypeKind kind);
    [[nodiscard]] static QString of(core::TableOrigin origin);
    [[nodiscard]] static QString of(core::EntryPointKind kind);
    [[nodiscard]] static QString of(core::ViewKind kind);
    [[nodiscard]] static QString of(core::UnresolvedReason reason);
    [[nodiscard]] static QString of(core::Severity severity);
    [[nodiscard]] static QString of(core::SubdomainKind kind);
    [[nodiscard]] static QString of(core::MemberRole role);
    [[nodiscard]] static QString of(core::FunctionType type);
    [[nodiscard]] static QString of(core::FunctionState state);
    [[nodiscard]] static QString of(core::Complexity complexity);
    [[nodiscard]] static QString of(core::InterfaceKind kind);
    [[nodiscard]] static QString of(core::Language language);
    /// The name of a member without package or folder, for where there is little room.
    [[nodiscard]] static QString brief(const core::PartitionMember& member);
    /// A kind of evidence of a split; the id itself when it is unknown.
    [[nodiscard]] static QString ofEvidence(const std::string& layer);
};

/// A text of the model.
inline QString textOf(const core::CodeModel& code, core::StringId id)
{
    return fromUtf8(code.text(id));
}

} // namespace naru::gui
