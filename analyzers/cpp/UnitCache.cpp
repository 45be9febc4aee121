#include "analyzers/cpp/UnitCache.h"

#include "analyzers/cpp/CommandPlan.h"
#include "analyzers/cpp/FactsCodec.h"
#include "core/base/Files.h"

#include <sys/stat.h>
#include <system_error>

namespace naru::analyzers::cpp {

namespace fs = std::filesystem;
using core::FingerprintBuilder;

UnitCache::UnitCache(fs::path folder, const core::CodeModel& model, std::string root)
    : m_folder(std::move(folder)),
      m_model(model),
      m_root(std::move(root))
{
    FingerprintBuilder headers;
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        const std::string_view path = model.text(model.files[i].path);
        m_files.emplace(path, core::FileId(i));
        if (isHeader(path))
            headers.add(path); // one more header may be the one that was missing
    }
    m_headers = headers.finish();
    std::error_code error;
    if (!m_folder.empty() && !fs::create_directories(m_folder, error) && error)
        m_folder.clear();
}

fs::path UnitCache::entry(const UnitCommand& unit) const
{
    FingerprintBuilder key;
    key.add(m_root).add(unit.file).add(unit.directory).add(std::int64_t{unit.embeddedSql}).add(m_headers);
    for (const std::string& argument : unit.arguments)
        key.add(argument);
    return m_folder / (key.finish().hex() + ".facts");
}

std::string UnitCache::stateOf(std::string_view path, bool outside)
{
    if (!outside)
        if (const auto known = m_files.find(path); known != m_files.end())
            return m_model[known->second].content.hex();
    const std::string full = outside ? std::string(path) : m_root + "/" + std::string(path);
    const auto [known, fresh] = m_outside.try_emplace(full);
    if (fresh) {
        struct stat info = {};
        known->second = ::stat(full.c_str(), &info) == 0 ? std::to_string(info.st_size) + "," + std::to_string(info.st_mtime) : "gone";
    }
    return known->second;
}

std::string UnitCache::statesOf(const UnitFacts& facts)
{
    FingerprintBuilder states;
    for (const FileFact& file : facts.files)
        states.add(stateOf(facts.text(file.path), false));
    for (const Text path : facts.outside)
        states.add(stateOf(facts.text(path), true));
    return states.finish().hex();
}

std::optional<UnitFacts> UnitCache::find(const UnitCommand& unit)
{
    constexpr std::size_t kStates = 32;
    if (m_folder.empty())
        return std::nullopt;
    const auto bytes = core::readFile(entry(unit));
    if (!bytes || bytes->size() < kStates)
        return std::nullopt;
    auto facts = decodeFacts(std::string_view(*bytes).substr(kStates));
    if (!facts || statesOf(*facts) != bytes->substr(0, kStates))
        return std::nullopt;
    return facts;
}

void UnitCache::keep(const UnitCommand& unit, const UnitFacts& facts)
{
    if (!m_folder.empty())
        (void)core::writeFile(entry(unit), statesOf(facts) + encodeFacts(facts)); // a full disk costs the next run its time
}

} // namespace naru::analyzers::cpp
