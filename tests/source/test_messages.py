"""What the schema finds: where, what was found, what was allowed."""

from __future__ import annotations

import pytest

from gapcheck.source.builder import build
from gapcheck.source.validate import Format

from .reading import HEAD, SOURCE, excerpt, line, read, said

CASES: list[tuple[str, ...]] = [
    (
        "nothing within braces",
        HEAD + "  - {}\n",
        "7:5-7:6 missing-key an excerpt has no `id` | It is required here.",
        "7:5-7:6 missing-key an excerpt has no `text` | It is required here.",
    ),
    (
        "empty",
        "",
        ("1:1-1:1 empty-file the file is empty | It should hold a mapping of keys and values."),
    ),
    (
        "comments alone",
        "# nothing\n\n# yet\n",
        ("1:1-1:1 empty-file the file is empty | It should hold a mapping of keys and values."),
    ),
    (
        "an empty document",
        "---\n",
        ("1:1-1:1 empty-file the file is empty | It should hold a mapping of keys and values."),
    ),
    (
        "a list",
        "- source: s1\n",
        ("1:1-1:1 wrong-type the file is a list | It should hold a mapping of keys and values."),
    ),
    (
        "words",
        "We sat on the board\n",
        (
            "1:1-1:20 wrong-type the file is words alone | It should hold a mapping of "
            "keys and values."
        ),
    ),
    (
        "text where a list belongs",
        "source: s1\nkind: document\ndate: 2004\nauthor: vcs\nexcerpts: We sat\n",
        "5:11-5:17 wrong-type `excerpts` is text | It should be a list.",
    ),
    (
        "words where an excerpt belongs",
        HEAD + "  - We sat on the board\n",
        "7:5-7:24 wrong-type this is text | It should be a mapping of keys and values.",
    ),
    (
        "list where text belongs",
        SOURCE.replace("officer", "[a]"),
        "4:38-4:39 wrong-type `role` is a list | It should be text.",
    ),
    (
        "mapping where a word belongs",
        SOURCE.replace("interview", "{a: b}"),
        "2:7-2:8 wrong-type `kind` is a mapping of keys and values | It should be text.",
    ),
    (
        "list where prose belongs",
        excerpt("id: x1", "text: [laughs]"),
        (
            "8:11-8:12 wrong-type `text` is a list | Put the words under `text: >`, on the "
            "next line and indented."
        ),
    ),
    (
        "mapping where prose belongs",
        excerpt("id: x1", "text: {a: b}"),
        (
            "8:11-8:12 wrong-type `text` is a mapping of keys and values | Put the words "
            "under `text: >`, on the next line and indented."
        ),
    ),
    (
        "list in prose's place elsewhere",
        excerpt("id: x1", "text: no", "memo: [no, no]"),
        (
            "9:11-9:12 wrong-type `memo` is a list | Put the words under `memo: >`, on the "
            "next line and indented."
        ),
    ),
    (
        "nothing where text belongs",
        excerpt("id: x1", "text:"),
        ("8:5-8:9 empty-value `text` is empty | It should be text. Give it, or leave the key out."),
    ),
    (
        "nothing under the sign",
        excerpt("id: x1", "text: >"),
        "8:11-9:1 empty-value `text` is empty | Give it, or leave the key out.",
    ),
    (
        "empty quotation marks",
        excerpt("id: x1", 'text: ""'),
        "8:11-8:13 empty-value `text` is empty | Give it, or leave the key out.",
    ),
    (
        "yes is no boolean",
        excerpt("id: x1", "text: no", "cleared: yes"),
        "9:14-9:17 wrong-type `cleared` is `yes` | It should be true or false.",
    ),
    (
        "a number is no boolean",
        excerpt("id: x1", "text: no", "cleared: 1"),
        "9:14-9:15 wrong-type `cleared` is `1` | It should be true or false.",
    ),
    (
        "octal is no number",
        SOURCE + "of: 0o7\n",
        (
            "7:5-7:8 wrong-type `of` is `0o7` | It should be a whole number. Write it in "
            "figures, without quotation marks or signs."
        ),
    ),
    (
        "underscores are no number",
        SOURCE + "of: 1_000\n",
        (
            "7:5-7:10 wrong-type `of` is `1_000` | It should be a whole number. Write it "
            "in figures, without quotation marks or signs."
        ),
    ),
    (
        "a fraction is no whole number",
        SOURCE + "of: 2.5\n",
        "7:5-7:8 wrong-type `of` is `2.5` | It should be a whole number.",
    ),
    (
        "nineteen digits are no number",
        SOURCE + "of: 1234567890123456789\n",
        (
            "7:5-7:24 wrong-type `of` is `1234567890123456789` | It should be a whole "
            "number. Write it in figures, without quotation marks or signs."
        ),
    ),
    (
        "infinity is no number",
        SOURCE + "of: 1e999\n",
        (
            "7:5-7:10 wrong-type `of` is `1e999` | It should be a whole number. Write it "
            "in figures, without quotation marks or signs."
        ),
    ),
    (
        "quoted figures are no number",
        SOURCE + "of: '60'\n",
        (
            "7:5-7:9 wrong-type `of` is `60` | It should be a whole number. Write it in "
            "figures, without quotation marks or signs."
        ),
    ),
    (
        "too small a number",
        SOURCE + "of: 0\n",
        "7:5-7:6 out-of-range 0 is no number that fits here | At least 1.",
    ),
    (
        "missing key",
        "source: s1\nkind: document\ndate: 2004\nauthor: vcs\n",
        "1:1-1:7 missing-key a source has no `excerpts` | It is required here.",
    ),
    (
        "missing key of an excerpt",
        excerpt("id: x1"),
        "7:5-7:7 missing-key excerpt x1 has no `text` | It is required here.",
    ),
    (
        "missing key of a thing without an id",
        excerpt("text: no"),
        "7:5-7:9 missing-key an excerpt has no `id` | It is required here.",
    ),
    (
        "missing consent",
        SOURCE.replace("consent: {}\n", ""),
        (
            "1:1-1:7 missing-key a source of the kind interview has no `consent` | It is "
            "required here."
        ),
    ),
    (
        "missing speaker",
        SOURCE.replace("speaker: {id: P1, sector: vcs, role: officer}\n", ""),
        (
            "1:1-1:7 missing-key a source of the kind interview has neither `speaker` nor "
            "`speakers` | An interview names one `speaker`, or a list of `speakers`."
        ),
    ),
    (
        "speaker and speakers",
        SOURCE + "speakers: [{id: P2, sector: vcs, role: officer}]\n",
        (
            "1:1-1:7 both-given a source of the kind interview has both `speaker` and "
            "`speakers` | An interview names one `speaker`, or a list of `speakers`."
        ),
    ),
    (
        "no speakers",
        SOURCE.replace("speaker: {id: P1, sector: vcs, role: officer}", "speakers: []"),
        "4:11-4:12 empty-list `speakers` holds too little | At least 1.",
    ),
    (
        "author of an interview",
        SOURCE + "author: council\n",
        (
            "7:1-7:7 misplaced-key a source of the kind interview has no `author` | "
            "Interviews, focus groups and observations have speakers, surveys respondents, "
            "everything else an author."
        ),
    ),
    (
        "speaker of minutes",
        SOURCE.replace("interview", "minutes"),
        ("1:1-1:7 missing-key a source of the kind minutes has no `author` | It is required here."),
        (
            "4:1-4:8 misplaced-key a source of the kind minutes has no `speaker` | "
            "Interviews, focus groups and observations have speakers, surveys respondents, "
            "everything else an author."
        ),
    ),
    (
        "speaker of a survey",
        SOURCE.replace("interview", "survey"),
        (
            "1:1-1:7 missing-key a source of the kind survey has no `respondents` | It is "
            "required here."
        ),
        (
            "4:1-4:8 misplaced-key a source of the kind survey has no `speaker` | "
            "Interviews, focus groups and observations have speakers, surveys respondents, "
            "everything else an author."
        ),
    ),
    (
        "unknown key",
        SOURCE + "codr: ab\n",
        (
            "7:1-7:5 unknown-key `codr` is no key of a source | Did you mean `coder`? "
            "Allowed: source, kind, date, speaker, speakers, author, respondents, of, "
            "coder, words, language, consent, transcript, citation, asked, memo, excerpts."
        ),
    ),
    (
        "unknown key, nothing near",
        SOURCE + "zzz: ab\n",
        (
            "7:1-7:4 unknown-key `zzz` is no key of a source | Allowed: source, kind, "
            "date, speaker, speakers, author, respondents, of, coder, words, language, "
            "consent, transcript, citation, asked, memo, excerpts."
        ),
    ),
    (
        "unknown key, capitals",
        SOURCE + "Coder: ab\n",
        (
            "7:1-7:6 unknown-key `Coder` is no key of a source | Did you mean `coder`? "
            "Allowed: source, kind, date, speaker, speakers, author, respondents, of, "
            "coder, words, language, consent, transcript, citation, asked, memo, excerpts."
        ),
    ),
    (
        "a name for a key",
        excerpt("id: x1", "text: We sat.", "Smith: not I"),
        (
            "9:5-9:10 unknown-key words stand where a key should | Under `>` words are "
            "indented further than their key; within braces a comma begins the next key, "
            "so put words in quotation marks there."
        ),
    ),
    (
        "words for a key",
        excerpt("id: x1", "text: We sat.", "Mr Smith: not I"),
        (
            "9:5-9:13 unknown-key words stand where a key should | Under `>` words are "
            "indented further than their key; within braces a comma begins the next key, "
            "so put words in quotation marks there."
        ),
    ),
    (
        "a comma within braces",
        HEAD + "  - {id: x1, text: We sat, smith spoke}\n",
        (
            "7:28-7:39 unknown-key words stand where a key should | Under `>` words are "
            "indented further than their key; within braces a comma begins the next key, "
            "so put words in quotation marks there."
        ),
    ),
    (
        "a word within braces",
        HEAD + "  - {id: x1, text: We sat, smith: no}\n",
        (
            "7:28-7:33 unknown-key words stand where a key should | Under `>` words are "
            "indented further than their key; within braces a comma begins the next key, "
            "so put words in quotation marks there."
        ),
    ),
    (
        "misspelt within braces",
        HEAD + "  - {id: x1, txet: We sat}\n",
        "7:6-7:8 missing-key excerpt x1 has no `text` | It is required here.",
        (
            "7:14-7:18 unknown-key `txet` is no key of an excerpt | Did you mean `text`? "
            "Allowed: id, at, about, text, translation, speaker, question, codes, themes, "
            "barriers, enablers, tensions, cmo, memo, cleared, ignore."
        ),
    ),
    (
        "an empty key",
        HEAD + "  - {id: x1, text: a, '': b}\n",
        (
            "7:23-7:25 unknown-key words stand where a key should | Under `>` words are "
            "indented further than their key; within braces a comma begins the next key, "
            "so put words in quotation marks there."
        ),
    ),
    (
        "unknown sector",
        SOURCE.replace("vcs", "vsc"),
        (
            "4:27-4:30 unknown-sector `vsc` is no sector | Did you mean `vcs`? Allowed: "
            "vcs, council, health, police, education, business, government-office, "
            "residents, faith, partnership, research, audit."
        ),
    ),
    (
        "unknown kind",
        SOURCE.replace("interview", "interveiw"),
        (
            "2:7-2:16 unknown-kind `interveiw` is no kind of source | Did you mean "
            "`interview`? Allowed: interview, focus-group, observation, document, minutes, "
            "accounts, survey, evaluation."
        ),
    ),
    (
        "unknown tier",
        SOURCE.replace("role", "tier: strategical, role"),
        (
            "4:38-4:49 unknown-tier `strategical` is no tier | Did you mean `strategic`? "
            "Allowed: strategic, thematic, neighbourhood, delivery."
        ),
    ),
    (
        "unknown stance",
        excerpt("id: x1", "text: no", "codes: {a: happen}"),
        (
            "9:16-9:22 unknown-stance `happen` is no stance | Did you mean `happens`? "
            "Allowed: happens, partly, absent, opposite, unaware."
        ),
    ),
    (
        "unknown stance in full",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, stance: unclear}]"),
        (
            "9:37-9:44 unknown-stance `unclear` is no stance | Allowed: happens, partly, "
            "absent, opposite, unaware."
        ),
    ),
    (
        "unknown basis",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, stance: partly, basis: heresay}]"),
        (
            "9:52-9:59 unknown-basis `heresay` is no basis | Did you mean `hearsay`? "
            "Allowed: first-hand, record, claim, hearsay."
        ),
    ),
    (
        "unknown rung",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, stance: partly, rung: done}]"),
        "9:51-9:55 unknown-rung `done` is no rung | Allowed: adopted, enacted, effective.",
    ),
    (
        "unknown tier of a code",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, stance: partly, tier: top}]"),
        (
            "9:51-9:54 unknown-tier `top` is no tier | Allowed: strategic, thematic, "
            "neighbourhood, delivery."
        ),
    ),
    (
        "unknown tension",
        excerpt("id: x1", "text: no", "tensions: [local-stratgic]"),
        (
            "9:16-9:30 unknown-tension `local-stratgic` is no tension | Did you mean "
            "`local-strategic`? Allowed: thematic-neighbourhood, local-strategic, "
            "democratic-participatory."
        ),
    ),
    (
        "unknown state of words",
        SOURCE + "words: verbatm\n",
        (
            "7:8-7:15 unknown-words `verbatm` is no state of words | Did you mean "
            "`verbatim`? Allowed: verbatim, notes."
        ),
    ),
    (
        "unknown way of quoting",
        SOURCE.replace("consent: {}", "consent: {quote: anonymous}"),
        (
            "5:18-5:27 unknown-consent `anonymous` is no way of quoting | Did you mean "
            "`anonymised`? Allowed: named, anonymised, none."
        ),
    ),
    (
        "unknown respondents",
        SOURCE + "respondents: voluntary\n",
        (
            "7:1-7:12 misplaced-key a source of the kind interview has no `respondents` | "
            "Interviews, focus groups and observations have speakers, surveys respondents, "
            "everything else an author."
        ),
        (
            "7:14-7:23 unknown-sector `voluntary` is no sector | Allowed: vcs, council, "
            "health, police, education, business, government-office, residents, faith, "
            "partnership, research, audit."
        ),
    ),
    (
        "stance and share",
        excerpt(
            "id: x1", "text: no", "codes: [{imperative: a, stance: partly, share: {percent: 3}}]"
        ),
        (
            "9:14-9:24 both-given a code has both `stance` and `share` | A code gives a "
            "`stance`, or a `share`."
        ),
    ),
    (
        "neither stance nor share",
        excerpt("id: x1", "text: no", "codes: [{imperative: a}]"),
        (
            "9:14-9:24 missing-key a code has neither `stance` nor `share` | A code gives "
            "a `stance`, or a `share`."
        ),
    ),
    (
        "half a share",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, share: {met: 3}}]"),
        (
            "9:37-9:40 missing-key a share has neither `met`, `of` nor `percent` | A share "
            "gives `met` and `of`, or `percent`."
        ),
    ),
    (
        "share over 100 %",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, share: {percent: 101}}]"),
        "9:46-9:49 impossible-share 101 is no percentage | It lies between 0 and 100.",
    ),
    (
        "share below nothing",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, share: {met: -1, of: 3}}]"),
        "9:42-9:44 out-of-range -1 is no number that fits here | At least 0.",
    ),
    (
        "capitals in an id",
        SOURCE.replace("s1", "S1"),
        (
            "1:9-1:11 malformed-id `S1` cannot be a source id | Use lower-case letters, "
            "digits, `-`, `_` and `.`, and begin with a letter or digit."
        ),
    ),
    (
        "blank in a speaker's id",
        SOURCE.replace("P1", "P 1"),
        (
            "4:15-4:18 malformed-id `P 1` cannot be a speaker | Use letters, digits, `-`, "
            "`_` and `.`, and begin with a letter or digit."
        ),
    ),
    (
        "slash in an imperative's name",
        excerpt("id: x1", "text: no", "codes: {a/b/c: partly}"),
    ),
    (
        "slash in an imperative's name, in full",
        excerpt("id: x1", "text: no", "codes: [{imperative: a/b/c, stance: partly}]"),
        (
            "9:26-9:31 malformed-id `a/b/c` cannot be an imperative | Use lower-case "
            "letters, digits, `-`, `_` and `.`, and begin with a letter or digit."
        ),
    ),
    (
        "a month that is none",
        SOURCE.replace("2004", "2004-13-45"),
        (
            "3:7-3:17 impossible-date 13 is no month | Write YYYY, YYYY-MM or YYYY-MM-DD. "
            "A month alone will do: 2004-12."
        ),
    ),
    (
        "a day that is none",
        SOURCE.replace("2004", "2004-02-30"),
        (
            "3:7-3:17 impossible-date February 2004 has no day 30 | Write YYYY, YYYY-MM or "
            "YYYY-MM-DD. A month alone will do: 2004-12."
        ),
    ),
    (
        "days first",
        SOURCE.replace("2004", "12/05/2026"),
        (
            "3:7-3:17 impossible-date `12/05/2026` is no date as dates are written here | "
            "Write 2026-05-12."
        ),
    ),
    (
        "days first, with dots",
        SOURCE.replace("2004", "1.5.2026"),
        (
            "3:7-3:15 impossible-date `1.5.2026` is no date as dates are written here | "
            "Write 2026-05-01."
        ),
    ),
    (
        "years first, with strokes",
        SOURCE.replace("2004", "2026/5/1"),
        (
            "3:7-3:15 impossible-date `2026/5/1` is no date as dates are written here | "
            "Write 2026-05-01."
        ),
    ),
    (
        "in words",
        SOURCE.replace("2004", "May 2004"),
        (
            "3:7-3:15 impossible-date `May 2004` is no date as dates are written here | "
            "Write 2004-05."
        ),
    ),
    (
        "in words with the day",
        SOURCE.replace("2004", "3rd May 2004"),
        (
            "3:7-3:19 impossible-date `3rd May 2004` is no date as dates are written here "
            "| Write 2004-05-03."
        ),
    ),
    (
        "in words, and no day",
        SOURCE.replace("2004", "31 June 2004"),
        (
            "3:7-3:19 impossible-date `31 June 2004` is no date as dates are written here "
            "| Write YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12."
        ),
    ),
    (
        "one figure",
        SOURCE.replace("2004", "2004-5"),
        ("3:7-3:13 impossible-date `2004-5` is no date as dates are written here | Write 2004-05."),
    ),
    (
        "year nought",
        SOURCE.replace("2004", "0000"),
        (
            "3:7-3:11 impossible-date `0000` is no date as dates are written here | Write "
            "YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12."
        ),
    ),
    (
        "no date at all",
        SOURCE.replace("2004", "spring"),
        (
            "3:7-3:13 impossible-date `spring` is no date as dates are written here | "
            "Write YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12."
        ),
    ),
    (
        "no embargo",
        SOURCE.replace("consent: {}", "consent: {embargo_until: soon}"),
        (
            "5:26-5:30 impossible-date `soon` is no date as dates are written here | Write "
            "YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12."
        ),
    ),
    (
        "month where a day belongs",
        excerpt(
            "id: x1",
            "text: no",
            "codes: [{imperative: a, stance: partly, agreed: {by: x, on: 2004-05}}]",
        ),
        ("9:65-9:72 impossible-date `2004-05` is no whole day | Write a whole day: YYYY-MM-DD."),
    ),
    (
        "no day where a day belongs",
        excerpt(
            "id: x1",
            "text: no",
            "codes: [{imperative: a, stance: partly, agreed: {by: x, on: 2004-02-30}}]",
        ),
        ("9:65-9:75 impossible-date February 2004 has no day 30 | Write a whole day: YYYY-MM-DD."),
    ),
    (
        "attributes of an excerpt",
        excerpt("id: x1", "text: no", "attributes: {a: [b]}"),
        (
            "9:5-9:15 unknown-key `attributes` is no key of an excerpt | Allowed: id, at, "
            "about, text, translation, speaker, question, codes, themes, barriers, enablers, "
            "tensions, cmo, memo, cleared, ignore."
        ),
    ),
    (
        "attributes hold short values",
        SOURCE.replace("role", "attributes: {a: [b]}, role"),
        ("4:48-4:49 wrong-type `a` is a list | It should be true or false or a number or text."),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case[0]))
def test_what_is_said(case: tuple[str, ...]) -> None:
    _, typed, *expected = case
    assert said(typed) == expected


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("12", "`12`"),
        ("true", "`true`"),
        ("", "empty"),
        ("[]", "a list"),
        ("{}", "a mapping of keys"),
    ],
)
def test_a_keyword_that_has_no_words_of_its_own(typed: str, found: str) -> None:
    form = Format({"properties": {"a": {"const": "b"}}})
    document = build("file", f"a: {typed}\n", form.shape)
    told = [line(one) for one in form.troubles(document)]
    assert f" wrong-value {found}" in told[0]
    assert told[0].endswith(" does not fit here | ")


def test_a_long_list_is_validated_piece_by_piece() -> None:
    items = "".join(f"  - {{id: x{number}, text: a}}\n" for number in range(1, 1300))
    broken = items.replace("{id: x1200, text: a}", "{id: x1200, txet: a}")
    text = f"source: int\nkind: survey\ndate: 2004\nbogus: 1\nexcerpts:\n{broken}"
    found = [(one.span[0] + 1, one.rule, one.message) for one in read(text).troubles]
    assert found == [
        (1, "missing-key", "a source of the kind survey has no `respondents`"),
        (4, "unknown-key", "`bogus` is no key of a source"),
        (1205, "missing-key", "excerpt x1200 has no `text`"),
        (1205, "unknown-key", "`txet` is no key of an excerpt"),
    ]
