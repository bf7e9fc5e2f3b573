import datetime as _datetime
from zoneinfo import ZoneInfo


def datetime(year, month, day, *, tz):
    return _datetime.datetime(year, month, day, tzinfo=ZoneInfo(tz))
