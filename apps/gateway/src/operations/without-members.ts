import { isMapping } from '../json/mapping.ts';

/**
 * A value without what paths name, in LiteLLM's words for them (`docs/completion/drop_params.md`): `seed`,
 * `response_format.strict`, `tools[*].input_examples`, `tools[0].type`. What no path leads to is the same object.
 */
export function withoutMembers<Value>(value: Value, paths: readonly string[]): Value {
  return paths.reduce((rest, path) => without(rest, stepsOf(path)) as Value, value);
}

/** `tools[*].type` is `tools`, `*`, `type`. */
function stepsOf(path: string): readonly string[] {
  return path.split(/[.[\]]/).filter((step) => step !== '');
}

function without(value: unknown, [step, ...further]: readonly string[]): unknown {
  if (step === undefined) return value;
  if (Array.isArray(value)) return withoutInList(value, step, further);
  if (!isMapping(value) || !Object.hasOwn(value, step)) return value;
  if (further.length > 0) return { ...value, [step]: without(value[step], further) };
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== step));
}

function withoutInList(list: readonly unknown[], step: string, further: readonly string[]): unknown {
  const isMeant = (index: number): boolean => step === '*' || step === String(index);
  if (further.length === 0) return list.filter((_, index) => !isMeant(index));
  return list.map((item, index) => (isMeant(index) ? without(item, further) : item));
}
