#include "analyzers/decompose/Exports.h"

#include "core/base/Csv.h"
#include "core/base/Markup.h"
#include "core/model/PartitionJson.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <set>

namespace naru::analyzers::decompose {

using core::Alternative;
using core::Context;
using core::InterfaceKind;

namespace {

/// Identifiers of the target languages: letters, digits and low lines, unique, not starting with a digit.
class Identifiers {
public:
    std::string of(const std::string& text)
    {
        if (const auto it = m_known.find(text); it != m_known.end())
            return it->second;
        std::string out;
        bool up = true;
        for (const char c : text) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letter) {
                up = true;
                continue;
            }
            out.push_back(up && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
            up = false;
        }
        if (out.empty() || (out[0] >= '0' && out[0] <= '9'))
            out = "X" + out;
        std::string unique = out;
        for (int i = 2; !m_taken.insert(unique).second; ++i)
            unique = out + "_" + std::to_string(i);
        return m_known.emplace(text, unique).first->second;
    }

private:
    std::map<std::string, std::string> m_known;
    std::set<std::string> m_taken;
};

/// Text inside double quotes of CML, PlantUML and Structurizr.
std::string inQuotes(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '"' ? "'" : c == '\n' || c == '\r' ? " " : std::string(1, c);
    return "\"" + out + "\"";
}

std::string_view domainType(core::SubdomainKind kind)
{
    switch (kind) {
    case core::SubdomainKind::Core:
        return "CORE_DOMAIN";
    case core::SubdomainKind::Supporting:
        return "SUPPORTING_DOMAIN";
    case core::SubdomainKind::Generic:
        return "GENERIC_SUBDOMAIN";
    }
    return "SUPPORTING_DOMAIN";
}

/// Calls between contexts, by (from, to).
std::map<std::pair<std::string, std::string>, int> callsBetween(const Alternative& alternative)
{
    std::map<std::pair<std::string, std::string>, int> out;
    for (const core::ContextInterface& link : alternative.interfaces)
        if (link.kind == InterfaceKind::Call)
            for (const core::InterfaceFunction& function : link.functions)
                out[{link.from, link.to}] += function.calls;
    return out;
}

void relationsCml(const Alternative& alternative, Identifiers& ids, std::string& out)
{
    for (const core::ContextRelation& relation : alternative.relations) {
        const std::string up = ids.of(relation.upstream);
        const std::string down = ids.of(relation.downstream);
        if (relation.pattern == "shared-kernel")
            out += fmt::format("  {} [SK]<->[SK] {}\n", up, down);
        else if (relation.pattern == "partnership")
            out += fmt::format("  {} [P]<->[P] {}\n", up, down);
        else if (relation.pattern == "anti-corruption")
            out += fmt::format("  {} [U,OHS]->[D,ACL] {}\n", up, down);
        else
            out += fmt::format("  {} [U,S]->[D,C] {}\n", up, down);
    }
}

std::string contextMapper(const Alternative& alternative, const std::string& system)
{
    Identifiers ids;
    for (const Context& context : alternative.contexts)
        ids.of(context.id);
    std::string out = fmt::format("ContextMap {}Map {{\n  type = SYSTEM_LANDSCAPE\n  state = TO_BE\n", ids.of("map of " + system));
    for (const Context& context : alternative.contexts)
        out += fmt::format("  contains {}\n", ids.of(context.id));
    relationsCml(alternative, ids, out);
    out += "}\n";
    for (const Context& context : alternative.contexts) {
        const std::string id = ids.of(context.id);
        out += fmt::format("\nBoundedContext {} implements {}Domain {{\n  domainVisionStatement = {}\n  type = APPLICATION\n", id, id,
                           inQuotes(context.name));
        for (const core::Aggregate& aggregate : context.aggregates) {
            out += fmt::format("  Aggregate {} {{\n", ids.of(context.id + " aggregate " + aggregate.root));
            for (const std::string& table : aggregate.tables)
                out += fmt::format("    Entity {}{{\n{}    }}\n", ids.of(context.id + " table " + table) + " ",
                                   table == aggregate.root ? "      aggregateRoot\n" : "");
            for (const core::DomainEvent& event : context.events)
                if (std::ranges::find(aggregate.tables, event.table) != aggregate.tables.end())
                    out += fmt::format("    DomainEvent {}\n", ids.of(context.id + " event " + event.entryPoint + " " + event.table));
            out += "  }\n";
        }
        out += "}\n";
    }
    out += fmt::format("\nDomain {} {{\n", ids.of("domain of " + system));
    for (const Context& context : alternative.contexts)
        out += fmt::format("  Subdomain {}Domain {{\n    type = {}\n    domainVisionStatement = {}\n  }}\n", ids.of(context.id),
                           domainType(context.kind), inQuotes(context.name));
    return out + "}\n";
}

std::string plantUml(const Alternative& alternative, const std::string& system)
{
    Identifiers ids;
    std::string out = "@startuml\n!include <C4/C4_Container>\n";
    out += fmt::format("title {}\nSystem_Boundary(whole, {}) {{\n", system, inQuotes(system));
    for (const Context& context : alternative.contexts) {
        const std::string id = ids.of(context.id);
        out += fmt::format("  Container({}, {}, {}, {})\n", id, inQuotes(context.name), inQuotes(core::nameOf(context.kind)),
                           inQuotes(fmt::format("{} members, {} entry points", context.members.size(), context.entryPoints.size())));
        if (!context.owns.empty())
            out += fmt::format("  ContainerDb({}Data, {}, \"\", {})\n", id, inQuotes(context.name),
                               inQuotes(fmt::format("{}", fmt::join(context.owns, ", "))));
    }
    out += "}\n";
    for (const Context& context : alternative.contexts)
        if (!context.owns.empty())
            out += fmt::format("Rel({0}, {0}Data, \"\")\n", ids.of(context.id));
    for (const auto& [ends, calls] : callsBetween(alternative))
        out += fmt::format("Rel({}, {}, {})\n", ids.of(ends.first), ids.of(ends.second), inQuotes(fmt::format("{} calls", calls)));
    for (const core::ContextInterface& link : alternative.interfaces)
        if (link.kind == InterfaceKind::SharedTable)
            out += fmt::format("Rel({}, {}Data, {})\n", ids.of(link.from), ids.of(link.to),
                               inQuotes(fmt::format("{}", fmt::join(link.tables, ", "))));
    return out + "@enduml\n";
}

std::string structurizr(const Alternative& alternative, const std::string& system)
{
    Identifiers ids;
    std::string out = fmt::format("workspace {} {{\n  model {{\n    whole = softwareSystem {} {{\n", inQuotes(system), inQuotes(system));
    for (const Context& context : alternative.contexts)
        out += fmt::format("      {} = container {} {} {} {{\n        tags {}\n      }}\n", ids.of(context.id),
                           inQuotes(context.name + " (" + context.id + ")"), inQuotes(fmt::format("{}", fmt::join(context.owns, ", "))),
                           inQuotes(""), inQuotes(core::nameOf(context.kind)));
    out += "    }\n";
    for (const auto& [ends, calls] : callsBetween(alternative))
        out += fmt::format("    {} -> {} {}\n", ids.of(ends.first), ids.of(ends.second), inQuotes(fmt::format("{} calls", calls)));
    out += "  }\n  views {\n    container whole {\n      include *\n      autolayout lr\n    }\n  }\n}\n";
    return out;
}

std::string graphMl(const Alternative& alternative)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                      "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>\n"
                      "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
                      "  <key id=\"context\" for=\"node\" attr.name=\"context\" attr.type=\"string\"/>\n"
                      "  <key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
                      "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
                      "  <graph id=\"split\" edgedefault=\"directed\">\n";
    const auto node = [&](const std::string& id, std::string_view name, std::string_view kind, std::string_view context) {
        out += fmt::format(
            "    <node id=\"{}\"><data key=\"name\">{}</data><data key=\"kind\">{}</data><data key=\"context\">{}</data></node>\n",
            core::xmlText(id), core::xmlText(name), core::xmlText(kind), core::xmlText(context));
    };
    int edges = 0;
    const auto edge = [&](const std::string& from, const std::string& to, std::string_view relation, double weight) {
        out += fmt::format(
            "    <edge id=\"e{}\" source=\"{}\" target=\"{}\"><data key=\"relation\">{}</data><data key=\"weight\">{:.4f}</data></edge>\n",
            edges++, core::xmlText(from), core::xmlText(to), relation, weight);
    };
    for (const Context& context : alternative.contexts)
        node("context:" + context.id, context.name, "context", context.id);
    const auto members = [&](const std::vector<core::PartitionMember>& list, std::string_view context) {
        for (const core::PartitionMember& member : list)
            node(member.id, member.name, core::nameOf(member.role), context);
    };
    for (const Context& context : alternative.contexts)
        members(context.members, context.id);
    members(alternative.shared, "(shared)");
    members(alternative.unused, "(unused)");
    members(alternative.unassigned, "(unassigned)");
    for (const auto& [ends, calls] : callsBetween(alternative))
        edge("context:" + ends.first, "context:" + ends.second, "calls", calls);
    for (const auto& [member, why] : alternative.why)
        for (const core::Reason& reason : why.toward)
            edge(member, reason.other, reason.layer, reason.weight);
    return out + "  </graph>\n</graphml>\n";
}

std::string csv(const Alternative& alternative)
{
    std::string out = "member,kind,name,standing,context,contextName,confidence,nextBest\n";
    const auto rows = [&](const std::vector<core::PartitionMember>& members, std::string_view standing, const Context* context) {
        for (const core::PartitionMember& member : members) {
            const auto why = alternative.why.find(member.id);
            const bool known = why != alternative.why.end();
            out += fmt::format("{},{},{},{},{},{},{},{}\n", core::csvCell(member.id), core::nameOf(member.role), core::csvCell(member.name),
                               standing, context != nullptr ? core::csvCell(context->id) : "",
                               context != nullptr ? core::csvCell(context->name) : "",
                               known && context != nullptr ? fmt::format("{:.3f}", why->second.confidence) : "",
                               known ? core::csvCell(why->second.nextBest) : "");
        }
    };
    for (const Context& context : alternative.contexts)
        rows(context.members, "context", &context);
    rows(alternative.shared, "shared", nullptr);
    rows(alternative.unused, "unused", nullptr);
    rows(alternative.unassigned, "unassigned", nullptr);
    return out;
}

} // namespace

core::Result<ExportFormat> exportFormat(std::string_view ending)
{
    static const std::map<std::string_view, ExportFormat> kEndings{{"cml", ExportFormat::ContextMapper}, {"puml", ExportFormat::PlantUml},
                                                                   {"dsl", ExportFormat::Structurizr},   {"graphml", ExportFormat::GraphMl},
                                                                   {"csv", ExportFormat::Csv},           {"json", ExportFormat::Json}};
    if (const auto it = kEndings.find(ending); it != kEndings.end())
        return it->second;
    return core::failure(core::ErrorCode::InvalidArgument, "split.export.unknown-format", {{"format", std::string(ending)}});
}

std::string exported(const Alternative& alternative, ExportFormat format, const std::string& system)
{
    switch (format) {
    case ExportFormat::ContextMapper:
        return contextMapper(alternative, system);
    case ExportFormat::PlantUml:
        return plantUml(alternative, system);
    case ExportFormat::Structurizr:
        return structurizr(alternative, system);
    case ExportFormat::GraphMl:
        return graphMl(alternative);
    case ExportFormat::Csv:
        return csv(alternative);
    case ExportFormat::Json:
        return core::toJson(core::Partition{{alternative}, {}, {}}).dump(2) + "\n";
    }
    return {};
}

} // namespace naru::analyzers::decompose
