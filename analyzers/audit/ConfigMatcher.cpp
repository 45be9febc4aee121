#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Matching.h"
#include "analyzers/audit/Settings.h"
#include "analyzers/graph/ParallelFiles.h"

#include <re2/set.h>
#include <tbb/enumerable_thread_specific.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace naru::analyzers::audit {

using core::FileId;

namespace {

constexpr std::size_t kLargestXml = std::size_t{8} << 20; ///< larger XML is data, not configuration
constexpr int kRecords = 4; ///< more elements of an array in JSON with the same key are records, no settings
constexpr std::size_t kLargestJson = std::size_t{1} << 20;

bool keysAndValues(std::string_view path)
{
    return std::ranges::any_of(std::array<std::string_view, 5>{".env", ".ini", ".cfg", ".conf", ".toml"},
                               [path](std::string_view end) { return path.ends_with(end); });
}

/// A key stands apart from its value by a sign: with a blank alone it is a directive of some server.
bool separated(std::string_view line)
{
    const auto sign = line.find_first_of("=: \t");
    const auto next = sign == std::string_view::npos ? sign : line.find_first_not_of(" \t", sign);
    return next != std::string_view::npos && (line[next] == '=' || line[next] == ':');
}

/// Of some conditions those whose patterns for keys let a key through.
class KeyPatterns {
public:
    KeyPatterns(const std::vector<std::pair<std::size_t, const SettingCondition*>>& all, const std::vector<std::size_t>& wanted)
        : m_set(setOptions(), RE2::UNANCHORED)
    {
        for (const std::size_t i : wanted) {
            const SettingCondition& condition = *all[i].second;
            if (!condition.key)
                m_any.push_back({i, &condition});
            else if (m_set.Add(condition.key->pattern(), nullptr) >= 0)
                m_byKey.push_back({i, &condition});
        }
        m_ready = !m_byKey.empty() && m_set.Compile();
    }

    /// Positions of the conditions.
    [[nodiscard]] std::vector<std::size_t> of(const std::string& key) const
    {
        std::vector<std::size_t> out;
        const auto take = [&](const One& one) {
            if (!found(one.condition->keyUnless, key))
                out.push_back(one.position);
        };
        std::ranges::for_each(m_any, take);
        std::vector<int> hits;
        if (m_ready && m_set.Match(key, &hits))
            for (const int hit : hits)
                take(m_byKey[static_cast<std::size_t>(hit)]);
        return out;
    }

private:
    struct One {
        std::size_t position;
        const SettingCondition* condition;
    };

    RE2::Set m_set;
    bool m_ready = false;
    std::vector<One> m_any;   ///< without a pattern for keys
    std::vector<One> m_byKey; ///< by pattern of m_set
};

/// Keys that were asked before: few keys of a system are rare. One for each thread.
using KnownKeys = std::map<const KeyPatterns*, std::unordered_map<std::string, std::vector<std::size_t>>>;

/// The line of each setting is one on which key and value stand apart.
std::vector<Setting> separatedSettings(std::string_view text)
{
    std::vector<Setting> all = propertySettings(text);
    std::vector<std::string_view> lines;
    for (std::string_view rest = text; !rest.empty(); rest.remove_prefix(std::min(lines.back().size() + 1, rest.size())))
        lines.push_back(rest.substr(0, rest.find('\n')));
    std::erase_if(all, [&](const Setting& one) {
        const auto line = static_cast<std::size_t>(one.line) - 1;
        return line >= lines.size() || !separated(lines[line].substr(std::min(lines[line].find_first_not_of(" \t\r"), lines[line].size())));
    });
    return all;
}

class ConfigReader {
public:
    explicit ConfigReader(AuditContext& context)
        : m_context(context),
          m_settings(context.conditions<SettingCondition>()),
          m_xml(context.conditions<XmlCondition>())
    {
        for (const auto& [index, condition] : m_xml)
            m_queries.emplace_back(condition->xpath.c_str());
        collect();
    }

    void run()
    {
        tbb::enumerable_thread_specific<KnownKeys> keys;
        std::vector<Found> all(m_wanted.size());
        const bool done = graph::parallelFiles(static_cast<std::uint32_t>(m_wanted.size()), m_context.job(), [&](std::uint32_t i) {
            if (m_wanted[i].search && !m_wanted[i].copyOf)
                all[i] = look(m_wanted[i], keys.local());
        });
        if (!done) // what was not looked at is not known to be in vain
            return;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const Wanted& wanted = m_wanted[i];
            if (wanted.copyOf && all[*wanted.copyOf].any)
                all[i] = look(wanted, keys.local());
            if (wanted.search && !all[i].any && !m_context.text(wanted.file).empty())
                m_context.fruitless().note(wanted.file, *wanted.search);
            for (auto& [condition, match] : all[i].matches)
                m_context.add(condition, std::move(match));
            if (all[i].trouble)
                m_context.note(std::move(*all[i].trouble));
        }
    }

private:
    /// What is asked of one file.
    struct Wanted {
        core::FileId file;
        std::vector<std::size_t> settings; ///< positions in m_settings
        std::vector<std::size_t> xml;
        const KeyPatterns* keys = nullptr;
        std::optional<FruitlessSearches::Search> search; ///< empty: it is known to be in vain
        std::optional<std::size_t> copyOf;               ///< a file before it with the same text and questions
    };
    struct Found {
        std::vector<std::pair<std::size_t, Match>> matches; ///< with their conditions
        std::optional<core::Diagnostic> trouble;
        bool any = false; ///< something to say of it, also when it is no finding in the end
    };

    void collect()
    {
        std::map<FileId, Wanted> byFile;
        for (std::size_t i = 0; i < m_settings.size(); ++i)
            for (const FileId file : m_context.files(m_settings[i].second->files))
                if (!m_settings[i].second->program || m_context.programSettings(file))
                    byFile[file].settings.push_back(i);
        for (std::size_t i = 0; i < m_xml.size(); ++i)
            for (const FileId file : m_context.files(m_xml[i].second->files))
                byFile[file].xml.push_back(i);
        std::map<std::pair<FruitlessSearches::Search, std::uint32_t>, std::size_t> first;
        for (auto& [file, wanted] : byFile) {
            wanted.file = file;
            wanted.keys = &m_keys.try_emplace(wanted.settings, m_settings, wanted.settings).first->second;
            const FruitlessSearches::Search search = searchFor(wanted);
            if (!m_context.fruitless().known(file, search))
                wanted.search = search;
            if (const auto text = m_context.fruitless().text(file); text && wanted.search)
                if (const auto [at, fresh] = first.try_emplace({search, *text}, m_wanted.size()); !fresh)
                    wanted.copyOf = at->second;
            m_wanted.push_back(std::move(wanted));
        }
    }
    /// The patterns that are asked of a setting or an element alone; what else a condition asks only takes findings away.
    [[nodiscard]] FruitlessSearches::Search searchFor(const Wanted& wanted)
    {
        const auto [at, fresh] = m_searches.try_emplace({wanted.settings, wanted.xml});
        if (!fresh)
            return at->second;
        core::FingerprintBuilder name;
        name.add("settings");
        for (const std::size_t i : wanted.settings) {
            const SettingCondition& condition = *m_settings[i].second;
            for (const Pattern& pattern : {condition.key, condition.value, condition.valueUnless, condition.keyUnless})
                name.add(pattern ? pattern->pattern() : std::string());
        }
        name.add("xml");
        for (const std::size_t i : wanted.xml)
            name.add(m_xml[i].second->xpath);
        return at->second = m_context.fruitless().search(name.finish());
    }

    /// Called from several threads.
    [[nodiscard]] Found look(const Wanted& wanted, KnownKeys& known) const
    {
        Found out;
        const std::string_view text = m_context.text(wanted.file);
        const std::string_view path = m_context.path(wanted.file);
        const core::Language language = m_context.model()[wanted.file].language;
        if (language == core::Language::Properties)
            settings(wanted, propertySettings(text), known, out);
        else if (language == core::Language::Yaml)
            settings(wanted, yamlSettings(text), known, out);
        else if (path.ends_with(".json"))
            settings(wanted, text.size() > kLargestJson ? std::vector<Setting>() : jsonSettings(text), known, out);
        else if (keysAndValues(path))
            settings(wanted, separatedSettings(text), known, out);
        else if (text.size() <= kLargestXml && looksLikeXml(text))
            elements(wanted, text, known, out);
        return out;
    }
    void elements(const Wanted& wanted, std::string_view text, KnownKeys& known, Found& out) const
    {
        const std::string path(m_context.path(wanted.file));
        const auto xml = XmlText::parse(text, path);
        if (!xml) {
            out.any = true; // it is said each time
            out.trouble = core::Diagnostic{core::Severity::Warning, xml.error().key, path, xml.error().line, xml.error().args};
            return;
        }
        if (!wanted.settings.empty())
            settings(wanted, xmlSettings(*xml), known, out);
        for (const std::size_t i : wanted.xml)
            query(wanted.file, i, *xml, out);
    }
    static bool looksLikeXml(std::string_view text)
    {
        const auto begin = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        return begin != std::string_view::npos && text[begin] == '<';
    }

    static bool valueHolds(const SettingCondition& condition, const Setting& setting)
    {
        return allows(condition.value, setting.value) && !found(condition.valueUnless, setting.value);
    }
    /// Another key begins like this one and goes on with what the pattern names: this one is a part of what stands there.
    static bool besides(const Pattern& pattern, const Setting& setting, const std::vector<Setting>& all)
    {
        if (!pattern)
            return false;
        const auto root = setting.key.find('.'); // what begins alike with one word only has little in common
        for (auto dot = setting.key.rfind('.'); dot != std::string::npos && dot > root; dot = setting.key.rfind('.', dot - 1)) {
            const std::string_view begin = std::string_view(setting.key).substr(0, dot + 1);
            if (std::ranges::any_of(all, [&](const Setting& one) {
                    return one.key.starts_with(begin) && found(pattern, std::string_view(one.key).substr(begin.size()));
                }))
                return true;
        }
        return false;
    }
    /// What the entries of a list have in common: the key without positions, and the host of an address or the first folder of a path;
    /// in JSON the key alone, since the elements of an array are records there.
    static std::string listName(const Setting& setting, bool json)
    {
        std::string name = setting.key;
        std::erase_if(name, [](char c) { return c >= '0' && c <= '9'; });
        if (json && setting.key.find('[') != std::string::npos)
            return name;
        const auto host = setting.value.find("://");
        return name + '\n' + setting.value.substr(0, setting.value.find('/', host == std::string::npos ? 1 : host + 3));
    }
    void settings(const Wanted& wanted, const std::vector<Setting>& all, KnownKeys& known, Found& out) const
    {
        const bool json = m_context.path(wanted.file).ends_with(".json");
        std::map<std::size_t, std::vector<const Setting*>> holding; // by position in m_settings
        auto& keys = known[wanted.keys];
        for (const Setting& setting : all) {
            const auto [at, fresh] = keys.try_emplace(setting.key);
            if (fresh)
                at->second = wanted.keys->of(setting.key);
            for (const std::size_t i : at->second)
                if (valueHolds(*m_settings[i].second, setting))
                    holding[i].push_back(&setting);
        }
        out.any = out.any || !holding.empty();
        for (const auto& [i, settings] : holding) {
            const auto& [index, condition] = m_settings[i];
            std::map<std::string, int, std::less<>> lists;
            if (condition->listOver > 0)
                for (const Setting* setting : settings)
                    ++lists[listName(*setting, json)];
            const int limit = json ? std::min(condition->listOver, kRecords) : condition->listOver;
            for (const Setting* setting : settings)
                if ((lists.empty() || lists[listName(*setting, json)] <= limit) && !besides(condition->siblingUnless, *setting, all))
                    out.matches.emplace_back(index, Match{wanted.file, setting->line, setting->value, setting->key, ""});
        }
    }

    void query(FileId file, std::size_t i, const XmlText& xml, Found& out) const
    {
        const XmlCondition& condition = *m_xml[i].second;
        for (const pugi::xpath_node& hit : m_queries[i].evaluate_node_set(xml.document())) {
            out.any = true;
            const bool attribute = static_cast<bool>(hit.attribute());
            const std::string value = attribute ? hit.attribute().value() : hit.node().text().get();
            if (!allows(condition.value, value) || found(condition.valueUnless, value))
                continue;
            const pugi::xml_node node = attribute ? hit.parent() : hit.node();
            const int line = attribute ? xml.line(node, hit.attribute()) : xml.line(node);
            out.matches.emplace_back(m_xml[i].first, Match{file, line, value, node.name(), ""});
        }
    }

    AuditContext& m_context;
    std::vector<std::pair<std::size_t, const SettingCondition*>> m_settings;
    std::vector<std::pair<std::size_t, const XmlCondition*>> m_xml;
    std::vector<pugi::xpath_query> m_queries;
    std::vector<Wanted> m_wanted; ///< by file
    std::map<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>, FruitlessSearches::Search> m_searches; ///< by what is wanted
    std::map<std::vector<std::size_t>, KeyPatterns> m_keys; ///< by the settings that are wanted
};

} // namespace

void matchSettings(AuditContext& context)
{
    ConfigReader(context).run();
}

} // namespace naru::analyzers::audit
