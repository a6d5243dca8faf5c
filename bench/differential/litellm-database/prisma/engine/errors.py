"""Of Prisma's engine, which is not here; LiteLLM asks whether an error is one of them."""

from ..errors import PrismaError


class EngineError(PrismaError):
    pass


class EngineConnectionError(EngineError):
    pass


class EngineRequestError(EngineError):
    pass


class NotConnectedError(EngineError):
    pass
