"""Values that are more than JSON, as Prisma's client wraps them."""

import base64
import json


class Json:
    def __init__(self, data: object) -> None:
        self.data = data

    def text(self) -> str:
        return json.dumps(self.data)

    @classmethod
    def keys(cls, **data: object) -> "Json":
        return cls(data)


class Base64:
    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    @classmethod
    def encode(cls, data: bytes) -> "Base64":
        return cls(base64.b64encode(data))

    @classmethod
    def fromb64(cls, data: bytes | str) -> "Base64":
        return cls(data.encode() if isinstance(data, str) else data)

    def decode(self) -> bytes:
        return base64.b64decode(self.raw)
