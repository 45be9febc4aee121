#include "analyzers/config/ServiceDescriptors.h"

#include "analyzers/config/XmlText.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace naru::analyzers::config {

namespace {

/// "getA setB", "getA,setB" -> both; "*" -> nothing, which means all.
std::vector<std::string> operations(std::string_view text)
{
    constexpr std::string_view kBetween = " \t\r\n,;";
    std::vector<std::string> found;
    for (std::size_t at = text.find_first_not_of(kBetween); at < text.size(); at = text.find_first_not_of(kBetween, at)) {
        const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
        found.emplace_back(text.substr(at, end - at));
        at = end;
    }
    if (std::ranges::find(found, "*") != found.end())
        found.clear();
    return found;
}

/// <service name=".."> of Axis, whose parameters stand in attributes, and of Axis2, where they are texts.
std::vector<EndpointBean> service(pugi::xml_node node, const XmlText& xml)
{
    const EndpointBean whole{.implementor = {}, .address = std::string(attribute(node, "name")), .line = xml.line(node)};
    std::string implementor;
    std::vector<std::string> methods;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view kind = localName(child);
        const std::string_view name = attribute(child, "name");
        if (kind == "parameter" && (name == "className" || name == "ServiceClass"))
            implementor = name == "className" ? std::string(attribute(child, "value")) : text(child);
        else if (kind == "parameter" && name == "allowedMethods")
            methods = operations(attribute(child, "value"));
    }
    if (implementor.empty() || implementor.starts_with("org.apache.axis"))
        return {};
    std::vector<EndpointBean> found(std::max<std::size_t>(1, methods.size()), whole);
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i].implementor = methods.empty() ? implementor : implementor + "#" + methods[i];
    return found;
}

} // namespace

bool isServiceDescriptor(std::string_view root)
{
    constexpr std::array<std::string_view, 4> kRoots{"deployment", "serviceGroup", "service", "endpoints"};
    return std::ranges::find(kRoots, root) != kRoots.end();
}

std::vector<EndpointBean> readServices(std::string_view text, std::string_view path)
{
    std::vector<EndpointBean> found;
    XmlText xml(text, path);
    const auto add = [&](std::vector<EndpointBean> made) { std::ranges::move(made, std::back_inserter(found)); };
    if (localName(xml.root()) == "service")
        add(service(xml.root(), xml));
    for (const pugi::xml_node& node : xml.root().children()) {
        if (localName(node) == "service")
            add(service(node, xml));
        else if (localName(node) == "endpoint")
            found.push_back({.implementor = std::string(attribute(node, "implementation")),
                             .address = std::string(attribute(node, "url-pattern")),
                             .line = xml.line(node)});
    }
    return found;
}

} // namespace naru::analyzers::config
