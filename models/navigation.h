// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/presenter.h"

namespace keyward::models {

/// A blade that stands open.
struct Place {
    QString blade;
    Target target;
    bool operator==(const Place &) const = default;
};

/// What is open, from left to right, and the way back.
class Navigation final : public QObject
{
    Q_OBJECT
public:
    explicit Navigation(Workspace &workspace, QObject *parent = nullptr);

    const std::vector<Place> &places() const { return m_places; }
    const Place &root() const { return m_places.front(); }
    /// Opens the blade alone, as from the rail or the search.
    void go(const Place &place);
    void go(const Target &target, const QString &blade = {}); ///< its own blade, or the first of its kind
    /// Opens to the right of place number 'from', closing what stood there.
    void openBeside(int from, const Target &target, const QString &blade = {});
    std::vector<Place> placesOf(const Target &target, const QString &blade = {}) const; ///< where it would open
    void switchBlade(int at, const QString &blade); ///< another tab of the same thing
    void close(int at);
    void reopen(const std::vector<Place> &places); ///< what of them is still there
    void back();
    /// Parts of the breadcrumb above place 'at', each leading somewhere.
    struct Crumb {
        QString text;
        Place place;
    };
    std::vector<Crumb> crumbs(int at) const;

Q_SIGNALS:
    void changed();

private:
    QString bladeFor(const Target &target, const QString &wanted) const;
    Place listOf(const Target &target) const;
    void set(std::vector<Place> places);
    void dropWhatIsGone();

    Workspace &m_workspace;
    std::vector<Place> m_places;
    std::vector<std::vector<Place>> m_past;
};

} // namespace keyward::models
