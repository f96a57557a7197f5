"""How much memory another process holds, where the system itself cannot be told to limit it."""

import ctypes
import sys
from pathlib import Path

_PAGE = 4096


def resident_bytes(pid: int) -> int | None:
    """Bytes of a running process in memory; None where it cannot be learnt or has ended."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "darwin":
            return _on_mac(pid)
        fields = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()
        return int(fields[1]) * _PAGE
    except (OSError, ValueError, IndexError, AttributeError):
        return None


class _MacTask(ctypes.Structure):
    """The beginning of ``proc_taskinfo`` and room for the rest."""

    _fields_ = (
        ("virtual_size", ctypes.c_uint64),
        ("resident_size", ctypes.c_uint64),
        ("rest", ctypes.c_uint8 * 112),
    )


def _on_mac(pid: int) -> int | None:
    library = ctypes.CDLL("/usr/lib/libproc.dylib")
    found = _MacTask()
    task_info = 4
    size = library.proc_pidinfo(pid, task_info, 0, ctypes.byref(found), ctypes.sizeof(found))
    return int(found.resident_size) if size > 0 else None


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
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    query = 0x1000
    handle = ctypes.c_void_p(kernel.OpenProcess(query, False, pid))
    if not handle:
        return None
    try:
        found = _WindowsCounters(size=ctypes.sizeof(_WindowsCounters))
        done = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(found), found.size)
        # What is committed counts, also while it is not in memory.
        return max(int(found.working_set), int(found.pagefile)) if done else None
    finally:
        kernel.CloseHandle(handle)
