#include "analyzers/graph/LayoutChanges.h"

#include "analyzers/graph/FileReading.h"
#include "analyzers/graph/LineMap.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/Files.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// With more of the files changed, hardly all of them say what they said.
constexpr std::size_t kOneOf = 8;

bool isJavaSource(const TreeFile& file)
{
    return file.language == Language::Java && !isClassFile(file.path) && file.content == nullptr;
}

/// The changed file and its lines, when it says what it said; a file with errors says too little to tell.
std::optional<std::pair<ChangedFile, LineMap>> read(FileId id, const TreeFile& file, const ReadLimits& limits, AnalysisCache& cache,
                                                    java::JavaFrontEnd& frontEnd)
{
    auto before = cache.factsOf(id);
    auto bytes = readFile(file.absolute, limits.fileBytes);
    if (!before || !bytes)
        return std::nullopt;
    ChangedFile changed{.id = id, .content = Fingerprint::of(*bytes)};
    std::string encoding;
    const auto text = decodeText(std::move(*bytes), file.path, &encoding);
    if (!text || encoding == kUnknownEncoding)
        return std::nullopt;
    changed.lines = countLines(*text);
    changed.facts = frontEnd.read(*text);
    if (changed.facts.failed || !changed.facts.errorLines.empty() || !changed.facts.tooDeepLines.empty())
        return std::nullopt;
    auto lines = LineMap::between(std::move(*before), changed.facts);
    if (!lines)
        return std::nullopt;
    return std::pair(std::move(changed), std::move(*lines));
}

/// Something said of one of the files names a line of it.
bool isSaidOf(const std::vector<Diagnostic>& diagnostics, std::string_view path)
{
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& said) { return said.file == path; });
}

} // namespace

std::optional<CodeIndex> afterLayoutChanges(const SourceTree& tree, const ReadLimits& limits, StringPool& pool, AnalysisCache& cache,
                                            Job& job)
{
    const std::vector<FileId> ids = cache.changed();
    if (ids.empty() || ids.size() > tree.files.size() / kOneOf ||
        !std::ranges::all_of(ids, [&](FileId id) { return isJavaSource(tree.files[id.value]); }))
        return std::nullopt;
    java::JavaFrontEnd frontEnd(pool);
    std::vector<ChangedFile> changed;
    std::map<FileId, LineMap> lines;
    for (const FileId id : ids) {
        auto one = read(id, tree.files[id.value], limits, cache, frontEnd);
        if (!one || job.cancelled())
            return std::nullopt;
        changed.push_back(std::move(one->first));
        lines.emplace(id, std::move(one->second));
    }
    auto known = cache.lastResult();
    if (!known || !moveLines(*known, lines))
        return std::nullopt;
    CodeModel& model = known->model;
    for (const ChangedFile& file : changed) {
        SourceFile& row = model.files[file.id.value];
        if (model.text(row.path) != tree.files[file.id.value].path || isSaidOf(model.diagnostics, tree.files[file.id.value].path))
            return std::nullopt;
        row.bytes = tree.files[file.id.value].bytes;
        row.content = file.content;
        row.lines = file.lines;
    }
    std::vector<Fingerprint> contents;
    for (const SourceFile& file : model.files)
        contents.push_back(file.content);
    auto source = fingerprintOf(tree, contents, limits, job);
    if (!source)
        return std::nullopt;
    model.source = *source;
    cache.keepChanged(changed, *known);
    return known;
}

} // namespace naru::analyzers::graph
