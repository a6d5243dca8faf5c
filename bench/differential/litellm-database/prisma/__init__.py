"""
Stands in for the client of LiteLLM's database, whose engine is a program that is downloaded. The methods that LiteLLM
calls go to Postgres as statements, by the tables of LiteLLM's own schema.
"""

from . import engine as engine
from . import errors as errors
from . import models as models
from . import types as types
from .client import Prisma as Prisma
from .fields import Base64 as Base64
from .fields import Json as Json

Client = Prisma
