"""The XML of a project as elements, found by their local names whatever their namespace."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gapcheck.model.unfit import Unfit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_LEVELS: Final = 200
"""Elements within elements; codebooks are nested a dozen deep at most."""


def parsed(name: str, data: bytes) -> Element:
    """The root of some XML; Unfit where it is none, or wants to fetch or unfold anything."""
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415

    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        message = f"{name} declares entities of its own, which a project never needs"
        raise Unfit(message, "It may be made to do harm, and was not read.") from error
    except ParseError as error:
        line, column = error.position
        message = f"{name} is no whole XML: it breaks off at line {line}, column {column + 1}"
        raise Unfit(message, "Export it once more from the program that it comes from.") from error
    except (ValueError, LookupError) as error:
        raise Unfit(f"{name} is in an encoding that is not known here") from error
    if _depth(root) > MOST_LEVELS:
        raise Unfit(f"{name} is nested more than {MOST_LEVELS} levels deep")
    return root


def local(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The children of these names, in their order; of no element there are none."""
    if element is not None:
        yield from (each for each in element if local(each) in names)


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return next(children(element, name), None)


def words(element: Element | None, name: str) -> str:
    """What stands in the child of that name, without blanks around it."""
    found = child(element, name)
    return "" if found is None else "".join(found.itertext()).strip()


def guid(element: Element, name: str = "guid") -> str:
    """An id, as it is compared: without braces, in one case."""
    return element.get(name, "").strip().strip("{}").casefold()


def target(element: Element) -> str:
    """What a reference leads to; codebooks call it `guid`."""
    return guid(element, "targetGUID") or guid(element)


def _depth(root: Element) -> int:
    level, row = 0, [root]
    while row and level <= MOST_LEVELS:
        row = [each for element in row for each in element]
        level += 1
    return level
