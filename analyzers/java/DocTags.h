#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace naru::analyzers::java {

/// A block tag of a documentation comment: @ejb.bean name="Order" type="CMP".
struct DocTag {
    std::string name; ///< ejb.bean; the older form ejb:bean is the same
    std::vector<std::pair<std::string, std::string>> attributes; ///< a text without a name is "value"
    std::size_t at = 0; ///< where it begins in the comment
};

/// The tags from which a build with XDoclet makes descriptors (of EJB and its servers, Hibernate, Struts, Spring, web.xml); nothing for
/// most comments. A tag begins its line; two signs (@@ejb.bean) put it out of use.
[[nodiscard]] std::vector<DocTag> descriptorTags(std::string_view comment);

} // namespace naru::analyzers::java
