#pragma once

#include "analyzers/cpp/BodyVisitor.h"
#include "analyzers/cpp/SymbolReader.h"

#include <cstdint>
#include <unordered_set>

namespace naru::analyzers::cpp {

/// Declarations of headers that an earlier unit of the same session has told already, by hash of path and offset.
using SeenDeclarations = std::unordered_set<std::uint64_t>;

/// Walks the declarations of one unit that stand in files of the system and writes their facts.
class UnitVisitor {
public:
    UnitVisitor(SymbolReader& symbols, SeenDeclarations& seen, const EsqlText* esql, UnitFacts& out);
    void run(CXTranslationUnit unit);

private:
    void declaration(CXCursor cursor);
    void declarations(CXCursor scope);
    bool first(const Spot& at);
    void type(CXCursor cursor, CXCursorKind kind, const Spot& at);
    void typeMember(CXCursor child, const Symbol& owner);
    void super(CXCursor base, const Symbol& type);
    void function(CXCursor cursor, CXCursorKind kind, const Spot& at);
    void field(CXCursor cursor, const Symbol& owner, const Spot& at);
    void global(CXCursor cursor, const Spot& at);
    std::string signature(CXCursor cursor, std::string_view name);
    void overrides(CXCursor method, Text key);
    void attribute(CXCursor cursor, CXCursor function, Text key);
    void entry(const MemberFact& fact, bool method, const Spot& at);
    void parameters(CXCursor cursor, Text key);
    [[nodiscard]] std::uint32_t flags(CXCursor cursor) const;
    Text comment(CXCursor cursor);
    static std::uint32_t endLine(CXCursor cursor);

    SymbolReader& m_symbols;
    SeenDeclarations& m_seen;
    UnitFacts& m_out;
    CursorStack m_stack;
    BodyVisitor m_bodies;
    std::int32_t m_main = 0;
    int m_depth = 0;
};

} // namespace naru::analyzers::cpp
