#pragma once

#include "app/gui/Environment.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace naru::gui {

/// What is shown without a project: new, open, sample, and the recent ones.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(Environment& environment, QWidget* parent = nullptr);
    void fillRecent();

signals:
    void actionWanted(const QString& action);
    void openWanted(const QString& file);

private:
    Environment& m_env;
    Words* m_words;
    QLabel* m_logo;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recentTitle;
    QListWidget* m_recent;
    QLabel* m_noRecent;
};

} // namespace naru::gui
