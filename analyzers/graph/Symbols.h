#pragma once

#include "analyzers/graph/FlatMap.h"
#include "analyzers/graph/JavaTypes.h"
#include "analyzers/graph/LombokConfig.h"
#include "analyzers/java/JavaFacts.h"
#include "core/model/CodeModel.h"

#include <span>
#include <vector>

namespace naru::analyzers::graph {

/// A declared type of the system, also local, anonymous and synthetic (builder) ones.
struct TypeSymbol {
    std::uint32_t file = kNoIndex;
    std::uint32_t fact = kNoIndex; ///< in the facts of the file; kNoIndex for a synthetic type
    std::uint32_t outer = kNoIndex;
    std::uint32_t named = kNoIndex; ///< itself, or the nearest enclosing named type
    core::StringId qualified;       ///< empty for hidden types
    core::StringId simple;
    core::TypeKind kind = core::TypeKind::Class;
    std::uint32_t flags = 0;
    bool hidden = false;        ///< local, anonymous or synthetic: not among the types of the model
    bool externalSuper = false; ///< some supertype, near or far, lies outside the system
    TypeRef superclass = nullptr;
    std::span<const TypeRef> interfaces;
    std::span<const TypeRef> components; ///< types of a record's components
    std::uint32_t firstVariable = 0;
    std::uint32_t variableCount = 0;
    std::uint32_t firstMember = kNoIndex; ///< chain through MemberSymbol::nextInOwner
    std::uint32_t lastMember = kNoIndex;
    std::uint32_t nextSameName = kNoIndex; ///< other types of the same qualified name
    core::TypeId model;                    ///< of hidden types: that of `named`
};

struct MemberSymbol {
    std::uint32_t owner = kNoIndex;
    std::uint32_t fact = kNoIndex; ///< in the facts of the owner's file; kNoIndex for synthetic members
    core::StringId name;
    core::MemberKind kind = core::MemberKind::Method;
    std::uint32_t flags = 0;
    bool variadic = false;
    bool enumConstant = false;
    std::uint32_t line = 0;
    TypeRef type = nullptr; ///< return or field type; null when unknown
    std::span<const TypeRef> parameters;
    std::uint32_t firstVariable = 0;
    std::uint32_t variableCount = 0;
    std::uint32_t nextSameName = kNoIndex; ///< next member of the same owner and name
    std::uint32_t nextInOwner = kNoIndex;
    std::uint32_t field = kNoIndex; ///< of an accessor made by Lombok or a record: the field symbol or kNoIndex
    core::MemberId model;           ///< of members of hidden types: the member of the model in which they are written

    [[nodiscard]] bool isCallable() const
    {
        return kind == core::MemberKind::Method || kind == core::MemberKind::Constructor || kind == core::MemberKind::Function;
    }
};

struct TypeVariable {
    core::StringId name;
    TypeRef bound = nullptr;
};

/// All declarations of a system and the ways to find them.
struct SymbolTable {
    std::shared_ptr<core::StringPool> strings;
    std::vector<java::FileFacts> files; ///< by FileId; empty facts for files of other languages
    std::vector<TypeSymbol> types;
    std::vector<MemberSymbol> members;
    std::vector<TypeVariable> variables;
    std::vector<std::uint32_t> firstTypeOfFile; ///< symbol of fact 0 of each file; facts follow in order
    std::vector<std::uint32_t> memberOfFact;    ///< symbols by firstMemberFact[file] + fact
    std::vector<std::uint32_t> firstMemberFact;
    std::vector<std::unique_ptr<TypeArena>> arenas; ///< types named in declarations, one arena per file
    FlatMap typeByName;                             ///< qualified name -> type
    FlatMap nestedByName;                           ///< (outer, simple) -> type
    FlatMap nestedNames;                            ///< simple names of nested types
    FlatMap packages;                               ///< names of packages that have types
    FlatMap memberByName;                           ///< (owner, name) -> first member

    [[nodiscard]] std::uint32_t typeNamed(core::StringId qualified) const { return typeByName.find(qualified.value); }
    [[nodiscard]] std::uint32_t nested(std::uint32_t outer, core::StringId simple) const
    {
        return nestedByName.find(FlatMap::key(outer, simple.value));
    }
    [[nodiscard]] std::uint32_t member(std::uint32_t owner, core::StringId name) const
    {
        return memberByName.find(FlatMap::key(owner, name.value));
    }
    [[nodiscard]] std::uint32_t typeOfFact(std::uint32_t file, std::uint32_t fact) const { return firstTypeOfFile[file] + fact; }
    [[nodiscard]] std::uint32_t memberSymbol(std::uint32_t file, std::uint32_t fact) const
    {
        return memberOfFact[firstMemberFact[file] + fact];
    }
    [[nodiscard]] const java::FileFacts& factsOf(const TypeSymbol& type) const { return files[type.file]; }
    [[nodiscard]] const java::TypeFact& factOf(const TypeSymbol& type) const { return files[type.file].types[type.fact]; }
    [[nodiscard]] const java::MemberFact& factOf(const MemberSymbol& member) const
    {
        return files[types[member.owner].file].members[member.fact];
    }
    [[nodiscard]] std::string_view text(core::StringId id) const { return strings->view(id); }

    /// Appends a member to its owner's chains.
    std::uint32_t addMember(MemberSymbol member);

    /// Calls f(TypeRef) for the direct supertypes, the superclass first. Stops when f returns true.
    template <typename F> bool eachSuper(std::uint32_t type, F&& f) const
    {
        const TypeSymbol& symbol = types[type];
        if (symbol.superclass != nullptr && f(symbol.superclass))
            return true;
        for (const TypeRef base : symbol.interfaces)
            if (base != nullptr && f(base))
                return true;
        return false;
    }
    /// The type itself when it is of the system, else the first of its arguments that is.
    [[nodiscard]] core::TypeId projectType(TypeRef type) const;
    /// True when `type` is `base` or inherits from it.
    [[nodiscard]] bool inherits(std::uint32_t type, std::uint32_t base) const;
};

/// Declares the types, members and type variables of all files. Signatures stay unresolved.
void declareSymbols(SymbolTable& table);

/// Adds what Lombok, records and enums make: accessors, constructors, builders, values() and valueOf().
void addSyntheticMembers(SymbolTable& table, const core::CodeModel& model, const LombokConfig& config);

} // namespace naru::analyzers::graph
