from airflow_stub import CronTriggerTimetable  # noqa: F401
