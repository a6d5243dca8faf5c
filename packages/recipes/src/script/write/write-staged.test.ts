import { beforeAll, expect, test } from 'vitest';
import { loadLanguages } from '../../language/load-languages.ts';
import { inputFor } from '../../testing/input-for.ts';
import { UNUSABLE_REPLY, type Ask } from '../../port/effects.ts';
import { answerAsks, circumstancesOf } from '../../testing/answer-asks.ts';
import { withoutDanglingWords } from '../../text/phrases/phrase-end.ts';
import { contentStems } from '../../text/substance.ts';
import { scriptOperation } from '../kind.ts';
import type { ScriptInput } from '../schema.ts';

beforeAll(() => loadLanguages(['en', 'de', 'es']));

const LINES = [
  'Nine bars of pressure hide inside that tiny espresso cup on your kitchen counter every single morning.',
  'You order one at the bar, and before you find your coins the cup stands there, hot and black, under a coat of foam.',
  'A pump pushes hot water through a hard puck of coffee, ground almost as fine as powdered sugar. The puck resists, so the flavour comes out in half a minute.',
  'Under that force oils break into drops too small to see. They float between tiny bubbles of gas, and you know the result as golden crema.',
  'Watch your next shot closely. Try a finer grind when it runs too fast.',
];
const PROSE = LINES.join(' ');

function inputOf(body: Record<string, unknown> = {}): ScriptInput {
  return inputFor(scriptOperation, { prompt: 'How espresso works', duration: 45, ...body });
}

/** Writes with prose for the narration, and other texts for what is asked alone; `doubted` is not held true. */
function write(input: ScriptInput, prose: string, alone: (question: Ask) => unknown = () => '', doubted = /(?!)/) {
  let told = 0;
  const written = answerAsks(scriptOperation.write(input, circumstancesOf('staged')), (question) => {
    if (question.part === 'check') return doubted.test(question.prompt) ? 'No' : 'Yes';
    return question.part === 'script' && told++ === 0 ? prose : alone(question);
  });
  return {
    ...written,
    asks: written.asks.filter(({ part }) => part !== 'check'),
    checks: written.asks.filter(({ part }) => part === 'check'),
  };
}

function failedIn(result: Parameters<typeof scriptOperation.check>[0], input: ScriptInput): string[] {
  return scriptOperation
    .check(result, input, circumstancesOf('staged'))
    .filter(({ ok, severity }) => !ok && severity !== 'report')
    .map(({ name }) => name);
}

test('good prose costs one ask: scenes, pictures, screen text and claims are made of it', () => {
  const input = inputOf();
  const { result, asks } = write(input, PROSE);
  expect(asks.map(({ part, reply }) => [part, reply.form])).toEqual([['script', 'text']]);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(PROSE);
  expect(result.scenes.map(({ role }) => role)).toEqual(['hook', 'setup', 'point', 'proof', 'cta']);
  expect(result).toMatchObject({ title: 'How espresso works', cta: 'Try a finer grind when it runs too fast.' });
  expect(failedIn(result, input)).toEqual([]);
  const output = answerAsks(scriptOperation.deliver(result, input, circumstancesOf('staged')), () => '').result;
  expect(output.claims.length).toBeGreaterThan(0);
  expect(output.claims.every((claim) => claim.needs_check)).toBe(true);
});

test('a sentence that the model does not hold true when asked about it alone is left out', () => {
  const { result, checks } = write(inputOf(), PROSE, () => '', /oils break into drops/);
  const said = result.scenes.map(({ narration }) => narration).join(' ');
  expect(said).not.toContain('oils break');
  expect(said).toContain('They float between tiny bubbles');
  expect(checks.every(({ prompt }) => !prompt.includes('Try a finer grind'))).toBe(true);
});

test('a narration of which most is not held true is told a second time, and the better one taken', () => {
  const wrong =
    'Espresso is a bean that grows in ice, and the pump of the machine melts it. The espresso then freezes. ';
  const prose = `${wrong}A barking espresso wakes the cup while ten small hammers beat the beans of it into a thin gold plate. ${LINES[0]} ${wrong.replaceAll('ice', 'snow')}`;
  const { result, asks } = write(
    inputOf(),
    prose,
    ({ part }) => (part === 'script' ? PROSE : ''),
    /grows in|then freezes|hammers/,
  );
  expect(asks.filter(({ part }) => part === 'script')).toHaveLength(2);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(PROSE);
  const alike = write(
    inputOf(),
    prose,
    ({ part }) => (part === 'script' ? wrong : ''),
    /grows in|then freezes|hammers/,
  );
  expect(alike.result.scenes[0]?.narration).toContain(LINES[0]);
  expect(alike.result.scenes[0]?.narration).not.toMatch(/grows in|hammers/);
});

test('a narration that loses sight of its topic is told again of that alone', () => {
  const input = inputOf({ prompt: 'How an espresso machine works' });
  const told = PROSE.replace('A pump', 'The machine has a pump that');
  const { result, asks } = write(input, PROSE, ({ part }) => (part === 'script' ? told : ''));
  const [first, second] = asks.filter(({ part }) => part === 'script');
  expect(first?.prompt).not.toContain('Speak of');
  expect(second?.prompt).toContain('Speak of espresso machine alone');
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toContain('The machine has a pump');
});

test('what follows a sentence that is left out does not go on from it', () => {
  const prose = PROSE.replace('They float', 'Next, they float');
  const { result } = write(inputOf(), prose, () => '', /oils break into drops/);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toContain('They float between tiny bubbles');
});

test('what is to be tried is said once, at the end', () => {
  const prose = [LINES[0], LINES[1], 'Try different beans for another flavour.', ...LINES.slice(2)].join(' ');
  const said = write(inputOf(), prose)
    .result.scenes.map(({ narration }) => narration)
    .join(' ');
  expect(said).not.toContain('Try different beans');
  expect(said).toContain('Try a finer grind');
});

test.each([
  ['a story', { format: 'story' }],
  ['an offer', { format: 'ad' }],
])('nothing of %s is asked about', (_, body) => {
  expect(write(inputOf(body), PROSE).checks).toEqual([]);
});

test('what comes word for word from a source is not asked about', () => {
  const sources = [{ id: 'book', text: LINES[3] }];
  const { checks } = write(inputOf({ sources }), PROSE);
  expect(checks.some(({ prompt }) => prompt.includes('Statement: <<< Under that force'))).toBe(false);
});

test('pictures and screen text are whole phrases of their scene, each once', () => {
  const { scenes } = write(inputOf(), PROSE).result;
  for (const { narration, visual, on_screen_text: caption, broll } of scenes) {
    const shown = visual.replace(
      /^(?:close-up|view from above|side view|detail|wide view|diagram) of |^.* (?:to|on) /i,
      '',
    );
    const said = contentStems(`${narration} How espresso works person`, 'en');
    expect(contentStems(shown.replace(/ing\b/gu, ''), 'en').difference(said)).toEqual(new Set());
    expect(narration.toLowerCase()).toContain(caption.toLowerCase());
    expect(withoutDanglingWords(caption, 'en')).toBe(caption);
    expect(broll[0]?.query_en).not.toBe('');
  }
  for (const texts of [scenes.map(({ visual }) => visual), scenes.map((scene) => scene.on_screen_text)]) {
    const shown = texts.filter((text) => text !== '');
    expect(new Set(shown).size).toBe(shown.length);
  }
});

test('scenes are told while the prose grows, each once, as they stay', () => {
  const { asks, result } = write(inputOf(), PROSE);
  const told: string[] = [];
  for (let length = 0; length <= PROSE.length; length += 7) {
    for (const one of asks[0]?.observe?.(PROSE.slice(0, length)) ?? [])
      if (one.kind === 'event') told.push((one.data as { narration: string }).narration);
  }
  expect(told.length).toBeGreaterThanOrEqual(3);
  expect(told).toEqual(result.scenes.slice(0, told.length).map(({ narration }) => narration));
});

test('our own words, labels, greetings and slips into another script never reach the narration', () => {
  const prose = [
    `Surprising fact: ${LINES[0]}`,
    'The narrator explains the next scene.',
    `Hello! ${LINES[1]}`,
    'In the last sentence, tell the viewer to try it.',
    LINES[2],
    'A cup of 浓郁 coffee.',
    LINES[3],
    LINES[4],
  ].join(' ');
  expect(
    write(inputOf(), prose)
      .result.scenes.map(({ narration }) => narration)
      .join(' '),
  ).toBe(PROSE);
});

test.each([
  ['an article', `# Espresso\n\n- Pressure\n- Water\n- Coffee\n\n1. Grind. 2. Press.`],
  [
    'another language',
    'Neun Bar Druck stecken in dieser kleinen Tasse Espresso, und die Pumpe presst das Wasser durch den Kaffee.',
  ],
  [
    'something else',
    'Cats purr because they are calm. They also purr when they are ill, and nobody knows why they do it.',
  ],
  ['nothing', ''],
])('%s is rejected, and the second try taken', (_, first) => {
  const { result, asks } = write(inputOf(), first, ({ part }) => (part === 'script' ? PROSE : ''));
  expect(asks.map(({ part }) => part)).toEqual(['script', 'script']);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(PROSE);
});

test('a call to action that is missing is asked for alone and closes the video', () => {
  const { result, asks } = write(inputOf(), LINES.slice(0, 4).join(' '), ({ prompt }) =>
    prompt.includes('tell the viewer in one') ? 'Try a finer grind tomorrow morning.' : '',
  );
  expect(asks.map(({ part }) => part).slice(0, 2)).toEqual(['script', 'scenes[4].narration']);
  expect(result.cta).toBe('Try a finer grind tomorrow morning.');
});

const NAMES = '1. Close the gap under the door\n2. Lay a thick rug\n3. **Push a bookcase against the wall**: it helps';

/** What a model says of a list: its names, the hook, each entry by a word of its name, the closing. */
function listModel(answers: {
  readonly names?: readonly string[];
  readonly entries?: Readonly<Record<string, string>>;
}) {
  const names = [...(answers.names ?? [NAMES])];
  return ({ part, prompt, begins }: Ask): string => {
    if (part === 'plan') return names.shift() ?? '';
    if (begins === 'Next time you') return 'Next time you hear the lift, close the gap under your door.';
    return Object.entries(answers.entries ?? ENTRIES).find(([word]) => lastLine(prompt).includes(word))?.[1] ?? '';
  };
}

function lastLine(prompt: string): string {
  return prompt.split('\n').at(-1) ?? '';
}

const ENTRIES: Readonly<Record<string, string>> = {
  'the gap': 'Close the gap under the door with a strip of rubber. It costs five dollars.',
  rug: 'Sound bounces off bare wood. Wool with felt under it swallows the sound of steps.',
  'the wall': 'Push a full bookcase against the wall of your neighbour. Books stop low voices.',
};

test('the entries of a promised list are named first, then each is explained alone and counted aloud', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const { result, asks } = write(input, '', listModel({}));
  expect(asks.slice(0, 4).map(({ part }) => part)).toEqual([
    'plan',
    ...[1, 2, 3].map((scene) => `scenes[${scene}].narration`),
  ]);
  expect(result.scenes.slice(1, 4).map(({ narration }) => narration)).toEqual([
    'First, close the gap under the door with a strip of rubber. It costs five dollars.',
    'Second, lay a thick rug. Sound bounces off bare wood. Wool with felt under it swallows the sound of steps.',
    'Third, push a full bookcase against the wall of your neighbour. Books stop low voices.',
  ]);
  expect(result.scenes[0]?.narration).toBe('Here are three ways to make a flat quieter.');
  expect(result.cta).toBe('Next time you hear the lift, close the gap under your door.');
});

test.each([
  [
    'named first',
    listModel({ entries: { ...ENTRIES, 'the wall': 'Books stop low voices. Push a bookcase against the wall.' } }),
  ],
  ['told as prose', listModel({ names: ['', ''] })],
])('a list whose last entry is advice has a hook before it and a call behind it: %s', (_, model) => {
  const prose =
    'First, close the gap. It costs little. Second, lay a rug. Wool is best. Third, try a bookcase. Fill it with books.';
  const { scenes } = write(inputOf({ prompt: 'Three ways to make a flat quieter', duration: 25 }), prose, model).result;
  expect(scenes[0]?.narration).toMatch(/^Here are three ways to make a flat quieter\./);
  expect(scenes.at(-1)).toMatchObject({
    role: 'cta',
    narration: 'Next time you hear the lift, close the gap under your door.',
  });
  expect(scenes.map(({ narration }) => narration).join(' ')).toMatch(/First.*Second.*Third/);
});

test('an entry shows what it is called', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const [, gap, rug] = write(input, '', listModel({})).result.scenes;
  expect(gap).toMatchObject({ on_screen_text: 'Close the gap under the door' });
  expect(rug).toMatchObject({ on_screen_text: 'Lay a thick rug' });
  expect(rug?.visual).toContain('thick rug');
});

test('what the list of names left out, or named twice, is asked for once more', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const names = [
    '1. Lay a thick rug\n2. Lay a thick wool rug\n3. Buy a small rug',
    '1. Close the gap under the door\n2. Push a bookcase',
  ];
  const { result, asks } = write(input, '', listModel({ names }));
  expect(asks[1]?.prompt).toContain('Lay a thick rug');
  expect(asks[1]?.prompt).toContain('Which 4 of them');
  expect(result.scenes.slice(1, 4).map(({ narration }) => narration.split(',')[0])).toEqual([
    'First',
    'Second',
    'Third',
  ]);
});

test('a name that is not held true makes room for another, and an entry keeps its first sentence', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const names = [`1. Buy a louder clock\n${NAMES.replace(/\d/gu, (number) => String(Number(number) + 1))}`];
  const { result } = write(input, '', listModel({ names }), /Statement: <<< (?:Buy a louder|Third, push)/u);
  const said = result.scenes.map(({ narration }) => narration);
  expect(said.join(' ')).not.toContain('clock');
  expect(said.slice(1, 4).map((text) => text.split(' ', 2).join(' '))).toEqual([
    'First, close',
    'Second, lay',
    'Third, push',
  ]);
});

test('an entry of which nothing is held true makes room for another that was named', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const names = [`${NAMES}\n4. Line the window frame with foam`];
  const entries = { ...ENTRIES, foam: 'Foam fills the cracks of an old frame.' };
  const { result } = write(
    input,
    '',
    listModel({ names, entries }),
    /Statement: <<< (?:Sound bounces|Wool with felt)/u,
  );
  expect(result.scenes.slice(1, 4).map(({ narration }) => narration)).toEqual([
    expect.stringMatching(/^First, close the gap/u),
    expect.stringMatching(/^Second, push a full bookcase/u),
    'Third, line the window frame with foam. Foam fills the cracks of an old frame.',
  ]);
});

test('an entry of which little was said is gone on with', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 45 });
  const more = 'Fold the rug where one steps most, since one thick place swallows more than two thin ones.';
  const { result } = write(input, '', (question) =>
    question.begins === 'Second, lay a thick rug.' && lastLine(question.prompt).includes('rug')
      ? `${question.begins} ${more}`
      : listModel({ entries: { ...ENTRIES, rug: '' } })(question),
  );
  expect(result.scenes[2]?.narration).toBe(`Second, lay a thick rug. ${more}`);
});

test('an entry of which nothing is held true but its name is gone on with, though the list is long enough', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 20 });
  const more = 'Wool with felt under it swallows the sound of steps in every room of the flat.';
  const { result, asks } = write(
    input,
    '',
    (question) =>
      question.begins === 'Second, lay a thick rug.' ? `${question.begins} ${more}` : listModel({})(question),
    /Statement: <<< (?:Sound bounces|Wool with felt under it swallows the sound of steps\.)/u,
  );
  expect(asks.some(({ begins }) => begins === 'Second, lay a thick rug.')).toBe(true);
  expect(result.scenes[2]?.narration).toBe(`Second, lay a thick rug. ${more}`);
});

test('an entry that a small model rewrites stays counted, and says nothing that the others say', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 90 });
  const { result: draft } = write(input, '', listModel({}));
  const failed = scriptOperation.check(draft, input, circumstancesOf('staged')).filter(({ ok }) => !ok);
  const repairedBy = (narration: string) =>
    answerAsks(scriptOperation.repair(draft, failed, input, circumstancesOf('staged')), ({ part }) =>
      part.endsWith('narration') ? narration : '',
    ).result.scenes.map((scene) => scene.narration);
  const said = draft.scenes.map(({ narration }) => narration);
  expect(repairedBy('Next, seal every gap of the old wooden frame with soft tape from the shop.')).toEqual(said);
  expect(repairedBy('Books stop low voices. Rubber costs five dollars.')).toEqual(said);
});

test('a list without a call is asked for one until there is one, and no addition parts its entries', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 45 });
  const comment = 'Tell me in the comments which gap of your flat was the loudest.';
  const { result } = write(input, '', (question) => {
    if (question.begins === 'Next time you') return 'Next time you hear it, it is a sign of thin walls.';
    if (question.begins === 'Tell me in the comments') return comment;
    return listModel({ entries: { ...ENTRIES, rug: '' } })(question);
  });
  expect(result.cta).toBe(comment);
  expect(result.scenes.map(({ role }) => role)).toEqual(['hook', 'point', 'point', 'point', 'cta']);
});

test('the call of a list says its topic no second time', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 45 });
  const { result } = write(input, '', (question) =>
    question.begins === 'Tell me in the comments which of these three ways'
      ? 'Tell me in the comments which of these three ways to make a flat quieter you would try first.'
      : listModel({})(question),
  );
  expect(result.cta).toBe('Tell me in the comments which of these three ways you would try first.');
});

test('news begin with what their source says, and not with what announces it', () => {
  const sources = [{ id: 'city', text: 'The old bridge reopens on 14 June after 26 months of repairs.' }];
  const input = inputOf({ prompt: 'The old bridge reopens after two years of repairs', format: 'news', sources });
  const prose =
    'The old bridge reopens after two years of repairs. People waited on both sides of the river and cheered as the barriers went up. Walk across the bridge this weekend.';
  expect(write(input, prose).result.scenes[0]?.narration).toBe(
    'The old bridge reopens on 14 June after 26 months of repairs.',
  );
});

test('what announces an explanation is no part of it', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const entries = {
    ...ENTRIES,
    rug: 'Here’s the explanation of laying a thick rug: To lay a thick rug swallows the sound of steps.',
  };
  const { result } = write(input, '', listModel({ entries }));
  expect(result.scenes[2]?.narration).toBe('Second, to lay a thick rug swallows the sound of steps.');
});

test('an explanation that counts on to the next entry ends before it', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const entries = { ...ENTRIES, rug: 'Lay a thick rug of wool on the bare floor. Third, hang a curtain.' };
  const { result } = write(input, '', listModel({ entries }));
  expect(result.scenes[2]?.narration).toBe('Second, lay a thick rug of wool on the bare floor.');
});

test('a list that nothing is said about opens with its topic', () => {
  const input = inputOf({ prompt: 'Three ways to make a flat quieter', duration: 40 });
  const { result } = write(input, '', (question) =>
    question.prompt.includes('why this matters') ? '' : listModel({})(question),
  );
  expect(result.scenes[0]?.narration).toBe('Here are three ways to make a flat quieter.');
});

const GERMAN = { prompt: 'Drei Wege zu einer leiseren Wohnung', language: 'de', duration: 40 } as const;
const GERMAN_ENTRIES: Readonly<Record<string, string>> = {
  First: 'Erstens, klebe eine Dichtung aus Gummi unter die Tür deiner Wohnung. Sie kostet fünf Euro.',
  Second: 'Zweitens, lege einen dicken Teppich mit Filz auf den Boden. Wolle schluckt den Schall.',
  Third: 'Drittens, schiebe ein volles Regal an die Wand zum Nachbarn.',
};

function germanAlone({ prompt, reply }: Ask): unknown {
  if (reply.form === 'json')
    return Object.fromEntries(
      Object.keys(reply.schema.toJSONSchema().properties ?? {}).map((name) => [name, `a rug, ${name}`]),
    );
  return GERMAN_ENTRIES[/Begin with "(\w+), "/.exec(prompt)?.[1] ?? ''] ?? '';
}

test('in other languages entries are counted in the prose, and one that was left out is asked for alone', () => {
  const prose = [
    'Der Schall findet in deiner Wohnung den kleinsten Spalt.',
    GERMAN_ENTRIES.First,
    GERMAN_ENTRIES.Second,
    'Probiere es noch heute Abend an deiner Tür aus.',
  ];
  const { result, asks } = write(inputOf(GERMAN), prose.join(' '), germanAlone);
  expect(asks[0]?.prompt).toContain('First, … Second, … Third, …');
  expect(asks[1]?.prompt).toContain('Begin with "Third, "');
  expect(result.scenes.slice(1, 4).map(({ narration }) => narration.split(',')[0])).toEqual([
    'Erstens',
    'Zweitens',
    'Drittens',
  ]);
});

test('in other languages an essay in place of a list keeps its first sentence, and each entry is asked for alone', () => {
  const prose = 'Deine Wohnung ist laut. Vorhänge helfen der Wohnung. Auch Teppiche helfen der Wohnung sehr.';
  const { result } = write(inputOf(GERMAN), prose, germanAlone);
  expect(result.scenes[0]?.narration).toBe('Deine Wohnung ist laut.');
  expect(result.scenes.slice(1, 4).map(({ narration }) => narration)).toEqual(Object.values(GERMAN_ENTRIES));
});

test('what our questions are worded like is no part of what is said', () => {
  const prose = [
    ...LINES.slice(0, 3),
    'Please provide the remaining details of what you would like me to include in the video.',
    "I'm surprised you found this topic so interesting!",
    `Another interesting fact is that ${LINES[3]?.charAt(0).toLowerCase()}${LINES[3]?.slice(1)}`,
    'One thing you can do to have more crema is to check the grind before your next cup.',
  ];
  const { result } = write(inputOf(), prose.join(' '));
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(
    [...LINES.slice(0, 4), 'Check the grind before your next cup.'].join(' '),
  );
  expect(result.cta).toBe('Check the grind before your next cup.');
});

test('figures of sources that were not spoken are said in the source’s own sentence, with its id', () => {
  const sources = [
    { id: 'city', title: 'Statement', text: 'The work cost 38 million euros. It was planned for longer.' },
  ];
  const input = inputOf({ prompt: 'The old bridge reopens', format: 'news', sources });
  const prose =
    'The old bridge is open again, and the first cars crossed it this morning. People waited on both sides of the river and cheered as the barriers went up. Walk across the bridge this weekend.';
  const { result } = write(input, prose);
  expect(result.scenes[1]?.narration).toContain('The work cost 38 million euros.');
  const fixed = answerAsks(
    scriptOperation.repair(
      result,
      scriptOperation.check(result, input, circumstancesOf('staged')).filter(({ ok }) => !ok),
      input,
      circumstancesOf('staged'),
    ),
    () => '',
  ).result;
  expect(fixed.claims).toContainEqual({ text: 'The work cost 38 million euros.', source_id: 'city' });
});

test('what is said beyond the sources has no figures', () => {
  const sources = [{ id: 'city', title: 'Statement', text: 'Workers replaced 1,200 rivets by hand.' }];
  const input = inputOf({ prompt: 'The old bridge reopens', format: 'news', sources });
  const { result } = write(input, 'The old bridge is open again. Workers replaced 1,200 rivets by hand.', ({ part }) =>
    part === 'questions' ? 'How long did the workers stay?' : 'The crew of the bridge stayed on site for 1,200 hours.',
  );
  expect(result.scenes.map(({ narration }) => narration).join(' ')).not.toContain('hours');
});

test('a script that is short is gone on with, never with what was said before', () => {
  const short = [LINES[0], LINES[2], LINES[4]].join(' ');
  const addition = 'Two thin streams of brown espresso fall into the warm porcelain below the steel spout.';
  const { result } = write(inputOf(), short, () => addition);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toContain(addition);
  const repeated = write(inputOf(), short, () => 'A pump pushes hot water through a hard puck of coffee.');
  expect(repeated.result.scenes.map(({ narration }) => narration).join(' ')).toBe(short);
});

test('what a narration is gone on with is held to its topic, and has no padding, no call and no question without an answer', () => {
  const short = [LINES[0], LINES[2], LINES[4]].join(' ');
  const said = [LINES[0], LINES[2]].join(' ');
  const added = 'The espresso then falls into the warm cup in two thin brown streams.';
  const padding = [
    'Additionally, the coffee is dense, because the pump never stops pushing.',
    'It also helps to clean the kitchen.',
    'Try another bean.',
    'Remember, espresso is strong.',
    'But why?',
  ];
  const { result, asks } = write(inputOf(), short, ({ begins }) =>
    begins === said ? `${said} ${added} ${padding.join(' ')}` : '',
  );
  expect(asks.find(({ begins }) => begins === said)?.prompt).toContain('Say in about');
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(
    [said, added, 'The coffee is dense, because the pump never stops pushing.', LINES[4]].join(' '),
  );
  const elsewhere = write(inputOf(), short, ({ begins }) => (begins === said ? `${said} Dogs bark at night.` : ''));
  expect(elsewhere.result.scenes.map(({ narration }) => narration).join(' ')).toBe(short);
});

test('a model that has nothing to go on with leaves what was said', () => {
  const short = [LINES[0], LINES[2], LINES[4]].join(' ');
  const { result, asks } = write(inputOf(), short, ({ begins }) => {
    if (begins?.startsWith('Nine bars') !== true) return '';
    const nothing = new Error('The answer was empty.');
    nothing.name = UNUSABLE_REPLY;
    throw nothing;
  });
  expect(asks.some(({ begins }) => begins?.endsWith('This happens because'))).toBe(true);
  expect(result.scenes.map(({ narration }) => narration).join(' ')).toBe(short);
});

test('a closing call of the topic comes before one that is only of the video', () => {
  const prose = LINES.slice(0, 4).join(' ');
  const { result } = write(inputOf(), prose, ({ begins }) => {
    if (begins === 'Next time you') return 'Next time you sit on your kitchen counter, bring a cup.';
    return begins === 'If you' ? 'If you order an espresso tomorrow, watch its golden crema.' : '';
  });
  expect(result.cta).toBe('If you order an espresso tomorrow, watch its golden crema.');
});

test.each(['Try it.', 'Provide them with plenty of attention.'])('%s is asked for anew', (weak) => {
  const prose = [...LINES.slice(0, 4), weak].join(' ');
  const { result } = write(inputOf(), prose, ({ begins }) =>
    begins === 'Next time you' ? 'Next time you order an espresso, watch its golden crema.' : '',
  );
  expect(result.cta).toBe('Next time you order an espresso, watch its golden crema.');
  expect(result.scenes.map(({ narration }) => narration).join(' ')).not.toContain(weak);
});

test('a script that is short answers questions that viewers still have, each once', () => {
  const short = [LINES[0], LINES[2], LINES[4]].join(' ');
  const answers: Readonly<Record<string, string>> = {
    'Why does it foam?': 'Gas from fresh beans forms tiny bubbles that carry brown oil to the surface.',
    'How long does it take?':
      'Two thin streams of brown syrup fall into the warm porcelain below the steel spout while the pump hums.',
    'Is it strong?': 'Yes, the small cup holds more caffeine in each sip than any filter coffee.',
  };
  const { asks, result } = write(inputOf(), short, ({ part, prompt }) => {
    if (part === 'questions') return Object.keys(answers).join('\n');
    return Object.entries(answers).find(([question]) => lastLine(prompt).includes(question))?.[1] ?? '';
  });
  expect(asks.filter(({ part }) => part === 'questions')).toHaveLength(1);
  const said = result.scenes.map(({ narration }) => narration).join(' ');
  for (const [question, answer] of Object.entries(answers)) {
    expect(said).toContain(answer.replace('Yes, the', 'The'));
    expect(said).not.toContain(question);
  }
  expect(result.scenes.map(({ role }) => role).slice(1, -1)).toContain('point');
});

test('a story that is short is told on, begun for', () => {
  const input = inputOf({ prompt: 'The night our train got stuck in the snow', format: 'story' });
  const prose =
    'Our train stopped in the snow at midnight, somewhere between two villages. Nobody in the carriage spoke for an hour.';
  const { asks } = write(input, prose);
  const begun = asks.flatMap(({ begins }) => begins ?? []);
  expect(begun).toContain(prose);
  expect(begun).toContain(`${prose} After a while,`);
});

test.each(['Today, we learn how espresso is made.', 'Next time you see a cat purr, it is a sign of joy.', 'Try it.'])(
  '%s is no call to action',
  (closing) => {
    const { result } = write(inputOf(), LINES.slice(0, 4).join(' '), ({ begins }) =>
      begins === undefined || begins.startsWith('Nine bars') ? '' : closing,
    );
    expect(result.cta).not.toBe(closing);
  },
);

test('long scripts are planned first and spoken a minute at a time, each stretch with what was said last', () => {
  const input = inputOf({ duration: 200 });
  const plan = Array.from({ length: 12 }, (_, at) => `${at + 1}. Point number ${at} of it`).join('\n');
  const { asks } = answerAsks(scriptOperation.write(input, circumstancesOf('staged')), ({ part }) =>
    part === 'plan' ? plan : PROSE,
  );
  expect(asks.slice(0, 2).map(({ part }) => part)).toEqual(['plan', 'script']);
  expect(asks[2]?.prompt).toContain('Said so far');
});

test.each([
  ['one stretch of many may be short: what it lacks is asked for', 200, 1],
  ['the only stretch has to be a script', 45, 3],
])('%s', (_, duration, leastSentences) => {
  const written = scriptOperation.write(inputOf({ duration }), circumstancesOf('staged'));
  const { asks } = answerAsks(written, ({ part }) => (part === 'plan' ? 'Points of it' : PROSE));
  const narrations = asks.filter(({ label }) => label === 'Writing the narration');
  expect(narrations.map(({ reply }) => reply)).toEqual(
    narrations.map(() => expect.objectContaining({ leastSentences })),
  );
});

test('other languages keep their asks for pictures, which are searched in English', () => {
  const input = inputOf({ prompt: 'Cómo funciona el café espresso', language: 'es' });
  const prose =
    'El espresso pasa por el café con mucha presión. La bomba empuja el agua caliente por un disco de café molido muy fino. En veinticinco segundos cae en la taza con una crema dorada que no tiene ningún otro café. Prueba mañana una molienda más fina.';
  const { asks } = answerAsks(scriptOperation.write(input, circumstancesOf('staged')), (question) =>
    question.reply.form === 'text'
      ? prose
      : Object.fromEntries(
          Object.keys(question.reply.schema.toJSONSchema().properties ?? {}).map((name) => [name, `a pump, ${name}`]),
        ),
  );
  expect(asks.some(({ part }) => part.endsWith('.visual'))).toBe(true);
});
