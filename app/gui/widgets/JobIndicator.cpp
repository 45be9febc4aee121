#include "app/gui/widgets/JobIndicator.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace naru::gui {

JobIndicator::JobIndicator(Environment& environment, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_words(new Words(environment.language, this)),
      m_label(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("jobIndicator"));
    m_label->setObjectName(QStringLiteral("jobStage"));
    m_bar->setObjectName(QStringLiteral("jobProgress"));
    m_bar->setRange(0, 1000);
    m_bar->setFixedWidth(180);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("jobCancel"));
    m_cancel->setProperty("flat", true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    JobRunner& jobs = m_env.jobs;
    connect(m_cancel, &QPushButton::clicked, this, [this, &jobs] {
        jobs.cancel();
        m_label->setText(tr("Stopping"));
        m_cancel->setEnabled(false);
    });
    connect(&jobs, &JobRunner::started, this, [this](const QString& name) {
        m_name = name;
        m_stage.clear();
        m_fraction = 0;
        m_cancel->setEnabled(true);
        fill();
        show();
    });
    connect(&jobs, &JobRunner::progressed, this, [this](const QString& stage, double fraction) {
        m_stage = stage;
        m_fraction = fraction;
        fill();
    });
    connect(&jobs, &JobRunner::finished, this, &QWidget::hide);
    m_words->say([this] {
        m_cancel->setText(tr("Cancel"));
        m_cancel->setAccessibleName(tr("Cancel the running step"));
        m_bar->setAccessibleName(tr("Progress"));
        fill();
    });
    hide();
}

void JobIndicator::fill()
{
    const std::string key = m_stage.toStdString();
    const QString stage = m_env.language.has(key) ? m_env.language.text(key) : m_name;
    const int percent = static_cast<int>(m_fraction * 100);
    m_label->setText(percent > 0 ? tr("%1 (%2 %)").arg(stage).arg(percent) : stage);
    m_bar->setValue(static_cast<int>(m_fraction * 1000));
}

} // namespace naru::gui
