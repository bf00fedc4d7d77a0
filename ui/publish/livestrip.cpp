// SPDX-License-Identifier: GPL-3.0-or-later
#include "publish/livestrip.h"

#include "cloud/routinetypes.h"
#include "common/icons.h"
#include "common/plaintext.h"
#include "publish/lampbutton.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace edgewright {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSide = 8;
constexpr int kTop = 4;
constexpr int kBottom = 5;
constexpr int kSpace = 2;
constexpr int kRoomLevels = 3;
constexpr int kNarrowest = 220;

} // namespace

LiveStrip::LiveStrip(const ThemeService &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_production(new LampButton(this))
    , m_productionMenu(new QToolButton(this))
    , m_draft(nullptr)
    , m_staging(nullptr)
    , m_stagingMenu(nullptr)
{
    setObjectName(u"liveStrip"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    buildLamps();
    buildGaps();
    connect(&themes, &ThemeService::changed, this, &LiveStrip::restyle);
    clear();
    restyle();
}

// In the order of the tab key.
void LiveStrip::buildLamps()
{
    m_draft = new LampButton(this);
    m_staging = new LampButton(this);
    m_stagingMenu = new QToolButton(this);
    m_production->setObjectName(u"productionLamp"_s);
    m_productionMenu->setObjectName(u"productionLampMenu"_s);
    m_draft->setObjectName(u"draftLamp"_s);
    m_staging->setObjectName(u"stagingLamp"_s);
    m_stagingMenu->setObjectName(u"stagingLampMenu"_s);
    connect(m_production, &QPushButton::clicked, this,
            [this] { emit environmentActivated(kProduction); });
    connect(m_staging, &QPushButton::clicked, this,
            [this] { emit environmentActivated(kStaging); });
    connect(m_draft, &QPushButton::clicked, this, &LiveStrip::draftActivated);
    buildMenuButton(m_productionMenu, m_production, kProduction);
    buildMenuButton(m_stagingMenu, m_staging, kStaging);
}

void LiveStrip::buildMenuButton(QToolButton *button, LampButton *lamp, const QString &environment)
{
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    button->setIconSize({12, 12});
    const auto ask = [this, button, lamp, environment] {
        const QWidget *widget = button->isVisible() ? static_cast<QWidget *>(button) : lamp;
        emit menuRequested(environment, widget->mapToGlobal(widget->rect().bottomLeft()));
    };
    connect(button, &QToolButton::clicked, this, ask);
    connect(lamp, &LampButton::menuRequested, this, ask);
}

void LiveStrip::buildGaps()
{
    const std::array names{u"productionDraftGap"_s, u"draftStagingGap"_s,
                           u"productionStagingGap"_s};
    for (std::size_t i = 0; i < m_gaps.size(); ++i) {
        m_gaps.at(i) = new GapButton(this);
        m_gaps.at(i)->setObjectName(names.at(i));
        connect(m_gaps.at(i), &QPushButton::clicked, this,
                [this, gap = static_cast<Gap>(i)] { emit gapActivated(gap); });
    }
    const QList<QWidget *> order{m_production,
                                 m_productionMenu,
                                 gapButton(Gap::ProductionDraft),
                                 m_draft,
                                 gapButton(Gap::DraftStaging),
                                 gapButton(Gap::ProductionStaging),
                                 m_staging,
                                 m_stagingMenu};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

GapButton *LiveStrip::gapButton(Gap gap) const
{
    return m_gaps.at(static_cast<std::size_t>(gap));
}

void LiveStrip::setEnvironment(const Environment &environment)
{
    const bool isProduction = environment.environment == kProduction;
    (isProduction ? m_productionState : m_stagingState) = environment;
    showEnvironment(isProduction ? m_production : m_staging, environment);
    arrange();
}

void LiveStrip::setDraft(const DraftState &draft)
{
    m_draftState = draft;
    showDraft();
    arrange();
}

void LiveStrip::setGap(Gap gap, const GapButton::Count &count)
{
    gapButton(gap)->setCount(count);
    arrange();
}

void LiveStrip::clear()
{
    m_productionState = {.environment = kProduction};
    m_stagingState = {.environment = kStaging};
    m_draftState = {};
    for (GapButton *gap : m_gaps)
        gap->setCount({});
    retranslate();
}

void LiveStrip::showEnvironment(LampButton *lamp, const Environment &environment)
{
    const bool isProduction = lamp == m_production;
    const bool isLive = environment.known && !environment.sharesText.isEmpty();
    QString value = environment.known ? tr("not published") : u"—"_s;
    if (isLive)
        value = environment.sharesText;
    lamp->setContent(
        {.word = isProduction ? tr("PRODUCTION") : tr("STAGING"),
         .shortWord = isProduction ? tr("PROD", "production, abbreviated") : tr("STAGING"),
         .value = value,
         .shortValue = environment.known && !isLive ? tr("nothing") : value,
         .note = isLive ? environment.sinceText : QString(),
         .isMarked = isLive && !environment.changedElsewhere.isEmpty()});
    lamp->setLit(isLive);
    lamp->setEnabled(isLive);
    QString tip;
    if (isLive)
        tip = QString(environment.changedElsewhere + u'\n' + tr("Show the code that is live here"))
                  .trimmed();
    setPlainToolTip(lamp, tip);
    QToolButton *menu = isProduction ? m_productionMenu : m_stagingMenu;
    menu->setEnabled(isLive);
}

void LiveStrip::showDraft()
{
    QString value = u"—"_s;
    if (m_draftState.exists)
        value = m_draftState.baseName.isEmpty() ? tr("new")
                                                : tr("based on %1").arg(m_draftState.baseName);
    QString note;
    if (m_draftState.exists)
        note = m_draftState.edited ? tr("edited") : tr("unchanged");
    m_draft->setContent({.word = tr("DRAFT"),
                         .shortWord = tr("DRAFT"),
                         .value = value,
                         .shortValue = m_draftState.edited ? tr("edited") : m_draftState.baseName,
                         .note = note});
    m_draft->setLit(m_draftState.exists);
    m_draft->setEnabled(m_draftState.exists);
    m_draft->setToolTip(m_draftState.exists ? tr("Go to the draft") : QString());
}

QList<LiveStrip::Row> LiveStrip::rows(bool two) const
{
    const bool hasDraft = m_draftState.exists;
    const Row first{m_production, m_productionMenu,
                    gapButton(hasDraft ? Gap::ProductionDraft : Gap::ProductionStaging)};
    const Row draft = hasDraft ? Row{m_draft, gapButton(Gap::DraftStaging)} : Row();
    const Row second = draft + Row{m_staging, m_stagingMenu};
    return two ? QList<Row>{first, second} : QList<Row>{first + second};
}

int LiveStrip::widthOf(const Row &row) const
{
    int width = 2 * kSide;
    for (const QWidget *widget : row)
        width += widget->sizeHint().width() + kSpace;
    return width;
}

void LiveStrip::setRoom(int level)
{
    for (LampButton *lamp : {m_production, m_draft, m_staging})
        lamp->setRoom(static_cast<LampButton::Room>(level));
    // Being edited is no age.
    if (level == static_cast<int>(LampButton::Room::WithoutNote))
        m_draft->setRoom(LampButton::Room::All);
    for (GapButton *gap : m_gaps)
        gap->setTight(level > 0);
}

void LiveStrip::arrange()
{
    const auto fits = [this](const QList<Row> &wanted) {
        return std::ranges::all_of(wanted,
                                   [this](const Row &row) { return widthOf(row) <= width(); });
    };
    for (const bool two : {false, true}) {
        for (int level = 0; level < kRoomLevels; ++level) {
            setRoom(level);
            const QList<Row> wanted = rows(two);
            const bool isLast = two && level == kRoomLevels - 1;
            if (!isLast && !fits(wanted))
                continue;
            place(wanted);
            return;
        }
    }
}

void LiveStrip::place(const QList<Row> &rows)
{
    const int rowHeight = m_production->sizeHint().height();
    for (QWidget *child : findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        child->setVisible(
            std::ranges::any_of(rows, [child](const Row &row) { return row.contains(child); }));
    int y = kTop;
    for (const Row &row : rows) {
        int x = kSide;
        for (QWidget *widget : row) {
            const QSize size = widget->sizeHint();
            const int high = qMin(size.height(), rowHeight);
            const QRect place(x, y + (rowHeight - high) / 2, size.width(), high);
            widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
            x += size.width() + kSpace;
        }
        y += rowHeight;
    }
    if (const int high = y + kBottom; high != minimumHeight())
        setFixedHeight(high);
}

QSize LiveStrip::sizeHint() const
{
    return {widthOf(rows(false).constFirst()), kTop + m_production->sizeHint().height() + kBottom};
}

QSize LiveStrip::minimumSizeHint() const
{
    return {kNarrowest, sizeHint().height()};
}

void LiveStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void LiveStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
    QWidget::changeEvent(event);
}

void LiveStrip::paintEvent(QPaintEvent * /*event*/)
{
    const WindowColors &colors = m_themes.current().window;
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors.border);
}

void LiveStrip::restyle()
{
    const Theme &theme = m_themes.current();
    m_production->setColors(theme.production, theme.window);
    m_draft->setColors(theme.draft, theme.window);
    m_staging->setColors(theme.staging, theme.window);
    for (GapButton *gap : m_gaps)
        gap->setColors(theme.diff(m_themes.isColorBlindSafe()), theme.window);
    for (QToolButton *button : {m_productionMenu, m_stagingMenu})
        button->setIcon(icon(IconName::ChevronDown, theme));
    update();
}

void LiveStrip::retranslate()
{
    showEnvironment(m_production, m_productionState);
    showEnvironment(m_staging, m_stagingState);
    showDraft();
    gapButton(Gap::ProductionDraft)->setEnds(tr("production and the draft"));
    gapButton(Gap::DraftStaging)->setEnds(tr("staging and the draft"));
    gapButton(Gap::ProductionStaging)->setEnds(tr("production and staging"));
    m_productionMenu->setAccessibleName(tr("Production: more"));
    setPlainToolTip(m_productionMenu, tr("Roll back, share the traffic, compare"));
    m_stagingMenu->setAccessibleName(tr("Staging: more"));
    setPlainToolTip(m_stagingMenu, tr("Roll back, share the traffic, compare"));
    arrange();
}

} // namespace edgewright
