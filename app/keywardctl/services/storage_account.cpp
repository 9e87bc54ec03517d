// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "backend/reports/services/storage_account.h"
#include "app/keywardctl/line.h"
#include "app/keywardctl/lines.h"
#include "app/keywardctl/listing.h"
#include "app/keywardctl/service_commands.h"
#include "backend/base/paths.h"

namespace keyward::ctl {

using namespace estate;

namespace {

constexpr const char *usesAccountKey = "it uses the key of the storage account";

engine::StorageAccounts &storageOf(engine::Workplace &workplace)
{
    return workplace.services().get<engine::StorageAccounts>();
}

Result<ResourceId> storageAccount(Invocation &invocation, const std::string &name)
{
    return resourceOf<StorageAccount>(invocation, name, "storage account").transform([](const auto *account) {
        return account->id;
    });
}

struct ObjectOptions {
    std::string name, path, file, prefix;
    bool overwrite = false;
};

Status put(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, storageAccount(invocation, o.name));
    KEYWARD_TRY(auto path, ObjectPath::from(o.path));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto stored, withProgress(invocation, "Storing", [&](const auto &progress) {
                    return storageOf(*acting).putFile(
                        {.account = id, .path = std::move(path), .overwrite = o.overwrite}, o.file, invocation.actor(),
                        progress);
                }));
    invocation.out().line("Stored " + printable(o.path) + ", " + counted(stored.bytes, "byte") + ".");
    invocation.out().document(reports::view(stored));
    return {};
}

Status get(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, storageAccount(invocation, o.name));
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
    KEYWARD_TRY(const auto id, storageAccount(invocation, o.name));
    KEYWARD_TRY(auto *acting, invocation.acting());
    KEYWARD_TRY(const auto found, storageOf(*acting).list(id, o.prefix));
    Listing listing({"PATH", "BYTES", "WRITTEN"}, Listing::Order::AsAdded);
    for (const auto &one : found)
        listing.add({one.path.text(), std::to_string(one.bytes), isoText(one.written)}, reports::view(one));
    return listing.tell(invocation, o.prefix.empty() ? "It holds no blobs and files yet."
                                                     : "It holds nothing whose path begins so.");
}

Status deleteObject(Invocation &invocation, const ObjectOptions &o)
{
    KEYWARD_TRY(const auto id, storageAccount(invocation, o.name));
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
MaybeLine lineOf(const Typed<command::EmptyStorage> &c) { return about(c.estate, "storage empty", c->account); }

std::string KeywardctlLines::lineOf(const engine::StorageDeed &deed) const
{
    using What = engine::StorageDeed::What;
    const auto of = [&](const char *command) { return Line(command).word(deed.account).word(deed.path); };
    switch (deed.what) {
    case What::Put: return of("storage put").option("--from", deed.file).flag("--overwrite", deed.overwrite).text();
    case What::Get: return of("storage get").option("--to", deed.file).text();
    case What::Delete: return of("storage delete").text();
    }
    std::unreachable();
}

void addCommands(const ServiceCommands<StorageAccount> &of)
{
    auto &commands = of.commands;
    auto *group = commands.group("storage", "Blobs and files of storage accounts");
    const auto add = [&](const char *name, const char *help, Status (*run)(Invocation &, const ObjectOptions &)) {
        auto o = options<ObjectOptions>();
        auto *app = commands.act(group, name, help, usesAccountKey, [=](Invocation &s) { return run(s, *o); });
        app->add_option("ACCOUNT", o->name)->required();
        return std::pair(app, o);
    };
    const auto [putApp, p] = add("put", "Store a file as a blob or file of the account", put);
    putApp->add_option("PATH", p->path, "Where it stands in the account, as reports/2026/q3.pdf")->required();
    putApp->add_option("--from", p->file, "The file to store")->required();
    putApp->add_flag("--overwrite", p->overwrite, "In place of the one that has this path");
    putApp->footer("Example: keywardctl storage put archive reports/q3.pdf --from q3.pdf");
    const auto [getApp, g] = add("get", "Write a blob or file of the account into a new file", get);
    getApp->add_option("PATH", g->path)->required();
    getApp->add_option("--to", g->file, "The new file")->required();
    const auto [listApp, l] = add("list", "List the blobs and files of an account, by path", listObjects);
    listApp->add_option("--prefix", l->prefix, "Only those whose path begins so");
    const auto [deleteApp, d] = add("delete", "Delete a blob or file, for good", deleteObject);
    deleteApp->add_option("PATH", d->path)->required();
    auto emptied = options<std::string>();
    commands
        .change(group, "empty", "Delete all blobs and files of an account with its data key, for good",
                [emptied](Invocation &s) -> Status {
                    KEYWARD_TRY(const auto id, storageAccount(s, *emptied));
                    return s.carryOut(command::EmptyStorage{id}, [&](const Estate &) {
                        return Told::gone("The data of " + *emptied + " is deleted.", *emptied);
                    });
                })
        ->add_option("ACCOUNT", *emptied)
        ->required();
}

} // namespace keyward::ctl
