"""What sentences ask for: tables of those that oblige, and of those that must stay quiet."""

from __future__ import annotations

import pytest

from gapcheck.importers.policies.modality import judged
from gapcheck.importers.policies.reasons import Reason


def told(sentence: str) -> list[str]:
    """Modality, marks and actor of each thing that a sentence asks for."""
    return [
        " ".join(
            [
                str(one.modality),
                *["not"] * one.negated,
                *["if"] * one.conditional,
                ",".join(one.actor.sectors) or "-",
            ]
        )
        for one in judged(sentence).asked
    ]


OBLIGE = {
    "The council must publish its plan.": ["must council"],
    "The chief constable shall keep a record.": ["must police"],
    "Trustees are required by law to keep accounts.": ["must vcs"],
    "Each health board is under a duty to involve carers.": ["must health"],
    "It is the duty of every county council to keep a register.": ["must council"],
    "The board is to meet each quarter.": ["must partnership"],
    "Minutes are to be kept.": ["must -"],
    "Ministers undertake to consult for twelve weeks.": ["must government-office"],
    "Schools have to report absences.": ["must education"],
    "Partnerships should review their membership.": ["should partnership"],
    "Employers ought to offer time off.": ["should business"],
    "Auditors are expected to look at both.": ["should audit"],
    "We expect councils to consult the sector.": ["should council"],
    "It is expected that each authority will name a lead.": ["should council"],
    "Boards need to show whom they serve.": ["should partnership"],
    "Residents may ask for a review.": ["may residents"],
    "Charities can choose to join later.": ["may vcs"],
    "Districts are free to pool their funds.": ["may council"],
    "It is open to the partnership to co-opt members.": ["may partnership"],
    "The fund encourages churches to open their halls.": ["may faith"],
    "The Department may vary the terms by notice.": ["may government-office"],
    "A licence may be revoked by the council.": ["may council"],
    # What is not to be done
    "The council must not charge a fee.": ["must not council"],
    "The board is not to meet in private.": ["must not partnership"],
    "The officer ought not to vote.": ["should not -"],
    "No person shall vote twice.": ["must not -"],
    "The Minister may not make an order without consent.": ["must not government-office"],
    "Neither the council nor the board shall incur a debt.": ["must not council,partnership"],
    # Under a condition
    "If the chair is absent, the board must elect another.": ["must if partnership"],
    "Where a parish objects, the council must hold an inquiry.": ["must if council"],
    "The council must, if asked, give reasons.": ["must if council"],
    "The council must act unless it has good reasons.": ["must if council"],
    "Subject to section 4, the council may dispose of land.": ["may if council"],
    "The council must consult such bodies (if any) as it thinks fit.": ["must council"],
    "When preparing a plan, the council must consult.": ["must council"],
    "In areas where deprivation is high the council must publish a plan.": ["must council"],
    # Two things, with the subject of the first
    "The council must publish a plan and may charge for copies.": ["must council", "may council"],
    "The council must act, and the board should be told of it.": ["must council", "should -"],
    "The council must write a report, which must be published.": ["must council", "must -"],
    # Who acts
    "The council, having heard the parish, must decide.": ["must council"],
    "Before making rules under this section the Welsh Ministers must consult.": [
        "must government-office"
    ],
    "The accountable officer of the council must sign.": ["must council"],
    "The plan must set out the council's aims.": ["must -"],
    "Tenants must be given notice.": ["must -"],
    "Notice must be given by the council within a week.": ["must council"],
    "Notice must be given by post.": ["must -"],
    "The county council and the local health board must meet.": ["must council,health"],
    "The inspector must be satisfied with the reply.": ["must audit"],
    "A body which receives a grant must keep accounts.": ["must -"],
    "This means that authorities must act early.": ["must council"],
    "The Ministers may provide that a body is to meet.": ["may government-office"],
    "Papers that groups have sent in must be kept.": ["must -"],
    "As part of its review the council must consult.": ["must council"],
    "The council must reply as soon as it can.": ["must council"],
    "The council should give notice wherever possible.": ["should if council"],
    "If the council is late, it must say why.": ["must if council"],
    "For papers, wherever possible 12 weeks should be allowed.": ["should if -"],
    "Where less than 12 weeks is allowed the document should say why.": ["should if -"],
    "The chair of a board which serves two areas and more must resign.": ["must partnership"],
    "The chief officer of police must report.": ["must police"],
    "A council for voluntary service may apply.": ["may vcs"],
}


@pytest.mark.parametrize(("sentence", "expected"), OBLIGE.items())
def test_what_obliges(sentence: str, expected: list[str]) -> None:
    assert told(sentence) == expected


QUIET = {
    "The council publishes its plan.": Reason.NO_WORD,
    "The council will publish its plan.": Reason.WILL,
    "Must the council publish its plan?": Reason.QUESTION,
    "What the council must do": Reason.HEADING,
    "How a board should be run is a matter for its members.": Reason.SUBORDINATE,
    "“Relevant body” means a body that must register.": Reason.DEFINITION,
    "The new body shall be known as the Example Council.": Reason.DEFINITION,
    "A reference to a plan shall be construed with section 4.": Reason.DEFINITION,
    "This Act may be cited as the Example Act 2011.": Reason.DEFINITION,
    "This Order shall come into force on 1st May 2011.": Reason.DEFINITION,
    "These Regulations shall apply in England.": Reason.DEFINITION,
    "In section 4, for “may” there shall be substituted “must”.": Reason.DEFINITION,
    "An appointment shall not be invalid because of a defect.": Reason.DEFINITION,
    "Nothing in this section shall require a vote.": Reason.DEFINITION,
    "“They must listen,” a trustee said.": Reason.REPORTED,
    "Respondents felt that boards should meet in public.": Reason.REPORTED,
    "According to the review, boards must be smaller.": Reason.REPORTED,
    "It should be noted that Wales is excluded.": Reason.READER,
    "This table should be read with the notes.": Reason.READER,
    "There must be some doubt about it.": Reason.POSSIBLE,
    "The wait must have been long.": Reason.POSSIBLE,
    "This may lead to closures.": Reason.POSSIBLE,
    "Members may feel that they have no say.": Reason.POSSIBLE,
    "The results should be available by spring.": Reason.POSSIBLE,
    "The population is expected to grow.": Reason.POSSIBLE,
    "The council should have consulted first.": Reason.PAST,
    "Authorities were required to produce a plan.": Reason.PAST,
    "The aim is to reduce the gap.": Reason.PURPOSE,
    "The list is to be found in the annex.": Reason.PURPOSE,
    "The council need not publish names.": Reason.RELEASED,
    "Boards are not required to hold a ballot.": Reason.RELEASED,
    "There is no duty to reply.": Reason.RELEASED,
    "A person who must be consulted is called a consultee.": Reason.SUBORDINATE,
    "The persons to whom notice is to be given are listed.": Reason.SUBORDINATE,
    "The scheme opened in May 2004.": Reason.OTHER,
    "May I thank you all.": Reason.OTHER,
    "A must for every councillor is this guide.": Reason.OTHER,
    "Permission is required to build.": Reason.OTHER,
    "The need to consult is clear.": Reason.OTHER,
    "The store expects deliveries to arrive.": Reason.OTHER,
    "Access is to the rear.": Reason.OTHER,
    "The site undertakes to explain.": Reason.OTHER,
    "On these trends the target should be met.": Reason.POSSIBLE,
    "The change should help groups.": Reason.POSSIBLE,
    "There is a special need to be met.": Reason.OTHER,
    "The savings are expected to last.": Reason.POSSIBLE,
    "The right of way is to the north.": Reason.OTHER,
    "The council acts as it must.": Reason.SUBORDINATE,
    "Groups do more than they have to.": Reason.SUBORDINATE,
    "This is where most groups must stop.": Reason.SUBORDINATE,
    "Boards that members may join are listed.": Reason.SUBORDINATE,
}


@pytest.mark.parametrize(("sentence", "reason"), QUIET.items())
def test_what_does_not_and_why(sentence: str, reason: Reason) -> None:
    found = judged(sentence)
    assert (found.asked, found.reason) == ((), reason)


def test_a_duty_denied_is_marked() -> None:
    assert judged("The council need not reply.").denied
    assert judged("Nothing in this Part shall require a vote.").denied
    assert not judged("The council replied.").denied


def test_a_wish_to_vary_is_no_power() -> None:
    assert judged("Costs may vary from place to place.").reason is Reason.POSSIBLE
