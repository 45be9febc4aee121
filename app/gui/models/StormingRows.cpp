#include "app/gui/models/StormingRows.h"

#include "app/gui/Language.h"
#include "app/gui/Names.h"
#include "app/gui/models/SplitRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace naru::gui {
namespace {

struct StormingWords {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::StormingPanel)
};

QString patternName(const std::string& pattern)
{
    if (pattern == "customer-supplier")
        return StormingWords::tr("customer and supplier");
    if (pattern == "partnership")
        return StormingWords::tr("partnership");
    if (pattern == "shared-kernel")
        return StormingWords::tr("shared kernel");
    if (pattern == "anti-corruption")
        return StormingWords::tr("anti-corruption layer");
    return fromUtf8(pattern);
}

/// What the code knows of an entry point.
struct Entry {
    QString handler;
    QString title;
    std::string file;
    int line = 0;
};

class Wall {
public:
    Wall(const core::Alternative& alternative, const core::CodeModel* code) : m_alternative(alternative)
    {
        if (!code)
            return;
        for (const core::EntryPoint& point : code->entryPoints) {
            Entry entry;
            entry.handler = fromUtf8(code->text(point.handlerName)).section(QLatin1Char('.'), -2);
            entry.title = fromUtf8(code->text(point.title));
            if (point.at.file.valid()) {
                entry.file = code->text((*code)[point.at.file].path);
                entry.line = static_cast<int>(point.at.line);
            }
            m_entries.emplace(code->text(point.id), std::move(entry));
        }
    }

    std::vector<StormingRow> rows(StormingStep step) const
    {
        std::vector<StormingRow> out;
        if (step == StormingStep::Map) {
            relations(out);
            return out;
        }
        for (const core::Context& context : m_alternative.contexts) {
            const std::size_t before = out.size();
            switch (step) {
            case StormingStep::Events:
                for (const core::DomainEvent& event : context.events)
                    out.push_back(ofEntry(fromUtf8(event.name), event.entryPoint, fromUtf8(event.entryPoint), fromUtf8(event.table)));
                break;
            case StormingStep::Commands:
                for (const std::string& command : context.commands)
                    out.push_back(ofEntry(fromUtf8(command), command, entry(command).handler, eventsOf(context, command)));
                break;
            case StormingStep::Triggers:
                for (const std::string& point : context.entryPoints) {
                    const bool changes = std::ranges::find(context.commands, point) != context.commands.end();
                    out.push_back(ofEntry(fromUtf8(point), point, entry(point).title,
                                          changes ? StormingWords::tr("changes state") : StormingWords::tr("only reads")));
                }
                break;
            case StormingStep::Aggregates:
                for (const core::Aggregate& aggregate : context.aggregates)
                    out.push_back({fromUtf8(aggregate.root), joined(aggregate.tables), eventsOn(context, aggregate), {}, {}, {}, 0});
                break;
            case StormingStep::Contexts:
                out.push_back({fromUtf8(context.name), joined(context.owns), joined(context.reads), {}, {}, {}, 0});
                break;
            case StormingStep::Map:
                break;
            }
            for (std::size_t i = before; i < out.size(); ++i) {
                out[i].context = step == StormingStep::Contexts ? Names::of(context.kind) : fromUtf8(context.name);
                out[i].contextId = context.id;
            }
        }
        return out;
    }

private:
    [[nodiscard]] const Entry& entry(const std::string& id) const
    {
        static const Entry kNone;
        const auto at = m_entries.find(id);
        return at == m_entries.end() ? kNone : at->second;
    }

    [[nodiscard]] StormingRow ofEntry(const QString& what, const std::string& id, const QString& from, const QString& to) const
    {
        const Entry& point = entry(id);
        return {what, from, to, {}, {}, point.file, point.line};
    }

    [[nodiscard]] static QString eventsOf(const core::Context& context, const std::string& command)
    {
        QStringList names;
        for (const core::DomainEvent& event : context.events)
            if (event.entryPoint == command && !names.contains(fromUtf8(event.name)))
                names << fromUtf8(event.name);
        return names.join(QStringLiteral(", "));
    }

    [[nodiscard]] static QString eventsOn(const core::Context& context, const core::Aggregate& aggregate)
    {
        QStringList names;
        for (const core::DomainEvent& event : context.events)
            if ((event.table == aggregate.root || std::ranges::find(aggregate.tables, event.table) != aggregate.tables.end()) &&
                !names.contains(fromUtf8(event.name)))
                names << fromUtf8(event.name);
        return names.join(QStringLiteral(", "));
    }

    void relations(std::vector<StormingRow>& out) const
    {
        const auto names = contextNames(m_alternative);
        const auto nameOf = [&](const std::string& id) {
            const auto at = names.find(id);
            return at == names.end() ? fromUtf8(id) : at->second;
        };
        for (const core::ContextRelation& relation : m_alternative.relations)
            out.push_back({patternName(relation.pattern), nameOf(relation.upstream), nameOf(relation.downstream),
                           StormingWords::tr("%1 calls, %2 tables").arg(relation.calls).arg(relation.tables), relation.upstream, {}, 0});
    }

    const core::Alternative& m_alternative;
    std::map<std::string, Entry, std::less<>> m_entries;
};

} // namespace

std::vector<StormingRow> stormingRows(const core::Alternative& alternative, const core::CodeModel* code, StormingStep step)
{
    return Wall(alternative, code).rows(step);
}

} // namespace naru::gui
