import { splitSentences } from '../../text/sentences.ts';

/** Who is asked, and what: what of it a reply may not repeat. */
export interface Instructions {
  readonly system: string;
  readonly prompt: string;
}

/** Shorter sentences, "Talk to one person.", may stand in a text by chance. */
const FEWEST_CHARACTERS = 24;
const FEWEST_WORDS = 5;

/** Of the last system prompt: all asks of a request have the same one. */
let known: { readonly system: string; readonly sentences: readonly string[] } = { system: '', sentences: [] };

/** The sentences of a system prompt by which it is known again. */
function sentencesOf(system: string): readonly string[] {
  if (known.system !== system) {
    const sentences = system
      .split('\n')
      .flatMap((line) => splitSentences(line.replace(/^- /u, '')))
      .filter((sentence) => sentence.length >= FEWEST_CHARACTERS && sentence.split(' ').length >= FEWEST_WORDS);
    known = { system, sentences: [...sentences, ...sentences.map(asInJson)].filter(isFirst) };
  }
  return known.sentences;
}

function asInJson(sentence: string): string {
  return JSON.stringify(sentence).slice(1, -1);
}

function isFirst(sentence: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(sentence) === index;
}

/**
 * The sentences of the system prompt that a reply repeats, as they stand there. Those that the request has as well are
 * left out: a video may be about them.
 */
export function repeatedInstructions(reply: string, { system, prompt }: Instructions): string[] {
  return sentencesOf(system).filter((sentence) => reply.includes(sentence) && !prompt.includes(sentence));
}

/** The reply without them: a text of which nothing is left is asked for again. */
export function withoutInstructions(reply: string, repeated: readonly string[]): string {
  return repeated.reduce((rest, sentence) => rest.replaceAll(sentence, ''), reply);
}
