"""The maintainers' tool that collects messages, as a module for tests.

It lies in ``packaging``, a name that Python already gives to something else.
"""

import importlib.util
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

PATH = Path(__file__).resolve().parents[2] / "packaging" / "messages.py"


@cache
def messages_tool() -> ModuleType:
    """``packaging/messages.py``."""
    spec = importlib.util.spec_from_file_location("messages_tool", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
