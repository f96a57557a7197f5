"""One page of the window per stage of the work."""
