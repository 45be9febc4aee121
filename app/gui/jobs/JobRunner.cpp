#include "app/gui/jobs/JobRunner.h"

#include <QThread>
#include <QtConcurrent>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr int kFreeEvery = 500; ///< milliseconds

} // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_freeing.setInterval(kFreeEvery);
    connect(&m_freeing, &QTimer::timeout, this, &JobRunner::freeUnused);
}

JobRunner::~JobRunner()
{
    cancel();
    m_pool.waitForDone();
}

void JobRunner::enqueue(Task task)
{
    m_waiting.push_back(std::move(task));
    if (!m_running)
        next();
}

void JobRunner::next()
{
    Task task = std::move(m_waiting.front());
    m_waiting.pop_front();
    m_running = true;
    m_stop = std::stop_source();
    emit started(task.name);
    const int threads = m_threads > 0 ? m_threads : std::max(1, QThread::idealThreadCount());
    auto future = QtConcurrent::run(&m_pool, [this, task = std::move(task), stop = m_stop.get_token(), threads, epoch = m_epoch] {
        core::Job job(threads, stop, [this](std::string_view stage, double fraction) {
            const QString key = QString::fromUtf8(stage.data(), static_cast<qsizetype>(stage.size()));
            QMetaObject::invokeMethod(this, [this, key, fraction] { emit progressed(key, fraction); }, Qt::QueuedConnection);
        });
        const Completion completion = task.run(job);
        QMetaObject::invokeMethod(this, [this, completion, epoch] { complete(completion, epoch); }, Qt::QueuedConnection);
    });
    Q_UNUSED(future)
}

void JobRunner::complete(const Completion& completion, int epoch)
{
    if (epoch != m_epoch)
        return;
    m_running = false;
    emit finished();
    completion();
    if (!m_running && !m_waiting.empty())
        next();
}

void JobRunner::stop()
{
    cancel();
    if (!m_running)
        return;
    m_pool.waitForDone();
    ++m_epoch;
    m_running = false;
    emit finished();
}

void JobRunner::dispose(std::shared_ptr<const void> result)
{
    if (!result)
        return;
    m_disposed.push_back(std::move(result));
    m_freeing.start();
}

void JobRunner::freeUnused()
{
    const auto unused = std::ranges::partition(m_disposed, [](const auto& result) { return result.use_count() > 1; });
    if (!unused.empty()) {
        auto freed = std::make_shared<decltype(m_disposed)>(std::move_iterator(unused.begin()), std::move_iterator(unused.end()));
        m_disposed.erase(unused.begin(), unused.end());
        auto future = QtConcurrent::run(&m_pool, [freed = std::move(freed)]() mutable { freed.reset(); });
        Q_UNUSED(future)
    }
    if (m_disposed.empty())
        m_freeing.stop();
}

void JobRunner::cancel()
{
    const bool some = !m_waiting.empty();
    m_waiting.clear();
    m_stop.request_stop();
    if (some)
        emit dropped();
}

} // namespace naru::gui
