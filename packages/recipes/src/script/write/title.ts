import { expectedWords } from '../../expected/expected-words.ts';
import { foreignWord } from '../../language/scripts.ts';
import { ask, type Work } from '../../port/effects.ts';
import { labelledLines } from '../../prompts/labelled-lines.ts';
import { material } from '../../prompts/material.ts';
import { askText } from '../../prompts/prompt.ts';
import { listEntries } from '../../text/lines.ts';
import { splitSentences } from '../../text/sentences.ts';
import { fixSpeech } from '../../text/speakable.ts';
import { withoutStock } from '../../text/phrases/stock-phrases.ts';
import { contentStems } from '../../text/substance.ts';
import { trimAtWord } from '../../text/length/trim.ts';
import { words } from '../../text/words.ts';
import type { DraftScene } from '../draft.ts';
import { nameIt } from '../prompts/small-asks.ts';
import { systemFor } from '../prompts/system.ts';
import type { ScriptInput } from '../schema.ts';
import { LOGLINE_CHARACTERS, subjectAsLogline, subjectAsTitle, subjectOf, TITLE_CHARACTERS } from '../stand-ins.ts';
import { shortBrief } from './brief.ts';
import { statementsIn } from './narration/statements.ts';
import { SMALL_TEMPERATURE } from './writer.ts';

const SHORTEST_TITLE_WORDS = 3;
const TITLE_TOKENS = 30;

/** A topic in few words is a title; of a longer one the model makes one. */
export function* titleFor(scenes: readonly DraftScene[], input: ScriptInput): Work<string> {
  const subject = subjectOf(input);
  if (input.prompt !== undefined && subject.length <= TITLE_CHARACTERS && words(subject).length >= SHORTEST_TITLE_WORDS)
    return subject.replace(/[.\s]+$/u, '');
  const written = yield* ask<string>({
    part: 'title',
    label: 'Finding a title',
    system: systemFor(input, 'staged'),
    prompt: [
      `${shortBrief(input)}\n`,
      labelledLines([['The narration', material(scenes.map(({ narration }) => narration).join(' '))]]),
      askText(nameIt, undefined),
    ].join('\n'),
    reply: { form: 'text' },
    maxTokens: TITLE_TOKENS,
    temperature: SMALL_TEMPERATURE,
    expected: () => expectedWords(input.language).phrase(6),
  });
  return titleOf(listEntries(written)[0] ?? '', input);
}

/** The model's title, unless it would fit any video; then the subject in the caller's own words. */
function titleOf(written: string, input: ScriptInput): string {
  const plain = fixSpeech(written)
    .replace(/^(?:catchy )?title\s*[:：-]\s*/i, '')
    .replace(/[.,;:\s]+$/, '');
  const kept = foreignWord(plain, input.language) === undefined ? withoutStock(plain, input.language) : '';
  return words(kept).length < SHORTEST_TITLE_WORDS
    ? subjectAsTitle(input)
    : trimAtWord(kept, TITLE_CHARACTERS, 'characters');
}

/** The spoken statement that says most of the topic, else the first sentence; where nothing was said, the subject. */
export function loglineFor(scenes: readonly DraftScene[], input: ScriptInput): string {
  const topic = contentStems(subjectOf(input), input.language);
  const said = statementsIn(scenes).map(({ text }) => text);
  const shared = (text: string) => contentStems(text, input.language).intersection(topic).size;
  const [best = ''] = said
    .filter((text) => text.length <= LOGLINE_CHARACTERS)
    .toSorted((one, other) => shared(other) - shared(one));
  const spoken = best === '' ? (splitSentences(scenes[0]?.narration ?? '')[0] ?? '') : best;
  return spoken === '' ? subjectAsLogline(input) : trimAtWord(spoken, LOGLINE_CHARACTERS, 'characters');
}
