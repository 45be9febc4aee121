#include "analyzers/graph/CamelRoutes.h"

#include "analyzers/graph/CodeLookup.h"
#include "core/base/Words.h"

#include <algorithm>
#include <map>
#include <set>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool isBuilder(std::string_view type)
{
    return isOneOf(type, {"RouteBuilder", "SpringRouteBuilder", "EndpointRouteBuilder", "FluentRouteBuilder", "RouteBuilderSupport"});
}

/// Whether a system names a builder of Camel at all: asked of every system, so without a walk over its calls.
bool mentionsBuilders(const StringPool& pool)
{
    for (const std::string_view name :
         {"org.apache.camel.builder.RouteBuilder", "org.apache.camel.spring.SpringRouteBuilder", "RouteBuilder", "SpringRouteBuilder",
          "org.apache.camel.builder.endpoint.EndpointRouteBuilder", "org.apache.camel.spring.boot.FatJarRouter"})
        if (pool.find(name).valid())
            return true;
    return false;
}

class RouteFinder {
public:
    explicit RouteFinder(CodeIndex& index) : m_index(index), m_model(index.model), m_lookup(index) {}

    std::vector<CamelRoute> run()
    {
        builders();
        if (m_types.empty() && m_making.empty())
            return {};
        marksOfCalls();
        marksOfHelpers();
        for (auto& [builder, marks] : m_marks)
            declare(builder, marks);
        if (!m_moved.empty())
            move();
        return std::move(m_routes);
    }

private:
    /// A place where a route, or what belongs to all routes of a builder, begins.
    struct Mark {
        std::uint32_t line = 0;
        bool route = false;
        StringId uri;
        std::string method;
        std::string path;
        std::string name; ///< its routeId
    };

    void builders()
    {
        for (std::size_t i = 0; i < m_model.types.size(); ++i)
            for (const StringId external : m_model.types[i].externalSupers)
                if (isBuilder(simpleName(m_lookup.text(external))))
                    for (const TypeId below : m_lookup.descendants(TypeId(i)))
                        m_types.insert(below);
        const StringId made = m_model.strings->find("<init>");
        for (const ExternalCall& call : m_index.externalCalls)
            if (call.name == made && call.from.valid() && call.receiverType.valid() &&
                isBuilder(simpleName(m_lookup.text(call.receiverType))))
                m_making.insert(call.from);
    }

    [[nodiscard]] bool builds(MemberId member) const
    {
        return member.valid() && (m_types.contains(m_model[member].owner) || m_making.contains(member));
    }

    /// A call of the builder itself, not of what stands before a dot.
    [[nodiscard]] bool ofBuilder(const ExternalCall& call) const
    {
        const std::string_view receiver = call.receiverType.valid() ? m_lookup.text(call.receiverType) : std::string_view();
        if (m_making.contains(call.from) && (receiver.empty() || m_lookup.type(receiver) == m_model[call.from].owner))
            return true;
        return isBuilder(simpleName(receiver)) || m_types.contains(m_lookup.type(receiver));
    }

    void marksOfCalls()
    {
        struct State {
            bool rest = false;
            bool inlined = false; ///< within .route() of an operation of rest
            std::string base;
        };
        std::map<MemberId, State> states;
        for (const ExternalCall& call : m_index.externalCalls) {
            if (!builds(call.from) || m_lookup.test(call.at))
                continue;
            const std::string_view name = m_lookup.text(call.name);
            const std::string_view first =
                !call.args.empty() && call.args.front().valid() ? m_lookup.text(call.args.front()) : std::string_view();
            std::vector<Mark>& marks = m_marks[call.from];
            State& state = states[call.from];
            if (isOneOf(name, {"from", "fromF"}) && !call.args.empty() && ofBuilder(call)) {
                marks.push_back({call.at.line, true, call.args.front().valid() ? call.args.front() : inPart(call), {}, {}, {}});
                state = {};
            } else if (name == "rest" && ofBuilder(call)) {
                marks.push_back({call.at.line, false, {}, {}, {}, {}});
                state = {true, false, std::string(first)};
            } else if (isOneOf(name, {"onException", "onCompletion", "intercept", "interceptFrom", "interceptSendToEndpoint",
                                      "errorHandler", "restConfiguration"}) &&
                       ofBuilder(call)) {
                marks.push_back({call.at.line, false, {}, {}, {}, {}});
                state = {};
            } else if (state.rest && !state.inlined && isOneOf(name, {"get", "post", "put", "delete", "patch", "head"}) &&
                       unknownReceiver(call) && (call.args.empty() || !first.empty())) {
                std::string verb(name);
                std::ranges::transform(verb, verb.begin(), [](char c) { return static_cast<char>(c - 'a' + 'A'); });
                marks.push_back({call.at.line, true, {}, std::move(verb), joined(state.base, first), {}});
            } else if (state.rest && isOneOf(name, {"route", "endRest"})) {
                state.inlined = name == "route";
            } else if (name == "routeId" && !first.empty() && !marks.empty() && marks.back().route && marks.back().name.empty()) {
                marks.back().name = first;
            }
        }
    }

    /// The beginning of an address of which only a part is constant.
    [[nodiscard]] StringId inPart(const ExternalCall& call) const
    {
        const auto file = std::ranges::equal_range(m_index.strings, call.at, {}, &StringUse::at);
        for (const StringUse& use : file)
            if (use.in == call.from && use.callee == call.name && use.argument == 0 && use.dynamic)
                return beginning(use.text);
        return {};
    }

    [[nodiscard]] bool unknownReceiver(const ExternalCall& call) const
    {
        return !call.receiverType.valid() || m_lookup.text(call.receiverType).empty();
    }

    static std::string joined(const std::string& base, std::string_view path)
    {
        std::string out = base.starts_with('/') ? base : "/" + base;
        while (out.ends_with('/'))
            out.pop_back();
        while (path.starts_with('/'))
            path.remove_prefix(1);
        return path.empty() ? (out.empty() ? "/" : out) : out + "/" + std::string(path);
    }

    /// Methods of the system that begin a route with what they are given: singleFrom("activemq:queue:A") of a base class.
    void marksOfHelpers()
    {
        std::map<std::pair<MemberId, std::uint32_t>, StringId> given;
        for (const StringUse& use : m_index.strings)
            if (use.context == StringContext::Argument && use.argument == 0 && use.calleeMember.valid() && beginsRoutes(use.calleeMember))
                given.emplace(std::pair(use.in, use.at.line), use.dynamic ? beginning(use.text) : use.text);
        std::set<MemberId> begun;
        for (const CallEdge& edge : m_model.calls)
            if (beginsRoutes(edge.to) && builds(edge.from) && !m_lookup.test(edge.at)) {
                const auto text = given.find({edge.from, edge.at.line});
                m_marks[edge.from].push_back({edge.at.line, true, text == given.end() ? StringId() : text->second, {}, {}, {}});
                begun.insert(edge.to);
            }
        for (const MemberId helper : begun) // what begins there is begun for others
            m_marks.erase(helper);
    }

    [[nodiscard]] bool beginsRoutes(MemberId member) const
    {
        return simpleName(m_lookup.text(m_model[member].valueType)) == "RouteDefinition" && builds(member);
    }

    /// What is constant of a text before the first part that is not; invalid where that names no component.
    [[nodiscard]] StringId beginning(StringId text) const
    {
        const std::string_view known = m_lookup.text(text);
        const std::string_view before = known.substr(0, known.find('?'));
        return before.find(':') == std::string_view::npos ? StringId() : m_model.intern(before);
    }

    // --- members ---------------------------------------------------------------------------------------------------------

    void declare(MemberId builder, std::vector<Mark>& marks)
    {
        std::ranges::stable_sort(marks, {}, &Mark::line);
        const auto routes = std::ranges::count_if(marks, &Mark::route);
        std::vector<std::pair<std::uint32_t, MemberId>>* moved = routes > 1 ? &m_moved[builder] : nullptr;
        for (std::size_t i = 0; i < marks.size(); ++i) {
            const Mark& mark = marks[i];
            MemberId member = builder;
            if (mark.route && moved != nullptr)
                member = add(builder, mark, i + 1 < marks.size() ? marks[i + 1].line - 1 : m_model[builder].endLine);
            if (moved != nullptr)
                moved->emplace_back(mark.line, member);
            if (mark.route)
                m_routes.push_back({member, builder, mark.uri, mark.method, mark.path, {m_model[builder].at.file, mark.line}});
        }
    }

    MemberId add(MemberId builder, const Mark& mark, std::uint32_t last)
    {
        std::string name = mark.name;
        if (name.empty() && !mark.method.empty())
            name = mark.method + " " + mark.path;
        if (name.empty() && mark.uri.valid())
            name = m_lookup.text(mark.uri).substr(0, m_lookup.text(mark.uri).find('?'));
        if (name.empty())
            name = "route " + std::to_string(mark.line);
        std::ranges::replace_if(
            name, [](char c) { return c == '#' || c == '(' || c == ')'; }, '_'); // these divide ids
        Member made = m_model[builder];
        const std::string owner(m_lookup.text(m_model[made.owner].name));
        StringId id = m_model.intern(owner + "#" + name + "()");
        if (!m_ids.insert(id).second)
            id = m_model.intern(owner + "#" + name + " " + std::to_string(mark.line) + "()");
        m_ids.insert(id);
        made.id = id;
        made.name = m_model.intern(name);
        made.valueType = m_model.intern("void");
        made.kind = MemberKind::Method;
        made.flags = static_cast<std::uint32_t>(MemberFlag::Private);
        made.at.line = mark.line;
        made.endLine = std::max(mark.line, last);
        made.cyclomatic = 1;
        made.cognitive = 0;
        made.comment = {};
        const MemberId member(m_model.members.size());
        m_model.members.push_back(made);
        m_index.methods.push_back({member, {}, {}});
        return member;
    }

    /// The route to which a line of a builder belongs.
    void take(MemberId& from, std::uint32_t line) const
    {
        const auto found = m_moved.find(from);
        if (found == m_moved.end())
            return;
        const auto after = std::ranges::upper_bound(found->second, line, {}, &std::pair<std::uint32_t, MemberId>::first);
        if (after != found->second.begin())
            from = std::prev(after)->second;
    }

    void move()
    {
        for (CallEdge& edge : m_model.calls)
            take(edge.from, edge.at.line);
        for (FieldAccessEdge& access : m_model.fieldAccesses)
            take(access.from, access.at.line);
        for (ExternalCall& call : m_index.externalCalls)
            take(call.from, call.at.line);
        for (HandedCall& call : m_index.handedCalls)
            take(call.from, call.at.line);
        for (StringUse& use : m_index.strings)
            take(use.in, use.at.line);
    }

    CodeIndex& m_index;
    CodeModel& m_model;
    const CodeLookup m_lookup; ///< of the state before: it does not see what is added here
    std::set<TypeId> m_types;
    std::set<MemberId> m_making; ///< members that make an anonymous builder
    std::map<MemberId, std::vector<Mark>> m_marks;
    std::map<MemberId, std::vector<std::pair<std::uint32_t, MemberId>>> m_moved; ///< by builder: first line and route
    std::set<StringId> m_ids;
    std::vector<CamelRoute> m_routes;
};

} // namespace

std::vector<CamelRoute> declareCamelRoutes(CodeIndex& index)
{
    return mentionsBuilders(*index.model.strings) ? RouteFinder(index).run() : std::vector<CamelRoute>();
}

} // namespace naru::analyzers::graph
