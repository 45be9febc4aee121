#pragma once

#include "core/model/CodeModel.h"

#include <concepts>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

namespace naru::core::rows {

// One description of the rows of each list, used for writing and for reading. A visitor is
// called with each column's name and value in turn; a Location is two columns. Names are
// stored: a new column or list may be added at any time, and an old name never gets a new meaning.

/// An element of a list inside another element, with the index of that one.
template <typename Value> struct Item {
    std::uint32_t owner = 0;
    Value value{};
};

/// A diagnostic with its texts interned, and one of its arguments.
struct DiagnosticRow {
    Severity severity = Severity::Warning;
    StringId code;
    StringId file;
    int line = 0;
};

struct ArgumentRow {
    std::uint32_t owner = 0;
    StringId name;
    StringId value;
};

/// The names of the columns of a row, in their order.
struct ColumnNames {
    std::vector<std::string_view> names;
    void operator()(const char* name, const auto& /*value*/) { names.emplace_back(name); }
};

template <typename Row, typename Like>
concept RowOf = std::same_as<std::remove_cvref_t<Row>, Like>;

void describe(auto& visit, RowOf<SourceFile> auto& r)
{
    visit("path", r.path), visit("language", r.language), visit("state", r.state), visit("test", r.test), visit("bytes", r.bytes);
    visit("lines", r.lines), visit("high", r.content.high), visit("low", r.content.low);
}

void describe(auto& visit, RowOf<Location> auto& r)
{
    visit("file", r.file), visit("line", r.line);
}

void describe(auto& visit, RowOf<Type> auto& r)
{
    visit("name", r.name), visit("simple", r.simple), visit("package", r.package), visit("kind", r.kind), visit("flags", r.flags);
    visit("outer", r.outer), describe(visit, r.at), visit("endLine", r.endLine), visit("comment", r.comment);
}

void describe(auto& visit, RowOf<Member> auto& r)
{
    visit("id", r.id), visit("name", r.name), visit("valueType", r.valueType), visit("owner", r.owner), visit("kind", r.kind);
    visit("flags", r.flags), describe(visit, r.at), visit("endLine", r.endLine), visit("cyclomatic", r.cyclomatic);
    visit("cognitive", r.cognitive), visit("comment", r.comment);
}

void describe(auto& visit, RowOf<Table> auto& r)
{
    visit("name", r.name), visit("comment", r.comment), visit("origin", r.origin), visit("databaseView", r.databaseView);
    visit("remote", r.remote), describe(visit, r.at);
}

void describe(auto& visit, RowOf<Column> auto& r)
{
    visit("name", r.name), visit("type", r.type), visit("comment", r.comment), visit("nullable", r.nullable);
    visit("primaryKey", r.primaryKey);
}

void describe(auto& visit, RowOf<ForeignKey> auto& r)
{
    visit("target", r.target), visit("targetName", r.targetName), visit("cascadeDelete", r.cascadeDelete), describe(visit, r.at);
}

void describe(auto& visit, RowOf<TableAccess> auto& r)
{
    visit("table", r.table), visit("mode", r.mode), describe(visit, r.at);
}

void describe(auto& visit, RowOf<Statement> auto& r)
{
    visit("id", r.id), visit("kind", r.kind), visit("origin", r.origin), visit("mapper", r.mapper), visit("holder", r.holder);
    describe(visit, r.at), visit("aggregates", r.aggregates);
}

void describe(auto& visit, RowOf<View> auto& r)
{
    visit("path", r.path), visit("title", r.title), visit("kind", r.kind), visit("file", r.file);
}

void describe(auto& visit, RowOf<EntryPoint> auto& r)
{
    visit("id", r.id), visit("kind", r.kind), visit("method", r.method), visit("path", r.path), visit("handler", r.handler);
    visit("handlerName", r.handlerName), describe(visit, r.at), visit("title", r.title);
}

void describe(auto& visit, RowOf<CallEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), describe(visit, r.at), visit("rule", r.rule);
}

void describe(auto& visit, RowOf<InheritEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("implements", r.implements);
}

void describe(auto& visit, RowOf<TypeUseEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("kind", r.kind), visit("count", r.count), describe(visit, r.at);
}

void describe(auto& visit, RowOf<FieldAccessEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("mode", r.mode), describe(visit, r.at);
}

void describe(auto& visit, RowOf<ExecuteEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), describe(visit, r.at), visit("rule", r.rule);
}

void describe(auto& visit, RowOf<EntityEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to);
}

void describe(auto& visit, RowOf<AssociationEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("kind", r.kind), visit("composition", r.composition), describe(visit, r.at);
}

void describe(auto& visit, RowOf<RenderEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), describe(visit, r.at), visit("rule", r.rule);
}

void describe(auto& visit, RowOf<ViewLinkEdge> auto& r)
{
    visit("source", r.from), visit("toView", r.toView), visit("toEntry", r.toEntry), visit("url", r.url), describe(visit, r.at);
    visit("rule", r.rule);
}

void describe(auto& visit, RowOf<ViewTypeEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("rule", r.rule), describe(visit, r.at);
}

void describe(auto& visit, RowOf<RemoteCall> auto& r)
{
    visit("source", r.from), visit("kind", r.kind), visit("service", r.service), visit("method", r.method), visit("url", r.url);
    visit("toEntry", r.toEntry), describe(visit, r.at), visit("rule", r.rule);
}

void describe(auto& visit, RowOf<Transaction> auto& r)
{
    visit("entry", r.entry), visit("reachedMembers", r.reachedMembers);
}

void describe(auto& visit, RowOf<AccessUnit> auto& r)
{
    visit("opener", r.opener), visit("access", r.access);
}

void describe(auto& visit, RowOf<Action> auto& r)
{
    visit("entry", r.entry), visit("parameter", r.parameter), visit("actionValue", r.value), describe(visit, r.at);
}

void describe(auto& visit, RowOf<Unresolved> auto& r)
{
    visit("reason", r.reason), visit("source", r.from), visit("text", r.text), describe(visit, r.at);
}

void describe(auto& visit, RowOf<DiagnosticRow> auto& r)
{
    visit("severity", r.severity), visit("code", r.code), visit("file", r.file), visit("line", r.line);
}

void describe(auto& visit, RowOf<ArgumentRow> auto& r)
{
    visit("owner", r.owner), visit("name", r.name), visit("value", r.value);
}

/// An identifier is one column.
template <typename Tag> void describe(auto& visit, Id<Tag>& id)
{
    visit("value", id);
}

template <typename Tag> void describe(auto& visit, const Id<Tag>& id)
{
    visit("value", id);
}

template <typename Value> void describe(auto& visit, Item<Value>& item)
{
    visit("owner", item.owner), describe(visit, item.value);
}

template <typename Value> void describe(auto& visit, const Item<Value>& item)
{
    visit("owner", item.owner), describe(visit, item.value);
}

/// All lists of a model but its texts and diagnostics, for a writer as for a reader. What
/// others refer to comes first.
void describeLists(auto& lists, auto& model)
{
    lists.rows("file", model.files);
    lists.rows("type", model.types);
    lists.rows("member", model.members);
    lists.rows("table", model.tables);
    lists.rows("statement", model.statements);
    lists.rows("view", model.views);
    lists.rows("entryPoint", model.entryPoints);
    lists.rows("transaction", model.transactions);
    lists.rows("action", model.actions);
    lists.rows("unresolved", model.unresolved);

    lists.nested("type.super", model.types, &Type::externalSupers);
    lists.nested("type.annotation", model.types, &Type::annotations);
    lists.nested("type.literal", model.types, &Type::literals);
    lists.nested("type.word", model.types, &Type::words);
    lists.nested("table.column", model.tables, &Table::columns);
    lists.nested("table.foreignKey", model.tables, &Table::foreignKeys);
    lists.nestedTwice("table.foreignKey.column", model.tables, &Table::foreignKeys, &ForeignKey::columns);
    lists.nested("statement.access", model.statements, &Statement::accesses);
    lists.nested("statement.column", model.statements, &Statement::columns);
    lists.nested("view.literal", model.views, &View::literals);
    lists.nested("view.word", model.views, &View::words);
    lists.nested("view.call", model.views, &View::calls);
    lists.nested("transaction.access", model.transactions, &Transaction::accesses);
    lists.nested("transaction.statement", model.transactions, &Transaction::statements);
    lists.nested("transaction.boundary", model.transactions, &Transaction::boundaries);
    lists.nested("transaction.unit", model.transactions, &Transaction::units);
    lists.nested("action.access", model.actions, &Action::accesses);
    lists.nested("action.statement", model.actions, &Action::statements);
    lists.nested("action.member", model.actions, &Action::members);

    lists.rows("call", model.calls);
    lists.rows("inherit", model.inherits);
    lists.rows("typeUse", model.typeUses);
    lists.rows("fieldAccess", model.fieldAccesses);
    lists.rows("execute", model.executes);
    lists.rows("entity", model.entities);
    lists.rows("association", model.associations);
    lists.rows("render", model.renders);
    lists.rows("viewLink", model.viewLinks);
    lists.rows("viewType", model.viewTypes);
    lists.rows("remoteCall", model.remoteCalls);
}

} // namespace naru::core::rows
