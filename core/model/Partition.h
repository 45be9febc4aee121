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
    std::string style = {};               ///< how it could cross: query, command, event, library or data; empty: not told
    std::vector<std::string> takes = {};  ///< types of the parameters, as written
    std::string gives = {};               ///< type of the result, as written; empty for none
    std::vector<std::string> reads = {};  ///< tables behind the call
    std::vector<std::string> writes = {}; ///< tables behind the call that change
};

/// A type of the system whose values cross between two contexts.
struct CrossingType {
    std::string type;                ///< qualified
    bool in = false;                 ///< handed over by the caller
    bool out = false;                ///< given back
    std::vector<std::string> fields; ///< "name: type", with those of its supertypes in the system
    std::vector<std::string> tables; ///< it stands for
};

/// How often one context reaches into a table of the other.
struct CrossingAccess {
    std::string table;
    int reads = 0;  ///< statements
    int writes = 0; ///< statements
};

enum class InterfaceKind { Call, SharedTable, DistributedTransaction };

struct ContextInterface {
    std::string from; ///< context id
    std::string to;
    InterfaceKind kind = InterfaceKind::Call;
    std::vector<InterfaceFunction> functions;
    std::vector<std::string> tables; ///< for SharedTable
    int calls = 0;                   ///< call sites in the code, of all functions
    std::string style = {};               ///< proposal: query, command, event, library, data or saga; empty: not told
    std::string reasonKey = {};           ///< of the proposal
    std::vector<CrossingType> data = {};
    std::vector<CrossingAccess> accesses = {}; ///< for SharedTable
};

struct SharedTable {
    std::string table;
    std::string proposedOwner; ///< context id
    std::vector<std::string> readers;
    std::vector<std::string> writers;
    std::string reasonKey;
};

/// One write of a saga, in its order.
struct SagaStep {
    std::string context; ///< id of the owner of the table
    std::string table;
    std::string action;       ///< insert, update, delete or other
    std::string role;         ///< compensable: before the pivot; pivot: decides; retriable: after it, repeated until it succeeds
    std::string compensation; ///< what takes it back; only of compensable steps
};

/// Writes that succeed or fail together today and would lie in several contexts.
struct DistributedTransaction {
    std::string entryPoint;
    std::vector<std::string> contexts;      ///< in order of writing
    std::vector<std::string> writes;        ///< tables in order
    std::vector<std::string> compensations; ///< saga proposal, in reverse order
    std::string coordinator = {};           ///< context id: that of the entry point
    std::vector<SagaStep> steps = {};
    std::string opener = {}; ///< id of the member that opens the transaction; empty where none is known and the whole request counts as one
    std::vector<Evidence> evidence = {}; ///< where the transaction is opened (or the request asked), then where each table is written
};

struct Reason {        // why a member is where it is
    std::string layer; ///< evidence layer: calls, data, name ...
    std::string other; ///< the neighbour member id
    double weight = 0; ///< share of the pull toward the context, 0 to 1
    Evidence evidence;
};

/// One action of a dispatcher class, and the context that it belongs to by itself.
struct ActionPlace {
    std::string name;
    std::string context; ///< id; empty: tied to none
};

struct MemberWhy {
    std::string context;
    std::string nextBest;  ///< context id
    double confidence = 0; ///< pull of own context / (own + next best), 0.5 to 1
    std::vector<Reason> toward;
    std::vector<Reason> towardNext;
    /// What the second method says: the context in which most of those stand that it puts together with the member, and their share,
    /// 0 to 1. Empty: it has no opinion.
    std::string opinion = {};
    double opinionShare = 0;
    std::vector<ActionPlace> actions = {}; ///< of a class whose actions belong to several contexts: it sits where most of them do
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

/// One granularity that was tried: why the number of contexts is what it is.
struct GranularityStep {
    double resolution = 1;
    int contexts = 0;
    double agreement = 0; ///< adjusted Rand index with the recommended alternative, as proposed
};

struct Partition {
    std::vector<Alternative> alternatives; ///< the first is the recommended one
    std::vector<GranularityStep> ladder;   ///< from coarse to fine; empty: not tried
    std::map<std::string, double> weights; ///< evidence layer -> weight used
    std::vector<std::string> notes;        ///< text keys: what was not looked at
};

} // namespace naru::core
