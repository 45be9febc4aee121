#include "analyzers/graph/ScriptObjects.h"

#include "analyzers/web/ScriptLinks.h"
#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::string_view kCallFolder = "/call/plaincall/"; ///< below the path of the servlet
constexpr std::string_view kCallEnd = ".dwr";

class ScriptObjects {
public:
    ScriptObjects(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
        : m_lookup(lookup),
          m_model(lookup.index().model),
          m_facts(facts),
          m_beans(beans),
          m_entries(entries)
    {
    }

    void run()
    {
        for (const auto& file : m_facts.springs)
            for (const config::ScriptObject& object : file.facts.scriptObjects)
                declared(object, {file.file, object.line});
        for (const AnnotationUse& use : m_lookup.index().annotations)
            if (use.target == AnnotationTarget::Type &&
                isOneOf(m_lookup.text(use.name), {"RemoteProxy", "org.directwebremoting.annotations.RemoteProxy"}) &&
                !m_lookup.test(m_model[use.type].at))
                annotated(use);
    }

private:
    void declared(const config::ScriptObject& object, Location at)
    {
        TypeId type = object.bean.empty() ? TypeId() : m_beans.typeOf(object.bean);
        if (!type.valid())
            type = m_lookup.anyType(object.className);
        if (!type.valid())
            return;
        const std::string name = object.name.empty() ? std::string(m_lookup.text(m_model[type].simple)) : object.name;
        const auto in = [](const std::vector<std::string>& list, std::string_view method) {
            return std::ranges::find(list, method) != list.end();
        };
        for (const std::string_view method : methodsOf(type))
            if ((object.included.empty() ? !accessor(type, method) : in(object.included, method)) && !in(object.excluded, method))
                for (const MemberId member : answering(type, method))
                    offer(name, member, at);
    }

    void annotated(const AnnotationUse& use)
    {
        std::string_view name = argument(m_lookup, use, "name");
        name = name.empty() ? argument(m_lookup, use, "value") : name;
        name = name.empty() ? m_lookup.text(m_model[use.type].simple) : name;
        for (const MemberId member : m_lookup.members(use.type))
            if (m_lookup.annotation(member, "RemoteMethod") != nullptr)
                offer(name, member, m_model[member].at);
    }

    /// Names of the public methods that a type has, also by inheritance.
    [[nodiscard]] std::set<std::string_view> methodsOf(TypeId type) const
    {
        std::set<std::string_view> names;
        for (const TypeId owner : m_lookup.ancestry(type))
            for (const MemberId member : m_lookup.members(owner))
                if (m_model[member].kind == MemberKind::Method &&
                    (m_model[owner].kind == TypeKind::Interface || has(m_model[member].flags, MemberFlag::Public)))
                    names.insert(m_lookup.text(m_model[member].name));
        return names;
    }

    /// A setter of a field, by which the container gives the object what it works with, and the getter beside it.
    [[nodiscard]] bool accessor(TypeId type, std::string_view method) const
    {
        const bool sets = method.starts_with("set");
        if (method.size() < 4 || (!sets && !method.starts_with("get")))
            return false;
        const auto setters = m_lookup.methodsInherited(type, "set" + std::string(method.substr(3)));
        const auto plain = [&](MemberId member, std::size_t parameters) {
            const MethodDetail* detail = m_lookup.detail(member);
            return detail != nullptr && detail->parameters.size() == parameters;
        };
        const std::string field = decapitalized(method.substr(3));
        const bool kept = std::ranges::any_of(m_lookup.ancestry(type), [&](TypeId owner) { return m_lookup.field(owner, field).valid(); });
        return kept && !setters.empty() && plain(setters.front(), 1) &&
               std::ranges::all_of(m_lookup.methodsInherited(type, method), [&](MemberId member) { return plain(member, sets ? 1 : 0); });
    }

    /// The methods of that name; where the type only declares them, those of a class below it.
    [[nodiscard]] std::vector<MemberId> answering(TypeId type, std::string_view method) const
    {
        const auto works = [&](MemberId member) {
            return m_model[m_model[member].owner].kind != TypeKind::Interface && !has(m_model[member].flags, MemberFlag::Abstract);
        };
        auto found = m_lookup.methodsInherited(type, method);
        for (const TypeId object : m_lookup.objectsBelow(type))
            if (!std::ranges::any_of(found, works))
                found = m_lookup.methodsInherited(object, method);
        std::erase_if(found, [&](MemberId member) { return !works(member) || !has(m_model[member].flags, MemberFlag::Public); });
        return found;
    }

    /// Methods of one name have one address.
    void offer(std::string_view object, MemberId member, Location at)
    {
        const std::string path = servletPath() + std::string(kCallFolder) + std::string(object) + "." +
                                 std::string(m_lookup.text(m_model[member].name)) + std::string(kCallEnd);
        std::string id = "POST " + path;
        if (!m_paths.insert(path).second)
            id += " [" + std::string(signatureOf(m_model, member)) + "]";
        m_entries.add(EntryPointKind::Rest, "POST", path, member, {}, at, std::move(id));
    }

    const std::string& servletPath()
    {
        if (!m_servletPath.empty())
            return m_servletPath;
        m_servletPath = "/dwr";
        for (const auto& file : m_facts.webXmls)
            for (const config::ServletMapping& mapping : file.facts.mappings) {
                const auto servlet = std::ranges::find(file.facts.servlets, mapping.name, &config::ServletDeclaration::name);
                if (servlet != file.facts.servlets.end() && mapping.pattern.ends_with("/*") && mapping.pattern.size() > 2 &&
                    isOneOf(simpleName(servlet->className), {"DwrServlet", "DWRServlet", "DwrSpringServlet", "DwrGuiceServlet"}))
                    return m_servletPath = mapping.pattern.substr(0, mapping.pattern.size() - 2);
            }
        return m_servletPath;
    }

    const CodeLookup& m_lookup;
    const CodeModel& m_model;
    const ProjectFacts& m_facts;
    const BeanNames& m_beans;
    EntryCollector& m_entries;
    std::string m_servletPath;
    std::set<std::string> m_paths;
};

using ObjectAddresses = std::map<std::pair<std::string_view, std::string_view>, std::string_view>; ///< by object and method

ObjectAddresses objectAddresses(const CodeModel& model)
{
    ObjectAddresses found;
    for (const EntryPoint& entry : model.entryPoints) {
        const std::string_view path = entry.path.valid() ? model.text(entry.path) : std::string_view();
        const std::size_t folder = path.ends_with(kCallEnd) ? path.find(kCallFolder) : std::string_view::npos;
        if (folder == std::string_view::npos)
            continue;
        const std::size_t start = folder + kCallFolder.size();
        const std::string_view name = path.substr(start, path.size() - start - kCallEnd.size());
        if (const std::size_t dot = name.rfind('.'); dot != std::string_view::npos)
            found.emplace(std::pair(name.substr(0, dot), name.substr(dot + 1)), path);
    }
    return found;
}

} // namespace

void addScriptObjects(const CodeLookup& lookup, const ProjectFacts& facts, const BeanNames& beans, EntryCollector& entries)
{
    ScriptObjects(lookup, facts, beans, entries).run();
}

void readObjectCalls(const CodeModel& model, const SourceTexts& texts, ProjectFacts& facts)
{
    const ObjectAddresses addresses = objectAddresses(model);
    if (addresses.empty())
        return;
    const auto asked = [&](FileId file) {
        std::vector<std::pair<web::ViewLink, std::size_t>> links;
        web::eachObjectCall(texts.text(file), [&](std::string_view object, std::string_view method, std::size_t offset) {
            if (const auto known = addresses.find({object, method}); known != addresses.end())
                links.emplace_back(web::ViewLink{web::LinkKind::Ajax, std::string(known->second), "POST", 0}, offset);
        });
        return links;
    };
    for (auto& view : facts.views) {
        std::uint32_t line = 1;
        std::size_t counted = 0;
        for (auto& [link, offset] : asked(view.file)) {
            const std::string_view before = texts.text(view.file).substr(counted, offset - counted);
            line += static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
            counted = offset;
            link.line = line;
            view.facts.links.push_back(std::move(link));
        }
    }
    std::vector<FromFile<Shared<web::ScriptFile>>> scripts;
    auto known = facts.pageScripts.begin();
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        const FileId file(i);
        if (model[file].language == Language::JavaScript && !model[file].test)
            if (auto links = asked(file); !links.empty()) {
                web::ScriptFile read = web::readScript(texts.text(file), std::move(links));
                if (known != facts.pageScripts.end() && known->file == file)
                    read.module = (*known++).facts->module;
                scripts.push_back({file, Shared(std::move(read))});
            }
        for (; known != facts.pageScripts.end() && known->file == file; ++known)
            scripts.push_back(std::move(*known));
    }
    facts.pageScripts = std::move(scripts);
}

} // namespace naru::analyzers::graph
