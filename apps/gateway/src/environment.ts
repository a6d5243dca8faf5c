import { defineEnvironment, serverVariables } from '@showrunner/service';
import { z } from 'zod';

const providers = 'Providers';

/** What the gateway itself reads of the environment; a configuration file may name any further variable. */
export const gatewayEnvironment = defineEnvironment({
  ...serverVariables({ port: 4000 }),
  CONFIG_FILE_PATH: {
    schema: z.string().optional(),
    description: 'The configuration file (LiteLLM YAML), where `--config` does not say.',
    section: 'Gateway',
    inEnvFile: false,
  },
  LITELLM_MASTER_KEY: {
    schema: z.string().optional(),
    secret: true,
    description:
      'The key that callers of the gateway present, where the configuration has no `master_key`. Without one the gateway is open and listens on loopback only.',
    example: 'sk-…',
    section: 'Gateway',
  },
  OPENAI_API_KEY: {
    schema: z.string().optional(),
    secret: true,
    description: 'For models of OpenAI.',
    section: providers,
  },
  ANTHROPIC_API_KEY: {
    schema: z.string().optional(),
    secret: true,
    description: 'For models of Anthropic.',
    section: providers,
  },
  AZURE_API_KEY: {
    schema: z.string().optional(),
    secret: true,
    description: 'For models on Azure.',
    section: providers,
  },
  AZURE_API_BASE: {
    schema: z.string().optional(),
    description: 'The address of the Azure resource.',
    example: 'https://my-resource.openai.azure.com',
    section: providers,
  },
  OLLAMA_API_BASE: {
    schema: z.string().optional(),
    description: 'The address of an Ollama server.',
    example: 'http://127.0.0.1:11434',
    section: providers,
  },
});
