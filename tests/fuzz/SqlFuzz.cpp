#include "analyzers/sql/DdlReader.h"
#include "analyzers/sql/SqlReader.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)naru::analyzers::sql::readSql(text);
    (void)naru::analyzers::sql::readDdl(text);
    return 0;
}
