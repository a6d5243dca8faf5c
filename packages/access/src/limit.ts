/** What a limit counts. */
export type LimitedUnit = Limit['unit'];

export type Limit = WindowLimit | SlotLimit;

/** So many within a window of time, which begins with its first use. */
export interface WindowLimit {
  readonly unit: 'requests' | 'tokens';
  readonly most: number;
  readonly windowSeconds: number;
}

/** So many requests at once. */
export interface SlotLimit {
  readonly unit: 'parallel';
  readonly most: number;
}

/** The limits that a key can have; what is undefined is not limited. */
export interface RateSettings {
  readonly requestsPerMinute: number | undefined;
  readonly tokensPerMinute: number | undefined;
  readonly maxParallelRequests: number | undefined;
}

const MINUTE = 60;

/** The limits that are set, in the order in which they are asked: the first without room is the one that is named. */
export function limitsOf({ requestsPerMinute, tokensPerMinute, maxParallelRequests }: RateSettings): Limit[] {
  const limits: Limit[] = [];
  if (requestsPerMinute !== undefined)
    limits.push({ unit: 'requests', most: requestsPerMinute, windowSeconds: MINUTE });
  if (tokensPerMinute !== undefined) limits.push({ unit: 'tokens', most: tokensPerMinute, windowSeconds: MINUTE });
  if (maxParallelRequests !== undefined) limits.push({ unit: 'parallel', most: maxParallelRequests });
  return limits;
}
