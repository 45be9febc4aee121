#pragma once

#include "core/model/FunctionPointCount.h"
#include "costing/Conventions.h"
#include "costing/Flows.h"
#include "costing/LogicalFiles.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace naru::costing {

/// Reads out of a flow what it means to the user, after the conventions in force.
class FlowMeaning {
public:
    FlowMeaning(const core::CodeModel& model, const std::vector<Flow>& flows, const FileGrouping& files, const Conventions& conventions);

    /// Name of the handler's method, or of the path where the method says nothing (doGet).
    [[nodiscard]] std::string nameOf(const Flow& flow) const;
    /// The name without what only tells screens and users apart.
    [[nodiscard]] std::string purposeOf(const Flow& flow) const;
    /// What a form is for, without the verb: the purpose of the function that shows the same thing.
    [[nodiscard]] std::string nounOf(const Flow& flow) const;
    [[nodiscard]] Hint hintOf(const Flow& flow) const;
    /// Its code computes what is shown (totals, rates), beside what SQL derives.
    [[nodiscard]] bool calculates(const Flow& flow) const;
    /// By its name it shows an input form.
    [[nodiscard]] bool displaysForm(const Flow& flow) const;
    [[nodiscard]] bool kept(core::TableId table) const { return m_files.fileOf[table.value] != FileGrouping::kNone; }
    /// The statements that say what the flow is about: those on tables that count, without paging counts.
    [[nodiscard]] std::vector<core::StatementId> keyStatements(const Flow& flow) const;
    /// The key statements without choice lists: queries that are a function of their own elsewhere, about something else.
    [[nodiscard]] std::vector<core::StatementId> ownStatements(const Flow& flow) const;
    /// Another function about something else consists of this query alone.
    [[nodiscard]] bool isChoiceList(core::StatementId statement, const Flow& flow) const;
    /// Every write of the flow is an update of a view counter.
    [[nodiscard]] bool onlyCounts(const Flow& flow) const;
    /// One of the statements gives derived data (sums, counts, groups).
    [[nodiscard]] bool derives(const Flow& flow, const std::vector<core::StatementId>& statements) const;
    /// The clock starts it and nothing crosses the boundary: no data of another system comes in or goes out.
    [[nodiscard]] bool housekeeping(const Flow& flow) const;
    /// The table that a save handler both adds to and changes with these statements; invalid when it is no such handler.
    [[nodiscard]] core::TableId savedTable(const Flow& flow, const std::vector<core::StatementId>& statements) const;

    /// The log-in of a system in which no log-in reaches data by itself, while classes of the security framework do.
    [[nodiscard]] bool signsIn(const Flow& flow) const
    {
        return (flow.submits || m_frameworkSubmits) && !m_signInTables.empty() && isLogIn(flow);
    }
    /// By its name the handler lets a user in.
    [[nodiscard]] bool isLogIn(const Flow& flow) const;
    /// By its name the query gives a list to choose from.
    [[nodiscard]] bool offersChoices(core::StatementId statement) const;
    [[nodiscard]] const std::vector<core::TableId>& signInTables() const { return m_signInTables; }
    [[nodiscard]] const std::vector<core::StatementId>& signInStatements() const { return m_signInStatements; }
    /// It reads tables that were dropped as logs.
    [[nodiscard]] bool readsLogs(const Flow& flow) const;
    /// None of the pages it would show is in the source, in a system most of whose pages are.
    [[nodiscard]] bool pageMissing(const Flow& flow) const;

private:
    /// A method of a class that keeps other things, too, which the security framework calls for the user.
    [[nodiscard]] bool asksForUser(std::size_t member) const;
    void findSignIn(const std::vector<Flow>& flows);
    void findMissingPages();
    [[nodiscard]] bool isCount(const core::Statement& statement) const;
    /// The page of an action whose forwarding cannot be followed: the only one that is named like the action.
    [[nodiscard]] core::ViewId pageNamedLike(const Flow& flow) const;
    [[nodiscard]] bool isPagingCount(const Flow& flow, const core::Statement& count) const;
    [[nodiscard]] bool touchesKept(const core::Statement& statement) const;

    const core::CodeModel& m_model;
    const FileGrouping& m_files;
    const Conventions& m_conventions;
    std::vector<bool> m_computingView;         ///< by view: its own code computes
    std::vector<bool> m_computes;              ///< by member: is a method that computes, or shows such a view
    std::vector<bool> m_calculates;            ///< by member: reaches one that computes
    std::set<std::string> m_commonActions;     ///< action values of several classes: they name no purpose
    std::vector<bool> m_pageMissing;           ///< by member
    bool m_frameworkSubmits = false;           ///< no handler takes the log-in: the page that asks for it stands for both
    std::vector<core::TableId> m_signInTables; ///< sorted
    std::vector<core::StatementId> m_signInStatements;
    std::map<core::StatementId, std::set<std::string>> m_alone; ///< query -> nouns of the functions that consist of it alone
};

/// The statement writes this table.
[[nodiscard]] bool writesTable(const core::Statement& statement, core::TableId table);

} // namespace naru::costing
