#include "analyzers/graph/LombokConfig.h"

#include "analyzers/config/XmlText.h"
#include "core/base/Blanks.h"
#include "core/base/PathNames.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

} // namespace

LombokConfig::LombokConfig(const CodeModel& model, const SourceTexts& texts)
{
    for (std::size_t i = 0; i < model.files.size(); ++i) {
        const std::string_view path = model.text(model.files[i].path);
        if (path == "lombok.config" || path.ends_with("/lombok.config"))
            m_files.emplace(core::folderOf(path), read(texts.text(FileId(i))));
    }
}

LombokConfig::File LombokConfig::read(std::string_view text)
{
    File file;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view line = core::trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto sign = line.find('=');
        if (line.empty() || line.front() == '#' || sign == std::string_view::npos || sign == 0)
            continue;
        const bool adds = line[sign - 1] == '+' || line[sign - 1] == '-';
        const std::string_view key = core::trimmed(line.substr(0, sign - (adds ? 1 : 0)));
        const std::string value(core::trimmed(line.substr(sign + 1)));
        if (key == "config.stopBubbling")
            file.stops = value == "true";
        else if (key == "lombok.accessors.fluent")
            file.settings.fluent = value == "true";
        else if (key == "lombok.accessors.chain")
            file.settings.chain = value == "true";
        else if (key == "lombok.getter.noIsPrefix")
            file.settings.noIsPrefix = value == "true";
        else if (key == "lombok.log.fieldName")
            file.settings.logger = value;
        else if (key == "lombok.accessors.prefix") {
            if (!file.settings.prefixes)
                file.settings.prefixes.emplace();
            if (line[sign - 1] == '-')
                std::erase(*file.settings.prefixes, value);
            else
                file.settings.prefixes->push_back(value);
        }
    }
    return file;
}

LombokSettings LombokConfig::of(std::string_view path) const
{
    LombokSettings out;
    if (m_files.empty())
        return out;
    for (std::string_view folder = core::folderOf(path);; folder = core::folderOf(folder)) {
        if (const auto found = m_files.find(folder); found != m_files.end()) {
            const LombokSettings& near = found->second.settings;
            out.fluent = out.fluent ? out.fluent : near.fluent;
            out.chain = out.chain ? out.chain : near.chain;
            out.noIsPrefix = out.noIsPrefix ? out.noIsPrefix : near.noIsPrefix;
            out.prefixes = out.prefixes ? out.prefixes : near.prefixes;
            out.logger = out.logger.empty() ? near.logger : out.logger;
            if (found->second.stops)
                return out;
        }
        if (folder.empty())
            return out;
    }
}

} // namespace naru::analyzers::graph
