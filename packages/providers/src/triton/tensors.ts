import { asObjects, asString, type JsonObject } from '../kit/json.ts';

/** An input of `infer` (KServe, "Predict Protocol, version 2"). */
export function tensor(name: string, data: readonly unknown[]): JsonObject {
  const [first] = data;
  return { name, shape: [data.length], datatype: datatypeOf(first), data };
}

function datatypeOf(value: unknown): string {
  if (typeof value === 'boolean') return 'BOOL';
  if (typeof value !== 'number') return 'BYTES';
  return Number.isInteger(value) ? 'INT32' : 'FP32';
}

/** What a model gave, by name; the first where nobody says one. */
export function outputOf({ outputs }: JsonObject, name?: string): JsonObject | undefined {
  const all = asObjects(outputs);
  return all.find((output) => asString(output.name) === name) ?? all[0];
}
