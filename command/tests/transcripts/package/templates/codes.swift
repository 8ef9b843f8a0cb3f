// @generated from {{ file }}. Do not edit.
enum {{ name }}: Int {
{%- for row in rows %}
{{ row.definition | comment("    // ") }}
    case {{ row.name | camel }} = {{ row.code }}
{%- endfor %}
}
