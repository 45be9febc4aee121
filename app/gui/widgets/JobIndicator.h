#pragma once

#include "app/gui/Environment.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace naru::gui {

/// Progress of the running job in the status bar, with its stage in the user's words and a way to stop it.
class JobIndicator : public QWidget {
    Q_OBJECT
public:
    explicit JobIndicator(Environment& environment, QWidget* parent = nullptr);

private:
    void fill();

    Environment& m_env;
    Words* m_words;
    QString m_name;
    QString m_stage;
    double m_fraction = 0;
    QLabel* m_label;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
};

} // namespace naru::gui
