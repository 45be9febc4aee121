#pragma once

#include "analyzers/cpp/ClangHandles.h"
#include "analyzers/cpp/CppFacts.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace naru::analyzers::cpp {

/// Where a cursor stands.
struct Spot {
    std::int32_t file = -1; ///< index into UnitFacts::files; -1 outside the system
    std::uint32_t line = 0;
    std::uint32_t offset = 0;
    [[nodiscard]] bool own() const { return file >= 0; }
    [[nodiscard]] Place place() const { return {static_cast<std::uint32_t>(file), line}; }
};

/// What the facts say of a symbol that is declared or used.
struct Symbol {
    Text key = 0;
    Text name = 0; ///< simple
    bool own = false;
};

/// Names, keys and places of symbols in one unit, each asked of clang once.
class SymbolReader {
public:
    /// `root`: absolute path of the system, without a slash at the end. `directory`: the one the command runs in.
    SymbolReader(UnitFacts& out, std::string root, std::string directory);

    Text text(std::string_view value);
    [[nodiscard]] std::string_view view(Text id) const { return m_out.text(id); }
    /// The index of a file of the system by its path below the root.
    std::int32_t file(CXFile handle);
    std::int32_t fileAt(std::string_view path);
    Spot spot(CXCursor cursor);
    Spot spot(CXSourceLocation location);
    /// Symbol of a declaration; of the template, when it is made of one.
    const Symbol& symbol(CXCursor declaration);
    /// a.b.Outer.Inner of a type or function.
    std::string qualified(CXCursor declaration);
    /// The declaration that a type names, through pointers, references and arrays; null when it names none.
    static CXCursor declarationOf(CXType type);
    /// The type of a variable, parameter or function that clang could not make sense of (it says int), from its words; else that of clang.
    std::string valueType(CXCursor declaration, CXType known);
    /// "T*" of "const ns::T<U> *": without qualifiers, namespaces and arguments.
    std::string simpleType(CXType type);
    static std::string simpleType(std::string_view spelling);
    /// A class, struct or union without a name of its own.
    static bool nameless(CXCursor type);
    /// The template of an instantiation, or the cursor itself.
    static CXCursor pattern(CXCursor cursor);

private:
    struct PointerHash {
        std::size_t operator()(const void* pointer) const { return std::hash<const void*>()(pointer); }
    };
    [[nodiscard]] std::string belowRoot(const std::string& path) const;

    UnitFacts& m_out;
    std::string m_root;
    std::string m_directory;
    std::unordered_map<std::string, Text> m_texts;
    std::unordered_map<const void*, std::int32_t, PointerHash> m_files;
    std::unordered_map<std::string, std::int32_t> m_byPath;
    std::unordered_map<const void*, Symbol, PointerHash> m_symbols;
    Symbol m_none;
};

} // namespace naru::analyzers::cpp
