#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace naru::analyzers::graph {

/// What stands behind an address of Camel.
enum class CamelEnd : std::uint8_t {
    Route,   ///< another route of the same program, which works before the sender goes on (direct:)
    Message, ///< a queue or topic, also one in memory (seda:)
    Timer,   ///< something that starts a route by the clock
    Http,    ///< requests that come in
    Bean,    ///< a method of a bean
    Client,  ///< a server that is asked over HTTP
    Other    ///< a folder, a mailbox, a store: looked at now and then, or written to
};

/// An address of Camel: "activemq:queue:ORDERS?concurrentConsumers=5" is a message of the path "queue:ORDERS".
struct CamelUri {
    CamelEnd end = CamelEnd::Other;
    std::string whole; ///< without its options: the same for sender and receiver
    std::string path;  ///< without the component; of HTTP: below the host
    std::string options;

    /// The value of an option, empty when it is not given.
    [[nodiscard]] std::string_view option(std::string_view key) const;
};

/// Reads an address; one that chooses a leader first (master:lock:...) is that of what it leads.
[[nodiscard]] CamelUri readCamelUri(std::string_view text);
/// {{key}} of Camel's properties as ${key}, which is how the settings of a system are asked for.
[[nodiscard]] std::string camelPlaceholders(std::string_view text);

} // namespace naru::analyzers::graph
