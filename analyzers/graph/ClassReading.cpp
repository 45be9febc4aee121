#include "analyzers/graph/ClassReading.h"

#include "analyzers/bytecode/ClassFrontEnd.h"
#include "analyzers/graph/ParallelFiles.h"
#include "core/base/PathNames.h"

#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// One class with those inside it; the first file is that of the class itself.
using Group = std::vector<std::uint32_t>;

std::set<std::string> sourceTypes(const CodeModel& model, const std::vector<java::FileFacts>& facts)
{
    std::set<std::string> names;
    for (const java::FileFacts& file : facts)
        for (const java::TypeFact& type : file.types)
            if (type.outer == java::kNone) {
                std::string name(model.text(file.package));
                std::ranges::replace(name, '.', '/');
                names.insert(name + (name.empty() ? "" : "/") + std::string(model.text(type.name)));
            }
    return names;
}

} // namespace

Result<void> ClassReading::finish(CodeModel& model, std::vector<java::FileFacts>& facts, Job& job)
{
    std::vector<std::uint32_t> files;
    for (std::uint32_t file = 0; file < m_bytes.size(); ++file)
        if (!m_bytes[file].empty())
            files.push_back(file);
    if (files.empty())
        return {};
    std::vector<std::string> names(files.size());
    const auto count = static_cast<std::uint32_t>(files.size());
    if (!parallelFiles(count, job, [&](std::uint32_t i) { names[i] = bytecode::ClassFrontEnd::topLevelOf(m_bytes[files[i]]); }))
        return failure(ErrorCode::Cancelled, "analysis.cancelled");

    std::set<std::string> known = sourceTypes(model, facts);
    std::map<std::pair<std::string, std::string>, Group> groups; // folder and top-level class
    for (std::size_t i = 0; i < files.size(); ++i) {
        SourceFile& file = model.files[files[i]];
        const std::string_view path = model.text(file.path);
        file.state = ParseState::Skipped;
        if (names[i].empty()) {
            const bool module = path.ends_with("module-info.class") || path.ends_with("package-info.class");
            if (!module) {
                file.state = ParseState::Failed;
                model.diagnostics.push_back({Severity::Error, "analysis.class.failed", std::string(path), 0, {}});
            }
            continue;
        }
        Group& group = groups[{std::string(core::folderOf(path)), names[i]}];
        const std::string own = names[i].substr(names[i].rfind('/') + 1) + ".class";
        group.insert(fileName(path) == own ? group.begin() : group.end(), files[i]);
    }
    std::vector<const Group*> chosen;
    for (const auto& [key, group] : groups)
        if (known.insert(key.second).second)
            chosen.push_back(&group);

    tbb::enumerable_thread_specific<std::unique_ptr<bytecode::ClassFrontEnd>> frontEnds;
    const auto chosenCount = static_cast<std::uint32_t>(chosen.size());
    const bool done = parallelFiles(chosenCount, job, [&](std::uint32_t i) {
        auto& frontEnd = frontEnds.local();
        if (frontEnd == nullptr)
            frontEnd = std::make_unique<bytecode::ClassFrontEnd>(*model.strings);
        std::vector<std::string_view> bytes;
        for (const std::uint32_t file : *chosen[i])
            bytes.emplace_back(m_bytes[file]);
        const std::uint32_t first = chosen[i]->front();
        facts[first] = frontEnd->read(bytes);
        model.files[first].state = ParseState::Parsed;
    });
    m_bytes.clear();
    return done ? Result<void>() : failure(ErrorCode::Cancelled, "analysis.cancelled");
}

} // namespace naru::analyzers::graph
