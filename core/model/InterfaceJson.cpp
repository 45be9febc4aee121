#include "core/model/InterfaceJson.h"

#include "core/model/ModelJson.h"
#include "core/model/PartitionJson.h"

#include <algorithm>
#include <array>

namespace naru::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 3> kInterfaces{"call", "sharedTable", "distributedTransaction"};

InterfaceKind kindFrom(const json& value)
{
    const auto it = value.is_string() ? std::ranges::find(kInterfaces, value.get_ref<const std::string&>()) : kInterfaces.end();
    return it == kInterfaces.end() ? InterfaceKind::Call : static_cast<InterfaceKind>(it - kInterfaces.begin());
}

InterfaceFunction interfaceFunctionFrom(const json& f)
{
    InterfaceFunction out{f.value("from", ""), f.value("to", ""), f.value("calls", 0), f.value("file", ""), f.value("line", 0)};
    out.style = f.value("style", "");
    out.takes = f.value("takes", out.takes);
    out.gives = f.value("gives", "");
    out.reads = f.value("reads", out.reads);
    out.writes = f.value("writes", out.writes);
    return out;
}

} // namespace

std::string_view nameOf(InterfaceKind kind)
{
    return kInterfaces.at(static_cast<std::size_t>(kind));
}

json toJson(const ContextInterface& link)
{
    json out{{"from", link.from},
             {"to", link.to},
             {"kind", nameOf(link.kind)},
             {"calls", link.calls},
             {"style", link.style},
             {"reason", link.reasonKey},
             {"functions", json::array()},
             {"data", json::array()},
             {"tables", link.tables},
             {"accesses", json::array()}};
    for (const InterfaceFunction& f : link.functions)
        out["functions"].push_back({{"from", f.from},
                                    {"to", f.to},
                                    {"calls", f.calls},
                                    {"file", f.file},
                                    {"line", f.line},
                                    {"style", f.style},
                                    {"takes", f.takes},
                                    {"gives", f.gives},
                                    {"reads", f.reads},
                                    {"writes", f.writes}});
    for (const CrossingType& d : link.data)
        out["data"].push_back({{"type", d.type}, {"in", d.in}, {"out", d.out}, {"fields", d.fields}, {"tables", d.tables}});
    for (const CrossingAccess& a : link.accesses)
        out["accesses"].push_back({{"table", a.table}, {"reads", a.reads}, {"writes", a.writes}});
    return out;
}

ContextInterface interfaceFrom(const json& value)
{
    using Names = std::vector<std::string>;
    ContextInterface out;
    out.from = value.at("from").get<std::string>();
    out.to = value.at("to").get<std::string>();
    out.kind = kindFrom(value.at("kind"));
    out.calls = value.value("calls", 0);
    out.style = value.value("style", "");
    out.reasonKey = value.value("reason", "");
    for (const json& f : listIn(value, "functions"))
        out.functions.push_back(interfaceFunctionFrom(f));
    for (const json& d : listIn(value, "data"))
        out.data.push_back(
            {d.value("type", ""), d.value("in", false), d.value("out", false), d.value("fields", Names()), d.value("tables", Names())});
    out.tables = value.value("tables", out.tables);
    for (const json& a : listIn(value, "accesses"))
        out.accesses.push_back({a.value("table", ""), a.value("reads", 0), a.value("writes", 0)});
    return out;
}

json toJson(const DistributedTransaction& t)
{
    json steps = json::array();
    for (const SagaStep& step : t.steps)
        steps.push_back({{"context", step.context},
                         {"table", step.table},
                         {"action", step.action},
                         {"role", step.role},
                         {"compensation", step.compensation}});
    return {{"entryPoint", t.entryPoint},   {"contexts", t.contexts},    {"writes", t.writes}, {"compensations", t.compensations},
            {"coordinator", t.coordinator}, {"steps", std::move(steps)}, {"opener", t.opener}, {"evidence", t.evidence}};
}

DistributedTransaction transactionFrom(const json& value)
{
    using Names = std::vector<std::string>;
    DistributedTransaction out{value.value("entryPoint", ""), value.value("contexts", Names()), value.value("writes", Names()),
                               value.value("compensations", Names())};
    out.coordinator = value.value("coordinator", "");
    out.opener = value.value("opener", "");
    out.evidence = value.value("evidence", out.evidence);
    for (const json& s : listIn(value, "steps"))
        out.steps.push_back(
            {s.value("context", ""), s.value("table", ""), s.value("action", ""), s.value("role", ""), s.value("compensation", "")});
    return out;
}

} // namespace naru::core
