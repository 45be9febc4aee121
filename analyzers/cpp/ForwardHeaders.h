#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace naru::analyzers::cpp {

/// Headers that lead from the paths by which sources include them to where they are; kept beside the cache, else removed at the end.
class ForwardHeaders {
public:
    /// `headers`: path as included -> absolute path. Nothing is written when there are none, or the folder cannot be made.
    ForwardHeaders(const std::map<std::string, std::string>& headers, const std::filesystem::path& cache);
    ~ForwardHeaders();
    ForwardHeaders(const ForwardHeaders&) = delete;
    ForwardHeaders& operator=(const ForwardHeaders&) = delete;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
    bool m_kept = false;
};

} // namespace naru::analyzers::cpp
