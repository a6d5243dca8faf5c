import { isIP } from 'node:net';
import type { Variable } from '@showrunner/service/environment';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { faultOfSigningSecret } from './signing-secret.ts';

/** Addresses that share their first `bits`. */
export interface Network {
  readonly base: ipaddr.IPv4 | ipaddr.IPv6;
  readonly bits: number;
}

/** Standard Webhooks 1.0, "Retries": seconds to wait before each try; the first is made at once. */
export const STANDARD_SCHEDULE: readonly number[] = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
const MOST_TRIES = 50;
const LONGEST_PAUSE_SECONDS = 604_800;

const section = 'Webhooks';

/** Everything about webhooks that is read from the environment. */
export const webhookVariables = {
  WEBHOOK_SECRET: {
    schema: z
      .string()
      .superRefine((text, context) => {
        const fault = faultOfSigningSecret(text);
        if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
      })
      .optional(),
    secret: true,
    description:
      'Signs the webhooks of the workspace `default`: `whsec_` and the base64 of 24 to 64 random bytes. Otherwise one is made when it is first needed, as for every other workspace.',
    section,
    example: 'whsec_...',
  },
  WEBHOOK_ALLOWED_NETWORKS: {
    schema: z.string().transform(readNetworks).optional(),
    description:
      'Private networks that webhooks may call, as CIDR between commas. Otherwise only public addresses are called.',
    section,
    example: '127.0.0.0/8,::1/128,172.16.0.0/12',
  },
  WEBHOOK_RETRY_SCHEDULE: {
    schema: z.string().transform(readSchedule).optional(),
    description:
      'Seconds to wait before each try of a webhook, between commas; each pause is lengthened by up to 20 % at random. After the last the delivery has failed, and can be sent by hand. Otherwise the schedule of Standard Webhooks, which ends after three days.',
    section,
    example: STANDARD_SCHEDULE.join(','),
  },
  MPC_PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'an address that begins with http:// or https:// is needed' })
      .optional(),
    description:
      'Where receivers of webhooks reach this API: what is too large for a webhook is linked to there. Otherwise the address it listens on.',
    section,
    example: 'https://studio.example.com',
  },
} as const satisfies Record<string, Variable>;

function readNetworks(text: string, context: z.RefinementCtx): readonly Network[] {
  return partsOf(text).flatMap((part) => {
    const network = readNetwork(part);
    if (network) return [network];
    context.addIssue({ code: 'custom', message: `${part} is no network such as 10.0.0.0/8 or fd00::/8` });
    return [];
  });
}

/** `10.0.0.0/8`, `fd00::/8`, or one address alone. The library would take `10/8` too, for 0.0.0.10/8. */
function readNetwork(part: string): Network | undefined {
  const [address = '', bits, ...rest] = part.split('/');
  if (isIP(address) === 0 || address.includes('%') || rest.length > 0) return undefined;
  const base = ipaddr.parse(address);
  if (base instanceof ipaddr.IPv6 && base.isIPv4MappedAddress()) return undefined;
  const whole = base.kind() === 'ipv4' ? 32 : 128;
  if (bits === undefined) return { base, bits: whole };
  return /^\d{1,3}$/.test(bits) && Number(bits) <= whole ? { base, bits: Number(bits) } : undefined;
}

function readSchedule(text: string, context: z.RefinementCtx): readonly number[] {
  const pauses = partsOf(text);
  const areNumbers = pauses.every((pause) => /^\d+(\.\d+)?$/.test(pause) && Number(pause) <= LONGEST_PAUSE_SECONDS);
  if (areNumbers && pauses.length > 0 && pauses.length <= MOST_TRIES) return pauses.map(Number);
  const message = `1 to ${MOST_TRIES} numbers of seconds between commas are needed, each at most ${LONGEST_PAUSE_SECONDS}`;
  context.addIssue({ code: 'custom', message });
  return [];
}

function partsOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
