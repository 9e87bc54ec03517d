// SPDX-FileCopyrightText: 2026 The Keyward authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/actions/action.h"
#include "models/actions/fields.h"
#include "models/actions/key_fields.h"

#include "backend/estate/describe.h"
#include "backend/estate/impact.h"

#include <QCoreApplication>
#include <QDir>

namespace keyward::models {

using namespace estate;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(KeyActions)
};

bool isDeleted(const Situation &s) { return keyOf(s)->deleted.has_value(); }
command::UpdateKeyVersion switched(const Situation &s, bool on)
{
    return {s.target.key(), versionOf(s).id, on, {}, {}, {}, {}};
}
bool canDisable(const Situation &s) { return isLiveKey(s) && versionOf(s).enabled; }
bool canEnable(const Situation &s) { return isLiveKey(s) && !versionOf(s).enabled; }
Result<Deed> disableDeed(const Situation &s, const Values &) { return Deed{switched(s, false)}; }
Result<Deed> enableDeed(const Situation &s, const Values &) { return Deed{switched(s, true)}; }
QStringList deletedBlades()
{
    return keyBlades() + QStringList{QStringLiteral("vault.deletedKeys"), QStringLiteral("deletedKeys")};
}

const DeclaredAction disable([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.disable"),
        .text = Words::tr("Disable"),
        .icon = QStringLiteral("media-playback-pause"),
        .scope = Scope::Key,
        .order = 30,
        .blades = keyBlades(),
        .explanation = Words::tr("The newest version refuses every cryptographic operation until it is enabled again."),
        .supported = canDisable,
        .deed = disableDeed,
        .previews = true,
        .destructive = true,
    };
});
const DeclaredAction enable([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.enable"),
        .text = Words::tr("Enable"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Key,
        .order = 31,
        .blades = keyBlades(),
        .supported = canEnable,
        .deed = enableDeed,
    };
});
const DeclaredAction disableVersion([]() -> ActionRecord {
    return {
        .id = QStringLiteral("version.disable"),
        .text = Words::tr("Disable version"),
        .icon = QStringLiteral("media-playback-pause"),
        .scope = Scope::Version,
        .order = 30,
        .blades = {QStringLiteral("key.versions")},
        .supported = canDisable,
        .deed = disableDeed,
        .previews = true,
        .destructive = true,
    };
});
const DeclaredAction enableVersion([]() -> ActionRecord {
    return {
        .id = QStringLiteral("version.enable"),
        .text = Words::tr("Enable version"),
        .icon = QStringLiteral("media-playback-start"),
        .scope = Scope::Version,
        .order = 31,
        .blades = {QStringLiteral("key.versions")},
        .supported = canEnable,
        .deed = enableDeed,
    };
});

const DeclaredAction backUp([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.backup"),
        .text = Words::tr("Back up"),
        .icon = QStringLiteral("document-save"),
        .scope = Scope::Key,
        .order = 40,
        .blades = keyBlades(),
        .explanation = Words::tr("All versions as one sealed file. It opens only in this keystore or a copy of it."),
        .supported = isLiveKey,
        .allowed = always,
        .fields = [](const Situation &s) -> std::vector<Field> {
            return {{.id = QStringLiteral("file"),
                     .label = Words::tr("Into the new file"),
                     .kind = Field::Kind::NewFile,
                     .value = QDir::homePath() + QLatin1Char('/') + text(keyOf(s)->name.text()) +
                              QStringLiteral(".keybackup"),
                     .error = newFileError,
                     .suffix = QStringLiteral(".keybackup")}};
        },
        .deed = [](const Situation &s, const Values &values) -> Result<Deed> {
            const auto file = pathOf(stringOf(values, "file"));
            const auto path = keyPath(s.estate(), *keyOf(s));
            return Deed{command::NoteKeyBackup{s.target.key(), file.lexically_normal().string()},
                        [key = s.target.key(), file, path, actor = s.workspace.actor()](
                            engine::Workplace &workplace, const engine::ProgressCallback &) -> Result<Outcome> {
                            KEYWARD_CHECK(workplace.keyBackup().backUpTo(key, file, actor));
                            return Outcome{Words::tr("Key %1 was backed up.").arg(text(path)),
                                           text(file.string()),
                                           Target::of(key),
                                           {}};
                        }};
        },
    };
});

const DeclaredAction remove([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.delete"),
        .text = Words::tr("Delete"),
        .icon = QStringLiteral("edit-delete"),
        .scope = Scope::Key,
        .order = 90,
        .blades = keyBlades(),
        .explanation = Words::tr(
            "All versions go into the deleted state and can be recovered until the retention of the vault ends."),
        .supported = isLiveKey,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::DeleteKey{s.target.key()}};
        },
        .previews = true,
        .instead = QStringLiteral("key.disable"),
        .destructive = true,
    };
});
const DeclaredAction recover([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.recover"),
        .text = Words::tr("Recover"),
        .icon = QStringLiteral("edit-undo"),
        .scope = Scope::Key,
        .order = 10,
        .blades = deletedBlades(),
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::RecoverKey{s.target.key()}};
        },
    };
});
const DeclaredAction purge([]() -> ActionRecord {
    return {
        .id = QStringLiteral("key.purge"),
        .text = Words::tr("Purge"),
        .icon = QStringLiteral("edit-delete-shred"),
        .scope = Scope::Key,
        .order = 91,
        .blades = deletedBlades(),
        .supported = isDeleted,
        .deed = [](const Situation &s, const Values &) -> Result<Deed> {
            return Deed{command::PurgeKey{s.target.key()}};
        },
        .previews = true,
        .destructive = true,
        .statement = [](const Situation &s, const Values &) -> QString {
            QStringList held;
            for (const auto &backup : stillHeldBy(s.estate(), command::PurgeKey{s.target.key()})) held += text(backup);
            return held.isEmpty() ? QString() : Words::tr("Still held by: %1.").arg(held.join(QStringLiteral("; ")));
        },
    };
});

} // namespace
} // namespace keyward::models
