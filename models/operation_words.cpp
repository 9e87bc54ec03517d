// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/operation_words.h"

#include "models/text.h"

#include <algorithm>
#include <QCoreApplication>

namespace keyward::models {

namespace {

struct Row {
    std::string_view operation;
    const char *words;
};

constexpr Row all[] = {
    {"access.check", QT_TRANSLATE_NOOP("Operations", "Check access to key")},
    {"access.model", QT_TRANSLATE_NOOP("Operations", "Change access model")},
    {"application.create", QT_TRANSLATE_NOOP("Operations", "Create application")},
    {"application.signIn", QT_TRANSLATE_NOOP("Operations", "Sign in")},
    {"backup.attempt", QT_TRANSLATE_NOOP("Operations", "Try to protect")},
    {"backup.finish", QT_TRANSLATE_NOOP("Operations", "Finish backup")},
    {"backup.policy", QT_TRANSLATE_NOOP("Operations", "Change backup policy")},
    {"backup.start", QT_TRANSLATE_NOOP("Operations", "Start backup")},
    {"binding.followVersion", QT_TRANSLATE_NOOP("Operations", "Follow new version")},
    {"binding.releaseFormer", QT_TRANSLATE_NOOP("Operations", "Note end of former key")},
    {"binding.serviceManaged", QT_TRANSLATE_NOOP("Operations", "Use service-managed keys")},
    {"binding.setKey", QT_TRANSLATE_NOOP("Operations", "Set key")},
    {"bot.channel", QT_TRANSLATE_NOOP("Operations", "Set channel of a bot")},
    {"bot.channelGone", QT_TRANSLATE_NOOP("Operations", "Remove channel of a bot")},
    {"bot.configure", QT_TRANSLATE_NOOP("Operations", "Configure bot")},
    {"bot.delete", QT_TRANSLATE_NOOP("Operations", "Delete data of a bot")},
    {"bot.endpoint", QT_TRANSLATE_NOOP("Operations", "Note endpoint of a bot")},
    {"bot.key", QT_TRANSLATE_NOOP("Operations", "Use new data key")},
    {"bot.open", QT_TRANSLATE_NOOP("Operations", "Make store of a bot")},
    {"bot.pace", QT_TRANSLATE_NOOP("Operations", "Set pace of a bot")},
    {"bot.reencrypt", QT_TRANSLATE_NOOP("Operations", "Encrypt data of a bot anew")},
    {"bot.reencrypted", QT_TRANSLATE_NOOP("Operations", "Note data that is encrypted anew")},
    {"bot.send", QT_TRANSLATE_NOOP("Operations", "Send message to a bot")},
    {"bot.setEndpoint", QT_TRANSLATE_NOOP("Operations", "Set endpoint of a bot")},
    {"catalogue.add", QT_TRANSLATE_NOOP("Operations", "Add profile")},
    {"catalogue.remove", QT_TRANSLATE_NOOP("Operations", "Remove profile")},
    {"clock.accept", QT_TRANSLATE_NOOP("Operations", "Accept clock")},
    {"clock.note", QT_TRANSLATE_NOOP("Operations", "Note clock")},
    {"database.backedUp", QT_TRANSLATE_NOOP("Operations", "Keep backup of a database")},
    {"database.backup", QT_TRANSLATE_NOOP("Operations", "Back up database")},
    {"database.converted", QT_TRANSLATE_NOOP("Operations", "Use converted pages")},
    {"database.create", QT_TRANSLATE_NOOP("Operations", "Keep database")},
    {"database.drop", QT_TRANSLATE_NOOP("Operations", "Drop database")},
    {"database.encryption", QT_TRANSLATE_NOOP("Operations", "Turn encryption on or off")},
    {"database.export", QT_TRANSLATE_NOOP("Operations", "Export database in the clear")},
    {"database.failOver", QT_TRANSLATE_NOOP("Operations", "Fail over")},
    {"database.recover", QT_TRANSLATE_NOOP("Operations", "Recover database")},
    {"database.replicaMade", QT_TRANSLATE_NOOP("Operations", "Keep replica")},
    {"database.replicate", QT_TRANSLATE_NOOP("Operations", "Replicate database")},
    {"database.replicated", QT_TRANSLATE_NOOP("Operations", "Carry changes over to a replica")},
    {"database.replicationStopped", QT_TRANSLATE_NOOP("Operations", "Note that a replica does not follow")},
    {"database.restore", QT_TRANSLATE_NOOP("Operations", "Restore database")},
    {"database.rewrapped", QT_TRANSLATE_NOOP("Operations", "Note wrapped data keys")},
    {"database.start", QT_TRANSLATE_NOOP("Operations", "Create database")},
    {"databaseBackup.delete", QT_TRANSLATE_NOOP("Operations", "Delete backup of a database")},
    {"decrypt", QT_TRANSLATE_NOOP("Operations", "Decrypt")},
    {"encrypt", QT_TRANSLATE_NOOP("Operations", "Encrypt")},
    {"endpoint.decide", QT_TRANSLATE_NOOP("Operations", "Decide on endpoint")},
    {"endpoint.remove", QT_TRANSLATE_NOOP("Operations", "Remove endpoint")},
    {"endpoint.request", QT_TRANSLATE_NOOP("Operations", "Request endpoint")},
    {"firewall.set", QT_TRANSLATE_NOOP("Operations", "Change networking")},
    {"group.create", QT_TRANSLATE_NOOP("Operations", "Create resource group")},
    {"group.delete", QT_TRANSLATE_NOOP("Operations", "Delete resource group")},
    {"group.update", QT_TRANSLATE_NOOP("Operations", "Change resource group")},
    {"identity.assign", QT_TRANSLATE_NOOP("Operations", "Assign identity")},
    {"identity.create", QT_TRANSLATE_NOOP("Operations", "Create identity")},
    {"identity.disable", QT_TRANSLATE_NOOP("Operations", "Turn off identity")},
    {"identity.enable", QT_TRANSLATE_NOOP("Operations", "Turn on identity")},
    {"identity.unassign", QT_TRANSLATE_NOOP("Operations", "Take identity away")},
    {"job.cancel", QT_TRANSLATE_NOOP("Operations", "Cancel job")},
    {"job.clear", QT_TRANSLATE_NOOP("Operations", "Clear up after job")},
    {"job.end", QT_TRANSLATE_NOOP("Operations", "End job")},
    {"job.resume", QT_TRANSLATE_NOOP("Operations", "Resume job")},
    {"key.backup", QT_TRANSLATE_NOOP("Operations", "Back up key")},
    {"key.create", QT_TRANSLATE_NOOP("Operations", "Create key")},
    {"key.delete", QT_TRANSLATE_NOOP("Operations", "Delete key")},
    {"key.escrow", QT_TRANSLATE_NOOP("Operations", "Note escrow")},
    {"key.import", QT_TRANSLATE_NOOP("Operations", "Import key")},
    {"key.purge", QT_TRANSLATE_NOOP("Operations", "Purge key")},
    {"key.recover", QT_TRANSLATE_NOOP("Operations", "Recover key")},
    {"key.restore", QT_TRANSLATE_NOOP("Operations", "Restore key")},
    {"key.rotate", QT_TRANSLATE_NOOP("Operations", "Rotate key")},
    {"key.update", QT_TRANSLATE_NOOP("Operations", "Change key")},
    {"lock.create", QT_TRANSLATE_NOOP("Operations", "Create lock")},
    {"lock.remove", QT_TRANSLATE_NOOP("Operations", "Remove lock")},
    {"network.create", QT_TRANSLATE_NOOP("Operations", "Create virtual network")},
    {"network.delete", QT_TRANSLATE_NOOP("Operations", "Delete virtual network")},
    {"passphrase.change", QT_TRANSLATE_NOOP("Operations", "Change passphrase")},
    {"places.adopt", QT_TRANSLATE_NOOP("Operations", "List places")},
    {"platform.unwrapKey", QT_TRANSLATE_NOOP("Operations", "Unwrap by platform")},
    {"platform.wrapKey", QT_TRANSLATE_NOOP("Operations", "Wrap by platform")},
    {"point.delete", QT_TRANSLATE_NOOP("Operations", "Delete recovery point")},
    {"policy.remove", QT_TRANSLATE_NOOP("Operations", "Remove access policy")},
    {"policy.set", QT_TRANSLATE_NOOP("Operations", "Set access policy")},
    {"principal.delete", QT_TRANSLATE_NOOP("Operations", "Delete principal")},
    {"principalGroup.create", QT_TRANSLATE_NOOP("Operations", "Create group")},
    {"principalGroup.member", QT_TRANSLATE_NOOP("Operations", "Change members")},
    {"provider.register", QT_TRANSLATE_NOOP("Operations", "Register provider")},
    {"provider.unregister", QT_TRANSLATE_NOOP("Operations", "Unregister provider")},
    {"region.outage", QT_TRANSLATE_NOOP("Operations", "Rehearse an outage")},
    {"replica.detach", QT_TRANSLATE_NOOP("Operations", "End replication")},
    {"report.export", QT_TRANSLATE_NOOP("Operations", "Export report")},
    {"resource.create", QT_TRANSLATE_NOOP("Operations", "Create resource")},
    {"resource.delete", QT_TRANSLATE_NOOP("Operations", "Delete resource")},
    {"resource.move", QT_TRANSLATE_NOOP("Operations", "Move resource")},
    {"resource.store", QT_TRANSLATE_NOOP("Operations", "Choose store")},
    {"resource.use", QT_TRANSLATE_NOOP("Operations", "Put into use")},
    {"restore.start", QT_TRANSLATE_NOOP("Operations", "Start restore")},
    {"role.assign", QT_TRANSLATE_NOOP("Operations", "Assign role")},
    {"role.create", QT_TRANSLATE_NOOP("Operations", "Create role")},
    {"role.delete", QT_TRANSLATE_NOOP("Operations", "Delete role")},
    {"role.unassign", QT_TRANSLATE_NOOP("Operations", "Take role away")},
    {"role.update", QT_TRANSLATE_NOOP("Operations", "Change role")},
    {"secret.add", QT_TRANSLATE_NOOP("Operations", "Add client secret")},
    {"secret.remove", QT_TRANSLATE_NOOP("Operations", "Remove client secret")},
    {"server.addKey", QT_TRANSLATE_NOOP("Operations", "Add key to server")},
    {"server.dropRule", QT_TRANSLATE_NOOP("Operations", "Keep dropped databases")},
    {"server.link", QT_TRANSLATE_NOOP("Operations", "Link servers")},
    {"server.removeKey", QT_TRANSLATE_NOOP("Operations", "Take key off server")},
    {"server.rewrap", QT_TRANSLATE_NOOP("Operations", "Wrap data keys anew")},
    {"server.unlink", QT_TRANSLATE_NOOP("Operations", "Unlink servers")},
    {"siem.add", QT_TRANSLATE_NOOP("Operations", "Add SIEM receiver")},
    {"siem.outage", QT_TRANSLATE_NOOP("Operations", "Note outage of SIEM receiver")},
    {"siem.remove", QT_TRANSLATE_NOOP("Operations", "Remove SIEM receiver")},
    {"siem.test", QT_TRANSLATE_NOOP("Operations", "Test SIEM receiver")},
    {"sign", QT_TRANSLATE_NOOP("Operations", "Sign")},
    {"slot.add", QT_TRANSLATE_NOOP("Operations", "Add way to unlock")},
    {"slot.remove", QT_TRANSLATE_NOOP("Operations", "Remove way to unlock")},
    {"store.backup", QT_TRANSLATE_NOOP("Operations", "Copy keystore")},
    {"store.backupSchedule", QT_TRANSLATE_NOOP("Operations", "Schedule copies")},
    {"store.clear", QT_TRANSLATE_NOOP("Operations", "Clear up keystore")},
    {"store.forward", QT_TRANSLATE_NOOP("Operations", "Bring keystore forward")},
    {"store.init", QT_TRANSLATE_NOOP("Operations", "Create keystore")},
    {"store.restore", QT_TRANSLATE_NOOP("Operations", "Restore keystore")},
    {"subnet.remove", QT_TRANSLATE_NOOP("Operations", "Remove subnet")},
    {"subnet.set", QT_TRANSLATE_NOOP("Operations", "Set subnet")},
    {"subscription.create", QT_TRANSLATE_NOOP("Operations", "Create subscription")},
    {"subscription.transfer", QT_TRANSLATE_NOOP("Operations", "Move subscription")},
    {"tenant.create", QT_TRANSLATE_NOOP("Operations", "Create tenant")},
    {"unwrapKey", QT_TRANSLATE_NOOP("Operations", "Unwrap key")},
    {"vault.create", QT_TRANSLATE_NOOP("Operations", "Create key vault")},
    {"vault.delete", QT_TRANSLATE_NOOP("Operations", "Delete key vault")},
    {"vault.move", QT_TRANSLATE_NOOP("Operations", "Move key vault")},
    {"vault.purge", QT_TRANSLATE_NOOP("Operations", "Purge key vault")},
    {"vault.recover", QT_TRANSLATE_NOOP("Operations", "Recover key vault")},
    {"vault.update", QT_TRANSLATE_NOOP("Operations", "Change key vault")},
    {"verify", QT_TRANSLATE_NOOP("Operations", "Verify")},
    {"wizard.drop", QT_TRANSLATE_NOOP("Operations", "Drop wizard")},
    {"wizard.save", QT_TRANSLATE_NOOP("Operations", "Save wizard")},
    {"wrapKey", QT_TRANSLATE_NOOP("Operations", "Wrap key")},
};
static_assert(std::ranges::is_sorted(all, {}, &Row::operation));

} // namespace

QString operationWords(std::string_view operation)
{
    const auto *found = std::ranges::lower_bound(all, operation, {}, &Row::operation);
    return found != std::end(all) && found->operation == operation
               ? QCoreApplication::translate("Operations", found->words)
               : text(operation);
}

} // namespace keyward::models
