#include "app/gui/window/ActionTable.h"

#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

#include <array>

namespace naru::gui {
namespace {

// clang-format off
constexpr std::array kRows = {
    ActionRow{"new", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&New project..."), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Make a project from a source folder"), "new", "Ctrl+N", true, false},
    ActionRow{"open", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Open project..."), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Open a project file"), "open", "Ctrl+O", true, false},
    ActionRow{"sample", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Open the &sample"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Try Naru on the sample system"), "sample", "", false, false},
    ActionRow{"save", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Save"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Write the project file"), "save", "Ctrl+S", true, true, true},
    ActionRow{"saveAs", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Save &as..."), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Write the project to another file"), "", "Ctrl+Shift+S"},
    ActionRow{"addSystem", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Add a s&ystem..."), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Add another system to the project from its source folder"), "", ""},
    ActionRow{"close", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Close project"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Leave the project"), "", "Ctrl+W", false, true, true},
    ActionRow{"quit", "project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Quit"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Leave Naru"), "", "Ctrl+Q", false, false},
    ActionRow{"undo", "edit", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Undo"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Take the last edit back"), "undo", "Ctrl+Z", true},
    ActionRow{"redo", "edit", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Redo"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Do the edit again"), "redo", "Ctrl+Shift+Z", true},
    ActionRow{"search", "edit", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Search &everything"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Find a type, table, entry point, view, context or page"), "search", "Ctrl+K", false, true, true},
    ActionRow{"analyze", "run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Analyse the source"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Read the source and everything that follows from it"), "analyze", "F5", true},
    ActionRow{"split", "run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Propose a &split"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Propose which services the system could become"), "split", "F6"},
    ActionRow{"count", "run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Count function points"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Count the functions of the system"), "cost", "F7"},
    ActionRow{"plan", "run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Make the &plan"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Order the contexts into waves"), "plan", "F8"},
    ActionRow{"cancel", "run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Cancel the running step"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Stop; what was there before stays"), "cancel", "Ctrl+.", false, false, true},
    ActionRow{"go1", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Overview"), "", "overview", "Ctrl+1"},
    ActionRow{"go2", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Diagnosis"), "", "diagnosis", "Ctrl+2"},
    ActionRow{"go3", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Code"), "", "code", "Ctrl+3"},
    ActionRow{"go4", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Readiness"), "", "readiness", "Ctrl+4"},
    ActionRow{"go5", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Split"), "", "split", "Ctrl+5"},
    ActionRow{"go6", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Cost"), "", "cost", "Ctrl+6"},
    ActionRow{"go7", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Plan"), "", "plan", "Ctrl+7"},
    ActionRow{"go8", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Report"), "", "report", "Ctrl+8"},
    ActionRow{"inspector", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Evidence panel"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Show or hide where things come from"), "", "F9", false, true, true},
    ActionRow{"languageKo", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Korean"), "", "", "", false, false, true},
    ActionRow{"languageEn", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "English"), "", "", "", false, false},
    ActionRow{"themeSystem", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Colours of the desktop"), "", "", "", false, false, true},
    ActionRow{"themeLight", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Light colours"), "", "", "", false, false},
    ActionRow{"themeDark", "view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Dark colours"), "", "", "Ctrl+D", false, false},
    ActionRow{"userName", "help", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "Your &name..."), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "The name kept with your answers and edits"), "", "", false, false},
    ActionRow{"shortcuts", "help", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Keyboard shortcuts"), QT_TRANSLATE_NOOP("naru::gui::ActionTable", "All shortcuts in one list"), "", "F1", false, false},
    ActionRow{"about", "help", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&About Naru"), "", "", "", false, false},
};

constexpr std::array kMenus = {
    std::pair{"project", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Project")}, std::pair{"edit", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Edit")}, std::pair{"run", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Steps")},
    std::pair{"view", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&View")}, std::pair{"help", QT_TRANSLATE_NOOP("naru::gui::ActionTable", "&Help")},
};
// clang-format on
} // namespace

std::span<const ActionRow> ActionTable::rows()
{
    return kRows;
}

ActionTable::ActionTable(Environment& environment, QWidget* owner) : QObject(owner), m_env(environment)
{
    for (const ActionRow& row : kRows) {
        const QString id = QString::fromLatin1(row.id);
        auto* action = new QAction(owner);
        action->setObjectName(QStringLiteral("action_") + id);
        action->setShortcut(QKeySequence(QString::fromLatin1(row.shortcut)));
        action->setMenuRole(QAction::NoRole);
        owner->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { emit triggered(id); });
        m_actions.emplace(id, action);
    }
    for (const auto& [id, title] : kMenus) {
        auto* menu = new QMenu(owner);
        menu->setObjectName(QStringLiteral("menu_") + QString::fromLatin1(id));
        m_menus.emplace(QString::fromLatin1(id), menu);
    }
    for (const char* id : {"languageKo", "languageEn", "themeSystem", "themeLight", "themeDark", "inspector"})
        m_actions[QString::fromLatin1(id)]->setCheckable(true);
    retranslate();
    connect(&m_env.language, &Language::changed, this, &ActionTable::retranslate);
    connect(&m_env.theme, &Theme::changed, this, &ActionTable::retranslate);
}

QAction* ActionTable::operator[](const QString& id) const
{
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : found->second;
}

QMenu* ActionTable::menu(const QString& id) const
{
    const auto found = m_menus.find(id);
    return found == m_menus.end() ? nullptr : found->second;
}

void ActionTable::fill(QMenuBar* bar, QToolBar* toolbar)
{
    for (const auto& [id, title] : kMenus)
        bar->addMenu(menu(QString::fromLatin1(id)));
    for (const ActionRow& row : kRows) {
        QAction* action = (*this)[QString::fromLatin1(row.id)];
        QMenu* in = menu(QString::fromLatin1(row.menu));
        if (row.separatorBefore) {
            in->addSeparator();
            if (row.toolbar)
                toolbar->addSeparator();
        }
        in->addAction(action);
        if (row.toolbar)
            toolbar->addAction(action);
    }
}

void ActionTable::setProjectOpen(bool open)
{
    for (const ActionRow& row : kRows)
        if (row.needsProject)
            (*this)[QString::fromLatin1(row.id)]->setEnabled(open);
}

QStringList ActionTable::shortcuts() const
{
    QStringList list;
    for (const ActionRow& row : kRows) {
        const QAction* action = (*this)[QString::fromLatin1(row.id)];
        if (!action->shortcut().isEmpty())
            list << tr(row.text).remove(QLatin1Char('&')) + QLatin1Char('\t') + action->shortcut().toString(QKeySequence::NativeText);
    }
    return list;
}

void ActionTable::retranslate()
{
    for (const ActionRow& row : kRows) {
        QAction* action = (*this)[QString::fromLatin1(row.id)];
        action->setText(tr(row.text));
        QString tip = *row.tip ? tr(row.tip) : tr(row.text).remove(QLatin1Char('&'));
        if (!action->shortcut().isEmpty())
            tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
        action->setToolTip(tip);
        if (*row.icon)
            action->setIcon(m_env.theme.icon(QString::fromLatin1(row.icon)));
    }
    for (const auto& [id, title] : kMenus)
        menu(QString::fromLatin1(id))->setTitle(tr(title));
}

} // namespace naru::gui
