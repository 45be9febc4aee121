#include "analyzers/audit/FolderGlobs.h"

#include "core/base/Ascii.h"

namespace naru::analyzers::audit {

namespace {

constexpr std::string_view kAnyFolders = "**";

bool insideCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// The names of a path with a final slash, or of one that ends with "**".
void split(std::string_view path, std::vector<std::string>& names)
{
    names.clear();
    while (!path.empty()) {
        const auto slash = path.find('/');
        names.push_back(core::smallLetters(path.substr(0, slash)));
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    }
}

} // namespace

bool fitsName(std::string_view glob, std::string_view name)
{
    constexpr auto kNone = std::string_view::npos;
    std::size_t star = kNone; // the last one, and the byte with which what it stands for ends
    std::size_t end = 0;
    std::size_t g = 0;
    std::size_t n = 0;
    while (n < name.size()) {
        if (g < glob.size() && glob[g] == '*') {
            star = g++;
            end = n;
        } else if (g < glob.size() && glob[g] == '?') {
            ++g;
            for (++n; n < name.size() && insideCharacter(name[n]);)
                ++n;
        } else if (g < glob.size() && glob[g] == name[n]) {
            ++g;
            ++n;
        } else if (star != kNone) {
            g = star + 1;
            n = ++end;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', g) == kNone;
}

std::uint32_t FolderGlobs::add(std::string_view glob)
{
    const auto [at, fresh] = m_known.try_emplace(std::string(glob), static_cast<std::uint32_t>(m_globs.size()));
    const std::uint32_t number = at->second;
    if (!fresh)
        return number;
    const bool anchored = glob.starts_with('/');
    glob.remove_prefix(anchored ? 1 : 0);
    Glob& made = m_globs.emplace_back();
    split(glob, made.names);
    if (!anchored && (made.names.empty() || made.names.front() != kAnyFolders))
        made.names.emplace(made.names.begin(), kAnyFolders);
    while (made.names.size() > 1 && made.names[0] == kAnyFolders && made.names[1] == kAnyFolders)
        made.names.erase(made.names.begin());
    if (made.names.empty() || made.names.front() != kAnyFolders)
        m_anchored.push_back(number);
    else
        (made.names.size() == 1 ? m_all : m_anywhere).push_back(number);
    m_beginnings.clear();
    return number;
}

bool FolderGlobs::fits(const Glob& glob, std::size_t name, std::size_t folder) const
{
    for (; name < glob.names.size(); ++name, ++folder) {
        if (glob.names[name] == kAnyFolders) {
            for (std::size_t next = folder; next <= m_folders.size(); ++next)
                if (fits(glob, name + 1, next))
                    return true;
            return false;
        }
        if (folder >= m_folders.size() || !fitsName(glob.names[name], m_folders[folder]))
            return false;
    }
    return folder == m_folders.size();
}

const std::vector<std::uint32_t>& FolderGlobs::beginning(const std::string& folder)
{
    const auto [at, fresh] = m_beginnings.try_emplace(folder);
    if (fresh)
        for (const std::uint32_t glob : m_anywhere)
            if (fitsName(m_globs[glob].names[1], folder))
                at->second.push_back(glob);
    return at->second;
}

const std::vector<std::uint32_t>& FolderGlobs::match(std::string_view folder)
{
    split(folder, m_folders);
    m_out = m_all;
    for (const std::uint32_t glob : m_anchored)
        if (fits(m_globs[glob], 0, 0))
            m_out.push_back(glob);
    for (std::size_t i = 0; i < m_folders.size(); ++i)
        for (const std::uint32_t glob : beginning(m_folders[i]))
            if (fits(m_globs[glob], 2, i + 1))
                m_out.push_back(glob);
    return m_out;
}

} // namespace naru::analyzers::audit
