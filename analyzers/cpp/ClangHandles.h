#pragma once

#include <clang-c/Index.h>

#include <memory>
#include <string>
#include <type_traits>
#include <vector>

namespace naru::analyzers::cpp {

struct IndexCloser {
    void operator()(void* index) const { clang_disposeIndex(index); }
};
struct ActionCloser {
    void operator()(void* action) const { clang_IndexAction_dispose(action); }
};
struct UnitCloser {
    void operator()(CXTranslationUnit unit) const { clang_disposeTranslationUnit(unit); }
};
using IndexHandle = std::unique_ptr<void, IndexCloser>;
using ActionHandle = std::unique_ptr<void, ActionCloser>;
using UnitHandle = std::unique_ptr<std::remove_pointer_t<CXTranslationUnit>, UnitCloser>;

/// The text of a string that libclang lends, which is given back at once.
inline std::string take(CXString text)
{
    const char* raw = clang_getCString(text);
    std::string copy = raw == nullptr ? std::string() : std::string(raw);
    clang_disposeString(text);
    return copy;
}

inline bool isNull(const CXCursor& cursor)
{
    return clang_Cursor_isNull(cursor) != 0 || clang_isInvalid(cursor.kind) != 0;
}

/// Children of cursors on one growing stack: walks allocate nothing in the long run.
class CursorStack {
public:
    struct Range {
        std::size_t first = 0;
        std::size_t last = 0;
        [[nodiscard]] std::size_t size() const { return last - first; }
    };

    Range push(CXCursor parent)
    {
        const std::size_t first = m_cursors.size();
        clang_visitChildren(
            parent,
            [](CXCursor child, CXCursor, CXClientData stack) {
                static_cast<std::vector<CXCursor>*>(stack)->push_back(child);
                return CXChildVisit_Continue;
            },
            &m_cursors);
        return {first, m_cursors.size()};
    }
    void pop(const Range& range) { m_cursors.resize(range.first); }
    /// By value: the stack moves when it grows.
    [[nodiscard]] CXCursor at(const Range& range, std::size_t i) const { return m_cursors[range.first + i]; }

private:
    std::vector<CXCursor> m_cursors;
};

} // namespace naru::analyzers::cpp
