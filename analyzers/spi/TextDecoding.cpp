#include "analyzers/spi/SourceTree.h"

#include "core/base/Encoding.h"

#include <unicode/ucnv.h>

#include <cctype>

namespace naru::analyzers {

using core::ErrorCode;
using core::failure;

namespace {

/// The value after `key` in the first lines: encoding="..." of XML, charset= or pageEncoding= of a page.
std::string declaredEncoding(std::string_view bytes)
{
    constexpr std::size_t kHead = 2048;
    const std::string_view head = bytes.substr(0, kHead);
    for (const std::string_view key : {"encoding=", "pageEncoding=", "charset="}) {
        std::size_t at = head.find(key);
        if (at == std::string_view::npos)
            continue;
        at += key.size();
        while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' '))
            ++at;
        std::size_t end = at;
        while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) != 0 || head[end] == '-' || head[end] == '_'))
            ++end;
        if (end > at)
            return std::string(head.substr(at, end - at));
    }
    return {};
}

bool declaresEncoding(std::string_view path)
{
    for (const std::string_view extension : {".xml", ".jsp", ".jspf", ".jspx", ".tag", ".html", ".htm", ".xhtml", ".xfdl"})
        if (path.ends_with(extension))
            return true;
    return false;
}

bool isKoreanDoubleByte(const std::string& name)
{
    return ucnv_compareNames(name.c_str(), "euc-kr") == 0 || ucnv_compareNames(name.c_str(), "ks_c_5601-1987") == 0;
}

} // namespace

core::Result<std::string> decodeText(std::string bytes, std::string_view path, std::string* encoding)
{
    const auto done = [&](std::string_view name, std::string text) {
        if (encoding != nullptr)
            *encoding = name;
        return text;
    };
    const std::string_view view(bytes);
    if (view.starts_with("\xEF\xBB\xBF"))
        return done("UTF-8", bytes.substr(3));
    if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF"))
        return done("UTF-16", core::decodeFrom("UTF-16", view).text);
    if (view.find('\0') != std::string_view::npos)
        return failure(ErrorCode::NotReadable, "analysis.file.binary", {}, std::string(path));

    const core::Utf8Count utf8 = core::countUtf8(view);
    if (utf8.broken == 0)
        return done("UTF-8", std::move(bytes));
    if (declaresEncoding(path)) {
        const std::string declared = declaredEncoding(view);
        if (!declared.empty() && ucnv_compareNames(declared.c_str(), "utf-8") != 0 && !isKoreanDoubleByte(declared))
            if (core::Decoded decoded = core::decodeFrom(declared.c_str(), view); decoded.known)
                return done(declared, std::move(decoded.text));
    }
    // A few broken bytes in a UTF-8 file do not make it another encoding.
    constexpr std::size_t kMostlyUtf8 = 10;
    if (utf8.characters > utf8.broken * kMostlyUtf8)
        return done("UTF-8", core::decodeFrom("UTF-8", view).text);
    if (core::looksKorean(view))
        if (core::Decoded korean = core::decodeKorean(view); korean.known && korean.replaced * kMostlyUtf8 <= utf8.broken)
            return done("CP949", std::move(korean.text));
    if (core::looksLatin(view))
        return done("windows-1252", core::decodeFrom("windows-1252", view).text);
    return done(kUnknownEncoding, core::onlyAscii(view)); // its letters would be words that nobody wrote
}

} // namespace naru::analyzers
