#include "analyzers/cpp/Worker.h"

#include "analyzers/cpp/FactsCodec.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace naru::analyzers::cpp {

namespace {

/// A frame beyond this is no frame of ours.
constexpr std::uint64_t kLongestFrame = std::uint64_t{4} << 30U;

bool sendAll(int socket, const char* data, std::size_t size)
{
    while (size > 0) {
        const ssize_t sent = ::send(socket, data, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        data += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

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

bool sendMessage(int socket, const Message& message)
{
    std::string body;
    const auto put = [&](std::uint64_t number) { body.append(reinterpret_cast<const char*>(&number), sizeof number); };
    put(0);
    for (const std::string& part : message) {
        put(part.size());
        body += part;
    }
    const std::uint64_t size = body.size() - sizeof(std::uint64_t);
    std::memcpy(body.data(), &size, sizeof size);
    return sendAll(socket, body.data(), body.size());
}

Receipt receiveMessage(int socket, Message& message, std::chrono::steady_clock::time_point deadline, const std::function<bool()>& stopped)
{
    std::string buffer;
    std::uint64_t wanted = sizeof(std::uint64_t);
    bool head = true;
    while (buffer.size() < wanted) {
        if (stopped())
            return Receipt::Stopped;
        if (std::chrono::steady_clock::now() > deadline)
            return Receipt::TimedOut;
        pollfd ready{socket, POLLIN, 0};
        constexpr int kSlice = 200; // milliseconds
        const int events = ::poll(&ready, 1, kSlice);
        if (events == 0 || (events < 0 && errno == EINTR))
            continue;
        const std::size_t have = buffer.size();
        const std::size_t part = std::min<std::size_t>(wanted - have, std::size_t{1} << 20U);
        buffer.resize(have + part);
        const ssize_t got = events < 0 ? -1 : ::recv(socket, buffer.data() + have, part, 0);
        if (got <= 0)
            return Receipt::Gone;
        buffer.resize(have + static_cast<std::size_t>(got));
        if (head && buffer.size() == wanted) {
            std::memcpy(&wanted, buffer.data(), sizeof wanted);
            if (wanted > kLongestFrame)
                return Receipt::Gone;
            head = false;
            buffer.clear();
            if (wanted == 0)
                break;
        }
    }
    message.clear();
    for (std::size_t at = 0; at + sizeof(std::uint64_t) <= buffer.size();) {
        std::uint64_t size = 0;
        std::memcpy(&size, buffer.data() + at, sizeof size);
        at += sizeof size;
        if (size > buffer.size() - at)
            return Receipt::Gone;
        message.push_back(buffer.substr(at, size));
        at += size;
    }
    return Receipt::Done;
}

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
