#include "analyzers/graph/WebEntryLinker.h"

#include "analyzers/graph/BatchEntries.h"
#include "analyzers/graph/BeanNames.h"
#include "analyzers/graph/ComponentUnits.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/FacesEntries.h"
#include "analyzers/graph/HeldBeans.h"
#include "analyzers/graph/MultiActions.h"
#include "analyzers/graph/ScriptObjects.h"
#include "analyzers/graph/ServiceEntries.h"
#include "analyzers/graph/StrutsEntries.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kServletMethods{{{"doGet", "GET"},
                                                                                        {"doPost", "POST"},
                                                                                        {"doPut", "PUT"},
                                                                                        {"doDelete", "DELETE"},
                                                                                        {"doHead", "HEAD"},
                                                                                        {"doOptions", "OPTIONS"},
                                                                                        {"doTrace", "TRACE"},
                                                                                        {"service", "*"}}};

class WebEntryLinker {
public:
    WebEntryLinker(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views),
          m_entries(index.model, lookup),
          m_beans(beans)
    {
    }

    void run()
    {
        for (const auto& file : m_facts.webXmls) {
            servlets(file.file, file.facts);
        }
        for (const auto& file : m_facts.springs) {
            spring(file.file, file.facts);
        }
        addServiceEntries(m_lookup, m_facts, m_beans, m_entries);
        addScriptObjects(m_lookup, m_facts, m_beans, m_entries);
        addStrutsEntries(m_facts, m_strutsPattern, m_lookup, m_beans, m_views, m_entries);
        addConventionEntries(m_lookup, m_facts, m_entries);
        for (const auto& file : m_facts.ejbs) {
            ejbs(file.file, file.facts);
        }
        addFacesEntries(m_index, m_lookup, m_facts, m_beans, m_views, m_entries);
        addBatchEntries(m_lookup, m_facts, m_beans, m_entries);
        addComponentEntries(m_lookup, m_entries);
    }

private:
    // --- web.xml ---------------------------------------------------------------------------------------------------

    void servlets(FileId file, const config::WebXml& xml)
    {
        for (const config::ServletMapping& mapping : xml.mappings) {
            const auto servlet = std::ranges::find(xml.servlets, mapping.name, &config::ServletDeclaration::name);
            if (servlet == xml.servlets.end()) {
                continue;
            }
            if (servlet->className.ends_with("ActionServlet")) {
                m_strutsPattern = mapping.pattern;
            }
            const std::string path =
                mapping.pattern.starts_with('/') || mapping.pattern.starts_with('*') ? mapping.pattern : "/" + mapping.pattern;
            if (!servlet->jspFile.empty()) {
                const ViewId view = m_views.at(servlet->jspFile);
                m_entries.add(EntryPointKind::Servlet, "*", path, {},
                              view.valid() ? std::string(m_model.text(m_model[view].path)) : servlet->jspFile, {file, mapping.line});
                continue;
            }
            const TypeId type = m_lookup.anyType(servlet->className);
            if (runsNamedClasses(servlet->className) && path.ends_with("/*")) {
                namedServlets(path, {file, mapping.line});
            } else if (type.valid()) {
                servlet_(type, path, {file, mapping.line});
            } else if (servlet->className.ends_with(".HttpRequestHandlerServlet")) { // Spring's: the bean that is called like the servlet
                controller(path, m_beans.typeOf(servlet->name), {file, mapping.line});
            }
        }
    }

    /// A servlet of the server that runs the class which an address names: /servlet/a.b.C.
    [[nodiscard]] static bool runsNamedClasses(std::string_view className)
    {
        return isOneOf(simpleName(className), {"InvokerServlet", "ServletServlet", "JRunInvoker"});
    }

    /// All servlets of the application, or of the tree where its own folder has none, are asked for by their names.
    void namedServlets(std::string_view pattern, Location at)
    {
        std::string_view module = m_model.text(m_model[at.file].path);
        module = module.substr(0, std::min(module.find("WEB-INF/"), module.size()));
        module = module.substr(0, module.find("src/main/"));
        if (const std::size_t folder = module.ends_with('/') ? module.rfind('/', module.size() - 2) : std::string_view::npos; !module.ends_with("src/main/"))
            module = module.substr(0, folder + 1); // npos + 1 is 0
        std::vector<TypeId> all;
        std::vector<TypeId> own;
        for (std::size_t i = 0; i < m_model.types.size(); ++i) {
            const Type& type = m_model.types[i];
            if (type.kind != TypeKind::Class || has(type.flags, TypeFlag::Abstract) || has(type.flags, TypeFlag::Page) || m_lookup.test(type.at) ||
                (!m_lookup.extendsExternal(TypeId(i), "HttpServlet") && !m_lookup.extendsExternal(TypeId(i), "GenericServlet")))
                continue;
            all.emplace_back(i);
            if (m_model.text(m_model[type.at.file].path).starts_with(module))
                own.emplace_back(i);
        }
        for (const TypeId type : own.empty() ? all : own)
            servlet_(type, std::string(pattern.substr(0, pattern.size() - 1)) + std::string(m_lookup.text(m_model[type].name)), m_model[type].at);
    }

    void servlet_(TypeId type, const std::string& path, Location at)
    {
        for (const std::string_view front : {"ActionServlet", "DispatcherServlet", "FrameworkServlet", "FacesServlet"}) {
            if (m_lookup.extendsExternal(type, front)) {
                return; // hands requests on to the entry points of the framework
            }
        }
        bool found = false;
        for (const auto& [method, http] : kServletMethods) {
            for (const MemberId handler : m_lookup.methodsInherited(type, method)) {
                const MethodDetail* detail = m_lookup.detail(handler);
                if (detail && detail->parameters.size() != 2) {
                    continue;
                }
                const std::string name = std::string(m_lookup.text(m_model[type].name)) + "." + std::string(method);
                m_entries.add(EntryPointKind::Servlet, http, path, handler, name, at);
                found = true;
                break;
            }
        }
        if (!found && !remoteServices(type, path, at)) {
            m_entries.add(EntryPointKind::Servlet, "*", path, onlyRequestMethod(type), std::string(m_lookup.text(m_model[type].name)), at);
        }
    }

    /// GWT: the methods of the services that a servlet implements, each called by a POST that names it.
    bool remoteServices(TypeId type, const std::string& path, Location at)
    {
        bool any = false;
        for (const TypeId service : m_lookup.ancestry(type)) {
            if (m_model[service].kind != TypeKind::Interface || !m_lookup.extendsExternal(service, "RemoteService")) {
                continue;
            }
            for (const MemberId declared : m_lookup.members(service)) {
                for (const MemberId handler : m_lookup.methodsInherited(type, m_lookup.text(m_model[declared].name))) {
                    if (parameterTypesOf(m_model, handler) == parameterTypesOf(m_model, declared) && !has(m_model[handler].flags, MemberFlag::Abstract)) {
                        const std::string name(m_lookup.text(m_model[handler].name));
                        m_entries.add(EntryPointKind::Servlet, "POST", path, handler, {}, at, "POST " + path + "#" + name);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    /// Of a servlet whose base class in a library answers requests: the method that is given them, when there is but one.
    MemberId onlyRequestMethod(TypeId type) const
    {
        MemberId found;
        for (const MemberId member : m_lookup.members(type)) {
            const MethodDetail* detail = m_model[member].kind == MemberKind::Method ? m_lookup.detail(member) : nullptr;
            if (detail && std::ranges::any_of(detail->parameters, [&](const Parameter& parameter) {
                    return m_lookup.text(parameter.type).ends_with("ServletRequest");
                })) {
                if (found.valid()) {
                    return {};
                }
                found = member;
            }
        }
        return found;
    }

    // --- Spring ----------------------------------------------------------------------------------------------------

    void controller(std::string_view path, TypeId type, Location at, const config::SpringBean* bean = nullptr)
    {
        const std::string absolute = path.starts_with('/') || path.starts_with('*') ? std::string(path) : "/" + std::string(path);
        const bool many = type.valid() ? m_lookup.extendsExternal(type, "MultiActionController")
                                       : bean != nullptr && bean->className.ends_with(".MultiActionController");
        for (const std::string_view method : {"handleRequest", "handleRequestInternal", "handle", "onSubmit", "processFormSubmission"}) {
            const auto found = type.valid() ? m_lookup.methodsInherited(type, method) : std::vector<MemberId>();
            if (!found.empty()) {
                m_entries.add(EntryPointKind::Http, "*", absolute, found.front(), {}, at);
                return;
            }
        }
        if (many) {
            addMultiActions(absolute, bean, type, m_lookup, m_facts, m_beans, m_entries, at);
        }
    }

    void spring(FileId file, const config::SpringFile& xml)
    {
        for (const config::SpringBean& bean : xml.beans) {
            const Location at{file, bean.line};
            for (const std::string& name : bean.names) {
                if (name.starts_with('/')) {
                    controller(name, m_lookup.anyType(bean.className), at, &bean);
                }
            }
            if (bean.className.ends_with("SimpleUrlHandlerMapping")) {
                for (const char* key : {"mappings", "urlMap"}) {
                    for (const auto& [path, target] : tableOf(bean, key, m_facts, m_beans, m_model)) {
                        controller(path, m_beans.typeOf(target), at, m_beans.declared(target));
                    }
                }
            }
            scheduledBean(bean, at);
        }
        for (const config::ViewController& controller : xml.viewControllers) {
            const auto found = m_views.named(controller.viewName, false);
            const std::string target = found.empty() ? controller.viewName : std::string(m_model.text(m_model[found.front()].path));
            m_entries.add(EntryPointKind::Http, "*", controller.path, {}, target, {file, controller.line});
        }
        for (const config::ScheduledTask& task : xml.tasks) {
            job(m_beans.typeOf(task.ref), task.method, {file, task.line});
        }
        for (const config::MessageListener& listener : xml.listeners) {
            messages(listener, {file, listener.line});
        }
    }

    void messages(const config::MessageListener& listener, Location at)
    {
        const TypeId type = m_beans.typeOf(listener.ref);
        const auto found = type.valid() ? m_lookup.methodsInherited(type, listener.method.empty() ? "onMessage" : listener.method)
                                        : std::vector<MemberId>();
        if (!found.empty() && !m_entries.known(found.front(), EntryPointKind::Message)) {
            m_entries.add(EntryPointKind::Message, {}, {}, found.front(), {}, at, "message " + listener.destination);
        }
    }

    void scheduledBean(const config::SpringBean& bean, Location at)
    {
        const std::string_view kind = simpleName(bean.className);
        if (kind == "MethodInvokingJobDetailFactoryBean") {
            TypeId target = m_beans.typeOf(bean.value("targetObject"));
            if (!target.valid()) {
                target = m_beans.typeOf(bean.value("targetBeanName"));
            }
            if (!target.valid()) {
                target = m_lookup.anyType(bean.value("targetClass"));
            }
            job(target, bean.value("targetMethod"), at);
        } else if (kind == "JobDetailFactoryBean" || kind == "JobDetailBean") {
            const TypeId type = m_lookup.anyType(bean.value("jobClass"));
            for (const std::string_view method : {"executeInternal", "execute"}) {
                if (type.valid() && !m_lookup.methodsInherited(type, method).empty()) {
                    job(type, method, at);
                    break;
                }
            }
        }
    }

    void job(TypeId type, std::string_view method, Location at)
    {
        if (!type.valid() || method.empty()) {
            return;
        }
        auto found = m_lookup.methodsInherited(type, method);
        if (found.empty()) {
            for (const TypeId sub : m_lookup.descendants(type)) {
                found = found.empty() ? m_lookup.methods(sub, method) : found;
            }
        }
        found = implemented(found);
        if (!found.empty() && !m_entries.known(found.front(), EntryPointKind::Scheduled)) {
            const std::string name = std::string(m_lookup.text(m_model[m_model[found.front()].owner].name)) + "." + std::string(method);
            m_entries.add(EntryPointKind::Scheduled, {}, {}, found.front(), {}, at, "scheduled " + name);
        }
    }

    /// An interface method stands for its only implementation.
    std::vector<MemberId> implemented(std::vector<MemberId> found) const
    {
        if (found.empty() || m_model[m_model[found.front()].owner].kind != TypeKind::Interface) {
            return found;
        }
        for (const TypeId sub : m_lookup.descendants(m_model[found.front()].owner)) {
            if (m_model[sub].kind == TypeKind::Class) {
                if (auto methods = m_lookup.methods(sub, m_lookup.text(m_model[found.front()].name)); !methods.empty()) {
                    return methods;
                }
            }
        }
        return found;
    }

    // --- EJB -------------------------------------------------------------------------------------------------------

    void ejbs(FileId file, const config::EjbJar& xml)
    {
        for (const config::EjbDeclaration& bean : xml.beans) {
            const TypeId type = m_lookup.anyType(bean.className);
            if (!type.valid()) {
                continue;
            }
            const Location at{file, bean.line};
            if (bean.kind == "Message") {
                for (const MemberId member : m_lookup.methodsInherited(type, "onMessage")) {
                    if (!m_entries.known(member, EntryPointKind::Message)) {
                        m_entries.add(EntryPointKind::Message, {}, {}, member, {}, at,
                                      "message " + std::string(m_lookup.text(m_model[type].name)) + ".onMessage");
                    }
                }
            } else if (bean.kind == "Session" && !bean.remote.empty()) {
                if (const TypeId remote = m_lookup.anyType(bean.remote); remote.valid() && m_model[remote].kind == TypeKind::Interface) {
                    addRemoteMethods(m_lookup, type, remote, m_entries, at);
                }
            }
        }
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    EntryCollector m_entries;
    const BeanNames& m_beans;
    std::string m_strutsPattern;
};

} // namespace

void linkEntries(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, const ViewCatalog& views)
{
    WebEntryLinker(index, lookup, facts, beans, views).run();
}

} // namespace naru::analyzers::graph
