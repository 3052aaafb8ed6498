<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n doubtful place(s)</source>
        <translation>
            <numerusform>%n doubtful place</numerusform>
            <numerusform>%n doubtful places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed</source>
        <translation>
            <numerusform>%n item changed</numerusform>
            <numerusform>%n items changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n checked</numerusform>
            <numerusform>%n checked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probably wrong</source>
        <translation>
            <numerusform>%n probably wrong</numerusform>
            <numerusform>%n probably wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n suggestion</numerusform>
            <numerusform>%n suggestions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message numerus="yes">
        <source>The article is confirmed: it took %n action(s).</source>
        <translation>
            <numerusform>The article is confirmed: it took %n action.</numerusform>
            <numerusform>The article is confirmed: it took %n actions.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message numerus="yes">
        <source>On all confirmed articles (%n)</source>
        <translation>
            <numerusform>On the confirmed article (%n)</numerusform>
            <numerusform>On all confirmed articles (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the articles that the last training held out (%n)</source>
        <translation>
            <numerusform>On the article that the last training held out (%n)</numerusform>
            <numerusform>On the articles that the last training held out (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonSheet</name>
    <message numerus="yes">
        <source>F1 on %n article(s): entities strict (border and label), quotes by their tokens.</source>
        <translation>
            <numerusform>F1 on %n article: entities strict (border and label), quotes by their tokens.</numerusform>
            <numerusform>F1 on %n articles: entities strict (border and label), quotes by their tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchecked</source>
        <translation>
            <numerusform>%n unchecked</numerusform>
            <numerusform>%n unchecked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportReportDialog</name>
    <message numerus="yes">
        <source>%n thing(s) could not be written as they are:</source>
        <translation>
            <numerusform>%n thing could not be written as it is:</numerusform>
            <numerusform>%n things could not be written as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message numerus="yes">
        <source>%n more alike</source>
        <translation>
            <numerusform>%n more alike</numerusform>
            <numerusform>%n more alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>%n article came in.</numerusform>
            <numerusform>%n articles came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already: left out.</source>
        <translation>
            <numerusform>%n article was in the project already: left out.</numerusform>
            <numerusform>%n articles were in the project already: left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused.</source>
        <translation>
            <numerusform>%n file refused.</numerusform>
            <numerusform>%n files refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) came with them.</source>
        <translation>
            <numerusform>%n suggestion came with them.</numerusform>
            <numerusform>%n suggestions came with them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message numerus="yes">
        <source>Adding articles: %n</source>
        <translation>
            <numerusform>Adding articles: %n</numerusform>
            <numerusform>Adding articles: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n article added.</numerusform>
            <numerusform>%n articles added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be read: check the project.</source>
        <translation>
            <numerusform>%n article could not be read: check the project.</numerusform>
            <numerusform>%n articles could not be read: check the project.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) with labels that the scheme does not have ({labels}) were left out; --scheme names another.</source>
        <translation>
            <numerusform>%n mark with a label that the scheme does not have ({labels}) was left out; --scheme names another.</numerusform>
            <numerusform>%n marks with labels that the scheme does not have ({labels}) were left out; --scheme names another.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new suggestion(s) by {author}.</source>
        <translation>
            <numerusform>%n new suggestion by {author}.</numerusform>
            <numerusform>%n new suggestions by {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the articles have no entity marked: names in them count as wrong.</source>
        <translation>
            <numerusform>%n of the articles has no entity marked: names in it count as wrong.</numerusform>
            <numerusform>%n of the articles have no entity marked: names in them count as wrong.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) of the file could not be read.</source>
        <translation>
            <numerusform>%n passage of the file could not be read.</numerusform>
            <numerusform>%n passages of the file could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done in %n article(s). {undo} takes it back.</source>
        <translation>
            <numerusform>Done in %n article. {undo} takes it back.</numerusform>
            <numerusform>Done in %n articles. {undo} takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done to %n further mention(s). {undo} takes it back.</source>
        <translation>
            <numerusform>Done to %n further mention. {undo} takes it back.</numerusform>
            <numerusform>Done to %n further mentions. {undo} takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New suggestions in %n article(s) that nobody had touched; each can be undone.</source>
        <translation>
            <numerusform>New suggestions in %n article that nobody had touched; each can be undone.</numerusform>
            <numerusform>New suggestions in %n articles that nobody had touched; each can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The pipeline to begin with has learnt from %n of the held-out articles: the score flatters it.</source>
        <translation>
            <numerusform>The pipeline to begin with has learnt from %n of the held-out articles: the score flatters it.</numerusform>
            <numerusform>The pipeline to begin with has learnt from %n of the held-out articles: the score flatters it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{pipeline} has learnt from %n of these articles: its figures say little about others. Measure it on articles that were held out.</source>
        <translation>
            <numerusform>{pipeline} has learnt from %n of these articles: its figures say little about others. Measure it on articles that were held out.</numerusform>
            <numerusform>{pipeline} has learnt from %n of these articles: its figures say little about others. Measure it on articles that were held out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SameForAllDialog</name>
    <message numerus="yes">
        <source>Apply to %n place(s)</source>
        <translation>
            <numerusform>Apply to %n place</numerusform>
            <numerusform>Apply to %n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SchemeDialog</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them confirmed</source>
        <translation>
            <numerusform>%n of them confirmed</numerusform>
            <numerusform>%n of them confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n article</numerusform>
            <numerusform>in %n articles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n part</numerusform>
            <numerusform>%n parts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>{0} of %n checked</source>
        <translation>
            <numerusform>{0} of %n checked</numerusform>
            <numerusform>{0} of %n checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainDialog</name>
    <message numerus="yes">
        <source>A pipeline learns from %n confirmed article(s). You can go on working meanwhile.</source>
        <translation>
            <numerusform>A pipeline learns from %n confirmed article. You can go on working meanwhile.</numerusform>
            <numerusform>A pipeline learns from %n confirmed articles. You can go on working meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingSheet</name>
    <message numerus="yes">
        <source>Learning from %n confirmed article(s). Go on working; you can close this window, the status line shows how far it is.</source>
        <translation>
            <numerusform>Learning from %n confirmed article. Go on working; you can close this window, the status line shows how far it is.</numerusform>
            <numerusform>Learning from %n confirmed articles. Go on working; you can close this window, the status line shows how far it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoicesSheet</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n quote</numerusform>
            <numerusform>%n quotes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voice</numerusform>
            <numerusform>%n voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
</context>
</TS>
