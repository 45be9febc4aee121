#include "core/base/Texts.h"

#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <system_error>
#include <vector>

namespace naru::core {

namespace fs = std::filesystem;

Result<Texts> Texts::load(const fs::path& resources, std::string_view language)
{
    Texts texts;
    texts.m_language = language;
    const fs::path folder = resources / "texts" / language;
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    if (error || files.empty())
        return failure(ErrorCode::NotFound, "core.texts.not-found", {{"language", std::string(language)}}, toUtf8(folder));
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) {
        const auto json = readJson(file);
        if (!json)
            return std::unexpected(json.error());
        if (!json->is_object())
            return failure(ErrorCode::Malformed, "core.texts.not-object", {}, toUtf8(file));
        for (const auto& [key, value] : json->items()) {
            if (!value.is_string())
                return failure(ErrorCode::Malformed, "core.texts.not-string", {{"key", key}}, toUtf8(file));
            texts.m_texts[key] = value.get<std::string>();
        }
    }
    return texts;
}

std::string Texts::text(std::string_view key, const TextArgs& args) const
{
    const auto found = m_texts.find(key);
    if (found != m_texts.end())
        return fillPlaceholders(found->second, args);
    std::string plain(key);
    for (const auto& [name, value] : args)
        plain += " " + name + "=" + value;
    return plain;
}

std::string Texts::text(const Error& error) const
{
    std::string where = error.path;
    if (error.line > 0)
        where += ":" + std::to_string(error.line);
    TextArgs args = error.args;
    args.emplace_back("path", error.path);
    args.emplace_back("line", std::to_string(error.line));
    const bool known = has(error.key);
    const std::string sentence = text(error.key, known ? args : error.args);
    return where.empty() ? sentence : where + ": " + sentence;
}

std::string fillPlaceholders(std::string_view pattern, const TextArgs& args)
{
    std::string out;
    out.reserve(pattern.size());
    for (std::size_t i = 0; i < pattern.size();) {
        const std::size_t close = pattern[i] == '{' ? pattern.find('}', i) : std::string_view::npos;
        const std::string_view name = close == std::string_view::npos ? std::string_view() : pattern.substr(i + 1, close - i - 1);
        const auto arg = std::find_if(args.begin(), args.end(), [&](const auto& a) { return a.first == name; });
        if (!name.empty() && arg != args.end()) {
            out += arg->second;
            i = close + 1;
        } else {
            out += pattern[i++];
        }
    }
    return out;
}

} // namespace naru::core
