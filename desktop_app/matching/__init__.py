"""What a bought part contains, in which form, from where, and how sure."""
