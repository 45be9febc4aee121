#include "analyzers/cpp/CompileCommands.h"

#include "analyzers/cpp/BuildLog.h"
#include "analyzers/cpp/CommandFilter.h"
#include "core/base/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::failure;

namespace {

std::string textOf(const nlohmann::json& entry, const char* key)
{
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// Arguments that stand in files (@flags.rsp) put in their place; a file that is not there is left out.
std::vector<std::string> withResponseFiles(const std::vector<std::string>& arguments, const fs::path& directory)
{
    std::vector<std::string> out;
    for (const std::string& argument : arguments) {
        if (!argument.starts_with('@')) {
            out.push_back(argument);
            continue;
        }
        const fs::path file = argument.substr(1);
        if (const auto text = core::readFile(file.is_absolute() ? file : directory / file))
            for (std::string& one : splitCommand(*text))
                out.push_back(std::move(one));
    }
    return out;
}

} // namespace

core::Result<std::vector<UnitCommand>> readCompileCommands(const fs::path& file)
{
    auto bytes = core::readFile(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    std::error_code error;
    fs::path folder = fs::absolute(file, error).parent_path(); // units are read elsewhere, where a relative path means nothing
    if (error)
        folder = file.parent_path();
    const std::size_t start = bytes->find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start != std::string::npos && (*bytes)[start] != '[' && (*bytes)[start] != '{') { // what a build printed
        std::vector<UnitCommand> printed = readBuildLog(*bytes, folder);
        if (printed.empty())
            return failure(ErrorCode::Malformed, "analysis.cpp.no-commands-in-log", {}, core::toUtf8(file));
        return printed;
    }
    const auto json = core::readJson(file);
    if (!json)
        return std::unexpected(json.error());
    if (!json->is_array())
        return failure(ErrorCode::Malformed, "analysis.cpp.commands-malformed", {}, core::toUtf8(file));
    std::vector<UnitCommand> out;
    for (const nlohmann::json& entry : *json) {
        if (!entry.is_object())
            continue;
        UnitCommand command;
        fs::path directory = textOf(entry, "directory");
        if (directory.is_relative())
            directory = folder / directory;
        command.directory = directory.lexically_normal().string();
        fs::path source = textOf(entry, "file");
        if (source.empty())
            continue;
        if (source.is_relative())
            source = directory / source;
        command.file = source.lexically_normal().string();
        std::vector<std::string> arguments;
        if (const auto list = entry.find("arguments"); list != entry.end() && list->is_array()) {
            for (const nlohmann::json& one : *list)
                if (one.is_string())
                    arguments.push_back(one.get<std::string>());
        } else {
            arguments = splitCommand(textOf(entry, "command"));
        }
        bool microsoft = false;
        if (!arguments.empty()) {
            const std::string compiler = fs::path(arguments.front()).filename().string();
            microsoft = compiler == "cl" || compiler == "cl.exe" || compiler == "clang-cl";
            arguments.erase(arguments.begin());
        }
        command.arguments = filterArguments(withResponseFiles(arguments, directory), microsoft);
        out.push_back(std::move(command));
    }
    return out;
}

fs::path findCompileCommands(const fs::path& root)
{
    std::error_code error;
    const auto in = [&](const fs::path& folder) {
        const fs::path file = folder / "compile_commands.json";
        return fs::is_regular_file(file, error) ? file : fs::path();
    };
    if (const fs::path here = in(root); !here.empty())
        return here;
    std::vector<fs::path> folders;
    for (fs::directory_iterator entries(root, error), end; !error && entries != end; entries.increment(error)) {
        const std::string name = entries->path().filename().string();
        if (entries->is_directory(error) && !entries->is_symlink(error) &&
            (name.find("build") != std::string::npos || name == "out" || name == "debug" || name == "release"))
            folders.push_back(entries->path());
    }
    std::ranges::sort(folders);
    for (const fs::path& folder : folders) {
        if (const fs::path file = in(folder); !file.empty())
            return file;
        std::vector<fs::path> inner;
        for (fs::directory_iterator entries(folder, error), end; !error && entries != end; entries.increment(error))
            if (entries->is_directory(error) && !entries->is_symlink(error))
                inner.push_back(entries->path());
        std::ranges::sort(inner);
        for (const fs::path& each : inner)
            if (const fs::path file = in(each); !file.empty())
                return file;
    }
    return {};
}

} // namespace naru::analyzers::cpp
