namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>The filters and tests of every Airflow that files are generated for.</summary>
internal static class KnownWords
{
    public static IReadOnlySet<string> Filters { get; } = new HashSet<string>
    {
        // Airflow's own.
        "ds", "ds_nodash", "ts", "ts_nodash", "ts_nodash_with_tz",

        // Jinja's.
        "abs", "attr", "batch", "capitalize", "center", "count", "d", "default", "dictsort", "e", "escape", "filesizeformat", "first", "float",
        "forceescape", "format", "groupby", "indent", "int", "items", "join", "last", "length", "list", "lower", "map", "max", "min", "pprint",
        "random", "reject", "rejectattr", "replace", "reverse", "round", "safe", "select", "selectattr", "slice", "sort", "string", "striptags",
        "sum", "title", "tojson", "trim", "truncate", "unique", "upper", "urlencode", "urlize", "wordcount", "wordwrap", "xmlattr",
    };

    public static IReadOnlySet<string> Tests { get; } = new HashSet<string>
    {
        "boolean", "callable", "defined", "divisibleby", "eq", "equalto", "escaped", "even", "false", "filter", "float", "ge", "greaterthan", "gt",
        "in", "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping", "ne", "none", "number", "odd", "sameas", "sequence", "string",
        "test", "true", "undefined", "upper",
    };
}
