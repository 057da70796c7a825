<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Devices</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 Kern</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 Kerne</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>Looks ahead</source>
        <translation>Blickt geradeaus</translation>
    </message>
    <message>
        <source>Face %1: %2</source>
        <translation>Gesicht %1: %2</translation>
    </message>
    <message>
        <source>%1° to the right</source>
        <translation>%1° nach rechts</translation>
    </message>
    <message>
        <source>%1° to the left</source>
        <translation>%1° nach links</translation>
    </message>
    <message>
        <source>%1° up</source>
        <translation>%1° nach oben</translation>
    </message>
    <message>
        <source>%1° down</source>
        <translation>%1° nach unten</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>HeSer projects</source>
        <translation>HeSer-Projekte</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Haut</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Brauen</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Augen</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Ohren</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Inner mouth</source>
        <translation>Mundinneres</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Unterlippe</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>Kleidung</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Haar</translation>
    </message>
    <message>
        <source>Headwear</source>
        <translation>Kopfbedeckung</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>Neuer Kopf</translation>
    </message>
    <message>
        <source>Filled anew</source>
        <translation>Neu gefüllt</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This</source>
        <translation>Dies</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; use another photo.</source>
        <translation>Das verlangte Gesicht ist nicht in %1; nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; faces found there: %2; choose one of them.</source>
        <translation>Das verlangte Gesicht ist nicht in %1; dort gefundene Gesichter: %2; wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>%1 is too large; make it smaller first.</source>
        <translation>%1 ist zu groß; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, at most %3 can be used; make it smaller first.</source>
        <translation>%1 hat %2 Megapixel, höchstens %3 sind möglich; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small; use a photo with more pixels.</source>
        <translation>%1 oder das Gesicht darin ist zu klein; nehmen Sie ein Foto mit mehr Pixeln.</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more pixels.</source>
        <translation>%1 oder das Gesicht darin ist zu klein (%2 von mindestens %3 Pixeln); nehmen Sie ein Foto mit mehr Pixeln.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target; a photo that looks the same way gives a better head.</source>
        <translation>%1 ist um %2 Grad gegen das Ziel gedreht; ein Foto mit gleicher Blickrichtung gibt einen besseren Kopf.</translation>
    </message>
    <message>
        <source>%1 is blurred, and so will be the result; use a sharper photo.</source>
        <translation>%1 ist unscharf, und so wird das Ergebnis; nehmen Sie ein schärferes Foto.</translation>
    </message>
    <message>
        <source>%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; use a photo in softer light.</source>
        <translation>%2 % der Haut in %1 sind über- oder unterbelichtet, dort lassen sich Farben nicht angleichen; nehmen Sie ein Foto in weicherem Licht.</translation>
    </message>
    <message>
        <source>%1 shows %2 faces, the largest was used; choose another if that is wrong.</source>
        <translation>%1 zeigt %2 Gesichter, das größte wurde genommen; wählen Sie ein anderes, wenn das falsch ist.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photos (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>Das Gesicht in %1 hat eine andere Form als in den übrigen Fotos (%2 % seiner Breite) und zählt deshalb wenig; lassen Sie es weg, wenn es einen anderen Menschen zeigt.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photos, so it counts little; use a sharper one.</source>
        <translation>%1 ist weicher als die übrigen Fotos und zählt deshalb wenig; nehmen Sie ein schärferes.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target and shows nothing that is needed; it can be left out.</source>
        <translation>%1 ist um %2 Grad gegen das Ziel gedreht und zeigt nichts, was gebraucht wird; es kann wegbleiben.</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Netze werden geladen</translation>
    </message>
    <message>
        <source>Finding the target&apos;s face</source>
        <translation>Gesicht des Ziels wird gesucht</translation>
    </message>
    <message>
        <source>Reading the target&apos;s head</source>
        <translation>Kopf des Ziels wird gelesen</translation>
    </message>
    <message>
        <source>Finding the source&apos;s face</source>
        <translation>Gesicht der Quelle wird gesucht</translation>
    </message>
    <message>
        <source>Reading the source&apos;s head</source>
        <translation>Kopf der Quelle wird gelesen</translation>
    </message>
    <message>
        <source>Measuring the photo&apos;s quality</source>
        <translation>Güte des Fotos wird gemessen</translation>
    </message>
    <message>
        <source>Shaping the head</source>
        <translation>Kopf wird geformt</translation>
    </message>
    <message>
        <source>Aligning the head</source>
        <translation>Kopf wird ausgerichtet</translation>
    </message>
    <message>
        <source>Matching the colours</source>
        <translation>Farben werden angeglichen</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Kopf wird eingefügt</translation>
    </message>
    <message>
        <source>Composing the picture</source>
        <translation>Bild wird zusammengesetzt</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Fotos werden gelesen</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Bild wird geschrieben</translation>
    </message>
    <message>
        <source>%1 cannot be used like this%2.</source>
        <translation>%1 lässt sich so nicht verwenden%2.</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 ist als Foto nicht lesbar%2; wählen Sie eine andere Datei oder speichern Sie diese neu als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>%1 cannot be written%2; choose another place or name.</source>
        <translation>%1 lässt sich nicht schreiben%2; wählen Sie einen anderen Ort oder Namen.</translation>
    </message>
    <message>
        <source>%1, a file of this program, is missing or damaged%2; install the program again.</source>
        <translation>%1, eine Datei dieses Programms, fehlt oder ist beschädigt%2; installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>%1 cannot be used%2; mend it or choose another file.</source>
        <translation>%1 ist nicht verwendbar%2; berichtigen Sie sie oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is%2; close other programs or use smaller photos.</source>
        <translation>%1 braucht mehr Speicher, als da ist%2; schließen Sie andere Programme oder nehmen Sie kleinere Fotos.</translation>
    </message>
    <message>
        <source>%1 cannot be used for computing%2; use the processor instead (device &quot;cpu&quot;).</source>
        <translation>Auf %1 kann nicht gerechnet werden%2; nehmen Sie stattdessen den Prozessor (Gerät „cpu“).</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be reached at %1%2; see what they say, then start all of them again.</source>
        <translation>Die anderen Prozesse dieses Trainings sind unter %1 nicht zu erreichen%2; sehen Sie nach, was sie melden, und starten Sie dann alle neu.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; please report it with this text: %1</source>
        <translation>Etwas ging schief, das nicht sollte; bitte melden Sie es mit diesem Text: %1</translation>
    </message>
    <message>
        <source>Making a preview</source>
        <translation>Vorschau wird gemacht</translation>
    </message>
    <message>
        <source>Applying painted masks</source>
        <translation>Gemalte Masken werden angewandt</translation>
    </message>
    <message>
        <source>Applying the painted region</source>
        <translation>Der gemalte Bereich wird angewandt</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of HeSer Studio; open it with that version.</source>
        <translation>%1 stammt von einer neueren Version von HeSer Studio; öffnen Sie es mit dieser.</translation>
    </message>
    <message>
        <source>the source %1 is damaged</source>
        <translation>die Quelle %1 ist beschädigt</translation>
    </message>
    <message>
        <source>the target %1 is damaged</source>
        <translation>das Ziel %1 ist beschädigt</translation>
    </message>
    <message>
        <source>what was painted on %1 is damaged</source>
        <translation>was auf %1 gemalt wurde, ist beschädigt</translation>
    </message>
    <message>
        <source>this version does not know the setting %1</source>
        <translation>diese Version kennt die Einstellung %1 nicht</translation>
    </message>
    <message>
        <source>the setting %1 is damaged</source>
        <translation>die Einstellung %1 ist beschädigt</translation>
    </message>
    <message>
        <source>Nor can these be used: %1.</source>
        <translation>Auch nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>The weights of the refinement are missing or do not fit this version; the head is as geometry makes it.</source>
        <translation>Die Gewichte der Verfeinerung fehlen oder passen nicht zu dieser Version; der Kopf ist so, wie die Geometrie ihn macht.</translation>
    </message>
    <message>
        <source>The weights of the blending network are missing or do not fit this version, so seams and fills are left as geometry makes them.</source>
        <translation>Die Gewichte des Überblendnetzes fehlen oder passen nicht zu dieser Version; Nähte und Füllungen bleiben, wie die Geometrie sie macht.</translation>
    </message>
    <message>
        <source>Mending seams and fills</source>
        <translation>Nähte und Füllungen werden ausgebessert</translation>
    </message>
    <message>
        <source>Applying the painted fill</source>
        <translation>Gemalte Füllung wird angewendet</translation>
    </message>
    <message>
        <source>Applying the painted matte</source>
        <translation>Gemalte Freistellung wird angewandt</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.</source>
        <translation>%1 ist um %2 Grad zur Seite gedreht; ein Foto, das nach vorn blickt, passt zu mehr Zielen.</translation>
    </message>
    <message>
        <source>Another person?</source>
        <translation>Andere Person?</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Unscharf</translation>
    </message>
    <message>
        <source>Turned too far</source>
        <translation>Zu weit gedreht</translation>
    </message>
    <message>
        <source>Head cut off</source>
        <translation>Kopf abgeschnitten</translation>
    </message>
    <message>
        <source>Harsh light</source>
        <translation>Hartes Licht</translation>
    </message>
    <message>
        <source>the list of sources is damaged</source>
        <translation>die Liste der Quellen ist beschädigt</translation>
    </message>
    <message>
        <source>the target is damaged</source>
        <translation>das Ziel ist beschädigt</translation>
    </message>
    <message>
        <source>%1 is another picture than was saved</source>
        <translation>%1 ist ein anderes Bild als das gespeicherte</translation>
    </message>
    <message>
        <source>the entry &quot;%2&quot; on %1 is damaged</source>
        <translation>der Eintrag „%2“ zu %1 ist beschädigt</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of its contents is damaged</source>
        <translation>der Eintrag „%1“ des Inhalts ist beschädigt</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und mehr</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole (%2); all else was kept, look at it before you use it.</source>
        <translation>%1 konnte nicht vollständig gelesen werden (%2); alles andere ist erhalten, prüfen Sie es, bevor Sie es verwenden.</translation>
    </message>
    <message>
        <source>%1 shows too little hair to take its colour from, so the hair keeps its own; pick a colour instead.</source>
        <translation>%1 zeigt zu wenig Haar, um dessen Farbe zu übernehmen, deshalb behält das Haar seine eigene; wählen Sie stattdessen eine Farbe mit der Pipette.</translation>
    </message>
    <message>
        <source>No face was found in %1; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>In %1 wurde kein Gesicht gefunden; nehmen Sie ein Foto, das das ganze Gesicht in gutem Licht und mindestens %2 Pixel groß zeigt.</translation>
    </message>
    <message>
        <source>There is no display to show the window on; start it in a desktop session, or use the command heser.</source>
        <translation>Es gibt keinen Bildschirm für das Fenster; starten Sie es in einer Desktop-Sitzung oder benutzen Sie den Befehl heser.</translation>
    </message>
    <message>
        <source>The weights of the network for hidden bodies are missing or do not fit this version, so necks and shoulders behind hair are guessed by rules.</source>
        <translation>Die Gewichte des Netzes für verdeckte Körper fehlen oder passen nicht zu dieser Version; Hals und Schultern hinter Haaren werden daher nach Regeln ergänzt.</translation>
    </message>
    <message>
        <source>what is said to be painted on %1 belongs to another picture</source>
        <translation>was auf %1 gemalt sein soll, gehört zu einem anderen Bild</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>das Ende der Datei fehlt</translation>
    </message>
    <message>
        <source>%1 does not exist%2; check its name and folder.</source>
        <translation>%1 gibt es nicht%2; prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>eine leere Datei</translation>
    </message>
    <message>
        <source>damaged or cut short</source>
        <translation>beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>its inks cannot be converted</source>
        <translation>seine Druckfarben lassen sich nicht umrechnen</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>keine Datei</translation>
    </message>
    <message>
        <source>samples are neither 8 nor 16 bits wide</source>
        <translation>die Farbwerte haben weder 8 noch 16 Bit</translation>
    </message>
    <message>
        <source>too many channels</source>
        <translation>zu viele Farbkanäle</translation>
    </message>
    <message>
        <source>Unlike the other photos</source>
        <translation>Anders als die anderen Fotos</translation>
    </message>
    <message>
        <source>%1 shows neither neck nor collar under the face, so the new head may hang in the air; use a photo that shows them.</source>
        <translation>%1 zeigt unter dem Gesicht weder Hals noch Kragen, sodass der neue Kopf in der Luft hängen kann; nehmen Sie ein Foto, das sie zeigt.</translation>
    </message>
    <message>
        <source>it would be written over a photo that is open; choose another name</source>
        <translation>damit würde ein geöffnetes Foto überschrieben; wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.</source>
        <translation>Der Kopf in %1 ist um %2 Grad geneigt; drehen Sie das Foto, bis er aufrecht steht.</translation>
    </message>
    <message>
        <source>%1 is black and white, so hair, eyes and lips stay grey in the result; use a colour photo.</source>
        <translation>%1 ist schwarz-weiß, deshalb bleiben Haar, Augen und Lippen im Ergebnis grau; nehmen Sie ein Farbfoto.</translation>
    </message>
    <message>
        <source>%1 is black and white, but the new head keeps colours of its own; make the head&apos;s photo black and white, too.</source>
        <translation>%1 ist schwarz-weiß, der neue Kopf behält aber eigene Farben; machen Sie auch das Foto des Kopfes schwarz-weiß.</translation>
    </message>
    <message>
        <source>Not upright</source>
        <translation>Nicht aufrecht</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Schwarz-weiß</translation>
    </message>
    <message>
        <source>Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that shows more of them gives a better body.</source>
        <translation>Haare verdecken %2 % von Hals und Schultern in %1, sie sind daher erfunden; ein Foto, das mehr davon zeigt, gibt einen besseren Körper.</translation>
    </message>
    <message>
        <source>The border of %1 cuts the head off; use a photo that shows all of it.</source>
        <translation>Der Rand von %1 schneidet den Kopf ab; nehmen Sie ein Foto, das ihn ganz zeigt.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face; use a photo that shows all of it.</source>
        <translation>Der Rand von %1 geht durch das Gesicht; nehmen Sie ein Foto, das es ganz zeigt.</translation>
    </message>
    <message>
        <source>%1 cannot be written, since there is no folder %2; make it or choose another place.</source>
        <translation>%1 kann nicht geschrieben werden, da es den Ordner %2 nicht gibt; legen Sie ihn an oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>No face was found in %1, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>In %1 wurde kein Gesicht gefunden, daher wurde es ausgelassen; nehmen Sie ein Foto, das das ganze Gesicht in gutem Licht und mindestens %2 Pixel groß zeigt.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face, so it was left out; use a photo that shows all of it.</source>
        <translation>Der Rand von %1 geht durch das Gesicht, daher wurde es ausgelassen; nehmen Sie ein Foto, das das Gesicht ganz zeigt.</translation>
    </message>
    <message>
        <source>%2 % of the head in %1 is transparent and may be missing in the result; use a photo that shows all of it.</source>
        <translation>%2 % des Kopfes in %1 sind durchsichtig und fehlen vielleicht im Ergebnis; nehmen Sie ein Foto, das ihn ganz zeigt.</translation>
    </message>
    <message>
        <source>Partly transparent</source>
        <translation>Teils durchsichtig</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>In %1, wovon %3 % durchsichtig sind, wurde kein Gesicht gefunden; nehmen Sie ein Foto, das das ganze Gesicht in gutem Licht und mindestens %2 Pixel groß zeigt.</translation>
    </message>
    <message>
        <source>the border of %1 cuts through the face</source>
        <translation>der Rand von %1 geht durch das Gesicht</translation>
    </message>
    <message>
        <source>too much of the face in %1 is transparent</source>
        <translation>vom Gesicht in %1 ist zu viel durchsichtig</translation>
    </message>
    <message>
        <source>no face was found in %1</source>
        <translation>in %1 wurde kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); use a photo that shows the whole face.</source>
        <translation>Keines der Fotos des Kopfes ist zu gebrauchen (%1); nehmen Sie ein Foto, das das ganze Gesicht zeigt.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent; use a photo that shows all of it.</source>
        <translation>Vom Gesicht in %1 ist zu viel durchsichtig; nehmen Sie ein Foto, das das Gesicht ganz zeigt.</translation>
    </message>
    <message>
        <source>The device %1 is not there, the processor does the work instead.</source>
        <translation>Das Gerät %1 ist nicht vorhanden, stattdessen rechnet der Prozessor.</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>In %1, wovon %3 % durchsichtig sind, wurde kein Gesicht gefunden, daher wurde es ausgelassen; nehmen Sie ein Foto, das das ganze Gesicht in gutem Licht und mindestens %2 Pixel groß zeigt.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent, so it was left out; use a photo that shows all of it.</source>
        <translation>Vom Gesicht in %1 ist zu viel durchsichtig, daher wurde es ausgelassen; nehmen Sie ein Foto, das das Gesicht ganz zeigt.</translation>
    </message>
    <message>
        <source>%1 is given more than once; it counts once.</source>
        <translation>%1 ist mehrmals angegeben; es zählt einmal.</translation>
    </message>
    <message>
        <source>%1 shows the very same head as %2; both together count once.</source>
        <translation>%1 zeigt genau denselben Kopf wie %2; beide zusammen zählen einmal.</translation>
    </message>
    <message>
        <source>%1 was to lead, but was left out, so another photo leads.</source>
        <translation>%1 sollte führen, wurde aber ausgelassen, daher führt ein anderes Foto.</translation>
    </message>
    <message>
        <source>The face that was chosen in %1 does not count, since the photo was left out.</source>
        <translation>Das Gesicht, das in %1 gewählt wurde, zählt nicht, da das Foto ausgelassen wurde.</translation>
    </message>
    <message>
        <source>Given twice</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>The border of %1 cuts the new head off; make it smaller, move it, or use a photo with more room around the head.</source>
        <translation>Der Rand von %1 schneidet den neuen Kopf ab; verkleinern oder verschieben Sie ihn, oder nehmen Sie ein Foto mit mehr Platz um den Kopf.</translation>
    </message>
    <message>
        <source>%1 seems to be a copy of %2, in other quality; leave the poorer one out.</source>
        <translation>%1 scheint eine Kopie von %2 in anderer Qualität zu sein; lassen Sie die schlechtere weg.</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>Eine Kopie</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo</source>
        <translation>%1 ist als Foto nicht lesbar</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 ist zu klein</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 ist zu groß</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2, so it was left out; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 ist als Foto nicht lesbar%2, daher wurde es ausgelassen; wählen Sie eine andere Datei oder speichern Sie diese neu als JPEG oder PNG.</translation>
    </message>
    <message>
        <source>%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with more pixels.</source>
        <translation>%1 ist zu klein (%2 von mindestens %3 Pixeln), daher wurde es ausgelassen; nehmen Sie ein Foto mit mehr Pixeln.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make it smaller first.</source>
        <translation>%1 hat %2 Megapixel, höchstens %3 sind möglich, daher wurde es ausgelassen; verkleinern Sie es zuerst.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, which goes into the result; use a photo that shows all of the face.</source>
        <translation>%2 % des Gesichts in %1 liegen unter einer einzigen Farbe, die in das Ergebnis eingeht; nehmen Sie ein Foto, das das ganze Gesicht zeigt.</translation>
    </message>
    <message>
        <source>%2 % of the head and its surroundings in %1 is transparent, so the result shows little but the new head; use a photo without transparency.</source>
        <translation>%2 % des Kopfes und seiner Umgebung in %1 sind durchsichtig, daher zeigt das Ergebnis kaum mehr als den neuen Kopf; nehmen Sie ein Foto ohne Transparenz.</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>Gesicht verdeckt</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual; set it back or use another photo.</source>
        <translation>In %1 wurde kein Gesicht gefunden, weil die Einstellung %2 höher ist als üblich; setzen Sie sie zurück oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual, so it was left out; set it back or use another photo.</source>
        <translation>In %1 wurde kein Gesicht gefunden, weil die Einstellung %2 höher ist als üblich, daher wurde es ausgelassen; setzen Sie sie zurück oder nehmen Sie ein anderes Foto.</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); set the settings that are named back, since they are higher than usual, or use a photo that shows the whole face.</source>
        <translation>Keines der Fotos des Kopfes ist zu gebrauchen (%1); setzen Sie die genannten Einstellungen zurück, die höher sind als üblich, oder nehmen Sie ein Foto, das das ganze Gesicht zeigt.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than the first of the photos that are used; leave it out if it does.</source>
        <translation>%1 zeigt anscheinend eine andere Person als das erste der verwendeten Fotos; lassen Sie es dann weg.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than %2; leave it out if it does.</source>
        <translation>%1 zeigt anscheinend eine andere Person als %2; lassen Sie es dann weg.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour; what that hides comes from the other photos.</source>
        <translation>%2 % des Gesichts in %1 liegen unter einer einzigen Farbe; was sie verdeckt, kommt aus den anderen Fotos.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, so the new head takes its colours from the rest; use a photo that shows all of the face.</source>
        <translation>%2 % des Gesichts in %1 liegen unter einer einzigen Farbe, daher nimmt der neue Kopf seine Farben vom Rest; nehmen Sie ein Foto, das das ganze Gesicht zeigt.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is partly transparent, and so will be the new head there; use a photo without transparency if that is not meant.</source>
        <translation>%2 % des Gesichts in %1 sind halb durchsichtig, und der neue Kopf wird es dort auch sein; nehmen Sie ein Foto ohne Transparenz, wenn das nicht gemeint ist.</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Reading the heads</source>
        <translation>Köpfe werden gelesen</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>Ergebnis wird gemessen</translation>
    </message>
    <message>
        <source>Preparing photos to learn from</source>
        <translation>Fotos werden zum Lernen vorbereitet</translation>
    </message>
    <message>
        <source>The result is partly transparent, which JPEG cannot hold, so it is laid on white; choose PNG, TIFF or WebP to keep that.</source>
        <translation>Das Ergebnis ist teilweise durchsichtig, was JPEG nicht speichern kann, daher wird es auf Weiß gelegt; wählen Sie PNG, TIFF oder WebP, um das zu behalten.</translation>
    </message>
    <message>
        <source>Refining the pose</source>
        <translation>Haltung wird verfeinert</translation>
    </message>
    <message>
        <source>Mending the head</source>
        <translation>Kopf wird ausgebessert</translation>
    </message>
    <message>
        <source>it holds no still picture</source>
        <translation>enthält kein Einzelbild</translation>
    </message>
    <message>
        <source>its brightness is coded for HDR screens (PQ or HLG)</source>
        <translation>seine Helligkeit ist für HDR-Bildschirme kodiert (PQ oder HLG)</translation>
    </message>
    <message>
        <source>no decoder for its pixels is installed</source>
        <translation>für seine Bilddaten ist kein Decoder installiert</translation>
    </message>
    <message>
        <source>not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file</source>
        <translation>keine JPEG-, PNG-, TIFF-, WebP-, HEIC- oder AVIF-Datei</translation>
    </message>
    <message>
        <source>its folder takes no files</source>
        <translation>sein Ordner nimmt keine Dateien auf</translation>
    </message>
    <message>
        <source>%1 (source %2 of %3) leads, since its pose is nearest to the target&apos;s, so most of the head comes from it; let another source lead if that one shows the head better.</source>
        <translation>%1 (Quelle %2 von %3) führt, weil ihre Haltung der des Ziels am nächsten ist, daher kommt der Großteil des Kopfes daraus; lassen Sie eine andere Quelle führen, wenn diese den Kopf besser zeigt.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photo, so it counts little; use a sharper one.</source>
        <translation>%1 ist weicher als das andere Foto und zählt deshalb wenig; nehmen Sie ein schärferes.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photo (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>Das Gesicht in %1 hat eine andere Form als im anderen Foto (%2 % seiner Breite) und zählt deshalb wenig; lassen Sie es weg, wenn es einen anderen Menschen zeigt.</translation>
    </message>
    <message>
        <source>The head in %1 has %2 % of the size that it gets in the target, so the result looks soft; use a photo that shows it larger.</source>
        <translation>Der Kopf in %1 hat %2 % der Größe, die er im Ziel bekommt, deshalb wirkt das Ergebnis weich; nehmen Sie ein Foto, das ihn größer zeigt.</translation>
    </message>
    <message>
        <source>Unlike the other photo</source>
        <translation>Anders als das andere Foto</translation>
    </message>
    <message>
        <source>Head too small</source>
        <translation>Kopf zu klein</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far lighter to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>Die Haut des Kopfes wird viel heller, um zu %1 zu passen; weniger Hautfarbe lässt ihr den eigenen Ton, trennt aber Gesicht und Hals.</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far darker to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>Die Haut des Kopfes wird viel dunkler, um zu %1 zu passen; weniger Hautfarbe lässt ihr den eigenen Ton, trennt aber Gesicht und Hals.</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Pick Hair Colour</source>
        <translation>Haarfarbe aufnehmen</translation>
    </message>
    <message>
        <source>Pick Lip Colour</source>
        <translation>Lippenfarbe aufnehmen</translation>
    </message>
    <message>
        <source>Pick Skin Colour</source>
        <translation>Hautfarbe aufnehmen</translation>
    </message>
    <message>
        <source>Click the colour that the new hair should have</source>
        <translation>Auf die Farbe klicken, die das neue Haar haben soll</translation>
    </message>
    <message>
        <source>Click the colour that the new lips should have</source>
        <translation>Auf die Farbe klicken, die die neuen Lippen haben sollen</translation>
    </message>
    <message>
        <source>Click the skin whose colour the new head should have</source>
        <translation>Auf die Haut klicken, deren Farbe der neue Kopf haben soll</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>How far mouth, eyes and brows take on the target&apos;s expression.</source>
        <translation>Wie weit Mund, Augen und Brauen den Ausdruck des Ziels annehmen.</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>How far the head turns as the target&apos;s does.</source>
        <translation>Wie weit sich der Kopf dreht wie der des Ziels.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>Nicken</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the head; 100 % fits the target&apos;s face.</source>
        <translation>Größe des Kopfes; 100 % passt zum Gesicht des Ziels.</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Links und rechts</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Auf und ab</translation>
    </message>
    <message>
        <source>How much of the pose error measured on the result is corrected.</source>
        <translation>Wie viel vom Haltungsfehler, der am Ergebnis gemessen wird, berichtigt wird.</translation>
    </message>
    <message>
        <source>How often the pose is measured and corrected; each takes time.</source>
        <translation>Wie oft die Haltung gemessen und berichtigt wird; jede Runde kostet Zeit.</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>Hautfarbe</translation>
    </message>
    <message>
        <source>How far the skin takes on the colour of the target&apos;s skin.</source>
        <translation>Wie weit die Haut die Farbe der Haut des Ziels annimmt.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>How far the head is lit from where the target&apos;s head is lit.</source>
        <translation>Wie weit der Kopf von dort beleuchtet wird, woher es der des Ziels ist.</translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>Kleinster Kontrast</translation>
    </message>
    <message>
        <source>How flat the shading of the skin may become to match the target&apos;s.</source>
        <translation>Wie flach die Schattierung der Haut werden darf, um der des Ziels zu gleichen.</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>Größter Kontrast</translation>
    </message>
    <message>
        <source>How strong the shading of the skin may become to match the target&apos;s.</source>
        <translation>Wie stark die Schattierung der Haut werden darf, um der des Ziels zu gleichen.</translation>
    </message>
    <message>
        <source>Tint of hair and eyes</source>
        <translation>Farbstich von Haar und Augen</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the tint of the scene.</source>
        <translation>Wie weit Haar, Augen und Zähne dem Farbstich der Szene folgen.</translation>
    </message>
    <message>
        <source>Brightness of hair and eyes</source>
        <translation>Helligkeit von Haar und Augen</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the exposure of the scene.</source>
        <translation>Wie weit Haar, Augen und Zähne der Belichtung der Szene folgen.</translation>
    </message>
    <message>
        <source>Light on hair</source>
        <translation>Licht auf dem Haar</translation>
    </message>
    <message>
        <source>How far the hair follows the direction of the light.</source>
        <translation>Wie weit das Haar der Richtung des Lichts folgt.</translation>
    </message>
    <message>
        <source>Softness of the edge</source>
        <translation>Weichheit der Kante</translation>
    </message>
    <message>
        <source>How soft the head&apos;s edge is against neck and clothing.</source>
        <translation>Wie weich die Kante des Kopfes gegen Hals und Kleidung ist.</translation>
    </message>
    <message>
        <source>Shadow under the chin</source>
        <translation>Schatten unter dem Kinn</translation>
    </message>
    <message>
        <source>How far the new chin casts the shadow of the old one.</source>
        <translation>Wie weit das neue Kinn den Schatten des alten wirft.</translation>
    </message>
    <message>
        <source>Reach of fine hair</source>
        <translation>Reichweite feiner Haare</translation>
    </message>
    <message>
        <source>How far fine hair may stand out from the head.</source>
        <translation>Wie weit feine Haare vom Kopf abstehen dürfen.</translation>
    </message>
    <message>
        <source>Background filled anew</source>
        <translation>Neu gefüllter Hintergrund</translation>
    </message>
    <message>
        <source>How far around the old head the background is filled anew.</source>
        <translation>Wie weit um den alten Kopf der Hintergrund neu gefüllt wird.</translation>
    </message>
    <message>
        <source>Clothing filled anew</source>
        <translation>Neu gefüllte Kleidung</translation>
    </message>
    <message>
        <source>How far around the old head clothing is filled anew.</source>
        <translation>Wie weit um den alten Kopf Kleidung neu gefüllt wird.</translation>
    </message>
    <message>
        <source>Neck filled anew</source>
        <translation>Neu gefüllter Hals</translation>
    </message>
    <message>
        <source>How far below the old chin the neck is filled anew.</source>
        <translation>Wie weit unter dem alten Kinn der Hals neu gefüllt wird.</translation>
    </message>
    <message>
        <source>Removal of fine hair</source>
        <translation>Entfernung feiner Haare</translation>
    </message>
    <message>
        <source>How far from the old head fine hair is still removed.</source>
        <translation>Wie weit vom alten Kopf feine Haare noch entfernt werden.</translation>
    </message>
    <message>
        <source>Continue textures</source>
        <translation>Muster fortsetzen</translation>
    </message>
    <message>
        <source>Continues bricks, leaves and patterns behind the old head; takes longer.</source>
        <translation>Setzt Ziegel, Laub und Muster hinter dem alten Kopf fort; dauert länger.</translation>
    </message>
    <message>
        <source>Texture of backgrounds</source>
        <translation>Muster im Hintergrund</translation>
    </message>
    <message>
        <source>How much detail a background needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Wie viel Zeichnung ein Hintergrund braucht, um als Muster fortgesetzt zu werden; weniger wird glatt gefüllt.</translation>
    </message>
    <message>
        <source>Texture of clothing</source>
        <translation>Muster in Kleidung</translation>
    </message>
    <message>
        <source>How much detail clothing needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Wie viel Zeichnung Kleidung braucht, um als Muster fortgesetzt zu werden; weniger wird glatt gefüllt.</translation>
    </message>
    <message>
        <source>Grain of fills</source>
        <translation>Korn der Füllungen</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s grain filled parts get.</source>
        <translation>Wie viel vom Korn des Fotos gefüllte Teile bekommen.</translation>
    </message>
    <message>
        <source>Clean fine hair</source>
        <translation>Feine Haare säubern</translation>
    </message>
    <message>
        <source>Takes the source&apos;s background out of fine hair.</source>
        <translation>Nimmt den Hintergrund der Quelle aus feinen Haaren.</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>Größtes Gesicht</translation>
    </message>
    <message>
        <source>Faces with more pixels are worked on reduced: saves memory and time, costs detail.</source>
        <translation>Gesichter mit mehr Pixeln werden verkleinert bearbeitet: spart Speicher und Zeit, kostet Einzelheiten.</translation>
    </message>
    <message>
        <source>Detail of sources</source>
        <translation>Genauigkeit der Quellen</translation>
    </message>
    <message>
        <source>How many more pixels than the target&apos;s face a source&apos;s face is worked on with.</source>
        <translation>Mit wie viel mehr Pixeln als das Gesicht des Ziels das einer Quelle bearbeitet wird.</translation>
    </message>
    <message>
        <source>View beside the head</source>
        <translation>Umfeld seitlich</translation>
    </message>
    <message>
        <source>How far to either side hair and shoulders are looked at.</source>
        <translation>Wie weit zu beiden Seiten Haar und Schultern betrachtet werden.</translation>
    </message>
    <message>
        <source>View above the head</source>
        <translation>Umfeld oben</translation>
    </message>
    <message>
        <source>How far above the face hair is looked at.</source>
        <translation>Wie weit über dem Gesicht Haar betrachtet wird.</translation>
    </message>
    <message>
        <source>View below the head</source>
        <translation>Umfeld unten</translation>
    </message>
    <message>
        <source>How far below the face hair and clothing are looked at.</source>
        <translation>Wie weit unter dem Gesicht Haar und Kleidung betrachtet werden.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Anmutung</translation>
    </message>
    <message>
        <source>How far the head takes on the target&apos;s softness and grain.</source>
        <translation>Wie weit der Kopf Weichheit und Korn des Ziels annimmt.</translation>
    </message>
    <message>
        <source>Picked skin colour</source>
        <translation>Aufgenommene Hautfarbe</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s skin; pick it with the eyedropper (I).</source>
        <translation>Wie weit eine aufgenommene Farbe die Haut des Ziels vertritt; aufgenommen wird sie mit der Pipette (I).</translation>
    </message>
    <message>
        <source>Picked red</source>
        <translation>Aufgenommenes Rot</translation>
    </message>
    <message>
        <source>How red the picked skin colour is.</source>
        <translation>Wie rot die aufgenommene Hautfarbe ist.</translation>
    </message>
    <message>
        <source>Picked green</source>
        <translation>Aufgenommenes Grün</translation>
    </message>
    <message>
        <source>How green the picked skin colour is.</source>
        <translation>Wie grün die aufgenommene Hautfarbe ist.</translation>
    </message>
    <message>
        <source>Picked blue</source>
        <translation>Aufgenommenes Blau</translation>
    </message>
    <message>
        <source>How blue the picked skin colour is.</source>
        <translation>Wie blau die aufgenommene Hautfarbe ist.</translation>
    </message>
    <message>
        <source>How far the network mends seams, light and fills; none leaves what geometry makes.</source>
        <translation>Wie weit das Netz Nähte, Licht und Füllungen ausbessert; bei null bleibt, was die Geometrie macht.</translation>
    </message>
    <message>
        <source>How far a network mends what a photo that looks aside leaves stretched or missing.</source>
        <translation>Wie weit ein Netz ausbessert, was ein Foto mit abgewandtem Kopf gedehnt zeigt oder fehlen lässt.</translation>
    </message>
    <message>
        <source>Colours by correlation</source>
        <translation>Farben durch Korrelation</translation>
    </message>
    <message>
        <source>Takes the skin&apos;s colours from the places of the target&apos;s face that are like them, instead of from its statistics.</source>
        <translation>Nimmt die Farben der Haut von den ähnlichsten Stellen im Gesicht des Ziels statt aus dessen Statistik.</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation>Haarfarbe</translation>
    </message>
    <message>
        <source>How far the hair takes on the colour of the target&apos;s hair, or a picked one; none keeps its own.</source>
        <translation>Wie weit das Haar die Farbe des Haars im Ziel oder eine aufgenommene annimmt; ohne behält es die eigene.</translation>
    </message>
    <message>
        <source>Picked hair colour</source>
        <translation>Aufgenommene Haarfarbe</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s hair; pick it with Head &gt; Pick Hair Colour.</source>
        <translation>Wie weit eine aufgenommene Farbe das Haar des Ziels vertritt; aufgenommen wird sie mit Kopf &gt; Haarfarbe aufnehmen.</translation>
    </message>
    <message>
        <source>Hair: red</source>
        <translation>Haar: Rot</translation>
    </message>
    <message>
        <source>How red the picked hair colour is.</source>
        <translation>Wie rot die aufgenommene Haarfarbe ist.</translation>
    </message>
    <message>
        <source>Hair: green</source>
        <translation>Haar: Grün</translation>
    </message>
    <message>
        <source>How green the picked hair colour is.</source>
        <translation>Wie grün die aufgenommene Haarfarbe ist.</translation>
    </message>
    <message>
        <source>Hair: blue</source>
        <translation>Haar: Blau</translation>
    </message>
    <message>
        <source>How blue the picked hair colour is.</source>
        <translation>Wie blau die aufgenommene Haarfarbe ist.</translation>
    </message>
    <message>
        <source>Brows follow the hair</source>
        <translation>Brauen folgen dem Haar</translation>
    </message>
    <message>
        <source>How far the brows become lighter or darker with a changed colour of the hair.</source>
        <translation>Wie weit die Brauen mit einer geänderten Haarfarbe heller oder dunkler werden.</translation>
    </message>
    <message>
        <source>Lip colour</source>
        <translation>Lippenfarbe</translation>
    </message>
    <message>
        <source>How far the lips take on the colour of the target&apos;s lips, or a picked one; none lets them follow the skin.</source>
        <translation>Wie weit die Lippen die Farbe der Lippen im Ziel oder eine aufgenommene annehmen; ohne folgen sie der Haut.</translation>
    </message>
    <message>
        <source>Lips keep their own</source>
        <translation>Lippen behalten ihre</translation>
    </message>
    <message>
        <source>How far the lips keep their own colour under the scene&apos;s light instead of following the skin.</source>
        <translation>Wie weit die Lippen im Licht der Szene ihre eigene Farbe behalten, statt der Haut zu folgen.</translation>
    </message>
    <message>
        <source>Picked lip colour</source>
        <translation>Aufgenommene Lippenfarbe</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s lips; pick it with Head &gt; Pick Lip Colour.</source>
        <translation>Wie weit eine aufgenommene Farbe die Lippen des Ziels vertritt; aufgenommen wird sie mit Kopf &gt; Lippenfarbe aufnehmen.</translation>
    </message>
    <message>
        <source>Lips: red</source>
        <translation>Lippen: Rot</translation>
    </message>
    <message>
        <source>How red the picked lip colour is.</source>
        <translation>Wie rot die aufgenommene Lippenfarbe ist.</translation>
    </message>
    <message>
        <source>Lips: green</source>
        <translation>Lippen: Grün</translation>
    </message>
    <message>
        <source>How green the picked lip colour is.</source>
        <translation>Wie grün die aufgenommene Lippenfarbe ist.</translation>
    </message>
    <message>
        <source>Lips: blue</source>
        <translation>Lippen: Blau</translation>
    </message>
    <message>
        <source>How blue the picked lip colour is.</source>
        <translation>Wie blau die aufgenommene Lippenfarbe ist.</translation>
    </message>
    <message>
        <source>Seam on the neck</source>
        <translation>Naht am Hals</translation>
    </message>
    <message>
        <source>Moves the seam between the new head and the target&apos;s neck: lower, the new head brings its own neck.</source>
        <translation>Verschiebt die Naht zwischen dem neuen Kopf und dem Hals des Ziels: tiefer bringt der neue Kopf seinen eigenen Hals mit.</translation>
    </message>
    <message>
        <source>Complete the body</source>
        <translation>Körper ergänzen</translation>
    </message>
    <message>
        <source>Lets a network say how neck and shoulders go on where the old head&apos;s hair hid them; off: simple rules.</source>
        <translation>Lässt ein Netz bestimmen, wie Hals und Schultern weitergehen, wo das Haar des alten Kopfes sie verdeckte; aus: einfache Regeln.</translation>
    </message>
    <message>
        <source>Mirrored photo</source>
        <translation>Gespiegeltes Foto</translation>
    </message>
    <message>
        <source>How far the mirrored photo stands in for the side of the head that the photo hides; at 0 that side is stretched.</source>
        <translation>Wie weit das gespiegelte Foto für die Seite des Kopfes einspringt, die das Foto verdeckt; bei 0 wird diese Seite gedehnt.</translation>
    </message>
    <message>
        <source>Turns the head further, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Dreht den Kopf weiter, über 0 nach rechts im Bild, unter 0 nach links.</translation>
    </message>
    <message>
        <source>Lets the head look further up, above 0, or down, below 0.</source>
        <translation>Lässt den Kopf weiter nach oben (über 0) oder nach unten (unter 0) blicken.</translation>
    </message>
    <message>
        <source>Tilts the head further, above 0 clockwise, below 0 the other way.</source>
        <translation>Neigt den Kopf weiter, über 0 im Uhrzeigersinn, unter 0 andersherum.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Verschiebt den Kopf, über 0 nach rechts im Bild, unter 0 nach links.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 down, below 0 up.</source>
        <translation>Verschiebt den Kopf, über 0 nach unten, unter 0 nach oben.</translation>
    </message>
    <message>
        <source>In settings files: %1</source>
        <translation>In Einstellungsdateien: %1</translation>
    </message>
    <message>
        <source>In the command: %1; in settings files: %2</source>
        <translation>Im Befehl: %1; in Einstellungsdateien: %2</translation>
    </message>
    <message>
        <source>Pose refinement</source>
        <translation>Verfeinerung der Haltung</translation>
    </message>
    <message>
        <source>Refinement rounds</source>
        <translation>Runden der Verfeinerung</translation>
    </message>
    <message>
        <source>Head mending</source>
        <translation>Ausbessern des Kopfes</translation>
    </message>
    <message>
        <source>Seam mending</source>
        <translation>Ausbessern der Nähte</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Puts a person&apos;s head on another photo&apos;s body. Of several photos the last is the target, the others show the head.</source>
        <translation>Setzt den Kopf eines Menschen auf den Körper eines anderen Fotos. Von mehreren Fotos ist das letzte das Ziel, die anderen zeigen den Kopf.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>Wo gerechnet wird: auto, cpu, cuda oder cuda:N.</translation>
    </message>
    <message>
        <source>Play the steps of a script on the window, print how long people would have waited, and leave.</source>
        <translation>Die Schritte eines Skripts im Fenster ausführen, ausgeben, wie lange man gewartet hätte, und beenden.</translation>
    </message>
    <message>
        <source>Write what was measured to this file, too.</source>
        <translation>Die Messwerte auch in diese Datei schreiben.</translation>
    </message>
    <message>
        <source>Photos, or a project, to open.</source>
        <translation>Fotos oder ein Projekt, die geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Press Swap to see it here</source>
        <translation>Drücken Sie Tauschen, um es hier zu sehen</translation>
    </message>
    <message>
        <source>Add a photo of the head that belongs here</source>
        <translation>Fügen Sie ein Foto des Kopfes hinzu, der hierher gehört</translation>
    </message>
    <message>
        <source>Switch a source on to swap</source>
        <translation>Schalten Sie eine Quelle zum Tauschen ein</translation>
    </message>
    <message>
        <source>Click the face that gets the new head</source>
        <translation>Klicken Sie das Gesicht an, das den neuen Kopf bekommt</translation>
    </message>
    <message>
        <source>Switch this source on and swap to see its masks</source>
        <translation>Schalten Sie diese Quelle ein und tauschen Sie, um ihre Masken zu sehen</translation>
    </message>
    <message>
        <source>To change them, paint on the masks of a source</source>
        <translation>Um sie zu ändern, malen Sie auf den Masken einer Quelle</translation>
    </message>
    <message>
        <source>Covered by the person</source>
        <translation>Von der Person bedeckt</translation>
    </message>
    <message>
        <source>Making the result…</source>
        <translation>Ergebnis wird erstellt …</translation>
    </message>
    <message>
        <source>As it was saved. The result is being made anew…</source>
        <translation>Wie es gespeichert wurde. Das Ergebnis wird neu erstellt …</translation>
    </message>
    <message>
        <source>As it was saved. Press Swap to make the result anew</source>
        <translation>Wie es gespeichert wurde. Drücken Sie Tauschen, um das Ergebnis neu zu erstellen</translation>
    </message>
    <message>
        <source>No face was found in this photo</source>
        <translation>In diesem Foto wurde kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>The swap failed. The reason stands above Swap; mend that and press it again</source>
        <translation>Der Tausch ist fehlgeschlagen. Der Grund steht über der Schaltfläche „Tauschen“; beheben Sie ihn und drücken Sie sie noch einmal</translation>
    </message>
</context>
<context>
    <name>heser::AboutDialog</name>
    <message>
        <source>About HeSer Studio</source>
        <translation>Über HeSer Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Puts a person&apos;s head, hair and all, on another photo&apos;s body, after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Pictures that it writes say of themselves that they are composites. Swap heads only of people who agree. No photo leaves your machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Setzt den Kopf eines Menschen samt Haar auf den Körper eines anderen Fotos, nach „Few-Shot Head Swapping in the Wild“ (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Bilder, die es schreibt, sagen von sich, dass sie Montagen sind. Tauschen Sie nur Köpfe von Menschen, die einverstanden sind. Kein Foto verlässt Ihren Rechner.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apache License 2.0 · Qt %1 · OpenCV %2</source>
        <translation>Apache-Lizenz 2.0 · Qt %1 · OpenCV %2</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>Hinweise zu Dritten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
</context>
<context>
    <name>heser::BatchDialog</name>
    <message>
        <source>Drop photos or folders here that get the head, or add them with the buttons above</source>
        <translation>Fotos oder Ordner, die den Kopf bekommen, hier ablegen oder oben hinzufügen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Add &amp;Photos…</source>
        <translation>&amp;Fotos hinzufügen …</translation>
    </message>
    <message>
        <source>Add photos that get the head</source>
        <translation>Fotos hinzufügen, die den Kopf bekommen</translation>
    </message>
    <message>
        <source>Add &amp;Folder…</source>
        <translation>Ordner h&amp;inzufügen …</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Alle Fotos eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the queue; files stay (Delete)</source>
        <translation>Gewählte Fotos aus der Warteschlange nehmen; Dateien bleiben (Entf)</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do what failed or was cancelled again</source>
        <translation>Wiederholen, was misslang oder abgebrochen wurde</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Photos that get the head. Return opens a result, Delete removes a photo from the queue.</source>
        <translation>Fotos, die den Kopf bekommen. Die Eingabetaste öffnet ein Ergebnis, Entf nimmt ein Foto aus der Warteschlange.</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>Where the pictures go; it is made if it is not there</source>
        <translation>Wohin die Bilder kommen; er wird angelegt, wenn es ihn nicht gibt</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>Wä&amp;hlen …</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>Den Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Name der Dateien</translation>
    </message>
    <message>
        <source>%1 stands for the target&apos;s name, %2 for its place in the queue</source>
        <translation>%1 steht für den Namen des Ziels, %2 für seinen Platz in der Warteschlange</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>Anderen Namen nehmen</translation>
    </message>
    <message>
        <source>Keep it, do not swap again</source>
        <translation>Behalten, nicht neu tauschen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>If the file is there</source>
        <translation>Wenn es die Datei gibt</translation>
    </message>
    <message>
        <source>What becomes of a file that has the name already; the photos themselves are never replaced</source>
        <translation>Was mit einer Datei geschieht, die schon so heißt; die Fotos selbst werden nie ersetzt</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Fortschritt des Stapels</translation>
    </message>
    <message>
        <source>State of the batch</source>
        <translation>Stand des Stapels</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Put the head on every target that waits</source>
        <translation>Den Kopf auf jedes wartende Ziel setzen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Stop at once; pictures that are done stay</source>
        <translation>Sofort anhalten; fertige Bilder bleiben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this dialog; a batch that is on goes on</source>
        <translation>Dieses Fenster schließen; ein laufender Stapel läuft weiter</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n misslungen</numerusform>
            <numerusform>%n misslungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; waits while the window&apos;s own swap is on</source>
        <translation>%1; wartet, solange das Fenster selbst tauscht</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht …</translation>
    </message>
    <message>
        <source>Add a source in the window first.</source>
        <translation>Fügen Sie im Fenster zuerst eine Quelle hinzu.</translation>
    </message>
    <message>
        <source>Add the photos that get the head.</source>
        <translation>Fügen Sie die Fotos hinzu, die den Kopf bekommen.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>Give the files a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>Geben Sie den Dateien einen Namen ohne / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Open Its Folder</source>
        <translation>Seinen Ordner öffnen</translation>
    </message>
    <message>
        <source>Open as the Window&apos;s Target</source>
        <translation>Als Ziel des Fensters öffnen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>Geben Sie den Dateien einen Namen.</translation>
    </message>
    <message>
        <source>Give the files a name that neither begins nor ends with a dot.</source>
        <translation>Geben Sie den Dateien einen Namen, der weder mit einem Punkt beginnt noch endet.</translation>
    </message>
    <message>
        <source>&amp;If it exists</source>
        <translation>Falls &amp;vorhanden</translation>
    </message>
    <message>
        <source>Every target gets the head of the window&apos;s sources, with its settings as they are when the batch starts. What was painted on the window&apos;s target, colours picked there and moves of the head by hand belong to that photo alone and are left out.</source>
        <translation>Jedes Ziel bekommt den Kopf der Quellen des Fensters, mit dessen Einstellungen beim Start des Stapels. Was auf das Ziel des Fensters gemalt wurde, dort aufgenommene Farben und von Hand gemachte Bewegungen des Kopfes gehören nur zu diesem Foto und bleiben weg.</translation>
    </message>
    <message>
        <source>The folder %1 holds no photos; folders inside it are not looked into.</source>
        <translation>Der Ordner %1 enthält keine Fotos; Ordner darin werden nicht durchsucht.</translation>
    </message>
    <message>
        <source>Save resu&amp;lts in</source>
        <translation>In &amp;Ordner speichern</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>Datei&amp;name</translation>
    </message>
</context>
<context>
    <name>heser::BatchList</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
    <message>
        <source>%1 was there already and was kept</source>
        <translation>%1 gab es schon und wurde behalten</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
</context>
<context>
    <name>heser::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture.</source>
        <translation>Zeigt die gewählte Ansicht. Plus und Minus zoomen, Pfeiltasten verschieben, 0 zeigt das ganze Bild.</translation>
    </message>
</context>
<context>
    <name>heser::DropOverlay</name>
    <message>
        <source>Drop here: photos of the head</source>
        <translation>Hier ablegen: Fotos des Kopfes</translation>
    </message>
    <message>
        <source>Drop here: the photo that gets the head</source>
        <translation>Hier ablegen: das Foto, das den Kopf bekommt</translation>
    </message>
</context>
<context>
    <name>heser::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>The file says of itself that it is a composite.</source>
        <translation>Die Datei sagt von sich, dass sie eine Montage ist.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The result is older than the last change: it does not show what you did since.</source>
        <translation>Das Ergebnis ist älter als die letzte Änderung: Was Sie seitdem getan haben, zeigt es nicht.</translation>
    </message>
    <message>
        <source>The file is written by itself when the new result is ready; you can work on meanwhile</source>
        <translation>Die Datei wird von selbst geschrieben, sobald das neue Ergebnis da ist; Sie können inzwischen weiterarbeiten</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>Wait for the &amp;new result and export that</source>
        <translation>Auf das &amp;neue Ergebnis warten und dieses exportieren</translation>
    </message>
    <message>
        <source>The swap failed, and the result does not show what you did since. %1</source>
        <translation>Der Tausch ist fehlgeschlagen, und das Ergebnis zeigt nicht, was Sie seitdem getan haben. %1</translation>
    </message>
</context>
<context>
    <name>heser::ExportForm</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Ganzes Bild</translation>
    </message>
    <message>
        <source>The target with the new head</source>
        <translation>Das Ziel mit dem neuen Kopf</translation>
    </message>
    <message>
        <source>&amp;Head alone</source>
        <translation>Nur der &amp;Kopf</translation>
    </message>
    <message>
        <source>The new head on a transparent ground, at its place in the picture</source>
        <translation>Der neue Kopf auf durchsichtigem Grund, an seinem Platz im Bild</translation>
    </message>
    <message>
        <source>PNG, exact</source>
        <translation>PNG, verlustfrei</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG, klein</translation>
    </message>
    <message>
        <source>TIFF, exact, for print and editing</source>
        <translation>TIFF, verlustfrei, für Druck und Bearbeitung</translation>
    </message>
    <message>
        <source>WebP, for the web</source>
        <translation>WebP, fürs Netz</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>&amp;Verlustfrei</translation>
    </message>
    <message>
        <source>Keeps every pixel as it is; the file is larger</source>
        <translation>Lässt jedes Pixel, wie es ist; die Datei wird größer</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>How finely colours are stored; 16 bits leave more room for editing</source>
        <translation>Wie fein Farben gespeichert werden; 16 Bit lassen mehr Raum für die Bearbeitung</translation>
    </message>
    <message>
        <source>Keep all of the target&apos;s</source>
        <translation>Alle des Ziels behalten</translation>
    </message>
    <message>
        <source>Keep, without place and serial numbers</source>
        <translation>Behalten, ohne Ort und Seriennummern</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>Keine behalten</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>What the file says of camera, time and place; the colour profile is always kept</source>
        <translation>Was die Datei über Kamera, Zeit und Ort sagt; das Farbprofil bleibt immer erhalten</translation>
    </message>
    <message>
        <source>&amp;Settings in a file beside it</source>
        <translation>&amp;Einstellungen in einer Datei daneben</translation>
    </message>
    <message>
        <source>Writes every setting to a .settings.json file, so that the swap can be repeated</source>
        <translation>Schreibt alle Einstellungen in eine Datei .settings.json, damit der Tausch wiederholt werden kann</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>How much fine detail the file keeps</source>
        <translation>Wie viele feine Einzelheiten die Datei behält</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>Farb&amp;tiefe</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadaten</translation>
    </message>
    <message>
        <source>As the target</source>
        <translation>Wie das Ziel</translation>
    </message>
    <message>
        <source>As the target: %1 bits</source>
        <translation>Wie das Ziel: %1 Bit</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 Bit</translation>
    </message>
</context>
<context>
    <name>heser::MainWindow</name>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Progress of the swap</source>
        <translation>Fortschritt des Tauschs</translation>
    </message>
    <message>
        <source>Working on files…</source>
        <translation>Dateien werden bearbeitet …</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Vorbereitung …</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>Fertig in %1 s</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>Open Photos of the Head</source>
        <translation>Fotos des Kopfes öffnen</translation>
    </message>
    <message>
        <source>Open the Photo That Gets the Head</source>
        <translation>Foto öffnen, das den Kopf bekommt</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy one and paste again.</source>
        <translation>Die Zwischenablage enthält kein Bild; kopieren Sie eines und fügen Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>%1 swapped</source>
        <translation>%1 getauscht</translation>
    </message>
    <message>
        <source>Export the Finished Picture</source>
        <translation>Fertiges Bild exportieren</translation>
    </message>
    <message>
        <source>Add photos of the head</source>
        <translation>Fotos des Kopfes hinzufügen</translation>
    </message>
    <message>
        <source>Open &amp;Target…</source>
        <translation>&amp;Ziel öffnen …</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Foto öffnen, das den Kopf bekommt</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save the finished picture</source>
        <translation>Fertiges Bild speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Programm verlassen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>E&amp;infügen</translation>
    </message>
    <message>
        <source>Paste a picture as source, or as target if that has the keyboard</source>
        <translation>Bild als Quelle einfügen, oder als Ziel, wenn dieses den Fokus hat</translation>
    </message>
    <message>
        <source>Paste as &amp;Target</source>
        <translation>Als &amp;Ziel einfügen</translation>
    </message>
    <message>
        <source>Paste a picture as target</source>
        <translation>Bild als Ziel einfügen</translation>
    </message>
    <message>
        <source>E&amp;xchange Source and Target</source>
        <translation>Quelle und Ziel &amp;vertauschen</translation>
    </message>
    <message>
        <source>Put the head the other way round</source>
        <translation>Kopf andersherum aufsetzen</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Put the sources&apos; head on the target</source>
        <translation>Kopf der Quellen auf das Ziel setzen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Stop the swap</source>
        <translation>Tausch abbrechen</translation>
    </message>
    <message>
        <source>Update after every change</source>
        <translation>Nach jeder Änderung erneuern</translation>
    </message>
    <message>
        <source>Swap again by itself when something was changed</source>
        <translation>Selbst neu tauschen, wenn etwas geändert wurde</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>&amp;Kopf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About HeSer Studio</source>
        <translation>Ü&amp;ber HeSer Studio</translation>
    </message>
    <message>
        <source>Save the project before leaving?</source>
        <translation>Projekt vor dem Beenden speichern?</translation>
    </message>
    <message>
        <source>Add &amp;Sources…</source>
        <translation>&amp;Quellen hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>&amp;Malen</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>Ein gespeichertes Projekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save photos, settings and edits in one file</source>
        <translation>Fotos, Einstellungen und Bearbeitungen in einer Datei speichern</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Projekt speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>Save the project before starting anew?</source>
        <translation>Projekt speichern, bevor neu begonnen wird?</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Zu&amp;letzt benutzt</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Noch keine Projekte</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio wurde unerwartet beendet. Ungespeicherte Arbeit von %1 ist erhalten.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>What was changed since the last save is lost otherwise.</source>
        <translation>Sonst geht verloren, was seit dem letzten Speichern geändert wurde.</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>Projekt speichern, bevor ein anderes geöffnet wird?</translation>
    </message>
    <message>
        <source>Open a Project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Save the Project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie es geöffnet wurde</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>%1 Kopf</translation>
    </message>
    <message>
        <source>&amp;Move the Head</source>
        <translation>Kopf &amp;bewegen</translation>
    </message>
    <message>
        <source>Move, size, tilt and turn the head on the picture</source>
        <translation>Den Kopf im Bild verschieben, vergrößern, neigen und drehen</translation>
    </message>
    <message>
        <source>&amp;Pick Skin Colour</source>
        <translation>Haut&amp;farbe aufnehmen</translation>
    </message>
    <message>
        <source>Click the target where the skin has the colour that the new head should have</source>
        <translation>Im Ziel dorthin klicken, wo die Haut die Farbe hat, die der neue Kopf haben soll</translation>
    </message>
    <message>
        <source>Move Head</source>
        <translation>Kopf bewegen</translation>
    </message>
    <message>
        <source>Drag to move, a corner to size, the knob to tilt, with Shift to turn</source>
        <translation>Ziehen verschiebt, eine Ecke vergrößert, der Knopf neigt, mit Umschalt wird gedreht</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pro&amp;grammeinstellungen …</translation>
    </message>
    <message>
        <source>Save the project before restoring the unsaved work?</source>
        <translation>Projekt speichern, bevor die nicht gespeicherte Arbeit wiederhergestellt wird?</translation>
    </message>
    <message>
        <source>Click the place to copy from, then paint</source>
        <translation>Klicken Sie auf die Stelle, die kopiert werden soll, und malen Sie dann</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>Nicht speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts…</source>
        <translation>&amp;Tastenkürzel …</translation>
    </message>
    <message>
        <source>Pick H&amp;air Colour</source>
        <translation>H&amp;aarfarbe aufnehmen</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new hair should have</source>
        <translation>Im Ziel dorthin klicken, wo etwas die Farbe hat, die das neue Haar haben soll</translation>
    </message>
    <message>
        <source>Pick &amp;Lip Colour</source>
        <translation>&amp;Lippenfarbe aufnehmen</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new lips should have</source>
        <translation>Im Ziel dorthin klicken, wo etwas die Farbe hat, die die neuen Lippen haben sollen</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>S&amp;tapel …</translation>
    </message>
    <message>
        <source>Put the head on many targets</source>
        <translation>Den Kopf auf viele Ziele setzen</translation>
    </message>
    <message>
        <source>Open the Photos That Get the Head</source>
        <translation>Fotos öffnen, die den Kopf bekommen</translation>
    </message>
    <message>
        <source>Choose a Folder of Photos That Get the Head</source>
        <translation>Ordner mit Fotos wählen, die den Kopf bekommen</translation>
    </message>
    <message>
        <source>Choose the Folder for the Results</source>
        <translation>Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Leave although the batch is not finished?</source>
        <translation>Beenden, obwohl der Stapel nicht fertig ist?</translation>
    </message>
    <message>
        <source>Pictures that are done stay.</source>
        <translation>Fertige Bilder bleiben.</translation>
    </message>
    <message>
        <source>Stop It and Leave</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>The photo shows no edge there, so the mask stays as it is.</source>
        <translation>Das Foto zeigt dort keine Kante, deshalb bleibt die Maske, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened or saved here. Replace it?</source>
        <translation>%1 wurde von einem anderen Programm geändert, seit es hier geöffnet oder gespeichert wurde. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The other sources are switched off: they show another head.</source>
        <translation>Die anderen Quellen sind ausgeschaltet: Sie zeigen einen anderen Kopf.</translation>
    </message>
    <message>
        <source>It is written as soon as the new result is ready.</source>
        <translation>Es wird geschrieben, sobald das neue Ergebnis da ist.</translation>
    </message>
    <message>
        <source>You can paint as soon as the masks are made…</source>
        <translation>Sie können malen, sobald die Masken erstellt sind …</translation>
    </message>
    <message>
        <source>What you clicked does not look like skin; the new head takes its colour all the same. Undo takes it back.</source>
        <translation>Die angeklickte Stelle sieht nicht wie Haut aus; der neue Kopf nimmt ihre Farbe trotzdem an. „Rückgängig“ nimmt das zurück.</translation>
    </message>
    <message>
        <source>Discard changes and open the saved version?</source>
        <translation>Änderungen verwerfen und die gespeicherte Fassung öffnen?</translation>
    </message>
    <message>
        <source>%1 is open with changes since it was saved.</source>
        <translation>%1 ist geöffnet und wurde seit dem Speichern geändert.</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole. What is missing here is lost for good if the file is replaced. Replace it?</source>
        <translation>%1 konnte nicht vollständig gelesen werden. Was hier fehlt, geht endgültig verloren, wenn die Datei ersetzt wird. Ersetzen?</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 ist schon vorhanden. Ersetzen?</translation>
    </message>
    <message>
        <source>Go on although the picture is not exported yet?</source>
        <translation>Fortfahren, obwohl das Bild noch nicht exportiert ist?</translation>
    </message>
    <message>
        <source>Go On Without It</source>
        <translation>Ohne Bild fortfahren</translation>
    </message>
    <message>
        <source>HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio sollte beendet werden, etwa beim Abmelden. Ungespeicherte Arbeit von %1 ist erhalten.</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
</context>
<context>
    <name>heser::MaskPanel</name>
    <message>
        <source>Colours over the picture</source>
        <translation>Farben über dem Bild</translation>
    </message>
    <message>
        <source>Opacity of the colours</source>
        <translation>Deckkraft der Farben</translation>
    </message>
    <message>
        <source>How far the colours cover the picture</source>
        <translation>Wie weit die Farben das Bild decken</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Show or hide this class</source>
        <translation>Diese Klasse zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Show or hide what the colours mean</source>
        <translation>Zeigen oder verbergen, was die Farben bedeuten</translation>
    </message>
</context>
<context>
    <name>heser::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>heser::PaintBar</name>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Width of the brush in pixels of the photo ([ and ])</source>
        <translation>Breite des Pinsels in Pixeln des Fotos ([ und ])</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>How sharp the edge of the brush is</source>
        <translation>Wie scharf der Rand des Pinsels ist</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>How strongly a stroke works</source>
        <translation>Wie stark ein Strich wirkt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Move the Picture</source>
        <translation>Bild verschieben</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Exchange Classes</source>
        <translation>Klassen tauschen</translation>
    </message>
    <message>
        <source>Take Back All Painting Here</source>
        <translation>Alles hier Gemalte zurücknehmen</translation>
    </message>
    <message>
        <source>Takes back everything that was painted on this layer</source>
        <translation>Nimmt alles zurück, was auf dieser Ebene gemalt wurde</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Class to paint</source>
        <translation>Klasse zum Malen</translation>
    </message>
    <message>
        <source>What the painted pixels are (X goes back to the class before)</source>
        <translation>Was die gemalten Pixel sind (X kehrt zur Klasse davor zurück)</translation>
    </message>
    <message>
        <source>Drag the picture; hold Space to do so with any tool</source>
        <translation>Das Bild verschieben; mit gehaltener Leertaste geht das mit jedem Werkzeug</translation>
    </message>
    <message>
        <source>Paint the chosen class</source>
        <translation>Die gewählte Klasse malen</translation>
    </message>
    <message>
        <source>Add to the blend region: shows the new head, or fills anew beside it</source>
        <translation>Dem Einfügebereich hinzufügen: zeigt den neuen Kopf oder füllt daneben neu</translation>
    </message>
    <message>
        <source>Paint background: takes it out of the head</source>
        <translation>Hintergrund malen: nimmt etwas aus dem Kopf</translation>
    </message>
    <message>
        <source>Take from the blend region: shows the target itself</source>
        <translation>Vom Einfügebereich wegnehmen: zeigt das Ziel selbst</translation>
    </message>
    <message>
        <source>Take back what was painted</source>
        <translation>Gemaltes zurücknehmen</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>Stiftdruck</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>&amp;Rand</translation>
    </message>
    <message>
        <source>Grow, shrink or soften what is painted on</source>
        <translation>Das, worauf gemalt wird, wachsen, schrumpfen oder weich werden lassen</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>&amp;Wachsen</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>&amp;Schrumpfen</translation>
    </message>
    <message>
        <source>&amp;Feather</source>
        <translation>Weich &amp;machen</translation>
    </message>
    <message>
        <source>Width of the edge</source>
        <translation>Breite des Rands</translation>
    </message>
    <message>
        <source>By how many pixels of the photo the edge moves or softens</source>
        <translation>Um wie viele Pixel des Fotos der Rand wandert oder weich wird</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>&amp;Size of the Brush</source>
        <translation>&amp;Größe des Pinsels</translation>
    </message>
    <message>
        <source>&amp;Strength of the Stroke</source>
        <translation>&amp;Stärke des Strichs</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Glätten</translation>
    </message>
    <message>
        <source>Paint all of an outline with the chosen class: draw it, or click its corners</source>
        <translation>Einen ganzen Umriss mit der gewählten Klasse malen: ihn ziehen oder seine Ecken anklicken</translation>
    </message>
    <message>
        <source>Add all of an outline to the blend region: draw it, or click its corners</source>
        <translation>Einen ganzen Umriss zum Einfügebereich hinzunehmen: ihn ziehen oder seine Ecken anklicken</translation>
    </message>
    <message>
        <source>Give a connected piece the chosen class</source>
        <translation>Einem zusammenhängenden Stück die gewählte Klasse geben</translation>
    </message>
    <message>
        <source>Add a hole to the blend region, or take a connected piece away</source>
        <translation>Ein Loch zum Einfügebereich hinzunehmen oder ein zusammenhängendes Stück wegnehmen</translation>
    </message>
    <message>
        <source>Clone: copy from the place that Control and a click set</source>
        <translation>Klonen: kopiert von der Stelle, die Strg und ein Klick festlegen</translation>
    </message>
    <message>
        <source>The background is cloned, not erased</source>
        <translation>Der Hintergrund wird geklont, nicht radiert</translation>
    </message>
    <message>
        <source>Clone all of an outline: draw it, or click its corners</source>
        <translation>Einen ganzen Umriss klonen: zeichnen oder Ecken anklicken</translation>
    </message>
    <message>
        <source>The background is cloned, not filled</source>
        <translation>Der Hintergrund wird geklont, nicht gefüllt</translation>
    </message>
    <message>
        <source>S&amp;nap to Edges</source>
        <translation>An &amp;Kanten anlegen</translation>
    </message>
    <message>
        <source>Moves the border of the last stroke to the edges in the photo, such as those of hair; without a stroke before, the border of the whole class</source>
        <translation>Legt den Rand des letzten Strichs an die Kanten im Foto an, etwa an die der Haare; ohne Strich davor den Rand der ganzen Klasse</translation>
    </message>
    <message>
        <source>Snap &amp;Every Stroke</source>
        <translation>&amp;Jeden Strich anlegen</translation>
    </message>
    <message>
        <source>Strokes go to the edges in the photo by themselves: paint roughly along the hair</source>
        <translation>Striche legen sich von selbst an die Kanten im Foto an: grob an den Haaren entlang malen genügt</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Freistellung</translation>
    </message>
    <message>
        <source>How far the person covers each pixel: paint fine hair softly</source>
        <translation>Wie weit die Person jeden Pixel bedeckt: feines Haar weich malen</translation>
    </message>
    <message>
        <source>Cover: what is painted belongs to the person, as far as opacity says</source>
        <translation>Bedecken: was gemalt wird, gehört zur Person, so weit die Deckkraft reicht</translation>
    </message>
    <message>
        <source>Uncover: what is behind the person shows through</source>
        <translation>Aufdecken: was hinter der Person liegt, scheint durch</translation>
    </message>
    <message>
        <source>Cover all of an outline: draw it, or click its corners</source>
        <translation>Einen ganzen Umriss bedecken: ihn ziehen oder seine Ecken anklicken</translation>
    </message>
    <message>
        <source>The matte is painted, not filled</source>
        <translation>Die Freistellung wird gemalt, nicht gefüllt</translation>
    </message>
    <message>
        <source>Brush Settings</source>
        <translation>Pinseleinstellungen</translation>
    </message>
    <message>
        <source>Hardness and opacity of the brush, and what the pressure of a pen does</source>
        <translation>Härte und Deckkraft des Pinsels, und was der Druck eines Stifts bewirkt</translation>
    </message>
    <message>
        <source>Masks, blend region and background fill can be painted on: choose one of their views</source>
        <translation>Auf Masken, Einfügebereich und Hintergrundfüllung kann gemalt werden: Wählen Sie eine ihrer Ansichten</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Keine Klasse</translation>
    </message>
    <message>
        <source>Ready as soon as the masks are made; choose it now if you like</source>
        <translation>Bereit, sobald die Masken erstellt sind; Sie können es schon jetzt wählen</translation>
    </message>
</context>
<context>
    <name>heser::PaintDesk</name>
    <message>
        <source>Take Back Painting</source>
        <translation>Gemaltes zurücknehmen</translation>
    </message>
    <message>
        <source>Take from Blend Region</source>
        <translation>Vom Einfügebereich wegnehmen</translation>
    </message>
    <message>
        <source>Erase Mask</source>
        <translation>Maske radieren</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Add to Blend Region</source>
        <translation>Dem Einfügebereich hinzufügen</translation>
    </message>
    <message>
        <source>Paint Mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>Fill Mask</source>
        <translation>Maske füllen</translation>
    </message>
    <message>
        <source>Fill Blend Region</source>
        <translation>Einfügebereich füllen</translation>
    </message>
    <message>
        <source>Grow Blend Region</source>
        <translation>Einfügebereich wachsen lassen</translation>
    </message>
    <message>
        <source>Grow Mask</source>
        <translation>Maske wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink Blend Region</source>
        <translation>Einfügebereich schrumpfen lassen</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>Maske schrumpfen lassen</translation>
    </message>
    <message>
        <source>Feather Blend Region</source>
        <translation>Einfügebereich weich machen</translation>
    </message>
    <message>
        <source>Smooth Mask</source>
        <translation>Maske glätten</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>Snap Mask to Edges</source>
        <translation>Maske an Kanten anlegen</translation>
    </message>
    <message>
        <source>Erase Matte</source>
        <translation>Freistellung radieren</translation>
    </message>
    <message>
        <source>Paint Matte</source>
        <translation>Freistellung malen</translation>
    </message>
    <message>
        <source>Grow Matte</source>
        <translation>Freistellung wachsen lassen</translation>
    </message>
    <message>
        <source>Shrink Matte</source>
        <translation>Freistellung schrumpfen lassen</translation>
    </message>
    <message>
        <source>Feather Matte</source>
        <translation>Freistellung weich machen</translation>
    </message>
</context>
<context>
    <name>heser::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen des Programms</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>The language of all texts</source>
        <translation>Die Sprache aller Texte</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Erscheinungsbild</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Helle oder dunkle Fenster</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Wo die Netze rechnen</translation>
    </message>
    <message>
        <source>GPU if there is one, else the processor</source>
        <translation>GPU, wenn es eine gibt, sonst der Prozessor</translation>
    </message>
    <message>
        <source>&amp;Processor threads</source>
        <translation>&amp;Prozessorkerne</translation>
    </message>
    <message>
        <source>How many cores the networks use, from the next start on</source>
        <translation>Wie viele Kerne die Netze nutzen, ab dem nächsten Start</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Alle Kerne</translation>
    </message>
    <message>
        <source>&amp;Unsaved work is kept every</source>
        <translation>Sicher&amp;ung nicht gespeicherter Arbeit alle</translation>
    </message>
    <message>
        <source>After so long at most a copy for recovery is made</source>
        <translation>Nach spätestens dieser Zeit entsteht eine Kopie zur Wiederherstellung</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Memory for undo</source>
        <translation>Speicher für &amp;Rückgängig</translation>
    </message>
    <message>
        <source>When the history holds more, its oldest steps cannot be undone any more</source>
        <translation>Braucht der Verlauf mehr, lassen sich seine ältesten Schritte nicht mehr rückgängig machen</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
</context>
<context>
    <name>heser::RunBox</name>
    <message>
        <source>Add a source and a target first.</source>
        <translation>Fügen Sie zuerst eine Quelle und ein Ziel hinzu.</translation>
    </message>
    <message>
        <source>Add the target first.</source>
        <translation>Fügen Sie zuerst das Ziel hinzu.</translation>
    </message>
    <message>
        <source>Add a source first.</source>
        <translation>Fügen Sie zuerst eine Quelle hinzu.</translation>
    </message>
    <message>
        <source>All sources are switched off.</source>
        <translation>Alle Quellen sind ausgeschaltet.</translation>
    </message>
    <message>
        <source>The result is older than the last change. Swap again to bring it up to date.</source>
        <translation>Das Ergebnis ist älter als die letzte Änderung. Tauschen Sie neu.</translation>
    </message>
    <message>
        <source>The swap failed. %1</source>
        <translation>Der Tausch ist fehlgeschlagen. %1</translation>
    </message>
</context>
<context>
    <name>heser::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>In percent of the face&apos;s size.</source>
        <translation>In Prozent der Gesichtsgröße.</translation>
    </message>
</context>
<context>
    <name>heser::SettingsPanel</name>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>Mehr Einstellungen: %1</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>Diese Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Reset settings: %1</source>
        <translation>Einstellungen zurücksetzen: %1</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>heser::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Press the keys that the chosen command should have</source>
        <translation>Drücken Sie die Tasten, die der gewählte Befehl haben soll</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>&amp;Übliche Tasten</translation>
    </message>
    <message>
        <source>Gives the chosen command the keys that it came with</source>
        <translation>Gibt dem gewählten Befehl die Tasten, mit denen er kam</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Keine Tasten</translation>
    </message>
    <message>
        <source>Takes the keys from the chosen command</source>
        <translation>Nimmt dem gewählten Befehl die Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>Alle &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>%1 had these keys and has lost them.</source>
        <translation>%1 hatte diese Tasten und hat sie verloren.</translation>
    </message>
</context>
<context>
    <name>heser::SourceDelegate</name>
    <message>
        <source>Use or leave out this source (Space)</source>
        <translation>Diese Quelle verwenden oder auslassen (Leertaste)</translation>
    </message>
    <message>
        <source>Remove this source (Delete)</source>
        <translation>Diese Quelle entfernen (Entf)</translation>
    </message>
    <message>
        <source>Choose the face</source>
        <translation>Gesicht wählen</translation>
    </message>
</context>
<context>
    <name>heser::SourcesModel</name>
    <message>
        <source>No face found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Gesicht wird gesucht …</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Gesicht %1 von %2</translation>
    </message>
    <message>
        <source>Counts %1 %</source>
        <translation>Zählt %1 %</translation>
    </message>
    <message>
        <source>Face cut off</source>
        <translation>Gesicht abgeschnitten</translation>
    </message>
    <message>
        <source>This photo is off; it leads, as you chose, as soon as it is on again.</source>
        <translation>Dieses Foto ist ausgeschaltet; es führt, wie Sie es festgelegt haben, sobald es wieder eingeschaltet ist.</translation>
    </message>
    <message>
        <source>This photo leads, as you chose: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Dieses Foto führt, wie Sie es festgelegt haben: Mund, Augen und Brille stammen daraus, wenn kein anderes sie besser zeigt.</translation>
    </message>
    <message>
        <source>This photo leads, since its pose is nearest to the target&apos;s: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Dieses Foto führt, weil es dem Ziel in der Haltung am nächsten ist: Mund, Augen und Brille stammen daraus, wenn kein anderes sie besser zeigt.</translation>
    </message>
</context>
<context>
    <name>heser::SourcesStrip</name>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Photos that give the head. Space switches one on or off, Delete removes it, Control with the arrow keys moves it.</source>
        <translation>Fotos, die den Kopf geben. Die Leertaste schaltet eines ein oder aus, Entf entfernt es, Strg mit Pfeiltasten verschiebt es.</translation>
    </message>
    <message>
        <source>Drop photos of the head here, or click to open them</source>
        <translation>Fotos des Kopfes hier ablegen oder zum Öffnen klicken</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Gesicht wählen</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How much this photo counts among several</source>
        <translation>Wie viel dieses Foto unter mehreren zählt</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Lead with This Photo</source>
        <translation>Dieses Foto führen lassen</translation>
    </message>
    <message>
        <source>Choose the Leading Photo Automatically</source>
        <translation>Führendes Foto automatisch wählen</translation>
    </message>
</context>
<context>
    <name>heser::StartPage</name>
    <message>
        <source>Put a head on another body</source>
        <translation>Einen Kopf auf einen anderen Körper setzen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>One or more photos of the person whose head is wanted. A photo that looks the same way as the target is best.</source>
        <translation>Ein oder mehrere Fotos des Menschen, dessen Kopf gewünscht ist. Am besten mit gleicher Blickrichtung wie das Ziel.</translation>
    </message>
    <message>
        <source>Open Sources…</source>
        <translation>Quellen öffnen …</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The photo that gets the head.</source>
        <translation>Das Foto, das den Kopf bekommt.</translation>
    </message>
    <message>
        <source>Open Target…</source>
        <translation>Ziel öffnen …</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Then adjust expression, pose, colour and light, and export.</source>
        <translation>Dann Ausdruck, Haltung, Farbe und Licht anpassen und exportieren.</translation>
    </message>
    <message>
        <source>You can also drop photos here or paste them.</source>
        <translation>Sie können Fotos auch hier ablegen oder einfügen.</translation>
    </message>
    <message>
        <source>Add Sources…</source>
        <translation>Quellen hinzufügen …</translation>
    </message>
    <message>
        <source>Try It with Sample Photos</source>
        <translation>Mit Beispielfotos ausprobieren</translation>
    </message>
    <message>
        <source>Opens two portraits in the public domain</source>
        <translation>Öffnet zwei gemeinfreie Porträts</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Use photos whose people agreed to it, or could not be harmed or deceived by it, and do not pass results off as real. No photo leaves your computer.</source>
        <translation>Verwenden Sie Fotos, deren Personen zugestimmt haben oder weder geschädigt noch getäuscht werden können, und geben Sie Ergebnisse nicht als echt aus. Kein Foto verlässt Ihren Computer.</translation>
    </message>
</context>
<context>
    <name>heser::SwapDocument</name>
    <message>
        <source>Add Source</source>
        <translation>Quelle hinzufügen</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation>Quelle entfernen</translation>
    </message>
    <message>
        <source>Move Source</source>
        <translation>Quelle verschieben</translation>
    </message>
    <message>
        <source>Switch Source On</source>
        <translation>Quelle einschalten</translation>
    </message>
    <message>
        <source>Switch Source Off</source>
        <translation>Quelle ausschalten</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Gesicht wählen</translation>
    </message>
    <message>
        <source>Set Target</source>
        <translation>Ziel setzen</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Exchange Source and Target</source>
        <translation>Quelle und Ziel vertauschen</translation>
    </message>
    <message>
        <source>Open Photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Reset Settings</source>
        <translation>Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Weigh Source</source>
        <translation>Quelle gewichten</translation>
    </message>
    <message>
        <source>Choose Leading Photo Automatically</source>
        <translation>Führendes Foto automatisch wählen</translation>
    </message>
    <message>
        <source>Pin Leading Photo</source>
        <translation>Führendes Foto festlegen</translation>
    </message>
    <message>
        <source>Leave Out Source</source>
        <translation>Quelle weglassen</translation>
    </message>
</context>
<context>
    <name>heser::SwapSession</name>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>%1 wurde in %2 gespeichert.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Eingefügtes Bild</translation>
    </message>
    <message>
        <source>Only %1 is opened: a project has its photos in it.</source>
        <translation>Nur %1 wird geöffnet: ein Projekt enthält seine Fotos selbst.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done, %2 failed.</source>
        <translation>Der Stapel ist fertig: %1 erledigt, %2 misslungen.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done.</source>
        <translation>Der Stapel ist fertig: %1 erledigt.</translation>
    </message>
    <message>
        <source>The unsaved work</source>
        <translation>Die nicht gespeicherte Arbeit</translation>
    </message>
    <message>
        <source>%1 was not exported, since its result was not made.</source>
        <translation>%1 wurde nicht exportiert, da das Ergebnis nicht erstellt wurde.</translation>
    </message>
    <message>
        <source>%1 is exported as soon as the new result is ready.</source>
        <translation>%1 wird exportiert, sobald das neue Ergebnis da ist.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in case the program ends unexpectedly (%1); save the project often.</source>
        <translation>Nicht gespeicherte Arbeit kann nicht für den Fall eines unerwarteten Programmendes aufbewahrt werden (%1); speichern Sie das Projekt oft.</translation>
    </message>
    <message>
        <source>%1 was switched off; the other photos are used.</source>
        <translation>%1 wurde ausgeschaltet; die anderen Fotos werden verwendet.</translation>
    </message>
</context>
<context>
    <name>heser::TargetSlot</name>
    <message>
        <source>Choose the face</source>
        <translation>Gesicht wählen</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Foto öffnen, das den Kopf bekommt</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>Kein Gesicht gefunden</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Gesicht wird gesucht …</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Gesicht %1 von %2</translation>
    </message>
    <message>
        <source>Drop the photo that gets the head here, or click to open it</source>
        <translation>Foto, das den Kopf bekommt, hier ablegen oder zum Öffnen klicken</translation>
    </message>
</context>
<context>
    <name>heser::ViewBar</name>
    <message>
        <source>Before and After</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>of the target</source>
        <translation>des Ziels</translation>
    </message>
    <message>
        <source>of the new head</source>
        <translation>des neuen Kopfes</translation>
    </message>
    <message>
        <source>Whose masks</source>
        <translation>Wessen Masken</translation>
    </message>
    <message>
        <source>Whose masks are shown</source>
        <translation>Wessen Masken gezeigt werden</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>Das fertige Bild</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The photo that gets the head</source>
        <translation>Das Foto, das den Kopf bekommt</translation>
    </message>
    <message>
        <source>The new head, posed for the target</source>
        <translation>Der neue Kopf in der Haltung des Ziels</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>What every part of the picture was taken for</source>
        <translation>Wofür jeder Teil des Bildes gehalten wurde</translation>
    </message>
    <message>
        <source>Before and after, with a line to drag (\)</source>
        <translation>Vorher und nachher, mit verschiebbarer Linie (\)</translation>
    </message>
    <message>
        <source>Colour Reference</source>
        <translation>Farbvorlage</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>The new head in the colours of the scene</source>
        <translation>Der neue Kopf in den Farben der Szene</translation>
    </message>
    <message>
        <source>Blend Region</source>
        <translation>Einfügebereich</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Where the result differs from the target</source>
        <translation>Wo sich das Ergebnis vom Ziel unterscheidet</translation>
    </message>
    <message>
        <source>Background Fill</source>
        <translation>Hintergrundfüllung</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <source>The target without its head</source>
        <translation>Das Ziel ohne seinen Kopf</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>New Head</source>
        <translation>Neuer Kopf</translation>
    </message>
</context>
<context>
    <name>heser::ZoomBar</name>
    <message>
        <source>Zoom In</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Actual Pixels</source>
        <translation>Wirkliche Pixel</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>Bildschirmpixel je Bildpixel</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel &amp;Grid</source>
        <translation>Pixel&amp;gitter</translation>
    </message>
    <message>
        <source>Lines between the picture&apos;s pixels from 800 % on</source>
        <translation>Linien zwischen den Pixeln des Bildes ab 800 %</translation>
    </message>
</context>
</TS>
