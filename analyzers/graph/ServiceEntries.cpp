#include "analyzers/graph/ServiceEntries.h"

#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class ServiceEntries {
public:
    ServiceEntries(const CodeLookup& lookup, const BeanNames& beans, EntryCollector& entries)
        : m_lookup(lookup),
          m_model(lookup.index().model),
          m_beans(beans),
          m_entries(entries)
    {
    }

    /// The operation that the descriptor names, else those of the interface of the service, else all public methods.
    void soap(const config::EndpointBean& endpoint, Location at)
    {
        const std::string_view implementor = endpoint.implementor;
        const std::size_t sign = implementor.find('#', 1); // the first one says that a bean is meant
        const TypeId type = m_beans.typeOf(implementor.substr(0, sign));
        if (!type.valid())
            return;
        std::vector<std::string> offered;
        if (sign != std::string_view::npos)
            offered.emplace_back(implementor.substr(sign + 1));
        else
            offered = contractOf(type);
        if (offered.empty())
            for (const MemberId member : m_lookup.members(type))
                operation(type, member, endpoint.address, at);
        for (const std::string& name : offered)
            for (const MemberId member : m_lookup.methodsInherited(type, name))
                operation(type, member, endpoint.address, at);
    }

    /// HTTP invoker, Hessian, Burlap and RMI: the methods of the interface, which the bean behind it answers.
    void exporter(const config::SpringBean& bean, Location at)
    {
        constexpr std::array<std::string_view, 6> kExporters{"HttpInvokerServiceExporter", "SimpleHttpInvokerServiceExporter", "HessianServiceExporter",
                                                             "SimpleHessianServiceExporter", "BurlapServiceExporter", "RmiServiceExporter"};
        const config::SpringProperty* service = bean.property("service");
        if (service == nullptr || std::ranges::find(kExporters, simpleName(bean.className)) == kExporters.end())
            return;
        const TypeId behind = m_beans.typeOf(service->ref);
        const TypeId interface = m_lookup.anyType(bean.value("serviceInterface"));
        if (behind.valid() && interface.valid())
            addRemoteMethods(m_lookup, behind, interface, m_entries, at);
    }

private:
    /// Methods of the interfaces with @WebService that a class implements.
    [[nodiscard]] std::vector<std::string> contractOf(TypeId type) const
    {
        std::vector<std::string> names;
        for (const TypeId above : m_lookup.ancestry(type))
            if (m_model[above].kind == TypeKind::Interface && m_lookup.annotation(above, "WebService") != nullptr)
                for (const MemberId member : m_lookup.members(above))
                    if (m_model[member].kind == MemberKind::Method)
                        names.emplace_back(m_lookup.text(m_model[member].name));
        return names;
    }

    void operation(TypeId type, MemberId member, std::string_view address, Location at)
    {
        if (m_model[member].kind != MemberKind::Method || !has(m_model[member].flags, MemberFlag::Public) ||
            has(m_model[member].flags, MemberFlag::Static) || m_entries.known(member, EntryPointKind::Soap))
            return;
        const std::string name(m_lookup.text(m_model[member].name));
        m_entries.add(EntryPointKind::Soap, {}, address, member, {}, at, "soap " + std::string(m_lookup.text(m_model[type].name)) + "." + name);
    }

    const CodeLookup& m_lookup;
    const CodeModel& m_model;
    const BeanNames& m_beans;
    EntryCollector& m_entries;
};

/// Objects that other programs call over RMI: classes with a remote interface that export themselves, or that the system exports or binds.
class RmiObjects {
public:
    RmiObjects(const CodeLookup& lookup, EntryCollector& entries) : m_lookup(lookup), m_model(lookup.index().model), m_entries(entries) {}

    void run()
    {
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            if (m_model.types[i].kind == TypeKind::Interface && isRemote(m_model.types[i]))
                for (const TypeId below : m_lookup.descendants(TypeId(i)))
                    if (m_model[below].kind == TypeKind::Interface)
                        m_interfaces.insert(below);
        if (m_interfaces.empty())
            return;
        exported();
        for (const TypeId interface : m_interfaces)
            for (const TypeId object : m_lookup.objectsBelow(interface))
                if (m_exported.contains(object) || m_lookup.extendsExternal(object, "UnicastRemoteObject") || m_lookup.extendsExternal(object, "Activatable") ||
                    m_lookup.extendsExternal(object, "PortableRemoteObject"))
                    addRemoteMethods(m_lookup, object, interface, m_entries, m_model[object].at);
    }

private:
    [[nodiscard]] bool isRemote(const Type& type) const
    {
        return std::ranges::any_of(type.externalSupers, [&](StringId super) { return isOneOf(m_lookup.text(super), {"java.rmi.Remote", "Remote"}); });
    }

    /// UnicastRemoteObject.exportObject(object, 0), Naming.rebind("name", object): the object is of that type or one below it.
    void exported()
    {
        const KnownWords words(*m_model.strings, {"exportObject", "bind", "rebind"});
        for (const ExternalCall& call : m_lookup.index().externalCalls) {
            if (!words.contains(call.name) || m_lookup.test(call.at))
                continue;
            const std::string_view receiver = simpleName(m_lookup.text(call.receiverType));
            if (!isOneOf(receiver, {"UnicastRemoteObject", "PortableRemoteObject", "Naming", "Registry", "Context", "InitialContext"}))
                continue;
            for (const TypeId given : call.argTypes)
                if (given.valid())
                    for (const TypeId below : m_lookup.descendants(given))
                        m_exported.insert(below);
        }
    }

    const CodeLookup& m_lookup;
    const CodeModel& m_model;
    EntryCollector& m_entries;
    std::set<TypeId> m_interfaces;
    std::set<TypeId> m_exported;
};

} // namespace

void addServiceEntries(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
{
    ServiceEntries services(lookup, beans, entries);
    for (const auto& file : facts.springs) {
        for (const config::EndpointBean& endpoint : file.facts.endpoints)
            services.soap(endpoint, {file.file, endpoint.line});
        for (const config::SpringBean& bean : file.facts.beans)
            services.exporter(bean, {file.file, bean.line});
    }
    RmiObjects(lookup, entries).run();
}

void addOfferedMethods(CodeIndex& index, const CodeLookup& lookup, const std::vector<OfferedMethods>& offered)
{
    if (offered.empty())
        return;
    EntryCollector entries(index.model, lookup);
    for (const OfferedMethods& bean : offered)
        for (const std::string& method : bean.methods)
            addRemoteMethod(lookup, bean.bean, method, entries, bean.at);
}

void addRemoteMethods(const CodeLookup& lookup, TypeId bean, TypeId remote, EntryCollector& entries, Location at)
{
    const CodeModel& model = lookup.index().model;
    for (const TypeId interface : lookup.ancestry(remote))
        for (const MemberId declared : lookup.members(interface))
            if (model[declared].kind == MemberKind::Method)
                addRemoteMethod(lookup, bean, lookup.text(model[declared].name), entries, at);
}

void addRemoteMethod(const CodeLookup& lookup, TypeId bean, std::string_view name, EntryCollector& entries, Location at)
{
    const CodeModel& model = lookup.index().model;
    const auto found = lookup.methodsInherited(bean, name);
    if (!found.empty() && !entries.known(found.front(), EntryPointKind::Remote))
        entries.add(EntryPointKind::Remote, {}, {}, found.front(), {}, at,
                    "remote " + std::string(lookup.text(model[bean].name)) + "." + std::string(name));
}

} // namespace naru::analyzers::graph
