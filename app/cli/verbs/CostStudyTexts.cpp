#include "app/cli/verbs/CostStudyTexts.h"

#include "app/cli/TextTable.h"
#include "reports/builders/Composer.h"

#include <nlohmann/json.hpp>

namespace naru::cli {

using nlohmann::json;

namespace {

std::string won(const json& amount)
{
    return amount.is_null() ? std::string()
                            : reports::TableBuilder::grouped(amount.is_string() ? amount.get<std::string>() : amount.dump());
}

std::string words(const json& local, const core::Texts& texts)
{
    return local.value(texts.language(), std::string());
}

std::string sensitivityText(const json& study, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.item"), ">" + texts.text("cli.column.lowest"), ">" + texts.text("cli.column.highest")});
    for (const json& bar : study.at("bars")) {
        const std::string name = words(bar.at("name"), texts);
        table.row({name.empty() ? texts.text(bar.at("labelKey").get<std::string>()) : name, won(bar.at("low")), won(bar.at("high"))});
    }
    return table.text() + "\n" + texts.text("cli.estimate.range", {{"low", won(study.at("low"))}, {"high", won(study.at("high"))}}) + " " +
           texts.text(study.at("rangeKey").get<std::string>()) + "\n";
}

std::string ispText(const json& isp, const core::Texts& texts)
{
    TextTable table({texts.text("report.isp.major"), texts.text("report.isp.middle"), texts.text("report.isp.minor"),
                     ">" + texts.text("cli.column.amount"), texts.text("report.isp.basis")});
    for (const json& row : isp.at("rows"))
        table.row({words(row.at("major"), texts), words(row.at("middle"), texts), words(row.at("minor"), texts),
                   row.at("amount").is_null() ? texts.text("report.isp.not-given") : won(row.at("amount")), words(row.at("basis"), texts)});
    table.row({texts.text("report.row.total"), "", "", won(isp.at("total")), ""});
    return table.text();
}

std::string runningText(const json& running, const core::Texts& texts)
{
    TextTable table({texts.text("report.running.side"), texts.text("report.running.item"), texts.text("report.running.formula"),
                     ">" + texts.text("report.running.first-year"), ">" + texts.text("report.running.total")});
    for (const json& item : running.at("items")) {
        const std::string formula = item.at("formula").get<std::string>();
        table.row({texts.text(item.at("side") == "container" ? "report.running.containers" : "report.running.machines"),
                   words(item.at("name"), texts), formula.empty() ? texts.text("report.running.missing") : formula,
                   won(item.at("firstYear")), won(item.at("total"))});
    }
    std::string out = table.text();
    if (running.at("perYear").empty())
        return out;
    TextTable years({">" + texts.text("report.running.year"), ">" + texts.text("report.running.machines"),
                     ">" + texts.text("report.running.containers"), ">" + texts.text("report.running.machines-sum"),
                     ">" + texts.text("report.running.containers-sum")});
    for (const json& year : running.at("perYear"))
        years.row({year.at("year").dump(), won(year.at("machines")), won(year.at("containers")), won(year.at("machinesSum")),
                   won(year.at("containersSum"))});
    const int month = running.at("breakEvenMonth").get<int>();
    return out + "\n" + years.text() + "\n" +
           (month > 0 ? texts.text("report.running.break-even", {{"month", std::to_string(month)}})
                      : texts.text("report.running.no-break-even")) +
           "\n";
}

std::string manMonthText(const json& method, const core::Texts& texts)
{
    TextTable table({texts.text("cli.column.step"), texts.text("cli.column.operation"), ">" + texts.text("cli.column.amount")});
    for (const json& step : method.at("steps"))
        table.row({texts.text(step.at("name").get<std::string>()), step.at("operation").get<std::string>(), won(step.at("value"))});
    return table.text() + "\n" + words(method.at("allowedFor"), texts) + "\n";
}

} // namespace

std::string studyTexts(const json& estimate, const core::Texts& texts)
{
    std::string out;
    const auto add = [&](const char* key, std::string (*make)(const json&, const core::Texts&)) {
        if (estimate.contains(key))
            out += "\n" + make(estimate.at(key), texts);
    };
    add("sensitivity", sensitivityText);
    add("isp", ispText);
    add("running", runningText);
    add("manMonthMethod", manMonthText);
    return out;
}

} // namespace naru::cli
