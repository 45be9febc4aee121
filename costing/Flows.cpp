#include "costing/Flows.h"

#include <algorithm>
#include <map>

namespace naru::costing {

using core::CodeModel;
using core::EntryPoint;
using core::EntryPointKind;

namespace {

bool inTests(const CodeModel& model, const EntryPoint& entry)
{
    return entry.at.file.valid() && model[entry.at.file].test;
}

bool isBackground(EntryPointKind kind)
{
    switch (kind) {
    case EntryPointKind::Message:
    case EntryPointKind::Scheduled:
    case EntryPointKind::Batch:
    case EntryPointKind::Main:
        return true;
    default:
        return false;
    }
}

bool isTimed(EntryPointKind kind)
{
    return isBackground(kind) && kind != EntryPointKind::Message;
}

void noteMethod(const CodeModel& model, const EntryPoint& entry, Flow& flow)
{
    const std::string_view method = model.text(entry.method);
    const bool any = method.empty() || method == "*";
    flow.shows = flow.shows || any || method == "GET";
    flow.submits = flow.submits || any || (method != "GET" && method != "HEAD" && method != "OPTIONS");
}

template <typename Value> void insertSorted(std::vector<Value>& values, Value value)
{
    const auto place = std::ranges::lower_bound(values, value);
    if (place == values.end() || *place != value)
        values.insert(place, value);
}

void addAccesses(const core::Transaction& transaction, Flow& flow)
{
    for (const core::TableAccess& access : transaction.accesses)
        if (access.table.valid())
            insertSorted(access.mode == core::AccessMode::Write ? flow.writes : flow.reads, access.table);
    for (const core::StatementId statement : transaction.statements)
        if (std::ranges::find(flow.statements, statement) == flow.statements.end())
            flow.statements.push_back(statement);
}

Flow startFlow(const CodeModel& model, const EntryPoint& entry)
{
    Flow flow{.handler = entry.handler,
              .path = std::string(model.text(entry.path)),
              .background = isBackground(entry.kind),
              .timed = isTimed(entry.kind)};
    if (entry.handler.valid()) {
        const core::Member& member = model[entry.handler];
        flow.method = model.text(member.name);
        if (member.owner.valid())
            flow.owner = model.text(model[member.owner].name);
        return flow;
    }
    const std::string handler(model.text(entry.handlerName));
    const std::size_t dot = handler.rfind('.');
    flow.owner = dot == std::string::npos ? std::string() : handler.substr(0, dot);
    flow.method = dot == std::string::npos ? handler : handler.substr(dot + 1);
    return flow;
}

} // namespace

std::vector<Flow> flowsOf(const CodeModel& model)
{
    std::vector<const core::Transaction*> transactionOf(model.entryPoints.size(), nullptr);
    for (const core::Transaction& transaction : model.transactions)
        if (transaction.entry.valid() && transaction.entry.value < transactionOf.size())
            transactionOf[transaction.entry.value] = &transaction;
    std::vector<Flow> flows;
    std::map<std::string, std::size_t> known; // by handler: all its entry points are one function
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const EntryPoint& entry = model.entryPoints[i];
        if (inTests(model, entry))
            continue;
        std::string key =
            entry.handler.valid() ? std::string(model.text(model[entry.handler].id)) : std::string(model.text(entry.handlerName));
        if (key.empty())
            key = model.text(entry.id);
        const auto [place, isNew] = known.emplace(key, flows.size());
        if (isNew)
            flows.push_back(startFlow(model, entry));
        Flow& flow = flows[place->second];
        flow.entries.emplace_back(i);
        flow.background = flow.background && isBackground(entry.kind);
        flow.timed = flow.timed && isTimed(entry.kind);
        noteMethod(model, entry, flow);
        if (transactionOf[i] != nullptr)
            addAccesses(*transactionOf[i], flow);
    }
    return flows;
}

std::string lettersOf(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c + 32);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
    }
    return out;
}

std::string Flow::letters() const
{
    return lettersOf(method) + " " + lettersOf(path);
}

std::string lastName(std::string_view statementId)
{
    const std::size_t parameters = statementId.find('(');
    if (parameters != std::string_view::npos)
        statementId = statementId.substr(0, parameters);
    const std::size_t dot = statementId.find_last_of(".#");
    return std::string(dot == std::string_view::npos ? statementId : statementId.substr(dot + 1));
}

} // namespace naru::costing
