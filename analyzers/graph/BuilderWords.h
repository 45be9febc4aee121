#pragma once

#include "analyzers/graph/CodeLookup.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <unordered_set>

namespace naru::analyzers::graph {

/// Parts of a statement.
enum class Clause : std::uint8_t { Select, From, Join, Where, Set, Insert, Update, Delete };

/// What a method that builds a statement puts before what it is given.
struct BuilderWord {
    Clause clause = Clause::Select;
    bool begins = false;     ///< a new statement, whatever stands before: SELECT COUNT(*) FROM
    std::uint16_t first = 0; ///< the argument that follows the word; in lists also those behind it
};

/// The words of methods that build statements: of the SQL classes of MyBatis, whose methods are called like them, of SimpleJdbcInsert, and
/// of classes of the system with at least three methods that write such words before a text they are given (`part("DELETE
/// FROM").part(table)`).
class BuilderWords {
public:
    BuilderWords(const CodeIndex& index, const CodeLookup& lookup);

    [[nodiscard]] bool empty() const { return m_makers.empty() && m_methods.empty() && !m_library; }
    /// Of the method that a text is given to. `open`: the member is at a statement, to which calls on what nobody knows belong.
    [[nodiscard]] std::optional<BuilderWord> of(const StringUse& use, bool open) const;
    /// Of a method of the system that is given no text: `Query.delete()`.
    [[nodiscard]] std::optional<BuilderWord> ofTextless(core::MemberId method) const;

private:
    void readLibrary(const CodeIndex& index);
    void readMethods(const CodeIndex& index);
    [[nodiscard]] bool builds(core::MemberId method, std::size_t strings) const;

    const CodeLookup& m_lookup;
    bool m_library = false;                                   ///< calls on classes of libraries stand in the system
    std::unordered_set<std::uint32_t> m_makers;               ///< members that make an object of such a class
    std::unordered_map<std::uint32_t, BuilderWord> m_methods; ///< of the system
    std::unordered_map<std::uint32_t, BuilderWord> m_textless;
};

} // namespace naru::analyzers::graph
