import type { Logger } from '@showrunner/service';
import { isHeardByOthers, type SharedState } from '@showrunner/store';
import type { Entities } from '../stored/entities/entities.ts';
import type { EntityName } from '../stored/entities/entity-writer.ts';

/** A change is known everywhere a second later where what replicas share tells of it, and else within five. */
const LOOK_EVERY_MS = 400;
const READ_EVERY_MS = 2_000;
/** Clocks of replicas differ, and what is written first may be seen last. */
const OVERLAP_MS = 30_000;
const COUNTER = 'entities:changes';

export interface WatchOptions {
  readonly entities: Entities;
  /** Where replicas tell one another that there is something to read. */
  readonly shared: () => SharedState;
  /** Told what others changed, and once more what was changed here. */
  readonly onChange: (changed: readonly EntityName[]) => void;
  /** Told whenever all is known that was changed until then. */
  readonly onHeard?: () => void;
  /** Whether anything is remembered that could be out of date. */
  readonly isNeeded: () => boolean;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Hears of what other processes change in what is managed. */
export function watchChanges({ entities, shared, onChange, onHeard, isNeeded, logger }: WatchOptions): {
  stop(): void;
} {
  let known = new Set<string>();
  let isLooking = false;
  let readAt = -Infinity;
  let counted: string | undefined;
  /** Until when all that was changed is known, in milliseconds since 1970. */
  let readUntil = Date.now();
  entities.onChange(() => {
    if (isHeardByOthers(shared()))
      shared()
        .increment(COUNTER)
        .catch(() => undefined);
  });
  const read = async (): Promise<void> => {
    readAt = performance.now();
    const now = Date.now();
    const changes = await entities.changesSince(readUntil - OVERLAP_MS);
    readUntil = now;
    const news = changes.filter(({ id }) => !known.has(id)).map(({ name }) => name);
    known = new Set(changes.map(({ id }) => id));
    if (news.length > 0) onChange(news);
    onHeard?.();
  };
  const look = async (): Promise<void> => {
    if (isLooking || !isNeeded()) return;
    isLooking = true;
    try {
      const count = isHeardByOthers(shared()) ? await shared().get(COUNTER) : undefined;
      const isTold = count !== counted;
      counted = count;
      if (isTold || performance.now() - readAt >= READ_EVERY_MS) await read();
    } catch (error) {
      logger.warn({ error: String(error) }, 'changes of keys and teams cannot be read now');
    }
    isLooking = false;
  };
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return { stop: () => clearInterval(timer) };
}
