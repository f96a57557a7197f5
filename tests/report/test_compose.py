"""Reports with a limit of pages: the longest lists that fit, made anew only where a limit changed."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from desktop_app.language.catalogue import Catalogue
from desktop_app.report.compose import _fitted
from desktop_app.report.content import build_content
from desktop_app.report.settings import Kind, load_settings
from desktop_app.report.view import Scope, View
from tests.small_assessment import small_assessment

ROWS_A_PAGE = 10


class Paper:
    """A press of lists: so many rows there are, so many a page holds; counts what it prints."""

    def __init__(self, there_are: Mapping[str, int]) -> None:
        self.there_are, self.printed = there_are, 0

    def __call__(self, limits: Mapping[str, int], than: Any = None) -> Any:
        rows = {name: min(most, self.there_are[name]) for name, most in limits.items()}
        if than is not None and than[0].report_id == str(rows):
            return than
        self.printed += 1
        sheets = range(-(-sum(rows.values()) // ROWS_A_PAGE))
        return SimpleNamespace(report_id=str(rows), rows=rows), SimpleNamespace(sheets=sheets)


def kind(pages: int, limits: Mapping[str, int], keeps: Mapping[str, int] | None = None) -> Kind:
    return Kind((), "", pages, False, True, limits, keeps or {})


def test_a_report_that_fits_is_printed_once() -> None:
    paper = Paper({"a": 9})
    assert _fitted(kind(1, {"a": 12}), paper)[0].rows == {"a": 9}  # type: ignore[attr-defined]
    assert paper.printed == 1


def test_no_list_could_be_longer_on_the_pages_there_are() -> None:
    paper = Paper({"a": 30, "b": 2, "c": 40})
    found = _fitted(kind(3, {"a": 24, "b": 24, "c": 24}), paper)[0].rows  # type: ignore[attr-defined]
    assert sum(found.values()) == 3 * ROWS_A_PAGE
    assert found["b"] == 2
    assert paper.printed < 45


def test_a_list_below_what_it_keeps_comes_first() -> None:
    limits, keeps = {"needed": 12, "measures": 12, "last": 12}, {"needed": 9}
    found = _fitted(kind(2, limits, keeps), Paper(dict.fromkeys(limits, 20)))[0].rows  # type: ignore[attr-defined]
    assert found["needed"] >= 9
    assert sum(found.values()) == 2 * ROWS_A_PAGE


def test_nothing_is_cut_where_even_single_rows_do_not_fit() -> None:
    limits = {f"list {at}": 4 for at in range(14)}
    found = _fitted(kind(1, limits), Paper(dict.fromkeys(limits, 9)))
    assert min(found[0].rows.values()) >= 1  # type: ignore[attr-defined]
    assert len(found[1].sheets) == 2


def test_lists_are_not_shortened_for_a_page_that_must_be_there_anyway() -> None:
    """A dossier that needs a third page for its law named one of four measures, and left it empty."""
    limits = {f"list {at}": 4 for at in range(14)}
    found = _fitted(kind(1, limits), Paper(dict.fromkeys(limits, 9)))
    assert sum(found[0].rows.values()) == 2 * ROWS_A_PAGE  # type: ignore[attr-defined]


def test_a_section_is_made_anew_only_where_one_of_its_limits_changed() -> None:
    known, scope, of = load_settings(), Scope("management"), small_assessment()
    view = View(of, Catalogue("en"), known, scope).for_pages()

    def made(**limits: int) -> dict[str, Any]:
        changed = {**known.kinds["management"].limits, **limits}
        one = Kind(**{**_fields(known.kinds["management"]), "limits": changed})
        settings = known.__class__(
            **{**_fields(known), "kinds": {**known.kinds, "management": one}}
        )
        content = build_content(of, Catalogue("en"), settings, scope, like=view)
        return {section.id: section for section in content.sections}

    first, same, other = made(needed=3), made(needed=3), made(needed=1)
    assert all(same[name] is section for name, section in first.items())
    assert [name for name in first if other[name] is not first[name]] == ["ranked"]


def _fields(of: Any) -> dict[str, Any]:
    return {name: getattr(of, name) for name in of.__dataclass_fields__}
