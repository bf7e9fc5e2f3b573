from airflow_stub import Model

_KNOWN = {
    "V1ResourceRequirements": "claims limits requests",
    "V1PodSecurityContext": "fs_group fs_group_change_policy run_as_group run_as_non_root run_as_user"
    " se_linux_options seccomp_profile supplemental_groups sysctls windows_options",
    "V1SecurityContext": "allow_privilege_escalation capabilities privileged proc_mount read_only_root_filesystem"
    " run_as_group run_as_non_root run_as_user se_linux_options seccomp_profile windows_options",
    "V1SeccompProfile": "localhost_profile type",
    "V1Capabilities": "add drop",
    "V1Volume": "name empty_dir config_map secret projected persistent_volume_claim",
    "V1EmptyDirVolumeSource": "medium size_limit",
    "V1VolumeMount": "mount_path mount_propagation name read_only sub_path sub_path_expr",
}

for _name, _arguments in _KNOWN.items():
    globals()[_name] = type(_name, (Model,), {"known": set(_arguments.split())})
