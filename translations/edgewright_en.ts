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
    <name>edgewright::CheckList</name>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to note</source>
        <translation>
            <numerusform>%n to note</numerusform>
            <numerusform>%n to note</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CheckSummary</name>
    <message numerus="yes">
        <source>All %n check(s) passed</source>
        <translation>
            <numerusform>%n check passed</numerusform>
            <numerusform>All %n checks passed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::CompareExport</name>
    <message numerus="yes">
        <source>%n unchanged piece(s) of long lines left out</source>
        <translation>
            <numerusform>%n unchanged piece of long lines left out</numerusform>
            <numerusform>%n unchanged pieces of long lines left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged line(s) left out</source>
        <translation>
            <numerusform>%n unchanged line left out</numerusform>
            <numerusform>%n unchanged lines left out</numerusform>
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
    <message numerus="yes">
        <source>%n unchanged piece(s) of lines</source>
        <translation>
            <numerusform>%n unchanged piece of lines</numerusform>
            <numerusform>%n unchanged pieces of lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only laid out otherwise</source>
        <translation>
            <numerusform>%n only laid out otherwise</numerusform>
            <numerusform>%n only laid out otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s) only in what is ignored</source>
        <translation>
            <numerusform>%n differs only in what is ignored</numerusform>
            <numerusform>%n differ only in what is ignored</numerusform>
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
    <name>edgewright::CopyRoutineDialog</name>
    <message numerus="yes">
        <source>%n version(s) will be copied, oldest first.</source>
        <translation>
            <numerusform>%n version will be copied.</numerusform>
            <numerusform>%n versions will be copied, oldest first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are the same on both sides.</source>
        <translation>
            <numerusform>%n version is the same on both sides.</numerusform>
            <numerusform>%n versions are the same on both sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older version(s) stay in the archive only, because the other account keeps %1 of a routine.</source>
        <translation>
            <numerusform>%n older version stays in the archive only, because the other account keeps %1 of a routine.</numerusform>
            <numerusform>%n older versions stay in the archive only, because the other account keeps %1 of a routine.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The routine there has %n version(s) that are not from here.</source>
        <translation>
            <numerusform>The routine there has %n version that is not from here.</numerusform>
            <numerusform>The routine there has %n versions that are not from here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n Version(s)</source>
        <translation>
            <numerusform>Copy %n Version</numerusform>
            <numerusform>Copy %n Versions</numerusform>
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
    <name>edgewright::GapButton</name>
    <message numerus="yes">
        <source>%n line(s) added, %1 removed between %2</source>
        <extracomment>%n and %1 are numbers of lines, %2 is like &quot;production and the draft&quot;</extracomment>
        <translation>
            <numerusform>%n line added, %1 removed between %2</numerusform>
            <numerusform>%n lines added, %1 removed between %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::GuardController</name>
    <message numerus="yes">
        <source>It is the newest of %n such version(s).</source>
        <translation>
            <numerusform>It is the newest of %n such version.</numerusform>
            <numerusform>It is the newest of %n such versions.</numerusform>
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
    <name>edgewright::MergeBar</name>
    <message numerus="yes">
        <source>%n to Decide</source>
        <translation>
            <numerusform>%n to Decide</numerusform>
            <numerusform>%n to Decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide: go to the next</source>
        <translation>
            <numerusform>%n to decide: go to the next</numerusform>
            <numerusform>%n to decide: go to the next</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n decided</source>
        <translation>
            <numerusform>All %n decided</numerusform>
            <numerusform>All %n decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::MoveController</name>
    <message numerus="yes">
        <source>Stopped. %n version(s) are there; copying again goes on where it stopped.</source>
        <translation>
            <numerusform>Stopped. %n version is there; copying again goes on where it stopped.</numerusform>
            <numerusform>Stopped. %n versions are there; copying again goes on where it stopped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) are there, each read back: the bytes are the same.</source>
        <translation>
            <numerusform>%n version is there, read back: the bytes are the same.</numerusform>
            <numerusform>%n versions are there, each read back: the bytes are the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::PublishChecks</name>
    <message numerus="yes">
        <source>Variables: %1 was saved without any; production&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>Variables: %1 was saved without any; production&apos;s %n would not take effect.</numerusform>
            <numerusform>Variables: %1 was saved without any; production&apos;s %n would not take effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved without any; staging&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>Variables: %1 was saved without any; staging&apos;s %n would not take effect.</numerusform>
            <numerusform>Variables: %1 was saved without any; staging&apos;s %n would not take effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved with those of staging; production&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>Variables: %1 was saved with those of staging; production&apos;s %n would not take effect.</numerusform>
            <numerusform>Variables: %1 was saved with those of staging; production&apos;s %n would not take effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %1 was saved with those of production; staging&apos;s %n would not take effect.</source>
        <translation>
            <numerusform>Variables: %1 was saved with those of production; staging&apos;s %n would not take effect.</numerusform>
            <numerusform>Variables: %1 was saved with those of production; staging&apos;s %n would not take effect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n of staging missing in production: %1</source>
        <extracomment>%1 are names of variables</extracomment>
        <translation>
            <numerusform>Variables: %n of staging missing in production: %1</numerusform>
            <numerusform>Variables: %n of staging missing in production: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n of production missing in staging: %1</source>
        <translation>
            <numerusform>Variables: %n of production missing in staging: %1</numerusform>
            <numerusform>Variables: %n of production missing in staging: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Variables: %n there</source>
        <translation>
            <numerusform>Variables: %n there</numerusform>
            <numerusform>Variables: %n there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
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
    <name>edgewright::PublishSheet</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>after a list of routes</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) not shown here</source>
        <translation>
            <numerusform>%n more line not shown here</numerusform>
            <numerusform>%n more lines not shown here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RegionFlow</name>
    <message numerus="yes">
        <source>Something else runs in %n region(s): %1.</source>
        <translation>
            <numerusform>Something else runs in %n region: %1.</numerusform>
            <numerusform>Something else runs in %n regions: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RegionsController</name>
    <message numerus="yes">
        <source>Remove %n region(s) from “%1”?</source>
        <translation>
            <numerusform>Remove %n region from “%1”?</numerusform>
            <numerusform>Remove %n regions from “%1”?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n region(s) run nothing of their own any more, confirmed by reading back.</source>
        <translation>
            <numerusform>%n region runs nothing of its own any more, confirmed by reading back.</numerusform>
            <numerusform>%n regions run nothing of their own any more, confirmed by reading back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 runs in %n region(s), confirmed by reading back.</source>
        <translation>
            <numerusform>%1 runs in %n region, confirmed by reading back.</numerusform>
            <numerusform>%1 runs in %n regions, confirmed by reading back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RegionsSheet</name>
    <message numerus="yes">
        <source>Publish %1 to %n Region(s)</source>
        <translation>
            <numerusform>Publish %1 to %n Region</numerusform>
            <numerusform>Publish %1 to %n Regions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::RoomController</name>
    <message numerus="yes">
        <source>Choose %n version(s) to delete.</source>
        <translation>
            <numerusform>Choose %n version to delete.</numerusform>
            <numerusform>Choose %n versions to delete.</numerusform>
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
<context>
    <name>edgewright::UnlockDialog</name>
    <message numerus="yes">
        <source>For %n minute(s), then it is locked again</source>
        <translation>
            <numerusform>For %n minute, then it is locked again</numerusform>
            <numerusform>For %n minutes, then it is locked again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::VariablesField</name>
    <message numerus="yes">
        <source>of production (%n)</source>
        <extracomment>after &quot;Environment variables&quot;; the number in brackets says how many there are</extracomment>
        <translation>
            <numerusform>of production (%n)</numerusform>
            <numerusform>of production (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of staging (%n)</source>
        <translation>
            <numerusform>of staging (%n)</numerusform>
            <numerusform>of staging (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save with the environment variables of production (%n)</source>
        <translation>
            <numerusform>Save with the environment variables of production (%n)</numerusform>
            <numerusform>Save with the environment variables of production (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save with the environment variables of staging (%n)</source>
        <translation>
            <numerusform>Save with the environment variables of staging (%n)</numerusform>
            <numerusform>Save with the environment variables of staging (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::WatchController</name>
    <message numerus="yes">
        <source>%1 answers %2: %3 of %n address(es) as before in status, headers and body.</source>
        <extracomment>%1 is a version, %2 &quot;in production&quot;, %3 a number</extracomment>
        <translation>
            <numerusform>%1 answers %2: %3 of %n address as before in status, headers and body.</numerusform>
            <numerusform>%1 answers %2: %3 of %n addresses as before in status, headers and body.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edgewright::WatchRun</name>
    <message numerus="yes">
        <source>%1 is live %2; its addresses are looked at in %n second(s) and watched until %3.</source>
        <extracomment>%1 is a version, %2 &quot;in production&quot;, %3 a time of day</extracomment>
        <translation>
            <numerusform>%1 is live %2; its addresses are looked at in %n second and watched until %3.</numerusform>
            <numerusform>%1 is live %2; its addresses are looked at in %n seconds and watched until %3.</numerusform>
        </translation>
    </message>
</context>
</TS>
