// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/crypto/other_formats.h"

#include <algorithm>

namespace keyward::crypto {
namespace {

struct Format {
    std::string_view mark;
    bool atStart; ///< otherwise anywhere
    std::string_view name;
    std::string_view line; ///< that converts it; may be empty
};

using namespace std::string_view_literals;

constexpr std::string_view toPkcs8 = "cp FILE copy && ssh-keygen -p -m PKCS8 -f copy";
constexpr std::string_view byPutty = "puttygen FILE -O private-openssh -o copy && ssh-keygen -p -m PKCS8 -f copy";
constexpr std::string_view byJava =
    "keytool -importkeystore -srckeystore FILE -destkeystore new.p12 -deststoretype PKCS12";
constexpr std::string_view noLine = "No common program converts it. Make a key for this use: openssl genpkey "
                                    "-algorithm RSA -pkeyopt rsa_keygen_bits:3072 -aes256 -out new.pem";

constexpr Format formats[] = {
    {"-----BEGIN OPENSSH PRIVATE KEY-----", false, "OpenSSH", toPkcs8},
    {"PuTTY-User-Key-File-", false, "PuTTY", byPutty},
    {"---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----", false, "SSH2 (ssh.com)", byPutty},
    {"-----BEGIN PGP PRIVATE KEY BLOCK-----", false, "OpenPGP", ""},
    {"\xfe\xed\xfe\xed"sv, true, "a Java keystore (JKS)", byJava},
    {"\xce\xce\xce\xce"sv, true, "a Java keystore (JCEKS)", byJava},
    {"\x1e\xf1\xb5\xb0"sv, true, "Microsoft PVK",
     "openssl rsa -provider legacy -provider default -inform PVK -in FILE -out new.pem"},
};

} // namespace

std::optional<Error> otherFormat(ByteView file)
{
    const auto text = withoutByteOrderMark(textOf(file));
    for (const auto &format : formats) {
        const auto at = text.find(format.mark);
        if (at == std::string_view::npos || (format.atStart && at != 0)) continue;
        std::string remedy(format.line.empty() ? noLine : "");
        return Error{
            Code::ImportOtherFormat, {}, {std::string(format.name), std::string(format.line)}, std::move(remedy)};
    }
    return std::nullopt;
}

std::string_view withoutByteOrderMark(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    return text;
}

Result<std::optional<SecretBytes>> fromUtf16(ByteView file)
{
    const auto text = textOf(file);
    const bool little = text.starts_with("\xff\xfe"), big = text.starts_with("\xfe\xff");
    if ((!little && !big) || file.size() % 2 != 0) return std::nullopt;
    KEYWARD_TRY(auto out, SecretBytes::ofSize(file.size() / 2 - 1));
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto first = file[2 + 2 * i], second = file[3 + 2 * i];
        if ((little ? second : first) != 0) return std::nullopt;
        out.writable()[i] = little ? first : second;
    }
    return std::optional(std::move(out));
}

} // namespace keyward::crypto
