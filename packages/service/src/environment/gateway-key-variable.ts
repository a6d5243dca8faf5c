import { z } from 'zod';
import type { Variable } from './variable.ts';

/** The gateway's own key: the gateway asks for it, and whoever calls the gateway presents it. Both servers spread it. */
export const gatewayKeyVariable = {
  LITELLM_MASTER_KEY: {
    schema: z.string().optional(),
    secret: true,
    // `LITELLM_MASTER_KEY=` is a key that got lost on its way, and must not open the gateway to everybody.
    rejectsEmpty: true,
    description:
      'The key that callers of the gateway present, where the configuration has no `master_key`. Without one the gateway is open and listens on loopback only; set but empty is an error.',
    example: 'sk-…',
    section: 'Gateway',
  },
} as const satisfies Record<string, Variable>;
