// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How it looks and how it can be reached: contrast, names, shapes, the keyboard.

#include "models/actions/action.h"
#include "models/presenter.h"
#include "models/services/recovery_services_vault/targets.h"
#include "models/wizards/wizard_draft.h"
#include "tests/ui/walk.h"
#include "ui/icons.h"
#include "ui/shell/workspace_view.h"
#include "ui/theme.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDialog>
#include <QFontInfo>
#include <QImage>
#include <QMenu>
#include <QPainter>

using namespace keyward;
using namespace keyward::test;

namespace {

/// WCAG 2.1, relative luminance and contrast.
double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}
double contrast(const QColor &a, const QColor &b)
{
    const auto one = luminance(a), other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// Whatever can take the focus and has no name for those who do not see it.
QStringList nameless(QWidget &top)
{
    QStringList out;
    auto all = top.findChildren<QWidget *>();
    all.append(&top);
    for (auto *widget : all) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()) continue;
        if (widget->inherits("QScrollArea") || widget->inherits("QAbstractScrollArea") == false) {
            auto *interface = QAccessible::queryAccessibleInterface(widget);
            if (interface && interface->text(QAccessible::Name).trimmed().isEmpty() &&
                widget->accessibleName().trimmed().isEmpty() && !widget->inherits("QMenu") && !widget->isWindow())
                out += QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        } else if (widget->inherits("QAbstractItemView") && widget->accessibleName().trimmed().isEmpty()) {
            out += QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
        }
    }
    return out;
}

/// What is cut in the tables that are seen, though it says nothing in part.
QStringList cutIn(const QWidget &top)
{
    QStringList out;
    for (const auto *table : top.findChildren<ui::DataTable *>()) {
        if (!table->isVisible()) continue;
        const auto &columns = static_cast<const models::TableModel *>(table->model())->columns();
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const auto where = table->objectName() + QLatin1Char(' ') + columns[std::size_t(column)].title;
            if (table->isColumnHidden(column)) {
                if (columns[std::size_t(column)].keep) out += where + " is hidden";
                continue;
            }
            const auto width = table->columnWidth(column);
            for (int row = 0; row < std::min(5, table->model()->rowCount()); ++row) {
                const auto index = table->model()->index(row, column);
                const auto cell = index.data(models::TableModel::CellRole).value<models::Cell>();
                constexpr int edges = 20, frame = 22;
                if (cell.chip && ui::chipSize({*cell.chip, cell.text}).width() + edges > width)
                    out += where + ": " + cell.text;
                const auto verb = index.data(models::TableModel::ButtonRole).toString();
                if (!verb.isEmpty() && QFontMetrics(table->font()).horizontalAdvance(verb) + frame + edges > width)
                    out += where + ": " + verb;
            }
        }
    }
    return out;
}

/// What can be pressed at two places of one page.
QStringList twice(const QWidget &top)
{
    QStringList out;
    for (const auto *button : top.findChildren<QPushButton *>()) {
        const auto name = button->objectName();
        if (!button->isVisible() || !name.startsWith("action.")) continue;
        for (const auto *blade = button->parentWidget(); blade; blade = blade->parentWidget()) {
            if (!blade->objectName().startsWith("blade.")) continue;
            for (const auto *place : {"empty.", "do."})
                for (const auto *other : blade->findChildren<QPushButton *>(place + name.mid(7)))
                    if (other->isVisible()) out += blade->objectName() + ": " + name.mid(7);
            break;
        }
    }
    return out;
}

/// Entries of the rail whose words run into their number or out of it. Those that lead here are in a bolder font.
QStringList beyondTheRail(const QWidget &top)
{
    QStringList out;
    for (const auto *entry : top.findChildren<QPushButton *>()) {
        if (!entry->isVisible() || !entry->objectName().startsWith("rail.") || entry->text().isEmpty()) continue;
        const auto *viewport = entry->parentWidget() ? entry->parentWidget()->parentWidget() : nullptr;
        if (viewport && entry->mapTo(viewport, QPoint(entry->width(), 0)).x() > viewport->width())
            out += entry->objectName();
        const auto number = QFontMetrics(ui::fonts::small()).horizontalAdvance(entry->property("badge").toString());
        const auto words = QFontMetrics(ui::fonts::strong()).horizontalAdvance(entry->text());
        if (10 + entry->iconSize().width() + 4 + words + number + 10 > entry->width()) out += entry->objectName();
    }
    return out;
}

} // namespace

class TestLooks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnoughInEveryShade()
    {
        for (const auto *colours : {&ui::light(), &ui::dark(), &ui::contrastLight(), &ui::contrastDark()}) {
            const auto &c = *colours;
            const double enough = colours == &ui::light() || colours == &ui::dark() ? 4.5 : 7;
            for (const auto &paper : {c.background, c.surface, c.raised, c.rail, c.selection, c.accentSoft})
                for (const auto &ink : {c.text, c.muted})
                    QVERIFY2(contrast(ink, paper) >= enough,
                             qPrintable(ink.name() + " on " + paper.name() + QString::number(contrast(ink, paper))));
            for (const auto &paper : {c.background, c.surface, c.raised, c.rail, c.selection})
                QVERIFY2(contrast(c.accent, paper) >= enough,
                         qPrintable("accent on " + paper.name() + QString::number(contrast(c.accent, paper))));
            QVERIFY(contrast(c.onAccent, c.accent) >= enough);
            for (const auto &pair : {c.working, c.warning, c.atRisk, c.lost, c.pinned, c.neutral})
                QVERIFY2(contrast(pair.ink, pair.paper) >= enough,
                         qPrintable(pair.ink.name() + " on " + pair.paper.name()));
            QVERIFY(contrast(c.lost.ink, c.surface) >= enough);    // errors
            QVERIFY(contrast(c.lost.paper, c.lost.ink) >= enough); // the button that hurts
        }
    }

    /// State is shape, word and colour together: no two states are drawn alike without colour.
    void statesDifferInShape()
    {
        using models::State;
        const auto drawn = [](State state) {
            QImage image(40, 24, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            ui::paintChip(painter, image.rect(), {state, QStringLiteral("x")}, ui::paletteOf(ui::light()));
            painter.end();
            QImage mask(40, 24, QImage::Format_Mono);
            for (int y = 0; y < 24; ++y)
                for (int x = 0; x < 18; ++x) mask.setPixel(x, y, qGray(image.pixel(x, y)) < 150);
            return mask.copy(0, 0, 18, 24);
        };
        const State states[] = {State::Working, State::Warning,  State::AtRisk,
                                State::Lost,    State::Disabled, State::Pinned};
        for (const auto a : states)
            for (const auto b : states)
                if (a != b) QVERIFY2(drawn(a) != drawn(b), qPrintable(QString("%1 and %2").arg(int(a)).arg(int(b))));
    }

    void theFontsAreTheOnesMeantAndKeepWhatIsCopied()
    {
        QCOMPARE(QFontInfo(ui::fonts::body()).family(), QStringLiteral("Inter"));
        QCOMPARE(QFontInfo(ui::fonts::mono()).family(), QStringLiteral("JetBrains Mono"));
        for (const auto &font : {ui::fonts::body(), ui::fonts::mono(), ui::fonts::title()})
            for (const auto *tag : {"calt", "liga", "clig"})
                QCOMPARE(font.featureValue(QFont::Tag::fromString(QLatin1String(tag)).value()), 0u);
    }

    void everySymbolIsThere()
    {
        Window window; // brings the symbols
        QStringList missing;
        const auto look = [&](const QString &name) {
            const auto image = QIcon::fromTheme(name).pixmap(16, 16).toImage();
            int opaque = 0; // all are drawn in one colour: what fills its square is a blot
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) opaque += image.pixelColor(x, y).alpha() > 128;
            if (image.isNull() || opaque > image.width() * image.height() * 3 / 4) missing += name;
        };
        for (const auto *blade : models::Blade::all()) look(blade->icon);
        for (const auto *action : models::DeclaredAction::all()) look(action->icon);
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(", ")));
    }

    void whateverTakesTheFocusHasAName()
    {
        QAccessible::setActive(true);
        Window window;
        auto &top = window.program->window();
        QCOMPARE(nameless(top), QStringList());
        window.click("welcome.create");
        QVERIFY(window.waitFor("create.passphrase"));
        QCOMPARE(nameless(top), QStringList());
        window.click("create.back");
        window.openSample();
        std::vector<models::Target> targets{{}};
        const auto given = window.givenAccess();
        targets.insert(targets.end(), given.begin(), given.end());
        const auto kept = window.workspace().moment();
        const auto &estate = *kept->estate;
        targets.push_back(models::Target::of(estate.vaultNamed("kv-backup")->id));
        targets.push_back(models::Target::of(estate.keyNamed(estate.vaultNamed("kv-backup")->id, "kek-prod")->id));
        for (const auto *name : {"rsv-east", "rsv-new", "rsv-branch"})
            targets.push_back(models::Target::of(estate.resourceNamed(name)->id));
        const auto *point = estate.points().begin()->second.get();
        targets.push_back(models::itemOf(point->resource, point->source));
        targets.push_back(models::Target::of(estate.vaultNamed("kv-staging")->id));
        targets.push_back(models::Target::of(estate.networkNamed("vnet-apps")->id));
        targets.push_back(models::Target::of(estate.groups().begin()->first));
        targets.push_back(models::Target::of(estate.subscriptions().begin()->first));
        auto *view = top.findChild<ui::WorkspaceView *>();
        for (const auto &target : targets)
            for (const auto *blade : models::bladesOf(estate, target)) {
                view->navigation().go({blade->id, target});
                QTest::qWait(120);
                QVERIFY2(window.any("blade." + blade->id), qPrintable(blade->id));
                QVERIFY2(nameless(top).isEmpty(), qPrintable(blade->id + ": " + nameless(top).join(", ")));
            }
        // Every dialog that an action opens, and the wizard.
        for (const auto *action : models::DeclaredAction::all()) {
            for (const auto &target : targets) {
                if (target.scope != action->scope) continue;
                if (!models::stateOf(*action, {window.workspace(), window.workspace().moment(), target}).enabled ||
                    !(action->fields || action->previews || !action->dialog.isEmpty()))
                    continue;
                view->navigation().go(target);
                static_cast<ui::Host &>(*view).start(action->id, target);
                QTRY_VERIFY2(window.any("dialog." + action->id), qPrintable(action->id));
                QTest::qWait(80);
                auto *dialog = window.any("dialog." + action->id);
                QVERIFY2(nameless(*dialog).isEmpty(), qPrintable(action->id + ": " + nameless(*dialog).join(", ")));
                window.robot->key(*dialog, Qt::Key_Escape);
                QTRY_VERIFY(!QApplication::activeModalWidget());
                break;
            }
        }
        static_cast<ui::Host &>(*view).start("cmk.enable", models::Target::of(estate.resourceNamed("rsv-new")->id));
        for (int page = 0; page < 3; ++page) {
            QTest::qWait(100);
            QVERIFY2(nameless(top).isEmpty(), qPrintable(nameless(top).join(", ")));
            if (page == 1) {
                QVERIFY(window.rows("table.wizardKeys", 1));
                window.clickRow("table.wizardKeys", 0);
            }
            if (page < 2) window.click("wizard.next");
        }
    }

    void theKeyboardReachesEverythingOnAPage()
    {
        Window window;
        window.openSample();
        window.go("kv-backup");
        window.click("rail.vault.keys");
        QVERIFY(window.rows("table.keys", 5));
        window.clickRow("table.keys", 0);
        QVERIFY(window.waitFor("tab.key.versions"));
        QSet<QString> reached;
        for (int i = 0; i < 80; ++i) {
            QTest::keyClick(&window.program->window(), Qt::Key_Tab);
            if (auto *focus = QApplication::focusWidget()) reached += focus->objectName();
        }
        for (const auto *name : {"search", "lock", "notifications", "settings", "rail.vault.access", "table.keys",
                                 "action.key.create", "filter", "tab.key.versions", "blade.close"})
            QVERIFY2(reached.contains(name), name);
        // Ctrl K goes to the search, Escape closes the blade on the right, Alt Left goes back.
        QTest::keyClick(&window.program->window(), Qt::Key_K, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("search"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(window.any("tab.key.versions"));
        QTest::keyClick(&window.program->window(), Qt::Key_Escape);
        QTRY_VERIFY(!window.any("tab.key.versions"));
        QTest::keyClick(&window.program->window(), Qt::Key_Left, Qt::AltModifier);
        QTRY_VERIFY(window.any("tab.key.versions"));
        // A row is chosen by the arrows and opened by Enter.
        auto *table = window.find("table.keys");
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(static_cast<ui::DataTable *>(window.find("table.keys"))->selectedRow(), 1);
    }

    void lightAndDarkAreChosenAndKept()
    {
        Window window;
        auto &theme = window.program->theme();
        theme.choose(ui::Theme::Choice::Dark);
        QCOMPARE(qApp->palette().color(QPalette::Window), ui::dark().background);
        theme.choose(ui::Theme::Choice::Light);
        QCOMPARE(qApp->palette().color(QPalette::Window), ui::light().background);
        theme.choose(ui::Theme::Choice::Dark);
        const auto again = std::make_unique<ui::Theme>(*qApp, window.path("window.ini"));
        QVERIFY(again->isDark());
        theme.choose(ui::Theme::Choice::Light);
    }

    /// On a small screen, on every page: chips, buttons and what must stay are whole, the rail's numbers are in it, and
    /// nothing is offered twice.
    void D25_nothingIsCutOrOfferedTwice()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        const auto targets = test::someOfEach(window.estate(), 2);
        test::walkBlades(window, targets, [&](const models::BladeRecord &blade, const models::Target &) {
            auto &top = window.program->window();
            QTRY_VERIFY2(cutIn(top).isEmpty(), qPrintable(blade.id + ": " + cutIn(top).join("; ")));
            QVERIFY2(twice(top).isEmpty(), qPrintable(twice(top).join("; ")));
            QVERIFY2(beyondTheRail(top).isEmpty(), qPrintable(blade.id + ": " + beyondTheRail(top).join("; ")));
        });
    }

    /// Where there is no room beside each other, the cards of the first page stand under each other.
    void D25_theFirstPageHasRoomInANarrowWindow()
    {
        Window window(QSize(720, 460));
        window.openSample();
        auto *enable = window.find("home.enable");
        QVERIFY(enable);
        auto &top = window.program->window();
        for (const auto *name : {"home.enable", "home.report", "part.bindings", "part.attention"}) {
            const auto *widget = window.any(name);
            QVERIFY2(widget, name);
            const auto right = [&] { return widget->mapTo(&top, QPoint(widget->width(), 0)).x(); };
            QTRY_VERIFY2(right() <= top.width(), (name + (" ends at " + std::to_string(right()))).c_str());
        }
    }

    void longNamesAndManyRowsKeepTheirPlace()
    {
        Window window(QSize(1000, 640));
        window.openSample();
        const std::string longest(127, 'k');
        for (const auto &name : {longest, std::string("short")}) window.addKey("kv-staging", name);
        window.go("kv-staging");
        window.click("rail.vault.keys");
        QVERIFY(window.rows("table.keys", 2));
        window.clickRow("table.keys", 0);
        QVERIFY(window.waitFor("tab.key.overview"));
        auto &top = window.program->window();
        QCOMPARE(top.width(), 1000); // nothing pushed the window wider
        for (auto *widget : top.findChildren<QWidget *>())
            if (widget->isVisible() && widget->objectName() == "bladeTitle")
                QVERIFY(widget->mapTo(&top, QPoint(widget->width(), 0)).x() <= top.width());
    }
};

QTEST_MAIN(TestLooks)
#include "tst_looks.moc"
