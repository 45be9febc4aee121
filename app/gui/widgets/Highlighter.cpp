#include "app/gui/widgets/Highlighter.h"

namespace naru::gui {
namespace {

constexpr const char* kJavaWords =
    "\\b(abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else|enum|extends|final|finally|float|for|if|"
    "implements|import|instanceof|int|interface|long|native|new|null|package|private|protected|public|record|return|short|static|super|"
    "switch|synchronized|this|throw|throws|transient|true|false|try|var|void|volatile|while)\\b";
constexpr const char* kSqlWords =
    "\\b(select|from|where|and|or|not|null|insert|into|values|update|set|delete|merge|using|matched|when|then|case|else|end|join|left|"
    "right|"
    "inner|outer|on|group|by|order|having|union|all|distinct|as|in|exists|between|like|is|create|table|index|view|sequence|primary|key|"
    "foreign|references|constraint|unique|default|alter|add|drop|comment|column|grant|to|begin|commit|varchar2?|char|number|date|integer|"
    "clob|blob|numeric|timestamp)\\b";

QTextCharFormat inColour(const QColor& colour)
{
    QTextCharFormat format;
    format.setForeground(colour);
    return format;
}

} // namespace

Highlighter::Highlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void Highlighter::setLanguage(const QString& fileName)
{
    const QString suffix = fileName.section(QLatin1Char('.'), -1).toLower();
    if (suffix == QLatin1StringView("java"))
        m_kind = Kind::Java;
    else if (QStringList{"xml", "jsp", "jspf", "tag", "html", "htm", "xhtml", "jspx", "xsl", "tld"}.contains(suffix))
        m_kind = Kind::Markup;
    else if (QStringList{"sql", "ddl"}.contains(suffix))
        m_kind = Kind::Sql;
    else if (QStringList{"properties", "yml", "yaml", "conf", "cfg"}.contains(suffix))
        m_kind = Kind::Properties;
    else
        m_kind = Kind::Plain;
    build();
}

void Highlighter::setColours(const Colours& colours)
{
    m_colours = colours;
    build();
    rehighlight();
}

void Highlighter::build()
{
    const auto add = [this](const char* pattern, const QColor& colour, bool anyCase = false) {
        m_rules.push_back({QRegularExpression(QString::fromLatin1(pattern),
                                              anyCase ? QRegularExpression::CaseInsensitiveOption : QRegularExpression::NoPatternOption),
                           inColour(colour)});
    };
    m_rules.clear();
    m_comment = inColour(m_colours.codeComment);
    switch (m_kind) {
    case Kind::Java:
        add("\\b\\d[\\d_]*(\\.\\d+)?[lLfFdD]?\\b", m_colours.codeNumber);
        add(kJavaWords, m_colours.codeKeyword);
        add("@\\w+", m_colours.codeTag);
        add("\"([^\"\\\\]|\\\\.)*\"", m_colours.codeString);
        add("//.*$", m_colours.codeComment);
        break;
    case Kind::Markup:
        add("</?[\\w:.-]+|/?>", m_colours.codeTag);
        add("\\b[\\w:-]+(?=\\s*=)", m_colours.codeKeyword);
        add("\"[^\"]*\"|'[^']*'", m_colours.codeString);
        add("[#$]\\{[^}]*\\}", m_colours.codeNumber);
        break;
    case Kind::Sql:
        add("\\b\\d+\\b", m_colours.codeNumber);
        add(kSqlWords, m_colours.codeKeyword, true);
        add("'[^']*'", m_colours.codeString);
        add("--.*$", m_colours.codeComment);
        break;
    case Kind::Properties:
        add("^\\s*[\\w.\\-]+(?=\\s*[:=])", m_colours.codeTag);
        add("^\\s*[#!].*$", m_colours.codeComment);
        break;
    case Kind::Plain:
        break;
    }
}

void Highlighter::highlightBlock(const QString& text)
{
    for (const Rule& rule : m_rules) {
        auto match = rule.pattern.globalMatch(text);
        while (match.hasNext()) {
            const auto found = match.next();
            setFormat(static_cast<int>(found.capturedStart()), static_cast<int>(found.capturedLength()), rule.format);
        }
    }
    if (m_kind == Kind::Java || m_kind == Kind::Sql)
        span(text, QStringLiteral("/*"), QStringLiteral("*/"));
    else if (m_kind == Kind::Markup)
        span(text, QStringLiteral("<!--"), QStringLiteral("-->"));
}

/// Comments that go over several lines; block state 1 means inside.
void Highlighter::span(const QString& text, const QString& open, const QString& close)
{
    setCurrentBlockState(0);
    qsizetype start = previousBlockState() == 1 ? 0 : text.indexOf(open);
    while (start >= 0) {
        const qsizetype end = text.indexOf(close, previousBlockState() == 1 && start == 0 ? 0 : start + open.size());
        if (end < 0) {
            setCurrentBlockState(1);
            setFormat(static_cast<int>(start), static_cast<int>(text.size() - start), m_comment);
            return;
        }
        setFormat(static_cast<int>(start), static_cast<int>(end + close.size() - start), m_comment);
        start = text.indexOf(open, end + close.size());
    }
}

} // namespace naru::gui
