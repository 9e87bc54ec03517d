// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/keystores.h"
#include "models/background.h"
#include "models/secret_draft.h"
#include "models/text.h"

#include <QObject>

namespace keyward::models {

/// A copy of a keystore being put back in its place: what it would bring back is worked out first, and shown; the
/// keystore that is there is set aside, never overwritten.
class RestoreDraft final : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        Asking,  ///< for the files and what opens the copy
        Looking, ///< at what it would bring back
        Known,   ///< which is to be read before it is done
        Working,
        Done,
    };
    struct Parts {
        std::shared_ptr<engine::Keystores> keystores;
        Background &background;
        estate::Actor actor;
    };
    RestoreDraft(Parts parts, QString copy, QString store, QObject *parent = nullptr);

    Stage stage() const { return m_stage; }
    const QString &copy() const { return m_copy; }
    const QString &store() const { return m_store; }
    bool inPlace() const; ///< the copy was put there by hand already: only its log is to say so
    void setCopy(const QString &file) { m_copy = file; }
    void setStore(const QString &file) { m_store = file; }
    QString blocker(const SecretDraft &secret) const; ///< what is missing before it can be looked at; empty: nothing

    void look(SecretDraft &secret); ///< takes it
    void putBack();                 ///< what was looked at
    void askAgain();                ///< for other files or another secret

    QStringList consequences() const; ///< sentences
    struct Brought {
        QString title;
        QStringList items;
    };
    const std::vector<Brought> &brought() const { return m_brought; } ///< back to life, or left without data
    const QString &setAside() const { return m_setAside; }            ///< where the former keystore is now
    const Refusal &failure() const { return m_failure; }
    Result<crypto::SecretBytes> secret() const { return m_secret->clone(); } ///< which opens what is there now

Q_SIGNALS:
    void changed();

private:
    void ask(bool dryRun);
    void take(const Result<engine::Revived> &answer, bool dryRun);
    void become(Stage stage);

    Parts m_parts;
    QString m_copy, m_store;
    std::shared_ptr<crypto::SecretBytes> m_secret = std::make_shared<crypto::SecretBytes>();
    Stage m_stage = Stage::Asking;
    engine::Revived m_revived;
    bool m_nothingThere = false;
    std::vector<Brought> m_brought;
    QString m_setAside;
    Refusal m_failure;
};

} // namespace keyward::models
