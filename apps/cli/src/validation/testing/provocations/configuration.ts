import { execFileSync } from 'node:child_process';
import type { Provocations } from '../provocation.ts';
import { GOOD_KEYS, type TestCheckout } from '../test-checkout.ts';

const OPENAI = 'ai-infra/litellm/config/openai-only.yaml';
const git = ({ root, environment }: TestCheckout, ...argv: string[]): void =>
  void execFileSync('git', argv, { cwd: root, env: environment, stdio: 'ignore' });

export const configuration: Provocations = {
  'config.load': {
    breaks: ({ write }) => write(OPENAI, 'model_list:\n  - model_name: default\n'),
    finds: /^model_list\[0\]\S*: /,
  },
  'config.secrets': {
    breaks: ({ write }) =>
      write(OPENAI, 'model_list:\n  - litellm_params:\n      model: openai/gpt-5.4\n      api_key: written-out\n'),
    finds: /^model_list\[0\]\.litellm_params\.api_key is written out/,
  },
  'config.keys': {
    prepares: ({ change }) => change({ environment: { SHOWRUNNER_CONFIG: 'openai-only', OPENAI_API_KEY: 'sk-1' } }),
    breaks: ({ change }) => change({ environment: { OPENAI_API_KEY: '' } }),
    finds: /^openai-only needs OPENAI_API_KEY, which is not set/,
  },
  'git.env': {
    prepares: (checkout) => git(checkout, 'init'),
    breaks: (checkout) => git(checkout, 'add', '--force', '.env'),
    finds: /^git tracks \.env/,
  },
  'git.secrets': {
    prepares: (checkout) => git(checkout, 'init'),
    breaks(checkout) {
      checkout.write('notes.md', `the key is ${GOOD_KEYS.MPC_API_KEY}\n`);
      git(checkout, 'add', 'notes.md');
    },
    finds: /^A secret of \.env stands in notes\.md/,
  },
};
