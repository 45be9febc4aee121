#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <limits>

namespace naru::core {

/// Index of an element in its table; the tag keeps tables apart at compile time.
template <typename Tag> struct Id {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::uint32_t v) : value(v) {}
    constexpr explicit Id(std::size_t v) : value(static_cast<std::uint32_t>(v)) {}
    [[nodiscard]] constexpr bool valid() const { return value != kNone; }
    constexpr explicit operator bool() const { return valid(); }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using StringId = Id<struct StringTag>;
using FileId = Id<struct FileTag>;
using TypeId = Id<struct TypeTag>;
using MemberId = Id<struct MemberTag>;
using TableId = Id<struct TableTag>;
using StatementId = Id<struct StatementTag>;
using ViewId = Id<struct ViewTag>;
using EntryPointId = Id<struct EntryPointTag>;

} // namespace naru::core

template <typename Tag> struct std::hash<naru::core::Id<Tag>> {
    std::size_t operator()(naru::core::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
