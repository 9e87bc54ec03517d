// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/engine/api/audit.h"

namespace keyward::engine {
namespace {

constexpr std::size_t leastDigits = 8;
/// What the number of the edition is marked by: an entry of the first one, which had no number, began with its time,
/// and nothing was ever logged in the first moment of 1970.
constexpr std::uint8_t editionFollows = 0;

} // namespace

std::string_view resultText(AuditEntry::Result result)
{
    switch (result) {
    case AuditEntry::Result::Success: return "success";
    case AuditEntry::Result::Denied: return "denied";
    case AuditEntry::Result::Failed: return "failed";
    }
    return "";
}

AuditEntry entryBy(const estate::Actor &actor, std::string_view operation, std::string subject)
{
    AuditEntry entry;
    entry.actor = actor.kind;
    entry.principal = actor.name;
    entry.principalId = actor.id;
    entry.address = actor.address;
    entry.operation = operation;
    entry.subject = std::move(subject);
    return entry;
}

bool hasId(const std::optional<estate::Reference> &named, std::string_view id)
{
    std::string digits; // also as a directory writes them, in groups
    for (const char c : folded(id))
        if (c != '-') digits += c;
    if (!named || digits.size() < leastDigits) return false;
    return named->id.text().starts_with(digits) || (named->version && named->version->text().starts_with(digits));
}

Bytes encodeEntry(const AuditEntry &entry)
{
    Encoder out;
    out.edition = AuditEntry::edition;
    out(editionFollows, AuditEntry::edition, entry);
    return out.take();
}

Result<AuditEntry> decodeEntry(std::uint64_t sequence, ByteView payload)
{
    unsigned mark = 0, edition = 1;
    Decoder in(payload);
    if (!payload.empty() && payload[0] == editionFollows) in(mark, edition);
    if (in.ok() && edition > AuditEntry::edition)
        return fail(Code::StoreNewer, std::to_string(sequence),
                    {said("{0} of a log entry", edition), AuditEntry::edition});
    in.edition = edition;
    AuditEntry entry;
    in(entry);
    if (!in.ok() || !in.atEnd() || edition == 0)
        return fail(Code::AuditTampered, std::to_string(sequence), {"its contents make no sense"});
    entry.sequence = sequence;
    return entry;
}

} // namespace keyward::engine
