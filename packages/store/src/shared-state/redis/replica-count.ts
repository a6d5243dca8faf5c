import type { Result } from 'ioredis';
import type { RedisClient } from './redis-client.ts';

/** How often a replica says that it is there, and how long that holds. */
const SAY_HERE_EVERY_MS = 2_000;
/**
 * One that a busy machine keeps from speaking is still one: taken for gone, it would have its part given out by the others
 * once Redis goes away. What is taken for there and is not, leaves a part ungiven for so long.
 */
const HERE_FOR_MS = 30_000;
/** As many answers as come while a word holds: the greatest of them counts. */
const ANSWERS_THAT_COUNT = HERE_FOR_MS / SAY_HERE_EVERY_MS;

/** Counts who has said of late that they are there, and tells how many. */
const COUNT_REPLICAS = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    countReplicas(key: string, process: string, holdsMs: number): Result<number, Context>;
  }
}

/**
 * How many processes share a Redis. Once it is away each gives out its part by that number, so it errs to the great side: a
 * word holds for long, one that leaves takes its own back, and of the last answers the greatest counts, because a Redis that
 * has forgotten hears the first of them before the others.
 */
export class ReplicaCount {
  readonly #redis: RedisClient;
  readonly #key: string;
  readonly #process: string;
  readonly #saying: NodeJS.Timeout;
  #answers: number[] = [];
  #isDisposed = false;

  /**
   * @param replicasOf what they are replicas of
   * @param process how this one is told from the others
   */
  constructor(redis: RedisClient, replicasOf: string, process: string) {
    redis.defineCommand('countReplicas', { lua: COUNT_REPLICAS, numberOfKeys: 1 });
    this.#redis = redis;
    this.#key = `replicas:${replicasOf}`;
    this.#process = process;
    redis.on('ready', () => void this.sayHere());
    this.#saying = setInterval(() => void this.sayHere(), SAY_HERE_EVERY_MS).unref();
  }

  /** This one among them; 1 before Redis has told. */
  get value(): number {
    return Math.max(1, ...this.#answers);
  }

  /** Ends with the answer, however late it comes; what is not heard now is said again with the next turn. */
  async sayHere(): Promise<void> {
    if (this.#isDisposed) return;
    try {
      const count = await this.#redis.countReplicas(this.#key, this.#process, HERE_FOR_MS);
      this.#answers = [...this.#answers.slice(1 - ANSWERS_THAT_COUNT), count];
    } catch {
      // Whether Redis is there is told by those who need it.
    }
  }

  /** Takes its word back: from now on the others count without it. */
  async leave(): Promise<void> {
    this.#isDisposed = true;
    clearInterval(this.#saying);
    if (this.#redis.status === 'ready') await this.#redis.zrem(this.#key, this.#process).catch(() => undefined);
  }
}
