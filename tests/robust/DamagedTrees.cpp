// Analyses and audits copies of a system in which some files are damaged:
//   damaged_trees DIR [ROUNDS [SEED]]
// In each round one file in ten is damaged in one of twelve ways. Whatever the damage: both end, the other files are read as before, the
// result is the same with one and two threads and with what earlier runs left in the cache, and it is JSON. Exit code 1 when not.

#include "Damage.h"

#include "analyzers/audit/Audit.h"
#include "analyzers/graph/AnalysisPipeline.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/Files.h"
#include "core/model/AuditReportJson.h"
#include "core/model/CodeModelJson.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using namespace naru;
using namespace naru::analyzers;
using tests::Chance;
using tests::Damage;
namespace fs = std::filesystem;

/// A file that was damaged, with what it held.
struct Victim {
    std::string path;
    Damage damage;
    std::string before;
};

/// What must stay as it was when other files are damaged. Of C and C++ how far a file was understood may change: with a header it loses what
/// that declares.
struct ReadFile {
    core::ParseState state = core::ParseState::Parsed;
    std::uint32_t lines = 0;
    std::set<std::string> types; ///< of Java code, not of pages, which are made of several files
    friend bool operator==(const ReadFile&, const ReadFile&) = default;
};

class DamagedTrees {
public:
    DamagedTrees(const fs::path& system, const fs::path& work) : m_tree(work / "tree"), m_cache(work / "cache")
    {
        fs::create_directories(work);
        fs::copy(system, m_tree, fs::copy_options::recursive | fs::copy_options::skip_symlinks);
        for (const auto& file : fs::recursive_directory_iterator(m_tree))
            if (file.is_regular_file() && !file.path().string().contains("/.git/"))
                m_files.push_back(fs::relative(file.path(), m_tree).generic_string());
        std::ranges::sort(m_files);
        m_rules = audit::loadRules(fs::path(NARU_RESOURCES) / "rules").value();
        const auto whole = analyse(1, true);
        m_whole = filesOf(whole.value());
    }

    /// Damages, looks, and mends again. False when something was not as it must be.
    bool round(std::uint64_t seed)
    {
        Chance chance(seed);
        damage(chance);
        const bool good = look();
        if (!good)
            for (const Victim& victim : m_victims)
                fmt::print("  seed {}: {} {}\n", seed, nameOf(victim.damage), victim.path);
        for (const Victim& victim : m_victims)
            write(victim.path, victim.before);
        return good;
    }
    [[nodiscard]] std::size_t files() const { return m_files.size(); }
    [[nodiscard]] std::size_t victims() const { return m_victims.size(); }

private:
    using Analysis = analyzers::graph::SourceAnalysis;

    void write(const std::string& path, const std::string& bytes) const { std::ofstream(m_tree / path, std::ios::binary) << bytes; }

    void damage(Chance& chance)
    {
        constexpr std::size_t oneOf = 10;
        m_victims.clear();
        std::set<std::size_t> chosen;
        while (chosen.size() < std::max<std::size_t>(1, m_files.size() / oneOf))
            chosen.insert(chance.below(m_files.size()));
        for (const std::size_t i : chosen) {
            const auto kind = static_cast<Damage>(chance.below(static_cast<std::size_t>(Damage::kCount)));
            const auto text = core::readFile(m_tree / m_files[i]);
            const auto other = core::readFile(m_tree / m_files[chance.below(m_files.size())]);
            if (!text)
                continue;
            m_victims.push_back({m_files[i], kind, *text});
            write(m_files[i], tests::damaged(*text, other.value_or(std::string()), kind, chance));
        }
    }

    [[nodiscard]] core::Result<Analysis> analyse(int threads, bool cached) const
    {
        core::Job job(threads);
        analyzers::graph::AnalysisOptions options;
        options.native.headers = fs::path(NARU_RESOURCES) / "cpp" / "headers";
        if (cached)
            options.cache = {.folder = m_cache, .reader = "damaged_trees", .young = std::chrono::nanoseconds(0)};
        return analyzers::graph::analyzeTree(m_tree, options, job);
    }

    static std::map<std::string, ReadFile> filesOf(const Analysis& analysis)
    {
        const core::CodeModel& model = analysis.index.model;
        std::map<std::string, ReadFile> files;
        for (const core::SourceFile& file : model.files)
            files[std::string(model.text(file.path))] = {isNative(file.language) ? core::ParseState::Parsed : file.state, file.lines, {}};
        for (const core::Type& type : model.types)
            if (!has(type.flags, core::TypeFlag::Page) && type.at.file.valid() && model[type.at.file].language == core::Language::Java)
                files[std::string(model.text(model[type.at.file].path))].types.insert(std::string(model.text(type.name)));
        return files;
    }

    /// The others are read as before.
    [[nodiscard]] bool othersAreWhole(const Analysis& analysis) const
    {
        std::set<std::string_view> victims;
        for (const Victim& victim : m_victims)
            victims.insert(victim.path);
        bool good = true;
        const auto now = filesOf(analysis);
        for (const auto& [path, file] : m_whole) {
            if (victims.contains(path.substr(0, path.find("!/"))))
                continue;
            const auto found = now.find(path);
            if (found != now.end() && found->second == file)
                continue;
            fmt::print("  {} is not read as before\n", path);
            good = false;
        }
        return good;
    }

    [[nodiscard]] bool look() const
    {
        const auto one = analyse(1, false);
        if (!one) {
            fmt::print("  the analysis fails: {}\n", one.error().key);
            return false;
        }
        bool good = othersAreWhole(*one);
        const auto check = [&](bool holds, const char* what) {
            if (!holds)
                fmt::print("  {}\n", what);
            good = good && holds;
        };
        const std::string json = core::codeModelJson(one->index.model);
        check(nlohmann::json::accept(json), "the result is no JSON");
        const auto two = analyse(2, false);
        check(two && core::codeModelJson(two->index.model) == json, "two threads give something else");
        const auto known = analyse(2, true);
        check(known && core::codeModelJson(known->index.model) == json, "with a cache the result is another");
        const auto again = analyse(1, true);
        check(again && core::codeModelJson(again->index.model) == json, "given again, the result is another");
        core::Job job(2);
        const auto report = audit::audit({&one->index, &one->texts, true}, m_rules, {}, job);
        check(report.has_value(), "the audit fails");
        const auto said = nlohmann::json::parse(report ? core::toJson(*report).dump() : "{}"); // throws where a text is no UTF-8
        check(!said.empty(), "the audit says nothing");
        return good;
    }

    fs::path m_tree;
    fs::path m_cache;
    std::vector<std::string> m_files; ///< paths below the tree
    audit::RuleSet m_rules;
    std::map<std::string, ReadFile> m_whole; ///< of the whole system
    std::vector<Victim> m_victims;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        fmt::print(stderr, "usage: damaged_trees DIR [ROUNDS [SEED]]\n");
        return 2;
    }
    const fs::path work = fs::temp_directory_path() / fmt::format("naru-damaged-{}", ::getpid());
    int bad = 0;
    {
        DamagedTrees trees(fs::canonical(argv[1]), work);
        const int rounds = argc > 2 ? std::atoi(argv[2]) : 20;
        const std::uint64_t first = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
        for (int i = 0; i < rounds; ++i)
            bad += trees.round(first + static_cast<std::uint64_t>(i)) ? 0 : 1;
        fmt::print("{} files, {} of them damaged in each of {} rounds: {} rounds were not as they must be\n", trees.files(), trees.victims(),
                   rounds, bad);
    }
    fs::remove_all(work);
    return bad == 0 ? 0 : 1;
}
