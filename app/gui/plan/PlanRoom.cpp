#include "app/gui/plan/PlanRoom.h"

#include <QPushButton>

namespace naru::gui {

PlanRoom::PlanRoom(Environment& environment, Document& document, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_document(document),
      m_words(new Words(environment.language, this))
{
    setObjectName(name);
}

QPushButton* PlanRoom::makeButton(const QString& name, std::function<QString()> text, std::function<void()> act)
{
    auto* made = new QPushButton(this);
    made->setObjectName(name);
    connect(made, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_words->say([made, text = std::move(text)] {
        made->setText(text());
        made->setAccessibleName(text());
    });
    return made;
}

} // namespace naru::gui
