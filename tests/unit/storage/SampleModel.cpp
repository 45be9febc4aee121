#include "tests/unit/storage/SampleModel.h"

#include <sstream>
#include <type_traits>

namespace naru::tests {

using namespace core;

namespace {

class Printer {
public:
    explicit Printer(const CodeModel& model) : m_model(model) {}
    std::string text() const { return m_out.str(); }

    template <typename... Values> void row(const char* name, const Values&... values)
    {
        m_out << name;
        (put(values), ...);
        m_out << "\n";
    }

private:
    void put(StringId id) { m_out << " | " << (id.valid() ? "'" + std::string(m_model.text(id)) + "'" : "none"); }
    template <typename Tag> void put(Id<Tag> id) { m_out << " | " << (id.valid() ? std::to_string(id.value) : "none"); }
    void put(const Location& at)
    {
        put(at.file);
        put(at.line);
    }
    void put(const TableAccess& access)
    {
        put(access.table);
        put(access.mode);
        put(access.at);
    }
    void put(const AccessUnit& unit)
    {
        put(unit.opener);
        put(unit.access);
    }
    void put(const std::string& text) { m_out << " | " << text; }
    template <typename Value>
        requires std::is_arithmetic_v<Value> || std::is_enum_v<Value>
    void put(Value value)
    {
        m_out << " | " << static_cast<long long>(value);
    }
    template <typename Value> void put(const std::vector<Value>& values)
    {
        m_out << " [" << values.size();
        for (const Value& value : values)
            put(value);
        m_out << "]";
    }

    const CodeModel& m_model;
    std::ostringstream m_out;
};

void describeElements(Printer& out, const CodeModel& model)
{
    // Structured bindings: a new field does not compile here until it is compared, and so stored, as well.
    for (const auto& [path, language, state, test, bytes, lines, content] : model.files)
        out.row("file", path, language, state, test, bytes, lines, content.hex());
    for (const auto& [name, simple, package, kind, flags, outer, at, end, comment, supers, annotations, literals, words] : model.types)
        out.row("type", name, simple, package, kind, flags, outer, at, end, comment, supers, annotations, literals, words);
    for (const auto& [id, name, value, owner, kind, flags, at, end, cyclomatic, cognitive, comment] : model.members)
        out.row("member", id, name, value, owner, kind, flags, at, end, cyclomatic, cognitive, comment);
    for (const auto& [name, comment, origin, view, remote, at, columns, keys] : model.tables) {
        out.row("table", name, comment, origin, view, remote, at);
        for (const auto& [column, type, note, nullable, primary] : columns)
            out.row("  column", column, type, note, nullable, primary);
        for (const auto& [from, target, targetName, cascade, where] : keys)
            out.row("  key", from, target, targetName, cascade, where);
    }
    for (const auto& [id, kind, origin, mapper, holder, at, accesses, columns, aggregates] : model.statements)
        out.row("statement", id, kind, origin, mapper, holder, at, accesses, columns, aggregates);
    for (const auto& [path, title, kind, file, literals, words, calls] : model.views)
        out.row("view", path, title, kind, file, literals, words, calls);
    for (const auto& [id, kind, method, path, handler, handlerName, at, title] : model.entryPoints)
        out.row("entry", id, kind, method, path, handler, handlerName, at, title);
}

void describeEdges(Printer& out, const CodeModel& model)
{
    for (const auto& [from, to, at, rule] : model.calls)
        out.row("call", from, to, at, rule);
    for (const auto& [from, to, implements] : model.inherits)
        out.row("inherit", from, to, implements);
    for (const auto& [from, to, kind, count, at] : model.typeUses)
        out.row("use", from, to, kind, count, at);
    for (const auto& [from, to, mode, at] : model.fieldAccesses)
        out.row("field", from, to, mode, at);
    for (const auto& [from, to, at, rule] : model.executes)
        out.row("execute", from, to, at, rule);
    for (const auto& [from, to] : model.entities)
        out.row("entity", from, to);
    for (const auto& [from, to, kind, composition, at] : model.associations)
        out.row("association", from, to, kind, composition, at);
    for (const auto& [from, to, at, rule] : model.renders)
        out.row("render", from, to, at, rule);
    for (const auto& [from, view, entry, url, at, rule] : model.viewLinks)
        out.row("link", from, view, entry, url, at, rule);
    for (const auto& [from, to, rule, at] : model.viewTypes)
        out.row("viewType", from, to, rule, at);
}

} // namespace

std::string describeModel(const CodeModel& model)
{
    const auto& [strings, files, types, members, tables, statements, views, entries, calls, inherits, uses, fields, executes, entities,
                 associations, renders, links, viewTypes, remotes, transactions, actions, unresolved, diagnostics, source] = model;
    Printer out(model);
    describeElements(out, model);
    describeEdges(out, model);
    for (const auto& [from, kind, service, method, url, entry, at, rule] : remotes)
        out.row("remote", from, kind, service, method, url, entry, at, rule);
    for (const auto& [entry, accesses, statementIds, boundaries, units, reached] : transactions)
        out.row("transaction", entry, accesses, statementIds, boundaries, units, reached);
    for (const auto& [entry, parameter, value, at, accesses, statementIds, reached] : actions)
        out.row("action", entry, parameter, value, at, accesses, statementIds, reached);
    for (const auto& [reason, from, text, at] : unresolved)
        out.row("unresolved", reason, from, text, at);
    for (const auto& [severity, code, file, line, args] : diagnostics) {
        out.row("diagnostic", severity, code, file, line);
        for (const auto& [name, value] : args)
            out.row("  arg", name, value);
    }
    out.row("source", source.hex());
    return out.text();
}

CodeModel sampleModel(const std::vector<std::string>& early)
{
    CodeModel m;
    for (const std::string& one : early)
        m.intern(one);
    const auto text = [&](std::string_view value) { return m.intern(value); };
    const FileId file(0U);
    const Location at{file, 7};
    m.files = {{text("src/A.java"), Language::Java, ParseState::Partial, true, std::uint64_t{1} << 40U, 99,
                Fingerprint{0xFFFFFFFFFFFFFFFFULL, 0x8000000000000000ULL}},
               {text("web/\xEB\xAA\xA9\xEB\xA1\x9D.jsp"), Language::Jsp, ParseState::Failed, false, 5, 1, {}}};
    m.types = {{text("a.A"),
                text("A"),
                text("a"),
                TypeKind::Enum,
                33,
                TypeId(),
                at,
                90,
                text("\xEC\xB4\x9D\xEB\xAC\xB4"),
                {text("x.Base"), text("x.Other")},
                {text("x.Note")},
                {text("key")},
                {text("send"), text("close")}},
               {text("a.A.In"), text("In"), text("a"), TypeKind::Class, 0, TypeId(0U), at, 9, text(""), {}, {}, {}, {}}};
    m.members = {{text("a.A#m(T,U)"), text("m"), text("int"), TypeId(0U), MemberKind::Function, 65, at, 20, 65535, 3, text("does")},
                 {text("a.A#f"), text("f"), StringId(), TypeId(1U), MemberKind::Field, 0, at, 8, 0, 0, StringId()}};
    m.tables = {
        {text("T_USER"),
         text("user"),
         TableOrigin::Ddl,
         true,
         true,
         at,
         {{text("ID"), text("NUMBER(10)"), text("key"), false, true}, {text("NM"), text("VARCHAR2"), text(""), true, false}},
         {{{text("ID"), text("NM")}, TableId(1U), text("T_DEPT"), true, at}, {{text("NM")}, TableId(), text("T_GONE"), false, at}}},
        {text("T_DEPT"), text(""), TableOrigin::Sql, false, false, at, {}, {{{text("D")}, TableId(0U), text("T_USER"), false, at}}}};
    const TableAccess read{TableId(0U), AccessMode::Read, at};
    const TableAccess write{TableId(1U), AccessMode::Write, {file, 8}};
    m.statements = {{text("ns.sel"),
                     StatementKind::Merge,
                     StatementOrigin::EmbeddedSql,
                     TypeId(1U),
                     MemberId(0U),
                     at,
                     {write, read},
                     {text("ID")},
                     true}};
    m.views = {{text("web/a.jsp"), text("title"), ViewKind::Xhtml, FileId(1U), {text("bean")}, {text("word")}, {text("multiply")}}};
    m.entryPoints = {{text("GET /a.do"), EntryPointKind::Rest, text("GET"), text("/a.do"), MemberId(0U), text("a.A.m"), at, text("list")}};
    m.calls = {{MemberId(0U), MemberId(1U), at, Rule::Dispatch}};
    m.inherits = {{TypeId(1U), TypeId(0U), true}};
    m.typeUses = {{TypeId(0U), TypeId(1U), UseKind::Throws, 12, at}};
    m.fieldAccesses = {{MemberId(0U), MemberId(1U), AccessMode::Write, at}};
    m.executes = {{MemberId(0U), StatementId(0U), at, Rule::SqlText}};
    m.entities = {{TypeId(0U), TableId(1U)}};
    m.associations = {{TypeId(0U), TypeId(1U), AssociationKind::Embedded, true, at}};
    m.renders = {{MemberId(0U), ViewId(0U), at}};
    m.viewLinks = {{ViewId(0U), ViewId(), EntryPointId(0U), text("/a.do"), at}};
    m.viewTypes = {{ViewId(0U), TypeId(0U), Rule::Url, at}};
    m.remoteCalls = {{MemberId(0U), RemoteKind::Feign, m.intern("stock-service"), m.intern("GET"), m.intern("/stock/{}"), EntryPointId(0U), at}};
    m.transactions = {{EntryPointId(0U), {read, write}, {StatementId(0U)}, {MemberId(0U), MemberId(1U)}, {{MemberId(1U), 1}, {MemberId(), 0}}, 17}};
    m.actions = {{EntryPointId(0U), text("cmd"), text("save"), at, {read, write}, {StatementId(0U)}, {MemberId(1U)}}};
    m.unresolved = {{UnresolvedReason::Reflection, text("a.A#m(T,U)"), text("Class.forName"), at}};
    m.diagnostics = {{Severity::Error, "java.syntax", "src/A.java", 3, {{"what", "';'"}, {"where", "\xEC\x97\xAC\xEA\xB8\xB0"}}}};
    m.source = {1, 2};
    return m;
}

} // namespace naru::tests
