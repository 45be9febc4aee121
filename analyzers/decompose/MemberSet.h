#pragma once

#include "core/model/CodeModel.h"
#include "core/model/Partition.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::decompose {

inline constexpr std::uint32_t kNoMember = std::numeric_limits<std::uint32_t>::max();

/// What is put into contexts: top-level classes (nested ones go with them), tables
/// and views. Test code and generated code are left out.
struct MemberSet {
    std::vector<core::PartitionMember> members; ///< classes by name, tables by name, views by path
    std::vector<std::uint32_t> ofType;          ///< by TypeId
    std::vector<std::uint32_t> ofTable;         ///< by TableId
    std::vector<std::uint32_t> ofView;          ///< by ViewId
    std::vector<std::uint32_t> ofEntry;         ///< by EntryPointId: the class that answers
    std::vector<core::TypeId> type;             ///< by member; the top-level type of a class
    std::vector<core::TableId> table;           ///< by member
    std::vector<core::ViewId> view;             ///< by member
    std::unordered_map<std::string, std::uint32_t> byId;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(members.size()); }
    [[nodiscard]] core::MemberRole role(std::uint32_t member) const { return members[member].role; }
    [[nodiscard]] std::uint32_t of(core::TypeId id) const { return id.valid() ? ofType[id.value] : kNoMember; }
    [[nodiscard]] std::uint32_t of(core::TableId id) const { return id.valid() ? ofTable[id.value] : kNoMember; }
    [[nodiscard]] std::uint32_t of(core::ViewId id) const { return id.valid() ? ofView[id.value] : kNoMember; }
    [[nodiscard]] std::uint32_t of(core::EntryPointId id) const { return id.valid() ? ofEntry[id.value] : kNoMember; }
    /// The member that holds a method or field.
    [[nodiscard]] std::uint32_t owner(const core::CodeModel& code, core::MemberId id) const
    {
        return id.valid() ? of(code[id].owner) : kNoMember;
    }
    /// A member by its id ("class:a.B"), or by a bare name (class, table, view path, simple class
    /// name, nested class) when that names only one; kNoMember otherwise, with
    /// `several` set when the name is that of more than one.
    [[nodiscard]] std::uint32_t find(std::string_view idOrName, bool* several = nullptr) const;

private:
    friend MemberSet collectMembers(const core::CodeModel& code);
    std::unordered_map<std::string, std::uint32_t> m_byName; ///< kNoMember when ambiguous
};

MemberSet collectMembers(const core::CodeModel& code);

} // namespace naru::analyzers::decompose
