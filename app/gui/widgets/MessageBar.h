#pragma once

#include "app/gui/Environment.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace naru::gui {

/// Recoverable trouble below the page: what happened, what is safe, what to do.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    explicit MessageBar(Environment& environment, QWidget* parent = nullptr);
    enum class Tone { Info, Warn, Bad };
    /// `sentence` is asked again when the language changes.
    void say(Tone tone, std::function<QString()> sentence, std::function<QString()> remedy = {}, std::function<void()> act = {});
    void dismiss();
    [[nodiscard]] QString text() const;

private:
    void fill();

    Environment& m_env;
    Words* m_words;
    Tone m_tone = Tone::Info;
    std::function<QString()> m_sentence;
    std::function<QString()> m_remedyText;
    std::function<void()> m_act;
    QLabel* m_icon;
    QLabel* m_label;
    QPushButton* m_remedy;
    QPushButton* m_close;
};

} // namespace naru::gui
