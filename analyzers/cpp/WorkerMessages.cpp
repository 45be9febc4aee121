#include "analyzers/cpp/WorkerMessages.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>

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

} // namespace naru::analyzers::cpp
