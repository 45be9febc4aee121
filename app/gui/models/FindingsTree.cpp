#include "app/gui/models/FindingsTree.h"

#include "app/gui/Names.h"
#include "app/gui/models/TableModel.h"

#include <algorithm>
#include <map>

namespace naru::gui {
namespace {

/// Not only signs, as the beginning of a comment that goes on below.
bool saysSomething(const std::string& quote)
{
    const QString text = fromUtf8(quote);
    return std::ranges::any_of(text, [](QChar c) { return c.isLetterOrNumber(); });
}

constexpr quintptr kGroup = ~quintptr{0};

QString effortText(const core::EffortRange& effort, const Language& language)
{
    if (effort.high <= 0)
        return {};
    return QStringLiteral("%1 - %2").arg(language.number(effort.low, 1), language.number(effort.high, 1));
}

} // namespace

std::vector<core::Finding> FindingsTree::findings(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    if (const core::Finding* one = finding(index))
        return {*one};
    std::vector<core::Finding> out;
    for (const std::size_t i : m_groups[static_cast<std::size_t>(index.row())].findings)
        out.push_back(m_report.findings[i]);
    return out;
}

void FindingsTree::setReport(const core::AuditReport& report, Grouping grouping, bool accepted)
{
    beginResetModel();
    m_report = report;
    m_groups.clear();
    std::map<std::string, std::size_t> byKey;
    for (std::size_t i = 0; i < m_report.findings.size(); ++i) {
        const core::Finding& finding = m_report.findings[i];
        if (finding.suppressed != accepted)
            continue;
        std::string key;
        QString title;
        switch (grouping) {
        case Grouping::RootCause:
            key = finding.rootCause;
            title = m_env.language.text(finding.message);
            break;
        case Grouping::Factor: {
            key = std::to_string(100 + finding.factor);
            const auto factor = std::ranges::find(m_report.factors, finding.factor, &core::FactorResult::id);
            title = factor == m_report.factors.end() ? tr("Outside the twelve factors")
                                                     : QStringLiteral("%1. %2").arg(finding.factor).arg(m_env.language.text(factor->name));
            break;
        }
        case Grouping::File:
            key = finding.file;
            title = fromUtf8(finding.file);
            break;
        case Grouping::Risk:
            key = std::to_string(9 - static_cast<int>(finding.risk));
            title = Names::of(finding.risk);
            break;
        }
        const auto [found, fresh] = byKey.emplace(key, m_groups.size());
        if (fresh)
            m_groups.push_back({.title = title, .risk = finding.risk, .effort = {}, .findings = {}});
        Group& group = m_groups[found->second];
        group.risk = std::max(group.risk, finding.risk);
        if (grouping == Grouping::RootCause)
            group.effort = finding.effort;
        group.findings.push_back(i);
    }
    if (grouping == Grouping::RootCause || grouping == Grouping::File)
        std::ranges::stable_sort(m_groups, [](const Group& a, const Group& b) {
            return a.risk != b.risk ? a.risk > b.risk : a.findings.size() > b.findings.size();
        });
    else {
        std::vector<Group> ordered;
        for (const auto& [key, position] : byKey)
            ordered.push_back(m_groups[position]);
        m_groups = std::move(ordered);
    }
    endResetModel();
}

QModelIndex FindingsTree::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) : kGroup);
}

QModelIndex FindingsTree::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == kGroup)
        return {};
    return createIndex(static_cast<int>(child.internalId()), 0, kGroup);
}

int FindingsTree::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != kGroup || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<std::size_t>(parent.row())].findings.size());
}

int FindingsTree::columnCount(const QModelIndex&) const
{
    return kColumns;
}

const core::Finding* FindingsTree::finding(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == kGroup)
        return nullptr;
    const Group& group = m_groups[static_cast<std::size_t>(index.internalId())];
    return &m_report.findings[group.findings[static_cast<std::size_t>(index.row())]];
}

QVariant FindingsTree::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == Effort)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (const core::Finding* f = finding(index))
        return findingData(*f, index.column(), role);
    return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant FindingsTree::riskLook(core::Risk risk, int role) const
{
    const QColor& colour = m_env.theme.colours().risk[static_cast<std::size_t>(risk)];
    if (role == Qt::DisplayRole)
        return Names::of(risk);
    if (role == Qt::DecorationRole)
        return m_env.theme.icon(QStringLiteral("risk"), colour);
    if (role == Qt::ForegroundRole)
        return colour;
    return {};
}

QVariant FindingsTree::groupData(const Group& group, int column, int role) const
{
    switch (column) {
    case What:
        return role == Qt::DisplayRole || role == Qt::ToolTipRole
                   ? QVariant(QStringLiteral("%1  (%2)").arg(group.title).arg(group.findings.size()))
                   : QVariant();
    case Risk:
        return riskLook(group.risk, role);
    case Effort:
        return role == Qt::DisplayRole ? QVariant(effortText(group.effort, m_env.language)) : QVariant();
    default:
        return {};
    }
}

QVariant FindingsTree::findingData(const core::Finding& f, int column, int role) const
{
    if (role == FileRole)
        return fromUtf8(f.file);
    if (role == LineRole)
        return f.line;
    if (role == IdRole)
        return fromUtf8(f.fingerprint);
    switch (column) {
    case What:
        if (role == Qt::DisplayRole)
            return saysSomething(f.quote) ? fromUtf8(f.quote).simplified() : m_env.language.text(f.message);
        return role == Qt::ToolTipRole ? QVariant(m_env.language.text(f.message)) : QVariant();
    case Risk:
        return riskLook(f.risk, role);
    case Place:
        if (role != Qt::DisplayRole)
            return {};
        return f.line > 0 ? QStringLiteral("%1:%2").arg(fromUtf8(f.file)).arg(f.line) : fromUtf8(f.file);
    default:
        return {};
    }
}

QVariant FindingsTree::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("Finding");
    case Risk:
        return tr("Risk");
    case Place:
        return tr("Place");
    case Effort:
        return tr("Effort (person days)");
    default:
        return {};
    }
}

Subject describe(const core::Finding& finding, const core::AuditReport& report, Language& language)
{
    Subject s;
    s.title = language.text(finding.message);
    s.facts.emplace_back(FindingsTree::tr("Rule"), fromUtf8(finding.rule));
    s.facts.emplace_back(FindingsTree::tr("Risk"), Names::of(finding.risk));
    const auto factor = std::ranges::find(report.factors, finding.factor, &core::FactorResult::id);
    if (factor != report.factors.end()) {
        s.facts.emplace_back(FindingsTree::tr("Factor"), QStringLiteral("%1. %2").arg(factor->id).arg(language.text(factor->name)));
        if (!language.text(factor->toBe).isEmpty())
            s.facts.emplace_back(FindingsTree::tr("Target"), language.text(factor->toBe));
    }
    QStringList cwe;
    for (const int number : finding.cwe)
        cwe << QStringLiteral("CWE-%1").arg(number);
    if (!cwe.isEmpty())
        s.facts.emplace_back(FindingsTree::tr("Weakness"), cwe.join(QStringLiteral(", ")));
    if (finding.effort.high > 0)
        s.facts.emplace_back(FindingsTree::tr("Effort (person days)"), effortText(finding.effort, language));
    if (finding.suppressed)
        s.facts.emplace_back(FindingsTree::tr("Accepted because"), fromUtf8(finding.suppressedWhy));
    s.evidence.push_back({.kind = "code", .file = finding.file, .line = finding.line, .text = finding.quote, .source = {}});
    return s;
}

Subject FindingsTree::subject(const QModelIndex& index) const
{
    if (const core::Finding* f = finding(index))
        return describe(*f, m_report, m_env.language);
    if (!index.isValid())
        return {};
    const Group& group = m_groups[static_cast<std::size_t>(index.row())];
    Subject s;
    s.title = group.title;
    s.summary = tr("Findings: %1").arg(group.findings.size());
    s.facts.emplace_back(tr("Risk"), Names::of(group.risk));
    if (group.effort.high > 0)
        s.facts.emplace_back(tr("Effort (person days)"), effortText(group.effort, m_env.language));
    for (const std::size_t i : group.findings) {
        const core::Finding& f = m_report.findings[i];
        s.evidence.push_back({.kind = "code", .file = f.file, .line = f.line, .text = f.quote, .source = {}});
    }
    return s;
}

} // namespace naru::gui
