#include "planning/deploy/DeployedService.h"

#include "core/base/PathNames.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace naru::planning {

using core::Alternative;
using core::CodeModel;
using core::Context;

namespace {

constexpr std::size_t kLongestName = 40;
constexpr std::size_t kMostRoutes = 60;
constexpr std::size_t kMostEvidence = 5;

std::string label(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        const bool capital = c >= 'A' && c <= 'Z';
        if (letter || capital)
            out += static_cast<char>(capital ? c - 'A' + 'a' : c);
        else if (!out.empty() && out.back() != '-' && static_cast<unsigned char>(c) < 0x80)
            out += '-';
    }
    out.resize(std::min(out.size(), kLongestName));
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

bool usable(const std::string& name)
{
    return name.size() >= 2 && std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Paths of an entry point up to its first variable part, without what follows the path: no ingress can tell requests by it.
Route routeOf(std::string_view path)
{
    Route out{.path = std::string(path.substr(0, path.find_first_of("?#;")))};
    const auto variable = out.path.find_first_of("{*:");
    if (variable != std::string::npos) {
        out.path.resize(variable);
        out.prefix = true;
    }
    while (out.path.size() > 1 && out.path.back() == '/')
        out.path.pop_back();
    if (out.path.empty() || out.path.front() != '/')
        out.path.insert(0, "/");
    return out;
}

std::vector<std::string> foldersOf(const std::string& path)
{
    std::vector<std::string> out;
    for (std::size_t at = path.find('/', 1); at != std::string::npos; at = path.find('/', at + 1))
        out.push_back(path.substr(0, at));
    return out;
}

/// The shortest folders that hold paths of one service only stand for all paths below them.
void shorten(std::vector<std::vector<Route>>& routes)
{
    std::map<std::string, std::set<std::size_t>> users;
    for (std::size_t service = 0; service < routes.size(); ++service)
        for (const Route& route : routes[service]) {
            for (const std::string& folder : foldersOf(route.path))
                users[folder].insert(service);
            users[route.path].insert(service);
        }
    for (std::size_t service = 0; service < routes.size(); ++service) {
        std::set<Route> out;
        for (const Route& route : routes[service]) {
            Route chosen = route;
            for (const std::string& folder : foldersOf(route.path))
                if (users[folder].size() == 1) {
                    chosen = {folder, true};
                    break;
                }
            // One address that two services answer belongs to the first.
            if (chosen == route && *users[route.path].begin() != service)
                continue;
            out.insert(std::move(chosen));
        }
        routes[service].assign(out.begin(), out.end());
    }
}

void addRoutes(const CodeModel& code, std::vector<DeployedService>& services)
{
    std::map<std::string_view, const core::EntryPoint*> entries;
    for (const core::EntryPoint& entry : code.entryPoints)
        entries.emplace(code.text(entry.id), &entry);
    std::vector<std::vector<Route>> routes(services.size());
    for (std::size_t i = 0; i < services.size(); ++i)
        for (const std::string& id : services[i].context->entryPoints) {
            const auto found = entries.find(id);
            if (found == entries.end())
                continue;
            const core::EntryPoint& entry = *found->second;
            const std::string_view path = code.text(entry.path);
            if (!path.empty() && path.find(' ') == std::string_view::npos)
                routes[i].push_back(routeOf(path));
        }
    shorten(routes);
    for (std::size_t i = 0; i < services.size(); ++i) {
        services[i].routes = std::move(routes[i]);
        if (services[i].routes.size() > kMostRoutes)
            services[i].routes.resize(kMostRoutes);
    }
}

void addJobs(const CodeModel& code, const SourceFacts& facts, std::vector<DeployedService>& services)
{
    std::map<std::string_view, std::size_t> owner;
    for (std::size_t i = 0; i < services.size(); ++i) {
        for (const std::string& id : services[i].context->entryPoints)
            owner.emplace(id, i);
        for (const core::PartitionMember& member : services[i].context->members)
            if (member.role == core::MemberRole::Class)
                owner.emplace(member.name, i);
    }
    for (const core::EntryPoint& entry : code.entryPoints) {
        if (entry.kind != core::EntryPointKind::Scheduled && entry.kind != core::EntryPointKind::Batch)
            continue;
        const std::string id(code.text(entry.id));
        const std::string handler(code.text(entry.handlerName));
        auto found = owner.find(id);
        if (found == owner.end())
            found = owner.find(std::string_view(handler).substr(0, handler.rfind('.')));
        if (found == owner.end())
            continue;
        DeployedService& service = services[found->second];
        // The class that runs, also where what it runs is declared by one above it: "scheduled a.b.NightlyJob.execute".
        const auto run = id.find(' ');
        const bool named = run != std::string::npos && id.find('.', run) != std::string::npos && id.find('/', run) == std::string::npos;
        const std::string type = named ? id.substr(run + 1, id.rfind('.') - run - 1) : handler.substr(0, handler.rfind('.'));
        std::string name = label(std::string(core::simpleName(type)));
        if (!usable(name))
            name = "job";
        const std::string stem = name;
        for (int n = 2; std::ranges::find(service.jobs, name, &ServiceJob::name) != service.jobs.end(); ++n)
            name = stem + "-" + std::to_string(n);
        const auto cron = facts.schedules.find(id);
        service.jobs.push_back(
            {.entryPoint = id,
             .name = std::move(name),
             .cron = cron == facts.schedules.end() ? std::string() : cron->second,
             .evidence = {.kind = "code", .file = std::string(code.path(entry.at)), .line = static_cast<int>(entry.at.line), .text = id}});
    }
}

void addKeys(const CodeModel& code, const SourceFacts& facts, std::vector<DeployedService>& services)
{
    std::map<std::string_view, std::set<std::size_t>> users; // literal -> services whose code names it
    std::map<std::string_view, std::size_t> owner;
    for (std::size_t i = 0; i < services.size(); ++i)
        for (const core::PartitionMember& member : services[i].context->members)
            if (member.role == core::MemberRole::Class)
                owner.emplace(member.name, i);
    for (const core::Type& type : code.types)
        if (const auto found = owner.find(code.text(type.name)); found != owner.end())
            for (const core::StringId literal : type.literals)
                users[code.text(literal)].insert(found->second);
    for (const ConfigKey& key : facts.keys)
        if (const auto found = users.find(key.name); found != users.end() && found->second.size() == 1)
            services[*found->second.begin()].keys.push_back(key);
}

void addState(const CodeModel& code, const core::AuditReport& audit, std::vector<DeployedService>& services)
{
    std::map<std::string, std::size_t> owner; // file -> service
    std::map<std::string_view, std::size_t> types;
    for (std::size_t i = 0; i < services.size(); ++i)
        for (const core::PartitionMember& member : services[i].context->members) {
            if (member.role == core::MemberRole::View)
                owner.emplace(member.name, i);
            else if (member.role == core::MemberRole::Class)
                types.emplace(member.name, i);
        }
    for (const core::Type& type : code.types)
        if (const auto found = types.find(code.text(type.name)); found != types.end())
            owner.emplace(code.path(type.at), found->second);
    for (const core::Finding& finding : audit.findings) {
        if (finding.suppressed)
            continue;
        const auto found = owner.find(finding.file);
        if (found == owner.end())
            continue;
        const bool file = finding.rule.find("local-file-write") != std::string::npos;
        const bool session =
            finding.rule.find("http-session") != std::string::npos || finding.rule.find("stateful-ejb") != std::string::npos;
        if (!file && !session)
            continue;
        auto& list = file ? services[found->second].files : services[found->second].sessions;
        if (list.size() < kMostEvidence)
            list.push_back({.kind = "code", .file = finding.file, .line = finding.line, .text = finding.quote, .source = finding.rule});
    }
}

} // namespace

std::map<std::string, std::string> serviceNames(const Alternative& split)
{
    std::map<std::string, std::string> out;
    std::set<std::string> taken;
    for (const Context& context : split.contexts) {
        std::string name = label(context.name);
        for (std::size_t i = 0; !usable(name) && i < context.words.size(); ++i)
            name = label(context.words[i]);
        if (!usable(name))
            name = label(context.id);
        if (name.empty())
            name = "service";
        if (name.front() >= '0' && name.front() <= '9')
            name.insert(0, "s-");
        const std::string stem = name;
        for (int n = 2; taken.contains(name); ++n)
            name = stem + "-" + std::to_string(n);
        taken.insert(name);
        out[context.id] = name;
    }
    return out;
}

std::string environmentName(const std::string& key)
{
    std::string out;
    for (const char c : key) {
        const bool lowerCase = c >= 'a' && c <= 'z';
        const bool other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        out += lowerCase ? static_cast<char>(c - 'a' + 'A') : other ? c : '_';
    }
    if (out.empty() || (out.front() >= '0' && out.front() <= '9'))
        out.insert(0, "_");
    return out;
}

std::vector<DeployedService> deployedServices(const Alternative& split, const CodeModel& code, const core::AuditReport* audit,
                                              const SourceFacts& facts)
{
    const auto names = serviceNames(split);
    std::vector<DeployedService> services;
    for (const Context& context : split.contexts)
        services.push_back({.context = &context, .name = names.at(context.id), .ownsTables = !context.owns.empty()});
    for (const core::ContextInterface& one : split.interfaces) {
        const auto from = std::ranges::find(services, one.from, [](const DeployedService& s) { return s.context->id; });
        const auto to = std::ranges::find(services, one.to, [](const DeployedService& s) { return s.context->id; });
        if (one.kind == core::InterfaceKind::SharedTable || from == services.end() || to == services.end() || from == to)
            continue;
        from->callees.push_back(to->name);
        to->callers.push_back(from->name);
    }
    for (DeployedService& service : services)
        for (auto* list : {&service.callers, &service.callees}) {
            std::ranges::sort(*list);
            const auto twice = std::ranges::unique(*list);
            list->erase(twice.begin(), twice.end());
        }
    addRoutes(code, services);
    addJobs(code, facts, services);
    addKeys(code, facts, services);
    if (audit != nullptr)
        addState(code, *audit, services);
    return services;
}

std::vector<ConfigKey> sharedKeys(const std::vector<DeployedService>& services, const SourceFacts& facts)
{
    std::set<std::string> own;
    for (const DeployedService& service : services)
        for (const ConfigKey& key : service.keys)
            own.insert(key.name);
    std::vector<ConfigKey> out;
    for (const ConfigKey& key : facts.keys)
        if (!own.contains(key.name))
            out.push_back(key);
    return out;
}

} // namespace naru::planning
