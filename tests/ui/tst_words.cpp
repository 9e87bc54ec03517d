// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every word of the window passes through translation: in a language of accented letters nothing may stand in English.

#include "app/desk/process.h"
#include "models/language.h"
#include "models/services/bot_service/targets.h"
#include "tests/ui/walk.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/data_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>

using namespace keyward;
using namespace keyward::test;

namespace {

/// Names that people gave, and words that are the same in every language.
class Names
{
public:
    Names()
    {
        for (const auto *one :
             {"keyward", "keywardctl", "uri",       "pdf",  "html",    "json",    "csv",     "azure", "get",
              "list",    "wrapkey",    "unwrapkey", "wrap", "unwrap",  "encrypt", "decrypt", "sign",  "verify",
              "https",   "vault",      "local",     "keys", "english", "deutsch", "ctrl",    "esc",   "tab",
              "rsa",     "oaep",       "sha",       "aes",  "spki",    "usd",     "hsm"})
            m_words += QString::fromLatin1(one);
        add(QString::fromStdString(app::userName()));
        add(QStringLiteral("owner root"));
        for (int month = 1; month <= 12; ++month)
            for (const auto length : {QLocale::ShortFormat, QLocale::LongFormat})
                add(models::spokenLocale().monthName(month, length));
    }
    explicit Names(const estate::Estate &estate) : Names()
    {
        take(estate.vaults());
        take(estate.keys());
        take(estate.principals());
        take(estate.resources());
        take(estate.databases());
        take(estate.networks());
        take(estate.siemReceivers());
        take(estate.subscriptions());
        take(estate.groups());
        take(estate.tenants());
        for (const auto &region : estate.catalogue().platform().regions) {
            add(models::regionTitle(region.name));
            add(models::text(region.geography));
        }
        for (const auto &role : estate.catalogue().platform().roles) add(models::text(role.name));
        for (const auto &[id, lock] : estate.locks()) {
            add(models::text(lock->name));
            add(models::text(lock->note));
        }
        for (const auto &provider : estate.catalogue().platform().providers) {
            add(models::text(provider.name));
            add(models::text(provider.title));
            add(models::text(provider.firstParty));
        }
        for (const auto &service : estate.catalogue().platform().services) add(models::text(service.title));
        for (const auto *profile : estate.catalogue().all()) {
            add(models::text(profile->title));
            add(models::text(profile->id));
        }
        for (const auto &listed : estate.catalogue().services()) add(models::text(listed.title));
        for (const auto &[id, network] : estate.networks())
            for (const auto &subnet : network->subnets) add(models::text(subnet.name));
        const auto all = estate::PermissionSet::ofBits((1u << estate::permissionCount) - 1).names();
        for (const auto &name : all) add(models::text(name));
        for (const auto &[id, vault] : estate.vaults()) {
            add(models::text(vault->place.region.text()));
            for (const auto &[name, value] : vault->tags) add(models::text(name)), add(models::text(value));
        }
        for (const auto &[id, key] : estate.keys())
            for (const auto &version : key->versions)
                for (const auto &[name, value] : version.tags) add(models::text(name)), add(models::text(value));
        for (const auto &[id, point] : estate.points()) add(models::text(point->source));
    }
    /// What services keep, of which the estate knows nothing: people named that, too.
    void addStored(engine::Workplace &workplace)
    {
        auto &bots = workplace.services().get<engine::Bots>();
        const auto estate = workplace.console().snapshot();
        for (const auto kind : estate::knownChannels)
            add(models::channelTitle(estate::ChannelKind::from(std::string(kind)).value()));
        for (const auto &[id, resource] : estate->resources()) {
            if (!estate::facetOf<estate::BotService>(*resource)) continue;
            const auto configuration = must(bots.configuration(id));
            for (const auto &[name, value] : configuration.settings) add(models::text(name)), add(models::text(value));
            for (const auto &channel : configuration.channels)
                for (const auto &[name, value] : channel.settings) add(models::text(name)), add(models::text(value));
            for (const auto &one : must(bots.conversations(id))) add(models::text(one.name.text()));
        }
    }
    bool knows(const QString &word) const { return m_words.contains(word.toLower()); }

private:
    void take(const auto &things)
    {
        for (const auto &[id, thing] : things) {
            if constexpr (requires { thing->name.text(); })
                add(models::text(thing->name.text()));
            else
                add(models::text(thing->name));
        }
    }
    void add(const QString &name)
    {
        static const QRegularExpression notLetters(QStringLiteral("[^A-Za-z]+"));
        for (const auto &word : name.split(notLetters, Qt::SkipEmptyParts)) m_words += word.toLower();
    }
    QSet<QString> m_words;
};

/// What a person reads in a window, with where it stands.
QMap<QString, QString> textsIn(const QWidget &top)
{
    QMap<QString, QString> out;
    const auto add = [&](const QWidget &widget, const QString &text) {
        if (!text.isEmpty()) out.insert(text, widget.objectName());
    };
    for (const auto *widget : top.findChildren<QWidget *>()) {
        if (!widget->isVisible()) continue;
        add(*widget, widget->toolTip());
        add(*widget, widget->accessibleName());
        if (const auto *elided = qobject_cast<const ui::ElidedLabel *>(widget))
            add(*widget, elided->wholeText());
        else if (const auto *label = qobject_cast<const QLabel *>(widget))
            add(*widget, label->text());
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) add(*widget, button->text());
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget)) add(*widget, edit->placeholderText());
        if (const auto *combo = qobject_cast<const QComboBox *>(widget))
            for (int i = 0; i < combo->count(); ++i) add(*widget, combo->itemText(i));
        const auto *view = qobject_cast<const QAbstractItemView *>(widget);
        if (view && view->model() && !qobject_cast<const QHeaderView *>(view)) {
            const auto &model = *view->model();
            for (int column = 0; column < model.columnCount(); ++column) {
                add(*widget, model.headerData(column, Qt::Horizontal).toString());
                if (view->objectName().contains(QStringLiteral("activity"))) continue; // the log is as it was written
                for (int row = 0; row < std::min(model.rowCount(), 30); ++row)
                    add(*widget, model.index(row, column).data().toString());
            }
        }
    }
    return out;
}

QStringList untranslated(const QWidget &top, const Names &names)
{
    static const QRegularExpression coded(
        QStringLiteral("keywardctl "
                       ".*|(https?|keyward)://\\S+|[0-9a-f]{4,}(-[0-9a-f]{4,})+|\\b(eth|en|wl|lo)\\w*\\d|[KMG]iB|\\S*/"
                       "\\S*|[0-9a-f]{6,}…?|\\b[a-z]+\\.[a-zA-Z.]+\\b|\\d+ (h|min|s|d|y)\\b"));
    static const QRegularExpression words(QStringLiteral("[\\p{L}]{3,}"));
    static const QRegularExpression bare(QStringLiteral("^[A-Za-z]*[aeiouyAEIOUY][A-Za-z]*$"));
    QStringList out;
    const auto texts = textsIn(top);
    for (auto text = texts.begin(); text != texts.end(); ++text) {
        auto rest = text.key();
        rest.remove(QChar(0x200b)).replace(coded, QStringLiteral(" "));
        for (auto match = words.globalMatch(rest); match.hasNext();) {
            const auto word = match.next().captured();
            if (!bare.match(word).hasMatch() || names.knows(word)) continue;
            out += QStringLiteral("'%1' of \"%2\" (%3)").arg(word, text.key(), text.value());
            break;
        }
    }
    return out;
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("KEYWARD_TEST_WORDS", "longer"); }

    void theOtherLanguageIsSpoken()
    {
        Window window;
        QVERIFY(window.waitFor("welcome.create"));
        QVERIFY(window.textOf("welcome.title").isEmpty() || !window.textOf("welcome.title").contains('a'));
        QCOMPARE(LongerWords::longer(QStringLiteral("%1 of {0}")), QStringLiteral("%1 óf {0} ṁṁ"));
    }

    void everyPageSpeaksIt()
    {
        Window window;
        auto &top = window.program->window();
        QStringList wrong;
        const auto look = [&](const QString &where, const Names &names) {
            for (const auto &one : untranslated(top, names)) wrong += where + QStringLiteral(": ") + one;
        };
        const Names none;
        QVERIFY(window.waitFor("welcome.create"));
        look(QStringLiteral("welcome"), none);
        window.click("welcome.create");
        QVERIFY(window.waitFor("create.passphrase"));
        look(QStringLiteral("create"), none);
        window.click("create.back");
        window.openSample();
        Names names(window.estate());
        names.addStored(*window.workspace().workplace());
        const auto all = someOfEach(window.estate());
        walkBlades(window, all,
                   [&](const models::BladeRecord &blade, const models::Target &) { look(blade.id, names); });
        walkDialogs(window, all, [&](const models::ActionRecord &action, const QWidget &dialog) {
            for (const auto &one : untranslated(dialog, names)) wrong += action.id + QStringLiteral(": ") + one;
        });
        auto *view = top.findChild<ui::WorkspaceView *>();
        static_cast<ui::Host &>(*view).start("cmk.enable",
                                             models::Target::of(window.estate().resourceNamed("rsv-new")->id));
        QTest::qWait(150);
        look(QStringLiteral("enable"), names);
        wrong.removeDuplicates();
        for (const auto &one : std::as_const(wrong)) qWarning().noquote() << one;
        QCOMPARE(wrong.size(), 0);
    }
};

QTEST_MAIN(TestWords)
#include "tst_words.moc"
