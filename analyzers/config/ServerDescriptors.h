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

/// What a *.xmi file of WebSphere 6 and before binds an element of another descriptor to, which it names by its id.
struct IdBinding {
    std::string file; ///< name of the other file: ejb-jar.xml
    std::string id;   ///< Session_1
    std::string jndi;
    std::string destination; ///< of a message-driven bean
    std::uint32_t line = 0;
};

/// Where a server's descriptor stores an entity bean that the container keeps.
struct BeanTable {
    std::string ejb; ///< ejb-name
    std::string table;
    std::vector<std::pair<std::string, std::string>> columns; ///< field -> column, where they are said
    std::uint32_t line = 0;
};

/// Names of beans and resources in the descriptors of JBoss, WebLogic, WebSphere (XML and XMI), JEUS and GlassFish, and the references and
/// links of web.xml and ejb-jar.xml.
struct ServerNames {
    std::vector<ServerBean> beans;
    std::vector<std::pair<std::string, std::string>> aliases; ///< name in the code (ejb/Orders, jms/OrderQueue) -> what it is bound to
    std::vector<std::pair<std::string, std::string>> ids;     ///< of web.xml and ejb-jar.xml: id of an element -> "bean:" and name of the bean, or name of the reference
    std::vector<IdBinding> bindings;
    std::vector<BeanTable> tables; ///< also of JBoss's, WebLogic's and Sun's own files for them, and of Orion's

    [[nodiscard]] bool empty() const { return beans.empty() && aliases.empty() && ids.empty() && bindings.empty() && tables.empty(); }
};

/// Whether a root element is one of a server's descriptor.
[[nodiscard]] bool isServerDescriptor(std::string_view root);

ServerNames readServerNames(std::string_view text, std::string_view path);

/// Beans and aliases of bindings whose elements the other file names: what they would be in XML.
void resolveBindings(ServerNames& of, const ServerNames& other, std::string_view otherFile);

} // namespace naru::analyzers::config
