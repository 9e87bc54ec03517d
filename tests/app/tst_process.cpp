// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The last catch of both programs.

#include "app/desk/process.h"
#include "backend/base/paths.h"

#include <QTest>

#include <filesystem>
#include <stdexcept>

using namespace keyward;

class TestProcess : public QObject
{
    Q_OBJECT

    static Error thrown(const std::function<int()> &work)
    {
        Error out{Code::Usage, {}, {}, {}};
        const int status = app::guarded(work, [&](const Error &error) {
            out = error;
            return 1;
        });
        return status == 1 ? out : Error{Code::Usage, {}, {}, {}};
    }

private Q_SLOTS:
    void whatNobodyCaughtIsOneError()
    {
        const auto file = thrown([]() -> int {
            throw std::filesystem::filesystem_error("x", "/somewhere",
                                                    std::make_error_code(std::errc::permission_denied));
        });
        QCOMPARE(file.code, Code::Internal);
        QVERIFY(message(file).contains("'/somewhere'"));
        QCOMPARE(thrown([]() -> int { throw std::bad_alloc(); }).code, Code::Internal);
        QCOMPARE(thrown([]() -> int { throw 5; }).code, Code::Internal);
        QCOMPARE(app::guarded([] { return 3; }, [](const Error &) { return 1; }), 3);
    }

    void itTellsTheKindAndNotTheText()
    {
        const auto error = thrown([]() -> int { throw std::runtime_error("correct horse battery staple"); });
        QCOMPARE(error.code, Code::Internal);
        QVERIFY(!message(error).contains("horse"));
    }

    void pathsAreAskedWithoutThrowing()
    {
        const std::string large(5000, 'x');
        QVERIFY(!pathExists("") && !pathExists(large) && !isFolder(large) && isFolder("/"));
        QCOMPARE(absolutePath("").error().code, Code::ValueInvalid);
        QCOMPARE(*absolutePath("/a/./b/../c"), std::filesystem::path("/a/c"));
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
