#include "core/base/PathNames.h"
#include "planning/deploy/ApiTypes.h"
#include "planning/deploy/ServiceManifests.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace naru::planning {

namespace {

using core::CodeModel;

std::string kebab(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool capital = c >= 'A' && c <= 'Z';
        if (capital && i > 0 && !(text[i - 1] >= 'A' && text[i - 1] <= 'Z'))
            out += '-';
        if (capital)
            out += static_cast<char>(c - 'A' + 'a');
        else
            out += (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    }
    return out;
}

/// A function that other contexts call, with those who call it.
struct Operation {
    Signature signature;
    const core::Member* member = nullptr;
    std::set<std::string> callers;
    std::string file;
    int line = 0;
};

/// Calls into one context, without constructors, data holders and static functions, which no network call replaces.
struct Calls {
    std::map<std::string, Operation> operations; ///< by member id
    std::set<std::string> library;               ///< static functions: they belong into a shared library
};

Calls callsInto(const DeployedService& service, const std::vector<DeployedService>& services, const ManifestFrame& frame,
                const TypeIndex& index, const std::map<std::string_view, const core::Member*>& members)
{
    Calls out;
    for (const core::ContextInterface& link : frame.input.split->interfaces) {
        if (link.to != service.context->id || link.from == link.to || link.kind == core::InterfaceKind::SharedTable)
            continue;
        const auto caller = std::ranges::find(services, link.from, [](const DeployedService& s) { return s.context->id; });
        for (const core::InterfaceFunction& function : link.functions) {
            Signature signature = signatureOf(function.to);
            const auto member = members.find(function.to);
            if (signature.method.empty() || signature.method.starts_with("<") || member == members.end() ||
                member->second->kind != core::MemberKind::Method)
                continue;
            if (core::has(member->second->flags, core::MemberFlag::Static)) {
                out.library.insert(function.to);
                continue;
            }
            const int type = index.named(signature.type);
            if (type >= 0 && index.holdsData(type))
                continue;
            Operation& operation = out.operations[function.to];
            operation.signature = std::move(signature);
            operation.member = member->second;
            if (caller != services.end())
                operation.callers.insert(caller->name);
            if (operation.file.empty() || std::tie(function.file, function.line) < std::tie(operation.file, operation.line)) {
                operation.file = function.file;
                operation.line = function.line;
            }
        }
    }
    // A call through an interface is found at its implementation, too: the interface stands for both.
    for (auto it = out.operations.begin(); it != out.operations.end();) {
        const Operation& one = it->second;
        const int type = index.named(one.signature.type);
        const bool twin = std::ranges::any_of(out.operations, [&](const auto& other) {
            return other.second.signature.method == one.signature.method && other.second.signature.parameters == one.signature.parameters &&
                   type >= 0 && index.inherits(type, index.named(other.second.signature.type));
        });
        it = twin ? out.operations.erase(it) : std::next(it);
    }
    return out;
}

Yaml operationOf(const Operation& one, const CodeModel& code, Schemas& schemas, bool& reads)
{
    static const RE2 reading("^(get|find|select|is|has|list|count|search|read|load|check|exists|inquire|retrieve).*");
    Yaml parameters = Yaml::array();
    Yaml body = Yaml::object();
    Yaml required = Yaml::array();
    bool plain = true;
    for (std::size_t i = 0; i < one.signature.parameters.size(); ++i) {
        const std::string name = "arg" + std::to_string(i + 1);
        const Yaml schema = schemas.of(one.signature.parameters[i]);
        plain = plain && Schemas::simpleType(schema);
        parameters.push_back({{"name", fillIn(name, "parameter-name")}, {"in", "query"}, {"required", true}, {"schema", schema}});
        body[name] = schema;
        required.push_back(name);
    }
    reads = plain && RE2::FullMatch(one.signature.method, reading);
    Yaml out = {{"operationId", one.signature.method},
                {"summary", std::string(core::simpleName(one.signature.type)) + "." + one.signature.method},
                {"tags", Yaml(std::vector<std::string>(one.callers.begin(), one.callers.end()))}};
    if (reads && !parameters.empty())
        out["parameters"] = parameters;
    if (!reads && !body.empty())
        out["requestBody"] = {
            {"required", true},
            {"content", {{"application/json", {{"schema", {{"type", "object"}, {"required", required}, {"properties", body}}}}}}}};
    const std::string result(code.text(one.member->valueType));
    if (result.empty() || result == "void")
        out["responses"]["204"] = {{"description", "Done"}};
    else
        out["responses"]["200"] = {{"description", "Result"}, {"content", {{"application/json", {{"schema", schemas.of(result)}}}}}};
    out["responses"]["default"] = {{"description", "Problem (RFC 9457)"},
                                   {"content", {{"application/problem+json", {{"schema", {{"$ref", "#/components/schemas/Problem"}}}}}}}};
    out["x-naru-calls"] = one.file + ":" + std::to_string(one.line);
    return out;
}

void addOpenApi(const DeployedService& service, const Calls& calls, const ManifestFrame& frame, const TypeIndex& index, FileSet& out)
{
    const CodeModel& code = *frame.input.code;
    Schemas schemas(code, index);
    Yaml paths = Yaml::object();
    std::set<std::string> ids;
    std::set<std::string> tags;
    for (const auto& [id, one] : calls.operations) {
        bool reads = false;
        Yaml operation = operationOf(one, code, schemas, reads);
        const std::string type(core::simpleName(one.signature.type));
        const std::string stem = "/internal/" + kebab(type) + "/" + kebab(one.signature.method);
        std::string path = stem;
        for (int n = 2; paths.contains(path); ++n)
            path = stem + "-" + std::to_string(n);
        std::string name = type + "_" + one.signature.method;
        for (int n = 2; ids.contains(name); ++n)
            name = type + "_" + one.signature.method + std::to_string(n);
        ids.insert(name);
        operation["operationId"] = name;
        paths[path][reads ? "get" : "post"] = operation;
        tags.insert(one.callers.begin(), one.callers.end());
    }
    Yaml document = {{"openapi", "3.1.0"},
                     {"info", {{"title", service.context->name}, {"version", fillIn("0.1.0", "api-version")}}},
                     {"servers", Yaml::array({{{"url", "http://" + service.name}}})},
                     {"security", Yaml::array({{{"bearer", Yaml::array()}}})}};
    document["tags"] = Yaml::array();
    for (const std::string& tag : tags)
        document["tags"].push_back({{"name", tag}});
    document["paths"] = paths;
    Yaml components = schemas.take();
    components["Problem"] = {{"type", "object"},
                             {"properties",
                              {{"type", {{"type", "string"}}},
                               {"title", {{"type", "string"}}},
                               {"status", {{"type", "integer"}}},
                               {"detail", {{"type", "string"}}}}}};
    document["components"] = {{"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", fillIn("bearer", "api-security")}}}}},
                              {"schemas", components}};
    if (!calls.library.empty())
        document["x-naru-library"] = std::vector<std::string>(calls.library.begin(), calls.library.end());
    out.yaml("api/" + service.name + ".openapi.yaml", service.name, "OpenAPI", document);
}

/// The schema of a column by its type in the database; numbers with places and what is not known are texts.
Yaml columnSchema(std::string_view type)
{
    static const RE2 whole(R"((?i)\s*(tiny|small|medium|big)?(int|integer|serial)\b.*|\s*(number|numeric|decimal)\s*\(\s*\d+\s*(,\s*0\s*)?\).*)");
    static const RE2 moment(R"((?i)\s*(timestamp|datetime).*)");
    static const RE2 yes(R"((?i)\s*bool(ean)?\b.*)");
    const re2::StringPiece text(type.data(), type.size());
    Yaml out = RE2::FullMatch(text, whole)    ? Yaml{{"type", "integer"}}
               : RE2::FullMatch(text, moment) ? Yaml{{"type", "string"}, {"format", "date-time"}}
               : RE2::FullMatch(text, yes)    ? Yaml{{"type", "boolean"}}
                                              : Yaml{{"type", "string"}};
    out["x-naru-column"] = std::string(type);
    return out;
}

/// The key columns of a table: what an event must at least say.
Yaml keyOf(const CodeModel& code, const std::string& table)
{
    Yaml out = Yaml::object();
    for (const core::Table& one : code.tables) {
        if (code.text(one.name) != table)
            continue;
        for (const core::Column& column : one.columns)
            if (column.primaryKey)
                out[std::string(code.text(column.name))] = columnSchema(code.text(column.type));
    }
    return out;
}

void addAsyncApi(const DeployedService& service, const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    Yaml channels = Yaml::object();
    Yaml operations = Yaml::object();
    Yaml messages = Yaml::object();
    std::map<std::pair<std::string, std::string>, std::set<std::string>> events; // table, name -> entry points
    for (const core::DomainEvent& event : service.context->events)
        events[{event.table, event.name}].insert(event.entryPoint);
    std::map<std::string, int> number;
    for (const auto& [event, entries] : events) {
        const auto& [table, title] = event;
        std::string key = kebab(table.empty() ? std::string("event") : table);
        key += "-" + std::to_string(++number[key]);
        Yaml consumers = Yaml::array();
        for (const DeployedService& other : services)
            if (std::ranges::find(other.context->reads, table) != other.context->reads.end())
                consumers.push_back(other.name);
        channels[key] = {{"address", fillIn(frame.system + "." + service.name + "." + key, "event-address")},
                         {"title", title},
                         {"messages", {{key, {{"$ref", "#/components/messages/" + key}}}}}};
        operations["send-" + key] = {{"action", "send"},
                                     {"channel", {{"$ref", "#/channels/" + key}}},
                                     {"x-naru-caused-by", std::vector<std::string>(entries.begin(), entries.end())},
                                     {"x-naru-consumers", consumers}};
        Yaml payload = {{"type", "object"}, {"properties", {{"occurredAt", {{"type", "string"}, {"format", "date-time"}}}}}};
        const Yaml columns = keyOf(*frame.input.code, table);
        if (columns.empty())
            payload["description"] = fillIn(table, "event-payload");
        for (const auto& [name, schema] : columns.items())
            payload["properties"][name] = schema;
        messages[key] = {{"name", key}, {"title", title}, {"contentType", "application/json"}, {"payload", payload}};
    }
    if (channels.empty())
        return;
    out.yaml("api/" + service.name + ".asyncapi.yaml", service.name, "AsyncAPI",
             {{"asyncapi", "3.0.0"},
              {"info", {{"title", service.context->name}, {"version", fillIn("0.1.0", "api-version")}}},
              {"servers", {{"broker", {{"host", fillIn("broker.example.invalid:9092", "broker")}, {"protocol", "kafka"}}}}},
              {"channels", channels},
              {"operations", operations},
              {"components", {{"messages", messages}}}});
}

} // namespace

void addApiDescriptions(const std::vector<DeployedService>& services, const ManifestFrame& frame, FileSet& out)
{
    const TypeIndex index(*frame.input.code);
    std::map<std::string_view, const core::Member*> members;
    for (const core::Member& member : frame.input.code->members)
        members.emplace(frame.input.code->text(member.id), &member);
    for (const DeployedService& service : services) {
        const Calls calls = callsInto(service, services, frame, index, members);
        if (!calls.operations.empty())
            addOpenApi(service, calls, frame, index, out);
        addAsyncApi(service, services, frame, out);
    }
}

} // namespace naru::planning
