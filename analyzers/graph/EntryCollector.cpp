#include "analyzers/graph/EntryCollector.h"

namespace naru::analyzers::graph {

using namespace core;

EntryCollector::EntryCollector(CodeModel& model, const CodeLookup& lookup) : m_model(model), m_lookup(lookup)
{
    for (const EntryPoint& entry : m_model.entryPoints) {
        m_ids.insert(m_model.text(entry.id));
        if (entry.handler.valid()) {
            m_known.insert({entry.handler.value, static_cast<int>(entry.kind)});
        }
    }
}

void EntryCollector::add(EntryPointKind kind, std::string_view method, std::string_view path, MemberId handler, std::string handlerName,
                         Location at, std::string id)
{
    if (id.empty()) {
        id = std::string(method.empty() ? "*" : method) + " " + std::string(path);
    }
    const StringId key = m_model.intern(id);
    if (!m_ids.insert(m_model.text(key)).second) {
        return;
    }
    EntryPoint made;
    made.id = key;
    made.kind = kind;
    made.method = method.empty() ? StringId() : m_model.intern(method);
    made.path = path.empty() ? StringId() : m_model.intern(path);
    made.handler = handler;
    if (handler.valid() && handlerName.empty()) {
        handlerName =
            std::string(m_lookup.text(m_model[m_model[handler].owner].name)) + "." + std::string(m_lookup.text(m_model[handler].name));
    }
    made.handlerName = m_model.intern(handlerName);
    made.at = at;
    if (handler.valid()) {
        made.title = m_model[handler].comment;
        const TypeId owner = m_model[handler].owner; // what stands above doPost() tells of HTTP, if anything
        if (kind == EntryPointKind::Servlet && owner.valid() && m_model[owner].comment.valid())
            made.title = m_model[owner].comment;
    }
    m_model.entryPoints.push_back(std::move(made));
}

} // namespace naru::analyzers::graph
