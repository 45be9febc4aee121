#include "core/base/JsonPlace.h"

#include "core/base/Files.h"

#include <algorithm>

namespace naru::core {

int lineOfWord(const std::filesystem::path& file, std::string word)
{
    if (word.starts_with('[')) {
        const auto from = word.find('"');
        const auto to = from == std::string::npos ? from : word.find('"', from + 1);
        word = to == std::string::npos ? std::string() : word.substr(from + 1, to - from - 1);
    }
    const auto text = word.empty() ? Result<std::string>(std::string()) : readFile(file);
    const auto at = text ? text->find('"' + word + '"') : std::string::npos;
    if (!text || word.empty() || at == std::string::npos)
        return 0;
    return 1 + static_cast<int>(std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

} // namespace naru::core
