#include "analyzers/audit/AuditInput.h"

#include "core/base/Files.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

namespace naru::analyzers::audit {

namespace fs = std::filesystem;

AuditInput makeInput(const SourceTree& tree, const ReadLimits& limits, const CodeIndex* code)
{
    AuditInput out;
    out.code = code;
    auto paths = std::make_shared<std::unordered_map<std::string, fs::path>>();
    for (const TreeFile& file : tree.files) {
        out.files.push_back({file.path, file.language, file.test, file.bytes, std::nullopt});
        paths->emplace(file.path, file.absolute);
    }
    out.read = [paths, limit = limits.fileBytes](const AuditFile& file) -> core::Result<std::string> {
        auto bytes = core::readFile(paths->at(file.path), limit);
        if (!bytes)
            return bytes;
        return decodeText(std::move(*bytes), file.path);
    };
    out.versionControl = underVersionControl(tree.root);
    return out;
}

AuditInput makeInput(const CodeIndex& code, const SourceTree& tree, const std::vector<SourceText>& texts, const ReadLimits& limits)
{
    AuditInput out = makeInput(tree, limits, &code);
    std::unordered_map<std::string_view, std::string_view> known;
    for (const SourceText& text : texts)
        known.emplace(code.model.text(code.model[text.file].path), text.text);
    for (AuditFile& file : out.files)
        if (const auto text = known.find(file.path); text != known.end())
            file.text = text->second;
    return out;
}

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
