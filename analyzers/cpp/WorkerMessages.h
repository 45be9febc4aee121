#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace naru::analyzers::cpp {

// What parent and child say to each other over one socket: frames of a length and a list of texts. The first text of a request is its
// kind: "init" root megabytes recode..., or "unit" file directory embedded restart arguments... The answer to a unit is one text, its
// facts.

using Message = std::vector<std::string>;

/// False when the other end is gone.
bool sendMessage(int socket, const Message& message);

enum class Receipt { Done, Gone, TimedOut, Stopped };

/// Waits for a message until `deadline`; `stopped` is asked now and then.
Receipt receiveMessage(int socket, Message& message, std::chrono::steady_clock::time_point deadline, const std::function<bool()>& stopped);

} // namespace naru::analyzers::cpp
