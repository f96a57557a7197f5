"""How much memory another process holds, where the system itself cannot be told to limit it."""

import ctypes
import os
import sys
from pathlib import Path

from desktop_app.intake.other_process import mac_task, windows_process


def resident_bytes(pid: int) -> int | None:
    """Bytes of a running process in memory; None where it cannot be learnt or has ended."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "darwin":
            return _on_mac(pid)
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def _on_mac(pid: int) -> int | None:
    found = mac_task(pid)
    return None if found is None else int(found.resident_size)


class _WindowsCounters(ctypes.Structure):
    """``PROCESS_MEMORY_COUNTERS``."""

    _fields_ = (
        ("size", ctypes.c_uint32),
        ("page_faults", ctypes.c_uint32),
        ("peak_working_set", ctypes.c_size_t),
        ("working_set", ctypes.c_size_t),
        ("paged_peak", ctypes.c_size_t),
        ("paged", ctypes.c_size_t),
        ("nonpaged_peak", ctypes.c_size_t),
        ("nonpaged", ctypes.c_size_t),
        ("pagefile", ctypes.c_size_t),
        ("pagefile_peak", ctypes.c_size_t),
    )


def _on_windows(pid: int) -> int | None:
    with windows_process(pid) as (kernel, handle):
        found = _WindowsCounters(size=ctypes.sizeof(_WindowsCounters))
        done = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(found), found.size)
        # What is committed counts, also while it is not in memory.
        return max(int(found.working_set), int(found.pagefile)) if done else None
