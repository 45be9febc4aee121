#include "analyzers/graph/CommandTables.h"

#include "analyzers/config/RouteXml.h"
#include "analyzers/graph/BranchCalls.h"
#include "core/base/PathNames.h"

#include <algorithm>
#include <map>

namespace naru::analyzers::graph {

using namespace core;

namespace {

class CommandTables {
public:
    CommandTables(const CodeIndex& index, const CodeLookup& lookup, const CallsByMember& calls)
        : m_index(index),
          m_model(index.model),
          m_lookup(lookup),
          m_calls(calls)
    {
    }

    std::vector<CommandTable> read(const ProjectFacts& facts)
    {
        const auto news = objectsMade(m_model);
        for (const Dispatch& dispatch : m_index.dispatches)
            if (!m_lookup.test(m_model[dispatch.member].at))
                chain(dispatch, news);
        maps();
        for (const auto& file : facts.settings)
            names(file.file, file.facts);
        std::erase_if(m_tables, [](const CommandTable& table) { return table.types().size() < (isMap(table) ? 1 : kFewestCommands); });
        return std::move(m_tables);
    }

private:
    static bool isMap(const CommandTable& table) { return table.owner.valid() && !table.member.valid(); }

    /// A chain of comparisons or a switch: what each branch makes, or asks a class of its own for.
    void chain(const Dispatch& dispatch, const std::unordered_map<std::uint32_t, std::vector<const TypeUseEdge*>>& news)
    {
        CommandTable table{.owner = m_model[dispatch.member].owner,
                           .member = dispatch.member,
                           .parameter = dispatch.parameter,
                           .byArgument = dispatch.byArgument,
                           .commands = {}};
        const FileId file = m_model[dispatch.member].at.file;
        for (const DispatchBranch& branch : dispatch.branches)
            if (branch.value.valid())
                table.commands.push_back({std::string(m_lookup.text(branch.value)), {}, {file, branch.first}, branch.last});
        const auto meet = [&](TypeId type, Location at) {
            for (Command& command : table.commands)
                if (at.file == file && at.line >= command.at.line && at.line <= command.last && !command.type.valid() && isCommand(type))
                    command.type = type;
        };
        for (const CallEdge* call : callsOf(m_calls, dispatch.member))
            if (call->rule != Rule::Dispatch &&
                (m_model[call->to].kind == MemberKind::Constructor || has(m_model[call->to].flags, MemberFlag::Static)))
                meet(m_model[call->to].owner, call->at);
        if (const auto found = news.find(table.owner.value); found != news.end()) // constructors that nobody wrote
            for (const TypeUseEdge* use : found->second)
                meet(use->to, use->at);
        m_tables.push_back(std::move(table));
    }

    /// Has a supertype in the system, through which it is called.
    [[nodiscard]] bool isCommand(TypeId type) const
    {
        return !m_lookup.supers(type).empty() && !has(m_model[type].flags, TypeFlag::Abstract) && !has(m_model[type].flags, TypeFlag::Test);
    }

    /// commands.put("list", new ListAction()), commands.register("/list.do", new ListAction())
    void maps()
    {
        std::map<std::uint32_t, CommandTable> byType;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (call.args.empty() || !call.args[0].valid() || call.argTypes.size() < 2 || !call.argTypes[1].valid() ||
                !call.fromType.valid() || m_lookup.test(call.at) || !isCommand(call.argTypes[1]))
                continue;
            const std::string_view name = m_lookup.text(call.name);
            const std::string_view key = m_lookup.text(call.args[0]);
            const bool adds = name.starts_with("put") || name.starts_with("add") || name.starts_with("set") || name.starts_with("register");
            if ((name != "put" || call.args.size() != 2) && (!adds || !isCommandPath(key)))
                continue;
            CommandTable& table = byType[call.fromType.value];
            table.owner = call.fromType;
            table.commands.push_back({std::string(key), call.argTypes[1], call.at, call.at.line});
        }
        for (auto& [type, table] : byType)
            m_tables.push_back(std::move(table));
    }

    /// /list.do = board.ListAction; of several with one key the last counts
    void names(FileId file, const std::vector<config::Setting>& settings)
    {
        CommandTable table;
        std::map<std::string_view, std::size_t> known;
        for (const config::Setting& setting : settings) {
            const TypeId type = setting.value.find('.') == std::string::npos ? TypeId() : m_lookup.type(setting.value);
            if (!type.valid() || !isCommand(type) || setting.key.starts_with(config::kEventOfRoutes))
                continue;
            const auto [place, added] = known.try_emplace(setting.key, table.commands.size());
            if (added)
                table.commands.emplace_back();
            table.commands[place->second] = {setting.key, type, {file, setting.line}, setting.line};
        }
        m_tables.push_back(std::move(table));
    }

    const CodeIndex& m_index;
    const CodeModel& m_model;
    const CodeLookup& m_lookup;
    const CallsByMember& m_calls;
    std::vector<CommandTable> m_tables;
};

} // namespace

std::set<std::uint32_t> CommandTable::types() const
{
    std::set<std::uint32_t> types;
    for (const Command& command : commands)
        if (command.type.valid())
            types.insert(command.type.value);
    return types;
}

bool isCommandPath(std::string_view value)
{
    const bool plain =
        std::ranges::none_of(value, [](char c) { return c == ' ' || c == '\t' || c == '$' || c == '{' || c == ':' || c == '?'; });
    const std::size_t dot = value.rfind('.');
    const bool suffix =
        dot != std::string_view::npos && dot > 0 && value.size() - dot > 2 && value.find('/', dot) == std::string_view::npos;
    return plain && value.size() > 1 && (value.starts_with('/') || suffix);
}

const std::vector<const CallEdge*>& callsOf(const CallsByMember& calls, MemberId member)
{
    static const std::vector<const CallEdge*> none;
    const auto found = calls.find(member.value);
    return found == calls.end() ? none : found->second;
}

std::string commandPath(const std::string& pattern, const std::string& value)
{
    const std::string path = value.starts_with('/') ? value : "/" + value;
    if (const std::size_t star = pattern.find("*."); star != std::string::npos) {
        const std::string suffix = pattern.substr(star + 1);
        const std::string file(fileName(path));
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

std::vector<CommandTable> readCommandTables(const CodeIndex& index, const CodeLookup& lookup, const ProjectFacts& facts,
                                            const CallsByMember& calls)
{
    return CommandTables(index, lookup, calls).read(facts);
}

} // namespace naru::analyzers::graph
