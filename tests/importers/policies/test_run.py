"""A document in, a policy's file out: whole outputs, and what `check` says to them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapcheck.analysis import examine
from gapcheck.importers.policies import limits, rendering, run
from gapcheck.importers.policies.facts import PolicyFacts
from gapcheck.importers.policies.run import PolicyDraft, read_policy
from gapcheck.model.choices import Force, Modality, Nation, Wording
from gapcheck.model.unfit import Unfit

from .files import FACTS, column, drafted, lines, lost, pdf, said, word

STATUTE = lines(
    (
        "Example Participation Act 2011",
        "PART 2 LOCAL BOARDS",
        "116ZA Duty to report",
        "(1) In this section “relevant body” means a body that must register.",
        "(2) Where a parish objects, every local authority must—",
        "(a) prepare and publish a report; and",
        "(b) consult—",
        "(i) the chief constable, or",
        "(ii) the local health board.",
        "(3) It must also send a copy to the Secretary of State.",
        "(4) The authority must not charge a fee, and may publish the report in parts.",
        "117 Costs",
        "(1) A member need not give reasons.",
        "(2) Accounts must be kept.",
        "SCHEDULE 2",
        "3 The Secretary of State may by order vary this Schedule.",
        "4 Accounts must be kept.",
    )
)
GOLDEN = Path(__file__).parent / "statute.yaml"


def checked(folder: Path, found: PolicyDraft) -> list[str]:
    """What `check` says to a study that holds this policy alone, rules of evidence apart."""
    path = folder / "policies" / f"{found.id}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(found.yaml, "utf-8")
    (folder / "evidence").mkdir(exist_ok=True)
    corpus, problems = examine(folder, today=date(2026, 1, 1))
    (policy,) = corpus.policies
    assert [one.id for one in policy.imperatives] == [one.id for one in found.drafts]
    assert {one.wording for one in policy.imperatives} == {Wording.UNVERIFIED}
    own = path.relative_to(folder).as_posix()
    # That nobody has evidence yet is no fault of the file.
    return [
        f"{one.rule}: {one.message}"
        for one in problems
        if one.location.path == own and one.rule != "unevidenced-imperative"
    ]


def test_the_whole_file_of_a_statute() -> None:
    found = drafted(STATUTE, "c:\\acts\\participation.txt")
    assert found.yaml == GOLDEN.read_text("utf-8")


def test_the_file_passes_check(tmp_path: Path) -> None:
    found = drafted(STATUTE)
    assert checked(tmp_path, found) == []


def test_what_was_read_is_accounted_for() -> None:
    found = drafted(STATUTE)
    told = {f"{one.fate}: {one.what}": one.count for one in found.tallies if one.fate != "left out"}
    assert told == {
        "taken: sentences that oblige": 8,
        "taken: drafts": 8,
        "taken: drafts of what is not to be done": 1,
        "taken: drafts under a condition": 3,
        "changed: drafts without an actor": 1,
    }
    definition = "a definition, or law about the law (names, extent, commencement, amendments)"
    assert lost(found) == {
        f"sentences: {definition}": 1,
        "sentences: a duty denied (need not, is not required to)": 1,
        "sentences said before: the first stands for all": 1,
        "headings: they name what follows": 5,
    }


def test_places_in_each_kind_of_document() -> None:
    item = "4 The council must act."
    for title, place in (
        ("Example Act 2011", "s.4"),
        ("The Example (England) Regulations 2011", "reg. 4"),
        ("The Example Order 2011", "art. 4"),
        ("The Example Rules 2011", "rule 4"),
        ("Example guidance on the Act 2011", "para 4"),
    ):
        assert drafted(lines((title, item))).drafts[0].locator == place
    statute = PolicyFacts(force=Force.STATUTE)
    assert drafted(item, facts=statute).drafts[0].locator == "s.4"
    guidance = PolicyFacts(force=Force.STATUTORY_GUIDANCE, title="Guide to the Example Act 2011")
    assert drafted(item, facts=guidance).drafts[0].locator == "para 4"


def test_places_without_numbers() -> None:
    found = drafted(lines(("Membership of boards", "Boards should meet.", "Groups should join.")))
    assert [one.locator for one in found.drafts] == ["under “Membership of boards”"] * 2
    assert drafted("Boards should meet.").drafts[0].locator == "paragraph 1 of the text"
    (one,) = read_policy("a.pdf", pdf(column("Boards should meet.")), FACTS).drafts
    assert one.locator == "p. 1"
    (one,) = read_policy("a.pdf", pdf(column("2.4 Boards should meet.")), FACTS).drafts
    assert one.locator == "para 2.4, p. 1"


def test_facts_that_were_given_stand_without_a_comment(tmp_path: Path) -> None:
    facts = PolicyFacts(
        id="example-2011",
        title="Example: an Act",
        publisher="No",
        published="2011-04",
        force=Force.COMPACT,
        nation=Nation.WALES,
        in_force_from="2011-05-01",
        in_force_to="2012-05-01",
        url="https://example.org/a?b=c#d",
    )
    found = drafted("The council must act.", facts=facts)
    assert found.yaml.partition("\n\n")[0].splitlines()[2:] == [
        "policy: example-2011",
        'title: "Example: an Act"',
        'publisher: "No"',
        "published: 2011-04",
        "force: compact",
        "nation: wales",
        "in_force: {from: 2011-05-01, to: 2012-05-01}",
        'url: "https://example.org/a?b=c#d"',
    ]
    assert checked(tmp_path, found) == []


def test_guesses() -> None:
    today = PolicyFacts(today=date(2020, 5, 6))
    bare = drafted("The council must act.", "Board guidance.txt", today).yaml
    assert "policy: board-guidance\n" in bare
    assert "published: 2020-05-06\n" in bare
    assert "force: guidance\n" in bare
    assert "nation: england\n" in bare
    for title, nation in (
        ("Example (Scotland) Act 2003", "scotland"),
        ("Welsh example 2003", "wales"),
        ("Northern Ireland example 2003", "northern-ireland"),
    ):
        assert f"nation: {nation}\n" in drafted(lines((title, "Councils must act."))).yaml


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (PolicyFacts(id="Example Act"), "`Example Act` is no policy id"),
        (PolicyFacts(published="May 2004"), "`May 2004` is no date"),
        (PolicyFacts(in_force_to="31/12/2004"), "`31/12/2004` is no date"),
        (PolicyFacts(first=2), "it has no pages to choose from"),
    ],
)
def test_facts_that_cannot_stand(facts: PolicyFacts, message: str) -> None:
    with pytest.raises(Unfit) as caught:
        drafted("The council must act.", facts=facts)
    assert caught.value.message == message
    assert caught.value.help


def test_pages_of_plain_text() -> None:
    text = "Boards should meet.\fGroups should join.\fCouncils must act."
    found = drafted(text, facts=PolicyFacts(first=2, last=2))
    assert said(found) == [("p. 2", "Groups should join.")]
    assert len(drafted(text, facts=PolicyFacts(first=2)).drafts) == 2


@pytest.mark.parametrize(
    ("name", "data", "message", "advice"),
    [
        ("a.odt", b"x", "policy documents do not end in `.odt`", "These are read: .pdf, .docx"),
        ("a.doc", b"x", "policy documents do not end in `.doc`", "Did you mean `.docx`?"),
        ("notes", b"x", "policy documents do not end in `notes`", "These are read"),
        ("a.txt", b" \n", "it is empty", ""),
        ("a.txt", b"It rained.", "none of its 1 sentences obliges anybody", "Sentences with must"),
        ("a.htm", b"<p>It rained.", "none of its 1 sentences obliges anybody", ""),
    ],
)
def test_what_is_refused(name: str, data: bytes, message: str, advice: str) -> None:
    with pytest.raises(Unfit) as caught:
        read_policy(name, data, FACTS)
    assert caught.value.message == message
    assert advice in caught.value.help


def test_files_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MOST_BYTES", 10)
    with pytest.raises(Unfit, match=r"^It is larger than"):
        drafted("The council must act.")
    monkeypatch.undo()
    monkeypatch.setattr(limits, "MOST_LETTERS", 10)
    with pytest.raises(Unfit, match="It holds more than 10 characters of text"):
        drafted("The council must act.")


def test_what_finds_no_room_in_one_file_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "LARGEST", 1_300)
    found = drafted(STATUTE)
    assert 0 < len(found.drafts) < 8
    why = "one file holds 1 MiB at most; import the rest of the pages as another policy"
    assert lost(found)[f"drafts: {why}"] == 8 - len(found.drafts)
    assert found.yaml.count("- id:") == len(found.drafts)
    monkeypatch.setattr(rendering, "LARGEST", 100)
    with pytest.raises(Unfit, match="too long for a file"):
        drafted(STATUTE)


def test_a_sentence_without_end_is_left_out() -> None:
    found = drafted(f"The council must act. The council must {'and act ' * 300}.")
    assert len(found.drafts) == 1
    assert lost(found) == {"passages: too long for a sentence: a table, or a list without stops": 1}


def test_who_was_named_before_is_carried_over() -> None:
    found = drafted("The council must act. It must also report. They should meet.")
    assert [(one.actor.sectors, one.carried) for one in found.drafts] == [
        (("council",), False),
        (("council",), True),
        (("council",), True),
    ]
    assert drafted("It must report.").drafts[0].actor.sectors == ()


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("The council must publish a plan.", "publish-plan", "Publish a plan"),
        ("The council must not charge a fee.", "not-charge-fee", "Not charge a fee"),
        ("Minutes must be kept.", "minutes-kept", "Minutes to be kept"),
        (
            "The council must, within a year of this, publish, in full, its plan.",
            "publish-full-plan",
            "Publish its plan",
        ),
        ("The council may from time to time vary it.", "vary", "Vary it"),
        ("The council must act 'so'.", "act", "Act 'so'"),
        ("The council must be it.", "council", "Be it"),
        ("It must be so.", "duty", "Be so"),
        (
            "The council must publish a very long account of everything that it has ever done.",
            "publish-very-long-account-everything",
            "Publish a very long account of everything that it has ever",
        ),
    ],
)
def test_ids_and_titles(sentence: str, name: str, title: str) -> None:
    (one,) = drafted(sentence).drafts
    assert (one.id, one.title) == (name, title)


def test_ids_are_given_once() -> None:
    found = drafted(
        "Councils must act. Boards must act. Groups must act 2. Police must act. Schools must act."
    )
    ids = [one.id for one in found.drafts]
    assert len(set(ids)) == 5
    assert ids[:2] == ["act", "act-2"]


def test_clauses_share_a_subject() -> None:
    found = drafted("The council must publish a plan, and may charge for it; boards should help.")
    assert [(one.text, one.modality) for one in found.drafts] == [
        ("The council must publish a plan.", Modality.MUST),
        ("The council may charge for it.", Modality.MAY),
        ("Boards should help.", Modality.SHOULD),
    ]


def test_marks_of_editors_of_the_law() -> None:
    found = drafted(
        lines(
            (
                "Example Act 2000",
                "4 Strategies.E+W",
                "(1)Every [F1county council] F2in England must prepare [F3a plan ].",
                "F4(2). . . . . . . . . . . .",
                "[F5(3)A council must report to—E+W+S",
                "(a)the board;]",
                "Textual Amendments",
                "F1Words in s. 4(1) substituted by an Act that must be read",
            )
        )
    )
    assert said(found) == [
        ("s.4(1)", "Every county council in England must prepare a plan."),
        ("s.4(3)(a)", "A council must report to the board."),
    ]


def test_a_word_document_and_a_web_page() -> None:
    data = word(lambda document: document.add_paragraph("Councils must act.", style="List Number"))
    assert said(read_policy("a.DOCX", data, FACTS))[0][1] == "Councils must act."
    page = b"<h1>Boards</h1><ol type=a><li>Councils must act.</ol>"
    assert said(read_policy("a.html", page, FACTS)) == [("under “Boards”", "Councils must act.")]
    assert said(read_policy("a.md", b"# Boards\n\n2.4 Councils must act.", FACTS)) == [
        ("para 2.4", "Councils must act.")
    ]


def test_the_same_bytes_give_the_same_file() -> None:
    assert drafted(STATUTE) == drafted(STATUTE)


PIECES = (
    "The council must may should shall not be publish a plan if where , ; : — ( ) (a) (i) 4 2.4 "
    "“ ” ' . ? \n \n\n • and or which that it is to required need by the police # > [F1 ] & *"
)
WORDS = st.lists(st.sampled_from(PIECES.split(" ")), max_size=60).map(" ".join)


def outcome(name: str, data: bytes) -> PolicyDraft | str:
    """A draft, or why there is none."""
    try:
        return read_policy(name, data, FACTS)
    except Unfit as refusal:
        return refusal.message


@settings(max_examples=120, deadline=None)
@given(st.one_of(WORDS, st.text(max_size=200)), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_gives_a_sound_file_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, text: str, name: str
) -> None:
    found = outcome(name, text.encode("utf-8", "replace"))
    if isinstance(found, str):
        assert found
        assert not found.endswith(".")
    else:
        assert checked(tmp_path_factory.mktemp("study"), found) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_to_a_file_gives_a_sound_file_or_is_refused(data: st.DataObject) -> None:
    name, whole = data.draw(st.sampled_from(DAMAGEABLE))
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    found = outcome(name, bytes(broken))
    assert found if isinstance(found, str) else found.drafts


DAMAGEABLE = (
    ("a.pdf", pdf(column("The council must act.", "Boards should meet."))),
    ("a.docx", word(lambda document: document.add_paragraph("The council must act."))),
)
