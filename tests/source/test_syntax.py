"""Text that is no YAML, or more of YAML than is used here: where, what, and how to mend it."""

from __future__ import annotations

import pytest

from .reading import HEAD, excerpt, said

CASES: list[tuple[str, ...]] = [
    (
        "indented less than the words above",
        excerpt("id: x1", "text: >", "  We sat", " no: never"),
        "10:6-10:7 yaml-syntax YAML cannot read the words after `text:`, since this line fits "
        "nothing above it: look at the spaces before it and the quotes | "
        "Put the words under `text: >`, on the next line and indented.",
    ),
    (
        "duplicate key of the file",
        HEAD + "kind: survey\n",
        (
            "7:1-7:5 duplicate-key `kind` is given twice | Keep one. Neither is used until "
            "then. | also 2:1-2:5 the first stands here"
        ),
        (
            "6:1-6:9 empty-value `excerpts` is empty | It should be a list. Give it, or "
            "leave the key out."
        ),
    ),
    (
        "duplicate key of an excerpt",
        excerpt("id: x1", "text: no", "memo: a", "text: yes"),
        (
            "10:5-10:9 duplicate-key `text` is given twice | Keep one. Neither is used "
            "until then. | also 8:5-8:9 the first stands here"
        ),
    ),
    (
        "duplicate key of a code",
        excerpt("id: x1", "text: no", "codes: [{imperative: a, stance: absent, stance: partly}]"),
        (
            "9:45-9:51 duplicate-key `stance` is given twice | Keep one. Neither is used "
            "until then. | also 9:29-9:35 the first stands here"
        ),
    ),
    (
        "duplicate imperative in short",
        excerpt("id: x1", "text: no", "codes: {a: absent, a: partly}"),
        (
            "9:24-9:25 duplicate-key `a` is given twice | Keep one. Neither is used until "
            "then. | also 9:13-9:14 the first stands here"
        ),
    ),
    (
        "duplicate of speech",
        excerpt("id: x1", "text: no", "Smith: yes", "Smith: no"),
        (
            "10:5-10:10 duplicate-key this key is given twice | Keep one. Neither is used "
            "until then. | also 9:5-9:10 the first stands here"
        ),
    ),
    (
        "what stands below a second key is not taken for the first's",
        HEAD
        + "  - {id: x1, text: a}\nexcerpts:\n  - &a {id: x1}\n  - {id: x1, id: x2}\n  - [*a]\n",
        (
            "8:1-8:9 duplicate-key `excerpts` is given twice | Keep one. Neither is used "
            "until then. | also 6:1-6:9 the first stands here"
        ),
        (
            "9:5-9:9 yaml-anchor a `&` before words would be an anchor of YAML, and those "
            "are not used here | "
        ),
        (
            "10:14-10:16 duplicate-key `id` is given twice | Keep one. Neither is used "
            "until then. | also 10:6-10:8 the first stands here"
        ),
        (
            "11:6-11:8 yaml-alias a `*` before words would be an alias of YAML, and those "
            "are not used here | "
        ),
    ),
    (
        "unclosed quote",
        excerpt("id: x1", "text: 'Tis late", "memo: fine"),
        (
            "8:11-8:12 unclosed-quote a quotation mark opens here and never closes | Put "
            "the words under `text: >`, on the next line and indented."
        ),
    ),
    (
        "unclosed double quote elsewhere",
        'source: "s1\nkind: interview\n',
        (
            "1:9-1:10 unclosed-quote a quotation mark opens here and never closes | Close "
            "it, or leave it out."
        ),
    ),
    (
        "tab before a key",
        "source: s1\n\tkind: interview\n",
        (
            "2:1-2:2 tab-indentation a tab indents this line | Indent with spaces; most "
            "editors can do that for you."
        ),
    ),
    (
        "tab before an item",
        "source: s1\nexcerpts:\n\t- id: x1\n",
        (
            "3:1-3:2 tab-indentation a tab indents this line | Indent with spaces; most "
            "editors can do that for you."
        ),
    ),
    (
        "bracket left open",
        "source: s1\nasked: [a, b\nkind: interview\n",
        "2:8-2:9 yaml-syntax a bracket [ opens here, and no ] closes it | ",
    ),
    (
        "brace left open",
        "source: s1\nspeaker: {id: P1\nkind: interview\n",
        "2:10-2:11 yaml-syntax a brace { opens here, and no } closes it | ",
    ),
    (
        "brace left open in prose",
        excerpt("id: x1", "text: {laughs", "memo: fine"),
        (
            "8:11-8:12 yaml-syntax YAML cannot read the words after `text:`, since a brace "
            "{ opens here, and no } closes it | Put the words under `text: >`, on the next "
            "line and indented."
        ),
    ),
    (
        "key without colon",
        "source: s1\nkind interview\ndate: 2004\n",
        "2:1-2:2 yaml-syntax a key is missing its colon | ",
    ),
    (
        "indented too little",
        excerpt("id: x1", "text: no").replace("    text", "   text"),
        (
            "8:4-8:5 yaml-syntax this line fits nothing above it: look at the spaces "
            "before it and the quotes | "
        ),
    ),
    (
        "list where a key should be",
        "source: s1\n- kind\n",
        (
            "2:1-2:2 yaml-syntax this line fits nothing above it: look at the spaces "
            "before it and the quotes | "
        ),
    ),
    (
        "key below a list",
        "- a\nkind: b\n",
        (
            "2:1-2:2 yaml-syntax this line fits nothing above it: look at the spaces "
            "before it and the quotes | "
        ),
    ),
    (
        "escape that is none",
        'source: "s\\q"\n',
        (
            "1:11-1:12 yaml-syntax a backslash in double quotes begins an escape, and this "
            "is none | "
        ),
    ),
    (
        "escape that is no number",
        'source: "s\\x0"\n',
        "1:13-1:14 yaml-syntax this escape stands for no character | ",
    ),
    (
        "escape that is no character",
        'source: "\\ud800"\n',
        "1:12-1:13 yaml-syntax this escape stands for no character | ",
    ),
    (
        "words beside the sign >",
        excerpt("id: x1", "text: > We sat"),
        (
            "8:13-8:14 yaml-syntax YAML cannot read the words after `text:`, since words "
            "stand on the line of the sign | or > | Put the words under `text: >`, on the "
            "next line and indented."
        ),
    ),
    (
        "document end",
        "source: s1\n...\nkind: interview\n",
        "3:1-3:2 yaml-syntax a second YAML document begins here | ",
    ),
    (
        "second document",
        HEAD + "---\nsource: s2\n",
        (
            "7:1-7:4 second-document a second YAML document begins here | One file holds "
            "one document: delete the line `---`, or split the file."
        ),
    ),
    (
        "directive",
        "%YAML 1.2\n---\nsource: s1\n",
        (
            "1:1-2:4 yaml-directive a line beginning with % would be a directive of YAML, "
            "and those are not used here | "
        ),
    ),
    (
        "tag directive",
        "%TAG ! tag:x,2000:\n---\nsource: s1\n",
        (
            "1:1-2:4 yaml-directive a line beginning with % would be a directive of YAML, "
            "and those are not used here | "
        ),
    ),
    (
        "anchor",
        excerpt("id: &x x1", "text: no"),
        (
            "7:9-7:14 yaml-anchor a `&` before words would be an anchor of YAML, and those "
            "are not used here | "
        ),
    ),
    (
        "anchor of a mapping",
        excerpt("&x id: x1", "text: no"),
        (
            "7:5-7:10 yaml-anchor a `&` before words would be an anchor of YAML, and those "
            "are not used here | "
        ),
    ),
    (
        "alias",
        excerpt("id: x1", "text: no", "memo: *x"),
        (
            "9:11-9:13 yaml-alias a `*` before words would be an alias of YAML, and those "
            "are not used here | Put the words under `memo: >`, on the next line and "
            "indented."
        ),
    ),
    (
        "alias elsewhere",
        excerpt("id: *x", "text: no"),
        (
            "7:9-7:11 yaml-alias a `*` before words would be an alias of YAML, and those "
            "are not used here | "
        ),
    ),
    (
        "alias as a key",
        "*x : s1\n",
        "1:1-1:3 yaml-alias an alias cannot be a key | ",
    ),
    (
        "tag",
        "source: !!str s1\n",
        (
            "1:9-1:17 yaml-tag a `!` before words would be a tag of YAML, and those are "
            "not used here | "
        ),
        "1:1-1:7 missing-key a source has no `kind` | It is required here.",
        "1:1-1:7 missing-key a source has no `date` | It is required here.",
        "1:1-1:7 missing-key a source has no `excerpts` | It is required here.",
    ),
    (
        "tag of a list",
        excerpt("id: x1", "text: no", "codes: !!seq []"),
        (
            "9:12-9:19 yaml-tag a `!` before words would be a tag of YAML, and those are "
            "not used here | "
        ),
    ),
    (
        "merge",
        excerpt("id: x1", "text: no", "<<: {memo: a}"),
        "9:5-9:7 yaml-merge `<<` would merge another mapping in here | ",
    ),
    (
        "key that is a list",
        "[source]: s1\n",
        "1:1-1:2 yaml-key a key must be one word or a few | ",
    ),
    (
        "key that is a mapping",
        "? {source: s1}\n: s1\n",
        "1:3-1:4 yaml-key a key must be one word or a few | ",
    ),
    (
        "key without a value",
        "? source\n",
        "1:3-1:9 missing-key a source has no `kind` | It is required here.",
        "1:3-1:9 missing-key a source has no `date` | It is required here.",
        "1:3-1:9 missing-key a source has no `excerpts` | It is required here.",
        (
            "1:3-1:9 empty-value `source` is empty | It should be text. Give it, or leave "
            "the key out."
        ),
    ),
    (
        "YAML 1.1's equals sign is a word",
        "source: =\n",
        "1:1-1:7 missing-key a source has no `kind` | It is required here.",
        "1:1-1:7 missing-key a source has no `date` | It is required here.",
        "1:1-1:7 missing-key a source has no `excerpts` | It is required here.",
        (
            "1:9-1:10 malformed-id `=` cannot be a source id | Use lower-case letters, "
            "digits, `-`, `_` and `.`, and begin with a letter or digit."
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case[0]))
def test_what_is_said(case: tuple[str, ...]) -> None:
    _, typed, *expected = case
    assert said(typed) == expected
