#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::config {

/// What a server's own descriptor says of an enterprise bean.
struct ServerBean {
    std::string ejb;         ///< ejb-name
    std::string jndi;        ///< name by which others look it up; empty when none is given
    std::string destination; ///< of a message-driven bean: the queue or topic; empty for others
    std::uint32_t line = 0;
};

/// Names of beans and resources in the descriptors of JBoss, WebLogic, WebSphere, JEUS and GlassFish, and the references and links of
/// web.xml and ejb-jar.xml. Not read: the *.xmi bindings of WebSphere 6 and before, which name beans by the ids of other files.
struct ServerNames {
    std::vector<ServerBean> beans;
    std::vector<std::pair<std::string, std::string>> aliases; ///< name in the code (ejb/Orders, jms/OrderQueue) -> what it is bound to
};

/// Whether a root element is one of a server's descriptor.
[[nodiscard]] bool isServerDescriptor(std::string_view root);

ServerNames readServerNames(std::string_view text, std::string_view path);

} // namespace naru::analyzers::config
