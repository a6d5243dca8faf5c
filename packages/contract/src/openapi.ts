import { openApiDocument as documentOf } from '@showrunner/routes';
import { errorEnvelope, problemDetails, successEnvelope } from './envelopes.ts';
import { workspaceQuery } from './key.ts';
import { routes } from './routes/routes.ts';

export interface OpenApiOptions {
  readonly version: string;
  /** Where the API is reached; a relative address when absent. */
  readonly serverUrl?: string;
}

/** The content API's reference as OpenAPI 3.1. */
export function openApiDocument({ version, serverUrl = '/' }: OpenApiOptions): Record<string, unknown> {
  return documentOf(
    {
      title: 'Showrunner content API',
      version,
      description:
        'Scripts that fit their slot, thumbnail prompts and metadata that platforms accept, checked by code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      serverUrl,
      security: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key' },
      },
      queryOfKeys: workspaceQuery,
      envelope: successEnvelope,
      errors: {
        forms: {
          'application/json': { name: 'Error', schema: errorEnvelope },
          'application/problem+json': { name: 'Problem', schema: problemDetails },
        },
        always: ['BAD_REQUEST', 'RATE_LIMIT_EXCEEDED', 'INTERNAL_ERROR', 'SERVICE_UNAVAILABLE'],
        ofKeys: ['UNAUTHORIZED', 'FORBIDDEN'],
      },
    },
    routes,
  );
}
