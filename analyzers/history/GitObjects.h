#pragma once

#include <git2.h>

#include <memory>
#include <string>

namespace naru::analyzers::history {

// Owners for what libgit2 hands out.

template <auto Free> struct GitFree {
    void operator()(auto* object) const { Free(object); }
};

using Repository = std::unique_ptr<git_repository, GitFree<git_repository_free>>;
using Commit = std::unique_ptr<git_commit, GitFree<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, GitFree<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, GitFree<git_tree_entry_free>>;
using Walk = std::unique_ptr<git_revwalk, GitFree<git_revwalk_free>>;
using Reference = std::unique_ptr<git_reference, GitFree<git_reference_free>>;
using Object = std::unique_ptr<git_object, GitFree<git_object_free>>;

/// Thrown inside this folder only; caught where the reading starts.
struct GitFailure {
    int code = 0;
    std::string reason;
};

/// Throws when a call of libgit2 failed.
inline void check(int code)
{
    if (code >= 0)
        return;
    const git_error* last = git_error_last();
    throw GitFailure{code, last == nullptr || last->message == nullptr ? std::string("git") : std::string(last->message)};
}

/// Calls a function of libgit2 that fills a pointer, and takes the pointer.
template <typename Owner, typename Function, typename... Args> Owner take(const Function& function, Args... args)
{
    typename Owner::pointer object = nullptr;
    check(function(&object, args...));
    return Owner(object);
}

/// libgit2 counts how often it was started.
class Library {
public:
    Library() { git_libgit2_init(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { git_libgit2_shutdown(); }
};

} // namespace naru::analyzers::history
