"""Lists of coded segments as each program writes them, and as people type them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from gapcheck.importers.segments.columns import ColumnsUnknown
from gapcheck.importers.segments.reading import read_segments
from gapcheck.model.brought import (
    Brought,
    Case,
    Coding,
    Fate,
    ForeignCode,
    Mishap,
    Passage,
    Tally,
    Voice,
)
from gapcheck.model.unfit import Unfit

from .books import book


def listed(text: str, columns: Mapping[str, str] | None = None) -> Brought:
    return read_segments("codes.csv", text.encode(), columns)


def codings(brought: Brought) -> list[tuple[str, str, list[str]]]:
    """Document, words and codes of every passage; a coder stands behind a code."""
    return [
        (
            document.name,
            passage.text,
            [f"{c.code}{f' ({c.coder})' if c.coder else ''}" for c in passage.codings or ()],
        )
        for document in brought.documents
        for passage in document.passages
    ]


def test_taguette() -> None:
    brought = listed(
        "id,document,tag,content\r\n"
        "1,Interview A,seats,We have two seats.\r\n"
        "1,Interview A,votes,We have two seats.\r\n"
        "2,Interview A,,Nobody asked.\r\n"
        "3,Interview A,seats,We have two seats.\r\n"
    )
    assert brought.program == "Taguette"
    assert codings(brought) == [
        ("Interview A", "We have two seats.", ["seats", "votes"]),
        ("Interview A", "Nobody asked.", []),
        ("Interview A", "We have two seats.", ["seats"]),
    ]
    assert brought.documents[0].passages[1].codings is None
    assert brought.codes == (ForeignCode("seats", ("seats",)), ForeignCode("votes", ("votes",)))
    assert brought.tallies == (Tally(Fate.TAKEN, "coded segments", 4),)


MAXQDA = (
    "Color;Document group;Document name;Code;Beginning;End;Weight score;Segment;Comment;Author;"
    "Area\n"
    "●;Northtown;I 1;Voice\\Seats;12;12;0;We vote.;really?;AB;10\n"
    "●;Northtown;I 1;Voice > Costs;12;14;0;We vote.;;AB;10\n"
    "●;Northtown;I 1;Voice\\Seats;12;12;0;We vote.;;CD;10\n"
    "●;Southtown;I 1;Voice\\Seats;3;3;0;We do not.;;AB;10\n"
)


def test_maxqda() -> None:
    brought = listed(MAXQDA)
    assert brought.program == "MAXQDA"
    first, second = brought.documents
    assert (first.key, first.name, first.folder) == ("Northtown/I 1", "I 1", "Northtown")
    assert first.passages == (
        Passage(
            "We vote.",
            "line 2",
            at="12",
            codings=(
                Coding("Voice > Seats", "AB", "really?"),
                Coding("Voice > Seats", "CD"),
            ),
        ),
        Passage("We vote.", "line 3", at="12–14", codings=(Coding("Voice > Costs", "AB"),)),
    )
    assert second.key == "Southtown/I 1"
    assert brought.codes[0] == ForeignCode("Voice > Seats", ("Voice", "Seats"))
    assert brought.tallies[1] == Tally(
        Fate.LEFT,
        "columns",
        3,
        "they say nothing of a document, or differ within one",
        ("Color", "Weight score", "Area"),
    )


def test_maxqda_in_german_has_the_same_columns() -> None:
    german = (
        "Farbe;Dokumentgruppe;Dokumentname;Code;Anfang;Ende;Gewichtungsscore;Segment;Kommentar;Autor;"
        "Fläche\n"
    )
    assert listed(german + MAXQDA.partition("\n")[2]).documents == listed(MAXQDA).documents


def test_maxqda_with_variables_of_documents() -> None:
    brought = listed(
        "Document name,Code,Segment,Document name,Sector,Round\n"
        "I 1,Seats,We vote.,I 1,vcs,1\n"
        "I 1,Costs,Never.,I 1,vcs,2\n"
        "I 2,Seats,No.,I 2,council,1\n"
    )
    assert [dict(each.attributes) for each in brought.documents] == [
        {"Sector": "vcs"},
        {"Sector": "council"},
    ]
    assert brought.tallies[1].examples == ("Round",)


def test_dedoose_with_a_column_for_each_code() -> None:
    brought = listed(
        "Media Title,Excerpt Range,Excerpt Creator,Excerpt Copy,Codes Applied Combined,"
        'Code: Voice Applied,"Code: Voice\\Seats, and votes Applied",Code: Voice Weight,Tier\n'
        'A.docx,0-18,ab,We vote.,"Voice, Seats, and votes",True,1,5,board\n'
        "A.docx,20-30,ab,Nobody asked.,,False,0,,board\n"
    )
    assert brought.program == "Dedoose"
    assert codings(brought) == [
        ("A.docx", "We vote.", ["Voice (ab)", "Voice > Seats, and votes (ab)"]),
        ("A.docx", "Nobody asked.", []),
    ]
    assert brought.documents[0].passages[0].at == "0-18"
    assert dict(brought.documents[0].attributes) == {"Tier": "board"}
    assert brought.tallies[1].examples == ("Codes Applied Combined", "Code: Voice Weight")


def test_dedoose_without_them() -> None:
    brought = listed('Media Title,Excerpt Copy,Codes Applied Combined\nA,We vote.,"Voice, Seats"\n')
    assert codings(brought) == [("A", "We vote.", ["Voice", "Seats"])]


def test_atlas_ti() -> None:
    data = book(
        {
            "Quotations": [
                [
                    *("ID", "Quotation Name", "Quotation Content", "Document", "Document Groups"),
                    *("Codes", "Reference", "Comment", "Created by"),
                ],
                [
                    *("1:3", "We vote", "We vote.", "A", "North"),
                    *("○ Voice: Seats {3-0}\n○ Costs", "¶ 12", "odd", "AB"),
                ],
            ],
            "Codes": [["Name", "Grounded"], ["Seats", 3]],
        }
    )
    brought = read_segments("q.xlsx", data)
    assert brought.program == "ATLAS.ti"
    [document] = brought.documents
    assert document.folder == "North"
    assert document.passages == (
        Passage(
            "We vote.",
            "sheet Quotations, row 2",
            at="¶ 12",
            codings=(Coding("Voice > Seats", "AB", "odd"), Coding("Costs", "AB", "odd")),
        ),
    )
    why = "no list of coded segments stands in them"
    assert brought.tallies[-1] == Tally(Fate.LEFT, "sheets", 1, why, ("Codes",))


def test_qualcoder() -> None:
    brought = listed(
        '"File","Coder","Coded","Id","Codename","Coded_Memo","Category","Category",'
        '"FileVar_town","CaseVar_age","FileVar_e-mail"\n'
        '"a.txt","ab","We vote.","ctid:1","Seats","sure","Voice","Top","Northtown","40","x@y.org"\n'
        '"a.txt","cd","We vote.","ctid:2","Seats","","Voice","Top","Northtown","40","x@y.org"\n'
        '"a.txt","ab","image","imid:3","Seats","","Voice","Top","Northtown","40","x@y.org"\n'
    )
    assert brought.program == "QualCoder"
    seats = "Top > Voice > Seats"
    assert codings(brought) == [("a.txt", "We vote.", [f"{seats} (ab)", f"{seats} (cd)"])]
    assert dict(brought.documents[0].attributes) == {"town": "Northtown"}
    assert [(each.fate, each.what, each.examples) for each in brought.tallies] == [
        (Fate.TAKEN, "coded segments", ()),
        (Fate.LEFT, "rows", ("line 4",)),
        (Fate.LEFT, "columns", ("Id",)),
        (Fate.LEFT, "columns", ("FileVar_e-mail",)),
    ]


def test_qualcoder_by_cases() -> None:
    brought = listed(
        "Case,Filename,Coder,Coded,Id,Codename,Coded_Memo,CaseVar_sector\n"
        "P1,a.txt,ab,We vote.,ctid:1,Seats,,vcs\n"
        "P2,a.txt,ab,Never.,ctid:2,Costs,,council\n"
    )
    assert brought.cases == (Case("P1", {"sector": "vcs"}), Case("P2", {"sector": "council"}))
    assert brought.documents[0].cases == ("P1", "P2")
    assert [each.cases for each in brought.documents[0].passages] == [("P1",), ("P2",)]


def test_nvivo() -> None:
    brought = listed(
        "Name\tHierarchical Name\tCoverage\tReferences\tCoded Text\tCoded By Initials\n"
        "Files\\\\North\\\\A\tNodes\\\\Voice\\\\Seats\t1.2%\t1\tWe vote.\tAB\n"
        "B\tSeats\t1.2%\t1\tNo.\tAB\n"
    )
    assert brought.program == "NVivo"
    assert codings(brought) == [
        ("A", "We vote.", ["Voice > Seats (AB)"]),
        ("B", "No.", ["Seats (AB)"]),
    ]
    assert [each.folder for each in brought.documents] == ["North", ""]


PLAIN = (
    "  EXCERPT ;Source;codes;coder;Memo;speaker;Date;lsp\n"
    "We vote.;int-1;seats | voice > costs;ab;odd;P03;2012-05-14;north\n"
    "Never.;int-1;;;think;Ms Example;2012-05-14;north\n"
    "Never.;int-1;;;think;Ms Example;2012-05-14;north\n"
)


def test_a_typed_list() -> None:
    brought = listed(PLAIN)
    assert brought.program == ""
    [document] = brought.documents
    assert document.key == "north/int-1"
    assert dict(document.fields) == {"lsp": "north", "date": "2012-05-14"}
    assert document.voices == (Voice("P03", "P03"), Voice("S2", "Ms Example"))
    assert document.passages == (
        Passage(
            "We vote.",
            "line 2",
            speaker="P03",
            codings=(Coding("seats", "ab", "odd"), Coding("voice > costs", "ab", "odd")),
        ),
        Passage("Never.", "line 3", speaker="S2", memo="think"),
    )
    assert brought.tallies[1] == Tally(
        Fate.LEFT, "rows", 1, "they say what another row says of the same words"
    )


def test_a_second_memo_on_the_same_code_is_kept() -> None:
    brought = listed("source,text,code,memo\na,We vote.,seats,one\na,We  vote.,seats,two\n")
    assert brought.documents[0].passages[0].codings == (Coding("seats", "", "one\ntwo"),)


def test_titles_may_stand_above_the_heads_and_a_column_may_be_spare() -> None:
    brought = listed("My codes,,\n\nsource,text,code\na,We vote.,seats\n")
    assert codings(brought) == [("a", "We vote.", ["seats"])]


def test_what_is_wrong_is_named_with_its_cell() -> None:
    brought = listed(
        "source,text,code,date\n"
        "a,We vote.,seats,14/05/2012\n"
        "a,Never.,costs,41043\n"
        ",Nobody.,seats,\n"
        "b,,seats,\n"
    )
    assert brought.mishaps == (
        Mishap(
            "codes.csv",
            "line 4, column 1",
            "the cell is empty, and nothing says whose words these are",
            "Fill in column source.",
        ),
        Mishap(
            "codes.csv",
            "line 2, column 4",
            "`14/05/2012` is no date as dates are written here",
            "Did you mean 2012-05-14? Dates are 2012-05-14, 2012-05 or 2012.",
        ),
        Mishap(
            "codes.csv",
            "line 3, column 4",
            "`41043` is not the date that this document has above",
            "There it is `14/05/2012`.",
        ),
    )
    assert brought.tallies[1].examples == ("line 5",)


def test_a_file_that_does_not_say_its_encoding_is_told() -> None:
    brought = read_segments("c.csv", "source,text,code\na,Café – naïve,x\n".encode("cp1252"))
    assert brought.tallies[1] == Tally(
        Fate.CHANGED,
        "texts",
        1,
        "the file does not say how its letters are encoded; it was read as cp1252",
    )


def test_columns_that_are_not_known_are_asked_for() -> None:
    with pytest.raises(ColumnsUnknown) as caught:
        listed("Where,Words,My label\na,b,c\n")
    asked = caught.value
    assert asked.headers == ("Where", "Words", "My label")
    assert dict(asked.guess) == {"text": "Words", "at": "Where"}
    assert asked.message == "no column is known to hold the document or the code"
    assert asked.help == (
        "Say which column is what. The columns are: Where, Words, My label. What they may be: "
        "document, text, code, coder, memo, speaker, at, start, end, date, lsp, case, group."
    )


def test_columns_that_were_told() -> None:
    text = "Where,Words,My label\na,We vote.,seats\n"
    told = {"document": "where", "text": "Words", "code": "My  Label"}
    assert codings(listed(text, told)) == [("a", "We vote.", ["seats"])]
    without = listed(text, {"document": "Where", "text": "Words"})
    assert without.documents[0].passages[0].codings is None
    assert dict(without.documents[0].attributes) == {"My label": "seats"}


@pytest.mark.parametrize(
    ("told", "message", "advice"),
    [
        (
            {"document": "Were", "text": "Words"},
            "it has no column `Were`",
            "Did you mean `Where`? The columns are: Where, Words.",
        ),
        (
            {"documnt": "Where", "text": "Words"},
            "`documnt` is nothing that a column may hold",
            "Did you mean `document`? There are: document, text, code, coder, memo, speaker, at, "
            "start, end, date, lsp, case, group.",
        ),
        (
            {"text": "Words"},
            "no column is known to hold the document",
            "Say which column is what. The columns are: Where, Words. What they may be: document, "
            "text, code, coder, memo, speaker, at, start, end, date, lsp, case, group.",
        ),
    ],
)
def test_columns_that_were_told_wrongly(told: dict[str, str], message: str, advice: str) -> None:
    with pytest.raises(Unfit) as caught:
        listed("Where,Words\na,b\n", told)
    assert (caught.value.message, caught.value.help) == (message, advice)


def test_several_sheets_are_one_list() -> None:
    heads = ["source", "text", "code"]
    data = book(
        {"A": [heads, ["a", "We vote.", "seats"]], "B": [heads, ["a", "We vote.", "costs"]]}
    )
    assert codings(read_segments("c.xlsx", data)) == [("a", "We vote.", ["seats", "costs"])]


def test_no_words_of_anybody_stand_in_what_is_told() -> None:
    brought = listed(PLAIN + "Secret words.;;x;;Secret memo;Secret name;Secret day;\n")
    told = f"{brought.mishaps}{brought.tallies}"
    assert "Secret words" not in told
    assert "Secret memo" not in told
