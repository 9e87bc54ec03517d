// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/siem/log_forwarder.h"

#include "backend/estate/describe.h"
#include "backend/siem/log_file.h"
#include "backend/siem/syslog_message.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

namespace keyward::siem {

using namespace estate;
using engine::SiemStanding;

namespace {

constexpr std::size_t batchSize = 1000; ///< entries over one connection, or in one write
constexpr std::size_t lookBack = 1000;  ///< entries at a time, while one is looked for
constexpr std::size_t longestTrust = 256 * 1024;

SiemOutage::Kind kindOf(const SiemReceiver &receiver, Code code)
{
    switch (code) {
    case Code::SiemUnreachable: return SiemOutage::Kind::Unreachable;
    case Code::SiemNotTrusted: return SiemOutage::Kind::NotTrusted;
    case Code::SiemNotConfirmed: return SiemOutage::Kind::NotConfirmed;
    case Code::SiemFileForeign: return SiemOutage::Kind::FileRefused;
    case Code::SiemLogDiffers: return SiemOutage::Kind::LogDiffers;
    case Code::AuditTampered:
    case Code::StoreDamaged: return SiemOutage::Kind::LogUnreadable;
    default:
        return std::holds_alternative<SiemFile>(receiver.target) ? SiemOutage::Kind::FileRefused
                                                                 : SiemOutage::Kind::LogUnreadable;
    }
}

/// Names and places stay in the keystore: what is kept beside it has numbers in their stead.
const std::string namedByItself = "1", namedByPlace = "2";

std::string hidden(const SiemReceiver &receiver, const std::string &text)
{
    return text == receiver.name ? namedByItself : text == placeText(receiver.target) ? namedByPlace : "=" + text;
}
std::string shown(const SiemReceiver &receiver, const std::string &text)
{
    return text == namedByItself  ? receiver.name
           : text == namedByPlace ? placeText(receiver.target)
                                  : text.substr(std::min<std::size_t>(1, text.size()));
}

/// Numbers of codes are another Keyward's business, names stay.
Code codeNamed(std::string_view name)
{
    for (std::size_t i = 0; i < codeCount; ++i)
        if (codeName(static_cast<Code>(i)) == name) return static_cast<Code>(i);
    return Code::Internal;
}

/// Why the last attempt failed, as it was kept.
Error troubleOf(const SiemReceiver &receiver, const Position &position)
{
    Error out{codeNamed(position.code), shown(receiver, position.about), {}, {}};
    for (const auto &argument : position.arguments) {
        const bool name = argument == namedByItself || argument == namedByPlace; // else words, which may be translated
        if (name)
            out.arguments.emplace_back(shown(receiver, argument));
        else
            out.arguments.emplace_back(phrase(shown(receiver, argument)));
    }
    return out;
}

void keepTrouble(Position &position, const SiemReceiver &receiver, const Error &error, Instant now)
{
    ++position.failures;
    position.tried = now;
    position.code = codeName(error.code);
    position.about = hidden(receiver, error.target);
    position.arguments.clear();
    for (const auto &text : textsOf(error.arguments)) position.arguments.push_back(hidden(receiver, text));
}

void noteSuccess(Position &position)
{
    position.failures = 0;
    position.code.clear();
    position.about.clear();
    position.arguments.clear();
}

std::string hostName()
{
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string();
}

std::string linesOf(const std::vector<Outgoing> &entries, const Source &source)
{
    std::string out;
    for (const auto &one : entries) out += jsonLine(one, source);
    return out;
}

std::string framesOf(const std::vector<Outgoing> &entries, const Source &source)
{
    std::string out;
    for (const auto &one : entries) out += framed(syslogMessage(one, source));
    return out;
}

} // namespace

LogForwarder::LogForwarder(Parts parts) : m_parts(std::move(parts)) {}

Source LogForwarder::source() const { return {.store = m_parts.engine.parts().store.id().text(), .host = hostName()}; }

/// Before the first entry that is for the receiver: the log's first, or the one about its being added.
Result<Position> LogForwarder::beginning(const SiemReceiver &receiver) const
{
    Position out;
    if (receiver.fromStart) return out;
    const auto added = referenceTo(receiver.id);
    for (std::uint64_t before = 0;;) {
        KEYWARD_TRY(const auto page, m_parts.engine.newest(lookBack, before));
        for (const auto &entry : page) {
            const bool isIt = entry.operation == command::AddSiemReceiver::operation && entry.subjectId == added &&
                              entry.result == engine::AuditEntry::Result::Success;
            if (isIt) out.start = entry.sequence - 1;
        }
        if (out.start > 0 || page.size() < lookBack) break;
        before = page.back().sequence;
    }
    out.number = out.start;
    if (out.number > 0) {
        KEYWARD_TRY(out.hash, m_parts.engine.parts().store.auditHashAt(out.number));
    }
    return out;
}

Result<Position> LogForwarder::positionOf(const SiemReceiver &receiver) const
{
    if (auto kept = PositionKeeper::read(m_parts.engine.parts().folder, receiver.id)) return *std::move(kept);
    return beginning(receiver);
}

/// A keystore put back from an older copy, or another one than the receiver knows: nobody but a person can say which of
/// the two is right, so nothing is skipped and nothing is sent.
Status LogForwarder::fitsLog(const SiemReceiver &receiver, const Position &position) const
{
    auto &store = m_parts.engine.parts().store;
    const auto last = store.head().sequence;
    if (position.number > last)
        return fail(Code::SiemLogDiffers, receiver.name, {position.number, said("ends with entry {0}", last)});
    if (position.number == 0) return {};
    KEYWARD_TRY(const auto hash, store.auditHashAt(position.number));
    if (hash != position.hash)
        return fail(Code::SiemLogDiffers, receiver.name, {position.number, said("has another one in its place")});
    return {};
}

/// A file says itself how far it is; a process may have been ended after it wrote and before it noted that.
Status LogForwarder::takeUp(const SiemReceiver &receiver, Position &position) const
{
    const auto *target = std::get_if<SiemFile>(&receiver.target);
    if (!target) return {};
    KEYWARD_TRY(auto file, LogFile::open(target->path));
    KEYWARD_TRY(const auto mark, file.last());
    if (!mark) return {};
    if (mark->store != source().store)
        return fail(Code::SiemFileForeign, target->path, {said("it has the log of keystore {0}", mark->store)});
    if (mark->number < position.start) return {}; // from before the receiver was added this time
    const auto hash = fromHex(mark->hash);
    position.number = mark->number;
    position.hash = {};
    if (hash && hash->size() == position.hash.size()) std::ranges::copy(*hash, position.hash.begin());
    return {};
}

/// The entries after the position, each opened from its seal and following from the one before it.
Result<LogForwarder::Batch> LogForwarder::next(const Position &position) const
{
    auto &store = m_parts.engine.parts().store;
    Batch out{.entries = {}, .after = position};
    KEYWARD_TRY(const auto rows, store.auditFrom(position.number + 1, batchSize));
    for (const auto &row : rows) {
        if (row.sequence != out.after.number + 1)
            return fail(Code::AuditTampered, std::to_string(out.after.number + 1), {"it was removed"});
        if (row.previous != out.after.hash)
            return fail(Code::AuditTampered, std::to_string(out.after.number),
                        {"the entry after it names another one"});
        KEYWARD_TRY(auto entry, engine::decodeEntry(row.sequence, row.payload));
        out.entries.push_back({.entry = std::move(entry),
                               .hash = row.hash,
                               .leaf = row.leaf.transform([](const auto &leaf) { return leaf.hash; })});
        out.after.number = row.sequence;
        out.after.hash = row.hash;
    }
    return out;
}

Status LogForwarder::sendOver(const SiemReceiver &receiver, const auto &target, const std::vector<Outgoing> &entries,
                              const engine::ProgressCallback &progress) const
{
    bool cancelled = false;
    auto waiting = m_parts.waiting;
    waiting.goOn = [&] { return !(cancelled = cancelled || !progress({})); };
    const auto frames = framesOf(entries, source());
    const auto done = deliver(*m_parts.engine.parts().context, target, bytesOf(frames), waiting);
    if (done) return {};
    if (cancelled) return fail(Code::Cancelled);
    return fail(done.error().code, receiver.name, {hostPortText(target.at), phrase(done.error().why)});
}

Status LogForwarder::send(const SiemReceiver &receiver, const std::vector<Outgoing> &entries,
                          const engine::ProgressCallback &progress) const
{
    return std::visit(
        [&]<class Target>(const Target &target) -> Status {
            if constexpr (std::is_same_v<Target, SiemFile>) {
                KEYWARD_TRY(auto file, LogFile::open(target.path));
                return file.append(linesOf(entries, source()));
            } else {
                return sendOver(receiver, target, entries, progress);
            }
        },
        receiver.target);
}

Result<std::uint64_t> LogForwarder::sendAll(const SiemReceiver &receiver, Position &position,
                                            const PositionKeeper &keeper, const engine::ProgressCallback &progress)
{
    KEYWARD_CHECK(takeUp(receiver, position));
    KEYWARD_CHECK(fitsLog(receiver, position));
    const auto end = m_parts.engine.parts().store.head().sequence; // what is written meanwhile goes the next time
    std::uint64_t sent = 0;
    while (position.number < end) {
        if (!progress({})) return fail(Code::Cancelled);
        KEYWARD_TRY(auto batch, next(position));
        KEYWARD_CHECK(send(receiver, batch.entries, progress));
        batch.after.delivered = m_parts.engine.now();
        noteSuccess(batch.after);
        KEYWARD_CHECK(keeper.keep(batch.after)); // only now, as it has them
        position = std::move(batch.after);
        sent += batch.entries.size();
    }
    return sent;
}

/// Said once when it begins, changes its kind or ends: each is an entry of the log, which waits with the others.
void LogForwarder::noteOutage(const SiemReceiver &receiver, const Error *error, const Position &position)
{
    command::NoteSiemOutage note{.receiver = receiver.id, .outage = {}};
    if (error) {
        const auto kind = kindOf(receiver, error->code);
        if (receiver.outage && receiver.outage->kind == kind) return;
        note.outage = SiemOutage{.kind = kind,
                                 .since = receiver.outage ? receiver.outage->since : m_parts.engine.now(),
                                 .reason = message(*error),
                                 .next = position.number + 1};
    } else if (!receiver.outage) {
        return;
    }
    // Where it cannot be noted (a full disk) it is told by the position, and noted the next time.
    [[maybe_unused]] const auto noted = m_parts.engine.execute({note}, Actor::system());
}

Status LogForwarder::forwardTo(const SiemReceiverId &id, engine::DueWork &out, const engine::ProgressCallback &progress)
{
    const auto keeper = PositionKeeper::acquire(m_parts.engine.parts().folder, id);
    if (!keeper && keeper.error().code == Code::Busy) return {}; // another one is at it
    if (!keeper) return std::unexpected(keeper.error());
    // After the lock was taken: whoever had it may have sent more than this process knew of.
    KEYWARD_CHECK(m_parts.engine.refresh());
    const auto snapshot = m_parts.engine.snapshot();
    const auto *receiver = snapshot->siemReceiver(id);
    if (!receiver) return {};
    KEYWARD_TRY(auto position, positionOf(*receiver));
    const auto now = m_parts.engine.now();
    if (const auto from = position.tried + pauseAfter(position.failures); position.failures > 0 && now < from)
        return fail(Code::SiemWaits, receiver->name, {isoText(from), sentence(troubleOf(*receiver, position))});
    const auto sent = sendAll(*receiver, position, *keeper, progress);
    if (sent) {
        if (position.failures > 0) { // what it could not take then was taken by now, or there was none
            noteSuccess(position);
            if (const auto kept = keeper->keep(position); !kept) out.failed.push_back(kept.error());
        }
        noteOutage(*receiver, nullptr, position);
        if (*sent > 0)
            out.done.push_back("Send " + std::to_string(*sent) + (*sent == 1 ? " entry" : " entries") +
                               " of the log to '" + receiver->name + "'");
        return {};
    }
    if (sent.error().code == Code::Cancelled) return {};
    keepTrouble(position, *receiver, sent.error(), now);
    [[maybe_unused]] const auto kept = keeper->keep(position); // else it is tried again without a pause
    noteOutage(*receiver, &sent.error(), position);
    return std::unexpected(sent.error());
}

void LogForwarder::forward(engine::DueWork &out, const engine::ProgressCallback &progress)
{
    const auto snapshot = m_parts.engine.snapshot();
    for (const auto &[id, receiver] : snapshot->siemReceivers())
        if (const auto done = forwardTo(id, out, progress); !done) out.failed.push_back(done.error());
}

Result<SiemStanding> LogForwarder::standing(const SiemReceiverId &id) const
{
    const auto snapshot = m_parts.engine.snapshot();
    const auto *receiver = snapshot->siemReceiver(id);
    if (!receiver) return fail(Code::NotFound, id.text(), {"SIEM receiver"});
    KEYWARD_TRY(const auto position, positionOf(*receiver));
    const auto last = m_parts.engine.parts().store.head().sequence;
    SiemStanding out{.sent = position.number, .waiting = last > position.number ? last - position.number : 0};
    if (position.delivered != Instant{}) out.delivered = position.delivered;
    if (position.failures == 0) return out;
    out.trouble = troubleOf(*receiver, position);
    out.nextTry = position.tried + pauseAfter(position.failures);
    return out;
}

Result<Sentence> LogForwarder::test(const SiemReceiverId &id, const Actor &actor,
                                    const engine::ProgressCallback &progress)
{
    const auto snapshot = m_parts.engine.snapshot();
    const auto *receiver = snapshot->siemReceiver(id);
    if (!receiver) return fail(Code::NotFound, id.text(), {"SIEM receiver"});
    // While it is sent to: two that write to one file at once would tear each other's lines.
    KEYWARD_TRY(const auto keeper, PositionKeeper::acquire(m_parts.engine.parts().folder, id));
    auto entry = engine::entryBy(actor, "siem.test", receiver->name);
    entry.subjectId = referenceTo(id);
    entry.time = m_parts.engine.now();
    entry.correlation = m_parts.engine.parts().random.id<CorrelationId>();
    entry.reason = "Test message of Keyward; it is no entry of the log";
    KEYWARD_TRY(auto position, positionOf(*receiver));
    auto before = position;
    auto sent = takeUp(*receiver, before);
    if (sent) sent = send(*receiver, {Outgoing{.entry = entry}}, progress);
    entry.reason = sent ? "Send a test message to '" + receiver->name + "'" : message(sent.error());
    entry.result = sent ? engine::AuditEntry::Result::Success : engine::AuditEntry::Result::Failed;
    KEYWARD_CHECK(m_parts.engine.note(entry));
    if (!sent) return std::unexpected(sent.error());
    if (position.failures > 0) { // those that wait go with the next run
        position.tried = {};
        KEYWARD_CHECK(keeper.keep(position));
    }
    const auto place = placeText(receiver->target);
    if (std::holds_alternative<SiemFile>(receiver->target))
        return said("A line was written to the end of {0}, and is on the disk", place);
    if (std::holds_alternative<SiemTls>(receiver->target))
        return said("The receiver at {0} proved who it is, read the message to its end and confirmed that", place);
    return said("The receiver at {0} read the message to its end and closed the connection", place);
}

Result<std::string> LogForwarder::trustFrom(const std::filesystem::path &path) const
{
    KEYWARD_TRY(const auto file, openRegular(path, Links::Follow));
    Bytes read(longestTrust + 1);
    KEYWARD_TRY(const auto size, readAt(file.number(), read, 0, path));
    if (size == read.size()) return fail(Code::SiemTrustUnreadable, path.string(), {"it is larger than 256 KiB"});
    std::string out(textOf(ByteView(read).first(size)));
    if (!crypto::certificatesIn(*m_parts.engine.parts().context, out))
        return fail(Code::SiemTrustUnreadable, path.string(), {"no certificates in PEM are in it"});
    return out;
}

} // namespace keyward::siem
