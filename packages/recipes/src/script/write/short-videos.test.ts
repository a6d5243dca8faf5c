import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import type { Ask } from '../../port/effects.ts';
import { readInput } from '../../read-input.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { scriptOperation } from '../kind.ts';

beforeAll(() => loadLanguages(['en']));

const LONG = [
  'Zips close because two rows of small teeth hook into one another, which is why they hold.',
  'The slider presses the teeth together at an angle, creating a strong chain.',
  'The same slider forces them apart on the way back with a small wedge in its middle.',
];

/** What a model is asked for a video of so many seconds, and what becomes of its prose. */
function written(duration: number, prose: string, call: string) {
  const read = readInput(scriptOperation, { prompt: 'How zips close', duration, language: 'en' });
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.issues));
  const model = ({ part, label, begins }: Ask) => {
    if (part === 'check') return 'Yes';
    if (label === 'Writing the narration') return prose;
    return begins?.startsWith('Next time you') === true ? call : '';
  };
  const { result, asks } = answerAsks(scriptOperation.write(read.input, circumstancesOf('staged')), model);
  return { scenes: result.scenes.map(({ narration }) => narration), prompt: asks[0]?.prompt ?? '' };
}

const CALL = 'Next time you zip a coat, watch the slider.';

test('in fifteen seconds long sentences lose what hangs on them, and the call takes the last place', () => {
  const { scenes, prompt } = written(15, LONG.join(' '), CALL);
  expect(prompt).toContain('four short sentences');
  expect(scenes).toEqual([
    'Zips close because two rows of small teeth hook into one another.',
    'The slider presses the teeth together at an angle.',
    CALL,
  ]);
});

test('in a minute they stay whole', () => {
  const { scenes, prompt } = written(60, LONG.join(' '), CALL);
  expect(prompt).not.toContain('four short sentences');
  for (const sentence of LONG.slice(0, 2)) expect(scenes.join(' ')).toContain(sentence);
});
