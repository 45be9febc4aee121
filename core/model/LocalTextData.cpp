#include "core/model/LocalTextData.h"

namespace naru::core {

LocalText localText(const JsonCursor& at)
{
    at.onlyKeys({"ko", "en"});
    return localTextWithin(at);
}

LocalText localTextWithin(const JsonCursor& at)
{
    LocalText out{at.at("ko").string(), at.at("en").string()};
    if (out.ko.empty() || out.en.empty())
        at.expected("a text in ko and in en");
    return out;
}

LocalText localTextOr(const JsonCursor& at, std::string_view key)
{
    return at.has(key) ? localText(at.at(key)) : LocalText();
}

} // namespace naru::core
