// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

namespace edgewright {

class ThemeService;
struct Theme;

/// Fusion, with those parts drawn from the theme that a style sheet cannot draw without pictures:
/// check marks, radio buttons, combo and spin boxes and the cross of a tab. Owned by the
/// application.
class ThemeStyle final : public QProxyStyle {
    Q_OBJECT

public:
    explicit ThemeStyle(ThemeService &themes);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option,
                    const QWidget *widget) const override;

private:
    [[nodiscard]] const Theme &colors() const;

    QPointer<ThemeService> m_themes; ///< The application may outlive it by its last moments.
};

} // namespace edgewright
