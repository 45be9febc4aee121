#include "analyzers/graph/ScriptWrappers.h"

#include "core/base/PathNames.h"

#include <algorithm>

namespace naru::analyzers::graph {

using namespace core;

namespace {

constexpr int kDeepestWrapper = 4; ///< functions that call functions

} // namespace

ScriptWrappers::ScriptWrappers(const CodeModel& model, const ProjectFacts& facts, const ViewCatalog& views) : m_model(model), m_views(views)
{
    for (const auto& script : facts.pageScripts)
        for (const web::ScriptWrapper& wrapper : script.facts->wrappers)
            m_wrappers[wrapper.name].push_back({&wrapper, model.text(model[script.file].path)});
}

const web::ScriptWrapper* ScriptWrappers::named(const std::string& name, ViewId view) const
{
    const web::ViewFacts& facts = m_views.facts(view);
    if (const auto own = std::ranges::find(facts.scriptCalls.wrappers, name, &web::ScriptWrapper::name); own != facts.scriptCalls.wrappers.end())
        return &*own;
    const auto found = m_wrappers.find(name);
    if (found == m_wrappers.end())
        return nullptr;
    const std::string_view path = m_model.text(m_model[m_model[view].file].path);
    const auto nearness = [&](const Known& known) {
        const bool included = std::ranges::any_of(
            facts.scripts, [&](const std::string& script) { return core::fileName(script) == core::fileName(known.path); });
        const auto apart = std::ranges::mismatch(path, known.path).in1 - path.begin();
        return std::pair(included, apart);
    };
    return std::ranges::max_element(found->second, {}, nearness)->wrapper;
}

void ScriptWrappers::expand(const web::ScriptCall& call, ViewId view, int depth, const std::function<void(const std::string&)>& f) const
{
    const web::ScriptWrapper* wrapper = depth < kDeepestWrapper ? named(call.callee, view) : nullptr;
    if (wrapper == nullptr)
        return;
    for (const web::ScriptTemplate& url : wrapper->urls)
        f(web::filledIn(url, call.args));
    for (const web::ScriptCall& inner : wrapper->calls) {
        web::ScriptCall made{inner.callee, {}, call.line};
        for (const web::ScriptTemplate& argument : inner.args)
            made.args.push_back(web::filledIn(argument, call.args));
        expand(made, view, depth + 1, f);
    }
}

void ScriptWrappers::eachAddress(ViewId view, const std::function<void(const std::string&, std::uint32_t)>& f) const
{
    for (const web::ScriptCall& call : m_views.facts(view).scriptCalls.calls)
        expand(call, view, 0, [&](const std::string& address) { f(web::filledIn(address, {}), call.line); });
}

} // namespace naru::analyzers::graph
