#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Matching.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace naru::analyzers::audit {

using core::FileId;
using core::Member;
using core::MemberFlag;
using core::MemberId;
using core::MemberKind;

namespace {

bool wordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$';
}

class FieldMatcher {
public:
    explicit FieldMatcher(AuditContext& context) : m_context(context), m_conditions(context.conditions<FieldCondition>())
    {
        for (const core::FieldAccessEdge& access : context.model().fieldAccesses)
            if (access.mode == core::AccessMode::Write && !initializer(access.from))
                m_written.insert(access.to.value);
        const auto& members = context.model().members;
        for (const core::FieldAccessEdge& access : context.model().fieldAccesses)
            if (core::has(members[access.to.value].flags, MemberFlag::Static) && access.at.file.valid() &&
                access.at.file != members[access.to.value].at.file && !context.test(access.at.file))
                m_usedElsewhere[access.to.value].insert(access.at.file);
        for (std::uint32_t i = 0; i < members.size(); ++i)
            if (members[i].kind == MemberKind::Initializer)
                m_initializers[members[i].at.file].push_back({members[i].at.line, members[i].endLine});
            else if (members[i].endLine > members[i].at.line && members[i].kind != MemberKind::Field)
                m_bodies[members[i].at.file].push_back({members[i].at.line, members[i].endLine});
    }

    void run()
    {
        const auto& members = m_context.model().members;
        for (std::uint32_t i = 0; i < members.size(); ++i) {
            const Member& member = members[i];
            if (member.kind != MemberKind::Field || !member.at.file.valid() || m_context.test(member.at.file) ||
                core::has(member.flags, MemberFlag::Synthetic) || testType(member) || nativeCode(m_context, member.at.file))
                continue;
            for (const auto& [index, condition] : m_conditions)
                if (holds(MemberId(i), member, *condition))
                    m_context.add(index, match(member));
        }
    }

private:
    [[nodiscard]] bool initializer(MemberId from) const
    {
        return !from.valid() || m_context.model()[from].kind == MemberKind::Initializer ||
               m_context.model()[from].kind == MemberKind::Field;
    }
    [[nodiscard]] bool testType(const Member& member) const
    {
        return member.owner.valid() && core::has(m_context.model()[member.owner].flags, core::TypeFlag::Test);
    }
    [[nodiscard]] Match match(const Member& member) const
    {
        const auto& model = m_context.model();
        return {member.at.file, static_cast<int>(member.at.line), std::string(model.text(member.valueType)),
                std::string(model.text(member.name)),
                member.owner.valid() ? std::string(model.text(model[member.owner].name)) : std::string()};
    }
    [[nodiscard]] bool holds(MemberId id, const Member& member, const FieldCondition& condition)
    {
        if (condition.isStatic && !core::has(member.flags, MemberFlag::Static))
            return false;
        const auto& model = m_context.model();
        if (!allows(condition.type, model.text(member.valueType)) || !allows(condition.name, model.text(member.name)))
            return false;
        if (!condition.reassigned && !condition.collection)
            return true;
        return (condition.reassigned && !core::has(member.flags, MemberFlag::Final) &&
                (m_written.contains(id.value) || changedInText(member, false))) ||
               (condition.collection && (changedInText(member, true) || filledElsewhere(id, member)));
    }
    [[nodiscard]] bool inInitializer(FileId file, int line) const
    {
        const auto found = m_initializers.find(file);
        return found != m_initializers.end() && std::ranges::any_of(found->second, [line](const auto& range) {
                   return line >= static_cast<int>(range.first) && line <= static_cast<int>(range.second);
               });
    }
    /// What follows a name is an assignment or, for containers, a call that fills or empties it.
    static bool changes(std::string_view rest, bool collection)
    {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        if (rest.starts_with('[')) // an element of an array
            return changes(rest.substr(std::min(rest.find(']'), rest.size() - 1) + 1), false);
        if (!collection)
            return (rest.starts_with('=') && !rest.starts_with("==")) || rest.starts_with("++") || rest.starts_with("--") ||
                   rest.starts_with("+=") || rest.starts_with("-=") || rest.starts_with("|=") || rest.starts_with("&=");
        if (!rest.starts_with('.'))
            return false;
        rest.remove_prefix(1);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
        static constexpr auto kChanging = std::to_array<std::string_view>({"put(",
                                                                           "putAll(",
                                                                           "putIfAbsent(",
                                                                           "computeIfAbsent(",
                                                                           "computeIfPresent(",
                                                                           "compute(",
                                                                           "merge(",
                                                                           "replace(",
                                                                           "add(",
                                                                           "addAll(",
                                                                           "remove(",
                                                                           "clear(",
                                                                           "set(",
                                                                           "push(",
                                                                           "pop(",
                                                                           "offer(",
                                                                           "poll(",
                                                                           "addElement(",
                                                                           "addFirst(",
                                                                           "addLast(",
                                                                           "removeAll(",
                                                                           "append(",
                                                                           "insert(",
                                                                           "setLength(",
                                                                           "getAndSet(",
                                                                           "addAndGet(",
                                                                           "getAndAdd(",
                                                                           "getAndIncrement(",
                                                                           "incrementAndGet(",
                                                                           "take(",
                                                                           "retainAll(",
                                                                           "setProperty(",
                                                                           "removeIf(",
                                                                           "compareAndSet(",
                                                                           "decrementAndGet(",
                                                                           "getAndDecrement(",
                                                                           "updateAndGet(",
                                                                           "deleteCharAt("});
        return std::ranges::any_of(kChanging, [rest](std::string_view call) { return rest.starts_with(call); });
    }
    /// A type stands before the name: another variable of the same name is declared there.
    static bool declares(const std::string& text, std::size_t at)
    {
        const std::size_t last = at == 0 ? std::string::npos : text.find_last_not_of(" \t\r\n", at - 1);
        if (last == std::string::npos || last + 1 == at)
            return false;
        if (text[last] == '>') // of a generic type, not of a comparison or a lambda
            return last > 0 && (wordCharacter(text[last - 1]) || text[last - 1] == '>' || text[last - 1] == '?');
        if (text[last] == ']')
            return true;
        std::size_t begin = last;
        while (begin > 0 && wordCharacter(text[begin - 1]))
            --begin;
        const std::string_view word = std::string_view(text).substr(begin, last + 1 - begin);
        static constexpr auto kNoTypes =
            std::to_array<std::string_view>({"else", "do", "return", "throw", "case", "assert", "new", "instanceof", "yield"});
        return wordCharacter(text[last]) && std::ranges::find(kNoTypes, word) == kNoTypes.end();
    }
    /// The body around `at` declares a variable of this name before: that is what the name means there.
    [[nodiscard]] bool hidden(FileId file, const std::string& name, std::size_t at, int line)
    {
        const std::string& text = m_context.masked(file);
        if (at > 0 && text[at - 1] == '.')
            return false;
        int first = 0; // of the innermost body
        for (const auto& [begin, end] : m_bodies[file])
            if (static_cast<int>(begin) <= line && line <= static_cast<int>(end))
                first = std::max(first, static_cast<int>(begin));
        if (first == 0)
            return false;
        const std::size_t begin = m_context.lineStart(file, first);
        for (auto before = text.find(name, begin); before < at; before = text.find(name, before + 1)) {
            const std::size_t end = before + name.size();
            if (!wordCharacter(text[before - 1]) && !wordCharacter(text[end]) && declares(text, before))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool changedInText(const Member& member, bool collection)
    {
        const std::string& text = m_context.masked(member.at.file);
        const std::string name(m_context.model().text(member.name));
        if (name.empty())
            return false;
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
            const std::size_t end = at + name.size();
            if ((at > 0 && wordCharacter(text[at - 1])) || (end < text.size() && wordCharacter(text[end])))
                continue;
            if (!collection && declares(text, at))
                continue;
            const bool step = !collection && at >= 2 && (text.compare(at - 2, 2, "++") == 0 || text.compare(at - 2, 2, "--") == 0);
            if (!step && !changes(std::string_view(text).substr(end), collection))
                continue;
            const int line = m_context.lineAt(member.at.file, at);
            if (line != static_cast<int>(member.at.line) && !inInitializer(member.at.file, line) && !hidden(member.at.file, name, at, line))
                return true;
        }
        return false;
    }

    /// Another type of the system fills it by the name of its own type: `Registry.users.put(...)`.
    [[nodiscard]] bool filledElsewhere(MemberId id, const Member& member)
    {
        const auto users = m_usedElsewhere.find(id.value);
        if (users == m_usedElsewhere.end() || !member.owner.valid())
            return false;
        const auto& model = m_context.model();
        const std::string name = std::string(model.text(model[member.owner].simple)) + "." + std::string(model.text(member.name));
        return std::ranges::any_of(users->second, [&](FileId file) {
            const std::string& text = m_context.masked(file);
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
                const std::size_t end = at + name.size();
                if ((at == 0 || !wordCharacter(text[at - 1])) && changes(std::string_view(text).substr(end), true))
                    return true;
            }
            return false;
        });
    }

    AuditContext& m_context;
    std::vector<std::pair<std::size_t, const FieldCondition*>> m_conditions;
    std::unordered_set<std::uint32_t> m_written;
    std::unordered_map<std::uint32_t, std::set<FileId>> m_usedElsewhere; ///< other files of the system that name a static field
    std::unordered_map<FileId, std::vector<std::pair<std::uint32_t, std::uint32_t>>> m_initializers;
    std::unordered_map<FileId, std::vector<std::pair<std::uint32_t, std::uint32_t>>> m_bodies; ///< of methods, of more than a line
};

/// The types that keep an instance of themselves in a static field.
std::unordered_set<std::uint32_t> singletons(const core::CodeModel& model)
{
    std::unordered_set<std::uint32_t> out;
    for (const Member& member : model.members)
        if (member.kind == MemberKind::Field && member.owner.valid() && core::has(member.flags, MemberFlag::Static)) {
            const std::string_view type = model.text(member.valueType);
            if (!type.empty() && (type == model.text(model[member.owner].simple) || type == model.text(model[member.owner].name)))
                out.insert(member.owner.value);
        }
    return out;
}

void matchMethods(AuditContext& context)
{
    const auto conditions = context.conditions<MethodCondition>();
    const auto& model = context.model();
    const auto single = singletons(model);
    for (const Member& member : model.members) {
        if ((member.kind != MemberKind::Method && member.kind != MemberKind::Function) || !member.at.file.valid() ||
            context.test(member.at.file))
            continue;
        for (const auto& [index, condition] : conditions)
            if ((!condition->isStatic || core::has(member.flags, MemberFlag::Static)) &&
                (!condition->isSynchronized || core::has(member.flags, MemberFlag::Synchronized)) &&
                (!condition->ofSingleton || (member.owner.valid() && single.contains(member.owner.value))) &&
                allows(condition->name, model.text(member.name)))
                context.add(index, {member.at.file, static_cast<int>(member.at.line), "", std::string(model.text(member.name)),
                                    member.owner.valid() ? std::string(model.text(model[member.owner].name)) : std::string()});
    }
}

void matchLocks(AuditContext& context)
{
    const auto conditions = context.conditions<LockCondition>();
    if (conditions.empty())
        return;
    const auto& model = context.model();
    std::unordered_map<FileId, std::unordered_set<std::string_view>> statics;
    for (const Member& member : model.members)
        if (member.kind == MemberKind::Field && core::has(member.flags, MemberFlag::Static) && member.at.file.valid())
            statics[member.at.file].insert(model.text(member.name));
    const FruitlessSearches::Search search = context.fruitless().search(core::Fingerprint::of("synchronized"));
    static const RE2 kBlock(R"(\bsynchronized\s*\(\s*(?:[A-Za-z_]\w*\.)*([A-Za-z_]\w*)\s*\))");
    for (std::uint32_t f = 0; f < model.files.size(); ++f) {
        const FileId file(f);
        if (model.files[f].language != core::Language::Java || context.test(file) || !context.holds(file, "synchronized", search))
            continue;
        const std::string& text = context.masked(file);
        re2::StringPiece rest(text);
        re2::StringPiece lock;
        while (RE2::FindAndConsume(&rest, kBlock, &lock)) {
            const std::string name(lock.data(), lock.size());
            if (name != "class" && !statics[file].contains(name))
                continue;
            const int line = context.lineAt(file, static_cast<std::size_t>(lock.data() - text.data()));
            for (const auto& [index, condition] : conditions)
                context.add(index, {file, line, name, name, ""});
        }
    }
}

} // namespace

void matchMembers(AuditContext& context)
{
    FieldMatcher(context).run();
    matchMethods(context);
    matchLocks(context);
}

} // namespace naru::analyzers::audit
