import { AVOIDED, type Brief } from './briefs.ts';
import { foreignTo, proses } from './prose/languages.ts';
import { Sentences } from './prose/sentences.ts';

/** What a fault may change. Members are those of the answer that was asked for; what it does not have stays. */
type Answer = Record<string, unknown>;

interface Context {
  readonly brief: Brief;
  readonly random: () => number;
}

/** A way in which the text around or of an answer goes wrong. */
export interface Fault<Value> {
  readonly name: string;
  /** Share of the answers that have it. */
  readonly rate: number;
  apply(value: Value, context: Context): Value;
}

/** What a provider does instead of answering. */
export const wireFaults = [
  { name: 'http 429', rate: 0.02 },
  { name: 'http 500', rate: 0.01 },
  { name: 'empty', rate: 0.02 },
  { name: 'truncated', rate: 0.02 },
  { name: 'refused', rate: 0.015 },
  { name: 'filtered', rate: 0.005 },
] as const;

/** What models put around an answer, and how they spoil its JSON. */
export const wrapperFaults: readonly Fault<string>[] = [
  { name: 'reasoning', rate: 0.05, apply: (text) => `<think>I should write {"title": "x"} first.</think>\n${text}` },
  {
    name: 'channels',
    rate: 0.02,
    apply: (text) =>
      `<|channel|>analysis<|message|>Let me plan.<|end|><|start|>assistant<|channel|>final<|message|>${text}`,
  },
  { name: 'fence', rate: 0.08, apply: (text) => `\`\`\`json\n${text}\n\`\`\`` },
  {
    name: 'prose around',
    rate: 0.05,
    apply: (text) => `Here is what you asked for:\n\n${text}\n\nLet me know if you want changes!`,
  },
  { name: 'trailing comma', rate: 0.04, apply: (text) => text.replace(/([}\]])$/, ',$1') },
  { name: 'wrapped', rate: 0.03, apply: (text) => (text.startsWith('{') ? `{"result": ${text}}` : text) },
  { name: 'text of JSON', rate: 0.02, apply: (text) => (text.startsWith('{') ? JSON.stringify(text) : text) },
  {
    name: 'draft first',
    rate: 0.02,
    apply: (text) => `Draft: ${text.replace(/[a-z]{6,}/, 'draftdraft')}\n\nFinal version:\n${text}`,
  },
  {
    name: 'other shape',
    rate: 0.02,
    apply: (text) => (text.startsWith('{') ? '{"answer": {"text": "as you wished"}}' : text),
  },
  { name: 'single quotes', rate: 0.01, apply: (text) => (/['\\]/.test(text) ? text : text.replaceAll('"', "'")) },
];

/** What models write that a viewer, a voice or a platform must not get. */
export const contentFaults: readonly Fault<Answer>[] = [
  narrationFault('stage direction', 0.08, (text, { brief }) => `${proses[brief.language].direction} ${text}`),
  narrationFault('acted asterisks', 0.03, (text) => `*sighs deeply* ${text}`),
  narrationFault('speaker label', 0.08, (text, { brief }) => `${proses[brief.language].label} ${text}`),
  narrationFault('label with a dash', 0.03, (text, { brief }) => `${labelOf(brief)} – ${text}`),
  narrationFault('end mark', 0.03, (text) => `${text}\n--- END ---`),
  narrationFault('note', 0.03, (text) => `Duration: 5 seconds\n${text}`),
  narrationFault('two options', 0.03, (text) => `Option 1: ${text}\nOption 2: ${text}`),
  narrationFault('markdown', 0.05, (text) => `**${text.slice(0, 8)}**${text.slice(8)}`),
  narrationFault('emoji', 0.05, (text) => `${text} ☕🔥`),
  narrationFault('address', 0.03, (text) => `${text} https://coffeelab-guide.com/free`),
  narrationFault('time mark', 0.03, (text) => `0:05 - 0:12\n${text}`),
  narrationFault('placeholder', 0.03, (text, { brief }) => `${proses[brief.language].placeholder} ${text}`),
  narrationFault('entities', 0.04, (text) => `${text.replace(/\.$/, '')} &amp; more&#33;`),
  narrationFault('escaped line break', 0.03, (text) => `${text}\\n`),
  narrationFault('half a character', 0.02, (text) => `${text}\ud83d`),
  narrationFault('forbidden word', 0.06, (text, { brief }) => `${text} ${AVOIDED}${proses[brief.language].stop}`),
  scenesFault('too long', 0.1, (scenes, { brief }) => {
    const more = new Sentences(proses[brief.language]);
    return scenes.map((scene) => ({
      ...scene,
      narration: `${String(scene.narration)} ${more.next().trim()} ${more.next().trim()}`,
    }));
  }),
  scenesFault('too short', 0.08, (scenes) =>
    scenes.map((scene) => ({ ...scene, narration: /^[^.。।]+[.。।]?/u.exec(String(scene.narration))?.[0] ?? '' })),
  ),
  scenesFault('scenes left out', 0.05, (scenes) => (scenes.length > 3 ? scenes.slice(0, -2) : scenes)),
  scenesFault('repeated scene', 0.06, (scenes) =>
    scenes.map((scene, at) =>
      at === scenes.length - 2 && at > 0 ? { ...scene, narration: scenes[0]?.narration } : scene,
    ),
  ),
  scenesFault('foreign scene', 0.06, (scenes, { brief }) => {
    const other = new Sentences(foreignTo(brief.language));
    return scenes.map((scene, at) => (at === 1 ? { ...scene, narration: `${other.next()} ${other.next()}` } : scene));
  }),
  scenesFault('all foreign', 0.01, (scenes, { brief }) => {
    const other = new Sentences(foreignTo(brief.language));
    return scenes.map((scene) => ({ ...scene, narration: `${other.next()} ${other.next()} ${other.next()}` }));
  }),
  scenesFault('phrase left out', 0.3, (scenes, { brief }) => {
    const [phrase = ''] = brief.body.must_include ?? [];
    return phrase === ''
      ? scenes
      : scenes.map((scene) => ({ ...scene, narration: String(scene.narration).replaceAll(phrase, '') }));
  }),
  scenesFault('search words in another language', 0.05, (scenes, { brief }) =>
    scenes.map((scene) => ({
      ...scene,
      broll: [{ query_en: proses[brief.language].subjects[0], description: 'x', image_prompt: 'x' }],
    })),
  ),
  memberFault('invented source', 0.08, 'claims', (claims) => [
    ...listOf(claims),
    { text: 'Nine bars.', source_id: 'made-up' },
  ]),
  memberFault('labelled title', 0.05, 'title', (title) => `**Title:** "${String(title)}" 🔥`),
  memberFault('foreign title', 0.04, 'title', (_, { brief }) => new Sentences(foreignTo(brief.language)).phrase()),
  memberFault('directed call to action', 0.04, 'cta', (cta) => `[Outro music] **${String(cta)}**`),
  memberFault('equal titles', 0.08, 'titles', (titles) => {
    const [first] = listOf(titles);
    return listOf(titles).map((title) => ({ ...title, text: first?.text }));
  }),
  memberFault(
    'invented number',
    0.08,
    'titles',
    titlesWith((text) => `47 ${text}`),
  ),
  memberFault(
    'overlong title',
    0.08,
    'titles',
    titlesWith((text) => `${text} ${text} ${text} ${text}`),
  ),
  memberFault('foreign titles', 0.04, 'titles', (titles, { brief }) => {
    const other = new Sentences(foreignTo(brief.language));
    return listOf(titles).map((title) => ({ ...title, text: other.phrase() }));
  }),
  memberFault(
    'angle brackets',
    0.04,
    'titles',
    titlesWith((text) => `${text} <3>`),
  ),
  memberFault('overlong description', 0.06, 'description', (text) => Array(40).fill(String(text)).join(' ')),
  memberFault(
    'left-overs',
    0.05,
    'description',
    (text, { brief }) =>
      `* ${String(text)}\n---\nSubscribe to ${proses[brief.language].placeholder}: {link} free@coffeelab-guide.com`,
  ),
  memberFault('invented times', 0.04, 'description', (text) => `${String(text)}\n0:00 Intro\n0:45 Part two`),
  memberFault(
    'entities in the description',
    0.04,
    'description',
    (text) => `${String(text)} Salt &amp; pepper don&#39;t matter`,
  ),
  memberFault('one tag that is a list', 0.05, 'tags', (tags) => [(tags as string[]).join(', ')]),
  memberFault('hash tags', 0.05, 'tags', (tags) => (tags as string[]).map((tag) => `#${tag}`)),
  memberFault('overlong caption', 0.08, 'captions', (captions) =>
    listOf(captions).map((caption) => ({ ...caption, text: Array(30).fill(String(caption.text)).join(' ') })),
  ),
  memberFault('addresses in a caption', 0.05, 'captions', (captions) =>
    listOf(captions).map((caption) => ({ ...caption, text: `${String(caption.text)} bit.ly/g1 t.co/y` })),
  ),
  conceptFault('flags', 0.08, {
    style: 'cinematic photo –ar 9:16 —v 6 --stylize 250',
    subject: 'close-up::2 of a cup (steam:1.3)',
  }),
  conceptFault('long headline', 0.1, { overlay_text: 'seven words that no thumbnail can hold' }),
  conceptFault('emoji headline', 0.05, { overlay_text: '🔥 HOT 🔥' }),
  conceptFault('number headline', 0.04, { overlay_text: '5', lighting: '35mm lens, f/1.5, 5 pm' }),
  conceptFault('entity headline', 0.04, { overlay_text: 'Salt &amp; crema' }),
  conceptFault('negated subject', 0.06, { subject: 'a chef who does not smile', setting: 'a kitchen without people' }),
  conceptFault('odd colours', 0.05, { palette_hex: ['gold', '#12', 'rgb(1,2,3)'] }),
  memberFault('equal changes', 0.08, 'changes', (changes) => listOf(changes).map(() => listOf(changes)[0] ?? {})),
  memberFault('headlines alone', 0.06, 'changes', (changes, { brief }) =>
    listOf(changes).map((_, at) => ({ variable: 'overlay_text', value: proses[brief.language].subjects[at] })),
  ),
];

/** A speaker's label without its colon. */
function labelOf({ language }: Brief): string {
  return proses[language].label.replace(/\s*[:：]$/u, '');
}

function listOf(value: unknown): Answer[] {
  return Array.isArray(value) ? (value as Answer[]) : [];
}

/** One narration of the answer, whichever the chance takes. */
function narrationFault(name: string, rate: number, spoil: (text: string, context: Context) => string): Fault<Answer> {
  return scenesFault(name, rate, (scenes, context) => {
    const place = Math.floor(context.random() * scenes.length);
    return scenes.map((scene, at) =>
      at === place ? { ...scene, narration: spoil(String(scene.narration), context) } : scene,
    );
  });
}

function scenesFault(
  name: string,
  rate: number,
  spoil: (scenes: Answer[], context: Context) => Answer[],
): Fault<Answer> {
  return {
    name,
    rate,
    apply(answer, context) {
      const scenes = listOf(answer.scenes).filter((scene) => typeof scene === 'object');
      if (typeof answer.narration === 'string') return { ...answer, narration: spoil([answer], context)[0]?.narration };
      return scenes.length === 0 ? answer : { ...answer, scenes: spoil(scenes, context) };
    },
  };
}

function memberFault(
  name: string,
  rate: number,
  member: string,
  spoil: (value: unknown, context: Context) => unknown,
): Fault<Answer> {
  return {
    name,
    rate,
    apply: (answer, context) => (member in answer ? { ...answer, [member]: spoil(answer[member], context) } : answer),
  };
}

function titlesWith(spoil: (text: string) => string) {
  return (titles: unknown) => listOf(titles).map((title) => ({ ...title, text: spoil(String(title.text)) }));
}

function conceptFault(name: string, rate: number, members: Answer): Fault<Answer> {
  return memberFault(name, rate, 'baseline', (baseline) => ({ ...(baseline as Answer), ...members }));
}
