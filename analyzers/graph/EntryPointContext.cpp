#include "analyzers/graph/EntryPointContext.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

EntryPointContext::EntryPointContext(CodeIndex& index)
    : m_index(index),
      m_model(index.model),
      m_ofType(m_model.types.size()),
      m_ofMember(m_model.members.size()),
      m_members(m_model.types.size()),
      m_supers(m_model.types.size()),
      m_subs(m_model.types.size())
{
    for (const AnnotationUse& use : m_index.annotations) {
        if (use.target == AnnotationTarget::Type && use.type.valid())
            m_ofType[use.type.value].push_back(&use);
        else if ((use.target == AnnotationTarget::Method || use.target == AnnotationTarget::Field) && use.member.valid())
            m_ofMember[use.member.value].push_back(&use);
    }
    for (const Type& type : m_model.types)
        if (type.kind == TypeKind::Annotation)
            m_ownAnnotations.insert(type.name);
    for (std::size_t i = 0; i < m_model.members.size(); ++i)
        m_members[m_model.members[i].owner.value].emplace_back(i);
    for (const InheritEdge& edge : m_model.inherits) {
        m_supers[edge.from.value].push_back(edge.to);
        m_subs[edge.to.value].push_back(edge.from);
    }
}

std::string_view EntryPointContext::lastPart(std::string_view dotted)
{
    return dotted.substr(dotted.rfind('.') + 1);
}

std::string EntryPointContext::condition(const std::vector<std::string>& params, const std::vector<std::string>& ofType)
{
    std::string out;
    for (const auto* all : {&ofType, &params})
        for (const std::string& one : *all)
            if (!one.starts_with('!') && !one.contains("!="))
                out += (out.empty() ? "?" : "&") + one;
    return out;
}

const AnnotationUse* EntryPointContext::onType(TypeId type, std::string_view simple) const
{
    for (const AnnotationUse* use : m_ofType[type.value])
        if (lastPart(text(use->name)) == simple)
            return use;
    return nullptr;
}

const AnnotationUse* EntryPointContext::onMember(MemberId member, std::string_view simple) const
{
    for (const AnnotationUse* use : m_ofMember[member.value])
        if (lastPart(text(use->name)) == simple)
            return use;
    return nullptr;
}

std::vector<TypeId> EntryPointContext::hierarchy(TypeId type) const
{
    std::vector<TypeId> all{type};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const TypeId super : m_supers[all[i].value])
            if (std::ranges::find(all, super) == all.end())
                all.push_back(super);
    return all;
}

std::vector<TypeId> EntryPointContext::family(TypeId type) const
{
    std::vector<TypeId> all{type};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const TypeId sub : m_subs[all[i].value])
            if (std::ranges::find(all, sub) == all.end())
                all.push_back(sub);
    return all;
}

MemberId EntryPointContext::method(TypeId type, std::initializer_list<std::string_view> names) const
{
    for (const TypeId owner : hierarchy(type))
        for (const MemberId member : m_members[owner.value]) {
            const Member& one = m_model[member];
            const bool named = std::ranges::find(names, text(one.name)) != names.end();
            if (named && one.kind == MemberKind::Method && !has(one.flags, MemberFlag::Abstract))
                return member;
        }
    return {};
}

MemberId EntryPointContext::implementation(TypeId type, MemberId declared) const
{
    const auto parameters = [&](MemberId member) {
        const std::string_view id = text(m_model[member].id);
        const std::size_t open = id.find('(');
        return id.substr(open == std::string_view::npos ? id.size() : open);
    };
    MemberId sameCount;
    for (const TypeId owner : hierarchy(type))
        for (const MemberId member : m_members[owner.value]) {
            if (m_model[member].name != m_model[declared].name || has(m_model[member].flags, MemberFlag::Abstract))
                continue;
            if (parameters(member) == parameters(declared))
                return member;
            const bool same = std::ranges::count(parameters(member), ',') == std::ranges::count(parameters(declared), ',');
            if (same && !sameCount.valid())
                sameCount = member;
        }
    return sameCount;
}

TypeId EntryPointContext::returned(MemberId method) const
{
    const auto found = std::ranges::find(m_index.methods, method, &MethodDetail::member);
    return found == m_index.methods.end() ? TypeId() : found->returnProjectType;
}

bool EntryPointContext::hasExternalSuper(TypeId type, std::string_view simple) const
{
    for (const TypeId owner : hierarchy(type))
        for (const StringId super : m_model[owner].externalSupers)
            if (lastPart(text(super)) == simple)
                return true;
    return false;
}

std::vector<std::string> EntryPointContext::values(const AnnotationUse& use, std::initializer_list<std::string_view> keys) const
{
    std::vector<std::string> found;
    for (const AnnotationArg& arg : use.args)
        if (std::ranges::find(keys, text(arg.key)) != keys.end())
            for (const StringId value : arg.values)
                found.emplace_back(text(value));
    return found;
}

std::string EntryPointContext::joined(std::string_view base, std::string_view path)
{
    std::string all = "/";
    for (std::string_view part : {base, path}) {
        while (part.starts_with('/'))
            part.remove_prefix(1);
        if (part.empty())
            continue;
        if (!all.ends_with('/'))
            all += '/';
        all += part;
    }
    return all;
}

void EntryPointContext::addHttp(EntryPointKind kind, std::string_view method, std::string_view path, TypeId type, MemberId handler,
                                std::string_view condition)
{
    EntryPoint entry;
    entry.kind = kind;
    entry.method = m_model.intern(method);
    entry.path = m_model.intern(path);
    entry.id = m_model.intern(std::string(method) + " " + std::string(path));
    const std::size_t place = m_model.entryPoints.size();
    addEntry(entry, type, handler);
    if (!condition.empty() && place < m_model.entryPoints.size())
        m_conditions.emplace(place, condition);
}

void EntryPointContext::tellApart()
{
    std::map<StringId, std::set<MemberId>> handlers;
    for (const EntryPoint& entry : m_model.entryPoints)
        handlers[entry.id].insert(entry.handler);
    for (const auto& [place, condition] : m_conditions) {
        EntryPoint& entry = m_model.entryPoints[place];
        if (handlers[entry.id].size() > 1)
            entry.id = m_model.intern(std::string(text(entry.id)) + condition);
    }
}

void EntryPointContext::add(EntryPointKind kind, std::string_view prefix, std::string_view path, TypeId type, MemberId handler)
{
    EntryPoint entry;
    entry.kind = kind;
    entry.path = path.empty() ? StringId() : m_model.intern(path);
    std::string name(path);
    if (name.empty()) {
        name = text(m_model[type].name);
        if (handler.valid())
            name.append(".").append(text(m_model[handler].name));
    }
    entry.id = m_model.intern(std::string(prefix) + " " + name);
    addEntry(entry, type, handler);
}

void EntryPointContext::addEntry(EntryPoint entry, TypeId type, MemberId handler)
{
    entry.handler = handler;
    std::string name(text(m_model[type].name));
    std::string declared = name;
    entry.at = m_model[type].at;
    entry.title = m_model[type].comment;
    if (handler.valid()) {
        const Member& member = m_model[handler];
        declared = text(m_model[member.owner].name);
        // Of a handler that a class inherits, the class tells whose methods answer the calls to itself within it.
        const std::vector<TypeId> own = m_model[type].kind == TypeKind::Interface ? std::vector<TypeId>() : hierarchy(type);
        const bool inherits = std::ranges::find(own, member.owner) != own.end();
        if (!inherits)
            name = declared;
        for (std::string* one : {&name, &declared})
            one->append(".").append(text(member.name));
        entry.at = member.at;
        if (member.comment.valid())
            entry.title = member.comment;
    }
    entry.handlerName = m_model.intern(name);
    if (m_added.emplace(entry.id, m_model.intern(declared), entry.at).second)
        m_model.entryPoints.push_back(entry);
}

} // namespace naru::analyzers::graph
