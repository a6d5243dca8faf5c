import { defineEnvironment, serverVariables, wholeNumber } from '@showrunner/service/environment';
import { runtimeChoices } from '@showrunner/stack';
import { z } from 'zod';

const stack = 'Stack';
const network = 'Network';

/** The internal listener of a service takes the port after its published one. */
const publishedPort = () => wholeNumber(1, 65_534);

/** The settings of the stack as a whole; those of its services stand in their own `environment.ts`. */
export const stackEnvironment = defineEnvironment({
  SHOWRUNNER_CONFIG: {
    schema: z.string().optional(),
    description:
      'Which file of ai-infra/litellm/config serves: local, model-server, openai-only, anthropic-only, multi-provider or production-fallback. `showrunner config use NAME` writes it.',
    section: stack,
  },
  SHOWRUNNER_RUNTIME: {
    schema: z.enum(runtimeChoices, { error: `allowed: ${runtimeChoices.join(', ')}` }).optional(),
    description:
      'Where the services run: docker, local (processes of this machine), or auto, which is the default: where they ran last, and for a new stack Docker where an engine answers.',
    section: stack,
  },
  GATEWAY_PORT: {
    schema: publishedPort(),
    default: 4000,
    description: 'Where the gateway is reached. Its health and metrics take the next port.',
    section: stack,
  },
  MPC_API_PORT: {
    schema: publishedPort(),
    default: 3000,
    description: 'Where the content API is reached. Its health and metrics take the next port.',
    section: stack,
  },
  SHOWRUNNER_WORKERS: {
    schema: wholeNumber(0, 32),
    default: 0,
    description:
      'How many workers run as services of their own beside the content API, which carries out jobs itself unless MPC_WORKERS is 0.',
    section: stack,
  },
  SHOWRUNNER_MODEL_PATH: {
    schema: z.string().optional(),
    description: 'A model file (GGUF) on this machine, in place of one that is downloaded.',
    section: stack,
  },
  SHOWRUNNER_LOCAL_MODEL: {
    schema: z.string().optional(),
    description:
      'The model on this machine that writes: one of `showrunner models list`, or `ollama/MODEL` or `lm_studio/MODEL` of a server that runs. Else the most capable that is here and fast enough.',
    section: stack,
    example: 'ollama/llama3.2:3b',
  },
  SHOWRUNNER_GPU: {
    schema: z.enum(['auto', 'off'], { error: 'allowed: auto, off' }).optional(),
    description:
      'Whether a graphics card computes the model on this machine where a build fits it; `off`: the CPU alone.',
    section: stack,
  },
  HTTPS_PROXY: {
    schema: z.string().optional(),
    description: 'The proxy for downloads.',
    example: 'http://proxy.example.com:3128',
    section: network,
  },
  NO_PROXY: {
    schema: z.string().optional(),
    description: 'Hosts that are reached without the proxy, separated by commas.',
    section: network,
  },
});

const borrowed = { schema: z.string().optional(), description: 'Described by the service that it is for.' } as const;
const borrowedSecret = { ...borrowed, secret: true } as const;

/** What the command line reads of the services' settings, to start them and to speak with them. */
export const commandEnvironment = defineEnvironment({
  ...stackEnvironment.variables,
  DATA_DIR: serverVariables({ port: 0 }).DATA_DIR,
  CONFIG_FILE_PATH: borrowed,
  LITELLM_MASTER_KEY: borrowedSecret,
  OPENAI_API_KEY: borrowedSecret,
  ANTHROPIC_API_KEY: borrowedSecret,
  MPC_API_KEY: borrowedSecret,
});
