#pragma once

#include "analyzers/java/CodeWriter.h"

namespace naru::analyzers::java {

/// Opens an element; its size is set when it goes out of scope.
class CodeWriter::Element {
public:
    Element(CodeWriter& writer, Op op, std::uint32_t line, core::StringId text = {}, std::uint16_t extra = 0, unsigned flags = 0)
        : m_writer(writer),
          m_index(static_cast<std::uint32_t>(writer.m_code.size()))
    {
        writer.m_code.push_back({op, static_cast<std::uint8_t>(flags), extra, 1, text.value, line});
    }
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element() { m_writer.m_code[m_index].size = static_cast<std::uint32_t>(m_writer.m_code.size()) - m_index; }

    [[nodiscard]] std::uint32_t index() const { return m_index; }
    Code& operator*() const { return m_writer.m_code[m_index]; }

private:
    CodeWriter& m_writer;
    std::uint32_t m_index;
};

} // namespace naru::analyzers::java
