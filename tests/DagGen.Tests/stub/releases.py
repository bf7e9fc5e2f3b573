"""Puts a release of Airflow, and what DAGs import besides, where Python's import finds it."""

import datetime
import sys
from types import ModuleType
from zoneinfo import ZoneInfo

import airflow_stub as stub
import values

_EVERYWHERE = {
    "airflow.providers.cncf.kubernetes.operators.pod": [stub.KubernetesPodOperator],
    "airflow.providers.cncf.kubernetes.secret": [values.Secret],
    "airflow.providers.slack.notifications.slack": [values.SlackNotifier],
    "airflow.timetables.interval": [values.DeltaDataIntervalTimetable],
    "airflow.timetables.trigger": [values.CronTriggerTimetable],
    "kubernetes.client.models": list(values.MODELS.values()),
}

_OWN = {
    2: {
        "airflow": [stub.DAG],
        "airflow.datasets": [values.Dataset],
        "airflow.models.param": [values.Param],
        "airflow.utils.task_group": [stub.TaskGroup],
    },
    3: {
        "airflow.providers.smtp.notifications.smtp": [values.SmtpNotifier],
        "airflow.sdk": [stub.DAG, values.Asset, values.Param, stub.TaskGroup],
    },
}


def install(release):
    for name in [name for name in sys.modules if name.split(".")[0] in ("airflow", "kubernetes", "pendulum")]:
        del sys.modules[name]
    for name, members in {**_EVERYWHERE, **_OWN[release]}.items():
        module = _module(name)
        for member in members:
            setattr(module, member.__name__, member)
    pendulum = _module("pendulum")
    pendulum.datetime = lambda year, month, day, *, tz: datetime.datetime(year, month, day, tzinfo=ZoneInfo(tz))
    stub.release = release


def _module(name):
    if name not in sys.modules:
        sys.modules[name] = ModuleType(name)
        sys.modules[name].__path__ = []
        parent, _, last = name.rpartition(".")
        if parent:
            setattr(_module(parent), last, sys.modules[name])
    return sys.modules[name]
