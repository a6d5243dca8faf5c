/** The instant at which all examples happen. */
const INSTANT = '2026-01-15T09:30:00.000Z';
const DAY = INSTANT.slice(0, 10);

/** Members that say how long something took, and what they say in an example. */
const FIGURES: Readonly<Record<string, number>> = { duration_ms: 4_210, seconds: 4.2 };

/** Members that are another each time, and what they say in an example. */
const TEXTS: Readonly<Record<string, string>> = { next_cursor: 'am9icyBqb2JfMDEyMw', hint: 'hJpM' };

/** Secrets are made up by nobody but this: that of the Standard Webhooks specification, and one like ours. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\bsk-[\w-]{20,}/g, 'sk-mpc-3kQv8ZrTn5Yx1WcB7LdFhJpM'],
  [/\bwhsec_[\w+/=]+/g, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
];

/**
 * What was recorded, without what is another each time: instants, ids, durations, secrets, ports. The same id stays the
 * same everywhere, so that examples follow from each other.
 */
export function settled<Value>(recorded: Value): Value {
  const ids = new Map<string, string>();
  const settle = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return TEXTS[name] ?? settleText(value, ids);
    if (typeof value === 'number') return FIGURES[name] ?? value;
    if (Array.isArray(value)) return value.map((one) => settle(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, settle(one, member)]));
  };
  return settle(recorded, '') as Value;
}

function settleText(text: string, ids: Map<string, string>): string {
  const withoutSecrets = SECRETS.reduce((rest, [pattern, shown]) => rest.replaceAll(pattern, shown), text);
  return withoutSecrets
    .replaceAll(/\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, INSTANT)
    .replaceAll(/\b20\d\d-\d\d-\d\d\b(?!T)/g, DAY)
    .replaceAll(/\bhttp:\/\/127\.0\.0\.1:\d+/g, 'https://example.com')
    .replaceAll(/"duration_ms":\d+/g, `"duration_ms":${FIGURES.duration_ms}`)
    .replaceAll(/\b([a-z]{2,5})_[0-9a-z]{9}[0-9a-f]{20}\b/g, (id, prefix: string) => settledId(id, prefix, ids));
}

/** `job_0mi2x4k1q9f…` → `job_0000000000003`: ids of one kind are numbered as they appear. */
function settledId(id: string, prefix: string, ids: Map<string, string>): string {
  const known = ids.get(id);
  if (known !== undefined) return known;
  const number = [...ids.keys()].filter((other) => other.startsWith(`${prefix}_`)).length + 1;
  const shown = `${prefix}_${String(number).padStart(13, '0')}`;
  ids.set(id, shown);
  return shown;
}
