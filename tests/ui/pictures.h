// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/ui/window.h"

namespace keyward::test {

/// What is to be looked at, where a folder for pictures is named (KEYWARD_PICTURES).
inline void picture(QWidget &shown, const QString &name)
{
    const auto folder = qEnvironmentVariable("KEYWARD_PICTURES");
    if (folder.isEmpty()) return;
    QTest::qWait(300);
    shown.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace keyward::test
