#include "app/gui/splitmap/ContextItem.h"

#include "app/gui/Names.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <cmath>

namespace naru::gui {
namespace {

constexpr double kPad = 12;
constexpr double kHead = 48;
constexpr double kChipWidth = 168;
constexpr double kChipHeight = 24;
constexpr double kChipGap = 6;
constexpr double kRound = 12;
constexpr int kTablesShown = 3;
/// Below this scale only the area and its name are drawn, below the next one chips have no text.
constexpr double kNameOnly = 0.38;
constexpr double kNoChipText = 0.55;

} // namespace

QString sizeLine(const core::Context& context)
{
    const auto count = [&](core::MemberRole role) { return std::ranges::count(context.members, role, &core::PartitionMember::role); };
    return ContextItem::tr("%1 · %2 classes · %3 tables · %4 views")
        .arg(Names::of(context.kind))
        .arg(count(core::MemberRole::Class))
        .arg(context.owns.size())
        .arg(count(core::MemberRole::View));
}

ContextItem::ContextItem(Environment& environment, core::Context context, std::set<std::string> pinned)
    : m_env(environment),
      m_context(std::move(context)),
      m_pinned(std::move(pinned))
{
    setObjectName(QStringLiteral("context_") + fromUtf8(m_context.id));
    setFlags(ItemIsSelectable | ItemIsFocusable);
    setCacheMode(DeviceCoordinateCache);
    setZValue(1);
    setToolTip(fromUtf8(m_context.name));
    measure();
}

void ContextItem::measure()
{
    prepareGeometryChange();
    const auto members = std::max<std::size_t>(1, m_context.members.size());
    if (!m_open) {
        const double more = std::min(90.0, 6 * std::sqrt(static_cast<double>(members)));
        const auto tables = std::min<std::size_t>(kTablesShown + 1, m_context.owns.size());
        m_size = {226 + more, kHead + 18 + 17 * static_cast<double>(tables) + more / 2};
        return;
    }
    // About twice as wide as high, for chips seven times as wide as high.
    m_columns = std::clamp(static_cast<int>(std::lround(std::sqrt(static_cast<double>(members) / 3.2))), 1, 12);
    const auto rows = (members + static_cast<std::size_t>(m_columns) - 1) / static_cast<std::size_t>(m_columns);
    m_size = {std::max(240.0, 2 * kPad + m_columns * (kChipWidth + kChipGap) - kChipGap),
              kHead + kPad + static_cast<double>(rows) * (kChipHeight + kChipGap)};
}

void ContextItem::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    measure();
    update();
}

void ContextItem::setTarget(bool target)
{
    if (target == m_target)
        return;
    m_target = target;
    update();
}

void ContextItem::setMarked(const std::string& member)
{
    if (member == m_marked)
        return;
    m_marked = member;
    update();
}

QRectF ContextItem::boundingRect() const
{
    return QRectF(-m_size.width() / 2 - 3, -m_size.height() / 2 - 3, m_size.width() + 6, m_size.height() + 6);
}

QRectF ContextItem::cell(std::size_t member) const
{
    const auto columns = static_cast<std::size_t>(m_columns);
    const double x = -m_size.width() / 2 + kPad + static_cast<double>(member % columns) * (kChipWidth + kChipGap);
    const double y = -m_size.height() / 2 + kHead + static_cast<double>(member / columns) * (kChipHeight + kChipGap);
    return {x, y, kChipWidth, kChipHeight};
}

const core::PartitionMember* ContextItem::memberAt(const QPointF& point) const
{
    if (!m_open)
        return nullptr;
    for (std::size_t i = 0; i < m_context.members.size(); ++i)
        if (cell(i).contains(point))
            return &m_context.members[i];
    return nullptr;
}

void ContextItem::hover(const QPointF& point)
{
    const core::PartitionMember* member = memberAt(point);
    setToolTip(member ? fromUtf8(member->name) : fromUtf8(m_context.name) + QLatin1Char('\n') + sizeLine(m_context));
}

void ContextItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    const Colours& s = m_env.theme.colours();
    const auto kind = static_cast<std::size_t>(m_context.kind);
    const double detail = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing);
    const bool chosen = isSelected();
    QPen border(m_target ? s.accent : s.kind[kind], m_target || chosen ? 3 : 1.5);
    if (m_target)
        border.setStyle(Qt::DashLine);
    painter->setPen(border);
    painter->setBrush(s.kindSoft[kind]);
    painter->drawRoundedRect(QRectF(-m_size.width() / 2, -m_size.height() / 2, m_size.width(), m_size.height()), kRound, kRound);
    if (detail < kNameOnly) {
        QFont font = QApplication::font();
        font.setBold(true);
        font.setPointSizeF(font.pointSizeF() * std::min(2.4, kNameOnly / std::max(detail, 0.05) * 1.3));
        painter->setFont(font);
        painter->setPen(s.text);
        painter->drawText(boundingRect().adjusted(8, 4, -8, -4), Qt::AlignCenter | Qt::TextWordWrap, fromUtf8(m_context.name));
        return;
    }
    paintHead(painter);
    if (m_open)
        paintOpen(painter, detail);
    else
        paintClosed(painter, detail);
}

void ContextItem::paintHead(QPainter* painter) const
{
    const Colours& s = m_env.theme.colours();
    const double left = -m_size.width() / 2 + kPad;
    const double top = -m_size.height() / 2;
    QFont font = QApplication::font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() + 1);
    painter->setFont(font);
    painter->setPen(s.text);
    double room = m_size.width() - 2 * kPad;
    if (!m_context.review.empty()) {
        const bool agreed = m_context.review == "agreed";
        const bool open = m_context.review == "open";
        const QString icon = agreed ? QStringLiteral("met") : open ? QStringLiteral("unknown") : QStringLiteral("warn");
        painter->drawPixmap(QPointF(-left - 16, top + 9), m_env.theme.pixmap(icon, agreed ? s.good : open ? s.muted : s.warn, 16));
        room -= 22;
    }
    const QString name = QFontMetricsF(font).elidedText(fromUtf8(m_context.name), Qt::ElideRight, room);
    painter->drawText(QRectF(left, top + 6, room, 20), Qt::AlignLeft | Qt::AlignVCenter, name);
    font.setBold(false);
    font.setPointSizeF(font.pointSizeF() - 2);
    painter->setFont(font);
    painter->setPen(s.muted);
    painter->drawText(QRectF(left, top + 26, m_size.width() - 2 * kPad, 18), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetricsF(font).elidedText(sizeLine(m_context), Qt::ElideRight, m_size.width() - 2 * kPad));
}

void ContextItem::paintClosed(QPainter* painter, double) const
{
    const Colours& s = m_env.theme.colours();
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() - 1);
    painter->setFont(font);
    painter->setPen(s.role[1]);
    double y = -m_size.height() / 2 + kHead + 4;
    const double left = -m_size.width() / 2 + kPad;
    const double room = m_size.width() - 2 * kPad;
    for (std::size_t i = 0; i < m_context.owns.size() && i < kTablesShown; ++i, y += 17)
        painter->drawText(QRectF(left, y, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                          QFontMetricsF(font).elidedText(fromUtf8(m_context.owns[i]), Qt::ElideRight, room));
    if (m_context.owns.size() > kTablesShown)
        painter->drawText(QRectF(left, y, room, 16), Qt::AlignLeft | Qt::AlignVCenter,
                          tr("and %1 more tables").arg(m_context.owns.size() - kTablesShown));
}

void ContextItem::paintOpen(QPainter* painter, double detail) const
{
    const Colours& s = m_env.theme.colours();
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() - 1);
    const QFontMetricsF metrics(font);
    painter->setFont(font);
    for (std::size_t i = 0; i < m_context.members.size(); ++i) {
        const core::PartitionMember& member = m_context.members[i];
        const QRectF r = cell(i);
        const QColor& colour = s.role[static_cast<std::size_t>(member.role)];
        const bool marked = member.id == m_marked;
        painter->setPen(QPen(marked ? s.accent : colour, marked ? 2 : 1));
        painter->setBrush(marked ? s.accentSoft : s.base);
        if (member.role == core::MemberRole::Table)
            painter->drawRect(r);
        else
            painter->drawRoundedRect(r, member.role == core::MemberRole::View ? 11 : 4, member.role == core::MemberRole::View ? 11 : 4);
        if (detail < kNoChipText)
            continue;
        double room = r.width() - 16;
        if (m_pinned.contains(member.id)) {
            painter->drawPixmap(QPointF(r.right() - 20, r.top() + 4), m_env.theme.pixmap(QStringLiteral("pin"), s.accent, 15));
            room -= 16;
        }
        painter->setPen(s.text);
        painter->drawText(r.adjusted(8, 0, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(Names::brief(member), Qt::ElideMiddle, room));
    }
}

} // namespace naru::gui
