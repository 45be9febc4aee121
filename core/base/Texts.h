#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Error.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace naru::core {

/// The sentences of one language for the keys that the layers below use
/// (resources/texts/<language>/*.json, each a flat object key -> text with
/// `{placeholders}`). The application makes one and hands it on.
class Texts {
public:
    /// `language` is "ko" or "en". Errors: NotFound, Malformed (with the file).
    static Result<Texts> load(const std::filesystem::path& resources, std::string_view language);

    [[nodiscard]] const std::string& language() const { return m_language; }
    [[nodiscard]] bool has(std::string_view key) const { return m_texts.contains(key); }
    /// The text with its placeholders filled; the key itself when it is unknown.
    [[nodiscard]] std::string text(std::string_view key, const TextArgs& args = {}) const;
    /// "path:line: sentence" for a failure, one line.
    [[nodiscard]] std::string text(const Error& error) const;
    [[nodiscard]] std::string text(const Diagnostic& diagnostic) const { return text(diagnostic.code, diagnostic.args); }
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return m_texts; }

private:
    std::string m_language;
    std::map<std::string, std::string, std::less<>> m_texts;
};

/// Replaces every `{name}` for which there is an argument.
std::string fillPlaceholders(std::string_view pattern, const TextArgs& args);

} // namespace naru::core
