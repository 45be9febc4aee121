// How long the window is deaf:
//   gui_stall_bench SOURCE-ROOT
// Creates a project, lets it be analysed, split and counted, goes through the pages, edits the split, and measures every event that the
// GUI thread handles and every call that a gesture makes. Prints for each part the longest, in CPU milliseconds of the GUI thread (others
// may use the machine), and what was handled then. Aims: no event over 50 ms, a page in 100 ms. At the end factors of the cost are
// chosen: what the GUI thread spends from the choice to the filled sheet, against a frame of 16 ms, and with all painting and the chart,
// which follows with the next frame.

#include "tests/gui/GuiTest.h"

#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QTabWidget>

#include <algorithm>
#include <ctime>
#include <fmt/format.h>

using namespace naru;
using gui::Step;

namespace {

constexpr double kLongest = 50;
constexpr double kPage = 100;
constexpr double kFrame = 16;

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

/// Measures each event that is not handled inside of another one.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QString what = QStringLiteral("%1 to %2 %3")
                                 .arg(static_cast<int>(event->type()))
                                 .arg(QString::fromLatin1(receiver->metaObject()->className()), receiver->objectName());
        ++m_depth;
        const double start = threadMilliseconds();
        const bool handled = QApplication::notify(receiver, event);
        note(threadMilliseconds() - start, what);
        --m_depth;
        return handled;
    }
    void note(double spent, const QString& what)
    {
        if (spent > m_longest) {
            m_longest = spent;
            m_what = what;
        }
    }
    /// Prints the longest since the last part.
    void part(const char* name, double aim)
    {
        fmt::print("{:<28} {:8.1f} ms {} {}\n", name, m_longest, m_longest <= aim ? "    " : "OVER", m_longest > aim / 2 ? m_what.toStdString() : "");
        std::fflush(stdout);
        m_longest = 0;
        m_what.clear();
    }

private:
    int m_depth = 0;
    double m_longest = 0;
    QString m_what;
};

class Session {
public:
    Session(WatchedApplication& application, test::Program& program) : m_application(application), m_program(program) {}

    /// One gesture of a person, and everything that comes of it.
    void part(const char* name, const std::function<void()>& gesture, double aim = kLongest)
    {
        const double start = threadMilliseconds();
        gesture();
        m_application.note(threadMilliseconds() - start, QStringLiteral("the gesture itself"));
        m_program.settle(600000);
        m_application.part(name, aim);
    }

    /// As part(), for a gesture that itself waits for events, which are measured one by one.
    void waited(const char* name, const std::function<void()>& gesture)
    {
        gesture();
        m_program.settle(600000);
        m_application.part(name, kLongest);
    }

private:
    WatchedApplication& m_application;
    test::Program& m_program;
};

void editSplit(Session& session, test::Program& program)
{
    auto& page = *static_cast<gui::SplitPage*>(program.window().page(Step::Split));
    auto* tabs = program.find<QTabWidget>(QStringLiteral("splitTabs"));
    const core::Alternative& now = *program.document().alternative();
    const auto largest = std::ranges::max_element(now.contexts, {}, [](const core::Context& c) { return c.members.size(); });
    const std::string context = largest->id;
    const std::string member = largest->members.front().id;
    const std::string other = now.contexts.front().id == context ? now.contexts.back().id : now.contexts.front().id;
    session.part("choose a context", [&] { page.showContext(QString::fromStdString(context)); });
    session.part("open it", [&] { page.map().setOpen(context, true); });
    session.part("zoom", [&] { page.map().zoom(1.3); });
    session.part("drag a member", [&] { emit page.map().dragging(QString::fromStdString(member), QString::fromStdString(other)); });
    session.part("move it", [&] { page.moveMembers({member}, other); });
    session.part("undo", [&] { program.act(QStringLiteral("undo")); });
    session.part("close it", [&] { page.map().setOpen(context, false); });
    session.part("two edits in a row", [&] {
        page.moveMembers({member}, other);
        program.act(QStringLiteral("undo"));
    });
    for (int tab = 1; tab < tabs->count(); ++tab)
        session.part(fmt::format("tab {}", tab).c_str(), [&] { tabs->setCurrentIndex(tab); }, kPage);
    session.part("filter the members", [&] {
        tabs->setCurrentIndex(1);
        program.find<QLineEdit>(QStringLiteral("membersTableFilter"))->setText(QStringLiteral("user"));
    });
    session.part("map again", [&] { tabs->setCurrentIndex(0); }, kPage);
    auto* slider = program.find<QSlider>(QStringLiteral("granularity"));
    session.part("slider, first step", [&] { slider->setValue(slider->value() + 2); });
    session.part("slider, next step", [&] { slider->setValue(slider->value() + 1); });
    session.part("slider, back to a step", [&] { slider->setValue(slider->value() - 1); });
    session.part("take the cut", [&] { page.takeCut(); });
    session.part("undo the cut", [&] { program.act(QStringLiteral("undo")); });
}

/// Chooses every level of every factor, with each chart beside the sheet.
void editFactors(WatchedApplication& application, test::Program& program)
{
    program.window().goTo(Step::Cost);
    program.document().decide("estimate", "edition", std::optional<nlohmann::json>("2025"), "gui.edit.estimate");
    program.settle(600000);
    auto* chart = program.find<QComboBox>(QStringLiteral("costChartKind"));
    for (int kind = 0; kind < chart->count(); ++kind) {
        chart->setCurrentIndex(kind);
        program.settle();
        std::vector<double> filled;
        std::vector<double> spent;
        for (const char* name : {"factor_linkage", "factor_performance", "factor_environment", "factor_security"}) {
            auto* levels = program.find<QComboBox>(QString::fromLatin1(name));
            for (int level = 1; level < levels->count(); ++level) {
                const double start = threadMilliseconds();
                levels->setCurrentIndex(level);
                emit levels->activated(level);
                filled.push_back(threadMilliseconds() - start);
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents(QEventLoop::AllEvents);
                spent.push_back(threadMilliseconds() - start);
                program.settle();
            }
        }
        std::ranges::sort(filled);
        std::ranges::sort(spent);
        const double median = filled[filled.size() / 2];
        fmt::print("a factor, chart {}             {:8.1f} ms until the sheet is filled (median of {}), longest {:.1f}, of a frame {:.2f} {}; "
                   "{:.1f} ms with all painting and the chart of the next frame\n",
                   kind, median, filled.size(), filled.back(), median / kFrame, median <= kFrame ? "" : "OVER", spent[spent.size() / 2]);
    }
    application.part("factors, longest event", kFrame);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    WatchedApplication application(argc, argv);
    ::testing::InitGoogleTest(&argc, argv);
    if (argc < 2) {
        fmt::print(stderr, "usage: gui_stall_bench SOURCE-ROOT\n");
        return 2;
    }
    test::Program program(QStringLiteral("ko"));
    program.window().resize(1360, 860);
    Session session(application, program);
    session.waited("analyse, split, count",
                   [&] { program.createProject(QString::fromLocal8Bit(argv[1]), QStringLiteral("system"), program.path(QStringLiteral("p.naru"))); });
    const std::array pages{"overview", "diagnosis", "code", "readiness", "split", "cost", "plan", "report"};
    for (const bool again : {false, true})
        for (int step = 0; step < gui::kSteps; ++step)
            session.part(fmt::format("{}{}", pages[static_cast<std::size_t>(step)], again ? ", again" : "").c_str(),
                         [&] { program.window().goTo(static_cast<Step>(step)); }, kPage);
    program.window().goTo(Step::Split);
    program.settle();
    editSplit(session, program);
    editFactors(application, program);
    return 0;
}
