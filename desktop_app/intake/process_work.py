"""How much another process has worked: the time of its processor and the bytes it has moved."""

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_app.intake.other_process import mac_task, windows_process


@dataclass(frozen=True)
class Work:
    """``seconds`` of processor time, user and system; ``moved``: bytes read and written, 0 where the
    system does not say."""

    seconds: float
    moved: int = 0


def work_of(pid: int) -> Work | None:
    """What a running process has done since it began; None where it cannot be learnt or has ended."""
    try:
        if sys.platform == "win32":
            return _on_windows(pid)
        if sys.platform == "darwin":
            return _on_mac(pid)
        return _on_linux(pid)
    except (OSError, ValueError, IndexError, AttributeError):
        return None


def _on_linux(pid: int) -> Work:
    """``man 5 proc``: fields 14 and 15 of ``stat`` are user and system time in clock ticks. The name
    before them may hold blanks and brackets."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    return Work(ticks / os.sysconf("SC_CLK_TCK"), _moved_on_linux(pid))


def _moved_on_linux(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/io").read_text("ascii").splitlines()
    except OSError:  # some containers keep it to themselves
        return 0
    told = dict(line.split(": ", 1) for line in lines)
    return int(told["rchar"]) + int(told["wchar"])


class _MacTimebase(ctypes.Structure):
    """``mach_timebase_info``: a tick is so many nanoseconds."""

    _fields_ = (("numerator", ctypes.c_uint32), ("denominator", ctypes.c_uint32))


def _on_mac(pid: int) -> Work | None:
    found, tick = mac_task(pid), _MacTimebase()
    if found is None:
        return None
    ctypes.CDLL("/usr/lib/libSystem.dylib").mach_timebase_info(ctypes.byref(tick))
    ticks = int(found.user) + int(found.system)
    return Work(ticks * tick.numerator / max(tick.denominator, 1) / 1e9)


class _WindowsCounters(ctypes.Structure):
    """``IO_COUNTERS``."""

    _fields_ = tuple(
        (name, ctypes.c_uint64)
        for name in ("reads", "writes", "others", "read", "written", "other")
    )


def _on_windows(pid: int) -> Work | None:
    with windows_process(pid) as (kernel, handle):
        # Four FILETIME: created, ended, kernel, user; in units of 100 ns.
        times = [ctypes.c_uint64() for _ in range(4)]
        if not kernel.GetProcessTimes(handle, *map(ctypes.byref, times)):
            return None
        counters = _WindowsCounters()
        kernel.GetProcessIoCounters(handle, ctypes.byref(counters))
        used = int(times[2].value) + int(times[3].value)
        return Work(used / 1e7, int(counters.read) + int(counters.written))
