#include "analyzers/audit/AuditContext.h"
#include "analyzers/audit/Matching.h"
#include "analyzers/audit/Settings.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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
        const std::string_view text = m_context.text(file);
        if (text.empty())
            return;
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

    static bool holds(const SettingCondition& condition, const Setting& setting)
    {
        return allows(condition.key, setting.key) && allows(condition.value, setting.value) &&
               !found(condition.valueUnless, setting.value) && !found(condition.keyUnless, setting.key);
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
        for (const std::size_t i : wanted.settings) {
            const auto& [index, condition] = m_settings[i];
            std::map<std::string, int, std::less<>> lists;
            if (condition->listOver > 0)
                for (const Setting& setting : all)
                    if (holds(*condition, setting))
                        ++lists[listName(setting, json)];
            const int limit = json ? std::min(condition->listOver, kRecords) : condition->listOver;
            for (const Setting& setting : all)
                if (holds(*condition, setting) && (lists.empty() || lists[listName(setting, json)] <= limit) &&
                    !besides(condition->siblingUnless, setting, all))
                    m_context.add(index, {file, setting.line, setting.value, setting.key, ""});
        }
    }

    void query(FileId file, std::size_t i, const XmlText& xml)
    {
        const XmlCondition& condition = *m_xml[i].second;
        for (const pugi::xpath_node& hit : m_queries[i].evaluate_node_set(xml.document())) {
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
};

} // namespace

void matchSettings(AuditContext& context)
{
    ConfigReader(context).run();
}

} // namespace naru::analyzers::audit
