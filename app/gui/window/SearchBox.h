#pragma once

#include "app/gui/Environment.h"

#include <QLineEdit>

#include <vector>

class QListWidget;

namespace naru::gui {

/// One line that finds everything: pages, types, tables, entry points, views, contexts, files.
class SearchBox : public QLineEdit {
    Q_OBJECT
public:
    struct Entry {
        QString kind; ///< type, table, entry, view, member, context, file, page
        QString id;
        QString text;
        QString detail;
    };
    SearchBox(Environment& environment, QWidget* window);
    void setEntries(std::vector<Entry> entries) { m_entries = std::move(entries); }

signals:
    void found(const QString& kind, const QString& id);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void look();
    void choose(int row);

    Environment& m_env;
    Words* m_words;
    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_hits;
    QListWidget* m_list;
};

} // namespace naru::gui
