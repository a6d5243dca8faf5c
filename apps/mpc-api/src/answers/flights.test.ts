import { describe, expect, it } from 'vitest';
import type { GenerationEvent } from '../drive/variant.ts';
import { Flights, type Running } from './flights.ts';

const patient = () => new AbortController().signal;
const progress = (done: number): GenerationEvent => ({ kind: 'progress', done, total: 3, label: '' });

describe('identical requests at the same time', () => {
  it('share one piece of work and its events, those told before joining too', async () => {
    const flights = new Flights<string>();
    const work = Promise.withResolvers<string>();
    let running: Running | undefined;
    let starts = 0;
    const start = (given: Running) => {
      starts += 1;
      running = given;
      return work.promise;
    };
    const heard: GenerationEvent[] = [];
    const first = flights.board('key', start).join(patient());
    running?.tell(progress(1));
    const second = flights.board('key', start).join(patient(), (event) => heard.push(event));
    running?.tell(progress(2));
    work.resolve('script');
    expect(await Promise.all([first, second])).toEqual(['script', 'script']);
    expect(heard).toEqual([progress(1), progress(2)]);
    expect(starts).toBe(1);
  });

  it('stop the work only when the last of them has gone', async () => {
    const flights = new Flights<string>();
    let signal: AbortSignal | undefined;
    const start = (running: Running) => {
      ({ signal } = running);
      return new Promise<string>(() => undefined);
    };
    const [one, two] = [new AbortController(), new AbortController()];
    const first = flights.board('key', start).join(one.signal);
    const second = flights.board('key', start).join(two.signal);
    one.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect(signal?.aborted).toBe(false);
    two.abort(new Error('also gone'));
    await expect(second).rejects.toThrow('also gone');
    expect(signal?.aborted).toBe(true);
  });

  it('begin anew after a failure, after an end and after a stop', async () => {
    const flights = new Flights<number>();
    let starts = 0;
    const start = async () => {
      starts += 1;
      if (starts === 1) throw new Error('provider failed');
      return starts;
    };
    await expect(flights.board('key', start).join(patient())).rejects.toThrow('provider failed');
    expect(await flights.board('key', start).join(patient())).toBe(2);
    expect(await flights.board('key', start).join(patient())).toBe(3);
  });

  it('without a key share nothing', async () => {
    const flights = new Flights<number>();
    let starts = 0;
    const start = async () => (starts += 1);
    const both = [flights.board(undefined, start).join(patient()), flights.board(undefined, start).join(patient())];
    expect(await Promise.all(both)).toEqual([1, 2]);
  });
});
