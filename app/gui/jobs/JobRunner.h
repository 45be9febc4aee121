#pragma once

#include "core/base/Error.h"
#include "core/base/Job.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace naru::gui {

/// The only place that starts work outside the GUI thread. Jobs run one after
/// the other; what a job made is handed back in the GUI thread.
class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(QObject* parent = nullptr);
    ~JobRunner() override;

    /// Runs `work` in a thread, then `done` with its result in the GUI thread.
    /// `name` is what the status bar shows, in the user's words.
    template <typename T>
    void start(const QString& name, std::function<core::Result<T>(core::Job&)> work, std::function<void(core::Result<T>)> done)
    {
        enqueue({name, [work = std::move(work), done = std::move(done)](core::Job& job) -> Completion {
                     auto result = std::make_shared<core::Result<T>>(work(job));
                     return [result, done] { done(std::move(*result)); };
                 }});
    }

    [[nodiscard]] bool busy() const { return m_running; }
    /// Asks the running job to stop and forgets the waiting ones.
    void cancel();
    /// Cancels, waits until nothing runs any more, and drops what was made: for when what it was made for goes away.
    void stop();
    void setThreads(int threads) { m_threads = threads; }
    /// Gives up a large result. Freeing it takes as long as making it, so that is done in a thread, once nobody shows it any more.
    void dispose(std::shared_ptr<const void> result);

signals:
    void started(const QString& name);
    /// `stage` is a text key of resources/texts.
    void progressed(const QString& stage, double fraction);
    void finished();
    /// Waiting jobs were forgotten.
    void dropped();

private:
    using Completion = std::function<void()>;
    struct Task {
        QString name;
        std::function<Completion(core::Job&)> run;
    };

    void enqueue(Task task);
    void next();
    void complete(const Completion& completion, int epoch);
    void freeUnused();

    QThreadPool m_pool;
    std::vector<std::shared_ptr<const void>> m_disposed; ///< given up, but perhaps still shown
    QTimer m_freeing;
    std::deque<Task> m_waiting;
    std::stop_source m_stop;
    bool m_running = false;
    int m_epoch = 0; ///< counts stop(); completions of an earlier epoch are dropped
    int m_threads = 0;
};

} // namespace naru::gui
