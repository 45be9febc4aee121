#include "costing/ProcessMerges.h"

#include "costing/MergeList.h"
#include "costing/Tariff.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace naru::costing {

using core::CodeModel;
using core::StatementId;
using core::StatementKind;

namespace {

/// A path without the ending that only says in which form the answer comes: /vets.html, /vets.json, /vets.
std::string stemOf(const std::string& path)
{
    const std::size_t dot = path.rfind('.');
    return dot == std::string::npos || path.find('/', dot) != std::string::npos ? path : path.substr(0, dot);
}

class DuplicateMerger {
public:
    DuplicateMerger(const CodeModel& model, const Conventions& conventions, const FlowMeaning& meaning, MergeList& list)
        : m_model(model),
          m_conventions(conventions),
          m_meaning(meaning),
          m_all(list)
    {
    }

    /// doGet that hands on to doPost of the same class and path: one function with optional paths.
    void mergeSamePath()
    {
        std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byPlace;
        for (std::size_t i = 0; i < m_all.size(); ++i)
            if (!m_all.lead(i).path.empty())
                byPlace[{m_all.lead(i).owner, stemOf(m_all.lead(i).path)}].push_back(i);
        for (const auto& [place, members] : byPlace)
            for (const std::size_t later : members)
                for (const std::size_t earlier : members)
                    if (earlier < later && !m_all.gone(earlier) && !m_all.gone(later) && m_all[earlier].type == m_all[later].type &&
                        m_all[earlier].variant == m_all[later].variant &&
                        (m_all.statements(earlier) == m_all.statements(later) ||
                         (m_meaning.isLogIn(m_all.lead(earlier)) && m_meaning.isLogIn(m_all.lead(later)))))
                        m_all.absorb(earlier, later, "costing.reason.optional-paths");
        m_all.compact();
    }

    /// Adding or deleting by one and the same statements is one function, whatever its screens are called. Statements that
    /// change are left out: a mapper's dynamic update serves many purposes.
    [[nodiscard]] bool sameWhateverItsName(std::size_t process) const
    {
        if (!m_all.input(process))
            return m_all.statements(process).size() > 1;
        bool writes = false;
        for (const StatementId id : m_all.statements(process)) {
            const core::Statement& statement = m_model[id];
            const bool plain = statement.origin == core::StatementOrigin::Mapper || statement.origin == core::StatementOrigin::StringSql ||
                               statement.origin == core::StatementOrigin::EmbeddedSql;
            if (statement.kind == StatementKind::Select)
                continue;
            if (!plain || (statement.kind != StatementKind::Insert && statement.kind != StatementKind::Delete))
                return false;
            writes = true;
        }
        return writes;
    }

    [[nodiscard]] std::string duplicateKey(std::size_t process) const
    {
        std::string key(1, static_cast<char>('0' + static_cast<int>(m_all[process].type)));
        const bool nameless = sameWhateverItsName(process);
        for (const StatementId id : m_all.statements(process))
            if (!m_all.input(process) || !nameless || m_model[id].kind != StatementKind::Select)
                key += " " + std::to_string(id.value); // what an input looks up on the way does not make it another one
        key += m_all[process].variant;
        const bool queriesMerged = m_conventions.is("viewsOnOneQuery", "merged") && !m_all.input(process);
        if (!queriesMerged && !nameless)
            key += " " + m_meaning.purposeOf(m_all.lead(process));
        if (m_conventions.is("userAndAdministrator", "separate"))
            key += " " + m_all.lead(process).owner;
        return key;
    }

    /// The same function on several screens, for several groups of users.
    void mergeDuplicates()
    {
        std::unordered_map<std::string, std::size_t> known;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (m_all.statements(i).empty())
                continue;
            const auto [place, isNew] = known.emplace(duplicateKey(i), i);
            if (!isNew)
                m_all.absorb(place->second, i, "costing.reason.duplicate");
        }
        m_all.compact();
    }

    /// The same function through another technology (servlet and page bean, page and service): the same purpose by its name,
    /// and the statements of one among those of the other.
    void mergeSamePurpose()
    {
        std::map<std::string, std::vector<std::size_t>> byPurpose;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const std::string purpose = lettersOf(m_meaning.purposeOf(m_all.lead(i)));
            if (!purpose.empty() && !m_all.statements(i).empty() && !m_all.lead(i).background)
                byPurpose[std::string(nameOf(m_all[i].type)) + m_all[i].variant + " " + purpose].push_back(i);
        }
        for (const auto& [key, members] : byPurpose)
            for (const std::size_t later : members)
                for (const std::size_t earlier : members)
                    if (earlier < later && !m_all.gone(earlier) && !m_all.gone(later) &&
                        (m_all.lead(earlier).owner != m_all.lead(later).owner || m_all.changesOf(earlier) == m_all.changesOf(later)) &&
                        (m_all.input(earlier) || m_all.lead(earlier).owner != m_all.lead(later).owner) &&
                        (within(m_all.statements(later), m_all.statements(earlier)) ||
                         within(m_all.statements(earlier), m_all.statements(later))))
                        m_all.absorb(earlier, later, "costing.reason.duplicate");
        m_all.compact();
    }

    /// Deleting one record and deleting several is one function: the names differ in that alone, and the same is done to the same tables.
    void mergeSeveral()
    {
        std::map<std::pair<std::string, std::string>, std::size_t> known;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (!m_all.input(i) || m_all.lead(i).background)
                continue;
            const std::string name = m_conventions.several.without(lettersOf(m_meaning.nameOf(m_all.lead(i)))) + m_all[i].variant;
            const auto [place, isNew] = known.emplace(std::pair(m_all.lead(i).owner, name), i);
            if (!isNew && m_all.changesOf(i) == m_all.changesOf(place->second))
                m_all.absorb(place->second, i, "costing.reason.several");
        }
        m_all.compact();
    }

    /// Numbers of records that one class tells one by one, and for which nothing is asked, are the figures of one output.
    void mergeFigures()
    {
        std::map<std::string, std::size_t> known; // by class
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            if (!tellsNumber(i))
                continue;
            const auto [place, isNew] = known.emplace(m_all.lead(i).owner, i);
            if (isNew)
                continue;
            m_all.absorb(place->second, i, "costing.reason.figures");
            m_all[place->second].type = core::FunctionType::EO;
        }
        m_all.compact();
    }

    /// What a message handler writes, a function of the users writes, too: the second half of that function, done later.
    void mergeMessages()
    {
        const auto written = [&](std::size_t process) {
            Statements out;
            for (const StatementId id : m_all.statements(process))
                if (m_model[id].kind != StatementKind::Select)
                    out.push_back(id);
            return out;
        };
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const Flow& flow = m_all.lead(i);
            if (!flow.background || flow.timed)
                continue;
            const Statements own = written(i);
            for (std::size_t into = 0; into < m_all.size() && !own.empty() && !m_all.gone(i); ++into)
                if (!m_all.lead(into).background && within(own, written(into)))
                    m_all.absorb(into, i, "costing.reason.internal-message");
        }
        m_all.compact();
    }

private:
    /// A query that is named as a count and takes neither parameters nor a part of its path.
    [[nodiscard]] bool tellsNumber(std::size_t process) const
    {
        const Flow& flow = m_all.lead(process);
        return !m_all.input(process) && !flow.background && flow.handler.valid() && flow.path.find('{') == std::string::npos &&
               m_model.text(m_model[flow.handler].id).ends_with("()") && m_conventions.pagingCount.matches(flow.method);
    }

    const CodeModel& m_model;
    const Conventions& m_conventions;
    const FlowMeaning& m_meaning;
    MergeList& m_all;
};

} // namespace

void mergeProcesses(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions, const FlowMeaning& meaning,
                    ProcessList& list)
{
    MergeList all(model, flows, list.processes);
    DuplicateMerger duplicates(model, conventions, meaning, all);
    duplicates.mergeSamePath();
    mergeForms(model, flows, conventions, meaning, all);
    duplicates.mergeDuplicates();
    duplicates.mergeSamePurpose();
    duplicates.mergeSeveral();
    duplicates.mergeFigures();
    duplicates.mergeMessages();
}

} // namespace naru::costing
