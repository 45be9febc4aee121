#include "core/model/PartitionJson.h"

#include "core/model/InterfaceJson.h"
#include "core/model/ModelJson.h"

#include <array>
#include <cmath>

namespace naru::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 3> kRoles{"class", "table", "view"};
constexpr std::array<std::string_view, 3> kKinds{"core", "supporting", "generic"};

/// Four decimals are what a reader can use, and keep the file small.
double rounded(double value)
{
    return std::round(value * 10000) / 10000;
}

double roundedMetric(double value)
{
    return std::round(value * 1e6) / 1e6;
}

json membersJson(const std::vector<PartitionMember>& members)
{
    json out = json::array();
    for (const PartitionMember& member : members)
        out.push_back({{"id", member.id}, {"kind", nameOf(member.role)}, {"name", member.name}});
    return out;
}

std::vector<PartitionMember> membersFrom(const json& value)
{
    std::vector<PartitionMember> out;
    for (const json& item : value)
        out.push_back({item.at("id").get<std::string>(), fromName(item.at("kind"), kRoles, MemberRole::Class), item.value("name", "")});
    return out;
}

json contextJson(const Context& context)
{
    json out{{"id", context.id},
             {"name", context.name},
             {"named", context.named},
             {"kind", nameOf(context.kind)},
             {"kindReason", context.kindReasonKey},
             {"members", membersJson(context.members)},
             {"owns", context.owns},
             {"reads", context.reads},
             {"entryPoints", context.entryPoints},
             {"events", json::array()},
             {"commands", context.commands},
             {"aggregates", json::array()},
             {"words", context.words}};
    for (const DomainEvent& event : context.events)
        out["events"].push_back({{"name", event.name}, {"entryPoint", event.entryPoint}, {"table", event.table}});
    for (const Aggregate& aggregate : context.aggregates)
        out["aggregates"].push_back({{"root", aggregate.root}, {"tables", aggregate.tables}});
    if (!context.review.empty() || !context.note.empty() || !context.reviewer.empty()) {
        out["review"] = context.review;
        out["reviewer"] = context.reviewer;
        out["note"] = context.note;
    }
    return out;
}

Context contextFrom(const json& value)
{
    Context out;
    out.id = value.at("id").get<std::string>();
    out.name = value.value("name", "");
    out.named = value.value("named", false);
    out.kind = fromName(value.at("kind"), kKinds, SubdomainKind::Supporting);
    out.kindReasonKey = value.value("kindReason", "");
    out.members = membersFrom(value.at("members"));
    out.owns = value.value("owns", out.owns);
    out.reads = value.value("reads", out.reads);
    out.entryPoints = value.value("entryPoints", out.entryPoints);
    for (const json& event : listIn(value, "events"))
        out.events.push_back({event.value("name", ""), event.value("entryPoint", ""), event.value("table", "")});
    out.commands = value.value("commands", out.commands);
    for (const json& aggregate : listIn(value, "aggregates"))
        out.aggregates.push_back({aggregate.value("root", ""), aggregate.value("tables", std::vector<std::string>())});
    out.words = value.value("words", out.words);
    out.review = value.value("review", "");
    out.reviewer = value.value("reviewer", "");
    out.note = value.value("note", "");
    return out;
}

json reasonsJson(const std::vector<Reason>& reasons)
{
    json out = json::array();
    for (const Reason& reason : reasons)
        out.push_back(
            {{"layer", reason.layer}, {"other", reason.other}, {"weight", rounded(reason.weight)}, {"evidence", reason.evidence}});
    return out;
}

std::vector<Reason> reasonsFrom(const json& value)
{
    std::vector<Reason> out;
    for (const json& item : value)
        out.push_back({item.value("layer", ""), item.value("other", ""), item.value("weight", 0.0), item.value("evidence", Evidence())});
    return out;
}

json whyJson(const MemberWhy& why)
{
    json out{{"context", why.context},
             {"nextBest", why.nextBest},
             {"confidence", rounded(why.confidence)},
             {"toward", reasonsJson(why.toward)},
             {"towardNext", reasonsJson(why.towardNext)}};
    if (!why.opinion.empty()) {
        out["opinion"] = why.opinion;
        out["opinionShare"] = rounded(why.opinionShare);
    }
    for (const ActionPlace& action : why.actions)
        out["actions"].push_back({{"name", action.name}, {"context", action.context}});
    return out;
}

MemberWhy whyFrom(const json& value)
{
    MemberWhy out{value.value("context", ""), value.value("nextBest", ""), value.value("confidence", 0.0),
                  reasonsFrom(listIn(value, "toward")), reasonsFrom(listIn(value, "towardNext"))};
    out.opinion = value.value("opinion", "");
    out.opinionShare = value.value("opinionShare", 0.0);
    for (const json& action : listIn(value, "actions"))
        out.actions.push_back({action.value("name", ""), action.value("context", "")});
    return out;
}

void relationsJson(const Alternative& alternative, json& out)
{
    json& relations = out["relations"] = json::array();
    for (const ContextRelation& r : alternative.relations)
        relations.push_back({{"upstream", r.upstream},
                             {"downstream", r.downstream},
                             {"pattern", r.pattern},
                             {"reason", r.reasonKey},
                             {"calls", r.calls},
                             {"tables", r.tables}});
    json& merges = out["mergeSuggestions"] = json::array();
    for (const MergeSuggestion& m : alternative.mergeSuggestions)
        merges.push_back({{"from", m.from}, {"into", m.into}, {"strength", rounded(m.strength)}, {"reason", m.reasonKey}});
    json& unmet = out["unmet"] = json::array();
    for (const Unmet& u : alternative.unmet)
        unmet.push_back({{"what", u.what}, {"members", u.members}, {"context", u.context}, {"reason", u.reasonKey}});
}

void relationsFrom(const json& value, Alternative& out)
{
    for (const json& r : listIn(value, "relations"))
        out.relations.push_back({r.value("upstream", ""), r.value("downstream", ""), r.value("pattern", ""), r.value("reason", ""),
                                 r.value("calls", 0), r.value("tables", 0)});
    for (const json& m : listIn(value, "mergeSuggestions"))
        out.mergeSuggestions.push_back({m.value("from", ""), m.value("into", ""), m.value("strength", 0.0), m.value("reason", "")});
    for (const json& u : listIn(value, "unmet"))
        out.unmet.push_back(
            {u.value("what", ""), u.value("members", std::vector<std::string>()), u.value("context", ""), u.value("reason", "")});
}

void transactionsJson(const Alternative& alternative, json& out)
{
    json& tables = out["sharedTables"] = json::array();
    for (const SharedTable& s : alternative.sharedTables)
        tables.push_back({{"table", s.table},
                          {"proposedOwner", s.proposedOwner},
                          {"readers", s.readers},
                          {"writers", s.writers},
                          {"reason", s.reasonKey}});
    json& transactions = out["distributedTransactions"] = json::array();
    for (const DistributedTransaction& t : alternative.distributedTransactions)
        transactions.push_back(toJson(t));
}

void transactionsFrom(const json& value, Alternative& out)
{
    using Names = std::vector<std::string>;
    for (const json& s : listIn(value, "sharedTables"))
        out.sharedTables.push_back({s.value("table", ""), s.value("proposedOwner", ""), s.value("readers", Names()),
                                    s.value("writers", Names()), s.value("reason", "")});
    for (const json& t : listIn(value, "distributedTransactions"))
        out.distributedTransactions.push_back(transactionFrom(t));
}

Alternative alternativeFrom(const json& value)
{
    Alternative out;
    out.id = value.at("id").get<std::string>();
    out.level = value.value("level", "coarse");
    out.score = value.value("score", 0.0);
    out.reasonKey = value.value("reason", "");
    out.resolution = value.value("resolution", 1.0);
    for (const json& context : value.at("contexts"))
        out.contexts.push_back(contextFrom(context));
    out.shared = membersFrom(listIn(value, "shared"));
    out.unused = membersFrom(listIn(value, "unused"));
    out.unassigned = membersFrom(listIn(value, "unassigned"));
    for (const json& link : listIn(value, "interfaces"))
        out.interfaces.push_back(interfaceFrom(link));
    transactionsFrom(value, out);
    out.metrics = value.value("metrics", out.metrics);
    if (const auto why = value.find("why"); why != value.end())
        for (const auto& [member, reasons] : why->items())
            out.why.emplace(member, whyFrom(reasons));
    relationsFrom(value, out);
    out.review = value.value("review", out.review);
    out.pinned = value.value("pinned", out.pinned);
    out.cycles = value.value("cycles", out.cycles);
    return out;
}

} // namespace

std::string_view nameOf(MemberRole role)
{
    return kRoles.at(static_cast<std::size_t>(role));
}

std::string_view nameOf(SubdomainKind kind)
{
    return kKinds.at(static_cast<std::size_t>(kind));
}

json toJson(const Alternative& alternative)
{
    json out{{"id", alternative.id},
             {"level", alternative.level},
             {"score", rounded(alternative.score)},
             {"reason", alternative.reasonKey},
             {"resolution", alternative.resolution},
             {"contexts", json::array()},
             {"shared", membersJson(alternative.shared)},
             {"unused", membersJson(alternative.unused)},
             {"unassigned", membersJson(alternative.unassigned)},
             {"interfaces", json::array()},
             {"metrics", json::object()},
             {"why", json::object()},
             {"review", alternative.review},
             {"pinned", alternative.pinned},
             {"cycles", alternative.cycles}};
    for (const Context& context : alternative.contexts)
        out["contexts"].push_back(contextJson(context));
    for (const ContextInterface& link : alternative.interfaces)
        out["interfaces"].push_back(toJson(link));
    for (const auto& [name, value] : alternative.metrics)
        out["metrics"][name] = roundedMetric(value);
    for (const auto& [member, why] : alternative.why)
        out["why"][member] = whyJson(why);
    transactionsJson(alternative, out);
    relationsJson(alternative, out);
    return out;
}

void settle(Alternative& alternative)
{
    alternative.score = rounded(alternative.score);
    for (auto& [name, value] : alternative.metrics)
        value = roundedMetric(value);
    for (auto& [member, why] : alternative.why) {
        why.confidence = rounded(why.confidence);
        why.opinionShare = rounded(why.opinionShare);
        for (std::vector<Reason>* reasons : {&why.toward, &why.towardNext})
            for (Reason& reason : *reasons)
                reason.weight = rounded(reason.weight);
    }
    for (MergeSuggestion& merge : alternative.mergeSuggestions)
        merge.strength = rounded(merge.strength);
}

json toJson(const Partition& partition)
{
    json out{{"schema", "naru.split/1"}, {"alternatives", json::array()}, {"weights", partition.weights}, {"notes", partition.notes}};
    json& ladder = out["ladder"] = json::array();
    for (const GranularityStep& step : partition.ladder)
        ladder.push_back({{"resolution", step.resolution}, {"contexts", step.contexts}, {"agreement", rounded(step.agreement)}});
    for (const Alternative& alternative : partition.alternatives)
        out["alternatives"].push_back(toJson(alternative));
    return out;
}

Result<Partition> partitionFromJson(const json& value)
{
    try {
        Partition out;
        for (const json& alternative : value.at("alternatives"))
            out.alternatives.push_back(alternativeFrom(alternative));
        out.weights = value.value("weights", out.weights);
        for (const json& step : listIn(value, "ladder"))
            out.ladder.push_back({step.value("resolution", 1.0), step.value("contexts", 0), step.value("agreement", 0.0)});
        out.notes = value.value("notes", out.notes);
        return out;
    } catch (const json::exception& error) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", error.what()}});
    }
}

Result<std::vector<std::pair<std::string, std::string>>> membershipFromJson(const json& value)
{
    std::vector<std::pair<std::string, std::string>> out;
    if (value.is_object() && value.contains("alternatives")) {
        const auto partition = partitionFromJson(value);
        if (!partition)
            return std::unexpected(partition.error());
        if (!partition->alternatives.empty())
            for (const Context& context : partition->alternatives.front().contexts)
                for (const PartitionMember& member : context.members)
                    out.emplace_back(member.id, context.id);
        return out;
    }
    if (!value.is_object())
        return failure(ErrorCode::Malformed, "split.partition.not-object");
    for (const auto& [member, context] : value.items()) {
        if (!context.is_string() && !context.is_number_integer())
            return failure(ErrorCode::Malformed, "split.partition.not-string", {{"member", member}});
        out.emplace_back(member, context.is_string() ? context.get<std::string>() : context.dump());
    }
    return out;
}

json membershipJson(const Alternative& alternative)
{
    json out = json::object();
    for (const Context& context : alternative.contexts)
        for (const PartitionMember& member : context.members)
            out[member.id] = context.id;
    return out;
}

} // namespace naru::core
