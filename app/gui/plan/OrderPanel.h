#pragma once

#include "app/gui/plan/PlanRoom.h"

#include <string>
#include <vector>

class QComboBox;

namespace naru::gui {

template <typename Row> class RowsModel;
class TablePanel;

/// Which context must not move after which: wishes of a person, each with whether the plan keeps it.
class OrderPanel : public PlanRoom {
    Q_OBJECT
public:
    OrderPanel(Environment& environment, Document& document, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QString title() const override { return tr("Order wishes"); }

private:
    struct Wish {
        std::string first, second; ///< context ids
        QString state;             ///< kept, or what it contradicts
    };
    void buildTools();
    void buildTable();
    void add();
    void removeCurrent();
    void enable();
    [[nodiscard]] std::vector<std::string> after(const std::string& first) const;
    void decide(const std::string& first, const std::vector<std::string>& seconds);
    [[nodiscard]] QString nameOf(const std::string& context) const;

    QComboBox* m_first = nullptr;
    QComboBox* m_second = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    RowsModel<Wish>* m_wishes = nullptr;
    TablePanel* m_table = nullptr;
};

} // namespace naru::gui
