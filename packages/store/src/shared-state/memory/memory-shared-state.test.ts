import { describe, expect, test } from 'vitest';
import { createMemorySharedState } from './memory-shared-state.ts';
import { sharedStateConformance } from '../shared-state.conformance.ts';

describe('shared state in memory', () => {
  sharedStateConformance(async () => createMemorySharedState());

  test('lets the least recently used entries go when its bytes are spent', async () => {
    const state = createMemorySharedState({ maxBytes: 10_000 });
    await state.set('kept', 'x'.repeat(2_000));
    await state.set('idle', 'x'.repeat(2_000));
    for (let index = 0; index < 3; index += 1) {
      await state.set(`new ${index}`, 'x'.repeat(2_000));
      await state.get('kept');
    }
    expect(await state.get('idle')).toBeUndefined();
    expect(await state.get('kept')).toHaveLength(2_000);
  });

  test('a value larger than the bound is not kept and does not empty the rest beyond need', async () => {
    const state = createMemorySharedState({ maxBytes: 5_000 });
    await state.set('huge', 'x'.repeat(6_000));
    expect(await state.get('huge')).toBeUndefined();
    await state.set('small', 'x');
    expect(await state.get('small')).toBe('x');
  });

  test('gives bytes back when entries expire, are replaced and deleted', async () => {
    const state = createMemorySharedState({ maxBytes: 3_000 });
    for (let round = 0; round < 50; round += 1) {
      await state.set('replaced', 'x'.repeat(900));
      await state.set('deleted', 'x'.repeat(900));
      await state.delete('deleted');
    }
    expect(await state.get('replaced')).toHaveLength(900);
  });

  test('an entry made from a small Buffer does not keep the pool that it came from', async () => {
    const state = createMemorySharedState();
    const given = Buffer.from('small');
    await state.set('small', given);
    given.fill(0);
    const kept = await state.getBytes('small');
    expect(Buffer.from(kept ?? []).toString()).toBe('small');
    expect(kept?.buffer.byteLength).toBe(kept?.byteLength);
  });
});
