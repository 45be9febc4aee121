#pragma once

#include "app/gui/Environment.h"
#include "app/gui/document/Preview.h"

#include <QAbstractScrollArea>

class QPrinter;

#include <map>
#include <memory>
#include <vector>

namespace naru::gui {

/// A report as the pages it will have in print, laid out by the same code that writes the PDF.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(Environment& environment, QWidget* parent = nullptr);
    ~PageView() override;
    void show(std::shared_ptr<const Preview> preview);
    void clear();
    void zoom(double factor);
    void fitWidth();
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const core::ReportModel* report() const { return m_preview ? m_preview->report.get() : nullptr; }
    /// Goes to the paragraph of a clause; false when no page has it.
    bool reveal(const std::string& clause);
    /// Prints all pages, each on a sheet of its orientation.
    void print(QPrinter& printer) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Sheet {
        std::size_t page = 0;
        QRectF area; ///< in points, in the column of pages
    };
    void place();
    void paintSheet(QPainter& painter, const Sheet& sheet) const;
    /// The page, set for the thread of the window when it is first shown: the preview comes from a thread that ends.
    const reports::Page& ownPage(std::size_t page) const;

    Environment& m_env;
    std::shared_ptr<const Preview> m_preview;
    mutable std::map<std::size_t, reports::Page> m_own;
    std::vector<Sheet> m_pages;
    QSizeF m_extent; ///< of all pages, points
    double m_scale = 1;
    bool m_fit = true;
};

} // namespace naru::gui
