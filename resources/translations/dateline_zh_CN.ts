<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dateline</source>
        <extracomment>What is shipped beside Python packages.</extracomment>
        <translation>关于 Dateline</translation>
    </message>
    <message>
        <source>Copy these details</source>
        <translation>复制这些信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Follow how the United States and China compete over AI.</source>
        <translation>追踪中美人工智能竞争的报道。</translation>
    </message>
    <message>
        <source>Versions, places and licences</source>
        <translation>版本、位置与许可证</translation>
    </message>
    <message>
        <source>Show the library&apos;s folder</source>
        <translation>打开资料库所在文件夹</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Library: {path}</source>
        <translation>资料库：{path}</translation>
    </message>
    <message>
        <source>Settings: {path}</source>
        <translation>设置：{path}</translation>
    </message>
    <message>
        <source>Dateline stands on the work of others:</source>
        <translation>Dateline 建立在他人的工作之上：</translation>
    </message>
    <message>
        <source>The licences of fonts and icons lie in {path}.</source>
        <translation>字体和图标的许可证位于 {path}。</translation>
    </message>
</context>
<context>
    <name>Across</name>
    <message>
        <source>trimmed</source>
        <translation>有删节</translation>
    </message>
    <message>
        <source>possible, in Chinese</source>
        <translation>可能相同，中文</translation>
    </message>
    <message>
        <source>possible, in English</source>
        <translation>可能相同，英文</translation>
    </message>
</context>
<context>
    <name>AcrossDesk</name>
    <message>
        <source>No article is open.</source>
        <extracomment>An article is wanted in the reader that the timeline may not show. The comparison is to be shown, or left again. An article is to go on a reading list (ArticleId), with a note. The articles of a filter are wanted in the timeline. The articles of a story (StoryId) are to be handed over.</extracomment>
        <translation>没有打开的文章。</translation>
    </message>
</context>
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Activity</source>
        <extracomment>Lines kept of one refresh. The source of a line was chosen.</extracomment>
        <translation>活动</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>当前没有任务。</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>全部刷新</translation>
    </message>
    <message>
        <source>Progress of the refresh</source>
        <translation>刷新进度</translation>
    </message>
    <message>
        <source>What each source brought</source>
        <translation>各来源的结果</translation>
    </message>
    <message>
        <source>Nothing has run yet</source>
        <translation>尚未运行</translation>
    </message>
    <message>
        <source>No source was asked since this window was opened; what a refresh brings is told here.</source>
        <translation>自窗口打开以来尚未刷新任何来源；刷新的结果会显示在这里。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>{n} new article</source>
        <translation>{n} 篇新文章</translation>
    </message>
    <message>
        <source>{n} new articles</source>
        <translation>{n} 篇新文章</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n} 篇有改动</translation>
    </message>
    <message>
        <source>{n} of {all} sources failed</source>
        <translation>{all} 个来源中有 {n} 个失败</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} 秒</translation>
    </message>
    <message>
        <source>Stopped. </source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed</source>
        <translation>新增 {new} 篇，改动 {changed} 篇</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>无更新</translation>
    </message>
    <message>
        <source>not its turn</source>
        <translation>未到时间</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>显示来源</translation>
    </message>
</context>
<context>
    <name>AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Address of a site or feed, or an outlet&apos;s name</source>
        <translation>网站或订阅源的网址，或媒体名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Asked every</source>
        <translation>询问间隔</translation>
    </message>
    <message>
        <source>As the feed&apos;s own rhythm asks</source>
        <translation>按订阅源自身的节奏</translation>
    </message>
    <message>
        <source>Looking at {address}…</source>
        <translation>正在查看 {address}…</translation>
    </message>
    <message>
        <source>{n} way in. Nothing is added yet.</source>
        <translation>找到 {n} 种读取方式，尚未添加。</translation>
    </message>
    <message>
        <source>{n} ways in. Nothing is added yet.</source>
        <translation>找到 {n} 种读取方式，尚未添加。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation>添加“{name}”</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>list of articles on a page</source>
        <translation>网页上的文章列表</translation>
    </message>
    <message>
        <source>It has no feed. How its page lists articles was guessed: Edit… mends it.</source>
        <translation>该网站没有订阅源。文章列表的读法由 Dateline 推测，可在“编辑…”中修正。</translation>
    </message>
    <message>
        <source>It gives its articles in full.</source>
        <translation>提供文章全文。</translation>
    </message>
    <message>
        <source>Teasers only, until you add the cookies of your subscription.</source>
        <translation>只有摘要，添加订阅账号的 Cookie 后才有全文。</translation>
    </message>
    <message>
        <source>Its pages ask for proof of being human: headlines and summaries only.</source>
        <translation>页面要求人机验证，只有标题和摘要。</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>Address of the page</source>
        <translation>页面网址</translation>
    </message>
    <message>
        <source>Which article is this?</source>
        <translation>这是哪篇文章？</translation>
    </message>
    <message>
        <source>Keep the article</source>
        <translation>收录文章</translation>
    </message>
    <message>
        <source>The page from {name} does not tell its address.</source>
        <translation>来自{name}的页面没有标明网址。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>The text becomes the full text of the article at this address.</source>
        <translation>页面文字将作为该网址文章的全文。</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>Articles that nobody kept stay</source>
        <extracomment>A sentence on what was done.</extracomment>
        <translation>无人留存的文章保留</translation>
    </message>
    <message>
        <source>What you starred, tagged, noted, put on a list or corrected always stays, and so does what a saved search finds. Before anything goes, a backup is made; “dateline restore” goes back to it.</source>
        <translation>您加星标、加标签、写过笔记、放入清单或更正过的文章永远保留，已存搜索找到的也是。清出之前先备份；用“dateline restore”可以恢复。</translation>
    </message>
    <message>
        <source>{articles}, {size} on the disk</source>
        <translation>{articles}，占用磁盘 {size}</translation>
    </message>
    <message>
        <source>{size} of it free for what comes (“dateline compact” gives it back)</source>
        <translation>其中 {size} 空闲，可供新文章使用（“dateline compact”可以收回）</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>Looked after once a day, after the backup.</source>
        <translation>每天备份之后清理一次。</translation>
    </message>
    <message>
        <source>for {n} months</source>
        <translation>{n} 个月</translation>
    </message>
    <message>
        <source>for a year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>for {n} years</source>
        <translation>{n} 年</translation>
    </message>
    <message>
        <source>Looking what would go…</source>
        <translation>正在查看哪些会被清出…</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>Of {older} older than {day}, {going} would go (about {size}); {kept} were kept and stay.</source>
        <translation>早于 {day} 的有 {older}，其中 {going}会被清出（约 {size}）；{kept}已留存，不会清出。</translation>
    </message>
    <message>
        <source>Back up and let {going} go</source>
        <translation>备份并清出 {going}</translation>
    </message>
    <message>
        <source>Let them go from then on</source>
        <translation>从此按期清出</translation>
    </message>
    <message>
        <source>Everything is kept.</source>
        <translation>全部保留。</translation>
    </message>
    <message>
        <source>Backing up, then letting go…</source>
        <translation>正在备份，随后清出…</translation>
    </message>
    <message>
        <source>{n} went; a backup from before is kept.</source>
        <translation>已清出 {n}；之前的备份已保存。</translation>
    </message>
</context>
<context>
    <name>ArticleDesk</name>
    <message>
        <source>The page of the article is asked for again.</source>
        <extracomment>A sentence for the user. Another filter is wanted: a TimelineFilter. The reading screen is wanted.</extracomment>
        <translation>正在重新获取该文章的网页。</translation>
    </message>
    <message>
        <source>The page of the article is asked for again with the next refresh.</source>
        <translation>下次刷新时会重新获取该文章的网页。</translation>
    </message>
    <message>
        <source>No source brings this article any more. Hand over its page to have it again.</source>
        <translation>已没有来源提供这篇文章。可以手动收录它的页面来重新获取。</translation>
    </message>
    <message>
        <source>The list beside this is empty, so there is nothing to read.</source>
        <translation>左侧列表是空的，没有可读的文章。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>There is nothing to read yet.</source>
        <translation>还没有可读的内容。</translation>
    </message>
</context>
<context>
    <name>ArticleInspector</name>
    <message>
        <source>Quotes</source>
        <extracomment>A quote of the page, by its number. A stretch of the article&apos;s text (Span). Another article. Compare the article with one of its story&apos;s. Look at an article&apos;s page again. What other articles have of the one on show (Across).</extracomment>
        <translation>引语</translation>
    </message>
    <message>
        <source>No quotes</source>
        <translation>没有引语</translation>
    </message>
    <message>
        <source>Nobody is quoted in this article.</source>
        <translation>这篇文章没有引用任何人的话。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>没有人物</translation>
    </message>
    <message>
        <source>Nobody of the lexicon is named here.</source>
        <translation>文中没有提到词典里的人物。</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>报道</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此一家</translation>
    </message>
    <message>
        <source>No other outlet in this library covers this event.</source>
        <translation>资料库中没有其他媒体报道这一事件。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>No figures</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>Nobody is quoted in what Dateline has of this article.</source>
        <translation>在 Dateline 已有的内容里，没有引用任何人的话。</translation>
    </message>
    <message>
        <source>No figure and no credit was found in this article.</source>
        <translation>这篇文章中没有找到数据或转引。</translation>
    </message>
    <message>
        <source>No figure and no credit was found in what Dateline has of this article.</source>
        <translation>在 Dateline 已有的内容里，没有找到数据或转引。</translation>
    </message>
    <message>
        <source>Who says what, and who else has it</source>
        <translation>谁说了什么，还有谁刊登了</translation>
    </message>
    <message>
        <source>Who speaks and who is named</source>
        <translation>谁在说话，提到了谁</translation>
    </message>
    <message>
        <source>The same event in other outlets</source>
        <translation>其他媒体对同一事件的报道</translation>
    </message>
    <message>
        <source>Numbers, and who is credited</source>
        <translation>数据和转引</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>How the article changed</source>
        <translation>文章的改动</translation>
    </message>
</context>
<context>
    <name>BelowTitle</name>
    <message>
        <source>Press to correct the topics</source>
        <translation>点击更正主题</translation>
    </message>
    <message>
        <source>By {authors}</source>
        <translation>作者：{authors}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>First seen</source>
        <translation>首次发现</translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Dateline met a bug. Nothing was lost.</source>
        <translation>Dateline 遇到一个程序错误，没有丢失任何内容。</translation>
    </message>
    <message>
        <source>The details below help whoever mends it.</source>
        <translation>下面的详细信息有助于修复它。</translation>
    </message>
</context>
<context>
    <name>Capturing</name>
    <message>
        <source>There is no page in the clipboard. Select the article in the browser and copy it, then paste.</source>
        <extracomment>Where browsers put a copied page&apos;s address beside its HTML. A page was kept as this article.</extracomment>
        <translation>剪贴板里没有页面。请在浏览器中选中文章并复制，再来粘贴。</translation>
    </message>
    <message>
        <source>“{title}” is already held as fully.</source>
        <translation>“{title}”已有同样完整的版本。</translation>
    </message>
    <message>
        <source>Kept in full: {title}</source>
        <translation>已收录全文：{title}</translation>
    </message>
    <message>
        <source>Kept, but not in full: {title}. {reason}</source>
        <translation>已收录，但不是全文：{title}。{reason}</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>剪贴板</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{condition}, cannot be read</source>
        <extracomment>The keyboard wants the chip before (-1) or after (1).</extracomment>
        <translation>{condition}，无法识别</translation>
    </message>
    <message>
        <source>Delete removes it, Return edits it</source>
        <translation>按 Delete 删除，按 Return 编辑</translation>
    </message>
</context>
<context>
    <name>ChoicePopup</name>
    <message>
        <source>on</source>
        <extracomment>The choice and whether it is wanted. Whether everything in the list is meant changed.</extracomment>
        <translation>已选</translation>
    </message>
    <message>
        <source>on some</source>
        <translation>部分已选</translation>
    </message>
</context>
<context>
    <name>Chooser</name>
    <message>
        <source>Parts of the lexicon</source>
        <translation>词典的分类</translation>
    </message>
    <message>
        <source>Topics</source>
        <extracomment>An edit of the user&apos;s is to be taken back.</extracomment>
        <translation>主题</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的改动</translation>
    </message>
    <message>
        <source>Models, chips, laws and rules</source>
        <translation>模型、芯片、法律和法规</translation>
    </message>
    <message>
        <source>Everything that you changed</source>
        <translation>您改动过的全部内容</translation>
    </message>
    <message>
        <source>Find a term, person or alias, in either language</source>
        <extracomment>By its words everything is looked through; the window&apos;s bar holds it.</extracomment>
        <translation>查找词条、人物或别名，中英文均可</translation>
    </message>
    <message>
        <source>Entries of the lexicon</source>
        <translation>词典条目</translation>
    </message>
    <message>
        <source>New topic</source>
        <translation>新建主题</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新建名称</translation>
    </message>
    <message>
        <source>{name} · yours</source>
        <translation>{name}（自建）</translation>
    </message>
</context>
<context>
    <name>ColumnHeads</name>
    <message>
        <source>Words, as printed and in the other language</source>
        <translation>原话，以及另一种语言的版本</translation>
    </message>
    <message>
        <source>Carried by</source>
        <translation>刊登媒体</translation>
    </message>
    <message>
        <source>Had it first</source>
        <translation>首发</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>same words</source>
        <translation>文字相同</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Credit to {outlet}</source>
        <translation>转引自 {outlet}</translation>
    </message>
</context>
<context>
    <name>ComparisonScreen</name>
    <message>
        <source>Article at the left</source>
        <extracomment>Narrower than this, the names beside the texts are initials in a narrow margin. Two articles were found to compare. Back to the article that was on show. The articles of the story (StoryId) are to be handed over.</extracomment>
        <translation>左侧文章</translation>
    </message>
    <message>
        <source>Article at the right</source>
        <translation>右侧文章</translation>
    </message>
    <message>
        <source>Outlet at the left</source>
        <translation>左侧媒体</translation>
    </message>
    <message>
        <source>Outlet at the right</source>
        <translation>右侧媒体</translation>
    </message>
    <message>
        <source>Same words, same figures</source>
        <translation>同样的话，同样的数据</translation>
    </message>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>返回文章（Esc）</translation>
    </message>
    <message>
        <source>Shared quotes</source>
        <translation>共有引语</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此一家</translation>
    </message>
    <message>
        <source>Export comparison</source>
        <translation>导出对照</translation>
    </message>
    <message>
        <source>Only at the left</source>
        <translation>仅左侧有</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>两侧都有</translation>
    </message>
    <message>
        <source>Only at the right</source>
        <translation>仅右侧有</translation>
    </message>
    <message>
        <source>No other outlet in this library covers this event.</source>
        <translation>资料库中没有其他媒体报道这一事件。</translation>
    </message>
    <message>
        <source>Story of {articles} in {outlets}</source>
        <translation>同一事件：{outlets}，{articles}</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} outlet</source>
        <translation>{n} 家媒体</translation>
    </message>
    <message>
        <source>{n} outlets</source>
        <translation>{n} 家媒体</translation>
    </message>
    <message>
        <source>Only in {outlet}</source>
        <translation>仅见于 {outlet}</translation>
    </message>
    <message>
        <source>{n} quote</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>{n} quotes</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>{n} figure</source>
        <translation>{n} 个数据</translation>
    </message>
    <message>
        <source>{n} figures</source>
        <translation>{n} 个数据</translation>
    </message>
</context>
<context>
    <name>CookiesDialog</name>
    <message>
        <source>Cookies</source>
        <translation>Cookie</translation>
    </message>
    <message>
        <source>Read as the subscriber you are</source>
        <translation>以订阅用户身份阅读</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Keep the login</source>
        <translation>保存登录</translation>
    </message>
    <message>
        <source>Log in to the site in your browser. Then export its cookies as cookies.txt, or copy the Cookie header of a request from the browser&apos;s developer tools.</source>
        <translation>先在浏览器中登录该网站，再将其 Cookie 导出为 cookies.txt，或从浏览器的开发者工具中复制请求的 Cookie 标头。</translation>
    </message>
    <message>
        <source>Paste the Cookie header or the contents of cookies.txt here</source>
        <translation>在此粘贴 Cookie 标头或 cookies.txt 的内容</translation>
    </message>
    <message>
        <source>Choose cookies.txt…</source>
        <translation>选择 cookies.txt…</translation>
    </message>
    <message>
        <source>Forget this login</source>
        <translation>忘记此登录</translation>
    </message>
    <message>
        <source>Only where the browser itself asks for a name and password</source>
        <translation>仅当浏览器自身弹窗询问用户名和密码时填写</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Kept in the keyring, or in a file only you may read. Sent to this site alone.</source>
        <translation>保存在系统钥匙串或仅您可读的文件中，只发送给该网站。</translation>
    </message>
    <message>
        <source>Choose cookies.txt</source>
        <translation>选择 cookies.txt</translation>
    </message>
    <message>
        <source>Cookies (*.txt *.json);;All files (*)</source>
        <translation>Cookie (*.txt *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>无法读取“{name}”：{why}。</translation>
    </message>
    <message>
        <source>The login is forgotten.</source>
        <translation>已忘记此登录。</translation>
    </message>
    <message>
        <source>There is a login for {host} already. New cookies take its place.</source>
        <translation>{host} 已有登录，新的 Cookie 将取代它。</translation>
    </message>
    <message>
        <source>The cookies for {host} expired on {when}. Give new ones.</source>
        <translation>{host} 的 Cookie 已于 {when} 过期，请提供新的。</translation>
    </message>
    <message>
        <source>There are cookies for {host}, valid until {when}. New ones take their place.</source>
        <translation>{host} 已有 Cookie，有效期至 {when}，新的将取代它。</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Who said it?</source>
        <extracomment>The words that speak for the topics of the open article are wanted.</extracomment>
        <translation>是谁说的？</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>与……是同一人</translation>
    </message>
    <message>
        <source>What is the article about?</source>
        <translation>这篇文章关于什么？</translation>
    </message>
    <message>
        <source>Why these topics?</source>
        <translation>为什么是这些主题？</translation>
    </message>
    <message>
        <source>No quote is chosen; press Q.</source>
        <translation>没有选中引语，请按 Q。</translation>
    </message>
    <message>
        <source>It is no quote any more.</source>
        <translation>已不再算作引语。</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>没有打开的文章。</translation>
    </message>
    <message>
        <source>in this article</source>
        <translation>本文中</translation>
    </message>
    <message>
        <source>Nobody who is known</source>
        <translation>身份不明</translation>
    </message>
    <message>
        <source>Name “{name}”</source>
        <translation>署名“{name}”</translation>
    </message>
    <message>
        <source>Which name is the right one?</source>
        <translation>哪个名字是对的？</translation>
    </message>
    <message>
        <source>“{other}” is {name}, in every article.</source>
        <translation>在所有文章中，“{other}”就是“{name}”。</translation>
    </message>
    <message>
        <source>{name} said it.</source>
        <translation>说话人已改为“{name}”。</translation>
    </message>
    <message>
        <source>Nobody is named for it.</source>
        <translation>已改为没有具名的说话人。</translation>
    </message>
    <message>
        <source>There is no topic “{name}”</source>
        <translation>没有名为“{name}”的主题</translation>
    </message>
    <message>
        <source>It is about {topic}.</source>
        <translation>已归入主题“{topic}”。</translation>
    </message>
    <message>
        <source>It is not about {topic}.</source>
        <translation>已移出主题“{topic}”。</translation>
    </message>
    <message>
        <source>The correction was taken back.</source>
        <translation>已撤回更正。</translation>
    </message>
</context>
<context>
    <name>CorrectionsDialog</name>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Nothing was corrected yet. A quote&apos;s card and an article&apos;s topics let you.</source>
        <translation>还没有更正。可以从引语卡片和文章的主题处更正。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The correction holds again.</source>
        <translation>更正重新生效。</translation>
    </message>
    <message>
        <source>in every article</source>
        <translation>在所有文章中</translation>
    </message>
    <message>
        <source>“{other}” is {name}</source>
        <translation>“{other}”就是“{name}”</translation>
    </message>
    <message>
        <source>“{words}” is no quote</source>
        <translation>“{words}”不是引语</translation>
    </message>
    <message>
        <source>nobody who is known</source>
        <translation>身份不明的人</translation>
    </message>
    <message>
        <source>“{words}” was said by {name}</source>
        <translation>“{words}”的说话人：{name}</translation>
    </message>
    <message>
        <source>It is about {topic}</source>
        <translation>属于主题“{topic}”</translation>
    </message>
    <message>
        <source>It is not about {topic}</source>
        <translation>不属于主题“{topic}”</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Compare side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Compare side by side (X)</source>
        <translation>并排对比（X）</translation>
    </message>
</context>
<context>
    <name>Damaged</name>
    <message>
        <source>There is a backup of {day}. The damaged file is kept beside it.</source>
        <extracomment>How long another thread may go on where the window&apos;s wants a turn; Python&apos;s own 5 ms is a third of a frame.</extracomment>
        <translation>有一份 {day} 的备份。损坏的文件会保留在旁边。</translation>
    </message>
    <message>
        <source>Close this and run “dateline doctor --repair” to save what was added since.</source>
        <translation>关闭此窗口并运行“dateline doctor --repair”，可以抢救备份之后新增的内容。</translation>
    </message>
    <message>
        <source>Go back to the backup</source>
        <translation>恢复到备份</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>EditSeveralDialog</name>
    <message>
        <source>Edit {n} source</source>
        <translation>编辑 {n} 个来源</translation>
    </message>
    <message>
        <source>Edit {n} sources</source>
        <translation>编辑 {n} 个来源</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Without a folder</source>
        <translation>不在文件夹中</translation>
    </message>
    <message>
        <source>As the feed&apos;s own rhythm asks</source>
        <translation>按订阅源自身的节奏</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Asked every</source>
        <translation>询问间隔</translation>
    </message>
</context>
<context>
    <name>EditSourceDialog</name>
    <message>
        <source>Edit source</source>
        <extracomment>The rule of a site without a feed is to be edited instead. The login at the source&apos;s site is to be given instead.</extracomment>
        <translation>编辑来源</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Edit the rule…</source>
        <translation>编辑规则…</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表页</translation>
    </message>
    <message>
        <source>Articles that are kept already stay as they are.</source>
        <translation>已收录的文章保持不变。</translation>
    </message>
    <message>
        <source>As the feed&apos;s own rhythm asks</source>
        <translation>按订阅源自身的节奏</translation>
    </message>
    <message>
        <source>Dateline&apos;s own</source>
        <translation>Dateline 默认</translation>
    </message>
    <message>
        <source>The system&apos;s; http:// or socks5://host:port, or “direct” for none</source>
        <translation>跟随系统；http://host:port 或 socks5://host:port，或填“direct”表示不用代理</translation>
    </message>
    <message>
        <source>Name: value, one a line; sent to this source&apos;s host alone</source>
        <translation>每行一个“Name: value”；只发送给该来源的主机</translation>
    </message>
    <message>
        <source>Asked every</source>
        <translation>询问间隔</translation>
    </message>
    <message>
        <source>User agent</source>
        <translation>用户代理</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Test now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Login…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Asking {address}…</source>
        <translation>正在询问 {address}…</translation>
    </message>
    <message>
        <source>It could not be asked.</source>
        <translation>无法询问。</translation>
    </message>
</context>
<context>
    <name>Elsewhere</name>
    <message>
        <source>and {n} more</source>
        <extracomment>Heights at text size 100 %. Before the day, and before the mark. An article was clicked.</extracomment>
        <translation>还有 {n} 篇</translation>
    </message>
    <message>
        <source>The same words in {n} other article</source>
        <translation>另有 {n} 篇文章刊登了同样的话</translation>
    </message>
    <message>
        <source>The same words in {n} other articles</source>
        <translation>另有 {n} 篇文章刊登了同样的话</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首发</translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名</translation>
    </message>
    <message>
        <source>Names looked for, one a line</source>
        <translation>要查找的名称，每行一个</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Naming it makes a text one about AI</source>
        <translation>提到它即表明文章与人工智能有关</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Look for it no more</source>
        <translation>不再查找</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Looked for</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新建名称</translation>
    </message>
    <message>
        <source>Only beside what makes them sure: {names}</source>
        <translation>仅在有佐证时才算：{names}</translation>
    </message>
    <message>
        <source>not looked for</source>
        <translation>不查找</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>您添加的</translation>
    </message>
    <message>
        <source>changed by you</source>
        <translation>您改动的</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export “{title}”</source>
        <translation>导出“{title}”</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>There is nothing here to export.</source>
        <translation>这里没有可以导出的内容。</translation>
    </message>
    <message>
        <source>{n} is not in full text and goes out as such</source>
        <translation>{n} 篇不是全文，将按现有内容导出</translation>
    </message>
    <message>
        <source>{n} are not in full text and go out as such</source>
        <translation>{n} 篇不是全文，将按现有内容导出</translation>
    </message>
    <message>
        <source>the outlets&apos; full text goes along</source>
        <translation>附带媒体全文</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Finishing {place}…</source>
        <translation>正在完成“{place}”…</translation>
    </message>
    <message>
        <source>Writing {some} of {all}</source>
        <translation>正在写入 {some}/{all}</translation>
    </message>
    <message>
        <source>{n} written to {place}.</source>
        <translation>已将 {n}写入“{place}”。</translation>
    </message>
    <message>
        <source>{n} sent to Zotero.</source>
        <translation>已将 {n}发送到 Zotero。</translation>
    </message>
    <message>
        <source>1 note that you changed was left as it is.</source>
        <translation>您改动过的 1 条笔记保持原样。</translation>
    </message>
    <message>
        <source>{n} notes that you changed were left as they are.</source>
        <translation>您改动过的 {n} 条笔记保持原样。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopped. What Zotero has by now stays there.</source>
        <translation>已停止。Zotero 已收到的内容保留。</translation>
    </message>
    <message>
        <source>Stopped. Notes that are written stay.</source>
        <translation>已停止。已写入的笔记保留。</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>已停止。没有写入文件。</translation>
    </message>
    <message>
        <source>Export {format}…</source>
        <translation>导出 {format}…</translation>
    </message>
    <message>
        <source>Send to Zotero</source>
        <translation>发送到 Zotero</translation>
    </message>
    <message>
        <source>Vault of notes</source>
        <translation>笔记库</translation>
    </message>
    <message>
        <source>Write notes</source>
        <translation>写入笔记</translation>
    </message>
    <message>
        <source>HTML, one file</source>
        <translation>HTML，单个文件</translation>
    </message>
    <message>
        <source>CSV, articles</source>
        <translation>CSV，文章</translation>
    </message>
    <message>
        <source>CSV, quotes</source>
        <translation>CSV，引语</translation>
    </message>
    <message>
        <source>CSV, figures</source>
        <translation>CSV，数据</translation>
    </message>
    <message>
        <source>JSON Lines, articles</source>
        <translation>JSON Lines，文章</translation>
    </message>
    <message>
        <source>JSON Lines, quotes</source>
        <translation>JSON Lines，引语</translation>
    </message>
    <message>
        <source>JSON Lines, figures</source>
        <translation>JSON Lines，数据</translation>
    </message>
    <message>
        <source>Evidence pack, ZIP</source>
        <translation>证据包，ZIP</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>The first {some} of {all}</source>
        <translation>前 {some} 篇，共 {all}</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>All articles</source>
        <translation>全部文章</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>Filing anew was stopped; it goes on at the next start</source>
        <extracomment>The line for the sidebar&apos;s status, its icon, and whether the filing goes on. What ended the filing early.</extracomment>
        <translation>重新归类已停止，下次启动时继续</translation>
    </message>
    <message>
        <source>All {n} articles are filed anew</source>
        <translation>全部 {n} 篇文章已重新归类</translation>
    </message>
    <message>
        <source>{n} of {all} articles filed anew</source>
        <translation>已重新归类 {n}/{all} 篇文章</translation>
    </message>
</context>
<context>
    <name>FilingCard</name>
    <message>
        <source>Filing the library anew</source>
        <translation>正在重新归类资料库</translation>
    </message>
    <message>
        <source>Newest articles first. Topics that you set by hand stay.</source>
        <translation>从最新的文章开始。您手动指定的主题保持不变。</translation>
    </message>
    <message>
        <source>Progress of filing anew</source>
        <translation>重新归类的进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Sidebar</source>
        <extracomment>From this width on there is room for words: as long as the sidebar stands beside the bar.</extracomment>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>存储搜索</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter</source>
        <extracomment>Another filter is wanted. Escape or the down arrow: the list is meant.</extracomment>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show the filter as chips</source>
        <translation>以标签块显示筛选条件</translation>
    </message>
    <message>
        <source>Show the filter as text</source>
        <translation>以文字显示筛选条件</translation>
    </message>
    <message>
        <source>Search, or type topic: outlet: speaker:</source>
        <translation>搜索，或输入 topic: outlet: speaker:</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
</context>
<context>
    <name>Folders</name>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Move to folder</source>
        <translation>移入文件夹</translation>
    </message>
    <message>
        <source>No folder</source>
        <translation>不放入文件夹</translation>
    </message>
    <message>
        <source>New folder…</source>
        <translation>新建文件夹…</translation>
    </message>
    <message>
        <source>{name} is in “{folder}” now.</source>
        <translation>{name} 现在在“{folder}”里。</translation>
    </message>
    <message>
        <source>{name} is in no folder now.</source>
        <translation>{name} 现在不在任何文件夹里。</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新建文件夹</translation>
    </message>
    <message>
        <source>Name of the folder:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>Rename folder</source>
        <translation>重命名文件夹</translation>
    </message>
    <message>
        <source>The folders are as they were.</source>
        <translation>文件夹已恢复原样。</translation>
    </message>
</context>
<context>
    <name>FrameWindow</name>
    <message>
        <source>Dateline (read only)</source>
        <extracomment>The filter that is shown now. The window closes: what is being written is to be kept, and nothing followed any longer.</extracomment>
        <translation>Dateline（只读）</translation>
    </message>
    <message>
        <source>This library can only be read: it lies where nothing can be written.</source>
        <translation>这个资料库只能阅读：它所在的位置不能写入。</translation>
    </message>
    <message>
        <source>This library lies on a network disk: it is slower there, and only as safe as that disk’s locks. Keep it on this machine, and backups on the network.</source>
        <translation>此资料库位于网络磁盘上：在那里较慢，安全性也取决于该磁盘的锁。请把资料库放在本机，把备份放在网络上。</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>{n} links</source>
        <translation>{n} 处对应</translation>
    </message>
    <message>
        <source>{n} link</source>
        <translation>{n} 处对应</translation>
    </message>
</context>
<context>
    <name>Highlighting</name>
    <message>
        <source>There are no words here to highlight.</source>
        <translation>这里没有可以高亮的文字。</translation>
    </message>
    <message>
        <source>Arrow keys choose the words, with Shift more or fewer; H highlights them.</source>
        <translation>用方向键选择文字，按住 Shift 增减；按 H 高亮。</translation>
    </message>
    <message>
        <source>There are no notes on this article; H highlights, E writes one.</source>
        <translation>这篇文章还没有笔记；按 H 高亮，按 E 写笔记。</translation>
    </message>
    <message>
        <source>The note says again what it said.</source>
        <translation>笔记已恢复原来的内容。</translation>
    </message>
    <message>
        <source>The highlight was taken back.</source>
        <translation>已撤回高亮。</translation>
    </message>
    <message>
        <source>The highlight means what it did.</source>
        <translation>高亮已恢复原来的含义。</translation>
    </message>
    <message>
        <source>The note is back.</source>
        <translation>笔记已恢复。</translation>
    </message>
    <message>
        <source>The highlight is back.</source>
        <translation>高亮已恢复。</translation>
    </message>
    <message>
        <source>Note removed.</source>
        <translation>已删除笔记。</translation>
    </message>
    <message>
        <source>Highlight removed.</source>
        <translation>已删除高亮。</translation>
    </message>
    <message>
        <source>The note was taken back.</source>
        <translation>已撤回笔记。</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <extracomment>The tabs in their order, in whichever order their panels are handed over. The key of the tab on show.</extracomment>
        <translation>检查器</translation>
    </message>
    <message>
        <source>{n} quote</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>{n} quotes</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>{n} speaker named</source>
        <translation>{n} 位具名说话人</translation>
    </message>
    <message>
        <source>{n} speakers named</source>
        <translation>{n} 位具名说话人</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Named in it</source>
        <translation>文中提到</translation>
    </message>
    <message>
        <source>{n} mention</source>
        <translation>提及 {n} 次</translation>
    </message>
    <message>
        <source>{n} mentions</source>
        <translation>提及 {n} 次</translation>
    </message>
    <message>
        <source>{n} articles on this event</source>
        <translation>这一事件有 {n} 篇文章</translation>
    </message>
    <message>
        <source>{n} outlet</source>
        <translation>{n} 家媒体</translation>
    </message>
    <message>
        <source>{n} outlets</source>
        <translation>{n} 家媒体</translation>
    </message>
    <message>
        <source>Also covered by</source>
        <translation>还有这些媒体报道</translation>
    </message>
    <message>
        <source>the same text</source>
        <translation>同一文本</translation>
    </message>
    <message>
        <source>{n} figure</source>
        <translation>{n} 个数据</translation>
    </message>
    <message>
        <source>{n} figures</source>
        <translation>{n} 个数据</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>转引</translation>
    </message>
    <message>
        <source>no date given</source>
        <translation>未标日期</translation>
    </message>
    <message>
        <source>{outlet} first, {day}</source>
        <translation>{outlet} 首发，{day}</translation>
    </message>
    <message>
        <source>in {n} articles</source>
        <translation>见于 {n} 篇文章</translation>
    </message>
    <message>
        <source>Who had it first</source>
        <translation>谁先刊登</translation>
    </message>
    <message>
        <source>By publication</source>
        <translation>按发布时间</translation>
    </message>
    <message>
        <source>First seen here</source>
        <translation>按首次发现</translation>
    </message>
    <message>
        <source>By credit</source>
        <translation>按转引</translation>
    </message>
    <message>
        <source>named by {n} of {of}</source>
        <translation>{of} 篇中有 {n} 篇指明</translation>
    </message>
    <message>
        <source>date not stated</source>
        <translation>未说明日期</translation>
    </message>
    <message>
        <source>full text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>teaser</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>无正文</translation>
    </message>
    <message>
        <source>person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>chip</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>agency</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>law</source>
        <translation>法律</translation>
    </message>
    <message>
        <source>think tank</source>
        <translation>智库</translation>
    </message>
    <message>
        <source>outlet</source>
        <translation>媒体</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>All keys</source>
        <extracomment>Parts the keys of one act that do the same; each has a cap of its own, so far from the next.</extracomment>
        <translation>全部快捷键</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys of</source>
        <extracomment>Other keys are wanted: KeyBindings.</extracomment>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>无快捷键</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>“{name}”</translation>
    </message>
    <message>
        <source>{keys} is set for {acts}. Neither will work until one of them has another key.</source>
        <translation>{keys} 同时设给了{acts}，在其中一个换键之前都不起作用。</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>first {outlet}, {at}</source>
        <translation>首发：{outlet}，{at}</translation>
    </message>
    <message>
        <source>{statements} in {articles}</source>
        <translation>{articles}中的 {statements}</translation>
    </message>
    <message>
        <source>{n} statement</source>
        <translation>{n} 条言论</translation>
    </message>
    <message>
        <source>{n} statements</source>
        <translation>{n} 条言论</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>Speaker unknown</source>
        <translation>说话人不明</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>无日期</translation>
    </message>
    <message>
        <source>No topic</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>en</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>{n} version</source>
        <translation>{n} 个版本</translation>
    </message>
    <message>
        <source>{n} versions</source>
        <translation>{n} 个版本</translation>
    </message>
    <message>
        <source>, 2 languages</source>
        <translation>，2 种语言</translation>
    </message>
    <message>
        <source>First</source>
        <translation>首发</translation>
    </message>
    <message>
        <source>Who had it first</source>
        <translation>谁先刊登</translation>
    </message>
    <message>
        <source>By publication</source>
        <translation>按发布时间</translation>
    </message>
    <message>
        <source>First seen here</source>
        <translation>按首次发现</translation>
    </message>
    <message>
        <source>By credit</source>
        <translation>按转引</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>credits {outlet}</source>
        <translation>转引自 {outlet}</translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation>直接引语</translation>
    </message>
    <message>
        <source>Mixed quote</source>
        <translation>混合引语</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>间接引语</translation>
    </message>
</context>
<context>
    <name>LedgerView</name>
    <message>
        <source>Statements</source>
        <extracomment>The columns&apos; left edges as parts of the width: words, carried by, had it first, topic. So much of somebody&apos;s words is ever set on a row.</extracomment>
        <translation>言论</translation>
    </message>
</context>
<context>
    <name>LexiconScreen</name>
    <message>
        <source>Reading the lexicon</source>
        <extracomment>Widths: of the entries where there is room, of the terms before the others have more, of the article at most. The open article is to be tried with an edit, or None.</extracomment>
        <translation>正在读取词典</translation>
    </message>
    <message>
        <source>Its topics and names are here in a moment.</source>
        <translation>主题和名称马上就到。</translation>
    </message>
    <message>
        <source>The button below, or Delete, goes back to what is shipped.</source>
        <translation>点击下方按钮或按 Delete 可恢复默认。</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>没有这个名称</translation>
    </message>
    <message>
        <source>No entry of this part has these words.</source>
        <translation>这一分类中没有包含这些文字的条目。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>You have changed nothing: the lexicon is as shipped.</source>
        <translation>您没有改动过：词典为默认内容。</translation>
    </message>
    <message>
        <source>Nothing of yours</source>
        <translation>没有您的改动</translation>
    </message>
</context>
<context>
    <name>LexiconWork</name>
    <message>
        <source>The lexicon is changed.</source>
        <extracomment>So long after the last key the article is tried. The lexicon is another one.</extracomment>
        <translation>词典已改动。</translation>
    </message>
    <message>
        <source>The lexicon is as it was.</source>
        <translation>词典已恢复原状。</translation>
    </message>
    <message>
        <source>This is as shipped again.</source>
        <translation>已恢复默认。</translation>
    </message>
    <message>
        <source>Your change of the lexicon holds again.</source>
        <translation>您对词典的改动重新生效。</translation>
    </message>
    <message>
        <source>It is about {topic}.</source>
        <translation>已归入主题“{topic}”。</translation>
    </message>
    <message>
        <source>It is not about {topic}.</source>
        <translation>已移出主题“{topic}”。</translation>
    </message>
    <message>
        <source>The correction was taken back.</source>
        <translation>已撤回更正。</translation>
    </message>
</context>
<context>
    <name>LinesPanel</name>
    <message>
        <source>No article is open</source>
        <translation>没有打开文章</translation>
    </message>
    <message>
        <source>Choose an article: what is found in it stands here.</source>
        <translation>选一篇文章，从中找到的内容会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Order of the list</source>
        <extracomment>Another order is wanted, one of `question.ORDERS`.</extracomment>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Most relevant first</source>
        <translation>最相关在前</translation>
    </message>
    <message>
        <source>Last found first</source>
        <translation>最近收录在前</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>已选 {n} 篇</translation>
    </message>
</context>
<context>
    <name>ListRows</name>
    <message>
        <source>Articles of the reading list</source>
        <extracomment>Steps from line to line of a headline and of a note, at the usual size. The articles in their new order. The note of an item was written. Items are to leave the list.</extracomment>
        <translation>阅读清单中的文章</translation>
    </message>
</context>
<context>
    <name>ListScreen</name>
    <message>
        <source>Export…</source>
        <extracomment>The list on show has another name than the one before.</extracomment>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Add articles</source>
        <translation>添加文章</translation>
    </message>
    <message>
        <source>More about this list</source>
        <translation>清单的更多操作</translation>
    </message>
    <message>
        <source>1 with a note</source>
        <translation>1 篇有笔记</translation>
    </message>
    <message>
        <source>{n} with notes</source>
        <translation>{n} 篇有笔记</translation>
    </message>
    <message>
        <source>fills itself: {query}</source>
        <translation>自动收集：{query}</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Drag to sort, or Alt + ↑ ↓</source>
        <translation>拖动排序，或按 Alt + ↑ ↓</translation>
    </message>
    <message>
        <source>There is nothing on this list to read.</source>
        <translation>这份清单里还没有可读的文章。</translation>
    </message>
    <message>
        <source>Reading list {name}</source>
        <translation>阅读清单“{name}”</translation>
    </message>
    <message>
        <source>Nothing on this list yet</source>
        <translation>清单还是空的</translation>
    </message>
    <message>
        <source>No article answers “{query}” yet.</source>
        <translation>还没有文章符合“{query}”。</translation>
    </message>
    <message>
        <source>Show articles</source>
        <translation>显示文章</translation>
    </message>
    <message>
        <source>This list is empty; press L on an article.</source>
        <translation>清单是空的；在文章上按 L 即可加入。</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>编写说明…</translation>
    </message>
    <message>
        <source>Change what fills it…</source>
        <translation>更改收集条件…</translation>
    </message>
    <message>
        <source>Make it a list by hand</source>
        <translation>改为手动清单</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Share as a file…</source>
        <translation>共享为文件…</translation>
    </message>
    <message>
        <source>Import a shared list…</source>
        <translation>导入共享清单…</translation>
    </message>
    <message>
        <source>Put back among the lists</source>
        <translation>取消归档</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何改动</translation>
    </message>
    <message>
        <source>Point to the newest version</source>
        <translation>指向最新版本</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>移出清单</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Reading list</source>
        <extracomment>The screen shows a list and wants to be seen. The list on the screen is gone.</extracomment>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>Make one of this filter</source>
        <translation>用当前筛选条件新建清单</translation>
    </message>
    <message>
        <source>There is no article here to put on a list.</source>
        <translation>这里没有可以加入清单的文章。</translation>
    </message>
    <message>
        <source>The 1 article of this list</source>
        <translation>当前列表的 1 篇文章</translation>
    </message>
    <message>
        <source>All {n} articles of this list</source>
        <translation>当前列表的全部 {n} 篇文章</translation>
    </message>
    <message>
        <source>Make the list “{name}”</source>
        <translation>新建清单“{name}”</translation>
    </message>
    <message>
        <source>{n} put on “{name}”.</source>
        <translation>已将 {n}加入“{name}”。</translation>
    </message>
    <message>
        <source>{n} taken off “{name}”.</source>
        <translation>已将 {n}移出“{name}”。</translation>
    </message>
    <message>
        <source>The reading lists are as they were.</source>
        <translation>阅读清单已恢复原状。</translation>
    </message>
    <message>
        <source>A list that fills itself</source>
        <translation>自动收集的清单</translation>
    </message>
    <message>
        <source>Name of the list of “{query}”:</source>
        <translation>为“{query}”的清单命名：</translation>
    </message>
    <message>
        <source>The list was taken back.</source>
        <translation>已撤回清单。</translation>
    </message>
    <message>
        <source>“{name}” stands in the sidebar.</source>
        <translation>“{name}”已放入侧栏。</translation>
    </message>
    <message>
        <source>The reading lists stand as they stood.</source>
        <translation>阅读清单已恢复原来的顺序。</translation>
    </message>
    <message>
        <source>{file} cannot be read.</source>
        <translation>无法读取“{file}”。</translation>
    </message>
    <message>
        <source>The imported list was taken back.</source>
        <translation>已撤回导入的清单。</translation>
    </message>
    <message>
        <source>“{name}” with {n} was imported.</source>
        <translation>已导入“{name}”，共 {n}。</translation>
    </message>
    <message>
        <source>Import a reading list</source>
        <translation>导入阅读清单</translation>
    </message>
    <message>
        <source>This reading list is no longer there.</source>
        <translation>这个阅读清单已不存在。</translation>
    </message>
    <message>
        <source>The list has its order again.</source>
        <translation>清单已恢复原来的顺序。</translation>
    </message>
    <message>
        <source>The note says again what it said.</source>
        <translation>笔记已恢复原来的内容。</translation>
    </message>
    <message>
        <source>This list fills itself. Make it a list by hand first, or change what fills it.</source>
        <translation>这是自动收集的清单。请先改为手动清单，或更改收集条件。</translation>
    </message>
    <message>
        <source>They are on the list again.</source>
        <translation>已放回清单。</translation>
    </message>
    <message>
        <source>The item points where it did.</source>
        <translation>已恢复原来的指向。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name of the list:</source>
        <translation>清单名称：</translation>
    </message>
    <message>
        <source>What fills it</source>
        <translation>收集条件</translation>
    </message>
    <message>
        <source>Filter, such as topic:chips is:starred:</source>
        <translation>筛选条件，例如 topic:chips is:starred：</translation>
    </message>
    <message>
        <source>Describe</source>
        <translation>编写说明</translation>
    </message>
    <message>
        <source>What this list is for, in Markdown:</source>
        <translation>清单的用途（Markdown 格式）：</translation>
    </message>
    <message>
        <source>The list is as it was.</source>
        <translation>清单已恢复原状。</translation>
    </message>
    <message>
        <source>The list fills itself again.</source>
        <translation>清单重新自动收集。</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>The copy was taken back.</source>
        <translation>已撤回副本。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>“{name}”已恢复。</translation>
    </message>
    <message>
        <source>“{name}” was put away.</source>
        <translation>已归档“{name}”。</translation>
    </message>
    <message>
        <source>The list is where it was.</source>
        <translation>清单已放回原处。</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>已删除“{name}”。</translation>
    </message>
    <message>
        <source>The list is back.</source>
        <translation>清单已恢复。</translation>
    </message>
    <message>
        <source>Share as a file</source>
        <translation>共享为文件</translation>
    </message>
    <message>
        <source>“{name}” was written to {file}.</source>
        <translation>已将“{name}”写入“{file}”。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved pages</source>
        <translation>保存的网页</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>存档</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>撤销：{what}</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation>人物或机构</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>已存搜索</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Everything here is read already.</source>
        <extracomment>A sentence, and whether it can be undone.</extracomment>
        <translation>这里的文章都已读过。</translation>
    </message>
    <message>
        <source>{n} starred.</source>
        <translation>已为 {n}加星标。</translation>
    </message>
    <message>
        <source>The star was removed from {n}.</source>
        <translation>已取消 {n}的星标。</translation>
    </message>
    <message>
        <source>{n} marked read.</source>
        <translation>已将 {n}标为已读。</translation>
    </message>
    <message>
        <source>{n} marked unread.</source>
        <translation>已将 {n}标为未读。</translation>
    </message>
</context>
<context>
    <name>MenuBar</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗口(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <extracomment>Searches whose articles are counted for the sidebar; those below show no number.</extracomment>
        <translation>名称</translation>
    </message>
    <message>
        <source>This takes the place of the search of that name: {query}</source>
        <translation>将取代同名的搜索：{query}</translation>
    </message>
</context>
<context>
    <name>NetworkPage</name>
    <message>
        <source>As the system</source>
        <extracomment>Pictures are to be shown by themselves, or only when asked for.</extracomment>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不用代理</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>使用此代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Show the pictures of an article as it is opened</source>
        <translation>打开文章时显示图片</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>For every source that has no proxy of its own (Sources, Edit…).</source>
        <translation>用于没有单独设置代理的所有来源（来源，编辑…）。</translation>
    </message>
    <message>
        <source>Else they come when you ask for them (I): whoever keeps a picture learns that you read its article.</source>
        <translation>不勾选时，按 I 键才加载：存放图片的服务器会知道您读了这篇文章。</translation>
    </message>
    <message>
        <source>Dateline asks only your sources and the pages of their articles. What you read, mark and search stays on this computer.</source>
        <translation>Dateline 只访问您的来源及其文章页面。您读过、标记和搜索的内容都留在本机。</translation>
    </message>
    <message>
        <source>The choice could not be kept: the folder of settings cannot be written.</source>
        <translation>未能保存此选择：设置文件夹无法写入。</translation>
    </message>
</context>
<context>
    <name>NewTopicDialog</name>
    <message>
        <source>New topic</source>
        <translation>新建主题</translation>
    </message>
    <message>
        <source>Add topic</source>
        <translation>添加主题</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name in Chinese, if it has one</source>
        <translation>中文名（如有）</translation>
    </message>
    <message>
        <source>There is a topic of this name.</source>
        <translation>已有同名主题。</translation>
    </message>
    <message>
        <source>Its terms come next.</source>
        <translation>接下来添加它的词条。</translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Highlight and note</source>
        <extracomment>It wants to close: its work is done. It needs another height.</extracomment>
        <translation>高亮和笔记</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>文章笔记</translation>
    </message>
    <message>
        <source>Remove the highlight</source>
        <translation>删除高亮</translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation>笔记（Markdown 格式）</translation>
    </message>
    <message>
        <source>Ctrl+Enter or Esc keeps it and closes.</source>
        <translation>按 Ctrl+Enter 或 Esc 保存并关闭。</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>删除笔记</translation>
    </message>
    <message>
        <source>Close without a note</source>
        <translation>不写笔记并关闭</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note, in Markdown</source>
        <extracomment>Ctrl+Enter or Esc. The keyboard went elsewhere.</extracomment>
        <translation>笔记（Markdown 格式）</translation>
    </message>
</context>
<context>
    <name>NoteItem</name>
    <message>
        <source>Enter writes, 1 to 4 give a meaning, Delete removes</source>
        <extracomment>To the next note (1) or the one before (-1).</extracomment>
        <translation>按 Enter 编写，按 1 至 4 选择含义，按 Delete 删除</translation>
    </message>
    <message>
        <source>words changed, {n}% alike</source>
        <translation>文字有改动，相似度 {n}%</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Search these notes</source>
        <extracomment>From so many notes on, a field to search them stands above. A note&apos;s words are wanted in the text.</extracomment>
        <translation>搜索这些笔记</translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation>文章笔记</translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation>笔记（Markdown 格式）</translation>
    </message>
    <message>
        <source>Nothing is highlighted yet: select words and press H, or E for a note.</source>
        <translation>还没有高亮：选中文字按 H 高亮，或按 E 写笔记。</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条笔记</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>1 loose</source>
        <translation>1 条失位</translation>
    </message>
    <message>
        <source>{n} loose</source>
        <translation>{n} 条失位</translation>
    </message>
    <message>
        <source>Choose an article: what you highlight and write there stands here.</source>
        <translation>选一篇文章，您在文中的高亮和笔记会显示在这里。</translation>
    </message>
    <message>
        <source>The note was taken back.</source>
        <translation>已撤回笔记。</translation>
    </message>
    <message>
        <source>The note says again what it said.</source>
        <translation>笔记已恢复原来的内容。</translation>
    </message>
    <message>
        <source>The highlight means what it did.</source>
        <translation>高亮已恢复原来的含义。</translation>
    </message>
    <message>
        <source>The note is back.</source>
        <translation>笔记已恢复。</translation>
    </message>
    <message>
        <source>Note removed.</source>
        <translation>已删除笔记。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>There is no file {name}.</source>
        <extracomment>A sentence on what cannot be opened.</extracomment>
        <translation>没有文件“{name}”。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose another library…</source>
        <translation>选择其他资料库…</translation>
    </message>
    <message>
        <source>Libraries (*.dateline);;All files (*)</source>
        <translation>资料库 (*.dateline);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>OptionsColumn</name>
    <message>
        <source>Take along</source>
        <translation>附带内容</translation>
    </message>
    <message>
        <source>My notes and highlights</source>
        <translation>我的笔记和高亮</translation>
    </message>
    <message>
        <source>Quotes with speakers</source>
        <translation>引语及说话人</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Outlets&apos; full text</source>
        <translation>媒体全文</translation>
    </message>
    <message>
        <source>Off unless you tick it. Mind the outlets&apos; terms before you pass it on.</source>
        <translation>默认不附带。转交他人前请留意媒体的使用条款。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>引文格式</translation>
    </message>
    <message>
        <source>Language of headings</source>
        <translation>标题语言</translation>
    </message>
    <message>
        <source>US Letter</source>
        <translation>美国信纸（Letter）</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
</context>
<context>
    <name>OutletLine</name>
    <message>
        <source>Sample, not an article of this outlet</source>
        <extracomment>Under the chips, then the hairline, then the text.</extracomment>
        <translation>样例，并非该媒体的文章</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Do or go to…</source>
        <translation>执行操作或前往…</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>没有这个名称的项目。</translation>
    </message>
</context>
<context>
    <name>Picturing</name>
    <message>
        <source>Open an article first, then ask for its pictures.</source>
        <extracomment>Who goes through the list article by article asks for no pictures of those gone by. A sentence on what becomes of them.</extracomment>
        <translation>请先打开一篇文章，再显示图片。</translation>
    </message>
    <message>
        <source>This article comes without pictures.</source>
        <translation>这篇文章没有图片。</translation>
    </message>
    <message>
        <source>Fetching the pictures of this article…</source>
        <translation>正在获取这篇文章的图片…</translation>
    </message>
    <message>
        <source>{n} of {all} pictures came.</source>
        <translation>{all} 张图片中获取到 {n} 张。</translation>
    </message>
</context>
<context>
    <name>PulseStrip</name>
    <message>
        <source>What the columns show</source>
        <extracomment>The lines of text over the bars and under them. The first day and the one after the last were picked, or None, None. Columns by another key are wanted: &quot;outlet&quot; or &quot;topic&quot;.</extracomment>
        <translation>柱形图的分组</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>每周</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>a quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>by outlet</source>
        <translation>按媒体</translation>
    </message>
    <message>
        <source>by topic</source>
        <translation>按主题</translation>
    </message>
    <message>
        <source>{unit}, {by}</source>
        <translation>{unit}，{by}</translation>
    </message>
    <message>
        <source>By outlet</source>
        <translation>按媒体</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>按主题</translation>
    </message>
    <message>
        <source>Articles over time</source>
        <translation>文章数量随时间的变化</translation>
    </message>
    <message>
        <source>busiest: {day}, {n}</source>
        <translation>最多：{day}，{n} 篇</translation>
    </message>
    <message>
        <source> of {n} match</source>
        <translation>，共 {n} 篇中符合条件的</translation>
    </message>
    <message>
        <source>, {n} in full text</source>
        <translation>，{n} 篇有全文</translation>
    </message>
    <message>
        <source>, {n} of them copies</source>
        <translation>，其中 {n} 篇为转载</translation>
    </message>
    <message>
        <source>other topics or none</source>
        <translation>其他主题或无主题</translation>
    </message>
    <message>
        <source>other outlets</source>
        <translation>其他媒体</translation>
    </message>
    <message>
        <source>{n} in full text</source>
        <translation>{n} 篇有全文</translation>
    </message>
</context>
<context>
    <name>QueryHelp</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>QuotePopover</name>
    <message>
        <source>Quote</source>
        <extracomment>Beside the actions, whose own paddings are 5: their icons stand under the bar of the speaker. The pointer came in or went out: what opened by pointing stays open under it.</extracomment>
        <translation>引语</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>Copy with citation (Y)</source>
        <translation>复制并附出处（Y）</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入清单</translation>
    </message>
    <message>
        <source>Put on a reading list (L)</source>
        <translation>加入阅读清单（L）</translation>
    </message>
    <message>
        <source>Speaker…</source>
        <translation>说话人…</translation>
    </message>
    <message>
        <source>Somebody else said it</source>
        <translation>是别人说的</translation>
    </message>
    <message>
        <source>Not a quote</source>
        <translation>不是引语</translation>
    </message>
    <message>
        <source>These words are no quote</source>
        <translation>这些文字不是引语</translation>
    </message>
</context>
<context>
    <name>QuotesScreen</name>
    <message>
        <source>Versions</source>
        <extracomment>Milliseconds before the screen says that it still reads: most answers are there sooner. An article is wanted in the reader. An article is to go on a reading list (ArticleId), with a note. The articles of a filter are wanted in the timeline.</extracomment>
        <translation>版本</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Choose a statement to see its versions and who had it first.</source>
        <translation>选择一条言论，查看它的各个版本以及谁最先刊登。</translation>
    </message>
    <message>
        <source>Same statement</source>
        <translation>同一言论</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是同一言论</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>复制并附出处</translation>
    </message>
    <message>
        <source>Add to list</source>
        <translation>加入清单</translation>
    </message>
    <message>
        <source>No statement is chosen.</source>
        <translation>没有选中言论。</translation>
    </message>
    <message>
        <source>Statement copied with its citation.</source>
        <translation>已复制言论及其出处。</translation>
    </message>
    <message>
        <source>By speaker</source>
        <translation>按说话人</translation>
    </message>
    <message>
        <source>By date</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>按主题</translation>
    </message>
    <message>
        <source>Reading the statements</source>
        <translation>正在读取言论</translation>
    </message>
    <message>
        <source>They are gathered from the articles of this view.</source>
        <translation>正从此视图的文章中汇集。</translation>
    </message>
    <message>
        <source>The statements could not be read</source>
        <translation>无法读取言论</translation>
    </message>
    <message>
        <source>{statements} in {articles}, {n_full} read in full</source>
        <translation>{articles}中的 {statements}，其中 {n_full} 篇读到全文</translation>
    </message>
    <message>
        <source>{n} statement</source>
        <translation>{n} 条言论</translation>
    </message>
    <message>
        <source>{n} statements</source>
        <translation>{n} 条言论</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>No quotes</source>
        <translation>没有引语</translation>
    </message>
    <message>
        <source>There is no article here, so nobody is quoted.</source>
        <translation>这里没有文章，所以没有引语。</translation>
    </message>
    <message>
        <source>Nobody is quoted in the articles here, though all are in full text.</source>
        <translation>这里的文章都有全文，但没有引用任何人。</translation>
    </message>
    <message>
        <source>No quotes found: {n} of {of} articles here are not in full text.</source>
        <translation>没有找到引语：这里的 {of} 篇文章中有 {n} 篇不是全文。</translation>
    </message>
    <message>
        <source>Show what is missing</source>
        <translation>显示缺全文的文章</translation>
    </message>
    <message>
        <source>The version of {outlet} may be the same statement. Confirm it or take it apart.</source>
        <translation>{outlet} 的版本可能是同一言论，请确认或拆开。</translation>
    </message>
    <message>
        <source>The decision on the statement was taken back.</source>
        <translation>已撤回对言论的判定。</translation>
    </message>
    <message>
        <source>Kept as the same statement.</source>
        <translation>已判定为同一言论。</translation>
    </message>
    <message>
        <source>Taken apart.</source>
        <translation>已拆开。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lexicon</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation>刷新所有来源</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>unknown</source>
        <extracomment>Quotes before the first one in sight that are placed with it, so that names give way the same wherever one scrolls.</extracomment>
        <translation>不明</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个单词</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 个单词</translation>
    </message>
    <message>
        <source>Full text, {length}.</source>
        <translation>全文，{length}。</translation>
    </message>
    <message>
        <source>Teaser only, {length}.</source>
        <translation>只有摘要，{length}。</translation>
    </message>
    <message>
        <source>Blocked: the site did not show the article.</source>
        <translation>受阻：网站没有显示文章。</translation>
    </message>
    <message>
        <source>Empty: no text was found.</source>
        <translation>空：没有找到正文。</translation>
    </message>
    <message>
        <source>{n} revisions.</source>
        <translation>{n} 次修订。</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>直接</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>间接</translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation>直接引语</translation>
    </message>
    <message>
        <source>Mixed quote</source>
        <translation>混合引语</translation>
    </message>
    <message>
        <source>Reported, not in quotation marks</source>
        <translation>间接引语，不在引号内</translation>
    </message>
    <message>
        <source>after “{cue}”</source>
        <translation>在“{cue}”之后</translation>
    </message>
    <message>
        <source>before “{cue}”</source>
        <translation>在“{cue}”之前</translation>
    </message>
    <message>
        <source>{n}% sure</source>
        <translation>把握 {n}%</translation>
    </message>
    <message>
        <source>Speaker unknown</source>
        <translation>说话人不明</translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Reader</source>
        <translation>阅读器</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Show who says what</source>
        <translation>显示谁说了什么</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Show my highlights and notes</source>
        <translation>显示我的高亮和笔记</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Show the words that speak for the topics</source>
        <translation>显示支持主题判断的文字</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Show figures</source>
        <translation>显示数据</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>转引</translation>
    </message>
    <message>
        <source>Show the outlets named as source</source>
        <translation>显示被转引的媒体</translation>
    </message>
    <message>
        <source>{name} layer</source>
        <translation>“{name}”图层</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation>在浏览器中打开原文</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag (T)</source>
        <translation>标签（T）</translation>
    </message>
    <message>
        <source>Put on a reading list</source>
        <translation>加入阅读清单</translation>
    </message>
    <message>
        <source>Put on a reading list (L)</source>
        <translation>加入阅读清单（L）</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>取消星标</translation>
    </message>
</context>
<context>
    <name>ReaderPanel</name>
    <message>
        <source>Nothing open</source>
        <extracomment>The page on show changed: a Page, or None when nothing is open. The lexicon&apos;s names arrived: EntityNames. The number of the current quote, -1 for none. The user wants the article starred (True) or not. The current quote is to go on a reading list, was said by somebody else, is no quote; the topics are wrong. The user wants another article (ArticleId). The notes of the article on show are there, for the first time or anew. A sentence for the status line or a toast.</extracomment>
        <translation>没有打开的文章</translation>
    </message>
    <message>
        <source>Choose an article, or press J.</source>
        <translation>请选择一篇文章，或按 J。</translation>
    </message>
    <message>
        <source>Open the newest unread</source>
        <translation>打开最新的未读文章</translation>
    </message>
    <message>
        <source>This article is no longer in the library.</source>
        <translation>这篇文章已不在资料库中。</translation>
    </message>
    <message>
        <source>No quote is chosen; press Q.</source>
        <translation>没有选中引语，请按 Q。</translation>
    </message>
    <message>
        <source>Quote copied with its citation.</source>
        <translation>已复制引语及其出处。</translation>
    </message>
    <message>
        <source>Open an article first, then look for words in it.</source>
        <translation>请先打开一篇文章，再在文中查找。</translation>
    </message>
    <message>
        <source>Open an article first, then print it.</source>
        <translation>请先打开一篇文章，再打印。</translation>
    </message>
    <message>
        <source>No quotes were found in this article.</source>
        <translation>这篇文章中没有找到引语。</translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Article</source>
        <extracomment>So much of a headline is told as the name of the page. The number of the quote pointed at for a moment, -1 when the pointer left it. A quote was pressed in the margin. A note was pressed in the margin, or its words in the text. The article&apos;s topics were pressed. An http or https link was pressed. The page moved under what floats over it.</extracomment>
        <translation>文章</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Article: {title}</source>
        <translation>文章：{title}</translation>
    </message>
</context>
<context>
    <name>Refreshing</name>
    <message>
        <source>Refreshing, {done} of {all} sources</source>
        <extracomment>An event of the refresh, on the UI thread. The line for the status and its icon. It began (True) or ended. What ended a refresh early, and what to do. What happened in the refresh under way, or the last one, but for its pages: for who comes late.</extracomment>
        <translation>正在刷新，来源 {done}/{all}</translation>
    </message>
    <message>
        <source>Reading, {done} of {all} pages</source>
        <translation>正在读取，页面 {done}/{all}</translation>
    </message>
</context>
<context>
    <name>RevisionsPanel</name>
    <message>
        <source>Older state</source>
        <extracomment>Letters of unchanged text that stand beside a change. The user wants the article&apos;s page looked at again.</extracomment>
        <translation>旧版</translation>
    </message>
    <message>
        <source>Newer state</source>
        <translation>新版</translation>
    </message>
    <message>
        <source>How the article changed</source>
        <translation>文章的改动</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation>没有打开的文章</translation>
    </message>
    <message>
        <source>Choose an article to see how it changed.</source>
        <translation>选择一篇文章，查看它的改动。</translation>
    </message>
    <message>
        <source>No changes</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>The article has not changed since {moment}.</source>
        <translation>文章自 {moment} 以来没有改动。</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>还没有正文</translation>
    </message>
    <message>
        <source>No text of this article was read, so there is nothing to compare.</source>
        <translation>没有读到这篇文章的正文，无从比较。</translation>
    </message>
    <message>
        <source>{n} change in the text</source>
        <translation>正文有 {n} 处改动</translation>
    </message>
    <message>
        <source>{n} changes in the text</source>
        <translation>正文有 {n} 处改动</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>删去</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>Rename, colour or remove tags…</source>
        <translation>重命名、着色或删除标签…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制清单</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>Rule of the list</source>
        <translation>列表页规则</translation>
    </message>
    <message>
        <source>How this site&apos;s list is read</source>
        <translation>如何读取该网站的列表页</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Preview reads the list now and keeps nothing.</source>
        <translation>预览会立即读取列表页，不收录任何内容。</translation>
    </message>
    <message>
        <source>Reading the list …</source>
        <translation>正在读取列表页…</translation>
    </message>
    <message>
        <source>What the rule brings</source>
        <translation>规则的结果</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>{n} article.</source>
        <translation>{n} 篇文章。</translation>
    </message>
    <message>
        <source>{n} articles.</source>
        <translation>{n} 篇文章。</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>无时间</translation>
    </message>
    <message>
        <source>Preview the rule first; it is saved once it works.</source>
        <translation>请先预览规则，有效后才能保存。</translation>
    </message>
</context>
<context>
    <name>RulesDialog</name>
    <message>
        <source>Rules for new articles</source>
        <translation>新文章规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>新建规则</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>policy/chips, weekly</source>
        <translation>政策/芯片，周报</translation>
    </message>
    <message>
        <source>Star it</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Mark it read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>通知我</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Do it now to what is here</source>
        <translation>立即应用于现有文章</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>When it answers</source>
        <translation>符合条件</translation>
    </message>
    <message>
        <source>Add tags</source>
        <translation>添加标签</translation>
    </message>
    <message>
        <source>The rule acts on what comes from now on.</source>
        <translation>规则将应用于今后的新文章。</translation>
    </message>
    <message>
        <source>The rule is as it was.</source>
        <translation>规则已恢复原状。</translation>
    </message>
    <message>
        <source>What the rule did was taken back.</source>
        <translation>已撤回规则所做的操作。</translation>
    </message>
    <message>
        <source>The rule acted on {n}.</source>
        <translation>规则已应用于 {n}。</translation>
    </message>
    <message>
        <source>The rule was removed; what it did stays.</source>
        <translation>已删除规则，它做过的操作保留。</translation>
    </message>
    <message>
        <source>The rule is back.</source>
        <translation>规则已恢复。</translation>
    </message>
    <message>
        <source>Acted on {n}</source>
        <translation>已应用于 {n}</translation>
    </message>
    <message>
        <source>Say which articles it is for, as in the filter bar: outlet:ft topic:chips</source>
        <translation>写明适用于哪些文章，写法同筛选栏：outlet:ft topic:chips</translation>
    </message>
    <message>
        <source>Looking for what it would have acted on…</source>
        <translation>正在查找规则会应用于哪些文章…</translation>
    </message>
    <message>
        <source>Nothing in the library answers this so far.</source>
        <translation>资料库中还没有符合条件的文章。</translation>
    </message>
    <message>
        <source>It would have acted on {n}:</source>
        <translation>会应用于 {n}：</translation>
    </message>
    <message>
        <source>and others</source>
        <translation>等等</translation>
    </message>
</context>
<context>
    <name>SavedPagesPage</name>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Watch none</source>
        <translation>不监视</translation>
    </message>
    <message>
        <source>What you save there from the browser becomes the full text of its article within seconds. Nothing in the folder is moved or changed.</source>
        <translation>从浏览器保存到其中的网页，几秒之内就成为相应文章的全文。文件夹里的文件不会被移动或改动。</translation>
    </message>
    <message>
        <source>No folder is watched for saved pages.</source>
        <translation>没有监视任何文件夹。</translation>
    </message>
    <message>
        <source>Watched for saved pages: {folder}</source>
        <translation>正在监视保存网页的文件夹：{folder}</translation>
    </message>
    <message>
        <source>Folder of saved pages</source>
        <translation>保存网页的文件夹</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Find in this article</source>
        <extracomment>Other words are looked for. The next place (1) or the one before (-1) is wanted.</extracomment>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>上一处（Shift+Enter）</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>下一处（Enter）</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>关闭查找（Esc）</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number}/{all}</translation>
    </message>
    <message>
        <source>Not in this article</source>
        <translation>文中没有</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>{n} new article in “{name}”.</source>
        <extracomment>A sentence for the window to say. New articles answer saved searches: a sentence for who is not looking. Whether the filter of the window could be saved now. The saved searches were read.</extracomment>
        <translation>“{name}”有{n}篇新文章。</translation>
    </message>
    <message>
        <source>{n} new articles in “{name}”.</source>
        <translation>“{name}”有{n}篇新文章。</translation>
    </message>
    <message>
        <source>There is no filter to save: this is every article.</source>
        <translation>没有可存储的筛选条件：这是全部文章。</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>存储搜索</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Tell me of new articles</source>
        <translation>有新文章时通知我</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>已存为“{name}”。</translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation>重命名搜索</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>The search “{name}” was removed.</source>
        <translation>已删除搜索“{name}”。</translation>
    </message>
    <message>
        <source>The saved searches are as they were.</source>
        <translation>已保存的搜索已恢复原样。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>Beside the names of the pages. Preferences that now hold. KeyBindings that now hold.</extracomment>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Network and privacy</source>
        <translation>网络与隐私</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Start Dateline again now</source>
        <translation>立即重新启动 Dateline</translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation>浅色与深色</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>when it is opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>after a while</source>
        <translation>过一会儿</translation>
    </message>
    <message>
        <source>only by hand (M)</source>
        <translation>仅手动（M）</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>Middling</source>
        <translation>适中</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Loose</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation>何时标为已读</translation>
    </message>
    <message>
        <source>A while is</source>
        <translation>“一会儿”是</translation>
    </message>
    <message>
        <source>Typeface of articles</source>
        <translation>文章字体</translation>
    </message>
    <message>
        <source>Width of the lines</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source>Room between paragraphs</source>
        <translation>段落间距</translation>
    </message>
    <message>
        <source>Refresh sources by themselves, each when its turn has come</source>
        <translation>自动刷新，各来源到时间即刷新</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>关闭窗口后在系统托盘中继续运行</translation>
    </message>
    <message>
        <source>This desktop shows no tray: closing the window ends Dateline.</source>
        <translation>此桌面没有系统托盘：关闭窗口即退出 Dateline。</translation>
    </message>
    <message>
        <source>Notices on the desktop for saved searches that want them</source>
        <translation>已存搜索有新文章时在桌面通知</translation>
    </message>
    <message>
        <source>Without a window, a scheduler can do the same with the command: dateline refresh --due</source>
        <translation>不开窗口时，可以让计划任务执行同样的命令：dateline refresh --due</translation>
    </message>
    <message>
        <source>Offer “Zotero” when exporting</source>
        <translation>导出时提供“Zotero”选项</translation>
    </message>
    <message>
        <source>Articles go to the Zotero that runs on this computer, into the collection chosen there. Nothing leaves the computer.</source>
        <translation>文章会进入本机正在运行的 Zotero 当前选中的分类，不会离开这台电脑。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Folder of the vault</source>
        <translation>笔记库文件夹</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>A folder of Markdown notes, such as an Obsidian vault: one note an article. A note that you changed is never written over.</source>
        <translation>存放 Markdown 笔记的文件夹，例如 Obsidian 笔记库：每篇文章一条笔记。您改动过的笔记不会被覆盖。</translation>
    </message>
    <message>
        <source>Citations</source>
        <translation>引文格式</translation>
    </message>
    <message>
        <source>For quotes that you copy, and for what you export until you choose another.</source>
        <translation>用于复制的引语；导出时也先用它，直到另选。</translation>
    </message>
    <message>
        <source>Dateline speaks it from its next start; filter and window stay as they are.</source>
        <translation>下次启动时生效；筛选条件和窗口保持不变。</translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Light and dark as the system</source>
        <translation>深浅色跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Comfortable cards</source>
        <translation>宽松卡片</translation>
    </message>
    <message>
        <source>Compact cards</source>
        <translation>紧凑卡片</translation>
    </message>
    <message>
        <source>Text at {percent} %</source>
        <translation>文字 {percent}%</translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation>全部设置…</translation>
    </message>
</context>
<context>
    <name>SideHead</name>
    <message>
        <source>revision {n}</source>
        <extracomment>Before the monogram of a choice without a border, as Qt sets it. Beside the words of a choice: monogram, arrow and paddings.</extracomment>
        <translation>修订 {n}</translation>
    </message>
</context>
<context>
    <name>SidebarView</name>
    <message>
        <source>Views, topics, people and outlets</source>
        <extracomment>The key of the row that the filter belongs to is another one. The menu of a row is wanted, at a place on the screen. Articles were dropped on a row that takes them: the row, and a tuple of ArticleId. A row was moved by pointer or keyboard, as a `Move` says.</extracomment>
        <translation>视图、主题、人物和媒体</translation>
    </message>
    <message>
        <source>Alt with the arrows moves saved searches, reading lists and folders.</source>
        <translation>按住 Alt 再按方向键，可移动已存搜索、阅读清单和文件夹。</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>SourcesDesk</name>
    <message>
        <source>{n} source is paused.</source>
        <extracomment>A sentence, and whether what it tells of can be undone. The articles of a source are wanted in the timeline.</extracomment>
        <translation>已暂停 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources are paused.</source>
        <translation>已暂停 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} source is asked again.</source>
        <translation>将再次询问 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources are asked again.</source>
        <translation>将再次询问 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources were removed; their articles stay.</source>
        <translation>已移除 {n} 个来源；文章仍保留。</translation>
    </message>
    <message>
        <source>{name} is as it was.</source>
        <translation>{name} 已恢复原状。</translation>
    </message>
    <message>
        <source>{n} sources are as they were.</source>
        <translation>{n} 个来源已恢复原状。</translation>
    </message>
    <message>
        <source>Import OPML</source>
        <translation>导入 OPML</translation>
    </message>
    <message>
        <source>OPML files (*.opml *.xml);;All files (*)</source>
        <translation>OPML 文件 (*.opml *.xml);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation>导出 OPML</translation>
    </message>
    <message>
        <source>OPML files (*.opml)</source>
        <translation>OPML 文件 (*.opml)</translation>
    </message>
    <message>
        <source>{name} is followed already.</source>
        <translation>已经关注“{name}”。</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>已添加“{name}”。</translation>
    </message>
    <message>
        <source>{n} source was added.</source>
        <translation>已添加 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources were added.</source>
        <translation>已添加 {n} 个来源。</translation>
    </message>
    <message>
        <source>Every source of that file is followed already.</source>
        <translation>该文件中的来源都已关注。</translation>
    </message>
    <message>
        <source>{n} source is followed no more.</source>
        <translation>不再关注 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources are followed no more.</source>
        <translation>不再关注 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} source was written.</source>
        <translation>已写出 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources were written.</source>
        <translation>已写出 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} source was changed.</source>
        <translation>已更改 {n} 个来源。</translation>
    </message>
    <message>
        <source>{n} sources were changed.</source>
        <translation>已更改 {n} 个来源。</translation>
    </message>
    <message>
        <source>The rule is kept; the list is read by it now.</source>
        <translation>规则已保存，现按它读取列表页。</translation>
    </message>
    <message>
        <source>{n} article is fetched again.</source>
        <translation>正在重新获取 {n} 篇文章。</translation>
    </message>
    <message>
        <source>{n} articles are fetched again.</source>
        <translation>正在重新获取 {n} 篇文章。</translation>
    </message>
    <message>
        <source>The login for {host} is kept.</source>
        <translation>已保存 {host} 的登录。</translation>
    </message>
    <message>
        <source>{name} was removed; its articles stay.</source>
        <translation>已删除“{name}”，它的文章保留。</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次刷新</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>In full text</source>
        <translation>全文占比</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理办法</translation>
    </message>
</context>
<context>
    <name>SourcesScreen</name>
    <message>
        <source>Sources</source>
        <extracomment>Sources to refresh; None for all. Sources that are to be edited; removed; and whether they are to be paused.</extracomment>
        <translation>来源</translation>
    </message>
    <message>
        <source>Find a source</source>
        <extracomment>By its words the table is looked through; the window&apos;s bar holds it.</extracomment>
        <translation>查找来源</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>OPML</source>
        <translation>OPML</translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation>全部刷新</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>还没有来源</translation>
    </message>
    <message>
        <source>Dateline has no source to read yet.</source>
        <translation>Dateline 还没有可以读取的来源。</translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation>导入 OPML…</translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation>导出 OPML…</translation>
    </message>
    <message>
        <source>As they were added</source>
        <translation>按添加顺序</translation>
    </message>
    <message>
        <source>Refresh these {n} sources</source>
        <translation>刷新这 {n} 个来源</translation>
    </message>
    <message>
        <source>Remove, and keep their articles</source>
        <translation>移除，但保留其文章</translation>
    </message>
    <message>
        <source>Refresh this source</source>
        <translation>刷新此来源</translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation>显示它的文章</translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation>打开网站</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Login…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Remove, and keep its articles</source>
        <translation>删除来源，保留文章</translation>
    </message>
</context>
<context>
    <name>SourcesTable</name>
    <message>
        <source>Sources</source>
        <extracomment>Something is to be done about a source: its line and the `Remedy`. Sources, as their lines, that are to be opened for editing. Sources, as their lines, of which the menu is wanted at a place on the screen, or which are to be removed. The rows are to be sorted by a column, or the other way round.</extracomment>
        <translation>来源</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新建…</translation>
    </message>
    <message>
        <source>Rename or merge…</source>
        <translation>重命名或合并…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>A name that is taken merges the two; policy/chips puts chips below policy.</source>
        <translation>改成已有的名称会将两者合并；“政策/芯片”会把“芯片”放到“政策”之下。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>新建标签</translation>
    </message>
    <message>
        <source>Name, such as policy/chips:</source>
        <translation>名称，例如“政策/芯片”：</translation>
    </message>
    <message>
        <source>The tag was taken back.</source>
        <translation>已撤回标签。</translation>
    </message>
    <message>
        <source>Rename or merge</source>
        <translation>重命名或合并</translation>
    </message>
    <message>
        <source>New name for “{tag}”:</source>
        <translation>“{tag}”的新名称：</translation>
    </message>
    <message>
        <source>The tags have their names again.</source>
        <translation>标签已恢复原名。</translation>
    </message>
    <message>
        <source>The tag has its colour again.</source>
        <translation>标签已恢复原来的颜色。</translation>
    </message>
    <message>
        <source>The tag is back.</source>
        <translation>标签已恢复。</translation>
    </message>
    <message>
        <source>The tag “{tag}” was removed.</source>
        <translation>已删除标签“{tag}”。</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>Tag, or policy/chips for one below another</source>
        <extracomment>The dialog that orders tags is wanted.</extracomment>
        <translation>标签，或用“政策/芯片”表示上下级</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>There is no article here to tag.</source>
        <translation>这里没有可以加标签的文章。</translation>
    </message>
    <message>
        <source>The 1 article of this list</source>
        <translation>当前列表的 1 篇文章</translation>
    </message>
    <message>
        <source>All {n} articles of this list</source>
        <translation>当前列表的全部 {n} 篇文章</translation>
    </message>
    <message>
        <source>Make the tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
    <message>
        <source>{n} tagged “{tag}”.</source>
        <translation>已为 {n}加上标签“{tag}”。</translation>
    </message>
    <message>
        <source>“{tag}” was taken off {n}.</source>
        <translation>已从 {n}去掉标签“{tag}”。</translation>
    </message>
    <message>
        <source>The tags are as they were.</source>
        <translation>标签已恢复原状。</translation>
    </message>
</context>
<context>
    <name>TermsModel</name>
    <message>
        <source>Term</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>as shipped</source>
        <translation>出厂内容</translation>
    </message>
    <message>
        <source>zh</source>
        <translation>中</translation>
    </message>
    <message>
        <source>en</source>
        <translation>英</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>yours, shipped as {strength}</source>
        <translation>您的，默认为“{strength}”</translation>
    </message>
</context>
<context>
    <name>TermsPanel</name>
    <message>
        <source>Remove this topic</source>
        <extracomment>The terms have what these leave over. Left and right of everything; and from the table&apos;s edge to the words of its first column. The edit of a term, or the topic of the user&apos;s own, is to be taken back. What stands in the bar, to be tried; None where it changes nothing.</extracomment>
        <translation>删除此主题</translation>
    </message>
    <message>
        <source>Add a term</source>
        <translation>添加词条</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词条</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>{n} term</source>
        <translation>{n} 个词条</translation>
    </message>
    <message>
        <source>{n} terms</source>
        <translation>{n} 个词条</translation>
    </message>
    <message>
        <source>A topic of your own: given once its terms, each counted once, are worth a strong one.</source>
        <translation>自建主题：各词条只计一次，合计达到一个强词条的分量即归入。</translation>
    </message>
    <message>
        <source>One of the signals that tell US–China AI; it is no topic itself.</source>
        <translation>用于判断中美人工智能的信号之一，本身不是主题。</translation>
    </message>
    <message>
        <source>Given when headline, lead and text speak for it strongly enough.</source>
        <translation>标题、导语和正文的依据足够强时归入。</translation>
    </message>
    <message>
        <source>{n} changed by you</source>
        <translation>您改动了 {n} 个</translation>
    </message>
    <message>
        <source>{counts}.</source>
        <translation>{counts}。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>The library did not answer</source>
        <extracomment>The user went to an article. Another filter is wanted, by the pulse or an empty list&apos;s button. An empty list&apos;s button was pressed: a `Remedy` that is the window&apos;s to carry out. A sentence for the window to say. The list has no article (True), or has some again. The pulse shows columns of another key: &quot;outlet&quot; or &quot;topic&quot;. How many articles answer the filter.</extracomment>
        <translation>资料库没有响应</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No article matches</source>
        <translation>没有匹配的文章</translation>
    </message>
    <message>
        <source>No unread article below.</source>
        <translation>下方没有未读文章。</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Articles</source>
        <extracomment>So many articles that are chosen together stay so when the rows change under them. The user went to an article (by key or pointer). The current article is to be read: the keyboard goes to it. What is in sight changed. More or fewer articles are chosen together. What can be done with the chosen articles is to be offered at a place of the screen. The story of an article was asked for that has no other article in this list.</extracomment>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <extracomment>Kept free at both sides, in pixels. Between the sentence and what it stands above.</extracomment>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Dateline</source>
        <extracomment>The window is wanted back.</extracomment>
        <translation>打开 Dateline</translation>
    </message>
    <message>
        <source>{n} unread article</source>
        <translation>{n} 篇未读文章</translation>
    </message>
    <message>
        <source>{n} unread articles</source>
        <translation>{n} 篇未读文章</translation>
    </message>
    <message>
        <source>Dateline: {unread}</source>
        <translation>Dateline：{unread}</translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message>
        <source>There is nothing to undo.</source>
        <extracomment>A sentence, and whether what it tells can be undone. Another act is the one that would be taken back.</extracomment>
        <translation>没有可以撤销的操作。</translation>
    </message>
</context>
<context>
    <name>VersionsBar</name>
    <message>
        <source>Versions of the article</source>
        <translation>文章的版本</translation>
    </message>
    <message>
        <source>As I read it</source>
        <translation>我读到的版本</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何改动</translation>
    </message>
    <message>
        <source>Keep the newest</source>
        <translation>改用最新版本</translation>
    </message>
    <message>
        <source>Let the list point to the newest version</source>
        <translation>让清单指向最新版本</translation>
    </message>
    <message>
        <source>This list keeps revision {n} of {all}, as it was read on {moment}. There is a newer version.</source>
        <translation>清单保留的是第 {n} 个修订（共 {all} 个），即 {moment} 读到的样子。文章已有更新的版本。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Follow the coverage from both sides</source>
        <extracomment>How wide the lines of the lead run. An outlet&apos;s row at its lowest, how wide its tick is with the ring, where its words begin, and the air around them. The sources to start with. The login at the site of these sources is to be asked for. Another language of the interface is wanted: a Language.</extracomment>
        <translation>两边的报道，一起看</translation>
    </message>
    <message>
        <source>Dateline reads the outlets below every half hour, marks who said what, and keeps everything on this computer. Choose where to start.</source>
        <translation>Dateline 每半小时读取以下媒体，标出谁说了什么，所有内容只保存在这台电脑上。请选择从哪里开始。</translation>
    </message>
    <message>
        <source>The sample opens in a library of its own and can be thrown away.</source>
        <translation>样例报道在单独的资料库中打开，用后即可丢弃。</translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation>开始阅读</translation>
    </message>
    <message>
        <source>Add your OPML…</source>
        <translation>导入您的 OPML…</translation>
    </message>
    <message>
        <source>Open the sample coverage</source>
        <translation>打开样例报道</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>第一步</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Why this topic?</source>
        <extracomment>A piece of evidence was chosen: its term. The chosen topic is right for the open article, or not. Of each topic that the user corrected in the open article, whether it belongs there.</extracomment>
        <translation>为什么是这个主题？</translation>
    </message>
    <message>
        <source>Words that speak for the topic</source>
        <translation>支持该主题的文字</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Not this topic</source>
        <translation>不是这个主题</translation>
    </message>
    <message>
        <source>Your corrections…</source>
        <translation>您的更正…</translation>
    </message>
    <message>
        <source>A correction holds for this article for good; two of a kind lower the terms that misled.</source>
        <translation>更正对这篇文章永久有效；同类更正满两次，会降低误判词条的权重。</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>没有打开的文章。</translation>
    </message>
    <message>
        <source>Open one in the reader and come back: its words are tried here.</source>
        <translation>在阅读器中打开一篇再回来，即可在此用它的文字试验。</translation>
    </message>
    <message>
        <source>Reading this article…</source>
        <translation>正在读取这篇文章…</translation>
    </message>
    <message>
        <source>no topic</source>
        <translation>无主题</translation>
    </message>
    <message>
        <source>Filed under: {topics}</source>
        <translation>已归入：{topics}</translation>
    </message>
    <message>
        <source>not filed</source>
        <translation>未归入</translation>
    </message>
    <message>
        <source>{share} % sure</source>
        <translation>把握 {share}%</translation>
    </message>
    <message>
        <source>{topic}: {before} → {after}</source>
        <translation>{topic}：{before} → {after}</translation>
    </message>
    <message>
        <source>Filed under {topic}: you said so.</source>
        <translation>归入“{topic}”：由您更正。</translation>
    </message>
    <message>
        <source>Not about {topic}: you said so.</source>
        <translation>与“{topic}”无关：由您更正。</translation>
    </message>
    <message>
        <source>This article is not filed under {topic}.</source>
        <translation>这篇文章没有归入“{topic}”。</translation>
    </message>
    <message>
        <source>Filed under {topic}, {sure}, by these words:</source>
        <translation>归入“{topic}”，{sure}，依据是：</translation>
    </message>
    <message>
        <source>Would gain {topics}.</source>
        <translation>将增加：{topics}。</translation>
    </message>
    <message>
        <source>Would lose {topics}.</source>
        <translation>将失去：{topics}。</translation>
    </message>
    <message>
        <source>Would be filed as it is.</source>
        <translation>归类不变。</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>paragraph {n}</source>
        <translation>第 {n} 段</translation>
    </message>
</context>
<context>
    <name>WindowParts</name>
    <message>
        <source>My highlights and notes</source>
        <extracomment>The sample coverage is wanted, in a window of its own.</extracomment>
        <translation>我的高亮和笔记</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>{first}, and {n} more</source>
        <extracomment>An article of a reading list is to have a star, or none. The screen of reading lists is to be shown. The reading screen is to be shown again. The words that speak for the topics of the open article are wanted. A reading list is to be handed over. The window closes: what is being written is to be kept.</extracomment>
        <translation>{first}，另有 {n} 项</translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>from the page</source>
        <translation>来自页面</translation>
    </message>
    <message>
        <source>from the feed</source>
        <translation>来自订阅源</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>手动收录</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>{n} of {all}</source>
        <extracomment>Between a sentence and the words that do something about it. Widths of the columns but the last, which takes the rest. Narrower than this, two columns give their room to the last. A day with as many digits as there are, and the room between its time and the next column.</extracomment>
        <translation>{n}/{all}</translation>
    </message>
</context>
<context>
    <name>_Foot</name>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lexicon</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Refresh all sources</source>
        <extracomment>What is learnt within so long is shown together. A row&apos;s filter is wanted: the filter, and whether it adds to the one there is.</extracomment>
        <translation>刷新所有来源</translation>
    </message>
</context>
<context>
    <name>_More</name>
    <message>
        <source>{n} more conditions; press to see the filter as text</source>
        <translation>还有 {n} 个条件；点击以文字显示筛选条件</translation>
    </message>
</context>
<context>
    <name>_OutletRow</name>
    <message>
        <source>Full text, no sign-in.</source>
        <translation>全文，无需登录。</translation>
    </message>
    <message>
        <source>Teasers only, until you add the cookies of your subscription.</source>
        <translation>只有摘要，添加订阅账号的 Cookie 后才有全文。</translation>
    </message>
    <message>
        <source>Headlines and summaries: its pages ask for proof of being human.</source>
        <translation>只有标题和摘要：页面要求人机验证。</translation>
    </message>
    <message>
        <source>What it gives is not known yet.</source>
        <translation>尚不清楚它提供什么。</translation>
    </message>
    <message>
        <source>Add cookies</source>
        <translation>添加 Cookie</translation>
    </message>
    <message>
        <source>Add cookies for {outlet}</source>
        <translation>为{outlet}添加 Cookie</translation>
    </message>
    <message>
        <source>Your login is kept; the first reading shows what it opens.</source>
        <translation>登录已保存，首次读取后即可知道能看到多少。</translation>
    </message>
</context>
<context>
    <name>_Terms</name>
    <message>
        <source>Terms of the topic</source>
        <translation>主题的词条</translation>
    </message>
</context>
<context>
    <name>_Topics</name>
    <message>
        <source>Topics and tags: {names}</source>
        <translation>主题和标签：{names}</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 篇</translation>
    </message>
    <message>
        <source>also in {outlets} ({n})</source>
        <translation>另见 {outlets}（{n}）</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>未具名</translation>
    </message>
    <message>
        <source>Teaser</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation>{n} 条笔记</translation>
    </message>
    <message>
        <source>full text</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>story of {n}</source>
        <translation>同一事件共 {n} 篇</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>{n} quote</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>{n} quotes</source>
        <translation>{n} 条引语</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy the links</source>
        <translation>复制这些链接</translation>
    </message>
</context>
<context>
    <name>chip</name>
    <message>
        <source>not {field}</source>
        <translation>非 {field}</translation>
    </message>
    <message>
        <source>not</source>
        <translation>非</translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>{day}, {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
</context>
<context>
    <name>empty</name>
    <message>
        <source>Fetching</source>
        <translation>正在获取</translation>
    </message>
    <message>
        <source>The first articles are on their way: {done} of {all} sources read.</source>
        <translation>第一批文章即将到来：已读取 {done}/{all} 个来源。</translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation>查看活动</translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation>还没有来源</translation>
    </message>
    <message>
        <source>Dateline has no source to read yet.</source>
        <translation>Dateline 还没有可以读取的来源。</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>No article yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>The one source could not be read.</source>
        <translation>唯一的来源无法读取。</translation>
    </message>
    <message>
        <source>None of the {n} sources could be read.</source>
        <translation>{n} 个来源都无法读取。</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>查看问题</translation>
    </message>
    <message>
        <source>The sources were read, and have brought no article.</source>
        <translation>来源已读取，但没有带来文章。</translation>
    </message>
    <message>
        <source>The sources have not been read yet.</source>
        <translation>来源尚未读取。</translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>You have read everything here.</source>
        <translation>这里的文章您都读过了。</translation>
    </message>
    <message>
        <source>Show read articles</source>
        <translation>显示已读文章</translation>
    </message>
    <message>
        <source>Nothing starred</source>
        <translation>没有星标文章</translation>
    </message>
    <message>
        <source>You have not starred an article yet; press S on one.</source>
        <translation>还没有为文章加过星标；在文章上按 S 即可。</translation>
    </message>
    <message>
        <source>Open All</source>
        <translation>打开“全部”</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>没有笔记</translation>
    </message>
    <message>
        <source>Notes you write appear here.</source>
        <translation>您写的笔记会出现在这里。</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新文章</translation>
    </message>
    <message>
        <source>Nothing new since midnight.</source>
        <translation>零点以来没有新文章。</translation>
    </message>
    <message>
        <source>No article matches</source>
        <translation>没有符合条件的文章</translation>
    </message>
    <message>
        <source>No article in this library has these words.</source>
        <translation>资料库中没有包含这些文字的文章。</translation>
    </message>
    <message>
        <source>No article in this library answers {condition}.</source>
        <translation>资料库里没有符合{condition}的文章。</translation>
    </message>
    <message>
        <source>No article in this library meets even all but one of these conditions.</source>
        <translation>即使去掉其中任何一个条件，资料库中也没有符合的文章。</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选条件</translation>
    </message>
    <message>
        <source>Without {condition} there would be {found}.</source>
        <translation>去掉{condition}会有 {found}。</translation>
    </message>
    <message>
        <source>Leave out {condition}</source>
        <translation>去掉{condition}</translation>
    </message>
</context>
<context>
    <name>joined</name>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Going to a view</source>
        <translation>前往视图</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇文章</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇文章</translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation>下一篇未读文章</translation>
    </message>
    <message>
        <source>Scroll, then the next unread article</source>
        <translation>滚动，读完后到下一篇未读文章</translation>
    </message>
    <message>
        <source>Open the article and read it</source>
        <translation>打开文章阅读</translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation>在浏览器中打开原文</translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation>下一条引语</translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation>上一条引语</translation>
    </message>
    <message>
        <source>Copy the quote with its citation</source>
        <translation>复制引语并附出处</translation>
    </message>
    <message>
        <source>Compare with another outlet</source>
        <translation>与另一家媒体对比</translation>
    </message>
    <message>
        <source>Highlight the selection, or choose words</source>
        <translation>高亮选中的文字，或选择要高亮的文字</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>写笔记</translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation>下一处高亮</translation>
    </message>
    <message>
        <source>Tag the article, or all of this list</source>
        <translation>为文章或整个列表加标签</translation>
    </message>
    <message>
        <source>Put on a reading list</source>
        <translation>加入阅读清单</translation>
    </message>
    <message>
        <source>Say who said the quote</source>
        <translation>指出引语是谁说的</translation>
    </message>
    <message>
        <source>Say that it is no quote</source>
        <translation>指出这不是引语</translation>
    </message>
    <message>
        <source>Correct the topics</source>
        <translation>更正主题</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Rules for new articles</source>
        <translation>新文章规则</translation>
    </message>
    <message>
        <source>Mark read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Get the full text again</source>
        <translation>重新获取全文</translation>
    </message>
    <message>
        <source>Show the pictures of the article</source>
        <translation>显示文章图片</translation>
    </message>
    <message>
        <source>Star, or remove the star</source>
        <translation>加星标或取消星标</translation>
    </message>
    <message>
        <source>Mark all of this list read</source>
        <translation>将整个列表标为已读</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文中查找</translation>
    </message>
    <message>
        <source>Filter as text, or as chips</source>
        <translation>切换筛选条件的文字与标签块</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>存储此搜索</translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation>刷新所有来源</translation>
    </message>
    <message>
        <source>US–China AI</source>
        <translation>中美人工智能</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Lexicon</source>
        <translation>词典</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Print the article, or save it as PDF</source>
        <translation>打印文章或存为 PDF</translation>
    </message>
    <message>
        <source>Keep the page that was copied in the browser</source>
        <translation>收录在浏览器中复制的页面</translation>
    </message>
    <message>
        <source>Export these articles, or this reading list</source>
        <translation>导出这些文章或此阅读清单</translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation>折叠或展开侧栏</translation>
    </message>
    <message>
        <source>Fold or unfold the inspector</source>
        <translation>折叠或展开检查器</translation>
    </message>
    <message>
        <source>Do or go to anything</source>
        <translation>执行任意操作或前往任意位置</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>添加来源</translation>
    </message>
    <message>
        <source>Import sources from OPML</source>
        <translation>从 OPML 导入来源</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>菜单栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Minimise</source>
        <translation>最小化</translation>
    </message>
    <message>
        <source>What can be asked: the query language</source>
        <translation>可以怎样查询：查询语言</translation>
    </message>
    <message>
        <source>About Dateline</source>
        <translation>关于 Dateline</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>Quit Dateline</source>
        <translation>退出 Dateline</translation>
    </message>
</context>
<context>
    <name>lexicon</name>
    <message>
        <source>Sure</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Faint</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Not looked for</source>
        <translation>不查找</translation>
    </message>
    <message>
        <source>AI</source>
        <translation>人工智能</translation>
    </message>
    <message>
        <source>The American side</source>
        <translation>美方</translation>
    </message>
    <message>
        <source>American firms and people</source>
        <translation>美国企业和人物</translation>
    </message>
    <message>
        <source>The Chinese side</source>
        <translation>中方</translation>
    </message>
    <message>
        <source>Chinese firms and people</source>
        <translation>中国企业和人物</translation>
    </message>
    <message>
        <source>What lies between them</source>
        <translation>双方之间的议题</translation>
    </message>
    <message>
        <source>What one does to the other</source>
        <translation>一方对另一方的举措</translation>
    </message>
    <message>
        <source>Other countries</source>
        <translation>其他国家</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>实验室</translation>
    </message>
    <message>
        <source>Agency</source>
        <translation>机构</translation>
    </message>
    <message>
        <source>Think tank</source>
        <translation>智库</translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>Law or rule</source>
        <translation>法律法规</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>美国</translation>
    </message>
    <message>
        <source>China</source>
        <translation>中国</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>European Union</source>
        <translation>欧盟</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>英国</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>日本</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>韩国</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>荷兰</translation>
    </message>
    <message>
        <source>“{term}” does not speak for {topic}</source>
        <translation>“{term}”不支持主题“{topic}”</translation>
    </message>
    <message>
        <source>“{term}” speaks for {topic}: {strength}</source>
        <translation>“{term}”支持主题“{topic}”：{strength}</translation>
    </message>
    <message>
        <source>{name} is not looked for</source>
        <translation>不查找“{name}”</translation>
    </message>
    <message>
        <source>{name} is changed or added</source>
        <translation>已改动或添加“{name}”</translation>
    </message>
    <message>
        <source>Topic of your own: {name}</source>
        <translation>自建主题：{name}</translation>
    </message>
</context>
<context>
    <name>lists</name>
    <message>
        <source>Reading lists (*.dateline-list.json *.json);;All files (*)</source>
        <translation>阅读清单 (*.dateline-list.json *.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>newer version</source>
        <translation>有新版本</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>添加笔记</translation>
    </message>
    <message>
        <source>teaser only</source>
        <translation>只有摘要</translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation>修订 {n}</translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>To use</source>
        <translation>可引用</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Its words are not in the article as it is now.</source>
        <translation>文章现在的版本中没有这段文字。</translation>
    </message>
    <message>
        <source>Its words stood in revision {n}; the article no longer has them.</source>
        <translation>这段文字见于修订 {n}，文章现已没有。</translation>
    </message>
</context>
<context>
    <name>outlet</name>
    <message>
        <source>Unknown outlet</source>
        <extracomment>Outlets published in Chinese carry both names.</extracomment>
        <translation>未知媒体</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Print the article</source>
        <translation>打印文章</translation>
    </message>
</context>
<context>
    <name>refresh</name>
    <message>
        <source>The refresh ended early</source>
        <translation>刷新提前结束</translation>
    </message>
    <message>
        <source>The refresh was stopped</source>
        <translation>刷新已停止</translation>
    </message>
    <message>
        <source>{n} of {all} sources failed</source>
        <translation>{all} 个来源中有 {n} 个失败</translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation>没有新文章</translation>
    </message>
    <message>
        <source>{n} new article</source>
        <translation>{n} 篇新文章</translation>
    </message>
    <message>
        <source>{n} new articles</source>
        <translation>{n} 篇新文章</translation>
    </message>
    <message>
        <source>Not refreshed yet</source>
        <translation>尚未刷新</translation>
    </message>
    <message>
        <source>Refreshed {when}</source>
        <translation>刷新于 {when}</translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message>
        <source>open</source>
        <extracomment>Of more rows that changed it is told at once, with those between them.</extracomment>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>People and organisations</source>
        <translation>人物和机构</translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Reading lists</source>
        <translation>阅读清单</translation>
    </message>
    <message>
        <source>US–China AI</source>
        <translation>中美人工智能</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>With notes</source>
        <translation>有笔记</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>引语</translation>
    </message>
    <message>
        <source>It could not be read at its last turn.</source>
        <extracomment>What a row takes of a source: first where it stands and what it asks, then how the source does.</extracomment>
        <translation>上次读取失败。</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>已暂停。</translation>
    </message>
    <message>
        <source>None of its {n} articles is in full text.</source>
        <translation>它的 {n} 篇文章都没有全文。</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>还有 {n} 项</translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Without a folder</source>
        <translation>不在文件夹中</translation>
    </message>
    <message>
        <source>{n} of {all} articles in full text</source>
        <translation>{all} 篇文章中 {n} 篇有全文</translation>
    </message>
    <message>
        <source>last success {when}</source>
        <translation>上次成功：{when}</translation>
    </message>
    <message>
        <source>next {when}</source>
        <translation>下次：{when}</translation>
    </message>
    <message>
        <source>{n} source</source>
        <extracomment>Intervals that are offered, in minutes. The marks of the states, the one that most needs somebody first. Minutes until a source is asked again whose rhythm nobody knows yet.</extracomment>
        <translation>{n} 个来源</translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation>{n} 个来源</translation>
    </message>
    <message>
        <source>{n} needs attention</source>
        <translation>{n} 个需要处理</translation>
    </message>
    <message>
        <source>{n} need attention</source>
        <translation>{n} 个需要处理</translation>
    </message>
    <message>
        <source>{full} of {all} articles in full text</source>
        <translation>{all} 篇文章中 {full} 篇有全文</translation>
    </message>
    <message>
        <source>{counts}. {share}</source>
        <translation>{counts}。{share}</translation>
    </message>
    <message>
        <source>It answers, but lists no article.</source>
        <translation>有回应，但没有列出文章。</translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} 篇文章</translation>
    </message>
    <message>
        <source>the newest of {when}</source>
        <translation>最新的是 {when}</translation>
    </message>
    <message>
        <source>without dates</source>
        <translation>没有日期</translation>
    </message>
    <message>
        <source>{articles}, {newest}, {full} in full.</source>
        <translation>{articles}，{newest}，{full} 篇有全文。</translation>
    </message>
    <message>
        <source>ETag {tag}</source>
        <translation>ETag {tag}</translation>
    </message>
    <message>
        <source>last modified {when}</source>
        <translation>最后修改于 {when}</translation>
    </message>
    <message>
        <source>asked {when}</source>
        <translation>询问于 {when}</translation>
    </message>
    <message>
        <source>{when}, every {interval}</source>
        <translation>{when}，每 {interval}一次</translation>
    </message>
    <message>
        <source>its server says that nothing changes before {when}</source>
        <translation>服务器称 {when} 之前不会变化</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>下次刷新</translation>
    </message>
    <message>
        <source>Asked again with</source>
        <translation>再次询问时附带</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} 小时</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n} 天</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Failed {n} times</source>
        <translation>已失败 {n} 次</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未询问</translation>
    </message>
    <message>
        <source>Teasers only</source>
        <translation>只有摘要</translation>
    </message>
    <message>
        <source>Mostly teasers</source>
        <translation>多为摘要</translation>
    </message>
    <message>
        <source>Working, {n} new</source>
        <translation>正常，{n} 篇新文章</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Look for a new one</source>
        <translation>寻找新网址</translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation>您已将其暂停。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>It could not be read at its last turn.</source>
        <translation>上次读取失败。</translation>
    </message>
    <message>
        <source>Login…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The site asks for proof of being human.</source>
        <translation>网站要求人机验证。</translation>
    </message>
    <message>
        <source>The site asks for a subscription.</source>
        <translation>网站要求订阅。</translation>
    </message>
    <message>
        <source>Its pages give little of the articles.</source>
        <translation>网页多为摘要。</translation>
    </message>
    <message>
        <source>Add your cookies</source>
        <translation>添加您的 Cookie</translation>
    </message>
    <message>
        <source>listing page</source>
        <translation>列表页</translation>
    </message>
    <message>
        <source>feed</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
</context>
<context>
    <name>topic</name>
    <message>
        <source>US–China AI</source>
        <translation>中美人工智能</translation>
    </message>
    <message>
        <source>Export controls</source>
        <translation>出口管制</translation>
    </message>
    <message>
        <source>Chips</source>
        <translation>芯片</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Open-source models</source>
        <translation>开源模型</translation>
    </message>
    <message>
        <source>Compute &amp; energy</source>
        <translation>算力与能源</translation>
    </message>
    <message>
        <source>Investment</source>
        <translation>投资</translation>
    </message>
    <message>
        <source>Talent</source>
        <translation>人才</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>监管</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Data &amp; platforms</source>
        <translation>数据与平台</translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation>供应链</translation>
    </message>
    <message>
        <source>Trade &amp; diplomacy</source>
        <translation>贸易与外交</translation>
    </message>
</context>
</TS>
