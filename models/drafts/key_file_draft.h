// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/actions/form.h"
#include "models/impact_preview.h"
#include "models/secret_draft.h"

namespace keyward::models {

/// What is done with a key that somebody has in a file. The file is read once, into protected memory; what it holds is
/// shown before anything is done with it, and that same content is what is then used.
class KeyFileDraft : public QObject
{
    Q_OBJECT
public:
    enum class Stage { NoFile, Reading, NeedsPassphrase, Known, Refused };
    struct Fact {
        QString label;
        QString value;
        bool mono = false;
    };

    virtual QString title() const = 0;
    virtual QString verb() const = 0;
    virtual QString explanation() const = 0;
    virtual ImpactPreview *impact() { return nullptr; }
    virtual QString commandLine() const = 0;

    Stage stage() const { return m_stage; }
    const QString &file() const { return m_file; }
    void setFile(const QString &typed); ///< reads it beside the window
    bool wrongPassphrase() const { return m_wrongPassphrase; }
    bool passphraseGiven() const { return !m_passphrase->empty(); }
    void open(SecretDraft &passphrase);                        ///< takes it out of the draft
    const Refusal &refusal() const { return m_refusal; }       ///< why the file is of no use
    const std::vector<Fact> &holds() const { return m_holds; } ///< what is in it, once that is known
    const Form &form() const { return m_form; }
    void setValue(const QString &field, const QVariant &value);

    bool ready() const { return blocker().isEmpty(); }
    QString blocker() const;
    bool committing() const { return m_committing; }
    virtual void commit() = 0;

Q_SIGNALS:
    void changed();
    void done();

protected:
    using Secret = std::shared_ptr<const crypto::SecretBytes>;
    struct Read {
        Secret contents;
        Error error; ///< where contents are missing
    };

    KeyFileDraft(Workspace &workspace, Target target);
    Workspace &workspace() const { return m_workspace; }
    const Target &target() const { return m_target; }
    std::filesystem::path path() const { return pathOf(m_file).lexically_normal(); }
    const Secret &contents() const { return m_contents; }
    const Secret &passphrase() const { return m_passphrase; }

    virtual void look(quint64 ticket) = 0; ///< at the contents; ends in found() or refused()
    virtual void forget() = 0;             ///< what the file before held
    virtual void rebuild() = 0;            ///< after a value changed
    virtual QString obstacle() const = 0;  ///< what else is missing

    bool current(quint64 ticket) const { return ticket == m_tickets.current(); }
    void found(std::vector<Fact> holds);
    void refused(const Error &error);
    void setForm(std::vector<Field> fields) { m_form = Form(std::move(fields)); }
    void suggest(const QString &field, const QString &value); ///< unless a person wrote something there
    void setCommitting(bool on);

private:
    void read();

    Workspace &m_workspace;
    Target m_target;
    Stage m_stage = Stage::NoFile;
    QString m_file;
    Secret m_contents, m_passphrase;
    bool m_wrongPassphrase = false;
    Refusal m_refusal;
    std::vector<Fact> m_holds;
    Form m_form;
    bool m_committing = false;
    Tickets m_tickets;
};

/// Bringing a key into a vault (MOD-4).
class ImportDraft final : public KeyFileDraft
{
    Q_OBJECT
public:
    ImportDraft(Workspace &workspace, const Target &vault);
    QString title() const override;
    QString verb() const override;
    QString explanation() const override;
    ImpactPreview *impact() override { return &m_impact; }
    QString commandLine() const override;
    void commit() override;

private:
    void look(quint64 ticket) override;
    void forget() override;
    void rebuild() override;
    QString obstacle() const override;
    Result<estate::command::ImportKey> command() const;

    std::optional<estate::command::ImportKey> m_found; ///< under a name of no meaning
    std::optional<estate::command::ImportKey> m_command;
    ImpactPreview m_impact;
    QString m_problem;
};

/// Sealing a key for a vault's import key: what whoever holds it hands over.
class TransferDraft final : public KeyFileDraft
{
    Q_OBJECT
public:
    TransferDraft(Workspace &workspace, const Target &key);
    QString title() const override;
    QString verb() const override;
    QString explanation() const override;
    QString commandLine() const override;
    void commit() override;

private:
    void look(quint64 ticket) override;
    void forget() override { m_blob.clear(); }
    void rebuild() override {}
    QString obstacle() const override;
    std::filesystem::path output() const;

    Bytes m_blob; ///< sealed: no secret any more
};

} // namespace keyward::models
