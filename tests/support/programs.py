"""Programs that only the full run needs: skipped where absent, but not under CI."""

from __future__ import annotations

import os
import shutil

import pytest


def need(*names: str) -> str:
    """The path of the first of these programs; without any the test is skipped, or fails in CI."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found:
        return found
    message = f"{' or '.join(names)} is not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
