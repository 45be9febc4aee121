#include "core/base/Encoding.h"
#include "core/base/ByteScan.h"

#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <unordered_set>

namespace naru::core {

namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

/// The syllables that stand most often in names and comments of Korean public systems, 94 % of 5.5 million counted.
constexpr std::string_view kFrequent =
    "관기리정자일구시롤분사회상이업한록용스서인보수등드제게니가판요코티원커뮤부경청어신호로태타조장프의템반유동형비그접터변명휴위소생삭하은는설전권플공통"
    "모대근최성고중류행무트련지우에매다메본료승크션버케주별처계화애실및나완층종음워임교치번도를라입문오레세여운웨력표간식램뉴영단방온준월파데목출송선재결육"
    "친링직미내복릿배물금당진남증을글패함작차속산퇴억연체건센포개페블능말름담국베";

struct Counts {
    std::size_t hangul = 0;   ///< of KS X 1001
    std::size_t frequent = 0; ///< among them
    std::size_t other = 0;    ///< other letters, and bytes that are none
    std::size_t broken = 0;   ///< bytes that are none
};

bool isHigh(std::string_view bytes, std::size_t at)
{
    return at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80;
}

/// Two bytes that a double-byte encoding may have for one letter.
bool isPair(std::string_view bytes, std::size_t at)
{
    return at + 1 < bytes.size() && static_cast<unsigned char>(bytes[at]) > 0x80 && static_cast<unsigned char>(bytes[at + 1]) >= 0x40;
}

/// The frequent syllables in CP949.
const std::unordered_set<std::uint16_t>& frequentPairs()
{
    static const std::unordered_set<std::uint16_t> kPairs = [] {
        std::unordered_set<std::uint16_t> out;
        UErrorCode status = U_ZERO_ERROR;
        const Converter to(ucnv_open("windows-949", &status), &ucnv_close);
        for (std::size_t at = 0; at + 3 <= kFrequent.size() && U_SUCCESS(status); at += 3) {
            UChar32 letter = 0;
            std::size_t next = at;
            U8_NEXT_UNSAFE(kFrequent.data(), next, letter);
            const auto unit = static_cast<UChar>(letter);
            char pair[4];
            if (ucnv_fromUChars(to.get(), pair, sizeof pair, &unit, 1, &status) == 2)
                out.insert(static_cast<std::uint16_t>(static_cast<unsigned char>(pair[0]) << 8U | static_cast<unsigned char>(pair[1])));
        }
        return out;
    }();
    return kPairs;
}

Counts countLetters(std::string_view bytes)
{
    Counts out;
    for (std::size_t at = 0; at < bytes.size();) {
        if (!isHigh(bytes, at)) {
            ++at;
            continue;
        }
        if (!isPair(bytes, at)) {
            ++out.other;
            ++out.broken;
            ++at;
            continue;
        }
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const auto trail = static_cast<unsigned char>(bytes[at + 1]);
        const bool plane = trail >= 0xA1;
        const bool kana = lead == 0xA4 || lead == 0xA5 || lead == 0xAA || lead == 0xAB;
        if (plane && lead >= 0xB0 && lead <= 0xC8) {
            ++out.hangul;
            out.frequent += frequentPairs().contains(static_cast<std::uint16_t>(lead << 8U | trail)) ? 1 : 0;
        } else if (!plane || lead < 0xA1 || lead > 0xAF || kana) {
            ++out.other; // rows of signs and lines are in most encodings of the region alike
        }
        at += 2;
    }
    return out;
}

} // namespace

Utf8Count countUtf8(std::string_view bytes)
{
    Utf8Count count;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    const std::size_t size = bytes.size();
    std::size_t at = 0;
    while (true) {
        while (at + Bytes64::kSize <= size) {
            if (const std::uint64_t high = Bytes64(bytes.data() + at).high(); high != 0) {
                at += static_cast<std::size_t>(std::countr_zero(high));
                break;
            }
            at += Bytes64::kSize;
        }
        while (at < size && data[at] < 0x80)
            ++at;
        if (at >= size)
            return count;
        while (at < size && data[at] >= 0x80) { // letters come in words
            const auto follows = [&](std::size_t i) { return (data[i] & 0xC0U) == 0x80U; };
            if (data[at] >= 0xE1 && data[at] <= 0xEC && at + 2 < size && follows(at + 1) && follows(at + 2)) { // Hangul among them
                at += 3;
                ++count.characters;
                continue;
            }
            UChar32 character = 0;
            U8_NEXT(data, at, size, character);
            ++(character >= 0 ? count.characters : count.broken);
        }
    }
}

Decoded decodeFrom(const char* encoding, std::string_view bytes)
{
    Decoded decoded;
    UErrorCode status = U_ZERO_ERROR;
    const Converter from(ucnv_open(encoding, &status), &ucnv_close);
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
    for (std::size_t at = decoded.text.find(kReplacement); at != std::string::npos; at = decoded.text.find(kReplacement, at + kReplacement.size()))
        ++decoded.replaced;
    return decoded;
}

Decoded decodeKorean(std::string_view bytes)
{
    return decodeFrom("windows-949", bytes);
}

bool looksKorean(std::string_view bytes)
{
    const Counts counts = countLetters(bytes);
    constexpr std::size_t kTooFew = 4; // to tell by their frequency
    if (counts.broken == 0 && counts.hangul + counts.other < kTooFew)
        return true;
    // Seven letters of ten are Hangul, and four of ten of those frequent ones (Korean: 93 %, half of all files 92 %; Chinese: 2 %).
    return counts.hangul * 10 >= (counts.hangul + counts.other) * 7 && counts.frequent * 10 >= counts.hangul * 4;
}

bool looksLatin(std::string_view bytes)
{
    std::size_t alone = 0;
    std::size_t runs = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = at;
        while (isHigh(bytes, end))
            ++end;
        if (end > at) {
            ++runs;
            alone += end == at + 1 ? 1 : 0;
        }
        at = end == at ? at + 1 : end;
    }
    return alone * 2 > runs;
}

std::string onlyAscii(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        if (!isHigh(bytes, at)) {
            out += bytes[at++];
            continue;
        }
        out += kReplacement;
        at += isPair(bytes, at) ? 2 : 1;
    }
    return out;
}

} // namespace naru::core
