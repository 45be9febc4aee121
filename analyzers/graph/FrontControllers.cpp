#include "analyzers/graph/FrontControllers.h"

#include "analyzers/graph/ActionReader.h"
#include "analyzers/graph/EntryCollector.h"
#include "analyzers/graph/ServletUses.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Names of the method of a command that is not given the request.
bool isCommandName(std::string_view name)
{
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"action", "doAction", "doExecute", "doProcess", "execute", "handle", "handleRequest", "perform", "process", "run", "service"});
    return std::ranges::binary_search(kNames, name);
}

class FrontControllers {
public:
    FrontControllers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_facts(facts),
          m_views(views)
    {
    }

    void run()
    {
        std::vector<Servlet> servlets = servletsOf(m_model, m_lookup);
        const bool actions = std::ranges::any_of(
            m_model.entryPoints, [](const EntryPoint& entry) { return entry.kind == EntryPointKind::Action && entry.handler.valid(); });
        if (servlets.empty() && !actions)
            return;
        for (const CallEdge& call : m_model.calls)
            m_calls[call.from.value].push_back(&call);
        const std::vector<CommandTable> tables = readCommandTables(m_index, m_lookup, m_facts, m_calls);
        addActionsWithTables(m_model, m_lookup, m_calls, tables, servlets);
        if (tables.empty() || servlets.empty())
            return;
        m_uses = usesOf(m_index, m_lookup, m_calls, servlets);
        std::set<std::size_t> gone;
        std::vector<Handed> all(servlets.size());
        for (const bool alone : {false, true}) // a command alone, where others of its kind are known
            for (std::size_t i = 0; i < servlets.size(); ++i)
                for (const CommandTable* table : asked(servlets[i].type, tables))
                    if (alone == (table->types().size() < kFewestCommands))
                        commands(servlets[i], *table, all[i]);
        for (std::size_t i = 0; i < servlets.size(); ++i) {
            const Servlet& servlet = servlets[i];
            const Handed& handed = all[i];
            for (const std::size_t entry : handed.taken)
                if (!handed.working.contains(entry) && !worksBeside(servlet.type, m_model.entryPoints[entry].handler, handed.to))
                    gone.insert(entry);
        }
        std::vector<EntryPoint> kept;
        for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i)
            if (!gone.contains(i))
                kept.push_back(std::move(m_model.entryPoints[i]));
        m_model.entryPoints = std::move(kept);
        EntryCollector entries(m_model, m_lookup);
        for (const Found& found : m_found)
            entries.add(EntryPointKind::Action, found.method, found.path, found.handler, found.page, found.at, found.id);
    }

private:
    struct Found {
        std::string method;
        std::string path;
        std::string id;
        MemberId handler;
        std::string page; ///< or the name of the command that inherits its handler
        Location at;
    };
    /// What a servlet hands on.
    struct Handed {
        std::set<std::size_t> taken;   ///< entry points below which commands stand
        std::set<std::size_t> working; ///< those with branches that do their work themselves
        std::set<MemberId> to;
    };

    /// Whether a servlet works with data beside what it hands on. What a base class does around the code of each of its servlets (session,
    /// log) is no work of one of them.
    [[nodiscard]] bool worksBeside(TypeId servlet, MemberId handler, const std::set<MemberId>& handedTo) const
    {
        if (m_model[handler].owner == servlet)
            return reachesDataBeside(m_model, m_calls, handler, handedTo);
        return std::ranges::any_of(m_lookup.members(servlet),
                                   [&](MemberId member) { return reachesDataBeside(m_model, m_calls, member, handedTo); });
    }

    /// The tables of a servlet. What a command decides further is its own business.
    [[nodiscard]] std::vector<const CommandTable*> asked(TypeId servlet, const std::vector<CommandTable>& tables) const
    {
        std::vector<const CommandTable*> found;
        std::set<std::uint32_t> commands;
        for (const CommandTable& table : tables)
            if (asks(servlet, table)) {
                found.push_back(&table);
                if (table.owner.valid() && !table.member.valid())
                    commands.merge(table.types());
            }
        std::erase_if(found, [&](const CommandTable* table) {
            return table->member.valid() && commands.contains(table->owner.value) && !m_uses.at(servlet.value).above.contains(table->owner.value);
        });
        return found;
    }

    /// The servlet comes to the class that holds the table; a file is any servlet's that may know its classes.
    [[nodiscard]] bool asks(TypeId servlet, const CommandTable& table) const
    {
        return !table.owner.valid() || m_uses.at(servlet.value).types.contains(table.owner.value);
    }

    /// The method through which the servlet calls the commands: declared in a type that several of them have, and given the request. One
    /// that only has the name of such a method must be called by the servlet's own code, and its branches are left to it.
    [[nodiscard]] MemberId calledOn(TypeId servlet, const CommandTable& table, std::size_t fewest) const
    {
        std::map<std::uint32_t, std::size_t> common; // type -> commands below it
        for (const std::uint32_t type : table.types())
            for (const TypeId above : m_lookup.ancestry(TypeId(type)))
                ++common[above.value];
        const Uses& uses = m_uses.at(servlet.value);
        const bool own = table.member.valid() && uses.above.contains(table.owner.value);
        MemberId best;
        std::tuple<int, std::size_t> surest{0, 0};
        for (const auto& [method, near] : uses.asked) {
            const auto below = common.find(m_model[method].owner.value);
            if (below == common.end() || below->second < fewest || has(m_model[method].flags, MemberFlag::Static))
                continue;
            const bool given = takesRequest(m_lookup, method);
            const bool named = isCommandName(m_lookup.text(m_model[method].name));
            if (!given && (!named || !near || own))
                continue;
            if (const std::tuple sure((given ? 2 : 0) + (named ? 1 : 0), below->second); sure > surest) {
                best = method;
                surest = sure;
            }
        }
        return best;
    }

    /// The method of a command that stands behind the called one.
    [[nodiscard]] MemberId handlerOf(TypeId type, MemberId called) const
    {
        const std::vector<TypeId> ancestry = m_lookup.ancestry(type);
        if (std::ranges::find(ancestry, m_model[called].owner) == ancestry.end())
            return {};
        const MethodDetail* wanted = m_lookup.detail(called);
        for (const MemberId method : m_lookup.methodsInherited(type, m_lookup.text(m_model[called].name))) {
            const MethodDetail* detail = m_lookup.detail(method);
            if (!has(m_model[method].flags, MemberFlag::Abstract) &&
                (wanted == nullptr || detail == nullptr || detail->parameters.size() == wanted->parameters.size()))
                return method;
        }
        return {};
    }

    /// Whether the servlet may read a value of a file: what is no path takes commands that are given the request, and code that makes
    /// objects of classes by name.
    [[nodiscard]] bool reads(TypeId servlet, const CommandTable& table, const Command& command, MemberId called) const
    {
        return table.owner.valid() || isCommandPath(command.value) || (takesRequest(m_lookup, called) && m_uses.at(servlet.value).byName);
    }

    void commands(const Servlet& servlet, const CommandTable& table, Handed& handed)
    {
        const bool alone = table.types().size() < kFewestCommands;
        const MemberId called = calledOn(servlet.type, table, alone ? 1 : kFewestCommands);
        if (!called.valid() || (alone && !m_called.contains(called)))
            return;
        const std::vector<std::size_t> entries = answering(servlet, table);
        bool whole = true;
        std::vector<Found> found;
        std::set<std::size_t> taken;
        std::set<std::pair<std::uint32_t, std::string>> different;
        for (const Command& command : table.commands) {
            if (!reads(servlet.type, table, command, called))
                continue;
            MemberId handler = command.type.valid() ? handlerOf(command.type, called) : MemberId();
            if (handler.valid() && m_uses.at(servlet.type.value).above.contains(m_model[handler].owner.value))
                handler = {};
            const std::string page = handler.valid() ? inherited(handler, command.type) : pageOf(table, command);
            if (!handler.valid() && page.empty()) {
                whole = whole && !table.member.valid(); // its work stands in the branch
                continue;
            }
            for (const std::size_t entry : entries)
                if (Found made = route(servlet, table, m_model.entryPoints[entry], entries, command); !made.path.empty()) {
                    made.handler = handler;
                    made.page = page;
                    different.emplace(handler.value, page);
                    found.push_back(std::move(made));
                    taken.insert(entry);
                }
        }
        if (different.size() < (alone ? 1 : kFewestCommands)) // one alone is no choice
            return;
        m_called.insert(called);
        std::ranges::move(found, std::back_inserter(m_found));
        handed.taken.insert(taken.begin(), taken.end());
        if (!whole)
            handed.working.insert(entries.begin(), entries.end());
        for (const auto& [handler, page] : different)
            if (MemberId(handler).valid())
                handed.to.insert(MemberId(handler));
    }

    /// The name under which a command answers by a handler of a base class, which calls what the command writes; else empty.
    [[nodiscard]] std::string inherited(MemberId handler, TypeId command) const
    {
        return m_model[handler].owner == command
                   ? std::string()
                   : std::string(m_lookup.text(m_model[command].name)) + "." + std::string(m_lookup.text(m_model[handler].name));
    }

    /// Those entry points of a servlet that come to a chain of its own; all for other tables.
    [[nodiscard]] std::vector<std::size_t> answering(const Servlet& servlet, const CommandTable& table) const
    {
        std::vector<std::size_t> direct;
        for (const std::size_t entry : servlet.entries)
            if (table.member.valid() && m_model.entryPoints[entry].handler == table.member)
                direct.push_back(entry);
        if (direct.empty())
            return servlet.entries;
        for (const std::size_t entry : servlet.entries) // doPost calls doGet
            for (const CallEdge* call : callsOf(m_calls, m_model.entryPoints[entry].handler))
                if (call->to == table.member && std::ranges::find(direct, entry) == direct.end())
                    direct.push_back(entry);
        return direct;
    }

    /// The page that the branch names; empty when it names none or several.
    [[nodiscard]] std::string pageOf(const CommandTable& table, const Command& command) const
    {
        std::set<std::string> pages;
        for (const StringUse& string : m_index.strings) {
            if (string.in != table.member || string.at.line < command.at.line || string.at.line > command.last || string.dynamic)
                continue;
            if (const ViewId view = m_views.at(m_lookup.text(string.text)); view.valid())
                pages.insert(std::string(m_model.text(m_model[view].path)));
        }
        return table.member.valid() && pages.size() == 1 ? *pages.begin() : std::string();
    }

    /// The address of a command below an entry point of the servlet; its path is empty when the entry point does not take it.
    [[nodiscard]] Found route(const Servlet& servlet, const CommandTable& table, const EntryPoint& entry,
                              const std::vector<std::size_t>& entries, const Command& command) const
    {
        const std::string pattern(m_lookup.text(entry.path));
        const bool several = std::ranges::any_of(entries, [&](std::size_t other) {
            return m_model.entryPoints[other].path == entry.path && m_model.entryPoints[other].method != entry.method;
        });
        Found made{.method = several ? "*" : std::string(m_lookup.text(entry.method)),
                   .path = pattern,
                   .id = {},
                   .handler = {},
                   .page = {},
                   .at = command.at};
        if (const std::string parameter = parameterOf(servlet, table, pattern, command.value); !parameter.empty())
            made.id = made.method + " " + pattern + "?" + parameter + "=" + command.value;
        else
            made.path = commandPath(pattern, command.value);
        return made;
    }

    /// The request parameter that holds the value; empty where it is a part of the path.
    [[nodiscard]] std::string parameterOf(const Servlet& servlet, const CommandTable& table, const std::string& pattern,
                                          const std::string& value) const
    {
        const std::string_view own = table.parameter.valid() ? m_lookup.text(table.parameter) : std::string_view();
        if (own == kRequestPath)
            return {};
        const Uses& uses = m_uses.at(servlet.type.value);
        const std::vector<StringId>& known = uses.parameters;
        if (table.parameter.valid() && uses.read.contains(table.parameter))
            return std::string(own);
        const bool path = value.starts_with('/') || pattern.find('*') != std::string::npos;
        if (known.empty())
            return path || table.byArgument ? std::string() : std::string(own);
        return path || pattern == "/" ? std::string() : std::string(m_lookup.text(known.front()));
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    CallsByMember m_calls;
    std::vector<Found> m_found;
    std::set<MemberId> m_called;         ///< methods through which servlets call their commands
    std::map<std::uint32_t, Uses> m_uses; ///< by servlet
};

} // namespace

void linkFrontControllers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    FrontControllers(index, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
