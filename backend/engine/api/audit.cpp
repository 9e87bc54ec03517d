// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/audit.h"

namespace keyward::engine {

std::string_view resultText(AuditEntry::Result result)
{
    switch (result) {
    case AuditEntry::Result::Success: return "success";
    case AuditEntry::Result::Denied: return "denied";
    case AuditEntry::Result::Failed: return "failed";
    }
    return "";
}

Bytes encodeEntry(const AuditEntry &entry)
{
    Encoder out;
    out(entry);
    return out.take();
}

Result<AuditEntry> decodeEntry(std::uint64_t sequence, ByteView payload)
{
    AuditEntry entry;
    Decoder in(payload);
    in(entry);
    if (!in.ok()) return fail(Code::AuditTampered, std::to_string(sequence), {"its contents make no sense"});
    entry.sequence = sequence;
    return entry;
}

} // namespace keyward::engine
