import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';

const open = { method: 'get', tag: 'Reference', scope: null, errors: [] } as const;
const html = { kind: 'text', mediaType: 'text/html; charset=utf-8' } as const;

/** The API reference, and the pages around it for browsers. They describe the API and are no part of it. */
export const referenceRoutes = {
  openRoot: { ...open, path: '/', summary: 'Leads to the reference', answer: html },
  getReferencePage: { ...open, path: '/docs', summary: 'The API reference to read', answer: html },
  getReferenceScript: {
    ...open,
    path: '/docs/reference.js',
    summary: 'The script of that page',
    answer: { kind: 'text', mediaType: 'text/javascript; charset=utf-8' },
  },
  getOpenApi: {
    ...open,
    path: '/openapi.json',
    summary: 'The API reference as OpenAPI 3.1',
    query: z.object({
      dialect: z
        .enum(['3.1', '3.0'])
        .default('3.1')
        .describe('3.0 for tools that read no other, with absolute addresses.'),
    }),
    answer: { kind: 'text', mediaType: 'application/json; charset=utf-8' },
  },
} as const satisfies RouteTable;
