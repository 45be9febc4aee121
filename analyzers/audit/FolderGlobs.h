#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::audit {

/// `glob` has `*` for any bytes and `?` for one character; both with small letters.
[[nodiscard]] bool fitsName(std::string_view glob, std::string_view name);

/// Globs for folders, matched name by name: what a name can begin is looked up once for each name that occurs.
class FolderGlobs {
public:
    /// A glob that ends with `/` (this folder) or `/**` (all below it), as in globPattern(); `**` only as a whole name. Its number.
    std::uint32_t add(std::string_view glob);
    [[nodiscard]] std::size_t size() const { return m_globs.size(); }
    /// The globs that fit; `folder` is a path from the root with a final slash, or empty for the root. May name one twice.
    [[nodiscard]] const std::vector<std::uint32_t>& match(std::string_view folder);

private:
    struct Glob {
        std::vector<std::string> names; ///< "**" for any number of folders
    };
    [[nodiscard]] bool fits(const Glob& glob, std::size_t name, std::size_t folder) const;
    const std::vector<std::uint32_t>& beginning(const std::string& folder);

    std::vector<Glob> m_globs;
    std::unordered_map<std::string, std::uint32_t> m_known;
    std::vector<std::uint32_t> m_anchored; ///< begin at the root
    std::vector<std::uint32_t> m_anywhere; ///< begin with "**" and a name
    std::vector<std::uint32_t> m_all;      ///< "**" alone
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_beginnings; ///< by name of a folder: of m_anywhere those whose first name fits
    std::vector<std::string> m_folders; ///< names of the folder at hand
    std::vector<std::uint32_t> m_out;
};

} // namespace naru::analyzers::audit
