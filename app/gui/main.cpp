#include "app/gui/Desktop.h"
#include "app/gui/document/ServiceEngine.h"
#include "app/service/Services.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("naru-desktop"));
    QCoreApplication::setOrganizationName(QStringLiteral("Naru"));
    QCoreApplication::setApplicationVersion(QStringLiteral(NARU_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.naru.Naru"));
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("project"), QStringLiteral("Project file to open (*.naru)."), QStringLiteral("[project]"));
    parser.process(application);

    const auto resources = naru::service::findResources(QCoreApplication::applicationFilePath().toStdString());
    if (!resources) {
        // Without its data files there are no texts either, so this one sentence stands here.
        QMessageBox::critical(
            nullptr, QStringLiteral("Naru"),
            QStringLiteral("The data files of Naru were not found. Install Naru again, or name their folder in NARU_RESOURCES."));
        return 2;
    }
    naru::gui::QtDialogs dialogs;
    naru::gui::ServiceEngine engine(*resources);
    naru::gui::Desktop desktop(*resources, {}, dialogs, engine);
    desktop.window().show();
    if (!parser.positionalArguments().isEmpty())
        desktop.window().openProject(parser.positionalArguments().front());
    return QApplication::exec();
}
