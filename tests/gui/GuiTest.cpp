#include "tests/gui/GuiTest.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>

namespace naru::test {
namespace {

constexpr int kPauses = 24;

} // namespace

std::filesystem::path resources()
{
    return NARU_RESOURCES;
}

QString sampleRoot()
{
    return QString::fromStdString((resources() / "sample" / "gams").string());
}

Program::Program(const QString& language, const QString& theme) : m_engine(resources())
{
    const QString settings = m_folder.filePath(QStringLiteral("settings.ini"));
    {
        gui::Settings prepared(settings);
        prepared.set(gui::Setting::Language, language);
        prepared.set(gui::Setting::Theme, theme);
        prepared.set(gui::Setting::UserName, QStringLiteral("홍길동"));
        prepared.set(gui::Setting::AnalysisHistory, false);
    }
    m_desktop = std::make_unique<gui::Desktop>(resources(), settings, dialogs, m_engine);
    window().show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(&window()));
}

Program::~Program() = default;

void Program::click(const QString& button)
{
    if (auto* found = find<QAbstractButton>(button)) {
        EXPECT_TRUE(found->isEnabled()) << button.toStdString() << " is disabled";
        found->click();
    }
}

void Program::act(const QString& action)
{
    if (auto* found = find<QAction>(QStringLiteral("action_") + action))
        found->trigger();
}

void Program::settle(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    do {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QTest::qWait(5);
    } while (environment().jobs.busy() && clock.elapsed() < milliseconds);
    for (int round = 0; round < kPauses; ++round) // the window fills in pauses what nobody looks at
        QCoreApplication::processEvents();
    EXPECT_FALSE(environment().jobs.busy()) << "a job did not end";
}

void Program::createProject(const QString& root, const QString& name, const QString& file)
{
    act(QStringLiteral("new"));
    find<QLineEdit>(QStringLiteral("newRoot"))->setText(root);
    find<QLineEdit>(QStringLiteral("newName"))->setText(name);
    find<QLineEdit>(QStringLiteral("newFile"))->setText(file);
    click(QStringLiteral("newCreate"));
    settle();
}

} // namespace naru::test
