#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace naru::analyzers::web {

struct TagAttribute {
    std::string_view name;
    std::string_view value; ///< without quotes
};

/// A piece of a page.
struct Piece {
    enum class Kind : std::uint8_t { Text, Tag, EndTag, Directive /* <%@ %> */, Scriptlet /* <% %> */, End };
    Kind kind = Kind::End;
    std::string_view name; ///< of a tag, or `page`, `include` of a directive
    std::string_view body; ///< text, script code
    std::vector<TagAttribute> attributes;
    std::size_t offset = 0;
    [[nodiscard]] std::string_view operator[](std::string_view attribute) const;
};

/// Cuts a page into tags, texts and scriptlets. Knows that attributes may hold scriptlets and tags, that comments
/// hide what is in them and that <script> holds text.
class TagScanner {
public:
    explicit TagScanner(std::string_view text) : m_text(text) {}
    /// Stands until the next one is asked for.
    const Piece& next();

private:
    Piece& begin(Piece::Kind kind, std::size_t offset);
    bool markup();
    void tag();
    void scriptlet();
    void attributes(Piece& piece);
    std::size_t valueEnd(std::size_t from, char quote) const;
    std::size_t after(std::string_view closing, std::size_t from) const;

    std::string_view m_text;
    Piece m_piece; ///< one for all: its list of attributes keeps its room
    std::size_t m_at = 0;
    bool m_script = false; ///< inside <script> or <style>
    std::string_view m_scriptName;
};

} // namespace naru::analyzers::web
