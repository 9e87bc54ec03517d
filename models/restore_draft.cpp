// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/restore_draft.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace keyward::models {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RestoreDraft)
};

QFileInfo infoOf(const QString &file) { return QFileInfo(QString::fromStdString(pathOf(file).string())); }

QStringList listed(const std::vector<Sentence> &items) { return spokenEach(items); }

QStringList listed(const std::vector<std::string> &items)
{
    QStringList out;
    for (const auto &item : items) out += text(item);
    return out;
}

} // namespace

RestoreDraft::RestoreDraft(Parts parts, QString copy, QString store, QObject *parent)
    : QObject(parent), m_parts(std::move(parts)), m_copy(std::move(copy)), m_store(std::move(store))
{}

void RestoreDraft::become(Stage stage)
{
    m_stage = stage;
    Q_EMIT changed();
}

bool RestoreDraft::inPlace() const
{
    return !m_copy.isEmpty() && infoOf(m_copy).absoluteFilePath() == infoOf(m_store).absoluteFilePath();
}

QString RestoreDraft::blocker(const SecretDraft &secret) const
{
    if (m_copy.trimmed().isEmpty()) return Words::tr("Choose the copy.");
    if (!infoOf(m_copy).isFile()) return Words::tr("There is no such file: %1").arg(m_copy);
    if (m_store.trimmed().isEmpty()) return Words::tr("Say where the keystore belongs.");
    if (!infoOf(m_store).dir().exists()) return Words::tr("There is no folder %1.").arg(infoOf(m_store).dir().path());
    if (secret.empty()) return Words::tr("Type what opens the copy.");
    return {};
}

void RestoreDraft::look(SecretDraft &secret)
{
    auto taken = secret.take();
    if (!taken) {
        m_failure = refusalOf(taken.error());
        return become(Stage::Asking);
    }
    *m_secret = std::move(*taken);
    m_nothingThere = !infoOf(m_store).exists();
    ask(true);
}

void RestoreDraft::putBack()
{
    if (m_stage == Stage::Known) ask(false);
}

void RestoreDraft::askAgain()
{
    *m_secret = {};
    m_failure = {};
    become(Stage::Asking);
}

void RestoreDraft::ask(bool dryRun)
{
    auto secret = m_secret->clone();
    if (!secret) {
        m_failure = refusalOf(secret.error());
        return become(Stage::Asking);
    }
    m_failure = {};
    become(dryRun ? Stage::Looking : Stage::Working);
    m_parts.background.run(
        Background::Lane::Store, this,
        [keystores = m_parts.keystores, actor = m_parts.actor, copy = pathOf(m_copy), store = pathOf(m_store),
         kept = std::make_shared<crypto::SecretBytes>(std::move(*secret)), dryRun] {
            return keystores->putBack(
                {.copy = copy, .store = store, .with = engine::Credential::typed(std::move(*kept)), .dryRun = dryRun},
                actor, {});
        },
        [this, dryRun](const Result<engine::Revived> &answer) { take(answer, dryRun); });
}

void RestoreDraft::take(const Result<engine::Revived> &answer, bool dryRun)
{
    if (!answer) {
        m_failure = refusalOf(answer.error());
        return become(dryRun ? Stage::Asking : Stage::Known);
    }
    m_revived = *answer;
    m_setAside = text(answer->setAside.string());
    m_brought.clear();
    const auto add = [&](const QString &title, const auto &items) {
        if (!items.empty()) m_brought.push_back({title, listed(items)});
    };
    add(Words::tr("Access that was taken away since, and is back with the copy"), answer->grants);
    add(Words::tr("Ways to unlock that were removed since, and are back"), answer->slots);
    add(Words::tr("Keys that were deleted or disabled since, and are back"), answer->keys);
    add(Words::tr("Recovery points whose data is not there"), answer->withoutData);
    become(dryRun ? Stage::Known : Stage::Done);
}

QStringList RestoreDraft::consequences() const
{
    QStringList out{Words::tr("The copy ends with entry %1 of its log. What was done after it is not in the copy.")
                        .arg(number(m_revived.fromEntry))};
    if (m_nothingThere)
        out += Words::tr("No keystore is there now.");
    else if (inPlace())
        out += Words::tr("The file stays what it is; as it was found, it is kept beside it, its name ending in "
                         "“before-restore” and a number.");
    else
        out += Words::tr("The keystore that is there now is not overwritten: it is kept beside it, its name ending in "
                         "“before-restore” and a number.");
    if (!m_nothingThere && !m_revived.compared)
        out += inPlace() ? Words::tr("What it brings back cannot be told, as the newer keystore is not there.")
                         : Words::tr("What it brings back cannot be told, as the keystore that is there does not open "
                                     "with what opens the copy.");
    if (m_revived.compared && m_brought.empty()) out += Words::tr("It brings back nothing that was taken away since.");
    out += Words::tr("Its log says that it was put back, and by whom.");
    return out;
}

} // namespace keyward::models
