#pragma once

#include "app/gui/Environment.h"

#include <QLineEdit>

#include <functional>
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
    /// Where the entries come from; they are asked for when something is searched, after each renew().
    void setSource(std::function<std::vector<Entry>()> source) { m_source = std::move(source); }
    void renew() { m_stale = true; }

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
    std::function<std::vector<Entry>()> m_source;
    bool m_stale = true;
    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_hits;
    QListWidget* m_list;
};

} // namespace naru::gui
