// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/sample_estate.h"

#include "backend/engine/api/file_stores.h"
#include "backend/engine/api/services/bot_service.h"
#include "backend/engine/api/services/managed_disk.h"
#include "backend/engine/api/services/recovery_services_vault.h"
#include "backend/engine/api/services/sql_server.h"
#include "backend/engine/api/siem.h"
#include "backend/estate/services/sql_server/link_plan.h"

#include "backend/estate/fresh_ids.h"

#include <fstream>

namespace keyward::models {

using namespace estate;

namespace {

class Maker
{
public:
    Maker(engine::Workplace &workplace, const Actor &actor) : m_workplace(workplace), m_actor(actor) {}

    Status run(Action action, bool overriding = false)
    {
        return m_workplace.console()
            .execute({withFreshIds(std::move(action), m_workplace.random()), overriding}, m_actor)
            .transform([](const auto &) {});
    }

    Result<VaultId> vault(const char *name, const char *region, bool protectedToo = true)
    {
        const auto id = m_workplace.random().id<VaultId>();
        KEYWARD_CHECK(run(command::CreateVault{
            id, VaultName::from(name).value(), place(region), Tier::Standard, {}, protectedToo, 90}));
        return id;
    }
    Result<KeyId> key(const VaultId &vault, const char *name, KeySpec spec = {}, std::optional<Millis> lasting = {},
                      bool backedUp = true)
    {
        const auto id = m_workplace.random().id<KeyId>();
        command::VersionSeed seed{m_workplace.random().id<VersionId>(), m_workplace.random().id<RecordId>()};
        if (lasting) seed.expires = m_workplace.console().now() + *lasting;
        KEYWARD_CHECK(run(command::CreateKey{id, vault, KeyName::from(name).value(), spec, std::move(seed)}));
        if (backedUp) KEYWARD_CHECK(m_workplace.keyBackup().backUp(id, m_actor).transform([](const Bytes &) {}));
        return id;
    }
    Result<ResourceId> resource(const char *name, const char *region,
                                std::string_view type = RecoveryServicesVault::service)
    {
        const auto id = m_workplace.random().id<ResourceId>();
        KEYWARD_CHECK(
            run(command::CreateResource{id, std::string(type), ResourceName::from(name).value(), place(region), {}}));
        return id;
    }
    /// A file that gets the log: the sample needs no network.
    Status receiver(const char *name, const std::filesystem::path &file)
    {
        KEYWARD_CHECK(
            run(command::AddSiemReceiver{{}, DisplayName::from(name).value(), SiemFile{.path = file.string()}, true}));
        engine::DueWork sent;
        m_workplace.siem().forward(sent, [](const auto &) { return true; });
        return sent.failed.empty() ? Status{} : std::unexpected(sent.failed.front());
    }
    Result<DatabaseId> database(const ResourceId &server, const char *name, bool encrypted,
                                const std::filesystem::path &script)
    {
        return servers().create({.server = server,
                                 .name = DatabaseName::from(name).value(),
                                 .encrypted = encrypted,
                                 .source = engine::NewDatabase::Source::Script,
                                 .file = script},
                                m_actor, [](const auto &) { return true; });
    }
    /// On a server that it links first.
    Status replica(const ResourceId &server, const ResourceId &partner, const DatabaseId &database)
    {
        for (;;) {
            const auto estate = m_workplace.console().snapshot();
            const auto plan =
                planLink(*estate, {server, partner}, m_workplace.console().now(), m_workplace.random().id<RecordId>());
            const auto next = std::ranges::find(plan.steps, Step::State::Needed, &Step::state);
            if (next == plan.steps.end()) break;
            KEYWARD_CHECK(run(*next->action));
        }
        return servers()
            .replicate(database, partner, m_actor, [](const auto &) { return true; })
            .transform([](const DatabaseId &) {});
    }
    Status databaseBackup(const DatabaseId &database)
    {
        return servers()
            .backUp(database, m_actor, [](const auto &) { return true; })
            .transform([](const DatabaseBackupId &) {});
    }
    Status bind(const ResourceId &resource, const VaultId &vault, const KeyId &key, bool pinned = false)
    {
        const auto version = m_workplace.console().snapshot()->key(key)->latest().id;
        const Goal goal{resource, vault, key, pinned ? std::optional(version) : std::nullopt, {}, {}};
        for (;;) {
            const auto plan = planEnable(*m_workplace.console().snapshot(), goal, m_workplace.console().now());
            const auto *step = plan.next();
            if (!step)
                return plan.done() ? Status{} : fail(Code::Internal, {}, {"the sample estate does not fit the rules"});
            KEYWARD_CHECK(run(*step->action));
        }
    }
    Status rotate(const KeyId &key)
    {
        return run(
            command::RotateKey{key, {m_workplace.random().id<VersionId>(), m_workplace.random().id<RecordId>()}});
    }
    Status backUp(const ResourceId &resource, const std::filesystem::path &folder)
    {
        return m_workplace.services()
            .get<engine::FolderBackups>()
            .backUp({resource, folder}, m_actor, [](const auto &) { return true; })
            .transform([](const PointId &) {});
    }

    /// A virtual network whose one subnet may use the vault, and an endpoint that waits for approval.
    Status network(const char *name, const VaultId &letIn)
    {
        KEYWARD_TRY(auto space, IpRange::from("10.1.0.0/16"));
        KEYWARD_TRY(auto apps, IpRange::from("10.1.1.0/24"));
        KEYWARD_TRY(auto jobs, IpRange::from("10.1.2.0/24"));
        KEYWARD_TRY(auto office, IpRange::from("192.0.2.0/24"));
        const auto id = m_workplace.random().id<NetworkId>();
        KEYWARD_CHECK(run(command::CreateNetwork{id, ResourceName::from(name).value(), place("westeurope"), {space}}));
        KEYWARD_CHECK(run(command::SetSubnet{id, {"apps", apps, true}}));
        KEYWARD_CHECK(run(command::SetSubnet{id, {"jobs", jobs, false}}));
        KEYWARD_CHECK(run(command::SetFirewall{letIn, Firewall::Access::SelectedNetworks, true, std::vector{office},
                                               std::set{SubnetRef{id, "apps"}}}));
        KEYWARD_CHECK(run(command::RequestEndpoint{
            letIn, m_workplace.random().id<EndpointId>(), ResourceName::from("pe-staging").value(), {id, "jobs"}}));
        return run(command::CreateLock{Lock{m_workplace.random().id<LockId>(),
                                            "keep the network",
                                            Lock::Level::CannotDelete,
                                            {estate::Scope::Kind::Network, recordOf(id)},
                                            "apps depend on it",
                                            {}}});
    }
    Status group(const char *name)
    {
        return run(command::CreateGroup{m_workplace.random().id<GroupId>(),
                                        m_workplace.console().snapshot()->settings().subscription,
                                        ResourceGroupName::from(name).value(), place("westeurope").region});
    }

private:
    engine::SqlServers &servers() { return m_workplace.services().get<engine::SqlServers>(); }
    Placement place(const char *region)
    {
        const auto &settings = m_workplace.console().snapshot()->settings();
        return {Region::from(region).value(), settings.tenant, settings.subscription, "default"};
    }
    engine::Workplace &m_workplace;
    const Actor &m_actor;
};

void writeFiles(const std::filesystem::path &folder)
{
    std::error_code ignored; // a file that cannot be written there shows it
    std::filesystem::create_directories(folder / "reports", ignored);
    for (int i = 1; i <= 24; ++i) {
        std::ofstream out(folder / (i % 3 ? "" : "reports") / ("document-" + std::to_string(i) + ".txt"));
        for (int line = 0; line < 200 * i; ++line)
            out << "Line " << line << " of a document that exists only to be backed up.\n";
    }
}

/// A shop's orders, with what tables have: numbers, amounts, missing values, long texts and bytes.
void writeOrders(const std::filesystem::path &script)
{
    constexpr int customers = 24, orders = 320;
    static const char *const towns[] = {"Bergen", "Porto", "Ghent", "Lyon", "Turku", "Graz", "Gdańsk", "Siena"};
    static const char *const wares[] = {"Kettle", "Lamp", "Chair", "Rug", "Clock", "Shelf"};
    std::ofstream out(script);
    out << "CREATE TABLE customers(id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT, since TEXT);\n"
           "CREATE TABLE orders(id INTEGER PRIMARY KEY, customer INTEGER NOT NULL REFERENCES customers, ware TEXT, "
           "pieces INTEGER, price REAL, paid TEXT, note TEXT, seal BLOB);\n";
    for (int i = 1; i <= customers; ++i)
        out << "INSERT INTO customers VALUES (" << i << ", 'Customer " << i << "', '" << towns[i % 8] << "', '202"
            << i % 6 << "-0" << 1 + i % 9 << "-14');\n";
    for (int i = 1; i <= orders; ++i) {
        out << "INSERT INTO orders VALUES (" << 1000 + i << ", " << 1 + i * 7 % customers << ", '" << wares[i % 6]
            << "', " << 1 + i % 5 << ", " << 9 + i * 13 % 190 << "." << 10 + i % 90 << ", ";
        out << (i % 4 ? "'2026-0" + std::to_string(1 + i % 9) + "-" + std::to_string(10 + i % 18) + "'" : "NULL");
        out << (i % 10   ? ", ''"
                : i % 20 ? ", NULL"
                         : ", 'To be delivered to the neighbours at number twelve, who are at home in the evening; the "
                           "bell does not work, so please knock, and mind the dog.'");
        out << ", randomblob(" << 16 + i % 32 << "));\n";
    }
}

void writePress(const std::filesystem::path &script)
{
    std::ofstream out(script);
    out << "CREATE TABLE releases(id INTEGER PRIMARY KEY, day TEXT, title TEXT);\n";
    for (int i = 1; i <= 12; ++i)
        out << "INSERT INTO releases VALUES (" << i << ", '2026-" << (i < 10 ? "0" : "") << i
            << "-01', 'What is new in the shop, part " << i << "');\n";
}

Status fillServer(Maker &make, const VaultId &vault, const std::filesystem::path &folder)
{
    constexpr Millis kept = Days(7);
    KEYWARD_TRY(const auto key, make.key(vault, "tde-shop"));
    KEYWARD_TRY(const auto shop, make.resource("sql-shop", "westeurope", SqlServer::service));
    KEYWARD_CHECK(make.run(command::SetDropRule{shop, kept}));
    KEYWARD_CHECK(make.bind(shop, vault, key, true)); // its key is added to it on the way
    const auto script = folder / "shop.sql";
    writeOrders(script);
    KEYWARD_TRY(const auto orders, make.database(shop, "orders", true, script));
    KEYWARD_CHECK(make.databaseBackup(orders));
    writePress(script);
    KEYWARD_CHECK(make.database(shop, "press", false, script).transform([](const DatabaseId &) {}));
    KEYWARD_TRY(const auto northVault, make.vault("kv-shop-north", "northeurope"));
    KEYWARD_TRY(const auto northKey, make.key(northVault, "tde-shop-north"));
    KEYWARD_TRY(const auto north, make.resource("sql-shop-north", "northeurope", SqlServer::service));
    KEYWARD_CHECK(make.bind(north, northVault, northKey, true));
    KEYWARD_CHECK(make.replica(shop, north, orders));
    std::error_code ignored; // it goes with the folder, too
    std::filesystem::remove(script, ignored);
    return {};
}

/// A bot that people reach by two channels. It has no endpoint, so what they say waits.
Status fillBot(engine::Workplace &workplace, Maker &make, const Actor &actor)
{
    KEYWARD_TRY(const auto vault, make.vault("kv-bots", "westeurope"));
    KEYWARD_TRY(const auto key, make.key(vault, "bot-support"));
    KEYWARD_TRY(const auto bot, make.resource("support-bot", "westeurope", BotService::service));
    KEYWARD_CHECK(make.bind(bot, vault, key, true)); // its provider is registered on the way
    auto &bots = workplace.services().get<engine::Bots>();
    KEYWARD_CHECK(bots.configure(bot,
                                 {{"Greeting", "Hello, how can we help?"},
                                  {"KnowledgeBase", "https://kb.example.com/support"},
                                  {"Language", "en"},
                                  {"HandOverAfter", "3"}},
                                 actor));
    KEYWARD_TRY(auto secret, crypto::SecretBytes::copyOf(bytesOf("only-a-sample")));
    KEYWARD_CHECK(bots.setChannel(
        bot, {.kind = ChannelKind::from("msteams").value(), .settings = {{"Tenant", "contoso"}}}, secret, actor));
    KEYWARD_CHECK(bots.setChannel(
        bot, {.kind = ChannelKind::from("email").value(), .settings = {{"Address", "support@example.com"}}}, secret,
        actor));
    static constexpr struct {
        const char *conversation, *channel, *text;
    } talks[] = {{"anna@example.com", "email", "My order has not come yet."},
                 {"team:purchasing", "msteams", "Which printers may be ordered?"},
                 {"anna@example.com", "email", "It is number 1042."},
                 {"visitor-2071", "webchat", "Are you open on Saturdays?"},
                 {"visitor-2072", "webchat", "How do I return a lamp?"}};
    for (const auto &[conversation, channel, said] : talks)
        KEYWARD_CHECK(bots.send(bot, ConversationName::from(conversation).value(), ChannelKind::from(channel).value(),
                                {.id = {}, .text = said}, actor)
                          .transform([](const auto &) {}));
    return {};
}

struct SampleFile {
    const char *path;
    std::size_t size;
};

Status putFiles(engine::Workplace &workplace, const ResourceId &resource, std::span<const SampleFile> files,
                const Actor &actor)
{
    auto &storage = workplace.services().get<engine::FileStores>();
    for (const auto &[path, size] : files) {
        const Bytes content(size, ' ');
        bool given = false;
        const auto source = [&]() -> Result<ByteView> {
            return std::exchange(given, true) ? ByteView{} : ByteView(content);
        };
        KEYWARD_CHECK(storage.put({.resource = resource, .path = ObjectPath::from(path).value()}, source, actor, {})
                          .transform([](const auto &) {}));
    }
    return {};
}

/// What a shop shows: pictures, price lists.
Status fillStorage(engine::Workplace &workplace, Maker &make, const VaultId &vault, const KeyId &key,
                   const Actor &actor)
{
    static constexpr SampleFile files[] = {
        {"catalogue/2026/autumn.pdf", 380'000}, {"catalogue/2026/winter.pdf", 520'000}, {"images/lamp.jpg", 48'000},
        {"images/table.jpg", 61'000},           {"prices/2026-11.csv", 7'300},          {"terms.txt", 2'100}};
    KEYWARD_TRY(const auto assets, make.resource("shop-assets", "westeurope", "storage-account"));
    KEYWARD_CHECK(make.bind(assets, vault, key));
    KEYWARD_CHECK(putFiles(workplace, assets, files, actor));
    KEYWARD_TRY(const auto clicks, make.resource("shop-clicks", "westeurope", "stream-analytics"));
    return make.run(command::SetStore{clicks, assets});
}

/// The till's machine: a disk under a set's key, attached, with a snapshot.
Status fillDisk(engine::Workplace &workplace, Maker &make, const VaultId &vault, const KeyId &key, const Actor &actor)
{
    static constexpr SampleFile files[] = {{"journal/2026-11-28.log", 96'000},
                                           {"journal/2026-11-29.log", 104'000},
                                           {"receipts/1042.pdf", 31'000},
                                           {"till.conf", 1'900}};
    KEYWARD_TRY(const auto set, make.resource("shop-disks", "westeurope", "disk-encryption-set"));
    KEYWARD_CHECK(make.bind(set, vault, key));
    KEYWARD_TRY(const auto disk, make.resource("till-data", "westeurope", "managed-disk"));
    KEYWARD_CHECK(make.run(command::SetStore{disk, set}));
    KEYWARD_CHECK(putFiles(workplace, disk, files, actor));
    KEYWARD_TRY(const auto till, make.resource("till", "westeurope", "virtual-machine"));
    KEYWARD_CHECK(make.run(command::AttachDisk{.disk = disk, .machine = till}));
    return workplace.services()
        .get<engine::ManagedDisks>()
        .takeSnapshot(disk, ResourceName::from("before-inventory").value(), actor)
        .transform([](const auto &) {});
}

Status fill(engine::Workplace &workplace, const Actor &actor, const std::filesystem::path &folder)
{
    Maker make(workplace, actor);
    KEYWARD_TRY(const auto backup, make.vault("kv-backup", "westeurope"));
    KEYWARD_TRY(const auto north, make.vault("kv-north", "northeurope"));
    KEYWARD_TRY(const auto staging, make.vault("kv-staging", "westeurope", false));
    KEYWARD_CHECK(make.group("production"));
    KEYWARD_CHECK(make.network("vnet-apps", staging));
    KEYWARD_TRY(const auto prod, make.key(backup, "kek-prod", {}, {}, false));
    KEYWARD_TRY(const auto archive, make.key(backup, "kek-archive"));
    KEYWARD_TRY(const auto partner, make.key(backup, "kek-partner", {}, Millis(Days(6) + std::chrono::hours(8))));
    KEYWARD_TRY(const auto field, make.key(north, "kek-field"));
    KEYWARD_CHECK(make.key(backup, "sign-audit", *KeySpec::ec("P-256")).transform([](const KeyId &) {}));
    KEYWARD_CHECK(make.key(backup, "kek-2023", {}, Millis(Days(61)), false).transform([](const KeyId &) {}));
    KEYWARD_TRY(const auto old, make.key(north, "kek-retired"));
    KEYWARD_CHECK(make.run(command::DeleteKey{old}));

    KEYWARD_TRY(const auto east, make.resource("rsv-east", "westeurope"));
    KEYWARD_TRY(const auto west, make.resource("rsv-west", "westeurope"));
    KEYWARD_TRY(const auto media, make.resource("rsv-media", "westeurope"));
    KEYWARD_TRY(const auto branch, make.resource("rsv-branch", "northeurope"));
    KEYWARD_CHECK(make.resource("rsv-new", "westeurope").transform([](const ResourceId &) {}));
    KEYWARD_CHECK(make.bind(east, backup, prod));
    KEYWARD_CHECK(make.bind(west, backup, archive, true));
    KEYWARD_CHECK(make.bind(media, backup, partner));
    KEYWARD_CHECK(make.bind(branch, north, field));
    KEYWARD_CHECK(make.receiver("soc", folder / "audit.jsonl"));
    writeFiles(folder / "documents");
    KEYWARD_CHECK(make.backUp(east, folder / "documents"));
    KEYWARD_CHECK(make.backUp(branch, folder / "documents"));
    KEYWARD_CHECK(make.rotate(prod));
    KEYWARD_CHECK(make.rotate(archive));
    KEYWARD_CHECK(make.backUp(east, folder / "documents"));
    KEYWARD_CHECK(workplace.keyBackup().backUp(archive, actor).transform([](const Bytes &) {}));
    KEYWARD_CHECK(fillServer(make, backup, folder));
    KEYWARD_CHECK(fillBot(workplace, make, actor));
    KEYWARD_CHECK(fillStorage(workplace, make, backup, archive, actor));
    KEYWARD_CHECK(fillDisk(workplace, make, backup, archive, actor));
    const auto identity = workplace.console().snapshot()->resource(branch)->identity;
    return make.run(command::RemoveAccessPolicy{north, *identity}, true);
}

} // namespace

Result<engine::WorkplacePtr> makeSampleEstate(engine::Keystores &keystores, const std::filesystem::path &folder,
                                              const Actor &actor)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) return fail(Code::Io, folder.string(), {failure.message()});
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failure);
    // Nobody needs to open it twice: its passphrase is drawn and forgotten.
    KEYWARD_TRY(auto passphrase, crypto::SecretBytes::ofSize(40));
    {
        std::ifstream source("/dev/urandom", std::ios::binary);
        for (auto &byte : passphrase.writable()) byte = static_cast<std::uint8_t>('a' + (source.get() & 15));
    }
    KEYWARD_TRY(auto workplace, keystores.create(folder / "sample.keyward", passphrase));
    KEYWARD_CHECK(fill(*workplace, actor, folder));
    return workplace;
}

} // namespace keyward::models
