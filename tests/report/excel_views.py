"""What Excel repairs in how a workbook is shown and printed, read from the bytes: names that lead nowhere,
panes and selections that do not fit one another, page heads that are too long, pages out of bounds.

Rules of ECMA-376 (CT_Pane, CT_Selection, CT_PageSetup, CT_HeaderFooter, CT_DefinedName) and of Microsoft's
"Excel specifications and limits" (255 characters in a head or foot, zoom 10 to 400 percent).
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HEAD, ZOOM = 255, range(10, 401)
PANES = {(False, False): {"topLeft"}, (False, True): {"topLeft", "bottomLeft"}, (True, False): {"topLeft", "topRight"},
         (True, True): {"topLeft", "topRight", "bottomLeft", "bottomRight"}}  # fmt: skip
"""By whether columns and rows are held: the panes there are."""
_SHEET = re.compile(r"'((?:[^']|'')+)'!|([^\s'!,()]+)!")


def of_the_book(root: ElementTree.Element, sheets: Sequence[tuple[str, bool]]) -> Iterator[str]:
    """``sheets``: name of each, and whether it can be seen."""
    names = {name.casefold() for name, _ in sheets}
    for node in root.iter(f"{MAIN}definedName"):
        for quoted, plain in _SHEET.findall(node.text or ""):
            if (quoted.replace("''", "'") or plain).casefold() not in names:
                yield f"the name {node.get('name')} leads to {quoted or plain}, which is no sheet"
            if plain and not re.fullmatch(r"[^\W\d]\w*", plain):
                yield f"the name {node.get('name')} calls {plain} without its marks"
        if "#REF!" in (node.text or ""):
            yield f"the name {node.get('name')} leads nowhere"
    for view in root.iter(f"{MAIN}workbookView"):
        at = int(view.get("activeTab", 0))
        if at >= len(sheets) or not sheets[at][1]:
            yield f"the book opens on sheet {at}, which nobody sees"


def of_a_sheet(root: ElementTree.Element) -> Iterator[str]:
    """Panes, selections, zoom, the printed page, levels of an outline."""
    for view in root.iter(f"{MAIN}sheetView"):
        yield from _panes(view)
        if int(view.get("zoomScale", 100)) not in ZOOM:
            yield f"it is shown at {view.get('zoomScale')} percent"
    for node in root.iter(f"{MAIN}pageSetup"):
        if int(node.get("scale", 100)) not in ZOOM:
            yield f"it is printed at {node.get('scale')} percent"
    for node in root.iter(f"{MAIN}headerFooter"):
        for part in node:
            if len((part.text or "").encode("utf-16-le")) // 2 > HEAD:
                yield f"its {part.tag.removeprefix(MAIN)} has more than {HEAD} characters"
    if any(int(node.get("outlineLevel", 0)) > 7 for node in root.iter()):
        yield "its outline has more than seven levels"


def _panes(view: ElementTree.Element) -> Iterator[str]:
    pane = view.find(f"{MAIN}pane")
    held = (False, False)
    if pane is not None:
        held = (float(pane.get("xSplit", 0)) > 0, float(pane.get("ySplit", 0)) > 0)
        if held == (False, False):
            yield "a pane holds neither rows nor columns"
        if pane.get("activePane", "topLeft") not in PANES[held]:
            yield f"the active pane {pane.get('activePane')} is none"
    said = [node.get("pane", "topLeft") for node in view.iter(f"{MAIN}selection")]
    for name in said:
        if name not in PANES[held]:
            yield f"a selection is in the pane {name}, which is none"
    if len(said) != len(set(said)):
        yield "two selections are in one pane"
