// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/signed_report.h"

#include "backend/base/files.h"
#include "backend/base/paths.h"
#include "backend/base/system_error.h"
#include "backend/crypto/asymmetric.h"
#include "backend/engine/api/signing.h"
#include "backend/reports/views.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace keyward::reports {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view context_ =
    "keyward report v1\n"; // signed before the document: a signature means nothing else
constexpr std::string_view htmlOpening = "<!-- keyward-signature ";
constexpr std::string_view htmlClosing = " -->\n";
constexpr std::string_view jsonOpening = "{\"report\":";
constexpr std::string_view jsonMiddle = ",\n\"signature\":";
constexpr std::string_view jsonClosing = "}\n";

Bytes signedBytes(ByteView document)
{
    Bytes out(context_.begin(), context_.end());
    append(out, document);
    return out;
}

/// The one way to write a signature down: verification compares with it, so not a byte of it can be changed unseen.
std::string signatureText(ByteView publicKey, ByteView signature)
{
    const QJsonObject out{{QLatin1String("algorithm"), QLatin1String("Ed25519")},
                          {QLatin1String("fingerprint"), text(engine::fingerprint(publicKey))},
                          {QLatin1String("publicKey"), text(toBase64Url(publicKey))},
                          {QLatin1String("signature"), text(toBase64Url(signature))}};
    return QJsonDocument(out).toJson(QJsonDocument::Compact).toStdString();
}

Result<std::string> signatureOf(ByteView document, engine::DocumentSigner &signer)
{
    KEYWARD_TRY(const auto signature, signer.sign(signedBytes(document)));
    return signatureText(signer.publicKey(), signature);
}

Status writeDurably(const fs::path &part, const fs::path &file, ByteView bytes)
{
    Descriptor made(::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644));
    if (!made.isOpen()) return failWith(errno, file);
    KEYWARD_CHECK(writeAll(made.number(), bytes, file));
    KEYWARD_CHECK(syncFile(made.number(), file));
    return made.close(file);
}

/// A report is there whole or not at all. Linked rather than renamed, so that it never takes the place of another file.
Status writeNew(const fs::path &file, ByteView bytes)
{
    const fs::path part = file.string() + ".part";
    auto written = writeDurably(part, file, bytes);
    const bool linked = written && ::link(part.c_str(), file.c_str()) == 0;
    if (written && !linked)
        written = errno == EEXIST ? Status(fail(Code::FileExists, file.string())) : failWith(errno, file);
    ::unlink(part.c_str());
    if (linked) written = syncFolder(file.has_parent_path() ? file.parent_path() : fs::path("."));
    if (linked && !written) ::unlink(file.c_str());
    return written;
}

Result<Bytes> readWhole(const fs::path &file)
{
    KEYWARD_TRY(const auto opened, openRegular(file, Links::Follow));
    Bytes all;
    std::array<std::uint8_t, 65536> piece;
    for (;;) {
        const auto count = ::read(opened.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return failWith(errno, file);
        if (count == 0) return all;
        append(all, ByteView(piece).first(static_cast<std::size_t>(count)));
    }
}

Bytes rendered(const Report &report, Format format)
{
    return format == Format::Html ? renderHtml(report) : format == Format::Csv ? renderCsv(report) : renderJson(report);
}

struct Parts {
    ByteView document;
    std::string signature;
    bool detached = false;
};

std::unexpected<Error> malformed(const fs::path &file, Sentence::Argument why)
{
    return fail(Code::ReportMalformed, file.string(), {std::move(why)});
}

/// Takes a file apart into what was signed and the signature; anything beside the two would be unsigned, so there may
/// be none.
Result<Parts> takeApart(const fs::path &file, const Bytes &bytes)
{
    const auto all = textOf(bytes);
    const auto rest = [&](std::string_view opening, std::string_view closing,
                          std::string_view prefix) -> Result<Parts> {
        const auto at = all.rfind(opening);
        if (at == std::string_view::npos || !all.ends_with(closing) ||
            at + opening.size() + closing.size() > all.size())
            return malformed(file, "its signature is missing");
        const auto begin = prefix.size();
        const auto signature = all.substr(at + opening.size(), all.size() - at - opening.size() - closing.size());
        return Parts{bytesOf(all.substr(begin, at - begin)), std::string(signature), false};
    };
    if (all.starts_with(jsonOpening)) return rest(jsonMiddle, jsonClosing, jsonOpening);
    if (all.starts_with("<!doctype html>")) return rest(htmlOpening, htmlClosing, "");
    const auto detached = readWhole(file.string() + ".sig");
    if (!detached) return malformed(file, said("there is no {0}.sig beside it", file.filename().string()));
    return Parts{bytes, std::string(textOf(*detached)), true};
}

} // namespace

Status exportReport(const Report &report, Format format, const fs::path &file, engine::DocumentSigner &signer)
{
    if (pathExists(file)) return fail(Code::FileExists, file.string());
    if (format == Format::Pdf || format == Format::Csv) {
        KEYWARD_TRY(const auto document,
                    format == Format::Pdf ? renderPdf(report) : Result<Bytes>(rendered(report, format)));
        KEYWARD_TRY(const auto signature, signatureOf(document, signer));
        const fs::path beside = file.string() + ".sig";
        KEYWARD_CHECK(writeNew(beside, bytesOf(signature + "\n")));
        auto written = writeNew(file, document);
        if (!written) ::unlink(beside.c_str());
        return written;
    }
    const auto document = rendered(report, format);
    KEYWARD_TRY(const auto signature, signatureOf(document, signer));
    Bytes whole;
    if (format == Format::Json) append(whole, bytesOf(jsonOpening));
    append(whole, document);
    append(whole, bytesOf(format == Format::Json ? jsonMiddle : htmlOpening));
    append(whole, bytesOf(signature));
    append(whole, bytesOf(format == Format::Json ? jsonClosing : htmlClosing));
    return writeNew(file, whole);
}

Result<Verified> verifyReport(const crypto::Context &context, const fs::path &file)
{
    KEYWARD_TRY(const auto bytes, readWhole(file));
    KEYWARD_TRY(const auto parts, takeApart(file, bytes));
    const auto signature = QJsonDocument::fromJson(QByteArray::fromStdString(parts.signature)).object();
    const auto field = [&](const char *name) {
        return fromBase64Url(signature.value(QLatin1String(name)).toString().toStdString());
    };
    const auto publicKey = field("publicKey");
    const auto value = field("signature");
    if (!publicKey || !value || publicKey->size() != 32 || value->size() != 64)
        return malformed(file, "its signature cannot be read");
    if (parts.signature != signatureText(*publicKey, *value) + (parts.detached ? "\n" : ""))
        return fail(Code::ReportAltered, file.string());
    if (!crypto::ed25519Verify(context, *publicKey, signedBytes(parts.document), *value))
        return fail(Code::ReportAltered, file.string());
    Verified out{engine::fingerprint(*publicKey), *publicKey, {}};
    if (textOf(bytes).starts_with(jsonOpening)) {
        const QByteArray json(reinterpret_cast<const char *>(parts.document.data()),
                              static_cast<qsizetype>(parts.document.size()));
        const auto checkpoint = QJsonDocument::fromJson(json).object().value(QLatin1String("checkpoint")).toObject();
        const auto hash = fromHex(checkpoint.value(QLatin1String("hash")).toString().toStdString());
        if (hash && hash->size() == 32) {
            engine::AuditCheckpoint point{
                static_cast<std::uint64_t>(checkpoint.value(QLatin1String("sequence")).toInteger()), {}};
            std::ranges::copy(*hash, point.hash.begin());
            out.checkpoint = point;
        }
    }
    return out;
}

bool sameFingerprint(std::string_view a, std::string_view b)
{
    const auto bare = [](std::string_view text) {
        auto out = folded(text);
        std::erase_if(out, [](char c) { return c == '-' || c == ':' || c == ' '; });
        return out;
    };
    return bare(a) == bare(b);
}

} // namespace keyward::reports
