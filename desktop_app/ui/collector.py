"""Keeps Python's collector of cycles from stopping the window.

A full collection walks every object there is, on whatever thread it happens, and nothing else runs
meanwhile. Law and part knowledge are hundreds of thousands of objects that live as long as the
program: walking them took 0.2 s each time (measured with ``tests.benchmarks.stalls``).
"""

import gc

YOUNG, MIDDLE, OLD = 50_000, 4, 5_000
"""After so many new objects, collections of the young, of the middle-aged; Python's own are 700,
10, 10. Our long work makes many objects and hardly a cycle; all of them are walked while nobody
waits, see ``idle_collection``. The middle-aged are as many as came in 4 such times: those of 20, a
million sentences of a long list, held the window up for 0.18 s (measured)."""


def keep_calm() -> None:
    """What lives now is never walked again; what comes is walked more seldom."""
    gc.freeze()
    gc.set_threshold(YOUNG, MIDDLE, OLD)
