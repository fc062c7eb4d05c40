"""Many articles at once: made in several processes, handed on in their order."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process

from briefing.publish.making import Job, Made, make

FEW = 16
"""Articles that one process makes sooner than others can be started."""


def made(jobs: Sequence[Job], processes: int) -> Generator[Made | str, None, None]:
    """The results in the order of ``jobs``; what worker processes cannot do, this one does."""
    done = 0
    if processes > 1 and len(jobs) > FEW:
        pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=end_with_parent)
        try:
            for result in pool.map(make, jobs, chunksize=8):
                yield result
                done += 1
        except BrokenProcessPool:  # killed for its memory, or a script without a guard around its main part
            pass
        finally:
            pool.shutdown(cancel_futures=True)
    yield from map(make, jobs[done:])


def end_with_parent() -> None:
    """Let this worker process end when its parent has gone, also where that was killed and could tell nobody."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
