#include "app/gui/splitmap/MapContext.h"

#include "analyzers/decompose/MapLayout.h"
#include "app/gui/Language.h"
#include "app/gui/Names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

struct MapTexts {
    Q_DECLARE_TR_FUNCTIONS(naru::gui::MapContext)
};

constexpr double kChipWidth = 168;
constexpr double kChipHeight = 24;
constexpr double kChipGap = 6;
constexpr std::size_t kTablesShown = 3;

} // namespace

QString sizeLine(const core::Context& context)
{
    const auto count = [&](core::MemberRole role) { return std::ranges::count(context.members, role, &core::PartitionMember::role); };
    return MapTexts::tr("%1 · %2 classes · %3 tables · %4 views")
        .arg(Names::of(context.kind))
        .arg(count(core::MemberRole::Class))
        .arg(context.owns.size())
        .arg(count(core::MemberRole::View));
}

MapContext::MapContext(core::Context context, const std::set<std::string>& pinned) : m_context(std::move(context))
{
    for (const core::PartitionMember& member : m_context.members)
        m_pinned.push_back(pinned.contains(member.id));
    measure();
}

void MapContext::measure()
{
    if (!m_open) {
        const auto closed = analyzers::decompose::closedSize(m_context);
        m_size = {closed.width, closed.height};
        return;
    }
    const auto members = std::max<std::size_t>(1, m_context.members.size());
    // About twice as wide as high, for chips seven times as wide as high.
    m_columns = std::clamp(static_cast<int>(std::lround(std::sqrt(static_cast<double>(members) / 3.2))), 1, 12);
    const auto rows = (members + static_cast<std::size_t>(m_columns) - 1) / static_cast<std::size_t>(m_columns);
    m_size = {std::max(240.0, 2 * kMapPad + m_columns * (kChipWidth + kChipGap) - kChipGap),
              kMapHead + kMapPad + static_cast<double>(rows) * (kChipHeight + kChipGap)};
}

void MapContext::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    measure();
}

QRectF MapContext::cell(std::size_t member) const
{
    const auto column = static_cast<double>(member % static_cast<std::size_t>(m_columns));
    const auto row = static_cast<double>(member / static_cast<std::size_t>(m_columns));
    return {-m_size.width() / 2 + kMapPad + column * (kChipWidth + kChipGap), -m_size.height() / 2 + kMapHead + row * (kChipHeight + kChipGap),
            kChipWidth, kChipHeight};
}

const core::PartitionMember* MapContext::memberAt(const QPointF& point) const
{
    if (!m_open)
        return nullptr;
    for (std::size_t i = 0; i < m_context.members.size(); ++i)
        if (chip(i).contains(point))
            return &m_context.members[i];
    return nullptr;
}

QString MapContext::toolTip(const QPointF& point) const
{
    const core::PartitionMember* member = memberAt(point);
    return member ? fromUtf8(member->name) : fromUtf8(m_context.name) + QLatin1Char('\n') + sizeLine(m_context);
}

MapArea MapContext::look(const std::string& marked) const
{
    MapArea area;
    area.at = m_at;
    area.size = m_size;
    area.name = fromUtf8(m_context.name);
    area.line = sizeLine(m_context);
    area.kind = static_cast<int>(m_context.kind);
    area.pinned = static_cast<int>(std::ranges::count(m_pinned, true));
    area.review = m_context.review;
    area.open = m_open;
    for (std::size_t i = 0; i < m_context.owns.size() && i < kTablesShown; ++i)
        area.tables << fromUtf8(m_context.owns[i]);
    if (m_context.owns.size() > kTablesShown)
        area.tables << MapTexts::tr("and %1 more tables").arg(m_context.owns.size() - kTablesShown);
    if (!m_open)
        return area;
    if (!m_chips) {
        auto chips = std::make_shared<std::vector<MapChip>>();
        for (std::size_t i = 0; i < m_context.members.size(); ++i)
            chips->push_back({cell(i), Names::brief(m_context.members[i]), m_context.members[i].role, m_pinned[i]});
        m_chips = std::move(chips);
    }
    area.chips = m_chips;
    const auto at = std::ranges::find(m_context.members, marked, &core::PartitionMember::id);
    area.marked = at == m_context.members.end() ? -1 : static_cast<int>(at - m_context.members.begin());
    return area;
}

} // namespace naru::gui
