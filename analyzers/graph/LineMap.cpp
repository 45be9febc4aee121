#include "analyzers/graph/LineMap.h"

#include "core/base/Fields.h"
#include "core/base/ValueBytes.h"

#include <algorithm>
#include <concepts>
#include <iterator>
#include <string>
#include <type_traits>

namespace naru::analyzers::graph {

using namespace core;

namespace {

/// Takes the lines out of the facts, in the order of the facts.
std::vector<std::uint32_t> takeLines(java::FileFacts& facts)
{
    std::vector<std::uint32_t> lines;
    const auto take = [&](std::uint32_t& line) { lines.push_back(std::exchange(line, 0)); };
    const auto each = [&](auto& list) {
        for (auto& fact : list) {
            take(fact.line);
            if constexpr (requires { fact.endLine; })
                take(fact.endLine);
        }
    };
    each(facts.imports);
    each(facts.types);
    each(facts.members);
    each(facts.parameters);
    each(facts.annotations);
    each(facts.code);
    return lines;
}

std::string bytesOfFacts(const java::FileFacts& facts)
{
    ValueBytes values;
    values.put(facts);
    return values.bytes();
}

/// Visits whatever an index holds and moves the places in it.
class Mover {
public:
    Mover(const CodeModel& model, const LayoutChange& change) : m_model(model), m_maps(model.files.size(), nullptr)
    {
        for (const MovedFile& file : change.files)
            m_maps[file.id.value] = &file.map;
    }

    [[nodiscard]] bool complete() const { return m_complete; }

    template <typename T> void visit(std::vector<T>& list)
    {
        if constexpr (holdsPlaces<T>())
            for (T& item : list)
                visit(item);
    }
    template <typename T> void visit(T& value)
    {
        if constexpr (std::same_as<T, Location>) {
            move(value.file, value.line);
        } else if constexpr (std::same_as<T, Dispatch>) {
            for (DispatchBranch& branch : value.branches) {
                move(m_model[value.member].at.file, branch.first);
                move(m_model[value.member].at.file, branch.last);
            }
        } else if constexpr (holdsPlaces<T>()) {
            if constexpr (requires { value.endLine; })
                move(value.at.file, value.endLine);
            eachField(value, [this](auto& field) { visit(field); });
        }
    }

private:
    /// Ids, numbers, enums and texts hold none.
    template <typename T> static constexpr bool holdsPlaces()
    {
        return std::is_class_v<T> && std::is_aggregate_v<T> && !std::same_as<T, std::string> && !requires(T id) { id.valid(); };
    }

    void move(FileId file, std::uint32_t& line)
    {
        if (line == 0 || !file.valid() || m_maps[file.value] == nullptr)
            return;
        const auto moved = (*m_maps[file.value])(line);
        m_complete = m_complete && moved.has_value();
        line = moved.value_or(line);
    }

    const CodeModel& m_model;
    std::vector<const LineMap*> m_maps; ///< by file
    bool m_complete = true;
};

} // namespace

std::optional<LineMap> LineMap::between(java::FileFacts before, java::FileFacts after)
{
    const std::vector<std::uint32_t> old = takeLines(before);
    const std::vector<std::uint32_t> now = takeLines(after);
    if (old.size() != now.size() || bytesOfFacts(before) != bytesOfFacts(after))
        return std::nullopt;
    LineMap map;
    map.lines.reserve(old.size());
    for (std::size_t i = 0; i < old.size(); ++i)
        if (const MovedLine line{old[i], now[i]}; map.lines.empty() || map.lines.back() != line)
            map.lines.push_back(line);
    std::ranges::sort(map.lines);
    map.lines.erase(std::ranges::unique(map.lines).begin(), map.lines.end());
    const auto crosses = [](const MovedLine& one, const MovedLine& next) { return one.before == next.before || one.after >= next.after; };
    if (std::ranges::adjacent_find(map.lines, crosses) != map.lines.end())
        return std::nullopt;
    return map;
}

std::optional<std::uint32_t> LineMap::operator()(std::uint32_t line) const
{
    const auto next = std::ranges::lower_bound(lines, line, {}, &MovedLine::before);
    if (next == lines.end())
        return std::nullopt;
    if (next->before == line)
        return next->after;
    if (next == lines.begin())
        return std::nullopt;
    const auto last = std::prev(next);
    if (next->before - last->before != next->after - last->after)
        return std::nullopt;
    return line - last->before + last->after;
}

bool apply(const LayoutChange& change, CodeIndex& index)
{
    const auto known = [&](const MovedFile& file) { return file.id.value < index.model.files.size(); };
    if (!std::ranges::all_of(change.files, known))
        return false;
    Mover mover(index.model, change);
    mover.visit(index);
    for (const MovedFile& file : change.files) {
        SourceFile& row = index.model.files[file.id.value];
        row.bytes = file.bytes;
        row.content = file.content;
        row.lines = file.lines;
    }
    index.model.source = change.source;
    return mover.complete();
}

} // namespace naru::analyzers::graph
