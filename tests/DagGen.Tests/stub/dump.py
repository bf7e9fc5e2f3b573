"""Reads [{"release": 2, "text": "…"}, …] from stdin, executes each text as Airflow's DAG processor would, and prints
for each what it defines, or why it cannot be imported, as JSON."""

import json
import sys
from datetime import datetime, timedelta

import airflow_stub as stub
import releases


def plain(value):
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return {"at": value.replace(tzinfo=None).isoformat(), "zone": str(value.tzinfo)}
    if hasattr(value, "dump"):
        return plain(value.dump)
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


def dump(dag):
    dag.require_acyclic()
    return {
        "dag_id": dag.dag_id,
        "arguments": plain(dag.arguments),
        "groups": {group.group_id: group.tooltip for group in dag.groups.values()},
        "tasks": [
            {"task_id": task.task_id, "role": task.role, "setups": task.setups, "upstream": task.upstream, "arguments": plain(task.arguments)}
            for task in dag.tasks.values()
        ],
    }


def execute(release, text):
    releases.install(release)
    stub.dags.clear()
    try:
        exec(compile(text, "dag.py", "exec"), {"__name__": "dag"})
        return {"dags": [dump(dag) for dag in stub.dags]}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


if __name__ == "__main__":
    print(json.dumps([execute(each["release"], each["text"]) for each in json.load(sys.stdin)]))
