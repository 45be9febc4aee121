#pragma once

#include "analyzers/web/PageWriter.h"

namespace naru::analyzers::web {

/// Tags of HTML and of the tag libraries (JSTL, Spring, Struts, Stripes, Tiles, Facelets, WebSquare): forms, links,
/// includes, fields, beans.
class PageTags {
public:
    explicit PageTags(PageWriter& page) : m_page(page) {}

    /// `name` is the tag's name in small letters.
    void open(const Piece& tag, const std::string& name);
    void close(const std::string& name);

private:
    void form(const Piece& tag, const std::string& name, const std::string& local);
    void stripesEvent(const Piece& tag, std::string_view beanClass, std::string_view event);
    void link(const Piece& tag, const std::string& name, const std::string& local);
    void include(const Piece& tag, const std::string& name, const std::string& local);
    void field(const Piece& tag, const std::string& local);

    PageWriter& m_page;
    std::string m_beanClass; ///< of the Stripes form that is open
};

} // namespace naru::analyzers::web
