#pragma once

#include "core/base/Error.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace naru::core {

/// Thrown by JsonCursor inside a loader and turned into a Result by readData(): it never leaves it.
struct JsonFault {
    Error error;
};

/// A JSON data file together with the line of every value, so that a fault
/// can be named as file, line, key and what was expected there.
class JsonDocument {
public:
    /// Errors: as readFile and parseJson; Malformed also when a key occurs twice in one object.
    static Result<JsonDocument> read(const std::filesystem::path& path);
    static Result<JsonDocument> parse(std::string_view text, std::string origin);

    [[nodiscard]] const nlohmann::json& root() const { return m_root; }
    [[nodiscard]] const std::string& origin() const { return m_origin; }
    /// Line of the value with this JSON pointer, 0 when there is none.
    [[nodiscard]] int line(const std::string& pointer) const;
    /// The number with this JSON pointer as it was written; empty when there is none.
    [[nodiscard]] std::string numberText(const std::string& pointer) const;

private:
    nlohmann::json m_root;
    std::string m_origin;
    std::unordered_map<std::string, int> m_lines;
    std::unordered_map<std::string, std::string> m_numbers; ///< those that a double or an integer may not hold exactly
};

/// A place in a JsonDocument. The typed accessors throw JsonFault when the value
/// is absent or of another kind.
class JsonCursor {
public:
    explicit JsonCursor(const JsonDocument& document) : JsonCursor(document, document.root(), {}) {}

    [[nodiscard]] const nlohmann::json& value() const { return *m_value; }
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] JsonCursor at(std::string_view key) const;                       ///< the key must be there
    [[nodiscard]] std::vector<JsonCursor> items() const;                           ///< of an array
    [[nodiscard]] std::vector<std::pair<std::string, JsonCursor>> members() const; ///< of an object, by key

    [[nodiscard]] std::string string() const;
    [[nodiscard]] int integer() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] bool boolean() const;
    /// The digits of a number as written, of any length, or a string that may hold a number:
    /// for amounts that must be read exactly. Anything else is a fault.
    [[nodiscard]] std::string numberText() const;
    /// One string or an array of strings.
    [[nodiscard]] std::vector<std::string> strings() const;
    [[nodiscard]] std::string stringOr(std::string_view key, std::string_view fallback) const;
    [[nodiscard]] std::vector<std::string> stringsOr(std::string_view key) const;
    [[nodiscard]] bool booleanOr(std::string_view key, bool fallback) const;
    /// Index of the string in `choices`; a fault lists them.
    [[nodiscard]] std::size_t choice(const std::vector<std::string_view>& choices) const;
    /// Faults when a key is not among `known`.
    void onlyKeys(const std::vector<std::string_view>& known) const;

    /// Fault at this place. `expected` is a short technical phrase such as "a string".
    [[noreturn]] void expected(std::string_view expected) const;
    [[noreturn]] void fail(ErrorCode code, std::string_view key, TextArgs args = {}) const;
    [[nodiscard]] int line() const { return m_document->line(m_pointer); }
    [[nodiscard]] const std::string& pointer() const { return m_pointer; }

private:
    JsonCursor(const JsonDocument& document, const nlohmann::json& value, std::string pointer)
        : m_document(&document),
          m_value(&value),
          m_pointer(std::move(pointer))
    {
    }

    const JsonDocument* m_document;
    const nlohmann::json* m_value;
    std::string m_pointer;
};

/// Runs `load(JsonCursor)` on a document; a fault becomes the error.
template <typename Load> auto readData(const JsonDocument& document, Load load) -> Result<decltype(load(JsonCursor(document)))>
{
    try {
        return load(JsonCursor(document));
    } catch (const JsonFault& fault) {
        return std::unexpected(fault.error);
    }
}

/// The same on a file.
template <typename Load> auto readData(const std::filesystem::path& path, Load load) -> Result<decltype(load(std::declval<JsonCursor>()))>
{
    const auto document = JsonDocument::read(path);
    if (!document)
        return std::unexpected(document.error());
    return readData(*document, std::move(load));
}

} // namespace naru::core
