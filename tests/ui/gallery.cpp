// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A picture of every page and dialog, light and dark, of a keystore that is empty, usual, crowded and full of long
// names: for people to look at, so no test. packaging/gallery runs it for each language.

#include "models/language.h"
#include "tests/ui/walk.h"

#include <QDir>

namespace {

using namespace keyward;
using namespace keyward::test;

constexpr int crowd = 10'000;

class Gallery
{
public:
    explicit Gallery(QDir folder) : m_folder(std::move(folder)) {}

    void show(Window &window, const QString &estate)
    {
        m_estate = estate;
        const auto targets = someOfEach(window.estate(), 2);
        walkBlades(window, targets, [&](const models::BladeRecord &blade, const models::Target &) {
            take(window, window.program->window(), blade.id);
        });
        walkDialogs(window, targets, [&](const models::ActionRecord &action, QWidget &) {
            take(window, window.program->window(), QStringLiteral("dialog-") + action.id);
        });
    }
    void take(Window &window, QWidget &widget, const QString &name)
    {
        if (m_taken.contains(m_estate + name)) return; // of one thing of a kind
        m_taken += m_estate + name;
        auto &theme = window.program->theme();
        for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
            theme.choose(choice);
            QTest::qWait(30);
            QPixmap picture(widget.size());
            widget.render(&picture);
            if (auto *dialog = QApplication::activeModalWidget())
                dialog->render(&picture, dialog->geometry().topLeft() - widget.geometry().topLeft());
            const auto file =
                QStringLiteral("%1/%2-%3.png")
                    .arg(m_estate, name,
                         choice == ui::Theme::Choice::Light ? QStringLiteral("light") : QStringLiteral("dark"));
            m_folder.mkpath(m_estate);
            if (!picture.save(m_folder.filePath(file))) qFatal("cannot write %s", qPrintable(file));
        }
        theme.choose(ui::Theme::Choice::Light);
    }

private:
    QDir m_folder;
    QString m_estate;
    QSet<QString> m_taken;
};

} // namespace

class TakePictures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_folder = qEnvironmentVariable("KEYWARD_GALLERY");
        QVERIFY2(QDir::isAbsolutePath(m_folder), "KEYWARD_GALLERY names the folder for the pictures");
        if (const auto language = qEnvironmentVariable("KEYWARD_TEST_WORDS"); language.size() == 2)
            models::speak(language);
    }
    void ofAnEmptyKeystore()
    {
        Window window(QSize(1280, 800));
        window.createKeystore("empty.keyward");
        window.click("recovery.skip");
        must(window.waitFor("rail.vaults"));
        Gallery(QDir(m_folder)).show(window, QStringLiteral("empty"));
    }
    void ofTheSampleEstate()
    {
        Window window(QSize(1280, 800));
        window.openSample();
        Gallery(QDir(m_folder)).show(window, QStringLiteral("usual"));
    }
    void ofLongNamesInANarrowWindow()
    {
        Window window(QSize(1000, 640));
        window.openSample();
        window.addKey("kv-staging", std::string(127, 'k'));
        window.addKey("kv-staging", "a-" + std::string(125, 'n'));
        Gallery(QDir(m_folder)).show(window, QStringLiteral("long"));
    }
    void ofTenThousandKeys()
    {
        Window window(QSize(1920, 1080));
        window.openSample();
        for (int i = 0; i < crowd; ++i) window.addKey("kv-staging", "key-" + std::to_string(i));
        Gallery(QDir(m_folder)).show(window, QStringLiteral("crowded"));
    }

private:
    QString m_folder;
};

QTEST_MAIN(TakePictures)
#include "gallery.moc"
