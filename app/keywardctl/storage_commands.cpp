// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files of storage accounts and disks.

#include "app/keywardctl/commands.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"
#include "backend/base/paths.h"
#include "backend/engine/api/file_stores.h"
#include "backend/reports/kept_files.h"

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr const char *usesDataKey = "it uses the data key of the resource, which is logged";

engine::FileStores &storageOf(engine::Workplace &workplace) { return workplace.services().get<engine::FileStores>(); }

Result<ResourceId> keeper(Invocation &invocation, const std::string &name)
{
    KEYWARD_TRY(const auto *resource, invocation.resource(name));
    if (keptFilesOf(*resource)) return resource->id;
    return fail(Code::ValueInvalid, name, {"resource that keeps files", said("it is a {0}", resource->type)});
}

struct ObjectOptions {
    std::string name, path, file, prefix;
    bool overwrite = false;
};

Status put(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, keeper(invocation, o.name));
    KEYWARD_TRY(auto path, ObjectPath::from(o.path));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto stored, withProgress(invocation, "Storing", [&](const auto &progress) {
                    return storageOf(*acting).putFile(
                        {.resource = id, .path = std::move(path), .overwrite = o.overwrite}, o.file, invocation.actor(),
                        progress);
                }));
    invocation.out().line("Stored " + printable(o.path) + ", " + counted(stored.bytes, "byte") + ".");
    invocation.out().document(reports::view(stored));
    return {};
}

Status get(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, keeper(invocation, o.name));
    KEYWARD_TRY(const auto path, ObjectPath::from(o.path));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto got, withProgress(invocation, "Reading", [&](const auto &progress) {
                    return storageOf(*acting).getFile(id, path, o.file, invocation.actor(), progress);
                }));
    invocation.out().line("Wrote " + printable(o.file) + ", " + counted(got.bytes, "byte") + ".");
    invocation.out().document(reports::view(got));
    return {};
}

Status listObjects(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, keeper(invocation, o.name));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto found, storageOf(*acting).list(id, o.prefix));
    Listing listing({"PATH", "BYTES", "WRITTEN"}, Listing::Order::AsAdded);
    for (const auto &one : found)
        listing.add({one.path.text(), std::to_string(one.bytes), isoText(one.written)}, reports::view(one));
    return listing.tell(invocation,
                        o.prefix.empty() ? "It holds no files yet." : "It holds nothing whose path begins so.");
}

Status deleteObject(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, keeper(invocation, o.name));
    KEYWARD_TRY(const auto path, ObjectPath::from(o.path));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_CHECK(storageOf(*acting).remove(id, path, invocation.actor()));
    const auto told = Told::gone("Deleted " + printable(o.path) + ".", o.path);
    invocation.out().line(told.sentence);
    invocation.out().document(told.document);
    return {};
}

} // namespace

MaybeLine lineOf(const Typed<command::OpenStorage> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::KeepStorageKey> &) { return nobodyTypesIt; }
MaybeLine lineOf(const Typed<command::EmptyStorage> &c) { return about(c.estate, "storage empty", c->resource); }

std::string KeywardctlLines::lineOf(const engine::StorageDeed &deed) const
{
    using What = engine::StorageDeed::What;
    const auto of = [&](const char *command) { return Line(command).word(deed.resource).word(deed.path); };
    switch (deed.what) {
    case What::Put: return of("storage put").option("--from", deed.file).flag("--overwrite", deed.overwrite).text();
    case What::Get: return of("storage get").option("--to", deed.file).text();
    case What::Delete: return of("storage delete").text();
    }
    std::unreachable();
}

void addStorageCommands(Commands &commands)
{
    auto *group = commands.group("storage", "Files of storage accounts and managed disks");
    const auto add = [&](const char *name, const char *help, Status (*run)(Invocation &, const ObjectOptions &)) {
        auto o = options<ObjectOptions>();
        auto *app = commands.act(group, name, help, usesDataKey, [=](Invocation &s) { return run(s, *o); });
        app->add_option("NAME", o->name)->required();
        return std::pair(app, o);
    };
    const auto [putApp, p] = add("put", "Store a file in an account or on a disk", put);
    putApp->add_option("PATH", p->path, "Where it stands there, as reports/2026/q3.pdf")->required();
    putApp->add_option("--from", p->file, "The file to store")->required();
    putApp->add_flag("--overwrite", p->overwrite, "In place of the one that has this path");
    putApp->footer("Example: keywardctl storage put archive reports/q3.pdf --from q3.pdf");
    const auto [getApp, g] = add("get", "Write what is stored into a new file", get);
    getApp->add_option("PATH", g->path)->required();
    getApp->add_option("--to", g->file, "The new file")->required();
    const auto [listApp, l] = add("list", "List what is stored, by path", listObjects);
    listApp->add_option("--prefix", l->prefix, "Only those whose path begins so");
    const auto [deleteApp, d] = add("delete", "Delete what is stored under a path, for good", deleteObject);
    deleteApp->add_option("PATH", d->path)->required();
    auto emptied = options<std::string>();
    commands
        .change(group, "empty", "Delete all that is stored with its data key, for good",
                [emptied](Invocation &s) -> Status {
                    KEYWARD_TRY(const auto id, keeper(s, *emptied));
                    return s.carryOut(command::EmptyStorage{id}, [&](const Estate &) {
                        return Told::gone("The data of " + *emptied + " is deleted.", *emptied);
                    });
                })
        ->add_option("NAME", *emptied)
        ->required();
}

} // namespace keyward::ctl
