#include "analyzers/history/GitHistory.h"

#include "analyzers/history/ChangeCollector.h"
#include "analyzers/history/GitObjects.h"
#include "analyzers/history/TreeChanges.h"
#include "core/base/Files.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace naru::analyzers::history {

namespace fs = std::filesystem;

namespace {

struct Cancelled {};

constexpr std::size_t kLargestTree = std::size_t{1} << 20U; ///< bytes of one folder that are kept at hand

class Reader {
public:
    Reader(const fs::path& root, const HistoryOptions& options, core::Job& job) : m_options(options), m_job(job)
    {
        // A tree is often owned by another user than the one who analyses it. Nothing of it is executed.
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
        // Each commit is compared with the one before, whose tree was read for the one after it; what is damaged does not unpack.
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
        git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE, kLargestTree);
        m_repository = take<Repository>(git_repository_open_ext, root.c_str(), 0U, static_cast<const char*>(nullptr));
        m_prefix = prefixOf(root);
    }

    HistoryReading read()
    {
        const Commit head = headCommit();
        if (!head)
            return nothing("history.git.no-commits");
        const std::vector<std::string> present = presentFiles(head.get());
        if (present.empty())
            return nothing("history.git.not-tracked");
        ChangeCollector collector(present, m_options);
        walk(collector);
        readTags(collector);
        HistoryReading reading{collector.finish(), std::move(m_diagnostics)};
        if (git_repository_is_shallow(m_repository.get()) == 1)
            reading.diagnostics.push_back({core::Severity::Info, "history.git.shallow", "", 0, {}});
        return reading;
    }

private:
    static HistoryReading nothing(const char* why) { return {{}, {{core::Severity::Info, why, "", 0, {}}}}; }

    /// The part of a path in the repository that lies above the root; empty or with '/' at its end.
    std::string prefixOf(const fs::path& root) const
    {
        const char* top = git_repository_workdir(m_repository.get());
        if (top == nullptr)
            return {};
        std::error_code error;
        const fs::path below = fs::relative(fs::canonical(root, error), fs::canonical(top, error), error);
        if (error || below.empty() || below == "." || *below.begin() == "..")
            return {};
        return below.generic_string() + "/";
    }

    Commit headCommit() const
    {
        git_oid id;
        const int code = git_reference_name_to_id(&id, m_repository.get(), "HEAD");
        if (code == GIT_ENOTFOUND || code == GIT_EUNBORNBRANCH)
            return nullptr;
        check(code);
        return take<Commit>(git_commit_lookup, m_repository.get(), &id);
    }

    /// The files below the root in the newest commit, of those that matter.
    std::vector<std::string> presentFiles(git_commit* head) const
    {
        struct Gather {
            const std::string& prefix;
            std::vector<std::string> paths;
        } gather{m_prefix, {}};
        const Tree tree = take<Tree>(git_commit_tree, head);
        check(git_tree_walk(
            tree.get(), GIT_TREEWALK_PRE,
            [](const char* folder, const git_tree_entry* entry, void* payload) {
                auto& into = *static_cast<Gather*>(payload);
                if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB)
                    return 0;
                const std::string path = std::string(folder) + git_tree_entry_name(entry);
                if (path.starts_with(into.prefix))
                    into.paths.push_back(path.substr(into.prefix.size()));
                return 0;
            },
            &gather));
        std::ranges::sort(gather.paths);
        if (m_options.files.empty())
            return std::move(gather.paths);
        std::vector<std::string> wanted = m_options.files;
        std::ranges::sort(wanted);
        std::vector<std::string> both;
        std::ranges::set_intersection(gather.paths, wanted, std::back_inserter(both));
        return both;
    }

    void walk(ChangeCollector& collector)
    {
        const Walk walk = take<Walk>(git_revwalk_new, m_repository.get());
        check(git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME));
        check(git_revwalk_push_head(walk.get()));
        git_oid id;
        for (std::uint32_t count = 0;; ++count) {
            if (m_job.cancelled())
                throw Cancelled();
            const int code = git_revwalk_next(&id, walk.get());
            if (code == GIT_ITEROVER)
                return;
            check(code);
            if (count == m_options.commits) {
                m_diagnostics.push_back(
                    {core::Severity::Info, "history.git.limited", "", 0, {{"commits", std::to_string(m_options.commits)}}});
                return;
            }
            m_job.progress("history.stage.commits", static_cast<double>(count) / m_options.commits);
            addCommit(take<Commit>(git_commit_lookup, m_repository.get(), &id).get(), collector);
        }
    }

    void addCommit(git_commit* commit, ChangeCollector& collector)
    {
        const unsigned parents = git_commit_parentcount(commit);
        if (parents > 1)
            return;
        git_commit* parent = nullptr;
        // The parent of the last commit of a shallow clone is not there; what it changed is not known.
        if (parents == 1 && git_commit_parent(&parent, commit, 0) != 0)
            return;
        const Commit before(parent);
        const git_signature* author = git_commit_author(commit);
        collector.add(author->name == nullptr ? "" : author->name, git_commit_time(commit),
                      changedFiles(m_repository.get(), before ? rootOf(before.get()).get() : nullptr, rootOf(commit).get()));
    }

    /// The folder of the root as a commit has it; null where it has none.
    Tree rootOf(git_commit* commit) const
    {
        Tree top = take<Tree>(git_commit_tree, commit);
        if (m_prefix.empty())
            return top;
        git_tree_entry* found = nullptr;
        const int code = git_tree_entry_bypath(&found, top.get(), m_prefix.substr(0, m_prefix.size() - 1).c_str());
        const TreeEntry entry(found);
        if (code == GIT_ENOTFOUND || (code == 0 && git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE))
            return nullptr;
        check(code);
        return take<Tree>(git_tree_lookup, m_repository.get(), git_tree_entry_id(entry.get()));
    }

    void readTags(ChangeCollector& collector)
    {
        git_strarray names = {};
        check(git_tag_list(&names, m_repository.get()));
        std::vector<std::string> all(names.strings, names.strings + names.count);
        git_strarray_dispose(&names);
        std::ranges::sort(all);
        for (const std::string& name : all) {
            git_object* found = nullptr;
            if (git_revparse_single(&found, m_repository.get(), ("refs/tags/" + name + "^{commit}").c_str()) != 0)
                continue; // a tag of a tree or a file, or of a commit that a shallow clone has not
            const Object commit(found);
            collector.addTag(name, git_commit_time(reinterpret_cast<git_commit*>(commit.get())));
        }
    }

    const HistoryOptions& m_options;
    core::Job& m_job;
    Repository m_repository;
    std::string m_prefix;
    std::vector<core::Diagnostic> m_diagnostics;
};

} // namespace

core::Result<HistoryReading> readGitHistory(const fs::path& root, const HistoryOptions& options, core::Job& job)
{
    const Library library;
    try {
        return Reader(root, options, job).read();
    } catch (const Cancelled&) {
        return core::failure(core::ErrorCode::Cancelled, "analysis.cancelled");
    } catch (const GitFailure& failure) {
        if (failure.code == GIT_ENOTFOUND)
            return HistoryReading{{}, {{core::Severity::Info, "history.git.none", "", 0, {}}}};
        return HistoryReading{{}, {{core::Severity::Warning, "history.git.unreadable", "", 0, {{"reason", failure.reason}}}}};
    }
}

} // namespace naru::analyzers::history
