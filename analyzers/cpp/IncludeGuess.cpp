#include "analyzers/cpp/IncludeGuess.h"

#include "analyzers/cpp/CMakeGuess.h"
#include "analyzers/cpp/CommandFilter.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostBases = 48;

std::string folderOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return std::string(slash == std::string_view::npos ? std::string_view() : path.substr(0, slash));
}

std::size_t commonLength(std::string_view a, std::string_view b)
{
    std::size_t common = 0;
    std::size_t i = 0;
    for (; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
        common = a[i] == '/' ? i : common;
    return i == std::min(a.size(), b.size()) ? i : common;
}

/// $(NAME) and ${NAME} by what the same file assigns, a few levels deep; unknown ones become empty.
std::string expand(std::string_view text, const std::map<std::string, std::string, std::less<>>& variables, int depth)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts = text[i] == '$' && i + 1 < text.size() && (text[i + 1] == '(' || text[i + 1] == '{');
        if (!starts) {
            out += text[i];
            continue;
        }
        const std::size_t close = text.find(text[i + 1] == '(' ? ')' : '}', i);
        if (close == std::string_view::npos)
            break;
        const auto known = variables.find(text.substr(i + 2, close - i - 2));
        if (known != variables.end() && depth < 6 && out.size() < 65536)
            out += expand(known->second, variables, depth + 1);
        i = close;
    }
    return out;
}

} // namespace

IncludeGuess::IncludeGuess(const SourceTree& tree, const SourceTexts& texts) : m_root(fs::absolute(tree.root).lexically_normal().string())
{
    while (m_root.size() > 1 && m_root.back() == '/')
        m_root.pop_back();
    for (std::size_t i = 0; i < tree.files.size(); ++i)
        m_byName[std::string(core::fileName(tree.files[i].path))].emplace_back(tree.files[i].path);
    for (std::size_t i = 0; i < tree.files.size(); ++i) {
        const std::string_view text = texts.text(core::FileId(i));
        if (text.empty())
            continue;
        if (isNative(tree.files[i].language)) {
            readIncludes(tree.files[i].path, text);
            readMarks(tree.files[i].path, text);
            m_qt = m_qt || text.find("Q_OBJECT") != std::string_view::npos;
        } else if (tree.files[i].language == core::Language::Other || tree.files[i].path.ends_with("CMakeLists.txt")) {
            readBuildFile(tree.files[i].path, text);
        }
    }
    resolve();
}

void IncludeGuess::readIncludes(std::string_view path, std::string_view text)
{
    for (std::size_t at = text.find("#"); at != std::string_view::npos; at = text.find("#", at + 1)) {
        std::size_t word = text.find_first_not_of(" \t", at + 1);
        if (word == std::string_view::npos || !text.substr(word).starts_with("include"))
            continue;
        word = text.find_first_not_of(" \t", word + 7);
        if (word == std::string_view::npos || (text[word] != '"' && text[word] != '<'))
            continue;
        const std::size_t close = text.find_first_of("\">\n", word + 1);
        if (close == std::string_view::npos || text[close] == '\n')
            continue;
        const std::string_view wanted = text.substr(word + 1, close - word - 1);
        m_wanted.try_emplace(std::string(wanted), folderOf(path));
        for (const std::string_view modern : {"optional", "string_view", "variant", "filesystem", "any", "charconv"})
            if (wanted == modern && m_cplusplus == "-std=gnu++14")
                m_cplusplus = "-std=gnu++17";
        for (const std::string_view modern :
             {"span", "ranges", "concepts", "coroutine", "format", "bit", "expected", "print", "source_location"})
            if (wanted == modern)
                m_cplusplus = "-std=gnu++2b";
    }
}

/// Words in capitals between `class` and its name: marks of exported classes, whose header may be one that is missing.
void IncludeGuess::readMarks(std::string_view path, std::string_view text)
{
    const auto word = [&](std::size_t& at) {
        at = std::min(text.find_first_not_of(" \t", at), text.size());
        const std::size_t start = at;
        while (at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) != 0 || text[at] == '_'))
            ++at;
        return text.substr(start, at - start);
    };
    for (std::size_t at = text.find("class "); at != std::string_view::npos; at = text.find("class ", at + 1)) {
        std::size_t next = at + 6;
        const std::string_view mark = word(next);
        const std::string_view name = word(next);
        const std::size_t after = text.find_first_not_of(" \t\r\n", next);
        const bool capitals = mark.size() > 3 && std::ranges::all_of(mark, [](unsigned char c) { return std::islower(c) == 0; });
        if (capitals && !name.empty() && name != "final" && after != std::string_view::npos &&
            (text[after] == '{' || text[after] == ':' || text[after] == ';'))
            m_marks.emplace(mark);
    }
    for (std::size_t at = text.find("define"); at != std::string_view::npos; at = text.find("define", at + 1)) {
        std::size_t next = at + 6;
        const std::string_view name = word(next);
        if (name.empty())
            continue;
        const std::string_view value = word(next);
        const bool alone = next >= text.size() || text[next] == '\n' || text[next] == '\r';
        auto& definition = m_defined[std::string(name)];
        definition.files.emplace(core::fileName(path));
        if (alone && !value.empty())
            definition.values.emplace(value);
    }
}

/// -I and -D of assignments, and include_directories of CMake.
void IncludeGuess::readBuildFile(std::string_view path, std::string_view text)
{
    const std::string_view name = core::fileName(path);
    const bool cmake = name == "CMakeLists.txt" || name.ends_with(".cmake");
    const bool make = name == "Makefile" || name == "makefile" || name == "GNUmakefile" || name.ends_with(".mk") ||
                      name.ends_with(".mak") || name.ends_with(".am");
    if (!cmake && !make)
        return;
    std::vector<std::string>& flags = m_flags[folderOf(path)];
    if (cmake) {
        for (const auto& [year, flag] : {std::pair("23", "-std=gnu++2b"), std::pair("20", "-std=gnu++2b"), std::pair("17", "-std=gnu++17"),
                                         std::pair("14", "-std=gnu++14"), std::pair("11", "-std=gnu++14")})
            if (text.find(std::string("CMAKE_CXX_STANDARD ") + year) != std::string_view::npos ||
                text.find(std::string("cxx_std_") + year) != std::string_view::npos) {
                m_cplusplus = flag;
                break;
            }
        const std::string folder = (fs::path(m_root) / folderOf(path)).lexically_normal().string();
        const std::vector<std::string> known = cmakeFlags(text, folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder, m_root);
        flags.insert(flags.end(), known.begin(), known.end());
        m_inherits.insert(folderOf(path));
        return;
    }
    std::map<std::string, std::string, std::less<>> variables{{"srcdir", "."}, {"top_srcdir", m_root}, {"CURDIR", "."}, {"PWD", "."}};
    std::string line;
    std::vector<std::string> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view part = text.substr(at, end - at);
        at = end + 1;
        part = part.ends_with('\r') ? part.substr(0, part.size() - 1) : part;
        const bool goesOn = part.ends_with('\\');
        line += goesOn ? std::string(part.substr(0, part.size() - 1)) + " " : std::string(part);
        if (goesOn && at <= text.size())
            continue;
        lines.push_back(std::move(line));
        line.clear();
    }
    for (const std::string& one : lines) {
        const std::size_t equals = one.find('=');
        if (equals == std::string::npos || one.starts_with('\t') || one.starts_with('#'))
            continue;
        std::size_t end = equals;
        while (end > 0 && std::string_view(":+? \t").find(one[end - 1]) != std::string_view::npos)
            --end;
        const std::size_t start = one.find_first_not_of(" \t");
        if (start == std::string::npos || start >= end)
            continue;
        std::string& value = variables[one.substr(start, end - start)];
        const bool adds = equals > 0 && one[equals - 1] == '+';
        value = (adds ? value + " " : std::string()) + one.substr(equals + 1);
    }
    std::set<std::string> told;
    for (const auto& [variable, value] : variables)
        if (value.find("-I") != std::string::npos || value.find("-D") != std::string::npos) {
            const auto known = filterArguments(splitCommand(expand(value, variables, 0)));
            for (std::size_t i = 0; i + 1 < known.size(); i += known[i].starts_with("-std") ? 1 : 2) {
                if ((known[i] != "-I" && known[i] != "-D") || !told.insert(known[i] + known[i + 1]).second)
                    continue;
                flags.push_back(known[i]);
                flags.push_back(known[i + 1]);
            }
        }
}

void IncludeGuess::resolve()
{
    std::map<std::string, std::size_t> bases;
    for (const auto& [wanted, includer] : m_wanted) {
        std::error_code error;
        const bool system = fs::exists(fs::path("/usr/include") / wanted, error) ||
                            (wanted.find('.') == std::string::npos && fs::exists(fs::path("/usr/include/c++/12") / wanted, error));
        const auto named = m_byName.find(core::fileName(wanted));
        if (system || named == m_byName.end())
            continue;
        for (const std::string& path : named->second) {
            if (path != wanted && !(path.ends_with(wanted) && path[path.size() - wanted.size() - 1] == '/'))
                continue;
            std::string base = path == wanted ? std::string() : path.substr(0, path.size() - wanted.size() - 1);
            ++bases[base];
        }
    }
    for (const auto& [base, count] : bases)
        m_bases.push_back(base);
    chooseEmpty();
}

std::map<std::string, std::string> IncludeGuess::forwards() const
{
    struct Folder {
        std::size_t wanted = 0;
        std::map<std::string, std::string> known;
    };
    std::map<std::string, Folder> folders;
    for (const auto& [wanted, includer] : m_wanted) {
        const std::string folder = folderOf(wanted);
        std::error_code error;
        if (folder.empty() || folder.find("..") != std::string::npos || fs::exists(fs::path("/usr/include") / wanted, error))
            continue;
        const auto named = m_byName.find(core::fileName(wanted));
        const bool resolved = named != m_byName.end() && std::ranges::any_of(named->second, [&](const std::string& path) {
                                  return path == wanted || path.ends_with("/" + wanted);
                              });
        if (resolved)
            continue;
        Folder& of = folders[folder];
        ++of.wanted;
        if (named == m_byName.end())
            continue;
        const auto nearest = std::ranges::max_element(named->second, {}, [&](const std::string& path) {
            return std::pair(commonLength(folderOf(path), includer), -static_cast<std::ptrdiff_t>(path.size()));
        });
        of.known.emplace(wanted, *nearest);
    }
    std::map<std::string, std::string> out;
    for (const auto& [folder, of] : folders)
        if (of.known.size() > 1 && of.known.size() * 4 >= of.wanted * 3)
            out.insert(of.known.begin(), of.known.end());
    return out;
}

/// Marks of classes that nobody defines; also those whose header is included by a path that is not here, or that stand for another
/// mark that nobody defines.
void IncludeGuess::chooseEmpty()
{
    const auto unresolved = [&](const std::string& file) {
        return std::ranges::any_of(m_wanted, [&](const auto& wanted) {
            if (core::fileName(wanted.first) != file || wanted.first.find('/') == std::string::npos)
                return false;
            const auto named = m_byName.find(file);
            return named == m_byName.end() || std::ranges::none_of(named->second, [&](const std::string& path) {
                return path == wanted.first || path.ends_with("/" + wanted.first);
            });
        });
    };
    std::vector<std::string> open(m_marks.begin(), m_marks.end());
    std::set<std::string> seen;
    while (!open.empty()) {
        const std::string mark = std::move(open.back());
        open.pop_back();
        if (!seen.insert(mark).second)
            continue;
        const auto defined = m_defined.find(mark);
        if (defined == m_defined.end() || std::ranges::any_of(defined->second.files, unresolved))
            m_empty.insert(mark);
        if (defined != m_defined.end())
            open.insert(open.end(), defined->second.values.begin(), defined->second.values.end());
    }
}

std::vector<std::string> IncludeGuess::arguments(std::string_view path, bool cplusplus) const
{
    const std::string folder = folderOf(path);
    std::vector<std::string> out{cplusplus ? m_cplusplus : "-std=gnu11"};
    for (std::string at = folder;; at = folderOf(at)) { // the nearest build file
        if (const auto flags = m_flags.find(at); flags != m_flags.end() && !flags->second.empty()) {
            for (std::size_t i = 0; i + 1 < flags->second.size(); i += 2) {
                fs::path value = flags->second[i + 1];
                if (flags->second[i] == "-I" && value.is_relative())
                    value = fs::path(m_root) / at / value;
                std::error_code error;
                if (flags->second[i] == "-I" && !fs::is_directory(value, error))
                    continue;
                out.push_back(flags->second[i]);
                out.push_back(flags->second[i] == "-I" ? value.lexically_normal().string() : flags->second[i + 1]);
            }
            if (!m_inherits.contains(at))
                break;
        }
        if (at.empty())
            break;
    }
    for (const std::string& mark : m_empty)
        if (cplusplus)
            out.insert(out.end(), {"-D", mark + "="});
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& base : m_bases)
        near.emplace_back(commonLength(base, folder), base);
    std::ranges::stable_sort(near, [](const auto& a, const auto& b) { return a.first > b.first; });
    if (near.size() > kMostBases)
        near.resize(kMostBases);
    for (const auto& [common, base] : near) {
        out.emplace_back("-I");
        out.push_back(base.empty() ? m_root : m_root + "/" + base);
    }
    return out;
}

} // namespace naru::analyzers::cpp
