// The map of the split at scale, painted in software into 1600 x 900, every context opened:
//   map_bench [ROUNDS]
// For 5,000 members with 20,000 calls and 20,000 with 80,000: a frame of the whole map and one zoomed in, one step of panning, and what
// the window itself waits for after a change; beside it, in the same run, the same picture with an item per member and per call in a
// graphics scene. Times are CPU milliseconds of the thread that does the work (the least of the rounds); memory is what the map added.

#include "app/gui/Environment.h"
#include "app/gui/splitmap/SplitMap.h"

#include <QApplication>
#include <QGraphicsLineItem>
#include <QGraphicsScene>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <string>

using namespace naru;
using namespace naru::gui;

namespace {

constexpr QSize kWindow(1600, 900);
constexpr int kMembersOfContext = 125;

double threadMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

double least(int rounds, const auto& work)
{
    double best = 1e18;
    for (int i = 0; i < rounds; ++i) {
        const double start = threadMilliseconds();
        work();
        best = std::min(best, threadMilliseconds() - start);
    }
    return best;
}

/// Resident megabytes.
double resident()
{
    std::ifstream file("/proc/self/statm");
    long all = 0;
    long pages = 0;
    file >> all >> pages;
    return static_cast<double>(pages) * 4096 / 1e6;
}

/// Contexts of equal size; three of four calls go to one of four neighbours.
core::Alternative system(int members, int calls)
{
    std::mt19937 random(7);
    core::Alternative out;
    const int contexts = members / kMembersOfContext;
    for (int c = 0; c < contexts; ++c) {
        core::Context context;
        context.id = "context-" + std::to_string(c);
        context.name = "Context " + std::to_string(c);
        context.kind = static_cast<core::SubdomainKind>(c % 3);
        for (int m = 0; m < kMembersOfContext; ++m) {
            const std::string name = fmt::format("kr.go.system.part{}.ServiceOfThing{}", c, m);
            context.members.push_back({"class:" + name, static_cast<core::MemberRole>(m % 3), name});
        }
        out.contexts.push_back(std::move(context));
    }
    std::map<std::pair<int, int>, core::ContextInterface> faces;
    for (int i = 0; i < calls; ++i) {
        const int from = static_cast<int>(random() % static_cast<unsigned>(contexts));
        int to = random() % 4 != 0 ? (from + 1 + static_cast<int>(random() % 4)) % contexts
                                   : static_cast<int>(random() % static_cast<unsigned>(contexts));
        to = to == from ? (to + 1) % contexts : to;
        core::ContextInterface& face = faces[{from, to}];
        face.from = out.contexts[static_cast<std::size_t>(from)].id;
        face.to = out.contexts[static_cast<std::size_t>(to)].id;
        const auto member = [&](int context) { return out.contexts[static_cast<std::size_t>(context)].members[random() % kMembersOfContext].id; };
        const std::string caller = member(from);
        face.functions.push_back({caller, member(to), 1, {}, 0});
    }
    for (auto& [ends, face] : faces)
        out.interfaces.push_back(std::move(face));
    return out;
}

/// A scene with an item per member and per call, at the places of the map.
class Items : public QGraphicsView {
public:
    Items(const core::Alternative& alternative, const SplitMap& map)
    {
        setFrameShape(NoFrame);
        setScene(&m_scene);
        resize(kWindow);
        std::map<std::string, QPointF> at;
        for (const core::Context& context : alternative.contexts) {
            MapContext item(context, {});
            item.setOpen(true);
            item.setAt(map.placeOf(context.id));
            m_scene.addRect(item.rect());
            for (std::size_t i = 0; i < context.members.size(); ++i) {
                m_scene.addRect(item.chip(i));
                at[context.members[i].id] = item.chip(i).center();
            }
        }
        for (const core::ContextInterface& face : alternative.interfaces)
            for (const core::InterfaceFunction& call : face.functions)
                m_scene.addLine(QLineF(at[call.from], at[call.to]), QPen(Qt::gray, 0));
        setViewportUpdateMode(FullViewportUpdate);
    }

private:
    QGraphicsScene m_scene;
};

void waitFor(const SplitMap& map)
{
    do
        QTest::qWait(10);
    while (map.busy());
}

void measure(Environment& environment, int members, int calls, int rounds, double wholeAim)
{
    const core::Alternative alternative = system(members, calls);
    const double before = resident();
    SplitMap map(environment);
    map.resize(kWindow);
    map.QWidget::show();
    map.show(alternative);
    waitFor(map);
    for (const core::Context& context : alternative.contexts)
        map.setOpen(context.id, true);
    map.fit();
    waitFor(map);
    const double memory = resident() - before;

    double whole = 0;
    double near = 0;
    for (const bool zoomed : {false, true}) {
        map.fit();
        if (zoomed)
            map.zoom(0.8 / map.transform().m11());
        const QTransform back = map.viewportTransform().inverted();
        const QRectF shown = back.mapRect(QRectF(map.viewport()->rect()));
        const MapPicture picture = map.picture();
        QImage image(kWindow, QImage::Format_RGB32);
        (zoomed ? near : whole) = least(rounds, [&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            picture.paint(painter, shown, map.transform().m11());
        });
    }
    waitFor(map);
    double pan = 1e18;
    double most = 0;
    for (int i = 0; i < 20; ++i) {
        const double start = threadMilliseconds();
        map.horizontalScrollBar()->setValue(map.horizontalScrollBar()->value() + (i % 2 == 0 ? 7 : -7));
        map.viewport()->repaint();
        const double spent = threadMilliseconds() - start;
        pan = std::min(pan, spent);
        most = std::max(most, spent);
    }
    // What a person waits for: the next frame is made elsewhere.
    double stall = 0;
    for (int i = 0; i < 5; ++i) {
        const double start = threadMilliseconds();
        map.markMember(alternative.contexts[static_cast<std::size_t>(i)].members.front().id);
        map.viewport()->repaint();
        stall = std::max(stall, threadMilliseconds() - start);
    }
    waitFor(map);

    const double itemsBefore = resident();
    Items items(alternative, map);
    items.show();
    items.fitInView(items.sceneRect(), Qt::KeepAspectRatio);
    QTest::qWait(20);
    items.viewport()->repaint();
    const double itemsWhole = least(std::max(2, rounds / 3), [&] { items.viewport()->repaint(); });
    const double itemsMemory = resident() - itemsBefore;
    fmt::print("{} members, {} calls\n", members, calls);
    fmt::print("  whole map    {:8.1f} ms (aim {:.0f})   item per edge {:8.1f} ms   ratio {:.2f}\n", whole, wholeAim, itemsWhole, whole / itemsWhole);
    fmt::print("  zoomed in    {:8.1f} ms\n", near);
    fmt::print("  pan          {:8.2f} ms, most {:.2f} (aim 2)\n", pan, most);
    fmt::print("  window waits {:8.2f} ms after a change\n", stall);
    fmt::print("  memory       {:8.1f} MB (aim 100)      item per edge {:8.1f} MB\n", memory, itemsMemory);
}

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    Language language{std::filesystem::path(NARU_RESOURCES)};
    Theme theme;
    theme.choose(QStringLiteral("light"));
    JobRunner jobs;
    QtDialogs dialogs;
    Environment environment{NARU_RESOURCES, settings, language, theme, dialogs, jobs};
    measure(environment, 5000, 20000, rounds, 45);
    measure(environment, 20000, 80000, rounds, 190);
    return 0;
}
