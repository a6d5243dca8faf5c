import { z } from 'zod';
import { videoBrief } from '../../input/video-brief.ts';
import { expectedWords } from '../../expected/expected-words.ts';
import { languageName } from '../../language/match.ts';
import { ask, oneOf, progress, type Work } from '../../port/effects.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { insideSentence } from '../../text/phrases/inside-sentence.ts';
import { nounPhrases, type NounPhrase } from '../../text/phrases/noun-phrases.ts';
import { wordOverlap } from '../../text/similarity.ts';
import { contentStems } from '../../text/substance.ts';
import { words } from '../../text/words.ts';
import { closedText } from '../../text/sentences.ts';
import { trimAtWord } from '../../text/length/trim.ts';
import { visibleDeeds } from '../../text/visible-deeds/visible-deeds.ts';
import type { ThumbnailConcept } from '../../image-models/concept.ts';
import { changeable, type Changeable } from '../changeable.ts';
import { draftOf, variablesFor, type ConceptChange, type ThumbnailDraft } from '../draft.ts';
import { askHeadline, wantsHeadline } from './ask-headline.ts';
import { headlinesFrom, tellingHeadlines } from './headlines.ts';
import { compositions, expressions, looks, PERSON, SPOILERS } from '../looks.ts';
import type { ThumbnailInput } from '../schema.ts';
import { systemFor } from '../prompts/system.ts';
import type { LabelledLine } from '../../prompts/labelled-lines.ts';
import { describeThumbnail } from '../prompts/asks.ts';
import { askText } from '../../prompts/prompt.ts';

/** The names lead a small model into a description: asked for a subject, it answers "a concrete thing". */
const members = {
  subject: 'close-up of',
  action: 'which is',
  setting: 'in front of',
  headline: 'question on the photo',
  otherSubject: 'other photo: a person who',
  otherHeadline: 'claim on the other photo',
} as const;
type Member = keyof typeof members;

/** Characters: with fewer a small model stops in the middle of a phrase. */
const BOUNDS: Readonly<Record<Member, { readonly least: number; readonly most: number }>> = {
  subject: { least: 10, most: 50 },
  action: { least: 12, most: 50 },
  setting: { least: 8, most: 40 },
  headline: { least: 6, most: 40 },
  otherSubject: { least: 16, most: 60 },
  otherHeadline: { least: 6, most: 40 },
};

const writtenIdea = z.object(
  Object.fromEntries(
    Object.entries(members).map(([member, name]) => {
      const { least, most } = BOUNDS[member as Member];
      return [name, z.string().min(1).meta({ minLength: least, maxLength: most })];
    }),
  ),
);

type Idea = Readonly<Record<Member, string>>;

/** One for the first picture, and one to test beside it. */
const FEWEST_HEADLINES = 2;

/**
 * What is seen is taken from the text's own words, or where those are no help from one small ask; light, framing, colours
 * and what to avoid come from tables.
 */
export function* writeStaged(input: ThumbnailInput): Work<ThumbnailDraft> {
  yield progress(0, 1, 'Designing thumbnails');
  const seen = seenIn(input);
  const idea = seen ?? (yield* askIdea(input));
  const written = [idea.headline, idea.otherHeadline];
  const isEnough = tellingHeadlines(written, input).length >= FEWEST_HEADLINES || !wantsHeadline(input);
  const headlines = headlinesFrom(isEnough ? written : [...written, yield* askHeadline(input)], input);
  const baseline = yield* baselineOf(idea, headlines, input);
  return draftOf(baseline, changesOf(idea, headlines, input), input);
}

/**
 * An English text has the pictures in its own words; two that can be seen are enough for its thumbnails: what is done,
 * of the topic first, and somebody who does something else, or points at what it is about.
 */
function seenIn({ title, material: said, language }: ThumbnailInput): Idea | undefined {
  if (primarySubtag(language) !== 'en') return undefined;
  const topic = contentStems(title, language);
  const isOfTopic = ({ text }: Pick<NounPhrase, 'text'>) => !contentStems(text, language).isDisjointFrom(topic);
  const deeds = visibleDeeds(said).map(({ picture, doer }) => ({ text: picture, doer }));
  const phrases = nounPhrases(`${title}. ${said}`).filter(({ text }) => words(text).length > 1);
  const visible = nounPhrases(`${said}\n${title}`).filter(({ isVisible }) => isVisible);
  const things = [...visible.filter(isOfTopic), ...visible, ...phrases];
  const shown = deeds.filter(({ doer }) => doer !== 'person');
  const ranked = [...shown.filter(isOfTopic), ...things.slice(0, 1), ...shown, ...things];
  const [subject] = ranked;
  const other = things.find(({ text }) => subject !== undefined && !sameThing(subject.text, text));
  const byPerson = deeds.find(({ doer }) => doer === 'person')?.text.replace(/^person /u, '');
  if (subject === undefined || (other === undefined && byPerson === undefined)) return undefined;
  const otherSubject = byPerson ?? `points at ${insideSentence(other?.text ?? '', title)}`;
  return {
    subject: insideSentence(subject.text, title),
    action: '',
    setting: '',
    headline: '',
    otherSubject,
    otherHeadline: '',
  };
}

/** "Cats" of "cats kneading blankets". */
function sameThing(picture: string, thing: string): boolean {
  return picture.toLowerCase().includes(thing.toLowerCase());
}

function* askIdea(input: ThumbnailInput): Work<Idea> {
  const written = yield* ask({
    part: 'concepts',
    label: 'Designing thumbnails',
    system: systemFor({ strategy: 'staged' }),
    prompt: [
      videoBrief(input, wishes(input)),
      '',
      askText(describeThumbnail, { language: languageName(input.language) }),
    ].join('\n'),
    reply: { form: 'json', name: 'thumbnail', schema: writtenIdea },
    maxTokens: 200,
    temperature: 0.6,
    expected: () => expectedIdea(input),
  });
  return readIdea(written);
}

/** Each text in the middle of its bounds. */
function expectedIdea({ language }: ThumbnailInput): Readonly<Record<string, string>> {
  const [english, own] = [expectedWords('en'), expectedWords(language)];
  return Object.fromEntries(
    Object.entries(members).map(([member, name]) => {
      const { least, most } = BOUNDS[member as Member];
      const expected = member === 'headline' || member === 'otherHeadline' ? own : english;
      return [name, expected.within((least + most) / 2)];
    }),
  );
}

function wishes({ style_preferences: look, keywords, avoid }: ThumbnailInput): LabelledLine[] {
  return [
    ['Wished look', look ?? ''],
    ['Keywords', keywords.join(', ')],
    ['Not to be seen', avoid.join(', ')],
  ];
}

function readIdea(written: Readonly<Record<string, string>>): Idea {
  const phraseOf = (member: Member) => phrase(written[members[member]] ?? '', BOUNDS[member].most);
  return {
    subject: phraseOf('subject'),
    action: phraseOf('action').replace(/^(?:is|are)\s+/i, ''),
    setting: phraseOf('setting').replace(/^(?:in|on|at) front of\s+/i, ''),
    headline: questionIn(written[members.headline] ?? ''),
    otherSubject: phraseOf('otherSubject').replace(/^(?:a |the )?person who\s+(?:is\s+)?/i, ''),
    otherHeadline: closedText(written[members.otherHeadline] ?? '', BOUNDS.otherHeadline.most),
  };
}

/** A question is whole when it ends as one. */
function questionIn(written: string): string {
  return /^[^?？]*[?？]/u.exec(written)?.[0] ?? '';
}

/** Who or what, and what it does, in one member: another concept has somebody else, who does something else. */
function* baselineOf(
  { subject, action, setting }: Idea,
  [headline = '']: readonly string[],
  input: ThumbnailInput,
): Work<ThumbnailConcept> {
  const look = yield* oneOf(looks);
  return {
    subject: [subject, action].filter((text) => text !== '').join(' '),
    expression: PERSON.test(subject) ? expressions[0] : '',
    action: '',
    setting: placeOf(setting),
    composition: compositions[0],
    focal_side: yield* oneOf(['left', 'right']),
    lighting: look.lighting,
    palette_hex: look.palette_hex,
    style: input.style_preferences === undefined ? look.style : trimAtWord(input.style_preferences, 120, 'characters'),
    overlay_text: headline,
    avoid: [...SPOILERS],
  };
}

/** "a small bar" → "in front of a small bar"; "grind the coffee" is no place. */
function placeOf(setting: string): string {
  if (/^(?:in|on|at|under|inside|near|by)\b/i.test(setting)) return setting;
  const isDeed = /^\p{L}+\s+(?:the|a|an|his|her|your)\b/iu.test(setting);
  return isDeed || setting === '' ? 'on a plain dark background' : `in front of ${setting}`;
}

/** In the order of `changeable`, what the model gave first, then the tables' second entries. */
function changesOf(idea: Idea, headlines: readonly string[], input: ThumbnailInput): ConceptChange[] {
  const isDoing = /^\p{L}+ing\b/u.test(idea.otherSubject);
  const values: Readonly<Record<Changeable, string>> = {
    overlay_text: headlines[1] ?? '',
    subject: isDoing ? `a person ${idea.otherSubject}` : `a person who ${idea.otherSubject}`,
    composition: compositions[1],
    expression: expressions[1],
    setting: 'a plain studio background in one colour',
    lighting: looks[2].lighting,
    action: 'seen in the moment just before it happens',
    style: 'bold flat illustration, thick outlines',
  };
  const canChange: Partial<Readonly<Record<Changeable, boolean>>> = {
    overlay_text: values.overlay_text !== '' && variablesFor(input).includes('overlay_text'),
    expression: PERSON.test(idea.subject),
    subject: wordOverlap(idea.subject, idea.otherSubject) < 1,
  };
  const changes = changeable
    .filter((variable) => canChange[variable] !== false)
    .map((variable): ConceptChange => ({ variable, value: values[variable] }));
  // Of more than three pictures one has a third headline: words are what is tested first.
  const [, , third = ''] = headlines;
  const further: ConceptChange[] =
    third !== '' && canChange.overlay_text === true ? [{ variable: 'overlay_text', value: third }] : [];
  return changes.toSpliced(THIRD_HEADLINE_AT, 0, ...further).slice(0, input.variants - 1);
}

/** Behind another headline and another picture. */
const THIRD_HEADLINE_AT = 2;

/** Without marks, and without an end that waits for more: "being pushed through". */
function phrase(written: string, most: number): string {
  const whole = written.length < most ? written : written.replace(/\s\S*$/, '');
  const plain = whole
    .replace(/_/g, ' ')
    .replace(/["“”]/g, '')
    .replace(/[\s.,;:]+$/, '')
    .trim();
  return plain.replace(/(?:\s+(?:through|into|onto|with|from|of|on|in|to|by|for|and|or|the|a|an))+$/i, '');
}
