#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Fingerprint.h"
#include "core/base/Id.h"
#include "core/base/StringPool.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace naru::core {

/// Everything Naru knows about the source of one system, in one plain value.
/// Elements live in vectors and name each other by index; the order is canonical
/// (files by path, types and tables by name, members by owner and line, edges
/// by from, to, line), so that the same source gives the same model.

enum class Language : std::uint8_t { Java, Jsp, Html, JavaScript, Xml, Sql, Properties, Yaml, C, Cpp, ProC, Other };

struct Location {
    FileId file;
    std::uint32_t line = 0; ///< 1-based; 0 when the whole file is meant
    friend auto operator<=>(const Location&, const Location&) = default;
};

enum class ParseState : std::uint8_t {
    Parsed,  ///< read and understood
    Partial, ///< read, with syntax errors around which the rest was understood
    Failed,  ///< could not be read or understood at all
    Skipped, ///< not of interest (binary, too large, vendored); counted in no total
};

struct SourceFile {
    StringId path; ///< below the root, '/' as separator
    Language language = Language::Other;
    ParseState state = ParseState::Parsed;
    bool test = false; ///< test code: analysed, but apart from the system
    std::uint64_t bytes = 0;
    std::uint32_t lines = 0;
    Fingerprint content;
};

enum class TypeKind : std::uint8_t { Class, Interface, Enum, Record, Annotation, Struct, Union, Module };

enum class TypeFlag : std::uint32_t {
    Abstract = 1,
    Test = 2,
    Generated = 4,
    Static = 8,
    Final = 16,
    Public = 32,
    Page = 64, ///< code of a JSP: the type is called like the path of the view
};

struct Type {
    StringId name;    ///< qualified: a.b.Outer.Inner; the stable id
    StringId simple;  ///< Inner
    StringId package; ///< a.b
    TypeKind kind = TypeKind::Class;
    std::uint32_t flags = 0; ///< TypeFlag bits
    TypeId outer;
    Location at;
    std::uint32_t endLine = 0;
    StringId comment;                     ///< first sentence of the doc comment
    std::vector<StringId> externalSupers; ///< supertypes outside the system, as qualified as the imports allow
    std::vector<StringId> annotations;    ///< names, as qualified as the imports allow
    std::vector<StringId> literals; ///< identifier-like string constants in its code (attribute keys, form fields, cache names), by text
    std::vector<StringId> words;    ///< names of external methods it calls, by text: vocabulary beside the edges
};

enum class MemberKind : std::uint8_t { Method, Constructor, Field, Initializer, Function, Global };

enum class MemberFlag : std::uint32_t {
    Static = 1,
    Abstract = 2,
    Public = 4,
    Private = 8,
    Final = 16,
    Synchronized = 32,
    Synthetic = 64 /* made by Lombok and the like */,
};

struct Member {
    StringId id;        ///< a.b.C#m(T,U) for methods (simple parameter type names), a.b.C#f for fields
    StringId name;      ///< m
    StringId valueType; ///< return or field type as written, without type arguments
    TypeId owner;
    MemberKind kind = MemberKind::Method;
    std::uint32_t flags = 0; ///< MemberFlag bits
    Location at;
    std::uint32_t endLine = 0;
    std::uint16_t cyclomatic = 0; ///< 1 + decisions; 0 for fields and abstract methods
    std::uint16_t cognitive = 0;  ///< cognitive complexity after SonarSource's definition
    StringId comment;
};

struct Column {
    StringId name; ///< upper case
    StringId type; ///< as declared, e.g. VARCHAR2(20)
    StringId comment;
    bool nullable = true;
    bool primaryKey = false;
};

struct ForeignKey {
    std::vector<StringId> columns;
    TableId target;
    StringId targetName; ///< kept also when the target is not among the tables
    bool cascadeDelete = false;
    Location at;
};

enum class TableOrigin : std::uint8_t { Ddl, Entity, Sql, Document /* a collection or index of a store that is not relational */ };

struct Table {
    StringId name;    ///< upper case, without schema; the stable id
    StringId comment; ///< often the Korean name
    TableOrigin origin = TableOrigin::Sql;
    bool databaseView = false;
    bool remote = false; ///< known only through a database link: it belongs to another system
    Location at;
    std::vector<Column> columns;
    std::vector<ForeignKey> foreignKeys;
};

enum class StatementKind : std::uint8_t { Select, Insert, Update, Delete, Merge, Call, Other };
enum class StatementOrigin : std::uint8_t { Mapper, Annotation, StringSql, EntityUse, DerivedQuery, EmbeddedSql, Routine /* body of a stored procedure, function or trigger */ };
enum class AccessMode : std::uint8_t { Read, Write };

struct TableAccess {
    TableId table;
    AccessMode mode = AccessMode::Read;
    Location at;
    friend auto operator<=>(const TableAccess&, const TableAccess&) = default;
};

/// One SQL statement, or one use of a mapped entity.
struct Statement {
    StringId id; ///< namespace.id of a mapper statement, or the id of the member that holds it
    StatementKind kind = StatementKind::Select;
    StatementOrigin origin = StatementOrigin::Mapper;
    TypeId mapper;   ///< mapper interface of the same namespace, if any
    MemberId holder; ///< member that holds the SQL or the annotation, if any
    Location at;
    std::vector<TableAccess> accesses; ///< in the order of the text; no duplicates
    std::vector<StringId> columns;     ///< result or written columns where stated
    bool aggregates = false;           ///< GROUP BY, COUNT, SUM, or columns reckoned with each other: derived data
};

enum class ViewKind : std::uint8_t { Jsp, Html, Thymeleaf, Xhtml, Tiles, Nexacro, Other };

struct View {
    StringId path; ///< below the root; the stable id
    StringId title;
    ViewKind kind = ViewKind::Jsp;
    FileId file;
    std::vector<StringId> literals; ///< EL roots, bean ids, form fields and attribute keys, by text
    std::vector<StringId> words;    ///< EL properties and words of its URLs, by text
    std::vector<StringId> calls;    ///< methods that its scriptlets call, by text; "multiply" where an expression multiplies
};

enum class EntryPointKind : std::uint8_t {
    Http,
    Servlet,
    Rest,
    Soap,
    Action /* Struts, JSF */,
    Message,
    Scheduled,
    Batch,
    WebSocket,
    Remote /* EJB, RMI */,
    Main,
    Service /* Tuxedo, RPC */
};

struct EntryPoint {
    StringId id; ///< stable: "GET /a/b.do" for HTTP, kind and name for others
    EntryPointKind kind = EntryPointKind::Http;
    StringId method; ///< GET, POST ... or * for any; empty when not HTTP
    StringId path;
    MemberId handler;
    StringId handlerName; ///< type.member, also when the member is not among the members
    Location at;
    StringId title; ///< from a comment, menu or screen title
};

/// How an edge was found; the name of the rule is shown as its evidence.
enum class Rule : std::uint8_t {
    Declared,      ///< written as such (extends, field type, import)
    TypedReceiver, ///< receiver's declared type names the target
    Inherited,     ///< found in a supertype of the receiver's type
    Dispatch,      ///< interface or abstract method to an implementation
    SameType,      ///< unqualified call inside the type
    Static,        ///< static import or Type.method
    Chain,         ///< receiver is a call whose result type is known
    Synthetic,     ///< member made by Lombok, a record or an enum
    Injected,      ///< bean name or configuration names the target
    StatementName, ///< "namespace.id" string
    MapperMethod,  ///< mapper interface method of the same name
    SqlText,       ///< table named in SQL
    EntityMapping, ///< @Entity, orm.xml, hbm.xml
    ViewName,      ///< returned or forwarded view name
    Url,           ///< form, link, ajax or redirect URL
    ElExpression,  ///< EL bean in a view
    StoredRoutine, ///< body of a stored procedure, function or trigger that a statement runs
    DirtyChecking, ///< a loaded entity is changed within a transaction
    Cascade,       ///< a relation hands on that its owner is stored or removed
    PropertyKey,   ///< key of a property file that holds the SQL
    Collection,    ///< named collection of a document store
    Lookup,        ///< bean or JNDI name that the code asks for
    Reflection,    ///< class named by a constant string
    Written,       ///< name as it is written on a receiver of a written type; the compiler did not understand the expression
    NameOnly,      ///< the only function of that name; the type of the receiver is not known
    Implicit,      ///< constructor or destructor that nobody writes
    Signal,        ///< signal to the slot that is connected to it
    Message,       ///< destination that sender and consumer share
    Event,         ///< event of a type or qualifier that an observer listens to
    TagFunction,   ///< function of a tag library
    Include,       ///< page, fragment or definition put into another page
    Convention,    ///< named by the convention of a framework, not written
};

struct CallEdge { // member -> member
    MemberId from;
    MemberId to;
    Location at;
    Rule rule = Rule::TypedReceiver;
    friend auto operator<=>(const CallEdge&, const CallEdge&) = default;
};

struct InheritEdge { // type -> supertype
    TypeId from;
    TypeId to;
    bool implements = false;
    friend auto operator<=>(const InheritEdge&, const InheritEdge&) = default;
};

enum class UseKind : std::uint8_t { Field, Parameter, Return, Local, New, Cast, Annotation, Generic, Static, Throws, FieldAccess, Include };

struct TypeUseEdge { // type -> type
    TypeId from;
    TypeId to;
    UseKind kind = UseKind::Field;
    std::uint32_t count = 1;
    Location at; ///< first place
    friend auto operator<=>(const TypeUseEdge&, const TypeUseEdge&) = default;
};

struct FieldAccessEdge { // member -> field member
    MemberId from;
    MemberId to;
    AccessMode mode = AccessMode::Read;
    Location at;
    friend auto operator<=>(const FieldAccessEdge&, const FieldAccessEdge&) = default;
};

struct ExecuteEdge { // member -> statement
    MemberId from;
    StatementId to;
    Location at;
    Rule rule = Rule::StatementName;
    friend auto operator<=>(const ExecuteEdge&, const ExecuteEdge&) = default;
};

struct EntityEdge { // entity type -> table
    TypeId from;
    TableId to;
    friend auto operator<=>(const EntityEdge&, const EntityEdge&) = default;
};

enum class AssociationKind : std::uint8_t { OneToOne, OneToMany, ManyToOne, ManyToMany, Embedded };

struct AssociationEdge { // entity type -> entity type
    TypeId from;
    TypeId to;
    AssociationKind kind = AssociationKind::ManyToOne;
    bool composition = false; ///< the target lives and dies with the source (cascade ALL, PERSIST, REMOVE; orphanRemoval; embedded)
    Location at;
    friend auto operator<=>(const AssociationEdge&, const AssociationEdge&) = default;
};

struct RenderEdge { // member -> view
    MemberId from;
    ViewId to;
    Location at;
    Rule rule = Rule::ViewName;
    friend auto operator<=>(const RenderEdge&, const RenderEdge&) = default;
};

struct ViewLinkEdge { // view -> view, entry point or a URL that leads nowhere known
    ViewId from;
    ViewId toView;
    EntryPointId toEntry;
    StringId url; ///< as written, without context path and query
    Location at;
    Rule rule = Rule::Url;
    friend auto operator<=>(const ViewLinkEdge&, const ViewLinkEdge&) = default;
};

struct ViewTypeEdge { // view -> type it uses (useBean, EL bean, scriptlet)
    ViewId from;
    TypeId to;
    Rule rule = Rule::ElExpression;
    Location at;
    friend auto operator<=>(const ViewTypeEdge&, const ViewTypeEdge&) = default;
};

/// How a call leaves the system.
enum class RemoteKind : std::uint8_t { Http, Feign, Soap, Messaging };

/// A call to another system, or over the network to an entry point of this one.
struct RemoteCall {
    MemberId from;        ///< of an interface method (Feign): the method itself
    RemoteKind kind = RemoteKind::Http;
    StringId service;     ///< name or host of the other side, destination of a message; empty when only run time tells
    StringId method;      ///< GET, POST ...; empty when not said
    StringId url;         ///< as far as it is constant; {} stands for the rest
    EntryPointId toEntry; ///< the entry point of this system that answers; invalid: another system
    Location at;
    Rule rule = Rule::Url; ///< how `toEntry` was found
    friend auto operator<=>(const RemoteCall&, const RemoteCall&) = default;
};

/// An access of a request and the transaction in which it runs.
struct AccessUnit {
    MemberId opener;          ///< the member that opens the transaction; invalid: there is none, the access is committed by itself
    std::uint32_t access = 0; ///< among the accesses of the request
    friend auto operator<=>(const AccessUnit&, const AccessUnit&) = default;
};

/// What one entry point does with the data, in order along the call graph.
struct Transaction {
    EntryPointId entry;
    std::vector<TableAccess> accesses;   ///< in order of first reach; one per table and mode
    std::vector<StatementId> statements; ///< in order of first reach
    std::vector<MemberId> boundaries;    ///< members that open a transaction (@Transactional, tx:advice ...)
    std::vector<AccessUnit> units;       ///< by transaction, in the order in which they begin; an access may run in several. Empty: no boundary is known
    std::uint32_t reachedMembers = 0;
};

/// One of several functions behind an entry point: what it does for one value of a request parameter.
struct Action {
    EntryPointId entry;
    StringId parameter;                  ///< action, cmd ...
    StringId value;                      ///< login, save ...; "save&kind=new" where a second parameter decides; empty: for no or any other value
    Location at;                         ///< of the code that only this value runs; of the deciding member for other values
    std::vector<TableAccess> accesses;   ///< as in Transaction
    std::vector<StatementId> statements; ///< as in Transaction
    std::vector<MemberId> members;       ///< all members that it reaches, in order of first reach
};

enum class UnresolvedReason : std::uint8_t {
    UnknownType,
    UnknownMember,
    DynamicString,
    MissingStatement,
    MissingView,
    MissingHandler,
    Reflection
};

struct Unresolved {
    UnresolvedReason reason = UnresolvedReason::UnknownMember;
    StringId from; ///< id of the member, view or file
    StringId text; ///< what could not be followed
    Location at;
};

struct CodeModel {
    std::shared_ptr<StringPool> strings = std::make_shared<StringPool>();

    std::vector<SourceFile> files;
    std::vector<Type> types;
    std::vector<Member> members;
    std::vector<Table> tables;
    std::vector<Statement> statements;
    std::vector<View> views;
    std::vector<EntryPoint> entryPoints;

    std::vector<CallEdge> calls;
    std::vector<InheritEdge> inherits;
    std::vector<TypeUseEdge> typeUses;
    std::vector<FieldAccessEdge> fieldAccesses;
    std::vector<ExecuteEdge> executes;
    std::vector<EntityEdge> entities;
    std::vector<AssociationEdge> associations;
    std::vector<RenderEdge> renders;
    std::vector<ViewLinkEdge> viewLinks;
    std::vector<ViewTypeEdge> viewTypes;
    std::vector<RemoteCall> remoteCalls;
    std::vector<Transaction> transactions;
    std::vector<Action> actions; ///< by entry point, then in the order of the code; entry points that do one thing have none

    std::vector<Unresolved> unresolved;
    std::vector<Diagnostic> diagnostics;
    Fingerprint source; ///< of all files read (paths and contents)

    [[nodiscard]] std::string_view text(StringId id) const { return strings->view(id); }
    StringId intern(std::string_view text) const { return strings->intern(text); }
    [[nodiscard]] std::string_view path(const Location& at) const
    {
        return at.file.valid() ? text(files[at.file.value].path) : std::string_view();
    }
    [[nodiscard]] const SourceFile& operator[](FileId id) const { return files[id.value]; }
    [[nodiscard]] const Type& operator[](TypeId id) const { return types[id.value]; }
    [[nodiscard]] const Member& operator[](MemberId id) const { return members[id.value]; }
    [[nodiscard]] const Table& operator[](TableId id) const { return tables[id.value]; }
    [[nodiscard]] const Statement& operator[](StatementId id) const { return statements[id.value]; }
    [[nodiscard]] const View& operator[](ViewId id) const { return views[id.value]; }
    [[nodiscard]] const EntryPoint& operator[](EntryPointId id) const { return entryPoints[id.value]; }
};

[[nodiscard]] constexpr bool has(std::uint32_t flags, TypeFlag flag)
{
    return (flags & static_cast<std::uint32_t>(flag)) != 0;
}
[[nodiscard]] constexpr bool has(std::uint32_t flags, MemberFlag flag)
{
    return (flags & static_cast<std::uint32_t>(flag)) != 0;
}

} // namespace naru::core
