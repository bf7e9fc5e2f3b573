from airflow_stub import DAG  # noqa: F401
