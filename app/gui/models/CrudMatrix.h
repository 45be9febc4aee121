#pragma once

#include "app/gui/models/TableModel.h"
#include "core/model/CodeModel.h"

#include <memory>
#include <vector>

namespace naru::gui {

/// Who touches which table: entry points down, tables across, C R U D in the cells.
class CrudMatrix : public TableModel {
    Q_OBJECT
public:
    explicit CrudMatrix(QObject* parent = nullptr) : TableModel(parent) {}
    void setCode(std::shared_ptr<const core::CodeModel> code);
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Subject subject(int row) const override;

private:
    struct Row {
        core::EntryPointId entry;
        std::size_t transaction = 0;
        std::vector<std::uint8_t> letters; ///< per column: bits of C R U D
    };
    std::shared_ptr<const core::CodeModel> m_code;
    std::vector<core::TableId> m_columns; ///< tables that any entry point touches
    std::vector<Row> m_rows;
};

} // namespace naru::gui
