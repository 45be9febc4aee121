#pragma once

#include "app/gui/Environment.h"
#include "core/model/ReportModel.h"

#include <QAbstractScrollArea>

#include <memory>
#include <vector>

namespace naru::reports {
struct PageRun;
}

namespace naru::gui {

/// A report as the pages it will have in print, laid out by the same code that writes the PDF.
class PageView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit PageView(Environment& environment, QWidget* parent = nullptr);
    ~PageView() override;
    void show(std::shared_ptr<core::ReportModel> report);
    void clear();
    void zoom(double factor);
    void fitWidth();
    [[nodiscard]] int pages() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] const core::ReportModel* report() const { return m_report.get(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Sheet {
        std::size_t run = 0;
        int page = 0; ///< within the run
        QRectF area;  ///< in points, in the column of pages
    };
    void place();
    void paintSheet(QPainter& painter, const Sheet& sheet) const;

    Environment& m_env;
    std::shared_ptr<core::ReportModel> m_report;
    std::vector<reports::PageRun> m_runs;
    std::vector<Sheet> m_pages;
    QSizeF m_extent; ///< of all pages, points
    double m_scale = 1;
    bool m_fit = true;
};

} // namespace naru::gui
