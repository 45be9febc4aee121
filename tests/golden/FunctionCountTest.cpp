// The count of the sample system against the answer sheet that was made by hand.

#include "analyzers/graph/AnalysisPipeline.h"
#include "core/base/Files.h"
#include "costing/Counter.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

using namespace naru;
using core::CountedFunction;

namespace {

struct Expected {
    std::string name;
    std::string type;
    std::vector<std::string> places; ///< tables, or paths of entry points
};

std::vector<std::string> divided(const std::string& text, const std::string& mark)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + mark.size();
    }
    return out;
}

std::vector<Expected> answerSheet()
{
    const auto text = core::readFile(std::filesystem::path(NARU_RESOURCES) / "sample/answers/functions.csv");
    EXPECT_TRUE(text);
    std::vector<Expected> out;
    std::istringstream lines(text.value_or(""));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto cells = divided(line, ",");
        if (cells.size() >= 4 && !cells[1].empty())
            out.push_back({.name = cells[0], .type = cells[1], .places = divided(cells[2], " + ")});
    }
    return out;
}

core::FunctionPointCount countOfSample()
{
    core::Job job(2);
    auto source = analyzers::graph::analyzeTree(std::filesystem::path(NARU_RESOURCES) / "sample/gams", {}, job);
    const auto conventions = costing::Conventions::load(NARU_RESOURCES);
    const auto tariffs = costing::TariffCatalog::load(NARU_RESOURCES);
    if (!source || !conventions || !tariffs) {
        ADD_FAILURE() << "the sample, the conventions or the tariffs cannot be read";
        return {};
    }
    return costing::count(source->index.model, {}, *conventions, tariffs->newest(), job).value_or(core::FunctionPointCount());
}

/// The places of a counted function, in the form of the answer sheet.
std::set<std::string> placesOf(const CountedFunction& function)
{
    if (costing::isData(function.type))
        return {function.tables.begin(), function.tables.end()};
    std::set<std::string> out;
    for (const std::string& entry : function.entryPoints)
        out.insert(entry.substr(entry.find(' ') + 1));
    return out;
}

} // namespace

TEST(SampleCount, AgreesWithTheAnswerSheet)
{
    const auto count = countOfSample();
    const auto expected = answerSheet();
    ASSERT_GT(expected.size(), 100U);
    std::vector<bool> taken(count.functions.size(), false);
    std::size_t matched = 0;
    for (const Expected& one : expected) {
        bool found = false;
        for (std::size_t i = 0; i < count.functions.size() && !found; ++i) {
            const CountedFunction& function = count.functions[i];
            const auto places = placesOf(function);
            found = !taken[i] && costing::nameOf(function.type) == one.type &&
                    std::ranges::any_of(one.places, [&](const std::string& place) { return places.contains(place); });
            taken[i] = taken[i] || found;
        }
        matched += found ? 1 : 0;
        if (!found)
            std::cout << "not found: " << one.type << " " << one.name << " " << one.places.front() << "\n";
    }
    for (std::size_t i = 0; i < count.functions.size(); ++i)
        if (!taken[i])
            std::cout << "not expected: " << costing::nameOf(count.functions[i].type) << " " << count.functions[i].name << " "
                      << count.functions[i].id << "\n";
    const double recall = static_cast<double>(matched) / static_cast<double>(expected.size());
    const double precision = static_cast<double>(matched) / static_cast<double>(std::max<std::size_t>(1, count.functions.size()));
    std::cout << "total " << count.total << ", precision " << precision << ", recall " << recall << "\n";
    EXPECT_GE(recall, 0.85);
    EXPECT_GE(precision, 0.85);
    EXPECT_NEAR(std::stod(count.total), 673.8, 67.38);
}
