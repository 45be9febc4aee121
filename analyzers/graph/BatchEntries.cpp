#include "analyzers/graph/BatchEntries.h"

#include "analyzers/graph/BatchJobs.h"
#include "analyzers/graph/BatchParts.h"
#include "analyzers/graph/BeanSql.h"

#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class BatchEntries {
public:
    BatchEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
        : m_model(lookup.index().model),
          m_lookup(lookup),
          m_facts(facts),
          m_beans(beans),
          m_parts(lookup),
          m_sqls(lookup, facts),
          m_entries(entries)
    {
    }

    void run()
    {
        for (const auto& file : m_facts.springs)
            for (const config::BatchPart& part : file.facts.flows.parts) {
                const std::string path = part.job.empty() || part.step.empty() ? part.job + part.step : part.job + "/" + part.step;
                const Location at{file.file, part.line};
                fromXml(part.ref, part.role, part.method, path, at, 0);
                if (const MemberId inner = m_sqls.member(part.ref.starts_with("class:") ? part.step : part.ref, file.file); inner.valid())
                    add(inner, path, at);
            }
        for (const BatchWork& work : BatchJobs(m_lookup, m_beans, m_parts).work())
            add(work.handler, work.path, work.at);
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            for (const MemberId handler : m_parts.of(TypeId(i)))
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
                    std::vector<std::string> items = given->list;
                    if (!given->ref.empty())
                        items.push_back(given->ref);
                    for (const std::string& item : items) {
                        fromXml(item, role, {}, path, at, depth + 1);
                        if (const MemberId inner = m_sqls.member(item, at.file); inner.valid())
                            add(inner, path, at);
                    }
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
        addClass(type, role, path, at);
    }

    /// A class of the system that stands in a step, with what is called of it besides.
    void addClass(TypeId type, std::string_view role, const std::string& path, Location at)
    {
        if (const MemberId handler = m_parts.handler(type, role); handler.valid())
            add(handler, path, at);
        for (const MemberId member : m_parts.around(type))
            add(member, path, at);
    }

    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const BeanNames& m_beans;
    BatchParts m_parts;
    BeanSql m_sqls;
    EntryCollector& m_entries;
    std::unordered_set<std::uint32_t> m_handlers;
};

} // namespace

void addBatchEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
{
    BatchEntries(lookup, facts, beans, entries).run();
}

} // namespace naru::analyzers::graph
