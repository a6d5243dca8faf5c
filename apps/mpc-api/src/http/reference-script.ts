import Fastify from 'fastify';

let script: Promise<string> | undefined;

/**
 * Scalar's browser script. Its package only hands it out through its own plugin, and holds 5 MB: both are loaded when
 * somebody opens the reference, in an application of their own that is dropped again.
 */
export function loadReferenceScript(): Promise<string> {
  script ??= readScript().catch((error: unknown) => {
    script = undefined;
    throw error;
  });
  return script;
}

async function readScript(): Promise<string> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const app = Fastify();
  await app.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } });
  const { body, statusCode } = await app.inject('/docs/js/scalar.js');
  await app.close();
  if (statusCode !== 200) throw new Error(`The API reference's script could not be read (${statusCode}).`);
  return body;
}
