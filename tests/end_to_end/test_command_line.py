"""The command line on real files: exit codes, the JSON document, and one sentence per failure."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from desktop_app.cli import main
from desktop_app.paths import shipped

SAMPLE = shipped("templates", "sample_supplier_parts.xlsx")
SCHEMA = json.loads(shipped("resources", "assessment-1.schema.json").read_text(encoding="utf-8"))


def assess(tmp_path: Path, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    out = tmp_path / "out.json"
    code = main(["assess", *map(str, arguments), "--json", str(out)])
    return code, json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    code, document = assess(tmp_path_factory.mktemp("sample"), SAMPLE, "--on", "2026-11-24")
    assert code == 0
    return document


def test_the_document_follows_the_shipped_schema(sample: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(sample)


def test_every_row_read_is_accounted_for(sample: dict[str, Any]) -> None:
    tables = [t for s in sample["files"][0]["sheets"] for t in s["tables"]]
    assert len(tables) == 3
    for table in tables:
        rows = dict(table["rows"])
        assert rows.pop("read") == sum(rows.values())
    assert sum(t["rows"]["parts"] for t in tables) == len(sample["parts"]) == 62
    assert sum(t["rows"]["duplicates"] for t in tables) == 1
    assert sum(t["rows"]["totals"] for t in tables) == 3


def test_totals_are_the_sums_of_the_parts(sample: dict[str, Any]) -> None:
    totals, parts = sample["totals"], sample["parts"]
    for verdict in ("needed", "not_verified", "suspended", "not_needed"):
        assert totals[verdict] == sum(p["licence"]["verdict"] == verdict for p in parts)
    waiting = [totals["waits_part"], totals["waits_law"], totals["not_screened"]]
    assert sum(waiting) == totals["not_verified"]
    assert totals["parts"] == len(parts)


def test_the_answer_on_the_screen_counts_what_the_document_counts(sample: dict[str, Any]) -> None:
    """As a process of its own, which ends without taking apart what it holds: nothing is cut off."""
    said = subprocess.run(
        [sys.executable, "-m", "desktop_app", "assess", str(SAMPLE), "--on", "2026-11-24"],
        capture_output=True, check=True, encoding="utf-8",
    ).stdout.splitlines()  # fmt: skip
    names = ("needed", "waits_part", "waits_law", "suspended", "not_screened", "not_needed")
    counted = [int(line.split()[0]) for line in said if line.startswith(" ")]
    assert counted == [sample["totals"][name] for name in names]
    assert said[0].startswith(f"{sample['totals']['needed']} parts need a licence")
    assert said[-1].endswith(f"edition {sample['register']['edition']}.")


def test_a_price_per_hundred_becomes_the_price_of_one(sample: dict[str, Any]) -> None:
    oxide = part(sample, "000000000010004711")
    assert oxide["unit_price"] == 295.0
    assert oxide["annual_spend"] == 295.0 * 120


def test_masses_come_out_in_grams_and_weeks_in_days(sample: dict[str, Any]) -> None:
    magnet = part(sample, "100-0101")
    assert magnet["unit_mass_g"] == pytest.approx(13.6)
    assert magnet["lead_time_days"] == 42


def test_an_error_cell_makes_the_origin_unknown_and_is_said(sample: dict[str, Any]) -> None:
    magnet = part(sample, "000000000010004723")
    assert magnet["country_of_origin"] is None
    issues = sample["files"][0]["issues"]
    assert any(i["code"] == "W_ERROR_CELL" and i["row"] == magnet["row"] for i in issues)


LOOK_ALIKES = [
    "100-0107", "100-0108", "100-0112", "100-0113", "100-0114", "100-0204", "100-0205", "100-0206",
    "100-0208", "100-0301", "100-0302", "100-0303", "100-0304", "100-0305", "ZC-003", "ZC-005",
    "ZC-008", "ZC-012", "ZC-013", "ZC-014",
]  # fmt: skip


@pytest.mark.parametrize("number", LOOK_ALIKES)
def test_look_alikes_raise_no_alarm(sample: dict[str, Any], number: str) -> None:
    found = part(sample, number)
    assert found["licence"]["verdict"] == "not_needed", found["content"]
    assert found["content"]["verdict"] in ("no", "trace", "unknown"), found["content"]


def part(document: dict[str, Any], number: str) -> dict[str, Any]:
    return next(p for p in document["parts"] if p["part_number"] == number)


# Part number to its verdict and what it waits on or rests on, on each side of each date.
BY_DATE: dict[str, dict[str, tuple[str, str | None]]] = {
    "2025-04-03": {
        "100-0101": ("not_needed", None),
        "100-0105": ("not_needed", None),
        "000000000010004711": ("not_needed", None),
    },
    "2025-04-04": {
        "100-0101": ("needed", None),          # 42SH from China: Dy by grade
        "100-0105": ("needed", None),          # SmCo: always
        "100-0103": ("not_verified", "part"),  # N35: composition not known
        "000000000010004711": ("needed", None),          # dysprosium oxide
        "000000000010004713": ("not_needed", "element"),  # cerium oxide
        "000000000010004722": ("not_needed", "guidance"),  # rotor with shaft, FAQ
        "000000000010004715": ("not_needed", None),      # holmium: announced only in October
    },
    "2026-11-10": {
        "100-0101": ("needed", None),
        "000000000010004715": ("suspended", None),       # holmium oxide, No. 57
        "000000000010004716": ("suspended", None),       # erbium oxide, No. 57
        "100-0106": ("suspended", None),       # Japanese Dy magnet: No. 61 only
    },
    "2026-11-11": {
        "100-0101": ("needed", None),
        "000000000010004715": ("not_verified", "law"),
        "000000000010004716": ("not_verified", "law"),
        "100-0106": ("not_verified", "law"),
        "100-0307": ("not_verified", "recognition"),
    },
}  # fmt: skip


@pytest.mark.parametrize("day", BY_DATE)
def test_the_date_changes_the_verdicts_as_the_law_does(tmp_path: Path, day: str) -> None:
    code, document = assess(tmp_path, SAMPLE, "--on", day)
    assert code == 0
    found = {number: part(document, number)["licence"] for number in BY_DATE[day]}
    for number, (verdict, detail) in BY_DATE[day].items():
        licence = found[number]
        assert licence["verdict"] == verdict, (number, licence)
        if detail is not None:
            assert detail in (licence["waits_on"], licence["basis"]), (number, licence)


def test_every_verdict_occurs_in_the_sample_on_some_day(
    tmp_path: Path, sample: dict[str, Any]
) -> None:
    _, before = assess(tmp_path, SAMPLE, "--on", "2026-11-10")
    seen = {p["licence"]["verdict"] for p in [*sample["parts"], *before["parts"]]}
    waits = {p["licence"]["waits_on"] for p in sample["parts"]}
    assert seen == {"needed", "not_verified", "suspended", "not_needed"}
    assert {"part", "law", "recognition"} <= waits


def test_one_bad_file_does_not_keep_the_others_from_being_assessed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.xlsx"
    note.write_bytes(b"%PDF-1.7 this is no spreadsheet")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    missing = tmp_path / "gone.xlsx"
    code, document = assess(tmp_path, note, empty, missing, SAMPLE)
    problems = [(f["problem"] or {}).get("code") for f in document["files"]]
    assert code == 3
    assert problems == ["E_NOT_SPREADSHEET", "E_EMPTY", "E_NOT_FOUND", None]
    assert len(document["parts"]) == 62
    said = capsys.readouterr().err
    for name in ("note.xlsx", "empty.csv", "gone.xlsx"):
        assert name in said
    assert "Traceback" not in said


def test_nothing_readable_exits_4(tmp_path: Path) -> None:
    assert main(["assess", str(tmp_path / "gone.xlsx")]) == 4


def test_a_file_without_a_parts_table_counts_as_read(tmp_path: Path) -> None:
    letter = tmp_path / "letter.xlsx"
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Dear Sir or Madam, please find our new address below."
    book.save(letter)
    code, document = assess(tmp_path, letter)
    assert code == 0
    assert document["files"][0]["outcome"] == "no_table"
    assert document["parts"] == []


def test_an_unwritable_target_exits_5_and_the_other_output_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.json"
    report = tmp_path / "no such folder" / "out.pdf"
    code = main(["assess", str(SAMPLE), "--json", str(out), "--report", str(report)])
    assert code == 5
    assert json.loads(out.read_text(encoding="utf-8"))["totals"]["parts"] == 62
    assert "E_TARGET" in capsys.readouterr().err


def test_wrong_usage_exits_2() -> None:
    assert main(["assess"]) == 2
    for wrong in (["assess", "x.xlsx", "--on", "soon"], ["fly"]):
        with pytest.raises(SystemExit) as stopped:
            main(wrong)
        assert stopped.value.code == 2


def test_the_answer_is_printed_when_no_output_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["assess", str(SAMPLE), "--on", "2026-11-24"]) == 0
    said = capsys.readouterr().out
    assert "need a licence" in said
    assert "not screened" in said
    assert "not legal advice" in said


def test_columns_prints_what_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["columns", str(SAMPLE)]) == 0
    found = json.loads(capsys.readouterr().out)
    german = found["files"][0]["sheets"][1]["tables"][0]
    assert german["header_row"] == 3
    fields = {c["header"]: c["field"] for c in german["columns"]}
    assert fields["Materialnummer"] == "part_number"
    assert fields["Preiseinheit"] == "price_unit"


def test_explain_gives_the_decision_path(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["explain", str(SAMPLE), "--part", "Parts list!6", "--on", "2026-11-24"]
    assert main(arguments) == 0
    said = capsys.readouterr().out
    assert "42SH" in said
    assert "2025-18" in said or "No. 18" in said
    question = said.splitlines()[1]
    assert "Leaves China on 24 Nov 2026" in question, "a note is about one question"
    assert "used for: civil (assumed)" in question


def test_explain_says_when_there_is_no_such_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(SAMPLE), "--part", "Parts list!999"]) == 2
    assert "Parts list!999" in capsys.readouterr().err


def test_check_register_lists_every_status_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-register", "--on", "2026-11-11"]) == 0
    lines = capsys.readouterr().out.splitlines()

    def status(name: str) -> set[str]:
        return {line.split()[0] for line in lines if name in line}

    assert status("CN-MOFCOM-2025-18") == {"in_force"}
    assert status("CN-MOFCOM-2025-57") == {"unconfirmed"}


def test_the_self_test_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-test"]) == 0
    assert "62 parts" in capsys.readouterr().out


def test_the_program_starts_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Lodestone ")


EXAMPLES = Path(__file__).parents[1] / "assessment" / "published" / "worked_examples.csv"


def test_published_examples_are_recomputed_line_by_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check-method", str(EXAMPLES)]) == 0
    lines = capsys.readouterr().out.splitlines()
    dysprosium = next(line for line in lines if line.startswith("EU2017-Dy "))
    assert " 5.2 " in dysprosium
    assert " 4.95 " in dysprosium
    assert dysprosium.endswith("inside the tolerance")
    assert sum("a known miss: " in line for line in lines) == 2
    assert not any("NOT RECOMPUTED" in line for line in lines[:-4])


def test_examples_that_come_out_pass_the_check(tmp_path: Path) -> None:
    rows = EXAMPLES.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [r for r in rows if not r.startswith(("GPR-Nickel", "GPR-Graphite"))]
    path = tmp_path / "examples.csv"
    path.write_text("".join(kept), encoding="utf-8")
    beside = "worked_example_rows.csv"
    (tmp_path / beside).write_bytes(EXAMPLES.with_name(beside).read_bytes())
    assert main(["check-method", str(path)]) == 0


def test_an_example_outside_fails_the_check(tmp_path: Path) -> None:
    wrong = tmp_path / "examples.csv"
    text = EXAMPLES.read_text(encoding="utf-8")
    wrong.write_text(text.replace(",5.2,", ",7.2,", 1), encoding="utf-8")
    assert main(["check-method", str(wrong)]) == 1
    assert main(["check-method", str(tmp_path / "none.csv")]) == 4


def test_rates_bring_all_money_into_one_currency(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Part number", "Description", "Annual spend", "Currency"])
    sheet.append(["A-1", "Sintered NdFeB magnet N42SH", 1000, "USD"])
    sheet.append(["A-2", "Hexagon screw M6x20", 500, "EUR"])
    book.save(tmp_path / "list.xlsx")
    table = tmp_path / "rates.csv"
    table.write_text("currency,rate,date\nEUR,1,2026-01-02\nUSD,0.9,2026-11-02\n", encoding="utf-8")
    question = ("--on", "2026-11-24")
    _, apart = assess(tmp_path, tmp_path / "list.xlsx", *question)
    assert apart["totals"]["annual_spend"] is None
    assert set(apart["totals"]["by_currency"]) == {"USD", "EUR"}
    code, document = assess(tmp_path, tmp_path / "list.xlsx", *question, "--rates", table)
    assert code == 0
    assert document["totals"]["currency"] == "EUR"
    assert document["totals"]["annual_spend"] == pytest.approx(1400)
    table.write_text("currency,rate\nEUR,1\n", encoding="utf-8")
    assert main(["assess", str(tmp_path / "list.xlsx"), "--rates", str(table)]) == 2
