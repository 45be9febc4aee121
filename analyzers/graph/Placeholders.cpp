#include "analyzers/graph/Placeholders.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

bool hasPlaceholder(std::string_view text)
{
    return text.find("${") != std::string_view::npos;
}

class Placeholders {
public:
    Placeholders(CodeIndex& index, ProjectFacts& facts) : m_model(index.model), m_facts(facts) {}

    void run()
    {
        for (EntryPoint& entry : m_model.entryPoints)
            settleEntry(entry);
        for (auto& file : m_facts.springs)
            settleSpring(file.facts);
        for (auto& file : m_facts.webXmls) {
            for (config::ServletDeclaration& servlet : file.facts.servlets) {
                settle(servlet.className);
                settle(servlet.jspFile);
            }
            for (config::ServletMapping& mapping : file.facts.mappings)
                settle(mapping.pattern);
        }
    }

private:
    /// True when every key is a setting or has a default. A setting with several values (of profiles) chooses nothing.
    [[nodiscard]] bool known(std::string_view text) const
    {
        for (auto at = text.find("${"); at != std::string_view::npos; at = text.find("${", at + 2)) {
            const auto end = text.find('}', at);
            if (end == std::string_view::npos)
                return false;
            const std::string_view inside = text.substr(at + 2, end - at - 2);
            const auto colon = inside.find(':');
            if (!agreed(inside.substr(0, colon), colon != std::string_view::npos))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool agreed(std::string_view key, bool hasDefault) const
    {
        std::string_view value;
        for (const auto& file : m_facts.settings)
            for (const config::Setting& setting : file.facts)
                if (setting.key == key) {
                    if (!value.empty() && value != setting.value)
                        return false;
                    value = setting.value;
                }
        return !value.empty() || hasDefault;
    }

    void settle(std::string& text) const
    {
        if (hasPlaceholder(text) && known(text))
            text = m_facts.settled(text);
    }

    /// Where a setting begins with a slash after one that is written.
    static std::string withSingleSlashes(std::string_view path)
    {
        std::string out;
        for (const char c : path)
            if (c != '/' || !out.ends_with('/'))
                out += c;
        return out;
    }

    void settleEntry(EntryPoint& entry)
    {
        const std::string_view id = m_model.text(entry.id);
        if (!hasPlaceholder(id) || !known(id))
            return;
        const bool url = m_model.text(entry.path).starts_with('/');
        const auto settled = [&](StringId text) {
            const std::string made = m_facts.settled(m_model.text(text));
            return m_model.intern(url ? withSingleSlashes(made) : made);
        };
        entry.id = settled(entry.id);
        if (entry.path.valid())
            entry.path = settled(entry.path);
    }

    void settleSpring(config::SpringFile& file) const
    {
        for (config::SpringBean& bean : file.beans) {
            settle(bean.className);
            for (config::SpringProperty& property : bean.properties) {
                settle(property.value);
                settle(property.ref);
                std::ranges::for_each(property.list, [&](std::string& item) { settle(item); });
                for (auto& [key, value] : property.entries) {
                    settle(key);
                    settle(value);
                }
            }
        }
        for (config::ViewController& controller : file.viewControllers) {
            settle(controller.path);
            settle(controller.viewName);
        }
        for (config::ScheduledTask& task : file.tasks)
            settle(task.method);
        for (config::EndpointBean& endpoint : file.endpoints)
            settle(endpoint.address);
        for (config::MessageListener& listener : file.listeners)
            settle(listener.destination);
        for (config::AopAdvisor& advisor : file.advisors)
            settle(advisor.expression);
    }

    CodeModel& m_model;
    ProjectFacts& m_facts;
};

} // namespace

void settlePlaceholders(CodeIndex& index, ProjectFacts& facts)
{
    Placeholders(index, facts).run();
}

} // namespace naru::analyzers::graph
