#pragma once

#include "app/gui/Environment.h"

#include <QAction>
#include <QObject>

#include <map>
#include <span>

class QMenu;
class QMenuBar;
class QToolBar;

namespace naru::gui {

/// One row of the action table.
struct ActionRow {
    const char* id;
    const char* menu; ///< id of the menu it stands in
    const char* text;
    const char* tip;
    const char* icon;     ///< name below resources/icons, empty: none
    const char* shortcut; ///< portable text, empty: none
    bool toolbar = false;
    bool needsProject = true;
    bool separatorBefore = false;
};

/// All actions of the window. Menus, the toolbar and the list of shortcuts are made from this one table.
class ActionTable : public QObject {
    Q_OBJECT
public:
    ActionTable(Environment& environment, QWidget* owner);
    [[nodiscard]] QAction* operator[](const QString& id) const;
    [[nodiscard]] QMenu* menu(const QString& id) const;
    void fill(QMenuBar* bar, QToolBar* toolbar);
    void setProjectOpen(bool open);
    [[nodiscard]] static std::span<const ActionRow> rows();
    /// "name TAB shortcut" of every action that has one.
    [[nodiscard]] QStringList shortcuts() const;

signals:
    void triggered(const QString& id);

private:
    void retranslate();

    Environment& m_env;
    std::map<QString, QAction*> m_actions;
    std::map<QString, QMenu*> m_menus;
};

} // namespace naru::gui
