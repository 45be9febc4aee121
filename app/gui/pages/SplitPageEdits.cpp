// What a person does to the split: every gesture is one edit that can be undone.

#include "app/gui/Names.h"
#include "app/gui/pages/SplitPage.h"
#include "app/gui/splitmap/SplitMap.h"
#include "app/gui/widgets/MetricsBar.h"
#include "app/gui/widgets/TablePanel.h"
#include "core/model/PartitionJson.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <cmath>

namespace naru::gui {

void SplitPage::moveMembers(const std::vector<std::string>& members, const std::string& target)
{
    if (members.empty() || !context(target))
        return;
    std::vector<Document::Choice> choices;
    for (const std::string& member : members) {
        choices.push_back({"member", member, target});
        if (document().decision("role", member))
            choices.push_back({"role", member, std::nullopt});
        if (document().decision("pin", member)) // the pin goes along: it would pull the member back
            choices.push_back({"pin", member, target});
    }
    document().decide(choices, "gui.edit.move");
}

void SplitPage::mergeContexts(const QString& from, const QString& into)
{
    if (from.isEmpty() || into.isEmpty() || from == into)
        return;
    document().decide("merge", from.toStdString(), into.toStdString(), "gui.edit.merge");
}

void SplitPage::patchContext(const std::string& id, const nlohmann::json& patch, const std::string& label)
{
    nlohmann::json value = document().decision("context", id).value_or(nlohmann::json::object());
    if (!value.is_object())
        value = nlohmann::json::object();
    value.update(patch);
    document().decide("context", id, value, label);
}

void SplitPage::renameContext(const QString& id)
{
    const core::Context* one = context(id.toStdString());
    if (!one)
        return;
    const QString name = env().dialogs.askText(this, tr("Rename the context"), tr("Name"), fromUtf8(one->name));
    if (!name.isEmpty() && name != fromUtf8(one->name))
        patchContext(id.toStdString(), {{"name", name.toStdString()}}, "gui.edit.rename");
}

void SplitPage::review(const std::string& state)
{
    const core::Context* one = context(m_context.toStdString());
    if (!one)
        return;
    const bool again = one->review == state; // a second click takes it back
    patchContext(m_context.toStdString(),
                 {{"review", again ? "open" : state},
                  {"reviewer", env().settings.text(Setting::UserName).toStdString()},
                  {"note", m_note->text().trimmed().toStdString()}},
                 "gui.edit.review");
    if (state == "disputed" && !again && m_note->text().trimmed().isEmpty())
        m_note->setFocus(); // a dispute wants its reason
}

void SplitPage::keepNote()
{
    const core::Context* one = context(m_context.toStdString());
    const std::string note = m_note->text().trimmed().toStdString();
    if (one && note != one->note)
        patchContext(one->id, {{"note", note}}, "gui.edit.note");
}

void SplitPage::setKind(const std::string& kind)
{
    if (const core::Context* one = context(m_context.toStdString()))
        patchContext(one->id, {{"kind", kind}}, "gui.edit.kind");
}

void SplitPage::fillReview(const core::Context* one)
{
    for (QWidget* control : m_contextControls)
        control->setEnabled(one != nullptr);
    const QSignalBlocker quiet(m_kind);
    m_note->setText(one ? fromUtf8(one->note) : QString());
    m_kind->setCurrentIndex(one ? m_kind->findData(fromUtf8(core::nameOf(one->kind))) : -1);
    const QString state = !one                        ? QString()
                          : one->review == "agreed"   ? tr("Agreed")
                          : one->review == "disputed" ? tr("Disputed")
                                                      : tr("Open");
    m_reviewState->setText(!one                    ? tr("Choose a context to review it.")
                           : one->reviewer.empty() ? state
                                                   : tr("%1 by %2").arg(state, fromUtf8(one->reviewer)));
}

void SplitPage::takeAlternative(const QString& id)
{
    document().decide("alternative", "chosen", id.toStdString(), "gui.edit.alternative");
}

void SplitPage::divideContext()
{
    if (!m_context.isEmpty())
        document().proposeParts(m_context.toStdString());
}

std::string SplitPage::freshContextId(const std::string& stem, const std::set<std::string>& taken) const
{
    for (int i = 2;; ++i) {
        std::string id = stem + "-" + std::to_string(i);
        if (!context(id) && !document().decision("split", id) && !taken.contains(id))
            return id;
    }
}

void SplitPage::acceptParts(const QString& from, const PartsPanel::ContextParts& parts)
{
    const core::Context* one = context(from.toStdString());
    if (!one || parts.size() < 2)
        return;
    std::vector<Document::Choice> choices;
    std::set<std::string> taken;
    if (parts.front().name != one->name) {
        nlohmann::json value = document().decision("context", one->id).value_or(nlohmann::json::object());
        value["name"] = parts.front().name;
        choices.push_back({"context", one->id, value});
    }
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const std::string id = freshContextId(one->id, taken);
        taken.insert(id);
        nlohmann::json members = nlohmann::json::array();
        for (const core::PartitionMember& member : parts[i].members) {
            members.push_back(member.id);
            for (const char* area : {"member", "pin"}) // earlier decisions would pull the member back
                if (document().decision(area, member.id))
                    choices.push_back({area, member.id, id});
        }
        choices.push_back({"split", id, nlohmann::json{{"from", one->id}, {"members", members}, {"name", parts[i].name}}});
    }
    document().decide(choices, "gui.edit.split");
}

void SplitPage::createContext()
{
    const std::vector<std::string> members = chosenMembers();
    if (members.empty())
        return;
    const QString name = env().dialogs.askText(this, tr("Make a context of the chosen members"), tr("Name"), QString());
    if (name.isEmpty())
        return;
    const std::string id = freshContextId("context", {});
    std::vector<Document::Choice> choices{{"split", id, nlohmann::json{{"from", ""}, {"members", members}, {"name", name.toStdString()}}}};
    for (const std::string& member : members)
        for (const char* area : {"member", "pin"})
            if (document().decision(area, member))
                choices.push_back({area, member, id});
    for (const std::string& member : members)
        if (document().decision("role", member))
            choices.push_back({"role", member, std::nullopt});
    document().decide(choices, "gui.edit.create");
}

void SplitPage::setRole(const std::string& role)
{
    std::vector<Document::Choice> choices;
    for (const std::string& member : chosenMembers()) {
        const auto old = document().decision("role", member);
        const bool again = old && *old == role;
        choices.push_back({"role", member, again ? std::nullopt : std::optional<nlohmann::json>(role)});
    }
    document().decide(choices, "gui.edit.role");
}

void SplitPage::togglePin()
{
    std::vector<Document::Choice> choices;
    const auto chosen = chosenMembers();
    fill(m_membersPanel);
    for (const MemberRow& row : m_members->rows()) {
        if (std::ranges::find(chosen, row.member.id) == chosen.end() || row.context.empty())
            continue;
        choices.push_back({"pin", row.member.id, row.pinned ? std::nullopt : std::optional<nlohmann::json>(row.context)});
    }
    document().decide(choices, "gui.edit.pin");
}

QString SplitPage::effectLine(const analyzers::decompose::MoveEffect& effect, const core::Context& to) const
{
    const auto& contexts = document().alternative()->contexts;
    QStringList parts;
    const auto change = [&](const QString& name, double before, double after) {
        if (before != after)
            parts << tr("%1 %2 → %3").arg(name, language().number(before, 0), language().number(after, 0));
    };
    change(tr("remote calls"), effect.remoteBefore, effect.remoteAfter);
    change(tr("shared tables"), effect.sharedBefore, effect.sharedAfter);
    change(tr("distributed transactions"), effect.spanningBefore, effect.spanningAfter);
    if (effect.spanningAfter != effect.spanningBefore && effect.concerned > 0)
        parts << tr("%1 transactions would span %2 services")
                     .arg(language().number(qint64{effect.concerned}), language().number(qint64{effect.services}));
    const auto arrows = [&](const QString& sentence, const auto& pairs) {
        QStringList names;
        for (const auto& [a, b] : pairs)
            if (a < contexts.size() && b < contexts.size() && names.size() < 3)
                names << fromUtf8(contexts[a].name) + QStringLiteral(" → ") + fromUtf8(contexts[b].name);
        if (!names.isEmpty())
            parts << sentence.arg(names.join(QStringLiteral(", ")));
    };
    arrows(tr("new interface %1"), effect.appear);
    arrows(tr("no longer %1"), effect.vanish);
    if (parts.isEmpty())
        parts << tr("no interface, table or transaction changes");
    return tr("Into \"%1\": %2").arg(fromUtf8(to.name), parts.join(QStringLiteral(" · ")));
}

void SplitPage::showEffect(const std::vector<std::string>& members, const std::string& target)
{
    const core::Context* to = context(target);
    m_dragLine->setVisible(to != nullptr && !members.empty() && m_moves);
    if (!to || members.empty() || !m_moves) {
        showFigures();
        return;
    }
    const auto& contexts = document().alternative()->contexts;
    const auto effect = m_moves->ifMoved(members, static_cast<std::uint32_t>(to - contexts.data()));
    m_dragLine->setText(effectLine(effect, *to));
    const std::map<std::string, double> now = splitFigures(*document().alternative());
    std::map<std::string, double> then = now;
    for (const auto& [name, value] : effect.after)
        if (const auto before = effect.before.find(name); then.contains(name) && before != effect.before.end())
            then[name] += value - before->second;
    then[".remote"] += effect.remoteAfter - effect.remoteBefore;
    then[".shared"] += effect.sharedAfter - effect.sharedBefore;
    then[".transactions"] += effect.spanningAfter - effect.spanningBefore;
    m_metrics->show(then, now);
}

void SplitPage::showMergeEffect(const QString& from, const QString& into)
{
    std::vector<std::string> members;
    if (const core::Context* one = context(from.toStdString()))
        for (const core::PartitionMember& member : one->members)
            members.push_back(member.id);
    showEffect(members, into.toStdString());
}

void SplitPage::keepPlaces(const std::map<std::string, QPointF>& places)
{
    std::vector<Document::Choice> choices;
    for (const auto& [id, at] : places)
        choices.push_back({service::kPlaceArea, id, nlohmann::json{std::round(at.x()), std::round(at.y())}});
    document().decide(choices, "gui.edit.place");
}

void SplitPage::showDrag(const QString& member, const QString& target)
{
    showEffect({member.toStdString()}, target.toStdString());
}

} // namespace naru::gui
