#pragma once

#include "analyzers/cpp/CppFacts.h"
#include "analyzers/cpp/UnitRequest.h"
#include "analyzers/spi/FrontEnd.h"

#include <filesystem>
#include <functional>

namespace naru::analyzers::cpp {

/// The parent's side of one child process. Whatever happens to the child, it is ended and waited for.
class WorkerChild {
public:
    enum class Outcome { Done, Crashed, TimedOut, Stopped };

    WorkerChild(std::filesystem::path program, const SystemSettings& settings, const WorkerLimits& limits);
    WorkerChild(const WorkerChild&) = delete;
    WorkerChild& operator=(const WorkerChild&) = delete;
    ~WorkerChild() { end(); }

    /// Reads one unit, in a new child when there is none. `fresh`: the first one of a session. After anything but Done the child is gone.
    Outcome read(const UnitRequest& request, bool fresh, UnitFacts& facts, const std::function<bool()>& stopped);
    /// False when the program cannot be started at all.
    [[nodiscard]] bool usable() const { return m_usable; }

private:
    bool start();
    void end();

    std::filesystem::path m_program;
    const SystemSettings& m_settings;
    WorkerLimits m_limits;
    int m_socket = -1;
    int m_process = -1;
    bool m_usable = true;
};

} // namespace naru::analyzers::cpp
