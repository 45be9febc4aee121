#include "costing/FunctionNames.h"

#include <algorithm>
#include <set>

namespace naru::costing {

using core::CodeModel;

bool hasHangul(std::string_view text)
{
    // UTF-8 of U+AC00 to U+D7A3 begins with 0xEA to 0xED.
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0xEA && static_cast<unsigned char>(c) <= 0xED; });
}

namespace {

void cutEnd(std::string& text, std::string_view end)
{
    if (text.size() > end.size() && text.ends_with(end))
        text.resize(text.size() - end.size());
}

void trimSigns(std::string& text)
{
    constexpr std::string_view kSpace = " \t\r\n.,;:-*/";
    const std::size_t begin = text.find_first_not_of(kSpace);
    const std::size_t end = text.find_last_not_of(kSpace);
    text = begin == std::string::npos ? std::string() : text.substr(begin, end - begin + 1);
}

} // namespace

std::string tidyTitle(std::string_view raw)
{
    std::string text(raw.substr(0, raw.find('\n')));
    trimSigns(text);
    if (!hasHangul(text))
        return text;
    for (const std::string_view end : {"처리한다", "처리합니다", "한다", "합니다", "하는 메소드", "하는 메서드", "하는 기능", "하기"}) {
        const std::size_t before = text.size();
        cutEnd(text, end);
        if (text.size() != before) {
            trimSigns(text);
            for (const std::string_view particle : {"을", "를"}) // 조회를 한다
                cutEnd(text, particle);
            break;
        }
    }
    trimSigns(text);
    const std::size_t space = text.rfind(' ');
    if (space != std::string::npos)
        for (const std::string_view particle : {"을", "를"})
            if (space >= particle.size() && text.compare(space - particle.size(), particle.size(), particle) == 0) {
                text.erase(space - particle.size(), particle.size());
                break;
            }
    return text;
}

FunctionNames::FunctionNames(const CodeModel& model, const std::vector<Flow>& flows, const Conventions& conventions)
    : m_model(model),
      m_conventions(conventions),
      m_viewOf(model.members.size())
{
    for (const core::RenderEdge& edge : model.renders)
        if (edge.from.valid() && edge.to.valid() && !m_viewOf[edge.from.value].valid() && !model.text(model[edge.to].title).empty())
            m_viewOf[edge.from.value] = edge.to;
    for (const Flow& flow : flows) {
        std::set<std::string> titles = {viewTitle(flow)};
        for (const core::EntryPointId entry : flow.entries)
            titles.insert(tidyTitle(m_model.text(m_model[entry].title)));
        for (const std::string& title : titles)
            ++m_titles[title];
    }
}

std::string FunctionNames::ofTable(core::TableId table) const
{
    std::string comment = tidyTitle(m_model.text(m_model[table].comment));
    cutEnd(comment, " 테이블");
    cutEnd(comment, "테이블");
    trimSigns(comment);
    return comment.empty() ? std::string(m_model.text(m_model[table].name)) : comment;
}

std::string FunctionNames::verbOf(std::string_view name, bool change, bool korean) const
{
    const auto found = std::ranges::find_if(m_conventions.verbs,
                                            [&](const NameVerb& verb) { return verb.change == change && verb.patterns.matches(name); });
    return found == m_conventions.verbs.end() ? std::string(name) : korean ? found->word.ko : found->word.en;
}

std::string FunctionNames::verbOf(const Flow& flow, bool change, bool korean) const
{
    return verbOf(m_conventions.genericNames.matches(flow.method) ? flow.path.substr(flow.path.rfind('/') + 1) : flow.method, change,
                  korean);
}

std::string FunctionNames::viewTitle(const Flow& flow) const
{
    if (!flow.handler.valid() || !m_viewOf[flow.handler.value].valid())
        return {};
    return tidyTitle(m_model.text(m_model[m_viewOf[flow.handler.value]].title));
}

/// What people wrote about the function: menu or screen title, else a Korean comment, else the page it shows.
std::string FunctionNames::titleOf(const Flow& flow) const
{
    if (flow.oneOfSeveral)
        return {};
    for (const core::EntryPointId entry : flow.entries)
        if (std::string title = tidyTitle(m_model.text(m_model[entry].title));
            !title.empty() && m_titles.at(title) == 1 && !m_conventions.boilerplate.matches(title))
            return title;
    if (flow.handler.valid())
        if (std::string comment = tidyTitle(m_model.text(m_model[flow.handler].comment)); hasHangul(comment))
            return comment;
    const std::string title = viewTitle(flow);
    return title.empty() || m_titles.at(title) > 1 ? std::string() : title;
}

std::string FunctionNames::ofFlow(const Flow& flow, core::TableId subject, bool change, const std::string& variant) const
{
    std::string title = titleOf(flow);
    if (!title.empty() && variant.empty())
        return title;
    if (!title.empty()) {
        for (const std::string& word : m_conventions.saveWords)
            if (title.size() > word.size() && title.ends_with(word)) {
                title.resize(title.size() - word.size());
                break;
            }
        trimSigns(title);
        return title + " " + verbOf(variant, change, hasHangul(title));
    }
    if (subject.valid()) {
        const std::string noun = ofTable(subject);
        return noun + " " + (variant.empty() ? verbOf(flow, change, hasHangul(noun)) : verbOf(variant, change, hasHangul(noun)));
    }
    return flow.path.empty() ? flow.owner + "." + flow.method : flow.path;
}

} // namespace naru::costing
