"""The tables as LiteLLM's own `schema.prisma` has them."""

import re
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path


@dataclass(frozen=True)
class Field:
    name: str
    type: str
    is_list: bool
    attributes: str

    @property
    def is_text(self) -> bool:
        return self.type == "String"

    @property
    def is_id(self) -> bool:
        return "@id" in self.attributes

    @property
    def column(self) -> str:
        mapped = re.search(r'@map\("(\w+)"\)', self.attributes)
        return mapped.group(1) if mapped else self.name

    @property
    def is_made_here(self) -> bool:
        """Prisma's client fills these in; the database has no default for them."""
        return "@default(uuid())" in self.attributes

    @property
    def is_touched(self) -> bool:
        return "@updatedAt" in self.attributes


@dataclass(frozen=True)
class Relation:
    name: str
    model: str
    is_list: bool
    relation_name: str | None
    """Of this table, and of the other one: filled in on the side that holds the foreign key."""
    fields: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


@dataclass
class Model:
    name: str
    table: str
    fields: dict[str, Field] = field(default_factory=dict)
    relations: dict[str, Relation] = field(default_factory=dict)


def read_schema() -> dict[str, Model]:
    package = Path(find_spec("litellm").origin).parent
    text = (package / "proxy/schema.prisma").read_text()
    bodies = re.findall(r"^model (\w+) \{\n(.*?)^\}", text, re.M | re.S)
    names = {name for name, _ in bodies}
    models = {name: _read_model(name, body, names) for name, body in bodies}
    for model in models.values():
        for relation in [*model.relations.values()]:
            if not relation.fields:
                model.relations[relation.name] = _from_other_side(model, relation, models)
    return models


def _read_model(name: str, body: str, names: set[str]) -> Model:
    mapped = re.search(r'@@map\("(\w+)"\)', body)
    model = Model(name, mapped.group(1) if mapped else name)
    for line in body.splitlines():
        found = re.match(r"\s*(\w+)\s+(\w+)(\[\])?(\?)?\s*(.*)$", line.split("//")[0])
        if not found:
            continue
        member, kind, many, _, attributes = found.groups()
        if kind in names:
            model.relations[member] = _read_relation(member, kind, many is not None, attributes)
        else:
            model.fields[member] = Field(member, kind, many is not None, attributes)
    return model


def _read_relation(name: str, model: str, is_list: bool, attributes: str) -> Relation:
    named = re.search(r'@relation\((?:name:\s*)?"(\w+)"', attributes)
    fields = re.search(r"fields: \[([^\]]*)\]", attributes)
    references = re.search(r"references: \[([^\]]*)\]", attributes)
    return Relation(
        name,
        model,
        is_list,
        named.group(1) if named else None,
        _names(fields.group(1)) if fields else (),
        _names(references.group(1)) if references else (),
    )


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def _from_other_side(model: Model, relation: Relation, models: dict[str, Model]) -> Relation:
    for other in models[relation.model].relations.values():
        if other.model == model.name and other.relation_name == relation.relation_name and other.fields:
            held = (other.references, other.fields)
            return Relation(relation.name, relation.model, relation.is_list, relation.relation_name, *held)
    return relation


MODELS = read_schema()
