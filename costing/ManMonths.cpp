#include "costing/ManMonths.h"

#include "costing/Fields.h"

namespace naru::costing {

using core::Decimal;
using core::ErrorCode;
using core::JsonCursor;
using core::Result;

namespace {

Decimal whole(const Decimal& value)
{
    return value.rounded(0, core::Rounding::HalfEven);
}

ManMonthInput inputAt(const JsonCursor& root, const ManMonthRules& rules)
{
    if (!root.value().is_object())
        root.fail(ErrorCode::InvalidArgument, "costing.field.object", {{"field", "/"}});
    refuseUnknownKeys(root, {"schema", "note", "grades", "overheadPercent", "technicalFeePercent", "directExpenses", "vat"});
    ManMonthInput out;
    for (const JsonCursor& at : root.at("grades").items()) {
        refuseUnknownKeys(at, {"name", "manMonths", "monthlyRate"});
        out.grades.push_back({.name = nonEmptyAt(at.at("name")),
                              .manMonths = decimalAt(at.at("manMonths"), "0"),
                              .monthlyRate = decimalAt(at.at("monthlyRate"), "0")});
    }
    if (out.grades.empty())
        root.at("grades").fail(ErrorCode::InvalidArgument, "costing.man-month.no-grades");
    out.overheadPercent = decimalAt(root.at("overheadPercent"), rules.lowestOverhead.text(), rules.highestOverhead.text());
    out.technicalFeePercent = decimalAt(root.at("technicalFeePercent"), rules.lowestFee.text(), rules.highestFee.text());
    if (root.has("directExpenses"))
        out.directExpenses = decimalAt(root.at("directExpenses"), "0");
    out.vat = root.booleanOr("vat", true);
    return out;
}

} // namespace

Result<ManMonthRules> ManMonthRules::load(const std::filesystem::path& resources)
{
    return core::readData(resources / "costing" / "man-month.json", [](const JsonCursor& root) {
        static const std::vector<std::string_view> kSchema = {"naru.man-month/1"};
        (void)root.at("schema").choice(kSchema);
        ManMonthRules out{.edition = nonEmptyAt(root.at("edition")),
                          .source = localTextAt(root.at("source")),
                          .allowedFor = localTextAt(root.at("allowedFor"))};
        out.lowestOverhead = decimalAt(root.at("overheadPercent").at("lowest"), "0");
        out.highestOverhead = decimalAt(root.at("overheadPercent").at("highest"), "0");
        out.lowestFee = decimalAt(root.at("technicalFeePercent").at("lowest"), "0");
        out.highestFee = decimalAt(root.at("technicalFeePercent").at("highest"), "0");
        return out;
    });
}

Result<ManMonthInput> parseManMonths(std::string_view text, const std::string& origin, const ManMonthRules& rules)
{
    const auto document = core::JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&](const JsonCursor& root) { return inputAt(root, rules); });
}

ManMonthEstimate estimateManMonths(const ManMonthInput& input, const Tariff& tariff)
{
    ManMonthEstimate out;
    Decimal labour;
    std::string grades;
    for (const ManMonthGrade& grade : input.grades) {
        labour += grade.manMonths * grade.monthlyRate;
        out.manMonths += grade.manMonths;
        grades += (grades.empty() ? "" : " + ") + grade.manMonths.text() + " x " + grade.monthlyRate.text();
    }
    labour = whole(labour);
    const Decimal overhead = whole(labour * input.overheadPercent / Decimal(100));
    const Decimal fee = whole((labour + overhead) * input.technicalFeePercent / Decimal(100));
    const Decimal expenses = whole(input.directExpenses);
    out.cost = labour + overhead + fee + expenses;
    const Decimal vat = input.vat ? whole(out.cost * tariff.vatPercent / Decimal(100)) : Decimal();
    out.total = out.cost + vat;
    out.steps = {
        {.nameKey = "costing.man-month.labour", .operation = grades, .value = labour},
        {.nameKey = "costing.man-month.overhead", .operation = "x " + input.overheadPercent.text() + " %", .value = overhead},
        {.nameKey = "costing.man-month.fee", .operation = "x " + input.technicalFeePercent.text() + " %", .value = fee},
        {.nameKey = "costing.man-month.expenses", .operation = "+", .value = expenses},
        {.nameKey = "costing.man-month.cost", .operation = "=", .value = out.cost},
        {.nameKey = "costing.man-month.total", .operation = input.vat ? "+ " + tariff.vatPercent.text() + " %" : "=", .value = out.total}};
    return out;
}

} // namespace naru::costing
