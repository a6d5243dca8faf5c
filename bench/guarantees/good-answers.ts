import type { Brief } from './briefs.ts';
import { proses } from './prose/languages.ts';
import type { Prose } from './prose/prose.ts';
import { Sentences } from './prose/sentences.ts';

/** A question as it comes over the wire. */
export interface Ask {
  /** The name of the JSON schema; undefined where plain text is wanted. */
  readonly name: string | undefined;
  readonly schema: Schema | undefined;
  readonly prompt: string;
}

export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const SHOTS = [
  'espresso running into a glass',
  'steel burrs of a grinder',
  'needle of a pressure gauge',
  'golden foam in a white cup',
  'hand on a brass lever',
  'beans falling into a hopper',
  'steam above a metal jug',
  'woman tasting from a spoon',
  'dial turning under a finger',
  'phone timer beside a machine',
  'sack of green beans',
  'rain on a cafe window',
];
const VALUES: Readonly<Record<string, readonly string[]>> = {
  subject: ['a barista with a steel jug', 'a man holding a tiny cup'],
  composition: ['wide view from above', 'very close from the side'],
  expression: ['surprised, mouth open', 'calm smile'],
  setting: ['an outdoor market stall', 'a dark home kitchen'],
  lighting: ['hard light from a window', 'neon light from the left'],
  action: ['pouring milk in a thin stream', 'lifting the handle'],
  style: ['film photograph, grainy', 'flat illustration, bold lines'],
};

/** What a good model answers: prose of the wanted length in the wanted language, pictures in English. */
export class GoodAnswers {
  readonly #prose: Prose;
  readonly #brief: Brief;
  readonly #sentences: Sentences;
  #shots = 0;
  #values = 0;

  constructor(brief: Brief) {
    this.#brief = brief;
    this.#prose = proses[brief.language];
    this.#sentences = new Sentences(this.#prose);
  }

  answer(ask: Ask): unknown {
    if (ask.schema === undefined) return this.#rewritten(ask.prompt);
    switch (ask.name) {
      case 'script':
      case 'scenes':
        return this.#script(ask);
      case 'outline':
        return { ...this.#heads(), scenes: wantedUnits(ask.prompt).map(() => this.#sentences.phrase()) };
      case 'metadata':
        return this.#metadata(ask);
      case 'thumbnail_concepts':
        return this.#concepts(ask);
      case undefined:
      default:
        return this.#filled(ask.schema, '', ask);
    }
  }

  /** One scene again; a phrase that the question asks for beside the brief comes first. */
  #rewritten(prompt: string): string {
    const said = this.#narration(wantedUnits(prompt)[0] ?? { amount: 30, unit: 'words' });
    const [phrase] = this.#brief.body.must_include ?? [];
    const isAskedFor = phrase !== undefined && prompt.split(phrase).length > 2 && !said.includes(phrase);
    return isAskedFor ? `${this.#withPhrase(phrase)}${said}` : said;
  }

  #withPhrase(phrase: string): string {
    const { space, stop, predicates } = this.#prose;
    return `${phrase}${space}${predicates[2] ?? ''}${stop}${space}`;
  }

  #heads() {
    return { title: this.#sentences.phrase(), logline: this.#sentences.next(), cta: this.#prose.callToAction };
  }

  #script({ name, prompt }: Ask) {
    const slots = wantedUnits(prompt);
    const must = this.#brief.body.must_include?.[0];
    const isWhole = name === 'script';
    const scenes = slots.map((slot, at) => this.#scene(slot, isWhole && at === slots.length - 1));
    if (must !== undefined && scenes[1] && !scenes.some(({ narration }) => narration.includes(must)))
      scenes[1].narration = `${this.#withPhrase(must)}${scenes[1].narration}`;
    const sources = this.#brief.body.sources;
    const claims = [{ text: this.#sentences.next(), source_id: sources?.[0]?.id ?? null }];
    return { ...(isWhole ? this.#heads() : {}), scenes, claims };
  }

  #scene(slot: WantedUnits, isLast: boolean) {
    const said = this.#narration(slot);
    const { callToAction, space, stop } = this.#prose;
    const narration = isLast ? `${said}${space}${callToAction}${stop}`.trim() : said;
    return { narration, ...this.#picture(), on_screen_text: '', pace: 'normal', emphasis: [] };
  }

  #picture() {
    const shot = `${SHOTS[this.#shots % SHOTS.length]}${this.#shots < SHOTS.length ? '' : `, take ${this.#shots}`}`;
    this.#shots += 1;
    return {
      visual: shot,
      broll: [
        {
          query_en: shot.split(' ').slice(0, 3).join(' '),
          description: this.#sentences.phrase(),
          image_prompt: `${shot}, morning light`,
        },
      ],
    };
  }

  /** Whole sentences until the wanted length is nearest. */
  #narration({ amount, unit }: WantedUnits): string {
    const said: string[] = [];
    for (let length = 0; length < amount * 0.95;) {
      const sentence = this.#sentences.next().trim();
      const more = lengthOf(sentence, unit);
      if (said.length > 0 && length + more - amount > amount - length) break;
      said.push(sentence);
      length += more;
    }
    return said.join(this.#prose.stop === '。' ? '' : ' ');
  }

  #metadata({ prompt }: Ask) {
    const count = Number(/Write (\d+) titles/.exec(prompt)?.[1] ?? 3);
    const angles = ['search', 'curiosity', 'how_to', 'question', 'benefit', 'story'];
    const platforms = [...prompt.matchAll(/^- ([a-z]+):/gm)].map(([, id = '']) => id);
    return {
      titles: Array.from({ length: count }, (_, at) => ({
        text: this.#sentences.phrase(),
        angle: angles[at % angles.length],
      })),
      description: this.#narration({ amount: 50, unit: this.#prose.space === '' ? 'characters' : 'words' }),
      tags: this.#prose.subjects.slice(0, 10).map((subject) => subject.toLowerCase()),
      captions: platforms.map((platform) => ({
        platform,
        text: this.#narration({ amount: 24, unit: this.#prose.space === '' ? 'characters' : 'words' }),
      })),
    };
  }

  #concepts({ prompt }: Ask) {
    const count = Number(/(\d+) changes/.exec(prompt)?.[1] ?? 2);
    const variables = ['composition', 'setting', 'lighting', 'subject', 'action', 'style', 'expression'];
    return {
      baseline: {
        subject: 'a hand holding a tiny white cup',
        expression: '',
        action: 'tilting it towards the viewer',
        setting: 'a dark kitchen',
        composition: 'close up, cup on the left',
        focal_side: 'left',
        lighting: 'warm light from the right',
        palette_hex: ['#1A1A1A', '#F2B705', '#D64933'],
        style: 'editorial photograph, high contrast',
        overlay_text: this.#prose.subjects[6],
        avoid: ['logos', 'steam'],
      },
      changes: Array.from({ length: count }, (_, at) => {
        const variable = variables[at % variables.length] ?? 'setting';
        return { variable, value: VALUES[variable]?.[0] };
      }),
    };
  }

  /** Any other question, by the names of its members. */
  #filled(schema: Schema, member: string, ask: Ask): unknown {
    if (schema.enum) return schema.enum[0];
    if (schema.type === 'object') {
      const members = Object.entries(schema.properties ?? {});
      return Object.fromEntries(members.map(([name, of]) => [name, this.#filled(of, name, ask)]));
    }
    if (schema.type === 'array') {
      const count = member === 'scenes' ? Math.max(1, wantedUnits(ask.prompt).length) : (schema.minItems ?? 1);
      return Array.from({ length: count }, () => this.#filled(schema.items ?? {}, member, ask));
    }
    if (schema.type !== 'string') return schema.type === 'boolean' ? false : 1;
    return this.#text(member, ask, schema);
  }

  #text(member: string, ask: Ask, { maxLength = 400 }: Schema): string {
    if (member === 'narration') return this.#narration(wantedUnits(ask.prompt)[0] ?? { amount: 30, unit: 'words' });
    if (member === 'visual' || member === 'image_prompt') return this.#picture().visual;
    if (member === 'query_en') return this.#picture().broll[0]?.query_en ?? '';
    if (member === 'value') return this.#change(ask.prompt);
    if (member === 'description')
      return this.#narration({ amount: 40, unit: this.#prose.space === '' ? 'characters' : 'words' });
    const text = this.#sentences.phrase();
    return text.length <= maxLength
      ? text
      : (this.#prose.subjects[this.#values++ % this.#prose.subjects.length] ?? text);
  }

  #change(prompt: string): string {
    const variable = /Its ([a-z ]+) is/.exec(prompt)?.[1]?.replace(' ', '_') ?? '';
    const values = VALUES[variable] ?? this.#prose.subjects;
    return values[this.#values++ % values.length] ?? '';
  }
}

interface WantedUnits {
  readonly amount: number;
  readonly unit: string;
}

/** `about 25 words`, as often as it stands there: of each scene in a plan, or of the one that is asked for. */
function wantedUnits(prompt: string): WantedUnits[] {
  const planned = [...prompt.matchAll(/^\d+\. [a-z]+, about (\d+) ([a-z]+)/gm)];
  const found = planned.length > 0 ? planned : [...prompt.matchAll(/about (\d+) ([a-z]+)/gi)].slice(-1);
  return found.map(([, amount, unit = 'words']) => ({ amount: Number(amount), unit: unit.toLowerCase() }));
}

function lengthOf(text: string, unit: string): number {
  const letters = text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  if (unit === 'words') return text.split(/\s+/).filter((word) => word !== '').length;
  if (unit === 'syllables')
    return Math.max(1, [...text.matchAll(/[aeiouyäöüàâéèêëîïôûáíóúãõąęóıаеёиоуыэюя]+/giu)].length);
  return [...new Intl.Segmenter().segment(letters)].length;
}
