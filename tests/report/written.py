"""The contents of a report as plain lines, to be read and compared by people."""

from collections.abc import Iterator

from desktop_app.report.blocks import (
    PICTURES,
    Bars,
    Beside,
    Block,
    Cell,
    ChainStrips,
    Contents,
    Figures,
    Heading,
    Paragraph,
    Picture,
    ReportContent,
    RunOutChart,
    StepsChart,
    SupplierMap,
    Table,
)


def lines_of(content: ReportContent, leave_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Everything a reader sees, without the report's id and the sections left out."""
    yield f"= {content.title}"
    if content.mark:
        yield f"[{content.mark}]"
    yield from (content.subtitle, content.question, *content.bands)
    yield content.footer.template
    for section in content.sections:
        yield f"\n== {section.title} [{section.id}]"
        if section.id in leave_out:
            continue
        for block in section.blocks:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"({block.style}) {block.text}"
    elif isinstance(block, Beside):
        yield from (line for paragraph in block.paragraphs for line in _block(paragraph))
        yield f"[photo] {block.word}"
    elif isinstance(block, Heading):
        yield f"\n{'=' * (block.level + 1)} {block.text}"
    elif isinstance(block, Contents):
        yield f"[contents] {block.title}"
    elif isinstance(block, Figures):
        for figure in block.figures:
            yield f"# {figure.value} {figure.word} {figure.detail}".rstrip()
    elif isinstance(block, Bars):
        yield f"[bars] {block.title}"
        yield from (f"- {b.label}: {b.value} ({b.share:.2f}) {b.detail}" for b in block.bars)
    elif isinstance(block, RunOutChart):
        yield f"[picture] {block.alt}"
        yield from (f"- {x.label} | {x.below} | {x.run_out} | {x.gap}" for x in block.lines)
    elif isinstance(block, PICTURES):
        yield from _picture(block)
    elif isinstance(block, Table):
        yield from _table(block)


def _picture(block: Picture) -> Iterator[str]:
    if isinstance(block, SupplierMap):
        yield f"[map] {block.alt}"
        yield from (f"- {p.supplier} | {p.parts} | {p.needed}" for p in block.points)
    elif isinstance(block, ChainStrips):
        yield f"[strips] {block.alt}"
        yield from (f"- {c.symbol} | {c.parts} | {', '.join(dict(c.stages))}" for c in block.chains)
    elif isinstance(block, StepsChart):
        yield f"[steps] {block.alt}"
        for bar in block.bars:
            days = f"{bar.begins:.0f} to {bar.early:.0f}, {bar.ends:.0f}, {bar.late:.0f}"
            yield f"- {bar.id} | {bar.who} | {days} | {bar.day}"
        if block.run_out is not None:
            yield f"- stock ends: {block.run_out:.0f}"
    else:
        yield f"[timeline] {block.alt}"
        for line in block.lines:
            spans = ", ".join(f"{span.state} {span.since}" for span in line.spans)
            yield f"- {line.control} | {spans}"


def _table(table: Table) -> Iterator[str]:
    heads = (f"{c.title} [{c.unit}]" if c.unit else c.title for c in table.columns)
    yield f"[{table.id}] " + " | ".join(heads)
    for row in table.rows:
        yield f"- {row.id}: " + " | ".join(_cell(cell) for cell in row.cells)
        if row.lead:
            yield f"    ^ {row.lead}"
        if row.note:
            yield f"    {row.note}"


def _cell(cell: Cell) -> str:
    mark = f"<{cell.mark}> " if cell.mark else ""
    return f"{mark}{cell.text}" + (f" // {cell.below}" if cell.below else "")
