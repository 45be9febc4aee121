#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct stat;

namespace naru::analyzers {

/// Which folder it is and when its entries last changed.
struct FolderEdition {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t changed = 0;  ///< nanoseconds since 1970; 0: the entries have to be read again
    std::int64_t modified = 0; ///< the same, as the system tells it beside
    friend bool operator==(const FolderEdition&, const FolderEdition&) = default;
};

enum class EntryKind : std::uint32_t { File, Folder, Link };

/// What lies in a folder, by name.
struct FolderEntry {
    static constexpr std::uint64_t kNowhere = ~std::uint64_t{0};

    std::uint64_t name = 0; ///< where it begins in the names
    std::uint32_t size = 0; ///< of the name, in bytes
    EntryKind kind = EntryKind::File;
    std::uint64_t folder = kNowhere; ///< number of an inner folder that was entered
};

/// The entries of the folders of a tree as an earlier listing read them: as long as a folder says that it did not change, its entries
/// need not be asked for again. Each file is asked for its size and date all the same.
///
/// File systems of this machine give a folder a new date whenever an entry comes, goes or is renamed (POSIX asks for it). Others
/// (network, FUSE) may not, and neither may one whose kind is not known: their folders are read each time. So is a folder that changed so
/// shortly before the listing began that a later change could have the same date.
class KnownFolders {
public:
    /// `young`: how long before the listing a change counts as too late.
    explicit KnownFolders(std::chrono::nanoseconds young = std::chrono::seconds(2));

    /// Takes what bytes() gave; false, with nothing taken, when it cannot be that.
    bool restore(std::string_view bytes);
    [[nodiscard]] std::string bytes() const;
    /// The next listing would gain from these bytes over those restored.
    [[nodiscard]] bool worthKeeping() const { return m_trusted && m_changed; }

    /// Begins a listing; `root` is the open root folder.
    void begin(int root);
    /// The date of an open folder; changed is 0 when it is not to be believed.
    [[nodiscard]] FolderEdition editionOf(int folder) const;
    /// The same of the folder `way` below an open one; nothing to be believed when it is no folder.
    [[nodiscard]] FolderEdition editionOf(int folder, const char* way) const;
    [[nodiscard]] bool knows(std::size_t folder, const FolderEdition& edition) const
    {
        return edition.changed != 0 && edition == m_folders[folder].edition;
    }

    struct Found {
        std::string key; ///< order among the others
        std::string name;
        EntryKind kind = EntryKind::File;
    };
    /// The folder holds these entries now.
    void replace(std::size_t folder, const FolderEdition& edition, std::vector<Found> found);

    /// Numbers of its entries.
    [[nodiscard]] std::size_t first(std::size_t folder) const { return m_folders[folder].first; }
    [[nodiscard]] std::size_t end(std::size_t folder) const { return m_folders[folder].first + m_folders[folder].count; }
    /// It is a known folder with less than this number of files.
    [[nodiscard]] bool fewFiles(std::size_t folder, std::size_t number) const
    {
        return m_folders[folder].edition.changed != 0 && m_folders[folder].files < number;
    }
    [[nodiscard]] const FolderEntry& entry(std::size_t number) const { return m_entries[number]; }
    /// Ends with a zero.
    [[nodiscard]] const char* name(const FolderEntry& entry) const { return m_names.data() + entry.name; }
    /// The number of the folder that the entry is.
    std::size_t inner(std::size_t entry);

    static constexpr std::size_t kRoot = 0;

private:
    struct Folder {
        FolderEdition edition;
        std::uint64_t first = 0; ///< of its entries
        std::uint64_t count = 0;
        std::uint64_t files = 0; ///< among them
    };

    [[nodiscard]] FolderEdition editionOf(const struct stat& info) const;
    void clear();
    [[nodiscard]] bool consistent() const;
    [[nodiscard]] std::size_t reachable() const;
    [[nodiscard]] bool holds(const Folder& folder, const std::vector<Found>& found) const;

    std::chrono::nanoseconds m_young;
    std::int64_t m_started = 0;
    std::uint64_t m_device = 0; ///< of the root
    bool m_trusted = false;
    bool m_changed = false;
    std::vector<Folder> m_folders;
    std::vector<FolderEntry> m_entries; ///< of a folder side by side; those of earlier editions stay until most are of that kind
    std::string m_names;
};

} // namespace naru::analyzers
