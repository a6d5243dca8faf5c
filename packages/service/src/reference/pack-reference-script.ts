// A program: reads Scalar's browser script out of its package and writes it, packed by gzip, to standard output.
import { gzipSync } from 'node:zlib';
import scalar from '@scalar/fastify-api-reference';
import Fastify from 'fastify';

// The package only hands the script out through its own plugin.
const app = Fastify();
await app.register(scalar, { routePrefix: '/docs', configuration: { url: '/openapi.json' } });
const { body, statusCode } = await app.inject('/docs/js/scalar.js');
if (statusCode !== 200) throw new Error(`The API reference's script could not be read (${statusCode}).`);
process.stdout.write(gzipSync(body));
