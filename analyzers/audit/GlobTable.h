#pragma once

#include "analyzers/audit/FolderGlobs.h"
#include "analyzers/audit/Rule.h"

#include <re2/set.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::audit {

/// A glob as an anchored, case-insensitive pattern: `**` any folders, `*` within a name; without a slash it is the name of a file in
/// any folder; with a leading slash it starts at the root.
std::string globPattern(std::string_view glob);

/// Says which sets of globs take a path. A glob falls into a part for the folder, which is asked once for all files of a folder, and one
/// for the name, which is looked up by its ending: thousands of globs cost little for each file.
class GlobTable {
public:
    explicit GlobTable(const std::vector<Globs>& sets);

    /// The sets that take this path, in no order: one of their globs fits, and none that excludes. Paths of one folder should follow each other.
    [[nodiscard]] const std::vector<std::uint32_t>& match(std::string_view path);

private:
    /// A glob that belongs to a set; the same one may exclude in another.
    struct Owner {
        std::uint32_t set;
        bool excludes;
    };
    struct Glob {
        std::uint32_t folder;   ///< index into m_inFolder
        std::string name;       ///< with small letters; empty: any
        std::vector<Owner> owners;
    };
    /// Patterns that are asked together; `of` says which globs one is a part of.
    struct Patterns {
        Patterns();
        std::uint32_t add(const std::string& pattern);
        void compile();
        bool match(std::string_view text);

        re2::RE2::Set set;
        std::unordered_map<std::string, std::uint32_t> known;
        bool ready = false;
        std::vector<int> hits; ///< of the last text
    };

    void add(std::string_view plain, Owner owner);
    void place(std::uint32_t glob);
    void enter(std::string_view folder);
    void take(const Glob& glob);

    std::vector<Glob> m_globs;
    std::unordered_map<std::string, std::uint32_t> m_known; ///< globs by their text: named file sets bring the same one into many rules
    FolderGlobs m_folders;
    Patterns m_paths;
    std::vector<std::vector<std::uint32_t>> m_ofPaths; ///< by pattern of m_paths: the globs
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_named;   ///< globs without a wildcard in the name, by the name
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_endings; ///< those whose name ends with .ending behind the last wildcard
    std::vector<std::uint32_t> m_otherNames;
    std::vector<std::uint32_t> m_anyName;

    std::string m_folder = "/"; ///< of the last path; at first no folder of a file
    std::vector<bool> m_inFolder;
    std::vector<std::uint32_t> m_hereAny; ///< of m_anyName those that the folder fits
    enum class Taken : std::uint8_t { No, Yes, Excluded };
    std::vector<Taken> m_taken; ///< by set
    std::vector<std::uint32_t> m_touched;
    std::vector<std::uint32_t> m_out;
    std::string m_name;
};

} // namespace naru::analyzers::audit
