#include "analyzers/graph/CollectionLinker.h"

#include "core/base/Words.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Calls that hand out the collection that their first argument names.
bool opens(std::string_view receiver, std::string_view method)
{
    const std::string_view type = simpleName(receiver);
    if (method == "getCollection") {
        static constexpr auto kStores = std::to_array<std::string_view>(
            {"DB", "MongoDatabase", "MongoDbFactory", "MongoOperations", "MongoTemplate", "ReactiveMongoDatabase", "ReactiveMongoTemplate"});
        return core::isAmong(kStores, type);
    }
    return (method == "getMap" && receiver.find("objectgrid") != std::string_view::npos) ||
           (method == "collection" && (type == "Firestore" || type == "Scope"));
}

bool collectionType(std::string_view name)
{
    static constexpr auto kTypes =
        std::to_array<std::string_view>({"CollectionReference", "DBCollection", "JavaMap", "MongoCollection", "ObjectMap"});
    return core::isAmong(kTypes, simpleName(name));
}

bool operation(std::string_view method, AccessMode& mode, StatementKind& kind)
{
    static constexpr auto kInserts =
        std::to_array<std::string_view>({"add", "insert", "insertAll", "insertMany", "insertOne", "put", "putAll", "save", "set", "upsert"});
    static constexpr auto kUpdates =
        std::to_array<std::string_view>({"bulkWrite", "findAndModify", "findOneAndReplace", "findOneAndUpdate", "replaceOne"});
    static constexpr auto kDeletes = std::to_array<std::string_view>({"clear", "drop", "findAndRemove", "findOneAndDelete"});
    static constexpr auto kReads = std::to_array<std::string_view>({"aggregate", "containsKey", "distinct", "keySet", "mapReduce"});
    mode = AccessMode::Write;
    if (core::isAmong(kInserts, method)) {
        kind = StatementKind::Insert;
    } else if (core::isAmong(kUpdates, method) || method.starts_with("update")) {
        kind = StatementKind::Update;
    } else if (core::isAmong(kDeletes, method) || method.starts_with("delete") || method.starts_with("remove")) {
        kind = StatementKind::Delete;
    } else if (core::isAmong(kReads, method) || method.starts_with("find") || method.starts_with("count") || method.starts_with("get")) {
        kind = StatementKind::Select;
        mode = AccessMode::Read;
    } else {
        return false;
    }
    return true;
}

class CollectionLinker {
public:
    CollectionLinker(CodeIndex& index, const CodeLookup& lookup, StatementTable& statements)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_statements(statements)
    {
    }

    void run()
    {
        openers();
        if (m_opened.empty()) {
            return;
        }
        fields();
        for (const CallEdge& edge : m_model.calls) {
            m_calls[{edge.from, edge.at.line}].push_back(edge.to);
        }
        for (const ExternalCall& call : m_index.externalCalls) {
            if (call.from.valid() && !m_lookup.test(call.at)) {
                use(call);
            }
        }
    }

private:
    using Place = std::pair<MemberId, std::uint32_t>; ///< a line of a member

    void openers()
    {
        for (const ExternalCall& call : m_index.externalCalls) {
            const bool named = call.from.valid() && !call.args.empty() && call.args.front().valid();
            if (named && !m_lookup.test(call.at) && opens(m_lookup.text(call.receiverType), m_lookup.text(call.name))) {
                m_opened[call.from].emplace(call.at.line, call.args.front());
            }
        }
    }

    /// Fields that are given a collection: where they are declared or in the line that opens it.
    void fields()
    {
        for (const auto& [member, names] : m_opened) {
            if (m_model[member].kind == MemberKind::Field) {
                m_ofField[member] = names.begin()->second;
            }
        }
        for (const FieldAccessEdge& edge : m_model.fieldAccesses) {
            const auto opened = m_opened.find(edge.from);
            const bool written = edge.mode == AccessMode::Write && opened != m_opened.end();
            if (const auto at = written ? opened->second.find(edge.at.line) : std::multimap<std::uint32_t, StringId>::const_iterator();
                written && at != opened->second.end()) {
                m_ofField[edge.to] = at->second;
            }
            if (collectionType(m_lookup.text(m_model[edge.to].valueType))) {
                m_reads[{edge.from, edge.at.line}].push_back(edge.to);
            }
        }
    }

    void use(const ExternalCall& call)
    {
        AccessMode mode = AccessMode::Read;
        StatementKind kind = StatementKind::Select;
        const std::string_view receiver = m_lookup.text(call.receiverType);
        const std::string_view name = m_lookup.text(call.name);
        const auto opened = m_opened.find(call.from);
        const bool chained = receiver.empty() && opened != m_opened.end() && opened->second.contains(call.at.line);
        if ((!collectionType(receiver) && !chained) || !operation(name, mode, kind)) {
            return;
        }
        const StringId collection = collectionAt(call);
        if (!collection.valid()) {
            m_model.unresolved.push_back({UnresolvedReason::DynamicString, m_model[call.from].id, call.name, call.at});
            return;
        }
        if (!m_done.emplace(call.from, collection, kind).second) {
            return;
        }
        const StatementId statement = m_statements.held(call.from, StatementOrigin::EntityUse, kind, call.at);
        const TableId table = m_statements.tables().table(m_lookup.text(collection), TableOrigin::Document, call.at);
        m_statements.access(statement, table, mode, call.at);
        m_statements.execute(call.from, statement, call.at, Rule::Collection);
    }

    StringId collectionAt(const ExternalCall& call) const
    {
        if (const auto reads = m_reads.find({call.from, call.at.line}); reads != m_reads.end()) {
            for (const MemberId field : reads->second) {
                if (const auto found = m_ofField.find(field); found != m_ofField.end()) {
                    return found->second;
                }
            }
        }
        if (const auto opened = m_opened.find(call.from); opened != m_opened.end()) { // the nearest above
            auto next = opened->second.upper_bound(call.at.line);
            return next == opened->second.begin() ? next->second : std::prev(next)->second;
        }
        if (const auto calls = m_calls.find({call.from, call.at.line}); calls != m_calls.end()) {
            for (const MemberId called : calls->second) {
                const auto handed = m_opened.find(called);
                if (handed != m_opened.end() && handed->second.size() == 1 && collectionType(m_lookup.text(m_model[called].valueType))) {
                    return handed->second.begin()->second;
                }
            }
        }
        return {};
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    StatementTable& m_statements;
    std::map<MemberId, std::multimap<std::uint32_t, StringId>> m_opened; ///< by line
    std::map<MemberId, StringId> m_ofField;
    std::map<Place, std::vector<MemberId>> m_reads; ///< fields that hold collections
    std::map<Place, std::vector<MemberId>> m_calls;
    std::set<std::tuple<MemberId, StringId, StatementKind>> m_done;
};

} // namespace

void linkCollections(CodeIndex& index, const CodeLookup& lookup, StatementTable& statements)
{
    CollectionLinker(index, lookup, statements).run();
}

} // namespace naru::analyzers::graph
