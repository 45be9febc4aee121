#pragma once

#include "app/gui/Environment.h"

#include <QWidget>

#include <map>
#include <string>
#include <vector>

namespace naru::gui {

class FlowLayout;

/// Figures of a split in one line, each with how it changed against the proposal.
class MetricsBar : public QWidget {
    Q_OBJECT
public:
    /// A figure the bar knows, in the present language.
    struct Figure {
        std::string key;
        QString name;
        int decimals = 0;
        int better = 0; ///< 1: more is better, -1: less is better, 0: neither
    };
    [[nodiscard]] static std::vector<Figure> figures();

    explicit MetricsBar(Environment& environment, QWidget* parent = nullptr);
    void show(const std::map<std::string, double>& metrics, const std::map<std::string, double>& before);

private:
    Environment& m_env;
    FlowLayout* m_layout;
};

} // namespace naru::gui
