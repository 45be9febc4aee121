#include "analyzers/graph/BatchJobs.h"

#include "core/base/Words.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool kindOf(std::string_view made, BatchMethod::Kind& kind)
{
    const std::string_view simple = simpleName(made);
    if (isOneOf(simple, {"Job", "SimpleJob", "FlowJob"}))
        kind = BatchMethod::Kind::Job;
    else if (isOneOf(simple, {"Flow", "SimpleFlow"}))
        kind = BatchMethod::Kind::Flow;
    else if (isOneOf(simple, {"Step", "TaskletStep"}))
        kind = BatchMethod::Kind::Step;
    else
        return false;
    return true;
}

/// Which builder a text names the work of; empty for every other text.
std::string_view named(const CodeLookup& lookup, const StringUse& use)
{
    if (use.context != StringContext::Argument || use.dynamic || use.argument != 0 || !use.in.valid())
        return {};
    const std::string_view callee = simpleName(lookup.text(use.callee));
    const std::string_view receiver = simpleName(lookup.text(use.receiverType));
    for (const std::string_view builder : {"JobBuilder", "StepBuilder", "FlowBuilder"}) {
        const bool factory = callee == "get" && receiver.starts_with(builder) && receiver.ends_with("Factory");
        if (callee == builder || factory || (callee == "<init>" && receiver == builder))
            return builder;
    }
    return {};
}

} // namespace

BatchJobs::BatchJobs(const CodeLookup& lookup, const BeanNames& beans, const BatchParts& parts)
    : m_lookup(lookup),
      m_model(lookup.index().model),
      m_beans(beans),
      m_parts(parts)
{
    collect();
    if (m_methods.empty())
        return;
    name();
    mentioned();
    mentionedByCalls();
}

BatchMethod* BatchJobs::known(MemberId method)
{
    const auto found = m_methods.find(method);
    return found == m_methods.end() ? nullptr : &found->second;
}

/// Methods that make beans, and those that use a builder of the framework.
void BatchJobs::collect()
{
    const auto add = [&](MemberId method) {
        const std::string_view made = m_lookup.text(m_model[method].valueType);
        BatchMethod::Kind kind = BatchMethod::Kind::Part;
        if (!kindOf(made, kind) && BatchParts::roleOf(made).empty() && m_parts.of(m_lookup.anyType(made)).empty())
            return false;
        if (m_model[method].kind == MemberKind::Method && !m_lookup.test(m_model[method].at))
            m_methods[method].kind = kind;
        return true;
    };
    for (const AnnotationUse& use : m_lookup.index().annotations) {
        if (use.target != AnnotationTarget::Method || !use.member.valid() || m_lookup.test(use.at) ||
            simpleName(m_lookup.text(use.name)) != "Bean" || !add(use.member))
            continue;
        bool written = false;
        for (const std::string_view key : {"name", "value"})
            for (const std::string_view bean : arguments(m_lookup, use, key)) {
                m_byBean[std::string(bean)].push_back(use.member);
                written = true;
            }
        if (!written)
            m_byBean[std::string(m_lookup.text(m_model[use.member].name))].push_back(use.member);
    }
    for (const StringUse& use : m_lookup.index().strings)
        if (!named(m_lookup, use).empty())
            add(use.in);
}

void BatchJobs::name()
{
    for (auto& [method, made] : m_methods)
        made.name = m_lookup.text(m_model[method].name);
    std::set<MemberId> done;
    for (const StringUse& use : m_lookup.index().strings) {
        const std::string_view builder = named(m_lookup, use);
        BatchMethod* made = builder.empty() ? nullptr : known(use.in);
        if (made == nullptr)
            continue;
        const bool own = (made->kind == BatchMethod::Kind::Job && builder == "JobBuilder") ||
                         (made->kind == BatchMethod::Kind::Step && builder == "StepBuilder");
        if (own && done.insert(use.in).second)
            made->name = m_lookup.text(use.text);
        else if (builder == "StepBuilder" && made->kind == BatchMethod::Kind::Job)
            made->inner = made->inner.empty() ? std::string(m_lookup.text(use.text)) : "*";
    }
}

void BatchJobs::addClass(MemberId to, TypeId type)
{
    if (BatchMethod* made = known(to))
        for (const MemberId handler : m_parts.of(type))
            made->handlers.insert(handler);
}

/// The method that makes the bean a parameter or field is given: by its name, else the only one of that type in the class, else of all.
MemberId BatchJobs::beanOf(std::string_view bean, std::string_view type, MemberId at) const
{
    const auto fits = [&](MemberId method) { return method != at && simpleName(m_lookup.text(m_model[method].valueType)) == simpleName(type); };
    const auto role = [&](MemberId method) { // a bean JdbcCursorItemReader for a parameter ItemReader
        const std::string_view wanted = BatchParts::roleOf(type);
        return method != at && !wanted.empty() && BatchParts::roleOf(m_lookup.text(m_model[method].valueType)) == wanted;
    };
    if (const auto found = m_byBean.find(bean); found != m_byBean.end())
        for (const MemberId method : found->second)
            if (fits(method) || role(method))
                return method;
    MemberId only;
    for (const bool near : {true, false}) {
        std::size_t count = 0;
        for (const auto& [name, methods] : m_byBean)
            for (const MemberId method : methods)
                if (fits(method) && (!near || m_model[method].owner == m_model[at].owner)) {
                    only = method;
                    ++count;
                }
        if (count > 0)
            return count == 1 ? only : MemberId();
    }
    return {};
}

/// A parameter, or a field that is read: a bean of the system, or one that another method makes.
void BatchJobs::given(MemberId to, std::string_view type, std::string_view bean)
{
    BatchMethod::Kind kind = BatchMethod::Kind::Part;
    if (const TypeId own = m_lookup.anyType(type); own.valid() && !m_parts.of(own).empty()) {
        addClass(to, own);
    } else if (kindOf(type, kind) || !BatchParts::roleOf(type).empty()) {
        if (const MemberId found = beanOf(bean, type, to); found.valid())
            known(to)->injected.insert(found);
        else
            addClass(to, m_beans.typeOf(bean));
    }
}

/// What the methods take, read, make and give back.
void BatchJobs::mentioned()
{
    std::map<std::pair<MemberId, std::size_t>, std::string_view> qualifiers; // of parameters
    for (const AnnotationUse& use : m_lookup.index().annotations)
        if (use.target == AnnotationTarget::Parameter && simpleName(m_lookup.text(use.name)) == "Qualifier")
            qualifiers[{use.member, use.parameter}] = argument(m_lookup, use, "value");
    for (const auto& [method, made] : m_methods) {
        addClass(method, m_lookup.anyType(m_lookup.text(m_model[method].valueType)));
        const MethodDetail* detail = m_lookup.detail(method);
        for (std::size_t i = 0; detail != nullptr && i < detail->parameters.size(); ++i) {
            const auto qualifier = qualifiers.find({method, i});
            given(method, m_lookup.text(detail->parameters[i].type),
                  qualifier == qualifiers.end() ? m_lookup.text(detail->parameters[i].name) : qualifier->second);
        }
    }
    for (const FieldAccessEdge& access : m_model.fieldAccesses)
        if (access.mode == AccessMode::Read && known(access.from) != nullptr) {
            const AnnotationUse* qualifier = m_lookup.annotation(access.to, "Qualifier");
            if (qualifier == nullptr)
                qualifier = m_lookup.annotation(access.to, "Resource");
            const std::string_view given_ =
                qualifier == nullptr ? std::string_view() : argument(m_lookup, *qualifier, simpleName(m_lookup.text(qualifier->name)) == "Qualifier" ? "value" : "name");
            given(access.from, m_lookup.text(m_model[access.to].valueType), given_.empty() ? m_lookup.text(m_model[access.to].name) : given_);
        }
}

/// A call that is no part of putting a step together: no bean, no setting.
bool BatchJobs::isWork(MemberId called) const
{
    const std::string_view name = m_lookup.text(m_model[called].name);
    return m_lookup.annotation(called, "Bean") == nullptr && !name.starts_with("set") && !name.starts_with("get") && !name.starts_with("is");
}

void BatchJobs::mentionedByCalls()
{
    for (const CallEdge& edge : m_model.calls) {
        BatchMethod* made = known(edge.from);
        if (made == nullptr)
            continue;
        if (known(edge.to) != nullptr)
            made->called.insert(edge.to);
        else if (m_model[edge.to].kind == MemberKind::Constructor)
            addClass(edge.from, m_model[edge.to].owner);
        else if (isWork(edge.to))
            m_working.insert(edge.from);
    }
    for (const TypeUseEdge& use : m_model.typeUses) // a constructor that nobody writes is called by no edge
        if (use.kind == UseKind::New && !m_parts.of(use.to).empty())
            for (auto& [method, made] : m_methods)
                if (m_model[method].owner == use.from && m_model[method].at.file == use.at.file && m_model[method].at.line <= use.at.line &&
                    use.at.line <= m_model[method].endLine)
                    addClass(method, use.to);
    for (const ExecuteEdge& edge : m_model.executes)
        if (known(edge.from) != nullptr)
            m_working.insert(edge.from);
    for (const ExternalCall& call : m_lookup.index().externalCalls)
        if (call.from.valid() && known(call.from) != nullptr &&
            isOneOf(m_lookup.text(call.name), {"listener", "reader", "processor", "writer", "tasklet", "partitioner", "decider", "stream", "delegates"}))
            for (const TypeId type : call.argTypes)
                addClass(call.from, type);
    throughParts();
}

/// A composite has what its delegates have, down to a few levels.
void BatchJobs::throughParts()
{
    constexpr int kDeepest = 4;
    for (int depth = 0; depth < kDeepest; ++depth)
        for (auto& [method, made] : m_methods)
            for (const auto* next : {&made.called, &made.injected})
                for (const MemberId part : std::vector(next->begin(), next->end()))
                    if (const BatchMethod& below = m_methods.at(part); made.kind == BatchMethod::Kind::Part && below.kind == made.kind) {
                        made.handlers.insert(below.handlers.begin(), below.handlers.end());
                        if (m_working.contains(part))
                            m_working.insert(method);
                    }
}

void BatchJobs::pathsBelow(MemberId method, const std::string& job, std::set<MemberId>& seen, Paths& paths) const
{
    const auto found = m_methods.find(method);
    if (found == m_methods.end() || !seen.insert(method).second)
        return;
    const BatchMethod& made = found->second;
    const bool step = made.kind == BatchMethod::Kind::Step;
    if (step && !job.empty())
        paths[method].insert(job + "/" + made.name);
    else if (made.kind == BatchMethod::Kind::Flow)
        paths[method].insert(job);
    for (const auto* next : {&made.called, &made.injected})
        for (const MemberId below : *next)
            if (const auto kind = m_methods.at(below).kind; kind == BatchMethod::Kind::Flow || kind == BatchMethod::Kind::Step)
                pathsBelow(below, job, seen, paths);
}

/// What a job, flow or step runs besides the steps below it: `alone` are parts whose own methods do the work.
void BatchJobs::runs(MemberId method, std::set<MemberId>& handlers, std::set<MemberId>& alone, bool& itself, std::set<MemberId>& used) const
{
    const BatchMethod& made = m_methods.at(method);
    handlers = made.handlers;
    const bool holdsStep = made.kind == BatchMethod::Kind::Step || !made.inner.empty();
    itself = holdsStep && m_working.contains(method);
    for (const auto* next : {&made.called, &made.injected})
        for (const MemberId part : *next) {
            const BatchMethod& below = m_methods.at(part);
            if (below.kind != BatchMethod::Kind::Part)
                continue;
            used.insert(part);
            handlers.insert(below.handlers.begin(), below.handlers.end());
            if (m_working.contains(part) && (next == &made.injected || !itself)) // what is called is reached from there
                alone.insert(part);
        }
    itself = itself || (holdsStep && handlers.empty() && alone.empty());
}

std::vector<BatchWork> BatchJobs::work() const
{
    Paths paths;
    for (const auto& [method, made] : m_methods)
        if (made.kind == BatchMethod::Kind::Job) {
            paths[method].insert(made.inner.empty() || made.inner == "*" ? made.name : made.name + "/" + made.inner);
            std::set<MemberId> seen;
            pathsBelow(method, made.name, seen, paths);
        }
    for (const auto& [method, made] : m_methods)
        if (made.kind == BatchMethod::Kind::Step && !paths.contains(method))
            paths[method].insert(made.name);

    std::vector<BatchWork> out;
    std::set<MemberId> used; // parts that stand in a step
    for (const auto& [method, at] : paths) {
        std::set<MemberId> handlers;
        std::set<MemberId> alone;
        bool itself = false;
        runs(method, handlers, alone, itself, used);
        for (const std::string& path : at) {
            for (const MemberId handler : handlers)
                out.push_back({handler, path, m_model[method].at});
            for (const MemberId part : alone)
                out.push_back({part, path, m_model[part].at});
            if (itself)
                out.push_back({method, path, m_model[method].at});
        }
    }
    for (const auto& [method, made] : m_methods) {
        if (made.kind != BatchMethod::Kind::Part || used.contains(method) || !made.handlers.empty())
            continue;
        const std::string_view role = BatchParts::roleOf(m_lookup.text(m_model[method].valueType));
        if (m_working.contains(method) || isOneOf(role, {"reader", "processor", "writer", "tasklet"}))
            out.push_back({method, {}, m_model[method].at});
    }
    return out;
}

} // namespace naru::analyzers::graph
