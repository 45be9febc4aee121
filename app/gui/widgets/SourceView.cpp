#include "app/gui/widgets/SourceView.h"

#include "analyzers/spi/TreeFile.h"
#include "app/gui/Paths.h"
#include "app/gui/widgets/Highlighter.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QTextBlock>
#include <QVBoxLayout>

namespace naru::gui {
namespace {

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(SourceText* text) : QWidget(text), m_text(text) {}
    [[nodiscard]] QSize sizeHint() const override { return {m_text->numberWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_text->paintNumbers(event); }

private:
    SourceText* m_text;
};

constexpr std::uintmax_t kLargestShown = std::uintmax_t{8} << 20;

} // namespace

SourceText::SourceText(Environment& environment, QWidget* parent)
    : QPlainTextEdit(parent),
      m_env(environment),
      m_highlighter(new Highlighter(document())),
      m_numbers(new LineNumbers(this))
{
    setObjectName(QStringLiteral("sourceText"));
    setReadOnly(true);
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(QLatin1Char(' ')));
    m_highlighter->setColours(m_env.theme.colours());
    connect(&m_env.theme, &Theme::changed, this, [this] {
        m_highlighter->setColours(m_env.theme.colours());
        mark();
        m_numbers->update();
    });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
}

void SourceText::setSource(const QString& name, const QString& text, std::set<int> marks)
{
    m_marks = std::move(marks);
    m_highlighter->setLanguage(name);
    setPlainText(text);
    setViewportMargins(numberWidth(), 0, 0, 0);
    mark();
}

void SourceText::goTo(int line)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line - 1));
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
}

int SourceText::numberWidth() const
{
    const int digits = static_cast<int>(QString::number(std::max(1, blockCount())).size());
    return 16 + fontMetrics().horizontalAdvance(QLatin1Char('9')) * digits;
}

void SourceText::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect area = contentsRect();
    m_numbers->setGeometry(area.left(), area.top(), numberWidth(), area.height());
}

void SourceText::paintNumbers(QPaintEvent* event)
{
    const Colours& s = m_env.theme.colours();
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), s.raised);
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int line = block.blockNumber() + 1;
        painter.setPen(m_marks.contains(line) ? s.accent : s.muted);
        painter.drawText(QRectF(0, top, m_numbers->width() - 8, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
        block = block.next();
        top += height;
    }
}

void SourceText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const int line : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(line - 1);
        if (!block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.format.setBackground(m_env.theme.colours().codeMark);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
}

SourceView::SourceView(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_name(new QLabel(this)),
      m_close(new QPushButton(this)),
      m_text(new SourceText(environment, this))
{
    setObjectName(QStringLiteral("sourceView"));
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setProperty("role", "heading");
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setObjectName(QStringLiteral("sourceClose"));
    m_close->setProperty("flat", true);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_name, 1);
    bar->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->addLayout(bar);
    layout->addWidget(m_text, 1);
    connect(m_close, &QPushButton::clicked, this, &SourceView::closed);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &SourceView::closed);
    m_words->say([this] {
        m_close->setText(tr("Close source"));
        m_close->setAccessibleName(tr("Close the source view"));
        m_text->setAccessibleName(tr("Source text, read-only"));
    });
}

core::Result<void> SourceView::open(const std::filesystem::path& root, const QString& file, int line, std::set<int> marks)
{
    if (m_file != file) {
        auto text = analyzers::readTreeFile(root, file.toStdString(), kLargestShown);
        if (!text)
            return std::unexpected(text.error());
        if (line > 0)
            marks.insert(line);
        m_text->setSource(file, fromUtf8(*text), std::move(marks));
        m_file = file;
    } else {
        if (line > 0)
            marks.insert(line);
        m_text->setSource(file, m_text->toPlainText(), std::move(marks));
    }
    m_name->setText(line > 0 ? QStringLiteral("%1:%2").arg(file).arg(line) : file);
    m_text->goTo(line);
    return {};
}

} // namespace naru::gui
