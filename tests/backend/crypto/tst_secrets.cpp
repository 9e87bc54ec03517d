// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fixture.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace keyward;

class TestSecrets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liveInTheSecureHeap()
    {
        const auto heap = crypto::prepareSecretHeap();
        QVERIFY(heap.size >= 256u << 10);
        const auto before = crypto::secretHeapUsed();
        {
            const auto secret = test::must(crypto::SecretBytes::ofSize(1000));
            QVERIFY(crypto::secretHeapUsed() >= before + 1000);
        }
        QCOMPARE(crypto::secretHeapUsed(), before);
    }

    void aFullHeapIsRefusedNotEvaded()
    {
        std::vector<crypto::SecretBytes> held;
        std::optional<Error> refusal;
        for (int i = 0; i < 10'000 && !refusal; ++i) {
            auto more = crypto::SecretBytes::ofSize(64u << 10);
            if (more)
                held.push_back(std::move(*more));
            else
                refusal = more.error();
        }
        QVERIFY(refusal && refusal->code == Code::SecretHeapFull);
        held.clear();
        QVERIFY(crypto::SecretBytes::ofSize(64u << 10));
    }

    void compareInConstantTimeBySize()
    {
        QVERIFY(test::secret("same").sameAs(test::secret("same")));
        QVERIFY(!test::secret("same").sameAs(test::secret("sane")));
        QVERIFY(!test::secret("same").sameAs(test::secret("same longer")));
    }

    void wipedWhereTheyAreCutOff()
    {
        auto secret = test::secret("abcdef");
        const auto *tail = secret.exposed().data() + 3;
        secret.truncate(3);
        QCOMPARE(int(*tail), 0);
        QCOMPARE(textOf(secret.exposed()), std::string_view("abc"));
    }

    void coreDumpsAreForbidden()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            crypto::forbidCoreDumps();
            rlimit limit{};
            ::getrlimit(RLIMIT_CORE, &limit);
            // /proc/self/mem belongs to root once a process is not dumpable; the limit says the rest.
            ::_exit(limit.rlim_cur == 0 && limit.rlim_max == 0 ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
