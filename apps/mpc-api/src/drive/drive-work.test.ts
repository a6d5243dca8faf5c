import { all, ask, done, newId, now, oneOf, progress, type Ask, type Work } from '@showrunner/recipes';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { driveWork, type World } from './drive-work.ts';
import { noJournal, type Outcome } from './journal/journal.ts';
import { Place } from './journal/place.ts';
import { takeTurns } from './take-turns.ts';
import { UnusableReplyError } from './ask/unusable-reply-error.ts';

function question(part: string) {
  const reply = { form: 'text' } as const;
  return ask<string>({ part, label: part, system: '', prompt: part, reply, maxTokens: 1, temperature: 0 });
}

/** A world in which the model is a function of the part that is asked for. */
function worldOf(model: (part: string) => unknown, changes: Partial<World> = {}): World & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async ask({ part }: Ask) {
      asked.push(part);
      return { value: await model(part) };
    },
    run: () => Promise.reject(new Error('Nothing is run here.')),
    noteFix: () => undefined,
    inTurn: takeTurns(2),
    strategy: 'single',
    tell: undefined,
    journal: noJournal,
    seed: 'seed',
    signal: new AbortController().signal,
    isHalted: () => false,
    ...changes,
  };
}

function drive<Result>(work: Work<Result>, world: World): Promise<Result> {
  return driveWork(work, new Place('0'), world);
}

describe('pieces of work at once', () => {
  test('give their results in their own order, whichever ends first', async () => {
    const world = worldOf((part) => pause({ a: 30, b: 1, c: 10 }[part] ?? 0, part.toUpperCase()));
    expect(await drive(all(['a', 'b', 'c'].map(question)), world)).toEqual(['A', 'B', 'C']);
  });

  test('put no more questions at once than are allowed, however deep they stand', async () => {
    let [underWay, most] = [0, 0];
    const world = worldOf(async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await pause(2);
      underWay -= 1;
    });
    await drive(all([all(['a', 'b', 'c'].map(question)), all(['d', 'e', 'f'].map(question))]), world);
    expect(world.asked).toHaveLength(6);
    expect(most).toBe(2);
  });

  test('begin nothing new when one has failed, and finish what is under way', async () => {
    const ended: string[] = [];
    const world = worldOf(async (part) => {
      await pause(part === 'b' ? 1 : 10);
      ended.push(part);
      if (part === 'b') throw new Error('b failed');
    });
    await expect(drive(all(['a', 'b', 'c', 'd'].map(question)), world)).rejects.toThrow('b failed');
    expect(ended).toEqual(['b', 'a']);
  });

  test('can be gone on from when one fails', async () => {
    function* withSubstitute(): Work<string[]> {
      try {
        return yield* all(['a', 'b'].map(question));
      } catch {
        return [yield* question('c')];
      }
    }
    const world = worldOf((part) => (part === 'b' ? Promise.reject(new Error('no')) : part));
    expect(await drive(withSubstitute(), world)).toEqual(['c']);
  });
});

describe('what came of effects', () => {
  /** Everything that an operation can want of the world, and one answer that cannot be used. */
  function* everything(): Work<unknown[]> {
    yield progress(0, 1, 'Begun');
    const parts = yield* all([question('a'), pair(), done('nothing')]);
    return [...parts, yield* substitute(), yield* newId('scr'), yield* now(), yield* oneOf([1, 2, 3, 4, 5, 6, 7])];
  }

  function* pair(): Work<string> {
    return `${yield* question('b')}${yield* question('c')}`;
  }

  function* substitute(): Work<string> {
    try {
      return yield* question('unusable');
    } catch {
      return yield* question('other');
    }
  }

  const model = (part: string) => {
    if (part === 'unusable') throw new UnusableReplyError(part, 'empty', 'The answer was empty.');
    return part;
  };

  test('is fed again and leads to the same without a question', async () => {
    const kept = new Map<string, Outcome>();
    const journal = {
      read: (place: string) => kept.get(place),
      write: (place: string, outcome: Outcome) => void kept.set(place, outcome),
      safe: () => undefined,
    };
    const first = worldOf(model, { journal });
    const result = await drive(everything(), first);
    expect([...kept.keys()].toSorted()).toEqual(['0/1/0/1', '0/1/1/1', '0/1/1/2', '0/2', '0/3', '0/4', '0/5', '0/6']);

    const stored = new Map(JSON.parse(JSON.stringify([...kept])) as [string, Outcome][]);
    const again = worldOf(model, { journal: { ...journal, read: (place) => stored.get(place) }, seed: 'another' });
    expect(await drive(everything(), again)).toEqual(result);
    expect(again.asked).toEqual([]);
    expect(first.asked).toEqual(['a', 'b', 'c', 'unusable', 'other']);
  });

  test('is asked for again where a provider failed', async () => {
    const kept = new Map<string, Outcome>();
    const journal = {
      read: (place: string) => kept.get(place),
      write: (place: string, outcome: Outcome) => void kept.set(place, outcome),
      safe: () => undefined,
    };
    const broken = worldOf((part) => (part === 'b' ? Promise.reject(new Error('503')) : part), { journal });
    await expect(drive(all([question('a'), question('b')]), broken)).rejects.toThrow('503');
    const whole = worldOf((part) => part, { journal });
    expect(await drive(all([question('a'), question('b')]), whole)).toEqual(['a', 'b']);
    expect(whole.asked).toEqual(['b']);
  });
});

test('chance depends on the seed and the place, not on what happens beside it', async () => {
  const choices = () => all(Array.from({ length: 20 }, () => oneOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])));
  const first = await drive(
    choices(),
    worldOf(() => ''),
  );
  expect(
    await drive(
      choices(),
      worldOf(() => ''),
    ),
  ).toEqual(first);
  expect(
    await drive(
      choices(),
      worldOf(() => '', { seed: 'another' }),
    ),
  ).not.toEqual(first);
  expect(new Set(first).size).toBeGreaterThan(4);
});
