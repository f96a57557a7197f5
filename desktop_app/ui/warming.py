"""Loads the code of the long way while the user looks for files."""


def warm_up() -> None:
    """Runs in a worker, after the law was loaded."""
    import desktop_app.ui.asked_parts
    import desktop_app.ui.part_sheet
    import desktop_app.ui.presentation  # noqa: F401
    from desktop_app.ui.collector import keep_calm
    from desktop_app.ui.large_blocks import give_back_at_once

    give_back_at_once()
    keep_calm()
