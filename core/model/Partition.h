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
    bool named = false;             ///< the name was given by a person
    std::string review;             ///< open, agreed or disputed; empty when nobody looked
    std::string reviewer;
    std::string note;
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

/// How two contexts stand to each other (context map).
struct ContextRelation {
    std::string upstream;   ///< context id: offers
    std::string downstream; ///< context id: uses
    std::string pattern;    ///< customer-supplier, partnership, shared-kernel, anti-corruption
    std::string reasonKey;
    int calls = 0;
    int tables = 0; ///< tables both touch
};

/// Two contexts that an expert may want as one.
struct MergeSuggestion {
    std::string from;
    std::string into;
    double strength = 0; ///< share of the ties of `from` that lead to `into`, 0 to 1
    std::string reasonKey;
};

/// Something asked for (a constraint, a decision) that could not be kept, and why.
struct Unmet {
    std::string what; ///< apart, together, pin, member, context, merge, role
    std::vector<std::string> members;
    std::string context;
    std::string reasonKey;
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
    std::vector<ContextRelation> relations;
    std::vector<MergeSuggestion> mergeSuggestions;
    std::vector<std::string> review;              ///< member ids to look at, the least certain first
    std::vector<std::string> pinned;              ///< member ids a person has pinned
    std::vector<Unmet> unmet;                     ///< constraints and decisions that could not be kept
    std::vector<std::vector<std::string>> cycles; ///< context ids that call each other in a ring
};

struct Partition {
    std::vector<Alternative> alternatives; ///< the first is the recommended one
    std::map<std::string, double> weights; ///< evidence layer -> weight used
    std::vector<std::string> notes;        ///< text keys: what was not looked at
};

} // namespace naru::core
