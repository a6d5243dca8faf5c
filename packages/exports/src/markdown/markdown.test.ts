import fc from 'fast-check';
import { marked, type Token } from 'marked';
import { beforeAll, expect, it } from 'vitest';
import { exportScript } from '../export-script.ts';
import { anyText, withoutSpace, prepareWorld } from '../testing/arbitrary-script.ts';
import { markdown } from './markdown.ts';

beforeAll(prepareWorld);

/** What a reader sees, block by block. */
function blocksOf(text: string): { readonly type: string; readonly text: string }[] {
  return marked.lexer(text).filter(({ type }) => type !== 'space').map((token) => ({ type: token.type, text: seen([token]) })); // prettier-ignore
}

function seen(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'list') return seen((token as { items: Token[] }).items);
      if ('tokens' in token && token.tokens !== undefined) return seen(token.tokens);
      return 'text' in token ? decoded(String(token.text)) : '';
    })
    .join('');
}

function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? ''); // prettier-ignore
}

it('shows scenes with their times, what is said and what is seen', () => {
  const { text } = exportScript(markdown, {
    title: 'Warum Kaffee wirkt',
    logline: 'Müdigkeit, versteckt.',
    language: 'de',
    cta: 'Abonnieren.',
    scenes: [
      { role: 'hook', narration: 'Erster Satz.\n\nZweiter.', visual: 'Eine Tasse', on_screen_text: '1 × Kaffee', broll: [{ query_en: 'cup' }], start_seconds: 0, end_seconds: 65 }, // prettier-ignore
    ],
    claims: [{ text: 'Koffein blockiert Adenosin.', needs_check: true }],
  });
  expect(text).toBe(`# Warum Kaffee wirkt

*Müdigkeit, versteckt.*

de · 1:05

## 1. Hook (0:00–1:05)

Erster Satz.

Zweiter.

- **On screen:** 1 × Kaffee
- **Visual:** Eine Tasse
- **Footage:** cup

## Call to action

Abonnieren.

## Claims

- [ ] Koffein blockiert Adenosin.
`);
});

it('adds metadata where it is given', () => {
  const metadata = { title: 'T [1]', description: 'One.\n\nTwo.', tags: ['a_b', 'c'] };
  const { text } = exportScript(markdown, { scenes: [{ narration: 'x', end_seconds: 1 }] }, {}, metadata);
  expect(text).toContain('## Metadata\n\n**T \\[1\\]**\n\nOne.\n\nTwo.\n\na\\_b, c\n');
});

it.each([
  '# no heading',
  '- no list',
  '1. no list',
  '1) no list',
  '> no quote',
  '---',
  '===',
  '***',
  '```',
  '~~~ js',
  '| a | b |',
  '    code',
  '<b>x</b>',
  '[a](http://b.c)',
  '![i](j)',
  'a_b_c *d*',
  '&amp; &copy;',
  'https://e.org/a_b',
  'www.e.org',
  'me@e.org',
  '+ x',
  '\\',
])(
  // prettier-ignore
  'reads %j as a paragraph of these words',
  (narration) => {
    const { text } = exportScript(markdown, { scenes: [{ narration, end_seconds: 1 }] });
    const [, , spoken] = blocksOf(text);
    expect(spoken).toEqual({ type: 'paragraph', text: narration.trim() });
  },
);

it('says what the script says, whatever that is', () => {
  fc.assert(
    fc.property(anyText, anyText, (title, narration) => {
      const { text } = exportScript(markdown, { title, scenes: [{ narration, end_seconds: 1 }] });
      const blocks = blocksOf(text);
      const spoken = blocks.slice(blocks.findIndex((block) => block.text.startsWith('1. Scene')) + 1);
      expect(spoken.every(({ type }) => type === 'paragraph')).toBe(true);
      expect(withoutSpace(spoken.map((block) => block.text).join(''))).toBe(withoutSpace(narration));
    }),
  );
});
