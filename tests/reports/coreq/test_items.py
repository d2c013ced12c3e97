"""The checklist itself: all of it, once each, in our own words."""

from __future__ import annotations

import re

from gapcheck.model.methods import Topic
from gapcheck.model.settings import Vocabulary
from gapcheck.reports.coreq import analysed, sampled
from gapcheck.reports.coreq.items import ITEMS, PARTS
from gapcheck.schema.kinds import schema


def test_there_are_32_items_in_three_domains_numbered_from_one() -> None:
    assert [item.number for item in ITEMS] == list(range(1, 33))
    domains = [(part.domain[0], len(part.items)) for part in PARTS]
    sizes = {domain: sum(size for own, size in domains if own == domain) for domain in "123"}
    # Eight, fifteen and nine items: 1-8, 9-23 and 24-32.
    assert sizes == {"1": 8, "2": 15, "3": 9}
    assert [domain for domain, _ in domains] == sorted(domain for domain, _ in domains)


def test_every_topic_of_the_format_is_one_item() -> None:
    assert [item.topic for item in ITEMS] == list(Topic)
    assert set(schema("study", Vocabulary())["properties"]["methods"]["properties"]) == set(Topic)


def test_no_name_stands_twice_and_every_question_is_one() -> None:
    assert len({item.name for item in ITEMS}) == len({item.write for item in ITEMS}) == 32
    assert all(item.asks.endswith("?") for item in ITEMS)
    # What to write stands within a sentence.
    assert not [item for item in ITEMS if item.write.endswith(".") and "..." not in item.write]
    assert all(re.match(r"[a-z]", item.write) for item in ITEMS)


def test_no_topic_is_told_by_both_halves() -> None:
    assert not sampled.OPEN.keys() & analysed.OPEN.keys()
    assert not sampled.COUNTED.keys() & analysed.COUNTED.keys()
