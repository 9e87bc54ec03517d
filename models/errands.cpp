// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/errands.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace keyward::models {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Errands)
};

} // namespace

Errands::Errands(engine::WorkplacePtr workplace, Background &background, QObject *parent)
    : QAbstractListModel(parent), m_workplace(std::move(workplace)), m_background(background),
      m_refresh(new QTimer(this))
{
    m_refresh->setInterval(200);
    connect(m_refresh, &QTimer::timeout, this, [this] {
        if (m_running.empty()) return;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ProgressRole, Qt::DisplayRole});
        Q_EMIT changed();
    });
}

quint64 Errands::start(const QString &title, const Target &about, Errand work,
                       std::function<void(const Result<Outcome> &)> ended_)
{
    auto one = std::make_shared<Running>();
    one->number = ++m_last;
    one->title = title;
    one->about = about;
    beginInsertRows({}, rowCount(), rowCount());
    m_running.push_back(one);
    endInsertRows();
    m_refresh->start();
    Q_EMIT changed();
    m_background.run(
        Background::Lane::Jobs, this,
        [workplace = m_workplace, work = std::move(work), one] {
            return work(*workplace, [one](const engine::Progress &progress) {
                one->bytes = progress.bytes;
                one->files = progress.files;
                return !one->cancelled;
            });
        },
        [this, number = one->number, ended_ = std::move(ended_)](const Result<Outcome> &outcome) {
            ended(number);
            ended_(outcome);
        });
    return one->number;
}

void Errands::ended(quint64 number)
{
    const auto found = std::ranges::find(m_running, number, [](const auto &one) { return one->number; });
    if (found == m_running.end()) return;
    const auto row = static_cast<int>(found - m_running.begin());
    const auto about = (*found)->about;
    beginRemoveRows({}, row, row);
    m_running.erase(found);
    endRemoveRows();
    if (m_running.empty()) m_refresh->stop();
    Q_EMIT changed();
    Q_EMIT over(about);
}

void Errands::cancel(quint64 number)
{
    for (const auto &one : m_running)
        if (one->number == number) one->cancelled = true;
}

void Errands::cancelAll()
{
    for (const auto &one : m_running) one->cancelled = true;
}

QString Errands::progressText(int row) const
{
    const auto &one = *m_running[static_cast<std::size_t>(row)];
    if (one.cancelled) return Words::tr("Cancelling");
    QString out;
    if (one.files > 0) out = Words::tr("%Ln entries", nullptr, countOf(one.files.load()));
    if (one.bytes > 0) out += (out.isEmpty() ? QString() : QStringLiteral(", ")) + bytesText(one.bytes);
    return out.isEmpty() ? Words::tr("Starting") : out;
}

QVariant Errands::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto &one = *m_running[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return one.title;
    case ProgressRole: return progressText(index.row());
    case TargetRole: return QVariant::fromValue(one.about);
    default: return {};
    }
}

} // namespace keyward::models
