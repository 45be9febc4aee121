#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::core {

/// What kind of trouble it is: decides the exit code and the tone of the message.
enum class ErrorCode {
    InvalidArgument, ///< the caller asked for something that makes no sense
    NotFound,        ///< no such file, folder, item
    NotReadable,     ///< there, but it cannot be read
    NotWritable,     ///< the target cannot be written; nothing was changed
    Malformed,       ///< the content breaks its own format
    Unsupported,     ///< understood, but not handled
    NewerVersion,    ///< made by a newer Naru
    Conflict,        ///< changed by someone else meanwhile
    LimitExceeded,   ///< larger, deeper or slower than the limits allow
    Cancelled,       ///< the user stopped it
    Internal,        ///< a fault of Naru
};

/// Named values for the placeholders `{name}` of a text.
using TextArgs = std::vector<std::pair<std::string, std::string>>;

/// A failure. `key` names a text in resources/texts; the layers below the
/// application never make sentences themselves.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string key;
    TextArgs args;
    std::string path; ///< the file concerned, empty when none
    int line = 0;     ///< 1-based, 0 when none
};

template <typename T> using Result = std::expected<T, Error>;

/// Shorthand for `return failure(...)` in functions that return a Result.
[[nodiscard]] inline std::unexpected<Error> failure(ErrorCode code, std::string_view key, TextArgs args = {}, std::string path = {},
                                                    int line = 0)
{
    return std::unexpected(Error{code, std::string(key), std::move(args), std::move(path), line});
}

} // namespace naru::core
