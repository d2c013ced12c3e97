"""Agreement as Markdown: the disagreements to talk about, then the figures for an appendix."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO

from gapcheck.model.agreement import Agreement, Disagreement, PairAgreement, Reliability
from gapcheck.reports import agreement_words, phrases
from gapcheck.reports.markdown.text import block_quote, cell, code, inline, table
from gapcheck.reports.words import HELD_BACK


def write(found: Agreement, stream: TextIO) -> None:
    """Write disagreements first, then what was settled, then the figures."""
    stream.write("\n".join(_document(found)).rstrip("\n") + "\n")


def _document(found: Agreement) -> Iterator[str]:
    invented = agreement_words.banner(found)
    if invented:
        yield from (f"> **Illustrative. {inline(invented)}**", "")
    if found.left_out:
        yield from ("> **Left out, because the files have errors:**", ">")
        yield from (f"> - {inline(each)}" for each in found.left_out)
        yield ""
    yield from ("# Agreement between coders", "")
    said = (agreement_words.part(found), agreement_words.opening(found))
    for sentence in (*said, agreement_words.same_coder(found)):
        if sentence:
            yield from (inline(sentence), "")
    names = agreement_words.names(found)
    if found.open:
        yield from ("## Disagreements", "")
        yield from _groups(found, found.open, names)
    if found.settled:
        yield from ("## Settled", "")
        yield from _groups(found, found.settled, names)
    if found.pairs:
        yield from _figures(found, names)
    yield from (
        part for sentence in agreement_words.notes(found) for part in (inline(sentence), "")
    )


def _groups(
    found: Agreement, listed: tuple[Disagreement, ...], names: Mapping[str, str]
) -> Iterator[str]:
    for imperative, coders, own in agreement_words.grouped(listed):
        title = f"{code(names[imperative.name])}: {inline(agreement_words.pair(coders))}"
        yield from (f"### {title}", "", inline(imperative.text), "")
        for one in own:
            yield from _disagreement(one, found)


def _disagreement(one: Disagreement, found: Agreement) -> Iterator[str]:
    yield from (
        f"**{inline(f'{one.lsp} {one.source} {one.excerpt}')}** {code(str(one.location))}",
        "",
    )
    if one.quote is None:
        yield from (inline(HELD_BACK), "")
    else:
        yield from (*block_quote(agreement_words.quoted(one)), "")
        if one.translation:
            yield from (inline(f"In translation: {one.translation}"), "")
    yield from (inline(phrases.sentence(phrases.speaker(one, found.settings))), "")
    for side in one.sides:
        name = inline(agreement_words.coder(side.coder))
        yield f"- **{name}**: {inline(agreement_words.side(side))}"
    if one.agreed_by:
        yield f"- {inline(agreement_words.settled(one))}"
    yield ""


def _figures(found: Agreement, names: Mapping[str, str]) -> Iterator[str]:
    yield from ("## Figures", "")
    for pair in found.pairs:
        yield from (f"### {inline(agreement_words.pair(pair.coders))}", "")
        yield from (inline(agreement_words.compared(pair)), "")
        if pair.imperatives:
            yield from _pair(pair, names)
    if found.overall:
        yield from ("### All coders: Krippendorff’s alpha", "")
        rows = [
            (inline(agreement_words.QUESTIONS[question]), *_alpha(one))
            for question, one in found.overall
        ]
        rows += [(code(names[each.name]), *_alpha(one)) for each, one in found.imperatives]
        yield from table(("", "n", "excerpts", "alpha", "95 % interval"), *rows)


def _pair(pair: PairAgreement, names: Mapping[str, str]) -> Iterator[str]:
    rows = []
    for each in pair.imperatives:
        whole, presence, stance = (one for _, one in each.questions)
        figures = (
            str(whole.percent.n),
            agreement_words.percent(whole.percent),
            agreement_words.coefficient(whole.kappa),
            agreement_words.coefficient(presence.kappa),
            str(stance.percent.n),
            agreement_words.percent(stance.percent) if stance.percent.n else "",
            agreement_words.coefficient(stance.kappa),
            str(each.settled or ""),
        )
        rows.append((code(names[each.imperative.name]), *map(cell, figures)))
    head = ("imperative", "n", "agree", "kappa", "coded at all: kappa")
    yield from table((*head, "stance: n", "agree", "kappa", "settled"), *rows)


def _alpha(one: Reliability) -> tuple[str, ...]:
    found = agreement_words.coefficient(one.alpha), agreement_words.interval(one)
    return (str(one.alpha.n), str(one.excerpts), *map(cell, found))
