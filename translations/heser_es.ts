<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES">
<context>
    <name>Devices</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>procesador</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 núcleo</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 núcleos</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>%1° to the right</source>
        <translation>%1° a la derecha</translation>
    </message>
    <message>
        <source>%1° to the left</source>
        <translation>%1° a la izquierda</translation>
    </message>
    <message>
        <source>%1° up</source>
        <translation>%1° hacia arriba</translation>
    </message>
    <message>
        <source>%1° down</source>
        <translation>%1° hacia abajo</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>Mira al frente</translation>
    </message>
    <message>
        <source>Face %1: %2</source>
        <translation>Cara %1: %2</translation>
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
        <translation>Proyectos de HeSer</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>Piel</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>Cejas</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>Ojos</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Gafas</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>Orejas</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nariz</translation>
    </message>
    <message>
        <source>Inner mouth</source>
        <translation>Boca</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Labio superior</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>Labio inferior</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Cuello</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>Ropa</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>Cabello</translation>
    </message>
    <message>
        <source>Headwear</source>
        <translation>Tocado</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>Cabeza nueva</translation>
    </message>
    <message>
        <source>Filled anew</source>
        <translation>Rellenado de nuevo</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This</source>
        <translation>Esto</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; use another photo.</source>
        <translation>La cara pedida no está en %1; use otra foto.</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; faces found there: %2; choose one of them.</source>
        <translation>La cara pedida no está en %1; caras encontradas: %2; elija una de ellas.</translation>
    </message>
    <message>
        <source>%1 is too large; make it smaller first.</source>
        <translation>%1 es demasiado grande; redúzcala primero.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, at most %3 can be used; make it smaller first.</source>
        <translation>%1 tiene %2 megapíxeles, se admiten como máximo %3; redúzcala primero.</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small; use a photo with more pixels.</source>
        <translation>%1 o la cara que muestra es demasiado pequeña; use una foto con más píxeles.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target; a photo that looks the same way gives a better head.</source>
        <translation>%1 está girada %2 grados respecto al objetivo; una foto que mire en la misma dirección da una cabeza mejor.</translation>
    </message>
    <message>
        <source>%1 is blurred, and so will be the result; use a sharper photo.</source>
        <translation>%1 está borrosa y el resultado también lo estará; use una foto más nítida.</translation>
    </message>
    <message>
        <source>%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; use a photo in softer light.</source>
        <translation>El %2 % de la piel en %1 está sobreexpuesta o subexpuesta, donde no se pueden igualar los colores; use una foto con luz más suave.</translation>
    </message>
    <message>
        <source>%1 shows %2 faces, the largest was used; choose another if that is wrong.</source>
        <translation>%1 muestra %2 caras, se usó la más grande; elija otra si no es la correcta.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photos (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>La cara de %1 tiene otra forma que en las demás fotos (%2 % de su anchura), por lo que cuenta poco; omítala si muestra a otra persona.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photos, so it counts little; use a sharper one.</source>
        <translation>%1 es menos nítida que las demás fotos, por lo que cuenta poco; use una más nítida.</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target and shows nothing that is needed; it can be left out.</source>
        <translation>%1 está girada %2 grados respecto al objetivo y no muestra nada necesario; se puede omitir.</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>Cargando las redes</translation>
    </message>
    <message>
        <source>Finding the target&apos;s face</source>
        <translation>Buscando la cara del objetivo</translation>
    </message>
    <message>
        <source>Reading the target&apos;s head</source>
        <translation>Leyendo la cabeza del objetivo</translation>
    </message>
    <message>
        <source>Finding the source&apos;s face</source>
        <translation>Buscando la cara de la fuente</translation>
    </message>
    <message>
        <source>Reading the source&apos;s head</source>
        <translation>Leyendo la cabeza de la fuente</translation>
    </message>
    <message>
        <source>Applying painted masks</source>
        <translation>Aplicando las máscaras pintadas</translation>
    </message>
    <message>
        <source>Applying the painted region</source>
        <translation>Aplicando la zona pintada</translation>
    </message>
    <message>
        <source>Making a preview</source>
        <translation>Creando una vista previa</translation>
    </message>
    <message>
        <source>Shaping the head</source>
        <translation>Dando forma a la cabeza</translation>
    </message>
    <message>
        <source>Aligning the head</source>
        <translation>Alineando la cabeza</translation>
    </message>
    <message>
        <source>Matching the colours</source>
        <translation>Igualando los colores</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>Fusionando</translation>
    </message>
    <message>
        <source>Composing the picture</source>
        <translation>Componiendo la imagen</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>Leyendo fotos</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>Escribiendo la imagen</translation>
    </message>
    <message>
        <source>%1 cannot be used like this%2.</source>
        <translation>%1 no se puede usar así%2.</translation>
    </message>
    <message>
        <source>%1 cannot be written%2; choose another place or name.</source>
        <translation>%1 no se puede escribir%2; elija otro lugar o nombre.</translation>
    </message>
    <message>
        <source>%1, a file of this program, is missing or damaged%2; install the program again.</source>
        <translation>%1, un archivo de este programa, falta o está dañado%2; vuelva a instalar el programa.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of HeSer Studio; open it with that version.</source>
        <translation>%1 se creó con una versión más nueva de HeSer Studio; ábralo con ella.</translation>
    </message>
    <message>
        <source>%1 cannot be used%2; mend it or choose another file.</source>
        <translation>%1 no se puede usar%2; arréglelo o elija otro archivo.</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is%2; close other programs or use smaller photos.</source>
        <translation>%1 necesita más memoria de la que hay%2; cierre otros programas o use fotos más pequeñas.</translation>
    </message>
    <message>
        <source>%1 cannot be used for computing%2; use the processor instead (device &quot;cpu&quot;).</source>
        <translation>%1 no se puede usar para calcular%2; use el procesador en su lugar (dispositivo «cpu»).</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be reached at %1%2; see what they say, then start all of them again.</source>
        <translation>No se puede contactar con los demás procesos de este entrenamiento en %1%2; vea lo que dicen y reinícielos todos.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; please report it with this text: %1</source>
        <translation>Algo falló que no debería; comuníquelo con este texto: %1</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more pixels.</source>
        <translation>%1 o la cara que contiene es demasiado pequeña (%2 de al menos %3 píxeles); use una foto con más píxeles.</translation>
    </message>
    <message>
        <source>the source %1 is damaged</source>
        <translation>la foto de origen %1 está dañada</translation>
    </message>
    <message>
        <source>the target %1 is damaged</source>
        <translation>la foto de destino %1 está dañada</translation>
    </message>
    <message>
        <source>what was painted on %1 is damaged</source>
        <translation>lo pintado sobre %1 está dañado</translation>
    </message>
    <message>
        <source>this version does not know the setting %1</source>
        <translation>esta versión no conoce el ajuste %1</translation>
    </message>
    <message>
        <source>the setting %1 is damaged</source>
        <translation>el ajuste %1 está dañado</translation>
    </message>
    <message>
        <source>Measuring the photo&apos;s quality</source>
        <translation>Midiendo la calidad de la foto</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 no se puede leer como foto%2; elija otro archivo o guárdelo de nuevo como JPEG o PNG.</translation>
    </message>
    <message>
        <source>Nor can these be used: %1.</source>
        <translation>Tampoco se pueden usar: %1.</translation>
    </message>
    <message>
        <source>The weights of the refinement are missing or do not fit this version; the head is as geometry makes it.</source>
        <translation>Los pesos del refinado faltan o no corresponden a esta versión; la cabeza queda como la da la geometría.</translation>
    </message>
    <message>
        <source>The weights of the blending network are missing or do not fit this version, so seams and fills are left as geometry makes them.</source>
        <translation>Los pesos de la red de fusión faltan o no corresponden a esta versión; las uniones y los rellenos quedan como los hace la geometría.</translation>
    </message>
    <message>
        <source>Mending seams and fills</source>
        <translation>Retocando uniones y rellenos</translation>
    </message>
    <message>
        <source>Applying the painted fill</source>
        <translation>Aplicando el relleno pintado</translation>
    </message>
    <message>
        <source>Applying the painted matte</source>
        <translation>Aplicando el recorte pintado</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.</source>
        <translation>%1 está girada %2 grados hacia un lado; una foto de frente sirve para más objetivos.</translation>
    </message>
    <message>
        <source>Another person?</source>
        <translation>¿Otra persona?</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Borrosa</translation>
    </message>
    <message>
        <source>Turned too far</source>
        <translation>Girada demasiado</translation>
    </message>
    <message>
        <source>Head cut off</source>
        <translation>Cabeza cortada</translation>
    </message>
    <message>
        <source>Harsh light</source>
        <translation>Luz dura</translation>
    </message>
    <message>
        <source>the list of sources is damaged</source>
        <translation>la lista de fotos de origen está dañada</translation>
    </message>
    <message>
        <source>the target is damaged</source>
        <translation>la foto de destino está dañada</translation>
    </message>
    <message>
        <source>%1 is another picture than was saved</source>
        <translation>%1 no es la imagen que se guardó</translation>
    </message>
    <message>
        <source>the entry &quot;%2&quot; on %1 is damaged</source>
        <translation>la entrada «%2» sobre %1 está dañada</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of its contents is damaged</source>
        <translation>la entrada «%1» de su contenido está dañada</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>y más</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole (%2); all else was kept, look at it before you use it.</source>
        <translation>%1 no se pudo leer por completo (%2); todo lo demás se conservó, revíselo antes de usarlo.</translation>
    </message>
    <message>
        <source>%1 shows too little hair to take its colour from, so the hair keeps its own; pick a colour instead.</source>
        <translation>%1 muestra muy poco pelo para tomar su color, así que el pelo conserva el suyo; tome un color con el cuentagotas.</translation>
    </message>
    <message>
        <source>No face was found in %1; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>No se encontró ninguna cara en %1; use una foto que muestre toda la cara con buena luz y de al menos %2 píxeles.</translation>
    </message>
    <message>
        <source>There is no display to show the window on; start it in a desktop session, or use the command heser.</source>
        <translation>No hay pantalla en la que mostrar la ventana; inicie el programa en una sesión de escritorio o use el comando heser.</translation>
    </message>
    <message>
        <source>The weights of the network for hidden bodies are missing or do not fit this version, so necks and shoulders behind hair are guessed by rules.</source>
        <translation>Los pesos de la red para cuerpos ocultos faltan o no corresponden a esta versión, así que el cuello y los hombros tras el pelo se completan por reglas.</translation>
    </message>
    <message>
        <source>what is said to be painted on %1 belongs to another picture</source>
        <translation>lo que se dice pintado en %1 pertenece a otra imagen</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>falta el final del archivo</translation>
    </message>
    <message>
        <source>%1 does not exist%2; check its name and folder.</source>
        <translation>%1 no existe%2; compruebe su nombre y carpeta.</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>una carpeta</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>un archivo vacío</translation>
    </message>
    <message>
        <source>damaged or cut short</source>
        <translation>dañado o incompleto</translation>
    </message>
    <message>
        <source>its inks cannot be converted</source>
        <translation>sus tintas no se pueden convertir</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>no es un archivo</translation>
    </message>
    <message>
        <source>samples are neither 8 nor 16 bits wide</source>
        <translation>las muestras no son de 8 ni de 16 bits</translation>
    </message>
    <message>
        <source>too many channels</source>
        <translation>demasiados canales</translation>
    </message>
    <message>
        <source>Unlike the other photos</source>
        <translation>Distinta de las otras fotos</translation>
    </message>
    <message>
        <source>%1 shows neither neck nor collar under the face, so the new head may hang in the air; use a photo that shows them.</source>
        <translation>%1 no muestra ni cuello ni ropa bajo la cara, así que la cabeza nueva puede quedar en el aire; use una foto que los muestre.</translation>
    </message>
    <message>
        <source>it would be written over a photo that is open; choose another name</source>
        <translation>se sobrescribiría una foto que está abierta; elija otro nombre</translation>
    </message>
    <message>
        <source>The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.</source>
        <translation>La cabeza en %1 está inclinada %2 grados; gire la foto hasta que quede derecha.</translation>
    </message>
    <message>
        <source>%1 is black and white, so hair, eyes and lips stay grey in the result; use a colour photo.</source>
        <translation>%1 está en blanco y negro, por lo que cabello, ojos y labios quedan grises en el resultado; use una foto en color.</translation>
    </message>
    <message>
        <source>%1 is black and white, but the new head keeps colours of its own; make the head&apos;s photo black and white, too.</source>
        <translation>%1 está en blanco y negro, pero la cabeza nueva conserva colores propios; pase también la foto de la cabeza a blanco y negro.</translation>
    </message>
    <message>
        <source>Not upright</source>
        <translation>No está derecha</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>Blanco y negro</translation>
    </message>
    <message>
        <source>Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that shows more of them gives a better body.</source>
        <translation>El pelo tapa el %2 % del cuello y los hombros en %1, así que son inventados; una foto que muestre más de ellos da un cuerpo mejor.</translation>
    </message>
    <message>
        <source>The border of %1 cuts the head off; use a photo that shows all of it.</source>
        <translation>El borde de %1 corta la cabeza; use una foto que la muestre entera.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face; use a photo that shows all of it.</source>
        <translation>El borde de %1 corta la cara; use una foto que la muestre entera.</translation>
    </message>
    <message>
        <source>%1 cannot be written, since there is no folder %2; make it or choose another place.</source>
        <translation>No se puede escribir %1, porque no existe la carpeta %2; créela o elija otro lugar.</translation>
    </message>
    <message>
        <source>No face was found in %1, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>No se encontró ninguna cara en %1, por lo que se dejó fuera; use una foto que muestre toda la cara con buena luz y de al menos %2 píxeles.</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face, so it was left out; use a photo that shows all of it.</source>
        <translation>El borde de %1 corta la cara, por lo que se dejó fuera; use una foto que muestre la cara entera.</translation>
    </message>
    <message>
        <source>%2 % of the head in %1 is transparent and may be missing in the result; use a photo that shows all of it.</source>
        <translation>El %2 % de la cabeza en %1 es transparente y puede faltar en el resultado; use una foto que la muestre entera.</translation>
    </message>
    <message>
        <source>Partly transparent</source>
        <translation>Parte transparente</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>No se encontró ninguna cara en %1, que es transparente en un %3 %; use una foto que muestre toda la cara con buena luz y un tamaño de al menos %2 píxeles.</translation>
    </message>
    <message>
        <source>the border of %1 cuts through the face</source>
        <translation>el borde de %1 corta la cara</translation>
    </message>
    <message>
        <source>too much of the face in %1 is transparent</source>
        <translation>una parte demasiado grande de la cara en %1 es transparente</translation>
    </message>
    <message>
        <source>no face was found in %1</source>
        <translation>no se encontró ninguna cara en %1</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); use a photo that shows the whole face.</source>
        <translation>No se puede usar ninguna de las fotos de la cabeza (%1); use una foto que muestre toda la cara.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent; use a photo that shows all of it.</source>
        <translation>Una parte demasiado grande de la cara en %1 es transparente; use una foto que la muestre entera.</translation>
    </message>
    <message>
        <source>The device %1 is not there, the processor does the work instead.</source>
        <translation>El dispositivo %1 no está disponible; el procesador hace el trabajo en su lugar.</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>No se encontró ninguna cara en %1, que es transparente en un %3 %, por lo que se dejó fuera; use una foto que muestre toda la cara con buena luz y un tamaño de al menos %2 píxeles.</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent, so it was left out; use a photo that shows all of it.</source>
        <translation>Una parte demasiado grande de la cara en %1 es transparente, por lo que se dejó fuera; use una foto que la muestre entera.</translation>
    </message>
    <message>
        <source>%1 is given more than once; it counts once.</source>
        <translation>%1 se indicó más de una vez; cuenta una sola vez.</translation>
    </message>
    <message>
        <source>%1 shows the very same head as %2; both together count once.</source>
        <translation>%1 muestra exactamente la misma cabeza que %2; las dos juntas cuentan una sola vez.</translation>
    </message>
    <message>
        <source>%1 was to lead, but was left out, so another photo leads.</source>
        <translation>%1 debía ser la principal, pero se dejó fuera; por eso lo es otra foto.</translation>
    </message>
    <message>
        <source>The face that was chosen in %1 does not count, since the photo was left out.</source>
        <translation>La cara elegida en %1 no cuenta, ya que la foto se dejó fuera.</translation>
    </message>
    <message>
        <source>Given twice</source>
        <translation>Repetida</translation>
    </message>
    <message>
        <source>The border of %1 cuts the new head off; make it smaller, move it, or use a photo with more room around the head.</source>
        <translation>El borde de %1 corta la cabeza nueva; redúzcala, muévala o use una foto con más espacio alrededor de la cabeza.</translation>
    </message>
    <message>
        <source>%1 seems to be a copy of %2, in other quality; leave the poorer one out.</source>
        <translation>%1 parece ser una copia de %2 con otra calidad; deje fuera la peor.</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>Una copia</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo</source>
        <translation>%1 no se puede leer como foto</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 es demasiado pequeña</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 es demasiado grande</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2, so it was left out; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 no se puede leer como foto%2, por lo que se dejó fuera; elija otro archivo o guárdelo de nuevo como JPEG o PNG.</translation>
    </message>
    <message>
        <source>%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with more pixels.</source>
        <translation>%1 es demasiado pequeña (%2 de al menos %3 píxeles), por lo que se dejó fuera; use una foto con más píxeles.</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make it smaller first.</source>
        <translation>%1 tiene %2 megapíxeles y se admiten como máximo %3, por lo que se dejó fuera; redúzcala primero.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, which goes into the result; use a photo that shows all of the face.</source>
        <translation>Un solo color cubre el %2 % de la cara en %1 y pasa al resultado; use una foto que muestre toda la cara.</translation>
    </message>
    <message>
        <source>%2 % of the head and its surroundings in %1 is transparent, so the result shows little but the new head; use a photo without transparency.</source>
        <translation>El %2 % de la cabeza y su entorno en %1 es transparente, por lo que el resultado muestra poco más que la cabeza nueva; use una foto sin transparencia.</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>Cara tapada</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual; set it back or use another photo.</source>
        <translation>No se encontró ninguna cara en %1 porque el ajuste %2 es más alto de lo habitual; restablézcalo o use otra foto.</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual, so it was left out; set it back or use another photo.</source>
        <translation>No se encontró ninguna cara en %1 porque el ajuste %2 es más alto de lo habitual, por lo que se dejó fuera; restablézcalo o use otra foto.</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); set the settings that are named back, since they are higher than usual, or use a photo that shows the whole face.</source>
        <translation>No se puede usar ninguna de las fotos de la cabeza (%1); restablezca los ajustes nombrados, que son más altos de lo habitual, o use una foto que muestre toda la cara.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than the first of the photos that are used; leave it out if it does.</source>
        <translation>%1 parece mostrar a otra persona que la primera de las fotos usadas; si es así, déjela fuera.</translation>
    </message>
    <message>
        <source>%1 seems to show another person than %2; leave it out if it does.</source>
        <translation>%1 parece mostrar a otra persona que %2; si es así, déjela fuera.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour; what that hides comes from the other photos.</source>
        <translation>Un solo color cubre el %2 % de la cara en %1; lo que oculta se toma de las demás fotos.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, so the new head takes its colours from the rest; use a photo that shows all of the face.</source>
        <translation>Un solo color cubre el %2 % de la cara en %1, por lo que la cabeza nueva toma sus colores del resto; use una foto que muestre toda la cara.</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is partly transparent, and so will be the new head there; use a photo without transparency if that is not meant.</source>
        <translation>El %2 % de la cara en %1 es parcialmente transparente, y también lo será ahí la cabeza nueva; use una foto sin transparencia si no es lo que desea.</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>Buscando caras</translation>
    </message>
    <message>
        <source>Reading the heads</source>
        <translation>Leyendo las cabezas</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>Midiendo el resultado</translation>
    </message>
    <message>
        <source>Preparing photos to learn from</source>
        <translation>Preparando fotos para aprender</translation>
    </message>
    <message>
        <source>The result is partly transparent, which JPEG cannot hold, so it is laid on white; choose PNG, TIFF or WebP to keep that.</source>
        <translation>El resultado es parcialmente transparente, algo que JPEG no puede guardar, por lo que se pone sobre blanco; elija PNG, TIFF o WebP para conservarlo.</translation>
    </message>
    <message>
        <source>Refining the pose</source>
        <translation>Refinando la pose</translation>
    </message>
    <message>
        <source>Mending the head</source>
        <translation>Retocando la cabeza</translation>
    </message>
    <message>
        <source>it holds no still picture</source>
        <translation>no contiene ninguna imagen fija</translation>
    </message>
    <message>
        <source>its brightness is coded for HDR screens (PQ or HLG)</source>
        <translation>su brillo está codificado para pantallas HDR (PQ o HLG)</translation>
    </message>
    <message>
        <source>no decoder for its pixels is installed</source>
        <translation>no hay instalado ningún decodificador para sus píxeles</translation>
    </message>
    <message>
        <source>not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file</source>
        <translation>no es un archivo JPEG, PNG, TIFF, WebP, HEIC ni AVIF</translation>
    </message>
    <message>
        <source>its folder takes no files</source>
        <translation>su carpeta no admite archivos</translation>
    </message>
    <message>
        <source>%1 (source %2 of %3) leads, since its pose is nearest to the target&apos;s, so most of the head comes from it; let another source lead if that one shows the head better.</source>
        <translation>%1 (fuente %2 de %3) es la principal porque su pose es la más cercana a la del objetivo, por lo que la mayor parte de la cabeza procede de ella; elija otra fuente como principal si muestra mejor la cabeza.</translation>
    </message>
    <message>
        <source>%1 is softer than the other photo, so it counts little; use a sharper one.</source>
        <translation>%1 es menos nítida que la otra foto, por lo que cuenta poco; use una más nítida.</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photo (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>La cara de %1 tiene otra forma que en la otra foto (%2 % de su anchura), por lo que cuenta poco; omítala si muestra a otra persona.</translation>
    </message>
    <message>
        <source>The head in %1 has %2 % of the size that it gets in the target, so the result looks soft; use a photo that shows it larger.</source>
        <translation>La cabeza de %1 tiene el %2 % del tamaño que recibe en el objetivo, por lo que el resultado se ve suave; use una foto que la muestre más grande.</translation>
    </message>
    <message>
        <source>Unlike the other photo</source>
        <translation>Distinta de la otra foto</translation>
    </message>
    <message>
        <source>Head too small</source>
        <translation>Cabeza demasiado pequeña</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far lighter to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>La piel de la cabeza se aclara mucho para ajustarse a %1; con menos color de piel conserva su tono, pero la cara se distingue del cuello.</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far darker to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>La piel de la cabeza se oscurece mucho para ajustarse a %1; con menos color de piel conserva su tono, pero la cara se distingue del cuello.</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Pick Hair Colour</source>
        <translation>Tomar color del cabello</translation>
    </message>
    <message>
        <source>Pick Lip Colour</source>
        <translation>Tomar color de los labios</translation>
    </message>
    <message>
        <source>Pick Skin Colour</source>
        <translation>Tomar color de piel</translation>
    </message>
    <message>
        <source>Click the colour that the new hair should have</source>
        <translation>Haga clic en el color que debe tener el cabello nuevo</translation>
    </message>
    <message>
        <source>Click the colour that the new lips should have</source>
        <translation>Haga clic en el color que deben tener los labios nuevos</translation>
    </message>
    <message>
        <source>Click the skin whose colour the new head should have</source>
        <translation>Haga clic en la piel cuyo color debe tener la cabeza nueva</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Expression</source>
        <translation>Expresión</translation>
    </message>
    <message>
        <source>How far mouth, eyes and brows take on the target&apos;s expression.</source>
        <translation>Hasta qué punto la boca, los ojos y las cejas adoptan la expresión del objetivo.</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>Pose</translation>
    </message>
    <message>
        <source>How far the head turns as the target&apos;s does.</source>
        <translation>Hasta qué punto la cabeza gira como la del objetivo.</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>Cabeceo</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Inclinación</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Size of the head; 100 % fits the target&apos;s face.</source>
        <translation>Tamaño de la cabeza; el 100 % encaja con la cara del objetivo.</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>Izquierda y derecha</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>Arriba y abajo</translation>
    </message>
    <message>
        <source>How much of the pose error measured on the result is corrected.</source>
        <translation>Qué parte del error de pose medido en el resultado se corrige.</translation>
    </message>
    <message>
        <source>How often the pose is measured and corrected; each takes time.</source>
        <translation>Cuántas veces se mide y corrige la pose; cada una lleva tiempo.</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>Color de la piel</translation>
    </message>
    <message>
        <source>How far the skin takes on the colour of the target&apos;s skin.</source>
        <translation>Hasta qué punto la piel adopta el color de la del objetivo.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Luz</translation>
    </message>
    <message>
        <source>How far the head is lit from where the target&apos;s head is lit.</source>
        <translation>Hasta qué punto la cabeza se ilumina desde donde se ilumina la del objetivo.</translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>Contraste mínimo</translation>
    </message>
    <message>
        <source>How flat the shading of the skin may become to match the target&apos;s.</source>
        <translation>Cuánto puede aplanarse el sombreado de la piel para igualar el del objetivo.</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>Contraste máximo</translation>
    </message>
    <message>
        <source>How strong the shading of the skin may become to match the target&apos;s.</source>
        <translation>Cuánto puede acentuarse el sombreado de la piel para igualar el del objetivo.</translation>
    </message>
    <message>
        <source>Tint of hair and eyes</source>
        <translation>Tono del cabello y los ojos</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the tint of the scene.</source>
        <translation>Hasta qué punto el cabello, los ojos y los dientes siguen el tono de la escena.</translation>
    </message>
    <message>
        <source>Brightness of hair and eyes</source>
        <translation>Brillo del cabello y los ojos</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the exposure of the scene.</source>
        <translation>Hasta qué punto el cabello, los ojos y los dientes siguen la exposición de la escena.</translation>
    </message>
    <message>
        <source>Light on hair</source>
        <translation>Luz en el cabello</translation>
    </message>
    <message>
        <source>How far the hair follows the direction of the light.</source>
        <translation>Hasta qué punto el cabello sigue la dirección de la luz.</translation>
    </message>
    <message>
        <source>Picked skin colour</source>
        <translation>Color de piel tomado</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s skin; pick it with the eyedropper (I).</source>
        <translation>Hasta qué punto un color tomado sustituye a la piel del objetivo; tómelo con el cuentagotas (I).</translation>
    </message>
    <message>
        <source>Picked red</source>
        <translation>Rojo tomado</translation>
    </message>
    <message>
        <source>How red the picked skin colour is.</source>
        <translation>Cuánto rojo tiene el color tomado.</translation>
    </message>
    <message>
        <source>Picked green</source>
        <translation>Verde tomado</translation>
    </message>
    <message>
        <source>How green the picked skin colour is.</source>
        <translation>Cuánto verde tiene el color tomado.</translation>
    </message>
    <message>
        <source>Picked blue</source>
        <translation>Azul tomado</translation>
    </message>
    <message>
        <source>How blue the picked skin colour is.</source>
        <translation>Cuánto azul tiene el color tomado.</translation>
    </message>
    <message>
        <source>Softness of the edge</source>
        <translation>Suavidad del borde</translation>
    </message>
    <message>
        <source>How soft the head&apos;s edge is against neck and clothing.</source>
        <translation>Suavidad del borde de la cabeza contra el cuello y la ropa.</translation>
    </message>
    <message>
        <source>Shadow under the chin</source>
        <translation>Sombra bajo la barbilla</translation>
    </message>
    <message>
        <source>How far the new chin casts the shadow of the old one.</source>
        <translation>Hasta qué punto la barbilla nueva proyecta la sombra de la antigua.</translation>
    </message>
    <message>
        <source>Reach of fine hair</source>
        <translation>Alcance del cabello fino</translation>
    </message>
    <message>
        <source>How far fine hair may stand out from the head.</source>
        <translation>Cuánto puede sobresalir el cabello fino de la cabeza.</translation>
    </message>
    <message>
        <source>Background filled anew</source>
        <translation>Fondo rellenado de nuevo</translation>
    </message>
    <message>
        <source>How far around the old head the background is filled anew.</source>
        <translation>Hasta qué distancia de la cabeza antigua se rellena el fondo.</translation>
    </message>
    <message>
        <source>Clothing filled anew</source>
        <translation>Ropa rellenada de nuevo</translation>
    </message>
    <message>
        <source>How far around the old head clothing is filled anew.</source>
        <translation>Hasta qué distancia de la cabeza antigua se rellena la ropa.</translation>
    </message>
    <message>
        <source>Neck filled anew</source>
        <translation>Cuello rellenado de nuevo</translation>
    </message>
    <message>
        <source>How far below the old chin the neck is filled anew.</source>
        <translation>Hasta qué distancia bajo la barbilla antigua se rellena el cuello.</translation>
    </message>
    <message>
        <source>Removal of fine hair</source>
        <translation>Eliminación del cabello fino</translation>
    </message>
    <message>
        <source>How far from the old head fine hair is still removed.</source>
        <translation>Hasta qué distancia de la cabeza antigua se elimina el cabello fino.</translation>
    </message>
    <message>
        <source>Continue textures</source>
        <translation>Continuar texturas</translation>
    </message>
    <message>
        <source>Continues bricks, leaves and patterns behind the old head; takes longer.</source>
        <translation>Continúa ladrillos, hojas y dibujos detrás de la cabeza antigua; tarda más.</translation>
    </message>
    <message>
        <source>Texture of backgrounds</source>
        <translation>Textura de fondos</translation>
    </message>
    <message>
        <source>How much detail a background needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Cuánto detalle necesita un fondo para continuarse como textura; con menos se rellena liso.</translation>
    </message>
    <message>
        <source>Texture of clothing</source>
        <translation>Textura de la ropa</translation>
    </message>
    <message>
        <source>How much detail clothing needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>Cuánto detalle necesita la ropa para continuarse como textura; con menos se rellena lisa.</translation>
    </message>
    <message>
        <source>Grain of fills</source>
        <translation>Grano de los rellenos</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s grain filled parts get.</source>
        <translation>Cuánto grano de la foto reciben las partes rellenadas.</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Acabado</translation>
    </message>
    <message>
        <source>How far the head takes on the target&apos;s softness and grain.</source>
        <translation>Hasta qué punto la cabeza adopta la suavidad y el grano del objetivo.</translation>
    </message>
    <message>
        <source>Clean fine hair</source>
        <translation>Limpiar el cabello fino</translation>
    </message>
    <message>
        <source>Takes the source&apos;s background out of fine hair.</source>
        <translation>Quita el fondo de la fuente del cabello fino.</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>Cara más grande</translation>
    </message>
    <message>
        <source>Faces with more pixels are worked on reduced: saves memory and time, costs detail.</source>
        <translation>Las caras con más píxeles se procesan reducidas: ahorra memoria y tiempo, cuesta detalle.</translation>
    </message>
    <message>
        <source>Detail of sources</source>
        <translation>Detalle de las fuentes</translation>
    </message>
    <message>
        <source>How many more pixels than the target&apos;s face a source&apos;s face is worked on with.</source>
        <translation>Con cuántos píxeles más que la cara del objetivo se procesa la de una fuente.</translation>
    </message>
    <message>
        <source>View beside the head</source>
        <translation>Vista al lado de la cabeza</translation>
    </message>
    <message>
        <source>How far to either side hair and shoulders are looked at.</source>
        <translation>Hasta qué distancia a los lados se miran cabello y hombros.</translation>
    </message>
    <message>
        <source>View above the head</source>
        <translation>Vista sobre la cabeza</translation>
    </message>
    <message>
        <source>How far above the face hair is looked at.</source>
        <translation>Hasta qué altura sobre la cara se mira el cabello.</translation>
    </message>
    <message>
        <source>View below the head</source>
        <translation>Vista bajo la cabeza</translation>
    </message>
    <message>
        <source>How far below the face hair and clothing are looked at.</source>
        <translation>Hasta qué distancia bajo la cara se miran cabello y ropa.</translation>
    </message>
    <message>
        <source>How far the network mends seams, light and fills; none leaves what geometry makes.</source>
        <translation>Hasta qué punto la red retoca uniones, luz y rellenos; con cero queda lo que hace la geometría.</translation>
    </message>
    <message>
        <source>How far a network mends what a photo that looks aside leaves stretched or missing.</source>
        <translation>Hasta qué punto una red repara lo que una foto con la cabeza girada deja estirado o incompleto.</translation>
    </message>
    <message>
        <source>Colours by correlation</source>
        <translation>Colores por correlación</translation>
    </message>
    <message>
        <source>Takes the skin&apos;s colours from the places of the target&apos;s face that are like them, instead of from its statistics.</source>
        <translation>Toma los colores de la piel de los lugares más parecidos del rostro de destino en lugar de su estadística.</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation>Color del cabello</translation>
    </message>
    <message>
        <source>How far the hair takes on the colour of the target&apos;s hair, or a picked one; none keeps its own.</source>
        <translation>Hasta qué punto el cabello toma el color del cabello del objetivo o uno tomado; a cero conserva el suyo.</translation>
    </message>
    <message>
        <source>Picked hair colour</source>
        <translation>Color de cabello tomado</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s hair; pick it with Head &gt; Pick Hair Colour.</source>
        <translation>Hasta qué punto un color tomado sustituye al cabello del objetivo; tómelo con Cabeza &gt; Tomar color del cabello.</translation>
    </message>
    <message>
        <source>Hair: red</source>
        <translation>Cabello: rojo</translation>
    </message>
    <message>
        <source>How red the picked hair colour is.</source>
        <translation>Cuánto rojo tiene el color de cabello tomado.</translation>
    </message>
    <message>
        <source>Hair: green</source>
        <translation>Cabello: verde</translation>
    </message>
    <message>
        <source>How green the picked hair colour is.</source>
        <translation>Cuánto verde tiene el color de cabello tomado.</translation>
    </message>
    <message>
        <source>Hair: blue</source>
        <translation>Cabello: azul</translation>
    </message>
    <message>
        <source>How blue the picked hair colour is.</source>
        <translation>Cuánto azul tiene el color de cabello tomado.</translation>
    </message>
    <message>
        <source>Brows follow the hair</source>
        <translation>Las cejas siguen al cabello</translation>
    </message>
    <message>
        <source>How far the brows become lighter or darker with a changed colour of the hair.</source>
        <translation>Hasta qué punto las cejas se aclaran u oscurecen cuando cambia el color del cabello.</translation>
    </message>
    <message>
        <source>Lip colour</source>
        <translation>Color de los labios</translation>
    </message>
    <message>
        <source>How far the lips take on the colour of the target&apos;s lips, or a picked one; none lets them follow the skin.</source>
        <translation>Hasta qué punto los labios toman el color de los labios del objetivo o uno tomado; a cero siguen a la piel.</translation>
    </message>
    <message>
        <source>Lips keep their own</source>
        <translation>Labios con su color</translation>
    </message>
    <message>
        <source>How far the lips keep their own colour under the scene&apos;s light instead of following the skin.</source>
        <translation>Hasta qué punto los labios conservan su propio color bajo la luz de la escena en lugar de seguir a la piel.</translation>
    </message>
    <message>
        <source>Picked lip colour</source>
        <translation>Color de labios tomado</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s lips; pick it with Head &gt; Pick Lip Colour.</source>
        <translation>Hasta qué punto un color tomado sustituye a los labios del objetivo; tómelo con Cabeza &gt; Tomar color de los labios.</translation>
    </message>
    <message>
        <source>Lips: red</source>
        <translation>Labios: rojo</translation>
    </message>
    <message>
        <source>How red the picked lip colour is.</source>
        <translation>Cuánto rojo tiene el color de labios tomado.</translation>
    </message>
    <message>
        <source>Lips: green</source>
        <translation>Labios: verde</translation>
    </message>
    <message>
        <source>How green the picked lip colour is.</source>
        <translation>Cuánto verde tiene el color de labios tomado.</translation>
    </message>
    <message>
        <source>Lips: blue</source>
        <translation>Labios: azul</translation>
    </message>
    <message>
        <source>How blue the picked lip colour is.</source>
        <translation>Cuánto azul tiene el color de labios tomado.</translation>
    </message>
    <message>
        <source>Seam on the neck</source>
        <translation>Unión en el cuello</translation>
    </message>
    <message>
        <source>Moves the seam between the new head and the target&apos;s neck: lower, the new head brings its own neck.</source>
        <translation>Mueve la unión entre la cabeza nueva y el cuello del objetivo: más abajo, la cabeza nueva trae su propio cuello.</translation>
    </message>
    <message>
        <source>Complete the body</source>
        <translation>Completar el cuerpo</translation>
    </message>
    <message>
        <source>Lets a network say how neck and shoulders go on where the old head&apos;s hair hid them; off: simple rules.</source>
        <translation>Deja que una red determine cómo siguen el cuello y los hombros donde los tapaba el pelo de la cabeza anterior; desactivado: reglas simples.</translation>
    </message>
    <message>
        <source>Mirrored photo</source>
        <translation>Foto reflejada</translation>
    </message>
    <message>
        <source>How far the mirrored photo stands in for the side of the head that the photo hides; at 0 that side is stretched.</source>
        <translation>Hasta qué punto la foto reflejada sustituye el lado de la cabeza que la foto oculta; con 0 ese lado se estira.</translation>
    </message>
    <message>
        <source>Turns the head further, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Gira más la cabeza: por encima de 0, a la derecha de la imagen; por debajo de 0, a la izquierda.</translation>
    </message>
    <message>
        <source>Lets the head look further up, above 0, or down, below 0.</source>
        <translation>Hace que la cabeza mire más hacia arriba (por encima de 0) o hacia abajo (por debajo de 0).</translation>
    </message>
    <message>
        <source>Tilts the head further, above 0 clockwise, below 0 the other way.</source>
        <translation>Inclina más la cabeza: por encima de 0, en el sentido de las agujas del reloj; por debajo de 0, al revés.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>Mueve la cabeza: por encima de 0, a la derecha de la imagen; por debajo de 0, a la izquierda.</translation>
    </message>
    <message>
        <source>Moves the head, above 0 down, below 0 up.</source>
        <translation>Mueve la cabeza: por encima de 0, hacia abajo; por debajo de 0, hacia arriba.</translation>
    </message>
    <message>
        <source>In settings files: %1</source>
        <translation>En los archivos de ajustes: %1</translation>
    </message>
    <message>
        <source>In the command: %1; in settings files: %2</source>
        <translation>En el comando: %1; en los archivos de ajustes: %2</translation>
    </message>
    <message>
        <source>Pose refinement</source>
        <translation>Refinado de la pose</translation>
    </message>
    <message>
        <source>Refinement rounds</source>
        <translation>Pasadas de refinado</translation>
    </message>
    <message>
        <source>Head mending</source>
        <translation>Retoque de la cabeza</translation>
    </message>
    <message>
        <source>Seam mending</source>
        <translation>Retoque de las uniones</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Puts a person&apos;s head on another photo&apos;s body. Of several photos the last is the target, the others show the head.</source>
        <translation>Pone la cabeza de una persona en el cuerpo de otra foto. De varias fotos, la última es el objetivo, las demás muestran la cabeza.</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>Dónde calcular: auto, cpu, cuda o cuda:N.</translation>
    </message>
    <message>
        <source>Play the steps of a script on the window, print how long people would have waited, and leave.</source>
        <translation>Ejecutar los pasos de un guion en la ventana, mostrar cuánto se habría esperado y salir.</translation>
    </message>
    <message>
        <source>Write what was measured to this file, too.</source>
        <translation>Escribir también las mediciones en este archivo.</translation>
    </message>
    <message>
        <source>Photos, or a project, to open.</source>
        <translation>Fotos, o un proyecto, que abrir.</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Press Swap to see it here</source>
        <translation>Pulse Intercambiar para verlo aquí</translation>
    </message>
    <message>
        <source>Add a photo of the head that belongs here</source>
        <translation>Añada una foto de la cabeza que va aquí</translation>
    </message>
    <message>
        <source>Switch a source on to swap</source>
        <translation>Active una fuente para intercambiar</translation>
    </message>
    <message>
        <source>Switch this source on and swap to see its masks</source>
        <translation>Active esta fuente e intercambie para ver sus máscaras</translation>
    </message>
    <message>
        <source>To change them, paint on the masks of a source</source>
        <translation>Para cambiarlas, pinte en las máscaras de una fuente</translation>
    </message>
    <message>
        <source>Click the face that gets the new head</source>
        <translation>Haga clic en la cara que recibe la cabeza nueva</translation>
    </message>
    <message>
        <source>Covered by the person</source>
        <translation>Cubierto por la persona</translation>
    </message>
    <message>
        <source>Making the result…</source>
        <translation>Creando el resultado…</translation>
    </message>
    <message>
        <source>As it was saved. The result is being made anew…</source>
        <translation>Tal como se guardó. El resultado se está creando de nuevo…</translation>
    </message>
    <message>
        <source>As it was saved. Press Swap to make the result anew</source>
        <translation>Tal como se guardó. Pulse Intercambiar para crear de nuevo el resultado</translation>
    </message>
    <message>
        <source>No face was found in this photo</source>
        <translation>No se encontró ninguna cara en esta foto</translation>
    </message>
    <message>
        <source>The swap failed. The reason stands above Swap; mend that and press it again</source>
        <translation>El intercambio ha fallado. El motivo está encima de «Intercambiar»; corríjalo y vuelva a pulsarlo</translation>
    </message>
</context>
<context>
    <name>heser::AboutDialog</name>
    <message>
        <source>About HeSer Studio</source>
        <translation>Acerca de HeSer Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Puts a person&apos;s head, hair and all, on another photo&apos;s body, after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Pictures that it writes say of themselves that they are composites. Swap heads only of people who agree. No photo leaves your machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Pone la cabeza de una persona, con todo su cabello, en el cuerpo de otra foto, según «Few-Shot Head Swapping in the Wild» (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Las imágenes que escribe dicen de sí mismas que son montajes. Intercambie solo cabezas de personas que estén de acuerdo. Ninguna foto sale de su equipo.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apache License 2.0 · Qt %1 · OpenCV %2</source>
        <translation>Licencia Apache 2.0 · Qt %1 · OpenCV %2</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>Avisos de terceros</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dispositivos</translation>
    </message>
</context>
<context>
    <name>heser::BatchDialog</name>
    <message>
        <source>Drop photos or folders here that get the head, or add them with the buttons above</source>
        <translation>Suelte aquí las fotos o carpetas que reciben la cabeza, o añádalas con los botones de arriba</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Add &amp;Photos…</source>
        <translation>Añadir &amp;fotos…</translation>
    </message>
    <message>
        <source>Add photos that get the head</source>
        <translation>Añadir fotos que reciben la cabeza</translation>
    </message>
    <message>
        <source>Add &amp;Folder…</source>
        <translation>Añadir &amp;carpeta…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>Añadir todas las fotos de una carpeta</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the queue; files stay (Delete)</source>
        <translation>Quitar de la cola las fotos elegidas; los archivos se quedan (Supr)</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>Rein&amp;tentar</translation>
    </message>
    <message>
        <source>Do what failed or was cancelled again</source>
        <translation>Repetir lo que falló o se canceló</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Objetivos</translation>
    </message>
    <message>
        <source>Photos that get the head. Return opens a result, Delete removes a photo from the queue.</source>
        <translation>Fotos que reciben la cabeza. Intro abre un resultado, Supr quita una foto de la cola.</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Carpeta de los resultados</translation>
    </message>
    <message>
        <source>Where the pictures go; it is made if it is not there</source>
        <translation>Adónde van las imágenes; se crea si no existe</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Elegir…</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>Elegir la carpeta de los resultados</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>Nombre de los archivos</translation>
    </message>
    <message>
        <source>%1 stands for the target&apos;s name, %2 for its place in the queue</source>
        <translation>%1 representa el nombre del objetivo, %2 su lugar en la cola</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>Usar otro nombre</translation>
    </message>
    <message>
        <source>Keep it, do not swap again</source>
        <translation>Conservarlo, no volver a intercambiar</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Reemplazarlo</translation>
    </message>
    <message>
        <source>If the file is there</source>
        <translation>Si el archivo existe</translation>
    </message>
    <message>
        <source>What becomes of a file that has the name already; the photos themselves are never replaced</source>
        <translation>Qué pasa con un archivo que ya tiene ese nombre; las fotos mismas nunca se reemplazan</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>State of the batch</source>
        <translation>Estado del lote</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Empezar</translation>
    </message>
    <message>
        <source>Put the head on every target that waits</source>
        <translation>Poner la cabeza en cada objetivo que espera</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <source>Stop at once; pictures that are done stay</source>
        <translation>Detener enseguida; las imágenes terminadas se quedan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Close this dialog; a batch that is on goes on</source>
        <translation>Cerrar esta ventana; un lote en curso continúa</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 de %2 terminadas</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fallida</numerusform>
            <numerusform>%n fallidas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelada</numerusform>
            <numerusform>%n canceladas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; waits while the window&apos;s own swap is on</source>
        <translation>%1; espera mientras la ventana hace su intercambio</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Buscando fotos…</translation>
    </message>
    <message>
        <source>Add a source in the window first.</source>
        <translation>Añada primero una fuente en la ventana.</translation>
    </message>
    <message>
        <source>Add the photos that get the head.</source>
        <translation>Añada las fotos que reciben la cabeza.</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Elija una carpeta para los resultados.</translation>
    </message>
    <message>
        <source>Give the files a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>Dé a los archivos un nombre sin / \ : * ? &quot; &lt; &gt; |</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>Abrir el resultado</translation>
    </message>
    <message>
        <source>Open Its Folder</source>
        <translation>Abrir su carpeta</translation>
    </message>
    <message>
        <source>Open as the Window&apos;s Target</source>
        <translation>Abrir como objetivo de la ventana</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>Dé un nombre a los archivos.</translation>
    </message>
    <message>
        <source>Give the files a name that neither begins nor ends with a dot.</source>
        <translation>Dé a los archivos un nombre que no empiece ni termine con un punto.</translation>
    </message>
    <message>
        <source>&amp;If it exists</source>
        <translation>Si ex&amp;iste</translation>
    </message>
    <message>
        <source>Every target gets the head of the window&apos;s sources, with its settings as they are when the batch starts. What was painted on the window&apos;s target, colours picked there and moves of the head by hand belong to that photo alone and are left out.</source>
        <translation>Cada objetivo recibe la cabeza de las fuentes de la ventana, con sus ajustes al empezar el lote. Lo pintado en el objetivo de la ventana, los colores tomados allí y los movimientos de la cabeza hechos a mano son solo de esa foto y no se aplican.</translation>
    </message>
    <message>
        <source>The folder %1 holds no photos; folders inside it are not looked into.</source>
        <translation>La carpeta %1 no contiene fotos; no se buscan en las carpetas que hay dentro.</translation>
    </message>
    <message>
        <source>Save resu&amp;lts in</source>
        <translation>Guardar en c&amp;arpeta</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>&amp;Nombre del archivo</translation>
    </message>
</context>
<context>
    <name>heser::BatchList</name>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Empezando…</translation>
    </message>
    <message>
        <source>%1 was there already and was kept</source>
        <translation>%1 ya existía y se ha conservado</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
</context>
<context>
    <name>heser::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture.</source>
        <translation>Muestra la vista elegida. Más y menos amplían y reducen, las flechas mueven, 0 ajusta la imagen.</translation>
    </message>
</context>
<context>
    <name>heser::DropOverlay</name>
    <message>
        <source>Drop here: photos of the head</source>
        <translation>Suelte aquí: fotos de la cabeza</translation>
    </message>
    <message>
        <source>Drop here: the photo that gets the head</source>
        <translation>Suelte aquí: la foto que recibe la cabeza</translation>
    </message>
</context>
<context>
    <name>heser::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Tamaño del archivo</translation>
    </message>
    <message>
        <source>The file says of itself that it is a composite.</source>
        <translation>El propio archivo dice que es un montaje.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The result is older than the last change: it does not show what you did since.</source>
        <translation>El resultado es anterior al último cambio: no muestra lo que ha hecho desde entonces.</translation>
    </message>
    <message>
        <source>The file is written by itself when the new result is ready; you can work on meanwhile</source>
        <translation>El archivo se escribe solo cuando el resultado nuevo está listo; mientras tanto puede seguir trabajando</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>Wait for the &amp;new result and export that</source>
        <translation>Esperar al resultado &amp;nuevo y exportarlo</translation>
    </message>
    <message>
        <source>The swap failed, and the result does not show what you did since. %1</source>
        <translation>El intercambio ha fallado y el resultado no muestra lo que ha hecho desde entonces. %1</translation>
    </message>
</context>
<context>
    <name>heser::ExportForm</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>&amp;Imagen completa</translation>
    </message>
    <message>
        <source>The target with the new head</source>
        <translation>El objetivo con la cabeza nueva</translation>
    </message>
    <message>
        <source>&amp;Head alone</source>
        <translation>Solo la &amp;cabeza</translation>
    </message>
    <message>
        <source>The new head on a transparent ground, at its place in the picture</source>
        <translation>La cabeza nueva sobre fondo transparente, en su lugar de la imagen</translation>
    </message>
    <message>
        <source>PNG, exact</source>
        <translation>PNG, sin pérdida</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG, pequeño</translation>
    </message>
    <message>
        <source>TIFF, exact, for print and editing</source>
        <translation>TIFF, sin pérdida, para impresión y edición</translation>
    </message>
    <message>
        <source>WebP, for the web</source>
        <translation>WebP, para la web</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>Sin &amp;pérdida</translation>
    </message>
    <message>
        <source>Keeps every pixel as it is; the file is larger</source>
        <translation>Conserva cada píxel tal cual; el archivo es mayor</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Profundidad de bits</translation>
    </message>
    <message>
        <source>How finely colours are stored; 16 bits leave more room for editing</source>
        <translation>Con qué finura se guardan los colores; 16 bits dejan más margen para editar</translation>
    </message>
    <message>
        <source>Keep all of the target&apos;s</source>
        <translation>Conservar todos los del objetivo</translation>
    </message>
    <message>
        <source>Keep, without place and serial numbers</source>
        <translation>Conservar, sin lugar ni números de serie</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>No conservar ninguno</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadatos</translation>
    </message>
    <message>
        <source>What the file says of camera, time and place; the colour profile is always kept</source>
        <translation>Lo que el archivo dice de cámara, hora y lugar; el perfil de color siempre se conserva</translation>
    </message>
    <message>
        <source>&amp;Settings in a file beside it</source>
        <translation>A&amp;justes en un archivo al lado</translation>
    </message>
    <message>
        <source>Writes every setting to a .settings.json file, so that the swap can be repeated</source>
        <translation>Escribe todos los ajustes en un archivo .settings.json para poder repetir el intercambio</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>How much fine detail the file keeps</source>
        <translation>Cuánto detalle fino conserva el archivo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>Ca&amp;lidad</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>Profundidad de &amp;bits</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>&amp;Metadatos</translation>
    </message>
    <message>
        <source>As the target</source>
        <translation>Como el objetivo</translation>
    </message>
    <message>
        <source>As the target: %1 bits</source>
        <translation>Como el objetivo: %1 bits</translation>
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
        <translation>Tal como se abrió</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Progress of the swap</source>
        <translation>Progreso del intercambio</translation>
    </message>
    <message>
        <source>Working on files…</source>
        <translation>Trabajando con archivos…</translation>
    </message>
    <message>
        <source>Save the project before leaving?</source>
        <translation>¿Guardar el proyecto antes de salir?</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>Hecho en %1 s</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 píxeles</translation>
    </message>
    <message>
        <source>Open Photos of the Head</source>
        <translation>Abrir fotos de la cabeza</translation>
    </message>
    <message>
        <source>Open the Photo That Gets the Head</source>
        <translation>Abrir la foto que recibe la cabeza</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy one and paste again.</source>
        <translation>El portapapeles no contiene ninguna imagen; copie una y pegue de nuevo.</translation>
    </message>
    <message>
        <source>Add &amp;Sources…</source>
        <translation>Añadir &amp;fuentes…</translation>
    </message>
    <message>
        <source>Add photos of the head</source>
        <translation>Añadir fotos de la cabeza</translation>
    </message>
    <message>
        <source>Open &amp;Target…</source>
        <translation>Abrir &amp;objetivo…</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Abrir la foto que recibe la cabeza</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>Save the finished picture</source>
        <translation>Guardar la imagen terminada</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>Salir del programa</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Pegar</translation>
    </message>
    <message>
        <source>Paste a picture as source, or as target if that has the keyboard</source>
        <translation>Pegar una imagen como fuente, o como objetivo si este tiene el teclado</translation>
    </message>
    <message>
        <source>Paste as &amp;Target</source>
        <translation>Pegar como o&amp;bjetivo</translation>
    </message>
    <message>
        <source>Paste a picture as target</source>
        <translation>Pegar una imagen como objetivo</translation>
    </message>
    <message>
        <source>E&amp;xchange Source and Target</source>
        <translation>Inte&amp;rcambiar fuente y objetivo</translation>
    </message>
    <message>
        <source>Put the head the other way round</source>
        <translation>Poner la cabeza al revés</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Intercambiar</translation>
    </message>
    <message>
        <source>Put the sources&apos; head on the target</source>
        <translation>Poner la cabeza de las fuentes en el objetivo</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <source>Stop the swap</source>
        <translation>Detener el intercambio</translation>
    </message>
    <message>
        <source>Update after every change</source>
        <translation>Actualizar tras cada cambio</translation>
    </message>
    <message>
        <source>Swap again by itself when something was changed</source>
        <translation>Intercambia de nuevo por sí solo cuando algo cambia</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>Pre&amp;ferencias…</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>&amp;Cabeza</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>&amp;Pintar</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;About HeSer Studio</source>
        <translation>&amp;Acerca de HeSer Studio</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>%1 cabeza</translation>
    </message>
    <message>
        <source>%1 swapped</source>
        <translation>%1 intercambiado</translation>
    </message>
    <message>
        <source>Export the Finished Picture</source>
        <translation>Exportar la imagen terminada</translation>
    </message>
    <message>
        <source>&amp;Move the Head</source>
        <translation>&amp;Mover la cabeza</translation>
    </message>
    <message>
        <source>Move, size, tilt and turn the head on the picture</source>
        <translation>Mover, escalar, inclinar y girar la cabeza en la imagen</translation>
    </message>
    <message>
        <source>&amp;Pick Skin Colour</source>
        <translation>&amp;Tomar color de piel</translation>
    </message>
    <message>
        <source>Click the target where the skin has the colour that the new head should have</source>
        <translation>Haga clic en el objetivo donde la piel tenga el color que debe tener la cabeza nueva</translation>
    </message>
    <message>
        <source>Move Head</source>
        <translation>Mover cabeza</translation>
    </message>
    <message>
        <source>Drag to move, a corner to size, the knob to tilt, with Shift to turn</source>
        <translation>Arrastre para mover, una esquina para escalar, el pomo para inclinar, con Mayús para girar</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Nuevo</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>&amp;Abrir proyecto…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>Abrir un proyecto guardado</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>&amp;Guardar proyecto</translation>
    </message>
    <message>
        <source>Save photos, settings and edits in one file</source>
        <translation>Guardar fotos, ajustes y ediciones en un archivo</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>Guardar proyecto &amp;como…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Guardar el proyecto con otro nombre</translation>
    </message>
    <message>
        <source>Save the project before starting anew?</source>
        <translation>¿Guardar el proyecto antes de empezar de nuevo?</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>Aún no hay proyectos</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 guardado.</translation>
    </message>
    <message>
        <source>HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio terminó de forma inesperada. Se conservó el trabajo sin guardar de %1.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sin título</translation>
    </message>
    <message>
        <source>What was changed since the last save is lost otherwise.</source>
        <translation>Si no, se pierde lo cambiado desde el último guardado.</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>¿Guardar el proyecto antes de abrir otro?</translation>
    </message>
    <message>
        <source>Open a Project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Save the Project</source>
        <translation>Guardar el proyecto</translation>
    </message>
    <message>
        <source>Save the project before restoring the unsaved work?</source>
        <translation>¿Guardar el proyecto antes de recuperar el trabajo no guardado?</translation>
    </message>
    <message>
        <source>Click the place to copy from, then paint</source>
        <translation>Haga clic en el lugar que se copiará y luego pinte</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>No guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts…</source>
        <translation>A&amp;tajos…</translation>
    </message>
    <message>
        <source>Pick H&amp;air Colour</source>
        <translation>Tomar color del c&amp;abello</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new hair should have</source>
        <translation>Haga clic en el objetivo donde algo tenga el color que debe tener el cabello nuevo</translation>
    </message>
    <message>
        <source>Pick &amp;Lip Colour</source>
        <translation>Tomar color de los &amp;labios</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new lips should have</source>
        <translation>Haga clic en el objetivo donde algo tenga el color que deben tener los labios nuevos</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>&amp;Lote…</translation>
    </message>
    <message>
        <source>Put the head on many targets</source>
        <translation>Poner la cabeza en muchos objetivos</translation>
    </message>
    <message>
        <source>Open the Photos That Get the Head</source>
        <translation>Abrir las fotos que reciben la cabeza</translation>
    </message>
    <message>
        <source>Choose a Folder of Photos That Get the Head</source>
        <translation>Elegir una carpeta de fotos que reciben la cabeza</translation>
    </message>
    <message>
        <source>Choose the Folder for the Results</source>
        <translation>Elegir la carpeta de los resultados</translation>
    </message>
    <message>
        <source>Leave although the batch is not finished?</source>
        <translation>¿Salir aunque el lote no ha terminado?</translation>
    </message>
    <message>
        <source>Pictures that are done stay.</source>
        <translation>Las imágenes terminadas se quedan.</translation>
    </message>
    <message>
        <source>Stop It and Leave</source>
        <translation>Detenerlo y salir</translation>
    </message>
    <message>
        <source>The photo shows no edge there, so the mask stays as it is.</source>
        <translation>La foto no muestra ningún borde ahí, así que la máscara se queda como está.</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened or saved here. Replace it?</source>
        <translation>Otro programa cambió %1 desde que se abrió o se guardó aquí. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>The other sources are switched off: they show another head.</source>
        <translation>Las otras fuentes están desactivadas: muestran otra cabeza.</translation>
    </message>
    <message>
        <source>It is written as soon as the new result is ready.</source>
        <translation>Se escribe en cuanto el resultado nuevo está listo.</translation>
    </message>
    <message>
        <source>You can paint as soon as the masks are made…</source>
        <translation>Podrá pintar en cuanto las máscaras estén hechas…</translation>
    </message>
    <message>
        <source>What you clicked does not look like skin; the new head takes its colour all the same. Undo takes it back.</source>
        <translation>El lugar pulsado no parece piel; aun así, la cabeza nueva toma su color. Deshaga para volver atrás.</translation>
    </message>
    <message>
        <source>Discard changes and open the saved version?</source>
        <translation>¿Descartar los cambios y abrir la versión guardada?</translation>
    </message>
    <message>
        <source>%1 is open with changes since it was saved.</source>
        <translation>%1 está abierto y tiene cambios desde que se guardó.</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole. What is missing here is lost for good if the file is replaced. Replace it?</source>
        <translation>%1 no se pudo leer por completo. Lo que falta aquí se pierde para siempre si se reemplaza el archivo. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 ya existe. ¿Reemplazarlo?</translation>
    </message>
    <message>
        <source>Go on although the picture is not exported yet?</source>
        <translation>¿Continuar aunque la imagen aún no se haya exportado?</translation>
    </message>
    <message>
        <source>Go On Without It</source>
        <translation>Continuar sin ella</translation>
    </message>
    <message>
        <source>HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.</source>
        <translation>Se pidió a HeSer Studio que terminara, como al cerrar la sesión. Se conservó el trabajo sin guardar de %1.</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Tamaño de la imagen</translation>
    </message>
</context>
<context>
    <name>heser::MaskPanel</name>
    <message>
        <source>Colours over the picture</source>
        <translation>Colores sobre la imagen</translation>
    </message>
    <message>
        <source>Opacity of the colours</source>
        <translation>Opacidad de los colores</translation>
    </message>
    <message>
        <source>How far the colours cover the picture</source>
        <translation>Hasta qué punto los colores cubren la imagen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Show or hide this class</source>
        <translation>Mostrar u ocultar esta clase</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>Show or hide what the colours mean</source>
        <translation>Mostrar u ocultar qué significan los colores</translation>
    </message>
</context>
<context>
    <name>heser::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>heser::PaintBar</name>
    <message>
        <source>Brush size</source>
        <translation>Tamaño del pincel</translation>
    </message>
    <message>
        <source>Width of the brush in pixels of the photo ([ and ])</source>
        <translation>Anchura del pincel en píxeles de la foto ([ y ])</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Dureza</translation>
    </message>
    <message>
        <source>How sharp the edge of the brush is</source>
        <translation>Nitidez del borde del pincel</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>How strongly a stroke works</source>
        <translation>Fuerza de un trazo</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Borde</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>Presión del lápiz</translation>
    </message>
    <message>
        <source>Move the Picture</source>
        <translation>Mover la imagen</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Borrador</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lazo</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>Pincel más pequeño</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>Pincel más grande</translation>
    </message>
    <message>
        <source>Exchange Classes</source>
        <translation>Intercambiar clases</translation>
    </message>
    <message>
        <source>Take Back All Painting Here</source>
        <translation>Deshacer toda la pintura aquí</translation>
    </message>
    <message>
        <source>Takes back everything that was painted on this layer</source>
        <translation>Deshace todo lo pintado en esta capa</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>&amp;Borde</translation>
    </message>
    <message>
        <source>Grow, shrink or soften what is painted on</source>
        <translation>Ampliar, reducir o suavizar aquello sobre lo que se pinta</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>&amp;Ampliar</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>&amp;Reducir</translation>
    </message>
    <message>
        <source>&amp;Feather</source>
        <translation>&amp;Difuminar</translation>
    </message>
    <message>
        <source>Width of the edge</source>
        <translation>Anchura del borde</translation>
    </message>
    <message>
        <source>By how many pixels of the photo the edge moves or softens</source>
        <translation>Cuántos píxeles de la foto se mueve o suaviza el borde</translation>
    </message>
    <message>
        <source>By</source>
        <translation>En</translation>
    </message>
    <message>
        <source>&amp;Size of the Brush</source>
        <translation>&amp;Tamaño del pincel</translation>
    </message>
    <message>
        <source>&amp;Strength of the Stroke</source>
        <translation>&amp;Fuerza del trazo</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Class to paint</source>
        <translation>Clase que pintar</translation>
    </message>
    <message>
        <source>What the painted pixels are (X goes back to the class before)</source>
        <translation>Qué son los píxeles pintados (X vuelve a la clase anterior)</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>A&amp;lisar</translation>
    </message>
    <message>
        <source>Drag the picture; hold Space to do so with any tool</source>
        <translation>Arrastre la imagen; con Espacio se puede con cualquier herramienta</translation>
    </message>
    <message>
        <source>Paint the chosen class</source>
        <translation>Pintar la clase elegida</translation>
    </message>
    <message>
        <source>Add to the blend region: shows the new head, or fills anew beside it</source>
        <translation>Añadir a la zona de fusión: muestra la cabeza nueva o rellena a su lado</translation>
    </message>
    <message>
        <source>Paint background: takes it out of the head</source>
        <translation>Pintar fondo: lo quita de la cabeza</translation>
    </message>
    <message>
        <source>Take from the blend region: shows the target itself</source>
        <translation>Quitar de la zona de fusión: muestra el propio objetivo</translation>
    </message>
    <message>
        <source>Take back what was painted</source>
        <translation>Deshacer lo pintado</translation>
    </message>
    <message>
        <source>Paint all of an outline with the chosen class: draw it, or click its corners</source>
        <translation>Pintar todo un contorno con la clase elegida: trácelo o haga clic en sus esquinas</translation>
    </message>
    <message>
        <source>Add all of an outline to the blend region: draw it, or click its corners</source>
        <translation>Añadir todo un contorno a la zona de fusión: trácelo o haga clic en sus esquinas</translation>
    </message>
    <message>
        <source>Give a connected piece the chosen class</source>
        <translation>Dar la clase elegida a una parte conectada</translation>
    </message>
    <message>
        <source>Add a hole to the blend region, or take a connected piece away</source>
        <translation>Añadir un hueco a la zona de fusión, o quitar una parte conectada</translation>
    </message>
    <message>
        <source>Clone: copy from the place that Control and a click set</source>
        <translation>Clonar: copia desde el lugar que fijan Ctrl y un clic</translation>
    </message>
    <message>
        <source>The background is cloned, not erased</source>
        <translation>El fondo se clona, no se borra</translation>
    </message>
    <message>
        <source>Clone all of an outline: draw it, or click its corners</source>
        <translation>Clonar todo un contorno: dibújelo o haga clic en sus esquinas</translation>
    </message>
    <message>
        <source>The background is cloned, not filled</source>
        <translation>El fondo se clona, no se rellena</translation>
    </message>
    <message>
        <source>S&amp;nap to Edges</source>
        <translation>Aj&amp;ustar a los bordes</translation>
    </message>
    <message>
        <source>Moves the border of the last stroke to the edges in the photo, such as those of hair; without a stroke before, the border of the whole class</source>
        <translation>Lleva el borde del último trazo a los bordes de la foto, como los del cabello; sin un trazo justo antes, el borde de toda la clase</translation>
    </message>
    <message>
        <source>Snap &amp;Every Stroke</source>
        <translation>Ajustar &amp;cada trazo</translation>
    </message>
    <message>
        <source>Strokes go to the edges in the photo by themselves: paint roughly along the hair</source>
        <translation>Los trazos van solos a los bordes de la foto: basta pintar a grandes rasgos a lo largo del cabello</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>Recorte</translation>
    </message>
    <message>
        <source>How far the person covers each pixel: paint fine hair softly</source>
        <translation>Hasta qué punto la persona cubre cada píxel: pinte el cabello fino con suavidad</translation>
    </message>
    <message>
        <source>Cover: what is painted belongs to the person, as far as opacity says</source>
        <translation>Cubrir: lo pintado pertenece a la persona, según la opacidad</translation>
    </message>
    <message>
        <source>Uncover: what is behind the person shows through</source>
        <translation>Descubrir: se ve lo que hay detrás de la persona</translation>
    </message>
    <message>
        <source>Cover all of an outline: draw it, or click its corners</source>
        <translation>Cubrir todo un contorno: trácelo o haga clic en sus esquinas</translation>
    </message>
    <message>
        <source>The matte is painted, not filled</source>
        <translation>El recorte se pinta, no se rellena</translation>
    </message>
    <message>
        <source>Brush Settings</source>
        <translation>Ajustes del pincel</translation>
    </message>
    <message>
        <source>Hardness and opacity of the brush, and what the pressure of a pen does</source>
        <translation>Dureza y opacidad del pincel, y qué hace la presión de un lápiz</translation>
    </message>
    <message>
        <source>Masks, blend region and background fill can be painted on: choose one of their views</source>
        <translation>Se puede pintar en las máscaras, la zona de fusión y el relleno del fondo: elija una de sus vistas</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>Sin clase</translation>
    </message>
    <message>
        <source>Ready as soon as the masks are made; choose it now if you like</source>
        <translation>Lista en cuanto las máscaras estén hechas; puede elegirla ya</translation>
    </message>
</context>
<context>
    <name>heser::PaintDesk</name>
    <message>
        <source>Fill Mask</source>
        <translation>Rellenar máscara</translation>
    </message>
    <message>
        <source>Fill Blend Region</source>
        <translation>Rellenar zona de fusión</translation>
    </message>
    <message>
        <source>Take Back Painting</source>
        <translation>Deshacer pintura</translation>
    </message>
    <message>
        <source>Take from Blend Region</source>
        <translation>Quitar de la zona de fusión</translation>
    </message>
    <message>
        <source>Erase Mask</source>
        <translation>Borrar máscara</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Add to Blend Region</source>
        <translation>Añadir a la zona de fusión</translation>
    </message>
    <message>
        <source>Paint Mask</source>
        <translation>Pintar máscara</translation>
    </message>
    <message>
        <source>Grow Blend Region</source>
        <translation>Ampliar zona de fusión</translation>
    </message>
    <message>
        <source>Grow Mask</source>
        <translation>Ampliar máscara</translation>
    </message>
    <message>
        <source>Shrink Blend Region</source>
        <translation>Reducir zona de fusión</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>Reducir máscara</translation>
    </message>
    <message>
        <source>Feather Blend Region</source>
        <translation>Difuminar zona de fusión</translation>
    </message>
    <message>
        <source>Smooth Mask</source>
        <translation>Alisar máscara</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Clonar</translation>
    </message>
    <message>
        <source>Snap Mask to Edges</source>
        <translation>Ajustar máscara a los bordes</translation>
    </message>
    <message>
        <source>Erase Matte</source>
        <translation>Borrar recorte</translation>
    </message>
    <message>
        <source>Paint Matte</source>
        <translation>Pintar recorte</translation>
    </message>
    <message>
        <source>Grow Matte</source>
        <translation>Ampliar recorte</translation>
    </message>
    <message>
        <source>Shrink Matte</source>
        <translation>Reducir recorte</translation>
    </message>
    <message>
        <source>Feather Matte</source>
        <translation>Difuminar recorte</translation>
    </message>
</context>
<context>
    <name>heser::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>The language of all texts</source>
        <translation>El idioma de todos los textos</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Como el escritorio</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>Ventanas claras u oscuras</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>Dónde se ejecutan las redes</translation>
    </message>
    <message>
        <source>GPU if there is one, else the processor</source>
        <translation>GPU si la hay, si no el procesador</translation>
    </message>
    <message>
        <source>&amp;Processor threads</source>
        <translation>Hilos del &amp;procesador</translation>
    </message>
    <message>
        <source>How many cores the networks use, from the next start on</source>
        <translation>Cuántos núcleos usan las redes, a partir del próximo inicio</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>Todos los núcleos</translation>
    </message>
    <message>
        <source>&amp;Unsaved work is kept every</source>
        <translation>Conservar lo no &amp;guardado cada</translation>
    </message>
    <message>
        <source>After so long at most a copy for recovery is made</source>
        <translation>Tras este tiempo como máximo se hace una copia de recuperación</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Colores claros</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Colores oscuros</translation>
    </message>
    <message>
        <source>&amp;Memory for undo</source>
        <translation>&amp;Memoria para deshacer</translation>
    </message>
    <message>
        <source>When the history holds more, its oldest steps cannot be undone any more</source>
        <translation>Si el historial ocupa más, sus pasos más antiguos ya no se pueden deshacer</translation>
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
        <translation>Añada primero una fuente y un objetivo.</translation>
    </message>
    <message>
        <source>Add the target first.</source>
        <translation>Añada primero el objetivo.</translation>
    </message>
    <message>
        <source>Add a source first.</source>
        <translation>Añada primero una fuente.</translation>
    </message>
    <message>
        <source>All sources are switched off.</source>
        <translation>Todas las fuentes están desactivadas.</translation>
    </message>
    <message>
        <source>The result is older than the last change. Swap again to bring it up to date.</source>
        <translation>El resultado es anterior al último cambio. Intercambie de nuevo para actualizarlo.</translation>
    </message>
    <message>
        <source>The swap failed. %1</source>
        <translation>El intercambio ha fallado. %1</translation>
    </message>
</context>
<context>
    <name>heser::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Restablecer: %1</translation>
    </message>
    <message>
        <source>In percent of the face&apos;s size.</source>
        <translation>En porcentaje del tamaño de la cara.</translation>
    </message>
</context>
<context>
    <name>heser::SettingsPanel</name>
    <message>
        <source>Align</source>
        <translation>Alinear</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Fusión</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>Más ajustes: %1</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>Restablecer estos ajustes</translation>
    </message>
    <message>
        <source>Reset settings: %1</source>
        <translation>Restablecer ajustes: %1</translation>
    </message>
</context>
<context>
    <name>heser::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>Press the keys that the chosen command should have</source>
        <translation>Pulse las teclas que debe tener la orden elegida</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>Teclas &amp;habituales</translation>
    </message>
    <message>
        <source>Gives the chosen command the keys that it came with</source>
        <translation>Devuelve a la orden elegida las teclas con las que vino</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>&amp;Ninguna tecla</translation>
    </message>
    <message>
        <source>Takes the keys from the chosen command</source>
        <translation>Quita las teclas a la orden elegida</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>&amp;Restablecer todo</translation>
    </message>
    <message>
        <source>%1 had these keys and has lost them.</source>
        <translation>%1 tenía estas teclas y las ha perdido.</translation>
    </message>
</context>
<context>
    <name>heser::SourceDelegate</name>
    <message>
        <source>Use or leave out this source (Space)</source>
        <translation>Usar u omitir esta fuente (Espacio)</translation>
    </message>
    <message>
        <source>Remove this source (Delete)</source>
        <translation>Quitar esta fuente (Supr)</translation>
    </message>
    <message>
        <source>Choose the face</source>
        <translation>Elegir la cara</translation>
    </message>
</context>
<context>
    <name>heser::SourcesModel</name>
    <message>
        <source>No face found</source>
        <translation>Ninguna cara encontrada</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>No se puede usar</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Buscando una cara…</translation>
    </message>
    <message>
        <source>Counts %1 %</source>
        <translation>Cuenta un %1 %</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Cara %1 de %2</translation>
    </message>
    <message>
        <source>Face cut off</source>
        <translation>Cara cortada</translation>
    </message>
    <message>
        <source>This photo is off; it leads, as you chose, as soon as it is on again.</source>
        <translation>Esta foto está desactivada; en cuanto se active de nuevo será la principal, como usted indicó.</translation>
    </message>
    <message>
        <source>This photo leads, as you chose: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Esta foto es la principal, como usted indicó: boca, ojos y gafas proceden de ella, salvo que otra los muestre mejor.</translation>
    </message>
    <message>
        <source>This photo leads, since its pose is nearest to the target&apos;s: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>Esta foto es la principal porque su postura es la más parecida a la del destino: boca, ojos y gafas proceden de ella, salvo que otra los muestre mejor.</translation>
    </message>
</context>
<context>
    <name>heser::SourcesStrip</name>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>Photos that give the head. Space switches one on or off, Delete removes it, Control with the arrow keys moves it.</source>
        <translation>Fotos que dan la cabeza. Espacio activa o desactiva una, Supr la quita, Ctrl con las flechas la mueve.</translation>
    </message>
    <message>
        <source>Drop photos of the head here, or click to open them</source>
        <translation>Suelte aquí fotos de la cabeza, o haga clic para abrirlas</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How much this photo counts among several</source>
        <translation>Cuánto cuenta esta foto entre varias</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Elegir cara</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Peso</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Lead with This Photo</source>
        <translation>Usar esta foto como principal</translation>
    </message>
    <message>
        <source>Choose the Leading Photo Automatically</source>
        <translation>Elegir la foto principal automáticamente</translation>
    </message>
</context>
<context>
    <name>heser::StartPage</name>
    <message>
        <source>Put a head on another body</source>
        <translation>Poner una cabeza en otro cuerpo</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Fuentes</translation>
    </message>
    <message>
        <source>One or more photos of the person whose head is wanted. A photo that looks the same way as the target is best.</source>
        <translation>Una o más fotos de la persona cuya cabeza se quiere. Lo mejor es una foto que mire en la misma dirección que el objetivo.</translation>
    </message>
    <message>
        <source>Open Sources…</source>
        <translation>Abrir fuentes…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>The photo that gets the head.</source>
        <translation>La foto que recibe la cabeza.</translation>
    </message>
    <message>
        <source>Open Target…</source>
        <translation>Abrir objetivo…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Intercambiar</translation>
    </message>
    <message>
        <source>Then adjust expression, pose, colour and light, and export.</source>
        <translation>Después ajuste expresión, pose, color y luz, y exporte.</translation>
    </message>
    <message>
        <source>You can also drop photos here or paste them.</source>
        <translation>También puede soltar fotos aquí o pegarlas.</translation>
    </message>
    <message>
        <source>Try It with Sample Photos</source>
        <translation>Probar con fotos de muestra</translation>
    </message>
    <message>
        <source>Opens two portraits in the public domain</source>
        <translation>Abre dos retratos de dominio público</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Proyectos recientes</translation>
    </message>
    <message>
        <source>Add Sources…</source>
        <translation>Añadir fuentes…</translation>
    </message>
    <message>
        <source>Use photos whose people agreed to it, or could not be harmed or deceived by it, and do not pass results off as real. No photo leaves your computer.</source>
        <translation>Use fotos de personas que estén de acuerdo, o a las que no se pueda dañar ni engañar, y no presente los resultados como reales. Ninguna foto sale de su ordenador.</translation>
    </message>
</context>
<context>
    <name>heser::SwapDocument</name>
    <message>
        <source>Add Source</source>
        <translation>Añadir fuente</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation>Quitar fuente</translation>
    </message>
    <message>
        <source>Move Source</source>
        <translation>Mover fuente</translation>
    </message>
    <message>
        <source>Switch Source On</source>
        <translation>Activar fuente</translation>
    </message>
    <message>
        <source>Switch Source Off</source>
        <translation>Desactivar fuente</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>Elegir cara</translation>
    </message>
    <message>
        <source>Weigh Source</source>
        <translation>Ponderar fuente</translation>
    </message>
    <message>
        <source>Set Target</source>
        <translation>Definir objetivo</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>Quitar objetivo</translation>
    </message>
    <message>
        <source>Exchange Source and Target</source>
        <translation>Intercambiar fuente y objetivo</translation>
    </message>
    <message>
        <source>Open Photos</source>
        <translation>Abrir fotos</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>Restablecer %1</translation>
    </message>
    <message>
        <source>Reset Settings</source>
        <translation>Restablecer ajustes</translation>
    </message>
    <message>
        <source>Choose Leading Photo Automatically</source>
        <translation>Elegir la foto principal automáticamente</translation>
    </message>
    <message>
        <source>Pin Leading Photo</source>
        <translation>Fijar la foto principal</translation>
    </message>
    <message>
        <source>Leave Out Source</source>
        <translation>Dejar fuera la fuente</translation>
    </message>
</context>
<context>
    <name>heser::SwapSession</name>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>%1 guardado en %2.</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>Only %1 is opened: a project has its photos in it.</source>
        <translation>Solo se abre %1: un proyecto ya contiene sus fotos.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done, %2 failed.</source>
        <translation>El lote ha terminado: %1 hechas, %2 fallidas.</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done.</source>
        <translation>El lote ha terminado: %1 hechas.</translation>
    </message>
    <message>
        <source>The unsaved work</source>
        <translation>El trabajo no guardado</translation>
    </message>
    <message>
        <source>%1 was not exported, since its result was not made.</source>
        <translation>%1 no se exportó porque su resultado no se creó.</translation>
    </message>
    <message>
        <source>%1 is exported as soon as the new result is ready.</source>
        <translation>%1 se exportará en cuanto el resultado nuevo esté listo.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in case the program ends unexpectedly (%1); save the project often.</source>
        <translation>El trabajo sin guardar no se puede conservar por si el programa termina de forma inesperada (%1); guarde el proyecto a menudo.</translation>
    </message>
    <message>
        <source>%1 was switched off; the other photos are used.</source>
        <translation>%1 se ha desactivado; se usan las demás fotos.</translation>
    </message>
</context>
<context>
    <name>heser::TargetSlot</name>
    <message>
        <source>Choose the face</source>
        <translation>Elegir la cara</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>Quitar el objetivo</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>Abrir la foto que recibe la cabeza</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Vacío</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>Ninguna cara encontrada</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>No se puede usar</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>Buscando una cara…</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>Cara %1 de %2</translation>
    </message>
    <message>
        <source>Drop the photo that gets the head here, or click to open it</source>
        <translation>Suelte aquí la foto que recibe la cabeza, o haga clic para abrirla</translation>
    </message>
</context>
<context>
    <name>heser::ViewBar</name>
    <message>
        <source>Before and After</source>
        <translation>Antes y después</translation>
    </message>
    <message>
        <source>Whose masks</source>
        <translation>Máscaras de quién</translation>
    </message>
    <message>
        <source>Whose masks are shown</source>
        <translation>De quién se muestran las máscaras</translation>
    </message>
    <message>
        <source>of the target</source>
        <translation>del objetivo</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>of the new head</source>
        <translation>de la cabeza nueva</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>La imagen terminada</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>The photo that gets the head</source>
        <translation>La foto que recibe la cabeza</translation>
    </message>
    <message>
        <source>The new head, posed for the target</source>
        <translation>La cabeza nueva, en la pose del objetivo</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Máscaras</translation>
    </message>
    <message>
        <source>What every part of the picture was taken for</source>
        <translation>Por qué se tomó cada parte de la imagen</translation>
    </message>
    <message>
        <source>Colour Reference</source>
        <translation>Referencia de color</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>The new head in the colours of the scene</source>
        <translation>La cabeza nueva con los colores de la escena</translation>
    </message>
    <message>
        <source>Blend Region</source>
        <translation>Zona de fusión</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Zona</translation>
    </message>
    <message>
        <source>Where the result differs from the target</source>
        <translation>Dónde el resultado difiere del objetivo</translation>
    </message>
    <message>
        <source>Background Fill</source>
        <translation>Relleno del fondo</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>The target without its head</source>
        <translation>El objetivo sin su cabeza</translation>
    </message>
    <message>
        <source>Before and after, with a line to drag (\)</source>
        <translation>Antes y después, con una línea que arrastrar (\)</translation>
    </message>
    <message>
        <source>New Head</source>
        <translation>Cabeza nueva</translation>
    </message>
</context>
<context>
    <name>heser::ZoomBar</name>
    <message>
        <source>Zoom In</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Actual Pixels</source>
        <translation>Píxeles reales</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>Píxeles de pantalla por píxel de imagen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel &amp;Grid</source>
        <translation>&amp;Cuadrícula de píxeles</translation>
    </message>
    <message>
        <source>Lines between the picture&apos;s pixels from 800 % on</source>
        <translation>Líneas entre los píxeles de la imagen a partir del 800 %</translation>
    </message>
</context>
</TS>
