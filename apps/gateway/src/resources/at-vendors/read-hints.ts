import type { FastifyRequest } from 'fastify';
import { badRequest } from '../../failure/gateway-error.ts';
import type { Mapping } from '../../json/mapping.ts';
import type { KeeperHints } from './keeper.ts';

/** LiteLLM's members, which no vendor is sent. */
export const HINTS = ['custom_llm_provider', 'provider', 'model', 'target_model_names', 'target_storage'] as const;

const IN_PATH = /^\/(?<provider>[a-z][a-z0-9_]*)\/v1\/(?:files|batches)(?:[/?]|$)/;

/** Who is meant by a request: its path, headers, query and body are looked at in LiteLLM's order. Throws a 400. */
export function readHints({ raw, headers }: FastifyRequest, body: Mapping = {}): KeeperHints {
  const { url = '' } = raw;
  const query = new URLSearchParams(url.split('?', 2)[1]);
  const said = (name: string): string | undefined => text(query.get(name)) ?? text(body[name]);
  return {
    provider:
      IN_PATH.exec(url)?.groups?.provider ??
      text(headers['custom-llm-provider']) ??
      said('custom_llm_provider') ??
      said('provider'),
    model:
      text(body.model) ??
      text(query.get('model')) ??
      text(headers['x-litellm-model']) ??
      oneOf(said('target_model_names')),
  };
}

/** What else a query says goes on to the vendor. */
export function withoutHints(url: string): URLSearchParams {
  const query = new URLSearchParams(url.split('?', 2)[1]);
  for (const name of HINTS) query.delete(name);
  return query;
}

function oneOf(names: string | undefined): string | undefined {
  const listed =
    names
      ?.split(',')
      .map((name) => name.trim())
      .filter(Boolean) ?? [];
  if (listed.length > 1) {
    throw badRequest(
      'target_model_names: a file goes to the vendor of one model; upload it once for each',
      'target_model_names',
    );
  }
  return listed[0];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
