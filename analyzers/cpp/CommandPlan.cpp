#include "analyzers/cpp/CommandPlan.h"

#include "analyzers/cpp/CommandFilter.h"
#include "analyzers/cpp/EsqlText.h"
#include "analyzers/cpp/IncludeGuess.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/Files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;
using core::Language;
using core::Severity;

namespace {

constexpr std::size_t kMostConfigurations = 3;     ///< commands read for one file
constexpr std::size_t kMarkOfPrecompiler = 16'384; ///< bytes of a file in which a precompiler leaves its marks

class Planner {
public:
    explicit Planner(const FrontEndInput& input) : m_input(input)
    {
        m_plan.root = fs::absolute(input.tree.root).lexically_normal().string();
        while (m_plan.root.size() > 1 && m_plan.root.back() == '/')
            m_plan.root.pop_back();
        for (std::size_t i = 0; i < input.tree.files.size(); ++i)
            if (isNative(input.tree.files[i].language))
                m_files.emplace(input.tree.files[i].path, i);
    }

    CommandPlan run()
    {
        if (m_files.empty())
            return std::move(m_plan);
        const IncludeGuess guess(m_input.tree, m_input.texts);
        m_qt = guess.qt();
        precompiled();
        std::map<std::string, std::string> forwards = guess.forwards();
        for (auto& [included, path] : forwards)
            path = m_plan.root + "/" + path;
        m_plan.forwards = std::make_shared<ForwardHeaders>(forwards, m_input.native.cache);
        if (!forwards.empty())
            note("analysis.cpp.forwards", {{"count", std::to_string(forwards.size())}});
        commands();
        for (const auto& [path, index] : m_files)
            if (!isHeader(path) && !m_covered.contains(path) && !m_precompiled.contains(path) &&
                !m_input.texts.text(core::FileId(index)).empty())
                guessed(path, index, guess);
        std::ranges::stable_sort(m_plan.units, {}, &UnitCommand::file);
        return std::move(m_plan);
    }

private:
    void note(const char* code, core::TextArgs args, std::string file = {})
    {
        m_plan.diagnostics.push_back({Severity::Info, code, std::move(file), 0, std::move(args)});
    }

    /// C files that a precompiler made of embedded SQL beside them: the originals are read, which say more.
    void precompiled()
    {
        for (const auto& [path, index] : m_files) {
            if (!path.ends_with(".c") && !path.ends_with(".cpp") && !path.ends_with(".C"))
                continue;
            const std::string stem = path.substr(0, path.rfind('.'));
            for (const std::string_view ending : {".pc", ".ec", ".pgc", ".sqc", ".pcc", ".cp"}) {
                const auto original = m_files.find(stem + std::string(ending));
                if (original == m_files.end())
                    continue;
                const std::string_view text = m_input.texts.text(core::FileId(index)).substr(0, kMarkOfPrecompiler);
                for (const std::string_view mark : {"SQL_CRSR", "sqlcxp", "sqlctx", "Processed by ecpg", "sqlca.h", "ESQL"})
                    if (text.find(mark) != std::string_view::npos) {
                        m_precompiled.emplace(path, original->first);
                        m_plan.precompiled.emplace_back(index);
                        break;
                    }
            }
        }
        if (!m_precompiled.empty())
            note("analysis.cpp.precompiled", {{"count", std::to_string(m_precompiled.size())}});
    }

    /// The command of a file that a precompiler made is that of its original, also where the made file is not there.
    void useOriginal(UnitCommand& command) const
    {
        std::error_code error;
        const bool below = command.file.starts_with(m_plan.root + "/");
        const std::string path = below ? command.file.substr(m_plan.root.size() + 1) : std::string();
        if (const auto made = m_precompiled.find(path); made != m_precompiled.end()) {
            command.file = m_plan.root + "/" + made->second;
        } else if (below && !fs::is_regular_file(command.file, error)) {
            for (const std::string_view ending : {".pc", ".ec", ".pgc", ".sqc"})
                if (const std::string original = path.substr(0, path.rfind('.')) + std::string(ending); m_files.contains(original))
                    command.file = m_plan.root + "/" + original;
        }
    }

    void commands()
    {
        const fs::path& given = m_input.native.compileCommands;
        const fs::path file = given.empty() ? findCompileCommands(m_plan.root) : given;
        if (file.empty()) {
            note("analysis.cpp.no-commands", {});
            return;
        }
        auto read = readCompileCommands(file);
        if (!read) {
            m_plan.diagnostics.push_back({Severity::Warning, read.error().key, {}, read.error().line, read.error().args});
            return;
        }
        std::size_t stale = 0;
        std::map<std::string, std::set<std::vector<std::string>>> known;
        for (UnitCommand& command : *read) {
            useOriginal(command);
            if (!relocate(command)) {
                ++stale;
                continue;
            }
            auto& same = known[command.file];
            if (same.size() >= kMostConfigurations || !same.insert(command.arguments).second)
                continue;
            if (command.file.starts_with(m_plan.root + "/"))
                m_covered.insert(command.file.substr(m_plan.root.size() + 1));
            finish(command);
            m_plan.units.push_back(std::move(command));
        }
        if (stale > 0)
            note("analysis.cpp.stale-commands", {{"count", std::to_string(stale)}});
    }

    /// A command whose source is not where it says is looked for by the end of its path; the difference is applied to the rest of it.
    bool relocate(UnitCommand& command)
    {
        std::error_code error;
        if (fs::is_regular_file(command.file, error))
            return true;
        std::string_view tail = command.file;
        while (!tail.empty()) {
            const std::size_t slash = tail.find('/');
            tail = slash == std::string_view::npos ? std::string_view() : tail.substr(slash + 1);
            if (m_files.contains(std::string(tail))) {
                const std::string from = command.file.substr(0, command.file.size() - tail.size());
                const std::string to = m_plan.root + "/";
                const auto move = [&](std::string& path) {
                    if (path.starts_with(from))
                        path = to + path.substr(from.size());
                    else if (path + "/" == from)
                        path = m_plan.root;
                };
                move(command.file);
                move(command.directory);
                for (std::string& argument : command.arguments)
                    move(argument);
                if (!fs::is_directory(command.directory, error))
                    command.directory = m_plan.root;
                return true;
            }
        }
        return false;
    }

    /// Flags that every unit gets, and what the language of the file needs.
    void finish(UnitCommand& command)
    {
        const bool below = command.file.starts_with(m_plan.root + "/");
        const auto known = below ? m_files.find(command.file.substr(m_plan.root.size() + 1)) : m_files.end();
        const bool embedded = known != m_files.end() && hasEmbeddedSql(m_input.texts.text(core::FileId(known->second)));
        command.embeddedSql = embedded;
        const bool cplusplus = isCplusplus(command, known == m_files.end() ? Language::Cpp : m_input.tree.files[known->second].language);
        std::vector<std::string> arguments = tolerantFlags(cplusplus);
        if (known != m_files.end() && m_input.tree.files[known->second].language == Language::ProC)
            arguments.insert(arguments.end(), {"-x", cplusplus ? "c++" : "c"});
        withoutLostIncludes(command);
        arguments.insert(arguments.end(), command.arguments.begin(), command.arguments.end());
        if (m_plan.forwards && !m_plan.forwards->folder().empty())
            arguments.insert(arguments.end(), {"-idirafter", m_plan.forwards->folder().string()});
        if (!m_input.native.headers.empty()) {
            const std::string headers = fs::absolute(m_input.native.headers).lexically_normal().string();
            if (cplusplus && m_qt)
                arguments.insert(arguments.end(), {"-include", headers + "/naru_qt.h"});
            if (embedded)
                arguments.insert(arguments.end(), {"-include", headers + "/naru_sql.h"});
            arguments.insert(arguments.end(), {"-idirafter", headers});
        }
        command.arguments = std::move(arguments);
    }

    /// A header that the command includes and that is not there (made by the build) would end the unit.
    void withoutLostIncludes(UnitCommand& command)
    {
        auto& arguments = command.arguments;
        for (std::size_t i = 0; i + 1 < arguments.size(); ++i) {
            if (arguments[i] != "-include" && arguments[i] != "-imacros")
                continue;
            const fs::path file = arguments[i + 1];
            std::error_code error;
            if (fs::is_regular_file(file.is_absolute() ? file : fs::path(command.directory) / file, error) || onPath(command, file))
                continue;
            if (m_lostIncludes.insert(arguments[i + 1]).second)
                note("analysis.cpp.lost-include", {{"name", file.filename().string()}});
            arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i), arguments.begin() + static_cast<std::ptrdiff_t>(i) + 2);
            --i;
        }
    }

    static bool onPath(const UnitCommand& command, const fs::path& file)
    {
        std::error_code error;
        for (std::size_t i = 0; i + 1 < command.arguments.size(); ++i)
            if (command.arguments[i] == "-I" || command.arguments[i] == "-iquote" || command.arguments[i] == "-isystem") {
                const fs::path folder = command.arguments[i + 1];
                if (fs::is_regular_file((folder.is_absolute() ? folder : fs::path(command.directory) / folder) / file, error))
                    return true;
            }
        return false;
    }

    static bool isCplusplus(const UnitCommand& command, Language language)
    {
        for (std::size_t i = 0; i + 1 < command.arguments.size(); ++i)
            if (command.arguments[i] == "-x")
                return command.arguments[i + 1].starts_with("c++");
        const std::string_view path = command.file;
        return language == Language::Cpp || path.ends_with(".cpp") || path.ends_with(".cc") || path.ends_with(".cxx") ||
               path.ends_with(".C") || path.ends_with(".pcc");
    }

    void guessed(const std::string& path, std::size_t index, const IncludeGuess& guess)
    {
        UnitCommand command;
        command.file = m_plan.root + "/" + path;
        command.directory = fs::path(command.file).parent_path().string();
        command.guessed = true;
        command.arguments = guess.arguments(path, isCplusplus(command, m_input.tree.files[index].language));
        finish(command);
        m_plan.units.push_back(std::move(command));
    }

    const FrontEndInput& m_input;
    CommandPlan m_plan;
    std::map<std::string, std::size_t> m_files;
    std::set<std::string> m_covered;
    std::map<std::string, std::string> m_precompiled; ///< made file -> its original
    std::set<std::string> m_lostIncludes;
    bool m_qt = false;
};

} // namespace

bool isHeader(std::string_view path)
{
    const std::string_view extension = path.substr(path.rfind('.') + 1);
    for (const std::string_view known : {"h", "hpp", "hh", "hxx", "inl", "H", "h++", "ipp"})
        if (extension == known)
            return true;
    return false;
}

CommandPlan planUnits(const FrontEndInput& input)
{
    return Planner(input).run();
}

} // namespace naru::analyzers::cpp
