#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>
#include <stop_token>

namespace naru::gui {

/// Small work beside the jobs, of which only the newest counts (a frame of the map, its layout): at most one runs and one waits; what
/// waited is forgotten when something newer comes. Says nothing in the status bar.
class LatestRunner : public QObject {
    Q_OBJECT
public:
    /// Runs in the GUI thread when the work is done.
    using Completion = std::function<void()>;
    using Work = std::function<Completion(const std::stop_token&)>;

    explicit LatestRunner(QObject* parent = nullptr);
    ~LatestRunner() override;

    void run(Work work);
    /// Forgets what waits, and asks what runs to stop; its completion is dropped.
    void cancel();
    [[nodiscard]] bool busy() const { return m_running; }

private:
    void begin(Work work);
    void finish(const Completion& completion, int epoch);

    QThreadPool m_pool;
    std::optional<Work> m_waiting;
    std::stop_source m_stop;
    bool m_running = false;
    int m_epoch = 0; ///< counts cancel()
};

} // namespace naru::gui
