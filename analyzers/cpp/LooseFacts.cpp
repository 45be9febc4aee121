#include "analyzers/cpp/LooseFacts.h"

#include "analyzers/cpp/KnownCalls.h"
#include "analyzers/cpp/LooseCode.h"
#include "analyzers/spi/CodeIndex.h"

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace naru::analyzers::cpp {

namespace {

constexpr std::uint32_t kMain = 0; ///< the unit itself among the files of its facts

class LooseTeller {
public:
    LooseTeller(const std::vector<std::uint32_t>& errors, SymbolReader& symbols, UnitFacts& facts)
        : m_errors(errors),
          m_symbols(symbols),
          m_facts(facts)
    {
        for (std::size_t i = 0; i < facts.members.size(); ++i)
            if (const MemberFact& member = facts.members[i]; member.at.file == kMain && member.defined != 0)
                m_members.emplace(std::pair(member.name, member.at.line), i);
        for (std::size_t i = 0; i < facts.calls.size(); ++i)
            if (facts.calls[i].at.file == kMain)
                m_calls[{facts.calls[i].from, facts.calls[i].name}].push_back(i);
    }

    void body(const LooseBody& body)
    {
        Text from = known(body);
        const bool lost = from == 0;
        if (lost && (m_errors.empty() || !faulty(body)))
            return;
        if (lost)
            from = lostFunction(body);
        for (const LooseCall& call : body.calls)
            connection(body, call, from);
        if (m_errors.empty())
            return;
        const std::size_t first = m_facts.loose.size();
        for (const LooseCall& call : body.calls)
            this->call(call, from, first, lost);
        for (std::size_t i = 0; i < body.strings.size() && lost; ++i)
            string(body.strings[i].first, from, body.strings[i].second, nullptr, 0);
    }

    /// Takes out the calls that clang told without a target and that are told here with what stands before them.
    void finish()
    {
        if (m_replaced.empty())
            return;
        std::size_t kept = 0;
        for (std::size_t i = 0; i < m_facts.calls.size(); ++i)
            if (!m_replaced.contains(i))
                m_facts.calls[kept++] = m_facts.calls[i];
        m_facts.calls.resize(kept);
    }

private:
    /// Key of the member that clang has for a body; 0 when it has none.
    [[nodiscard]] Text known(const LooseBody& body)
    {
        const Text name = m_symbols.text(body.name);
        for (const std::uint32_t line : {body.line, body.line + 1, body.line - 1})
            if (const auto found = m_members.find({name, line}); found != m_members.end())
                return m_facts.members[found->second].key;
        return 0;
    }

    [[nodiscard]] bool faulty(const LooseBody& body) const
    {
        const auto first = std::ranges::lower_bound(m_errors, body.headLine);
        return first != m_errors.end() && *first <= body.endLine;
    }

    Text lostFunction(const LooseBody& body)
    {
        LostFact fact;
        const std::string path(m_symbols.view(m_facts.files[kMain].path));
        const std::string full = (body.scope.empty() ? "" : body.scope + "::") + body.name;
        fact.key = m_symbols.text("lost:" + path + "|" + full + "(" + body.parameters + ")@" + std::to_string(body.line));
        fact.scope = m_symbols.text(body.scope);
        fact.name = m_symbols.text(body.name);
        fact.signature = m_symbols.text(body.name + "(" + body.parameters + ")");
        fact.at = {kMain, body.line};
        fact.endLine = body.endLine;
        m_facts.lost.push_back(fact);
        return fact.key;
    }

    void call(const LooseCall& call, Text from, std::size_t first, bool lost)
    {
        LooseFact fact;
        fact.from = from;
        fact.name = m_symbols.text(call.name);
        fact.root = m_symbols.text(call.rootText);
        std::string fields;
        for (const std::string& field : call.fields)
            fields += (fields.empty() ? "" : ".") + field;
        fact.fields = m_symbols.text(fields);
        fact.rootKind = static_cast<std::uint32_t>(call.root);
        fact.rootCall = static_cast<std::uint32_t>(first + call.rootCall);
        fact.element = call.element ? 1 : 0;
        fact.args = static_cast<std::uint32_t>(call.literals.size());
        fact.at = {kMain, call.line};
        fact.told = lost ? 0 : toldByClang(from, fact.name, call.line);
        m_facts.loose.push_back(fact);
        if (fact.told != 0)
            return;
        for (std::size_t i = 0; i < call.literals.size(); ++i)
            if (lost && !call.literals[i].empty())
                string(call.literals[i], from, call.line, &fact, i);
        entry(call, from);
    }

    /// 1 when clang has a call of this name in the function on this line, or one on another line that no other word accounts for.
    std::uint32_t toldByClang(Text from, Text name, std::uint32_t line)
    {
        const auto found = m_calls.find({from, name});
        if (found == m_calls.end())
            return 0;
        std::vector<std::size_t>& left = found->second;
        auto match = std::ranges::find_if(left, [&](std::size_t i) { return m_facts.calls[i].at.line == line; });
        if (match == left.end()) // a chain over several lines begins above its last call
            match = std::ranges::find_if(left, [&](std::size_t i) { return m_facts.calls[i].at.line < line && m_facts.calls[i].at.line + 6 > line; });
        if (match == left.end())
            return 0;
        const std::size_t at = *match;
        left.erase(match);
        const bool open = m_facts.calls[at].to == 0 && static_cast<CallForm>(m_facts.calls[at].form) == CallForm::Direct;
        if (open)
            m_replaced.insert(at);
        return open ? 0 : 1;
    }

    void string(const std::string& text, Text from, std::uint32_t line, const LooseFact* call, std::size_t argument)
    {
        if (text.empty())
            return;
        StringFact fact;
        fact.in = from;
        fact.text = m_symbols.text(text);
        fact.callee = call != nullptr ? call->name : 0;
        fact.context = static_cast<std::uint32_t>(call != nullptr ? StringContext::Argument : StringContext::Other);
        fact.argument = static_cast<std::uint32_t>(argument);
        fact.at = {kMain, line};
        m_facts.strings.push_back(fact);
    }

    /// Routes and services that a library whose header is missing is told of.
    void entry(const LooseCall& call, Text from)
    {
        const auto literal = [&](std::size_t i) { return i < call.literals.size() ? call.literals[i] : std::string(); };
        const KnownCall what = knownCall(call.name);
        if (what == KnownCall::Route || what == KnownCall::RouteHandler) {
            for (std::size_t i = 0; i < call.literals.size(); ++i)
                if (literal(i).starts_with('/')) {
                    m_facts.entries.push_back({from, m_symbols.text(literal(i)), m_symbols.text(what == KnownCall::Route ? routeMethod(call.name) : "*"),
                                               static_cast<std::uint32_t>(core::EntryPointKind::Rest), {kMain, call.line}});
                    return;
                }
        } else if (what == KnownCall::Boundary) {
            m_facts.boundaries.push_back(from);
        } else if (what == KnownCall::ServiceCall && !literal(0).empty()) {
            CallFact made;
            made.from = from;
            made.name = m_symbols.text(call.name);
            made.to = m_symbols.text(literal(0));
            made.form = static_cast<std::uint32_t>(CallForm::Service);
            made.at = {kMain, call.line};
            m_facts.calls.push_back(made);
        }
    }

    /// connect(sender, SIGNAL(f()), receiver, SLOT(g())), new Action(text, receiver, SLOT(g())), singleShot(0, this, SLOT(g())).
    void connection(const LooseBody& body, const LooseCall& call, Text from)
    {
        const auto& literals = call.literals;
        if (call.name == "connect" && byFunctions(call, from))
            return;
        for (std::size_t i = 0; i < literals.size(); ++i) {
            const bool target = literals[i].starts_with('1') || (literals[i].starts_with('2') && i > 1);
            if (!target || !call.names[i].empty() || !isSlotText(literals[i]))
                continue;
            ConnectionFact fact;
            fact.from = from;
            fact.slot = m_symbols.text(literals[i].substr(1));
            fact.at = {kMain, call.line};
            const bool given = i > 0 && literals[i - 1].empty();
            who(body, given ? call.names[i - 1] : "this", fact.receiver, fact.receiverKind);
            for (std::size_t k = i; k-- > 0 && fact.signal == 0;)
                if (literals[k].starts_with('2') && isSlotText(literals[k])) {
                    fact.signal = m_symbols.text(literals[k].substr(1));
                    who(body, k > 0 ? call.names[k - 1] : "this", fact.sender, fact.senderKind);
                }
            for (std::size_t k = 0; k < literals.size() && fact.title == 0 && fact.signal == 0; ++k)
                if (!literals[k].empty() && !isSlotText(literals[k]))
                    fact.title = m_symbols.text(literals[k]);
            m_facts.connections.push_back(fact);
            if (fact.signal != 0)
                return;
        }
    }

    /// connect(sender, &Sender::signal, receiver, &Receiver::slot), which clang has where it knows connect.
    bool byFunctions(const LooseCall& call, Text from)
    {
        std::vector<std::string> functions;
        for (const std::string& name : call.names)
            if (name.find("::") != std::string::npos)
                functions.push_back(name);
        if (functions.empty())
            return false;
        const auto known = m_calls.find({from, m_symbols.text("connect")});
        if (known != m_calls.end() && !known->second.empty() && m_facts.calls[known->second.front()].to != 0)
            return true;
        const auto part = [&](const std::string& name, Text& type, Text& function, std::uint32_t& kind) {
            const std::size_t colon = name.rfind("::");
            type = m_symbols.text(name.substr(0, colon));
            function = m_symbols.text(name.substr(colon + 2));
            kind = static_cast<std::uint32_t>(LooseRoot::Type);
        };
        ConnectionFact fact;
        fact.from = from;
        fact.at = {kMain, call.line};
        part(functions.back(), fact.receiver, fact.slot, fact.receiverKind);
        if (functions.size() > 1)
            part(functions.front(), fact.sender, fact.signal, fact.senderKind);
        m_facts.connections.push_back(fact);
        return true;
    }

    static bool isSlotText(std::string_view text)
    {
        return text.size() > 1 && (text.front() == '1' || text.front() == '2') && text.find_first_of(" &.%") == std::string_view::npos &&
               std::isdigit(static_cast<unsigned char>(text[1])) == 0;
    }

    void who(const LooseBody& body, const std::string& name, Text& text, std::uint32_t& kind)
    {
        const auto declared = body.variables.find(name);
        const LooseRoot root = name == "this"                         ? LooseRoot::This
                               : declared != body.variables.end()     ? LooseRoot::Type
                               : name.empty()                         ? LooseRoot::Unknown
                                                                      : LooseRoot::Name;
        text = m_symbols.text(root == LooseRoot::Type ? declared->second : name);
        kind = static_cast<std::uint32_t>(root);
    }

    const std::vector<std::uint32_t>& m_errors;
    SymbolReader& m_symbols;
    UnitFacts& m_facts;
    std::map<std::pair<Text, std::uint32_t>, std::size_t> m_members;
    std::map<std::pair<Text, Text>, std::vector<std::size_t>> m_calls; ///< by caller and name, what no word accounts for yet
    std::unordered_set<std::size_t> m_replaced; ///< indices of calls
};

} // namespace

bool namesSlots(std::string_view text)
{
    return text.find("SLOT(") != std::string_view::npos || text.find("SLOT (") != std::string_view::npos;
}

void tellLoose(std::string_view text, const std::vector<std::uint32_t>& errors, SymbolReader& symbols, UnitFacts& facts)
{
    LooseTeller teller(errors, symbols, facts);
    for (const LooseBody& body : readLoose(text))
        teller.body(body);
    teller.finish();
}

} // namespace naru::analyzers::cpp
