import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import type { Provocations } from '../provocation.ts';
import { GOOD_KEYS } from '../test-checkout.ts';

export const environment: Provocations = {
  'env.present': {
    breaks: ({ remove }) => remove('.env'),
    finds: /^There is no \.env$/,
  },
  'env.mode': {
    breaks: ({ root }) => chmodSync(join(root, '.env'), 0o644),
    finds: /\(mode 0644\)$/,
  },
  'env.form': {
    breaks: ({ addToEnv }) => addToEnv('OPENAI_API_KEY="sk-\n'),
    finds: /^Line 5 opens a quotation mark that nothing closes$/,
  },
  'env.duplicates': {
    breaks: ({ addToEnv }) => addToEnv('LOG_LEVEL=info\nLOG_LEVEL=debug\n'),
    finds: /^LOG_LEVEL stands in lines 5, 6; the last one counts$/,
  },
  'env.dialects': {
    breaks: ({ addToEnv }) => addToEnv('DATABASE_URL=postgres://me:p#w@host/db\n'),
    finds: /^DATABASE_URL has a # that ends the value for Node/,
  },
  'env.unknown': {
    breaks: ({ addToEnv }) => addToEnv('OPENIA_API_KEY=sk-1\n'),
    finds: /^OPENIA_API_KEY is no setting of this version/,
  },
  'env.values': {
    breaks: ({ addToEnv }) => addToEnv('LOG_LEVEL=loud\n'),
    finds: /^LOG_LEVEL .*allowed: fatal, error, warn, info/s,
  },
  'env.stack': {
    breaks: ({ addToEnv }) => addToEnv('CONFIG_FILE_PATH=\nSHOWRUNNER_CONFIG=nowhere\n'),
    finds: /^There is no provider configuration "nowhere"/,
  },
  'env.overrides': {
    breaks: ({ change }) => change({ environment: { SHOWRUNNER_CONFIG: 'openai-only' } }),
    finds: /^SHOWRUNNER_CONFIG of this shell wins/,
  },
  'secrets.present': {
    breaks: ({ write }) => write('.env', `MPC_API_KEY=${GOOD_KEYS.MPC_API_KEY}\n`),
    finds: /^LITELLM_MASTER_KEY is not set/,
  },
  'secrets.strength': {
    breaks: ({ addToEnv }) => addToEnv('MPC_API_KEY=changeme-changeme-changeme\n'),
    finds: /^MPC_API_KEY is a placeholder/,
  },
  'secrets.master-key': {
    breaks: ({ addToEnv }) => addToEnv(`LITELLM_MASTER_KEY=${GOOD_KEYS.LITELLM_MASTER_KEY.slice('sk-'.length)}\n`),
    finds: /does not begin with sk-/,
  },
  'secrets.distinct': {
    breaks: ({ addToEnv }) => addToEnv(`REDIS_PASSWORD=${GOOD_KEYS.MPC_API_KEY}\n`),
    finds: /^MPC_API_KEY and REDIS_PASSWORD are the same/,
  },
  'secrets.characters': {
    breaks: ({ addToEnv }) => addToEnv(`REDIS_PASSWORD='${GOOD_KEYS.REDIS_PASSWORD}@/#'\n`),
    finds: /^REDIS_PASSWORD has characters that break URLs/,
  },
  'secrets.files': {
    prepares({ write, addToEnv }) {
      chmodSync(write('key', 'sk-1'), 0o600);
      addToEnv('OPENAI_API_KEY_FILE=key\n');
    },
    breaks: ({ remove }) => remove('key'),
    finds: /^OPENAI_API_KEY_FILE names a file that is not there/,
  },
  'network.proxy': {
    breaks: ({ change }) => change({ environment: { HTTPS_PROXY: 'http://proxy.example:3128' } }),
    finds: /NO_PROXY leaves out 127\.0\.0\.1 and localhost/,
  },
};
