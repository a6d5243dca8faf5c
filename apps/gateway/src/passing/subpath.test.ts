import fc from 'fast-check';
import { expect, test } from 'vitest';
import { subpathOf } from './subpath.ts';

test.each([
  ['/anthropic', ''],
  ['/anthropic/', ''],
  ['/anthropic/v1/messages', '/v1/messages'],
  ['/anthropic//v1///messages/', '/v1/messages/'],
  ['/anthropic/v1/skills/%E6%8A%80', '/v1/skills/%E6%8A%80'],
  ['/anthropic/model/arn%3Aaws%2Fprofile/invoke', '/model/arn%3Aaws%2Fprofile/invoke'],
  ['/anthropic/v1beta/models/g:streamGenerateContent', '/v1beta/models/g:streamGenerateContent'],
  ['/anthropic/@evil.example/x', '/@evil.example/x'],
  ['/anthropic/http://evil.example/x', '/http:/evil.example/x'],
  ['/anthropic/a..b/...c', '/a..b/...c'],
])('%s goes on as %s', (path, rest) => {
  expect(subpathOf(path, '/anthropic')).toBe(rest);
});

test.each([
  '/anthropic/../admin',
  '/anthropic/v1/..',
  '/anthropic/v1/./x',
  '/anthropic/%2e%2e/admin',
  '/anthropic/.%2E/admin',
  '/anthropic/%252e%252e/admin',
  '/anthropic/%25252e%25252e/admin',
  '/anthropic/v1%2f..%2fadmin',
  '/anthropic/v1/..%5cadmin',
  '/anthropic/v1\\..\\admin',
  '/anthropic/..;/admin',
  '/anthropic/%00',
  '/anthropic/%0d%0ahost:%20evil',
  '/anthropic/%zz',
  '/anthropic/%c0%ae%c0%ae/admin',
  '/anthropic/v1 HTTP',
])('%s goes nowhere', (path) => {
  expect(() => subpathOf(path, '/anthropic')).toThrow('may not be passed through');
});

test('whatever is let through stays below the address, also for who decodes it', () => {
  const part = fc.constantFrom(
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%252e',
    '/',
    '%2f',
    '%5c',
    '\\',
    'a',
    '@',
    ':',
    '//',
    ';',
    '?',
    '#',
    'v1',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      let rest: string;
      try {
        rest = subpathOf(`/anthropic/${parts.join('')}`, '/anthropic');
      } catch {
        return;
      }
      const url = new URL(`https://vendor.example/base${rest}`);
      expect(url.origin).toBe('https://vendor.example');
      expect(`${url.pathname}/`.startsWith('/base/')).toBe(true);
      const decoded = new URL(`https://vendor.example/base${decodeURIComponent(rest)}`.replaceAll('\\', '/'));
      expect(`${decoded.pathname}/`.startsWith('/base/')).toBe(true);
    }),
    { seed: 14, numRuns: 3_000 },
  );
});
