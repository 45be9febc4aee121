#include "costing/Flows.h"

#include "core/model/CallReach.h"

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

template <typename Walk> void addAccesses(const Walk& transaction, Flow& flow)
{
    for (const core::TableAccess& access : transaction.accesses)
        if (access.table.valid())
            insertSorted(access.mode == core::AccessMode::Write ? flow.writes : flow.reads, access.table);
    for (const core::StatementId statement : transaction.statements)
        if (std::ranges::find(flow.statements, statement) == flow.statements.end())
            flow.statements.push_back(statement);
}

/// `answers`: the class that answers.
Flow startFlow(const CodeModel& model, const EntryPoint& entry, core::TypeId answers)
{
    Flow flow{.handler = entry.handler,
              .path = std::string(model.text(entry.path)),
              .background = isBackground(entry.kind),
              .timed = isTimed(entry.kind)};
    if (entry.handler.valid()) {
        flow.method = model.text(model[entry.handler].name);
        if (answers.valid())
            flow.owner = model.text(model[answers].name);
        return flow;
    }
    const std::string handler(model.text(entry.handlerName));
    const std::size_t dot = handler.rfind('.');
    flow.owner = dot == std::string::npos ? std::string() : handler.substr(0, dot);
    flow.method = dot == std::string::npos ? handler : handler.substr(dot + 1);
    return flow;
}

/// Collects the flows of a system, entry point by entry point.
class FlowList {
public:
    explicit FlowList(const CodeModel& model) : m_model(model), m_answers(core::answeringTypes(model)) {}

    Flow& at(core::EntryPointId id, const core::Action* action)
    {
        const EntryPoint& entry = m_model[id];
        std::string key =
            entry.handler.valid() ? std::string(m_model.text(m_model[entry.handler].id)) : std::string(m_model.text(entry.handlerName));
        const core::TypeId answers = m_answers[id.value];
        if (entry.handler.valid() && answers != m_model[entry.handler].owner) // each class that inherits it does its own work with it
            key += "@" + std::string(m_model.text(m_model[answers].name));
        if (key.empty())
            key = m_model.text(entry.id);
        if (action != nullptr)
            key += "?" + std::string(m_model.text(action->value));
        const auto [place, isNew] = m_known.emplace(key, m_flows.size());
        if (isNew) {
            m_flows.push_back(startFlow(m_model, entry, answers));
            m_flows.back().at = entry.at;
            if (action != nullptr)
                nameAction(*action, m_flows.back());
        }
        Flow& flow = m_flows[place->second];
        flow.entries.push_back(id);
        flow.background = flow.background && isBackground(entry.kind);
        flow.timed = flow.timed && isTimed(entry.kind);
        noteMethod(m_model, entry, flow);
        return flow;
    }

    std::vector<Flow> take() { return std::move(m_flows); }

private:
    void nameAction(const core::Action& action, Flow& flow) const
    {
        flow.oneOfSeveral = true;
        const std::string_view value = m_model.text(action.value);
        if (value.empty())
            return;
        flow.action = std::string(m_model.text(action.parameter)) + "=" + std::string(value);
        flow.method = value;
        flow.at = action.at;
    }

    const CodeModel& m_model;
    std::vector<core::TypeId> m_answers; ///< by entry point
    std::vector<Flow> m_flows;
    std::map<std::string, std::size_t> m_known; ///< by handler and action: all its entry points are one function
};

} // namespace

std::vector<Flow> flowsOf(const CodeModel& model)
{
    std::vector<const core::Transaction*> transactionOf(model.entryPoints.size(), nullptr);
    for (const core::Transaction& transaction : model.transactions)
        if (transaction.entry.valid() && transaction.entry.value < transactionOf.size())
            transactionOf[transaction.entry.value] = &transaction;
    std::vector<std::vector<const core::Action*>> actionsOf(model.entryPoints.size());
    for (const core::Action& action : model.actions)
        if (action.entry.valid() && action.entry.value < actionsOf.size())
            actionsOf[action.entry.value].push_back(&action);
    FlowList flows(model);
    for (std::size_t i = 0; i < model.entryPoints.size(); ++i) {
        const core::EntryPointId id(i);
        if (inTests(model, model.entryPoints[i]))
            continue;
        for (const core::Action* action : actionsOf[i]) {
            Flow& flow = flows.at(id, action);
            addAccesses(*action, flow);
            flow.members.insert(flow.members.end(), action->members.begin(), action->members.end());
        }
        if (!actionsOf[i].empty())
            continue;
        Flow& flow = flows.at(id, nullptr);
        if (transactionOf[i] != nullptr)
            addAccesses(*transactionOf[i], flow);
    }
    return flows.take();
}

std::string Flow::pathName() const
{
    std::string place = path;
    const std::size_t query = place.find_first_of("?;");
    if (query != std::string::npos)
        place.resize(query);
    while (!place.empty() && (place.back() == '/' || place.back() == '}')) {
        const std::size_t slash = place.find_last_of('/', place.size() - 2);
        place.resize(place.back() == '}' && slash != std::string::npos ? slash : place.size() - 1);
    }
    std::string last = place.substr(place.rfind('/') + 1);
    const std::size_t dot = last.find('.');
    return dot == std::string::npos ? last : last.substr(0, dot);
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
