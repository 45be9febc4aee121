#pragma once

#include "analyzers/decompose/MovePreview.h"
#include "app/gui/Environment.h"
#include "app/gui/document/Engine.h"
#include "app/gui/document/Preview.h"
#include "app/gui/document/Results.h"
#include "app/service/Questionnaires.h"
#include "app/service/SplitGranularity.h"
#include "core/edit/ProjectSession.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace naru::gui {

/// The open project as the window sees it: a session, the undo stack over its
/// edits, and the newest results. Long work goes through the job runner; the
/// session is used under a lease by one thread at a time.
class Document : public QObject {
    Q_OBJECT
public:
    Document(Environment& environment, Engine& engine, QObject* parent = nullptr);
    ~Document() override;

    /// Makes a project with one system. Errors as of ProjectSession::create.
    core::Result<void> create(const QString& file, const QString& name, const QString& system, const QString& root);
    core::Result<void> open(const QString& file);
    core::Result<void> save();
    core::Result<void> saveKeepingOther();
    core::Result<void> saveAs(const QString& file);
    /// Leaves the project. With `discard` unsaved edits are thrown away.
    void close(bool discard);

    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    [[nodiscard]] bool dirty() const { return m_dirty; }
    [[nodiscard]] bool recovered() const;
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] std::vector<core::Diagnostic> notices() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] QString projectName() const;
    [[nodiscard]] QString systemName() const;
    struct SystemName {
        core::SystemId id = 0;
        QString name;
    };
    /// Systems of the project, in its order, and the one on the screen.
    [[nodiscard]] std::vector<SystemName> systems() const;
    [[nodiscard]] core::SystemId system() const { return m_system; }
    /// Puts another system of the project on the screen. Running work is stopped; edits stay, but are no longer undone step by step.
    void showSystem(core::SystemId system);
    /// Adds a system and puts it on the screen.
    bool addSystem(const QString& name, const QString& root);
    [[nodiscard]] std::filesystem::path root() const;

    [[nodiscard]] const Results& results() const { return m_results; }
    [[nodiscard]] bool outOfDate(core::ResultKind kind) const { return m_outOfDate.contains(kind); }
    [[nodiscard]] StepState state(Step step) const;
    /// The split a person works on: the alternative they chose, else the recommended one.
    [[nodiscard]] const core::Alternative* alternative() const { return sharedAlternative().get(); }
    /// The same, to be kept beyond the next change of the results.
    [[nodiscard]] std::shared_ptr<const core::Alternative> sharedAlternative() const;

    /// One decision of a person; nullopt takes it back. Goes on the undo stack.
    bool decide(const std::string& area, const std::string& key, std::optional<nlohmann::json> value, const std::string& labelKey);
    /// Several decisions as one gesture.
    struct Choice {
        std::string area;
        std::string key;
        std::optional<nlohmann::json> value;
        std::optional<core::SystemId> system = {}; ///< another one than that of the window; 0: the project
    };
    bool decide(const std::vector<Choice>& choices, const std::string& labelKey);
    [[nodiscard]] std::optional<nlohmann::json> decision(const std::string& area, const std::string& key) const;
    [[nodiscard]] std::optional<nlohmann::json> decision(core::SystemId system, const std::string& area, const std::string& key) const;
    [[nodiscard]] std::size_t systemCount() const;
    /// The plan as it would be with other decisions of the area "plan"; nothing when it cannot be made.
    [[nodiscard]] std::optional<core::Plan> planIf(const std::vector<Choice>& choices) const;
    /// All edits ever made to the split, the newest first.
    [[nodiscard]] std::vector<core::ProjectSession::HistoryEntry> splitHistory() const;
    [[nodiscard]] QUndoStack& undo() { return m_undo; }

    /// Naru's questionnaires and the agency's own; those that cannot be read are said and left out.
    [[nodiscard]] std::vector<checklist::Catalog> catalogs();
    /// The answers to a questionnaire, scored as they stand.
    [[nodiscard]] std::optional<core::Assessment> assessed(const checklist::Catalog& catalog) const;
    /// Takes over an agency's questionnaire, a file of answers or of records; what could not be read of it is said. Empty when refused.
    std::optional<checklist::Catalog> takeCatalog(const QString& file);
    bool takeAnswers(const QString& file, const std::string& catalog);
    bool takeRecords(const QString& file);
    /// Accepts findings for a reason, until a day (YYYY-MM-DD) or for good, or opens them again; undone like any edit.
    bool acceptFindings(const std::vector<core::Finding>& findings, const QString& reason, const QString& expires);
    bool reopenFindings(const std::vector<core::Finding>& findings);
    bool takeBaseline(const QString& file);
    /// What changed in a questionnaire between the ends of two days (YYYY-MM-DD); `until` empty: now.
    std::optional<checklist::AssessmentComparison> compared(const std::string& catalog, const QString& since, const QString& until);
    /// The imported records of the system; empty when there are none or they cannot be read.
    [[nodiscard]] checklist::Records records() const;
    /// How the answer to an item changed: who, when, what; oldest first.
    [[nodiscard]] std::vector<core::ProjectSession::HistoryEntry> answerHistory(const std::string& catalog, const std::string& item) const;

    /// Reads the source, then makes everything that follows from it.
    void analyze();
    void split(const service::SplitOptions& options = {});
    /// Parts that a context could be divided into: partsProposed() says them.
    void proposeParts(const std::string& context);
    /// Makes what answers questions about moves in the present alternative: movesPrepared() hands it over.
    void prepareMoves();
    /// Cuts the system at a step of the granularity slider, with the person's edits on it: cutMade() says it. Changes nothing.
    void showCut(std::size_t step);
    void count(core::CountMethod method);
    void plan();
    /// A person's load file and prices, as decisions that can be taken back. False when refused; the reason is said.
    bool takeLoad(const QString& file);
    bool takePrices(const QString& file);
    /// Files for the target platform: deployed() hands them over.
    void deployment();
    void writeDeployment(std::shared_ptr<const core::DeploymentSet> set, const QString& folder);
    /// All systems of the project ranked: portfolioMade() hands them over.
    void portfolio();
    void addSystems(const QString& csv);
    /// Writes documents of one kind in several formats into a folder.
    void report(const QString& kind, const QStringList& formats, const QString& folder, service::ExistingFiles existing);
    /// Builds a document for the preview.
    void preview(const QString& kind);

signals:
    void opened();
    void closed();
    void systemShown(); ///< another system of the same project, with its results
    void changed(naru::gui::Parts parts);
    void dirtyChanged();
    void trouble(const naru::core::Error& error);
    void said(const QString& sentence);
    void remarked(const QString& sentence); ///< to be read and put away, unlike said()
    void analyzed();
    void partsProposed(const QString& context, const std::vector<naru::analyzers::decompose::ContextPart>& parts);
    void deployed(std::shared_ptr<const naru::core::DeploymentSet> set);
    void portfolioMade(std::shared_ptr<const naru::core::Portfolio> portfolio);
    void portfolioChanged(); ///< a decision about a system of the portfolio, or its systems
    void movesPrepared(std::shared_ptr<naru::analyzers::decompose::MovePreview> moves);
    void cutMade(std::shared_ptr<const naru::service::GranularityCut> cut);
    /// `notes` are text keys: what the formats do not carry.
    void written(const QStringList& files, const QStringList& notes);
    void previewed(const QString& kind, std::shared_ptr<const naru::gui::Preview> preview);

private:
    friend class EditCommand;
    using Lease = std::unique_lock<std::recursive_mutex>;

    core::Result<void> adopt(core::Result<std::unique_ptr<core::ProjectSession>> session);
    core::Result<core::Edit> apply(const core::Edit& edit);
    bool push(core::Edit edit);
    /// Says what is wrong with an edit, or makes it; an edit of nothing is done already.
    bool pushed(core::Result<core::Edit> edit);
    [[nodiscard]] static Parts affected(const core::Edit& edit);
    void afterEdit(const core::Edit& edit);
    /// The plan with the newest decisions; nothing when there is none yet or a job makes it.
    std::optional<core::Plan> replan(const core::Edit& edit);
    void afterAnalysis(const service::Analysis& analysis);
    /// What was read from the session, on its way to the GUI thread.
    struct Loaded {
        Results results;
        std::set<core::ResultKind> outOfDate;
        std::string chosen;
        bool dirty = false;
    };
    using Work = std::function<core::Result<void>(core::Job&, core::ProjectSession&, core::SystemId)>;

    [[nodiscard]] Loaded load(core::ProjectSession& session, core::SystemId system, Parts parts) const;
    void take(Loaded loaded, Parts parts);
    /// At once, for what is small; a plan that was just made need not be read again.
    void refresh(Parts parts, std::optional<core::Plan> plan = {});
    /// Runs work and then reads parts, all outside of the GUI thread; `then` hears whether it went well.
    void work(const QString& name, Work work, Parts parts, std::function<void(bool)> then = {});
    [[nodiscard]] service::SplitInput splitInput(core::ProjectSession& session, core::SystemId system) const;
    core::Result<void> keepSplit(core::ProjectSession& session, core::SystemId system, std::shared_ptr<const core::Partition> proposed,
                                 core::Partition edited) const;
    void redescribeSplit(); ///< the proposal with the newest decisions on it, in a job
    void forgetCuts();
    /// The document as the project stands; for jobs.
    core::Result<service::MadeDocument> documentNow(core::ProjectSession& session, core::SystemId system, const std::string& kind,
                                                const std::string& language);
    void noteDirty(bool dirty);
    void fail(const core::Error& error);
    /// Says a failure; true when there is a result and still a project for it.
    template <typename T> bool arrived(const core::Result<T>& result)
    {
        if (!result)
            fail(result.error());
        return result.has_value() && m_session;
    }

    Environment& m_env;
    Engine& m_engine;
    mutable std::recursive_mutex m_mutex;
    std::shared_ptr<core::ProjectSession> m_session;
    core::SystemId m_system = 0;
    Results m_results;
    std::string m_chosen; ///< id of the alternative a person took; empty: the recommended one
    std::set<core::ResultKind> m_outOfDate;
    bool m_dirty = false;
    bool m_redescribing = false;
    bool m_redescribeAgain = false;
    std::shared_ptr<service::GranularityStudy> m_cuts; ///< of the present source and proposal; empty until the slider is used
    std::size_t m_wantedCut = 0;
    bool m_cutting = false;
    int m_cutEpoch = 0; ///< counts forgetCuts(): what was made for an earlier source or proposal is not kept
    QUndoStack m_undo;
};

} // namespace naru::gui

Q_DECLARE_METATYPE(naru::core::Error)
