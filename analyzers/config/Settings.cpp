#include "analyzers/config/DataDescriptors.h"
#include "analyzers/config/XmlText.h"

#include <yaml-cpp/yaml.h>

namespace naru::analyzers::config {

namespace {

void appendUtf8(std::string& out, unsigned code)
{
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3f));
    } else {
        out += static_cast<char>(0xe0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3f));
        out += static_cast<char>(0x80 | (code & 0x3f));
    }
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string unescaped(std::string_view raw)
{
    if (raw.find('\\') == std::string_view::npos) {
        return std::string(raw);
    }
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] != '\\' || i + 1 >= raw.size()) {
            out += raw[i];
            continue;
        }
        const char c = raw[++i];
        if (c == 'u' && i + 4 < raw.size()) {
            unsigned code = 0;
            bool valid = true;
            for (std::size_t k = 1; k <= 4; ++k) {
                const int digit = hexDigit(raw[i + k]);
                valid = valid && digit >= 0;
                code = code * 16 + static_cast<unsigned>(std::max(digit, 0));
            }
            if (valid) {
                appendUtf8(out, code);
                i += 4;
                continue;
            }
        }
        out += c == 'n' ? '\n' : (c == 't' ? '\t' : c);
    }
    return out;
}

constexpr int kDeepestSetting = 64;
constexpr std::size_t kMostVisits = 100'000;

void flatten(const YAML::Node& node, const std::string& prefix, int depth, std::size_t& visits, std::vector<Setting>& out)
{
    // Aliases may multiply what is there: the number of visits is bounded, not only that of results.
    if (depth > kDeepestSetting || ++visits > kMostVisits) {
        return;
    }
    if (node.IsMap()) {
        for (const auto& entry : node) {
            const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
            flatten(entry.second, prefix.empty() ? key : prefix + "." + key, depth + 1, visits, out);
        }
    } else if (node.IsSequence()) {
        std::size_t index = 0;
        for (const auto& item : node) {
            flatten(item, prefix + "[" + std::to_string(index++) + "]", depth + 1, visits, out);
        }
    } else if (node.IsScalar()) {
        out.push_back({prefix, node.Scalar(), static_cast<std::uint32_t>(node.Mark().line + 1)});
    }
}

} // namespace

bool nestsTooDeep(std::string_view text)
{
    int open = 0;
    std::size_t dashes = 0;
    for (const char c : text) {
        open += c == '[' || c == '{' ? 1 : (c == ']' || c == '}' ? -1 : 0);
        dashes = c == '-' || c == ' ' ? dashes + 1 : 0;
        if (open > 200 || dashes > 2'000) {
            return true;
        }
    }
    return false;
}


std::vector<Setting> readProperties(std::string_view text)
{
    std::vector<Setting> out;
    std::uint32_t line = 0;
    while (!text.empty()) {
        std::string logical;
        const std::uint32_t first = ++line;
        while (true) {
            const auto end = text.find('\n');
            std::string_view piece = trimmed(text.substr(0, end));
            text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
            const bool comment = logical.empty() && (piece.starts_with('#') || piece.starts_with('!'));
            std::size_t slashes = 0;
            while (slashes < piece.size() && piece[piece.size() - 1 - slashes] == '\\') {
                ++slashes;
            }
            const bool continued = !comment && slashes % 2 == 1 && !text.empty();
            if (!comment) {
                logical += piece.substr(0, piece.size() - (continued ? 1 : 0));
            }
            if (!continued) {
                break;
            }
            ++line;
        }
        std::size_t cut = 0;
        while (cut < logical.size() && logical[cut] != '=' && logical[cut] != ':' && logical[cut] != ' ' && logical[cut] != '\t') {
            cut += logical[cut] == '\\' ? 2 : 1;
        }
        cut = std::min(cut, logical.size());
        std::string_view value = trimmed(std::string_view(logical).substr(cut));
        if (value.starts_with('=') || value.starts_with(':')) {
            value = trimmed(value.substr(1));
        }
        if (cut > 0) {
            out.push_back({unescaped(logical.substr(0, cut)), unescaped(value), first});
        }
    }
    return out;
}

std::vector<Setting> readXmlProperties(std::string_view text, std::string_view path)
{
    std::vector<Setting> out;
    const XmlText xml(text, path);
    for (const pugi::xml_node& node : xml.root().children()) {
        if (localName(node) == "entry") {
            out.push_back({std::string(attribute(node, "key")), config::text(node), xml.line(node)});
        }
    }
    return out;
}

std::vector<Setting> readScreenServices(std::string_view text, std::string_view path)
{
    std::vector<Setting> out;
    const XmlText xml(text, path);
    eachElement(xml.root(), [&](pugi::xml_node node) {
        std::string_view prefix = attribute(node, "prefixid");
        std::string_view url = attribute(node, "url");
        if (const std::string_view group = localName(node); group == "AppGroup" || group == "DataGroup") { // of MiPlatform: forms, and the server
            prefix = attribute(node, "Prefix");
            url = attribute(group == "AppGroup" ? node.child("Script") : node, "Baseurl");
        } else if (group != "Service") {
            return;
        }
        if (prefix.empty())
            return;
        const std::size_t scheme = url.find("://");
        std::string folder;
        if (scheme != std::string_view::npos)
            url = url.substr(std::min(url.find('/', scheme + 3), url.size()));
        else if (!url.starts_with('/'))
            folder = path.substr(0, path.rfind('/') + 1); // forms beside this file
        folder += url.starts_with("./") ? url.substr(2) : url;
        if (!folder.empty() && !folder.ends_with('/'))
            folder += '/';
        out.push_back({"screen.service." + std::string(prefix), std::move(folder), xml.line(node)});
    });
    return out;
}

std::vector<Setting> readYaml(std::string_view text, std::string_view path, std::vector<core::Diagnostic>& diagnostics)
{
    std::vector<Setting> out;
    constexpr std::size_t kLargest = std::size_t{4} << 20;
    if (text.size() > kLargest || nestsTooDeep(text)) {
        diagnostics.push_back({core::Severity::Warning, "config.yaml.limit", std::string(path), 0, {}});
        return out;
    }
    std::size_t visits = 0;
    try {
        for (const YAML::Node& document : YAML::LoadAll(std::string(text))) {
            flatten(document, {}, 0, visits, out);
        }
    } catch (const YAML::Exception& error) {
        diagnostics.push_back(
            {core::Severity::Info, "config.yaml.broken", std::string(path), error.mark.line + 1, {{"reason", error.msg}}});
    }
    return out;
}

} // namespace naru::analyzers::config
