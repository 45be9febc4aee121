#include "checklist/AnswerSheet.h"

#include "core/base/JsonDocument.h"

#include <algorithm>

namespace naru::checklist {

using core::ErrorCode;
using core::JsonCursor;

namespace {

constexpr std::string_view kDefaultCatalog = "self-diagnosis";

const Item& knownItem(const Catalog& catalog, const std::string& id, const JsonCursor& at)
{
    if (const Item* item = catalog.find(id))
        return *item;
    std::string ids;
    for (const Item& item : catalog.items)
        ids += (ids.empty() ? "" : ", ") + item.id;
    at.fail(ErrorCode::InvalidArgument, "checklist.answers.unknown-item", {{"item", id}, {"catalog", catalog.id}, {"items", ids}});
}

std::vector<core::Evidence> attachments(const JsonCursor& at)
{
    std::vector<core::Evidence> out;
    for (const auto& one : at.items()) {
        one.onlyKeys({"kind", "file", "line", "text", "source"});
        core::Evidence evidence{one.stringOr("kind", "attached"), one.stringOr("file", ""), one.has("line") ? one.at("line").integer() : 0,
                                one.stringOr("text", ""), one.stringOr("source", "")};
        if (evidence.file.empty() && evidence.text.empty() && evidence.source.empty())
            one.expected("a file, a text or a source");
        out.push_back(std::move(evidence));
    }
    return out;
}

core::GivenAnswer givenAnswer(const JsonCursor& at, const std::string& edition)
{
    core::GivenAnswer out;
    out.edition = edition;
    JsonCursor value = at;
    if (at.value().is_object()) {
        at.onlyKeys({"value", "note", "who", "when", "attached"});
        value = at.at("value");
        out.note = at.stringOr("note", "");
        out.who = at.stringOr("who", "");
        out.when = at.stringOr("when", "");
        if (at.has("attached"))
            out.attached = attachments(at.at("attached"));
    }
    constexpr std::array kAnswers{core::Answer::Yes, core::Answer::No, core::Answer::Unknown};
    out.value = kAnswers.at(value.choice({"yes", "no", "unknown"}));
    return out;
}

AnswerSheet sheet(const JsonCursor& root, const Catalog& catalog)
{
    root.onlyKeys({"schema", "catalog", "edition", "title", "source", "answers", "riders", "readings"});
    AnswerSheet out;
    out.catalog = root.stringOr("catalog", kDefaultCatalog);
    if (out.catalog != catalog.id)
        root.at("catalog").fail(ErrorCode::Conflict, "checklist.answers.other-catalog", {{"found", out.catalog}, {"catalog", catalog.id}});
    out.edition = root.stringOr("edition", "");
    for (const auto& [id, at] : root.at("answers").members()) {
        (void)knownItem(catalog, id, at);
        out.answers[id] = givenAnswer(at, out.edition);
    }
    if (root.has("riders"))
        for (const auto& [id, at] : root.at("riders").members()) {
            if (!knownItem(catalog, id, at).rider)
                at.fail(ErrorCode::InvalidArgument, "checklist.answers.no-rider", {{"item", id}});
            out.riders[id] = at.boolean();
        }
    if (root.has("readings"))
        for (const auto& [id, at] : root.at("readings").members()) {
            const Item& item = knownItem(catalog, id, at);
            if (std::ranges::find(item.readings, at.string(), &Reading::id) == item.readings.end())
                at.fail(ErrorCode::InvalidArgument, "checklist.answers.no-reading", {{"item", id}, {"reading", at.string()}});
            out.readings[id] = at.string();
        }
    return out;
}

} // namespace

core::Result<std::string> catalogOfAnswers(const std::filesystem::path& file)
{
    return core::readData(file, [](const JsonCursor& root) { return root.stringOr("catalog", kDefaultCatalog); });
}

core::Result<AnswerSheet> loadAnswers(const std::filesystem::path& file, const Catalog& catalog)
{
    return core::readData(file, [&catalog](const JsonCursor& root) { return sheet(root, catalog); });
}

core::Result<AnswerSheet> parseAnswers(std::string_view text, const std::string& origin, const Catalog& catalog)
{
    const auto document = core::JsonDocument::parse(text, origin);
    if (!document)
        return std::unexpected(document.error());
    return core::readData(*document, [&catalog](const JsonCursor& root) { return sheet(root, catalog); });
}

} // namespace naru::checklist
