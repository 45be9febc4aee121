#pragma once

#include "costing/Estimator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace naru::costing::test {

inline const TariffCatalog& catalog()
{
    static const TariffCatalog loaded = [] {
        auto result = TariffCatalog::load(NARU_RESOURCES);
        if (!result) {
            ADD_FAILURE() << result.error().key << " " << result.error().path << ":" << result.error().line;
            std::abort();
        }
        return std::move(*result);
    }();
    return loaded;
}

inline Tariff tariff(std::string_view edition)
{
    return catalog().find(edition).value();
}

inline core::Decimal number(std::string_view text)
{
    return core::Decimal::parse(text).value();
}

} // namespace naru::costing::test
