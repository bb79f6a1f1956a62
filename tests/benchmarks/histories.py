"""Random histories of hand edits and imports against the reference model: `python -m tests.benchmarks.histories 2000`.

Prints how much happened in them, so that one sees that they are histories worth the name.
"""

import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from publist.importing.plan import ImportPlan
from tests.support.import_model import Merging


def main(histories: int, steps: int) -> None:
    """Run the histories; the first that ends otherwise than the model says is shrunk and raised."""
    seen: Counter[str] = Counter()

    class Counting(Merging):
        def _plan(self) -> ImportPlan:
            plan = super()._plan()
            report = plan.report
            seen["imports"] += 1
            seen["new"] += len(report.new)
            seen["fields taken"] += sum(len(change.fields) for change in report.changed)
            seen["conflicts"] += len(report.kept)
            seen["kept deleted"] += len(report.deleted)
            seen["missing"] += len(report.missing)
            return plan

    start = time.process_time()
    phases = (Phase.generate, Phase.shrink)
    checks = list(HealthCheck)
    run_state_machine_as_test(
        Counting,
        settings=settings(
            max_examples=histories,
            stateful_step_count=steps,
            deadline=None,
            phases=phases,
            suppress_health_check=checks,
            database=None,
        ),
    )
    happened = ", ".join(f"{number} {what}" for what, number in seen.items())
    print(f"{histories} histories as the model says in {time.process_time() - start:.0f} s CPU: {happened}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, int(sys.argv[2]) if len(sys.argv) > 2 else 40)
