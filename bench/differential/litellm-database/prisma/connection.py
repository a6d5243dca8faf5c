"""Statements on a connection: values become what Postgres says that it takes."""

import contextlib
import json
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import asyncpg

from . import errors
from .fields import Base64, Json

Row = dict[str, Any]


async def prepare_connection(connection: asyncpg.Connection) -> None:
    for kind in ("json", "jsonb"):
        await connection.set_type_codec(kind, schema="pg_catalog", encoder=str, decoder=json.loads)


async def fetch(connection: asyncpg.Connection, sql: str, values: Sequence[object]) -> list[Row]:
    with _as_prisma_errors():
        statement = await connection.prepare(sql)
        rows = await statement.fetch(*_fitted(statement, values))
        return [{name: _read(value) for name, value in row.items()} for row in rows]


async def execute(connection: asyncpg.Connection, sql: str, values: Sequence[object]) -> int:
    """Gives the number of rows that were touched."""
    with _as_prisma_errors():
        if not values:
            return _touched(await connection.execute(sql))
        statement = await connection.prepare(sql)
        await statement.fetch(*_fitted(statement, values))
        return _touched(statement.get_statusmsg())


def _touched(status: str) -> int:
    last = status.rsplit(" ", 1)[-1]
    return int(last) if last.isdigit() else 0


@contextlib.contextmanager
def _as_prisma_errors():
    try:
        yield
    except asyncpg.UniqueViolationError as error:
        raise errors.UniqueViolationError(message=f"Unique constraint failed: {error}") from error
    except asyncpg.ForeignKeyViolationError as error:
        raise errors.ForeignKeyViolationError(message=f"Foreign key constraint failed: {error}") from error
    except asyncpg.NotNullViolationError as error:
        raise errors.MissingRequiredValueError(message=str(error)) from error
    except asyncpg.UndefinedTableError as error:
        raise errors.TableNotFoundError(message=str(error)) from error
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise errors.RawQueryError(message=str(error)) from error


def _fitted(statement: Any, values: Sequence[object]) -> list[object]:
    return [fit(value, kind.name) for value, kind in zip(values, statement.get_parameters(), strict=True)]


def fit(value: object, kind: str) -> object:
    """A value as Postgres' type takes it."""
    if value is None:
        return None
    if kind in ("json", "jsonb"):
        return value.text() if isinstance(value, Json) else value if isinstance(value, str) else json.dumps(value)
    if kind.endswith("[]"):
        return [fit(item, kind[:-2]) for item in value]
    if kind.startswith("timestamp"):
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if kind == "timestamptz":
            return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
        return moment.astimezone(timezone.utc).replace(tzinfo=None) if moment.tzinfo else moment
    if kind == "date":
        return date.fromisoformat(value[:10]) if isinstance(value, str) else value
    if kind in ("text", "varchar"):
        return value if isinstance(value, str) else json.dumps(value) if isinstance(value, (dict, list)) else str(value)
    if kind in ("int2", "int4", "int8"):
        return int(value)
    if kind in ("float4", "float8"):
        return float(value)
    if kind == "numeric":
        return Decimal(str(value))
    if kind == "bytea":
        return value.decode() if isinstance(value, Base64) else value
    return value


def _read(value: object) -> object:
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=timezone.utc)
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, bytes):
        return Base64.encode(value)
    return value


class Connections:
    """One connection of a pool for each statement, or the same one throughout a transaction."""

    def __init__(self, pool: asyncpg.Pool, held: asyncpg.Connection | None = None) -> None:
        self._pool = pool
        self._held = held

    @contextlib.asynccontextmanager
    async def one(self) -> AsyncIterator[asyncpg.Connection]:
        if self._held is not None:
            yield self._held
            return
        async with self._pool.acquire() as connection:
            yield connection

    @contextlib.asynccontextmanager
    async def transaction(self) -> AsyncIterator["Connections"]:
        async with self.one() as connection, connection.transaction():
            yield Connections(self._pool, connection)
