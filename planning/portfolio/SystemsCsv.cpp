#include "planning/portfolio/PortfolioPlan.h"

#include "core/base/Csv.h"
#include "core/base/Files.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace naru::planning {

using core::Decimal;
using core::ErrorCode;
using core::failure;

namespace {

constexpr std::uintmax_t kLargestList = std::uintmax_t{16} << 20;
constexpr std::size_t kMostSystems = 20'000;

/// The greatest value of a column: ten answers, three levels of the ladders, a value in percent; amounts have none.
double mostOf(std::string_view column)
{
    return column == "yes" ? 10 : column == "level" ? 3 : column == "value" ? 100 : std::numeric_limits<double>::infinity();
}

} // namespace

core::Result<std::vector<SystemFacts>> readSystemsCsv(const std::filesystem::path& file)
{
    const auto text = core::readFile(file, kLargestList);
    if (!text)
        return std::unexpected(text.error());
    constexpr std::array<std::string_view, 6> kColumns = {"name", "yes", "level", "value", "fp", "cost"};
    const auto rows = core::readCsv(*text, core::toUtf8(file), {.separator = core::csvSeparator(*text)});
    if (!rows)
        return std::unexpected(rows.error());
    std::vector<std::string> header;
    std::vector<SystemFacts> out;
    std::set<std::string> names;
    int line = 0;
    const auto fault = [&](const std::string& what) {
        return failure(ErrorCode::Malformed, "planning.portfolio.csv", {{"text", what}}, core::toUtf8(file), line);
    };
    for (const core::CsvRow& row : *rows) {
        line = row.line;
        const std::vector<std::string>& cells = row.cells;
        if (header.empty()) {
            header = cells;
            for (const std::string& name : header)
                if (std::ranges::find(kColumns, name) == kColumns.end())
                    return fault(name);
            if (std::ranges::find(header, "name") == header.end())
                return fault("name");
            continue;
        }
        SystemFacts facts;
        for (std::size_t i = 0; i < std::min(cells.size(), header.size()); ++i) {
            if (header[i] == "name")
                facts.name = cells[i];
            if (header[i] == "name" || cells[i].empty())
                continue;
            const auto number = Decimal::parse(cells[i]);
            if (!number || number->negative())
                return fault(cells[i]);
            const double value = number->approximate();
            if (const double most = mostOf(header[i]); value > most)
                return failure(ErrorCode::Malformed, "planning.portfolio.range",
                               {{"text", cells[i]}, {"column", header[i]}, {"most", std::to_string(static_cast<int>(most))}}, core::toUtf8(file),
                               line);
            if (header[i] == "yes")
                facts.measures["diagnosis"] = value * 10;
            else if (header[i] == "level")
                facts.measures["maturity"] = value * 100 / 3;
            else if (header[i] == "value")
                facts.measures["typed"] = value;
            else
                (header[i] == "fp" ? facts.functionPoints : facts.cost) = number->text();
            if (header[i] == "yes")
                facts.verdict = value >= 6 ? "adopt" : value <= 3 ? "keep" : "review";
        }
        if (facts.name.empty() || !names.insert(facts.name).second)
            return fault(facts.name.empty() ? "name" : facts.name);
        if (out.size() == kMostSystems)
            return failure(ErrorCode::LimitExceeded, "planning.portfolio.csv", {{"text", std::to_string(kMostSystems)}}, core::toUtf8(file),
                           line);
        out.push_back(std::move(facts));
    }
    if (out.empty())
        return failure(ErrorCode::Malformed, "planning.portfolio.csv-empty", {}, core::toUtf8(file));
    return out;
}

} // namespace naru::planning
