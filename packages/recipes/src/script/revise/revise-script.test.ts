import { describe, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { readInput } from '../../read-input.ts';
import { circumstancesOf } from '../../testing/answer-asks.ts';
import { perform } from '../../testing/perform.ts';
import { scriptOperation } from '../kind.ts';
import type { ScriptOutput } from '../schema.ts';
import { reviseScriptOperation } from './revise-script.ts';

const operation = reviseScriptOperation(scriptOperation);

const narrations = [
  'A shot of espresso takes about twenty seven seconds, and most of its taste is decided in the first eight.',
  'A pump presses hot water onto packed coffee with nine bars, as much as ninety metres under the sea.',
  'Sour means the water ran too fast. Bitter means that it stayed too long. Change only the grind and try again.',
];

const original = { prompt: 'How espresso works', duration: 25, must_include: ['nine bars'], avoid: ['delve'] };

const base: ScriptOutput = {
  id: 'scr_0',
  title: 'How espresso works',
  hook: narrations[0] ?? '',
  logline: 'What pressure does to coffee.',
  language: 'en',
  scenes: narrations.map((narration, index) => ({
    id: `scene-${index + 1}`,
    role: (['hook', 'point', 'cta'] as const)[index] ?? 'point',
    narration,
    on_screen_text: ['27 seconds', '', ''][index] ?? '',
    visual: ['barista with a timer', 'gauge on steel', 'two cups on oak'][index] ?? '',
    broll: [],
    delivery: { pace: 'normal', emphasis: [] },
    start_seconds: 0,
    end_seconds: 0,
    estimated_seconds: 0,
  })),
  narration: narrations.join('\n\n'),
  cta: 'Pull one tomorrow.',
  claims: [{ text: 'Nine bars.', source_id: null, needs_check: true, checked: false }],
  duration: {
    target: 25,
    estimated: 23,
    method: '',
    rate: { value: 150, unit: 'words/min' },
    tolerance: 0.1,
    within_tolerance: true,
  },
  word_count: 60,
  script: '',
};

function read(body: object) {
  return readInput(operation, { job_id: 'job_1', script: base, original, ...body });
}

function revised(body: object, ...replies: object[]) {
  const begun = read(body);
  if (begun.kind !== 'read') throw new Error(JSON.stringify(begun.issues));
  const played = perform(operation, begun.input, circumstancesOf('single'), (_, count) => replies[count - 1] ?? {});
  const broken = played.failed.filter(({ severity }) => severity !== 'report');
  return { ...played, broken };
}

const patch = (...operations: object[]) => revised({ patch: operations });
const refusal = (...operations: unknown[]) => read({ patch: operations });

describe('a script revised by an instruction', () => {
  const question = 'Why does a shot of espresso taste of its first eight seconds, when it takes about twenty seven?';

  test('changes what the model gives, and is to the letter what it was elsewhere', () => {
    const { output, asks, broken } = revised(
      { instruction: 'Begin with a question.' },
      { changes: [{ part: '/scenes/0/narration', text: question }], removed: [], added: [] },
    );
    expect(broken).toEqual([]);
    expect(asks).toHaveLength(1);
    expect(output).toMatchObject({ revision_of: 'job_1', changed: ['/scenes/0/narration'], hook: question });
    const untimed = { start_seconds: 0, end_seconds: 0, estimated_seconds: 0 };
    const untouched = (scene: Scene) => JSON.stringify({ ...scene, ...untimed });
    expect(output.scenes.slice(1).map(untouched)).toEqual(base.scenes.slice(1).map(untouched));
    expect([output.title, output.cta, output.claims]).toEqual([base.title, base.cta, base.claims]);
    expect(output.narration).toBe([question, ...narrations.slice(1)].join('\n\n'));
    expect(output.word_count).toBeGreaterThan(0);
    expect(output.scenes.at(-1)?.end_seconds).toBe(output.duration.estimated);
  });

  test('lets nothing change but the scenes that are named', () => {
    const { asks } = revised(
      { instruction: 'Shorter.', scene_ids: ['scene-2'] },
      { changes: [{ part: '/scenes/1/on_screen_text', text: 'Nine bars' }] },
    );
    const [question1] = asks;
    expect(question1?.prompt).toContain('Only these may change: /scenes/1/narration, /scenes/1/on_screen_text');
    const schema = question1?.reply.form === 'json' ? question1.reply.schema : undefined;
    expect(schema?.safeParse({ changes: [{ part: '/title', text: 'x' }] }).success).toBe(false);
    expect(schema?.safeParse({ changes: [{ part: '/scenes/1/visual', text: 'x' }] }).success).toBe(true);
  });

  test('has what breaks a promise asked for again, and only that', () => {
    const { output, asks, broken } = revised(
      { instruction: 'Say it in other words.' },
      {
        changes: [
          {
            part: '/scenes/1/narration',
            text: 'A pump presses hot water onto packed coffee, as if deep down in the sea.',
          },
          { part: '/title', text: 'Why espresso takes pressure' },
        ],
        removed: [],
        added: [],
      },
      { changes: [{ part: '/scenes/1/narration', text: `${narrations[1]?.replace('A pump', 'The pump')}` }] },
    );
    expect(asks[1]?.prompt).toContain('has to contain "nine bars"');
    expect(broken).toEqual([]);
    expect(output.changed).toEqual(['/title', '/scenes/1/narration']);
  });

  test('keeps claims with what is spoken: those of which nothing is said go, new figures are listed', () => {
    const { output, broken } = revised(
      { instruction: 'Say how hot it is instead.' },
      {
        changes: [
          {
            part: '/scenes/1/narration',
            text: 'A pump presses hot water onto packed coffee with nine bars, and the water has about ninety three degrees.',
          },
        ],
        removed: [],
        added: [],
      },
    );
    expect(broken).toEqual([]);
    expect(output.claims.map(({ text }) => text)).toEqual([
      'Nine bars.',
      'A pump presses hot water onto packed coffee with nine bars, and the water has about ninety three degrees.',
    ]);
    expect(output.claims[1]).toMatchObject({ source_id: null, needs_check: true, checked: false });
    expect(output.changed).toEqual(['/scenes/1/narration']);
  });

  test('leaves scenes out and puts new ones in, each with an id of its own', () => {
    const added = {
      after: 'scene-1',
      narration: 'It begins with the grinder, which cuts beans so fine that no water simply falls through.',
      on_screen_text: '',
      visual: 'burr grinder',
      query_en: 'coffee grinder',
    };
    const { output } = revised(
      { instruction: 'Replace the last scene by one on grinding.' },
      { changes: [], removed: ['scene-3'], added: [added] },
    );
    expect(output.scenes.map(({ id }) => id)).toEqual(['scene-1', 'scene-4', 'scene-2']);
    expect(output.changed).toEqual(['/scenes/2', '/scenes/1']);
  });

  const nothing = { changes: [], removed: [], added: [] };

  test('that touched nothing is asked for again, in whole, and is no revision when it touches nothing to the end', () => {
    const begun = { instruction: 'Be good.' };
    const { broken, asks } = revised(begun, nothing, nothing, nothing, nothing);
    expect(broken).toMatchObject([{ name: 'instruction_touched', severity: 'must' }]);
    expect(asks[1]?.prompt).toContain('The instruction changed nothing.');
    const second = revised(begun, nothing, { ...nothing, changes: [{ part: '/logline', text: 'Pressure does it.' }] });
    expect([second.output.changed, second.broken]).toEqual([['/logline'], []]);
    const reply = second.asks[1]?.reply;
    expect(reply?.form === 'json' && reply.schema.safeParse({ ...nothing, removed: ['scene-2'] }).success).toBe(true);
    expect(reply?.form === 'json' && reply.schema.safeParse({ changes: [] }).success).toBe(false);
    const same = { ...nothing, changes: [{ part: '/title', text: ` ${base.title} ` }] };
    expect(revised(begun, same, same, same, same).broken).toMatchObject([{ name: 'instruction_touched' }]);
  });

  test('whose every change breaks a promise is no revision, and says which', () => {
    const delving = { ...nothing, changes: [{ part: '/title', text: 'Delve into espresso' }] };
    const { broken } = revised({ instruction: 'Another title.' }, delving, delving, delving, delving);
    expect(broken).toMatchObject([{ name: 'avoid', path: 'title' }]);
  });

  test('keeps the words of the language it is in', async () => {
    await loadLanguages(['de']);
    const german = {
      title: 'Wie Espresso entsteht',
      language: 'de',
      duration: { target: 10 },
      scenes: [
        {
          id: 's1',
          role: 'hook',
          narration:
            'Neun Bar pressen heißes Wasser durch fein gemahlenen Kaffee, und oben sammelt sich die goldene Crema.',
        },
      ],
    };
    const text =
      'Neun Bar pressen kochend heißes Wasser durch fein gemahlenen Kaffee, und oben glänzt die goldene Crema.';
    const begun = readInput(operation, { script: german, instruction: 'Anschaulicher.' });
    if (begun.kind !== 'read') throw new Error('refused');
    const { output } = perform(operation, begun.input, circumstancesOf('single'), () => ({
      changes: [{ part: '/scenes/0/narration', text }],
      removed: [],
      added: [],
    }));
    expect(output).toMatchObject({ language: 'de', narration: text, revision_of: null, duration: { target: 10 } });
  });
});

describe('a script revised by a patch', () => {
  test.each([
    ['replaces', [{ op: 'replace', path: '/scenes/0/on_screen_text', value: 'First' }], ['/scenes/0/on_screen_text']],
    [
      'adds to a list',
      [{ op: 'add', path: '/scenes/1/delivery/emphasis/-', value: 'nine bars' }],
      ['/scenes/1/delivery/emphasis/0'],
    ],
    ['removes', [{ op: 'remove', path: '/scenes/2' }], ['/scenes/2']],
    ['moves', [{ op: 'move', from: '/scenes/2', path: '/scenes/1' }], ['/scenes']],
    ['copies a text', [{ op: 'copy', from: '/scenes/0/visual', path: '/logline' }], ['/logline']],
    [
      'tests before it replaces',
      [
        { op: 'test', path: '/word_count', value: 60 },
        { op: 'replace', path: '/title', value: 'T' },
      ],
      ['/title'],
    ],
    ['replaces by the same', [{ op: 'replace', path: '/title', value: base.title }], []],
    ['checks a claim', [{ op: 'add', path: '/claims/0/checked', value: true }], ['/claims/0/checked']],
  ])('%s', (_, operations, changed) => {
    const { output, asks } = patch(...operations);
    expect(output.changed).toEqual(changed);
    expect(asks).toEqual([]);
  });

  test('edits the hook where the first scene says it', () => {
    const hook = 'Most of the taste of a shot of espresso is decided in the first eight of about twenty seven seconds.';
    const { output } = patch({ op: 'replace', path: '/hook', value: hook });
    expect(output).toMatchObject({ hook, scenes: [{ narration: hook }, {}, {}] });
    expect(output.changed).toEqual(['/hook', '/scenes/0/narration']);
    expect(
      refusal(
        { op: 'replace', path: '/hook', value: 'One.' },
        { op: 'replace', path: '/scenes/0/narration', value: 'Two.' },
      ),
    ).toMatchObject({ kind: 'invalid', issues: [{ path: 'patch' }] });
  });

  test('gives added and copied scenes new ids, and lets the others keep theirs', () => {
    const narration = 'It begins with the grinder, which cuts beans so fine that no water simply falls through.';
    const added = patch({ op: 'add', path: '/scenes/1', value: { id: 'scene-3', narration, role: 'setup' } });
    expect(added.output.scenes.map(({ id }) => id)).toEqual(['scene-1', 'scene-4', 'scene-2', 'scene-3']);
    const copied = patch({ op: 'copy', from: '/scenes/1', path: '/scenes/0' });
    expect(copied.output.scenes.map(({ id }) => id)).toEqual(['scene-4', 'scene-1', 'scene-2', 'scene-3']);
    const moved = patch({ op: 'remove', path: '/scenes/0' }, { op: 'add', path: '/scenes/-', value: base.scenes[0] });
    expect(moved.output.scenes.map(({ id }) => id)).toEqual(['scene-2', 'scene-3', 'scene-1']);
  });

  test.each([
    ['no list', { op: 'replace' }, 'patch'],
    ['an empty list', [], 'patch'],
    ['a text', 'replace', 'patch'],
  ])('is refused as %s', (_, given, path) => {
    expect(read({ patch: given })).toMatchObject({ kind: 'invalid', issues: [{ path }] });
  });

  test.each([
    ['a member that is derived', { op: 'replace', path: '/duration/target', value: 5 }, 'patch[0].path'],
    ['the words as one text', { op: 'replace', path: '/narration', value: 'x' }, 'patch[0].path'],
    ['an id', { op: 'replace', path: '/scenes/0/id', value: 'x' }, 'patch[0].path'],
    ['a time', { op: 'replace', path: '/scenes/0/start_seconds', value: 9 }, 'patch[0].path'],
    ['a member that there is not', { op: 'add', path: '/scenes/0/colour', value: 'red' }, 'patch[0].path'],
    ['the whole', { op: 'replace', path: '', value: {} }, 'patch[0].path'],
    ['what is moved out of a derived member', { op: 'move', from: '/narration', path: '/title' }, 'patch[0].from'],
    ['a claim that is taken away', { op: 'remove', path: '/claims/0' }, 'patch[0].path'],
    ['what fails a test', { op: 'test', path: '/title', value: 'Other' }, 'patch[0].value'],
    ['a place that is not there', { op: 'remove', path: '/scenes/9' }, 'patch[0].path'],
    ['no operation', {}, 'patch[0].path'],
    ['nothing', null, 'patch[0]'],
    ['a prototype', { op: 'add', path: '/scenes/0/__proto__', value: {} }, 'patch[0].path'],
    ['a prototype from elsewhere', { op: 'copy', from: '/constructor', path: '/title' }, 'patch[0].path'],
    [
      'a prototype in a value',
      { op: 'add', path: '/scenes/-', value: JSON.parse('{"narration":"x","delivery":{"prototype":{}}}') },
      'patch[0].path',
    ],
    ['a text that is a number', { op: 'replace', path: '/title', value: 5 }, 'patch[0]'],
    ['a role that there is not', { op: 'replace', path: '/scenes/0/role', value: 'villain' }, 'patch[0]'],
    ['no scene at all', { op: 'replace', path: '/scenes', value: [] }, 'patch[0]'],
    ['too much', { op: 'replace', path: '/title', value: 'x'.repeat(3000) }, 'patch[0]'],
    [
      'too many scenes',
      { op: 'replace', path: '/scenes', value: Array.from({ length: 61 }, () => ({ narration: 'x' })) },
      'patch[0]',
    ],
  ])('is refused for %s', (_, operation_, path) => {
    expect(refusal(operation_)).toMatchObject({ kind: 'invalid', issues: [{ path }] });
  });

  test.each(['/scenes/0/broll', '/scenes'])('is refused where copies of copies of %s grow without end', (from) => {
    const doubling = Array.from({ length: 60 }, () => ({ op: 'copy', from, path: '/scenes/0/broll/-' }));
    expect(refusal(...doubling)).toMatchObject({
      kind: 'invalid',
      issues: [{ reason: expect.stringContaining('more than 1000000 characters') as string }],
    });
  });

  test('is refused whole where one of its operations is', () => {
    expect(refusal({ op: 'replace', path: '/title', value: 'T' }, { op: 'remove', path: '/nothing' })).toMatchObject({
      issues: [{ path: 'patch[1].path' }],
    });
  });

  test('that breaks a promise is found out', () => {
    const { failed } = patch({ op: 'replace', path: '/scenes/1/narration', value: '**We** delve into pressure.' });
    expect(failed.filter(({ severity }) => severity === 'must').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['narration_speakable', 'must_include', 'avoid']),
    );
  });

  test('answers only for what it breaks itself', () => {
    const script = {
      ...base,
      scenes: base.scenes.with(1, { ...(base.scenes[1] as Scene), narration: 'We delve into nine bars.' }),
    };
    const begun = readInput(operation, { script, original, patch: [{ op: 'replace', path: '/title', value: 'T' }] });
    if (begun.kind !== 'read') throw new Error('refused');
    const { failed } = perform(operation, begun.input, circumstancesOf('single'), () => ({}));
    expect(failed.map(({ severity }) => severity)).not.toContain('must');
    expect(failed.map(({ name }) => name)).toContain('avoid');
  });
});

test('a revision says which result and what shall change', () => {
  expect(readInput(operation, { instruction: 'x' })).toMatchObject({ kind: 'missing', issues: [{ path: 'job_id' }] });
  expect(readInput(operation, { script: base })).toMatchObject({ kind: 'missing', issues: [{ path: 'instruction' }] });
  expect(read({ instruction: 'x', patch: [{ op: 'remove', path: '/cta' }] })).toMatchObject({ kind: 'invalid' });
  expect(read({ instruction: 'x', replaces: 'job_2' })).toMatchObject({ issues: [{ path: 'replaces' }] });
});

type Scene = ScriptOutput['scenes'][number];
