#pragma once

#include "analyzers/decompose/Parts.h"
#include "app/gui/Environment.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace naru::gui {

/// The parts that a context could be divided into, to be named, looked at, accepted or put aside.
class PartsPanel : public QFrame {
    Q_OBJECT
public:
    using ContextParts = std::vector<analyzers::decompose::ContextPart>;

    explicit PartsPanel(Environment& environment, QWidget* parent = nullptr);
    void propose(const QString& context, const QString& name, ContextParts parts);

signals:
    /// The first part stays in the context; names are as the person left them.
    void accepted(const QString& context, const naru::gui::PartsPanel::ContextParts& parts);

private:
    Environment& m_env;
    Words* m_words;
    QLabel* m_head;
    QTreeWidget* m_tree;
    QPushButton* m_accept;
    QPushButton* m_cancel;
    QString m_context;
    QString m_name;
    ContextParts m_parts;
};

} // namespace naru::gui
