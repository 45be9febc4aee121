#pragma once

#include "analyzers/decompose/EvidenceGraph.h"
#include "core/model/Partition.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace naru::analyzers::decompose {

/// What crosses when a call becomes remote: the types of its parameters and its result with their fields and tables, the
/// tables that it reads and writes behind the call, and how it could cross. All of it is independent of a division.
class CrossingData {
public:
    /// `code` and `base` must outlive it.
    CrossingData(const core::CodeModel& code, const EvidenceBase& base);

    /// Fills style, takes, gives, reads and writes of a function whose callee is known.
    void describe(core::MemberId callee, core::InterfaceFunction& out) const;
    /// The types of the system among parameters and result of the callee, added to `into` by their qualified names.
    void addTypes(core::MemberId callee, std::map<std::string, core::CrossingType>& into) const;

private:
    struct Tables {
        std::vector<std::string> reads;
        std::vector<std::string> writes;
    };
    struct Carried {
        std::uint32_t type = 0;
        bool result = false;
    };

    void indexCalls();
    void indexStatements();
    void indexTypes();
    [[nodiscard]] Tables behind(core::MemberId callee) const;
    [[nodiscard]] std::vector<Carried> carried(core::MemberId callee) const;
    [[nodiscard]] std::uint32_t typeNamed(core::TypeId from, std::string_view simple) const;
    [[nodiscard]] bool holdsData(std::uint32_t type) const;
    [[nodiscard]] std::vector<std::string> fieldsOf(std::uint32_t type) const;

    const core::CodeModel& m_code;
    const EvidenceBase& m_base;
    std::vector<std::uint32_t> m_callStart;
    std::vector<std::uint32_t> m_callees;
    std::vector<std::uint32_t> m_statementStart;
    std::vector<std::uint32_t> m_statements;
    std::vector<std::vector<std::uint32_t>> m_membersOf;               ///< by type
    std::vector<std::vector<std::uint32_t>> m_supers;                  ///< by type
    std::vector<std::vector<std::pair<std::uint32_t, bool>>> m_usedBy; ///< by type: types in its signatures, whether as an element
    std::map<std::string_view, std::uint32_t> m_bySimple;              ///< of types; kNoMember when ambiguous
    std::vector<std::vector<std::uint32_t>> m_tablesOf;                ///< by member index of a class
};

} // namespace naru::analyzers::decompose
