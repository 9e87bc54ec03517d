// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/storage_account/storage_service.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/base/system_error.h"
#include "backend/engine/job_runner.h"
#include "backend/estate/apply.h"
#include "backend/estate/regions.h"
#include "backend/protection/check_each.h"

#include <cerrno>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using engine::PutRequest;
using engine::StoredObject;

namespace {

constexpr std::size_t pieceOfFile = 1u << 18;

std::unexpected<Error> missing(const std::string &account, const ObjectPath &path)
{
    return fail(Code::ObjectMissing, path.text(), {account});
}

/// One file read from its beginning to its end.
class FileSource
{
public:
    FileSource(Descriptor open, std::filesystem::path file)
        : m_open(std::move(open)), m_file(std::move(file)), m_piece(pieceOfFile)
    {}
    Result<ByteView> operator()()
    {
        KEYWARD_TRY(const auto got, readAt(m_open.number(), m_piece, m_at, m_file));
        m_at += got;
        return ByteView(m_piece).first(got);
    }

private:
    Descriptor m_open;
    std::filesystem::path m_file;
    Bytes m_piece;
    std::uint64_t m_at = 0;
};

} // namespace

std::unique_ptr<engine::Service> makeService(const ServiceOf<StorageAccount> &service)
{
    return std::make_unique<StorageService>(service.parts);
}

Status StorageService::noted(StorageSession &session, const Actor &actor, std::string_view operation,
                             const std::string &what, const std::function<Status()> &change)
{
    return session.index().together([&]() -> Status {
        KEYWARD_CHECK(change());
        KEYWARD_CHECK(session.note(actor, operation, what)); // what the log does not know of does not happen
        return session.stillThere();
    });
}

Result<ObjectIndex::Entry> StorageService::write(StorageSession &session, const ObjectPath &path, const RecordId &file,
                                                 const PieceSource &from, std::uint64_t before,
                                                 const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto key, session.keyOf(file));
    KEYWARD_TRY(auto writer,
                SegmentWriter::create(*m_parts.context, session.fileOf(file), StorageSession::streamOf(file), key));
    ObjectIndex::Entry out{.object = {.path = path, .bytes = 0}, .file = file};
    for (bool more = true; more;) {
        KEYWARD_TRY(const auto piece, from());
        more = !piece.empty();
        if (more && !writer->add(piece)) break; // finish() knows why
        out.object.bytes += piece.size();
        if (progress && !progress({.bytes = before + out.object.bytes})) return fail(Code::Cancelled);
        KEYWARD_CHECK(session.stillAllowed());
    }
    KEYWARD_CHECK(writer->finish());
    KEYWARD_CHECK(syncFolder(session.folder()));
    out.segments = writer->segments();
    out.storedBytes = writer->storedBytes();
    out.object.written = m_parts.console.now();
    return out;
}

Result<StoredObject> StorageService::put(const PutRequest &request, const PieceSource &from, const Actor &actor,
                                         const ProgressCallback &progress)
{
    KEYWARD_TRY(auto session, StorageSession::open(m_parts, request.account));
    auto &index = session.index();
    KEYWARD_CHECK(session.sweep());
    const auto check = [&]() -> Result<std::optional<ObjectIndex::Entry>> {
        KEYWARD_TRY(auto before, index.at(request.path));
        if (before && !request.overwrite) return fail(Code::ObjectExists, request.path.text(), {session.name()});
        return before;
    };
    KEYWARD_CHECK(check().transform([](const auto &) {})); // before anything is read
    KEYWARD_TRY(const auto writing, session.writing());
    const auto file = m_parts.context->id<RecordId>();
    KEYWARD_CHECK(index.addLoose(file));
    const auto entry = write(session, request.path, file, from, 0, progress);
    std::optional<ObjectIndex::Entry> before;
    const auto done = entry ? noted(session, actor, "storage.put", request.path.text(),
                                    [&]() -> Status {
                                        KEYWARD_TRY(before, check());
                                        if (before) KEYWARD_CHECK(index.addLoose(before->file));
                                        KEYWARD_CHECK(index.put(*entry));
                                        return index.removeLoose(file);
                                    })
                            : std::unexpected(entry.error());
    if (!entry) discard(session, file); // a change in doubt is left to the next sweep, which will know
    if (!done) return std::unexpected(session.reasonFor(done.error()));
    if (before) discard(session, before->file);
    return entry->object;
}

Result<StoredObject> StorageService::putFile(const PutRequest &request, const std::filesystem::path &given,
                                             const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto file, realPath(given));
    if (liesWithin(file, m_parts.folder))
        return fail(Code::ValueInvalid, file.string(), {"file", "it is one of the keystore's own"});
    KEYWARD_TRY(auto open, openRegular(file));
    FileSource source(std::move(open), file);
    return put(request, std::ref(source), actor, progress);
}

void StorageService::discard(StorageSession &session, const RecordId &file)
{
    if (::unlink(session.fileOf(file).c_str()) != 0 && errno != ENOENT) return; // it stays known, and so is not lost
    [[maybe_unused]] const auto forgotten = session.index().removeLoose(file);
}

Status StorageService::mayKeep(const std::string &path) const
{
    return ObjectPath::from(path).transform([](const auto &) {});
}

Status StorageService::keepAll(const ResourceId &account, const std::string &below, const Next &next,
                               const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_CHECK(mayKeep(below));
    KEYWARD_TRY(auto session, StorageSession::open(m_parts, account));
    auto &index = session.index();
    KEYWARD_CHECK(session.sweep());
    const auto checkPlace = [&]() -> Status {
        KEYWARD_TRY(const auto itself, index.at(ObjectPath::from(below).value()));
        KEYWARD_TRY(const auto there, index.beginningWith(below + '/', 1));
        return itself || !there.empty() ? fail(Code::PathTaken, below, {session.name()}) : Status{};
    };
    KEYWARD_CHECK(checkPlace());
    KEYWARD_TRY(const auto writing, session.writing());
    std::vector<ObjectIndex::Entry> made;
    std::vector<RecordId> files;
    std::uint64_t bytes = 0;
    const auto watch = [&](const engine::Progress &at) {
        return !progress || progress({.bytes = at.bytes, .files = made.size()});
    };
    const auto take = [&]() -> Status {
        for (;;) {
            KEYWARD_TRY(const auto file, next());
            if (!file) return {};
            KEYWARD_TRY(const auto path, ObjectPath::from(below + '/' + file->path));
            files.push_back(m_parts.context->id<RecordId>());
            KEYWARD_CHECK(index.addLoose(files.back()));
            KEYWARD_TRY(auto entry, write(session, path, files.back(), file->content, bytes, watch));
            bytes += entry.object.bytes;
            made.push_back(std::move(entry));
        }
    };
    if (auto taken = take(); !taken) {
        for (const auto &file : files) discard(session, file);
        return std::unexpected(session.reasonFor(taken.error()));
    }
    return noted(session, actor, "storage.put", std::to_string(made.size()) + " files below " + below, [&]() -> Status {
        KEYWARD_CHECK(checkPlace());
        for (const auto &entry : made) {
            KEYWARD_CHECK(index.put(entry));
            KEYWARD_CHECK(index.removeLoose(entry.file));
        }
        return {};
    });
}

Status StorageService::removeAll(const ResourceId &account, const std::string &below, const Actor &actor)
{
    KEYWARD_TRY(auto session, StorageSession::openExisting(m_parts, account));
    if (!session) return {};
    std::vector<ObjectIndex::Entry> gone;
    const auto remove = [&]() -> Status {
        KEYWARD_TRY(gone, session->index().beginningWith(below + '/'));
        for (const auto &entry : gone) {
            KEYWARD_CHECK(session->index().addLoose(entry.file));
            KEYWARD_CHECK(session->index().remove(entry.object.path));
        }
        return {};
    };
    KEYWARD_CHECK(noted(*session, actor, "storage.delete", "All below " + below, remove));
    for (const auto &entry : gone) discard(*session, entry.file);
    return {};
}

Status StorageService::read(StorageSession &session, const ObjectIndex::Entry &entry, const Piece &piece)
{
    const auto altered = [&](const Error &error) -> Status {
        if (error.code != Code::SegmentDamaged && error.code != Code::SegmentMissing &&
            error.code != Code::SegmentMisplaced)
            return std::unexpected(error);
        return fail(Code::ObjectDamaged, entry.object.path.text(), {session.name()});
    };
    KEYWARD_TRY(const auto key, session.keyOf(entry.file));
    auto reader = SegmentReader::open(*m_parts.context, session.fileOf(entry.file),
                                      StorageSession::streamOf(entry.file), key, entry.segments);
    if (!reader) return altered(reader.error());
    std::uint64_t bytes = 0;
    while (true) {
        const auto next = (*reader)->next();
        if (!next) return altered(next.error());
        if (next->empty()) break;
        bytes += next->size();
        KEYWARD_CHECK(piece(*next));
        KEYWARD_CHECK(session.stillAllowed());
    }
    return bytes == entry.object.bytes ? Status{}
                                       : fail(Code::ObjectDamaged, entry.object.path.text(), {session.name()});
}

Result<StoredObject> StorageService::getFile(const ResourceId &account, const ObjectPath &path,
                                             const std::filesystem::path &to, const Actor &actor,
                                             const ProgressCallback &progress)
{
    KEYWARD_TRY(auto session, StorageSession::openExisting(m_parts, account));
    if (!session) return missing(m_parts.console.snapshot()->resource(account)->name.text(), path);
    KEYWARD_TRY(auto entry, session->index().at(path));
    if (!entry) return missing(session->name(), path);
    KEYWARD_TRY(auto file, NewFile::begin(to));
    std::uint64_t bytes = 0;
    const auto take = [&](ByteView piece) -> Status {
        bytes += piece.size();
        if (progress && !progress({.bytes = bytes})) return fail(Code::Cancelled);
        return file.write(piece);
    };
    auto done = read(*session, *entry, take);
    if (!done && done.error().code == Code::ObjectDamaged && bytes == 0) { // or another one took its place just now
        if (!session->stillThere()) return missing(session->name(), path);
        KEYWARD_TRY(auto again, session->index().at(path));
        if (!again) return missing(session->name(), path);
        if (again->file != entry->file) done = read(*session, *(entry = std::move(again)), take);
    }
    KEYWARD_CHECK(done);
    KEYWARD_CHECK(session->note(actor, "storage.get", path.text())); // what the log does not know of leaves nothing
    KEYWARD_CHECK(file.finish());
    return entry->object;
}

Result<std::vector<StoredObject>> StorageService::list(const ResourceId &account, const std::string &prefix)
{
    KEYWARD_TRY(auto session, StorageSession::openExisting(m_parts, account));
    std::vector<StoredObject> out;
    if (!session) return out;
    KEYWARD_TRY(auto found, session->index().beginningWith(prefix));
    out.reserve(found.size());
    for (auto &entry : found) out.push_back(std::move(entry.object));
    return out;
}

Status StorageService::remove(const ResourceId &account, const ObjectPath &path, const Actor &actor)
{
    KEYWARD_TRY(auto session, StorageSession::openExisting(m_parts, account));
    if (!session) return missing(m_parts.console.snapshot()->resource(account)->name.text(), path);
    auto &index = session->index();
    std::optional<ObjectIndex::Entry> before;
    const auto take = [&]() -> Status {
        KEYWARD_TRY(before, index.at(path));
        if (!before) return missing(session->name(), path);
        KEYWARD_CHECK(index.addLoose(before->file));
        return index.remove(path);
    };
    KEYWARD_CHECK(noted(*session, actor, "storage.delete", path.text(), take));
    discard(*session, before->file);
    return {};
}

void StorageService::settle(const ResourceId &account)
{
    [[maybe_unused]] const auto done = StorageSession::rewrap(m_parts, account); // else runDue() does, and tells
}

Result<std::string> StorageService::resume(const JobId &job, const Actor &, const ProgressCallback &)
{
    return fail(Code::ValueInvalid, job.text().substr(0, 8), {"job to resume", "storage accounts have none"});
}

void StorageService::runDue(engine::DueWork &out, const ProgressCallback &progress)
{
    const auto begun = m_parts.console.snapshot();
    for (const auto &[id, resource] : begun->resources()) {
        const auto *facet = facetOf<StorageAccount>(*resource);
        if (!facet || !facet->hasKey() || outageOf(*begun, resource->place.region)) continue;
        if (progress && !progress({})) return;
        if (!awaitsRewrap(*resource)) continue;
        if (const auto done = StorageSession::rewrap(m_parts, id); done)
            out.done.push_back("Wrap the data key of " + resource->name.text() + " anew");
        else if (done.error().code != Code::Conflict) // another process did it
            out.failed.push_back(done.error());
    }
}

DataCheck StorageService::look(const Resource &account, engine::Depth depth, const ProgressCallback &progress)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(account.id), .state = state, .reason = std::move(why)};
    };
    const auto damaged = [&](Sentence why) {
        return as(State::Damaged, Error{Code::StorageDamaged, account.name.text(), {std::move(why)}, {}});
    };
    const auto &facet = *facetOf<StorageAccount>(account);
    std::error_code error;
    if (!std::filesystem::is_regular_file(m_parts.folder / facet.folder / "index", error))
        return damaged(said("its index is missing"));
    if (depth == engine::Depth::Presence) return as(State::Unopened);
    auto session = StorageSession::openExisting(m_parts, account.id);
    if (!session)
        return as(session.error().code == Code::StorageDamaged ? State::Damaged : State::Unopened, session.error());
    if (!*session) return as(State::Whole); // emptied meanwhile
    if (const auto whole = (*session)->index().checkWhole(); !whole) return damaged(sentence(whole.error()));
    const auto entries = (*session)->index().beginningWith({});
    if (!entries) return as(State::Damaged, entries.error());
    std::uint64_t bytes = 0;
    for (const auto &entry : *entries) {
        const auto opens = read(**session, entry, [&](ByteView piece) -> Status {
            bytes += piece.size();
            return progress && !progress({.bytes = bytes}) ? fail(Code::Cancelled) : Status{};
        });
        if (opens) continue;
        const auto &why = opens.error();
        return why.code == Code::ObjectDamaged ? as(State::Damaged, why) : as(State::Unopened, why);
    }
    return as(State::Whole);
}

Result<std::vector<DataCheck>> StorageService::verify(engine::Depth depth, const ProgressCallback &progress)
{
    const auto has = [](const Resource &resource) {
        const auto *facet = facetOf<StorageAccount>(resource);
        return facet && facet->hasKey();
    };
    return checkEach(
        *m_parts.console.snapshot(), has, [&](const Resource &account) { return look(account, depth, progress); },
        progress);
}

Result<std::uint64_t> StorageService::deleteData(const ResourceId &account, const Actor &actor)
{
    KEYWARD_CHECK(m_parts.console.execute({command::EmptyStorage{account}}, actor).transform([](const auto &) {}));
    return 1;
}

} // namespace keyward::protection
