#pragma once

#include "analyzers/config/SpringXml.h"

#include <string_view>
#include <vector>

namespace naru::analyzers::config {

/// Whether a root element is one of a descriptor of web services.
[[nodiscard]] bool isServiceDescriptor(std::string_view root);

/// The services of Axis (*.wsdd: deployment), Axis2 (services.xml: serviceGroup, service) and JAX-WS (sun-jaxws.xml: endpoints), each with
/// the class that answers; where only some operations are offered, one for each with its name behind the class ("a.b.C#load"). Services of
/// the frameworks themselves are left out.
std::vector<EndpointBean> readServices(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
