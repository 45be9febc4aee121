#include "analyzers/graph/FileReading.h"

#include "analyzers/graph/ParallelFiles.h"
#include "analyzers/spi/FileKinds.h"
#include "core/base/ByteScan.h"
#include "core/base/FileReader.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr std::string_view kStage = "analysis.stage.read";

/// Raised whenever the same source would give another model: results of earlier editions are not taken for current ones.
constexpr std::string_view kEdition = "analysis 2026-11";

bool isRead(const TreeFile& file)
{
    return file.language != Language::Other || isConfigurationText(file.path);
}

Result<std::string> bytesOf(const TreeFile& file, const ReadLimits& limits, FileReader& reader)
{
    return file.content != nullptr ? Result<std::string>(*file.content) : reader.read(std::string(file.absolute), limits.fileBytes);
}

/// Texts that later steps of the analysis look at once more; the others are read again when somebody asks for them, so that they need
/// no room while the graph is made.
bool isReadAgain(Language language)
{
    return language == Language::Jsp || isNative(language);
}

class Reader {
public:
    Reader(const SourceTree& tree, const ReadLimits& limits, CodeIndex& index, SourceTexts& texts, const FileVisitor& visit,
           KnownFiles& known, Job& job)
        : m_tree(tree),
          m_limits(limits),
          m_index(index),
          m_texts(texts),
          m_visit(visit),
          m_known(known),
          m_job(job),
          m_diagnostics(tree.files.size())
    {
    }

    Result<void> run()
    {
        CodeModel& model = m_index.model;
        model.files.resize(m_tree.files.size());
        tbb::task_arena arena(m_job.threads());
        arena.execute([&] {
            tbb::parallel_for(tbb::blocked_range<std::size_t>(0, m_tree.files.size(), 1), [&](const auto& range) {
                for (std::size_t i = range.begin(); i < range.end() && !m_job.cancelled(); ++i) {
                    readOne(i);
                    report();
                }
            });
        });
        if (m_job.cancelled())
            return failure(ErrorCode::Cancelled, "analysis.cancelled");
        FingerprintBuilder source;
        source.add(kEdition);
        for (std::size_t i = 0; i < model.files.size(); ++i) {
            std::ranges::move(m_diagnostics[i], std::back_inserter(model.diagnostics));
            if (!model.files[i].content.empty())
                source.add(m_tree.files[i].path).add(model.files[i].content);
        }
        model.source = source.finish();
        return {};
    }

private:
    void readOne(std::size_t position)
    {
        const TreeFile& entry = m_tree.files[position];
        SourceFile& file = m_index.model.files[position];
        std::vector<Diagnostic>& diagnostics = m_diagnostics[position];
        file.path = m_index.model.intern(entry.path);
        file.language = entry.language;
        file.test = entry.test;
        file.bytes = entry.bytes;
        if (!isRead(entry)) {
            file.state = ParseState::Skipped;
            return;
        }
        const FileId id(position);
        const bool classFile = isClassFile(entry.path);
        if (!classFile && m_known.take(id, nullptr, file, diagnostics)) {
            m_texts.keepLater(id, entry.absolute, entry.path, m_limits.fileBytes);
            return;
        }
        FileReader& reader = m_readers.local();
        auto bytes = bytesOf(entry, m_limits, reader);
        if (!bytes) {
            const bool tooLarge = bytes.error().code == ErrorCode::LimitExceeded;
            file.state = tooLarge ? ParseState::Skipped : ParseState::Failed;
            note(diagnostics, Severity::Warning, bytes.error(), entry.path);
            return;
        }
        file.content = Fingerprint::of(*bytes);
        const Fingerprint content = file.content;
        if (classFile) {
            m_visit(id, file, *bytes, diagnostics);
        } else if (m_known.take(id, &content, file, diagnostics)) {
            m_texts.keepLater(id, entry.absolute, entry.path, m_limits.fileBytes);
        } else if (entry.content == nullptr && m_known.takeCopy(id, file)) {
            m_texts.keepLater(id, entry.absolute, entry.path, m_limits.fileBytes);
            m_known.note(id, file, diagnostics);
        } else {
            *bytes = readText(id, entry, file, std::move(*bytes), diagnostics);
            m_known.note(id, file, diagnostics);
        }
        reader.giveBack(std::move(*bytes));
    }

    /// Gives the text back where nobody needs it any more.
    std::string readText(FileId id, const TreeFile& entry, SourceFile& file, std::string bytes, std::vector<Diagnostic>& diagnostics)
    {
        std::string encoding;
        auto text = decodeText(std::move(bytes), entry.path, &encoding);
        if (encoding == kUnknownEncoding && entry.language != Language::Other)
            diagnostics.push_back({Severity::Warning, "analysis.file.encoding", std::string(entry.path), 0, {}});
        if (!text) {
            file.state = entry.language == Language::Java ? ParseState::Failed : ParseState::Skipped;
            note(diagnostics, Severity::Warning, text.error(), entry.path);
            return {};
        }
        if (entry.language == Language::Other)
            file.state = ParseState::Skipped; // kept for the audit, no part of the totals
        file.lines = countLines(*text);
        m_visit(id, file, *text, diagnostics);
        if (entry.content == nullptr && !isReadAgain(entry.language)) {
            m_texts.keepLater(id, entry.absolute, entry.path, m_limits.fileBytes);
            return std::move(*text);
        }
        text->shrink_to_fit();
        if (entry.content == nullptr && !isNative(entry.language))
            m_texts.keepForNow(id, std::move(*text), entry.absolute, entry.path, m_limits.fileBytes);
        else
            m_texts.keep(id, std::move(*text));
        return {};
    }

    static void note(std::vector<Diagnostic>& diagnostics, Severity severity, Error& error, std::string_view path)
    {
        diagnostics.push_back({severity, std::move(error.key), std::string(path), error.line, std::move(error.args)});
    }

    void report()
    {
        const std::size_t done = ++m_done;
        const std::unique_lock lock(m_progress, std::try_to_lock);
        if (lock.owns_lock())
            m_job.progress(kStage, static_cast<double>(done) / static_cast<double>(m_tree.files.size()));
    }

    const SourceTree& m_tree;
    const ReadLimits& m_limits;
    CodeIndex& m_index;
    SourceTexts& m_texts;
    const FileVisitor& m_visit;
    KnownFiles& m_known;
    Job& m_job;
    std::vector<std::vector<Diagnostic>> m_diagnostics;
    tbb::enumerable_thread_specific<FileReader> m_readers;
    std::atomic<std::size_t> m_done = 0;
    std::mutex m_progress;
};

} // namespace

std::uint32_t countLines(std::string_view text)
{
    const auto ends = static_cast<std::uint32_t>(countByte(text, '\n'));
    return ends + (!text.empty() && text.back() != '\n' ? 1U : 0U);
}

Result<void> readFiles(const SourceTree& tree, const ReadLimits& limits, CodeIndex& index, SourceTexts& texts, const FileVisitor& visit,
                       KnownFiles& known, Job& job)
{
    return Reader(tree, limits, index, texts, visit, known, job).run();
}

Result<Fingerprint> fingerprintOf(const SourceTree& tree, const std::vector<Fingerprint>& known, const ReadLimits& limits, Job& job)
{
    std::vector<Fingerprint> contents = known;
    contents.resize(tree.files.size());
    tbb::enumerable_thread_specific<FileReader> readers;
    const bool done = parallelFiles(static_cast<std::uint32_t>(contents.size()), job, [&](std::uint32_t i) {
        if (!contents[i].empty() || !isRead(tree.files[i]))
            return;
        FileReader& reader = readers.local();
        if (auto bytes = bytesOf(tree.files[i], limits, reader); bytes) {
            contents[i] = Fingerprint::of(*bytes);
            reader.giveBack(std::move(*bytes));
        }
    });
    if (!done)
        return failure(ErrorCode::Cancelled, "analysis.cancelled");
    FingerprintBuilder source;
    source.add(kEdition);
    for (std::size_t i = 0; i < contents.size(); ++i)
        if (!contents[i].empty())
            source.add(tree.files[i].path).add(contents[i]);
    return source.finish();
}

} // namespace naru::analyzers::graph
