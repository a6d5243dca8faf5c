/** What a mark in a reply says about what follows it. */
export type MarkKind = 'thoughts' | 'thoughtsEnd' | 'answer' | 'answerEnd' | 'turn' | 'turnEnd';

const THOUGHTS =
  '(?:think|thinking|thought|thoughts|reason|reasoning|analysis|reflection|scratchpad|deliberation|rationale|(?:inner[_ -]?)?monologue|chain[_ -]of[_ -]thought)';
const ANSWER =
  '(?:answer|response|reply|output|solution|result|final(?:[_ -](?:answer|response|output|result|version))?)';

/**
 * The marks of the model families, as their chat templates and the parsers of vLLM, SGLang and llama.cpp have them
 * (read 2026-11-29): tags (DeepSeek, Qwen, GLM, Granite 3.3, EXAONE, Hunyuan, Marco-o1, MiniMax, `seed:` of ByteDance,
 * `longcat_`), brackets (Magistral, Apriel), `◁think▷` (Kimi), channels (gpt-oss, Gemma 4), special tokens (Command A,
 * Sky-T1, Solar, Apertus, MedGemma), Open WebUI's `<details type="reasoning">`, and turns of every template.
 */
const MARKS: Readonly<Record<MarkKind, readonly string[]>> = {
  thoughts: [
    `<(?:[a-z]+[:_])?${THOUGHTS}(?:\\s[^<>]*)?>`,
    '<details\\s+type="reasoning"[^<>]*>',
    `\\[${THOUGHTS}\\]`,
    `◁${THOUGHTS}▷`,
    `<\\|(?:start_|begin_of_)?${THOUGHTS}(?:_start)?\\|>`,
    '<\\|?channel\\|?>\\s*(?:analysis|commentary|thoughts?|thinking)\\b[^<\\n]*(?:<\\|?message\\|?>)?',
    '<\\|inner_prefix\\|>',
    '<unused94>(?:thought)?',
  ],
  thoughtsEnd: [
    `</(?:[a-z]+[:_])?${THOUGHTS}>`,
    '</details>',
    `\\[/${THOUGHTS}\\]`,
    `◁/${THOUGHTS}▷`,
    `<\\|(?:/|end_of_|end_)${THOUGHTS}\\|>`,
    `<\\|${THOUGHTS}_end\\|>`,
    '<channel\\|>',
    '<\\|inner_suffix\\|>',
    '<unused95>',
  ],
  answer: [
    `<${ANSWER}>`,
    `\\[(?:begin[_ ])?${ANSWER}\\]`,
    '<\\|(?:begin_of_|start_)(?:solution|response|answer|text)\\|>',
    '<\\|answer_prefix\\|>',
    '<\\|?channel\\|?>\\s*final\\b[^<\\n]*(?:<\\|?message\\|?>)?',
  ],
  answerEnd: [
    `</${ANSWER}>`,
    `\\[(?:/|end[_ ])${ANSWER}\\]`,
    '<\\|(?:end_of_|end_)(?:solution|response|answer)\\|>',
    '<\\|answer_suffix\\|>',
  ],
  turn: [
    '<\\|(?:start|im_start|start_header_id|header_start)\\|>\\s*(?:assistant|model)?',
    '<\\|(?:end_header_id|header_end|message|im_middle|im_sep|begin_of_text|assistant)\\|>',
    '<(?:start_of_turn|\\|turn)>\\s*(?:model|assistant)?',
    '<\\|im_assistant\\|>\\s*(?:assistant)?',
    '<[｜]assistant[｜]>',
    '<(?:bos|s)>',
    '\\[/INST\\]',
  ],
  turnEnd: [
    '<\\|(?:end|return|call|im_end|eot|eot_id|eom_id|end_of_text|endoftext|end_of_turn_token|assistant_end)\\|>',
    '<(?:end_of_turn|turn\\||eos)>',
    '</s>',
    '<[｜]end▁of▁sentence[｜]>',
  ],
};

export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
}

const KINDS = Object.keys(MARKS) as MarkKind[];
const ANY = new RegExp(KINDS.map((kind) => `(?<${kind}>${MARKS[kind].join('|')})`).join('|'), 'giu');

/** Every mark begins with one of these; most replies have none. */
const MAY_BE_MARKED = /[<◁]|\[[a-z/]/i;

/** The marks of a text in their order, but for those inside of `protectedRanges` and those that the text speaks of. */
export function marksIn(text: string, protectedRanges: readonly (readonly [start: number, end: number])[]): Mark[] {
  if (!MAY_BE_MARKED.test(text)) return [];
  const marks: Mark[] = [];
  for (const match of text.matchAll(ANY)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (protectedRanges.some(([from, to]) => from <= start && end <= to) || isSpokenOf(text, start, end)) continue;
    const kind = KINDS.find((name) => match.groups?.[name] !== undefined);
    if (kind !== undefined) marks.push({ kind, start, end });
  }
  return marks;
}

/** "The <think> tag is …": in the middle of a sentence, with a space on both sides. */
function isSpokenOf(text: string, start: number, end: number): boolean {
  return /[\p{L}\p{N},] $/u.test(text.slice(0, start)) && /^ [\p{Ll}\p{Lo}]/u.test(text.slice(end));
}
