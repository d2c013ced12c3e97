"""Projects that only their own program can open: how to get an open file out of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_THEN = """\
Where the menus of your version differ, look below Export for REFI-QDA or QDPX.
Then import the .qdpx file. It holds your documents: keep it where the project is kept."""

_NVIVO = f"""\
NVivo keeps its projects in a closed format. In NVivo (12 or later) export an open one:
1. Open the project.
2. Windows: on the tab Share choose Export Project, then REFI-QDA Project.
   Mac: in the menu File choose Export Project, and REFI-QDA (.qdpx) as its format.
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_ATLAS = f"""\
ATLAS.ti keeps its projects in a closed format. In ATLAS.ti (8.4 or later) export an open one:
1. Open the project; a project bundle (.atlproj) is first imported: File, Import, Project Bundle.
2. Windows: in the menu File choose Export, then QDPX Project.
   Mac: in the menu Project choose Export, then QDPX Project.
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_ATLAS_7 = f"""\
This is a project of ATLAS.ti 7 or older, which writes no open format.
1. In ATLAS.ti 7 make a copy bundle: Project, Save Copy Bundle.
2. In ATLAS.ti 8.4 or later import that bundle: File, Import, Project Bundle.
3. Windows: File, Export, QDPX Project. Mac: Project, Export, QDPX Project. Keep the ending .qdpx.
{_THEN}"""

_MAXQDA = f"""\
MAXQDA keeps its projects in a closed format. In MAXQDA (2020 or later) export an open one:
1. Open the project.
2. On the tab Reports (in some versions Project) choose Export, then REFI-QDA Project.
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_MAXQDA_2018 = f"""\
This is a project of MAXQDA 2018, which writes REFI-QDA in its last updates alone.
1. Open it in MAXQDA 2020 or later: the program offers to convert it, and keeps the old file.
2. On the tab Reports (in some versions Project) choose Export, then REFI-QDA Project.
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_OTHER = f"""\
This is a project that only the program which made it can open. Export an open one from there:
1. Open the project.
2. In the menu of the project choose Export, then REFI-QDA Project (.qdpx).
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_QUIRKOS = f"""\
Quirkos keeps its projects in a closed format. Export an open one:
1. Open the project in Quirkos 2 or later.
2. In the menu (the button with lines) choose Export, then QDPX (REFI-QDA project).
3. Choose a folder, keep the ending .qdpx, and confirm.
{_THEN}"""

_STEPS: Mapping[str, str] = MappingProxyType(
    {
        ".nvp": _NVIVO,
        ".nvpx": _NVIVO,
        ".atlproj": _ATLAS,
        ".atlproj23": _ATLAS,
        ".hpr7": _ATLAS_7,
        ".mx24": _MAXQDA,
        ".mx22": _MAXQDA,
        ".mx20": _MAXQDA,
        ".mx18": _MAXQDA_2018,
        ".mqda": _MAXQDA,
        ".qdp": _OTHER,
        ".qrk": _QUIRKOS,
    }
)


def steps_for(ending: str) -> str | None:
    """How to export REFI-QDA from the program whose project has this ending; None for others."""
    plain = ending.casefold()
    return _STEPS.get(plain if plain.startswith(".") else f".{plain}")
