#include "core/model/CodeModelJson.h"

#include "core/base/JsonWriter.h"
#include "core/model/AtomicUnits.h"
#include "core/model/DataEdges.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>
#include <vector>

namespace naru::core {

namespace {

class Writer {
public:
    Writer(const CodeModel& model, const CodeModelJsonOptions& options, std::string& out) : m_model(model), m_options(options), m_json(out)
    {
    }

    void write()
    {
        m_json.openObject();
        m_json.member("schema", "naru.analyze/1");
        const nlohmann::json summary = codeSummary(m_model);
        for (const char* key : {"files", "loc", "languages", "languageTotals"}) {
            m_json.key(key);
            m_json.raw(summary.at(key).dump());
        }
        writeTypes();
        array("tables", m_model.tables, [&](const Table& table) { writeTable(table); });
        writeViews();
        array("entryPoints", m_model.entryPoints, [&](const EntryPoint& entry) { writeEntryPoint(entry); });
        m_json.key("edges");
        m_json.openObject();
        writeCodeEdges();
        writeDataEdges();
        writeMessages();
        writeViewEdges();
        m_json.closeObject();
        array("statements", m_model.statements, [&](const Statement& statement) { writeStatement(statement); });
        array("remoteCalls", m_model.remoteCalls, [&](const RemoteCall& call) { writeRemoteCall(call); });
        array("transactions", m_model.transactions, [&](const Transaction& transaction) { writeTransaction(transaction); });
        array("actions", m_model.actions, [&](const Action& action) { writeAction(action); });
        array("unresolved", m_model.unresolved, [&](const Unresolved& unresolved) {
            m_json.member("reason", nameOf(unresolved.reason));
            text("from", unresolved.from);
            text("text", unresolved.text);
            place(unresolved.at);
        });
        array("diagnostics", m_model.diagnostics, [&](const Diagnostic& diagnostic) { writeDiagnostic(diagnostic); });
        if (!m_options.extra.empty())
            m_json.raw(m_options.extra);
        m_json.closeObject();
    }

private:
    /// An array of objects; `fill` writes the members of one.
    template <typename Items, typename Fill> void array(std::string_view name, Items&& items, const Fill& fill)
    {
        list(name, items, [&](const auto& item) {
            m_json.openObject();
            fill(item);
            m_json.closeObject();
        });
    }

    void text(std::string_view name, StringId id) { m_json.member(name, m_model.text(id)); }

    void textUnlessEmpty(std::string_view name, StringId id)
    {
        if (const auto value = m_model.text(id); !value.empty())
            m_json.member(name, value);
    }

    void place(const Location& at)
    {
        m_json.member("file", m_model.path(at));
        m_json.member("line", at.line);
    }

    void rule(Rule how) { m_json.member("rule", nameOf(how)); }

    template <typename Items, typename Write> void list(std::string_view name, Items&& items, Write write)
    {
        m_json.key(name);
        m_json.openArray();
        for (const auto& item : items)
            write(item);
        m_json.closeArray();
    }

    void texts(std::string_view name, const std::vector<StringId>& ids)
    {
        list(name, ids, [&](StringId id) { m_json.value(m_model.text(id)); });
    }

    /// The code of pages is no type: the views stand for it.
    void writeTypes()
    {
        const auto listed = [](const Type& type) { return !has(type.flags, TypeFlag::Page); };
        array("types", m_model.types | std::views::filter(listed), [&](const Type& type) { writeType(type); });
    }

    void writeRemoteCall(const RemoteCall& call)
    {
        text("from", m_model[call.from].id);
        m_json.member("kind", nameOf(call.kind));
        textUnlessEmpty("service", call.service);
        textUnlessEmpty("method", call.method);
        textUnlessEmpty("url", call.url);
        if (call.toEntry.valid())
            text("entry", m_model[call.toEntry].id);
        place(call.at);
        if (call.toEntry.valid())
            rule(call.rule);
    }

    void writeType(const Type& type)
    {
        text("name", type.name);
        m_json.member("kind", nameOf(type.kind));
        place(type.at);
        if (has(type.flags, TypeFlag::Test))
            m_json.member("test", true);
    }

    void writeTable(const Table& table)
    {
        text("name", table.name);
        std::vector<StringId> names;
        for (const Column& column : table.columns)
            names.push_back(column.name);
        texts("columns", names);
        m_json.member("origin", nameOf(table.origin));
        textUnlessEmpty("comment", table.comment);
        if (table.databaseView)
            m_json.member("databaseView", true);
        place(table.at);
        array("columnDetails", table.columns, [&](const Column& column) {
            text("name", column.name);
            text("type", column.type);
            m_json.member("nullable", column.nullable);
            m_json.member("primaryKey", column.primaryKey);
            textUnlessEmpty("comment", column.comment);
        });
        array("foreignKeys", table.foreignKeys, [&](const ForeignKey& key) {
            texts("columns", key.columns);
            text("to", key.targetName);
        });
    }

    void writeViews()
    {
        list("views", m_model.views, [&](const View& view) { m_json.value(m_model.text(view.path)); });
    }

    void writeEntryPoint(const EntryPoint& entry)
    {
        text("id", entry.id);
        m_json.member("kind", nameOf(entry.kind));
        if (!m_model.text(entry.method).empty()) {
            m_json.key("http");
            m_json.openObject();
            text("method", entry.method);
            text("path", entry.path);
            m_json.closeObject();
        }
        text("handler", entry.handlerName);
        place(entry.at);
        textUnlessEmpty("title", entry.title);
    }

    template <typename Edge, typename Fill> void memberEdges(std::string_view name, const std::vector<Edge>& edges, const Fill& more)
    {
        array(name, edges, [&](const Edge& edge) {
            text("from", m_model[edge.from].id);
            more(edge);
        });
    }

    [[nodiscard]] bool ofPage(TypeId type) const { return type.valid() && has(m_model[type].flags, TypeFlag::Page); }

    void writeCall(const CallEdge& edge)
    {
        m_json.openObject();
        text("from", m_model[edge.from].id);
        text("to", m_model[edge.to].id);
        place(edge.at);
        rule(edge.rule);
        m_json.closeObject();
    }

    void writeTypeUse(const TypeUseEdge& edge)
    {
        m_json.openObject();
        text("from", m_model[edge.from].name);
        text("to", m_model[edge.to].name);
        m_json.member("kind", nameOf(edge.kind));
        m_json.member("count", edge.count);
        place(edge.at);
        m_json.closeObject();
    }

    void writeCodeEdges()
    {
        for (const bool pages : {false, true}) { // a page is no member: its calls stand apart
            m_json.key(pages ? "pageCalls" : "calls");
            m_json.openArray();
            for (const CallEdge& edge : m_model.calls)
                if (edge.rule != Rule::Event && ofPage(m_model[edge.from].owner) == pages)
                    writeCall(edge);
            m_json.closeArray();
        }
        array("inherits", m_model.inherits, [&](const InheritEdge& edge) {
            text("from", m_model[edge.from].name);
            text("to", m_model[edge.to].name);
            m_json.member("kind", edge.implements ? "implements" : "extends");
            place(m_model[edge.from].at);
            rule(Rule::Declared);
        });
        list("usesType", m_model.typeUses, [&](const TypeUseEdge& edge) {
            if (!ofPage(edge.from)) // the types that a page uses stand under viewTypes
                writeTypeUse(edge);
        });
        array("associations", m_model.associations, [&](const AssociationEdge& edge) {
            text("from", m_model[edge.from].name);
            text("to", m_model[edge.to].name);
            m_json.member("kind", nameOf(edge.kind));
            m_json.member("composition", edge.composition);
            place(edge.at);
            rule(Rule::EntityMapping);
        });
        array("entities", m_model.entities, [&](const EntityEdge& edge) {
            text("from", m_model[edge.from].name);
            text("to", m_model[edge.to].name);
            place(m_model[edge.from].at);
            rule(Rule::EntityMapping);
        });
        memberEdges("executes", m_model.executes, [&](const ExecuteEdge& edge) {
            text("to", m_model[edge.to].id);
            place(edge.at);
            rule(edge.rule);
        });
    }

    void writeDataEdges()
    {
        const auto fill = [&](const DataEdge& edge) {
            m_json.member("from", edge.from);
            m_json.member("to", edge.to);
            place(edge.at);
            rule(edge.rule);
        };
        array("reads", dataEdges(m_model, AccessMode::Read), fill);
        array("writes", dataEdges(m_model, AccessMode::Write), fill);
    }

    /// From who sends or publishes to who receives it within the system.
    void writeMessages()
    {
        m_json.key("messages");
        m_json.openArray();
        for (const RemoteCall& call : m_model.remoteCalls)
            if (call.kind == RemoteKind::Messaging && call.toEntry.valid()) {
                const EntryPoint& entry = m_model[call.toEntry];
                m_json.openObject();
                text("from", m_model[call.from].id);
                m_json.member("to", entry.handler.valid() ? m_model.text(m_model[entry.handler].id) : m_model.text(entry.handlerName));
                text("destination", call.service);
                text("entry", entry.id);
                place(call.at);
                rule(call.rule);
                m_json.closeObject();
            }
        for (const CallEdge& edge : m_model.calls)
            if (edge.rule == Rule::Event)
                writeCall(edge);
        m_json.closeArray();
    }

    void writeViewEdges()
    {
        m_json.key("renders");
        m_json.openArray();
        for (const RenderEdge& edge : m_model.renders)
            renders(m_model.text(m_model[edge.from].id), m_model.text(m_model[edge.to].path), edge.at, edge.rule);
        for (const ViewLinkEdge& edge : m_model.viewLinks)
            renders(m_model.text(m_model[edge.from].path), target(edge), edge.at, edge.rule);
        m_json.closeArray();
        array("viewTypes", m_model.viewTypes, [&](const ViewTypeEdge& edge) {
            text("from", m_model[edge.from].path);
            text("to", m_model[edge.to].name);
            place(edge.at);
            rule(edge.rule);
        });
    }

    [[nodiscard]] std::string_view target(const ViewLinkEdge& edge) const
    {
        if (edge.toEntry.valid())
            return m_model.text(m_model[edge.toEntry].id);
        return edge.toView.valid() ? m_model.text(m_model[edge.toView].path) : m_model.text(edge.url);
    }

    void renders(std::string_view from, std::string_view to, const Location& at, Rule how)
    {
        m_json.openObject();
        m_json.member("from", from);
        m_json.member("to", to);
        place(at);
        rule(how);
        m_json.closeObject();
    }

    void writeStatement(const Statement& statement)
    {
        text("id", statement.id);
        m_json.member("kind", nameOf(statement.kind));
        m_json.member("origin", nameOf(statement.origin));
        place(statement.at);
        if (statement.holder.valid())
            text("holder", m_model[statement.holder].id);
        if (statement.aggregates)
            m_json.member("aggregates", true);
    }

    template <typename Flow> void tablesOf(std::string_view name, const Flow& flow, AccessMode mode)
    {
        std::vector<StringId> names;
        for (const TableAccess& access : flow.accesses)
            if (access.mode == mode && access.table.valid())
                names.push_back(m_model[access.table].name);
        texts(name, names);
    }

    void writeTransaction(const Transaction& transaction)
    {
        const auto entry = transaction.entry.valid() ? m_model.text(m_model[transaction.entry].id) : std::string_view();
        m_json.member("id", "tx:" + std::string(entry));
        m_json.member("entry", entry);
        tablesOf("reads", transaction, AccessMode::Read);
        tablesOf("writes", transaction, AccessMode::Write);
        const auto step = [&](const TableAccess& access) {
            const std::string_view mode = access.mode == AccessMode::Read ? "read " : "write ";
            m_json.value(std::string(mode) + std::string(access.table.valid() ? m_model.text(m_model[access.table].name) : ""));
        };
        list("sequence", transaction.accesses, step);
        list("boundaries", transaction.boundaries, [&](MemberId member) { m_json.value(m_model.text(m_model[member].id)); });
        array("units", accessUnits(transaction), [&](const AtomicUnit& unit) {
            if (unit.opener.valid())
                text("opener", m_model[unit.opener].id);
            list("sequence", unit.accesses, [&](std::uint32_t access) { step(transaction.accesses[access]); });
        });
        m_json.member("reachedMembers", transaction.reachedMembers);
    }

    void writeAction(const Action& action)
    {
        text("entry", m_model[action.entry].id);
        text("parameter", action.parameter);
        text("value", action.value);
        tablesOf("reads", action, AccessMode::Read);
        tablesOf("writes", action, AccessMode::Write);
        place(action.at);
    }

    void writeDiagnostic(const Diagnostic& diagnostic)
    {
        m_json.member("severity", nameOf(diagnostic.severity));
        m_json.member("code", diagnostic.code);
        m_json.member("file", diagnostic.file);
        m_json.member("line", diagnostic.line);
        m_json.member("message", m_options.texts != nullptr ? m_options.texts->text(diagnostic) : diagnostic.code);
    }

    const CodeModel& m_model;
    const CodeModelJsonOptions& m_options;
    JsonWriter m_json;
};

} // namespace

std::string codeModelJson(const CodeModel& model, const CodeModelJsonOptions& options)
{
    std::string out;
    constexpr std::size_t kBytesPerEdge = 160; // by experience; spares most of the growing
    out.reserve(kBytesPerEdge * (model.calls.size() + model.typeUses.size() + model.types.size()));
    Writer(model, options, out).write();
    return out;
}

} // namespace naru::core
