#include "analyzers/config/MapperXml.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)naru::analyzers::config::readMapper(text, "mapper.xml");
    (void)naru::analyzers::config::scriptText(text);
    return 0;
}
