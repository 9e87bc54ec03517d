// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/store_import.h"

#include "backend/estate/authorize.h"
#include "backend/estate/lookup.h"

namespace keyward::engine {

using namespace estate;

/// The blob names the key of this vault that unwraps it; that key must be made for it.
Result<crypto::ForeignKey> StoreKeyImport::fromTransfer(const ImportRequest &request) const
{
    KEYWARD_TRY(const auto blob, crypto::parseTransferBlob(request.file.exposed()));
    const auto snapshot = m_engine.snapshot();
    KEYWARD_TRY(const auto kek, keyAt(*snapshot, blob.kid));
    if (kek.vault->id != request.vault)
        return fail(Code::ImportMalformed, {}, {said("it was made for a key of vault {0}", kek.vault->name.text())});
    const auto &version = kek.chosen();
    if (auto decision = keyStateAllows(*kek.vault, *kek.key, version, Permission::UnwrapKey, m_engine.now());
        !decision.allowed() && decision.rule != Decision::Rule::OperationNotOnKey)
        return std::unexpected(*decision.refusal);
    if (!version.operations.has(Permission::Import)) return fail(Code::OperationNotOnKey, blob.kid, {"import"});
    KEYWARD_TRY(const auto pkcs8,
                m_engine.parts().custody.openTransfer({version.material, kek.key->spec}, blob.ciphertext));
    KEYWARD_TRY(auto key, crypto::readForeignKey(m_engine.parts().context, pkcs8));
    key.format = "transfer blob under " + kek.key->name.text();
    return key;
}

Result<StoreKeyImport::Read> StoreKeyImport::read(const ImportRequest &request) const
{
    const bool transfer = crypto::looksLikeTransferBlob(request.file.exposed());
    KEYWARD_TRY(auto key, transfer
                              ? fromTransfer(request)
                              : crypto::readForeignKey(m_engine.parts().context, request.file,
                                                       request.passphrase.empty() ? nullptr : &request.passphrase));
    auto seed = request.seed;
    if (seed.id.isNull()) seed.id = m_engine.parts().random.id<VersionId>();
    if (seed.material.isNull()) seed.material = m_engine.parts().random.id<RecordId>();
    const auto spec = request.hsm ? key.spec.inHsm() : key.spec;
    return Read{{m_engine.parts().random.id<KeyId>(), request.vault, request.name, spec, seed, std::move(key.spki),
                 std::move(key.format)},
                std::move(key.material),
                std::move(key.outdated)};
}

Result<command::ImportKey> StoreKeyImport::look(const ImportRequest &request, const Actor &actor) const
{
    KEYWARD_TRY(auto read_, read(request));
    KEYWARD_CHECK(apply(*m_engine.snapshot(), {read_.command, request.override_}, actor, m_engine.now())
                      .transform([](const Change &) {}));
    return std::move(read_.command);
}

Result<Imported> StoreKeyImport::import(const ImportRequest &request, const Actor &actor)
{
    KEYWARD_TRY(auto read_, read(request));
    std::vector<MaterialWrite> materials;
    materials.push_back({read_.command.first.material, std::move(read_.material)});
    const auto version = read_.command.first.id;
    KEYWARD_TRY(const auto snapshot, m_engine.execute({read_.command, request.override_}, actor, std::move(materials)));
    const auto *key = snapshot->keyNamed(request.vault, request.name.text());
    return Imported{key->id, version, key->spec, read_.command.format, read_.outdated};
}

Result<Transfer> StoreKeyImport::seal(const TransferRequest &request) const
{
    const auto &context = m_engine.parts().context;
    const auto kid = keyUri(request.vault, request.key, &request.version.id);
    if (!request.version.operations.has(Permission::Import)) return fail(Code::OperationNotOnKey, kid, {"import"});
    KEYWARD_TRY(auto key, crypto::readForeignKey(context, request.file,
                                                 request.passphrase.empty() ? nullptr : &request.passphrase));
    if (key.spec.kind == KeyKind::Oct) return fail(Code::ImportMalformed, {}, {"transfer blobs carry RSA and EC keys"});
    KEYWARD_TRY(const auto kek, crypto::PublicKey::fromSpki(context, request.version.spki));
    KEYWARD_TRY(auto ciphertext, crypto::sealTransfer(*context, kek, key.material));
    return Transfer{crypto::transferBlobText({kid, std::move(ciphertext)}, "Keyward " KEYWARD_VERSION), key.spec,
                    std::move(key.outdated)};
}

} // namespace keyward::engine
