import { expect, test } from 'vitest';
import { refusalIn } from './refusal.ts';

test.each([
  "I'm sorry, but I can't assist with that request.",
  'I’m sorry, I can’t help with that.',
  'Sorry, I cannot create content about this topic.',
  'I cannot provide instructions for this.',
  "I'm unable to help with that.",
  'As an AI language model, I cannot write that.',
  'Es tut mir leid, aber dabei kann ich nicht helfen.',
  'Lo siento, pero no puedo ayudarte con eso.',
  'Désolé, mais je ne peux pas répondre à cette demande.',
])('"%s" is a refusal, as a text and as the first text of an object', (text) => {
  expect(refusalIn(`  ${text}\n`)).toBe(text);
  expect(refusalIn({ hook: '', scenes: [{ narration: text }] })).toBe(text);
});

test.each([
  'I’m sorry, said the barista, the machine is cold.',
  'Sorry, we are closed: that is what the sign says every Monday.',
  'You cannot help it: the smell pulls you in.',
  'I can’t believe how quiet nine bars of pressure are.',
  'Unfortunately, most cafés grind too coarse.',
  'Es tut mir leid um jeden verbrannten Espresso.',
])('"%s" is none', (text) => {
  expect(refusalIn(text)).toBeUndefined();
  expect(refusalIn({ title: 'Espresso', hook: text })).toBeUndefined();
});
