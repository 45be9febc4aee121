#include "analyzers/graph/LayoutChanges.h"

#include "analyzers/graph/FileReading.h"
#include "analyzers/graph/LineMap.h"
#include "analyzers/java/JavaFrontEnd.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/Files.h"

#include <algorithm>
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

/// The facts of a file that says what it said; a file with errors says too little to tell.
std::optional<java::FileFacts> read(const TreeFile& file, const ReadLimits& limits, const AnalysisCache& cache, java::JavaFrontEnd& frontEnd,
                                    MovedFile& moved)
{
    auto before = cache.factsOf(moved.id);
    auto bytes = readFile(file.absolute, limits.fileBytes);
    if (!before || !bytes)
        return std::nullopt;
    moved.bytes = file.bytes;
    moved.content = Fingerprint::of(*bytes);
    std::string encoding;
    const auto text = decodeText(std::move(*bytes), file.path, &encoding);
    if (!text || encoding == kUnknownEncoding)
        return std::nullopt;
    moved.lines = countLines(*text);
    java::FileFacts facts = frontEnd.read(*text);
    if (facts.failed || !facts.errorLines.empty() || !facts.tooDeepLines.empty())
        return std::nullopt;
    auto map = LineMap::between(std::move(*before), facts);
    if (!map)
        return std::nullopt;
    moved.map = std::move(*map);
    return facts;
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
    LayoutChange change;
    std::vector<java::FileFacts> facts;
    for (const FileId id : ids) {
        MovedFile moved{.id = id};
        auto one = read(tree.files[id.value], limits, cache, frontEnd, moved);
        if (!one || job.cancelled())
            return std::nullopt;
        facts.push_back(std::move(*one));
        change.files.push_back(std::move(moved));
    }
    auto known = cache.lastResult();
    if (!known)
        return std::nullopt;
    const CodeModel& model = known->model;
    std::vector<Fingerprint> contents;
    for (const SourceFile& file : model.files)
        contents.push_back(file.content);
    for (const MovedFile& file : change.files) {
        const std::string_view path = tree.files[file.id.value].path;
        if (model.text(model[file.id].path) != path || isSaidOf(model.diagnostics, path))
            return std::nullopt;
        contents[file.id.value] = file.content;
    }
    auto source = fingerprintOf(tree, contents, limits, job);
    if (!source)
        return std::nullopt;
    change.source = *source;
    if (!apply(change, *known))
        return std::nullopt;
    cache.keepLayout(change, facts, *known);
    return known;
}

} // namespace naru::analyzers::graph
