<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActivityScreen</name>
    <message>
        <source>Activity</source>
        <extracomment>Lines kept of one refresh. The source of a line was chosen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each source brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} sources failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} new, {changed} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not its turn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of a site or feed, or an outlet&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at {address}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} way in. Nothing is added yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} ways in. Nothing is added yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list of articles on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It gives its articles in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teasers only, until you add the cookies of your subscription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its pages ask for proof of being human: headlines and summaries only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BelowTitle</name>
    <message>
        <source>By {authors}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bug</name>
    <message>
        <source>Dateline met a bug. Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The details below help whoever mends it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>{condition}, cannot be read</source>
        <extracomment>The keyboard wants the chip before (-1) or after (1).</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete removes it, Return edits it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditSourceDialog</name>
    <message>
        <source>Edit source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles that are kept already stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterField</name>
    <message>
        <source>Filter</source>
        <extracomment>Another filter is wanted. Escape or the down arrow: the list is meant.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the filter as chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the filter as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, or type topic: outlet: speaker:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Highlighting</name>
    <message>
        <source>There are no words here to highlight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys choose the words, with Shift more or fewer; H highlights them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no notes on this article; H highlights, E writes one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note says again what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight means what it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highlight is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Keys of</source>
        <extracomment>Other keys are wanted: KeyBindings.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{keys} does more than one thing: {acts}. Neither will work.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListHead</name>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person or organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list beside this is empty, so there is nothing to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is followed again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Everything here is read already.</source>
        <extracomment>A sentence, and whether it can be undone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} starred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The star was removed from {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} marked unread.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteCard</name>
    <message>
        <source>Highlight and note</source>
        <extracomment>It wants to close: its work is done. It needs another height.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note, in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter or Esc keeps it and closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without a note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Note, in Markdown</source>
        <extracomment>Ctrl+Enter or Esc. The keyboard went elsewhere.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutletLine</name>
    <message>
        <source>Sample, not an article of this outlet</source>
        <extracomment>Under the chips, then the hairline, then the text.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Do or go to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PulseStrip</name>
    <message>
        <source>Articles over time</source>
        <extracomment>The first day and the one after the last were picked, or None, None.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>busiest: {day}, {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> of {n} match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {n} in full text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a day, by outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a week, by outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a month, by outlet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} in full text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuotePopover</name>
    <message>
        <source>Quote</source>
        <extracomment>The pointer came in or went out: what opened by pointing stays open under it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with citation (Y)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>unknown</source>
        <extracomment>Quotes before the first one in sight that are placed with it, so that names give way the same wherever one scrolls.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full text, {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaser only, {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked: the site did not show the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: no text was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} revisions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported, not in quotation marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after “{cue}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before “{cue}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n}% sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderBar</name>
    <message>
        <source>Reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who says what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my highlights and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the words that speak for the topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the outlets named as source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderPanel</name>
    <message>
        <source>Nothing open</source>
        <extracomment>The page on show changed: a Page, or None when nothing is open. The lexicon&apos;s names arrived: EntityNames. The number of the current quote, -1 for none. The user wants the article starred (True) or not. The notes of the article on show are there, for the first time or anew. A sentence for the status line or a toast.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an article, or press J.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the newest unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is no longer in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quote is chosen; press Q.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote copied with its citation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quotes were found in this article.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReaderView</name>
    <message>
        <source>Article</source>
        <extracomment>The number of the quote pointed at for a moment, -1 when the pointer left it. A quote was pressed in the margin. A note was pressed in the margin, or its words in the text. An http or https link was pressed. The page moved under what floats over it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refreshing</name>
    <message>
        <source>Refreshing, {done} of {all} sources</source>
        <extracomment>An event of the refresh, on the UI thread. The line for the status and its icon. It began (True) or ended.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading, {done} of {all} pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RevisionsPanel</name>
    <message>
        <source>Older state</source>
        <extracomment>Letters of unchanged text that stand beside a change. The user wants the article&apos;s page looked at again.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newer state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the article changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an article to see how it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article has not changed since {moment}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No text of this article was read, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} change in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} changes in the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <extracomment>Preferences that now hold. KeyBindings that now hold.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it is opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a while</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only by hand (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A while is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh sources by themselves, each when its turn has come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed, and go on refreshing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a window, a scheduler can do the same with the command: dateline refresh --due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline speaks it from its next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsMenu</name>
    <message>
        <source>Light and dark as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidebarView</name>
    <message>
        <source>Views, topics, people and outlets</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesDesk</name>
    <message>
        <source>Import OPML</source>
        <extracomment>A sentence, and whether what it tells of can be undone. The articles of a source are wanted in the timeline.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML files (*.opml *.xml);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export OPML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML files (*.opml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is followed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} source was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sources were added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every source of that file is followed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} source was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sources were written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was removed; its articles stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last success</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesScreen</name>
    <message>
        <source>Sources</source>
        <extracomment>Sources to refresh; None for all. A source&apos;s id, and whether it is to be paused.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OPML</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline has no source to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import OPML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export OPML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cookies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove, and keep its articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesTable</name>
    <message>
        <source>Sources</source>
        <extracomment>Something is to be done about a source: its line and the `Remedy`. A source is to be opened for editing. The menu of a source is wanted at a place on the screen.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message>
        <source>The library did not answer</source>
        <extracomment>The user went to an article. Another filter is wanted, by the pulse or an empty list&apos;s button. An empty list&apos;s button was pressed: a `Remedy` that is the window&apos;s to carry out. A sentence for the window to say. The list has no article (True), or has some again. How many articles answer the filter.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No unread article below.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Articles</source>
        <extracomment>The user went to an article (by key or pointer). What is in sight changed.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoStack</name>
    <message>
        <source>There is nothing to undo.</source>
        <extracomment>A sentence, and whether what it tells can be undone.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Follow the coverage from both sides</source>
        <extracomment>The sources to start with.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline reads the outlets below every half hour, marks who said what, and keeps everything on this computer. Choose where to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample opens in a library of its own and can be thrown away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your OPML…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample coverage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Choice</name>
    <message>
        <source>from the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>{n} of {all}</source>
        <extracomment>Widths of the columns but the last, which takes the rest.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Foot</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Head</name>
    <message>
        <source>Refresh all sources</source>
        <extracomment>A row&apos;s filter is wanted: the filter, and whether it adds to the one there is.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_More</name>
    <message>
        <source>{n} more conditions; press to see the filter as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_OutletRow</name>
    <message>
        <source>Full text, no sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teasers only, until you add the cookies of your subscription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headlines and summaries: its pages ask for proof of being human.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it gives is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Topics</name>
    <message>
        <source>Topics: {names}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teaser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} quotes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>chip</name>
    <message>
        <source>not {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>empty</name>
    <message>
        <source>Fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first articles are on their way: {done} of {all} sources read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateline has no source to read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sources have not been read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have read everything here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show read articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have not starred an article yet; press S on one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes you write appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new since midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article in this library has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article in this library meets even all but one of these conditions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without {condition} there would be {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out {condition}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Going to a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unread article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll, then the next unread article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the article and read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the quote with its citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highlight what is selected, or choose words to highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next highlight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark read or unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star, or remove the star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all of this list read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter as text, or as chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh all sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US–China AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold the sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold or unfold the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do or go to anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>notes</name>
    <message>
        <source>Key point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words are not in the article as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its words stood in revision {n}; the article no longer has them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>outlet</name>
    <message>
        <source>Unknown outlet</source>
        <extracomment>Outlets published in Chinese carry both names.</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>refresh</name>
    <message>
        <source>The refresh was stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} sources failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} new articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not refreshed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refreshed {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US–China AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be read at its last turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its {n} articles is in full text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sources</name>
    <message>
        <source>Without a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all} articles in full text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last success {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} need attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{full} of {all} articles in full text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed {n} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teasers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mostly teasers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working, {n} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You paused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be read at its last turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site asks for proof of being human.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The site asks for a subscription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add your cookies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listing page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>topic</name>
    <message>
        <source>US–China AI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open-source models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compute &amp; energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Investment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data &amp; platforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supply chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trade &amp; diplomacy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
