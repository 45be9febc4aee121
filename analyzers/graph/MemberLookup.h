#pragma once

#include "analyzers/graph/Conversions.h"

#include <span>
#include <vector>

namespace naru::analyzers::graph {

struct MethodHit {
    std::uint32_t member = kNoIndex;
    TypeRef owner = nullptr;             ///< the type that declares it, as seen from the receiver
    TypeRef result = nullptr;            ///< return type as seen from the receiver; null when unknown
    std::span<const TypeRef> parameters; ///< as seen from the receiver
    bool inherited = false;              ///< declared in a supertype of the receiver
    explicit operator bool() const { return member != kNoIndex; }
};

struct FieldHit {
    std::uint32_t member = kNoIndex;
    TypeRef type = nullptr;
    bool inherited = false;
    explicit operator bool() const { return member != kNoIndex; }
};

/// Finds fields and methods in a type and its supertypes, with type arguments carried along, and chooses among overloads by
/// arity and argument types. One per thread.
class MemberLookup {
public:
    MemberLookup(const SymbolTable& table, const Conversions& conversions, const LibraryNames& library, TypeArena& arena)
        : m_table(table),
          m_conversions(conversions),
          m_library(library),
          m_arena(arena)
    {
    }

    [[nodiscard]] FieldHit field(TypeRef receiver, core::StringId name);
    [[nodiscard]] MethodHit method(TypeRef receiver, core::StringId name, std::span<const Argument> arguments);
    /// The method a reference X::name means; its arity is not known.
    [[nodiscard]] MethodHit reference(TypeRef receiver, core::StringId name);
    [[nodiscard]] MethodHit constructor(TypeRef type, std::span<const Argument> arguments);
    [[nodiscard]] bool hasMethod(std::uint32_t type, core::StringId name) const;
    /// Parameter types and result of the function a functional interface of the system stands for.
    [[nodiscard]] MethodHit function(TypeRef interface);
    /// The nearest supertype outside of the system, or null.
    [[nodiscard]] TypeRef externalSuper(std::uint32_t type) const;
    /// `type` seen as its supertype of the given simple or qualified name outside of the system, or null.
    [[nodiscard]] TypeRef asExternal(TypeRef type);
    /// The type with class variables of `instance` replaced by its arguments.
    TypeRef substitute(TypeRef type, TypeRef instance);
    /// The bound of a type variable, or the type itself.
    [[nodiscard]] TypeRef erased(TypeRef type) const;
    /// A type of the system with its own variables as arguments: the type of `this`.
    TypeRef self(std::uint32_t type);
    void reset();

private:
    struct Level {
        TypeRef type;
        bool inherited;
    };
    struct Candidate {
        std::uint32_t member;
        TypeRef instance;
        bool inherited;
    };

    void levels(TypeRef receiver);
    void collect(TypeRef receiver, core::StringId name);
    void collectAt(std::uint32_t type, core::StringId name, const Level& level);
    [[nodiscard]] MethodHit choose(std::span<const Argument> arguments);
    [[nodiscard]] int score(const Candidate& candidate, std::span<const Argument> arguments);
    MethodHit hit(const Candidate& candidate, std::span<const Argument> arguments);
    void bind(TypeRef parameter, TypeRef argument, const MemberSymbol& method);
    TypeRef replaced(TypeRef type, TypeRef instance, const MemberSymbol* method);

    const SymbolTable& m_table;
    const Conversions& m_conversions;
    const LibraryNames& m_library;
    TypeArena& m_arena;
    std::vector<Level> m_levels;
    std::vector<Candidate> m_candidates;
    std::vector<TypeRef> m_bindings; ///< of the method's own variables
};

} // namespace naru::analyzers::graph
