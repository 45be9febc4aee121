#pragma once

#include "core/model/Evidence.h"

#include <map>
#include <string>
#include <vector>

namespace naru::core {

enum class MemberRole { Class, Table, View };

/// A thing that is put into a context. `id` is stable: the role's letter and the
/// name, "class:a.b.C", "table:T", "view:path".
struct PartitionMember {
    std::string id;
    MemberRole role = MemberRole::Class;
    std::string name;
    friend auto operator<=>(const PartitionMember&, const PartitionMember&) = default;
};

enum class SubdomainKind { Core, Supporting, Generic };

struct Aggregate {
    std::string root; ///< table
    std::vector<std::string> tables;
};

struct DomainEvent { // a state change an entry point causes
    std::string name;
    std::string entryPoint; ///< entry point id
    std::string table;
};

struct Context {
    std::string id; ///< stable over re-runs as far as its members are
    std::string name;
    SubdomainKind kind = SubdomainKind::Supporting;
    std::string kindReasonKey;
    std::vector<PartitionMember> members;
    std::vector<std::string> owns;        ///< tables
    std::vector<std::string> reads;       ///< tables of other contexts
    std::vector<std::string> entryPoints; ///< ids
    std::vector<DomainEvent> events;
    std::vector<std::string> commands; ///< entry point ids that change state
    std::vector<Aggregate> aggregates;
    std::vector<std::string> words; ///< domain words, strongest first
};

struct InterfaceFunction {
    std::string from; ///< member id of the caller
    std::string to;   ///< member id of the callee
    int calls = 0;    ///< call sites in the code
    std::string file;
    int line = 0;
};

enum class InterfaceKind { Call, SharedTable, DistributedTransaction };

struct ContextInterface {
    std::string from; ///< context id
    std::string to;
    InterfaceKind kind = InterfaceKind::Call;
    std::vector<InterfaceFunction> functions;
    std::vector<std::string> tables; ///< for SharedTable
};

struct SharedTable {
    std::string table;
    std::string proposedOwner; ///< context id
    std::vector<std::string> readers;
    std::vector<std::string> writers;
    std::string reasonKey;
};

struct DistributedTransaction {
    std::string entryPoint;
    std::vector<std::string> contexts;      ///< in order of writing
    std::vector<std::string> writes;        ///< tables in order
    std::vector<std::string> compensations; ///< saga proposal, in reverse order
};

struct Reason {        // why a member is where it is
    std::string layer; ///< evidence layer: calls, data, name ...
    std::string other; ///< the neighbour member id
    double weight = 0; ///< share of the pull toward the context, 0 to 1
    Evidence evidence;
};

struct MemberWhy {
    std::string context;
    std::string nextBest;  ///< context id
    double confidence = 0; ///< pull of own context / (own + next best), 0.5 to 1
    std::vector<Reason> toward;
    std::vector<Reason> towardNext;
};

struct Alternative {
    std::string id;
    std::string level; ///< coarse or fine
    double score = 0;
    std::string reasonKey; ///< why this number of contexts
    double resolution = 1;
    std::vector<Context> contexts;
    std::vector<PartitionMember> shared;
    std::vector<PartitionMember> unused;
    std::vector<PartitionMember> unassigned;
    std::vector<ContextInterface> interfaces;
    std::vector<SharedTable> sharedTables;
    std::vector<DistributedTransaction> distributedTransactions;
    std::map<std::string, double> metrics;
    std::map<std::string, MemberWhy> why; ///< by member id
};

struct Partition {
    std::vector<Alternative> alternatives; ///< the first is the recommended one
    std::map<std::string, double> weights; ///< evidence layer -> weight used
    std::vector<std::string> notes;        ///< text keys: what was not looked at
};

} // namespace naru::core
