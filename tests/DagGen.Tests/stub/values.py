"""What stands in a DAG's arguments: timetables, assets, parameters, secrets, notifiers, Kubernetes' objects."""

import re
from datetime import timedelta
from urllib.parse import urlsplit, urlunsplit

import tables


def require(holds, message, error=ValueError):
    if not holds:
        raise error(message)


def require_known(what, arguments, known):
    unknown = sorted(set(arguments) - known)
    require(not unknown, f"{what} got unexpected keyword arguments {unknown}", TypeError)


class CronTriggerTimetable:
    def __init__(self, cron, *, timezone, interval=timedelta()):
        fields = cron.split()
        require(cron in tables.PRESETS - {"@once", "@continuous"} or len(fields) in (5, 6), f"{cron!r} is no cron expression")
        self.dump = {"cron": cron, "timezone": timezone}


class DeltaDataIntervalTimetable:
    def __init__(self, delta):
        require(isinstance(delta, timedelta), "delta must be a timedelta", TypeError)
        self.dump = {"every": delta.total_seconds()}


class Condition:
    def __or__(self, other):
        return Operation("any", self, other)

    def __and__(self, other):
        return Operation("all", self, other)


class Operation(Condition):
    def __init__(self, operator, *operands):
        require(all(isinstance(each, Condition) for each in operands), "operands must be assets", TypeError)
        same = [each.dump[operator] if isinstance(each, Operation) and operator in each.dump else [each.dump] for each in operands]
        self.dump = {operator: sum(same, [])}


class Asset(Condition):
    def __init__(self, name=None, uri=None, *, group="asset", extra=None):
        uri = uri or name
        require(isinstance(uri, str) and uri.strip(), "An asset needs a URI")
        parts = urlsplit(uri)
        canonical = urlunsplit((parts.scheme.lower(), parts.netloc, parts.path.rstrip("/"), parts.query, ""))
        require(uri == canonical, f"{uri!r} is not canonical: {canonical!r} is")
        require(parts.scheme != "airflow" and len(uri) <= 1500, f"{uri!r} is reserved or too long")
        require(name not in ("self", "context"), f"{name!r} is reserved")
        self.dump = uri if name in (None, uri) else {"name": name, "uri": uri}


class Dataset(Asset):
    def __init__(self, uri, extra=None):
        super().__init__(uri=uri, extra=extra)


class Param:
    NOTSET = object()
    KINDS = {"string": str, "integer": int, "number": (int, float), "boolean": bool}

    def __init__(self, default=NOTSET, description=None, **schema):
        require_known("Param", schema, tables.PARAM)
        self.is_required = default is Param.NOTSET
        self.dump = {**({} if self.is_required else {"default": default}), **schema}
        if description is not None:
            self.dump["description"] = description
        if self.is_required:
            return
        kind = Param.KINDS[schema["type"]]
        require(isinstance(default, kind) and isinstance(default, bool) == (kind is bool), f"{default!r} is no {schema['type']}")
        require(default in schema.get("enum", [default]), f"{default!r} is none of {schema.get('enum')}")
        require(schema.get("minimum", default) <= default <= schema.get("maximum", default), f"{default!r} is out of range")
        require(re.search(schema.get("pattern", ""), str(default)), f"{default!r} does not match")


class Secret:
    def __init__(self, deploy_type, deploy_target, secret, key=None):
        require(deploy_type in ("env", "volume"), f"deploy_type {deploy_type!r} is not known")
        require(deploy_target is not None or key is None, "a key needs a target")
        target = deploy_target.upper() if deploy_type == "env" else deploy_target
        self.dump = {"type": deploy_type, "target": target, "secret": secret, "key": key}


class Notifier:
    def __init__(self, **arguments):
        require_known(type(self).__name__, arguments, self.known)
        self.dump = {"notifier": type(self).__name__, **arguments}

    def __call__(self, context):
        pass


class SlackNotifier(Notifier):
    known = tables.SLACK


class SmtpNotifier(Notifier):
    known = tables.SMTP

    def __init__(self, to, **arguments):
        super().__init__(to=to, **arguments)


class Model:
    """An object of Kubernetes: nothing but its keyword arguments."""

    def __init__(self, **arguments):
        require_known(type(self).__name__, arguments, self.known)
        self.dump = {"kind": type(self).__name__, **arguments}


MODELS = {name: type(name, (Model,), {"known": set(known.split())}) for name, known in tables.KUBERNETES.items()}
