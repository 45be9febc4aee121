#include "reports/qt/PageComposer.h"

#include "reports/qt/Paginator.h"
#include "reports/qt/StripBuilder.h"

namespace naru::reports {

using namespace naru::core;

namespace {

constexpr double kSmallestScale = 0.55;
constexpr double kScaleStep = 0.03;

Pages composed(const ReportModel& model, const PageStyle& style, const std::function<bool()>& cancelled)
{
    StripBuilder builder(model, style, cancelled);
    const std::vector<Strip> strips = builder.build();
    Paginator paginator(style, builder.footnotes());
    Pages pages = paginator.paginate(strips);
    // The contents take the same room whatever the numbers are, so they can be put in afterwards.
    builder.numberContents(pages);
    pages.scale = style.scale;
    return pages;
}

} // namespace

Pages composePages(const ReportModel& model, const PageStyle& style, const std::function<bool()>& cancelled)
{
    Pages pages = composed(model, style, cancelled);
    if (!model.onePage)
        return pages;
    for (PageStyle smaller = style; pages.pages.size() > 1 && smaller.scale - kScaleStep >= kSmallestScale;) {
        smaller.scale -= kScaleStep;
        pages = composed(model, smaller, cancelled);
    }
    return pages;
}

} // namespace naru::reports
