#include "analyzers/cpp/BuildLog.h"

#include "analyzers/cpp/CommandFilter.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;

namespace {

/// gcc, x86_64-linux-gnu-g++-12, clang-cl, xlC ...
bool isCompiler(std::string_view program)
{
    constexpr std::array kNames = {"gcc", "g++", "cc",  "c++", "clang", "clang++", "clang-cl", "cl",    "cl.exe", "icc", "icpc", "icx",
                                   "xlc", "xlC", "aCC", "CC",  "suncc", "armcc",   "tcc",      "c89",   "c99",    "pcc", "gcc.exe", "g++.exe"};
    std::string_view name = program.substr(program.find_last_of("/\\") + 1);
    const std::size_t version = name.find_last_of('-');
    if (version != std::string_view::npos && version + 1 < name.size() && std::isdigit(static_cast<unsigned char>(name[version + 1])) != 0)
        name = name.substr(0, version);
    return std::ranges::any_of(kNames, [&](std::string_view known) {
        return name == known || (name.size() > known.size() + 1 && name.ends_with(known) && name[name.size() - known.size() - 1] == '-');
    });
}

bool isSource(std::string_view argument)
{
    constexpr std::array kEndings = {".c", ".cc", ".cpp", ".cxx", ".c++", ".C", ".pc", ".pcc", ".ec", ".pgc", ".sqc"};
    return !argument.starts_with('-') && std::ranges::any_of(kEndings, [&](std::string_view ending) { return argument.ends_with(ending); });
}

/// Lines with those that go on them, without `...` of the shell.
std::vector<std::string> linesOf(std::string_view text)
{
    std::vector<std::string> out;
    std::string line;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' && i + 1 < text.size() && (text[i + 1] == '\n' || text.substr(i + 1, 2) == "\r\n")) {
            i += text[i + 1] == '\n' ? 1 : 2;
            line += ' ';
        } else if (c == '\n') {
            out.push_back(std::move(line));
            line.clear();
            quoted = false;
        } else if (c == '`') {
            quoted = !quoted;
        } else if (!quoted && c != '\r') {
            line += c;
        }
    }
    out.push_back(std::move(line));
    return out;
}

/// The simple commands of a line of the shell.
std::vector<std::string> commandsOf(std::string_view line)
{
    std::vector<std::string> out(1);
    char quote = '\0';
    for (const char c : line) {
        if (quote != '\0')
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        if (quote == '\0' && (c == ';' || c == '&' || c == '|' || c == '(' || c == ')'))
            out.emplace_back();
        else
            out.back() += c;
    }
    return out;
}

class LogReader {
public:
    explicit LogReader(const fs::path& folder) : m_folders{folder.lexically_normal()} {}

    std::vector<UnitCommand> run(std::string_view text)
    {
        for (const std::string& line : linesOf(text))
            if (!moved(line))
                shell(line);
        return std::move(m_out);
    }

private:
    /// "make[2]: Entering directory '/src/lib'", in the languages that make speaks here.
    bool moved(const std::string& line)
    {
        const std::size_t make = line.find("make");
        const std::size_t colon = line.find(": ");
        if (make == std::string::npos || colon == std::string::npos || make > colon || line.find(' ') < colon)
            return false;
        const bool enters = line.find("Entering directory") != std::string::npos || line.find("들어감") != std::string::npos;
        const bool leaves = line.find("Leaving directory") != std::string::npos || line.find("나감") != std::string::npos;
        if (enters) {
            std::size_t open = line.find('/', colon);
            const std::size_t close = open == std::string::npos ? open : line.find_first_of("'\"", open);
            if (open != std::string::npos)
                m_folders.push_back(fs::path(line.substr(open, close == std::string::npos ? close : close - open)).lexically_normal());
        } else if (leaves && m_folders.size() > 1) {
            m_folders.pop_back();
        }
        return enters || leaves;
    }

    void shell(const std::string& line)
    {
        fs::path here = m_folders.back();
        for (const std::string& command : commandsOf(line)) {
            const std::vector<std::string> words = splitCommand(command);
            if (words.size() > 1 && words.front() == "cd")
                here = (fs::path(words[1]).is_absolute() ? fs::path(words[1]) : here / words[1]).lexically_normal();
            else
                compiler(words, here);
        }
    }

    void compiler(const std::vector<std::string>& words, const fs::path& here)
    {
        const auto program = std::ranges::find_if(words, isCompiler);
        if (program == words.end() || program - words.begin() > kMostWrappers)
            return;
        const std::vector<std::string> arguments(program + 1, words.end());
        const bool lists = std::ranges::any_of(arguments, [](const std::string& each) { return each == "-M" || each == "-MM"; });
        const std::string name = fs::path(*program).filename().string();
        const bool microsoft = name == "cl" || name == "cl.exe" || name == "clang-cl";
        for (std::size_t i = 0; i < arguments.size() && !lists; ++i) {
            const bool value = i > 0 && (arguments[i - 1] == "-o" || arguments[i - 1] == "-MF" || arguments[i - 1] == "-MT" ||
                                         arguments[i - 1] == "-MQ" || arguments[i - 1] == "-include");
            if (value || !isSource(arguments[i]))
                continue;
            UnitCommand command;
            const fs::path file = arguments[i];
            command.file = (file.is_absolute() ? file : here / file).lexically_normal().string();
            command.directory = here.string();
            command.arguments = filterArguments(arguments, microsoft);
            m_out.push_back(std::move(command));
        }
    }

    /// Words before the compiler: variables, ccache, `/bin/sh ../libtool --tag=CC --mode=compile`, "libtool: compile:", "[1/9]".
    static constexpr std::ptrdiff_t kMostWrappers = 8;

    std::vector<fs::path> m_folders;
    std::vector<UnitCommand> m_out;
};

} // namespace

std::vector<UnitCommand> readBuildLog(std::string_view text, const fs::path& folder)
{
    return LogReader(folder).run(text);
}

} // namespace naru::analyzers::cpp
