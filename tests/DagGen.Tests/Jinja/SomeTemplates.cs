namespace Slipstream.DagGen.Tests.Jinja;

/// <summary>Texts that are templates, and texts that are none. Jinja itself agrees.</summary>
internal static class SomeTemplates
{
    public static IReadOnlyList<string> Good { get; } =
    [
        "", "plain", "a } b }} c %} d #}", "{ not one }", "{{ ds }}", "{{ds}}", "{{- ds -}} x", "{{ data_interval_end | ds }}",
        "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after) | ds }}",
        "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after).timestamp() | int }}",
        "{{ (data_interval_end if data_interval_end is defined else dag_run.run_after).astimezone(dag.timezone) | ds }}",
        "{{ params.mode }}", "{{ params['mode'] }}", "{{ params.get('mode', 'full') }}", "{{ params[\"a\"].b[0].c }}", "{{ a.0 }}", "{{ a.0.b }}",
        "{{ ti.xcom_pull(task_ids='extract') }}", "{{ ti.xcom_pull(task_ids=['a', \"b\"], key='rows',) }}", "{{ run_id[:8] }}", "{{ run_id[::2] }}",
        "{{ a[1:2:3] }}", "{{ a[1:] }}", "{{ a[1, 2] }}", "{{ 'it\\'s' \"two\" }}", "{{ '\\n\\x41\\u00e9\\U0001F680\\101\\d' }}", "{{ '}}' }}", "{{ \"{% x %}\" }}",
        "{{ 1 }}{{ 1.5 }}{{ 1e3 }}{{ 1_000 }}{{ 0x1f }}{{ 0b11 }}{{ 0o17 }}{{ 00 }}", "{{ true }}{{ False }}{{ None }}{{ none }}",
        "{{ [1, 2,] }}", "{{ [] }}", "{{ () }}", "{{ (1,) }}", "{{ 1, 2 }}", "{{ {'a': {'b': 1}} }}", "{{ {} }}", "{{ {'a': 1,} }}", "{{ -a ** -b }}", "{{ +1 - -1 }}",
        "{{ a + b * c // d % e ~ f }}", "{{ 0 < a <= 10 != b }}", "{{ a in b and c not in d or not e }}", "{{ not a in b }}", "{{ a is none }}", "{{ a is not none }}",
        "{{ a is divisibleby 3 }}", "{{ a is divisibleby(3) }}", "{{ a is sameas true }}", "{{ a is in [1, 2] }}", "{{ a | default('x') | upper }}", "{{ a|d }}",
        "{{ a | replace('a', 'b') | join(', ') }}", "{{ (a | int) + 1 }}", "{{ a if b }}", "{{ a if b else c if d else e }}", "{{ a | tojson }}", "{{ -1 | abs }}",
        "{% if a %}x{% endif %}", "{% if a %}x{% elif b %}y{% else %}z{% endif %}", "{%- if a -%} x {%- endif -%}", "{%+ if a +%}x{% endif %}",
        "{% for a in b %}{{ a }}{% endfor %}", "{% for k, v in d.items() if v %}{{ loop.index }}{% else %}none{% endfor %}", "{% for a in b recursive %}{% endfor %}",
        "{% set a = 1 %}{{ a }}", "{% set a, b = 1, 2 %}", "{% set a %}x{{ ds }}{% endset %}", "{# {{ not read %} #}x", "{#- a -#}", "{% raw %}{{ x }}{% endraw %}",
        "{%- raw -%} {% {% endraw -%} y", "{{\n ds\n}}", "{{ macros.ds_add(ds, -1) }}", "{{ var.value.bucket }}", "{{ conn.my_db.host }}", "{{ a\n.b }}", "{{ é }}",
    ];

    public static IReadOnlyList<string> Bad { get; } =
    [
        "{{", "{{ ds", "{{ ds }", "{{ ds %}", "{{ }}", "{{ ds ds }}", "{{ (ds }}", "{{ ds) }}", "{{ [ds) }}", "{{ {'a' } }}", "{{ {'a': } }}", "{{ 'open }}", "{{ a. }}",
        "{{ a.'b' }}", "{{ a[ }}", "{{ a[1 }}", "{{ a | }}", "{{ a | nosuchfilter }}", "{{ a is }}", "{{ a is nosuchtest }}", "{{ a is defined is none }}", "{{ a if }}",
        "{{ a if b else }}", "{{ a + }}", "{{ * a }}", "{{ a not b }}", "{{ a && b }}", "{{ a ? b : c }}", "{{ a ! b }}", "{{ a; b }}", "{{ @a }}", "{{ $a }}", "{{ f(a b) }}",
        "{{ f(a=) }}", "{{ f(,) }}", "{{ f(a=1, b) }}", "{{ 1abc }}", "{{ '\\x4' }}", "{{ '\\uZZZZ' }}", "{% if %}x{% endif %}", "{% if a %}x", "{% if a %}x{% endfor %}", "{% endif %}", "{% else %}",
        "{% elif a %}", "{% for in b %}{% endfor %}", "{% for a b %}{% endfor %}", "{% for a in b %}", "{% set = 1 %}", "{% set a = %}", "{% nosuch %}", "{% %}", "{# open",
        "{% raw %} open", "{{ a = b }}", "{{ a, , b }}", "{{ {{ ds }} }}", "{{ a }}{{", "{% if a }}x{% endif %}", "{{ 007 }}", "{{ a | ds | }}", "{{ a == }}", "{{ not }}",
    ];
}
