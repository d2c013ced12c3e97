"""A report built by hand, invented from end to end: one partnership in full, seven in short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gapcheck.diagnostic import Location
from gapcheck.model.choices import (
    AcrossPattern,
    Audience,
    Basis,
    Confidence,
    Exclusion,
    Force,
    Group,
    Modality,
    Nation,
    Position,
    Rung,
    SourceKind,
    Stance,
    TierPattern,
    Verdict,
    Wording,
    Words,
)
from gapcheck.model.dates import PartialDate, Period
from gapcheck.model.finding import (
    Ask,
    Background,
    Concern,
    Finding,
    Fragility,
    Named,
    RealistNote,
    RuleTried,
    SectorView,
    Statement,
    TierView,
    Voices,
    VoiceView,
)
from gapcheck.model.report import Across, HeardCell, PartnershipReport, Report, SourceView
from gapcheck.model.settings import Settings
from gapcheck.model.signoff_view import SignoffView
from gapcheck.model.study import Imperative, Partnership, Policy, Realist, Share

AS_AT = date(2006, 6, 30)
SETTINGS = Settings(
    title="Voluntary-sector involvement and health inequalities, 2001-2008",
    region="North East",
    limits=("one region and one point in time",),
)
_POLICIES = (
    ("funding-code-2000", "Compact Funding Code", "2000"),
    ("lsp-guidance-2001", "Local Strategic Partnerships: Government Guidance", "2001-03"),
    ("keeble-2001", "Written answer on local strategic partnerships", "2001"),
    ("cef-2001", "Community Empowerment Fund guidance", "2001"),
    ("cen-2003", "Community Empowerment Network guidance, revised", "2003"),
    ("programme-for-action-2003", "Tackling Health Inequalities: A Programme for Action", "2003"),
    ("laa-round-3-2006", "Local area agreement guidance, round 3", "2006"),
    ("strong-safe-prosperous-2008", "Creating Strong, Safe and Prosperous Communities", "2008"),
)


def _period(start: str, end: str | None = None) -> Period:
    return Period(PartialDate.parse(start), PartialDate.parse(end) if end else None)


def imperative(policy: str, name: str, text: str, **changes: object) -> Imperative:
    """An imperative of the council for the voluntary sector, changed where told."""
    made = Imperative(
        id=name,
        policy=policy,
        locator="para 1.17",
        text=text,
        actors=("council",),
        modality=Modality.SHOULD,
        nation=Nation.ENGLAND,
        in_force=_period("2001-03-29"),
        location=Location(f"policies/{policy}.yaml", 12),
        beneficiaries=("vcs",),
        wording=Wording.SEEN,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


PAY = imperative(
    "funding-code-2000", "pay-in-advance", "Pay grants ahead of spending wherever possible."
)
TRAIN = imperative(
    "keeble-2001",
    "train-and-support",
    "Give local people the training and support they need to take part.",
    modality=Modality.MUST,
    beneficiaries=("residents",),
    wording=Wording.SECOND_HAND,
)
BOTTOM = imperative(
    "keeble-2001",
    "bottom-up",
    "Build strategies up from what residents say they need, not down from agencies.",
    beneficiaries=("residents",),
)
INCLUDE = imperative(
    "keeble-2001",
    "include-excluded",
    "Include local people, above all from deprived areas and from groups often left out, such as "
    "black and minority ethnic communities and older people.",
    modality=Modality.MUST,
    beneficiaries=("residents",),
)
JOIN = imperative(
    "lsp-guidance-2001",
    "join-up-plans",
    "Draw existing local plans, partnerships and initiatives together.",
    beneficiaries=(),
    wording=Wording.UNVERIFIED,
)
TOGETHER = imperative(
    "lsp-guidance-2001",
    "sectors-together",
    "Bring the public, private, voluntary and community sectors of the area into one partnership.",
    actors=("partnership",),
    due=PartialDate.parse("2002-04"),
)
FUND = imperative(
    "cef-2001",
    "direct-funding",
    "Put at least £300,000 over three years directly into the voluntary sector's part.",
    actors=("government-office",),
    modality=Modality.MUST,
    in_force=_period("2001-04-01", "2005-03-31"),
)
OWN = imperative(
    "cen-2003",
    "own-body",
    "A community network may become, or pick, its own accountable body.",
    actors=("vcs",),
    modality=Modality.MAY,
)
CUT = imperative(
    "programme-for-action-2003",
    "cut-the-gap",
    "Cut inequalities in infant mortality and life expectancy by 10% by 2010.",
    actors=("health",),
    beneficiaries=("residents",),
    demands=Rung.EFFECTIVE,
)
STATEMENT = imperative(
    "laa-round-3-2006",
    "vcs-statement",
    "File a statement of how the voluntary sector was and will be involved in the agreement.",
    in_force=_period("2006-03-01"),
)
ACTIVE = imperative(
    "strong-safe-prosperous-2008",
    "active-partner",
    "Make the third sector an active partner at strategic and thematic levels.",
    in_force=_period("2008-07-09"),
)
IMPERATIVES = (PAY, JOIN, TOGETHER, TRAIN, BOTTOM, INCLUDE, FUND, OWN, CUT, STATEMENT, ACTIVE)


def policies() -> tuple[Policy, ...]:
    """The policies of the sample, each with its imperatives."""
    return tuple(
        Policy(
            id=name,
            title=title,
            publisher="ODPM",
            published=published,
            force=Force.GUIDANCE,
            nation=Nation.ENGLAND,
            in_force=_period(published),
            imperatives=tuple(each for each in IMPERATIVES if each.policy == name),
            location=Location(f"policies/{name}.yaml"),
        )
        for name, title, published in _POLICIES
    )


def partnership(name: str, **changes: object) -> Partnership:
    """An invented partnership in the North East."""
    own = name.split(maxsplit=1)[0].casefold()
    made = Partnership(
        id=own,
        name=name,
        kind="lsp",
        nation=Nation.ENGLAND,
        location=Location(f"evidence/{own}/lsp.yaml"),
        pseudonym=True,
        illustrative=True,
        region="north-east",
        designations=("nrf-88",),
        members=(("vcs", 6), ("council", 9), ("health", 4), ("business", 2)),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


NORTHTOWN = partnership("Northtown Strategic Partnership")
_ROLES = {
    "int-vcs-01": (SourceKind.INTERVIEW, "vcs", "network coordinator", "2006-03", "strategic"),
    "int-vcs-02": (SourceKind.INTERVIEW, "vcs", "advice centre manager", "2006-04", "thematic"),
    "int-council-01": (
        SourceKind.INTERVIEW,
        "council",
        "partnership manager",
        "2006-03",
        "strategic",
    ),
    "int-health-01": (
        SourceKind.INTERVIEW,
        "health",
        "public health manager",
        "2006-03",
        "thematic",
    ),
    "int-health-02": (SourceKind.INTERVIEW, "health", "health visitor", "2006-05", "delivery"),
    "fg-residents-01": (
        SourceKind.FOCUS_GROUP,
        "residents",
        "resident, Eastside",
        "2006-05",
        "neighbourhood",
    ),
    "svy-groups-2004": (SourceKind.SURVEY, "vcs", None, "2004-11", "delivery"),
    "min-board-2004": (SourceKind.MINUTES, "council", None, "2004-09", "strategic"),
    "doc-strategy-2004": (SourceKind.DOCUMENT, "council", None, "2004-04", "strategic"),
}


def statement(
    source: str, line: int, stance: Stance | None, quote: str | None, **changes: object
) -> Statement:
    """A deciding statement of one of Northtown's sources, changed where told."""
    kind, sector, role, when, tier = _ROLES[source]
    made = Statement(
        source=source,
        excerpt=f"x{line // 7}",
        kind=kind,
        sector=sector,
        voice=(source,),
        basis=Basis.FIRST_HAND if kind is SourceKind.INTERVIEW else Basis.RECORD,
        rung=Rung.ENACTED,
        about=PartialDate.parse(when),
        source_date=PartialDate.parse(when),
        location=Location(f"evidence/northtown/{source}.yaml", line),
        stance=stance,
        practice=stance,
        tier=tier,
        role=role,
        population=38 if kind is SourceKind.SURVEY else None,
        quote=quote,
        deciding=stance is not None,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


_CLAIM = {"basis": Basis.CLAIM, "rung": Rung.ADOPTED, "practice": None, "adoption": True}
_WITHDRAWN = statement(
    "int-health-02",
    15,
    None,
    None,
    excluded=Exclusion.WITHDRAWN,
    why_excluded="consent withdrawn",
)


def tiers(**known: tuple[Position, int]) -> tuple[TierView, ...]:
    """The four tiers, unknown but for those named."""
    order = ("strategic", "thematic", "neighbourhood", "delivery")
    return tuple(TierView(tier, *known.get(tier, (Position.UNKNOWN, 0))) for tier in order)


def _tried_before(rule: str) -> tuple[RuleTried, ...]:
    """The first two rules, as far as they do not hold."""
    first = (
        RuleTried("out-of-scope", False, "it applies"),
        RuleTried("nothing-said", False, "3 admissible statements"),
    )
    names = [each.rule for each in first]
    return first[: names.index(rule)] if rule in names else first


def finding(own: Imperative, verdict: Verdict, rule: str, why: str, **changes: object) -> Finding:
    """A finding of Northtown."""
    made = Finding(
        imperative=own,
        partnership=NORTHTOWN,
        as_at=AS_AT,
        rule=rule,
        verdict=verdict,
        why=why,
        tiers=tiers(),
        tried=(
            *_tried_before(rule),
            RuleTried(rule, True, why),
            RuleTried("done", False, "not tried"),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def northtown_findings() -> tuple[Finding, ...]:
    """Eleven findings, each of the verdicts once, in the order of the policy files."""
    yes, mixed, no = Position.HAPPENS, Position.PARTLY, Position.ABSENT
    adequacy = Concern("adequacy", 1, "only two voices speak of practice")
    return (
        finding(
            PAY,
            Verdict.CONTRARY,
            "opposite",
            "Every sector heard says no, and what is done is the reverse.",
            confidence=Confidence.HIGH,
            sectors=(SectorView("vcs", no, absent=2), SectorView("council", no, absent=1)),
            tiers=tiers(strategic=(no, 1), thematic=(no, 2)),
            tier_pattern=TierPattern.EVEN,
            voices=Voices(("vcs", "council"), ("health", "residents", "business")),
            statements=(
                statement(
                    "min-board-2004",
                    43,
                    Stance.OPPOSITE,
                    "Agreed: grants to be released quarterly in arrears on evidence of spend.",
                ),
                statement(
                    "int-vcs-02",
                    15,
                    Stance.OPPOSITE,
                    "Quarterly in arrears, on receipts. [laughs] A small group cannot carry that, "
                    "so the small groups stopped bidding.",
                ),
            ),
            barriers=(Named("paid in arrears", 2, "resource"),),
            background=(
                Background(
                    "national-review-2005",
                    "x1",
                    "Advance payment was rare in all regions that were visited.",
                    Location("evidence/national/national-review-2005.yaml", 9),
                    "National review of grants, 2005",
                ),
            ),
        ),
        finding(
            JOIN,
            Verdict.UNTESTED,
            "self-report",
            "Only those who are obliged say yes, and no record tests it.",
            sectors=(SectorView("council", yes, happens=1),),
            voices=Voices(("council",), ("vcs", "health", "residents", "business"), ()),
            statements=(
                statement(
                    "int-council-01",
                    29,
                    Stance.HAPPENS,
                    "We had forty-one partnerships in 2001. There are eleven now, and all of them "
                    "answer to the board.",
                ),
            ),
            ask_next=(Ask("vcs", "delivery", "only the council was heard, on its own work"),),
        ),
        finding(
            TOGETHER,
            Verdict.PARTLY_TRANSLATED,
            "mixed-practice",
            "No sector denies it outright; at least one gives a mixed account.",
            confidence=Confidence.MODERATE,
            concerns=(Concern("coherence", 1, "the accounts differ"),),
            sectors=(SectorView("vcs", mixed, 1, 0, 1), SectorView("council", yes, happens=1)),
            voice_views=(
                VoiceView("vcs", yes, ("int-vcs-02",), "advice centre manager"),
                VoiceView("vcs", no, ("int-vcs-01",), "network coordinator"),
                VoiceView("council", yes, ("int-council-01",), "partnership manager"),
                VoiceView("health", None, ("int-health-01",), "public health manager"),
            ),
            tiers=tiers(strategic=(no, 2), thematic=(yes, 1)),
            tier_pattern=TierPattern.INVERSE_DECAY,
            rungs=(
                (Rung.ADOPTED, Position.HAPPENS),
                (Rung.ENACTED, Position.PARTLY),
                (Rung.EFFECTIVE, Position.UNKNOWN),
            ),
            voices=Voices(("vcs", "council", "health"), ("business",)),
            statements=(
                statement(
                    "int-council-01",
                    15,
                    Stance.HAPPENS,
                    "Every sector has its seats and an equal vote. I would not call that "
                    "consultation; they are the board.",
                ),
                statement(
                    "int-vcs-01",
                    15,
                    Stance.ABSENT,
                    "Papers reach them the night before; money settled elsewhere by then.",
                    words=Words.NOTES,
                ),
                statement("int-vcs-02", 29, Stance.HAPPENS, None),
                statement(
                    "int-health-01",
                    43,
                    Stance.HAPPENS,
                    "They tell me that everybody has a seat.",
                    basis=Basis.HEARSAY,
                    practice=None,
                    deciding=False,
                ),
                _WITHDRAWN,
            ),
            fragile=(
                Fragility("int-vcs-01", Verdict.TRANSLATED),
                Fragility("int-vcs-02", Verdict.CONTESTED),
            ),
            tensions=(Named("democratic-participatory", 2),),
            realist=(
                RealistNote(
                    "int-vcs-01",
                    "x2",
                    Realist(
                        "papers come late, and the sector has no staff of its own",
                        "members read them at the table and follow the chair",
                        "seats and votes, but no say in the money",
                    ),
                ),
            ),
            ask_next=(Ask("business", None, "it has seats and was not asked"),),
        ),
        finding(
            TRAIN,
            Verdict.NOT_TRANSLATED,
            "absent",
            "Every sector heard says no, and no paper claims it.",
            confidence=Confidence.MODERATE,
            concerns=(adequacy,),
            sectors=(
                SectorView("vcs", no, absent=1),
                SectorView("residents", None, unaware=2),
            ),
            tiers=tiers(strategic=(no, 1), neighbourhood=(no, 1)),
            voices=Voices(("vcs", "residents"), ("council", "health"), ("actor-unheard",)),
            statements=(
                statement(
                    "int-vcs-01",
                    22,
                    Stance.ABSENT,
                    "There was one induction evening, in 2003. Nobody elected since has had so "
                    "much as a folder.",
                ),
                statement(
                    "fg-residents-01",
                    36,
                    Stance.UNAWARE,
                    "Training? No. Nobody has said anything about training.",
                    deciding=False,
                    set_aside=True,
                ),
                _WITHDRAWN,
            ),
            signoff=SignoffView(
                "R. Reviewer",
                "2006-07-14",
                "two later training days are on record with the council",
                Verdict.PARTLY_TRANSLATED,
                Confidence.LOW,
                evidence_changed=True,
            ),
            ask_next=(Ask("council", "strategic", "it is obliged and was not asked"),),
        ),
        finding(
            BOTTOM,
            Verdict.PAPER_ONLY,
            "paper-only",
            "Every sector heard on practice says no; a paper or a claim says yes.",
            confidence=Confidence.MODERATE,
            concerns=(adequacy,),
            sectors=(SectorView("residents", no, absent=3),),
            on_paper=("council",),
            tiers=tiers(neighbourhood=(no, 3)),
            voices=Voices(("residents",), ("council", "vcs", "health")),
            statements=(
                statement(
                    "doc-strategy-2004",
                    15,
                    Stance.HAPPENS,
                    "This strategy is built from the ground up on what the people of our "
                    "neighbourhoods have told us.",
                    **_CLAIM,
                ),
                statement(
                    "fg-residents-01",
                    43,
                    Stance.ABSENT,
                    "We said lighting and the bus. The strategy says enterprise. I can read.",
                ),
            ),
            negative_case=(
                statement(
                    "doc-strategy-2004",
                    15,
                    Stance.HAPPENS,
                    "This strategy is built from the ground up on what the people of our "
                    "neighbourhoods have told us.",
                    **_CLAIM,
                ),
            ),
            fragile=(Fragility("doc-strategy-2004", Verdict.NOT_TRANSLATED),),
        ),
        finding(
            INCLUDE,
            Verdict.CONTESTED,
            "sectors-disagree",
            "Yes: Council. No: Residents. Numbers do not settle it; both sides are shown.",
            confidence=Confidence.MODERATE,
            concerns=(Concern("coherence", 1, "the accounts differ"),),
            sectors=(
                SectorView("vcs", mixed, partly=1),
                SectorView("council", yes, happens=2),
                SectorView("residents", no, absent=2),
            ),
            tiers=tiers(strategic=(mixed, 3), neighbourhood=(Position.CONTESTED, 4)),
            tier_pattern=TierPattern.DECAY,
            voices=Voices(("vcs", "council", "residents"), ("health",)),
            statements=(
                statement(
                    "int-council-01",
                    22,
                    Stance.HAPPENS,
                    "Two of the elected places are held for the neighbourhoods and one for the "
                    "minority ethnic forum, and they come.",
                ),
                statement(
                    "min-board-2004",
                    29,
                    Stance.HAPPENS,
                    "Places filled by election: Eastside tenants' forum; minority ethnic "
                    "communities' forum; pensioners' forum.",
                ),
                statement(
                    "fg-residents-01",
                    22,
                    Stance.ABSENT,
                    "They came with a flipchart, once. We never saw what was on it again.",
                    language="cy",
                    translation="They came with a flip chart one time; nothing came back.",
                ),
                statement(
                    "int-vcs-01",
                    43,
                    Stance.PARTLY,
                    "They did go to the mosque and the pensioners' forum for the strategy. Once. "
                    "Nobody went back with what came of it.",
                ),
            ),
            fragile=(Fragility("fg-residents-01", Verdict.PARTLY_TRANSLATED),),
            ask_next=(Ask("vcs", "neighbourhood", "one focus group decides it"),),
        ),
        finding(
            FUND,
            Verdict.TRANSLATED,
            "done",
            "Every sector heard says yes.",
            confidence=Confidence.HIGH,
            sectors=(SectorView("vcs", yes, happens=1), SectorView("council", yes, happens=1)),
            tiers=tiers(delivery=(yes, 1)),
            voices=Voices(("vcs",), ("government-office", "health")),
            statements=(
                statement(
                    "svy-groups-2004",
                    15,
                    Stance.HAPPENS,
                    "Received, or know who received, money from the fund: 36 of 38 groups.",
                    share=Share(met=36, of=38),
                ),
                statement(
                    "min-board-2004",
                    15,
                    Stance.HAPPENS,
                    "Noted: third instalment of £100,000 received by the network.",
                    stale=True,
                ),
                statement(
                    "int-vcs-01",
                    57,
                    Stance.ABSENT,
                    None,
                    deciding=False,
                    practice=None,
                    excluded=Exclusion.OUTSIDE_FORCE,
                    why_excluded="about March 2006, after its force ended on 31 March 2005",
                ),
            ),
        ),
        finding(
            OWN,
            Verdict.NOT_TAKEN_UP,
            "optional-unused",
            "It may be done but need not be; every sector heard says it was not.",
            confidence=Confidence.LOW,
            concerns=(
                adequacy,
                Concern("cap", 0, "only one sector was heard"),
            ),
            sectors=(SectorView("council", no, absent=1),),
            tiers=tiers(strategic=(no, 1)),
            voices=Voices(("council",), ("vcs",)),
            statements=(
                statement(
                    "min-board-2004",
                    22,
                    Stance.ABSENT,
                    "Resolved: the council for voluntary service to remain accountable body.",
                ),
            ),
            fragile=(Fragility("min-board-2004", Verdict.NO_EVIDENCE),),
        ),
        finding(
            CUT,
            Verdict.INSUFFICIENT,
            "thin",
            "All that was heard is second-hand: nobody spoke of what they did or saw.",
            voice_views=(VoiceView("health", None, ("int-health-01",), "public health manager"),),
            voices=Voices(("health",), ("residents", "council")),
            statements=(
                statement(
                    "int-health-01",
                    29,
                    Stance.HAPPENS,
                    "I am told the gap in the east wards has begun to close. I have not seen the "
                    "figures.",
                    basis=Basis.HEARSAY,
                    practice=None,
                    deciding=False,
                ),
            ),
            ask_next=(Ask("health", "delivery", "ask for the figures by ward"),),
        ),
        finding(
            STATEMENT,
            Verdict.NO_EVIDENCE,
            "nothing-said",
            "Nothing that may be used bears on it.",
            voices=Voices((), ("council", "vcs", "health", "residents")),
            ask_next=(Ask("council", "strategic", "nobody was asked"),),
        ),
        finding(
            ACTIVE,
            Verdict.NOT_APPLICABLE,
            "out-of-scope",
            "It does not apply here: its force began on 9 July 2008, after the as-at day.",
            reason="Its force began on 9 July 2008, after the as-at day.",
        ),
    )


def northtown_sources() -> tuple[SourceView, ...]:
    """Northtown's nine sources, one of them withdrawn."""
    return tuple(
        SourceView(
            id=name,
            kind=kind,
            date=when,
            sectors=(sector,),
            tiers=(tier,),
            population=38 if kind is SourceKind.SURVEY else None,
            excerpts=0 if name == "int-health-02" else 6,
            unreviewed=2 if name == "int-vcs-02" else 0,
            used=name != "int-health-02",
            excluded=Exclusion.WITHDRAWN if name == "int-health-02" else None,
        )
        for name, (kind, sector, _, when, tier) in _ROLES.items()
    )


def totals_of(findings: tuple[Finding, ...]) -> tuple[tuple[Group, int], ...]:
    """How many of the findings each group holds."""
    return tuple((group, sum(each.group is group for each in findings)) for group in Group)


def part_of(
    own: Partnership, findings: tuple[Finding, ...], **changes: object
) -> PartnershipReport:
    """A partnership's part of a report, counted from its findings."""
    verdicts = [each.verdict for each in findings]
    made = PartnershipReport(
        partnership=own,
        as_at=AS_AT,
        totals=totals_of(findings),
        not_applicable=verdicts.count(Verdict.NOT_APPLICABLE),
        not_taken_up=verdicts.count(Verdict.NOT_TAKEN_UP),
        sources=(),
        heard=(),
        unheard=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def across_of(findings: tuple[Finding, ...]) -> tuple[Across, ...]:
    """Every imperative over the partnerships that the findings are of."""
    rows = []
    for own in IMPERATIVES:
        cells = tuple(each for each in findings if each.imperative is own)
        counted = tuple(each for each in cells if each.partnership.population is None)
        judged = sum(each.group not in (None, Group.UNKNOWN) for each in counted)
        gaps = tuple(each.partnership.id for each in counted if each.group is Group.GAP)
        systemic = AcrossPattern.SYSTEMIC if judged >= 3 and 3 * len(gaps) >= 2 * judged else None
        local = AcrossPattern.LOCAL if judged >= 3 and len(gaps) == 1 else None
        rows.append(Across(own, judged, totals_of(counted), systemic or local, gaps))
    return tuple(rows)


def northtown(**changes: object) -> Report:
    """The report of Northtown alone, with everything that a report can hold."""
    findings = northtown_findings()
    cells = (
        HeardCell("vcs", "strategic", ("int-vcs-01",)),
        HeardCell("vcs", "thematic", ("int-vcs-02",)),
        HeardCell("vcs", "delivery", ("svy-groups-2004",), survey_of=38),
        HeardCell(
            "council", "strategic", ("int-council-01", "min-board-2004", "doc-strategy-2004")
        ),
        HeardCell("health", "thematic", ("int-health-01",)),
        HeardCell("health", "delivery", (), ("int-health-02",)),
        HeardCell("residents", "neighbourhood", ("fg-residents-01",)),
    )
    part = part_of(
        NORTHTOWN,
        findings,
        sources=northtown_sources(),
        heard=cells,
        unheard=("business",),
        barriers=(
            Named("decisions taken elsewhere", 2, "structure"),
            Named("paid in arrears", 2, "resource"),
            Named("late papers", 1, None),
        ),
        enablers=(Named("shared targets, one named lead", 2),),
        tensions=(Named("democratic-participatory", 3), Named("local-strategic", 2)),
    )
    made = Report(
        settings=SETTINGS,
        audience=Audience.TEAM,
        policies=policies(),
        partnerships=(part,),
        findings=findings,
        across=across_of(findings),
        whole_study=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


_GRID = {
    "Northtown Strategic Partnership": "OP CL PA NO PO CO IP NT TL NH ..",
    "Northgate Partnership": "OP IP PA NO PO NO IP NT TL NH ..",
    "Harbourside Partnership": "NO IP IP PO PA PA IP IP TL IP ..",
    "Castlegate Together": "IP CL PA NO NO CO IP NT NH NH ..",
    "Dalesmoor Partnership": "NO NH IP TL TL TL .. .. NH NH ..",
    "Wolden Partnership": "OP CL PO PO IP NO .. .. PO CL ..",
}
_SURVEY = ("..", "..", "PA", "NO", "..", "..", "..", "..", "..", "..", "..")
_CODES = {
    "OP": Verdict.CONTRARY,
    "NO": Verdict.NOT_TRANSLATED,
    "PO": Verdict.PAPER_ONLY,
    "CO": Verdict.CONTESTED,
    "CL": Verdict.UNTESTED,
    "TL": Verdict.INSUFFICIENT,
    "NH": Verdict.NO_EVIDENCE,
    "PA": Verdict.PARTLY_TRANSLATED,
    "IP": Verdict.TRANSLATED,
    "NT": Verdict.NOT_TAKEN_UP,
    "..": Verdict.NOT_APPLICABLE,
}


def study(copies: int = 1) -> Report:
    """Six invented partnerships and one published survey, or several times as many."""
    findings: list[Finding] = []
    parts: list[PartnershipReport] = []
    model = northtown_findings()
    for copy in range(copies):
        for name, codes in _GRID.items():
            own = partnership(name if not copy else f"{name} {copy + 1}")
            own = replace(own, id=own.id if not copy else f"{own.id}-{copy + 1}")
            mine = tuple(
                replace(each, partnership=own, verdict=_CODES[code])
                for each, code in zip(model, codes.split(), strict=True)
            )
            findings += mine
            parts.append(part_of(own, mine, sources=northtown_sources()))
    survey = replace(
        partnership("England 2005"), illustrative=False, population=88, pseudonym=False
    )
    mine = tuple(
        replace(each, partnership=survey, verdict=_CODES[code])
        for each, code in zip(
            model, ["..", "..", "PA", "NO", "..", "..", "..", "..", "..", "..", ".."], strict=True
        )
    )
    findings += mine
    parts.append(part_of(survey, mine))
    return Report(
        settings=SETTINGS,
        audience=Audience.TEAM,
        policies=policies(),
        partnerships=tuple(parts),
        findings=tuple(findings),
        across=across_of(tuple(findings)),
        whole_study=True,
    )
