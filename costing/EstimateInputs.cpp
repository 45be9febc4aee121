#include "costing/EstimateInputs.h"

#include <nlohmann/json.hpp>

namespace naru::costing {

EstimateInput inputOf(const core::FunctionPointCount& count, FactorChoices choices)
{
    EstimateInput input{.inventory = inventoryOf(count), .choices = std::move(choices)};
    core::FunctionPointCount links;
    links.functions = count.apiLinks;
    input.inventory.apiLinkFunctions = inventoryOf(links).functions;
    input.inventory.splitKnown = count.splitKnown;
    return input;
}

FactorChoices choicesWith(core::EstimateFactors factors, const std::optional<nlohmann::json>& maintenance,
                          const std::optional<nlohmann::json>& operation, const Tariff& tariff)
{
    FactorChoices out{.factors = std::move(factors)};
    const auto read = [&](const char* key, const std::optional<nlohmann::json>& value) {
        if (!value || value->is_null())
            return FactorChoices();
        return parseFactors(nlohmann::json{{key, *value}}.dump(), key, tariff).value_or(FactorChoices());
    };
    out.maintenance = read("maintenance", maintenance).maintenance;
    out.operation = read("operation", operation).operation;
    return out;
}

} // namespace naru::costing
