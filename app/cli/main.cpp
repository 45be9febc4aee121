#include "app/cli/Cli.h"
#include "app/cli/Verb.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <pthread.h>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace {

/// Turns SIGINT and SIGTERM into a request to stop; a thread waits for them, so no work is done in a handler.
std::jthread stopOnSignals(std::stop_source& source)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGUSR1); // ends the waiting itself
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return std::jthread([signals, &source] {
        int signal = 0;
        sigwait(&signals, &signal);
        if (signal == SIGUSR1)
            return;
        source.request_stop();
        sigwait(&signals, &signal); // a second request does not wait for the stage to notice the first
        if (signal != SIGUSR1)
            std::_Exit(naru::cli::kCancelled);
    });
}

} // namespace

int main(int argc, char** argv)
{
    const auto shared = std::make_unique<std::stop_source>(); // on the heap: GCC 12 warns falsely of one on the stack
    std::stop_source& source = *shared;
    std::jthread waiter = stopOnSignals(source);
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const int code = naru::cli::runCommandLine(arguments, "/proc/self/exe", std::cout, std::cerr, source.get_token());
    pthread_kill(waiter.native_handle(), SIGUSR1);
    return code;
}
