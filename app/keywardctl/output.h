// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/base/result.h"

#include <QJsonObject>
#include <QJsonValue>

#include <cstdio>

namespace keyward::ctl {

/// Where results go: one JSON document on standard output, or text for people; errors to standard error in either form,
/// as one document or text. Nothing else writes to standard output.
class Output
{
public:
    explicit Output(bool json, std::FILE *out = stdout, std::FILE *err = stderr) : m_json(json), m_out(out), m_err(err)
    {}
    bool json() const { return m_json; }

    void line(const std::string &text = {}); ///< people only
    void field(const std::string &name, const std::string &value);
    void table(const std::vector<std::string> &titles, const std::vector<std::vector<std::string>> &rows,
               const std::string &whenEmpty);
    void document(const QJsonValue &value); ///< programs only; once per run
    void text(const std::string &text);     ///< as it is, to both
    void note(const std::string &text);     ///< to standard error, people only
    void trouble(const Error &error);       ///< one of several failures, people only
    int error(const Error &error);          ///< prints; returns the exit status
    Status flush();                         ///< whether everything so far has arrived
    /// The end of a run: its exit status, which is not 0 unless what was printed has arrived. A reader that went away
    /// ends the run as it ends other programs: endedByReader, and no word.
    int finish(const Status &status);
    static constexpr int endedByReader = 128 + 13; ///< as shells show a death by SIGPIPE
    void progress(const std::string &text);        ///< overwrites itself, only on a terminal

private:
    void put(const std::string &text);
    void tell(const std::string &text) const;
    bool m_json;
    std::FILE *m_out;
    std::FILE *m_err;
    int m_failure = 0; ///< errno of the first write to standard output that failed
    bool m_progressShown = false;
};

std::string humanBytes(std::uint64_t bytes);

} // namespace keyward::ctl
