#include "app/gui/widgets/FunctionDesk.h"

#include "app/gui/Names.h"
#include "app/gui/Paths.h"
#include "app/gui/cost/CostInput.h"
#include "app/service/CostStudies.h"
#include "costing/Tariff.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace naru::gui {
namespace {

constexpr const char* kManual = "function.manual";
constexpr int kLongestName = 200;

} // namespace

FunctionDesk::FunctionDesk(Environment& environment, Document& document, QWidget* parent)
    : QWidget(parent),
      m_env(environment),
      m_document(document),
      m_words(new Words(environment.language, this))
{
    setObjectName(QStringLiteral("functionDesk"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    buildTools();
    buildEditor();
    buildSheet();
    closeAll();
    select({});
    m_words->say([this] { translate(); });
}

void FunctionDesk::buildTools()
{
    auto* tools = new QHBoxLayout;
    const auto button = [&](const char* name, auto act) {
        auto* made = new QPushButton(this);
        made->setObjectName(QString::fromLatin1(name));
        connect(made, &QPushButton::clicked, this, act);
        tools->addWidget(made);
        return made;
    };
    m_add = button("addFunction", [this] { startEditing(nullptr); });
    m_edit = button("editFunction", [this] { startEditing(&m_selected.front()); });
    m_remove = button("removeFunctions", [this] { removeSelected(); });
    m_import = button("importInventory", [this] {
        const QString file = m_env.dialogs.openFile(this, tr("Import an inventory"), QFileInfo(m_document.file()).absolutePath(),
                                                    tr("Inventories and requirements (*.xlsx *.csv *.json *.txt *.md)"));
        if (!file.isEmpty())
            importFrom(file);
    });
    m_compare = button("compareCount", [this] {
        const QString file = m_env.dialogs.openFile(this, tr("Compare with an earlier count"), QFileInfo(m_document.file()).absolutePath(),
                                                    tr("Counts and estimates (*.json)"));
        if (!file.isEmpty())
            compareWith(file);
    });
    tools->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(tools);
}

void FunctionDesk::buildEditor()
{
    m_editor = new QWidget(this);
    m_editor->setObjectName(QStringLiteral("functionEditor"));
    auto* row = new QHBoxLayout(m_editor);
    row->setContentsMargins(0, 0, 0, 0);
    m_name = new QLineEdit(m_editor);
    m_name->setObjectName(QStringLiteral("functionName"));
    m_name->setMaxLength(kLongestName);
    m_type = new QComboBox(m_editor);
    m_type->setObjectName(QStringLiteral("functionType"));
    m_complexity = new QComboBox(m_editor);
    m_complexity->setObjectName(QStringLiteral("functionComplexity"));
    for (int i = 0; i < 5; ++i)
        m_type->addItem(QString());
    for (int i = 0; i < 3; ++i)
        m_complexity->addItem(QString());
    m_apply = new QPushButton(m_editor);
    m_apply->setObjectName(QStringLiteral("applyFunction"));
    m_cancel = new QPushButton(m_editor);
    m_cancel->setObjectName(QStringLiteral("cancelFunction"));
    m_remark = new QLabel(this);
    m_remark->setObjectName(QStringLiteral("functionRemark"));
    m_remark->setProperty("role", "muted");
    m_remark->setWordWrap(true);
    row->addWidget(m_name, 1);
    row->addWidget(m_type);
    row->addWidget(m_complexity);
    row->addWidget(m_apply);
    row->addWidget(m_cancel);
    connect(m_apply, &QPushButton::clicked, this, &FunctionDesk::applyEditor);
    connect(m_name, &QLineEdit::returnPressed, this, &FunctionDesk::applyEditor);
    connect(m_cancel, &QPushButton::clicked, this, &FunctionDesk::closeAll);
    layout()->addWidget(m_editor);
    layout()->addWidget(m_remark);
}

void FunctionDesk::buildSheet()
{
    m_sheet = new QWidget(this);
    m_sheet->setObjectName(QStringLiteral("inventoryChanges"));
    auto* column = new QVBoxLayout(m_sheet);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    m_sentence = new QLabel(m_sheet);
    m_sentence->setObjectName(QStringLiteral("changesSentence"));
    m_sentence->setWordWrap(true);
    m_take = new QPushButton(m_sheet);
    m_take->setObjectName(QStringLiteral("applyImport"));
    m_close = new QPushButton(m_sheet);
    m_close->setObjectName(QStringLiteral("closeChanges"));
    head->addWidget(m_sentence, 1);
    head->addWidget(m_take);
    head->addWidget(m_close);
    m_rows = new QTableWidget(m_sheet);
    m_rows->setObjectName(QStringLiteral("changesTable"));
    m_rows->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rows->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rows->setAlternatingRowColors(true);
    m_rows->setShowGrid(false);
    m_rows->verticalHeader()->hide();
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->setMinimumHeight(120);
    column->addLayout(head);
    column->addWidget(m_rows, 1);
    connect(m_take, &QPushButton::clicked, this, &FunctionDesk::applyImport);
    connect(m_close, &QPushButton::clicked, this, &FunctionDesk::closeAll);
    layout()->addWidget(m_sheet);
}

void FunctionDesk::translate()
{
    const auto say = [](QPushButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(tip);
    };
    say(m_add, tr("Add function"), tr("Type in a function that the source does not show"));
    say(m_edit, tr("Edit"), tr("Change the selected function that was typed in or imported"));
    say(m_remove, tr("Remove"), tr("Remove the selected functions that were typed in or imported; counted ones are rejected instead"));
    say(m_import, tr("Import"), tr("Take functions over from XLSX, CSV or a requirements text; what changes is shown first"));
    say(m_compare, tr("Compare"), tr("Show what changed since a count or an estimate that was kept as JSON, and why the cost moved"));
    say(m_apply, tr("Apply"), QString());
    say(m_cancel, tr("Cancel"), QString());
    say(m_take, tr("Take over"), QString());
    say(m_close, tr("Close"), QString());
    m_name->setPlaceholderText(tr("Name of the function"));
    m_name->setAccessibleName(tr("Name of the function"));
    m_type->setAccessibleName(tr("Type of the function"));
    m_complexity->setAccessibleName(tr("Complexity of the function"));
    m_rows->setAccessibleName(tr("Changes of the inventory"));
    for (int i = 0; i < m_type->count(); ++i)
        m_type->setItemText(i, Names::of(static_cast<core::FunctionType>(i)));
    for (int i = 0; i < m_complexity->count(); ++i)
        m_complexity->setItemText(i, Names::of(static_cast<core::Complexity>(i)));
}

void FunctionDesk::select(std::vector<core::CountedFunction> functions)
{
    m_selected = std::move(functions);
    const bool manual = !m_selected.empty() && std::ranges::all_of(m_selected, &core::CountedFunction::manual);
    m_edit->setEnabled(manual && m_selected.size() == 1);
    m_remove->setEnabled(manual);
}

void FunctionDesk::startEditing(const core::CountedFunction* function)
{
    closeAll();
    m_editing = function ? function->id : std::string();
    m_name->setText(function ? fromUtf8(function->name) : QString());
    m_type->setCurrentIndex(static_cast<int>(function ? function->type : core::FunctionType::EI));
    m_complexity->setCurrentIndex(static_cast<int>(function ? function->complexity : core::Complexity::Average));
    m_editor->show();
    m_name->setFocus();
    m_name->selectAll();
}

void FunctionDesk::applyEditor()
{
    const std::string name = m_name->text().trimmed().toStdString();
    const auto type = static_cast<core::FunctionType>(m_type->currentIndex());
    const std::string id = m_editing.empty() ? std::string(costing::nameOf(type)) + ":" + name : m_editing;
    const auto known = m_document.decision(kManual, id);
    const bool taken = m_editing.empty() && known && !known->is_null();
    if (name.empty() || taken) {
        m_remark->setText(name.empty() ? tr("A function needs a name.")
                                       : tr("There is a function of this type and name already; select it to edit it."));
        m_remark->show();
        m_name->setFocus();
        return;
    }
    nlohmann::json value = !m_editing.empty() && known && known->is_object() ? *known : nlohmann::json{{"state", "confirmed"}};
    value["name"] = name;
    value["type"] = costing::nameOf(type);
    value["complexity"] = costing::nameOf(static_cast<core::Complexity>(m_complexity->currentIndex()));
    closeAll();
    m_document.decide(kManual, id, value, "gui.edit.function");
}

void FunctionDesk::removeSelected()
{
    std::vector<Document::Choice> choices;
    for (const core::CountedFunction& function : m_selected)
        if (function.manual)
            choices.push_back({kManual, function.id, std::nullopt});
    closeAll();
    m_document.decide(choices, "gui.edit.function");
}

void FunctionDesk::importFrom(const QString& file)
{
    closeAll();
    const auto tariffs = costing::TariffCatalog::load(m_env.resources);
    if (!tariffs || !m_document.results().count)
        return;
    const bool requirements =
        file.endsWith(QLatin1StringView(".txt"), Qt::CaseInsensitive) || file.endsWith(QLatin1StringView(".md"), Qt::CaseInsensitive);
    const core::CountMethod method = m_document.results().count->method;
    const auto inventory = requirements ? service::inventoryOfText(toPath(file), method, m_env.resources)
                                        : service::readInventory(toPath(file), method, tariffs->newest());
    if (!inventory) {
        emit m_document.trouble(inventory.error());
        return;
    }
    std::vector<QStringList> rows;
    int added = 0;
    for (const auto& [key, value] : service::manualFunctions(*inventory)) {
        const auto known = m_document.decision(kManual, key);
        const bool there = known && !known->is_null();
        if (there && *known == value)
            continue;
        const auto counted = std::ranges::find_if(m_document.results().count->functions, [&](const core::CountedFunction& function) {
            return !function.manual && function.name == value.at("name").get<std::string>() &&
                   costing::nameOf(function.type) == value.at("type").get<std::string>();
        });
        const bool twice = counted != m_document.results().count->functions.end();
        added += there ? 0 : 1;
        rows.push_back({there   ? tr("changed")
                        : twice ? tr("added, also counted from the source")
                                : tr("added"),
                        fromUtf8(value.at("type").get<std::string>()), fromUtf8(value.at("name").get<std::string>())});
        m_pending.push_back({kManual, key, value});
    }
    showSheet(rows.empty()
                  ? tr("The file changes nothing.")
                  : tr("%1 functions are added and %2 changed.")
                        .arg(m_env.language.number(qint64{added}), m_env.language.number(static_cast<qint64>(rows.size()) - added)),
              {tr("Change"), tr("Type"), tr("Function")}, rows, !rows.empty());
}

void FunctionDesk::applyImport()
{
    const std::vector<Document::Choice> choices = std::move(m_pending);
    closeAll();
    m_document.decide(choices, "gui.edit.function");
}

void FunctionDesk::compareWith(const QString& file)
{
    closeAll();
    if (!m_document.results().count)
        return;
    const auto tariffs = costing::TariffCatalog::load(m_env.resources);
    nlohmann::json out;
    const core::FunctionPointCount& count = *m_document.results().count;
    const auto& estimate = m_document.results().estimate;
    const auto compared = [&] {
        if (!estimate || !tariffs)
            return service::addComparison(toPath(file), count, out);
        const costing::Tariff& tariff = tariffOf(m_document, *tariffs);
        return service::addCostComparison(toPath(file), &count, estimateInputOf(m_document, tariff), *estimate, tariff, out);
    }();
    if (!compared) {
        emit m_document.trouble(compared.error());
        return;
    }
    QStringList sentences;
    std::vector<QStringList> rows;
    if (out.contains("comparison"))
        sentences << describeChanges(out.at("comparison"), rows);
    if (out.contains("costComparison"))
        sentences << describeMoves(out.at("costComparison"), rows);
    showSheet(sentences.join(QLatin1Char(' ')), {tr("Change"), tr("What"), tr("Before"), tr("After"), tr("Difference"), tr("Why")}, rows,
              false);
}

QString FunctionDesk::describeChanges(const nlohmann::json& comparison, std::vector<QStringList>& rows) const
{
    for (const auto& change : comparison.at("changes")) {
        const std::string kind = change.at("kind").get<std::string>();
        QStringList reasons;
        for (const auto& key : change.at("reasons"))
            reasons << m_env.language.text(key.get<std::string>());
        rows.push_back({kind == "added"     ? tr("added")
                        : kind == "removed" ? tr("removed")
                                            : tr("changed"),
                        fromUtf8(change.at("name").get<std::string>()), fromUtf8(change.at("before").get<std::string>()),
                        fromUtf8(change.at("after").get<std::string>()), fromUtf8(change.at("difference").dump()),
                        reasons.join(QStringLiteral(", "))});
    }
    return tr("From %1 to %2 function points: %3.")
        .arg(fromUtf8(comparison.at("before").dump()), fromUtf8(comparison.at("after").dump()),
             fromUtf8(comparison.at("difference").dump()));
}

QString FunctionDesk::describeMoves(const nlohmann::json& comparison, std::vector<QStringList>& rows) const
{
    const auto won = [](const nlohmann::json& amount) {
        return Language::grouped(amount.is_string() ? amount.get<std::string>() : amount.dump());
    };
    for (const auto& move : comparison.at("moves"))
        rows.push_back({tr("cost"), m_env.language.text("costing.move." + move.at("id").get<std::string>()),
                        Language::grouped(move.at("before").get<std::string>()), Language::grouped(move.at("after").get<std::string>()),
                        tr("%1 won").arg(won(move.at("won"))), QString()});
    return tr("The total moves from %1 to %2 won: %3.")
        .arg(won(comparison.at("before")), won(comparison.at("after")), won(comparison.at("difference")));
}

void FunctionDesk::showSheet(const QString& sentence, const QStringList& columns, const std::vector<QStringList>& rows, bool canApply)
{
    m_sentence->setText(sentence);
    m_rows->clear();
    m_rows->setColumnCount(static_cast<int>(columns.size()));
    m_rows->setHorizontalHeaderLabels(columns);
    m_rows->setRowCount(static_cast<int>(rows.size()));
    for (int row = 0; row < m_rows->rowCount(); ++row)
        for (int column = 0; column < m_rows->columnCount(); ++column)
            m_rows->setItem(row, column, new QTableWidgetItem(rows[static_cast<std::size_t>(row)].value(column)));
    m_rows->resizeColumnsToContents();
    m_take->setVisible(canApply);
    m_sheet->show();
    (canApply ? m_take : m_close)->setFocus();
}

void FunctionDesk::closeAll()
{
    m_editor->hide();
    m_remark->hide();
    m_sheet->hide();
    m_pending.clear();
    m_editing.clear();
}

} // namespace naru::gui
