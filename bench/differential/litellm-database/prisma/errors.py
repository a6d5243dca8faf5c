"""The errors that LiteLLM tells apart, by Prisma's names."""


class PrismaError(Exception):
    pass


class DataError(PrismaError):
    code: str | None = None

    def __init__(self, data: object = "", *, message: str | None = None) -> None:
        super().__init__(message or str(data))
        self.data = data
        self.meta: dict[str, object] = {}


class UniqueViolationError(DataError):
    code = "P2002"


class ForeignKeyViolationError(DataError):
    code = "P2003"


class MissingRequiredValueError(DataError):
    code = "P2012"


class RawQueryError(DataError):
    code = "P2010"


class TableNotFoundError(DataError):
    code = "P2021"


class RecordNotFoundError(DataError):
    code = "P2025"


class FieldNotFoundError(DataError):
    pass


class ClientNotConnectedError(PrismaError):
    pass


class ClientNotRegisteredError(PrismaError):
    pass


class HTTPClientClosedError(PrismaError):
    pass
