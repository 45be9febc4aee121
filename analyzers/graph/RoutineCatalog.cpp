#include "analyzers/graph/RoutineCatalog.h"

#include "analyzers/sql/SqlTokens.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

std::uint8_t eventsOf(StatementKind kind)
{
    using sql::TriggerEvent;
    switch (kind) {
    case StatementKind::Insert:
        return static_cast<std::uint8_t>(TriggerEvent::Insert);
    case StatementKind::Update:
        return static_cast<std::uint8_t>(TriggerEvent::Update);
    case StatementKind::Delete:
        return static_cast<std::uint8_t>(TriggerEvent::Delete);
    case StatementKind::Merge:
        return static_cast<std::uint8_t>(TriggerEvent::Insert) | static_cast<std::uint8_t>(TriggerEvent::Update);
    default:
        return 0;
    }
}

std::string lastPart(const std::string& name)
{
    return name.substr(name.rfind('.') + 1); // npos + 1 is 0
}

} // namespace

RoutineCatalog::RoutineCatalog(const ProjectFacts& facts)
{
    for (const auto& file : facts.routines) {
        for (const sql::Routine& routine : *file.facts) {
            // Copies for several databases: the first by path counts.
            if (!m_byName.try_emplace(routine.name, m_all.size()).second) {
                continue;
            }
            if (!routine.table.empty()) {
                m_triggers[routine.table].push_back(m_all.size());
            }
            if (routine.kind == sql::RoutineKind::Function) {
                m_functions[lastPart(routine.name)] = true;
            }
            m_all.push_back({&routine, file.file});
        }
    }
}

const RoutineCatalog::Known* RoutineCatalog::named(std::string_view name) const
{
    std::string key = sql::upper(name);
    while (true) { // SCHEMA.PACKAGE.NAME, PACKAGE.NAME, NAME
        if (const auto found = m_byName.find(key); found != m_byName.end()) {
            return &m_all[found->second];
        }
        const auto dot = key.find('.');
        if (dot == std::string::npos) {
            return nullptr;
        }
        key.erase(0, dot + 1);
    }
}

std::vector<const RoutineCatalog::Known*> RoutineCatalog::reached(std::vector<const Known*> open) const
{
    constexpr std::size_t kMostRoutines = 300;
    const auto follow = [&](const Known* next) {
        if (next != nullptr && open.size() < kMostRoutines && std::ranges::find(open, next) == open.end()) {
            open.push_back(next);
        }
    };
    for (std::size_t i = 0; i < open.size(); ++i) {
        const Known& known = *open[i];
        for (const sql::RoutineTable& table : known.routine->tables) {
            const auto triggers = m_triggers.find(sql::upper(table.name));
            for (std::size_t t = 0; table.mode == AccessMode::Write && triggers != m_triggers.end() && t < triggers->second.size(); ++t) {
                follow(&m_all[triggers->second[t]]);
            }
        }
        for (const std::string& call : known.routine->calls) {
            follow(named(call));
        }
    }
    return open;
}

std::vector<const RoutineCatalog::Known*> RoutineCatalog::called(std::string_view name) const
{
    const Known* known = m_all.empty() ? nullptr : named(name);
    return known == nullptr || known->routine->kind == sql::RoutineKind::Trigger ? std::vector<const Known*>() : reached({known});
}

std::vector<const RoutineCatalog::Known*> RoutineCatalog::triggered(std::string_view table, StatementKind kind) const
{
    const auto triggers = m_triggers.find(sql::upper(table));
    if (triggers == m_triggers.end()) {
        return {};
    }
    std::vector<const Known*> run;
    for (const std::size_t trigger : triggers->second) {
        if ((m_all[trigger].routine->events & eventsOf(kind)) != 0) {
            run.push_back(&m_all[trigger]);
        }
    }
    return reached(std::move(run));
}

std::vector<std::string> RoutineCatalog::functionsIn(std::string_view sql) const
{
    std::vector<std::string> found;
    if (m_functions.empty()) {
        return found;
    }
    const auto isName = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '.';
    };
    for (std::size_t at = sql.find('('); at != std::string_view::npos; at = sql.find('(', at + 1)) {
        std::size_t end = at;
        while (end > 0 && sql[end - 1] == ' ') {
            --end;
        }
        std::size_t first = end;
        while (first > 0 && isName(sql[first - 1])) {
            --first;
        }
        const std::string name = sql::upper(sql.substr(first, end - first));
        if (!name.empty() && m_functions.contains(lastPart(name)) && std::ranges::find(found, name) == found.end()) {
            found.push_back(name);
        }
    }
    return found;
}

} // namespace naru::analyzers::graph
