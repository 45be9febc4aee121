#pragma once

#include "app/gui/Environment.h"
#include "core/base/Error.h"

#include <QPlainTextEdit>

#include <filesystem>
#include <set>

class QLabel;
class QPushButton;

namespace naru::gui {

class Highlighter;

/// The text itself: read-only, with line numbers and marked lines.
class SourceText : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit SourceText(Environment& environment, QWidget* parent = nullptr);
    void setSource(const QString& name, const QString& text, std::set<int> marks);
    void goTo(int line);
    void paintNumbers(QPaintEvent* event);
    [[nodiscard]] int numberWidth() const;
    [[nodiscard]] const std::set<int>& marks() const { return m_marks; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void mark();

    Environment& m_env;
    Highlighter* m_highlighter;
    QWidget* m_numbers;
    std::set<int> m_marks;
};

/// Source in the window, below the page, closed with Esc.
class SourceView : public QWidget {
    Q_OBJECT
public:
    explicit SourceView(Environment& environment, QWidget* parent = nullptr);
    /// Shows a file below the root. `marks` are further lines that are evidence in it.
    core::Result<void> open(const std::filesystem::path& root, const QString& file, int line, std::set<int> marks = {});
    [[nodiscard]] SourceText& text() { return *m_text; }

signals:
    void closed();

private:
    Environment& m_env;
    Words* m_words;
    QLabel* m_name;
    QPushButton* m_close;
    SourceText* m_text;
    QString m_file;
};

} // namespace naru::gui
