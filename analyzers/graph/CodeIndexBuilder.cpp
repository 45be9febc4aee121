#include "analyzers/graph/CodeIndexBuilder.h"

#include "analyzers/graph/ActionReader.h"
#include "analyzers/graph/AnnotationReader.h"
#include "analyzers/graph/BodyResolver.h"
#include "analyzers/graph/DeclarationWriter.h"
#include "analyzers/graph/Dispatch.h"
#include "analyzers/graph/EntryPointReader.h"
#include "analyzers/graph/HeaderResolver.h"
#include "analyzers/graph/ParallelFiles.h"

#include <tbb/enumerable_thread_specific.h>

#include <memory>

namespace naru::analyzers::graph {

using namespace core;

namespace {

template <typename T> void moveInto(std::vector<T>& all, std::vector<T>& part)
{
    all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    part = {};
}

/// A text of the system to which only a subclass among the tests gives a part.
bool completedByTest(const CodeModel& model, const StringUse& use)
{
    if (!use.in.valid() || model[use.in].at.file == use.at.file)
        return false;
    return model[model[use.in].at.file].test && !model[use.at.file].test;
}

/// What is known of the objects of calls, as in BodyFacts, until it is told who answers them.
struct Receivers {
    std::vector<std::uint32_t> types; ///< by call
    std::vector<GenericCall> generic;
};

void mergeBodies(std::vector<BodyFacts>& bodies, CodeIndex& index, Receivers& receivers)
{
    CodeModel& model = index.model;
    std::size_t calls = 0;
    std::size_t strings = 0;
    std::size_t external = 0;
    for (const BodyFacts& body : bodies) {
        calls += body.calls.size();
        strings += body.strings.size();
        external += body.externalCalls.size();
    }
    model.calls.reserve(calls);
    receivers.types.reserve(calls);
    index.strings.reserve(strings);
    index.externalCalls.reserve(external);
    for (BodyFacts& body : bodies) {
        for (GenericCall& call : body.genericCalls)
            call.call += static_cast<std::uint32_t>(model.calls.size());
        moveInto(receivers.generic, body.genericCalls);
        moveInto(model.calls, body.calls);
        moveInto(receivers.types, body.receivers);
        moveInto(model.typeUses, body.typeUses);
        moveInto(model.fieldAccesses, body.fieldAccesses);
        moveInto(index.externalCalls, body.externalCalls);
        moveInto(index.handedCalls, body.handedCalls);
        std::erase_if(body.strings, [&](const StringUse& use) { return completedByTest(model, use); });
        moveInto(index.strings, body.strings);
        for (const OpenName& name : body.unresolved) {
            const StringId from = name.from.valid() ? model[name.from].id : model[name.fromType].name;
            model.unresolved.push_back({name.reason, from, name.text, name.at});
        }
    }
}

Result<void> resolveBodies(const ResolutionTables& tables, CodeIndex& index, Receivers& receivers, Job& job)
{
    const auto files = static_cast<std::uint32_t>(tables.symbols.files.size());
    std::vector<BodyFacts> bodies(files);
    tbb::enumerable_thread_specific<std::unique_ptr<BodyResolver>> resolvers;
    const bool done = parallelFiles(files, job, [&](std::uint32_t file) {
        if (tables.symbols.files[file].types.empty())
            return;
        auto& resolver = resolvers.local();
        if (resolver == nullptr)
            resolver = std::make_unique<BodyResolver>(tables);
        bodies[file] = resolver->run(file);
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    mergeBodies(bodies, index, receivers);
    return {};
}

} // namespace

Result<void> buildCodeIndex(std::vector<java::FileFacts> facts, const LombokConfig& lombok, CodeIndex& index, Job& job)
{
    job.progress("analysis.stage.build", 0);
    CodeModel& model = index.model;
    SymbolTable table;
    table.strings = model.strings;
    table.files = std::move(facts);
    declareSymbols(table);
    const LibraryNames library(*model.strings);
    std::vector<std::string_view> paths;
    paths.reserve(model.files.size());
    for (const SourceFile& file : model.files)
        paths.push_back(model.text(file.path));
    NameResolver names(table, library, std::move(paths));
    if (auto resolved = resolveHeaders(table, names, job); !resolved)
        return resolved;
    addSyntheticMembers(table, model, lombok);
    writeDeclarations(table, index, job);
    job.progress("analysis.stage.build", 0.3);

    const Conversions conversions(table, library);
    const LibraryTypes libraryTypes(*model.strings, library);
    TypeArena arena;
    MemberLookup lookup(table, conversions, library, arena);
    ConstantTable constants(table, names, lookup);
    constants.build();
    const ResolutionTables tables{table, names, conversions, libraryTypes, constants};
    Receivers receivers;
    if (auto resolved = resolveBodies(tables, index, receivers, job); !resolved)
        return resolved;
    job.progress("analysis.stage.build", 0.8);
    readAnnotations(tables, index, job);
    runTogether(job, {[&] { addDispatchEdges(table, receivers.types, receivers.generic, index); }, [&] { readEntryPoints(index); },
                      [&] { readDispatches(table, index, job); }});
    if (job.cancelled())
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    job.progress("analysis.stage.build", 1);
    return {};
}

} // namespace naru::analyzers::graph
