"""JSON Lines through worker processes: same order, constant memory, and a bad line costs only itself."""

from __future__ import annotations

import json
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context

Job = Callable[[dict[str, object]], dict[str, object]]

#: Lines handed to a process at a time: enough to hide the hand-over, few enough to keep memory and delay small.
LINES_AT_ONCE = 8


class BadLine(ValueError):
    """A line that a job cannot use; the message is the sentence for the user."""


def answer_lines(lines: Iterable[bytes], job: Job, *, n_jobs: int) -> Iterator[tuple[str, bool]]:
    """Yield `(answer, is_good)` for each line that is not blank, in order."""
    wanted = (line for line in lines if line.strip())
    if n_jobs == 1:
        for line in wanted:
            yield answer_line(line, job)
        return
    with ProcessPoolExecutor(n_jobs, mp_context=get_context("spawn")) as processes:
        waiting: deque[Future[list[tuple[str, bool]]]] = deque()
        while True:
            batch = list(islice(wanted, LINES_AT_ONCE))
            if batch:
                waiting.append(processes.submit(_answer_batch, batch, job))
            if not waiting:
                return
            if not batch or len(waiting) >= 3 * n_jobs:
                yield from waiting.popleft().result()


def answer_line(line: bytes, job: Job) -> tuple[str, bool]:
    """Return the answer to one line and whether it is a good one; a bad line gets `{"id", "error"}` in its place."""
    given: object = None
    try:
        given = json.loads(line.removeprefix(BOM_UTF8).decode("utf-8", "surrogatepass"))
        if not isinstance(given, dict):
            raise BadLine("The line is not a JSON object.")
        return _to_json(job(given)), True
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        sentence = "The line is not valid JSON in UTF-8."
    except BadLine as error:
        sentence = str(error)
    except Exception as error:  # noqa: BLE001 - the worker boundary: one text must not cost the others
        sentence = f"Reading this line failed unexpectedly ({type(error).__name__}: {error})."
    name = given.get("id") if isinstance(given, dict) else None
    return _to_json({"id": name if isinstance(name, str) else None, "error": sentence}), False


def text_of(given: dict[str, object], field: str, *, is_required: bool = False) -> str:
    """Return a text field of a line; missing and null are empty.

    Raises:
        BadLine: it is missing though required, or not a string.
    """
    value = given.get(field)
    if value is None and not is_required:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"The field {field!r} must be a string.")
    return value


def _answer_batch(batch: list[bytes], job: Job) -> list[tuple[str, bool]]:
    return [answer_line(line, job) for line in batch]


def _to_json(answer: dict[str, object]) -> str:
    text = json.dumps(answer, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # a lone surrogate: as an escape it comes back the same
        return json.dumps(answer)
    return text
