// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/bookmarks.h"

#include "models/text.h"
#include "models/thing.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>

namespace keyward::models {

namespace {

constexpr std::size_t mostRecent = 8;

/// "key:8f3a…"
QString written(const Target &target) { return text(target.scope.id()) + QLatin1Char(':') + text(target.id.text()); }

std::optional<Target> read(const QString &line)
{
    const auto colon = line.indexOf(QLatin1Char(':'));
    const auto kind = utf8(line.left(colon));
    const auto id = RecordId::from(utf8(line.mid(colon + 1)));
    if (colon < 0 || !id) return std::nullopt;
    for (const auto *thing : Thing::all())
        if (thing->scope.id() == kind) return Target{thing->scope, *id, {}, {}};
    return std::nullopt;
}

} // namespace

Bookmarks::Bookmarks(EstateFeed &feed, QObject *parent) : QObject(parent), m_feed(feed) {}

void Bookmarks::keepIn(const QString &settingsFile, const QString &store)
{
    m_settingsFile = settingsFile;
    const auto name = QCryptographicHash::hash(store.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    m_group = QStringLiteral("pinned/") + QString::fromLatin1(name);
    m_pinned.clear();
    const auto lines = QSettings(m_settingsFile, QSettings::IniFormat).value(m_group).toStringList();
    for (const auto &line : lines)
        if (const auto target = read(line); target && canPin(*target)) m_pinned.push_back(*target);
    Q_EMIT changed();
}

bool Bookmarks::canPin(const Target &target)
{
    const auto *thing = thingOf(target.scope);
    return thing && !(target.scope == Scope::Job) && target.part == RecordId{} && target.name.empty();
}

std::vector<Bookmarks::Mark> Bookmarks::all() const
{
    std::vector<Mark> out;
    const auto first = pinned(), then = recent();
    for (const auto &one : first) out.push_back({.target = one, .pinned = true});
    for (const auto &one : then) out.push_back({.target = one});
    return out;
}

/// What is gone is not shown; a pin comes back with what was recovered.
std::vector<Target> Bookmarks::pinned() const
{
    auto out = m_pinned;
    std::erase_if(out, [&](const Target &one) { return !exists(m_feed.estate(), one); });
    return out;
}

std::vector<Target> Bookmarks::recent() const
{
    auto out = m_recent;
    std::erase_if(out, [&](const Target &one) { return !exists(m_feed.estate(), one) || isPinned(one); });
    return out;
}

bool Bookmarks::isPinned(const Target &target) const { return std::ranges::contains(m_pinned, target); }

void Bookmarks::pin(const Target &target, bool on)
{
    if (on == isPinned(target) || !canPin(target)) return;
    if (on)
        m_pinned.push_back(target);
    else
        std::erase(m_pinned, target);
    save();
    Q_EMIT changed();
}

void Bookmarks::visited(const Target &target)
{
    if (!canPin(target) || (!m_recent.empty() && m_recent.front() == target)) return;
    std::erase(m_recent, target);
    m_recent.insert(m_recent.begin(), target);
    if (m_recent.size() > mostRecent) m_recent.pop_back();
    Q_EMIT changed();
}

void Bookmarks::save() const
{
    if (m_settingsFile.isEmpty()) return;
    QStringList lines;
    for (const auto &one : m_pinned) lines += written(one);
    QSettings settings(m_settingsFile, QSettings::IniFormat);
    if (lines.isEmpty())
        settings.remove(m_group);
    else
        settings.setValue(m_group, lines);
}

} // namespace keyward::models
