#include "analyzers/graph/BatchParts.h"

#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <span>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The methods that a framework calls of a part; the first that a class has counts.
std::span<const std::string_view> methodsOf(std::string_view role)
{
    static constexpr auto kReader = std::to_array<std::string_view>({"read", "doRead", "readItem"});
    static constexpr auto kProcessor = std::to_array<std::string_view>({"process", "processItem"});
    static constexpr auto kWriter = std::to_array<std::string_view>({"write", "doWrite", "writeItems"});
    static constexpr auto kTasklet = std::to_array<std::string_view>({"execute", "process"});
    static constexpr auto kPartitioner = std::to_array<std::string_view>({"partition", "mapPartitions"});
    static constexpr auto kDecider = std::to_array<std::string_view>({"decide"});
    if (role == "reader")
        return kReader;
    if (role == "processor")
        return kProcessor;
    if (role == "writer")
        return kWriter;
    if (role == "partitioner")
        return kPartitioner;
    if (role == "decider")
        return kDecider;
    return role == "tasklet" ? std::span<const std::string_view>(kTasklet) : std::span<const std::string_view>();
}

bool calledAround(std::string_view method)
{
    static constexpr auto kMethods = std::to_array<std::string_view>(
        {"afterChunk",          "afterChunkError",    "afterJob",         "afterProcess",      "afterRead",        "afterStep",
         "afterWrite",          "beforeChunk",        "beforeJob",        "beforeProcess",     "beforeRead",       "beforeStep",
         "beforeWrite",         "close",              "doClose",          "doOpen",            "onError",          "onProcessError",
         "onReadError",         "onRetryProcessException", "onRetryReadException", "onRetryWriteException", "onSkipInProcess", "onSkipInRead",
         "onSkipInWrite",       "onSkipProcessItem",  "onSkipReadItem",   "onSkipWriteItem",   "onWriteError",     "open",
         "update"});
    return std::ranges::binary_search(kMethods, method);
}

bool calledByAnnotation(std::string_view annotation)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"AfterChunk", "AfterChunkError", "AfterJob", "AfterProcess", "AfterRead", "AfterStep", "AfterWrite", "BeforeChunk", "BeforeJob",
         "BeforeProcess", "BeforeRead", "BeforeStep", "BeforeWrite", "OnProcessError", "OnReadError", "OnSkipInProcess", "OnSkipInRead",
         "OnSkipInWrite", "OnWriteError"});
    const std::string_view name = simpleName(annotation);
    return std::ranges::binary_search(kNames, name) && (name == annotation || annotation.starts_with("org.springframework.batch."));
}

bool ofFramework(std::string_view qualified) // without a package after an import of all
{
    return qualified.find('.') == std::string_view::npos || qualified.starts_with("org.springframework.batch.") ||
           qualified.starts_with("org.springframework.retry.") || qualified.starts_with("javax.batch.") ||
           qualified.starts_with("jakarta.batch.") || qualified.contains(".brte.") || qualified.contains(".rte.bat."); // eGovFrame
}

bool isListener(std::string_view simple)
{
    static constexpr auto kListened =
        std::to_array<std::string_view>({"Chunk", "Item", "ItemProcess", "ItemRead", "ItemWrite", "Job", "JobExecution", "Retry",
                                         "RetryProcess", "RetryRead", "RetryWrite", "Skip", "SkipProcess", "SkipRead", "SkipWrite", "Step",
                                         "StepExecution"});
    if (simple.starts_with("Egov") && simple.ends_with("Processor"))
        return simple.contains("Pre") || simple.contains("Post"); // EgovJobPreProcessor
    if (simple.starts_with("Abstract"))
        simple.remove_prefix(8);
    if (simple.ends_with("Support"))
        simple.remove_suffix(7);
    return simple.ends_with("Listener") && std::ranges::binary_search(kListened, simple.substr(0, simple.size() - 8));
}

} // namespace

std::string_view BatchParts::roleOf(std::string_view type)
{
    const std::string_view simple = simpleName(type.substr(0, type.find('<')));
    if (simple.ends_with("ItemReader") || simple.ends_with("ItemStreamReader"))
        return "reader";
    if (simple.ends_with("ItemWriter") || simple.ends_with("ItemStreamWriter"))
        return "writer";
    if (simple.ends_with("ItemProcessor"))
        return "processor";
    if (isOneOf(simple, {"Tasklet", "Batchlet", "AbstractBatchlet", "StoppableTasklet"}))
        return "tasklet";
    if (isOneOf(simple, {"Partitioner", "PartitionMapper"}))
        return "partitioner";
    if (isOneOf(simple, {"JobExecutionDecider", "Decider"}))
        return "decider";
    return isListener(simple) ? "listener" : "";
}

MemberId BatchParts::handler(TypeId type, std::string_view role) const
{
    for (const std::string_view name : methodsOf(role))
        for (const MemberId member : m_lookup.methodsInherited(type, name))
            if (!has(m_model[member].flags, MemberFlag::Abstract) && m_model[m_model[member].owner].kind != TypeKind::Interface)
                return member;
    return {};
}

bool BatchParts::usable(TypeId type) const
{
    return type.valid() && m_model[type].kind == TypeKind::Class && !has(m_model[type].flags, TypeFlag::Abstract) &&
           !has(m_model[type].flags, TypeFlag::Test);
}

bool BatchParts::listens(TypeId type) const
{
    return std::ranges::any_of(m_lookup.ancestry(type), [&](TypeId above) {
        return std::ranges::any_of(m_model[above].externalSupers, [&](StringId super) {
            const std::string_view name = m_lookup.text(super);
            const std::string_view role = ofFramework(name) ? roleOf(name) : std::string_view();
            return isOneOf(role, {"reader", "writer", "listener"}) || isOneOf(simpleName(name), {"ItemStream", "ItemStreamSupport"});
        });
    });
}

std::vector<MemberId> BatchParts::around(TypeId type) const
{
    std::vector<MemberId> found;
    if (!usable(type))
        return found;
    const bool listening = listens(type);
    std::unordered_set<std::string_view> seen; // what a class overrides is called in its place
    for (const TypeId above : m_lookup.ancestry(type))
        for (const MemberId member : m_lookup.members(above)) {
            const Member& method = m_model[member];
            if (method.kind != MemberKind::Method || has(method.flags, MemberFlag::Abstract) || has(method.flags, MemberFlag::Static))
                continue;
            const bool marked = std::ranges::any_of(m_lookup.annotations(member), [&](const AnnotationUse* use) {
                return use->target == AnnotationTarget::Method && calledByAnnotation(m_lookup.text(use->name));
            });
            const std::string_view name = m_lookup.text(method.name);
            if ((marked || (listening && calledAround(name))) && seen.insert(name).second && works(member))
                found.push_back(member);
        }
    return found;
}

std::vector<MemberId> BatchParts::of(TypeId type) const
{
    std::vector<MemberId> found;
    if (!usable(type))
        return found;
    for (const TypeId above : m_lookup.ancestry(type))
        for (const StringId super : m_model[above].externalSupers) {
            const std::string_view name = m_lookup.text(super);
            const std::string_view role = ofFramework(name) ? roleOf(name) : std::string_view();
            if (const MemberId part = role.empty() ? MemberId() : handler(type, role);
                part.valid() && std::ranges::find(found, part) == found.end())
                found.push_back(part);
        }
    for (const MemberId member : around(type))
        if (std::ranges::find(found, member) == found.end())
            found.push_back(member);
    return found;
}

bool BatchParts::works(MemberId method) const
{
    if (m_working.empty()) {
        const auto note = [&](MemberId from) {
            if (from.valid())
                m_working.insert(from.value);
        };
        for (const CallEdge& edge : m_model.calls)
            note(edge.from);
        for (const ExecuteEdge& edge : m_model.executes)
            note(edge.from);
        for (const ExternalCall& call : m_lookup.index().externalCalls)
            note(call.from);
    }
    return m_working.contains(method.value);
}

} // namespace naru::analyzers::graph
