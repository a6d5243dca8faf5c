"""The client: its tables under their names in small letters, raw statements, transactions and batches."""

import contextlib
import os
from collections.abc import Callable
from datetime import datetime
from typing import Any

import asyncpg

from .connection import Connections, execute, fetch, prepare_connection
from .errors import ClientNotConnectedError
from .schema import MODELS
from .table import Table

TABLES = {name.lower(): model for name, model in MODELS.items()}
MOST_CONNECTIONS = 10


class _Statements:
    """What a client and a transaction have in common."""

    _connections: Connections | None = None

    def _connected(self) -> Connections:
        if self._connections is None:
            raise ClientNotConnectedError("Client is not connected to the query engine, you must call `connect()`.")
        return self._connections

    def __getattr__(self, name: str) -> Table:
        if name not in TABLES:
            raise AttributeError(name)
        return Table(self._connected(), TABLES[name])

    async def query_raw(self, query: str, *args: object, model: Any = None) -> list[Any]:
        async with self._connected().one() as connection:
            rows = await fetch(connection, query, args)
        if model is not None:
            return [model(**row) for row in rows]
        return [{name: _plain(value) for name, value in row.items()} for row in rows]

    async def query_first(self, query: str, *args: object, model: Any = None) -> Any:
        rows = await self.query_raw(query, *args, model=model)
        return rows[0] if rows else None

    async def execute_raw(self, query: str, *args: object) -> int:
        async with self._connected().one() as connection:
            return await execute(connection, query, args)

    def batch_(self) -> "Batch":
        return Batch(self._connected())

    def tx(self, **_: Any) -> "TransactionManager":
        return TransactionManager(self._connected())


class Prisma(_Statements):
    def __init__(self, datasource: Any = None, **_: Any) -> None:
        self._url = datasource["url"] if datasource else None
        self._pool: asyncpg.Pool | None = None

    @property
    def _engine(self) -> Any:
        raise AttributeError("There is no engine: statements go straight to Postgres.")

    async def connect(self, timeout: Any = None) -> None:
        url = (self._url or os.environ["DATABASE_URL"]).split("?")[0]
        self._pool = await asyncpg.create_pool(
            url, min_size=1, max_size=MOST_CONNECTIONS, init=prepare_connection, server_settings={"timezone": "UTC"}
        )
        self._connections = Connections(self._pool)

    async def disconnect(self, timeout: Any = None) -> None:
        if self._pool is not None:
            pool, self._pool, self._connections = self._pool, None, None
            await pool.close()

    def is_connected(self) -> bool:
        return self._pool is not None


class Transaction(_Statements):
    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def is_connected(self) -> bool:
        return True


class TransactionManager:
    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._stack = contextlib.AsyncExitStack()

    async def start(self) -> Transaction:
        return Transaction(await self._stack.enter_async_context(self._connections.transaction()))

    async def commit(self) -> None:
        await self._stack.aclose()

    async def rollback(self) -> None:
        await self._stack.__aexit__(RuntimeError, RuntimeError("rolled back"), None)

    async def __aenter__(self) -> Transaction:
        return await self.start()

    async def __aexit__(self, *error: Any) -> None:
        await self._stack.__aexit__(*error)


class Batch:
    """Statements that are carried out together when it ends."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._waiting: list[Callable[[Any], Any]] = []

    def __getattr__(self, name: str) -> "_BatchTable":
        if name not in TABLES:
            raise AttributeError(name)
        return _BatchTable(self._waiting, name)

    def execute_raw(self, query: str, *args: object) -> None:
        self._waiting.append(lambda transaction: transaction.execute_raw(query, *args))

    async def commit(self) -> None:
        async with self._connections.transaction() as connections:
            transaction = Transaction(connections)
            for statement in self._waiting:
                await statement(transaction)
        self._waiting.clear()

    async def __aenter__(self) -> "Batch":
        return self

    async def __aexit__(self, kind: Any, *_: Any) -> None:
        if kind is None:
            await self.commit()


class _BatchTable:
    def __init__(self, waiting: list[Callable[[Any], Any]], name: str) -> None:
        self._waiting = waiting
        self._name = name

    def __getattr__(self, method: str) -> Callable[..., None]:
        def later(*args: Any, **options: Any) -> None:
            self._waiting.append(lambda transaction: getattr(getattr(transaction, self._name), method)(*args, **options))

        return later


def _plain(value: object) -> object:
    """Raw rows have times as text."""
    return value.isoformat() if isinstance(value, datetime) else value
