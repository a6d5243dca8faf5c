"""Prisma's filters as SQL."""

import json
from collections.abc import Mapping
from typing import Any

from .fields import Json
from .schema import MODELS, Field, Model

COMPARISONS = {"gt": ">", "gte": ">=", "lt": "<", "lte": "<="}
TEXTS = {
    "contains": ("%", "%"),
    "startswith": ("", "%"),
    "startsWith": ("", "%"),
    "endswith": ("%", ""),
    "endsWith": ("%", ""),
}


class Values:
    """The values of a statement, by their number in it."""

    def __init__(self) -> None:
        self.list: list[object] = []

    def place(self, value: object) -> str:
        self.list.append(value)
        return f"${len(self.list)}"


def condition(model: Model, where: Mapping[str, Any] | None, values: Values, alias: str = "t") -> str:
    parts = [_part(model, name, value, values, alias) for name, value in (where or {}).items()]
    return " AND ".join(f"({part})" for part in parts) or "TRUE"


def _part(model: Model, name: str, value: Any, values: Values, alias: str) -> str:
    if name in ("AND", "OR", "NOT"):
        branches = [value] if isinstance(value, Mapping) else value
        inner = [f"({condition(model, branch, values, alias)})" for branch in branches]
        if name == "OR":
            return " OR ".join(inner) or "FALSE"
        both = " AND ".join(inner) or "TRUE"
        return f"NOT ({both})" if name == "NOT" else both
    if name in model.fields:
        return _of_field(model.fields[name], value, values, alias)
    if name in model.relations:
        return _of_relation(model, name, value, values, alias)
    if isinstance(value, Mapping):
        # A key of several columns, under the names of all of them.
        return condition(model, value, values, alias)
    raise NotImplementedError(f"{model.name}.{name}")


def _of_relation(model: Model, name: str, value: Mapping[str, Any], values: Values, alias: str) -> str:
    relation = model.relations[name]
    other = MODELS[relation.model]
    inner = f"{alias}r"
    joined = " AND ".join(
        f'{inner}."{other.fields[there].column}" = {alias}."{model.fields[here].column}"'
        for here, there in zip(relation.fields, relation.references, strict=True)
    )
    parts = []
    for kind, filters in value.items():
        if kind not in ("some", "is", "none"):
            raise NotImplementedError(f"{model.name}.{name}.{kind}")
        found = condition(other, filters, values, inner)
        exists = f'EXISTS (SELECT 1 FROM "{other.table}" {inner} WHERE {joined} AND {found})'
        parts.append(f"NOT {exists}" if kind == "none" else exists)
    return " AND ".join(parts)


def _of_field(field: Field, value: Any, values: Values, alias: str) -> str:
    column = f'{alias}."{field.column}"'
    if field.type == "Json":
        return _of_json(column, value, values)
    if not isinstance(value, Mapping):
        return f"{column} IS NULL" if value is None else f"{column} = {values.place(value)}"
    ignores_case = value.get("mode") == "insensitive"
    parts = [
        _comparison(column, kind, operand, ignores_case, field, values)
        for kind, operand in value.items()
        if kind != "mode"
    ]
    return " AND ".join(parts) or "TRUE"


def _comparison(column: str, kind: str, operand: Any, ignores_case: bool, field: Field, values: Values) -> str:
    if kind == "equals":
        if operand is None:
            return f"{column} IS NULL"
        if ignores_case:
            return f"LOWER({column}) = LOWER({values.place(operand)})"
        return f"{column} = {values.place(operand)}"
    if kind == "not":
        if operand is None:
            return f"{column} IS NOT NULL"
        if isinstance(operand, Mapping):
            return f"NOT ({_of_field(field, operand, values, column.split('.')[0])})"
        return f"{column} <> {values.place(operand)}"
    if kind in ("in", "not_in", "notIn"):
        found = f"{column} = ANY({values.place([item for item in operand if item is not None])})"
        return found if kind == "in" else f"NOT ({found})"
    if kind in COMPARISONS:
        return f"{column} {COMPARISONS[kind]} {values.place(operand)}"
    if kind in TEXTS:
        before, behind = TEXTS[kind]
        literal = operand.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return f"{column} {'ILIKE' if ignores_case else 'LIKE'} {values.place(before + literal + behind)}"
    if kind == "has":
        return f"{values.place(operand)} = ANY({column})"
    if kind in ("hasSome", "has_some"):
        return f"{column} && {values.place(operand)}"
    if kind in ("hasEvery", "has_every"):
        return f"{column} @> {values.place(operand)}"
    if kind == "is_empty":
        return f"COALESCE(CARDINALITY({column}), 0) {'=' if operand else '>'} 0"
    raise NotImplementedError(kind)


def _of_json(column: str, value: Any, values: Values) -> str:
    if value is None:
        return f"{column} IS NULL"
    if not isinstance(value, Mapping):
        return f"{column} = {values.place(value)}"
    path = value.get("path")
    if path is not None:
        steps = path if isinstance(path, list) else [path]
        column = f"{column} #> {values.place(steps)}"
    parts = []
    for kind, operand in value.items():
        if kind in ("path", "mode"):
            continue
        text = f"({column} #>> '{{}}')"
        if kind == "equals":
            parts.append(f"({column}) = {values.place(_json(operand))}::jsonb")
        elif kind == "not":
            parts.append(f"({column}) <> {values.place(_json(operand))}::jsonb")
        elif kind == "array_contains":
            parts.append(f"({column}) @> {values.place(_json(operand))}::jsonb")
        elif kind in ("string_contains", "string_starts_with"):
            before = "%" if kind == "string_contains" else ""
            parts.append(f"{text} LIKE {values.place(before + str(operand) + '%')}")
        else:
            raise NotImplementedError(kind)
    return " AND ".join(parts) or "TRUE"


def _json(value: object) -> Json:
    if isinstance(value, Json):
        return value
    if isinstance(value, str):
        try:
            return Json(json.loads(value))
        except ValueError:
            return Json(value)
    return Json(value)
