#include "core/model/ModelJson.h"

namespace naru::core {

void to_json(nlohmann::json& json, const Evidence& evidence)
{
    json = {
        {"kind", evidence.kind}, {"file", evidence.file}, {"line", evidence.line}, {"text", evidence.text}, {"source", evidence.source}};
}

void from_json(const nlohmann::json& json, Evidence& evidence)
{
    evidence.kind = json.value("kind", "");
    evidence.file = json.value("file", "");
    evidence.line = json.value("line", 0);
    evidence.text = json.value("text", "");
    evidence.source = json.value("source", "");
}

void to_json(nlohmann::json& json, const LocalText& text)
{
    json = {{"ko", text.ko}, {"en", text.en}};
}

void from_json(const nlohmann::json& json, LocalText& text)
{
    text.ko = json.value("ko", "");
    text.en = json.value("en", "");
}

const nlohmann::json& listIn(const nlohmann::json& object, const char* key)
{
    static const nlohmann::json none = nlohmann::json::array();
    return !object.is_object() || object.contains(key) ? object.at(key) : none;
}

} // namespace naru::core
