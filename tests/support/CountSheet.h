#pragma once

#include "core/base/Files.h"
#include "costing/Counter.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace naru::test {

/// A count made by hand: name, type, places (tables, or paths of entry points), points.
struct SheetFunction {
    std::string name;
    std::string type;
    std::vector<std::string> places;
    double points = 0;
};

inline std::vector<std::string> divided(const std::string& text, const std::string& mark)
{
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(mark, at), text.size());
        out.push_back(text.substr(at, end - at));
        at = end + mark.size();
    }
    return out;
}

/// Reads name,type,evidence,fp[,note]; several places are joined with " + ".
inline std::vector<SheetFunction> readSheet(const std::filesystem::path& file)
{
    std::vector<SheetFunction> out;
    std::istringstream lines(core::readFile(file).value_or(""));
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto cells = divided(line, ",");
        if (cells.size() >= 4 && !cells[1].empty())
            out.push_back({.name = cells[0], .type = cells[1], .places = divided(cells[2], " + "), .points = std::stod(cells[3])});
    }
    return out;
}

/// The places of a counted function in the form of a sheet.
inline std::set<std::string> placesOf(const core::CountedFunction& function)
{
    if (costing::isData(function.type))
        return {function.tables.begin(), function.tables.end()};
    std::set<std::string> out;
    const std::string own = function.id.substr(function.id.find(' ') + 1);
    out.insert(own.substr(0, own.find('#')));
    out.insert(own.substr(0, own.find('?'))); // an action is also found at the path of its handler
    for (const std::string& entry : function.entryPoints)
        if (own.find('?') == std::string::npos || entry.find('?') != std::string::npos)
            out.insert(entry.substr(entry.find(' ') + 1));
    return out;
}

struct SheetAgreement {
    std::size_t matched = 0;
    double sheetTotal = 0;
    double recall = 0;
    double precision = 0;
};

/// Matches each function of the sheet with one of the count: the same type and a place in common. Says what is left over.
inline SheetAgreement compareWithSheet(const core::FunctionPointCount& count, const std::vector<SheetFunction>& sheet, std::ostream& out)
{
    SheetAgreement agreement;
    std::vector<bool> taken(count.functions.size(), false);
    for (const SheetFunction& one : sheet) {
        bool found = false;
        for (std::size_t i = 0; i < count.functions.size() && !found; ++i) {
            const auto places = placesOf(count.functions[i]);
            found = !taken[i] && costing::nameOf(count.functions[i].type) == one.type &&
                    std::ranges::any_of(one.places, [&](const std::string& place) { return places.contains(place); });
            taken[i] = taken[i] || found;
        }
        agreement.matched += found ? 1 : 0;
        agreement.sheetTotal += one.points;
        if (!found)
            out << "not found: " << one.type << " " << one.name << " " << one.places.front() << "\n";
    }
    for (std::size_t i = 0; i < count.functions.size(); ++i)
        if (!taken[i])
            out << "not expected: " << costing::nameOf(count.functions[i].type) << " " << count.functions[i].name << " "
                << count.functions[i].id << "\n";
    agreement.recall = static_cast<double>(agreement.matched) / static_cast<double>(std::max<std::size_t>(1, sheet.size()));
    agreement.precision = static_cast<double>(agreement.matched) / static_cast<double>(std::max<std::size_t>(1, count.functions.size()));
    out << "total " << count.total << " against " << agreement.sheetTotal << " by hand, " << agreement.matched << " of " << sheet.size()
        << " by hand and of " << count.functions.size() << " counted agree: precision " << agreement.precision << ", recall "
        << agreement.recall << "\n";
    return agreement;
}

} // namespace naru::test
