#pragma once

#include "analyzers/spi/CodeIndex.h"

#include <string_view>

namespace naru::analyzers::graph {

/// The name under which BodyResolver::handOver notes a call among those that leave the system: receiverType is
/// "a.b.OrderDao#save", the type of the object and the method; argTypes are as always; args say how many there are.
inline constexpr std::string_view kHandedCall = "<handed>";

struct HandedCall {
    std::string_view receiver; ///< qualified name of a type of the system
    std::string_view method;
};

/// The parts of such a receiver.
HandedCall handedCall(std::string_view receiver);

} // namespace naru::analyzers::graph
