import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findJson, readReply, withoutReasoning } from './read-reply.ts';

const wanted = { form: 'json', name: 'idea', schema: z.object({ title: z.string() }) } as const;

function read(text: string, finishReason = 'stop', refusal: string | null = null) {
  return readReply({ text, finishReason, refusal }, wanted);
}

describe('reading a model answer', () => {
  it.each([
    ['bare', '{"title":"Espresso"}'],
    ['fenced', '```json\n{"title":"Espresso"}\n```'],
    ['between prose', 'Sure! Here {as asked} it is:\n{"title":"Espresso"}\nAnything else?'],
    ['after reasoning', '<think>Maybe {"title":"No"}?</think>\n{"title":"Espresso"}'],
    ['after reasoning whose opening tag the template ate', 'the user wants a title</think>{"title":"Espresso"}'],
    ['fenced after prose with a footnote', 'As in [1]:\n```\n{"title":"Espresso"}\n```'],
  ])('finds JSON that comes %s', (_how, text) => {
    expect(read(text)).toEqual({ usable: true, value: { title: 'Espresso' } });
  });

  it('keeps braces and tags that belong to a string', () => {
    const title = 'Why } and <think> are "fine"';
    expect(read(`Here: ${JSON.stringify({ title })} done`)).toEqual({ usable: true, value: { title } });
  });

  it.each([
    ['empty', '', 'stop', null],
    ['empty', '<think>only thoughts', 'stop', null],
    ['truncated', '{"title":"Espre', 'length', null],
    ['truncated', '{"title":"Espresso"}', 'length', null],
    ['refused', '', 'stop', 'I cannot help with that.'],
    ['refused', "I'm sorry, but I can't assist with that.", 'stop', null],
    ['refused', '{"title":"I cannot create content about this."}', 'stop', null],
    ['refused', '{"title":"Es', 'content_filter', null],
    ['not_json', 'I would rather talk about tea.', 'stop', null],
    ['not_json', '<html><body>502</body></html>', 'stop', null],
    ['wrong_shape', '{"name":"Espresso"}', 'stop', null],
  ])('names the fault %s of %j', (fault, text, finishReason, refusal) => {
    expect(read(text, finishReason, refusal)).toMatchObject({ usable: false, fault });
  });

  it('tells the model which member was wrong', () => {
    const reading = read('{"title":7}');
    expect(reading.usable ? '' : reading.finding).toContain('title');
  });

  it('takes the fence off a text answer', () => {
    const answer = { text: '```\nA hook.\n```', finishReason: 'stop', refusal: null };
    expect(readReply(answer, { form: 'text' })).toEqual({ usable: true, value: 'A hook.' });
  });

  it('takes out what only a terminal or a store would act on, and leaves what is text', () => {
    const title = '\u001b[31mEspresso\u001b[0m\u0000 \u001b]8;;http://evil\u0007now\u009b2J\ud83d <b>"C:\\dir"</b>\n🎬';
    const inert = 'Espresso now\ufffd <b>"C:\\dir"</b>\n🎬';
    expect(read(JSON.stringify({ title }))).toEqual({ usable: true, value: { title: inert } });
    expect(readReply({ text: title, finishReason: 'stop', refusal: null }, { form: 'text' })).toEqual({
      usable: true,
      value: inert,
    });
  });

  it('leaves a text that a limit has cut to the recipe, which knows what is whole of it', () => {
    const cut = { text: '```\nA hook. And the sec', finishReason: 'length', refusal: null };
    expect(readReply(cut, { form: 'text' })).toEqual({ usable: true, value: 'A hook. And the sec' });
    const onlyThoughts = { text: '<think>The user wants', finishReason: 'length', refusal: null };
    expect(readReply(onlyThoughts, { form: 'text' })).toMatchObject({ usable: false, fault: 'truncated' });
  });

  it('gives up on thousands of unbalanced openings without taking seconds', () => {
    const startedAt = performance.now();
    expect(findJson('{['.repeat(200_000))).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('leaves text without reasoning as it is', () => {
    expect(withoutReasoning('{"a":"</think>"}')).toBe('{"a":"</think>"}');
  });
});
