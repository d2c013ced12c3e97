"""What real programs write and the standard does not foresee: each is borne, or said."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from gapcheck.importers.qdpx.run import read_bytes
from gapcheck.model.brought import Brought, Coding, Document, Fate, Passage

from .projects import (
    ATLAS,
    MAXQDA,
    NVIVO,
    Marked,
    Project,
    Shape,
    Text,
    case,
    code,
    element,
    guid,
    reference,
    value,
)

SAID = "We sit on the board. The papers come the night before. Nobody asks us."
PLAIN = Shape()
BOARD, PAPERS, ASKS = (0, 20), (21, 54), (55, 70)


def brought(project: Project, shape: Shape = PLAIN) -> Brought:
    return read_bytes("board.qdpx", project.packed(shape))


def one(project: Project, shape: Shape = PLAIN) -> Document:
    (document,) = brought(project, shape).documents
    return document


def of(*marked: Marked, **more: Any) -> Project:
    return Project([Text("int-01", SAID, marked)], [code("seats"), code("papers")], **more)


def said(found: Brought, fate: Fate = Fate.LEFT) -> list[tuple[int, str, str]]:
    return [(each.count, each.what, each.why) for each in found.tallies if each.fate is fate]


def test_a_plain_project_is_taken_whole() -> None:
    found = brought(of(Marked(*BOARD, ["seats"]), Marked(*PAPERS, ["papers"], "cd")), NVIVO)
    (document,) = found.documents
    assert (document.name, document.text, found.program) == ("int-01", SAID, "NVivo 14")
    assert [(each.text, each.codings) for each in document.passages] == [
        ("We sit on the board.", (Coding(guid("seats").lower()),)),
        ("The papers come the night before.", (Coding(guid("papers").lower()),)),
    ]
    assert [each.name for each in found.codes] == ["seats", "papers"]
    assert said(found) == []
    assert said(found, Fate.TAKEN) == [
        (2, "codes", ""),
        (2, "codings", ""),
        (2, "passages", ""),
        (1, "sources", ""),
    ]


@pytest.mark.parametrize(
    "shape",
    [
        Shape(qde="Board study.qde"),
        Shape(qde="Project.qde", folder="Sources"),
        Shape(mark_in_qde=True),
        Shape(prefix=""),
        Shape(prefix="relative://"),
        Shape(namespace="codebook:0:4"),
        Shape(namespace="urn:QDA-XML:project:2.7"),
        Shape(mark=True),
        Shape(folder=".\\sources"),
    ],
)
def test_names_prefixes_marks_and_namespaces_make_no_difference(shape: Shape) -> None:
    document = one(of(Marked(*BOARD, ["seats"])), shape)
    assert document.text == SAID
    assert [each.text for each in document.passages] == ["We sit on the board."]


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"plainTextPath": "sources/board 2017.txt"}, "board 2017"),
        ({"plainTextPath": "internal://1F3A.txt"}, "1F3A"),
        ({"path": "C:\\Users\\x\\Board minutes.docx", "plainTextPath": ""}, "Board minutes"),
        ({}, guid("nameless").lower()),
    ],
)
def test_a_source_without_a_name_is_called_as_its_file_is(given: dict[str, str], name: str) -> None:
    nameless = element("TextSource", element("PlainTextContent", SAID), guid=guid("nameless"))
    nameless.attrib.update(given)
    assert one(Project(sources=[nameless])).name == name


def test_a_nameless_case_for_each_source_only_carries_its_attributes() -> None:
    cases = [case("", {"Sector": "vcs", "Area": "Northtown"}, sources=["int-01"])]
    found = brought(of(cases=cases, variables=["Sector", "Area"]), MAXQDA)
    assert found.documents[0].attributes == {"Sector": "vcs", "Area": "Northtown"}
    assert found.cases == ()


def test_a_case_is_a_person_with_sources_or_with_passages() -> None:
    cases = [
        case("Officer", {"Sector": "council"}, sources=["int-01"]),
        case("Chair", {"Sector": "vcs"}, selections=["first"]),
        case("Member", codes=["papers"]),
    ]
    marked = [Marked(*BOARD, ["seats"], id="first"), Marked(*PAPERS, ["papers"])]
    found = brought(of(*marked, cases=cases, variables=["Sector"]))
    (document,) = found.documents
    assert document.cases == ("Officer",)
    assert document.attributes == {"Sector": "council"}
    assert [each.cases for each in document.passages] == [("Chair",), ("Member",)]
    assert [(each.name, each.attributes) for each in found.cases] == [
        ("Officer", {"Sector": "council"}),
        ("Chair", {"Sector": "vcs"}),
        ("Member", {}),
    ]


def test_sets_named_like_attributes_are_attributes() -> None:
    sets = [
        element("Set", reference("MemberSource", "int-01"), guid=guid("a"), name="gender: female"),
        element("Set", reference("MemberSource", "int-01"), guid=guid("b"), name="Northtown"),
        element("Set", element("MemberCode", guid=guid("seats")), guid=guid("c"), name="Duties"),
    ]
    found = brought(of(sets=sets), ATLAS)
    assert found.documents[0].attributes == {"gender": "female"}
    assert found.documents[0].sets == ("Northtown",)
    assert (1, "sets of codes", "Codes have no groups here but their own tree.") in said(found)


def test_values_on_a_source_itself_are_its_attributes() -> None:
    text = Text("int-01", SAID, extra=[value("Wave", "2")])
    assert one(Project([text], variables=["Wave"])).attributes == {"Wave": "2"}


def test_the_same_words_marked_once_for_each_code_are_one_passage() -> None:
    again = [Marked(*BOARD, ["seats"], description="one"), Marked(*BOARD, ["papers"], "cd")]
    (passage,) = one(of(*again, users={"cd": "C Dee"}), NVIVO).passages
    assert passage.codings == (
        Coding(guid("seats").lower()),
        Coding(guid("papers").lower(), coder="cd"),
    )
    assert passage.memo == "one"


def test_the_same_code_twice_on_the_same_words_is_one() -> None:
    (passage,) = one(of(Marked(*BOARD, ["seats"]), Marked(*BOARD, ["seats"]))).passages
    assert passage.codings == (Coding(guid("seats").lower()),)


def test_overlapping_and_nested_selections_stay_apart() -> None:
    marked = [Marked(0, 54, ["seats"]), Marked(*PAPERS, ["papers"]), Marked(21, 70, ["papers"])]
    assert [each.text for each in one(of(*marked)).passages] == [SAID[:54], SAID[21:], SAID[21:54]]


def test_a_selection_with_a_description_and_no_code_is_a_memo_on_words_nobody_coded() -> None:
    (passage,) = one(of(Marked(*ASKS, description="Come back to this.")), MAXQDA).passages
    assert (passage.text, passage.codings, passage.memo) == (
        "Nobody asks us.",
        None,
        "Come back to this.",
    )


def test_a_description_that_repeats_the_words_is_no_memo() -> None:
    (passage,) = one(
        of(Marked(*PAPERS, ["papers"], description="The papers come the nig…"))
    ).passages
    assert passage.memo == ""


def test_annotations_are_links_to_notes() -> None:
    link = element(
        "Link",
        guid=guid("l"),
        originGUID=guid("first"),
        targetGUID=guid("note"),
        direction="OneWay",
    )
    other = element("Link", guid=guid("m"), originGUID=guid("first"), targetGUID=guid("int-01"))
    marked = Marked(*BOARD, ["seats"], id="first")
    found = brought(of(marked, notes={"note": "Said with a laugh."}, links=[link, other]), NVIVO)
    assert found.documents[0].passages[0].memo == "Said with a laugh."
    why = "Only links between a note and what it is on have a place here."
    assert said(found) == [(1, "links", why)]


def test_memos_on_codings_passages_and_sources_stay_where_they_are() -> None:
    marked = Marked(*BOARD, ["seats"], notes=["on words"], coding_notes=["on code"])
    text = Text("int-01", SAID, [marked], extra=[reference("NoteRef", "on source")])
    notes = {"on words": "Loud.", "on code": "By the rule.", "on source": "By phone.", "idle": "?"}
    found = brought(Project([text], [code("seats")], notes=notes))
    (document,) = found.documents
    (passage,) = document.passages
    assert (document.memo, passage.memo) == ("By phone.", "Loud.")
    assert passage.codings == (Coding(guid("seats").lower(), memo="By the rule."),)
    why = "They are on the whole project, or on something that was not taken."
    assert said(found) == [(1, "notes", why)]


def test_several_coders_are_kept_apart_under_short_names() -> None:
    users = {"u1": "Ada Bee", "u2": "Ann Bow", "u3": "x"}
    marked = [Marked(*BOARD, ["seats"], user) for user in users]
    (passage,) = one(of(*marked, users=users)).passages
    assert [each.coder for each in passage.codings or ()] == ["ab", "ab2", "x"]


def test_codes_are_nested_with_descriptions() -> None:
    codes = [code("Duties", code("seats", code("absent"), description="compact-1998/seats"))]
    found = brought(Project([], codes))
    assert [(each.name, each.description) for each in found.codes] == [
        ("Duties", ""),
        ("Duties > seats", "compact-1998/seats"),
        ("Duties > seats > absent", ""),
    ]


def test_a_coding_of_a_code_that_is_nowhere_is_said() -> None:
    found = brought(Project([Text("int-01", SAID, [Marked(*BOARD, ["lost"])])]))
    why = "They name a code that the codebook does not hold."
    assert said(found) == [(1, "codings", why)]
    assert found.documents[0].passages[0].codings is None


def test_ids_that_are_none_and_repeat_do_no_harm() -> None:
    root = of(Marked(*BOARD, ["seats"])).xml().decode()
    root = root.replace(guid("seats"), "Seats!").replace(guid("int-01"), "1")
    package = _zip({"project.qde": root.encode(), "sources/1.txt": SAID.encode()})
    (document,) = read_bytes("b.qdpx", package).documents
    assert document.key == "1"
    assert document.passages[0].codings == (Coding("seats!"),)
    double = Project([Text("a", SAID, inline=True)] * 2, [code("x"), code("x")])
    found = brought(double)
    assert [each.name for each in found.documents] == ["a", "a"]
    assert len({each.key for each in found.documents}) == 2
    assert (1, "codes", "Their id is another code's.") in said(found)


def test_texts_may_stand_in_the_xml_itself() -> None:
    text = Text("int-01", SAID, [Marked(*BOARD, ["seats"])], inline=True)
    xml = Project([text], [code("seats")]).xml()
    (document,) = read_bytes("board.qde", xml).documents
    assert [each.text for each in document.passages] == ["We sit on the board."]


def test_a_source_whose_text_is_not_there_keeps_its_name_and_says_so() -> None:
    text = Text("int-01", SAID, [Marked(*BOARD, ["seats"])], missing=True)
    found = brought(Project([text], [code("seats")]))
    assert [(each.text, each.passages) for each in found.documents] == [(None, ())]
    assert said(found) == [
        (1, "sources without a text", "The text that they name is not in the package."),
        (1, "selections", "Their source has no text."),
    ]


def test_a_bare_qde_whose_texts_lie_elsewhere_says_what_to_import() -> None:
    found = read_bytes("board.qde", of(Marked(*BOARD, ["seats"])).xml())
    why = "Their text lies in a file beside the .qde; import the .qdpx."
    assert (1, "sources without a text", why) in said(found)


def test_somebodys_home_folder_is_told_to_nobody() -> None:
    assert "somebody" not in repr(brought(of(Marked(*BOARD, ["seats"])), MAXQDA))


def test_what_nobody_knows_is_counted_by_its_name() -> None:
    odd = element("Hologram", element("Beam"), element("Beam"))
    found = brought(of(others=[odd], sources=[element("SmellSource", guid=guid("s"))]))
    assert said(found) == [
        (1, "sources", "What a SmellSource is, is not known here."),
        (2, "elements", "What a <Beam> is, is not known here."),
        (1, "elements", "What a <Hologram> is, is not known here."),
    ]


def test_graphs_and_codes_on_whole_sources_are_said() -> None:
    whole = element("Coding", reference("CodeRef", "seats"), guid=guid("w"))
    graphs = element("Graphs", element("Graph", guid=guid("g")))
    text = Text("int-01", SAID, extra=[whole])
    found = brought(Project([text], [code("seats")], others=[graphs, element("Description", "x")]))
    assert said(found) == [
        (1, "codings", "A code on a whole source speaks of no passage in it."),
        (1, "graphs", "Drawings have no place in a study."),
        (1, "descriptions of the project", "Write it into gapcheck.yaml."),
    ]


def passages(
    *parts: Element, files: dict[str, bytes] | None = None
) -> tuple[Brought, list[Passage]]:
    found = brought(Project([], [code("seats")], sources=parts, files=files or {}))
    return found, [each for one in found.documents for each in one.passages]


def coding() -> Element:
    return element("Coding", reference("CodeRef", "seats"), guid=guid("c"))


def marks(start: int, end: int, *more: Element) -> Element:
    return element(
        "PlainTextSelection",
        *more,
        guid=guid(f"{start}-{end}"),
        startPosition=str(start),
        endPosition=str(end),
    )


def area(key: str, *more: Element) -> Element:
    return element(
        "PDFSelection",
        *more,
        guid=guid(key),
        page="3",
        firstX="0",
        firstY="0",
        secondX="9",
        secondY="9",
    )


def test_the_codes_of_a_pdf_stand_under_its_representation() -> None:
    shown = element(
        "Representation",
        marks(0, 20, coding()),
        guid=guid("shown"),
        plainTextPath=f"internal://{guid('shown')}.txt",
    )
    twin = area("0-20", coding())
    own = area(
        "own", element("Representation", element("PlainTextContent", "Seats."), guid=guid("r"))
    )
    source = element("PDFSource", twin, own, area("bare"), shown, guid=guid("pdf"), name="Paper")
    found, held = passages(source, files={f"sources/{guid('shown')}.txt": SAID.encode()})
    assert [(each.text, each.at) for each in held] == [
        ("We sit on the board.", ""),
        ("Seats.", "page 3"),
    ]
    why = "They mark an area of a picture or page, and no words."
    assert said(found) == [(1, "selections", why)]


def test_pictures_have_words_only_where_they_are_described() -> None:
    told = element("TextDescription", element("PlainTextContent", SAID), marks(0, 20, coding()))
    held = element("PictureSelection", guid=guid("p"))
    found, said_of = passages(
        element("PictureSource", told, held, guid=guid("a"), name="Wall"),
        element("PictureSource", guid=guid("b"), name="Bare"),
    )
    assert [each.text for each in said_of] == ["We sit on the board."]
    assert said(found) == [
        (1, "selections", "They mark an area of a picture or page, and no words."),
        (1, "pictures", "A picture without a text about it."),
    ]


def point(name: str, place: int, when: int | None) -> Element:
    made = element("SyncPoint", guid=guid(name), position=str(place))
    if when is not None:
        made.set("timeStamp", str(when))
    return made


def heard(start: str, end: str) -> Element:
    return element(
        "TranscriptSelection",
        coding(),
        guid=guid(f"{start}{end}"),
        fromSyncPoint=guid(start),
        toSyncPoint=guid(end),
    )


@pytest.mark.parametrize("kind", ["Audio", "Video"])
def test_transcripts_of_recordings_have_the_times_of_their_stamps(kind: str) -> None:
    points = [
        point("a", 0, 0),
        point("b", 21, 760_400),
        point("c", 54, 790_000),
        point("d", 70, None),
    ]
    words = element("PlainTextContent", SAID)
    transcript = element(
        "Transcript", words, *points, heard("b", "c"), heard("b", "x"), guid=guid("t"), name="T"
    )
    sound = element(f"{kind}Selection", coding(), guid=guid("s"), begin="1000", end="700000")
    late = element(f"{kind}Selection", coding(), guid=guid("s2"), begin="1000", end="99999999")
    found, held = passages(
        element(f"{kind}Source", transcript, sound, late, guid=guid("rec"), name="Recording"),
        element(f"{kind}Source", guid=guid("mute"), name="Mute"),
    )
    assert [(each.text, each.at) for each in held] == [
        ("We sit on the board.", "00:00:00"),
        ("The papers come the night before.", "00:12:40"),
    ]
    assert said(found) == [
        (1, "selections", "The time stamps that they name are not in the file."),
        (
            1,
            "selections",
            "They mark a stretch of sound, of which there is no transcript with times.",
        ),
        (1, "recordings", "A recording without a transcript."),
    ]
    why = "A stretch of sound was taken as the words between the time stamps around it."
    assert (1, "selections", why) in said(found, Fate.CHANGED)


def test_two_transcripts_of_a_recording_are_two_sources() -> None:
    both = [
        element("Transcript", element("PlainTextContent", words), guid=guid(words))
        for words in ("English.", "Cymraeg.")
    ]
    found, _ = passages(element("VideoSource", *both, guid=guid("v"), name="V"))
    assert [(each.name, each.text) for each in found.documents] == [
        ("V", "English."),
        ("V (2)", "Cymraeg."),
    ]


def test_positions_that_are_no_numbers_or_lie_outside_are_said() -> None:
    bad = element("PlainTextSelection", guid=guid("x"), startPosition="one", endPosition="5")
    source = element(
        "TextSource",
        element("PlainTextContent", SAID),
        bad,
        marks(60, 900),
        marks(20, 21),
        *(marks(0, each) for each in (2, 6, 9, 13, 20)),
        guid=guid("t"),
        name="T",
    )
    found, held = passages(source)
    assert len(held) == 5
    assert said(found) == [
        (
            2,
            "selections",
            "They begin or end outside of the text, or in the middle of a character.",
        ),
        (1, "selections", "They hold nothing but blanks."),
    ]


def test_a_passage_longer_than_a_study_may_hold_is_said() -> None:
    text = Text("int-01", "word " * 20_000, [Marked(0, 99_999, ["seats"])])
    found = brought(Project([text], [code("seats")]))
    assert said(found) == [(1, "selections", "They are longer than 65,536 characters.")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"caf\xe9", "Their text is not encoded in UTF-8."),
        (b"a\0b", "Their text holds characters that no text has."),
    ],
)
def test_texts_that_are_none_are_said(data: bytes, why: str) -> None:
    text = Text("int-01", SAID, [Marked(*BOARD, ["seats"])], missing=True)
    found = brought(Project([text], files={f"sources/{guid('int-01')}.txt": data}))
    assert (1, "sources without a text", why) in said(found)


def test_texts_in_utf_16_are_read() -> None:
    text = Text("int-01", SAID, missing=True)
    held = {f"sources/{guid('int-01')}.txt": SAID.encode("utf-16")}
    assert one(Project([text], files=held)).text == SAID


def test_a_codebook_alone_has_codes_and_nothing_else() -> None:
    root = element("CodeBook", element("Codes", code("seats")), xmlns="urn:QDA-XML:codebook:1.0")
    from xml.etree.ElementTree import tostring  # noqa: PLC0415

    found = read_bytes("codes.qdc", tostring(root))
    assert [each.name for each in found.codes] == ["seats"]
    assert found.documents == ()


def _zip(files: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
