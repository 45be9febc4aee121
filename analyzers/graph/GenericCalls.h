#pragma once

#include "analyzers/graph/Symbols.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// Symbols of the types of the system that stand for type variables or arguments; kNoIndex for any other and for what is unknown.
using TypeSymbols = std::vector<std::uint32_t>;

/// What a call of a method that a generic type declares says of types: which objects may answer depends on it.
struct GenericCall {
    std::uint32_t call = 0;          ///< its place among the calls
    std::uint32_t method = kNoIndex; ///< symbol of the method, as it is declared
    TypeSymbols arguments;           ///< of the type that declares it, as seen from the receiver
    TypeSymbols given;               ///< to the method
};

/// Tells which objects below a generic type cannot answer a call: a Service<Receipt> is no Service<Property>, and save(Receipt) takes none.
class GenericFit {
public:
    explicit GenericFit(const SymbolTable& table) : m_table(table) {}

    /// `type`: symbol of a class below the one that declares the called method; `method`: symbol of what answers in it.
    [[nodiscard]] bool mayAnswer(const GenericCall& call, std::uint32_t type, std::uint32_t method);

private:
    /// The arguments of `owner` as `type`, below it, has them.
    const TypeSymbols& argumentsOf(std::uint32_t type, std::uint32_t owner);
    [[nodiscard]] TypeSymbols seenFrom(std::uint32_t type, std::uint32_t owner, const TypeSymbols& own, int depth) const;
    [[nodiscard]] bool mayBeOne(std::uint32_t a, std::uint32_t b) const;

    const SymbolTable& m_table;
    std::map<std::pair<std::uint32_t, std::uint32_t>, TypeSymbols> m_arguments; ///< by type and owner
};

/// The symbol of a type of the system that is no array, else kNoIndex.
inline std::uint32_t symbolOf(TypeRef type)
{
    return type != nullptr && type->is(TypeForm::Project) ? type->id : kNoIndex;
}

} // namespace naru::analyzers::graph
