#include "analyzers/graph/BatchEntries.h"

#include "core/base/Words.h"

#include <array>
#include <map>
#include <set>
#include <span>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// The methods that the framework calls of a part; the first that a class has counts.
std::span<const std::string_view> methodsOf(std::string_view role)
{
    static constexpr auto kReader = std::to_array<std::string_view>({"read", "doRead", "readItem"});
    static constexpr auto kProcessor = std::to_array<std::string_view>({"process", "processItem"});
    static constexpr auto kWriter = std::to_array<std::string_view>({"write", "doWrite", "writeItems"});
    static constexpr auto kTasklet = std::to_array<std::string_view>({"execute", "process"});
    if (role == "reader")
        return kReader;
    if (role == "processor")
        return kProcessor;
    if (role == "writer")
        return kWriter;
    return kTasklet;
}

/// What a type of the framework is to a step; empty for every other type.
std::string_view roleOf(std::string_view type)
{
    const std::string_view simple = simpleName(type.substr(0, type.find('<')));
    if (simple.ends_with("ItemReader") || simple.ends_with("ItemStreamReader"))
        return "reader";
    if (simple.ends_with("ItemWriter") || simple.ends_with("ItemStreamWriter"))
        return "writer";
    if (simple.ends_with("ItemProcessor"))
        return "processor";
    return simple == "Tasklet" || simple == "Batchlet" || simple == "AbstractBatchlet" || simple == "StoppableTasklet" ? "tasklet" : "";
}

bool ofFramework(std::string_view qualified) // without a package after an import of all
{
    return qualified.find('.') == std::string_view::npos || qualified.starts_with("org.springframework.batch.") || qualified.starts_with("javax.batch.") ||
           qualified.starts_with("jakarta.batch.") || qualified.contains(".brte."); // the batch runtime of eGovFrame
}

class BatchEntries {
public:
    BatchEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
        : m_model(lookup.index().model),
          m_lookup(lookup),
          m_facts(facts),
          m_beans(beans),
          m_entries(entries)
    {
    }

    void run()
    {
        for (const auto& file : m_facts.springs)
            for (const config::BatchPart& part : file.facts.flows.parts) {
                const std::string path = part.job.empty() ? part.step : part.job + "/" + part.step;
                fromXml(part.ref, part.role, part.method, path, {file.file, part.line}, 0);
            }
        touched();
        beanMethods();
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            if (const MemberId handler = partOf(TypeId(i)); handler.valid())
                add(handler, {}, m_model[handler].at);
    }

private:
    void add(MemberId handler, const std::string& path, Location at)
    {
        const std::string name =
            std::string(m_lookup.text(m_model[m_model[handler].owner].name)) + "." + std::string(m_lookup.text(m_model[handler].name));
        if (path.empty() && (m_handlers.contains(handler.value) || m_entries.known(handler, EntryPointKind::Scheduled)))
            return;
        m_handlers.insert(handler.value);
        m_entries.add(EntryPointKind::Scheduled, {}, path, handler, {}, at, "scheduled " + (path.empty() ? name : path + " " + name));
    }

    /// Adapters and composites of the library stand for what they are given.
    void fromXml(const std::string& ref, std::string_view role, const std::string& method, const std::string& path, Location at, int depth)
    {
        constexpr int kDeepest = 5;
        if (depth > kDeepest)
            return;
        if (const config::SpringBean* bean = m_beans.declared(ref); bean != nullptr && !m_lookup.anyType(bean->className).valid()) {
            const std::string target = bean->value("targetObject");
            if (!target.empty())
                fromXml(target, role, bean->value("targetMethod"), path, at, depth + 1);
            for (const char* key : {"delegates", "delegate", "itemProcessors"})
                if (const config::SpringProperty* given = bean->property(key); given != nullptr) {
                    if (!given->ref.empty())
                        fromXml(given->ref, role, {}, path, at, depth + 1);
                    for (const std::string& item : given->list)
                        fromXml(item, role, {}, path, at, depth + 1);
                }
            return;
        }
        const TypeId type = m_beans.typeOf(ref);
        if (!type.valid())
            return;
        if (!method.empty()) {
            if (const auto found = m_lookup.methodsInherited(type, method); !found.empty())
                add(found.front(), path, at);
            return;
        }
        if (const MemberId handler = handlerOf(type, role); handler.valid())
            add(handler, path, at);
    }

    [[nodiscard]] MemberId handlerOf(TypeId type, std::string_view role) const
    {
        for (const std::string_view name : methodsOf(role))
            for (const MemberId member : m_lookup.methodsInherited(type, name))
                if (!has(m_model[member].flags, MemberFlag::Abstract) && m_model[m_model[member].owner].kind != TypeKind::Interface)
                    return member;
        return {};
    }

    /// The method that the framework calls of a class that is a part of a step by its type; invalid for every other class.
    [[nodiscard]] MemberId partOf(TypeId id) const
    {
        if (!id.valid() || m_model[id].kind != TypeKind::Class || has(m_model[id].flags, TypeFlag::Abstract) ||
            has(m_model[id].flags, TypeFlag::Test))
            return {};
        for (const TypeId above : m_lookup.ancestry(id))
            for (const StringId super : m_model[above].externalSupers) {
                const std::string_view name = m_lookup.text(super);
                const std::string_view role = ofFramework(name) ? roleOf(name) : std::string_view();
                if (const MemberId handler = role.empty() ? MemberId() : handlerOf(id, role); handler.valid())
                    return handler;
            }
        return {};
    }

    /// @Bean Step load() { return steps.get("load")... }: its parts of the system carry its name; without any the method stands for them,
    /// as a method @Bean ItemReader<Item> reader() does that no step calls.
    void beanMethods()
    {
        std::map<MemberId, std::set<MemberId>> steps; // and the handlers of their parts
        std::map<MemberId, std::set<MemberId>> parts;
        for (const AnnotationUse& use : m_lookup.index().annotations) {
            if (use.target != AnnotationTarget::Method || !use.member.valid() || m_lookup.test(use.at) ||
                simpleName(m_lookup.text(use.name)) != "Bean")
                continue;
            const std::string_view made = m_lookup.text(m_model[use.member].valueType);
            if (simpleName(made) == "Step")
                steps[use.member];
            else if (!roleOf(made).empty() || partOf(m_lookup.anyType(made)).valid())
                parts[use.member];
        }
        for (auto* methods : {&steps, &parts})
            for (auto& [method, handlers] : *methods)
                mentioned(method, handlers);
        std::set<MemberId> called;
        for (const CallEdge& edge : m_model.calls) {
            const auto part = parts.find(edge.to);
            const auto step = steps.find(edge.from);
            if (step != steps.end() && part != parts.end()) {
                step->second.insert(part->second.begin(), part->second.end());
                called.insert(part->first);
            }
        }
        for (const auto& [step, handlers] : steps) {
            for (const MemberId handler : handlers)
                add(handler, stepName(step), m_model[step].at);
            if (handlers.empty())
                add(step, stepName(step), m_model[step].at);
        }
        for (const auto& [part, handlers] : parts)
            if (handlers.empty() && !called.contains(part))
                add(part, {}, m_model[part].at);
    }

    /// The classes that a method makes, gives back, takes or has in fields, as far as they are parts of a step.
    void mentioned(MemberId method, std::set<MemberId>& handlers) const
    {
        const auto note = [&](TypeId type) {
            if (const MemberId handler = partOf(type); handler.valid())
                handlers.insert(handler);
        };
        note(m_lookup.anyType(m_lookup.text(m_model[method].valueType)));
        if (const MethodDetail* detail = m_lookup.detail(method); detail != nullptr)
            for (const Parameter& parameter : detail->parameters)
                note(m_lookup.anyType(m_lookup.text(parameter.type)));
        for (const auto& [from, type] : m_touched)
            if (from == method)
                note(type);
    }

    /// Types whose fields or constructors the methods of configurations use.
    void touched()
    {
        for (const FieldAccessEdge& access : m_model.fieldAccesses)
            if (simpleName(m_lookup.text(m_model[access.from].valueType)) == "Step")
                m_touched.emplace_back(access.from, m_lookup.anyType(m_lookup.text(m_model[access.to].valueType)));
        for (const CallEdge& edge : m_model.calls)
            if (m_model[edge.to].kind == MemberKind::Constructor && simpleName(m_lookup.text(m_model[edge.from].valueType)) == "Step")
                m_touched.emplace_back(edge.from, m_model[edge.to].owner);
    }

    /// The first text of steps.get("load") or new StepBuilder("load", ...), else the name of the method.
    [[nodiscard]] std::string stepName(MemberId step) const
    {
        for (const StringUse& use : m_lookup.index().strings)
            if (use.in == step && use.context == StringContext::Argument && !use.dynamic && use.argument == 0 &&
                isOneOf(m_lookup.text(use.callee), {"get", "<init>", "StepBuilder"}))
                return std::string(m_lookup.text(use.text));
        return std::string(m_lookup.text(m_model[step].name));
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const BeanNames& m_beans;
    EntryCollector& m_entries;
    std::unordered_set<std::uint32_t> m_handlers;
    std::vector<std::pair<MemberId, TypeId>> m_touched;
};

} // namespace

void addBatchEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
{
    BatchEntries(lookup, facts, beans, entries).run();
}

} // namespace naru::analyzers::graph
