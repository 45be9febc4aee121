#pragma once

#include "app/gui/document/Subject.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace naru::gui {

/// Roles that every table of the window understands.
enum TableRole {
    SortRole = Qt::UserRole + 1, ///< the value to sort by: number or text
    IdRole,                      ///< stable id of the row's element
    FileRole,                    ///< file and line to jump to
    LineRole,
    GroupRole, ///< a word by which a page filters
};

/// The part of a table model that does not depend on the row type.
class TableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    /// What the inspector shows of a row.
    [[nodiscard]] virtual Subject subject(int row) const = 0;
    /// Asks for the headings and texts again, after a change of language.
    void retranslate();
};

/// One column of a table of `Row`.
template <typename Row> struct Column {
    std::function<QString()> title;
    std::function<QVariant(const Row&)> value;           ///< what to sort by
    std::function<QString(const Row&)> text = {};        ///< what to show; empty: the value
    bool right = false;                                  ///< numbers stand at the right
    std::function<QVariant(const Row&, int)> extra = {}; ///< any other role
};

/// A table described by its columns: the model every page builds its tables from.
template <typename Row> class RowsModel : public TableModel {
public:
    explicit RowsModel(std::vector<Column<Row>> columns, QObject* parent = nullptr) : TableModel(parent), m_columns(std::move(columns)) {}

    /// `kept` is what the rows point into; it lives as long as they do.
    void setRows(std::vector<Row> rows, std::shared_ptr<const void> kept = {})
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_kept = std::move(kept);
        endResetModel();
    }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] const Row& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    /// How a row names itself to the rest of the window.
    std::function<QString(const Row&)> id;
    std::function<std::pair<QString, int>(const Row&)> place;
    std::function<QString(const Row&)> group;
    std::function<Subject(const Row&)> describe;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Row& row = at(index.row());
        const Column<Row>& column = m_columns[static_cast<std::size_t>(index.column())];
        switch (role) {
        case Qt::DisplayRole:
            return column.text ? QVariant(column.text(row)) : column.value(row);
        case SortRole:
            return column.value(row);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::Alignment((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        case IdRole:
            return id ? QVariant(id(row)) : QVariant();
        case FileRole:
            return place ? QVariant(place(row).first) : QVariant();
        case LineRole:
            return place ? QVariant(place(row).second) : QVariant();
        case GroupRole:
            return group ? QVariant(group(row)) : QVariant();
        default:
            return column.extra ? column.extra(row, role) : QVariant();
        }
    }
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole)
            return column.title();
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
        return {};
    }
    [[nodiscard]] Subject subject(int row) const override { return describe ? describe(at(row)) : Subject(); }

private:
    std::vector<Column<Row>> m_columns;
    std::vector<Row> m_rows;
    std::shared_ptr<const void> m_kept;
};

/// Filters by words found in any column, and by group.
class TableFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit TableFilter(QObject* parent = nullptr);
    void setWords(const QString& words);
    void setGroup(const QString& group);

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    QStringList m_words;
    QString m_group;
};

} // namespace naru::gui
