#pragma once

#include <memory>
#include <utility>

namespace naru::core {

/// A value that is never changed once it is made, so that copies need no room of their own. Caches know equal ones by their bytes.
template <typename T> class Shared {
public:
    Shared() : Shared(T()) {}
    explicit Shared(T value) : m_value(std::make_shared<const T>(std::move(value))) {}

    [[nodiscard]] const T& operator*() const { return *m_value; }
    [[nodiscard]] const T* operator->() const { return m_value.get(); }

private:
    std::shared_ptr<const T> m_value; ///< never null, but where it was moved away
};

} // namespace naru::core
