"""A plan in Markdown: the round, a guide for each conversation to print, and the sample."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from gapcheck.model.plan import Conversation, Matter, Plan
from gapcheck.reports import interview, phrases, plan_words
from gapcheck.reports.markdown.front import banner
from gapcheck.reports.markdown.text import cell, code, inline, table
from gapcheck.reports.words import marks


def write(plan: Plan, stream: TextIO) -> None:
    """Write the whole plan."""
    lines = [*banner(plan.report), *_document(plan)]
    stream.write("\n".join(lines).rstrip("\n") + "\n")


def _document(plan: Plan) -> Iterator[str]:
    yield from (f"# {inline(plan_words.title(plan))}", "")
    if plan.part.as_at:
        yield from (f"Judged as at {phrases.long_date(plan.part.as_at)}.", "")
    yield from (f"**{plan_words.summary(plan)}**", "")
    if said := plan_words.nobody(plan.nobody):
        yield from (inline(said), "")
    if plan.conversations:
        yield from _round(plan)
        for number, one in enumerate(plan.conversations, 1):
            yield from _guide(number, one, plan)
        yield from _probes()
    yield from _sample(plan)
    yield from _power(plan)
    yield from ("## How the round was chosen", "", *(f"- {each}" for each in plan_words.HOW))


def _round(plan: Plan) -> Iterator[str]:
    yield from ("## The round", "")
    rows = (
        (str(number), cell(plan_words.whom(one, plan.report.settings)), str(len(one.counted)))
        for number, one in enumerate(plan.conversations, 1)
    )
    yield from table(("", "Whom", "Imperatives that nobody before answers"), *rows)


def _guide(number: int, one: Conversation, plan: Plan) -> Iterator[str]:
    yield from (f"## {number} {inline(plan_words.whom(one, plan.report.settings))}", "")
    for topic, matters in plan_words.grouped(one, plan):
        yield from (f"### {inline(topic)}", "")
        for each in matters:
            yield from _matter(each)
    if spare := plan_words.spare(one):
        yield from (f"{plan_words.SPARE}: {', '.join(map(code, spare))}.", "")
    yield from (f"{plan_words.AFTER}:", "", "```yaml", plan_words.asked(one), "```", "")


def _matter(matter: Matter) -> Iterator[str]:
    finding, imperative = matter.finding, matter.finding.imperative
    verdict = f"{marks(finding.verdict).glyph} {plan_words.now(finding)}"
    yield from (f"{code(imperative.id)}: {verdict}. {inline(matter.why)}", "")
    for each in (interview.opening(imperative), *interview.questions(imperative)):
        yield f"- {inline(each)}"
    yield from ("", f"*{plan_words.ONE_MORE}:* {inline(plan_words.chances(matter))}.", "")


def _probes() -> Iterator[str]:
    yield from ("## In every conversation", "")
    yield f"- To begin: {interview.OPENING}"
    yield from (f"- To go on: {each}" for each in interview.PROBES)
    yield from (f"- To end: {each}" for each in interview.CLOSING)
    yield ""


def _sample(plan: Plan) -> Iterator[str]:
    yield from ("## Who was heard, and what hangs on whom", "")
    settings = plan.report.settings
    heads = (plan_words.tier_name(each, settings) for each in plan_words.tiers(plan))
    rows = (
        (
            cell(phrases.label(sector, settings.vocabulary.sectors)),
            *(cell(plan_words.cell(one)) or "–" for one in row),
        )
        for sector, row in plan_words.rows(plan)
    )
    yield from table(("Sector", *map(cell, heads)), *rows)


def _power(plan: Plan) -> Iterator[str]:
    yield from ("## Information power", "")
    for each in plan.power:
        leans = phrases.sentence(plan_words.LEANS[each.leans])
        yield f"- **{each.component.capitalize()}.** {inline(each.why)} {leans}"
    yield from ("", plan_words.NO_NUMBER, "", f"After {plan_words.SOURCE}.", "")
