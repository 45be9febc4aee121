#pragma once

#include "analyzers/web/PageWriter.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace naru::analyzers::web {

/// Tags of HTML and of the tag libraries (JSTL, Spring, Struts, Stripes, Tiles, Facelets, WebSquare): forms, links,
/// includes, fields, beans.
class PageTags {
public:
    explicit PageTags(PageWriter& page) : m_page(page) {}

    /// `name` is the tag's name in small letters.
    void open(const Piece& tag, std::string_view name);
    void close(std::string_view name);

private:
    void form(const Piece& tag, std::string_view name, std::string_view local);
    void stripesEvent(const Piece& tag, std::string_view beanClass, std::string_view event);
    void link(const Piece& tag, std::string_view name, std::string_view local);
    void include(const Piece& tag, std::string_view name, std::string_view local);
    void field(const Piece& tag, std::string_view local);
    void fixedValue(const Piece& tag, std::string_view local);

    static constexpr std::size_t kNoForm = static_cast<std::size_t>(-1);
    PageWriter& m_page;
    std::string m_beanClass; ///< of the Stripes form that is open
    std::size_t m_form = kNoForm; ///< link of the form that is open
};

} // namespace naru::analyzers::web
