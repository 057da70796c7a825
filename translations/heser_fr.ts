<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>Devices</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processeur</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 cœur</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 cœurs</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>%1° to the right</source>
        <translation>%1° vers la droite</translation>
    </message>
    <message>
        <source>%1° to the left</source>
        <translation>%1° vers la gauche</translation>
    </message>
    <message>
        <source>%1° up</source>
        <translation>%1° vers le haut</translation>
    </message>
    <message>
        <source>%1° down</source>
        <translation>%1° vers le bas</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>Regarde devant soi</translation>
    </message>
    <message>
        <source>Face %1: %2</source>
        <translation>Visage %1 : %2</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>HeSer projects</source>
        <translation>Projets HeSer</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Background</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Peau</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Sourcils</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Yeux</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Lunettes</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Oreilles</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nez</translation>
    </message>
    <message>
        <source>Inner mouth</source>
        <translation>Bouche</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Lèvre sup.</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Lèvre inf.</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cou</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>Vêtements</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cheveux</translation>
    </message>
    <message>
        <source>Headwear</source>
        <translation>Couvre-chef</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>Nouvelle tête</translation>
    </message>
    <message>
        <source>Filled anew</source>
        <translation>Rempli à neuf</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This</source>
        <translation>Ceci</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; use another photo.</source>
        <translation>Le visage demandé n’est pas dans %1 ; utilisez une autre photo.</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; faces found there: %2; choose one of them.</source>
        <translation>Le visage demandé n’est pas dans %1 ; visages trouvés : %2 ; choisissez l’un d’eux.</translation>
    </message>
    <message>
        <source>%1 is too large; make it smaller first.</source>
        <translation>%1 est trop grande ; réduisez-la d’abord.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, at most %3 can be used; make it smaller first.</source>
        <translation>%1 a %2 mégapixels, %3 au plus sont possibles ; réduisez-la d’abord.</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small; use a photo with more pixels.</source>
        <translation>%1 ou le visage qu’elle montre est trop petit ; utilisez une photo avec plus de pixels.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target; a photo that looks the same way gives a better head.</source>
        <translation>%1 est tournée de %2 degrés par rapport à la cible ; une photo qui regarde du même côté donne une meilleure tête.</translation>
    </message>
    <message>
        <source>%1 is blurred, and so will be the result; use a sharper photo.</source>
        <translation>%1 est floue, et le résultat le sera aussi ; utilisez une photo plus nette.</translation>
    </message>
    <message>
        <source>%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; use a photo in softer light.</source>
        <translation>%2 % de la peau dans %1 est sur- ou sous-exposée, les couleurs ne peuvent y être accordées ; utilisez une photo en lumière plus douce.</translation>
    </message>
    <message>
        <source>%1 shows %2 faces, the largest was used; choose another if that is wrong.</source>
        <translation>%1 montre %2 visages, le plus grand a été pris ; choisissez-en un autre si ce n’est pas le bon.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photos (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>Le visage de %1 a une autre forme que sur les autres photos (%2 % de sa largeur), il compte donc peu ; écartez-le s’il s’agit d’une autre personne.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photos, so it counts little; use a sharper one.</source>
        <translation>%1 est plus floue que les autres photos, elle compte donc peu ; utilisez-en une plus nette.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target and shows nothing that is needed; it can be left out.</source>
        <translation>%1 est tournée de %2 degrés par rapport à la cible et ne montre rien d’utile ; elle peut être écartée.</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Chargement des réseaux</translation>
    </message>
    <message>
        <source>Finding the target&apos;s face</source>
        <translation>Recherche du visage de la cible</translation>
    </message>
    <message>
        <source>Reading the target&apos;s head</source>
        <translation>Lecture de la tête de la cible</translation>
    </message>
    <message>
        <source>Finding the source&apos;s face</source>
        <translation>Recherche du visage de la source</translation>
    </message>
    <message>
        <source>Reading the source&apos;s head</source>
        <translation>Lecture de la tête de la source</translation>
    </message>
    <message>
        <source>Applying painted masks</source>
        <translation>Application des masques peints</translation>
    </message>
    <message>
        <source>Applying the painted region</source>
        <translation>Application de la zone peinte</translation>
    </message>
    <message>
        <source>Making a preview</source>
        <translation>Création d’un aperçu</translation>
    </message>
    <message>
        <source>Shaping the head</source>
        <translation>Mise en forme de la tête</translation>
    </message>
    <message>
        <source>Aligning the head</source>
        <translation>Alignement de la tête</translation>
    </message>
    <message>
        <source>Matching the colours</source>
        <translation>Accord des couleurs</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Composing the picture</source>
        <translation>Composition de l’image</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Lecture des photos</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Écriture de l’image</translation>
    </message>
    <message>
        <source>%1 cannot be used like this%2.</source>
        <translation>%1 ne peut pas être utilisé ainsi%2.</translation>
    </message>
    <message>
        <source>%1 cannot be written%2; choose another place or name.</source>
        <translation>%1 ne peut être écrit%2 ; choisissez un autre endroit ou nom.</translation>
    </message>
    <message>
        <source>%1, a file of this program, is missing or damaged%2; install the program again.</source>
        <translation>%1, un fichier de ce programme, manque ou est endommagé%2 ; réinstallez le programme.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of HeSer Studio; open it with that version.</source>
        <translation>%1 a été créé par une version plus récente de HeSer Studio ; ouvrez-le avec celle-ci.</translation>
    </message>
    <message>
        <source>%1 cannot be used%2; mend it or choose another file.</source>
        <translation>%1 ne peut être utilisé%2 ; réparez-le ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is%2; close other programs or use smaller photos.</source>
        <translation>%1 demande plus de mémoire qu’il n’y en a%2 ; fermez d’autres programmes ou utilisez des photos plus petites.</translation>
    </message>
    <message>
        <source>%1 cannot be used for computing%2; use the processor instead (device &quot;cpu&quot;).</source>
        <translation>%1 ne peut servir au calcul%2 ; utilisez plutôt le processeur (appareil « cpu »).</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be reached at %1%2; see what they say, then start all of them again.</source>
        <translation>Les autres processus de cet entraînement sont injoignables à l’adresse %1%2 ; voyez ce qu’ils signalent, puis relancez-les tous.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; please report it with this text: %1</source>
        <translation>Une erreur inattendue s’est produite ; veuillez la signaler avec ce texte : %1</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more pixels.</source>
        <translation>%1 ou le visage qu’elle contient est trop petit (%2 pixels sur au moins %3) ; utilisez une photo avec plus de pixels.</translation>
    </message>
    <message>
        <source>the source %1 is damaged</source>
        <translation>la photo source %1 est endommagée</translation>
    </message>
    <message>
        <source>the target %1 is damaged</source>
        <translation>la photo cible %1 est endommagée</translation>
    </message>
    <message>
        <source>what was painted on %1 is damaged</source>
        <translation>ce qui a été peint sur %1 est endommagé</translation>
    </message>
    <message>
        <source>this version does not know the setting %1</source>
        <translation>cette version ne connaît pas le réglage %1</translation>
    </message>
    <message>
        <source>the setting %1 is damaged</source>
        <translation>le réglage %1 est endommagé</translation>
    </message>
    <message>
        <source>Measuring the photo&apos;s quality</source>
        <translation>Mesure de la qualité de la photo</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 ne peut pas être lu comme une photo%2 ; choisissez un autre fichier ou enregistrez-le de nouveau en JPEG ou PNG.</translation>
    </message>
    <message>
        <source>Nor can these be used: %1.</source>
        <translation>Ceux-ci ne peuvent pas être utilisés non plus : %1.</translation>
    </message>
    <message>
        <source>The weights of the refinement are missing or do not fit this version; the head is as geometry makes it.</source>
        <translation>Les poids de l’affinage manquent ou ne conviennent pas à cette version ; la tête est telle que la géométrie la donne.</translation>
    </message>
    <message>
        <source>The weights of the blending network are missing or do not fit this version, so seams and fills are left as geometry makes them.</source>
        <translation>Les poids du réseau de fusion manquent ou ne conviennent pas à cette version ; les raccords et les remplissages restent tels que la géométrie les fait.</translation>
    </message>
    <message>
        <source>Mending seams and fills</source>
        <translation>Retouche des raccords et des remplissages</translation>
    </message>
    <message>
        <source>Applying the painted fill</source>
        <translation>Application du remplissage peint</translation>
    </message>
    <message>
        <source>Applying the painted matte</source>
        <translation>Application du détourage peint</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.</source>
        <translation>%1 est tournée de %2 degrés sur le côté ; une photo de face convient à plus de cibles.</translation>
    </message>
    <message>
        <source>Another person?</source>
        <translation>Autre personne ?</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Floue</translation>
    </message>
    <message>
        <source>Turned too far</source>
        <translation>Trop tournée</translation>
    </message>
    <message>
        <source>Head cut off</source>
        <translation>Tête coupée</translation>
    </message>
    <message>
        <source>Harsh light</source>
        <translation>Lumière dure</translation>
    </message>
    <message>
        <source>the list of sources is damaged</source>
        <translation>la liste des photos sources est endommagée</translation>
    </message>
    <message>
        <source>the target is damaged</source>
        <translation>la photo cible est endommagée</translation>
    </message>
    <message>
        <source>%1 is another picture than was saved</source>
        <translation>%1 n’est pas l’image qui avait été enregistrée</translation>
    </message>
    <message>
        <source>the entry &quot;%2&quot; on %1 is damaged</source>
        <translation>l’entrée « %2 » sur %1 est endommagée</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of its contents is damaged</source>
        <translation>l’entrée « %1 » de son contenu est endommagée</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>et plus encore</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole (%2); all else was kept, look at it before you use it.</source>
        <translation>%1 n’a pas pu être lu en entier (%2) ; tout le reste a été conservé, regardez-le avant de l’utiliser.</translation>
    </message>
    <message>
        <source>%1 shows too little hair to take its colour from, so the hair keeps its own; pick a colour instead.</source>
        <translation>%1 montre trop peu de cheveux pour en reprendre la couleur, les cheveux gardent donc la leur ; prélevez plutôt une couleur.</translation>
    </message>
    <message>
        <source>No face was found in %1; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>Aucun visage trouvé dans %1 ; utilisez une photo qui montre tout le visage, bien éclairé et grand d’au moins %2 pixels.</translation>
    </message>
    <message>
        <source>There is no display to show the window on; start it in a desktop session, or use the command heser.</source>
        <translation>Il n’y a pas d’écran pour la fenêtre ; lancez-la dans une session de bureau, ou utilisez la commande heser.</translation>
    </message>
    <message>
        <source>The weights of the network for hidden bodies are missing or do not fit this version, so necks and shoulders behind hair are guessed by rules.</source>
        <translation>Les poids du réseau des corps cachés manquent ou ne conviennent pas à cette version ; le cou et les épaules derrière les cheveux sont donc complétés par des règles.</translation>
    </message>
    <message>
        <source>what is said to be painted on %1 belongs to another picture</source>
        <translation>ce qui est censé être peint sur %1 appartient à une autre image</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>la fin du fichier manque</translation>
    </message>
    <message>
        <source>%1 does not exist%2; check its name and folder.</source>
        <translation>%1 n’existe pas%2 ; vérifiez son nom et son dossier.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>un dossier</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>un fichier vide</translation>
    </message>
    <message>
        <source>damaged or cut short</source>
        <translation>endommagé ou tronqué</translation>
    </message>
    <message>
        <source>its inks cannot be converted</source>
        <translation>ses encres ne peuvent pas être converties</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>pas un fichier</translation>
    </message>
    <message>
        <source>samples are neither 8 nor 16 bits wide</source>
        <translation>les échantillons ne sont ni de 8 ni de 16 bits</translation>
    </message>
    <message>
        <source>too many channels</source>
        <translation>trop de canaux</translation>
    </message>
    <message>
        <source>Unlike the other photos</source>
        <translation>Différent des autres photos</translation>
    </message>
    <message>
        <source>%1 shows neither neck nor collar under the face, so the new head may hang in the air; use a photo that shows them.</source>
        <translation>%1 ne montre ni cou ni col sous le visage, si bien que la nouvelle tête peut flotter dans le vide ; prenez une photo qui les montre.</translation>
    </message>
    <message>
        <source>it would be written over a photo that is open; choose another name</source>
        <translation>cela remplacerait une photo ouverte ; choisissez un autre nom</translation>
    </message>
    <message>
        <source>The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.</source>
        <translation>La tête dans %1 est inclinée de %2 degrés ; faites pivoter la photo jusqu’à ce qu’elle soit droite.</translation>
    </message>
    <message>
        <source>%1 is black and white, so hair, eyes and lips stay grey in the result; use a colour photo.</source>
        <translation>%1 est en noir et blanc : cheveux, yeux et lèvres restent gris dans le résultat ; utilisez une photo en couleurs.</translation>
    </message>
    <message>
        <source>%1 is black and white, but the new head keeps colours of its own; make the head&apos;s photo black and white, too.</source>
        <translation>%1 est en noir et blanc, mais la nouvelle tête garde des couleurs ; passez aussi la photo de la tête en noir et blanc.</translation>
    </message>
    <message>
        <source>Not upright</source>
        <translation>Pas droite</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Noir et blanc</translation>
    </message>
    <message>
        <source>Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that shows more of them gives a better body.</source>
        <translation>Les cheveux cachent %2 % du cou et des épaules dans %1, qui sont donc inventés ; une photo qui en montre davantage donne un meilleur corps.</translation>
    </message>
    <message>
        <source>The border of %1 cuts the head off; use a photo that shows all of it.</source>
        <translation>Le bord de %1 coupe la tête ; utilisez une photo qui la montre en entier.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face; use a photo that shows all of it.</source>
        <translation>Le bord de %1 coupe le visage ; utilisez une photo qui le montre en entier.</translation>
    </message>
    <message>
        <source>%1 cannot be written, since there is no folder %2; make it or choose another place.</source>
        <translation>%1 ne peut pas être écrit, car le dossier %2 n’existe pas ; créez-le ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <source>No face was found in %1, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>Aucun visage trouvé dans %1, qui a donc été laissée de côté ; utilisez une photo qui montre tout le visage, bien éclairé et grand d’au moins %2 pixels.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face, so it was left out; use a photo that shows all of it.</source>
        <translation>Le bord de %1 coupe le visage, cette photo a donc été laissée de côté ; utilisez une photo qui montre le visage en entier.</translation>
    </message>
    <message>
        <source>%2 % of the head in %1 is transparent and may be missing in the result; use a photo that shows all of it.</source>
        <translation>%2 % de la tête dans %1 est transparente et manque peut-être dans le résultat ; utilisez une photo qui la montre en entier.</translation>
    </message>
    <message>
        <source>Partly transparent</source>
        <translation>En partie transparente</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>Aucun visage trouvé dans %1, transparente à %3 % ; utilisez une photo qui montre tout le visage, bien éclairé et grand d’au moins %2 pixels.</translation>
    </message>
    <message>
        <source>the border of %1 cuts through the face</source>
        <translation>le bord de %1 coupe le visage</translation>
    </message>
    <message>
        <source>too much of the face in %1 is transparent</source>
        <translation>une trop grande partie du visage dans %1 est transparente</translation>
    </message>
    <message>
        <source>no face was found in %1</source>
        <translation>aucun visage trouvé dans %1</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); use a photo that shows the whole face.</source>
        <translation>Aucune des photos de la tête n’est utilisable (%1) ; utilisez une photo qui montre tout le visage.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent; use a photo that shows all of it.</source>
        <translation>Une trop grande partie du visage dans %1 est transparente ; utilisez une photo qui montre le visage en entier.</translation>
    </message>
    <message>
        <source>The device %1 is not there, the processor does the work instead.</source>
        <translation>L’appareil %1 n’est pas présent, le processeur fait le travail à sa place.</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>Aucun visage trouvé dans %1, transparente à %3 %, qui a donc été laissée de côté ; utilisez une photo qui montre tout le visage, bien éclairé et grand d’au moins %2 pixels.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent, so it was left out; use a photo that shows all of it.</source>
        <translation>Une trop grande partie du visage dans %1 est transparente, cette photo a donc été laissée de côté ; utilisez une photo qui montre le visage en entier.</translation>
    </message>
    <message>
        <source>%1 is given more than once; it counts once.</source>
        <translation>%1 est donnée plusieurs fois ; elle compte une seule fois.</translation>
    </message>
    <message>
        <source>%1 shows the very same head as %2; both together count once.</source>
        <translation>%1 montre exactement la même tête que %2 ; les deux ensemble comptent une seule fois.</translation>
    </message>
    <message>
        <source>%1 was to lead, but was left out, so another photo leads.</source>
        <translation>%1 devait mener, mais a été laissée de côté ; une autre photo mène donc.</translation>
    </message>
    <message>
        <source>The face that was chosen in %1 does not count, since the photo was left out.</source>
        <translation>Le visage choisi dans %1 ne compte pas, puisque la photo a été laissée de côté.</translation>
    </message>
    <message>
        <source>Given twice</source>
        <translation>En double</translation>
    </message>
    <message>
        <source>The border of %1 cuts the new head off; make it smaller, move it, or use a photo with more room around the head.</source>
        <translation>Le bord de %1 coupe la nouvelle tête ; réduisez-la, déplacez-la ou prenez une photo avec plus de place autour de la tête.</translation>
    </message>
    <message>
        <source>%1 seems to be a copy of %2, in other quality; leave the poorer one out.</source>
        <translation>%1 semble être une copie de %2 dans une autre qualité ; laissez de côté la moins bonne.</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>Une copie</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo</source>
        <translation>%1 ne peut pas être lu comme une photo</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 est trop petite</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 est trop grande</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2, so it was left out; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 ne peut pas être lu comme une photo%2 et a donc été laissé de côté ; choisissez un autre fichier ou enregistrez-le de nouveau en JPEG ou PNG.</translation>
    </message>
    <message>
        <source>%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with more pixels.</source>
        <translation>%1 est trop petite (%2 pixels sur au moins %3) et a donc été laissée de côté ; utilisez une photo avec plus de pixels.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make it smaller first.</source>
        <translation>%1 a %2 mégapixels, %3 au plus sont possibles, cette photo a donc été laissée de côté ; réduisez-la d’abord.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, which goes into the result; use a photo that shows all of the face.</source>
        <translation>Une seule couleur couvre %2 % du visage dans %1 et passe dans le résultat ; utilisez une photo qui montre tout le visage.</translation>
    </message>
    <message>
        <source>%2 % of the head and its surroundings in %1 is transparent, so the result shows little but the new head; use a photo without transparency.</source>
        <translation>%2 % de la tête et de ses alentours dans %1 sont transparents, le résultat ne montre donc guère que la nouvelle tête ; utilisez une photo sans transparence.</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>Visage couvert</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual; set it back or use another photo.</source>
        <translation>Aucun visage trouvé dans %1, car le réglage %2 est plus élevé que d’habitude ; rétablissez-le ou utilisez une autre photo.</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual, so it was left out; set it back or use another photo.</source>
        <translation>Aucun visage trouvé dans %1, car le réglage %2 est plus élevé que d’habitude, cette photo a donc été laissée de côté ; rétablissez-le ou utilisez une autre photo.</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); set the settings that are named back, since they are higher than usual, or use a photo that shows the whole face.</source>
        <translation>Aucune des photos de la tête n’est utilisable (%1) ; rétablissez les réglages nommés, plus élevés que d’habitude, ou utilisez une photo qui montre tout le visage.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than the first of the photos that are used; leave it out if it does.</source>
        <translation>%1 semble montrer une autre personne que la première des photos utilisées ; si c’est le cas, laissez-la de côté.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than %2; leave it out if it does.</source>
        <translation>%1 semble montrer une autre personne que %2 ; si c’est le cas, laissez-la de côté.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour; what that hides comes from the other photos.</source>
        <translation>Une seule couleur couvre %2 % du visage dans %1 ; ce qu’elle cache vient des autres photos.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, so the new head takes its colours from the rest; use a photo that shows all of the face.</source>
        <translation>Une seule couleur couvre %2 % du visage dans %1, la nouvelle tête prend donc ses couleurs sur le reste ; utilisez une photo qui montre tout le visage.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is partly transparent, and so will be the new head there; use a photo without transparency if that is not meant.</source>
        <translation>%2 % du visage dans %1 sont en partie transparents, et la nouvelle tête le sera aussi à cet endroit ; utilisez une photo sans transparence si ce n’est pas voulu.</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>Recherche des visages</translation>
    </message>
    <message>
        <source>Reading the heads</source>
        <translation>Lecture des têtes</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>Mesure du résultat</translation>
    </message>
    <message>
        <source>Preparing photos to learn from</source>
        <translation>Préparation des photos d’apprentissage</translation>
    </message>
    <message>
        <source>The result is partly transparent, which JPEG cannot hold, so it is laid on white; choose PNG, TIFF or WebP to keep that.</source>
        <translation>Le résultat est en partie transparent, ce que JPEG ne peut pas enregistrer, il est donc posé sur du blanc ; choisissez PNG, TIFF ou WebP pour conserver la transparence.</translation>
    </message>
    <message>
        <source>Refining the pose</source>
        <translation>Affinage de la pose</translation>
    </message>
    <message>
        <source>Mending the head</source>
        <translation>Retouche de la tête</translation>
    </message>
    <message>
        <source>it holds no still picture</source>
        <translation>ne contient aucune image fixe</translation>
    </message>
    <message>
        <source>its brightness is coded for HDR screens (PQ or HLG)</source>
        <translation>sa luminosité est codée pour des écrans HDR (PQ ou HLG)</translation>
    </message>
    <message>
        <source>no decoder for its pixels is installed</source>
        <translation>aucun décodeur n&apos;est installé pour ses pixels</translation>
    </message>
    <message>
        <source>not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file</source>
        <translation>pas un fichier JPEG, PNG, TIFF, WebP, HEIC ou AVIF</translation>
    </message>
    <message>
        <source>its folder takes no files</source>
        <translation>son dossier n’accepte aucun fichier</translation>
    </message>
    <message>
        <source>%1 (source %2 of %3) leads, since its pose is nearest to the target&apos;s, so most of the head comes from it; let another source lead if that one shows the head better.</source>
        <translation>%1 (source %2 sur %3) mène, car sa pose est la plus proche de celle de la cible, et l’essentiel de la tête en provient donc ; faites mener une autre source si elle montre mieux la tête.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photo, so it counts little; use a sharper one.</source>
        <translation>%1 est plus floue que l’autre photo, elle compte donc peu ; utilisez-en une plus nette.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photo (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>Le visage de %1 a une autre forme que sur l’autre photo (%2 % de sa largeur), il compte donc peu ; écartez-le s’il s’agit d’une autre personne.</translation>
    </message>
    <message>
        <source>The head in %1 has %2 % of the size that it gets in the target, so the result looks soft; use a photo that shows it larger.</source>
        <translation>La tête de %1 a %2 % de la taille qu’elle prend dans la cible, le résultat paraît donc flou ; utilisez une photo qui la montre plus grande.</translation>
    </message>
    <message>
        <source>Unlike the other photo</source>
        <translation>Différent de l’autre photo</translation>
    </message>
    <message>
        <source>Head too small</source>
        <translation>Tête trop petite</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far lighter to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>La peau de la tête devient bien plus claire pour s’accorder à %1 ; moins de couleur de peau lui laisse son propre ton, mais sépare le visage du cou.</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far darker to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>La peau de la tête devient bien plus foncée pour s’accorder à %1 ; moins de couleur de peau lui laisse son propre ton, mais sépare le visage du cou.</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Pick Hair Colour</source>
        <translation>Prélever la couleur des cheveux</translation>
    </message>
    <message>
        <source>Pick Lip Colour</source>
        <translation>Prélever la couleur des lèvres</translation>
    </message>
    <message>
        <source>Pick Skin Colour</source>
        <translation>Prélever la couleur de peau</translation>
    </message>
    <message>
        <source>Click the colour that the new hair should have</source>
        <translation>Cliquez sur la couleur que doivent avoir les nouveaux cheveux</translation>
    </message>
    <message>
        <source>Click the colour that the new lips should have</source>
        <translation>Cliquez sur la couleur que doivent avoir les nouvelles lèvres</translation>
    </message>
    <message>
        <source>Click the skin whose colour the new head should have</source>
        <translation>Cliquez sur la peau dont la nouvelle tête doit prendre la couleur</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Expression</source>
        <translation>Expression</translation>
    </message>
    <message>
        <source>How far mouth, eyes and brows take on the target&apos;s expression.</source>
        <translation>Dans quelle mesure la bouche, les yeux et les sourcils prennent l’expression de la cible.</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>How far the head turns as the target&apos;s does.</source>
        <translation>Dans quelle mesure la tête tourne comme celle de la cible.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Rotation</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>Hochement</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Inclinaison</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Size of the head; 100 % fits the target&apos;s face.</source>
        <translation>Taille de la tête ; 100 % correspond au visage de la cible.</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Gauche et droite</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Haut et bas</translation>
    </message>
    <message>
        <source>How much of the pose error measured on the result is corrected.</source>
        <translation>Quelle part de l’erreur de pose mesurée sur le résultat est corrigée.</translation>
    </message>
    <message>
        <source>How often the pose is measured and corrected; each takes time.</source>
        <translation>Combien de fois la pose est mesurée et corrigée ; chacune prend du temps.</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>Couleur de peau</translation>
    </message>
    <message>
        <source>How far the skin takes on the colour of the target&apos;s skin.</source>
        <translation>Dans quelle mesure la peau prend la couleur de celle de la cible.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Lumière</translation>
    </message>
    <message>
        <source>How far the head is lit from where the target&apos;s head is lit.</source>
        <translation>Dans quelle mesure la tête est éclairée du même côté que celle de la cible.</translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>Contraste minimal</translation>
    </message>
    <message>
        <source>How flat the shading of the skin may become to match the target&apos;s.</source>
        <translation>Jusqu’où le modelé de la peau peut s’aplatir pour s’accorder à la cible.</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>Contraste maximal</translation>
    </message>
    <message>
        <source>How strong the shading of the skin may become to match the target&apos;s.</source>
        <translation>Jusqu’où le modelé de la peau peut s’accentuer pour s’accorder à la cible.</translation>
    </message>
    <message>
        <source>Tint of hair and eyes</source>
        <translation>Teinte des cheveux et des yeux</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the tint of the scene.</source>
        <translation>Dans quelle mesure cheveux, yeux et dents suivent la teinte de la scène.</translation>
    </message>
    <message>
        <source>Brightness of hair and eyes</source>
        <translation>Luminosité des cheveux et des yeux</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the exposure of the scene.</source>
        <translation>Dans quelle mesure cheveux, yeux et dents suivent l’exposition de la scène.</translation>
    </message>
    <message>
        <source>Light on hair</source>
        <translation>Lumière sur les cheveux</translation>
    </message>
    <message>
        <source>How far the hair follows the direction of the light.</source>
        <translation>Dans quelle mesure les cheveux suivent la direction de la lumière.</translation>
    </message>
    <message>
        <source>Picked skin colour</source>
        <translation>Couleur de peau prélevée</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s skin; pick it with the eyedropper (I).</source>
        <translation>Dans quelle mesure une couleur prélevée remplace la peau de la cible ; prélevez-la avec la pipette (I).</translation>
    </message>
    <message>
        <source>Picked red</source>
        <translation>Rouge prélevé</translation>
    </message>
    <message>
        <source>How red the picked skin colour is.</source>
        <translation>Part de rouge de la couleur prélevée.</translation>
    </message>
    <message>
        <source>Picked green</source>
        <translation>Vert prélevé</translation>
    </message>
    <message>
        <source>How green the picked skin colour is.</source>
        <translation>Part de vert de la couleur prélevée.</translation>
    </message>
    <message>
        <source>Picked blue</source>
        <translation>Bleu prélevé</translation>
    </message>
    <message>
        <source>How blue the picked skin colour is.</source>
        <translation>Part de bleu de la couleur prélevée.</translation>
    </message>
    <message>
        <source>Softness of the edge</source>
        <translation>Douceur du bord</translation>
    </message>
    <message>
        <source>How soft the head&apos;s edge is against neck and clothing.</source>
        <translation>Douceur du bord de la tête contre le cou et les vêtements.</translation>
    </message>
    <message>
        <source>Shadow under the chin</source>
        <translation>Ombre sous le menton</translation>
    </message>
    <message>
        <source>How far the new chin casts the shadow of the old one.</source>
        <translation>Dans quelle mesure le nouveau menton porte l’ombre de l’ancien.</translation>
    </message>
    <message>
        <source>Reach of fine hair</source>
        <translation>Portée des cheveux fins</translation>
    </message>
    <message>
        <source>How far fine hair may stand out from the head.</source>
        <translation>Jusqu’où les cheveux fins peuvent dépasser de la tête.</translation>
    </message>
    <message>
        <source>Background filled anew</source>
        <translation>Arrière-plan rempli à neuf</translation>
    </message>
    <message>
        <source>How far around the old head the background is filled anew.</source>
        <translation>Jusqu’où l’arrière-plan est rempli autour de l’ancienne tête.</translation>
    </message>
    <message>
        <source>Clothing filled anew</source>
        <translation>Vêtements remplis à neuf</translation>
    </message>
    <message>
        <source>How far around the old head clothing is filled anew.</source>
        <translation>Jusqu’où les vêtements sont remplis autour de l’ancienne tête.</translation>
    </message>
    <message>
        <source>Neck filled anew</source>
        <translation>Cou rempli à neuf</translation>
    </message>
    <message>
        <source>How far below the old chin the neck is filled anew.</source>
        <translation>Jusqu’où le cou est rempli sous l’ancien menton.</translation>
    </message>
    <message>
        <source>Removal of fine hair</source>
        <translation>Retrait des cheveux fins</translation>
    </message>
    <message>
        <source>How far from the old head fine hair is still removed.</source>
        <translation>Jusqu’où les cheveux fins sont encore retirés de l’ancienne tête.</translation>
    </message>
    <message>
        <source>Continue textures</source>
        <translation>Prolonger les textures</translation>
    </message>
    <message>
        <source>Continues bricks, leaves and patterns behind the old head; takes longer.</source>
        <translation>Prolonge briques, feuilles et motifs derrière l’ancienne tête ; plus long.</translation>
    </message>
    <message>
        <source>Texture of backgrounds</source>
        <translation>Texture des arrière-plans</translation>
    </message>
    <message>
        <source>How much detail a background needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Combien de détails il faut pour prolonger un arrière-plan comme texture ; avec moins, il est rempli uniformément.</translation>
    </message>
    <message>
        <source>Texture of clothing</source>
        <translation>Texture des vêtements</translation>
    </message>
    <message>
        <source>How much detail clothing needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Combien de détails il faut pour prolonger un vêtement comme texture ; avec moins, il est rempli uniformément.</translation>
    </message>
    <message>
        <source>Grain of fills</source>
        <translation>Grain des remplissages</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s grain filled parts get.</source>
        <translation>Quelle part du grain de la photo les zones remplies reçoivent.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finition</translation>
    </message>
    <message>
        <source>How far the head takes on the target&apos;s softness and grain.</source>
        <translation>Dans quelle mesure la tête prend la douceur et le grain de la cible.</translation>
    </message>
    <message>
        <source>Clean fine hair</source>
        <translation>Nettoyer les cheveux fins</translation>
    </message>
    <message>
        <source>Takes the source&apos;s background out of fine hair.</source>
        <translation>Retire l’arrière-plan de la source des cheveux fins.</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>Plus grand visage</translation>
    </message>
    <message>
        <source>Faces with more pixels are worked on reduced: saves memory and time, costs detail.</source>
        <translation>Les visages de plus de pixels sont traités réduits : économise mémoire et temps, coûte du détail.</translation>
    </message>
    <message>
        <source>Detail of sources</source>
        <translation>Détail des sources</translation>
    </message>
    <message>
        <source>How many more pixels than the target&apos;s face a source&apos;s face is worked on with.</source>
        <translation>Avec combien de pixels de plus que le visage de la cible celui d’une source est traité.</translation>
    </message>
    <message>
        <source>View beside the head</source>
        <translation>Vue à côté de la tête</translation>
    </message>
    <message>
        <source>How far to either side hair and shoulders are looked at.</source>
        <translation>Jusqu’où les cheveux et les épaules sont examinés de chaque côté.</translation>
    </message>
    <message>
        <source>View above the head</source>
        <translation>Vue au-dessus de la tête</translation>
    </message>
    <message>
        <source>How far above the face hair is looked at.</source>
        <translation>Jusqu’où les cheveux sont examinés au-dessus du visage.</translation>
    </message>
    <message>
        <source>View below the head</source>
        <translation>Vue sous la tête</translation>
    </message>
    <message>
        <source>How far below the face hair and clothing are looked at.</source>
        <translation>Jusqu’où les cheveux et les vêtements sont examinés sous le visage.</translation>
    </message>
    <message>
        <source>How far the network mends seams, light and fills; none leaves what geometry makes.</source>
        <translation>À quel point le réseau retouche raccords, lumière et remplissages ; à zéro, il reste ce que fait la géométrie.</translation>
    </message>
    <message>
        <source>How far a network mends what a photo that looks aside leaves stretched or missing.</source>
        <translation>À quel point un réseau répare ce qu’une photo de tête tournée laisse étiré ou manquant.</translation>
    </message>
    <message>
        <source>Colours by correlation</source>
        <translation>Couleurs par corrélation</translation>
    </message>
    <message>
        <source>Takes the skin&apos;s colours from the places of the target&apos;s face that are like them, instead of from its statistics.</source>
        <translation>Prend les couleurs de la peau aux endroits les plus semblables du visage cible plutôt que dans ses statistiques.</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation>Couleur des cheveux</translation>
    </message>
    <message>
        <source>How far the hair takes on the colour of the target&apos;s hair, or a picked one; none keeps its own.</source>
        <translation>Dans quelle mesure les cheveux prennent la couleur de ceux de la cible, ou une couleur prélevée ; à zéro, ils gardent la leur.</translation>
    </message>
    <message>
        <source>Picked hair colour</source>
        <translation>Couleur de cheveux prélevée</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s hair; pick it with Head &gt; Pick Hair Colour.</source>
        <translation>Dans quelle mesure une couleur prélevée remplace les cheveux de la cible ; prélevez-la avec Tête &gt; Prélever la couleur des cheveux.</translation>
    </message>
    <message>
        <source>Hair: red</source>
        <translation>Cheveux : rouge</translation>
    </message>
    <message>
        <source>How red the picked hair colour is.</source>
        <translation>Part de rouge de la couleur de cheveux prélevée.</translation>
    </message>
    <message>
        <source>Hair: green</source>
        <translation>Cheveux : vert</translation>
    </message>
    <message>
        <source>How green the picked hair colour is.</source>
        <translation>Part de vert de la couleur de cheveux prélevée.</translation>
    </message>
    <message>
        <source>Hair: blue</source>
        <translation>Cheveux : bleu</translation>
    </message>
    <message>
        <source>How blue the picked hair colour is.</source>
        <translation>Part de bleu de la couleur de cheveux prélevée.</translation>
    </message>
    <message>
        <source>Brows follow the hair</source>
        <translation>Les sourcils suivent les cheveux</translation>
    </message>
    <message>
        <source>How far the brows become lighter or darker with a changed colour of the hair.</source>
        <translation>Dans quelle mesure les sourcils s’éclaircissent ou foncent quand la couleur des cheveux change.</translation>
    </message>
    <message>
        <source>Lip colour</source>
        <translation>Couleur des lèvres</translation>
    </message>
    <message>
        <source>How far the lips take on the colour of the target&apos;s lips, or a picked one; none lets them follow the skin.</source>
        <translation>Dans quelle mesure les lèvres prennent la couleur de celles de la cible, ou une couleur prélevée ; à zéro, elles suivent la peau.</translation>
    </message>
    <message>
        <source>Lips keep their own</source>
        <translation>Lèvres inchangées</translation>
    </message>
    <message>
        <source>How far the lips keep their own colour under the scene&apos;s light instead of following the skin.</source>
        <translation>Dans quelle mesure les lèvres gardent leur propre couleur sous la lumière de la scène au lieu de suivre la peau.</translation>
    </message>
    <message>
        <source>Picked lip colour</source>
        <translation>Couleur de lèvres prélevée</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s lips; pick it with Head &gt; Pick Lip Colour.</source>
        <translation>Dans quelle mesure une couleur prélevée remplace les lèvres de la cible ; prélevez-la avec Tête &gt; Prélever la couleur des lèvres.</translation>
    </message>
    <message>
        <source>Lips: red</source>
        <translation>Lèvres : rouge</translation>
    </message>
    <message>
        <source>How red the picked lip colour is.</source>
        <translation>Part de rouge de la couleur de lèvres prélevée.</translation>
    </message>
    <message>
        <source>Lips: green</source>
        <translation>Lèvres : vert</translation>
    </message>
    <message>
        <source>How green the picked lip colour is.</source>
        <translation>Part de vert de la couleur de lèvres prélevée.</translation>
    </message>
    <message>
        <source>Lips: blue</source>
        <translation>Lèvres : bleu</translation>
    </message>
    <message>
        <source>How blue the picked lip colour is.</source>
        <translation>Part de bleu de la couleur de lèvres prélevée.</translation>
    </message>
    <message>
        <source>Seam on the neck</source>
        <translation>Raccord sur le cou</translation>
    </message>
    <message>
        <source>Moves the seam between the new head and the target&apos;s neck: lower, the new head brings its own neck.</source>
        <translation>Déplace le raccord entre la nouvelle tête et le cou de la cible : plus bas, la nouvelle tête apporte son propre cou.</translation>
    </message>
    <message>
        <source>Complete the body</source>
        <translation>Compléter le corps</translation>
    </message>
    <message>
        <source>Lets a network say how neck and shoulders go on where the old head&apos;s hair hid them; off: simple rules.</source>
        <translation>Laisse un réseau déterminer la suite du cou et des épaules là où les cheveux de l&apos;ancienne tête les cachaient ; désactivé : règles simples.</translation>
    </message>
    <message>
        <source>Mirrored photo</source>
        <translation>Photo en miroir</translation>
    </message>
    <message>
        <source>How far the mirrored photo stands in for the side of the head that the photo hides; at 0 that side is stretched.</source>
        <translation>Dans quelle mesure la photo en miroir remplace le côté de la tête que la photo cache ; à 0, ce côté est étiré.</translation>
    </message>
    <message>
        <source>Turns the head further, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Tourne encore la tête : au-dessus de 0 vers la droite de l’image, au-dessous de 0 vers la gauche.</translation>
    </message>
    <message>
        <source>Lets the head look further up, above 0, or down, below 0.</source>
        <translation>Fait regarder la tête plus haut (au-dessus de 0) ou plus bas (au-dessous de 0).</translation>
    </message>
    <message>
        <source>Tilts the head further, above 0 clockwise, below 0 the other way.</source>
        <translation>Incline encore la tête : au-dessus de 0 dans le sens des aiguilles d’une montre, au-dessous de 0 dans l’autre sens.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Déplace la tête : au-dessus de 0 vers la droite de l’image, au-dessous de 0 vers la gauche.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 down, below 0 up.</source>
        <translation>Déplace la tête : au-dessus de 0 vers le bas, au-dessous de 0 vers le haut.</translation>
    </message>
    <message>
        <source>In settings files: %1</source>
        <translation>Dans les fichiers de réglages : %1</translation>
    </message>
    <message>
        <source>In the command: %1; in settings files: %2</source>
        <translation>Dans la commande : %1 ; dans les fichiers de réglages : %2</translation>
    </message>
    <message>
        <source>Pose refinement</source>
        <translation>Affinage de la pose</translation>
    </message>
    <message>
        <source>Refinement rounds</source>
        <translation>Passes d’affinage</translation>
    </message>
    <message>
        <source>Head mending</source>
        <translation>Retouche de la tête</translation>
    </message>
    <message>
        <source>Seam mending</source>
        <translation>Retouche des raccords</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Puts a person&apos;s head on another photo&apos;s body. Of several photos the last is the target, the others show the head.</source>
        <translation>Met la tête d’une personne sur le corps d’une autre photo. De plusieurs photos, la dernière est la cible, les autres montrent la tête.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>Où calculer : auto, cpu, cuda ou cuda:N.</translation>
    </message>
    <message>
        <source>Play the steps of a script on the window, print how long people would have waited, and leave.</source>
        <translation>Jouer les étapes d’un script dans la fenêtre, afficher combien de temps on aurait attendu, puis quitter.</translation>
    </message>
    <message>
        <source>Write what was measured to this file, too.</source>
        <translation>Écrire aussi les mesures dans ce fichier.</translation>
    </message>
    <message>
        <source>Photos, or a project, to open.</source>
        <translation>Photos, ou un projet, à ouvrir.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Press Swap to see it here</source>
        <translation>Appuyez sur Échanger pour le voir ici</translation>
    </message>
    <message>
        <source>Add a photo of the head that belongs here</source>
        <translation>Ajoutez une photo de la tête voulue ici</translation>
    </message>
    <message>
        <source>Switch a source on to swap</source>
        <translation>Activez une source pour échanger</translation>
    </message>
    <message>
        <source>Switch this source on and swap to see its masks</source>
        <translation>Activez cette source et échangez pour voir ses masques</translation>
    </message>
    <message>
        <source>To change them, paint on the masks of a source</source>
        <translation>Pour les changer, peignez sur les masques d’une source</translation>
    </message>
    <message>
        <source>Click the face that gets the new head</source>
        <translation>Cliquez sur le visage qui reçoit la nouvelle tête</translation>
    </message>
    <message>
        <source>Covered by the person</source>
        <translation>Couvert par la personne</translation>
    </message>
    <message>
        <source>Making the result…</source>
        <translation>Création du résultat…</translation>
    </message>
    <message>
        <source>As it was saved. The result is being made anew…</source>
        <translation>Tel qu’il a été enregistré. Le résultat est recréé…</translation>
    </message>
    <message>
        <source>As it was saved. Press Swap to make the result anew</source>
        <translation>Tel qu’il a été enregistré. Appuyez sur Échanger pour recréer le résultat</translation>
    </message>
    <message>
        <source>No face was found in this photo</source>
        <translation>Aucun visage n’a été trouvé dans cette photo</translation>
    </message>
    <message>
        <source>The swap failed. The reason stands above Swap; mend that and press it again</source>
        <translation>L’échange a échoué. La raison est indiquée au-dessus de « Échanger » ; corrigez-la et appuyez de nouveau</translation>
    </message>
</context>
<context>
    <name>heser::AboutDialog</name>
    <message>
        <source>About HeSer Studio</source>
        <translation>À propos de HeSer Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Puts a person&apos;s head, hair and all, on another photo&apos;s body, after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Pictures that it writes say of themselves that they are composites. Swap heads only of people who agree. No photo leaves your machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Met la tête d’une personne, cheveux compris, sur le corps d’une autre photo, d’après « Few-Shot Head Swapping in the Wild » (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Les images écrites indiquent elles-mêmes qu’elles sont des montages. N’échangez que les têtes de personnes consentantes. Aucune photo ne quitte votre machine.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apache License 2.0 · Qt %1 · OpenCV %2</source>
        <translation>Licence Apache 2.0 · Qt %1 · OpenCV %2</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>Mentions de tiers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Appareils</translation>
    </message>
</context>
<context>
    <name>heser::BatchDialog</name>
    <message>
        <source>Drop photos or folders here that get the head, or add them with the buttons above</source>
        <translation>Déposez ici les photos ou dossiers qui reçoivent la tête, ou ajoutez-les avec les boutons ci-dessus</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Add &amp;Photos…</source>
        <translation>Ajouter des &amp;photos…</translation>
    </message>
    <message>
        <source>Add photos that get the head</source>
        <translation>Ajouter des photos qui reçoivent la tête</translation>
    </message>
    <message>
        <source>Add &amp;Folder…</source>
        <translation>Ajouter un &amp;dossier…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Ajouter toutes les photos d’un dossier</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Retirer</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the queue; files stay (Delete)</source>
        <translation>Retirer les photos choisies de la file ; les fichiers restent (Suppr)</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Ré&amp;essayer</translation>
    </message>
    <message>
        <source>Do what failed or was cancelled again</source>
        <translation>Refaire ce qui a échoué ou a été annulé</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Cibles</translation>
    </message>
    <message>
        <source>Photos that get the head. Return opens a result, Delete removes a photo from the queue.</source>
        <translation>Photos qui reçoivent la tête. Entrée ouvre un résultat, Suppr retire une photo de la file.</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Where the pictures go; it is made if it is not there</source>
        <translation>Où vont les images ; il est créé s’il n’existe pas</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Choisir…</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Nom des fichiers</translation>
    </message>
    <message>
        <source>%1 stands for the target&apos;s name, %2 for its place in the queue</source>
        <translation>%1 représente le nom de la cible, %2 sa place dans la file</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>Prendre un autre nom</translation>
    </message>
    <message>
        <source>Keep it, do not swap again</source>
        <translation>Le garder, ne pas refaire l’échange</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Le remplacer</translation>
    </message>
    <message>
        <source>If the file is there</source>
        <translation>Si le fichier existe</translation>
    </message>
    <message>
        <source>What becomes of a file that has the name already; the photos themselves are never replaced</source>
        <translation>Ce que devient un fichier qui porte déjà ce nom ; les photos elles-mêmes ne sont jamais remplacées</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progression du lot</translation>
    </message>
    <message>
        <source>State of the batch</source>
        <translation>État du lot</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Put the head on every target that waits</source>
        <translation>Mettre la tête sur chaque cible en attente</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Stop at once; pictures that are done stay</source>
        <translation>Arrêter aussitôt ; les images finies restent</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close this dialog; a batch that is on goes on</source>
        <translation>Fermer cette fenêtre ; un lot en cours continue</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 sur %2 terminées</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n échec</numerusform>
            <numerusform>%n échecs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n annulée</numerusform>
            <numerusform>%n annulées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; waits while the window&apos;s own swap is on</source>
        <translation>%1 ; attend pendant l’échange de la fenêtre</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Recherche de photos…</translation>
    </message>
    <message>
        <source>Add a source in the window first.</source>
        <translation>Ajoutez d’abord une source dans la fenêtre.</translation>
    </message>
    <message>
        <source>Add the photos that get the head.</source>
        <translation>Ajoutez les photos qui reçoivent la tête.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Choisissez un dossier pour les résultats.</translation>
    </message>
    <message>
        <source>Give the files a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>Donnez aux fichiers un nom sans / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>Ouvrir le résultat</translation>
    </message>
    <message>
        <source>Open Its Folder</source>
        <translation>Ouvrir son dossier</translation>
    </message>
    <message>
        <source>Open as the Window&apos;s Target</source>
        <translation>Ouvrir comme cible de la fenêtre</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>Donnez un nom aux fichiers.</translation>
    </message>
    <message>
        <source>Give the files a name that neither begins nor ends with a dot.</source>
        <translation>Donnez aux fichiers un nom qui ne commence ni ne finit par un point.</translation>
    </message>
    <message>
        <source>&amp;If it exists</source>
        <translation>S’il ex&amp;iste</translation>
    </message>
    <message>
        <source>Every target gets the head of the window&apos;s sources, with its settings as they are when the batch starts. What was painted on the window&apos;s target, colours picked there and moves of the head by hand belong to that photo alone and are left out.</source>
        <translation>Chaque cible reçoit la tête des sources de la fenêtre, avec ses réglages au démarrage du lot. Ce qui a été peint sur la cible de la fenêtre, les couleurs prélevées là et les déplacements de la tête à la main ne concernent que cette photo et sont laissés de côté.</translation>
    </message>
    <message>
        <source>The folder %1 holds no photos; folders inside it are not looked into.</source>
        <translation>Le dossier %1 ne contient aucune photo ; les dossiers qu’il contient ne sont pas parcourus.</translation>
    </message>
    <message>
        <source>Save resu&amp;lts in</source>
        <translation>D&amp;ossier des résultats</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>&amp;Nom du fichier</translation>
    </message>
</context>
<context>
    <name>heser::BatchList</name>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>%1 was there already and was kept</source>
        <translation>%1 existait déjà et a été gardé</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
</context>
<context>
    <name>heser::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture.</source>
        <translation>Montre la vue choisie. Plus et moins zooment, les flèches déplacent, 0 ajuste l’image.</translation>
    </message>
</context>
<context>
    <name>heser::DropOverlay</name>
    <message>
        <source>Drop here: photos of the head</source>
        <translation>Déposez ici : photos de la tête</translation>
    </message>
    <message>
        <source>Drop here: the photo that gets the head</source>
        <translation>Déposez ici : la photo qui reçoit la tête</translation>
    </message>
</context>
<context>
    <name>heser::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Taille du fichier</translation>
    </message>
    <message>
        <source>The file says of itself that it is a composite.</source>
        <translation>Le fichier indique lui-même qu’il est un montage.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The result is older than the last change: it does not show what you did since.</source>
        <translation>Le résultat est antérieur à la dernière modification : il ne montre pas ce que vous avez fait depuis.</translation>
    </message>
    <message>
        <source>The file is written by itself when the new result is ready; you can work on meanwhile</source>
        <translation>Le fichier est écrit de lui-même dès que le nouveau résultat est prêt ; vous pouvez continuer à travailler</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>environ %1</translation>
    </message>
    <message>
        <source>Wait for the &amp;new result and export that</source>
        <translation>Attendre le &amp;nouveau résultat et l’exporter</translation>
    </message>
    <message>
        <source>The swap failed, and the result does not show what you did since. %1</source>
        <translation>L’échange a échoué, et le résultat ne montre pas ce que vous avez fait depuis. %1</translation>
    </message>
</context>
<context>
    <name>heser::ExportForm</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>Image &amp;entière</translation>
    </message>
    <message>
        <source>The target with the new head</source>
        <translation>La cible avec la nouvelle tête</translation>
    </message>
    <message>
        <source>&amp;Head alone</source>
        <translation>&amp;Tête seule</translation>
    </message>
    <message>
        <source>The new head on a transparent ground, at its place in the picture</source>
        <translation>La nouvelle tête sur fond transparent, à sa place dans l’image</translation>
    </message>
    <message>
        <source>PNG, exact</source>
        <translation>PNG, sans perte</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG, léger</translation>
    </message>
    <message>
        <source>TIFF, exact, for print and editing</source>
        <translation>TIFF, sans perte, pour l’impression et la retouche</translation>
    </message>
    <message>
        <source>WebP, for the web</source>
        <translation>WebP, pour le web</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>&amp;Sans perte</translation>
    </message>
    <message>
        <source>Keeps every pixel as it is; the file is larger</source>
        <translation>Garde chaque pixel tel quel ; le fichier est plus grand</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Profondeur de bits</translation>
    </message>
    <message>
        <source>How finely colours are stored; 16 bits leave more room for editing</source>
        <translation>Finesse des couleurs enregistrées ; 16 bits laissent plus de marge à la retouche</translation>
    </message>
    <message>
        <source>Keep all of the target&apos;s</source>
        <translation>Garder toutes celles de la cible</translation>
    </message>
    <message>
        <source>Keep, without place and serial numbers</source>
        <translation>Garder, sans lieu ni numéros de série</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>N’en garder aucune</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Métadonnées</translation>
    </message>
    <message>
        <source>What the file says of camera, time and place; the colour profile is always kept</source>
        <translation>Ce que le fichier dit de l’appareil, de l’heure et du lieu ; le profil de couleur est toujours gardé</translation>
    </message>
    <message>
        <source>&amp;Settings in a file beside it</source>
        <translation>&amp;Réglages dans un fichier à côté</translation>
    </message>
    <message>
        <source>Writes every setting to a .settings.json file, so that the swap can be repeated</source>
        <translation>Écrit tous les réglages dans un fichier .settings.json, pour pouvoir refaire l’échange</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualité</translation>
    </message>
    <message>
        <source>How much fine detail the file keeps</source>
        <translation>Combien de fins détails le fichier garde</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualité</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>Profondeur de &amp;bits</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Métadonnées</translation>
    </message>
    <message>
        <source>As the target</source>
        <translation>Comme la cible</translation>
    </message>
    <message>
        <source>As the target: %1 bits</source>
        <translation>Comme la cible : %1 bits</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 bits</translation>
    </message>
</context>
<context>
    <name>heser::MainWindow</name>
    <message>
        <source>As it was opened</source>
        <translation>À l’ouverture</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Progress of the swap</source>
        <translation>Avancement de l’échange</translation>
    </message>
    <message>
        <source>Working on files…</source>
        <translation>Traitement de fichiers…</translation>
    </message>
    <message>
        <source>Save the project before leaving?</source>
        <translation>Enregistrer le projet avant de quitter ?</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>Terminé en %1 s</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 pixels</translation>
    </message>
    <message>
        <source>Open Photos of the Head</source>
        <translation>Ouvrir des photos de la tête</translation>
    </message>
    <message>
        <source>Open the Photo That Gets the Head</source>
        <translation>Ouvrir la photo qui reçoit la tête</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy one and paste again.</source>
        <translation>Le presse-papiers ne contient pas d’image ; copiez-en une et collez à nouveau.</translation>
    </message>
    <message>
        <source>Add &amp;Sources…</source>
        <translation>Ajouter des &amp;sources…</translation>
    </message>
    <message>
        <source>Add photos of the head</source>
        <translation>Ajouter des photos de la tête</translation>
    </message>
    <message>
        <source>Open &amp;Target…</source>
        <translation>Ouvrir la &amp;cible…</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Ouvrir la photo qui reçoit la tête</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>Save the finished picture</source>
        <translation>Enregistrer l’image finie</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Quitter le programme</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Coller</translation>
    </message>
    <message>
        <source>Paste a picture as source, or as target if that has the keyboard</source>
        <translation>Coller une image comme source, ou comme cible si elle a le clavier</translation>
    </message>
    <message>
        <source>Paste as &amp;Target</source>
        <translation>Coller comme c&amp;ible</translation>
    </message>
    <message>
        <source>Paste a picture as target</source>
        <translation>Coller une image comme cible</translation>
    </message>
    <message>
        <source>E&amp;xchange Source and Target</source>
        <translation>É&amp;changer source et cible</translation>
    </message>
    <message>
        <source>Put the head the other way round</source>
        <translation>Mettre la tête dans l’autre sens</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>Échange&amp;r</translation>
    </message>
    <message>
        <source>Put the sources&apos; head on the target</source>
        <translation>Mettre la tête des sources sur la cible</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Stop the swap</source>
        <translation>Arrêter l’échange</translation>
    </message>
    <message>
        <source>Update after every change</source>
        <translation>Actualiser à chaque changement</translation>
    </message>
    <message>
        <source>Swap again by itself when something was changed</source>
        <translation>Échange à nouveau de lui-même quand quelque chose a changé</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Édition</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pré&amp;férences…</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>&amp;Tête</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>&amp;Peinture</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;About HeSer Studio</source>
        <translation>À &amp;propos de HeSer Studio</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>%1 tête</translation>
    </message>
    <message>
        <source>%1 swapped</source>
        <translation>%1 échangé</translation>
    </message>
    <message>
        <source>Export the Finished Picture</source>
        <translation>Exporter l’image finie</translation>
    </message>
    <message>
        <source>&amp;Move the Head</source>
        <translation>Dép&amp;lacer la tête</translation>
    </message>
    <message>
        <source>Move, size, tilt and turn the head on the picture</source>
        <translation>Déplacer, redimensionner, incliner et tourner la tête sur l’image</translation>
    </message>
    <message>
        <source>&amp;Pick Skin Colour</source>
        <translation>&amp;Prélever la couleur de peau</translation>
    </message>
    <message>
        <source>Click the target where the skin has the colour that the new head should have</source>
        <translation>Cliquez sur la cible là où la peau a la couleur que doit avoir la nouvelle tête</translation>
    </message>
    <message>
        <source>Move Head</source>
        <translation>Déplacer la tête</translation>
    </message>
    <message>
        <source>Drag to move, a corner to size, the knob to tilt, with Shift to turn</source>
        <translation>Glissez pour déplacer, un coin pour la taille, le bouton pour incliner, avec Maj pour tourner</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nouveau</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>&amp;Ouvrir un projet…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>Ouvrir un projet enregistré</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>Enregi&amp;strer le projet</translation>
    </message>
    <message>
        <source>Save photos, settings and edits in one file</source>
        <translation>Enregistrer photos, réglages et retouches dans un fichier</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Enregistrer le projet &amp;sous…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Enregistrer le projet sous un autre nom</translation>
    </message>
    <message>
        <source>Save the project before starting anew?</source>
        <translation>Enregistrer le projet avant de recommencer ?</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Projets &amp;récents</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Pas encore de projets</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 enregistré.</translation>
    </message>
    <message>
        <source>HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio s’est arrêté de façon inattendue. Le travail non enregistré du %1 a été gardé.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>What was changed since the last save is lost otherwise.</source>
        <translation>Sinon, les modifications depuis le dernier enregistrement sont perdues.</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>Enregistrer le projet avant d’en ouvrir un autre ?</translation>
    </message>
    <message>
        <source>Open a Project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Save the Project</source>
        <translation>Enregistrer le projet</translation>
    </message>
    <message>
        <source>Save the project before restoring the unsaved work?</source>
        <translation>Enregistrer le projet avant de récupérer le travail non enregistré ?</translation>
    </message>
    <message>
        <source>Click the place to copy from, then paint</source>
        <translation>Cliquez l’endroit à copier, puis peignez</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>Ne pas enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts…</source>
        <translation>&amp;Raccourcis…</translation>
    </message>
    <message>
        <source>Pick H&amp;air Colour</source>
        <translation>Prélever la couleur des cheve&amp;ux</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new hair should have</source>
        <translation>Cliquez sur la cible là où se trouve la couleur que doivent avoir les nouveaux cheveux</translation>
    </message>
    <message>
        <source>Pick &amp;Lip Colour</source>
        <translation>Prélever la couleur des &amp;lèvres</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new lips should have</source>
        <translation>Cliquez sur la cible là où se trouve la couleur que doivent avoir les nouvelles lèvres</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Lot…</translation>
    </message>
    <message>
        <source>Put the head on many targets</source>
        <translation>Mettre la tête sur de nombreuses cibles</translation>
    </message>
    <message>
        <source>Open the Photos That Get the Head</source>
        <translation>Ouvrir les photos qui reçoivent la tête</translation>
    </message>
    <message>
        <source>Choose a Folder of Photos That Get the Head</source>
        <translation>Choisir un dossier de photos qui reçoivent la tête</translation>
    </message>
    <message>
        <source>Choose the Folder for the Results</source>
        <translation>Choisir le dossier des résultats</translation>
    </message>
    <message>
        <source>Leave although the batch is not finished?</source>
        <translation>Quitter alors que le lot n’est pas terminé ?</translation>
    </message>
    <message>
        <source>Pictures that are done stay.</source>
        <translation>Les images finies restent.</translation>
    </message>
    <message>
        <source>Stop It and Leave</source>
        <translation>L’arrêter et quitter</translation>
    </message>
    <message>
        <source>The photo shows no edge there, so the mask stays as it is.</source>
        <translation>La photo ne montre aucun bord à cet endroit, le masque reste donc tel quel.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened or saved here. Replace it?</source>
        <translation>%1 a été modifié par un autre programme depuis son ouverture ou son enregistrement ici. Le remplacer ?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>The other sources are switched off: they show another head.</source>
        <translation>Les autres sources sont désactivées : elles montrent une autre tête.</translation>
    </message>
    <message>
        <source>It is written as soon as the new result is ready.</source>
        <translation>Elle est écrite dès que le nouveau résultat est prêt.</translation>
    </message>
    <message>
        <source>You can paint as soon as the masks are made…</source>
        <translation>Vous pourrez peindre dès que les masques seront créés…</translation>
    </message>
    <message>
        <source>What you clicked does not look like skin; the new head takes its colour all the same. Undo takes it back.</source>
        <translation>L’endroit cliqué ne ressemble pas à de la peau ; la nouvelle tête en prend tout de même la couleur. Annulez pour revenir en arrière.</translation>
    </message>
    <message>
        <source>Discard changes and open the saved version?</source>
        <translation>Abandonner les modifications et ouvrir la version enregistrée ?</translation>
    </message>
    <message>
        <source>%1 is open with changes since it was saved.</source>
        <translation>%1 est ouvert et a été modifié depuis son enregistrement.</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Abandonner les modifications</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole. What is missing here is lost for good if the file is replaced. Replace it?</source>
        <translation>%1 n’a pas pu être lu en entier. Ce qui manque ici est perdu pour de bon si le fichier est remplacé. Le remplacer ?</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 existe déjà. Le remplacer ?</translation>
    </message>
    <message>
        <source>Go on although the picture is not exported yet?</source>
        <translation>Continuer bien que l’image ne soit pas encore exportée ?</translation>
    </message>
    <message>
        <source>Go On Without It</source>
        <translation>Continuer sans elle</translation>
    </message>
    <message>
        <source>HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.</source>
        <translation>On a demandé à HeSer Studio de s’arrêter, comme à la fermeture de la session. Le travail non enregistré du %1 a été gardé.</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Taille de l’image</translation>
    </message>
</context>
<context>
    <name>heser::MaskPanel</name>
    <message>
        <source>Colours over the picture</source>
        <translation>Couleurs sur l’image</translation>
    </message>
    <message>
        <source>Opacity of the colours</source>
        <translation>Opacité des couleurs</translation>
    </message>
    <message>
        <source>How far the colours cover the picture</source>
        <translation>Dans quelle mesure les couleurs couvrent l’image</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>Show or hide this class</source>
        <translation>Montrer ou cacher cette classe</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>Show or hide what the colours mean</source>
        <translation>Afficher ou masquer la signification des couleurs</translation>
    </message>
</context>
<context>
    <name>heser::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Fermer ce message</translation>
    </message>
</context>
<context>
    <name>heser::PaintBar</name>
    <message>
        <source>Brush size</source>
        <translation>Taille du pinceau</translation>
    </message>
    <message>
        <source>Width of the brush in pixels of the photo ([ and ])</source>
        <translation>Largeur du pinceau en pixels de la photo ([ et ])</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureté</translation>
    </message>
    <message>
        <source>How sharp the edge of the brush is</source>
        <translation>Netteté du bord du pinceau</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacité</translation>
    </message>
    <message>
        <source>How strongly a stroke works</source>
        <translation>Force d’un trait</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Bord</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>Move the Picture</source>
        <translation>Déplacer l’image</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Gomme</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Pinceau plus petit</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Pinceau plus grand</translation>
    </message>
    <message>
        <source>Exchange Classes</source>
        <translation>Échanger les classes</translation>
    </message>
    <message>
        <source>Take Back All Painting Here</source>
        <translation>Annuler toute la peinture ici</translation>
    </message>
    <message>
        <source>Takes back everything that was painted on this layer</source>
        <translation>Annule tout ce qui a été peint sur ce calque</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>&amp;Bord</translation>
    </message>
    <message>
        <source>Grow, shrink or soften what is painted on</source>
        <translation>Agrandir, réduire ou adoucir ce sur quoi l’on peint</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>A&amp;grandir</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>&amp;Réduire</translation>
    </message>
    <message>
        <source>&amp;Feather</source>
        <translation>A&amp;doucir</translation>
    </message>
    <message>
        <source>Width of the edge</source>
        <translation>Largeur du bord</translation>
    </message>
    <message>
        <source>By how many pixels of the photo the edge moves or softens</source>
        <translation>De combien de pixels de la photo le bord se déplace ou s’adoucit</translation>
    </message>
    <message>
        <source>By</source>
        <translation>De</translation>
    </message>
    <message>
        <source>&amp;Size of the Brush</source>
        <translation>&amp;Taille du pinceau</translation>
    </message>
    <message>
        <source>&amp;Strength of the Stroke</source>
        <translation>&amp;Force du trait</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Arrière-plan</translation>
    </message>
    <message>
        <source>Class to paint</source>
        <translation>Classe à peindre</translation>
    </message>
    <message>
        <source>What the painted pixels are (X goes back to the class before)</source>
        <translation>Ce que sont les pixels peints (X revient à la classe précédente)</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>&amp;Lisser</translation>
    </message>
    <message>
        <source>Drag the picture; hold Space to do so with any tool</source>
        <translation>Faites glisser l’image ; avec Espace, c’est possible avec tout outil</translation>
    </message>
    <message>
        <source>Paint the chosen class</source>
        <translation>Peindre la classe choisie</translation>
    </message>
    <message>
        <source>Add to the blend region: shows the new head, or fills anew beside it</source>
        <translation>Ajouter à la zone de fusion : montre la nouvelle tête, ou remplit à côté</translation>
    </message>
    <message>
        <source>Paint background: takes it out of the head</source>
        <translation>Peindre l’arrière-plan : le retire de la tête</translation>
    </message>
    <message>
        <source>Take from the blend region: shows the target itself</source>
        <translation>Retirer de la zone de fusion : montre la cible elle-même</translation>
    </message>
    <message>
        <source>Take back what was painted</source>
        <translation>Annuler ce qui a été peint</translation>
    </message>
    <message>
        <source>Paint all of an outline with the chosen class: draw it, or click its corners</source>
        <translation>Peindre tout un contour avec la classe choisie : tracez-le ou cliquez ses coins</translation>
    </message>
    <message>
        <source>Add all of an outline to the blend region: draw it, or click its corners</source>
        <translation>Ajouter tout un contour à la zone de fusion : tracez-le ou cliquez ses coins</translation>
    </message>
    <message>
        <source>Give a connected piece the chosen class</source>
        <translation>Donner la classe choisie à une partie d’un seul tenant</translation>
    </message>
    <message>
        <source>Add a hole to the blend region, or take a connected piece away</source>
        <translation>Ajouter un trou à la zone de fusion, ou retirer une partie d’un seul tenant</translation>
    </message>
    <message>
        <source>Clone: copy from the place that Control and a click set</source>
        <translation>Cloner : copie depuis l’endroit fixé par Ctrl et un clic</translation>
    </message>
    <message>
        <source>The background is cloned, not erased</source>
        <translation>L’arrière-plan se clone, il ne s’efface pas</translation>
    </message>
    <message>
        <source>Clone all of an outline: draw it, or click its corners</source>
        <translation>Cloner tout un contour : tracez-le ou cliquez ses coins</translation>
    </message>
    <message>
        <source>The background is cloned, not filled</source>
        <translation>L’arrière-plan se clone, il ne se remplit pas</translation>
    </message>
    <message>
        <source>S&amp;nap to Edges</source>
        <translation>Ajuster aux co&amp;ntours</translation>
    </message>
    <message>
        <source>Moves the border of the last stroke to the edges in the photo, such as those of hair; without a stroke before, the border of the whole class</source>
        <translation>Amène le bord du dernier trait sur les contours de la photo, comme ceux des cheveux ; sans trait juste avant, le bord de toute la classe</translation>
    </message>
    <message>
        <source>Snap &amp;Every Stroke</source>
        <translation>Ajuster chaqu&amp;e trait</translation>
    </message>
    <message>
        <source>Strokes go to the edges in the photo by themselves: paint roughly along the hair</source>
        <translation>Les traits rejoignent d’eux-mêmes les contours de la photo : il suffit de peindre à peu près le long des cheveux</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Détourage</translation>
    </message>
    <message>
        <source>How far the person covers each pixel: paint fine hair softly</source>
        <translation>Dans quelle mesure la personne couvre chaque pixel : peignez les cheveux fins en douceur</translation>
    </message>
    <message>
        <source>Cover: what is painted belongs to the person, as far as opacity says</source>
        <translation>Couvrir : ce qui est peint appartient à la personne, selon l’opacité</translation>
    </message>
    <message>
        <source>Uncover: what is behind the person shows through</source>
        <translation>Découvrir : ce qui est derrière la personne transparaît</translation>
    </message>
    <message>
        <source>Cover all of an outline: draw it, or click its corners</source>
        <translation>Couvrir tout un contour : tracez-le ou cliquez ses coins</translation>
    </message>
    <message>
        <source>The matte is painted, not filled</source>
        <translation>Le détourage se peint, il ne se remplit pas</translation>
    </message>
    <message>
        <source>Brush Settings</source>
        <translation>Réglages du pinceau</translation>
    </message>
    <message>
        <source>Hardness and opacity of the brush, and what the pressure of a pen does</source>
        <translation>Dureté et opacité du pinceau, et effet de la pression d’un stylet</translation>
    </message>
    <message>
        <source>Masks, blend region and background fill can be painted on: choose one of their views</source>
        <translation>On peut peindre sur les masques, la zone de fusion et le remplissage de l’arrière-plan : choisissez l’une de leurs vues</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Aucune classe</translation>
    </message>
    <message>
        <source>Ready as soon as the masks are made; choose it now if you like</source>
        <translation>Prêt dès que les masques seront créés ; vous pouvez déjà le choisir</translation>
    </message>
</context>
<context>
    <name>heser::PaintDesk</name>
    <message>
        <source>Fill Mask</source>
        <translation>Remplir le masque</translation>
    </message>
    <message>
        <source>Fill Blend Region</source>
        <translation>Remplir la zone de fusion</translation>
    </message>
    <message>
        <source>Take Back Painting</source>
        <translation>Annuler la peinture</translation>
    </message>
    <message>
        <source>Take from Blend Region</source>
        <translation>Retirer de la zone de fusion</translation>
    </message>
    <message>
        <source>Erase Mask</source>
        <translation>Effacer le masque</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurer</translation>
    </message>
    <message>
        <source>Add to Blend Region</source>
        <translation>Ajouter à la zone de fusion</translation>
    </message>
    <message>
        <source>Paint Mask</source>
        <translation>Peindre le masque</translation>
    </message>
    <message>
        <source>Grow Blend Region</source>
        <translation>Agrandir la zone de fusion</translation>
    </message>
    <message>
        <source>Grow Mask</source>
        <translation>Agrandir le masque</translation>
    </message>
    <message>
        <source>Shrink Blend Region</source>
        <translation>Réduire la zone de fusion</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>Réduire le masque</translation>
    </message>
    <message>
        <source>Feather Blend Region</source>
        <translation>Adoucir la zone de fusion</translation>
    </message>
    <message>
        <source>Smooth Mask</source>
        <translation>Lisser le masque</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Cloner</translation>
    </message>
    <message>
        <source>Snap Mask to Edges</source>
        <translation>Ajuster le masque aux contours</translation>
    </message>
    <message>
        <source>Erase Matte</source>
        <translation>Effacer le détourage</translation>
    </message>
    <message>
        <source>Paint Matte</source>
        <translation>Peindre le détourage</translation>
    </message>
    <message>
        <source>Grow Matte</source>
        <translation>Agrandir le détourage</translation>
    </message>
    <message>
        <source>Shrink Matte</source>
        <translation>Réduire le détourage</translation>
    </message>
    <message>
        <source>Feather Matte</source>
        <translation>Adoucir le détourage</translation>
    </message>
</context>
<context>
    <name>heser::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>The language of all texts</source>
        <translation>La langue de tous les textes</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Fenêtres claires ou sombres</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Appareil</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Où s’exécutent les réseaux</translation>
    </message>
    <message>
        <source>GPU if there is one, else the processor</source>
        <translation>GPU s’il y en a un, sinon le processeur</translation>
    </message>
    <message>
        <source>&amp;Processor threads</source>
        <translation>Fils du &amp;processeur</translation>
    </message>
    <message>
        <source>How many cores the networks use, from the next start on</source>
        <translation>Combien de cœurs les réseaux utilisent, dès le prochain démarrage</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Tous les cœurs</translation>
    </message>
    <message>
        <source>&amp;Unsaved work is kept every</source>
        <translation>Garder le travail non &amp;enregistré toutes les</translation>
    </message>
    <message>
        <source>After so long at most a copy for recovery is made</source>
        <translation>Après ce temps au plus, une copie de récupération est faite</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Couleurs claires</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Couleurs sombres</translation>
    </message>
    <message>
        <source>&amp;Memory for undo</source>
        <translation>&amp;Mémoire pour l’annulation</translation>
    </message>
    <message>
        <source>When the history holds more, its oldest steps cannot be undone any more</source>
        <translation>Si l’historique en occupe davantage, ses étapes les plus anciennes ne peuvent plus être annulées</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> Mo</translation>
    </message>
</context>
<context>
    <name>heser::RunBox</name>
    <message>
        <source>Add a source and a target first.</source>
        <translation>Ajoutez d’abord une source et une cible.</translation>
    </message>
    <message>
        <source>Add the target first.</source>
        <translation>Ajoutez d’abord la cible.</translation>
    </message>
    <message>
        <source>Add a source first.</source>
        <translation>Ajoutez d’abord une source.</translation>
    </message>
    <message>
        <source>All sources are switched off.</source>
        <translation>Toutes les sources sont désactivées.</translation>
    </message>
    <message>
        <source>The result is older than the last change. Swap again to bring it up to date.</source>
        <translation>Le résultat est antérieur à la dernière modification. Échangez à nouveau pour le mettre à jour.</translation>
    </message>
    <message>
        <source>The swap failed. %1</source>
        <translation>L’échange a échoué. %1</translation>
    </message>
</context>
<context>
    <name>heser::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Réinitialiser : %1</translation>
    </message>
    <message>
        <source>In percent of the face&apos;s size.</source>
        <translation>En pourcentage de la taille du visage.</translation>
    </message>
</context>
<context>
    <name>heser::SettingsPanel</name>
    <message>
        <source>Align</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>Plus de réglages : %1</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>Réinitialiser ces réglages</translation>
    </message>
    <message>
        <source>Reset settings: %1</source>
        <translation>Réinitialiser les réglages : %1</translation>
    </message>
</context>
<context>
    <name>heser::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Nouvelles touches</translation>
    </message>
    <message>
        <source>Press the keys that the chosen command should have</source>
        <translation>Appuyez sur les touches que doit avoir la commande choisie</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>Touches &amp;habituelles</translation>
    </message>
    <message>
        <source>Gives the chosen command the keys that it came with</source>
        <translation>Rend à la commande choisie ses touches d’origine</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Aucune touche</translation>
    </message>
    <message>
        <source>Takes the keys from the chosen command</source>
        <translation>Retire les touches de la commande choisie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>Tout &amp;rétablir</translation>
    </message>
    <message>
        <source>%1 had these keys and has lost them.</source>
        <translation>%1 avait ces touches et les a perdues.</translation>
    </message>
</context>
<context>
    <name>heser::SourceDelegate</name>
    <message>
        <source>Use or leave out this source (Space)</source>
        <translation>Utiliser ou écarter cette source (Espace)</translation>
    </message>
    <message>
        <source>Remove this source (Delete)</source>
        <translation>Retirer cette source (Suppr)</translation>
    </message>
    <message>
        <source>Choose the face</source>
        <translation>Choisir le visage</translation>
    </message>
</context>
<context>
    <name>heser::SourcesModel</name>
    <message>
        <source>No face found</source>
        <translation>Aucun visage trouvé</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Recherche d’un visage…</translation>
    </message>
    <message>
        <source>Counts %1 %</source>
        <translation>Compte pour %1 %</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Visage %1 sur %2</translation>
    </message>
    <message>
        <source>Face cut off</source>
        <translation>Visage coupé</translation>
    </message>
    <message>
        <source>This photo is off; it leads, as you chose, as soon as it is on again.</source>
        <translation>Cette photo est désactivée ; elle mène, comme vous l’avez choisi, dès qu’elle est réactivée.</translation>
    </message>
    <message>
        <source>This photo leads, as you chose: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Cette photo mène, comme vous l’avez choisi : la bouche, les yeux et les lunettes en viennent, sauf si une autre les montre mieux.</translation>
    </message>
    <message>
        <source>This photo leads, since its pose is nearest to the target&apos;s: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Cette photo mène, car sa pose est la plus proche de celle de la cible : la bouche, les yeux et les lunettes en viennent, sauf si une autre les montre mieux.</translation>
    </message>
</context>
<context>
    <name>heser::SourcesStrip</name>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Photos that give the head. Space switches one on or off, Delete removes it, Control with the arrow keys moves it.</source>
        <translation>Photos qui donnent la tête. Espace en active ou désactive une, Suppr la retire, Ctrl avec les flèches la déplace.</translation>
    </message>
    <message>
        <source>Drop photos of the head here, or click to open them</source>
        <translation>Déposez ici des photos de la tête, ou cliquez pour en ouvrir</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How much this photo counts among several</source>
        <translation>Combien cette photo compte parmi plusieurs</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Choisir le visage</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>Écarter</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Utiliser</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Lead with This Photo</source>
        <translation>Mener avec cette photo</translation>
    </message>
    <message>
        <source>Choose the Leading Photo Automatically</source>
        <translation>Choisir la photo qui mène automatiquement</translation>
    </message>
</context>
<context>
    <name>heser::StartPage</name>
    <message>
        <source>Put a head on another body</source>
        <translation>Mettre une tête sur un autre corps</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>One or more photos of the person whose head is wanted. A photo that looks the same way as the target is best.</source>
        <translation>Une ou plusieurs photos de la personne dont on veut la tête. Une photo qui regarde du même côté que la cible convient le mieux.</translation>
    </message>
    <message>
        <source>Open Sources…</source>
        <translation>Ouvrir des sources…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>The photo that gets the head.</source>
        <translation>La photo qui reçoit la tête.</translation>
    </message>
    <message>
        <source>Open Target…</source>
        <translation>Ouvrir la cible…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Échanger</translation>
    </message>
    <message>
        <source>Then adjust expression, pose, colour and light, and export.</source>
        <translation>Ajustez ensuite expression, pose, couleur et lumière, puis exportez.</translation>
    </message>
    <message>
        <source>You can also drop photos here or paste them.</source>
        <translation>Vous pouvez aussi déposer des photos ici ou les coller.</translation>
    </message>
    <message>
        <source>Try It with Sample Photos</source>
        <translation>Essayer avec des photos d’exemple</translation>
    </message>
    <message>
        <source>Opens two portraits in the public domain</source>
        <translation>Ouvre deux portraits du domaine public</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Add Sources…</source>
        <translation>Ajouter des sources…</translation>
    </message>
    <message>
        <source>Use photos whose people agreed to it, or could not be harmed or deceived by it, and do not pass results off as real. No photo leaves your computer.</source>
        <translation>Utilisez des photos dont les personnes sont d’accord, ou qui ne peuvent ni leur nuire ni tromper, et ne faites pas passer les résultats pour vrais. Aucune photo ne quitte votre ordinateur.</translation>
    </message>
</context>
<context>
    <name>heser::SwapDocument</name>
    <message>
        <source>Add Source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation>Retirer la source</translation>
    </message>
    <message>
        <source>Move Source</source>
        <translation>Déplacer la source</translation>
    </message>
    <message>
        <source>Switch Source On</source>
        <translation>Activer la source</translation>
    </message>
    <message>
        <source>Switch Source Off</source>
        <translation>Désactiver la source</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Choisir le visage</translation>
    </message>
    <message>
        <source>Weigh Source</source>
        <translation>Pondérer la source</translation>
    </message>
    <message>
        <source>Set Target</source>
        <translation>Définir la cible</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>Retirer la cible</translation>
    </message>
    <message>
        <source>Exchange Source and Target</source>
        <translation>Échanger source et cible</translation>
    </message>
    <message>
        <source>Open Photos</source>
        <translation>Ouvrir des photos</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Réinitialiser %1</translation>
    </message>
    <message>
        <source>Reset Settings</source>
        <translation>Réinitialiser les réglages</translation>
    </message>
    <message>
        <source>Choose Leading Photo Automatically</source>
        <translation>Choix automatique de la photo qui mène</translation>
    </message>
    <message>
        <source>Pin Leading Photo</source>
        <translation>Fixer la photo qui mène</translation>
    </message>
    <message>
        <source>Leave Out Source</source>
        <translation>Écarter la source</translation>
    </message>
</context>
<context>
    <name>heser::SwapSession</name>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>%1 enregistré dans %2.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
    <message>
        <source>Only %1 is opened: a project has its photos in it.</source>
        <translation>Seul %1 est ouvert : un projet contient déjà ses photos.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done, %2 failed.</source>
        <translation>Le lot est terminé : %1 réussies, %2 échecs.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done.</source>
        <translation>Le lot est terminé : %1 réussies.</translation>
    </message>
    <message>
        <source>The unsaved work</source>
        <translation>Le travail non enregistré</translation>
    </message>
    <message>
        <source>%1 was not exported, since its result was not made.</source>
        <translation>%1 n’a pas été exporté, car son résultat n’a pas été créé.</translation>
    </message>
    <message>
        <source>%1 is exported as soon as the new result is ready.</source>
        <translation>%1 sera exporté dès que le nouveau résultat sera prêt.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in case the program ends unexpectedly (%1); save the project often.</source>
        <translation>Le travail non enregistré ne peut pas être conservé pour le cas où le programme s’arrêterait de façon inattendue (%1) ; enregistrez souvent le projet.</translation>
    </message>
    <message>
        <source>%1 was switched off; the other photos are used.</source>
        <translation>%1 a été désactivée ; les autres photos sont utilisées.</translation>
    </message>
</context>
<context>
    <name>heser::TargetSlot</name>
    <message>
        <source>Choose the face</source>
        <translation>Choisir le visage</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>Retirer la cible</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Ouvrir la photo qui reçoit la tête</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vide</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>Aucun visage trouvé</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>Inutilisable</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Recherche d’un visage…</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Visage %1 sur %2</translation>
    </message>
    <message>
        <source>Drop the photo that gets the head here, or click to open it</source>
        <translation>Déposez ici la photo qui reçoit la tête, ou cliquez pour l’ouvrir</translation>
    </message>
</context>
<context>
    <name>heser::ViewBar</name>
    <message>
        <source>Before and After</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Whose masks</source>
        <translation>Masques de qui</translation>
    </message>
    <message>
        <source>Whose masks are shown</source>
        <translation>De qui les masques sont montrés</translation>
    </message>
    <message>
        <source>of the target</source>
        <translation>de la cible</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>of the new head</source>
        <translation>de la nouvelle tête</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>L’image finie</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>The photo that gets the head</source>
        <translation>La photo qui reçoit la tête</translation>
    </message>
    <message>
        <source>The new head, posed for the target</source>
        <translation>La nouvelle tête, posée pour la cible</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>What every part of the picture was taken for</source>
        <translation>Ce pour quoi chaque partie de l’image a été prise</translation>
    </message>
    <message>
        <source>Colour Reference</source>
        <translation>Référence de couleur</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>The new head in the colours of the scene</source>
        <translation>La nouvelle tête dans les couleurs de la scène</translation>
    </message>
    <message>
        <source>Blend Region</source>
        <translation>Zone de fusion</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Where the result differs from the target</source>
        <translation>Là où le résultat diffère de la cible</translation>
    </message>
    <message>
        <source>Background Fill</source>
        <translation>Remplissage de l’arrière-plan</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplissage</translation>
    </message>
    <message>
        <source>The target without its head</source>
        <translation>La cible sans sa tête</translation>
    </message>
    <message>
        <source>Before and after, with a line to drag (\)</source>
        <translation>Avant et après, avec une ligne à déplacer (\)</translation>
    </message>
    <message>
        <source>New Head</source>
        <translation>Nouvelle tête</translation>
    </message>
</context>
<context>
    <name>heser::ZoomBar</name>
    <message>
        <source>Zoom In</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Actual Pixels</source>
        <translation>Pixels réels</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>Pixels d’écran par pixel d’image</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel &amp;Grid</source>
        <translation>&amp;Grille de pixels</translation>
    </message>
    <message>
        <source>Lines between the picture&apos;s pixels from 800 % on</source>
        <translation>Lignes entre les pixels de l’image à partir de 800 %</translation>
    </message>
</context>
</TS>
