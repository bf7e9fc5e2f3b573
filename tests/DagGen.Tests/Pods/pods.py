"""Imports a DAG file and prints, as JSON, the pods that KubernetesPodOperator would make of its tasks.

Written from the operator's documented behaviour, and apart from dag-gen's own account of it: the two must agree.
Everything that the file imports is faked; arguments that have nothing to do with pods are ignored.
"""

import json
import re
import runpy
import sys
import types

PODS = {}


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


class Anything:
    def __init__(self, *args, **kwargs):
        self.args, self.kwargs = args, kwargs

    def __call__(self, *args, **kwargs):
        return Anything(*args, **kwargs)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    def __rshift__(self, other):
        return other

    def __rrshift__(self, other):
        return self

    def __or__(self, other):
        return self

    __and__ = __or__


class Group(Anything):
    stack = []

    def __init__(self, group_id="", **_):
        self.group_id = group_id

    def __enter__(self):
        Group.stack.append(self.group_id)
        return self

    def __exit__(self, *_):
        Group.stack.pop()


class Dag(Anything):
    current = None

    def __init__(self, dag_id, **_):
        Dag.current = dag_id


class Models:
    """kubernetes.client.models: every object is a dictionary in Kubernetes' spelling."""

    def __getattr__(self, name):
        return lambda **kwargs: {camel(key): value for key, value in kwargs.items() if value is not None}


class Secret:
    def __init__(self, deploy_type, deploy_target, secret, key=None):
        self.kind, self.target, self.secret, self.key = deploy_type, deploy_target, secret, key


class Operator(Anything):
    def __init__(self, *, task_id, **arguments):
        full = ".".join([*Group.stack, task_id])
        PODS[full] = pod(full, arguments)

    as_setup = as_teardown = lambda self, *_, **__: self


def pod(task_id, a):
    base = {
        "name": "base",
        "image": a["image"],
        "command": a.get("cmds"),
        "args": a.get("arguments"),
        "env": [{"name": name, "value": value} for name, value in a.get("env_vars", {}).items()],
        "resources": a.get("container_resources"),
        "securityContext": a.get("container_security_context"),
        "terminationMessagePolicy": "File",
        "volumeMounts": list(a.get("volume_mounts", [])),
    }
    spec = {
        "serviceAccountName": a.get("service_account_name"),
        "restartPolicy": "Never",
        "activeDeadlineSeconds": a.get("active_deadline_seconds"),
        "hostNetwork": False,
        "securityContext": a.get("security_context"),
        "nodeSelector": a.get("node_selector"),
        "affinity": a.get("affinity"),
        "tolerations": a.get("tolerations"),
        "containers": [base],
        "volumes": list(a.get("volumes", [])),
    }
    for secret in a.get("secrets", []):
        if secret.kind == "volume":
            spec["volumes"].append({"name": "secretvol<uuid>", "secret": {"secretName": secret.secret}})
            base["volumeMounts"].append({"name": "secretvol<uuid>", "mountPath": secret.target, "readOnly": True})
        else:
            reference = {"secretKeyRef": {"name": secret.secret, "key": secret.key}}
            base["env"].append({"name": secret.target.upper(), "valueFrom": reference})
    if a.get("do_xcom_push"):
        mount = {"name": "xcom", "mountPath": "/airflow/xcom"}
        spec["volumes"].insert(0, {"name": "xcom", "emptyDir": {}})
        base["volumeMounts"].insert(0, mount)
        spec["containers"].append(
            {
                "name": "airflow-xcom-sidecar",
                "image": "alpine",
                "command": ["sh", "-c", 'trap "exit 0" INT; while true; do sleep 1; done;'],
                "resources": {"requests": {"cpu": "1m", "memory": "10Mi"}},
                "volumeMounts": [mount],
            }
        )
    name = re.sub(r"[^a-z0-9-]+", "-", a["name"].lower())[: 63 - 9].strip("-.") + "-xxxxxxxx"
    labels = {
        **a.get("labels", {}),
        "dag_id": Dag.current,
        "task_id": task_id,
        "run_id": "<run_id>",
        "kubernetes_pod_operator": "True",
        "try_number": "<try_number>",
        "airflow_version": "<airflow_version>",
        "airflow_kpo_in_cluster": str(a["in_cluster"]),
    }
    metadata = {"name": name, "namespace": a["namespace"], "labels": labels, "annotations": a.get("annotations")}
    return {"apiVersion": "v1", "kind": "Pod", "metadata": pruned(metadata), "spec": pruned(spec)}


def pruned(value):
    """Without what is empty, but for an empty folder, which is one."""
    if isinstance(value, dict):
        kept = {key: pruned(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if key == "emptyDir" or each not in (None, {}, [])}
    return [pruned(each) for each in value] if isinstance(value, list) else value


class Fakes:
    KNOWN = {"DAG": Dag, "TaskGroup": Group, "KubernetesPodOperator": Operator, "Secret": Secret, "models": Models()}

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("airflow", "kubernetes", "pendulum"):
            import importlib.machinery

            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        module = types.ModuleType(spec.name)
        module.__path__ = []
        module.__getattr__ = lambda name: Fakes.KNOWN.get(name, Anything())
        return module

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Fakes())
runpy.run_path(sys.argv[1])
print(json.dumps(PODS))
