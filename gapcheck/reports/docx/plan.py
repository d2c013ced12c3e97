"""A plan as a Word document: a guide for each conversation, to print and to write on."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from gapcheck.model.plan import Conversation, Matter, Plan
from gapcheck.reports import interview, phrases, plan_words
from gapcheck.reports.docx.blocks import Block, Run, Table, bullets, cell, paragraph, text
from gapcheck.reports.docx.writer import put


def made(plan: Plan) -> bytes:
    """The whole document."""
    held = BytesIO()
    put(plan.report, _blocks(plan), held, None)
    return held.getvalue()


def _blocks(plan: Plan) -> Iterator[Block]:
    yield paragraph("Title", plan_words.title(plan))
    yield paragraph("Summary", plan_words.summary(plan))
    if said := plan_words.nobody(plan.nobody):
        yield text(said)
    settings = plan.report.settings
    if plan.conversations:
        yield paragraph("Heading 1", "The round")
        yield from bullets(
            f"{plan_words.whom(one, settings)}: {len(one.counted)}" for one in plan.conversations
        )
    for number, one in enumerate(plan.conversations, 1):
        yield paragraph("Heading 1", f"{number} {plan_words.whom(one, settings)}")
        yield from _guide(one, plan)
    if plan.conversations:
        yield paragraph("Heading 1", "In every conversation")
        yield from bullets((interview.OPENING, *interview.PROBES, *interview.CLOSING))
    yield from _sample(plan)
    yield from _power(plan)


def _guide(one: Conversation, plan: Plan) -> Iterator[Block]:
    for topic, matters in plan_words.grouped(one, plan):
        yield paragraph("Heading 2", topic)
        for each in matters:
            yield from _matter(each)
    if spare := plan_words.spare(one):
        yield text(f"{plan_words.SPARE}: {', '.join(spare)}.")
    yield paragraph("Caption", f"{plan_words.AFTER}: {plan_words.asked(one)}")


def _matter(matter: Matter) -> Iterator[Block]:
    imperative = matter.finding.imperative
    head = f" {plan_words.now(matter.finding)}. {matter.why}"
    yield paragraph("Finding", Run(f"{imperative.id}.", "Strong"), head)
    yield from bullets((interview.opening(imperative), *interview.questions(imperative)))
    yield paragraph("Caption", f"{plan_words.ONE_MORE}: {plan_words.chances(matter)}.")


def _sample(plan: Plan) -> Iterator[Block]:
    yield paragraph("Heading 1", "Who was heard, and what hangs on whom")
    settings = plan.report.settings
    tiers = plan_words.tiers(plan)
    heads = ("Sector", *(plan_words.tier_name(each, settings) for each in tiers))
    rows = tuple(
        (
            cell(phrases.label(sector, settings.vocabulary.sectors)),
            *(cell(plan_words.cell(one) or "–") for one in row),
        )
        for sector, row in plan_words.rows(plan)
    )
    if rows:
        widths = (2, *(2 for _ in tiers))
        yield Table("Who was heard, by sector and tier", "Paper Table", widths, heads, rows)


def _power(plan: Plan) -> Iterator[Block]:
    yield paragraph("Heading 1", "Information power")
    yield from bullets(
        [
            Run(f"{each.component.capitalize()}.", "Strong"),
            f" {each.why} {phrases.sentence(plan_words.LEANS[each.leans])}",
        ]
        for each in plan.power
    )
    yield text(plan_words.NO_NUMBER)
    yield paragraph("Caption", f"After {plan_words.SOURCE}.")
