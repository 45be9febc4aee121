#pragma once

#include "analyzers/cpp/CppFacts.h"
#include "analyzers/cpp/FunctionGroups.h"
#include "analyzers/cpp/LooseCode.h"
#include "analyzers/spi/CodeIndex.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::analyzers::cpp {

/// Merges the facts of all units into an index: symbols by their keys, calls to the definitions that are nearest to the caller.
/// What is added does not depend on the order of the units.
class IndexWriter {
public:
    explicit IndexWriter(CodeIndex& index);

    void add(const UnitFacts& facts);
    /// Writes what was added; nothing can be added afterwards. `scheduled`: programs that run by the clock.
    void finish(const std::set<std::string>& scheduled = {});

private:
    using Key = core::StringId;
    struct Super {
        Key super;
        core::StringId name;
    };
    struct TypeEntry {
        Key key;
        Key outer;
        core::Type type;
        core::TypeId id;
    };
    struct MemberEntry {
        Key key;
        Key owner;
        core::StringId signature;
        core::Member member;
        bool defined = false;
        core::MemberId id;
    };
    struct Call {
        Key from, to, receiver;
        core::StringId receiverName, name;
        CallForm form = CallForm::Direct;
        bool outside = false;
        std::vector<core::StringId> args;
        core::Location at;
    };
    struct Slot {
        Key slot, function;
        core::StringId label;
        core::Location at;
    };
    struct Access {
        Key from, to;
        core::AccessMode mode = core::AccessMode::Read;
        core::Location at;
    };
    struct Use {
        Key from, to;
        core::UseKind kind = core::UseKind::Static;
        core::Location at;
    };
    struct Entry {
        Key member;
        core::StringId name, method;
        core::EntryPointKind kind = core::EntryPointKind::Service;
        core::Location at;
    };
    struct Decision {
        Key member;
        core::StringId parameter, value;
        std::uint32_t last = 0;
        bool leaves = false;
        core::Location at;
    };
    struct Include {
        core::FileId from, to;
    };
    struct Loose {
        Key from;
        core::StringId name;
        std::string root;
        std::vector<std::string> fields;
        LooseRoot rootKind = LooseRoot::None;
        std::size_t rootCall = 0; ///< index into m_loose
        bool element = false;
        bool told = false;
        std::size_t args = 0;
        core::Location at;
        core::StringId result; ///< type of the value, once it is resolved
    };
    struct Lost {
        Key key;
        std::string scope;
        core::StringId name, signature;
        core::Location at;
        std::uint32_t endLine = 0;
    };
    struct Connection {
        Key from;
        core::StringId signal, slot, title;
        std::string sender, receiver;
        LooseRoot senderKind = LooseRoot::None, receiverKind = LooseRoot::None;
        core::Location at;
    };
    struct Pool;

    [[nodiscard]] core::Location location(const Place& place, const Pool& pool) const;
    void addTypes(const UnitFacts& facts, const Pool& pool);
    void addMembers(const UnitFacts& facts, const Pool& pool);
    void addCalls(const UnitFacts& facts, const Pool& pool);
    void addRest(const UnitFacts& facts, const Pool& pool);
    void addLoose(const UnitFacts& facts, const Pool& pool);

    // finish, in this order
    void writeTypes();
    void placeLost();
    void chooseDefinitions();
    void writeModules();
    void divideModules();
    void divideModule(core::TypeId module, const std::vector<std::size_t>& functions, const std::vector<FunctionTie>& ties);
    void writeMembers();
    void writeInheritance();
    void linkSlots();
    void writeCalls();
    void writeCall(const Call& call);
    void writeExternal(const Call& call);
    void writeLoose();
    void writeConnections();
    void writeRest();
    void writeStrings();
    void writeEntries(const std::set<std::string>& scheduled);
    void writeDispatches();
    void placeServers(std::size_t firstEntry);
    void addEntry(const Entry& entry, core::MemberId handler);
    void addEdge(core::MemberId from, core::MemberId to, core::Location at, core::Rule rule);
    void dispatch(const Call& call, core::MemberId from, core::MemberId to);
    [[nodiscard]] std::set<core::MemberId> overridersOf(core::MemberId method) const;

    // by name, where types are not known
    void nameMembers();
    void resolve(Loose& call);
    [[nodiscard]] core::TypeId typeNamed(std::string_view written, bool element, core::Location near) const;
    [[nodiscard]] core::TypeId rootType(LooseRoot kind, const std::string& root, bool element, core::MemberId from,
                                        core::Location at) const;
    [[nodiscard]] core::MemberId memberNamed(core::TypeId type, core::StringId name, bool function, std::size_t arguments = 0) const;
    [[nodiscard]] core::MemberId freeNamed(core::StringId name, bool function, core::Location near) const;
    [[nodiscard]] core::MemberId onlyNamed(core::StringId name, core::FileId near);
    [[nodiscard]] bool sees(core::FileId from, core::FileId file);

    [[nodiscard]] core::MemberId member(Key key, core::Location from) const;
    [[nodiscard]] core::TypeId type(Key key) const;
    [[nodiscard]] core::TypeId ownerOf(core::MemberId id) const;
    [[nodiscard]] bool below(core::TypeId type, core::TypeId super) const;
    [[nodiscard]] std::string moduleStem(core::FileId file) const;
    [[nodiscard]] std::string folderOf(core::FileId file) const;
    [[nodiscard]] std::size_t nearness(core::FileId a, core::FileId b) const;

    CodeIndex& m_index;
    core::CodeModel& m_model;
    std::unordered_map<std::string_view, core::FileId> m_files;
    std::vector<TypeEntry> m_types;
    std::unordered_map<Key, std::size_t> m_typeByKey;
    std::vector<MemberEntry> m_members;
    std::unordered_map<Key, std::vector<std::size_t>> m_membersByKey;
    std::vector<std::pair<Key, Super>> m_supers;
    std::vector<std::pair<Key, Key>> m_overrides;
    std::vector<Call> m_calls;
    std::vector<Slot> m_slots;
    std::vector<Access> m_accesses;
    std::vector<Use> m_uses;
    std::vector<std::pair<Key, StringUse>> m_strings;
    std::vector<std::pair<Key, Key>> m_stringCallees; ///< beside m_strings: key of the callee
    std::vector<std::pair<Key, EmbeddedSql>> m_sql;
    std::vector<Entry> m_entries;
    std::vector<std::pair<Key, core::FileId>> m_boundaries;
    std::vector<Decision> m_decisions;
    std::vector<Include> m_includes;
    std::unordered_map<core::FileId, std::vector<core::FileId>> m_includesOf;
    std::unordered_map<core::FileId, std::vector<bool>> m_seen; ///< by file all files that it includes, where that was asked for
    std::vector<Loose> m_loose;
    std::vector<Lost> m_lost;
    std::vector<Connection> m_connections;

    std::map<std::string, core::TypeId> m_modules; ///< by path without extension
    std::unordered_map<core::FileId, core::TypeId> m_moduleOfFile;
    std::unordered_map<std::size_t, core::TypeId> m_groupOf; ///< of the functions of a divided file, by place in m_members
    std::unordered_map<core::MemberId, std::vector<core::MemberId>> m_overriders;
    std::unordered_map<core::TypeId, std::vector<core::TypeId>> m_supersOf;
    std::unordered_map<Key, std::vector<Key>> m_functionsOf; ///< of a slot
    std::unordered_map<core::StringId, core::MemberId> m_services;
    std::vector<const Call*> m_serviceCalls;
    std::unordered_map<Key, Key> m_lostKeys; ///< of functions that clang left out: the declared method that they define
    std::unordered_map<std::string, std::vector<core::TypeId>> m_typesBySimple;
    std::map<std::pair<core::TypeId, core::StringId>, std::vector<core::MemberId>> m_membersByName;
    std::unordered_map<core::StringId, std::vector<core::MemberId>> m_anyByName; ///< functions and methods
    std::unordered_map<core::MemberId, core::StringId> m_slotTitles;
    std::size_t m_firstType = 0;
    std::size_t m_firstMember = 0;
};

} // namespace naru::analyzers::cpp
