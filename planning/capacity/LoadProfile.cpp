#include "planning/capacity/LoadProfile.h"

#include "core/base/Blanks.h"
#include "core/base/Csv.h"
#include "core/base/Files.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace naru::planning {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

constexpr std::uintmax_t kLargestProfile = std::uintmax_t{64} << 20;
constexpr std::size_t kMostProfiles = 1000;
constexpr double kMostRequests = 1e12;

std::optional<double> number(const std::string& text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Reads the rows of a CSV file one by one.
class CsvReader {
public:
    explicit CsvReader(std::string file) : m_file(std::move(file)) {}

    Result<LoadSet> read(const std::string& text)
    {
        auto rows = core::readCsv(text, m_file, {.separator = core::csvSeparator(text)});
        if (!rows)
            return std::unexpected(rows.error());
        for (core::CsvRow& row : *rows) {
            m_line = row.line;
            for (std::string& cell : row.cells)
                cell = core::trimmed(cell);
            if (row.cells.front().starts_with("#") || (row.cells.size() == 1 && row.cells.front().empty()))
                continue;
            if (const auto done = m_load.profiles.empty() ? header(row.cells) : values(row.cells); !done)
                return std::unexpected(done.error());
        }
        if (m_load.profiles.empty())
            return failure(ErrorCode::Malformed, "planning.load.empty", {}, m_file);
        return std::move(m_load);
    }

private:
    [[nodiscard]] std::unexpected<core::Error> fault(const char* key, core::TextArgs args = {}) const
    {
        return failure(ErrorCode::Malformed, key, std::move(args), m_file, m_line);
    }

    Result<void> header(const std::vector<std::string>& row)
    {
        std::set<std::string> known;
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (row[i].empty() || !known.insert(row[i]).second)
                return fault("planning.load.header");
            m_load.profiles.push_back({.id = row[i], .name = row[i]});
        }
        if (m_load.profiles.empty() || m_load.profiles.size() > kMostProfiles)
            return fault("planning.load.header");
        return {};
    }

    Result<void> values(const std::vector<std::string>& row)
    {
        if (row.size() > m_load.profiles.size() + 1)
            return fault("planning.load.columns");
        const bool setting = row[0] == "serviceMs" || row[0] == "fixed" || row[0] == "least" || row[0] == "most";
        std::size_t hour = m_next;
        if (!setting)
            if (const auto given = number(row[0]); given && *given >= 0 && *given == std::floor(*given))
                hour = static_cast<std::size_t>(std::min(*given, 1e9));
        if (hour >= kMostHours)
            return failure(ErrorCode::LimitExceeded, "planning.load.too-long", {}, m_file, m_line);
        if (!setting && !m_hours.insert(hour).second)
            return fault("planning.load.hour-twice", {{"hour", std::to_string(hour)}});
        for (std::size_t i = 0; i < m_load.profiles.size(); ++i) {
            const std::string& cell = i + 1 < row.size() ? row[i + 1] : std::string();
            const auto value = number(cell);
            if ((value && (*value < 0 || *value > kMostRequests)) || (!value && !cell.empty() && cell != "-"))
                return fault("planning.load.number", {{"text", cell}});
            LoadProfile& profile = m_load.profiles[i];
            if (value && *value == 0 && row[0] == "serviceMs")
                return fault("planning.load.service-time", {{"profile", profile.name}});
            if (setting && value)
                set(profile, row[0], *value);
            if (setting)
                continue;
            if (profile.hourly.size() <= hour)
                profile.hourly.resize(hour + 1);
            profile.hourly[hour] = value;
        }
        m_next = setting ? m_next : hour + 1;
        return {};
    }

    static void set(LoadProfile& profile, const std::string& name, double value)
    {
        if (name == "serviceMs")
            profile.serviceMs = value;
        else
            (name == "fixed" ? profile.fixed : name == "least" ? profile.least : profile.most) = static_cast<int>(std::min(value, 1e6));
    }

    std::string m_file;
    LoadSet m_load;
    std::set<std::size_t> m_hours; ///< that a row was given for
    std::size_t m_next = 0;
    int m_line = 0;
};

std::array<std::pair<const char*, double*>, 4> factorsOf(LoadShape& shape)
{
    return {{{"peakFactor", &shape.peakFactor},
             {"nightFactor", &shape.nightFactor},
             {"weekendFactor", &shape.weekendFactor},
             {"surgeFactor", &shape.surgeFactor}}};
}

LoadShape shapeFrom(const json& value)
{
    LoadShape out{.average = value.at("average").get<double>(),
                  .peakHours = value.value("peakHours", std::vector<int>()),
                  .surgeDays = value.value("surgeDays", std::vector<int>())};
    for (const auto& [name, target] : factorsOf(out))
        *target = value.value(name, 1.0);
    return out;
}

json shapeJson(LoadShape shape)
{
    json out = {{"average", shape.average}, {"peakHours", shape.peakHours}, {"surgeDays", shape.surgeDays}};
    for (const auto& [name, factor] : factorsOf(shape))
        out[name] = *factor;
    return out;
}

/// The name of what cannot be; empty when all of it can.
std::string impossible(LoadShape shape, std::size_t hours)
{
    constexpr double kMostFactor = 1e6;
    const auto within = [](double value, double most) { return std::isfinite(value) && value >= 0 && value <= most; };
    const auto all = [](const std::vector<int>& list, std::size_t end) {
        return std::ranges::all_of(list, [end](int one) { return one >= 0 && static_cast<std::size_t>(one) < end; });
    };
    if (!within(shape.average, kMostRequests))
        return "average";
    for (const auto& [name, factor] : factorsOf(shape))
        if (!within(*factor, kMostFactor))
            return name;
    if (!all(shape.peakHours, 24))
        return "peakHours";
    return all(shape.surgeDays, (hours + 23) / 24) ? std::string() : std::string("surgeDays");
}

/// Hours of a typed shape.
std::vector<std::optional<double>> shaped(const LoadShape& shape, std::size_t hours)
{
    std::vector<std::optional<double>> out(hours);
    for (std::size_t i = 0; i < hours; ++i) {
        const int hour = static_cast<int>(i % 24);
        const int day = static_cast<int>(i / 24);
        double value = shape.average;
        if (std::ranges::find(shape.peakHours, hour) != shape.peakHours.end())
            value *= shape.peakFactor;
        else if (hour < 7 || hour >= 22)
            value *= shape.nightFactor;
        if (day % 7 >= 5)
            value *= shape.weekendFactor;
        if (std::ranges::find(shape.surgeDays, day) != shape.surgeDays.end())
            value *= shape.surgeFactor;
        out[i] = std::clamp(value, 0.0, kMostRequests);
    }
    return out;
}

LoadProfile profileFrom(const json& value, std::size_t hours)
{
    LoadProfile out{.id = value.at("id").get<std::string>(),
                    .name = value.value("name", value.at("id").get<std::string>()),
                    .serviceMs = value.value("serviceMs", 0.0),
                    .fixed = value.value("fixed", 0),
                    .least = value.value("least", 0),
                    .most = value.value("most", 0)};
    if (value.contains("hourly"))
        for (const json& one : value.at("hourly"))
            out.hourly.push_back(one.is_number() ? std::optional(std::clamp(one.get<double>(), 0.0, kMostRequests)) : std::nullopt);
    else if (value.contains("shape"))
        out.shape = shapeFrom(value.at("shape"));
    if (out.shape && impossible(*out.shape, hours).empty())
        out.hourly = shaped(*out.shape, hours);
    return out;
}

} // namespace

Result<LoadSet> readLoadCsv(const std::filesystem::path& file)
{
    const auto text = core::readFile(file, kLargestProfile);
    if (!text)
        return std::unexpected(text.error());
    return CsvReader(core::toUtf8(file)).read(*text);
}

Result<LoadSet> loadFromJson(const json& value, const std::string& origin)
{
    try {
        LoadSet out;
        const std::size_t hours = value.value("hours", out.hours);
        out.hours = hours;
        if (hours > kMostHours || value.at("profiles").size() > kMostProfiles)
            return failure(ErrorCode::LimitExceeded, "planning.load.too-long", {}, origin);
        for (const json& one : value.at("profiles")) {
            out.profiles.push_back(profileFrom(one, hours));
            const LoadProfile& read = out.profiles.back();
            if (const std::string part = read.shape ? impossible(*read.shape, hours) : std::string(); !part.empty())
                return failure(ErrorCode::InvalidArgument, "planning.load.shape", {{"profile", read.name}, {"part", part}}, origin);
            if (out.profiles.back().hourly.size() > kMostHours)
                return failure(ErrorCode::LimitExceeded, "planning.load.too-long", {}, origin);
        }
        const json options = value.value("options", json::object());
        out.pool = options.value("pool", 0);
        if (options.contains("seed"))
            out.seed = options.at("seed").get<std::uint64_t>();
        for (const auto& [name, target] :
             {std::pair{"targetUtilisation", &out.targetUtilisation}, std::pair{"patienceSeconds", &out.patienceSeconds},
              std::pair{"startSeconds", &out.startSeconds}})
            if (options.contains(name))
                *target = options.at(name).get<double>();
        return out;
    } catch (const json::exception& problem) {
        return failure(ErrorCode::Malformed, "core.json.malformed", {{"detail", problem.what()}}, origin);
    }
}

Result<LoadSet> readLoadFile(const std::filesystem::path& file)
{
    if (file.extension() != ".json")
        return readLoadCsv(file);
    const auto value = core::readJson(file);
    if (!value)
        return std::unexpected(value.error());
    return loadFromJson(*value, core::toUtf8(file));
}

json toJson(const LoadSet& load)
{
    json profiles = json::array();
    for (const LoadProfile& profile : load.profiles) {
        json one = {{"id", profile.id},       {"name", profile.name},   {"serviceMs", profile.serviceMs},
                    {"fixed", profile.fixed}, {"least", profile.least}, {"most", profile.most}};
        if (profile.shape) {
            one["shape"] = shapeJson(*profile.shape);
        } else {
            one["hourly"] = json::array();
            for (const auto& value : profile.hourly)
                one["hourly"].push_back(value ? json(*value) : json());
        }
        profiles.push_back(std::move(one));
    }
    json options = {{"pool", load.pool}};
    if (load.seed)
        options["seed"] = *load.seed;
    for (const auto& [name, value] : {std::pair{"targetUtilisation", load.targetUtilisation},
                                      std::pair{"patienceSeconds", load.patienceSeconds}, std::pair{"startSeconds", load.startSeconds}})
        if (value)
            options[name] = *value;
    return {{"schema", "naru.load/1"}, {"hours", load.hours}, {"profiles", profiles}, {"options", options}};
}

Result<void> checkLoad(const LoadSet& load)
{
    if (load.profiles.empty())
        return failure(ErrorCode::InvalidArgument, "planning.load.empty");
    for (const LoadProfile& profile : load.profiles) {
        if (std::ranges::none_of(profile.hourly, [](const auto& value) { return value.has_value(); }))
            return failure(ErrorCode::InvalidArgument, "planning.load.no-hours", {{"profile", profile.name}});
        if (!(profile.serviceMs > 0) || !std::isfinite(profile.serviceMs))
            return failure(ErrorCode::InvalidArgument, "planning.load.service-time", {{"profile", profile.name}});
        if (profile.fixed < 0 || profile.least < 0 || profile.most < 0 || (profile.most > 0 && profile.least > profile.most))
            return failure(ErrorCode::InvalidArgument, "planning.load.limits", {{"profile", profile.name}});
    }
    const bool target = !load.targetUtilisation || (*load.targetUtilisation > 0 && *load.targetUtilisation <= 1);
    if (!target || load.patienceSeconds.value_or(1) < 0 || load.startSeconds.value_or(1) < 0 || load.pool < 0)
        return failure(ErrorCode::InvalidArgument, "planning.load.options");
    return {};
}

} // namespace naru::planning
