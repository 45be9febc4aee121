#include "analyzers/graph/KeyedAnswers.h"

#include <algorithm>
#include <set>
#include <unordered_set>
#include <utility>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::size_t kFewest = 8;     ///< answers that are worth to be told apart
constexpr double kMost = 0.9;          ///< of them have the annotation
constexpr std::size_t kFewestKeys = 4; ///< different ones

/// All values that an annotation states, ordered; empty where one is no constant.
std::vector<StringId> valuesOf(const AnnotationUse& use)
{
    std::vector<StringId> values;
    for (const AnnotationArg& arg : use.args) {
        if (!arg.folded)
            return {};
        values.insert(values.end(), arg.values.begin(), arg.values.end());
    }
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
    return values;
}

} // namespace

KeyedAnswers::KeyedAnswers(const CodeIndex& index, const CodeLookup& lookup)
{
    readAnswers(index, lookup);
    if (!m_answers.empty())
        readNames(index);
}

void KeyedAnswers::readAnswers(const CodeIndex& index, const CodeLookup& lookup)
{
    const CodeModel& model = index.model;
    std::vector<std::uint32_t> dispatched(model.members.size(), 0);
    for (const CallEdge& edge : model.calls)
        dispatched[edge.from.value] += edge.rule == Rule::Dispatch ? 1 : 0;
    std::map<std::pair<std::uint32_t, StringId>, std::vector<MemberId>> groups;
    for (const CallEdge& edge : model.calls)
        if (edge.rule == Rule::Dispatch && dispatched[edge.from.value] >= kFewest)
            groups[{edge.from.value, model[edge.to].name}].push_back(edge.to);
    for (const auto& [asked, targets] : groups)
        if (targets.size() >= kFewest)
            tellApart(lookup, asked.first, targets);
}

/// By the annotation of the system that nearly all of their classes have.
void KeyedAnswers::tellApart(const CodeLookup& lookup, std::uint32_t from, const std::vector<MemberId>& targets)
{
    const CodeModel& model = lookup.index().model;
    std::map<StringId, std::map<MemberId, const AnnotationUse*>> uses; // by annotation
    for (const MemberId target : targets)
        for (const AnnotationUse* use : lookup.annotations(model[target].owner))
            uses[use->name].emplace(target, use);
    for (const auto& [name, found] : uses) {
        const TypeId own = lookup.type(lookup.text(name));
        if (!own.valid() || model[own].kind != TypeKind::Annotation ||
            static_cast<double>(found.size()) < kMost * static_cast<double>(targets.size()))
            continue;
        std::map<MemberId, Key> keys;
        std::set<Key> different;
        for (const auto& [target, use] : found)
            if (Key key = valuesOf(*use); !key.empty()) {
                different.insert(key);
                keys.emplace(target, std::move(key));
            }
        if (different.size() < kFewestKeys)
            continue;
        for (auto& [target, key] : keys) {
            const auto number = m_keys.try_emplace(std::move(key), static_cast<std::uint32_t>(m_keys.size())).first->second;
            m_answers.emplace(std::pair(from, target.value), number);
            m_asking[from].push_back(number);
        }
        for (const MemberId target : targets)
            m_answers.try_emplace({from, target.value}, kOther);
        return;
    }
}

void KeyedAnswers::readNames(const CodeIndex& index)
{
    std::unordered_map<std::uint32_t, std::vector<const std::pair<const Key, std::uint32_t>*>> byValue;
    for (const auto& key : m_keys)
        for (const StringId value : key.first)
            byValue[value.value].push_back(&key);
    std::unordered_map<std::uint32_t, std::unordered_set<std::uint32_t>> values; // by member
    for (const StringUse& use : index.strings)
        if (use.in.valid() && byValue.contains(use.text.value))
            values[use.in.value].insert(use.text.value);
    for (const auto& [member, named] : values) {
        std::set<std::uint32_t> keys;
        for (const std::uint32_t value : named)
            for (const auto* key : byValue.at(value))
                if (std::ranges::all_of(key->first, [&](StringId part) { return named.contains(part.value); }))
                    keys.insert(key->second);
        if (!keys.empty())
            m_named[member].assign(keys.begin(), keys.end());
    }
}

std::uint32_t KeyedAnswers::keyOf(std::uint32_t from, std::uint32_t target) const
{
    const auto found = m_answers.find({from, target});
    return found == m_answers.end() ? kNone : found->second;
}

const std::vector<std::uint32_t>& KeyedAnswers::named(std::uint32_t member) const
{
    static const std::vector<std::uint32_t> none;
    const auto found = m_named.find(member);
    return found == m_named.end() ? none : found->second;
}

KeyedReach::KeyedReach(const KeyedAnswers& answers, const Steps& steps, std::size_t members) : m_answers(answers), m_steps(steps)
{
    if (answers.empty())
        return;
    m_met.resize(members, 0);
    m_allowed.resize(answers.size(), 0);
    std::vector<std::uint32_t> asking;
    for (const auto& [member, keys] : answers.asking())
        asking.push_back(member);
    m_leads = leadingTo(asking, members, steps);
}

void KeyedReach::begin(const std::vector<MemberId>& starts, const std::function<bool(std::uint32_t, const Step&)>& leftOut)
{
    m_told.clear();
    if (m_leads.empty() || std::ranges::none_of(starts, [&](MemberId start) { return m_leads[start.value]; }))
        return;
    ++m_time;
    std::map<std::uint32_t, std::vector<std::pair<std::uint32_t, std::uint32_t>>> waiting; // keys and answers by asking member
    std::vector<std::uint32_t> open;
    const auto enter = [&](std::uint32_t member) {
        if (std::exchange(m_met[member], m_time) != m_time)
            open.push_back(member);
    };
    const auto goOn = [&](std::uint32_t member) {
        for (const std::uint32_t key : m_answers.named(member))
            m_allowed[key] = m_time;
        for (std::size_t i = m_steps.first[member]; i < m_steps.first[member + 1]; ++i) {
            const Step& step = m_steps.all[i];
            if (step.statement != 0 || leftOut(member, step))
                continue;
            if (const std::uint32_t key = m_answers.keyOf(member, step.target); key == KeyedAnswers::kNone)
                enter(step.target);
            else
                waiting[member].emplace_back(key, step.target);
        }
    };
    for (const MemberId start : starts)
        enter(start.value);
    while (!open.empty()) {
        while (!open.empty()) {
            const std::uint32_t member = open.back();
            open.pop_back();
            goOn(member);
        }
        for (const auto& [asking, answers] : waiting) {
            const bool named = told(asking);
            for (const auto& [key, answer] : answers)
                if (!named || (key != KeyedAnswers::kOther && m_allowed[key] == m_time))
                    enter(answer);
        }
    }
    for (const auto& [asking, answers] : waiting)
        m_told[asking] = told(asking);
}

bool KeyedReach::told(std::uint32_t asking) const
{
    return std::ranges::any_of(m_answers.asking().at(asking), [&](std::uint32_t key) { return m_allowed[key] == m_time; });
}

bool KeyedReach::blocks(std::uint32_t from, std::uint32_t target) const
{
    const auto asked = m_told.find(from);
    if (asked == m_told.end() || !asked->second)
        return false;
    const std::uint32_t key = m_answers.keyOf(from, target);
    return key != KeyedAnswers::kNone && (key == KeyedAnswers::kOther || m_allowed[key] != m_time);
}

} // namespace naru::analyzers::graph
