#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Document.h"
#include "app/gui/document/Subject.h"
#include "app/gui/widgets/MessageBar.h"
#include "app/gui/window/SearchBox.h"

#include <QMainWindow>

#include <array>

class QComboBox;
class QStackedWidget;
class QSplitter;

namespace naru::gui {

class ActionTable;
class Inspector;
class NewProjectPage;
class Page;
class Rail;
class SourceView;
class WelcomePage;

/// The window: rail, page, inspector, source, message bar; joins them and holds no knowledge of its own.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Environment& environment, Engine& engine, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openProject(const QString& file);
    void newProject(const QString& root = {}, const QString& name = {});
    void goTo(Step step);
    void run(const QString& action);
    void openSource(const QString& file, int line);
    [[nodiscard]] Document& document() { return *m_document; }
    [[nodiscard]] Page* page(Step step) const { return m_pages[static_cast<std::size_t>(step)]; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void buildCentre();
    void buildBars();
    void connectDocument();
    void connectPages();
    [[nodiscard]] std::vector<SearchBox::Entry> searchEntries() const;
    void found(const QString& kind, const QString& id);
    void addSystem();
    void fillSystems();
    void chooseProject();
    void openSample();
    void create(const QString& file, const QString& name, const QString& root);
    bool save();
    bool saveAs();
    bool mayLeave(); ///< asks about unsaved edits; false: stay
    void showTitle();
    void showStates();
    void showChoices();
    void showOpened();
    void forgetSubjects();
    void fitInspector();
    void offerInspector();
    void complain(const core::Error& error);
    void showShortcuts();
    void showAbout();
    void askUserName();

    Environment& m_env;
    Words* m_words;
    Document* m_document;
    ActionTable* m_actions;
    QStackedWidget* m_centre;
    WelcomePage* m_welcome;
    NewProjectPage* m_new;
    QWidget* m_work;
    Rail* m_rail;
    QStackedWidget* m_stack;
    QSplitter* m_split;
    SourceView* m_source;
    Inspector* m_inspector;
    MessageBar* m_messages;
    SearchBox* m_search = nullptr;
    QComboBox* m_systems = nullptr;     ///< of the project; shown when there are several
    QAction* m_systemsAction = nullptr; ///< shows and hides it in the toolbar
    std::array<Page*, kSteps> m_pages{};
    std::array<Subject, kSteps> m_subjects; ///< what was selected last on each page, for when one comes back to it
    QString m_refusal; ///< what was said of a place that could not be opened
    bool m_narrow = false; ///< too narrow for the page and the inspector beside it
};

} // namespace naru::gui
