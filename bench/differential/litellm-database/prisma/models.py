"""A row of each table as an object, as Prisma's client generates them."""

from typing import Any, Optional

from pydantic import BaseModel, ConfigDict, create_model

from .schema import MODELS, Model


class Row(BaseModel):
    model_config = ConfigDict(extra="allow", protected_namespaces=())


def _class_of(model: Model) -> type[Row]:
    members = {name: (Any, None) for name in model.fields}
    related = {name: (Optional[Any], None) for name in model.relations}
    return create_model(model.name, __base__=Row, __module__=__name__, **members, **related)


CLASSES = {name: _class_of(model) for name, model in MODELS.items()}
globals().update(CLASSES)
