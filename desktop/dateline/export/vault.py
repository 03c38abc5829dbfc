"""A vault of Markdown notes, such as Obsidian's: one note an article. What the user changed in a note stays.

Each note's front matter names the article it is of and the hash of the note as it was written here. A note whose words
no longer have that hash was changed by somebody and is left alone; so is a file that is no note of Dateline's.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

from dateline.errors import ExportError
from dateline.export.escape import address, file_name, one_line
from dateline.export.files import write_whole
from dateline.export.markdown import markdown_blocks
from dateline.export.sheet import Kind, blocks
from dateline.news.handover import GroupBy, HandedOver, Handover, HandoverItem

_HASH = re.compile(r"^dateline-hash: \"([0-9a-f]{64})\"\n", re.MULTILINE)
_URL = re.compile(r"^dateline-article: (\".*\")$", re.MULTILINE)
_NOT_IN_TAGS = re.compile(r"[^\w/-]+")
#: Front matter is looked for in so many characters.
_HEAD = 4_000


def write_notes(handover: Handover, folder: Path) -> HandedOver:
    """Write the notes of a handover into a folder that is there.

    Raises:
        ExportError: the folder is not there or cannot be written.
    """
    if not folder.is_dir():
        raise ExportError(f"The folder {folder} is not there.", "Choose the folder of your vault.")
    n = n_kept = 0
    notes = _notes_in(folder)
    for item in handover.items:
        text = note_text(item, handover)
        path = notes.get(_key(item)) or _free_name(item, folder)
        n += 1
        if path.exists():
            old = _read(path)
            if old is None or not _is_untouched(old):
                n_kept += 1
                continue
            if old == text:
                continue
        write_whole(path, lambda out, text=text: out.write(text.encode("utf-8", "replace")))  # type: ignore[misc]
        notes[_key(item)] = path
    return HandedOver(n, n_kept)


def note_text(item: HandoverItem, handover: Handover) -> str:
    """Return an article's note with its front matter and hash."""
    options = replace(handover.options, group_by=GroupBy.NONE)
    alone = replace(handover, items=[item], options=options, is_excerpt=True, about="")
    body = "".join(_of_a_note(kind, text) for kind, text in markdown_blocks(blocks(alone)))
    article = item.article
    topics = [hit.id for hit in item.findings.topics] if item.findings and options.with_topics else []
    fields: list[tuple[str, object]] = [
        ("title", one_line(article.title)),
        ("outlet", one_line(item.outlet)),
        ("authors", [one_line(name) for name in article.authors]),
        ("published", f"{article.published_at:%Y-%m-%d}" if article.published_at else ""),
        ("url", address(article.url)),
        ("topics", topics),
        ("tags", [tag for tag in (_NOT_IN_TAGS.sub("-", one_line(tag)).strip("-") for tag in article.tags) if tag]),
        ("dateline-article", _key(item)),
    ]
    # JSON's strings and lists are YAML's too, whatever stands in them.
    head = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields if value)
    digest = hashlib.sha256(f"---\n{head}---\n\n{body}".encode("utf-8", "replace")).hexdigest()
    return f'---\n{head}dateline-hash: "{digest}"\n---\n\n{body}'


def _of_a_note(kind: Kind, text: str) -> str:
    """Return a block as a note has it: the headline is its title, sections come below."""
    if kind is Kind.TITLE:
        return ""
    return text.removeprefix("##") if kind in (Kind.HEADLINE, Kind.SECTION) else text


def _is_untouched(text: str) -> bool:
    found = _HASH.search(text[:_HEAD])
    if found is None:
        return False
    whole = text[: found.start()] + text[found.end() :]
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest() == found.group(1)


def _key(item: HandoverItem) -> str:
    return one_line(item.article.url)


def _notes_in(folder: Path) -> dict[str, Path]:
    """Return Dateline's notes in the folder by the article they are of, whatever the user calls them by now."""
    found: dict[str, Path] = {}
    for path in sorted(folder.glob("*.md")):
        named = _URL.search((_read(path, _HEAD) or "")[:_HEAD])
        if named is not None:
            try:
                found.setdefault(str(json.loads(named.group(1))), path)
            except ValueError:
                continue  # the user wrote another thing there
    return found


def _free_name(item: HandoverItem, folder: Path) -> Path:
    title = one_line(item.article.title) or one_line(item.outlet)
    path = folder / file_name(title, "md")
    number = 2
    while path.exists():
        path = folder / file_name(f"{title[:70]} {number}", "md")
        number += 1
    return path


def _read(path: Path, n: int = -1) -> str | None:
    """Return the first n characters of a file, or all; None where it cannot be read as text."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read(n)
    except (OSError, UnicodeDecodeError):
        return None
