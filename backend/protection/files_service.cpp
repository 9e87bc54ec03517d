// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/protection/files_service.h"

#include "backend/base/new_file.h"
#include "backend/base/paths.h"
#include "backend/base/system_error.h"
#include "backend/engine/job_runner.h"
#include "backend/estate/apply.h"
#include "backend/estate/regions.h"
#include "backend/estate/running_jobs.h"
#include "backend/protection/check_each.h"
#include "backend/protection/object_reader.h"

#include <cerrno>
#include <unistd.h>

namespace keyward::protection {

using namespace estate;
using engine::DataCheck;
using engine::PutRequest;
using engine::StoredObject;

namespace {

constexpr std::size_t pieceOfFile = 1u << 18;

std::unexpected<Error> missing(const std::string &resource, const ObjectPath &path)
{
    return fail(Code::ObjectMissing, path.text(), {resource});
}

/// How all paths below one begin; below none: in any way.
std::string beginningOf(const std::string &below) { return below.empty() ? below : below + '/'; }

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

Status FilesService::noted(FilesSession &session, const Actor &actor, std::string_view operation,
                           const std::string &what, const std::function<Status()> &change)
{
    return session.index().together([&]() -> Status {
        KEYWARD_CHECK(change());
        KEYWARD_CHECK(session.note(actor, operation, what)); // what the log does not know of does not happen
        return session.stillThere();
    });
}

Result<ObjectIndex::Entry> FilesService::write(FilesSession &session, const ObjectPath &path, const RecordId &file,
                                               const PieceSource &from, std::uint64_t before,
                                               const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto key, session.keyOf(file));
    KEYWARD_TRY(auto writer,
                SegmentWriter::create(*m_parts.context, session.fileOf(file), FilesSession::streamOf(file), key));
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

Result<StoredObject> FilesService::put(const PutRequest &request, const PieceSource &from, const Actor &actor,
                                       const ProgressCallback &progress)
{
    KEYWARD_CHECK(notBeingMade(*m_parts.console.snapshot(), request.resource));
    KEYWARD_TRY(auto session, FilesSession::open(m_parts, request.resource));
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
                                        if (before) KEYWARD_CHECK(index.release(before->file));
                                        KEYWARD_CHECK(index.put(*entry));
                                        return index.removeLoose(file);
                                    })
                            : std::unexpected(entry.error());
    if (!entry) discard(session, file); // a change in doubt is left to the next sweep, which will know
    if (!done) return std::unexpected(session.reasonFor(done.error()));
    if (before) discard(session, before->file);
    return entry->object;
}

Result<StoredObject> FilesService::putFile(const PutRequest &request, const std::filesystem::path &given,
                                           const Actor &actor, const ProgressCallback &progress)
{
    KEYWARD_TRY(const auto file, realPath(given));
    if (liesWithin(file, m_parts.folder))
        return fail(Code::ValueInvalid, file.string(), {"file", "it is one of the keystore's own"});
    KEYWARD_TRY(auto open, openRegular(file));
    FileSource source(std::move(open), file);
    return put(request, std::ref(source), actor, progress);
}

void FilesService::discard(FilesSession &session, const RecordId &file)
{
    if (const auto loose = session.index().isLoose(file); !loose || !*loose) return; // a snapshot has it
    if (::unlink(session.fileOf(file).c_str()) != 0 && errno != ENOENT) return; // it stays known, and so is not lost
    [[maybe_unused]] const auto forgotten = session.index().removeLoose(file);
}

Status FilesService::mayKeep(const std::string &path) const
{
    return ObjectPath::from(path).transform([](const auto &) {});
}

Status FilesService::keepAll(const ResourceId &resource, const std::string &below, const Next &next, const Actor &actor,
                             const ProgressCallback &progress)
{
    if (!below.empty()) KEYWARD_CHECK(mayKeep(below));
    KEYWARD_TRY(auto session, FilesSession::open(m_parts, resource));
    auto &index = session.index();
    KEYWARD_CHECK(session.sweep());
    const auto beginning = beginningOf(below);
    const auto checkPlace = [&]() -> Status {
        std::optional<ObjectIndex::Entry> itself;
        if (!below.empty()) {
            KEYWARD_TRY(itself, index.at(ObjectPath::from(below).value()));
        }
        KEYWARD_TRY(const auto there, index.beginningWith(beginning, 1));
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
            KEYWARD_TRY(const auto path, ObjectPath::from(beginning + file->path));
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
    return noted(session, actor, "storage.put",
                 std::to_string(made.size()) + (below.empty() ? " files" : " files below " + below), [&]() -> Status {
                     KEYWARD_CHECK(checkPlace());
                     for (const auto &entry : made) {
                         KEYWARD_CHECK(index.put(entry));
                         KEYWARD_CHECK(index.removeLoose(entry.file));
                     }
                     return {};
                 });
}

Status FilesService::removeAll(const ResourceId &resource, const std::string &below, const Actor &actor)
{
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, resource));
    if (!session) return {};
    std::vector<ObjectIndex::Entry> gone;
    const auto remove = [&]() -> Status {
        KEYWARD_TRY(gone, session->index().beginningWith(beginningOf(below)));
        for (const auto &entry : gone) {
            KEYWARD_CHECK(session->index().remove(entry.object.path));
            KEYWARD_CHECK(session->index().release(entry.file));
        }
        return {};
    };
    KEYWARD_CHECK(noted(*session, actor, "storage.delete", "All below " + below, remove));
    for (const auto &entry : gone) discard(*session, entry.file);
    return {};
}

Status FilesService::read(FilesSession &session, const ObjectIndex::Entry &entry, const Piece &piece)
{
    KEYWARD_TRY(auto reader, ObjectReader::open(m_parts.context, session, entry));
    while (true) {
        KEYWARD_TRY(const auto next, reader->next());
        if (next.empty()) return {};
        KEYWARD_CHECK(piece(next));
    }
}

Result<StoredObject> FilesService::getFile(const ResourceId &resource, const ObjectPath &path,
                                           const std::filesystem::path &to, const Actor &actor,
                                           const ProgressCallback &progress)
{
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, resource));
    if (!session) return missing(m_parts.console.snapshot()->resource(resource)->name.text(), path);
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

Result<std::vector<StoredObject>> FilesService::list(const ResourceId &resource, const std::string &prefix)
{
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, resource));
    std::vector<StoredObject> out;
    if (!session) return out;
    KEYWARD_TRY(auto found, session->index().beginningWith(prefix));
    out.reserve(found.size());
    for (auto &entry : found) out.push_back(std::move(entry.object));
    return out;
}

Status FilesService::remove(const ResourceId &resource, const ObjectPath &path, const Actor &actor)
{
    KEYWARD_TRY(auto session, FilesSession::openExisting(m_parts, resource));
    if (!session) return missing(m_parts.console.snapshot()->resource(resource)->name.text(), path);
    auto &index = session->index();
    std::optional<ObjectIndex::Entry> before;
    const auto take = [&]() -> Status {
        KEYWARD_TRY(before, index.at(path));
        if (!before) return missing(session->name(), path);
        KEYWARD_CHECK(index.remove(path));
        return index.release(before->file);
    };
    KEYWARD_CHECK(noted(*session, actor, "storage.delete", path.text(), take));
    discard(*session, before->file);
    return {};
}

bool FilesService::isOurs(const Resource &resource) const
{
    const auto *files = keptFilesOf(resource);
    return files && files->hasKey() && resource.facet.index() == m_facet;
}

void FilesService::settle(const ResourceId &resource)
{
    [[maybe_unused]] const auto done = FilesSession::rewrap(m_parts, resource); // else runDue() does, and tells
}

Result<std::string> FilesService::resume(const JobId &job, const Actor &, const ProgressCallback &)
{
    return fail(Code::ValueInvalid, job.text().substr(0, 8),
                {"job to resume", "what was half done is gone; begin it again"});
}

void FilesService::runDue(engine::DueWork &out, const ProgressCallback &progress)
{
    const auto begun = m_parts.console.snapshot();
    for (const auto &[id, resource] : begun->resources()) {
        if (!isOurs(*resource) || outageOf(*begun, resource->place.region)) continue;
        if (progress && !progress({})) return;
        if (!awaitsRewrap(*begun, *resource)) continue;
        if (const auto done = FilesSession::rewrap(m_parts, id); done)
            out.done.push_back("Wrap the data key of " + resource->name.text() + " anew");
        else if (done.error().code != Code::Conflict) // another process did it
            out.failed.push_back(done.error());
    }
}

DataCheck FilesService::look(const Resource &resource, engine::Depth depth, const ProgressCallback &progress)
{
    using State = DataCheck::State;
    const auto as = [&](State state, std::optional<Error> why = {}) {
        return DataCheck{.data = recordOf(resource.id), .state = state, .reason = std::move(why)};
    };
    const auto damaged = [&](Sentence why) {
        return as(State::Damaged, Error{Code::StorageDamaged, resource.name.text(), {std::move(why)}, {}});
    };
    const auto &files = *keptFilesOf(resource);
    std::error_code error;
    if (!std::filesystem::is_regular_file(m_parts.folder / files.folder / "index", error))
        return damaged(said("its index is missing"));
    if (depth == engine::Depth::Presence) return as(State::Unopened);
    auto session = FilesSession::openExisting(m_parts, resource.id);
    if (!session)
        return as(session.error().code == Code::StorageDamaged ? State::Damaged : State::Unopened, session.error());
    if (!*session) return as(State::Whole); // emptied meanwhile
    if (const auto whole = (*session)->index().checkWhole(); !whole) return damaged(sentence(whole.error()));
    const auto entries = (*session)->index().all();
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

Result<std::vector<DataCheck>> FilesService::verify(engine::Depth depth, const ProgressCallback &progress)
{
    return checkEach(
        *m_parts.console.snapshot(), [&](const Resource &one) { return isOurs(one); },
        [&](const Resource &one) { return look(one, depth, progress); }, progress);
}

Result<std::uint64_t> FilesService::deleteData(const ResourceId &resource, const Actor &actor)
{
    KEYWARD_CHECK(m_parts.console.execute({command::EmptyStorage{resource}}, actor).transform([](const auto &) {}));
    return 1;
}

} // namespace keyward::protection
