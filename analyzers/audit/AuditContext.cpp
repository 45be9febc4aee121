#include "analyzers/audit/AuditContext.h"

#include "analyzers/audit/CodeMask.h"
#include "analyzers/audit/GlobTable.h"
#include "analyzers/spi/FileKinds.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace naru::analyzers::audit {

using core::FileId;

AuditContext::AuditContext(const AuditInput& input, const RuleSet& rules, core::Job& job)
    : m_input(input),
      m_rules(rules),
      m_job(job),
      m_fruitless(input.code->model, input.searches),
      m_matches(rules.conditions.size()),
      m_filesOfGlobs(rules.globs.size())
{
    findCopies();
    matchGlobs();
}

void AuditContext::findCopies()
{
    std::unordered_map<std::uint32_t, FileId> first;
    for (std::uint32_t f = 0; f < model().files.size(); ++f) {
        const auto text = m_fruitless.text(FileId(f));
        m_first.push_back(text ? first.try_emplace(*text, FileId(f)).first->second : FileId(f));
    }
}

void AuditContext::matchGlobs()
{
    GlobTable globs(m_rules.globs);
    for (std::uint32_t f = 0; f < model().files.size(); ++f)
        for (const std::uint32_t set : globs.match(path(FileId(f))))
            m_filesOfGlobs[set].push_back(FileId(f));
}

std::vector<FileId> AuditContext::files(std::size_t globs, bool tests) const
{
    std::vector<FileId> out;
    for (const FileId file : m_filesOfGlobs[globs])
        if (tests || !test(file))
            out.push_back(file);
    return out;
}

std::string_view AuditContext::text(core::FileId file) const
{
    return leftOut(model()[file]) ? std::string_view() : m_input.texts->text(m_first[file.value]);
}

const std::string& AuditContext::masked(FileId file)
{
    const auto found = m_masked.find(file);
    return found != m_masked.end() ? found->second : m_masked.emplace(file, maskedApart(file)).first->second;
}

std::string AuditContext::maskedApart(FileId file) const
{
    const auto found = m_masked.find(file);
    return found != m_masked.end() ? found->second : maskComments(text(file), syntaxOf(path(file), model()[file].language));
}

const Imports& AuditContext::imports(FileId file)
{
    const auto [found, fresh] = m_imports.try_emplace(file);
    if (fresh)
        found->second = readImports(text(file));
    return found->second;
}

const std::vector<std::size_t>& AuditContext::lineStarts(FileId file)
{
    const auto [found, fresh] = m_lineStarts.try_emplace(file);
    if (fresh) {
        found->second.push_back(0);
        const std::string_view all = text(file);
        for (std::size_t at = all.find('\n'); at != std::string_view::npos; at = all.find('\n', at + 1))
            found->second.push_back(at + 1);
    }
    return found->second;
}

std::string_view AuditContext::line(FileId file, int line)
{
    if (line < 1)
        return {};
    std::string_view out = text(file);
    if (line > 1) { // the first line needs no index, which for large scripts is worth it
        const auto& starts = lineStarts(file);
        if (static_cast<std::size_t>(line) > starts.size())
            return {};
        out.remove_prefix(starts[static_cast<std::size_t>(line) - 1]);
    }
    out = out.substr(0, out.find('\n'));
    const auto begin = out.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : out.substr(begin, out.find_last_not_of(" \t\r") - begin + 1);
}

std::string_view AuditContext::maskedLines(FileId file, int line, int before)
{
    const auto& starts = lineStarts(file);
    const int first = std::max(1, line - before);
    if (line < 1 || static_cast<std::size_t>(line) > starts.size())
        return {};
    const std::size_t begin = starts[static_cast<std::size_t>(first) - 1];
    const std::string& all = masked(file);
    const std::size_t end = static_cast<std::size_t>(line) < starts.size() ? starts[static_cast<std::size_t>(line)] : all.size();
    return std::string_view(all).substr(begin, end - begin);
}

int AuditContext::lineAt(FileId file, std::size_t offset)
{
    const auto& starts = lineStarts(file);
    return static_cast<int>(std::ranges::upper_bound(starts, offset) - starts.begin());
}

namespace {

/// A program that shows how something is used, as its name or folder says: what it prints is for the one who starts it.
bool demonstrates(std::string_view path)
{
    static const RE2 kDemonstration(
        R"((?i:(?:^|/)(?:[\w.]+-)?(?:demos?|examples?|samples?|tutorials?|quick-?starts?)(?:-[\w.]+)?/(?:[^/]+/)*src/)|(?:Demo|Example|Sample|Tutorial)[A-Z]?\w*\.java$)");
    return RE2::PartialMatch(re2::StringPiece(path.data(), path.size()), kDemonstration);
}

/// A main method that starts a server: what it makes lives in that, and prints for nobody who called it.
bool startsServer(const std::string& text)
{
    static const RE2 kServer(
        R"(\b(?:SpringApplication(?:Builder)?|Quarkus|Micronaut|Undertow|Tomcat|ServerSocket|Vertx|HttpServer|GrpcServer|ServerBuilder|ServerBootstrap)\b|\bnew\s+Server\s*\()");
    return RE2::PartialMatch(text, kServer);
}

} // namespace

void AuditContext::findPrograms()
{
    m_programs.emplace();
    for (const core::Member& member : model().members)
        if (member.owner.valid() && member.at.file.valid() && core::has(member.flags, core::MemberFlag::Static) &&
            model().text(member.name) == "main")
            (*m_programs)[member.at.file].push_back(
                {static_cast<int>(member.at.line), static_cast<int>(member.endLine),
                 demonstrates(path(member.at.file)) ||
                     readsArguments(member.at.file, static_cast<int>(member.at.line), static_cast<int>(member.endLine))});
    if (m_programs->empty())
        return;
    const auto users = usersOfFiles();
    std::set<FileId> parts;
    for (auto& [file, mains] : *m_programs)
        if (!users.contains(file)) {
            mains = {{1, std::numeric_limits<int>::max(), std::ranges::any_of(mains, &Program::readsArguments)}};
            if (!startsServer(masked(file)))
                parts.insert(file);
        }
    // What only programs use is a part of them, and so is what only those parts use.
    for (bool more = true; more;) {
        more = false;
        for (const auto& [file, by] : users) {
            if (parts.contains(file) || !std::ranges::all_of(by, [&](FileId one) { return parts.contains(one); }))
                continue;
            const bool reads = std::ranges::any_of(by, [&](FileId one) { return inProgram(one, 1, true); });
            (*m_programs)[file] = {{1, std::numeric_limits<int>::max(), reads}};
            parts.insert(file);
            more = true;
        }
    }
}

std::map<FileId, std::set<FileId>> AuditContext::usersOfFiles() const
{
    std::map<FileId, std::set<FileId>> out;
    const auto use = [&](core::TypeId from, core::TypeId to) {
        const FileId by = model()[from].at.file;
        const FileId file = model()[to].at.file;
        if (by.valid() && file.valid() && by != file && !test(by))
            out[file].insert(by);
    };
    for (const core::TypeUseEdge& edge : model().typeUses)
        use(edge.from, edge.to);
    for (const core::InheritEdge& edge : model().inherits)
        use(edge.from, edge.to);
    return out;
}

bool AuditContext::readsArguments(FileId file, int first, int last)
{
    static const RE2 kMain(R"(\bmain\s*\(\s*(?:final\s+)?String\s*(?:\[\s*\]|\.\.\.)?\s*(\w+))");
    const std::string_view text = maskedLines(file, last, last - first);
    std::string name;
    if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kMain, &name))
        return false;
    const RE2 uses("\\b" + name + "\\b");
    re2::StringPiece rest(text.data(), text.size());
    return RE2::FindAndConsume(&rest, uses) && RE2::FindAndConsume(&rest, uses); // where it is named, and once more
}

bool AuditContext::inProgram(FileId file, int line, bool withArguments)
{
    if (!m_programs)
        findPrograms();
    const auto known = m_programs->find(file);
    return known != m_programs->end() && std::ranges::any_of(known->second, [=](const Program& one) {
               return one.first <= line && line <= one.last && (one.readsArguments || !withArguments);
           });
}

bool AuditContext::deployed(FileId file)
{
    if (!m_aside)
        m_aside = filesAside(*this);
    return !file.valid() || !(*m_aside)[file.value];
}

bool AuditContext::programSettings(FileId file)
{
    if (!m_sourceFolders)
        m_sourceFolders.emplace(model());
    return m_sourceFolders->readsSettings(path(file));
}

bool AuditContext::contains(const NameSet& names, std::string_view name, FileId file)
{
    if (name.empty())
        return false;
    if (name.find('.') != std::string_view::npos || !file.valid())
        return names.contains(name);
    for (const Imports::One& import : imports(file).all)
        if (import.name.ends_with(".*") && names.contains(import.name.substr(0, import.name.size() - 1) + std::string(name)))
            return true;
    return names.contains("java.lang." + std::string(name));
}

bool nativeCode(const AuditContext& context, FileId file)
{
    return isNative(context.model()[file].language);
}

namespace {

std::string_view word(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_first_of(" \t\r;", begin) - begin);
}

bool opensType(std::string_view line)
{
    static const RE2 kType(R"((?:^|\s)(?:class|interface|enum|record|@interface)\s+\w)");
    return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), kType);
}

} // namespace

Imports readImports(std::string_view text)
{
    Imports out;
    bool comment = false;
    for (int number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (comment) {
            const auto close = line.find("*/");
            if (close == std::string_view::npos)
                continue;
            line.remove_prefix(close + 2);
            comment = false;
        }
        line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
        if (line.starts_with("import ") || line.starts_with("import\t")) {
            std::string_view name = word(line.substr(6));
            if (name == "static")
                name = word(line.substr(line.find("static") + 6));
            out.all.push_back({std::string(name), number});
            continue;
        }
        if (const auto open = line.find("/*"); open != std::string_view::npos && line.find("*/", open + 2) == std::string_view::npos) {
            comment = true;
            line = line.substr(0, open);
        }
        if (!line.starts_with("//") && !line.starts_with('*') && opensType(line))
            break;
    }
    return out;
}

} // namespace naru::analyzers::audit
