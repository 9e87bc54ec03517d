// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <QJsonObject>
#include <QJsonValue>

namespace keyward::ctl {

/// Where results go: one JSON document on standard output, or text for people; errors to standard error in either form.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}
    bool json() const { return m_json; }

    void line(const std::string &text = {});                ///< people only
    void field(const std::string &name, const std::string &value);
    void table(const std::vector<std::string> &titles, const std::vector<std::vector<std::string>> &rows, const std::string &whenEmpty);
    void document(const QJsonValue &value);                 ///< programs only; once per run
    void note(const std::string &text);                     ///< to standard error, people only
    int error(const Error &error);                          ///< prints; returns the exit status
    void progress(const std::string &text);                 ///< overwrites itself, only on a terminal

private:
    bool m_json;
    bool m_progressShown = false;
};

std::string humanBytes(std::uint64_t bytes);

} // namespace keyward::ctl
