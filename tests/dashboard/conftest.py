import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.dashboard.processen import Processen


@pytest.fixture
def processen() -> Iterator[Processen]:
    """Processes on a new data directory; in the end nothing may be left that uses it."""
    # Not tmp_path: the path of a socket must be short.
    data_dir = Path(tempfile.mkdtemp(prefix="doelwijzer-test-"))
    processen = Processen(data_dir)
    yield processen
    over = processen.over()
    processen.kill_alles()
    shutil.rmtree(data_dir)
    assert not over
