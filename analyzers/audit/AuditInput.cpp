#include "analyzers/audit/AuditInput.h"

#include <algorithm>
#include <array>

namespace naru::analyzers::audit {

namespace fs = std::filesystem;

bool underVersionControl(const fs::path& root)
{
    std::error_code error;
    fs::path folder = fs::weakly_canonical(root, error);
    if (error)
        folder = root;
    constexpr std::array kMarks{".git", ".svn", ".hg", "CVS", ".bzr"};
    for (;;) {
        if (std::ranges::any_of(kMarks, [&](const char* mark) { return fs::exists(folder / mark, error); }))
            return true;
        if (folder == folder.parent_path())
            return false;
        folder = folder.parent_path();
    }
}

} // namespace naru::analyzers::audit
