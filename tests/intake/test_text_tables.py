"""Lists that are text: separators, encodings, HTML, web archives and Excel 2003 XML."""

import tarfile
from pathlib import Path

import pytest

from desktop_app.intake import pages
from desktop_app.intake.pages import read_page
from desktop_app.intake.preflight import identify
from desktop_app.intake.refusal import ARCHIVE, Refused
from desktop_app.intake.text_encodings import decode
from desktop_app.intake.text_tables import find_separator, read_text
from desktop_app.model.reading import Reading
from tests.intake.looking import codes, facts, rows
from tests.intake.reading_here import read_here

GERMAN = (
    'Teilenummer{s}Bezeichnung{s}Menge{s}Preis\r\nA-1{s}Schloßschraube für Tür{s}4{s}"1,50"\r\n'
)
CHINESE = "物料编码,物料名称,数量,单价\r\nX-1,钕铁硼磁钢 圆形,4,1.5\r\nX-2,不锈钢螺丝,9,0.1\r\n"
JAPANESE = "品番,品名,数量,単価\r\nX-1,ネオジム磁石のリング,4,120\r\nX-2,ステンレスのねじ,9,3\r\n"
KOREAN = "품번,품명,수량,단가\r\nX-1,네오디뮴 자석의 링,4,1200\r\nX-2,모터 브라켓,9,300\r\n"


def _read(path: Path) -> Reading:
    reading = read_here(path)
    assert isinstance(reading, Reading), reading
    return reading


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_separator_in_any_encoding(tmp_path: Path, separator: str, encoding: str) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(GERMAN.format(s=separator).encode(encoding))
    reading = _read(path)
    assert facts(reading, "description") == ["Schloßschraube für Tür"]
    assert facts(reading, "unit_price") == [1.5]
    assert reading.files[0].language == "de"


@pytest.mark.parametrize(("mark", "order"), [(b"\xff\xfe\0\0", "le"), (b"\0\0\xfe\xff", "be")])
def test_four_bytes_a_character_are_read_in_either_order(
    tmp_path: Path, mark: bytes, order: str
) -> None:
    path = tmp_path / "list.txt"
    path.write_bytes(mark + GERMAN.format(s=";").encode(f"utf-32-{order}"))
    assert facts(_read(path), "description") == ["Schloßschraube für Tür"]


@pytest.mark.parametrize(
    ("text", "encoding", "language", "name"),
    [
        (CHINESE, "gb18030", "zh", "钕铁硼磁钢 圆形"),
        (JAPANESE, "shift_jis", "ja", "ネオジム磁石のリング"),
        (KOREAN, "euc_kr", "ko", "네오디뮴 자석의 링"),
        ("物料編號,品名規格,數量,單價\r\nX-1,釹鐵硼磁鐵,4,1\r\nX-2,不鏽鋼螺絲,9,2\r\n", "big5", "zh", "釹鐵硼磁鐵"),
    ],
)  # fmt: skip
def test_national_encodings_are_guessed_and_it_is_said(
    tmp_path: Path, text: str, encoding: str, language: str, name: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(text.encode(encoding))
    reading = _read(path)
    assert facts(reading, "description")[0] == name
    assert reading.files[0].language == language
    assert "W_ENCODING_GUESS" in codes(reading)


def test_mixed_encodings_are_read_and_the_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = [b"Part Number;Description;Qty", "A-1;Tür;1".encode(), "A-2;Öse;2".encode("cp1252")]
    path.write_bytes(b"\r\n".join(lines + ["A-3;Fuß;3".encode()] * 20))
    reading = _read(path)
    assert "W_ENCODING_GUESS" in codes(reading)
    assert facts(reading, "description")[:2] == ["Tür", "Öse"]


def test_rows_count_records_with_blank_ones(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Part Number;Description\n\nA-1;"two\nlines"\nA-2;one\n', encoding="utf-8")
    reading = _read(path)
    assert [int(row) for row in reading.parts.frame["row"]] == [3, 4]
    assert facts(reading, "sheet") == ["", ""]


def test_a_declared_separator_is_believed() -> None:
    assert find_separator("sep=|\na;b|c;d\n") == "|"
    assert find_separator("Name;Price\nRing;1,50\nDisc;2,50\n") == ";"


def test_an_open_quote_does_not_swallow_the_list_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Part Number,Description\nA-1,"open\n' + "A-2,x\n" * 300_000, encoding="utf-8")
    reading = read_here(path)
    assert reading == "E_CSV" or (isinstance(reading, Reading) and "W_OPEN_QUOTE" in codes(reading))


HTML = """<html><head><meta charset="windows-1252"><style>td {color: red}</style></head><body>
<p>Export</p><table><tr><th>Material</th><th>Materialkurztext</th><th>Menge</th></tr>
<tr><td>000000000010004711</td><td>Schlo&szlig;schraube<br>verzinkt</td><td>4,5</td></tr>
<tr><td>000000000010004712</td><td>T&uuml;r</td><td>1.234,5-</td></tr></table></body></html>"""


def test_an_html_table_named_xls_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    path.write_bytes(HTML.encode("cp1252"))
    reading = _read(path)
    assert reading.files[0].format == "html"
    assert facts(reading, "part_number") == ["000000000010004711", "000000000010004712"]
    assert facts(reading, "description") == ["Schloßschraube verzinkt", "Tür"]
    assert facts(reading, "quantity") == [4.5, -1234.5]


def test_a_web_archive_is_a_list(tmp_path: Path) -> None:
    path = tmp_path / "export.xls"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="xx"\n\n--xx\n'
    path.write_text(f"{head}Content-Type: text/html\n\n{HTML}\n--xx--\n", encoding="cp1252")
    reading = _read(path)
    assert reading.files[0].format == "mhtml"
    assert len(reading.parts) == 2


def test_a_cell_of_a_page_over_several_rows_speaks_for_each(tmp_path: Path) -> None:
    head = "<tr><th>Supplier</th><th>Part No.</th><th>Description</th><th>Stock</th></tr>"
    body = (
        "<tr><td rowspan=2>ACME</td><td>M-1</td><td>Magnet</td><td>4</td></tr>"
        "<tr><td>M-2</td><td>Ring</td><td>9</td></tr>"
        "<tr><td>SKF</td><td>L-1</td><td>Bearing</td><td rowspan=9>2</td></tr>"
    )
    path = tmp_path / "stock.html"
    path.write_text(f"<html><body><table>{head}{body}</table></body></html>", encoding="utf-8")
    reading = _read(path)
    assert facts(reading, "part_number") == ["M-1", "M-2", "L-1"]
    assert facts(reading, "supplier") == ["ACME", "ACME", "SKF"]
    assert facts(reading, "stock_on_hand") == [4, 9, 2]


def test_buttons_beside_a_field_are_no_sign_of_its_number(tmp_path: Path) -> None:
    field = '<button>-</button><input type="text" value="{}"><button>+</button>'
    lines = ((f"P-{n}", f"Bolt {n}", field.format(n)) for n in (1, 2, 3))
    head = "<tr><th>Part number</th><th>Description</th><th>Quantity</th></tr>"
    body = "".join(f"<tr><td>{'</td><td>'.join(line)}</td></tr>" for line in lines)
    path = tmp_path / "basket.html"
    path.write_text(f"<html><body><table>{head}{body}</table></body></html>", encoding="utf-8")
    assert facts(_read(path), "quantity") == [1, 2, 3]


def test_cells_that_push_each_other_without_end_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pages, "MOST_COVERED", 100)
    row = "<tr>" + '<td rowspan="9" colspan="5">x</td>' * 4 + "</tr>"
    read_page(f"<table>{row * 2}</table>".encode())
    with pytest.raises(Refused, match="cover others"):
        read_page(f"<table>{row * 4}</table>".encode())


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (['"Part No.,Name,Qty,Price"', '"M-1,Magnet,4,""1,25"""', '"M-2,Ring,9,""0,85"""'], 2),
        (['"Part No.;Name;Qty"', '"M-1;Magnet;4"', '"M-2;Ring;9"', '"M-3;Disc;1"'], 3),
        (['"Description","Qty"', '"Motor, 24 V, red",4', '"Magnet, N42, flat",9'], 2),
    ],
)
def test_lines_quoted_as_a_whole_are_cut_into_their_cells(
    tmp_path: Path, lines: list[str], parts: int
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("\r\n".join(lines), encoding="utf-8")
    reading = _read(path)
    assert rows(reading) == list(range(2, 2 + parts))
    assert facts(reading, "quantity")[0] == 4


def test_names_with_commas_in_one_column_stay_whole(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text('"Description"\n"Motor, 24 V"\n"Magnet"\n"Ring, N42, flat"\n', encoding="utf-8")
    assert ["Ring, N42, flat"] in read_text(path).rows


def test_excel_2003_xml_is_a_list(tmp_path: Path) -> None:
    def row(*cells: str, index: int | None = None) -> str:
        data = "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in cells)
        return f'<Row ss:Index="{index}">{data}</Row>' if index else f"<Row>{data}</Row>"

    space = "urn:schemas-microsoft-com:office:spreadsheet"
    table = f"<Table>{row('Part Number', 'Description')}{row('A-1', 'Ring', index=4)}</Table>"
    sheet = f'<Worksheet ss:Name="Parts">{table}</Worksheet>'
    path = tmp_path / "export.xls"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">{sheet}</Workbook>',
        encoding="utf-8",
    )
    reading = _read(path)
    assert reading.files[0].format == "xml2003"
    assert [int(r) for r in reading.parts.frame["row"]] == [4]


def test_a_cell_of_excel_2003_xml_merged_downwards_speaks_for_each(tmp_path: Path) -> None:
    space = "urn:schemas-microsoft-com:office:spreadsheet"

    def cell(text: str, more: str = "") -> str:
        return f'<Cell{more}><Data ss:Type="String">{text}</Data></Cell>'

    head = "".join(map(cell, ("Supplier", "Part Number", "Description")))
    first = cell("ACME", ' ss:MergeDown="1"') + cell("A-1") + cell("Ring")
    second = cell("A-2", ' ss:Index="2"') + cell("Disc")
    table = "".join(f"<Row>{row}</Row>" for row in (head, first, second))
    path = tmp_path / "export.xml"
    path.write_text(
        f'<?xml version="1.0"?><Workbook xmlns="{space}" xmlns:ss="{space}">'
        f'<Worksheet ss:Name="Parts"><Table>{table}</Table></Worksheet></Workbook>',
        encoding="utf-8",
    )
    reading = _read(path)
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "supplier") == ["ACME", "ACME"]


def test_utf16_without_a_mark_is_seen() -> None:
    assert decode("Part;Qty\r\nRing;4".encode("utf-16-le"))[1] == "utf-16-le"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (
            "品番;単重(g);品名\r\nA-1;97.1;六角ボルト\r\nA-2;59.3;ベアリングケース\r\nA-3;80.0;サーボモータ",
            "cp932",
        ),
        ("料号;名称;单价\r\nA-1;环形磁钢;1.5\r\nA-2;伺服电机;2", "gb18030"),
        ("料號;名稱;單價\r\nA-1;環形磁鋼;1.5\r\nA-2;伺服電機;2", "big5"),
        ("품번;품명;단가\r\nA-1;링 자석;1.5\r\nA-2;서보 모터;2", "cp949"),
        ("Teil;Größe;Fläche\r\nBügel;für Rührwerk;groß\r\nSäule;Höhe;schräg", "cp1252"),
        ("Pièce;Désignation;Référence\r\nvis à tête;écrou à créneaux;détail", "cp1252"),
    ],
)
def test_national_encodings_are_told_by_their_characters(text: str, encoding: str) -> None:
    found, name, _ = decode(text.encode(encoding))
    assert (found, name) == (text, encoding)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp949", "자석 자석"), ("cp949", "육각 볼트 4 mm"), ("big5", "燒結釹鐵硼磁鐵"),
        ("cp932", "希土類磁石①表ﾏｸﾞﾈｯﾄ"),
        ("gb18030", "烧结钕铁硼磁铁"), ("cp1254", "mıknatıs gövdesi"), ("cp1250", "žlutý šroub, těsnění"),
        ("cp1252", "Mängd lådan växel"), ("koi8-r", "Кольцевой магнит"), ("cp1251", "Кольцевой магнит"),
        ("iso2022_jp", "希土類磁石"), ("cp1252", "Größe ½\" für Tür"),
        ("cp1252", "Nº 5, 3ª pieza"), ("cp1252", "10 µm – “fine”"), ("cp1252", "pièce für Gehäuse"),
        ("cp1252", "quantità è già"), ("cp1252", "ø 5 mm, blå"), ("cp1252", "peça não usada"),
        ("cp1252", "DESCRIÇÃO"), ("cp1251", "НАИМЕНОВАНИЕ;КОЛИЧЕСТВО;ГАЙКА"),
        ("cp1252", "LIGAÇÃO; PRODUÇÃO; OPÇÕES; GRÖSSE"), ("cp1250", "ILOŚĆ; CZĘŚĆ; ŚRUBA"),
        ("cp1250", "Łożysko kulkowe, wałek, Bürkle GmbH"),
        ("cp1250", "Číslo položky, Měna, Země původu, Dodací lhůta (dny), Bürkle GmbH, Bürkle KG"),
        ("cp1252", "Tür, Größe, peça"), ("cp850", "Ringmagnet størrelse, kølet på lager"),
        ("cp852", "Śruba z łbem, żółta część"),
    ],
)  # fmt: skip
def test_one_foreign_cell_is_enough_to_tell_the_encoding(encoding: str, text: str) -> None:
    written = f"Part Number;Description;Quantity\nK-1;{text};5\n"
    assert decode(written.encode(encoding))[:2] == (written, encoding)


SINGLE = "'Teilenummer','Bezeichnung','Preis'\n'A-1','Ring, Ø ''5''','1.50'\n'A-2','Nut','0.10'\n"
BEHIND_BLANKS = (
    'Teilenummer; "Bezeichnung"; "Preis"\n"A-1"; "Ring; groß"; 1,50\n"A-2"; "Nut"; 0,10\n'
)
DRAWN = "┌──┬──┐\n│Teilenummer│Bezeichnung│Preis│\n│A-1│Ring│1.50│\n│A-2│Nut│0.10│\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (SINGLE, "Ring, Ø '5'"),
        (BEHIND_BLANKS, "Ring; groß"),
        (DRAWN, "Ring"),
        ("\n" * 100 + GERMAN.format(s=";") + "A-2;Nut;9;0,10\n", "Schloßschraube für Tür"),
    ],
)
def test_marks_and_lines_of_other_programs_are_no_part_of_the_cells(
    tmp_path: Path, text: str, name: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    reading = _read(path)
    assert facts(reading, "part_number") == ["A-1", "A-2"]
    assert facts(reading, "description") == [name, "Nut"]
    assert facts(reading, "unit_price") == [1.5, 0.1]
    assert "W_READERS_DISAGREE" not in codes(reading)


def test_marks_that_belong_to_the_cells_stay(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Teilenummer;Bezeichnung;Preis\n'0815;O'Neill 'Ring';1,50\nA-2;'Nut';0,10\n"
        'A-3; 1/2" Mutter;0,20\n',
        encoding="utf-8",
    )
    found = facts(_read(path), "description")
    assert [text.strip() for text in found] == ["O'Neill 'Ring'", "'Nut'", '1/2" Mutter']


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx"])
def test_a_tape_archive_is_a_packed_folder(tmp_path: Path, name: str) -> None:
    inside, path = tmp_path / "inside.csv", tmp_path / name
    inside.write_text(GERMAN.format(s=";"), encoding="utf-8")
    with tarfile.open(path, "w") as out:
        out.add(inside, "list.csv")
    with pytest.raises(Refused) as refused:
        identify(path)
    assert (refused.value.code, refused.value.detail) == ("E_NOT_SPREADSHEET", ARCHIVE)


def test_one_quoted_sentence_with_as_many_separators_stays_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Part;Text;Qty\nA-1;Ring;4\n"note: a; b; c"\nA-2;Nut;5\n', encoding="utf-8")
    assert read_text(path).rows[2] == ["note: a; b; c"]


def test_lines_quoted_as_a_whole_among_others_are_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        'Part;Text;Qty\n"A-1;Ring ""N42"";4"\nA-2;Nut;5\n"A-3;""x; y"";6"\n', encoding="utf-8"
    )
    found = read_text(path)
    assert found.rows[1:] == [["A-1", 'Ring "N42"', "4"], ["A-2", "Nut", "5"], ["A-3", "x; y", "6"]]
    assert found.filled == 12


@pytest.mark.parametrize("last", ["screws", "rev. B"])
def test_quoted_sentences_with_words_for_numbers_stay_sentences(tmp_path: Path, last: str) -> None:
    path = tmp_path / "list.csv"
    lines = (
        "Part,Text,Qty",
        f'"Rings, nuts, {last}"',
        "A-1,Ring,4",
        f'"Motors, pumps, {last}"',
        "A-2,Nut,5",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert read_text(path).rows[1] == [f"Rings, nuts, {last}"]
    assert read_text(path).filled == 11


def test_lists_with_every_cell_quoted_are_cut_as_ever(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('"Part";"Text";"Qty"\n"A;1";"R";"4"\n"A-2";"N";"5"\n', encoding="utf-8")
    assert read_text(path).rows[1:] == [["A;1", "R", "4"], ["A-2", "N", "5"]]


def test_a_text_that_goes_on_in_letters_of_two_bytes_is_read_to_its_end(tmp_path: Path) -> None:
    path, rows = tmp_path / "list.csv", ["Part;Text;Qty\r\n", "A-1;Größe;4\r\n", "A-2;磁铁;5\r\n"]
    path.write_bytes("".join(rows[:2]).encode() + rows[2].encode("utf-16-le"))
    assert identify(path) == "text"
    found = read_text(path)
    assert found.rows == [["Part", "Text", "Qty"], ["A-1", "Größe", "4"], ["A-2", "磁铁", "5"]]
    assert found.doubtful_lines == [3]


def test_latin_lines_that_are_appended_wide_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"Part;Text\nA-1;Ring\n" + "A-2;Nut\nA-3;Bolt\n".encode("utf-16-le"))
    assert read_text(path).rows[1:] == [["A-1", "Ring"], ["A-2", "Nut"], ["A-3", "Bolt"]]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_a_text_that_is_wide_from_its_beginning_is_one(encoding: str) -> None:
    text = "料号;品名\n磁铁;电机用\n螺丝-2;abc\n" * 3
    assert decode(text.encode(encoding)) == (text, encoding, [])


def test_one_nought_in_a_text_is_no_other_encoding() -> None:
    assert decode(b"Part;Text\nA-1;a\0b\n")[0].startswith("Part;Text\nA-1;a")
    assert decode(b"Part;Text\nA-1;a\0b\n")[2] == []


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var t='<tr><td>Part</td></tr>';</script>",
        "<!-- <table><tr><td>old</td></tr></table> -->",
        "<STYLE>td{}</STYLE >",
    ],
)
def test_what_no_reader_of_a_page_sees_is_not_counted(unseen: str) -> None:
    cells = "<table><tr><td>Part</td><td>Qty</td></tr><tr><td>A-1</td><td>4</td></tr></table>"
    assert pages.count_cells_of_page(f"<html>{unseen}{cells}</html>".encode()) == 4


def test_a_part_named_hardware_in_a_text_file_heads_no_second_list(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    lines = "1;Strap;4;pcs\n2;Relay;2;pcs\n3;Test Hardware;4;pcs\n4;Belt;6;pcs\n5;Ring;1;pcs\n"
    path.write_text(f"Pos;Description;Qty;Unit\n{lines}", "utf-8")
    assert facts(_read(path), "description") == ["Strap", "Relay", "Test Hardware", "Belt", "Ring"]
