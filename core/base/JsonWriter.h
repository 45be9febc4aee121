#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace naru::core {

/// Writes JSON text piece by piece, for values that are too large to be built as a tree
/// first. The caller opens and closes in order; commas are put by the writer. Bytes that
/// are no UTF-8 become U+FFFD, so that the text is always valid.
class JsonWriter {
public:
    explicit JsonWriter(std::string& out) : m_out(out) {}

    void openObject() { open('{'); }
    void closeObject() { close('}'); }
    void openArray() { open('['); }
    void closeArray() { close(']'); }
    /// The name of the next value of an object; plain ASCII without quotes.
    void key(std::string_view name);

    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(bool flag);
    template <std::integral Number> void value(Number number) { integer(static_cast<std::int64_t>(number)); }
    /// JSON text that is already written.
    void raw(std::string_view json);

    template <typename Value> void member(std::string_view name, const Value& given)
    {
        key(name);
        value(given);
    }

private:
    void open(char bracket);
    void close(char bracket);
    void comma();
    void integer(std::int64_t number);

    std::string& m_out;
    bool m_needsComma = false;
};

/// Appends a text as a JSON string with its quotes.
void appendJsonString(std::string& out, std::string_view text);

/// Length of the valid UTF-8 sequence at the start of `text`; 0 when there is none.
std::size_t utf8Length(std::string_view text);

} // namespace naru::core
