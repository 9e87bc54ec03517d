// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Try the key": the data plane on files, as a principal, from an address, enforced and logged like any other call.

#include "app/keywardctl/key_options.h"

#include "backend/base/paths.h"
#include "backend/engine/api/key_operations.h"
#include "backend/reports/views.h"

#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr std::size_t largestMessage = 256u << 20;
constexpr std::size_t largestSecret = 4096;

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

Result<WrapAlgorithm> wrapAlgorithm(const std::string &name)
{
    for (const auto one : {WrapAlgorithm::RsaOaep256, WrapAlgorithm::RsaOaep, WrapAlgorithm::Rsa15,
                           WrapAlgorithm::AesKw, WrapAlgorithm::AesKwp})
        if (name == algorithmText(one)) return one;
    return fail(Code::ValueInvalid, name, {"algorithm", "RSA-OAEP-256, RSA-OAEP; RSA1_5 to read old data"});
}

Result<SignAlgorithm> signAlgorithm(const std::string &name, const KeySpec &spec)
{
    if (name.empty()) {
        static constexpr SignAlgorithm ofCurve[] = {SignAlgorithm::Ps256, SignAlgorithm::Es256, SignAlgorithm::Es384,
                                                    SignAlgorithm::Es512, SignAlgorithm::Es256K};
        return ofCurve[static_cast<std::size_t>(spec.curve)];
    }
    for (unsigned i = 0; i <= static_cast<unsigned>(SignAlgorithm::Es256K); ++i)
        if (name == algorithmText(SignAlgorithm(i))) return SignAlgorithm(i);
    return fail(Code::ValueInvalid, name,
                {"algorithm", "RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, ES256K"});
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
    KEYWARD_TRY(const auto algorithm, wrapAlgorithm(o.algorithm));
    KEYWARD_TRY(const auto plain, readSecretFile(o.input, largestSecret));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto out, wrapping ? acting->keys().wrap(request, algorithm, plain)
                                         : acting->keys().encrypt(request, algorithm, plain));
    return written(invocation, o, out, wrapping ? "Wrapped" : "Encrypted");
}

Status unprotect(Invocation &invocation, const UseOptions &o, bool wrapping)
{
    KEYWARD_TRY(const auto request, requestFrom(invocation, o));
    KEYWARD_TRY(const auto algorithm, wrapAlgorithm(o.algorithm));
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

Result<crypto::SecretBytes> readSecretFile(const std::string &file, std::size_t most)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return fail(Code::Io, file, {std::strerror(errno)});
    KEYWARD_TRY(auto out, crypto::SecretBytes::ofSize(std::min<std::size_t>(most + 1, 64u << 10)));
    std::size_t have = 0;
    ssize_t some = 0;
    while (have < out.size() && (some = ::read(descriptor, out.writable().data() + have, out.size() - have)) > 0)
        have += static_cast<std::size_t>(some);
    const auto why = errno;
    ::close(descriptor);
    if (some < 0) return fail(Code::Io, file, {std::strerror(why)});
    if (have > most || have == out.size())
        return fail(Code::ValueInvalid, file,
                    {"file", "it is larger than " + std::to_string(std::min(most, out.size() - 1)) + " bytes"});
    out.truncate(have);
    return out;
}

Result<Bytes> readFile(const std::string &file, std::size_t most)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail(Code::Io, file, {error.message()});
    if (size > most)
        return fail(Code::ValueInvalid, file, {"file", "it is larger than " + std::to_string(most) + " bytes"});
    std::ifstream in(file, std::ios::binary);
    Bytes out(std::istreambuf_iterator<char>(in), {});
    if (!in.good() && !in.eof()) return fail(Code::Io, file, {"it cannot be read"});
    return out;
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
