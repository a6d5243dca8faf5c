import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from './read-reply.ts';

const idea = {
  part: 'idea',
  reply: { form: 'json', name: 'idea', schema: z.object({ title: z.string() }) },
} as const;
const sentence = { part: 'scenes[1].narration', reply: { form: 'text' } } as const;

function read(text: string, finishReason = 'stop', refusal: string | null = null) {
  return readReply({ text, finishReason, refusal }, idea);
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
    expect(read(text)).toEqual({ usable: true, value: { title: 'Espresso' }, fixes: [] });
  });

  it('keeps braces and tags that belong to a string', () => {
    const title = 'Why } and <think> are "fine"';
    expect(read(`Here: ${JSON.stringify({ title })} done`)).toEqual({ usable: true, value: { title }, fixes: [] });
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
    expect(readReply(answer, sentence)).toEqual({ usable: true, value: 'A hook.', fixes: [] });
  });

  it('takes out what only a terminal or a store would act on, and leaves what is text', () => {
    const title = '\u001b[31mEspresso\u001b[0m\u0000 \u001b]8;;http://evil\u0007now\u009b2J\ud83d <b>"C:\\dir"</b>\n🎬';
    const inert = 'Espresso now <b>"C:\\dir"</b>\n🎬';
    const finding = { name: 'null_characters', value: 1 };
    expect(read(JSON.stringify({ title }))).toMatchObject({ value: { title: inert }, fixes: [{ finding }] });
    expect(readReply({ text: title, finishReason: 'stop', refusal: null }, sentence)).toMatchObject({
      value: inert,
      fixes: [{ outcome: 'fixed', finding: { ...finding, path: 'scenes[1].narration' } }],
    });
  });

  it('tells that it took out U+0000 in whatever way it was written', () => {
    const reading = read('{"title":"Nine\\u0000 bars\u0000 of&#0; pressure&#x00;"}');
    const fixes = [{ outcome: 'fixed', finding: { name: 'null_characters', value: 4 } }];
    expect(reading).toMatchObject({ value: { title: 'Nine bars of pressure' }, fixes });
  });

  it('leaves a text that a limit has cut to the recipe, which knows what is whole of it', () => {
    const cut = { text: '```\nA hook. And the sec', finishReason: 'length', refusal: null };
    expect(readReply(cut, sentence)).toEqual({ usable: true, value: 'A hook. And the sec', fixes: [] });
    const onlyThoughts = { text: '<think>The user wants', finishReason: 'length', refusal: null };
    expect(readReply(onlyThoughts, sentence)).toMatchObject({ usable: false, fault: 'truncated' });
  });

  it('gives up on thousands of unbalanced openings without taking seconds', () => {
    const startedAt = performance.now();
    expect(read('{['.repeat(200_000)).usable).toBe(false);
    expect(read('{ "'.repeat(50_000)).usable).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
  });

  it('leaves text without reasoning as it is', () => {
    expect(read('{"title":"</think>"}')).toMatchObject({ value: { title: '</think>' } });
  });
});
