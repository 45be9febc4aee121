#include "analyzers/spi/SourceTree.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>
#include <memory>

namespace naru::analyzers {

using core::ErrorCode;
using core::failure;

namespace {

struct Utf8Count {
    std::size_t characters = 0; ///< valid characters beyond ASCII
    std::size_t broken = 0;     ///< ill-formed sequences
};

Utf8Count countUtf8(std::string_view bytes)
{
    Utf8Count count;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t size = bytes.size();
    constexpr std::uint64_t kHighBits = 0x8080808080808080U;
    for (std::size_t at = 0; at < size;) {
        std::uint64_t word = 0;
        if (at + sizeof word <= size) {
            std::memcpy(&word, data + at, sizeof word);
            if ((word & kHighBits) == 0) {
                at += sizeof word;
                continue;
            }
        }
        if (data[at] < 0x80) {
            ++at;
            continue;
        }
        UChar32 character = 0;
        U8_NEXT(data, at, size, character);
        ++(character >= 0 ? count.characters : count.broken);
    }
    return count;
}

struct Decoded {
    std::string text;
    std::size_t replaced = 0; ///< characters that could not be read
    bool known = false;       ///< the converter exists
};

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

std::size_t countReplacements(std::string_view text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos; at = text.find("\xEF\xBF\xBD", at + 3))
        ++count;
    return count;
}

Decoded decodeWith(const char* name, std::string_view bytes)
{
    Decoded decoded;
    UErrorCode status = U_ZERO_ERROR;
    const Converter from(ucnv_open(name, &status), &ucnv_close);
    const Converter to(ucnv_open("UTF-8", &status), &ucnv_close);
    if (U_FAILURE(status))
        return decoded;
    decoded.known = true;
    UChar pivot[1024];
    UChar* pivotSource = pivot;
    UChar* pivotTarget = pivot;
    char block[8192];
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    decoded.text.reserve(bytes.size() + bytes.size() / 2);
    for (bool reset = true;; reset = false) {
        char* target = block;
        status = U_ZERO_ERROR;
        ucnv_convertEx(to.get(), from.get(), &target, block + sizeof block, &source, end, pivot, &pivotSource, &pivotTarget,
                       pivot + std::size(pivot), reset, true, &status);
        decoded.text.append(block, static_cast<std::size_t>(target - block));
        if (status != U_BUFFER_OVERFLOW_ERROR)
            break;
    }
    decoded.replaced = countReplacements(decoded.text);
    return decoded;
}

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
        return done("UTF-16", decodeWith("UTF-16", view).text);
    if (view.find('\0') != std::string_view::npos)
        return failure(ErrorCode::NotReadable, "analysis.file.binary", {}, std::string(path));

    const Utf8Count utf8 = countUtf8(view);
    if (utf8.broken == 0)
        return done("UTF-8", std::move(bytes));
    if (declaresEncoding(path)) {
        const std::string declared = declaredEncoding(view);
        if (!declared.empty() && ucnv_compareNames(declared.c_str(), "utf-8") != 0 && !isKoreanDoubleByte(declared))
            if (Decoded decoded = decodeWith(declared.c_str(), view); decoded.known)
                return done(declared, std::move(decoded.text));
    }
    // A few broken bytes in a UTF-8 file do not make it another encoding.
    constexpr std::size_t kMostlyUtf8 = 10;
    if (utf8.characters > utf8.broken * kMostlyUtf8)
        return done("UTF-8", decodeWith("UTF-8", view).text);
    Decoded korean = decodeWith("windows-949", view);
    if (korean.known && korean.replaced * kMostlyUtf8 <= utf8.broken)
        return done("CP949", std::move(korean.text));
    return done("windows-1252", decodeWith("windows-1252", view).text);
}

} // namespace naru::analyzers
