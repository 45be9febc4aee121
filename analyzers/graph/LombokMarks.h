#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::graph {

/// Which annotations of Lombok stand on a type or a field.
struct LombokMarks {
    bool getter = false;
    bool setter = false;
    bool data = false;
    bool value = false;
    bool builder = false;
    bool noArgs = false;
    bool allArgs = false;
    bool requiredArgs = false;
    bool with = false;
    bool inheritedBuilder = false; ///< @SuperBuilder: fields of superclasses belong to it
    std::string builderMethod; ///< @Builder(builderMethodName = ..), empty: builder
    std::string buildMethod;   ///< @Builder(buildMethodName = ..), empty: build
    bool delegate = false;
    bool accessors = false;  ///< @Accessors stands here: what lombok.config says of names does not count
    bool fluent = false;     ///< @Accessors(fluent = true): no get and set in the names
    bool chain = false;      ///< setters give the object back
    std::vector<std::string> prefixes; ///< @Accessors(prefix = ..): not part of the property's name
    std::string_view logger; ///< type of the field `log` that @Slf4j and its kin make
    bool accessNone = false; ///< AccessLevel.NONE
};

/// Annotations that make a static field `log`, and its type.
inline constexpr std::pair<std::string_view, std::string_view> kLoggers[] = {
    {"Slf4j", "org.slf4j.Logger"},
    {"XSlf4j", "org.slf4j.ext.XLogger"},
    {"Log4j", "org.apache.log4j.Logger"},
    {"Log4j2", "org.apache.logging.log4j.Logger"},
    {"Log", "java.util.logging.Logger"},
    {"CommonsLog", "org.apache.commons.logging.Log"},
    {"JBossLog", "org.jboss.logging.Logger"},
    {"Flogger", "com.google.common.flogger.FluentLogger"},
};

/// Notes an annotation; false when it is none of Lombok's that make members.
inline bool mark(LombokMarks& marks, std::string_view name)
{
    if (name.starts_with("lombok."))
        name.remove_prefix(name.rfind('.') + 1);
    for (const auto& [annotation, type] : kLoggers)
        if (name == annotation)
            marks.logger = type;
    if (name == "Getter")
        marks.getter = true;
    else if (name == "Setter")
        marks.setter = true;
    else if (name == "Data")
        marks.data = true;
    else if (name == "Value")
        marks.value = true;
    else if (name == "Builder")
        marks.builder = true;
    else if (name == "SuperBuilder")
        marks.builder = marks.inheritedBuilder = true;
    else if (name == "Delegate")
        marks.delegate = true;
    else if (name == "Accessors")
        return true;
    else if (name == "NoArgsConstructor")
        marks.noArgs = true;
    else if (name == "AllArgsConstructor")
        marks.allArgs = true;
    else if (name == "RequiredArgsConstructor")
        marks.requiredArgs = true;
    else if (name == "With")
        marks.with = true;
    else
        return !marks.logger.empty();
    return true;
}

} // namespace naru::analyzers::graph
