#pragma once

#include "analyzers/graph/LibraryNames.h"
#include "analyzers/graph/Symbols.h"

namespace naru::analyzers::graph {

/// How well an argument fits a parameter: the higher the better; negative when it certainly does not fit.
enum Fit : int { kMisfit = -1, kUnknown = 1, kLoose = 2, kBoxed = 3, kSubtype = 5, kWidened = 6, kExact = 8 };

/// What is known of an argument.
struct Argument {
    TypeRef type = nullptr; ///< null when unknown
    core::StringId constantOf; ///< of unknown type: simple name of the type that a constant stands in (Response.Status.CONFLICT: Status)
    bool function = false;  ///< lambda or method reference
    std::uint16_t functionParameters = 0;
    bool methodReference = false;
    TypeRef result = nullptr; ///< of a function: what it gives back, once it is read
    std::uint32_t code = 0; ///< place in the code of the file
};

/// Method invocation conversion (JLS 5.3) as far as types of the system and the common library types tell.
class Conversions {
public:
    Conversions(const SymbolTable& table, const LibraryNames& library);

    [[nodiscard]] int fit(const Argument& argument, TypeRef parameter) const;
    /// The last part of an external name.
    [[nodiscard]] bool isFailure(TypeRef type) const;
    [[nodiscard]] core::StringId simpleName(TypeRef external) const;
    /// The primitive that a box stands for, or kNoIndex.
    [[nodiscard]] std::uint32_t unboxed(TypeRef type) const;

private:
    [[nodiscard]] int fitTypes(TypeRef argument, TypeRef parameter) const;
    [[nodiscard]] int fitPrimitive(TypeRef argument, TypeRef parameter) const;
    [[nodiscard]] int fitProject(TypeRef argument, TypeRef parameter) const;
    [[nodiscard]] int fitExternal(TypeRef argument, TypeRef parameter) const;
    [[nodiscard]] bool elsewhere(TypeRef one, TypeRef other) const;
    [[nodiscard]] int fitFunction(const Argument& argument, TypeRef parameter) const;
    [[nodiscard]] bool isObject(TypeRef type) const;
    [[nodiscard]] bool inheritsExternal(std::uint32_t type, core::StringId simple) const;

    const SymbolTable& m_table;
    FlatMap m_boxes;   ///< simple or qualified box name -> primitive
    FlatMap m_finals;  ///< simple names of final library types
    FlatMap m_superOf; ///< (simple sub, simple super) of common library types
    core::StringId m_object;
    core::StringId m_qualifiedObject;
    const LibraryNames& m_library;
};

} // namespace naru::analyzers::graph
