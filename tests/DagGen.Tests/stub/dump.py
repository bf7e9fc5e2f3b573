"""Imports a DAG file, as Airflow's processor would, and prints what it defines as JSON."""

import json
import runpy
import sys
from datetime import datetime, timedelta

import airflow_stub as stub


def plain(value):
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, datetime):
        return {"at": value.replace(tzinfo=None).isoformat(), "zone": str(value.tzinfo)}
    if isinstance(value, stub.CronTriggerTimetable):
        return {"cron": value.cron, "timezone": value.timezone}
    if isinstance(value, stub.Asset):
        return value.uri
    if isinstance(value, stub.Model):
        return {"kind": type(value).__name__, **{name: plain(each) for name, each in value.arguments.items()}}
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


runpy.run_path(sys.argv[1])
print(
    json.dumps(
        [
            {
                "dag_id": dag.dag_id,
                "arguments": plain(dag.arguments),
                "tasks": [
                    {"task_id": task.task_id, "upstream": task.upstream, "arguments": plain(task.arguments)}
                    for task in dag.tasks.values()
                ],
            }
            for dag in stub.dags
        ]
    )
)
