import { expect, it } from 'vitest';
import { unknownPath } from './unknown-path.ts';

it.each([
  ['/voices', 'brand-voices'],
  ['/brandvoices/x', 'brand-voices'],
  ['/batches?limit=5', 'batch'],
  ['/job/job_1', 'jobs'],
  ['/Jobs', 'jobs'],
  ['/generat/script', 'generate'],
  ['/webhook/test', 'webhooks'],
])('of %s it says what was probably meant', (url, meant) => {
  expect(unknownPath({ method: 'GET', url }).message).toContain(`Did you mean /${meant}?`);
});

it.each(['/', '//', '/jobs/job_1/nothing', '/wp-admin', `/${'x'.repeat(5_000)}`])('of %s it does not guess', (url) => {
  const { message } = unknownPath({ method: 'GET', url });
  expect(message).not.toContain('Did you mean');
  expect(message).toContain('/docs');
  expect(message.length).toBeLessThan(400);
});
