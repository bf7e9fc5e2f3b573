"""As much of Airflow as a generated DAG touches, and as strict about names as Airflow is.

Arguments are those that Airflow 2.9 and 3.x both take, and that cncf.kubernetes 7.14 already has.
Not modelled: scheduling, Jinja, pods, and the types of most arguments.
"""

import re
from datetime import timedelta

KEY = re.compile(r"^[\w.-]+$", re.ASCII)

DAG_ARGUMENTS = set(
    """
    description schedule start_date end_date template_searchpath template_undefined user_defined_macros
    user_defined_filters default_args max_active_tasks max_active_runs max_consecutive_failed_dag_runs
    dagrun_timeout catchup on_success_callback on_failure_callback doc_md params access_control
    is_paused_upon_creation jinja_environment_kwargs render_template_as_native_obj tags owner_links
    auto_register dag_display_name
    """.split()
)

TASK_ARGUMENTS = set(
    """
    owner email email_on_failure email_on_retry retries retry_delay retry_exponential_backoff max_retry_delay
    execution_timeout depends_on_past wait_for_downstream priority_weight weight_rule pool pool_slots trigger_rule
    max_active_tis_per_dag max_active_tis_per_dagrun on_execute_callback on_failure_callback on_success_callback
    on_retry_callback on_skipped_callback inlets outlets doc_md task_display_name params executor
    """.split()
)

POD_ARGUMENTS = set(
    """
    kubernetes_conn_id namespace image name random_name_suffix cmds arguments ports volumes volume_mounts env_vars
    env_from configmaps pod_runtime_info_envs secrets in_cluster cluster_context config_file labels annotations
    reattach_on_restart startup_timeout_seconds startup_check_interval_seconds get_logs container_logs
    base_container_name base_container_status_polling_interval image_pull_policy container_resources affinity tolerations node_selector
    image_pull_secrets service_account_name security_context container_security_context hostnetwork host_aliases
    dnspolicy dns_config subdomain schedulername priority_class_name hostname full_pod_spec pod_template_file
    pod_template_dict init_containers log_events_on_failure log_pod_spec_on_failure do_xcom_push skip_on_exit_code
    deferrable poll_interval logging_interval on_finish_action termination_grace_period
    termination_message_policy active_deadline_seconds callbacks progress_callback
    """.split()
)

FINISH_ACTIONS = {"keep_pod", "delete_pod", "delete_succeeded_pod"}

dags = []
_open = []


def _require_key(key):
    if not KEY.match(key) or len(key) > 250:
        raise ValueError(f"The key {key!r} has to be made of alphanumeric characters, dashes, dots and underscores")


def _require_known(what, arguments, known):
    unknown = sorted(set(arguments) - known)
    if unknown:
        raise TypeError(f"{what} got unexpected keyword arguments {unknown}")


class Model:
    """An object that is nothing but its keyword arguments."""

    def __init__(self, **arguments):
        _require_known(type(self).__name__, arguments, self.known)
        self.arguments = arguments


class CronTriggerTimetable:
    def __init__(self, cron, *, timezone, interval=timedelta()):
        self.cron = cron
        self.timezone = timezone


class Asset:
    def __init__(self, uri):
        self.uri = uri


class DAG:
    def __init__(self, dag_id, **arguments):
        _require_key(dag_id)
        _require_known("DAG", arguments, DAG_ARGUMENTS)
        _require_known("default_args", arguments.get("default_args", {}), TASK_ARGUMENTS)
        if not isinstance(arguments["dagrun_timeout"], timedelta):
            raise TypeError("dagrun_timeout must be a timedelta")
        if arguments.get("doc_md", "").endswith(".md"):
            raise ValueError("doc_md would be opened as a file")
        self.dag_id = dag_id
        self.arguments = arguments
        self.tasks = {}
        dags.append(self)

    def __enter__(self):
        _open.append(self)
        return self

    def __exit__(self, *_):
        _open.pop()


class KubernetesPodOperator:
    def __init__(self, *, task_id, **arguments):
        _require_key(task_id)
        _require_known("KubernetesPodOperator", arguments, TASK_ARGUMENTS | POD_ARGUMENTS)
        self.dag = _open[-1]
        if task_id in self.dag.tasks:
            raise ValueError(f"Task id {task_id!r} has already been added to the DAG")
        for name in ("volumes", "volume_mounts"):
            if not all(isinstance(value, Model) for value in arguments.get(name, [])):
                raise TypeError(f"{name} must be Kubernetes objects")
        if not all(isinstance(value, str) for value in arguments.get("env_vars", {}).values()):
            raise TypeError("env_vars must be strings")
        if arguments.get("on_finish_action") not in FINISH_ACTIONS:
            raise ValueError("on_finish_action is not known")
        if not all(isinstance(asset, Asset) for asset in arguments.get("outlets", [])):
            raise TypeError("outlets must be assets")
        self.task_id = task_id
        self.arguments = arguments
        self.upstream = []
        self.dag.tasks[task_id] = self

    def __rshift__(self, other):
        if self.task_id in other.upstream:
            raise ValueError(f"Dependency {self.task_id} -> {other.task_id} is already registered")
        other.upstream.append(self.task_id)
        return other
