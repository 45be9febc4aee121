#pragma once

#include "analyzers/history/GitObjects.h"
#include "tests/unit/storage/TempFolder.h"

#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <string>

namespace naru::tests {

namespace git = analyzers::history;

/// A git repository made commit by commit.
class TestRepository {
public:
    TestRepository() { m_repository = git::take<git::Repository>(git_repository_init, m_folder.path().c_str(), 0U); }

    [[nodiscard]] const std::filesystem::path& path() const { return m_folder.path(); }

    /// Writes (or with nullopt removes) files and commits them.
    void commit(const std::map<std::string, std::optional<std::string>>& files, const char* author, git_time_t time)
    {
        git_index* raw = nullptr;
        git::check(git_repository_index(&raw, m_repository.get()));
        const std::unique_ptr<git_index, git::GitFree<git_index_free>> index(raw);
        for (const auto& [name, content] : files) {
            const std::filesystem::path file = m_folder / name;
            if (!content) {
                std::filesystem::remove(file);
                git::check(git_index_remove_bypath(index.get(), name.c_str()));
                continue;
            }
            std::filesystem::create_directories(file.parent_path());
            std::ofstream(file, std::ios::binary) << *content;
            git::check(git_index_add_bypath(index.get(), name.c_str()));
        }
        git_oid treeId;
        git::check(git_index_write(index.get()));
        git::check(git_index_write_tree(&treeId, index.get()));
        const auto tree = git::take<git::Tree>(git_tree_lookup, m_repository.get(), &treeId);
        const git_signature who{const_cast<char*>(author), const_cast<char*>("x@example.org"), {time, 0, '+'}};
        git_oid parentId;
        git::Commit parent;
        if (git_reference_name_to_id(&parentId, m_repository.get(), "HEAD") == 0)
            parent = git::take<git::Commit>(git_commit_lookup, m_repository.get(), &parentId);
        const git_commit* parents[] = {parent.get()};
        git::check(git_commit_create(&m_last, m_repository.get(), "HEAD", &who, &who, nullptr, "m", tree.get(), parent ? 1 : 0, parents));
    }

    void tag(const char* name)
    {
        git_oid id;
        const auto target = git::take<git::Object>(git_object_lookup, m_repository.get(), &m_last, GIT_OBJECT_COMMIT);
        git::check(git_tag_create_lightweight(&id, m_repository.get(), name, target.get(), 0));
    }

private:
    git::Library m_library;
    TempFolder m_folder;
    git::Repository m_repository;
    git_oid m_last = {};
};

} // namespace naru::tests
