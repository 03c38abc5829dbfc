"""JSON Lines in and out: same order, and a bad line costs only itself."""

from __future__ import annotations

import json

import pytest

from dateline.cli.lines import BadLine, answer_line, answer_lines, text_of


def headline(given: dict[str, object]) -> dict[str, object]:
    return {"id": given["id"], "title": text_of(given, "title", is_required=True).upper()}


LINES = [
    b'{"id": "a", "title": "chips"}\n',
    b"\n",
    b"not json\n",
    b'{"id": "c"}\n',
    b"[1, 2]\n",
    b'{"id": 5, "title": 7}\n',
    '{"id": "z", "title": "芯片"}\n'.encode(),
    b'{"id": "\xff"}\n',
    b'\xef\xbb\xbf{"id": "m", "title": "a mark of byte order"}\n',
]
ANSWERS = [
    {"id": "a", "title": "CHIPS"},
    {"id": None, "error": "The line is not valid JSON in UTF-8."},
    {"id": "c", "error": "The field 'title' must be a string."},
    {"id": None, "error": "The line is not a JSON object."},
    {"id": None, "error": "The field 'title' must be a string."},
    {"id": "z", "title": "芯片"},
    {"id": None, "error": "The line is not valid JSON in UTF-8."},
    {"id": "m", "title": "A MARK OF BYTE ORDER"},
]


@pytest.mark.parametrize("n_jobs", [1, 2])
def test_every_line_is_answered_in_its_place(n_jobs: int) -> None:
    answers = list(answer_lines(LINES, headline, n_jobs=n_jobs))
    assert [json.loads(answer) for answer, _ in answers] == ANSWERS
    assert [is_good for _, is_good in answers] == ["error" not in answer for answer in ANSWERS]


def test_lines_are_read_as_they_are_needed() -> None:
    n_read = 0

    def endless() -> object:
        nonlocal n_read
        while True:
            n_read += 1
            yield b'{"id": "a", "title": "chips"}'

    answers = answer_lines(endless(), headline, n_jobs=1)  # type: ignore[arg-type]
    for _ in range(10):
        next(answers)
    assert n_read == 10


def test_a_lone_surrogate_comes_back_as_it_went_in() -> None:
    answer, is_good = answer_line(b'{"id": "s", "title": "\\ud83d chips"}', headline)
    assert is_good
    assert json.loads(answer) == {"id": "s", "title": "\ud83d CHIPS"}
    assert answer.isascii()


def test_a_bug_in_the_job_is_told_and_not_fatal() -> None:
    def fall(_: dict[str, object]) -> dict[str, object]:
        raise RuntimeError("ouch")

    answer, is_good = answer_line(b'{"id": "a"}', fall)
    assert not is_good
    assert json.loads(answer) == {"id": "a", "error": "Reading this line failed unexpectedly (RuntimeError: ouch)."}


def test_missing_and_null_texts_are_empty() -> None:
    assert (text_of({}, "title"), text_of({"title": None}, "title"), text_of({"title": "x"}, "title")) == ("", "", "x")
    with pytest.raises(BadLine):
        text_of({}, "title", is_required=True)
