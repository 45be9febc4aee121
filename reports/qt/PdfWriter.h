#pragma once

#include "core/base/Error.h"
#include "core/model/ReportModel.h"

#include <memory>
#include <string>

class QGuiApplication;

namespace naru::reports {

/// Fonts and painting need a QGuiApplication. A program without a window keeps one of these while it
/// writes PDF; where an application is there already, it does nothing.
class PaintingSession {
public:
    PaintingSession();
    ~PaintingSession();
    PaintingSession(const PaintingSession&) = delete;
    PaintingSession& operator=(const PaintingSession&) = delete;

private:
    std::unique_ptr<QGuiApplication> m_application;
};

/// The report as the bytes of a PDF on A4: embedded fonts, repeated table headers, page numbers, contents with pages,
/// drawings as vectors. The same model gives the same bytes. Needs a PaintingSession.
/// Errors: NotFound when no installed font has Korean letters.
core::Result<std::string> writePdf(const core::ReportModel& model);

} // namespace naru::reports
