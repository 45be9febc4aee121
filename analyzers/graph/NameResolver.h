#pragma once

#include "analyzers/graph/LibraryNames.h"
#include "analyzers/graph/Symbols.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::graph {

/// Where a name stands.
struct NameContext {
    std::uint32_t file = kNoIndex;
    std::uint32_t type = kNoIndex;   ///< innermost type symbol
    std::uint32_t member = kNoIndex; ///< member symbol, for its type variables
};

/// What a type name means: a type of the system, or a name outside of it.
struct NamedType {
    std::uint32_t project = kNoIndex;
    core::StringId external;
    std::uint32_t variable = kNoIndex;
    bool guessed = false; ///< nothing tells where it comes from: the name stays as written

    [[nodiscard]] bool isProject() const { return project != kNoIndex; }
};

/// A static import that is not a wildcard, or the type of one that is.
struct StaticImport {
    core::StringId member; ///< invalid for a wildcard
    NamedType type;
};

/// Resolves type names by the rules of the language: type variables, nested and inherited types, imports, the package,
/// wildcard imports, java.lang. Each file's scope is used by one thread at a time; the tables are only read.
class NameResolver {
public:
    NameResolver(const SymbolTable& table, const LibraryNames& library, std::vector<std::string_view> paths);

    /// Reads the imports of a file. Once for each file before it is used; safe for different files at once.
    void openFile(std::uint32_t file);

    /// A name as written, dotted or not.
    [[nodiscard]] NamedType resolve(core::StringId written, const NameContext& context);
    /// The type that an element of the code names, with arguments and dimensions; nullptr for `var`.
    TypeRef type(const std::vector<java::Code>& code, std::uint32_t at, const NameContext& context, TypeArena& arena);
    /// An external type. The classes QMember that QueryDSL makes from a class Member beside them are of Member, as QMember<Member> would be.
    TypeRef external(const NamedType& named, std::uint32_t file, TypeArena& arena) const;
    /// Member for an external QMember that is made from it, else kNoIndex.
    [[nodiscard]] std::uint32_t queriedBy(const NamedType& named, std::uint32_t file) const;
    [[nodiscard]] const std::vector<StaticImport>& staticImports(std::uint32_t file) const { return m_scopes[file].statics; }
    /// The type of a qualified name as seen from a file (of several modules' duplicates the nearest).
    [[nodiscard]] std::uint32_t projectType(core::StringId qualified, std::uint32_t file) const;
    /// True when the name is a package of the system or the begin of one's name.
    [[nodiscard]] bool isPackage(core::StringId name) const { return m_table.packages.find(name.value) != kNoIndex; }
    [[nodiscard]] const LibraryNames& library() const { return m_library; }

private:
    struct Scope {
        std::vector<std::pair<core::StringId, NamedType>> singles;
        std::vector<core::StringId> projectPackages;
        std::vector<std::uint32_t> projectTypes; ///< import a.b.Outer.*
        std::vector<core::StringId> otherPackages;
        std::vector<StaticImport> statics;
        FlatMap cache; ///< simple name -> index of `resolved`
        std::vector<NamedType> resolved;
        FlatMap localTypes; ///< names of local classes of the file
        bool open = false;
    };

    void addImport(Scope& scope, const java::ImportFact& import, std::uint32_t file);
    NamedType resolveSimple(core::StringId name, const NameContext& context);
    NamedType resolveDotted(core::StringId name, const NameContext& context);
    NamedType fileLevel(core::StringId name, std::uint32_t file);
    NamedType lookUp(core::StringId name, std::uint32_t file);
    [[nodiscard]] std::uint32_t variable(core::StringId name, const NameContext& context) const;
    [[nodiscard]] std::uint32_t memberType(std::uint32_t owner, core::StringId name) const;
    [[nodiscard]] std::uint32_t localType(core::StringId name, const NameContext& context) const;
    [[nodiscard]] core::StringId joined(core::StringId package, core::StringId simple) const;

    const SymbolTable& m_table;
    const LibraryNames& m_library;
    std::vector<std::string_view> m_paths;
    std::vector<Scope> m_scopes;
};

} // namespace naru::analyzers::graph
