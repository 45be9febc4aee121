#include "analyzers/cpp/FactsCodec.h"

#include "core/base/Fingerprint.h"

#include <cstring>

namespace naru::analyzers::cpp {

namespace {

/// Raise when the facts, or what is read out of a unit, change.
constexpr std::string_view kEdition = "naru-cpp-facts-3";

void put(std::string& out, std::uint64_t number)
{
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

class Cursor {
public:
    explicit Cursor(std::string_view bytes) : m_bytes(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        if (const std::string_view raw = take(sizeof value); !raw.empty())
            std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    std::string_view take(std::uint64_t size)
    {
        if (size > m_bytes.size()) {
            m_broken = true;
            return {};
        }
        const std::string_view part = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return part;
    }
    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] std::size_t left() const { return m_bytes.size(); }

private:
    std::string_view m_bytes;
    bool m_broken = false;
};

} // namespace

std::string encodeFacts(const UnitFacts& facts)
{
    std::string body;
    put(body, facts.texts.size());
    for (const std::string& text : facts.texts) {
        put(body, text.size());
        body += text;
    }
    eachList(facts, [&](const auto& list) {
        using Item = typename std::remove_cvref_t<decltype(list)>::value_type;
        static_assert(std::is_trivially_copyable_v<Item>);
        put(body, list.size());
        body.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof(Item));
    });
    put(body, facts.errors);
    put(body, facts.missing);
    put(body, facts.failed);
    std::string out(kEdition);
    out += core::Fingerprint::of(body).hex();
    return out + body;
}

std::optional<UnitFacts> decodeFacts(std::string_view bytes)
{
    constexpr std::size_t kHash = 32;
    if (!bytes.starts_with(kEdition) || bytes.size() < kEdition.size() + kHash)
        return std::nullopt;
    const std::string_view hash = bytes.substr(kEdition.size(), kHash);
    const std::string_view body = bytes.substr(kEdition.size() + kHash);
    if (core::Fingerprint::of(body).hex() != hash) // what was written by this program has its indices in range
        return std::nullopt;
    Cursor at(body);
    UnitFacts facts;
    const std::uint64_t texts = at.number();
    if (texts > at.left())
        return std::nullopt;
    facts.texts.resize(texts);
    for (std::string& text : facts.texts)
        text = at.take(at.number());
    eachList(facts, [&](auto& list) {
        using Item = typename std::remove_cvref_t<decltype(list)>::value_type;
        const std::uint64_t count = at.number();
        if (count > at.left() / sizeof(Item))
            return;
        const std::string_view raw = at.take(count * sizeof(Item));
        list.resize(count);
        if (count > 0)
            std::memcpy(list.data(), raw.data(), raw.size());
    });
    facts.errors = static_cast<std::uint32_t>(at.number());
    facts.missing = static_cast<std::uint32_t>(at.number());
    facts.failed = static_cast<std::uint32_t>(at.number());
    if (at.broken())
        return std::nullopt;
    return facts;
}

} // namespace naru::analyzers::cpp
