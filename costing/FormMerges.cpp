#include "costing/MergeList.h"

#include <algorithm>

namespace naru::costing {

using core::CodeModel;
using core::FunctionType;
using core::StatementId;
using core::StatementKind;
using core::TableId;

namespace {

/// The path as far as it names something: "/role/authUser" of /role/authUser/{roleId}.
std::string frameOf(const std::string& path)
{
    std::string stem = path.substr(0, path.find('{'));
    while (!stem.empty() && stem.back() == '/')
        stem.pop_back();
    return stem;
}

class FormMerger {
public:
    FormMerger(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions, const FlowMeaning& meaning,
               MergeList& list)
        : m_model(model),
          m_flows(flows),
          m_conventions(conventions),
          m_meaning(meaning),
          m_all(list)
    {
    }

    void run()
    {
        markDisplays();
        mergeDisplays();
        mergeCounters();
        mergeChecks();
        mergeChoices();
        mergeFrames();
    }

private:
    /// Of several actions behind one handler, some change data and this one only shows it: the form of those.
    void markDisplays()
    {
        std::set<core::MemberId> changing;
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (m_all.lead(i).oneOfSeveral && m_all.input(i))
                changing.insert(m_all.lead(i).handler);
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (m_all.lead(i).oneOfSeveral && m_all.lead(i).action.empty() && m_all[i].type == FunctionType::EQ &&
                changing.contains(m_all.lead(i).handler))
                m_all[i].display = true;
    }

    /// "room" of roomSave, saveRoom and insertRoom alike.
    [[nodiscard]] std::string saveNoun(const Flow& flow) const
    {
        std::string noun = m_meaning.nounOf(flow);
        for (const std::string_view verb : {"save", "insert", "update", "regist", "proc"})
            if (noun.size() > verb.size() && noun.ends_with(verb))
                noun.resize(noun.size() - verb.size());
            else if (noun.size() > verb.size() && noun.starts_with(verb))
                noun.erase(0, verb.size());
        return noun;
    }

    /// The submit that belongs to a form: same class, and the same path or the same purpose.
    [[nodiscard]] std::size_t submitOf(std::size_t display) const
    {
        const Flow& form = m_all.lead(display);
        const std::string noun = m_meaning.nounOf(form);
        for (const std::size_t i : m_all.ofOwner(form.owner)) {
            const Flow& flow = m_all.lead(i);
            if (m_all.input(i) && flow.submits &&
                (flow.path == form.path || frameOf(flow.path) == frameOf(form.path) || saveNoun(flow) == noun))
                return i;
        }
        return FileGrouping::kNone;
    }

    /// A list to choose from: by its name, or because what the submit writes points at it; and it lies outside of what that changes.
    [[nodiscard]] bool isOffer(StatementId statement, std::size_t submit) const
    {
        return !m_all.reads(statement, submit) && (m_meaning.offersChoices(statement) || pointedAt(statement, submit));
    }

    /// The keys of all tables that it reads stand in one table that the submit writes.
    [[nodiscard]] bool pointedAt(StatementId statement, std::size_t submit) const
    {
        // Entities are reached through each other: that tells nothing about what a form shows.
        if (m_model[statement].origin == core::StatementOrigin::EntityUse ||
            m_model[statement].origin == core::StatementOrigin::DerivedQuery)
            return false;
        const auto holds = [&](const core::Table& written, const core::Table& read) {
            std::size_t keys = 0;
            for (const core::Column& key : read.columns)
                if (key.primaryKey) {
                    ++keys;
                    if (std::ranges::find(written.columns, key.name, &core::Column::name) == written.columns.end())
                        return false;
                }
            return keys > 0;
        };
        return std::ranges::all_of(m_model[statement].accesses, [&](const core::TableAccess& access) {
            if (!access.table.valid() || !m_meaning.kept(access.table))
                return true;
            return std::ranges::any_of(m_all[submit].flows, [&](std::size_t flow) {
                return std::ranges::any_of(m_flows[flow].writes,
                                           [&](TableId table) { return holds(m_model[table], m_model[access.table]); });
            });
        });
    }

    /// The function that shows what a form shows: the same queries, or at least one of them for the same thing;
    /// everything else the form shows must be a choice list.
    [[nodiscard]] std::size_t shownBy(std::size_t display, const Statements& wanted) const
    {
        if (wanted.empty())
            return FileGrouping::kNone;
        const std::string noun = m_meaning.nounOf(m_all.lead(display));
        for (const std::size_t i : m_all.executing(wanted.front())) {
            if (i == display || m_all.gone(i) || m_all.input(i) || (m_all[i].display && i > display))
                continue;
            if (!within(wanted, m_all.statements(i)))
                continue;
            if (m_all.statements(i) == wanted || !m_all[i].display || m_meaning.nounOf(m_all.lead(i)) == noun)
                return i;
        }
        return FileGrouping::kNone;
    }

    /// A form that shows only what other functions retrieve anyway is no function of its own.
    void mergeDisplays()
    {
        const bool always = m_conventions.is("formDisplay", "merged");
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (!m_all[i].display)
                continue;
            const Flow& form = m_all.lead(i);
            const std::size_t submit = submitOf(i);
            Statements wanted = m_all.statements(i);
            if (submit != FileGrouping::kNone)
                std::erase_if(wanted, [&](StatementId id) { return isOffer(id, submit); });
            const bool choicesOnly = std::ranges::all_of(wanted, [&](StatementId id) {
                return m_meaning.isChoiceList(id, form) && (submit == FileGrouping::kNone || !m_all.reads(id, submit));
            });
            std::size_t into = choicesOnly ? submit : shownBy(i, wanted);
            if (into == FileGrouping::kNone && always)
                into = submit;
            if (into != FileGrouping::kNone)
                m_all.absorb(into, i, "costing.reason.form-display");
        }
        m_all.compact();
    }

    /// A handler that only counts the view and hands over to another one that shows the record: together they are one output.
    void mergeCounters()
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const auto isQuery = [&](StatementId id) { return m_model[id].kind == StatementKind::Select; };
            if (m_all[i].type != FunctionType::EO || m_all.statements(i).empty() || std::ranges::any_of(m_all.statements(i), isQuery))
                continue;
            std::size_t shown = FileGrouping::kNone;
            for (const std::size_t other : m_all.ofOwner(m_all.lead(i).owner))
                if (other != i && !m_all.gone(other) && m_all[other].type == FunctionType::EQ &&
                    m_conventions.details.matches(m_all.lead(other).method) &&
                    std::ranges::any_of(m_all.statements(other), [&](StatementId id) { return isQuery(id) && m_all.reads(id, i); })) {
                    shown = shown == FileGrouping::kNone ? other : shown;
                }
            if (shown == FileGrouping::kNone)
                continue;
            m_all[shown].type = FunctionType::EO;
            std::erase(m_all[shown].reasonKeys, "costing.reason.reads");
            m_all.absorb(shown, i, "costing.reason.view-counter");
        }
        m_all.compact();
    }

    /// A check while a form is filled in, which its submit makes once more: a part of that input.
    void mergeChecks()
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_all.input(i) || m_all.statements(i).empty() || !m_conventions.check.matches(m_meaning.nameOf(m_all.lead(i))))
                continue;
            for (const std::size_t other : m_all.ofOwner(m_all.lead(i).owner))
                if (other != i && m_all.input(other) && !m_all.gone(other) && within(m_all.statements(i), m_all.reachedBy(other))) {
                    m_all.absorb(other, i, "costing.reason.check");
                    break;
                }
        }
        m_all.compact();
    }

    /// A tree or a box to choose from shows what another function lists.
    void mergeChoices()
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_all.input(i) || m_all.statements(i).empty() ||
                !(m_conventions.choices.matches(m_all.lead(i).method) || m_conventions.choices.matches(m_all.lead(i).pathName())))
                continue;
            for (const std::size_t other : m_all.executing(m_all.statements(i).front()))
                if (other != i && !m_all.gone(other) && !m_all.input(other) && m_all.statements(other) == m_all.statements(i)) {
                    m_all.absorb(other, i, "costing.reason.choice");
                    break;
                }
        }
        m_all.compact();
    }

    /// A page whose path begins that of other functions of its class, and which shows only what one of its class retrieves: the
    /// frame in which those other functions are offered.
    void mergeFrames()
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const Flow& flow = m_all.lead(i);
            if (m_all.input(i) || !flow.shows || m_all.statements(i).empty() || flow.background || flow.oneOfSeveral)
                continue;
            const std::string frame = frameOf(flow.path);
            const auto inside = [&](std::size_t other) {
                const std::string& path = m_all.lead(other).path;
                return other != i && path.starts_with(frame) && (path.size() == frame.size() || path[frame.size()] == '/');
            };
            if (frame.rfind('/') == 0 || frame.empty())
                continue; // the whole resource, not a page of it
            const std::vector<std::size_t>& owned = m_all.ofOwner(flow.owner);
            if (std::ranges::none_of(owned, inside))
                continue;
            for (const std::size_t other : owned)
                if (other != i && !m_all.gone(other) && !m_all.input(other) && !inside(other) &&
                    within(m_all.statements(i), m_all.statements(other))) {
                    m_all.absorb(other, i, "costing.reason.frame");
                    break;
                }
        }
        m_all.compact();
    }

    const CodeModel& m_model;
    const std::vector<Flow>& m_flows;
    const Conventions& m_conventions;
    const FlowMeaning& m_meaning;
    MergeList& m_all;
};

} // namespace

void mergeForms(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions, const FlowMeaning& meaning,
                MergeList& list)
{
    FormMerger(model, flows, conventions, meaning, list).run();
}

} // namespace naru::costing
