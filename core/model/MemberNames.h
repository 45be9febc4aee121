#pragma once

#include <string>
#include <string_view>

namespace naru::core {

/// The id of a member for readers: "a.b.Orders#find(long)" as "Orders.find"; overloads are one for them. An id of another form stays.
std::string shortMember(std::string_view id);

} // namespace naru::core
