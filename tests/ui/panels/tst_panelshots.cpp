// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectdialog.h"
#include "common/commandbutton.h"
#include "common/emptystate.h"
#include "common/messagebar.h"
#include "common/questiondialog.h"
#include "history/historypanel.h"
#include "publish/livestrip.h"
#include "publish/publishsheet.h"
#include "publish/roomnotice.h"
#include "publish/saveversionsheet.h"
#include "routines/newroutinedialog.h"
#include "routines/routinespanel.h"
#include "samples.h"
#include "support/patience.h"
#include "support/unnamedwidgets.h"

#include <QApplication>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace edgewright;

/// Shows every panel with rich data in both themes: nothing unnamed, nothing empty, no warning.
/// With EDGEWRIGHT_SHOTS=DIR the pictures are kept to be looked at.
class PanelShotsTest : public QObject {
    Q_OBJECT

private:
    static Error error()
    {
        return {.code = ErrorCode::Forbidden,
                .message = u"The key may not list edge routines."_s,
                .advice = u"Ask for the permission esa:ListUserRoutines."_s,
                .detail = u"HTTP 403 from esa.cn-hangzhou.aliyuncs.com"_s,
                .serviceCode = u"NoPermission"_s,
                .requestId = u"EDBD3EB3-97DA-5465-AEF5-8DCA5DC5E395"_s};
    }

    void shoot(QWidget *widget, const QString &name)
    {
        widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(widget));
        // A sheet slides in; its picture is of the sheet at rest.
        const auto *card = widget->findChild<QWidget *>(u"sheetCard"_s);
        if (card && card->isVisible())
            QTRY_COMPARE(card->y(), 0);
        // Layouts settle when the loop turns.
        QCoreApplication::processEvents();
        QCOMPARE(test::unnamedWidgets(widget), QStringList());
        const QImage image = widget->grab().toImage();
        const QRgb corner = image.pixel(0, 0);
        bool hasContent = false;
        for (int y = 0; y < image.height() && !hasContent; ++y) {
            for (int x = 0; x < image.width() && !hasContent; ++x)
                hasContent = image.pixel(x, y) != corner;
        }
        QVERIFY(hasContent);
        const QString folder = qEnvironmentVariable("EDGEWRIGHT_SHOTS");
        if (folder.isEmpty())
            return;
        const QString suffix = m_themes->current().isDark() ? u"-dark.png"_s : u"-light.png"_s;
        QVERIFY(image.save(folder + u'/' + name + suffix));
    }

    void shootRoutines()
    {
        RoutineListModel model;
        RoutinesPanel panel(model, *m_themes);
        panel.resize(280, 560);
        shoot(&panel, u"routines-disconnected"_s);
        model.setItems(test::routineItems());
        panel.setAccount(u"Sandbox"_s, u"on this computer"_s, u"127.0.0.1:4242"_s);
        panel.setQuota(6, 100);
        panel.setCurrentRoutine(u"www-redirects"_s);
        shoot(&panel, u"routines"_s);
        panel.setLocks({.routines = {u"www-redirects"_s}, .isAccountLocked = true});
        shoot(&panel, u"routines-locked"_s);
        panel.setBusy(true, u"Reading routines…"_s);
        panel.showError(error());
        QTRY_VERIFY(panel.findChild<QWidget *>(u"busyIndicator"_s)->isVisible());
        shoot(&panel, u"routines-error"_s);
    }

    void shootHistory()
    {
        VersionListModel model;
        HistoryPanel panel(model, *m_themes);
        panel.resize(320, 620);
        shoot(&panel, u"history-empty"_s);
        model.setItems(test::versionItems());
        panel.setRoom(7, 10);
        auto *list = panel.findChild<QListView *>(u"versionList"_s);
        list->setFocus();
        panel.selectVersion(model.items().at(2).version.id);
        list->selectionModel()->select(list->model()->index(0, 0), QItemSelectionModel::Select);
        shoot(&panel, u"history"_s);
    }

    void shootStrip()
    {
        LiveStrip strip(*m_themes);
        strip.setEnvironment({.environment = kProduction,
                              .sharesText = u"v5 90 % / v6 10 %"_s,
                              .sinceText = u"6 d ago"_s,
                              .known = true});
        strip.setEnvironment({.environment = kStaging,
                              .sharesText = u"v7"_s,
                              .sinceText = u"3 h ago"_s,
                              .known = true});
        strip.setDraft({.baseName = u"v7"_s, .edited = true, .exists = true});
        strip.resize(900, strip.sizeHint().height());
        shoot(&strip, u"strip"_s);
        strip.resize(520, strip.sizeHint().height());
        shoot(&strip, u"strip-narrow"_s);
        strip.clear();
        shoot(&strip, u"strip-empty"_s);
    }

    void shootSave()
    {
        QWidget area;
        area.resize(820, 420);
        SaveVersionSheet sheet(*m_themes, &area);
        SaveVersionSheet::Context context{.routine = u"www-redirects"_s,
                                          .description = u"handleRequest, addCors changed"_s,
                                          .size = 1'934,
                                          .used = 7,
                                          .quota = 10};
        sheet.setContext(context);
        sheet.open();
        shoot(&area, u"save"_s);
        sheet.setStep(u"Uploading to the object store…"_s, 40, 100, true);
        shoot(&area, u"save-progress"_s);
        sheet.showError(error());
        shoot(&area, u"save-error"_s);
        context.sameAsName = u"v7"_s;
        sheet.setContext(context);
        shoot(&area, u"save-same"_s);
    }

    void shootRoom()
    {
        QWidget area;
        area.resize(820, 520);
        SaveVersionSheet sheet(*m_themes, &area);
        auto *notice = new RoomNotice(*m_themes, &sheet);
        sheet.addSection(notice);
        sheet.setContext({.routine = u"www-redirects"_s,
                          .description = u"handleRequest, addCors changed"_s,
                          .size = 1'934,
                          .used = 10,
                          .quota = 10});
        RoomNotice::Content content{
            .headline = u"All 10 places for versions are taken. One of them has to go; its code "
                        "stays in the archive on this computer."_s,
            .choices = {},
            .stays = u"These stay:\nv15 — live in production\nv14 — live in staging\nv12 — the way "
                     "back in production"_s};
        for (int i = 3; i < 10; ++i)
            content.choices.append({.id = QString::number(i),
                                    .name = u'v' + QString::number(i),
                                    .reason = i == 3 ? u"oldest, not live since 3 Oct, archived"_s
                                                     : u"never seen live, archived"_s,
                                    .description = u"Follow the new shop paths"_s,
                                    .isChosen = i == 3});
        notice->setContent(content);
        sheet.setRoom(notice->chosenNames(), {});
        sheet.open();
        shoot(&area, u"save-room"_s);
        content.isOneOnly = false;
        notice->setContent(content);
        shoot(&area, u"save-room-several"_s);
    }

    void shootPublish()
    {
        QWidget area;
        area.resize(820, 420);
        PublishSheet sheet(*m_themes, &area);
        sheet.setContext({.routine = u"www-redirects"_s,
                          .versionId = u"17"_s,
                          .versionName = u"v7"_s,
                          .description = u"Follow the new shop paths"_s,
                          .staging = {.text = u"v6"_s, .since = u"2 h ago"_s, .versionId = u"16"_s},
                          .production = {.text = u"v5 90 % · v6 10 %"_s,
                                         .since = u"6 d ago"_s,
                                         .versionId = u"15"_s,
                                         .isSplit = true}});
        sheet.open();
        shoot(&area, u"publish-staging"_s);
        sheet.chooseEnvironment(kProduction);
        shoot(&area, u"publish-production"_s);
        sheet.setStep(u"Publishing…"_s, 0, 0, false);
        shoot(&area, u"publish-progress"_s);
    }

    void shootDialogs()
    {
        NewRoutineDialog create(*m_themes);
        create.findChild<QLineEdit *>(u"routineName"_s)->setText(u"My routine"_s);
        shoot(&create, u"newroutine"_s);
        ConnectDialog connectDialog(*m_themes);
        connectDialog.setOffers(
            {{.account = {.kind = AccountKind::Sandbox, .name = u"Look around with sample data"_s}},
             {.account = {.kind = AccountKind::Environment,
                          .name = u"Environment variables"_s,
                          .accessKeyId = u"LTAI5tExample"_s}},
             {.account = {.kind = AccountKind::CliProfile, .name = u"acme-prod <b>"_s},
              .unusableReason = u"Profiles of mode RamRoleArn are not supported yet."_s}});
        shoot(&connectDialog, u"connect"_s);
        connectDialog.setProgress(u"Asking Hangzhou…"_s);
        QTRY_VERIFY(connectDialog.findChild<QWidget *>(u"busyIndicator"_s)->isVisible());
        shoot(&connectDialog, u"connect-progress"_s);
        connectDialog.showError(error());
        shoot(&connectDialog, u"connect-error"_s);
        QuestionDialog question({.title = u"Delete www-redirects?"_s,
                                 .text = u"The routine and its 7 versions are deleted from the "
                                         "service. Its default host stops answering."_s,
                                 .acceptText = u"Delete www-redirects"_s,
                                 .destructive = true,
                                 .typeToConfirm = u"www-redirects"_s},
                                nullptr);
        shoot(&question, u"question"_s);
    }

    void shootMessages()
    {
        QWidget box;
        box.resize(640, 480);
        auto *layout = new QVBoxLayout(&box);
        QList<MessageBar *> bars;
        for (const auto kind : {MessageBar::Kind::Info, MessageBar::Kind::Warning,
                                MessageBar::Kind::Success, MessageBar::Kind::Error})
        {
            auto *bar = new MessageBar(*m_themes, &box);
            bar->setPlace(QString::number(bars.size()));
            layout->addWidget(bar);
            bar->showMessage(kind, u"v18 is live in production and replaced v15."_s);
            bars << bar;
        }
        bars.first()->setActions({u"Roll Back to v15"_s});
        bars.last()->showError(error());
        bars.last()->findChild<QAbstractButton *>(u"messageDetails"_s)->click();
        auto *choices = new CommandButton(IconName::Account, *m_themes, &box);
        choices->setObjectName(u"choice"_s);
        choices->setContent(u"Connect an account"_s, u"With an access key of Alibaba Cloud"_s);
        layout->addWidget(choices);
        layout->addStretch();
        shoot(&box, u"messages"_s);
    }

    ThemeService *m_themes = nullptr;

private slots:
    void init()
    {
        QTest::failOnWarning(
            QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
    }

    void everyPanelIsNamedAndShown_data()
    {
        QTest::addColumn<ThemeService::Mode>("mode");
        QTest::newRow("light") << ThemeService::Mode::Light;
        QTest::newRow("dark") << ThemeService::Mode::Dark;
    }

    void everyPanelIsNamedAndShown()
    {
        QFETCH(const ThemeService::Mode, mode);
        ThemeService themes;
        m_themes = &themes;
        themes.setMode(mode);
        themes.applyTo(*qobject_cast<QApplication *>(QCoreApplication::instance()));

        shootRoutines();
        shootHistory();
        shootStrip();
        shootSave();
        shootRoom();
        shootPublish();
        shootDialogs();
        shootMessages();
    }
};

QTEST_MAIN(PanelShotsTest)
#include "tst_panelshots.moc"
