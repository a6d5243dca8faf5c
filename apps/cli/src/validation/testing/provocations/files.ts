import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provocations } from '../provocation.ts';

export const files: Provocations = {
  'files.required': {
    breaks: (checkout) => checkout.remove('docker-compose.yml'),
    finds: /^docker-compose\.yml is missing$/,
  },
  'files.line-ends': {
    breaks: (checkout) => checkout.write('showrunner', '#!/bin/sh\r\nexec node\r\n'),
    finds: /^showrunner has Windows line ends/,
  },
  'files.place': {
    // The name of a folder cannot be changed under a test that runs in it.
    breaks: (checkout) => Object.assign(checkout, { root: `${checkout.root}/a:b` }),
    finds: /has a colon/,
  },
  'runtime.node': {
    breaks: (checkout) => checkout.change({ machine: { nodeVersion: '22.11.0' } }),
    finds: /^This is Node 22\.11\.0; 24 or newer is needed$/,
  },
  'runtime.lockfile': {
    prepares: ({ root, remove, write }) => withStamp(root, remove, write),
    breaks: ({ write }) => write('package-lock.json', '{"packages":{}}'),
    finds: /belong to another lockfile/,
  },
  'runtime.dependencies': {
    breaks: ({ remove, write }) => {
      remove('node_modules');
      write('node_modules/empty', '');
    },
    finds: /^@\S+, .* and \d+ more are missing$/,
  },
};

/** What the bootstrap leaves behind an installation. */
function withStamp(root: string, remove: (path: string) => void, write: (path: string, text: string) => string): void {
  const lockfile = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  remove('node_modules');
  write('node_modules/.showrunner-install.json', JSON.stringify({ lockfile, development: true }));
}
