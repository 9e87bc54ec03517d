// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "backend/engine/api/key_operations.h"
#include "models/drafts/trial_form.h"
#include "models/workspace.h"

namespace keyward::models {

/// "Try the key": one operation on a text or a file, as a principal, from an address, enforced and logged like any
/// other call. What comes of it is kept as long as the draft and no longer.
class TryDraft final : public QObject
{
    Q_OBJECT
public:
    TryDraft(Workspace &workspace, Target keyOrVersion);
    ~TryDraft() override;

    QString title() const;
    QString verb() const; ///< Encrypt, …
    const Form &form() const { return m_form; }
    void setValue(const QString &field, const QVariant &value);
    bool ready() const { return blocker().isEmpty(); }
    QString blocker() const;
    bool running() const { return m_running; }
    QString commandLine() const;
    void run();

    // What came of it.

    bool answered() const { return m_answer.has_value(); }
    bool allowed() const { return m_answer && m_answer->refusal.empty(); }
    QString sentence() const; ///< what was done, as whom
    const Refusal &refusal() const;
    QString rule() const;       ///< of a refusal: which rule decided
    bool hasResult() const;     ///< bytes that can be shown, copied and saved
    QString resultText() const; ///< as text where it is one, or else in Base64
    QString resultNote() const; ///< 256 bytes, in Base64
    QString goesOnWith() const; ///< the verb that takes the result further: Decrypt it again; empty: none
    void goOn();                ///< fills in the form for it
    void forget();              ///< the result
    const QString &saved() const { return m_saved; } ///< what became of saving, as a sentence
    void save(const QString &file);                  ///< into a new file that only this user may read

Q_SIGNALS:
    void changed();

private:
    using Kept = std::shared_ptr<const crypto::SecretBytes>;
    struct Answer {
        const Trial *trial = nullptr;
        QString sentence = {};
        Refusal refusal = {};
        QString rule = {};
        Kept bytes = {};
    };
    struct Question;
    Result<Question> question() const;
    static Answer ask(engine::Workplace &workplace, const Question &question);
    static Result<crypto::SecretBytes> signedOrVerified(engine::KeyOperations &keys, const Question &question);
    static Result<crypto::SecretBytes> sealedOrOpened(engine::KeyOperations &keys, const Question &question);
    const Trial &trial() const { return trialIn(m_form.values()); }
    QString stringOf(const char *id) const { return m_form.values().value(QString::fromLatin1(id)).toString(); }
    const estate::Key *key() const;
    const estate::KeyVersion *version() const;

    Workspace &m_workspace;
    Target m_target;
    Form m_form;
    bool m_running = false;
    std::optional<Answer> m_answer;
    QString m_saved;
    Tickets m_tickets;
};

} // namespace keyward::models
