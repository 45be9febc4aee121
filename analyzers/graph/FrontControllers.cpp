#include "analyzers/graph/FrontControllers.h"

#include "analyzers/graph/ActionReader.h"
#include "analyzers/graph/EntryCollector.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::size_t kFewest = 2; ///< commands that make a table

/// What one value of a table leads to.
struct Command {
    std::string value;
    TypeId type; ///< invalid for a branch that makes no object
    Location at;
    std::uint32_t last = 0; ///< last line of the branch
};

/// Commands by their values, and where they stand.
struct CommandTable {
    TypeId owner;      ///< type whose code holds or reads the table; invalid for a property file
    MemberId member;   ///< of a chain of comparisons
    StringId parameter; ///< of a chain of comparisons
    bool byArgument = false;
    std::vector<Command> commands;
};

/// A servlet with its entry points.
struct Servlet {
    TypeId type;
    std::vector<std::size_t> entries;
};

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
        collectUses(servlets);
        for (const Dispatch& dispatch : m_index.dispatches)
            chain(dispatch);
        maps();
        propertyFiles();
        std::erase_if(m_tables, [&](const CommandTable& table) { return typesOf(table).size() < kFewest; });
        if (m_tables.empty())
            return;
        std::vector<bool> gone(m_model.entryPoints.size(), false);
        for (const Servlet& servlet : servlets)
            for (const CommandTable& table : m_tables)
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

    /// What the servlets call and make themselves.
    void collectUses(const std::vector<Servlet>& servlets)
    {
        std::map<std::uint32_t, std::vector<TypeId>> of; // type -> servlets that have its members
        for (const Servlet& servlet : servlets)
            for (const TypeId above : m_lookup.ancestry(servlet.type))
                of[above.value].push_back(servlet.type);
        for (const CallEdge& call : m_model.calls) {
            const auto found = call.rule == Rule::Dispatch ? of.end() : of.find(m_model[call.from].owner.value);
            if (found == of.end())
                continue;
            for (const TypeId servlet : found->second) {
                m_called[servlet.value].push_back(call.to);
                m_used[servlet.value].insert(m_model[call.to].owner.value);
            }
        }
        for (const TypeUseEdge& use : m_model.typeUses)
            if (const auto found = of.find(use.from.value); found != of.end() && use.kind == UseKind::New)
                for (const TypeId servlet : found->second)
                    m_used[servlet.value].insert(use.to.value);
        for (const auto& [type, those] : of)
            for (const TypeId servlet : those)
                m_used[servlet.value].insert(type);
        for (const StringUse& string : m_index.strings)
            if (const auto found = of.find(string.inType.value); found != of.end() && m_lookup.text(string.callee) == "getParameter")
                for (const TypeId servlet : found->second)
                    m_parameters[servlet.value].push_back(string.text);
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.fromType.valid() && m_lookup.text(call.name) == "forName" && m_lookup.text(call.receiverType).ends_with("Class"))
                m_reflecting.insert(call.fromType.value);
    }

    static std::set<std::uint32_t> typesOf(const CommandTable& table)
    {
        std::set<std::uint32_t> types;
        for (const Command& command : table.commands)
            if (command.type.valid())
                types.insert(command.type.value);
        return types;
    }

    /// A chain of comparisons or a switch: what each branch makes, or asks a class of its own for.
    void chain(const Dispatch& dispatch)
    {
        const TypeId owner = m_model[dispatch.member].owner;
        if (std::ranges::none_of(m_used, [&](const auto& servlet) { return servlet.second.contains(owner.value); }))
            return;
        CommandTable table{.owner = owner, .member = dispatch.member, .parameter = dispatch.parameter, .byArgument = dispatch.byArgument};
        const FileId file = m_model[dispatch.member].at.file;
        for (const DispatchBranch& branch : dispatch.branches) {
            if (!branch.value.valid())
                continue;
            table.commands.push_back({std::string(m_lookup.text(branch.value)), {}, {file, branch.first}, branch.last});
        }
        const auto meet = [&](TypeId type, std::uint32_t line) {
            for (Command& command : table.commands)
                if (line >= command.at.line && line <= command.last && !command.type.valid() && isCommand(type))
                    command.type = type;
        };
        for (const CallEdge& call : callsOf(dispatch.member))
            if (call.rule != Rule::Dispatch && call.at.file == file &&
                (m_model[call.to].kind == MemberKind::Constructor || has(m_model[call.to].flags, MemberFlag::Static)))
                meet(m_model[call.to].owner, call.at.line);
        for (const TypeUseEdge& use : m_model.typeUses) // constructors that nobody wrote
            if (use.from == table.owner && use.kind == UseKind::New && use.at.file == file)
                meet(use.to, use.at.line);
        m_tables.push_back(std::move(table));
    }

    /// Has a supertype in the system, through which it is called.
    [[nodiscard]] bool isCommand(TypeId type) const { return !m_lookup.supers(type).empty() && !has(m_model[type].flags, TypeFlag::Abstract); }

    [[nodiscard]] std::vector<CallEdge> callsOf(MemberId member) const
    {
        std::vector<CallEdge> found;
        for (const CallEdge& call : m_model.calls)
            if (call.from == member)
                found.push_back(call);
        return found;
    }

    /// commands.put("/list.do", new ListAction())
    void maps()
    {
        std::map<std::uint32_t, CommandTable> byType;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (m_lookup.text(call.name) != "put" || call.args.size() != 2 || !call.args[0].valid() || call.argTypes.size() != 2 ||
                !call.argTypes[1].valid() || !call.fromType.valid() || m_lookup.test(call.at) || !isCommand(call.argTypes[1]))
                continue;
            CommandTable& table = byType[call.fromType.value];
            table.owner = call.fromType;
            table.commands.push_back({std::string(m_lookup.text(call.args[0])), call.argTypes[1], call.at, call.at.line});
        }
        for (auto& [type, table] : byType)
            m_tables.push_back(std::move(table));
    }

    /// /list.do = board.ListAction
    void propertyFiles()
    {
        for (const auto& file : m_facts.settings) {
            CommandTable table;
            for (const config::Setting& setting : file.facts) {
                const TypeId type = setting.value.find('.') == std::string::npos ? TypeId() : m_lookup.type(setting.value);
                if (type.valid() && isCommand(type))
                    table.commands.push_back({setting.key, type, {file.file, setting.line}, setting.line});
            }
            m_tables.push_back(std::move(table));
        }
    }

    /// The servlet holds the table, asks the class that does, or makes objects of classes that a property file names.
    [[nodiscard]] bool asks(TypeId servlet, const CommandTable& table) const
    {
        const auto used = m_used.find(servlet.value);
        if (used == m_used.end())
            return false;
        if (table.owner.valid())
            return used->second.contains(table.owner.value);
        return std::ranges::any_of(used->second, [&](std::uint32_t type) { return m_reflecting.contains(type); });
    }

    /// The method through which the servlet calls the commands: declared in a type that all of them have.
    [[nodiscard]] MemberId calledOn(TypeId servlet, const CommandTable& table) const
    {
        std::set<std::uint32_t> common;
        bool first = true;
        for (const std::uint32_t type : typesOf(table)) {
            std::set<std::uint32_t> above;
            for (const TypeId one : m_lookup.ancestry(TypeId(type)))
                if (first || common.contains(one.value))
                    above.insert(one.value);
            common = std::move(above);
            first = false;
        }
        const auto called = m_called.find(servlet.value);
        if (called != m_called.end())
            for (const MemberId method : called->second)
                if (common.contains(m_model[method].owner.value) && m_model[method].kind == MemberKind::Method &&
                    !has(m_model[method].flags, MemberFlag::Static) && takesRequest(method))
                    return method;
        return {};
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
        const MethodDetail* wanted = m_lookup.detail(called);
        for (const MemberId method : m_lookup.methodsInherited(type, m_lookup.text(m_model[called].name))) {
            const MethodDetail* detail = m_lookup.detail(method);
            if (wanted == nullptr || detail == nullptr || detail->parameters.size() == wanted->parameters.size())
                return method;
        }
        return {};
    }

    void commands(const Servlet& servlet, const CommandTable& table, std::vector<bool>& gone)
    {
        const MemberId called = calledOn(servlet.type, table);
        if (!called.valid())
            return;
        const std::vector<std::size_t> entries = answering(servlet, table);
        bool whole = true;
        for (const Command& command : table.commands) {
            const MemberId handler = command.type.valid() ? handlerOf(command.type, called) : MemberId();
            const std::string page = handler.valid() ? std::string() : pageOf(table, command);
            if (!handler.valid() && page.empty()) {
                whole = false; // its work stands in the branch
                continue;
            }
            for (const std::size_t entry : entries)
                add(servlet, table, m_model.entryPoints[entry], entries, command, handler, page);
        }
        for (const std::size_t entry : entries)
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
            for (const CallEdge& call : callsOf(m_model.entryPoints[entry].handler))
                if (call.to == table.member && std::ranges::find(direct, entry) == direct.end())
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

    void add(const Servlet& servlet, const CommandTable& table, const EntryPoint& entry, const std::vector<std::size_t>& entries, const Command& command,
             MemberId handler, const std::string& page)
    {
        const std::string pattern(m_lookup.text(entry.path));
        const bool several = std::ranges::any_of(entries, [&](std::size_t other) {
            return m_model.entryPoints[other].path == entry.path && m_model.entryPoints[other].method != entry.method;
        });
        Found made{.method = several ? "*" : std::string(m_lookup.text(entry.method)), .path = pattern, .id = {}, .handler = handler, .page = page, .at = command.at};
        if (const std::string parameter = parameterOf(servlet, table, pattern, command.value); !parameter.empty())
            made.id = made.method + " " + pattern + "?" + parameter + "=" + command.value;
        else
            made.path = pathOf(pattern, command.value);
        if (!made.path.empty())
            m_found.push_back(std::move(made));
    }

    /// The request parameter that holds the value; empty where it is a part of the path.
    [[nodiscard]] std::string parameterOf(const Servlet& servlet, const CommandTable& table, const std::string& pattern, const std::string& value) const
    {
        const std::string_view own = table.parameter.valid() ? m_lookup.text(table.parameter) : std::string_view();
        if (own == kRequestPath || value.starts_with('/'))
            return {};
        const auto known = m_parameters.find(servlet.type.value);
        if (known == m_parameters.end())
            return table.byArgument || own.empty() || pattern.find('*') != std::string::npos ? std::string() : std::string(own);
        for (const StringId parameter : known->second)
            if (parameter == table.parameter)
                return std::string(own);
        const bool path = pattern.find('*') != std::string::npos || pattern == "/";
        return path ? std::string() : std::string(m_lookup.text(known->second.front()));
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
        if (!pattern.ends_with("/*"))
            return path;
        const std::string folder = pattern.substr(0, pattern.size() - 2);
        return path.starts_with(folder + "/") ? path : folder + path;
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup& m_lookup;
    const ProjectFacts& m_facts;
    const ViewCatalog& m_views;
    std::vector<CommandTable> m_tables;
    std::vector<Found> m_found;
    std::map<std::uint32_t, std::vector<MemberId>> m_called;        ///< by servlet
    std::map<std::uint32_t, std::set<std::uint32_t>> m_used;        ///< by servlet: types that it has, calls or makes
    std::map<std::uint32_t, std::vector<StringId>> m_parameters;    ///< by servlet: request parameters that it reads
    std::set<std::uint32_t> m_reflecting;                           ///< types that make objects of classes by name
};

} // namespace

void linkFrontControllers(CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts, const ViewCatalog& views)
{
    FrontControllers(index, lookup, facts, views).run();
}

} // namespace naru::analyzers::graph
