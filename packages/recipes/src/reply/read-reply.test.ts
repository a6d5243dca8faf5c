import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply, textSoFar } from './read-reply.ts';

const SYSTEM =
  'You write titles. Answer in plain words that one person says to another.\n\nTitles\n- Never use "delve" or any other stock phrase.';
const asked = { system: SYSTEM, prompt: 'Topic: espresso' };
const idea = {
  ...asked,
  part: 'idea',
  reply: { form: 'json', name: 'idea', schema: z.object({ title: z.string() }) },
} as const;
const sentence = { ...asked, part: 'scenes[1].narration', reply: { form: 'text' } } as const;

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
    const reading = read('{"title":{"en":"Espresso","de":"Kaffee"}}');
    expect(reading.usable ? '' : reading.finding).toContain('title');
  });

  it.each([
    ['{"narration": "Nine bars make a cup."}', []],
    ['Sure! Here is the scene:\n\nNine bars make a cup.', ['Sure! Here is the scene:']],
    ['Nine bars make a cup.\n\nAvísame si quieres cambios.', ['Avísame si quieres cambios.']],
    ['以下是修改后的旁白：\n\nNine bars make a cup.', ['以下是修改后的旁白：']],
  ])('takes off a text what stands around it, and tells the words: %j', (text, removed) => {
    const finding = { name: 'reply_wrapping', path: 'scenes[1].narration', removed };
    expect(readReply({ text, finishReason: 'stop', refusal: null }, sentence)).toMatchObject({
      value: 'Nine bars make a cup.',
      fixes: removed.length === 0 ? [] : [{ outcome: 'fixed', finding }],
    });
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

describe('an answer that says one thing again and again', () => {
  const titles = z.array(z.object({ text: z.string(), angle: z.string() }));
  const schema = z.object({ titles, description: z.string(), tags: z.array(z.string()) });
  const metadata = { ...idea, topic: 'How espresso works', reply: { form: 'json', name: 'metadata', schema } } as const;
  const metadataOf = (text: string, description = text) => ({
    text: JSON.stringify({
      titles: ['curiosity', 'question'].map((angle) => ({ text, angle })),
      description,
      tags: ['how espresso works'],
    }),
    finishReason: 'stop',
    refusal: null,
  });

  it.each([
    "That's a line I won't cross.",
    'Samahani, siwezi kusaidia na ombi hili.',
    'そういう内容は書かないことにしています。',
  ])('is a refusal where nothing of the topic is in it, whatever its words: %s', (said) => {
    expect(readReply(metadataOf(said), metadata)).toMatchObject({ usable: false, fault: 'refused' });
  });

  it('is none where the description goes on, in another language even', () => {
    expect(readReply(metadataOf('九気圧の秘密', 'ポンプがお湯を押します。'), metadata).usable).toBe(true);
    expect(readReply(metadataOf('Why espresso is sour'), metadata).usable).toBe(true);
  });
});

describe('what a reply copies of its question', () => {
  const fixOf = (value: number, path: string) => [
    { kind: 'fixed', outcome: 'fixed', finding: expect.objectContaining({ name: 'repeated_question', value, path }) },
  ];

  it.each([
    ['around the whole', '<<< Hot water meets coffee. >>>', 'Hot water meets coffee.', 2],
    ['at the end', 'Странно, но правда. >>>', 'Странно, но правда.', 1],
    ['at the beginning and inside', '>>> 水が来る。 >>> >>> 豆を挽く。', '水が来る。 豆を挽く。', 3],
    ['around a piece', 'Look: <<< steam >>> rises.', 'Look: steam rises.', 2],
  ])('loses the marks of material %s, with a finding', (_where, text, value, count) => {
    expect(readReply({ text, finishReason: 'stop', refusal: null }, sentence)).toEqual({
      usable: true,
      value,
      fixes: fixOf(count, 'scenes[1].narration'),
    });
    expect(read(JSON.stringify({ title: text }))).toEqual({
      usable: true,
      value: { title: value },
      fixes: fixOf(count, 'idea'),
    });
  });

  it.each([
    'In bash, cat <<< "$name" feeds a text to a program.',
    'Python waits behind >>> for what you type.',
    'A conflict begins with <<<<<<< HEAD and ends with >>>>>>> main',
    'a << b >> c',
  ])('keeps marks that are the text’s own: %s', (title) => {
    expect(read(JSON.stringify({ title }))).toEqual({ usable: true, value: { title }, fixes: [] });
  });

  it('loses sentences of the system prompt, in text and in JSON', () => {
    const text = 'Answer in plain words that one person says to another. Nine bars make a cup.';
    const value = 'Nine bars make a cup.';
    expect(readReply({ text, finishReason: 'stop', refusal: null }, sentence)).toEqual({
      usable: true,
      value,
      fixes: fixOf(1, 'scenes[1].narration'),
    });
    const title = 'Nine bars. Never use "delve" or any other stock phrase.';
    expect(read(JSON.stringify({ title }))).toMatchObject({ usable: true, value: { title: 'Nine bars. ' } });
  });

  it('is nothing usable where nothing else was said', () => {
    const text = 'Answer in plain words that one person says to another.';
    expect(readReply({ text, finishReason: 'stop', refusal: null }, sentence)).toMatchObject({ fault: 'empty' });
  });

  it('keeps a sentence that the caller wrote as well', () => {
    const text = 'Answer in plain words that one person says to another.';
    const question = { ...sentence, prompt: `Topic: ${text}` };
    expect(readReply({ text, finishReason: 'stop', refusal: null }, question)).toMatchObject({
      value: text,
      fixes: [],
    });
  });
});

it.each([
  ['<<< Hello there. Come in.', 'Hello there. Come in.'],
  ['<think>I should', ''],
  ['<think>So.</think>Hello.', 'Hello.'],
  ['```text\nHello. The', 'Hello. The'],
  ['{"narration": "Hello. The', 'Hello. The'],
  ['Sure! Here is the narration: Hello. The', 'Hello. The'],
  ['Salt &amp; pepper\0', 'Salt & pepper'],
])('a growing text, %j, says what the whole one will', (text, said) => {
  expect(textSoFar(text)).toBe(said);
});
