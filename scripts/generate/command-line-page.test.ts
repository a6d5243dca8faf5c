import { expect, test } from 'vitest';
import { commandLinePage } from './command-line-page.ts';

test('what an option takes is a sentence of its own after a description that ends with a full stop', async () => {
  const page = await commandLinePage.content('');
  expect(page).toContain('none: no text. One of auto, overlay, none.');
  expect(page).toContain('as SHOWRUNNER_RUNTIME says; one of ');
  expect(page).not.toMatch(/[.!?];/);
});
