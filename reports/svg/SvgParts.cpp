#include "reports/svg/SvgParts.h"

#include <fmt/format.h>

namespace naru::reports::svg {

std::string start(double width, double height)
{
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" {}>", width, height, kFont);
}

std::string shortened(const std::string& text, std::size_t room)
{
    std::size_t used = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        used += bytes >= 3 ? 2 : 1;
        if (used > room)
            return text.substr(0, i) + "…";
        i += bytes;
    }
    return text;
}

} // namespace naru::reports::svg
