from airflow_stub import DAG, Asset  # noqa: F401
