<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>Devices</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>プロセッサ</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 コア</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 コア</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>%1° to the right</source>
        <translation>右へ %1°</translation>
    </message>
    <message>
        <source>%1° to the left</source>
        <translation>左へ %1°</translation>
    </message>
    <message>
        <source>%1° up</source>
        <translation>上へ %1°</translation>
    </message>
    <message>
        <source>%1° down</source>
        <translation>下へ %1°</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>正面向き</translation>
    </message>
    <message>
        <source>Face %1: %2</source>
        <translation>顔 %1：%2</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>HeSer projects</source>
        <translation>HeSer プロジェクト</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Skin</source>
        <translation>肌</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>目</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻</translation>
    </message>
    <message>
        <source>Inner mouth</source>
        <translation>口の中</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>上唇</translation>
    </message>
    <message>
        <source>Lower lip</source>
        <translation>下唇</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>首</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>服</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>髪</translation>
    </message>
    <message>
        <source>Headwear</source>
        <translation>かぶり物</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>新しい頭部</translation>
    </message>
    <message>
        <source>Filled anew</source>
        <translation>塗り直した部分</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This</source>
        <translation>これ</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; use another photo.</source>
        <translation>指定された顔は %1 にありません。別の写真を使ってください。</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; faces found there: %2; choose one of them.</source>
        <translation>指定された顔は %1 にありません。見つかった顔：%2。その中から選んでください。</translation>
    </message>
    <message>
        <source>%1 is too large; make it smaller first.</source>
        <translation>%1 は大きすぎます。先に小さくしてください。</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, at most %3 can be used; make it smaller first.</source>
        <translation>%1 は %2 メガピクセルあり、使えるのは %3 までです。先に小さくしてください。</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small; use a photo with more pixels.</source>
        <translation>%1 またはその中の顔が小さすぎます。画素数の多い写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target; a photo that looks the same way gives a better head.</source>
        <translation>%1 は対象から %2 度それています。同じ方を向いた写真のほうが良い頭部になります。</translation>
    </message>
    <message>
        <source>%1 is blurred, and so will be the result; use a sharper photo.</source>
        <translation>%1 はぼやけており、結果もぼやけます。もっと鮮明な写真を使ってください。</translation>
    </message>
    <message>
        <source>%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; use a photo in softer light.</source>
        <translation>%1 の肌の %2 % が露出過多か不足で、色を合わせられません。光のやわらかい写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 shows %2 faces, the largest was used; choose another if that is wrong.</source>
        <translation>%1 には %2 人の顔があり、最大のものを使いました。違う場合は選び直してください。</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photos (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>%1 の顔は他の写真と形が違う（幅の %2 %）ため、あまり考慮されません。別人なら外してください。</translation>
    </message>
    <message>
        <source>%1 is softer than the other photos, so it counts little; use a sharper one.</source>
        <translation>%1 は他の写真よりぼやけているため、あまり考慮されません。もっと鮮明なものを使ってください。</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target and shows nothing that is needed; it can be left out.</source>
        <translation>%1 は対象から %2 度それており、必要なものが写っていません。外してかまいません。</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>ネットワークを読み込み中</translation>
    </message>
    <message>
        <source>Finding the target&apos;s face</source>
        <translation>対象の顔を検出中</translation>
    </message>
    <message>
        <source>Reading the target&apos;s head</source>
        <translation>対象の頭部を解析中</translation>
    </message>
    <message>
        <source>Finding the source&apos;s face</source>
        <translation>素材の顔を検出中</translation>
    </message>
    <message>
        <source>Reading the source&apos;s head</source>
        <translation>素材の頭部を解析中</translation>
    </message>
    <message>
        <source>Applying painted masks</source>
        <translation>描いたマスクを適用中</translation>
    </message>
    <message>
        <source>Applying the painted region</source>
        <translation>描いた領域を適用中</translation>
    </message>
    <message>
        <source>Making a preview</source>
        <translation>プレビューを作成中</translation>
    </message>
    <message>
        <source>Shaping the head</source>
        <translation>頭部を形づくり中</translation>
    </message>
    <message>
        <source>Aligning the head</source>
        <translation>頭部を合わせています</translation>
    </message>
    <message>
        <source>Matching the colours</source>
        <translation>色を合わせています</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>合成中</translation>
    </message>
    <message>
        <source>Composing the picture</source>
        <translation>画像を構成中</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>写真を読み込み中</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>画像を書き込み中</translation>
    </message>
    <message>
        <source>%1 cannot be used like this%2.</source>
        <translation>%1 はこのようには使えません%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written%2; choose another place or name.</source>
        <translation>%1 に書き込めません%2。別の場所か名前を選んでください。</translation>
    </message>
    <message>
        <source>%1, a file of this program, is missing or damaged%2; install the program again.</source>
        <translation>このプログラムのファイル %1 がないか壊れています%2。インストールし直してください。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of HeSer Studio; open it with that version.</source>
        <translation>%1 は新しい版の HeSer Studio で作られました。その版で開いてください。</translation>
    </message>
    <message>
        <source>%1 cannot be used%2; mend it or choose another file.</source>
        <translation>%1 は使えません%2。直すか別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is%2; close other programs or use smaller photos.</source>
        <translation>%1 にはメモリーが足りません%2。他のプログラムを閉じるか小さい写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 cannot be used for computing%2; use the processor instead (device &quot;cpu&quot;).</source>
        <translation>%1 は計算に使えません%2。代わりにプロセッサを使ってください（デバイス「cpu」）。</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be reached at %1%2; see what they say, then start all of them again.</source>
        <translation>この学習の他のプロセスに %1 で接続できません%2。それらのメッセージを確認してから、すべてを再び始めてください。</translation>
    </message>
    <message>
        <source>Something went wrong that should not; please report it with this text: %1</source>
        <translation>予期しない問題が起きました。次の文とともに報告してください：%1</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more pixels.</source>
        <translation>%1 またはその中の顔が小さすぎます（%2 ピクセル、最低 %3 ピクセル必要）。もっとピクセル数の多い写真を使ってください。</translation>
    </message>
    <message>
        <source>the source %1 is damaged</source>
        <translation>元の写真 %1 が壊れています</translation>
    </message>
    <message>
        <source>the target %1 is damaged</source>
        <translation>対象の写真 %1 が壊れています</translation>
    </message>
    <message>
        <source>what was painted on %1 is damaged</source>
        <translation>%1 に描かれた内容が壊れています</translation>
    </message>
    <message>
        <source>this version does not know the setting %1</source>
        <translation>このバージョンは設定 %1 を知りません</translation>
    </message>
    <message>
        <source>the setting %1 is damaged</source>
        <translation>設定 %1 が壊れています</translation>
    </message>
    <message>
        <source>Measuring the photo&apos;s quality</source>
        <translation>写真の画質を測定しています</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 は写真として読み込めません%2。別のファイルを選ぶか、JPEG か PNG で保存し直してください。</translation>
    </message>
    <message>
        <source>Nor can these be used: %1.</source>
        <translation>次のものも使えません: %1。</translation>
    </message>
    <message>
        <source>The weights of the refinement are missing or do not fit this version; the head is as geometry makes it.</source>
        <translation>仕上げ用ネットワークの重みがないか、このバージョンに合いません。頭部は幾何処理のままです。</translation>
    </message>
    <message>
        <source>The weights of the blending network are missing or do not fit this version, so seams and fills are left as geometry makes them.</source>
        <translation>合成ネットワークの重みがないか、このバージョンに合わないため、継ぎ目と塗りつぶしは幾何処理のままになります。</translation>
    </message>
    <message>
        <source>Mending seams and fills</source>
        <translation>継ぎ目と塗りつぶしを修正しています</translation>
    </message>
    <message>
        <source>Applying the painted fill</source>
        <translation>塗った背景を適用しています</translation>
    </message>
    <message>
        <source>Applying the painted matte</source>
        <translation>描いたマットを適用中</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.</source>
        <translation>%1 は横に %2 度向いています。正面を向いた写真のほうが多くの対象に合います。</translation>
    </message>
    <message>
        <source>Another person?</source>
        <translation>別の人？</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>ぼけています</translation>
    </message>
    <message>
        <source>Turned too far</source>
        <translation>向きが違いすぎます</translation>
    </message>
    <message>
        <source>Head cut off</source>
        <translation>頭部が切れています</translation>
    </message>
    <message>
        <source>Harsh light</source>
        <translation>光が強すぎます</translation>
    </message>
    <message>
        <source>the list of sources is damaged</source>
        <translation>元の写真の一覧が壊れています</translation>
    </message>
    <message>
        <source>the target is damaged</source>
        <translation>対象の写真が壊れています</translation>
    </message>
    <message>
        <source>%1 is another picture than was saved</source>
        <translation>%1 は保存時とは別の画像です</translation>
    </message>
    <message>
        <source>the entry &quot;%2&quot; on %1 is damaged</source>
        <translation>%1 の項目「%2」が壊れています</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of its contents is damaged</source>
        <translation>内容の項目「%1」が壊れています</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>ほか</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole (%2); all else was kept, look at it before you use it.</source>
        <translation>%1 を完全には読み込めませんでした（%2）。それ以外はすべて残っています。使う前に確認してください。</translation>
    </message>
    <message>
        <source>%1 shows too little hair to take its colour from, so the hair keeps its own; pick a colour instead.</source>
        <translation>%1 に写る髪が少なく色を取れないため、髪は元の色のままです。代わりに色を選んでください。</translation>
    </message>
    <message>
        <source>No face was found in %1; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%1 に顔が見つかりません。明るく顔全体が %2 ピクセル以上の大きさで写った写真を使ってください。</translation>
    </message>
    <message>
        <source>There is no display to show the window on; start it in a desktop session, or use the command heser.</source>
        <translation>ウィンドウを表示する画面がありません。デスクトップセッションで起動するか、コマンド heser を使ってください。</translation>
    </message>
    <message>
        <source>The weights of the network for hidden bodies are missing or do not fit this version, so necks and shoulders behind hair are guessed by rules.</source>
        <translation>隠れた体のネットワークの重みがないか、このバージョンに合わないため、髪に隠れた首と肩は規則で補われます。</translation>
    </message>
    <message>
        <source>what is said to be painted on %1 belongs to another picture</source>
        <translation>%1 に描いたとされるものは別の画像のものです</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>ファイルの終わりがありません</translation>
    </message>
    <message>
        <source>%1 does not exist%2; check its name and folder.</source>
        <translation>%1 はありません%2。名前とフォルダーを確認してください。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>フォルダーです</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空のファイルです</translation>
    </message>
    <message>
        <source>damaged or cut short</source>
        <translation>破損しているか途中で切れています</translation>
    </message>
    <message>
        <source>its inks cannot be converted</source>
        <translation>インクの色を変換できません</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>ファイルではありません</translation>
    </message>
    <message>
        <source>samples are neither 8 nor 16 bits wide</source>
        <translation>色の値が8ビットでも16ビットでもありません</translation>
    </message>
    <message>
        <source>too many channels</source>
        <translation>チャンネルが多すぎます</translation>
    </message>
    <message>
        <source>Unlike the other photos</source>
        <translation>ほかの写真と違う</translation>
    </message>
    <message>
        <source>%1 shows neither neck nor collar under the face, so the new head may hang in the air; use a photo that shows them.</source>
        <translation>%1 には顔の下に首も襟も写っていないため、新しい頭が宙に浮くことがあります。首や襟の写った写真を使ってください。</translation>
    </message>
    <message>
        <source>it would be written over a photo that is open; choose another name</source>
        <translation>開いている写真が上書きされます。別の名前を選んでください</translation>
    </message>
    <message>
        <source>The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.</source>
        <translation>%1 の頭部が %2 度傾いています。写真を正しい向きに回転してください。</translation>
    </message>
    <message>
        <source>%1 is black and white, so hair, eyes and lips stay grey in the result; use a colour photo.</source>
        <translation>%1 は白黒写真のため、結果の髪・目・唇は灰色のままです。カラー写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 is black and white, but the new head keeps colours of its own; make the head&apos;s photo black and white, too.</source>
        <translation>%1 は白黒写真ですが、新しい頭部には色が残ります。頭部の写真も白黒にしてください。</translation>
    </message>
    <message>
        <source>Not upright</source>
        <translation>向きが正しくありません</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>白黒写真</translation>
    </message>
    <message>
        <source>Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that shows more of them gives a better body.</source>
        <translation>%1 では首と肩の %2 % が髪に隠れているため、その部分は推測で補われます。もっと写っている写真を使うと体がよりよく仕上がります。</translation>
    </message>
    <message>
        <source>The border of %1 cuts the head off; use a photo that shows all of it.</source>
        <translation>%1 の端で頭が切れています。頭全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face; use a photo that shows all of it.</source>
        <translation>%1 の端で顔が切れています。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 cannot be written, since there is no folder %2; make it or choose another place.</source>
        <translation>フォルダー %2 がないため、%1 を書き込めません。フォルダーを作るか、別の場所を選んでください。</translation>
    </message>
    <message>
        <source>No face was found in %1, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%1 に顔が見つからないため、除外しました。明るく顔全体が %2 ピクセル以上の大きさで写った写真を使ってください。</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face, so it was left out; use a photo that shows all of it.</source>
        <translation>%1 の端で顔が切れているため、除外しました。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%2 % of the head in %1 is transparent and may be missing in the result; use a photo that shows all of it.</source>
        <translation>%1 の頭部の %2 % が透明で、結果に欠けることがあります。頭全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>Partly transparent</source>
        <translation>一部が透明</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%3 % が透明な %1 に顔が見つかりませんでした。顔全体が明るく、%2 ピクセル以上の大きさで写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>the border of %1 cuts through the face</source>
        <translation>%1 は端で顔が切れています</translation>
    </message>
    <message>
        <source>too much of the face in %1 is transparent</source>
        <translation>%1 の顔は透明な部分が多すぎます</translation>
    </message>
    <message>
        <source>no face was found in %1</source>
        <translation>%1 に顔が見つかりません</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); use a photo that shows the whole face.</source>
        <translation>頭部の写真はどれも使えません (%1)。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent; use a photo that shows all of it.</source>
        <translation>%1 の顔は透明な部分が多すぎます。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>The device %1 is not there, the processor does the work instead.</source>
        <translation>デバイス %1 がないため、代わりにプロセッサーで処理します。</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%3 % が透明な %1 に顔が見つからなかったため、使いませんでした。顔全体が明るく、%2 ピクセル以上の大きさで写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent, so it was left out; use a photo that shows all of it.</source>
        <translation>%1 の顔は透明な部分が多すぎるため、使いませんでした。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 is given more than once; it counts once.</source>
        <translation>%1 は複数回指定されていますが、1 枚として数えます。</translation>
    </message>
    <message>
        <source>%1 shows the very same head as %2; both together count once.</source>
        <translation>%1 は %2 とまったく同じ頭部なので、合わせて 1 枚として数えます。</translation>
    </message>
    <message>
        <source>%1 was to lead, but was left out, so another photo leads.</source>
        <translation>%1 が主となるはずでしたが使われなかったため、別の写真が主となります。</translation>
    </message>
    <message>
        <source>The face that was chosen in %1 does not count, since the photo was left out.</source>
        <translation>%1 は使われなかったため、そこで選ばれた顔は無効です。</translation>
    </message>
    <message>
        <source>Given twice</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>The border of %1 cuts the new head off; make it smaller, move it, or use a photo with more room around the head.</source>
        <translation>%1 の端で新しい頭部が切れています。頭部を小さくするか動かすか、頭の周りに余裕のある写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 seems to be a copy of %2, in other quality; leave the poorer one out.</source>
        <translation>%1 は画質の異なる %2 のコピーのようです。画質の低い方を外してください。</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo</source>
        <translation>%1 は写真として読み込めません</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 は小さすぎます</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 は大きすぎます</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2, so it was left out; choose another file or save it anew as JPEG or PNG.</source>
        <translation>%1 は写真として読み込めないため%2、除外しました。別のファイルを選ぶか、JPEG か PNG で保存し直してください。</translation>
    </message>
    <message>
        <source>%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with more pixels.</source>
        <translation>%1 は小さすぎるため（%2 ピクセル、最低 %3 ピクセル必要）、除外しました。もっとピクセル数の多い写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make it smaller first.</source>
        <translation>%1 は %2 メガピクセルあり、使えるのは %3 までのため、除外しました。先に小さくしてください。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, which goes into the result; use a photo that shows all of the face.</source>
        <translation>%1 の顔の %2 % が単色で覆われており、それが結果に入ります。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%2 % of the head and its surroundings in %1 is transparent, so the result shows little but the new head; use a photo without transparency.</source>
        <translation>%1 の頭部とその周囲の %2 % が透明なため、結果には新しい頭部しかほとんど見えません。透明部分のない写真を使ってください。</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>顔が覆われている</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual; set it back or use another photo.</source>
        <translation>設定 %2 が標準より高いため、%1 に顔が見つかりません。標準に戻すか、別の写真を使ってください。</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual, so it was left out; set it back or use another photo.</source>
        <translation>設定 %2 が標準より高く、%1 に顔が見つからないため、除外しました。標準に戻すか、別の写真を使ってください。</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); set the settings that are named back, since they are higher than usual, or use a photo that shows the whole face.</source>
        <translation>頭部の写真はどれも使えません (%1)。標準より高くなっている上記の設定を戻すか、顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%1 seems to show another person than the first of the photos that are used; leave it out if it does.</source>
        <translation>%1 は、使われる最初の写真と別の人のようです。その場合は外してください。</translation>
    </message>
    <message>
        <source>%1 seems to show another person than %2; leave it out if it does.</source>
        <translation>%1 は %2 と別の人のようです。その場合は外してください。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour; what that hides comes from the other photos.</source>
        <translation>%1 の顔の %2 % が単色で覆われています。隠れた部分は他の写真から取られます。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, so the new head takes its colours from the rest; use a photo that shows all of the face.</source>
        <translation>%1 の顔の %2 % が単色で覆われているため、新しい頭部の色は残りの部分から取られます。顔全体が写っている写真を使ってください。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is partly transparent, and so will be the new head there; use a photo without transparency if that is not meant.</source>
        <translation>%1 の顔の %2 % が半透明なため、新しい頭部もそこが半透明になります。意図していない場合は透明部分のない写真を使ってください。</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>顔を探しています</translation>
    </message>
    <message>
        <source>Reading the heads</source>
        <translation>頭部を読み取っています</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>結果を測定しています</translation>
    </message>
    <message>
        <source>Preparing photos to learn from</source>
        <translation>学習用の写真を準備しています</translation>
    </message>
    <message>
        <source>The result is partly transparent, which JPEG cannot hold, so it is laid on white; choose PNG, TIFF or WebP to keep that.</source>
        <translation>結果は一部が透明ですが、JPEG では保存できないため、白地に重ねます。透明のまま残すには PNG、TIFF、WebP を選んでください。</translation>
    </message>
    <message>
        <source>Refining the pose</source>
        <translation>姿勢を微調整しています</translation>
    </message>
    <message>
        <source>Mending the head</source>
        <translation>頭部を補修しています</translation>
    </message>
    <message>
        <source>it holds no still picture</source>
        <translation>静止画が入っていません</translation>
    </message>
    <message>
        <source>its brightness is coded for HDR screens (PQ or HLG)</source>
        <translation>明るさがHDR画面用（PQまたはHLG）に符号化されています</translation>
    </message>
    <message>
        <source>no decoder for its pixels is installed</source>
        <translation>この画像データを読むデコーダーがインストールされていません</translation>
    </message>
    <message>
        <source>not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file</source>
        <translation>JPEG、PNG、TIFF、WebP、HEIC、AVIFのファイルではありません</translation>
    </message>
    <message>
        <source>its folder takes no files</source>
        <translation>そのフォルダーにはファイルを置けません</translation>
    </message>
    <message>
        <source>%1 (source %2 of %3) leads, since its pose is nearest to the target&apos;s, so most of the head comes from it; let another source lead if that one shows the head better.</source>
        <translation>%1（素材 %3 枚中の %2 枚目）の向きが対象に最も近いため、これが主となり、頭部の大部分はここから作られます。別の素材のほうが頭部をよく写していれば、それを主にしてください。</translation>
    </message>
    <message>
        <source>%1 is softer than the other photo, so it counts little; use a sharper one.</source>
        <translation>%1 はもう一枚の写真よりぼやけているため、あまり考慮されません。もっと鮮明なものを使ってください。</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photo (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>%1 の顔はもう一枚の写真と形が違う（幅の %2 %）ため、あまり考慮されません。別人なら外してください。</translation>
    </message>
    <message>
        <source>The head in %1 has %2 % of the size that it gets in the target, so the result looks soft; use a photo that shows it larger.</source>
        <translation>%1 の頭部は対象に収まる大きさの %2 % しかなく、結果がぼやけます。頭部がもっと大きく写った写真を使ってください。</translation>
    </message>
    <message>
        <source>Unlike the other photo</source>
        <translation>もう一枚の写真と違う</translation>
    </message>
    <message>
        <source>Head too small</source>
        <translation>頭部が小さすぎます</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far lighter to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>%1 に合わせて頭部の肌がかなり明るくなります。「肌の色」を下げると本来の色調を保てますが、顔と首の色が分かれます。</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far darker to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>%1 に合わせて頭部の肌がかなり暗くなります。「肌の色」を下げると本来の色調を保てますが、顔と首の色が分かれます。</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Pick Hair Colour</source>
        <translation>髪の色を採取</translation>
    </message>
    <message>
        <source>Pick Lip Colour</source>
        <translation>唇の色を採取</translation>
    </message>
    <message>
        <source>Pick Skin Colour</source>
        <translation>肌の色を採取</translation>
    </message>
    <message>
        <source>Click the colour that the new hair should have</source>
        <translation>新しい髪に欲しい色をクリック</translation>
    </message>
    <message>
        <source>Click the colour that the new lips should have</source>
        <translation>新しい唇に欲しい色をクリック</translation>
    </message>
    <message>
        <source>Click the skin whose colour the new head should have</source>
        <translation>新しい頭部に使う色の肌をクリック</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>How far mouth, eyes and brows take on the target&apos;s expression.</source>
        <translation>口、目、眉が対象の表情をどこまで取り入れるか。</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>姿勢</translation>
    </message>
    <message>
        <source>How far the head turns as the target&apos;s does.</source>
        <translation>頭部が対象と同じようにどこまで向くか。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>左右の向き</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>上下の向き</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>傾き</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Size of the head; 100 % fits the target&apos;s face.</source>
        <translation>頭部の大きさ。100 % で対象の顔に合います。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右の位置</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下の位置</translation>
    </message>
    <message>
        <source>How much of the pose error measured on the result is corrected.</source>
        <translation>結果で測った姿勢のずれをどれだけ補正するか。</translation>
    </message>
    <message>
        <source>How often the pose is measured and corrected; each takes time.</source>
        <translation>姿勢を測って補正する回数。回ごとに時間がかかります。</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>肌の色</translation>
    </message>
    <message>
        <source>How far the skin takes on the colour of the target&apos;s skin.</source>
        <translation>肌が対象の肌の色をどこまで取り入れるか。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光</translation>
    </message>
    <message>
        <source>How far the head is lit from where the target&apos;s head is lit.</source>
        <translation>頭部を対象と同じ方向からどこまで照らすか。</translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>最小のコントラスト</translation>
    </message>
    <message>
        <source>How flat the shading of the skin may become to match the target&apos;s.</source>
        <translation>対象に合わせて肌の陰影をどこまで弱めてよいか。</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>最大のコントラスト</translation>
    </message>
    <message>
        <source>How strong the shading of the skin may become to match the target&apos;s.</source>
        <translation>対象に合わせて肌の陰影をどこまで強めてよいか。</translation>
    </message>
    <message>
        <source>Tint of hair and eyes</source>
        <translation>髪と目の色合い</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the tint of the scene.</source>
        <translation>髪、目、歯が場面の色合いにどこまで従うか。</translation>
    </message>
    <message>
        <source>Brightness of hair and eyes</source>
        <translation>髪と目の明るさ</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the exposure of the scene.</source>
        <translation>髪、目、歯が場面の露出にどこまで従うか。</translation>
    </message>
    <message>
        <source>Light on hair</source>
        <translation>髪に当たる光</translation>
    </message>
    <message>
        <source>How far the hair follows the direction of the light.</source>
        <translation>髪が光の向きにどこまで従うか。</translation>
    </message>
    <message>
        <source>Picked skin colour</source>
        <translation>採取した肌の色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s skin; pick it with the eyedropper (I).</source>
        <translation>採取した色を対象の肌の代わりにどこまで使うか。スポイト (I) で採取します。</translation>
    </message>
    <message>
        <source>Picked red</source>
        <translation>採取した赤</translation>
    </message>
    <message>
        <source>How red the picked skin colour is.</source>
        <translation>採取した肌の色の赤の量。</translation>
    </message>
    <message>
        <source>Picked green</source>
        <translation>採取した緑</translation>
    </message>
    <message>
        <source>How green the picked skin colour is.</source>
        <translation>採取した肌の色の緑の量。</translation>
    </message>
    <message>
        <source>Picked blue</source>
        <translation>採取した青</translation>
    </message>
    <message>
        <source>How blue the picked skin colour is.</source>
        <translation>採取した肌の色の青の量。</translation>
    </message>
    <message>
        <source>Softness of the edge</source>
        <translation>縁のやわらかさ</translation>
    </message>
    <message>
        <source>How soft the head&apos;s edge is against neck and clothing.</source>
        <translation>首や服に対する頭部の縁のやわらかさ。</translation>
    </message>
    <message>
        <source>Shadow under the chin</source>
        <translation>あごの下の影</translation>
    </message>
    <message>
        <source>How far the new chin casts the shadow of the old one.</source>
        <translation>新しいあごが元の影をどこまで落とすか。</translation>
    </message>
    <message>
        <source>Reach of fine hair</source>
        <translation>細い髪の広がり</translation>
    </message>
    <message>
        <source>How far fine hair may stand out from the head.</source>
        <translation>細い髪が頭部からどこまではみ出してよいか。</translation>
    </message>
    <message>
        <source>Background filled anew</source>
        <translation>塗り直す背景</translation>
    </message>
    <message>
        <source>How far around the old head the background is filled anew.</source>
        <translation>元の頭部のまわりで背景を塗り直す範囲。</translation>
    </message>
    <message>
        <source>Clothing filled anew</source>
        <translation>塗り直す服</translation>
    </message>
    <message>
        <source>How far around the old head clothing is filled anew.</source>
        <translation>元の頭部のまわりで服を塗り直す範囲。</translation>
    </message>
    <message>
        <source>Neck filled anew</source>
        <translation>塗り直す首</translation>
    </message>
    <message>
        <source>How far below the old chin the neck is filled anew.</source>
        <translation>元のあごの下で首を塗り直す範囲。</translation>
    </message>
    <message>
        <source>Removal of fine hair</source>
        <translation>細い髪の除去</translation>
    </message>
    <message>
        <source>How far from the old head fine hair is still removed.</source>
        <translation>元の頭部からどこまで細い髪を取り除くか。</translation>
    </message>
    <message>
        <source>Continue textures</source>
        <translation>模様を続ける</translation>
    </message>
    <message>
        <source>Continues bricks, leaves and patterns behind the old head; takes longer.</source>
        <translation>元の頭部の後ろに、れんがや葉、模様を続けます。時間がかかります。</translation>
    </message>
    <message>
        <source>Texture of backgrounds</source>
        <translation>背景の模様</translation>
    </message>
    <message>
        <source>How much detail a background needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>背景を模様として続けるのに必要な細かさ。少なければなめらかに塗ります。</translation>
    </message>
    <message>
        <source>Texture of clothing</source>
        <translation>服の模様</translation>
    </message>
    <message>
        <source>How much detail clothing needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>服を模様として続けるのに必要な細かさ。少なければなめらかに塗ります。</translation>
    </message>
    <message>
        <source>Grain of fills</source>
        <translation>塗りの粒状感</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s grain filled parts get.</source>
        <translation>塗った部分に写真の粒状感をどれだけ加えるか。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>仕上げ</translation>
    </message>
    <message>
        <source>How far the head takes on the target&apos;s softness and grain.</source>
        <translation>頭部が対象のやわらかさと粒状感をどこまで取り入れるか。</translation>
    </message>
    <message>
        <source>Clean fine hair</source>
        <translation>細い髪をきれいにする</translation>
    </message>
    <message>
        <source>Takes the source&apos;s background out of fine hair.</source>
        <translation>細い髪から素材の背景を取り除きます。</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>最大の顔</translation>
    </message>
    <message>
        <source>Faces with more pixels are worked on reduced: saves memory and time, costs detail.</source>
        <translation>これより大きい顔は縮小して処理します。メモリーと時間を節約し、細部が減ります。</translation>
    </message>
    <message>
        <source>Detail of sources</source>
        <translation>素材の細かさ</translation>
    </message>
    <message>
        <source>How many more pixels than the target&apos;s face a source&apos;s face is worked on with.</source>
        <translation>素材の顔を対象の顔の何倍の画素で処理するか。</translation>
    </message>
    <message>
        <source>View beside the head</source>
        <translation>頭部の横の範囲</translation>
    </message>
    <message>
        <source>How far to either side hair and shoulders are looked at.</source>
        <translation>左右どこまで髪と肩を見るか。</translation>
    </message>
    <message>
        <source>View above the head</source>
        <translation>頭部の上の範囲</translation>
    </message>
    <message>
        <source>How far above the face hair is looked at.</source>
        <translation>顔の上どこまで髪を見るか。</translation>
    </message>
    <message>
        <source>View below the head</source>
        <translation>頭部の下の範囲</translation>
    </message>
    <message>
        <source>How far below the face hair and clothing are looked at.</source>
        <translation>顔の下どこまで髪と服を見るか。</translation>
    </message>
    <message>
        <source>How far the network mends seams, light and fills; none leaves what geometry makes.</source>
        <translation>ネットワークが継ぎ目・光・塗りつぶしをどこまで修正するか。ゼロなら幾何処理のままです。</translation>
    </message>
    <message>
        <source>How far a network mends what a photo that looks aside leaves stretched or missing.</source>
        <translation>横を向いた写真のために伸びた部分や欠けた部分を、ネットワークがどの程度直すか。</translation>
    </message>
    <message>
        <source>Colours by correlation</source>
        <translation>相関による色</translation>
    </message>
    <message>
        <source>Takes the skin&apos;s colours from the places of the target&apos;s face that are like them, instead of from its statistics.</source>
        <translation>肌の色を、統計ではなくターゲットの顔のよく似た場所から取ります。</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation>髪の色</translation>
    </message>
    <message>
        <source>How far the hair takes on the colour of the target&apos;s hair, or a picked one; none keeps its own.</source>
        <translation>髪が対象の髪の色、または採取した色をどこまで取り入れるか。0 なら元の色のままです。</translation>
    </message>
    <message>
        <source>Picked hair colour</source>
        <translation>採取した髪の色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s hair; pick it with Head &gt; Pick Hair Colour.</source>
        <translation>採取した色を対象の髪の代わりにどこまで使うか。「頭部 &gt; 髪の色を採取」で採取します。</translation>
    </message>
    <message>
        <source>Hair: red</source>
        <translation>髪：赤</translation>
    </message>
    <message>
        <source>How red the picked hair colour is.</source>
        <translation>採取した髪の色の赤の量。</translation>
    </message>
    <message>
        <source>Hair: green</source>
        <translation>髪：緑</translation>
    </message>
    <message>
        <source>How green the picked hair colour is.</source>
        <translation>採取した髪の色の緑の量。</translation>
    </message>
    <message>
        <source>Hair: blue</source>
        <translation>髪：青</translation>
    </message>
    <message>
        <source>How blue the picked hair colour is.</source>
        <translation>採取した髪の色の青の量。</translation>
    </message>
    <message>
        <source>Brows follow the hair</source>
        <translation>眉を髪に合わせる</translation>
    </message>
    <message>
        <source>How far the brows become lighter or darker with a changed colour of the hair.</source>
        <translation>髪の色を変えたとき、眉がどこまで明るく、または暗くなるか。</translation>
    </message>
    <message>
        <source>Lip colour</source>
        <translation>唇の色</translation>
    </message>
    <message>
        <source>How far the lips take on the colour of the target&apos;s lips, or a picked one; none lets them follow the skin.</source>
        <translation>唇が対象の唇の色、または採取した色をどこまで取り入れるか。0 なら肌に従います。</translation>
    </message>
    <message>
        <source>Lips keep their own</source>
        <translation>唇の元の色を保つ</translation>
    </message>
    <message>
        <source>How far the lips keep their own colour under the scene&apos;s light instead of following the skin.</source>
        <translation>唇が肌に従わず、シーンの光の下で元の色をどこまで保つか。</translation>
    </message>
    <message>
        <source>Picked lip colour</source>
        <translation>採取した唇の色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s lips; pick it with Head &gt; Pick Lip Colour.</source>
        <translation>採取した色を対象の唇の代わりにどこまで使うか。「頭部 &gt; 唇の色を採取」で採取します。</translation>
    </message>
    <message>
        <source>Lips: red</source>
        <translation>唇：赤</translation>
    </message>
    <message>
        <source>How red the picked lip colour is.</source>
        <translation>採取した唇の色の赤の量。</translation>
    </message>
    <message>
        <source>Lips: green</source>
        <translation>唇：緑</translation>
    </message>
    <message>
        <source>How green the picked lip colour is.</source>
        <translation>採取した唇の色の緑の量。</translation>
    </message>
    <message>
        <source>Lips: blue</source>
        <translation>唇：青</translation>
    </message>
    <message>
        <source>How blue the picked lip colour is.</source>
        <translation>採取した唇の色の青の量。</translation>
    </message>
    <message>
        <source>Seam on the neck</source>
        <translation>首の継ぎ目</translation>
    </message>
    <message>
        <source>Moves the seam between the new head and the target&apos;s neck: lower, the new head brings its own neck.</source>
        <translation>新しい頭部と対象の首の継ぎ目を動かします。下げると、新しい頭部の首が使われます。</translation>
    </message>
    <message>
        <source>Complete the body</source>
        <translation>体を補う</translation>
    </message>
    <message>
        <source>Lets a network say how neck and shoulders go on where the old head&apos;s hair hid them; off: simple rules.</source>
        <translation>元の頭の髪に隠れていた首と肩の続きをネットワークが決めます。オフにすると簡単な規則で補います。</translation>
    </message>
    <message>
        <source>Mirrored photo</source>
        <translation>左右反転した写真</translation>
    </message>
    <message>
        <source>How far the mirrored photo stands in for the side of the head that the photo hides; at 0 that side is stretched.</source>
        <translation>写真に写っていない側の頭を、左右反転した写真でどこまで補うか。0では、その側は引き伸ばされます。</translation>
    </message>
    <message>
        <source>Turns the head further, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>頭部をさらに回します。0 より大きいと画像の右、0 より小さいと左を向きます。</translation>
    </message>
    <message>
        <source>Lets the head look further up, above 0, or down, below 0.</source>
        <translation>頭部をさらに上（0 より大）または下（0 より小）へ向けます。</translation>
    </message>
    <message>
        <source>Tilts the head further, above 0 clockwise, below 0 the other way.</source>
        <translation>頭部をさらに傾けます。0 より大きいと時計回り、0 より小さいと反時計回りです。</translation>
    </message>
    <message>
        <source>Moves the head, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>頭部を動かします。0 より大きいと画像の右、0 より小さいと左へ動きます。</translation>
    </message>
    <message>
        <source>Moves the head, above 0 down, below 0 up.</source>
        <translation>頭部を動かします。0 より大きいと下、0 より小さいと上へ動きます。</translation>
    </message>
    <message>
        <source>In settings files: %1</source>
        <translation>設定ファイルでの名前: %1</translation>
    </message>
    <message>
        <source>In the command: %1; in settings files: %2</source>
        <translation>コマンドでの名前: %1、設定ファイルでの名前: %2</translation>
    </message>
    <message>
        <source>Pose refinement</source>
        <translation>姿勢の微調整</translation>
    </message>
    <message>
        <source>Refinement rounds</source>
        <translation>微調整の回数</translation>
    </message>
    <message>
        <source>Head mending</source>
        <translation>頭部の補修</translation>
    </message>
    <message>
        <source>Seam mending</source>
        <translation>継ぎ目の補修</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Puts a person&apos;s head on another photo&apos;s body. Of several photos the last is the target, the others show the head.</source>
        <translation>ある人の頭部を別の写真の体に載せます。複数の写真のうち最後が対象、ほかは頭部の写真です。</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>計算する場所：auto、cpu、cuda、cuda:N。</translation>
    </message>
    <message>
        <source>Play the steps of a script on the window, print how long people would have waited, and leave.</source>
        <translation>スクリプトの手順をウィンドウで実行し、待ち時間を表示して終了します。</translation>
    </message>
    <message>
        <source>Write what was measured to this file, too.</source>
        <translation>測定結果をこのファイルにも書き込みます。</translation>
    </message>
    <message>
        <source>Photos, or a project, to open.</source>
        <translation>開く写真またはプロジェクト。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Press Swap to see it here</source>
        <translation>「入れ替え」を押すとここに表示されます</translation>
    </message>
    <message>
        <source>Add a photo of the head that belongs here</source>
        <translation>ここに載せる頭部の写真を追加してください</translation>
    </message>
    <message>
        <source>Switch a source on to swap</source>
        <translation>入れ替えるには素材を有効にしてください</translation>
    </message>
    <message>
        <source>Switch this source on and swap to see its masks</source>
        <translation>この素材を有効にして入れ替えるとマスクが見えます</translation>
    </message>
    <message>
        <source>To change them, paint on the masks of a source</source>
        <translation>変えるには素材のマスクに描いてください</translation>
    </message>
    <message>
        <source>Click the face that gets the new head</source>
        <translation>新しい頭部を載せる顔をクリック</translation>
    </message>
    <message>
        <source>Covered by the person</source>
        <translation>人物が覆う部分</translation>
    </message>
    <message>
        <source>Making the result…</source>
        <translation>結果を作成中…</translation>
    </message>
    <message>
        <source>As it was saved. The result is being made anew…</source>
        <translation>保存時の状態です。結果を作り直しています…</translation>
    </message>
    <message>
        <source>As it was saved. Press Swap to make the result anew</source>
        <translation>保存時の状態です。「入れ替え」を押すと結果を作り直します</translation>
    </message>
    <message>
        <source>No face was found in this photo</source>
        <translation>この写真に顔が見つかりません</translation>
    </message>
    <message>
        <source>The swap failed. The reason stands above Swap; mend that and press it again</source>
        <translation>入れ替えに失敗しました。理由は「入れ替え」の上にあります。直してからもう一度押してください</translation>
    </message>
</context>
<context>
    <name>heser::AboutDialog</name>
    <message>
        <source>About HeSer Studio</source>
        <translation>HeSer Studio について</translation>
    </message>
    <message>
        <source>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Puts a person&apos;s head, hair and all, on another photo&apos;s body, after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Pictures that it writes say of themselves that they are composites. Swap heads only of people who agree. No photo leaves your machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;人の頭部を髪ごと別の写真の体に載せます。手法は「Few-Shot Head Swapping in the Wild」(arXiv 2204.13100) によります。&lt;/p&gt;&lt;p&gt;書き出した画像は合成画像であることを自ら示します。同意した人の頭部だけを入れ替えてください。写真がこのコンピューターの外に出ることはありません。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apache License 2.0 · Qt %1 · OpenCV %2</source>
        <translation>Apache ライセンス 2.0 · Qt %1 · OpenCV %2</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三者のライセンス表示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>デバイス</translation>
    </message>
</context>
<context>
    <name>heser::BatchDialog</name>
    <message>
        <source>Drop photos or folders here that get the head, or add them with the buttons above</source>
        <translation>頭部を載せる写真やフォルダーをここにドロップ、または上のボタンで追加</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>一括処理</translation>
    </message>
    <message>
        <source>Add &amp;Photos…</source>
        <translation>写真を追加(&amp;P)…</translation>
    </message>
    <message>
        <source>Add photos that get the head</source>
        <translation>頭部を載せる写真を追加</translation>
    </message>
    <message>
        <source>Add &amp;Folder…</source>
        <translation>フォルダーを追加(&amp;F)…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>フォルダー内のすべての写真を追加</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>削除(&amp;R)</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the queue; files stay (Delete)</source>
        <translation>選んだ写真を待ち行列から外します。ファイルは残ります (Delete)</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>再試行(&amp;T)</translation>
    </message>
    <message>
        <source>Do what failed or was cancelled again</source>
        <translation>失敗または中止したものをもう一度行います</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Photos that get the head. Return opens a result, Delete removes a photo from the queue.</source>
        <translation>頭部を載せる写真です。Enter で結果を開き、Delete で写真を待ち行列から外します。</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>結果のフォルダー</translation>
    </message>
    <message>
        <source>Where the pictures go; it is made if it is not there</source>
        <translation>画像の保存先です。なければ作られます</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>選択(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>結果のフォルダーを選びます</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>ファイルの名前</translation>
    </message>
    <message>
        <source>%1 stands for the target&apos;s name, %2 for its place in the queue</source>
        <translation>%1 は対象の名前、%2 は待ち行列での順番を表します</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>別の名前にする</translation>
    </message>
    <message>
        <source>Keep it, do not swap again</source>
        <translation>残して入れ替えは行わない</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>If the file is there</source>
        <translation>ファイルがある場合</translation>
    </message>
    <message>
        <source>What becomes of a file that has the name already; the photos themselves are never replaced</source>
        <translation>同じ名前のファイルがある場合の扱いです。元の写真が置き換えられることはありません</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>一括処理の進み具合</translation>
    </message>
    <message>
        <source>State of the batch</source>
        <translation>一括処理の状態</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>開始(&amp;S)</translation>
    </message>
    <message>
        <source>Put the head on every target that waits</source>
        <translation>待っているすべての対象に頭部を載せます</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>キャンセル(&amp;N)</translation>
    </message>
    <message>
        <source>Stop at once; pictures that are done stay</source>
        <translation>すぐに止めます。完成した画像は残ります</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close this dialog; a batch that is on goes on</source>
        <translation>このウィンドウを閉じます。実行中の一括処理は続きます</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 件中 %1 件完了</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 件中止</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; waits while the window&apos;s own swap is on</source>
        <translation>%1。ウィンドウの入れ替え中は待機します</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>写真を探しています…</translation>
    </message>
    <message>
        <source>Add a source in the window first.</source>
        <translation>まずウィンドウで素材を追加してください。</translation>
    </message>
    <message>
        <source>Add the photos that get the head.</source>
        <translation>頭部を載せる写真を追加してください。</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>結果のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Give the files a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>/ \ : * ? &quot; &lt; &gt; | を含まないファイル名を付けてください</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>結果を開く</translation>
    </message>
    <message>
        <source>Open Its Folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Open as the Window&apos;s Target</source>
        <translation>ウィンドウの対象として開く</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>再試行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>ファイル名を入力してください。</translation>
    </message>
    <message>
        <source>Give the files a name that neither begins nor ends with a dot.</source>
        <translation>先頭と末尾がピリオドでないファイル名を入力してください。</translation>
    </message>
    <message>
        <source>&amp;If it exists</source>
        <translation>既存の場合(&amp;I)</translation>
    </message>
    <message>
        <source>Every target gets the head of the window&apos;s sources, with its settings as they are when the batch starts. What was painted on the window&apos;s target, colours picked there and moves of the head by hand belong to that photo alone and are left out.</source>
        <translation>各対象に、一括処理の開始時点の設定で、ウィンドウの素材の頭部を載せます。ウィンドウの対象に描いたもの、そこで採った色、手で動かした頭部の位置や向きは、その写真だけのものなので使われません。</translation>
    </message>
    <message>
        <source>The folder %1 holds no photos; folders inside it are not looked into.</source>
        <translation>フォルダー %1 に写真はありません。その中のフォルダーは調べません。</translation>
    </message>
    <message>
        <source>Save resu&amp;lts in</source>
        <translation>結果の保存先(&amp;L)</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>ファイル名(&amp;N)</translation>
    </message>
</context>
<context>
    <name>heser::BatchList</name>
    <message>
        <source>Waiting</source>
        <translation>待機中</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>開始しています…</translation>
    </message>
    <message>
        <source>%1 was there already and was kept</source>
        <translation>%1 は既にあったため残しました</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1 として保存しました</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止しました</translation>
    </message>
</context>
<context>
    <name>heser::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture.</source>
        <translation>選んだ表示を示します。＋と－で拡大縮小、矢印で移動、0 で全体表示。</translation>
    </message>
</context>
<context>
    <name>heser::DropOverlay</name>
    <message>
        <source>Drop here: photos of the head</source>
        <translation>ここにドロップ：頭部の写真</translation>
    </message>
    <message>
        <source>Drop here: the photo that gets the head</source>
        <translation>ここにドロップ：頭部を載せる写真</translation>
    </message>
</context>
<context>
    <name>heser::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>ファイルサイズ</translation>
    </message>
    <message>
        <source>The file says of itself that it is a composite.</source>
        <translation>ファイルは合成画像であることを自ら示します。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The result is older than the last change: it does not show what you did since.</source>
        <translation>結果は最後の変更より前のもので、その後の操作を反映していません。</translation>
    </message>
    <message>
        <source>The file is written by itself when the new result is ready; you can work on meanwhile</source>
        <translation>新しい結果ができるとファイルが自動で書かれます。その間も作業を続けられます</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>Wait for the &amp;new result and export that</source>
        <translation>新しい結果を待って書き出す(&amp;N)</translation>
    </message>
    <message>
        <source>The swap failed, and the result does not show what you did since. %1</source>
        <translation>入れ替えに失敗したため、結果はその後の操作を反映していません。%1</translation>
    </message>
</context>
<context>
    <name>heser::ExportForm</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>画像全体(&amp;W)</translation>
    </message>
    <message>
        <source>The target with the new head</source>
        <translation>新しい頭部を載せた対象</translation>
    </message>
    <message>
        <source>&amp;Head alone</source>
        <translation>頭部のみ(&amp;H)</translation>
    </message>
    <message>
        <source>The new head on a transparent ground, at its place in the picture</source>
        <translation>透明な背景の新しい頭部（画像内の位置のまま）</translation>
    </message>
    <message>
        <source>PNG, exact</source>
        <translation>PNG、可逆</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG、小さい</translation>
    </message>
    <message>
        <source>TIFF, exact, for print and editing</source>
        <translation>TIFF、可逆、印刷と編集用</translation>
    </message>
    <message>
        <source>WebP, for the web</source>
        <translation>WebP、ウェブ用</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>可逆(&amp;X)</translation>
    </message>
    <message>
        <source>Keeps every pixel as it is; the file is larger</source>
        <translation>すべての画素をそのまま保ちます。ファイルは大きくなります</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>ビット深度</translation>
    </message>
    <message>
        <source>How finely colours are stored; 16 bits leave more room for editing</source>
        <translation>色をどれだけ細かく保存するか。16 ビットは編集の余地が広がります</translation>
    </message>
    <message>
        <source>Keep all of the target&apos;s</source>
        <translation>対象のものをすべて残す</translation>
    </message>
    <message>
        <source>Keep, without place and serial numbers</source>
        <translation>残す（場所とシリアル番号を除く）</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>残さない</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>メタデータ</translation>
    </message>
    <message>
        <source>What the file says of camera, time and place; the colour profile is always kept</source>
        <translation>カメラ、日時、場所の情報。カラープロファイルは常に残ります</translation>
    </message>
    <message>
        <source>&amp;Settings in a file beside it</source>
        <translation>設定を別のファイルにも保存(&amp;S)</translation>
    </message>
    <message>
        <source>Writes every setting to a .settings.json file, so that the swap can be repeated</source>
        <translation>すべての設定を .settings.json に書き、同じ入れ替えをやり直せるようにします</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>品質</translation>
    </message>
    <message>
        <source>How much fine detail the file keeps</source>
        <translation>細部をどれだけ残すか</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出し</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>品質(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>ビット深度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>メタデータ(&amp;M)</translation>
    </message>
    <message>
        <source>As the target</source>
        <translation>対象と同じ</translation>
    </message>
    <message>
        <source>As the target: %1 bits</source>
        <translation>対象と同じ：%1 ビット</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 ビット</translation>
    </message>
</context>
<context>
    <name>heser::MainWindow</name>
    <message>
        <source>As it was opened</source>
        <translation>開いたときの状態</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Progress of the swap</source>
        <translation>入れ替えの進み具合</translation>
    </message>
    <message>
        <source>Working on files…</source>
        <translation>ファイルを処理中…</translation>
    </message>
    <message>
        <source>Save the project before leaving?</source>
        <translation>終了する前にプロジェクトを保存しますか？</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>%1 秒で完了</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 ピクセル</translation>
    </message>
    <message>
        <source>Open Photos of the Head</source>
        <translation>頭部の写真を開く</translation>
    </message>
    <message>
        <source>Open the Photo That Gets the Head</source>
        <translation>頭部を載せる写真を開く</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy one and paste again.</source>
        <translation>クリップボードに画像がありません。コピーしてから貼り付け直してください。</translation>
    </message>
    <message>
        <source>Add &amp;Sources…</source>
        <translation>素材を追加(&amp;S)…</translation>
    </message>
    <message>
        <source>Add photos of the head</source>
        <translation>頭部の写真を追加</translation>
    </message>
    <message>
        <source>Open &amp;Target…</source>
        <translation>対象を開く(&amp;T)…</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>頭部を載せる写真を開く</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the finished picture</source>
        <translation>完成した画像を保存</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>プログラムを終了</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Paste a picture as source, or as target if that has the keyboard</source>
        <translation>画像を素材として（対象が選ばれていれば対象として）貼り付け</translation>
    </message>
    <message>
        <source>Paste as &amp;Target</source>
        <translation>対象として貼り付け(&amp;T)</translation>
    </message>
    <message>
        <source>Paste a picture as target</source>
        <translation>画像を対象として貼り付け</translation>
    </message>
    <message>
        <source>E&amp;xchange Source and Target</source>
        <translation>素材と対象を交換(&amp;X)</translation>
    </message>
    <message>
        <source>Put the head the other way round</source>
        <translation>逆向きに頭部を載せる</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>入れ替え(&amp;W)</translation>
    </message>
    <message>
        <source>Put the sources&apos; head on the target</source>
        <translation>素材の頭部を対象に載せる</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the swap</source>
        <translation>入れ替えを中止</translation>
    </message>
    <message>
        <source>Update after every change</source>
        <translation>変更のたびに更新</translation>
    </message>
    <message>
        <source>Swap again by itself when something was changed</source>
        <translation>何かが変わると自動で入れ替え直します</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>環境設定(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>頭部(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>ペイント(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About HeSer Studio</source>
        <translation>HeSer Studio について(&amp;A)</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>%1 頭部</translation>
    </message>
    <message>
        <source>%1 swapped</source>
        <translation>%1 入れ替え</translation>
    </message>
    <message>
        <source>Export the Finished Picture</source>
        <translation>完成した画像を書き出す</translation>
    </message>
    <message>
        <source>&amp;Move the Head</source>
        <translation>頭部を動かす(&amp;M)</translation>
    </message>
    <message>
        <source>Move, size, tilt and turn the head on the picture</source>
        <translation>画像上で頭部を動かす、拡大縮小、傾ける、向きを変える</translation>
    </message>
    <message>
        <source>&amp;Pick Skin Colour</source>
        <translation>肌の色を採取(&amp;P)</translation>
    </message>
    <message>
        <source>Click the target where the skin has the colour that the new head should have</source>
        <translation>新しい頭部に欲しい肌の色がある対象の場所をクリック</translation>
    </message>
    <message>
        <source>Move Head</source>
        <translation>頭部を動かす</translation>
    </message>
    <message>
        <source>Drag to move, a corner to size, the knob to tilt, with Shift to turn</source>
        <translation>ドラッグで移動、角で大きさ、つまみで傾き、Shift で向き</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新規(&amp;N)</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>新しく始める</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>プロジェクトを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>保存したプロジェクトを開く</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>プロジェクトを保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save photos, settings and edits in one file</source>
        <translation>写真、設定、編集を一つのファイルに保存</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>名前を付けて保存(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>プロジェクトを別の名前で保存</translation>
    </message>
    <message>
        <source>Save the project before starting anew?</source>
        <translation>新しく始める前にプロジェクトを保存しますか？</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近のプロジェクト(&amp;R)</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>まだプロジェクトはありません</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio が予期せず終了しました。%1 の未保存の作業が残っています。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>無題</translation>
    </message>
    <message>
        <source>What was changed since the last save is lost otherwise.</source>
        <translation>保存しないと前回の保存以降の変更は失われます。</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>別のプロジェクトを開く前に保存しますか？</translation>
    </message>
    <message>
        <source>Open a Project</source>
        <translation>プロジェクトを開く</translation>
    </message>
    <message>
        <source>Save the Project</source>
        <translation>プロジェクトを保存</translation>
    </message>
    <message>
        <source>Save the project before restoring the unsaved work?</source>
        <translation>保存されていない作業を復元する前にプロジェクトを保存しますか？</translation>
    </message>
    <message>
        <source>Click the place to copy from, then paint</source>
        <translation>コピー元をクリックしてから塗ってください</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>保存しない</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts…</source>
        <translation>ショートカット(&amp;O)…</translation>
    </message>
    <message>
        <source>Pick H&amp;air Colour</source>
        <translation>髪の色を採取(&amp;A)</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new hair should have</source>
        <translation>新しい髪に欲しい色がある対象の場所をクリック</translation>
    </message>
    <message>
        <source>Pick &amp;Lip Colour</source>
        <translation>唇の色を採取(&amp;L)</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new lips should have</source>
        <translation>新しい唇に欲しい色がある対象の場所をクリック</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>一括処理(&amp;B)…</translation>
    </message>
    <message>
        <source>Put the head on many targets</source>
        <translation>頭部を多くの対象に載せる</translation>
    </message>
    <message>
        <source>Open the Photos That Get the Head</source>
        <translation>頭部を載せる写真を開く</translation>
    </message>
    <message>
        <source>Choose a Folder of Photos That Get the Head</source>
        <translation>頭部を載せる写真のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the Folder for the Results</source>
        <translation>結果のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Leave although the batch is not finished?</source>
        <translation>一括処理が終わっていませんが終了しますか？</translation>
    </message>
    <message>
        <source>Pictures that are done stay.</source>
        <translation>完成した画像は残ります。</translation>
    </message>
    <message>
        <source>Stop It and Leave</source>
        <translation>止めて終了</translation>
    </message>
    <message>
        <source>The photo shows no edge there, so the mask stays as it is.</source>
        <translation>そこには写真の輪郭がないため、マスクはそのままです。</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened or saved here. Replace it?</source>
        <translation>「%1」は、ここで開くか保存した後に別のプログラムによって変更されました。置き換えますか？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>The other sources are switched off: they show another head.</source>
        <translation>ほかの素材は別の頭部なので無効にしました。</translation>
    </message>
    <message>
        <source>It is written as soon as the new result is ready.</source>
        <translation>新しい結果ができるとすぐに書かれます。</translation>
    </message>
    <message>
        <source>You can paint as soon as the masks are made…</source>
        <translation>マスクができると描けます…</translation>
    </message>
    <message>
        <source>What you clicked does not look like skin; the new head takes its colour all the same. Undo takes it back.</source>
        <translation>クリックした場所は肌に見えませんが、新しい頭部はその色になります。「元に戻す」で取り消せます。</translation>
    </message>
    <message>
        <source>Discard changes and open the saved version?</source>
        <translation>変更を破棄して、保存された状態を開きますか?</translation>
    </message>
    <message>
        <source>%1 is open with changes since it was saved.</source>
        <translation>%1 は開かれていて、保存後に変更されています。</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>変更を破棄</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole. What is missing here is lost for good if the file is replaced. Replace it?</source>
        <translation>%1 はすべてを読み込めませんでした。ファイルを置き換えると、ここにないものは完全に失われます。置き換えますか？</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 は既にあります。置き換えますか？</translation>
    </message>
    <message>
        <source>Go on although the picture is not exported yet?</source>
        <translation>画像がまだ書き出されていませんが続行しますか？</translation>
    </message>
    <message>
        <source>Go On Without It</source>
        <translation>書き出さずに続行</translation>
    </message>
    <message>
        <source>HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio はログアウトなどで終了を求められました。%1 の未保存の作業が残っています。</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>画像のサイズ</translation>
    </message>
</context>
<context>
    <name>heser::MaskPanel</name>
    <message>
        <source>Colours over the picture</source>
        <translation>画像の上の色</translation>
    </message>
    <message>
        <source>Opacity of the colours</source>
        <translation>色の不透明度</translation>
    </message>
    <message>
        <source>How far the colours cover the picture</source>
        <translation>色が画像をどこまで覆うか</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Show or hide this class</source>
        <translation>この区分を表示または非表示</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>Show or hide what the colours mean</source>
        <translation>色の意味を表示または非表示</translation>
    </message>
</context>
<context>
    <name>heser::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>heser::PaintBar</name>
    <message>
        <source>Brush size</source>
        <translation>ブラシの大きさ</translation>
    </message>
    <message>
        <source>Width of the brush in pixels of the photo ([ and ])</source>
        <translation>写真のピクセル単位のブラシの幅（[ と ]）</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬さ</translation>
    </message>
    <message>
        <source>How sharp the edge of the brush is</source>
        <translation>ブラシの縁の鋭さ</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>How strongly a stroke works</source>
        <translation>一筆の強さ</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>縁</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>筆圧</translation>
    </message>
    <message>
        <source>Move the Picture</source>
        <translation>画像を動かす</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>ブラシ</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>消しゴム</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>なげなわ</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>塗りつぶし</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>ブラシを小さく</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>ブラシを大きく</translation>
    </message>
    <message>
        <source>Exchange Classes</source>
        <translation>区分を交換</translation>
    </message>
    <message>
        <source>Take Back All Painting Here</source>
        <translation>ここで描いたものをすべて取り消す</translation>
    </message>
    <message>
        <source>Takes back everything that was painted on this layer</source>
        <translation>この層に描いたものをすべて取り消します</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>縁(&amp;E)</translation>
    </message>
    <message>
        <source>Grow, shrink or soften what is painted on</source>
        <translation>描く対象を広げる、縮める、ぼかす</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>広げる(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>縮める(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Feather</source>
        <translation>ぼかす(&amp;F)</translation>
    </message>
    <message>
        <source>Width of the edge</source>
        <translation>縁の幅</translation>
    </message>
    <message>
        <source>By how many pixels of the photo the edge moves or softens</source>
        <translation>縁を写真の何ピクセル動かす、またはぼかすか</translation>
    </message>
    <message>
        <source>By</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>&amp;Size of the Brush</source>
        <translation>ブラシの大きさ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Strength of the Stroke</source>
        <translation>一筆の強さ(&amp;S)</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Class to paint</source>
        <translation>描く区分</translation>
    </message>
    <message>
        <source>What the painted pixels are (X goes back to the class before)</source>
        <translation>描いた画素が何か（X で前の区分に戻る）</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>なめらかに(&amp;S)</translation>
    </message>
    <message>
        <source>Drag the picture; hold Space to do so with any tool</source>
        <translation>画像をドラッグ。どの道具でもスペースを押すと動かせます</translation>
    </message>
    <message>
        <source>Paint the chosen class</source>
        <translation>選んだ区分を描く</translation>
    </message>
    <message>
        <source>Add to the blend region: shows the new head, or fills anew beside it</source>
        <translation>合成領域に加える：新しい頭部を見せるか、その横を塗り直します</translation>
    </message>
    <message>
        <source>Paint background: takes it out of the head</source>
        <translation>背景を描く：頭部から外します</translation>
    </message>
    <message>
        <source>Take from the blend region: shows the target itself</source>
        <translation>合成領域から除く：対象そのものを見せます</translation>
    </message>
    <message>
        <source>Take back what was painted</source>
        <translation>描いたものを取り消す</translation>
    </message>
    <message>
        <source>Paint all of an outline with the chosen class: draw it, or click its corners</source>
        <translation>輪郭の中を選んだ区分で塗る：描くか角をクリック</translation>
    </message>
    <message>
        <source>Add all of an outline to the blend region: draw it, or click its corners</source>
        <translation>輪郭の中を合成領域に加える：描くか角をクリック</translation>
    </message>
    <message>
        <source>Give a connected piece the chosen class</source>
        <translation>つながった部分を選んだ区分にする</translation>
    </message>
    <message>
        <source>Add a hole to the blend region, or take a connected piece away</source>
        <translation>穴を合成領域に加えるか、つながった部分を除く</translation>
    </message>
    <message>
        <source>Clone: copy from the place that Control and a click set</source>
        <translation>クローン：Ctrl を押しながらクリックした場所からコピーします</translation>
    </message>
    <message>
        <source>The background is cloned, not erased</source>
        <translation>背景は消去ではなくクローンします</translation>
    </message>
    <message>
        <source>Clone all of an outline: draw it, or click its corners</source>
        <translation>輪郭全体をクローン：描くか、角をクリックします</translation>
    </message>
    <message>
        <source>The background is cloned, not filled</source>
        <translation>背景は塗りつぶしではなくクローンします</translation>
    </message>
    <message>
        <source>S&amp;nap to Edges</source>
        <translation>輪郭に合わせる(&amp;N)</translation>
    </message>
    <message>
        <source>Moves the border of the last stroke to the edges in the photo, such as those of hair; without a stroke before, the border of the whole class</source>
        <translation>直前のストロークの境界を、髪などの写真の輪郭に合わせます。直前にストロークがなければ、クラス全体の境界を合わせます</translation>
    </message>
    <message>
        <source>Snap &amp;Every Stroke</source>
        <translation>ストロークごとに合わせる(&amp;E)</translation>
    </message>
    <message>
        <source>Strokes go to the edges in the photo by themselves: paint roughly along the hair</source>
        <translation>ストロークが自動で写真の輪郭に合います。髪に沿って大まかに塗るだけで済みます</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>マット</translation>
    </message>
    <message>
        <source>How far the person covers each pixel: paint fine hair softly</source>
        <translation>人物が各ピクセルをどこまで覆うか。細い髪はやわらかく描きます</translation>
    </message>
    <message>
        <source>Cover: what is painted belongs to the person, as far as opacity says</source>
        <translation>覆う：描いた部分は、不透明度に応じて人物になります</translation>
    </message>
    <message>
        <source>Uncover: what is behind the person shows through</source>
        <translation>外す：人物の後ろにあるものが透けて見えます</translation>
    </message>
    <message>
        <source>Cover all of an outline: draw it, or click its corners</source>
        <translation>輪郭の中をすべて覆う：描くか角をクリック</translation>
    </message>
    <message>
        <source>The matte is painted, not filled</source>
        <translation>マットは塗りつぶしではなく描きます</translation>
    </message>
    <message>
        <source>Brush Settings</source>
        <translation>ブラシの設定</translation>
    </message>
    <message>
        <source>Hardness and opacity of the brush, and what the pressure of a pen does</source>
        <translation>ブラシの硬さと不透明度、ペンの筆圧の効果</translation>
    </message>
    <message>
        <source>Masks, blend region and background fill can be painted on: choose one of their views</source>
        <translation>マスク、合成領域、背景の塗りに描けます。いずれかの表示を選んでください</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>区分なし</translation>
    </message>
    <message>
        <source>Ready as soon as the masks are made; choose it now if you like</source>
        <translation>マスクができると使えます。今選んでおくこともできます</translation>
    </message>
</context>
<context>
    <name>heser::PaintDesk</name>
    <message>
        <source>Fill Mask</source>
        <translation>マスクを塗りつぶす</translation>
    </message>
    <message>
        <source>Fill Blend Region</source>
        <translation>合成領域を塗りつぶす</translation>
    </message>
    <message>
        <source>Take Back Painting</source>
        <translation>描いたものを取り消す</translation>
    </message>
    <message>
        <source>Take from Blend Region</source>
        <translation>合成領域から除く</translation>
    </message>
    <message>
        <source>Erase Mask</source>
        <translation>マスクを消す</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>復元</translation>
    </message>
    <message>
        <source>Add to Blend Region</source>
        <translation>合成領域に加える</translation>
    </message>
    <message>
        <source>Paint Mask</source>
        <translation>マスクを描く</translation>
    </message>
    <message>
        <source>Grow Blend Region</source>
        <translation>合成領域を広げる</translation>
    </message>
    <message>
        <source>Grow Mask</source>
        <translation>マスクを広げる</translation>
    </message>
    <message>
        <source>Shrink Blend Region</source>
        <translation>合成領域を縮める</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>マスクを縮める</translation>
    </message>
    <message>
        <source>Feather Blend Region</source>
        <translation>合成領域をぼかす</translation>
    </message>
    <message>
        <source>Smooth Mask</source>
        <translation>マスクをなめらかに</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>クローン</translation>
    </message>
    <message>
        <source>Snap Mask to Edges</source>
        <translation>マスクを輪郭に合わせる</translation>
    </message>
    <message>
        <source>Erase Matte</source>
        <translation>マットを消す</translation>
    </message>
    <message>
        <source>Paint Matte</source>
        <translation>マットを描く</translation>
    </message>
    <message>
        <source>Grow Matte</source>
        <translation>マットを広げる</translation>
    </message>
    <message>
        <source>Shrink Matte</source>
        <translation>マットを縮める</translation>
    </message>
    <message>
        <source>Feather Matte</source>
        <translation>マットをぼかす</translation>
    </message>
</context>
<context>
    <name>heser::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>環境設定</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>The language of all texts</source>
        <translation>すべての文の言語</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>デスクトップに合わせる</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>明るい窓か暗い窓か</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>デバイス(&amp;D)</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>ネットワークを動かす場所</translation>
    </message>
    <message>
        <source>GPU if there is one, else the processor</source>
        <translation>GPU があれば GPU、なければプロセッサ</translation>
    </message>
    <message>
        <source>&amp;Processor threads</source>
        <translation>プロセッサのスレッド(&amp;P)</translation>
    </message>
    <message>
        <source>How many cores the networks use, from the next start on</source>
        <translation>ネットワークが使うコア数（次回の起動から）</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>すべてのコア</translation>
    </message>
    <message>
        <source>&amp;Unsaved work is kept every</source>
        <translation>未保存の作業を残す間隔(&amp;U)</translation>
    </message>
    <message>
        <source>After so long at most a copy for recovery is made</source>
        <translation>最長でもこの間隔で復元用のコピーを作ります</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>明るい色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>暗い色</translation>
    </message>
    <message>
        <source>&amp;Memory for undo</source>
        <translation>元に戻す操作用のメモリ(&amp;M)</translation>
    </message>
    <message>
        <source>When the history holds more, its oldest steps cannot be undone any more</source>
        <translation>履歴がこれを超えると、最も古い操作は元に戻せなくなります</translation>
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
        <translation>まず素材と対象を追加してください。</translation>
    </message>
    <message>
        <source>Add the target first.</source>
        <translation>まず対象を追加してください。</translation>
    </message>
    <message>
        <source>Add a source first.</source>
        <translation>まず素材を追加してください。</translation>
    </message>
    <message>
        <source>All sources are switched off.</source>
        <translation>すべての素材が無効です。</translation>
    </message>
    <message>
        <source>The result is older than the last change. Swap again to bring it up to date.</source>
        <translation>結果は最後の変更より前のものです。入れ替え直すと最新になります。</translation>
    </message>
    <message>
        <source>The swap failed. %1</source>
        <translation>入れ替えに失敗しました。%1</translation>
    </message>
</context>
<context>
    <name>heser::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>初期値に戻す</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>初期値に戻す：%1</translation>
    </message>
    <message>
        <source>In percent of the face&apos;s size.</source>
        <translation>顔の大きさに対する割合 (%) です。</translation>
    </message>
</context>
<context>
    <name>heser::SettingsPanel</name>
    <message>
        <source>Align</source>
        <translation>位置合わせ</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>細部</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>その他の設定：%1</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>これらの設定を初期値に戻す</translation>
    </message>
    <message>
        <source>Reset settings: %1</source>
        <translation>設定を初期値に戻す：%1</translation>
    </message>
</context>
<context>
    <name>heser::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>ショートカット</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新しいキー</translation>
    </message>
    <message>
        <source>Press the keys that the chosen command should have</source>
        <translation>選んだコマンドに割り当てるキーを押してください</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>標準のキー(&amp;U)</translation>
    </message>
    <message>
        <source>Gives the chosen command the keys that it came with</source>
        <translation>選んだコマンドを元のキーに戻します</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>キーなし(&amp;N)</translation>
    </message>
    <message>
        <source>Takes the keys from the chosen command</source>
        <translation>選んだコマンドのキーを外します</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>すべて元に戻す(&amp;R)</translation>
    </message>
    <message>
        <source>%1 had these keys and has lost them.</source>
        <translation>%1 に割り当てられていたキーを外しました。</translation>
    </message>
</context>
<context>
    <name>heser::SourceDelegate</name>
    <message>
        <source>Use or leave out this source (Space)</source>
        <translation>この素材を使う／外す（スペース）</translation>
    </message>
    <message>
        <source>Remove this source (Delete)</source>
        <translation>この素材を削除（Delete）</translation>
    </message>
    <message>
        <source>Choose the face</source>
        <translation>顔を選ぶ</translation>
    </message>
</context>
<context>
    <name>heser::SourcesModel</name>
    <message>
        <source>No face found</source>
        <translation>顔が見つかりません</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>使えません</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>顔を探しています…</translation>
    </message>
    <message>
        <source>Counts %1 %</source>
        <translation>重み %1 %</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>顔 %1／%2</translation>
    </message>
    <message>
        <source>Face cut off</source>
        <translation>顔が切れています</translation>
    </message>
    <message>
        <source>This photo is off; it leads, as you chose, as soon as it is on again.</source>
        <translation>この写真はオフです。オンに戻すと、指定どおり主になります。</translation>
    </message>
    <message>
        <source>This photo leads, as you chose: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>指定どおり、この写真が主になります。ほかの写真のほうがよく写っていないかぎり、口・目・眼鏡はこの写真のものです。</translation>
    </message>
    <message>
        <source>This photo leads, since its pose is nearest to the target&apos;s: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>向きがターゲットに最も近いため、この写真が主になります。ほかの写真のほうがよく写っていないかぎり、口・目・眼鏡はこの写真のものです。</translation>
    </message>
</context>
<context>
    <name>heser::SourcesStrip</name>
    <message>
        <source>Sources</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>Photos that give the head. Space switches one on or off, Delete removes it, Control with the arrow keys moves it.</source>
        <translation>頭部を与える写真。スペースで有効／無効、Delete で削除、Ctrl＋矢印で移動。</translation>
    </message>
    <message>
        <source>Drop photos of the head here, or click to open them</source>
        <translation>頭部の写真をここにドロップ、またはクリックして開く</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How much this photo counts among several</source>
        <translation>複数の中でこの写真をどれだけ重く見るか</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>顔を選ぶ</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Lead with This Photo</source>
        <translation>この写真を主にする</translation>
    </message>
    <message>
        <source>Choose the Leading Photo Automatically</source>
        <translation>主にする写真を自動で選ぶ</translation>
    </message>
</context>
<context>
    <name>heser::StartPage</name>
    <message>
        <source>Put a head on another body</source>
        <translation>頭部を別の体に載せる</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>素材</translation>
    </message>
    <message>
        <source>One or more photos of the person whose head is wanted. A photo that looks the same way as the target is best.</source>
        <translation>頭部を使う人の写真を一枚以上。対象と同じ方を向いた写真が最適です。</translation>
    </message>
    <message>
        <source>Open Sources…</source>
        <translation>素材を開く…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>The photo that gets the head.</source>
        <translation>頭部を載せる写真。</translation>
    </message>
    <message>
        <source>Open Target…</source>
        <translation>対象を開く…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>入れ替え</translation>
    </message>
    <message>
        <source>Then adjust expression, pose, colour and light, and export.</source>
        <translation>その後、表情、姿勢、色、光を調整して書き出します。</translation>
    </message>
    <message>
        <source>You can also drop photos here or paste them.</source>
        <translation>写真をここにドロップしたり貼り付けたりもできます。</translation>
    </message>
    <message>
        <source>Try It with Sample Photos</source>
        <translation>サンプル写真で試す</translation>
    </message>
    <message>
        <source>Opens two portraits in the public domain</source>
        <translation>パブリックドメインの肖像を 2 枚開きます</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近のプロジェクト</translation>
    </message>
    <message>
        <source>Add Sources…</source>
        <translation>素材を追加…</translation>
    </message>
    <message>
        <source>Use photos whose people agreed to it, or could not be harmed or deceived by it, and do not pass results off as real. No photo leaves your computer.</source>
        <translation>本人の同意がある写真、または誰も傷つけたり欺いたりするおそれのない写真を使い、結果を本物として公開しないでください。写真がコンピューターの外に送られることはありません。</translation>
    </message>
</context>
<context>
    <name>heser::SwapDocument</name>
    <message>
        <source>Add Source</source>
        <translation>素材を追加</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation>素材を削除</translation>
    </message>
    <message>
        <source>Move Source</source>
        <translation>素材を移動</translation>
    </message>
    <message>
        <source>Switch Source On</source>
        <translation>素材を有効にする</translation>
    </message>
    <message>
        <source>Switch Source Off</source>
        <translation>素材を無効にする</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>顔を選ぶ</translation>
    </message>
    <message>
        <source>Weigh Source</source>
        <translation>素材の重みを変更</translation>
    </message>
    <message>
        <source>Set Target</source>
        <translation>対象を設定</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>対象を削除</translation>
    </message>
    <message>
        <source>Exchange Source and Target</source>
        <translation>素材と対象を交換</translation>
    </message>
    <message>
        <source>Open Photos</source>
        <translation>写真を開く</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 を初期値に戻す</translation>
    </message>
    <message>
        <source>Reset Settings</source>
        <translation>設定を初期値に戻す</translation>
    </message>
    <message>
        <source>Choose Leading Photo Automatically</source>
        <translation>主にする写真の自動選択</translation>
    </message>
    <message>
        <source>Pin Leading Photo</source>
        <translation>主にする写真の固定</translation>
    </message>
    <message>
        <source>Leave Out Source</source>
        <translation>素材を除外</translation>
    </message>
</context>
<context>
    <name>heser::SwapSession</name>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>%1 を %2 に保存しました。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>Only %1 is opened: a project has its photos in it.</source>
        <translation>%1 だけを開きます。プロジェクトには写真が含まれています。</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done, %2 failed.</source>
        <translation>一括処理が終わりました：%1 件完了、%2 件失敗。</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done.</source>
        <translation>一括処理が終わりました：%1 件完了。</translation>
    </message>
    <message>
        <source>The unsaved work</source>
        <translation>保存されていない作業</translation>
    </message>
    <message>
        <source>%1 was not exported, since its result was not made.</source>
        <translation>結果が作られなかったため、%1 は書き出されませんでした。</translation>
    </message>
    <message>
        <source>%1 is exported as soon as the new result is ready.</source>
        <translation>新しい結果ができると %1 を書き出します。</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in case the program ends unexpectedly (%1); save the project often.</source>
        <translation>プログラムが予期せず終了した場合に備えて未保存の作業を保管することができません (%1)。プロジェクトをこまめに保存してください。</translation>
    </message>
    <message>
        <source>%1 was switched off; the other photos are used.</source>
        <translation>%1 を無効にしました。ほかの写真を使います。</translation>
    </message>
</context>
<context>
    <name>heser::TargetSlot</name>
    <message>
        <source>Choose the face</source>
        <translation>顔を選ぶ</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>対象を削除</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>頭部を載せる写真を開く</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>顔が見つかりません</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>使えません</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>顔を探しています…</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>顔 %1／%2</translation>
    </message>
    <message>
        <source>Drop the photo that gets the head here, or click to open it</source>
        <translation>頭部を載せる写真をここにドロップ、またはクリックして開く</translation>
    </message>
</context>
<context>
    <name>heser::ViewBar</name>
    <message>
        <source>Before and After</source>
        <translation>前後を比較</translation>
    </message>
    <message>
        <source>Whose masks</source>
        <translation>誰のマスクか</translation>
    </message>
    <message>
        <source>Whose masks are shown</source>
        <translation>誰のマスクを表示するか</translation>
    </message>
    <message>
        <source>of the target</source>
        <translation>対象の</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1 の</translation>
    </message>
    <message>
        <source>of the new head</source>
        <translation>新しい頭部の</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>完成した画像</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>The photo that gets the head</source>
        <translation>頭部を載せる写真</translation>
    </message>
    <message>
        <source>The new head, posed for the target</source>
        <translation>対象に合わせた姿勢の新しい頭部</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>マスク</translation>
    </message>
    <message>
        <source>What every part of the picture was taken for</source>
        <translation>画像の各部分が何と見なされたか</translation>
    </message>
    <message>
        <source>Colour Reference</source>
        <translation>色の参照</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>色</translation>
    </message>
    <message>
        <source>The new head in the colours of the scene</source>
        <translation>場面の色にした新しい頭部</translation>
    </message>
    <message>
        <source>Blend Region</source>
        <translation>合成領域</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>領域</translation>
    </message>
    <message>
        <source>Where the result differs from the target</source>
        <translation>結果が対象と違う場所</translation>
    </message>
    <message>
        <source>Background Fill</source>
        <translation>背景の塗り</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>The target without its head</source>
        <translation>頭部を除いた対象</translation>
    </message>
    <message>
        <source>Before and after, with a line to drag (\)</source>
        <translation>前後の比較（線をドラッグ）(\)</translation>
    </message>
    <message>
        <source>New Head</source>
        <translation>新しい頭部</translation>
    </message>
</context>
<context>
    <name>heser::ZoomBar</name>
    <message>
        <source>Zoom In</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>全体表示</translation>
    </message>
    <message>
        <source>Actual Pixels</source>
        <translation>等倍表示</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>画像の 1 画素あたりの画面の画素数</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel &amp;Grid</source>
        <translation>ピクセルグリッド(&amp;G)</translation>
    </message>
    <message>
        <source>Lines between the picture&apos;s pixels from 800 % on</source>
        <translation>800 % 以上で画像のピクセルの間に線を表示します</translation>
    </message>
</context>
</TS>
