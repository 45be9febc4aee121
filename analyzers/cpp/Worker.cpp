#include "analyzers/cpp/Worker.h"

#include "analyzers/cpp/FactsCodec.h"
#include "analyzers/cpp/UnitReader.h"
#include "analyzers/cpp/WorkerMessages.h"

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace naru::analyzers::cpp {

namespace {

/// Bytes of address space that the process has now: the program and its libraries.
std::uint64_t mapped()
{
    std::ifstream file("/proc/self/statm");
    std::uint64_t pages = 0;
    file >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// Ends the process when units take more memory than allowed: clang then fails to allocate. The program itself does not count,
/// else no unit could be read under a small limit.
void limitMemory(const std::string& megabytes)
{
    std::uint64_t size = std::strtoull(megabytes.c_str(), nullptr, 10) << 20U;
    if (size == 0)
        return;
    size += mapped();
    const rlimit limit{size, size};
    ::setrlimit(RLIMIT_AS, &limit);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace

int runWorker(int socket)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    std::optional<UnitReader> reader;
    const auto forever = std::chrono::steady_clock::time_point::max();
    for (Message message; receiveMessage(socket, message, forever, [] { return false; }) == Receipt::Done;) {
        if (message.size() >= 3 && message[0] == "init") {
            limitMemory(message[2]);
            reader.emplace(SystemSettings{message[1], {message.begin() + 3, message.end()}});
        } else if (message.size() >= 5 && message[0] == "unit" && reader) {
            if (message[4] == "1")
                reader->restart();
            const UnitFacts facts = reader->read({message[1], message[2], {message.begin() + 5, message.end()}, message[3] == "1"});
            if (!sendMessage(socket, {encodeFacts(facts)}))
                return 0;
        } else {
            return 2;
        }
    }
    return 0;
}

} // namespace naru::analyzers::cpp
