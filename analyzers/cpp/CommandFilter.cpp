#include "analyzers/cpp/CommandFilter.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::cpp {

namespace {

/// Flags with a value, attached or apart.
constexpr std::array<std::string_view, 9> kWithValue = {"-isystem", "-iquote", "-idirafter", "-include", "-imacros",
                                                        "-I",       "-D",      "-U",         "-x"};

constexpr std::array<std::string_view, 16> kPlain = {
    "-ansi",           "-nostdinc",     "-nostdinc++",     "-pthread",     "-m32",   "-m64",      "-fms-extensions", "-fshort-enums",
    "-funsigned-char", "-fsigned-char", "-fno-exceptions", "-fexceptions", "-frtti", "-fno-rtti", "-fchar8_t",       "-fno-char8_t"};

/// Flags whose value stands apart and is of no interest.
constexpr std::array<std::string_view, 12> kDroppedPairs = {"-o",      "-MF",     "-MT", "-MQ", "-arch", "-target",
                                                            "--param", "-Xclang", "-z",  "-T",  "-L",    "-l"};

std::string withoutQuotes(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = text.substr(1, text.size() - 2);
    return std::string(text);
}

/// Standards that clang knows by another name, or not at all.
std::string standard(std::string_view flag)
{
    std::string_view name = flag.substr(flag.find('=') + 1);
    constexpr std::array<std::string_view, 14> kKnown = {"c++98", "c++03", "c++0x", "c++11", "c++1y", "c++14", "c++17",
                                                         "c++1z", "c++20", "c++2a", "c++23", "c++2b", "c++26", "c++2c"};
    constexpr std::array<std::string_view, 10> kC = {"c89", "c90", "c99", "c9x", "c11", "c1x", "c17", "c18", "c23", "c2x"};
    std::string_view bare = name;
    if (bare.starts_with("gnu"))
        bare = bare.substr(3);
    else if (bare.starts_with("c") && !bare.starts_with("c+"))
        bare = bare.substr(1);
    else if (bare.starts_with("c++"))
        bare = bare.substr(1);
    const std::string asC = "c" + std::string(bare);
    if (std::ranges::find(kKnown, asC) != kKnown.end() || std::ranges::find(kC, asC) != kC.end())
        return "-std=" + std::string(name);
    return {};
}

/// -Xclang before flags of includes taken away, and a precompiled header replaced by the header that it was made of.
std::vector<std::string> withoutPrecompiled(const std::vector<std::string>& given)
{
    std::vector<std::string> flat;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const bool include = i + 3 < given.size() && given[i] == "-Xclang" && given[i + 2] == "-Xclang" &&
                             (given[i + 1] == "-include" || given[i + 1] == "-include-pch");
        if (include) {
            flat.push_back(given[i + 1]);
            flat.push_back(given[i + 3]);
            i += 3;
        } else {
            flat.push_back(given[i]);
        }
    }
    std::vector<std::string> out;
    for (std::size_t i = 0; i < flat.size(); ++i) {
        if (flat[i] != "-include-pch" || i + 1 == flat.size()) {
            out.push_back(flat[i]);
            continue;
        }
        std::string header = flat[++i];
        if (header.ends_with(".pch") || header.ends_with(".gch"))
            header.resize(header.size() - 4);
        bool known = false; // CMake names the header beside it
        for (std::size_t k = 0; k + 1 < flat.size(); ++k)
            known = known || (flat[k] == "-include" && flat[k + 1] == header);
        if (!known)
            out.insert(out.end(), {"-include", header});
    }
    return out;
}

} // namespace

std::vector<std::string> splitCommand(std::string_view command)
{
    std::vector<std::string> out;
    std::string word;
    bool open = false;
    char quote = '\0';
    for (std::size_t i = 0; i < command.size(); ++i) {
        const char c = command[i];
        if (c == '\\' && quote != '\'' && i + 1 < command.size()) {
            word += command[++i];
            open = true;
        } else if (quote != '\0') {
            if (c == quote)
                quote = '\0';
            else
                word += c;
        } else if (c == '"' || c == '\'') {
            quote = c;
            open = true;
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            if (open || !word.empty())
                out.push_back(std::move(word));
            word.clear();
            open = false;
        } else {
            word += c;
        }
    }
    if (open || !word.empty())
        out.push_back(std::move(word));
    return out;
}

std::vector<std::string> filterArguments(const std::vector<std::string>& given, bool microsoft)
{
    std::vector<std::string> out;
    const std::vector<std::string> arguments = withoutPrecompiled(given);
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string argument = arguments[i];
        if (microsoft && argument.starts_with("/FI"))
            argument = "-include" + argument.substr(3);
        else if (microsoft && argument.starts_with("/"))
            argument.front() = '-';
        if (std::ranges::find(kDroppedPairs, argument) != kDroppedPairs.end()) {
            ++i;
            continue;
        }
        if (argument.starts_with("-std=") || argument.starts_with("--std=")) {
            if (std::string known = standard(argument); !known.empty())
                out.push_back(std::move(known));
            continue;
        }
        if (std::ranges::find(kPlain, argument) != kPlain.end()) {
            out.push_back(argument);
            continue;
        }
        const auto flag = std::ranges::find_if(kWithValue, [&](std::string_view f) { return argument.starts_with(f); });
        if (flag == kWithValue.end())
            continue;
        std::string value = argument.substr(flag->size());
        if (value.empty() && i + 1 < arguments.size())
            value = arguments[++i];
        value = *flag == "-D" ? value : withoutQuotes(value);
        if (value.empty() || (*flag == "-x" && value != "c" && value != "c++" && value != "c-header" && value != "c++-header"))
            continue;
        out.emplace_back(*flag);
        out.push_back(std::move(value));
    }
    return out;
}

std::vector<std::string> tolerantFlags(bool cplusplus)
{
    std::vector<std::string> out = {"-ferror-limit=0",
                                    "-fparse-all-comments",
                                    "-fms-extensions",
                                    "-Wno-everything",
                                    "-ftemplate-depth=256",
                                    "-Wno-error",
                                    "-Wno-implicit-function-declaration"};
    if (cplusplus) {
        out.insert(out.end(), {"-Wno-c++11-narrowing", "-Wno-register", "-Wno-dynamic-exception-spec", "-Wno-reserved-user-defined-literal",
                               "-DQT_ANNOTATE_ACCESS_SPECIFIER(a)=__attribute__((annotate(#a)))"});
    } else {
        out.insert(out.end(), {"-Wno-implicit-int", "-Wno-int-conversion", "-Wno-incompatible-function-pointer-types",
                               "-Wno-incompatible-pointer-types", "-Wno-return-type", "-Wno-return-mismatch"});
    }
    return out;
}

} // namespace naru::analyzers::cpp
