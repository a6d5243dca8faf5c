import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { askForToken, endOf, keptToken, type Token } from '../kit/request/access-token.ts';
import { unauthorised } from '../kit/failure/failures.ts';
import { asString, isJsonObject } from '../kit/json.ts';
import { defineOpenAiVendor } from '../openai-wire/openai-vendor.ts';
import type { ProviderSettings } from '../spec/call.ts';

const TOKEN_URL = 'https://api.github.com/copilot_internal/v2/token';

/** Where LiteLLM keeps the token of whoever signed in (1.108.7, `llms/github_copilot/authenticator.py`). */
const TOKEN_FOLDER = '.config/litellm/github_copilot';
const TOKEN_FILE = 'access-token';

/** What GitHub's tokens begin with (docs.github.com, "GitHub's token formats", 2026-11); Copilot's own do not. */
const GITHUB_TOKEN = /^(gho_|ghu_|ghp_|github_pat_)/;

/** As whom Copilot knows programs that chat: as an editor. The versions are LiteLLM's, 1.108.7. */
const EDITOR = {
  'copilot-integration-id': 'vscode-chat',
  'editor-version': 'vscode/1.95.0',
  'editor-plugin-version': 'copilot-chat/0.26.7',
  'user-agent': 'GitHubCopilotChat/0.26.7',
  'x-github-api-version': '2025-04-01',
};

/**
 * GitHub Copilot, for an account that has it. The key is a token of GitHub's, which is changed for one of Copilot's that
 * ends; without one it is the token with which somebody signed in by LiteLLM on this machine.
 */
export const vendor = defineOpenAiVendor({
  name: 'github_copilot',
  title: 'GitHub Copilot',
  environment: { apiKey: ['GITHUB_COPILOT_API_KEY'], apiBase: ['GITHUB_COPILOT_API_BASE'] },
  options: [
    { name: 'github_copilot_token_dir', variables: ['GITHUB_COPILOT_TOKEN_DIR'], isSecret: false },
    { name: 'github_copilot_token_url', variables: ['GITHUB_COPILOT_API_KEY_URL'], isSecret: false },
  ],
  keyRequired: false,
  defaultApiBase: 'https://api.githubcopilot.com',
  authentication: ({ settings: { apiKey }, request }) => ({
    ...EDITOR,
    'openai-intent': 'conversation-panel',
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...askedBy(request),
  }),
  async authorise(request, { settings }) {
    const token = await copilotToken(settings);
    return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
  },
});

/** Who began the turn decides what it costs; pictures have to be announced. */
function askedBy(request: unknown): Record<string, string> {
  const messages = isJsonObject(request) && Array.isArray(request.messages) ? (request.messages as unknown[]) : [];
  const said = messages.filter(isJsonObject);
  const isAgent = said.some(({ role }) => role === 'tool' || role === 'assistant');
  const parts = said.flatMap(({ content }) => (Array.isArray(content) ? (content as unknown[]) : []));
  const seesPictures = parts.some((part) => isJsonObject(part) && part.type === 'image_url');
  return { 'x-initiator': isAgent ? 'agent' : 'user', ...(seesPictures && { 'copilot-vision-request': 'true' }) };
}

/** Rejects with a `ProviderError`. */
async function copilotToken({ apiKey, options }: ProviderSettings): Promise<string> {
  if (apiKey !== undefined && !GITHUB_TOKEN.test(apiKey)) return apiKey;
  const file = join(asString(options?.github_copilot_token_dir) || join(homedir(), TOKEN_FOLDER), TOKEN_FILE);
  const url = asString(options?.github_copilot_token_url) || TOKEN_URL;
  const identity = createHash('sha256')
    .update(`${url} ${apiKey ?? file}`)
    .digest('base64');
  try {
    return await keptToken(`copilot ${identity}`, async () => exchanged(url, apiKey ?? (await signedInToken(file))));
  } catch (error) {
    throw unauthorised(vendor, error);
  }
}

async function exchanged(url: string, token: string): Promise<Token> {
  const headers = { ...EDITOR, accept: 'application/json', authorization: `token ${token}` };
  const answer = await askForToken('GitHub', url, { method: 'GET', headers });
  const value = asString(answer.token);
  if (value === undefined) throw new Error('GitHub gave no token of Copilot’s');
  return { value, endsAt: endOf(Number(answer.expires_at) || 0) };
}

async function signedInToken(file: string): Promise<string> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    throw new Error(
      `nobody has signed in: set api_key to a GitHub token of an account with Copilot, or put it into ${file}`,
    );
  }
}
