// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/estate_feed.h"
#include "models/target.h"

#include <QStringList>

namespace keyward::models {

/// What somebody comes back to: things that were pinned, from run to run, and those opened since the keystore was. Of
/// a pinned thing only its id is kept outside the keystore; it is drawn at random and tells nothing by itself.
class Bookmarks final : public QObject
{
    Q_OBJECT
public:
    explicit Bookmarks(EstateFeed &feed, QObject *parent = nullptr);

    void keepIn(const QString &settingsFile, const QString &store); ///< else what is pinned goes with this run
    struct Mark {
        Target target;
        bool pinned = false;
    };
    std::vector<Mark> all() const;      ///< pinned() before recent()
    std::vector<Target> pinned() const; ///< in the order they were pinned
    std::vector<Target> recent() const; ///< the last one first; without what is pinned
    bool isPinned(const Target &target) const;
    void pin(const Target &target, bool on);
    void visited(const Target &target);
    static bool canPin(const Target &target); ///< things that stand for themselves

Q_SIGNALS:
    void changed();

private:
    void save() const;

    EstateFeed &m_feed;
    QString m_settingsFile, m_group;
    std::vector<Target> m_pinned, m_recent;
};

} // namespace keyward::models
