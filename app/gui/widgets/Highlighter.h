#pragma once

#include "app/gui/theme/Colours.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <vector>

namespace naru::gui {

/// Colours Java, XML / JSP / HTML, SQL and properties text, by file name.
class Highlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit Highlighter(QTextDocument* document);
    void setLanguage(const QString& fileName);
    void setColours(const Colours& colours);

protected:
    void highlightBlock(const QString& text) override;

private:
    enum class Kind { Plain, Java, Markup, Sql, Properties };
    struct Rule {
        QRegularExpression pattern;
        QTextCharFormat format;
    };
    void build();
    void span(const QString& text, const QString& open, const QString& close);

    Kind m_kind = Kind::Plain;
    Colours m_colours;
    std::vector<Rule> m_rules;
    QTextCharFormat m_comment;
};

} // namespace naru::gui
