#include "checklist/Ladder.h"

#include "core/model/AtomicUnits.h"

#include <algorithm>

namespace naru::checklist {

using core::CriterionState;
using core::Evidence;

namespace {

constexpr std::size_t kMostOfCriterion = 20;

struct Judged {
    CriterionState state = CriterionState::Unknown;
    std::vector<Evidence> evidence;
};

bool namedByOne(const std::string& name, const std::vector<std::string>& patterns)
{
    return std::ranges::any_of(patterns, [&name](const std::string& pattern) {
        return pattern.ends_with('*') ? name.starts_with(std::string_view(pattern).substr(0, pattern.size() - 1)) : name == pattern;
    });
}

class Judge {
public:
    explicit Judge(const MaturityInput& input) : m_input(input) {}

    [[nodiscard]] Judged judge(const CriterionTest& test) const
    {
        switch (test.kind) {
        case CriterionTest::Kind::Factor:
            return factor(test.factor);
        case CriterionTest::Kind::NoFinding:
            return noFinding(test.names);
        case CriterionTest::Kind::Component:
            return component(test.names);
        case CriterionTest::Kind::Answer:
            return answer(test);
        case CriterionTest::Kind::Split:
            return split(test.names.front());
        case CriterionTest::Kind::All:
            return all(test.parts);
        case CriterionTest::Kind::First:
            return first(test.parts);
        }
        return {};
    }

private:
    [[nodiscard]] Judged factor(int id) const
    {
        if (m_input.audit == nullptr)
            return {};
        const auto found = std::ranges::find(m_input.audit->factors, id, &core::FactorResult::id);
        if (found == m_input.audit->factors.end() || found->state == core::FactorState::NotDetectable)
            return {};
        Judged out{found->state == core::FactorState::Met ? CriterionState::Met : CriterionState::Unmet, found->evidence};
        // A factor that shows good signs and no violation, but cannot be decided from the tree, stays open.
        const bool violation = std::ranges::any_of(found->evidence, [](const Evidence& one) { return one.kind == "violation"; });
        if (found->state == core::FactorState::Partly && !violation)
            out.state = CriterionState::Unknown;
        return out;
    }
    [[nodiscard]] Judged noFinding(const std::vector<std::string>& rules) const
    {
        if (m_input.audit == nullptr || m_input.audit->sourcesScanned == 0)
            return {};
        Judged out{CriterionState::Met, {}};
        for (const core::Finding& finding : m_input.audit->findings)
            if (!finding.suppressed && namedByOne(finding.rule, rules)) {
                out.state = CriterionState::Unmet;
                if (out.evidence.size() < kMostOfCriterion)
                    out.evidence.push_back({"violation", finding.file, finding.line, finding.quote, finding.rule});
            }
        return out;
    }
    [[nodiscard]] Judged component(const std::vector<std::string>& names) const
    {
        Judged out;
        if (m_input.audit == nullptr)
            return out;
        for (const core::Component& one : m_input.audit->components)
            if (std::ranges::any_of(
                    names, [&one](const std::string& name) { return (one.group + ":" + one.name).find(name) != std::string::npos; })) {
                out.state = CriterionState::Met;
                out.evidence.push_back({"component", one.file, one.line, one.group + ":" + one.name + " " + one.version, ""});
            }
        return out;
    }
    [[nodiscard]] Judged answer(const CriterionTest& test) const
    {
        const auto sheet = m_input.answers.find(test.catalog);
        if (sheet == m_input.answers.end())
            return {};
        const auto given = sheet->second.answers.find(test.item);
        if (given == sheet->second.answers.end() || (given->second.value != core::Answer::Yes && given->second.value != core::Answer::No))
            return {};
        return {given->second.value == test.wanted ? CriterionState::Met : CriterionState::Unmet,
                {{"answer", "", 0, given->second.note.empty() ? std::string(answerName(given->second.value)) : given->second.note,
                  test.catalog + "/" + test.item}}};
    }
    [[nodiscard]] Judged split(const std::string& property) const
    {
        if (m_input.partition == nullptr || m_input.partition->alternatives.empty())
            return {};
        const core::Alternative& best = m_input.partition->alternatives.front();
        Judged out{CriterionState::Met, {}};
        if (property == "noSharedTables")
            for (const core::SharedTable& table : best.sharedTables)
                out.evidence.push_back({"split", "", 0, table.table, ""});
        else
            for (const std::string& entry : core::spanningEntries(best))
                out.evidence.push_back({"split", "", 0, entry, ""});
        if (!out.evidence.empty())
            out.state = CriterionState::Unmet;
        if (out.evidence.size() > kMostOfCriterion)
            out.evidence.resize(kMostOfCriterion);
        return out;
    }
    [[nodiscard]] Judged all(const std::vector<CriterionTest>& parts) const
    {
        Judged out{CriterionState::Met, {}};
        for (const CriterionTest& part : parts) {
            Judged one = judge(part);
            out.evidence.insert(out.evidence.end(), one.evidence.begin(), one.evidence.end());
            if (one.state == CriterionState::Unmet || (one.state == CriterionState::Unknown && out.state == CriterionState::Met))
                out.state = one.state;
        }
        return out;
    }
    [[nodiscard]] Judged first(const std::vector<CriterionTest>& parts) const
    {
        for (const CriterionTest& part : parts)
            if (Judged one = judge(part); one.state != CriterionState::Unknown)
                return one;
        return {};
    }

    const MaturityInput& m_input;
};

int levelOf(const Ladder& ladder, const std::vector<core::CriterionResult>& criteria)
{
    int reached = ladder.levels.front().level - 1;
    for (const LadderLevel& level : ladder.levels) {
        const bool met = std::ranges::all_of(
            criteria, [&level](const core::CriterionResult& one) { return one.level != level.level || one.state == CriterionState::Met; });
        if (!met)
            break;
        reached = level.level;
    }
    return reached;
}

} // namespace

core::Maturity judgeMaturity(const std::vector<Ladder>& ladders, const MaturityInput& input)
{
    const Judge judge(input);
    core::Maturity out;
    for (const Ladder& ladder : ladders) {
        core::LadderResult result;
        result.id = ladder.id;
        result.name = ladder.name;
        result.lowest = ladder.levels.front().level;
        result.highest = ladder.levels.back().level;
        for (const Criterion& criterion : ladder.criteria) {
            Judged one = judge.judge(criterion.test);
            result.criteria.push_back({criterion.id, criterion.level, criterion.view, criterion.text, one.state, std::move(one.evidence)});
        }
        result.level = levelOf(ladder, result.criteria);
        const auto level = std::ranges::find(ladder.levels, result.level, &LadderLevel::level);
        result.levelName = level == ladder.levels.end() ? ladder.belowName : level->name;
        for (const core::CriterionResult& criterion : result.criteria)
            if (criterion.level == result.level + 1 && criterion.state != CriterionState::Met)
                result.missingForNext.push_back(criterion.id);
        out.ladders.push_back(std::move(result));
    }
    return out;
}

} // namespace naru::checklist
