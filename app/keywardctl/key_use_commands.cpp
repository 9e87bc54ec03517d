// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Try the key": the data plane on files, as a principal, from an address, enforced and logged like any other call.

#include "app/keywardctl/key_options.h"
#include "app/keywardctl/line.h"

#include "backend/base/paths.h"
#include "backend/engine/api/key_operations.h"
#include "backend/engine/api/secret_file.h"
#include "backend/reports/views.h"

namespace keyward::ctl {

using namespace estate;

namespace {

using engine::largestMessage;
using engine::largestSecret;
using engine::readFile;
using engine::readSecretFile;

struct UseOptions {
    std::string path, as, from, input, output, signature, algorithm;
};

Result<engine::KeyRequest> requestFrom(Invocation &invocation, const UseOptions &o)
{
    if (!o.output.empty() && pathExists(o.output)) return fail(Code::FileExists, o.output); // before the key is used
    KEYWARD_TRY(const auto path, invocation.key(o.path));
    KEYWARD_TRY(const auto *principal, invocation.principal(o.as));
    engine::KeyRequest request{principal->id, path.vault->id, path.key->id, path.chosen().id, "127.0.0.1", {}};
    if (!o.from.empty()) {
        KEYWARD_TRY(const auto address, IpAddress::from(o.from));
        request.origin = Origin::at(address);
        request.address = address.text() + " (as claimed on the command line)";
    }
    return request;
}

Result<SignAlgorithm> signAlgorithm(const std::string &name, const KeySpec &spec)
{
    if (name.empty()) {
        static constexpr SignAlgorithm ofCurve[] = {SignAlgorithm::Ps256, SignAlgorithm::Es256, SignAlgorithm::Es384,
                                                    SignAlgorithm::Es512, SignAlgorithm::Es256K};
        return ofCurve[static_cast<std::size_t>(spec.curve)];
    }
    return signAlgorithmFrom(name);
}

Status written(Invocation &invocation, const UseOptions &o, ByteView bytes, const std::string &done)
{
    KEYWARD_CHECK(invocation.newFile(o.output, {bytes}));
    invocation.out().line(done + ": " + o.output);
    invocation.out().document(QJsonObject{{QLatin1String("file"), reports::text(o.output)},
                                          {QLatin1String("bytes"), static_cast<qint64>(bytes.size())},
                                          {QLatin1String("algorithm"), reports::text(o.algorithm)}});
    return {};
}

Status protect(Invocation &invocation, const UseOptions &o, bool wrapping)
{
    KEYWARD_TRY(const auto request, requestFrom(invocation, o));
    KEYWARD_TRY(const auto algorithm, wrapAlgorithmFrom(o.algorithm));
    KEYWARD_TRY(const auto plain, readSecretFile(o.input, largestSecret));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto out, wrapping ? acting->keys().wrap(request, algorithm, plain)
                                         : acting->keys().encrypt(request, algorithm, plain));
    return written(invocation, o, out, wrapping ? "Wrapped" : "Encrypted");
}

Status unprotect(Invocation &invocation, const UseOptions &o, bool wrapping)
{
    KEYWARD_TRY(const auto request, requestFrom(invocation, o));
    KEYWARD_TRY(const auto algorithm, wrapAlgorithmFrom(o.algorithm));
    KEYWARD_TRY(const auto cipher, readFile(o.input, largestSecret));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto out, wrapping ? acting->keys().unwrap(request, algorithm, cipher)
                                         : acting->keys().decrypt(request, algorithm, cipher));
    return written(invocation, o, out.exposed(), wrapping ? "Unwrapped" : "Decrypted");
}

Status sign(Invocation &invocation, UseOptions o)
{
    KEYWARD_TRY(const auto request, requestFrom(invocation, o));
    KEYWARD_TRY(const auto algorithm,
                signAlgorithm(o.algorithm, invocation.snapshot().value()->key(request.key)->spec));
    KEYWARD_TRY(const auto message, readFile(o.input, largestMessage));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto signature, acting->keys().sign(request, algorithm, message));
    o.algorithm = algorithmText(algorithm);
    return written(invocation, o, signature, "Signed with " + o.algorithm);
}

Status verify(Invocation &invocation, const UseOptions &o)
{
    KEYWARD_TRY(const auto request, requestFrom(invocation, o));
    KEYWARD_TRY(const auto algorithm,
                signAlgorithm(o.algorithm, invocation.snapshot().value()->key(request.key)->spec));
    KEYWARD_TRY(const auto message, readFile(o.input, largestMessage));
    KEYWARD_TRY(const auto signature, readFile(o.signature, largestSecret));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(acting->keys().verify(request, algorithm, message, signature));
    invocation.out().line("The signature fits (" + std::string(algorithmText(algorithm)) + ").");
    invocation.out().document(QJsonObject{{QLatin1String("valid"), true}});
    return {};
}

} // namespace

MaybeLine lineOf(const estate::Estate &estate, const engine::UseTask &task)
{
    Line line("key " + std::string(task.verb));
    line.word(nameOf(estate, task.key) + "/" + task.version.text()).option("--as", lineName(estate, task.principal));
    if (!task.address.empty()) line.option("--from", task.address);
    line.option("--in", task.input.string());
    if (!task.algorithm.empty()) line.option("--alg", task.algorithm);
    if (task.verb == "verify") return line.option("--signature", task.signature.string());
    return line.option("--out", task.output.string());
}

void addKeyUse(Commands &commands, CLI::App *group)
{
    const auto use = [&](const char *verb, const char *text, const char *algorithms, const std::string &standard,
                         auto run) {
        auto o = options<UseOptions>();
        o->algorithm = standard;
        auto *app = commands.act(group, verb, text, "each use of a key is logged",
                                 [o, run](Invocation &s) -> Status { return run(s, *o); });
        app->add_option("KEY", o->path, "VAULT/NAME[/VERSION]")->required();
        app->add_option("--as", o->as, "The principal that asks, by name or object id")->required();
        app->add_option("--from", o->from, "The address it asks from (default 127.0.0.1)");
        app->add_option("--in", o->input, "The file to read")->required();
        app->add_option("--alg", o->algorithm, algorithms);
        return std::pair(app, o);
    };
    const auto output = [](auto made) {
        made.first->add_option("--out", made.second->output, "A new file, readable by you alone")->required();
    };
    const char *wrapAlgorithms = "RSA-OAEP-256 (default), RSA-OAEP";
    const char *signAlgorithms = "PS256 for RSA, the curve's ES… for EC unless named";
    output(use("encrypt", "Encrypt a small file", wrapAlgorithms, "RSA-OAEP-256",
               [](Invocation &s, const UseOptions &o) { return protect(s, o, false); }));
    output(use("decrypt", "Decrypt it again", wrapAlgorithms, "RSA-OAEP-256",
               [](Invocation &s, const UseOptions &o) { return unprotect(s, o, false); }));
    output(use("wrap", "Wrap a data key", wrapAlgorithms, "RSA-OAEP-256",
               [](Invocation &s, const UseOptions &o) { return protect(s, o, true); }));
    output(use("unwrap", "Unwrap it again", wrapAlgorithms, "RSA-OAEP-256",
               [](Invocation &s, const UseOptions &o) { return unprotect(s, o, true); }));
    output(use("sign", "Sign a file", signAlgorithms, "", sign));
    auto checked = use("verify", "Check a signature", signAlgorithms, "", verify);
    checked.first->add_option("--signature", checked.second->signature, "The signature's file")->required();
}

} // namespace keyward::ctl
