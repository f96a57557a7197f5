"""Where a walk through a line stands: in what names it, after "with", "for", "without", in brackets."""

HEAD, INSIDE, FOR, WITHOUT, ASIDE = range(5)
