"""What the systems tell of another process, as their own libraries give it."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_TASK_INFO = 4
"""``PROC_PIDTASKINFO``."""
_QUERY = 0x1000
"""``PROCESS_QUERY_LIMITED_INFORMATION``."""


class MacTask(ctypes.Structure):
    """The beginning of ``proc_taskinfo`` and room for the rest; sizes in bytes, times in ticks of the
    machine."""

    _fields_ = (
        ("virtual_size", ctypes.c_uint64),
        ("resident_size", ctypes.c_uint64),
        ("user", ctypes.c_uint64),
        ("system", ctypes.c_uint64),
        ("rest", ctypes.c_uint8 * 96),
    )


def mac_task(pid: int) -> MacTask | None:
    """What macOS tells of a running process; None where it has ended or is not ours."""
    library, found = ctypes.CDLL("/usr/lib/libproc.dylib"), MacTask()
    size = library.proc_pidinfo(pid, _TASK_INFO, 0, ctypes.byref(found), ctypes.sizeof(found))
    return found if size > 0 else None


@contextmanager
def windows_process(pid: int) -> Iterator[tuple[Any, Any]]:
    """The library of the Windows kernel and a handle of a process to ask it about. Raises OSError
    where there is none of this number."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(kernel.OpenProcess(_QUERY, False, pid))
    if not handle:
        raise OSError(f"no process {pid}")
    try:
        yield kernel, handle
    finally:
        kernel.CloseHandle(handle)
