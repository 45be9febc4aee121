#include "app/gui/models/CrudMatrix.h"

#include "app/gui/Language.h"
#include "app/gui/Names.h"
#include "app/gui/models/CodeTables.h"

#include <map>

namespace naru::gui {
namespace {

enum Letter : std::uint8_t { kCreate = 1, kRead = 2, kUpdate = 4, kDelete = 8 };

std::uint8_t lettersOf(const core::Statement& statement, core::AccessMode mode)
{
    if (mode == core::AccessMode::Read)
        return kRead;
    switch (statement.kind) {
    case core::StatementKind::Insert:
        return kCreate;
    case core::StatementKind::Delete:
        return kDelete;
    case core::StatementKind::Merge:
        return kCreate | kUpdate;
    default:
        return kUpdate;
    }
}

} // namespace

void CrudMatrix::setCode(std::shared_ptr<const core::CodeModel> code)
{
    beginResetModel();
    m_code = std::move(code);
    m_rows.clear();
    m_columns.clear();
    if (m_code) {
        std::map<core::TableId, std::size_t> columns;
        for (const core::Transaction& transaction : m_code->transactions)
            for (const core::TableAccess& access : transaction.accesses)
                columns.emplace(access.table, 0);
        for (auto& [table, position] : columns) {
            position = m_columns.size();
            m_columns.push_back(table);
        }
        for (std::size_t t = 0; t < m_code->transactions.size(); ++t) {
            const core::Transaction& transaction = m_code->transactions[t];
            if (transaction.accesses.empty())
                continue; // touches no table: says nothing here
            Row row{transaction.entry, t, std::vector<std::uint8_t>(m_columns.size())};
            for (const core::StatementId id : transaction.statements)
                for (const core::TableAccess& access : (*m_code)[id].accesses)
                    if (const auto found = columns.find(access.table); found != columns.end())
                        row.letters[found->second] |= lettersOf((*m_code)[id], access.mode);
            m_rows.push_back(std::move(row));
        }
    }
    endResetModel();
}

int CrudMatrix::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CrudMatrix::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_code ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant CrudMatrix::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const core::EntryPoint& entry = (*m_code)[row.entry];
    if (role == FileRole)
        return fromUtf8(m_code->path(entry.at));
    if (role == LineRole)
        return entry.at.line;
    if (role == IdRole)
        return textOf(*m_code, entry.id);
    if (index.column() == 0)
        return role == Qt::DisplayRole || role == SortRole ? QVariant(textOf(*m_code, entry.id)) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const std::uint8_t letters = row.letters[static_cast<std::size_t>(index.column() - 1)];
    QString cell;
    for (const auto& [bit, letter] : {std::pair(kCreate, 'C'), std::pair(kRead, 'R'), std::pair(kUpdate, 'U'), std::pair(kDelete, 'D')})
        if (letters & bit)
            cell += QLatin1Char(letter);
    return cell;
}

QVariant CrudMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || !m_code || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return section == 0 ? tr("Entry point") : textOf(*m_code, (*m_code)[m_columns[static_cast<std::size_t>(section - 1)]].name);
    if (role == Qt::ToolTipRole && section > 0)
        return textOf(*m_code, (*m_code)[m_columns[static_cast<std::size_t>(section - 1)]].comment);
    return {};
}

Subject CrudMatrix::subject(int row) const
{
    return describeEntryPoint(*m_code, m_rows[static_cast<std::size_t>(row)].entry.value);
}

} // namespace naru::gui
