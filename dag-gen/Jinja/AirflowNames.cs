namespace Slipstream.DagGen.Jinja;

/// <summary>The names that Airflow gives to templates, https://airflow.apache.org/docs/apache-airflow/stable/templates-ref.html.</summary>
internal static class AirflowNames
{
    /// <summary>In all releases and runs.</summary>
    public static IReadOnlyList<string> Always { get; } =
    [
        "dag", "dag_run", "inlets", "outlets", "run_id", "task", "ti", "task_instance", "params", "var", "conn", "macros", "map_index_template",
        "task_instance_key_str", "prev_start_date_success", "prev_end_date_success",

        // Jinja's own.
        "range", "dict", "lipsum", "cycler", "joiner", "namespace",
    ];

    /// <summary>Where the run has a logical date; in Airflow 2 every run has one.</summary>
    public static IReadOnlyList<string> Dated { get; } =
    [
        "logical_date", "ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz", "data_interval_start", "data_interval_end",
        "prev_data_interval_start_success", "prev_data_interval_end_success",
    ];

    /// <summary>Not in the oldest Airflow 2 that files are generated for.</summary>
    public static IReadOnlyList<string> NewInThree { get; } = ["outlet_events", "inlet_events", "triggering_asset_events", "task_reschedule_count"];

    /// <summary>In Airflow 2 only: each with what to write instead.</summary>
    public static IReadOnlyDictionary<string, string> Removed { get; } = new Dictionary<string, string>
    {
        ["execution_date"] = "'logical_date', or 'data_interval_end' for the time up to which the run's data go",
        ["next_execution_date"] = "'data_interval_end'",
        ["prev_execution_date"] = "'prev_data_interval_start_success'",
        ["next_ds"] = "'data_interval_end | ds'",
        ["next_ds_nodash"] = "'data_interval_end | ds_nodash'",
        ["prev_ds"] = "'prev_data_interval_start_success | ds'",
        ["prev_ds_nodash"] = "'prev_data_interval_start_success | ds_nodash'",
        ["tomorrow_ds"] = "'macros.ds_add(ds, 1)'",
        ["tomorrow_ds_nodash"] = "'macros.ds_format(macros.ds_add(ds, 1), \"%Y-%m-%d\", \"%Y%m%d\")'",
        ["yesterday_ds"] = "'macros.ds_add(ds, -1)'",
        ["yesterday_ds_nodash"] = "'macros.ds_format(macros.ds_add(ds, -1), \"%Y-%m-%d\", \"%Y%m%d\")'",
        ["conf"] = "'params' for what the run was started with; Airflow's own configuration is not for templates",
        ["triggering_dataset_events"] = "'triggering_asset_events'",
    };

    /// <summary>Attributes that not every release has: the object, the attribute, the only release, and what to do.</summary>
    public static IReadOnlyList<(string Path, int OnlyIn, string Advice)> Attributes { get; } =
    [
        ("dag_run.run_after", 3, "Write 'data_interval_end if data_interval_end is defined else dag_run.run_after'"),
        ("dag_run.partition_key", 3, "Generate for airflow-3 only"),
        ("dag_run.execution_date", 2, "Use 'logical_date'"),
        ("ti.execution_date", 2, "Use 'logical_date'"),
        ("task_instance.execution_date", 2, "Use 'logical_date'"),
    ];
}
