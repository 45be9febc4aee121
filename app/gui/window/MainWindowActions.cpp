// What the actions of the window do.

#include "app/gui/pages/CodePage.h"
#include "app/gui/pages/PlanPage.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/widgets/Inspector.h"
#include "app/gui/window/ActionTable.h"
#include "app/gui/window/MainWindow.h"
#include "app/gui/window/NewProjectPage.h"
#include "app/gui/window/SearchBox.h"
#include "app/gui/window/WelcomePage.h"

#include <QComboBox>
#include <QFileInfo>
#include <QStackedWidget>
#include <QStatusBar>

namespace naru::gui {
namespace {

const QString kFilter = QStringLiteral("Naru (*.naru)");

} // namespace

void MainWindow::run(const QString& action)
{
    if (action.startsWith(QLatin1StringView("go"))) {
        goTo(static_cast<Step>(action.mid(2).toInt() - 1));
        return;
    }
    const std::map<QString, std::function<void()>> acts{
        {QStringLiteral("new"), [this] { newProject(); }},
        {QStringLiteral("open"), [this] { chooseProject(); }},
        {QStringLiteral("sample"), [this] { openSample(); }},
        {QStringLiteral("save"), [this] { save(); }},
        {QStringLiteral("saveAs"), [this] { saveAs(); }},
        {QStringLiteral("addSystem"), [this] { addSystem(); }},
        {QStringLiteral("close"),
         [this] {
             if (mayLeave())
                 m_document->close(false);
         }},
        {QStringLiteral("quit"), [this] { close(); }},
        {QStringLiteral("undo"), [this] { m_document->undo().undo(); }},
        {QStringLiteral("redo"), [this] { m_document->undo().redo(); }},
        {QStringLiteral("search"),
         [this] {
             m_search->setFocus(Qt::ShortcutFocusReason);
             m_search->selectAll();
         }},
        {QStringLiteral("analyze"), [this] { m_document->analyze(); }},
        {QStringLiteral("split"), [this] { m_document->split(); }},
        {QStringLiteral("count"), [this] { m_document->count(core::CountMethod::Simplified); }},
        {QStringLiteral("plan"), [this] { m_document->plan(); }},
        {QStringLiteral("runningCost"),
         [this] {
             goTo(Step::Plan);
             if (auto* page = findChild<PlanPage*>())
                 page->showRunningCost();
         }},
        {QStringLiteral("cancel"), [this] { m_env.jobs.cancel(); }},
        {QStringLiteral("inspector"), [this] { m_inspector->setVisible(m_inspector->isHidden()); }},
        {QStringLiteral("userName"), [this] { askUserName(); }},
        {QStringLiteral("shortcuts"), [this] { showShortcuts(); }},
        {QStringLiteral("about"), [this] { showAbout(); }},
    };
    if (const auto act = acts.find(action); act != acts.end()) {
        act->second();
        return;
    }
    if (action.startsWith(QLatin1StringView("language"))) {
        const QString code = action.mid(8).toLower();
        m_env.settings.set(Setting::Language, code);
        m_env.language.choose(code);
    } else if (action.startsWith(QLatin1StringView("theme"))) {
        const QString choice = action.mid(5).toLower();
        m_env.settings.set(Setting::Theme, choice);
        m_env.theme.choose(choice);
    }
    showChoices();
}

void MainWindow::found(const QString& kind, const QString& id)
{
    if (kind == QLatin1StringView("page")) {
        goTo(static_cast<Step>(id.toInt()));
    } else if (kind == QLatin1StringView("file")) {
        openSource(id, 0);
    } else if (kind == QLatin1StringView("context")) {
        goTo(Step::Split);
        static_cast<SplitPage*>(page(Step::Split))->showContext(id);
    } else {
        goTo(Step::Code);
        static_cast<CodePage*>(page(Step::Code))->reveal(kind, id);
    }
}

void MainWindow::newProject(const QString& root, const QString& name)
{
    if (!mayLeave())
        return;
    m_new->start(root, name);
    m_centre->setCurrentWidget(m_new);
}

void MainWindow::openSample()
{
    const auto folder = m_env.resources / "sample" / "gams";
    newProject(QString::fromStdString(folder.string()), QStringLiteral("총무관리 시스템"));
}

void MainWindow::create(const QString& file, const QString& name, const QString& root)
{
    if (auto made = m_document->create(file, name, name, root); !made) {
        m_new->refuse(m_env.language.text(made.error()));
        return;
    }
    m_document->analyze();
}

void MainWindow::addSystem()
{
    const QString root = m_env.dialogs.chooseFolder(this, tr("Source folder of the system"), m_env.settings.text(Setting::LastFolder));
    if (root.isEmpty())
        return;
    const QString name = m_env.dialogs.askText(this, tr("Add a system"), tr("Name of the system"), QFileInfo(root).fileName());
    if (!name.trimmed().isEmpty() && m_document->addSystem(name.trimmed(), root))
        m_document->analyze();
}

void MainWindow::fillSystems()
{
    const auto systems = m_document->systems();
    const QSignalBlocker quiet(m_systems);
    m_systems->clear();
    for (const Document::SystemName& system : systems)
        m_systems->addItem(system.name, QVariant::fromValue<qlonglong>(system.id));
    m_systems->setCurrentIndex(m_systems->findData(QVariant::fromValue<qlonglong>(m_document->system())));
    m_systemsAction->setVisible(systems.size() > 1);
}

void MainWindow::chooseProject()
{
    const QString file = m_env.dialogs.openFile(this, tr("Open a project"), m_env.settings.text(Setting::LastFolder), kFilter);
    if (!file.isEmpty())
        openProject(file);
}

void MainWindow::openProject(const QString& file)
{
    if (!mayLeave())
        return;
    m_env.settings.set(Setting::LastFolder, QFileInfo(file).absolutePath());
    if (auto opened = m_document->open(file); !opened) {
        complain(opened.error());
        if (opened.error().code == core::ErrorCode::NotFound) {
            m_env.settings.forget(file);
            m_welcome->fillRecent();
        }
    }
}

bool MainWindow::save()
{
    if (!m_document->isOpen())
        return false;
    const auto saved = m_document->save();
    if (saved) {
        statusBar()->showMessage(tr("Saved."), 4000);
        return true;
    }
    if (saved.error().code == core::ErrorCode::Conflict) {
        m_messages->say(
            MessageBar::Tone::Warn, [this, error = saved.error()] { return m_env.language.text(error); },
            [] { return tr("Save and keep both"); },
            [this] {
                if (const auto kept = m_document->saveKeepingOther(); !kept)
                    complain(kept.error());
            });
        return false;
    }
    complain(saved.error());
    return false;
}

bool MainWindow::saveAs()
{
    const QString file = m_env.dialogs.saveFile(this, tr("Save the project as"), m_document->file(), kFilter);
    if (file.isEmpty())
        return false;
    if (const auto saved = m_document->saveAs(file); !saved) {
        complain(saved.error());
        return false;
    }
    showTitle();
    return true;
}

bool MainWindow::mayLeave()
{
    if (!m_document->isOpen() || !m_document->dirty())
        return true;
    switch (m_env.dialogs.askSave(this, tr("Unsaved edits"), tr("Save the edits in \"%1\"?").arg(m_document->projectName()))) {
    case SaveChoice::Save:
        return save();
    case SaveChoice::Discard:
        m_document->close(true);
        return true;
    case SaveChoice::Cancel:
        return false;
    }
    return false;
}

void MainWindow::showShortcuts()
{
    m_inspector->show();
    Subject subject;
    subject.title = tr("Keyboard shortcuts");
    for (const QString& line : m_actions->shortcuts())
        subject.facts.emplace_back(line.section(QLatin1Char('\t'), 0, 0), line.section(QLatin1Char('\t'), 1));
    m_inspector->show(subject);
}

void MainWindow::showAbout()
{
    m_inspector->show();
    m_inspector->show({tr("Naru"),
                       tr("From the source of a legacy system to a defensible procurement package. Free software under the GNU General "
                          "Public License, version 3 or later."),
                       {{tr("Version"), QCoreApplication::applicationVersion()}},
                       {}});
}

void MainWindow::askUserName()
{
    const QString name =
        m_env.dialogs.askText(this, tr("Your name"), tr("Kept with your answers and edits:"), m_env.settings.text(Setting::UserName));
    if (!name.isEmpty())
        m_env.settings.set(Setting::UserName, name);
}

} // namespace naru::gui
