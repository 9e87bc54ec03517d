<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessControl</name>
    <message numerus="yes">
        <source>%Ln assignments</source>
        <translation>
            <numerusform>%Ln assignment</numerusform>
            <numerusform>%Ln assignments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln identity</numerusform>
            <numerusform>%Ln identities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccessWords</name>
    <message numerus="yes">
        <source>%Ln more identities lose access.</source>
        <translation>
            <numerusform>%Ln more identity loses access.</numerusform>
            <numerusform>%Ln more identities lose access.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActionDraft</name>
    <message numerus="yes">
        <source>%1: %Ln selected</source>
        <comment>an action, how many things it is about</comment>
        <translation>
            <numerusform>%1: %Ln selected</numerusform>
            <numerusform>%1: %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotChat</name>
    <message numerus="yes">
        <source>%Ln messages of yours wait for the endpoint</source>
        <translation>
            <numerusform>%Ln message of yours waits for the endpoint</numerusform>
            <numerusform>%Ln messages of yours wait for the endpoint</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotServiceActions</name>
    <message numerus="yes">
        <source>%Ln answers can be received.</source>
        <translation>
            <numerusform>%Ln answer can be received.</numerusform>
            <numerusform>%Ln answers can be received.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotServicePages</name>
    <message numerus="yes">
        <source>%Ln messages, none for longer than a day</source>
        <translation>
            <numerusform>%Ln message, for less than a day</numerusform>
            <numerusform>%Ln messages, none for longer than a day</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln conversation</numerusform>
            <numerusform>%Ln conversations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BotServiceThings</name>
    <message numerus="yes">
        <source>Encrypt %Ln items of a bot anew</source>
        <translation>
            <numerusform>Encrypt %Ln item of a bot anew</numerusform>
            <numerusform>Encrypt %Ln items of a bot anew</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CatalogueBlades</name>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>%Ln service</numerusform>
            <numerusform>%Ln services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln hidden</source>
        <comment>rows that are selected</comment>
        <translation>
            <numerusform>%1, %Ln hidden</numerusform>
            <numerusform>%1, %Ln hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostBlades</name>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln call</numerusform>
            <numerusform>%Ln calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them refused</source>
        <translation>
            <numerusform>%Ln of them refused</numerusform>
            <numerusform>%Ln of them refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeletedKeys</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiskSnapshots</name>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln snapshot</numerusform>
            <numerusform>%Ln snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnableDraft</name>
    <message numerus="yes">
        <source>What was done so far stays: %Ln steps.</source>
        <translation>
            <numerusform>What was done so far stays: %Ln step.</numerusform>
            <numerusform>What was done so far stays: %Ln steps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not listed. Filter by a part of the vault&apos;s or the key&apos;s name.</source>
        <translation>
            <numerusform>%Ln more is not listed. Filter by a part of the vault&apos;s or the key&apos;s name.</numerusform>
            <numerusform>%Ln more are not listed. Filter by a part of the vault&apos;s or the key&apos;s name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideDraft</name>
    <message numerus="yes">
        <source>What was done so far stays: %Ln steps.</source>
        <translation>
            <numerusform>What was done so far stays: %Ln step.</numerusform>
            <numerusform>What was done so far stays: %Ln steps.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomeBlades</name>
    <message numerus="yes">
        <source>resources</source>
        <comment>under their number</comment>
        <translation>
            <numerusform>resource</numerusform>
            <numerusform>resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vaults</source>
        <translation>
            <numerusform>%Ln vault</numerusform>
            <numerusform>%Ln vaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things need you today.</source>
        <translation>
            <numerusform>One thing needs you today.</numerusform>
            <numerusform>%Ln things need you today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Identities</name>
    <message numerus="yes">
        <source>Resource group %1, used by %Ln resources</source>
        <translation>
            <numerusform>Resource group %1, used by %Ln resource</numerusform>
            <numerusform>Resource group %1, used by %Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln client secrets</source>
        <translation>
            <numerusform>%Ln client secret</numerusform>
            <numerusform>%Ln client secrets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln identity</numerusform>
            <numerusform>%Ln identities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln role</numerusform>
            <numerusform>%Ln roles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImpactPreview</name>
    <message numerus="yes">
        <source>%Ln resources get a warning</source>
        <translation>
            <numerusform>%Ln resource gets a warning</numerusform>
            <numerusform>%Ln resources get a warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources lose access or are at risk</source>
        <translation>
            <numerusform>%Ln resource loses access or is at risk</numerusform>
            <numerusform>%Ln resources lose access or are at risk</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources work again or get better</source>
        <translation>
            <numerusform>%Ln resource works again or gets better</numerusform>
            <numerusform>%Ln resources work again or get better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBlades</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln job</numerusform>
            <numerusform>%Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptFilesPages</name>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyBlades</name>
    <message numerus="yes">
        <source>%Ln carried out</source>
        <translation>
            <numerusform>%Ln carried out</numerusform>
            <numerusform>%Ln carried out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln refused</numerusform>
            <numerusform>%Ln refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyMaking</name>
    <message numerus="yes">
        <source>%n resources go over to it within an hour.</source>
        <translation>
            <numerusform>%n resource goes over to it within an hour.</numerusform>
            <numerusform>%n resources go over to it within an hour.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resources stay with the version that they name.</source>
        <translation>
            <numerusform>%n resource stays with the version that it names.</numerusform>
            <numerusform>%n resources stay with the version that they name.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeystoreActions</name>
    <message numerus="yes">
        <source>Stored data is whole: %n pieces.</source>
        <translation>
            <numerusform>Stored data is whole: %n piece.</numerusform>
            <numerusform>Stored data is whole: %n pieces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be opened, as their keys cannot be used now.</source>
        <translation>
            <numerusform>%n of them could not be opened, as their key cannot be used now.</numerusform>
            <numerusform>%n of them could not be opened, as their keys cannot be used now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeystoreBlade</name>
    <message numerus="yes">
        <source>%Ln entries, the last of %1</source>
        <translation>
            <numerusform>%Ln entry, the last of %1</numerusform>
            <numerusform>%Ln entries, the last of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListsBlade</name>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vaults</source>
        <translation>
            <numerusform>%Ln vault</numerusform>
            <numerusform>%Ln vaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockBlades</name>
    <message numerus="yes">
        <source>%Ln locks</source>
        <translation>
            <numerusform>%Ln lock</numerusform>
            <numerusform>%Ln locks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %1, %Ln times.</source>
        <comment>an action</comment>
        <translation>
            <numerusform>Done: %1, once.</numerusform>
            <numerusform>Done: %1, %Ln times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickEdit</name>
    <message numerus="yes">
        <source>%n more; type more of the name</source>
        <translation>
            <numerusform>%n more; type more of the name</numerusform>
            <numerusform>%n more; type more of the name</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlaceBlades</name>
    <message numerus="yes">
        <source>%Ln deleted vaults</source>
        <translation>
            <numerusform>%Ln deleted vault</numerusform>
            <numerusform>%Ln deleted vaults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscriptions</source>
        <translation>
            <numerusform>%Ln subscription</numerusform>
            <numerusform>%Ln subscriptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resource groups</source>
        <translation>
            <numerusform>%Ln resource group</numerusform>
            <numerusform>%Ln resource groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln virtual networks</source>
        <translation>
            <numerusform>%Ln virtual network</numerusform>
            <numerusform>%Ln virtual networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanDraft</name>
    <message numerus="yes">
        <source>%Ln needed</source>
        <translation>
            <numerusform>%Ln needed</numerusform>
            <numerusform>%Ln needed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked</source>
        <translation>
            <numerusform>%Ln blocked</numerusform>
            <numerusform>%Ln blocked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyActions</name>
    <message numerus="yes">
        <source>%Ln more grants.</source>
        <translation>
            <numerusform>%Ln more grant.</numerusform>
            <numerusform>%Ln more grants.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryPointActions</name>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments were checked.</source>
        <translation>
            <numerusform>%Ln segment was checked.</numerusform>
            <numerusform>%Ln segments were checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left out, as they are no files; the job says which.</source>
        <translation>
            <numerusform>%Ln was left out, as it is no file; the job says which.</numerusform>
            <numerusform>%Ln were left out, as they are no files; the job says which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryServicesVaultActions</name>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecoveryServicesVaultBlades</name>
    <message numerus="yes">
        <source>%Ln points</source>
        <translation>
            <numerusform>%Ln point</numerusform>
            <numerusform>%Ln points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegionOutageActions</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResourceSources</name>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message numerus="yes">
        <source>… and %n more, all named in its log afterwards</source>
        <translation>
            <numerusform>… and %n more, all named in its log afterwards</numerusform>
            <numerusform>… and %n more, all named in its log afterwards</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiemBlade</name>
    <message numerus="yes">
        <source>%Ln receivers</source>
        <translation>
            <numerusform>%Ln receiver</numerusform>
            <numerusform>%Ln receivers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries wait</source>
        <translation>
            <numerusform>%Ln entry waits</numerusform>
            <numerusform>%Ln entries wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlQuery</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlServerBackups</name>
    <message numerus="yes">
        <source>%Ln backups</source>
        <translation>
            <numerusform>%Ln backup</numerusform>
            <numerusform>%Ln backups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlServerBlades</name>
    <message numerus="yes">
        <source>%Ln databases</source>
        <translation>
            <numerusform>%Ln database</numerusform>
            <numerusform>%Ln databases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlServerReplicaActions</name>
    <message numerus="yes">
        <source>%Ln pages were carried over to %1.</source>
        <translation>
            <numerusform>%Ln page was carried over to %1.</numerusform>
            <numerusform>%Ln pages were carried over to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SqlServerThings</name>
    <message numerus="yes">
        <source>%Ln not encrypted</source>
        <translation>
            <numerusform>%Ln not encrypted</numerusform>
            <numerusform>%Ln not encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inaccessible</source>
        <translation>
            <numerusform>%Ln inaccessible</numerusform>
            <numerusform>%Ln inaccessible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrap %Ln data keys anew</source>
        <translation>
            <numerusform>Wrap %Ln data key anew</numerusform>
            <numerusform>Wrap %Ln data keys anew</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln databases cannot be opened: %1 cannot use its key since %2</source>
        <translation>
            <numerusform>%Ln database cannot be opened: %1 cannot use its key since %2</numerusform>
            <numerusform>%Ln databases cannot be opened: %1 cannot use its key since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln data keys are not under the protector yet</source>
        <translation>
            <numerusform>%Ln data key is not under the protector yet</numerusform>
            <numerusform>%Ln data keys are not under the protector yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln day</numerusform>
            <numerusform>in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultBlades</name>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days, fixed when the vault was created</source>
        <translation>
            <numerusform>%Ln day, fixed when the vault was created</numerusform>
            <numerusform>%Ln days, fixed when the vault was created</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VaultNetworkingBlades</name>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln resource</numerusform>
            <numerusform>%Ln resources</numerusform>
        </translation>
    </message>
</context>
</TS>
