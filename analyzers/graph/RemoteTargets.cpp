#include "analyzers/graph/RemoteTargets.h"

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// A path in which every variable is `{}`.
std::string shapeOf(std::string_view path)
{
    std::string shape;
    for (std::size_t i = 0; i < path.size(); ++i) {
        shape += path[i];
        if (path[i] == '{') {
            i = std::min(path.find('}', i), path.size());
            shape += '}';
        }
    }
    return shape.ends_with('/') && shape.size() > 1 ? shape.substr(0, shape.size() - 1) : shape;
}

} // namespace

RemoteTarget remoteTarget(std::string_view url)
{
    RemoteTarget out;
    if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
        std::string_view rest = url.substr(scheme + 3);
        const auto slash = std::min(rest.find('/'), rest.size());
        const std::string_view host = rest.substr(0, std::min(rest.find_first_of(":/?"), rest.size()));
        out.service = host.find('{') == std::string_view::npos ? std::string(host) : std::string();
        url = rest.substr(slash);
    }
    out.path = url.substr(0, url.find('?'));
    return out;
}

RemoteTargets::RemoteTargets(CodeModel& model, const CodeLookup& lookup) : m_model(model), m_lookup(lookup)
{
    for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i) {
        const EntryPoint& entry = m_model.entryPoints[i];
        if (!m_lookup.text(entry.path).empty())
            m_entries[shapeOf(m_lookup.text(entry.path))].push_back(EntryPointId(i));
    }
}

EntryPointId RemoteTargets::entryAt(std::string_view path, std::string_view method, TypeId caller) const
{
    const auto found = path.size() > 1 ? m_entries.find(shapeOf(path)) : m_entries.end();
    for (std::size_t i = 0; found != m_entries.end() && i < found->second.size(); ++i) {
        const EntryPoint& entry = m_model[found->second[i]];
        const std::string_view own = m_lookup.text(entry.method);
        const bool fits = method.empty() || own.empty() || own == "*" || own == method;
        if (fits && !(entry.handler.valid() && m_model[entry.handler].owner == caller))
            return found->second[i];
    }
    return {};
}

void RemoteTargets::add(MemberId from, RemoteKind kind, const std::string& service, std::string_view method, const std::string& path, Location at)
{
    RemoteCall call;
    call.from = from;
    call.kind = kind;
    call.service = m_model.intern(service);
    call.method = m_model.intern(method);
    call.url = m_model.intern(path);
    const bool elsewhere = service.find('.') != std::string::npos && !service.starts_with("127.") && !service.starts_with("0.");
    call.toEntry = elsewhere ? EntryPointId() : entryAt(path, method, m_model[from].owner);
    call.at = at;
    m_model.remoteCalls.push_back(call);
}

} // namespace naru::analyzers::graph
