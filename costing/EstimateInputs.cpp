#include "costing/EstimateInputs.h"

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

} // namespace naru::costing
