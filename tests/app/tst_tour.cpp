// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The main job by point and click, as packaging/run does it without a display, and on an X server of its own.

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

class TestTour : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offscreen()
    {
        const QTemporaryDir folder;
        tour(folder.filePath("tour"), {{"QT_QPA_PLATFORM", "offscreen"}});
    }

    /// Mend 25: also where the screen is small.
    void underXvfbOnASmallScreen()
    {
        const auto server = QStandardPaths::findExecutable("Xvfb");
        if (server.isEmpty()) QSKIP("there is no Xvfb");
        QProcess xvfb;
        xvfb.setProcessChannelMode(QProcess::MergedChannels);
        QTemporaryDir folder;
        // The server chooses a free number and writes it down.
        xvfb.start("/bin/sh", {"-c", "exec " + server + " -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>" +
                                         folder.filePath("display")});
        QVERIFY(xvfb.waitForStarted());
        QFile display(folder.filePath("display"));
        QTRY_VERIFY_WITH_TIMEOUT(display.exists() && display.size() > 1, 20'000);
        QVERIFY(display.open(QIODevice::ReadOnly));
        tour(folder.filePath("tour"),
             {{"QT_QPA_PLATFORM", "xcb"}, {"DISPLAY", ":" + QString::fromLatin1(display.readAll()).trimmed()}},
             {"--size", "1280x800"});
        const QImage first(folder.filePath("tour/screenshots/01-welcome-light.png"));
        QCOMPARE(first.size(), QSize(1280, 800));
        xvfb.terminate();
        xvfb.waitForFinished();
    }

    void wrongUseIsRefused()
    {
        const QTemporaryDir folder;
        QFile(folder.filePath("x")).open(QIODevice::WriteOnly);
        QCOMPARE(run({"--tour", folder.path()}, {}), 2); // not empty
        QCOMPARE(run({"--tour", folder.filePath("new"), "--folder", "/no/such/folder"}, {}), 2);
        QCOMPARE(run({"--nonsense"}, {}), 2);
        for (const auto *size : {"1280", "10x10", "1280x800x", "axb"})
            QCOMPARE(run({"--tour", folder.filePath("new"), "--size", size}, {{"QT_QPA_PLATFORM", "offscreen"}}), 2);
        QCOMPARE(run({"--check-display"}, {{"QT_QPA_PLATFORM", "offscreen"}}), 0);
        QVERIFY(run({"--check-display"}, {{"QT_QPA_PLATFORM", "xcb"}, {"DISPLAY", ":9999"}}) != 0);
    }

private:
    int run(const QStringList &arguments, const QMap<QString, QString> &more)
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        for (auto it = more.begin(); it != more.end(); ++it) environment.insert(it.key(), it.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(KEYWARD, arguments);
        process.waitForFinished(300'000);
        m_output = process.readAll();
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }

    void tour(const QString &output, const QMap<QString, QString> &environment, const QStringList &more = {})
    {
        const auto status = run(QStringList{"--tour", output, "--folder", PROTECTED} + more, environment);
        QVERIFY2(status == 0, m_output.constData());
        const auto pictures = QDir(output + "/screenshots").entryInfoList({"*.png"}, QDir::Files);
        QVERIFY2(pictures.size() >= 100, qPrintable(QString::number(pictures.size())));
        for (const auto &picture : pictures) {
            const QImage image(picture.filePath());
            QVERIFY(!image.isNull() && image.width() >= 700);
            QSet<QRgb> colours; // not one blank page
            for (int y = 0; y < image.height(); y += 7)
                for (int x = 0; x < image.width(); x += 7) colours += image.pixel(x, y);
            QVERIFY2(colours.size() > 8, qPrintable(picture.fileName()));
        }
        QFile transcript(output + "/transcript.txt");
        QVERIFY(transcript.open(QIODevice::ReadOnly));
        const auto told = transcript.readAll();
        QVERIFY(told.contains("byte for byte: no difference"));
        QVERIFY(told.contains("each by a role of its own"));
        QVERIFY(told.contains("Everything was as it should be"));
        // What it exported proves itself, by the other program.
        QCOMPARE(QProcess::execute(KEYWARDCTL, {"--store", output + "/keystore.keyward", "--passphrase-file",
                                                passphrase(output), "report", "verify", output + "/report.pdf"}),
                 0);
        // The secrets it typed are nowhere in what it left behind.
        for (const auto &name : {"transcript.txt", "window.ini", "keystore.keyward", "report.pdf"}) {
            QFile file(output + '/' + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("four unrelated words"), name);
        }
    }
    static QString passphrase(const QString &output)
    {
        QFile file(output + "/passphrase");
        if (file.open(QIODevice::WriteOnly)) file.write("four unrelated words walk in\n");
        return file.fileName();
    }
    QByteArray m_output;
};

QTEST_GUILESS_MAIN(TestTour)
#include "tst_tour.moc"
