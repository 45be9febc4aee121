#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Document.h"
#include "app/gui/document/Subject.h"

#include <QWidget>

class QPushButton;

namespace naru::gui {

/// One tab of the plan page. It is filled when it is shown or when the plan changes while it is shown.
class PlanRoom : public QWidget {
    Q_OBJECT
public:
    PlanRoom(Environment& environment, Document& document, const QString& name, QWidget* parent);
    /// Fills the room from the plan of the document; called only while there is one, unless the room needs none.
    virtual void refresh() = 0;
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual bool needsPlan() const { return true; }

signals:
    void selected(const naru::gui::Subject& subject);
    void jump(const QString& file, int line);

protected:
    [[nodiscard]] Environment& env() const { return m_env; }
    [[nodiscard]] Language& language() const { return m_env.language; }
    [[nodiscard]] const Colours& colours() const { return m_env.theme.colours(); }
    [[nodiscard]] Document& document() { return m_document; }
    [[nodiscard]] const Document& document() const { return m_document; }
    [[nodiscard]] const core::Plan& plan() const { return *m_document.results().plan; }
    [[nodiscard]] Words& words() { return *m_words; }
    /// A button with its objectName; its text is also its accessible name.
    QPushButton* makeButton(const QString& name, std::function<QString()> text, std::function<void()> act);

private:
    Environment& m_env;
    Document& m_document;
    Words* m_words;
};

} // namespace naru::gui
