// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/try_draft.h"

#include "backend/base/new_file.h"
#include "backend/engine/api/secret_file.h"
#include "backend/estate/authorize.h"
#include "models/actions/fields.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringDecoder>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TryDraft)
};

/// What decided, where it was a rule of access and not the data.
QString ruleTitle(Decision::Rule rule)
{
    using Rule = Decision::Rule;
    switch (rule) {
    case Rule::Granted: return {};
    case Rule::NoSuchVault:
    case Rule::VaultDeleted: return Words::tr("Decided by the state of the vault.");
    case Rule::Firewall: return Words::tr("Decided by the firewall of the vault.");
    case Rule::NoSuchPrincipal: return Words::tr("Decided by the directory: there is no such principal any more.");
    case Rule::ForeignTenant: return Words::tr("Decided by the tenant: principal and vault are not of the same one.");
    case Rule::NoPolicy:
    case Rule::PolicyLacks: return Words::tr("Decided by the access policies of the vault.");
    case Rule::NoRole:
    case Rule::RoleLacks: return Words::tr("Decided by the role assignments that reach the key.");
    case Rule::NoSuchKey:
    case Rule::KeyDeleted:
    case Rule::Pending:
    case Rule::Disabled: return Words::tr("Decided by the state of the key version.");
    case Rule::NotYetValid:
    case Rule::Expired: return Words::tr("Decided by the validity of the key version.");
    case Rule::RegionOut: return Words::tr("Decided by the region of the vault, which is out.");
    case Rule::OperationNotOnKey: return Words::tr("Decided by the operations of the key version.");
    }
    return {};
}

Result<crypto::SecretBytes> kept(ByteView bytes) { return crypto::SecretBytes::copyOf(bytes); }

ByteView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

/// Letters, digits and line breaks; not whatever happens to decode.
std::optional<QString> readable(ByteView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString out = decoder.decode(
        QByteArrayView(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError()) return {};
    const bool printable = std::ranges::all_of(out, [](QChar c) {
        return c.isPrint() || c == QLatin1Char('\n') || c == QLatin1Char('\t') || c == QLatin1Char('\r');
    });
    return printable ? std::optional(out) : std::nullopt;
}

} // namespace

/// Everything that the call needs, away from the form.
struct TryDraft::Question {
    const Trial *trial = nullptr;
    engine::KeyRequest request;
    QString who;
    QString algorithm;
    std::optional<std::filesystem::path> file, signatureFile;
    Kept input, signature;
};

TryDraft::TryDraft(Workspace &workspace, Target keyOrVersion)
    : m_workspace(workspace), m_target(std::move(keyOrVersion)),
      m_form(trialFields({m_workspace, m_workspace.moment(), m_target}, key()->spec))
{}
TryDraft::~TryDraft() = default;

const Key *TryDraft::key() const { return m_workspace.estate().key(m_target.key()); }
const KeyVersion *TryDraft::version() const
{
    const auto *of = key();
    if (!of) return nullptr;
    return m_target.scope == Scope::Version ? of->version(m_target.version()) : &of->latest();
}

QString TryDraft::title() const
{
    const auto *of = key();
    const auto *in = of ? m_workspace.estate().vault(of->vault) : nullptr;
    if (!in) return Words::tr("Try the key");
    const auto path = text(in->name.text()) + QLatin1Char('/') + text(of->name.text());
    return m_target.scope == Scope::Version
               ? Words::tr("Try version %1 of %2").arg(titleOf(m_workspace.estate(), m_target), path)
               : Words::tr("Try %1").arg(path);
}

QString TryDraft::verb() const { return trial().verb; }

void TryDraft::setValue(const QString &field, const QVariant &value)
{
    if (m_form.set(field, value)) forget();
    Q_EMIT changed();
}

QString TryDraft::blocker() const
{
    if (m_running) return Words::tr("It is being done.");
    if (!version()) return Words::tr("The key is gone.");
    if (m_workspace.estate().principals().size() == 0)
        return Words::tr(
            "There is no principal to ask as. Turn on the identity of a resource, or make an application.");
    return m_form.problem();
}

Result<TryDraft::Question> TryDraft::question() const
{
    const auto values = m_form.values();
    Question out;
    out.trial = &trial();
    out.algorithm = stringOf(algorithmField(*out.trial));
    KEYWARD_TRY(const auto principal, PrincipalId::from(utf8(stringOf("as"))));
    const auto *asking = m_workspace.estate().principal(principal);
    out.who = asking ? text(asking->name) : text(principal.text());
    out.request = {principal, key()->vault, key()->id, version()->id, "127.0.0.1", {}};
    if (const auto from = stringOf("from").trimmed(); !from.isEmpty()) {
        KEYWARD_TRY(const auto address, IpAddress::from(utf8(from)));
        out.request.origin = Origin::at(address);
        out.request.address = address.text() + " (as claimed in the window)";
    }
    if (onFile(values)) {
        out.file = pathOf(stringOf("file")).lexically_normal();
        if (out.trial->verifies()) out.signatureFile = pathOf(stringOf("signatureFile")).lexically_normal();
        return out;
    }
    const auto given =
        out.trial->opens() ? fromBase64(stringOf("cipher")).value_or(QByteArray()) : stringOf("text").toUtf8();
    KEYWARD_TRY(auto input, kept(viewOf(given)));
    out.input = std::make_shared<const crypto::SecretBytes>(std::move(input));
    if (out.trial->verifies()) {
        const auto signature = fromBase64(stringOf("signature")).value_or(QByteArray());
        KEYWARD_TRY(auto bytes, kept(viewOf(signature)));
        out.signature = std::make_shared<const crypto::SecretBytes>(std::move(bytes));
    }
    return out;
}

/// Beside the window. Files are read here; what is secret of them goes straight into protected memory.
TryDraft::Answer TryDraft::ask(engine::Workplace &workplace, const Question &q)
{
    Answer out{.trial = q.trial};
    auto made = q.trial->signs() ? signedOrVerified(workplace.keys(), q) : sealedOrOpened(workplace.keys(), q);
    if (made) {
        out.sentence = q.trial->done.arg(q.who, q.algorithm);
        if (!q.trial->verifies()) out.bytes = std::make_shared<const crypto::SecretBytes>(std::move(*made));
        return out;
    }
    out.refusal = refusalOf(made.error());
    const auto moment = workplace.console().published();
    const AccessRequest access{q.request.principal, q.request.vault, q.request.key,   q.request.version,
                               q.trial->permission, moment.now,      q.request.origin};
    const auto decision = authorize(*moment.estate, access);
    if (decision.refusal && decision.refusal->code == made.error().code) out.rule = ruleTitle(decision.rule);
    return out;
}

/// The signature; nothing where one was verified.
Result<crypto::SecretBytes> TryDraft::signedOrVerified(engine::KeyOperations &keys, const Question &q)
{
    const auto given = [](const std::optional<std::filesystem::path> &file, const Kept &typed,
                          std::size_t most) -> Result<Bytes> {
        if (file) return engine::readFile(*file, most);
        const auto bytes = typed->exposed();
        return Bytes(bytes.begin(), bytes.end());
    };
    KEYWARD_TRY(const auto algorithm, signAlgorithmFrom(utf8(q.algorithm)));
    KEYWARD_TRY(const auto message, given(q.file, q.input, engine::largestMessage));
    if (!q.trial->verifies()) {
        KEYWARD_TRY(const auto made, keys.sign(q.request, algorithm, message));
        return kept(made);
    }
    KEYWARD_TRY(const auto signature, given(q.signatureFile, q.signature, engine::largestSecret));
    KEYWARD_CHECK(keys.verify(q.request, algorithm, message, signature));
    return crypto::SecretBytes();
}

Result<crypto::SecretBytes> TryDraft::sealedOrOpened(engine::KeyOperations &keys, const Question &q)
{
    KEYWARD_TRY(const auto algorithm, wrapAlgorithmFrom(utf8(q.algorithm)));
    KEYWARD_TRY(const auto input, q.file ? engine::readSecretFile(*q.file, engine::largestSecret) : q.input->clone());
    const auto now = q.trial->permission;
    if (now == Permission::Decrypt) return keys.decrypt(q.request, algorithm, input.exposed());
    if (now == Permission::UnwrapKey) return keys.unwrap(q.request, algorithm, input.exposed());
    KEYWARD_TRY(const auto made, now == Permission::WrapKey ? keys.wrap(q.request, algorithm, input)
                                                            : keys.encrypt(q.request, algorithm, input));
    return kept(made);
}

void TryDraft::run()
{
    if (!ready()) return;
    forget();
    auto asked = question();
    if (!asked) {
        m_answer = Answer{.trial = &trial(), .sentence = {}, .refusal = refusalOf(asked.error())};
        Q_EMIT changed();
        return;
    }
    m_running = true;
    const auto ticket = m_tickets.next();
    m_workspace.background().run(
        Background::Lane::Store, this,
        [workplace = m_workspace.workplace(), question = std::make_shared<const Question>(std::move(*asked))] {
            return ask(*workplace, *question);
        },
        [this, ticket](Answer answer) {
            if (ticket != m_tickets.current()) return;
            m_running = false;
            m_answer = std::move(answer);
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

QString TryDraft::sentence() const { return m_answer ? m_answer->sentence : QString(); }
const Refusal &TryDraft::refusal() const
{
    static const Refusal none;
    return m_answer ? m_answer->refusal : none;
}
QString TryDraft::rule() const { return m_answer ? m_answer->rule : QString(); }
bool TryDraft::hasResult() const { return m_answer && m_answer->bytes && !m_answer->bytes->empty(); }

QString TryDraft::resultText() const
{
    if (!hasResult()) return {};
    const auto bytes = m_answer->bytes->exposed();
    if (m_answer->trial->opens())
        if (auto words = readable(bytes)) return std::move(*words);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toBase64());
}

QString TryDraft::resultNote() const
{
    if (!hasResult()) return {};
    const auto size = bytesText(m_answer->bytes->size());
    if (m_answer->trial->opens() && readable(m_answer->bytes->exposed()))
        return Words::tr("%1, as text. It is gone when this is closed.").arg(size);
    return Words::tr("%1, in Base64. A file holds the bytes themselves.").arg(size);
}

QString TryDraft::goesOnWith() const
{
    if (!hasResult() || onFile(m_form.values())) return {};
    switch (m_answer->trial->permission) {
    case Permission::Encrypt: return Words::tr("Decrypt it again");
    case Permission::WrapKey: return Words::tr("Unwrap it again");
    case Permission::Sign: return Words::tr("Verify it");
    default: return {};
    }
}

void TryDraft::goOn()
{
    if (goesOnWith().isEmpty()) return;
    const auto result = resultText();
    const auto was = m_answer->trial->permission;
    m_form.set(QStringLiteral("openAlgorithm"), stringOf("algorithm"));
    m_form.set(was == Permission::Sign ? QStringLiteral("signature") : QStringLiteral("cipher"), result);
    m_form.set(QStringLiteral("operation"), was == Permission::Sign      ? QStringLiteral("verify")
                                            : was == Permission::Encrypt ? QStringLiteral("decrypt")
                                                                         : QStringLiteral("unwrap"));
    forget();
    Q_EMIT changed();
}

void TryDraft::forget()
{
    m_tickets.next();
    m_running = false;
    m_answer.reset();
    m_saved.clear();
}

void TryDraft::save(const QString &file)
{
    if (!hasResult()) return;
    if (const auto wrong = newFileError(file); !wrong.isEmpty()) {
        m_saved = wrong;
        Q_EMIT changed();
        return;
    }
    m_workspace.background().run(
        Background::Lane::Jobs, this,
        [bytes = m_answer->bytes, path = pathOf(file).lexically_normal()] {
            return writeNewFile(path, {bytes->exposed()});
        },
        [this, file, ticket = m_tickets.current()](const Status &done) {
            if (ticket != m_tickets.current()) return;
            m_saved =
                done ? Words::tr("Saved as %1, readable only for you.").arg(file) : refusalOf(done.error()).whole();
            Q_EMIT changed();
        });
}

QString TryDraft::commandLine() const
{
    const auto *of = version();
    const auto principal = PrincipalId::from(utf8(stringOf("as")));
    if (!of || !principal || !m_form.problem().isEmpty()) return {};
    const bool file = onFile(m_form.values());
    engine::UseTask task{};
    task.verb = trial().id;
    task.key = m_target.key();
    task.version = of->id;
    task.principal = *principal;
    task.address = utf8(stringOf("from").trimmed());
    task.algorithm = utf8(stringOf(algorithmField(trial())));
    task.input = file ? pathOf(stringOf("file")).lexically_normal() : std::filesystem::path("input");
    task.output = file ? std::filesystem::path(task.input.string() + "." + std::string(task.verb))
                       : std::filesystem::path("output");
    task.signature = file ? pathOf(stringOf("signatureFile")).lexically_normal() : std::filesystem::path("signature");
    return text(m_workspace.lines().lineOf(m_workspace.estate(), task));
}

} // namespace keyward::models
