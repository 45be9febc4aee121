#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace naru::analyzers::cpp {

/// Index into UnitFacts::texts; 0 is the empty text.
using Text = std::uint32_t;

/// A line of a file of the system: index into UnitFacts::files.
struct Place {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
};

// Facts name symbols by keys: the USR that clang gives, with the path of the file behind it where the symbol belongs to one file
// only (static, unnamed namespace). All facts are plain numbers, so that they travel between processes and into the cache as bytes.

struct FileFact {
    Text path = 0;
    std::uint32_t seen = 0; ///< has declarations in this unit
    std::uint32_t told = 0; ///< some of them are among these facts: an earlier unit of the session may have told the rest
};

struct TypeFact {
    Text key = 0;
    Text name = 0; ///< qualified with dots
    Text simple = 0;
    Text space = 0; ///< namespaces, with dots
    Text outer = 0; ///< key of the enclosing type
    Text comment = 0;
    std::uint32_t kind = 0;  ///< core::TypeKind
    std::uint32_t flags = 0; ///< core::TypeFlag
    Place at;
    std::uint32_t endLine = 0;
};

struct SuperFact {
    Text type = 0;
    Text super = 0; ///< key
    Text name = 0;  ///< qualified, also when the supertype is outside the system
};

/// A function, method, field or global. Several facts of one key: the definition wins over declarations.
struct MemberFact {
    Text key = 0;
    Text name = 0;
    Text signature = 0; ///< name(T,U), or the name of a field
    Text valueType = 0;
    Text owner = 0; ///< key of the type; 0: the module of the file
    Text comment = 0;
    std::uint32_t kind = 0;  ///< core::MemberKind
    std::uint32_t flags = 0; ///< core::MemberFlag
    std::uint32_t defined = 0;
    Place at;
    std::uint32_t endLine = 0;
    std::uint32_t cyclomatic = 0;
    std::uint32_t cognitive = 0;
};

struct OverrideFact {
    Text method = 0;
    Text overridden = 0;
};

enum class CallForm : std::uint32_t {
    Direct,
    Virtual,   ///< to the method and its overriders below the receiver's type
    Pointer,   ///< through a slot: a variable, field, parameter or array that holds functions
    Candidate, ///< one of several overloads; clang could not choose for want of a header
    Service,   ///< by the name of a service (tpcall)
    Implicit,  ///< constructor or destructor that nobody writes
    Signal,    ///< signal to the slot that is connected to it
};

struct CallFact {
    Text from = 0;
    Text to = 0;       ///< key of the function or of the slot
    Text receiver = 0; ///< key of the receiver's type
    Text receiverName = 0;
    Text name = 0;
    std::uint32_t form = 0;
    std::uint32_t outside = 0; ///< declared outside the system, or nowhere
    std::uint32_t firstArg = 0;
    std::uint32_t args = 0; ///< constants of the arguments in UnitFacts::args; 0 where an argument is no constant
    Place at;
};

/// A function that is kept in a slot: initialised, assigned or handed over as an argument.
struct SlotFact {
    Text slot = 0;
    Text function = 0;
    Text label = 0; ///< string beside it in the same row of a table
    Place at;
};

/// A call as it is written, of a unit that clang understood in part: what is missing is looked up by name when all units are known.
struct LooseFact {
    Text from = 0;
    Text name = 0;
    Text root = 0;   ///< name of the variable, or type as written
    Text fields = 0; ///< between root and name, with dots
    std::uint32_t rootKind = 0; ///< LooseRoot
    std::uint32_t rootCall = 0; ///< index into UnitFacts::loose
    std::uint32_t element = 0;  ///< on what the container or iterator holds
    std::uint32_t args = 0;
    std::uint32_t told = 0; ///< clang has the call: it only says of what type the next one in the chain is
    Place at;
};

/// A function that clang left out, since its class is unknown or its head is not understood.
struct LostFact {
    Text key = 0;
    Text scope = 0; ///< A::B as written
    Text name = 0;
    Text signature = 0;
    Place at;
    std::uint32_t endLine = 0;
};

/// SLOT(f()) handed to a function, of which SIGNAL(g()) says when it is called.
struct ConnectionFact {
    Text from = 0; ///< the function that connects
    Text signal = 0;
    Text sender = 0; ///< name of a variable, or type as written
    Text slot = 0;
    Text receiver = 0;
    std::uint32_t senderKind = 0; ///< LooseRoot
    std::uint32_t receiverKind = 0;
    Text title = 0; ///< text for people beside it
    Place at;
};

struct AccessFact {
    Text from = 0;
    Text to = 0;
    std::uint32_t mode = 0; ///< core::AccessMode
    Place at;
};

struct UseFact {
    Text from = 0; ///< key of a member or type
    Text to = 0;
    std::uint32_t kind = 0; ///< core::UseKind
    Place at;
};

struct StringFact {
    Text in = 0;
    Text text = 0;
    Text callee = 0;
    Text receiver = 0;
    Text calleeKey = 0;
    std::uint32_t context = 0; ///< StringContext
    std::uint32_t argument = 0;
    std::uint32_t dynamic = 0;
    Place at;
};

/// An EXEC SQL statement.
struct SqlFact {
    Text in = 0;
    Text text = 0;
    Place at;
};

struct EntryFact {
    Text member = 0;
    Text name = 0;
    Text method = 0;        ///< HTTP method
    std::uint32_t kind = 0; ///< core::EntryPointKind
    Place at;
};

/// Lines of a function that only run for one value of a code.
struct DispatchFact {
    Text member = 0;
    Text parameter = 0;       ///< name of the variable or field
    Text value = 0;           ///< constant as written; 0: for any other
    std::uint32_t last = 0;   ///< line; the first one is that of the place
    std::uint32_t leaves = 0; ///< 1: ends with a return
    Place at;
};

struct IncludeFact {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
};

struct NoteFact {
    Text code = 0;
    Text detail = 0;
    std::uint32_t severity = 0; ///< core::Severity
    Place at;
};

/// Everything that one unit tells about the system. The first file is the unit itself.
struct UnitFacts {
    std::vector<std::string> texts{std::string()};
    std::vector<FileFact> files;
    std::vector<TypeFact> types;
    std::vector<SuperFact> supers;
    std::vector<MemberFact> members;
    std::vector<OverrideFact> overrides;
    std::vector<CallFact> calls;
    std::vector<Text> args;
    std::vector<SlotFact> slots;
    std::vector<LooseFact> loose;
    std::vector<LostFact> lost;
    std::vector<ConnectionFact> connections;
    std::vector<AccessFact> accesses;
    std::vector<UseFact> uses;
    std::vector<StringFact> strings;
    std::vector<SqlFact> sql;
    std::vector<EntryFact> entries;
    std::vector<DispatchFact> dispatches;
    std::vector<Text> boundaries; ///< members that open or end a transaction
    std::vector<IncludeFact> includes;
    std::vector<Text> outside; ///< absolute paths of included files that are no part of the system
    std::vector<NoteFact> notes;
    std::uint32_t errors = 0;  ///< syntax and type errors; missing headers apart
    std::uint32_t missing = 0; ///< missing headers
    std::uint32_t failed = 0;  ///< 1: clang gave nothing

    [[nodiscard]] std::string_view text(Text id) const { return id < texts.size() ? std::string_view(texts[id]) : std::string_view(); }
};

/// Calls `each` with every list of plain facts: the one place that names them all.
template <typename Facts, typename Each> void eachList(Facts& facts, Each each)
{
    each(facts.files);
    each(facts.types);
    each(facts.supers);
    each(facts.members);
    each(facts.overrides);
    each(facts.calls);
    each(facts.args);
    each(facts.slots);
    each(facts.loose);
    each(facts.lost);
    each(facts.connections);
    each(facts.accesses);
    each(facts.uses);
    each(facts.strings);
    each(facts.sql);
    each(facts.entries);
    each(facts.dispatches);
    each(facts.boundaries);
    each(facts.includes);
    each(facts.outside);
    each(facts.notes);
}

} // namespace naru::analyzers::cpp
