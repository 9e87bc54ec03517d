// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/key_file_draft.h"

#include "backend/base/new_file.h"
#include "backend/engine/api/key_import.h"
#include "backend/engine/api/secret_file.h"
#include "backend/engine/api/signing.h"
#include "backend/estate/describe.h"
#include "models/actions/key_fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyFileDraft)
};

std::shared_ptr<const crypto::SecretBytes> noSecret() { return std::make_shared<const crypto::SecretBytes>(); }

/// Of a file's name what a key can be called.
QString nameFrom(const QString &file)
{
    QString out;
    for (const auto c : QFileInfo(file).completeBaseName()) {
        const bool fits = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
                          (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                          (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (fits)
            out += c;
        else if (!out.isEmpty() && !out.endsWith(QLatin1Char('-')))
            out += QLatin1Char('-');
    }
    while (out.endsWith(QLatin1Char('-'))) out.chop(1);
    return out.left(127);
}

std::vector<KeyFileDraft::Fact> factsOf(const KeySpec &spec, const QString &format, ByteView spki)
{
    std::vector<KeyFileDraft::Fact> out{{Words::tr("Key"), text(spec.text())}, {Words::tr("Format"), format}};
    if (!spki.empty()) out.push_back({Words::tr("Public key, SHA-256"), text(engine::fingerprint(spki)), true});
    return out;
}

Result<engine::ImportRequest> importOf(const VaultId &vault, const KeyName &name, const crypto::SecretBytes &file,
                                       const crypto::SecretBytes &passphrase)
{
    engine::ImportRequest out;
    out.vault = vault;
    out.name = name;
    KEYWARD_TRY(out.file, file.clone());
    KEYWARD_TRY(out.passphrase, passphrase.clone());
    return out;
}

QString encryptionWarning(const std::string &cipher)
{
    return cipher.empty() ? QString()
                          : Words::tr("The file is encrypted with %1, which protects no longer. Destroy the file, and "
                                      "rotate the key if others may have had it.")
                                .arg(text(cipher));
}

} // namespace

KeyFileDraft::KeyFileDraft(Workspace &workspace, Target target)
    : m_workspace(workspace), m_target(std::move(target)), m_contents(noSecret()), m_passphrase(noSecret())
{}

void KeyFileDraft::setFile(const QString &typed)
{
    if (m_file == typed) return;
    m_file = typed;
    m_contents = noSecret();
    m_passphrase = noSecret();
    m_wrongPassphrase = false;
    m_refusal = {};
    m_holds.clear();
    forget();
    const auto ticket = m_tickets.next();
    const auto wrong = m_file.trimmed().isEmpty() ? QString() : existingFileError(m_file);
    if (m_file.trimmed().isEmpty() || !wrong.isEmpty()) {
        m_stage = wrong.isEmpty() ? Stage::NoFile : Stage::Refused;
        m_refusal = {wrong, {}};
        Q_EMIT changed();
        return;
    }
    m_stage = Stage::Reading;
    m_workspace.background().run(
        Background::Lane::Jobs, this,
        [file = path()] {
            const auto read = engine::readSecretFile(file, engine::largestKeyFile);
            auto kept = read ? read->clone() : Result<crypto::SecretBytes>(std::unexpected(read.error()));
            return kept ? Read{std::make_shared<const crypto::SecretBytes>(std::move(*kept)), {}}
                        : Read{nullptr, kept.error()};
        },
        [this, ticket](const Read &read) {
            if (!current(ticket)) return;
            if (!read.contents) return refused(read.error);
            m_contents = read.contents;
            suggest(QStringLiteral("name"), nameFrom(m_file));
            look(ticket);
        });
    Q_EMIT changed();
}

void KeyFileDraft::open(SecretDraft &passphrase)
{
    if (m_contents->empty() || m_stage == Stage::Reading) return;
    auto taken = passphrase.take();
    if (!taken) return refused(taken.error());
    m_passphrase = std::make_shared<const crypto::SecretBytes>(std::move(*taken));
    m_stage = Stage::Reading;
    look(m_tickets.next());
    Q_EMIT changed();
}

void KeyFileDraft::found(std::vector<Fact> holds)
{
    m_stage = Stage::Known;
    m_wrongPassphrase = false;
    m_refusal = {};
    m_holds = std::move(holds);
    rebuild();
    Q_EMIT changed();
}

void KeyFileDraft::refused(const Error &error)
{
    m_holds.clear();
    if (error.code == Code::ImportNeedsPassphrase) {
        m_wrongPassphrase = passphraseGiven();
        m_passphrase = noSecret();
        m_stage = Stage::NeedsPassphrase;
        m_refusal = {};
    } else {
        auto named = error; // the reading itself knows no file name
        if (named.target.empty()) named.target = QFileInfo(m_file).fileName().toStdString();
        m_stage = Stage::Refused;
        m_refusal = refusalOf(named);
    }
    Q_EMIT changed();
}

void KeyFileDraft::setValue(const QString &field, const QVariant &value)
{
    if (m_form.set(field, value)) rebuild();
    Q_EMIT changed();
}

void KeyFileDraft::suggest(const QString &field, const QString &value)
{
    if (!value.isEmpty()) m_form.suggest(field, value);
}

void KeyFileDraft::setCommitting(bool on)
{
    m_committing = on;
    Q_EMIT changed();
}

QString KeyFileDraft::blocker() const
{
    if (m_committing) return Words::tr("It is being done.");
    switch (m_stage) {
    case Stage::NoFile: return Words::tr("Choose the file that holds the key.");
    case Stage::Reading: return Words::tr("The file is being looked at.");
    case Stage::NeedsPassphrase: return Words::tr("Type the passphrase of the file.");
    case Stage::Refused: return m_refusal.reason;
    case Stage::Known: break;
    }
    if (const auto wrong = m_form.problem(); !wrong.isEmpty()) return wrong;
    return obstacle();
}

// Import.

ImportDraft::ImportDraft(Workspace &workspace, const Target &vault)
    : KeyFileDraft(workspace, vault), m_impact(workspace)
{
    const auto now = workspace.moment()->now;
    const auto *into = workspace.estate().vault(vault.vault());
    auto activation = activationField({}, now);
    activation.section = Words::tr("Validity");
    auto rsa = operationsField(QStringLiteral("operations"), KeyKind::Rsa, suitableOperations(KeyKind::Rsa));
    rsa.section = Words::tr("Use");
    rsa.when = [this](const Values &) { return m_found && m_found->spec.kind != KeyKind::Ec; };
    auto curves = operationsField(QStringLiteral("ecOperations"), KeyKind::Ec, suitableOperations(KeyKind::Ec));
    curves.section = rsa.section;
    curves.when = [this](const Values &) { return m_found && m_found->spec.kind == KeyKind::Ec; };
    std::vector<Field> fields{{.id = QStringLiteral("name"),
                               .label = Words::tr("Name"),
                               .hint = Words::tr("Over the name of a key there is, it becomes its next version"),
                               .error = nameError<KeyName>}};
    if (into->tier != Tier::Standard)
        fields.push_back(
            {.id = QStringLiteral("hsm"),
             .label = Words::tr("As a key of the HSM kind"),
             .kind = Field::Kind::Check,
             .value = false,
             .hint = Words::tr("No hardware token is attached: it is held in the keystore, in software.")});
    fields.push_back(std::move(activation));
    fields.push_back(expiryField({}, Words::tr("never"), now));
    fields.push_back(std::move(rsa));
    fields.push_back(std::move(curves));
    fields.push_back(tagsField({}));
    fields.push_back(enabledField(true, Words::tr("A disabled version refuses every cryptographic operation.")));
    fields.push_back({.id = QStringLiteral("escrow"),
                      .label = Words::tr("Where the original is kept"),
                      .hint = Words::tr("As in “safe 3, Amsterdam”; noted with the key"),
                      .optional = true});
    setForm(std::move(fields));
    connect(&m_impact, &ImpactPreview::changed, this, &ImportDraft::changed);
}

QString ImportDraft::title() const
{
    return Words::tr("Import key into %1").arg(titleOf(workspace().estate(), target()));
}
QString ImportDraft::verb() const { return Words::tr("Import"); }
QString ImportDraft::explanation() const
{
    return Words::tr("A key made elsewhere: PEM, PKCS#8, PKCS#12 (.pfx), JWK, a .byok transfer blob, or the bytes of "
                     "an AES key. It is checked here, and you see what the file holds before it is imported.");
}

/// Under a name that nothing has: what is in the file is the question, not yet what becomes of it.
void ImportDraft::look(quint64 ticket)
{
    struct Answer {
        std::optional<command::ImportKey> found;
        Error error;
    };
    auto probe = KeyName::from("look-" + workspace().random().id<KeyId>().text());
    if (!probe) return refused(probe.error());
    workspace().background().run(
        Background::Lane::Jobs, this,
        [workplace = std::shared_ptr<const engine::Workplace>(workspace().workplace()), name = *probe,
         file = contents(), secret = passphrase(), vault = target().vault(), actor = workspace().actor()]() -> Answer {
            const auto request = importOf(vault, name, *file, *secret);
            if (!request) return {std::nullopt, request.error()};
            auto found = workplace->keyImport().look(*request, actor);
            return found ? Answer{std::move(*found), {}} : Answer{std::nullopt, found.error()};
        },
        [this, ticket](Answer answer) {
            if (!current(ticket)) return;
            if (!answer.found) return refused(answer.error);
            m_found = std::move(answer.found);
            found(factsOf(m_found->spec, text(m_found->format), m_found->spki));
        });
}

void ImportDraft::forget()
{
    m_found.reset();
    m_command.reset();
    m_problem.clear();
    m_impact.clear();
}

Result<command::ImportKey> ImportDraft::command() const
{
    const auto &values = form().values();
    auto out = *m_found;
    KEYWARD_TRY(out.name, KeyName::from(utf8(stringOf(values, "name"))));
    if (values.value(QStringLiteral("hsm")).toBool()) out.spec = out.spec.inHsm();
    const auto ticked = stringOf(values, out.spec.kind == KeyKind::Ec ? "ecOperations" : "operations");
    const bool usual = ticked == text(suitableOperations(out.spec.kind).text());
    KEYWARD_TRY(out.first, seedFrom({workspace(), workspace().moment(), target()}, values, usual ? QString() : ticked));
    return out;
}

void ImportDraft::rebuild()
{
    m_command.reset();
    m_problem.clear();
    if (!m_found || !form().problem().isEmpty()) return m_impact.clear();
    auto made = command();
    if (!made) {
        m_problem = refusalOf(made.error()).whole();
        return m_impact.clear();
    }
    m_command = std::move(*made);
    m_impact.ask({*m_command});
}

QString ImportDraft::obstacle() const
{
    if (!m_problem.isEmpty()) return m_problem;
    if (m_impact.pending() || !m_impact.asked()) return Words::tr("The consequences are being worked out.");
    return m_impact.refusal().reason;
}

QString ImportDraft::commandLine() const
{
    if (!m_command) return {};
    const engine::ImportTask task{*m_command, path(), passphraseGiven()};
    return text(workspace().lines().lineOf(workspace().estate(), task));
}

void ImportDraft::commit()
{
    if (!ready()) return;
    setCommitting(true);
    const auto &command = *m_command;
    const auto name = titleOf(workspace().estate(), target()) + QLatin1Char('/') + text(command.name.text());
    workspace().send(Words::tr("Import key %1").arg(name), target(),
                     [command, name, file = contents(), secret = passphrase(), actor = workspace().actor(),
                      escrow = utf8(stringOf(form().values(), "escrow"))](
                         engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                         KEYWARD_TRY(auto request, importOf(command.vault, command.name, *file, *secret));
                         request.seed = command.first;
                         request.hsm = command.spec.hsm;
                         KEYWARD_TRY(const auto made, workplace.keyImport().import(request, actor));
                         if (!escrow.empty()) {
                             const command::NoteEscrow note{made.key, made.version, escrow};
                             KEYWARD_CHECK(workplace.console().execute({note}, actor).transform([](const auto &) {}));
                         }
                         return Outcome{Words::tr("Key %1 was imported.").arg(name), encryptionWarning(made.outdated),
                                        Target::of(made.key)};
                     });
    Q_EMIT done();
}

// Transfer.

TransferDraft::TransferDraft(Workspace &workspace, const Target &key) : KeyFileDraft(workspace, key)
{
    setForm({{.id = QStringLiteral("output"),
              .label = Words::tr("Into the new file"),
              .kind = Field::Kind::NewFile,
              .value = QDir::homePath() + QLatin1Char('/') + titleOf(workspace.estate(), key) + QStringLiteral(".byok"),
              .error = newFileError,
              .suffix = QStringLiteral(".byok")}});
}

QString TransferDraft::title() const
{
    return Words::tr("Make transfer blob for %1").arg(titleOf(workspace().estate(), target()));
}
QString TransferDraft::verb() const { return Words::tr("Make"); }
QString TransferDraft::explanation() const
{
    return Words::tr("Seals a key that you hold under this one, so that only its vault can import it. The new file can "
                     "be handed over; what it holds is readable to nobody on the way.");
}

void TransferDraft::look(quint64 ticket)
{
    const auto moment = workspace().moment();
    struct Answer {
        std::optional<engine::Transfer> made;
        Error error;
    };
    workspace().background().run(
        Background::Lane::Jobs, this,
        [workplace = std::shared_ptr<const engine::Workplace>(workspace().workplace()), moment, file = contents(),
         secret = passphrase(), id = target().key()]() -> Answer {
            const auto *key = moment->estate->key(id);
            const auto *vault = key ? moment->estate->vault(key->vault) : nullptr;
            if (!vault) return {std::nullopt, Error{Code::NotFound, id.text(), {"key"}, {}}};
            auto made = workplace->keyImport().seal({*vault, *key, key->latest(), *file, *secret});
            return made ? Answer{std::move(*made), {}} : Answer{std::nullopt, made.error()};
        },
        [this, ticket](Answer answer) {
            if (!current(ticket)) return;
            if (!answer.made) return refused(answer.error);
            m_blob = std::move(answer.made->blob);
            std::vector<Fact> holds{{Words::tr("Key"), text(answer.made->spec.text())}};
            if (const auto warning = encryptionWarning(answer.made->outdated); !warning.isEmpty())
                holds.push_back({Words::tr("Warning"), warning});
            found(std::move(holds));
        });
}

std::filesystem::path TransferDraft::output() const
{
    return pathOf(stringOf(form().values(), "output")).lexically_normal();
}

QString TransferDraft::obstacle() const { return {}; }

QString TransferDraft::commandLine() const
{
    const auto *key = workspace().estate().key(target().key());
    if (stage() != Stage::Known || !key || !form().problem().isEmpty()) return {};
    const engine::TransferTask task{key->id, key->latest().id, path(), output(), passphraseGiven()};
    return text(workspace().lines().lineOf(workspace().estate(), task));
}

void TransferDraft::commit()
{
    if (!ready()) return;
    setCommitting(true);
    workspace().send(
        title(), target(),
        [blob = m_blob, file = output()](engine::Workplace &, const engine::ProgressCallback &) -> Result<Outcome> {
            KEYWARD_CHECK(writeNewFile(file, {blob}));
            return Outcome{Words::tr("The transfer blob was written."), text(file.string()), {}, text(file.string())};
        });
    Q_EMIT done();
}

} // namespace keyward::models
