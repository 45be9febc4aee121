#include "core/model/MemberNames.h"

#include "core/base/PathNames.h"

namespace naru::core {

std::string shortMember(std::string_view id)
{
    id = id.substr(0, id.find('('));
    const std::size_t joint = id.find('#');
    if (joint == std::string_view::npos)
        return std::string(id);
    const std::string_view owner = id.substr(0, joint);
    return std::string(simpleName(owner)) + "." + std::string(id.substr(joint + 1));
}

} // namespace naru::core
