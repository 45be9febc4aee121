#pragma once

#include "analyzers/graph/Symbols.h"
#include "analyzers/spi/CodeIndex.h"

#include <map>
#include <string>
#include <vector>

namespace naru::analyzers::graph {

/// Which of several implementations is injected, as far as names say so: @Qualifier, @Resource(name), @Named, @Primary, and the
/// name of the field where the container falls back on it.
class BeanChoice {
public:
    BeanChoice(const SymbolTable& table, const CodeIndex& index);

    /// The type among `candidates` (owners of implementations) whose bean the code of `user` is given for what declares `declared`;
    /// invalid when names do not tell.
    [[nodiscard]] core::TypeId chosen(core::TypeId user, core::TypeId declared, const std::vector<core::TypeId>& candidates) const;

private:
    struct Injection {
        std::uint32_t type = kNoIndex; ///< symbol of the field's type
        std::string qualifier;         ///< empty when there is none
        std::string field;
    };

    void readAnnotations(const CodeIndex& index);
    void readFields();

    const SymbolTable& m_table;
    const core::CodeModel& m_model;
    std::map<core::TypeId, std::string> m_beans;
    std::map<core::TypeId, bool> m_primary;
    std::map<core::MemberId, std::string> m_injected; ///< fields that a container sets, with their qualifier
    std::map<core::TypeId, bool> m_constructed;       ///< beans, which get final fields through their constructor
    std::map<core::TypeId, std::vector<Injection>> m_fields;
    std::map<core::TypeId, std::uint32_t> m_symbols;
};

} // namespace naru::analyzers::graph
