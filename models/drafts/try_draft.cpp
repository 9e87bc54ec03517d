// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/try_draft.h"

#include "backend/base/new_file.h"
#include "backend/engine/api/secret_file.h"
#include "backend/estate/authorize.h"
#include "models/actions/fields.h"
#include "models/actions/pickers.h"

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

constexpr const char *operations[] = {"encrypt", "decrypt", "wrap", "unwrap", "sign", "verify"};

QString verbOf(const QString &operation)
{
    if (operation == QLatin1String("encrypt")) return Words::tr("Encrypt");
    if (operation == QLatin1String("decrypt")) return Words::tr("Decrypt");
    if (operation == QLatin1String("wrap")) return Words::tr("Wrap");
    if (operation == QLatin1String("unwrap")) return Words::tr("Unwrap");
    if (operation == QLatin1String("sign")) return Words::tr("Sign");
    return Words::tr("Verify");
}

QString doneText(const QString &operation)
{
    if (operation == QLatin1String("encrypt")) return Words::tr("Encrypted as %1 with %2.");
    if (operation == QLatin1String("decrypt")) return Words::tr("Decrypted as %1 with %2.");
    if (operation == QLatin1String("wrap")) return Words::tr("Wrapped as %1 with %2.");
    if (operation == QLatin1String("unwrap")) return Words::tr("Unwrapped as %1 with %2.");
    if (operation == QLatin1String("sign")) return Words::tr("Signed as %1 with %2.");
    return Words::tr("The signature fits: verified as %1 with %2.");
}

Permission permissionOf(const QString &operation)
{
    if (operation == QLatin1String("encrypt")) return Permission::Encrypt;
    if (operation == QLatin1String("decrypt")) return Permission::Decrypt;
    if (operation == QLatin1String("wrap")) return Permission::WrapKey;
    if (operation == QLatin1String("unwrap")) return Permission::UnwrapKey;
    return operation == QLatin1String("sign") ? Permission::Sign : Permission::Verify;
}

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
    case Rule::OperationNotOnKey: return Words::tr("Decided by the operations of the key version.");
    }
    return {};
}

bool oneOf(const QString &operation, std::initializer_list<const char *> names)
{
    return std::ranges::any_of(names, [&](const char *name) { return operation == QLatin1String(name); });
}
bool signing(const QString &operation) { return oneOf(operation, {"sign", "verify"}); }
bool opening(const QString &operation) { return oneOf(operation, {"decrypt", "unwrap"}); }
QString operationIn(const Values &values) { return stringOf(values, "operation"); }
bool fromFile(const Values &values) { return stringOf(values, "source") == QLatin1String("file"); }

std::vector<Field::Option> signAlgorithms(const KeySpec &spec)
{
    std::vector<Field::Option> out;
    const auto add = [&](SignAlgorithm one) {
        const auto name = text(algorithmText(one));
        out.push_back({name, name});
    };
    if (spec.kind == KeyKind::Rsa)
        for (const auto one : {SignAlgorithm::Ps256, SignAlgorithm::Ps384, SignAlgorithm::Ps512, SignAlgorithm::Rs256,
                               SignAlgorithm::Rs384, SignAlgorithm::Rs512})
            add(one);
    else
        add(spec.curve == Curve::P256   ? SignAlgorithm::Es256
            : spec.curve == Curve::P384 ? SignAlgorithm::Es384
            : spec.curve == Curve::P521 ? SignAlgorithm::Es512
                                        : SignAlgorithm::Es256K);
    return out;
}

std::vector<Field::Option> wrapAlgorithms(bool alsoOld)
{
    std::vector<Field::Option> out;
    for (const auto one : {WrapAlgorithm::RsaOaep256, WrapAlgorithm::RsaOaep, WrapAlgorithm::Rsa15}) {
        if (compatibilityOnly(one) && !alsoOld) continue;
        const auto name = text(algorithmText(one));
        out.push_back({name, compatibilityOnly(one) ? Words::tr("%1, to read old data").arg(name) : name});
    }
    return out;
}

Result<crypto::SecretBytes> kept(ByteView bytes) { return crypto::SecretBytes::copyOf(bytes); }

ByteView viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const std::uint8_t *>(bytes.data()), static_cast<std::size_t>(bytes.size())};
}

QByteArray decoded(const QString &base64)
{
    return QByteArray::fromBase64(QString(base64).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')).toLatin1());
}

QString base64Error(const QVariant &value)
{
    const auto plain = QString(value.toString()).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')).toLatin1();
    const auto read = QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
    return read.decodingStatus == QByteArray::Base64DecodingStatus::Ok ? QString()
                                                                       : Words::tr("This is not Base64 as it is shown "
                                                                                   "when something was encrypted.");
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
    QString operation;
    engine::KeyRequest request;
    QString who;
    QString algorithm;
    std::optional<std::filesystem::path> file, signatureFile;
    Kept input, signature;
};

TryDraft::TryDraft(Workspace &workspace, Target keyOrVersion)
    : m_workspace(workspace), m_target(std::move(keyOrVersion)), m_form(fields())
{}
TryDraft::~TryDraft() = default;

const Key *TryDraft::key() const { return m_workspace.estate().key(m_target.key()); }
const KeyVersion *TryDraft::version() const
{
    const auto *of = key();
    if (!of) return nullptr;
    return m_target.scope == Scope::Version ? of->version(m_target.version()) : &of->latest();
}

std::vector<Field> TryDraft::fields() const
{
    const auto &spec = key()->spec;
    std::vector<Field::Option> verbs;
    for (const auto *one : operations) {
        const auto id = QString::fromLatin1(one);
        if (spec.kind == KeyKind::Rsa || signing(id)) verbs.push_back({id, verbOf(id)});
    }
    const auto firstVerb = verbs.front().value;
    const auto &principals = m_workspace.estate().principals();
    const auto only = principals.size() == 1 ? text(principals.begin()->first.text()) : QString();
    auto signs = signAlgorithms(spec);
    const auto firstSign = signs.front().value;
    const auto wraps = wrapAlgorithms(false).front().value;
    const auto when = [](auto test) {
        return [test](const Values &values) { return test(operationIn(values), fromFile(values)); };
    };
    return {
        {.id = QStringLiteral("operation"),
         .label = Words::tr("What to try"),
         .kind = Field::Kind::Choice,
         .value = firstVerb,
         .options = std::move(verbs)},
        {.id = QStringLiteral("as"),
         .label = Words::tr("As"),
         .kind = Field::Kind::Pick,
         .value = only,
         .hint = Words::tr("Whoever asks is judged by the rules of the vault, and the call is logged like any other."),
         .picker = principalPicker({m_workspace, m_workspace.moment(), m_target})},
        {.id = QStringLiteral("from"),
         .label = Words::tr("From address"),
         .hint = Words::tr("For the firewall of the vault. Empty: this machine, 127.0.0.1."),
         .error =
             [](const QVariant &value) {
                 const auto address = IpAddress::from(utf8(value.toString().trimmed()));
                 return address ? QString() : refusalOf(address.error()).reason;
             },
         .optional = true},
        {.id = QStringLiteral("algorithm"),
         .label = Words::tr("Algorithm"),
         .kind = Field::Kind::Choice,
         .value = wraps,
         .options = wrapAlgorithms(false),
         .when = when([](const QString &operation, bool) { return !signing(operation) && !opening(operation); })},
        {.id = QStringLiteral("openAlgorithm"),
         .label = Words::tr("Algorithm"),
         .kind = Field::Kind::Choice,
         .value = wraps,
         .options = wrapAlgorithms(true),
         .when = when([](const QString &operation, bool) { return opening(operation); })},
        {.id = QStringLiteral("signAlgorithm"),
         .label = Words::tr("Algorithm"),
         .kind = Field::Kind::Choice,
         .value = firstSign,
         .options = std::move(signs),
         .when = when([](const QString &operation, bool) { return signing(operation); })},
        {.id = QStringLiteral("source"),
         .label = Words::tr("On"),
         .kind = Field::Kind::Choice,
         .value = QStringLiteral("text"),
         .options = {{QStringLiteral("text"), Words::tr("A text")}, {QStringLiteral("file"), Words::tr("A file")}}},
        {.id = QStringLiteral("text"),
         .label = Words::tr("Text"),
         .kind = Field::Kind::Passage,
         .when = when([](const QString &operation, bool file) { return !file && !opening(operation); })},
        {.id = QStringLiteral("cipher"),
         .label = Words::tr("What was encrypted, in Base64"),
         .kind = Field::Kind::Passage,
         .error = base64Error,
         .when = when([](const QString &operation, bool file) { return !file && opening(operation); })},
        {.id = QStringLiteral("file"),
         .label = Words::tr("File"),
         .kind = Field::Kind::OldFile,
         .error = existingFileError,
         .when = when([](const QString &, bool file) { return file; })},
        {.id = QStringLiteral("signature"),
         .label = Words::tr("Signature, in Base64"),
         .kind = Field::Kind::Passage,
         .error = base64Error,
         .when =
             when([](const QString &operation, bool file) { return !file && operation == QLatin1String("verify"); })},
        {.id = QStringLiteral("signatureFile"),
         .label = Words::tr("File with the signature"),
         .kind = Field::Kind::OldFile,
         .error = existingFileError,
         .when =
             when([](const QString &operation, bool file) { return file && operation == QLatin1String("verify"); })}};
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

QString TryDraft::verb() const { return verbOf(operation()); }

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
    out.operation = operation();
    out.algorithm = stringOf(signing(out.operation)   ? "signAlgorithm"
                             : opening(out.operation) ? "openAlgorithm"
                                                      : "algorithm");
    KEYWARD_TRY(const auto principal, PrincipalId::from(utf8(stringOf("as"))));
    const auto *asking = m_workspace.estate().principal(principal);
    out.who = asking ? text(asking->name) : text(principal.text());
    out.request = {principal, key()->vault, key()->id, version()->id, "127.0.0.1", {}};
    if (const auto from = stringOf("from").trimmed(); !from.isEmpty()) {
        KEYWARD_TRY(const auto address, IpAddress::from(utf8(from)));
        out.request.origin = Origin::at(address);
        out.request.address = address.text() + " (as claimed in the window)";
    }
    if (fromFile(values)) {
        out.file = pathOf(stringOf("file")).lexically_normal();
        if (out.operation == QLatin1String("verify"))
            out.signatureFile = pathOf(stringOf("signatureFile")).lexically_normal();
        return out;
    }
    const auto given = opening(out.operation) ? decoded(stringOf("cipher")) : stringOf("text").toUtf8();
    KEYWARD_TRY(auto input, kept(viewOf(given)));
    out.input = std::make_shared<const crypto::SecretBytes>(std::move(input));
    if (out.operation == QLatin1String("verify")) {
        const auto signature = decoded(stringOf("signature"));
        KEYWARD_TRY(auto bytes, kept(viewOf(signature)));
        out.signature = std::make_shared<const crypto::SecretBytes>(std::move(bytes));
    }
    return out;
}

namespace {

std::optional<WrapAlgorithm> wrapAlgorithm(const QString &name)
{
    for (const auto one : {WrapAlgorithm::RsaOaep256, WrapAlgorithm::RsaOaep, WrapAlgorithm::Rsa15})
        if (name == text(algorithmText(one))) return one;
    return {};
}

SignAlgorithm signAlgorithm(const QString &name)
{
    for (unsigned i = 0; i < static_cast<unsigned>(SignAlgorithm::Es256K); ++i)
        if (name == text(algorithmText(SignAlgorithm(i)))) return SignAlgorithm(i);
    return SignAlgorithm::Es256K;
}

} // namespace

/// Beside the window. Files are read here; what is secret of them goes straight into protected memory.
TryDraft::Answer TryDraft::ask(engine::Workplace &workplace, const Question &q)
{
    Answer out{.operation = q.operation};
    const auto refused = [&](const Error &error) {
        out.refusal = refusalOf(error);
        const auto moment = workplace.console().published();
        const AccessRequest access{q.request.principal,       q.request.vault, q.request.key,   q.request.version,
                                   permissionOf(q.operation), moment.now,      q.request.origin};
        const auto decision = authorize(*moment.estate, access);
        if (decision.refusal && decision.refusal->code == error.code) out.rule = ruleTitle(decision.rule);
        return out;
    };
    const auto work = [&]() -> Result<crypto::SecretBytes> {
        auto &keys = workplace.keys();
        if (signing(q.operation)) {
            Bytes message, signature;
            if (q.file) {
                KEYWARD_TRY(message, engine::readFile(*q.file, engine::largestMessage));
            } else {
                const auto typed = q.input->exposed();
                message.assign(typed.begin(), typed.end());
            }
            if (q.operation == QLatin1String("sign")) {
                KEYWARD_TRY(const auto made, keys.sign(q.request, signAlgorithm(q.algorithm), message));
                return kept(made);
            }
            if (q.signatureFile) {
                KEYWARD_TRY(signature, engine::readFile(*q.signatureFile, engine::largestSecret));
            } else {
                const auto typed = q.signature->exposed();
                signature.assign(typed.begin(), typed.end());
            }
            KEYWARD_CHECK(keys.verify(q.request, signAlgorithm(q.algorithm), message, signature));
            return crypto::SecretBytes();
        }
        const auto algorithm = wrapAlgorithm(q.algorithm).value_or(WrapAlgorithm::RsaOaep256);
        KEYWARD_TRY(const auto input,
                    q.file ? engine::readSecretFile(*q.file, engine::largestSecret) : q.input->clone());
        if (q.operation == QLatin1String("decrypt")) return keys.decrypt(q.request, algorithm, input.exposed());
        if (q.operation == QLatin1String("unwrap")) return keys.unwrap(q.request, algorithm, input.exposed());
        KEYWARD_TRY(const auto made, q.operation == QLatin1String("wrap") ? keys.wrap(q.request, algorithm, input)
                                                                          : keys.encrypt(q.request, algorithm, input));
        return kept(made);
    };
    auto made = work();
    if (!made) return refused(made.error());
    out.sentence = doneText(q.operation).arg(q.who, q.algorithm);
    if (q.operation != QLatin1String("verify"))
        out.bytes = std::make_shared<const crypto::SecretBytes>(std::move(*made));
    return out;
}

void TryDraft::run()
{
    if (!ready()) return;
    forget();
    auto asked = question();
    if (!asked) {
        m_answer = Answer{.operation = operation(), .sentence = {}, .refusal = refusalOf(asked.error())};
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
    if (opening(m_answer->operation))
        if (auto words = readable(bytes)) return std::move(*words);
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())).toBase64());
}

QString TryDraft::resultNote() const
{
    if (!hasResult()) return {};
    const auto size = bytesText(m_answer->bytes->size());
    if (opening(m_answer->operation) && readable(m_answer->bytes->exposed()))
        return Words::tr("%1, as text. It is gone when this is closed.").arg(size);
    return Words::tr("%1, in Base64. A file holds the bytes themselves.").arg(size);
}

QString TryDraft::goesOnWith() const
{
    if (!hasResult() || fromFile(m_form.values())) return {};
    if (m_answer->operation == QLatin1String("encrypt")) return Words::tr("Decrypt it again");
    if (m_answer->operation == QLatin1String("wrap")) return Words::tr("Unwrap it again");
    if (m_answer->operation == QLatin1String("sign")) return Words::tr("Verify it");
    return {};
}

void TryDraft::goOn()
{
    if (goesOnWith().isEmpty()) return;
    const auto result = resultText();
    const auto was = m_answer->operation;
    m_form.set(QStringLiteral("openAlgorithm"), stringOf("algorithm"));
    if (was == QLatin1String("sign")) {
        m_form.set(QStringLiteral("signature"), result);
        m_form.set(QStringLiteral("operation"), QStringLiteral("verify"));
    } else {
        m_form.set(QStringLiteral("cipher"), result);
        m_form.set(QStringLiteral("operation"),
                   was == QLatin1String("encrypt") ? QStringLiteral("decrypt") : QStringLiteral("unwrap"));
    }
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
    const bool file = fromFile(m_form.values());
    const auto now = operation();
    engine::UseTask task{};
    const auto found = std::ranges::find_if(operations, [&](const char *one) { return now == QLatin1String(one); });
    if (found == std::end(operations)) return {};
    task.verb = *found;
    task.key = m_target.key();
    task.version = of->id;
    task.principal = *principal;
    task.address = utf8(stringOf("from").trimmed());
    task.algorithm = utf8(stringOf(signing(now) ? "signAlgorithm" : opening(now) ? "openAlgorithm" : "algorithm"));
    task.input = file ? pathOf(stringOf("file")).lexically_normal() : std::filesystem::path("input");
    task.output =
        file ? std::filesystem::path(task.input.string() + "." + task.verb.data()) : std::filesystem::path("output");
    task.signature = file ? pathOf(stringOf("signatureFile")).lexically_normal() : std::filesystem::path("signature");
    return text(m_workspace.lines().lineOf(m_workspace.estate(), task));
}

} // namespace keyward::models
