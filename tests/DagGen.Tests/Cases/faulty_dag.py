# What no generated DAG may look like: every fault in it imports, or did once, and fails later.
import airflow
from datetime import datetime

from airflow import DAG
from airflow.contrib.operators.kubernetes_pod_operator import KubernetesPodOperator

ACCOUNT = os.getenv("ACCOUNT")

dag = DAG(
    "faulty_dag",
    default_args={"owner": "data-engineering", "start_date": datetime.now()},
    schedule_interval="30 13 * * *",
)

task = KubernetesPodOperator(
    dag=dag,
    namespace="airflow",
    image=f"{ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/extract:latest",
    task_id="extract",
    name="extract",
)
