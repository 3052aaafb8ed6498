<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A red pencil</source>
        <translation>Ein Rotstift</translation>
    </message>
    <message>
        <source>About Rotstift</source>
        <translation>Über Rotstift</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Gebaut auf</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Correct what a machine has marked in news articles, and get training data out of it.</source>
        <translation>Berichtigen, was eine Maschine in Nachrichten markiert hat, und Trainingsdaten daraus gewinnen.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version {0} · MIT licence</source>
        <translation>Version {0} · MIT-Lizenz</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Rotstift</source>
        <translation>Über Rotstift</translation>
    </message>
    <message>
        <source>Accept, next doubtful place</source>
        <translation>Annehmen, nächste unsichere Stelle</translation>
    </message>
    <message>
        <source>Add a part</source>
        <translation>Teil hinzufügen</translation>
    </message>
    <message>
        <source>Add articles: files…</source>
        <translation>Artikel hinzufügen: Dateien …</translation>
    </message>
    <message>
        <source>Add articles: folder…</source>
        <translation>Artikel hinzufügen: Ordner …</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Articles: most doubtful first, or as they came in</source>
        <translation>Artikel: die zweifelhaftesten zuerst oder wie hinzugefügt</translation>
    </message>
    <message>
        <source>Ask for suggestions again</source>
        <translation>Neue Vorschläge holen</translation>
    </message>
    <message>
        <source>Back up the project now</source>
        <translation>Projekt jetzt sichern</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Fließtext</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Check the project</source>
        <translation>Projekt überprüfen</translation>
    </message>
    <message>
        <source>Choose the pipeline for suggestions…</source>
        <translation>Pipeline für Vorschläge wählen …</translation>
    </message>
    <message>
        <source>Colours for every eye, or the scheme&apos;s</source>
        <translation>Farben für alle Augen oder die des Schemas</translation>
    </message>
    <message>
        <source>Compare pipelines on the confirmed articles…</source>
        <translation>Pipelines an den geprüften Artikeln vergleichen …</translation>
    </message>
    <message>
        <source>Confirm the article, go to the next</source>
        <translation>Artikel geprüft, weiter zum nächsten</translation>
    </message>
    <message>
        <source>Copy the words</source>
        <translation>Wörter kopieren</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Quellenzeile</translation>
    </message>
    <message>
        <source>Dateline</source>
        <translation>Datumszeile</translation>
    </message>
    <message>
        <source>Deutsch or English</source>
        <translation>Deutsch oder English</translation>
    </message>
    <message>
        <source>Doubtful places: most doubtful first, or as in the text</source>
        <translation>Zweifelhafte Stellen: die zweifelhafteste zuerst oder wie im Text</translation>
    </message>
    <message>
        <source>Effort and acceptance…</source>
        <translation>Aufwand und Annahme …</translation>
    </message>
    <message>
        <source>Export training data…</source>
        <translation>Trainingsdaten exportieren …</translation>
    </message>
    <message>
        <source>Filter and sort the list of articles…</source>
        <translation>Artikelliste filtern und sortieren …</translation>
    </message>
    <message>
        <source>Find in the article…</source>
        <translation>Im Artikel suchen …</translation>
    </message>
    <message>
        <source>First article, guided: begin or leave</source>
        <translation>Erster Artikel mit Begleitung: beginnen oder verlassen</translation>
    </message>
    <message>
        <source>First article: back a step</source>
        <translation>Erster Artikel: einen Schritt zurück</translation>
    </message>
    <message>
        <source>First article: skip the step</source>
        <translation>Erster Artikel: Schritt überspringen</translation>
    </message>
    <message>
        <source>Flag the article for another look</source>
        <translation>Artikel vormerken: noch einmal ansehen</translation>
    </message>
    <message>
        <source>Fold or show the list of articles</source>
        <translation>Artikelliste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Fold or show the right panel</source>
        <translation>Rechte Spalte ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Fragment, or whole quote</source>
        <translation>Bruchstück oder ganzes Zitat</translation>
    </message>
    <message>
        <source>Go to anything: articles, names, words, actions…</source>
        <translation>Zu allem gehen: Artikel, Namen, Zitate, Befehle …</translation>
    </message>
    <message>
        <source>Grow the left edge</source>
        <translation>Links erweitern</translation>
    </message>
    <message>
        <source>Grow the right edge</source>
        <translation>Rechts erweitern</translation>
    </message>
    <message>
        <source>Guideline beside the work</source>
        <translation>Leitfaden neben der Arbeit</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Überschrift</translation>
    </message>
    <message>
        <source>Join with the next quote</source>
        <translation>Mit dem nächsten Zitat verbinden</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Text größer</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Vorspann</translation>
    </message>
    <message>
        <source>Leave the mode, the selection, the item</source>
        <translation>Modus, Auswahl, Markierung verlassen</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Name the person or thing, Wikidata id…</source>
        <translation>Person oder Sache benennen, Wikidata-Kennung …</translation>
    </message>
    <message>
        <source>Narrower list of articles</source>
        <translation>Artikelliste schmaler</translation>
    </message>
    <message>
        <source>Narrower right panel</source>
        <translation>Rechte Leiste schmaler</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>New suggestions for the articles still to do</source>
        <translation>Neue Vorschläge für die noch offenen Artikel</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Nächster Artikel</translation>
    </message>
    <message>
        <source>Next doubtful place</source>
        <translation>Nächste unsichere Stelle</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Nächste Markierung</translation>
    </message>
    <message>
        <source>Next item with a note</source>
        <translation>Nächste Stelle mit Notiz</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Not a quote, not an entity: reason by digit</source>
        <translation>Kein Zitat, keine Entität: Grund per Ziffer</translation>
    </message>
    <message>
        <source>Note on the item or the article…</source>
        <translation>Notiz zur Markierung oder zum Artikel …</translation>
    </message>
    <message>
        <source>One more piece of the role filled last</source>
        <translation>Noch ein Stück der zuletzt gefüllten Rolle</translation>
    </message>
    <message>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Part-word mode: edges by a character</source>
        <translation>Wortteil-Modus: Grenzen um ein Zeichen</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Voriger Artikel</translation>
    </message>
    <message>
        <source>Previous doubtful place</source>
        <translation>Vorige unsichere Stelle</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>Vorige Markierung</translation>
    </message>
    <message>
        <source>Previous part of the window</source>
        <translation>Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Same for all further mentions here</source>
        <translation>Dasselbe für alle weiteren Nennungen hier</translation>
    </message>
    <message>
        <source>Same for some further mentions…</source>
        <translation>Dasselbe für einige weitere Nennungen …</translation>
    </message>
    <message>
        <source>Same in the whole project…</source>
        <translation>Dasselbe im ganzen Projekt …</translation>
    </message>
    <message>
        <source>Same person or thing as…</source>
        <translation>Dieselbe Person oder Sache wie …</translation>
    </message>
    <message>
        <source>Same speaker as the quote before</source>
        <translation>Sprecher wie beim Zitat davor</translation>
    </message>
    <message>
        <source>Save the list&apos;s filter under a name…</source>
        <translation>Filter der Liste unter einem Namen sichern …</translation>
    </message>
    <message>
        <source>Scheme: labels, quote types, roles, reasons…</source>
        <translation>Schema: Labels, Zitatarten, Rollen, Gründe …</translation>
    </message>
    <message>
        <source>Search field: narrow the list of articles</source>
        <translation>Suchfeld: Artikelliste eingrenzen</translation>
    </message>
    <message>
        <source>Search the whole project…</source>
        <translation>Im ganzen Projekt suchen …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Shrink the left edge</source>
        <translation>Links kürzen</translation>
    </message>
    <message>
        <source>Shrink the right edge</source>
        <translation>Rechts kürzen</translation>
    </message>
    <message>
        <source>Skip the article</source>
        <translation>Artikel überspringen</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Text kleiner</translation>
    </message>
    <message>
        <source>Split into one quote a part</source>
        <translation>In ein Zitat je Teil trennen</translation>
    </message>
    <message>
        <source>Subhead</source>
        <translation>Zwischenüberschrift</translation>
    </message>
    <message>
        <source>Take the word or the selection</source>
        <translation>Wort oder Auswahl übernehmen</translation>
    </message>
    <message>
        <source>Teaser</source>
        <translation>Anreißer</translation>
    </message>
    <message>
        <source>Train on the confirmed articles…</source>
        <translation>Mit den geprüften Artikeln trainieren …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Usual widths</source>
        <translation>Übliche Breiten</translation>
    </message>
    <message>
        <source>Who says how much…</source>
        <translation>Wer wie viel sagt …</translation>
    </message>
    <message>
        <source>Wider list of articles</source>
        <translation>Artikelliste breiter</translation>
    </message>
    <message>
        <source>Wider right panel</source>
        <translation>Rechte Leiste breiter</translation>
    </message>
    <message>
        <source>Word on the left</source>
        <translation>Wort links</translation>
    </message>
    <message>
        <source>Word on the right</source>
        <translation>Wort rechts</translation>
    </message>
    <message>
        <source>Your name in the log…</source>
        <translation>Ihr Name im Protokoll …</translation>
    </message>
    <message>
        <source>Your own label colours…</source>
        <translation>Eigene Farben der Labels …</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n doubtful place(s)</source>
        <translation>
            <numerusform>%n unsichere Stelle</numerusform>
            <numerusform>%n unsichere Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) changed</source>
        <translation>
            <numerusform>%n Stelle geändert</numerusform>
            <numerusform>%n Stellen geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article with its marks</source>
        <translation>Artikel mit seinen Markierungen</translation>
    </message>
    <message>
        <source>Speaker?</source>
        <translation>Sprecher?</translation>
    </message>
    <message>
        <source>The page could not be drawn; reopen the article. Reason: {reason}</source>
        <translation>Die Seite ließ sich nicht zeichnen; bitte den Artikel neu öffnen. Grund: {reason}</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>Bruchstück</translation>
    </message>
    <message>
        <source>next: {name}</source>
        <translation>weiter: {name}</translation>
    </message>
    <message>
        <source>nobody knows the speaker</source>
        <translation>Sprecher unbekannt</translation>
    </message>
    <message>
        <source>not a quote</source>
        <translation>kein Zitat</translation>
    </message>
    <message>
        <source>not an entity</source>
        <translation>keine Entität</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>speaker {name}</source>
        <translation>Sprecher {name}</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>Vorschlag</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} Teile</translation>
    </message>
</context>
<context>
    <name>ArticlesPanel</name>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n probably wrong</source>
        <translation>
            <numerusform>%n wohl falsch</numerusform>
            <numerusform>%n wohl falsch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag</numerusform>
            <numerusform>%n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Articles by doubt</source>
        <translation>Artikel nach Zweifel</translation>
    </message>
    <message>
        <source>Confirmed articles</source>
        <translation>Geprüfte Artikel</translation>
    </message>
    <message>
        <source>Filter and sort, saved filters</source>
        <translation>Filtern, sortieren, gesicherte Filter</translation>
    </message>
    <message>
        <source>No article here.</source>
        <translation>Hier steht kein Artikel.</translation>
    </message>
    <message>
        <source>Show all articles again, as they came in</source>
        <translation>Wieder alle Artikel zeigen, wie sie hereinkamen</translation>
    </message>
    <message>
        <source>Show only these articles</source>
        <translation>Nur diese Artikel zeigen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>The article</source>
        <translation>Der Artikel</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>public domain</source>
        <translation>gemeinfrei</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>train.spacy, dev.spacy and config.cfg: ready for “spacy train”.</source>
        <translation>train.spacy, dev.spacy und config.cfg: bereit für „spacy train“.</translation>
    </message>
    <message>
        <source>{0} (same text as “{1}”)</source>
        <translation>{0} (gleicher Text wie „{1}“)</translation>
    </message>
    <message>
        <source>“{0}” gets the same borders</source>
        <translation>„{0}“ bekommt dieselben Grenzen</translation>
    </message>
    <message>
        <source>“{0}” is denied</source>
        <translation>„{0}“ ist weder Zitat noch Entität</translation>
    </message>
    <message>
        <source>“{0}” is not marked</source>
        <translation>„{0}“ wird nicht markiert</translation>
    </message>
    <message>
        <source>“{0}” is {1}</source>
        <translation>„{0}“ ist {1}</translation>
    </message>
    <message>
        <source>“{0}” means {1}</source>
        <translation>„{0}“ meint {1}</translation>
    </message>
</context>
<context>
    <name>Coach</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>Erster Artikel</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message numerus="yes">
        <source>The article is confirmed: it took %n action(s).</source>
        <translation>
            <numerusform>Der Artikel ist bestätigt: Es brauchte %n Handgriff.</numerusform>
            <numerusform>Der Artikel ist bestätigt: Es brauchte %n Handgriffe.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} shows all keys. The sample project has more articles; the menu Project adds your own.</source>
        <translation>{0} zeigt alle Tasten. Das Beispielprojekt hat weitere Artikel; eigene kommen über das Menü Projekt dazu.</translation>
    </message>
</context>
<context>
    <name>ColoursDialog</name>
    <message>
        <source>Choose a colour; both themes get their shades of it, as light or dark as can be read well (at least 4.5 : 1). Only you see them.</source>
        <translation>Eine Farbe wählen; beide Farbschemata bekommen ihre Töne davon, so hell oder dunkel, dass sie gut zu lesen sind (mindestens 4,5 : 1). Sie gelten nur an diesem Arbeitsplatz.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>The usual colour again</source>
        <translation>Wieder die übliche Farbe</translation>
    </message>
    <message>
        <source>Your own label colours</source>
        <translation>Eigene Farben der Labels</translation>
    </message>
    <message>
        <source>contrast {0} : 1</source>
        <translation>Kontrast {0} : 1</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare pipelines</source>
        <translation>Pipelines vergleichen</translation>
    </message>
    <message>
        <source>Each pipeline marks confirmed articles as if they were new; what it does is compared with what you confirmed.</source>
        <translation>Jede Pipeline markiert geprüfte Artikel so, als wären sie neu; das wird mit dem verglichen, was Sie geprüft haben.</translation>
    </message>
    <message>
        <source>No article is confirmed yet: there is nothing to compare with.</source>
        <translation>Noch ist kein Artikel geprüft: Es gibt nichts zum Vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>On all confirmed articles (%n)</source>
        <translation>
            <numerusform>Am geprüften Artikel (%n)</numerusform>
            <numerusform>An allen geprüften Artikeln (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On the articles that the last training held out (%n)</source>
        <translation>
            <numerusform>Am Artikel, den das letzte Training zurückgehalten hat (%n)</numerusform>
            <numerusform>An den Artikeln, die das letzte Training zurückgehalten hat (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonSheet</name>
    <message>
        <source>Can the scores be trusted?</source>
        <translation>Wie verlässlich sind die Wertungen?</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Geprüft</translation>
    </message>
    <message numerus="yes">
        <source>F1 on %n article(s): entities strict (border and label), quotes by their tokens.</source>
        <translation>
            <numerusform>F1 an %n Artikel: Entitäten streng (Grenze und Art), Zitate nach ihren Tokens.</numerusform>
            <numerusform>F1 an %n Artikeln: Entitäten streng (Grenze und Art), Zitate nach ihren Tokens.</numerusform>
        </translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was falsch war</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose where</source>
        <translation>Ziel wählen</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Doubt</name>
    <message>
        <source>A quotation mark has no partner</source>
        <translation>Ein Anführungszeichen hat kein Gegenstück</translation>
    </message>
    <message>
        <source>Marks that nobody has decided on: quote, or not?</source>
        <translation>Anführungszeichen, noch nicht entschieden: Zitat oder nicht?</translation>
    </message>
    <message>
        <source>No speaker yet</source>
        <translation>Noch kein Sprecher</translation>
    </message>
    <message>
        <source>Sample: drawn at random, so that the share of wrong suggestions is told honestly</source>
        <translation>Stichprobe: zufällig gezogen, damit der Anteil falscher Vorschläge ehrlich geschätzt wird</translation>
    </message>
    <message>
        <source>Suggestions like this one were often wrong</source>
        <translation>Vorschläge wie dieser waren oft falsch</translation>
    </message>
    <message>
        <source>The pipeline is not sure</source>
        <translation>Die Pipeline ist unsicher</translation>
    </message>
    <message>
        <source>The rules say something else than the model</source>
        <translation>Die Regeln sagen etwas anderes als das Modell</translation>
    </message>
    <message>
        <source>The same name has another label elsewhere in the article</source>
        <translation>Derselbe Name hat an anderer Stelle im Artikel ein anderes Label</translation>
    </message>
    <message>
        <source>The speaker is far away</source>
        <translation>Der Sprecher steht weit entfernt</translation>
    </message>
    <message>
        <source>This name is in none of the confirmed articles</source>
        <translation>Dieser Name kommt in keinem bestätigten Artikel vor</translation>
    </message>
</context>
<context>
    <name>EntitiesPanel</name>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchecked</source>
        <translation>
            <numerusform>%n ungeprüft</numerusform>
            <numerusform>%n ungeprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Click to go to the next mention</source>
        <translation>Klick führt zur nächsten Stelle</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Entities in the article</source>
        <translation>Entitäten im Artikel</translation>
    </message>
    <message>
        <source>No entity yet.</source>
        <translation>Noch keine Entität.</translation>
    </message>
</context>
<context>
    <name>Everything</name>
    <message>
        <source>Actions</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Go to anything</source>
        <translation>Zu allem gehen</translation>
    </message>
    <message>
        <source>Go to anything …   # articles   @ names   “” quotes   &gt; actions</source>
        <translation>Wohin?   # Artikel   @ Namen   „“ Zitate   &gt; Befehle</translation>
    </message>
    <message>
        <source>Names in this article</source>
        <translation>Namen in diesem Artikel</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Quotes in this article</source>
        <translation>Zitate in diesem Artikel</translation>
    </message>
    <message>
        <source>Search the whole project for “{words}”</source>
        <translation>Im ganzen Projekt nach „{words}“ suchen</translation>
    </message>
    <message>
        <source>Whole project</source>
        <translation>Ganzes Projekt</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>An entity may be a part of a word; without this such entities cannot be written for spaCy.</source>
        <translation>Eine Entität kann Teil eines Wortes sein; ohne diese Option lassen sich solche Entitäten nicht für spaCy schreiben.</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Choose where to write.</source>
        <translation>Bitte ein Ziel wählen.</translation>
    </message>
    <message>
        <source>Choose which articles to export.</source>
        <translation>Bitte wählen, welche Artikel exportiert werden.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Kept for testing</source>
        <translation>Anteil zum Testen</translation>
    </message>
    <message>
        <source>No article has this status yet. Confirm one first, or choose another status.</source>
        <translation>Noch kein Artikel hat diesen Status. Zuerst einen Artikel prüfen oder einen anderen Status wählen.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Split tokens at hyphens</source>
        <translation>Tokens an Bindestrichen trennen</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Ziel</translation>
    </message>
</context>
<context>
    <name>ExportReportDialog</name>
    <message numerus="yes">
        <source>%n thing(s) could not be written as they are:</source>
        <translation>
            <numerusform>%n Angabe ließ sich nicht unverändert schreiben:</numerusform>
            <numerusform>%n Angaben ließen sich nicht unverändert schreiben:</numerusform>
        </translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Everything was written as it is.</source>
        <translation>Alles wurde unverändert geschrieben.</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>Exportiert</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Train on it</source>
        <translation>Damit trainieren</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>adapted</source>
        <translation>angepasst</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>impossible</source>
        <translation>unmöglich</translation>
    </message>
    <message>
        <source>written</source>
        <translation>geschrieben</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Entities: border and label right (F1)</source>
        <translation>Entitäten: Grenze und Art richtig (F1)</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Bestandteile</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Quotes by type: their words</source>
        <translation>Zitate nach Typ: ihre Wörter</translation>
    </message>
    <message>
        <source>Quotes: all together (F1)</source>
        <translation>Zitate: alles zusammen (F1)</translation>
    </message>
    <message>
        <source>Quotes: border and type right (F1)</source>
        <translation>Zitate: Grenze und Typ richtig (F1)</translation>
    </message>
    <message>
        <source>Quotes: speaker, cue, addressee, frame (F1)</source>
        <translation>Zitate: Sprecher, Redewort, Adressat, Rahmen (F1)</translation>
    </message>
    <message>
        <source>Quotes: their words (F1)</source>
        <translation>Zitate: ihre Wörter (F1)</translation>
    </message>
    <message>
        <source>Quotes: type (F1)</source>
        <translation>Zitate: Typ (F1)</translation>
    </message>
    <message>
        <source>Score {0}; the pipeline that it began with has {1}.</source>
        <translation>Wertung {0}; die Ausgangspipeline hat {1}.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The best step was {0}.</source>
        <translation>Der beste Schritt war {0}.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>alle Arten</translation>
    </message>
    <message>
        <source>all roles</source>
        <translation>alle Rollen</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Redewort</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>invented</source>
        <translation>erfunden</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>their words</source>
        <translation>ihre Wörter</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>words and roles</source>
        <translation>Wörter und Rollen</translation>
    </message>
    <message>
        <source>wrong addressee</source>
        <translation>falscher Adressat</translation>
    </message>
    <message>
        <source>wrong border</source>
        <translation>falsche Grenze</translation>
    </message>
    <message>
        <source>wrong cue</source>
        <translation>falsches Redewort</translation>
    </message>
    <message>
        <source>wrong speaker</source>
        <translation>falscher Sprecher</translation>
    </message>
    <message>
        <source>wrong type</source>
        <translation>falscher Typ</translation>
    </message>
    <message>
        <source>you said: it is none</source>
        <translation>von Ihnen verneint</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Im Artikel suchen</translation>
    </message>
    <message>
        <source>Find in the article …</source>
        <translation>Im Artikel suchen …</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
</context>
<context>
    <name>GuidePanel</name>
    <message>
        <source>Guideline</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>The scheme has no guideline for this.</source>
        <translation>Das Schema sagt dazu nichts.</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message numerus="yes">
        <source>%n more alike</source>
        <translation>
            <numerusform>%n weitere ebenso</numerusform>
            <numerusform>%n weitere ebenso</numerusform>
        </translation>
    </message>
    <message>
        <source>accept</source>
        <translation>annehmen</translation>
    </message>
    <message>
        <source>add these words</source>
        <translation>diese Wörter hinzu</translation>
    </message>
    <message>
        <source>article is right</source>
        <translation>Artikel stimmt</translation>
    </message>
    <message>
        <source>borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Redewort</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>in addition</source>
        <translation>dazu</translation>
    </message>
    <message>
        <source>instead</source>
        <translation>stattdessen</translation>
    </message>
    <message>
        <source>is a quote</source>
        <translation>ist ein Zitat</translation>
    </message>
    <message>
        <source>its own words</source>
        <translation>nur der Wortlaut</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>next doubtful</source>
        <translation>nächste unsichere</translation>
    </message>
    <message>
        <source>no quote</source>
        <translation>kein Zitat</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>numbered</source>
        <translation>nach Nummer</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>verwerfen</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>this word</source>
        <translation>dieses Wort</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>The article</source>
        <translation>Der Artikel</translation>
    </message>
    <message>
        <source>Wikidata</source>
        <translation>Wikidata</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>border moved</source>
        <translation>Grenze verschoben</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Redewort</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>vorgemerkt</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>Bruchstück</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>part added</source>
        <translation>Teil hinzugefügt</translation>
    </message>
    <message>
        <source>relabelled</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder offen</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>same for all</source>
        <translation>alle ebenso</translation>
    </message>
    <message>
        <source>scheme changed</source>
        <translation>Schema geändert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>split</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>via</source>
        <translation>über</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>Absatzart</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Click to go back to this change</source>
        <translation>Klick führt zurück zu dieser Änderung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing changed yet.</source>
        <translation>Noch nichts geändert.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>zurückgenommen</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>All mentions with the same name belong together. The Wikidata id counts for the name in the whole project.</source>
        <translation>Alle Erwähnungen mit demselben Namen gehören zusammen. Die Wikidata-Kennung gilt für den Namen im ganzen Projekt.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Who or what is “{0}”?</source>
        <translation>Wer oder was ist „{0}“?</translation>
    </message>
    <message>
        <source>Wikidata id or address</source>
        <translation>Wikidata-Kennung oder Adresse</translation>
    </message>
    <message>
        <source>the fullest name</source>
        <translation>der vollste Name</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message numerus="yes">
        <source>%n article(s) came in.</source>
        <translation>
            <numerusform>%n Artikel hinzugefügt.</numerusform>
            <numerusform>%n Artikel hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were in the project already: left out.</source>
        <translation>
            <numerusform>%n Artikel war schon im Projekt: ausgelassen.</numerusform>
            <numerusform>%n Artikel waren schon im Projekt: ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) refused.</source>
        <translation>
            <numerusform>%n Datei abgelehnt.</numerusform>
            <numerusform>%n Dateien abgelehnt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) came with them.</source>
        <translation>
            <numerusform>%n Vorschlag kam mit.</numerusform>
            <numerusform>%n Vorschläge kamen mit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>{0}: in the project already</source>
        <translation>{0}: schon im Projekt</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Adding a pipeline</source>
        <translation>Pipeline wird hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>Adding articles: %n</source>
        <translation>
            <numerusform>Artikel hinzufügen: %n</numerusform>
            <numerusform>Artikel hinzufügen: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing the scheme</source>
        <translation>Schema wird geändert</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Prüfung läuft</translation>
    </message>
    <message>
        <source>Comparing pipelines</source>
        <translation>Pipelines werden verglichen</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Es wird gezählt</translation>
    </message>
    <message>
        <source>Counting who says what</source>
        <translation>Es wird gezählt, wer was sagt</translation>
    </message>
    <message>
        <source>Doing it again</source>
        <translation>Wird wiederholt</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>New suggestions for the articles still to do</source>
        <translation>Neue Vorschläge für die noch offenen Artikel</translation>
    </message>
    <message>
        <source>Searching the project</source>
        <translation>Das Projekt wird durchsucht</translation>
    </message>
    <message>
        <source>Taking it back</source>
        <translation>Wird zurückgenommen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training läuft</translation>
    </message>
    <message>
        <source>Writing a backup</source>
        <translation>Sicherung läuft</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>score {0}</source>
        <translation>Wertung {0}</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>All keys as usual</source>
        <translation>Alle Tasten wie üblich</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search: what it does, or a key</source>
        <translation>Suchen: was sie tut, oder eine Taste</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The usual key again</source>
        <translation>Wieder die übliche Taste</translation>
    </message>
    <message>
        <source>To change a key, click its line or press Enter on it, then press the new key; with Shift it comes beside the old one. Del gives back the usual one.</source>
        <translation>Eine Taste ändern: Zeile anklicken oder darauf die Eingabetaste drücken, dann die neue Taste; mit Umschalt kommt sie zur alten dazu. Entf gibt die übliche zurück.</translation>
    </message>
    <message>
        <source>press one more key …</source>
        <translation>noch eine Taste drücken …</translation>
    </message>
    <message>
        <source>press the key …</source>
        <translation>Taste drücken …</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} ist die Taste für „{1}“.</translation>
    </message>
    <message>
        <source>{0} keeps its meaning.</source>
        <translation>{0} behält seine Bedeutung.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Article</source>
        <translation>&amp;Artikel</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>&amp;Markieren</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
    </message>
    <message>
        <source>&amp;Quote</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>An&amp;sicht</translation>
    </message>
    <message>
        <source>Entity</source>
        <translation>Entität</translation>
    </message>
    <message>
        <source>Not a quote, not an entity</source>
        <translation>Kein Zitat, keine Entität</translation>
    </message>
    <message>
        <source>Quote type</source>
        <translation>Zitattyp</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>This paragraph is</source>
        <translation>Dieser Absatz ist</translation>
    </message>
    <message>
        <source>Width of the panels</source>
        <translation>Breite der Leisten</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message numerus="yes">
        <source>%n article(s) added.</source>
        <translation>
            <numerusform>%n Artikel hinzugefügt.</numerusform>
            <numerusform>%n Artikel hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) could not be read: check the project.</source>
        <translation>
            <numerusform>%n Artikel war nicht lesbar: bitte das Projekt prüfen.</numerusform>
            <numerusform>%n Artikel waren nicht lesbar: bitte das Projekt prüfen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) with labels that the scheme does not have ({labels}) were left out; --scheme names another.</source>
        <translation>
            <numerusform>%n Markierung einer Art, die das Schema nicht hat ({labels}), wurde ausgelassen; --scheme nennt ein anderes.</numerusform>
            <numerusform>%n Markierungen von Arten, die das Schema nicht hat ({labels}), wurden ausgelassen; --scheme nennt ein anderes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new suggestion(s) by {author}.</source>
        <translation>
            <numerusform>%n neuer Vorschlag von {author}.</numerusform>
            <numerusform>%n neue Vorschläge von {author}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the articles have no entity marked: names in them count as wrong.</source>
        <translation>
            <numerusform>In %n der Artikel ist keine Entität markiert: Namen darin zählen als falsch.</numerusform>
            <numerusform>In %n der Artikel ist keine Entität markiert: Namen darin zählen als falsch.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) of the file could not be read.</source>
        <translation>
            <numerusform>%n Textstelle der Datei ließ sich nicht lesen.</numerusform>
            <numerusform>%n Textstellen der Datei ließen sich nicht lesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A label needs a name of its own, without spaces around it.</source>
        <translation>Ein Label braucht einen eigenen Namen, ohne Leerzeichen davor und danach.</translation>
    </message>
    <message>
        <source>A machine has marked this article. The red frame shows where you are: “{words}” is said to be a place, and it is one. {accept} says yes.</source>
        <translation>Eine Maschine hat diesen Artikel markiert. Der rote Rahmen zeigt, worum es geht: „{words}“ soll ein Ort sein und ist einer. {accept} sagt ja.</translation>
    </message>
    <message>
        <source>A note refers to an item that is not there ({item}).</source>
        <translation>Eine Notiz verweist auf eine Markierung, die es nicht gibt ({item}).</translation>
    </message>
    <message>
        <source>A pipeline cannot be called {name}: use up to 64 letters, digits, dots, hyphens and underscores, the first a letter or digit.</source>
        <translation>Eine Pipeline kann nicht {name} heißen: höchstens 64 Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche, am Anfang ein Buchstabe oder eine Ziffer.</translation>
    </message>
    <message>
        <source>A pipeline is fetched from an address only together with the SHA-256 that its publisher names: give it with --sha256.</source>
        <translation>Von einer Adresse wird eine Pipeline nur mit der SHA-256 geholt, die ihr Herausgeber nennt: bitte mit --sha256 angeben.</translation>
    </message>
    <message>
        <source>A quote cannot be its own speaker or cue.</source>
        <translation>Ein Zitat kann nicht sein eigener Sprecher oder sein eigenes Redewort sein.</translation>
    </message>
    <message>
        <source>A quote cannot stand in itself.</source>
        <translation>Ein Zitat kann nicht in sich selbst stehen.</translation>
    </message>
    <message>
        <source>A quote needs at least one part.</source>
        <translation>Ein Zitat braucht mindestens einen Teil.</translation>
    </message>
    <message>
        <source>A quote stands in one that is not there ({item}).</source>
        <translation>Ein Zitat steht in einem, das es nicht gibt ({item}).</translation>
    </message>
    <message>
        <source>A row of {table} refers to one of {parent} that is not there.</source>
        <translation>Eine Zeile von {table} verweist auf eine von {parent}, die es nicht gibt.</translation>
    </message>
    <message>
        <source>Alt and a letter opens a menu.</source>
        <translation>Alt und ein Buchstabe öffnen ein Menü.</translation>
    </message>
    <message>
        <source>Backup written: {name}</source>
        <translation>Sicherung geschrieben: {name}</translation>
    </message>
    <message>
        <source>Checked: everything is as the log says.</source>
        <translation>Überprüft: Alles ist so, wie es im Protokoll steht.</translation>
    </message>
    <message>
        <source>Choose a name, or a quote with a speaker: then say who it is.</source>
        <translation>Zuerst einen Namen wählen oder ein Zitat mit Sprecher, dann sagen, wer es ist.</translation>
    </message>
    <message>
        <source>Choose a quote first: its speaker is set on it.</source>
        <translation>Zuerst ein Zitat wählen, dann seinen Sprecher.</translation>
    </message>
    <message>
        <source>Choose a quote first: the part is added to it.</source>
        <translation>Zuerst das Zitat wählen, zu dem der Teil gehört.</translation>
    </message>
    <message>
        <source>Choose the words first: Escape, then the arrow keys or a drag.</source>
        <translation>Zuerst die Wörter wählen: Esc, dann Pfeiltasten oder ziehen.</translation>
    </message>
    <message>
        <source>Colours that everyone can tell apart.</source>
        <translation>Farben, die alle unterscheiden können.</translation>
    </message>
    <message>
        <source>Comes with an installed package: {package}; its program runs when it is used.</source>
        <translation>Kommt mit einem installierten Paket: {package}; dessen Programm läuft, wenn sie benutzt wird.</translation>
    </message>
    <message>
        <source>Correct one mention first; then the same can be done to all.</source>
        <translation>Zuerst eine Erwähnung berichtigen; dann geht dasselbe mit allen.</translation>
    </message>
    <message>
        <source>Correct one mention first; then “{same}” does the same to all.</source>
        <translation>Zuerst eine Stelle korrigieren; dann macht „{same}“ es bei allen ebenso.</translation>
    </message>
    <message>
        <source>Corrections in other articles would be done again as well: go on step by step.</source>
        <translation>Dabei würden auch Korrekturen in anderen Artikeln wiederholt: bitte Schritt für Schritt wiederholen.</translation>
    </message>
    <message>
        <source>Ctrl and Alt together are AltGr on a German keyboard: they write characters.</source>
        <translation>Strg und Alt zusammen sind auf einer deutschen Tastatur AltGr: Sie schreiben Zeichen.</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>Dänisch</translation>
    </message>
    <message>
        <source>Digits choose what the text numbers; they stay free for that.</source>
        <translation>Ziffern wählen, was der Text nummeriert; dafür bleiben sie frei.</translation>
    </message>
    <message numerus="yes">
        <source>Done in %n article(s). {undo} takes it back.</source>
        <translation>
            <numerusform>In %n Artikel getan. {undo} nimmt es zurück.</numerusform>
            <numerusform>In %n Artikeln getan. {undo} nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done to %n further mention(s). {undo} takes it back.</source>
        <translation>
            <numerusform>Bei %n weiteren Stelle erledigt. {undo} nimmt es zurück.</numerusform>
            <numerusform>Bei %n weiteren Stellen erledigt. {undo} nimmt es zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Entries of the log are missing.</source>
        <translation>Im Protokoll fehlen Einträge.</translation>
    </message>
    <message>
        <source>Esc leaves what one is in, everywhere.</source>
        <translation>Esc führt überall hinaus aus dem, worin man gerade ist.</translation>
    </message>
    <message>
        <source>Every correction is on disk already, and each can be taken back, even tomorrow. {undo} takes back the last one.</source>
        <translation>Jede Korrektur ist schon gesichert, und jede lässt sich zurücknehmen, auch morgen noch. {undo} nimmt die letzte zurück.</translation>
    </message>
    <message>
        <source>Fill a role of the quote first; then add a piece to it.</source>
        <translation>Zuerst eine Rolle des Zitats füllen, dann ein Stück dazunehmen.</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>It cannot be repaired from the log: {reason}</source>
        <translation>Aus dem Protokoll nicht zu reparieren: {reason}</translation>
    </message>
    <message>
        <source>It is so already.</source>
        <translation>Das ist schon so.</translation>
    </message>
    <message>
        <source>It is {label} already.</source>
        <translation>Das ist schon {label}.</translation>
    </message>
    <message>
        <source>It sends the articles&apos; texts to a service: {service}.</source>
        <translation>Sie schickt die Texte der Artikel an einen Dienst: {service}.</translation>
    </message>
    <message>
        <source>It was made for spaCy {asked}; spaCy {here} is installed here, with which it may find other things or not load.</source>
        <translation>Sie ist für spaCy {asked} gemacht; hier ist spaCy {here} installiert, damit findet sie vielleicht anderes oder lässt sich nicht laden.</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Later corrections in other articles would be undone as well: go back step by step.</source>
        <translation>Spätere Korrekturen in anderen Artikeln würden mit zurückgenommen: bitte Schritt für Schritt zurückgehen.</translation>
    </message>
    <message>
        <source>More than {count} articles do not go into one file: name a folder.</source>
        <translation>Mehr als {count} Artikel passen nicht in eine Datei: bitte einen Ordner nennen.</translation>
    </message>
    <message>
        <source>Mouse: Ctrl and a click on the name.</source>
        <translation>Maus: Strg und ein Klick auf den Namen.</translation>
    </message>
    <message>
        <source>Mouse: double-click the word, then choose the label beside it.</source>
        <translation>Maus: Doppelklick auf das Wort, dann das Label daneben wählen.</translation>
    </message>
    <message>
        <source>Mouse: drag the handle at the left end of the mark.</source>
        <translation>Maus: den Griff am linken Ende der Markierung ziehen.</translation>
    </message>
    <message>
        <source>Mouse: menu Mark, “Same for all further mentions here”.</source>
        <translation>Maus: Menü Markieren, „Dasselbe für alle weiteren Nennungen hier“.</translation>
    </message>
    <message>
        <source>Mouse: right-click the mark, then “Person”.</source>
        <translation>Maus: Rechtsklick auf die Markierung, dann „Person“.</translation>
    </message>
    <message>
        <source>Mouse: right-click the mark, then “Remove”.</source>
        <translation>Maus: Rechtsklick auf die Markierung, dann „Verwerfen“.</translation>
    </message>
    <message>
        <source>Mouse: right-click the words, then “Scare quotes”.</source>
        <translation>Maus: Rechtsklick auf die Wörter, dann „Distanz“.</translation>
    </message>
    <message>
        <source>Mouse: the arrow over the history, or the menu Article.</source>
        <translation>Maus: der Pfeil über dem Verlauf oder das Menü Artikel.</translation>
    </message>
    <message>
        <source>Mouse: the button “Accept” in the panel below.</source>
        <translation>Maus: der Knopf „Annehmen“ im Feld darunter.</translation>
    </message>
    <message>
        <source>Mouse: the red button “Confirmed, next” at the top.</source>
        <translation>Maus: der rote Knopf „Geprüft, weiter“ oben.</translation>
    </message>
    <message numerus="yes">
        <source>New suggestions in %n article(s) that nobody had touched; each can be undone.</source>
        <translation>
            <numerusform>Neue Vorschläge in %n Artikel, an dem noch niemand gearbeitet hatte; sie lassen sich zurücknehmen.</numerusform>
            <numerusform>Neue Vorschläge in %n Artikeln, an denen noch niemand gearbeitet hatte; sie lassen sich einzeln zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup could be written to {folder}: {reason}.</source>
        <translation>In {folder} ließ sich keine Sicherung schreiben: {reason}.</translation>
    </message>
    <message>
        <source>No cluster answers at {address} ({reason}): is its scheduler running?</source>
        <translation>Unter {address} antwortet kein Cluster ({reason}): Läuft sein Scheduler?</translation>
    </message>
    <message>
        <source>No entity is marked in the articles to learn from: entities stay as they were.</source>
        <translation>In den Trainingsartikeln ist keine Entität markiert: Entitäten bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>No item of this article has a note.</source>
        <translation>In diesem Artikel hat keine Stelle eine Notiz.</translation>
    </message>
    <message>
        <source>No project can be made in {folder}: {reason}.</source>
        <translation>In {folder} lässt sich kein Projekt anlegen: {reason}.</translation>
    </message>
    <message>
        <source>No quote is marked in the articles to learn from: quotes stay as they were.</source>
        <translation>In den Trainingsartikeln ist kein Zitat markiert: Zitate bleiben, wie sie waren.</translation>
    </message>
    <message>
        <source>Nobody says this quote yet. {role.speaker} numbers who could; the digit over “{words}” beside the quote chooses.</source>
        <translation>Dieses Zitat sagt noch niemand. {role.speaker} nummeriert, wer in Frage kommt; die Ziffer über „{words}“ neben dem Zitat wählt.</translation>
    </message>
    <message>
        <source>None of the articles that were held out is here and confirmed.</source>
        <translation>Keiner der zurückgehaltenen Artikel ist hier vorhanden und geprüft.</translation>
    </message>
    <message>
        <source>None of these mentions is there any more.</source>
        <translation>Keine dieser Erwähnungen ist noch da.</translation>
    </message>
    <message>
        <source>Nothing could be fetched from {address}: {reason}; nothing was kept.</source>
        <translation>Von {address} ließ sich nichts holen: {reason}; es wurde nichts behalten.</translation>
    </message>
    <message>
        <source>Nothing doubtful is left here. Confirm when it is right.</source>
        <translation>Hier ist nichts Unsicheres mehr. Wenn alles stimmt: Geprüft, weiter.</translation>
    </message>
    <message>
        <source>Nothing is chosen that could be removed.</source>
        <translation>Es ist nichts gewählt, das sich verwerfen ließe.</translation>
    </message>
    <message>
        <source>Nothing was exported: the counts of {kinds} do not add up (our error).</source>
        <translation>Es wurde nichts exportiert: Die Zahlen zu {kinds} gehen nicht auf (unser Fehler).</translation>
    </message>
    <message>
        <source>One has to stay.</source>
        <translation>Eines muss bleiben.</translation>
    </message>
    <message>
        <source>Only a wheel of a spaCy model (.whl) can be added, or a spacy-llm configuration (.cfg); {name} is neither.</source>
        <translation>Hinzufügen lässt sich nur das Wheel eines spaCy-Modells (.whl) oder eine spacy-llm-Konfiguration (.cfg); {name} ist keines von beiden.</translation>
    </message>
    <message>
        <source>Only {got} of {all} bytes came from {address}; nothing was kept, so try again.</source>
        <translation>Von {address} kamen nur {got} von {all} Byte; es wurde nichts behalten, bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Open a project first, then add the articles to it.</source>
        <translation>Zuerst ein Projekt öffnen, dann die Artikel hinzufügen.</translation>
    </message>
    <message>
        <source>Our entity component could not take these labels ({reason}); spaCy&apos;s own learns them.</source>
        <translation>Unsere Entitätskomponente konnte diese Arten nicht aufnehmen ({reason}); die Komponente von spaCy lernt sie.</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polnisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Quotes are not learnt: the rules go on finding them.</source>
        <translation>Zitate werden nicht gelernt: Weiterhin finden die Regeln sie.</translation>
    </message>
    <message>
        <source>Rules and exports know this quote type as “{id}”: change its words, or merge it into another one.</source>
        <translation>Regeln und Exporte kennen diese Zitatart als „{id}“: Änderbar sind ihre Wörter, oder sie geht in einer anderen auf.</translation>
    </message>
    <message>
        <source>Something else was done after this was undone: it cannot be done again.</source>
        <translation>Seit dem Rückgängigmachen kam etwas Neues hinzu: Das lässt sich nicht mehr wiederholen.</translation>
    </message>
    <message>
        <source>Something is being written just now; nothing was changed. Try again in a moment.</source>
        <translation>Gerade wird etwas geschrieben; nichts wurde geändert. Gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Something is still running: wait for it, or cancel it first.</source>
        <translation>Es läuft noch etwas: abwarten oder zuerst abbrechen.</translation>
    </message>
    <message>
        <source>Something still refers to the removed item ({item}).</source>
        <translation>Etwas verweist noch auf die entfernte Markierung ({item}).</translation>
    </message>
    <message>
        <source>Something went wrong ({reason}). Your corrections are on disk; go on working.</source>
        <translation>Etwas ist schiefgegangen ({reason}). Ihre Korrekturen sind gespeichert; Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Schwedisch</translation>
    </message>
    <message>
        <source>That is no key that can be given.</source>
        <translation>Diese Taste lässt sich nicht vergeben.</translation>
    </message>
    <message>
        <source>That is the project itself; choose another name for the export.</source>
        <translation>Das ist das Projekt selbst; bitte einen anderen Namen für den Export wählen.</translation>
    </message>
    <message>
        <source>That was the last open article: all are done.</source>
        <translation>Das war der letzte offene Artikel: Alle sind erledigt.</translation>
    </message>
    <message>
        <source>The SHA-256 of {name} is {found}: compare it with the one that its publisher names, and if they are the same, add it with --sha256 {found}.</source>
        <translation>Die SHA-256 von {name} ist {found}: Vergleichen Sie sie mit der, die der Herausgeber nennt, und fügen Sie die Datei, wenn beide gleich sind, mit --sha256 {found} hinzu.</translation>
    </message>
    <message>
        <source>The address {address} does not begin with https://, so nothing is fetched from it.</source>
        <translation>Die Adresse {address} beginnt nicht mit https://, daher wird von dort nichts geholt.</translation>
    </message>
    <message>
        <source>The annotations of {article} are damaged; “rotstift check --repair” rebuilds them from the log.</source>
        <translation>Die Annotationen von {article} sind beschädigt; „rotstift check --repair“ baut sie aus dem Protokoll neu auf.</translation>
    </message>
    <message>
        <source>The article with the most doubtful places comes first.</source>
        <translation>Der Artikel mit den meisten Zweifeln kommt zuerst.</translation>
    </message>
    <message>
        <source>The articles come in the order in which they were brought in.</source>
        <translation>Die Artikel kommen in der Reihenfolge, in der sie hinzugefügt wurden.</translation>
    </message>
    <message>
        <source>The backup would be damaged ({reason}) and was not kept.</source>
        <translation>Die Sicherung wäre beschädigt ({reason}) und wurde nicht behalten.</translation>
    </message>
    <message>
        <source>The cluster at {address} has no workers.</source>
        <translation>Der Cluster unter {address} hat keine Worker.</translation>
    </message>
    <message>
        <source>The cluster at {address} has {theirs}, but here is {ours}: install the same on all machines.</source>
        <translation>Der Cluster unter {address} hat {theirs}, hier ist aber {ours}: bitte auf allen Rechnern dasselbe installieren.</translation>
    </message>
    <message>
        <source>The cluster at {address} is gone ({reason}); the suggestions that came are kept, so begin again for the rest.</source>
        <translation>Der Cluster unter {address} ist weg ({reason}); die Vorschläge bis dahin bleiben, für den Rest bitte neu beginnen.</translation>
    </message>
    <message>
        <source>The configuration {name} asks no language model, so there is nothing to add.</source>
        <translation>Die Konfiguration {name} fragt kein Sprachmodell, es gibt also nichts hinzuzufügen.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was changed. Make room, then try again.</source>
        <translation>Der Datenträger ist voll; es wurde nichts geändert. Platz schaffen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The doubtful places come as they stand in the text.</source>
        <translation>Die zweifelhaften Stellen kommen der Reihe nach, wie sie im Text stehen.</translation>
    </message>
    <message>
        <source>The export option {name} cannot be {value}.</source>
        <translation>Die Exportoption {name} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>The export was not written: {reason}.</source>
        <translation>Der Export wurde nicht geschrieben: {reason}.</translation>
    </message>
    <message>
        <source>The file is damaged: {reason}.</source>
        <translation>Die Datei ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The file {name} holds something that no spaCy model needs ({what}), so nothing of it was taken.</source>
        <translation>Die Datei {name} enthält etwas, das kein spaCy-Modell braucht ({what}), daher wurde nichts davon übernommen.</translation>
    </message>
    <message>
        <source>The file {name} is a wheel, but not one of a spaCy model: it should hold one package with one folder of data.</source>
        <translation>Die Datei {name} ist ein Wheel, aber nicht das eines spaCy-Modells: Es müsste ein Paket mit einem Datenordner enthalten.</translation>
    </message>
    <message>
        <source>The file {name} is larger than any spaCy model ({limit}), so it is not taken.</source>
        <translation>Die Datei {name} ist größer als jedes spaCy-Modell ({limit}), daher wird sie nicht übernommen.</translation>
    </message>
    <message>
        <source>The file {name} is no wheel, or it is damaged: download it again.</source>
        <translation>Die Datei {name} ist kein Wheel oder beschädigt: bitte noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>The file {name} is not the one that was asked for: its SHA-256 is {found}, not {asked}.</source>
        <translation>Die Datei {name} ist nicht die verlangte: Ihre SHA-256 ist {found}, nicht {asked}.</translation>
    </message>
    <message>
        <source>The filter “{name}” is deleted.</source>
        <translation>Der Filter „{name}“ ist gelöscht.</translation>
    </message>
    <message>
        <source>The filter “{name}” is saved.</source>
        <translation>Der Filter „{name}“ ist gesichert.</translation>
    </message>
    <message>
        <source>The folder {name} holds no spaCy pipeline (no meta.json): name the folder that training wrote, such as model-best.</source>
        <translation>Im Ordner {name} liegt keine spaCy-Pipeline (keine meta.json): bitte den Ordner nennen, den das Training geschrieben hat, etwa model-best.</translation>
    </message>
    <message>
        <source>The folder {name} holds no spaCy pipeline to begin with.</source>
        <translation>Der Ordner {name} enthält keine spaCy-Pipeline als Ausgangspunkt.</translation>
    </message>
    <message>
        <source>The label “{label}” is not in the scheme.</source>
        <translation>Die Art „{label}“ steht nicht im Schema.</translation>
    </message>
    <message>
        <source>The log has no entry {entry}.</source>
        <translation>Das Protokoll hat keinen Eintrag {entry}.</translation>
    </message>
    <message>
        <source>The most doubtful place comes first.</source>
        <translation>Die zweifelhafteste Stelle kommt zuerst.</translation>
    </message>
    <message>
        <source>The new pipeline has score {score}. {key} lets it make the suggestions.</source>
        <translation>Die neue Pipeline hat die Wertung {score}. Mit {key} macht sie die Vorschläge.</translation>
    </message>
    <message>
        <source>The parts of a quote must stand in text order and not overlap.</source>
        <translation>Die Teile eines Zitats müssen in der Reihenfolge des Textes stehen und dürfen sich nicht überlappen.</translation>
    </message>
    <message>
        <source>The pipeline could not be kept: {reason}.</source>
        <translation>Die Pipeline ließ sich nicht aufbewahren: {reason}.</translation>
    </message>
    <message>
        <source>The pipeline has nothing for {language} (articles: {count}): only quotes were marked there, by rule; another pipeline can be named.</source>
        <translation>Die Pipeline hat nichts für {language} (Artikel: {count}): Dort sind nur Zitate markiert, nach Regeln; eine andere Pipeline lässt sich angeben.</translation>
    </message>
    <message>
        <source>The pipeline that comes along: German and English news, entities and quotes with their speakers.</source>
        <translation>Die mitgelieferte Pipeline: deutsche und englische Nachrichten, Entitäten und Zitate mit ihren Sprechern.</translation>
    </message>
    <message>
        <source>The pipeline to begin with does not know the labels {labels}: it learns them from these articles alone.</source>
        <translation>Die Ausgangspipeline kennt die Arten {labels} nicht: Sie lernt sie allein aus diesen Artikeln.</translation>
    </message>
    <message numerus="yes">
        <source>The pipeline to begin with has learnt from %n of the held-out articles: the score flatters it.</source>
        <translation>
            <numerusform>Die Ausgangspipeline hat aus %n der zurückgehaltenen Artikel gelernt: Die Wertung schmeichelt ihr.</numerusform>
            <numerusform>Die Ausgangspipeline hat aus %n der zurückgehaltenen Artikel gelernt: Die Wertung schmeichelt ihr.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pipeline to begin with is for “{theirs}”, the articles are in “{ours}”: the new one learns from nothing.</source>
        <translation>Die Ausgangspipeline ist für die Sprache „{theirs}“, die Artikel sind in „{ours}“: Die neue lernt von null an.</translation>
    </message>
    <message>
        <source>The pipeline {name} could not be loaded ({reason}).</source>
        <translation>Die Pipeline {name} ließ sich nicht laden ({reason}).</translation>
    </message>
    <message>
        <source>The pipeline {name} gave the article&apos;s text back changed, so nothing of it fits.</source>
        <translation>Die Pipeline {name} hat den Text des Artikels verändert zurückgegeben, daher passt nichts davon.</translation>
    </message>
    <message>
        <source>The pipeline {name} has a component whose program is not installed here ({reason}): install the package that it comes from.</source>
        <translation>Die Pipeline {name} hat eine Komponente, deren Programm hier nicht installiert ist ({reason}): bitte das Paket installieren, aus dem sie stammt.</translation>
    </message>
    <message>
        <source>The pipeline {name} has a component “{factory}” whose program is not installed here: install the package that it comes from ({package}), then try again.</source>
        <translation>Die Pipeline {name} hat eine Komponente „{factory}“, deren Programm hier nicht installiert ist: bitte das Paket installieren, aus dem sie stammt ({package}), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The pipeline {name} has no config.cfg that can be read ({reason}).</source>
        <translation>Die Pipeline {name} hat keine lesbare config.cfg ({reason}).</translation>
    </message>
    <message>
        <source>The pipeline {name} has no meta.json that can be read ({reason}).</source>
        <translation>Die Pipeline {name} hat keine lesbare meta.json ({reason}).</translation>
    </message>
    <message>
        <source>The pipeline {name} is not loaded: its config.cfg asks for {what}, which no pipeline needs to make suggestions.</source>
        <translation>Die Pipeline {name} wird nicht geladen: Ihre config.cfg verlangt {what}; das braucht keine Pipeline, um Vorschläge zu machen.</translation>
    </message>
    <message>
        <source>The pipeline {name} needs spacy-llm: pip install &apos;rotstift[llm]&apos; installs it.</source>
        <translation>Die Pipeline {name} braucht spacy-llm: pip install &apos;rotstift[llm]&apos; installiert es.</translation>
    </message>
    <message>
        <source>The pipeline {name} sends texts to a service outside ({service}), so it is not added from a wheel: add its config.cfg with --llm.</source>
        <translation>Die Pipeline {name} schickt Texte an einen externen Dienst ({service}), daher wird sie nicht aus einem Wheel hinzugefügt: bitte ihre config.cfg mit --llm hinzufügen.</translation>
    </message>
    <message>
        <source>The pipeline {name} was not added here, so it cannot be removed.</source>
        <translation>Die Pipeline {name} wurde nicht hier hinzugefügt, daher lässt sie sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The pipeline {name} would send the text of every article to a service outside ({service}), which is off: add its config.cfg with “rotstift pipeline add … --llm” if you want that.</source>
        <translation>Die Pipeline {name} würde den Text jedes Artikels an einen externen Dienst schicken ({service}); das ist ausgeschaltet: Wenn Sie es wollen, fügen Sie ihre config.cfg mit „rotstift pipeline add … --llm“ hinzu.</translation>
    </message>
    <message>
        <source>The plug-in {name} could not be loaded ({reason}).</source>
        <translation>Die Erweiterung {name} ließ sich nicht laden ({reason}).</translation>
    </message>
    <message>
        <source>The profession is not part of the name: the mark should be “{words}”. {shrink_left} moves its left edge a word to the right.</source>
        <translation>Der Beruf gehört nicht zum Namen: Markiert sein soll „{words}“. {shrink_left} rückt den linken Rand um ein Wort nach rechts.</translation>
    </message>
    <message>
        <source>The project file did not take the change ({reason}); nothing was changed.</source>
        <translation>Die Projektdatei hat die Änderung nicht angenommen ({reason}); es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The project file has become read-only; nothing was changed.</source>
        <translation>Die Projektdatei ist schreibgeschützt; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The project’s file is back.</source>
        <translation>Die Projektdatei ist wieder da.</translation>
    </message>
    <message>
        <source>The project’s file was moved or deleted while it is open. Put it back as {path} now: {problem}</source>
        <translation>Die Datei des geöffneten Projekts wurde verschoben oder gelöscht. Bitte sofort als {path} zurücklegen: {problem}</translation>
    </message>
    <message>
        <source>The project’s file was moved or deleted while it is open. Put it back as {path}, or close it here and go on with the backup {copy}.</source>
        <translation>Die Datei des geöffneten Projekts wurde verschoben oder gelöscht. Bitte als {path} zurücklegen, oder das Projekt schließen und mit der Sicherung {copy} weiterarbeiten.</translation>
    </message>
    <message>
        <source>The project’s setting “{key}” is not what the log says.</source>
        <translation>Die Einstellung „{key}“ des Projekts ist nicht die, die im Protokoll steht.</translation>
    </message>
    <message>
        <source>The quote type “{type}” is not in the scheme.</source>
        <translation>Der Zitattyp „{type}“ steht nicht im Schema.</translation>
    </message>
    <message>
        <source>The same mistake stands further down. {same} corrects “{words}” everywhere in the article.</source>
        <translation>Derselbe Fehler steht weiter unten noch einmal. {same} berichtigt „{words}“ überall im Artikel.</translation>
    </message>
    <message>
        <source>The scheme in {name} is damaged: {reason} Restore a backup copy.</source>
        <translation>Das Schema in {name} ist beschädigt: {reason} Bitte eine Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>The scheme is as it was before the change.</source>
        <translation>Das Schema ist wieder wie vor der Änderung.</translation>
    </message>
    <message>
        <source>The scheme is changed again.</source>
        <translation>Das Schema ist wieder geändert.</translation>
    </message>
    <message>
        <source>The scheme is changed; undo takes it back.</source>
        <translation>Das Schema ist geändert; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>The scheme&apos;s own colours.</source>
        <translation>Die Farben des Schemas.</translation>
    </message>
    <message>
        <source>The search index is damaged: {reason}</source>
        <translation>Der Suchindex ist beschädigt: {reason}</translation>
    </message>
    <message>
        <source>The share of dev.spacy is 0 or more and less than 1, not {share}.</source>
        <translation>Der Anteil von dev.spacy liegt von 0 bis unter 1, nicht bei {share}.</translation>
    </message>
    <message>
        <source>The span {start} to {end} ends after the text ({length} characters).</source>
        <translation>Die Stelle {start} bis {end} endet hinter dem Text ({length} Zeichen).</translation>
    </message>
    <message>
        <source>The suggestion program does not start: {reason}.</source>
        <translation>Das Vorschlagsprogramm startet nicht: {reason}.</translation>
    </message>
    <message>
        <source>The suggestion program has stopped; nothing of yours is lost.</source>
        <translation>Das Vorschlagsprogramm hat aufgehört; von Ihrer Arbeit ist nichts verloren.</translation>
    </message>
    <message>
        <source>The suggestion program stopped twice at “{name}”, so this article was left out.</source>
        <translation>Das Vorschlagsprogramm hat bei „{name}“ zweimal aufgehört, daher wurde dieser Artikel ausgelassen.</translation>
    </message>
    <message>
        <source>The system keeps the keys with Windows or Command for itself.</source>
        <translation>Tasten mit Windows oder Befehl behält das System für sich.</translation>
    </message>
    <message>
        <source>The text of {title} is damaged; restore a backup copy.</source>
        <translation>Der Text von {title} ist beschädigt; bitte eine Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>The training in {path} has done {step} steps already: give it more than that.</source>
        <translation>Das Training in {path} hat schon {step} Schritte getan: Geben Sie ihm mehr als das.</translation>
    </message>
    <message>
        <source>The training in {path} has ended: train without --resume to begin anew.</source>
        <translation>Das Training in {path} ist beendet: Trainieren Sie ohne --resume, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>The training in {path} held no article out: train with articles held out, or measure on all.</source>
        <translation>Das Training in {path} hat keinen Artikel zurückgehalten: Trainieren Sie mit zurückgehaltenen Artikeln, oder messen Sie an allen.</translation>
    </message>
    <message>
        <source>The training made the pipeline no better on the articles it learnt from, and none was held out; it is as it was before.</source>
        <translation>Das Training hat die Pipeline auf den Artikeln, aus denen sie gelernt hat, nicht verbessert, und keiner war zurückgehalten; sie ist wie zuvor.</translation>
    </message>
    <message>
        <source>The training made the pipeline no better on the held-out articles; it is as it was before.</source>
        <translation>Das Training hat die Pipeline auf den zurückgehaltenen Artikeln nicht verbessert; sie ist wie zuvor.</translation>
    </message>
    <message>
        <source>The training was stopped before there was anything to go on with.</source>
        <translation>Das Training wurde angehalten, bevor es etwas fortzusetzen gab.</translation>
    </message>
    <message>
        <source>The training was stopped; --resume goes on with it from step {step}.</source>
        <translation>Das Training wurde angehalten; --resume setzt es ab Schritt {step} fort.</translation>
    </message>
    <message>
        <source>The training went on from step {step}, where it had been stopped.</source>
        <translation>Das Training wurde ab Schritt {step} fortgesetzt, wo es angehalten worden war.</translation>
    </message>
    <message>
        <source>The unfinished training had another language, beginning or seed; this one began anew.</source>
        <translation>Das unterbrochene Training hatte eine andere Sprache, eine andere Grundlage oder einen anderen Startwert; dieses hat neu begonnen.</translation>
    </message>
    <message>
        <source>The unfinished training had learnt from articles that are held out now; this one began anew.</source>
        <translation>Das unterbrochene Training hatte aus Artikeln gelernt, die jetzt zurückgehalten werden; dieses hat neu begonnen.</translation>
    </message>
    <message>
        <source>The unfinished training in this folder was given up; this one began anew.</source>
        <translation>Das unterbrochene Training in diesem Ordner wurde aufgegeben; dieses hat neu begonnen.</translation>
    </message>
    <message>
        <source>The workers of the cluster at {address} cannot run Rotstift ({reason}).</source>
        <translation>Die Worker des Clusters unter {address} können Rotstift nicht ausführen ({reason}).</translation>
    </message>
    <message>
        <source>There is a pipeline {name} already ({source}): add it under another name (--name).</source>
        <translation>Eine Pipeline {name} gibt es schon ({source}): bitte unter einem anderen Namen hinzufügen (--name).</translation>
    </message>
    <message>
        <source>There is no article to export: confirm one first.</source>
        <translation>Es gibt keinen Artikel zu exportieren: bitte zuerst einen prüfen.</translation>
    </message>
    <message>
        <source>There is no article {article} in {name}.</source>
        <translation>Den Artikel {article} gibt es in {name} nicht.</translation>
    </message>
    <message>
        <source>There is no export option {name}; there are {known}.</source>
        <translation>Die Exportoption {name} gibt es nicht; es gibt {known}.</translation>
    </message>
    <message>
        <source>There is no field “{name}”. There are: {known}.</source>
        <translation>Ein Feld „{name}“ gibt es nicht. Es gibt: {known}.</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>Die Datei {name} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no file {path}: export the confirmed articles first.</source>
        <translation>Die Datei {path} gibt es nicht: zuerst die geprüften Artikel exportieren.</translation>
    </message>
    <message>
        <source>There is no folder {name}: name the folder of a spaCy pipeline.</source>
        <translation>Den Ordner {name} gibt es nicht: bitte den Ordner einer spaCy-Pipeline nennen.</translation>
    </message>
    <message>
        <source>There is no format “{name}”; there are {known}.</source>
        <translation>Das Format „{name}“ gibt es nicht; es gibt {known}.</translation>
    </message>
    <message>
        <source>There is no further quote to join with.</source>
        <translation>Es gibt kein weiteres Zitat zum Verbinden.</translation>
    </message>
    <message>
        <source>There is no further same mention in the project.</source>
        <translation>Im Projekt gibt es keine weitere gleiche Erwähnung.</translation>
    </message>
    <message>
        <source>There is no further same mention in this article.</source>
        <translation>In diesem Artikel gibt es keine weitere solche Stelle.</translation>
    </message>
    <message>
        <source>There is no note to remove.</source>
        <translation>Es gibt keine Notiz, die wegkönnte.</translation>
    </message>
    <message>
        <source>There is no pipeline to begin with, so this one learns from nothing.</source>
        <translation>Es gibt keine Ausgangspipeline; diese lernt von null an.</translation>
    </message>
    <message>
        <source>There is no pipeline {name}: it is neither built in nor added nor installed, nor the folder of one.</source>
        <translation>Die Pipeline {name} gibt es nicht: Sie ist weder eingebaut noch hinzugefügt noch installiert, und ein Ordner mit einer Pipeline ist es auch nicht.</translation>
    </message>
    <message>
        <source>There is no pipeline {name}: {reason}.</source>
        <translation>Die Pipeline {name} gibt es nicht: {reason}.</translation>
    </message>
    <message>
        <source>There is no project at {path}. Look whether it was moved, or make a new one.</source>
        <translation>Unter {path} gibt es kein Projekt. Wurde es verschoben? Sonst ein neues anlegen.</translation>
    </message>
    <message>
        <source>There is no quote with a speaker before this one.</source>
        <translation>Davor steht kein Zitat mit Sprecher.</translation>
    </message>
    <message>
        <source>There is no training in {path}: name the folder that training wrote.</source>
        <translation>In {path} ist kein Training: bitte den Ordner nennen, den das Training geschrieben hat.</translation>
    </message>
    <message>
        <source>There is nothing to export: no article is confirmed yet. Confirm one, or export all.</source>
        <translation>Es gibt nichts zu exportieren: Noch ist kein Artikel geprüft. Einen prüfen oder alle exportieren.</translation>
    </message>
    <message>
        <source>There is nothing to learn from: mark and confirm something first.</source>
        <translation>Es gibt nichts zu lernen: zuerst etwas markieren und prüfen.</translation>
    </message>
    <message>
        <source>There is nothing to measure against: no article with confirmed marks is there. Confirm some first.</source>
        <translation>Es gibt nichts, woran gemessen werden kann: Kein Artikel hat geprüfte Markierungen. Prüfen Sie zuerst welche.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts zurückzunehmen.</translation>
    </message>
    <message>
        <source>There was no unfinished training to go on with; this one began anew.</source>
        <translation>Es gab kein unterbrochenes Training zum Fortsetzen; dieses hat neu begonnen.</translation>
    </message>
    <message>
        <source>This is no suggestion any more.</source>
        <translation>Das ist kein Vorschlag mehr.</translation>
    </message>
    <message>
        <source>This is part of the quote already.</source>
        <translation>Das gehört schon zum Zitat.</translation>
    </message>
    <message>
        <source>This key stays as it is.</source>
        <translation>Diese Taste bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>This quote has only one part.</source>
        <translation>Dieses Zitat hat nur einen Teil.</translation>
    </message>
    <message>
        <source>Training ended before its first evaluation: give it more steps.</source>
        <translation>Das Training endete vor der ersten Auswertung: bitte mehr Schritte angeben.</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Türkisch</translation>
    </message>
    <message>
        <source>What is left was right, and needs no key: {confirm} accepts it and confirms the article.</source>
        <translation>Was übrig ist, stimmt und braucht keine Taste: {confirm} nimmt es an und bestätigt den Artikel.</translation>
    </message>
    <message>
        <source>What {address} sends is larger than {limit}; nothing was kept.</source>
        <translation>Was {address} schickt, ist größer als {limit}; es wurde nichts behalten.</translation>
    </message>
    <message>
        <source>What {address} sends is not what was asked for: its SHA-256 is {found}, not {asked}; nothing was kept.</source>
        <translation>Was {address} schickt, ist nicht das Verlangte: Die SHA-256 ist {found}, nicht {asked}; es wurde nichts behalten.</translation>
    </message>
    <message>
        <source>With the configuration {name} the text of every article is sent to a service outside: {service}; if you want that, add it with --llm.</source>
        <translation>Mit der Konfiguration {name} geht der Text jedes Artikels an einen externen Dienst: {service}; wenn Sie das wollen, fügen Sie sie mit --llm hinzu.</translation>
    </message>
    <message>
        <source>Working on a cluster needs Dask: pip install &apos;rotstift[cluster]&apos; installs it.</source>
        <translation>Für die Arbeit auf einem Cluster ist Dask nötig: pip install &apos;rotstift[cluster]&apos; installiert es.</translation>
    </message>
    <message>
        <source>a row or an entry of the log is damaged ({reason}).</source>
        <translation>eine Zeile oder ein Eintrag des Protokolls ist beschädigt ({reason}).</translation>
    </message>
    <message>
        <source>an unknown language</source>
        <translation>eine unbekannte Sprache</translation>
    </message>
    <message>
        <source>it is neither built in nor added nor installed</source>
        <translation>sie ist weder eingebaut noch hinzugefügt noch installiert</translation>
    </message>
    <message>
        <source>its author says which</source>
        <translation>welches, sagt ihr Autor</translation>
    </message>
    <message>
        <source>spaCy knows no language {language}; try &apos;de&apos;, &apos;en&apos; or &apos;xx&apos;.</source>
        <translation>spaCy kennt die Sprache {language} nicht; versuchen Sie „de“, „en“ oder „xx“.</translation>
    </message>
    <message>
        <source>the annotations do not match their digest.</source>
        <translation>Die Annotationen passen nicht zu ihrer Prüfsumme.</translation>
    </message>
    <message>
        <source>the counts in the list are not those of the items.</source>
        <translation>die Zahlen in der Liste sind nicht die der Markierungen.</translation>
    </message>
    <message>
        <source>the file was written to while it was being copied</source>
        <translation>während des Kopierens wurde in die Datei geschrieben</translation>
    </message>
    <message>
        <source>the tables and the log do not say the same.</source>
        <translation>Tabellen und Protokoll stimmen nicht überein.</translation>
    </message>
    <message>
        <source>{address} is no address of a cluster: give its scheduler&apos;s, such as tcp://127.0.0.1:8786.</source>
        <translation>{address} ist keine Adresse eines Clusters: bitte die seines Schedulers angeben, etwa tcp://127.0.0.1:8786.</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}.</source>
        <translation>{name} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{name} is a database, but not a Rotstift project.</source>
        <translation>{name} ist eine Datenbank, aber kein Rotstift-Projekt.</translation>
    </message>
    <message>
        <source>{name} is damaged ({reason}). Restore a backup copy.</source>
        <translation>{name} ist beschädigt ({reason}). Bitte eine Sicherung zurückholen.</translation>
    </message>
    <message>
        <source>{name} is not a Rotstift project.</source>
        <translation>{name} ist kein Rotstift-Projekt.</translation>
    </message>
    <message>
        <source>{name} is open in another window or program. Close it there, then try again.</source>
        <translation>{name} ist in einem anderen Fenster oder Programm offen. Dort schließen, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{name} is write-protected; make it writable or copy it elsewhere.</source>
        <translation>{name} ist schreibgeschützt; bitte den Schutz aufheben oder die Datei woandershin kopieren.</translation>
    </message>
    <message>
        <source>{name} was written by a newer Rotstift; update Rotstift to open it.</source>
        <translation>{name} stammt von einem neueren Rotstift; zum Öffnen bitte Rotstift aktualisieren.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} does not come from an earlier export; choose another place.</source>
        <translation>{path} stammt nicht von einem früheren Export; bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name.</source>
        <translation>{path} gibt es schon; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>{path} is a file: name a folder for the training.</source>
        <translation>{path} ist eine Datei: Nennen Sie einen Ordner für das Training.</translation>
    </message>
    <message>
        <source>{path} is a file: name a folder, or a file that ends in .spacy.</source>
        <translation>{path} ist eine Datei: bitte einen Ordner nennen oder eine Datei, die auf .spacy endet.</translation>
    </message>
    <message>
        <source>{path} is a folder with other things in it: name a new folder.</source>
        <translation>In {path} liegen andere Dinge: bitte einen neuen Ordner nennen.</translation>
    </message>
    <message>
        <source>{path} is no .spacy file: export the articles again.</source>
        <translation>{path} ist keine .spacy-Datei: die Artikel bitte neu exportieren.</translation>
    </message>
    <message numerus="yes">
        <source>{pipeline} has learnt from %n of these articles: its figures say little about others. Measure it on articles that were held out.</source>
        <translation>
            <numerusform>{pipeline} hat aus %n dieser Artikel gelernt: Die Zahlen sagen wenig über andere. Messen Sie die Pipeline an zurückgehaltenen Artikeln.</numerusform>
            <numerusform>{pipeline} hat aus %n dieser Artikel gelernt: Die Zahlen sagen wenig über andere. Messen Sie die Pipeline an zurückgehaltenen Artikeln.</numerusform>
        </translation>
    </message>
    <message>
        <source>{redo} does it again.</source>
        <translation>{redo} macht sie wieder.</translation>
    </message>
    <message>
        <source>{words}: marks, but nobody is quoted. {negative} says “no quote”, and {digit.1} why: for distance.</source>
        <translation>{words}: Anführungszeichen, aber kein Zitat. {negative} sagt „kein Zitat“ und {digit.1}, warum: aus Distanz.</translation>
    </message>
    <message>
        <source>“{id}” is one of the four roles that rules and exports know: change its words, key and place, or add a role of your own.</source>
        <translation>„{id}“ ist eine der vier Rollen, die Regeln und Ausgaben kennen: Worte, Taste und Platz ändern oder eine eigene Rolle dazunehmen.</translation>
    </message>
    <message>
        <source>“{id}” is there already; merge the two instead.</source>
        <translation>„{id}“ gibt es schon; die beiden lassen sich zusammenlegen.</translation>
    </message>
    <message>
        <source>“{id}” needs a name in English.</source>
        <translation>„{id}“ braucht einen englischen Namen.</translation>
    </message>
    <message>
        <source>“{key}” means something else in lists and fields, and this works there, too.</source>
        <translation>„{key}“ bedeutet in Listen und Feldern etwas anderes, und auch dort soll dies hier gehen.</translation>
    </message>
    <message>
        <source>“{key}” needs AltGr on a German keyboard.</source>
        <translation>„{key}“ braucht auf einer deutschen Tastatur AltGr.</translation>
    </message>
    <message>
        <source>“{key}” needs Shift on a German keyboard.</source>
        <translation>„{key}“ braucht auf einer deutschen Tastatur die Umschalttaste.</translation>
    </message>
    <message>
        <source>“{key}” waits for the next letter on a German keyboard (a dead key).</source>
        <translation>„{key}“ wartet auf einer deutschen Tastatur auf den nächsten Buchstaben (eine tote Taste).</translation>
    </message>
    <message>
        <source>“{name}:” does not know “{value}”. It knows: {known}.</source>
        <translation>„{name}:“ kennt „{value}“ nicht. Bekannt sind: {known}.</translation>
    </message>
    <message>
        <source>“{name}:” wants a word right behind it.</source>
        <translation>Auf „{name}:“ muss ohne Leerzeichen ein Wort folgen.</translation>
    </message>
    <message>
        <source>“{name}” was left out: {reason}</source>
        <translation>„{name}“ wurde ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>“{words}” is a person here, not an organisation. One letter says so: {label.PER}.</source>
        <translation>„{words}“ ist hier ein Mensch, keine Organisation. Ein Buchstabe sagt es: {label.PER}.</translation>
    </message>
    <message>
        <source>“{words}” is no Wikidata id: write it like Q42, or paste the address of the item.</source>
        <translation>„{words}“ ist keine Wikidata-Kennung: wie Q42 schreiben oder die Adresse des Eintrags einfügen.</translation>
    </message>
    <message>
        <source>“{words}” is no name at all. {remove} removes the mark.</source>
        <translation>„{words}“ ist gar kein Name. {remove} verwirft die Markierung.</translation>
    </message>
    <message>
        <source>“{words}” was missed; it is chosen now. {label.ORG} marks it as an organisation. (Elsewhere the arrow keys go to a word.)</source>
        <translation>„{words}“ wurde übersehen; das Wort ist jetzt gewählt. {label.ORG} markiert es als Organisation. (Sonst führen die Pfeiltasten zu einem Wort.)</translation>
    </message>
</context>
<context>
    <name>NewDialog</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>One file holds everything: articles, corrections, history.</source>
        <translation>Eine Datei enthält alles: Artikel, Korrekturen, Verlauf.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Scheme file</source>
        <translation>Schemadatei</translation>
    </message>
    <message>
        <source>from a file</source>
        <translation>aus einer Datei</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Delete the note</source>
        <translation>Notiz löschen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>What should be remembered here?</source>
        <translation>Was ist hier zu merken?</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Click to go there, twice to change it</source>
        <translation>Klick führt hin, Doppelklick ändert</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>the article</source>
        <translation>der Artikel</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Mark the selected words as</source>
        <translation>Die ausgewählten Wörter markieren als</translation>
    </message>
</context>
<context>
    <name>PipelinesDialog</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a wheel file (.whl)</source>
        <translation>Wheel-Datei hinzufügen (.whl)</translation>
    </message>
    <message>
        <source>Folder or package</source>
        <translation>Ordner oder Paket</translation>
    </message>
    <message>
        <source>Its SHA-256</source>
        <translation>SHA-256 der Datei</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Pipeline for suggestions</source>
        <translation>Pipeline für Vorschläge</translation>
    </message>
    <message>
        <source>Pipelines</source>
        <translation>Pipelines</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>What makes the suggestions. Nothing is loaded before you choose it; choose only what you trust: a pipeline can run code.</source>
        <translation>Was die Vorschläge macht. Geladen wird nur, was Sie wählen; wählen Sie nur, was Sie für vertrauenswürdig halten: Eine Pipeline kann Programmcode ausführen.</translation>
    </message>
    <message>
        <source>as its publisher names it; 64 digits and letters</source>
        <translation>wie der Herausgeber sie nennt; 64 Ziffern und Buchstaben</translation>
    </message>
</context>
<context>
    <name>Plots</name>
    <message>
        <source>F1 of each label, type and role</source>
        <translation>F1 für jede Art, jeden Typ und jede Rolle</translation>
    </message>
    <message>
        <source>How far the scores can be trusted</source>
        <translation>Wie verlässlich die Wertungen sind</translation>
    </message>
    <message>
        <source>Score and loss while training</source>
        <translation>Wertung und Verlust während des Trainings</translation>
    </message>
    <message>
        <source>Step {0}: score {1}; best {2} at step {3}</source>
        <translation>Schritt {0}: Wertung {1}; beste {2} bei Schritt {3}</translation>
    </message>
    <message>
        <source>loss (own scale)</source>
        <translation>Verlust (eigene Skala)</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>score on articles held out</source>
        <translation>Wertung an zurückgehaltenen Artikeln</translation>
    </message>
    <message>
        <source>share right</source>
        <translation>Anteil richtig</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Also at the head of a compound</source>
        <translation>Auch als Kopf einer Zusammensetzung</translation>
    </message>
    <message>
        <source>Also with no-break spaces</source>
        <translation>Auch mit geschützten Leerzeichen</translation>
    </message>
    <message>
        <source>Also with other capitals</source>
        <translation>Auch in anderer Großschreibung</translation>
    </message>
    <message>
        <source>Also with the genitive -s</source>
        <translation>Auch mit Genitiv-s</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>wie hinzugefügt</translation>
    </message>
    <message>
        <source>As they stand in the text</source>
        <translation>wie sie im Text stehen</translation>
    </message>
    <message>
        <source>At most; a narrow window has shorter lines.</source>
        <translation>Höchstens; ein schmales Fenster hat kürzere Zeilen.</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>Tasten ändern …</translation>
    </message>
    <message>
        <source>Colours of labels and quotes</source>
        <translation>Farben der Labels und Zitate</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Every action can have another key.</source>
        <translation>Jede Aktion kann eine andere Taste bekommen.</translation>
    </message>
    <message>
        <source>Every correction is kept with the name of who made it.</source>
        <translation>Zu jeder Korrektur wird festgehalten, von wem sie ist.</translation>
    </message>
    <message>
        <source>For every eye</source>
        <translation>für alle Augen</translation>
    </message>
    <message>
        <source>For you alone; the project&apos;s scheme stays as it is.</source>
        <translation>Nur an diesem Arbeitsplatz; das Schema des Projekts bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>In the right panel, for what has the focus.</source>
        <translation>In der rechten Leiste, zu dem, was den Fokus hat.</translation>
    </message>
    <message>
        <source>Labels, quote types, roles and reasons, for everyone in this project.</source>
        <translation>Labels, Zitattypen, Rollen und Gründe, für alle in diesem Projekt.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Zeilenabstand</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>Zeilenbreite</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Or pull the line beside it; a double-click there gives the usual width.</source>
        <translation>Oder die Linie daneben ziehen; ein Doppelklick darauf gibt die übliche Breite.</translation>
    </message>
    <message>
        <source>Order of the articles</source>
        <translation>Reihenfolge der Artikel</translation>
    </message>
    <message>
        <source>Order of the doubtful places</source>
        <translation>Reihenfolge der zweifelhaften Stellen</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Leisten</translation>
    </message>
    <message>
        <source>Pipeline for suggestions…</source>
        <translation>Pipeline für Vorschläge …</translation>
    </message>
    <message>
        <source>Show the guideline beside the work</source>
        <translation>Leitfaden neben der Arbeit zeigen</translation>
    </message>
    <message>
        <source>Show the list of articles</source>
        <translation>Artikelliste zeigen</translation>
    </message>
    <message>
        <source>Show the right panel</source>
        <translation>Rechte Leiste zeigen</translation>
    </message>
    <message>
        <source>Source Sans</source>
        <translation>Source Sans</translation>
    </message>
    <message>
        <source>Source Serif</source>
        <translation>Source Serif</translation>
    </message>
    <message>
        <source>Suggestions drawn at random</source>
        <translation>Zufällig gezogene Vorschläge</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>The article&apos;s text</source>
        <translation>Der Text des Artikels</translation>
    </message>
    <message>
        <source>The first finds mistakes earlier, the second leads down the page.</source>
        <translation>Die erste findet Fehler früher, die zweite führt die Seite hinunter.</translation>
    </message>
    <message>
        <source>The most doubtful first</source>
        <translation>zweifelhafteste zuerst</translation>
    </message>
    <message>
        <source>The project&apos;s scheme…</source>
        <translation>Schema des Projekts …</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>Dasselbe für alle</translation>
    </message>
    <message>
        <source>The scheme&apos;s own</source>
        <translation>die des Schemas</translation>
    </message>
    <message>
        <source>The second choice stays apart in every kind of colour vision.</source>
        <translation>Die zweite Wahl bleibt für jedes Farbensehen unterscheidbar.</translation>
    </message>
    <message>
        <source>The small labels keep their room between the lines.</source>
        <translation>Die kleinen Labels behalten ihren Platz zwischen den Zeilen.</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>The window opens anew, where you are.</source>
        <translation>Das Fenster öffnet sich neu, an derselben Stelle.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>They come among the doubtful places. Only they tell how often suggestions are wrong.</source>
        <translation>Sie kommen unter die zweifelhaften Stellen. Nur an ihnen lässt sich ablesen, wie oft Vorschläge falsch sind.</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>What marks new articles before you see them.</source>
        <translation>Was neue Artikel markiert, bevor man sie sieht.</translation>
    </message>
    <message>
        <source>Width of the list of articles</source>
        <translation>Breite der Artikelliste</translation>
    </message>
    <message>
        <source>Width of the right panel</source>
        <translation>Breite der rechten Leiste</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Your name in the log</source>
        <translation>Ihr Name im Protokoll</translation>
    </message>
    <message>
        <source>Your own label colours…</source>
        <translation>Eigene Farben der Labels …</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>“Nato” in “Nato-Gipfel”.</source>
        <translation>„Nato“ in „Nato-Gipfel“.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Add a folder of articles</source>
        <translation>Ordner mit Artikeln hinzufügen</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Every correction is kept with the name of who made it:</source>
        <translation>Zu jeder Korrektur gehört der Name dessen, der sie gemacht hat:</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Your name in the log</source>
        <translation>Ihr Name im Protokoll</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Actions per article</source>
        <translation>Handgriffe je Artikel</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Marks that are no quote</source>
        <translation>Anführungszeichen ohne Zitat</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Seconds per article</source>
        <translation>Sekunden je Artikel</translation>
    </message>
    <message>
        <source>Suggestions accepted</source>
        <translation>Angenommene Vorschläge</translation>
    </message>
    <message>
        <source>actions per article</source>
        <translation>Handgriffe je Artikel</translation>
    </message>
    <message>
        <source>actions per correction</source>
        <translation>Handgriffe je Korrektur</translation>
    </message>
    <message>
        <source>became</source>
        <translation>wurde</translation>
    </message>
    <message>
        <source>borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>verneint</translation>
    </message>
    <message>
        <source>joined</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>of the suggestions accepted</source>
        <translation>der Vorschläge angenommen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>seconds per article</source>
        <translation>Sekunden je Artikel</translation>
    </message>
    <message>
        <source>seconds per correction</source>
        <translation>Sekunden je Korrektur</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
    <message>
        <source>wrong of {0} drawn at random ({1}–{2}&#x202f;%)</source>
        <translation>falsch von {0} zufällig gezogenen ({1}–{2}&#x202f;%)</translation>
    </message>
</context>
<context>
    <name>RecordPlots</name>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>What suggestions became</source>
        <translation>Was aus Vorschlägen wurde</translation>
    </message>
</context>
<context>
    <name>RecordSheet</name>
    <message>
        <source>Acceptance of each label and type</source>
        <translation>Annahme je Label und Zitatart</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>Als Tabelle kopieren</translation>
    </message>
    <message>
        <source>Counted from the project’s log. A suggestion is settled when you accept it, confirm its article, or correct it. What was undone does not count.</source>
        <translation>Gezählt aus dem Protokoll des Projekts. Ein Vorschlag ist entschieden, wenn er angenommen, mit seinem Artikel bestätigt oder berichtigt wurde. Zurückgenommenes zählt nicht.</translation>
    </message>
    <message>
        <source>Day by day</source>
        <translation>Tag für Tag</translation>
    </message>
    <message>
        <source>Effort and acceptance</source>
        <translation>Aufwand und Annahme</translation>
    </message>
    <message>
        <source>Nothing is settled yet. Correct and confirm a first article; then this shows how right the suggestions are and what the work takes.</source>
        <translation>Noch ist nichts entschieden. Nach dem ersten berichtigten und bestätigten Artikel steht hier, wie richtig die Vorschläge sind und was die Arbeit kostet.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>Line {line} of {name} has no article: &quot;text&quot; is missing or empty.</source>
        <translation>Zeile {line} von {name} hat keinen Artikel: „text“ fehlt oder ist leer.</translation>
    </message>
    <message>
        <source>Line {line} of {name} has {limit} MB or more; an article has less.</source>
        <translation>Zeile {line} von {name} hat {limit} MB oder mehr; ein Artikel hat weniger.</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not UTF-8 (byte {place} of the line).</source>
        <translation>Zeile {line} von {name} ist nicht UTF-8 (Byte {place} der Zeile).</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not a JSON object with a text in it.</source>
        <translation>Zeile {line} von {name} ist kein JSON-Objekt mit einem Text darin.</translation>
    </message>
    <message>
        <source>Line {line} of {name} is not valid JSON (at character {place} of the line).</source>
        <translation>Zeile {line} von {name} ist kein gültiges JSON (bei Zeichen {place} der Zeile).</translation>
    </message>
    <message>
        <source>Line {line} of {name} is wrongly marked ({detail}): mend it and add it again.</source>
        <translation>Zeile {line} von {name} ist falsch markiert ({detail}): bitte berichtigen und neu hinzufügen.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: it stands in the quote “{value}”, which is not there.</source>
        <translation>Zeile {line} von {name}, {where}: Es steht im Zitat „{value}“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the Wikidata id must be like Q42 and stand beside an identity, but is {value}.</source>
        <translation>Zeile {line} von {name}, {where}: Die Wikidata-Kennung muss wie Q42 aussehen und neben einer Identität stehen, ist aber {value}.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the id “{value}” is taken by another annotation.</source>
        <translation>Zeile {line} von {name}, {where}: Die Kennung „{value}“ hat schon eine andere Annotation.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the note is on “{value}”, which is not there.</source>
        <translation>Zeile {line} von {name}, {where}: Die Notiz gehört zu „{value}“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the quote stands in itself.</source>
        <translation>Zeile {line} von {name}, {where}: Das Zitat steht in sich selbst.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the score must be a number from 0 to 1, not {value}.</source>
        <translation>Zeile {line} von {name}, {where}: Die Wertung muss eine Zahl von 0 bis 1 sein, nicht {value}.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the span {start} to {end} cuts a line end (CR LF) or has nothing but the byte order mark in it.</source>
        <translation>Zeile {line} von {name}, {where}: Die Stelle {start} bis {end} zerschneidet ein Zeilenende (CR LF) oder enthält nur die Byte-Reihenfolge-Marke.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the span {start} to {end} ends after the text ({length} characters).</source>
        <translation>Zeile {line} von {name}, {where}: Die Stelle {start} bis {end} endet hinter dem Text ({length} Zeichen).</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the text at {start} to {end} is “{found}”, not “{given}”.</source>
        <translation>Zeile {line} von {name}, {where}: Der Text von {start} bis {end} ist „{found}“, nicht „{given}“.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the {field} “{value}” is not in the project&apos;s scheme (known are {known}).</source>
        <translation>Zeile {line} von {name}, {where}: {field} „{value}“ steht nicht im Schema des Projekts (bekannt sind {known}).</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: the {field} “{value}” is not known (known are {known}).</source>
        <translation>Zeile {line} von {name}, {where}: {field} „{value}“ ist unbekannt (bekannt sind {known}).</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: two parts of the quote overlap.</source>
        <translation>Zeile {line} von {name}, {where}: Zwei Teile des Zitats überlappen sich.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: {field} must be {expected}, not {value}.</source>
        <translation>Zeile {line} von {name}, {where}: {field} muss {expected} sein, nicht {value}.</translation>
    </message>
    <message>
        <source>Line {line} of {name}, {where}: {value} is no span; a span is two whole numbers, start before end.</source>
        <translation>Zeile {line} von {name}, {where}: {value} ist keine Stelle; eine Stelle sind zwei ganze Zahlen, Anfang vor Ende.</translation>
    </message>
    <message>
        <source>Line {line} of {name}: &quot;{field}&quot; has a character that no text can have ({what}).</source>
        <translation>Zeile {line} von {name}: „{field}“ hat ein Zeichen, das kein Text haben kann ({what}).</translation>
    </message>
    <message>
        <source>Line {line} of {name}: &quot;{field}&quot; must be text, but is {value}.</source>
        <translation>Zeile {line} von {name}: „{field}“ muss Text sein, ist aber {value}.</translation>
    </message>
    <message>
        <source>Line {line} of {name}: the field &quot;{field}&quot; is not known and was left out, here and in all further lines.</source>
        <translation>Zeile {line} von {name}: Das Feld „{field}“ ist unbekannt und wurde hier und in allen weiteren Zeilen ausgelassen.</translation>
    </message>
    <message>
        <source>The folder {name} has no file that can be added; known endings are {known}.</source>
        <translation>Im Ordner {name} ist keine Datei, die sich hinzufügen lässt; bekannte Endungen sind {known}.</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Parquet table</source>
        <translation>eine Parquet-Tabelle</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>eine PostScript-Datei</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>ein Word-Dokument</translation>
    </message>
    <message>
        <source>a database (SQLite)</source>
        <translation>eine Datenbank (SQLite)</translation>
    </message>
    <message>
        <source>a font</source>
        <translation>eine Schrift</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of spans</source>
        <translation>eine Liste von Stellen</translation>
    </message>
    <message>
        <source>a list with one object for each zone</source>
        <translation>eine Liste mit einem Objekt je Absatz</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>ein gepacktes Archiv</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>ein Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a sound file</source>
        <translation>eine Tondatei</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>an Office document</source>
        <translation>ein Office-Dokument</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>eine OpenDocument-Datei</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>ein RTF-Dokument</translation>
    </message>
    <message>
        <source>an e-book (EPUB)</source>
        <translation>ein E-Book (EPUB)</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>{name} cannot be read: {detail}.</source>
        <translation>{name} lässt sich nicht lesen: {detail}.</translation>
    </message>
    <message>
        <source>{name} could not be read to its end: the reader {reader} failed ({detail}).</source>
        <translation>{name} ließ sich nicht zu Ende lesen: Der Leser {reader} ist gescheitert ({detail}).</translation>
    </message>
    <message>
        <source>{name} has a NUL character at place {place}: it is damaged or not plain text.</source>
        <translation>{name} hat ein NUL-Zeichen an Stelle {place}: Die Datei ist beschädigt oder kein reiner Text.</translation>
    </message>
    <message>
        <source>{name} has an ending that is not known; known are {known}.</source>
        <translation>{name} hat eine unbekannte Endung; bekannt sind {known}.</translation>
    </message>
    <message>
        <source>{name} has only spaces and empty lines in it.</source>
        <translation>In {name} stehen nur Leerzeichen und Leerzeilen.</translation>
    </message>
    <message>
        <source>{name} has {size} MB; an article has less than {limit} MB: split the file, one article each.</source>
        <translation>{name} hat {size} MB; ein Artikel hat weniger als {limit} MB: bitte die Datei teilen, ein Artikel je Datei.</translation>
    </message>
    <message>
        <source>{name} is UTF-8 with a broken character at byte {place}: save it again.</source>
        <translation>{name} ist UTF-8 mit einem kaputten Zeichen bei Byte {place}: bitte neu speichern.</translation>
    </message>
    <message>
        <source>{name} is a binary file, not plain text: save its text as a .txt file.</source>
        <translation>{name} ist eine Binärdatei, kein reiner Text: bitte den Text als .txt-Datei speichern.</translation>
    </message>
    <message>
        <source>{name} is a device or a pipe: only ordinary files can be added.</source>
        <translation>{name} ist ein Gerät oder eine Pipe: Nur gewöhnliche Dateien lassen sich hinzufügen.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <translation>{name} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is neither UTF-8 nor UTF-16 nor Windows-1252 (byte {place} is {byte}): save it as UTF-8.</source>
        <translation>{name} ist weder UTF-8 noch UTF-16 noch Windows-1252 (Byte {place} ist {byte}): bitte als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{name} is not there (any more).</source>
        <translation>{name} gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>{name} is {encoding} with a broken character: save it again as UTF-8.</source>
        <translation>{name} ist {encoding} mit einem kaputten Zeichen: bitte neu als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{name} is {encoding}; JSON lines are always UTF-8: save it as UTF-8.</source>
        <translation>{name} ist {encoding}; JSON-Zeilen sind immer UTF-8: bitte als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>{name} is {what}, not plain text: save its text as a .txt file and add that.</source>
        <translation>{name} ist {what}, kein reiner Text: bitte den Text als .txt-Datei speichern und diese hinzufügen.</translation>
    </message>
    <message>
        <source>{name} may not be read: ask its owner for the permission.</source>
        <translation>{name} darf nicht gelesen werden: bitte den Besitzer um das Recht fragen.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>No config.cfg was written: there is no entity and no quote to train on.</source>
        <translation>config.cfg wurde nicht geschrieben: Es gibt keine Entität und kein Zitat zum Trainieren.</translation>
    </message>
    <message>
        <source>With so few articles the draw left dev.spacy empty; the article nearest to the border was put there, so the split can change when articles are added.</source>
        <translation>Bei so wenigen Artikeln blieb dev.spacy bei der Auslosung leer; der Artikel, der der Grenze am nächsten lag, kam dorthin. Mit weiteren Artikeln kann sich die Aufteilung ändern.</translation>
    </message>
    <message>
        <source>With so few articles the draw left train.spacy empty; the article nearest to the border was put there, so the split can change when articles are added.</source>
        <translation>Bei so wenigen Artikeln blieb train.spacy bei der Auslosung leer; der Artikel, der der Grenze am nächsten lag, kam dorthin. Mit weiteren Artikeln kann sich die Aufteilung ändern.</translation>
    </message>
    <message>
        <source>a part of the quote starts or ends inside a token; the other parts are written</source>
        <translation>ein Teil des Zitats beginnt oder endet mitten in einem Token; die anderen Teile sind geschrieben</translation>
    </message>
    <message>
        <source>a role of the scheme’s own: in the user data of the doc, not in its spans</source>
        <translation>eine eigene Rolle des Schemas: in den user_data des Docs, nicht in seinen Spans</translation>
    </message>
    <message>
        <source>addressees</source>
        <translation>Adressaten</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>blanks at its edges left out</source>
        <translation>ohne die Leerzeichen am Rand</translation>
    </message>
    <message>
        <source>cues</source>
        <translation>Redewörter</translation>
    </message>
    <message>
        <source>dev.spacy is a copy of train.spacy, because no article was left over for it: scores measured on it say nothing about other articles.</source>
        <translation>dev.spacy ist eine Kopie von train.spacy, weil dafür kein Artikel übrig war: Damit gemessene Werte sagen nichts über andere Artikel.</translation>
    </message>
    <message>
        <source>ends after the text</source>
        <translation>endet hinter dem Text</translation>
    </message>
    <message>
        <source>entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>holds nothing but blanks</source>
        <translation>enthält nur Leerzeichen</translation>
    </message>
    <message>
        <source>its quote could not be written</source>
        <translation>sein Zitat ließ sich nicht schreiben</translation>
    </message>
    <message>
        <source>negatives</source>
        <translation>Verneinungen</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>overlaps a longer entity; stands in doc.spans[&apos;entities&apos;] only</source>
        <translation>überlappt eine längere Entität; steht nur in doc.spans[&apos;entities&apos;]</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>spaCy gives the text back changed</source>
        <translation>spaCy gibt den Text verändert zurück</translation>
    </message>
    <message>
        <source>speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>starts or ends inside a token</source>
        <translation>beginnt oder endet mitten in einem Token</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>the article has no text</source>
        <translation>der Artikel hat keinen Text</translation>
    </message>
    <message>
        <source>the full stop behind it comes along: it is in one token with the last word</source>
        <translation>der Punkt dahinter kommt mit: er steht im selben Token wie das letzte Wort</translation>
    </message>
    <message>
        <source>via</source>
        <translation>über</translation>
    </message>
    <message>
        <source>zones</source>
        <translation>Absatzarten</translation>
    </message>
</context>
<context>
    <name>SameForAllDialog</name>
    <message>
        <source>A chooses all places of an article, or none</source>
        <translation>A wählt alle Stellen eines Artikels oder keine</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Alle Stellen</translation>
    </message>
    <message numerus="yes">
        <source>Apply to %n place(s)</source>
        <translation>
            <numerusform>Bei %n Stelle anwenden</numerusform>
            <numerusform>Bei %n Stellen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>The same also with</source>
        <translation>Gleich auch mit</translation>
    </message>
    <message>
        <source>The same for all</source>
        <translation>Bei allen ebenso</translation>
    </message>
    <message>
        <source>There is no other such place.</source>
        <translation>Es gibt keine weitere solche Stelle.</translation>
    </message>
    <message>
        <source>compounds (Nato-Gipfel)</source>
        <translation>Zusammensetzungen (Nato-Gipfel)</translation>
    </message>
    <message>
        <source>genitive -s</source>
        <translation>Genitiv-s</translation>
    </message>
    <message>
        <source>no-break spaces</source>
        <translation>geschützten Leerzeichen</translation>
    </message>
    <message>
        <source>other capitals</source>
        <translation>anderer Großschreibung</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>SchemeDialog</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n Markierung</numerusform>
            <numerusform>%n Markierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mention(s)</source>
        <translation>
            <numerusform>%n Entität</numerusform>
            <numerusform>%n Entitäten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them confirmed</source>
        <translation>
            <numerusform>%n davon bestätigt</numerusform>
            <numerusform>%n davon bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n Zitat</numerusform>
            <numerusform>%n Zitate</numerusform>
        </translation>
    </message>
    <message>
        <source>A key is a letter here: digits number what is chosen from.</source>
        <translation>Eine Taste ist hier ein Buchstabe: Ziffern nummerieren, was zur Wahl steht.</translation>
    </message>
    <message>
        <source>A pipeline that says the old name is understood as the new one.</source>
        <translation>Sagt eine Pipeline noch den alten Namen, wird er als der neue verstanden.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Choose a colour…</source>
        <translation>Farbe wählen …</translation>
    </message>
    <message>
        <source>Contrast {0} : 1 is too little to read: 4.5 : 1 is needed.</source>
        <translation>Kontrast {0} : 1 ist zu wenig zum Lesen: Nötig sind 4,5 : 1.</translation>
    </message>
    <message>
        <source>Contrast {0} : 1, read well.</source>
        <translation>Kontrast {0} : 1, gut lesbar.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Entities</source>
        <translation>Entitäten</translation>
    </message>
    <message>
        <source>Given up: nothing was changed.</source>
        <translation>Abgebrochen: Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Guideline, English</source>
        <translation>Richtlinie, englisch</translation>
    </message>
    <message>
        <source>Guideline, German</source>
        <translation>Richtlinie, deutsch</translation>
    </message>
    <message>
        <source>It lacks labels, quote types, or reasons.</source>
        <translation>Es fehlen Labels, Zitatarten oder Gründe.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Labels, quote types, roles, reasons</source>
        <translation>Labels, Zitatarten, Rollen, Gründe</translation>
    </message>
    <message>
        <source>Leave it out of menus and keys</source>
        <translation>In Menüs und Tasten weglassen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Make it fit</source>
        <translation>Passend machen</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Zusammenlegen mit</translation>
    </message>
    <message>
        <source>Name in the data</source>
        <translation>Name in den Daten</translation>
    </message>
    <message>
        <source>No existing mark is changed.</source>
        <translation>Keine vorhandene Markierung ändert sich.</translation>
    </message>
    <message>
        <source>No pipeline suggests {0} before one is trained on articles that have it.</source>
        <translation>Keine Pipeline schlägt {0} vor, bevor eine an Artikeln damit trainiert ist.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Quote types</source>
        <translation>Zitatarten</translation>
    </message>
    <message>
        <source>Reasons for a no</source>
        <translation>Gründe für ein Nein</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Rules and exports know it by this name.</source>
        <translation>Regeln und Exporte kennen es unter diesem Namen.</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei sichern …</translation>
    </message>
    <message>
        <source>Save the scheme as a file</source>
        <translation>Schema als Datei sichern</translation>
    </message>
    <message>
        <source>Take a scheme from a file</source>
        <translation>Schema aus einer Datei übernehmen</translation>
    </message>
    <message>
        <source>Take from a file…</source>
        <translation>Aus Datei übernehmen …</translation>
    </message>
    <message>
        <source>The key {0} is taken by: {1}</source>
        <translation>Die Taste {0} ist vergeben an: {1}</translation>
    </message>
    <message>
        <source>The project’s scheme</source>
        <translation>Das Schema des Projekts</translation>
    </message>
    <message>
        <source>These colours cannot be read well; “Make it fit” finds the nearest that can.</source>
        <translation>Diese Farben sind schlecht zu lesen; „Passend machen“ findet die nächsten lesbaren.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>What a pipeline still suggests as {0} is left out.</source>
        <translation>Was eine Pipeline noch als {0} vorschlägt, bleibt weg.</translation>
    </message>
    <message>
        <source>What can be marked in this project. Nothing happens before it is applied; undo takes it back.</source>
        <translation>Was in diesem Projekt markiert werden kann. Nichts geschieht vor dem Anwenden; Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>What has it becomes: {0}</source>
        <translation>Was es trägt, wird: {0}</translation>
    </message>
    <message>
        <source>What has it goes, too</source>
        <translation>Was es trägt, geht mit</translation>
    </message>
    <message>
        <source>What is marked is being counted …</source>
        <translation>Markierungen werden gezählt …</translation>
    </message>
    <message>
        <source>Words, English</source>
        <translation>Wörter, englisch</translation>
    </message>
    <message>
        <source>Words, German</source>
        <translation>Wörter, deutsch</translation>
    </message>
    <message>
        <source>Write a colour as #rrggbb.</source>
        <translation>Farben als #rrggbb schreiben.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgen</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n Artikel</numerusform>
            <numerusform>in %n Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>ink</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>none of them confirmed</source>
        <translation>keiner davon bestätigt</translation>
    </message>
    <message>
        <source>tint</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>{0} cannot be taken: {1}</source>
        <translation>{0} lässt sich nicht übernehmen: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} lässt sich nicht schreiben: {1}</translation>
    </message>
    <message>
        <source>{0} is removed</source>
        <translation>{0} wird entfernt</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n Treffer</numerusform>
            <numerusform>%n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed from</source>
        <translation>Geändert aus</translation>
    </message>
    <message>
        <source>Changed to</source>
        <translation>Geändert in</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Korrigiert von</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>Only these in the list</source>
        <translation>Nur diese in der Liste</translation>
    </message>
    <message>
        <source>Quote type</source>
        <translation>Zitattyp</translation>
    </message>
    <message>
        <source>Search the project</source>
        <translation>Im Projekt suchen</translation>
    </message>
    <message>
        <source>Search the project …   words &quot;a phrase&quot; label:PER from:LOC</source>
        <translation>Im Projekt suchen …   Wörter „eine Wendung“ label:PER von:LOC</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What fits here</source>
        <translation>Was hier passt</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>any note</source>
        <translation>irgendeine Notiz</translation>
    </message>
    <message numerus="yes">
        <source>in %n article(s)</source>
        <translation>
            <numerusform>in %n Artikel</numerusform>
            <numerusform>in %n Artikeln</numerusform>
        </translation>
    </message>
    <message>
        <source>no hit</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>nothing to choose from</source>
        <translation>nichts zur Auswahl</translation>
    </message>
</context>
<context>
    <name>SelectionPanel</name>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>%n Teil</numerusform>
            <numerusform>%n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Adressat</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Redewort</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Mark as</source>
        <translation>Markieren als</translation>
    </message>
    <message>
        <source>Mark as quote</source>
        <translation>Als Zitat markieren</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>Nächste unsichere</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing has the focus. Go to the next doubtful item, click a mark, or select words to mark them.</source>
        <translation>Nichts ist ausgewählt. Zur nächsten unsicheren Stelle gehen, eine Markierung anklicken oder Wörter auswählen, um sie zu markieren.</translation>
    </message>
    <message>
        <source>Of a hundred places like this, about {0} are wrong.</source>
        <translation>Von hundert solchen Stellen sind etwa {0} falsch.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>checked {0} of {1}</source>
        <translation>geprüft {0} von {1}</translation>
    </message>
    <message>
        <source>entity {0} of {1}</source>
        <translation>Entität {0} von {1}</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>–</translation>
    </message>
    <message>
        <source>not a quote</source>
        <translation>kein Zitat</translation>
    </message>
    <message>
        <source>not an entity</source>
        <translation>keine Entität</translation>
    </message>
    <message>
        <source>quote {0} of {1}</source>
        <translation>Zitat {0} von {1}</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>vorgeschlagen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>All as delivered</source>
        <translation>Alles wie ausgeliefert</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>As it was when this dialog opened</source>
        <translation>Wie beim Öffnen dieses Dialogs</translation>
    </message>
    <message>
        <source>Every choice applies at once.</source>
        <translation>Jede Wahl gilt sofort.</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Sorting</name>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>As they came in</source>
        <translation>Wie hereingekommen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Geprüfte</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Doubt</source>
        <translation>Zweifel</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Vorgemerkte</translation>
    </message>
    <message>
        <source>Last corrected</source>
        <translation>Zuletzt korrigiert</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offene</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>Filter umbenennen</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>Filter sichern</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>Diesen Filter sichern …</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show everything again</source>
        <translation>Wieder alles zeigen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungene</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Suggested by</source>
        <translation>Vorschläge von</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>Mit Notizen</translation>
    </message>
    <message>
        <source>any pipeline</source>
        <translation>beliebiger Pipeline</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel this work</source>
        <translation>Diese Arbeit abbrechen</translation>
    </message>
    <message>
        <source>Keys, clicks and drags for each article confirmed today, whatever led to it included. Counted in this window, kept in the project’s log only.</source>
        <translation>Tasten, Klicks und Züge je heute bestätigtem Artikel, der Weg dorthin mitgezählt. Gezählt in diesem Fenster, aufbewahrt nur im Protokoll des Projekts.</translation>
    </message>
    <message>
        <source>Of the suggestions that you have settled today, so many were right as they were.</source>
        <translation>Von den heute entschiedenen Vorschlägen waren so viele richtig, wie sie waren.</translation>
    </message>
    <message>
        <source>Working time for each article confirmed today; breaks of more than a minute are left out.</source>
        <translation>Arbeitszeit je heute bestätigtem Artikel; Pausen von mehr als einer Minute sind nicht dabei.</translation>
    </message>
    <message>
        <source>accepted today {0} %</source>
        <translation>Annahmequote heute {0} %</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>alle Tasten</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>undo:</source>
        <translation>zurück:</translation>
    </message>
    <message>
        <source>{0} actions per article</source>
        <translation>{0} Handgriffe je Artikel</translation>
    </message>
    <message numerus="yes">
        <source>{0} of %n checked</source>
        <translation>
            <numerusform>{0} von %n geprüft</numerusform>
            <numerusform>{0} von %n geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} s per article</source>
        <translation>Ø {0} s je Artikel</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Confirmed, next</source>
        <translation>Geprüft, weiter</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Fold the left panel</source>
        <translation>Linke Spalte einklappen</translation>
    </message>
    <message>
        <source>Fold the right panel</source>
        <translation>Rechte Spalte einklappen</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Artikel suchen</translation>
    </message>
    <message>
        <source>Search articles …</source>
        <translation>Artikel suchen …</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>TrainDialog</name>
    <message numerus="yes">
        <source>A pipeline learns from %n confirmed article(s). You can go on working meanwhile.</source>
        <translation>
            <numerusform>Eine Pipeline lernt aus %n geprüften Artikel. Sie können inzwischen weiterarbeiten.</numerusform>
            <numerusform>Eine Pipeline lernt aus %n geprüften Artikeln. Sie können inzwischen weiterarbeiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Another number: another split, another order</source>
        <translation>Andere Zahl: andere Aufteilung, andere Reihenfolge</translation>
    </message>
    <message>
        <source>Folder of the new pipeline</source>
        <translation>Ordner der neuen Pipeline</translation>
    </message>
    <message>
        <source>Go on with the training that was stopped there at step {0}</source>
        <translation>Das dort bei Schritt {0} angehaltene Training fortsetzen</translation>
    </message>
    <message>
        <source>No article is confirmed yet. Confirm some first: they are what is learnt.</source>
        <translation>Noch ist kein Artikel geprüft. Prüfen Sie zuerst einige: Aus ihnen wird gelernt.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>These are few articles: expect little from the pipeline, and train again later.</source>
        <translation>Das sind wenige Artikel: Erwarten Sie wenig von der Pipeline, und trainieren Sie später noch einmal.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>TrainingSheet</name>
    <message>
        <source>Compare …</source>
        <translation>Vergleichen …</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message numerus="yes">
        <source>Learning from %n confirmed article(s). Go on working; you can close this window, the status line shows how far it is.</source>
        <translation>
            <numerusform>Gelernt wird aus %n geprüften Artikel. Arbeiten Sie ruhig weiter; dieses Fenster können Sie schließen, die Statuszeile zeigt den Fortschritt.</numerusform>
            <numerusform>Gelernt wird aus %n geprüften Artikeln. Arbeiten Sie ruhig weiter; dieses Fenster können Sie schließen, die Statuszeile zeigt den Fortschritt.</numerusform>
        </translation>
    </message>
    <message>
        <source>On the articles held out</source>
        <translation>An den zurückgehaltenen Artikeln</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Step {0} of at most {1}</source>
        <translation>Schritt {0} von höchstens {1}</translation>
    </message>
    <message>
        <source>Stop training</source>
        <translation>Training anhalten</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Use it for the articles still to do</source>
        <translation>Für die noch offenen Artikel verwenden</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>Vorbereitung</translation>
    </message>
</context>
<context>
    <name>VoicesSheet</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n Zitat</numerusform>
            <numerusform>%n Zitate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n Stimme</numerusform>
            <numerusform>%n Stimmen</numerusform>
        </translation>
    </message>
    <message>
        <source>No quote yet.</source>
        <translation>Noch kein Zitat.</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Speakers by identity: the names of one person count together, a quote with two speakers counts for both. The share is that of all that is said.</source>
        <translation>Sprecher nach Identität: Die Namen einer Person zählen zusammen, ein Zitat mit zwei Sprechern zählt für beide. Der Anteil gilt an allem Gesagten.</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Who says how much</source>
        <translation>Wer wie viel sagt</translation>
    </message>
    <message>
        <source>document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>he, she, they …</source>
        <translation>er, sie …</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>niemand genannt</translation>
    </message>
    <message>
        <source>not resolved yet</source>
        <translation>noch nicht aufgelöst</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>this article</source>
        <translation>dieser Artikel</translation>
    </message>
    <message>
        <source>whole project</source>
        <translation>ganzes Projekt</translation>
    </message>
</context>
<context>
    <name>WaitingSheet</name>
    <message>
        <source>Given up before its end, nothing has changed.</source>
        <translation>Wird vorher abgebrochen, ändert sich nichts.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>A first article, guided: two minutes</source>
        <translation>Ein erster Artikel mit Begleitung: zwei Minuten</translation>
    </message>
    <message>
        <source>Add articles: files…</source>
        <translation>Artikel hinzufügen: Dateien …</translation>
    </message>
    <message>
        <source>Add articles: folder…</source>
        <translation>Artikel hinzufügen: Ordner …</translation>
    </message>
    <message>
        <source>Correct what a machine has marked in news articles.</source>
        <translation>Berichtigen, was eine Maschine in Nachrichten markiert hat.</translation>
    </message>
    <message>
        <source>Drop text files or a folder here, or choose them.</source>
        <translation>Textdateien oder einen Ordner hierher ziehen oder auswählen.</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt …</translation>
    </message>
    <message>
        <source>Open a project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>Or drop a project here.</source>
        <translation>Oder ein Projekt hier fallen lassen.</translation>
    </message>
    <message>
        <source>The file is not there any more; Del takes it off the list.</source>
        <translation>Die Datei ist nicht mehr da; Entf nimmt sie von der Liste.</translation>
    </message>
    <message>
        <source>This project has no articles yet.</source>
        <translation>Dieses Projekt hat noch keine Artikel.</translation>
    </message>
    <message>
        <source>Try it on the sample project</source>
        <translation>Am Beispielprojekt ausprobieren</translation>
    </message>
    <message>
        <source>{0} % confirmed</source>
        <translation>{0} % bestätigt</translation>
    </message>
</context>
</TS>
