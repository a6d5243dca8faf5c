import afterwriting from 'aw-parser';
import fc from 'fast-check';
import { Fountain } from 'fountain-js';
import { beforeAll, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { inOneLine } from '../plain-text.ts';
import type { ExportScript } from '../source.ts';
import { anyScript, withoutSpace, prepareWorld } from '../testing/arbitrary-script.ts';
import { fountain } from './fountain.ts';

beforeAll(prepareWorld);

/** What a parser made of a file. */
interface Read {
  readonly title: string;
  readonly scenes: number;
  readonly actions: readonly string[];
  readonly dialogue: readonly string[];
  readonly characters: readonly string[];
  /** Elements that a script of ours never has. */
  readonly others: readonly string[];
}

interface Token {
  readonly type: string;
  readonly text?: string;
}

const EXPECTED = new Set([
  'title',
  'scene_heading',
  'action',
  'character',
  'dialogue',
  'separator',
  'dialogue_begin',
  'dialogue_end',
  'spaces',
]);

function readingOf(tokens: readonly Token[]): Read {
  const of = (type: string) =>
    tokens.filter((token) => token.type === type).map(({ text = '' }) => text.replace(/\\(.)/gu, '$1'));
  return {
    title: of('title').join(' '),
    scenes: of('scene_heading').length,
    actions: of('action'),
    dialogue: of('dialogue'),
    characters: of('character'),
    others: tokens.map(({ type }) => type).filter((type) => !EXPECTED.has(type)),
  };
}

/** As Afterwriting reads it, with everything printed but notes, which swallow the rest of a script that opens one. */
function readByAfterwriting(text: string): Read {
  const settings = {
    print_actions: true,
    print_headers: true,
    print_dialogues: true,
    print_sections: true,
    print_synopsis: true,
  };
  const { title_page: titlePage, tokens } = afterwriting.parser.parse(text, settings);
  return readingOf([...titlePage, ...tokens]);
}

function readByFountainJs(text: string): Read {
  return readingOf(new Fountain().parse(text, true).tokens);
}

/** What both parsers find in a script's file, white space left out. */
function foundIn({ title = '', scenes }: ExportScript): object[] {
  const { text } = exportScript(fountain, { title, scenes });
  return [readByFountainJs(text), readByAfterwriting(text)].map((read) => ({
    title: withoutSpace(read.title),
    scenes: read.scenes,
    visuals: read.actions.map(withoutSpace).filter((action) => !action.startsWith('Onscreen:')),
    dialogue: withoutSpace(read.dialogue.join(' ')),
    others: read.others,
  }));
}

/** What is to be found, twice. */
function intact({ title = '', scenes }: ExportScript): object[] {
  const found = {
    title: withoutSpace(title),
    scenes: scenes.length,
    visuals: scenes.map(({ visual = '' }) => withoutSpace(visual)).filter((visual) => visual !== ''),
    dialogue: withoutSpace(scenes.map((scene) => scene.narration ?? '').join(' ')),
    others: [],
  };
  return [found, found];
}

it.each([
  'CLOSE ON CUP',
  'INT. is short for interior',
  '.5 mm nozzle',
  '...and then',
  '> cut',
  '> centred <',
  '# one',
  '= x',
  '===',
  '~la',
  '!wow',
  '@someone',
  'FADE OUT.',
  'WE CUT TO:',
  'CUT TO: a cup',
  '/* x',
  'x */',
  '[[y',
  'y]] [[[z]]]',
  '**bold** and _under_',
  'C:\\temp\\*',
  '旁白：特写',
  'ИНТ. КУХНЯ - ДЕНЬ',
  '(whispers)',
  'Title: no title page',
])('takes %j for what it is, seen, spoken and in the title', (text) => {
  const next = { visual: 'Next.', narration: 'Next.' };
  for (const script of [
    { title: 'T', scenes: [{ visual: text, narration: text }, next] },
    { scenes: [{ visual: text, narration: text }, next] },
    { title: text, scenes: [next] },
  ])
    expect(foundIn(script)).toEqual(intact(script));
});

it.each(['/* x', '[[y', '**', '(whispers)', '~la', 'one\n\ntwo', '(aside) and (more)', '^'])(
  'speaks %j',
  (narration) => {
    const script = { scenes: [{ narration }, { narration: `${narration} */ ]]` }] };
    expect(foundIn(script)).toEqual(intact(script));
  },
);

it('has a title with a colon, and speakers of any script', () => {
  const scenes = [
    { narration: '你好。', speaker: '旁白' },
    { narration: 'Hi.', speaker: 'McCLANE (V.O.)^' },
    { narration: 'x' },
  ];
  const { text } = exportScript(fountain, { title: 'Kaffee: Source: die Wahrheit', scenes });
  for (const read of [readByFountainJs(text), readByAfterwriting(text)]) {
    expect(read.title).toBe('Kaffee: Source: die Wahrheit');
    expect(read.characters).toEqual(['旁白', 'McCLANE V.O.', 'NARRATOR']);
  }
});

it('is shown by fountain-js as it was written', () => {
  const { text } = exportScript(fountain, { scenes: [{ narration: 'a *b* _c_ /* d */ ~e' }] });
  expect(new Fountain().parse(text).html.script).toContain('<p>a *b* _c_ /* d */ ~e</p>');
});

it('is read as it was written, whatever the texts are', () => {
  fc.assert(
    fc.property(anyScript, ({ title = '', scenes }) => {
      const timed = scenes.map((scene) => ({ ...scene, start_seconds: 0, end_seconds: 9 }));
      const script = { title: inOneLine(title), scenes: timed };
      expect(foundIn(script)).toEqual(intact(script));
    }),
    { numRuns: 300 },
  );
});
