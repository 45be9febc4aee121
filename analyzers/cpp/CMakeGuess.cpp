#include "analyzers/cpp/CMakeGuess.h"

#include "core/base/Ascii.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <optional>

namespace naru::analyzers::cpp {

namespace {

/// A word with the variables of CMake that are known without running it; none when it has others.
std::optional<std::string> expanded(std::string word, const std::string& folder, const std::string& root)
{
    constexpr std::array kHere = {"CMAKE_CURRENT_SOURCE_DIR", "CMAKE_CURRENT_LIST_DIR"};
    for (int guard = 0; guard < 8; ++guard) {
        const std::size_t open = word.find("${");
        if (open == std::string::npos)
            break;
        const std::size_t close = word.find('}', open);
        if (close == std::string::npos)
            return std::nullopt;
        const std::string name = word.substr(open + 2, close - open - 2);
        const bool here = std::ranges::find(kHere, name) != kHere.end();
        if (!here && !name.ends_with("SOURCE_DIR"))
            return std::nullopt;
        word.replace(open, close - open + 1, here ? folder : root);
    }
    for (const std::string_view shell : {"$<BUILD_INTERFACE:", "$<INSTALL_INTERFACE:"})
        if (word.starts_with(shell))
            word = shell.starts_with("$<B") && word.ends_with('>') ? word.substr(shell.size(), word.size() - shell.size() - 1) : "$";
    return word.find('$') == std::string::npos ? std::optional(word) : std::nullopt;
}

} // namespace

std::vector<std::string> cmakeFlags(std::string_view text, const std::string& folder, const std::string& root)
{
    constexpr std::array kFolders = {"include_directories", "target_include_directories"};
    constexpr std::array kMacros = {"add_definitions", "add_compile_definitions", "target_compile_definitions"};
    constexpr std::array kWords = {"PUBLIC", "PRIVATE", "INTERFACE", "SYSTEM", "BEFORE", "AFTER"};
    std::vector<std::string> out;
    std::string word;
    std::string command;
    bool comment = false;
    bool inside = false;
    std::size_t position = 0;
    const auto finish = [&] {
        const bool target = command.starts_with("target_");
        const bool folders = std::ranges::find(kFolders, command) != kFolders.end();
        const bool macros = std::ranges::find(kMacros, command) != kMacros.end();
        const bool counts = !word.empty() && (!target || position > 0) && std::ranges::find(kWords, word) == kWords.end();
        const auto value = inside && counts && (folders || macros) ? expanded(word, folder, root) : std::nullopt;
        if (value && folders) {
            const std::filesystem::path path(*value);
            out.insert(out.end(), {"-I", (path.is_absolute() ? path : std::filesystem::path(folder) / path).lexically_normal().string()});
        } else if (value && (!value->starts_with('-') || value->starts_with("-D"))) {
            const std::string macro = value->starts_with("-D") ? value->substr(2) : *value;
            if (!macro.empty() && (std::isalpha(static_cast<unsigned char>(macro.front())) != 0 || macro.front() == '_'))
                out.insert(out.end(), {"-D", macro});
        }
        position += word.empty() ? 0 : 1;
        word.clear();
    };
    for (const char c : text) {
        comment = (comment || c == '#') && c != '\n';
        if (comment)
            continue;
        if (c == '(' && !inside) {
            command = core::smallLetters(word);
            word.clear();
            inside = true;
            position = 0;
        } else if (c == ')' || c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ';') {
            if (inside)
                finish();
            else if (c == '\n' || c == ')')
                word.clear();
            inside = inside && c != ')';
        } else if (c != '"') {
            word += c;
        }
    }
    return out;
}

} // namespace naru::analyzers::cpp
