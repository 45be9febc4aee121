#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Subject.h"

#include <QDockWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QFormLayout;

namespace naru::gui {

/// The dock at the right: where the selected thing comes from, quoted, to jump to and to copy.
class Inspector : public QDockWidget {
    Q_OBJECT
public:
    explicit Inspector(Environment& environment, QWidget* parent = nullptr);
    using QDockWidget::show;
    void show(const Subject& subject);
    void clear();
    [[nodiscard]] const Subject& subject() const { return m_subject; }

signals:
    void jump(const QString& file, int line);

private:
    void fill();
    void jumpToCurrent();
    void copy();

    Environment& m_env;
    Words* m_words;
    Subject m_subject;
    QLabel* m_title;
    QLabel* m_summary;
    QLabel* m_facts;
    QLabel* m_heading;
    QListWidget* m_list;
    QPushButton* m_jump;
    QPushButton* m_copy;
};

} // namespace naru::gui
