#include "analyzers/history/TreeChanges.h"

#include "core/base/PathNames.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace naru::analyzers::history {

namespace {

struct OidLess {
    bool operator()(const git_oid& a, const git_oid& b) const { return git_oid_cmp(&a, &b) < 0; }
};

class Comparison {
public:
    explicit Comparison(git_repository* repository) : m_repository(repository) {}

    /// Both are in the order of git: side by side.
    void compare(const git_tree* before, const git_tree* after, const std::string& folder, int depth)
    {
        const std::size_t olds = before == nullptr ? 0 : git_tree_entrycount(before);
        const std::size_t news = after == nullptr ? 0 : git_tree_entrycount(after);
        for (std::size_t i = 0, j = 0; i < olds || j < news;) {
            const git_tree_entry* one = i < olds ? git_tree_entry_byindex(before, i) : nullptr;
            const git_tree_entry* other = j < news ? git_tree_entry_byindex(after, j) : nullptr;
            const int order = one == nullptr ? 1 : other == nullptr ? -1 : git_tree_entry_cmp(one, other);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            if (order == 0 && git_oid_equal(git_tree_entry_id(one), git_tree_entry_id(other)) != 0)
                continue;
            entries(order <= 0 ? one : nullptr, order >= 0 ? other : nullptr, folder, depth);
        }
    }

    std::vector<ChangedFile> finish()
    {
        for (const std::size_t added : m_added) {
            const auto gone = m_gone.find(m_ids[added]);
            if (gone == m_gone.end() || gone->second.empty())
                continue;
            std::vector<std::string>& paths = gone->second;
            const std::string_view name = core::fileName(m_files[added].path);
            auto from = std::ranges::find_if(paths, [&](const std::string& path) { return core::fileName(path) == name; });
            if (from == paths.end())
                from = paths.begin();
            m_files[added].oldPath = std::move(*from);
            paths.erase(from);
        }
        return std::move(m_files);
    }

private:
    static constexpr int kDeepest = 512; ///< folders in folders

    void entries(const git_tree_entry* before, const git_tree_entry* after, const std::string& folder, int depth)
    {
        const auto is = [](const git_tree_entry* entry, git_object_t type) {
            return entry != nullptr && git_tree_entry_type(entry) == type;
        };
        if (is(before, GIT_OBJECT_TREE) || is(after, GIT_OBJECT_TREE)) {
            if (depth == kDeepest)
                return;
            const Tree old = is(before, GIT_OBJECT_TREE) ? treeOf(before) : Tree();
            const Tree made = is(after, GIT_OBJECT_TREE) ? treeOf(after) : Tree();
            compare(old.get(), made.get(), folder + git_tree_entry_name(after != nullptr ? after : before) + "/", depth + 1);
        }
        if (is(after, GIT_OBJECT_BLOB)) {
            if (!is(before, GIT_OBJECT_BLOB))
                m_added.push_back(m_files.size());
            m_files.push_back({folder + git_tree_entry_name(after), {}});
            m_ids.push_back(*git_tree_entry_id(after));
        } else if (is(before, GIT_OBJECT_BLOB)) {
            m_gone[*git_tree_entry_id(before)].push_back(folder + git_tree_entry_name(before));
        }
    }

    [[nodiscard]] Tree treeOf(const git_tree_entry* entry) const
    {
        return take<Tree>(git_tree_lookup, m_repository, git_tree_entry_id(entry));
    }

    git_repository* m_repository;
    std::vector<ChangedFile> m_files;
    std::vector<git_oid> m_ids;                                  ///< of the content, by file
    std::vector<std::size_t> m_added;                            ///< places in m_files
    std::map<git_oid, std::vector<std::string>, OidLess> m_gone; ///< paths by content
};

} // namespace

std::vector<ChangedFile> changedFiles(git_repository* repository, const git_tree* before, const git_tree* after)
{
    Comparison comparison(repository);
    comparison.compare(before, after, {}, 0);
    return comparison.finish();
}

} // namespace naru::analyzers::history
