import type { PlainAnswer } from '../../exchange/answer/answer.ts';
import { isMapping, parseMapping, type Mapping } from '../../json/mapping.ts';
import { lookThrough, type LookAt } from '../look-through.ts';
import { withoutLogprobs } from './without-logprobs.ts';

/** A whole answer as its caller may get it. Rejects where it may not get it at all. */
export async function guardPlain(answer: PlainAnswer, lookAt: LookAt): Promise<PlainAnswer> {
  const { contentType, text, encoding } = answer;
  const isText = contentType !== undefined && !contentType.includes('json');
  if (isText && !contentType.startsWith('text/') && !contentType.includes('subrip')) return answer;
  const whole = encoding === 'latin1' ? Buffer.from(text, 'latin1').toString('utf8') : text;
  const document = isText ? undefined : parseMapping(whole);
  const looked = document ? await guardDocument(document, lookAt) : await guardText(whole, lookAt);
  return looked === undefined ? answer : { ...answer, text: looked, encoding: 'utf8' };
}

/** The answer as JSON; nothing where it stays as it came. */
async function guardDocument(document: Mapping, lookAt: LookAt): Promise<string | undefined> {
  const looked = await lookThrough(document, 'response', lookAt);
  return looked === document || !isMapping(looked) ? undefined : JSON.stringify(withoutLogprobs(looked));
}

/** An answer that is a text and no JSON: subtitles, a transcript. Nothing where it stays as it came. */
async function guardText(whole: string, lookAt: LookAt): Promise<string | undefined> {
  const { text } = await lookThrough({ text: whole }, 'response', lookAt);
  return text === whole ? undefined : text;
}
