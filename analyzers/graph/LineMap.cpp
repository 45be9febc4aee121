#include "analyzers/graph/LineMap.h"

#include "core/base/Fields.h"

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

/// All values of the facts in a row, without the room between them.
class Values {
public:
    template <typename T> void put(const std::vector<T>& list)
    {
        put(list.size());
        for (const T& item : list)
            put(item);
    }
    template <typename T> void put(const T& value)
    {
        if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T>)
            m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        else if constexpr (requires { value.valid(); })
            put(value.value);
        else
            eachField(value, [this](const auto& field) { put(field); });
    }
    friend bool operator==(const Values&, const Values&) = default;

private:
    std::string m_bytes;
};

Values valuesOf(const java::FileFacts& facts)
{
    Values values;
    values.put(facts);
    return values;
}

/// Visits whatever an index holds and moves the places in it.
class Mover {
public:
    Mover(const CodeModel& model, const std::map<FileId, LineMap>& maps) : m_model(model), m_maps(maps) {}

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
        const auto map = line != 0 ? m_maps.find(file) : m_maps.end();
        if (map == m_maps.end())
            return;
        const auto moved = map->second(line);
        m_complete = m_complete && moved.has_value();
        line = moved.value_or(line);
    }

    const CodeModel& m_model;
    const std::map<FileId, LineMap>& m_maps;
    bool m_complete = true;
};

} // namespace

std::optional<LineMap> LineMap::between(java::FileFacts before, java::FileFacts after)
{
    const std::vector<std::uint32_t> old = takeLines(before);
    const std::vector<std::uint32_t> now = takeLines(after);
    if (old.size() != now.size() || valuesOf(before) != valuesOf(after))
        return std::nullopt;
    LineMap map;
    map.m_lines.reserve(old.size());
    for (std::size_t i = 0; i < old.size(); ++i)
        if (map.m_lines.empty() || map.m_lines.back() != std::pair(old[i], now[i]))
            map.m_lines.emplace_back(old[i], now[i]);
    std::ranges::sort(map.m_lines);
    map.m_lines.erase(std::ranges::unique(map.m_lines).begin(), map.m_lines.end());
    const auto crosses = [](const auto& one, const auto& next) { return one.first == next.first || one.second >= next.second; };
    if (std::ranges::adjacent_find(map.m_lines, crosses) != map.m_lines.end())
        return std::nullopt;
    return map;
}

std::optional<std::uint32_t> LineMap::operator()(std::uint32_t line) const
{
    const auto next = std::ranges::lower_bound(m_lines, line, {}, &std::pair<std::uint32_t, std::uint32_t>::first);
    if (next == m_lines.end())
        return std::nullopt;
    if (next->first == line)
        return next->second;
    if (next == m_lines.begin())
        return std::nullopt;
    const auto last = std::prev(next);
    if (next->first - last->first != next->second - last->second)
        return std::nullopt;
    return line - last->first + last->second;
}

bool moveLines(CodeIndex& index, const std::map<FileId, LineMap>& maps)
{
    Mover mover(index.model, maps);
    mover.visit(index);
    return mover.complete();
}

} // namespace naru::analyzers::graph
