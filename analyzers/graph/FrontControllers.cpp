#include "analyzers/graph/FrontControllers.h"

#include "analyzers/graph/ActionReader.h"
#include "analyzers/graph/CommandTables.h"
#include "analyzers/graph/EntryCollector.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// A servlet with its entry points.
struct Servlet {
    TypeId type;
    std::vector<std::size_t> entries;
};

/// A method that a servlet calls, as declared.
struct Asked {
    MemberId method;
    bool near = false; ///< by its own code
};

/// What a servlet does with its own code and with all that it comes to.
struct Uses {
    std::set<std::uint32_t> above;    ///< the servlet and its supertypes
    std::set<std::uint32_t> types;    ///< types that it has, calls or makes
    std::vector<Asked> asked;         ///< the nearest first
    std::vector<StringId> parameters; ///< request parameters that its own code reads
    std::set<StringId> read;          ///< those that any code of `types` reads
};

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
        const std::vector<Servlet> servlets = this->servlets();
        if (servlets.empty())
            return;
        for (const CallEdge& call : m_model.calls)
            m_calls[call.from.value].push_back(&call);
        const std::vector<CommandTable> tables = readCommandTables(m_index, m_lookup, m_facts, m_calls);
        if (tables.empty())
            return;
        collectUses(servlets);
        std::vector<bool> gone(m_model.entryPoints.size(), false);
        for (const Servlet& servlet : servlets)
            for (const CommandTable& table : tables)
                if (asks(servlet.type, table))
                    commands(servlet, table, gone);
        std::vector<EntryPoint> kept;
        for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i)
            if (!gone[i])
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
        std::string page;
        Location at;
    };

    std::vector<Servlet> servlets() const
    {
        std::map<std::uint32_t, Servlet> byType;
        for (std::size_t i = 0; i < m_model.entryPoints.size(); ++i) {
            const EntryPoint& entry = m_model.entryPoints[i];
            if (entry.kind != EntryPointKind::Servlet || !entry.handler.valid() || m_lookup.test(m_model[entry.handler].at))
                continue;
            const std::string_view name = m_lookup.text(entry.handlerName);
            TypeId type = m_lookup.type(name.substr(0, name.rfind('.'))); // the handler may be inherited
            type = type.valid() ? type : m_model[entry.handler].owner;
            byType[type.value].type = type;
            byType[type.value].entries.push_back(i);
        }
        std::vector<Servlet> all;
        for (auto& [type, servlet] : byType)
            all.push_back(std::move(servlet));
        return all;
    }

    /// What the servlets call and make.
    void collectUses(const std::vector<Servlet>& servlets)
    {
        std::map<std::uint32_t, std::vector<Uses*>> of; // type -> servlets that have its members
        for (const Servlet& servlet : servlets) {
            Uses& uses = m_uses[servlet.type.value];
            follow(servlet.type, uses);
            for (const std::uint32_t above : uses.above)
                of[above].push_back(&uses);
        }
        for (const TypeUseEdge& use : m_model.typeUses)
            if (const auto found = of.find(use.from.value); found != of.end() && use.kind == UseKind::New)
                for (Uses* uses : found->second)
                    uses->types.insert(use.to.value);
        for (const StringUse& string : m_index.strings)
            if (m_lookup.text(string.callee) == "getParameter")
                for (auto& [servlet, uses] : m_uses) {
                    if (uses.above.contains(string.inType.value))
                        uses.parameters.push_back(string.text);
                    if (uses.types.contains(string.inType.value))
                        uses.read.insert(string.text);
                }
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.fromType.valid() && m_lookup.text(call.name) == "forName" && m_lookup.text(call.receiverType).ends_with("Class"))
                m_reflecting.insert(call.fromType.value);
    }

    /// All that a servlet comes to, up to the commands: the methods of several classes that are given the request.
    void follow(TypeId servlet, Uses& uses)
    {
        std::vector<MemberId> order;
        std::unordered_set<std::uint32_t> seen;
        for (const TypeId above : m_lookup.ancestry(servlet)) {
            uses.above.insert(above.value);
            for (const MemberId member : m_lookup.members(above))
                if (seen.insert(member.value).second)
                    order.push_back(member);
        }
        uses.types = uses.above;
        const std::size_t own = order.size();
        std::unordered_set<std::uint32_t> asked;
        for (std::size_t i = 0; i < order.size(); ++i)
            for (const CallEdge* call : callsOf(order[i])) {
                if (call->rule == Rule::Dispatch && takesRequest(call->to))
                    continue;
                uses.types.insert(m_model[call->to].owner.value);
                if (call->rule != Rule::Dispatch && m_model[call->to].kind == MemberKind::Method && asked.insert(call->to.value).second)
                    uses.asked.push_back({call->to, i < own});
                if (seen.insert(call->to.value).second)
                    order.push_back(call->to);
            }
    }

    [[nodiscard]] const std::vector<const CallEdge*>& callsOf(MemberId member) const
    {
        static const std::vector<const CallEdge*> none;
        const auto found = m_calls.find(member.value);
        return found == m_calls.end() ? none : found->second;
    }

    /// The servlet comes to the class that holds the table; a file is any servlet's that may know its classes.
    [[nodiscard]] bool asks(TypeId servlet, const CommandTable& table) const
    {
        return !table.owner.valid() || m_uses.at(servlet.value).types.contains(table.owner.value);
    }

    /// The method through which the servlet calls the commands: declared in a type that several of them have, and given the request. One
    /// that only has the name of such a method must be called by the servlet's own code, and its branches are left to it.
    [[nodiscard]] MemberId calledOn(TypeId servlet, const CommandTable& table) const
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
            if (below == common.end() || below->second < kFewestCommands || has(m_model[method].flags, MemberFlag::Static))
                continue;
            const bool given = takesRequest(method);
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

    [[nodiscard]] bool takesRequest(MemberId method) const
    {
        const MethodDetail* detail = m_lookup.detail(method);
        return detail != nullptr && std::ranges::any_of(detail->parameters, [&](const Parameter& parameter) {
                   return m_lookup.text(parameter.type).ends_with("Request");
               });
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
        if (table.owner.valid() || isCommandPath(command.value))
            return true;
        return takesRequest(called) &&
               std::ranges::any_of(m_uses.at(servlet.value).types, [&](std::uint32_t type) { return m_reflecting.contains(type); });
    }

    void commands(const Servlet& servlet, const CommandTable& table, std::vector<bool>& gone)
    {
        const MemberId called = calledOn(servlet.type, table);
        if (!called.valid())
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
            const std::string page = handler.valid() ? std::string() : pageOf(table, command);
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
        if (different.size() < kFewestCommands) // one alone is no choice
            return;
        std::ranges::move(found, std::back_inserter(m_found));
        for (const std::size_t entry : taken)
            gone[entry] = gone[entry] || whole;
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
            for (const CallEdge* call : callsOf(m_model.entryPoints[entry].handler))
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
            made.path = pathOf(pattern, command.value);
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

    /// The address of a command below a servlet's pattern; empty when another pattern leads to it.
    static std::string pathOf(const std::string& pattern, const std::string& value)
    {
        const std::string path = value.starts_with('/') ? value : "/" + value;
        if (const std::size_t star = pattern.find("*."); star != std::string::npos) {
            const std::string suffix = pattern.substr(star + 1);
            const std::string file = path.substr(path.rfind('/') + 1);
            if (path.ends_with(suffix))
                return path;
            return file.find('.') == std::string::npos ? path + suffix : std::string();
        }
        if (pattern.empty() || pattern == "/")
            return path;
        if (!pattern.ends_with("/*"))
            return path.ends_with(pattern) ? pattern : std::string(); // one address
        const std::string folder = pattern.substr(0, pattern.size() - 2);
        return path.starts_with(folder + "/") ? path : folder + path;
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    CallsByMember m_calls;
    std::vector<Found> m_found;
    std::map<std::uint32_t, Uses> m_uses; ///< by servlet
    std::set<std::uint32_t> m_reflecting; ///< types that make objects of classes by name
};

} // namespace

void linkFrontControllers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    FrontControllers(index, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
