<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>edgewright::ArchiveDialog</name>
    <message numerus="yes">
        <source>All %n contents are as they were written.</source>
        <translation>
            <numerusform>The one content is as it was written.</numerusform>
            <numerusform>All %n contents are as they were written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) were found. Restore a backup, or read the versions from the service again where it still has them.</source>
        <translation>
            <numerusform>%n problem was found. Restore a backup, or read the versions from the service again where it still has them.</numerusform>
            <numerusform>%n problems were found. Restore a backup, or read the versions from the service again where it still has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::ChangeWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>&quot;a, b, c and 5 more&quot;</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CompareExport</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CompareHeader</name>
    <message numerus="yes">
        <source>%n line(s) added</source>
        <translation>
            <numerusform>%n line added</numerusform>
            <numerusform>%n lines added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) removed</source>
        <translation>
            <numerusform>%n line removed</numerusform>
            <numerusform>%n lines removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n function(s)</source>
        <translation>
            <numerusform>%n function</numerusform>
            <numerusform>%n functions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::ComparePainter</name>
    <message numerus="yes">
        <source>%n unchanged line(s)</source>
        <translation>
            <numerusform>%n unchanged line</numerusform>
            <numerusform>%n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CompareWords</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) hidden</source>
        <translation>
            <numerusform>%n difference hidden</numerusform>
            <numerusform>%n differences hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::EditorPage</name>
    <message numerus="yes">
        <source>%n character(s) in this code can make it read differently from how it runs.</source>
        <translation>
            <numerusform>%n character in this code can make it read differently from how it runs.</numerusform>
            <numerusform>%n characters in this code can make it read differently from how it runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::ExportController</name>
    <message numerus="yes">
        <source>%n version(s) of “%1” were exported to “%2”.</source>
        <translation>
            <numerusform>%n version of “%1” was exported to “%2”.</numerusform>
            <numerusform>%n versions of “%1” were exported to “%2”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::LedgerWords</name>
    <message numerus="yes">
        <source>%n act(s) that had been cut off were looked at by reading; the ledger says how each ended. Nothing was sent again.</source>
        <translation>
            <numerusform>%n act that had been cut off was looked at by reading; the ledger says how it ended. Nothing was sent again.</numerusform>
            <numerusform>%n acts that had been cut off were looked at by reading; the ledger says how each ended. Nothing was sent again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::PublishFlow</name>
    <message numerus="yes">
        <source>Shares of up to %n version(s) must add up to 100 %.</source>
        <translation>
            <numerusform>The share of %n version must be 100 %.</numerusform>
            <numerusform>Shares of up to %n versions must add up to 100 %.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RoutineName</name>
    <message numerus="yes">
        <source>The name needs at least %n character(s).</source>
        <translation>
            <numerusform>The name needs at least %n character.</numerusform>
            <numerusform>The name needs at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The name can have %n character(s) at most.</source>
        <translation>
            <numerusform>The name can have %n character at most.</numerusform>
            <numerusform>The name can have %n characters at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RoutinesPanel</name>
    <message numerus="yes">
        <source>%1 of %n routine(s)</source>
        <comment>%1 in use of those allowed</comment>
        <translation>
            <numerusform>%1 of %n routine</numerusform>
            <numerusform>%1 of %n routines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routine(s)</source>
        <translation>
            <numerusform>%n routine</numerusform>
            <numerusform>%n routines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RowWords</name>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::SaveVersionSheet</name>
    <message numerus="yes">
        <source>All %n slot(s) are taken. The service will refuse another version until one is deleted.</source>
        <translation>
            <numerusform>The only slot (%n) is taken. The service will refuse another version until it is deleted.</numerusform>
            <numerusform>All %n slots are taken. The service will refuse another version until one is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::SearchPanel</name>
    <message numerus="yes">
        <source>Not found in %n version(s).</source>
        <translation>
            <numerusform>Not found in %n version.</numerusform>
            <numerusform>Not found in %n versions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routine(s)</source>
        <translation>
            <numerusform>%n routine</numerusform>
            <numerusform>%n routines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::StatusLine</name>
    <message numerus="yes">
        <source>Tabs: %n</source>
        <translation>
            <numerusform>Tabs: %n</numerusform>
            <numerusform>Tabs: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n spaces</source>
        <translation>
            <numerusform>%n space</numerusform>
            <numerusform>%n spaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::Times</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
</TS>
