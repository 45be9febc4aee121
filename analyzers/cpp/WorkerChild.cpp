#include "analyzers/cpp/WorkerChild.h"

#include "analyzers/cpp/FactsCodec.h"
#include "analyzers/cpp/WorkerMessages.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace naru::analyzers::cpp {

WorkerChild::WorkerChild(std::filesystem::path program, const SystemSettings& settings, const WorkerLimits& limits)
    : m_program(std::move(program)),
      m_settings(settings),
      m_limits(limits)
{
}

bool WorkerChild::start()
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::string program = m_program.string();
    char* arguments[] = {program.data(), nullptr};
    pid_t process = -1;
    const int failed = ::posix_spawn(&process, program.c_str(), &actions, &attributes, arguments, environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (failed != 0) {
        ::close(ends[0]);
        m_usable = false;
        return false;
    }
    m_socket = ends[0];
    m_process = process;
    Message init{"init", m_settings.root, std::to_string(m_limits.megabytes)};
    init.insert(init.end(), m_settings.recode.begin(), m_settings.recode.end());
    return sendMessage(m_socket, init);
}

void WorkerChild::end()
{
    if (m_socket >= 0)
        ::close(m_socket);
    if (m_process > 0) {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    m_socket = -1;
    m_process = -1;
}

WorkerChild::Outcome WorkerChild::read(const UnitRequest& request, bool fresh, UnitFacts& facts, const std::function<bool()>& stopped)
{
    if (m_process < 0 && !start()) {
        end();
        return Outcome::Crashed;
    }
    Message message{"unit", request.file, request.directory, request.embeddedSql ? "1" : "0", fresh ? "1" : "0"};
    message.insert(message.end(), request.arguments.begin(), request.arguments.end());
    const auto limit = std::chrono::duration_cast<std::chrono::steady_clock::duration>(std::chrono::duration<double>(m_limits.unitSeconds));
    Message answer;
    const Receipt receipt = sendMessage(m_socket, message)
                                ? receiveMessage(m_socket, answer, std::chrono::steady_clock::now() + limit, stopped)
                                : Receipt::Gone;
    if (receipt == Receipt::Done && answer.size() == 1)
        if (auto decoded = decodeFacts(answer.front())) {
            facts = std::move(*decoded);
            return Outcome::Done;
        }
    end();
    return receipt == Receipt::TimedOut ? Outcome::TimedOut : receipt == Receipt::Stopped ? Outcome::Stopped : Outcome::Crashed;
}

} // namespace naru::analyzers::cpp
