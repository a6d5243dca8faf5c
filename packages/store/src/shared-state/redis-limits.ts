import { randomBytes } from 'node:crypto';
import type { Redis, Result } from 'ioredis';
import { ttlMilliseconds } from './shared-state.ts';
import { amountOf, decide, type Claim, type Claimed, type Limits, type Settlement, type Usage } from './limits.ts';

/** A slot of a process that died is free again after this time; living processes renew theirs three times as often. */
const SLOT_LEASE_MS = 60_000;
const RENEW_EVERY_MS = SLOT_LEASE_MS / 3;

/** What a process that died had reserved is free again after this time without a sign of it: longer than most calls. */
const RESERVATION_LEASE_MS = 600_000;

/**
 * Per claim: kind, limit, amount or holder, milliseconds, what is spent at least; in one JSON list, because some twenty claims
 * as arguments of their own take longer to send than to decide. Then which process claims. Looks at all
 * first and counts only when all have room, in one step on the server. Answers, per claim, what was used before, how long
 * its window still runs, and what was reserved. A purse is a hash: what is spent, and what each process has reserved when.
 */
const CLAIM = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local parts, process = cjson.decode(ARGV[1]), ARGV[2]
local usages, granted, purses = {}, true, {}
for index, key in ipairs(KEYS) do
  local at = index * 5
  local kind, limit, part, span = parts[at - 4], parts[at - 3], parts[at - 2], parts[at - 1]
  local used, left, amount, reserved = 0, 0, 0, 0
  if kind == 'purse' then
    local fields, reservations, seen = redis.call('HGETALL', key), {}, {}
    for field = 1, #fields, 2 do
      local name, value = fields[field], tonumber(fields[field + 1])
      if name == 'spent' then used = value
      elseif name:sub(1, 2) == 'r:' then reservations[name:sub(3)] = value
      else seen[name:sub(3)] = value end
    end
    for holder, value in pairs(reservations) do
      if (seen[holder] or 0) + ${RESERVATION_LEASE_MS} < now then redis.call('HDEL', key, 'r:' .. holder, 't:' .. holder)
      else reserved = reserved + math.max(0, value) end
    end
    used = math.max(used, parts[at])
    amount = part
    if used >= limit or (reserved > 0 and used + reserved + amount > limit) then granted = false end
    purses[index] = { used = used, amount = math.max(0, math.min(amount, limit - used)) }
    usages[#usages + 1] = string.format('%.0f', used)
    usages[#usages + 1] = 0
    usages[#usages + 1] = string.format('%.0f', reserved)
  else
  if kind == 'window' then
    used, left, amount = tonumber(redis.call('GET', key) or '0'), redis.call('PTTL', key), part
    if left < 0 then left = span end
  else
    redis.call('ZREMRANGEBYSCORE', key, '-inf', now)
    used, left, amount = redis.call('ZCARD', key), 0, 1
  end
  if used + amount > limit then granted = false end
  usages[#usages + 1] = used
  usages[#usages + 1] = left
  usages[#usages + 1] = 0
  end
end
if not granted then return table.concat(usages, ' ') end
for index, key in ipairs(KEYS) do
  local at = index * 5
  local kind, part, span = parts[at - 4], parts[at - 2], parts[at - 1]
  if kind == 'purse' then
    redis.call('HSET', key, 'spent', string.format('%.0f', purses[index].used), 't:' .. process, string.format('%.0f', now))
    redis.call('HINCRBY', key, 'r:' .. process, string.format('%.0f', purses[index].amount))
    redis.call('PEXPIRE', key, span)
  elseif kind == 'window' then
    if redis.call('EXISTS', key) == 1 then redis.call('INCRBY', key, part) else redis.call('SET', key, part, 'PX', span) end
  else
    redis.call('ZADD', key, now + span, part)
    redis.call('PEXPIRE', key, span)
  end
end
return table.concat(usages, ' ')
`;

/** Per settlement, in one JSON list: kind, amount or holder, milliseconds, what was reserved; then which process settles. */
const SETTLE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local parts, process = cjson.decode(ARGV[1]), ARGV[2]
for index, key in ipairs(KEYS) do
  local at = index * 4
  local kind, part, span = parts[at - 3], parts[at - 2], parts[at - 1]
  if kind == 'purse' then
    redis.call('HINCRBY', key, 'spent', string.format('%.0f', part))
    local reserved = parts[at] == 0 and 1 or redis.call('HINCRBY', key, 'r:' .. process, string.format('%.0f', -parts[at]))
    if reserved <= 0 then redis.call('HDEL', key, 'r:' .. process, 't:' .. process)
    elseif parts[at] < 0 then redis.call('HSET', key, 't:' .. process, string.format('%.0f', now)) end
    redis.call('PEXPIRE', key, span)
  elseif kind == 'slot' then
    redis.call('ZREM', key, part)
  elseif redis.call('EXISTS', key) == 1 then
    if redis.call('INCRBY', key, part) < 0 then redis.call('SET', key, 0, 'KEEPTTL') end
  elseif part > 0 then
    redis.call('SET', key, part, 'PX', span)
  end
end
`;

/** Slots that are held on: those that a flushed server has forgotten come back with it. */
const RENEW = `
local time = redis.call('TIME')
local ends = time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[1]
for index = 2, #ARGV do redis.call('ZADD', KEYS[1], ends, ARGV[index]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
`;

/** Counts who has said of late that they are there. */
const COUNT_REPLICAS = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
`;

/** How often a replica says that it is there, and how long that holds. */
const SAY_HERE_EVERY_MS = 2_000;
const HERE_FOR_MS = 3 * SAY_HERE_EVERY_MS;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    claimLimits(count: number, ...keysPartsAndProcess: (string | number)[]): Result<string, Context>;
    settleLimits(count: number, ...keysPartsAndProcess: (string | number)[]): Result<null, Context>;
    countReplicas(key: string, process: string, holdsMs: number): Result<number, Context>;
    renewSlots(key: string, leaseMs: number, ...holders: string[]): Result<null, Context>;
  }
}

/** Limits that all replicas share: one round trip a claim, and one behind the answer to settle it. */
export class RedisLimits implements Limits {
  readonly #redis: Redis;
  /** What tells the holders of this process from those of the others. */
  readonly #processPart = `${randomBytes(8).toString('hex')}-`;
  /** The slots of this process. */
  readonly #held = new Map<string, Set<string>>();
  readonly #renewing: NodeJS.Timeout;
  #isGathering = false;

  readonly #sayingHere: NodeJS.Timeout;
  readonly #replicasKey: string;
  #replicas = 1;

  /** @param replicasOf what they are replicas of */
  constructor(redis: Redis, replicasOf: string) {
    redis.defineCommand('claimLimits', { lua: CLAIM });
    redis.defineCommand('settleLimits', { lua: SETTLE });
    redis.defineCommand('renewSlots', { lua: RENEW, numberOfKeys: 1 });
    redis.defineCommand('countReplicas', { lua: COUNT_REPLICAS, numberOfKeys: 1 });
    this.#redis = redis;
    this.#replicasKey = `replicas:${replicasOf}`;
    redis.on('ready', () => this.#sayHere());
    this.#sayingHere = setInterval(() => this.#sayHere(), SAY_HERE_EVERY_MS).unref();
    this.#renewing = setInterval(() => this.#renew(), RENEW_EVERY_MS).unref();
  }

  async claim(claims: readonly Claim[]): Promise<Claimed> {
    this.#sendTogether();
    const text = await this.#redis.claimLimits(
      claims.length,
      ...claims.map(({ key }) => key),
      JSON.stringify(claims.flatMap((claim) => this.#claimParts(claim))),
      this.#processPart,
    );
    const reply = text.split(' ');
    const claimed = decide(
      claims,
      claims.map((_, index): Usage => ({
        used: Number(reply[index * 3] ?? 0),
        resetMs: Number(reply[index * 3 + 1] ?? 0),
        reserved: Number(reply[index * 3 + 2] ?? 0),
      })),
    );
    if (claimed.isGranted)
      for (const claim of claims) if (claim.kind === 'slot') this.#hold(claim.key, this.#nameOf(claim.holder));
    return claimed;
  }

  async settle(settlements: readonly Settlement[]): Promise<void> {
    for (const settlement of settlements) {
      if (settlement.kind === 'slot') this.#held.get(settlement.key)?.delete(this.#nameOf(settlement.holder));
    }
    this.#sendTogether();
    await this.#redis.settleLimits(
      settlements.length,
      ...settlements.map(({ key }) => key),
      JSON.stringify(settlements.flatMap((settlement) => this.#settlementParts(settlement))),
      this.#processPart,
    );
  }

  /** What requests that came together claim leaves together: a write of its own is the dearest part of a claim. */
  #sendTogether(): void {
    if (this.#isGathering || this.#redis.status !== 'ready') return;
    const { stream } = this.#redis;
    stream.cork();
    this.#isGathering = true;
    setImmediate(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }

  #claimParts(claim: Claim): (string | number)[] {
    switch (claim.kind) {
      case 'window':
        return [claim.kind, claim.limit, amountOf(claim), ttlMilliseconds(claim.windowSeconds), 0];
      case 'slot':
        return [claim.kind, claim.limit, this.#nameOf(claim.holder), SLOT_LEASE_MS, 0];
      case 'purse':
        return [claim.kind, claim.limit, claim.amount, claim.keepSeconds * 1000, claim.spentAtLeast];
    }
  }

  #settlementParts(settlement: Settlement): (string | number)[] {
    switch (settlement.kind) {
      case 'window':
        return [settlement.kind, settlement.by, ttlMilliseconds(settlement.windowSeconds), 0];
      case 'slot':
        return [settlement.kind, this.#nameOf(settlement.holder), 0, 0];
      case 'purse':
        return [settlement.kind, settlement.spent, settlement.keepSeconds * 1000, settlement.reserved];
    }
  }

  /** How many processes, this one among them, shared these limits when that was last known. */
  get replicas(): number {
    return this.#replicas;
  }

  dispose(): void {
    clearInterval(this.#renewing);
    clearInterval(this.#sayingHere);
  }

  #nameOf(holder: number): string {
    return this.#processPart + holder;
  }

  #hold(key: string, holder: string): void {
    const holders = this.#held.get(key);
    if (holders) holders.add(holder);
    else this.#held.set(key, new Set([holder]));
  }

  /** What is not heard now is said again with the next turn. */
  #sayHere(): void {
    this.#redis.countReplicas(this.#replicasKey, this.#processPart, HERE_FOR_MS).then(
      (count) => (this.#replicas = count),
      () => undefined,
    );
  }

  #renew(): void {
    for (const [key, holders] of this.#held) {
      if (holders.size === 0) {
        // Kept till now, because the next request was likely to come; not for good, because keys come and go.
        this.#held.delete(key);
        continue;
      }
      // What cannot be renewed now is renewed with the next turn, two of which fit into a lease.
      this.#redis.renewSlots(key, SLOT_LEASE_MS, ...holders).catch(() => undefined);
    }
  }
}
