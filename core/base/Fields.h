#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace naru::core {

namespace fields {

/// Stands for a value of any type where it is only asked whether an aggregate takes one more.
struct Any {
    template <typename T> operator T() const; // NOLINT(google-explicit-constructor)
};

template <typename T, std::size_t... I> constexpr bool takes(std::index_sequence<I...>)
{
    return requires { T{((void)I, Any())...}; };
}

inline constexpr std::size_t kMost = 24;

template <typename T, std::size_t N = kMost> constexpr std::size_t count()
{
    if constexpr (N == 0 || takes<T>(std::make_index_sequence<N>()))
        return N;
    else
        return count<T, N - 1>();
}

} // namespace fields

/// Calls f(field) for each field of a plain struct without base classes, in the order of their declaration; of at most fields::kMost.
/// What is written field by field (caches) needs no list of names that could fall behind the struct.
template <typename T, typename F> constexpr void eachField(T& value, F&& f)
{
    constexpr std::size_t kCount = fields::count<std::remove_const_t<T>>();
    static_assert(kCount > 0);
    const auto each = [&](auto&... field) { (f(field), ...); };
    // clang-format off
    if constexpr (kCount == 1) { auto& [v0] = value; each(v0); }
    else if constexpr (kCount == 2) { auto& [v0, v1] = value; each(v0, v1); }
    else if constexpr (kCount == 3) { auto& [v0, v1, v2] = value; each(v0, v1, v2); }
    else if constexpr (kCount == 4) { auto& [v0, v1, v2, v3] = value; each(v0, v1, v2, v3); }
    else if constexpr (kCount == 5) { auto& [v0, v1, v2, v3, v4] = value; each(v0, v1, v2, v3, v4); }
    else if constexpr (kCount == 6) { auto& [v0, v1, v2, v3, v4, v5] = value; each(v0, v1, v2, v3, v4, v5); }
    else if constexpr (kCount == 7) { auto& [v0, v1, v2, v3, v4, v5, v6] = value; each(v0, v1, v2, v3, v4, v5, v6); }
    else if constexpr (kCount == 8) { auto& [v0, v1, v2, v3, v4, v5, v6, v7] = value; each(v0, v1, v2, v3, v4, v5, v6, v7); }
    else if constexpr (kCount == 9) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8); }
    else if constexpr (kCount == 10) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9); }
    else if constexpr (kCount == 11) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10); }
    else if constexpr (kCount == 12) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11); }
    else if constexpr (kCount == 13) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12); }
    else if constexpr (kCount == 14) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13); }
    else if constexpr (kCount == 15) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14); }
    else if constexpr (kCount == 16) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15); }
    else if constexpr (kCount == 17) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16); }
    else if constexpr (kCount == 18) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17); }
    else if constexpr (kCount == 19) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18); }
    else if constexpr (kCount == 20) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19); }
    else if constexpr (kCount == 21) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20); }
    else if constexpr (kCount == 22) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21); }
    else if constexpr (kCount == 23) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22); }
    else if constexpr (kCount == 24) { auto& [v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23] = value; each(v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23); }
    // clang-format on
}

} // namespace naru::core
