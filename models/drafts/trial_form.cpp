// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/drafts/trial_form.h"

#include "models/actions/pickers.h"

#include <QCoreApplication>

#include <algorithm>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrialForm)
};

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

QString base64Error(const QVariant &value)
{
    return fromBase64(value.toString()) ? QString()
                                        : Words::tr("This is not Base64 as it is shown "
                                                    "when something was encrypted.");
}

} // namespace

const std::vector<Trial> &trials()
{
    static const std::vector<Trial> all{
        {"encrypt", Permission::Encrypt, Words::tr("Encrypt"), Words::tr("Encrypted as %1 with %2.")},
        {"decrypt", Permission::Decrypt, Words::tr("Decrypt"), Words::tr("Decrypted as %1 with %2.")},
        {"wrap", Permission::WrapKey, Words::tr("Wrap"), Words::tr("Wrapped as %1 with %2.")},
        {"unwrap", Permission::UnwrapKey, Words::tr("Unwrap"), Words::tr("Unwrapped as %1 with %2.")},
        {"sign", Permission::Sign, Words::tr("Sign"), Words::tr("Signed as %1 with %2.")},
        {"verify", Permission::Verify, Words::tr("Verify"), Words::tr("The signature fits: verified as %1 with %2.")}};
    return all;
}

const Trial &trialIn(const Values &values)
{
    const auto id = utf8(stringOf(values, "operation"));
    const auto found = std::ranges::find(trials(), id, &Trial::id);
    return found == trials().end() ? trials().front() : *found;
}

bool onFile(const Values &values) { return stringOf(values, "source") == QLatin1String("file"); }

const char *algorithmField(const Trial &trial)
{
    return trial.signs() ? "signAlgorithm" : trial.opens() ? "openAlgorithm" : "algorithm";
}

std::optional<QByteArray> fromBase64(const QString &typed)
{
    const auto plain = QString(typed).remove(QLatin1Char('\n')).remove(QLatin1Char(' ')).toLatin1();
    auto read = QByteArray::fromBase64Encoding(plain, QByteArray::AbortOnBase64DecodingErrors);
    if (read.decodingStatus != QByteArray::Base64DecodingStatus::Ok) return {};
    return std::move(read.decoded);
}

std::vector<Field> trialFields(const Situation &s, const KeySpec &spec)
{
    std::vector<Field::Option> verbs;
    for (const auto &one : trials())
        if (spec.kind == KeyKind::Rsa || one.signs()) verbs.push_back({text(one.id), one.verb});
    const auto firstVerb = verbs.front().value;
    const auto &principals = s.estate().principals();
    const auto only = principals.size() == 1 ? text(principals.begin()->first.text()) : QString();
    auto signs = signAlgorithms(spec);
    const auto firstSign = signs.front().value;
    const auto wraps = wrapAlgorithms(false).front().value;
    const auto when = [](auto test) {
        return [test](const Values &values) { return test(trialIn(values), onFile(values)); };
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
         .picker = principalPicker(s)},
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
         .when = when([](const Trial &one, bool) { return !one.signs() && !one.opens(); })},
        {.id = QStringLiteral("openAlgorithm"),
         .label = Words::tr("Algorithm"),
         .kind = Field::Kind::Choice,
         .value = wraps,
         .options = wrapAlgorithms(true),
         .when = when([](const Trial &one, bool) { return one.opens(); })},
        {.id = QStringLiteral("signAlgorithm"),
         .label = Words::tr("Algorithm"),
         .kind = Field::Kind::Choice,
         .value = firstSign,
         .options = std::move(signs),
         .when = when([](const Trial &one, bool) { return one.signs(); })},
        {.id = QStringLiteral("source"),
         .label = Words::tr("On"),
         .kind = Field::Kind::Choice,
         .value = QStringLiteral("text"),
         .options = {{QStringLiteral("text"), Words::tr("A text")}, {QStringLiteral("file"), Words::tr("A file")}}},
        {.id = QStringLiteral("text"),
         .label = Words::tr("Text"),
         .kind = Field::Kind::Passage,
         .when = when([](const Trial &one, bool file) { return !file && !one.opens(); })},
        {.id = QStringLiteral("cipher"),
         .label = Words::tr("What was encrypted, in Base64"),
         .kind = Field::Kind::Passage,
         .error = base64Error,
         .when = when([](const Trial &one, bool file) { return !file && one.opens(); })},
        {.id = QStringLiteral("file"),
         .label = Words::tr("File"),
         .kind = Field::Kind::OldFile,
         .error = existingFileError,
         .when = when([](const Trial &, bool file) { return file; })},
        {.id = QStringLiteral("signature"),
         .label = Words::tr("Signature, in Base64"),
         .kind = Field::Kind::Passage,
         .error = base64Error,
         .when = when([](const Trial &one, bool file) { return !file && one.verifies(); })},
        {.id = QStringLiteral("signatureFile"),
         .label = Words::tr("File with the signature"),
         .kind = Field::Kind::OldFile,
         .error = existingFileError,
         .when = when([](const Trial &one, bool file) { return file && one.verifies(); })}};
}

} // namespace keyward::models
