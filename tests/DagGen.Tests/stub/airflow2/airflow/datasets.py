from airflow_stub import Asset as Dataset  # noqa: F401
