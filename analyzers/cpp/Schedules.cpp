#include "analyzers/cpp/Schedules.h"

#include <algorithm>
#include <sstream>

namespace naru::analyzers::cpp {

namespace {

bool isCrontab(std::string_view path)
{
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.ends_with(".cron") || name.ends_with(".crontab") || name.starts_with("crontab") ||
           path.find("cron.d/") != std::string_view::npos;
}

bool isTime(const std::string& field)
{
    return !field.empty() && (std::isdigit(static_cast<unsigned char>(field.front())) != 0 || field.front() == '*') &&
           std::ranges::all_of(field, [](unsigned char c) { return std::isalnum(c) != 0 || c == '*' || c == ',' || c == '-' || c == '/'; });
}

} // namespace

std::set<std::string> scheduledPrograms(const core::CodeModel& model, const SourceTexts& texts)
{
    constexpr int kFields = 5;
    std::set<std::string> found;
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        if (!isCrontab(model.text(model.files[i].path)))
            continue;
        std::istringstream lines{std::string(texts.text(core::FileId(i)))};
        for (std::string line; std::getline(lines, line);) {
            std::istringstream fields(line);
            std::string field;
            int times = 0;
            while (times < kFields && fields >> field && isTime(field))
                ++times;
            if (times < kFields)
                continue;
            while (fields >> field && !field.starts_with('>') && field != "|") {
                const std::string name = field.substr(field.rfind('/') + 1);
                if (!name.empty())
                    found.insert(name.substr(0, name.find('.')));
            }
        }
    }
    return found;
}

} // namespace naru::analyzers::cpp
