// What a claim of a key's limits costs beside so many other keys with limits, in this process's memory. README.md tells how.
import { openSharedState, type Claim, type SharedState } from '@showrunner/store';
import { median } from './measure/median.ts';

const KEYS_BESIDE = [100, 20_000, 100_000];
const ROUNDS = 9;
/** So few that the new ones do not change how many there are. */
const CLAIMS_A_ROUND = 200;
const WARM_UP_CLAIMS = 20_000;

/** As a key with all three limits claims for one request. */
function claimsOf(key: string, holder: number): Claim[] {
  const window = { kind: 'window', limit: 1_000_000, windowSeconds: 60 } as const;
  return [
    { ...window, key: `${key}:requests`, amount: 1 },
    { ...window, key: `${key}:tokens`, amount: 500 },
    { kind: 'slot', key: `${key}:parallel`, limit: 1_000, holder },
  ];
}

async function claimFor(state: SharedState, key: string, holder: number): Promise<void> {
  await state.claim(claimsOf(key, holder));
  await state.settle([{ kind: 'slot', key: `${key}:parallel`, holder }]);
}

/** Microseconds of one claim with its settlement, the median of the rounds. */
async function costOf(state: SharedState, keyOf: (index: number) => string): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    for (let index = 0; index < CLAIMS_A_ROUND; index++)
      await claimFor(state, keyOf(round * CLAIMS_A_ROUND + index), index);
    rounds.push(((performance.now() - startedAt) * 1000) / CLAIMS_A_ROUND);
  }
  return median(rounds);
}

// The first claims of a process are compiled while they are measured.
const warm = await openSharedState();
for (let index = 0; index < WARM_UP_CLAIMS; index++) await claimFor(warm, `warm-${index}`, index);
await warm.dispose();

console.log(`${'keys beside it'.padStart(14)}   µs a claim: a key that is known   a key that is new`);
for (const count of KEYS_BESIDE) {
  const state = await openSharedState();
  for (let index = 0; index < count; index++) await claimFor(state, `key-${index}`, index);
  const known = await costOf(state, (index) => `key-${(index * 7919) % count}`);
  const fresh = await costOf(state, (index) => `new-${index}`);
  console.log(`${String(count).padStart(14)} ${known.toFixed(2).padStart(34)} ${fresh.toFixed(2).padStart(18)}`);
  await state.dispose();
}
