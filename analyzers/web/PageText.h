#pragma once

#include "analyzers/web/Letters.h"

#include <string>
#include <string_view>

namespace naru::analyzers::web {

inline std::string lower(std::string_view text)
{
    return core::smallLetters(text);
}

inline std::string upper(std::string_view text)
{
    return core::capitalLetters(text);
}

} // namespace naru::analyzers::web
