#pragma once

#include "core/model/ReportModel.h"
#include "reports/qt/Page.h"
#include "reports/qt/PageStyle.h"
#include "reports/writers/Numbering.h"

#include <QTextCharFormat>

#include <string>
#include <vector>

namespace naru::reports {

/// How a text is set. Sizes in points, before the scale of the style.
struct TextLook {
    double size = 10.5;
    bool bold = false;
    QColor colour = paper::kInk;
    bool monospace = false;
    Qt::Alignment alignment = Qt::AlignLeft;
    double spacing = 1.5; ///< line height, in parts of the type size
};

/// A text broken into lines of one width; all lines are equally high.
struct SetText {
    std::shared_ptr<QTextLayout> layout;
    double lineHeight = 0;
    std::vector<int> footnotes; ///< numbers of the footnotes in it, in order

    [[nodiscard]] int lines() const { return layout ? layout->lineCount() : 0; }
    [[nodiscard]] double height() const { return lineHeight * lines(); }
};

/// Breaks texts into lines and numbers their footnotes.
class TextSetter {
public:
    TextSetter(const PageStyle& style, const Numbering& numbers);

    SetText set(const core::Runs& runs, const TextLook& look, double width);
    SetText set(const std::string& text, const TextLook& look, double width) { return set({core::plain(text)}, look, width); }
    [[nodiscard]] const std::vector<std::string>& footnotes() const { return m_footnotes; }
    [[nodiscard]] double scaled(double length) const { return length * m_style.scale; }

private:
    [[nodiscard]] QFont font(const TextLook& look) const;

    const PageStyle& m_style;
    const Numbering& m_numbers;
    std::vector<std::string> m_footnotes;
    double m_pointsPerUnit = 1; ///< type sizes of Qt are for the density of its screen
};

} // namespace naru::reports
