"""The example as a careful person would write it: the shortest file that defines the same tasks."""

from datetime import timedelta

import pendulum
from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator
from airflow.sdk import DAG, Asset
from airflow.timetables.trigger import CronTriggerTimetable
from kubernetes.client import models as k8s

GIT_TAG = "v0.1.0"
IMAGES = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/slipstream"

RUN_TIMESTAMP = (
    "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after).timestamp() | "
    "int }}"
)
SNAPSHOT_DATE = (
    "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after) | ds }}"
)

with DAG(
    dag_id="postcodes_example",
    description="A thousand random postcodes of postcodes.io, every day, as a database",
    doc_md=(
        "### postcodes_example\n"
        "\n"
        "`extract` asks postcodes.io for a thousand random postcodes and lands them;\n"
        "`test-extract` checks them and keeps the good ones in raw-hist; `run-curated`\n"
        "makes the curated tables with SQL; `deploy-database` shows them to readers.\n"
        "\n"
        "Every task may be cleared and run again: it comes to the same result. Each log\n"
        "begins with the settings. If `test-extract` fails, the data are at fault, and\n"
        "its log lists every finding.\n"
    ),
    schedule=CronTriggerTimetable("30 13 * * *", timezone="UTC"),
    start_date=pendulum.datetime(2019, 3, 7, tz="UTC"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=timedelta(hours=6),
    default_args={
        "owner": "data-engineering",
        "depends_on_past": False,
        "email": ["data-engineering@example.com"],
        "email_on_failure": True,
        "email_on_retry": False,
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "retry_exponential_backoff": True,
        "max_retry_delay": timedelta(hours=1),
        "execution_timeout": timedelta(hours=2),
    },
    tags=["slipstream", "postcodes"],
) as dag:
    pod_defaults = {
        "namespace": "airflow",
        "in_cluster": True,
        "labels": {"app": "postcodes_example"},
        "security_context": k8s.V1PodSecurityContext(
            run_as_non_root=True,
            run_as_user=1000,
            run_as_group=1000,
            fs_group=1000,
            seccomp_profile=k8s.V1SeccompProfile(type="RuntimeDefault"),
        ),
        "container_security_context": k8s.V1SecurityContext(
            read_only_root_filesystem=True,
            allow_privilege_escalation=False,
            capabilities=k8s.V1Capabilities(drop=["ALL"]),
        ),
        "volumes": [
            k8s.V1Volume(name="work", empty_dir=k8s.V1EmptyDirVolumeSource(size_limit="10Gi")),
        ],
        "volume_mounts": [k8s.V1VolumeMount(name="work", mount_path="/work")],
        "startup_timeout_seconds": 600,
        "active_deadline_seconds": 7200,
        "get_logs": True,
        "log_events_on_failure": True,
        "log_pod_spec_on_failure": False,
        "do_xcom_push": False,
        "on_finish_action": "delete_succeeded_pod",
    }

    extract = KubernetesPodOperator(
        task_id="extract",
        name="extract",
        image=f"{IMAGES}/extract:{GIT_TAG}",
        service_account_name="postcodes-example-extract",
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "250m", "memory": "512Mi"},
            limits={"memory": "512Mi"},
        ),
        env_vars={
            "SOURCE_URL": "https://api.postcodes.io/random/postcodes",
            "TABLE": "random_postcodes",
            "LAND_PATH": "s3://example-land/open_data/postcodes_example/",
            "RAW_HIST_PATH": "s3://example-raw-hist/open_data/postcodes_example/",
            "QUARANTINE_PATH": "s3://example-quarantine/open_data/postcodes_example/",
            "RUN_TIMESTAMP": RUN_TIMESTAMP,
            "GIT_TAG": GIT_TAG,
            "WORK_DIR": "/work",
            "EXPECTED_ROLE": "arn:aws:iam::123456789012:role/postcodes-example-extract",
            "AWS_ROLE_SESSION_NAME": "extract@postcodes_example",
        },
        **pod_defaults,
    )

    test_extract = KubernetesPodOperator(
        task_id="test-extract",
        name="test-extract",
        image=f"{IMAGES}/test-extract:{GIT_TAG}",
        service_account_name="postcodes-example-test-extract",
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "500m", "memory": "512Mi"},
            limits={"memory": "512Mi"},
        ),
        env_vars={
            "TABLE": "random_postcodes",
            "LAND_PATH": "s3://example-land/open_data/postcodes_example/",
            "RAW_HIST_PATH": "s3://example-raw-hist/open_data/postcodes_example/",
            "QUARANTINE_PATH": "s3://example-quarantine/open_data/postcodes_example/",
            "REPORT_PATH": "s3://example-reports/open_data/postcodes_example/",
            "RUN_TIMESTAMP": RUN_TIMESTAMP,
            "GIT_TAG": GIT_TAG,
            "WORK_DIR": "/work",
            "EXPECTED_ROLE": "arn:aws:iam::123456789012:role/postcodes-example-test-extract",
            "AWS_ROLE_SESSION_NAME": "test-extract@postcodes_example",
        },
        **pod_defaults,
    )

    run_curated = KubernetesPodOperator(
        task_id="run-curated",
        name="run-curated",
        image=f"{IMAGES}/run-curated:{GIT_TAG}",
        service_account_name="postcodes-example-run-curated",
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "1", "memory": "2Gi"},
            limits={"memory": "2Gi"},
        ),
        env_vars={
            "RAW_HIST_PATH": "s3://example-raw-hist/open_data/postcodes_example/",
            "CURATED_PATH": "s3://example-curated/postcodes/",
            "RUN_TIMESTAMP": RUN_TIMESTAMP,
            "SNAPSHOT_DATE": SNAPSHOT_DATE,
            "MEMORY_LIMIT": "1536",
            "GIT_TAG": GIT_TAG,
            "WORK_DIR": "/work",
            "EXPECTED_ROLE": "arn:aws:iam::123456789012:role/postcodes-example-run-curated",
            "AWS_ROLE_SESSION_NAME": "run-curated@postcodes_example",
        },
        **pod_defaults,
    )

    deploy_database = KubernetesPodOperator(
        task_id="deploy-database",
        name="deploy-database",
        image=f"{IMAGES}/deploy-database:{GIT_TAG}",
        service_account_name="postcodes-example-deploy-database",
        container_resources=k8s.V1ResourceRequirements(
            requests={"cpu": "250m", "memory": "512Mi"},
            limits={"memory": "512Mi"},
        ),
        env_vars={
            "CURATED_PATH": "s3://example-curated/postcodes/",
            "CATALOG": "glue",
            "GIT_TAG": GIT_TAG,
            "WORK_DIR": "/work",
            "EXPECTED_ROLE": "arn:aws:iam::123456789012:role/postcodes-example-deploy-database",
            "AWS_ROLE_SESSION_NAME": "deploy-database@postcodes_example",
        },
        outlets=[
            Asset("s3://example-curated/postcodes/random_postcodes"),
            Asset("s3://example-curated/postcodes/calculated"),
        ],
        **pod_defaults,
    )

    extract >> test_extract >> run_curated >> deploy_database
