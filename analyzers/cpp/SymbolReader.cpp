#include "analyzers/cpp/SymbolReader.h"

#include <algorithm>
#include <filesystem>
#include <vector>

namespace naru::analyzers::cpp {

SymbolReader::SymbolReader(UnitFacts& out, std::string root, std::string directory)
    : m_out(out),
      m_root(std::move(root)),
      m_directory(std::move(directory))
{
    for (std::size_t i = 0; i < out.texts.size(); ++i)
        m_texts.emplace(out.texts[i], static_cast<Text>(i));
}

Text SymbolReader::text(std::string_view value)
{
    const auto [known, fresh] = m_texts.try_emplace(std::string(value), static_cast<Text>(m_out.texts.size()));
    if (fresh)
        m_out.texts.emplace_back(value);
    return known->second;
}

std::string SymbolReader::belowRoot(const std::string& path) const
{
    std::filesystem::path full(path);
    if (full.is_relative())
        full = std::filesystem::path(m_directory) / full;
    const std::string normal = full.lexically_normal().string();
    if (normal.size() <= m_root.size() + 1 || !normal.starts_with(m_root) || normal[m_root.size()] != '/')
        return {};
    return normal.substr(m_root.size() + 1);
}

std::int32_t SymbolReader::fileAt(std::string_view path)
{
    const auto [known, fresh] = m_byPath.try_emplace(std::string(path), static_cast<std::int32_t>(m_out.files.size()));
    if (fresh)
        m_out.files.push_back({text(path)});
    return known->second;
}

std::int32_t SymbolReader::file(CXFile handle)
{
    if (handle == nullptr)
        return -1;
    const auto [known, fresh] = m_files.try_emplace(handle, -1);
    if (fresh) {
        const std::string path = belowRoot(take(clang_getFileName(handle)));
        if (!path.empty())
            known->second = fileAt(path);
    }
    return known->second;
}

Spot SymbolReader::spot(CXSourceLocation location)
{
    CXFile handle = nullptr;
    unsigned line = 0;
    unsigned column = 0;
    unsigned offset = 0;
    clang_getFileLocation(location, &handle, &line, &column, &offset);
    return {file(handle), line, offset};
}

Spot SymbolReader::spot(CXCursor cursor)
{
    return spot(clang_getCursorLocation(cursor));
}

CXCursor SymbolReader::pattern(CXCursor cursor)
{
    for (int depth = 0; depth < 8; ++depth) {
        const CXCursor general = clang_getSpecializedCursorTemplate(cursor);
        if (isNull(general))
            break;
        cursor = general;
    }
    return cursor;
}

const Symbol& SymbolReader::symbol(CXCursor declaration)
{
    if (isNull(declaration))
        return m_none;
    const auto [known, fresh] = m_symbols.try_emplace(declaration.data[0]);
    if (!fresh)
        return known->second;
    const CXCursor cursor = pattern(declaration);
    std::string key = take(clang_getCursorUSR(cursor));
    const Spot at = spot(cursor);
    const CXLinkageKind linkage = clang_getCursorLinkage(cursor);
    if (at.own() && (linkage == CXLinkage_Internal || linkage == CXLinkage_NoLinkage))
        key += "|" + std::string(m_out.text(m_out.files[static_cast<std::size_t>(at.file)].path));
    Symbol made{text(key), text(take(clang_getCursorSpelling(cursor))), at.own() && !key.empty()};
    return m_symbols[declaration.data[0]] = made;
}

bool SymbolReader::nameless(CXCursor type)
{
    if (clang_Cursor_isAnonymous(type) != 0 || clang_Cursor_isAnonymousRecordDecl(type) != 0)
        return true;
    const std::string name = take(clang_getCursorSpelling(type));
    return name.empty() || name.front() == '(';
}

std::string SymbolReader::qualified(CXCursor declaration)
{
    std::vector<std::string> parts;
    CXCursor at = pattern(declaration);
    for (int depth = 0; depth < 64 && !isNull(at) && clang_isTranslationUnit(at.kind) == 0; ++depth) {
        const bool scope = at.kind == CXCursor_Namespace || at.kind == CXCursor_StructDecl || at.kind == CXCursor_ClassDecl ||
                           at.kind == CXCursor_UnionDecl || at.kind == CXCursor_EnumDecl || at.kind == CXCursor_ClassTemplate ||
                           at.kind == CXCursor_ClassTemplatePartialSpecialization;
        if ((depth == 0 || scope) && !nameless(at) && at.kind != CXCursor_LinkageSpec)
            parts.push_back(take(clang_getCursorSpelling(at)));
        at = clang_getCursorSemanticParent(at);
    }
    std::string name;
    for (std::size_t i = parts.size(); i-- > 0;) {
        name += parts[i];
        name += i > 0 ? "." : "";
    }
    return name;
}

CXCursor SymbolReader::declarationOf(CXType type)
{
    for (int depth = 0; depth < 16; ++depth) {
        if (type.kind == CXType_Pointer || type.kind == CXType_LValueReference || type.kind == CXType_RValueReference)
            type = clang_getPointeeType(type);
        else if (type.kind == CXType_ConstantArray || type.kind == CXType_IncompleteArray || type.kind == CXType_VariableArray)
            type = clang_getArrayElementType(type);
        else if (type.kind == CXType_Typedef || type.kind == CXType_Elaborated || type.kind == CXType_Auto)
            type = clang_getCanonicalType(type);
        else
            break;
    }
    return clang_getTypeDeclaration(type);
}

std::string SymbolReader::valueType(CXCursor declaration, CXType known)
{
    constexpr unsigned kMostTokens = 40;
    if (clang_isInvalidDeclaration(declaration) == 0)
        return simpleType(known);
    CXTranslationUnit unit = clang_Cursor_getTranslationUnit(declaration);
    const std::string name = take(clang_getCursorSpelling(declaration));
    CXToken* tokens = nullptr;
    unsigned count = 0;
    clang_tokenize(unit, clang_getCursorExtent(declaration), &tokens, &count);
    std::string written;
    bool ends = false;
    for (unsigned i = 0; i < std::min(count, kMostTokens) && !ends; ++i) {
        const std::string token = take(clang_getTokenSpelling(unit, tokens[i]));
        ends = token == "(" || token == "=" || token == ";" || token == "{" || (!name.empty() && token == name);
        const bool words = !ends && token != "virtual" && token != "static" && token != "inline" && token != "extern" && token != "mutable";
        if (words)
            written += token == "::" || written.ends_with("::") ? token : " " + token;
    }
    clang_disposeTokens(unit, tokens, count);
    if (written.ends_with("::")) // T A:: of T A::f
        written.resize(std::min(written.find_last_of(' '), written.size()));
    const std::string simple = simpleType(written);
    return simple.empty() ? simpleType(known) : simple;
}

std::string SymbolReader::simpleType(CXType type)
{
    return simpleType(take(clang_getTypeSpelling(type)));
}

std::string SymbolReader::simpleType(std::string_view spelling)
{
    if (spelling.find("(*") != std::string_view::npos || spelling.find("(^") != std::string_view::npos)
        return "function*";
    std::string plain;
    int depth = 0;
    for (const char c : spelling) {
        depth += c == '<' ? 1 : 0;
        if (depth == 0 && c != '&')
            plain += c;
        depth -= c == '>' ? 1 : 0;
    }
    std::string name;
    std::string stars;
    std::string word;
    const auto finish = [&] {
        for (const std::string_view dropped :
             {"const", "volatile", "struct", "class", "enum", "union", "restrict", "typename", "__restrict"})
            if (word == dropped)
                word.clear();
        if (!word.empty())
            name += (name.empty() ? "" : " ") + word.substr(word.rfind(':') + 1);
        word.clear();
    };
    for (const char c : plain) {
        if (c == ' ') {
            finish();
        } else if (c == '*' || c == '[' || c == ']') {
            finish();
            stars += c == '[' ? "[" : c == ']' ? "]" : "*";
        } else if (stars.empty() || stars.back() != '[') {
            word += c; // the size of an array is no part of its name
        }
    }
    finish();
    return name + stars;
}

} // namespace naru::analyzers::cpp
