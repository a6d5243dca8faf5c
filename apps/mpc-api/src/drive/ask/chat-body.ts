import { material, type Ask, type ReplyFault, type UnusableReading } from '@showrunner/recipes';
import type { ChatBody, ChatMessage } from '../../gateway/gateway-client.ts';
import { formatJson, responseFormat } from '../../gateway/response-format.ts';
import type { ChosenModel } from '../compose/choose-model.ts';

/** One try of an ask. */
export interface Put {
  readonly maxTokens: number;
  /** Tries before it. */
  readonly attempt: number;
  /** What came of the last one. */
  readonly before: { readonly answer: string; readonly reading: UnusableReading } | undefined;
}

/** What is the same for all asks of a request. */
interface Manner {
  readonly model: ChosenModel;
  readonly temperature?: number | undefined;
  readonly seed?: number | undefined;
}

/** The request by which a question is put to the model; again, it says what was wrong with the answer before. */
export function chatBody(question: Ask, { maxTokens, attempt, before }: Put, manner: Manner): ChatBody {
  const { model, temperature, seed } = manner;
  return {
    model: model.name,
    messages: [...messagesFor(withBeginningAsked(question, model), before), ...beginning(question, model)],
    max_tokens: Math.min(maxTokens, model.maxOutputTokens ?? maxTokens),
    temperature: temperature ?? question.temperature,
    // The same seed would give the same unusable answer again.
    ...(seed === undefined ? {} : { seed: seed + attempt }),
    ...(question.reply.form === 'json' ? { response_format: responseFormat(question.reply) } : {}),
  };
}

/** The same for the first time. */
export function firstBody(question: Ask, manner: Manner): ChatBody {
  return chatBody(question, { maxTokens: question.maxTokens, attempt: 0, before: undefined }, manner);
}

/** Its first words in the model's own turn, for models that go on with what stands there. */
function beginning({ begins }: Ask, { goesOn }: ChosenModel): ChatMessage[] {
  return begins === undefined || goesOn !== true ? [] : [{ role: 'assistant', content: begins }];
}

/** Other models are told how to begin. What was said before may be a third party's: it stands between the marks of material. */
function withBeginningAsked(question: Ask, { goesOn }: ChosenModel): Ask {
  const beginsWith = goesOn === true ? undefined : material(question.begins);
  return beginsWith === undefined
    ? question
    : { ...question, prompt: `${question.prompt} Begin with ${beginsWith.marked}` };
}

/**
 * A reply with the words that it was to begin with, whether the model went on with them or said them itself; that of a
 * model that was told to begin so as it is.
 */
export function withBeginning({ begins = '' }: Pick<Ask, 'begins'>, { goesOn }: ChosenModel, text: string): string {
  const reply = text.trimStart();
  if (goesOn !== true || reply === '' || reply.toLowerCase().startsWith(begins.toLowerCase())) return text;
  return /^['’]/u.test(reply) ? `${begins}${reply}` : `${begins} ${reply}`;
}

/** Enough of the bad answer for the model to see its mistake, not so much that a small context is spent on it. */
const QUOTED_ANSWER_CHARACTERS = 1_500;

function messagesFor(question: Ask, before: Put['before']): ChatMessage[] {
  const asked: ChatMessage[] = [
    { role: 'system', content: question.system },
    { role: 'user', content: question.prompt },
  ];
  if (!before) return asked;
  const { fault, finding } = before.reading;
  const form =
    question.reply.form === 'json' ? ' Answer with the JSON object alone: no text around it, no code fence.' : '';
  const shorter = fault === 'truncated' ? ' Keep it shorter.' : '';
  const correction: ChatMessage = { role: 'user', content: `That could not be used. ${finding}${shorter}${form}` };
  const isWorthQuoting = fault === 'not_json' || fault === 'wrong_shape';
  return isWorthQuoting
    ? [...asked, { role: 'assistant', content: before.answer.slice(0, QUOTED_ANSWER_CHARACTERS) }, correction]
    : [asked[0] as ChatMessage, { role: 'user', content: `${question.prompt}\n\n${noteAbout(fault, shorter, form)}` }];
}

function noteAbout(fault: ReplyFault, shorter: string, form: string): string {
  return fault === 'truncated' ? `An earlier answer was too long and was cut.${shorter}${form}` : form.trim();
}

/** About three characters a token is low for Latin script, so the estimate is high. */
const CHARACTERS_PER_TOKEN = 3;
/** Letters of other scripts are mostly more than one to a token in new vocabularies, and up to one in old ones. */
const OTHER_SCRIPTS = /[^\0-\u036f]/g;

/** What an ask costs when every token of its limit is used, in US dollars; 0 where the price is not known. */
export function worstCost(
  { messages, max_tokens: maxTokens = 0, response_format: format }: ChatBody,
  { price }: ChosenModel,
): number {
  if (!price) return 0;
  // Some vendors tell their models the schema in the prompt.
  const schema = format === undefined ? 0 : formatJson(format).length / CHARACTERS_PER_TOKEN;
  const promptTokens = messages.reduce((sum, { content }) => sum + mostTokensIn(content), schema);
  return promptTokens * price.input + maxTokens * price.output;
}

function mostTokensIn(text: string): number {
  const others = text.match(OTHER_SCRIPTS)?.length ?? 0;
  return (text.length - others) / CHARACTERS_PER_TOKEN + others;
}
