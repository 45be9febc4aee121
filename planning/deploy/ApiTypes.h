#pragma once

#include "core/model/CodeModel.h"
#include "planning/deploy/YamlText.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace naru::planning {

/// Parts of a member id "a.b.C#m(T,U)".
struct Signature {
    std::string type;
    std::string method;
    std::vector<std::string> parameters; ///< simple type names
};

Signature signatureOf(const std::string& id);

/// Types of the system by their simple names, and their fields.
class TypeIndex {
public:
    explicit TypeIndex(const core::CodeModel& code);
    /// Indexes of types, -1 when there is none.
    [[nodiscard]] int simple(std::string_view name) const;
    [[nodiscard]] int named(std::string_view name) const;
    [[nodiscard]] const std::vector<std::uint32_t>& members(int type) const { return m_members[static_cast<std::size_t>(type)]; }
    [[nodiscard]] bool inherits(int type, int super) const;
    /// A type that only holds data: whoever uses it gets its values in messages, not by calls.
    [[nodiscard]] bool holdsData(int type) const;

private:
    const core::CodeModel& m_code;
    std::map<std::string_view, std::uint32_t> m_bySimple;
    std::map<std::string_view, std::uint32_t> m_byName;
    std::vector<std::vector<std::uint32_t>> m_members;
    std::map<std::uint32_t, std::vector<std::uint32_t>> m_supers;
};

/// JSON Schema of Java types; types of the system become components.
class Schemas {
public:
    Schemas(const core::CodeModel& code, const TypeIndex& index) : m_code(code), m_index(index) {}
    /// The schema of a type as it is written in the code.
    Yaml of(std::string name);
    [[nodiscard]] static bool simpleType(const Yaml& schema);
    [[nodiscard]] Yaml take() { return m_components; }

private:
    void component(const std::string& name, int type);

    const core::CodeModel& m_code;
    const TypeIndex& m_index;
    Yaml m_components = Yaml::object();
};

} // namespace naru::planning
