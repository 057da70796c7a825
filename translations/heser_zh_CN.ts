<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Devices</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>1 core</source>
        <translation>1 核</translation>
    </message>
    <message>
        <source>%1 cores</source>
        <translation>%1 核</translation>
    </message>
</context>
<context>
    <name>Faces</name>
    <message>
        <source>%1° to the right</source>
        <translation>向右 %1°</translation>
    </message>
    <message>
        <source>%1° to the left</source>
        <translation>向左 %1°</translation>
    </message>
    <message>
        <source>%1° up</source>
        <translation>向上 %1°</translation>
    </message>
    <message>
        <source>%1° down</source>
        <translation>向下 %1°</translation>
    </message>
    <message>
        <source>Looks ahead</source>
        <translation>正视前方</translation>
    </message>
    <message>
        <source>Face %1: %2</source>
        <translation>人脸 %1：%2</translation>
    </message>
</context>
<context>
    <name>FileFilters</name>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>HeSer projects</source>
        <translation>HeSer 项目</translation>
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
        <translation>皮肤</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>Inner mouth</source>
        <translation>口腔</translation>
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
        <translation>颈部</translation>
    </message>
    <message>
        <source>Clothing</source>
        <translation>衣服</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Headwear</source>
        <translation>头饰</translation>
    </message>
    <message>
        <source>New head</source>
        <translation>新头部</translation>
    </message>
    <message>
        <source>Filled anew</source>
        <translation>重新填充</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>This</source>
        <translation>此项</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; use another photo.</source>
        <translation>%1 中没有所要的人脸；请换一张照片。</translation>
    </message>
    <message>
        <source>The face that was asked for is not in %1; faces found there: %2; choose one of them.</source>
        <translation>%1 中没有所要的人脸；找到的人脸数：%2；请从中选择。</translation>
    </message>
    <message>
        <source>%1 is too large; make it smaller first.</source>
        <translation>%1 过大；请先缩小。</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, at most %3 can be used; make it smaller first.</source>
        <translation>%1 有 %2 百万像素，最多可用 %3；请先缩小。</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small; use a photo with more pixels.</source>
        <translation>%1 或其中的人脸过小；请使用像素更多的照片。</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target; a photo that looks the same way gives a better head.</source>
        <translation>%1 与目标相差 %2 度；朝向相同的照片效果更好。</translation>
    </message>
    <message>
        <source>%1 is blurred, and so will be the result; use a sharper photo.</source>
        <translation>%1 模糊，结果也会模糊；请使用更清晰的照片。</translation>
    </message>
    <message>
        <source>%2 % of the skin in %1 is over- or underexposed, where colours cannot be matched; use a photo in softer light.</source>
        <translation>%1 中 %2 % 的皮肤过曝或欠曝，无法匹配颜色；请使用光线更柔和的照片。</translation>
    </message>
    <message>
        <source>%1 shows %2 faces, the largest was used; choose another if that is wrong.</source>
        <translation>%1 中有 %2 张人脸，已使用最大的一张；如不正确请另选。</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photos (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>%1 中的脸形与其他照片不同（相差宽度的 %2 %），因此权重很小；如是他人请去掉。</translation>
    </message>
    <message>
        <source>%1 is softer than the other photos, so it counts little; use a sharper one.</source>
        <translation>%1 比其他照片更软，因此权重很小；请使用更清晰的照片。</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees away from the target and shows nothing that is needed; it can be left out.</source>
        <translation>%1 与目标相差 %2 度，没有可用内容；可以去掉。</translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation>正在加载网络</translation>
    </message>
    <message>
        <source>Finding the target&apos;s face</source>
        <translation>正在查找目标人脸</translation>
    </message>
    <message>
        <source>Reading the target&apos;s head</source>
        <translation>正在分析目标头部</translation>
    </message>
    <message>
        <source>Finding the source&apos;s face</source>
        <translation>正在查找来源人脸</translation>
    </message>
    <message>
        <source>Reading the source&apos;s head</source>
        <translation>正在分析来源头部</translation>
    </message>
    <message>
        <source>Applying painted masks</source>
        <translation>正在应用手绘蒙版</translation>
    </message>
    <message>
        <source>Applying the painted region</source>
        <translation>正在应用手绘区域</translation>
    </message>
    <message>
        <source>Making a preview</source>
        <translation>正在生成预览</translation>
    </message>
    <message>
        <source>Shaping the head</source>
        <translation>正在构建头部</translation>
    </message>
    <message>
        <source>Aligning the head</source>
        <translation>正在对齐头部</translation>
    </message>
    <message>
        <source>Matching the colours</source>
        <translation>正在匹配颜色</translation>
    </message>
    <message>
        <source>Blending</source>
        <translation>正在融合</translation>
    </message>
    <message>
        <source>Composing the picture</source>
        <translation>正在合成图片</translation>
    </message>
    <message>
        <source>Reading photos</source>
        <translation>正在读取照片</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>正在写入图片</translation>
    </message>
    <message>
        <source>%1 cannot be used like this%2.</source>
        <translation>%1 不能这样使用%2。</translation>
    </message>
    <message>
        <source>%1 cannot be written%2; choose another place or name.</source>
        <translation>无法写入 %1%2；请选择其他位置或名称。</translation>
    </message>
    <message>
        <source>%1, a file of this program, is missing or damaged%2; install the program again.</source>
        <translation>本程序的文件 %1 缺失或损坏%2；请重新安装。</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of HeSer Studio; open it with that version.</source>
        <translation>%1 由更新版本的 HeSer Studio 创建；请用该版本打开。</translation>
    </message>
    <message>
        <source>%1 cannot be used%2; mend it or choose another file.</source>
        <translation>无法使用 %1%2；请修复或选择其他文件。</translation>
    </message>
    <message>
        <source>%1 needs more memory than there is%2; close other programs or use smaller photos.</source>
        <translation>%1 所需内存不足%2；请关闭其他程序或使用更小的照片。</translation>
    </message>
    <message>
        <source>%1 cannot be used for computing%2; use the processor instead (device &quot;cpu&quot;).</source>
        <translation>%1 无法用于计算%2；请改用处理器（设备“cpu”）。</translation>
    </message>
    <message>
        <source>The other processes of this training cannot be reached at %1%2; see what they say, then start all of them again.</source>
        <translation>无法在 %1 连接到此训练的其他进程%2；请查看它们的消息，然后全部重新启动。</translation>
    </message>
    <message>
        <source>Something went wrong that should not; please report it with this text: %1</source>
        <translation>发生了意外错误；请附上以下文字报告：%1</translation>
    </message>
    <message>
        <source>%1 or the face in it is too small (%2 of at least %3 pixels); use a photo with more pixels.</source>
        <translation>%1 或其中的人脸太小（%2 像素，至少需要 %3 像素）；请使用像素更多的照片。</translation>
    </message>
    <message>
        <source>the source %1 is damaged</source>
        <translation>源照片 %1 已损坏</translation>
    </message>
    <message>
        <source>the target %1 is damaged</source>
        <translation>目标照片 %1 已损坏</translation>
    </message>
    <message>
        <source>what was painted on %1 is damaged</source>
        <translation>在 %1 上绘制的内容已损坏</translation>
    </message>
    <message>
        <source>this version does not know the setting %1</source>
        <translation>此版本不认识设置 %1</translation>
    </message>
    <message>
        <source>the setting %1 is damaged</source>
        <translation>设置 %1 已损坏</translation>
    </message>
    <message>
        <source>Measuring the photo&apos;s quality</source>
        <translation>正在测量照片质量</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2; choose another file or save it anew as JPEG or PNG.</source>
        <translation>无法将 %1 作为照片读取%2；请选择其他文件，或重新保存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>Nor can these be used: %1.</source>
        <translation>以下文件也无法使用：%1。</translation>
    </message>
    <message>
        <source>The weights of the refinement are missing or do not fit this version; the head is as geometry makes it.</source>
        <translation>精修网络的权重缺失或与此版本不符；头部保持几何处理的结果。</translation>
    </message>
    <message>
        <source>The weights of the blending network are missing or do not fit this version, so seams and fills are left as geometry makes them.</source>
        <translation>融合网络的权重缺失或与此版本不符，因此接缝和填充保持几何处理的结果。</translation>
    </message>
    <message>
        <source>Mending seams and fills</source>
        <translation>正在修补接缝和填充</translation>
    </message>
    <message>
        <source>Applying the painted fill</source>
        <translation>正在应用绘制的填充</translation>
    </message>
    <message>
        <source>Applying the painted matte</source>
        <translation>正在应用手绘蒙罩</translation>
    </message>
    <message>
        <source>%1 is turned %2 degrees to the side; a photo that looks ahead suits more targets.</source>
        <translation>%1 侧转了 %2 度；正面的照片适合更多目标。</translation>
    </message>
    <message>
        <source>Another person?</source>
        <translation>另一个人？</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Turned too far</source>
        <translation>转得太多</translation>
    </message>
    <message>
        <source>Head cut off</source>
        <translation>头部被裁切</translation>
    </message>
    <message>
        <source>Harsh light</source>
        <translation>光线过硬</translation>
    </message>
    <message>
        <source>the list of sources is damaged</source>
        <translation>源照片列表已损坏</translation>
    </message>
    <message>
        <source>the target is damaged</source>
        <translation>目标照片已损坏</translation>
    </message>
    <message>
        <source>%1 is another picture than was saved</source>
        <translation>%1 不是当初保存的图片</translation>
    </message>
    <message>
        <source>the entry &quot;%2&quot; on %1 is damaged</source>
        <translation>%1 的条目“%2”已损坏</translation>
    </message>
    <message>
        <source>the entry &quot;%1&quot; of its contents is damaged</source>
        <translation>其内容中的条目“%1”已损坏</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>等等</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole (%2); all else was kept, look at it before you use it.</source>
        <translation>%1 未能完整读取（%2）；其余内容均已保留，使用前请查看。</translation>
    </message>
    <message>
        <source>%1 shows too little hair to take its colour from, so the hair keeps its own; pick a colour instead.</source>
        <translation>%1 中的头发太少，无法取其颜色，因此头发保持原色；请改为拾取一种颜色。</translation>
    </message>
    <message>
        <source>No face was found in %1; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%1 中未找到人脸；请使用光线良好、显示整张脸且脸部至少 %2 像素大的照片。</translation>
    </message>
    <message>
        <source>There is no display to show the window on; start it in a desktop session, or use the command heser.</source>
        <translation>没有可显示窗口的屏幕；请在桌面会话中启动，或使用命令 heser。</translation>
    </message>
    <message>
        <source>The weights of the network for hidden bodies are missing or do not fit this version, so necks and shoulders behind hair are guessed by rules.</source>
        <translation>用于补全被遮挡身体的网络权重缺失或与此版本不符，因此头发后的颈部和肩部按规则推测。</translation>
    </message>
    <message>
        <source>what is said to be painted on %1 belongs to another picture</source>
        <translation>据称画在 %1 上的内容属于另一张图片</translation>
    </message>
    <message>
        <source>the end of the file is missing</source>
        <translation>文件的结尾缺失</translation>
    </message>
    <message>
        <source>%1 does not exist%2; check its name and folder.</source>
        <translation>%1 不存在%2；请检查名称和文件夹。</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>是文件夹</translation>
    </message>
    <message>
        <source>an empty file</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>damaged or cut short</source>
        <translation>已损坏或不完整</translation>
    </message>
    <message>
        <source>its inks cannot be converted</source>
        <translation>其油墨颜色无法转换</translation>
    </message>
    <message>
        <source>not a file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>samples are neither 8 nor 16 bits wide</source>
        <translation>颜色值既不是8位也不是16位</translation>
    </message>
    <message>
        <source>too many channels</source>
        <translation>通道过多</translation>
    </message>
    <message>
        <source>Unlike the other photos</source>
        <translation>与其他照片不同</translation>
    </message>
    <message>
        <source>%1 shows neither neck nor collar under the face, so the new head may hang in the air; use a photo that shows them.</source>
        <translation>%1 的脸部下方看不到脖子和衣领，新的头部可能会悬空；请使用能看到它们的照片。</translation>
    </message>
    <message>
        <source>it would be written over a photo that is open; choose another name</source>
        <translation>这会覆盖已打开的照片；请选择其他名称</translation>
    </message>
    <message>
        <source>The head in %1 is tilted by %2 degrees; rotate the photo until it is upright.</source>
        <translation>%1 中的头部倾斜了 %2 度；请将照片旋转到正立方向。</translation>
    </message>
    <message>
        <source>%1 is black and white, so hair, eyes and lips stay grey in the result; use a colour photo.</source>
        <translation>%1 是黑白照片，因此结果中的头发、眼睛和嘴唇仍为灰色；请使用彩色照片。</translation>
    </message>
    <message>
        <source>%1 is black and white, but the new head keeps colours of its own; make the head&apos;s photo black and white, too.</source>
        <translation>%1 是黑白照片，但新头部仍保留自身的颜色；请把头部照片也转为黑白。</translation>
    </message>
    <message>
        <source>Not upright</source>
        <translation>方向不正</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白照片</translation>
    </message>
    <message>
        <source>Hair hides %2 % of neck and shoulders in %1, so they are made up; a photo that shows more of them gives a better body.</source>
        <translation>%1 中头发遮住了脖子和肩膀的 %2 %，这部分是推测补出的；使用露出更多的照片，身体效果会更好。</translation>
    </message>
    <message>
        <source>The border of %1 cuts the head off; use a photo that shows all of it.</source>
        <translation>%1 的边缘截断了头部；请使用显示整个头部的照片。</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face; use a photo that shows all of it.</source>
        <translation>%1 的边缘穿过了脸部；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%1 cannot be written, since there is no folder %2; make it or choose another place.</source>
        <translation>无法写入 %1，因为文件夹 %2 不存在；请创建该文件夹或选择其他位置。</translation>
    </message>
    <message>
        <source>No face was found in %1, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>%1 中未找到人脸，因此未使用；请使用光线良好、显示整张脸且脸部至少 %2 像素大的照片。</translation>
    </message>
    <message>
        <source>The border of %1 cuts through the face, so it was left out; use a photo that shows all of it.</source>
        <translation>%1 的边缘穿过了脸部，因此未使用；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%2 % of the head in %1 is transparent and may be missing in the result; use a photo that shows all of it.</source>
        <translation>%1 中头部的 %2 % 是透明的，结果中可能会缺失；请使用显示整个头部的照片。</translation>
    </message>
    <message>
        <source>Partly transparent</source>
        <translation>部分透明</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>在有 %3 % 透明的 %1 中没有找到人脸；请使用光线良好、显示整张脸且人脸至少 %2 像素的照片。</translation>
    </message>
    <message>
        <source>the border of %1 cuts through the face</source>
        <translation>%1 的边缘切断了人脸</translation>
    </message>
    <message>
        <source>too much of the face in %1 is transparent</source>
        <translation>%1 中人脸透明的部分太多</translation>
    </message>
    <message>
        <source>no face was found in %1</source>
        <translation>在 %1 中没有找到人脸</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); use a photo that shows the whole face.</source>
        <translation>头部的照片都不能使用（%1）；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent; use a photo that shows all of it.</source>
        <translation>%1 中人脸透明的部分太多；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>The device %1 is not there, the processor does the work instead.</source>
        <translation>没有设备 %1，改由处理器完成工作。</translation>
    </message>
    <message>
        <source>No face was found in %1, of which %3 % is transparent, so it was left out; use a photo that shows the whole face in good light and at least %2 pixels large.</source>
        <translation>在有 %3 % 透明的 %1 中没有找到人脸，因此没有使用它；请使用光线良好、显示整张脸且人脸至少 %2 像素的照片。</translation>
    </message>
    <message>
        <source>Too much of the face in %1 is transparent, so it was left out; use a photo that shows all of it.</source>
        <translation>%1 中人脸透明的部分太多，因此没有使用它；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%1 is given more than once; it counts once.</source>
        <translation>%1 被多次给出；只算一次。</translation>
    </message>
    <message>
        <source>%1 shows the very same head as %2; both together count once.</source>
        <translation>%1 与 %2 显示完全相同的头部；两者合起来只算一次。</translation>
    </message>
    <message>
        <source>%1 was to lead, but was left out, so another photo leads.</source>
        <translation>%1 本应为主，但没有使用它，因此以另一张照片为主。</translation>
    </message>
    <message>
        <source>The face that was chosen in %1 does not count, since the photo was left out.</source>
        <translation>由于没有使用 %1，在其中选择的人脸不起作用。</translation>
    </message>
    <message>
        <source>Given twice</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>The border of %1 cuts the new head off; make it smaller, move it, or use a photo with more room around the head.</source>
        <translation>%1 的边缘截断了新的头部；请缩小或移动头部，或使用头部周围留有更多空间的照片。</translation>
    </message>
    <message>
        <source>%1 seems to be a copy of %2, in other quality; leave the poorer one out.</source>
        <translation>%1 似乎是 %2 的另一画质副本；请去掉较差的一张。</translation>
    </message>
    <message>
        <source>A copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo</source>
        <translation>无法将 %1 作为照片读取</translation>
    </message>
    <message>
        <source>%1 is too small</source>
        <translation>%1 太小</translation>
    </message>
    <message>
        <source>%1 is too large</source>
        <translation>%1 太大</translation>
    </message>
    <message>
        <source>%1 cannot be read as a photo%2, so it was left out; choose another file or save it anew as JPEG or PNG.</source>
        <translation>无法将 %1 作为照片读取%2，因此未使用；请选择其他文件，或重新保存为 JPEG 或 PNG。</translation>
    </message>
    <message>
        <source>%1 is too small (%2 of at least %3 pixels), so it was left out; use a photo with more pixels.</source>
        <translation>%1 太小（%2 像素，至少需要 %3 像素），因此未使用；请使用像素更多的照片。</translation>
    </message>
    <message>
        <source>%1 has %2 megapixels, of which at most %3 can be used, so it was left out; make it smaller first.</source>
        <translation>%1 有 %2 百万像素，最多可用 %3，因此未使用；请先缩小。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, which goes into the result; use a photo that shows all of the face.</source>
        <translation>%1 中脸部的 %2 % 被单一颜色遮盖，并会进入结果；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%2 % of the head and its surroundings in %1 is transparent, so the result shows little but the new head; use a photo without transparency.</source>
        <translation>%1 中头部及其周围的 %2 % 是透明的，因此结果中几乎只有新的头部；请使用没有透明部分的照片。</translation>
    </message>
    <message>
        <source>Face covered</source>
        <translation>脸部被遮盖</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual; set it back or use another photo.</source>
        <translation>由于设置 %2 高于默认值，在 %1 中没有找到人脸；请恢复默认值或使用其他照片。</translation>
    </message>
    <message>
        <source>No face was found in %1, since the setting %2 is higher than usual, so it was left out; set it back or use another photo.</source>
        <translation>由于设置 %2 高于默认值，在 %1 中没有找到人脸，因此未使用；请恢复默认值或使用其他照片。</translation>
    </message>
    <message>
        <source>None of the photos of the head can be used (%1); set the settings that are named back, since they are higher than usual, or use a photo that shows the whole face.</source>
        <translation>头部的照片都不能使用（%1）；请将所列的高于默认值的设置恢复默认，或使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%1 seems to show another person than the first of the photos that are used; leave it out if it does.</source>
        <translation>%1 中似乎不是所用的第一张照片里的人；若是如此，请将它排除。</translation>
    </message>
    <message>
        <source>%1 seems to show another person than %2; leave it out if it does.</source>
        <translation>%1 中似乎不是 %2 里的人；若是如此，请将它排除。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour; what that hides comes from the other photos.</source>
        <translation>%1 中脸部的 %2 % 被单一颜色遮盖；被遮住的部分取自其他照片。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is covered by a single colour, so the new head takes its colours from the rest; use a photo that shows all of the face.</source>
        <translation>%1 中脸部的 %2 % 被单一颜色遮盖，因此新头部的颜色取自其余部分；请使用显示整张脸的照片。</translation>
    </message>
    <message>
        <source>%2 % of the face in %1 is partly transparent, and so will be the new head there; use a photo without transparency if that is not meant.</source>
        <translation>%1 中脸部的 %2 % 是半透明的，新头部在该处也会半透明；如非本意，请使用没有透明部分的照片。</translation>
    </message>
    <message>
        <source>Finding faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>Reading the heads</source>
        <translation>正在读取头部</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>正在测量结果</translation>
    </message>
    <message>
        <source>Preparing photos to learn from</source>
        <translation>正在准备用于学习的照片</translation>
    </message>
    <message>
        <source>The result is partly transparent, which JPEG cannot hold, so it is laid on white; choose PNG, TIFF or WebP to keep that.</source>
        <translation>结果部分透明，而 JPEG 无法保存透明度，因此会置于白色背景上；如需保留，请选择 PNG、TIFF 或 WebP。</translation>
    </message>
    <message>
        <source>Refining the pose</source>
        <translation>正在精修姿态</translation>
    </message>
    <message>
        <source>Mending the head</source>
        <translation>正在修补头部</translation>
    </message>
    <message>
        <source>it holds no still picture</source>
        <translation>其中没有静态图片</translation>
    </message>
    <message>
        <source>its brightness is coded for HDR screens (PQ or HLG)</source>
        <translation>其亮度是为HDR屏幕编码的（PQ或HLG）</translation>
    </message>
    <message>
        <source>no decoder for its pixels is installed</source>
        <translation>没有安装能读取其像素的解码器</translation>
    </message>
    <message>
        <source>not a JPEG, PNG, TIFF, WebP, HEIC or AVIF file</source>
        <translation>不是JPEG、PNG、TIFF、WebP、HEIC或AVIF文件</translation>
    </message>
    <message>
        <source>its folder takes no files</source>
        <translation>其文件夹不能存放文件</translation>
    </message>
    <message>
        <source>%1 (source %2 of %3) leads, since its pose is nearest to the target&apos;s, so most of the head comes from it; let another source lead if that one shows the head better.</source>
        <translation>%1（%3 个来源中的第 %2 个）的姿态最接近目标，因此以它为主，头部大部分取自它；如果另一个来源把头部显示得更好，请以那一个为主。</translation>
    </message>
    <message>
        <source>%1 is softer than the other photo, so it counts little; use a sharper one.</source>
        <translation>%1 比另一张照片更软，因此权重很小；请使用更清晰的照片。</translation>
    </message>
    <message>
        <source>The face in %1 has another shape than in the other photo (%2 % of its width), so it counts little; leave it out if it shows another person.</source>
        <translation>%1 中的脸形与另一张照片不同（相差宽度的 %2 %），因此权重很小；如是他人请去掉。</translation>
    </message>
    <message>
        <source>The head in %1 has %2 % of the size that it gets in the target, so the result looks soft; use a photo that shows it larger.</source>
        <translation>%1 中的头部只有它在目标中所占大小的 %2 %，结果会偏软；请使用头部更大的照片。</translation>
    </message>
    <message>
        <source>Unlike the other photo</source>
        <translation>与另一张照片不同</translation>
    </message>
    <message>
        <source>Head too small</source>
        <translation>头部太小</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far lighter to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>为匹配 %1，头部的肤色会变浅很多；降低“肤色”可保留其原有色调，但脸与颈部会有色差。</translation>
    </message>
    <message>
        <source>The head&apos;s skin becomes far darker to match %1; less skin colour keeps its own tone, but parts face and neck.</source>
        <translation>为匹配 %1，头部的肤色会变深很多；降低“肤色”可保留其原有色调，但脸与颈部会有色差。</translation>
    </message>
</context>
<context>
    <name>Picking</name>
    <message>
        <source>Pick Hair Colour</source>
        <translation>拾取发色</translation>
    </message>
    <message>
        <source>Pick Lip Colour</source>
        <translation>拾取唇色</translation>
    </message>
    <message>
        <source>Pick Skin Colour</source>
        <translation>拾取肤色</translation>
    </message>
    <message>
        <source>Click the colour that the new hair should have</source>
        <translation>点击新头发应有的颜色</translation>
    </message>
    <message>
        <source>Click the colour that the new lips should have</source>
        <translation>点击新嘴唇应有的颜色</translation>
    </message>
    <message>
        <source>Click the skin whose colour the new head should have</source>
        <translation>点击新头部应采用其颜色的皮肤</translation>
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
        <translation>嘴、眼睛和眉毛采用目标表情的程度。</translation>
    </message>
    <message>
        <source>Pose</source>
        <translation>姿态</translation>
    </message>
    <message>
        <source>How far the head turns as the target&apos;s does.</source>
        <translation>头部随目标转动的程度。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转头</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>俯仰</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Size of the head; 100 % fits the target&apos;s face.</source>
        <translation>头部大小；100 % 与目标人脸相符。</translation>
    </message>
    <message>
        <source>Left and right</source>
        <translation>左右</translation>
    </message>
    <message>
        <source>Up and down</source>
        <translation>上下</translation>
    </message>
    <message>
        <source>How much of the pose error measured on the result is corrected.</source>
        <translation>校正结果中所测姿态误差的比例。</translation>
    </message>
    <message>
        <source>How often the pose is measured and corrected; each takes time.</source>
        <translation>测量并校正姿态的次数；每次都需要时间。</translation>
    </message>
    <message>
        <source>Skin colour</source>
        <translation>肤色</translation>
    </message>
    <message>
        <source>How far the skin takes on the colour of the target&apos;s skin.</source>
        <translation>皮肤采用目标肤色的程度。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光线</translation>
    </message>
    <message>
        <source>How far the head is lit from where the target&apos;s head is lit.</source>
        <translation>头部按目标头部的光照方向受光的程度。</translation>
    </message>
    <message>
        <source>Least contrast</source>
        <translation>最小对比度</translation>
    </message>
    <message>
        <source>How flat the shading of the skin may become to match the target&apos;s.</source>
        <translation>为匹配目标，皮肤明暗可变平的程度。</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>最大对比度</translation>
    </message>
    <message>
        <source>How strong the shading of the skin may become to match the target&apos;s.</source>
        <translation>为匹配目标，皮肤明暗可增强的程度。</translation>
    </message>
    <message>
        <source>Tint of hair and eyes</source>
        <translation>头发和眼睛的色调</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the tint of the scene.</source>
        <translation>头发、眼睛和牙齿跟随场景色调的程度。</translation>
    </message>
    <message>
        <source>Brightness of hair and eyes</source>
        <translation>头发和眼睛的亮度</translation>
    </message>
    <message>
        <source>How far hair, eyes and teeth follow the exposure of the scene.</source>
        <translation>头发、眼睛和牙齿跟随场景曝光的程度。</translation>
    </message>
    <message>
        <source>Light on hair</source>
        <translation>头发上的光线</translation>
    </message>
    <message>
        <source>How far the hair follows the direction of the light.</source>
        <translation>头发跟随光线方向的程度。</translation>
    </message>
    <message>
        <source>Picked skin colour</source>
        <translation>拾取的肤色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s skin; pick it with the eyedropper (I).</source>
        <translation>拾取的颜色代替目标肤色的程度；用吸管 (I) 拾取。</translation>
    </message>
    <message>
        <source>Picked red</source>
        <translation>拾取的红色</translation>
    </message>
    <message>
        <source>How red the picked skin colour is.</source>
        <translation>所拾取肤色的红色分量。</translation>
    </message>
    <message>
        <source>Picked green</source>
        <translation>拾取的绿色</translation>
    </message>
    <message>
        <source>How green the picked skin colour is.</source>
        <translation>所拾取肤色的绿色分量。</translation>
    </message>
    <message>
        <source>Picked blue</source>
        <translation>拾取的蓝色</translation>
    </message>
    <message>
        <source>How blue the picked skin colour is.</source>
        <translation>所拾取肤色的蓝色分量。</translation>
    </message>
    <message>
        <source>Softness of the edge</source>
        <translation>边缘柔和度</translation>
    </message>
    <message>
        <source>How soft the head&apos;s edge is against neck and clothing.</source>
        <translation>头部边缘与颈部和衣服交界处的柔和程度。</translation>
    </message>
    <message>
        <source>Shadow under the chin</source>
        <translation>下巴阴影</translation>
    </message>
    <message>
        <source>How far the new chin casts the shadow of the old one.</source>
        <translation>新下巴投射原有阴影的程度。</translation>
    </message>
    <message>
        <source>Reach of fine hair</source>
        <translation>细发范围</translation>
    </message>
    <message>
        <source>How far fine hair may stand out from the head.</source>
        <translation>细发可伸出头部的距离。</translation>
    </message>
    <message>
        <source>Background filled anew</source>
        <translation>重新填充的背景</translation>
    </message>
    <message>
        <source>How far around the old head the background is filled anew.</source>
        <translation>原头部周围重新填充背景的范围。</translation>
    </message>
    <message>
        <source>Clothing filled anew</source>
        <translation>重新填充的衣服</translation>
    </message>
    <message>
        <source>How far around the old head clothing is filled anew.</source>
        <translation>原头部周围重新填充衣服的范围。</translation>
    </message>
    <message>
        <source>Neck filled anew</source>
        <translation>重新填充的颈部</translation>
    </message>
    <message>
        <source>How far below the old chin the neck is filled anew.</source>
        <translation>原下巴以下重新填充颈部的范围。</translation>
    </message>
    <message>
        <source>Removal of fine hair</source>
        <translation>去除细发</translation>
    </message>
    <message>
        <source>How far from the old head fine hair is still removed.</source>
        <translation>距原头部多远仍去除细发。</translation>
    </message>
    <message>
        <source>Continue textures</source>
        <translation>延续纹理</translation>
    </message>
    <message>
        <source>Continues bricks, leaves and patterns behind the old head; takes longer.</source>
        <translation>在原头部后延续砖墙、树叶和图案；耗时更长。</translation>
    </message>
    <message>
        <source>Texture of backgrounds</source>
        <translation>背景纹理</translation>
    </message>
    <message>
        <source>How much detail a background needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>背景需要多少细节才按纹理延续；细节较少则平滑填充。</translation>
    </message>
    <message>
        <source>Texture of clothing</source>
        <translation>衣服纹理</translation>
    </message>
    <message>
        <source>How much detail clothing needs to be continued as a texture; less detail is filled smoothly.</source>
        <translation>衣服需要多少细节才按纹理延续；细节较少则平滑填充。</translation>
    </message>
    <message>
        <source>Grain of fills</source>
        <translation>填充颗粒</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s grain filled parts get.</source>
        <translation>填充部分获得照片颗粒的程度。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>质感</translation>
    </message>
    <message>
        <source>How far the head takes on the target&apos;s softness and grain.</source>
        <translation>头部采用目标柔和度与颗粒的程度。</translation>
    </message>
    <message>
        <source>Clean fine hair</source>
        <translation>清理细发</translation>
    </message>
    <message>
        <source>Takes the source&apos;s background out of fine hair.</source>
        <translation>去除细发中的来源背景。</translation>
    </message>
    <message>
        <source>Largest face</source>
        <translation>最大人脸</translation>
    </message>
    <message>
        <source>Faces with more pixels are worked on reduced: saves memory and time, costs detail.</source>
        <translation>像素更多的人脸将缩小处理：节省内存和时间，但损失细节。</translation>
    </message>
    <message>
        <source>Detail of sources</source>
        <translation>来源细节</translation>
    </message>
    <message>
        <source>How many more pixels than the target&apos;s face a source&apos;s face is worked on with.</source>
        <translation>来源人脸以目标人脸的多少倍像素处理。</translation>
    </message>
    <message>
        <source>View beside the head</source>
        <translation>头部两侧视野</translation>
    </message>
    <message>
        <source>How far to either side hair and shoulders are looked at.</source>
        <translation>向两侧查看头发和肩膀的范围。</translation>
    </message>
    <message>
        <source>View above the head</source>
        <translation>头部上方视野</translation>
    </message>
    <message>
        <source>How far above the face hair is looked at.</source>
        <translation>脸部上方查看头发的范围。</translation>
    </message>
    <message>
        <source>View below the head</source>
        <translation>头部下方视野</translation>
    </message>
    <message>
        <source>How far below the face hair and clothing are looked at.</source>
        <translation>脸部下方查看头发和衣服的范围。</translation>
    </message>
    <message>
        <source>How far the network mends seams, light and fills; none leaves what geometry makes.</source>
        <translation>网络修补接缝、光照和填充的程度；为零则保持几何处理的结果。</translation>
    </message>
    <message>
        <source>How far a network mends what a photo that looks aside leaves stretched or missing.</source>
        <translation>网络在多大程度上修补因照片侧向而拉伸或缺失的部分。</translation>
    </message>
    <message>
        <source>Colours by correlation</source>
        <translation>按相关性取色</translation>
    </message>
    <message>
        <source>Takes the skin&apos;s colours from the places of the target&apos;s face that are like them, instead of from its statistics.</source>
        <translation>从目标人脸上最相似的位置取肤色，而不是用其统计值。</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <translation>发色</translation>
    </message>
    <message>
        <source>How far the hair takes on the colour of the target&apos;s hair, or a picked one; none keeps its own.</source>
        <translation>头发采用目标头发颜色或拾取颜色的程度；为零时保持原色。</translation>
    </message>
    <message>
        <source>Picked hair colour</source>
        <translation>拾取的发色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s hair; pick it with Head &gt; Pick Hair Colour.</source>
        <translation>拾取的颜色代替目标发色的程度；用“头部 &gt; 拾取发色”拾取。</translation>
    </message>
    <message>
        <source>Hair: red</source>
        <translation>头发：红</translation>
    </message>
    <message>
        <source>How red the picked hair colour is.</source>
        <translation>所拾取发色的红色分量。</translation>
    </message>
    <message>
        <source>Hair: green</source>
        <translation>头发：绿</translation>
    </message>
    <message>
        <source>How green the picked hair colour is.</source>
        <translation>所拾取发色的绿色分量。</translation>
    </message>
    <message>
        <source>Hair: blue</source>
        <translation>头发：蓝</translation>
    </message>
    <message>
        <source>How blue the picked hair colour is.</source>
        <translation>所拾取发色的蓝色分量。</translation>
    </message>
    <message>
        <source>Brows follow the hair</source>
        <translation>眉毛跟随头发</translation>
    </message>
    <message>
        <source>How far the brows become lighter or darker with a changed colour of the hair.</source>
        <translation>头发颜色改变时，眉毛随之变亮或变暗的程度。</translation>
    </message>
    <message>
        <source>Lip colour</source>
        <translation>唇色</translation>
    </message>
    <message>
        <source>How far the lips take on the colour of the target&apos;s lips, or a picked one; none lets them follow the skin.</source>
        <translation>嘴唇采用目标唇色或拾取颜色的程度；为零时跟随肤色。</translation>
    </message>
    <message>
        <source>Lips keep their own</source>
        <translation>嘴唇保持原色</translation>
    </message>
    <message>
        <source>How far the lips keep their own colour under the scene&apos;s light instead of following the skin.</source>
        <translation>嘴唇在场景光线下保持自身颜色而不跟随肤色的程度。</translation>
    </message>
    <message>
        <source>Picked lip colour</source>
        <translation>拾取的唇色</translation>
    </message>
    <message>
        <source>How far a picked colour stands in for the target&apos;s lips; pick it with Head &gt; Pick Lip Colour.</source>
        <translation>拾取的颜色代替目标唇色的程度；用“头部 &gt; 拾取唇色”拾取。</translation>
    </message>
    <message>
        <source>Lips: red</source>
        <translation>嘴唇：红</translation>
    </message>
    <message>
        <source>How red the picked lip colour is.</source>
        <translation>所拾取唇色的红色分量。</translation>
    </message>
    <message>
        <source>Lips: green</source>
        <translation>嘴唇：绿</translation>
    </message>
    <message>
        <source>How green the picked lip colour is.</source>
        <translation>所拾取唇色的绿色分量。</translation>
    </message>
    <message>
        <source>Lips: blue</source>
        <translation>嘴唇：蓝</translation>
    </message>
    <message>
        <source>How blue the picked lip colour is.</source>
        <translation>所拾取唇色的蓝色分量。</translation>
    </message>
    <message>
        <source>Seam on the neck</source>
        <translation>颈部接缝</translation>
    </message>
    <message>
        <source>Moves the seam between the new head and the target&apos;s neck: lower, the new head brings its own neck.</source>
        <translation>移动新头部与目标颈部之间的接缝：越低，新头部越多地带上自己的颈部。</translation>
    </message>
    <message>
        <source>Complete the body</source>
        <translation>补全身体</translation>
    </message>
    <message>
        <source>Lets a network say how neck and shoulders go on where the old head&apos;s hair hid them; off: simple rules.</source>
        <translation>由网络决定被原头部头发遮住的颈部和肩部如何延续；关闭则使用简单规则。</translation>
    </message>
    <message>
        <source>Mirrored photo</source>
        <translation>镜像照片</translation>
    </message>
    <message>
        <source>How far the mirrored photo stands in for the side of the head that the photo hides; at 0 that side is stretched.</source>
        <translation>照片中看不到的那一侧头部，用镜像照片补足的程度；为0时该侧会被拉伸。</translation>
    </message>
    <message>
        <source>Turns the head further, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>进一步转动头部：大于 0 转向画面右侧，小于 0 转向左侧。</translation>
    </message>
    <message>
        <source>Lets the head look further up, above 0, or down, below 0.</source>
        <translation>让头部进一步抬起（大于 0）或低下（小于 0）。</translation>
    </message>
    <message>
        <source>Tilts the head further, above 0 clockwise, below 0 the other way.</source>
        <translation>进一步倾斜头部：大于 0 为顺时针，小于 0 为逆时针。</translation>
    </message>
    <message>
        <source>Moves the head, above 0 to the right in the picture, below 0 to the left.</source>
        <translation>移动头部：大于 0 向画面右侧，小于 0 向左侧。</translation>
    </message>
    <message>
        <source>Moves the head, above 0 down, below 0 up.</source>
        <translation>移动头部：大于 0 向下，小于 0 向上。</translation>
    </message>
    <message>
        <source>In settings files: %1</source>
        <translation>在设置文件中：%1</translation>
    </message>
    <message>
        <source>In the command: %1; in settings files: %2</source>
        <translation>在命令中：%1；在设置文件中：%2</translation>
    </message>
    <message>
        <source>Pose refinement</source>
        <translation>姿态精修</translation>
    </message>
    <message>
        <source>Refinement rounds</source>
        <translation>精修次数</translation>
    </message>
    <message>
        <source>Head mending</source>
        <translation>头部修补</translation>
    </message>
    <message>
        <source>Seam mending</source>
        <translation>接缝修补</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Puts a person&apos;s head on another photo&apos;s body. Of several photos the last is the target, the others show the head.</source>
        <translation>将一个人的头部放到另一张照片的身体上。多张照片中最后一张为目标，其余显示头部。</translation>
    </message>
    <message>
        <source>Where to compute: auto, cpu, cuda or cuda:N.</source>
        <translation>在何处计算：auto、cpu、cuda 或 cuda:N。</translation>
    </message>
    <message>
        <source>Play the steps of a script on the window, print how long people would have waited, and leave.</source>
        <translation>在窗口中执行脚本的各个步骤，打印需要等待的时间，然后退出。</translation>
    </message>
    <message>
        <source>Write what was measured to this file, too.</source>
        <translation>同时把测量结果写入此文件。</translation>
    </message>
    <message>
        <source>Photos, or a project, to open.</source>
        <translation>要打开的照片或项目。</translation>
    </message>
</context>
<context>
    <name>Views</name>
    <message>
        <source>Press Swap to see it here</source>
        <translation>按“换头”即可在此查看</translation>
    </message>
    <message>
        <source>Add a photo of the head that belongs here</source>
        <translation>添加要放到这里的头部照片</translation>
    </message>
    <message>
        <source>Switch a source on to swap</source>
        <translation>启用一个来源以换头</translation>
    </message>
    <message>
        <source>Switch this source on and swap to see its masks</source>
        <translation>启用此来源并换头以查看其蒙版</translation>
    </message>
    <message>
        <source>To change them, paint on the masks of a source</source>
        <translation>如需更改，请在来源的蒙版上绘制</translation>
    </message>
    <message>
        <source>Click the face that gets the new head</source>
        <translation>点击要换上新头部的人脸</translation>
    </message>
    <message>
        <source>Covered by the person</source>
        <translation>人物覆盖处</translation>
    </message>
    <message>
        <source>Making the result…</source>
        <translation>正在生成结果…</translation>
    </message>
    <message>
        <source>As it was saved. The result is being made anew…</source>
        <translation>保存时的样子。正在重新生成结果…</translation>
    </message>
    <message>
        <source>As it was saved. Press Swap to make the result anew</source>
        <translation>保存时的样子。按“换头”重新生成结果</translation>
    </message>
    <message>
        <source>No face was found in this photo</source>
        <translation>这张照片中未找到人脸</translation>
    </message>
    <message>
        <source>The swap failed. The reason stands above Swap; mend that and press it again</source>
        <translation>换头失败。原因显示在“换头”上方；请解决后再次按下</translation>
    </message>
</context>
<context>
    <name>heser::AboutDialog</name>
    <message>
        <source>About HeSer Studio</source>
        <translation>关于 HeSer Studio</translation>
    </message>
    <message>
        <source>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;Puts a person&apos;s head, hair and all, on another photo&apos;s body, after “Few-Shot Head Swapping in the Wild” (arXiv 2204.13100).&lt;/p&gt;&lt;p&gt;Pictures that it writes say of themselves that they are composites. Swap heads only of people who agree. No photo leaves your machine.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;HeSer Studio %1&lt;/h3&gt;&lt;p&gt;将一个人的头部连同头发放到另一张照片的身体上，方法见“Few-Shot Head Swapping in the Wild”(arXiv 2204.13100)。&lt;/p&gt;&lt;p&gt;所写出的图片会自我声明为合成图片。请仅在当事人同意的情况下换头。照片不会离开您的电脑。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Apache License 2.0 · Qt %1 · OpenCV %2</source>
        <translation>Apache 许可证 2.0 · Qt %1 · OpenCV %2</translation>
    </message>
    <message>
        <source>Third-party notices</source>
        <translation>第三方声明</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
</context>
<context>
    <name>heser::BatchDialog</name>
    <message>
        <source>Drop photos or folders here that get the head, or add them with the buttons above</source>
        <translation>将要换头的照片或文件夹拖放到此，或用上方按钮添加</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批处理</translation>
    </message>
    <message>
        <source>Add &amp;Photos…</source>
        <translation>添加照片(&amp;P)…</translation>
    </message>
    <message>
        <source>Add photos that get the head</source>
        <translation>添加要换头的照片</translation>
    </message>
    <message>
        <source>Add &amp;Folder…</source>
        <translation>添加文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Add all photos of a folder</source>
        <translation>添加文件夹中的所有照片</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>Take the chosen photos out of the queue; files stay (Delete)</source>
        <translation>将所选照片移出队列；文件保留（Delete）</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Do what failed or was cancelled again</source>
        <translation>重做失败或已取消的项目</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Photos that get the head. Return opens a result, Delete removes a photo from the queue.</source>
        <translation>要换头的照片。回车键打开结果，Delete 键将照片移出队列。</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>结果文件夹</translation>
    </message>
    <message>
        <source>Where the pictures go; it is made if it is not there</source>
        <translation>图片的存放位置；不存在时会创建</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>Choose the folder for the results</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Name of the files</source>
        <translation>文件名称</translation>
    </message>
    <message>
        <source>%1 stands for the target&apos;s name, %2 for its place in the queue</source>
        <translation>%1 代表目标的名称，%2 代表它在队列中的位置</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>改用其他名称</translation>
    </message>
    <message>
        <source>Keep it, do not swap again</source>
        <translation>保留，不再换头</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>If the file is there</source>
        <translation>若文件已存在</translation>
    </message>
    <message>
        <source>What becomes of a file that has the name already; the photos themselves are never replaced</source>
        <translation>同名文件的处理方式；照片本身绝不会被替换</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>批处理进度</translation>
    </message>
    <message>
        <source>State of the batch</source>
        <translation>批处理状态</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Put the head on every target that waits</source>
        <translation>将头部放到每个等待中的目标上</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>取消(&amp;N)</translation>
    </message>
    <message>
        <source>Stop at once; pictures that are done stay</source>
        <translation>立即停止；已完成的图片保留</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this dialog; a batch that is on goes on</source>
        <translation>关闭此窗口；正在进行的批处理会继续</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 个失败</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n 个已取消</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; waits while the window&apos;s own swap is on</source>
        <translation>%1；窗口自身换头时等待</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>正在查找照片…</translation>
    </message>
    <message>
        <source>Add a source in the window first.</source>
        <translation>请先在窗口中添加来源。</translation>
    </message>
    <message>
        <source>Add the photos that get the head.</source>
        <translation>请添加要换头的照片。</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>请选择结果文件夹。</translation>
    </message>
    <message>
        <source>Give the files a name without / \ : * ? &quot; &lt; &gt; |</source>
        <translation>请给文件一个不含 / \ : * ? &quot; &lt; &gt; | 的名称</translation>
    </message>
    <message>
        <source>Open Result</source>
        <translation>打开结果</translation>
    </message>
    <message>
        <source>Open Its Folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Open as the Window&apos;s Target</source>
        <translation>作为窗口的目标打开</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Give the files a name.</source>
        <translation>请为文件命名。</translation>
    </message>
    <message>
        <source>Give the files a name that neither begins nor ends with a dot.</source>
        <translation>文件名不能以句点开头或结尾。</translation>
    </message>
    <message>
        <source>&amp;If it exists</source>
        <translation>若已存在(&amp;I)</translation>
    </message>
    <message>
        <source>Every target gets the head of the window&apos;s sources, with its settings as they are when the batch starts. What was painted on the window&apos;s target, colours picked there and moves of the head by hand belong to that photo alone and are left out.</source>
        <translation>每个目标都会以批处理开始时的设置换上窗口中来源的头部。在窗口的目标上绘制的内容、在那里吸取的颜色以及手动对头部的移动只属于那张照片，不会带过来。</translation>
    </message>
    <message>
        <source>The folder %1 holds no photos; folders inside it are not looked into.</source>
        <translation>文件夹 %1 中没有照片；不会查找其中的子文件夹。</translation>
    </message>
    <message>
        <source>Save resu&amp;lts in</source>
        <translation>结果保存到(&amp;L)</translation>
    </message>
    <message>
        <source>File &amp;name</source>
        <translation>文件名(&amp;N)</translation>
    </message>
</context>
<context>
    <name>heser::BatchList</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>%1 was there already and was kept</source>
        <translation>%1 已存在，已保留</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>heser::CanvasView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Shows the chosen view. Plus and minus zoom, arrow keys move, 0 fits the picture.</source>
        <translation>显示所选视图。加减键缩放，方向键移动，0 适合窗口。</translation>
    </message>
</context>
<context>
    <name>heser::DropOverlay</name>
    <message>
        <source>Drop here: photos of the head</source>
        <translation>拖放到此：头部照片</translation>
    </message>
    <message>
        <source>Drop here: the photo that gets the head</source>
        <translation>拖放到此：要换头的照片</translation>
    </message>
</context>
<context>
    <name>heser::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>The file says of itself that it is a composite.</source>
        <translation>文件自身会声明它是合成图片。</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The result is older than the last change: it does not show what you did since.</source>
        <translation>结果早于最近一次更改，没有反映您之后所做的操作。</translation>
    </message>
    <message>
        <source>The file is written by itself when the new result is ready; you can work on meanwhile</source>
        <translation>新结果完成后会自动写入文件，其间您可以继续工作</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>Wait for the &amp;new result and export that</source>
        <translation>等待新结果并导出它(&amp;N)</translation>
    </message>
    <message>
        <source>The swap failed, and the result does not show what you did since. %1</source>
        <translation>换头失败，结果没有反映您之后所做的操作。%1</translation>
    </message>
</context>
<context>
    <name>heser::ExportForm</name>
    <message>
        <source>&amp;Whole picture</source>
        <translation>整幅图片(&amp;W)</translation>
    </message>
    <message>
        <source>The target with the new head</source>
        <translation>带新头部的目标</translation>
    </message>
    <message>
        <source>&amp;Head alone</source>
        <translation>仅头部(&amp;H)</translation>
    </message>
    <message>
        <source>The new head on a transparent ground, at its place in the picture</source>
        <translation>透明背景上的新头部，位于图片中的原位置</translation>
    </message>
    <message>
        <source>PNG, exact</source>
        <translation>PNG，无损</translation>
    </message>
    <message>
        <source>JPEG, small</source>
        <translation>JPEG，小文件</translation>
    </message>
    <message>
        <source>TIFF, exact, for print and editing</source>
        <translation>TIFF，无损，用于印刷和编辑</translation>
    </message>
    <message>
        <source>WebP, for the web</source>
        <translation>WebP，用于网页</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>E&amp;xact</source>
        <translation>无损(&amp;X)</translation>
    </message>
    <message>
        <source>Keeps every pixel as it is; the file is larger</source>
        <translation>保持每个像素不变；文件较大</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>位深度</translation>
    </message>
    <message>
        <source>How finely colours are stored; 16 bits leave more room for editing</source>
        <translation>颜色存储的精细程度；16 位为编辑留下更多余地</translation>
    </message>
    <message>
        <source>Keep all of the target&apos;s</source>
        <translation>保留目标的全部</translation>
    </message>
    <message>
        <source>Keep, without place and serial numbers</source>
        <translation>保留，去除位置和序列号</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>不保留</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>What the file says of camera, time and place; the colour profile is always kept</source>
        <translation>文件中关于相机、时间和地点的信息；颜色配置文件始终保留</translation>
    </message>
    <message>
        <source>&amp;Settings in a file beside it</source>
        <translation>在旁边文件中保存设置(&amp;S)</translation>
    </message>
    <message>
        <source>Writes every setting to a .settings.json file, so that the swap can be repeated</source>
        <translation>将所有设置写入 .settings.json 文件，以便重复此次换头</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>How much fine detail the file keeps</source>
        <translation>文件保留细节的程度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>质量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Bit depth</source>
        <translation>位深度(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Metadata</source>
        <translation>元数据(&amp;M)</translation>
    </message>
    <message>
        <source>As the target</source>
        <translation>与目标相同</translation>
    </message>
    <message>
        <source>As the target: %1 bits</source>
        <translation>与目标相同：%1 位</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
</context>
<context>
    <name>heser::MainWindow</name>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Progress of the swap</source>
        <translation>换头进度</translation>
    </message>
    <message>
        <source>Working on files…</source>
        <translation>正在处理文件…</translation>
    </message>
    <message>
        <source>Save the project before leaving?</source>
        <translation>退出前保存项目吗？</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Done in %1 s</source>
        <translation>用时 %1 秒</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>Open Photos of the Head</source>
        <translation>打开头部照片</translation>
    </message>
    <message>
        <source>Open the Photo That Gets the Head</source>
        <translation>打开要换头的照片</translation>
    </message>
    <message>
        <source>The clipboard holds no picture; copy one and paste again.</source>
        <translation>剪贴板中没有图片；请复制一张再粘贴。</translation>
    </message>
    <message>
        <source>Add &amp;Sources…</source>
        <translation>添加来源(&amp;S)…</translation>
    </message>
    <message>
        <source>Add photos of the head</source>
        <translation>添加头部照片</translation>
    </message>
    <message>
        <source>Open &amp;Target…</source>
        <translation>打开目标(&amp;T)…</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>打开要换头的照片</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>Save the finished picture</source>
        <translation>保存完成的图片</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Paste a picture as source, or as target if that has the keyboard</source>
        <translation>将图片粘贴为来源；若目标拥有焦点则粘贴为目标</translation>
    </message>
    <message>
        <source>Paste as &amp;Target</source>
        <translation>粘贴为目标(&amp;T)</translation>
    </message>
    <message>
        <source>Paste a picture as target</source>
        <translation>将图片粘贴为目标</translation>
    </message>
    <message>
        <source>E&amp;xchange Source and Target</source>
        <translation>互换来源与目标(&amp;X)</translation>
    </message>
    <message>
        <source>Put the head the other way round</source>
        <translation>反过来换头</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>换头(&amp;W)</translation>
    </message>
    <message>
        <source>Put the sources&apos; head on the target</source>
        <translation>将来源的头部放到目标上</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Stop the swap</source>
        <translation>停止换头</translation>
    </message>
    <message>
        <source>Update after every change</source>
        <translation>每次更改后更新</translation>
    </message>
    <message>
        <source>Swap again by itself when something was changed</source>
        <translation>有更改时自动重新换头</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>首选项(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Head</source>
        <translation>头部(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Paint</source>
        <translation>绘制(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About HeSer Studio</source>
        <translation>关于 HeSer Studio(&amp;A)</translation>
    </message>
    <message>
        <source>%1 head</source>
        <translation>%1 头部</translation>
    </message>
    <message>
        <source>%1 swapped</source>
        <translation>%1 换头</translation>
    </message>
    <message>
        <source>Export the Finished Picture</source>
        <translation>导出完成的图片</translation>
    </message>
    <message>
        <source>&amp;Move the Head</source>
        <translation>移动头部(&amp;M)</translation>
    </message>
    <message>
        <source>Move, size, tilt and turn the head on the picture</source>
        <translation>在图片上移动、缩放、倾斜和转动头部</translation>
    </message>
    <message>
        <source>&amp;Pick Skin Colour</source>
        <translation>拾取肤色(&amp;P)</translation>
    </message>
    <message>
        <source>Click the target where the skin has the colour that the new head should have</source>
        <translation>在目标上点击具有新头部应有肤色的位置</translation>
    </message>
    <message>
        <source>Move Head</source>
        <translation>移动头部</translation>
    </message>
    <message>
        <source>Drag to move, a corner to size, the knob to tilt, with Shift to turn</source>
        <translation>拖动可移动，拖角可缩放，拖圆点可倾斜，按住 Shift 可转头</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>&amp;Open Project…</source>
        <translation>打开项目(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a saved project</source>
        <translation>打开已保存的项目</translation>
    </message>
    <message>
        <source>&amp;Save Project</source>
        <translation>保存项目(&amp;S)</translation>
    </message>
    <message>
        <source>Save photos, settings and edits in one file</source>
        <translation>将照片、设置和编辑保存在一个文件中</translation>
    </message>
    <message>
        <source>Save Project &amp;As…</source>
        <translation>项目另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>以其他名称保存项目</translation>
    </message>
    <message>
        <source>Save the project before starting anew?</source>
        <translation>重新开始前保存项目吗？</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>打开最近项目(&amp;R)</translation>
    </message>
    <message>
        <source>No projects yet</source>
        <translation>还没有项目</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>HeSer Studio ended unexpectedly. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio 意外退出。%1 未保存的工作已保留。</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>What was changed since the last save is lost otherwise.</source>
        <translation>否则上次保存后的更改将丢失。</translation>
    </message>
    <message>
        <source>Save the project before opening another?</source>
        <translation>打开其他项目前保存当前项目吗？</translation>
    </message>
    <message>
        <source>Open a Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Save the Project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save the project before restoring the unsaved work?</source>
        <translation>在恢复未保存的工作之前保存项目吗？</translation>
    </message>
    <message>
        <source>Click the place to copy from, then paint</source>
        <translation>点击要复制的位置，然后绘制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Do Not Save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sh&amp;ortcuts…</source>
        <translation>快捷键(&amp;O)…</translation>
    </message>
    <message>
        <source>Pick H&amp;air Colour</source>
        <translation>拾取发色(&amp;A)</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new hair should have</source>
        <translation>在目标上点击具有新头发应有颜色的位置</translation>
    </message>
    <message>
        <source>Pick &amp;Lip Colour</source>
        <translation>拾取唇色(&amp;L)</translation>
    </message>
    <message>
        <source>Click the target where something has the colour that the new lips should have</source>
        <translation>在目标上点击具有新嘴唇应有颜色的位置</translation>
    </message>
    <message>
        <source>&amp;Batch…</source>
        <translation>批处理(&amp;B)…</translation>
    </message>
    <message>
        <source>Put the head on many targets</source>
        <translation>将头部放到多个目标上</translation>
    </message>
    <message>
        <source>Open the Photos That Get the Head</source>
        <translation>打开要换头的照片</translation>
    </message>
    <message>
        <source>Choose a Folder of Photos That Get the Head</source>
        <translation>选择要换头的照片所在的文件夹</translation>
    </message>
    <message>
        <source>Choose the Folder for the Results</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Leave although the batch is not finished?</source>
        <translation>批处理尚未完成，仍要退出吗？</translation>
    </message>
    <message>
        <source>Pictures that are done stay.</source>
        <translation>已完成的图片会保留。</translation>
    </message>
    <message>
        <source>Stop It and Leave</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>The photo shows no edge there, so the mask stays as it is.</source>
        <translation>照片在该处没有边缘，因此蒙版保持不变。</translation>
    </message>
    <message>
        <source>%1 was changed by another program since it was opened or saved here. Replace it?</source>
        <translation>自在此处打开或保存以来，%1已被其他程序更改。要替换它吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>The other sources are switched off: they show another head.</source>
        <translation>其他来源显示的是另一个头部，已停用。</translation>
    </message>
    <message>
        <source>It is written as soon as the new result is ready.</source>
        <translation>新结果完成后会立即写入。</translation>
    </message>
    <message>
        <source>You can paint as soon as the masks are made…</source>
        <translation>蒙版生成后即可绘制…</translation>
    </message>
    <message>
        <source>What you clicked does not look like skin; the new head takes its colour all the same. Undo takes it back.</source>
        <translation>点击的位置看起来不像皮肤；新头部仍会采用它的颜色。可用“撤销”还原。</translation>
    </message>
    <message>
        <source>Discard changes and open the saved version?</source>
        <translation>放弃更改并打开已保存的版本？</translation>
    </message>
    <message>
        <source>%1 is open with changes since it was saved.</source>
        <translation>%1 已打开，并且保存后有更改。</translation>
    </message>
    <message>
        <source>Discard Changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>%1 could not be read as a whole. What is missing here is lost for good if the file is replaced. Replace it?</source>
        <translation>%1 未能完整读取。如果替换该文件，此处缺失的内容将永久丢失。要替换吗？</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在。要替换吗？</translation>
    </message>
    <message>
        <source>Go on although the picture is not exported yet?</source>
        <translation>图片尚未导出，仍要继续吗？</translation>
    </message>
    <message>
        <source>Go On Without It</source>
        <translation>不导出并继续</translation>
    </message>
    <message>
        <source>HeSer Studio was told to end, as at a logout. Unsaved work of %1 was kept.</source>
        <translation>HeSer Studio 收到了退出的要求（例如注销时）。%1 未保存的工作已保留。</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图像尺寸</translation>
    </message>
</context>
<context>
    <name>heser::MaskPanel</name>
    <message>
        <source>Colours over the picture</source>
        <translation>图片上的颜色</translation>
    </message>
    <message>
        <source>Opacity of the colours</source>
        <translation>颜色的不透明度</translation>
    </message>
    <message>
        <source>How far the colours cover the picture</source>
        <translation>颜色覆盖图片的程度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Show or hide this class</source>
        <translation>显示或隐藏此类别</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>Show or hide what the colours mean</source>
        <translation>显示或隐藏颜色的含义</translation>
    </message>
</context>
<context>
    <name>heser::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>heser::PaintBar</name>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Width of the brush in pixels of the photo ([ and ])</source>
        <translation>画笔宽度，以照片像素计（[ 和 ]）</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>硬度</translation>
    </message>
    <message>
        <source>How sharp the edge of the brush is</source>
        <translation>画笔边缘的锐利程度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>How strongly a stroke works</source>
        <translation>笔画的强度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>Pen Pressure</source>
        <translation>笔压</translation>
    </message>
    <message>
        <source>Move the Picture</source>
        <translation>移动图片</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Smaller Brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger Brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Exchange Classes</source>
        <translation>互换类别</translation>
    </message>
    <message>
        <source>Take Back All Painting Here</source>
        <translation>撤回此处所有绘制</translation>
    </message>
    <message>
        <source>Takes back everything that was painted on this layer</source>
        <translation>撤回此图层上的所有绘制</translation>
    </message>
    <message>
        <source>&amp;Edge</source>
        <translation>边缘(&amp;E)</translation>
    </message>
    <message>
        <source>Grow, shrink or soften what is painted on</source>
        <translation>扩大、收缩或柔化所绘对象</translation>
    </message>
    <message>
        <source>&amp;Grow</source>
        <translation>扩大(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Shrink</source>
        <translation>收缩(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Feather</source>
        <translation>羽化(&amp;F)</translation>
    </message>
    <message>
        <source>Width of the edge</source>
        <translation>边缘宽度</translation>
    </message>
    <message>
        <source>By how many pixels of the photo the edge moves or softens</source>
        <translation>边缘移动或柔化的照片像素数</translation>
    </message>
    <message>
        <source>By</source>
        <translation>按</translation>
    </message>
    <message>
        <source>&amp;Size of the Brush</source>
        <translation>画笔大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Strength of the Stroke</source>
        <translation>笔画强度(&amp;S)</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Class to paint</source>
        <translation>要绘制的类别</translation>
    </message>
    <message>
        <source>What the painted pixels are (X goes back to the class before)</source>
        <translation>所绘像素的类别（X 返回前一类别）</translation>
    </message>
    <message>
        <source>&amp;Smooth</source>
        <translation>平滑(&amp;S)</translation>
    </message>
    <message>
        <source>Drag the picture; hold Space to do so with any tool</source>
        <translation>拖动图片；按住空格可在任何工具下拖动</translation>
    </message>
    <message>
        <source>Paint the chosen class</source>
        <translation>绘制所选类别</translation>
    </message>
    <message>
        <source>Add to the blend region: shows the new head, or fills anew beside it</source>
        <translation>添加到融合区域：显示新头部，或在其旁重新填充</translation>
    </message>
    <message>
        <source>Paint background: takes it out of the head</source>
        <translation>绘制背景：将其从头部去除</translation>
    </message>
    <message>
        <source>Take from the blend region: shows the target itself</source>
        <translation>从融合区域去除：显示目标本身</translation>
    </message>
    <message>
        <source>Take back what was painted</source>
        <translation>撤回所绘内容</translation>
    </message>
    <message>
        <source>Paint all of an outline with the chosen class: draw it, or click its corners</source>
        <translation>用所选类别绘制整个轮廓：画出轮廓或点击各角</translation>
    </message>
    <message>
        <source>Add all of an outline to the blend region: draw it, or click its corners</source>
        <translation>将整个轮廓添加到融合区域：画出轮廓或点击各角</translation>
    </message>
    <message>
        <source>Give a connected piece the chosen class</source>
        <translation>将所选类别赋予相连区块</translation>
    </message>
    <message>
        <source>Add a hole to the blend region, or take a connected piece away</source>
        <translation>将空洞加入融合区域，或去除相连区块</translation>
    </message>
    <message>
        <source>Clone: copy from the place that Control and a click set</source>
        <translation>仿制：从按住 Ctrl 点击的位置复制</translation>
    </message>
    <message>
        <source>The background is cloned, not erased</source>
        <translation>背景只能仿制，不能擦除</translation>
    </message>
    <message>
        <source>Clone all of an outline: draw it, or click its corners</source>
        <translation>仿制整个轮廓：画出轮廓或点击各个角</translation>
    </message>
    <message>
        <source>The background is cloned, not filled</source>
        <translation>背景只能仿制，不能填充</translation>
    </message>
    <message>
        <source>S&amp;nap to Edges</source>
        <translation>贴合边缘(&amp;N)</translation>
    </message>
    <message>
        <source>Moves the border of the last stroke to the edges in the photo, such as those of hair; without a stroke before, the border of the whole class</source>
        <translation>将上一笔的边界移到照片中的边缘（例如头发的边缘）；之前没有笔画时，移动整个类别的边界</translation>
    </message>
    <message>
        <source>Snap &amp;Every Stroke</source>
        <translation>每一笔都贴合(&amp;E)</translation>
    </message>
    <message>
        <source>Strokes go to the edges in the photo by themselves: paint roughly along the hair</source>
        <translation>笔画会自动贴合照片中的边缘：沿着头发大致涂抹即可</translation>
    </message>
    <message>
        <source>Matte</source>
        <translation>蒙罩</translation>
    </message>
    <message>
        <source>How far the person covers each pixel: paint fine hair softly</source>
        <translation>人物覆盖每个像素的程度：细发请柔和地绘制</translation>
    </message>
    <message>
        <source>Cover: what is painted belongs to the person, as far as opacity says</source>
        <translation>覆盖：按不透明度，所绘部分属于人物</translation>
    </message>
    <message>
        <source>Uncover: what is behind the person shows through</source>
        <translation>露出：人物后面的内容透出来</translation>
    </message>
    <message>
        <source>Cover all of an outline: draw it, or click its corners</source>
        <translation>覆盖整个轮廓：画出轮廓或点击各角</translation>
    </message>
    <message>
        <source>The matte is painted, not filled</source>
        <translation>蒙罩只能绘制，不能填充</translation>
    </message>
    <message>
        <source>Brush Settings</source>
        <translation>画笔设置</translation>
    </message>
    <message>
        <source>Hardness and opacity of the brush, and what the pressure of a pen does</source>
        <translation>画笔的硬度和不透明度，以及压感笔压力的作用</translation>
    </message>
    <message>
        <source>Masks, blend region and background fill can be painted on: choose one of their views</source>
        <translation>可以在蒙版、融合区域和背景填充上绘制：请选择其中一个视图</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <source>Ready as soon as the masks are made; choose it now if you like</source>
        <translation>蒙版生成后即可使用，现在就可以选择</translation>
    </message>
</context>
<context>
    <name>heser::PaintDesk</name>
    <message>
        <source>Fill Mask</source>
        <translation>填充蒙版</translation>
    </message>
    <message>
        <source>Fill Blend Region</source>
        <translation>填充融合区域</translation>
    </message>
    <message>
        <source>Take Back Painting</source>
        <translation>撤回绘制</translation>
    </message>
    <message>
        <source>Take from Blend Region</source>
        <translation>从融合区域去除</translation>
    </message>
    <message>
        <source>Erase Mask</source>
        <translation>擦除蒙版</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Add to Blend Region</source>
        <translation>添加到融合区域</translation>
    </message>
    <message>
        <source>Paint Mask</source>
        <translation>绘制蒙版</translation>
    </message>
    <message>
        <source>Grow Blend Region</source>
        <translation>扩大融合区域</translation>
    </message>
    <message>
        <source>Grow Mask</source>
        <translation>扩大蒙版</translation>
    </message>
    <message>
        <source>Shrink Blend Region</source>
        <translation>收缩融合区域</translation>
    </message>
    <message>
        <source>Shrink Mask</source>
        <translation>收缩蒙版</translation>
    </message>
    <message>
        <source>Feather Blend Region</source>
        <translation>羽化融合区域</translation>
    </message>
    <message>
        <source>Smooth Mask</source>
        <translation>平滑蒙版</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>仿制</translation>
    </message>
    <message>
        <source>Snap Mask to Edges</source>
        <translation>蒙版贴合边缘</translation>
    </message>
    <message>
        <source>Erase Matte</source>
        <translation>擦除蒙罩</translation>
    </message>
    <message>
        <source>Paint Matte</source>
        <translation>绘制蒙罩</translation>
    </message>
    <message>
        <source>Grow Matte</source>
        <translation>扩大蒙罩</translation>
    </message>
    <message>
        <source>Shrink Matte</source>
        <translation>收缩蒙罩</translation>
    </message>
    <message>
        <source>Feather Matte</source>
        <translation>羽化蒙罩</translation>
    </message>
</context>
<context>
    <name>heser::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>首选项</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>The language of all texts</source>
        <translation>所有文字的语言</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>Light or dark windows</source>
        <translation>浅色或深色窗口</translation>
    </message>
    <message>
        <source>&amp;Device</source>
        <translation>设备(&amp;D)</translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation>网络运行的位置</translation>
    </message>
    <message>
        <source>GPU if there is one, else the processor</source>
        <translation>有 GPU 则用 GPU，否则用处理器</translation>
    </message>
    <message>
        <source>&amp;Processor threads</source>
        <translation>处理器线程(&amp;P)</translation>
    </message>
    <message>
        <source>How many cores the networks use, from the next start on</source>
        <translation>网络使用的核心数，下次启动起生效</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>所有核心</translation>
    </message>
    <message>
        <source>&amp;Unsaved work is kept every</source>
        <translation>未保存工作的保留间隔(&amp;U)</translation>
    </message>
    <message>
        <source>After so long at most a copy for recovery is made</source>
        <translation>最多间隔此时间制作一份恢复副本</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>&amp;Memory for undo</source>
        <translation>撤销所用内存(&amp;M)</translation>
    </message>
    <message>
        <source>When the history holds more, its oldest steps cannot be undone any more</source>
        <translation>历史记录超出后，最早的步骤将无法再撤销</translation>
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
        <translation>请先添加来源和目标。</translation>
    </message>
    <message>
        <source>Add the target first.</source>
        <translation>请先添加目标。</translation>
    </message>
    <message>
        <source>Add a source first.</source>
        <translation>请先添加来源。</translation>
    </message>
    <message>
        <source>All sources are switched off.</source>
        <translation>所有来源都已停用。</translation>
    </message>
    <message>
        <source>The result is older than the last change. Swap again to bring it up to date.</source>
        <translation>结果早于最近的更改。请重新换头以更新。</translation>
    </message>
    <message>
        <source>The swap failed. %1</source>
        <translation>换头失败。%1</translation>
    </message>
</context>
<context>
    <name>heser::SettingRow</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>重置：%1</translation>
    </message>
    <message>
        <source>In percent of the face&apos;s size.</source>
        <translation>以面部大小的百分比表示。</translation>
    </message>
</context>
<context>
    <name>heser::SettingsPanel</name>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>细节</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More settings: %1</source>
        <translation>更多设置：%1</translation>
    </message>
    <message>
        <source>Reset these settings</source>
        <translation>重置这些设置</translation>
    </message>
    <message>
        <source>Reset settings: %1</source>
        <translation>重置设置：%1</translation>
    </message>
</context>
<context>
    <name>heser::ShortcutsDialog</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the keys that the chosen command should have</source>
        <translation>按下要分配给所选命令的按键</translation>
    </message>
    <message>
        <source>&amp;Usual Keys</source>
        <translation>默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>Gives the chosen command the keys that it came with</source>
        <translation>将所选命令恢复为原来的按键</translation>
    </message>
    <message>
        <source>&amp;No Keys</source>
        <translation>无按键(&amp;N)</translation>
    </message>
    <message>
        <source>Takes the keys from the chosen command</source>
        <translation>取消所选命令的按键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Reset All</source>
        <translation>全部恢复(&amp;R)</translation>
    </message>
    <message>
        <source>%1 had these keys and has lost them.</source>
        <translation>%1 原来使用这些按键，现已取消。</translation>
    </message>
</context>
<context>
    <name>heser::SourceDelegate</name>
    <message>
        <source>Use or leave out this source (Space)</source>
        <translation>启用或停用此来源（空格）</translation>
    </message>
    <message>
        <source>Remove this source (Delete)</source>
        <translation>移除此来源（Delete）</translation>
    </message>
    <message>
        <source>Choose the face</source>
        <translation>选择人脸</translation>
    </message>
</context>
<context>
    <name>heser::SourcesModel</name>
    <message>
        <source>No face found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>正在查找人脸…</translation>
    </message>
    <message>
        <source>Counts %1 %</source>
        <translation>权重 %1 %</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>人脸 %1 / %2</translation>
    </message>
    <message>
        <source>Face cut off</source>
        <translation>脸部被截断</translation>
    </message>
    <message>
        <source>This photo is off; it leads, as you chose, as soon as it is on again.</source>
        <translation>此照片已关闭；重新打开后，按您的指定以它为主。</translation>
    </message>
    <message>
        <source>This photo leads, as you chose: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>按您的指定，以这张照片为主：嘴、眼睛和眼镜取自它，除非另一张照片拍得更清楚。</translation>
    </message>
    <message>
        <source>This photo leads, since its pose is nearest to the target&apos;s: mouth, eyes and glasses come from it unless another photo shows them better.</source>
        <translation>以这张照片为主，因为它的姿势与目标最接近：嘴、眼睛和眼镜取自它，除非另一张照片拍得更清楚。</translation>
    </message>
</context>
<context>
    <name>heser::SourcesStrip</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Photos that give the head. Space switches one on or off, Delete removes it, Control with the arrow keys moves it.</source>
        <translation>提供头部的照片。空格启用或停用，Delete 移除，Ctrl 加方向键移动。</translation>
    </message>
    <message>
        <source>Drop photos of the head here, or click to open them</source>
        <translation>将头部照片拖放到此，或点击打开</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How much this photo counts among several</source>
        <translation>此照片在多张中的权重</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>选择人脸</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Leave Out</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Lead with This Photo</source>
        <translation>以这张照片为主</translation>
    </message>
    <message>
        <source>Choose the Leading Photo Automatically</source>
        <translation>自动选择主照片</translation>
    </message>
</context>
<context>
    <name>heser::StartPage</name>
    <message>
        <source>Put a head on another body</source>
        <translation>将头部放到另一个身体上</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>One or more photos of the person whose head is wanted. A photo that looks the same way as the target is best.</source>
        <translation>一张或多张所需头部人物的照片。与目标朝向相同的照片最佳。</translation>
    </message>
    <message>
        <source>Open Sources…</source>
        <translation>打开来源…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The photo that gets the head.</source>
        <translation>要换头的照片。</translation>
    </message>
    <message>
        <source>Open Target…</source>
        <translation>打开目标…</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>换头</translation>
    </message>
    <message>
        <source>Then adjust expression, pose, colour and light, and export.</source>
        <translation>然后调整表情、姿态、颜色和光线，并导出。</translation>
    </message>
    <message>
        <source>You can also drop photos here or paste them.</source>
        <translation>也可以将照片拖放到此或粘贴。</translation>
    </message>
    <message>
        <source>Try It with Sample Photos</source>
        <translation>用示例照片试试</translation>
    </message>
    <message>
        <source>Opens two portraits in the public domain</source>
        <translation>打开两张公有领域的肖像</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Add Sources…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Use photos whose people agreed to it, or could not be harmed or deceived by it, and do not pass results off as real. No photo leaves your computer.</source>
        <translation>请使用当事人已同意、或不会伤害或欺骗任何人的照片，不要把结果当作真实照片。任何照片都不会离开您的电脑。</translation>
    </message>
</context>
<context>
    <name>heser::SwapDocument</name>
    <message>
        <source>Add Source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Remove Source</source>
        <translation>移除来源</translation>
    </message>
    <message>
        <source>Move Source</source>
        <translation>移动来源</translation>
    </message>
    <message>
        <source>Switch Source On</source>
        <translation>启用来源</translation>
    </message>
    <message>
        <source>Switch Source Off</source>
        <translation>停用来源</translation>
    </message>
    <message>
        <source>Choose Face</source>
        <translation>选择人脸</translation>
    </message>
    <message>
        <source>Weigh Source</source>
        <translation>设定来源权重</translation>
    </message>
    <message>
        <source>Set Target</source>
        <translation>设定目标</translation>
    </message>
    <message>
        <source>Remove Target</source>
        <translation>移除目标</translation>
    </message>
    <message>
        <source>Exchange Source and Target</source>
        <translation>互换来源与目标</translation>
    </message>
    <message>
        <source>Open Photos</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改%1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置%1</translation>
    </message>
    <message>
        <source>Reset Settings</source>
        <translation>重置设置</translation>
    </message>
    <message>
        <source>Choose Leading Photo Automatically</source>
        <translation>自动选择主照片</translation>
    </message>
    <message>
        <source>Pin Leading Photo</source>
        <translation>固定主照片</translation>
    </message>
    <message>
        <source>Leave Out Source</source>
        <translation>排除来源</translation>
    </message>
</context>
<context>
    <name>heser::SwapSession</name>
    <message>
        <source>Saved %1 in %2.</source>
        <translation>已将 %1 保存在 %2。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Only %1 is opened: a project has its photos in it.</source>
        <translation>只打开 %1：项目中已包含其照片。</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done, %2 failed.</source>
        <translation>批处理已结束：完成 %1 个，失败 %2 个。</translation>
    </message>
    <message>
        <source>The batch is finished: %1 done.</source>
        <translation>批处理已结束：完成 %1 个。</translation>
    </message>
    <message>
        <source>The unsaved work</source>
        <translation>未保存的工作</translation>
    </message>
    <message>
        <source>%1 was not exported, since its result was not made.</source>
        <translation>由于未生成结果，%1 未导出。</translation>
    </message>
    <message>
        <source>%1 is exported as soon as the new result is ready.</source>
        <translation>新结果完成后将导出 %1。</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept in case the program ends unexpectedly (%1); save the project often.</source>
        <translation>无法为程序意外结束的情况保留未保存的工作（%1）；请经常保存项目。</translation>
    </message>
    <message>
        <source>%1 was switched off; the other photos are used.</source>
        <translation>%1 已停用；将使用其他照片。</translation>
    </message>
</context>
<context>
    <name>heser::TargetSlot</name>
    <message>
        <source>Choose the face</source>
        <translation>选择人脸</translation>
    </message>
    <message>
        <source>Remove the target</source>
        <translation>移除目标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Open the photo that gets the head</source>
        <translation>打开要换头的照片</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>No face found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>Cannot be used</source>
        <translation>无法使用</translation>
    </message>
    <message>
        <source>Looking for a face…</source>
        <translation>正在查找人脸…</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>人脸 %1 / %2</translation>
    </message>
    <message>
        <source>Drop the photo that gets the head here, or click to open it</source>
        <translation>将要换头的照片拖放到此，或点击打开</translation>
    </message>
</context>
<context>
    <name>heser::ViewBar</name>
    <message>
        <source>Before and After</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>Whose masks</source>
        <translation>谁的蒙版</translation>
    </message>
    <message>
        <source>Whose masks are shown</source>
        <translation>显示谁的蒙版</translation>
    </message>
    <message>
        <source>of the target</source>
        <translation>目标的</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>%1 的</translation>
    </message>
    <message>
        <source>of the new head</source>
        <translation>新头部的</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>The finished picture</source>
        <translation>完成的图片</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>The photo that gets the head</source>
        <translation>要换头的照片</translation>
    </message>
    <message>
        <source>The new head, posed for the target</source>
        <translation>按目标摆放姿态的新头部</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>蒙版</translation>
    </message>
    <message>
        <source>What every part of the picture was taken for</source>
        <translation>图片各部分被识别为什么</translation>
    </message>
    <message>
        <source>Colour Reference</source>
        <translation>颜色参考</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The new head in the colours of the scene</source>
        <translation>采用场景颜色的新头部</translation>
    </message>
    <message>
        <source>Blend Region</source>
        <translation>融合区域</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Where the result differs from the target</source>
        <translation>结果与目标不同之处</translation>
    </message>
    <message>
        <source>Background Fill</source>
        <translation>背景填充</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>The target without its head</source>
        <translation>去除头部的目标</translation>
    </message>
    <message>
        <source>Before and after, with a line to drag (\)</source>
        <translation>前后对比，可拖动分割线 (\)</translation>
    </message>
    <message>
        <source>New Head</source>
        <translation>新头部</translation>
    </message>
</context>
<context>
    <name>heser::ZoomBar</name>
    <message>
        <source>Zoom In</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Actual Pixels</source>
        <translation>实际像素</translation>
    </message>
    <message>
        <source>Screen pixels for each picture pixel</source>
        <translation>每个图片像素对应的屏幕像素</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel &amp;Grid</source>
        <translation>像素网格(&amp;G)</translation>
    </message>
    <message>
        <source>Lines between the picture&apos;s pixels from 800 % on</source>
        <translation>放大到 800 % 以上时在图像的像素之间显示线条</translation>
    </message>
</context>
</TS>
