// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/icons.h"

#include <QBuffer>
#include <QFile>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPixmapCache>

#include <memory>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView fileName(IconName name)
{
    static constexpr std::array kNames{
        "account"_L1,      "add"_L1,     "back"_L1,    "check"_L1,   "chevrondown"_L1,
        "chevronright"_L1, "clock"_L1,   "close"_L1,   "compare"_L1, "copy"_L1,
        "delete"_L1,       "draft"_L1,   "error"_L1,   "hide"_L1,    "info"_L1,
        "lock"_L1,         "more"_L1,    "next"_L1,    "pause"_L1,   "play"_L1,
        "previous"_L1,     "publish"_L1, "refresh"_L1, "routine"_L1, "saveversion"_L1,
        "search"_L1,       "show"_L1,    "star"_L1,    "starred"_L1, "success"_L1,
        "undo"_L1,         "warning"_L1,
    };
    static_assert(kNames.size() == static_cast<std::size_t>(IconName::Warning) + 1);
    return kNames[static_cast<std::size_t>(name)];
}

/// Renders one drawing in the colour of the mode at whatever size is asked for.
class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QLatin1StringView name, const QColor &normal, const QColor &disabled)
        : m_name(name)
        , m_normal(normal)
        , m_disabled(disabled)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal scale) override
    {
        const QColor &color = mode == QIcon::Disabled ? m_disabled : m_normal;
        const QString key = u"edgewright-icon-%1-%2-%3x%4"_s.arg(m_name, color.name())
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = render(size, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine *clone() const override
    {
        return std::make_unique<LineIconEngine>(m_name, m_normal, m_disabled).release();
    }

private:
    [[nodiscard]] QPixmap render(const QSize &size, const QColor &color) const
    {
        QFile file(u":/icons/"_s + m_name + u".svg"_s);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray drawing = file.readAll();
        drawing.replace("currentColor", color.name().toLatin1());
        QBuffer buffer(&drawing);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, "svg");
        reader.setScaledSize(size);
        return QPixmap::fromImage(reader.read());
    }

    QLatin1StringView m_name;
    QColor m_normal;
    QColor m_disabled;
};

QIcon make(IconName name, const QColor &normal, const QColor &disabled)
{
    return QIcon(std::make_unique<LineIconEngine>(fileName(name), normal, disabled).release());
}

} // namespace

QIcon icon(IconName name, const Theme &theme)
{
    return make(name, theme.window.text, theme.window.disabled);
}

QIcon icon(IconName name, const QColor &color)
{
    return make(name, color, color);
}

QIcon icon(IconName name, const QColor &color, const QColor &disabled)
{
    return make(name, color, disabled);
}

} // namespace edgewright
