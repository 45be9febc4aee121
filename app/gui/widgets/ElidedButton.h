#pragma once

#include <QPushButton>

namespace naru::gui {

/// A button whose words end in dots where its width ends; the whole sentence stands in the tool tip and is what is read out.
/// It never asks for the width of its words.
class ElidedButton : public QPushButton {
public:
    explicit ElidedButton(QWidget* parent = nullptr);
    void setWhole(const QString& sentence);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_whole;
};

} // namespace naru::gui
