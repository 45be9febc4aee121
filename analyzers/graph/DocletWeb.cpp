#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/DocletTags.h"

#include <algorithm>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Names that descriptors of the tree use; what they name is not added again.
using Known = std::set<std::string, std::less<>>;

/// @spring.bean, or a tag beside it that gives an id.
bool namesBean(const DocletTags& tags, const AnnotationUse& tag)
{
    return tags.is(tag, "spring.bean") || (tags.model().text(tag.name).starts_with("@spring.") && !tags.value(&tag, "id").empty());
}

config::SpringProperty springProperty(const DocletTags& tags, const AnnotationUse& tag, std::string name)
{
    config::SpringProperty made;
    made.name = std::move(name);
    made.value = tags.value(&tag, "value");
    made.ref = firstOf({tags.value(&tag, "ref"), tags.value(&tag, "bean"), tags.value(&tag, "local")});
    return made;
}

} // namespace

/// @struts.action: each has all forwards of its class.
void docletStruts(const DocletTags& tags, ProjectFacts& facts)
{
    Known paths;
    Known classes;
    for (const auto& file : facts.struts)
        for (const config::StrutsAction& action : file.facts.actions) {
            paths.insert(action.path);
            classes.insert(action.className);
        }
    for (const TaggedClass& of : tags.classes()) {
        config::StrutsFile file;
        std::vector<config::StrutsForward> forwards;
        for (const AnnotationUse* tag : of.tags)
            if (tags.is(*tag, "struts.action-forward"))
                forwards.push_back({tags.value(tag, "name"), tags.value(tag, "path"), {}, tag->at.line});
        for (const AnnotationUse* tag : of.tags) {
            config::StrutsAction action;
            action.path = tags.value(tag, "path");
            action.className = firstOf({tags.value(tag, "type"), tags.name(of.type)});
            if (!tags.is(*tag, "struts.action") || action.path.empty() || paths.contains(action.path) || classes.contains(action.className))
                continue;
            action.parameter = tags.value(tag, "parameter");
            action.forwardTo = tags.value(tag, "forward");
            action.forwards = forwards;
            action.line = tag->at.line;
            file.actions.push_back(std::move(action));
        }
        if (!file.actions.empty())
            facts.struts.push_back({of.file, std::move(file)});
    }
}

/// @web.servlet with @web.servlet-mapping
void docletServlets(const DocletTags& tags, ProjectFacts& facts)
{
    Known classes;
    for (const auto& file : facts.webXmls)
        for (const config::ServletDeclaration& servlet : file.facts.servlets)
            classes.insert(servlet.className);
    for (const TaggedClass& of : tags.classes()) {
        const AnnotationUse* servlet = tags.find(of.tags, {"web.servlet"});
        const std::string className = tags.name(of.type);
        if (servlet == nullptr || classes.contains(className) || tags.annotated(of.type, {"WebServlet"}))
            continue;
        config::WebXml xml;
        config::ServletDeclaration made;
        made.name = firstOf({tags.value(servlet, "name"), className});
        made.className = className;
        made.line = servlet->at.line;
        for (const AnnotationUse* tag : of.tags) {
            if (tags.is(*tag, "web.servlet-mapping"))
                xml.mappings.push_back({made.name, tags.value(tag, "url-pattern"), tag->at.line});
            else if (tags.is(*tag, "web.servlet-init-param"))
                made.parameters.emplace_back(tags.value(tag, "name"), tags.value(tag, "value"));
        }
        std::erase_if(xml.mappings, [](const config::ServletMapping& mapping) { return mapping.pattern.empty(); });
        xml.servlets.push_back(std::move(made));
        facts.webXmls.push_back({of.file, std::move(xml)});
    }
}

/// @spring.bean with the properties of the class and its setters, also inherited ones. A further tag of this family with an id, which a
/// template of the system's own makes a proxy of, names the same bean.
void docletSprings(const DocletTags& tags, ProjectFacts& facts)
{
    Known known;
    for (const auto& file : facts.springs)
        for (const config::SpringBean& bean : file.facts.beans) {
            known.insert(bean.names.begin(), bean.names.end());
            known.insert(bean.className);
        }
    for (const TaggedClass& of : tags.classes()) {
        const AnnotationUse* tag = tags.find(of.tags, {"spring.bean"});
        if (tag == nullptr || tags.annotated(of.type, {"Component", "Service", "Repository", "Controller", "RestController"}))
            continue;
        config::SpringBean bean;
        bean.className = tags.name(of.type);
        bean.id = firstOf({tags.value(tag, "id"), tags.value(tag, "name")});
        bean.parent = tags.value(tag, "parent");
        bean.autowire = tags.value(tag, "autowire");
        bean.line = tag->at.line;
        for (const AnnotationUse* other : of.tags)
            if (namesBean(tags, *other))
                for (const char* key : {"id", "name"})
                    if (std::string name = tags.value(other, key); !name.empty() && std::ranges::find(bean.names, name) == bean.names.end())
                        bean.names.push_back(std::move(name));
        if (known.contains(bean.className) || std::ranges::any_of(bean.names, [&](const std::string& name) { return known.contains(name); }))
            continue;
        for (const TaggedClass* from : tags.lineage(of)) {
            for (const AnnotationUse* one : from->tags)
                if (tags.is(*one, "spring.property") || tags.is(*one, "spring.constructor-arg"))
                    bean.properties.push_back(springProperty(tags, *one, tags.is(*one, "spring.property") ? tags.value(one, "name") : std::string()));
            for (const TaggedMember& member : from->members)
                if (const AnnotationUse* one = tags.find(member.tags, {"spring.property"}); one != nullptr)
                    bean.properties.push_back(springProperty(tags, *one, firstOf({tags.value(one, "name"), tags.property(member.member)})));
        }
        config::SpringFile file;
        file.beans.push_back(std::move(bean));
        facts.springs.push_back({of.file, std::move(file)});
    }
}

} // namespace naru::analyzers::graph
