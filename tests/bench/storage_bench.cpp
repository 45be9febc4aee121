// Stores and loads a model of 1M members and 5M calls, paired in one run with the same rows written
// through the bare SQLite interface. Prints seconds and ratios; usage: storage_bench [members] [rounds] [folder]

#include "core/edit/ProjectSession.h"
#include "core/storage/CodeModelStore.h"
#include "core/storage/Migrations.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

using namespace naru::core;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t kCallsPerMember = 5;
constexpr std::size_t kMembersPerType = 12;

double timed(const auto& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// A system of the given number of members with names of the usual length.
CodeModel makeModel(std::size_t members)
{
    CodeModel model;
    std::mt19937 random(7);
    const std::size_t types = members / kMembersPerType + 1;
    for (std::size_t i = 0; i < types; ++i) {
        const std::string name = fmt::format("egovframework.com.module{}.service.Type{}", i % 97, i);
        model.files.push_back(
            {model.intern(fmt::format("src/main/java/Type{}.java", i)), Language::Java, ParseState::Parsed, false, 4'000, 120, {i, i}});
        Type type;
        type.name = model.intern(name);
        type.simple = model.intern(fmt::format("Type{}", i));
        type.package = model.intern(fmt::format("egovframework.com.module{}.service", i % 97));
        type.at = {FileId(i), 10};
        model.types.push_back(std::move(type));
    }
    for (std::size_t i = 0; i < members; ++i) {
        const std::size_t type = i / kMembersPerType;
        Member member;
        member.name = model.intern(fmt::format("selectItemList{}", i % kMembersPerType));
        member.id = model.intern(
            fmt::format("egovframework.com.module{}.service.Type{}#selectItemList{}(ItemVO)", type % 97, type, i % kMembersPerType));
        member.valueType = model.intern("List");
        member.owner = TypeId(type);
        member.at = {FileId(type), static_cast<std::uint32_t>(20 + i % kMembersPerType * 9)};
        member.endLine = member.at.line + 8;
        member.cyclomatic = 2;
        model.members.push_back(member);
        for (std::size_t c = 0; c < kCallsPerMember; ++c)
            model.calls.push_back({MemberId(i),
                                   MemberId(static_cast<std::uint32_t>(random() % members)),
                                   {FileId(type), member.at.line + static_cast<std::uint32_t>(c)},
                                   Rule::TypedReceiver});
    }
    std::ranges::sort(model.calls);
    return model;
}

void execute(sqlite3* database, const char* sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        fmt::print(stderr, "{}\n", sqlite3_errmsg(database));
        std::exit(1);
    }
}

sqlite3_stmt* prepare(sqlite3* database, const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) != SQLITE_OK) {
        fmt::print(stderr, "{}\n", sqlite3_errmsg(database));
        std::exit(1);
    }
    return statement;
}

/// The baseline: nodes (id, name, kind, file, line) and edges (source, target, kind, file, line) in
/// tables without an index, journal off.
void storeRaw(const CodeModel& model, const fs::path& file)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    execute(database,
            "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE node (id INTEGER PRIMARY KEY, name TEXT, kind, file, line);"
            "CREATE TABLE edge (source, target, kind, file, line); BEGIN");
    sqlite3_stmt* node = prepare(database, "INSERT INTO node VALUES (?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < model.members.size(); ++i) {
        const Member& member = model.members[i];
        const std::string_view name = model.text(member.id);
        sqlite3_bind_int64(node, 1, static_cast<std::int64_t>(i));
        sqlite3_bind_text(node, 2, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
        sqlite3_bind_int(node, 3, static_cast<int>(member.kind));
        sqlite3_bind_int64(node, 4, member.at.file.value);
        sqlite3_bind_int64(node, 5, member.at.line);
        sqlite3_step(node);
        sqlite3_reset(node);
    }
    sqlite3_stmt* edge = prepare(database, "INSERT INTO edge VALUES (?, ?, ?, ?, ?)");
    for (const CallEdge& call : model.calls) {
        sqlite3_bind_int64(edge, 1, call.from.value);
        sqlite3_bind_int64(edge, 2, call.to.value);
        sqlite3_bind_int(edge, 3, static_cast<int>(call.rule));
        sqlite3_bind_int64(edge, 4, call.at.file.value);
        sqlite3_bind_int64(edge, 5, call.at.line);
        sqlite3_step(edge);
        sqlite3_reset(edge);
    }
    sqlite3_finalize(node);
    sqlite3_finalize(edge);
    execute(database, "COMMIT");
    sqlite3_close(database);
}

void loadRaw(const fs::path& file)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    std::vector<CallEdge> calls;
    sqlite3_stmt* edge = prepare(database, "SELECT source, target, kind, file, line FROM edge");
    while (sqlite3_step(edge) == SQLITE_ROW)
        calls.push_back(
            {MemberId(static_cast<std::uint32_t>(sqlite3_column_int64(edge, 0))),
             MemberId(static_cast<std::uint32_t>(sqlite3_column_int64(edge, 1))),
             {FileId(static_cast<std::uint32_t>(sqlite3_column_int64(edge, 3))), static_cast<std::uint32_t>(sqlite3_column_int64(edge, 4))},
             static_cast<Rule>(sqlite3_column_int(edge, 2))});
    sqlite3_finalize(edge);
    std::vector<std::string> names;
    sqlite3_stmt* node = prepare(database, "SELECT name FROM node ORDER BY id");
    while (sqlite3_step(node) == SQLITE_ROW)
        names.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(node, 0)));
    sqlite3_finalize(node);
    sqlite3_close(database);
}

void storeOurs(const CodeModel& model, const fs::path& file)
{
    SQLite::Database database(file.native(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF");
    if (!createSchema(database))
        std::exit(1);
    database.exec("BEGIN");
    writeCodeModel(database, 1, model, "");
    database.exec("COMMIT");
}

void loadOurs(const fs::path& file)
{
    SQLite::Database database(file.native());
    const auto model = readCodeModel(database, 1);
    if (!model || !*model)
        std::exit(1);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void session(const CodeModel& model, const fs::path& folder)
{
    const fs::path file = folder / "bench.naru";
    auto session = *ProjectSession::create(file, "bench");
    const SystemId system = *session->addSystem("s", {});
    fmt::print("session: store {:.2f} s", timed([&] { (void)session->storeCodeModel(system, model); }));
    fmt::print(", save {:.2f} s", timed([&] {
                   if (!session->save())
                       std::exit(1);
               }));
    session.reset();
    std::unique_ptr<ProjectSession> again;
    fmt::print(", {} MB; open {:.2f} s", fs::file_size(file) >> 20U, timed([&] { again = *ProjectSession::open(file); }));
    fmt::print(", first code model {:.2f} s\n", timed([&] { (void)again->codeModel(system); }));
}

} // namespace

int main(int count, char** arguments)
{
    const std::size_t members = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1'000'000;
    const int rounds = count > 2 ? std::atoi(arguments[2]) : 3;
    const fs::path folder = (count > 3 ? fs::path(arguments[3]) : fs::temp_directory_path()) / "naru-storage-bench";
    fs::create_directories(folder);
    const CodeModel model = makeModel(members);
    fmt::print("{} members, {} calls\n", model.members.size(), model.calls.size());
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        for (const char* name : {"raw.db", "ours.db"})
            fs::remove(folder / name);
        const double rawStore = timed([&] { storeRaw(model, folder / "raw.db"); });
        const double ourStore = timed([&] { storeOurs(model, folder / "ours.db"); });
        const double rawLoad = timed([&] { loadRaw(folder / "raw.db"); });
        const double ourLoad = timed([&] { loadOurs(folder / "ours.db"); });
        ratios.push_back(ourStore / rawStore);
        fmt::print("store: raw {:.2f} s, ours {:.2f} s, ratio {:.2f}; load: raw {:.2f} s, ours {:.2f} s, ratio {:.2f}; {} and {} MB\n",
                   rawStore, ourStore, ourStore / rawStore, rawLoad, ourLoad, ourLoad / rawLoad, fs::file_size(folder / "raw.db") >> 20U,
                   fs::file_size(folder / "ours.db") >> 20U);
    }
    fmt::print("median ratio of storing {:.2f}\n", median(ratios));
    session(model, folder);
    fs::remove_all(folder);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    fmt::print("peak memory {} MB\n", usage.ru_maxrss >> 10U);
}
