// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>

#include <filesystem>

namespace keyward::test {

/// A new folder for each test function that asks, by its real path; all of them go with this.
class Folders
{
public:
    std::filesystem::path path() const { return std::filesystem::canonical(m_all.path().toStdString()); }
    std::filesystem::path fresh()
    {
        const auto made = path() / std::to_string(++m_count);
        std::filesystem::create_directory(made);
        return made;
    }

private:
    QTemporaryDir m_all;
    int m_count = 0;
};

} // namespace keyward::test
