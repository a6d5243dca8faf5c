import { openApiDocument } from '@showrunner/routes';
import { z } from 'zod';
import manifest from '../../../package.json' with { type: 'json' };
import { managementRoutes } from '../../manage/serve-management.ts';
import { resourceRoutes } from '../../resources/serve-resources.ts';
import { formPaths, modelRoutes } from './model-routes.ts';

const { STATUS_CODES } = process.getBuiltinModule('node:http');

/** LiteLLM's form of an error. */
const error = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullable(),
    param: z.string().nullable(),
    code: z.string(),
  }),
});

/** The gateway's API as OpenAPI 3.1, made from the tables that serve it. */
export function gatewayDocument(serverUrl: string): Record<string, unknown> {
  const document = openApiDocument(
    {
      title: 'Showrunner gateway',
      version: manifest.version,
      description:
        'One API over all providers, in OpenAI’s, Anthropic’s and LiteLLM’s forms. Each path is served with and without `/v1`; vendors’ own APIs lie below their names (`/anthropic/…`, `/gemini/…`).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      serverUrl: serverUrl === '' ? '/' : serverUrl,
      tags: {},
      security: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
      envelope: (data, meta) => z.object({ data, meta }),
      errors: {
        forms: { 'application/json': { name: 'Error', schema: error } },
        always: ['BAD_REQUEST', 'RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'SERVICE_UNAVAILABLE'],
        ofKeys: ['UNAUTHORIZED', 'FORBIDDEN'],
        ofBodies: ['too_large', 'unsupported_media_type'],
        words: (status) => STATUS_CODES[status] ?? String(status),
      },
    },
    { ...modelRoutes, ...resourceRoutes, ...managementRoutes },
  );
  withForms(document.paths as Readonly<Record<string, Record<string, Operation>>>);
  return document;
}

interface Operation {
  requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, unknown>> };
}

/** A form is sent where a file is. */
function withForms(paths: Readonly<Record<string, Record<string, Operation>>>): void {
  const form = {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' }, model: { type: 'string' } } },
  };
  for (const path of formPaths) {
    const { post } = paths[path] ?? {};
    if (post) post.requestBody = { required: true, content: { 'multipart/form-data': form } };
  }
}
