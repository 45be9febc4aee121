#pragma once

#include <QColor>

#include <array>

namespace naru::gui {

/// Every colour the window uses. The two sets live in Colours.cpp and nowhere else.
struct Colours {
    bool dark = false;
    QColor window; ///< behind everything
    QColor base;   ///< sheets, tables, cards
    QColor raised; ///< headers, alternate rows
    QColor text;
    QColor muted;  ///< secondary text, still readable (4.5 : 1)
    QColor line;   ///< borders and rules
    QColor accent; ///< the one accent
    QColor accentText;
    QColor accentSoft;
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    std::array<QColor, 5> risk; ///< info, low, medium, high, critical
    QColor edgeCall;
    QColor edgeTable;
    QColor edgeTransaction;
    std::array<QColor, 3> kind;     ///< core, supporting, generic: border
    std::array<QColor, 3> kindSoft; ///< the same, filled area
    std::array<QColor, 3> role;     ///< class, table, view chips
    std::array<QColor, 6> series;   ///< charts
    QColor codeKeyword;
    QColor codeString;
    QColor codeComment;
    QColor codeNumber;
    QColor codeTag;
    QColor codeMark; ///< behind lines that are evidence
};

[[nodiscard]] const Colours& lightColours();
[[nodiscard]] const Colours& darkColours();

} // namespace naru::gui
