"""The median time of a generated file's top-level code as a multiple of that of a file written by hand."""

import statistics
import sys
import timeit
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "DagGen.Tests" / "stub"))

import airflow_stub as stub  # noqa: E402
import dump  # noqa: E402
import releases  # noqa: E402

ROUNDS, RUNS = 60, 50


def pods(text):
    (dag,) = dump.execute(3, text)["dags"]
    return {task["task_id"]: (task["upstream"], task["arguments"]) for task in dag["tasks"]}


def measure(codes):
    """Rounds alternate, and so does who goes first: a busy machine is busy for both."""
    releases.install(3)
    times = [[], []]
    for round_number in range(ROUNDS):
        for turn in (round_number % 2, 1 - round_number % 2):
            stub.dags.clear()
            code = codes[turn]
            times[turn].append(timeit.timeit(lambda: exec(code, {"__name__": "dag"}), number=RUNS))
    return [statistics.median(own) for own in times]


texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[1:3]]
if pods(texts[0]) != pods(texts[1]):
    sys.exit("The two files do not define the same tasks: bring the one by hand up to date.")
generated, by_hand = measure([compile(text, "dag.py", "exec") for text in texts])
print(generated / by_hand)
