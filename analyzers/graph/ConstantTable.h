#pragma once

#include "analyzers/graph/MemberLookup.h"
#include "analyzers/graph/NameResolver.h"

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace naru::analyzers::graph {

/// The text a literal stands for in a concatenation: numbers without suffix, characters without quotes.
[[nodiscard]] std::string literalText(const java::Code& literal, const core::StringPool& strings);

/// A method without parameters that gives back a name: String getTable() { return "T_ORDER"; }
struct ConstantAnswer {
    std::uint32_t member = kNoIndex;
    core::StringId text;
};

/// Values of fields that are constants: literals, concatenations of constants and constants of other classes.
/// Built once before bodies are resolved; only read afterwards.
class ConstantTable {
public:
    ConstantTable(const SymbolTable& table, NameResolver& names, MemberLookup& lookup);

    /// The values of a built table for another thread, which folds with a lookup of its own.
    ConstantTable(const ConstantTable& built, MemberLookup& lookup);

    /// Folds all fields that may be constants.
    void build();
    /// The text of a constant field, or an invalid id.
    [[nodiscard]] core::StringId value(std::uint32_t member) const { return m_values[member]; }
    /// What a method without parameters may give back: its own constant and those of the methods that override it.
    [[nodiscard]] std::span<const ConstantAnswer> answers(std::uint32_t method) const;
    /// Some method of that name gives back a constant.
    [[nodiscard]] bool answered(core::StringId name) const { return m_answered.contains(name.value); }
    /// Folds an expression that stands in a declaration (annotation values, initial values). Not thread safe.
    [[nodiscard]] std::optional<std::string> fold(const java::FileFacts& facts, std::uint32_t at, const NameContext& context,
                                                  int depth = 0);
    /// The field a name or a qualified name means in a declaration, or kNoIndex.
    [[nodiscard]] std::uint32_t fieldOf(const java::FileFacts& facts, std::uint32_t at, const NameContext& context);

private:
    enum class State : std::uint8_t { Open, Running, Done };

    core::StringId fieldValue(std::uint32_t member, int depth);
    void noteAnswer(std::uint32_t method);
    void noteAnswerOf(std::uint32_t type, core::StringId name, const ConstantAnswer& answer);
    [[nodiscard]] bool mayBeConstant(const MemberSymbol& field) const;
    std::uint32_t fieldNamed(core::StringId name, const NameContext& context);
    void dotted(const java::FileFacts& facts, std::uint32_t at, std::string& name) const;

    const SymbolTable& m_table;
    NameResolver& m_names;
    MemberLookup& m_lookup;
    std::vector<core::StringId> m_values;
    std::vector<State> m_states;
    std::unordered_map<std::uint32_t, std::vector<ConstantAnswer>> m_answers; ///< by method
    std::unordered_set<std::uint32_t> m_answered;                             ///< names of these methods
};

} // namespace naru::analyzers::graph
