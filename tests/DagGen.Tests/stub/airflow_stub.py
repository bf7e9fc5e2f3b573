"""DAG, TaskGroup and KubernetesPodOperator, as strict at import as Airflow is, and stricter where Airflow looks away."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import tables
from values import MODELS, Asset, Condition, CronTriggerTimetable, DeltaDataIntervalTimetable, Param, Secret, require, require_known

KEY = re.compile(r"^[\w.-]+\Z", re.ASCII)
GROUP_KEY = re.compile(r"^[\w-]+\Z", re.ASCII)
POD_NAME = re.compile(r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?\Z")

release = 3
dags = []
_open = []


def _require_key(key):
    require(KEY.match(key) and len(key) <= 250, f"The key {key!r} has to be made of alphanumeric characters, dashes, dots and underscores")


def _require_type(arguments, kind, *names):
    for name in names:
        value = arguments.get(name)
        right = value is None or (isinstance(value, kind) and not (kind is int and isinstance(value, bool)))
        require(right, f"{name} must be a {kind.__name__}, not {value!r}", TypeError)


def _require_least(arguments, least, *names):
    _require_type(arguments, int, *names)
    for name in names:
        require(arguments.get(name) is None or arguments[name] >= least, f"{name} must be at least {least}")


def _require_list(arguments, kind, *names):
    for name in names:
        values = arguments.get(name, [])
        require(isinstance(values, list) and all(isinstance(each, kind) for each in values), f"{name} must be a list of {kind.__name__}", TypeError)


def _require_strings(arguments, *names):
    for name in names:
        pairs = arguments.get(name, {})
        right = isinstance(pairs, dict) and all(isinstance(each, str) for pair in pairs.items() for each in pair)
        require(right, f"{name} must map strings to strings", TypeError)


def _require_task_arguments(arguments):
    _require_type(arguments, timedelta, "retry_delay", "max_retry_delay", "execution_timeout")
    _require_type(arguments, bool, "depends_on_past", "wait_for_downstream", "email_on_failure", "email_on_retry")
    _require_least(arguments, 0, "retries")
    _require_least(arguments, 1, "pool_slots", "max_active_tis_per_dag", "max_active_tis_per_dagrun")
    _require_least(arguments, -(2**31), "priority_weight")
    _require_list(arguments, str, "email")
    _require_list(arguments, Asset, "inlets", "outlets")
    require(arguments.get("weight_rule", "downstream") in tables.WEIGHT_RULES, "weight_rule is not known")
    require(arguments.get("trigger_rule", "all_success") in tables.TRIGGER_RULES[release], f"trigger_rule {arguments.get('trigger_rule')!r} is not known")
    _require_documentation(arguments)
    for name in [name for name in arguments if name.endswith("_callback")]:
        callbacks = arguments[name] if isinstance(arguments[name], list) else [arguments[name]]
        require(all(callable(each) for each in callbacks), f"{name} must be callable", TypeError)


def _require_documentation(arguments):
    require(not arguments.get("doc_md", "").endswith(".md"), "doc_md would be opened as a file")


class DAG:
    def __init__(self, dag_id, **arguments):
        _require_key(dag_id)
        require_known("DAG", arguments, tables.DAG[release])
        self._require_schedule(arguments)
        self._require_dates(arguments)
        _require_documentation(arguments)
        _require_type(arguments, timedelta, "dagrun_timeout")
        _require_least(arguments, 1, "max_active_runs", "max_active_tasks")
        _require_list(arguments, str, "tags")
        require(all(len(tag) <= 100 for tag in arguments.get("tags", [])), "a tag is longer than 100 characters")
        for link in arguments.get("owner_links", {}).values():
            parts = urlsplit(link)
            require(parts.scheme == "mailto" or (parts.scheme and parts.netloc), f"{link!r} is no link")
        for name, param in arguments.get("params", {}).items():
            require(isinstance(param, Param) and name.isidentifier(), f"{name} must be a Param with a name", TypeError)
            require(arguments["schedule"] is None or not param.is_required, f"{name} needs a default: the DAG is scheduled")
        require_known("default_args", arguments.get("default_args", {}), tables.TASK)
        _require_task_arguments(arguments.get("default_args", {}))
        self.dag_id, self.arguments = dag_id, arguments
        self.tasks, self.groups, self.open_groups = {}, {}, []
        dags.append(self)

    @staticmethod
    def _require_schedule(arguments):
        require("schedule" in arguments, "schedule is not given", TypeError)
        schedule = arguments["schedule"]
        if isinstance(schedule, str):
            require(schedule in ("@once", "@continuous"), f"{schedule!r} means different things to Airflow 2 and 3")
            require(schedule != "@continuous" or arguments["max_active_runs"] == 1, "@continuous needs max_active_runs=1")
        elif isinstance(schedule, list):
            require(schedule and all(isinstance(each, Asset) for each in schedule), "a list must hold assets", TypeError)
        else:
            kinds = (type(None), CronTriggerTimetable, DeltaDataIntervalTimetable, Condition)
            require(isinstance(schedule, kinds), f"{schedule!r} is no schedule", TypeError)

    @staticmethod
    def _require_dates(arguments):
        start, end = arguments.get("start_date"), arguments.get("end_date")
        _require_type(arguments, datetime, "start_date", "end_date")
        require("catchup" in arguments, "catchup is not given, and its default differs", TypeError)
        require(start is not None or not arguments["catchup"], "catchup needs a start_date")
        require(all(each is None or each.tzinfo is not None for each in (start, end)), "a date has no time zone")
        require(end is None or end > start, "end_date is not behind start_date")

    def add(self, task):
        require(task.task_id not in self.tasks and task.task_id not in self.groups, f"Task id {task.task_id!r} has already been added to the DAG")
        fast = self.arguments.get("fail_fast") or self.arguments.get("fail_stop")
        require(not fast or task.arguments.get("trigger_rule", "all_success") == "all_success", "fail_fast allows only all_success")
        self.tasks[task.task_id] = task

    def require_acyclic(self):
        waiting = {task.task_id: set(task.upstream) for task in self.tasks.values()}
        while waiting:
            ready = [task_id for task_id, upstream in waiting.items() if not upstream & waiting.keys()]
            require(ready, f"Cycle detected in DAG. Faulty tasks: {sorted(waiting)}")
            for task_id in ready:
                del waiting[task_id]

    def __enter__(self):
        _open.append(self)
        return self

    def __exit__(self, *_):
        _open.pop()


class TaskGroup:
    def __init__(self, group_id, *, tooltip="", parent_group=None, prefix_group_id=True):
        require(GROUP_KEY.match(group_id) and len(group_id) <= 200, f"The key {group_id!r} is no group id")
        self.dag = _open[-1]
        outer = self.dag.open_groups[-1].group_id + "." if self.dag.open_groups else ""
        self.group_id, self.tooltip = outer + group_id, tooltip
        require(self.group_id not in self.dag.groups and self.group_id not in self.dag.tasks, f"{self.group_id!r} is used twice")
        self.dag.groups[self.group_id] = self

    def __enter__(self):
        self.dag.open_groups.append(self)
        return self

    def __exit__(self, *_):
        self.dag.open_groups.pop()


class KubernetesPodOperator:
    def __init__(self, *, task_id, **arguments):
        _require_key(task_id)
        require_known("KubernetesPodOperator", arguments, tables.TASK | tables.POD[release])
        _require_task_arguments(arguments)
        self._require_pod(arguments)
        self.dag = _open[-1]
        group = self.dag.open_groups[-1].group_id + "." if self.dag.open_groups else ""
        self.task_id, self.arguments = group + task_id, arguments
        _require_key(self.task_id)
        self.upstream, self.role, self.setups = [], "work", []
        self.dag.add(self)

    @staticmethod
    def _require_pod(arguments):
        require(POD_NAME.match(arguments["name"]) and len(arguments["name"]) <= 220, f"{arguments['name']!r} is no pod name")
        _require_type(arguments, str, "image", "namespace", "service_account_name")
        _require_type(arguments, int, "startup_timeout_seconds", "active_deadline_seconds")
        _require_type(arguments, bool, "in_cluster", "get_logs", "do_xcom_push", "log_events_on_failure", "log_pod_spec_on_failure")
        require(arguments.get("image"), "image is not given")
        _require_strings(arguments, "env_vars", "labels", "annotations", "node_selector")
        _require_list(arguments, str, "cmds", "arguments")
        _require_list(arguments, Secret, "secrets")
        for name, kind in (("volumes", "V1Volume"), ("volume_mounts", "V1VolumeMount"), ("tolerations", "V1Toleration")):
            _require_list(arguments, MODELS[kind], name)
        for name, kind in (
            ("container_resources", "V1ResourceRequirements"),
            ("security_context", "V1PodSecurityContext"),
            ("container_security_context", "V1SecurityContext"),
            ("affinity", "V1Affinity"),
        ):
            _require_type(arguments, MODELS[kind], name)
        volumes = {volume.dump["name"] for volume in arguments.get("volumes", [])}
        require(len(volumes) == len(arguments.get("volumes", [])), "a volume is given twice")
        require(all(mount.dump["name"] in volumes for mount in arguments.get("volume_mounts", [])), "a mount has no volume")
        require(arguments.get("on_finish_action") in tables.FINISH_ACTIONS, "on_finish_action is not known")
        codes = arguments.get("skip_on_exit_code", [])
        require(all(type(each) is int for each in (codes if isinstance(codes, list) else [codes])), "skip_on_exit_code must be numbers", TypeError)

    def __rshift__(self, other):
        require(self.task_id not in other.upstream, f"Dependency {self.task_id} -> {other.task_id} is already registered")
        require(self is not other, f"{self.task_id} waits for itself")
        other.upstream.append(self.task_id)
        return other

    def as_setup(self):
        self.role = "setup"
        return self

    def as_teardown(self, *, setups=None, on_failure_fail_dagrun=False):
        require("trigger_rule" not in self.arguments, "a teardown's trigger rule is its own")
        self.role = "teardown"
        for setup in setups or []:
            require(setup.role == "setup", f"{setup.task_id} is no setup")
            self.setups.append(setup.task_id)
            setup >> self
        return self
