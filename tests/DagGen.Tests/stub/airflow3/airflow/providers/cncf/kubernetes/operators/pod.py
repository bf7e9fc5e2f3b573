from airflow_stub import KubernetesPodOperator  # noqa: F401
