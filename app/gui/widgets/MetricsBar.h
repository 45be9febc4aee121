#pragma once

#include "app/gui/Environment.h"

#include <QWidget>

#include <map>
#include <string>

class QHBoxLayout;

namespace naru::gui {

/// Figures of a split in one line, each with how it changed against the proposal.
class MetricsBar : public QWidget {
    Q_OBJECT
public:
    explicit MetricsBar(Environment& environment, QWidget* parent = nullptr);
    void show(const std::map<std::string, double>& metrics, const std::map<std::string, double>& before);

private:
    Environment& m_env;
    QHBoxLayout* m_layout;
};

} // namespace naru::gui
