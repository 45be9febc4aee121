#include "analyzers/cpp/UnitReader.h"

#include "analyzers/cpp/LooseFacts.h"
#include "analyzers/spi/SourceTree.h"
#include "core/base/Diagnostic.h"
#include "core/base/Files.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

namespace naru::analyzers::cpp {

namespace {

constexpr unsigned kIndexOptions = CXIndexOpt_SuppressWarnings | CXIndexOpt_SuppressRedundantRefs | CXIndexOpt_SkipParsedBodiesInSession;
constexpr unsigned kUnitOptions = CXTranslationUnit_KeepGoing;
constexpr std::size_t kMostNotes = 5; ///< syntax errors told of one unit

/// The name between the quotes of "'x.h' file not found".
std::string quoted(const std::string& message)
{
    const std::size_t open = message.find('\'');
    const std::size_t close = open == std::string::npos ? open : message.find('\'', open + 1);
    return close == std::string::npos ? std::string() : message.substr(open + 1, close - open - 1);
}

/// In a session clang enters no header any more after the first one that is missing, whatever the options say.
bool stoppedEarly(CXTranslationUnit unit)
{
    for (unsigned i = 0; i < clang_getNumDiagnostics(unit); ++i) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        const bool fatal = clang_getDiagnosticSeverity(diagnostic) == CXDiagnostic_Fatal;
        clang_disposeDiagnostic(diagnostic);
        if (fatal)
            return true;
    }
    return false;
}

} // namespace

UnitReader::UnitReader(SystemSettings settings) : m_settings(std::move(settings))
{
    for (const std::string& path : m_settings.recode) {
        auto bytes = core::readFile(path);
        if (!bytes)
            continue;
        if (auto text = decodeText(std::move(*bytes), path))
            m_recoded.push_back({path, std::move(*text)});
    }
    restart();
}

UnitReader::~UnitReader() = default;

void UnitReader::restart()
{
    m_action.reset();
    m_index.reset(clang_createIndex(0, 0));
    m_action.reset(clang_IndexAction_create(m_index.get()));
    m_seen.clear();
}

UnitFacts UnitReader::read(const UnitRequest& request)
{
    UnitFacts facts;
    SymbolReader symbols(facts, m_settings.root, request.directory);
    std::optional<EsqlText> esql;
    std::vector<Buffer> buffers;
    if (request.embeddedSql)
        if (auto bytes = core::readFile(request.file))
            if (auto text = decodeText(std::move(*bytes), request.file)) {
                esql = readEsql(*text);
                buffers.push_back({request.file, esql->code});
            }
    std::vector<CXUnsavedFile> unsaved;
    for (const Buffer& buffer : buffers)
        unsaved.push_back({buffer.path.c_str(), buffer.text.data(), buffer.text.size()});
    for (const Buffer& buffer : m_recoded)
        if (!esql || buffer.path != request.file)
            unsaved.push_back({buffer.path.c_str(), buffer.text.data(), buffer.text.size()});
    std::vector<const char*> arguments{"-working-directory", request.directory.c_str()};
    for (const std::string& argument : request.arguments)
        arguments.push_back(argument.c_str());

    if (request.file.starts_with(m_settings.root + "/"))
        symbols.fileAt(request.file.substr(m_settings.root.size() + 1));
    else
        facts.files.push_back({}); // a unit that only includes files of the system
    CXTranslationUnit made = nullptr;
    int code = parse(request, arguments, unsaved, made);
    UnitHandle unit(made);
    if (unit != nullptr && unsaved.empty() && stoppedEarly(unit.get())) {
        unit.reset();
        code = parseAlone(request, arguments, unsaved, made);
        unit.reset(made);
    }
    if (unit == nullptr || (code != CXError_Success && code != CXError_Failure)) {
        facts.failed = 1;
        return facts;
    }
    UnitVisitor(symbols, m_seen, esql ? &*esql : nullptr, facts).run(unit.get());
    addFiles(unit.get(), symbols, facts);
    std::vector<std::uint32_t> errorLines;
    addNotes(unit.get(), symbols, facts, errorLines);
    addLoose(request, buffers, std::move(errorLines), symbols, facts);
    return facts;
}

int UnitReader::parseAlone(const UnitRequest& request, const std::vector<const char*>& arguments, std::vector<CXUnsavedFile>& unsaved,
                           CXTranslationUnit& made)
{
    made = nullptr;
    return clang_parseTranslationUnit2(m_index.get(), request.file.c_str(), arguments.data(), static_cast<int>(arguments.size()),
                                       unsaved.data(), static_cast<unsigned>(unsaved.size()), kUnitOptions, &made);
}

/// With replaced texts a session of libclang 19 gives its buffers back twice: such units are parsed outside it.
int UnitReader::parse(const UnitRequest& request, const std::vector<const char*>& arguments, std::vector<CXUnsavedFile>& unsaved,
                      CXTranslationUnit& made)
{
    if (!unsaved.empty())
        return parseAlone(request, arguments, unsaved, made);
    IndexerCallbacks callbacks = {};
    return clang_indexSourceFile(m_action.get(), nullptr, &callbacks, sizeof callbacks, kIndexOptions, request.file.c_str(),
                                 arguments.data(), static_cast<int>(arguments.size()), nullptr, 0, &made, kUnitOptions);
}

void UnitReader::addFiles(CXTranslationUnit unit, SymbolReader& symbols, UnitFacts& out) const
{
    struct Visit {
        SymbolReader& symbols;
        UnitFacts& out;
    } visit{symbols, out};
    clang_getInclusions(
        unit,
        [](CXFile file, CXSourceLocation* stack, unsigned depth, CXClientData data) {
            auto& [reader, facts] = *static_cast<Visit*>(data);
            const std::int32_t to = reader.file(file);
            if (to < 0)
                facts.outside.push_back(reader.text(take(clang_getFileName(file))));
            if (to < 0 || depth == 0)
                return;
            if (const Spot from = reader.spot(stack[0]); from.own())
                facts.includes.push_back({static_cast<std::uint32_t>(from.file), static_cast<std::uint32_t>(to)});
        },
        &visit);
}

/// What clang left out of a unit that it understood in part, from its text.
void UnitReader::addLoose(const UnitRequest& request, const std::vector<Buffer>& buffers, std::vector<std::uint32_t> errorLines,
                          SymbolReader& symbols, UnitFacts& out) const
{
    if (out.files.empty() || out.files.front().path == 0)
        return; // the unit itself is no part of the system
    std::string read;
    std::string_view text;
    for (const Buffer& buffer : buffers)
        text = buffer.path == request.file ? std::string_view(buffer.text) : text;
    for (const Buffer& buffer : m_recoded)
        text = text.empty() && buffer.path == request.file ? std::string_view(buffer.text) : text;
    if (text.empty())
        if (auto bytes = core::readFile(request.file)) {
            read = std::move(*bytes);
            text = read;
        }
    if (out.errors + out.missing == 0 && !namesSlots(text))
        return;
    if (out.errors + out.missing > 0)
        errorLines.push_back(std::numeric_limits<std::uint32_t>::max()); // in a header, perhaps
    std::ranges::sort(errorLines);
    tellLoose(text, errorLines, symbols, out);
}

void UnitReader::addNotes(CXTranslationUnit unit, SymbolReader& symbols, UnitFacts& out, std::vector<std::uint32_t>& errorLines) const
{
    const unsigned count = clang_getNumDiagnostics(unit);
    for (unsigned i = 0; i < count; ++i) {
        CXDiagnostic diagnostic = clang_getDiagnostic(unit, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error) {
            const std::string message = take(clang_getDiagnosticSpelling(diagnostic));
            const Spot at = symbols.spot(clang_getDiagnosticLocation(diagnostic));
            const bool missing = message.find("file not found") != std::string::npos;
            ++(missing ? out.missing : out.errors);
            if (at.file == 0)
                errorLines.push_back(at.line);
            if (at.own() && (missing || out.errors <= kMostNotes))
                out.notes.push_back({symbols.text(missing ? "analysis.cpp.missing-header" : "analysis.cpp.syntax"),
                                     symbols.text(missing ? quoted(message) : message), static_cast<std::uint32_t>(core::Severity::Warning),
                                     at.place()});
        }
        clang_disposeDiagnostic(diagnostic);
    }
}

} // namespace naru::analyzers::cpp
