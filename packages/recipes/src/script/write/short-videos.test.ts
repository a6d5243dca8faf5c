import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import type { Ask } from '../../port/effects.ts';
import { inputFor } from '../../testing/input-for.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { perform } from '../../testing/perform.ts';
import { scriptOperation } from '../kind.ts';

beforeAll(() => loadLanguages(['en']));

const LONG = [
  'Zips close because two rows of small teeth hook into one another, which is why they hold.',
  'The slider presses the teeth together at an angle, creating a strong chain.',
  'The same slider forces them apart on the way back with a small wedge in its middle.',
];

/** What a model is asked for a video of so many seconds, and what becomes of its prose. */
function written(duration: number, prose: string, call: string) {
  const input = inputFor(scriptOperation, { prompt: 'How zips close', duration, language: 'en' });
  const model = ({ part, label, begins }: Ask) => {
    if (part === 'check') return 'Yes';
    if (label === 'Writing the narration') return prose;
    return begins?.startsWith('Next time you') === true ? call : '';
  };
  const { result, asks } = answerAsks(scriptOperation.write(input, circumstancesOf('staged')), model);
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

test('a call that comes back from a repair as a statement stays the call', () => {
  const input = inputFor(scriptOperation, { prompt: 'How zips close', duration: 15, language: 'en' });
  const call = 'Next time you zip a coat, watch how the slider presses its teeth together on the way up to your chin.';
  const prose = [LONG[0], LONG[1], LONG[2]].join(' ');
  const { output, asks } = perform(
    scriptOperation,
    input,
    circumstancesOf('staged'),
    ({ part, label, begins }: Ask) => {
      if (part === 'check') return 'Yes';
      if (label === 'Writing the narration') return prose;
      if (label.startsWith('Rewriting')) return 'As you zip a coat, the slider presses its teeth together.';
      return begins?.startsWith('Next time you') === true ? call : '';
    },
  );
  expect(asks.some(({ label }) => label.startsWith('Rewriting'))).toBe(true);
  expect(output.scenes.at(-1)?.narration).toBe(call);
});

test('what a source says grows no longer in a repair', () => {
  const text = 'The bridge reopens on 14 June after 26 months of repairs.';
  const sources = [{ id: 'council', text }];
  const body = { prompt: 'The bridge reopens', format: 'news', duration: 40, language: 'en', sources };
  const input = inputFor(scriptOperation, body);
  const prose =
    'The bridge reopens. The city is glad that the bridge carries cars and people again. Visit the bridge soon.';
  const { output } = perform(scriptOperation, input, circumstancesOf('staged'), ({ part, label }: Ask) => {
    if (part === 'check') return 'Yes';
    if (label === 'Writing the narration') return prose;
    return label.startsWith('Rewriting') ? `After it: ${text} It was long.` : '';
  });
  expect(output.narration).toContain(text);
  expect(output.narration).not.toContain('After it');
});
