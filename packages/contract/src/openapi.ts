import { inOpenApi30, openApiDocument as documentOf, type ApiExamples } from '@showrunner/routes';
import { errorEnvelope, problemDetails, successEnvelope } from './envelopes.ts';
import { workspaceQuery } from './key.ts';
import { routes, tags } from './routes/routes.ts';

export interface OpenApiOptions {
  readonly version: string;
  /** Where the API is reached; a relative address when absent. */
  readonly serverUrl?: string;
  /** What the API was asked and answered once: `readExamples()` of `@showrunner/contract/examples`. */
  readonly examples?: ApiExamples;
  readonly dialect?: '3.1' | '3.0';
}

/** The content API's reference as OpenAPI 3.1, or in the words of 3.0. */
export function openApiDocument({
  version,
  serverUrl = '/',
  examples,
  dialect = '3.1',
}: OpenApiOptions): Record<string, unknown> {
  const document = documentOf(
    {
      title: 'Showrunner content API',
      version,
      description:
        'Scripts that fit their slot, thumbnail prompts and metadata that platforms accept, checked by code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      serverUrl,
      tags,
      ...(examples === undefined ? {} : { examples }),
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
        // `workspace` may be no name of one.
        ofKeys: ['UNAUTHORIZED', 'FORBIDDEN', 'VALIDATION_ERROR'],
        ofBodies: ['too_large', 'unsupported_media_type'],
      },
    },
    routes,
  );
  return dialect === '3.0' ? inOpenApi30(document) : document;
}
