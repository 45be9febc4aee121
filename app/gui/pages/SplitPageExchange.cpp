// What leaves the split page and what comes in: files, pictures, searches.

#include "app/gui/Names.h"
#include "app/gui/Paths.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/service/SplitExchange.h"
#include "core/base/Files.h"

#include <QBuffer>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <array>

namespace naru::gui {
namespace {

struct Format {
    const char* ending;
    const char* name;
};
constexpr std::array kFormats = {
    Format{"png", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Map as a picture (PNG)")},
    Format{"svg", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Map as a drawing (SVG)")},
    Format{"cml", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Context Mapper (CML)")},
    Format{"puml", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "C4 diagram (PlantUML)")},
    Format{"dsl", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Structurizr workspace (DSL)")},
    Format{"graphml", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Graph (GraphML)")},
    Format{"csv", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "Members as a table (CSV)")},
    Format{"json", QT_TRANSLATE_NOOP("naru::gui::SplitPage", "All of the split (JSON)")},
};
constexpr double kPictureScale = 2;

} // namespace

void SplitPage::buildExchange()
{
    auto* out = new QPushButton(this);
    out->setObjectName(QStringLiteral("exportSplit"));
    auto* menu = new QMenu(out);
    menu->setObjectName(QStringLiteral("exportSplitMenu"));
    out->setMenu(menu);
    for (const Format& format : kFormats) {
        const QString ending = QString::fromLatin1(format.ending);
        QAction* action = menu->addAction(QString());
        action->setObjectName(QStringLiteral("exportSplit_") + ending);
        connect(action, &QAction::triggered, this, [this, ending] {
            const QFileInfo project(document().file());
            const QString proposal = project.absolutePath() + QLatin1Char('/') + project.completeBaseName() + QLatin1Char('.') + ending;
            QString file = env().dialogs.saveFile(this, tr("Export the split"), proposal, QStringLiteral("*.") + ending);
            if (file.isEmpty())
                return;
            if (QFileInfo(file).suffix().isEmpty())
                file += QLatin1Char('.') + ending;
            exportTo(file);
        });
    }
    auto* in = new QPushButton(this);
    in->setObjectName(QStringLiteral("importSplit"));
    connect(in, &QPushButton::clicked, this, [this] {
        const QString file = env().dialogs.openFile(this, tr("Import a split"), QFileInfo(document().file()).absolutePath(),
                                                    tr("Partitions (*.json *.csv)"));
        if (!file.isEmpty())
            importFrom(file);
    });
    headTools().addWidget(out);
    headTools().addWidget(in);
    words().say([=, this] {
        out->setText(tr("Export"));
        out->setAccessibleName(tr("Export the split"));
        in->setText(tr("Import"));
        in->setAccessibleName(tr("Import a split made elsewhere"));
        in->setToolTip(tr("A partition as JSON or CSV becomes one more alternative, to be compared and edited"));
        for (std::size_t i = 0; i < kFormats.size(); ++i)
            menu->actions()[static_cast<qsizetype>(i)]->setText(tr(kFormats[i].name));
    });
}

void SplitPage::exportTo(const QString& file)
{
    const core::Alternative* alternative = document().alternative();
    if (!alternative)
        return;
    const std::string ending = QFileInfo(file).suffix().toLower().toStdString();
    core::Result<std::string> bytes = std::string();
    if (ending == "png") {
        QByteArray picture;
        QBuffer buffer(&picture);
        buffer.open(QIODevice::WriteOnly);
        m_map->image(kPictureScale).save(&buffer, "PNG");
        bytes = picture.toStdString();
    } else {
        const auto texts = core::Texts::load(env().resources, language().stdCode());
        bytes = texts ? service::exportedSplit(*alternative, ending, document().systemName().toStdString(), *texts)
                      : std::unexpected(texts.error());
    }
    if (!bytes) {
        emit document().trouble(bytes.error());
        return;
    }
    if (const auto written = core::writeFile(toPath(file), *bytes); !written) {
        emit document().trouble(written.error());
        return;
    }
    emit document().said(tr("Written: %1").arg(file));
}

void SplitPage::importFrom(const QString& file)
{
    if (!results().code)
        return;
    const auto imported = service::readSplitFile(toPath(file), *results().code);
    if (!imported) {
        emit document().trouble(imported.error());
        return;
    }
    const std::string id = "imported:" + imported->name;
    const bool done =
        document().decide({{service::kImportedArea, imported->name, imported->value}, {"alternative", "chosen", id}}, "gui.edit.import");
    const auto texts = core::Texts::load(env().resources, language().stdCode());
    if (!done || !texts)
        return;
    emit document().said(tr("%1 of %2 members were taken over.").arg(imported -> placed).arg(imported->members));
    if (!imported->clean())
        emit document().remarked(fromUtf8(service::importRemarks(*imported, *texts)));
}

void SplitPage::findOnMap()
{
    const QString wanted = m_find->text().trimmed();
    const core::Alternative* alternative = document().alternative();
    if (wanted.isEmpty() || !alternative)
        return;
    struct Hit {
        std::string context;
        std::string member;
    };
    std::vector<Hit> hits;
    for (const core::Context& one : alternative->contexts) {
        if (fromUtf8(one.name).contains(wanted, Qt::CaseInsensitive))
            hits.push_back({one.id, {}});
        for (const core::PartitionMember& member : one.members)
            if (fromUtf8(member.name).contains(wanted, Qt::CaseInsensitive))
                hits.push_back({one.id, member.id});
    }
    if (hits.empty()) {
        emit document().said(tr("\"%1\" is not on the map. Shared and unused members stand in the table.").arg(wanted));
        return;
    }
    const auto here = std::ranges::find_if(
        hits, [this](const Hit& hit) { return hit.context == m_context.toStdString() && hit.member == m_member.toStdString(); });
    const Hit hit = here == hits.end() || here + 1 == hits.end() ? hits.front() : *(here + 1);
    chooseContext(fromUtf8(hit.context));
    m_member = fromUtf8(hit.member);
    m_map->markMember(hit.member);
    if (hit.member.empty())
        return;
    m_map->setOpen(hit.context, true);
    inspectMember(m_member);
}

} // namespace naru::gui
