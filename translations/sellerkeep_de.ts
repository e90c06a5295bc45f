<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QApplication</name>
    <message>
        <source>Folder of all profiles.</source>
        <translation>Ordner aller Profile.</translation>
    </message>
    <message>
        <source>Where new profiles keep secrets: os or file.</source>
        <translation>Wo neue Profile ihre Geheimnisse aufbewahren: os oder file.</translation>
    </message>
    <message>
        <source>File descriptor to read the passphrase of sealed files from.</source>
        <translation>Dateideskriptor, von dem die Passphrase versiegelter Dateien gelesen wird.</translation>
    </message>
    <message>
        <source>The profile to open.</source>
        <translation>Das Profil, das geöffnet wird.</translation>
    </message>
    <message>
        <source>Connect new accounts to a sample Amazon on this computer.</source>
        <translation>Neue Konten mit einem Beispiel-Amazon auf diesem Computer verbinden.</translation>
    </message>
    <message>
        <source>Its token address.</source>
        <translation>Dessen Adresse für Token.</translation>
    </message>
    <message>
        <source>The certificate authority it uses.</source>
        <translation>Dessen Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>--api-url, --token-url and --ca-file go together, and the file must be readable.</source>
        <translation>--api-url, --token-url und --ca-file gehören zusammen, und die Datei muss lesbar sein.</translation>
    </message>
</context>
<context>
    <name>sk::desktop::Desktop</name>
    <message>
        <source>Preparing the sample shop …</source>
        <translation>Der Beispiel-Shop wird vorbereitet…</translation>
    </message>
</context>
<context>
    <name>sk::ui::ConfirmDialog</name>
    <message>
        <source>Cancel and change nothing</source>
        <translation>Abbrechen und nichts ändern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sk::ui::EraseConfirmDialog</name>
    <message>
        <source>Reason of the erasure</source>
        <translation>Grund der Löschung</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
</context>
<context>
    <name>sk::ui::ErrorText</name>
    <message>
        <source>Something in this input is not complete or not valid. Check the fields and try again.</source>
        <translation>Eine Eingabe ist unvollständig oder ungültig. Prüfen Sie die Felder und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is no longer there. It may have been removed in the meantime; refresh the page.</source>
        <translation>Das gibt es hier nicht mehr. Vielleicht wurde es inzwischen entfernt; laden Sie die Seite neu.</translation>
    </message>
    <message>
        <source>There is already one with this name. Choose another name.</source>
        <translation>Es gibt schon etwas mit diesem Namen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This was stopped. Start it again to go on where it stopped.</source>
        <translation>Der Vorgang wurde angehalten. Starten Sie ihn erneut, um dort weiterzumachen, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>The profile is busy: another Sellerkeep or a sync is working with it. Wait until it has finished, then try again.</source>
        <translation>Das Profil ist in Gebrauch: Ein anderes Sellerkeep oder ein Abgleich arbeitet damit. Warten Sie, bis das beendet ist, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The system keychain is locked, and nothing was changed. Unlock it, for example by signing in to your desktop session again, then try again.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt; es wurde nichts verändert. Entsperren Sie ihn, zum Beispiel indem Sie sich neu am Desktop anmelden, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>No system keychain answers, and nothing was changed. Start GNOME Keyring, KWallet or the keychain of your system, then try again.</source>
        <translation>Kein Schlüsselbund des Systems antwortet; es wurde nichts verändert. Starten Sie GNOME Keyring, KWallet oder den Schlüsselbund Ihres Systems und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The keychain works, but the entries of this profile are gone from it. The data was left untouched: restore the keychain from a backup of your system.</source>
        <translation>Der Schlüsselbund funktioniert, aber die Einträge dieses Profils fehlen darin. Die Daten wurden nicht angerührt: Stellen Sie den Schlüsselbund aus einer Sicherung Ihres Systems wieder her.</translation>
    </message>
    <message>
        <source>This passphrase does not open the sealed file. Check it and enter it again.</source>
        <translation>Diese Passphrase öffnet die versiegelte Datei nicht. Prüfen Sie sie und geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>A file with keys or credentials cannot be read. Restore it from a backup, or export it anew where it came from; the data itself was left untouched.</source>
        <translation>Eine Datei mit Schlüsseln oder Zugangsdaten ist nicht lesbar. Stellen Sie sie aus einer Sicherung wieder her, oder exportieren Sie sie dort neu, woher sie kam; die Daten selbst wurden nicht angerührt.</translation>
    </message>
    <message>
        <source>A file could not be read or written. Check that the folder exists and that you may write there.</source>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden. Prüfen Sie, ob es den Ordner gibt und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>The keychain no longer holds the expiry key of this connection, so its sealed personal data cannot be read. Restore the keychain from a backup of your system, or connect the account again to go on without that data.</source>
        <translation>Der Schlüsselbund enthält den Ablaufschlüssel dieser Verbindung nicht mehr; ihre versiegelten personenbezogenen Daten sind nicht lesbar. Stellen Sie den Schlüsselbund aus einer Sicherung wieder her, oder verbinden Sie das Konto neu, um ohne diese Daten weiterzumachen.</translation>
    </message>
    <message>
        <source>The data folder is on a network drive, where a database can be damaged. Choose a folder on a local disk.</source>
        <translation>Der Datenordner liegt auf einem Netzlaufwerk; dort kann eine Datenbank beschädigt werden. Wählen Sie einen Ordner auf einer lokalen Festplatte.</translation>
    </message>
    <message>
        <source>The audit history does not verify: entries were changed, removed or inserted outside Sellerkeep. Keep a copy of the profile folder and find out who had access to it.</source>
        <translation>Das Protokoll hält der Prüfung nicht stand: Einträge wurden außerhalb von Sellerkeep geändert, entfernt oder eingefügt. Bewahren Sie eine Kopie des Profilordners auf und klären Sie, wer Zugriff darauf hatte.</translation>
    </message>
    <message>
        <source>The clock of this computer cannot be right. Set date and time, then try again.</source>
        <translation>Die Uhr dieses Computers kann nicht stimmen. Stellen Sie Datum und Uhrzeit und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Too many attempts in a short time. Wait a while, then try again.</source>
        <translation>Zu viele Versuche in kurzer Zeit. Warten Sie eine Weile und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Sellerkeep made a mistake that is ours, not yours. Please report it with the detail shown in the tool tip.</source>
        <translation>Sellerkeep hat einen Fehler gemacht, der nicht an Ihnen liegt. Bitte melden Sie ihn mit den Einzelheiten aus dem Tooltip.</translation>
    </message>
    <message>
        <source>A database file of this profile is missing or empty. Restore it from a backup; Sellerkeep has not made a new one in its place.</source>
        <translation>Eine Datenbankdatei dieses Profils fehlt oder ist leer. Stellen Sie sie aus einer Sicherung wieder her; Sellerkeep hat keine neue an ihrer Stelle angelegt.</translation>
    </message>
    <message>
        <source>The database does not open with the key of this profile. If the file was copied from elsewhere, put the right file back.</source>
        <translation>Die Datenbank lässt sich mit dem Schlüssel dieses Profils nicht öffnen. Falls die Datei von anderswo kopiert wurde, legen Sie die richtige zurück.</translation>
    </message>
    <message>
        <source>The database is damaged. Restore it from a backup; the damaged file was left as it is.</source>
        <translation>Die Datenbank ist beschädigt. Stellen Sie sie aus einer Sicherung wieder her; die beschädigte Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The database file was cut short, perhaps while it was copied. Restore it from a backup; the file was left as it is.</source>
        <translation>Die Datenbankdatei ist abgeschnitten, vielleicht beim Kopieren. Stellen Sie sie aus einer Sicherung wieder her; die Datei blieb, wie sie ist.</translation>
    </message>
    <message>
        <source>The database was written by a newer version of Sellerkeep. Update this program.</source>
        <translation>Die Datenbank stammt von einer neueren Version von Sellerkeep. Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>The database file belongs to another program or another profile. Put the right file back.</source>
        <translation>Die Datenbankdatei gehört zu einem anderen Programm oder einem anderen Profil. Legen Sie die richtige zurück.</translation>
    </message>
    <message>
        <source>The database is older than the state this computer has already seen, so an older copy was put back. Put the newer file back.</source>
        <translation>Die Datenbank ist älter als der Stand, den dieser Computer schon gesehen hat; es wurde also eine ältere Kopie zurückgelegt. Legen Sie die neuere Datei zurück.</translation>
    </message>
    <message>
        <source>The disk is full. Free some space and start again; nothing was lost.</source>
        <translation>Der Datenträger ist voll. Schaffen Sie Platz und starten Sie erneut; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>The database refused an operation. Try again; if it stays, report it with the detail shown in the tool tip.</source>
        <translation>Die Datenbank hat einen Vorgang abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es mit den Einzelheiten aus dem Tooltip.</translation>
    </message>
    <message>
        <source>Amazon cannot be reached. Check the network connection; the next sync goes on where this one stopped.</source>
        <translation>Amazon ist nicht erreichbar. Prüfen Sie die Netzwerkverbindung; der nächste Abgleich macht dort weiter, wo dieser aufgehört hat.</translation>
    </message>
    <message>
        <source>Amazon did not answer in time. Try again in a few minutes; nothing was lost.</source>
        <translation>Amazon hat nicht rechtzeitig geantwortet. Versuchen Sie es in ein paar Minuten noch einmal; es ging nichts verloren.</translation>
    </message>
    <message>
        <source>The server could not prove that it is Amazon, so nothing was sent. A proxy, a hotel network or a wrong clock may be in the way.</source>
        <translation>Der Server konnte nicht nachweisen, dass er Amazon ist; es wurde nichts gesendet. Ein Proxy, ein Hotelnetz oder eine falsche Uhr kann die Ursache sein.</translation>
    </message>
    <message>
        <source>The server tried to send Sellerkeep to another address. This was refused and nothing was sent there.</source>
        <translation>Der Server wollte Sellerkeep an eine andere Adresse schicken. Das wurde abgelehnt, und es wurde nichts dorthin gesendet.</translation>
    </message>
    <message>
        <source>This address is not one of Amazon’s for the chosen region, so it was not contacted. Check the region of the connection.</source>
        <translation>Diese Adresse ist keine von Amazon in der gewählten Region und wurde deshalb nicht angesprochen. Prüfen Sie die Region der Verbindung.</translation>
    </message>
    <message>
        <source>The answer was larger than any real one and was refused. Try again later.</source>
        <translation>Die Antwort war größer als jede echte und wurde abgelehnt. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Amazon’s answer is not what its documentation promises, and nothing of it was stored. Try again later; look for an update of Sellerkeep if it stays.</source>
        <translation>Amazons Antwort entspricht nicht der Dokumentation; nichts davon wurde gespeichert. Versuchen Sie es später noch einmal; bleibt es dabei, suchen Sie nach einer neuen Version von Sellerkeep.</translation>
    </message>
    <message>
        <source>Amazon asked us to slow down. Nothing is lost; sync again in a few minutes.</source>
        <translation>Amazon bittet uns, langsamer zu fragen. Es ging nichts verloren; gleichen Sie in ein paar Minuten erneut ab.</translation>
    </message>
    <message>
        <source>Amazon has a problem on its side. Sync again later; the sync goes on where it stopped.</source>
        <translation>Amazon hat selbst eine Störung. Gleichen Sie später ab; es geht dort weiter, wo der Abgleich aufgehört hat.</translation>
    </message>
    <message>
        <source>Amazon refused the request as wrong. Try again; if it stays, report it with the request id from the audit history.</source>
        <translation>Amazon hat die Anfrage als falsch abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, melden Sie es mit der Anfragenummer aus dem Protokoll.</translation>
    </message>
    <message>
        <source>Amazon no longer accepts this authorisation. Authorise your application again in Seller Central and connect with the new refresh token; what is stored stays.</source>
        <translation>Amazon nimmt diese Autorisierung nicht mehr an. Autorisieren Sie Ihre Anwendung in Seller Central erneut und verbinden Sie das Konto mit dem neuen Refresh-Token; Gespeichertes bleibt.</translation>
    </message>
    <message>
        <source>Amazon does not accept this client id and client secret together. Copy both again from Seller Central; the refresh token stays valid.</source>
        <translation>Amazon nimmt diese Client-ID und dieses Client-Secret zusammen nicht an. Kopieren Sie beide noch einmal aus Seller Central; das Refresh-Token bleibt gültig.</translation>
    </message>
    <message>
        <source>The client secret is older than 180 days and has expired. Rotate it in Seller Central and enter the new one.</source>
        <translation>Das Client-Secret ist älter als 180 Tage und abgelaufen. Erneuern Sie es in Seller Central und geben Sie das neue ein.</translation>
    </message>
    <message>
        <source>Your application lacks the role that this needs, or the account is not in this region. Check roles and region; after adding a role, authorise again.</source>
        <translation>Ihrer Anwendung fehlt die nötige Rolle, oder das Konto gehört nicht in diese Region. Prüfen Sie Rollen und Region; autorisieren Sie nach dem Hinzufügen einer Rolle erneut.</translation>
    </message>
    <message>
        <source>Amazon refused a fresh access token. Try again later; if it stays, authorise your application again.</source>
        <translation>Amazon hat ein frisches Zugriffstoken abgelehnt. Versuchen Sie es später noch einmal; bleibt es dabei, autorisieren Sie Ihre Anwendung erneut.</translation>
    </message>
    <message>
        <source>Amazon sent the same page again and again, so the sync stopped there. What had arrived is stored; sync again later.</source>
        <translation>Amazon hat immer wieder dieselbe Seite geschickt, deshalb endete der Abgleich dort. Was angekommen war, ist gespeichert; gleichen Sie später erneut ab.</translation>
    </message>
    <message>
        <source>Amazon no longer knows the place where we stopped. The next sync fetches this period once more.</source>
        <translation>Amazon kennt die Stelle nicht mehr, an der wir aufgehört haben. Der nächste Abgleich holt diesen Zeitraum noch einmal.</translation>
    </message>
    <message>
        <source>Not usable as entered</source>
        <translation>So nicht verwendbar</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Exists already</source>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Profile in use</source>
        <translation>Profil in Gebrauch</translation>
    </message>
    <message>
        <source>Keychain locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>No keychain</source>
        <translation>Kein Schlüsselbund</translation>
    </message>
    <message>
        <source>Keychain emptied</source>
        <translation>Schlüsselbund geleert</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Falsche Passphrase</translation>
    </message>
    <message>
        <source>Key file damaged</source>
        <translation>Schlüsseldatei beschädigt</translation>
    </message>
    <message>
        <source>File error</source>
        <translation>Dateifehler</translation>
    </message>
    <message>
        <source>Expiry key lost</source>
        <translation>Ablaufschlüssel verloren</translation>
    </message>
    <message>
        <source>Network drive</source>
        <translation>Netzlaufwerk</translation>
    </message>
    <message>
        <source>Audit history altered</source>
        <translation>Protokoll verändert</translation>
    </message>
    <message>
        <source>Certificate not valid</source>
        <translation>Bescheinigung ungültig</translation>
    </message>
    <message>
        <source>Erasure not complete</source>
        <translation>Löschung unvollständig</translation>
    </message>
    <message>
        <source>This certificate is not as it was signed, or another profile signed it. Ask for the original file.</source>
        <translation>Diese Bescheinigung ist nicht so, wie sie signiert wurde, oder ein anderes Profil hat sie signiert. Verlangen Sie die Originaldatei.</translation>
    </message>
    <message>
        <source>Something of what was erased is there. Erase again, and find out how it came back.</source>
        <translation>Etwas vom Gelöschten ist vorhanden. Löschen Sie erneut und finden Sie heraus, wie es zurückkam.</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Uhr falsch</translation>
    </message>
    <message>
        <source>Too many attempts</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message>
        <source>Internal mistake</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>Database missing</source>
        <translation>Datenbank fehlt</translation>
    </message>
    <message>
        <source>Database key refused</source>
        <translation>Datenbankschlüssel abgelehnt</translation>
    </message>
    <message>
        <source>Database damaged</source>
        <translation>Datenbank beschädigt</translation>
    </message>
    <message>
        <source>Database cut short</source>
        <translation>Datenbank abgeschnitten</translation>
    </message>
    <message>
        <source>Database too new</source>
        <translation>Datenbank zu neu</translation>
    </message>
    <message>
        <source>Foreign database</source>
        <translation>Fremde Datenbank</translation>
    </message>
    <message>
        <source>Older database put back</source>
        <translation>Ältere Datenbank zurückgelegt</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>Datenträger voll</translation>
    </message>
    <message>
        <source>Database error</source>
        <translation>Datenbankfehler</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort rechtzeitig</translation>
    </message>
    <message>
        <source>Server not proven</source>
        <translation>Server nicht nachgewiesen</translation>
    </message>
    <message>
        <source>Redirect refused</source>
        <translation>Umleitung abgelehnt</translation>
    </message>
    <message>
        <source>Host not allowed</source>
        <translation>Adresse nicht erlaubt</translation>
    </message>
    <message>
        <source>Answer too large</source>
        <translation>Antwort zu groß</translation>
    </message>
    <message>
        <source>Answer not readable</source>
        <translation>Antwort nicht lesbar</translation>
    </message>
    <message>
        <source>Slowed down by Amazon</source>
        <translation>Von Amazon gebremst</translation>
    </message>
    <message>
        <source>Amazon’s server failed</source>
        <translation>Störung bei Amazon</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Authorisation revoked</source>
        <translation>Autorisierung widerrufen</translation>
    </message>
    <message>
        <source>Client id or secret refused</source>
        <translation>Client-ID oder -Secret abgelehnt</translation>
    </message>
    <message>
        <source>Client secret expired</source>
        <translation>Client-Secret abgelaufen</translation>
    </message>
    <message>
        <source>Role missing</source>
        <translation>Rolle fehlt</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Zugriff abgelehnt</translation>
    </message>
    <message>
        <source>Same page again</source>
        <translation>Immer dieselbe Seite</translation>
    </message>
    <message>
        <source>Page no longer known</source>
        <translation>Seite nicht mehr bekannt</translation>
    </message>
    <message>
        <source>Consent not valid</source>
        <translation>Zustimmung ungültig</translation>
    </message>
    <message>
        <source>This answer does not belong to the consent you started, was used before, or came too late. Start the consent again.</source>
        <translation>Diese Antwort gehört nicht zu der Zustimmung, die Sie begonnen haben, wurde schon benutzt oder kam zu spät. Beginnen Sie die Zustimmung noch einmal.</translation>
    </message>
    <message>
        <source>Consent declined</source>
        <translation>Zustimmung abgelehnt</translation>
    </message>
    <message>
        <source>The consent was declined on Amazon’s page, and nothing was connected. Start it again if that was a mistake.</source>
        <translation>Die Zustimmung wurde auf Amazons Seite abgelehnt, und nichts wurde verbunden. Beginnen Sie noch einmal, wenn das ein Versehen war.</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Löschsperre</translation>
    </message>
    <message>
        <source>A tax or legal hold forbids this erasure, so it was not done. If the hold no longer applies, release it on the page “Holds” first.</source>
        <translation>Eine steuerliche oder rechtliche Löschsperre verbietet diese Löschung; sie wurde nicht ausgeführt. Wenn die Sperre nicht mehr gilt, heben Sie sie zuerst auf der Seite „Löschsperren“ auf.</translation>
    </message>
    <message>
        <source>Rules not acknowledged</source>
        <translation>Regeln nicht bestätigt</translation>
    </message>
    <message>
        <source>Personal data is given only to who has acknowledged the acceptable-use rules. They are shown with the first address on the page “Fulfilment”.</source>
        <translation>Personenbezogene Daten erhält nur, wer die Nutzungsregeln bestätigt hat. Sie erscheinen mit der ersten Adresse auf der Seite „Versand“.</translation>
    </message>
</context>
<context>
    <name>sk::ui::Format</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: date, %2: time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation><numerusform>vor %n Minute</numerusform><numerusform>vor %n Minuten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation><numerusform>vor %n Stunde</numerusform><numerusform>vor %n Stunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>vor %n Tag</numerusform><numerusform>vor %n Tagen</numerusform></translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>überfällig seit %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>in %n Tag</numerusform><numerusform>in %n Tagen</numerusform></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n Tag</numerusform><numerusform>%n Tage</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::InfoBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>sk::ui::ProgressText</name>
    <message>
        <source>%1: %2 of about %3 received.</source>
        <translation>%1: %2 von etwa %3 empfangen.</translation>
    </message>
    <message>
        <source>%1: %2 received.</source>
        <translation>%1: %2 empfangen.</translation>
    </message>
    <message>
        <source>%1 About %2 left.</source>
        <translation>%1 Noch etwa %2.</translation>
    </message>
    <message>
        <source>%1 Waiting for Amazon’s rate limit until %2.</source>
        <translation>%1 Wartet wegen Amazons Ratenbegrenzung bis %2.</translation>
    </message>
    <message>
        <source>The sync was stopped. What had arrived is stored; the next sync goes on from there.</source>
        <translation>Der Abgleich wurde angehalten. Was angekommen war, ist gespeichert; der nächste macht dort weiter.</translation>
    </message>
    <message>
        <source>The sync finished in part. %1: %2</source>
        <translation>Der Abgleich ist teilweise fertig. %1: %2</translation>
    </message>
    <message>
        <source>The sync is finished: %1 received, %2 new or changed.</source>
        <translation>Der Abgleich ist fertig: %1 empfangen, %2 neu oder geändert.</translation>
    </message>
</context>
<context>
    <name>sk::ui::Words</name>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Far East</source>
        <translation>Fernost</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Order items</source>
        <translation>Bestellpositionen</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Delivery addresses</source>
        <translation>Lieferadressen</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Expedited</source>
        <translation>Express</translation>
    </message>
    <message>
        <source>Free economy</source>
        <translation>Kostenlos, ohne Eile</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>Am selben Tag</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Am nächsten Tag</translation>
    </message>
    <message>
        <source>Second day</source>
        <translation>Am zweiten Tag</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Zum Termin</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Authorise again</source>
        <translation>Neu autorisieren</translation>
    </message>
    <message>
        <source>Client secret refused</source>
        <translation>Client-Secret abgelehnt</translation>
    </message>
    <message>
        <source>Disconnected</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Fulfilment addresses</source>
        <translation>Lieferadressen für den Versand</translation>
    </message>
    <message>
        <source>Profile created</source>
        <translation>Profil angelegt</translation>
    </message>
    <message>
        <source>Profile opened</source>
        <translation>Profil geöffnet</translation>
    </message>
    <message>
        <source>Profile closed</source>
        <translation>Profil geschlossen</translation>
    </message>
    <message>
        <source>Connection added</source>
        <translation>Verbindung hinzugefügt</translation>
    </message>
    <message>
        <source>Connection tested</source>
        <translation>Verbindung geprüft</translation>
    </message>
    <message>
        <source>Connection disconnected</source>
        <translation>Verbindung getrennt</translation>
    </message>
    <message>
        <source>Connection’s rows deleted</source>
        <translation>Zeilen der Verbindung gelöscht</translation>
    </message>
    <message>
        <source>Connection’s state changed</source>
        <translation>Status der Verbindung geändert</translation>
    </message>
    <message>
        <source>Damaged personal data removed</source>
        <translation>Beschädigte personenbezogene Daten entfernt</translation>
    </message>
    <message>
        <source>Erasure certified</source>
        <translation>Löschung bescheinigt</translation>
    </message>
    <message>
        <source>Leftover keychain entries removed</source>
        <translation>Übrig gebliebene Schlüsselbund-Einträge entfernt</translation>
    </message>
    <message>
        <source>Feature switched on</source>
        <translation>Zusatz eingeschaltet</translation>
    </message>
    <message>
        <source>Feature switched off</source>
        <translation>Zusatz ausgeschaltet</translation>
    </message>
    <message>
        <source>Retention changed</source>
        <translation>Aufbewahrung geändert</translation>
    </message>
    <message>
        <source>Personal data sealed</source>
        <translation>Personenbezogene Daten versiegelt</translation>
    </message>
    <message>
        <source>Personal data removed unread</source>
        <translation>Pers. Daten ungelesen entfernt</translation>
    </message>
    <message>
        <source>Personal data expired</source>
        <translation>Personenbezogene Daten abgelaufen</translation>
    </message>
    <message>
        <source>Expiry keys destroyed</source>
        <translation>Ablaufschlüssel vernichtet</translation>
    </message>
    <message>
        <source>Expiry keys restarted</source>
        <translation>Ablaufschlüssel neu begonnen</translation>
    </message>
    <message>
        <source>Rows expired</source>
        <translation>Zeilen abgelaufen</translation>
    </message>
    <message>
        <source>Data exported</source>
        <translation>Daten exportiert</translation>
    </message>
    <message>
        <source>Audit history exported</source>
        <translation>Protokoll exportiert</translation>
    </message>
    <message>
        <source>Audit history verified</source>
        <translation>Protokoll geprüft</translation>
    </message>
    <message>
        <source>Oldest audit entries removed</source>
        <translation>Älteste Protokolleinträge entfernt</translation>
    </message>
    <message>
        <source>Access token fetched</source>
        <translation>Zugriffstoken geholt</translation>
    </message>
    <message>
        <source>Marketplaces asked for</source>
        <translation>Marktplätze abgefragt</translation>
    </message>
    <message>
        <source>Orders asked for</source>
        <translation>Bestellungen abgefragt</translation>
    </message>
    <message>
        <source>Single order asked for</source>
        <translation>Einzelne Bestellung abgefragt</translation>
    </message>
    <message>
        <source>Unknown operation</source>
        <translation>Unbekannter Vorgang</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezogene Daten</translation>
    </message>
    <message>
        <source>Audit history</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sellerkeep by itself</source>
        <translation>Sellerkeep selbst</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Consent started</source>
        <translation>Zustimmung begonnen</translation>
    </message>
    <message>
        <source>Consent answered</source>
        <translation>Zustimmung beantwortet</translation>
    </message>
    <message>
        <source>Connection exported</source>
        <translation>Verbindung exportiert</translation>
    </message>
    <message>
        <source>Consent exchanged for tokens</source>
        <translation>Zustimmung gegen Tokens getauscht</translation>
    </message>
    <message>
        <source>Amazon Ads, %1</source>
        <extracomment>%1: one of Amazon's regions</extracomment>
        <translation>Amazon Ads, %1</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>Vereinigte Arabische Emirate</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
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
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>Ägypten</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
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
        <source>Mexico</source>
        <translation>Mexiko</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Saudi Arabia</source>
        <translation>Saudi-Arabien</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>Türkei</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>Order put on hold</source>
        <translation>Löschsperre gesetzt</translation>
    </message>
    <message>
        <source>Hold released</source>
        <translation>Löschsperre aufgehoben</translation>
    </message>
    <message>
        <source>Address shown, for fulfilment</source>
        <translation>Adresse gezeigt, für den Versand</translation>
    </message>
    <message>
        <source>Address shown, for tax</source>
        <translation>Adresse gezeigt, für die Steuer</translation>
    </message>
    <message>
        <source>Address shown, for legal reasons</source>
        <translation>Adresse gezeigt, aus Rechtsgründen</translation>
    </message>
    <message>
        <source>Address printed on a packing slip</source>
        <translation>Adresse auf Packzettel gedruckt</translation>
    </message>
    <message>
        <source>Packing slips written</source>
        <translation>Packzettel geschrieben</translation>
    </message>
    <message>
        <source>Postal codes used in passing</source>
        <translation>Postleitzahlen im Vorbeigehen genutzt</translation>
    </message>
    <message>
        <source>Acceptable-use rules acknowledged</source>
        <translation>Nutzungsregeln bestätigt</translation>
    </message>
    <message>
        <source>Keys renewed</source>
        <translation>Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Leak suspected</source>
        <translation>Leck vermutet</translation>
    </message>
    <message>
        <source>Leaked credentials replaced</source>
        <translation>Verdächtige Zugangsdaten ersetzt</translation>
    </message>
    <message>
        <source>Replaced client secret destroyed</source>
        <translation>Ersetztes Client-Secret vernichtet</translation>
    </message>
    <message>
        <source>Copy for a buyer written</source>
        <translation>Kopie für einen Käufer geschrieben</translation>
    </message>
    <message>
        <source>Order erased</source>
        <translation>Bestellung gelöscht</translation>
    </message>
    <message>
        <source>Deletion request recorded</source>
        <translation>Löschanfrage eingetragen</translation>
    </message>
</context>
<context>
    <name>sk::ui::audit::AuditDetails</name>
    <message>
        <source>Select an entry to see all of it.</source>
        <translation>Wählen Sie einen Eintrag, um ihn ganz zu sehen.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation>HTTP-Status</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfragenummer</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
</context>
<context>
    <name>sk::ui::audit::AuditFilterBar</name>
    <message>
        <source>Per&amp;iod</source>
        <translation>&amp;Zeitraum</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>B&amp;is</translation>
    </message>
    <message>
        <source>&amp;Operation</source>
        <translation>Vorga&amp;ng</translation>
    </message>
    <message>
        <source>O&amp;utcome</source>
        <translation>E&amp;rgebnis</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>Ver&amp;bindung</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>All operations</source>
        <translation>Alle Vorgänge</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>Alle Verbindungen</translation>
    </message>
</context>
<context>
    <name>sk::ui::audit::AuditModel</name>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>sk::ui::audit::AuditPanel</name>
    <message>
        <source>Every call to Amazon and every action on data, one entry each. Entries form a chain: whoever changes or removes one breaks it. They hold no personal data.</source>
        <translation>Jeder Aufruf an Amazon und jede Handlung an Daten, je ein Eintrag. Die Einträge bilden eine Kette: Wer einen ändert oder entfernt, zerreißt sie. Personenbezogene Daten stehen nicht darin.</translation>
    </message>
    <message>
        <source>Verif&amp;y</source>
        <translation>Prü&amp;fen</translation>
    </message>
    <message>
        <source>Verify the audit history</source>
        <translation>Das Protokoll prüfen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Export the audit history to a file</source>
        <translation>Das Protokoll in eine Datei exportieren</translation>
    </message>
    <message>
        <source>Audit history</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Entries of the audit history</source>
        <translation>Einträge des Protokolls</translation>
    </message>
    <message>
        <source>No entry matches these filters.</source>
        <translation>Kein Eintrag passt zu diesen Filtern.</translation>
    </message>
    <message>
        <source>No entries yet.</source>
        <translation>Noch keine Einträge.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) match(es)</source>
        <translation><numerusform>%Ln Eintrag gefunden</numerusform><numerusform>%Ln Einträge gefunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation><numerusform>%Ln Eintrag</numerusform><numerusform>%Ln Einträge</numerusform></translation>
    </message>
    <message>
        <source>Checking every link of the chain…</source>
        <translation>Jedes Glied der Kette wird geprüft…</translation>
    </message>
    <message>
        <source>The chain is broken: entry %1 is the first that does not fit. It was changed, or entries before it were removed or inserted.</source>
        <translation>Die Kette ist gebrochen: Eintrag %1 ist der erste, der nicht passt. Er wurde geändert, oder vor ihm wurden Einträge entfernt oder eingefügt.</translation>
    </message>
    <message>
        <source>Show this entry</source>
        <translation>Diesen Eintrag zeigen</translation>
    </message>
    <message>
        <source>Export the audit history</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>%1 written to %2.</source>
        <translation>%1 nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>The chain is intact: %1. Head: %2</source>
        <translation>Die Kette ist unversehrt: %1. Letzte Prüfsumme: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older entry(s) went when their retention ended, as the log records.</source>
        <translation><numerusform>%Ln älterer Eintrag wurde nach Ablauf seiner Frist entfernt; das Protokoll hält es fest.</numerusform><numerusform>%Ln ältere Einträge wurden nach Ablauf ihrer Frist entfernt; das Protokoll hält es fest.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AddConnectionDialog</name>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Connect an Amazon account</source>
        <translation>Ein Amazon-Konto verbinden</translation>
    </message>
    <message>
        <source>Start the first sync</source>
        <translation>Ersten Abgleich starten</translation>
    </message>
    <message>
        <source>Close without connecting</source>
        <translation>Schließen, ohne zu verbinden</translation>
    </message>
    <message numerus="yes">
        <source>Connected. %n marketplace(s): %1.</source>
        <translation><numerusform>Verbunden. %n Marktplatz: %1.</numerusform><numerusform>Verbunden. %n Marktplätze: %1.</numerusform></translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Back to the choice of ways</source>
        <translation>Zurück zur Wahl des Weges</translation>
    </message>
    <message>
        <source>Sellerkeep never asks for an Amazon password. Choose how it gets the authorisation; it is kept in the keychain of this computer and goes nowhere else.</source>
        <translation>Sellerkeep fragt nie nach einem Amazon-Passwort. Wählen Sie, wie es die Autorisierung bekommt; sie bleibt im Schlüsselbund dieses Computers und geht nirgends sonst hin.</translation>
    </message>
    <message>
        <source>Authorise again</source>
        <translation>Neu autorisieren</translation>
    </message>
    <message>
        <source>Connected. The authorisation is kept in the keychain.</source>
        <translation>Verbunden. Die Autorisierung liegt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AskedData</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Role of your application</source>
        <translation>Rolle Ihrer Anwendung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Wozu</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Your sales: dates, products and amounts. No buyer’s name, no address.</source>
        <translation>Ihre Verkäufe: Zeitpunkte, Produkte und Beträge. Kein Name eines Käufers, keine Adresse.</translation>
    </message>
    <message>
        <source>To ship orders yourself. Sealed at once, gone after 30 days at most.</source>
        <translation>Um selbst zu versenden. Sofort versiegelt, nach höchstens 30 Tagen gelöscht.</translation>
    </message>
    <message>
        <source>%1 (restricted)</source>
        <extracomment>%1: Amazon's name of a role</extracomment>
        <translation>%1 (eingeschränkt)</translation>
    </message>
    <message>
        <source>Advertising</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Amazon Ads knows only this one permission. Nothing is fetched yet; reports come with a later version.</source>
        <translation>Amazon Ads kennt nur diese eine Berechtigung. Noch wird nichts abgerufen; Berichte kommen mit einer späteren Version.</translation>
    </message>
    <message>
        <source>Fulfilment addresses</source>
        <translation>Lieferadressen für den Versand</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConnectForm</name>
    <message>
        <source>Client &amp;identifier</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Refresh &amp;token</source>
        <translation>Refresh-&amp;Token</translation>
    </message>
    <message>
        <source>&amp;Name in Sellerkeep (optional)</source>
        <translation>&amp;Name in Sellerkeep (optional)</translation>
    </message>
    <message>
        <source>My shop in Europe</source>
        <translation>Mein Shop in Europa</translation>
    </message>
    <message>
        <source>&amp;Merchant token (optional)</source>
        <translation>&amp;Händlertoken (optional)</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConnectHelp</name>
    <message>
        <source>Help on connecting</source>
        <translation>Hilfe zum Verbinden</translation>
    </message>
    <message>
        <source>What will be asked for</source>
        <translation>Was abgefragt wird</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConnectionDetails</name>
    <message>
        <source>S&amp;ync now</source>
        <translation>A&amp;bgleichen</translation>
    </message>
    <message>
        <source>Sync this connection now</source>
        <translation>Diese Verbindung jetzt abgleichen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Den Abgleich anhalten</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen…</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Erase everything of this connection now</source>
        <translation>Alles von dieser Verbindung jetzt löschen</translation>
    </message>
    <message>
        <source>Disconnect this account</source>
        <translation>Dieses Konto trennen</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>Aktualität</translation>
    </message>
    <message>
        <source>Freshness of the data sets</source>
        <translation>Aktualität der Daten</translation>
    </message>
    <message>
        <source>What is asked for, and why</source>
        <translation>Was abgefragt wird und wozu</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>%1 (suspended)</source>
        <translation>%1 (gesperrt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Disconnected. The rows of this connection are deleted on %1 (%2).</source>
        <translation>Getrennt. Die Zeilen dieser Verbindung werden am %1 gelöscht (%2).</translation>
    </message>
    <message>
        <source>Disconnected.</source>
        <translation>Getrennt.</translation>
    </message>
    <message>
        <source>Enter new credentials…</source>
        <translation>Neue Zugangsdaten eingeben…</translation>
    </message>
    <message>
        <source>last time</source>
        <translation>zuletzt</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1: data set, %2: "5 minutes ago", %3: what happened and what to do</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export this connection for another computer</source>
        <translation>Diese Verbindung für einen anderen Computer exportieren</translation>
    </message>
    <message>
        <source>The authorisation for Amazon Ads is kept. Advertising reports are not fetched yet; they come with a later version.</source>
        <translation>Die Autorisierung für Amazon Ads ist aufbewahrt. Werbeberichte werden noch nicht abgerufen; sie kommen mit einer späteren Version.</translation>
    </message>
    <message>
        <source>Ask for consent again…</source>
        <translation>Noch einmal um Zustimmung bitten…</translation>
    </message>
    <message>
        <source>&amp;Check access…</source>
        <translation>Zugriff prü&amp;fen…</translation>
    </message>
    <message>
        <source>Check what this connection may do</source>
        <translation>Prüfen, was diese Verbindung darf</translation>
    </message>
    <message>
        <source>%1 Unless it is authorised again, its rows are deleted on %2 (%3).</source>
        <extracomment>%1: what happened, %2: a date, %3: &quot;in 12 days&quot;</extracomment>
        <translation>%1 Wird die Verbindung nicht neu autorisiert, werden ihre Zeilen am %2 (%3) gelöscht.</translation>
    </message>
    <message>
        <source>Connect again…</source>
        <translation>Wieder verbinden…</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConnectionListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConnectionsPanel</name>
    <message>
        <source>&amp;Add connection…</source>
        <translation>Verbindung hin&amp;zufügen…</translation>
    </message>
    <message>
        <source>Add a connection to Amazon</source>
        <translation>Eine Verbindung zu Amazon hinzufügen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connect an Amazon account…</source>
        <translation>Ein Amazon-Konto verbinden…</translation>
    </message>
    <message>
        <source>Connect an Amazon account</source>
        <translation>Ein Amazon-Konto verbinden</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Disconnected. Credentials and keys of personal data are destroyed.</source>
        <translation>Getrennt. Zugangsdaten und Schlüssel der personenbezogenen Daten sind vernichtet.</translation>
    </message>
    <message>
        <source>Erasing, and looking for remnants…</source>
        <translation>Es wird gelöscht und nach Resten gesucht…</translation>
    </message>
    <message>
        <source>%1: switched on. They come with the next sync.</source>
        <translation>%1: eingeschaltet. Sie kommen mit dem nächsten Abgleich.</translation>
    </message>
    <message>
        <source>%1: switched off. What was held is destroyed.</source>
        <translation>%1: ausgeschaltet. Was vorhanden war, ist vernichtet.</translation>
    </message>
    <message>
        <source>Connect your Amazon account with your own application, or take a connection over from another computer. Sellerkeep then fetches your orders and keeps them encrypted on this computer.</source>
        <translation>Verbinden Sie Ihr Amazon-Konto mit Ihrer eigenen Anwendung, oder übernehmen Sie eine Verbindung von einem anderen Computer. Sellerkeep holt dann Ihre Bestellungen und verwahrt sie verschlüsselt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Exported. Whoever has the file and its passphrase reaches the account; delete it when the other computer has taken it over.</source>
        <translation>Exportiert. Wer die Datei und ihre Passphrase hat, erreicht das Konto; löschen Sie die Datei, sobald der andere Computer sie übernommen hat.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::CredentialAges</name>
    <message>
        <source>&amp;Renew…</source>
        <translation>&amp;Erneuern…</translation>
    </message>
    <message>
        <source>Renew the credentials</source>
        <translation>Die Zugangsdaten erneuern</translation>
    </message>
    <message>
        <source>Amazon ends a client secret after 180 days. Rotate it in Seller Central in time and enter the new one here.</source>
        <translation>Amazon beendet ein Client-Secret nach 180 Tagen. Erneuern Sie es rechtzeitig in Seller Central und geben Sie das neue hier ein.</translation>
    </message>
    <message numerus="yes">
        <source>Authorised %n day(s) ago</source>
        <translation><numerusform>Vor %n Tag autorisiert</numerusform><numerusform>Vor %n Tagen autorisiert</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Client secret entered %n day(s) ago</source>
        <translation><numerusform>Client-Secret vor %n Tag eingegeben</numerusform><numerusform>Client-Secret vor %n Tagen eingegeben</numerusform></translation>
    </message>
    <message>
        <source>Renew now</source>
        <translation>Jetzt erneuern</translation>
    </message>
    <message numerus="yes">
        <source>Renew within %n day(s)</source>
        <translation><numerusform>Binnen %n Tag erneuern</numerusform><numerusform>Binnen %n Tagen erneuern</numerusform></translation>
    </message>
    <message>
        <source>I suspect a &amp;leak…</source>
        <translation>Ich &amp;vermute ein Leck…</translation>
    </message>
    <message>
        <source>I suspect a leak of these credentials</source>
        <translation>Ich vermute ein Leck dieser Zugangsdaten</translation>
    </message>
    <message>
        <source>The client secret before this one is kept until %1, in case Amazon does not take the new one yet.</source>
        <translation>Das vorige Client-Secret bleibt bis %1 aufbewahrt, falls Amazon das neue noch nicht annimmt.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::CredentialField</name>
    <message>
        <source>Looks right</source>
        <translation>Sieht richtig aus</translation>
    </message>
    <message>
        <source>Not right yet</source>
        <translation>Noch nicht richtig</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::CredentialsInput</name>
    <message>
        <source>This is a client secret. It belongs into the next field.</source>
        <translation>Das ist ein Client-Secret. Es gehört in das nächste Feld.</translation>
    </message>
    <message>
        <source>This is the application id. The client identifier is behind “View” in the column “LWA credentials”.</source>
        <translation>Das ist die Anwendungs-ID. Die Client-ID steht hinter „View“ in der Spalte „LWA credentials“.</translation>
    </message>
    <message>
        <source>This is the client identifier. It belongs into the field above.</source>
        <translation>Das ist die Client-ID. Sie gehört in das Feld darüber.</translation>
    </message>
    <message>
        <source>This is a refresh token, not the client secret.</source>
        <translation>Das ist ein Refresh-Token, nicht das Client-Secret.</translation>
    </message>
    <message>
        <source>This is an access token, which lives for an hour only. The refresh token begins with “Atzr|”.</source>
        <translation>Das ist ein Zugriffstoken, das nur eine Stunde lebt. Das Refresh-Token beginnt mit „Atzr|“.</translation>
    </message>
    <message>
        <source>This is the client secret. It belongs into the field above.</source>
        <translation>Das ist das Client-Secret. Es gehört in das Feld darüber.</translation>
    </message>
    <message>
        <source>It begins with %1</source>
        <translation>Es beginnt mit %1</translation>
    </message>
    <message>
        <source>It holds letters, digits and signs only. Copy it once more.</source>
        <translation>Es besteht nur aus Buchstaben, Ziffern und Zeichen. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It is not complete. Copy it once more.</source>
        <translation>Es ist nicht vollständig. Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is the client identifier. The application id stands in the list of your applications.</source>
        <translation>Das ist die Client-ID. Die Anwendungs-ID steht in der Liste Ihrer Anwendungen.</translation>
    </message>
    <message>
        <source>Amazon accepts only addresses that begin with https://</source>
        <translation>Amazon nimmt nur Adressen an, die mit https:// beginnen</translation>
    </message>
    <message>
        <source>It must hold no ? and no #. Enter it exactly as registered with Amazon.</source>
        <translation>Sie darf kein ? und kein # enthalten. Geben Sie sie genau so ein, wie sie bei Amazon eingetragen ist.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::DataSetModel</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Complete up to</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Last problem</source>
        <translation>Letztes Problem</translation>
    </message>
    <message>
        <source>Not yet synced</source>
        <translation>Noch nicht abgeglichen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Still being fetched</source>
        <translation>Wird noch geholt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::DisconnectDialog</name>
    <message>
        <source>Disconnect “%1”?</source>
        <translation>„%1“ trennen?</translation>
    </message>
    <message>
        <source>The credentials and the keys of sealed personal data are destroyed at once; that cannot be taken back. Orders and all other rows of this connection are deleted on the day you choose. Orders on a tax or legal hold stay on hold. In Seller Central, remove the authorisation as well.</source>
        <translation>Die Zugangsdaten und die Schlüssel versiegelter personenbezogener Daten werden sofort vernichtet; das lässt sich nicht zurücknehmen. Bestellungen und alle anderen Zeilen dieser Verbindung werden an dem Tag gelöscht, den Sie wählen. Bestellungen unter einer steuerlichen oder rechtlichen Löschsperre bleiben gesperrt. Entfernen Sie die Autorisierung auch in Seller Central.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Delete the rows in 7 days, on %1</source>
        <translation>Die Zeilen in 7 Tagen löschen, am %1</translation>
    </message>
    <message>
        <source>Delete the rows on:</source>
        <translation>Die Zeilen löschen am:</translation>
    </message>
    <message>
        <source>Delete the rows on a chosen day</source>
        <translation>Die Zeilen an einem gewählten Tag löschen</translation>
    </message>
    <message>
        <source>Delete the rows now</source>
        <translation>Die Zeilen jetzt löschen</translation>
    </message>
    <message>
        <source>Day on which the rows are deleted</source>
        <translation>Tag, an dem die Zeilen gelöscht werden</translation>
    </message>
    <message>
        <source>30 days from today at most</source>
        <translation>Höchstens 30 Tage ab heute</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::FeatureSection</name>
    <message>
        <source>Fetch fulfilment addresses</source>
        <translation>Lieferadressen für den Versand holen</translation>
    </message>
    <message>
        <source>Fetches names and addresses of orders that you still have to ship yourself. Each value is sealed on arrival and becomes unreadable on its expiry day, in old backups too. Needs the restricted role “Direct-to-Consumer Shipping”. Leave it off if Amazon ships for you.</source>
        <translation>Holt Namen und Adressen von Bestellungen, die Sie noch selbst versenden müssen. Jeder Wert wird bei der Ankunft versiegelt und an seinem Ablauftag unlesbar, auch in alten Sicherungen. Braucht die eingeschränkte Rolle „Direct-to-Consumer Shipping“. Lassen Sie es aus, wenn Amazon für Sie versendet.</translation>
    </message>
    <message>
        <source>No personal data is held.</source>
        <translation>Es sind keine personenbezogenen Daten vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sealed personal value(s) held.</source>
        <translation><numerusform>%Ln versiegelter personenbezogener Wert vorhanden.</numerusform><numerusform>%Ln versiegelte personenbezogene Werte vorhanden.</numerusform></translation>
    </message>
    <message>
        <source>%1 The next expire %2 (%3).</source>
        <extracomment>%1: "12 sealed personal values held.", %2: "in 3 days", %3: a date</extracomment>
        <translation>%1 Die nächsten laufen %2 ab (%3).</translation>
    </message>
    <message>
        <source>Fetch fulfilment addresses?</source>
        <translation>Lieferadressen für den Versand holen?</translation>
    </message>
    <message>
        <source>Sellerkeep will then ask Amazon for names and addresses of buyers. They count as personal data: they are kept for 30 days at most, you may use them only to ship these orders, and every access is recorded in the audit history.</source>
        <translation>Sellerkeep fragt Amazon dann nach Namen und Adressen von Käufern. Sie gelten als personenbezogene Daten: Sie werden höchstens 30 Tage aufbewahrt, Sie dürfen sie nur für den Versand dieser Bestellungen verwenden, und jeder Zugriff wird im Protokoll festgehalten.</translation>
    </message>
    <message>
        <source>Fetch addresses</source>
        <translation>Adressen holen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::SecretEdit</name>
    <message>
        <source>Kept in protected memory for another try</source>
        <translation>Für einen neuen Versuch in geschütztem Speicher</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Empty this field</source>
        <translation>Dieses Feld leeren</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::SyncSection</name>
    <message>
        <source>Progress of the sync</source>
        <translation>Fortschritt des Abgleichs</translation>
    </message>
    <message>
        <source>The sync is starting…</source>
        <translation>Der Abgleich beginnt…</translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::HeldAddressDialog</name>
    <message>
        <source>Address on hold</source>
        <translation>Adresse unter Löschsperre</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::HoldModel</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Placed by</source>
        <translation>Gesetzt von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::HoldWords</name>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Legal</source>
        <translation>Recht</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Being ended</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Ended on %1</source>
        <translation>Beendet am %1</translation>
    </message>
    <message>
        <source>Released on %1</source>
        <translation>Aufgehoben am %1</translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::HoldsPanel</name>
    <message>
        <source>Show holds that have &amp;ended</source>
        <translation>&amp;Beendete Löschsperren zeigen</translation>
    </message>
    <message>
        <source>Show holds that have ended</source>
        <translation>Beendete Löschsperren zeigen</translation>
    </message>
    <message>
        <source>No order is on hold: everything personal goes on its day.</source>
        <translation>Für keine Bestellung besteht eine Löschsperre: Alle personenbezogenen Daten werden an ihrem Tag gelöscht.</translation>
    </message>
    <message>
        <source>Personal data of single orders that a tax or legal duty keeps beyond its 30 days. A hold ends by itself after its last day, or when you release it: then its key is destroyed, in old backups too. Its record stays here. Nothing else outlives the 30 days.</source>
        <translation>Personenbezogene Daten einzelner Bestellungen, die wegen einer steuerlichen oder rechtlichen Pflicht länger als 30 Tage aufbewahrt werden. Eine Löschsperre endet von selbst nach ihrem letzten Tag, oder wenn Sie sie aufheben: Dann wird ihr Schlüssel vernichtet, und damit öffnet auch keine alte Sicherung mehr etwas. Ihr Eintrag bleibt hier stehen. Nichts anderes überlebt die 30 Tage.</translation>
    </message>
    <message>
        <source>Place &amp;hold…</source>
        <translation>&amp;Sperre setzen…</translation>
    </message>
    <message>
        <source>Put an order on hold</source>
        <translation>Eine Löschsperre für eine Bestellung setzen</translation>
    </message>
    <message>
        <source>&amp;Reveal…</source>
        <translation>An&amp;zeigen…</translation>
    </message>
    <message>
        <source>Show the address that the selected hold keeps</source>
        <translation>Die Adresse zeigen, die die gewählte Löschsperre bewahrt</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>Auf&amp;heben…</translation>
    </message>
    <message>
        <source>Release the selected hold</source>
        <translation>Die ausgewählte Löschsperre aufheben</translation>
    </message>
    <message>
        <source>Placed by %1 on %2. Reason: %3</source>
        <extracomment>%1: person, %2: day, %3: the reason as it was typed</extracomment>
        <translation>Gesetzt am %2, von: %1. Grund: %3</translation>
    </message>
    <message>
        <source>Tax and legal holds</source>
        <translation>Steuerliche und rechtliche Löschsperren</translation>
    </message>
    <message>
        <source>Register of holds</source>
        <translation>Verzeichnis der Löschsperren</translation>
    </message>
    <message>
        <source>Order %1 is on hold until %2.</source>
        <translation>Für Bestellung %1 gilt die Löschsperre bis %2.</translation>
    </message>
    <message>
        <source>Release the hold on order %1?</source>
        <translation>Löschsperre für Bestellung %1 aufheben?</translation>
    </message>
    <message numerus="yes">
        <source>The key of the %Ln personal value(s) it keeps is destroyed, in old copies and backups too; that cannot be taken back. What has not reached its expiry day yet stays until then. The record of the hold stays in the register.</source>
        <translation><numerusform>Der Schlüssel des %Ln personenbezogenen Werts, den sie aufbewahrt, wird vernichtet, auch für alte Kopien und Sicherungen; das lässt sich nicht zurücknehmen. Was seinen Ablauftag noch nicht erreicht hat, bleibt bis dahin. Der Eintrag der Löschsperre bleibt im Verzeichnis.</numerusform><numerusform>Der Schlüssel der %Ln personenbezogenen Werte, die sie aufbewahrt, wird vernichtet, auch für alte Kopien und Sicherungen; das lässt sich nicht zurücknehmen. Was seinen Ablauftag noch nicht erreicht hat, bleibt bis dahin. Der Eintrag der Löschsperre bleibt im Verzeichnis.</numerusform></translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>The hold on order %1 is released; its key is destroyed.</source>
        <translation>Die Löschsperre für Bestellung %1 ist aufgehoben; ihr Schlüssel ist vernichtet.</translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::PlaceHoldDialog</name>
    <message>
        <source>Place a hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>Keep an order’s personal data longer</source>
        <translation>Personenbezogene Daten einer Bestellung länger aufbewahren</translation>
    </message>
    <message>
        <source>Only for a tax or legal duty, and only for this order: what is still held of its buyer is sealed once more, under a key of its own, until the day you name. It then outlives its 30 days and the connection.</source>
        <translation>Nur für eine steuerliche oder rechtliche Pflicht, und nur für diese Bestellung: Was vom Käufer noch vorhanden ist, wird noch einmal versiegelt, unter einem eigenen Schlüssel, bis zu dem Tag, den Sie nennen. Es überlebt dann seine 30 Tage und die Verbindung.</translation>
    </message>
    <message>
        <source>The reason stays in the register when the data is gone, so name no person in it.</source>
        <translation>Der Grund bleibt im Verzeichnis, wenn die Daten weg sind; nennen Sie darin keine Person.</translation>
    </message>
    <message>
        <source>Place hold</source>
        <translation>Sperre setzen</translation>
    </message>
    <message>
        <source>Place the hold</source>
        <translation>Die Löschsperre setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Order id</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>e.g. tax audit 2026, file number 12/345</source>
        <translation>z. B. Betriebsprüfung 2026, Aktenzeichen 12/345</translation>
    </message>
    <message>
        <source>Last day of the hold</source>
        <translation>Letzter Tag der Löschsperre</translation>
    </message>
    <message>
        <source>Ten years from today at most</source>
        <translation>Höchstens zehn Jahre von heute an</translation>
    </message>
    <message>
        <source>&amp;Account:</source>
        <translation>&amp;Verbindung:</translation>
    </message>
    <message>
        <source>&amp;Order id:</source>
        <translation>&amp;Bestellnummer:</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>&amp;Art:</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Grund:</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>Bi&amp;s:</translation>
    </message>
    <message>
        <source>Sealing what is held of the order…</source>
        <translation>Was von der Bestellung vorhanden ist, wird versiegelt…</translation>
    </message>
    <message>
        <source>Nothing personal of this order is held: it has expired, or none was ever kept. Check the order id and the account.</source>
        <translation>Von dieser Bestellung sind keine personenbezogenen Daten vorhanden: Sie sind abgelaufen oder wurden nie aufbewahrt. Prüfen Sie Bestellnummer und Verbindung.</translation>
    </message>
    <message>
        <source>The order is on a hold of this kind already, as long or longer.</source>
        <translation>Für diese Bestellung besteht schon eine Löschsperre dieser Art, ebenso lang oder länger.</translation>
    </message>
    <message>
        <source>The reason or the day will not do. The reason is one line of 3 to 200 characters without a name, an address or an e-mail address of the buyer.</source>
        <translation>Grund oder Tag passen nicht. Der Grund ist eine Zeile mit 3 bis 200 Zeichen, ohne Namen, Adresse oder E-Mail-Adresse des Käufers.</translation>
    </message>
</context>
<context>
    <name>sk::ui::retention::RetentionEditor</name>
    <message>
        <source>%1: kept for</source>
        <translation>%1: Aufbewahrung</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>%1: apply the change</source>
        <translation>%1: Änderung anwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1: cancel the change</source>
        <translation>%1: Änderung verwerfen</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>Looking at what this would delete…</source>
        <translation>Es wird ermittelt, was das löschen würde…</translation>
    </message>
    <message>
        <source>Apply and delete</source>
        <translation>Anwenden und löschen</translation>
    </message>
    <message>
        <source>%1: legal reason of the period</source>
        <translation>%1: rechtlicher Grund der Frist</translation>
    </message>
    <message>
        <source>The law or file that demands it, e.g. § 147 AO</source>
        <translation>Das Gesetz oder das Verfahren, das es verlangt, z. B. § 147 AO</translation>
    </message>
    <message>
        <source>&amp;Legal reason:</source>
        <translation>&amp;Rechtlicher Grund:</translation>
    </message>
    <message>
        <source>Only the recorded reason changes; nothing is deleted.</source>
        <translation>Nur der festgehaltene Grund ändert sich; gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>Enter the legal reason first.</source>
        <translation>Geben Sie zuerst den rechtlichen Grund ein.</translation>
    </message>
</context>
<context>
    <name>sk::ui::retention::RetentionPanel</name>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Run expiry now</source>
        <translation>Abgelaufenes jetzt löschen</translation>
    </message>
    <message>
        <source>Run the expiry now</source>
        <translation>Abgelaufenes jetzt löschen</translation>
    </message>
    <message>
        <source>Each class of data goes by itself when its period has passed, also when Sellerkeep was not running on that day: the expiry runs first at every start. The limits come from Amazon’s data protection policy. You can choose a shorter period for your data. A longer one is possible for orders alone, and only where the law demands it.</source>
        <translation>Jede Art von Daten wird von selbst gelöscht, wenn ihre Frist vorbei ist, auch wenn Sellerkeep an diesem Tag nicht lief: Bei jedem Start wird zuerst Abgelaufenes gelöscht. Die Grenzen stammen aus Amazons Datenschutzrichtlinie. Für Ihre Daten können Sie eine kürzere Frist wählen. Eine längere ist nur für Bestellungen möglich, und nur wo ein Gesetz sie verlangt.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Kept for</source>
        <translation>Aufbewahrt für</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Vorhanden</translation>
    </message>
    <message>
        <source>Oldest from</source>
        <translation>Ältestes vom</translation>
    </message>
    <message>
        <source>Next expiry</source>
        <translation>Nächste Löschung</translation>
    </message>
    <message>
        <source>%1: the new period is in force.</source>
        <translation>%1: Die neue Frist gilt.</translation>
    </message>
    <message>
        <source>Nothing was due: no data has passed its period.</source>
        <translation>Es war nichts fällig: Keine Daten haben ihre Frist überschritten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln personal value(s) expired.</source>
        <translation><numerusform>%Ln personenbezogener Wert ist abgelaufen.</numerusform><numerusform>%Ln personenbezogene Werte sind abgelaufen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted.</source>
        <translation><numerusform>%Ln Zeile wurde gelöscht.</numerusform><numerusform>%Ln Zeilen wurden gelöscht.</numerusform></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1: "12 personal values expired.", %2: "3 rows deleted."</extracomment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sk::ui::retention::RetentionWords</name>
    <message>
        <source>Personal data of buyers</source>
        <translation>Personenbezogene Daten von Käufern</translation>
    </message>
    <message>
        <source>Orders without personal data</source>
        <translation>Bestellungen ohne personenbezogene Daten</translation>
    </message>
    <message>
        <source>Audit history</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Names and addresses, sealed. Amazon allows 30 days after delivery at most; the key of each day is destroyed when it ends, so old backups cannot bring them back.</source>
        <translation>Namen und Adressen, versiegelt. Amazon erlaubt höchstens 30 Tage nach der Zustellung; der Schlüssel jedes Tages wird an dessen Ende vernichtet, alte Sicherungen können sie also nicht zurückbringen.</translation>
    </message>
    <message>
        <source>Amounts, products and dates. Amazon’s data protection policy allows 18 months at most, longer only where a law demands it; then the reason is recorded.</source>
        <translation>Beträge, Produkte und Zeitpunkte. Amazons Datenschutzrichtlinie erlaubt höchstens 18 Monate, länger nur, wo ein Gesetz es verlangt; dann wird der Grund festgehalten.</translation>
    </message>
    <message>
        <source>Who did what and when. It must stay for at least 12 months, so the period cannot be shorter.</source>
        <translation>Wer was wann getan hat. Es muss mindestens 12 Monate bleiben, deshalb kann die Frist nicht kürzer sein.</translation>
    </message>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>behind a number</comment>
        <translation><numerusform> Tag</numerusform><numerusform> Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>behind a number</comment>
        <translation><numerusform> Monat</numerusform><numerusform> Monate</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n day(s)</source>
        <translation><numerusform>%1 bis %n Tag</numerusform><numerusform>%1 bis %n Tage</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n month(s)</source>
        <translation><numerusform>%1 bis %n Monat</numerusform><numerusform>%1 bis %n Monate</numerusform></translation>
    </message>
    <message>
        <source>up to %1 with a legal reason</source>
        <extracomment>Below &quot;1 to 18 months&quot;</extracomment>
        <translation>bis %1 mit rechtlichem Grund</translation>
    </message>
    <message>
        <source>Nothing held is older than that, so nothing is deleted now.</source>
        <translation>Keine vorhandenen Daten sind älter; es wird jetzt nichts gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>This destroys %Ln personal value(s) now, for good.</source>
        <translation><numerusform>Das vernichtet jetzt %Ln personenbezogenen Wert, endgültig.</numerusform><numerusform>Das vernichtet jetzt %Ln personenbezogene Werte, endgültig.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This removes the oldest %Ln audit entry(s) now, for good. The log records that, and the rest can still be verified.</source>
        <translation><numerusform>Das entfernt jetzt den ältesten Protokolleintrag (%Ln), endgültig. Das Protokoll hält es fest, und der Rest bleibt prüfbar.</numerusform><numerusform>Das entfernt jetzt die ältesten %Ln Protokolleinträge, endgültig. Das Protokoll hält es fest, und der Rest bleibt prüfbar.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This deletes %Ln row(s) now, for good.</source>
        <translation><numerusform>Das löscht jetzt %Ln Zeile, endgültig.</numerusform><numerusform>Das löscht jetzt %Ln Zeilen, endgültig.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::MainWindow</name>
    <message>
        <source>Data inventory</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Sellerkeep</source>
        <translation>Sellerkeep</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>&amp;Profil</translation>
    </message>
    <message>
        <source>&amp;New profile…</source>
        <translation>&amp;Neues Profil…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Audit history</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>&amp;Sync</source>
        <translation>Ab&amp;gleich</translation>
    </message>
    <message>
        <source>&amp;Sync all now</source>
        <translation>Alles jetzt ab&amp;gleichen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Opening “%1”…</source>
        <translation>„%1“ wird geöffnet…</translation>
    </message>
    <message>
        <source>%1 – Sellerkeep</source>
        <extracomment>%1: the profile's name</extracomment>
        <translation>%1 – Sellerkeep</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Löschsperren</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Renew &amp;keys…</source>
        <translation>&amp;Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>I suspect a &amp;leak…</source>
        <translation>Ich &amp;vermute ein Leck…</translation>
    </message>
    <message>
        <source>&amp;Erase profile…</source>
        <translation>Profil &amp;löschen…</translation>
    </message>
    <message>
        <source>Buyer’s rights</source>
        <translation>Rechte der Käufer</translation>
    </message>
    <message>
        <source>Erase the profile “%1”?</source>
        <translation>Profil „%1“ löschen?</translation>
    </message>
    <message>
        <source>Everything of this profile is erased: its connections, all data, its audit history, its keys and its folder, with the exports that still lie where Sellerkeep wrote them. Then keychain and folder are looked into, and you receive a signed certificate, which you choose a place for next. Nothing of this can be taken back. In Seller Central, remove the authorisations as well.</source>
        <translation>Alles von diesem Profil wird gelöscht: seine Verbindungen, alle Daten, sein Protokoll, seine Schlüssel und sein Ordner, mit den Exporten, die noch dort liegen, wo Sellerkeep sie geschrieben hat. Danach wird in Schlüsselbund und Ordner nachgesehen, und Sie erhalten eine signierte Bescheinigung, für die Sie als Nächstes einen Ort wählen. Nichts davon lässt sich zurücknehmen. Entfernen Sie auch die Autorisierungen in Seller Central.</translation>
    </message>
    <message>
        <source>Choose a place for the certificate…</source>
        <translation>Ort für die Bescheinigung wählen…</translation>
    </message>
    <message>
        <source>&amp;Type the profile’s name:</source>
        <translation>Namen des Profils &amp;eingeben:</translation>
    </message>
    <message>
        <source>Name of the profile, to confirm</source>
        <translation>Name des Profils, zur Bestätigung</translation>
    </message>
    <message>
        <source>Erase “%1” and save the certificate</source>
        <translation>„%1“ löschen und die Bescheinigung speichern</translation>
    </message>
    <message>
        <source>Erasure certificate (*.json)</source>
        <translation>Löschbescheinigung (*.json)</translation>
    </message>
    <message>
        <source>Erasing “%1”…</source>
        <translation>„%1“ wird gelöscht…</translation>
    </message>
    <message>
        <source>“%1” was erased without a certificate</source>
        <translation>„%1“ wurde ohne Bescheinigung gelöscht</translation>
    </message>
    <message>
        <source>The profile could not be opened any more, so there was no key to sign a certificate with and nothing could be counted: %1.</source>
        <translation>Das Profil ließ sich nicht mehr öffnen; darum gab es keinen Schlüssel, um eine Bescheinigung zu signieren, und nichts konnte gezählt werden: %1.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Verstanden</translation>
    </message>
    <message>
        <source>“%1” was not erased</source>
        <translation>„%1“ wurde nicht gelöscht</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::NewProfileDialog</name>
    <message>
        <source>New profile</source>
        <translation>Neues Profil</translation>
    </message>
    <message>
        <source>Name of the profile</source>
        <translation>Name des Profils</translation>
    </message>
    <message>
        <source>The seller’s or the client’s name</source>
        <translation>Name des Händlers oder des Kunden</translation>
    </message>
    <message>
        <source>&amp;Name of the profile</source>
        <translation>&amp;Name des Profils</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create the profile</source>
        <translation>Das Profil anlegen</translation>
    </message>
    <message>
        <source>A profile has its own folder, its own encrypted database and its own keys in the keychain of this computer.</source>
        <translation>Ein Profil hat einen eigenen Ordner, eine eigene verschlüsselte Datenbank und eigene Schlüssel im Schlüsselbund dieses Computers.</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::ProblemPage</name>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try to open the profile again</source>
        <translation>Noch einmal versuchen, das Profil zu öffnen</translation>
    </message>
    <message>
        <source>Sellerkeep cannot go on</source>
        <translation>Sellerkeep kann nicht weitermachen</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>„%1“ lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Detail: %1</source>
        <extracomment>%1: an English text for support</extracomment>
        <translation>Einzelheiten: %1</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::Sidebar</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>No profile</source>
        <translation>Kein Profil</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>New profile…</source>
        <translation>Neues Profil…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::SyncStatus</name>
    <message>
        <source>Sync all connections now</source>
        <translation>Alle Verbindungen jetzt abgleichen</translation>
    </message>
    <message>
        <source>Nothing has been synced to its end yet.</source>
        <translation>Es wurde noch nichts vollständig abgeglichen.</translation>
    </message>
    <message>
        <source>Data is complete up to %1 (%2).</source>
        <extracomment>%1: "5 minutes ago", %2: date and time</extracomment>
        <translation>Stand der Daten: %1 (%2).</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Sync all</source>
        <translation>Alles abgleichen</translation>
    </message>
    <message>
        <source>Stop the sync</source>
        <translation>Den Abgleich anhalten</translation>
    </message>
    <message>
        <source>Sync all connections now (F5)</source>
        <translation>Alle Verbindungen jetzt abgleichen (F5)</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::WelcomePage</name>
    <message>
        <source>Sellerkeep fetches your Amazon data and keeps it encrypted on this computer, and nowhere else. Buyers’ personal data is fetched only if you ask for it, and becomes unreadable by itself when its time has passed. Every access is recorded in a history that you can verify at any time.</source>
        <translation>Sellerkeep holt Ihre Amazon-Daten und bewahrt sie verschlüsselt auf diesem Computer auf, und nirgendwo sonst. Personenbezogene Daten von Käufern werden nur geholt, wenn Sie es verlangen, und werden von selbst unlesbar, wenn ihre Zeit vorbei ist. Jeder Zugriff steht in einem Protokoll, das Sie jederzeit prüfen können.</translation>
    </message>
    <message>
        <source>&amp;Create profile</source>
        <translation>Profil an&amp;legen</translation>
    </message>
    <message>
        <source>Create a profile</source>
        <translation>Ein Profil anlegen</translation>
    </message>
    <message>
        <source>Explore with sample &amp;data</source>
        <translation>Mit &amp;Beispieldaten erkunden</translation>
    </message>
    <message>
        <source>Explore with sample data</source>
        <translation>Mit Beispieldaten erkunden</translation>
    </message>
    <message>
        <source>Welcome to Sellerkeep</source>
        <translation>Willkommen bei Sellerkeep</translation>
    </message>
    <message>
        <source>A profile holds the data of one seller: an agency makes one for each client. The sample data comes from a make-believe Amazon on this computer; no account is needed.</source>
        <translation>Ein Profil enthält die Daten eines Händlers: Eine Agentur legt für jeden Kunden eines an. Die Beispieldaten kommen von einem nachgebauten Amazon auf diesem Computer; ein Konto ist nicht nötig.</translation>
    </message>
</context>
<context>
    <name>sk::ui::CertificateDocument</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Features switched on</source>
        <translation>Eingeschaltete Zusätze</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Order items</source>
        <translation>Bestellpositionen</translation>
    </message>
    <message>
        <source>Handling of order items</source>
        <translation>Handhabung von Bestellpositionen</translation>
    </message>
    <message>
        <source>Substitutes of order items</source>
        <translation>Ersatz für Bestellpositionen</translation>
    </message>
    <message>
        <source>Amounts of orders</source>
        <translation>Beträge der Bestellungen</translation>
    </message>
    <message>
        <source>Packages of orders</source>
        <translation>Pakete der Bestellungen</translation>
    </message>
    <message>
        <source>Contents of packages</source>
        <translation>Inhalt von Paketen</translation>
    </message>
    <message>
        <source>Marks of the sync</source>
        <translation>Merkzeichen des Abrufs</translation>
    </message>
    <message>
        <source>Marks of the rate limit</source>
        <translation>Merkzeichen der Abrufgrenzen</translation>
    </message>
    <message>
        <source>Sealed personal values</source>
        <translation>Versiegelte personenbezogene Werte</translation>
    </message>
    <message>
        <source>Entries of the keychain</source>
        <translation>Einträge des Schlüsselbunds</translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>Exportierte Dateien</translation>
    </message>
    <message>
        <source>Rows counted again, table by table</source>
        <translation>Zeilen erneut gezählt, Tabelle für Tabelle</translation>
    </message>
    <message>
        <source>Sealed values counted again</source>
        <translation>Versiegelte Werte erneut gezählt</translation>
    </message>
    <message>
        <source>Keychain entries read back, while others still read</source>
        <translation>Einträge des Schlüsselbunds zurückgelesen, während andere lesbar sind</translation>
    </message>
    <message>
        <source>Every page of the vault searched, freed ones included</source>
        <translation>Jede Seite des Tresors durchsucht, auch freigegebene</translation>
    </message>
    <message>
        <source>Every page of the PII store searched, freed ones included</source>
        <translation>Jede Seite des Speichers für personenbezogene Daten durchsucht, auch freigegebene</translation>
    </message>
    <message>
        <source>Every file of the profile’s folder searched</source>
        <translation>Jede Datei des Profilordners durchsucht</translation>
    </message>
    <message>
        <source>The profile’s folder looked for</source>
        <translation>Nach dem Profilordner gesucht</translation>
    </message>
    <message>
        <source>Exports that were moved or changed after they were written: they are the owner’s to delete.</source>
        <translation>Exporte, die nach dem Schreiben verschoben oder geändert wurden: Sie zu löschen ist Sache des Inhabers.</translation>
    </message>
    <message>
        <source>Exports that were written for connections removed earlier. If they were of the same account, they are the owner’s to delete.</source>
        <translation>Exporte, die für früher entfernte Verbindungen geschrieben wurden. Waren sie vom selben Konto, ist sie zu löschen Sache des Inhabers.</translation>
    </message>
    <message>
        <source>Copies that the operating system or a backup program made of the files. Personal data and tokens in them stay unreadable, because their keys are destroyed; other rows can be read with the profile’s keys.</source>
        <translation>Kopien, die das Betriebssystem oder ein Sicherungsprogramm von den Dateien angelegt hat. Personenbezogene Daten und Zugangsdaten darin bleiben unlesbar, weil ihre Schlüssel vernichtet sind; andere Zeilen sind mit den Schlüsseln des Profils lesbar.</translation>
    </message>
    <message>
        <source>What Amazon itself holds.</source>
        <translation>Was Amazon selbst gespeichert hat.</translation>
    </message>
    <message>
        <source>Decision of the owner</source>
        <translation>Entscheidung des Inhabers</translation>
    </message>
    <message>
        <source>End of the period after a disconnect</source>
        <translation>Ende der Frist nach dem Trennen</translation>
    </message>
    <message>
        <source>Request of Amazon</source>
        <translation>Verlangen von Amazon</translation>
    </message>
    <message>
        <source>Request of the buyer</source>
        <translation>Verlangen des Käufers</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Erased connection</source>
        <translation>Gelöschte Verbindung</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>the whole profile</source>
        <translation>das ganze Profil</translation>
    </message>
    <message>
        <source>Erased order</source>
        <translation>Gelöschte Bestellung</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Done by</source>
        <translation>Ausgeführt von</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>What was erased</source>
        <translation>Was gelöscht wurde</translation>
    </message>
    <message>
        <source>could not be done</source>
        <translation>konnte nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remnant(s) found</source>
        <translation>
            <numerusform>%Ln Rest gefunden</numerusform>
            <numerusform>%Ln Reste gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check was done and found nothing.</source>
        <translation>Jede Prüfung wurde ausgeführt und fand nichts.</translation>
    </message>
    <message>
        <source>Not every check was clean: something may be left, see above.</source>
        <translation>Nicht jede Prüfung war sauber: Es kann etwas übrig sein, siehe oben.</translation>
    </message>
    <message>
        <source>How it was checked</source>
        <translation>Wie es geprüft wurde</translation>
    </message>
    <message>
        <source>The signed file of this certificate has the SHA-256 below; the audit log of the profile names it after entry %L1. To verify it: sellerkeep-cli certificate verify FILE.</source>
        <translation>Die signierte Datei dieser Bescheinigung hat den unten stehenden SHA-256; das Protokoll des Profils nennt sie nach Eintrag %L1. Zum Prüfen: sellerkeep-cli certificate verify DATEI.</translation>
    </message>
    <message>
        <source>What cannot be reached</source>
        <translation>Was nicht erreicht werden kann</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>Certificate of erasure</source>
        <translation>Löschbescheinigung</translation>
    </message>
    <message>
        <source>Personal values on hold</source>
        <translation>Gesperrte personenbezogene Werte</translation>
    </message>
    <message>
        <source>Holds in the register</source>
        <translation>Löschsperren im Verzeichnis</translation>
    </message>
    <message>
        <source>Mentions in other orders</source>
        <translation>Erwähnungen in anderen Bestellungen</translation>
    </message>
    <message>
        <source>Shipping demands of items</source>
        <translation>Versandvorgaben der Positionen</translation>
    </message>
    <message>
        <source>Marks of sync and rate limit</source>
        <translation>Merkzeichen von Abgleich und Abrufgrenze</translation>
    </message>
    <message>
        <source>Entries of the audit history</source>
        <translation>Einträge des Protokolls</translation>
    </message>
    <message>
        <source>Erasure certificates</source>
        <translation>Löschbescheinigungen</translation>
    </message>
    <message>
        <source>Deletion requests</source>
        <translation>Löschanfragen</translation>
    </message>
    <message>
        <source>Marks of erased orders</source>
        <translation>Merkzeichen gelöschter Bestellungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Files of the profile</source>
        <translation>Dateien des Profils</translation>
    </message>
    <message>
        <source>Exports that were written before: they lie where they were written and are the owner’s to delete.</source>
        <translation>Exporte, die vorher geschrieben wurden: Sie liegen, wo sie geschrieben wurden, und der Inhaber muss sie löschen.</translation>
    </message>
    <message>
        <source>Exports of several orders that were written before: the order may be in them. They are the owner’s to delete.</source>
        <translation>Exporte mehrerer Bestellungen, die vorher geschrieben wurden: Die Bestellung kann darin stehen. Der Inhaber muss sie löschen.</translation>
    </message>
    <message>
        <source>The erasure was interrupted and finished later. What had gone before was overwritten when it was deleted, but could not be searched for any more.</source>
        <translation>Die Löschung wurde unterbrochen und später beendet. Was vorher verschwand, wurde beim Löschen überschrieben, konnte aber nicht mehr gesucht werden.</translation>
    </message>
    <message>
        <source>Copies that the operating system or a backup program made of the profile’s folder: who has one and the passphrase can still open it.</source>
        <translation>Kopien, die das Betriebssystem oder ein Sicherungsprogramm vom Ordner des Profils gemacht hat: Wer eine hat und die Passphrase kennt, kann sie noch öffnen.</translation>
    </message>
    <message>
        <source>Copies that the operating system or a backup program made of the files. Nobody can open them any more: their keys are destroyed.</source>
        <translation>Kopien, die das Betriebssystem oder ein Sicherungsprogramm von den Dateien gemacht hat. Niemand kann sie mehr öffnen: Ihre Schlüssel sind vernichtet.</translation>
    </message>
    <message>
        <source>Copies that the operating system or a backup program made of the files: with the profile’s keys the order can be read in them.</source>
        <translation>Kopien, die das Betriebssystem oder ein Sicherungsprogramm von den Dateien gemacht hat: Mit den Schlüsseln des Profils lässt sich die Bestellung darin lesen.</translation>
    </message>
    <message>
        <source>Copies that the operating system or a backup program made of the files: with the profile’s keys the order can be read in them, its personal data until the day on which their key dies, 30 days after receipt at the latest.</source>
        <translation>Kopien, die das Betriebssystem oder ein Sicherungsprogramm von den Dateien gemacht hat: Mit den Schlüsseln des Profils lässt sich die Bestellung darin lesen, ihre personenbezogenen Daten bis zu dem Tag, an dem deren Schlüssel stirbt, spätestens 30 Tage nach Empfang.</translation>
    </message>
    <message>
        <source>The signed file of this certificate has the SHA-256 below. The profile it speaks of is gone, and with it the key of the signature: nobody can make another. To verify it: sellerkeep-cli certificate verify FILE.</source>
        <translation>Die signierte Datei dieser Bescheinigung hat den SHA-256 unten. Das Profil, von dem sie spricht, ist gelöscht und mit ihm der Schlüssel der Signatur: Niemand kann eine weitere ausstellen. So wird sie geprüft: sellerkeep-cli certificate verify DATEI.</translation>
    </message>
    <message>
        <source>Orders on a tax or legal hold: what the hold keeps, and its entry in the register, stay until it ends.</source>
        <translation>Bestellungen mit steuerlicher oder rechtlicher Löschsperre: was die Sperre aufbewahrt und ihr Eintrag im Verzeichnis bleiben, bis sie endet.</translation>
    </message>
</context>
<context>
    <name>sk::ui::CertificateDialog</name>
    <message>
        <source>Certificate of erasure</source>
        <translation>Löschbescheinigung</translation>
    </message>
    <message>
        <source>Text of the certificate</source>
        <translation>Text der Bescheinigung</translation>
    </message>
    <message>
        <source>Save &amp;signed file…</source>
        <translation>&amp;Signierte Datei speichern…</translation>
    </message>
    <message>
        <source>Save the signed file, which can be verified</source>
        <translation>Die signierte Datei speichern, die geprüft werden kann</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>Als &amp;PDF speichern…</translation>
    </message>
    <message>
        <source>Save a PDF to hand over</source>
        <translation>Ein PDF zum Weitergeben speichern</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the signed certificate</source>
        <translation>Signierte Bescheinigung speichern</translation>
    </message>
    <message>
        <source>Erasure certificate (*.json)</source>
        <translation>Löschbescheinigung (*.json)</translation>
    </message>
    <message>
        <source>Save the certificate as PDF</source>
        <translation>Bescheinigung als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>Close without keeping the certificate?</source>
        <translation>Schließen, ohne die Bescheinigung aufzubewahren?</translation>
    </message>
    <message>
        <source>This is the only copy of the signed file: the profile that could keep it is gone.</source>
        <translation>Dies ist die einzige Ausfertigung der signierten Datei: Das Profil, das sie aufbewahren könnte, ist gelöscht.</translation>
    </message>
    <message>
        <source>Discard the certificate</source>
        <translation>Bescheinigung verwerfen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::EraseDialog</name>
    <message>
        <source>Erase “%1” now?</source>
        <translation>„%1“ jetzt löschen?</translation>
    </message>
    <message>
        <source>Credentials, keys and every row of this connection are erased at once, with the exports that still lie where Sellerkeep wrote them. Then every page and file is searched for remnants, and you receive a signed certificate. Tax and legal holds on its orders end with it. Nothing of this can be taken back.</source>
        <translation>Zugangsdaten, Schlüssel und alle Zeilen dieser Verbindung werden sofort gelöscht, mit den Exporten, die noch dort liegen, wo Sellerkeep sie geschrieben hat. Danach wird jede Seite und jede Datei nach Resten durchsucht, und Sie erhalten eine signierte Bescheinigung. Steuerliche und rechtliche Löschsperren ihrer Bestellungen enden damit. Nichts davon lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Name of the connection, to confirm</source>
        <translation>Name der Verbindung, zur Bestätigung</translation>
    </message>
    <message>
        <source>&amp;Type the connection’s name:</source>
        <translation>&amp;Name der Verbindung:</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConsentForm</name>
    <message>
        <source>Client &amp;identifier</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Address of your redirect &amp;page</source>
        <translation>Adresse Ihrer &amp;Weiterleitungsseite</translation>
    </message>
    <message>
        <source>&amp;Name in Sellerkeep (optional)</source>
        <translation>&amp;Name in Sellerkeep (optional)</translation>
    </message>
    <message>
        <source>My advertising in Europe</source>
        <translation>Meine Werbung in Europa</translation>
    </message>
    <message>
        <source>My client’s shop</source>
        <translation>Shop meines Kunden</translation>
    </message>
    <message>
        <source>Home marketplace of the account</source>
        <translation>Heimatmarktplatz des Kontos</translation>
    </message>
    <message>
        <source>Choose where the seller signs in…</source>
        <translation>Wählen, wo sich der Verkäufer anmeldet…</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1: a country, %2: one of Amazon's regions</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Home &amp;marketplace of the account</source>
        <translation>Heimat&amp;marktplatz des Kontos</translation>
    </message>
    <message>
        <source>&amp;Application id</source>
        <translation>&amp;Anwendungs-ID</translation>
    </message>
    <message>
        <source>The application is still a &amp;draft</source>
        <translation>Die Anwendung ist noch ein &amp;Entwurf</translation>
    </message>
    <message>
        <source>The application is still a draft</source>
        <translation>Die Anwendung ist noch ein Entwurf</translation>
    </message>
    <message>
        <source>Leave empty to use what is in the keychain</source>
        <translation>Leer lassen: der Wert im Schlüsselbund gilt</translation>
    </message>
    <message>
        <source>Sellerkeep does not keep whether it was a draft the last time: tick the box if it still is one.</source>
        <translation>Sellerkeep merkt sich nicht, ob es beim letzten Mal ein Entwurf war: Setzen Sie das Häkchen, wenn es noch einer ist.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConsentPage</name>
    <message>
        <source>What you need</source>
        <translation>Was Sie brauchen</translation>
    </message>
    <message>
        <source>An application of your own that Amazon Ads has approved. It is another one than for the Selling Partner API, with its own client identifier and secret.</source>
        <translation>Eine eigene Anwendung, die Amazon Ads zugelassen hat. Es ist eine andere als für die Selling Partner API, mit eigener Client-ID und eigenem Client-Secret.</translation>
    </message>
    <message>
        <source>A public application of your own in the Solution Provider Portal; it may be unlisted or still a draft. A private application cannot ask for consent: use self-authorisation for that.</source>
        <translation>Eine eigene öffentliche Anwendung im Solution Provider Portal; sie darf ungelistet oder noch ein Entwurf sein. Eine private Anwendung kann nicht um Zustimmung bitten: Nehmen Sie dafür die Selbstautorisierung.</translation>
    </message>
    <message>
        <source>The redirect page that comes with Sellerkeep (packaging/redirect-page), on a web server of yours with https. It hands Amazon’s answer to this computer and keeps nothing.</source>
        <translation>Die Weiterleitungsseite, die Sellerkeep beiliegt (packaging/redirect-page), auf einem eigenen Webserver mit https. Sie reicht Amazons Antwort an diesen Computer weiter und behält nichts.</translation>
    </message>
    <message>
        <source>The address of that page, registered with Amazon as a redirect address of the application, and entered here exactly the same.</source>
        <translation>Die Adresse dieser Seite, bei Amazon als Redirect-Adresse der Anwendung eingetragen und hier genau gleich eingegeben.</translation>
    </message>
    <message>
        <source>The roles below, given to the application before the seller consents: a role that is added later needs a new consent.</source>
        <translation>Die Rollen unten, der Anwendung gegeben, bevor der Verkäufer zustimmt: Eine später hinzugefügte Rolle braucht eine neue Zustimmung.</translation>
    </message>
    <message>
        <source>Connect Amazon Ads</source>
        <translation>Amazon Ads verbinden</translation>
    </message>
    <message>
        <source>Connect by consent in the browser</source>
        <translation>Durch Zustimmung im Browser verbinden</translation>
    </message>
    <message>
        <source>The authorisation is kept and shown as a connection of its own. Advertising reports are not fetched yet; they come with a later version.</source>
        <translation>Die Autorisierung wird als eigene Verbindung aufbewahrt und angezeigt. Werbeberichte werden noch nicht abgerufen; sie kommen mit einer späteren Version.</translation>
    </message>
    <message>
        <source>The seller signs in at Amazon and confirms your application. Sellerkeep never sees a password; it gets a code that works once, within five minutes of the confirmation.</source>
        <translation>Der Verkäufer meldet sich bei Amazon an und bestätigt Ihre Anwendung. Sellerkeep sieht nie ein Passwort; es bekommt einen Code, der einmal gilt, und nur fünf Minuten ab der Bestätigung.</translation>
    </message>
    <message>
        <source>Go on at Amazon</source>
        <translation>Weiter bei Amazon</translation>
    </message>
    <message>
        <source>Preparing the consent…</source>
        <translation>Die Zustimmung wird vorbereitet…</translation>
    </message>
    <message>
        <source>Waiting for the consent at Amazon…</source>
        <translation>Warten auf die Zustimmung bei Amazon…</translation>
    </message>
    <message>
        <source>Choose the account’s place and fill in the values first.</source>
        <translation>Wählen Sie zuerst, wo das Konto zu Hause ist, und füllen Sie die Werte aus.</translation>
    </message>
    <message>
        <source>You can close this page</source>
        <translation>Sie können diese Seite schließen</translation>
    </message>
    <message>
        <source>Go back to Sellerkeep: it shows how the connection went.</source>
        <translation>Gehen Sie zurück zu Sellerkeep: Dort steht, ob die Verbindung geklappt hat.</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>Im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Refused; paste it again</source>
        <translation>Abgelehnt; bitte erneut einfügen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConsentWait</name>
    <message>
        <source>Go on in the browser</source>
        <translation>Weiter im Browser</translation>
    </message>
    <message>
        <source>&amp;Open Amazon’s page again</source>
        <translation>Amazons Seite noch einmal ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Open Amazon’s page in the browser again</source>
        <translation>Amazons Seite noch einmal im Browser öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy its address</source>
        <translation>Adresse der Seite &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the address of Amazon’s page</source>
        <translation>Die Adresse von Amazons Seite kopieren</translation>
    </message>
    <message>
        <source>If nothing happens here after you have confirmed</source>
        <translation>Wenn hier nach dem Bestätigen nichts geschieht</translation>
    </message>
    <message>
        <source>Copy the whole address at which the browser ended, from its address bar or from your redirect page, and paste it here.</source>
        <translation>Kopieren Sie die ganze Adresse, bei der der Browser stehen blieb, aus der Adresszeile oder von Ihrer Weiterleitungsseite, und fügen Sie sie hier ein.</translation>
    </message>
    <message>
        <source>&amp;Address of the last page</source>
        <translation>&amp;Adresse der letzten Seite</translation>
    </message>
    <message>
        <source>&amp;Use this address</source>
        <translation>Diese Adresse &amp;verwenden</translation>
    </message>
    <message>
        <source>Use the pasted address</source>
        <translation>Die eingefügte Adresse verwenden</translation>
    </message>
    <message>
        <source>Amazon’s page has been opened in your browser. Sign in there with the seller’s account and confirm; your redirect page then hands the answer over, and this window goes on by itself.</source>
        <translation>Amazons Seite wurde in Ihrem Browser geöffnet. Melden Sie sich dort mit dem Konto des Verkäufers an und bestätigen Sie; Ihre Weiterleitungsseite übergibt dann die Antwort, und dieses Fenster macht von selbst weiter.</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the address of Amazon’s page into a browser, sign in there with the seller’s account and confirm.</source>
        <translation>Es ließ sich kein Browser öffnen. Kopieren Sie die Adresse von Amazons Seite in einen Browser, melden Sie sich dort mit dem Konto des Verkäufers an und bestätigen Sie.</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left for this consent.</source>
        <translation><numerusform>Noch %n Minute für diese Zustimmung.</numerusform><numerusform>Noch %n Minuten für diese Zustimmung.</numerusform></translation>
    </message>
    <message>
        <source>When you have confirmed</source>
        <translation>Wenn Sie bestätigt haben</translation>
    </message>
    <message>
        <source>Amazon’s page has been opened in your browser. Sign in there with the seller’s account and confirm. The answer cannot come here by itself this time: paste it below.</source>
        <translation>Amazons Seite wurde in Ihrem Browser geöffnet. Melden Sie sich dort mit dem Konto des Verkäufers an und bestätigen Sie. Die Antwort kann diesmal nicht von selbst hierher kommen: Fügen Sie sie unten ein.</translation>
    </message>
    <message>
        <source>This is not the answer to this consent. Copy the whole address at which the browser ended and paste it once more.</source>
        <translation>Das ist nicht die Antwort zu dieser Zustimmung. Kopieren Sie die ganze Adresse, bei der der Browser gelandet ist, und fügen Sie sie noch einmal ein.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::DesktopNote</name>
    <message>
        <source>What Amazon says on desktop applications</source>
        <translation>Was Amazon zu Desktop-Programmen sagt</translation>
    </message>
    <message>
        <source>Amazon’s page on desktop applications speaks of the Selling Partner API; we know of none for Amazon Ads. Ask Amazon Ads when you apply there for your application.</source>
        <translation>Amazons Seite über Desktop-Programme spricht von der Selling Partner API; für Amazon Ads kennen wir keine. Fragen Sie Amazon Ads, wenn Sie dort Ihre Anwendung beantragen.</translation>
    </message>
    <message>
        <source>Amazon’s page on desktop applications accepts only applications that are in contact with their developer’s own systems. Here you are the developer yourself, with your own application and credentials; whether Amazon reads it that way is not written anywhere.</source>
        <translation>Amazons Seite über Desktop-Programme lässt nur solche zu, die mit Systemen ihres Entwicklers in Verbindung stehen. Hier sind Sie selbst der Entwickler, mit eigener Anwendung und eigenen Zugangsdaten; ob Amazon das so liest, steht nirgends geschrieben.</translation>
    </message>
    <message>
        <source>Amazon’s page on desktop applications</source>
        <translation>Amazons Seite über Desktop-Programme</translation>
    </message>
    <message>
        <source>Open Amazon’s page on desktop applications in the browser</source>
        <translation>Amazons Seite über Desktop-Programme im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ExportConnectionDialog</name>
    <message>
        <source>Export connection</source>
        <translation>Verbindung exportieren</translation>
    </message>
    <message>
        <source>Export “%1” for another computer</source>
        <extracomment>%1: the connection's name</extracomment>
        <translation>„%1“ für einen anderen Computer exportieren</translation>
    </message>
    <message>
        <source>The file holds the credentials of this connection, its region and its name, sealed with the passphrase; no order and no buyer’s data. Both computers can then reach the account: to end that, revoke the authorisation at Amazon.</source>
        <translation>Die Datei enthält die Zugangsdaten dieser Verbindung, ihre Region und ihren Namen, versiegelt mit der Passphrase; keine Bestellung und keine Daten von Käufern. Beide Computer können danach das Konto erreichen: Um das zu beenden, widerrufen Sie die Autorisierung bei Amazon.</translation>
    </message>
    <message>
        <source>Passphrase for the file</source>
        <translation>Passphrase für die Datei</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>Dieselbe Passphrase noch einmal</translation>
    </message>
    <message>
        <source>&amp;Passphrase for the file</source>
        <translation>&amp;Passphrase für die Datei</translation>
    </message>
    <message>
        <source>The same passphrase &amp;again</source>
        <translation>Dieselbe Passphrase noch ein&amp;mal</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the connection</source>
        <translation>Die Verbindung exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Connection files (*.sellerkeep);;All files (*)</source>
        <translation>Verbindungsdateien (*.sellerkeep);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The passphrase is good. Write it down: without it the file cannot be opened.</source>
        <translation>Die Passphrase ist gut. Schreiben Sie sie auf: Ohne sie lässt sich die Datei nicht öffnen.</translation>
    </message>
    <message>
        <source>Enter the same passphrase again.</source>
        <translation>Geben Sie dieselbe Passphrase noch einmal ein.</translation>
    </message>
    <message>
        <source>Sealing the file…</source>
        <translation>Die Datei wird versiegelt…</translation>
    </message>
    <message>
        <source>Replace the file?</source>
        <translation>Datei ersetzen?</translation>
    </message>
    <message>
        <source>“%1” exists already. Its content is lost.</source>
        <translation>„%1“ gibt es schon. Der bisherige Inhalt geht verloren.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::FormRows</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Choose the region of the account…</source>
        <translation>Region des Kontos wählen…</translation>
    </message>
    <message>
        <source>North America (United States, Canada, Mexico, Brazil)</source>
        <translation>Nordamerika (USA, Kanada, Mexiko, Brasilien)</translation>
    </message>
    <message>
        <source>Europe (also Middle East, Africa, India)</source>
        <translation>Europa (auch Naher Osten, Afrika, Indien)</translation>
    </message>
    <message>
        <source>Far East (Japan, Australia, Singapore)</source>
        <translation>Fernost (Japan, Australien, Singapur)</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Die Datei wählen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ImportPage</name>
    <message>
        <source>Choose the connection file</source>
        <translation>Die Verbindungsdatei wählen</translation>
    </message>
    <message>
        <source>Connection &amp;file</source>
        <translation>Verbindungs&amp;datei</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Passphrase der Datei</translation>
    </message>
    <message>
        <source>&amp;Passphrase of the file</source>
        <translation>&amp;Passphrase der Datei</translation>
    </message>
    <message>
        <source>&amp;Name in Sellerkeep (optional)</source>
        <translation>&amp;Name in Sellerkeep (optional)</translation>
    </message>
    <message>
        <source>As on the other computer</source>
        <translation>Wie auf dem anderen Computer</translation>
    </message>
    <message>
        <source>What will be asked for</source>
        <translation>Was abgefragt wird</translation>
    </message>
    <message>
        <source>Opt-ins do not travel with the file: what you switched on here counts. A connection to Amazon Ads asks for no orders.</source>
        <translation>Eingeschaltete Zusätze reisen nicht mit der Datei: Es gilt, was Sie hier eingeschaltet haben. Eine Verbindung zu Amazon Ads fragt nicht nach Bestellungen.</translation>
    </message>
    <message>
        <source>Connection files (*.sellerkeep);;All files (*)</source>
        <translation>Verbindungsdateien (*.sellerkeep);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Take over a connection from another computer</source>
        <translation>Eine Verbindung von einem anderen Computer übernehmen</translation>
    </message>
    <message>
        <source>On the other computer choose “Export…” beside the connection. The file holds the credentials, sealed with a passphrase; delete it when you are done.</source>
        <translation>Wählen Sie auf dem anderen Computer „Exportieren…“ bei der Verbindung. Die Datei enthält die Zugangsdaten, versiegelt mit einer Passphrase; löschen Sie sie, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>Open and connect</source>
        <translation>Öffnen und verbinden</translation>
    </message>
    <message>
        <source>Opening the file and asking Amazon whether it accepts the credentials…</source>
        <translation>Die Datei wird geöffnet und Amazon gefragt, ob es die Zugangsdaten annimmt…</translation>
    </message>
    <message>
        <source>Choose the file and enter its passphrase first.</source>
        <translation>Wählen Sie zuerst die Datei und geben Sie ihre Passphrase ein.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::PassphraseWords</name>
    <message>
        <source>at least 12 characters</source>
        <translation>mindestens 12 Zeichen</translation>
    </message>
    <message>
        <source>an upper-case letter</source>
        <translation>einen Großbuchstaben</translation>
    </message>
    <message>
        <source>a lower-case letter</source>
        <translation>einen Kleinbuchstaben</translation>
    </message>
    <message>
        <source>a digit</source>
        <translation>eine Ziffer</translation>
    </message>
    <message>
        <source>a special character</source>
        <translation>ein Sonderzeichen</translation>
    </message>
    <message>
        <source>no name of the profile or the connection in it</source>
        <translation>keinen Namen des Profils oder der Verbindung darin</translation>
    </message>
    <message>
        <source>The passphrase needs %1.</source>
        <extracomment>%1: a list such as "at least 12 characters and a digit"</extracomment>
        <translation>Die Passphrase braucht %1.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::SelfPage</name>
    <message>
        <source>Sign in to Seller Central or the Solution Provider Portal with the account that owns your private application.</source>
        <translation>Melden Sie sich bei Seller Central oder im Solution Provider Portal mit dem Konto an, dem Ihre private Anwendung gehört.</translation>
    </message>
    <message>
        <source>Open “Apps and Services”, then “Develop Apps”. Your application may stay a draft.</source>
        <translation>Öffnen Sie „Apps and Services“, dann „Develop Apps“. Ihre Anwendung darf ein Entwurf bleiben.</translation>
    </message>
    <message>
        <source>Client identifier and client secret: in the row of the application, column “LWA credentials”, choose “View”.</source>
        <translation>Client-ID und Client-Secret: Wählen Sie in der Zeile der Anwendung, Spalte „LWA credentials“, den Link „View“.</translation>
    </message>
    <message>
        <source>Refresh token: open the menu beside “Edit App”, choose “Authorize”, then “Authorize app” for this account.</source>
        <translation>Refresh-Token: Öffnen Sie das Menü neben „Edit App“, wählen Sie „Authorize“, dann „Authorize app“ für dieses Konto.</translation>
    </message>
    <message>
        <source>Copy the token at once: Amazon shows it only this time. A further click makes another; earlier ones stay valid.</source>
        <translation>Kopieren Sie das Token sofort: Amazon zeigt es nur dieses eine Mal. Ein weiterer Klick macht ein neues; frühere bleiben gültig.</translation>
    </message>
    <message>
        <source>Where to find the values</source>
        <translation>Wo Sie die Werte finden</translation>
    </message>
    <message>
        <source>If you have all three as JSON, paste it into any of the fields.</source>
        <translation>Wenn Sie alle drei als JSON haben, fügen Sie es in eines der Felder ein.</translation>
    </message>
    <message>
        <source>Connect with your own private application</source>
        <translation>Mit der eigenen privaten Anwendung verbinden</translation>
    </message>
    <message>
        <source>The values are tested by one call to Amazon and then kept in the keychain of this computer; they go nowhere else.</source>
        <translation>Die Werte werden mit einem Aufruf bei Amazon geprüft und dann im Schlüsselbund dieses Computers aufbewahrt; sie gehen nirgends sonst hin.</translation>
    </message>
    <message>
        <source>Test and connect</source>
        <translation>Prüfen und verbinden</translation>
    </message>
    <message>
        <source>Asking Amazon whether it accepts these credentials…</source>
        <translation>Amazon wird gefragt, ob es diese Zugangsdaten annimmt…</translation>
    </message>
    <message>
        <source>Choose the region and fill in the three values first.</source>
        <translation>Wählen Sie zuerst die Region und füllen Sie die drei Werte aus.</translation>
    </message>
    <message>
        <source>Kept in the keychain</source>
        <translation>Im Schlüsselbund aufbewahrt</translation>
    </message>
    <message>
        <source>Refused; paste it again</source>
        <translation>Abgelehnt; bitte erneut einfügen</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::WayPage</name>
    <message>
        <source>With my &amp;own private application</source>
        <translation>Mit meiner &amp;eigenen privaten Anwendung</translation>
    </message>
    <message>
        <source>For your own shop. You authorise the application yourself in Seller Central and paste three values.</source>
        <translation>Für den eigenen Shop. Sie autorisieren die Anwendung selbst in Seller Central und fügen drei Werte ein.</translation>
    </message>
    <message>
        <source>By &amp;consent in the browser</source>
        <translation>Durch &amp;Zustimmung im Browser</translation>
    </message>
    <message>
        <source>For an agency with a public application of its own: the seller confirms it on Amazon’s page.</source>
        <translation>Für eine Agentur mit eigener öffentlicher Anwendung: Der Verkäufer bestätigt sie auf Amazons Seite.</translation>
    </message>
    <message>
        <source>Amazon &amp;Ads, by consent in the browser</source>
        <translation>&amp;Amazon Ads, durch Zustimmung im Browser</translation>
    </message>
    <message>
        <source>An authorisation of its own. It is kept and shown; advertising reports are not fetched yet.</source>
        <translation>Eine eigene Autorisierung. Sie wird aufbewahrt und angezeigt; Werbeberichte werden noch nicht abgerufen.</translation>
    </message>
    <message>
        <source>&amp;From another computer</source>
        <translation>Von einem anderen &amp;Computer</translation>
    </message>
    <message>
        <source>Takes over a connection from a sealed file that Sellerkeep exported there.</source>
        <translation>Übernimmt eine Verbindung aus einer versiegelten Datei, die Sellerkeep dort exportiert hat.</translation>
    </message>
    <message>
        <source>What will be asked for, and nothing else</source>
        <translation>Was abgefragt wird – und sonst nichts</translation>
    </message>
    <message>
        <source>This build of Sellerkeep has no consent in the browser.</source>
        <translation>Diese Ausgabe von Sellerkeep hat keine Zustimmung im Browser.</translation>
    </message>
    <message>
        <source>Opt-ins</source>
        <translation>Zusätze</translation>
    </message>
    <message>
        <source>Fetch fulfilment addresses</source>
        <translation>Lieferadressen für den Versand holen</translation>
    </message>
    <message>
        <source>Names and addresses of orders that you still have to ship yourself. Leave it off if Amazon ships for you; it can be switched on later.</source>
        <translation>Namen und Adressen von Bestellungen, die Sie noch selbst versenden. Lassen Sie es aus, wenn Amazon für Sie versendet; es lässt sich später einschalten.</translation>
    </message>
</context>
<context>
    <name>sk::profile::HeldClasses</name>
    <message numerus="yes">
        <source>%n day(s) after receipt, shipment or delivery, whichever is first: then its key is destroyed. At once when the connection is disconnected or the opt-in switched off.</source>
        <translation><numerusform>%n Tag nach Empfang, Versand oder Zustellung, je nachdem, was zuerst kam: Dann wird sein Schlüssel vernichtet. Sofort, wenn die Verbindung getrennt oder der Zusatz ausgeschaltet wird.</numerusform><numerusform>%n Tage nach Empfang, Versand oder Zustellung, je nachdem, was zuerst kam: Dann wird sein Schlüssel vernichtet. Sofort, wenn die Verbindung getrennt oder der Zusatz ausgeschaltet wird.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after receipt, or on the deletion date of a disconnected connection.</source>
        <translation><numerusform>%n Monat nach Empfang, oder am Löschtermin einer getrennten Verbindung.</numerusform><numerusform>%n Monate nach Empfang, oder am Löschtermin einer getrennten Verbindung.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after it was written. It outlives the connection it tells of.</source>
        <translation><numerusform>%n Monat nach dem Schreiben. Es überlebt die Verbindung, von der es erzählt.</numerusform><numerusform>%n Monate nach dem Schreiben. Es überlebt die Verbindung, von der es erzählt.</numerusform></translation>
    </message>
    <message>
        <source>Personal data of buyers, sealed</source>
        <translation>Personenbezogene Daten von Käufern, versiegelt</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Order items</source>
        <translation>Bestellpositionen</translation>
    </message>
    <message>
        <source>Shipping demands of items</source>
        <translation>Versandvorgaben der Positionen</translation>
    </message>
    <message>
        <source>Amounts of orders</source>
        <translation>Beträge der Bestellungen</translation>
    </message>
    <message>
        <source>Packages of orders</source>
        <translation>Pakete der Bestellungen</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Connections and features</source>
        <translation>Verbindungen und Zusätze</translation>
    </message>
    <message>
        <source>Marks of sync and rate limit</source>
        <translation>Merkzeichen von Abgleich und Abrufgrenzen</translation>
    </message>
    <message>
        <source>Credentials of connections</source>
        <translation>Zugangsdaten der Verbindungen</translation>
    </message>
    <message>
        <source>Audit history</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Exports remembered</source>
        <translation>Gemerkte Exporte</translation>
    </message>
    <message>
        <source>Erasure certificates</source>
        <translation>Löschbescheinigungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Expiry keys</source>
        <translation>Ablaufschlüssel</translation>
    </message>
    <message>
        <source>Keys of the profile</source>
        <translation>Schlüssel des Profils</translation>
    </message>
    <message>
        <source>Secret of this device</source>
        <translation>Geheimnis dieses Geräts</translation>
    </message>
    <message>
        <source>Anchor of the audit history</source>
        <translation>Anker des Protokolls</translation>
    </message>
    <message>
        <source>Test entry of the keychain</source>
        <translation>Probeeintrag des Schlüsselbunds</translation>
    </message>
    <message>
        <source>Description of the profile</source>
        <translation>Beschreibung des Profils</translation>
    </message>
    <message>
        <source>Shipping orders that the seller ships themselves; only with the opt-in “fulfilment addresses”.</source>
        <translation>Versand von Bestellungen, die der Händler selbst verschickt; nur mit dem Zusatz „Lieferadressen für den Versand“.</translation>
    </message>
    <message>
        <source>Bookkeeping: what was sold, where and for how much.</source>
        <translation>Buchhaltung: was wo für wie viel verkauft wurde.</translation>
    </message>
    <message>
        <source>Shipping orders as Amazon and the law demand.</source>
        <translation>Versand, wie Amazon und das Gesetz ihn verlangen.</translation>
    </message>
    <message>
        <source>Knowing what was shipped, and from when PII has to expire.</source>
        <translation>Wissen, was verschickt wurde und ab wann personenbezogene Daten ablaufen müssen.</translation>
    </message>
    <message>
        <source>Knowing where the account sells, and asking only for those places.</source>
        <translation>Wissen, wo das Konto verkauft, und nur dort nachfragen.</translation>
    </message>
    <message>
        <source>Knowing which accounts are connected and what they may do.</source>
        <translation>Wissen, welche Konten verbunden sind und was sie dürfen.</translation>
    </message>
    <message>
        <source>Going on where the last sync stopped, at Amazon’s pace.</source>
        <translation>Weitermachen, wo der letzte Abgleich endete, in Amazons Takt.</translation>
    </message>
    <message>
        <source>Asking Amazon in the seller’s name.</source>
        <translation>Anfragen an Amazon im Namen des Händlers.</translation>
    </message>
    <message>
        <source>Proving what was done with data; Amazon asks for it.</source>
        <translation>Nachweisen, was mit Daten geschah; Amazon verlangt es.</translation>
    </message>
    <message>
        <source>Finding exported files again when their data has to be erased.</source>
        <translation>Exportierte Dateien wiederfinden, wenn ihre Daten gelöscht werden müssen.</translation>
    </message>
    <message>
        <source>Proving that data was erased.</source>
        <translation>Nachweisen, dass Daten gelöscht wurden.</translation>
    </message>
    <message>
        <source>Keeping what the owner decided.</source>
        <translation>Behalten, was der Inhaber entschieden hat.</translation>
    </message>
    <message>
        <source>Opening sealed personal data until its day is over, and never after.</source>
        <translation>Versiegelte personenbezogene Daten öffnen, bis ihr Tag vorüber ist, danach nie mehr.</translation>
    </message>
    <message>
        <source>Opening the files of this profile.</source>
        <translation>Die Dateien dieses Profils öffnen.</translation>
    </message>
    <message>
        <source>Opening the keys of the profile on this computer only.</source>
        <translation>Die Schlüssel des Profils nur auf diesem Computer öffnen.</translation>
    </message>
    <message>
        <source>Noticing an older or cut copy of the files.</source>
        <translation>Eine ältere oder gekürzte Kopie der Dateien bemerken.</translation>
    </message>
    <message>
        <source>Noticing a keychain that is locked instead of empty.</source>
        <translation>Bemerken, wenn ein Schlüsselbund gesperrt statt leer ist.</translation>
    </message>
    <message>
        <source>Listing the profile and finding its secrets.</source>
        <translation>Das Profil auflisten und seine Geheimnisse finden.</translation>
    </message>
    <message>
        <source>order id and ids of orders that belong to it</source>
        <translation>Bestellnummer und Nummern zugehöriger Bestellungen</translation>
    </message>
    <message>
        <source>marketplace and sales channel</source>
        <translation>Marktplatz und Vertriebsweg</translation>
    </message>
    <message>
        <source>status, who ships it, service level, programmes</source>
        <translation>Status, wer versendet, Versandart, Programme</translation>
    </message>
    <message>
        <source>when it was placed, changed, shipped; by when to ship, deliver, print labels</source>
        <translation>wann sie aufgegeben, geändert, verschickt wurde; bis wann zu versenden, zu liefern, Etiketten zu drucken sind</translation>
    </message>
    <message>
        <source>totals, taxes, currency, numbers of items and units</source>
        <translation>Summen, Steuern, Währung, Anzahl der Positionen und Stücke</translation>
    </message>
    <message>
        <source>when and by which request it came</source>
        <translation>wann und mit welcher Anfrage sie kam</translation>
    </message>
    <message>
        <source>item id and position in the order</source>
        <translation>Positionsnummer und Platz in der Bestellung</translation>
    </message>
    <message>
        <source>SKU, ASIN, title, condition</source>
        <translation>SKU, ASIN, Titel, Zustand</translation>
    </message>
    <message>
        <source>quantities</source>
        <translation>Mengen</translation>
    </message>
    <message>
        <source>prices, tax, proceeds, points, promotions</source>
        <translation>Preise, Steuer, Erlöse, Punkte, Aktionen</translation>
    </message>
    <message>
        <source>programmes, gift wrap, who cancelled</source>
        <translation>Programme, Geschenkverpackung, wer storniert hat</translation>
    </message>
    <message>
        <source>item and its scheduled delivery</source>
        <translation>Position und ihre geplante Lieferung</translation>
    </message>
    <message>
        <source>what shipping it demands: serial numbers, pallet, signature, age check, IOSS number</source>
        <translation>was der Versand verlangt: Seriennummern, Palette, Unterschrift, Altersprüfung, IOSS-Nummer</translation>
    </message>
    <message>
        <source>products that may be sent instead</source>
        <translation>Artikel, die ersatzweise verschickt werden dürfen</translation>
    </message>
    <message>
        <source>order, item and kind of the amount</source>
        <translation>Bestellung, Position und Art des Betrags</translation>
    </message>
    <message>
        <source>amount and currency</source>
        <translation>Betrag und Währung</translation>
    </message>
    <message>
        <source>package id, status, carrier, service</source>
        <translation>Paketnummer, Status, Versanddienst, Versandart</translation>
    </message>
    <message>
        <source>when it was made and shipped</source>
        <translation>wann es gepackt und verschickt wurde</translation>
    </message>
    <message>
        <source>items in it</source>
        <translation>Positionen darin</translation>
    </message>
    <message>
        <source>marketplace, country, currency, language, domain</source>
        <translation>Marktplatz, Land, Währung, Sprache, Domain</translation>
    </message>
    <message>
        <source>name of the store, whether it takes part or is suspended</source>
        <translation>Name des Shops, ob er teilnimmt oder gesperrt ist</translation>
    </message>
    <message>
        <source>when it came</source>
        <translation>wann es kam</translation>
    </message>
    <message>
        <source>the order it belongs to, when and by which request it came, its expiry day</source>
        <translation>die Bestellung, zu der der Wert gehört, wann und mit welcher Anfrage er kam, sein Ablauftag</translation>
    </message>
    <message>
        <source>name, kind, region, seller id</source>
        <translation>Name, Art, Region, Händlernummer</translation>
    </message>
    <message>
        <source>application id and redirect address of a consent in the browser</source>
        <translation>Anwendungs-ID und Rückkehradresse einer Zustimmung im Browser</translation>
    </message>
    <message>
        <source>state and its reason, deletion date</source>
        <translation>Status und sein Grund, Löschtermin</translation>
    </message>
    <message>
        <source>addresses and certificate of a sample Amazon</source>
        <translation>Adressen und Zertifikat eines nachgebauten Amazon</translation>
    </message>
    <message>
        <source>when it was made, authorised, its client secret entered</source>
        <translation>wann sie angelegt, autorisiert, ihr Client-Secret eingegeben wurde</translation>
    </message>
    <message>
        <source>features switched on, since when</source>
        <translation>eingeschaltete Zusätze, seit wann</translation>
    </message>
    <message>
        <source>how far each data set is synced, its last error</source>
        <translation>wie weit jeder Datenbestand abgeglichen ist, sein letzter Fehler</translation>
    </message>
    <message>
        <source>how many requests Amazon’s rate limit still allows</source>
        <translation>wie viele Anfragen Amazons Abrufgrenze noch zulässt</translation>
    </message>
    <message>
        <source>number, time, who acted, what was done, outcome</source>
        <translation>Nummer, Zeit, wer gehandelt hat, was geschah, Ausgang</translation>
    </message>
    <message>
        <source>connection, kind and number of rows, Amazon’s request id</source>
        <translation>Verbindung, Art und Anzahl der Zeilen, Amazons Anfragenummer</translation>
    </message>
    <message>
        <source>hash that chains it to the entry before</source>
        <translation>Prüfsumme, die ihn mit dem Eintrag davor verkettet</translation>
    </message>
    <message>
        <source>where the file was written, what is in it, of which connections</source>
        <translation>wohin die Datei geschrieben wurde, was darin ist, von welchen Verbindungen</translation>
    </message>
    <message>
        <source>SHA-256 of the file, when it was written</source>
        <translation>SHA-256 der Datei, wann sie geschrieben wurde</translation>
    </message>
    <message>
        <source>the signed certificate, what it is about, when it was issued</source>
        <translation>die signierte Bescheinigung, wovon sie handelt, wann sie ausgestellt wurde</translation>
    </message>
    <message>
        <source>retention periods, the legal reason of a long one, the last day the clock was believed</source>
        <translation>Aufbewahrungsfristen, der rechtliche Grund einer langen, der letzte Tag, an dem der Uhr geglaubt wurde</translation>
    </message>
    <message>
        <source>the profile’s id</source>
        <translation>die Nummer des Profils</translation>
    </message>
    <message>
        <source>one random value per connection and its day</source>
        <translation>ein Zufallswert je Verbindung und sein Tag</translation>
    </message>
    <message>
        <source>keys of vault, PII store, sealing, backups and signatures, wrapped per person</source>
        <translation>Schlüssel von Tresor, Speicher für personenbezogene Daten, Versiegelung, Sicherungen und Signaturen, je Person verpackt</translation>
    </message>
    <message>
        <source>name and role of each person</source>
        <translation>Name und Rolle jeder Person</translation>
    </message>
    <message>
        <source>one random value</source>
        <translation>ein Zufallswert</translation>
    </message>
    <message>
        <source>number and hash of the last audit entry, highest time seen, size of the vault</source>
        <translation>Nummer und Prüfsumme des letzten Protokolleintrags, höchste gesehene Zeit, Größe des Tresors</translation>
    </message>
    <message>
        <source>one random value without meaning</source>
        <translation>ein Zufallswert ohne Bedeutung</translation>
    </message>
    <message>
        <source>name and id of the profile, where its secrets are</source>
        <translation>Name und Nummer des Profils, wo seine Geheimnisse liegen</translation>
    </message>
    <message>
        <source>names of the keychain entries</source>
        <translation>Namen der Einträge im Schlüsselbund</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>company name</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>address line 1</source>
        <translation>Adresszeile 1</translation>
    </message>
    <message>
        <source>address line 2</source>
        <translation>Adresszeile 2</translation>
    </message>
    <message>
        <source>address line 3</source>
        <translation>Adresszeile 3</translation>
    </message>
    <message>
        <source>city</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>district or county</source>
        <translation>Bezirk oder Kreis</translation>
    </message>
    <message>
        <source>state or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>Gemeinde</translation>
    </message>
    <message>
        <source>postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>country code</source>
        <translation>Ländercode</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>street name</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>street number</source>
        <translation>Hausnummer</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>Adresszusatz</translation>
    </message>
    <message>
        <source>neighborhood</source>
        <translation>Stadtviertel</translation>
    </message>
    <message>
        <source>address type</source>
        <translation>Art der Adresse</translation>
    </message>
    <message>
        <source>drop off location</source>
        <translation>Abstellort</translation>
    </message>
    <message>
        <source>address instruction</source>
        <translation>Hinweis zur Adresse</translation>
    </message>
    <message>
        <source>Key of the vault</source>
        <translation>Schlüssel des Tresors</translation>
    </message>
    <message>
        <source>A sealing key for each expiry day, below the key of the PII store</source>
        <translation>Ein Siegelschlüssel je Ablauftag, unter dem Schlüssel des Speichers für personenbezogene Daten</translation>
    </message>
    <message>
        <source>The passphrase of the sealed file</source>
        <translation>Die Passphrase der versiegelten Datei</translation>
    </message>
    <message>
        <source>The keychain of the operating system</source>
        <translation>Der Schlüsselbund des Betriebssystems</translation>
    </message>
    <message>
        <source>None: it holds no secret and no seller data</source>
        <translation>Keiner: Sie enthält weder Geheimnisse noch Händlerdaten</translation>
    </message>
    <message>
        <source>Overwritten when the day is over. Destroyed at once when the connection is disconnected.</source>
        <translation>Überschrieben, wenn der Tag vorüber ist. Sofort vernichtet, wenn die Verbindung getrennt wird.</translation>
    </message>
    <message>
        <source>Destroyed at once when the connection is disconnected.</source>
        <translation>Sofort vernichtet, wenn die Verbindung getrennt wird.</translation>
    </message>
    <message>
        <source>On the deletion date of a disconnected connection, or when it is erased.</source>
        <translation>Am Löschtermin einer getrennten Verbindung, oder wenn sie gelöscht wird.</translation>
    </message>
    <message>
        <source>Together with the file, when a connection whose data is in it is erased. A file that was moved or changed stays noted until the profile is deleted.</source>
        <translation>Mit der Datei, wenn eine Verbindung gelöscht wird, deren Daten darin sind. Eine verschobene oder geänderte Datei bleibt vermerkt, bis das Profil gelöscht wird.</translation>
    </message>
    <message>
        <source>When the profile is deleted.</source>
        <translation>Wenn das Profil gelöscht wird.</translation>
    </message>
    <message>
        <source>Personal data on hold</source>
        <translation>Gesperrte personenbezogene Daten</translation>
    </message>
    <message>
        <source>Tax or legal duties for single orders; only those the owner put on hold.</source>
        <translation>Steuerliche oder rechtliche Pflichten für einzelne Bestellungen; nur solche, für die der Inhaber eine Sperre gesetzt hat.</translation>
    </message>
    <message>
        <source>the hold and the order it belongs to, when and by which request it came, the last day of the hold</source>
        <translation>die Löschsperre und die Bestellung, zu der es gehört, wann und durch welche Anfrage es kam, letzter Tag der Sperre</translation>
    </message>
    <message>
        <source>Register of holds</source>
        <translation>Verzeichnis der Löschsperren</translation>
    </message>
    <message>
        <source>Proving why personal data was kept longer, by whom and until when.</source>
        <translation>Nachweisen, warum personenbezogene Daten länger aufbewahrt wurden, von wem und bis wann.</translation>
    </message>
    <message>
        <source>order, kind, reason and last day of the hold, number of values</source>
        <translation>Bestellung, Art, Grund und letzter Tag der Löschsperre, Anzahl der Werte</translation>
    </message>
    <message>
        <source>who placed it and when, what ended it and when</source>
        <translation>wer sie wann gesetzt hat, was sie wann beendet hat</translation>
    </message>
    <message>
        <source>Keys of holds</source>
        <translation>Schlüssel der Löschsperren</translation>
    </message>
    <message>
        <source>Opening personal data on hold until the hold ends, and never after.</source>
        <translation>Gesperrte personenbezogene Daten öffnen, bis die Löschsperre endet, und danach nie mehr.</translation>
    </message>
    <message>
        <source>one random value per hold</source>
        <translation>ein Zufallswert je Löschsperre</translation>
    </message>
    <message>
        <source>A key for each hold, below the key of the PII store</source>
        <translation>Ein Schlüssel je Löschsperre, unter dem Schlüssel des Speichers für personenbezogene Daten</translation>
    </message>
    <message>
        <source>When its hold ends: after the hold’s last day, or when it is released. Then the key is destroyed. It outlives the disconnection of the connection.</source>
        <translation>Wenn die Löschsperre endet: nach ihrem letzten Tag, oder wenn sie aufgehoben wird. Dann wird der Schlüssel vernichtet. Sie überlebt die Trennung der Verbindung.</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after the hold ended, or when the connection is erased.</source>
        <translation><numerusform>%n Monat nach dem Ende der Löschsperre, oder wenn die Verbindung gelöscht wird.</numerusform><numerusform>%n Monate nach dem Ende der Löschsperre, oder wenn die Verbindung gelöscht wird.</numerusform></translation>
    </message>
    <message>
        <source>Acknowledgements of the acceptable-use rules</source>
        <translation>Bestätigungen der Nutzungsregeln</translation>
    </message>
    <message>
        <source>Proving that whoever sees personal data knows what it may be used for.</source>
        <translation>Nachweisen, dass jeder, der personenbezogene Daten sieht, weiß, wofür sie genutzt werden dürfen.</translation>
    </message>
    <message>
        <source>who acknowledged which version of the rules, and when</source>
        <translation>wer welche Fassung der Regeln bestätigt hat und wann</translation>
    </message>
    <message>
        <source>Public keys of signatures</source>
        <translation>Öffentliche Schlüssel von Signaturen</translation>
    </message>
    <message>
        <source>Checking certificates, also after the profile’s keys were renewed.</source>
        <translation>Bescheinigungen prüfen, auch nachdem die Schlüssel des Profils erneuert wurden.</translation>
    </message>
    <message>
        <source>client id, client secret, the one before it for seven days, refresh token</source>
        <translation>Client-ID, Client-Secret, sieben Tage lang das vorige, Refresh-Token</translation>
    </message>
    <message>
        <source>until when a replaced client secret is kept, since when a leak is suspected</source>
        <translation>bis wann ein ersetztes Client-Secret aufbewahrt wird, seit wann ein Leck vermutet wird</translation>
    </message>
    <message>
        <source>public keys to check certificates with, since when and until when each was used</source>
        <translation>öffentliche Schlüssel zum Prüfen der Bescheinigungen, seit wann und bis wann jeder benutzt wurde</translation>
    </message>
    <message>
        <source>of a copy for a buyer: a keyed hash of its order’s id</source>
        <translation>von einer Kopie für einen Käufer: ein Hash ihrer Bestellnummer unter einem Schlüssel</translation>
    </message>
    <message>
        <source>an erasure under way: what is erased, why, since when, what there was</source>
        <translation>eine laufende Löschung: was gelöscht wird, warum, seit wann, was da war</translation>
    </message>
    <message>
        <source>who asked, when it came, when it was recorded and done</source>
        <translation>wer gefragt hat, wann sie kam, wann sie eingetragen und erledigt wurde</translation>
    </message>
    <message>
        <source>order id until the order is erased, then its certificate</source>
        <translation>Bestellnummer, bis die Bestellung gelöscht ist, danach ihre Bescheinigung</translation>
    </message>
    <message>
        <source>keyed hash of the order’s id, when it was erased</source>
        <translation>Hash der Bestellnummer unter einem Schlüssel, wann sie gelöscht wurde</translation>
    </message>
    <message>
        <source>Deletion requests</source>
        <translation>Löschanfragen</translation>
    </message>
    <message>
        <source>Deleting what Amazon or a buyer asked for, in time.</source>
        <translation>Rechtzeitig löschen, was Amazon oder ein Käufer verlangt hat.</translation>
    </message>
    <message>
        <source>Marks of erased orders</source>
        <translation>Merkzeichen gelöschter Bestellungen</translation>
    </message>
    <message>
        <source>Not storing again what was erased on request.</source>
        <translation>Nicht wieder speichern, was auf Anfrage gelöscht wurde.</translation>
    </message>
</context>
<context>
    <name>sk::ui::inventory::InventoryWords</name>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>A connection that is gone</source>
        <translation>Eine Verbindung, die es nicht mehr gibt</translation>
    </message>
    <message>
        <source>This folder is synchronised by %1: copies of the files leave this computer, and an older one may be put back. Close Sellerkeep, move the data folder out of it, and start Sellerkeep with --data-dir and the new place.</source>
        <translation>Dieser Ordner wird von %1 abgeglichen: Kopien der Dateien verlassen diesen Computer, und eine ältere kann zurückgelegt werden. Schließen Sie Sellerkeep, verschieben Sie den Datenordner heraus und starten Sie Sellerkeep mit --data-dir und dem neuen Ort.</translation>
    </message>
    <message>
        <source>This folder is on a network drive, where a database can be damaged. Close Sellerkeep, move the data folder to a local disk, and start Sellerkeep with --data-dir and the new place.</source>
        <translation>Dieser Ordner liegt auf einem Netzlaufwerk, wo eine Datenbank beschädigt werden kann. Schließen Sie Sellerkeep, verschieben Sie den Datenordner auf eine lokale Festplatte und starten Sie Sellerkeep mit --data-dir und dem neuen Ort.</translation>
    </message>
    <message>
        <source>This folder is on a removable drive. Do not pull it out while Sellerkeep runs, and keep it under lock.</source>
        <translation>Dieser Ordner liegt auf einem Wechseldatenträger. Ziehen Sie ihn nicht ab, solange Sellerkeep läuft, und bewahren Sie ihn unter Verschluss auf.</translation>
    </message>
</context>
<context>
    <name>sk::ui::inventory::InventoryDocument</name>
    <message>
        <source>Data inventory</source>
        <translation>Datenbestand</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Next deletion from</source>
        <translation>Nächste Löschung ab</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Consists of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Protected by</source>
        <translation>Geschützt durch</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>sk::ui::inventory::InventoryDetails</name>
    <message>
        <source>Consists of</source>
        <translation>Besteht aus</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Protected by</source>
        <translation>Geschützt durch</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
</context>
<context>
    <name>sk::ui::inventory::InventoryPanel</name>
    <message>
        <source>Everything this profile holds: what it is, what for, how old it is, and when it goes. Open a line to see it for each connection.</source>
        <translation>Alles, was dieses Profil enthält: was es ist, wofür, wie alt es ist und wann es gelöscht wird. Klappen Sie eine Zeile auf, um es je Verbindung zu sehen.</translation>
    </message>
    <message>
        <source>Prin&amp;t…</source>
        <translation>D&amp;rucken…</translation>
    </message>
    <message>
        <source>Print the data inventory</source>
        <translation>Den Datenbestand drucken</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>Als P&amp;DF speichern…</translation>
    </message>
    <message>
        <source>Save the data inventory as PDF</source>
        <translation>Den Datenbestand als PDF speichern</translation>
    </message>
    <message>
        <source>Open f&amp;older</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the folder in which the data lies</source>
        <translation>Den Ordner öffnen, in dem die Daten liegen</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>Ordner:</translation>
    </message>
    <message>
        <source>Classes of data</source>
        <translation>Arten von Daten</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Next deletion from</source>
        <translation>Nächste Löschung ab</translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message>
        <source>No program of this system opened the folder. Its place is shown above.</source>
        <translation>Kein Programm dieses Systems hat den Ordner geöffnet. Sein Ort steht oben.</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AccessDialog</name>
    <message>
        <source>Access of “%1”</source>
        <translation>Zugriff von „%1“</translation>
    </message>
    <message>
        <source>Each call that this connection needs is made once, and its answer explained. Nothing of the answers is stored; every call is in the audit history.</source>
        <translation>Jeder Aufruf, den diese Verbindung braucht, wird einmal gemacht und seine Antwort erklärt. Nichts aus den Antworten wird gespeichert; jeder Aufruf steht im Protokoll.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>Fortschritt der Prüfung</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy the report as text</source>
        <translation>Den Bericht als Text kopieren</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>&amp;Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check the access again</source>
        <translation>Den Zugriff noch einmal prüfen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <translation>Die Prüfung anhalten</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The report is copied. It holds no secret, no order and nothing of a buyer.</source>
        <translation>Der Bericht ist kopiert. Er enthält kein Geheimnis, keine Bestellung und nichts von einem Käufer.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The check was stopped.</source>
        <translation>Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>%1: %2. See below what to do.</source>
        <translation>%1: %2. Was zu tun ist, steht darunter.</translation>
    </message>
    <message>
        <source>Amazon accepts the connection. See below what is worth a look.</source>
        <translation>Amazon nimmt die Verbindung an. Was einen Blick wert ist, steht darunter.</translation>
    </message>
    <message>
        <source>All is well: Amazon accepts what this connection needs.</source>
        <translation>Alles in Ordnung: Amazon lässt zu, was diese Verbindung braucht.</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AccessRow</name>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Waiting for Amazon’s rate limit until %1.</source>
        <translation>Wartet wegen Amazons Ratenbegrenzung bis %1.</translation>
    </message>
    <message>
        <source>Amazon is being asked…</source>
        <translation>Amazon wird gefragt…</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AccessWords</name>
    <message>
        <source>Clock of this computer</source>
        <translation>Uhr dieses Computers</translation>
    </message>
    <message>
        <source>Sign-in at Amazon</source>
        <translation>Anmeldung bei Amazon</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Fulfilment addresses</source>
        <translation>Lieferadressen für den Versand</translation>
    </message>
    <message>
        <source>It agrees with Amazon’s.</source>
        <translation>Sie stimmt mit der von Amazon überein.</translation>
    </message>
    <message>
        <source>It is %1 ahead of Amazon’s.</source>
        <translation>Sie geht gegenüber der von Amazon %1 vor.</translation>
    </message>
    <message>
        <source>It is %1 behind Amazon’s.</source>
        <translation>Sie geht gegenüber der von Amazon %1 nach.</translation>
    </message>
    <message>
        <source>No server of Amazon’s has told the time.</source>
        <translation>Kein Server von Amazon hat die Zeit genannt.</translation>
    </message>
    <message>
        <source>Amazon lets the call through, but no longer knows the order it was tried on.</source>
        <translation>Amazon lässt den Aufruf zu, kennt aber die Bestellung nicht mehr, an der er versucht wurde.</translation>
    </message>
    <message>
        <source>” or “</source>
        <translation>“ oder „</translation>
    </message>
    <message>
        <source>HTTP %1, %2</source>
        <translation>HTTP %1, %2</translation>
    </message>
    <message>
        <source>HTTP %1, %2, request id %3</source>
        <translation>HTTP %1, %2, Anfragenummer %3</translation>
    </message>
    <message>
        <source>Sellerkeep: access of the connection %1 (%2), %3</source>
        <translation>Sellerkeep: Zugriff der Verbindung %1 (%2), %3</translation>
    </message>
    <message>
        <source>What to do: %1</source>
        <translation>Was zu tun ist: %1</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Not tried yet.</source>
        <translation>Noch nicht versucht.</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Amazon answered as it should.</source>
        <translation>Amazon hat geantwortet, wie es soll.</translation>
    </message>
    <message>
        <source>Nothing to try</source>
        <translation>Nichts zu versuchen</translation>
    </message>
    <message>
        <source>There is no order yet to try this on.</source>
        <translation>Es gibt noch keine Bestellung, an der sich das versuchen ließe.</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>Nicht versucht</translation>
    </message>
    <message>
        <source>Not tried: what went wrong before leaves nothing to be learnt here.</source>
        <translation>Nicht versucht: Nach dem Fehler davor ließe sich hier nichts erfahren.</translation>
    </message>
    <message>
        <source>Solve that first, then check again.</source>
        <translation>Beheben Sie zuerst jenen, dann prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Not tried to its end: the check was stopped.</source>
        <translation>Nicht zu Ende versucht: Die Prüfung wurde angehalten.</translation>
    </message>
    <message>
        <source>Check again.</source>
        <translation>Prüfen Sie noch einmal.</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Keine Adresse</translation>
    </message>
    <message>
        <source>Amazon answered, but without the recipient that was asked for. It leaves recipients out where the application or its authorisation lacks the role “%1”.</source>
        <translation>Amazon hat geantwortet, aber ohne den erfragten Empfänger. Amazon lässt Empfänger weg, wo der Anwendung oder ihrer Autorisierung die Rolle „%1“ fehlt.</translation>
    </message>
    <message>
        <source>Look whether your application has this role. If not, add it and authorise again; if it has, this order may have no recipient.</source>
        <translation>Sehen Sie nach, ob Ihre Anwendung diese Rolle hat. Wenn nicht, fügen Sie sie hinzu und autorisieren Sie neu; wenn ja, hat diese Bestellung vielleicht keinen Empfänger.</translation>
    </message>
    <message>
        <source>Role missing</source>
        <translation>Rolle fehlt</translation>
    </message>
    <message>
        <source>Amazon refuses this call and allows others: the application or its authorisation lacks the role “%1”.</source>
        <translation>Amazon lehnt diesen Aufruf ab und lässt andere zu: Der Anwendung oder ihrer Autorisierung fehlt die Rolle „%1“.</translation>
    </message>
    <message>
        <source>Add the role to your application in Seller Central, then authorise again: an authorisation does not carry roles that were added later.</source>
        <translation>Fügen Sie Ihrer Anwendung in Seller Central die Rolle hinzu und autorisieren Sie dann neu: Eine Autorisierung enthält keine Rollen, die später dazukamen.</translation>
    </message>
    <message>
        <source>Wrong region</source>
        <translation>Falsche Region</translation>
    </message>
    <message>
        <source>Amazon refuses this call as it refuses every other, even what any role may do. Most likely the account is not in the region %2; else the application has no role for it (“%1”).</source>
        <translation>Amazon lehnt diesen Aufruf ab wie jeden anderen, selbst was jede Rolle darf. Am ehesten liegt das Konto nicht in der Region %2; sonst hat die Anwendung keine Rolle dafür („%1“).</translation>
    </message>
    <message>
        <source>Compare the region with the account’s marketplaces and connect the account again with the right one. If it is right, look at the roles of your application and authorise again.</source>
        <translation>Vergleichen Sie die Region mit den Marktplätzen des Kontos und verbinden Sie das Konto neu mit der richtigen. Stimmt sie, prüfen Sie die Rollen Ihrer Anwendung und autorisieren Sie neu.</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Amazon no longer accepts this authorisation: the seller has revoked it, or it has lapsed.</source>
        <translation>Amazon nimmt diese Autorisierung nicht mehr an: Der Verkäufer hat sie widerrufen, oder sie ist abgelaufen.</translation>
    </message>
    <message>
        <source>Authorise your application again and connect with the new refresh token. What is stored stays.</source>
        <translation>Autorisieren Sie Ihre Anwendung neu und verbinden Sie das Konto mit dem neuen Refresh-Token. Was gespeichert ist, bleibt.</translation>
    </message>
    <message>
        <source>Foreign token</source>
        <translation>Fremdes Token</translation>
    </message>
    <message>
        <source>Amazon does not accept this refresh token with this client id, and there is no record that it ever did. Most likely the token belongs to another application; Amazon does not tell that apart from a revoked one.</source>
        <translation>Amazon nimmt dieses Refresh-Token mit dieser Client-ID nicht an, und nichts zeigt, dass es das je tat. Am ehesten gehört das Token zu einer anderen Anwendung; Amazon unterscheidet das nicht von einem widerrufenen.</translation>
    </message>
    <message>
        <source>Take client id, client secret and refresh token from one and the same application: authorise it again and enter all three.</source>
        <translation>Nehmen Sie Client-ID, Client-Secret und Refresh-Token von ein und derselben Anwendung: Autorisieren Sie sie neu und geben Sie alle drei ein.</translation>
    </message>
    <message>
        <source>Secret expired</source>
        <translation>Secret abgelaufen</translation>
    </message>
    <message>
        <source>The client secret has expired: Amazon ends each one after 180 days.</source>
        <translation>Das Client-Secret ist abgelaufen: Amazon beendet jedes nach 180 Tagen.</translation>
    </message>
    <message>
        <source>Rotate it in Seller Central and enter the new one; the refresh token stays valid. Amazon may need half an hour to know it.</source>
        <translation>Erneuern Sie es in Seller Central und geben Sie das neue ein; das Refresh-Token bleibt gültig. Amazon braucht manchmal eine halbe Stunde, bis es das neue kennt.</translation>
    </message>
    <message>
        <source>Id or secret wrong</source>
        <translation>ID oder Secret falsch</translation>
    </message>
    <message>
        <source>Amazon does not accept client id and client secret together: one of them is wrong, or the secret was rotated or has expired.</source>
        <translation>Amazon nimmt Client-ID und Client-Secret zusammen nicht an: Eines ist falsch, oder das Secret wurde erneuert oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Copy both again from Seller Central and enter them; the refresh token stays valid.</source>
        <translation>Kopieren Sie beide neu aus Seller Central und geben Sie sie ein; das Refresh-Token bleibt gültig.</translation>
    </message>
    <message>
        <source>Access refused</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>Amazon refuses an access token that it had only just handed out.</source>
        <translation>Amazon lehnt ein Zugriffstoken ab, das es eben erst ausgegeben hat.</translation>
    </message>
    <message>
        <source>Check again in a few minutes. If it stays so, authorise your application again for the Selling Partner API.</source>
        <translation>Prüfen Sie in einigen Minuten noch einmal. Bleibt es dabei, autorisieren Sie Ihre Anwendung neu für die Selling Partner API.</translation>
    </message>
    <message>
        <source>Clock wrong</source>
        <translation>Uhr falsch</translation>
    </message>
    <message>
        <source>By the clock of this computer the server’s certificate is not valid now: most likely date or time is wrong.</source>
        <translation>Nach der Uhr dieses Computers ist das Zertifikat des Servers jetzt nicht gültig: Am ehesten stimmen Datum oder Uhrzeit nicht.</translation>
    </message>
    <message>
        <source>Set date, time and time zone of this computer, and let it take them from the network.</source>
        <translation>Stellen Sie Datum, Uhrzeit und Zeitzone dieses Computers, und lassen Sie ihn beides aus dem Netz beziehen.</translation>
    </message>
    <message>
        <source>Proxy or sign-in page</source>
        <translation>Proxy oder Anmeldeseite</translation>
    </message>
    <message>
        <source>It was not Amazon that answered, but something in between: a proxy, the sign-in page of a network, or a scanner that opens encrypted connections.</source>
        <translation>Nicht Amazon hat geantwortet, sondern etwas dazwischen: ein Proxy, die Anmeldeseite eines Netzes oder ein Scanner, der verschlüsselte Verbindungen öffnet.</translation>
    </message>
    <message>
        <source>Sign in to the network in a browser, or ask who runs it to let this computer reach Amazon without opening the connection.</source>
        <translation>Melden Sie sich im Browser am Netz an, oder bitten Sie dessen Betreiber, diesen Computer Amazon erreichen zu lassen, ohne die Verbindung zu öffnen.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Amazon cannot be reached.</source>
        <translation>Amazon ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network connection of this computer, and whether a firewall holds Sellerkeep back.</source>
        <translation>Prüfen Sie die Netzverbindung dieses Computers und ob eine Firewall Sellerkeep zurückhält.</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Keine Antwort in der Zeit</translation>
    </message>
    <message>
        <source>Amazon did not answer in time.</source>
        <translation>Amazon hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Check again in a few minutes; nothing has to be changed here if it passes.</source>
        <translation>Prüfen Sie in einigen Minuten noch einmal; geht es vorüber, ist hier nichts zu ändern.</translation>
    </message>
    <message>
        <source>Slowed down</source>
        <translation>Gebremst</translation>
    </message>
    <message>
        <source>Amazon asked to slow down; whether the call is allowed was not looked at.</source>
        <translation>Amazon bittet um Zurückhaltung; ob der Aufruf erlaubt ist, wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Check again in a few minutes. Other programs with the same application share its quota.</source>
        <translation>Prüfen Sie in einigen Minuten noch einmal. Andere Programme mit derselben Anwendung teilen sich deren Kontingent.</translation>
    </message>
    <message>
        <source>Amazon’s problem</source>
        <translation>Problem bei Amazon</translation>
    </message>
    <message>
        <source>Amazon has a problem on its side.</source>
        <translation>Amazon hat auf seiner Seite ein Problem.</translation>
    </message>
    <message>
        <source>Check again later; nothing has to be changed here.</source>
        <translation>Prüfen Sie später noch einmal; hier ist nichts zu ändern.</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Amazon refused the request as wrong.</source>
        <translation>Amazon hat die Anfrage als falsch abgelehnt.</translation>
    </message>
    <message>
        <source>Set the clock if it is wrong, and check again. If it stays so, report it with the request id.</source>
        <translation>Stellen Sie die Uhr, wenn sie falsch geht, und prüfen Sie noch einmal. Bleibt es dabei, melden Sie es mit der Anfragenummer.</translation>
    </message>
    <message>
        <source>Answer not readable</source>
        <translation>Antwort nicht lesbar</translation>
    </message>
    <message>
        <source>The answer is not what Amazon’s documentation promises.</source>
        <translation>Die Antwort ist nicht, was Amazons Dokumentation verspricht.</translation>
    </message>
    <message>
        <source>Check again later; look for an update of Sellerkeep if it stays so.</source>
        <translation>Prüfen Sie später noch einmal; bleibt es dabei, suchen Sie nach einer neuen Version von Sellerkeep.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>The keychain did not hand out the credentials, so nothing was sent.</source>
        <translation>Der Schlüsselbund hat die Zugangsdaten nicht herausgegeben, daher wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Not clear</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Something else went wrong.</source>
        <translation>Etwas anderes ist schiefgegangen.</translation>
    </message>
</context>
<context>
    <name>sk::profile::AcceptableUse</name>
    <message>
        <source>I look at a buyer’s personal data only to ship the order, or because a tax or another law demands it, and I name that purpose truly.</source>
        <translation>Ich sehe mir personenbezogene Daten eines Käufers nur an, um die Bestellung zu versenden oder weil ein Steuer- oder anderes Gesetz es verlangt, und nenne diesen Zweck wahrheitsgemäß.</translation>
    </message>
    <message>
        <source>I pass on no more of it than this needs, and only to who needs it, such as the carrier.</source>
        <translation>Ich gebe nicht mehr davon weiter, als dafür nötig ist, und nur an die, die es brauchen, etwa den Zusteller.</translation>
    </message>
    <message>
        <source>I do not use it for advertising, for reviews or for profiles of people, and write to buyers only as Amazon allows.</source>
        <translation>Ich nutze sie nicht für Werbung, für Bewertungen oder für Profile von Menschen und schreibe Käufern nur so, wie Amazon es erlaubt.</translation>
    </message>
    <message>
        <source>I keep no copy: packing slips, labels and notes are destroyed as soon as they are no longer needed, 30 days after shipment at the latest unless a law demands more.</source>
        <translation>Ich behalte keine Kopie: Packzettel, Etiketten und Notizen werden vernichtet, sobald sie nicht mehr gebraucht werden, spätestens 30 Tage nach dem Versand, außer ein Gesetz verlangt mehr.</translation>
    </message>
    <message>
        <source>I know that each look is recorded with its purpose. If such data comes into wrong hands, I report it at once to whoever answers for this account.</source>
        <translation>Ich weiß, dass jeder Blick mit seinem Zweck festgehalten wird. Geraten solche Daten in falsche Hände, melde ich es sofort dem, der für dieses Konto verantwortlich ist.</translation>
    </message>
</context>
<context>
    <name>sk::ui::reveal::AddressText</name>
    <message>
        <source>Telephone: %1</source>
        <translation>Telefon: %1</translation>
    </message>
    <message>
        <source>Kind of address: %1</source>
        <translation>Art der Adresse: %1</translation>
    </message>
    <message>
        <source>Leave it at: %1</source>
        <translation>Ablegen: %1</translation>
    </message>
    <message>
        <source>Instruction: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <extracomment>%1: quantity; %2: SKU and title of the item</extracomment>
        <translation>%1 × %2</translation>
    </message>
</context>
<context>
    <name>sk::ui::reveal::AddressView</name>
    <message>
        <source>This system cannot keep the window out of screenshots and screen sharing.</source>
        <translation>Dieses System kann das Fenster nicht aus Bildschirmfotos und geteilten Bildschirmen heraushalten.</translation>
    </message>
    <message>
        <source>Sho&amp;w address…</source>
        <translation>Ad&amp;resse zeigen…</translation>
    </message>
    <message>
        <source>Show the address of the chosen order</source>
        <translation>Die Adresse der gewählten Bestellung zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the address; the clipboard is cleared when it is masked again</source>
        <translation>Die Adresse kopieren; die Zwischenablage wird geleert, sobald sie wieder verdeckt wird</translation>
    </message>
    <message>
        <source>Hide &amp;now</source>
        <translation>&amp;Jetzt verdecken</translation>
    </message>
    <message>
        <source>Mask the address now</source>
        <translation>Die Adresse jetzt verdecken</translation>
    </message>
    <message>
        <source>No order chosen</source>
        <translation>Keine Bestellung gewählt</translation>
    </message>
    <message>
        <source>Choose one order to see what has to be shipped.</source>
        <translation>Wählen Sie eine Bestellung, um zu sehen, was zu versenden ist.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>und %n weitere Position</numerusform><numerusform>und %n weitere Positionen</numerusform></translation>
    </message>
    <message>
        <source>Masked. It becomes unreadable on %1 (UTC).</source>
        <translation>Verdeckt. Sie wird am %1 (UTC) unlesbar.</translation>
    </message>
    <message numerus="yes">
        <source>Masked again in %n second(s).</source>
        <translation><numerusform>Wird in %n Sekunde wieder verdeckt.</numerusform><numerusform>Wird in %n Sekunden wieder verdeckt.</numerusform></translation>
    </message>
    <message>
        <source>Masked.</source>
        <translation>Verdeckt.</translation>
    </message>
</context>
<context>
    <name>sk::ui::fulfilment::FulfilmentPanel</name>
    <message>
        <source>Orders that you ship yourself and whose address is held. Addresses are masked; each look at one needs a purpose and is recorded.</source>
        <translation>Bestellungen, die Sie selbst versenden und deren Adresse gespeichert ist. Adressen sind verdeckt; jeder Blick auf eine braucht einen Zweck und wird festgehalten.</translation>
    </message>
    <message>
        <source>Also orders that are s&amp;hipped already</source>
        <translation>Auch schon &amp;versandte Bestellungen</translation>
    </message>
    <message>
        <source>Also list orders that are shipped already and whose address is still held</source>
        <translation>Auch Bestellungen zeigen, die schon versandt sind und deren Adresse noch gespeichert ist</translation>
    </message>
    <message>
        <source>Shipping &amp;zones…</source>
        <translation>Versand&amp;zonen…</translation>
    </message>
    <message>
        <source>Count the open shipments by the zones of a table</source>
        <translation>Die offenen Sendungen nach den Zonen einer Tabelle zählen</translation>
    </message>
    <message>
        <source>A CSV file of yours with lines from,to,zone – and a country, if you like. Postal codes are compared and forgotten; only the counts are shown.</source>
        <translation>Eine CSV-Datei von Ihnen mit Zeilen von,bis,Zone – und einem Land, wenn Sie mögen. Postleitzahlen werden verglichen und vergessen; nur die Anzahlen werden gezeigt.</translation>
    </message>
    <message>
        <source>Packing s&amp;lips…</source>
        <translation>Pa&amp;ckzettel…</translation>
    </message>
    <message>
        <source>Write packing slips of the chosen orders to a PDF file</source>
        <translation>Packzettel der gewählten Bestellungen in eine PDF-Datei schreiben</translation>
    </message>
    <message>
        <source>Fulfilment</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Orders whose address is held</source>
        <translation>Bestellungen, deren Adresse gespeichert ist</translation>
    </message>
    <message>
        <source>You have nothing to ship. Addresses come with the next sync, for orders that still have to be shipped.</source>
        <translation>Sie haben nichts zu versenden. Adressen kommen mit dem nächsten Abgleich, für Bestellungen, die noch zu versenden sind.</translation>
    </message>
    <message>
        <source>No connection may hold addresses. Switch on “Fulfilment addresses” for a connection on the page Connections, then sync.</source>
        <translation>Keine Verbindung darf Adressen speichern. Schalten Sie für eine Verbindung auf der Seite „Verbindungen“ den Zusatz „Lieferadressen für den Versand“ ein und gleichen Sie dann ab.</translation>
    </message>
    <message>
        <source>Save packing slips as PDF</source>
        <translation>Packzettel als PDF speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>No packing slips were written: an order among them was erased meanwhile. Choose the orders again.</source>
        <translation>Es wurden keine Packzettel geschrieben: Eine der Bestellungen wurde inzwischen gelöscht. Wählen Sie die Bestellungen neu aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n packing slip(s) written to %1. Delete the file when the parcels are on their way.</source>
        <translation><numerusform>%n Packzettel nach %1 geschrieben. Löschen Sie die Datei, wenn das Paket unterwegs ist.</numerusform><numerusform>%n Packzettel nach %1 geschrieben. Löschen Sie die Datei, wenn die Pakete unterwegs sind.</numerusform></translation>
    </message>
    <message>
        <source>Writing the packing slips…</source>
        <translation>Die Packzettel werden geschrieben…</translation>
    </message>
    <message>
        <source>Choose your table of shipping zones</source>
        <translation>Wählen Sie Ihre Tabelle der Versandzonen</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>in no zone</source>
        <extracomment>%1: name of a shipping zone</extracomment>
        <translation>in keiner Zone</translation>
    </message>
    <message>
        <source>Open shipments by zone: %1</source>
        <translation>Offene Sendungen nach Zone: %1</translation>
    </message>
</context>
<context>
    <name>sk::ui::fulfilment::PackingSlips</name>
    <message>
        <source>Packing slip</source>
        <translation>Packzettel</translation>
    </message>
    <message>
        <source>Order:</source>
        <translation>Bestellung:</translation>
    </message>
    <message>
        <source>Sold on:</source>
        <translation>Verkauft auf:</translation>
    </message>
    <message>
        <source>Service:</source>
        <translation>Versandart:</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Packing slips</source>
        <translation>Packzettel</translation>
    </message>
</context>
<context>
    <name>sk::ui::reveal::PurposeDialog</name>
    <message>
        <source>Show the address of order %1?</source>
        <translation>Die Adresse der Bestellung %1 zeigen?</translation>
    </message>
    <message>
        <source>It is shown for a minute and masked again by itself. The look is recorded with its purpose; the address is not.</source>
        <translation>Sie wird eine Minute lang gezeigt und dann von selbst wieder verdeckt. Jedes Ansehen wird mit seinem Zweck festgehalten, die Adresse nicht.</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Make %n packing slip(s)?</source>
        <translation><numerusform>%n Packzettel erstellen?</numerusform><numerusform>%n Packzettel erstellen?</numerusform></translation>
    </message>
    <message>
        <source>The PDF holds the addresses in the clear, for everybody who can open the file. Sellerkeep cannot take it back when the addresses expire here: delete file and paper as soon as the parcels are on their way. Erasing the connection deletes the file only if it still lies, unchanged, where it was written.</source>
        <translation>Das PDF enthält die Adressen im Klartext, für jeden, der die Datei öffnen kann. Sellerkeep kann es nicht zurückholen, wenn die Adressen hier ablaufen: Löschen Sie Datei und Papier, sobald die Pakete unterwegs sind. Das Löschen der Verbindung entfernt die Datei nur, wenn sie noch unverändert dort liegt, wo sie geschrieben wurde.</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>What is it for?</source>
        <translation>Wofür?</translation>
    </message>
    <message>
        <source>&amp;Fulfilment: shipping this order</source>
        <translation>&amp;Versand: diese Bestellung versenden</translation>
    </message>
    <message>
        <source>&amp;Tax: a tax law demands it</source>
        <translation>&amp;Steuer: ein Steuergesetz verlangt es</translation>
    </message>
    <message>
        <source>&amp;Legal: another law or a court demands it</source>
        <translation>&amp;Recht: ein anderes Gesetz oder ein Gericht verlangt es</translation>
    </message>
    <message>
        <source>Acceptable use of personal data</source>
        <translation>Erlaubte Nutzung personenbezogener Daten</translation>
    </message>
    <message>
        <source>I have read these rules and &amp;keep to them</source>
        <translation>Ich habe diese Regeln gelesen und &amp;halte mich daran</translation>
    </message>
    <message>
        <source>I have read the acceptable-use rules and keep to them</source>
        <translation>Ich habe die Nutzungsregeln gelesen und halte mich daran</translation>
    </message>
</context>
<context>
    <name>sk::ui::fulfilment::ShipmentModel</name>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Ship by</source>
        <translation>Versand bis</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Versandart</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Held until</source>
        <translation>Gespeichert bis</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>versandt</translation>
    </message>
    <message>
        <source>—</source>
        <translation>—</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation><numerusform>%n Wert</numerusform><numerusform>%n Werte</numerusform></translation>
    </message>
    <message>
        <source>Unreadable from this day on (UTC)</source>
        <translation>Von diesem Tag an unlesbar (UTC)</translation>
    </message>
</context>
<context>
    <name>sk::ui::KeyQuestions</name>
    <message>
        <source>Renew the keys of this profile?</source>
        <translation>Die Schlüssel dieses Profils erneuern?</translation>
    </message>
    <message>
        <source>Both databases are copied under new keys and checked, then they take the place of the old ones. Nothing is lost, and if anything fails the old keys stay. A sync that runs is stopped first. Meanwhile it needs up to twice the space that the databases take.</source>
        <translation>Beide Datenbanken werden unter neuen Schlüsseln kopiert und geprüft, dann treten sie an die Stelle der alten. Nichts geht verloren, und wenn etwas misslingt, bleiben die alten Schlüssel. Ein laufender Abgleich wird vorher angehalten. Währenddessen wird bis zu doppelt so viel Platz gebraucht, wie die Datenbanken belegen.</translation>
    </message>
    <message>
        <source>Renew keys</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message>
        <source>Do you suspect a leak in this profile?</source>
        <translation>Vermuten Sie ein Leck in diesem Profil?</translation>
    </message>
    <message>
        <source>Do you suspect a leak of “%1”?</source>
        <translation>Vermuten Sie ein Leck bei „%1“?</translation>
    </message>
    <message>
        <source>At once: a sync that runs is stopped, the profile gets new keys, and sealed personal data is destroyed; the next sync fetches it again. Orders stay.</source>
        <translation>Sofort: Ein laufender Abgleich wird angehalten, das Profil bekommt neue Schlüssel, und versiegelte personenbezogene Daten werden vernichtet; der nächste Abgleich holt sie wieder. Bestellungen bleiben.</translation>
    </message>
    <message>
        <source>Then it is your turn at Amazon: remove the old authorisation, rotate the client secret, authorise again, and enter both here. Sellerkeep shows the steps until all of them are done, and records them in the audit history.</source>
        <translation>Danach sind Sie bei Amazon an der Reihe: Entfernen Sie die alte Autorisierung, erneuern Sie das Client-Secret, autorisieren Sie neu und geben Sie beides hier ein. Sellerkeep zeigt die Schritte, bis alle getan sind, und hält sie im Protokoll fest.</translation>
    </message>
    <message>
        <source>Contain the leak</source>
        <translation>Leck eindämmen</translation>
    </message>
    <message>
        <source>The profile has new keys. The old ones open nothing of it any more.</source>
        <translation>Das Profil hat neue Schlüssel. Die alten öffnen nichts mehr davon.</translation>
    </message>
    <message>
        <source>The profile has new keys. The steps at Amazon are shown with each connection.</source>
        <translation>Das Profil hat neue Schlüssel. Die Schritte bei Amazon stehen bei jeder Verbindung.</translation>
    </message>
    <message>
        <source>Renewing the keys…</source>
        <translation>Die Schlüssel werden erneuert…</translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::LeakSection</name>
    <message>
        <source>New keys for this profile</source>
        <translation>Neue Schlüssel für dieses Profil</translation>
    </message>
    <message>
        <source>Remove the old authorisation at Amazon</source>
        <translation>Die alte Autorisierung bei Amazon entfernen</translation>
    </message>
    <message>
        <source>New client secret</source>
        <translation>Neues Client-Secret</translation>
    </message>
    <message>
        <source>New authorisation</source>
        <translation>Neue Autorisierung</translation>
    </message>
    <message>
        <source>They could not be renewed at once; try again.</source>
        <translation>Sie konnten nicht sofort erneuert werden; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>In Seller Central under “Manage Your Apps”; for an application that you authorised yourself, under “Manage authorizations” of the developer pages. The next sync or “Check access” notices it.</source>
        <translation>In Seller Central unter „Manage Your Apps“; bei einer Anwendung, die Sie selbst autorisiert haben, unter „Manage authorizations“ auf den Entwicklerseiten. Der nächste Abgleich oder „Zugriff prüfen“ bemerkt es.</translation>
    </message>
    <message>
        <source>Rotate it in the developer portal, as the primary user of the account, and enter the new one here. Amazon takes the old one for seven days more.</source>
        <translation>Erneuern Sie es im Entwicklerportal, als Hauptbenutzer des Kontos, und geben Sie das neue hier ein. Amazon nimmt das alte noch sieben Tage lang an.</translation>
    </message>
    <message>
        <source>Authorise the application again and enter the new refresh token here. A new client secret does not change the refresh token.</source>
        <translation>Autorisieren Sie die Anwendung neu und geben Sie das neue Refresh-Token hier ein. Ein neues Client-Secret ändert das Refresh-Token nicht.</translation>
    </message>
    <message>
        <source>Enter &amp;new credentials…</source>
        <translation>&amp;Neue Zugangsdaten eingeben…</translation>
    </message>
    <message>
        <source>Enter new credentials</source>
        <translation>Neue Zugangsdaten eingeben</translation>
    </message>
    <message>
        <source>Renew &amp;keys…</source>
        <translation>&amp;Schlüssel erneuern…</translation>
    </message>
    <message>
        <source>Renew the keys of this profile</source>
        <translation>Die Schlüssel dieses Profils erneuern</translation>
    </message>
    <message>
        <source>A leak of these credentials is suspected since %1. What is left to do:</source>
        <translation>Seit %1 wird ein Leck dieser Zugangsdaten vermutet. Was noch zu tun ist:</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
</context>
<context>
    <name>sk::ui::shell::ReminderBar</name>
    <message>
        <source>The client secret of “%1” has ended on %2. Rotate it and enter the new one.</source>
        <translation>Das Client-Secret von „%1“ ist am %2 abgelaufen. Erneuern Sie es und geben Sie das neue ein.</translation>
    </message>
    <message>
        <source>The client secret of “%1” ends on %2. Rotate it in time and enter the new one.</source>
        <translation>Das Client-Secret von „%1“ läuft am %2 ab. Erneuern Sie es rechtzeitig und geben Sie das neue ein.</translation>
    </message>
    <message>
        <source>The authorisation of “%1” had to be renewed by %2.</source>
        <translation>Die Autorisierung von „%1“ hätte bis %2 erneuert werden müssen.</translation>
    </message>
    <message>
        <source>The authorisation of “%1” has to be renewed by %2.</source>
        <translation>Die Autorisierung von „%1“ muss bis %2 erneuert werden.</translation>
    </message>
    <message>
        <source>The keys of this profile were made on %1. Renew them; nothing else changes.</source>
        <translation>Die Schlüssel dieses Profils sind vom %1. Erneuern Sie sie; sonst ändert sich nichts.</translation>
    </message>
    <message>
        <source>Show the connection</source>
        <translation>Verbindung zeigen</translation>
    </message>
    <message>
        <source>Renew keys…</source>
        <translation>Schlüssel erneuern…</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::OrderWords</name>
    <message>
        <source>Amazon</source>
        <translation>Amazon</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>Käufer</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::OrderDocument</name>
    <message>
        <source>Data held about an order’s buyer</source>
        <translation>Gespeicherte Daten zum Käufer einer Bestellung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>Gespeichert von</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>A copy of everything that is held about the buyer of this order, for the buyer.</source>
        <translation>Eine Kopie von allem, was über den Käufer dieser Bestellung gespeichert ist, für den Käufer.</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::EraseOrderDialog</name>
    <message>
        <source>Erase order %1 now?</source>
        <translation>Bestellung %1 jetzt löschen?</translation>
    </message>
    <message>
        <source>Every row and every sealed value of this order is erased at once, in all connections, with the copies for its buyer that still lie where Sellerkeep wrote them. No sync stores it again. Then every page and file is searched for remnants, and you receive a signed certificate. Nothing of this can be taken back. Check first whether tax law asks you to keep the order.</source>
        <translation>Jede Zeile und jeder versiegelte Wert dieser Bestellung wird sofort gelöscht, in allen Verbindungen, mit den Kopien für ihren Käufer, die noch dort liegen, wo Sellerkeep sie geschrieben hat. Kein Abgleich speichert sie wieder. Danach wird jede Seite und jede Datei nach Resten durchsucht, und Sie erhalten eine signierte Bescheinigung. Nichts davon lässt sich zurücknehmen. Prüfen Sie vorher, ob Sie die Bestellung nach Steuerrecht aufbewahren müssen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Type the order’s id:</source>
        <translation>Bestellnummer &amp;eingeben:</translation>
    </message>
    <message>
        <source>Id of the order, to confirm</source>
        <translation>Bestellnummer, zur Bestätigung</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::AddRequestDialog</name>
    <message>
        <source>Add a deletion request</source>
        <translation>Löschanfrage eintragen</translation>
    </message>
    <message>
        <source>Who asked for the deletion</source>
        <translation>Wer die Löschung verlangt hat</translation>
    </message>
    <message>
        <source>Ids of the orders</source>
        <translation>Bestellnummern</translation>
    </message>
    <message>
        <source>Day of receipt</source>
        <translation>Tag des Eingangs</translation>
    </message>
    <message>
        <source>Asked &amp;by:</source>
        <translation>&amp;Verlangt von:</translation>
    </message>
    <message>
        <source>&amp;Order ids:</source>
        <translation>&amp;Bestellnummern:</translation>
    </message>
    <message>
        <source>&amp;Received on:</source>
        <translation>E&amp;ingegangen am:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>Add the request to the register</source>
        <translation>Anfrage in das Verzeichnis eintragen</translation>
    </message>
    <message>
        <source>Nothing is erased yet. The request has to be completed within 30 days of its receipt. Several order ids are separated by commas.</source>
        <translation>Es wird noch nichts gelöscht. Die Anfrage muss innerhalb von 30 Tagen nach ihrem Eingang erledigt werden. Mehrere Bestellnummern werden durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>“%1” is no order id.</source>
        <translation>„%1“ ist keine Bestellnummer.</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::OrderSection</name>
    <message>
        <source>&amp;Order id:</source>
        <translation>Be&amp;stellnummer:</translation>
    </message>
    <message>
        <source>Id of the order</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>S&amp;uchen</translation>
    </message>
    <message>
        <source>Find what is held about this order</source>
        <translation>Suchen, was über diese Bestellung gespeichert ist</translation>
    </message>
    <message>
        <source>E&amp;xport a copy…</source>
        <translation>Kopie e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Export a copy of everything held, for the buyer</source>
        <translation>Eine Kopie von allem Gespeicherten für den Käufer exportieren</translation>
    </message>
    <message>
        <source>&amp;Erase order…</source>
        <translation>Bestellung &amp;löschen…</translation>
    </message>
    <message>
        <source>Erase everything that is held about this order</source>
        <translation>Alles löschen, was über diese Bestellung gespeichert ist</translation>
    </message>
    <message>
        <source>Enter an order id to see everything that is held about its buyer.</source>
        <translation>Geben Sie eine Bestellnummer ein, um alles zu sehen, was über den Käufer gespeichert ist.</translation>
    </message>
    <message>
        <source>What is held about the order</source>
        <translation>Was über die Bestellung gespeichert ist</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Held about order %1, in %Ln connection(s). Personal values are sealed: the copy for the buyer shows them, this page does not.</source>
        <translation><numerusform>Gespeichert über Bestellung %1, in %Ln Verbindung. Personenbezogene Werte sind versiegelt: Die Kopie für den Käufer zeigt sie, diese Seite nicht.</numerusform><numerusform>Gespeichert über Bestellung %1, in %Ln Verbindungen. Personenbezogene Werte sind versiegelt: Die Kopie für den Käufer zeigt sie, diese Seite nicht.</numerusform></translation>
    </message>
    <message>
        <source>Nothing is held about order %1. It was erased on %2, and no sync stores it again.</source>
        <translation>Über Bestellung %1 ist nichts gespeichert. Sie wurde am %2 gelöscht, und kein Abgleich speichert sie wieder.</translation>
    </message>
    <message>
        <source>Nothing is held about order %1.</source>
        <translation>Über Bestellung %1 ist nichts gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exported file(s) may hold it, too: see the end of the list.</source>
        <translation><numerusform>%Ln exportierte Datei kann sie auch enthalten: siehe Ende der Liste.</numerusform><numerusform>%Ln exportierte Dateien können sie auch enthalten: siehe Ende der Liste.</numerusform></translation>
    </message>
    <message>
        <source>Exported files</source>
        <translation>Exportierte Dateien</translation>
    </message>
    <message>
        <source>Copy for the buyer</source>
        <translation>Kopie für den Käufer</translation>
    </message>
    <message>
        <source>Export of several orders</source>
        <translation>Export mehrerer Bestellungen</translation>
    </message>
    <message>
        <source>sealed, until %1</source>
        <translation>versiegelt, bis %1</translation>
    </message>
    <message>
        <source>Row %L1</source>
        <translation>Zeile %L1</translation>
    </message>
    <message>
        <source>Export a copy for the buyer</source>
        <translation>Eine Kopie für den Käufer exportieren</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Written to %1. It holds personal data: hand it to the buyer only, then delete it.</source>
        <translation>Nach %1 geschrieben. Die Datei enthält personenbezogene Daten: Geben Sie sie nur dem Käufer, und löschen Sie sie danach.</translation>
    </message>
    <message>
        <source>Show ce&amp;rtificate…</source>
        <translation>Besc&amp;heinigung zeigen…</translation>
    </message>
    <message>
        <source>Show the certificate of this order’s erasure</source>
        <translation>Die Bescheinigung über die Löschung dieser Bestellung zeigen</translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::RegisterSection</name>
    <message>
        <source>&amp;Add request…</source>
        <translation>A&amp;nfrage eintragen…</translation>
    </message>
    <message>
        <source>Add a deletion request</source>
        <translation>Löschanfrage eintragen</translation>
    </message>
    <message>
        <source>&amp;Complete…</source>
        <translation>E&amp;rledigen…</translation>
    </message>
    <message>
        <source>Erase the orders of the selected request</source>
        <translation>Die Bestellungen der gewählten Anfrage löschen</translation>
    </message>
    <message>
        <source>Deletion requests</source>
        <translation>Löschanfragen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Verlangt von</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Complete this deletion request?</source>
        <translation>Diese Löschanfrage erledigen?</translation>
    </message>
    <message>
        <source>Everything that is held about %1 is erased now, in all connections; each order gets a signed certificate of its erasure. Nothing of this can be taken back. Check first whether tax law asks you to keep an order.</source>
        <translation>Alles, was über %1 gespeichert ist, wird jetzt gelöscht, in allen Verbindungen; für jede Bestellung entsteht eine signierte Bescheinigung. Nichts davon lässt sich zurücknehmen. Prüfen Sie vorher, ob Sie eine Bestellung nach Steuerrecht aufbewahren müssen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Erased, but not every check was clean: see the certificate.</source>
        <translation>Gelöscht, aber nicht jede Prüfung war sauber: siehe die Bescheinigung.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) erased. To see a certificate again, look for its order above.</source>
        <translation><numerusform>%Ln Bestellung gelöscht. Um die Bescheinigung wieder zu sehen, suchen Sie oben die Bestellung.</numerusform><numerusform>%Ln Bestellungen gelöscht. Um eine Bescheinigung wieder zu sehen, suchen Sie oben ihre Bestellung.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::RequestsPanel</name>
    <message>
        <source>Buyer’s rights</source>
        <translation>Rechte der Käufer</translation>
    </message>
    <message>
        <source>Who bought something may ask what is held about them, get a copy of it, and have it erased; Amazon may ask for the erasure, too. All of it is done by the order’s id.</source>
        <translation>Wer etwas gekauft hat, darf fragen, was über ihn gespeichert ist, eine Kopie davon erhalten und es löschen lassen; auch Amazon kann die Löschung verlangen. All das geschieht über die Bestellnummer.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deletion request(s) are past their deadline. Complete them now.</source>
        <translation><numerusform>Für %Ln Löschanfrage ist die Frist abgelaufen. Erledigen Sie sie jetzt.</numerusform><numerusform>Für %Ln Löschanfragen ist die Frist abgelaufen. Erledigen Sie sie jetzt.</numerusform></translation>
    </message>
</context>
</TS>
