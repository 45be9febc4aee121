#include "app/gui/cost/CostInput.h"

#include "core/model/EstimateJson.h"
#include "costing/EstimateInputs.h"

#include <algorithm>

namespace naru::gui {

costing::EstimateInput estimateInputOf(const Document& document, const costing::Tariff& tariff)
{
    nlohmann::json choices = nlohmann::json::object();
    for (const char* key :
         {"linkage", "performance", "environment", "security", "profitPercent", "directExpenses", "stages", "vat", "apiLinks", "rounding"})
        if (const auto value = document.decision("estimate", key); value && !value->is_null())
            choices[key] = *value;
    return costing::inputOf(*document.results().count,
                            costing::choicesWith(core::estimateFactorsFromJson(choices).value_or(core::EstimateFactors()),
                                                 document.decision("estimate", "maintenance"), document.decision("estimate", "operation"),
                                                 tariff));
}

const costing::Tariff& tariffOf(const Document& document, const costing::TariffCatalog& tariffs)
{
    const auto chosen = document.decision("estimate", "edition");
    const std::string edition = chosen && chosen->is_string() ? chosen->get<std::string>() : std::string();
    const auto found = std::ranges::find(tariffs.all(), edition, &costing::Tariff::edition);
    return found == tariffs.all().end() ? tariffs.newest() : *found;
}

core::Result<core::Decimal> typedWon(const QString& text)
{
    QString number = text;
    number.remove(QLatin1Char(',')).remove(QLatin1Char(' ')).remove(QChar(0x00a0));
    constexpr qsizetype kLongest = 30; // far beyond any budget, and short enough to be shown
    const auto value = core::Decimal::parse(number.toStdString());
    if (!value || value->negative() || !value->integral() || number.size() > kLongest)
        return core::failure(core::ErrorCode::InvalidArgument, "costing.field.won",
                             {{"field", "amount"}, {"value", text.left(kLongest).toStdString()}});
    return *value;
}

} // namespace naru::gui
