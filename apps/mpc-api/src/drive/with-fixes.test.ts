import type { Finding } from '@showrunner/recipes';
import { describe, expect, it } from 'vitest';
import { withFixes } from './with-fixes.ts';

function finding(name: string, more: Partial<Finding> = {}): Finding {
  return { name, ok: true, value: 0, limit: 0, unit: 'times', message: `${name} is right`, severity: 'must', ...more };
}

function fixed(found: Finding, outcome: 'fixed' | 'dropped' | 'replaced' = 'fixed') {
  return { kind: 'fixed', finding: { ...found, ok: false, value: 1, message: 'It was wrong.' }, outcome } as const;
}

describe('what code made right', () => {
  it('stands with the figures that its place has now, and says what was wrong', () => {
    const now = finding('length', { path: 'title', value: 90, limit: 100 });
    expect(withFixes([now], [fixed(now)])).toEqual([{ ...now, outcome: 'fixed', message: 'It was wrong.' }]);
  });

  it('takes the place of the line that says that all is well, one line for each thing', () => {
    const dropped = ['s2', 's4'].map((sceneId) => fixed(finding('repetition', { sceneId, path: 'x' }), 'dropped'));
    const shown = withFixes([finding('repetition'), finding('sources')], dropped);
    expect(shown.map(({ name, sceneId, ok, outcome }) => [name, sceneId, ok, outcome])).toEqual([
      ['repetition', 's2', true, 'dropped'],
      ['repetition', 's4', true, 'dropped'],
      ['sources', undefined, true, undefined],
    ]);
  });

  it('is not said of what still fails', () => {
    const fails = finding('language', { path: 'title', ok: false });
    expect(withFixes([fails], [fixed(fails)])).toEqual([fails]);
  });

  it('names all words that were taken out of one text, whenever that was', () => {
    const taken = (word: string) => fixed(finding('speakable', { path: 'cta', removed: [word] }));
    const [shown] = withFixes([finding('speakable')], [taken('(laughs)'), taken('[music]')]);
    expect(shown?.removed).toEqual(['(laughs)', '[music]']);
  });
});
