"""One table as Prisma's client offers it: the methods that LiteLLM calls, as statements."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import Any

from .connection import Connections, execute, fetch
from .errors import RecordNotFoundError, UniqueViolationError
from .models import CLASSES, Row
from .schema import MODELS, Field, Model
from .where import Values, condition

Data = Mapping[str, Any]
ARITHMETIC = {"increment": "+", "decrement": "-", "multiply": "*", "divide": "/"}


class Table:
    def __init__(self, connections: Connections, model: Model) -> None:
        self._connections = connections
        self._model = model

    # Reading

    async def find_many(
        self,
        take: int | None = None,
        skip: int | None = None,
        where: Data | None = None,
        cursor: Data | None = None,
        include: Data | None = None,
        order: Any = None,
        distinct: Sequence[str] | None = None,
    ) -> list[Row]:
        values = Values()
        found = condition(self._model, where, values)
        if cursor is not None:
            ((name, value),) = cursor.items()
            found = f"({found}) AND t.\"{self._model.fields[name].column}\" >= {values.place(value)}"
        several = ", ".join(f't."{self._model.fields[name].column}"' for name in distinct or ())
        sql = f'SELECT {f"DISTINCT ON ({several})" if several else ""} t.* FROM "{self._model.table}" t WHERE {found}'
        sql += self._order(order, values)
        if take is not None:
            sql += f" LIMIT {int(take)}"
        if skip is not None:
            sql += f" OFFSET {int(skip)}"
        async with self._connections.one() as connection:
            rows = await fetch(connection, sql, values.list)
        return [await self._as_object(row, include) for row in rows]

    async def find_first(self, where: Data | None = None, skip: int | None = None, **options: Any) -> Row | None:
        rows = await self.find_many(take=1, skip=skip, where=where, **options)
        return rows[0] if rows else None

    async def find_unique(self, where: Data, include: Data | None = None) -> Row | None:
        return await self.find_first(where=where, include=include)

    async def find_unique_or_raise(self, where: Data, include: Data | None = None) -> Row:
        return _there(await self.find_unique(where, include))

    async def find_first_or_raise(self, where: Data | None = None, **options: Any) -> Row:
        return _there(await self.find_first(where=where, **options))

    async def count(self, select: Any = None, where: Data | None = None, **_: Any) -> int:
        values = Values()
        sql = f'SELECT COUNT(*) AS n FROM "{self._model.table}" t WHERE {condition(self._model, where, values)}'
        async with self._connections.one() as connection:
            return (await fetch(connection, sql, values.list))[0]["n"]

    async def group_by(
        self,
        by: Sequence[str],
        where: Data | None = None,
        order: Any = None,
        take: int | None = None,
        skip: int | None = None,
        count: Any = None,
        having: Any = None,
        **measures: Data | None,
    ) -> list[dict[str, Any]]:
        """`sum`, `avg`, `min` and `max` are mappings of names of members."""
        values = Values()
        columns = [f't."{self._model.fields[name].column}"' for name in by]
        selected = [f'{column} AS "{name}"' for column, name in zip(columns, by, strict=True)]
        selected.append('COUNT(*) AS "_count"')
        for measure, names in measures.items():
            for name in names or ():
                selected.append(f'{measure.upper()}(t."{self._model.fields[name].column}") AS "_{measure}.{name}"')
        sql = f'SELECT {", ".join(selected)} FROM "{self._model.table}" t WHERE {condition(self._model, where, values)}'
        sql += f" GROUP BY {', '.join(columns)}" + self._order(order, values)
        if take is not None:
            sql += f" LIMIT {int(take)}"
        if skip is not None:
            sql += f" OFFSET {int(skip)}"
        async with self._connections.one() as connection:
            rows = await fetch(connection, sql, values.list)
        return [_grouped(row, by, count) for row in rows]

    def _order(self, order: Any, values: Values) -> str:
        parts = [pair for one in _as_list(order) for pair in one.items()]
        sorts = [self._sort(name, how) for name, how in parts]
        return f" ORDER BY {', '.join(sorts)}" if sorts else ""

    def _sort(self, name: str, how: Any) -> str:
        if name in ("_sum", "_count"):
            ((member, direction),) = how.items()
            measured = f'SUM(t."{self._model.fields[member].column}")' if name == "_sum" else "COUNT(*)"
            return f"{measured} {direction}"
        direction = how if isinstance(how, str) else how["sort"]
        nulls = "" if isinstance(how, str) or "nulls" not in how else f" NULLS {how['nulls']}"
        return f't."{self._model.fields[name].column}" {direction}{nulls}'

    # Writing

    async def create(self, data: Data, include: Data | None = None) -> Row:
        async with self._connections.transaction() as connections:
            written = await self._written(data, connections, is_new=True)
            values = Values()
            names = ", ".join(f'"{column}"' for column in written)
            places = ", ".join(values.place(value) for value in written.values())
            inserted = f"({names}) VALUES ({places})" if written else "DEFAULT VALUES"
            async with connections.one() as connection:
                rows = await fetch(connection, f'INSERT INTO "{self._model.table}" {inserted} RETURNING *', values.list)
            return await Table(connections, self._model)._as_object(rows[0], include)

    async def create_many(self, data: Sequence[Data], skip_duplicates: bool | None = None) -> int:
        written = 0
        async with self._connections.transaction() as connections:
            for one in data:
                values = Values()
                columns = await self._written(one, connections, is_new=True)
                names = ", ".join(f'"{column}"' for column in columns)
                places = ", ".join(values.place(value) for value in columns.values())
                sql = f'INSERT INTO "{self._model.table}" ({names}) VALUES ({places})'
                if skip_duplicates:
                    sql += " ON CONFLICT DO NOTHING"
                async with connections.one() as connection:
                    written += await execute(connection, sql, values.list)
        return written

    async def update(self, data: Data, where: Data, include: Data | None = None) -> Row | None:
        rows = await self._change(data, where)
        return await self._as_object(rows[0], include) if rows else None

    async def update_many(self, data: Data, where: Data) -> int:
        return len(await self._change(data, where))

    async def upsert(self, where: Data, data: Mapping[str, Data], include: Data | None = None) -> Row:
        updated = await self.update(data["update"], where, include)
        if updated is not None:
            return updated
        try:
            return await self.create(data["create"], include)
        except UniqueViolationError:
            return _there(await self.update(data["update"], where, include))

    async def delete(self, where: Data, include: Data | None = None) -> Row | None:
        before = await self.find_first(where=where, include=include)
        if before is not None:
            await self.delete_many(where)
        return before

    async def delete_many(self, where: Data | None = None) -> int:
        values = Values()
        sql = f'DELETE FROM "{self._model.table}" t WHERE {condition(self._model, where, values)}'
        async with self._connections.one() as connection:
            return await execute(connection, sql, values.list)

    async def _change(self, data: Data, where: Data) -> list[dict[str, Any]]:
        async with self._connections.transaction() as connections:
            written = await self._written(data, connections, is_new=False)
            values = Values()
            sets = [f'"{column}" = {self._set(column, value, values)}' for column, value in written.items()]
            found = condition(self._model, where, values)
            sql = f'UPDATE "{self._model.table}" t SET {", ".join(sets)} WHERE {found} RETURNING t.*'
            if not sets:
                sql = f'SELECT t.* FROM "{self._model.table}" t WHERE {found}'
            async with connections.one() as connection:
                return await fetch(connection, sql, values.list)

    def _set(self, column: str, value: object, values: Values) -> str:
        if not isinstance(value, _Change):
            return values.place(value)
        if value.kind == "push":
            return f'ARRAY_CAT("{column}", {values.place(_as_list(value.by))})'
        return f'"{column}" {ARITHMETIC[value.kind]} {values.place(value.by)}'

    async def _written(self, data: Data, connections: Connections, is_new: bool) -> dict[str, object]:
        """The columns that some data sets; rows of other tables that it makes are made."""
        columns: dict[str, object] = {}
        for name, value in data.items():
            if name in self._model.relations:
                columns.update(await self._related(name, value, connections))
            else:
                field = self._model.fields[name]
                columns[field.column] = _change(field, value)
        for field in self._model.fields.values():
            if is_new and field.is_made_here:
                columns.setdefault(field.column, str(uuid.uuid4()))
            if field.is_touched:
                columns.setdefault(field.column, datetime.now(timezone.utc))
        return columns

    async def _related(self, name: str, value: Data, connections: Connections) -> dict[str, object]:
        relation = self._model.relations[name]
        columns = [self._model.fields[here].column for here in relation.fields]
        other = Table(connections, MODELS[relation.model])
        if value.get("disconnect"):
            return dict.fromkeys(columns)
        if "connect" in value:
            row = await other.find_unique_or_raise(value["connect"])
        elif "create" in value:
            row = await other.create(value["create"])
        else:
            raise NotImplementedError(f"{self._model.name}.{name}: {[*value]}")
        return {column: getattr(row, there) for column, there in zip(columns, relation.references, strict=True)}

    async def _as_object(self, row: Data, include: Data | None) -> Row:
        members = {
            field.name: [] if field.is_list and row[field.column] is None else row[field.column]
            for field in self._model.fields.values()
            if field.column in row
        }
        for name, how in (include or {}).items():
            if how:
                members[name] = await self._include(name, how, members)
        return CLASSES[self._model.name](**members)

    async def _include(self, name: str, how: Any, members: Data) -> Row | list[Row] | None:
        relation = self._model.relations[name]
        options = dict(how) if isinstance(how, Mapping) else {}
        joined = {there: members[here] for here, there in zip(relation.fields, relation.references, strict=True)}
        other = Table(self._connections, MODELS[relation.model])
        where = {**joined, **options.pop("where", {})}
        if relation.is_list:
            order = options.pop("order_by", None)
            return await other.find_many(where=where, order=order, **options)
        if None in joined.values():
            return None
        return await other.find_first(where=where, include=options.get("include"))


class _Change:
    def __init__(self, kind: str, by: object) -> None:
        self.kind = kind
        self.by = by


def _change(field: Field, value: object) -> object:
    if field.type == "Json" or not isinstance(value, Mapping) or len(value) != 1:
        return value
    ((kind, by),) = value.items()
    return by if kind == "set" else _Change(kind, by)


def _as_list(value: Any) -> list[Any]:
    return [] if value is None else [*value] if isinstance(value, (list, tuple)) else [value]


def _there(row: Row | None) -> Row:
    if row is None:
        raise RecordNotFoundError(message="Record to find does not exist.")
    return row


def _grouped(row: Data, by: Sequence[str], count: Any) -> dict[str, Any]:
    grouped: dict[str, Any] = {name: row[name] for name in by}
    for name, value in row.items():
        measure, _, member = name.partition(".")
        if member:
            grouped.setdefault(measure, {})[member] = value
    if count:
        names = count if isinstance(count, Mapping) else {"_all": True}
        grouped["_count"] = {name: row["_count"] for name in names}
    return grouped
