#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace naru::core {

/// A list whose copies share their room until one of them is edited. Caches know equal ones by their bytes.
template <typename T> class SharedList {
public:
    [[nodiscard]] auto begin() const { return list().begin(); }
    [[nodiscard]] auto end() const { return list().end(); }
    [[nodiscard]] bool empty() const { return list().empty(); }
    [[nodiscard]] std::size_t size() const { return list().size(); }
    [[nodiscard]] const T& operator[](std::size_t i) const { return list()[i]; }

    [[nodiscard]] const std::vector<T>& list() const
    {
        static const std::vector<T> none;
        return m_list == nullptr ? none : *m_list;
    }
    /// The list of this copy alone.
    [[nodiscard]] std::vector<T>& edit()
    {
        if (m_list == nullptr || m_list.use_count() > 1)
            m_list = std::make_shared<std::vector<T>>(list());
        return *m_list;
    }

private:
    std::shared_ptr<std::vector<T>> m_list;
};

} // namespace naru::core
