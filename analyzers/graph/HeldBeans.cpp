#include "analyzers/graph/HeldBeans.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// "classpath*:conf/urls.properties", "/WEB-INF/urls.properties": the path below a root that nothing tells.
std::string_view relativeLocation(std::string_view location)
{
    location.remove_prefix(std::min(location.rfind(':') + 1, location.size())); // npos + 1 is 0
    while (location.starts_with('/'))
        location.remove_prefix(1);
    return location;
}

bool liesAt(std::string_view path, std::string_view location)
{
    return !location.empty() && path.ends_with(location) && (path.size() == location.size() || path[path.size() - location.size() - 1] == '/');
}

} // namespace

/// A bean that a property holds: another one by its name, or one inside it, which follows it in the file.
const config::SpringBean* heldBean(const config::SpringBean& of, std::string_view property, const ProjectFacts& facts, const BeanNames& beans)
{
    const config::SpringProperty* given = of.property(property);
    if (given == nullptr || given->ref.empty())
        return nullptr;
    if (!given->ref.starts_with("class:"))
        return beans.declared(given->ref);
    const std::string_view wanted = std::string_view(given->ref).substr(6);
    for (const auto& file : facts.springs) {
        bool after = false;
        for (const config::SpringBean& bean : file.facts.beans) {
            if (after && bean.id.empty() && bean.className == wanted)
                return &bean;
            after = after || &bean == &of;
        }
    }
    return nullptr;
}

std::vector<std::pair<std::string, std::string>> tableOf(const config::SpringBean& of, std::string_view property, const ProjectFacts& facts,
                                                         const BeanNames& beans, const CodeModel& model)
{
    const config::SpringProperty* given = of.property(property);
    if (given == nullptr || !given->entries.empty())
        return given == nullptr ? std::vector<std::pair<std::string, std::string>>() : given->entries;
    std::vector<std::pair<std::string, std::string>> table;
    const config::SpringBean* held = heldBean(of, property, facts, beans);
    if (held == nullptr || !held->className.ends_with("PropertiesFactoryBean"))
        return table;
    std::vector<std::string> locations{held->value("location")};
    if (const config::SpringProperty* several = held->property("locations")) {
        locations.push_back(several->value);
        locations.insert(locations.end(), several->list.begin(), several->list.end());
    }
    if (const config::SpringProperty* own = held->property("properties"))
        table = own->entries;
    for (const auto& file : facts.settings)
        for (const std::string& location : locations)
            if (liesAt(model.text(model[file.file].path), relativeLocation(location)))
                for (const config::Setting& setting : file.facts)
                    table.emplace_back(setting.key, setting.value);
    return table;
}

} // namespace naru::analyzers::graph
