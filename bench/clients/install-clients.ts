import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installOnce, PEERS_CACHE } from '../peers/install-once.ts';
import { LITELLM_VERSION } from '../peers/litellm.ts';

const run = promisify(execFile);

const PYTHON_FOLDER = join(PEERS_CACHE, 'clients-python');
export const NODE_FOLDER = join(PEERS_CACHE, 'clients-npm');
export const PYTHON = join(PYTHON_FOLDER, 'bin/python');

const PYTHON_PACKAGES = [
  'anthropic==2.14.0',
  'instructor==1.17.0',
  'langchain-openai==1.7.4',
  'llama-index-llms-openai==0.8.3',
  'llama-index-llms-openai-like==0.8.1',
  'openai==2.54.0',
  'pydantic-ai-slim[openai]==2.31.1',
  `litellm==${LITELLM_VERSION}`,
];
const NODE_PACKAGES = [
  '@ai-sdk/anthropic@3.0.140',
  '@ai-sdk/openai@3.0.141',
  '@anthropic-ai/sdk@1.14.0',
  '@langchain/core@1.4.0',
  '@langchain/openai@1.5.8',
  'ai@6.0.326',
  'openai@6.49.0',
  'zod@4.6.7',
];

/** Puts the clients on this machine, unless they are there. */
export async function installClients(): Promise<void> {
  await installOnce(PYTHON_FOLDER, async (folder) => {
    await run('python3', ['-m', 'venv', folder]);
    await run(join(folder, 'bin/pip'), ['install', '--quiet', ...PYTHON_PACKAGES]);
  });
  await installOnce(NODE_FOLDER, async (folder) => {
    await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    await run('npm', ['install', ...flags, ...NODE_PACKAGES], { cwd: folder });
  });
}
