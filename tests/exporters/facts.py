"""What a study says and what a workbook was read as, brought into one shape to be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from gapcheck.exporters.workbook.rows import MayShow, notes_may_show
from gapcheck.load.consents import consent_of, stricter
from gapcheck.model.brought import Brought, Coding, Document, Passage
from gapcheck.model.corpus import Corpus
from gapcheck.model.study import Code, Consent, Excerpt, Source

Facts = dict[str, Any]


def of_study(corpus: Corpus, may_show: MayShow) -> Facts:
    """The facts of a study that may stand in a workbook, by source."""
    return {
        f"{source.lsp}/{source.id}": _source(corpus, source, may_show)
        for source in (*corpus.sources, *corpus.background)
    }


def _source(corpus: Corpus, source: Source, may_show: MayShow) -> Facts:
    noted = notes_may_show(source, may_show)
    bodies = {b.id: b.tier for each in corpus.partnerships for b in each.bodies}
    return {
        "kind": str(source.kind),
        "date": str(source.date),
        "author": source.author,
        "respondents": source.respondents,
        "of": source.population,
        "coder": source.coder,
        "language": source.language,
        "words": str(source.words),
        "asked": list(source.asked),
        "transcript": source.transcript,
        "citation": source.citation if noted else None,
        "memo": _text(source.memo) if noted else "",
        "consent": _consent(source.consent),
        "speakers": [
            (
                s.id,
                s.sector,
                s.role,
                s.tier or bodies.get(s.body or ""),
                s.body,
                _consent(s.consent),
            )
            for s in source.speakers
        ],
        "excerpts": {
            each.id: _excerpt(corpus, source, each) if may_show(source, each) else "withheld"
            for each in source.excerpts
        },
    }


def _excerpt(corpus: Corpus, source: Source, each: Excerpt) -> Facts:
    realist = each.realist
    cmo = {k: getattr(realist, k) for k in ("context", "mechanism", "outcome")} if realist else {}
    coded: dict[str, list[Facts]] = {}
    if each.codes is not None:
        coded[""] = [_code(one) for one in each.codes]
    for second in corpus.second_codings:
        if (second.lsp, second.source) == (source.lsp, source.id):
            found = [codes for name, codes in second.codes if name == each.id]
            if found:
                coded[second.coder] = [_code(one) for one in found[0]]
    return {
        "text": _text(each.text),
        "translation": _text(each.translation),
        "at": _text(each.at),
        "about": str(each.about or ""),
        "speaker": each.speaker or "",
        "memo": _text(each.memo),
        "themes": _words(each.themes),
        "barriers": _words(each.barriers),
        "enablers": _words(each.enablers),
        "tensions": list(each.tensions),
        "cmo": {key: _text(said) for key, said in cmo.items() if said},
        "cleared": each.cleared,
        "codes": coded,
    }


def _code(code: Code) -> Facts:
    share = code.share
    kept = {"met": share.met, "of": share.of, "percent": share.percent} if share else {}
    return {
        "imperative": code.imperative,
        "stance": str(code.stance or ""),
        "share": {key: value for key, value in kept.items() if value is not None},
        "basis": str(code.basis or ""),
        "rung": str(code.rung or ""),
        "tier": code.tier or "",
        "indicator": code.indicator or "",
        "memo": _text(code.memo),
        "agreed": (code.agreed_by or "", str(code.agreed_on or "")),
    }


def of_workbook(brought: Brought, corpus: Corpus) -> Facts:
    """The facts that a workbook was read as, by source."""
    return {each.key: _document(each, corpus) for each in brought.documents}


def _document(document: Document, corpus: Corpus) -> Facts:
    told = document.fields
    consent = consent_of(told.get("consent", {}))
    bodies = {b.id: b.tier for each in corpus.partnerships for b in each.bodies}
    return {
        **{key: told.get(key) for key in ("kind", "date", "author", "respondents", "of", "coder")},
        "language": told.get("language", "en"),
        "words": told.get("words", "verbatim"),
        "asked": told.get("asked", []),
        "transcript": told.get("transcript"),
        "citation": told.get("citation"),
        "memo": document.memo,
        "consent": _consent(consent),
        "speakers": [
            (
                *(voice.key, voice.fields["sector"], voice.fields["role"]),
                voice.fields.get("tier") or bodies.get(voice.fields.get("partnership", "")),
                voice.fields.get("partnership"),
                _consent(_joined(consent, voice.fields)),
            )
            for voice in document.voices
        ],
        "excerpts": {
            each.fields["id"]: _passage(each, told.get("coder", "")) if each.text else "withheld"
            for each in document.passages
        },
    }


def _joined(consent: Consent, told: Mapping[str, Any]) -> Consent:
    return stricter(consent, consent_of(told["consent"])) if "consent" in told else consent


def _passage(passage: Passage, coder: str) -> Facts:
    told = passage.fields
    coded: dict[str, list[Facts]] = {}
    if passage.codings == ():
        coded[""] = []
    for one in passage.codings or ():
        who = coded.setdefault("" if one.coder == coder else one.coder, [])
        if one.fields:
            who.append(_coding(one))
    return {
        "text": passage.text,
        "translation": told.get("translation", ""),
        "at": passage.at,
        "about": told.get("about", ""),
        "speaker": passage.speaker,
        "memo": passage.memo,
        **{key: told.get(key, []) for key in ("themes", "barriers", "enablers", "tensions")},
        "cmo": told.get("cmo", {}),
        "cleared": told.get("cleared", False),
        "codes": coded,
    }


def _coding(coding: Coding) -> Facts:
    told = coding.fields
    agreed = told.get("agreed", {})
    return {
        **{key: told.get(key, "") for key in ("imperative", "stance", "basis", "rung", "tier")},
        "share": told.get("share", {}),
        "indicator": told.get("indicator", ""),
        "memo": coding.memo,
        "agreed": (agreed.get("by", ""), agreed.get("on", "")),
    }


def _text(text: str | None) -> str:
    return (text or "").strip()


def _words(words: tuple[str, ...]) -> list[str]:
    plain = (" ".join(each.split()) for each in words)
    return list(dict.fromkeys(each for each in plain if each))


def _consent(consent: Consent) -> tuple[Any, ...]:
    """A consent; of its embargoes the last, as the first day after it."""
    free = [
        until.first if until.first == until.last else until.last + timedelta(days=1)
        for until in consent.embargo_until
    ]
    held = (consent.analysis, str(consent.quote), consent.archive, consent.withdrawn)
    return (*held, max(free, default=date.min))
