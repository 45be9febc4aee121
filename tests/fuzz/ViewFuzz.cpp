#include "analyzers/web/ViewReader.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    using naru::analyzers::web::viewKind;
    (void)naru::analyzers::web::readView(text, viewKind("a.jsp", text));
    (void)naru::analyzers::web::cleanUrl(text);
    return 0;
}
