import type { RouteTable } from '@showrunner/routes';
import { z } from 'zod';
import { listQuery } from '../list-query.ts';
import { pathsBelow } from '../at-vendors/paths.ts';

const shape = { kind: 'json', name: 'File', schema: z.record(z.string(), z.unknown()) } as const;
const tag = 'Files';
const errors = ['NOT_FOUND'] as const;

/** Files that lie with vendors (OpenAI's API reference, "Files", 2026-11). */
export const fileRoutes = {
  createFile: {
    ...pathsBelow('files', ''),
    method: 'post',
    tag,
    summary: 'Upload a file',
    description: 'A form with `file` and `purpose`; it goes on to the vendor while it comes.',
    scope: 'files:write',
    answer: shape,
    errors: ['too_large', 'unsupported_media_type'],
  },
  listFiles: {
    ...pathsBelow('files', ''),
    method: 'get',
    tag,
    summary: 'List the files of one’s own',
    scope: 'files:read',
    query: z.looseObject({
      ...listQuery(10_000, 10_000),
      purpose: z
        .string()
        .regex(/^[\w-]{1,64}$/, 'must be one word')
        .optional(),
    }),
    answer: { kind: 'json', name: 'Files', schema: z.record(z.string(), z.unknown()) },
    errors: [],
  },
  getFile: {
    ...pathsBelow('files', '/{id}'),
    method: 'get',
    tag,
    summary: 'Read what is known of a file',
    scope: 'files:read',
    answer: shape,
    errors,
  },
  deleteFile: {
    ...pathsBelow('files', '/{id}'),
    method: 'delete',
    tag,
    summary: 'Delete a file',
    scope: 'files:write',
    answer: shape,
    errors,
  },
  getFileContent: {
    ...pathsBelow('files', '/{id}/content'),
    method: 'get',
    tag,
    summary: 'Read a file',
    scope: 'files:read',
    answer: { kind: 'text', mediaType: 'application/octet-stream' },
    errors,
  },
} as const satisfies RouteTable;
