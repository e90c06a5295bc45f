<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>sk::ui::Format</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation><numerusform>%n minute ago</numerusform><numerusform>%n minutes ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation><numerusform>%n hour ago</numerusform><numerusform>%n hours ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation><numerusform>%n day ago</numerusform><numerusform>%n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation><numerusform>in %n day</numerusform><numerusform>in %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::audit::AuditPanel</name>
    <message numerus="yes">
        <source>%Ln entry(s) match(es)</source>
        <translation><numerusform>%Ln entry matches</numerusform><numerusform>%Ln entries match</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation><numerusform>%Ln entry</numerusform><numerusform>%Ln entries</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln older entry(s) went when their retention ended, as the log records.</source>
        <translation><numerusform>%Ln older entry went when its retention ended, as the log records.</numerusform><numerusform>%Ln older entries went when their retention ended, as the log records.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::AddConnectionDialog</name>
    <message numerus="yes">
        <source>Connected. %n marketplace(s): %1.</source>
        <translation><numerusform>Connected. %n marketplace: %1.</numerusform><numerusform>Connected. %n marketplaces: %1.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::CredentialAges</name>
    <message numerus="yes">
        <source>Authorised %n day(s) ago</source>
        <translation><numerusform>Authorised %n day ago</numerusform><numerusform>Authorised %n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Client secret entered %n day(s) ago</source>
        <translation><numerusform>Client secret entered %n day ago</numerusform><numerusform>Client secret entered %n days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Renew within %n day(s)</source>
        <translation><numerusform>Renew within %n day</numerusform><numerusform>Renew within %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::FeatureSection</name>
    <message numerus="yes">
        <source>%Ln sealed personal value(s) held.</source>
        <translation><numerusform>%Ln sealed personal value held.</numerusform><numerusform>%Ln sealed personal values held.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::holds::HoldsPanel</name>
    <message numerus="yes">
        <source>The key of the %Ln personal value(s) it keeps is destroyed, in old copies and backups too; that cannot be taken back. What has not reached its expiry day yet stays until then. The record of the hold stays in the register.</source>
        <translation><numerusform>The key of the %Ln personal value it keeps is destroyed, in old copies and backups too; that cannot be taken back. What has not reached its expiry day yet stays until then. The record of the hold stays in the register.</numerusform><numerusform>The key of the %Ln personal values it keeps is destroyed, in old copies and backups too; that cannot be taken back. What has not reached its expiry day yet stays until then. The record of the hold stays in the register.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::retention::RetentionPanel</name>
    <message numerus="yes">
        <source>%Ln personal value(s) expired.</source>
        <translation><numerusform>%Ln personal value expired.</numerusform><numerusform>%Ln personal values expired.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted.</source>
        <translation><numerusform>%Ln row deleted.</numerusform><numerusform>%Ln rows deleted.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::retention::RetentionWords</name>
    <message numerus="yes">
        <source> day(s)</source>
        <comment>behind a number</comment>
        <translation><numerusform> day</numerusform><numerusform> days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source> month(s)</source>
        <comment>behind a number</comment>
        <translation><numerusform> month</numerusform><numerusform> months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n day(s)</source>
        <translation><numerusform>%1 to %n day</numerusform><numerusform>%1 to %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n month(s)</source>
        <translation><numerusform>%1 to %n month</numerusform><numerusform>%1 to %n months</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This destroys %Ln personal value(s) now, for good.</source>
        <translation><numerusform>This destroys %Ln personal value now, for good.</numerusform><numerusform>This destroys %Ln personal values now, for good.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This removes the oldest %Ln audit entry(s) now, for good. The log records that, and the rest can still be verified.</source>
        <translation><numerusform>This removes the oldest audit entry (%Ln) now, for good. The log records that, and the rest can still be verified.</numerusform><numerusform>This removes the oldest %Ln audit entries now, for good. The log records that, and the rest can still be verified.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>This deletes %Ln row(s) now, for good.</source>
        <translation><numerusform>This deletes %Ln row now, for good.</numerusform><numerusform>This deletes %Ln rows now, for good.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::CertificateDocument</name>
    <message numerus="yes">
        <source>%Ln remnant(s) found</source>
        <translation><numerusform>%Ln remnant found</numerusform><numerusform>%Ln remnants found</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::connections::ConsentWait</name>
    <message numerus="yes">
        <source>%n minute(s) left for this consent.</source>
        <translation><numerusform>%n minute left for this consent.</numerusform><numerusform>%n minutes left for this consent.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::profile::HeldClasses</name>
    <message numerus="yes">
        <source>%n day(s) after receipt, shipment or delivery, whichever is first: then its key is destroyed. At once when the connection is disconnected or the opt-in switched off.</source>
        <translation><numerusform>%n day after receipt, shipment or delivery, whichever is first: then its key is destroyed. At once when the connection is disconnected or the opt-in switched off.</numerusform><numerusform>%n days after receipt, shipment or delivery, whichever is first: then its key is destroyed. At once when the connection is disconnected or the opt-in switched off.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after receipt, or on the deletion date of a disconnected connection.</source>
        <translation><numerusform>%n month after receipt, or on the deletion date of a disconnected connection.</numerusform><numerusform>%n months after receipt, or on the deletion date of a disconnected connection.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after it was written. It outlives the connection it tells of.</source>
        <translation><numerusform>%n month after it was written. It outlives the connection it tells of.</numerusform><numerusform>%n months after it was written. It outlives the connection it tells of.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) after the hold ended, or when the connection is erased.</source>
        <translation><numerusform>%n month after the hold ended, or when the connection is erased.</numerusform><numerusform>%n months after the hold ended, or when the connection is erased.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::reveal::AddressView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Masked again in %n second(s).</source>
        <translation><numerusform>Masked again in %n second.</numerusform><numerusform>Masked again in %n seconds.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::fulfilment::FulfilmentPanel</name>
    <message numerus="yes">
        <source>%n packing slip(s) written to %1. Delete the file when the parcels are on their way.</source>
        <translation><numerusform>%n packing slip written to %1. Delete the file when the parcel is on its way.</numerusform><numerusform>%n packing slips written to %1. Delete the file when the parcels are on their way.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::reveal::PurposeDialog</name>
    <message numerus="yes">
        <source>Make %n packing slip(s)?</source>
        <translation><numerusform>Make %n packing slip?</numerusform><numerusform>Make %n packing slips?</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::fulfilment::ShipmentModel</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation><numerusform>%n value</numerusform><numerusform>%n values</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::OrderSection</name>
    <message numerus="yes">
        <source>Held about order %1, in %Ln connection(s). Personal values are sealed: the copy for the buyer shows them, this page does not.</source>
        <translation><numerusform>Held about order %1, in %Ln connection. Personal values are sealed: the copy for the buyer shows them, this page does not.</numerusform><numerusform>Held about order %1, in %Ln connections. Personal values are sealed: the copy for the buyer shows them, this page does not.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln exported file(s) may hold it, too: see the end of the list.</source>
        <translation><numerusform>%Ln exported file may hold it, too: see the end of the list.</numerusform><numerusform>%Ln exported files may hold it, too: see the end of the list.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::RegisterSection</name>
    <message numerus="yes">
        <source>%Ln order(s) erased. To see a certificate again, look for its order above.</source>
        <translation><numerusform>%Ln order erased. To see its certificate again, look for the order above.</numerusform><numerusform>%Ln orders erased. To see a certificate again, look for its order above.</numerusform></translation>
    </message>
</context>
<context>
    <name>sk::ui::requests::RequestsPanel</name>
    <message numerus="yes">
        <source>%Ln deletion request(s) are past their deadline. Complete them now.</source>
        <translation><numerusform>%Ln deletion request is past its deadline. Complete it now.</numerusform><numerusform>%Ln deletion requests are past their deadline. Complete them now.</numerusform></translation>
    </message>
</context>
</TS>
