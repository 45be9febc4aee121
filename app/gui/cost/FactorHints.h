#pragma once

#include "app/gui/document/Document.h"
#include "app/gui/document/Subject.h"
#include "app/gui/jobs/LatestRunner.h"
#include "costing/FactorProposals.h"

#include <QWidget>

#include <map>
#include <memory>
#include <vector>

class QLabel;
class QPushButton;

namespace naru::gui {

/// What the source speaks for beside each adjustment factor: the proposed level, why, and one button that takes it over. Nothing is
/// applied by itself.
class FactorHints : public QObject {
    Q_OBJECT
public:
    FactorHints(Environment& environment, Document& document, QObject* parent);
    /// The line to be laid below a factor.
    QWidget* lineFor(const std::string& factor, QWidget* parent);
    /// Shows the proposals; looks for them anew, in the background, when the source was read again.
    void refresh(const costing::Tariff& tariff);

signals:
    void taken(const std::string& factor, int level);
    void selected(const naru::gui::Subject& subject);

private:
    struct Line {
        QWidget* box = nullptr;
        QLabel* text = nullptr;
        QPushButton* take = nullptr;
        QPushButton* why = nullptr;
        int level = 0;
    };
    void show();
    void showLine(const std::string& factor, Line& line);
    void explain(const std::string& factor);
    [[nodiscard]] const costing::FactorProposal* proposalFor(const std::string& factor) const;

    Environment& m_env;
    Document& m_document;
    LatestRunner m_runner;
    const costing::Tariff* m_tariff = nullptr;
    std::map<std::string, Line> m_lines;
    std::shared_ptr<const core::CodeModel> m_code; ///< the proposals were made from
    std::vector<costing::FactorProposal> m_proposals;
    bool m_known = false;
};

} // namespace naru::gui
