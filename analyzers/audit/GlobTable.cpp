#include "analyzers/audit/GlobTable.h"

#include "analyzers/audit/Matching.h"
#include "core/base/Ascii.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <limits>

namespace naru::analyzers::audit {

namespace {

constexpr std::uint32_t kAnyFolder = std::numeric_limits<std::uint32_t>::max();

/// `**` stands for folders, not within the name of one.
bool ofWholeNames(std::string_view folders)
{
    for (auto at = folders.find("**"); at != std::string_view::npos; at = folders.find("**", at + 1))
        if ((at > 0 && folders[at - 1] != '/') || (at + 2 < folders.size() && folders[at + 2] != '/'))
            return false;
    return true;
}

} // namespace

std::string globPattern(std::string_view glob)
{
    std::string out = "(?i)";
    if (glob.starts_with('/'))
        glob.remove_prefix(1);
    else if (!glob.starts_with("**/"))
        out += "(?:.*/)?";
    for (std::size_t i = 0; i < glob.size(); ++i) {
        if (glob.substr(i).starts_with("**/")) {
            out += "(?:.*/)?";
            i += 2;
        } else if (glob.substr(i).starts_with("**")) {
            out += ".*";
            ++i;
        } else if (glob[i] == '*') {
            out += "[^/]*";
        } else if (glob[i] == '?') {
            out += "[^/]";
        } else {
            out += RE2::QuoteMeta(glob.substr(i, 1));
        }
    }
    return out;
}

GlobTable::Patterns::Patterns() : set(setOptions(), RE2::ANCHOR_BOTH) {}

std::uint32_t GlobTable::Patterns::add(const std::string& pattern)
{
    const auto [at, fresh] = known.try_emplace(pattern, static_cast<std::uint32_t>(known.size()));
    if (fresh)
        set.Add(pattern, nullptr); // a quoted text with wildcards is always a pattern
    return at->second;
}

void GlobTable::Patterns::compile()
{
    ready = !known.empty() && set.Compile();
}

bool GlobTable::Patterns::match(std::string_view text)
{
    hits.clear();
    return ready && set.Match(re2::StringPiece(text.data(), text.size()), &hits);
}

GlobTable::GlobTable(const std::vector<Globs>& sets) : m_taken(sets.size(), Taken::No)
{
    for (std::size_t i = 0; i < sets.size(); ++i)
        for (const std::string& glob : sets[i].patterns) {
            const bool excludes = glob.starts_with('!');
            add(std::string_view(glob).substr(excludes ? 1 : 0), {static_cast<std::uint32_t>(i), excludes});
        }
    m_paths.compile();
    m_inFolder.resize(m_folders.size());
}

void GlobTable::add(std::string_view plain, Owner owner)
{
    const auto [at, fresh] = m_known.try_emplace(std::string(plain), static_cast<std::uint32_t>(m_globs.size()));
    if (!fresh) {
        m_globs[at->second].owners.push_back(owner);
        return;
    }
    Glob glob{kAnyFolder, {}, {owner}};
    const auto slash = plain.rfind('/');
    const std::string_view name = plain.substr(slash == std::string_view::npos ? 0 : slash + 1);
    const std::uint32_t index = at->second;
    const std::string_view folder = plain.substr(0, plain.size() - name.size());
    if (plain.ends_with("/**") && ofWholeNames(folder)) {
        glob.folder = m_folders.add(plain);
        m_anyName.push_back(index);
    } else if (name.find("**") != std::string_view::npos || name.empty() || !ofWholeNames(folder)) { // goes over folders, or fits no file
        const std::uint32_t pattern = m_paths.add(globPattern(plain));
        m_ofPaths.resize(m_paths.known.size());
        m_ofPaths[pattern].push_back(index);
    } else {
        if (!folder.empty() && folder != "**/")
            glob.folder = m_folders.add(folder);
        glob.name = core::smallLetters(name);
    }
    m_globs.push_back(std::move(glob));
    place(index);
}

void GlobTable::place(std::uint32_t index)
{
    const std::string& name = m_globs[index].name;
    if (name.empty())
        return;
    const auto wildcard = name.find_last_of("*?");
    const auto dot = name.rfind('.');
    if (wildcard == std::string::npos)
        m_named[name].push_back(index);
    else if (dot != std::string::npos && dot > wildcard)
        m_endings[name.substr(dot)].push_back(index);
    else
        m_otherNames.push_back(index);
}

void GlobTable::enter(std::string_view folder)
{
    m_folder = folder;
    m_inFolder.assign(m_inFolder.size(), false);
    for (const std::uint32_t glob : m_folders.match(folder))
        m_inFolder[glob] = true;
    m_hereAny.clear();
    for (const std::uint32_t glob : m_anyName)
        if (m_inFolder[m_globs[glob].folder])
            m_hereAny.push_back(glob);
}

void GlobTable::take(const Glob& glob)
{
    for (const Owner& owner : glob.owners) {
        Taken& taken = m_taken[owner.set];
        if (taken == Taken::No)
            m_touched.push_back(owner.set);
        if (taken != Taken::Excluded)
            taken = owner.excludes ? Taken::Excluded : Taken::Yes;
    }
}

const std::vector<std::uint32_t>& GlobTable::match(std::string_view path)
{
    const std::string_view name = core::fileName(path);
    const std::string_view folder = path.substr(0, path.size() - name.size());
    if (folder != m_folder)
        enter(folder);
    m_name = core::smallLetters(name);
    const auto takeNamed = [this](const std::vector<std::uint32_t>& globs, bool ask) {
        for (const std::uint32_t index : globs) {
            const Glob& glob = m_globs[index];
            if ((glob.folder == kAnyFolder || m_inFolder[glob.folder]) && (!ask || fitsName(glob.name, m_name)))
                take(glob);
        }
    };
    if (const auto at = m_named.find(m_name); at != m_named.end())
        takeNamed(at->second, false);
    if (const auto dot = m_name.rfind('.'); dot != std::string::npos)
        if (const auto at = m_endings.find(m_name.substr(dot)); at != m_endings.end())
            takeNamed(at->second, true);
    takeNamed(m_otherNames, true);
    for (const std::uint32_t glob : m_hereAny)
        take(m_globs[glob]);
    m_paths.match(path);
    for (const int hit : m_paths.hits)
        for (const std::uint32_t glob : m_ofPaths[static_cast<std::size_t>(hit)])
            take(m_globs[glob]);
    m_out.clear();
    for (const std::uint32_t set : m_touched) {
        if (m_taken[set] == Taken::Yes)
            m_out.push_back(set);
        m_taken[set] = Taken::No;
    }
    m_touched.clear();
    return m_out;
}

} // namespace naru::analyzers::audit
