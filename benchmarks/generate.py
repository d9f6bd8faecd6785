"""Makes the inputs of the benchmarks: interviews as pages, alike from run to run.

Words are drawn from small lists with a fixed seed. What is varied is what the cost depends on: the
script (a page of Chinese has few, long words for pandoc, one of English thousands of short ones),
the number of turns, and how much markup there is to each word.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]
Markup = Literal["dense", "heavy"]

WORDS = {
    "en": """the of and to in that it was for on with as at by from but not this we had were they
        which would there could harbour morning letter window ledger garden winter engine paper
        question answer bridge signal copper river island market carried counted listened measured
        repaired remembered followed opened quietly slowly never always almost together between""",
    "zh": """我们 后来 那时候 其实 因为 所以 但是 没有 已经 一直 觉得 知道 时间 地方 东西 问题 事情
        老师 父亲 城市 机器 工厂 学生 声音 早晨 晚上 河边 桥上 写信 看见 听到 做过 想起 回来""",
}
NAMES = {"zh": ("林若川", "许闻"), "en": ("Hale", "Moreau")}
COLON = {"zh": "：", "en": ": "}
ASKS = {"zh": "您后来是怎么想的？", "en": "What did you think of it then?"}
I_SAY = {"zh": "我觉得是这样。", "en": "I thought it was so. "}
"""What makes talk of words drawn by lot: a question with *you*, an answer with *I*."""


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page and what was asked for."""

    language: Language
    turns: int
    markup: Markup
    html: str

    @property
    def name(self) -> str:
        """A short name for tables: language, turns, markup."""
        return f"{self.language} {self.turns} {self.markup}"


def make_page(language: Language, turns: int, markup: Markup = "dense") -> Page:
    """Return a page of *turns* turns: two speakers by turns, a heading before every eighth."""
    chance = random.Random(f"{language} {turns} {markup}")
    decorate = _decorated if markup == "heavy" else _plain
    parts = [f"<h2>{_title(chance, language)}</h2>"]
    for number in range(turns):
        if number % 8 == 0:
            parts.append(f"<h3>{_title(chance, language)}</h3>")
        parts.extend(_turn(chance, language, number % 2, decorate))
    body = "\n".join(parts)
    head = f'<head><meta charset="utf-8"><title>{_title(chance, language)}</title></head>'
    html = f'<!DOCTYPE html>\n<html lang="{language}">{head}<body><article>\n{body}\n'
    return Page(language, turns, markup, html + "</article></body></html>\n")


def make_markdown(page: Page) -> str:
    """Return *page* as Markdown whose body is HTML, with front matter, as feeds export it."""
    body = page.html.split("<article>")[1].split("</article>")[0].replace("\n", "")
    return f"---\ntitle: Benchmark\nlang: {page.language}\n---\n\n<div>\n{body}\n</div>\n"


def _turn(chance: random.Random, language: Language, who: int, decorate: Decorator) -> list[str]:
    label = f"<strong>{NAMES[language][who]}{COLON[language].strip()}</strong>"
    gap = "" if language == "zh" else " "
    count = 1 if who == 0 else chance.randint(1, 3)
    length = 2 if who == 0 else 5
    said = [decorate(chance, _sentences(chance, language, length)) for _ in range(count)]
    texts = [said[0] + ASKS[language] if who == 0 else I_SAY[language] + said[0], *said[1:]]
    return [f"<p>{label}{gap}{texts[0]}</p>", *(f"<p>{text}</p>" for text in texts[1:])]


def _title(chance: random.Random, language: Language) -> str:
    words = chance.choices(WORDS[language].split(), k=4)
    return ("" if language == "zh" else " ").join(words)


def _sentences(chance: random.Random, language: Language, count: int) -> list[str]:
    return [_sentence(chance, language) for _ in range(count)]


def _sentence(chance: random.Random, language: Language) -> str:
    words = chance.choices(WORDS[language].split(), k=chance.randint(8, 16))
    if language == "zh":
        return "".join(words) + "。"
    return " ".join(words).capitalize() + ". "


Decorator = Callable[[random.Random, list[str]], str]


def _plain(chance: random.Random, sentences: list[str]) -> str:
    """Plain text, one paragraph in four with a phrase in bold."""
    if chance.random() < 0.25:
        sentences = [f"<strong>{sentences[0].strip()}</strong> ", *sentences[1:]]
    return "".join(sentences)


def _decorated(chance: random.Random, sentences: list[str]) -> str:
    """Every sentence in a span with classes and style, links and emphasis among them."""
    marks = (
        '<span class="c{0} text" style="color: #222; font-size: 16px" data-v-{0}="">{1}</span>',
        '<a href="https://example.org/{0}" target="_blank" rel="nofollow">{1}</a>',
        '<em class="c{0}">{1}</em>',
        "<span>{1}<br></span>",
    )
    return "".join(chance.choice(marks).format(chance.randint(1, 99), text) for text in sentences)
