#include "app/gui/jobs/LatestRunner.h"

#include <QtConcurrent>

#include <utility>

namespace naru::gui {

LatestRunner::LatestRunner(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LatestRunner::~LatestRunner()
{
    m_waiting.reset();
    m_stop.request_stop();
    m_pool.waitForDone();
}

void LatestRunner::run(Work work)
{
    if (m_running)
        m_waiting = std::move(work);
    else
        begin(std::move(work));
}

void LatestRunner::begin(Work work)
{
    m_running = true;
    m_stop = std::stop_source();
    auto future = QtConcurrent::run(&m_pool, [this, work = std::move(work), stop = m_stop.get_token(), epoch = m_epoch] {
        const Completion completion = work(stop);
        QMetaObject::invokeMethod(this, [this, completion, epoch] { finish(completion, epoch); }, Qt::QueuedConnection);
    });
    Q_UNUSED(future)
}

void LatestRunner::finish(const Completion& completion, int epoch)
{
    m_running = false;
    if (epoch == m_epoch && completion)
        completion();
    if (!m_running && m_waiting)
        begin(*std::exchange(m_waiting, std::nullopt));
}

void LatestRunner::cancel()
{
    m_waiting.reset();
    m_stop.request_stop();
    ++m_epoch;
}

} // namespace naru::gui
