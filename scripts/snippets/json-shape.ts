/**
 * Where an answer has not the shape that a document shows: paths with what was wanted. The document may leave members
 * out. Shown members must be there with a value of the same kind; `true`, `false` and `null` must be the same; of a list
 * the first element is compared, and an empty one says nothing about its elements.
 */
export function shapeDifferences(shown: unknown, answer: unknown, path = '$'): string[] {
  if (Array.isArray(shown)) {
    if (!Array.isArray(answer)) return [`${path} is no list`];
    return shown.length === 0 ? [] : shapeDifferences(shown[0], answer[0], `${path}[0]`);
  }
  if (isObject(shown)) {
    if (!isObject(answer)) return [`${path} is no object`];
    return Object.entries(shown).flatMap(([name, value]) =>
      name in answer ? shapeDifferences(value, answer[name], `${path}.${name}`) : [`${path}.${name} is missing`],
    );
  }
  if (typeof shown === 'boolean' || shown === null) {
    return shown === answer ? [] : [`${path} is ${JSON.stringify(answer)}, not ${JSON.stringify(shown)}`];
  }
  return typeof shown === typeof answer ? [] : [`${path} is ${JSON.stringify(answer)}, no ${typeof shown}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
