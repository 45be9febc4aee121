#pragma once

#include <string_view>

namespace naru::core {

/// Takes bytes, one after the other: a file, a hash.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual void write(std::string_view bytes) = 0;
};

} // namespace naru::core
