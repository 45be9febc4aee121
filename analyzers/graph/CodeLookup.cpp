#include "analyzers/graph/CodeLookup.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

CodeLookup::CodeLookup(const CodeIndex& index) : m_index(index)
{
    const CodeModel& model = index.model;
    m_types.reserve(model.types.size());
    for (std::size_t i = 0; i < model.types.size(); ++i) {
        m_types.emplace(text(model.types[i].name), TypeId(i));
        m_simple[text(model.types[i].simple)].push_back(TypeId(i));
    }
    m_members.resize(model.types.size());
    for (std::size_t i = 0; i < model.members.size(); ++i) {
        if (model.members[i].owner.valid()) {
            m_members[model.members[i].owner.value].push_back(MemberId(i));
        }
    }
    m_supers.resize(model.types.size());
    m_subs.resize(model.types.size());
    for (const InheritEdge& edge : model.inherits) {
        m_supers[edge.from.value].push_back(edge.to);
        m_subs[edge.to.value].push_back(edge.from);
    }
    m_typeAnnotations.resize(model.types.size());
    m_memberAnnotations.resize(model.members.size());
    for (const AnnotationUse& use : index.annotations) {
        if (use.target == AnnotationTarget::Type && use.type.valid()) {
            m_typeAnnotations[use.type.value].push_back(&use);
        } else if (use.target != AnnotationTarget::Parameter && use.member.valid()) {
            m_memberAnnotations[use.member.value].push_back(&use);
        }
    }
    m_details.resize(model.members.size(), nullptr);
    for (const MethodDetail& detail : index.methods) {
        if (detail.member.valid()) {
            m_details[detail.member.value] = &detail;
        }
    }
}

TypeId CodeLookup::type(std::string_view qualified) const
{
    const auto found = m_types.find(qualified);
    return found == m_types.end() ? TypeId() : found->second;
}

TypeId CodeLookup::anyType(std::string_view name) const
{
    if (const TypeId found = type(name); found.valid()) {
        return found;
    }
    const auto named = name.find('.') == std::string_view::npos ? typesNamed(name) : std::span<const TypeId>();
    return named.size() == 1 ? named.front() : TypeId();
}

std::span<const TypeId> CodeLookup::typesNamed(std::string_view simple) const
{
    const auto found = m_simple.find(simple);
    return found == m_simple.end() ? std::span<const TypeId>() : std::span<const TypeId>(found->second);
}

std::span<const MemberId> CodeLookup::members(TypeId type) const
{
    return of(m_members, type);
}

std::vector<MemberId> CodeLookup::methods(TypeId type, std::string_view name) const
{
    std::vector<MemberId> found;
    for (const MemberId id : members(type)) {
        const Member& member = m_index.model[id];
        if (member.kind == MemberKind::Method && text(member.name) == name) {
            found.push_back(id);
        }
    }
    return found;
}

std::vector<MemberId> CodeLookup::methodsInherited(TypeId type, std::string_view name) const
{
    for (const TypeId ancestor : ancestry(type)) {
        if (auto found = methods(ancestor, name); !found.empty()) {
            return found;
        }
    }
    return {};
}

MemberId CodeLookup::field(TypeId type, std::string_view name) const
{
    for (const MemberId id : members(type)) {
        const Member& member = m_index.model[id];
        if (member.kind == MemberKind::Field && text(member.name) == name) {
            return id;
        }
    }
    return {};
}

namespace {

template <typename Next> std::vector<TypeId> reach(std::vector<TypeId> found, Next next)
{
    for (std::size_t i = 0; i < found.size(); ++i) {
        for (const TypeId other : next(found[i])) {
            if (std::ranges::find(found, other) == found.end()) {
                found.push_back(other);
            }
        }
    }
    return found;
}

} // namespace

std::vector<TypeId> CodeLookup::ancestry(TypeId type) const
{
    std::vector<TypeId> found; // superclasses first: what they have comes before what interfaces declare
    for (TypeId id = type; id.valid() && std::ranges::find(found, id) == found.end();) {
        found.push_back(id);
        const auto above = supers(id);
        const auto super = std::ranges::find_if(above, [&](TypeId one) { return m_index.model[one].kind != TypeKind::Interface; });
        id = super == above.end() ? TypeId() : *super;
    }
    return reach(std::move(found), [&](TypeId id) { return supers(id); });
}

std::vector<TypeId> CodeLookup::descendants(TypeId type) const
{
    return reach(type.valid() ? std::vector{type} : std::vector<TypeId>(), [&](TypeId id) { return subs(id); });
}

std::vector<TypeId> CodeLookup::objectsBelow(TypeId type) const
{
    std::vector<TypeId> found = descendants(type);
    std::erase_if(found, [&](TypeId below) {
        const Type& one = m_index.model[below];
        return one.kind != TypeKind::Class || has(one.flags, TypeFlag::Abstract) || test(one.at);
    });
    return found;
}

bool CodeLookup::extendsExternal(TypeId type, std::string_view simple) const
{
    for (const TypeId ancestor : ancestry(type)) {
        for (const StringId external : m_index.model[ancestor].externalSupers) {
            if (simpleName(text(external)) == simple) {
                return true;
            }
        }
    }
    return false;
}

const AnnotationUse* CodeLookup::annotation(TypeId type, std::string_view simple) const
{
    for (const AnnotationUse* use : annotations(type)) {
        if (simpleName(text(use->name)) == simple) {
            return use;
        }
    }
    return nullptr;
}

const AnnotationUse* CodeLookup::annotation(MemberId member, std::string_view simple) const
{
    for (const AnnotationUse* use : annotations(member)) {
        if (simpleName(text(use->name)) == simple) {
            return use;
        }
    }
    return nullptr;
}

const MethodDetail* CodeLookup::detail(MemberId member) const
{
    return member.valid() && member.value < m_details.size() ? m_details[member.value] : nullptr;
}

std::string decapitalized(std::string_view name)
{
    std::string out(name);
    if (!out.empty() && out.front() >= 'A' && out.front() <= 'Z') {
        out.front() = static_cast<char>(out.front() - 'A' + 'a');
    }
    return out;
}

std::string capitalized(std::string_view name)
{
    std::string out(name);
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') {
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    }
    return out;
}

std::string_view signatureOf(const CodeModel& model, MemberId member)
{
    const std::string_view id = model.text(model[member].id);
    return id.substr(id.find('#') + 1);
}

std::string_view parameterTypesOf(const CodeModel& model, MemberId member)
{
    const std::string_view id = model.text(model[member].id);
    return id.substr(std::min(id.find('('), id.size()));
}

std::string_view argument(const CodeLookup& lookup, const AnnotationUse& use, std::string_view key)
{
    for (const AnnotationArg& arg : use.args) {
        if (lookup.text(arg.key) == key && !arg.values.empty()) {
            return lookup.text(arg.values.front());
        }
    }
    return {};
}

std::vector<std::string_view> arguments(const CodeLookup& lookup, const AnnotationUse& use, std::string_view key)
{
    std::vector<std::string_view> values;
    for (const AnnotationArg& arg : use.args) {
        if (lookup.text(arg.key) == key) {
            for (const StringId value : arg.values) {
                values.push_back(lookup.text(value));
            }
        }
    }
    return values;
}

} // namespace naru::analyzers::graph
