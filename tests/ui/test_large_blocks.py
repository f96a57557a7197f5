"""Memory of a long list goes back to the system when the list is closed."""

import subprocess
import sys

import pytest

SAYS = """
import sys
from desktop_app.ui.large_blocks import give_back_at_once
def held():
    text = open("/proc/self/status").read()
    return int(text.split("VmRSS:")[1].split()[0]) // 1024
if sys.argv[1] == "yes":
    assert give_back_at_once()
first = bytearray(8_000_000)
del first
blocks = []
for _turn in range(40):
    blocks += [bytearray(4_000_000), bytearray(100_000)]
before = held()
del blocks[:-1:2]
print(before - held())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the setting is of the C library of Linux")
def test_large_blocks_are_given_back_though_small_ones_lie_between() -> None:
    freed = {
        said: int(
            subprocess.run(
                [sys.executable, "-c", SAYS, said], capture_output=True, text=True, check=True
            ).stdout
        )
        for said in ("no", "yes")
    }
    assert freed["yes"] > 100 > freed["no"]
