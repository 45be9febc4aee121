#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Document.h"
#include "app/gui/document/Subject.h"
#include "app/gui/widgets/Card.h"

#include <QStackedWidget>
#include <QWidget>

class QPushButton;
class QVBoxLayout;
class QHBoxLayout;

namespace naru::gui {

/// One page of the rail: a title, what it tells in one sentence, and the main
/// area. While there is nothing to show it says so in one sentence and offers one button.
class Page : public QWidget {
    Q_OBJECT
public:
    Page(Environment& environment, Document& document, Step step, QWidget* parent = nullptr);
    [[nodiscard]] Step step() const { return m_step; }

signals:
    void selected(const naru::gui::Subject& subject);
    void jump(const QString& file, int line);
    void go(naru::gui::Step step);
    void actionWanted(const QString& action);
    void busyWith(const QString& sentence);

protected:
    /// Fills the page from the document. Called when shown and when something it depends on changed while shown.
    virtual void refresh() = 0;
    /// Which results the page shows.
    [[nodiscard]] virtual Parts parts() const = 0;
    /// False: the empty sentence is shown instead of the main area.
    [[nodiscard]] virtual bool hasContent() const = 0;
    /// The result whose being out of date is said at the top; its remedy runs again what made it.
    [[nodiscard]] virtual std::optional<core::ResultKind> mainResult() const { return {}; }
    virtual void renew() {}

    /// Called once by the page with its texts; asked again when the language changes.
    void setHead(std::function<QString()> title, std::function<QString()> sentence);
    void setEmpty(std::function<QString()> sentence, std::function<QString()> button, std::function<void()> act);
    void showEvent(QShowEvent* event) override;

    [[nodiscard]] Environment& env() const { return m_env; }
    [[nodiscard]] Language& language() const { return m_env.language; }
    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] const Results& results() const { return m_document.results(); }
    [[nodiscard]] Words& words() { return *m_words; }
    [[nodiscard]] const Colours& colours() const { return m_env.theme.colours(); }
    /// Main area, to be filled by the page.
    [[nodiscard]] QWidget* main() { return m_main; }
    /// Room at the right of the title for the page's own controls.
    [[nodiscard]] QHBoxLayout& headTools() { return *m_tools; }
    void update(Parts parts);
    /// Within refresh(): what has changed since the page was filled last.
    [[nodiscard]] Parts changedParts() const { return m_changed; }

private:
    void turn();

    Environment& m_env;
    Document& m_document;
    Step m_step;
    Words* m_words;
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_tools;
    QFrame* m_stale;
    QLabel* m_staleText;
    QPushButton* m_staleButton;
    QStackedWidget* m_stack;
    QWidget* m_main;
    QWidget* m_empty;
    QLabel* m_emptyText;
    QPushButton* m_emptyButton;
    Parts m_pending = Part::All; ///< changed since the page was turned last
    Parts m_changed;
};

} // namespace naru::gui
