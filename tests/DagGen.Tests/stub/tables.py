"""The keywords and words that Airflow and its Kubernetes provider know: those of the oldest release that a target promises."""

_DAG = """
    description schedule start_date end_date template_searchpath template_undefined user_defined_macros
    user_defined_filters default_args max_active_tasks max_active_runs max_consecutive_failed_dag_runs
    dagrun_timeout sla_miss_callback catchup on_success_callback on_failure_callback doc_md params access_control
    is_paused_upon_creation jinja_environment_kwargs render_template_as_native_obj tags owner_links
    auto_register dag_display_name
"""

DAG = {
    2: set((_DAG + "default_view orientation fail_stop").split()),
    3: set((_DAG + "deadline fail_fast disable_bundle_versioning").split()),
}

TASK = set(
    """
    owner email email_on_failure email_on_retry retries retry_delay retry_exponential_backoff max_retry_delay
    execution_timeout depends_on_past wait_for_downstream priority_weight weight_rule pool pool_slots trigger_rule
    max_active_tis_per_dag max_active_tis_per_dagrun on_execute_callback on_failure_callback on_success_callback
    on_retry_callback on_skipped_callback inlets outlets doc_md task_display_name params executor
    """.split()
)

_POD = """
    kubernetes_conn_id namespace image name random_name_suffix cmds arguments ports volumes volume_mounts env_vars
    env_from configmaps pod_runtime_info_envs secrets in_cluster cluster_context config_file labels annotations
    reattach_on_restart startup_timeout_seconds get_logs container_logs base_container_name
    base_container_status_polling_interval image_pull_policy container_resources affinity tolerations node_selector
    image_pull_secrets service_account_name security_context container_security_context hostnetwork host_aliases
    dnspolicy dns_config subdomain schedulername priority_class_name hostname full_pod_spec pod_template_file
    pod_template_dict init_containers log_events_on_failure log_pod_spec_on_failure do_xcom_push skip_on_exit_code
    deferrable on_finish_action termination_grace_period termination_message_policy active_deadline_seconds callbacks
"""

POD = {
    2: set(_POD.split()),
    3: set(
        (
            _POD + "startup_check_interval_seconds schedule_timeout_seconds init_container_logs"
            " automount_service_account_token poll_interval logging_interval progress_callback"
        ).split()
    ),
}

FINISH_ACTIONS = {"keep_pod", "delete_pod", "delete_succeeded_pod"}

WEIGHT_RULES = {"downstream", "upstream", "absolute"}

_TRIGGER_RULES = """
    all_success all_failed all_done all_done_setup_success one_success one_failed one_done none_failed
    none_failed_min_one_success none_skipped all_skipped always
"""

TRIGGER_RULES = {2: set(_TRIGGER_RULES.split()), 3: set((_TRIGGER_RULES + "all_done_min_one_success").split())}

PRESETS = set("@once @continuous @hourly @daily @weekly @monthly @quarterly @yearly".split())

PARAM = set("type enum minimum maximum pattern format title minLength maxLength".split())

SLACK = set("slack_conn_id text channel username icon_url attachments blocks unfurl_links unfurl_media".split())

SMTP = set("to from_email subject html_content files cc bcc mime_subtype mime_charset custom_headers smtp_conn_id".split())

KUBERNETES = {
    "V1Affinity": "node_affinity pod_affinity pod_anti_affinity",
    "V1Capabilities": "add drop",
    "V1ConfigMapVolumeSource": "default_mode items name optional",
    "V1EmptyDirVolumeSource": "medium size_limit",
    "V1NodeAffinity": "preferred_during_scheduling_ignored_during_execution"
    " required_during_scheduling_ignored_during_execution",
    "V1NodeSelector": "node_selector_terms",
    "V1NodeSelectorRequirement": "key operator values",
    "V1NodeSelectorTerm": "match_expressions match_fields",
    "V1PersistentVolumeClaimVolumeSource": "claim_name read_only",
    "V1PodSecurityContext": "fs_group fs_group_change_policy run_as_group run_as_non_root run_as_user"
    " se_linux_options seccomp_profile supplemental_groups sysctls windows_options",
    "V1ResourceRequirements": "claims limits requests",
    "V1SeccompProfile": "localhost_profile type",
    "V1SecretVolumeSource": "default_mode items optional secret_name",
    "V1SecurityContext": "allow_privilege_escalation capabilities privileged proc_mount read_only_root_filesystem"
    " run_as_group run_as_non_root run_as_user se_linux_options seccomp_profile windows_options",
    "V1Toleration": "effect key operator toleration_seconds value",
    "V1Volume": "config_map empty_dir name persistent_volume_claim projected secret",
    "V1VolumeMount": "mount_path mount_propagation name read_only sub_path sub_path_expr",
}
