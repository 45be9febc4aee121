#pragma once

#include "analyzers/graph/CodeLookup.h"
#include "analyzers/graph/JndiNames.h"
#include "analyzers/graph/ProjectFacts.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// The entry points of a system that receive messages, by the destination to which they listen: after annotations, bindings of Rabbit,
/// ejb-jar.xml and Spring's bean files. Names are the same when their last parts are.
class MessageConsumers {
public:
    MessageConsumers(const core::CodeModel& model, const CodeLookup& lookup, const ProjectFacts& facts)
        : m_model(model),
          m_lookup(lookup),
          m_facts(facts),
          m_jndi(lookup, facts)
    {
    }

    void read();
    /// Those that listen to a destination, which may be a setting.
    [[nodiscard]] std::vector<core::EntryPointId> of(std::string_view name) const;
    /// The name that a bean for a queue or topic holds; else the name as it is.
    [[nodiscard]] std::string destination(std::string_view name);

private:
    void listens(std::string_view name, core::EntryPointId entry);
    void bound(const config::QueueBinding& binding);
    void describedBean(core::TypeId type, core::EntryPointId entry);
    [[nodiscard]] const config::SpringBean* bean(std::string_view id);
    [[nodiscard]] core::TypeId beanType(std::string_view reference);

    const core::CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    JndiNames m_jndi;
    std::map<std::string, std::vector<core::EntryPointId>, std::less<>> m_entries; ///< by the plain name of the destination
    std::vector<std::pair<std::string, std::vector<core::EntryPointId>>> m_patterns; ///< of routing keys: orders.*, orders.#
    std::map<std::string, const config::SpringBean*, std::less<>> m_beans;
};

/// The name of a destination with the settings in it; one that no setting tells stays as it is written, for two such names are not the same.
[[nodiscard]] std::string settledName(const ProjectFacts& facts, std::string_view written);

/// Notes that a member sends to a destination; `to` listens there, invalid when nobody in the system does.
void addMessage(core::CodeModel& model, core::MemberId from, core::Location at, std::string_view destination, core::EntryPointId to,
                core::Rule rule);

} // namespace naru::analyzers::graph
