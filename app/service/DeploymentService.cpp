#include "app/service/Services.h"

#include "core/base/Files.h"
#include "core/base/Texts.h"
#include "planning/deploy/Manifests.h"

#include <system_error>

namespace naru::service {

namespace fs = std::filesystem;

core::Result<core::DeploymentSet> ProjectService::deployment(core::SystemId system, core::Job& job)
{
    const auto model = code(system, job);
    if (!model)
        return std::unexpected(model.error());
    const auto defaults = planning::DeployDefaults::load(m_resources);
    if (!defaults)
        return std::unexpected(defaults.error());
    const auto partition = storedSplit(system);
    const auto audited = storedAudit(system);
    const auto roots = m_session.roots(system);
    const auto facts = planning::readSourceFacts(roots.empty() ? fs::path() : roots.front(), **model, job);
    if (!facts)
        return std::unexpected(facts.error());
    planning::ManifestInput input{.code = model->get(), .audit = audited ? &*audited : nullptr, .facts = &*facts};
    if (partition && !partition->alternatives.empty())
        input.split = &partition->alternatives.front();
    for (const core::System& known : m_session.project().systems)
        if (known.id == system)
            input.system = known.name;
    if (const auto planned = storedPlan(system); planned && planned->capacity)
        for (const core::ServiceCapacity& one : planned->capacity->services)
            if (!one.context.empty())
                input.instances[one.context] = {one.scaled.least, one.scaled.most};
    return planning::generateDeployment(input, *defaults, job);
}

namespace {

/// The list of what must be filled in, one item for every file and kind, with its lines and evidence.
std::string fillList(const core::DeploymentSet& set, const core::Texts& texts)
{
    std::string out = "# " + texts.text("planning.fills.title") + "\n\n" +
                      texts.text("planning.fills.lead", {{"count", std::to_string(set.fills.size())}}) + "\n";
    for (const std::string& note : set.notes)
        out += "\n- " + texts.text(note);
    out += "\n";
    std::string file = "?";
    for (std::size_t i = 0; i < set.fills.size(); ++i) {
        const core::FillItem& fill = set.fills[i];
        if (fill.file != file) {
            file = fill.file;
            out += "\n## " + (file.empty() ? texts.text("planning.fills.no-file") : file) + "\n\n";
        }
        out += "- [ ] ";
        if (fill.line > 0)
            out += std::to_string(fill.line) + ": ";
        if (fill.file.empty() && !fill.service.empty())
            out += fill.service + ": ";
        out += texts.text("planning.fill." + fill.id, fill.args);
        constexpr std::size_t kShown = 3;
        for (std::size_t e = 0; e < std::min(kShown, fill.evidence.size()); ++e)
            out += (e == 0 ? " (" : ", ") + fill.evidence[e].file + ":" + std::to_string(fill.evidence[e].line);
        if (fill.evidence.size() > kShown)
            out += ", +" + std::to_string(fill.evidence.size() - kShown);
        out += fill.evidence.empty() ? "\n" : ")\n";
    }
    return out;
}

} // namespace

core::Result<std::vector<fs::path>> writeDeployment(const core::DeploymentSet& set, const core::Texts& texts, const fs::path& folder)
{
    std::vector<fs::path> written;
    const auto write = [&](const std::string& path, const std::string& text) -> core::Result<void> {
        const fs::path file = folder / path;
        std::error_code error;
        fs::create_directories(file.parent_path(), error);
        if (auto done = core::writeFile(file, text); !done)
            return done;
        written.push_back(file);
        return {};
    };
    for (const core::GeneratedFile& file : set.files)
        if (const auto done = write(file.path, file.text); !done)
            return std::unexpected(done.error());
    if (const auto done = write("FILL-IN.md", fillList(set, texts)); !done)
        return std::unexpected(done.error());
    return written;
}

} // namespace naru::service
