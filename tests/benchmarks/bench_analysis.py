"""Measure the analysis: an article of 700 words, the share of each finder, the start, growth with length, memory.

Times stand beside the time in which this machine finds the words of the same text a hundred times over, so that a busy
machine shows as one.
"""

from __future__ import annotations

import re
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter, process_time

from dateline.analysis.analyse import analyse
from dateline.analysis.credits import find_credits
from dateline.analysis.entities import find_mentions
from dateline.analysis.figures import find_figures
from dateline.analysis.lexicon import load_lexicon
from dateline.analysis.source_marks import find_source_marks
from dateline.analysis.tagger import find_topics
from dateline.news.finding import Document

_WORD = re.compile(r"\w+")
ENGLISH = (
    "Nvidia may sell {n} chips worth $1.{n} billion to Alibaba, people familiar with the matter told Reuters. "
    "“We follow the law,” said Jensen Huang, its chief executive, in Beijing. Officials in Washington fear that "
    "China's AI labs could train larger models, and lawmakers asked for tighter export controls. "
    "He added that {n} per cent of researchers were born in China. “Nobody asked us,” she said, “and nobody will.”\n"
)
CHINESE = (
    "据路透社{n}日报道，英伟达拟向阿里巴巴出售{n}万颗芯片，总额约{n}亿美元。黄仁勋在北京表示：“我们遵守法律。”"
    "知情人士称，美国商务部担心中国人工智能实验室训练更大的模型，议员要求收紧出口管制，增幅达{n}%。\n"
)


def article(pattern: str, length: int) -> Document:
    """Return an article of that many characters, no paragraph like another."""
    text = "".join(pattern.format(n=number % 27 + 1) for number in range(length // 100 + 1))[:length]
    return Document("1", "Nvidia may sell AI chips to China", text, None, None)


def milliseconds(job: Callable[[], object], times: int = 40) -> float:
    """Return the median of the processor time, in milliseconds."""
    took = []
    for _ in range(times):
        begun = process_time()
        job()
        took.append((process_time() - begun) * 1000)
    return statistics.median(took)


def main() -> None:
    """Run all of it."""
    report("English", "en", ENGLISH, 4_200)
    report("Chinese", "zh", CHINESE, 1_200)
    modules = "import dateline.analysis.lexicon as l, dateline.analysis.topic_terms as t"
    took = start(f"{modules}; l.load_lexicon().names; t.load_topic_terms()") - start(modules)
    print(f"lexicon and terms from the cache: {took:.0f} ms (aim: 150)")
    before = memory()
    for number in range(2_000):
        analyse(article(ENGLISH, 1_000 + number % 500))
    print(f"memory after 2,000 more articles: {memory() / before:.2f} of before (aim: 1)")


def report(name: str, lang: str, pattern: str, length: int) -> None:
    """Print what an article in one language costs, by finder, and how that grows with the length."""
    lexicon, document = load_lexicon(), article(pattern, length)
    mentions = find_mentions(document, lexicon)
    yardstick = milliseconds(partial(words_a_hundred_times, document.text))
    whole = milliseconds(partial(analyse, document))
    print(f"{name}, 700 words: {whole:.2f} ms (aim: 4), {whole / yardstick:.2f} of the yardstick")
    finders: dict[str, Callable[[], object]] = {
        "mentions": partial(find_mentions, document, lexicon),
        "topics": partial(find_topics, document, mentions, lexicon),
        "credits": partial(find_credits, document, mentions, lexicon),
        "sources": partial(find_source_marks, document, mentions, lexicon),
        "figures": partial(find_figures, document.text, lang, mentions),
    }
    print("   " + ", ".join(f"{each} {milliseconds(job) / whole:.0%}" for each, job in finders.items()))
    growth = milliseconds(partial(analyse, article(pattern, 20 * length)), times=5) / whole / 20
    print(f"   twenty times the length: {growth:.2f} of the time a character (aim: 1 at most)")


def words_a_hundred_times(text: str) -> None:
    """Do what the analysis is measured against."""
    for _ in range(100):
        _WORD.findall(text)


def start(code: str) -> float:
    """Return how long a new process takes to run the code, in milliseconds: the best of five."""
    took = []
    for _ in range(5):
        begun = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        took.append((perf_counter() - begun) * 1000)
    return min(took)


def memory() -> float:
    """Return the most memory this process has held, in kilobytes."""
    return float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main()
