#include "app/gui/theme/Colours.h"

namespace naru::gui {
namespace {

QColor c(QRgb rgb)
{
    return QColor::fromRgb(rgb);
}

Colours makeLight()
{
    Colours s;
    s.window = c(0xF3F6F7);
    s.base = c(0xFFFFFF);
    s.raised = c(0xEBF0F2);
    s.text = c(0x1B2328);
    s.muted = c(0x55646C);
    s.line = c(0xD3DCE0);
    s.accent = c(0x0A6A7E);
    s.accentText = c(0xFFFFFF);
    s.accentSoft = c(0xD9EDF1);
    s.good = c(0x2A7549);
    s.goodSoft = c(0xDFF1E6);
    s.warn = c(0x8A5D00);
    s.warnSoft = c(0xFBF0D5);
    s.bad = c(0xAE2A1F);
    s.badSoft = c(0xFBE5E2);
    s.risk = {c(0x55646C), c(0x35689B), c(0x8A5D00), c(0xB9500F), c(0xAE2A1F)};
    s.edgeCall = c(0x6C8A99);
    s.edgeTable = c(0xC08A1E);
    s.edgeTransaction = c(0xC2453A);
    s.kind = {c(0x0A6A7E), c(0x5C7A34), c(0x74649B)};
    s.kindSoft = {c(0xE2F1F4), c(0xEDF4E2), c(0xEFEBF7)};
    s.role = {c(0x35689B), c(0x9A6A10), c(0x5C7A34)};
    s.series = {c(0x0A6A7E), c(0xC08A1E), c(0x74649B), c(0x5C7A34), c(0xB9500F), c(0x35689B)};
    s.codeKeyword = c(0x7A3E9D);
    s.codeString = c(0x2A7549);
    s.codeComment = c(0x6A7880);
    s.codeNumber = c(0xA5490B);
    s.codeTag = c(0x0A5F8A);
    s.codeMark = c(0xFFF1B8);
    return s;
}

Colours makeDark()
{
    Colours s;
    s.dark = true;
    s.window = c(0x181D21);
    s.base = c(0x20272C);
    s.raised = c(0x2A3238);
    s.text = c(0xE3E9EC);
    s.muted = c(0x9CAAB2);
    s.line = c(0x3A454C);
    s.accent = c(0x56BACC);
    s.accentText = c(0x0C1A1E);
    s.accentSoft = c(0x1D3C44);
    s.good = c(0x7BCB98);
    s.goodSoft = c(0x1F3A2B);
    s.warn = c(0xE6C35C);
    s.warnSoft = c(0x3D3419);
    s.bad = c(0xFF9186);
    s.badSoft = c(0x472523);
    s.risk = {c(0x9CAAB2), c(0x8DB8E8), c(0xE6C35C), c(0xFFB074), c(0xFF9186)};
    s.edgeCall = c(0x7F9BA9);
    s.edgeTable = c(0xD9AE4B);
    s.edgeTransaction = c(0xF0776C);
    s.kind = {c(0x56BACC), c(0x9FC274), c(0xB3A2DD)};
    s.kindSoft = {c(0x1E343A), c(0x2A3322), c(0x2F2B3A)};
    s.role = {c(0x8DB8E8), c(0xE0B45C), c(0x9FC274)};
    s.series = {c(0x56BACC), c(0xE0B45C), c(0xB3A2DD), c(0x9FC274), c(0xFFB074), c(0x8DB8E8)};
    s.codeKeyword = c(0xCF9BEB);
    s.codeString = c(0x8CD0A4);
    s.codeComment = c(0x8C9AA2);
    s.codeNumber = c(0xF0A878);
    s.codeTag = c(0x7FC4EA);
    s.codeMark = c(0x4D4319);
    return s;
}

} // namespace

const Colours& lightColours()
{
    static const Colours set = makeLight();
    return set;
}

const Colours& darkColours()
{
    static const Colours set = makeDark();
    return set;
}

} // namespace naru::gui
