#pragma once

#include <cstddef>

namespace naru::core {

/// Where bytes come from that are not all at hand.
class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// The next `size` bytes; false when they cannot be had.
    virtual bool read(char* to, std::size_t size) = 0;
};

} // namespace naru::core
