#include "reports/builders/RfpTemplate.h"

#include "core/base/JsonDocument.h"
#include "core/model/LocalTextData.h"

#include <algorithm>

namespace naru::reports {

using namespace naru::core;

namespace {

TemplateBlock blockOf(const JsonCursor& at)
{
    static const std::vector<std::string_view> kTypes = {"heading", "text", "list", "insert"};
    TemplateBlock block;
    block.type = static_cast<TemplateBlock::Type>(at.at("type").choice(kTypes));
    block.when = at.stringsOr("when");
    switch (block.type) {
    case TemplateBlock::Type::Heading:
        at.onlyKeys({"type", "id", "level", "text", "when"});
        block.level = at.at("level").integer();
        if (block.level < 1 || block.level > 4)
            at.at("level").expected("a level from 1 to 4");
        [[fallthrough]];
    case TemplateBlock::Type::Text:
        if (block.type == TemplateBlock::Type::Text)
            at.onlyKeys({"type", "id", "style", "text", "when"});
        block.id = at.at("id").string();
        block.text = localText(at.at("text"));
        block.style = at.stringOr("style", "body");
        break;
    case TemplateBlock::Type::List:
        at.onlyKeys({"type", "id", "items", "when"});
        block.id = at.at("id").string();
        for (const JsonCursor& item : at.at("items").items()) {
            item.onlyKeys({"text", "when", "level"});
            block.items.push_back({localText(item.at("text")), item.stringsOr("when"), item.has("level") ? item.at("level").integer() : 0});
        }
        break;
    case TemplateBlock::Type::Insert:
        at.onlyKeys({"type", "name", "when"});
        block.insert = at.at("name").string();
        break;
    }
    return block;
}

TemplateRequirement requirementOf(const JsonCursor& at, const std::vector<RequirementClass>& classes)
{
    at.onlyKeys({"id", "class", "generate", "name", "definition", "details", "outputs", "source", "official", "when"});
    TemplateRequirement requirement{.id = at.at("id").string(), .code = at.at("class").string(), .generate = at.stringOr("generate", "")};
    if (std::ranges::find(classes, requirement.code, &RequirementClass::code) == classes.end())
        at.at("class").expected("the code of a class above");
    if (!requirement.generate.empty() && requirement.generate != "contexts" && requirement.generate != "interfaces")
        at.at("generate").expected("contexts or interfaces");
    requirement.name = localText(at.at("name"));
    requirement.definition = localText(at.at("definition"));
    for (const JsonCursor& detail : at.at("details").items())
        requirement.details.push_back(localText(detail));
    requirement.outputs = localTextOr(at, "outputs");
    requirement.source = localText(at.at("source"));
    requirement.official = at.booleanOr("official", false);
    requirement.when = at.stringsOr("when");
    return requirement;
}

std::vector<EvaluationItem> evaluationOf(const JsonCursor& list)
{
    std::vector<EvaluationItem> out;
    for (const JsonCursor& item : list.items()) {
        item.onlyKeys({"id", "name", "points", "criteria"});
        out.push_back({.id = item.at("id").string(),
                       .name = localText(item.at("name")),
                       .points = item.at("points").integer(),
                       .criteria = localText(item.at("criteria"))});
    }
    return out;
}

RfpTemplate templateOf(const JsonCursor& root)
{
    root.onlyKeys({"schema", "edition", "source", "classes", "blocks", "requirements", "evaluation", "evaluationRest", "technology"});
    if (root.at("schema").string() != "naru.template/1")
        root.at("schema").expected("naru.template/1");
    RfpTemplate out{.edition = root.at("edition").string(), .source = localText(root.at("source"))};
    for (const JsonCursor& item : root.at("classes").items())
        out.classes.push_back({.code = item.at("code").string(), .name = localText(item.at("name"))});
    for (const JsonCursor& item : root.at("blocks").items())
        out.blocks.push_back(blockOf(item));
    for (const JsonCursor& item : root.at("requirements").items())
        out.requirements.push_back(requirementOf(item, out.classes));
    out.evaluation = evaluationOf(root.at("evaluation"));
    out.evaluationRest = evaluationOf(root.at("evaluationRest"));
    for (const JsonCursor& item : root.at("technology").items())
        out.technology.push_back(localText(item));
    return out;
}

} // namespace

Result<RfpTemplate> loadRfpTemplate(const std::filesystem::path& file)
{
    return readData(file, templateOf);
}

} // namespace naru::reports
