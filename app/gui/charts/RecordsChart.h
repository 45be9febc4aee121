#pragma once

#include "app/gui/Environment.h"
#include "checklist/records/LoadCurve.h"

#include <QWidget>

#include <vector>

namespace naru::gui {

/// Imported records over time: the busiest hour of each day with its peaks, and outages and complaints below. Without loads the
/// outages are drawn as bars by their length.
class RecordsChart : public QWidget {
    Q_OBJECT
public:
    explicit RecordsChart(Environment& environment, QWidget* parent = nullptr);
    void setRecords(checklist::LoadCurve load, std::vector<checklist::IncidentRecord> incidents);
    /// Nothing to draw.
    [[nodiscard]] bool empty() const { return m_load.days.empty() && m_incidents.empty(); }
    [[nodiscard]] int peaks() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Room; ///< where the drawing stands, and how days and values lie in it
    [[nodiscard]] Room room() const;
    void paintFrame(QPainter& painter, const Room& room) const;
    void paintLoad(QPainter& painter, const Room& room) const;
    void paintIncidents(QPainter& painter, const Room& room) const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString said(const checklist::LoadDay& day) const;
    [[nodiscard]] QString said(const checklist::IncidentRecord& incident) const;

    Environment& m_env;
    checklist::LoadCurve m_load;
    std::vector<checklist::IncidentRecord> m_incidents;
};

} // namespace naru::gui
