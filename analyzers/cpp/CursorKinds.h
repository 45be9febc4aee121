#pragma once

#include <clang-c/Index.h>

namespace naru::analyzers::cpp {

inline bool isCast(CXCursorKind kind)
{
    return kind == CXCursor_CStyleCastExpr || kind == CXCursor_CXXStaticCastExpr || kind == CXCursor_CXXDynamicCastExpr ||
           kind == CXCursor_CXXReinterpretCastExpr || kind == CXCursor_CXXConstCastExpr || kind == CXCursor_CXXFunctionalCastExpr;
}

inline bool isTypeDeclaration(CXCursorKind kind)
{
    return kind == CXCursor_StructDecl || kind == CXCursor_ClassDecl || kind == CXCursor_UnionDecl || kind == CXCursor_EnumDecl ||
           kind == CXCursor_ClassTemplate;
}

} // namespace naru::analyzers::cpp
