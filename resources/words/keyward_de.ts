<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AccessControl</name>
    <message>
        <source>Inherited: %1</source>
        <comment>a place</comment>
        <translation>Geerbt: %1</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Without effect: %1</source>
        <translation>Ohne Wirkung: %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Key permissions</source>
        <translation>Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Gewährt durch</translation>
    </message>
    <message>
        <source>This key</source>
        <translation>Dieser Schlüssel</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Object id</source>
        <translation>Objekt-ID</translation>
    </message>
    <message>
        <source>No access policies</source>
        <translation>Keine Zugriffsrichtlinien</translation>
    </message>
    <message>
        <source>An access policy says what one identity may do with every key of the vault. The guided enablement adds the one that a resource needs.</source>
        <translation>Eine Zugriffsrichtlinie legt fest, was eine Identität mit jedem Schlüssel des Tresors tun darf. Die geführte Aktivierung fügt die hinzu, die eine Ressource benötigt.</translation>
    </message>
    <message>
        <source>Roles decide who may use this vault</source>
        <translation>Rollen entscheiden, wer diesen Tresor verwenden darf</translation>
    </message>
    <message>
        <source>Its access policies are kept, without effect, so they are not changed here. They count again once the vault goes by access policies.</source>
        <translation>Seine Zugriffsrichtlinien bleiben ohne Wirkung erhalten und werden daher hier nicht geändert. Sie gelten wieder, sobald der Tresor auf Zugriffsrichtlinien umgestellt ist.</translation>
    </message>
    <message>
        <source>Go by access policies…</source>
        <translation>Auf Zugriffsrichtlinien umstellen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln assignments</source>
        <translation>
            <numerusform>%Ln Zuweisung</numerusform>
            <numerusform>%Ln Zuweisungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No role assignments</source>
        <translation>Keine Rollenzuweisungen</translation>
    </message>
    <message>
        <source>A role says what somebody may do with keys. It is assigned on the tenant, a subscription, a resource group, a vault or a key, and holds for all below.</source>
        <translation>Eine Rolle legt fest, was jemand mit Schlüsseln tun darf. Sie wird für den Mandanten, ein Abonnement, eine Ressourcengruppe, einen Tresor oder einen Schlüssel zugewiesen und gilt für alles darunter.</translation>
    </message>
    <message>
        <source>Access policies decide who may use this vault</source>
        <translation>Zugriffsrichtlinien entscheiden, wer diesen Tresor verwenden darf</translation>
    </message>
    <message>
        <source>Role assignments have no effect in it, so none is made here. They count once the vault goes by roles.</source>
        <translation>Rollenzuweisungen haben hier keine Wirkung, daher werden hier keine erstellt. Sie gelten, sobald der Tresor auf Rollen umgestellt ist.</translation>
    </message>
    <message>
        <source>Go by roles…</source>
        <translation>Auf Rollen umstellen…</translation>
    </message>
    <message>
        <source>Nobody may use this key</source>
        <translation>Niemand darf diesen Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Nobody may use the keys of this vault</source>
        <translation>Niemand darf die Schlüssel dieses Tresors verwenden</translation>
    </message>
    <message>
        <source>Whoever is let in appears here, with what lets them in: an access policy, a role, or a group. Type an operation to see who may do it.</source>
        <translation>Wer Zugriff hat, erscheint hier mit dem, was ihn gewährt: eine Zugriffsrichtlinie, eine Rolle oder eine Gruppe. Einen Vorgang eingeben, um zu sehen, wer ihn ausführen darf.</translation>
    </message>
    <message>
        <source>Access policies</source>
        <translation>Zugriffsrichtlinien</translation>
    </message>
    <message>
        <source>Access control</source>
        <translation>Zugriffssteuerung</translation>
    </message>
    <message>
        <source>Who can do what</source>
        <translation>Wer was darf</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln Identität</numerusform>
            <numerusform>%Ln Identitäten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccessThings</name>
    <message>
        <source>Built-in role</source>
        <translation>Integrierte Rolle</translation>
    </message>
    <message>
        <source>Role of your own</source>
        <translation>Eigene Rolle</translation>
    </message>
    <message>
        <source>%1 of %2 on: %3</source>
        <comment>a role, who has it, a place</comment>
        <translation>%1 von %2 für: %3</translation>
    </message>
</context>
<context>
    <name>AccessWords</name>
    <message>
        <source>Tenant %1</source>
        <translation>Mandant %1</translation>
    </message>
    <message>
        <source>Subscription %1</source>
        <translation>Abonnement %1</translation>
    </message>
    <message>
        <source>Resource group %1</source>
        <translation>Ressourcengruppe %1</translation>
    </message>
    <message>
        <source>Key vault %1</source>
        <translation>Schlüsseltresor %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Resource %1</source>
        <translation>Ressource %1</translation>
    </message>
    <message>
        <source>Virtual network %1</source>
        <translation>Virtuelles Netzwerk %1</translation>
    </message>
    <message>
        <source>Deleted identity</source>
        <translation>Gelöschte Identität</translation>
    </message>
    <message>
        <source>Deleted role</source>
        <translation>Gelöschte Rolle</translation>
    </message>
    <message>
        <source>Role %1 on: %2</source>
        <comment>a role, a place</comment>
        <translation>Rolle %1 für: %2</translation>
    </message>
    <message>
        <source>Access policy</source>
        <translation>Zugriffsrichtlinie</translation>
    </message>
    <message>
        <source>%1, through group %2</source>
        <comment>what was granted, a group</comment>
        <translation>%1, über die Gruppe %2</translation>
    </message>
    <message>
        <source>%1 loses %2 in %3.</source>
        <translation>%1 verliert in %3: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more identities lose access.</source>
        <translation>
            <numerusform>%Ln weitere Identität verliert den Zugriff.</numerusform>
            <numerusform>%Ln weitere Identitäten verlieren den Zugriff.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>This is done to one thing at a time.</source>
        <translation>Dies geht nur mit einer Sache auf einmal.</translation>
    </message>
    <message>
        <source>Select a single row.</source>
        <translation>Wählen Sie eine einzelne Zeile aus.</translation>
    </message>
</context>
<context>
    <name>ActionDialog</name>
    <message>
        <source>I understand that this cannot be undone</source>
        <translation>Mir ist klar, dass dies nicht rückgängig gemacht werden kann</translation>
    </message>
    <message>
        <source>Name to confirm</source>
        <translation>Name zur Bestätigung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 instead</source>
        <translation>Stattdessen: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Type %1 to confirm that access is taken away</source>
        <translation>%1 eingeben, um zu bestätigen, dass Zugriff entzogen wird</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird ausgeführt…</translation>
    </message>
</context>
<context>
    <name>ActionDraft</name>
    <message>
        <source>It is being done.</source>
        <translation>Wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Es ist erledigt.</translation>
    </message>
    <message>
        <source>The consequences are being worked out.</source>
        <translation>Die Folgen werden ermittelt.</translation>
    </message>
    <message>
        <source>Tick that you understand that it cannot be undone.</source>
        <translation>Häkchen setzen, dass dies nicht rückgängig gemacht werden kann.</translation>
    </message>
    <message>
        <source>Type %1 to confirm that access is taken away.</source>
        <translation>%1 eingeben, um zu bestätigen, dass Zugriff entzogen wird.</translation>
    </message>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln selected</source>
        <comment>an action, how many things it is about</comment>
        <translation>
            <numerusform>%1: %Ln ausgewählt</numerusform>
            <numerusform>%1: %Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>This is done to one thing at a time.</source>
        <translation>Dies geht nur mit einer Sache auf einmal.</translation>
    </message>
    <message>
        <source>Nothing of what is selected can have this done.</source>
        <translation>Mit nichts von dem, was ausgewählt ist, geht dies.</translation>
    </message>
    <message>
        <source>There is nothing of this kind to do here.</source>
        <translation>Hier gibt es nichts dergleichen zu tun.</translation>
    </message>
</context>
<context>
    <name>ActivityBlade</name>
    <message>
        <source>Nothing was logged here</source>
        <translation>Hier wurde nichts protokolliert</translation>
    </message>
    <message>
        <source>Every change and every use of a key is logged before it is answered.</source>
        <translation>Jede Änderung und jede Verwendung eines Schlüssels wird protokolliert, bevor sie beantwortet wird.</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>Aktivitätsprotokoll</translation>
    </message>
</context>
<context>
    <name>ActivityTable</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>%1  (entry %2)</source>
        <translation>%1  (Eintrag %2)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
</context>
<context>
    <name>BackupPolicyActions</name>
    <message>
        <source>Only when asked</source>
        <translation>Nur auf Anforderung</translation>
    </message>
    <message>
        <source>A whole number, or nothing.</source>
        <translation>Eine ganze Zahl angeben oder leer lassen.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>While the window or an unlock agent runs; what was missed is made up for</source>
        <translation>Solange das Fenster oder ein Entsperragent läuft; Versäumtes wird nachgeholt</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>One pattern a line against the path below the folder, as in *.tmp</source>
        <translation>Je Zeile ein Muster für den Pfad unterhalb des Ordners, etwa *.tmp</translation>
    </message>
    <message>
        <source>Recovery points that are kept</source>
        <translation>Aufbewahrte Wiederherstellungspunkte</translation>
    </message>
    <message>
        <source>How many; empty: all</source>
        <translation>Anzahl; leer: alle</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrungsdauer</translation>
    </message>
    <message>
        <source>A length of time as in 30d; empty: for good. The newest is always kept</source>
        <translation>Eine Dauer wie 30d; leer: auf Dauer. Der neueste wird immer aufbewahrt</translation>
    </message>
    <message>
        <source>%1. The newest is always kept.</source>
        <translation>%1. Der neueste wird immer aufbewahrt.</translation>
    </message>
    <message>
        <source>One folder that is backed up by itself, what is left out, and how long recovery points stay. What the retention ends is destroyed with its data key.</source>
        <translation>Ein Ordner, der von selbst gesichert wird, was dabei ausgelassen wird und wie lange Wiederherstellungspunkte bleiben. Endet die Aufbewahrung, wird der Punkt mit seinem Datenschlüssel vernichtet.</translation>
    </message>
    <message>
        <source>Remove the policy</source>
        <translation>Richtlinie entfernen</translation>
    </message>
    <message>
        <source>Nothing is backed up by itself any more. Recovery points stay until they are deleted.</source>
        <translation>Von selbst wird nichts mehr gesichert. Wiederherstellungspunkte bleiben, bis sie gelöscht werden.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Sicherungsintervall</translation>
    </message>
    <message>
        <source>Change backup policy</source>
        <translation>Sicherungsrichtlinie ändern</translation>
    </message>
</context>
<context>
    <name>BladeFrame</name>
    <message>
        <source>Close this blade</source>
        <translation>Dieses Blatt schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Unpin (Ctrl+D)</source>
        <translation>Nicht mehr fixieren (Strg+D)</translation>
    </message>
    <message>
        <source>Pin: keep it on the first page and in the search (Ctrl+D)</source>
        <translation>Fixieren: auf der Startseite und in der Suche behalten (Strg+D)</translation>
    </message>
</context>
<context>
    <name>BladeRow</name>
    <message>
        <source>Blades</source>
        <translation>Blätter</translation>
    </message>
</context>
<context>
    <name>BotChat</name>
    <message>
        <source>The bot has no endpoint yet</source>
        <translation>Der Bot hat noch keinen Endpunkt</translation>
    </message>
    <message>
        <source>What is sent waits, for less than a day. Set the address of the bot&apos;s code, and it gets it.</source>
        <translation>Was gesendet wird, wartet, weniger als einen Tag. Setzen Sie die Adresse des Programms des Bots, dann bekommt es das.</translation>
    </message>
    <message>
        <source>Set endpoint…</source>
        <translation>Endpunkt setzen …</translation>
    </message>
    <message>
        <source>Waiting for the endpoint: %1</source>
        <comment>why</comment>
        <translation>Warten auf den Endpunkt: %1</translation>
    </message>
    <message>
        <source>Since %1. What waits is sent again by itself, for less than a day.</source>
        <translation>Seit %1. Was wartet, wird von selbst wieder gesendet, weniger als einen Tag lang.</translation>
    </message>
    <message>
        <source>Set another…</source>
        <translation>Anderen setzen …</translation>
    </message>
    <message>
        <source>What is stored of the bot is being read.</source>
        <translation>Was vom Bot gespeichert ist, wird gelesen.</translation>
    </message>
    <message>
        <source>The last message is being sent.</source>
        <translation>Die letzte Nachricht wird gesendet.</translation>
    </message>
    <message>
        <source>Write what to say.</source>
        <translation>Schreiben Sie, was zu sagen ist.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages of yours wait for the endpoint</source>
        <translation>
            <numerusform>%Ln Nachricht von Ihnen wartet auf den Endpunkt</numerusform>
            <numerusform>%Ln Nachrichten von Ihnen warten auf den Endpunkt</numerusform>
        </translation>
    </message>
    <message>
        <source>What the bot says appears by itself</source>
        <translation>Was der Bot sagt, erscheint von selbst</translation>
    </message>
    <message>
        <source>The attachment was saved.</source>
        <translation>Der Anhang wurde gesichert.</translation>
    </message>
    <message>
        <source>Test chat</source>
        <translation>Probegespräch</translation>
    </message>
</context>
<context>
    <name>BotChatLines</name>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Not waited for; what came of it will stand here</source>
        <translation>Nicht abgewartet; was daraus wurde, wird hier stehen</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Waiting for the endpoint</source>
        <translation>Wartet auf den Endpunkt</translation>
    </message>
    <message>
        <source>Waits no more: handed over, or gone after a day</source>
        <translation>Wartet nicht mehr: übergeben, oder nach einem Tag fort</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Bot</source>
        <comment>who said it</comment>
        <translation>Bot</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>who, when, what was said</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>a file</comment>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Save %1 (%2)…</source>
        <comment>a file, its size</comment>
        <translation>%1 (%2) sichern …</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what became of it, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Was gesagt wurde</translation>
    </message>
    <message>
        <source>Nothing was said yet. Write below, and Return sends it; what the bot says appears here. None of it is logged or kept by this window.</source>
        <translation>Noch wurde nichts gesagt. Schreiben Sie unten, die Eingabetaste sendet es; was der Bot sagt, erscheint hier. Nichts davon wird protokolliert oder von diesem Fenster behalten.</translation>
    </message>
</context>
<context>
    <name>BotChatPage</name>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Say something to the bot</source>
        <translation>Sagen Sie dem Bot etwas</translation>
    </message>
    <message>
        <source>Return sends, Shift+Return begins a new line</source>
        <translation>Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine neue Zeile</translation>
    </message>
    <message>
        <source>Attach…</source>
        <translation>Anhängen …</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>Nicht warten</translation>
    </message>
    <message>
        <source>What was sent stays sent; what came of it is told once it is known</source>
        <translation>Was gesendet wurde, bleibt gesendet; was daraus wurde, wird gesagt, sobald es bekannt ist</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>Anhang sichern</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Take off %1</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabetaste</translation>
    </message>
</context>
<context>
    <name>BotServiceActions</name>
    <message>
        <source>&apos;%1&apos; has no name and value.</source>
        <translation>„%1“ hat nicht Name und Wert.</translation>
    </message>
    <message>
        <source>Write NAME=VALUE.</source>
        <translation>Schreiben Sie NAME=WERT.</translation>
    </message>
    <message>
        <source>%1 is written twice.</source>
        <translation>%1 steht zweimal da.</translation>
    </message>
    <message>
        <source>Write each name once.</source>
        <translation>Schreiben Sie jeden Namen einmal.</translation>
    </message>
    <message>
        <source>Create bot registration</source>
        <translation>Bot-Registrierung anlegen</translation>
    </message>
    <message>
        <source>Keeps a bot&apos;s settings, its channels with their secrets and the record of its conversations, all of it in two layers. The inner one is under the platform&apos;s key, until you set one of yours.</source>
        <translation>Bewahrt die Einstellungen eines Bots, seine Kanäle mit ihren Geheimnissen und das Verzeichnis seiner Unterhaltungen, alles in zwei Schichten. Die innere liegt unter dem Schlüssel der Plattform, bis Sie einen von Ihnen setzen.</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <translation>%1 einstellen</translation>
    </message>
    <message>
        <source>%1 of %2 is set.</source>
        <comment>a setting, a bot</comment>
        <translation>%1 von %2 ist gesetzt.</translation>
    </message>
    <message>
        <source>%1 of %2 was removed.</source>
        <comment>a setting, a bot</comment>
        <translation>%1 von %2 wurde entfernt.</translation>
    </message>
    <message>
        <source>Add setting</source>
        <translation>Einstellung hinzufügen</translation>
    </message>
    <message>
        <source>The bot&apos;s code finds it under its name. One that is there already gets this value.</source>
        <translation>Das Programm des Bots findet sie unter ihrem Namen. Eine, die schon da ist, bekommt diesen Wert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Letters, digits, hyphens, underscores and points, beginning with a letter</source>
        <translation>Buchstaben, Ziffern, Binde- und Unterstriche und Punkte, am Anfang ein Buchstabe</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The bot&apos;s code does not find it any more.</source>
        <translation>Das Programm des Bots findet sie nicht mehr.</translation>
    </message>
    <message>
        <source>Write an address that begins with https://, as messages leave decrypted.</source>
        <translation>Schreiben Sie eine Adresse, die mit https:// beginnt, denn Nachrichten gehen entschlüsselt hinaus.</translation>
    </message>
    <message>
        <source>Messages go</source>
        <translation>Nachrichten gehen</translation>
    </message>
    <message>
        <source>To an address</source>
        <translation>An eine Adresse</translation>
    </message>
    <message>
        <source>Nowhere: they wait, for less than a day</source>
        <translation>Nirgendwohin: Sie warten, weniger als einen Tag</translation>
    </message>
    <message>
        <source>Address of the bot&apos;s code</source>
        <translation>Adresse des Programms des Bots</translation>
    </message>
    <message>
        <source>https://HOST/PATH; TLS 1.2 or later</source>
        <translation>https://RECHNER/PFAD; TLS 1.2 oder neuer</translation>
    </message>
    <message>
        <source>Certificates to trust</source>
        <translation>Zertifikate, denen vertraut wird</translation>
    </message>
    <message>
        <source>PEM; empty: those that this system trusts</source>
        <translation>PEM; leer: die, denen dieses System vertraut</translation>
    </message>
    <message>
        <source>Set the endpoint of %1</source>
        <translation>Endpunkt von %1 setzen</translation>
    </message>
    <message>
        <source>%1 has no endpoint now: messages wait.</source>
        <translation>%1 hat jetzt keinen Endpunkt: Nachrichten warten.</translation>
    </message>
    <message>
        <source>Messages of %1 go to %2.</source>
        <translation>Nachrichten von %1 gehen an %2.</translation>
    </message>
    <message>
        <source>They leave decrypted, over TLS 1.2 or later.</source>
        <translation>Sie gehen entschlüsselt hinaus, über TLS 1.2 oder neuer.</translation>
    </message>
    <message>
        <source>Set endpoint</source>
        <translation>Endpunkt setzen</translation>
    </message>
    <message>
        <source>Where the bot&apos;s code listens. Messages are handed over to it decrypted: what it does with them is beyond these keys.</source>
        <translation>Wo das Programm des Bots zuhört. Nachrichten werden ihm entschlüsselt übergeben: Was es damit tut, liegt jenseits dieser Schlüssel.</translation>
    </message>
    <message>
        <source>What is sent to the bot waits, and is gone after a day.</source>
        <translation>Was dem Bot gesendet wird, wartet und ist nach einem Tag fort.</translation>
    </message>
    <message>
        <source>Messages leave decrypted, over TLS 1.2 or later, to %1.</source>
        <translation>Nachrichten gehen entschlüsselt hinaus, über TLS 1.2 oder neuer, an %1.</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>One that is not there yet begins with it</source>
        <translation>Eine, die es noch nicht gibt, beginnt damit</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>4 MiB at most</source>
        <translation>Höchstens 4 MiB</translation>
    </message>
    <message>
        <source>Send a message to %1</source>
        <translation>%1 eine Nachricht senden</translation>
    </message>
    <message>
        <source>The endpoint of %1 took the message.</source>
        <translation>Der Endpunkt von %1 nahm die Nachricht an.</translation>
    </message>
    <message>
        <source>The message to %1 waits: %2.</source>
        <translation>Die Nachricht an %1 wartet: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answers can be received.</source>
        <translation>
            <numerusform>%Ln Antwort kann empfangen werden.</numerusform>
            <numerusform>%Ln Antworten können empfangen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is sent again by itself, for less than a day.</source>
        <translation>Sie wird von selbst wieder gesendet, weniger als einen Tag lang.</translation>
    </message>
    <message>
        <source>Send a message</source>
        <translation>Nachricht senden</translation>
    </message>
    <message>
        <source>It is handed to the endpoint, with those that wait. On its way it lies under two service-managed layers, for less than a day.</source>
        <translation>Sie wird dem Endpunkt übergeben, mit denen, die warten. Unterwegs liegt sie unter zwei dienstverwalteten Schichten, weniger als einen Tag.</translation>
    </message>
    <message>
        <source>Encrypt the data of %1 anew</source>
        <translation>Daten von %1 neu verschlüsseln</translation>
    </message>
    <message>
        <source>The data of %1 is encrypted anew.</source>
        <translation>Die Daten von %1 sind neu verschlüsselt.</translation>
    </message>
    <message>
        <source>The data of %1 is not yet encrypted anew.</source>
        <translation>Die Daten von %1 sind noch nicht neu verschlüsselt.</translation>
    </message>
    <message>
        <source>Nothing is under the former key any more.</source>
        <translation>Unter dem früheren Schlüssel liegt nichts mehr.</translation>
    </message>
    <message>
        <source>Its jobs say why.</source>
        <translation>Warum, sagen seine Aufträge.</translation>
    </message>
    <message>
        <source>Go on encrypting anew</source>
        <translation>Weiter neu verschlüsseln</translation>
    </message>
    <message>
        <source>Begins where it stopped. The bot works meanwhile.</source>
        <translation>Beginnt, wo es aufhörte. Der Bot arbeitet unterdessen.</translation>
    </message>
    <message>
        <source>As fast as can be</source>
        <translation>So schnell es geht</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <comment>a size</comment>
        <translation>%1 in der Sekunde</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>How fast its data is encrypted anew when another key is set. Slower leaves more of the machine to others; the former key is needed for longer.</source>
        <translation>Wie schnell seine Daten neu verschlüsselt werden, wenn ein anderer Schlüssel gesetzt wird. Langsamer lässt anderen mehr vom Rechner; der frühere Schlüssel wird länger gebraucht.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Go back to service-managed keys</source>
        <translation>Zurück zu dienstverwalteten Schlüsseln</translation>
    </message>
    <message>
        <source>All that is stored is encrypted anew under the platform&apos;s key, in both layers, and the bot keeps working. Do it before its permission is taken away: afterwards its data cannot be read, and so not be encrypted anew.</source>
        <translation>Alles Gespeicherte wird unter dem Schlüssel der Plattform neu verschlüsselt, in beiden Schichten, und der Bot arbeitet weiter. Tun Sie es, bevor ihm die Berechtigung genommen wird: Danach können seine Daten nicht gelesen und so auch nicht neu verschlüsselt werden.</translation>
    </message>
    <message>
        <source>Delete its data</source>
        <translation>Seine Daten löschen</translation>
    </message>
    <message>
        <source>Settings, channels with their secrets, conversations and messages on their way are destroyed with their data keys. The registration itself stays.</source>
        <translation>Einstellungen, Kanäle mit ihren Geheimnissen, Unterhaltungen und Nachrichten unterwegs werden mit ihren Datenschlüsseln vernichtet. Die Registrierung selbst bleibt.</translation>
    </message>
</context>
<context>
    <name>BotServiceChannels</name>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>One on each line: NAME=VALUE</source>
        <translation>Eine in jeder Zeile: NAME=WERT</translation>
    </message>
    <message>
        <source>The endpoint knows by the secret that a message comes from here. It is never shown again.</source>
        <translation>Am Geheimnis erkennt der Endpunkt, dass eine Nachricht von hier kommt. Es wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Without a secret the endpoint cannot tell whether a message comes from here.</source>
        <translation>Ohne Geheimnis kann der Endpunkt nicht erkennen, ob eine Nachricht von hier kommt.</translation>
    </message>
    <message>
        <source>Set channel %1 of %2</source>
        <translation>Kanal %1 von %2 setzen</translation>
    </message>
    <message>
        <source>%1 reaches people by %2.</source>
        <comment>a bot, a channel</comment>
        <translation>%1 erreicht man über %2.</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>People reach the bot by it. Its secret signs what goes to the endpoint.</source>
        <translation>Über ihn erreicht man den Bot. Sein Geheimnis unterschreibt, was zum Endpunkt geht.</translation>
    </message>
    <message>
        <source>It has every channel that there is.</source>
        <translation>Er hat jeden Kanal, den es gibt.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>As the channel&apos;s provider gave it</source>
        <translation>Wie es der Anbieter des Kanals gab</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Gets this secret and these settings instead of what it has. A secret that is stored is not shown, so type it again, or another one.</source>
        <translation>Bekommt dieses Geheimnis und diese Einstellungen statt dessen, was er hat. Ein gespeichertes Geheimnis wird nicht gezeigt; tippen Sie es also noch einmal, oder ein anderes.</translation>
    </message>
    <message>
        <source>Left empty, the one it has is taken away</source>
        <translation>Leer gelassen wird ihm das genommen, das er hat</translation>
    </message>
    <message>
        <source>It has none now</source>
        <translation>Er hat jetzt keines</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Its secret and its settings are destroyed. Nobody reaches the bot by it any more; what is on its way by it stays.</source>
        <translation>Sein Geheimnis und seine Einstellungen werden vernichtet. Niemand erreicht den Bot mehr über ihn; was über ihn unterwegs ist, bleibt.</translation>
    </message>
    <message>
        <source>This channel is there without being added, and has nothing to be removed.</source>
        <translation>Dieser Kanal ist da, ohne hinzugefügt zu sein, und hat nichts, was zu entfernen wäre.</translation>
    </message>
    <message>
        <source>Give it a secret of its own instead.</source>
        <translation>Geben Sie ihm stattdessen ein eigenes Geheimnis.</translation>
    </message>
    <message>
        <source>Remove channel %1</source>
        <translation>Kanal %1 entfernen</translation>
    </message>
    <message>
        <source>Channel %1 was removed.</source>
        <translation>Kanal %1 wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>BotServiceLayers</name>
    <message>
        <source>Service-managed</source>
        <translation>Dienstverwaltet</translation>
    </message>
    <message>
        <source>Your key, as soon as something is stored</source>
        <translation>Ihr Schlüssel, sobald etwas gespeichert wird</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date, how far away</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Two: the inner one under your key, the outer one service-managed</source>
        <translation>Zwei: die innere unter Ihrem Schlüssel, die äußere dienstverwaltet</translation>
    </message>
    <message>
        <source>Two, both service-managed</source>
        <translation>Zwei, beide dienstverwaltet</translation>
    </message>
    <message>
        <source>Encryption layers</source>
        <translation>Schichten der Verschlüsselung</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Früherer Schlüssel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Safe to disable or delete from</source>
        <translation>Ohne Schaden abzuschalten oder zu löschen ab</translation>
    </message>
    <message>
        <source>Former keys</source>
        <translation>Frühere Schlüssel</translation>
    </message>
    <message>
        <source>Inner layer</source>
        <translation>Innere Schicht</translation>
    </message>
    <message>
        <source>Its data key is in use since</source>
        <translation>Ihr Datenschlüssel gilt seit</translation>
    </message>
    <message>
        <source>Outer layer</source>
        <translation>Äußere Schicht</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Messages on their way and attachments: two service-managed layers, always, and for less than a day</source>
        <translation>Nachrichten unterwegs und Anhänge: immer zwei dienstverwaltete Schichten, und weniger als einen Tag</translation>
    </message>
    <message>
        <source>Pace of encrypting anew</source>
        <translation>Tempo des neuen Verschlüsselns</translation>
    </message>
    <message>
        <source>%1 a second at most</source>
        <comment>a size</comment>
        <translation>Höchstens %1 in der Sekunde</translation>
    </message>
    <message>
        <source>As fast as can be</source>
        <translation>So schnell es geht</translation>
    </message>
    <message>
        <source>Data is still under it</source>
        <translation>Noch liegen Daten darunter</translation>
    </message>
    <message>
        <source>Nothing is under it</source>
        <translation>Nichts liegt darunter</translation>
    </message>
    <message>
        <source>Not before its data is encrypted anew</source>
        <translation>Nicht, bevor die Daten neu verschlüsselt sind</translation>
    </message>
    <message>
        <source>Started %1. The bot works meanwhile.</source>
        <translation>Begonnen %1. Der Bot arbeitet unterdessen.</translation>
    </message>
    <message>
        <source>Its data is being encrypted anew</source>
        <translation>Seine Daten werden neu verschlüsselt</translation>
    </message>
    <message>
        <source>%1 of %2 items so far. %3</source>
        <comment>numbers, a sentence</comment>
        <translation>%1 von %2 Stücken bisher. %3</translation>
    </message>
    <message>
        <source>Its data is still to be encrypted anew</source>
        <translation>Seine Daten sind noch neu zu verschlüsseln</translation>
    </message>
    <message>
        <source>It was begun %1 and did not come to its end. Until then both keys are needed.</source>
        <translation>Es wurde %1 begonnen und kam nicht zu Ende. Bis dahin werden beide Schlüssel gebraucht.</translation>
    </message>
    <message>
        <source>Until then the former key is needed, too.</source>
        <translation>Bis dahin wird auch der frühere Schlüssel gebraucht.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>BotServicePages</name>
    <message>
        <source>Messages wait for the endpoint since %1</source>
        <translation>Nachrichten warten seit %1 auf den Endpunkt</translation>
    </message>
    <message>
        <source>They are sent again by themselves, for less than a day.</source>
        <translation>Sie werden von selbst wieder gesendet, weniger als einen Tag lang.</translation>
    </message>
    <message>
        <source>Set another…</source>
        <translation>Anderen setzen …</translation>
    </message>
    <message>
        <source>Messaging endpoint</source>
        <translation>Endpunkt für Nachrichten</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>No settings yet</source>
        <translation>Noch keine Einstellungen</translation>
    </message>
    <message>
        <source>What the bot&apos;s code is to find: a name to greet by, an address to ask. Stored in two layers, like all of it.</source>
        <translation>Was das Programm des Bots finden soll: wie es grüßt, welche Adresse es fragt. In zwei Schichten gespeichert, wie alles davon.</translation>
    </message>
    <message>
        <source>An empty text</source>
        <translation>Ein leerer Text</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Messages leave decrypted, over TLS 1.2 or later, to %1. What it keeps of them is not under these keys.</source>
        <translation>Nachrichten gehen entschlüsselt hinaus, über TLS 1.2 oder neuer, an %1. Was dort davon bleibt, liegt nicht unter diesen Schlüsseln.</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Zertifikate, denen vertraut wird</translation>
    </message>
    <message>
        <source>Those that this system trusts</source>
        <translation>Die, denen dieses System vertraut</translation>
    </message>
    <message>
        <source>Those of its own file only</source>
        <translation>Nur die seiner eigenen Datei</translation>
    </message>
    <message>
        <source>None yet: messages wait</source>
        <translation>Noch keine: Nachrichten warten</translation>
    </message>
    <message>
        <source>Nothing leaves as long as there is no endpoint.</source>
        <translation>Nichts geht hinaus, solange es keinen Endpunkt gibt.</translation>
    </message>
    <message>
        <source>Waiting for it</source>
        <translation>Es warten darauf</translation>
    </message>
    <message>
        <source>Answers to be received</source>
        <translation>Antworten zu empfangen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, none for longer than a day</source>
        <translation>
            <numerusform>%Ln Nachricht, nicht länger als einen Tag</numerusform>
            <numerusform>%Ln Nachrichten, keine länger als einen Tag</numerusform>
        </translation>
    </message>
    <message>
        <source>No message</source>
        <translation>Keine Nachricht</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>No channels</source>
        <translation>Keine Kanäle</translation>
    </message>
    <message>
        <source>People reach the bot by channels. The secret of each signs what goes to the endpoint.</source>
        <translation>Über Kanäle erreicht man den Bot. Das Geheimnis eines jeden unterschreibt, was zum Endpunkt geht.</translation>
    </message>
    <message>
        <source>Set</source>
        <comment>the secret of a channel</comment>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>It is never shown again</source>
        <translation>Es wird nie wieder gezeigt</translation>
    </message>
    <message>
        <source>None</source>
        <comment>the secret of a channel</comment>
        <translation>Keines</translation>
    </message>
    <message>
        <source>What comes by it is not signed</source>
        <translation>Was über ihn kommt, ist nicht unterschrieben</translation>
    </message>
    <message>
        <source>Always there</source>
        <translation>Immer da</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Last active</source>
        <translation>Zuletzt aktiv</translation>
    </message>
    <message>
        <source>To the bot</source>
        <translation>Zum Bot</translation>
    </message>
    <message>
        <source>From the bot</source>
        <translation>Vom Bot</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversations</source>
        <translation>
            <numerusform>%Ln Unterhaltung</numerusform>
            <numerusform>%Ln Unterhaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Unterhaltungen</translation>
    </message>
    <message>
        <source>The first message begins one. What was said stays only while it is on its way; the record of the conversation is kept.</source>
        <translation>Die erste Nachricht beginnt eine. Was gesagt wurde, bleibt nur, solange es unterwegs ist; das Verzeichnis der Unterhaltung wird bewahrt.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Unterhaltungen</translation>
    </message>
</context>
<context>
    <name>BotServiceThings</name>
    <message>
        <source>Setting of %1</source>
        <translation>Einstellung von %1</translation>
    </message>
    <message>
        <source>Channel of %1</source>
        <translation>Kanal von %1</translation>
    </message>
    <message numerus="yes">
        <source>Encrypt %Ln items of a bot anew</source>
        <translation>
            <numerusform>%Ln Stück eines Bots neu verschlüsseln</numerusform>
            <numerusform>%Ln Stücke eines Bots neu verschlüsseln</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings, channels and conversations are sealed under one data key, which %1 wraps. Around them lies a second layer, under a key of the platform&apos;s.</source>
        <translation>Einstellungen, Kanäle und Unterhaltungen sind unter einem Datenschlüssel versiegelt, den %1 umhüllt. Darum liegt eine zweite Schicht, unter einem Schlüssel der Plattform.</translation>
    </message>
    <message>
        <source>All that is stored is encrypted anew under a data key that %1 wraps. That may take up to 24 hours; the bot works meanwhile. What is on its way stays under two keys of the platform&apos;s.</source>
        <translation>Alles Gespeicherte wird unter einem Datenschlüssel neu verschlüsselt, den %1 umhüllt. Das kann bis zu 24 Stunden dauern; der Bot arbeitet unterdessen. Was unterwegs ist, bleibt unter zwei Schlüsseln der Plattform.</translation>
    </message>
    <message>
        <source>Its settings, channels and conversations are encrypted anew under it; the bot works meanwhile.</source>
        <translation>Seine Einstellungen, Kanäle und Unterhaltungen werden darunter neu verschlüsselt; der Bot arbeitet unterdessen.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Messaging endpoint</source>
        <translation>Endpunkt für Nachrichten</translation>
    </message>
    <message>
        <source>Takes no messages since %1: %2</source>
        <comment>when, why</comment>
        <translation>Nimmt seit %1 keine Nachrichten an: %2</translation>
    </message>
    <message>
        <source>They wait</source>
        <translation>Sie warten</translation>
    </message>
    <message>
        <source>The platform&apos;s key</source>
        <translation>Der Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Web-Chat</translation>
    </message>
</context>
<context>
    <name>CallTest</name>
    <message>
        <source>Subnet %1</source>
        <translation>Subnetz %1</translation>
    </message>
    <message>
        <source>An address</source>
        <translation>Eine Adresse</translation>
    </message>
    <message>
        <source>The call comes from</source>
        <translation>Der Aufruf kommt von</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>As in 192.0.2.7 or 2001:db8::7</source>
        <translation>Etwa 192.0.2.7 oder 2001:db8::7</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Leave it empty to ask the network alone</source>
        <translation>Leer lassen, um nur das Netzwerk zu prüfen</translation>
    </message>
    <message>
        <source>With the key</source>
        <translation>Mit dem Schlüssel</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>All networks are let in</source>
        <translation>Alle Netzwerke haben Zugang</translation>
    </message>
    <message>
        <source>Address range</source>
        <translation>Adressbereich</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Private endpoint</source>
        <translation>Privater Endpunkt</translation>
    </message>
    <message>
        <source>Trusted services come in</source>
        <translation>Vertrauenswürdige Dienste haben Zugang</translation>
    </message>
    <message>
        <source>No rule lets it in</source>
        <translation>Keine Regel gewährt Zugang</translation>
    </message>
    <message>
        <source>Only private endpoints let callers in</source>
        <translation>Nur private Endpunkte gewähren Zugang</translation>
    </message>
    <message>
        <source>Trusted services are kept out</source>
        <translation>Vertrauenswürdige Dienste haben keinen Zugang</translation>
    </message>
    <message>
        <source>Not on the list of trusted services</source>
        <translation>Nicht auf der Liste der vertrauenswürdigen Dienste</translation>
    </message>
    <message>
        <source>User-assigned identities need an open network</source>
        <translation>Benutzerseitig zugewiesene Identitäten brauchen ein offenes Netzwerk</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>How it is decided</source>
        <translation>Wie entschieden wird</translation>
    </message>
    <message>
        <source>Say from where the call comes</source>
        <translation>Angeben, woher der Aufruf kommt</translation>
    </message>
    <message>
        <source>That subnet is gone by now.</source>
        <translation>Dieses Subnetz gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The firewall lets it in</source>
        <translation>Die Firewall gewährt Zugang</translation>
    </message>
    <message>
        <source>The firewall keeps it out</source>
        <translation>Die Firewall verweigert den Zugang</translation>
    </message>
    <message>
        <source>By the rule</source>
        <translation>Nach der Regel</translation>
    </message>
    <message>
        <source>It comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>A service of the platform</source>
        <translation>Ein Dienst der Plattform</translation>
    </message>
    <message>
        <source>Choose a caller and a key</source>
        <translation>Aufrufer und Schlüssel wählen</translation>
    </message>
    <message>
        <source>Without a key of this vault only the network can be asked.</source>
        <translation>Ohne einen Schlüssel dieses Tresors lässt sich nur das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Kein Zugang</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Gewährt durch</translation>
    </message>
    <message>
        <source>Not by</source>
        <translation>Nicht durch</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Test a call</source>
        <translation>Aufruf testen</translation>
    </message>
    <message>
        <source>Service: %1</source>
        <translation>Dienst: %1</translation>
    </message>
    <message>
        <source>%1 may carry out %2 with %3</source>
        <translation>%1 darf %2 mit %3 ausführen</translation>
    </message>
    <message>
        <source>%1 may not carry out %2 with %3</source>
        <translation>%1 darf %2 mit %3 nicht ausführen</translation>
    </message>
    <message>
        <source>Asks what would come of a call, without making one: nothing is used and nothing is logged.</source>
        <translation>Fragt, was aus einem Aufruf würde, ohne ihn auszuführen: Nichts wird verwendet und nichts protokolliert.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Service, %1</source>
        <translation>Dienst, %1</translation>
    </message>
    <message>
        <source>of your own</source>
        <translation>eigenes</translation>
    </message>
</context>
<context>
    <name>CatalogueActions</name>
    <message>
        <source>Add one</source>
        <translation>Eine hinzufügen</translation>
    </message>
    <message>
        <source>A resource of this service: bound, checked, rotated and revoked by its rules. What keeps no data here is known by its rules alone.</source>
        <translation>Eine Ressource dieses Dienstes: nach seinen Regeln gebunden, geprüft, rotiert und entzogen. Was hier keine Daten hält, ist nur durch seine Regeln bekannt.</translation>
    </message>
    <message>
        <source>The catalogue has a profile &apos;%1&apos;.</source>
        <translation>Der Katalog hat ein Profil „%1“.</translation>
    </message>
    <message>
        <source>Add a profile from &apos;%1&apos;</source>
        <translation>Ein Profil aus „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Add profile from file</source>
        <translation>Profil aus Datei hinzufügen</translation>
    </message>
    <message>
        <source>A JSON file that says what a service demands of a key and what it loses without one. What is wrong with it is told by line; nothing is added then.</source>
        <translation>Eine JSON-Datei, die sagt, was ein Dienst von einem Schlüssel verlangt und was er ohne verliert. Was daran falsch ist, wird mit der Zeile gesagt; hinzugefügt wird dann nichts.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>As &apos;keywardctl catalogue show PROFILE --json&apos; writes one</source>
        <translation>Wie „keywardctl catalogue show PROFILE --json“ eine schreibt</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>Choose store</source>
        <translation>Speicher wählen</translation>
    </message>
    <message>
        <source>This service keeps its data in a resource of yours. That one&apos;s key protects it, and what that one loses it loses.</source>
        <translation>Dieser Dienst hält seine Daten in einer Ihrer Ressourcen. Deren Schlüssel schützt sie, und was jene verliert, verliert er.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>In Gebrauch nehmen</translation>
    </message>
</context>
<context>
    <name>CatalogueBlades</name>
    <message>
        <source>Supported</source>
        <translation>Unterstützt</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht genannt</translation>
    </message>
    <message>
        <source>Keeps no data</source>
        <translation>Hält keine Daten</translation>
    </message>
    <message>
        <source>same region</source>
        <translation>dieselbe Region</translation>
    </message>
    <message>
        <source>before %1</source>
        <translation>bevor %1</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>no expiry</source>
        <translation>kein Ablauf</translation>
    </message>
    <message>
        <source>a version</source>
        <translation>eine Version</translation>
    </message>
    <message>
        <source>no version</source>
        <translation>keine Version</translation>
    </message>
    <message>
        <source>Nothing special</source>
        <translation>Nichts Besonderes</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Keys of vaults</source>
        <translation>Schlüssel aus Tresoren</translation>
    </message>
    <message>
        <source>Managed HSM</source>
        <translation>Verwaltetes HSM</translation>
    </message>
    <message>
        <source>Demands</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Without its key</source>
        <translation>Ohne seinen Schlüssel</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>With a key of their own</source>
        <translation>Mit eigenem Schlüssel</translation>
    </message>
    <message>
        <source>Through a store</source>
        <translation>Über einen Speicher</translation>
    </message>
    <message>
        <source>Without a key</source>
        <translation>Ohne Schlüssel</translation>
    </message>
    <message>
        <source>Profiles of your own</source>
        <translation>Eigene Profile</translation>
    </message>
    <message numerus="yes">
        <source>%Ln services</source>
        <translation>
            <numerusform>%Ln Dienst</numerusform>
            <numerusform>%Ln Dienste</numerusform>
        </translation>
    </message>
    <message>
        <source>No such service</source>
        <translation>Kein solcher Dienst</translation>
    </message>
    <message>
        <source>A service that is not listed can be described in a file of your own: what it demands of a key, and what it loses without one.</source>
        <translation>Ein Dienst, der nicht aufgeführt ist, lässt sich in einer eigenen Datei beschreiben: was er von einem Schlüssel verlangt und was er ohne verliert.</translation>
    </message>
    <message>
        <source>As it is listed</source>
        <translation>Wie er aufgeführt ist</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>A profile of your own</source>
        <translation>Ein eigenes Profil</translation>
    </message>
    <message>
        <source>It can be removed as long as no resource is of it.</source>
        <translation>Es lässt sich entfernen, solange keine Ressource danach geht.</translation>
    </message>
    <message>
        <source>Keys of managed HSMs</source>
        <translation>Schlüssel aus verwalteten HSM</translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation>Seine Schlüssel</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anmerkung</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>ChartWidgets</name>
    <message>
        <source>Nothing expires and no retention ends</source>
        <translation>Nichts läuft ab, und keine Aufbewahrung endet</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
</context>
<context>
    <name>Clearable</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Only of this kind</source>
        <translation>Nur diese Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Zuerst eine Zeile auswählen.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>%1 filtern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln hidden</source>
        <comment>rows that are selected</comment>
        <translation>
            <numerusform>%1, %Ln ausgeblendet</numerusform>
            <numerusform>%1, %Ln ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>What the filter hides stays as it is.</source>
        <translation>Was der Filter ausblendet, bleibt, wie es ist.</translation>
    </message>
</context>
<context>
    <name>CostBlades</name>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>not known</source>
        <comment>a price</comment>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>%1 for %2, %3</source>
        <comment>an amount, calls, refused ones</comment>
        <translation>%1 für %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln calls</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>No calls in these two months</source>
        <translation>Keine Aufrufe in diesen beiden Monaten</translation>
    </message>
    <message>
        <source>Each call of a key vault is counted here, also one that was refused.</source>
        <translation>Hier wird jeder Aufruf eines Schlüsseltresors gezählt, auch ein abgelehnter.</translation>
    </message>
    <message>
        <source>Altogether</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>The log cannot be read</source>
        <translation>Das Protokoll kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>An estimate from prices of %1</source>
        <translation>Eine Schätzung nach Preisen vom %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them refused</source>
        <translation>
            <numerusform>davon %Ln abgelehnt</numerusform>
            <numerusform>davon %Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys in use</source>
        <translation>Verwendete Schlüssel</translation>
    </message>
    <message>
        <source>Not in it</source>
        <translation>Nicht enthalten</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von sich aus</translation>
    </message>
    <message>
        <source>Nothing: it asks its vault only when it works.</source>
        <translation>Nichts: Die Ressource fragt ihren Tresor nur, wenn sie arbeitet.</translation>
    </message>
    <message>
        <source>Nothing: it has no customer-managed key.</source>
        <translation>Nichts: Die Ressource hat keinen kundenseitig verwalteten Schlüssel.</translation>
    </message>
    <message>
        <source>… comes to</source>
        <translation>… ergibt</translation>
    </message>
    <message>
        <source>Operations and costs</source>
        <translation>Vorgänge und Kosten</translation>
    </message>
    <message>
        <source>Counting calls</source>
        <translation>Aufrufe werden gezählt</translation>
    </message>
    <message>
        <source>%1 of %2 entries of the log are read.</source>
        <comment>numbers</comment>
        <translation>%1 von %2 Einträgen des Protokolls sind gelesen.</translation>
    </message>
</context>
<context>
    <name>CreatePages</name>
    <message>
        <source>Create a keystore</source>
        <translation>Schlüsselspeicher erstellen</translation>
    </message>
    <message>
        <source>One sealed file. Only your passphrase, or the recovery key you are shown next, opens it.</source>
        <translation>Eine versiegelte Datei. Nur die Passphrase oder der Wiederherstellungsschlüssel, der als Nächstes gezeigt wird, öffnet sie.</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>This file exists already and is not overwritten.</source>
        <translation>Diese Datei gibt es bereits; sie wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Your recovery key</source>
        <translation>Ihr Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>The second way in, should the passphrase be forgotten. It is shown only now. Write it down, or save it, and keep it away from this machine.</source>
        <translation>Der zweite Weg hinein, falls die Passphrase vergessen wird. Er wird nur jetzt gezeigt. Aufschreiben oder speichern und nicht auf diesem Rechner aufbewahren.</translation>
    </message>
    <message>
        <source>I have kept it</source>
        <translation>Ich habe ihn verwahrt</translation>
    </message>
    <message>
        <source>Go on without a recovery key</source>
        <translation>Ohne Wiederherstellungsschlüssel fortfahren</translation>
    </message>
    <message>
        <source>Without it, nobody can open the keystore once the passphrase is forgotten. One can be added later; Home reminds you of it.</source>
        <translation>Ohne ihn kann niemand den Schlüsselspeicher öffnen, wenn die Passphrase vergessen ist. Er lässt sich später hinzufügen; die Startseite erinnert daran.</translation>
    </message>
</context>
<context>
    <name>DataTable</name>
    <message>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Save the list as CSV…</source>
        <translation>Liste als CSV speichern…</translation>
    </message>
    <message>
        <source>Select all (Ctrl+A)</source>
        <translation>Alle auswählen (Strg+A)</translation>
    </message>
</context>
<context>
    <name>DeletedKeys</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Purged for good</source>
        <translation>Endgültige Löschung</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Resources that depend on it</source>
        <translation>Ressourcen, die davon abhängen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>No deleted keys</source>
        <translation>Keine gelöschten Schlüssel</translation>
    </message>
    <message>
        <source>A deleted key stands here with all its versions. It can be recovered until the retention of its vault ends; then it is destroyed.</source>
        <translation>Ein gelöschter Schlüssel steht hier mit allen seinen Versionen. Er kann wiederhergestellt werden, bis die Aufbewahrung seines Tresors endet; dann wird er vernichtet.</translation>
    </message>
    <message>
        <source>Deleted keys</source>
        <translation>Gelöschte Schlüssel</translation>
    </message>
</context>
<context>
    <name>DiskSnapshotActions</name>
    <message>
        <source>Snapshot %1 was taken.</source>
        <translation>Momentaufnahme %1 wurde gemacht.</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>Kopiert wurde nichts.</translation>
    </message>
    <message>
        <source>Take snapshot %1 of %2</source>
        <comment>a snapshot, a disk</comment>
        <translation>Momentaufnahme %1 von %2 machen</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Momentaufnahme machen</translation>
    </message>
    <message>
        <source>Keeps the files of the disk as they are now. The disk cannot go back to service-managed keys while it has snapshots.</source>
        <translation>Hält die Dateien des Datenträgers fest, wie sie jetzt sind. Solange er Momentaufnahmen hat, kann er nicht zu dienstverwalteten Schlüsseln zurück.</translation>
    </message>
    <message>
        <source>The disk holds nothing yet.</source>
        <translation>Auf dem Datenträger ist noch nichts.</translation>
    </message>
    <message>
        <source>Put a file on it first.</source>
        <translation>Legen Sie zuerst eine Datei darauf ab.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>2 to 50 letters, digits and hyphens</source>
        <translation>2 bis 50 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Disk %1 was made.</source>
        <translation>Datenträger %1 wurde angelegt.</translation>
    </message>
    <message>
        <source>Every segment was checked.</source>
        <translation>Jedes Segment wurde geprüft.</translation>
    </message>
    <message>
        <source>Make a disk of it</source>
        <translation>Datenträger daraus machen</translation>
    </message>
    <message>
        <source>The new disk has the region, the group and the disk encryption set of this one, and a data key of its own. It is there whole, or not at all.</source>
        <translation>Der neue Datenträger hat Region, Gruppe und Datenträgerverschlüsselungssatz von diesem und einen eigenen Datenschlüssel. Er ist ganz da oder gar nicht.</translation>
    </message>
    <message>
        <source>Name of the new disk</source>
        <translation>Name des neuen Datenträgers</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>What only this snapshot has is destroyed.</source>
        <translation>Was nur diese Momentaufnahme hat, wird vernichtet.</translation>
    </message>
</context>
<context>
    <name>DiskSnapshots</name>
    <message>
        <source>Snapshot of %1</source>
        <translation>Momentaufnahme von %1</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln snapshots</source>
        <translation>
            <numerusform>%Ln Momentaufnahme</numerusform>
            <numerusform>%Ln Momentaufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>No snapshots yet</source>
        <translation>Noch keine Momentaufnahmen</translation>
    </message>
    <message>
        <source>A snapshot keeps the files of the disk as they are now. Nothing is copied: it shares with the disk what does not change afterwards.</source>
        <translation>Eine Momentaufnahme hält die Dateien des Datenträgers fest, wie sie jetzt sind. Kopiert wird nichts: Was sich danach nicht ändert, teilt sie mit dem Datenträger.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Momentaufnahmen</translation>
    </message>
</context>
<context>
    <name>EnableDraft</name>
    <message>
        <source>After the first item this would be refused for good.</source>
        <translation>Nach dem ersten Element würde dies endgültig abgelehnt.</translation>
    </message>
    <message>
        <source>The key vault lets exactly this identity in, for these operations.</source>
        <translation>Der Schlüsseltresor lässt genau diese Identität zu, für diese Vorgänge.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>Warum nicht</translation>
    </message>
    <message>
        <source>Change the customer-managed key</source>
        <translation>Kundenseitig verwalteten Schlüssel ändern</translation>
    </message>
    <message>
        <source>Enable a customer-managed key</source>
        <translation>Kundenseitig verwalteten Schlüssel aktivieren</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Nothing is changed before you confirm on the last page.</source>
        <translation>Vor der Bestätigung auf der letzten Seite wird nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>What was done so far stays: %Ln steps.</source>
        <translation>
            <numerusform>Was bisher getan wurde, bleibt bestehen: %Ln Schritt.</numerusform>
            <numerusform>Was bisher getan wurde, bleibt bestehen: %Ln Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Vault and key</source>
        <translation>Tresor und Schlüssel</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Review and enable</source>
        <translation>Prüfen und aktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Prepare: %1</source>
        <translation>Vorbereiten: %1</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>Wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>Service-managed keys are in use as long as no key is set; there is nothing to do.</source>
        <translation>Dienstseitig verwaltete Schlüssel werden verwendet, solange kein Schlüssel festgelegt ist; es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Choose a model that this service supports.</source>
        <translation>Ein Modell wählen, das dieser Dienst unterstützt.</translation>
    </message>
    <message>
        <source>Choose the subscription of the key&apos;s vault.</source>
        <translation>Das Abonnement des Schlüsseltresors wählen.</translation>
    </message>
    <message>
        <source>Paste the identifier of a key in one of your vaults.</source>
        <translation>Den Bezeichner eines Schlüssels in einem Ihrer Tresore einfügen.</translation>
    </message>
    <message>
        <source>Choose a key.</source>
        <translation>Einen Schlüssel wählen.</translation>
    </message>
    <message>
        <source>Everything is done already.</source>
        <translation>Alles ist bereits erledigt.</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Vorteil</translation>
    </message>
    <message>
        <source>you hold the key; revoke, rotate, audit</source>
        <translation>der Schlüssel in Ihrer Hand; entziehen, rotieren, prüfen</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>no way back to platform keys</source>
        <translation>kein Weg zurück zu Plattformschlüsseln</translation>
    </message>
    <message>
        <source>no move to another group or subscription</source>
        <translation>kein Verschieben in andere Gruppen oder Abonnements</translation>
    </message>
    <message>
        <source>Your duty</source>
        <translation>Ihre Pflicht</translation>
    </message>
    <message>
        <source>lose the key, lose %1</source>
        <translation>Schlüssel verloren, dann auch: %1</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>dem Schlüssel</translation>
    </message>
    <message>
        <source>New %1 use a fresh AES-256 key each, wrapped by %2.</source>
        <translation>Neue %1 erhalten je einen neuen AES-256-Schlüssel, verpackt mit %2.</translation>
    </message>
    <message>
        <source>Because you gave a version, new versions are not taken up by themselves.</source>
        <translation>Da eine Version angegeben ist, werden neue Versionen nicht von selbst übernommen.</translation>
    </message>
    <message>
        <source>Because you picked the key, new versions are taken within an hour; the former version is kept until one more job has run.</source>
        <translation>Da der Schlüssel ausgewählt ist, werden neue Versionen innerhalb einer Stunde übernommen; die vorherige Version bleibt erhalten, bis ein weiterer Auftrag gelaufen ist.</translation>
    </message>
    <message>
        <source>Every %1 made from now on is encrypted under it.</source>
        <translation>Was ab jetzt entsteht (%1), wird damit verschlüsselt.</translation>
    </message>
    <message>
        <source>%1 now encrypts under %2.</source>
        <translation>%1 verschlüsselt jetzt mit %2.</translation>
    </message>
    <message>
        <source>Saved. Continue on the Encryption page of %1.</source>
        <translation>Gespeichert. Fortsetzen auf der Seite „Verschlüsselung“ von %1.</translation>
    </message>
    <message>
        <source>After enabling</source>
        <translation>Nach dem Aktivieren</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>%1 is in use. %2</source>
        <translation>%1 wird jetzt verwendet. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not listed. Filter by a part of the vault&apos;s or the key&apos;s name.</source>
        <translation>
            <numerusform>%Ln weiterer steht nicht in der Liste. Nach einem Teil des Namens von Tresor oder Schlüssel filtern.</numerusform>
            <numerusform>%Ln weitere stehen nicht in der Liste. Nach einem Teil des Namens von Tresor oder Schlüssel filtern.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no keys yet. Create a key vault in the resource&apos;s region, then a key in it.</source>
        <translation>Es gibt noch keine Schlüssel. Einen Schlüsseltresor in der Region der Ressource erstellen, dann darin einen Schlüssel.</translation>
    </message>
    <message>
        <source>No key has this in its name or its vault&apos;s.</source>
        <translation>Kein Schlüssel hat das in seinem Namen oder dem seines Tresors.</translation>
    </message>
    <message>
        <source>Pick a key: its newest version is taken, and stays</source>
        <translation>Schlüssel auswählen: Seine neueste Version wird übernommen und bleibt</translation>
    </message>
    <message>
        <source>Pick a key: new versions are followed</source>
        <translation>Schlüssel auswählen: Neue Versionen werden übernommen</translation>
    </message>
    <message>
        <source>The version stays until you set another one; a new version of the key changes nothing here.</source>
        <translation>Die Version bleibt, bis eine andere festgelegt wird; eine neue Version des Schlüssels ändert hier nichts.</translation>
    </message>
</context>
<context>
    <name>EnableKeys</name>
    <message>
        <source>Does not fit</source>
        <translation>Passt nicht</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Passt</translation>
    </message>
</context>
<context>
    <name>EnableWizard</name>
    <message>
        <source>Who holds the key?</source>
        <translation>Wer verwaltet den Schlüssel?</translation>
    </message>
    <message>
        <source>Which key wraps the data keys?</source>
        <translation>Welcher Schlüssel verpackt die Datenschlüssel?</translation>
    </message>
    <message>
        <source>Give a key identifier: the version it names is kept</source>
        <translation>Schlüsselbezeichner angeben: Die genannte Version bleibt</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Create key vault…</source>
        <translation>Schlüsseltresor erstellen…</translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation>Schlüssel erstellen…</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>https://VAULT.vault.keyward.local/keys/KEY/VERSION</source>
        <translation>https://TRESOR.vault.keyward.local/keys/SCHLÜSSEL/VERSION</translation>
    </message>
    <message>
        <source>Subscription of the key&apos;s vault</source>
        <translation>Abonnement des Schlüsseltresors</translation>
    </message>
    <message>
        <source>Choose the subscription of the key&apos;s vault</source>
        <translation>Abonnement des Schlüsseltresors wählen</translation>
    </message>
    <message>
        <source>For it: %1</source>
        <comment>a model of encryption</comment>
        <translation>Dafür: %1</translation>
    </message>
    <message>
        <source>Against it: %1</source>
        <comment>a model of encryption</comment>
        <translation>Dagegen: %1</translation>
    </message>
</context>
<context>
    <name>EncryptionModels</name>
    <message>
        <source>In use</source>
        <comment>a model</comment>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>How to choose</source>
        <translation>Wie man wählt</translation>
    </message>
    <message>
        <source>Who encrypts</source>
        <translation>Wer verschlüsselt</translation>
    </message>
    <message>
        <source>Who holds the key</source>
        <translation>Wer den Schlüssel hat</translation>
    </message>
    <message>
        <source>What works</source>
        <translation>Was funktioniert</translation>
    </message>
    <message>
        <source>For it</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>Modelle im Vergleich</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>&apos;--stage&apos; makes grants first that keep it; to go on all the same, repeat with --override.</source>
        <translation>&apos;--stage&apos; erteilt zuvor Berechtigungen, die ihn erhalten; um dennoch fortzufahren, mit --override wiederholen.</translation>
    </message>
    <message>
        <source>&apos;keywardctl backup show POINT --files&apos; lists what it holds.</source>
        <translation>&apos;keywardctl backup show POINT --files&apos; zeigt, was darin enthalten ist.</translation>
    </message>
    <message>
        <source>&apos;keywardctl impact&apos; shows what breaks and how to undo it; to go on all the same, repeat with --override.</source>
        <translation>&apos;keywardctl impact&apos; zeigt, was ausfällt und wie es sich rückgängig machen lässt; um dennoch fortzufahren, mit --override wiederholen.</translation>
    </message>
    <message>
        <source>&apos;keywardctl jobs resume&apos; runs it again, under a new data key.</source>
        <translation>&apos;keywardctl jobs resume&apos; führt ihn noch einmal aus, unter einem neuen Datenschlüssel.</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; has no customer-managed key; once an item is protected there, one can never be set</source>
        <translation>„{0}“ hat keinen kundenseitig verwalteten Schlüssel; sobald dort ein Element geschützt ist, kann nie mehr einer festgelegt werden</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; already uses a customer-managed key.</source>
        <translation>„{t}“ verwendet bereits einen kundenseitig verwalteten Schlüssel.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot be deleted, and nothing overrides that: {0}.</source>
        <translation>„{t}“ kann nicht gelöscht werden, und nichts setzt das außer Kraft: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot be looked at beforehand: {0}. Nothing was done.</source>
        <translation>„{t}“ lässt sich nicht vorab ansehen: {0}. Es wurde nichts getan.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot be read: {0}. No recovery point was made.</source>
        <translation>„{t}“ kann nicht gelesen werden: {0}. Es wurde kein Wiederherstellungspunkt erstellt.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot be written to; nothing was changed.</source>
        <translation>In „{t}“ kann nicht geschrieben werden; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot reach vault &apos;{0}&apos;: {1}.</source>
        <translation>„{t}“ kann den Tresor „{0}“ nicht erreichen: {1}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; carries no signature of Keyward: {0}.</source>
        <translation>„{t}“ trägt keine Signatur von Keyward: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; could mean several things: {0}.</source>
        <translation>„{t}“ ist mehrdeutig: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; did not sign in: no application has that client id and secret.</source>
        <translation>„{t}“ wurde nicht angemeldet: Keine Anwendung hat diese Client-ID mit diesem geheimen Clientschlüssel.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; does not use a customer-managed key.</source>
        <translation>„{t}“ verwendet keinen kundenseitig verwalteten Schlüssel.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; exists already and is not overwritten.</source>
        <translation>„{t}“ ist bereits vorhanden und wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; has no identity, so no vault can let it in.</source>
        <translation>„{t}“ hat keine Identität, daher kann kein Tresor den Zugriff zulassen.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; has protected an item, or tried to; a customer-managed key can only be set before that.</source>
        <translation>In „{t}“ wurde schon ein Element geschützt oder zu schützen versucht; ein kundenseitig verwalteter Schlüssel kann nur vorher festgelegt werden.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; holds a key in the format of {0}, which is not read here.</source>
        <translation>„{t}“ enthält einen Schlüssel im Format {0}, das hier nicht gelesen wird.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; holds no key that can be imported: {0}.</source>
        <translation>„{t}“ enthält keinen Schlüssel, der importiert werden kann: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; holds {0} different keys, and which one is meant cannot be told.</source>
        <translation>„{t}“ enthält {0} verschiedene Schlüssel, und welcher gemeint ist, lässt sich nicht erkennen.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is an application, and {0} is administration.</source>
        <translation>„{t}“ ist eine Anwendung, und {0} gehört zur Verwaltung.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is encrypted with {0}, which is not read here.</source>
        <translation>„{t}“ ist mit {0} verschlüsselt; das wird hier nicht gelesen.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is in use by another process: {0}.</source>
        <translation>„{t}“ wird gerade von einem anderen Prozess verwendet: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is intact, but its signer is unknown: {0}.</source>
        <translation>„{t}“ ist unversehrt, aber der Unterzeichner ist unbekannt: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a Keyward keystore.</source>
        <translation>„{t}“ ist kein Schlüsselspeicher von Keyward.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a key backup of this keystore, or was altered.</source>
        <translation>„{t}“ ist keine Schlüsselsicherung dieses Schlüsselspeichers oder wurde verändert.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a length of time.</source>
        <translation>„{t}“ ist keine Zeitdauer.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a point in time.</source>
        <translation>„{t}“ ist kein Zeitpunkt.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a regular file: {0}.</source>
        <translation>„{t}“ ist keine gewöhnliche Datei: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a valid {0}: {1}.</source>
        <translation>„{t}“ ist ungültig ({0}): {1}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is protected by a passphrase{0}.</source>
        <translation>„{t}“ ist durch eine Passphrase geschützt{0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is still needed: {0}.</source>
        <translation>„{t}“ wird noch gebraucht: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is the identifier of a key elsewhere: the host {0} is none of this keystore&apos;s vaults.</source>
        <translation>„{t}“ bezeichnet einen Schlüssel an anderem Ort: Der Host {0} gehört zu keinem Tresor dieses Schlüsselspeichers.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is under purge protection and is purged by itself on {0}.</source>
        <translation>„{t}“ steht unter Löschschutz und wird am {0} von selbst endgültig gelöscht.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; lies inside the keystore&apos;s own folder &apos;{0}&apos;; nothing was written.</source>
        <translation>„{t}“ liegt in „{0}“, dem eigenen Ordner des Schlüsselspeichers; es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; still holds {0}.</source>
        <translation>„{t}“ enthält noch {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; uses a customer-managed key and cannot go back to service-managed keys.</source>
        <translation>„{t}“ verwendet einen kundenseitig verwalteten Schlüssel und kann nicht zu dienstseitig verwalteten Schlüsseln zurückkehren.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; uses a customer-managed key and cannot move to another {0}.</source>
        <translation>„{t}“ verwendet einen kundenseitig verwalteten Schlüssel und kann nicht verschoben werden ({0}).</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; uses a customer-managed key and refuses {0}.</source>
        <translation>„{t}“ verwendet einen kundenseitig verwalteten Schlüssel und lehnt Folgendes ab: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; uses a customer-managed key; there is no cross-region restore.</source>
        <translation>„{t}“ verwendet einen kundenseitig verwalteten Schlüssel; eine regionsübergreifende Wiederherstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; was altered after it was signed.</source>
        <translation>„{t}“ wurde nach dem Signieren verändert.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; was signed by another key: {0}.</source>
        <translation>„{t}“ wurde mit einem anderen Schlüssel signiert: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; was written by a newer Keyward (edition {0} of a key; this one knows up to {1}). Nothing was restored.</source>
        <translation>„{t}“ wurde von einem neueren Keyward geschrieben (Ausgabe {0} eines Schlüssels; dieses hier kennt höchstens {1}). Es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; would become larger than this process may write; nothing was changed.</source>
        <translation>„{t}“ würde größer, als dieser Prozess schreiben darf; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>1 address range</source>
        <translation>1 Adressbereich</translation>
    </message>
    <message>
        <source>1 subnet</source>
        <translation>1 Subnetz</translation>
    </message>
    <message>
        <source>A key is restored in the subscription and geography it came from.</source>
        <translation>Ein Schlüssel wird in dem Abonnement und der Geografie wiederhergestellt, aus denen er stammt.</translation>
    </message>
    <message>
        <source>A managed HSM needs a PKCS#11 token that holds its keys, and none is attached.</source>
        <translation>Ein verwaltetes HSM braucht ein PKCS#11-Token, das seine Schlüssel enthält, und es ist keines angeschlossen.</translation>
    </message>
    <message>
        <source>A retention of {0} days is not possible.</source>
        <translation>Eine Aufbewahrung von {0} Tagen ist nicht möglich.</translation>
    </message>
    <message>
        <source>A role allows {0}</source>
        <translation>Eine Rolle erlaubt {0}</translation>
    </message>
    <message>
        <source>Accept the clock</source>
        <translation>Uhr bestätigen</translation>
    </message>
    <message>
        <source>Add &apos;{0}&apos; to group &apos;{1}&apos;</source>
        <translation>„{0}“ in die Gruppe „{1}“ aufnehmen</translation>
    </message>
    <message>
        <source>Add a client secret to &apos;{0}&apos; until {1}</source>
        <translation>Geheimen Clientschlüssel zu „{0}“ hinzufügen, gültig bis {1}</translation>
    </message>
    <message>
        <source>Add a new one: keywardctl app secret-add {t}.</source>
        <translation>Einen neuen hinzufügen: keywardctl app secret-add {t}.</translation>
    </message>
    <message>
        <source>Add another passphrase or a recovery key first.</source>
        <translation>Zuerst eine weitere Passphrase oder einen Wiederherstellungsschlüssel hinzufügen.</translation>
    </message>
    <message>
        <source>Add the operation to the key&apos;s operations.</source>
        <translation>Den Vorgang in die Vorgänge des Schlüssels aufnehmen.</translation>
    </message>
    <message>
        <source>All versions of a key are of one kind. Choose another name.</source>
        <translation>Alle Versionen eines Schlüssels sind von derselben Art. Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Allow &apos;{0}&apos; {1} in vault {2}</source>
        <translation>„{0}“ im Tresor {2} erlauben: {1}</translation>
    </message>
    <message>
        <source>Allow &apos;{0}&apos; {1} in vault {t}</source>
        <translation>„{0}“ im Tresor {t} erlauben: {1}</translation>
    </message>
    <message>
        <source>Another process changed the keystore at the same moment, again and again.</source>
        <translation>Ein anderer Prozess hat den Schlüsselspeicher im selben Augenblick geändert, immer wieder.</translation>
    </message>
    <message>
        <source>Ask for a report signed by the expected keystore.</source>
        <translation>Einen Bericht anfordern, den der erwartete Schlüsselspeicher signiert hat.</translation>
    </message>
    <message>
        <source>Assign it: keywardctl identity assign &apos;{0}&apos; --resource {t}.</source>
        <translation>Identität zuweisen: keywardctl identity assign &apos;{0}&apos; --resource {t}.</translation>
    </message>
    <message>
        <source>Assign role &apos;{0}&apos; on {1} to &apos;{2}&apos;</source>
        <translation>„{2}“ die Rolle „{0}“ auf {1} zuweisen</translation>
    </message>
    <message>
        <source>Assign role {0} on vault {t} to &apos;{1}&apos;</source>
        <translation>„{1}“ die Rolle {0} auf dem Tresor {t} zuweisen</translation>
    </message>
    <message>
        <source>Assign user-assigned identity &apos;{0}&apos; to {1}</source>
        <translation>Benutzerseitig zugewiesene Identität „{0}“ zu {1} zuweisen</translation>
    </message>
    <message>
        <source>Assign user-assigned identity &apos;{0}&apos; to {t}</source>
        <translation>Benutzerseitig zugewiesene Identität „{0}“ zu {t} zuweisen</translation>
    </message>
    <message>
        <source>Back it up: keywardctl key backup {t} --output FILE</source>
        <translation>Schlüssel sichern: keywardctl key backup {t} --output FILE</translation>
    </message>
    <message>
        <source>Back up key {0}</source>
        <translation>Schlüssel {0} sichern</translation>
    </message>
    <message>
        <source>Back up the folders beside it, and the keystore with &apos;keywardctl store backup&apos;.</source>
        <translation>Die Ordner daneben sichern und den Schlüsselspeicher mit &apos;keywardctl store backup&apos;.</translation>
    </message>
    <message>
        <source>Back up the keystore every {0} into {1}</source>
        <translation>Schlüsselspeicher im Abstand von {0} in {1} sichern</translation>
    </message>
    <message>
        <source>Back up the keystore to {0}</source>
        <translation>Schlüsselspeicher nach {0} sichern</translation>
    </message>
    <message>
        <source>Back up {0} in {1}</source>
        <translation>{0} in {1} sichern</translation>
    </message>
    <message>
        <source>Backup of keys</source>
        <translation>Sicherung von Schlüsseln</translation>
    </message>
    <message>
        <source>Bring the folder back and run the backup again.</source>
        <translation>Den Ordner zurückbringen und die Sicherung noch einmal starten.</translation>
    </message>
    <message>
        <source>Cancel job {0}</source>
        <translation>Auftrag {0} abbrechen</translation>
    </message>
    <message>
        <source>Cancelled; nothing was left half done.</source>
        <translation>Abgebrochen; nichts blieb halb fertig zurück.</translation>
    </message>
    <message>
        <source>Change it with &apos;keywardctl cmk set-key&apos;.</source>
        <translation>Den Schlüssel mit &apos;keywardctl cmk set-key&apos; wechseln.</translation>
    </message>
    <message>
        <source>Change role &apos;{0}&apos; for everybody who has it</source>
        <translation>Rolle „{0}“ für alle ändern, die sie haben</translation>
    </message>
    <message>
        <source>Change the attributes of key version {0}</source>
        <translation>Attribute der Schlüsselversion {0} ändern</translation>
    </message>
    <message>
        <source>Change the backup policy of {0}</source>
        <translation>Sicherungsrichtlinie von {0} ändern</translation>
    </message>
    <message>
        <source>Change the network rules of vault {0}</source>
        <translation>Netzwerkregeln des Tresors {0} ändern</translation>
    </message>
    <message>
        <source>Change the network rules of vault {0}: {1}</source>
        <translation>Netzwerkregeln des Tresors {0} ändern: {1}</translation>
    </message>
    <message>
        <source>Change the network rules of vault {t}: bypass for trusted services on</source>
        <translation>Netzwerkregeln des Tresors {t} ändern: Umgehung für vertrauenswürdige Dienste ein</translation>
    </message>
    <message>
        <source>Change the tags of resource group {0}</source>
        <translation>Tags der Ressourcengruppe {0} ändern</translation>
    </message>
    <message>
        <source>Change the vault&apos;s network rules: keywardctl network set {0}.</source>
        <translation>Netzwerkregeln des Tresors ändern: keywardctl network set {0}.</translation>
    </message>
    <message>
        <source>Change vault {0}</source>
        <translation>Tresor {0} ändern</translation>
    </message>
    <message>
        <source>Change vault {t}</source>
        <translation>Tresor {t} ändern</translation>
    </message>
    <message>
        <source>Check that group against the paper and type it again.</source>
        <translation>Diese Gruppe mit dem Papier vergleichen und noch einmal eingeben.</translation>
    </message>
    <message>
        <source>Check that the path exists and that this user may use it.</source>
        <translation>Prüfen, ob der Pfad vorhanden ist und ob dieser Benutzer ihn verwenden darf.</translation>
    </message>
    <message>
        <source>Check the passphrase or recovery key and try again.</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel prüfen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check the path; a folder that is gone keeps the recovery points made of it.</source>
        <translation>Den Pfad prüfen; von einem Ordner, den es nicht mehr gibt, bleiben die Wiederherstellungspunkte erhalten.</translation>
    </message>
    <message>
        <source>Choose RSA or EC.</source>
        <translation>RSA oder EC wählen.</translation>
    </message>
    <message>
        <source>Choose a name within that rule.</source>
        <translation>Einen Namen wählen, der dieser Regel entspricht.</translation>
    </message>
    <message>
        <source>Choose an expiry after the not-before date.</source>
        <translation>Einen Ablauf nach dem Beginn der Gültigkeit wählen.</translation>
    </message>
    <message>
        <source>Choose another name, or use the one there is.</source>
        <translation>Einen anderen Namen wählen oder verwenden, was bereits vorhanden ist.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Client-side encryption</source>
        <translation>Clientseitige Verschlüsselung</translation>
    </message>
    <message>
        <source>Compare with the fingerprint shown by &apos;keywardctl store info&apos;, then use --signer FINGERPRINT, or open the keystore that signed it.</source>
        <translation>Mit dem Fingerabdruck vergleichen, den &apos;keywardctl store info&apos; zeigt, dann --signer FINGERPRINT verwenden oder den Schlüsselspeicher öffnen, der signiert hat.</translation>
    </message>
    <message>
        <source>Convert it: {1}</source>
        <translation>Umwandeln: {1}</translation>
    </message>
    <message>
        <source>Create a new Recovery Services vault, set its key, then protect the items there.</source>
        <translation>Einen neuen Recovery Services-Tresor erstellen, dessen Schlüssel festlegen, dann die Elemente dort schützen.</translation>
    </message>
    <message>
        <source>Create a standard or premium vault.</source>
        <translation>Einen Tresor im Tarif Standard oder Premium erstellen.</translation>
    </message>
    <message>
        <source>Create a vault in {1} and a key in it.</source>
        <translation>Einen Tresor in {1} und darin einen Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>Create application &apos;{0}&apos;</source>
        <translation>Anwendung „{0}“ erstellen</translation>
    </message>
    <message>
        <source>Create group &apos;{0}&apos;</source>
        <translation>Gruppe „{0}“ erstellen</translation>
    </message>
    <message>
        <source>Create resource group {0}</source>
        <translation>Ressourcengruppe {0} erstellen</translation>
    </message>
    <message>
        <source>Create role &apos;{0}&apos;</source>
        <translation>Rolle „{0}“ erstellen</translation>
    </message>
    <message>
        <source>Create subscription {0}</source>
        <translation>Abonnement {0} erstellen</translation>
    </message>
    <message>
        <source>Create tenant {0}</source>
        <translation>Mandanten {0} erstellen</translation>
    </message>
    <message>
        <source>Create the keystore</source>
        <translation>Schlüsselspeicher erstellen</translation>
    </message>
    <message>
        <source>Create user-assigned identity &apos;{0}&apos;</source>
        <translation>Benutzerseitig zugewiesene Identität „{0}“ erstellen</translation>
    </message>
    <message>
        <source>Create vault {0} in {1}</source>
        <translation>Tresor {0} in {1} erstellen</translation>
    </message>
    <message>
        <source>Create vault {0} in {1} with purge protection</source>
        <translation>Tresor {0} in {1} mit Löschschutz erstellen</translation>
    </message>
    <message>
        <source>Create virtual network {0}</source>
        <translation>Virtuelles Netzwerk {0} erstellen</translation>
    </message>
    <message>
        <source>Create {0} ({1})</source>
        <translation>{0} erstellen ({1})</translation>
    </message>
    <message>
        <source>Create {0} {1} in {2}</source>
        <translation>{1} in {2} erstellen ({0})</translation>
    </message>
    <message>
        <source>Customer-managed key assigned</source>
        <translation>Kundenseitig verwalteter Schlüssel zugewiesen</translation>
    </message>
    <message>
        <source>Delete &apos;{0}&apos; with everything it was given</source>
        <translation>„{0}“ samt allen erteilten Zugriffen löschen</translation>
    </message>
    <message>
        <source>Delete it first.</source>
        <translation>Zuerst löschen.</translation>
    </message>
    <message>
        <source>Delete key {0} with all its versions (it can be recovered until its retention ends)</source>
        <translation>Schlüssel {0} mit allen Versionen löschen (bis zum Ende der Aufbewahrung kann er wiederhergestellt werden)</translation>
    </message>
    <message>
        <source>Delete recovery point {0}</source>
        <translation>Wiederherstellungspunkt {0} löschen</translation>
    </message>
    <message>
        <source>Delete recovery point {0} by retention</source>
        <translation>Wiederherstellungspunkt {0} nach Ablauf der Aufbewahrung löschen</translation>
    </message>
    <message>
        <source>Delete resource group {0}</source>
        <translation>Ressourcengruppe {0} löschen</translation>
    </message>
    <message>
        <source>Delete resource {0} with its identity and that identity&apos;s access</source>
        <translation>Ressource {0} mit ihrer Identität und deren Zugriff löschen</translation>
    </message>
    <message>
        <source>Delete role &apos;{0}&apos;</source>
        <translation>Rolle „{0}“ löschen</translation>
    </message>
    <message>
        <source>Delete vault {0} (it can be recovered until its retention ends)</source>
        <translation>Tresor {0} löschen (bis zum Ende der Aufbewahrung kann er wiederhergestellt werden)</translation>
    </message>
    <message>
        <source>Delete virtual network {0}</source>
        <translation>Virtuelles Netzwerk {0} löschen</translation>
    </message>
    <message>
        <source>Delete what it holds first.</source>
        <translation>Zuerst den Inhalt löschen.</translation>
    </message>
    <message>
        <source>Disable key version {0}</source>
        <translation>Schlüsselversion {0} deaktivieren</translation>
    </message>
    <message>
        <source>Disabling it instead can be undone. To go on all the same, look at &apos;keywardctl impact&apos; first, then repeat with --override.</source>
        <translation>Ein Deaktivieren stattdessen kann rückgängig gemacht werden. Um dennoch fortzufahren, zuerst &apos;keywardctl impact&apos; ansehen, dann mit --override wiederholen.</translation>
    </message>
    <message>
        <source>Do not go on until the system is repaired.</source>
        <translation>Nicht fortfahren, bevor das System repariert ist.</translation>
    </message>
    <message>
        <source>Doubt the clock: it jumped</source>
        <translation>Uhr in Zweifel ziehen: Sie ist gesprungen</translation>
    </message>
    <message>
        <source>Drop the unfinished wizard for {0}</source>
        <translation>Unfertigen Assistenten für {0} verwerfen</translation>
    </message>
    <message>
        <source>Enable it: keywardctl key enable.</source>
        <translation>Aktivieren: keywardctl key enable.</translation>
    </message>
    <message>
        <source>Enable key version {0}</source>
        <translation>Schlüsselversion {0} aktivieren</translation>
    </message>
    <message>
        <source>Enable one: keywardctl cmk enable.</source>
        <translation>Einen kundenseitig verwalteten Schlüssel aktivieren: keywardctl cmk enable.</translation>
    </message>
    <message>
        <source>Encrypt the data under a key of its own and wrap that one.</source>
        <translation>Die Daten unter einem eigenen Schlüssel verschlüsseln und diesen verpacken.</translation>
    </message>
    <message>
        <source>Export the report again.</source>
        <translation>Den Bericht noch einmal exportieren.</translation>
    </message>
    <message>
        <source>Forget where the original of {0} is kept</source>
        <translation>Vermerk löschen, wo das Original von {0} aufbewahrt wird</translation>
    </message>
    <message>
        <source>Free some room and run the command again.</source>
        <translation>Platz schaffen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Give 7 to 90 days.</source>
        <translation>7 bis 90 Tage angeben.</translation>
    </message>
    <message>
        <source>Give a file that holds one key.</source>
        <translation>Eine Datei angeben, die nur einen Schlüssel enthält.</translation>
    </message>
    <message>
        <source>Give a value within that rule.</source>
        <translation>Einen Wert angeben, der dieser Regel entspricht.</translation>
    </message>
    <message>
        <source>Give an identifier as &apos;keywardctl key show&apos; prints it, or VAULT/KEY.</source>
        <translation>Einen Bezeichner angeben, wie &apos;keywardctl key show&apos; ihn ausgibt, oder VAULT/KEY.</translation>
    </message>
    <message>
        <source>Give more characters of the id.</source>
        <translation>Mehr Zeichen der ID angeben.</translation>
    </message>
    <message>
        <source>Give the passphrase at the prompt, by --passphrase-file or --passphrase-fd, or unlock it once with &apos;keywardctl unlock --for 15m&apos;.</source>
        <translation>Die Passphrase auf Nachfrage, mit --passphrase-file oder mit --passphrase-fd angeben oder einmal mit &apos;keywardctl unlock --for 15m&apos; entsperren.</translation>
    </message>
    <message>
        <source>Give the right one: --import-passphrase-file FILE.</source>
        <translation>Die richtige angeben: --import-passphrase-file FILE.</translation>
    </message>
    <message>
        <source>Give this user the right to read it, exclude it with a policy, or accept the gap with --skip-unreadable.</source>
        <translation>Diesem Benutzer das Leserecht geben, mit einer Richtlinie ausschließen, was nicht gelesen werden kann, oder die Lücke mit --skip-unreadable hinnehmen.</translation>
    </message>
    <message>
        <source>Grant it in the vault&apos;s access policies.</source>
        <translation>Berechtigung in den Zugriffsrichtlinien des Tresors erteilen.</translation>
    </message>
    <message>
        <source>Grant it, with what else it needs: keywardctl policy set {t} --principal {0} --key-permissions {1},…</source>
        <translation>Berechtigung erteilen, mit allem, was sonst gebraucht wird: keywardctl policy set {t} --principal {0} --key-permissions {1},…</translation>
    </message>
    <message>
        <source>Grant it: keywardctl policy set {1} --principal {t} --key-permissions {2}.</source>
        <translation>Berechtigung erteilen: keywardctl policy set {1} --principal {t} --key-permissions {2}.</translation>
    </message>
    <message>
        <source>Identity turned on</source>
        <translation>Identität eingeschaltet</translation>
    </message>
    <message>
        <source>If a copy was put back on purpose, put it back with &apos;keywardctl store restore&apos;, which records that.</source>
        <translation>Wurde absichtlich eine Kopie zurückgespielt, sie mit &apos;keywardctl store restore&apos; zurückspielen, das dies aufzeichnet.</translation>
    </message>
    <message>
        <source>Import {0} ({1}, from {2})</source>
        <translation>{0} importieren ({1}, aus {2})</translation>
    </message>
    <message>
        <source>Information protection (own key)</source>
        <translation>Informationsschutz (eigener Schlüssel)</translation>
    </message>
    <message>
        <source>It takes: {2} bits.</source>
        <translation>Angenommen werden: {2} Bit.</translation>
    </message>
    <message>
        <source>It takes: {2}.</source>
        <translation>Angenommen werden: {2}.</translation>
    </message>
    <message>
        <source>Job {0} {1}</source>
        <translation>Auftrag {0}: {1}</translation>
    </message>
    <message>
        <source>Keep a PDF or CSV together with its .sig file.</source>
        <translation>PDF oder CSV zusammen mit der zugehörigen .sig-Datei aufbewahren.</translation>
    </message>
    <message>
        <source>Keep recovery point {0} of {1} in {2}</source>
        <translation>Wiederherstellungspunkt {0} von {1} in {2} aufbewahren</translation>
    </message>
    <message>
        <source>Key &apos;{t}&apos; is {0}; a version of {1} cannot be added to it.</source>
        <translation>Der Schlüssel „{t}“ ist von der Art {0}; eine Version der Art {1} kann ihm nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Key management</source>
        <translation>Schlüsselverwaltung</translation>
    </message>
    <message>
        <source>Key version {t} does not allow the operation {0}.</source>
        <translation>Die Schlüsselversion {t} erlaubt den Vorgang {0} nicht.</translation>
    </message>
    <message>
        <source>Key version {t} expired on {0}; it no longer wraps or signs, but still unwraps and verifies.</source>
        <translation>Die Schlüsselversion {t} ist am {0} abgelaufen; sie verpackt und signiert nicht mehr, entpackt und prüft aber weiterhin.</translation>
    </message>
    <message>
        <source>Key version {t} is disabled and refuses every cryptographic operation.</source>
        <translation>Die Schlüsselversion {t} ist deaktiviert und verweigert jeden kryptografischen Vorgang.</translation>
    </message>
    <message>
        <source>Key version {t} is not valid before {0}; until then it neither wraps nor signs.</source>
        <translation>Die Schlüsselversion {t} ist vor {0} nicht gültig; bis dahin verpackt und signiert sie nicht.</translation>
    </message>
    <message>
        <source>Key version {t} is still being made.</source>
        <translation>Die Schlüsselversion {t} wird noch erstellt.</translation>
    </message>
    <message>
        <source>Key {t} suits a {0} ({1})</source>
        <translation>Schlüssel {t} ({1}) ist geeignet für: {0}</translation>
    </message>
    <message>
        <source>Keys of the kind &apos;{t}&apos; are neither made nor taken here.</source>
        <translation>Schlüssel der Art „{t}“ werden hier weder erstellt noch angenommen.</translation>
    </message>
    <message>
        <source>Let access policies decide who may use vault {0}</source>
        <translation>Zugriffsrichtlinien entscheiden lassen, wer den Tresor {0} verwenden darf</translation>
    </message>
    <message>
        <source>Let it go on, or end it, then run the command again.</source>
        <translation>Den Agenten weiterarbeiten lassen oder beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Let roles decide who may use vault {0}</source>
        <translation>Rollen entscheiden lassen, wer den Tresor {0} verwenden darf</translation>
    </message>
    <message>
        <source>List the tenants, subscriptions and resource groups that things stand in</source>
        <translation>Mandanten, Abonnements und Ressourcengruppen verzeichnen, zu denen etwas gehört</translation>
    </message>
    <message>
        <source>Lock it with &apos;keywardctl lock&apos; and unlock it again.</source>
        <translation>Den Schlüsselspeicher mit &apos;keywardctl lock&apos; sperren und wieder entsperren.</translation>
    </message>
    <message>
        <source>Lock {0} against any change (&apos;{1}&apos;)</source>
        <translation>{0} gegen jede Änderung sperren („{1}“)</translation>
    </message>
    <message>
        <source>Lock {0} against deletion (&apos;{1}&apos;)</source>
        <translation>{0} gegen Löschen sperren („{1}“)</translation>
    </message>
    <message>
        <source>Log in to a desktop session with a keyring (Secret Service or KWallet), or use a passphrase.</source>
        <translation>In einer Desktopsitzung mit Schlüsselbund anmelden (Secret Service oder KWallet) oder eine Passphrase verwenden.</translation>
    </message>
    <message>
        <source>Look at its rules: keywardctl network show {t}.</source>
        <translation>Regeln des Tresors ansehen: keywardctl network show {t}.</translation>
    </message>
    <message>
        <source>Make a new key.</source>
        <translation>Einen neuen Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>Make one with &apos;keywardctl store init&apos;, or name yours with --store or KEYWARD_STORE.</source>
        <translation>Mit &apos;keywardctl store init&apos; einen erstellen oder den eigenen mit --store oder KEYWARD_STORE angeben.</translation>
    </message>
    <message>
        <source>Make room on the disk and the file writable, then try again.</source>
        <translation>Platz auf dem Datenträger schaffen und die Datei beschreibbar machen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Make the file and its folder writable for this user.</source>
        <translation>Die Datei und ihren Ordner für diesen Benutzer beschreibbar machen.</translation>
    </message>
    <message>
        <source>Memory 64 to 1024 MiB, 1 to 16 passes, 1 to 16 lanes, as in m=256,t=3,p=4.</source>
        <translation>Speicher 64 bis 1024 MiB, 1 bis 16 Durchläufe, 1 bis 16 parallele Bahnen, etwa m=256,t=3,p=4.</translation>
    </message>
    <message>
        <source>Mend the disk or free some room on it, then look at the keystore before the command is run again.</source>
        <translation>Den Datenträger instand setzen oder Platz darauf schaffen, dann den Schlüsselspeicher ansehen, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Move subscription {0} to tenant {1}; role assignments in it end, identities must be turned on anew</source>
        <translation>Abonnement {0} in den Mandanten {1} verschieben; Rollenzuweisungen darin enden, Identitäten müssen neu eingeschaltet werden</translation>
    </message>
    <message>
        <source>Move vault {0} to {1}/{2}</source>
        <translation>Tresor {0} nach {1}/{2} verschieben</translation>
    </message>
    <message>
        <source>Move {0} to {1}/{2}</source>
        <translation>{0} nach {1}/{2} verschieben</translation>
    </message>
    <message>
        <source>Name a new file, or move the old one away.</source>
        <translation>Eine neue Datei angeben oder die alte an einen anderen Ort verschieben.</translation>
    </message>
    <message>
        <source>Name a new file.</source>
        <translation>Eine neue Datei angeben.</translation>
    </message>
    <message>
        <source>Name a new or an empty folder.</source>
        <translation>Einen neuen oder leeren Ordner angeben.</translation>
    </message>
    <message>
        <source>Name a place outside it.</source>
        <translation>Einen Ort außerhalb davon angeben.</translation>
    </message>
    <message>
        <source>Name a regular file.</source>
        <translation>Eine gewöhnliche Datei angeben.</translation>
    </message>
    <message>
        <source>Name the keystore file with --store or KEYWARD_STORE.</source>
        <translation>Die Datei des Schlüsselspeichers mit --store oder KEYWARD_STORE angeben.</translation>
    </message>
    <message>
        <source>No agent can be reached in the runtime folder &apos;{t}&apos;: {0}.</source>
        <translation>Im Laufzeitordner „{t}“ ist kein Agent erreichbar: {0}.</translation>
    </message>
    <message>
        <source>Note that somebody tried to protect an item in {0}</source>
        <translation>Vermerken, dass in {0} versucht wurde, ein Element zu schützen</translation>
    </message>
    <message>
        <source>Note that the original of {0} is kept: {1}</source>
        <translation>Vermerken, wo das Original von {0} aufbewahrt wird: {1}</translation>
    </message>
    <message>
        <source>Nothing brings them back.</source>
        <translation>Nichts bringt sie zurück.</translation>
    </message>
    <message>
        <source>Nothing was ever protected in</source>
        <translation>Noch nie etwas geschützt in</translation>
    </message>
    <message>
        <source>PEM, PKCS#8, PKCS#12, JWK, a .byok transfer blob, or 16, 24 or 32 bytes of a symmetric key.</source>
        <translation>PEM, PKCS#8, PKCS#12, JWK, ein .byok-Übertragungsblob oder 16, 24 oder 32 Byte eines symmetrischen Schlüssels.</translation>
    </message>
    <message>
        <source>Permission on the key vault granted</source>
        <translation>Berechtigung für den Schlüsseltresor erteilt</translation>
    </message>
    <message>
        <source>Please report it with the command that led here.</source>
        <translation>Bitte melden, zusammen mit dem, was dazu geführt hat.</translation>
    </message>
    <message>
        <source>Protect it in a vault with service-managed keys.</source>
        <translation>In einem Tresor mit dienstseitig verwalteten Schlüsseln schützen.</translation>
    </message>
    <message>
        <source>Purge key {0} with all its versions</source>
        <translation>Schlüssel {0} mit allen Versionen endgültig löschen</translation>
    </message>
    <message>
        <source>Purge protection of vault &apos;{t}&apos; cannot be turned off once it is on.</source>
        <translation>Der Löschschutz des Tresors „{t}“ kann nicht mehr ausgeschaltet werden, wenn er einmal eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Purge those keys first.</source>
        <translation>Zuerst diese Schlüssel endgültig löschen.</translation>
    </message>
    <message>
        <source>Purge vault {0} with all its keys</source>
        <translation>Tresor {0} mit allen Schlüsseln endgültig löschen</translation>
    </message>
    <message>
        <source>RSA 2048, 3072 or 4096; EC P-256, P-384, P-521 or P-256K.</source>
        <translation>RSA 2048, 3072 oder 4096; EC P-256, P-384, P-521 oder P-256K.</translation>
    </message>
    <message>
        <source>Raise the file size limit (ulimit -f), then run the command again.</source>
        <translation>Die Grenze für die Dateigröße anheben (ulimit -f), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Raise the memory-lock limit (ulimit -l) or end other work with keys.</source>
        <translation>Die Grenze für gesperrten Speicher anheben (ulimit -l) oder andere Arbeit mit Schlüsseln beenden.</translation>
    </message>
    <message>
        <source>Read the plan, then repeat with --yes.</source>
        <translation>Den Plan lesen, dann mit --yes wiederholen.</translation>
    </message>
    <message>
        <source>Record {t} of the keystore was altered outside Keyward.</source>
        <translation>Datensatz {t} des Schlüsselspeichers wurde außerhalb von Keyward verändert.</translation>
    </message>
    <message>
        <source>Records of the keystore &apos;{t}&apos; were removed, replaced or put back from an older copy outside Keyward.</source>
        <translation>Datensätze des Schlüsselspeichers „{t}“ wurden außerhalb von Keyward entfernt, ersetzt oder aus einer älteren Kopie zurückgespielt.</translation>
    </message>
    <message>
        <source>Recover it before then, if it is needed.</source>
        <translation>Vorher wiederherstellen, falls noch gebraucht.</translation>
    </message>
    <message>
        <source>Recover it first.</source>
        <translation>Zuerst wiederherstellen.</translation>
    </message>
    <message>
        <source>Recover it: keywardctl key recover.</source>
        <translation>Wiederherstellen: keywardctl key recover.</translation>
    </message>
    <message>
        <source>Recover key {0}</source>
        <translation>Gelöschten Schlüssel {0} wiederherstellen</translation>
    </message>
    <message>
        <source>Recover or purge the deleted one, or choose another name.</source>
        <translation>Das Gelöschte wiederherstellen oder endgültig löschen, oder einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Recover vault {0}</source>
        <translation>Gelöschten Tresor {0} wiederherstellen</translation>
    </message>
    <message>
        <source>Recovery Services vault</source>
        <translation>Recovery Services-Tresor</translation>
    </message>
    <message>
        <source>Recovery Services vault (newer rules)</source>
        <translation>Recovery Services-Tresor (neuere Regeln)</translation>
    </message>
    <message>
        <source>Recovery point {t} cannot be opened: {0}.</source>
        <translation>Der Wiederherstellungspunkt {t} kann nicht geöffnet werden: {0}.</translation>
    </message>
    <message>
        <source>Recovery point {t} holds nothing named &apos;{0}&apos;.</source>
        <translation>Der Wiederherstellungspunkt {t} enthält nichts mit dem Namen „{0}“.</translation>
    </message>
    <message>
        <source>Recovery point {t} is cut short: it ends after segment {0}{1}. Nothing was restored.</source>
        <translation>Der Wiederherstellungspunkt {t} ist abgeschnitten: Er endet nach Segment {0}{1}. Es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>Recovery point {t} names a path outside the target: &apos;{0}&apos;. Nothing was restored.</source>
        <translation>Der Wiederherstellungspunkt {t} nennt einen Pfad außerhalb des Ziels: „{0}“. Es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>Recovery point {t} was altered: at place {0} stands another segment. Nothing was restored.</source>
        <translation>Der Wiederherstellungspunkt {t} wurde verändert: An Stelle {0} steht ein anderes Segment. Es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>Recovery point {t} was altered: segment {0} does not pass its check. Nothing was restored.</source>
        <translation>Der Wiederherstellungspunkt {t} wurde verändert: Segment {0} besteht die Prüfung nicht. Es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>Recovery point {t} was not finished.</source>
        <translation>Der Wiederherstellungspunkt {t} wurde nicht fertiggestellt.</translation>
    </message>
    <message>
        <source>Register {0} in subscription {1}</source>
        <translation>{0} im Abonnement {1} registrieren</translation>
    </message>
    <message>
        <source>Remove &apos;{0}&apos; from group &apos;{1}&apos;</source>
        <translation>„{0}“ aus der Gruppe „{1}“ entfernen</translation>
    </message>
    <message>
        <source>Remove a client secret of &apos;{0}&apos;</source>
        <translation>Geheimen Clientschlüssel von „{0}“ entfernen</translation>
    </message>
    <message>
        <source>Remove a private endpoint of vault {0}</source>
        <translation>Privaten Endpunkt des Tresors {0} entfernen</translation>
    </message>
    <message>
        <source>Remove a role assignment</source>
        <translation>Rollenzuweisung entfernen</translation>
    </message>
    <message>
        <source>Remove lock &apos;{0}&apos;</source>
        <translation>Sperre „{0}“ entfernen</translation>
    </message>
    <message>
        <source>Remove role &apos;{0}&apos; on {1} from &apos;{2}&apos;</source>
        <translation>„{2}“ die Rolle „{0}“ auf {1} entziehen</translation>
    </message>
    <message>
        <source>Remove subnet {0}/{1}</source>
        <translation>Subnetz {0}/{1} entfernen</translation>
    </message>
    <message>
        <source>Remove the access policy of &apos;{0}&apos; from vault {1}</source>
        <translation>Zugriffsrichtlinie von „{0}“ aus dem Tresor {1} entfernen</translation>
    </message>
    <message>
        <source>Remove the lock first: keywardctl resource-lock remove &apos;{0}&apos;.</source>
        <translation>Zuerst die Sperre entfernen: keywardctl resource-lock remove &apos;{0}&apos;.</translation>
    </message>
    <message>
        <source>Remove the other names, or copy the file with &apos;keywardctl store backup&apos;.</source>
        <translation>Die anderen Namen entfernen oder die Datei mit &apos;keywardctl store backup&apos; kopieren.</translation>
    </message>
    <message>
        <source>Request private endpoint {0} to vault {1}</source>
        <translation>Privaten Endpunkt {0} zum Tresor {1} anfordern</translation>
    </message>
    <message>
        <source>Restore from another point.</source>
        <translation>Aus einem anderen Wiederherstellungspunkt wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore it from a backup: keywardctl store restore FILE.</source>
        <translation>Aus einer Sicherung wiederherstellen: keywardctl store restore FILE.</translation>
    </message>
    <message>
        <source>Restore key {0}/{1} from a backup blob</source>
        <translation>Schlüssel {0}/{1} aus einem Sicherungsblob wiederherstellen</translation>
    </message>
    <message>
        <source>Restore recovery point {0} into {1}</source>
        <translation>Wiederherstellungspunkt {0} nach {1} wiederherstellen</translation>
    </message>
    <message>
        <source>Restore the key from its backup.</source>
        <translation>Den Schlüssel aus seiner Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore the keystore from a backup and find out who could write to the file.</source>
        <translation>Den Schlüsselspeicher aus einer Sicherung wiederherstellen und herausfinden, wer in die Datei schreiben konnte.</translation>
    </message>
    <message>
        <source>Resume job {0}</source>
        <translation>Auftrag {0} fortsetzen</translation>
    </message>
    <message>
        <source>Return {0} to service-managed keys</source>
        <translation>{0} auf dienstseitig verwaltete Schlüssel zurückstellen</translation>
    </message>
    <message>
        <source>Rotate key {0}: a new version, the old ones keep working</source>
        <translation>Schlüssel {0} rotieren: eine neue Version, die alten funktionieren weiter</translation>
    </message>
    <message>
        <source>Rotate the key, or extend its expiry date.</source>
        <translation>Den Schlüssel rotieren oder sein Ablaufdatum hinausschieben.</translation>
    </message>
    <message>
        <source>Rotate the key, or extend its expiry.</source>
        <translation>Den Schlüssel rotieren oder seinen Ablauf hinausschieben.</translation>
    </message>
    <message>
        <source>Run it without &apos;impact&apos; and without --dry-run.</source>
        <translation>Ohne &apos;impact&apos; und ohne --dry-run ausführen.</translation>
    </message>
    <message>
        <source>Run the command again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>SQL Server connector</source>
        <translation>SQL Server-Connector</translation>
    </message>
    <message>
        <source>Save the unfinished wizard for {0}</source>
        <translation>Unfertigen Assistenten für {0} speichern</translation>
    </message>
    <message>
        <source>See --help.</source>
        <translation>Siehe --help.</translation>
    </message>
    <message>
        <source>Service encryption (customer-managed key)</source>
        <translation>Dienstverschlüsselung (kundenseitig verwalteter Schlüssel)</translation>
    </message>
    <message>
        <source>Set XDG_RUNTIME_DIR to a short path of a folder that is yours alone (mode 0700).</source>
        <translation>XDG_RUNTIME_DIR auf den kurzen Pfad eines Ordners setzen, der nur Ihnen gehört (Modus 0700).</translation>
    </message>
    <message>
        <source>Set a private endpoint of vault {0} to {1}</source>
        <translation>Privaten Endpunkt des Tresors {0} auf {1} setzen</translation>
    </message>
    <message>
        <source>Set another key there first. To cut off access now, disable the key instead.</source>
        <translation>Dort zuerst einen anderen Schlüssel festlegen. Um den Zugriff sofort zu unterbinden, stattdessen den Schlüssel deaktivieren.</translation>
    </message>
    <message>
        <source>Set or synchronise the clock, or confirm it with &apos;keywardctl clock accept&apos;.</source>
        <translation>Die Uhr stellen oder synchronisieren, oder sie mit &apos;keywardctl clock accept&apos; bestätigen.</translation>
    </message>
    <message>
        <source>Set subnet {0}/{1} to {2}</source>
        <translation>Subnetz {0}/{1} auf {2} setzen</translation>
    </message>
    <message>
        <source>Set subnet {0}/{1} to {2} with a service endpoint</source>
        <translation>Subnetz {0}/{1} auf {2} mit einem Dienstendpunkt setzen</translation>
    </message>
    <message>
        <source>Set the encryption key of {0} to {1}, following new versions</source>
        <translation>Verschlüsselungsschlüssel von {0} auf {1} festlegen und neuen Versionen folgen</translation>
    </message>
    <message>
        <source>Set the encryption key of {0} to {1}/{2}</source>
        <translation>Verschlüsselungsschlüssel von {0} auf {1}/{2} festlegen</translation>
    </message>
    <message>
        <source>Set the encryption key of {t} to {0}, following new versions</source>
        <translation>Verschlüsselungsschlüssel von {t} auf {0} festlegen und neuen Versionen folgen</translation>
    </message>
    <message>
        <source>Set the encryption key of {t} to {0}/{1}</source>
        <translation>Verschlüsselungsschlüssel von {t} auf {0}/{1} festlegen</translation>
    </message>
    <message>
        <source>Set the key once more: keywardctl cmk set-key {t} --key {0}</source>
        <translation>Schlüssel noch einmal festlegen: keywardctl cmk set-key {t} --key {0}</translation>
    </message>
    <message>
        <source>Soft delete and purge protection of vault {t} are on</source>
        <translation>Vorläufiges Löschen und Löschschutz des Tresors {t} sind eingeschaltet</translation>
    </message>
    <message>
        <source>Soft delete and purge protection on</source>
        <translation>Vorläufiges Löschen und Löschschutz eingeschaltet</translation>
    </message>
    <message>
        <source>Soft delete of vault &apos;{t}&apos; cannot be turned off once it is on.</source>
        <translation>Das vorläufige Löschen des Tresors „{t}“ kann nicht mehr ausgeschaltet werden, wenn es einmal eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Something that should not happen did: {0}.</source>
        <translation>Es ist etwas geschehen, was nicht geschehen sollte: {0}.</translation>
    </message>
    <message>
        <source>Stop the scheduled backup of the keystore</source>
        <translation>Geplante Sicherung des Schlüsselspeichers beenden</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>System-assigned identity of {t} is on</source>
        <translation>Systemseitig zugewiesene Identität von {t} ist eingeschaltet</translation>
    </message>
    <message>
        <source>Take up the newest key version for {0}</source>
        <translation>Neueste Schlüsselversion für {0} übernehmen</translation>
    </message>
    <message>
        <source>Take user-assigned identity &apos;{0}&apos; from {1}</source>
        <translation>Benutzerseitig zugewiesene Identität „{0}“ von {1} wegnehmen</translation>
    </message>
    <message>
        <source>The agent of the keystore &apos;{t}&apos; did not answer: {0}.</source>
        <translation>Der Agent des Schlüsselspeichers „{t}“ hat nicht geantwortet: {0}.</translation>
    </message>
    <message>
        <source>The agent that holds the keystore &apos;{t}&apos; open does not answer: {0}.</source>
        <translation>Der Agent, der den Schlüsselspeicher „{t}“ offen hält, antwortet nicht: {0}.</translation>
    </message>
    <message>
        <source>The audit entry could not be written, so the operation was not carried out: {0}.</source>
        <translation>Der Protokolleintrag konnte nicht geschrieben werden, daher wurde der Vorgang nicht ausgeführt: {0}.</translation>
    </message>
    <message>
        <source>The audit log was altered at entry {t}: {0}.</source>
        <translation>Das Protokoll wurde bei Eintrag {t} verändert: {0}.</translation>
    </message>
    <message>
        <source>The client secret &apos;{0}&apos; of &apos;{t}&apos; expired on {1}.</source>
        <translation>Der geheime Clientschlüssel „{0}“ von „{t}“ ist am {1} abgelaufen.</translation>
    </message>
    <message>
        <source>The clock {0}; what destroys data waits.</source>
        <translation>Auf die Uhr ist kein Verlass ({0}); was Daten vernichtet, wartet.</translation>
    </message>
    <message>
        <source>The cryptographic library refused: {0}.</source>
        <translation>Die kryptografische Bibliothek hat abgelehnt: {0}.</translation>
    </message>
    <message>
        <source>The disk of &apos;{t}&apos; failed at the last step{0}, and until it works it cannot be told whether the change was saved.</source>
        <translation>Der Datenträger von „{t}“ hat beim letzten Schritt versagt{0}, und bis er wieder arbeitet, lässt sich nicht sagen, ob die Änderung gespeichert wurde.</translation>
    </message>
    <message>
        <source>The firewall of vault &apos;{t}&apos; does not let this call in: {0}.</source>
        <translation>Die Firewall des Tresors „{t}“ lässt diesen Aufruf nicht zu: {0}.</translation>
    </message>
    <message>
        <source>The firewall of vault {t} lets {0} in</source>
        <translation>Die Firewall des Tresors {t} lässt {0} ein</translation>
    </message>
    <message>
        <source>The folder &apos;{t}&apos; does not exist.</source>
        <translation>Der Ordner „{t}“ ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The folder &apos;{t}&apos; vanished while it was being backed up. No recovery point was made.</source>
        <translation>Der Ordner „{t}“ ist verschwunden, während er gesichert wurde. Es wurde kein Wiederherstellungspunkt erstellt.</translation>
    </message>
    <message>
        <source>The header of the keystore &apos;{t}&apos; was changed outside Keyward: {0}.</source>
        <translation>Der Kopf des Schlüsselspeichers „{t}“ wurde außerhalb von Keyward geändert: {0}.</translation>
    </message>
    <message>
        <source>The id {t} is taken or empty; nothing was changed.</source>
        <translation>Die ID {t} ist vergeben oder leer; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The identity has {0} in vault {t}</source>
        <translation>Die Identität hat {0} im Tresor {t}</translation>
    </message>
    <message>
        <source>The identity has {0} in vault {t}; more than it needs: {1}</source>
        <translation>Die Identität hat {0} im Tresor {t}; mehr als nötig: {1}</translation>
    </message>
    <message>
        <source>The identity of &apos;{t}&apos; lacks {0} in vault &apos;{1}&apos;.</source>
        <translation>Der Identität von „{t}“ fehlt im Tresor „{1}“: {0}.</translation>
    </message>
    <message>
        <source>The key &apos;{t}&apos; is deleted.</source>
        <translation>Der Schlüssel „{t}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The key &apos;{t}&apos; is deleted. It is purged for good on {0}.</source>
        <translation>Der Schlüssel „{t}“ ist gelöscht. Am {0} wird er endgültig gelöscht.</translation>
    </message>
    <message>
        <source>The key &apos;{t}&apos; is not in the deleted state.</source>
        <translation>Der Schlüssel „{t}“ ist nicht im gelöschten Zustand.</translation>
    </message>
    <message>
        <source>The key &apos;{t}&apos; would expire before it becomes valid.</source>
        <translation>Der Schlüssel „{t}“ würde ablaufen, bevor er gültig wird.</translation>
    </message>
    <message>
        <source>The key can be changed: keywardctl cmk set-key.</source>
        <translation>Der Schlüssel lässt sich wechseln: keywardctl cmk set-key.</translation>
    </message>
    <message>
        <source>The key exists</source>
        <translation>Der Schlüssel ist vorhanden</translation>
    </message>
    <message>
        <source>The key in &apos;{t}&apos; must not be used: {0}.</source>
        <translation>Der Schlüssel in „{t}“ darf nicht verwendet werden: {0}.</translation>
    </message>
    <message>
        <source>The key material of &apos;{t}&apos; cannot be read.</source>
        <translation>Das Schlüsselmaterial von „{t}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The key vault exists</source>
        <translation>Der Schlüsseltresor ist vorhanden</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; has {0} names (hard links); changes made by one would be lost to the others.</source>
        <translation>Der Schlüsselspeicher „{t}“ hat {0} Namen (harte Links); Änderungen über einen davon gingen bei den anderen verloren.</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; is cut short or not whole: {0}.</source>
        <translation>Der Schlüsselspeicher „{t}“ ist abgeschnitten oder unvollständig: {0}.</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; is damaged: {0}.</source>
        <translation>Der Schlüsselspeicher „{t}“ ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; is locked.</source>
        <translation>Der Schlüsselspeicher „{t}“ ist gesperrt.</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; is not held open by an agent.</source>
        <translation>Der Schlüsselspeicher „{t}“ wird von keinem Agenten offen gehalten.</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; is older than one seen on this machine before (entry {0} of its log; {1} was seen).</source>
        <translation>Der Schlüsselspeicher „{t}“ ist älter als einer, der auf diesem Rechner schon gesehen wurde (Eintrag {0} seines Protokolls; gesehen wurde {1}).</translation>
    </message>
    <message>
        <source>The keystore &apos;{t}&apos; was written by a newer Keyward (format {0}; this one knows up to {1}). It was not touched.</source>
        <translation>Der Schlüsselspeicher „{t}“ wurde von einem neueren Keyward geschrieben (Format {0}; dieses hier kennt höchstens {1}). Er wurde nicht angerührt.</translation>
    </message>
    <message>
        <source>The layout of the keystore &apos;{t}&apos; was changed outside Keyward: {0}. It was not opened.</source>
        <translation>Der Aufbau des Schlüsselspeichers „{t}“ wurde außerhalb von Keyward geändert: {0}. Er wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The list command of that kind shows the names there are.</source>
        <translation>Die Liste dieser Art zeigt, welche Namen es gibt.</translation>
    </message>
    <message>
        <source>The name &apos;{t}&apos; is kept for {0}.</source>
        <translation>Der Name „{t}“ ist vorbehalten: {0}.</translation>
    </message>
    <message>
        <source>The passphrase hashing parameters &apos;{t}&apos; are out of bounds: {0}.</source>
        <translation>Die Parameter „{t}“ für das Hashen der Passphrase liegen außerhalb der Grenzen: {0}.</translation>
    </message>
    <message>
        <source>The passphrase is too short: at least {0} characters.</source>
        <translation>Die Passphrase ist zu kurz: mindestens {0} Zeichen.</translation>
    </message>
    <message>
        <source>The platform&apos;s own key cannot be managed.</source>
        <translation>Der eigene Schlüssel der Plattform kann nicht verwaltet werden.</translation>
    </message>
    <message>
        <source>The process that ran job {t} ended before the job did.</source>
        <translation>Der Prozess, der den Auftrag {t} ausführte, endete vor dem Auftrag.</translation>
    </message>
    <message>
        <source>The random number generator failed.</source>
        <translation>Der Zufallszahlengenerator hat versagt.</translation>
    </message>
    <message>
        <source>The recovery key was mistyped: {0}.</source>
        <translation>Der Wiederherstellungsschlüssel enthält einen Tippfehler: {0}.</translation>
    </message>
    <message>
        <source>The resource exists</source>
        <translation>Die Ressource ist vorhanden</translation>
    </message>
    <message>
        <source>The retention of vault &apos;{t}&apos; was fixed when it was created.</source>
        <translation>Die Aufbewahrung des Tresors „{t}“ wurde beim Erstellen endgültig festgelegt.</translation>
    </message>
    <message>
        <source>The service is known</source>
        <translation>Der Dienst ist bekannt</translation>
    </message>
    <message>
        <source>The signature does not fit.</source>
        <translation>Die Signatur passt nicht.</translation>
    </message>
    <message>
        <source>The system keyring cannot be used: {0}.</source>
        <translation>Der Schlüsselbund des Systems kann nicht verwendet werden: {0}.</translation>
    </message>
    <message>
        <source>The target folder &apos;{t}&apos; is not empty; nothing was restored.</source>
        <translation>Der Zielordner „{t}“ ist nicht leer; es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>The unlock slots of the keystore &apos;{t}&apos; were changed outside Keyward: {0}.</source>
        <translation>Die Entsperrwege des Schlüsselspeichers „{t}“ wurden außerhalb von Keyward geändert: {0}.</translation>
    </message>
    <message>
        <source>The user-assigned identity &apos;{0}&apos; is not assigned to &apos;{t}&apos;.</source>
        <translation>Die benutzerseitig zugewiesene Identität „{0}“ ist „{t}“ nicht zugewiesen.</translation>
    </message>
    <message>
        <source>The vault &apos;{t}&apos; is deleted. It is purged for good on {0}.</source>
        <translation>Der Tresor „{t}“ ist gelöscht. Am {0} wird er endgültig gelöscht.</translation>
    </message>
    <message>
        <source>The wrapped key does not belong to this key version, or was altered.</source>
        <translation>Der verpackte Schlüssel gehört nicht zu dieser Schlüsselversion oder wurde verändert.</translation>
    </message>
    <message>
        <source>The {0} &apos;{t}&apos; exists already.</source>
        <translation>Bereits vorhanden: {0} „{t}“.</translation>
    </message>
    <message>
        <source>The {0} &apos;{t}&apos; is deleted.</source>
        <translation>{0} „{t}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The {0} &apos;{t}&apos; is not in the deleted state.</source>
        <translation>{0} „{t}“ ist nicht im gelöschten Zustand.</translation>
    </message>
    <message>
        <source>The {0} name &apos;{t}&apos; belongs to a deleted {0} that can still be recovered.</source>
        <translation>Der Name „{t}“ ist noch vergeben ({0}): Das Gelöschte dieses Namens lässt sich noch wiederherstellen.</translation>
    </message>
    <message>
        <source>There is no keystore at &apos;{t}&apos;.</source>
        <translation>Unter „{t}“ gibt es keinen Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>There is no room left in protected memory.</source>
        <translation>Im geschützten Speicher ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of &apos;{t}&apos;; nothing was changed.</source>
        <translation>Auf dem Datenträger von „{t}“ ist kein Platz mehr; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>There is no {0} &apos;{t}&apos;.</source>
        <translation>Nicht vorhanden: {0} „{t}“.</translation>
    </message>
    <message>
        <source>This does not unlock the keystore &apos;{t}&apos;.</source>
        <translation>Damit lässt sich der Schlüsselspeicher „{t}“ nicht entsperren.</translation>
    </message>
    <message>
        <source>This is the last way to unlock the keystore; without it nobody could open it again.</source>
        <translation>Dies ist der letzte Weg, den Schlüsselspeicher zu entsperren; ohne ihn könnte ihn niemand mehr öffnen.</translation>
    </message>
    <message>
        <source>This key backup belongs to another {0}.</source>
        <translation>Diese Schlüsselsicherung gehört nicht hierher; nicht übereinstimmend: {0}.</translation>
    </message>
    <message>
        <source>This takes access away from something in use: {0}.</source>
        <translation>Damit verliert etwas den Zugriff, das in Gebrauch ist: {0}.</translation>
    </message>
    <message>
        <source>This takes access away: {0}.</source>
        <translation>Damit geht Zugriff verloren: {0}.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>In einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Turn it on: keywardctl vault update {t} --purge-protection.</source>
        <translation>Einschalten: keywardctl vault update {t} --purge-protection.</translation>
    </message>
    <message>
        <source>Turn off the identity of {0}</source>
        <translation>Identität von {0} ausschalten</translation>
    </message>
    <message>
        <source>Turn off the identity of {t}, which was left behind in another tenant, with everything it was given</source>
        <translation>Identität von {t}, die in einem anderen Mandanten zurückgeblieben ist, samt allen erteilten Zugriffen ausschalten</translation>
    </message>
    <message>
        <source>Turn on its system-assigned identity.</source>
        <translation>Die systemseitig zugewiesene Identität einschalten.</translation>
    </message>
    <message>
        <source>Turn on soft delete and purge protection of vault {0}</source>
        <translation>Vorläufiges Löschen und Löschschutz des Tresors {0} einschalten</translation>
    </message>
    <message>
        <source>Turn on soft delete and purge protection of vault {t}</source>
        <translation>Vorläufiges Löschen und Löschschutz des Tresors {t} einschalten</translation>
    </message>
    <message>
        <source>Turn on the system-assigned identity of {0}</source>
        <translation>Systemseitig zugewiesene Identität von {0} einschalten</translation>
    </message>
    <message>
        <source>Turn on the system-assigned identity of {t}</source>
        <translation>Systemseitig zugewiesene Identität von {t} einschalten</translation>
    </message>
    <message>
        <source>Turn one on: keywardctl identity enable {t}.</source>
        <translation>Eine Identität einschalten: keywardctl identity enable {t}.</translation>
    </message>
    <message>
        <source>Unlock it with &apos;keywardctl unlock --for 15m&apos;.</source>
        <translation>Den Schlüsselspeicher mit &apos;keywardctl unlock --for 15m&apos; entsperren.</translation>
    </message>
    <message>
        <source>Unregister {0} in subscription {1}</source>
        <translation>Registrierung von {0} im Abonnement {1} aufheben</translation>
    </message>
    <message>
        <source>Use a vault of the same tenant.</source>
        <translation>Einen Tresor desselben Mandanten verwenden.</translation>
    </message>
    <message>
        <source>Use several unrelated words.</source>
        <translation>Mehrere Wörter ohne Zusammenhang verwenden.</translation>
    </message>
    <message>
        <source>Use the kind without -HSM, or set the vault&apos;s tier to premium.</source>
        <translation>Die Art ohne -HSM verwenden oder den Tarif des Tresors auf Premium setzen.</translation>
    </message>
    <message>
        <source>Use the newer Keyward.</source>
        <translation>Das neuere Keyward verwenden.</translation>
    </message>
    <message>
        <source>User-assigned identity &apos;{0}&apos; is assigned to {t}</source>
        <translation>Benutzerseitig zugewiesene Identität „{0}“ ist {t} zugewiesen</translation>
    </message>
    <message>
        <source>Vault &apos;{t}&apos; holds keys of -HSM kinds and must stay premium: {0}.</source>
        <translation>Der Tresor „{t}“ enthält Schlüssel der Arten mit -HSM und muss Premium bleiben: {0}.</translation>
    </message>
    <message>
        <source>Vault &apos;{t}&apos; must have {0} on before its keys may protect anything.</source>
        <translation>Im Tresor „{t}“ muss {0} eingeschaltet sein, bevor seine Schlüssel etwas schützen dürfen.</translation>
    </message>
    <message>
        <source>Wait for it to end, then run the command again.</source>
        <translation>Das Ende abwarten, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Wait until then; nobody can purge it sooner.</source>
        <translation>Bis dahin warten; früher kann niemand endgültig löschen.</translation>
    </message>
    <message>
        <source>Wait, or move its not-before date.</source>
        <translation>Warten oder den Beginn der Gültigkeit verschieben.</translation>
    </message>
    <message>
        <source>Whoever holds the keystore does it, in the window or on the command line.</source>
        <translation>Das tut, wer den Schlüsselspeicher in der Hand hat, im Fenster oder auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Write it as 2027-01-31 or 2027-01-31T12:00:00Z (UTC).</source>
        <translation>In der Form 2027-01-31 oder 2027-01-31T12:00:00Z (UTC) angeben.</translation>
    </message>
    <message>
        <source>Write it like 15m, 12h, 30d or, as ISO 8601, P30D or PT12H.</source>
        <translation>In der Form 15m, 12h, 30d oder, nach ISO 8601, P30D oder PT12H angeben.</translation>
    </message>
    <message>
        <source>a client secret of &apos;{t}&apos; expires</source>
        <translation>ein geheimer Clientschlüssel von „{t}“ läuft ab</translation>
    </message>
    <message>
        <source>address {0} is in none of the vault&apos;s network rules</source>
        <translation>die Adresse {0} fällt unter keine der Netzwerkregeln des Tresors</translation>
    </message>
    <message>
        <source>all networks</source>
        <translation>alle Netzwerke</translation>
    </message>
    <message>
        <source>an item is protected</source>
        <translation>ein Element geschützt ist</translation>
    </message>
    <message>
        <source>another one of the same name is another identity and gets none of its access</source>
        <translation>ein Neues gleichen Namens ist eine andere Identität und erhält nichts von diesem Zugriff</translation>
    </message>
    <message>
        <source>backup and restore jobs fail</source>
        <translation>Sicherungs- und Wiederherstellungsaufträge schlagen fehl</translation>
    </message>
    <message>
        <source>backups fail from then on, restores still work</source>
        <translation>Sicherungen schlagen ab dann fehl, Wiederherstellungen gelingen weiterhin</translation>
    </message>
    <message>
        <source>binding another key</source>
        <translation>Binden eines anderen Schlüssels</translation>
    </message>
    <message>
        <source>bypass for trusted services off</source>
        <translation>Umgehung für vertrauenswürdige Dienste aus</translation>
    </message>
    <message>
        <source>bypass for trusted services on</source>
        <translation>Umgehung für vertrauenswürdige Dienste ein</translation>
    </message>
    <message>
        <source>it can never go back to service-managed keys; without the key nobody can read {0}</source>
        <translation>es gibt kein Zurück zu dienstseitig verwalteten Schlüsseln; ohne den Schlüssel kann niemand {0} lesen</translation>
    </message>
    <message>
        <source>it comes through private endpoint {0}</source>
        <translation>der Zugriff kommt über den privaten Endpunkt {0}</translation>
    </message>
    <message>
        <source>its backups</source>
        <translation>die Sicherungen</translation>
    </message>
    <message>
        <source>its identity &apos;{0}&apos; was left behind in another tenant, and what it was given counts for nothing</source>
        <translation>die Identität „{0}“ ist in einem anderen Mandanten zurückgeblieben, und ihre Berechtigungen zählen nicht mehr</translation>
    </message>
    <message>
        <source>its identity lacks {0} in vault {t}</source>
        <translation>der Identität fehlt im Tresor {t}: {0}</translation>
    </message>
    <message>
        <source>its key was purged</source>
        <translation>der Schlüssel wurde endgültig gelöscht</translation>
    </message>
    <message>
        <source>its key was purged; what it protects cannot be recovered</source>
        <translation>der Schlüssel wurde endgültig gelöscht; was er schützt, ist nicht wiederherstellbar</translation>
    </message>
    <message>
        <source>its key was set for an identity that is gone</source>
        <translation>der Schlüssel wurde für eine Identität festgelegt, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>its last client secret expired on {0}</source>
        <translation>der letzte geheime Clientschlüssel ist am {0} abgelaufen</translation>
    </message>
    <message>
        <source>its last client secret expires on {0}</source>
        <translation>der letzte geheime Clientschlüssel läuft am {0} ab</translation>
    </message>
    <message>
        <source>its networks are limited, but the ranges let {0} in</source>
        <translation>die Netzwerke sind eingeschränkt, aber die Adressbereiche lassen {0} ein</translation>
    </message>
    <message>
        <source>its newest version expired on {0}</source>
        <translation>die neueste Version ist am {0} abgelaufen</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation>Schlüssel {0}</translation>
    </message>
    <message>
        <source>key {t} expires on {0}; {1}</source>
        <translation>der Schlüssel {t} läuft am {0} ab; {1}</translation>
    </message>
    <message>
        <source>key {t} has no backup of its newest version</source>
        <translation>vom Schlüssel {t} gibt es keine Sicherung der neuesten Version</translation>
    </message>
    <message>
        <source>keywardctl app secret-add &apos;{t}&apos;</source>
        <translation>keywardctl app secret-add &apos;{t}&apos;</translation>
    </message>
    <message>
        <source>keywardctl clock accept</source>
        <translation>keywardctl clock accept</translation>
    </message>
    <message>
        <source>keywardctl key backup {t} --output FILE</source>
        <translation>keywardctl key backup {t} --output FILE</translation>
    </message>
    <message>
        <source>keywardctl key rotate {t}</source>
        <translation>keywardctl key rotate {t}</translation>
    </message>
    <message>
        <source>keywardctl network set {t} --range RANGE</source>
        <translation>keywardctl network set {t} --range RANGE</translation>
    </message>
    <message>
        <source>keywardctl vault update {t} --purge-protection</source>
        <translation>keywardctl vault update {t} --purge-protection</translation>
    </message>
    <message>
        <source>one more backup succeeded</source>
        <translation>eine weitere Sicherung gelungen ist</translation>
    </message>
    <message>
        <source>public access disabled</source>
        <translation>öffentlicher Zugriff deaktiviert</translation>
    </message>
    <message>
        <source>public network access is disabled and address {0} does not come through an approved private endpoint</source>
        <translation>der öffentliche Netzwerkzugriff ist deaktiviert, und die Adresse {0} kommt nicht über einen genehmigten privaten Endpunkt</translation>
    </message>
    <message>
        <source>purge protection can never be turned off</source>
        <translation>der Löschschutz kann nie mehr ausgeschaltet werden</translation>
    </message>
    <message>
        <source>purge protection is off: a deleted key could be destroyed at once</source>
        <translation>der Löschschutz ist aus: Ein gelöschter Schlüssel könnte sofort vernichtet werden</translation>
    </message>
    <message>
        <source>recovery point</source>
        <translation>Wiederherstellungspunkt</translation>
    </message>
    <message>
        <source>recovery points</source>
        <translation>Wiederherstellungspunkte</translation>
    </message>
    <message>
        <source>restored</source>
        <translation>wiederhergestellt</translation>
    </message>
    <message>
        <source>retention of vault {t} ends</source>
        <translation>die Aufbewahrung des Tresors {t} endet</translation>
    </message>
    <message>
        <source>retention of {t} ends</source>
        <translation>die Aufbewahrung von {t} endet</translation>
    </message>
    <message>
        <source>role assignments in it end, and backups fail until identities, keys and permissions are set up again</source>
        <translation>Rollenzuweisungen darin enden, und Sicherungen schlagen fehl, bis Identitäten, Schlüssel und Berechtigungen neu eingerichtet sind</translation>
    </message>
    <message>
        <source>selected networks</source>
        <translation>ausgewählte Netzwerke</translation>
    </message>
    <message>
        <source>the address is in range {0}</source>
        <translation>die Adresse liegt im Bereich {0}</translation>
    </message>
    <message>
        <source>the address is in subnet {0}</source>
        <translation>die Adresse liegt im Subnetz {0}</translation>
    </message>
    <message>
        <source>the clock jumped ahead of {0}, or went back behind it, and nobody vouched for it; what destroys data waits</source>
        <translation>die Uhr ist über {0} hinaus vorgesprungen oder dahinter zurückgegangen, und niemand hat sie bestätigt; was Daten vernichtet, wartet</translation>
    </message>
    <message>
        <source>the identity must stay on for as long as the resource exists</source>
        <translation>die Identität muss eingeschaltet bleiben, solange die Ressource besteht</translation>
    </message>
    <message>
        <source>the key is destroyed; what it protects is lost for good</source>
        <translation>der Schlüssel wird vernichtet; was er schützt, ist für immer verloren</translation>
    </message>
    <message>
        <source>the key version it uses is gone</source>
        <translation>die verwendete Schlüsselversion gibt es nicht mehr</translation>
    </message>
    <message>
        <source>the keys are destroyed; what they protect is lost for good</source>
        <translation>die Schlüssel werden vernichtet; was sie schützen, ist für immer verloren</translation>
    </message>
    <message>
        <source>the next backup that succeeds</source>
        <translation>die nächste erfolgreiche Sicherung</translation>
    </message>
    <message>
        <source>the recovery point is destroyed</source>
        <translation>der Wiederherstellungspunkt wird vernichtet</translation>
    </message>
    <message>
        <source>the vault is open to all networks</source>
        <translation>der Tresor ist für alle Netzwerke offen</translation>
    </message>
    <message>
        <source>the vault&apos;s networks are limited and its bypass for trusted services, such as {0}, is off</source>
        <translation>die Netzwerke des Tresors sind eingeschränkt, und die Umgehung für vertrauenswürdige Dienste wie {0} ist aus</translation>
    </message>
    <message>
        <source>the vault&apos;s networks are limited and {0} is not on the list of trusted services</source>
        <translation>die Netzwerke des Tresors sind eingeschränkt, und {0} steht nicht auf der Liste der vertrauenswürdigen Dienste</translation>
    </message>
    <message>
        <source>there is no backup of its newest version</source>
        <translation>von der neuesten Version gibt es keine Sicherung</translation>
    </message>
    <message>
        <source>there is no identity any more to come to the vault with</source>
        <translation>es gibt keine Identität mehr, mit der auf den Tresor zugegriffen werden könnte</translation>
    </message>
    <message>
        <source>vault {t} stands in another tenant</source>
        <translation>der Tresor {t} liegt in einem anderen Mandanten</translation>
    </message>
    <message>
        <source>version {0} of key {1}</source>
        <translation>Version {0} des Schlüssels {1}</translation>
    </message>
    <message>
        <source>whoever signs in with that secret is locked out</source>
        <translation>wer sich mit diesem geheimen Clientschlüssel anmeldet, wird ausgesperrt</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; and the vault belong to different tenants.</source>
        <translation>{0} „{t}“ und der Tresor gehören zu verschiedenen Mandanten.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; does not take {1} identities.</source>
        <translation>{0} „{t}“ lässt Identitäten dieser Art nicht zu: {1}.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; is in region {1}, the vault in {2}; they must be the same.</source>
        <translation>{0} „{t}“ liegt in der Region {1}, der Tresor in {2}; es muss dieselbe sein.</translation>
    </message>
    <message>
        <source>{0} address ranges</source>
        <translation>{0} Adressbereiche</translation>
    </message>
    <message>
        <source>{0} cannot be {1}: {2}</source>
        <translation>was nicht {1} werden kann: {0} – {2}</translation>
    </message>
    <message>
        <source>{0} created</source>
        <translation>{0} erstellt</translation>
    </message>
    <message>
        <source>{0} does not accept the {1} key &apos;{t}&apos;.</source>
        <translation>{0}: Der Schlüssel „{t}“ ({1}) wird nicht angenommen.</translation>
    </message>
    <message>
        <source>{0} does not accept the {1}-bit key &apos;{t}&apos;.</source>
        <translation>{0}: Der Schlüssel „{t}“ ({1} Bit) wird nicht angenommen.</translation>
    </message>
    <message>
        <source>{0} is a trusted service</source>
        <translation>{0} ist ein vertrauenswürdiger Dienst</translation>
    </message>
    <message>
        <source>{0} is not allowed to {1} in vault &apos;{t}&apos;: {2}.</source>
        <translation>{0} hat im Tresor „{t}“ nicht die Berechtigung {1}: {2}.</translation>
    </message>
    <message>
        <source>{0} subnets</source>
        <translation>{0} Subnetze</translation>
    </message>
    <message>
        <source>{0} takes at most {1} bytes with this key, and these are {2}.</source>
        <translation>{0} verarbeitet mit diesem Schlüssel höchstens {1} Byte, und dies sind {2}.</translation>
    </message>
    <message>
        <source>{0} with a user-assigned identity cannot use a vault whose networks are limited</source>
        <translation>{0} kann mit einer benutzerseitig zugewiesenen Identität keinen Tresor verwenden, dessen Netzwerke eingeschränkt sind</translation>
    </message>
    <message>
        <source>{0}; taken over from version {1}: {2}</source>
        <translation>{0}; übernommen aus Version {1}: {2}</translation>
    </message>
    <message>
        <source>{t} becomes valid</source>
        <translation>{t} wird gültig</translation>
    </message>
    <message>
        <source>{t} cannot be used with this kind of key.</source>
        <translation>{t} kann mit dieser Art Schlüssel nicht verwendet werden.</translation>
    </message>
    <message>
        <source>{t} expires</source>
        <translation>{t} läuft ab</translation>
    </message>
    <message>
        <source>{t} is kept from that by the {1} lock &apos;{0}&apos; on {2}.</source>
        <translation>{t}: Die Sperre „{0}“ ({1}) auf {2} verhindert das.</translation>
    </message>
    <message>
        <source>{t} uses a customer-managed key</source>
        <translation>{t} verwendet einen kundenseitig verwalteten Schlüssel</translation>
    </message>
    <message>
        <source>{t} uses key {0}</source>
        <translation>{t} verwendet den Schlüssel {0}</translation>
    </message>
    <message>
        <source>Bot Service</source>
        <translation>Bot Service</translation>
    </message>
    <message>
        <source>Cosmos DB</source>
        <translation>Cosmos DB</translation>
    </message>
    <message>
        <source>Databricks</source>
        <translation>Databricks</translation>
    </message>
    <message>
        <source>Disks, virtual machines</source>
        <translation>Datenträger, virtuelle Computer</translation>
    </message>
    <message>
        <source>Key vaults</source>
        <translation>Schlüsseltresore</translation>
    </message>
    <message>
        <source>Managed identities</source>
        <translation>Verwaltete Identitäten</translation>
    </message>
    <message>
        <source>Recovery Services vaults</source>
        <translation>Recovery Services-Tresore</translation>
    </message>
    <message>
        <source>SQL servers</source>
        <translation>SQL-Server</translation>
    </message>
    <message>
        <source>Storage accounts</source>
        <translation>Speicherkonten</translation>
    </message>
    <message>
        <source>Virtual networks, private endpoints</source>
        <translation>Virtuelle Netzwerke, private Endpunkte</translation>
    </message>
    <message>
        <source>backup and restore, customer-managed keys</source>
        <translation>Sicherung und Wiederherstellung, kundenseitig verwaltete Schlüssel</translation>
    </message>
    <message>
        <source>certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>certificates for custom domains</source>
        <translation>Zertifikate für benutzerdefinierte Domänen</translation>
    </message>
    <message>
        <source>certificates of listeners</source>
        <translation>Zertifikate von Listenern</translation>
    </message>
    <message>
        <source>credentials of data stores</source>
        <translation>Anmeldeinformationen von Datenspeichern</translation>
    </message>
    <message>
        <source>customer-managed keys</source>
        <translation>kundenseitig verwaltete Schlüssel</translation>
    </message>
    <message>
        <source>customer-managed keys of the account</source>
        <translation>kundenseitig verwaltete Schlüssel des Kontos</translation>
    </message>
    <message>
        <source>customers&apos; code is never trusted: it needs a network rule or a private endpoint</source>
        <translation>Code von Kunden gilt nie als vertrauenswürdig: nötig ist eine Netzwerkregel oder ein privater Endpunkt</translation>
    </message>
    <message>
        <source>dedicated clusters under customer-managed keys</source>
        <translation>dedizierte Cluster mit kundenseitig verwalteten Schlüsseln</translation>
    </message>
    <message>
        <source>disk encryption keys</source>
        <translation>Schlüssel für die Datenträgerverschlüsselung</translation>
    </message>
    <message>
        <source>not in the vendor&apos;s table: a private vault needs API server network integration</source>
        <translation>nicht in der Tabelle des Herstellers: ein privater Tresor setzt die Netzwerkintegration des API-Servers voraus</translation>
    </message>
    <message>
        <source>not in the vendor&apos;s table: it needs a network rule or a private endpoint</source>
        <translation>nicht in der Tabelle des Herstellers: nötig ist eine Netzwerkregel oder ein privater Endpunkt</translation>
    </message>
    <message>
        <source>secrets during template deployment</source>
        <translation>Geheimnisse während der Vorlagenbereitstellung</translation>
    </message>
    <message>
        <source>vendor documentation on encrypting backup data with customer-managed keys, 2021-12</source>
        <translation>Dokumentation des Herstellers zur Verschlüsselung von Sicherungsdaten mit kundenseitig verwalteten Schlüsseln, 2021-12</translation>
    </message>
    <message>
        <source>web app certificates only; code that runs in an app is not trusted</source>
        <translation>nur Zertifikate von Web-Apps; Code, der in einer App läuft, gilt nicht als vertrauenswürdig</translation>
    </message>
    <message>
        <source>workspaces in virtual networks</source>
        <translation>Arbeitsbereiche in virtuellen Netzwerken</translation>
    </message>
    <message>
        <source>Follow the key&apos;s newest version</source>
        <translation>Der neuesten Version des Schlüssels folgen</translation>
    </message>
    <message>
        <source>Set the encryption key</source>
        <translation>Verschlüsselungsschlüssel festlegen</translation>
    </message>
    <message>
        <source>Asia Pacific</source>
        <translation>Asien-Pazifik</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Everything with keys, but for giving access to them</source>
        <translation>Alles mit Schlüsseln, außer Zugriff darauf zu erteilen</translation>
    </message>
    <message>
        <source>Everything with the contents of a vault</source>
        <translation>Alles mit dem Inhalt eines Tresors</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>Korea</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Purges deleted keys for good</source>
        <translation>Löscht bereits gelöschte Schlüssel endgültig</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>Katar</translation>
    </message>
    <message>
        <source>Reads attributes and public parts</source>
        <translation>Liest Attribute und öffentliche Teile</translation>
    </message>
    <message>
        <source>Releases keys to attested environments</source>
        <translation>Gibt Schlüssel für attestierte Umgebungen frei</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Uses keys: encrypt, decrypt, wrap, unwrap, sign, verify</source>
        <translation>Verwendet Schlüssel: verschlüsseln, entschlüsseln, verpacken, entpacken, signieren, prüfen</translation>
    </message>
    <message>
        <source>What a service needs that encrypts with a customer-managed key</source>
        <translation>Was ein Dienst benötigt, der mit einem kundenseitig verwalteten Schlüssel verschlüsselt</translation>
    </message>
    <message>
        <source>it belongs to another tenant</source>
        <translation>gehört zu einem anderen Mandanten</translation>
    </message>
    <message>
        <source>it was left behind when its subscription moved to another tenant</source>
        <translation>zurückgeblieben, als das Abonnement in einen anderen Mandanten verschoben wurde</translation>
    </message>
    <message>
        <source>its resource has moved to another tenant; its identity must be turned on anew there</source>
        <translation>die Ressource wurde in einen anderen Mandanten verschoben; ihre Identität muss dort neu eingeschaltet werden</translation>
    </message>
    <message>
        <source>transparent data encryption with a key of your own</source>
        <translation>transparente Datenverschlüsselung mit eigenem Schlüssel</translation>
    </message>
    <message>
        <source>Keys of the kind {0} can only be made in a managed HSM.</source>
        <translation>Schlüssel der Art {0} können nur in einem verwalteten HSM erstellt werden.</translation>
    </message>
    <message>
        <source>Keys of the kind {0} can only be made in a premium vault, and &apos;{t}&apos; is in a standard one.</source>
        <translation>Schlüssel der Art {0} können nur in einem Premium-Tresor erstellt werden, und „{t}“ liegt in einem Standard-Tresor.</translation>
    </message>
    <message>
        <source>Cryptographic</source>
        <translation>Kryptografisch</translation>
    </message>
    <message>
        <source>Privileged and rotation</source>
        <translation>Privilegiert und Rotation</translation>
    </message>
    <message>
        <source>first passphrase</source>
        <translation>erste Passphrase</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; in group &apos;{1}&apos;</source>
        <translation>„{0}“ in Gruppe „{1}“</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; role {1} on {2}</source>
        <translation>„{0}“: Rolle {1}, {2}</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; {1} in vault {2}</source>
        <translation>„{0}“: {1} in Tresor {2}</translation>
    </message>
    <message>
        <source>access policies decide in vault {0}</source>
        <translation>in Tresor {0} entscheiden Zugriffsrichtlinien</translation>
    </message>
    <message>
        <source>client secret {0} of &apos;{1}&apos;</source>
        <translation>geheimer Clientschlüssel {0} von „{1}“</translation>
    </message>
    <message>
        <source>every IPv4 address</source>
        <translation>jede IPv4-Adresse</translation>
    </message>
    <message>
        <source>every IPv4 address and every IPv6 address</source>
        <translation>jede IPv4-Adresse und jede IPv6-Adresse</translation>
    </message>
    <message>
        <source>every IPv6 address</source>
        <translation>jede IPv6-Adresse</translation>
    </message>
    <message>
        <source>network rules of vault {0} as they were: {1}</source>
        <translation>Netzwerkregeln von Tresor {0}, wie sie waren: {1}</translation>
    </message>
    <message>
        <source>roles decide in vault {0}</source>
        <translation>in Tresor {0} entscheiden Rollen</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos; of {2}</source>
        <translation>{0} „{1}“ vom {2}</translation>
    </message>
    <message>
        <source>{0} (deleted today)</source>
        <translation>{0} (inzwischen gelöscht)</translation>
    </message>
    <message>
        <source>{0} (disabled today)</source>
        <translation>{0} (inzwischen deaktiviert)</translation>
    </message>
    <message>
        <source>{0} (purged today)</source>
        <translation>{0} (inzwischen endgültig gelöscht)</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot use key {t} any more</source>
        <translation>„{0}“ kann den Schlüssel {t} nicht mehr verwenden</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; has no permission on key {t}</source>
        <translation>„{0}“ hat keine Berechtigung für den Schlüssel {t}</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; keeps its access: {0}</source>
        <translation>„{t}“ behält den Zugriff: {0}</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; loses {0} in {1} at once</source>
        <translation>„{t}“ verliert in {1} sofort: {0}</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; may {0} with key {1}: what it made with this version it cannot open any more</source>
        <translation>„{t}“ hat für den Schlüssel {1} die Berechtigung {0}: Was damit unter dieser Version entstanden ist, lässt sich nicht mehr öffnen</translation>
    </message>
    <message>
        <source>Allow &apos;{t}&apos; {0} in vault {1}, so that it keeps its access</source>
        <translation>„{t}“ im Tresor {1} erlauben, damit der Zugriff erhalten bleibt: {0}</translation>
    </message>
    <message>
        <source>And so on, for {t} more</source>
        <translation>Und so weiter, für {t} weitere</translation>
    </message>
    <message>
        <source>Assign role {0} on vault {1} to &apos;{t}&apos;, so that it keeps its access</source>
        <translation>„{t}“ die Rolle {0} auf dem Tresor {1} zuweisen, damit der Zugriff erhalten bleibt</translation>
    </message>
    <message>
        <source>Assign role {0} on vault {1} to &apos;{t}&apos;, so that it keeps its access; the role also allows {2}</source>
        <translation>„{t}“ die Rolle {0} auf dem Tresor {1} zuweisen, damit der Zugriff erhalten bleibt; die Rolle erlaubt außerdem {2}</translation>
    </message>
    <message>
        <source>Create a role of your own that does: keywardctl role create NAME --data-action ACTION. Or switch without keeping everybody&apos;s access: --no-grants.</source>
        <translation>Eine eigene Rolle erstellen, die das erlaubt: keywardctl role create NAME --data-action ACTION. Oder umstellen, ohne allen den Zugriff zu erhalten: --no-grants.</translation>
    </message>
    <message>
        <source>Destroy those copies where they are kept, if nobody may use the key any more.</source>
        <translation>Diese Kopien dort vernichten, wo sie aufbewahrt werden, wenn niemand den Schlüssel mehr verwenden können soll.</translation>
    </message>
    <message>
        <source>Disable version {0} of key {t}, which nothing needs any more; it is not deleted</source>
        <translation>Version {0} des Schlüssels {t} deaktivieren, da nichts sie mehr benötigt; gelöscht wird sie nicht</translation>
    </message>
    <message>
        <source>Disable version {0} of key {t}; enabling it again is the way back</source>
        <translation>Version {0} des Schlüssels {t} deaktivieren; der Weg zurück ist, sie wieder zu aktivieren</translation>
    </message>
    <message>
        <source>Have {t} take up the new version now; by itself it would within an hour</source>
        <translation>{t} die neue Version jetzt übernehmen lassen; von selbst geschähe es innerhalb einer Stunde</translation>
    </message>
    <message>
        <source>Key {t} has a newer version: {0}</source>
        <translation>Vom Schlüssel {t} gibt es eine neuere Version: {0}</translation>
    </message>
    <message>
        <source>Key {t} has no backup of its newest version</source>
        <translation>Vom Schlüssel {t} gibt es keine Sicherung der neuesten Version</translation>
    </message>
    <message>
        <source>Key {t} is there</source>
        <translation>Der Schlüssel {t} ist vorhanden</translation>
    </message>
    <message>
        <source>Let {0} decide who may use vault {t}; the other grants are kept, without effect</source>
        <translation>{0} entscheiden lassen, wer den Tresor {t} verwenden darf; die anderen Berechtigungen bleiben ohne Wirkung erhalten</translation>
    </message>
    <message>
        <source>Move subscription {t} to tenant {0}, with all that stands in it</source>
        <translation>Abonnement {t} in den Mandanten {0} verschieben, mit allem, was darin liegt</translation>
    </message>
    <message>
        <source>No role allows what &apos;{t}&apos; has in the vault: {0}.</source>
        <translation>Keine Rolle erlaubt, was „{t}“ im Tresor darf: {0}.</translation>
    </message>
    <message>
        <source>Nothing can use key {t} any more</source>
        <translation>Nichts kann den Schlüssel {t} mehr verwenden</translation>
    </message>
    <message>
        <source>Recover key {t}</source>
        <translation>Gelöschten Schlüssel {t} wiederherstellen</translation>
    </message>
    <message>
        <source>Recover vault {t} with its keys</source>
        <translation>Gelöschten Tresor {t} mit seinen Schlüsseln wiederherstellen</translation>
    </message>
    <message>
        <source>Remove the access policy of &apos;{0}&apos; from vault {t}</source>
        <translation>Zugriffsrichtlinie von „{0}“ aus dem Tresor {t} entfernen</translation>
    </message>
    <message>
        <source>Return {t} to service-managed keys, so that it goes on working</source>
        <translation>{t} auf dienstseitig verwaltete Schlüssel zurückstellen, damit der Betrieb weitergeht</translation>
    </message>
    <message>
        <source>Rotate key {t}: a new version, the old ones keep working</source>
        <translation>Schlüssel {t} rotieren: eine neue Version, die alten funktionieren weiter</translation>
    </message>
    <message>
        <source>Set {t} to the new version: its key was given with a version, so it does not follow by itself</source>
        <translation>{t} auf die neue Version setzen: Der Schlüssel wurde mit einer Version angegeben, daher wird sie nicht von selbst übernommen</translation>
    </message>
    <message>
        <source>Subscription {t} stands in tenant {0}</source>
        <translation>Das Abonnement {t} gehört zum Mandanten {0}</translation>
    </message>
    <message>
        <source>Subscription {t} stands in tenant {0}, and what is in it works there</source>
        <translation>Das Abonnement {t} gehört zum Mandanten {0}, und was darin liegt, funktioniert dort</translation>
    </message>
    <message>
        <source>Take &apos;{0}&apos; out of group &apos;{t}&apos;, through which it has access</source>
        <translation>„{0}“ aus der Gruppe „{t}“ entfernen, über die der Zugriff besteht</translation>
    </message>
    <message>
        <source>Take role {0} on {1} from &apos;{t}&apos;</source>
        <translation>„{t}“ die Rolle {0} auf {1} entziehen</translation>
    </message>
    <message>
        <source>Vault {t} goes by {0}</source>
        <translation>Der Tresor {t} ist auf {0} umgestellt</translation>
    </message>
    <message>
        <source>Vault {t} is there</source>
        <translation>Der Tresor {t} ist vorhanden</translation>
    </message>
    <message>
        <source>Vault {t} is there again, and what needs its keys works</source>
        <translation>Der Tresor {t} ist wieder vorhanden, und was seine Schlüssel benötigt, funktioniert</translation>
    </message>
    <message>
        <source>Version {0} of key {t} is disabled</source>
        <translation>Version {0} des Schlüssels {t} ist deaktiviert</translation>
    </message>
    <message>
        <source>Version {0} of key {t} stays enabled as long as it is needed: {1}</source>
        <translation>Version {0} des Schlüssels {t} bleibt aktiviert, solange sie gebraucht wird: {1}</translation>
    </message>
    <message>
        <source>What left the vault of key {t} stays valid: {0}</source>
        <translation>Was den Tresor des Schlüssels {t} verlassen hat, bleibt gültig: {0}</translation>
    </message>
    <message>
        <source>{t} loses its key at once: {0}</source>
        <translation>{t} verliert sofort den Schlüssel: {0}</translation>
    </message>
    <message>
        <source>{t} stays without its key: {0}</source>
        <translation>{t} bleibt ohne Schlüssel: {0}</translation>
    </message>
    <message>
        <source>{t} uses version {0}</source>
        <translation>{t} verwendet die Version {0}</translation>
    </message>
    <message>
        <source>{t} works with a newer version than {0}</source>
        <translation>{t} wird in einer neueren Version als {0} verwendet</translation>
    </message>
    <message>
        <source>{t} works with its key</source>
        <translation>{t} kann den Schlüssel verwenden</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; names no key. Write VAULT/KEY or VAULT/KEY/VERSION.</source>
        <translation>„{0}“ bezeichnet keinen Schlüssel. Schreiben Sie TRESOR/SCHLÜSSEL oder TRESOR/SCHLÜSSEL/VERSION.</translation>
    </message>
    <message>
        <source>0, its header,</source>
        <translation>0 (dessen Kopf)</translation>
    </message>
    <message>
        <source>1 to 120 characters on one line, no space at either end, no slash</source>
        <translation>1 bis 120 Zeichen in einer Zeile, kein Leerzeichen am Anfang oder Ende, kein Schrägstrich</translation>
    </message>
    <message>
        <source>1 to 127 letters, digits and hyphens</source>
        <translation>1 bis 127 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>1 to 90 letters, digits, hyphens, underscores, points and parentheses, not ending with a point</source>
        <translation>1 bis 90 Buchstaben, Ziffern, Binde- und Unterstriche, Punkte und Klammern, kein Punkt am Ende</translation>
    </message>
    <message>
        <source>2 to 40 small letters and digits, as in westeurope</source>
        <translation>2 bis 40 Kleinbuchstaben und Ziffern, etwa westeurope</translation>
    </message>
    <message>
        <source>2 to 50 letters, digits and hyphens, beginning with a letter</source>
        <translation>2 bis 50 Buchstaben, Ziffern und Bindestriche, beginnend mit einem Buchstaben</translation>
    </message>
    <message>
        <source>3 to 24 letters, digits and hyphens, beginning with a letter, ending with a letter or digit, no two hyphens in a row</source>
        <translation>3 bis 24 Buchstaben, Ziffern und Bindestriche, beginnend mit einem Buchstaben, endend mit Buchstabe oder Ziffer, keine zwei Bindestriche nacheinander</translation>
    </message>
    <message>
        <source>; its data is missing beside the keystore ({0})</source>
        <translation>; die Daten neben dem Schlüsselspeicher fehlen ({0})</translation>
    </message>
    <message>
        <source>A key given by URI also needs the subscription of its key vault.</source>
        <translation>Zu einem Schlüssel, der per URI angegeben ist, gehört auch das Abonnement seines Schlüsseltresors.</translation>
    </message>
    <message>
        <source>Argon2id: {0}</source>
        <translation>Argon2id: {0}</translation>
    </message>
    <message>
        <source>Keyward protects folders</source>
        <translation>Keyward schützt Ordner</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver shows no handle</source>
        <translation>der SQLite-Treiber von Qt gibt keinen Zugriff auf die Verbindung</translation>
    </message>
    <message>
        <source>RSA-OAEP-256, RSA-OAEP; RSA1_5 to read old data</source>
        <translation>RSA-OAEP-256, RSA-OAEP; RSA1_5 zum Lesen alter Daten</translation>
    </message>
    <message>
        <source>SQLite cannot be told to run no triggers</source>
        <translation>SQLite lässt sich nicht anweisen, keine Trigger auszuführen</translation>
    </message>
    <message>
        <source>SQLite cannot read it</source>
        <translation>SQLite kann sie nicht lesen</translation>
    </message>
    <message>
        <source>SQLite finds it malformed: {0}</source>
        <translation>SQLite findet die Datei fehlerhaft: {0}</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>The copy needs the name of a new file.</source>
        <translation>Die Kopie braucht den Namen einer neuen Datei.</translation>
    </message>
    <message>
        <source>The identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>The principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>What is bound has to go on under another key than this one.</source>
        <translation>Was gebunden ist, muss künftig einen anderen Schlüssel als diesen verwenden.</translation>
    </message>
    <message>
        <source>a copy is being put back</source>
        <translation>eine Kopie wird gerade zurückgespielt</translation>
    </message>
    <message>
        <source>a disk is mounted there; name a new folder in it</source>
        <translation>dort ist ein Datenträger eingehängt; nennen Sie einen neuen Ordner darin</translation>
    </message>
    <message>
        <source>a folder below it was moved away while it was read</source>
        <translation>ein Ordner darunter wurde während des Lesens verschoben</translation>
    </message>
    <message>
        <source>a library of this process used OpenSSL before it could be told to wipe what it frees</source>
        <translation>eine Bibliothek dieses Prozesses hat OpenSSL verwendet, bevor sich das Löschen freigegebenen Speichers einstellen ließ</translation>
    </message>
    <message>
        <source>a part of it was altered, removed or added</source>
        <translation>ein Teil davon wurde geändert, entfernt oder hinzugefügt</translation>
    </message>
    <message>
        <source>a refused kind was accepted</source>
        <translation>eine abgelehnte Art wurde angenommen</translation>
    </message>
    <message>
        <source>a report was exported when it was there; now it is missing</source>
        <translation>ein Bericht wurde exportiert, als er noch da war; jetzt fehlt er</translation>
    </message>
    <message>
        <source>a role without a name</source>
        <translation>eine Rolle ohne Namen</translation>
    </message>
    <message>
        <source>a schedule needs the folder to back up (--source)</source>
        <translation>ein Zeitplan braucht den zu sichernden Ordner (--source)</translation>
    </message>
    <message>
        <source>a shell pattern such as *.tmp</source>
        <translation>ein Muster wie *.tmp</translation>
    </message>
    <message>
        <source>a system-assigned identity ends with its resource</source>
        <translation>eine systemseitig zugewiesene Identität endet mit ihrer Ressource</translation>
    </message>
    <message>
        <source>a table is missing</source>
        <translation>eine Tabelle fehlt</translation>
    </message>
    <message>
        <source>a value is not base64url</source>
        <translation>ein Wert ist nicht base64url-codiert</translation>
    </message>
    <message>
        <source>a {0} is simply run again</source>
        <translation>{0} wird einfach erneut ausgeführt</translation>
    </message>
    <message>
        <source>access policy for</source>
        <translation>Zugriffsrichtlinie für</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>address range</source>
        <translation>Adressbereich</translation>
    </message>
    <message>
        <source>after {0}</source>
        <translation>nach {0}</translation>
    </message>
    <message>
        <source>algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>all its bytes are the same</source>
        <translation>alle seine Bytes sind gleich</translation>
    </message>
    <message>
        <source>all of them were removed</source>
        <translation>alle wurden entfernt</translation>
    </message>
    <message>
        <source>an even number of digits</source>
        <translation>eine gerade Anzahl von Ziffern</translation>
    </message>
    <message>
        <source>another passphrase shares the parameters in use; remove it first</source>
        <translation>eine weitere Passphrase teilt die verwendeten Parameter; entfernen Sie sie zuerst</translation>
    </message>
    <message>
        <source>another process carries out what is due</source>
        <translation>ein anderer Prozess führt das Fällige aus</translation>
    </message>
    <message>
        <source>another process runs this job</source>
        <translation>ein anderer Prozess führt diesen Auftrag aus</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>as JSON it is no JWK of the kind RSA, EC or oct</source>
        <translation>als JSON ist es kein JWK der Art RSA, EC oder oct</translation>
    </message>
    <message>
        <source>as PEM it has no private key, only public parts</source>
        <translation>als PEM enthält sie keinen privaten Schlüssel, nur öffentliche Teile</translation>
    </message>
    <message>
        <source>as in Microsoft.KeyVault/vaults/keys/wrap/action; * stands for any characters</source>
        <translation>etwa Microsoft.KeyVault/vaults/keys/wrap/action; * steht für beliebige Zeichen</translation>
    </message>
    <message>
        <source>assignment of role {0} on {1} to</source>
        <translation>Zuweisung der Rolle {0} auf {1} an</translation>
    </message>
    <message>
        <source>at least 15 minutes</source>
        <translation>mindestens 15 Minuten</translation>
    </message>
    <message>
        <source>at most two years from now</source>
        <translation>höchstens zwei Jahre ab jetzt</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>at most {0}; use groups, or roles</source>
        <translation>höchstens {0}; verwenden Sie Gruppen oder Rollen</translation>
    </message>
    <message>
        <source>backup policy</source>
        <translation>Sicherungsrichtlinie</translation>
    </message>
    <message>
        <source>backups of the MARS agent, which have a passphrase of their own</source>
        <translation>Sicherungen des MARS-Agenten, die eine eigene Passphrase haben</translation>
    </message>
    <message>
        <source>base64url text</source>
        <translation>base64url-Text</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>classic virtual machines</source>
        <translation>klassische virtuelle Computer</translation>
    </message>
    <message>
        <source>client secret</source>
        <translation>geheimer Clientschlüssel</translation>
    </message>
    <message>
        <source>data action on keys</source>
        <translation>Datenaktion auf Schlüsseln</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verweigert</translation>
    </message>
    <message>
        <source>digits 0-9 and a-f only</source>
        <translation>nur die Ziffern 0-9 und a-f</translation>
    </message>
    <message>
        <source>escrow</source>
        <translation>Hinterlegung</translation>
    </message>
    <message>
        <source>estate</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>exclude pattern</source>
        <translation>Ausschlussmuster</translation>
    </message>
    <message>
        <source>expiry of a client secret</source>
        <translation>Ablauf eines geheimen Clientschlüssels</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>geography</source>
        <translation>Geografie</translation>
    </message>
    <message>
        <source>get, list, update, create, import, delete, recover, backup, restore, decrypt, encrypt, unwrapKey, wrapKey, verify, sign, purge, release, rotate, getrotationpolicy, setrotationpolicy</source>
        <translation>get, list, update, create, import, delete, recover, backup, restore, decrypt, encrypt, unwrapKey, wrapKey, verify, sign, purge, release, rotate, getrotationpolicy, setrotationpolicy</translation>
    </message>
    <message>
        <source>give it an address space, as in 10.1.0.0/16</source>
        <translation>geben Sie einen Adressraum an, etwa 10.1.0.0/16</translation>
    </message>
    <message>
        <source>give it one</source>
        <translation>geben Sie einen an</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>group {0} does not fit its check digit</source>
        <translation>Gruppe {0} passt nicht zu ihrer Prüfziffer</translation>
    </message>
    <message>
        <source>hexadecimal text</source>
        <translation>hexadezimaler Text</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>it became shorter</source>
        <translation>sie wurde kürzer</translation>
    </message>
    <message>
        <source>it begins with https://</source>
        <translation>er beginnt mit https://</translation>
    </message>
    <message>
        <source>it begins with {0}, which would join what stands before it</source>
        <translation>er beginnt mit {0}, was sich mit dem davor Stehenden verbinden würde</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>er gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>it belongs to the platform; take its access away instead</source>
        <translation>er gehört der Plattform; nehmen Sie ihm stattdessen den Zugriff</translation>
    </message>
    <message>
        <source>it cannot be made: {0}</source>
        <translation>er lässt sich nicht anlegen: {0}</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>sie lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>it contains that group, or is that group</source>
        <translation>sie enthält diese Gruppe oder ist diese Gruppe</translation>
    </message>
    <message>
        <source>it does not follow its predecessor</source>
        <translation>er schließt nicht an seinen Vorgänger an</translation>
    </message>
    <message>
        <source>it ends with the key or its version, without a query</source>
        <translation>er endet mit dem Schlüssel oder dessen Version, ohne Abfrageteil</translation>
    </message>
    <message>
        <source>it has 16 groups of 6 digits</source>
        <translation>er hat 16 Gruppen zu 6 Ziffern</translation>
    </message>
    <message>
        <source>it has 16 groups of 6 digits; {0} digits were typed</source>
        <translation>er hat 16 Gruppen zu 6 Ziffern; {0} Ziffern wurden eingegeben</translation>
    </message>
    <message>
        <source>it has held the write lock for {0} seconds</source>
        <translation>er hält die Schreibsperre seit {0} Sekunden</translation>
    </message>
    <message>
        <source>it has no access policy there</source>
        <translation>es gibt dort keine Zugriffsrichtlinie dafür</translation>
    </message>
    <message>
        <source>it has no member &apos;{0}&apos;</source>
        <translation>der Bestandteil „{0}“ fehlt</translation>
    </message>
    <message>
        <source>it has no private part</source>
        <translation>er hat keinen privaten Teil</translation>
    </message>
    <message>
        <source>it has no role there</source>
        <translation>es gibt dort keine Rolle dafür</translation>
    </message>
    <message>
        <source>it has no service endpoint for key vaults: keywardctl network subnet-add {0} … --service-endpoint</source>
        <translation>es hat keinen Dienstendpunkt für Schlüsseltresore: keywardctl network subnet-add {0} … --service-endpoint</translation>
    </message>
    <message>
        <source>it has {0}; remove one first</source>
        <translation>es gibt schon {0}; entfernen Sie zuerst einen</translation>
    </message>
    <message>
        <source>it holds {0} of {1}</source>
        <translation>enthalten sind {0} von {1}</translation>
    </message>
    <message>
        <source>it holds {0}, a control character</source>
        <translation>er enthält {0}, ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it holds {0}, to which no character is assigned</source>
        <translation>er enthält {0}, dem kein Zeichen zugewiesen ist</translation>
    </message>
    <message>
        <source>it holds {0}, which cannot be seen</source>
        <translation>er enthält {0}, das nicht zu sehen ist</translation>
    </message>
    <message>
        <source>it is a {0}, which takes no backups</source>
        <translation>{0} nimmt keine Sicherungen auf</translation>
    </message>
    <message>
        <source>it is about the keys of vaults, and there are none below a {0}; assign it on a vault, a key, a resource group, a subscription or the tenant</source>
        <translation>sie betrifft die Schlüssel von Tresoren, und darunter gibt es keine ({0}); weisen Sie sie auf einem Tresor, einem Schlüssel, einer Ressourcengruppe, einem Abonnement oder dem Mandanten zu</translation>
    </message>
    <message>
        <source>it is built in; make one of your own</source>
        <translation>sie ist eingebaut; legen Sie eine eigene an</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>it is larger than {0} bytes</source>
        <translation>größer als {0} Bytes</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>it is no transfer blob: no JSON object with a header</source>
        <translation>kein Übertragungsblob: kein JSON-Objekt mit Kopf</translation>
    </message>
    <message>
        <source>it is not a folder</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>it is not inside the network&apos;s address space</source>
        <translation>er liegt nicht im Adressraum des Netzwerks</translation>
    </message>
    <message>
        <source>it is not valid UTF-8</source>
        <translation>kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>it is of the kind {0}</source>
        <translation>es ist von der Art {0}</translation>
    </message>
    <message>
        <source>it is open; close the other programs that use it</source>
        <translation>er ist geöffnet; schließen Sie die anderen Programme, die ihn verwenden</translation>
    </message>
    <message>
        <source>it is shorter than its header</source>
        <translation>kürzer als der eigene Kopf</translation>
    </message>
    <message>
        <source>it is stopped or busy</source>
        <translation>er ist angehalten oder beschäftigt</translation>
    </message>
    <message>
        <source>it is {0}</source>
        <translation>ist {0}</translation>
    </message>
    <message>
        <source>it is {0}; remove it and request it again</source>
        <translation>ist {0}; entfernen Sie ihn und fordern Sie ihn neu an</translation>
    </message>
    <message>
        <source>it lacks &apos;{0}&apos;, of which &apos;{1}&apos; is another name</source>
        <translation>es fehlt „{0}“, wovon „{1}“ ein anderer Name ist</translation>
    </message>
    <message>
        <source>it looks like &apos;{0}&apos;, which exists</source>
        <translation>er sieht aus wie „{0}“, das es schon gibt</translation>
    </message>
    <message>
        <source>it must allow at least one data action</source>
        <translation>sie muss mindestens eine Datenaktion erlauben</translation>
    </message>
    <message>
        <source>it names a folder</source>
        <translation>bezeichnet einen Ordner</translation>
    </message>
    <message>
        <source>it names nothing; it is {0}</source>
        <translation>es bezeichnet nichts; möglich: {0}</translation>
    </message>
    <message>
        <source>it needs a path</source>
        <translation>braucht einen Pfad</translation>
    </message>
    <message>
        <source>it overlaps subnet {0}</source>
        <translation>er überschneidet sich mit Subnetz {0}</translation>
    </message>
    <message>
        <source>it reaches beyond the IPv4 addresses written as IPv6; write those as in 192.0.2.0/24</source>
        <translation>er reicht über die als IPv6 geschriebenen IPv4-Adressen hinaus; schreiben Sie diese etwa als 192.0.2.0/24</translation>
    </message>
    <message>
        <source>it reads as an id, and ids are looked up first</source>
        <translation>er liest sich wie eine Kennung, und Kennungen werden zuerst gesucht</translation>
    </message>
    <message>
        <source>it was added outside Keyward</source>
        <translation>er wurde außerhalb von Keyward hinzugefügt</translation>
    </message>
    <message>
        <source>it was made by a faulty generator, and its private part can be found (CVE-2017-15361)</source>
        <translation>er stammt aus einem fehlerhaften Generator, und sein privater Teil lässt sich ermitteln (CVE-2017-15361)</translation>
    </message>
    <message>
        <source>it was made for a key of vault {0}</source>
        <translation>er wurde für einen Schlüssel des Tresors {0} gemacht</translation>
    </message>
    <message>
        <source>it was moved or replaced while it was open</source>
        <translation>die Datei wurde verschoben oder ersetzt, während sie geöffnet war</translation>
    </message>
    <message>
        <source>it was removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>it, or one before it, was rewritten since that report was exported</source>
        <translation>dieser oder ein früherer wurde seit dem Export jenes Berichts umgeschrieben</translation>
    </message>
    <message>
        <source>its PEM block is broken</source>
        <translation>der PEM-Block ist beschädigt</translation>
    </message>
    <message>
        <source>its PEM header is broken</source>
        <translation>der PEM-Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>its access policy lacks that permission</source>
        <translation>der Zugriffsrichtlinie fehlt diese Berechtigung</translation>
    </message>
    <message>
        <source>its address has bits beyond the prefix; write the first address of the range</source>
        <translation>die Adresse hat Bits hinter dem Präfix; schreiben Sie die erste Adresse des Bereichs</translation>
    </message>
    <message>
        <source>its archive is malformed</source>
        <translation>das Archiv ist fehlerhaft</translation>
    </message>
    <message>
        <source>its checksums were altered</source>
        <translation>die Prüfsummen wurden geändert</translation>
    </message>
    <message>
        <source>its checksums were removed</source>
        <translation>die Prüfsummen wurden entfernt</translation>
    </message>
    <message>
        <source>its ciphertext is not base64url</source>
        <translation>der Geheimtext ist nicht base64url-codiert</translation>
    </message>
    <message>
        <source>its contents make no sense</source>
        <translation>der Inhalt ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>its contents or its place were changed</source>
        <translation>Inhalt oder Platz wurden geändert</translation>
    </message>
    <message>
        <source>its entry for this keystore is malformed</source>
        <translation>der Eintrag für diesen Schlüsselspeicher ist fehlerhaft</translation>
    </message>
    <message>
        <source>its format number was set back</source>
        <translation>die Formatnummer wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>its hashing parameters are malformed</source>
        <translation>die Hashparameter sind fehlerhaft</translation>
    </message>
    <message>
        <source>its hashing parameters are out of bounds</source>
        <translation>die Hashparameter liegen außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>its head is older than its log</source>
        <translation>der Kopf ist älter als das Protokoll</translation>
    </message>
    <message>
        <source>its head makes no sense</source>
        <translation>der Kopf ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>its head was altered</source>
        <translation>der Kopf wurde geändert</translation>
    </message>
    <message>
        <source>its header asks for another mechanism than {0}</source>
        <translation>der Kopf verlangt ein anderes Verfahren als {0}</translation>
    </message>
    <message>
        <source>its header names no key (kid)</source>
        <translation>der Kopf nennt keinen Schlüssel (kid)</translation>
    </message>
    <message>
        <source>its host stands alone, without user or port</source>
        <translation>der Host steht allein, ohne Benutzer oder Port</translation>
    </message>
    <message>
        <source>its id is malformed</source>
        <translation>die Kennung ist fehlerhaft</translation>
    </message>
    <message>
        <source>its keyring is malformed</source>
        <translation>der Schlüsselbund ist fehlerhaft</translation>
    </message>
    <message>
        <source>its keyring lacks a key</source>
        <translation>dem Schlüsselbund fehlt ein Schlüssel</translation>
    </message>
    <message>
        <source>its keyring was altered</source>
        <translation>der Schlüsselbund wurde geändert</translation>
    </message>
    <message>
        <source>its leaf hash is not that of its contents</source>
        <translation>der Blatt-Hash passt nicht zum Inhalt</translation>
    </message>
    <message>
        <source>its list of unlock slots was altered</source>
        <translation>die Liste der Entsperrplätze wurde geändert</translation>
    </message>
    <message>
        <source>its log could not be merged into it</source>
        <translation>das Protokoll ließ sich nicht einarbeiten</translation>
    </message>
    <message>
        <source>its member &apos;{0}&apos; has the wrong length</source>
        <translation>der Bestandteil „{0}“ hat die falsche Länge</translation>
    </message>
    <message>
        <source>its member &apos;{0}&apos; is empty</source>
        <translation>der Bestandteil „{0}“ ist leer</translation>
    </message>
    <message>
        <source>its member &apos;{0}&apos; is too long</source>
        <translation>der Bestandteil „{0}“ ist zu lang</translation>
    </message>
    <message>
        <source>its part &apos;{0}&apos; is missing</source>
        <translation>der Teil „{0}“ fehlt</translation>
    </message>
    <message>
        <source>its parts do not belong together</source>
        <translation>die Teile gehören nicht zusammen</translation>
    </message>
    <message>
        <source>its path is too long for a socket</source>
        <translation>der Pfad ist für einen Socket zu lang</translation>
    </message>
    <message>
        <source>its primes have {0} and {1} bits; each must have half of {2} (FIPS 186-5, A.1.1)</source>
        <translation>die Primzahlen haben {0} und {1} Bit; jede muss halb so viele wie {2} haben (FIPS 186-5, A.1.1)</translation>
    </message>
    <message>
        <source>its primes lie so close together that anybody can find them from the public key (FIPS 186-5, A.1.1)</source>
        <translation>die Primzahlen liegen so nah beieinander, dass jeder sie aus dem öffentlichen Schlüssel ermitteln kann (FIPS 186-5, A.1.1)</translation>
    </message>
    <message>
        <source>its private exponent is so small that anybody can find it from the public key (FIPS 186-5, A.1.1)</source>
        <translation>der private Exponent ist so klein, dass jeder ihn aus dem öffentlichen Schlüssel ermitteln kann (FIPS 186-5, A.1.1)</translation>
    </message>
    <message>
        <source>its private number is so small that it can be found</source>
        <translation>die private Zahl ist so klein, dass sie sich ermitteln lässt</translation>
    </message>
    <message>
        <source>its public exponent has {0} bits, and programs take no more than 64: nobody could check what it signs or wrap a key with it</source>
        <translation>der öffentliche Exponent hat {0} Bit, Programme nehmen höchstens 64 an: Niemand könnte prüfen, was damit signiert wird, oder damit einen Schlüssel verpacken</translation>
    </message>
    <message>
        <source>its public exponent must be odd and at least 65537 (FIPS 186-5)</source>
        <translation>der öffentliche Exponent muss ungerade und mindestens 65537 sein (FIPS 186-5)</translation>
    </message>
    <message>
        <source>its roles lack that data action</source>
        <translation>den Rollen fehlt diese Datenaktion</translation>
    </message>
    <message>
        <source>its schema version is not 1.0.0</source>
        <translation>die Schemaversion ist nicht 1.0.0</translation>
    </message>
    <message>
        <source>its seal does not fit</source>
        <translation>das Siegel passt nicht</translation>
    </message>
    <message>
        <source>its signature cannot be read</source>
        <translation>die Signatur ist nicht lesbar</translation>
    </message>
    <message>
        <source>its signature is missing</source>
        <translation>die Signatur fehlt</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>job to cancel</source>
        <translation>abzubrechender Auftrag</translation>
    </message>
    <message>
        <source>job to resume</source>
        <translation>fortzusetzender Auftrag</translation>
    </message>
    <message>
        <source>job {0} is backing up the same folder</source>
        <translation>Auftrag {0} sichert denselben Ordner</translation>
    </message>
    <message>
        <source>job {0} is running</source>
        <translation>Auftrag {0} läuft</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>key material {0} is missing</source>
        <translation>Schlüsselmaterial {0} fehlt</translation>
    </message>
    <message>
        <source>key name</source>
        <translation>Schlüsselname</translation>
    </message>
    <message>
        <source>key permission</source>
        <translation>Schlüsselberechtigung</translation>
    </message>
    <message>
        <source>key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>kind of item here</source>
        <translation>Art von Element hier</translation>
    </message>
    <message>
        <source>kind of resource</source>
        <translation>Art von Ressource</translation>
    </message>
    <message>
        <source>letters, digits, &apos;-&apos; and &apos;_&apos; only</source>
        <translation>nur Buchstaben, Ziffern, „-“ und „_“</translation>
    </message>
    <message>
        <source>list of key permissions</source>
        <translation>Liste von Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>lock name</source>
        <translation>Name der Sperre</translation>
    </message>
    <message>
        <source>locks guard management, not single keys; set it on the vault, and purge protection for its keys</source>
        <translation>Sperren schützen die Verwaltung, nicht einzelne Schlüssel; setzen Sie sie auf den Tresor und schützen Sie dessen Schlüssel vor dem endgültigen Löschen</translation>
    </message>
    <message>
        <source>many others wait for it</source>
        <translation>viele andere warten darauf</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>member of &apos;{0}&apos;</source>
        <translation>Mitglied von „{0}“</translation>
    </message>
    <message>
        <source>memory is 64 to 1024 MiB</source>
        <translation>Speicher von 64 bis 1024 MiB</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>name and value have at most 256 characters, the name at least one</source>
        <translation>Name und Wert haben höchstens 256 Zeichen, der Name mindestens eins</translation>
    </message>
    <message>
        <source>name at least one, or remove the policy</source>
        <translation>nennen Sie mindestens eine oder entfernen Sie die Richtlinie</translation>
    </message>
    <message>
        <source>newest key version in use by</source>
        <translation>neueste Schlüsselversion in Verwendung durch</translation>
    </message>
    <message>
        <source>not of the form m=256,t=3,p=4</source>
        <translation>nicht in der Form m=256,t=3,p=4</translation>
    </message>
    <message>
        <source>number of access policies of a vault</source>
        <translation>Anzahl der Zugriffsrichtlinien eines Tresors</translation>
    </message>
    <message>
        <source>number of address ranges</source>
        <translation>Anzahl der Adressbereiche</translation>
    </message>
    <message>
        <source>number of subnets</source>
        <translation>Anzahl der Subnetze</translation>
    </message>
    <message>
        <source>number of tags</source>
        <translation>Anzahl der Tags</translation>
    </message>
    <message>
        <source>oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>one was altered, removed or added</source>
        <translation>einer wurde geändert, entfernt oder hinzugefügt</translation>
    </message>
    <message>
        <source>one was removed or added</source>
        <translation>einer wurde entfernt oder hinzugefügt</translation>
    </message>
    <message>
        <source>operation of {0} keys</source>
        <translation>Vorgang für {0}-Schlüssel</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>other processes wrote without pause</source>
        <translation>andere Prozesse schrieben ohne Pause</translation>
    </message>
    <message>
        <source>other users may look into it</source>
        <translation>andere Benutzer dürfen hineinsehen</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>pages are missing at its end</source>
        <translation>am Ende fehlen Seiten</translation>
    </message>
    <message>
        <source>passes and lanes are 1 to 16</source>
        <translation>Durchläufe und Spuren von 1 bis 16</translation>
    </message>
    <message>
        <source>passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>pdf, html, csv or json</source>
        <translation>pdf, html, csv oder json</translation>
    </message>
    <message>
        <source>place in that tenant of subscription</source>
        <translation>Platz in diesem Mandanten des Abonnements</translation>
    </message>
    <message>
        <source>place of its key vault</source>
        <translation>Ort des zugehörigen Schlüsseltresors</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>Prinzipal</translation>
    </message>
    <message>
        <source>principal to delete</source>
        <translation>zu löschender Prinzipal</translation>
    </message>
    <message>
        <source>private endpoint</source>
        <translation>privater Endpunkt</translation>
    </message>
    <message>
        <source>purge protection</source>
        <translation>Schutz vor endgültigem Löschen</translation>
    </message>
    <message>
        <source>range of subnet {0}</source>
        <translation>Bereich des Subnetzes {0}</translation>
    </message>
    <message>
        <source>recovery-key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>registered resource provider</source>
        <translation>registrierter Ressourcenanbieter</translation>
    </message>
    <message>
        <source>registration of</source>
        <translation>Registrierung von</translation>
    </message>
    <message>
        <source>report format</source>
        <translation>Berichtsformat</translation>
    </message>
    <message>
        <source>resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>resource group name</source>
        <translation>Name der Ressourcengruppe</translation>
    </message>
    <message>
        <source>resource name</source>
        <translation>Ressourcenname</translation>
    </message>
    <message>
        <source>resource provider</source>
        <translation>Ressourcenanbieter</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>role assignment</source>
        <translation>Rollenzuweisung</translation>
    </message>
    <message>
        <source>role name</source>
        <translation>Rollenname</translation>
    </message>
    <message>
        <source>role to change</source>
        <translation>zu ändernde Rolle</translation>
    </message>
    <message>
        <source>rules or private endpoints of vaults: {0}</source>
        <translation>Regeln oder private Endpunkte von Tresoren: {0}</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>same key material as version</source>
        <translation>gleiches Schlüsselmaterial wie Version</translation>
    </message>
    <message>
        <source>saved wizard</source>
        <translation>gespeicherter Assistent</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>scope for role {0}</source>
        <translation>Bereich für Rolle {0}</translation>
    </message>
    <message>
        <source>sealing a segment</source>
        <translation>Versiegeln eines Segments</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>service profile</source>
        <translation>Dienstprofil</translation>
    </message>
    <message>
        <source>soft delete</source>
        <translation>vorläufiges Löschen</translation>
    </message>
    <message>
        <source>state for private endpoint {0}</source>
        <translation>Zustand für privaten Endpunkt {0}</translation>
    </message>
    <message>
        <source>subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>subnet name</source>
        <translation>Subnetzname</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>subscription name</source>
        <translation>Name des Abonnements</translation>
    </message>
    <message>
        <source>subscription of key vault {0}</source>
        <translation>Abonnement des Schlüsseltresors {0}</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>success</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>symmetric</source>
        <translation>symmetrisch</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>system-assigned</source>
        <translation>systemseitig zugewiesen</translation>
    </message>
    <message>
        <source>system-assigned identity of</source>
        <translation>systemseitig zugewiesene Identität von</translation>
    </message>
    <message>
        <source>system-keyring</source>
        <translation>Systemschlüsselbund</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>tenant name</source>
        <translation>Mandantenname</translation>
    </message>
    <message>
        <source>the PKCS#12 bundle has no private key</source>
        <translation>das PKCS#12-Bündel enthält keinen privaten Schlüssel</translation>
    </message>
    <message>
        <source>the PKCS#12 bundle is broken</source>
        <translation>das PKCS#12-Bündel ist beschädigt</translation>
    </message>
    <message>
        <source>the archive could not be written</source>
        <translation>das Archiv ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>the change was saved, but not that it was seen, by which an older copy put back is noticed ({0})</source>
        <translation>die Änderung wurde gespeichert, aber nicht, dass sie gesehen wurde, woran eine zurückgespielte ältere Kopie auffällt ({0})</translation>
    </message>
    <message>
        <source>the connection ended</source>
        <translation>die Verbindung endete</translation>
    </message>
    <message>
        <source>the database file is malformed</source>
        <translation>die Datenbankdatei ist fehlerhaft</translation>
    </message>
    <message>
        <source>the disk failed: {0}</source>
        <translation>der Datenträger hat versagt: {0}</translation>
    </message>
    <message>
        <source>the entry after it names another one</source>
        <translation>der Eintrag danach nennt einen anderen</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>der Ordner ist nicht vorhanden</translation>
    </message>
    <message>
        <source>the id of one is malformed</source>
        <translation>die Kennung von einem ist fehlerhaft</translation>
    </message>
    <message>
        <source>the key was made in its vault and never left it; only an imported key has an original elsewhere</source>
        <translation>der Schlüssel entstand in seinem Tresor und hat ihn nie verlassen; nur ein importierter Schlüssel hat anderswo ein Original</translation>
    </message>
    <message>
        <source>the log does not end where the store&apos;s head says</source>
        <translation>das Protokoll endet nicht, wo der Kopf des Speichers es angibt</translation>
    </message>
    <message>
        <source>the platform catalogue is malformed: {0}</source>
        <translation>der Plattformkatalog ist fehlerhaft: {0}</translation>
    </message>
    <message>
        <source>the platform has none of that name</source>
        <translation>die Plattform hat keine dieses Namens</translation>
    </message>
    <message>
        <source>the platform has none of that name; did you mean {0}?</source>
        <translation>die Plattform hat keine dieses Namens; meinten Sie {0}?</translation>
    </message>
    <message>
        <source>the platform&apos;s own application of {0}</source>
        <translation>die Anwendung der Plattform selbst von {0}</translation>
    </message>
    <message>
        <source>the service catalogue is malformed: {0}</source>
        <translation>der Dienstkatalog ist fehlerhaft: {0}</translation>
    </message>
    <message>
        <source>the store&apos;s head names another one</source>
        <translation>der Kopf des Speichers nennt einen anderen</translation>
    </message>
    <message>
        <source>the table &apos;{0}&apos; is another one</source>
        <translation>die Tabelle „{0}“ ist eine andere</translation>
    </message>
    <message>
        <source>the {0} &apos;{1}&apos; does not belong to it</source>
        <translation>{0} „{1}“ gehört nicht dazu</translation>
    </message>
    <message>
        <source>there is no {0}.sig beside it</source>
        <translation>daneben liegt keine Datei {0}.sig</translation>
    </message>
    <message>
        <source>they allow {0}</source>
        <translation>sie erlauben {0}</translation>
    </message>
    <message>
        <source>they allow {0}, or import alone</source>
        <translation>sie erlauben {0} oder import allein</translation>
    </message>
    <message>
        <source>transfer blobs carry RSA and EC keys</source>
        <translation>Übertragungsblobs enthalten RSA- und EC-Schlüssel</translation>
    </message>
    <message>
        <source>unlock slot</source>
        <translation>Entsperrplatz</translation>
    </message>
    <message>
        <source>use of {0} in vault</source>
        <translation>Verwendung von {0} im Tresor</translation>
    </message>
    <message>
        <source>user-assigned</source>
        <translation>benutzerseitig zugewiesen</translation>
    </message>
    <message>
        <source>user-assigned identity</source>
        <translation>benutzerseitig zugewiesene Identität</translation>
    </message>
    <message>
        <source>user-assigned identity of {0}</source>
        <translation>benutzerseitig zugewiesene Identität von {0}</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>vault name</source>
        <translation>Tresorname</translation>
    </message>
    <message>
        <source>vault {0} lets it in through its service endpoint</source>
        <translation>Tresor {0} lässt es über seinen Dienstendpunkt herein</translation>
    </message>
    <message>
        <source>virtual network</source>
        <translation>virtuelles Netzwerk</translation>
    </message>
    <message>
        <source>wrapKey</source>
        <translation>wrapKey</translation>
    </message>
    <message>
        <source>{0} of a log entry</source>
        <translation>{0} eines Protokolleintrags</translation>
    </message>
    <message>
        <source>{0} of a log entry&apos;s seal</source>
        <translation>{0} des Siegels eines Protokolleintrags</translation>
    </message>
    <message>
        <source>{0} of a {1}</source>
        <translation>{0} ({1})</translation>
    </message>
    <message>
        <source>{0} of a {1} of a service that is new</source>
        <translation>{0} ({1} eines neuen Dienstes)</translation>
    </message>
    <message>
        <source>{0} of its head</source>
        <translation>{0} des Kopfes</translation>
    </message>
    <message>
        <source>{0} private endpoint</source>
        <translation>privater Endpunkt ({0})</translation>
    </message>
    <message>
        <source>{0} without it</source>
        <translation>{0} ohne diesen</translation>
    </message>
    <message>
        <source>{0}, another one</source>
        <translation>{0}, ein anderer</translation>
    </message>
    <message>
        <source>listed of {0}</source>
        <translation>„listed“ von {0}</translation>
    </message>
    <message>
        <source>no {0}</source>
        <translation>kein {0}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>operations {0}</source>
        <translation>Vorgänge {0}</translation>
    </message>
    <message>
        <source>tags {0}</source>
        <translation>Tags {0}</translation>
    </message>
    <message>
        <source>{0} days of validity</source>
        <translation>{0} Tage Gültigkeit</translation>
    </message>
    <message>
        <source>{0} of validity</source>
        <translation>{0} Gültigkeit</translation>
    </message>
    <message>
        <source>only JSON reports carry a checkpoint that can be compared</source>
        <translation>nur JSON-Berichte enthalten einen Prüfpunkt, der sich vergleichen lässt</translation>
    </message>
    <message>
        <source>other tenant</source>
        <translation>anderer Mandant</translation>
    </message>
    <message>
        <source>recovery point made by then</source>
        <translation>bis dahin erstellter Wiederherstellungspunkt</translation>
    </message>
    <message>
        <source>the sample estate does not fit the rules</source>
        <translation>der Beispielbestand passt nicht zu den Regeln</translation>
    </message>
    <message>
        <source>thing to lock</source>
        <translation>Sache zum Sperren</translation>
    </message>
    <message>
        <source>Access and lifecycle are yours to answer for: losing the key loses the data</source>
        <translation>Für Zugriff und Lebenszyklus ist man selbst verantwortlich: Geht der Schlüssel verloren, sind auch die Daten verloren</translation>
    </message>
    <message>
        <source>Applications have to be built for it</source>
        <translation>Anwendungen müssen dafür gebaut sein</translation>
    </message>
    <message>
        <source>Choose by control of the lifecycle and separated duties against cost and risk. What goes over the network is protected alike in all of them.</source>
        <translation>Abzuwägen sind Kontrolle über den Lebenszyklus und Trennung der Zuständigkeiten gegen Kosten und Risiko. Was über das Netz geht, ist in allen gleich geschützt.</translation>
    </message>
    <message>
        <source>Customer-managed key in a vault</source>
        <translation>Kundenseitig verwalteter Schlüssel in einem Tresor</translation>
    </message>
    <message>
        <source>Everything that the service offers</source>
        <translation>Alles, was der Dienst bietet</translation>
    </message>
    <message>
        <source>Key on your own hardware</source>
        <translation>Schlüssel auf eigener Hardware</translation>
    </message>
    <message>
        <source>Keys and resources can have different owners</source>
        <translation>Schlüssel und Ressourcen können verschiedenen Leuten gehören</translation>
    </message>
    <message>
        <source>Less: the service cannot search, sort or compute on what it cannot read</source>
        <translation>Weniger: Was der Dienst nicht lesen kann, kann er nicht durchsuchen, sortieren oder auswerten</translation>
    </message>
    <message>
        <source>No control of the key&apos;s specification, lifecycle or revocation</source>
        <translation>Keine Kontrolle über Art, Lebenszyklus und Widerruf des Schlüssels</translation>
    </message>
    <message>
        <source>No separated duties: whoever runs the service has the key as well</source>
        <translation>Keine Trennung der Zuständigkeiten: Wer den Dienst betreibt, hat auch den Schlüssel</translation>
    </message>
    <message>
        <source>Not supported by a {0}.</source>
        <translation>Nicht unterstützt von: {0}.</translation>
    </message>
    <message>
        <source>Nothing of it can be read where the service runs</source>
        <translation>Wo der Dienst läuft, ist nichts davon lesbar</translation>
    </message>
    <message>
        <source>One key can be the root of many services</source>
        <translation>Ein Schlüssel kann die Wurzel vieler Dienste sein</translation>
    </message>
    <message>
        <source>Service-managed keys</source>
        <translation>Dienstseitig verwaltete Schlüssel</translation>
    </message>
    <message>
        <source>Simple: nothing to set up, to handle or to pay for</source>
        <translation>Einfach: nichts einzurichten, zu verwalten oder zu bezahlen</translation>
    </message>
    <message>
        <source>Slower, and down whenever the device is; the service sees the data keys all the same, so that it protects about as well as a key in a vault</source>
        <translation>Langsamer, und mit dem Gerät fällt der Dienst aus; die Datenschlüssel sieht er trotzdem, der Schutz ist also etwa der eines Schlüssels in einem Tresor</translation>
    </message>
    <message>
        <source>The key never enters the platform</source>
        <translation>Der Schlüssel kommt nie in die Plattform</translation>
    </message>
    <message>
        <source>The platform: it issues, keeps, rotates and backs up the key</source>
        <translation>Die Plattform: Sie stellt den Schlüssel aus, verwahrt, rotiert und sichert ihn</translation>
    </message>
    <message>
        <source>The same control as over a key in a vault</source>
        <translation>Dieselbe Kontrolle wie über einen Schlüssel in einem Tresor</translation>
    </message>
    <message>
        <source>The service</source>
        <translation>Der Dienst</translation>
    </message>
    <message>
        <source>The service, under data keys that a device of yours wraps</source>
        <translation>Der Dienst, mit Datenschlüsseln, die ein eigenes Gerät verpackt</translation>
    </message>
    <message>
        <source>The service, under data keys that a key of yours wraps</source>
        <translation>Der Dienst, mit Datenschlüsseln, die ein eigener Schlüssel verpackt</translation>
    </message>
    <message>
        <source>There is more to set up and to look after</source>
        <translation>Es ist mehr einzurichten und im Auge zu behalten</translation>
    </message>
    <message>
        <source>Where the service and where the key stands can be chosen</source>
        <translation>Die Orte von Dienst und Schlüssel sind wählbar</translation>
    </message>
    <message>
        <source>You also answer for the device&apos;s storage, security, performance, availability and upkeep, and for the network between</source>
        <translation>Auch für Aufbewahrung, Sicherheit, Leistung, Verfügbarkeit und Pflege des Geräts und für das Netz dazwischen ist man verantwortlich</translation>
    </message>
    <message>
        <source>You answer for keys, access and lifecycle alone: nobody else can bring a key back</source>
        <translation>Für Schlüssel, Zugriff und Lebenszyklus ist man allein verantwortlich: Niemand sonst kann einen Schlüssel zurückbringen</translation>
    </message>
    <message>
        <source>You decide who may use the key, when it is rotated, and whether it works at all</source>
        <translation>Man entscheidet selbst, wer den Schlüssel verwenden darf, wann er rotiert wird und ob er überhaupt funktioniert</translation>
    </message>
    <message>
        <source>You, in a device outside the platform</source>
        <translation>Man selbst, in einem Gerät außerhalb der Plattform</translation>
    </message>
    <message>
        <source>You, in a key vault: the service may use the key and never sees it</source>
        <translation>Man selbst, in einem Schlüsseltresor: Der Dienst darf den Schlüssel verwenden und sieht ihn nie</translation>
    </message>
    <message>
        <source>You: the service sees neither the key nor the contents</source>
        <translation>Man selbst: Der Dienst sieht weder Schlüssel noch Inhalte</translation>
    </message>
    <message>
        <source>Your application, before it sends anything</source>
        <translation>Die eigene Anwendung, bevor sie etwas sendet</translation>
    </message>
    <message>
        <source>deleting those {2}</source>
        <translation>Löschen dieser {2}</translation>
    </message>
    <message>
        <source>network {0}</source>
        <translation>Netzwerk {0}</translation>
    </message>
    <message>
        <source>resource group {0}</source>
        <translation>Ressourcengruppe {0}</translation>
    </message>
    <message>
        <source>resource {0}</source>
        <translation>Ressource {0}</translation>
    </message>
    <message>
        <source>subscription {0}</source>
        <translation>Abonnement {0}</translation>
    </message>
    <message>
        <source>tenant {0}</source>
        <translation>Mandant {0}</translation>
    </message>
    <message>
        <source>vault {0}</source>
        <translation>Tresor {0}</translation>
    </message>
    <message>
        <source>{1} &apos;{2}&apos; encrypts under key {0}</source>
        <translation>{1} „{2}“ verschlüsselt unter dem Schlüssel {0}</translation>
    </message>
    <message>
        <source>{2} &apos;{3}&apos; may still read it until {0}</source>
        <translation>{2} „{3}“ liest möglicherweise noch damit, bis {0}</translation>
    </message>
    <message>
        <source>{1} &apos;{2}&apos; uses it to protect {0}</source>
        <translation>{1} „{2}“ schützt damit {0}</translation>
    </message>
    <message>
        <source>{0} of {3} &apos;{4}&apos; can only be {1} with it</source>
        <translation>was nur damit {1} werden kann: {0} von {3} „{4}“</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is this keystore&apos;s own data, in &apos;{0}&apos;, and is not taken in.</source>
        <translation>„{t}“ gehört zu diesem Schlüsselspeicher, in „{0}“, und wird nicht aufgenommen.</translation>
    </message>
    <message>
        <source>1 to 128 letters, digits, hyphens, underscores and points, beginning with a letter or digit, not ending with a point</source>
        <translation>1 bis 128 Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte, mit einem Buchstaben oder einer Ziffer beginnend, nicht auf einen Punkt endend</translation>
    </message>
    <message>
        <source>A database has no protector of its own: &apos;{t}&apos; inherits that of server {0}.</source>
        <translation>Eine Datenbank hat keine eigene Schutzvorrichtung: „{t}“ erbt die des Servers {0}.</translation>
    </message>
    <message>
        <source>A key can be set at any time for</source>
        <translation>Ein Schlüssel kann jederzeit gesetzt werden für</translation>
    </message>
    <message>
        <source>Add it: keywardctl sql key add {t} --key {0}.</source>
        <translation>Hinzufügen: keywardctl sql key add {t} --key {0}.</translation>
    </message>
    <message>
        <source>Add key {0} to server {1}</source>
        <translation>Schlüssel {0} zum Server {1} hinzufügen</translation>
    </message>
    <message>
        <source>Add key {0} to {t}</source>
        <translation>Schlüssel {0} zu {t} hinzufügen</translation>
    </message>
    <message>
        <source>An RSA 2048 key made on a local HSM and imported can be kept elsewhere too: keywardctl key import {t} --file FILE</source>
        <translation>Ein RSA-2048-Schlüssel, der auf einem eigenen HSM entsteht und importiert wird, kann auch anderswo verwahrt werden: keywardctl key import {t} --file FILE</translation>
    </message>
    <message>
        <source>As long as it can be recovered: keywardctl sql database recover {t}.</source>
        <translation>Solange sie sich wiederherstellen lässt: keywardctl sql database recover {t}.</translation>
    </message>
    <message>
        <source>Ask for less: LIMIT, WHERE.</source>
        <translation>Weniger abfragen: LIMIT, WHERE.</translation>
    </message>
    <message>
        <source>Create database {0} on server {1}</source>
        <translation>Datenbank {0} auf Server {1} anlegen</translation>
    </message>
    <message>
        <source>Create database {0} on server {1} from {2}</source>
        <translation>Datenbank {0} auf Server {1} aus {2} anlegen</translation>
    </message>
    <message>
        <source>Database {t} cannot be read: {0}.</source>
        <translation>Datenbank {t} ist nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>Database {t} is inaccessible: {0}.</source>
        <translation>Datenbank {t} ist nicht zugänglich: {0}.</translation>
    </message>
    <message>
        <source>Database {t} was dropped.</source>
        <translation>Datenbank {t} wurde gelöscht.</translation>
    </message>
    <message>
        <source>Delete them first.</source>
        <translation>Zuerst diese löschen.</translation>
    </message>
    <message>
        <source>Destroy database {0}</source>
        <translation>Datenbank {0} vernichten</translation>
    </message>
    <message>
        <source>Destroy dropped databases of server {0} at once</source>
        <translation>Gelöschte Datenbanken des Servers {0} sofort vernichten</translation>
    </message>
    <message>
        <source>Drop database {0}</source>
        <translation>Datenbank {0} löschen</translation>
    </message>
    <message>
        <source>Drop database {0}, whose key cannot be used</source>
        <translation>Datenbank {0} löschen, deren Schlüssel nicht verwendbar ist</translation>
    </message>
    <message>
        <source>Give it access before then; it looks again by itself.</source>
        <translation>Vorher Zugriff geben; er sieht von selbst wieder nach.</translation>
    </message>
    <message>
        <source>Give it access to its key first.</source>
        <translation>Ihm zuerst Zugriff auf seinen Schlüssel geben.</translation>
    </message>
    <message>
        <source>Give it access; it looks again by itself.</source>
        <translation>Zugriff geben; er sieht von selbst wieder nach.</translation>
    </message>
    <message>
        <source>Give {t} access to its key before.</source>
        <translation>{t} vorher Zugriff auf den Schlüssel geben.</translation>
    </message>
    <message>
        <source>Go on with it: keywardctl schedule run.</source>
        <translation>Damit fortfahren: keywardctl schedule run.</translation>
    </message>
    <message>
        <source>Keep database {0} of server {1}</source>
        <translation>Datenbank {0} des Servers {1} behalten</translation>
    </message>
    <message>
        <source>Keep dropped databases of server {0} for {1}</source>
        <translation>Gelöschte Datenbanken des Servers {0} {1} lang behalten</translation>
    </message>
    <message>
        <source>Key {0} cannot be taken off server &apos;{t}&apos;: {1}.</source>
        <translation>Schlüssel {0} kann nicht vom Server „{t}“ genommen werden: {1}.</translation>
    </message>
    <message>
        <source>Key {0} is among the keys of {t}</source>
        <translation>Schlüssel {0} gehört zu den Schlüsseln von {t}</translation>
    </message>
    <message>
        <source>Key {0} was not added to server &apos;{t}&apos;.</source>
        <translation>Schlüssel {0} wurde dem Server „{t}“ nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>Name it: VAULT/KEY/VERSION. keywardctl key show {t} lists the versions.</source>
        <translation>Sie nennen: VAULT/KEY/VERSION. keywardctl key show {t} zeigt die Versionen.</translation>
    </message>
    <message>
        <source>Note that {0} can use its key</source>
        <translation>Vermerken, dass {0} den Schlüssel verwenden kann</translation>
    </message>
    <message>
        <source>Note that {0} cannot use its key: {1}</source>
        <translation>Vermerken, dass {0} den Schlüssel nicht verwenden kann: {1}</translation>
    </message>
    <message>
        <source>Note that {0} of server {1} are wrapped by {2}</source>
        <translation>Vermerken, dass {0} des Servers {1} verpackt sind von: {2}</translation>
    </message>
    <message>
        <source>Other files are brought in by keywardctl sql database create --from, and out by sql database export.</source>
        <translation>Andere Dateien kommen mit keywardctl sql database create --from hinein und mit sql database export heraus.</translation>
    </message>
    <message>
        <source>Recover dropped database {0}</source>
        <translation>Gelöschte Datenbank {0} wiederherstellen</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>SQL server</source>
        <translation>SQL-Server</translation>
    </message>
    <message>
        <source>SQL server (newer rules)</source>
        <translation>SQL-Server (neuere Regeln)</translation>
    </message>
    <message>
        <source>SQLCipher cannot be hardened</source>
        <translation>SQLCipher lässt sich nicht absichern</translation>
    </message>
    <message>
        <source>Server &apos;{t}&apos; still holds {0}.</source>
        <translation>Server „{t}“ enthält noch: {0}.</translation>
    </message>
    <message>
        <source>Set it on the server: keywardctl sql protector set {0} --key VAULT/KEY/VERSION.</source>
        <translation>Ihn auf dem Server setzen: keywardctl sql protector set {0} --key VAULT/KEY/VERSION.</translation>
    </message>
    <message>
        <source>Take key {0} off server {1}</source>
        <translation>Schlüssel {0} vom Server {1} nehmen</translation>
    </message>
    <message>
        <source>Take the date off, or set another protector.</source>
        <translation>Das Datum entfernen oder eine andere Schutzvorrichtung setzen.</translation>
    </message>
    <message>
        <source>The data keys of server &apos;{t}&apos; are still being wrapped anew.</source>
        <translation>Die Datenschlüssel des Servers „{t}“ werden noch neu verpackt.</translation>
    </message>
    <message>
        <source>The data keys of server &apos;{t}&apos; cannot be wrapped by another key: {0}.</source>
        <translation>Die Datenschlüssel des Servers „{t}“ lassen sich nicht mit einem anderen Schlüssel verpacken: {0}.</translation>
    </message>
    <message>
        <source>The database refused a statement: {0}.</source>
        <translation>Die Datenbank hat eine Anweisung abgelehnt: {0}.</translation>
    </message>
    <message>
        <source>The protector of server &apos;{t}&apos; expired at {0}.</source>
        <translation>Die Schutzvorrichtung des Servers „{t}“ ist am {0} abgelaufen.</translation>
    </message>
    <message>
        <source>The result has more than {0}.</source>
        <translation>Das Ergebnis hat mehr als {0}.</translation>
    </message>
    <message>
        <source>This is not allowed in a database of a server: {0}.</source>
        <translation>Das ist in einer Datenbank eines Servers nicht erlaubt: {0}.</translation>
    </message>
    <message>
        <source>Turn off the encryption of database {0}: its pages can be read on this disk</source>
        <translation>Verschlüsselung der Datenbank {0} ausschalten: Ihre Seiten sind auf diesem Datenträger lesbar</translation>
    </message>
    <message>
        <source>Turn on the encryption of database {0}</source>
        <translation>Verschlüsselung der Datenbank {0} einschalten</translation>
    </message>
    <message>
        <source>Use a key with a shorter name, or a vault with one.</source>
        <translation>Einen Schlüssel oder Tresor mit kürzerem Namen verwenden.</translation>
    </message>
    <message>
        <source>Use a version without an expiry date, or take the date off: keywardctl key update {t} --no-expiry.</source>
        <translation>Eine Version ohne Ablaufdatum verwenden oder das Datum entfernen: keywardctl key update {t} --no-expiry.</translation>
    </message>
    <message>
        <source>Use the pages that {0} wrote anew</source>
        <translation>Die Seiten verwenden, die {0} neu geschrieben hat</translation>
    </message>
    <message>
        <source>Wrap the data keys of server {0} by its protector</source>
        <translation>Die Datenschlüssel des Servers {0} mit seiner Schutzvorrichtung verpacken</translation>
    </message>
    <message>
        <source>a data key has 32 bytes</source>
        <translation>ein Datenschlüssel hat 32 Byte</translation>
    </message>
    <message>
        <source>a key unwrapped something else</source>
        <translation>ein Schlüssel hat etwas anderes enthüllt</translation>
    </message>
    <message>
        <source>a script has at most 256 MiB</source>
        <translation>ein Skript hat höchstens 256 MiB</translation>
    </message>
    <message>
        <source>all connections to encrypted databases are closed; the databases are inaccessible</source>
        <translation>alle Verbindungen zu verschlüsselten Datenbanken werden getrennt; die Datenbanken sind nicht zugänglich</translation>
    </message>
    <message>
        <source>all connections to encrypted databases are closed; the databases are inaccessible, and dropped after 24 hours</source>
        <translation>alle Verbindungen zu verschlüsselten Datenbanken werden getrennt; die Datenbanken sind nicht zugänglich und werden nach 24 Stunden gelöscht</translation>
    </message>
    <message>
        <source>all its data keys are wrapped anew</source>
        <translation>alle seine Datenschlüssel neu verpackt sind</translation>
    </message>
    <message>
        <source>at most 365 days</source>
        <translation>höchstens 365 Tage</translation>
    </message>
    <message>
        <source>connections to it are open</source>
        <translation>Verbindungen zu ihr sind offen</translation>
    </message>
    <message>
        <source>database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>database name</source>
        <translation>Datenbankname</translation>
    </message>
    <message>
        <source>database to convert</source>
        <translation>umzuwandelnde Datenbank</translation>
    </message>
    <message>
        <source>databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>it converts no database</source>
        <translation>er wandelt keine Datenbank um</translation>
    </message>
    <message>
        <source>it holds a null character</source>
        <translation>es enthält ein Nullzeichen</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>it is a {0}, which holds no databases</source>
        <translation>es ist: {0}, das keine Datenbanken enthält</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>it is encrypted already</source>
        <translation>sie ist schon verschlüsselt</translation>
    </message>
    <message>
        <source>it is no SQLite database</source>
        <translation>es ist keine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>it is not encrypted</source>
        <translation>sie ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>it is the protector</source>
        <translation>er ist die Schutzvorrichtung</translation>
    </message>
    <message>
        <source>it protects databases and was made in the vault, so that nobody can hold a copy of it</source>
        <translation>er schützt Datenbanken und entstand im Tresor, sodass niemand eine Kopie davon haben kann</translation>
    </message>
    <message>
        <source>it was changed at {0}, after its last backup</source>
        <translation>er wurde am {0} geändert, nach seiner letzten Sicherung</translation>
    </message>
    <message>
        <source>it was refused</source>
        <translation>er wurde abgewiesen</translation>
    </message>
    <message>
        <source>its data key does not open</source>
        <translation>ihr Datenschlüssel lässt sich nicht enthüllen</translation>
    </message>
    <message>
        <source>its databases</source>
        <translation>seine Datenbanken</translation>
    </message>
    <message>
        <source>its databases are inaccessible from then on</source>
        <translation>ab dann sind seine Datenbanken nicht zugänglich</translation>
    </message>
    <message>
        <source>its file is missing</source>
        <translation>ihre Datei fehlt</translation>
    </message>
    <message>
        <source>its pages are being written anew</source>
        <translation>ihre Seiten werden gerade neu geschrieben</translation>
    </message>
    <message>
        <source>its pages do not open with its data key</source>
        <translation>ihre Seiten öffnen sich nicht mit ihrem Datenschlüssel</translation>
    </message>
    <message>
        <source>its pages were just written anew; try again</source>
        <translation>ihre Seiten wurden gerade neu geschrieben; noch einmal versuchen</translation>
    </message>
    <message>
        <source>its pages were written anew; connect again</source>
        <translation>ihre Seiten wurden neu geschrieben; neu verbinden</translation>
    </message>
    <message>
        <source>its server cannot use its key since {0}: {1}</source>
        <translation>ihr Server kann seinen Schlüssel seit {0} nicht verwenden: {1}</translation>
    </message>
    <message>
        <source>its vault cannot be reached</source>
        <translation>der Tresor ist nicht erreichbar</translation>
    </message>
    <message>
        <source>job {0} is at work on it</source>
        <translation>Auftrag {0} arbeitet daran</translation>
    </message>
    <message>
        <source>job {0} wraps its data keys</source>
        <translation>Auftrag {0} verpackt die Datenschlüssel</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>geöffnet</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr</translation>
    </message>
    <message>
        <source>protecting them by another key, or deleting those {2}</source>
        <translation>sie mit einem anderen Schlüssel schützen oder diese löschen: {2}</translation>
    </message>
    <message>
        <source>server key</source>
        <translation>Serverschlüssel</translation>
    </message>
    <message>
        <source>since {0} it cannot use its key: {1}</source>
        <translation>seit {0} kann er seinen Schlüssel nicht verwenden: {1}</translation>
    </message>
    <message>
        <source>since {0} it cannot use its key: {1}; {2} under it are dropped at {3}</source>
        <translation>seit {0} kann er seinen Schlüssel nicht verwenden: {1}; {2} darunter werden am {3} gelöscht</translation>
    </message>
    <message>
        <source>the database is destroyed</source>
        <translation>die Datenbank wird vernichtet</translation>
    </message>
    <message>
        <source>the key expired</source>
        <translation>der Schlüssel ist abgelaufen</translation>
    </message>
    <message>
        <source>the key was purged</source>
        <translation>der Schlüssel wurde endgültig gelöscht</translation>
    </message>
    <message>
        <source>the platform&apos;s key</source>
        <translation>der Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>time to keep</source>
        <translation>Aufbewahrungszeit</translation>
    </message>
    <message>
        <source>vendor documentation of 2022-11 and provider documentation of 2026-08</source>
        <translation>Dokumentation des Anbieters von 2022-11 und der Werkzeuge von 2026-08</translation>
    </message>
    <message>
        <source>vendor documentation on transparent data encryption with customer-managed keys, first edition</source>
        <translation>Dokumentation des Anbieters zur transparenten Datenverschlüsselung mit kundenseitig verwalteten Schlüsseln, erste Fassung</translation>
    </message>
    <message>
        <source>wrapping its data keys anew</source>
        <translation>seine Datenschlüssel neu verpacken</translation>
    </message>
    <message>
        <source>{0} accepts vault and key names of together at most {1} characters; &apos;{t}&apos; has {2}.</source>
        <translation>{0}: Tresor- und Schlüsselname haben zusammen höchstens {1} Zeichen; „{t}“ hat {2}.</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} Byte</translation>
    </message>
    <message>
        <source>{0} can only be opened with it</source>
        <translation>{0} lassen sich nur damit öffnen</translation>
    </message>
    <message>
        <source>{0} does not accept key &apos;{t}&apos;: it expires at {1}.</source>
        <translation>{0} nimmt Schlüssel „{t}“ nicht an: Er läuft am {1} ab.</translation>
    </message>
    <message>
        <source>{0} of {t} that it encrypted are dropped at {1}</source>
        <translation>{0} von {t}, die damit verschlüsselt sind, werden am {1} gelöscht</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>{0} Zeilen</translation>
    </message>
    <message>
        <source>{0} takes one version of a key, and &apos;{t}&apos; names none.</source>
        <translation>{0} nimmt eine bestimmte Version eines Schlüssels; „{t}“ nennt keine.</translation>
    </message>
    <message>
        <source>a database is created</source>
        <translation>eine Datenbank angelegt wird</translation>
    </message>
    <message>
        <source>Give server {1} access to its key again.</source>
        <translation>Server {1} wieder Zugriff auf seinen Schlüssel geben.</translation>
    </message>
    <message>
        <source>inaccessible</source>
        <translation>unzugänglich</translation>
    </message>
    <message>
        <source>its server cannot use its key since {0}: {1}; it is dropped at {2}</source>
        <translation>ihr Server kann seinen Schlüssel seit {0} nicht verwenden: {1}; sie wird am {2} gelöscht</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>Back up database {0}</source>
        <translation>Datenbank {0} sichern</translation>
    </message>
    <message>
        <source>Backup {t} is damaged: {0}.</source>
        <translation>Die Sicherung {t} ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>Delete backup {0}</source>
        <translation>Sicherung {0} löschen</translation>
    </message>
    <message>
        <source>Delete backup {0} of {1}, made {2}</source>
        <translation>Sicherung {0} von {1} löschen, entstanden {2}</translation>
    </message>
    <message>
        <source>Delete key {t}; until it is purged it can be recovered</source>
        <translation>Schlüssel {t} löschen; bis er endgültig gelöscht wird, kann er wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Have the data written anew under new ones: turn the encryption of a database off and on again, make backups anew.</source>
        <translation>Lassen Sie die Daten unter neuen Datenschlüsseln neu schreiben: Schalten Sie die Verschlüsselung einer Datenbank aus und wieder ein, und legen Sie Sicherungen neu an.</translation>
    </message>
    <message>
        <source>Keep a backup of database {0}</source>
        <translation>Eine Sicherung der Datenbank {0} behalten</translation>
    </message>
    <message>
        <source>Key {t} is deleted</source>
        <translation>Schlüssel {t} ist gelöscht</translation>
    </message>
    <message>
        <source>Nothing is protected by key {t} any more, and it is deleted</source>
        <translation>Schlüssel {t} schützt nichts mehr und ist gelöscht</translation>
    </message>
    <message>
        <source>Nothing that is stored needs key {t}</source>
        <translation>Nichts Gespeichertes braucht den Schlüssel {t}</translation>
    </message>
    <message>
        <source>Once that is mended, restore it again.</source>
        <translation>Stellen Sie sie wieder her, sobald das behoben ist.</translation>
    </message>
    <message>
        <source>Restore another backup of the database.</source>
        <translation>Stellen Sie eine andere Sicherung der Datenbank wieder her.</translation>
    </message>
    <message>
        <source>Restore backup {0} of {1} as database {2}</source>
        <translation>Sicherung {0} von {1} als Datenbank {2} wiederherstellen</translation>
    </message>
    <message>
        <source>Whoever has key {t} and an older copy of the keystore&apos;s files can still find the data keys that it wrapped</source>
        <translation>Wer den Schlüssel {t} und eine ältere Kopie der Dateien des Schlüsselspeichers hat, kann die Datenschlüssel noch finden, die er verpackte</translation>
    </message>
    <message>
        <source>a boot record too long</source>
        <translation>ein zu langer Startdatensatz</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>database backup</source>
        <translation>Datenbanksicherung</translation>
    </message>
    <message>
        <source>it is not in its vault under its name any more</source>
        <translation>er steht nicht mehr unter seinem Namen in seinem Tresor</translation>
    </message>
    <message>
        <source>it was not added to this server</source>
        <translation>er wurde diesem Server nicht hinzugefügt</translation>
    </message>
    <message>
        <source>its boot record is another one&apos;s</source>
        <translation>ihr Startdatensatz gehört zu einer anderen</translation>
    </message>
    <message>
        <source>its file is not whole</source>
        <translation>ihre Datei ist nicht vollständig</translation>
    </message>
    <message>
        <source>job {0} restores it</source>
        <translation>Auftrag {0} stellt sie wieder her</translation>
    </message>
    <message>
        <source>the backup is destroyed</source>
        <translation>die Sicherung wird vernichtet</translation>
    </message>
    <message>
        <source>{0} can only be restored with it</source>
        <translation>{0} können nur mit ihm wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Backup {t} cannot be restored on server &apos;{0}&apos;. It needs key {1}, as do all backups of {2} that were made from {3} to {4}: {5}.</source>
        <translation>Die Sicherung {t} kann auf Server „{0}“ nicht wiederhergestellt werden. Sie braucht den Schlüssel {1}, wie alle Sicherungen von {2}, die von {3} bis {4} entstanden: {5}.</translation>
    </message>
    <message>
        <source>An estimate from {0}, read on {1}. {2}</source>
        <translation>Eine Schätzung nach Preisen dieser Herkunft: {0}, gelesen am {1}. {2}</translation>
    </message>
    <message>
        <source>Each call counts once, also one that was refused or came to nothing, as the vendor bills every call whose caller it knows. Keys are graded within one vault. Taxes, discounts and other prices of single regions are not in it.</source>
        <translation>Jeder Aufruf zählt einmal, auch ein abgelehnter oder vergeblicher, denn der Anbieter berechnet jeden Aufruf, dessen Absender er kennt. Die Preisstufen der Schlüssel gelten je Tresor. Steuern, Rabatte und abweichende Preise einzelner Regionen sind nicht enthalten.</translation>
    </message>
    <message>
        <source>Every {0} it asks its vault whether it may use its key, by a wrap and an unwrap as long as it has no data: {1} calls in {2} days. Starts, new keys and connections come on top.</source>
        <translation>Alle {0} fragt die Ressource ihren Tresor, ob sie ihren Schlüssel verwenden darf; solange sie keine Daten hat, durch Verpacken und Entpacken: {1} Aufrufe in {2} Tagen. Starts, neue Schlüssel und Verbindungen kommen hinzu.</translation>
    </message>
    <message>
        <source>Every {0} it asks its vault whether it may use its key, by an unwrap: {1} calls in {2} days. Starts, new keys and connections come on top.</source>
        <translation>Alle {0} fragt die Ressource ihren Tresor durch ein Entpacken, ob sie ihren Schlüssel verwenden darf: {1} Aufrufe in {2} Tagen. Starts, neue Schlüssel und Verbindungen kommen hinzu.</translation>
    </message>
    <message>
        <source>HSM-protected RSA keys of 2048 bits, by version used</source>
        <translation>HSM-geschützte RSA-Schlüssel mit 2048 Bit, je verwendete Version</translation>
    </message>
    <message>
        <source>HSM-protected RSA keys of 3072 or 4096 bits, by version used</source>
        <translation>HSM-geschützte RSA-Schlüssel mit 3072 oder 4096 Bit, je verwendete Version</translation>
    </message>
    <message>
        <source>HSM-protected elliptic-curve keys, by version used</source>
        <translation>HSM-geschützte Schlüssel auf elliptischen Kurven, je verwendete Version</translation>
    </message>
    <message>
        <source>RSA keys of 2048 bits</source>
        <translation>RSA-Schlüssel mit 2048 Bit</translation>
    </message>
    <message>
        <source>RSA keys of 3072 or 4096 bits</source>
        <translation>RSA-Schlüssel mit 3072 oder 4096 Bit</translation>
    </message>
    <message>
        <source>a price without id or title</source>
        <translation>ein Preis ohne Kennung oder Titel</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>as in 0.03, at most nine places</source>
        <translation>wie in 0.03, höchstens neun Nachkommastellen</translation>
    </message>
    <message>
        <source>as in 2026-11</source>
        <translation>wie in 2026-11</translation>
    </message>
    <message>
        <source>calls on keys that were purged since: {0}</source>
        <translation>Aufrufe von Schlüsseln, die seitdem endgültig gelöscht wurden: {0}</translation>
    </message>
    <message>
        <source>calls on keys whose price is not known: {0}</source>
        <translation>Aufrufe von Schlüsseln, deren Preis nicht bekannt ist: {0}</translation>
    </message>
    <message>
        <source>calls that read or list keys, of which there is no log</source>
        <translation>Aufrufe, die Schlüssel lesen oder auflisten; sie werden nicht protokolliert</translation>
    </message>
    <message>
        <source>elliptic-curve keys</source>
        <translation>Schlüssel auf elliptischen Kurven</translation>
    </message>
    <message>
        <source>keys that were purged since</source>
        <translation>seitdem endgültig gelöschte Schlüssel</translation>
    </message>
    <message>
        <source>keys whose price is not known</source>
        <translation>Schlüssel, deren Preis nicht bekannt ist</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>no prices of calls</source>
        <translation>keine Preise für Aufrufe</translation>
    </message>
    <message>
        <source>no title, currency or note</source>
        <translation>kein Titel, keine Währung oder keine Anmerkung</translation>
    </message>
    <message>
        <source>public list prices of the vendor&apos;s key vaults</source>
        <translation>öffentliche Listenpreise des Anbieters für Schlüsseltresore</translation>
    </message>
    <message>
        <source>the hours of a managed HSM</source>
        <translation>die Stunden eines verwalteten HSM</translation>
    </message>
    <message>
        <source>the monthly charge of HSM keys whose price is not known: {0}</source>
        <translation>die monatliche Gebühr für HSM-Schlüssel, deren Preis nicht bekannt ist: {0}</translation>
    </message>
    <message>
        <source>the monthly charge of HSM keys, which the estimates of their vaults have</source>
        <translation>die monatliche Gebühr für HSM-Schlüssel; sie steht in den Schätzungen ihrer Tresore</translation>
    </message>
    <message>
        <source>the price list is malformed: {0}</source>
        <translation>die Preisliste ist fehlerhaft: {0}</translation>
    </message>
    <message>
        <source>two prices with one id</source>
        <translation>zwei Preise mit derselben Kennung</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no name that a certificate can be for</source>
        <translation>„{0}“ ist kein Name, auf den ein Zertifikat lauten kann</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; takes no entries of the log: {1}</source>
        <translation>„{0}“ nimmt keine Einträge des Protokolls an: {1}</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; takes the entries of the log again</source>
        <translation>„{0}“ nimmt die Einträge des Protokolls wieder an</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; holds no certificate of an authority: {0}.</source>
        <translation>„{t}“ enthält kein Zertifikat einer Zertifizierungsstelle: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; holds something else than the log of this keystore: {0}. Nothing was written to it.</source>
        <translation>„{t}“ enthält etwas anderes als das Protokoll dieses Schlüsselspeichers: {0}. Es wurde nichts hineingeschrieben.</translation>
    </message>
    <message>
        <source>A line was written to the end of {0}, and is on the disk</source>
        <translation>An das Ende von {0} wurde eine Zeile geschrieben; sie ist auf dem Datenträger</translation>
    </message>
    <message>
        <source>Add it with the certificate of the authority that vouches for it (--ca FILE), and with --server-name where its certificate is for another name than its host&apos;s.</source>
        <translation>Fügen Sie ihn mit dem Zertifikat der Stelle hinzu, die für ihn bürgt (--ca DATEI), und mit --server-name, wenn sein Zertifikat auf einen anderen Namen als den seines Hosts lautet.</translation>
    </message>
    <message>
        <source>Check that it listens there and that no firewall stands between; its entries wait and are sent in order once it answers. To try at once: keywardctl siem test &apos;{t}&apos;</source>
        <translation>Prüfen Sie, ob er dort lauscht und keine Firewall dazwischen steht; seine Einträge warten und werden der Reihe nach gesendet, sobald er antwortet. Sofort versuchen: keywardctl siem test &apos;{t}&apos;</translation>
    </message>
    <message>
        <source>Give a PEM file with the certificates that a receiver&apos;s own is signed by.</source>
        <translation>Geben Sie eine PEM-Datei mit den Zertifikaten an, von denen das des Empfängers ausgestellt ist.</translation>
    </message>
    <message>
        <source>Look at the receiver&apos;s own log. It has to close a connection in good order once it read it to its end.</source>
        <translation>Sehen Sie in das eigene Protokoll des Empfängers. Er muss eine Verbindung ordentlich schließen, sobald er sie bis zum Ende gelesen hat.</translation>
    </message>
    <message>
        <source>Move it away, and a new file is begun; or remove the receiver and add it with another file.</source>
        <translation>Verschieben Sie sie, dann wird eine neue Datei begonnen; oder entfernen Sie den Empfänger und fügen Sie ihn mit einer anderen Datei hinzu.</translation>
    </message>
    <message>
        <source>SIEM receiver</source>
        <translation>SIEM-Empfänger</translation>
    </message>
    <message>
        <source>SIEM receiver &apos;{0}&apos; writes to it</source>
        <translation>SIEM-Empfänger „{0}“ schreibt hinein</translation>
    </message>
    <message>
        <source>SIEM receiver &apos;{t}&apos; at {0} did not read to the end what was sent: {1}. The entries are sent again.</source>
        <translation>SIEM-Empfänger „{t}“ unter {0} hat nicht bis zum Ende gelesen, was gesendet wurde: {1}. Die Einträge werden noch einmal gesendet.</translation>
    </message>
    <message>
        <source>SIEM receiver &apos;{t}&apos; cannot be reached at {0}: {1}.</source>
        <translation>SIEM-Empfänger „{t}“ ist unter {0} nicht erreichbar: {1}.</translation>
    </message>
    <message>
        <source>SIEM receiver &apos;{t}&apos; has entry {0}, and this keystore&apos;s log {1}. Nothing was sent.</source>
        <translation>SIEM-Empfänger „{t}“ hat Eintrag {0}, und das Protokoll dieses Schlüsselspeichers {1}. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>SIEM receiver &apos;{t}&apos; is tried again at {0}; the last time: {1}</source>
        <translation>SIEM-Empfänger „{t}“ wird um {0} wieder versucht; beim letzten Mal: {1}</translation>
    </message>
    <message>
        <source>Send the log from its first entry on to &apos;{0}&apos; ({1})</source>
        <translation>Das Protokoll ab seinem ersten Eintrag an „{0}“ senden ({1})</translation>
    </message>
    <message>
        <source>Send the log from now on to &apos;{0}&apos; ({1})</source>
        <translation>Das Protokoll ab jetzt an „{0}“ senden ({1})</translation>
    </message>
    <message>
        <source>Send the log no longer to &apos;{0}&apos;</source>
        <translation>Das Protokoll nicht mehr an „{0}“ senden</translation>
    </message>
    <message>
        <source>TLS cannot be set up</source>
        <translation>TLS lässt sich nicht einrichten</translation>
    </message>
    <message>
        <source>The keystore was put back from an older copy. Once it is clear which of the two is right, remove the receiver and add it again with --from-start: it then gets the log as it is now.</source>
        <translation>Der Schlüsselspeicher wurde aus einer älteren Kopie zurückgeholt. Sobald klar ist, welches von beiden stimmt, entfernen Sie den Empfänger und fügen Sie ihn mit --from-start wieder hinzu: Er bekommt dann das Protokoll, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>The receiver at {0} proved who it is, read the message to its end and confirmed that</source>
        <translation>Der Empfänger unter {0} hat sich ausgewiesen, die Nachricht bis zum Ende gelesen und das bestätigt</translation>
    </message>
    <message>
        <source>The receiver at {0} read the message to its end and closed the connection</source>
        <translation>Der Empfänger unter {0} hat die Nachricht bis zum Ende gelesen und die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>To try at once: keywardctl siem test &apos;{t}&apos;</source>
        <translation>Sofort versuchen: keywardctl siem test &apos;{t}&apos;</translation>
    </message>
    <message>
        <source>What answers at {0} does not prove to be SIEM receiver &apos;{t}&apos;: {1}. No entry was sent.</source>
        <translation>Was unter {0} antwortet, weist sich nicht als SIEM-Empfänger „{t}“ aus: {1}. Es wurde kein Eintrag gesendet.</translation>
    </message>
    <message>
        <source>a path from the root</source>
        <translation>ein Pfad ab der Wurzel</translation>
    </message>
    <message>
        <source>another process sends to this receiver</source>
        <translation>ein anderer Prozess sendet an diesen Empfänger</translation>
    </message>
    <message>
        <source>at most 256 KiB</source>
        <translation>höchstens 256 KiB</translation>
    </message>
    <message>
        <source>ends with entry {0}</source>
        <translation>endet mit Eintrag {0}</translation>
    </message>
    <message>
        <source>has another one in its place</source>
        <translation>hat an dessen Stelle einen anderen</translation>
    </message>
    <message>
        <source>host and port</source>
        <translation>Host mit Port</translation>
    </message>
    <message>
        <source>it became shorter while it was read</source>
        <translation>sie wurde kürzer, während sie gelesen wurde</translation>
    </message>
    <message>
        <source>it cannot be reached</source>
        <translation>er nicht erreichbar ist</translation>
    </message>
    <message>
        <source>it closed the connection before it was sent everything</source>
        <translation>er schloss die Verbindung, bevor ihm alles gesendet war</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>er antwortete nicht rechtzeitig</translation>
    </message>
    <message>
        <source>it did not take the end of the connection in time</source>
        <translation>er nahm das Ende der Verbindung nicht rechtzeitig an</translation>
    </message>
    <message>
        <source>it does not read to the end what is sent</source>
        <translation>er nicht bis zum Ende liest, was gesendet wird</translation>
    </message>
    <message>
        <source>it ended the connection without saying that it read everything</source>
        <translation>er beendete die Verbindung, ohne zu sagen, dass er alles gelesen hat</translation>
    </message>
    <message>
        <source>it has entries that the log does not have</source>
        <translation>er Einträge hat, die das Protokoll nicht hat</translation>
    </message>
    <message>
        <source>it has no address</source>
        <translation>er hat keine Adresse</translation>
    </message>
    <message>
        <source>it has the log of keystore {0}</source>
        <translation>sie hat das Protokoll des Schlüsselspeichers {0}</translation>
    </message>
    <message>
        <source>it has {0} names (hard links)</source>
        <translation>sie hat {0} Namen (Hardlinks)</translation>
    </message>
    <message>
        <source>it is larger than 256 KiB</source>
        <translation>sie ist größer als 256 KiB</translation>
    </message>
    <message>
        <source>it is no file of JSON lines</source>
        <translation>sie ist keine Datei aus JSON-Zeilen</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>es wurde abgebrochen</translation>
    </message>
    <message>
        <source>its file cannot be written to</source>
        <translation>seine Datei nicht beschrieben werden kann</translation>
    </message>
    <message>
        <source>its name could not be looked up in time</source>
        <translation>sein Name ließ sich nicht rechtzeitig auflösen</translation>
    </message>
    <message>
        <source>keywardctl siem test &apos;{t}&apos;</source>
        <translation>keywardctl siem test &apos;{t}&apos;</translation>
    </message>
    <message>
        <source>list of authorities</source>
        <translation>Liste von Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>list of certificates</source>
        <translation>Liste von Zertifikaten</translation>
    </message>
    <message>
        <source>name of a SIEM receiver</source>
        <translation>Name eines SIEM-Empfängers</translation>
    </message>
    <message>
        <source>no certificates in PEM are in it</source>
        <translation>sie enthält keine Zertifikate in PEM</translation>
    </message>
    <message>
        <source>one of its last lines is no entry of a log</source>
        <translation>eine ihrer letzten Zeilen ist kein Eintrag eines Protokolls</translation>
    </message>
    <message>
        <source>since {0} it takes no entries of the log, as {1}; those from {2} on wait</source>
        <translation>seit {0} nimmt er keine Einträge des Protokolls an, weil {1}; die ab {2} warten</translation>
    </message>
    <message>
        <source>tcp</source>
        <translation>tcp</translation>
    </message>
    <message>
        <source>the certificates of its authorities cannot be read</source>
        <translation>die Zertifikate seiner Zertifizierungsstellen lassen sich nicht lesen</translation>
    </message>
    <message>
        <source>the connection ended within the handshake</source>
        <translation>die Verbindung endete während der Aushandlung</translation>
    </message>
    <message>
        <source>the log could not be read or its position not kept</source>
        <translation>das Protokoll nicht gelesen oder der Stand nicht festgehalten werden konnte</translation>
    </message>
    <message>
        <source>the system&apos;s list of trusted authorities cannot be read</source>
        <translation>die Liste der Stellen, denen das System vertraut, lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>there is no memory</source>
        <translation>es fehlt an Speicher</translation>
    </message>
    <message>
        <source>tls</source>
        <translation>tls</translation>
    </message>
    <message>
        <source>what answers there does not prove to be it</source>
        <translation>sich nicht ausweist, was dort antwortet</translation>
    </message>
    <message>
        <source>Carry {0} over to replica {1}</source>
        <translation>{0} auf das Replikat {1} übertragen</translation>
    </message>
    <message>
        <source>Database {t} cannot be replicated to server &apos;{0}&apos;, which has no access to a copy of key {1}: {2}.</source>
        <translation>Die Datenbank {t} kann nicht auf den Server „{0}“ repliziert werden, der keinen Zugriff auf eine Kopie des Schlüssels {1} hat: {2}.</translation>
    </message>
    <message>
        <source>Database {t} has replicas: {0}.</source>
        <translation>Die Datenbank {t} hat Replikate: {0}.</translation>
    </message>
    <message>
        <source>Database {t} is a replica of {0}, and only that is written to.</source>
        <translation>Die Datenbank {t} ist ein Replikat von {0}, und nur dort wird geschrieben.</translation>
    </message>
    <message>
        <source>Database {t} is no replica.</source>
        <translation>Die Datenbank {t} ist kein Replikat.</translation>
    </message>
    <message>
        <source>Drop database {0}; its replicas become databases of their own</source>
        <translation>Die Datenbank {0} löschen; ihre Replikate werden eigenständige Datenbanken</translation>
    </message>
    <message>
        <source>End the outage of region {0}</source>
        <translation>Den Ausfall der Region {0} beenden</translation>
    </message>
    <message>
        <source>End their replication first: keywardctl sql replica detach {0}.</source>
        <translation>Beenden Sie zuerst deren Replikation: keywardctl sql replica detach {0}.</translation>
    </message>
    <message>
        <source>Give each a vault in its own region with a copy of the key: keywardctl key backup, then key restore.</source>
        <translation>Geben Sie jedem einen Tresor in seiner Region mit einer Kopie des Schlüssels: keywardctl key backup, dann key restore.</translation>
    </message>
    <message>
        <source>Keep replica {0} of server {1}</source>
        <translation>Das Replikat {0} des Servers {1} behalten</translation>
    </message>
    <message>
        <source>Let server {t} unwrap with key {0}, as replicas there need it</source>
        <translation>Den Server {t} mit dem Schlüssel {0} entpacken lassen, wie Replikate dort es brauchen</translation>
    </message>
    <message>
        <source>Link servers {0} and {1}</source>
        <translation>Die Server {0} und {1} verknüpfen</translation>
    </message>
    <message>
        <source>Link servers {t} and {0}</source>
        <translation>Die Server {t} und {0} verknüpfen</translation>
    </message>
    <message>
        <source>Link them: keywardctl sql link add {t} --partner {0}.</source>
        <translation>Verknüpfen Sie sie: keywardctl sql link add {t} --partner {0}.</translation>
    </message>
    <message>
        <source>Make replica {0} a database of its own, as it is</source>
        <translation>Das Replikat {0}, wie es ist, zu einer eigenständigen Datenbank machen</translation>
    </message>
    <message>
        <source>Make {0} the primary, and {1} its replica</source>
        <translation>{0} zur primären Datenbank machen und {1} zu ihrem Replikat</translation>
    </message>
    <message>
        <source>Note that replica {0} does not follow its primary: {1}</source>
        <translation>Vermerken, dass das Replikat {0} seiner primären Datenbank nicht folgt: {1}</translation>
    </message>
    <message>
        <source>Once that is mended, try again.</source>
        <translation>Versuchen Sie es noch einmal, sobald das behoben ist.</translation>
    </message>
    <message>
        <source>Region {t} is out since {0}.</source>
        <translation>Die Region {t} ist seit {0} ausgefallen.</translation>
    </message>
    <message>
        <source>Replicate database {0} to server {1}</source>
        <translation>Die Datenbank {0} auf den Server {1} replizieren</translation>
    </message>
    <message>
        <source>Replicate to another region.</source>
        <translation>Replizieren Sie in eine andere Region.</translation>
    </message>
    <message>
        <source>Server &apos;{0}&apos;, which has replicas of the databases of server &apos;{t}&apos;, takes key {1} first.</source>
        <translation>Der Server „{0}“, der Replikate der Datenbanken des Servers „{t}“ hat, nimmt den Schlüssel {1} zuerst.</translation>
    </message>
    <message>
        <source>Server &apos;{t}&apos; is linked with server &apos;{0}&apos;: {1}.</source>
        <translation>Der Server „{t}“ ist mit dem Server „{0}“ verknüpft: {1}.</translation>
    </message>
    <message>
        <source>Servers &apos;{t}&apos; and &apos;{0}&apos; are not linked.</source>
        <translation>Die Server „{t}“ und „{0}“ sind nicht verknüpft.</translation>
    </message>
    <message>
        <source>Servers {t} and {0} are linked</source>
        <translation>Die Server {t} und {0} sind verknüpft</translation>
    </message>
    <message>
        <source>Set it there: keywardctl sql protector set {0} --key {1}.</source>
        <translation>Setzen Sie ihn dort: keywardctl sql protector set {0} --key {1}.</translation>
    </message>
    <message>
        <source>Set the protector of server {t} first, which has the replicas: {0}</source>
        <translation>Zuerst die Schutzvorrichtung des Servers {t} setzen, der die Replikate hat: {0}</translation>
    </message>
    <message>
        <source>Take region {0} out: nothing that stands there works until the outage ends</source>
        <translation>Die Region {0} ausfallen lassen: Nichts, was dort steht, arbeitet, bis der Ausfall endet</translation>
    </message>
    <message>
        <source>Unlink servers {0} and {1}</source>
        <translation>Die Verknüpfung der Server {0} und {1} lösen</translation>
    </message>
    <message>
        <source>Wait until it is back, or fail over to a replica elsewhere. To end the outage: keywardctl sql outage {t} --end.</source>
        <translation>Warten Sie, bis sie zurück ist, oder wechseln Sie zu einem Replikat anderswo. Um den Ausfall zu beenden: keywardctl sql outage {t} --end.</translation>
    </message>
    <message>
        <source>Write to the primary, or make this one the primary: keywardctl sql failover {t}.</source>
        <translation>Schreiben Sie in die primäre Datenbank, oder machen Sie diese dazu: keywardctl sql failover {t}.</translation>
    </message>
    <message>
        <source>a linked server is not deleted</source>
        <translation>ein verknüpfter Server wird nicht gelöscht</translation>
    </message>
    <message>
        <source>a replica just took its primary&apos;s place; try again</source>
        <translation>ein Replikat hat gerade den Platz seiner primären Datenbank eingenommen; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>a replica takes its primary&apos;s place</source>
        <translation>ein Replikat nimmt den Platz seiner primären Datenbank ein</translation>
    </message>
    <message>
        <source>a server is not linked with itself</source>
        <translation>ein Server wird nicht mit sich selbst verknüpft</translation>
    </message>
    <message>
        <source>changes are being carried over to it</source>
        <translation>Änderungen werden gerade darauf übertragen</translation>
    </message>
    <message>
        <source>databases are replicated between them</source>
        <translation>zwischen ihnen werden Datenbanken repliziert</translation>
    </message>
    <message>
        <source>it and server {0} are protected by keys of one vault, {1}: where its region is out, neither can be read</source>
        <translation>er und der Server {0} sind durch Schlüssel desselben Tresors geschützt, {1}: Fällt dessen Region aus, kann keiner von beiden gelesen werden</translation>
    </message>
    <message>
        <source>it follows nothing</source>
        <translation>es folgt nichts</translation>
    </message>
    <message>
        <source>it follows {0} no longer; a replica is made anew</source>
        <translation>es folgt {0} nicht mehr; ein Replikat wird neu angelegt</translation>
    </message>
    <message>
        <source>it is not in its vault any more</source>
        <translation>er ist nicht mehr in seinem Tresor</translation>
    </message>
    <message>
        <source>it is not out</source>
        <translation>sie ist nicht ausgefallen</translation>
    </message>
    <message>
        <source>it is out already</source>
        <translation>sie ist schon ausgefallen</translation>
    </message>
    <message>
        <source>it stands in another tenant, whose servers have other keys</source>
        <translation>er steht in einem anderen Mandanten, dessen Server andere Schlüssel haben</translation>
    </message>
    <message>
        <source>it stands in the same region as server {0}, whose databases it has replicas of</source>
        <translation>er steht in derselben Region wie der Server {0}, von dessen Datenbanken er Replikate hat</translation>
    </message>
    <message>
        <source>it was changed just now; try again</source>
        <translation>sie wurde gerade geändert; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>it was not added to that server</source>
        <translation>er wurde diesem Server nicht hinzugefügt</translation>
    </message>
    <message>
        <source>it was purged</source>
        <translation>er wurde endgültig gelöscht</translation>
    </message>
    <message>
        <source>its file is not open</source>
        <translation>ihre Datei ist nicht offen</translation>
    </message>
    <message>
        <source>its key is in vault {0}, which stands in {1}</source>
        <translation>ihr Schlüssel ist im Tresor {0}, der in {1} steht</translation>
    </message>
    <message>
        <source>its server stands in {0}</source>
        <translation>ihr Server steht in {0}</translation>
    </message>
    <message>
        <source>keywardctl sql replica list shows which there are.</source>
        <translation>keywardctl sql replica list zeigt, welche es gibt.</translation>
    </message>
    <message>
        <source>keywardctl sql replica sync </source>
        <translation>keywardctl sql replica sync </translation>
    </message>
    <message>
        <source>link</source>
        <translation>Verknüpfung</translation>
    </message>
    <message>
        <source>linked server {0} is protected by it</source>
        <translation>der verknüpfte Server {0} ist durch ihn geschützt</translation>
    </message>
    <message>
        <source>others are at work in it</source>
        <translation>andere arbeiten darin</translation>
    </message>
    <message>
        <source>partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>primäre Datenbank</translation>
    </message>
    <message>
        <source>region out</source>
        <translation>Region ausgefallen</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>since {0} replica {t} does not follow its primary, as {1}; it is as the primary was at {2}</source>
        <translation>seit {0} folgt das Replikat {t} seiner primären Datenbank nicht, denn {1}; es hat deren Stand von {2}</translation>
    </message>
    <message>
        <source>what was to be written is cut</source>
        <translation>was geschrieben werden sollte, ist abgeschnitten</translation>
    </message>
    <message>
        <source>what was to be written is not whole</source>
        <translation>was geschrieben werden sollte, ist nicht vollständig</translation>
    </message>
    <message>
        <source>what was to be written was altered</source>
        <translation>was geschrieben werden sollte, wurde verändert</translation>
    </message>
    <message>
        <source>Make {0} the primary as it was at {1}, without {2}, which follows later: what only that has is kept as a backup</source>
        <translation>{0} mit dem Stand von {1} zur primären Datenbank machen, ohne {2}, die später folgt: Was nur sie hat, wird als Sicherung behalten</translation>
    </message>
    <message>
        <source>it can be reached again; try again</source>
        <translation>sie ist wieder erreichbar; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>they stand in different tenants, so nothing is replicated</source>
        <translation>sie stehen in verschiedenen Mandanten, deshalb wird nichts repliziert</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;]&apos; is expected here</source>
        <translation>hier wird „,“ oder „]“ erwartet</translation>
    </message>
    <message>
        <source>&apos;,&apos; or &apos;}&apos; is expected here</source>
        <translation>hier wird „,“ oder „}“ erwartet</translation>
    </message>
    <message>
        <source>&apos;:&apos; is expected here</source>
        <translation>hier wird „:“ erwartet</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no field of this</source>
        <translation>„{0}“ ist kein Feld davon</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no schema of this program; it reads keyward.profiles/1</source>
        <translation>„{0}“ ist kein Schema dieses Programms; es liest keyward.profiles/1</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is none of those that there are</source>
        <translation>„{0}“ ist keines von denen, die es gibt</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not on the platform&apos;s list of resource providers</source>
        <translation>&apos;{0}&apos; steht nicht auf der Liste der Ressourcenanbieter der Plattform</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is not on the platform&apos;s list of trusted services</source>
        <translation>„{0}“ steht nicht auf der Liste vertrauter Dienste der Plattform</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; stands twice</source>
        <translation>„{0}“ steht zweimal da</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot keep the data of {0} &apos;{1}&apos;: {2}.</source>
        <translation>„{t}“ kann die Daten von {0} „{1}“ nicht halten: {2}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; is not a profile: {0}.</source>
        <translation>„{t}“ ist kein Profil: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; keeps the data of {0}.</source>
        <translation>„{t}“ hält die Daten von {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; knows two keys, the present one and the one before, and may still ask for that until {0}.</source>
        <translation>„{t}“ kennt zwei Schlüssel, den jetzigen und den davor, und fragt nach diesem vielleicht noch bis {0}.</translation>
    </message>
    <message>
        <source>A backup in another region needs a key there and another identity.</source>
        <translation>Eine Sicherung in einer anderen Region braucht dort einen Schlüssel und eine andere Identität.</translation>
    </message>
    <message>
        <source>A former key</source>
        <translation>Ein früherer Schlüssel</translation>
    </message>
    <message>
        <source>A key can be set</source>
        <translation>Ein Schlüssel lässt sich setzen</translation>
    </message>
    <message>
        <source>A key is given</source>
        <translation>Ein Schlüssel wird angegeben</translation>
    </message>
    <message>
        <source>A new version is taken up by setting another key and then this one again.</source>
        <translation>Eine neue Version wird übernommen, indem ein anderer Schlüssel und dann wieder dieser gesetzt wird.</translation>
    </message>
    <message>
        <source>A restore needs the version that was in use when the backup was made.</source>
        <translation>Eine Wiederherstellung braucht die Version, die benutzt wurde, als die Sicherung entstand.</translation>
    </message>
    <message>
        <source>A vault of another tenant by a federated application is not modelled: the tenant has to be the same.</source>
        <translation>Ein Tresor eines anderen Mandanten über eine föderierte Anwendung ist nicht nachgebildet: Der Mandant muss derselbe sein.</translation>
    </message>
    <message>
        <source>A workspace goes back to service-managed keys by being unlinked.</source>
        <translation>Ein Arbeitsbereich kehrt zu dienstverwalteten Schlüsseln zurück, indem er gelöst wird.</translation>
    </message>
    <message>
        <source>A, B or C is expected here</source>
        <translation>hier wird A, B oder C erwartet</translation>
    </message>
    <message>
        <source>A: from a text of 2025 or later</source>
        <translation>A: aus einem Text von 2025 oder später</translation>
    </message>
    <message>
        <source>AI Search</source>
        <translation>AI Search</translation>
    </message>
    <message>
        <source>AI Search (newer rules)</source>
        <translation>AI Search (neuere Regeln)</translation>
    </message>
    <message>
        <source>AI and Machine Learning</source>
        <translation>KI und maschinelles Lernen</translation>
    </message>
    <message>
        <source>AI services</source>
        <translation>AI Services</translation>
    </message>
    <message>
        <source>Add it: keywardctl bot channel add {t} --kind {0} --secret-file FILE.</source>
        <translation>Fügen Sie ihn hinzu: keywardctl bot channel add {t} --kind {0} --secret-file DATEI.</translation>
    </message>
    <message>
        <source>Add profile {0} to the catalogue</source>
        <translation>Profil {0} in den Katalog aufnehmen</translation>
    </message>
    <message>
        <source>After a change of key all secrets are written anew by hand before the next change.</source>
        <translation>Nach einem Schlüsselwechsel werden alle Geheimnisse von Hand neu geschrieben, bevor der nächste kommt.</translation>
    </message>
    <message>
        <source>An application of your own as its identity is not modelled.</source>
        <translation>Eine eigene Anwendung als Identität ist nicht nachgebildet.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>App Configuration store</source>
        <translation>App-Configuration-Speicher</translation>
    </message>
    <message>
        <source>App Service app</source>
        <translation>App-Service-App</translation>
    </message>
    <message>
        <source>Application Insights</source>
        <translation>Application Insights</translation>
    </message>
    <message>
        <source>Archive storage</source>
        <translation>Archivspeicher</translation>
    </message>
    <message>
        <source>At most 5,000 sets for each region and subscription.</source>
        <translation>Höchstens 5.000 Sätze je Region und Abonnement.</translation>
    </message>
    <message>
        <source>Automation account</source>
        <translation>Automation-Konto</translation>
    </message>
    <message>
        <source>B: from an older text, or inferred in part</source>
        <translation>B: aus einem älteren Text, oder zum Teil geschlossen</translation>
    </message>
    <message>
        <source>Back to service-managed keys</source>
        <translation>Zurück zu dienstverwalteten Schlüsseln</translation>
    </message>
    <message>
        <source>Backup vault</source>
        <translation>Sicherungstresor</translation>
    </message>
    <message>
        <source>Bot &apos;{t}&apos; cannot use its key, so it neither sends nor receives, and its configuration can be neither viewed nor edited: {0}.</source>
        <translation>Bot &apos;{t}&apos; kann seinen Schlüssel nicht verwenden; er sendet und empfängt deshalb nichts, und seine Konfiguration kann weder angesehen noch geändert werden: {0}.</translation>
    </message>
    <message>
        <source>Bot &apos;{t}&apos; has no channel &apos;{0}&apos;.</source>
        <translation>Bot &apos;{t}&apos; hat keinen Kanal &apos;{0}&apos;.</translation>
    </message>
    <message>
        <source>Bot &apos;{t}&apos; still has its settings, channels and conversations.</source>
        <translation>Bot &apos;{t}&apos; hat noch seine Einstellungen, Kanäle und Unterhaltungen.</translation>
    </message>
    <message>
        <source>Bot registration</source>
        <translation>Bot-Registrierung</translation>
    </message>
    <message>
        <source>C: not verified; what is strictest was taken</source>
        <translation>C: nicht überprüft; das Strengste ist angenommen</translation>
    </message>
    <message>
        <source>Cache for Redis</source>
        <translation>Cache for Redis</translation>
    </message>
    <message>
        <source>Checks that want an expiry date on every key contradict this service.</source>
        <translation>Prüfungen, die an jedem Schlüssel ein Ablaufdatum verlangen, widersprechen diesem Dienst.</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Container Instances</source>
        <translation>Container Instances</translation>
    </message>
    <message>
        <source>Container registry</source>
        <translation>Containerregistrierung</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Content Moderator</source>
        <translation>Content Moderator</translation>
    </message>
    <message>
        <source>Copy of the key</source>
        <translation>Kopie des Schlüssels</translation>
    </message>
    <message>
        <source>Cosmos DB account</source>
        <translation>Cosmos-DB-Konto</translation>
    </message>
    <message>
        <source>Cosmos DB account (newer rules)</source>
        <translation>Cosmos-DB-Konto (neuere Regeln)</translation>
    </message>
    <message>
        <source>Cosmos DB with Always Encrypted</source>
        <translation>Cosmos DB mit Always Encrypted</translation>
    </message>
    <message>
        <source>Create another one and set its key first.</source>
        <translation>Legen Sie ein weiteres an und setzen Sie zuerst dessen Schlüssel.</translation>
    </message>
    <message>
        <source>Data Explorer cluster</source>
        <translation>Data-Explorer-Cluster</translation>
    </message>
    <message>
        <source>Data Explorer cluster (newer rules)</source>
        <translation>Data-Explorer-Cluster (neuere Regeln)</translation>
    </message>
    <message>
        <source>Data Factory</source>
        <translation>Data Factory</translation>
    </message>
    <message>
        <source>Database Migration Service</source>
        <translation>Database Migration Service</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Databricks workspace</source>
        <translation>Databricks-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Defender for Cloud</source>
        <translation>Defender for Cloud</translation>
    </message>
    <message>
        <source>Delete it with them: keywardctl resource delete {t} --with-data.</source>
        <translation>Löschen Sie ihn mit ihnen: keywardctl resource delete {t} --with-data.</translation>
    </message>
    <message>
        <source>Delete settings, channels and conversations of bot {0}</source>
        <translation>Einstellungen, Kanäle und Unterhaltungen von Bot {0} löschen</translation>
    </message>
    <message>
        <source>Delete those first.</source>
        <translation>Löschen Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Disk encryption set</source>
        <translation>Datenträgerverschlüsselungssatz</translation>
    </message>
    <message>
        <source>Disk encryption set (newer rules)</source>
        <translation>Datenträgerverschlüsselungssatz (neuere Regeln)</translation>
    </message>
    <message>
        <source>Disks that were ever encrypted in the guest cannot use it.</source>
        <translation>Datenträger, die je im Gast verschlüsselt waren, können ihn nicht benutzen.</translation>
    </message>
    <message>
        <source>Domain Services</source>
        <translation>Domain Services</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Dynamics 365</source>
        <translation>Dynamics 365</translation>
    </message>
    <message>
        <source>Encrypt the data of bot {0} anew</source>
        <translation>Daten von Bot {0} neu verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt the data of bot {0} anew as fast as can be</source>
        <translation>Daten von Bot {0} so schnell wie möglich neu verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt the data of bot {0} anew at {1} bytes a second at most</source>
        <translation>Daten von Bot {0} mit höchstens {1} Bytes in der Sekunde neu verschlüsseln</translation>
    </message>
    <message>
        <source>Event Hubs namespace</source>
        <translation>Event-Hubs-Namespace</translation>
    </message>
    <message>
        <source>Event Hubs namespace (newer rules)</source>
        <translation>Event-Hubs-Namespace (neuere Regeln)</translation>
    </message>
    <message>
        <source>Existing accounts are encrypted in the background; ids of documents may have at most 990 bytes.</source>
        <translation>Bestehende Konten werden im Hintergrund verschlüsselt; Kennungen von Dokumenten dürfen höchstens 990 Byte lang sein.</translation>
    </message>
    <message>
        <source>Expiry of the key</source>
        <translation>Ablauf des Schlüssels</translation>
    </message>
    <message>
        <source>File Sync</source>
        <translation>File Sync</translation>
    </message>
    <message>
        <source>First key</source>
        <translation>Erster Schlüssel</translation>
    </message>
    <message>
        <source>Function app</source>
        <translation>Funktions-App</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Functions</translation>
    </message>
    <message>
        <source>Give at least one setting.</source>
        <translation>Geben Sie mindestens eine Einstellung an.</translation>
    </message>
    <message>
        <source>Give it access to its key again first.</source>
        <translation>Geben Sie ihm zuerst wieder Zugriff auf seinen Schlüssel.</translation>
    </message>
    <message>
        <source>Give it access to its key again.</source>
        <translation>Geben Sie ihm wieder Zugriff auf seinen Schlüssel.</translation>
    </message>
    <message>
        <source>Going back to service-managed keys means making the vault anew.</source>
        <translation>Zurück zu dienstverwalteten Schlüsseln heißt, den Tresor neu anzulegen.</translation>
    </message>
    <message>
        <source>HDInsight cluster</source>
        <translation>HDInsight-Cluster</translation>
    </message>
    <message>
        <source>HSM keys cannot be set in the portal.</source>
        <translation>HSM-Schlüssel lassen sich im Portal nicht setzen.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Identity and key cannot change in one operation.</source>
        <translation>Identität und Schlüssel können nicht in einem Vorgang wechseln.</translation>
    </message>
    <message>
        <source>Identity and key change in two operations.</source>
        <translation>Identität und Schlüssel wechseln in zwei Vorgängen.</translation>
    </message>
    <message>
        <source>Identity, once on</source>
        <translation>Identität, einmal eingeschaltet</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>IoT Hub</source>
        <translation>IoT Hub</translation>
    </message>
    <message>
        <source>IoT Hub device provisioning</source>
        <translation>IoT-Hub-Gerätebereitstellung</translation>
    </message>
    <message>
        <source>IoT Services</source>
        <translation>IoT-Dienste</translation>
    </message>
    <message>
        <source>It is kept and sent again; look at the endpoint, or set another: keywardctl bot endpoint {t} --url URL.</source>
        <translation>Sie wird aufbewahrt und erneut gesendet; sehen Sie nach dem Endpunkt, oder setzen Sie einen anderen: keywardctl bot endpoint {t} --url URL.</translation>
    </message>
    <message>
        <source>Its former keys may be neither deleted nor expire, even after it went back to service-managed keys.</source>
        <translation>Seine früheren Schlüssel dürfen weder gelöscht werden noch ablaufen, auch nachdem es zu dienstverwalteten zurückgekehrt ist.</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>Sein Schlüssel</translation>
    </message>
    <message>
        <source>Keep the data of {0} in no store of yours</source>
        <translation>Die Daten von {0} in keinem eigenen Speicher halten</translation>
    </message>
    <message>
        <source>Keep the data of {0} in {1}</source>
        <translation>Die Daten von {0} in {1} halten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Kubernetes cluster (secrets)</source>
        <translation>Kubernetes-Cluster (Geheimnisse)</translation>
    </message>
    <message>
        <source>Kubernetes cluster (secrets, legacy)</source>
        <translation>Kubernetes-Cluster (Geheimnisse, alt)</translation>
    </message>
    <message>
        <source>Language Understanding</source>
        <translation>Language Understanding</translation>
    </message>
    <message>
        <source>Leave the version out: VAULT/KEY.</source>
        <translation>Lassen Sie die Version weg: VAULT/KEY.</translation>
    </message>
    <message>
        <source>Log Analytics cluster</source>
        <translation>Log-Analytics-Cluster</translation>
    </message>
    <message>
        <source>Logic Apps environment</source>
        <translation>Logic-Apps-Umgebung</translation>
    </message>
    <message>
        <source>Look at the endpoint, or set another: keywardctl bot endpoint {t} --url URL</source>
        <translation>Sehen Sie nach dem Endpunkt, oder setzen Sie einen anderen: keywardctl bot endpoint {t} --url URL</translation>
    </message>
    <message>
        <source>Machine Learning workspace</source>
        <translation>Machine-Learning-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Make the store of bot {0}</source>
        <translation>Ablage von Bot {0} anlegen</translation>
    </message>
    <message>
        <source>Managed application</source>
        <translation>Verwaltete Anwendung</translation>
    </message>
    <message>
        <source>Managed disk</source>
        <translation>Verwalteter Datenträger</translation>
    </message>
    <message>
        <source>Managed services, managed disks and the root of DBFS each have a key of their own; Keyward models one.</source>
        <translation>Verwaltete Dienste, verwaltete Datenträger und die Wurzel von DBFS haben je einen eigenen Schlüssel; Keyward bildet einen nach.</translation>
    </message>
    <message>
        <source>Management and Governance</source>
        <translation>Verwaltung und Governance</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Medien</translation>
    </message>
    <message>
        <source>Media Services account</source>
        <translation>Media-Services-Konto</translation>
    </message>
    <message>
        <source>Migrate project</source>
        <translation>Migrate-Projekt</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>MySQL flexible server</source>
        <translation>Flexibler MySQL-Server</translation>
    </message>
    <message>
        <source>MySQL flexible server (newer rules)</source>
        <translation>Flexibler MySQL-Server (neuere Regeln)</translation>
    </message>
    <message>
        <source>Names of containers, index paths and partition keys are not encrypted.</source>
        <translation>Namen von Containern, Indexpfade und Partitionsschlüssel sind nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>No content trust; logs of tasks are kept for a day.</source>
        <translation>Keine Inhaltsvertrauensstellung; Protokolle von Aufgaben werden einen Tag aufbewahrt.</translation>
    </message>
    <message>
        <source>No document was ever stored in</source>
        <translation>Nie wurde ein Dokument abgelegt in</translation>
    </message>
    <message>
        <source>No image was ever pushed to</source>
        <translation>Nie wurde ein Abbild hochgeladen nach</translation>
    </message>
    <message>
        <source>No object was ever made in</source>
        <translation>Nie entstand ein Objekt in</translation>
    </message>
    <message>
        <source>No server was ever started as</source>
        <translation>Nie wurde ein Server gestartet als</translation>
    </message>
    <message>
        <source>No workspace was ever opened as</source>
        <translation>Nie wurde ein Arbeitsbereich geöffnet als</translation>
    </message>
    <message>
        <source>Note that nothing of bot {0} is under a former data key any more</source>
        <translation>Vermerken, dass nichts von Bot {0} mehr unter einem früheren Datenschlüssel liegt</translation>
    </message>
    <message>
        <source>Note that the endpoint of bot {0} takes messages</source>
        <translation>Vermerken, dass der Endpunkt von Bot {0} Nachrichten annimmt</translation>
    </message>
    <message>
        <source>Note that the endpoint of bot {0} takes no messages: {1}</source>
        <translation>Vermerken, dass der Endpunkt von Bot {0} keine Nachrichten annimmt: {1}</translation>
    </message>
    <message>
        <source>Note that {0} asks for its former key no longer</source>
        <translation>Vermerken, dass {0} nicht mehr nach dem früheren Schlüssel fragt</translation>
    </message>
    <message>
        <source>Nothing was ever kept in</source>
        <translation>Nie wurde etwas gehalten in</translation>
    </message>
    <message>
        <source>Nothing was ever sent to</source>
        <translation>Nie wurde etwas gesendet an</translation>
    </message>
    <message>
        <source>Nothing was ever stored in</source>
        <translation>Nie wurde etwas abgelegt in</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Once it is back</source>
        <translation>Sobald er wieder da ist</translation>
    </message>
    <message>
        <source>Only equality can be searched for, on what is encrypted deterministically.</source>
        <translation>Gesucht werden kann nur nach Gleichheit, in deterministisch Verschlüsseltem.</translation>
    </message>
    <message>
        <source>Only in tiers that cost.</source>
        <translation>Nur in Stufen, die etwas kosten.</translation>
    </message>
    <message>
        <source>Only what comes after the key is set is under it.</source>
        <translation>Nur was nach dem Setzen des Schlüssels kommt, liegt unter ihm.</translation>
    </message>
    <message>
        <source>Operations cost more: point reads 5 %, writes 6 %, queries 15 %.</source>
        <translation>Vorgänge kosten mehr: Einzelabrufe 5 %, Schreiben 6 %, Abfragen 15 %.</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>PostgreSQL flexible server</source>
        <translation>Flexibler PostgreSQL-Server</translation>
    </message>
    <message>
        <source>PostgreSQL flexible server (newer rules)</source>
        <translation>Flexibler PostgreSQL-Server (neuere Regeln)</translation>
    </message>
    <message>
        <source>Premium workspaces only.</source>
        <translation>Nur Premium-Arbeitsbereiche.</translation>
    </message>
    <message>
        <source>Profile &apos;{t}&apos; is that of {0}.</source>
        <translation>Das Profil „{t}“ ist das von {0}.</translation>
    </message>
    <message>
        <source>Protection of the vault</source>
        <translation>Schutz des Tresors</translation>
    </message>
    <message>
        <source>Put back a copy of the keystore: keywardctl store restore.</source>
        <translation>Spielen Sie eine Kopie des Schlüsselspeichers zurück: keywardctl store restore.</translation>
    </message>
    <message>
        <source>Put {0} into use</source>
        <translation>{0} in Gebrauch nehmen</translation>
    </message>
    <message>
        <source>Queues and tables need a key that is chosen when the account is made.</source>
        <translation>Warteschlangen und Tabellen brauchen einen Schlüssel, der beim Anlegen des Kontos gewählt wird.</translation>
    </message>
    <message>
        <source>RSA 3072-bit</source>
        <translation>RSA mit 3072 Bit</translation>
    </message>
    <message>
        <source>Region of the vault</source>
        <translation>Region des Tresors</translation>
    </message>
    <message>
        <source>Register it: keywardctl subscription register &apos;{1}&apos; {0}.</source>
        <translation>Registrieren Sie ihn: keywardctl subscription register &apos;{1}&apos; {0}.</translation>
    </message>
    <message>
        <source>Register resource provider {0} in subscription {1} of vault {t}; its application is &apos;{2}&apos;</source>
        <translation>Ressourcenanbieter {0} im Abonnement {1} von Tresor {t} registrieren; seine Anwendung ist &apos;{2}&apos;</translation>
    </message>
    <message>
        <source>Remove profile {0} from the catalogue</source>
        <translation>Profil {0} aus dem Katalog nehmen</translation>
    </message>
    <message>
        <source>Replicas get their key before their source does.</source>
        <translation>Replikate bekommen ihren Schlüssel vor ihrer Quelle.</translation>
    </message>
    <message>
        <source>Resource provider {0} is not registered in subscription {1}, in which the key vault of &apos;{t}&apos; stands.</source>
        <translation>Ressourcenanbieter {0} ist im Abonnement {1}, in dem der Schlüsseltresor von &apos;{t}&apos; steht, nicht registriert.</translation>
    </message>
    <message>
        <source>Resource provider {0} is registered in subscription {1} of vault {t}; its application is &apos;{2}&apos;</source>
        <translation>Ressourcenanbieter {0} ist im Abonnement {1} von Tresor {t} registriert; seine Anwendung ist &apos;{2}&apos;</translation>
    </message>
    <message>
        <source>Retention of the vault</source>
        <translation>Aufbewahrung des Tresors</translation>
    </message>
    <message>
        <source>SQL Managed Instance</source>
        <translation>SQL Managed Instance</translation>
    </message>
    <message>
        <source>SQL Managed Instance (newer rules)</source>
        <translation>SQL Managed Instance (neuere Regeln)</translation>
    </message>
    <message>
        <source>Say which one it is: keywardctl resource store {t} STORE; then enable the key of that one.</source>
        <translation>Sagen Sie, welcher es ist: keywardctl resource store {t} STORE; aktivieren Sie dann dessen Schlüssel.</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sentinel workspace</source>
        <translation>Sentinel-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Service Bus namespace</source>
        <translation>Service-Bus-Namespace</translation>
    </message>
    <message>
        <source>Service Bus namespace (newer rules)</source>
        <translation>Service-Bus-Namespace (neuere Regeln)</translation>
    </message>
    <message>
        <source>Site Recovery</source>
        <translation>Site Recovery</translation>
    </message>
    <message>
        <source>Sizes of keys are not stated; 2048 bits always work.</source>
        <translation>Schlüssellängen sind nicht genannt; 2048 Bit gehen immer.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Speech Services</source>
        <translation>Speech Services</translation>
    </message>
    <message>
        <source>Storage account</source>
        <translation>Speicherkonto</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Stream Analytics job</source>
        <translation>Stream-Analytics-Auftrag</translation>
    </message>
    <message>
        <source>Stretch database</source>
        <translation>Stretch-Datenbank</translation>
    </message>
    <message>
        <source>Synapse workspace</source>
        <translation>Synapse-Arbeitsbereich</translation>
    </message>
    <message>
        <source>Table storage</source>
        <translation>Tabellenspeicher</translation>
    </message>
    <message>
        <source>Take the date off (keywardctl key update {t} --no-expiry), or extend it well before it comes.</source>
        <translation>Nehmen Sie das Datum weg (keywardctl key update {t} --no-expiry), oder verlängern Sie es lange vorher.</translation>
    </message>
    <message>
        <source>Tenant of the vault</source>
        <translation>Mandant des Tresors</translation>
    </message>
    <message>
        <source>That is fixed when a vault is made: use a key of another one.</source>
        <translation>Das steht fest, sobald ein Tresor angelegt ist: Nehmen Sie einen Schlüssel aus einem anderen.</translation>
    </message>
    <message>
        <source>The cluster keeps two keys, and shows the previous one to nobody.</source>
        <translation>Der Cluster behält zwei Schlüssel und zeigt den vorigen niemandem.</translation>
    </message>
    <message>
        <source>The data of bot &apos;{t}&apos; cannot be encrypted under another key: {0}.</source>
        <translation>Die Daten von Bot &apos;{t}&apos; können nicht unter einem anderen Schlüssel verschlüsselt werden: {0}.</translation>
    </message>
    <message>
        <source>The data of bot &apos;{t}&apos; is still being encrypted under the key that was set last.</source>
        <translation>Die Daten von Bot &apos;{t}&apos; werden noch unter dem zuletzt gesetzten Schlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>The endpoint of bot &apos;{t}&apos; did not take the message: {0}.</source>
        <translation>Der Endpunkt von Bot &apos;{t}&apos; hat die Nachricht nicht angenommen: {0}.</translation>
    </message>
    <message>
        <source>The identity of &apos;{t}&apos; must not be turned off, even for a moment: {0} would lose their key.</source>
        <translation>Die Identität von „{t}“ darf nicht ausgeschaltet werden, auch nicht für einen Augenblick: {0} verlören ihren Schlüssel.</translation>
    </message>
    <message>
        <source>The key is cached for up to an hour.</source>
        <translation>Der Schlüssel wird bis zu einer Stunde zwischengespeichert.</translation>
    </message>
    <message>
        <source>The original key is never revoked while servers that were restored from it exist.</source>
        <translation>Der ursprüngliche Schlüssel wird nie entzogen, solange es Server gibt, die daraus wiederhergestellt wurden.</translation>
    </message>
    <message>
        <source>The vault</source>
        <translation>Der Tresor</translation>
    </message>
    <message>
        <source>The vendor&apos;s table of trusted services does not list it.</source>
        <translation>Die Tabelle vertrauter Dienste des Anbieters nennt ihn nicht.</translation>
    </message>
    <message>
        <source>The vendor&apos;s table of trusted services lists Azure Backup for keys and secrets of virtual machines only: a vault with limited networks may not let it in.</source>
        <translation>Die Tabelle vertrauter Dienste des Anbieters nennt Azure Backup nur für Schlüssel und Geheimnisse virtueller Maschinen: Ein Tresor mit beschränkten Netzen lässt ihn vielleicht nicht ein.</translation>
    </message>
    <message>
        <source>To be deleted</source>
        <translation>Zum Löschen</translation>
    </message>
    <message>
        <source>To be known</source>
        <translation>Zu wissen</translation>
    </message>
    <message>
        <source>Top-level paths only; policies cannot be changed.</source>
        <translation>Nur Pfade der obersten Ebene; Richtlinien lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>Translator Text</source>
        <translation>Translator Text</translation>
    </message>
    <message>
        <source>Turning on the firewall of the vault later needs identity and key to be set again.</source>
        <translation>Wird die Firewall des Tresors später eingeschaltet, müssen Identität und Schlüssel neu gesetzt werden.</translation>
    </message>
    <message>
        <source>Until its own identity may use the key and it is activated, the workspace waits.</source>
        <translation>Bis die eigene Identität den Schlüssel benutzen darf und der Arbeitsbereich aktiviert ist, wartet er.</translation>
    </message>
    <message>
        <source>Up to three keys can be set for redundancy; Keyward sets one.</source>
        <translation>Bis zu drei Schlüssel lassen sich zur Redundanz setzen; Keyward setzt einen.</translation>
    </message>
    <message>
        <source>Use a key of a key vault.</source>
        <translation>Nehmen Sie einen Schlüssel aus einem Schlüsseltresor.</translation>
    </message>
    <message>
        <source>Use a new data key for bot {0}, wrapped by {1}</source>
        <translation>Neuen Datenschlüssel für Bot {0} verwenden, verpackt mit {1}</translation>
    </message>
    <message>
        <source>Use a user-assigned identity: keywardctl identity create, then cmk enable with --identity.</source>
        <translation>Nehmen Sie eine benutzerzugewiesene Identität: keywardctl identity create, dann cmk enable mit --identity.</translation>
    </message>
    <message>
        <source>Vault and key name</source>
        <translation>Name von Tresor und Schlüssel</translation>
    </message>
    <message>
        <source>Vault with limited networks</source>
        <translation>Tresor mit beschränkten Netzen</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtuelle Maschine</translation>
    </message>
    <message>
        <source>Virtual machine scale set</source>
        <translation>VM-Skalierungsgruppe</translation>
    </message>
    <message>
        <source>Wait until then: a third key would push out the one that it still needs.</source>
        <translation>Warten Sie bis dahin: Ein dritter Schlüssel verdrängte den, den es noch braucht.</translation>
    </message>
    <message>
        <source>What is stored of bot &apos;{t}&apos; is damaged: {0}.</source>
        <translation>Was von Bot &apos;{t}&apos; gespeichert ist, ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>Where the vault stands, registered</source>
        <translation>Registriert, wo der Tresor steht</translation>
    </message>
    <message>
        <source>With a deleted key</source>
        <translation>Mit gelöschtem Schlüssel</translation>
    </message>
    <message>
        <source>With a disabled key</source>
        <translation>Mit deaktiviertem Schlüssel</translation>
    </message>
    <message>
        <source>With a key of yours, moves</source>
        <translation>Umzüge mit eigenem Schlüssel</translation>
    </message>
    <message>
        <source>With a key out of reach</source>
        <translation>Mit unerreichbarem Schlüssel</translation>
    </message>
    <message>
        <source>With a paired region: end the pairing, grant both namespaces, set the key on the primary, pair again.</source>
        <translation>Mit gekoppelter Region: Kopplung beenden, beiden Namespaces Zugriff geben, Schlüssel am primären setzen, wieder koppeln.</translation>
    </message>
    <message>
        <source>With an expired key</source>
        <translation>Mit abgelaufenem Schlüssel</translation>
    </message>
    <message>
        <source>Without a key of yours</source>
        <translation>Ohne eigenen Schlüssel</translation>
    </message>
    <message>
        <source>Without its key</source>
        <translation>Ohne seinen Schlüssel</translation>
    </message>
    <message>
        <source>Without key {0} nobody can bring back {1} of {t}, the platform neither. Keep a backup of the key</source>
        <translation>Ohne Schlüssel {0} kann niemand {1} von {t} zurückholen, auch die Plattform nicht. Bewahren Sie eine Sicherung des Schlüssels auf</translation>
    </message>
    <message>
        <source>a channel is added</source>
        <translation>ein Kanal hinzugefügt wird</translation>
    </message>
    <message>
        <source>a control character in a text</source>
        <translation>ein Steuerzeichen in einem Text</translation>
    </message>
    <message>
        <source>a data key is missing</source>
        <translation>ein Datenschlüssel fehlt</translation>
    </message>
    <message>
        <source>a duration is expected here, such as P1D or 12h</source>
        <translation>hier wird eine Dauer erwartet, etwa P1D oder 12h</translation>
    </message>
    <message>
        <source>a file of your own holds one profile</source>
        <translation>eine eigene Datei enthält ein Profil</translation>
    </message>
    <message>
        <source>a list is expected here</source>
        <translation>hier wird eine Liste erwartet</translation>
    </message>
    <message>
        <source>a list of numbers of bits is expected here</source>
        <translation>hier wird eine Liste von Bitzahlen erwartet</translation>
    </message>
    <message>
        <source>a message is not of its form</source>
        <translation>eine Nachricht hat nicht ihre Form</translation>
    </message>
    <message>
        <source>a message was altered</source>
        <translation>eine Nachricht wurde verändert</translation>
    </message>
    <message>
        <source>a name in quotes is expected here</source>
        <translation>hier wird ein Name in Anführungszeichen erwartet</translation>
    </message>
    <message>
        <source>a number is expected here</source>
        <translation>hier wird eine Zahl erwartet</translation>
    </message>
    <message>
        <source>a number of bits is expected here</source>
        <translation>hier wird eine Bitzahl erwartet</translation>
    </message>
    <message>
        <source>a resource of the kind {0}, of which there is none yet</source>
        <translation>eine Ressource der Art {0}, von der es noch keine gibt</translation>
    </message>
    <message>
        <source>a row is not of its table&apos;s form</source>
        <translation>eine Zeile hat nicht die Form ihrer Tabelle</translation>
    </message>
    <message>
        <source>a service that goes by its provider&apos;s application names the provider, and no other identity</source>
        <translation>ein Dienst, der als Anwendung seines Anbieters auftritt, nennt den Anbieter und keine andere Identität</translation>
    </message>
    <message>
        <source>a store without a folder</source>
        <translation>eine Ablage ohne Ordner</translation>
    </message>
    <message>
        <source>a text is expected here</source>
        <translation>hier wird ein Text erwartet</translation>
    </message>
    <message>
        <source>a text without its closing quote</source>
        <translation>ein Text ohne schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>a value is expected here</source>
        <translation>hier wird ein Wert erwartet</translation>
    </message>
    <message>
        <source>a whole number from {0} to {1} is expected here</source>
        <translation>hier wird eine ganze Zahl von {0} bis {1} erwartet</translation>
    </message>
    <message>
        <source>after less than half an hour it heals by itself, later the key has to be set again</source>
        <translation>nach weniger als einer halben Stunde heilt es von selbst, später muss der Schlüssel neu gesetzt werden</translation>
    </message>
    <message>
        <source>all connections are refused and the databases are inaccessible</source>
        <translation>alle Verbindungen werden abgelehnt und die Datenbanken sind unzugänglich</translation>
    </message>
    <message>
        <source>all its data is encrypted anew</source>
        <translation>alle seine Daten neu verschlüsselt sind</translation>
    </message>
    <message>
        <source>an escape that there is not</source>
        <translation>eine Maskierung, die es nicht gibt</translation>
    </message>
    <message>
        <source>an id is at most 64 small letters, digits and hyphens, and begins with a letter</source>
        <translation>eine Kennung hat höchstens 64 Kleinbuchstaben, Ziffern und Bindestriche und beginnt mit einem Buchstaben</translation>
    </message>
    <message>
        <source>an item was altered</source>
        <translation>ein Eintrag wurde verändert</translation>
    </message>
    <message>
        <source>an object is expected here</source>
        <translation>hier wird ein Objekt erwartet</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>any resource that takes a key of its own</source>
        <translation>jede Ressource, die einen eigenen Schlüssel nimmt</translation>
    </message>
    <message>
        <source>any resource that takes a key of its own, of which there is none yet</source>
        <translation>jede Ressource, die einen eigenen Schlüssel nimmt; es gibt noch keine</translation>
    </message>
    <message>
        <source>anything is sent to it</source>
        <translation>etwas dorthin gesendet wird</translation>
    </message>
    <message>
        <source>applications encrypt before anything is sent, so the service holds nothing that a key of its own would protect</source>
        <translation>Anwendungen verschlüsseln, bevor etwas gesendet wird; der Dienst hält also nichts, was ein eigener Schlüssel schützte</translation>
    </message>
    <message>
        <source>archived blobs cannot be brought back: such calls are answered with 403</source>
        <translation>archivierte Blobs lassen sich nicht zurückholen: Solche Aufrufe werden mit 403 beantwortet</translation>
    </message>
    <message>
        <source>are followed within {0}, unless a version was given</source>
        <translation>wird binnen {0} gefolgt, wenn keine Version angegeben war</translation>
    </message>
    <message>
        <source>are followed, unless a version was given</source>
        <translation>wird gefolgt, wenn keine Version angegeben war</translation>
    </message>
    <message>
        <source>are not possible</source>
        <translation>sind nicht möglich</translation>
    </message>
    <message>
        <source>are possible</source>
        <translation>sind möglich</translation>
    </message>
    <message>
        <source>are set by hand</source>
        <translation>werden von Hand gesetzt</translation>
    </message>
    <message>
        <source>as a trusted service</source>
        <translation>als vertrauter Dienst</translation>
    </message>
    <message>
        <source>as a trusted service, not with a user-assigned identity</source>
        <translation>als vertrauter Dienst, nicht mit benutzerzugewiesener Identität</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>jederzeit</translation>
    </message>
    <message>
        <source>at least {0} days</source>
        <translation>mindestens {0} Tage</translation>
    </message>
    <message>
        <source>at most 200 settings, a secret of at most 4096 bytes</source>
        <translation>höchstens 200 Einstellungen, ein Geheimnis von höchstens 4096 Bytes</translation>
    </message>
    <message>
        <source>better none; one that is set is warned of</source>
        <translation>besser keiner; vor einem gesetzten wird gewarnt</translation>
    </message>
    <message>
        <source>blobs and files can be neither read nor written: such calls are answered with 403</source>
        <translation>Blobs und Dateien lassen sich weder lesen noch schreiben: Solche Aufrufe werden mit 403 beantwortet</translation>
    </message>
    <message>
        <source>bot items</source>
        <translation>Bot-Einträge</translation>
    </message>
    <message>
        <source>bot registration</source>
        <translation>Bot-Registrierung</translation>
    </message>
    <message>
        <source>by its version, and stays on it</source>
        <translation>mit Version, und bleibt dabei</translation>
    </message>
    <message>
        <source>by its version, or without</source>
        <translation>mit oder ohne Version</translation>
    </message>
    <message>
        <source>calls work again by themselves</source>
        <translation>Aufrufe gehen von selbst wieder</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>client-side</source>
        <translation>auf der Anwendungsseite</translation>
    </message>
    <message>
        <source>conversation</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>data key</source>
        <translation>Datenschlüssel</translation>
    </message>
    <message>
        <source>data keys</source>
        <translation>Datenschlüssel</translation>
    </message>
    <message>
        <source>data of bot</source>
        <translation>Daten des Bots</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>enable the key, or set another one, then start the machines</source>
        <translation>den Schlüssel aktivieren oder einen anderen setzen, dann die Maschinen starten</translation>
    </message>
    <message>
        <source>encrypted by the application, whose key it is</source>
        <translation>von der Anwendung verschlüsselt, deren Schlüssel es ist</translation>
    </message>
    <message>
        <source>encrypted properties cannot be read; applications can leave them out</source>
        <translation>verschlüsselte Eigenschaften lassen sich nicht lesen; Anwendungen können sie weglassen</translation>
    </message>
    <message>
        <source>encrypting its data anew</source>
        <translation>die neue Verschlüsselung seiner Daten</translation>
    </message>
    <message>
        <source>encryption has to be turned on</source>
        <translation>Verschlüsselung muss eingeschaltet werden</translation>
    </message>
    <message>
        <source>endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>former key whose time is over</source>
        <translation>früheren Schlüssel, dessen Zeit vorbei ist</translation>
    </message>
    <message>
        <source>four hexadecimal digits are expected here</source>
        <translation>hier werden vier Hexadezimalziffern erwartet</translation>
    </message>
    <message>
        <source>groups is missing</source>
        <translation>groups fehlt</translation>
    </message>
    <message>
        <source>half a character</source>
        <translation>ein halbes Zeichen</translation>
    </message>
    <message>
        <source>is needed for another {0}</source>
        <translation>wird noch {0} gebraucht</translation>
    </message>
    <message>
        <source>is needed until the next one is set, at least for {0}</source>
        <translation>wird gebraucht, bis der nächste gesetzt ist, mindestens {0}</translation>
    </message>
    <message>
        <source>is never deleted while it is used</source>
        <translation>wird nie gelöscht, solange er benutzt wird</translation>
    </message>
    <message>
        <source>issues of the vendor documentation on what stops with an expired key, 2024</source>
        <translation>Meldungen zur Dokumentation des Anbieters, was mit einem abgelaufenen Schlüssel aufhört, 2024</translation>
    </message>
    <message>
        <source>it can never get a customer-managed key then</source>
        <translation>einen kundenverwalteten Schlüssel kann es dann nie mehr bekommen</translation>
    </message>
    <message>
        <source>it does not follow new versions</source>
        <translation>es folgt neuen Versionen nicht</translation>
    </message>
    <message>
        <source>it goes through channel {0}</source>
        <translation>sie läuft über Kanal {0}</translation>
    </message>
    <message>
        <source>it is a {0}, which has no channels</source>
        <translation>es ist ein {0} und hat keine Kanäle</translation>
    </message>
    <message>
        <source>it is no store of a bot</source>
        <translation>es ist keine Ablage eines Bots</translation>
    </message>
    <message>
        <source>it is put into use</source>
        <translation>es in Gebrauch genommen wird</translation>
    </message>
    <message>
        <source>it keeps its data itself</source>
        <translation>es hält seine Daten selbst</translation>
    </message>
    <message>
        <source>it keeps no data, only caches that are gone soon and are under a key of the platform</source>
        <translation>er hält keine Daten, nur Zwischenspeicher, die bald weg sind und unter einem Schlüssel der Plattform liegen</translation>
    </message>
    <message>
        <source>it needs its key</source>
        <translation>braucht es seinen Schlüssel</translation>
    </message>
    <message>
        <source>it stays on the version that it is given, and follows new ones</source>
        <translation>es bleibt bei der angegebenen Version und folgt neuen</translation>
    </message>
    <message>
        <source>it takes a key</source>
        <translation>es nimmt einen Schlüssel</translation>
    </message>
    <message>
        <source>it takes a key by its version, and refuses versions</source>
        <translation>es nimmt einen Schlüssel mit Version und lehnt Versionen ab</translation>
    </message>
    <message>
        <source>it takes no key of its own</source>
        <translation>sie nimmt keinen eigenen Schlüssel</translation>
    </message>
    <message>
        <source>it takes no user-assigned identities</source>
        <translation>es nimmt keine benutzerzugewiesenen Identitäten</translation>
    </message>
    <message>
        <source>it takes only one of the kind {0}</source>
        <translation>es nimmt nur eine der Art {0}</translation>
    </message>
    <message>
        <source>it works again within an hour; of an expired key extend the expiry first</source>
        <translation>er geht binnen einer Stunde wieder; bei einem abgelaufenen Schlüssel zuerst den Ablauf verlängern</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Element</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Elemente</translation>
    </message>
    <message>
        <source>its certificates have at most 64 KiB</source>
        <translation>seine Zertifikate haben höchstens 64 KiB</translation>
    </message>
    <message>
        <source>its data</source>
        <translation>seine Daten</translation>
    </message>
    <message>
        <source>its data can neither be read nor written until the key can be used again</source>
        <translation>seine Daten lassen sich weder lesen noch schreiben, bis der Schlüssel wieder benutzt werden kann</translation>
    </message>
    <message>
        <source>its data is still partly encrypted under the key that it had until {0}</source>
        <translation>seine Daten sind noch teilweise unter dem Schlüssel verschlüsselt, den er bis {0} hatte</translation>
    </message>
    <message>
        <source>its data is under the new key</source>
        <translation>seine Daten unter dem neuen Schlüssel liegen</translation>
    </message>
    <message>
        <source>its documents</source>
        <translation>seine Dokumente</translation>
    </message>
    <message>
        <source>its events</source>
        <translation>seine Ereignisse</translation>
    </message>
    <message>
        <source>its images</source>
        <translation>seine Abbilder</translation>
    </message>
    <message>
        <source>its indexes</source>
        <translation>seine Indizes</translation>
    </message>
    <message>
        <source>its key is being changed; try again</source>
        <translation>sein Schlüssel wird gerade gewechselt; versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>its logs</source>
        <translation>seine Protokolle</translation>
    </message>
    <message>
        <source>its machines shut down and cannot start</source>
        <translation>seine Maschinen fahren herunter und können nicht starten</translation>
    </message>
    <message>
        <source>its messages</source>
        <translation>seine Nachrichten</translation>
    </message>
    <message>
        <source>its outer key does not open</source>
        <translation>sein äußerer Schlüssel lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>its pools</source>
        <translation>seine Pools</translation>
    </message>
    <message>
        <source>its secrets</source>
        <translation>seine Geheimnisse</translation>
    </message>
    <message>
        <source>its settings, channels and conversations</source>
        <translation>seine Einstellungen, Kanäle und Unterhaltungen</translation>
    </message>
    <message>
        <source>its tables</source>
        <translation>seine Tabellen</translation>
    </message>
    <message>
        <source>its value has at most 4096 bytes</source>
        <translation>ihr Wert hat höchstens 4096 Bytes</translation>
    </message>
    <message>
        <source>job {0} encrypts its data anew</source>
        <translation>Auftrag {0} verschlüsselt seine Daten neu</translation>
    </message>
    <message>
        <source>keeps its data in the customer&apos;s own vault, storage account or other store that itself supports CMK (vault column)</source>
        <translation>hält seine Daten im eigenen Tresor, Speicherkonto oder anderen Speicher des Kunden, der selbst kundenverwaltete Schlüssel nimmt (Spalte der Tresore)</translation>
    </message>
    <message>
        <source>keeps no data; transient caches under a platform key</source>
        <translation>hält keine Daten; flüchtige Zwischenspeicher unter einem Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>keepsPrevious needs oldVersionFor: how long a change of key takes</source>
        <translation>keepsPrevious braucht oldVersionFor: wie lange ein Schlüsselwechsel dauert</translation>
    </message>
    <message>
        <source>key {t} expires on {0}; {1} should have one that does not, although policies may ask for a date</source>
        <translation>Schlüssel {t} läuft am {0} ab; {1} sollte einen haben, der es nicht tut, auch wenn Richtlinien ein Datum verlangen mögen</translation>
    </message>
    <message>
        <source>keywardctl catalogue show SERVICE --json has the fields of one.</source>
        <translation>keywardctl catalogue show SERVICE --json zeigt die Felder eines Profils.</translation>
    </message>
    <message>
        <source>keywardctl schedule run</source>
        <translation>keywardctl schedule run</translation>
    </message>
    <message>
        <source>line {0}, column {1}: {2}</source>
        <translation>Zeile {0}, Spalte {1}: {2}</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>messages wait for the endpoint since {0}: {1}</source>
        <translation>Nachrichten warten seit {0} auf den Endpunkt: {1}</translation>
    </message>
    <message>
        <source>more levels than {0}</source>
        <translation>mehr als {0} Ebenen</translation>
    </message>
    <message>
        <source>must never be turned off</source>
        <translation>darf nie ausgeschaltet werden</translation>
    </message>
    <message>
        <source>must not move</source>
        <translation>darf nicht umziehen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no profile</source>
        <translation>kein Profil</translation>
    </message>
    <message>
        <source>no profile for service &apos;{0}&apos;</source>
        <translation>kein Profil für den Dienst „{0}“</translation>
    </message>
    <message>
        <source>no-data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>noKeyBecause is missing: why it takes no key</source>
        <translation>noKeyBecause fehlt: warum es keinen Schlüssel nimmt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>none may be set</source>
        <translation>keiner darf gesetzt sein</translation>
    </message>
    <message>
        <source>none: {0}</source>
        <translation>keine: {0}</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>nicht anwendbar</translation>
    </message>
    <message>
        <source>not as a trusted service</source>
        <translation>nicht als vertrauter Dienst</translation>
    </message>
    <message>
        <source>not in the list; known from its own documentation</source>
        <translation>nicht in der Liste; aus der eigenen Dokumentation bekannt</translation>
    </message>
    <message>
        <source>nothing but deleting the account is possible</source>
        <translation>nichts außer dem Löschen des Kontos ist möglich</translation>
    </message>
    <message>
        <source>nothing more is expected here</source>
        <translation>hier wird nichts mehr erwartet</translation>
    </message>
    <message>
        <source>nothing: it keeps no data</source>
        <translation>nichts: Er hält keine Daten</translation>
    </message>
    <message>
        <source>number of settings</source>
        <translation>Anzahl der Einstellungen</translation>
    </message>
    <message>
        <source>only before {0}</source>
        <translation>nur bevor {0}</translation>
    </message>
    <message>
        <source>only within its subscription</source>
        <translation>nur innerhalb seines Abonnements</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>own-key</source>
        <translation>eigener Schlüssel</translation>
    </message>
    <message>
        <source>own-store</source>
        <translation>eigener Speicher</translation>
    </message>
    <message>
        <source>profile &apos;{0}&apos; and service &apos;{1}&apos; differ in whether there is data</source>
        <translation>Profil „{0}“ und Dienst „{1}“ unterscheiden sich darin, ob es Daten gibt</translation>
    </message>
    <message>
        <source>profile &apos;{0}&apos; takes keys of a managed HSM, service &apos;{1}&apos; does not</source>
        <translation>Profil „{0}“ nimmt Schlüssel eines verwalteten HSM, der Dienst „{1}“ nicht</translation>
    </message>
    <message>
        <source>profile of your own</source>
        <translation>eigenes Profil</translation>
    </message>
    <message>
        <source>provider change log up to 2025-12; constraints are not verified</source>
        <translation>Änderungsliste des Providers bis 2025-12; Bedingungen nicht überprüft</translation>
    </message>
    <message>
        <source>provider documentation of 2025: keys without version</source>
        <translation>Dokumentation des Providers von 2025: Schlüssel ohne Version</translation>
    </message>
    <message>
        <source>provider documentation of 2026-06</source>
        <translation>Dokumentation des Providers von 2026-06</translation>
    </message>
    <message>
        <source>provider issues of 2026 on keys without version, and reports of keys with an expiry date</source>
        <translation>Meldungen zum Provider von 2026 über Schlüssel ohne Version, und Berichte über Schlüssel mit Ablaufdatum</translation>
    </message>
    <message>
        <source>pulls and pushes fail with 403</source>
        <translation>Abrufen und Hochladen scheitert mit 403</translation>
    </message>
    <message>
        <source>queries fail, new data is dropped for good, and what is cached is deleted</source>
        <translation>Abfragen scheitern, neue Daten werden endgültig verworfen, und was zwischengespeichert ist, wird gelöscht</translation>
    </message>
    <message>
        <source>queries work again within half an hour</source>
        <translation>Abfragen gehen binnen einer halben Stunde wieder</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>resource provider &apos;{0}&apos; has no application</source>
        <translation>Ressourcenanbieter &apos;{0}&apos; hat keine Anwendung</translation>
    </message>
    <message>
        <source>revalidate the key of the server by hand</source>
        <translation>den Schlüssel des Servers von Hand neu bestätigen</translation>
    </message>
    <message>
        <source>secrets cannot be read; they are gone for good once the key or its vault is purged</source>
        <translation>Geheimnisse lassen sich nicht lesen; sie sind endgültig verloren, sobald der Schlüssel oder sein Tresor endgültig gelöscht ist</translation>
    </message>
    <message>
        <source>service-managed keys</source>
        <translation>dienstverwaltete Schlüssel</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>setting another key</source>
        <translation>einen anderen Schlüssel setzen</translation>
    </message>
    <message>
        <source>should be kept elsewhere as well</source>
        <translation>sollte auch anderswo aufbewahrt werden</translation>
    </message>
    <message>
        <source>soft delete and purge protection</source>
        <translation>vorläufiges Löschen und Löschschutz</translation>
    </message>
    <message>
        <source>store &apos;{t}&apos;, which keeps its data: {0}</source>
        <translation>Speicher „{t}“, der die Daten hält: {0}</translation>
    </message>
    <message>
        <source>store of bot</source>
        <translation>Ablage des Bots</translation>
    </message>
    <message>
        <source>system-assigned or user-assigned</source>
        <translation>systemzugewiesen oder benutzerzugewiesen</translation>
    </message>
    <message>
        <source>tables can be neither read nor written: such calls are answered with 403</source>
        <translation>Tabellen lassen sich weder lesen noch schreiben: Solche Aufrufe werden mit 403 beantwortet</translation>
    </message>
    <message>
        <source>that it is done</source>
        <translation>dass es geschehen ist</translation>
    </message>
    <message>
        <source>that keeps its data itself, if any</source>
        <translation>jene hält ihre Daten selbst, falls sie welche hat</translation>
    </message>
    <message>
        <source>the API server stops and the secrets are lost; the cluster has to be built anew</source>
        <translation>der API-Server hält an und die Geheimnisse sind verloren; der Cluster muss neu aufgebaut werden</translation>
    </message>
    <message>
        <source>the account is made</source>
        <translation>das Konto angelegt wird</translation>
    </message>
    <message>
        <source>the account is made for tables</source>
        <translation>das Konto für Tabellen angelegt wird</translation>
    </message>
    <message>
        <source>the application of its resource provider</source>
        <translation>die Anwendung seines Ressourcenanbieters</translation>
    </message>
    <message>
        <source>the application&apos;s: {0}</source>
        <translation>die der Anwendung: {0}</translation>
    </message>
    <message>
        <source>the bot neither sends nor receives from then on</source>
        <translation>der Bot sendet und empfängt von da an nichts mehr</translation>
    </message>
    <message>
        <source>the bot neither sends nor receives, and its configuration can be neither viewed nor edited</source>
        <translation>der Bot sendet und empfängt nichts, und seine Konfiguration kann weder angesehen noch geändert werden</translation>
    </message>
    <message>
        <source>the data key of its messages is missing</source>
        <translation>der Datenschlüssel seiner Nachrichten fehlt</translation>
    </message>
    <message>
        <source>the file ends where a value is expected</source>
        <translation>die Datei endet, wo ein Wert erwartet wird</translation>
    </message>
    <message>
        <source>the file is longer than {0} KiB</source>
        <translation>die Datei ist länger als {0} KiB</translation>
    </message>
    <message>
        <source>the file of its outer key is missing</source>
        <translation>die Datei seines äußeren Schlüssels fehlt</translation>
    </message>
    <message>
        <source>the file of its outer key is not whole</source>
        <translation>die Datei seines äußeren Schlüssels ist nicht vollständig</translation>
    </message>
    <message>
        <source>the index is unusable, and the service cannot be scaled</source>
        <translation>der Index ist unbrauchbar, und der Dienst lässt sich nicht skalieren</translation>
    </message>
    <message>
        <source>the machine shuts down and cannot start</source>
        <translation>die Maschine fährt herunter und kann nicht starten</translation>
    </message>
    <message>
        <source>the namespace works no longer until the key can be used again</source>
        <translation>der Namespace geht nicht mehr, bis der Schlüssel wieder benutzt werden kann</translation>
    </message>
    <message>
        <source>the object is made</source>
        <translation>das Objekt angelegt wird</translation>
    </message>
    <message>
        <source>the registry is made</source>
        <translation>die Registrierung angelegt wird</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dieselbe</translation>
    </message>
    <message>
        <source>the server is inaccessible</source>
        <translation>der Server ist unzugänglich</translation>
    </message>
    <message>
        <source>the server is inaccessible and refuses connections</source>
        <translation>der Server ist unzugänglich und lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>the server is made</source>
        <translation>der Server angelegt wird</translation>
    </message>
    <message>
        <source>the vendor&apos;s list of services that take customer-managed keys</source>
        <translation>die Liste des Anbieters der Dienste, die kundenverwaltete Schlüssel nehmen</translation>
    </message>
    <message>
        <source>the vendor&apos;s list of services that take customer-managed keys: it keeps its data in a vault, storage account or other store of the customer</source>
        <translation>die Liste des Anbieters der Dienste, die kundenverwaltete Schlüssel nehmen: Er hält seine Daten in einem Tresor, Speicherkonto oder anderen Speicher des Kunden</translation>
    </message>
    <message>
        <source>the vendor&apos;s list of services that take customer-managed keys; what it does not state is taken to be as strict as elsewhere</source>
        <translation>die Liste des Anbieters der Dienste, die kundenverwaltete Schlüssel nehmen; was sie nicht nennt, ist so streng wie anderswo angenommen</translation>
    </message>
    <message>
        <source>the workspace is made</source>
        <translation>der Arbeitsbereich angelegt wird</translation>
    </message>
    <message>
        <source>the workspace&apos;s data is unusable</source>
        <translation>die Daten des Arbeitsbereichs sind unbrauchbar</translation>
    </message>
    <message>
        <source>there is a profile &apos;{0}&apos; already</source>
        <translation>ein Profil „{0}“ gibt es schon</translation>
    </message>
    <message>
        <source>there is a service &apos;{0}&apos; already</source>
        <translation>einen Dienst „{0}“ gibt es schon</translation>
    </message>
    <message>
        <source>there is no profile &apos;{0}&apos;</source>
        <translation>ein Profil „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>there is no service &apos;{0}&apos;</source>
        <translation>einen Dienst „{0}“ gibt es nicht</translation>
    </message>
    <message>
        <source>they are destroyed</source>
        <translation>sie werden vernichtet</translation>
    </message>
    <message>
        <source>they belong to different tenants</source>
        <translation>sie gehören verschiedenen Mandanten</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
    <message>
        <source>this is not UTF-8</source>
        <translation>das ist kein UTF-8</translation>
    </message>
    <message>
        <source>through a store of yours</source>
        <translation>über einen Ihrer Speicher</translation>
    </message>
    <message>
        <source>together at most {0} characters</source>
        <translation>zusammen höchstens {0} Zeichen</translation>
    </message>
    <message>
        <source>true or false is expected here</source>
        <translation>hier wird true oder false erwartet</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unwrapped</source>
        <translation>entpackt</translation>
    </message>
    <message>
        <source>vendor documentation of 2020-02 and provider documentation; how soon new versions are followed is not stated</source>
        <translation>Dokumentation des Anbieters von 2020-02 und des Providers; wie bald neuen Versionen gefolgt wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation of 2021-08 and provider documentation; how soon new versions are followed is not stated</source>
        <translation>Dokumentation des Anbieters von 2021-08 und des Providers; wie bald neuen Versionen gefolgt wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on Always Encrypted, 2022-04 and 2025-05</source>
        <translation>Dokumentation des Anbieters zu Always Encrypted, 2022-04 und 2025-05</translation>
    </message>
    <message>
        <source>vendor documentation on KMS data encryption, 2026-08; how long a change of key takes is not stated</source>
        <translation>Dokumentation des Anbieters zur KMS-Datenverschlüsselung, 2026-08; wie lange ein Schlüsselwechsel dauert, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on KMS of etcd, 2026-08; how long a change of key takes is not stated</source>
        <translation>Dokumentation des Anbieters zu KMS von etcd, 2026-08; wie lange ein Schlüsselwechsel dauert, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of Cosmos DB, 2022-07</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von Cosmos DB, 2022-07</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of Data Explorer, 2026-08; how soon new versions are followed is not stated</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von Data Explorer, 2026-08; wie bald neuen Versionen gefolgt wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of Monitor, 2023-06; how long a former key is needed is not stated</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von Monitor, 2023-06; wie lange ein früherer Schlüssel gebraucht wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of MySQL, 2024-11; a former key is kept for the longest retention of its backups</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von MySQL, 2024-11; ein früherer Schlüssel wird so lange gehalten, wie Sicherungen längstens aufbewahrt werden</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of registries, 2026-08; how long a former key is needed is not stated</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von Registrierungen, 2026-08; wie lange ein früherer Schlüssel gebraucht wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on customer-managed keys of storage accounts, 2020-09 and newer wording</source>
        <translation>Dokumentation des Anbieters zu kundenverwalteten Schlüsseln von Speicherkonten, 2020-09 und neuere Fassung</translation>
    </message>
    <message>
        <source>vendor documentation on data encryption of PostgreSQL, 2025-02; a former key is kept for the longest retention of its backups</source>
        <translation>Dokumentation des Anbieters zur Datenverschlüsselung von PostgreSQL, 2025-02; ein früherer Schlüssel wird so lange gehalten, wie Sicherungen längstens aufbewahrt werden</translation>
    </message>
    <message>
        <source>vendor documentation on encrypting backup data with customer-managed keys, newer wording, undated; provider documentation of 2026</source>
        <translation>Dokumentation des Anbieters zur Verschlüsselung von Sicherungsdaten mit kundenverwalteten Schlüsseln, neuere Fassung, undatiert; Dokumentation des Providers von 2026</translation>
    </message>
    <message>
        <source>vendor documentation on encryption in the bot service, 2022-06; key sizes are not stated there</source>
        <translation>Dokumentation des Herstellers über Verschlüsselung im Bot-Dienst, 2022-06; Schlüsselgrößen stehen dort nicht</translation>
    </message>
    <message>
        <source>vendor documentation on encryption of Backup vaults, undated; provider documentation of 2026; how long a former key is needed is not stated</source>
        <translation>Dokumentation des Anbieters zur Verschlüsselung von Sicherungstresoren, undatiert; Dokumentation des Providers von 2026; wie lange ein früherer Schlüssel gebraucht wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on encryption of Synapse workspaces, 2022-01; how long writing anew takes is not stated</source>
        <translation>Dokumentation des Anbieters zur Verschlüsselung von Synapse-Arbeitsbereichen, 2022-01; wie lange das Neuschreiben dauert, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on keys of AI Search, 2026-03; how long a former key is needed is not stated</source>
        <translation>Dokumentation des Anbieters zu Schlüsseln von AI Search, 2026-03; wie lange ein früherer Schlüssel gebraucht wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on keys of existing accounts, undated; table of trusted services of 2026</source>
        <translation>Dokumentation des Anbieters zu Schlüsseln bestehender Konten, undatiert; Tabelle vertrauter Dienste von 2026</translation>
    </message>
    <message>
        <source>vendor documentation on managed disks with customer-managed keys, 2023-02</source>
        <translation>Dokumentation des Anbieters zu verwalteten Datenträgern mit kundenverwalteten Schlüsseln, 2023-02</translation>
    </message>
    <message>
        <source>vendor documentation on managed disks with customer-managed keys, 2023-02; how long a former key is needed is not stated</source>
        <translation>Dokumentation des Anbieters zu verwalteten Datenträgern mit kundenverwalteten Schlüsseln, 2023-02; wie lange ein früherer Schlüssel gebraucht wird, ist nicht genannt</translation>
    </message>
    <message>
        <source>vendor documentation on transparent data encryption, 2022-11; a former key is kept for the longest retention of its backups</source>
        <translation>Dokumentation des Anbieters zur transparenten Datenverschlüsselung, 2022-11; ein früherer Schlüssel wird so lange gehalten, wie Sicherungen längstens aufbewahrt werden</translation>
    </message>
    <message>
        <source>virtual machines that run go on running, and fail at their next start</source>
        <translation>laufende virtuelle Maschinen laufen weiter und scheitern beim nächsten Start</translation>
    </message>
    <message>
        <source>virtual machines that run go on until their disks ask for the key again</source>
        <translation>laufende virtuelle Maschinen laufen weiter, bis ihre Datenträger wieder nach dem Schlüssel fragen</translation>
    </message>
    <message>
        <source>virtual machines with disks of it fail to read and write, and stop</source>
        <translation>virtuelle Maschinen mit solchen Datenträgern können nicht mehr lesen und schreiben und halten an</translation>
    </message>
    <message>
        <source>virtual machines with disks of it shut down and cannot start</source>
        <translation>virtuelle Maschinen mit solchen Datenträgern fahren herunter und können nicht starten</translation>
    </message>
    <message>
        <source>waiting until then</source>
        <translation>bis dahin warten</translation>
    </message>
    <message>
        <source>what follows for {t}: {0}</source>
        <translation>was für {t} folgt: {0}</translation>
    </message>
    <message>
        <source>what is still under its former key</source>
        <translation>was noch unter dem früheren Schlüssel liegt</translation>
    </message>
    <message>
        <source>what it refuses it cannot advise against</source>
        <translation>wovon es abrät, das kann es nicht ablehnen</translation>
    </message>
    <message>
        <source>with a user-assigned identity only</source>
        <translation>nur mit benutzerzugewiesener Identität</translation>
    </message>
    <message>
        <source>within {0}</source>
        <translation>binnen {0}</translation>
    </message>
    <message>
        <source>without its version</source>
        <translation>ohne Version</translation>
    </message>
    <message>
        <source>wrapKey and unwrapKey, or encrypt and decrypt, are needed at least</source>
        <translation>wrapKey und unwrapKey, oder encrypt und decrypt, sind mindestens nötig</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{0} &apos;{1}&apos; keeps it as its previous key until the next one is set</source>
        <translation>{0} „{1}“ behält ihn als vorigen Schlüssel, bis der nächste gesetzt ist</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; can only be deleted while its key can be used: {1}.</source>
        <translation>{0} „{t}“ lässt sich nur löschen, solange der Schlüssel benutzt werden kann: {1}.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; gets its first key while it is made, when it has no identity of its own yet.</source>
        <translation>{0} „{t}“ bekommt den ersten Schlüssel beim Anlegen, wenn noch keine eigene Identität da ist.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; notes by itself when it is first used.</source>
        <translation>{0} „{t}“ vermerkt den ersten Gebrauch von selbst.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; takes its first customer-managed key only before {1}.</source>
        <translation>{0} „{t}“ nimmt den ersten kundenverwalteten Schlüssel nur, bevor {1}.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; takes no customer-managed key: {1}.</source>
        <translation>{0} „{t}“ nimmt keinen kundenverwalteten Schlüssel: {1}.</translation>
    </message>
    <message>
        <source>{0} &apos;{t}&apos; takes no key of its own: it keeps its data in a store of yours, and the store&apos;s key protects it. What can serve: {1}.</source>
        <translation>{0} „{t}“ nimmt keinen eigenen Schlüssel: Die Daten liegen in einem Ihrer Speicher, und dessen Schlüssel schützt sie. In Frage kommt: {1}.</translation>
    </message>
    <message>
        <source>{0} (within {1})</source>
        <translation>{0} (binnen {1})</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} fehlt</translation>
    </message>
    <message>
        <source>{0} needs a vault that keeps what is deleted for at least {1} days; &apos;{t}&apos; keeps it for {2}.</source>
        <translation>{0} braucht einen Tresor, der Gelöschtes mindestens {1} Tage behält; „{t}“ behält es {2}.</translation>
    </message>
    <message>
        <source>{0} of {1} bits</source>
        <translation>{0} mit {1} Bit</translation>
    </message>
    <message>
        <source>{0} takes a key without its version, and &apos;{t}&apos; is given with one.</source>
        <translation>{0} nimmt einen Schlüssel ohne Version, und „{t}“ ist mit einer angegeben.</translation>
    </message>
    <message>
        <source>{0} takes no keys of a managed HSM, and &apos;{t}&apos; is one.</source>
        <translation>{0} nimmt keine Schlüssel eines verwalteten HSM, und „{t}“ ist einer.</translation>
    </message>
    <message>
        <source>{0}; and {1} more</source>
        <translation>{0}; und {1} weitere</translation>
    </message>
    <message>
        <source>{0}; of vaults</source>
        <translation>{0}; aus Tresoren</translation>
    </message>
    <message>
        <source>{0}; of vaults and managed HSMs</source>
        <translation>{0}; aus Tresoren und verwalteten HSM</translation>
    </message>
    <message>
        <source>{0}; once the key can be used again: {1}</source>
        <translation>{0}; sobald der Schlüssel wieder benutzt werden kann: {1}</translation>
    </message>
    <message>
        <source>{1} &apos;{2}&apos; may still ask for it until {0}</source>
        <translation>{1} „{2}“ fragt vielleicht noch bis {0} danach</translation>
    </message>
    <message>
        <source>{t} no longer asks for its former key</source>
        <translation>{t} fragt nicht mehr nach dem früheren Schlüssel</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>Create it without one and set the key afterwards, or have the subscription listed: keywardctl subscription register &apos;{t}&apos; {1}.</source>
        <translation>Legen Sie ihn ohne Schlüssel an und setzen Sie diesen danach, oder lassen Sie das Abonnement eintragen: keywardctl subscription register &apos;{t}&apos; {1}.</translation>
    </message>
    <message>
        <source>Create {0} {1} in {2}, encrypted under {3}, which {4} asks for</source>
        <translation>{0} {1} in {2} anlegen, verschlüsselt unter {3}, wonach {4} fragt</translation>
    </message>
    <message>
        <source>Created with its key</source>
        <translation>Mit seinem Schlüssel angelegt</translation>
    </message>
    <message>
        <source>Give --overwrite to put this one in its place, or name another path.</source>
        <translation>Geben Sie --overwrite an, um sie durch diese zu ersetzen, oder nennen Sie einen anderen Pfad.</translation>
    </message>
    <message>
        <source>Name another path.</source>
        <translation>Nennen Sie einen anderen Pfad.</translation>
    </message>
    <message>
        <source>Put it again from where it came: keywardctl storage put {0} &apos;{t}&apos; --from FILE --overwrite.</source>
        <translation>Legen Sie sie von dort, woher sie kam, neu ab: keywardctl storage put {0} &apos;{t}&apos; --from FILE --overwrite.</translation>
    </message>
    <message>
        <source>Recovery Services vaults created with their key</source>
        <translation>Recovery-Services-Tresore, die mit ihrem Schlüssel angelegt werden</translation>
    </message>
    <message>
        <source>See what it holds: keywardctl storage list {0}.</source>
        <translation>Sehen Sie nach, was es enthält: keywardctl storage list {0}.</translation>
    </message>
    <message>
        <source>Subscription &apos;{t}&apos; is not among those in which a {0} may be created with its key.</source>
        <translation>Das Abonnement &apos;{t}&apos; gehört nicht zu denen, in denen {0} mit Schlüssel angelegt werden darf.</translation>
    </message>
    <message>
        <source>a blob or file is stored</source>
        <translation>ein Blob oder eine Datei abgelegt wird</translation>
    </message>
    <message>
        <source>a data key without bytes</source>
        <translation>ein Datenschlüssel ohne Bytes</translation>
    </message>
    <message>
        <source>a resource that keeps files has no service</source>
        <translation>eine Ressource, die Dateien aufnimmt, hat keinen Dienst</translation>
    </message>
    <message>
        <source>blobs and files can be neither read nor written from then on</source>
        <translation>Blobs und Dateien können von da an weder gelesen noch geschrieben werden</translation>
    </message>
    <message>
        <source>in subscriptions with {0}</source>
        <translation>in Abonnements mit {0}</translation>
    </message>
    <message>
        <source>it can never go back to service-managed keys</source>
        <translation>es gibt kein Zurück zu dienstverwalteten Schlüsseln</translation>
    </message>
    <message>
        <source>it is a {0}, which keeps no files</source>
        <translation>es ist vom Typ {0} und nimmt keine Dateien auf</translation>
    </message>
    <message>
        <source>it is one of the keystore&apos;s own</source>
        <translation>sie gehört dem Schlüsselspeicher selbst</translation>
    </message>
    <message>
        <source>its blobs and files</source>
        <translation>seine Blobs und Dateien</translation>
    </message>
    <message>
        <source>its data key is still wrapped by {0}</source>
        <translation>sein Datenschlüssel liegt noch unter {0}</translation>
    </message>
    <message>
        <source>its data key is wrapped anew</source>
        <translation>sein Datenschlüssel neu verpackt ist</translation>
    </message>
    <message>
        <source>its index is missing</source>
        <translation>sein Verzeichnis fehlt</translation>
    </message>
    <message>
        <source>target of a restore</source>
        <translation>Ziel einer Wiederherstellung</translation>
    </message>
    <message>
        <source>wrapping its data key anew</source>
        <translation>das neue Verpacken seines Datenschlüssels</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; cannot use its key, so its files can be neither read nor written: {0}.</source>
        <translation>&apos;{t}&apos; kann seinen Schlüssel nicht benutzen; seine Dateien lassen sich weder lesen noch schreiben: {0}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; has no access to {0}: {1}.</source>
        <translation>&apos;{t}&apos; hat keinen Zugang zu {0}: {1}.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; in {0} was altered or cut short. Nothing of it was given out.</source>
        <translation>&apos;{t}&apos; in {0} wurde verändert oder gekürzt. Nichts davon wurde herausgegeben.</translation>
    </message>
    <message>
        <source>&apos;{t}&apos; still holds files.</source>
        <translation>&apos;{t}&apos; hat noch Dateien.</translation>
    </message>
    <message>
        <source>A disk that was ever encrypted in the guest takes no set.</source>
        <translation>Ein Datenträger, der je im Gastsystem verschlüsselt wurde, nimmt keinen Satz.</translation>
    </message>
    <message>
        <source>A set can be chosen at any time for</source>
        <translation>Jederzeit lässt sich ein Satz wählen für</translation>
    </message>
    <message>
        <source>Attach {0} to {1}</source>
        <translation>{0} an {1} anfügen</translation>
    </message>
    <message>
        <source>Changing its set needs the disk detached.</source>
        <translation>Um seinen Satz zu ändern, muss der Datenträger getrennt sein.</translation>
    </message>
    <message>
        <source>Create {0} {1} in {2}, protected by the key of {3}</source>
        <translation>{0} {1} in {2} anlegen, geschützt durch den Schlüssel von {3}</translation>
    </message>
    <message>
        <source>Delete all files of {0}</source>
        <translation>Alle Dateien von {0} löschen</translation>
    </message>
    <message>
        <source>Delete snapshot {0} of {1}</source>
        <translation>Momentaufnahme {0} von {1} löschen</translation>
    </message>
    <message>
        <source>Delete them first: keywardctl disk snapshot delete {t} NAME.</source>
        <translation>Löschen Sie sie zuerst: keywardctl disk snapshot delete {t} NAME.</translation>
    </message>
    <message>
        <source>Detach it first: keywardctl disk detach {t}.</source>
        <translation>Trennen Sie ihn zuerst: keywardctl disk detach {t}.</translation>
    </message>
    <message>
        <source>Detach {0} from its machine</source>
        <translation>{0} von seiner Maschine trennen</translation>
    </message>
    <message>
        <source>Disk &apos;{t}&apos; is attached to {0}.</source>
        <translation>Datenträger &apos;{t}&apos; ist an {0} angefügt.</translation>
    </message>
    <message>
        <source>Disk &apos;{t}&apos; was encrypted in the guest, so that it can have no disk encryption set.</source>
        <translation>Datenträger &apos;{t}&apos; wurde im Gastsystem verschlüsselt und kann daher keinen Datenträgerverschlüsselungssatz haben.</translation>
    </message>
    <message>
        <source>Disk {0} has no snapshot &apos;{t}&apos;.</source>
        <translation>Datenträger {0} hat keine Momentaufnahme &apos;{t}&apos;.</translation>
    </message>
    <message>
        <source>Give no --api-version, or 2021-04-01 or later.</source>
        <translation>Geben Sie kein --api-version an, oder 2021-04-01 oder später.</translation>
    </message>
    <message>
        <source>Leave out --set.</source>
        <translation>Lassen Sie --set weg.</translation>
    </message>
    <message>
        <source>Make the place of the files of {0}</source>
        <translation>Den Ort für die Dateien von {0} anlegen</translation>
    </message>
    <message>
        <source>Note that {0} was encrypted in the guest</source>
        <translation>Vermerken, dass {0} im Gastsystem verschlüsselt wurde</translation>
    </message>
    <message>
        <source>Put its files on a new disk that has one.</source>
        <translation>Legen Sie seine Dateien auf einem neuen Datenträger ab, der einen hat.</translation>
    </message>
    <message>
        <source>Recovery point {t} is of a machine that was encrypted in the guest: a disk that is made of it can have no disk encryption set.</source>
        <translation>Wiederherstellungspunkt {t} ist von einer Maschine, die im Gastsystem verschlüsselt wurde: Ein Datenträger daraus kann keinen Datenträgerverschlüsselungssatz haben.</translation>
    </message>
    <message>
        <source>Region and subscription of the store</source>
        <translation>Region und Abonnement des Speichers</translation>
    </message>
    <message>
        <source>Restore snapshot {0} of {1} as the new disk {2}</source>
        <translation>Momentaufnahme {0} von {1} als neuen Datenträger {2} wiederherstellen</translation>
    </message>
    <message>
        <source>Scripts from before April 2021</source>
        <translation>Skripte von vor April 2021</translation>
    </message>
    <message>
        <source>See which it has: keywardctl disk snapshot list {0}.</source>
        <translation>Sehen Sie nach, welche er hat: keywardctl disk snapshot list {0}.</translation>
    </message>
    <message>
        <source>Take snapshot {0} of {1}</source>
        <translation>Momentaufnahme {0} von {1} machen</translation>
    </message>
    <message>
        <source>The data key of &apos;{t}&apos; cannot be wrapped by another key: {0}.</source>
        <translation>Der Datenschlüssel von &apos;{t}&apos; kann von keinem anderen Schlüssel verpackt werden: {0}.</translation>
    </message>
    <message>
        <source>The key of &apos;{t}&apos; was saved in the form that is in use since April 2021, which scripts from before do not know.</source>
        <translation>Der Schlüssel von &apos;{t}&apos; wurde in der Form gespeichert, die seit April 2021 gilt und die Skripte von davor nicht kennen.</translation>
    </message>
    <message>
        <source>What is stored in &apos;{t}&apos; is damaged: {0}.</source>
        <translation>Was in &apos;{t}&apos; liegt, ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>With snapshots it cannot go back to service-managed keys.</source>
        <translation>Mit Momentaufnahmen kann er nicht zu dienstverwalteten Schlüsseln zurück.</translation>
    </message>
    <message>
        <source>Wrap the data key of {0} by {1}</source>
        <translation>Den Datenschlüssel von {0} durch {1} verpacken</translation>
    </message>
    <message>
        <source>a file is stored on it</source>
        <translation>eine Datei darauf abgelegt wird</translation>
    </message>
    <message>
        <source>a script saved its key in the form from before April 2021, by which audits may tell that it has none</source>
        <translation>ein Skript hat seinen Schlüssel in der Form von vor April 2021 gespeichert, nach der Prüfungen melden können, dass er keinen hat</translation>
    </message>
    <message>
        <source>data of</source>
        <translation>Daten von</translation>
    </message>
    <message>
        <source>disk to detach</source>
        <translation>zu trennender Datenträger</translation>
    </message>
    <message>
        <source>disk to encrypt in the guest</source>
        <translation>im Gastsystem zu verschlüsselnder Datenträger</translation>
    </message>
    <message>
        <source>disk to take a snapshot of</source>
        <translation>Datenträger für eine Momentaufnahme</translation>
    </message>
    <message>
        <source>for {0} there was never an older one</source>
        <translation>für {0} gab es nie eine ältere</translation>
    </message>
    <message>
        <source>form of a key</source>
        <translation>Form eines Schlüssels</translation>
    </message>
    <message>
        <source>index of files</source>
        <translation>Verzeichnis der Dateien</translation>
    </message>
    <message>
        <source>it can be neither read nor written from then on</source>
        <translation>von da an lässt er sich weder lesen noch schreiben</translation>
    </message>
    <message>
        <source>it can never have a disk encryption set then</source>
        <translation>er kann dann nie einen Datenträgerverschlüsselungssatz haben</translation>
    </message>
    <message>
        <source>it holds nothing yet</source>
        <translation>noch ist nichts darauf</translation>
    </message>
    <message>
        <source>it is a {0}</source>
        <translation>es ist ein {0}</translation>
    </message>
    <message>
        <source>it is attached to no machine</source>
        <translation>er ist an keine Maschine angefügt</translation>
    </message>
    <message>
        <source>it is in {0}, not in {1}</source>
        <translation>es liegt in {0}, nicht in {1}</translation>
    </message>
    <message>
        <source>it is in {0}, the disk in {1}</source>
        <translation>sie liegt in {0}, der Datenträger in {1}</translation>
    </message>
    <message>
        <source>it is no index of files</source>
        <translation>es ist kein Verzeichnis von Dateien</translation>
    </message>
    <message>
        <source>it is noted already</source>
        <translation>es ist schon vermerkt</translation>
    </message>
    <message>
        <source>its disk encryption set is {0}</source>
        <translation>sein Datenträgerverschlüsselungssatz ist {0}</translation>
    </message>
    <message>
        <source>machine to attach a disk to</source>
        <translation>Maschine, an die ein Datenträger angefügt wird</translation>
    </message>
    <message>
        <source>managed disk</source>
        <translation>verwalteter Datenträger</translation>
    </message>
    <message>
        <source>place of the files of</source>
        <translation>Ort für die Dateien von</translation>
    </message>
    <message>
        <source>resource that keeps files</source>
        <translation>Ressource, die Dateien aufnimmt</translation>
    </message>
    <message>
        <source>save its key in an older form</source>
        <translation>speichern seinen Schlüssel in einer älteren Form</translation>
    </message>
    <message>
        <source>scripts from before April 2021, one of which saved its key, can change it no longer</source>
        <translation>Skripte von vor April 2021, von denen eines seinen Schlüssel gespeichert hat, können ihn nicht mehr ändern</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Momentaufnahme</translation>
    </message>
    <message>
        <source>the disk can be neither read nor written, and the machine that it is attached to stops</source>
        <translation>der Datenträger lässt sich weder lesen noch schreiben, und die Maschine, an die er angefügt ist, bleibt stehen</translation>
    </message>
    <message>
        <source>the files on it</source>
        <translation>die Dateien darauf</translation>
    </message>
    <message>
        <source>they belong to different subscriptions</source>
        <translation>sie gehören zu verschiedenen Abonnements</translation>
    </message>
    <message>
        <source>what only it needs is destroyed</source>
        <translation>was nur sie braucht, wird vernichtet</translation>
    </message>
    <message>
        <source>{0} holds &apos;{t}&apos; already.</source>
        <translation>In {0} gibt es &apos;{t}&apos; schon.</translation>
    </message>
    <message>
        <source>{0} holds no &apos;{t}&apos;.</source>
        <translation>In {0} gibt es kein &apos;{t}&apos;.</translation>
    </message>
    <message>
        <source>Disk &apos;{t}&apos; has snapshots ({0}), which need its files and the key that protects it.</source>
        <translation>Datenträger &apos;{t}&apos; hat Momentaufnahmen ({0}), die seine Dateien und den Schlüssel brauchen, der ihn schützt.</translation>
    </message>
    <message>
        <source>Let {0} use its key again (keywardctl cmk health {0}), or choose another one.</source>
        <translation>Lassen Sie {0} seinen Schlüssel wieder benutzen (keywardctl cmk health {0}), oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Point those elsewhere first: keywardctl resource store NAME STORE, or --none. Where that was just done: keywardctl schedule run.</source>
        <translation>Lassen Sie diese zuerst woanders ablegen: keywardctl resource store NAME STORE, oder --none. Wo das gerade geschehen ist: keywardctl schedule run.</translation>
    </message>
    <message>
        <source>Save its key again, also the same one: keywardctl cmk set-key {t} --key VAULT/KEY</source>
        <translation>Setzen Sie seinen Schlüssel noch einmal, auch denselben: keywardctl cmk set-key {t} --key VAULT/KEY</translation>
    </message>
    <message>
        <source>a restore that makes something else than a disk</source>
        <translation>eine Wiederherstellung, die etwas anderes als einen Datenträger anlegt</translation>
    </message>
    <message>
        <source>its index does not have all of snapshot {0}</source>
        <translation>sein Verzeichnis hat nicht alles von Momentaufnahme {0}</translation>
    </message>
    <message>
        <source>they would belong to different subscriptions</source>
        <translation>sie gehörten dann zu verschiedenen Abonnements</translation>
    </message>
    <message>
        <source>what was half done is gone; begin it again</source>
        <translation>was halb getan war, ist weg; beginnen Sie von vorn</translation>
    </message>
    <message>
        <source>{0} holds something in the place &apos;{t}&apos; already.</source>
        <translation>In {0} gibt es an der Stelle &apos;{t}&apos; schon etwas.</translation>
    </message>
</context>
<context>
    <name>Errands</name>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
</context>
<context>
    <name>EstateButton</name>
    <message>
        <source>Sample estate</source>
        <translation>Beispielbestand</translation>
    </message>
    <message>
        <source>Keystore %1</source>
        <translation>Schlüsselspeicher %1</translation>
    </message>
    <message>
        <source>This keystore</source>
        <translation>Dieser Schlüsselspeicher</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>Explain</name>
    <message>
        <source>Everything it takes is in place</source>
        <translation>Alles Nötige ist vorhanden</translation>
    </message>
    <message>
        <source>There is no such vault</source>
        <translation>Diesen Tresor gibt es nicht</translation>
    </message>
    <message>
        <source>The vault is deleted</source>
        <translation>Der Tresor ist gelöscht</translation>
    </message>
    <message>
        <source>The vault’s network rules keep the caller out</source>
        <translation>Die Netzwerkregeln des Tresors verweigern dem Aufrufer den Zugang</translation>
    </message>
    <message>
        <source>There is no such principal</source>
        <translation>Diesen Prinzipal gibt es nicht</translation>
    </message>
    <message>
        <source>The principal does not belong to the vault’s tenant</source>
        <translation>Der Prinzipal gehört nicht zum Mandanten des Tresors</translation>
    </message>
    <message>
        <source>No access policy lets it in</source>
        <translation>Keine Zugriffsrichtlinie gewährt den Zugriff</translation>
    </message>
    <message>
        <source>It has no role here</source>
        <translation>Hat hier keine Rolle</translation>
    </message>
    <message>
        <source>None of its roles allows this</source>
        <translation>Keine der Rollen erlaubt dies</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>The key is deleted</source>
        <translation>Der Schlüssel ist gelöscht</translation>
    </message>
    <message>
        <source>The key is not made yet</source>
        <translation>Der Schlüssel ist noch nicht erstellt</translation>
    </message>
    <message>
        <source>The version is disabled</source>
        <translation>Die Version ist deaktiviert</translation>
    </message>
    <message>
        <source>The version is not valid yet</source>
        <translation>Die Version ist noch nicht gültig</translation>
    </message>
    <message>
        <source>The version has expired</source>
        <translation>Die Version ist abgelaufen</translation>
    </message>
    <message>
        <source>The version does not allow this operation</source>
        <translation>Die Version erlaubt diesen Vorgang nicht</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>With key</source>
        <translation>Mit Schlüssel</translation>
    </message>
    <message>
        <source>Calling from address</source>
        <translation>Aufruf von Adresse</translation>
    </message>
    <message>
        <source>As in 192.0.2.7; left empty, from this machine, and for a resource from its service</source>
        <translation>Etwa 192.0.2.7; leer: von diesem Rechner, bei einer Ressource von ihrem Dienst</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Wie entschieden wurde</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>Gewährt durch</translation>
    </message>
    <message>
        <source>Allows this</source>
        <translation>Erlaubt dies</translation>
    </message>
    <message>
        <source>Key permissions</source>
        <translation>Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>What it was given</source>
        <translation>Erteilte Berechtigungen</translation>
    </message>
    <message>
        <source>Nothing that counts for this key</source>
        <translation>Nichts, was für diesen Schlüssel gilt</translation>
    </message>
    <message>
        <source>Say who wants to do what with which key</source>
        <translation>Angeben, wer was mit welchem Schlüssel tun will</translation>
    </message>
    <message>
        <source>The answer is the one that the key vault would give now. Nothing is done with the key, and nothing is logged.</source>
        <translation>Die Antwort ist die, die der Schlüsseltresor jetzt geben würde. Mit dem Schlüssel geschieht nichts, und nichts wird protokolliert.</translation>
    </message>
    <message>
        <source>Mend it…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Wer entscheidet</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Access policies</source>
        <translation>Zugriffsrichtlinien</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>Address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>Dienst %1</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Check access</source>
        <translation>Zugriff überprüfen</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Its access policy does not include this permission</source>
        <translation>Die Zugriffsrichtlinie enthält diese Berechtigung nicht</translation>
    </message>
    <message>
        <source>%1 may carry out %2 with %3</source>
        <translation>%1 darf %2 mit %3 ausführen</translation>
    </message>
    <message>
        <source>%1 may not carry out %2 with %3</source>
        <translation>%1 darf %2 mit %3 nicht ausführen</translation>
    </message>
    <message>
        <source>The region of the vault is out</source>
        <translation>Die Region des Tresors ist ausgefallen</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Write the whole path, beginning with / or ~.</source>
        <translation>Den ganzen Pfad angeben, beginnend mit / oder ~.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Diesen Ordner gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a file; name a folder.</source>
        <translation>Dies ist eine Datei; einen Ordner angeben.</translation>
    </message>
    <message>
        <source>This exists already and is not overwritten.</source>
        <translation>Dies gibt es bereits; es wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>This is a file; name a new or an empty folder.</source>
        <translation>Dies ist eine Datei; einen neuen oder leeren Ordner angeben.</translation>
    </message>
    <message>
        <source>This folder is not empty; name a new or an empty one.</source>
        <translation>Dieser Ordner ist nicht leer; einen neuen oder leeren angeben.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>This is a folder; name a file.</source>
        <translation>Dies ist ein Ordner; eine Datei angeben.</translation>
    </message>
    <message>
        <source>You may not read this file.</source>
        <translation>Diese Datei ist für Sie nicht lesbar.</translation>
    </message>
    <message>
        <source>Local time, UTC%1%2:%3</source>
        <translation>Ortszeit, UTC%1%2:%3</translation>
    </message>
    <message>
        <source>Such as %1, or a length of time such as 365d. %2. Empty: %3.</source>
        <translation>Etwa %1 oder eine Dauer wie 365d. %2. Leer: %3.</translation>
    </message>
    <message>
        <source>Write a date such as %1, or a length of time such as 365d.</source>
        <translation>Ein Datum wie %1 oder eine Dauer wie 365d angeben.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <translation>%1. %2.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Choose one that is found.</source>
        <translation>Etwas wählen, was gefunden wird.</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>Angabe erforderlich: %1.</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Calendar…</source>
        <translation>Kalender…</translation>
    </message>
    <message>
        <source>Calendar for: %1</source>
        <translation>Kalender für: %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Start from a template</source>
        <translation>Mit einer Vorlage beginnen</translation>
    </message>
</context>
<context>
    <name>GuideAccessModel</name>
    <message>
        <source>Change who decides in a vault</source>
        <translation>Zugriffsmodell eines Tresors umstellen</translation>
    </message>
    <message>
        <source>Access policies or roles: one of them decides who may use the keys of a vault. First everybody is granted the equivalent of what they have, one by one, then it changes.</source>
        <translation>Zugriffsrichtlinien oder Rollen: Eines von beiden entscheidet, wer die Schlüssel eines Tresors verwenden darf. Zuerst erhalten alle nacheinander, was ihren Berechtigungen entspricht, dann wird umgestellt.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Umstellen</translation>
    </message>
    <message>
        <source>From then on it is decided by</source>
        <translation>Danach entscheiden</translation>
    </message>
    <message>
        <source>Roles, assigned from the tenant down to one key</source>
        <translation>Rollen, zugewiesen vom Mandanten bis hinab zu einem Schlüssel</translation>
    </message>
    <message>
        <source>Access policies of the vault</source>
        <translation>Zugriffsrichtlinien des Tresors</translation>
    </message>
    <message>
        <source>First grant everybody the equivalent of what they have</source>
        <translation>Zuerst allen erteilen, was ihren Berechtigungen entspricht</translation>
    </message>
    <message>
        <source>Otherwise the next page says who loses what.</source>
        <translation>Andernfalls zeigt die nächste Seite, wer was verliert.</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>the grants of the other kind stay, without effect</source>
        <translation>die Berechtigungen der anderen Art bleiben ohne Wirkung erhalten</translation>
    </message>
    <message>
        <source>Remove the grants that no longer count once you are sure of the change.</source>
        <translation>Die Berechtigungen, die nicht mehr zählen, entfernen, sobald die Umstellung sicher Bestand hat.</translation>
    </message>
    <message>
        <source>Roles decide who may use %1 now.</source>
        <translation>Jetzt entscheiden Rollen, wer %1 verwenden darf.</translation>
    </message>
    <message>
        <source>Access policies decide who may use %1 now.</source>
        <translation>Jetzt entscheiden Zugriffsrichtlinien, wer %1 verwenden darf.</translation>
    </message>
    <message>
        <source>Change who decides</source>
        <translation>Zugriffsmodell umstellen</translation>
    </message>
</context>
<context>
    <name>GuideCompromise</name>
    <message>
        <source>Leave a compromised key</source>
        <translation>Kompromittierten Schlüssel verlassen</translation>
    </message>
    <message>
        <source>For a key that somebody else may know. What it protects goes under another key first, then what only it opens is deleted, and only then is the key itself: deleted before that, it takes the data with it.</source>
        <translation>Für einen Schlüssel, den vielleicht jemand anderes kennt. Was er schützt, kommt zuerst unter einen anderen Schlüssel, dann wird gelöscht, was nur er öffnet, und erst dann der Schlüssel selbst: Vorher gelöscht, nähme er die Daten mit.</translation>
    </message>
    <message>
        <source>Leave the key</source>
        <translation>Schlüssel verlassen</translation>
    </message>
    <message>
        <source>What it protects goes under</source>
        <translation>Was er schützt, kommt unter</translation>
    </message>
    <message>
        <source>Another key; empty: the platform&apos;s key, where a service takes that.</source>
        <translation>Ein anderer Schlüssel; leer: der Schlüssel der Plattform, wo ein Dienst ihn nimmt.</translation>
    </message>
    <message>
        <source>There is no time: drop what works under it</source>
        <translation>Es ist keine Zeit: verwerfen, was unter ihm arbeitet</translation>
    </message>
    <message>
        <source>Databases are destroyed rather than taken along; back them up before.</source>
        <translation>Datenbanken werden vernichtet statt mitgenommen; sichern Sie sie vorher.</translation>
    </message>
    <message>
        <source>Delete what only this key opens</source>
        <translation>Löschen, was nur dieser Schlüssel öffnet</translation>
    </message>
    <message>
        <source>Backups of databases and recovery points. As long as there are some, the key stays.</source>
        <translation>Sicherungen von Datenbanken und Wiederherstellungspunkte. Solange es welche gibt, bleibt der Schlüssel.</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>nothing that comes can be opened by whoever knows the key</source>
        <translation>was künftig entsteht, kann niemand öffnen, der den Schlüssel kennt</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>what they copied before, they can still open with it</source>
        <translation>was vorher kopiert wurde, lässt sich mit ihm weiterhin öffnen</translation>
    </message>
    <message>
        <source>Data keys that the key wrapped may be known, too: turn the encryption of databases off and on again, so that their pages are written under new ones, and make backups anew. Destroy copies of the key that were kept elsewhere.</source>
        <translation>Auch Datenschlüssel, die der Schlüssel verpackte, sind vielleicht bekannt: Schalten Sie die Verschlüsselung der Datenbanken aus und wieder ein, damit ihre Seiten unter neuen geschrieben werden, und legen Sie Sicherungen neu an. Vernichten Sie Kopien des Schlüssels, die anderswo aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>Nothing is protected by %1 any more, and it is deleted.</source>
        <translation>%1 schützt nichts mehr und ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>GuideDraft</name>
    <message>
        <source>%1, %2.</source>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>Nothing is changed before you confirm on the last page.</source>
        <translation>Vor der Bestätigung auf der letzten Seite wird nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>What was done so far stays: %Ln steps.</source>
        <translation>
            <numerusform>Was bisher getan wurde, bleibt bestehen: %Ln Schritt.</numerusform>
            <numerusform>Was bisher getan wurde, bleibt bestehen: %Ln Schritte.</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vorhaben</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Review and carry out</source>
        <translation>Prüfen und ausführen</translation>
    </message>
    <message>
        <source>It is not there any more.</source>
        <translation>Nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>Wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>Everything is done already.</source>
        <translation>Alles ist bereits erledigt.</translation>
    </message>
    <message>
        <source>In this order: %1</source>
        <translation>In dieser Reihenfolge: %1</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Saved. Continue on the home page, under what needs attention.</source>
        <translation>Gespeichert. Fortsetzen auf der Startseite, unter „Handlungsbedarf“.</translation>
    </message>
</context>
<context>
    <name>GuideMove</name>
    <message>
        <source>Move a subscription to another tenant</source>
        <translation>Abonnement in einen anderen Mandanten verschieben</translation>
    </message>
    <message>
        <source>Identities stay behind when a subscription moves, and with them every permission. After the move each resource gets a new identity, its permission and its key again. The way back is the same.</source>
        <translation>Beim Verschieben eines Abonnements bleiben Identitäten zurück und mit ihnen alle Berechtigungen. Danach erhält jede Ressource eine neue Identität sowie wieder ihre Berechtigung und ihren Schlüssel. Der Rückweg ist derselbe.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>To tenant</source>
        <translation>In Mandanten</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Fällt aus</translation>
    </message>
    <message>
        <source>what needs a key, from the move until it is set up again</source>
        <translation>was einen Schlüssel benötigt, vom Verschieben bis zur erneuten Einrichtung</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>role assignments in the subscription end</source>
        <translation>Rollenzuweisungen im Abonnement enden</translation>
    </message>
    <message>
        <source>Applications of the old tenant have no access any more: grant those of the new one what they need.</source>
        <translation>Anwendungen des alten Mandanten haben keinen Zugriff mehr: Denen des neuen erteilen, was sie benötigen.</translation>
    </message>
    <message>
        <source>%1 has moved, and what it holds works there.</source>
        <translation>%1 ist verschoben, und der Inhalt funktioniert dort.</translation>
    </message>
    <message>
        <source>Move and set up again</source>
        <translation>Verschieben und neu einrichten</translation>
    </message>
</context>
<context>
    <name>GuideRecover</name>
    <message>
        <source>Recover a vault and what needs it</source>
        <translation>Tresor wiederherstellen und was ihn benötigt</translation>
    </message>
    <message>
        <source>The vault comes back, then those of its keys that something needs, then the grants and network rules without which that would not work. A version that was disabled stays so.</source>
        <translation>Zuerst kommt der Tresor zurück, dann die Schlüssel darin, die etwas benötigt, dann die Berechtigungen und Netzwerkregeln, ohne die es nicht funktionieren würde. Eine deaktivierte Version bleibt deaktiviert.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Also deleted keys that nothing needs</source>
        <translation>Auch gelöschte Schlüssel, die nicht benötigt werden</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Vorteil</translation>
    </message>
    <message>
        <source>what was encrypted opens again</source>
        <translation>was verschlüsselt wurde, lässt sich wieder öffnen</translation>
    </message>
    <message>
        <source>Look at what the vault is for, and who was meant to lose it, before you go on.</source>
        <translation>Vor dem Weiterarbeiten ansehen, wozu der Tresor dient und wem er entzogen werden sollte.</translation>
    </message>
    <message>
        <source>%1 is there again.</source>
        <translation>%1 ist wieder vorhanden.</translation>
    </message>
    <message>
        <source>Recover with all that needs it</source>
        <translation>Wiederherstellen mit allem, was ihn benötigt</translation>
    </message>
</context>
<context>
    <name>GuideRevoke</name>
    <message>
        <source>What is bound to it goes on under</source>
        <translation>Was daran gebunden ist, verwendet künftig</translation>
    </message>
    <message>
        <source>Another key; empty: what is bound to this one stops.</source>
        <translation>Ein anderer Schlüssel; leer: Was an diesen gebunden ist, fällt aus.</translation>
    </message>
    <message>
        <source>All versions</source>
        <translation>Alle Versionen</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>From everybody: the key is disabled</source>
        <translation>Allen: Der Schlüssel wird deaktiviert</translation>
    </message>
    <message>
        <source>From one: its grants go, the key goes on working</source>
        <translation>Nur einer Identität: Ihre Berechtigungen enden, der Schlüssel funktioniert weiter</translation>
    </message>
    <message>
        <source>Which versions</source>
        <translation>Welche Versionen</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Wem</translation>
    </message>
    <message>
        <source>Only those that may do something with the key are listed.</source>
        <translation>Aufgeführt ist nur, wer etwas mit dem Schlüssel tun darf.</translation>
    </message>
    <message>
        <source>What is bound has to go on under another key than this one.</source>
        <translation>Was gebunden ist, muss künftig einen anderen Schlüssel als diesen verwenden.</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Fällt aus</translation>
    </message>
    <message>
        <source>whatever cannot use the key any more, at once</source>
        <translation>sofort alles, was den Schlüssel nicht mehr verwenden kann</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>Rückweg</translation>
    </message>
    <message>
        <source>nothing is deleted: enable it, or grant it, again</source>
        <translation>nichts wird gelöscht: den Schlüssel wieder aktivieren oder die Berechtigung wieder erteilen</translation>
    </message>
    <message>
        <source>Revoke a key in the safe order</source>
        <translation>Schlüssel in sicherer Reihenfolge entziehen</translation>
    </message>
    <message>
        <source>What can be taken back comes first: what is to live on gets another key, then the key is disabled, or its grant taken away. Nothing is deleted.</source>
        <translation>Was rückgängig gemacht werden kann, kommt zuerst: Was weiterlaufen soll, erhält einen anderen Schlüssel, dann wird der Schlüssel deaktiviert oder die Berechtigung dafür entzogen. Gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Copies that left the vault stay valid wherever they are. To give the key back, enable its versions again, or grant again what was taken.</source>
        <translation>Kopien, die den Tresor verlassen haben, bleiben gültig, wo immer sie sind. Um den Schlüssel zurückzugeben, seine Versionen wieder aktivieren oder wieder erteilen, was entzogen wurde.</translation>
    </message>
    <message>
        <source>%1 is revoked. Nothing of it is deleted.</source>
        <translation>%1 ist entzogen. Nichts davon ist gelöscht.</translation>
    </message>
    <message>
        <source>Take the key away from a resource</source>
        <translation>Einer Ressource den Schlüssel entziehen</translation>
    </message>
    <message>
        <source>The identity of the resource loses its grants on the key; the key goes on working for others. What shares the identity, or the vault, is told on the next page.</source>
        <translation>Die Identität der Ressource verliert ihre Berechtigungen für den Schlüssel; für andere funktioniert der Schlüssel weiter. Was die Identität oder den Tresor mitverwendet, zeigt die nächste Seite.</translation>
    </message>
    <message>
        <source>To give the key back, grant the identity again what was taken from it.</source>
        <translation>Um den Schlüssel zurückzugeben, der Identität wieder erteilen, was ihr entzogen wurde.</translation>
    </message>
    <message>
        <source>The identity of %1 cannot use the key any more.</source>
        <translation>Die Identität von %1 kann den Schlüssel nicht mehr verwenden.</translation>
    </message>
</context>
<context>
    <name>GuideRotate</name>
    <message>
        <source>%1, made %2</source>
        <comment>a version and a moment</comment>
        <translation>%1, erstellt %2</translation>
    </message>
    <message>
        <source>Rotate a key and all that uses it</source>
        <translation>Schlüssel rotieren und alles, was ihn verwendet, umstellen</translation>
    </message>
    <message>
        <source>The key gets a new version. What follows its versions takes that up, what was given a version is set to it, and the former one is disabled only once nothing needs it. Nothing is deleted.</source>
        <translation>Der Schlüssel erhält eine neue Version. Was seinen Versionen folgt, übernimmt sie; was mit einer Version angegeben ist, wird auf sie gesetzt; und die vorherige wird erst deaktiviert, wenn nichts sie mehr benötigt. Gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>The version to leave</source>
        <translation>Abzulösende Version</translation>
    </message>
    <message>
        <source>Where a newer version is there already, no other is made.</source>
        <translation>Gibt es bereits eine neuere Version, wird keine weitere erstellt.</translation>
    </message>
    <message>
        <source>Disable it once nothing needs it</source>
        <translation>Deaktivieren, sobald nichts sie mehr benötigt</translation>
    </message>
    <message>
        <source>It can be enabled again at any time.</source>
        <translation>Sie kann jederzeit wieder aktiviert werden.</translation>
    </message>
    <message>
        <source>Gains</source>
        <translation>Vorteil</translation>
    </message>
    <message>
        <source>new data is wrapped by fresh key material</source>
        <translation>neue Daten werden mit neuem Schlüsselmaterial verpackt</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>what was wrapped before opens as it did</source>
        <translation>was zuvor verpackt wurde, lässt sich öffnen wie bisher</translation>
    </message>
    <message>
        <source>Back up the key: its new version is in no backup yet. Run this again later to disable the former version, when what still needs it is gone.</source>
        <translation>Den Schlüssel sichern: Seine neue Version ist noch in keiner Sicherung enthalten. Später noch einmal ausführen, um die vorherige Version zu deaktivieren, wenn nichts sie mehr benötigt.</translation>
    </message>
    <message>
        <source>Everything that uses %1 works with its new version.</source>
        <translation>Alles, was %1 verwendet, arbeitet mit der neuen Version.</translation>
    </message>
    <message>
        <source>Rotate with all that uses it</source>
        <translation>Rotieren mit allem, was ihn verwendet</translation>
    </message>
</context>
<context>
    <name>GuideWizard</name>
    <message>
        <source>What is to be done?</source>
        <translation>Was soll geschehen?</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What can be done here</source>
        <translation>Was hier möglich ist</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Strg+K</translation>
    </message>
    <message>
        <source>search vaults, keys, resources, pages and actions</source>
        <translation>Tresore, Schlüssel, Ressourcen, Seiten und Aktionen suchen</translation>
    </message>
    <message>
        <source>Tab, arrows</source>
        <translation>Tab, Pfeile</translation>
    </message>
    <message>
        <source>move; Enter opens a row, Space presses its button, the menu key shows what it offers</source>
        <translation>bewegen; Eingabe öffnet eine Zeile, Leertaste drückt ihre Schaltfläche, die Menütaste zeigt, was sie bietet</translation>
    </message>
    <message>
        <source>Ctrl+F</source>
        <translation>Strg+F</translation>
    </message>
    <message>
        <source>filter the list</source>
        <translation>die Liste filtern</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>create a key, in the keys of a vault</source>
        <translation>einen Schlüssel erstellen, in den Schlüsseln eines Tresors</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Strg+E</translation>
    </message>
    <message>
        <source>export an audit report, on the Reports page</source>
        <translation>einen Prüfbericht exportieren, auf der Seite „Berichte“</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>close the rightmost page</source>
        <translation>die Seite ganz rechts schließen</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Links</translation>
    </message>
    <message>
        <source>go back; Alt+Home goes home</source>
        <translation>zurück; Alt+Pos1 führt zur Startseite</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Strg+L</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>sperren</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>this help, for the page that is open</source>
        <translation>diese Hilfe, für die geöffnete Seite</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Every dialog shows the keywardctl command that does the same.</source>
        <translation>Jeder Dialog zeigt den keywardctl-Befehl, der dasselbe tut.</translation>
    </message>
    <message>
        <source>copy the selected rows</source>
        <translation>die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Ctrl+A</source>
        <translation>Strg+A</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Strg+D</translation>
    </message>
    <message>
        <source>pin what is open, or unpin it</source>
        <translation>Geöffnetes fixieren oder nicht mehr fixieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N</source>
        <translation>Strg+Umschalt+N</translation>
    </message>
    <message>
        <source>one more window, of the same keystore</source>
        <translation>ein weiteres Fenster, desselben Schlüsselspeichers</translation>
    </message>
    <message>
        <source>select all rows; several: Shift and the arrows, Ctrl+Space, or a click with Ctrl</source>
        <translation>alle Zeilen auswählen; mehrere: Umschalt und die Pfeile, Strg+Leertaste oder ein Klick mit Strg</translation>
    </message>
</context>
<context>
    <name>HomeBlades</name>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts liegt an</translation>
    </message>
    <message>
        <source>What becomes at risk, is lost or lacks a backup appears here, the soonest first.</source>
        <translation>Was gefährdet wird, verloren geht oder keine Sicherung hat, erscheint hier, das Früheste zuerst.</translation>
    </message>
    <message>
        <source>Bindings</source>
        <translation>Bindungen</translation>
    </message>
    <message numerus="yes">
        <source>resources</source>
        <comment>under their number</comment>
        <translation>
            <numerusform>Ressource</numerusform>
            <numerusform>Ressourcen</numerusform>
        </translation>
    </message>
    <message>
        <source>Next 90 days</source>
        <translation>Nächste 90 Tage</translation>
    </message>
    <message>
        <source>expiries, retention ends</source>
        <translation>Abläufe, Ende der Aufbewahrung</translation>
    </message>
    <message>
        <source>Keys by age</source>
        <translation>Schlüssel nach Alter</translation>
    </message>
    <message>
        <source>Recent activity</source>
        <translation>Letzte Aktivitäten</translation>
    </message>
    <message>
        <source>Nothing was done yet</source>
        <translation>Noch nichts geschehen</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Enabling a customer-managed key was begun and saved</source>
        <translation>Aktivieren eines kundenseitig verwalteten Schlüssels begonnen und gespeichert</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>the first %1 of %2, soonest first</source>
        <translation>die ersten %1 von %2, das Früheste zuerst</translation>
    </message>
    <message>
        <source>soonest first</source>
        <translation>das Früheste zuerst</translation>
    </message>
    <message>
        <source>Service-managed</source>
        <translation>Dienstverwaltet</translation>
    </message>
    <message>
        <source>under 90 d</source>
        <translation>unter 90 Tagen</translation>
    </message>
    <message>
        <source>90–365 d</source>
        <translation>90–365 Tage</translation>
    </message>
    <message>
        <source>1–2 y</source>
        <translation>1–2 Jahre</translation>
    </message>
    <message>
        <source>over 2 y</source>
        <translation>über 2 Jahre</translation>
    </message>
    <message>
        <source>This keystore has no recovery key</source>
        <translation>Dieser Schlüsselspeicher hat keinen Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, nobody can open it again, nor a copy of it.</source>
        <translation>Wird die Passphrase vergessen, kann niemand mehr ihn oder eine Kopie davon öffnen.</translation>
    </message>
    <message>
        <source>Add recovery key…</source>
        <translation>Wiederherstellungsschlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>Hello</source>
        <translation>Hallo</translation>
    </message>
    <message>
        <source>Good morning</source>
        <translation>Guten Morgen</translation>
    </message>
    <message>
        <source>Good afternoon</source>
        <translation>Guten Tag</translation>
    </message>
    <message>
        <source>Good evening</source>
        <translation>Guten Abend</translation>
    </message>
    <message>
        <source>%1, %2 in %3.</source>
        <translation>%1, %2 in %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln Ressource</numerusform>
            <numerusform>%Ln Ressourcen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln vaults</source>
        <translation>
            <numerusform>%Ln Tresor</numerusform>
            <numerusform>%Ln Tresoren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs you today.</source>
        <translation>Heute liegt nichts an.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln things need you today.</source>
        <translation>
            <numerusform>Heute liegt eine Sache an.</numerusform>
            <numerusform>Heute liegen %Ln Dinge an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Explain…</source>
        <translation>Erklären…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren…</translation>
    </message>
    <message>
        <source>Back up…</source>
        <translation>Sichern…</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>kein Datum</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Begun and saved: %1</source>
        <translation>Begonnen und gespeichert: %1</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>Testen…</translation>
    </message>
</context>
<context>
    <name>HomePageBlades</name>
    <message>
        <source>Open activity log</source>
        <translation>Aktivitätsprotokoll öffnen</translation>
    </message>
    <message>
        <source>Export audit report</source>
        <translation>Prüfbericht exportieren</translation>
    </message>
    <message>
        <source>Enable a customer-managed key</source>
        <translation>Kundenseitig verwalteten Schlüssel aktivieren</translation>
    </message>
    <message>
        <source>All resources…</source>
        <translation>Alle Ressourcen…</translation>
    </message>
</context>
<context>
    <name>Identities</name>
    <message>
        <source>%1 %2</source>
        <comment>a kind of resource, its name</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Resource group %1, used by %Ln resources</source>
        <translation>
            <numerusform>Ressourcengruppe %1, von %Ln Ressource verwendet</numerusform>
            <numerusform>Ressourcengruppe %1, von %Ln Ressourcen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Resource group %1, not used</source>
        <translation>Ressourcengruppe %1, nicht verwendet</translation>
    </message>
    <message>
        <source>Has no client secret</source>
        <translation>Hat keinen geheimen Clientschlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln client secrets</source>
        <translation>
            <numerusform>%Ln geheimer Clientschlüssel</numerusform>
            <numerusform>%Ln geheime Clientschlüssel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln Mitglied</numerusform>
            <numerusform>%Ln Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Comes with the platform</source>
        <translation>Gehört zur Plattform</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>Zugriffe</translation>
    </message>
    <message>
        <source>Object id</source>
        <translation>Objekt-ID</translation>
    </message>
    <message>
        <source>Role assignments and access policies</source>
        <translation>Rollenzuweisungen und Zugriffsrichtlinien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln identities</source>
        <translation>
            <numerusform>%Ln Identität</numerusform>
            <numerusform>%Ln Identitäten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be given access yet</source>
        <translation>Noch niemand, der Zugriff erhalten kann</translation>
    </message>
    <message>
        <source>Identities of resources, applications and groups are what key vaults let in. Create one, or turn on the identity of a resource.</source>
        <translation>Identitäten von Ressourcen, Anwendungen und Gruppen erhalten Zugriff auf Schlüsseltresore. Eine erstellen oder die Identität einer Ressource einschalten.</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>Beginnt mit</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Client secrets</source>
        <translation>Geheime Clientschlüssel</translation>
    </message>
    <message>
        <source>No client secret</source>
        <translation>Kein geheimer Clientschlüssel</translation>
    </message>
    <message>
        <source>Without one the application cannot sign in.</source>
        <translation>Ohne einen solchen kann sich die Anwendung nicht anmelden.</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Nobody is in this group</source>
        <translation>Niemand ist in dieser Gruppe</translation>
    </message>
    <message>
        <source>What is given to the group, all its members have.</source>
        <translation>Was die Gruppe erhält, haben alle ihre Mitglieder.</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>No resource has it</source>
        <translation>Keine Ressource hat sie</translation>
    </message>
    <message>
        <source>It is given to a resource on that resource’s Identity page.</source>
        <translation>Sie wird einer Ressource auf deren Seite „Identität“ zugewiesen.</translation>
    </message>
    <message>
        <source>Object (principal) id</source>
        <translation>Objekt-ID (Prinzipal-ID)</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>In group</source>
        <translation>In Gruppe</translation>
    </message>
    <message>
        <source>Without a label</source>
        <translation>Ohne Bezeichnung</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>A client secret has expired: %1</source>
        <translation>Ein geheimer Clientschlüssel ist abgelaufen: %1</translation>
    </message>
    <message>
        <source>A client secret expires soon: %1</source>
        <translation>Ein geheimer Clientschlüssel läuft bald ab: %1</translation>
    </message>
    <message>
        <source>Add another one, give it to the application, then remove this one.</source>
        <translation>Einen neuen hinzufügen, ihn der Anwendung geben, dann diesen entfernen.</translation>
    </message>
    <message>
        <source>Add client secret…</source>
        <translation>Geheimen Clientschlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>By it the resource comes to its key</source>
        <translation>Mit ihr greift die Ressource auf ihren Schlüssel zu</translation>
    </message>
    <message>
        <source>Has it, and uses no key by it</source>
        <translation>Hat sie, verwendet mit ihr aber keinen Schlüssel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Role assignments</source>
        <translation>Rollenzuweisungen</translation>
    </message>
    <message>
        <source>It has no role</source>
        <translation>Hat keine Rolle</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>Key permissions</source>
        <translation>Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>Access policies</source>
        <translation>Zugriffsrichtlinien</translation>
    </message>
    <message>
        <source>No vault has a policy for it</source>
        <translation>Kein Tresor hat eine Richtlinie dafür</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was sie darf</translation>
    </message>
    <message>
        <source>No vault lets it in</source>
        <translation>Kein Tresor lässt sie zu</translation>
    </message>
    <message>
        <source>What it was given itself and through its groups comes together here.</source>
        <translation>Hier steht zusammen, was direkt und über Gruppen erteilt wurde.</translation>
    </message>
    <message>
        <source>%1 (without effect)</source>
        <translation>%1 (ohne Wirkung)</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Integriert</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>How often it is assigned</source>
        <translation>Wie oft sie zugewiesen ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles</source>
        <translation>
            <numerusform>%Ln Rolle</numerusform>
            <numerusform>%Ln Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Data actions</source>
        <translation>Datenaktionen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer sie hat</translation>
    </message>
    <message>
        <source>Nobody has this role</source>
        <translation>Niemand hat diese Rolle</translation>
    </message>
    <message>
        <source>It is assigned on the Access control page, for everything below a place, or on that of a vault.</source>
        <translation>Zugewiesen wird sie auf der Seite „Zugriffssteuerung“, für alles unterhalb eines Ortes, oder auf der eines Tresors.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Role id</source>
        <translation>Rollen-ID</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
</context>
<context>
    <name>IdentityActions</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Create identity</source>
        <translation>Identität erstellen</translation>
    </message>
    <message>
        <source>A user-assigned identity stands by itself and can be given to several resources, which then come to key vaults under its name.</source>
        <translation>Eine benutzerseitig zugewiesene Identität besteht für sich und kann mehreren Ressourcen zugewiesen werden, die dann unter ihrem Namen auf Schlüsseltresore zugreifen.</translation>
    </message>
    <message>
        <source>Create application</source>
        <translation>Anwendung erstellen</translation>
    </message>
    <message>
        <source>An application signs in with a client id and a client secret, and uses keys of the vaults that let it in.</source>
        <translation>Eine Anwendung meldet sich mit Client-ID und geheimem Clientschlüssel an und verwendet Schlüssel der Tresore, die ihr Zugriff gewähren.</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>Gruppe erstellen</translation>
    </message>
    <message>
        <source>What is given to a group, all its members have.</source>
        <translation>Was eine Gruppe erhält, haben alle ihre Mitglieder.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>It goes with everything that it was given. Another one of its name will be another principal.</source>
        <translation>Alles, was ihr erteilt wurde, geht mit verloren. Eine neue gleichen Namens ist ein anderer Prinzipal.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>It gets all that the group was given.</source>
        <translation>Erhält alles, was der Gruppe erteilt wurde.</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>It loses what it has through the group alone.</source>
        <translation>Verloren geht, was nur über die Gruppe erteilt ist.</translation>
    </message>
    <message>
        <source>Add client secret</source>
        <translation>Geheimen Clientschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>The application signs in with it. It is shown once, here; nothing can show it again.</source>
        <translation>Die Anwendung meldet sich damit an. Er wird nur jetzt und nur hier gezeigt; danach kann ihn nichts mehr zeigen.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>To tell several apart: where it is used</source>
        <translation>Zur Unterscheidung: wo er verwendet wird</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 Tage</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>Two years</source>
        <translation>Zwei Jahre</translation>
    </message>
    <message>
        <source>Client secret of %1</source>
        <translation>Geheimer Clientschlüssel von %1</translation>
    </message>
    <message>
        <source>Valid until %1. Keep it where the application finds it, and nowhere else; it is not shown again.</source>
        <translation>Gültig bis %1. Dort aufbewahren, wo die Anwendung ihn findet, und nirgends sonst; er wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>Done: %1 has a new client secret, valid until %2.</source>
        <translation>Erledigt: %1 hat einen neuen geheimen Clientschlüssel, gültig bis %2.</translation>
    </message>
    <message>
        <source>Add a client secret to %1</source>
        <translation>Geheimen Clientschlüssel zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add user-assigned identity</source>
        <translation>Benutzerseitig zugewiesene Identität hinzufügen</translation>
    </message>
    <message>
        <source>The resource can then come to key vaults under its name.</source>
        <translation>Die Ressource kann dann unter ihrem Namen auf Schlüsseltresore zugreifen.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>By name, resource group or id; the choice beside it is the subscription</source>
        <translation>Nach Name, Ressourcengruppe oder ID; die Auswahl daneben ist das Abonnement</translation>
    </message>
    <message>
        <source>The identity itself stays, with everything that it was given.</source>
        <translation>Die Identität selbst bleibt bestehen, mit allem, was ihr erteilt wurde.</translation>
    </message>
    <message>
        <source>There is no other user-assigned identity.</source>
        <translation>Es gibt keine weitere benutzerseitig zugewiesene Identität.</translation>
    </message>
    <message>
        <source>Create one on the Identities page first.</source>
        <translation>Zuerst auf der Seite „Identitäten“ eine erstellen.</translation>
    </message>
    <message>
        <source>Check a client secret</source>
        <translation>Geheimen Clientschlüssel prüfen</translation>
    </message>
    <message>
        <source>Signs in as the application would and says whether that works. A sign-in is logged.</source>
        <translation>Meldet sich an, wie die Anwendung es täte, und zeigt, ob das gelingt. Eine Anmeldung wird protokolliert.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Geheimer Clientschlüssel</translation>
    </message>
    <message>
        <source>It signs in as %1.</source>
        <translation>Damit gelingt die Anmeldung als %1.</translation>
    </message>
    <message>
        <source>Check a client secret of %1</source>
        <translation>Geheimen Clientschlüssel von %1 prüfen</translation>
    </message>
</context>
<context>
    <name>ImpactPanel</name>
    <message>
        <source>What happens to which resource</source>
        <translation>Was mit welcher Ressource geschieht</translation>
    </message>
    <message>
        <source>Who loses or gets access</source>
        <translation>Wer Zugriff verliert oder erhält</translation>
    </message>
    <message>
        <source>For good</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Working out what this would do…</source>
        <translation>Die Folgen werden ermittelt…</translation>
    </message>
    <message>
        <source>To undo it: %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
    <message>
        <source>What is left out, and why</source>
        <translation>Was ausgelassen wird und warum</translation>
    </message>
</context>
<context>
    <name>ImpactPreview</name>
    <message>
        <source>it stops working</source>
        <translation>es funktioniert nicht mehr</translation>
    </message>
    <message>
        <source>Works again</source>
        <translation>Funktioniert wieder</translation>
    </message>
    <message>
        <source>Gets better</source>
        <translation>Wird besser</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Loses or gets</source>
        <translation>Verliert oder erhält</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>cannot be undone</source>
        <translation>nicht umkehrbar</translation>
    </message>
    <message>
        <source>at once when undone</source>
        <translation>sofort nach Rücknahme</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources get a warning</source>
        <translation>
            <numerusform>%Ln Ressource erhält eine Warnung</numerusform>
            <numerusform>%Ln Ressourcen erhalten eine Warnung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources lose access or are at risk</source>
        <translation>
            <numerusform>%Ln Ressource verliert den Zugriff oder ist gefährdet</numerusform>
            <numerusform>%Ln Ressourcen verlieren den Zugriff oder sind gefährdet</numerusform>
        </translation>
    </message>
    <message>
        <source>Still needed by what is listed here</source>
        <translation>Noch benötigt von dem, was hier aufgeführt ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources work again or get better</source>
        <translation>
            <numerusform>%Ln Ressource funktioniert wieder oder wird besser</numerusform>
            <numerusform>%Ln Ressourcen funktionieren wieder oder werden besser</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in use loses access</source>
        <translation>Nichts, was in Gebrauch ist, verliert den Zugriff</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Loses %1</source>
        <translation>Verliert %1</translation>
    </message>
    <message>
        <source>Gets %1</source>
        <translation>Erhält %1</translation>
    </message>
    <message>
        <source>Recovers</source>
        <translation>Erholung</translation>
    </message>
    <message>
        <source>Stays lost, because %1</source>
        <translation>Bleibt verloren, denn: %1</translation>
    </message>
    <message>
        <source>Stays lost when what keeps it from its key now is mended, because %1</source>
        <translation>Bleibt auch verloren, wenn behoben ist, was den Zugang zum Schlüssel jetzt verhindert, denn: %1</translation>
    </message>
    <message>
        <source>Stays lost, because %1, also after: %2</source>
        <translation>Bleibt verloren, denn: %1, auch nach: %2</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>a button for it is in the notice that it is done</source>
        <translation>eine Schaltfläche dafür steht in der Meldung, dass es erledigt ist</translation>
    </message>
    <message>
        <source>Still held by %1</source>
        <translation>Noch enthalten in %1</translation>
    </message>
    <message>
        <source>%1 cannot be %2</source>
        <comment>recovery points, restored; behind a semicolon</comment>
        <translation>was nicht %2 werden kann: %1</translation>
    </message>
</context>
<context>
    <name>JobBlades</name>
    <message>
        <source>%1: %2, %3 so far</source>
        <translation>%1: bisher %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs</source>
        <translation>
            <numerusform>%Ln Auftrag</numerusform>
            <numerusform>%Ln Aufträge</numerusform>
        </translation>
    </message>
    <message>
        <source>No jobs were run</source>
        <translation>Noch keine Aufträge</translation>
    </message>
    <message>
        <source>What services do, and key changes, appear here with how they ended and why.</source>
        <translation>Was Dienste tun und welche Schlüssel sich ändern, erscheint hier, mit Ausgang und Grund.</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Begonnen %1</translation>
    </message>
</context>
<context>
    <name>KeptFilesActions</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>As reports/2026/q3.pdf; empty: the file&apos;s own name</source>
        <translation>Etwa berichte/2026/q3.pdf; leer: der Name der Datei</translation>
    </message>
    <message>
        <source>Put it in place of one that has this path</source>
        <translation>Eine mit diesem Pfad ersetzen</translation>
    </message>
    <message>
        <source>%1 is stored in %2.</source>
        <comment>a path, a resource</comment>
        <translation>%1 liegt nun in %2.</translation>
    </message>
    <message>
        <source>%1, encrypted before it was written.</source>
        <translation>%1, verschlüsselt, bevor es geschrieben wurde.</translation>
    </message>
    <message>
        <source>Store %1 in %2</source>
        <comment>a path, a resource</comment>
        <translation>%1 in %2 ablegen</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>The vault is asked for its data key, which is logged. Of a file that could not be stored whole nothing stays.</source>
        <translation>Der Tresor wird um den Datenschlüssel gebeten, was protokolliert wird. Von einer Datei, die nicht ganz abgelegt werden konnte, bleibt nichts.</translation>
    </message>
    <message>
        <source>It is stored as %1.</source>
        <translation>Sie wird als %1 abgelegt.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1. Every segment was checked; the file is not encrypted.</source>
        <translation>%1. Jedes Segment wurde geprüft; die Datei ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Write %1 of %2 into a file</source>
        <comment>a path, a resource</comment>
        <translation>%1 aus %2 in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>The new file is readable by you alone, and not encrypted. It has its name only once all of it was checked.</source>
        <translation>Die neue Datei können nur Sie lesen; sie ist nicht verschlüsselt. Ihren Namen hat sie erst, wenn alles geprüft ist.</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>In die neue Datei</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>It is gone for good: deleted files are not kept here, but for those that a snapshot has.</source>
        <translation>Sie ist endgültig weg: Gelöschte Dateien werden hier nicht aufgehoben, außer denen, die eine Momentaufnahme hat.</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alles löschen</translation>
    </message>
    <message>
        <source>All files are destroyed with their data key. The resource itself stays, with the key that protects it.</source>
        <translation>Alle Dateien werden mit ihrem Datenschlüssel vernichtet. Die Ressource selbst bleibt, mit dem Schlüssel, der sie schützt.</translation>
    </message>
</context>
<context>
    <name>KeptFilesPages</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>What you upload, or drop here, is encrypted before its first byte is written. Its name is encrypted as well.</source>
        <translation>Was Sie hochladen oder hier ablegen, wird verschlüsselt, bevor sein erstes Byte geschrieben ist. Auch sein Name ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>KeptFilesThings</name>
    <message>
        <source>Stored in %1</source>
        <translation>Abgelegt in %1</translation>
    </message>
    <message>
        <source>None yet: it comes with the first file</source>
        <translation>Noch keiner: Er kommt mit der ersten Datei</translation>
    </message>
    <message>
        <source>Wrapped by the platform&apos;s key</source>
        <translation>Verpackt vom Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Wrapped by %1</source>
        <translation>Verpackt von %1</translation>
    </message>
    <message>
        <source>Data key</source>
        <translation>Datenschlüssel</translation>
    </message>
    <message>
        <source>To be wrapped anew</source>
        <translation>Neu zu verpacken</translation>
    </message>
</context>
<context>
    <name>KeyActions</name>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>The newest version refuses every cryptographic operation until it is enabled again.</source>
        <translation>Die neueste Version lehnt jeden kryptografischen Vorgang ab, bis sie wieder aktiviert wird.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable version</source>
        <translation>Version deaktivieren</translation>
    </message>
    <message>
        <source>Enable version</source>
        <translation>Version aktivieren</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>All versions as one sealed file. It opens only in this keystore or a copy of it.</source>
        <translation>Alle Versionen als eine versiegelte Datei. Sie lässt sich nur in diesem Schlüsselspeicher oder einer Kopie davon öffnen.</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>In die neue Datei</translation>
    </message>
    <message>
        <source>Key %1 was backed up.</source>
        <translation>Schlüssel %1 wurde gesichert.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>All versions go into the deleted state and can be recovered until the retention of the vault ends.</source>
        <translation>Alle Versionen gehen in den Zustand „gelöscht“ über und können wiederhergestellt werden, bis die Aufbewahrung des Tresors endet.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Still held by: %1.</source>
        <translation>Noch enthalten in: %1.</translation>
    </message>
</context>
<context>
    <name>KeyAttributes</name>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>A disabled version refuses every cryptographic operation.</source>
        <translation>Eine deaktivierte Version lehnt jeden kryptografischen Vorgang ab.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Of the newest version; the others are changed on the Versions page.</source>
        <translation>Der neuesten Version; die anderen werden auf der Seite „Versionen“ geändert.</translation>
    </message>
    <message>
        <source>Change version</source>
        <translation>Version ändern</translation>
    </message>
    <message>
        <source>Note the original</source>
        <translation>Original vermerken</translation>
    </message>
    <message>
        <source>An imported key exists outside this keystore too. Note where its original is kept, so that it is found when it is needed.</source>
        <translation>Einen importierten Schlüssel gibt es auch außerhalb dieses Schlüsselspeichers. Vermerken, wo sein Original aufbewahrt wird, damit es sich finden lässt, wenn es gebraucht wird.</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo es aufbewahrt wird</translation>
    </message>
    <message>
        <source>As in “safe 3, Amsterdam”; empty takes the note away</source>
        <translation>Etwa „Safe 3, Amsterdam“; leer: Vermerk löschen</translation>
    </message>
    <message>
        <source>Try the key</source>
        <translation>Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>Try version</source>
        <translation>Version ausprobieren</translation>
    </message>
    <message>
        <source>Make transfer blob</source>
        <translation>Übertragungsblob erstellen</translation>
    </message>
</context>
<context>
    <name>KeyBlades</name>
    <message>
        <source>Made here; not escrowable</source>
        <translation>Hier erzeugt; nicht hinterlegbar</translation>
    </message>
    <message>
        <source>Imported from %1; original kept: %2</source>
        <translation>Importiert aus %1; Original aufbewahrt: %2</translation>
    </message>
    <message>
        <source>Imported from %1; nobody noted where the original is</source>
        <translation>Importiert aus %1; der Ort des Originals ist nicht vermerkt</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>%1, %2 by %3</source>
        <translation>%1, %2 durch %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln carried out</source>
        <translation>
            <numerusform>%Ln ausgeführt</numerusform>
            <numerusform>%Ln ausgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>What stops</source>
        <translation>Was ausfällt</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>If this key were disabled now</source>
        <translation>Wenn dieser Schlüssel jetzt deaktiviert würde</translation>
    </message>
    <message>
        <source>Nothing would stop</source>
        <translation>Nichts würde ausfallen</translation>
    </message>
    <message>
        <source>No resource depends on the newest version of this key.</source>
        <translation>Keine Ressource hängt von der neuesten Version dieses Schlüssels ab.</translation>
    </message>
    <message>
        <source>Deleted %1; purged for good on %2</source>
        <translation>Gelöscht: %1; endgültige Löschung: %2</translation>
    </message>
    <message>
        <source>Its versions work again once it is recovered.</source>
        <translation>Seine Versionen funktionieren wieder, sobald er wiederhergestellt ist.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Verwahrung</translation>
    </message>
    <message>
        <source>Keystore, sealed; no hardware token is attached</source>
        <translation>Schlüsselspeicher, versiegelt; kein Hardwaretoken angeschlossen</translation>
    </message>
    <message>
        <source>Keystore, sealed</source>
        <translation>Schlüsselspeicher, versiegelt</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Uses so far</source>
        <translation>Bisherige Verwendung</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Older than this version</source>
        <translation>Älter als diese Version</translation>
    </message>
    <message>
        <source>Never backed up</source>
        <translation>Nie gesichert</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Still needed by</source>
        <translation>Noch benötigt von</translation>
    </message>
    <message>
        <source>No versions</source>
        <translation>Keine Versionen</translation>
    </message>
    <message>
        <source>Who still needs which version</source>
        <translation>Wer welche Version noch benötigt</translation>
    </message>
    <message>
        <source>Identifiers</source>
        <translation>Bezeichner</translation>
    </message>
    <message>
        <source>Nothing: safe to disable</source>
        <translation>Nichts: Deaktivieren unbedenklich</translation>
    </message>
    <message>
        <source>%1 current</source>
        <translation>%1 aktuell</translation>
    </message>
    <message>
        <source>nothing: safe to disable</source>
        <translation>nichts: Deaktivieren unbedenklich</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Why it is needed</source>
        <translation>Warum benötigt</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Nothing uses this key</source>
        <translation>Nichts verwendet diesen Schlüssel</translation>
    </message>
    <message>
        <source>Bound resources, and stored data that can only be opened with it, appear here.</source>
        <translation>Gebundene Ressourcen und gespeicherte Daten, die sich nur damit öffnen lassen, erscheinen hier.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Recovers</source>
        <translation>Erholung</translation>
    </message>
</context>
<context>
    <name>KeyFields</name>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>Entschlüsseln</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Wrap key</source>
        <translation>Schlüssel verpacken</translation>
    </message>
    <message>
        <source>Unwrap key</source>
        <translation>Schlüssel entpacken</translation>
    </message>
    <message>
        <source>No hardware token is attached: the key is held in the keystore, in software.</source>
        <translation>Kein Hardwaretoken angeschlossen: Der Schlüssel liegt im Schlüsselspeicher, in Software.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Import is for a key that unwraps transfer blobs; it then does nothing else.</source>
        <translation>„Importieren“ ist für einen Schlüssel, der Übertragungsblobs entpackt; er tut dann nichts anderes.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>As in owner=ada, purpose=backup</source>
        <translation>Etwa owner=ada, purpose=backup</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Import only</source>
        <translation>Nur importieren</translation>
    </message>
</context>
<context>
    <name>KeyFileDialog</name>
    <message>
        <source>passphrase-file stands for a file whose first line is the passphrase.</source>
        <translation>passphrase-file steht für eine Datei, deren erste Zeile die Passphrase ist.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the file with this passphrase</source>
        <translation>Datei mit dieser Passphrase öffnen</translation>
    </message>
    <message>
        <source>What the file holds</source>
        <translation>Was die Datei enthält</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>That one does not open the file.</source>
        <translation>Diese Passphrase öffnet die Datei nicht.</translation>
    </message>
    <message>
        <source>It goes straight into protected memory and is forgotten afterwards.</source>
        <translation>Sie kommt direkt in geschützten Speicher und wird danach vergessen.</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird ausgeführt…</translation>
    </message>
</context>
<context>
    <name>KeyFileDraft</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Public key, SHA-256</source>
        <translation>Öffentlicher Schlüssel, SHA-256</translation>
    </message>
    <message>
        <source>The file is encrypted with %1, which protects no longer. Destroy the file, and rotate the key if others may have had it.</source>
        <translation>Die Datei ist mit %1 verschlüsselt, das nicht mehr schützt. Die Datei vernichten und den Schlüssel rotieren, falls andere sie gehabt haben könnten.</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>Wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>Choose the file that holds the key.</source>
        <translation>Die Datei wählen, die den Schlüssel enthält.</translation>
    </message>
    <message>
        <source>The file is being looked at.</source>
        <translation>Die Datei wird angesehen.</translation>
    </message>
    <message>
        <source>Type the passphrase of the file.</source>
        <translation>Die Passphrase der Datei eingeben.</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Over the name of a key there is, it becomes its next version</source>
        <translation>Unter dem Namen eines vorhandenen Schlüssels wird daraus dessen nächste Version</translation>
    </message>
    <message>
        <source>As a key of the HSM kind</source>
        <translation>Als Schlüssel der Art HSM</translation>
    </message>
    <message>
        <source>No hardware token is attached: it is held in the keystore, in software.</source>
        <translation>Kein Hardwaretoken angeschlossen: Er liegt im Schlüsselspeicher, in Software.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>A disabled version refuses every cryptographic operation.</source>
        <translation>Eine deaktivierte Version lehnt jeden kryptografischen Vorgang ab.</translation>
    </message>
    <message>
        <source>Where the original is kept</source>
        <translation>Wo das Original aufbewahrt wird</translation>
    </message>
    <message>
        <source>As in “safe 3, Amsterdam”; noted with the key</source>
        <translation>Etwa „Safe 3, Amsterdam“; wird zum Schlüssel vermerkt</translation>
    </message>
    <message>
        <source>Import key into %1</source>
        <translation>Schlüssel in %1 importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>A key made elsewhere: PEM, PKCS#8, PKCS#12 (.pfx), JWK, a .byok transfer blob, or the bytes of an AES key. It is checked here, and you see what the file holds before it is imported.</source>
        <translation>Ein anderswo erzeugter Schlüssel: PEM, PKCS#8, PKCS#12 (.pfx), JWK, ein .byok-Übertragungsblob oder die Bytes eines AES-Schlüssels. Er wird hier geprüft, und vor dem Import ist zu sehen, was die Datei enthält.</translation>
    </message>
    <message>
        <source>The consequences are being worked out.</source>
        <translation>Die Folgen werden ermittelt.</translation>
    </message>
    <message>
        <source>Import key %1</source>
        <translation>Schlüssel %1 importieren</translation>
    </message>
    <message>
        <source>Key %1 was imported.</source>
        <translation>Schlüssel %1 wurde importiert.</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>In die neue Datei</translation>
    </message>
    <message>
        <source>Make transfer blob for %1</source>
        <translation>Übertragungsblob für %1 erstellen</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Seals a key that you hold under this one, so that only its vault can import it. The new file can be handed over; what it holds is readable to nobody on the way.</source>
        <translation>Versiegelt einen Schlüssel, der Ihnen vorliegt, unter diesem, sodass nur dessen Tresor ihn importieren kann. Die neue Datei kann übergeben werden; unterwegs kann niemand lesen, was sie enthält.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>The transfer blob was written.</source>
        <translation>Der Übertragungsblob wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>KeyMaking</name>
    <message>
        <source>Use</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Letters, digits and hyphens</source>
        <translation>Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>A Recovery Services vault takes RSA 2048</source>
        <translation>Ein Recovery Services-Tresor akzeptiert RSA 2048</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>A disabled version refuses every cryptographic operation.</source>
        <translation>Eine deaktivierte Version lehnt jeden kryptografischen Vorgang ab.</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>The key is made here and never leaves the keystore in the clear. Over the name of a key there is, its next version is made.</source>
        <translation>Der Schlüssel wird hier erzeugt und verlässt den Schlüsselspeicher nie im Klartext. Unter dem Namen eines vorhandenen Schlüssels entsteht dessen nächste Version.</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Gültig für</translation>
    </message>
    <message>
        <source>A length of time such as 365d, counted from when it becomes valid; empty: it never expires</source>
        <translation>Eine Dauer wie 365d, gerechnet ab dem Beginn der Gültigkeit; leer: läuft nie ab</translation>
    </message>
    <message>
        <source>Resources go on with the former version as long as this one is disabled.</source>
        <translation>Ressourcen verwenden die vorherige Version, solange diese deaktiviert ist.</translation>
    </message>
    <message>
        <source>It is valid as long as that one was: %1, until %2.</source>
        <translation>Sie ist so lange gültig wie die vorherige: %1, bis %2.</translation>
    </message>
    <message>
        <source>It is valid until %1.</source>
        <translation>Sie ist gültig bis %1.</translation>
    </message>
    <message>
        <source>It never expires.</source>
        <translation>Sie läuft nie ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n resources go over to it within an hour.</source>
        <translation>
            <numerusform>%n Ressource wechselt innerhalb einer Stunde zu ihr.</numerusform>
            <numerusform>%n Ressourcen wechseln innerhalb einer Stunde zu ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n resources stay with the version that they name.</source>
        <translation>
            <numerusform>%n Ressource bleibt bei der Version, die sie angibt.</numerusform>
            <numerusform>%n Ressourcen bleiben bei der Version, die sie angeben.</numerusform>
        </translation>
    </message>
    <message>
        <source>It becomes version %1 of the key.</source>
        <translation>Sie wird Version %1 des Schlüssels.</translation>
    </message>
    <message>
        <source>It takes over what the one before it allows: %1.</source>
        <translation>Sie übernimmt, was die vorherige erlaubt: %1.</translation>
    </message>
    <message>
        <source>It takes over the tags %1.</source>
        <translation>Sie übernimmt die Tags %1.</translation>
    </message>
    <message>
        <source>It has no tags.</source>
        <translation>Sie hat keine Tags.</translation>
    </message>
    <message>
        <source>Its tags are %1.</source>
        <translation>Ihre Tags sind %1.</translation>
    </message>
    <message>
        <source>It has no backup until you make one.</source>
        <translation>Sie hat keine Sicherung, bis eine erstellt wird.</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>The new version takes over what the one before it allows, unless you change it here. Former versions keep working.</source>
        <translation>Die neue Version übernimmt, was die vorherige erlaubt, sofern es hier nicht geändert wird. Frühere Versionen funktionieren weiter.</translation>
    </message>
    <message>
        <source>Import key</source>
        <translation>Schlüssel importieren</translation>
    </message>
    <message>
        <source>Restore key</source>
        <translation>Schlüssel wiederherstellen</translation>
    </message>
    <message>
        <source>A key comes back from its backup with all versions and the name that it had there. The backup opens in the keystore that it came from or a copy of it, and in a vault of the same subscription and geography, where no key has that name.</source>
        <translation>Ein Schlüssel kommt aus seiner Sicherung mit allen Versionen und dem Namen zurück, den er dort hatte. Die Sicherung lässt sich nur in dem Schlüsselspeicher öffnen, aus dem sie stammt, oder in einer Kopie davon, und nur in einem Tresor desselben Abonnements und derselben Geografie, in dem kein Schlüssel so heißt.</translation>
    </message>
    <message>
        <source>Backup file</source>
        <translation>Sicherungsdatei</translation>
    </message>
    <message>
        <source>Restore a key from %1</source>
        <translation>Schlüssel aus %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Key %1 was restored.</source>
        <translation>Schlüssel %1 wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>It lives on independently of the original.</source>
        <translation>Er besteht unabhängig vom Original weiter.</translation>
    </message>
    <message>
        <source>Unlike the one before it, it allows %1.</source>
        <translation>Anders als die vorherige erlaubt sie: %1.</translation>
    </message>
</context>
<context>
    <name>KeystoreActions</name>
    <message>
        <source>Copies made before still open with what opened them then.</source>
        <translation>Früher erstellte Kopien lassen sich weiterhin mit dem öffnen, was sie damals öffnete.</translation>
    </message>
    <message>
        <source>An unlock agent did not answer: it still holds the former root key, which opens those copies. End its process.</source>
        <translation>Ein Entsperragent hat nicht geantwortet: Er hält noch den früheren Stammschlüssel, der diese Kopien öffnet. Seinen Prozess beenden.</translation>
    </message>
    <message>
        <source>Tick that you understand it.</source>
        <translation>Häkchen setzen, dass dies klar ist.</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>The passphrase with which you unlocked is replaced. The root key changes and every record is sealed anew. Copies made before still open with the former passphrase.</source>
        <translation>Ersetzt die Passphrase, mit der entsperrt wurde. Der Stammschlüssel wechselt, und jeder Datensatz wird neu versiegelt. Früher erstellte Kopien lassen sich weiterhin mit der früheren Passphrase öffnen.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>The passphrase was changed and every record sealed anew.</source>
        <translation>Die Passphrase wurde geändert und jeder Datensatz neu versiegelt.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Add passphrase</source>
        <translation>Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>A second passphrase opens the keystore as the first one does, for somebody else perhaps. It can be removed without the other being typed.</source>
        <translation>Eine zweite Passphrase öffnet den Schlüsselspeicher ebenso wie die erste, etwa für jemand anderen. Sie kann entfernt werden, ohne dass die andere eingegeben wird.</translation>
    </message>
    <message>
        <source>Name, to tell it from others</source>
        <translation>Name, zur Unterscheidung von anderen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The passphrase was added. It opens the keystore from now on.</source>
        <translation>Die Passphrase wurde hinzugefügt. Sie öffnet ab jetzt den Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>Add recovery key</source>
        <translation>Wiederherstellungsschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>The second way in, should the passphrase be forgotten. It is shown only now, and opens nothing before it is added. Keep it away from this machine.</source>
        <translation>Der zweite Weg hinein, falls die Passphrase vergessen wird. Er wird nur jetzt gezeigt und öffnet nichts, bevor er hinzugefügt ist. Nicht auf diesem Rechner aufbewahren.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>It is being drawn.</source>
        <translation>Er wird gezogen.</translation>
    </message>
    <message>
        <source>Type the two groups, to show that you have kept it.</source>
        <translation>Die beiden Gruppen eingeben, um zu zeigen, dass er verwahrt ist.</translation>
    </message>
    <message>
        <source>The recovery key was added. It opens the keystore from now on.</source>
        <translation>Der Wiederherstellungsschlüssel wurde hinzugefügt. Er öffnet ab jetzt den Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>Keep it away from this machine.</source>
        <translation>Nicht auf diesem Rechner aufbewahren.</translation>
    </message>
    <message>
        <source>Add a recovery key</source>
        <translation>Wiederherstellungsschlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Use system keyring</source>
        <translation>Schlüsselbund des Systems verwenden</translation>
    </message>
    <message>
        <source>The keyring of this desktop session keeps a key of its own for the keystore. Whoever is signed in to the session can then open it without a passphrase.</source>
        <translation>Der Schlüsselbund dieser Desktopsitzung verwahrt einen eigenen Schlüssel für den Schlüsselspeicher. Wer in der Sitzung angemeldet ist, kann ihn dann ohne Passphrase öffnen.</translation>
    </message>
    <message>
        <source>The system keyring opens the keystore from now on.</source>
        <translation>Der Schlüsselbund des Systems öffnet ab jetzt den Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>Use the system keyring</source>
        <translation>Schlüsselbund des Systems verwenden</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone, and that copies made before still open with it</source>
        <translation>Mir ist klar, dass dies nicht rückgängig gemacht werden kann und dass früher erstellte Kopien sich weiterhin damit öffnen lassen</translation>
    </message>
    <message>
        <source>It opens the keystore no longer. The root key changes and every record is sealed anew, so that nobody who kept it can read what is written from now on.</source>
        <translation>Öffnet den Schlüsselspeicher nicht mehr. Der Stammschlüssel wechselt, und jeder Datensatz wird neu versiegelt, sodass niemand, der ihn behalten hat, lesen kann, was ab jetzt geschrieben wird.</translation>
    </message>
    <message>
        <source>%1 was removed and every record sealed anew.</source>
        <translation>%1 wurde entfernt und jeder Datensatz neu versiegelt.</translation>
    </message>
    <message>
        <source>Remove a way to unlock: %1</source>
        <translation>Entsperrweg entfernen: %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Forget system keyring</source>
        <translation>Schlüsselbund des Systems vergessen</translation>
    </message>
    <message>
        <source>Stored data was not read.</source>
        <translation>Gespeicherte Daten wurden nicht gelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Stored data is whole: %n pieces.</source>
        <translation>
            <numerusform>Die gespeicherten Daten sind unversehrt: %n Stück.</numerusform>
            <numerusform>Die gespeicherten Daten sind unversehrt: %n Stück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them could not be opened, as their keys cannot be used now.</source>
        <translation>
            <numerusform>%n davon ließ sich nicht öffnen, da der Schlüssel jetzt nicht verwendet werden kann.</numerusform>
            <numerusform>%n davon ließen sich nicht öffnen, da ihre Schlüssel jetzt nicht verwendet werden können.</numerusform>
        </translation>
    </message>
    <message>
        <source>The keystore is whole: %1 records open and stand where they belong.</source>
        <translation>Der Schlüsselspeicher ist unversehrt: %1 Datensätze lassen sich öffnen und stehen, wo sie hingehören.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Opens every record and every key, compares them with the sealed hash tree, and looks at stored data. Nothing is changed; the result is noted in the log.</source>
        <translation>Öffnet jeden Datensatz und jeden Schlüssel, vergleicht sie mit dem versiegelten Hashbaum und sieht gespeicherte Daten an. Nichts wird geändert; das Ergebnis wird im Protokoll vermerkt.</translation>
    </message>
    <message>
        <source>Read all stored data as well, which takes as long as there is data</source>
        <translation>Auch alle gespeicherten Daten lesen; das dauert umso länger, je mehr Daten es sind</translation>
    </message>
    <message>
        <source>Verify the keystore</source>
        <translation>Schlüsselspeicher prüfen</translation>
    </message>
    <message>
        <source>Verify the log</source>
        <translation>Protokoll prüfen</translation>
    </message>
    <message>
        <source>Proves that no entry was altered, removed or reordered. With a JSON report that was exported earlier and kept elsewhere, also that nothing before it was rewritten since, not even by somebody who has the keys.</source>
        <translation>Weist nach, dass kein Eintrag verändert, entfernt oder umgestellt wurde. Mit einem JSON-Bericht, der früher exportiert und anderswo aufbewahrt wurde, auch, dass nichts davor seither umgeschrieben wurde, nicht einmal von jemandem, der die Schlüssel hat.</translation>
    </message>
    <message>
        <source>Compare with the JSON report</source>
        <translation>Mit dem JSON-Bericht vergleichen</translation>
    </message>
    <message>
        <source>The log is whole: %1 entries, each sealed and linked to the one before it.</source>
        <translation>Das Protokoll ist unversehrt: %1 Einträge, jeder versiegelt und mit dem vorherigen verknüpft.</translation>
    </message>
    <message>
        <source>Its first %1 entries are those of the report: nothing was rewritten since.</source>
        <translation>Seine ersten %1 Einträge sind die des Berichts: Seither wurde nichts umgeschrieben.</translation>
    </message>
    <message>
        <source>Verify a report</source>
        <translation>Bericht prüfen</translation>
    </message>
    <message>
        <source>Shows whether a report is as it was signed. Beside a PDF or CSV file its signature (.sig) must lie.</source>
        <translation>Zeigt, ob ein Bericht so ist, wie er signiert wurde. Neben einer PDF- oder CSV-Datei muss ihre Signatur (.sig) liegen.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Fingerprint of the signer</source>
        <translation>Fingerabdruck des Unterzeichners</translation>
    </message>
    <message>
        <source>Empty: it must be of this keystore</source>
        <translation>Leer: Der Bericht muss von diesem Schlüsselspeicher sein</translation>
    </message>
    <message>
        <source>The report is as this keystore signed it.</source>
        <translation>Der Bericht ist so, wie dieser Schlüsselspeicher ihn signiert hat.</translation>
    </message>
    <message>
        <source>The report is as it was signed by that signer.</source>
        <translation>Der Bericht ist so, wie dieser Unterzeichner ihn signiert hat.</translation>
    </message>
    <message>
        <source>Verify the report %1</source>
        <translation>Bericht %1 prüfen</translation>
    </message>
    <message>
        <source>Make a copy</source>
        <translation>Kopie erstellen</translation>
    </message>
    <message>
        <source>A sealed copy of the keystore as it is now; the same passphrases open it. What services keep beside the keystore, such as recovery points, is not in it.</source>
        <translation>Eine versiegelte Kopie des jetzigen Schlüsselspeichers; dieselben Passphrasen öffnen sie. Was Dienste neben dem Schlüsselspeicher ablegen, etwa Wiederherstellungspunkte, ist nicht darin.</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>In die neue Datei</translation>
    </message>
    <message>
        <source>Best on another disk</source>
        <translation>Am besten auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>The keystore was copied.</source>
        <translation>Der Schlüsselspeicher wurde kopiert.</translation>
    </message>
    <message>
        <source>Schedule copies</source>
        <translation>Kopien planen</translation>
    </message>
    <message>
        <source>Copies are made by themselves while the keystore is open in Keyward or held by an unlock agent; one that was missed is made up for. Only copies of the schedule are ever removed.</source>
        <translation>Kopien entstehen von selbst, solange der Schlüsselspeicher in Keyward geöffnet ist oder ein Entsperragent ihn offen hält; eine versäumte wird nachgeholt. Entfernt werden nur Kopien dieses Plans.</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>The newest %1</source>
        <translation>Die neuesten %1</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Folder for the copies</source>
        <translation>Ordner für die Kopien</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>Wie viele aufbewahrt werden</translation>
    </message>
    <message>
        <source>Stop scheduled copies</source>
        <translation>Geplante Kopien beenden</translation>
    </message>
    <message>
        <source>The copies that were made stay where they are.</source>
        <translation>Die erstellten Kopien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Accept the clock</source>
        <translation>Uhr bestätigen</translation>
    </message>
    <message>
        <source>You vouch for the time that this machine shows. What destroys data goes on: retentions end, and what is purged by then is gone for good. A later time that was committed before is given up. Look at the clock first.</source>
        <translation>Sie bürgen für die Zeit, die dieser Rechner zeigt. Was Daten vernichtet, geht weiter: Aufbewahrungen enden, und was bis dahin endgültig zu löschen ist, ist für immer verloren. Eine spätere Zeit, zu der schon geschrieben wurde, wird aufgegeben. Zuerst auf die Uhr sehen.</translation>
    </message>
    <message>
        <source>The time that this machine shows is right</source>
        <translation>Die Zeit, die dieser Rechner zeigt, stimmt</translation>
    </message>
    <message>
        <source>The clock was accepted.</source>
        <translation>Die Uhr wurde bestätigt.</translation>
    </message>
    <message>
        <source>Lock the unlock agent</source>
        <translation>Entsperragenten sperren</translation>
    </message>
    <message>
        <source>The unlock agent let go of the keystore.</source>
        <translation>Der Entsperragent hat den Schlüsselspeicher losgelassen.</translation>
    </message>
    <message>
        <source>Open another keystore</source>
        <translation>Anderen Schlüsselspeicher öffnen</translation>
    </message>
    <message>
        <source>Create a keystore</source>
        <translation>Schlüsselspeicher erstellen</translation>
    </message>
    <message>
        <source>Open a sample estate</source>
        <translation>Beispielbestand öffnen</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Kopie zurückspielen</translation>
    </message>
</context>
<context>
    <name>KeystoreBlade</name>
    <message>
        <source>Argon2id, %1 MiB, passes: %2, lanes: %3</source>
        <translation>Argon2id, %1 MiB, Durchläufe: %2, parallele Bahnen: %3</translation>
    </message>
    <message>
        <source>The keystore</source>
        <translation>Der Schlüsselspeicher</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ways to unlock</source>
        <translation>Entsperrwege</translation>
    </message>
    <message>
        <source>each opens all of it</source>
        <translation>jeder öffnet alles</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>No copy was made yet</source>
        <translation>Noch keine Kopie erstellt</translation>
    </message>
    <message>
        <source>A copy on another disk is what is left when this file is lost or damaged. It is sealed as the keystore is.</source>
        <translation>Eine Kopie auf einem anderen Datenträger ist das, was bleibt, wenn diese Datei verloren geht oder beschädigt wird. Sie ist versiegelt wie der Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>There is no recovery key</source>
        <translation>Es gibt keinen Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>If the passphrase is forgotten, nobody can open this keystore again, nor a copy of it.</source>
        <translation>Wird die Passphrase vergessen, kann niemand mehr diesen Schlüsselspeicher oder eine Kopie davon öffnen.</translation>
    </message>
    <message>
        <source>Add recovery key…</source>
        <translation>Wiederherstellungsschlüssel hinzufügen…</translation>
    </message>
    <message>
        <source>The clock is not trusted</source>
        <translation>Auf die Uhr ist kein Verlass</translation>
    </message>
    <message>
        <source>What destroys data waits. If the time that this machine shows is right, accept it.</source>
        <translation>Was Daten vernichtet, wartet. Stimmt die Zeit, die dieser Rechner zeigt, die Uhr bestätigen.</translation>
    </message>
    <message>
        <source>Accept the clock…</source>
        <translation>Uhr bestätigen…</translation>
    </message>
    <message>
        <source>An unlock agent does not answer</source>
        <translation>Ein Entsperragent antwortet nicht</translation>
    </message>
    <message>
        <source>It holds the keystore open for programs of this user. It may be stopped; end its process if it stays so.</source>
        <translation>Er hält den Schlüsselspeicher für Programme dieses Benutzers offen. Möglicherweise ist er angehalten; bleibt es dabei, seinen Prozess beenden.</translation>
    </message>
    <message>
        <source>Keys in memory can be swapped to the disk</source>
        <translation>Schlüssel im Speicher können auf den Datenträger ausgelagert werden</translation>
    </message>
    <message>
        <source>This user may lock too little memory. Raise the limit of locked memory (memlock), sign in again and start Keyward.</source>
        <translation>Dieser Benutzer darf zu wenig Speicher sperren. Die Grenze für gesperrten Speicher (memlock) anheben, neu anmelden und Keyward starten.</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Every record by itself, XAES-256-GCM; format %1</source>
        <translation>Jeder Datensatz für sich, XAES-256-GCM; Format %1</translation>
    </message>
    <message>
        <source>Passphrase hashing</source>
        <translation>Hashen der Passphrase</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Protected memory</source>
        <translation>Geschützter Speicher</translation>
    </message>
    <message>
        <source>Never swapped</source>
        <translation>Nie ausgelagert</translation>
    </message>
    <message>
        <source>Can be swapped</source>
        <translation>Kann ausgelagert werden</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Verlässlich</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Nicht verlässlich</translation>
    </message>
    <message>
        <source>Signs reports as</source>
        <translation>Signiert Berichte als</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Every %1 into %2, all are kept</source>
        <translation>Alle %1 nach %2, alle werden aufbewahrt</translation>
    </message>
    <message>
        <source>Every %1 into %2, the newest %3 are kept</source>
        <translation>Alle %1 nach %2, die neuesten %3 werden aufbewahrt</translation>
    </message>
    <message>
        <source>Next copy</source>
        <translation>Nächste Kopie</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Put back…</source>
        <translation>Zurückspielen…</translation>
    </message>
    <message>
        <source>the newest of those that the log tells of</source>
        <translation>die neuesten, von denen das Protokoll berichtet</translation>
    </message>
    <message>
        <source>Keystore</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>Assure</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Last verification</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>None is noted in the log</source>
        <translation>Im Protokoll ist keine vermerkt</translation>
    </message>
    <message>
        <source>Not lately</source>
        <translation>Nicht in letzter Zeit</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Unversehrt</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Unlock agent</source>
        <translation>Entsperragent</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>Antwortet nicht</translation>
    </message>
    <message>
        <source>Holds it open for another %1</source>
        <translation>Hält ihn noch %1 offen</translation>
    </message>
    <message>
        <source>None holds it open</source>
        <translation>Keiner hält ihn offen</translation>
    </message>
    <message>
        <source>It is %1 behind the last committed time.</source>
        <translation>Sie liegt %1 hinter der zuletzt festgeschriebenen Zeit.</translation>
    </message>
    <message>
        <source>It jumped by %1 and is not synchronised.</source>
        <translation>Sie ist um %1 gesprungen und nicht synchronisiert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, the last of %1</source>
        <translation>
            <numerusform>%Ln Eintrag, der letzte vom %1</numerusform>
            <numerusform>%Ln Einträge, der letzte vom %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>The same on the command line</source>
        <translation>Dasselbe in der Befehlszeile</translation>
    </message>
</context>
<context>
    <name>LinksWidget</name>
    <message>
        <source>Pinned, and opened lately</source>
        <translation>Fixiert und zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1, pinned</source>
        <translation>%1, fixiert</translation>
    </message>
</context>
<context>
    <name>ListsBlade</name>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln Ressource</numerusform>
            <numerusform>%Ln Ressourcen</numerusform>
        </translation>
    </message>
    <message>
        <source>No resources yet</source>
        <translation>Noch keine Ressourcen</translation>
    </message>
    <message>
        <source>Resources are what keys protect. Create one, give it a key of your own, then put data in it.</source>
        <translation>Ressourcen sind das, was Schlüssel schützen. Eine erstellen, ihr einen eigenen Schlüssel geben, dann Daten hineinlegen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln vaults</source>
        <translation>
            <numerusform>%Ln Tresor</numerusform>
            <numerusform>%Ln Tresore</numerusform>
        </translation>
    </message>
    <message>
        <source>No key vaults yet</source>
        <translation>Noch keine Schlüsseltresore</translation>
    </message>
    <message>
        <source>A key vault holds your keys and says who may use them. It must be in the same region as what its keys protect.</source>
        <translation>Ein Schlüsseltresor enthält Ihre Schlüssel und legt fest, wer sie verwenden darf. Er muss in derselben Region liegen wie das, was seine Schlüssel schützen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>Keys live in key vaults. Open or create a vault, then create a key in it.</source>
        <translation>Schlüssel liegen in Schlüsseltresoren. Einen Tresor öffnen oder erstellen, dann darin einen Schlüssel erstellen.</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>Prüfbericht</translation>
    </message>
    <message>
        <source>Estate, keys and versions with their age, bindings and health, access, stored data, jobs and the log in one document, signed by this keystore. Give the fingerprint below to whoever reads it: with it, “Verify a report” proves that nothing was altered.</source>
        <translation>Bestand, Schlüssel und Versionen mit ihrem Alter, Bindungen und Zustand, Zugriff, gespeicherte Daten, Aufträge und das Protokoll in einem Dokument, signiert von diesem Schlüsselspeicher. Den Fingerabdruck unten allen geben, die den Bericht lesen: Damit weist „Bericht prüfen“ nach, dass nichts verändert wurde.</translation>
    </message>
    <message>
        <source>Export audit report</source>
        <translation>Prüfbericht exportieren</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Unterzeichner</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Keystore</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>All resources</source>
        <translation>Alle Ressourcen</translation>
    </message>
    <message>
        <source>Key vaults</source>
        <translation>Schlüsseltresore</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Operate</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Assure</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
<context>
    <name>LockActions</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Sperrtyp</translation>
    </message>
    <message>
        <source>%1: it can be changed, but not deleted</source>
        <translation>%1: Änderungen sind möglich, Löschen nicht</translation>
    </message>
    <message>
        <source>%1: it can be neither changed nor deleted</source>
        <translation>%1: weder Änderungen noch Löschen sind möglich</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Why it stands there, for whoever meets it</source>
        <translation>Warum es sie gibt, für alle, die auf sie stoßen</translation>
    </message>
    <message>
        <source>Add lock</source>
        <translation>Sperre hinzufügen</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing the vault. Its keys can still be used; purge protection guards what is deleted.</source>
        <translation>Verhindert, dass der Tresor gelöscht oder geändert wird. Seine Schlüssel können weiterhin verwendet werden; Gelöschtes bewahrt der Löschschutz.</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing the resource. What it does goes on.</source>
        <translation>Verhindert, dass die Ressource gelöscht oder geändert wird. Was sie tut, geht weiter.</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing the virtual network.</source>
        <translation>Verhindert, dass das virtuelle Netzwerk gelöscht oder geändert wird.</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing the resource group and all that stands in it.</source>
        <translation>Verhindert, dass die Ressourcengruppe und alles, was darin liegt, gelöscht oder geändert wird.</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing the subscription and all that stands in it.</source>
        <translation>Verhindert, dass das Abonnement und alles, was darin liegt, gelöscht oder geändert wird.</translation>
    </message>
    <message>
        <source>Keeps people from deleting or changing anything in any subscription of the tenant.</source>
        <translation>Verhindert, dass in einem Abonnement des Mandanten etwas gelöscht oder geändert wird.</translation>
    </message>
    <message>
        <source>Remove lock</source>
        <translation>Sperre entfernen</translation>
    </message>
    <message>
        <source>What it stands on, and all in it, can be changed and deleted again unless another lock reaches it.</source>
        <translation>Das Gesperrte und alles, was darin liegt, kann wieder geändert und gelöscht werden, sofern keine andere Sperre dafür gilt.</translation>
    </message>
</context>
<context>
    <name>LockBlades</name>
    <message numerus="yes">
        <source>%Ln locks</source>
        <translation>
            <numerusform>%Ln Sperre</numerusform>
            <numerusform>%Ln Sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>No locks</source>
        <translation>Keine Sperren</translation>
    </message>
    <message>
        <source>A lock keeps people from deleting or changing a thing and all that stands in it. Add one on the page Locks of a vault, a resource, a virtual network, a resource group or a subscription, or on a tenant.</source>
        <translation>Eine Sperre verhindert, dass etwas und alles, was darin liegt, gelöscht oder geändert wird. Hinzufügen lässt sie sich auf der Seite „Sperren“ eines Tresors, einer Ressource, eines virtuellen Netzwerks, einer Ressourcengruppe oder eines Abonnements oder an einem Mandanten.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Sperrtyp</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>No lock reaches this</source>
        <translation>Keine Sperre gilt hierfür</translation>
    </message>
    <message>
        <source>A lock keeps people from deleting or changing it. One on its resource group, its subscription or its tenant reaches it too. Keys can still be used.</source>
        <translation>Eine Sperre verhindert Löschen und Ändern. Auch eine Sperre der Ressourcengruppe, des Abonnements oder des Mandanten gilt hierfür. Schlüssel können weiterhin verwendet werden.</translation>
    </message>
    <message>
        <source>This itself</source>
        <translation>Dies selbst</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Keyward</source>
        <translation>Keyward</translation>
    </message>
    <message>
        <source>A job is running. It is cancelled first; nothing is left half done, and it can be run again.</source>
        <translation>Ein Auftrag läuft. Er wird zuerst abgebrochen; nichts bleibt halb fertig zurück, und er kann erneut ausgeführt werden.</translation>
    </message>
    <message>
        <source>Cancel the job and go on</source>
        <translation>Auftrag abbrechen und fortfahren</translation>
    </message>
    <message>
        <source>Lock now?</source>
        <translation>Jetzt sperren?</translation>
    </message>
    <message>
        <source>Close this keystore?</source>
        <translation>Diesen Schlüsselspeicher schließen?</translation>
    </message>
    <message>
        <source>Open another keystore</source>
        <translation>Anderen Schlüsselspeicher öffnen</translation>
    </message>
    <message>
        <source>Keystores (*.keyward);;All files (*)</source>
        <translation>Schlüsselspeicher (*.keyward);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Close Keyward?</source>
        <translation>Keyward schließen?</translation>
    </message>
    <message>
        <source>%1 – Keyward</source>
        <translation>%1 – Keyward</translation>
    </message>
</context>
<context>
    <name>ManagedDisk</name>
    <message>
        <source>Create managed disk</source>
        <translation>Verwalteten Datenträger anlegen</translation>
    </message>
    <message>
        <source>Keeps files, encrypted under a data key of its own. That one is wrapped by the key of a disk encryption set, or by the platform&apos;s key.</source>
        <translation>Nimmt Dateien auf, verschlüsselt unter einem eigenen Datenschlüssel. Diesen verpackt der Schlüssel eines Datenträgerverschlüsselungssatzes oder der Schlüssel der Plattform.</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anfügen</translation>
    </message>
    <message>
        <source>While a machine has the disk, its disk encryption set cannot be changed.</source>
        <translation>Solange eine Maschine den Datenträger hat, lässt sich sein Datenträgerverschlüsselungssatz nicht ändern.</translation>
    </message>
    <message>
        <source>There is no virtual machine in its region and subscription.</source>
        <translation>In seiner Region und seinem Abonnement gibt es keine virtuelle Maschine.</translation>
    </message>
    <message>
        <source>Create one first.</source>
        <translation>Legen Sie zuerst eine an.</translation>
    </message>
    <message>
        <source>To the machine</source>
        <translation>An die Maschine</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Note encryption in the guest</source>
        <translation>Verschlüsselung im Gastsystem vermerken</translation>
    </message>
    <message>
        <source>A disk that was ever encrypted by the system of its machine can have no disk encryption set. This cannot be taken back.</source>
        <translation>Ein Datenträger, den je das System seiner Maschine verschlüsselt hat, kann keinen Datenträgerverschlüsselungssatz haben. Das lässt sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Attached to</source>
        <translation>Angefügt an</translation>
    </message>
    <message>
        <source>No machine</source>
        <translation>Keine Maschine</translation>
    </message>
    <message>
        <source>Encrypted in the guest</source>
        <translation>Im Gastsystem verschlüsselt</translation>
    </message>
    <message>
        <source>Yes: it can have no set</source>
        <translation>Ja: Er kann keinen Satz haben</translation>
    </message>
    <message>
        <source>Its files are encrypted under one data key, which %1 wraps.</source>
        <translation>Seine Dateien sind unter einem Datenschlüssel verschlüsselt, den %1 verpackt.</translation>
    </message>
    <message>
        <source>The data key is wrapped by %1 at once. No stored byte is touched, however much there is.</source>
        <translation>Den Datenschlüssel verpackt sofort %1. Kein gespeichertes Byte wird berührt, wie viel es auch ist.</translation>
    </message>
    <message>
        <source>Its data key is wrapped by it; the files stay as they are.</source>
        <translation>Er verpackt den Datenschlüssel; die Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Make a disk of snapshot %1 of %2</source>
        <comment>a snapshot, a disk</comment>
        <translation>Datenträger aus Momentaufnahme %1 von %2 machen</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: %1, %2 of %3 done.</source>
        <comment>an action</comment>
        <translation>Abgebrochen: %1, %2 von %3 erledigt.</translation>
    </message>
    <message numerus="yes">
        <source>Done: %1, %Ln times.</source>
        <comment>an action</comment>
        <translation>
            <numerusform>Erledigt: %1, einmal.</numerusform>
            <numerusform>Erledigt: %1, %Ln-mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 done.</source>
        <comment>an action</comment>
        <translation>%1: %2 von %3 erledigt.</translation>
    </message>
    <message>
        <source>%1: not tried, as the one before it was refused</source>
        <translation>%1: nicht versucht, da das davor abgelehnt wurde</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a deed, why it was refused</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>NetworkActions</name>
    <message>
        <source>Change public access</source>
        <translation>Öffentlichen Zugriff ändern</translation>
    </message>
    <message>
        <source>Says from where the keys of this vault can be used. Management is not limited by it.</source>
        <translation>Legt fest, von wo aus die Schlüssel dieses Tresors verwendet werden können. Die Verwaltung wird davon nicht eingeschränkt.</translation>
    </message>
    <message>
        <source>Let in from</source>
        <translation>Zugang über</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Alle Netzwerke</translation>
    </message>
    <message>
        <source>Selected networks and private endpoints</source>
        <translation>Ausgewählte Netzwerke und private Endpunkte</translation>
    </message>
    <message>
        <source>Private endpoints only</source>
        <translation>Nur private Endpunkte</translation>
    </message>
    <message>
        <source>Trusted services come in all the same</source>
        <translation>Vertrauenswürdige Dienste haben trotzdem Zugang</translation>
    </message>
    <message>
        <source>Backup, storage, databases and others; the list is under Who reaches it</source>
        <translation>Sicherung, Speicher, Datenbanken und andere; die Liste steht unter „Wer ihn erreicht“</translation>
    </message>
    <message>
        <source>Let trusted services in</source>
        <translation>Vertrauenswürdige Dienste zulassen</translation>
    </message>
    <message>
        <source>Services on the platform&apos;s list come in whatever the network rules say. What they may do is still decided by what they were given.</source>
        <translation>Dienste auf der Liste der Plattform haben Zugang, unabhängig von den Netzwerkregeln. Was sie tun dürfen, hängt weiterhin von den erteilten Berechtigungen ab.</translation>
    </message>
    <message>
        <source>Keep trusted services out</source>
        <translation>Vertrauenswürdige Dienste nicht zulassen</translation>
    </message>
    <message>
        <source>Where networks are limited, services of the platform no longer reach the keys: what is bound to them stops working.</source>
        <translation>Wo Netzwerke eingeschränkt sind, erreichen Dienste der Plattform die Schlüssel nicht mehr: Was an sie gebunden ist, funktioniert nicht mehr.</translation>
    </message>
    <message>
        <source>From now on, let in selected networks only</source>
        <translation>Ab jetzt nur ausgewählte Netzwerke zulassen</translation>
    </message>
    <message>
        <source>From now on, let in selected networks besides private endpoints</source>
        <translation>Ab jetzt außer privaten Endpunkten auch ausgewählte Netzwerke zulassen</translation>
    </message>
    <message>
        <source>Without it the rule is kept but has no effect</source>
        <translation>Andernfalls bleibt die Regel erhalten, aber ohne Wirkung</translation>
    </message>
    <message>
        <source>%1 is let in already.</source>
        <translation>%1 hat bereits Zugang.</translation>
    </message>
    <message>
        <source>%1 is let in already, within %2.</source>
        <translation>%1 hat bereits Zugang, innerhalb von %2.</translation>
    </message>
    <message>
        <source>Add address range</source>
        <translation>Adressbereich hinzufügen</translation>
    </message>
    <message>
        <source>Callers from it can use the keys, as far as they were given access.</source>
        <translation>Aufrufer aus ihm können die Schlüssel verwenden, soweit ihnen Zugriff erteilt ist.</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>As in 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32</source>
        <translation>Etwa 192.0.2.7, 192.0.2.0/24 oder 2001:db8::/32</translation>
    </message>
    <message>
        <source>%1: programs on this machine only</source>
        <translation>%1: nur Programme auf diesem Rechner</translation>
    </message>
    <message>
        <source>%1: this machine at %2</source>
        <translation>%1: dieser Rechner an %2</translation>
    </message>
    <message>
        <source>Add my address</source>
        <translation>Eigene Adresse hinzufügen</translation>
    </message>
    <message>
        <source>One of the addresses that this machine has now. Others may see another one where a router stands between; add that as an address range.</source>
        <translation>Eine der Adressen, die dieser Rechner jetzt hat. Steht ein Router dazwischen, sehen andere möglicherweise eine andere Adresse; diese als Adressbereich hinzufügen.</translation>
    </message>
    <message>
        <source>This machine does not tell its addresses.</source>
        <translation>Dieser Rechner gibt seine Adressen nicht preis.</translation>
    </message>
    <message>
        <source>Write it as an address range.</source>
        <translation>Die Adresse als Adressbereich angeben.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Let a subnet in</source>
        <translation>Subnetz zulassen</translation>
    </message>
    <message>
        <source>A subnet of a virtual network that has a service endpoint for key vaults.</source>
        <translation>Ein Subnetz eines virtuellen Netzwerks, das einen Dienstendpunkt für Schlüsseltresore hat.</translation>
    </message>
    <message>
        <source>There is no further subnet with a service endpoint.</source>
        <translation>Es gibt kein weiteres Subnetz mit einem Dienstendpunkt.</translation>
    </message>
    <message>
        <source>Give a subnet of a virtual network a service endpoint first.</source>
        <translation>Zuerst einem Subnetz eines virtuellen Netzwerks einen Dienstendpunkt geben.</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Callers from there are kept out from then on, unless another rule lets them in.</source>
        <translation>Aufrufer von dort haben ab dann keinen Zugang mehr, sofern keine andere Regel ihn gewährt.</translation>
    </message>
    <message>
        <source>Remove range</source>
        <translation>Bereich entfernen</translation>
    </message>
    <message>
        <source>Remove subnet</source>
        <translation>Subnetz entfernen</translation>
    </message>
    <message>
        <source>Request private endpoint</source>
        <translation>Privaten Endpunkt anfordern</translation>
    </message>
    <message>
        <source>A private way into this vault for a whole virtual network. It lets nobody in before it is approved.</source>
        <translation>Ein privater Weg in diesen Tresor für ein ganzes virtuelles Netzwerk. Er gewährt niemandem Zugang, bevor er genehmigt ist.</translation>
    </message>
    <message>
        <source>There is no subnet in which it could stand.</source>
        <translation>Es gibt kein Subnetz, in dem er liegen könnte.</translation>
    </message>
    <message>
        <source>Create a virtual network with a subnet first.</source>
        <translation>Zuerst ein virtuelles Netzwerk mit einem Subnetz erstellen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>2 to 50 letters, digits and hyphens</source>
        <translation>2 bis 50 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>In subnet</source>
        <translation>In Subnetz</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Callers in its virtual network come in from then on, whatever the other rules say.</source>
        <translation>Aufrufer in seinem virtuellen Netzwerk haben ab dann Zugang, unabhängig von den anderen Regeln.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>It lets nobody in, and can be approved later.</source>
        <translation>Er gewährt niemandem Zugang und kann später genehmigt werden.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>As if it were ended from the other side: it lets nobody in, and only a new request brings it back.</source>
        <translation>Als wäre er von der anderen Seite beendet worden: Er gewährt niemandem Zugang, und nur eine neue Anforderung bringt ihn zurück.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>NewSecretEdit</name>
    <message>
        <source>◆ Caps Lock seems to be on.</source>
        <translation>◆ Die Feststelltaste scheint eingeschaltet zu sein.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Several unrelated words are easiest to keep</source>
        <translation>Gut zu merken: mehrere Wörter ohne Bezug</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig machen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Nothing yet. What is done, and what fails, is told here.</source>
        <translation>Noch nichts. Was geschieht und was scheitert, steht hier.</translation>
    </message>
</context>
<context>
    <name>Operations</name>
    <message>
        <source>Change access model</source>
        <translation>Zugriffsmodell ändern</translation>
    </message>
    <message>
        <source>Create application</source>
        <translation>Anwendung erstellen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try to protect</source>
        <translation>Schutz versuchen</translation>
    </message>
    <message>
        <source>Finish backup</source>
        <translation>Sicherung abschließen</translation>
    </message>
    <message>
        <source>Change backup policy</source>
        <translation>Sicherungsrichtlinie ändern</translation>
    </message>
    <message>
        <source>Start backup</source>
        <translation>Sicherung beginnen</translation>
    </message>
    <message>
        <source>Follow new version</source>
        <translation>Neuer Version folgen</translation>
    </message>
    <message>
        <source>Use service-managed keys</source>
        <translation>Dienstseitig verwaltete Schlüssel verwenden</translation>
    </message>
    <message>
        <source>Set key</source>
        <translation>Schlüssel festlegen</translation>
    </message>
    <message>
        <source>Accept clock</source>
        <translation>Uhr anerkennen</translation>
    </message>
    <message>
        <source>Note clock</source>
        <translation>Uhr vermerken</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>Entschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Decide on endpoint</source>
        <translation>Über Endpunkt entscheiden</translation>
    </message>
    <message>
        <source>Remove endpoint</source>
        <translation>Endpunkt entfernen</translation>
    </message>
    <message>
        <source>Request endpoint</source>
        <translation>Endpunkt anfordern</translation>
    </message>
    <message>
        <source>Change networking</source>
        <translation>Netzwerk ändern</translation>
    </message>
    <message>
        <source>Create resource group</source>
        <translation>Ressourcengruppe erstellen</translation>
    </message>
    <message>
        <source>Delete resource group</source>
        <translation>Ressourcengruppe löschen</translation>
    </message>
    <message>
        <source>Change resource group</source>
        <translation>Ressourcengruppe ändern</translation>
    </message>
    <message>
        <source>Assign identity</source>
        <translation>Identität zuweisen</translation>
    </message>
    <message>
        <source>Create identity</source>
        <translation>Identität erstellen</translation>
    </message>
    <message>
        <source>Turn off identity</source>
        <translation>Identität ausschalten</translation>
    </message>
    <message>
        <source>Turn on identity</source>
        <translation>Identität einschalten</translation>
    </message>
    <message>
        <source>Take identity away</source>
        <translation>Identität wegnehmen</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Clear up after job</source>
        <translation>Nach Auftrag aufräumen</translation>
    </message>
    <message>
        <source>End job</source>
        <translation>Auftrag beenden</translation>
    </message>
    <message>
        <source>Resume job</source>
        <translation>Auftrag fortsetzen</translation>
    </message>
    <message>
        <source>Back up key</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Delete key</source>
        <translation>Schlüssel löschen</translation>
    </message>
    <message>
        <source>Note escrow</source>
        <translation>Hinterlegung vermerken</translation>
    </message>
    <message>
        <source>Import key</source>
        <translation>Schlüssel importieren</translation>
    </message>
    <message>
        <source>Purge key</source>
        <translation>Schlüssel endgültig löschen</translation>
    </message>
    <message>
        <source>Recover key</source>
        <translation>Schlüssel wiederherstellen</translation>
    </message>
    <message>
        <source>Restore key</source>
        <translation>Schlüssel zurückspielen</translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel rotieren</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Create lock</source>
        <translation>Sperre erstellen</translation>
    </message>
    <message>
        <source>Remove lock</source>
        <translation>Sperre entfernen</translation>
    </message>
    <message>
        <source>Create virtual network</source>
        <translation>Virtuelles Netzwerk erstellen</translation>
    </message>
    <message>
        <source>Delete virtual network</source>
        <translation>Virtuelles Netzwerk löschen</translation>
    </message>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>List places</source>
        <translation>Orte aufnehmen</translation>
    </message>
    <message>
        <source>Unwrap by platform</source>
        <translation>Durch Plattform entpacken</translation>
    </message>
    <message>
        <source>Wrap by platform</source>
        <translation>Durch Plattform verpacken</translation>
    </message>
    <message>
        <source>Delete recovery point</source>
        <translation>Wiederherstellungspunkt löschen</translation>
    </message>
    <message>
        <source>Remove access policy</source>
        <translation>Zugriffsrichtlinie entfernen</translation>
    </message>
    <message>
        <source>Set access policy</source>
        <translation>Zugriffsrichtlinie festlegen</translation>
    </message>
    <message>
        <source>Delete principal</source>
        <translation>Prinzipal löschen</translation>
    </message>
    <message>
        <source>Create group</source>
        <translation>Gruppe erstellen</translation>
    </message>
    <message>
        <source>Change members</source>
        <translation>Mitglieder ändern</translation>
    </message>
    <message>
        <source>Register provider</source>
        <translation>Anbieter registrieren</translation>
    </message>
    <message>
        <source>Unregister provider</source>
        <translation>Anbieter abmelden</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Create resource</source>
        <translation>Ressource erstellen</translation>
    </message>
    <message>
        <source>Delete resource</source>
        <translation>Ressource löschen</translation>
    </message>
    <message>
        <source>Move resource</source>
        <translation>Ressource verschieben</translation>
    </message>
    <message>
        <source>Start restore</source>
        <translation>Wiederherstellung beginnen</translation>
    </message>
    <message>
        <source>Assign role</source>
        <translation>Rolle zuweisen</translation>
    </message>
    <message>
        <source>Create role</source>
        <translation>Rolle erstellen</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>Take role away</source>
        <translation>Rolle wegnehmen</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Add client secret</source>
        <translation>Clientgeheimnis hinzufügen</translation>
    </message>
    <message>
        <source>Remove client secret</source>
        <translation>Clientgeheimnis entfernen</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Add way to unlock</source>
        <translation>Entsperrweg hinzufügen</translation>
    </message>
    <message>
        <source>Remove way to unlock</source>
        <translation>Entsperrweg entfernen</translation>
    </message>
    <message>
        <source>Copy keystore</source>
        <translation>Schlüsselspeicher kopieren</translation>
    </message>
    <message>
        <source>Schedule copies</source>
        <translation>Kopien planen</translation>
    </message>
    <message>
        <source>Clear up keystore</source>
        <translation>Schlüsselspeicher aufräumen</translation>
    </message>
    <message>
        <source>Bring keystore forward</source>
        <translation>Schlüsselspeicher aktualisieren</translation>
    </message>
    <message>
        <source>Create keystore</source>
        <translation>Schlüsselspeicher erstellen</translation>
    </message>
    <message>
        <source>Restore keystore</source>
        <translation>Schlüsselspeicher zurückspielen</translation>
    </message>
    <message>
        <source>Remove subnet</source>
        <translation>Subnetz entfernen</translation>
    </message>
    <message>
        <source>Set subnet</source>
        <translation>Subnetz festlegen</translation>
    </message>
    <message>
        <source>Create subscription</source>
        <translation>Abonnement erstellen</translation>
    </message>
    <message>
        <source>Move subscription</source>
        <translation>Abonnement verschieben</translation>
    </message>
    <message>
        <source>Create tenant</source>
        <translation>Mandant erstellen</translation>
    </message>
    <message>
        <source>Unwrap key</source>
        <translation>Schlüssel entpacken</translation>
    </message>
    <message>
        <source>Create key vault</source>
        <translation>Schlüsseltresor erstellen</translation>
    </message>
    <message>
        <source>Delete key vault</source>
        <translation>Schlüsseltresor löschen</translation>
    </message>
    <message>
        <source>Move key vault</source>
        <translation>Schlüsseltresor verschieben</translation>
    </message>
    <message>
        <source>Purge key vault</source>
        <translation>Schlüsseltresor endgültig löschen</translation>
    </message>
    <message>
        <source>Recover key vault</source>
        <translation>Schlüsseltresor wiederherstellen</translation>
    </message>
    <message>
        <source>Change key vault</source>
        <translation>Schlüsseltresor ändern</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Drop wizard</source>
        <translation>Assistenten verwerfen</translation>
    </message>
    <message>
        <source>Save wizard</source>
        <translation>Assistenten speichern</translation>
    </message>
    <message>
        <source>Wrap key</source>
        <translation>Schlüssel verpacken</translation>
    </message>
    <message>
        <source>Check access to key</source>
        <translation>Zugriff auf Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Use converted pages</source>
        <translation>Umgewandelte Seiten verwenden</translation>
    </message>
    <message>
        <source>Keep database</source>
        <translation>Datenbank behalten</translation>
    </message>
    <message>
        <source>Drop database</source>
        <translation>Datenbank löschen</translation>
    </message>
    <message>
        <source>Turn encryption on or off</source>
        <translation>Verschlüsselung ein- oder ausschalten</translation>
    </message>
    <message>
        <source>Export database in the clear</source>
        <translation>Datenbank unverschlüsselt exportieren</translation>
    </message>
    <message>
        <source>Recover database</source>
        <translation>Datenbank wiederherstellen</translation>
    </message>
    <message>
        <source>Note wrapped data keys</source>
        <translation>Verpackte Datenschlüssel vermerken</translation>
    </message>
    <message>
        <source>Create database</source>
        <translation>Datenbank erstellen</translation>
    </message>
    <message>
        <source>Add key to server</source>
        <translation>Schlüssel zum Server hinzufügen</translation>
    </message>
    <message>
        <source>Keep dropped databases</source>
        <translation>Gelöschte Datenbanken aufbewahren</translation>
    </message>
    <message>
        <source>Take key off server</source>
        <translation>Schlüssel vom Server nehmen</translation>
    </message>
    <message>
        <source>Wrap data keys anew</source>
        <translation>Datenschlüssel neu verpacken</translation>
    </message>
    <message>
        <source>Keep backup of a database</source>
        <translation>Datenbanksicherung behalten</translation>
    </message>
    <message>
        <source>Back up database</source>
        <translation>Datenbank sichern</translation>
    </message>
    <message>
        <source>Restore database</source>
        <translation>Datenbank wiederherstellen</translation>
    </message>
    <message>
        <source>Delete backup of a database</source>
        <translation>Datenbanksicherung löschen</translation>
    </message>
    <message>
        <source>Add SIEM receiver</source>
        <translation>SIEM-Empfänger hinzufügen</translation>
    </message>
    <message>
        <source>Note outage of SIEM receiver</source>
        <translation>Ausfall eines SIEM-Empfängers vermerken</translation>
    </message>
    <message>
        <source>Remove SIEM receiver</source>
        <translation>SIEM-Empfänger entfernen</translation>
    </message>
    <message>
        <source>Test SIEM receiver</source>
        <translation>SIEM-Empfänger testen</translation>
    </message>
    <message>
        <source>Fail over</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>Keep replica</source>
        <translation>Replikat behalten</translation>
    </message>
    <message>
        <source>Replicate database</source>
        <translation>Datenbank replizieren</translation>
    </message>
    <message>
        <source>Carry changes over to a replica</source>
        <translation>Änderungen auf ein Replikat übertragen</translation>
    </message>
    <message>
        <source>Note that a replica does not follow</source>
        <translation>Vermerken, dass ein Replikat nicht folgt</translation>
    </message>
    <message>
        <source>Rehearse an outage</source>
        <translation>Ausfall proben</translation>
    </message>
    <message>
        <source>End replication</source>
        <translation>Replikation beenden</translation>
    </message>
    <message>
        <source>Link servers</source>
        <translation>Server verknüpfen</translation>
    </message>
    <message>
        <source>Unlink servers</source>
        <translation>Verknüpfung von Servern lösen</translation>
    </message>
    <message>
        <source>Note end of former key</source>
        <translation>Ende des früheren Schlüssels vermerken</translation>
    </message>
    <message>
        <source>Set channel of a bot</source>
        <translation>Kanal eines Bots setzen</translation>
    </message>
    <message>
        <source>Remove channel of a bot</source>
        <translation>Kanal eines Bots entfernen</translation>
    </message>
    <message>
        <source>Configure bot</source>
        <translation>Bot einstellen</translation>
    </message>
    <message>
        <source>Delete data of a bot</source>
        <translation>Daten eines Bots löschen</translation>
    </message>
    <message>
        <source>Note endpoint of a bot</source>
        <translation>Endpunkt eines Bots vermerken</translation>
    </message>
    <message>
        <source>Use new data key</source>
        <translation>Neuen Datenschlüssel verwenden</translation>
    </message>
    <message>
        <source>Make store of a bot</source>
        <translation>Ablage eines Bots anlegen</translation>
    </message>
    <message>
        <source>Set pace of a bot</source>
        <translation>Tempo eines Bots setzen</translation>
    </message>
    <message>
        <source>Encrypt data of a bot anew</source>
        <translation>Daten eines Bots neu verschlüsseln</translation>
    </message>
    <message>
        <source>Note data that is encrypted anew</source>
        <translation>Neu verschlüsselte Daten vermerken</translation>
    </message>
    <message>
        <source>Send message to a bot</source>
        <translation>Nachricht an einen Bot senden</translation>
    </message>
    <message>
        <source>Set endpoint of a bot</source>
        <translation>Endpunkt eines Bots setzen</translation>
    </message>
    <message>
        <source>Add profile</source>
        <translation>Profil hinzufügen</translation>
    </message>
    <message>
        <source>Remove profile</source>
        <translation>Profil entfernen</translation>
    </message>
    <message>
        <source>Choose store</source>
        <translation>Speicher wählen</translation>
    </message>
    <message>
        <source>Put into use</source>
        <translation>In Gebrauch nehmen</translation>
    </message>
    <message>
        <source>Attach disk</source>
        <translation>Datenträger anfügen</translation>
    </message>
    <message>
        <source>Detach disk</source>
        <translation>Datenträger trennen</translation>
    </message>
    <message>
        <source>Note encryption in the guest</source>
        <translation>Verschlüsselung im Gastsystem vermerken</translation>
    </message>
    <message>
        <source>Restore snapshot as a disk</source>
        <translation>Momentaufnahme als Datenträger wiederherstellen</translation>
    </message>
    <message>
        <source>Take snapshot of a disk</source>
        <translation>Momentaufnahme eines Datenträgers machen</translation>
    </message>
    <message>
        <source>Delete snapshot of a disk</source>
        <translation>Momentaufnahme eines Datenträgers löschen</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>Datei löschen</translation>
    </message>
    <message>
        <source>Delete all files</source>
        <translation>Alle Dateien löschen</translation>
    </message>
    <message>
        <source>Get file</source>
        <translation>Datei holen</translation>
    </message>
    <message>
        <source>Wrap data key of files</source>
        <translation>Datenschlüssel von Dateien verpacken</translation>
    </message>
    <message>
        <source>Make place of files</source>
        <translation>Ort für Dateien anlegen</translation>
    </message>
    <message>
        <source>Put file</source>
        <translation>Datei ablegen</translation>
    </message>
</context>
<context>
    <name>PageHelp</name>
    <message>
        <source>Where you stand: what needs a hand first, what time will bring, and what runs now. Each line leads to the page that mends it.</source>
        <translation>Der Stand der Dinge: was zuerst Eingreifen erfordert, was demnächst ansteht und was gerade läuft. Jede Zeile führt zu der Seite, auf der es sich beheben lässt.</translation>
    </message>
    <message>
        <source>Everything that a key protects, with the key it goes by and its health. Create a resource, give it a key of your own, then put data in it.</source>
        <translation>Alles, was ein Schlüssel schützt, mit dem verwendeten Schlüssel und dem Zustand. Eine Ressource erstellen, ihr einen eigenen Schlüssel geben, dann Daten hineinlegen.</translation>
    </message>
    <message>
        <source>Key vaults hold keys and decide who may use them, from where. A key and the resource it protects stand in the same region, as a rule.</source>
        <translation>Schlüsseltresore enthalten Schlüssel und entscheiden, wer sie von wo aus verwenden darf. Ein Schlüssel und die Ressource, die er schützt, liegen in der Regel in derselben Region.</translation>
    </message>
    <message>
        <source>A deleted vault waits here with its keys until its retention ends. Until then it can be recovered; purged, it is gone for good and so is all that its keys protect.</source>
        <translation>Ein gelöschter Tresor bleibt mit seinen Schlüsseln hier, bis seine Aufbewahrung endet. Bis dahin kann er wiederhergestellt werden; nach dem endgültigen Löschen ist er unwiederbringlich verloren, ebenso alles, was seine Schlüssel schützen.</translation>
    </message>
    <message>
        <source>All keys of all vaults. Open one for its versions, what it protects, and who may use it.</source>
        <translation>Alle Schlüssel aller Tresore. Ein geöffneter Schlüssel zeigt seine Versionen, was er schützt und wer ihn verwenden darf.</translation>
    </message>
    <message>
        <source>Deleted keys of all vaults wait here until their retention ends. Recovered, they work as before; purged, they are gone for good.</source>
        <translation>Gelöschte Schlüssel aller Tresore bleiben hier, bis ihre Aufbewahrung endet. Wiederhergestellt funktionieren sie wie zuvor; nach dem endgültigen Löschen sind sie unwiederbringlich verloren.</translation>
    </message>
    <message>
        <source>Deleted keys of this vault wait here until their retention ends. Recovered, they work as before; purged, they are gone for good.</source>
        <translation>Gelöschte Schlüssel dieses Tresors bleiben hier, bis ihre Aufbewahrung endet. Wiederhergestellt funktionieren sie wie zuvor; nach dem endgültigen Löschen sind sie unwiederbringlich verloren.</translation>
    </message>
    <message>
        <source>Who there is: identities of resources, applications with their secrets, and groups. Permissions are given to them in vaults.</source>
        <translation>Wen es gibt: Identitäten von Ressourcen, Anwendungen mit ihren geheimen Clientschlüsseln und Gruppen. Berechtigungen erhalten sie in Tresoren.</translation>
    </message>
    <message>
        <source>What roles permit, those of the platform and your own. A role is given to somebody at a place: that is an assignment.</source>
        <translation>Was Rollen erlauben, die der Plattform und eigene. Eine Rolle wird jemandem für einen Ort erteilt: Das ist eine Zuweisung.</translation>
    </message>
    <message>
        <source>Who has which role where. An assignment at a subscription or a resource group holds for everything in it. It counts for keys only in vaults that go by roles.</source>
        <translation>Wer welche Rolle wo hat. Eine Zuweisung für ein Abonnement oder eine Ressourcengruppe gilt für alles darin. Für Schlüssel zählt sie nur in Tresoren, die auf Rollen umgestellt sind.</translation>
    </message>
    <message>
        <source>Asks whether somebody may do something with a key, and shows every rule that was looked at: permissions, the network, the state of the key. Where something is in the way, the fix stands beside it.</source>
        <translation>Prüft, ob jemand etwas mit einem Schlüssel tun darf, und zeigt jede betrachtete Regel: Berechtigungen, Netzwerk, Status des Schlüssels. Wo etwas im Weg steht, steht die Abhilfe daneben.</translation>
    </message>
    <message>
        <source>Asks whether somebody may do something with a key of this vault, and shows every rule that was looked at. Where something is in the way, the fix stands beside it.</source>
        <translation>Prüft, ob jemand etwas mit einem Schlüssel dieses Tresors tun darf, und zeigt jede betrachtete Regel. Wo etwas im Weg steht, steht die Abhilfe daneben.</translation>
    </message>
    <message>
        <source>Asks whether this identity may do something with a key, and shows every rule that was looked at. Where something is in the way, the fix stands beside it.</source>
        <translation>Prüft, ob diese Identität etwas mit einem Schlüssel tun darf, und zeigt jede betrachtete Regel. Wo etwas im Weg steht, steht die Abhilfe daneben.</translation>
    </message>
    <message>
        <source>Work that lasts: what runs now, in this window or another program, and what was run, with how it ended and why.</source>
        <translation>Länger dauernde Arbeiten: was gerade läuft, in diesem Fenster oder einem anderen Programm, und was gelaufen ist, mit Ausgang und Grund.</translation>
    </message>
    <message>
        <source>Work that lasted or lasts for this resource, with how it ended and why.</source>
        <translation>Länger dauernde Arbeiten für diese Ressource, laufende und beendete, mit Ausgang und Grund.</translation>
    </message>
    <message>
        <source>Every change and every use of a key, written before it is answered. Entries are chained and signed, so that an altered or removed one is found.</source>
        <translation>Jede Änderung und jede Verwendung eines Schlüssels, protokolliert, bevor sie beantwortet wird. Einträge sind verkettet und signiert, sodass ein veränderter oder entfernter auffällt.</translation>
    </message>
    <message>
        <source>Every change to this resource and every use of a key in its name.</source>
        <translation>Jede Änderung an dieser Ressource und jede Verwendung eines Schlüssels in ihrem Namen.</translation>
    </message>
    <message>
        <source>Every change to this vault and its keys, and every use of them.</source>
        <translation>Jede Änderung an diesem Tresor und seinen Schlüsseln und jede Verwendung dieser Schlüssel.</translation>
    </message>
    <message>
        <source>Every change to this key and every use of it, with who asked and from where.</source>
        <translation>Jede Änderung an diesem Schlüssel und jede Verwendung, mit Aufrufer und Herkunft des Aufrufs.</translation>
    </message>
    <message>
        <source>Every change to this subscription.</source>
        <translation>Jede Änderung an diesem Abonnement.</translation>
    </message>
    <message>
        <source>Every change to this resource group.</source>
        <translation>Jede Änderung an dieser Ressourcengruppe.</translation>
    </message>
    <message>
        <source>Every change to this virtual network.</source>
        <translation>Jede Änderung an diesem virtuellen Netzwerk.</translation>
    </message>
    <message>
        <source>One signed document about the whole estate, for auditors. What was exported can be verified later, here or by whoever has the fingerprint of the signer.</source>
        <translation>Ein signiertes Dokument über den ganzen Bestand, für Prüfer. Was exportiert wurde, kann später geprüft werden, hier oder von allen, die den Fingerabdruck des Unterzeichners haben.</translation>
    </message>
    <message>
        <source>The file that holds everything here: how it is unlocked, whether it is whole, copies of it, and its clock. Keep a recovery key and copies somewhere else.</source>
        <translation>Die Datei, die alles hier enthält: wie sie entsperrt wird, ob sie unversehrt ist, ihre Kopien und ihre Uhr. Einen Wiederherstellungsschlüssel und Kopien an einem anderen Ort aufbewahren.</translation>
    </message>
    <message>
        <source>Locks guard places and what stands in them against deletion, or against any change, whatever somebody&apos;s permissions are.</source>
        <translation>Sperren schützen Orte und was darin liegt vor dem Löschen oder vor jeder Änderung, unabhängig von erteilten Berechtigungen.</translation>
    </message>
    <message>
        <source>Locks that hold for this vault: its own and those of the places it stands in.</source>
        <translation>Sperren, die für diesen Tresor gelten: seine eigenen und die der Orte, in denen er liegt.</translation>
    </message>
    <message>
        <source>Locks that hold for this resource: its own and those of the places it stands in.</source>
        <translation>Sperren, die für diese Ressource gelten: ihre eigenen und die der Orte, in denen sie liegt.</translation>
    </message>
    <message>
        <source>Locks that hold for this virtual network: its own and those of the places it stands in.</source>
        <translation>Sperren, die für dieses virtuelle Netzwerk gelten: seine eigenen und die der Orte, in denen es liegt.</translation>
    </message>
    <message>
        <source>Locks that hold for everything in this resource group.</source>
        <translation>Sperren, die für alles in dieser Ressourcengruppe gelten.</translation>
    </message>
    <message>
        <source>Locks that hold for everything in this subscription.</source>
        <translation>Sperren, die für alles in diesem Abonnement gelten.</translation>
    </message>
    <message>
        <source>Subscriptions belong to a tenant and hold resource groups. Key vaults serve resources of their own tenant only.</source>
        <translation>Abonnements gehören zu einem Mandanten und enthalten Ressourcengruppen. Schlüsseltresore bedienen nur Ressourcen ihres eigenen Mandanten.</translation>
    </message>
    <message>
        <source>Resource groups hold vaults, resources and networks of a subscription. Roles and locks set on a group hold for all in it.</source>
        <translation>Ressourcengruppen enthalten Tresore, Ressourcen und Netzwerke eines Abonnements. Rollen und Sperren für eine Gruppe gelten für alles darin.</translation>
    </message>
    <message>
        <source>Virtual networks and their subnets. A vault that is limited to selected networks lets in the subnets that it names.</source>
        <translation>Virtuelle Netzwerke und ihre Subnetze. Ein Tresor, der auf ausgewählte Netzwerke eingeschränkt ist, lässt die Subnetze zu, die er nennt.</translation>
    </message>
    <message>
        <source>Tenants are separate directories of identities. Moving a subscription to another one takes effect on every key that is used across it.</source>
        <translation>Mandanten sind getrennte Verzeichnisse von Identitäten. Wird ein Abonnement in einen anderen Mandanten verschoben, wirkt sich das auf jeden Schlüssel aus, der darüber hinweg verwendet wird.</translation>
    </message>
    <message>
        <source>What stands in this subscription, and the tenant it belongs to.</source>
        <translation>Was in diesem Abonnement liegt, und der Mandant, zu dem es gehört.</translation>
    </message>
    <message>
        <source>A service can be used in a subscription once its resource provider is registered there.</source>
        <translation>Ein Dienst kann in einem Abonnement verwendet werden, sobald sein Ressourcenanbieter dort registriert ist.</translation>
    </message>
    <message>
        <source>What stands in this resource group.</source>
        <translation>Was in dieser Ressourcengruppe liegt.</translation>
    </message>
    <message>
        <source>The address space of this network and its subnets, and the vaults that let them in.</source>
        <translation>Der Adressraum dieses Netzwerks und seine Subnetze sowie die Tresore, die sie zulassen.</translation>
    </message>
    <message>
        <source>The keys of this vault. A key is made here, imported, or restored from its backup; a file dropped on this page is imported.</source>
        <translation>Die Schlüssel dieses Tresors. Ein Schlüssel wird hier erzeugt, importiert oder aus seiner Sicherung wiederhergestellt; eine auf dieser Seite abgelegte Datei wird importiert.</translation>
    </message>
    <message>
        <source>Tier, retention and purge protection, and where the vault stands. Retention and purge protection are for good.</source>
        <translation>Tarif, Aufbewahrung und Löschschutz, und wo der Tresor liegt. Aufbewahrung und Löschschutz sind endgültig.</translation>
    </message>
    <message>
        <source>Who may do what with the keys of this vault, while it goes by access policies. Permissions are given per identity, for all keys of the vault.</source>
        <translation>Wer was mit den Schlüsseln dieses Tresors tun darf, solange Zugriffsrichtlinien entscheiden. Berechtigungen werden je Identität erteilt, für alle Schlüssel des Tresors.</translation>
    </message>
    <message>
        <source>Who may do what with the keys of this vault, while it goes by roles. Assignments of the places above hold here as well.</source>
        <translation>Wer was mit den Schlüsseln dieses Tresors tun darf, solange Rollen entscheiden. Zuweisungen der übergeordneten Orte gelten auch hier.</translation>
    </message>
    <message>
        <source>Everybody who may do something with a key of this vault, however it was given: by policy, by role, through a group.</source>
        <translation>Alle, die etwas mit einem Schlüssel dieses Tresors tun dürfen, gleich wie es erteilt wurde: durch eine Richtlinie, durch eine Rolle, über eine Gruppe.</translation>
    </message>
    <message>
        <source>From where this vault may be called: all networks, selected ones, or none but private endpoints. What comes from elsewhere is refused whatever its permissions.</source>
        <translation>Von wo aus dieser Tresor aufgerufen werden darf: aus allen Netzwerken, aus ausgewählten oder nur über private Endpunkte. Was von anderswo kommt, wird abgelehnt, unabhängig von seinen Berechtigungen.</translation>
    </message>
    <message>
        <source>Private endpoints lead from a subnet straight to this vault. A request works once it was approved here.</source>
        <translation>Private Endpunkte führen aus einem Subnetz direkt zu diesem Tresor. Eine Anforderung wird wirksam, sobald sie hier genehmigt ist.</translation>
    </message>
    <message>
        <source>Asks whether a call from an address, a subnet or a service would get through to this vault, and by which rule.</source>
        <translation>Prüft, ob ein Aufruf von einer Adresse, einem Subnetz oder einem Dienst zu diesem Tresor durchkäme und nach welcher Regel.</translation>
    </message>
    <message>
        <source>Which services and subnets reach this vault, with the source of each rule and its date.</source>
        <translation>Welche Dienste und Subnetze diesen Tresor erreichen, mit Quelle und Datum jeder Regel.</translation>
    </message>
    <message>
        <source>Which services reach which vaults, with the source of each rule and its date.</source>
        <translation>Welche Dienste welche Tresore erreichen, mit Quelle und Datum jeder Regel.</translation>
    </message>
    <message>
        <source>What this key is, its dates, its newest version, and what it protects.</source>
        <translation>Was dieser Schlüssel ist, seine Daten, seine neueste Version und was er schützt.</translation>
    </message>
    <message>
        <source>Every version of this key. Old versions open what was encrypted under them, so they are disabled rather than removed while anything needs them.</source>
        <translation>Jede Version dieses Schlüssels. Alte Versionen öffnen, was mit ihnen verschlüsselt wurde; daher werden sie deaktiviert statt entfernt, solange noch etwas sie benötigt.</translation>
    </message>
    <message>
        <source>What depends on this key, version by version. Disabling or deleting takes it away from all of these.</source>
        <translation>Was von diesem Schlüssel abhängt, Version für Version. Deaktivieren oder Löschen entzieht ihn all diesen.</translation>
    </message>
    <message>
        <source>Everybody who may do something with this key, however it was given.</source>
        <translation>Alle, die etwas mit diesem Schlüssel tun dürfen, gleich wie es erteilt wurde.</translation>
    </message>
    <message>
        <source>What this identity is, the resources that go by it, and the groups it is in.</source>
        <translation>Was diese Identität ist, welche Ressourcen sie verwenden und in welchen Gruppen sie ist.</translation>
    </message>
    <message>
        <source>Everything that was given to this identity, directly and through groups.</source>
        <translation>Alles, was dieser Identität erteilt wurde, direkt und über Gruppen.</translation>
    </message>
    <message>
        <source>What this role permits, and who has it where.</source>
        <translation>Was diese Rolle erlaubt und wer sie wo hat.</translation>
    </message>
    <message>
        <source>What this resource is, the key it goes by, and what to do next.</source>
        <translation>Was diese Ressource ist, welchen Schlüssel sie verwendet und was als Nächstes zu tun ist.</translation>
    </message>
    <message>
        <source>The key that protects this resource: service-managed, or one of yours. The data keys are wrapped by it; changing the key wraps them anew and leaves the data as it is.</source>
        <translation>Der Schlüssel, der diese Ressource schützt: dienstseitig verwaltet oder ein eigener. Mit ihm sind die Datenschlüssel verpackt; ein Wechsel des Schlüssels verpackt sie neu und lässt die Daten, wie sie sind.</translation>
    </message>
    <message>
        <source>Whether this resource can use its key, why not, since when, and what mends it, in order.</source>
        <translation>Ob diese Ressource ihren Schlüssel verwenden kann, warum nicht, seit wann und was es behebt, der Reihe nach.</translation>
    </message>
    <message>
        <source>The identity by which this resource asks for its key. It needs permissions where the key is.</source>
        <translation>Die Identität, mit der diese Ressource ihren Schlüssel anfordert. Sie braucht Berechtigungen dort, wo der Schlüssel liegt.</translation>
    </message>
    <message>
        <source>Folders that are backed up here, with their recovery points, and the policy that makes them by itself.</source>
        <translation>Ordner, die hier gesichert werden, mit ihren Wiederherstellungspunkten und der Richtlinie, die diese von selbst erstellt.</translation>
    </message>
    <message>
        <source>Recovery points of one folder, each under a data key of its own. Restore one, a part of it, or check that it is whole.</source>
        <translation>Wiederherstellungspunkte eines Ordners, jeder mit einem eigenen Datenschlüssel. Einen ganz oder teilweise wiederherstellen oder prüfen, ob er unversehrt ist.</translation>
    </message>
    <message>
        <source>What this vault is, how its keys are doing, and what needs a hand.</source>
        <translation>Was dieser Tresor ist, wie es um seine Schlüssel steht und was Eingreifen erfordert.</translation>
    </message>
    <message>
        <source>The four ways to encrypt beside each other: who encrypts, who holds the key, what still works, what is for and against each, and which of them this resource has or can have.</source>
        <translation>Die vier Arten zu verschlüsseln nebeneinander: wer verschlüsselt, wer den Schlüssel hat, was noch funktioniert, was für und gegen jede spricht und welche diese Ressource hat oder haben kann.</translation>
    </message>
    <message>
        <source>The databases of this server and how they are. Encrypted ones are inaccessible while the server cannot use its key, and dropped when that lasts too long, where its rules say so.</source>
        <translation>Die Datenbanken dieses Servers und ihr Zustand. Verschlüsselte sind unzugänglich, solange der Server seinen Schlüssel nicht verwenden kann, und werden gelöscht, wenn das zu lange dauert und seine Regeln es so vorsehen.</translation>
    </message>
    <message>
        <source>Key versions that this server may use. One of them is its protector, which wraps the data keys of its databases; the others can become it, or are still needed to open something.</source>
        <translation>Schlüsselversionen, die dieser Server verwenden darf. Eine davon ist seine Schutzvorrichtung und verpackt die Datenschlüssel seiner Datenbanken; die anderen können es werden oder werden noch gebraucht, um etwas zu öffnen.</translation>
    </message>
    <message>
        <source>How this database is, whether its pages are encrypted, and which key wraps its data key.</source>
        <translation>Der Zustand dieser Datenbank, ob ihre Seiten verschlüsselt sind und welcher Schlüssel ihren Datenschlüssel verpackt.</translation>
    </message>
    <message>
        <source>Asks this database in SQL; Ctrl+Return runs it. Several statements are one transaction. What is asked and found is neither logged nor kept.</source>
        <translation>Fragt diese Datenbank in SQL ab; Strg+Eingabe führt aus. Mehrere Anweisungen sind eine Transaktion. Was gefragt und gefunden wird, wird weder protokolliert noch aufbewahrt.</translation>
    </message>
    <message>
        <source>Every change to this database as a whole. What is asked of it is not logged.</source>
        <translation>Jede Änderung an dieser Datenbank als Ganzes. Abfragen werden nicht protokolliert.</translation>
    </message>
    <message>
        <source>Backups of this server&apos;s databases, also of those that are gone. Each stays under the key that was the protector when it was made, and can be restored, here or on another server, as long as that key can be used there.</source>
        <translation>Sicherungen der Datenbanken dieses Servers, auch von solchen, die es nicht mehr gibt. Jede bleibt unter dem Schlüssel, der bei ihrer Entstehung die Schutzvorrichtung war, und kann hier oder auf einem anderen Server wiederhergestellt werden, solange dieser Schlüssel dort nutzbar ist.</translation>
    </message>
    <message>
        <source>Backups of this database, each under the key that was the protector when it was made. A restore makes a new database of it.</source>
        <translation>Sicherungen dieser Datenbank, jede unter dem Schlüssel, der bei ihrer Entstehung die Schutzvorrichtung war. Eine Wiederherstellung legt daraus eine neue Datenbank an.</translation>
    </message>
    <message>
        <source>What this backup holds, which key it takes to restore it, and on which servers that is possible now.</source>
        <translation>Was diese Sicherung enthält, welchen Schlüssel ihre Wiederherstellung braucht und auf welchen Servern sie jetzt möglich ist.</translation>
    </message>
    <message>
        <source>What this resource asked of key vaults, call by call, and what that costs by a list of prices. A customer-managed key costs nothing extra in the service; the calls of its vault do.</source>
        <translation>Was diese Ressource von Schlüsseltresoren verlangt hat, Aufruf für Aufruf, und was das nach einer Preisliste kostet. Ein kundenseitig verwalteter Schlüssel kostet im Dienst selbst nichts zusätzlich; die Aufrufe seines Tresors kosten.</translation>
    </message>
    <message>
        <source>What was asked of this vault, by whomever, and what that costs by a list of prices, with the monthly charge of its hardware-protected keys.</source>
        <translation>Was von diesem Tresor verlangt wurde, von wem auch immer, und was das nach einer Preisliste kostet, samt der monatlichen Gebühr für seine hardwaregeschützten Schlüssel.</translation>
    </message>
    <message>
        <source>Where the log goes besides: to a file, or to a receiver on the network that watches it (SIEM). Entries are sent each minute while the keystore is open; what a receiver has not read to the end is sent again, so nothing is lost while it is away. Add one, then send it a test message.</source>
        <translation>Wohin das Protokoll außerdem geht: in eine Datei oder an einen Empfänger im Netz, der es überwacht (SIEM). Einträge werden jede Minute gesendet, solange der Schlüsselspeicher offen ist; was ein Empfänger nicht bis zum Ende gelesen hat, wird noch einmal gesendet, sodass nichts verloren geht, während er weg ist. Fügen Sie einen hinzu und senden Sie ihm dann eine Testnachricht.</translation>
    </message>
    <message>
        <source>Servers that this one is linked with, and what is replicated between them. A replica follows its primary every five minutes, can be read, and can take its place: first the keys, then replication, then failover. Give each server a vault in its own region.</source>
        <translation>Server, mit denen dieser verknüpft ist, und was zwischen ihnen repliziert wird. Ein Replikat folgt alle fünf Minuten seiner primären Datenbank, kann gelesen werden und ihren Platz einnehmen: zuerst die Schlüssel, dann die Replikation, dann das Failover. Geben Sie jedem Server einen Tresor in seiner Region.</translation>
    </message>
    <message>
        <source>Every service that may take keys of yours: what it supports, what it demands of the key, and what stops without one. Open one to add a resource of it; describe one that is not listed in a file of your own.</source>
        <translation>Jeder Dienst, der Schlüssel von Ihnen nehmen kann: was er unterstützt, was er vom Schlüssel verlangt und was ohne ihn aufhört. Öffnen Sie einen, um eine Ressource davon anzulegen; beschreiben Sie einen, der nicht aufgeführt ist, in einer eigenen Datei.</translation>
    </message>
    <message>
        <source>The rules by which resources of this service are bound and checked, with where they come from and how sure they are. Where they changed, both editions stand here; a resource goes by the one it was made with.</source>
        <translation>Die Regeln, nach denen Ressourcen dieses Dienstes gebunden und geprüft werden, mit ihrer Herkunft und Verlässlichkeit. Wo sie sich geändert haben, stehen beide Ausgaben hier; eine Ressource geht nach der, mit der sie angelegt wurde.</translation>
    </message>
    <message>
        <source>Where this bot&apos;s messages go, and its settings. All of it is stored in two layers, the inner one under your key where one is set; without that key it can be neither seen nor changed.</source>
        <translation>Wohin die Nachrichten dieses Bots gehen, und seine Einstellungen. Alles liegt in zwei Schichten, die innere unter Ihrem Schlüssel, wo einer gesetzt ist; ohne ihn kann es weder gesehen noch geändert werden.</translation>
    </message>
    <message>
        <source>By which channels people reach this bot. The secret of each signs what goes to the endpoint; it is stored in two layers and never shown again.</source>
        <translation>Über welche Kanäle man diesen Bot erreicht. Das Geheimnis eines jeden unterschreibt, was zum Endpunkt geht; es liegt in zwei Schichten und wird nie wieder gezeigt.</translation>
    </message>
    <message>
        <source>Which conversations this bot has, by which channel, since when. What is said in them is only kept while it is on its way, for less than a day.</source>
        <translation>Welche Unterhaltungen dieser Bot führt, über welchen Kanal, seit wann. Was darin gesagt wird, bleibt nur, solange es unterwegs ist, weniger als einen Tag.</translation>
    </message>
    <message>
        <source>Talks to this bot as somebody on a channel does. Return sends, Shift+Return begins a new line; answers appear as they come. What cannot be handed to the endpoint waits and is sent again.</source>
        <translation>Spricht mit diesem Bot wie jemand auf einem Kanal. Die Eingabetaste sendet, mit der Umschalttaste beginnt sie eine neue Zeile; Antworten erscheinen, wie sie kommen. Was dem Endpunkt nicht übergeben werden kann, wartet und wird wieder gesendet.</translation>
    </message>
    <message>
        <source>The files that this resource keeps. Each is encrypted before its first byte is written, under a data key of the resource, which the key wraps that protects it; their names are encrypted, too. Drop a file here to store it.</source>
        <translation>Die Dateien, die diese Ressource aufnimmt. Jede wird verschlüsselt, bevor ihr erstes Byte geschrieben ist, unter einem Datenschlüssel der Ressource, den der Schlüssel verpackt, der sie schützt; auch ihre Namen sind verschlüsselt. Ziehen Sie eine Datei hierher, um sie abzulegen.</translation>
    </message>
    <message>
        <source>The files of this disk as they were at one moment. A snapshot shares with the disk what did not change since, and is under the disk&apos;s data key. A disk made of one keeps the disk encryption set.</source>
        <translation>Die Dateien dieses Datenträgers, wie sie zu einem Zeitpunkt waren. Eine Momentaufnahme teilt mit dem Datenträger, was sich seither nicht geändert hat, und ist unter dessen Datenschlüssel. Ein Datenträger daraus behält den Datenträgerverschlüsselungssatz.</translation>
    </message>
</context>
<context>
    <name>PartWidgets</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Save the list as CSV</source>
        <translation>Liste als CSV speichern</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Open in a new window</source>
        <translation>In neuem Fenster öffnen</translation>
    </message>
</context>
<context>
    <name>PermissionGroups</name>
    <message>
        <source>Backup with a customer-managed key</source>
        <translation>Sicherung mit kundenseitig verwaltetem Schlüssel</translation>
    </message>
    <message>
        <source>Key management</source>
        <translation>Schlüsselverwaltung</translation>
    </message>
    <message>
        <source>Cryptographic operations</source>
        <translation>Kryptografische Vorgänge</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
</context>
<context>
    <name>PickEdit</name>
    <message>
        <source>Nothing is found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n more; type more of the name</source>
        <translation>
            <numerusform>%n weiteres; mehr vom Namen eingeben</numerusform>
            <numerusform>%n weitere; mehr vom Namen eingeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name or id</source>
        <translation>Nach Name oder ID suchen</translation>
    </message>
    <message>
        <source>Kind: %1</source>
        <translation>Art: %1</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
</context>
<context>
    <name>Pickers</name>
    <message>
        <source>%1, %2…</source>
        <comment>kind, beginning of an id</comment>
        <translation>%1, %2…</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Integriert</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>%1, %2…</source>
        <comment>resource group, beginning of an id</comment>
        <translation>%1, %2…</translation>
    </message>
    <message>
        <source>There is nobody yet.</source>
        <translation>Es gibt noch niemanden.</translation>
    </message>
    <message>
        <source>Create an application, a group or an identity first, or turn on the identity of a resource.</source>
        <translation>Zuerst eine Anwendung, eine Gruppe oder eine Identität anlegen oder die Identität einer Ressource einschalten.</translation>
    </message>
</context>
<context>
    <name>PlaceActions</name>
    <message>
        <source>Create tenant</source>
        <translation>Mandanten erstellen</translation>
    </message>
    <message>
        <source>A directory of its own: identities of one tenant have no access in another.</source>
        <translation>Ein eigenes Verzeichnis: Identitäten eines Mandanten haben in einem anderen keinen Zugriff.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Create subscription</source>
        <translation>Abonnement erstellen</translation>
    </message>
    <message>
        <source>Holds resource groups, and says which kinds of resources can be made in it. Only the resource provider of key vaults is registered from the start.</source>
        <translation>Enthält Ressourcengruppen und legt fest, welche Arten von Ressourcen darin erstellt werden können. Von Anfang an registriert ist nur der Ressourcenanbieter der Schlüsseltresore.</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Move to another tenant</source>
        <translation>In einen anderen Mandanten verschieben</translation>
    </message>
    <message>
        <source>With all that stands in it. Role assignments in it end, and identities stay behind: resources lose their keys until identities, keys and permissions are set up again in the new tenant.</source>
        <translation>Mit allem, was darin liegt. Rollenzuweisungen darin enden, und Identitäten bleiben zurück: Ressourcen verlieren ihre Schlüssel, bis Identitäten, Schlüssel und Berechtigungen im neuen Mandanten neu eingerichtet sind.</translation>
    </message>
    <message>
        <source>There is no other tenant.</source>
        <translation>Es gibt keinen anderen Mandanten.</translation>
    </message>
    <message>
        <source>Create another tenant first.</source>
        <translation>Zuerst einen anderen Mandanten erstellen.</translation>
    </message>
    <message>
        <source>To tenant</source>
        <translation>In Mandanten</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Unregister</source>
        <translation>Registrierung aufheben</translation>
    </message>
    <message>
        <source>The application of the provider, where it has one, stays in the tenant.</source>
        <translation>Hat der Anbieter eine Anwendung, bleibt diese im Mandanten.</translation>
    </message>
    <message>
        <source>1 to 90 letters, digits, hyphens, underscores, points and parentheses</source>
        <translation>1 bis 90 Buchstaben, Ziffern, Bindestriche, Unterstriche, Punkte und Klammern</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Of the group itself; what stands in it may be elsewhere</source>
        <translation>Die der Gruppe selbst; was darin liegt, kann anderswo sein</translation>
    </message>
    <message>
        <source>Holds what belongs together. Roles and locks that are set on it hold for all in it.</source>
        <translation>Enthält, was zusammengehört. Rollen und Sperren, die hier gesetzt sind, gelten für alles darin.</translation>
    </message>
    <message>
        <source>Create resource group</source>
        <translation>Ressourcengruppe erstellen</translation>
    </message>
    <message>
        <source>Change tags</source>
        <translation>Tags ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Only an empty one can be deleted. Role assignments and locks on it go with it.</source>
        <translation>Nur eine leere kann gelöscht werden. Ihre Rollenzuweisungen und Sperren gehen mit verloren.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Into another resource group, of this subscription or another. Role assignments and locks of the new place hold for it, those of the old one no longer do. It follows its subscription to another tenant.</source>
        <translation>In eine andere Ressourcengruppe, in diesem oder einem anderen Abonnement. Es gelten die Rollenzuweisungen und Sperren des neuen Ortes, nicht mehr die des alten. Mit dem Abonnement wechselt auch der Mandant.</translation>
    </message>
</context>
<context>
    <name>PlaceBlades</name>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Mandanten</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Geography</source>
        <translation>Geografie</translation>
    </message>
    <message>
        <source>Vaults</source>
        <translation>Tresore</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Ressourcen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>By default here</source>
        <translation>Standardmäßig hier</translation>
    </message>
    <message>
        <source>Not of this platform</source>
        <translation>Nicht von dieser Plattform</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Resource groups</source>
        <translation>Ressourcengruppen</translation>
    </message>
    <message>
        <source>No resource groups</source>
        <translation>Keine Ressourcengruppen</translation>
    </message>
    <message>
        <source>Vaults, resources and virtual networks stand in resource groups.</source>
        <translation>Tresore, Ressourcen und virtuelle Netzwerke liegen in Ressourcengruppen.</translation>
    </message>
    <message>
        <source>Subscription id</source>
        <translation>Abonnement-ID</translation>
    </message>
    <message>
        <source>Resource providers</source>
        <translation>Ressourcenanbieter</translation>
    </message>
    <message>
        <source>%1 of %2 registered</source>
        <translation>%1 von %2 registriert</translation>
    </message>
    <message>
        <source>Key vaults</source>
        <translation>Schlüsseltresore</translation>
    </message>
    <message>
        <source>Virtual networks</source>
        <translation>Virtuelle Netzwerke</translation>
    </message>
    <message>
        <source>Identities</source>
        <translation>Identitäten</translation>
    </message>
    <message>
        <source>Resource provider</source>
        <translation>Ressourcenanbieter</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Its application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht registriert</translation>
    </message>
    <message>
        <source>Appears in the tenant with the registration; access is given to it</source>
        <translation>Entsteht im Mandanten mit der Registrierung; ihr wird Zugriff erteilt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Nothing stands in this group</source>
        <translation>In dieser Gruppe liegt nichts</translation>
    </message>
    <message>
        <source>What is created or moved here appears on this page. An empty group can be deleted.</source>
        <translation>Was hier erstellt oder hierher verschoben wird, erscheint auf dieser Seite. Eine leere Gruppe kann gelöscht werden.</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Service endpoint</source>
        <translation>Dienstendpunkt</translation>
    </message>
    <message>
        <source>Let in by</source>
        <translation>Zugelassen von</translation>
    </message>
    <message>
        <source>Subnets</source>
        <translation>Subnetze</translation>
    </message>
    <message>
        <source>No subnets</source>
        <translation>Keine Subnetze</translation>
    </message>
    <message>
        <source>A subnet is a part of the addresses. Vaults let subnets in, and private endpoints stand in them.</source>
        <translation>Ein Subnetz ist ein Teil der Adressen. Tresore lassen Subnetze zu, und private Endpunkte liegen in ihnen.</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Ways into key vaults</source>
        <translation>Wege in Schlüsseltresore</translation>
    </message>
    <message>
        <source>No way into a key vault</source>
        <translation>Kein Weg in einen Schlüsseltresor</translation>
    </message>
    <message>
        <source>Vaults that let a subnet in, and private endpoints of vaults, appear here.</source>
        <translation>Tresore, die ein Subnetz zulassen, und private Endpunkte von Tresoren erscheinen hier.</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>For key vaults</source>
        <translation>Für Schlüsseltresore</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Its rules let subnet %1 in</source>
        <translation>Regeln lassen das Subnetz %1 zu</translation>
    </message>
    <message>
        <source>Lets in</source>
        <translation>Lässt zu</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Private endpoint %1</source>
        <translation>Privater Endpunkt %1</translation>
    </message>
    <message>
        <source>Deleted key vaults</source>
        <translation>Gelöschte Tresore</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted vaults</source>
        <translation>
            <numerusform>%Ln gelöschter Tresor</numerusform>
            <numerusform>%Ln gelöschte Tresore</numerusform>
        </translation>
    </message>
    <message>
        <source>No deleted key vaults</source>
        <translation>Keine gelöschten Schlüsseltresore</translation>
    </message>
    <message>
        <source>A deleted vault stays here with its keys until its retention ends, and can be recovered until then.</source>
        <translation>Ein gelöschter Tresor bleibt mit seinen Schlüsseln hier, bis seine Aufbewahrung endet, und kann bis dahin wiederhergestellt werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln subscriptions</source>
        <translation>
            <numerusform>%Ln Abonnement</numerusform>
            <numerusform>%Ln Abonnements</numerusform>
        </translation>
    </message>
    <message>
        <source>No subscriptions</source>
        <translation>Keine Abonnements</translation>
    </message>
    <message>
        <source>A subscription holds resource groups.</source>
        <translation>Ein Abonnement enthält Ressourcengruppen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resource groups</source>
        <translation>
            <numerusform>%Ln Ressourcengruppe</numerusform>
            <numerusform>%Ln Ressourcengruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>A resource group holds what belongs together.</source>
        <translation>Eine Ressourcengruppe enthält, was zusammengehört.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln virtual networks</source>
        <translation>
            <numerusform>%Ln virtuelles Netzwerk</numerusform>
            <numerusform>%Ln virtuelle Netzwerke</numerusform>
        </translation>
    </message>
    <message>
        <source>No virtual networks</source>
        <translation>Keine virtuellen Netzwerke</translation>
    </message>
    <message>
        <source>A virtual network says from which addresses callers come. Vaults let its subnets in, or have private endpoints in it.</source>
        <translation>Ein virtuelles Netzwerk legt fest, von welchen Adressen Aufrufer kommen. Tresore lassen seine Subnetze zu oder haben private Endpunkte darin.</translation>
    </message>
    <message>
        <source>Tenants and regions</source>
        <translation>Mandanten und Regionen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>New resources</source>
        <translation>Neue Ressourcen</translation>
    </message>
    <message>
        <source>Go here unless another place is chosen</source>
        <translation>Entstehen hier, sofern kein anderer Ort gewählt ist</translation>
    </message>
    <message>
        <source>Go here where it is chosen</source>
        <translation>Entstehen hier, sofern so gewählt</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a region works</comment>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>End the outage</source>
        <translation>Ausfall beenden</translation>
    </message>
    <message>
        <source>Rehearse an outage…</source>
        <translation>Ausfall proben …</translation>
    </message>
</context>
<context>
    <name>PlaceFields</name>
    <message>
        <source>in subscription %1</source>
        <translation>im Abonnement %1</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>To resource group</source>
        <translation>In Ressourcengruppe</translation>
    </message>
    <message>
        <source>It stands in %1 of subscription %2 now</source>
        <translation>Liegt jetzt in %1 im Abonnement %2</translation>
    </message>
    <message>
        <source>There is no other resource group in its tenant.</source>
        <translation>In diesem Mandanten gibt es keine andere Ressourcengruppe.</translation>
    </message>
    <message>
        <source>Create another resource group first.</source>
        <translation>Zuerst eine andere Ressourcengruppe erstellen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>2 to 50 letters, digits and hyphens</source>
        <translation>2 bis 50 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Rules of</source>
        <comment>a service</comment>
        <translation>Regeln wie</translation>
    </message>
    <message>
        <source>Give it a customer-managed key at once</source>
        <translation>Gleich einen kundenverwalteten Schlüssel geben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>New versions of it are followed, where the service follows any</source>
        <translation>Neuen Versionen wird gefolgt, wo der Dienst welchen folgt</translation>
    </message>
    <message>
        <source>User-assigned identity</source>
        <translation>Benutzerzugewiesene Identität</translation>
    </message>
    <message>
        <source>It asks for the key, and has its permission already</source>
        <translation>Sie fragt nach dem Schlüssel und hat ihre Berechtigung bereits</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Its key protects it from the start; empty: the platform&apos;s key does</source>
        <translation>Sein Schlüssel schützt von Anfang an; leer: der Schlüssel der Plattform</translation>
    </message>
</context>
<context>
    <name>PlaceSources</name>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Resource providers</source>
        <translation>Ressourcenanbieter</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Registriert</translation>
    </message>
    <message>
        <source>By default here</source>
        <translation>Standardmäßig hier</translation>
    </message>
    <message>
        <source>Where nothing else is chosen</source>
        <translation>Sofern nichts anderes gewählt ist</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Virtual network</source>
        <translation>Virtuelles Netzwerk</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Subnets</source>
        <translation>Subnetze</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Sperrtyp</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Destroyed for good</source>
        <translation>Endgültige Vernichtung</translation>
    </message>
    <message>
        <source>Purge protection</source>
        <translation>Löschschutz</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Cannot be purged before that day</source>
        <translation>Kann vor diesem Tag nicht endgültig gelöscht werden</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Can be purged at once</source>
        <translation>Kann sofort endgültig gelöscht werden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Not known to this service</source>
        <translation>Diesem Dienst nicht bekannt</translation>
    </message>
    <message>
        <source>Yes, in use</source>
        <translation>Ja, verwendet</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No, in use</source>
        <translation>Nein, verwendet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>System-assigned</source>
        <translation>Systemseitig zugewiesen</translation>
    </message>
    <message>
        <source>User-assigned</source>
        <translation>Benutzerseitig zugewiesen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>According to</source>
        <translation>Gemäß</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>New resources</source>
        <translation>Neue Ressourcen</translation>
    </message>
    <message>
        <source>Platform&apos;s application</source>
        <translation>Anwendung der Plattform</translation>
    </message>
</context>
<context>
    <name>PlaceThings</name>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Subscription of %1</source>
        <translation>Abonnement von %1</translation>
    </message>
    <message>
        <source>Resource group of %1</source>
        <translation>Ressourcengruppe von %1</translation>
    </message>
    <message>
        <source>Virtual network, %1</source>
        <translation>Virtuelles Netzwerk, %1</translation>
    </message>
    <message>
        <source>Lock: %1</source>
        <translation>Sperre: %1</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Wartet auf Genehmigung</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message>
        <source>No deletion</source>
        <translation>Kein Löschen</translation>
    </message>
    <message>
        <source>Nothing may be changed, moved or deleted</source>
        <translation>Nichts darf geändert, verschoben oder gelöscht werden</translation>
    </message>
    <message>
        <source>Nothing may be deleted; changes are allowed</source>
        <translation>Nichts darf gelöscht werden; Änderungen sind erlaubt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>PlanDraft</name>
    <message>
        <source>Go on</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>after step %1</source>
        <translation>nach Schritt %1</translation>
    </message>
    <message>
        <source>will be done</source>
        <translation>steht an</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln needed</source>
        <translation>
            <numerusform>%Ln erforderlich</numerusform>
            <numerusform>%Ln erforderlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln blocked</source>
        <translation>
            <numerusform>%Ln blockiert</numerusform>
            <numerusform>%Ln blockiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Step %1 takes something away: tick that you have seen it.</source>
        <translation>Schritt %1 entzieht etwas: Häkchen setzen, dass dies gesehen wurde.</translation>
    </message>
    <message>
        <source>Step %1 cannot be undone: tick that you understand it.</source>
        <translation>Schritt %1 kann nicht rückgängig gemacht werden: Häkchen setzen, dass dies klar ist.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Done, and it stays: %1.</source>
        <translation>Erledigt, bleibt bestehen: %1.</translation>
    </message>
    <message>
        <source>Not done: %1.</source>
        <translation>Nicht erledigt: %1.</translation>
    </message>
</context>
<context>
    <name>PlanWizard</name>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>I have seen what this takes away</source>
        <translation>Ich habe gesehen, was damit entzogen wird</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone</source>
        <translation>Mir ist klar, dass dies nicht rückgängig gemacht werden kann</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, what is ticked</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>irreversible</source>
        <translation>unwiderruflich</translation>
    </message>
    <message>
        <source>takes away</source>
        <translation>entzieht etwas</translation>
    </message>
    <message>
        <source>Carrying it out</source>
        <translation>Wird ausgeführt</translation>
    </message>
    <message>
        <source>It stopped before the end</source>
        <translation>Vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>What will happen, in this order</source>
        <translation>Was geschehen wird, in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht erledigt</translation>
    </message>
    <message>
        <source>For good: %1.</source>
        <translation>Endgültig: %1.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Show what breaks…</source>
        <translation>Folgen zeigen…</translation>
    </message>
    <message>
        <source>Go on all the same</source>
        <translation>Trotzdem fortfahren</translation>
    </message>
    <message>
        <source>What this means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>Same thing on the command line</source>
        <translation>Dasselbe in der Befehlszeile</translation>
    </message>
</context>
<context>
    <name>PolicyActions</name>
    <message>
        <source>Nobody loses access then.</source>
        <translation>Dann verliert niemand den Zugriff.</translation>
    </message>
    <message>
        <source>First assign the roles that keep everybody’s access</source>
        <translation>Zuerst die Rollen zuweisen, die allen den Zugriff erhalten</translation>
    </message>
    <message>
        <source>First add the policies that keep everybody’s access</source>
        <translation>Zuerst die Richtlinien hinzufügen, die allen den Zugriff erhalten</translation>
    </message>
    <message>
        <source>Done: %1 goes by roles, and everybody keeps their access.</source>
        <translation>Erledigt: %1 ist auf Rollen umgestellt, und alle behalten ihren Zugriff.</translation>
    </message>
    <message>
        <source>Done: %1 goes by access policies, and everybody keeps their access.</source>
        <translation>Erledigt: %1 ist auf Zugriffsrichtlinien umgestellt, und alle behalten ihren Zugriff.</translation>
    </message>
    <message>
        <source>Keep everybody’s access, then change who decides in %1</source>
        <translation>Allen den Zugriff erhalten, dann ändern, wer in %1 entscheidet</translation>
    </message>
    <message>
        <source>Go by roles</source>
        <translation>Auf Rollen umstellen</translation>
    </message>
    <message>
        <source>Role assignments decide who may use the keys of this vault. Its access policies are kept, without effect, so the way back is open.</source>
        <translation>Rollenzuweisungen entscheiden, wer die Schlüssel dieses Tresors verwenden darf. Seine Zugriffsrichtlinien bleiben ohne Wirkung erhalten; der Weg zurück steht also offen.</translation>
    </message>
    <message>
        <source>Go by access policies</source>
        <translation>Auf Zugriffsrichtlinien umstellen</translation>
    </message>
    <message>
        <source>The vault&apos;s access policies decide who may use its keys. Role assignments are kept, without effect, so the way back is open.</source>
        <translation>Die Zugriffsrichtlinien des Tresors entscheiden, wer seine Schlüssel verwenden darf. Rollenzuweisungen bleiben ohne Wirkung erhalten; der Weg zurück steht also offen.</translation>
    </message>
    <message>
        <source>Key permissions</source>
        <translation>Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Add access policy</source>
        <translation>Zugriffsrichtlinie hinzufügen</translation>
    </message>
    <message>
        <source>Says what one identity may do with every key of this vault.</source>
        <translation>Legt fest, was eine Identität mit jedem Schlüssel dieses Tresors tun darf.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>It has an access policy here already; select that in the list and change it.</source>
        <translation>Hier gibt es bereits eine Zugriffsrichtlinie dafür; diese in der Liste auswählen und ändern.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Takes the identity&apos;s access policy away. Whatever works under its name can no longer use any key of the vault.</source>
        <translation>Entzieht der Identität ihre Zugriffsrichtlinie. Was unter ihrem Namen arbeitet, kann keinen Schlüssel des Tresors mehr verwenden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more grants.</source>
        <translation>
            <numerusform>%Ln weiterer Zugriff wird erteilt.</numerusform>
            <numerusform>%Ln weitere Zugriffe werden erteilt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
</context>
<context>
    <name>ReadBeside</name>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
</context>
<context>
    <name>RecoveryPointActions</name>
    <message>
        <source>Into the new or empty folder</source>
        <translation>In den neuen oder leeren Ordner</translation>
    </message>
    <message>
        <source>Only these files and folders</source>
        <translation>Nur diese Dateien und Ordner</translation>
    </message>
    <message>
        <source>One a line, as they stand below %1; empty: everything</source>
        <translation>Je Zeile eine Angabe, so wie sie unter %1 stehen; leer: alles</translation>
    </message>
    <message>
        <source>Restored %1, %2, into %3.</source>
        <translation>Wiederhergestellt: %1, %2, in %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Every segment was checked.</source>
        <translation>Jedes Segment wurde geprüft.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore as of a date</source>
        <translation>Nach Datum wiederherstellen</translation>
    </message>
    <message>
        <source>The newest recovery point made by then; empty: the newest there is</source>
        <translation>Der neueste bis dahin erstellte Wiederherstellungspunkt; leer: der neueste überhaupt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Reads the whole recovery point and checks every segment, as a restore would, without writing anything. It uses the key of the point, which is logged.</source>
        <translation>Liest den ganzen Wiederherstellungspunkt und prüft jedes Segment wie bei einer Wiederherstellung, ohne etwas zu schreiben. Dabei wird der Schlüssel des Punktes verwendet, und das wird protokolliert.</translation>
    </message>
    <message>
        <source>The recovery point is whole.</source>
        <translation>Der Wiederherstellungspunkt ist unversehrt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln segments were checked.</source>
        <translation>
            <numerusform>%Ln Segment wurde geprüft.</numerusform>
            <numerusform>%Ln Segmente wurden geprüft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Check the recovery point of %1</source>
        <translation>Wiederherstellungspunkt vom %1 prüfen</translation>
    </message>
    <message>
        <source>Delete point</source>
        <translation>Punkt löschen</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand vom</translation>
    </message>
    <message>
        <source>The recovery point of %1 is restored.</source>
        <translation>Wiederhergestellt wird der Wiederherstellungspunkt vom %1.</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Into a folder, in the clear</source>
        <translation>In einen Ordner, unverschlüsselt</translation>
    </message>
    <message>
        <source>Below the path</source>
        <translation>Unter dem Pfad</translation>
    </message>
    <message>
        <source>Nothing may be stored below it yet. Files come with their contents alone.</source>
        <translation>Darunter darf noch nichts liegen. Von Dateien kommt nur der Inhalt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln were left out, as they are no files; the job says which.</source>
        <translation>
            <numerusform>%Ln wurde ausgelassen, da es keine Datei ist; der Auftrag sagt, was.</numerusform>
            <numerusform>%Ln wurden ausgelassen, da sie keine Dateien sind; der Auftrag sagt, welche.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder, or the files, appear under their name only when every segment was checked.</source>
        <translation>Der Ordner oder die Dateien erscheinen erst unter ihrem Namen, wenn jedes Segment geprüft ist.</translation>
    </message>
    <message>
        <source>None: the platform&apos;s key protects it</source>
        <translation>Keiner: der Schlüssel der Plattform schützt ihn</translation>
    </message>
    <message>
        <source>Into a storage account or disk, under its encryption</source>
        <translation>In ein Speicherkonto oder auf einen Datenträger, unter dessen Verschlüsselung</translation>
    </message>
    <message>
        <source>Storage account or disk</source>
        <translation>Speicherkonto oder Datenträger</translation>
    </message>
    <message>
        <source>As a new disk</source>
        <translation>Als neuer Datenträger</translation>
    </message>
    <message>
        <source>Name of the new disk</source>
        <translation>Name des neuen Datenträgers</translation>
    </message>
    <message>
        <source>It comes with the files&apos; contents, beside the vault that the point is in</source>
        <translation>Er bekommt die Inhalte der Dateien und liegt bei dem Tresor, in dem der Punkt ist</translation>
    </message>
    <message>
        <source>Disk encryption set</source>
        <translation>Datenträgerverschlüsselungssatz</translation>
    </message>
</context>
<context>
    <name>RecoveryPrint</name>
    <message>
        <source>Keyward recovery key</source>
        <translation>Keyward-Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>It opens the keystore %1 without its passphrase.</source>
        <translation>Er öffnet den Schlüsselspeicher %1 ohne dessen Passphrase.</translation>
    </message>
    <message>
        <source>Keep this paper away from the machine and from copies of the keystore. Whoever has both can use every key in it.</source>
        <translation>Dieses Papier getrennt vom Rechner und von Kopien des Schlüsselspeichers aufbewahren. Wer beides hat, kann jeden Schlüssel darin verwenden.</translation>
    </message>
</context>
<context>
    <name>RecoveryServicesVaultActions</name>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Backed up %1: %2, %3.</source>
        <translation>%1 gesichert: %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Create Recovery Services vault</source>
        <translation>Recovery Services-Tresor erstellen</translation>
    </message>
    <message>
        <source>Protects folders as encrypted recovery points. Enable a customer-managed key before the first item is protected; afterwards it can never be set.</source>
        <translation>Schützt Ordner als verschlüsselte Wiederherstellungspunkte. Einen kundenseitig verwalteten Schlüssel aktivieren, bevor das erste Element geschützt wird; danach kann er nie mehr festgelegt werden.</translation>
    </message>
    <message>
        <source>Its key must come from a key vault in the same region</source>
        <translation>Der Schlüssel muss aus einem Schlüsseltresor in derselben Region stammen</translation>
    </message>
    <message>
        <source>Back up a folder</source>
        <translation>Ordner sichern</translation>
    </message>
    <message>
        <source>Makes one recovery point under a fresh data key. On any failure nothing is left half done.</source>
        <translation>Erstellt einen Wiederherstellungspunkt mit einem neuen Datenschlüssel. Bei einem Fehler bleibt nichts halb fertig zurück.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Leave out what cannot be read, with a warning</source>
        <translation>Nicht Lesbares mit einer Warnung auslassen</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>The interrupted backup was made again.</source>
        <translation>Die unterbrochene Sicherung wurde erneut erstellt.</translation>
    </message>
    <message>
        <source>It is of a machine whose disks are encrypted in the guest</source>
        <translation>Er ist von einer Maschine, deren Datenträger im Gastsystem verschlüsselt sind</translation>
    </message>
</context>
<context>
    <name>RecoveryServicesVaultBlades</name>
    <message>
        <source>Folder, protected by %1</source>
        <translation>Ordner, geschützt durch %1</translation>
    </message>
    <message>
        <source>Recovery points</source>
        <translation>Wiederherstellungspunkte</translation>
    </message>
    <message>
        <source>%1, %2 stored</source>
        <translation>%1, %2 belegt</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Nothing is protected yet</source>
        <translation>Noch nichts geschützt</translation>
    </message>
    <message>
        <source>Folders backed up here appear with their recovery points. Enable a customer-managed key first, if you want one: afterwards it can never be set.</source>
        <translation>Hier gesicherte Ordner erscheinen mit ihren Wiederherstellungspunkten. Falls gewünscht, zuerst einen kundenseitig verwalteten Schlüssel aktivieren: Danach kann er nie mehr festgelegt werden.</translation>
    </message>
    <message>
        <source>Restorable</source>
        <translation>Wiederherstellbar</translation>
    </message>
    <message>
        <source>Key refused</source>
        <translation>Schlüssel verweigert</translation>
    </message>
    <message>
        <source>Some recovery points cannot be restored now; see Health</source>
        <translation>Einige Wiederherstellungspunkte können jetzt nicht wiederhergestellt werden; siehe „Zustand“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln points</source>
        <translation>
            <numerusform>%Ln Punkt</numerusform>
            <numerusform>%Ln Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>No recovery points</source>
        <translation>Keine Wiederherstellungspunkte</translation>
    </message>
    <message>
        <source>Backup items</source>
        <translation>Sicherungselemente</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>Restore into %1</source>
        <translation>Nach %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Backup policy</source>
        <translation>Sicherungsrichtlinie</translation>
    </message>
    <message>
        <source>only when asked</source>
        <translation>nur auf Anforderung</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzte Ausführung</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1, for %2</source>
        <translation>%1, für %2</translation>
    </message>
    <message>
        <source>Recovery points kept</source>
        <translation>Aufbewahrte Wiederherstellungspunkte</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Sicherungsintervall</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>The newest: %1</source>
        <translation>Die neuesten: %1</translation>
    </message>
    <message>
        <source>Folders backed up here appear with their recovery points.</source>
        <translation>Hier gesicherte Ordner erscheinen mit ihren Wiederherstellungspunkten.</translation>
    </message>
</context>
<context>
    <name>RecoveryServicesVaultPointsTable</name>
    <message>
        <source>Platform key</source>
        <translation>Plattformschlüssel</translation>
    </message>
    <message>
        <source>purged key</source>
        <translation>endgültig gelöscht</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Key version</source>
        <translation>Schlüsselversion</translation>
    </message>
</context>
<context>
    <name>RecoveryView</name>
    <message>
        <source>The recovery key, sixteen groups of six digits; save it to a file to have it read by other means</source>
        <translation>Der Wiederherstellungsschlüssel, sechzehn Gruppen zu je sechs Ziffern; in eine Datei speichern, um ihn auf anderem Weg vorlesen zu lassen</translation>
    </message>
    <message>
        <source>To confirm, type these two groups</source>
        <translation>Zur Bestätigung diese beiden Gruppen eingeben</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>The clipboard was cleared.</source>
        <translation>Die Zwischenablage wurde geleert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>For a minute, for a password manager on another device perhaps</source>
        <translation>Für eine Minute, etwa für einen Kennwortmanager auf einem anderen Gerät</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>New file for the recovery key</source>
        <translation>Neue Datei für den Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>New file, only for you</source>
        <translation>Neue Datei, nur für Sie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute, or when this closes.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert oder wenn dies geschlossen wird.</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Sent to the printer. Keep the paper away from this machine.</source>
        <translation>An den Drucker gesendet. Das Papier nicht bei diesem Rechner aufbewahren.</translation>
    </message>
    <message>
        <source>The printer took nothing.</source>
        <translation>Der Drucker hat nichts angenommen.</translation>
    </message>
    <message>
        <source>Saved. Move it away from this machine.</source>
        <translation>Gespeichert. Die Datei nicht auf diesem Rechner lassen.</translation>
    </message>
    <message>
        <source>This is not what stands there.</source>
        <translation>Das stimmt nicht mit der Anzeige überein.</translation>
    </message>
</context>
<context>
    <name>RegionOutageActions</name>
    <message>
        <source>No database stands there or has its key there.</source>
        <translation>Keine Datenbank steht dort oder hat dort ihren Schlüssel.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <comment>a database, why</comment>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 stays readable as %2</source>
        <comment>a database, its replicas</comment>
        <translation>%1 bleibt lesbar als %2</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is out.</source>
        <translation>%1 ist ausgefallen.</translation>
    </message>
    <message>
        <source>Nothing is destroyed for it. End it on the page Tenants and regions.</source>
        <translation>Deswegen wird nichts zerstört. Beenden Sie den Ausfall auf der Seite „Mandanten und Regionen“.</translation>
    </message>
    <message>
        <source>The outage of %1 is over.</source>
        <translation>Der Ausfall von %1 ist vorbei.</translation>
    </message>
    <message>
        <source>Replication goes on by itself.</source>
        <translation>Die Replikation geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Rehearse an outage</source>
        <translation>Ausfall proben</translation>
    </message>
    <message>
        <source>All that stands in this region works no longer, until you end it: vaults answer nobody, servers are down. Nothing is destroyed or dropped for it.</source>
        <translation>Alles, was in dieser Region steht, arbeitet nicht mehr, bis Sie das beenden: Tresore antworten niemandem, Server sind aus. Deswegen wird nichts zerstört oder gelöscht.</translation>
    </message>
    <message>
        <source>End the outage</source>
        <translation>Ausfall beenden</translation>
    </message>
    <message>
        <source>What stands there works again. Replicas carry over what they missed.</source>
        <translation>Was dort steht, arbeitet wieder. Replikate holen nach, was ihnen fehlt.</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>Export audit report</source>
        <translation>Prüfbericht exportieren</translation>
    </message>
    <message>
        <source>Estate, keys, bindings and their health, access, jobs and the log, signed. Anybody with the signer&apos;s fingerprint can check that nothing was altered.</source>
        <translation>Bestand, Schlüssel, Bindungen und ihr Zustand, Zugriff, Aufträge und das Protokoll, signiert. Wer den Fingerabdruck des Unterzeichners hat, kann prüfen, dass nichts verändert wurde.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF, to read and print</source>
        <translation>PDF, zum Lesen und Drucken</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML, eine Datei</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>JSON, for programs</source>
        <translation>JSON, für Programme</translation>
    </message>
    <message>
        <source>Into the new file</source>
        <translation>In die neue Datei</translation>
    </message>
    <message>
        <source>The ending of the format is added</source>
        <translation>Die Endung des Formats wird angefügt</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>The newest 500</source>
        <translation>Die neuesten 500</translation>
    </message>
    <message>
        <source>The newest 2,000</source>
        <translation>Die neuesten 2.000</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Export audit report to %1</source>
        <translation>Prüfbericht exportieren nach %1</translation>
    </message>
    <message>
        <source>The audit report was written and signed.</source>
        <translation>Der Prüfbericht wurde geschrieben und signiert.</translation>
    </message>
    <message>
        <source>Signer %1…</source>
        <translation>Unterzeichner %1…</translation>
    </message>
</context>
<context>
    <name>ResourceActions</name>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Registers the resource with the directory under an object id of its own, to which key vaults can give access.</source>
        <translation>Registriert die Ressource im Verzeichnis unter einer eigenen Objekt-ID, der Schlüsseltresore Zugriff geben können.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Enable a customer-managed key</source>
        <translation>Kundenseitig verwalteten Schlüssel aktivieren</translation>
    </message>
    <message>
        <source>Change key</source>
        <translation>Schlüssel ändern</translation>
    </message>
    <message>
        <source>Cancel job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
</context>
<context>
    <name>ResourceBlades</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The platform&apos;s own key</source>
        <translation>Der eigene Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixiert</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Bisher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Done so far, and it stays: %1.</source>
        <translation>Bisher erledigt, bleibt bestehen: %1.</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>Bevor %1</translation>
    </message>
    <message>
        <source>Enable a customer-managed key before anything is protected</source>
        <translation>Einen kundenseitig verwalteten Schlüssel aktivieren, bevor etwas geschützt wird</translation>
    </message>
    <message>
        <source>Once %1 here, or somebody tried, it can never be set.</source>
        <translation>Sobald hier %1 oder es jemand versucht hat, kann er nie mehr festgelegt werden.</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>Aktivieren…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Customer-managed key</source>
        <translation>Kundenseitig verwalteter Schlüssel</translation>
    </message>
    <message>
        <source>Service-managed keys</source>
        <translation>Dienstseitig verwaltete Schlüssel</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Enabling was begun and saved %1</source>
        <translation>Aktivieren begonnen und gespeichert: %1</translation>
    </message>
    <message>
        <source>Continue…</source>
        <translation>Fortsetzen…</translation>
    </message>
    <message>
        <source>Encrypted with service-managed keys</source>
        <translation>Mit dienstseitig verwalteten Schlüsseln verschlüsselt</translation>
    </message>
    <message>
        <source>Something was protected here, or somebody tried. A customer-managed key can only be set before that; create a new %1 for it.</source>
        <translation>Hier wurde etwas geschützt, oder jemand hat es versucht. Ein kundenseitig verwalteter Schlüssel kann nur davor festgelegt werden; dafür eine neue Ressource erstellen: %1.</translation>
    </message>
    <message>
        <source>The platform issues, keeps and rotates the key. With a key of your own you decide who may use it, when it is rotated, and whether it works at all.</source>
        <translation>Die Plattform stellt den Schlüssel aus, verwahrt und rotiert ihn. Mit einem eigenen Schlüssel bestimmen Sie, wer ihn verwenden darf, wann er rotiert wird und ob er überhaupt funktioniert.</translation>
    </message>
    <message>
        <source>Encrypted with a customer-managed key</source>
        <translation>Mit einem kundenseitig verwalteten Schlüssel verschlüsselt</translation>
    </message>
    <message>
        <source>It can be changed, but not turned off again.</source>
        <translation>Er kann geändert, aber nicht wieder ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>Encryption at rest</source>
        <translation>Verschlüsselung ruhender Daten</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>Neue Versionen</translation>
    </message>
    <message>
        <source>Not followed: given by a URI with version</source>
        <translation>Nicht übernommen: als URI mit Version angegeben</translation>
    </message>
    <message>
        <source>Followed within an hour; the former version must stay enabled for one more job</source>
        <translation>Innerhalb einer Stunde übernommen; die vorherige Version muss für einen weiteren Auftrag aktiviert bleiben</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Former version</source>
        <translation>Vorherige Version</translation>
    </message>
    <message>
        <source>%1… must stay enabled until %2</source>
        <translation>%1… muss aktiviert bleiben, bis %2</translation>
    </message>
    <message>
        <source>Still needed</source>
        <translation>Noch benötigt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What it takes to use the key</source>
        <translation>Was die Verwendung des Schlüssels voraussetzt</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>Zugriff endet</translation>
    </message>
    <message>
        <source>Cannot be %1 now</source>
        <translation>Kann jetzt nicht %1 werden</translation>
    </message>
    <message>
        <source>Everything it takes to use the key is in place</source>
        <translation>Alles, was die Verwendung des Schlüssels voraussetzt, ist vorhanden</translation>
    </message>
    <message>
        <source>Encrypted with service-managed keys; there is no key of yours to look after</source>
        <translation>Mit dienstseitig verwalteten Schlüsseln verschlüsselt; kein eigener Schlüssel, um den man sich kümmern muss</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Begun and saved %1: %2</source>
        <translation>Begonnen und gespeichert %1: %2</translation>
    </message>
    <message>
        <source>Not followed: one version is taken, until another one is set</source>
        <translation>Nicht verfolgt: Eine Version wird verwendet, bis eine andere festgelegt wird</translation>
    </message>
    <message>
        <source>Keeps no data</source>
        <translation>Hält keine Daten</translation>
    </message>
    <message>
        <source>By the application</source>
        <translation>Durch die Anwendung</translation>
    </message>
    <message>
        <source>Not followed: the key is set anew by hand</source>
        <translation>Nicht gefolgt: Der Schlüssel wird von Hand neu gesetzt</translation>
    </message>
    <message>
        <source>Followed within %1</source>
        <translation>Gefolgt binnen %1</translation>
    </message>
    <message>
        <source>Followed at once</source>
        <translation>Sofort gefolgt</translation>
    </message>
    <message>
        <source>Former key</source>
        <translation>Früherer Schlüssel</translation>
    </message>
    <message>
        <source>%1… must stay enabled until the next key is set</source>
        <translation>%1… muss aktiviert bleiben, bis der nächste Schlüssel gesetzt ist</translation>
    </message>
    <message>
        <source>Keeps its data in</source>
        <translation>Hält seine Daten in</translation>
    </message>
    <message>
        <source>the key below</source>
        <translation>der Schlüssel unten</translation>
    </message>
    <message>
        <source>Each %1 has a data key of its own, wrapped by the key below.</source>
        <translation>Jedes Stück (%1) hat einen eigenen Datenschlüssel, den der Schlüssel unten umhüllt.</translation>
    </message>
    <message>
        <source>Protected by the key of</source>
        <translation>Geschützt durch den Schlüssel von</translation>
    </message>
    <message>
        <source>Encrypted with the key of %1</source>
        <translation>Verschlüsselt mit dem Schlüssel von %1</translation>
    </message>
    <message>
        <source>%1 has no key of yours yet</source>
        <translation>%1 hat noch keinen Schlüssel von Ihnen</translation>
    </message>
    <message>
        <source>It takes no key of its own. A key is set, rotated and revoked there, and what that one loses it loses.</source>
        <translation>Sie nimmt keinen eigenen Schlüssel. Dort wird ein Schlüssel gesetzt, rotiert und entzogen, und was jene verliert, verliert auch sie.</translation>
    </message>
</context>
<context>
    <name>ResourceIdentity</name>
    <message>
        <source>System assigned</source>
        <translation>Systemseitig zugewiesen</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Verwendet</translation>
    </message>
    <message>
        <source>User assigned</source>
        <translation>Benutzerseitig zugewiesen</translation>
    </message>
    <message>
        <source>No user-assigned identity</source>
        <translation>Keine benutzerseitig zugewiesene Identität</translation>
    </message>
    <message>
        <source>One that stands by itself can be given to several resources.</source>
        <translation>Eine Identität, die für sich besteht, kann mehreren Ressourcen zugewiesen werden.</translation>
    </message>
    <message>
        <source>Key vault</source>
        <translation>Schlüsseltresor</translation>
    </message>
    <message>
        <source>Key permissions</source>
        <translation>Schlüsselberechtigungen</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>Gewährt durch</translation>
    </message>
    <message>
        <source>What it may do</source>
        <translation>Was sie darf</translation>
    </message>
    <message>
        <source>No vault lets it in</source>
        <translation>Kein Tresor lässt sie zu</translation>
    </message>
    <message>
        <source>Access policies and roles that let this resource in appear here.</source>
        <translation>Zugriffsrichtlinien und Rollen, die dieser Ressource Zugriff gewähren, erscheinen hier.</translation>
    </message>
    <message>
        <source>The system-assigned identity is off</source>
        <translation>Die systemseitig zugewiesene Identität ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Object (principal) id</source>
        <translation>Objekt-ID (Prinzipal-ID)</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Assignments and policies of %1</source>
        <translation>Zuweisungen und Richtlinien von %1</translation>
    </message>
    <message>
        <source>For its key</source>
        <translation>Für den Schlüssel</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Without an identity no key vault can let this resource in. Once on it must not be turned off, even for a moment: %1 would lose their key.</source>
        <translation>Ohne Identität kann kein Schlüsseltresor diese Ressource zulassen. Einmal eingeschaltet, darf sie nicht ausgeschaltet werden, auch nicht für einen Augenblick: Sonst würden %1 den Schlüssel verlieren.</translation>
    </message>
    <message>
        <source>Its application is not there yet</source>
        <translation>Seine Anwendung ist noch nicht da</translation>
    </message>
    <message>
        <source>%1 comes with resource provider %2, once that is registered in the subscription of the key&apos;s vault. Enabling a customer-managed key does that as its first step.</source>
        <translation>%1 kommt mit dem Ressourcenanbieter %2, sobald der im Abonnement des Schlüsseltresors registriert ist. Beim Einschalten eines kundenverwalteten Schlüssels geschieht das als erster Schritt.</translation>
    </message>
    <message>
        <source>Application of the platform</source>
        <translation>Anwendung der Plattform</translation>
    </message>
    <message>
        <source>Goes by</source>
        <translation>Tritt auf als</translation>
    </message>
    <message>
        <source>Assigned by</source>
        <translation>Zugewiesen von</translation>
    </message>
    <message>
        <source>Nobody: the platform has one for all of them, in every tenant. Whoever may use the key by it lets in every resource of this service.</source>
        <translation>Niemandem: Die Plattform hat eine für alle, in jedem Mandanten. Wer ihr den Schlüssel gibt, lässt jede Ressource dieses Dienstes ein.</translation>
    </message>
    <message>
        <source>Resource provider</source>
        <translation>Ressourcenanbieter</translation>
    </message>
    <message>
        <source>%1, registered in %2</source>
        <comment>a provider, where</comment>
        <translation>%1, registriert in %2</translation>
    </message>
    <message>
        <source>no subscription yet</source>
        <translation>noch keinem Abonnement</translation>
    </message>
</context>
<context>
    <name>ResourceSources</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln Warnung</numerusform>
            <numerusform>%Ln Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
</context>
<context>
    <name>RestoreDraft</name>
    <message>
        <source>Choose the copy.</source>
        <translation>Die Kopie wählen.</translation>
    </message>
    <message>
        <source>There is no such file: %1</source>
        <translation>Diese Datei gibt es nicht: %1</translation>
    </message>
    <message>
        <source>Say where the keystore belongs.</source>
        <translation>Angeben, wohin der Schlüsselspeicher gehört.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Es gibt keinen Ordner %1.</translation>
    </message>
    <message>
        <source>Type what opens the copy.</source>
        <translation>Eingeben, was die Kopie öffnet.</translation>
    </message>
    <message>
        <source>Access that was taken away since, and is back with the copy</source>
        <translation>Zugriff, der seither entzogen wurde und mit der Kopie zurückkehrt</translation>
    </message>
    <message>
        <source>Ways to unlock that were removed since, and are back</source>
        <translation>Entsperrwege, die seither entfernt wurden und zurückkehren</translation>
    </message>
    <message>
        <source>Keys that were deleted or disabled since, and are back</source>
        <translation>Schlüssel, die seither gelöscht oder deaktiviert wurden und zurückkehren</translation>
    </message>
    <message>
        <source>Recovery points whose data is not there</source>
        <translation>Wiederherstellungspunkte, deren Daten nicht vorhanden sind</translation>
    </message>
    <message>
        <source>The copy ends with entry %1 of its log. What was done after it is not in the copy.</source>
        <translation>Die Kopie endet mit Eintrag %1 ihres Protokolls. Was danach getan wurde, ist nicht in der Kopie.</translation>
    </message>
    <message>
        <source>No keystore is there now.</source>
        <translation>Dort ist jetzt kein Schlüsselspeicher.</translation>
    </message>
    <message>
        <source>The file stays what it is; as it was found, it is kept beside it, its name ending in “before-restore” and a number.</source>
        <translation>Die Datei bleibt, was sie ist; so, wie sie vorgefunden wurde, wird sie daneben aufbewahrt, unter einem Namen, der auf „before-restore“ und eine Zahl endet.</translation>
    </message>
    <message>
        <source>The keystore that is there now is not overwritten: it is kept beside it, its name ending in “before-restore” and a number.</source>
        <translation>Der Schlüsselspeicher, der jetzt dort ist, wird nicht überschrieben: Er wird daneben aufbewahrt, unter einem Namen, der auf „before-restore“ und eine Zahl endet.</translation>
    </message>
    <message>
        <source>What it brings back cannot be told, as the newer keystore is not there.</source>
        <translation>Was zurückkehrt, lässt sich nicht sagen, da der neuere Schlüsselspeicher nicht dort ist.</translation>
    </message>
    <message>
        <source>What it brings back cannot be told, as the keystore that is there does not open with what opens the copy.</source>
        <translation>Was zurückkehrt, lässt sich nicht sagen, da der Schlüsselspeicher, der dort ist, sich nicht mit dem öffnen lässt, was die Kopie öffnet.</translation>
    </message>
    <message>
        <source>It brings back nothing that was taken away since.</source>
        <translation>Nichts kehrt zurück, was seither entzogen wurde.</translation>
    </message>
    <message>
        <source>Its log says that it was put back, and by whom.</source>
        <translation>Das Protokoll vermerkt, dass die Kopie zurückgespielt wurde und von wem.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Put this older copy back</source>
        <translation>Diese ältere Kopie zurückspielen</translation>
    </message>
    <message>
        <source>Put a copy back</source>
        <translation>Kopie zurückspielen</translation>
    </message>
    <message>
        <source>The file is older than the keystore that was last seen here. If that is meant, it is taken as it is, and its log says so from now on.</source>
        <translation>Die Datei ist älter als der Schlüsselspeicher, der hier zuletzt gesehen wurde. Ist das beabsichtigt, wird sie genommen, wie sie ist, und ihr Protokoll vermerkt es ab jetzt.</translation>
    </message>
    <message>
        <source>Puts a copy in the place of a keystore. What it brings back is shown first; the keystore that is there is kept beside it, never overwritten.</source>
        <translation>Setzt eine Kopie an die Stelle eines Schlüsselspeichers. Was damit zurückkehrt, wird zuerst gezeigt; der vorhandene Schlüsselspeicher wird daneben aufbewahrt, nie überschrieben.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Every record and the whole log are checked</source>
        <translation>Jeder Datensatz und das ganze Protokoll werden geprüft</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>Durchsuchen: %1</translation>
    </message>
    <message>
        <source>Keystores (*.keyward);;All files (*)</source>
        <translation>Schlüsselspeicher (*.keyward);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopie</translation>
    </message>
    <message>
        <source>Put back as</source>
        <translation>Zurückspielen als</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Passphrase or recovery key of the copy</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel der Kopie</translation>
    </message>
    <message>
        <source>Show what it brings back</source>
        <translation>Zeigen, was zurückkehrt</translation>
    </message>
    <message>
        <source>Put the copy back</source>
        <translation>Kopie zurückspielen</translation>
    </message>
    <message>
        <source>The copy was put back. Its log says so.</source>
        <translation>Die Kopie wurde zurückgespielt. Ihr Protokoll vermerkt es.</translation>
    </message>
    <message>
        <source>What was there is now %1</source>
        <translation>Was dort war, ist jetzt %1</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more, all named in its log afterwards</source>
        <translation>
            <numerusform>… und %n weiteres; alle werden danach im Protokoll genannt</numerusform>
            <numerusform>… und %n weitere; alle werden danach im Protokoll genannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ResultTable</name>
    <message>
        <source>BLOB, %1</source>
        <comment>a size</comment>
        <translation>BLOB, %1</translation>
    </message>
    <message>
        <source>No value</source>
        <translation>Kein Wert</translation>
    </message>
    <message>
        <source>An empty text</source>
        <translation>Ein leerer Text</translation>
    </message>
    <message>
        <source>NULL: no value</source>
        <translation>NULL: kein Wert</translation>
    </message>
    <message>
        <source>%1 in hexadecimal; the first %2 are shown</source>
        <comment>sizes</comment>
        <translation>%1 hexadezimal; die ersten %2 werden gezeigt</translation>
    </message>
    <message>
        <source>%1 in hexadecimal</source>
        <comment>a size</comment>
        <translation>%1 hexadezimal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; the first %2 are shown, copying takes all</source>
        <comment>how many characters, a number</comment>
        <translation>%1; die ersten %2 werden gezeigt, beim Kopieren werden alle übernommen</translation>
    </message>
</context>
<context>
    <name>RoleActions</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Assign role</source>
        <translation>Rolle zuweisen</translation>
    </message>
    <message>
        <source>Gives a role on a place and all below it. It counts in vaults that go by roles.</source>
        <translation>Erteilt eine Rolle für einen Ort und alles darunter. Sie gilt in Tresoren, die auf Rollen umgestellt sind.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>On a single key: from that key&apos;s own page</source>
        <translation>Für einen einzelnen Schlüssel: auf dessen eigener Seite</translation>
    </message>
    <message>
        <source>Gives a role on this vault and all its keys.</source>
        <translation>Erteilt eine Rolle für diesen Tresor und alle seine Schlüssel.</translation>
    </message>
    <message>
        <source>Gives a role on this key alone.</source>
        <translation>Erteilt eine Rolle nur für diesen Schlüssel.</translation>
    </message>
    <message>
        <source>Remove assignment</source>
        <translation>Zuweisung entfernen</translation>
    </message>
    <message>
        <source>Takes the role away. Whoever has it by this alone can no longer do what it allows.</source>
        <translation>Entzieht die Rolle. Wer sie nur hierdurch hat, kann nicht mehr tun, was sie erlaubt.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>It allows</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Further data actions</source>
        <translation>Weitere Datenaktionen</translation>
    </message>
    <message>
        <source>As in Microsoft.KeyVault/vaults/keys/*/action; * stands for any characters</source>
        <translation>Etwa Microsoft.KeyVault/vaults/keys/*/action; * steht für beliebige Zeichen</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Ausgenommen</translation>
    </message>
    <message>
        <source>Taken from what is allowed above</source>
        <translation>Abgezogen von dem, was oben erlaubt ist</translation>
    </message>
    <message>
        <source>Create role</source>
        <translation>Rolle erstellen</translation>
    </message>
    <message>
        <source>A role of your own: what whoever has it may do with the keys below where it is assigned.</source>
        <translation>Eine eigene Rolle: was alle, die sie haben, mit den Schlüsseln unterhalb der Stelle tun dürfen, für die sie zugewiesen ist.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>Rolle ändern</translation>
    </message>
    <message>
        <source>Changes what it allows, for everybody who has it.</source>
        <translation>Ändert, was sie erlaubt, für alle, die sie haben.</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page of %1</source>
        <translation>Seite von %1</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Action on %1</source>
        <translation>Aktion für %1</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Fixiert</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search keys, vaults, resources, actions</source>
        <translation>Schlüssel, Ressourcen, Aktionen suchen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
</context>
<context>
    <name>SecretDraft</name>
    <message>
        <source>Guessed at once</source>
        <translation>Sofort zu erraten</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Mäßig</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>At least %1 characters; several unrelated words are best.</source>
        <translation>Mindestens %1 Zeichen; am besten mehrere Wörter ohne Bezug.</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen stimmen nicht überein.</translation>
    </message>
</context>
<context>
    <name>SecretView</name>
    <message>
        <source>%1; copy it to have it read by other means</source>
        <translation>%1; kopieren, um den Inhalt auf anderem Weg vorlesen zu lassen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in a minute.</source>
        <translation>Kopiert. Die Zwischenablage wird in einer Minute geleert.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Creating the keystore. Hashing the passphrase takes a moment, so that guessing it does too.</source>
        <translation>Der Schlüsselspeicher wird erstellt. Das Hashen der Passphrase dauert einen Moment, damit auch das Erraten dauert.</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Making a sample estate: vaults, keys, bindings and a few backups</source>
        <translation>Ein Beispielbestand wird erstellt: Tresore, Schlüssel, Bindungen und einige Sicherungen</translation>
    </message>
    <message>
        <source>Enrolling the recovery key</source>
        <translation>Der Wiederherstellungsschlüssel wird eingerichtet</translation>
    </message>
    <message>
        <source>Locks when the jobs end</source>
        <translation>Sperrt, wenn die Aufträge enden</translation>
    </message>
    <message>
        <source>Stays unlocked</source>
        <translation>Bleibt entsperrt</translation>
    </message>
    <message>
        <source>Locks in %1 s</source>
        <translation>Sperrt in %1 s</translation>
    </message>
    <message>
        <source>Locks in %1 min</source>
        <translation>Sperrt in %1 min</translation>
    </message>
</context>
<context>
    <name>Siem</name>
    <message>
        <source>SIEM receiver, %1</source>
        <translation>SIEM-Empfänger, %1</translation>
    </message>
    <message>
        <source>File of JSON lines</source>
        <translation>Datei aus JSON-Zeilen</translation>
    </message>
    <message>
        <source>Syslog over TCP</source>
        <translation>Syslog über TCP</translation>
    </message>
    <message>
        <source>Syslog over TLS</source>
        <translation>Syslog über TLS</translation>
    </message>
    <message>
        <source>%1, over TCP</source>
        <translation>%1, über TCP</translation>
    </message>
    <message>
        <source>%1, over TLS</source>
        <translation>%1, über TLS</translation>
    </message>
</context>
<context>
    <name>SiemActions</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How it gets there</source>
        <translation>Wie es dorthin kommt</translation>
    </message>
    <message>
        <source>Syslog over TLS: it proves who it is, and nobody reads along</source>
        <translation>Syslog über TLS: Er weist sich aus, und niemand liest mit</translation>
    </message>
    <message>
        <source>Syslog over TCP: readable and forgeable on the way</source>
        <translation>Syslog über TCP: unterwegs lesbar und fälschbar</translation>
    </message>
    <message>
        <source>Lines of a file on this machine, in JSON</source>
        <translation>Zeilen einer Datei auf diesem Rechner, in JSON</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Host und Port</translation>
    </message>
    <message>
        <source>As in siem.example.org:6514</source>
        <translation>Wie in siem.example.org:6514</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Lines are added at its end; if it is moved away, a new one is begun</source>
        <translation>Zeilen kommen an ihr Ende; wird sie verschoben, wird eine neue begonnen</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Vertraute Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>A PEM file; without one, those that this system trusts</source>
        <translation>Eine PEM-Datei; ohne sie die, denen dieses System vertraut</translation>
    </message>
    <message>
        <source>Name in its certificate</source>
        <translation>Name in seinem Zertifikat</translation>
    </message>
    <message>
        <source>If it is not that of its host</source>
        <translation>Falls es nicht der seines Hosts ist</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>With what is done from now on</source>
        <translation>Mit dem, was ab jetzt getan wird</translation>
    </message>
    <message>
        <source>With the first entry of the log</source>
        <translation>Mit dem ersten Eintrag des Protokolls</translation>
    </message>
    <message>
        <source>The log goes to &apos;%1&apos;.</source>
        <translation>Das Protokoll geht an „%1“.</translation>
    </message>
    <message>
        <source>Add SIEM receiver</source>
        <translation>SIEM-Empfänger hinzufügen</translation>
    </message>
    <message>
        <source>It gets every entry of the log, in order and at least once. What it has not read to the end is sent again; what came twice has the same number and hash. No entry holds a secret.</source>
        <translation>Er bekommt jeden Eintrag des Protokolls, der Reihe nach und mindestens einmal. Was er nicht bis zum Ende gelesen hat, wird noch einmal gesendet; was zweimal kam, hat dieselbe Nummer und denselben Hash. Kein Eintrag enthält ein Geheimnis.</translation>
    </message>
    <message>
        <source>Send a test message</source>
        <translation>Testnachricht senden</translation>
    </message>
    <message>
        <source>Sends one message now that is no entry of the log, and tells what the receiver did. Entries that wait go right after.</source>
        <translation>Sendet jetzt eine Nachricht, die kein Eintrag des Protokolls ist, und sagt, was der Empfänger tat. Wartende Einträge folgen gleich danach.</translation>
    </message>
    <message>
        <source>The test message arrived.</source>
        <translation>Die Testnachricht ist angekommen.</translation>
    </message>
    <message>
        <source>Send a test message to &apos;%1&apos;</source>
        <translation>Testnachricht an „%1“ senden</translation>
    </message>
    <message>
        <source>Remove SIEM receiver</source>
        <translation>SIEM-Empfänger entfernen</translation>
    </message>
    <message>
        <source>It gets no more entries, and what waits for it is not sent. How far it was is forgotten; what it has it keeps.</source>
        <translation>Er bekommt keine Einträge mehr, und was auf ihn wartet, wird nicht gesendet. Wie weit er war, wird vergessen; was er hat, behält er.</translation>
    </message>
</context>
<context>
    <name>SiemBlade</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>Geht an</translation>
    </message>
    <message>
        <source>Has entries up to</source>
        <translation>Hat Einträge bis</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln receivers</source>
        <translation>
            <numerusform>%Ln Empfänger</numerusform>
            <numerusform>%Ln Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>The log goes nowhere else</source>
        <translation>Das Protokoll geht nirgendwohin sonst</translation>
    </message>
    <message>
        <source>A receiver gets every entry of the log, in order and at least once: as lines of a file, or as syslog over the network. What is not sent yet waits for as long as it takes.</source>
        <translation>Ein Empfänger bekommt jeden Eintrag des Protokolls, der Reihe nach und mindestens einmal: als Zeilen einer Datei oder als Syslog über das Netz. Was noch nicht gesendet ist, wartet, so lange es dauert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries wait</source>
        <translation>
            <numerusform>%Ln Eintrag wartet</numerusform>
            <numerusform>%Ln Einträge warten</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;%1&apos; did not take what it was sent. %2</source>
        <translation>„%1“ hat nicht angenommen, was ihm gesendet wurde. %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; has taken nothing since %2. %3</source>
        <translation>„%1“ hat seit %2 nichts angenommen. %3</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Wird nachgesehen</translation>
    </message>
    <message>
        <source>Takes nothing</source>
        <translation>Nimmt nichts an</translation>
    </message>
    <message>
        <source>Soon</source>
        <translation>In Kürze</translation>
    </message>
    <message>
        <source>What waits goes within a minute.</source>
        <translation>Was wartet, geht innerhalb einer Minute hinaus.</translation>
    </message>
    <message>
        <source>Has everything</source>
        <translation>Hat alles</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>SIEM receivers</source>
        <translation>SIEM-Empfänger</translation>
    </message>
</context>
<context>
    <name>SqlQuery</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>It is being run.</source>
        <translation>Die Abfrage läuft.</translation>
    </message>
    <message>
        <source>The database is gone.</source>
        <translation>Die Datenbank gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Write what to ask.</source>
        <translation>Eine Abfrage eingeben.</translation>
    </message>
    <message>
        <source>Cancelling, %1</source>
        <comment>how long it ran</comment>
        <translation>Wird abgebrochen, %1</translation>
    </message>
    <message>
        <source>Running, %1</source>
        <comment>for how long</comment>
        <translation>Läuft, %1</translation>
    </message>
    <message>
        <source>Cancelled after %1; nothing was changed</source>
        <translation>Nach %1 abgebrochen; nichts wurde geändert</translation>
    </message>
    <message>
        <source>Refused after %1; nothing was changed</source>
        <translation>Nach %1 abgelehnt; nichts wurde geändert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows changed</source>
        <translation>
            <numerusform>%Ln Zeile geändert</numerusform>
            <numerusform>%Ln Zeilen geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>rows, time</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Its server could not use its key for a while.</source>
        <translation>Ihr Server konnte seinen Schlüssel eine Zeit lang nicht verwenden.</translation>
    </message>
    <message>
        <source>It was dropped, and recovered.</source>
        <translation>Sie wurde gelöscht und wiederhergestellt.</translation>
    </message>
    <message>
        <source>Its pages were written anew.</source>
        <translation>Ihre Seiten wurden neu geschrieben.</translation>
    </message>
    <message>
        <source>The connection ended. %1</source>
        <comment>a sentence without its full stop</comment>
        <translation>Die Verbindung wurde beendet. %1</translation>
    </message>
    <message>
        <source>Dropped: it cannot be asked</source>
        <translation>Gelöscht: Sie kann nicht abgefragt werden</translation>
    </message>
    <message>
        <source>It can be recovered until %1.</source>
        <translation>Sie kann bis %1 wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The connection ended</source>
        <translation>Die Verbindung wurde beendet</translation>
    </message>
    <message>
        <source>%1 The next query connects again.</source>
        <comment>a sentence</comment>
        <translation>%1 Die nächste Abfrage verbindet neu.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Its region was out for a while.</source>
        <translation>Ihre Region war eine Weile ausgefallen.</translation>
    </message>
    <message>
        <source>A replica took its primary&apos;s place.</source>
        <translation>Ein Replikat hat den Platz seiner primären Datenbank eingenommen.</translation>
    </message>
    <message>
        <source>The region of its server is out: it cannot be asked</source>
        <translation>Die Region ihres Servers ist ausgefallen: Sie kann nicht abgefragt werden</translation>
    </message>
    <message>
        <source>A replica elsewhere can be asked, and can become the primary.</source>
        <translation>Ein Replikat anderswo kann abgefragt und zur primären Datenbank werden.</translation>
    </message>
</context>
<context>
    <name>SqlQueryPage</name>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>Als TSV kopieren</translation>
    </message>
    <message>
        <source>All rows with the names of their columns, parted by tabs</source>
        <translation>Alle Zeilen mit den Namen ihrer Spalten, durch Tabulatoren getrennt</translation>
    </message>
    <message>
        <source>Value of the cell</source>
        <translation>Wert der Zelle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a column, what is said of a value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Save the rows as CSV</source>
        <translation>Die Zeilen als CSV speichern</translation>
    </message>
    <message>
        <source>Ctrl+Return</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>What is found appears here. Several statements are one transaction: all of them are done, or none. What is asked and found is neither logged nor kept.</source>
        <translation>Hier erscheint, was gefunden wird. Mehrere Anweisungen sind eine Transaktion: Alle werden ausgeführt oder keine. Was gefragt und gefunden wird, wird weder protokolliert noch aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>SqlServerActions</name>
    <message>
        <source>Create SQL server</source>
        <translation>SQL-Server erstellen</translation>
    </message>
    <message>
        <source>Holds databases whose pages are encrypted on disk, each under a data key of its own. Its protector wraps those: the platform&apos;s key, until you set one of yours.</source>
        <translation>Enthält Datenbanken, deren Seiten auf der Festplatte verschlüsselt sind, jede unter einem eigenen Datenschlüssel. Die Schutzvorrichtung verpackt diese: der Schlüssel der Plattform, bis ein eigener festgelegt wird.</translation>
    </message>
    <message>
        <source>Without access to its key, its encrypted databases are inaccessible and dropped after %1.</source>
        <translation>Ohne Zugriff auf seinen Schlüssel sind seine verschlüsselten Datenbanken unzugänglich und werden nach %1 gelöscht.</translation>
    </message>
    <message>
        <source>Without access to its key, its encrypted databases are inaccessible, and never dropped for that.</source>
        <translation>Ohne Zugriff auf seinen Schlüssel sind seine verschlüsselten Datenbanken unzugänglich, werden deswegen aber nie gelöscht.</translation>
    </message>
    <message>
        <source>%1, newest version, made %2</source>
        <translation>%1, neueste Version, erstellt am %2</translation>
    </message>
    <message>
        <source>%1, made %2</source>
        <translation>%1, erstellt am %2</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>A key version that was added can become the protector. Adding it changes nothing of what is encrypted.</source>
        <translation>Eine hinzugefügte Schlüsselversion kann Schutzvorrichtung werden. Das Hinzufügen ändert nichts an dem, was verschlüsselt ist.</translation>
    </message>
    <message>
        <source>Create a key in a key vault, or a new version of one.</source>
        <translation>Einen Schlüssel in einem Schlüsseltresor erstellen oder eine neue Version eines vorhandenen.</translation>
    </message>
    <message>
        <source>Key version</source>
        <translation>Schlüsselversion</translation>
    </message>
    <message>
        <source>Found by vault, key or version</source>
        <translation>Nach Tresor, Schlüssel oder Version zu finden</translation>
    </message>
    <message>
        <source>Make it the protector</source>
        <translation>Zur Schutzvorrichtung machen</translation>
    </message>
    <message>
        <source>The data keys of all encrypted databases are wrapped by it instead. No page is touched, and connections stay.</source>
        <translation>Die Datenschlüssel aller verschlüsselten Datenbanken werden stattdessen von ihm verpackt. Keine Seite wird angerührt, Verbindungen bleiben bestehen.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Vom Server nehmen</translation>
    </message>
    <message>
        <source>The key stays in its vault. This server cannot use it as its protector until it is added again.</source>
        <translation>Der Schlüssel bleibt in seinem Tresor. Dieser Server kann ihn erst wieder als Schutzvorrichtung verwenden, wenn er erneut hinzugefügt wurde.</translation>
    </message>
    <message>
        <source>Go back to the platform&apos;s key</source>
        <translation>Zum Schlüssel der Plattform zurückkehren</translation>
    </message>
    <message>
        <source>The data keys of all encrypted databases are wrapped by the platform&apos;s key instead, which you can neither rotate nor take away. No page is touched.</source>
        <translation>Die Datenschlüssel aller verschlüsselten Datenbanken werden stattdessen vom Schlüssel der Plattform verpackt, der sich weder erneuern noch entziehen lässt. Keine Seite wird angerührt.</translation>
    </message>
    <message>
        <source>%1 can use its key.</source>
        <translation>%1 kann seinen Schlüssel verwenden.</translation>
    </message>
    <message>
        <source>The vault was asked just now.</source>
        <translation>Der Tresor wurde gerade gefragt.</translation>
    </message>
    <message>
        <source>Check whether %1 can use its key</source>
        <translation>Prüfen, ob %1 seinen Schlüssel verwenden kann</translation>
    </message>
    <message>
        <source>Check access now</source>
        <translation>Zugriff jetzt prüfen</translation>
    </message>
    <message>
        <source>Asks the vault whether this server may use its key, which is logged. Where it may not, its encrypted databases are closed; where it may again, they open.</source>
        <translation>Fragt den Tresor, ob dieser Server seinen Schlüssel verwenden darf; das wird protokolliert. Darf er nicht, werden seine verschlüsselten Datenbanken geschlossen; darf er wieder, öffnen sie sich.</translation>
    </message>
    <message>
        <source>Asks the vault whether the server of this database may use its key, which is logged.</source>
        <translation>Fragt den Tresor, ob der Server dieser Datenbank seinen Schlüssel verwenden darf; das wird protokolliert.</translation>
    </message>
    <message>
        <source>They are destroyed at once</source>
        <translation>Sie werden sofort vernichtet</translation>
    </message>
    <message>
        <source>Keep dropped databases</source>
        <translation>Gelöschte Datenbanken aufbewahren</translation>
    </message>
    <message>
        <source>How long a dropped database can be recovered, also one that was dropped for want of its key. It is so of what is dropped from now on.</source>
        <translation>Wie lange eine gelöschte Datenbank wiederhergestellt werden kann, auch eine, die mangels Schlüssel gelöscht wurde. Das gilt für alles, was von jetzt an gelöscht wird.</translation>
    </message>
    <message>
        <source>Recoverable for</source>
        <translation>Wiederherstellbar für</translation>
    </message>
    <message>
        <source>There is no key version that suits this server and that it does not have yet.</source>
        <translation>Es gibt keine Schlüsselversion, die zu diesem Server passt und die er noch nicht hat.</translation>
    </message>
    <message>
        <source>Go on wrapping data keys</source>
        <translation>Datenschlüssel weiter verpacken</translation>
    </message>
    <message>
        <source>Data keys that are still under a former key are wrapped by the protector. No page is touched. It is done by itself, too, when schedules run.</source>
        <translation>Datenschlüssel, die noch unter einem früheren Schlüssel sind, werden von der Schutzvorrichtung verpackt. Keine Seite wird berührt. Es geschieht auch von selbst, wenn Zeitpläne laufen.</translation>
    </message>
    <message>
        <source>The server cannot use its key.</source>
        <translation>Der Server kann seinen Schlüssel nicht verwenden.</translation>
    </message>
    <message>
        <source>Give it access to its key first.</source>
        <translation>Geben Sie ihm zuerst Zugriff auf seinen Schlüssel.</translation>
    </message>
    <message>
        <source>All data keys of %1 are under its protector.</source>
        <translation>Alle Datenschlüssel von %1 sind unter seiner Schutzvorrichtung.</translation>
    </message>
    <message>
        <source>Wrap the data keys of %1</source>
        <translation>Die Datenschlüssel von %1 verpacken</translation>
    </message>
</context>
<context>
    <name>SqlServerBackupActions</name>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Copies the pages as they are at this moment, while others write. The copy stays under the key that is the protector now, whatever is done with it later: keep that key as long as the backup.</source>
        <translation>Kopiert die Seiten, wie sie in diesem Augenblick sind, während andere schreiben. Die Kopie bleibt unter dem Schlüssel, der jetzt die Schutzvorrichtung ist, was immer später geschieht: Behalten Sie ihn so lange wie die Sicherung.</translation>
    </message>
    <message>
        <source>Database %1 was backed up.</source>
        <translation>Datenbank %1 wurde gesichert.</translation>
    </message>
    <message>
        <source>The backup has %1 and a checksum.</source>
        <translation>Die Sicherung hat %1 und eine Prüfsumme.</translation>
    </message>
    <message>
        <source>The key is missing there</source>
        <translation>Dort fehlt der Schlüssel</translation>
    </message>
    <message>
        <source>It can be restored there</source>
        <translation>Dort kann sie wiederhergestellt werden</translation>
    </message>
    <message>
        <source>%1 cannot restore it: %2</source>
        <translation>%1 kann sie nicht wiederherstellen: %2</translation>
    </message>
    <message>
        <source>It is not encrypted, and neither is the database that is made of it.</source>
        <translation>Sie ist nicht verschlüsselt, und die Datenbank, die daraus entsteht, auch nicht.</translation>
    </message>
    <message>
        <source>%1 has the key that it takes. The database gets a data key of its own, which the protector of %1 wraps.</source>
        <translation>%1 hat den nötigen Schlüssel. Die Datenbank bekommt einen eigenen Datenschlüssel, den die Schutzvorrichtung von %1 verpackt.</translation>
    </message>
    <message>
        <source>%1 has the key that it takes. The database gets a data key of its own, which the platform&apos;s key wraps.</source>
        <translation>%1 hat den nötigen Schlüssel. Die Datenbank bekommt einen eigenen Datenschlüssel, den der Schlüssel der Plattform verpackt.</translation>
    </message>
    <message>
        <source>Database %1 was restored.</source>
        <translation>Datenbank %1 wurde wiederhergestellt.</translation>
    </message>
    <message>
        <source>Every page was checked.</source>
        <translation>Jede Seite wurde geprüft.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Makes a new database of it, on this server or another one. The server needs the key that was the protector when the backup was made, among its keys.</source>
        <translation>Legt daraus eine neue Datenbank an, auf diesem Server oder einem anderen. Der Server braucht unter seinen Schlüsseln den, der bei der Entstehung der Sicherung die Schutzvorrichtung war.</translation>
    </message>
    <message>
        <source>On server</source>
        <translation>Auf Server</translation>
    </message>
    <message>
        <source>As database</source>
        <translation>Als Datenbank</translation>
    </message>
    <message>
        <source>A name that is not taken on that server</source>
        <translation>Ein Name, der auf diesem Server frei ist</translation>
    </message>
    <message>
        <source>Delete backup</source>
        <translation>Sicherung löschen</translation>
    </message>
</context>
<context>
    <name>SqlServerBackups</name>
    <message>
        <source>%1, %2</source>
        <comment>a database, when it was backed up</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Backup of a database of %1</source>
        <translation>Sicherung einer Datenbank von %1</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Data key under</source>
        <translation>Datenschlüssel unter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln backups</source>
        <translation>
            <numerusform>%Ln Sicherung</numerusform>
            <numerusform>%Ln Sicherungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Noch keine Sicherungen</translation>
    </message>
    <message>
        <source>A backup is a copy of the pages as they are at one moment, while others write. It stays under the protector of that moment, so keep that key.</source>
        <translation>Eine Sicherung ist eine Kopie der Seiten in einem Augenblick, während andere schreiben. Sie bleibt unter der Schutzvorrichtung dieses Augenblicks; behalten Sie also deren Schlüssel.</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Wesentliches</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Can it be restored there?</source>
        <translation>Dort wiederherstellbar?</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Where it can be restored</source>
        <translation>Wo sie wiederhergestellt werden kann</translation>
    </message>
    <message>
        <source>%1 cannot restore it: its key is missing</source>
        <translation>%1 kann sie nicht wiederherstellen: Ihr Schlüssel fehlt</translation>
    </message>
    <message>
        <source>%1, which is gone</source>
        <translation>%1, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>No</source>
        <comment>it cannot be restored there</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>it can be restored there</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>Schlüssel fehlt</translation>
    </message>
    <message>
        <source>Can be restored</source>
        <translation>Wiederherstellbar</translation>
    </message>
</context>
<context>
    <name>SqlServerBlades</name>
    <message numerus="yes">
        <source>%Ln databases</source>
        <translation>
            <numerusform>%Ln Datenbank</numerusform>
            <numerusform>%Ln Datenbanken</numerusform>
        </translation>
    </message>
    <message>
        <source>No databases yet</source>
        <translation>Noch keine Datenbanken</translation>
    </message>
    <message>
        <source>Each encrypted database has a data key of its own, which the server&apos;s protector wraps. Create one empty, from a database file or from an SQL script.</source>
        <translation>Jede verschlüsselte Datenbank hat einen eigenen Datenschlüssel, den die Schutzvorrichtung des Servers verpackt. Eine leer, aus einer Datenbankdatei oder mit einem SQL-Skript erstellen.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Protector</source>
        <translation>Schutzvorrichtung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Still needed because</source>
        <translation>Noch gebraucht, weil</translation>
    </message>
    <message>
        <source>No key was added yet</source>
        <translation>Noch kein Schlüssel hinzugefügt</translation>
    </message>
    <message>
        <source>Only a key version that was added here can become the protector of this server. It stays as long as a database can only be opened with it.</source>
        <translation>Nur eine hier hinzugefügte Schlüsselversion kann Schutzvorrichtung dieses Servers werden. Sie bleibt, solange eine Datenbank nur mit ihr geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Purged</source>
        <translation>Endgültig gelöscht</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>it is the protector</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht gebraucht</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Dropped, because its server could not use its key for too long</source>
        <translation>Gelöscht, weil ihr Server seinen Schlüssel zu lange nicht verwenden konnte</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>It can be recovered until %1; then its pages and its data key are destroyed.</source>
        <translation>Sie kann bis %1 wiederhergestellt werden; dann werden ihre Seiten und ihr Datenschlüssel vernichtet.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Whoever reads this disk reads its pages. Turned on, all pages are written anew under a data key of its own, and only then used.</source>
        <translation>Wer diese Festplatte liest, liest ihre Seiten. Wird die Verschlüsselung eingeschaltet, werden alle Seiten unter einem eigenen Datenschlüssel neu geschrieben und erst dann verwendet.</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Transparent data encryption is on</source>
        <translation>Transparente Datenverschlüsselung ist eingeschaltet</translation>
    </message>
    <message>
        <source>Off: its pages can be read on this disk</source>
        <translation>Aus: Ihre Seiten sind auf dieser Festplatte lesbar</translation>
    </message>
    <message>
        <source>Data key under</source>
        <translation>Datenschlüssel unter</translation>
    </message>
    <message>
        <source>Key identifier</source>
        <translation>Schlüsselbezeichner</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Recoverable until</source>
        <translation>Wiederherstellbar bis</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>date, how far away</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Dropped without access</source>
        <translation>Ohne Zugriff gelöscht</translation>
    </message>
    <message>
        <source>What is asked of a database is not logged, only what is done with it as a whole.</source>
        <translation>Abfragen einer Datenbank werden nicht protokolliert, nur was mit ihr als Ganzes geschieht.</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Server keys</source>
        <translation>Schlüssel des Servers</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Region %1 is out since %2</source>
        <translation>Die Region %1 ist seit %2 ausgefallen</translation>
    </message>
    <message>
        <source>It does not follow its primary since %1</source>
        <translation>Es folgt seiner primären Datenbank seit %1 nicht</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Replica of</source>
        <translation>Replikat von</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <comment>a replica, when</comment>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>Nowhere else can it be read. Nothing is dropped for an outage.</source>
        <translation>Nirgendwo sonst kann sie gelesen werden. Wegen eines Ausfalls wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>It can be read as %1.</source>
        <translation>Sie kann als %1 gelesen werden.</translation>
    </message>
</context>
<context>
    <name>SqlServerDatabaseActions</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Letters, digits, hyphens, underscores and points</source>
        <translation>Buchstaben, Ziffern, Bindestriche, Unterstriche und Punkte</translation>
    </message>
    <message>
        <source>It starts</source>
        <translation>Sie beginnt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>With the contents of a database file</source>
        <translation>Mit dem Inhalt einer Datenbankdatei</translation>
    </message>
    <message>
        <source>With what an SQL script makes</source>
        <translation>Mit dem, was ein SQL-Skript erstellt</translation>
    </message>
    <message>
        <source>Database file</source>
        <translation>Datenbankdatei</translation>
    </message>
    <message>
        <source>A SQLite database that is not encrypted. It stays as it is</source>
        <translation>Eine unverschlüsselte SQLite-Datenbank. Sie bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>SQL script</source>
        <translation>SQL-Skript</translation>
    </message>
    <message>
        <source>Run as one transaction: where one statement fails, no database is made</source>
        <translation>Als eine Transaktion ausgeführt: Schlägt eine Anweisung fehl, entsteht keine Datenbank</translation>
    </message>
    <message>
        <source>Encrypt it (transparent data encryption)</source>
        <translation>Verschlüsseln (transparente Datenverschlüsselung)</translation>
    </message>
    <message>
        <source>the platform&apos;s key</source>
        <translation>dem Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Its pages can be read by whoever reads this disk, whatever is done with the protector. Encryption can be turned on later; all pages are written anew then.</source>
        <translation>Wer diese Festplatte liest, kann ihre Seiten lesen, was auch immer mit der Schutzvorrichtung geschieht. Die Verschlüsselung kann später eingeschaltet werden; dann werden alle Seiten neu geschrieben.</translation>
    </message>
    <message>
        <source>Its pages are encrypted under a data key of its own, which is wrapped by %1. Without that key nobody can read them.</source>
        <translation>Ihre Seiten werden unter einem eigenen Datenschlüssel verschlüsselt, der von %1 verpackt wird. Ohne diesen Schlüssel kann niemand sie lesen.</translation>
    </message>
    <message>
        <source>Database %1 was created.</source>
        <translation>Die Datenbank %1 wurde erstellt.</translation>
    </message>
    <message>
        <source>Its pages are encrypted under a data key of its own.</source>
        <translation>Ihre Seiten sind unter einem eigenen Datenschlüssel verschlüsselt.</translation>
    </message>
    <message>
        <source>Its pages are not encrypted.</source>
        <translation>Ihre Seiten sind nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Create database</source>
        <translation>Datenbank erstellen</translation>
    </message>
    <message>
        <source>On any failure there is no database, and nothing of it is left on the disk.</source>
        <translation>Bei jedem Fehler gibt es keine Datenbank, und nichts davon bleibt auf der Festplatte.</translation>
    </message>
    <message>
        <source>Database %1 is encrypted.</source>
        <translation>Die Datenbank %1 ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Database %1 is not encrypted any more.</source>
        <translation>Die Datenbank %1 ist nicht mehr verschlüsselt.</translation>
    </message>
    <message>
        <source>All of its pages were written anew; connections to it were ended.</source>
        <translation>Alle ihre Seiten wurden neu geschrieben; Verbindungen zu ihr wurden beendet.</translation>
    </message>
    <message>
        <source>Turn encryption on</source>
        <translation>Verschlüsselung einschalten</translation>
    </message>
    <message>
        <source>All pages are written anew under a data key of their own, and used only once all are there. Connections to the database end. Blocks that held the old pages are freed, not overwritten.</source>
        <translation>Alle Seiten werden unter einem eigenen Datenschlüssel neu geschrieben und erst verwendet, wenn alle da sind. Verbindungen zur Datenbank enden. Blöcke mit den alten Seiten werden freigegeben, nicht überschrieben.</translation>
    </message>
    <message>
        <source>Turn encryption off</source>
        <translation>Verschlüsselung ausschalten</translation>
    </message>
    <message>
        <source>All pages are written anew in the clear. From then on whoever reads this disk reads them, and taking the key away keeps nobody out. Connections to the database end.</source>
        <translation>Alle Seiten werden unverschlüsselt neu geschrieben. Von da an liest sie, wer diese Festplatte liest, und den Schlüssel zu entziehen hält niemanden mehr ab. Verbindungen zur Datenbank enden.</translation>
    </message>
    <message>
        <source>Database %1 was exported in the clear.</source>
        <translation>Die Datenbank %1 wurde unverschlüsselt exportiert.</translation>
    </message>
    <message>
        <source>%1 is not encrypted.</source>
        <translation>%1 ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Export %1 in the clear</source>
        <translation>%1 unverschlüsselt exportieren</translation>
    </message>
    <message>
        <source>Export in the clear</source>
        <translation>Unverschlüsselt exportieren</translation>
    </message>
    <message>
        <source>Writes all of the database into a new file that is not encrypted. Whoever can read that file can read the data, also after the key was taken away. The log notes it.</source>
        <translation>Schreibt die ganze Datenbank in eine neue, unverschlüsselte Datei. Wer diese Datei lesen kann, kann die Daten lesen, auch nachdem der Schlüssel entzogen wurde. Das Protokoll vermerkt es.</translation>
    </message>
    <message>
        <source>New file, not encrypted</source>
        <translation>Neue Datei, unverschlüsselt</translation>
    </message>
    <message>
        <source>Only you can read it, until you let others</source>
        <translation>Nur Sie können sie lesen, bis Sie es anderen erlauben</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>A dropped database can be recovered for as long as its server keeps those; where it keeps none, it is destroyed at once.</source>
        <translation>Eine gelöschte Datenbank kann wiederhergestellt werden, solange ihr Server solche aufbewahrt; bewahrt er keine auf, wird sie sofort vernichtet.</translation>
    </message>
    <message>
        <source>Destroy for good</source>
        <translation>Endgültig vernichten</translation>
    </message>
    <message>
        <source>Its pages and its data key are gone at once, also where the server keeps dropped databases. Nothing brings them back but a backup.</source>
        <translation>Ihre Seiten und ihr Datenschlüssel sind sofort weg, auch wenn der Server gelöschte Datenbanken aufbewahrt. Nur eine Sicherung bringt sie zurück.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>SqlServerDatabasesTable</name>
    <message>
        <source>Can be recovered until %1</source>
        <translation>Kann bis %1 wiederhergestellt werden</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Yes</source>
        <comment>encrypted</comment>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <comment>not encrypted</comment>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Its pages can be read on this disk</source>
        <translation>Ihre Seiten sind auf dieser Festplatte lesbar</translation>
    </message>
    <message>
        <source>Data key under</source>
        <translation>Datenschlüssel unter</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Replication</source>
        <translation>Replikation</translation>
    </message>
</context>
<context>
    <name>SqlServerLinkActions</name>
    <message>
        <source>%1, the same region</source>
        <translation>%1, dieselbe Region</translation>
    </message>
    <message>
        <source>Servers %1 and %2 are linked.</source>
        <translation>Die Server %1 und %2 sind verknüpft.</translation>
    </message>
    <message>
        <source>Each has the keys of the other. Next, replicate a database.</source>
        <translation>Jeder hat die Schlüssel des anderen. Replizieren Sie als Nächstes eine Datenbank.</translation>
    </message>
    <message>
        <source>Link with a server</source>
        <translation>Mit einem Server verknüpfen</translation>
    </message>
    <message>
        <source>Each server gets the keys of the other, and may unwrap with them. Then databases of the one can be replicated to the other. No data is touched.</source>
        <translation>Jeder Server bekommt die Schlüssel des anderen und darf damit entpacken. Dann können Datenbanken des einen auf den anderen repliziert werden. Daten werden nicht angefasst.</translation>
    </message>
    <message>
        <source>There is no other SQL server to link it with.</source>
        <translation>Es gibt keinen anderen SQL-Server, mit dem er verknüpft werden könnte.</translation>
    </message>
    <message>
        <source>Create one, best in another region.</source>
        <translation>Legen Sie einen an, am besten in einer anderen Region.</translation>
    </message>
    <message>
        <source>With server</source>
        <translation>Mit dem Server</translation>
    </message>
    <message>
        <source>Best in another region, protected by a vault there</source>
        <translation>Am besten in einer anderen Region, geschützt durch einen Tresor dort</translation>
    </message>
    <message>
        <source>Link %1 with %2</source>
        <translation>%1 mit %2 verknüpfen</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>The keys that they have of each other stay with them until they are taken off.</source>
        <translation>Die Schlüssel, die sie voneinander haben, bleiben bei ihnen, bis sie entfernt werden.</translation>
    </message>
</context>
<context>
    <name>SqlServerReplicaActions</name>
    <message>
        <source>Replicate</source>
        <translation>Replizieren</translation>
    </message>
    <message>
        <source>Copies its pages to a linked server while others write, and carries over what changes from then on, every five minutes. The replica can be read, and take its place.</source>
        <translation>Kopiert ihre Seiten auf einen verknüpften Server, während andere schreiben, und überträgt von da an alle fünf Minuten, was sich ändert. Das Replikat kann gelesen werden und ihren Platz einnehmen.</translation>
    </message>
    <message>
        <source>Its server is not linked with another one.</source>
        <translation>Ihr Server ist mit keinem anderen verknüpft.</translation>
    </message>
    <message>
        <source>Link it on the page Geo-replication of the server.</source>
        <translation>Verknüpfen Sie ihn auf der Seite „Georeplikation“ des Servers.</translation>
    </message>
    <message>
        <source>To server</source>
        <translation>Auf den Server</translation>
    </message>
    <message>
        <source>Database %1 is replicated to %2.</source>
        <translation>Die Datenbank %1 wird auf %2 repliziert.</translation>
    </message>
    <message>
        <source>What changes is carried over every five minutes.</source>
        <translation>Was sich ändert, wird alle fünf Minuten übertragen.</translation>
    </message>
    <message>
        <source>Carry over now</source>
        <translation>Jetzt übertragen</translation>
    </message>
    <message>
        <source>Nothing changed in the primary of %1.</source>
        <translation>In der primären Datenbank von %1 hat sich nichts geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln pages were carried over to %1.</source>
        <translation>
            <numerusform>%Ln Seite wurde auf %1 übertragen.</numerusform>
            <numerusform>%Ln Seiten wurden auf %1 übertragen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Carry over to %1</source>
        <translation>Auf %1 übertragen</translation>
    </message>
    <message>
        <source>Fail over</source>
        <translation>Failover</translation>
    </message>
    <message>
        <source>It becomes the primary, which is written to, and the primary becomes its replica. Where the primary can be reached, nothing is lost: connections to it end, and all that was written is carried over first.</source>
        <translation>Es wird die primäre Datenbank, in die geschrieben wird, und diese wird sein Replikat. Ist die primäre Datenbank erreichbar, geht nichts verloren: Verbindungen zu ihr enden, und alles Geschriebene wird vorher übertragen.</translation>
    </message>
    <message>
        <source>Database %1 is the primary now.</source>
        <translation>Die Datenbank %1 ist jetzt die primäre.</translation>
    </message>
    <message>
        <source>%1 follows it as a replica.</source>
        <translation>%1 folgt ihr als Replikat.</translation>
    </message>
    <message>
        <source>Once %1 can be reached, what only it has is kept as a backup, and it follows as a replica.</source>
        <translation>Sobald %1 erreichbar ist, wird, was nur sie hat, als Sicherung behalten, und sie folgt als Replikat.</translation>
    </message>
    <message>
        <source>End replication</source>
        <translation>Replikation beenden</translation>
    </message>
    <message>
        <source>The replica becomes a database of its own, as it is now, and can be written to. The primary stays as it is.</source>
        <translation>Das Replikat wird, wie es jetzt ist, eine eigenständige Datenbank, in die geschrieben werden kann. Die primäre Datenbank bleibt, wie sie ist.</translation>
    </message>
</context>
<context>
    <name>SqlServerReplication</name>
    <message>
        <source>Linked server</source>
        <translation>Verknüpfter Server</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Protector</source>
        <translation>Schutzvorrichtung</translation>
    </message>
    <message>
        <source>Replicas there</source>
        <translation>Replikate dort</translation>
    </message>
    <message>
        <source>Replicas here</source>
        <translation>Replikate hier</translation>
    </message>
    <message>
        <source>Linked servers</source>
        <translation>Verknüpfte Server</translation>
    </message>
    <message>
        <source>Not linked with another server yet</source>
        <translation>Noch mit keinem anderen Server verknüpft</translation>
    </message>
    <message>
        <source>Linked servers have each other&apos;s keys, so that a database of the one can be replicated to the other. Best in another region, with a vault there: a shared vault is lost with its region, and then neither can be read.</source>
        <translation>Verknüpfte Server haben gegenseitig ihre Schlüssel, sodass eine Datenbank des einen auf den anderen repliziert werden kann. Am besten in einer anderen Region, mit einem Tresor dort: Ein gemeinsamer Tresor geht mit seiner Region verloren, und dann kann keiner von beiden gelesen werden.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Replicated databases</source>
        <translation>Replizierte Datenbanken</translation>
    </message>
    <message>
        <source>Nothing is replicated yet</source>
        <translation>Noch wird nichts repliziert</translation>
    </message>
    <message>
        <source>A replica follows its primary and can be read. When the primary&apos;s region is out, it can take its place.</source>
        <translation>Ein Replikat folgt seiner primären Datenbank und kann gelesen werden. Fällt deren Region aus, kann es ihren Platz einnehmen.</translation>
    </message>
    <message>
        <source>Geo-replication</source>
        <translation>Georeplikation</translation>
    </message>
</context>
<context>
    <name>SqlServerReplicationRows</name>
    <message>
        <source>Does not follow</source>
        <translation>Folgt nicht</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>It was the primary. Once it can be reached, what only it has is kept as a backup, and it follows.</source>
        <translation>Sie war die primäre Datenbank. Sobald sie erreichbar ist, wird, was nur sie hat, als Sicherung behalten, und sie folgt.</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>Folgt</translation>
    </message>
    <message>
        <source>The platform&apos;s key</source>
        <translation>Der Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primär</translation>
    </message>
    <message>
        <source>Replica</source>
        <translation>Replikat</translation>
    </message>
</context>
<context>
    <name>SqlServerThings</name>
    <message>
        <source>Database of %1</source>
        <translation>Datenbank von %1</translation>
    </message>
    <message>
        <source>Recoverable for %1</source>
        <translation>Wiederherstellbar für %1</translation>
    </message>
    <message>
        <source>Destroyed at once</source>
        <translation>Sofort vernichtet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not encrypted</source>
        <translation>
            <numerusform>%Ln nicht verschlüsselt</numerusform>
            <numerusform>%Ln nicht verschlüsselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln inaccessible</source>
        <translation>
            <numerusform>%Ln unzugänglich</numerusform>
            <numerusform>%Ln unzugänglich</numerusform>
        </translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>%1, of these %2</source>
        <comment>a number, what is known of some</comment>
        <translation>%1, davon %2</translation>
    </message>
    <message>
        <source>Dropped databases</source>
        <translation>Gelöschte Datenbanken</translation>
    </message>
    <message>
        <source>Access last checked</source>
        <translation>Zugriff zuletzt geprüft</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Create database %1</source>
        <translation>Datenbank %1 erstellen</translation>
    </message>
    <message>
        <source>Create database %1 from %2</source>
        <comment>name, file</comment>
        <translation>Datenbank %1 aus %2 erstellen</translation>
    </message>
    <message>
        <source>Encrypt the pages of a database</source>
        <translation>Seiten einer Datenbank verschlüsseln</translation>
    </message>
    <message>
        <source>Decrypt the pages of a database</source>
        <translation>Seiten einer Datenbank entschlüsseln</translation>
    </message>
    <message numerus="yes">
        <source>Wrap %Ln data keys anew</source>
        <translation>
            <numerusform>%Ln Datenschlüssel neu verpacken</numerusform>
            <numerusform>%Ln Datenschlüssel neu verpacken</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay until it can use its key again.</source>
        <translation>Sie bleiben, bis er seinen Schlüssel wieder verwenden kann.</translation>
    </message>
    <message>
        <source>They are dropped %1 (%2), unless it can use its key again before.</source>
        <translation>Sie werden %1 (%2) gelöscht, wenn er seinen Schlüssel nicht vorher wieder verwenden kann.</translation>
    </message>
    <message>
        <source>They are dropped as soon as it was asked for the key once more.</source>
        <translation>Sie werden gelöscht, sobald noch einmal nach dem Schlüssel gefragt wurde.</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Dropped, gone %1</source>
        <translation>Gelöscht, vernichtet %1</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Inaccessible</source>
        <translation>Unzugänglich</translation>
    </message>
    <message>
        <source>Inaccessible, dropped %1</source>
        <translation>Unzugänglich, gelöscht %1</translation>
    </message>
    <message>
        <source>Inaccessible, to be dropped</source>
        <translation>Unzugänglich, wird gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln databases cannot be opened: %1 cannot use its key since %2</source>
        <translation>
            <numerusform>%Ln Datenbank kann nicht geöffnet werden: %1 kann seinen Schlüssel seit %2 nicht verwenden</numerusform>
            <numerusform>%Ln Datenbanken können nicht geöffnet werden: %1 kann seinen Schlüssel seit %2 nicht verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot use its key since %2</source>
        <translation>%1 kann seinen Schlüssel seit %2 nicht verwenden</translation>
    </message>
    <message>
        <source>Fix…</source>
        <translation>Beheben…</translation>
    </message>
    <message>
        <source>Check access now</source>
        <translation>Zugriff jetzt prüfen</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no data key</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>The platform&apos;s key</source>
        <translation>Der Schlüssel der Plattform</translation>
    </message>
    <message>
        <source>Back up database %1</source>
        <translation>Datenbank %1 sichern</translation>
    </message>
    <message>
        <source>Restore database %1</source>
        <translation>Datenbank %1 wiederherstellen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>two servers</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Replicate database %1</source>
        <translation>Datenbank %1 replizieren</translation>
    </message>
    <message>
        <source>Region out</source>
        <translation>Region ausgefallen</translation>
    </message>
    <message>
        <source>Replica of %1</source>
        <translation>Replikat von %1</translation>
    </message>
    <message>
        <source>Primary, replicated to %1</source>
        <translation>Primär, repliziert auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln data keys are not under the protector yet</source>
        <translation>
            <numerusform>%Ln Datenschlüssel ist noch nicht unter der Schutzvorrichtung</numerusform>
            <numerusform>%Ln Datenschlüssel sind noch nicht unter der Schutzvorrichtung</numerusform>
        </translation>
    </message>
    <message>
        <source>Wrapping them anew was interrupted. Their databases open all the same, as long as the former key is there.</source>
        <translation>Das Neuverpacken wurde unterbrochen. Ihre Datenbanken öffnen sich trotzdem, solange der frühere Schlüssel da ist.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Keyward</source>
        <translation>Keyward</translation>
    </message>
    <message>
        <source>Create a keystore</source>
        <translation>Schlüsselspeicher erstellen</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <source>Try a sample estate</source>
        <translation>Beispiel ansehen</translation>
    </message>
    <message>
        <source>Put a copy back…</source>
        <translation>Kopie zurückspielen…</translation>
    </message>
    <message>
        <source>Your keys, in your hands</source>
        <translation>Ihre Schlüssel, in Ihrer Hand</translation>
    </message>
    <message>
        <source>Keyward keeps vaults, keys and what they protect in one sealed file on this machine, shows the consequences before anything is done, and proves afterwards what was done.</source>
        <translation>Keyward bewahrt Tresore, Schlüssel und das, was sie schützen, in einer versiegelten Datei auf diesem Rechner auf, zeigt die Folgen, bevor etwas geschieht, und weist danach nach, was geschehen ist.</translation>
    </message>
    <message>
        <source>Open a keystore…</source>
        <translation>Schlüsselspeicher öffnen…</translation>
    </message>
    <message>
        <source>Put a copy of a keystore back…</source>
        <translation>Kopie eines Schlüsselspeichers zurückspielen…</translation>
    </message>
    <message>
        <source>The sample is made with real keys and a real backup, and thrown away when you close it.</source>
        <translation>Das Beispiel entsteht mit echten Schlüsseln und einer echten Sicherung und wird beim Schließen verworfen.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Keystore file</source>
        <translation>Datei des Schlüsselspeichers</translation>
    </message>
    <message>
        <source>Keystore</source>
        <translation>Schlüsselspeicher</translation>
    </message>
    <message>
        <source>Passphrase or recovery key</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Put this older copy back…</source>
        <translation>Diese ältere Kopie zurückspielen…</translation>
    </message>
    <message>
        <source>Unlock with the system keyring</source>
        <translation>Mit dem Schlüsselbund des Systems entsperren</translation>
    </message>
    <message>
        <source>Where it was enabled on the Keystore page</source>
        <translation>Sofern auf der Seite „Schlüsselspeicher“ eingerichtet</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
    <message>
        <source>Open a keystore</source>
        <translation>Schlüsselspeicher öffnen</translation>
    </message>
    <message>
        <source>Keystores (*.keyward);;All files (*)</source>
        <translation>Schlüsselspeicher (*.keyward);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Einen Moment</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Working</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Gefährdet</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Service-managed</source>
        <translation>Dienstverwaltet</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Ablauf %1</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>Noch nicht gültig</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Not purge-protected</source>
        <translation>Ohne Löschschutz</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts geöffnet</translation>
    </message>
    <message>
        <source>● Sample estate, thrown away when it is closed</source>
        <translation>● Beispielbestand, wird beim Schließen verworfen</translation>
    </message>
    <message>
        <source>● Sealed store: %1</source>
        <translation>● Versiegelter Speicher: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>StorageAccount</name>
    <message>
        <source>Create storage account</source>
        <translation>Speicherkonto anlegen</translation>
    </message>
    <message>
        <source>Keeps blobs and files, encrypted under a data key of its own. That one is wrapped by the platform&apos;s key, until you set one of yours.</source>
        <translation>Nimmt Blobs und Dateien auf, verschlüsselt unter einem eigenen Datenschlüssel. Den verpackt der Schlüssel der Plattform, bis Sie einen eigenen setzen.</translation>
    </message>
    <message>
        <source>Go back to service-managed keys</source>
        <translation>Zu dienstverwalteten Schlüsseln zurückkehren</translation>
    </message>
    <message>
        <source>The data key is wrapped by the platform&apos;s key at once, and blobs and files stay as they are. Do it before the permission on the key is taken away: afterwards the data key cannot be unwrapped, and so not be wrapped anew.</source>
        <translation>Den Datenschlüssel verpackt sofort der Schlüssel der Plattform; Blobs und Dateien bleiben, wie sie sind. Tun Sie es, bevor die Berechtigung am Schlüssel entzogen wird: Danach lässt sich der Datenschlüssel nicht mehr öffnen und so auch nicht neu verpacken.</translation>
    </message>
    <message>
        <source>Its blobs and files are encrypted under one data key, which %1 wraps.</source>
        <translation>Seine Blobs und Dateien sind unter einem Datenschlüssel verschlüsselt, den %1 verpackt.</translation>
    </message>
    <message>
        <source>The data key is wrapped by %1 at once. No stored byte is touched, however much there is.</source>
        <translation>Den Datenschlüssel verpackt sofort %1. Kein gespeichertes Byte wird berührt, wie viel es auch ist.</translation>
    </message>
    <message>
        <source>Its data key is wrapped by it; blobs and files stay as they are.</source>
        <translation>Er verpackt den Datenschlüssel; Blobs und Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>TableText</name>
    <message>
        <source>The list was saved.</source>
        <translation>Die Liste wurde gespeichert.</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>in a moment</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln days</source>
        <translation>
            <numerusform>in %Ln Tag</numerusform>
            <numerusform>in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date</comment>
        <translation>d.M.yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>a date with the time</comment>
        <translation>d.M.yyyy, HH:mm</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>System-assigned identity</source>
        <translation>Systemseitig zugewiesene Identität</translation>
    </message>
    <message>
        <source>User-assigned identity</source>
        <translation>Benutzerseitig zugewiesene Identität</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Application of the platform</source>
        <translation>Anwendung der Plattform</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
</context>
<context>
    <name>Things</name>
    <message>
        <source>Key vault, %1</source>
        <translation>Schlüsseltresor, %1</translation>
    </message>
    <message>
        <source>Key, %1</source>
        <translation>Schlüssel, %1</translation>
    </message>
    <message>
        <source>Key in %1, %2</source>
        <translation>Schlüssel in %1, %2</translation>
    </message>
    <message>
        <source>Deleted identity</source>
        <translation>Gelöschte Identität</translation>
    </message>
</context>
<context>
    <name>TrialForm</name>
    <message>
        <source>%1, to read old data</source>
        <translation>%1, zum Lesen alter Daten</translation>
    </message>
    <message>
        <source>This is not Base64 as it is shown when something was encrypted.</source>
        <translation>Das ist kein Base64, wie es beim Verschlüsseln gezeigt wurde.</translation>
    </message>
    <message>
        <source>Encrypt</source>
        <translation>Verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypted as %1 with %2.</source>
        <translation>Verschlüsselt als %1 mit %2.</translation>
    </message>
    <message>
        <source>Decrypt</source>
        <translation>Entschlüsseln</translation>
    </message>
    <message>
        <source>Decrypted as %1 with %2.</source>
        <translation>Entschlüsselt als %1 mit %2.</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Verpacken</translation>
    </message>
    <message>
        <source>Wrapped as %1 with %2.</source>
        <translation>Verpackt als %1 mit %2.</translation>
    </message>
    <message>
        <source>Unwrap</source>
        <translation>Entpacken</translation>
    </message>
    <message>
        <source>Unwrapped as %1 with %2.</source>
        <translation>Entpackt als %1 mit %2.</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Signieren</translation>
    </message>
    <message>
        <source>Signed as %1 with %2.</source>
        <translation>Signiert als %1 mit %2.</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>The signature fits: verified as %1 with %2.</source>
        <translation>Die Signatur passt: geprüft als %1 mit %2.</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Whoever asks is judged by the rules of the vault, and the call is logged like any other.</source>
        <translation>Nach den Regeln des Tresors wird beurteilt, wer anfragt, und der Aufruf wird wie jeder andere protokolliert.</translation>
    </message>
    <message>
        <source>From address</source>
        <translation>Von Adresse</translation>
    </message>
    <message>
        <source>For the firewall of the vault. Empty: this machine, 127.0.0.1.</source>
        <translation>Für die Firewall des Tresors. Leer: dieser Rechner, 127.0.0.1.</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithmus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>A text</source>
        <translation>Ein Text</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What was encrypted, in Base64</source>
        <translation>Das Verschlüsselte, in Base64</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Signature, in Base64</source>
        <translation>Signatur, in Base64</translation>
    </message>
    <message>
        <source>File with the signature</source>
        <translation>Datei mit der Signatur</translation>
    </message>
</context>
<context>
    <name>TryDialog</name>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as a new file…</source>
        <translation>Als neue Datei speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save as a new file</source>
        <translation>Als neue Datei speichern</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird ausgeführt…</translation>
    </message>
</context>
<context>
    <name>TryDraft</name>
    <message>
        <source>Decided by the state of the vault.</source>
        <translation>Entschieden nach dem Status des Tresors.</translation>
    </message>
    <message>
        <source>Decided by the firewall of the vault.</source>
        <translation>Entschieden nach der Firewall des Tresors.</translation>
    </message>
    <message>
        <source>Decided by the directory: there is no such principal any more.</source>
        <translation>Entschieden nach dem Verzeichnis: Diesen Prinzipal gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Decided by the tenant: principal and vault are not of the same one.</source>
        <translation>Entschieden nach dem Mandanten: Prinzipal und Tresor gehören nicht zu demselben.</translation>
    </message>
    <message>
        <source>Decided by the access policies of the vault.</source>
        <translation>Entschieden nach den Zugriffsrichtlinien des Tresors.</translation>
    </message>
    <message>
        <source>Decided by the role assignments that reach the key.</source>
        <translation>Entschieden nach den Rollenzuweisungen, die für den Schlüssel gelten.</translation>
    </message>
    <message>
        <source>Decided by the state of the key version.</source>
        <translation>Entschieden nach dem Status der Schlüsselversion.</translation>
    </message>
    <message>
        <source>Decided by the validity of the key version.</source>
        <translation>Entschieden nach der Gültigkeit der Schlüsselversion.</translation>
    </message>
    <message>
        <source>Decided by the operations of the key version.</source>
        <translation>Entschieden nach den Vorgängen der Schlüsselversion.</translation>
    </message>
    <message>
        <source>Try the key</source>
        <translation>Schlüssel ausprobieren</translation>
    </message>
    <message>
        <source>Try version %1 of %2</source>
        <translation>Version %1 von %2 ausprobieren</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>%1 ausprobieren</translation>
    </message>
    <message>
        <source>It is being done.</source>
        <translation>Wird gerade ausgeführt.</translation>
    </message>
    <message>
        <source>The key is gone.</source>
        <translation>Den Schlüssel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no principal to ask as. Turn on the identity of a resource, or make an application.</source>
        <translation>Es gibt keinen Prinzipal, als der angefragt werden könnte. Die Identität einer Ressource einschalten oder eine Anwendung erstellen.</translation>
    </message>
    <message>
        <source>%1, as text. It is gone when this is closed.</source>
        <translation>%1, als Text. Nach dem Schließen ist er verloren.</translation>
    </message>
    <message>
        <source>%1, in Base64. A file holds the bytes themselves.</source>
        <translation>%1, in Base64. Eine Datei enthält die Bytes selbst.</translation>
    </message>
    <message>
        <source>Decrypt it again</source>
        <translation>Wieder entschlüsseln</translation>
    </message>
    <message>
        <source>Unwrap it again</source>
        <translation>Wieder entpacken</translation>
    </message>
    <message>
        <source>Verify it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Saved as %1, readable only for you.</source>
        <translation>Gespeichert als %1, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Decided by the region of the vault, which is out.</source>
        <translation>Entschieden durch die Region des Tresors, die ausgefallen ist.</translation>
    </message>
</context>
<context>
    <name>UnlockSlots</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>System keyring</source>
        <translation>Schlüsselbund des Systems</translation>
    </message>
</context>
<context>
    <name>VaultActions</name>
    <message>
        <source>Purge protection: a deleted key cannot be destroyed before its retention ends</source>
        <translation>Löschschutz: Ein gelöschter Schlüssel kann nicht vernichtet werden, bevor seine Aufbewahrung endet</translation>
    </message>
    <message>
        <source>Write a whole number of days from 7 to 90.</source>
        <translation>Eine ganze Zahl von Tagen von 7 bis 90 angeben.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Premium, which also takes keys of the kinds for HSMs</source>
        <translation>Premium, nimmt auch Schlüssel der HSM-Arten an</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>3 to 24 letters, digits and hyphens</source>
        <translation>3 bis 24 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Who may use its keys is decided by</source>
        <translation>Über die Verwendung der Schlüssel entscheiden</translation>
    </message>
    <message>
        <source>Access policies of the vault</source>
        <translation>Zugriffsrichtlinien des Tresors</translation>
    </message>
    <message>
        <source>Roles, assigned from the tenant down to one key</source>
        <translation>Rollen, zugewiesen vom Mandanten bis hinab zu einem Schlüssel</translation>
    </message>
    <message>
        <source>Days for which deleted keys are kept</source>
        <translation>Tage, für die gelöschte Schlüssel aufbewahrt werden</translation>
    </message>
    <message>
        <source>7 to 90, fixed for good when the vault is created</source>
        <translation>7 bis 90; beim Erstellen des Tresors endgültig festgelegt</translation>
    </message>
    <message>
        <source>Needed before a key of the vault may protect anything</source>
        <translation>Nötig, bevor ein Schlüssel des Tresors etwas schützen darf</translation>
    </message>
    <message>
        <source>Vault %1 is created; roles decide who may use its keys.</source>
        <translation>Tresor %1 ist erstellt; Rollen entscheiden, wer seine Schlüssel verwenden darf.</translation>
    </message>
    <message>
        <source>Create key vault</source>
        <translation>Schlüsseltresor erstellen</translation>
    </message>
    <message>
        <source>A vault holds keys and says who may use them. Its region must fit that of what its keys protect.</source>
        <translation>Ein Tresor enthält Schlüssel und legt fest, wer sie verwenden darf. Seine Region muss zu der Region dessen passen, was seine Schlüssel schützen.</translation>
    </message>
    <message>
        <source>Turn on purge protection</source>
        <translation>Löschschutz einschalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The vault with all its keys goes into the deleted state and can be recovered until its retention ends.</source>
        <translation>Der Tresor mit allen seinen Schlüsseln geht in den Zustand „gelöscht“ über und kann wiederhergestellt werden, bis seine Aufbewahrung endet.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Purge</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Change tier and tags</source>
        <translation>Tarif und Tags ändern</translation>
    </message>
    <message>
        <source>A standard vault holds no keys of the kinds for HSMs. Region, retention and what protects deleted keys stay as they are.</source>
        <translation>Ein Standard-Tresor enthält keine Schlüssel der HSM-Arten. Region, Aufbewahrung und der Schutz gelöschter Schlüssel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Into another resource group, of this subscription or another. Its keys, its rules and its region stay; role assignments and locks of the new place hold for it, those of the old one no longer do. It follows its subscription to another tenant.</source>
        <translation>In eine andere Ressourcengruppe, in diesem oder einem anderen Abonnement. Schlüssel, Regeln und Region bleiben; es gelten die Rollenzuweisungen und Sperren des neuen Ortes, nicht mehr die des alten. Mit dem Abonnement wechselt auch der Mandant.</translation>
    </message>
</context>
<context>
    <name>VaultBlades</name>
    <message>
        <source>All networks</source>
        <translation>Alle Netzwerke</translation>
    </message>
    <message>
        <source>Selected networks</source>
        <translation>Ausgewählte Netzwerke</translation>
    </message>
    <message>
        <source>Public access disabled</source>
        <translation>Öffentlicher Zugriff deaktiviert</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Essentials</source>
        <translation>Grunddaten</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Ressource</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Where used</source>
        <translation>Verwendung</translation>
    </message>
    <message>
        <source>Nothing depends on this vault</source>
        <translation>Nichts hängt von diesem Tresor ab</translation>
    </message>
    <message>
        <source>Resources whose customer-managed key is in this vault appear here.</source>
        <translation>Ressourcen, deren kundenseitig verwalteter Schlüssel in diesem Tresor liegt, erscheinen hier.</translation>
    </message>
    <message>
        <source>Deleted %1; purged for good on %2</source>
        <translation>Gelöscht: %1; endgültige Löschung: %2</translation>
    </message>
    <message>
        <source>Its keys work again once it is recovered.</source>
        <translation>Seine Schlüssel funktionieren wieder, sobald er wiederhergestellt ist.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Purge protection is off: a deleted key could be destroyed at once</source>
        <translation>Der Löschschutz ist ausgeschaltet: Ein gelöschter Schlüssel könnte sofort vernichtet werden</translation>
    </message>
    <message>
        <source>Keys of this vault cannot protect a resource before it is on.</source>
        <translation>Schlüssel dieses Tresors können keine Ressource schützen, bevor er eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Turn on…</source>
        <translation>Einschalten…</translation>
    </message>
    <message>
        <source>Vault URI</source>
        <translation>Tresor-URI</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Access by</source>
        <translation>Zugriff nach</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netzwerke</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>old points only</source>
        <translation>nur alte Punkte</translation>
    </message>
    <message>
        <source>%1 of %2; all of them stand under All resources</source>
        <translation>%1 von %2; alle stehen unter „Alle Ressourcen“</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>A key wraps the data keys of the resources bound to it. It is made here and never leaves the keystore in the clear.</source>
        <translation>Ein Schlüssel verpackt die Datenschlüssel der Ressourcen, die an ihn gebunden sind. Er wird hier erzeugt und verlässt den Schlüsselspeicher nie im Klartext.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Soft delete</source>
        <translation>Vorläufiges Löschen</translation>
    </message>
    <message>
        <source>Cannot be turned off</source>
        <translation>Kann nicht ausgeschaltet werden</translation>
    </message>
    <message>
        <source>A deleted key is gone at once</source>
        <translation>Ein gelöschter Schlüssel ist sofort verloren</translation>
    </message>
    <message>
        <source>Purge protection</source>
        <translation>Löschschutz</translation>
    </message>
    <message>
        <source>A deleted key could be destroyed at once</source>
        <translation>Ein gelöschter Schlüssel könnte sofort vernichtet werden</translation>
    </message>
    <message>
        <source>Retention of deleted keys</source>
        <translation>Aufbewahrung gelöschter Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days, fixed when the vault was created</source>
        <translation>
            <numerusform>%Ln Tag, festgelegt beim Erstellen des Tresors</numerusform>
            <numerusform>%Ln Tage, festgelegt beim Erstellen des Tresors</numerusform>
        </translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Subscription id</source>
        <translation>Abonnement-ID</translation>
    </message>
    <message>
        <source>Resource group</source>
        <translation>Ressourcengruppe</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Access policies</source>
        <translation>Zugriffsrichtlinien</translation>
    </message>
</context>
<context>
    <name>VaultNetworkingBlades</name>
    <message>
        <source>All networks</source>
        <translation>Alle Netzwerke</translation>
    </message>
    <message>
        <source>Selected networks and private endpoints</source>
        <translation>Ausgewählte Netzwerke und private Endpunkte</translation>
    </message>
    <message>
        <source>Private endpoints only</source>
        <translation>Nur private Endpunkte</translation>
    </message>
    <message>
        <source>Public access</source>
        <translation>Öffentlicher Zugriff</translation>
    </message>
    <message>
        <source>What it lets in</source>
        <translation>Was sie zulässt</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Address ranges and subnets</source>
        <translation>Adressbereiche und Subnetze</translation>
    </message>
    <message>
        <source>No address ranges and no subnets</source>
        <translation>Keine Adressbereiche und keine Subnetze</translation>
    </message>
    <message>
        <source>They say from where the keys can be used once only selected networks are let in. Begin with the address of this machine, so that it is not locked out itself.</source>
        <translation>Sie legen fest, von wo aus die Schlüssel verwendet werden können, sobald nur ausgewählte Netzwerke zugelassen sind. Mit der Adresse dieses Rechners beginnen, damit er nicht selbst ausgesperrt wird.</translation>
    </message>
    <message>
        <source>Let in from</source>
        <translation>Zugang über</translation>
    </message>
    <message>
        <source>Trusted services</source>
        <translation>Vertrauenswürdige Dienste</translation>
    </message>
    <message>
        <source>Come in all the same</source>
        <translation>Trotzdem Zugang</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Kein Zugang</translation>
    </message>
    <message>
        <source>Private endpoints</source>
        <translation>Private Endpunkte</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>%1 of %2 let callers in</source>
        <translation>%1 von %2 gewähren Zugang</translation>
    </message>
    <message>
        <source>The ranges keep out nobody</source>
        <translation>Die Bereiche halten niemanden fern</translation>
    </message>
    <message>
        <source>Together they hold %1.</source>
        <translation>Zusammen enthalten sie %1.</translation>
    </message>
    <message>
        <source>Nobody can use the keys of this vault</source>
        <translation>Niemand kann die Schlüssel dieses Tresors verwenden</translation>
    </message>
    <message>
        <source>Networks are limited, nothing is let in, and trusted services are kept out.</source>
        <translation>Netzwerke sind eingeschränkt, nichts ist zugelassen, und vertrauenswürdige Dienste haben keinen Zugang.</translation>
    </message>
    <message>
        <source>Add my address…</source>
        <translation>Eigene Adresse hinzufügen…</translation>
    </message>
    <message>
        <source>Ranges and subnets have no effect now</source>
        <translation>Bereiche und Subnetze haben jetzt keine Wirkung</translation>
    </message>
    <message>
        <source>Everybody is let in. They count once only selected networks are.</source>
        <translation>Alle haben Zugang. Sie gelten, sobald nur ausgewählte Netzwerke zugelassen sind.</translation>
    </message>
    <message>
        <source>Only private endpoints let callers in. They count once selected networks are let in.</source>
        <translation>Nur private Endpunkte gewähren Zugang. Sie gelten, sobald ausgewählte Netzwerke zugelassen sind.</translation>
    </message>
    <message>
        <source>Lets in</source>
        <translation>Lässt zu</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>Ohne Wirkung</translation>
    </message>
    <message>
        <source>Address range</source>
        <translation>Adressbereich</translation>
    </message>
    <message>
        <source>Subnet</source>
        <translation>Subnetz</translation>
    </message>
    <message>
        <source>Private endpoint</source>
        <translation>Privater Endpunkt</translation>
    </message>
    <message>
        <source>In subnet</source>
        <translation>In Subnetz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>No private endpoints</source>
        <translation>Keine privaten Endpunkte</translation>
    </message>
    <message>
        <source>A private endpoint lets a whole virtual network in by a way of its own, also where public access is off. It waits for approval first.</source>
        <translation>Ein privater Endpunkt gewährt einem ganzen virtuellen Netzwerk auf einem eigenen Weg Zugang, auch wenn der öffentliche Zugriff deaktiviert ist. Zuerst wartet er auf Genehmigung.</translation>
    </message>
    <message>
        <source>Approve…</source>
        <translation>Genehmigen…</translation>
    </message>
    <message>
        <source>What is bound to its keys</source>
        <translation>Was an seine Schlüssel gebunden ist</translation>
    </message>
    <message>
        <source>No resource is bound to a key of this vault</source>
        <translation>Keine Ressource ist an einen Schlüssel dieses Tresors gebunden</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertrauenswürdig</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>All networks are let in, so every service comes in</source>
        <translation>Alle Netzwerke sind zugelassen, daher haben alle Dienste Zugang</translation>
    </message>
    <message>
        <source>Once networks are limited, trusted services still come in.</source>
        <translation>Sobald Netzwerke eingeschränkt sind, haben vertrauenswürdige Dienste weiterhin Zugang.</translation>
    </message>
    <message>
        <source>Once networks are limited, trusted services are kept out too.</source>
        <translation>Sobald Netzwerke eingeschränkt sind, haben auch vertrauenswürdige Dienste keinen Zugang.</translation>
    </message>
    <message>
        <source>Trusted services come in whatever the rules say</source>
        <translation>Vertrauenswürdige Dienste haben Zugang, unabhängig von den Regeln</translation>
    </message>
    <message>
        <source>What they may do is decided by what they were given.</source>
        <translation>Was sie tun dürfen, hängt von den erteilten Berechtigungen ab.</translation>
    </message>
    <message>
        <source>Trusted services are kept out</source>
        <translation>Vertrauenswürdige Dienste haben keinen Zugang</translation>
    </message>
    <message>
        <source>Services of the platform do not reach the keys of this vault.</source>
        <translation>Dienste der Plattform erreichen die Schlüssel dieses Tresors nicht.</translation>
    </message>
    <message>
        <source>Let them in…</source>
        <translation>Zulassen…</translation>
    </message>
    <message>
        <source>Comes in</source>
        <translation>Hat Zugang</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>Nicht aufgeführt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln resources</source>
        <translation>
            <numerusform>%Ln Ressource</numerusform>
            <numerusform>%Ln Ressourcen</numerusform>
        </translation>
    </message>
    <message>
        <source>No resource is bound to a key yet</source>
        <translation>Noch keine Ressource ist an einen Schlüssel gebunden</translation>
    </message>
    <message>
        <source>For each resource with a customer-managed key, this page says whether its identities get through the firewall of the vault, and why.</source>
        <translation>Für jede Ressource mit kundenseitig verwaltetem Schlüssel zeigt diese Seite, ob ihre Identitäten durch die Firewall des Tresors kommen, und warum.</translation>
    </message>
    <message>
        <source>Networking</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation>Wer ihn erreicht</translation>
    </message>
    <message>
        <source>Who reaches what</source>
        <translation>Wer was erreicht</translation>
    </message>
    <message>
        <source>Assure</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Are let in like everybody</source>
        <translation>Zugang wie alle anderen</translation>
    </message>
</context>
<context>
    <name>VaultSources</name>
    <message>
        <source>Will be purged on %1</source>
        <translation>Endgültige Löschung am %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzung</translation>
    </message>
    <message>
        <source>Resources that depend on its keys</source>
        <translation>Ressourcen, die von seinen Schlüsseln abhängen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Resources that depend on it</source>
        <translation>Ressourcen, die davon abhängen</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
</context>
<context>
    <name>VnetActions</name>
    <message>
        <source>Create virtual network</source>
        <translation>Virtuelles Netzwerk erstellen</translation>
    </message>
    <message>
        <source>Addresses from which callers come. Its subnets can be let into key vaults, and private endpoints stand in them.</source>
        <translation>Adressen, von denen Aufrufer kommen. Seine Subnetze können in Schlüsseltresoren zugelassen werden, und private Endpunkte liegen in ihnen.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>2 to 50 letters, digits and hyphens</source>
        <translation>2 bis 50 Buchstaben, Ziffern und Bindestriche</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>One range or several, as in 10.1.0.0/16, 2001:db8:1::/48</source>
        <translation>Ein Bereich oder mehrere, etwa 10.1.0.0/16, 2001:db8:1::/48</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>With its subnets. Only one that no vault lets in and in which no private endpoint stands.</source>
        <translation>Mit seinen Subnetzen. Nur möglich, wenn kein Tresor es zulässt und kein privater Endpunkt darin liegt.</translation>
    </message>
    <message>
        <source>A range within those of the virtual network, as in 10.1.2.0/24</source>
        <translation>Ein Bereich innerhalb derer des virtuellen Netzwerks, etwa 10.1.2.0/24</translation>
    </message>
    <message>
        <source>Service endpoint for key vaults</source>
        <translation>Dienstendpunkt für Schlüsseltresore</translation>
    </message>
    <message>
        <source>With it, vaults can see the subnet and let it in</source>
        <translation>Damit können Tresore das Subnetz erkennen und zulassen</translation>
    </message>
    <message>
        <source>Add subnet</source>
        <translation>Subnetz hinzufügen</translation>
    </message>
    <message>
        <source>There is a subnet of this name already.</source>
        <translation>Ein Subnetz dieses Namens gibt es bereits.</translation>
    </message>
    <message>
        <source>Change subnet</source>
        <translation>Subnetz ändern</translation>
    </message>
    <message>
        <source>Where vaults let it in, that holds for its new addresses from then on.</source>
        <translation>Wo Tresore es zulassen, gilt das ab dann für seine neuen Adressen.</translation>
    </message>
    <message>
        <source>Remove subnet</source>
        <translation>Subnetz entfernen</translation>
    </message>
    <message>
        <source>Only one that no vault lets in and in which no private endpoint stands.</source>
        <translation>Nur möglich, wenn kein Tresor es zulässt und kein privater Endpunkt darin liegt.</translation>
    </message>
</context>
<context>
    <name>WindowWords</name>
    <message>
        <source>It may be gone by now; choose one of those there are.</source>
        <translation>Vielleicht gibt es dies nicht mehr; etwas wählen, was vorhanden ist.</translation>
    </message>
    <message>
        <source>Give this user the right to read it, or leave out what cannot be read.</source>
        <translation>Diesem Benutzer das Leserecht geben oder auslassen, was nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>Run it again from the list of jobs; it gets a new data key.</source>
        <translation>In der Liste der Aufträge erneut ausführen; der Auftrag erhält einen neuen Datenschlüssel.</translation>
    </message>
    <message>
        <source>Back up the folders beside it.</source>
        <translation>Die Ordner daneben sichern.</translation>
    </message>
    <message>
        <source>Choose the keystore&apos;s file, or create a keystore.</source>
        <translation>Die Datei des Schlüsselspeichers wählen oder einen Schlüsselspeicher erstellen.</translation>
    </message>
    <message>
        <source>Choose the keystore&apos;s file.</source>
        <translation>Die Datei des Schlüsselspeichers wählen.</translation>
    </message>
    <message>
        <source>Type its passphrase or its recovery key.</source>
        <translation>Passphrase oder Wiederherstellungsschlüssel eingeben.</translation>
    </message>
    <message>
        <source>If an older copy was put back on purpose, put it back below: its log then says so. If not, find out who replaced the file.</source>
        <translation>Wurde absichtlich eine ältere Kopie eingesetzt, sie unten zurückspielen: Ihr Protokoll vermerkt es dann. Andernfalls herausfinden, wer die Datei ausgetauscht hat.</translation>
    </message>
    <message>
        <source>Put a copy of it back.</source>
        <translation>Eine Kopie davon zurückspielen.</translation>
    </message>
    <message>
        <source>Put a copy of the keystore back, and find out who could write to the file.</source>
        <translation>Eine Kopie des Schlüsselspeichers zurückspielen und herausfinden, wer in die Datei schreiben konnte.</translation>
    </message>
    <message>
        <source>There is nothing to lock.</source>
        <translation>Es gibt nichts zu sperren.</translation>
    </message>
    <message>
        <source>End the unlock agent, then try again.</source>
        <translation>Den Entsperragenten beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Let the agent go on, or end its process, then try again.</source>
        <translation>Den Agenten weiterarbeiten lassen oder seinen Prozess beenden, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Remove the other names, or copy the file.</source>
        <translation>Die anderen Namen entfernen oder die Datei kopieren.</translation>
    </message>
    <message>
        <source>Disabling it instead can be undone. To go on all the same, look at what breaks and type the name.</source>
        <translation>Ein Deaktivieren stattdessen kann rückgängig gemacht werden. Um trotzdem fortzufahren, ansehen, was ausfällt, und den Namen eingeben.</translation>
    </message>
    <message>
        <source>Look at what breaks and how it is undone; to go on all the same, type the name.</source>
        <translation>Ansehen, was ausfällt und wie es rückgängig gemacht wird; um trotzdem fortzufahren, den Namen eingeben.</translation>
    </message>
    <message>
        <source>Give them access under the other model first; to go on all the same, type the name.</source>
        <translation>Den Betroffenen zuerst nach dem anderen Modell Zugriff geben; um trotzdem fortzufahren, den Namen eingeben.</translation>
    </message>
    <message>
        <source>Tick that you understand it.</source>
        <translation>Häkchen setzen, dass dies klar ist.</translation>
    </message>
    <message>
        <source>Synchronise the clock of this machine, or accept it on the Keystore page.</source>
        <translation>Die Uhr dieses Rechners synchronisieren oder sie auf der Seite „Schlüsselspeicher“ bestätigen.</translation>
    </message>
    <message>
        <source>Copy the identifier from the key&apos;s own page.</source>
        <translation>Den Bezeichner von der Seite des Schlüssels kopieren.</translation>
    </message>
    <message>
        <source>Its Encryption page changes the key.</source>
        <translation>Auf der Seite „Verschlüsselung“ lässt sich der Schlüssel ändern.</translation>
    </message>
    <message>
        <source>Write the path as it stands below the folder that was backed up, or leave it empty for everything.</source>
        <translation>Den Pfad so schreiben, wie er unterhalb des gesicherten Ordners steht, oder leer lassen für alles.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one on the Reports page.</source>
        <translation>Den Fingerabdruck mit dem auf der Seite „Berichte“ vergleichen.</translation>
    </message>
    <message>
        <source>Check that it listens there and that no firewall stands between; its entries wait and are sent in order once it answers. A test message tries at once.</source>
        <translation>Prüfen Sie, ob er dort lauscht und keine Firewall dazwischen steht; seine Einträge warten und werden der Reihe nach gesendet, sobald er antwortet. Eine Testnachricht versucht es sofort.</translation>
    </message>
    <message>
        <source>Add it with the certificate of the authority that vouches for it, and with the name that its certificate is for where that is not its host&apos;s.</source>
        <translation>Fügen Sie ihn mit dem Zertifikat der Stelle hinzu, die für ihn bürgt, und mit dem Namen, auf den sein Zertifikat lautet, wenn es nicht der seines Hosts ist.</translation>
    </message>
    <message>
        <source>The keystore was put back from an older copy. Once it is clear which of the two is right, remove the receiver and add it again with the log&apos;s first entry: it then gets the log as it is now.</source>
        <translation>Der Schlüsselspeicher wurde aus einer älteren Kopie zurückgeholt. Sobald klar ist, welches von beiden stimmt, entfernen Sie den Empfänger und fügen Sie ihn ab dem ersten Eintrag des Protokolls wieder hinzu: Er bekommt dann das Protokoll, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>A test message tries at once.</source>
        <translation>Eine Testnachricht versucht es sofort.</translation>
    </message>
    <message>
        <source>The page of SIEM receivers says what to do; a test message tries at once.</source>
        <translation>Die Seite der SIEM-Empfänger sagt, was zu tun ist; eine Testnachricht versucht es sofort.</translation>
    </message>
    <message>
        <source>Choose its store on its Encryption page, and enable the key of that one.</source>
        <translation>Wählen Sie den Speicher auf der Seite Verschlüsselung und aktivieren Sie dessen Schlüssel.</translation>
    </message>
    <message>
        <source>Choose another store for those first, on their Encryption pages.</source>
        <translation>Wählen Sie für diese zuerst einen anderen Speicher, auf ihren Seiten Verschlüsselung.</translation>
    </message>
    <message>
        <source>Use a user-assigned identity.</source>
        <translation>Nehmen Sie eine benutzerzugewiesene Identität.</translation>
    </message>
    <message>
        <source>Mend the file where it says, and choose it again. Nothing was added.</source>
        <translation>Bessern Sie die Datei an den genannten Stellen aus und wählen Sie sie noch einmal. Es wurde nichts hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save and continue later</source>
        <translation>Speichern und später fortsetzen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Step %1 of %2, %3.</source>
        <translation>Schritt %1 von %2, %3.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Wird ausgeführt…</translation>
    </message>
</context>
<context>
    <name>WorkspaceView</name>
    <message>
        <source>Keyward, home</source>
        <translation>Keyward, Startseite</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Notifications, %1 new</source>
        <translation>Benachrichtigungen, %1 neu</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Light or dark, and when to lock</source>
        <translation>Hell oder dunkel, und wann gesperrt wird</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Close the keystore (Ctrl+L)</source>
        <translation>Den Schlüsselspeicher schließen (Strg+L)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Lock after %1 minutes</source>
        <translation>Nach %1 Minuten sperren</translation>
    </message>
    <message>
        <source>Do not lock by itself</source>
        <translation>Nicht von selbst sperren</translation>
    </message>
    <message>
        <source>Lock with the screen, and when the machine sleeps</source>
        <translation>Mit dem Bildschirm sperren und wenn der Rechner in den Ruhezustand geht</translation>
    </message>
    <message>
        <source>The window speaks %1 from its next start.</source>
        <translation>Die Sprache des Fensters ab dem nächsten Start: %1.</translation>
    </message>
    <message>
        <source>The system&apos;s language</source>
        <translation>Sprache des Systems</translation>
    </message>
    <message>
        <source>Leave the wizard?</source>
        <translation>Assistent verlassen?</translation>
    </message>
    <message>
        <source>What you chose can be kept and continued later from the resource&apos;s Encryption page.</source>
        <translation>Was gewählt ist, kann aufbewahrt und später auf der Seite „Verschlüsselung“ der Ressource fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save and continue later</source>
        <translation>Speichern und später fortsetzen</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Help (F1)</source>
        <translation>Hilfe (F1)</translation>
    </message>
    <message>
        <source>What you chose can be kept and continued later from the home page.</source>
        <translation>Was Sie gewählt haben, kann aufgehoben und später von der Startseite aus fortgesetzt werden.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>New window (Ctrl+Shift+N)</source>
        <translation>Neues Fenster (Strg+Umschalt+N)</translation>
    </message>
    <message>
        <source>%1 are selected; at most %2 at once.</source>
        <translation>%1 sind ausgewählt; höchstens %2 auf einmal.</translation>
    </message>
    <message>
        <source>Narrow the list with the filter, or select fewer.</source>
        <translation>Grenzen Sie die Liste mit dem Filter ein oder wählen Sie weniger aus.</translation>
    </message>
</context>
</TS>
