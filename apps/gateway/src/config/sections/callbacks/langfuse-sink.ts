import { Secret } from '@showrunner/service';
import type { Section } from '../../reading/section.ts';
import type { LangfuseSink } from './callback.ts';
import { missing } from './sink-reader.ts';

/** Langfuse's own service (its documentation, 2026-11). */
const LANGFUSE = 'https://cloud.langfuse.com';

/** By its variables, which both of its sinks share. */
export function readLangfuse(settings: Section): LangfuseSink | undefined {
  const {
    LANGFUSE_PUBLIC_KEY: publicKey,
    LANGFUSE_SECRET_KEY: secretKey,
    LANGFUSE_HOST: host,
    LANGFUSE_BASE_URL: base,
    LANGFUSE_TRACING_ENVIRONMENT: environment,
  } = settings.environment;
  if (!publicKey) return missing(settings, 'public_key', 'LANGFUSE_PUBLIC_KEY');
  if (!secretKey) return missing(settings, 'secret_key', 'LANGFUSE_SECRET_KEY');
  const address = host ?? base ?? LANGFUSE;
  const whole = /^https?:\/\//.test(address) ? address : `https://${address}`;
  return {
    kind: 'langfuse',
    host: whole.replace(/\/+$/, ''),
    publicKey,
    secretKey: new Secret(secretKey),
    environment: environment || undefined,
  };
}
