#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Matching.h"
#include "analyzers/audit/Settings.h"

#include <re2/set.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
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

/// Of some conditions those whose patterns for keys let a key through. Few keys are rare: each is matched once.
class KeyTable {
public:
    KeyTable(const std::vector<std::pair<std::size_t, const SettingCondition*>>& all, const std::vector<std::size_t>& wanted)
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
    const std::vector<std::size_t>& of(const std::string& key)
    {
        const auto [at, fresh] = m_known.try_emplace(key);
        if (!fresh)
            return at->second;
        const auto take = [&](const One& one) {
            if (!found(one.condition->keyUnless, key))
                at->second.push_back(one.position);
        };
        std::ranges::for_each(m_any, take);
        std::vector<int> hits;
        if (m_ready && m_set.Match(key, &hits))
            for (const int hit : hits)
                take(m_byKey[static_cast<std::size_t>(hit)]);
        return at->second;
    }

private:
    struct One {
        std::size_t position;
        const SettingCondition* condition;
    };
    RE2::Set m_set;
    bool m_ready = false;
    std::vector<One> m_any; ///< without a pattern for keys
    std::vector<One> m_byKey; ///< by pattern of m_set
    std::unordered_map<std::string, std::vector<std::size_t>> m_known;
};

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
        for (const auto& [file, wanted] : m_wanted)
            read(file, wanted);
    }

private:
    struct Wanted {
        std::vector<std::size_t> settings; ///< positions in m_settings
        std::vector<std::size_t> xml;
    };

    void collect()
    {
        for (std::size_t i = 0; i < m_settings.size(); ++i)
            for (const FileId file : m_context.files(m_settings[i].second->files))
                if (!m_settings[i].second->program || m_context.programSettings(file))
                    m_wanted[file].settings.push_back(i);
        for (std::size_t i = 0; i < m_xml.size(); ++i)
            for (const FileId file : m_context.files(m_xml[i].second->files))
                m_wanted[file].xml.push_back(i);
    }

    void read(FileId file, const Wanted& wanted)
    {
        const FruitlessSearches::Search search = searchFor(wanted);
        const std::string_view text = m_context.fruitless().known(file, search) ? std::string_view() : m_context.text(file);
        if (text.empty())
            return;
        m_found = false;
        look(file, wanted, text);
        if (!m_found)
            m_context.fruitless().note(file, search);
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
    KeyTable& keysFor(const std::vector<std::size_t>& settings)
    {
        return m_keys.try_emplace(settings, m_settings, settings).first->second;
    }
    void look(FileId file, const Wanted& wanted, std::string_view text)
    {
        switch (m_context.model()[file].language) {
        case core::Language::Properties:
            return settings(file, wanted, propertySettings(text));
        case core::Language::Yaml:
            return settings(file, wanted, yamlSettings(text));
        default:
            break;
        }
        const std::string_view path = m_context.path(file);
        if (path.ends_with(".json"))
            return text.size() > kLargestJson ? void() : settings(file, wanted, jsonSettings(text));
        if (keysAndValues(path)) {
            std::vector<Setting> all = propertySettings(text);
            std::erase_if(all, [&](const Setting& one) { return !separated(m_context.line(file, one.line)); });
            return settings(file, wanted, all);
        }
        if (text.size() > kLargestXml || !looksLikeXml(text))
            return;
        const auto xml = XmlText::parse(text, std::string(m_context.path(file)));
        if (!xml) {
            m_found = true; // something is said of it each time
            m_context.note(
                {core::Severity::Warning, xml.error().key, std::string(m_context.path(file)), xml.error().line, xml.error().args});
            return;
        }
        if (!wanted.settings.empty())
            settings(file, wanted, xmlSettings(*xml));
        for (const std::size_t i : wanted.xml)
            query(file, i, *xml);
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
    void settings(FileId file, const Wanted& wanted, const std::vector<Setting>& all)
    {
        const bool json = m_context.path(file).ends_with(".json");
        std::map<std::size_t, std::vector<const Setting*>> holding; // by position in m_settings
        KeyTable& keys = keysFor(wanted.settings);
        for (const Setting& setting : all)
            for (const std::size_t i : keys.of(setting.key))
                if (valueHolds(*m_settings[i].second, setting))
                    holding[i].push_back(&setting);
        m_found = m_found || !holding.empty();
        for (const auto& [i, settings] : holding) {
            const auto& [index, condition] = m_settings[i];
            std::map<std::string, int, std::less<>> lists;
            if (condition->listOver > 0)
                for (const Setting* setting : settings)
                    ++lists[listName(*setting, json)];
            const int limit = json ? std::min(condition->listOver, kRecords) : condition->listOver;
            for (const Setting* setting : settings)
                if ((lists.empty() || lists[listName(*setting, json)] <= limit) && !besides(condition->siblingUnless, *setting, all))
                    m_context.add(index, {file, setting->line, setting->value, setting->key, ""});
        }
    }

    void query(FileId file, std::size_t i, const XmlText& xml)
    {
        const XmlCondition& condition = *m_xml[i].second;
        for (const pugi::xpath_node& hit : m_queries[i].evaluate_node_set(xml.document())) {
            m_found = true;
            const bool attribute = static_cast<bool>(hit.attribute());
            const std::string value = attribute ? hit.attribute().value() : hit.node().text().get();
            if (!allows(condition.value, value) || found(condition.valueUnless, value))
                continue;
            const pugi::xml_node node = attribute ? hit.parent() : hit.node();
            m_context.add(m_xml[i].first, {file, attribute ? xml.line(node, hit.attribute()) : xml.line(node), value, node.name(), ""});
        }
    }

    AuditContext& m_context;
    std::vector<std::pair<std::size_t, const SettingCondition*>> m_settings;
    std::vector<std::pair<std::size_t, const XmlCondition*>> m_xml;
    std::vector<pugi::xpath_query> m_queries;
    std::map<FileId, Wanted> m_wanted;
    std::map<std::pair<std::vector<std::size_t>, std::vector<std::size_t>>, FruitlessSearches::Search> m_searches; ///< by what is wanted
    std::map<std::vector<std::size_t>, KeyTable> m_keys; ///< by the settings that are wanted
    bool m_found = false; ///< anything that a condition asks for, in the file at hand
};

} // namespace

void matchSettings(AuditContext& context)
{
    ConfigReader(context).run();
}

} // namespace naru::analyzers::audit
