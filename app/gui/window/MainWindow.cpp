#include "app/gui/window/MainWindow.h"

#include "app/gui/pages/CodePage.h"
#include "app/gui/pages/CostPage.h"
#include "app/gui/pages/DiagnosisPage.h"
#include "app/gui/pages/OverviewPage.h"
#include "app/gui/pages/PlanPage.h"
#include "app/gui/pages/ReadinessPage.h"
#include "app/gui/pages/ReportPage.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/widgets/Inspector.h"
#include "app/gui/widgets/JobIndicator.h"
#include "app/gui/widgets/Rail.h"
#include "app/gui/widgets/SourceView.h"
#include "app/gui/window/ActionTable.h"
#include "app/gui/window/NewProjectPage.h"
#include "app/gui/window/SearchBox.h"
#include "app/gui/window/WelcomePage.h"

#include <QCloseEvent>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

/// Pages of which only the one on the screen says how small the window may be.
class PageStack : public QStackedWidget {
public:
    explicit PageStack(QWidget* parent) : QStackedWidget(parent)
    {
        connect(this, &QStackedWidget::currentChanged, this, [this] { updateGeometry(); });
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return currentWidget() ? currentWidget()->minimumSizeHint() : QStackedWidget::minimumSizeHint();
    }
};

} // namespace

MainWindow::MainWindow(Environment& environment, Engine& engine, QWidget* parent)
    : QMainWindow(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_document(new Document(environment, engine, this)),
      m_actions(new ActionTable(environment, this)),
      m_centre(new PageStack(this)),
      m_welcome(new WelcomePage(environment, this)),
      m_new(new NewProjectPage(environment, this)),
      m_work(new QWidget(this)),
      m_rail(new Rail(environment, m_work)),
      m_stack(new PageStack(m_work)),
      m_split(new QSplitter(Qt::Vertical, m_work)),
      m_source(new SourceView(environment, m_work)),
      m_inspector(new Inspector(environment, this)),
      m_messages(new MessageBar(environment, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(m_env.theme.pixmap(QStringLiteral("naru"), m_env.theme.colours().accent, 64)));
    // Before the pages are made: what one of them selects while it turns to the new language comes after this.
    connect(&m_env.language, &Language::changed, this, &MainWindow::forgetSubjects);
    buildCentre();
    buildBars();
    connectDocument();
    connectPages();
    resize(1360, 860);
    restoreGeometry(m_env.settings.value(Setting::WindowGeometry).toByteArray());
    restoreState(m_env.settings.value(Setting::WindowState).toByteArray());
    m_inspector->hide();
    m_words->say([this] {
        showTitle();
        m_search->renew();
        statusBar()->clearMessage();
    });
    m_actions->setProjectOpen(false);
    showChoices();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre()
{
    const auto make = [this](Step step) -> Page* {
        switch (step) {
        case Step::Overview:
            return new OverviewPage(m_env, *m_document, m_stack);
        case Step::Diagnosis:
            return new DiagnosisPage(m_env, *m_document, m_stack);
        case Step::Code:
            return new CodePage(m_env, *m_document, m_stack);
        case Step::Readiness:
            return new ReadinessPage(m_env, *m_document, m_stack);
        case Step::Split:
            return new SplitPage(m_env, *m_document, m_stack);
        case Step::Cost:
            return new CostPage(m_env, *m_document, m_stack);
        case Step::Plan:
            return new PlanPage(m_env, *m_document, m_stack);
        case Step::Report:
            return new ReportPage(m_env, *m_document, m_stack);
        }
        return nullptr;
    };
    for (int step = 0; step < kSteps; ++step) {
        m_pages[static_cast<std::size_t>(step)] = make(static_cast<Step>(step));
        m_stack->addWidget(m_pages[static_cast<std::size_t>(step)]);
    }
    m_split->addWidget(m_stack);
    m_split->addWidget(m_source);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_source->hide();
    auto* row = new QHBoxLayout(m_work);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_split, 1);
    m_centre->addWidget(m_welcome);
    m_centre->addWidget(m_new);
    m_centre->addWidget(m_work);
    auto* centre = new QWidget(this);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_centre, 1);
    layout->addWidget(m_messages);
    setCentralWidget(centre);
    addDockWidget(Qt::RightDockWidgetArea, m_inspector);
    resizeDocks({m_inspector}, {300}, Qt::Horizontal);
}

void MainWindow::buildBars()
{
    auto* toolbar = new QToolBar(this);
    toolbar->setObjectName(QStringLiteral("toolbar"));
    toolbar->setMovable(false);
    toolbar->setIconSize({20, 20});
    toolbar->setContextMenuPolicy(Qt::PreventContextMenu);
    addToolBar(toolbar);
    m_actions->fill(menuBar(), toolbar);
    m_systems = new QComboBox(toolbar);
    m_systems->setObjectName(QStringLiteral("systemChoice"));
    m_systems->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_systems->setMinimumContentsLength(12);
    m_systemsAction = toolbar->addWidget(m_systems);
    m_systemsAction->setVisible(false);
    connect(m_systems, &QComboBox::activated, this, [this](int index) { m_document->showSystem(m_systems->itemData(index).toLongLong()); });
    auto* room = new QWidget(toolbar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolbar->addWidget(room);
    m_search = new SearchBox(m_env, this);
    m_search->setSource([this] { return searchEntries(); });
    toolbar->addWidget(m_search);
    statusBar()->setObjectName(QStringLiteral("statusBar"));
    statusBar()->addPermanentWidget(new JobIndicator(m_env, this));
    connect(m_actions, &ActionTable::triggered, this, &MainWindow::run);
    connect(m_search, &SearchBox::found, this, &MainWindow::found);
    connect(m_inspector, &QDockWidget::visibilityChanged, this,
            [this] { (*m_actions)[QStringLiteral("inspector")]->setChecked(!m_inspector->isHidden()); });
    connect(&m_document->undo(), &QUndoStack::canUndoChanged, (*m_actions)[QStringLiteral("undo")], &QAction::setEnabled);
    connect(&m_document->undo(), &QUndoStack::canRedoChanged, (*m_actions)[QStringLiteral("redo")], &QAction::setEnabled);
    m_words->say([this, toolbar] {
        toolbar->setWindowTitle(tr("Toolbar"));
        m_systems->setToolTip(tr("System of the project that is shown"));
        m_systems->setAccessibleName(m_systems->toolTip());
    });
}

void MainWindow::connectDocument()
{
    connect(m_document, &Document::opened, this, &MainWindow::showOpened);
    connect(m_document, &Document::closed, this, [this] {
        forgetSubjects();
        m_inspector->hide();
        m_source->hide();
        m_messages->dismiss();
        m_welcome->fillRecent();
        m_centre->setCurrentWidget(m_welcome);
        m_actions->setProjectOpen(false);
        m_search->renew();
        m_systemsAction->setVisible(false);
        showTitle();
    });
    connect(m_document, &Document::systemShown, this, [this] {
        forgetSubjects();
        m_source->hide();
        fillSystems();
        showTitle();
        showStates();
    });
    connect(m_document, &Document::changed, this, [this](Parts parts) {
        showStates();
        if (parts & (Part::Code | Part::Split | Part::Project))
            m_search->renew();
        if (parts & Part::Project) {
            fillSystems();
            showTitle();
        }
    });
    connect(m_document, &Document::dirtyChanged, this, [this] { setWindowModified(m_document->dirty()); });
    connect(m_document, &Document::trouble, this, &MainWindow::complain);
    connect(m_document, &Document::said, this, [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
    connect(m_document, &Document::remarked, this,
            [this](const QString& sentence) { m_messages->say(MessageBar::Tone::Warn, [sentence] { return sentence; }); });
    connect(m_document, &Document::analyzed, this, [this] {
        // The rest of the way needs no question: propose, count, order.
        if (!m_document->results().split)
            m_document->split();
        if (!m_document->results().count)
            m_document->count(core::CountMethod::Simplified);
    });
}

void MainWindow::connectPages()
{
    for (std::size_t step = 0; step < m_pages.size(); ++step) {
        Page* page = m_pages[step];
        connect(page, &Page::selected, this, [this, step](const Subject& subject) {
            m_subjects[step] = subject;
            if (m_stack->currentWidget() == m_pages[step])
                m_inspector->show(subject);
        });
        connect(page, &Page::jump, this, &MainWindow::openSource);
        connect(page, &Page::go, this, &MainWindow::goTo);
        connect(page, &Page::actionWanted, this, &MainWindow::run);
    }
    connect(m_inspector, &Inspector::jump, this, &MainWindow::openSource);
    connect(m_source, &SourceView::closed, this, [this] {
        m_source->hide();
        m_stack->currentWidget()->setFocus();
    });
    connect(m_rail, &Rail::stepChosen, this, &MainWindow::goTo);
    connect(m_welcome, &WelcomePage::actionWanted, this, &MainWindow::run);
    connect(m_welcome, &WelcomePage::openWanted, this, &MainWindow::openProject);
    connect(m_new, &NewProjectPage::createWanted, this, &MainWindow::create);
    connect(m_new, &NewProjectPage::givenUp, this,
            [this] { m_centre->setCurrentWidget(m_document->isOpen() ? m_work : static_cast<QWidget*>(m_welcome)); });
}

void MainWindow::goTo(Step step)
{
    if (!m_document->isOpen())
        return;
    m_centre->setCurrentWidget(m_work);
    m_stack->setCurrentWidget(page(step));
    m_rail->setStep(step);
    m_inspector->show(m_subjects[static_cast<std::size_t>(step)]);
}

void MainWindow::forgetSubjects()
{
    m_subjects = {};
    m_inspector->clear();
}

void MainWindow::openSource(const QString& file, int line)
{
    std::set<int> marks;
    for (const core::Evidence& evidence : m_inspector->subject().evidence)
        if (fromUtf8(evidence.file) == file && evidence.line > 0)
            marks.insert(evidence.line);
    if (auto opened = m_source->open(m_document->root(), file, line, std::move(marks)); !opened) {
        complain(opened.error());
        m_refusal = m_messages->text();
        return;
    }
    if (const QString refusal = std::exchange(m_refusal, {}); !refusal.isEmpty() && m_messages->text() == refusal)
        m_messages->dismiss(); // it is about the place before
    if (const int room = m_split->height(); m_source->isHidden() && m_split->sizes().at(1) < room / 3)
        m_split->setSizes({room * 2 / 5, room * 3 / 5}); // what one wants to read now; moved by hand it stays as it is
    m_source->show();
    m_source->text().setFocus();
}

std::vector<SearchBox::Entry> MainWindow::searchEntries() const
{
    std::vector<SearchBox::Entry> entries;
    if (m_document->isOpen()) {
        for (int step = 0; step < kSteps; ++step)
            entries.push_back({QStringLiteral("page"), QString::number(step), Rail::name(static_cast<Step>(step)), tr("page")});
        if (const auto& code = m_document->results().code) {
            const auto words = [&](core::StringId id) { return fromUtf8(code->text(id)); };
            for (const core::Type& type : code->types)
                entries.push_back({QStringLiteral("type"), words(type.name), words(type.simple), words(type.package)});
            for (const core::Table& table : code->tables)
                entries.push_back({QStringLiteral("table"), words(table.name), words(table.name), words(table.comment)});
            for (const core::EntryPoint& entry : code->entryPoints)
                entries.push_back({QStringLiteral("entry"), words(entry.id), words(entry.id), words(entry.handlerName)});
            for (const core::View& view : code->views)
                entries.push_back({QStringLiteral("view"), words(view.path), words(view.path), words(view.title)});
            for (const core::SourceFile& file : code->files)
                if (file.state != core::ParseState::Skipped)
                    entries.push_back(
                        {QStringLiteral("file"), words(file.path), words(file.path).section(QLatin1Char('/'), -1), words(file.path)});
        }
        if (const core::Alternative* alternative = m_document->alternative())
            for (const core::Context& context : alternative->contexts)
                entries.push_back({QStringLiteral("context"), fromUtf8(context.id), fromUtf8(context.name), tr("context of the split")});
    }
    return entries;
}

void MainWindow::showOpened()
{
    m_actions->setProjectOpen(true);
    (*m_actions)[QStringLiteral("undo")]->setEnabled(false);
    (*m_actions)[QStringLiteral("redo")]->setEnabled(false);
    m_centre->setCurrentWidget(m_work);
    offerInspector();
    forgetSubjects();
    goTo(Step::Overview);
    fillSystems();
    showTitle();
    showStates();
    setWindowModified(m_document->dirty());
    m_messages->dismiss();
    const auto notices = m_document->notices();
    if (!notices.empty())
        m_messages->say(MessageBar::Tone::Warn, [this, notices] {
            QStringList lines;
            for (const core::Diagnostic& notice : notices)
                lines << m_env.language.text(notice);
            return lines.join(QLatin1Char('\n'));
        });
}

void MainWindow::showTitle()
{
    const bool several = m_document->systemCount() > 1;
    setWindowTitle(!m_document->isOpen() ? tr("Naru")
                   : several            ? tr("%1: %2[*] - Naru").arg(m_document->projectName(), m_document->systemName())
                                        : tr("%1[*] - Naru").arg(m_document->projectName()));
    setWindowModified(m_document->dirty());
}

void MainWindow::showStates()
{
    for (int step = 0; step < kSteps; ++step)
        m_rail->setState(static_cast<Step>(step), m_document->state(static_cast<Step>(step)));
}

void MainWindow::showChoices()
{
    const auto check = [this](const char* id, bool on) { (*m_actions)[QString::fromLatin1(id)]->setChecked(on); };
    check("languageKo", m_env.language.code() == QLatin1StringView("ko"));
    check("languageEn", m_env.language.code() == QLatin1StringView("en"));
    check("themeSystem", m_env.theme.choice() == QLatin1StringView("system"));
    check("themeLight", m_env.theme.choice() == QLatin1StringView("light"));
    check("themeDark", m_env.theme.choice() == QLatin1StringView("dark"));
    check("inspector", !m_inspector->isHidden());
}

void MainWindow::complain(const core::Error& error)
{
    const bool ours = error.code == core::ErrorCode::Internal;
    m_messages->say(ours ? MessageBar::Tone::Bad : MessageBar::Tone::Warn, [this, error] { return m_env.language.text(error); });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!mayLeave()) {
        event->ignore();
        return;
    }
    m_env.settings.set(Setting::WindowGeometry, saveGeometry());
    m_env.settings.set(Setting::WindowState, saveState());
    if (m_document->isOpen())
        m_document->close(false);
    event->accept();
}

} // namespace naru::gui
