"""What a schema's keyword means when it fails, in words that name the thing found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gapcheck.near import did_you_mean, listed
from gapcheck.source.days import mended, why_no_date
from gapcheck.source.document import START, Document, Path, Span, Trouble
from gapcheck.source.speech import maybe_speech
from gapcheck.source.syntax import advise

Node = dict[str, Any]
_TYPES = {
    "string": "text",
    "object": "a mapping of keys and values",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "empty",
}
_RULES = {
    "kind of source": "unknown-kind",
    "kind of partnership": "unknown-kind",
    "kind of force": "unknown-force",
    "state of wording": "unknown-wording",
    "state of words": "unknown-words",
    "way of quoting": "unknown-consent",
}
_NO_KEY = (
    "Under `>` words are indented further than their key; within braces a comma begins the next "
    "key, so put words in quotation marks there."
)
_WRITE_DATE = "Write YYYY, YYYY-MM or YYYY-MM-DD. A month alone will do: 2004-12."


def trouble(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    """The troubles that one error of the validator amounts to."""
    say = _SAYERS.get(error.kind.name)
    if say is None:
        yield _at(document, path, "wrong-value", f"{_value(error.instance)} does not fit here")
        return
    yield from say(document, path, error, node)


def _unknown_key(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    known = list(node.get("properties", {}))
    title = str(node.get("title", "this part of the file"))
    rule = "unknown-sector" if title == "the members by sector" else "unknown-key"
    for key in error.kind.unexpected:
        span = document.key_span((*path, key))
        options = [one for one in known if one not in error.instance] or known
        meant = did_you_mean(key, options)
        if not meant and maybe_speech(document, path, key, node):
            yield Trouble((*path, key), span, rule, "words stand where a key should", _NO_KEY)
            continue
        advice = f"{meant} Allowed: {listed(known)}.".strip()
        yield Trouble((*path, key), span, rule, f"`{key}` is no key of {title}", advice)


def _missing(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    whole = "this" if "then" in node else None
    title = whole or str(node.get("title") or "this")
    message = f"{_named(title, error.instance)} has no `{error.kind.property}`"
    yield Trouble(path, _first(document, path), "missing-key", message, "It is required here.")


def _enum(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    value, options = error.instance, list(error.kind.options)
    noun = str(node.get("title", "word that is known here"))
    if not isinstance(value, str):
        yield _type_trouble(document, path, value, ["string"], node)
        return
    rule = _RULES.get(noun, f"unknown-{noun.replace(' ', '-')}")
    allowed = f"{did_you_mean(value, options)} Allowed: {', '.join(options)}.".strip()
    yield _at(document, path, rule, f"`{value[:60]}` is no {noun}", allowed)


def _type(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    yield _type_trouble(document, path, error.instance, list(error.kind.types), node)


def _type_trouble(
    document: Document, path: Path, value: object, types: list[str], node: Node
) -> Trouble:
    wanted = " or ".join(_TYPES[name] for name in types)
    if not path:
        rule = "empty-file" if value is None else "wrong-type"
        what = "words alone" if isinstance(value, str) else _value(value)
        span = START if value is None else document.span(path)
        return Trouble(path, span, rule, f"the file is {what}", f"It should hold {wanted}.")
    key = f"`{path[-1]}`" if isinstance(path[-1], str) else "this"
    span = document.key_span(path) if value is None else document.span(path)
    advice = f"It should be {wanted}."
    if value is None:
        advice += " Give it, or leave the key out."
        return Trouble(path, span, "empty-value", f"{key} is empty", advice)
    if node.get("x-prose"):
        advice = advise(path)
    elif isinstance(value, str) and "number" in wanted:
        advice += " Write it in figures, without quotation marks or signs."
    plain = {"object", "array"}.issuperset(types) and isinstance(value, str)
    # Words that stand in the place of an excerpt are not shown: nobody asked for consent to it.
    found = "text" if plain else _value(value)
    return Trouble(path, span, "wrong-type", f"{key} is {found}", advice)


def _pattern(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    noun, value = str(node.get("title", "value")), str(error.instance)
    if noun in ("date", "day"):
        yield from _date(document, path, error, node)
        return
    advice = "Use lower-case letters, digits, `-`, `_` and `.`, and begin with a letter or digit."
    if "A-Z" in str(node.get("pattern")):
        advice = "Use letters, digits, `-`, `_` and `.`, and begin with a letter or digit."
    yield _at(document, path, "malformed-id", f"`{value[:60]}` cannot be {_article(noun)}", advice)


def _date(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    value, meant = str(error.instance), mended(str(error.instance))
    advice = _WRITE_DATE
    message = why_no_date(value)
    if node.get("title") == "day":
        advice = "Write a whole day: YYYY-MM-DD."
        meant = meant if meant and len(meant) == len("YYYY-MM-DD") else None
        if "as dates" in message and len(value) in (4, 7):
            message = f"`{value}` is no whole day"
    yield _at(document, path, "impossible-date", message, f"Write {meant}." if meant else advice)


def _range(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    least, most = node.get("minimum"), node.get("maximum")
    limit = f"It lies between {least} and {most}." if most is not None else f"At least {least}."
    rule = "impossible-share" if node.get("title") == "percentage" else "out-of-range"
    noun = "percentage" if rule == "impossible-share" else "number that fits here"
    yield _at(document, path, rule, f"{error.instance:g} is no {noun}", limit)


def _too_few(document: Document, path: Path, _error: Any, node: Node) -> Iterator[Trouble]:
    least = node.get("minItems", 1)
    key = f"`{path[-1]}`" if path else "the list"
    if "minLength" in node:
        advice = "Give it, or leave the key out."
        yield _at(document, path, "empty-value", f"{key} is empty", advice)
    else:
        yield _at(document, path, "empty-list", f"{key} holds too little", f"At least {least}.")


def _too_many(document: Document, path: Path, _error: Any, node: Node) -> Iterator[Trouble]:
    yield _at(document, path, "wrong-type", "the list is too long", f"At most {node['maxItems']}.")


def _neither(document: Document, path: Path, error: Any, node: Node) -> Iterator[Trouble]:
    if not isinstance(error.instance, dict):
        return
    said = str(node.get("description", ""))
    options = [f"`{'`, `'.join(one['required'])}`" for one in node["oneOf"]]
    both = sum(all(key in error.instance for key in one["required"]) for one in node["oneOf"]) > 1
    title = str(node.get("title", "this"))
    if title == "this":
        said = f"{_article(str(error.instance.get('kind', 'source'))).capitalize()} {said}."
    what = f"has both {' and '.join(options)}" if both else f"has neither {' nor '.join(options)}"
    rule = "both-given" if both else "missing-key"
    message = f"{_named(title, error.instance)} {what}"
    yield Trouble(path, _first(document, path), rule, message, said)


def _forbidden(document: Document, path: Path, _error: Any, _node: Node) -> Iterator[Trouble]:
    source: Any = document.value
    message = f"a source of the kind {source['kind']} has no `{path[-1]}`"
    advice = (
        "Interviews, focus groups and observations have speakers, surveys respondents, "
        "everything else an author."
    )
    yield Trouble(path, document.key_span(path), "misplaced-key", message, advice)


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def _named(title: str, value: object) -> str:
    """A record by its title and, where it has one, its id: "excerpt x1"."""
    if title == "this" and isinstance(value, dict) and "kind" in value:
        return f"a source of the kind {value['kind']}"
    name = value.get("id") if isinstance(value, dict) else None
    if not isinstance(name, str):
        return title
    return f"{title.removeprefix('an ').removeprefix('a ')} {name[:60]}"


def _value(value: object) -> str:
    """What was found, in a few words, never more of it than a line shows."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, dict):
        return _TYPES["object"]
    if isinstance(value, list):
        return _TYPES["array"]
    if value is None:
        return "empty"
    return f"`{str(value)[:40]}`"


def _first(document: Document, path: Path) -> Span:
    """The first key of a mapping: where an absence can best be pointed at."""
    value: Any = document.value
    for step in path:
        value = value[step]
    for key in value if isinstance(value, dict) else ():
        return document.key_span((*path, key))
    return document.span(path)


def _at(document: Document, path: Path, rule: str, message: str, advice: str = "") -> Trouble:
    return Trouble(path, document.span(path), rule, message, advice)


_SAYERS: dict[str, Callable[[Document, Path, Any, Node], Iterator[Trouble]]] = {
    "additionalProperties": _unknown_key,
    "required": _missing,
    "enum": _enum,
    "type": _type,
    "pattern": _pattern,
    "format": _date,
    "minimum": _range,
    "maximum": _range,
    "minItems": _too_few,
    "minLength": _too_few,
    "maxItems": _too_many,
    "oneOf": _neither,
    "oneOfNotValid": _neither,
    "oneOfMultipleValid": _neither,
    "falseSchema": _forbidden,
}
