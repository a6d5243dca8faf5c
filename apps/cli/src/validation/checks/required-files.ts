import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { error, type Check } from '../check.ts';

/** Without one of these the stack does not start, in processes or in containers. */
const REQUIRED = [
  'package.json',
  'package-lock.json',
  '.env.example',
  'docker-compose.yml',
  'runtime/bootstrap.mjs',
  'runtime/side-install.mjs',
  'runtime/package-lock.json',
  'apps/gateway/src/main.ts',
  'apps/mpc-api/src/main.ts',
  'ai-infra/docker/Dockerfile',
  'ai-infra/litellm/config/local.yaml',
  'ai-infra/litellm/config/openai-only.yaml',
  'ai-infra/litellm/config/anthropic-only.yaml',
  'ai-infra/litellm/config/multi-provider.yaml',
  'ai-infra/litellm/config/production-fallback.yaml',
];

export const requiredFiles: Check = {
  id: 'files.required',
  title: 'every file that the stack needs is here',
  run: ({ root }) =>
    REQUIRED.filter((path) => !existsSync(join(root, path))).map((path) =>
      error(`${path} is missing`, `bring it back: git checkout -- ${path}`, root),
    ),
};
