import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { parse } from 'yaml';
import { z } from 'zod';
import { error, skipped, type Check, type Finding } from '../check.ts';
import { isStack } from '../installation.ts';

const HTTPS_PORT = 443;

export const providersReachable: Check = {
  id: 'network.providers',
  title: 'the providers are reached, and their certificates hold',
  deadlineMs: 20_000,
  async run({ stack, isOnline, settings }, signal) {
    if (!isOnline) return skipped('asked only with --online');
    if (!isStack(stack)) return skipped('no configuration serves');
    if (settings.HTTPS_PROXY || settings.https_proxy) return skipped('the way goes through HTTPS_PROXY');
    const hosts = await providerHosts(readFileSync(stack.settings.configFile, 'utf8'), settings);
    if (hosts.length === 0) return skipped('the serving configuration names no provider over HTTPS');
    const findings = await Promise.all(hosts.map((host) => tryTls(host, signal)));
    return findings.flat();
  },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A deployment, as far as it says where it is; whether the rest can be served is for other checks. */
const deployments = z.object({
  model_list: z.array(
    z.object({ litellm_params: z.object({ model: z.string(), api_base: z.string().optional() }).catch({ model: '' }) }),
  ),
});

/** `host` or `host:port` of every deployment over HTTPS: its own address, else its vendor's. */
export async function providerHosts(configuration: string, environment: Environment): Promise<string[]> {
  // Loaded here, because only --online needs the vendors.
  const { resolveModel } = await import('@showrunner/providers');
  const read = deployments.safeParse(parse(configuration));
  const addresses = (read.data?.model_list ?? []).map(({ litellm_params: { model, api_base: given } }) => {
    if (given !== undefined) return given.startsWith(REFERENCE) ? environment[given.slice(REFERENCE.length)] : given;
    const resolved = resolveModel(model);
    if ('problem' in resolved || resolved.adapter.transport !== 'http') return undefined;
    const { environment: names, defaultApiBase } = resolved.adapter;
    return names.apiBase?.map((name) => environment[name]).find(Boolean) ?? defaultApiBase;
  });
  const hosts = addresses.map((address) => /^https:\/\/([^/]+)/.exec(address ?? '')?.[1]);
  return [...new Set(hosts.filter((host) => host !== undefined))];
}

/** How a configuration names a variable. */
const REFERENCE = 'os.environ/';

/** Opens a TLS connection and closes it: nothing is asked. */
async function tryTls(address: string, signal: AbortSignal): Promise<Finding[]> {
  const { hostname, port } = new URL(`https://${address}`);
  const name = isIP(hostname) ? {} : { servername: hostname };
  const socket = connect({ host: hostname, port: Number(port || HTTPS_PORT), ...name });
  try {
    await once(socket, 'secureConnect', { signal });
    return [];
  } catch (thrown) {
    signal.throwIfAborted();
    const why = (thrown as NodeJS.ErrnoException).code ?? (thrown as Error).message;
    return [
      error(
        `${address} is not reached: ${why}`,
        'check the connection, the proxy (HTTPS_PROXY) and the certificates (NODE_EXTRA_CA_CERTS)',
        address,
      ),
    ];
  } finally {
    socket.destroy();
  }
}
