#include "analyzers/graph/CanonicalOrder.h"

#include "analyzers/graph/ParallelFiles.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>

namespace naru::analyzers::graph {

namespace {

using namespace core;

/// New number of every old id of one table.
template <typename IdType> class Renumbering {
public:
    /// Sorts `elements` by the keys that `keyOf` gives and remembers where each went.
    template <typename Element, typename KeyOf> void sort(std::vector<Element>& elements, KeyOf keyOf)
    {
        using Key = decltype(keyOf(elements.front()));
        std::vector<Key> keys;
        keys.reserve(elements.size());
        for (const Element& element : elements)
            keys.push_back(keyOf(element));
        std::vector<std::uint32_t> order(elements.size());
        std::iota(order.begin(), order.end(), 0U);
        if (!std::ranges::is_sorted(keys))
            std::ranges::stable_sort(order, [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
        m_new.resize(elements.size());
        std::vector<Element> sorted;
        sorted.reserve(elements.size());
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            m_new[order[i]] = i;
            sorted.push_back(std::move(elements[order[i]]));
        }
        elements = std::move(sorted);
    }
    void operator()(IdType& id) const
    {
        if (id.valid())
            id = id.value < m_new.size() ? IdType(m_new[id.value]) : IdType();
    }

private:
    std::vector<std::uint32_t> m_new;
};

struct Renumberings {
    Renumbering<FileId> files;
    Renumbering<TypeId> types;
    Renumbering<MemberId> members;
    Renumbering<TableId> tables;
    Renumbering<StatementId> statements;
    Renumbering<ViewId> views;
    Renumbering<EntryPointId> entryPoints;

    void operator()(FileId& id) const { files(id); }
    void operator()(TypeId& id) const { types(id); }
    void operator()(MemberId& id) const { members(id); }
    void operator()(TableId& id) const { tables(id); }
    void operator()(StatementId& id) const { statements(id); }
    void operator()(ViewId& id) const { views(id); }
    void operator()(EntryPointId& id) const { entryPoints(id); }
    void operator()(Location& at) const { files(at.file); }
};

template <typename... Ids> void renumber(const Renumberings& to, Ids&... ids)
{
    (to(ids), ...);
}

void orderFilesAndTypes(CodeModel& model, Renumberings& to)
{
    to.files.sort(model.files, [&](const SourceFile& file) { return model.text(file.path); });
    for (Type& type : model.types)
        to(type.at);
    to.types.sort(model.types, [&](const Type& type) { return std::tuple(model.text(type.name), type.at); });
    for (Type& type : model.types)
        to(type.outer);
    for (Member& member : model.members)
        renumber(to, member.owner, member.at);
    to.members.sort(model.members,
                    [&](const Member& member) { return std::tuple(member.owner, member.at.line, model.text(member.id), member.kind); });
}

void orderData(CodeModel& model, Renumberings& to)
{
    to.tables.sort(model.tables, [&](const Table& table) { return model.text(table.name); });
    for (Table& table : model.tables) {
        to(table.at);
        for (ForeignKey& key : table.foreignKeys)
            renumber(to, key.target, key.at);
    }
    for (Statement& statement : model.statements) {
        renumber(to, statement.mapper, statement.holder, statement.at);
        for (TableAccess& access : statement.accesses)
            renumber(to, access.table, access.at);
    }
    to.statements.sort(model.statements, [&](const Statement& statement) {
        return std::tuple(model.text(statement.id), statement.at, statement.kind, statement.origin);
    });
    for (View& view : model.views)
        to(view.file);
    to.views.sort(model.views, [&](const View& view) { return model.text(view.path); });
    for (EntryPoint& entry : model.entryPoints)
        renumber(to, entry.handler, entry.at);
    to.entryPoints.sort(model.entryPoints, [&](const EntryPoint& entry) {
        return std::tuple(model.text(entry.id), entry.kind, model.text(entry.handlerName), entry.at);
    });
}

template <typename Edge> void sortUnique(std::vector<Edge>& edges)
{
    std::ranges::sort(edges);
    edges.erase(std::ranges::unique(edges).begin(), edges.end());
}

/// Edges of the same ends and place that differ in their rule only: the stronger rule (the lower value) stays.
template <typename Edge> void sortUniqueByPlace(std::vector<Edge>& edges)
{
    std::ranges::sort(edges);
    const auto same = [](const Edge& a, const Edge& b) { return a.from == b.from && a.to == b.to && a.at == b.at; };
    edges.erase(std::ranges::unique(edges, same).begin(), edges.end());
}

/// One edge for each (from, to, kind): counts added up, the first place kept.
void mergeTypeUses(std::vector<TypeUseEdge>& uses)
{
    std::ranges::sort(uses, {}, [](const TypeUseEdge& use) { return std::tuple(use.from, use.to, use.kind, use.at, use.count); });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (kept > 0 && uses[kept - 1].from == uses[i].from && uses[kept - 1].to == uses[i].to && uses[kept - 1].kind == uses[i].kind)
            uses[kept - 1].count += uses[i].count;
        else
            uses[kept++] = uses[i];
    }
    uses.resize(kept);
}

void orderCalls(CodeModel& model, const Renumberings& to)
{
    for (CallEdge& edge : model.calls)
        renumber(to, edge.from, edge.to, edge.at);
    sortUniqueByPlace(model.calls);
}

void orderUses(CodeModel& model, const Renumberings& to)
{
    for (InheritEdge& edge : model.inherits)
        renumber(to, edge.from, edge.to);
    sortUnique(model.inherits);
    for (TypeUseEdge& edge : model.typeUses)
        renumber(to, edge.from, edge.to, edge.at);
    mergeTypeUses(model.typeUses);
}

void orderAccesses(CodeModel& model, const Renumberings& to)
{
    for (FieldAccessEdge& edge : model.fieldAccesses)
        renumber(to, edge.from, edge.to, edge.at);
    sortUnique(model.fieldAccesses);
    for (ExecuteEdge& edge : model.executes)
        renumber(to, edge.from, edge.to, edge.at);
    sortUniqueByPlace(model.executes);
    for (EntityEdge& edge : model.entities)
        renumber(to, edge.from, edge.to);
    sortUnique(model.entities);
    for (AssociationEdge& edge : model.associations)
        renumber(to, edge.from, edge.to, edge.at); // in the order of the mappings
}

void orderLinks(CodeModel& model, const Renumberings& to)
{
    for (RenderEdge& edge : model.renders)
        renumber(to, edge.from, edge.to, edge.at);
    sortUnique(model.renders);
    for (ViewLinkEdge& edge : model.viewLinks)
        renumber(to, edge.from, edge.toView, edge.toEntry, edge.at);
    const auto linkKey = [&](const ViewLinkEdge& edge) {
        return std::tuple(edge.from, edge.at, edge.toView, edge.toEntry, model.text(edge.url));
    };
    std::ranges::sort(model.viewLinks, {}, linkKey); // not by the id of the URL: ids depend on the order of arrival
    model.viewLinks.erase(std::ranges::unique(model.viewLinks).begin(), model.viewLinks.end());
    for (ViewTypeEdge& edge : model.viewTypes)
        renumber(to, edge.from, edge.to, edge.at);
    sortUnique(model.viewTypes);
    for (RemoteCall& call : model.remoteCalls)
        renumber(to, call.from, call.toEntry, call.at);
    const auto remoteKey = [&](const RemoteCall& call) {
        return std::tuple(call.from, call.at, call.kind, model.text(call.service), model.text(call.method), model.text(call.url),
                          call.toEntry);
    };
    std::ranges::sort(model.remoteCalls, {}, remoteKey);
    model.remoteCalls.erase(std::ranges::unique(model.remoteCalls).begin(), model.remoteCalls.end());
}

void orderTransactions(CodeModel& model, const Renumberings& to)
{
    for (Transaction& transaction : model.transactions) {
        to(transaction.entry);
        for (TableAccess& access : transaction.accesses)
            renumber(to, access.table, access.at);
        for (StatementId& statement : transaction.statements)
            to(statement);
        for (MemberId& boundary : transaction.boundaries)
            to(boundary);
        for (AccessUnit& unit : transaction.units)
            to(unit.opener);
    }
    std::ranges::stable_sort(model.transactions, {}, &Transaction::entry);
    for (Action& action : model.actions) {
        renumber(to, action.entry, action.at);
        for (TableAccess& access : action.accesses)
            renumber(to, access.table, access.at);
        for (StatementId& statement : action.statements)
            to(statement);
        for (MemberId& member : action.members)
            to(member);
    }
    std::ranges::stable_sort(model.actions, {}, &Action::entry); // within an entry point the order of the code stays
}

void orderRemarks(CodeModel& model, const Renumberings& to)
{
    for (Unresolved& unresolved : model.unresolved)
        to(unresolved.at);
    const auto unresolvedKey = [&](const Unresolved& item) {
        return std::tuple(item.at, item.reason, model.text(item.from), model.text(item.text));
    };
    std::ranges::sort(model.unresolved, {}, unresolvedKey);
    const auto same = [](const Unresolved& a, const Unresolved& b) {
        return a.at == b.at && a.reason == b.reason && a.from == b.from && a.text == b.text;
    };
    model.unresolved.erase(std::ranges::unique(model.unresolved, same).begin(), model.unresolved.end());
    const auto diagnosticKey = [](const Diagnostic& item) { return std::tie(item.file, item.line, item.code, item.severity, item.args); };
    std::ranges::sort(model.diagnostics, {}, diagnosticKey);
    model.diagnostics.erase(std::ranges::unique(model.diagnostics).begin(), model.diagnostics.end());
}

/// Sorts by place; those of one place stay in their order. Front ends give the files one after the other, each nearly in order.
template <typename Element> void sortByPlace(std::vector<Element>& elements)
{
    const auto place = &Element::at;
    if (!std::ranges::is_sorted(elements, {}, [](const Element& element) { return element.at.file; })) {
        std::ranges::stable_sort(elements, {}, place);
        return;
    }
    for (auto first = elements.begin(); first != elements.end();) {
        const auto end = std::find_if(first, elements.end(), [&](const Element& element) { return element.at.file != first->at.file; });
        if (!std::ranges::is_sorted(first, end, {}, place))
            std::ranges::stable_sort(first, end, {}, place);
        first = end;
    }
}

void orderExternalCalls(CodeIndex& index, const Renumberings& to)
{
    for (ExternalCall& call : index.externalCalls) {
        renumber(to, call.from, call.fromType, call.resultType, call.at);
        for (TypeId& type : call.argTypes)
            renumber(to, type);
    }
    sortByPlace(index.externalCalls);
}

void orderStrings(CodeIndex& index, const Renumberings& to)
{
    for (StringUse& use : index.strings)
        renumber(to, use.in, use.inType, use.calleeMember, use.at);
    sortByPlace(index.strings);
}

void orderDetails(CodeIndex& index, const Renumberings& to)
{
    for (AnnotationUse& use : index.annotations)
        renumber(to, use.type, use.member, use.at);
    sortByPlace(index.annotations);
    for (MethodDetail& detail : index.methods)
        renumber(to, detail.member, detail.returnProjectType);
    std::ranges::stable_sort(index.methods, {}, &MethodDetail::member);
    for (EmbeddedSql& sql : index.embeddedSql)
        renumber(to, sql.in, sql.at);
    sortByPlace(index.embeddedSql);
    for (MemberId& boundary : index.boundaries)
        renumber(to, boundary);
    std::ranges::sort(index.boundaries);
}

} // namespace

void canonicalize(CodeIndex& index, Job& job)
{
    CodeModel& model = index.model;
    Renumberings to;
    orderFilesAndTypes(model, to);
    orderData(model, to);
    runTogether(job, {[&] { orderCalls(model, to); }, [&] { orderTransactions(model, to); }, [&] { orderUses(model, to); },
                      [&] { orderExternalCalls(index, to); }, [&] { orderAccesses(model, to); }, [&] { orderStrings(index, to); },
                      [&] { orderDetails(index, to); }, [&] { orderLinks(model, to); }, [&] { orderRemarks(model, to); }});
}

} // namespace naru::analyzers::graph
