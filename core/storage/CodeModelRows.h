#pragma once

#include "core/model/CodeModel.h"

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace naru::core::rows {

// One description of the rows of each table, used for writing and for reading. A
// visitor is called with each column's name and value in turn; a Location is two columns.

/// Rows of lists inside an element: the owner's index and the value.
template <typename Value> struct Item {
    std::uint32_t owner = 0;
    Value value{};
};

using Text = Item<StringId>;
using AccessItem = Item<TableAccess>;
using ColumnItem = Item<Column>;
using StatementItem = Item<StatementId>;
using MemberItem = Item<MemberId>;

struct ForeignKeyItem {
    std::uint32_t owner = 0;
    TableId target;
    StringId targetName;
    bool cascadeDelete = false;
    Location at;
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

void describe(auto& visit, RowOf<ColumnItem> auto& r)
{
    visit("tableNo", r.owner), visit("name", r.value.name), visit("type", r.value.type), visit("comment", r.value.comment);
    visit("nullable", r.value.nullable), visit("primaryKey", r.value.primaryKey);
}

void describe(auto& visit, RowOf<ForeignKeyItem> auto& r)
{
    visit("tableNo", r.owner), visit("target", r.target), visit("targetName", r.targetName), visit("cascadeDelete", r.cascadeDelete);
    describe(visit, r.at);
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
    visit("source", r.from), visit("target", r.to), describe(visit, r.at);
}

void describe(auto& visit, RowOf<ViewLinkEdge> auto& r)
{
    visit("source", r.from), visit("toView", r.toView), visit("toEntry", r.toEntry), visit("url", r.url), describe(visit, r.at);
}

void describe(auto& visit, RowOf<ViewTypeEdge> auto& r)
{
    visit("source", r.from), visit("target", r.to), visit("rule", r.rule), describe(visit, r.at);
}

void describe(auto& visit, RowOf<Transaction> auto& r)
{
    visit("entry", r.entry), visit("reachedMembers", r.reachedMembers);
}

void describe(auto& visit, RowOf<Unresolved> auto& r)
{
    visit("reason", r.reason), visit("source", r.from), visit("text", r.text), describe(visit, r.at);
}

/// Lists inside elements have their own names for the owner: "type", "statement" or "owner".
template <typename Like> struct Named {
    const char* owner;
    const char* value;
    Like row;
};

void describe(auto& visit, RowOf<Named<Text>> auto& r)
{
    visit(r.owner, r.row.owner), visit(r.value, r.row.value);
}

void describe(auto& visit, RowOf<Named<AccessItem>> auto& r)
{
    visit(r.owner, r.row.owner), visit("tableNo", r.row.value.table), visit("mode", r.row.value.mode), describe(visit, r.row.value.at);
}

void describe(auto& visit, RowOf<Named<StatementItem>> auto& r)
{
    visit(r.owner, r.row.owner), visit(r.value, r.row.value);
}

void describe(auto& visit, RowOf<Named<MemberItem>> auto& r)
{
    visit(r.owner, r.row.owner), visit(r.value, r.row.value);
}

} // namespace naru::core::rows
