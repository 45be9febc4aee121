#pragma once

#include "core/base/Id.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace naru::analyzers::graph {

enum class TypeForm : std::uint8_t {
    Project,   ///< id: index of the type symbol
    External,  ///< id: StringId of the name, as qualified as known
    Primitive, ///< id: Primitive
    Variable,  ///< id: number of the type variable
    Null,      ///< the type of `null`
};

enum class Primitive : std::uint32_t { Void, Boolean, Byte, Short, Char, Int, Long, Float, Double };

/// A Java type while names are resolved. Values live in a TypeArena and are never changed; an unknown type is a null pointer.
struct JavaType {
    TypeForm form = TypeForm::External;
    std::uint8_t dimensions = 0;
    std::uint16_t argumentCount = 0;
    std::uint32_t id = 0;
    const JavaType* const* arguments = nullptr;

    [[nodiscard]] std::span<const JavaType* const> args() const { return {arguments, argumentCount}; }
    [[nodiscard]] bool isArray() const { return dimensions > 0; }
    [[nodiscard]] bool is(TypeForm wanted) const { return form == wanted && dimensions == 0; }
    [[nodiscard]] core::StringId externalName() const { return core::StringId(id); }
};

using TypeRef = const JavaType*;

/// Owns types; freed or reused as a whole.
class TypeArena {
public:
    TypeRef make(const JavaType& type)
    {
        auto* place = static_cast<JavaType*>(allocate(sizeof(JavaType)));
        return new (place) JavaType(type);
    }
    TypeRef make(TypeForm form, std::uint32_t id, std::span<const TypeRef> arguments = {}, std::uint8_t dimensions = 0)
    {
        return make(JavaType{form, dimensions, static_cast<std::uint16_t>(arguments.size()), id, copy(arguments)});
    }
    /// The same type with another number of array dimensions.
    TypeRef withDimensions(TypeRef type, unsigned dimensions)
    {
        if (type == nullptr || type->dimensions == dimensions)
            return type;
        JavaType changed = *type;
        changed.dimensions = static_cast<std::uint8_t>(dimensions > 255 ? 255 : dimensions);
        return make(changed);
    }
    const TypeRef* copy(std::span<const TypeRef> types)
    {
        if (types.empty())
            return nullptr;
        auto* place = static_cast<TypeRef*>(allocate(sizeof(TypeRef) * types.size()));
        for (std::size_t i = 0; i < types.size(); ++i)
            place[i] = types[i];
        return place;
    }
    /// Forgets all types; keeps the memory.
    void clear()
    {
        m_block = 0;
        m_used = 0;
    }

private:
    /// Most arenas hold the declarations of one file: blocks begin small.
    static constexpr std::size_t kFirstBlock = 512;
    static constexpr std::size_t kBlock = std::size_t{8} * 1024;
    static std::size_t sizeOf(std::size_t block) { return block < 4 ? kFirstBlock << block : kBlock; }

    void* allocate(std::size_t bytes)
    {
        bytes = (bytes + 7) & ~std::size_t{7};
        if (bytes > kFirstBlock) {
            m_large.push_back(std::make_unique<std::byte[]>(bytes));
            return m_large.back().get();
        }
        if (m_blocks.empty() || m_used + bytes > sizeOf(m_block)) {
            if (!m_blocks.empty())
                ++m_block;
            if (m_block == m_blocks.size())
                m_blocks.push_back(std::make_unique_for_overwrite<std::byte[]>(sizeOf(m_block)));
            m_used = 0;
        }
        void* place = m_blocks[m_block].get() + m_used;
        m_used += bytes;
        return place;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_blocks;
    std::vector<std::unique_ptr<std::byte[]>> m_large;
    std::size_t m_block = 0;
    std::size_t m_used = 0;
};

} // namespace naru::analyzers::graph
