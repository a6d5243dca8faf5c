import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { error, skipped } from '../check.ts';
import type { Check, Finding } from '../check.ts';
import { isStack } from '../installation.ts';

/** Where the vendors of the shipped configurations answer; others say it themselves by `api_base`. */
const HOSTS: Readonly<Record<string, string>> = { openai: 'api.openai.com', anthropic: 'api.anthropic.com' };

const HTTPS_PORT = 443;

export const providersReachable: Check = {
  id: 'network.providers',
  title: 'the providers are reached, and their certificates hold',
  deadlineMs: 20_000,
  async run({ stack, isOnline, settings }, signal) {
    if (!isOnline) return skipped('asked only with --online');
    if (!isStack(stack)) return skipped('no configuration serves');
    if (settings['HTTPS_PROXY'] || settings['https_proxy']) return skipped('the way goes through HTTPS_PROXY');
    const hosts = providerHosts(readFileSync(stack.settings.configFile, 'utf8'));
    if (hosts.length === 0) return skipped('the serving configuration names no provider over HTTPS');
    const findings = await Promise.all(hosts.map((host) => tryTls(host, signal)));
    return findings.flat();
  },
};

/** `host` or `host:port` of every deployment. */
function providerHosts(configuration: string): string[] {
  const named = Array.from(configuration.matchAll(/api_base:\s*["']?https:\/\/([^/"'\s]+)/g), ([, host = '']) => host);
  const vendors = Array.from(configuration.matchAll(/model:\s*["']?([\w-]+)\//g), ([, vendor = '']) => HOSTS[vendor]);
  return [...new Set([...named, ...vendors.filter((host) => host !== undefined)])];
}

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
