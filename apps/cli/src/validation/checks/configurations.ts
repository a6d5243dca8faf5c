import { OperatorError } from '@showrunner/stack';
import { parse } from 'yaml';
import { error, skipped, warning, type Check, type Finding } from '../check.ts';
import { isServed } from '../../environment/configuration-choice.ts';
import { isStack, type Installation } from '../installation.ts';
import { environmentReferences, providerConfigurations } from '../provider-configurations.ts';
import { askGateway } from '../../stack/ask-gateway.ts';

/** Each configuration is read by a gateway process of its own; on a busy machine that takes seconds. */
const GATEWAY_DEADLINE_MS = 60_000;

export const configurationsLoad: Check = {
  id: 'config.load',
  title: 'the gateway accepts every provider configuration',
  deadlineMs: GATEWAY_DEADLINE_MS,
  async run(installation, signal) {
    const configurations = providerConfigurations(installation.root);
    if (configurations.length === 0) return skipped('there is no provider configuration');
    const findings: Finding[] = [];
    const unasked = new Map<string, Finding>();
    // One after the other: side by side they would only wait for each other's processor.
    for (const { file } of withServing(configurations, installation)) {
      try {
        findings.push(...(await findingsOf(installation, file, signal)));
      } catch (thrown) {
        if (!(thrown instanceof OperatorError)) throw thrown;
        const { what, fix = 'correct the file' } = thrown.problem;
        // What keeps the gateway from reading one file, as a setting does, it says of each.
        unasked.set(what, error(what, fix, file));
      }
    }
    return [...findings, ...unasked.values()];
  },
};

/** The shipped files, and the operator's own where CONFIG_FILE_PATH names one. */
function withServing(configurations: readonly { file: string }[], { stack }: Installation): { file: string }[] {
  const serving = isStack(stack) ? [{ file: stack.settings.configFile }] : [];
  return [...configurations, ...serving.filter(({ file }) => !configurations.some((known) => known.file === file))];
}

async function findingsOf(installation: Installation, file: string, signal: AbortSignal): Promise<Finding[]> {
  const { root, stack } = installation;
  const environment = isStack(stack) ? stack.environment : definedIn(installation.environment);
  const findings = await askGateway(root, withServedModel(environment), file, signal);
  return findings
    .filter(({ level }) => level === 'error')
    .map(({ path, message, fix }) => error(`${path}: ${message}`, fix ?? 'correct the file', file));
}

/** The configuration of a model server that was not chosen is read as one that was. */
function withServedModel(environment: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { SHOWRUNNER_LOCAL_MODEL: model } = environment;
  return isServed(model) ? environment : { ...environment, SHOWRUNNER_LOCAL_MODEL: 'ollama/any' };
}

function definedIn(environment: Installation['environment']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Members whose value is a secret; the names are LiteLLM's. */
const SECRET_MEMBER = /(^|_)(api_key|master_key|password|secret|token|access_key_id|secret_access_key)$/i;
/** What providers' keys look like. */
const KEY_FORM = /\b(sk-[\w-]{16,}|sk-ant-[\w-]{16,}|gsk_\w{16,}|AIza[\w-]{30,}|xai-\w{16,}|AKIA[A-Z0-9]{16})\b/;

export const configurationSecrets: Check = {
  id: 'config.secrets',
  title: 'no provider configuration holds a secret',
  run: ({ root }) =>
    providerConfigurations(root).flatMap(({ text, file }) =>
      literalSecrets(text).map((path) =>
        error(
          `${path} is written out, and files of a checkout are shared`,
          'put it into .env and write os.environ/NAME here; then have its provider replace it',
          file,
        ),
      ),
    ),
};

/** Where secrets are written out; a file that is no YAML is another check's finding. */
function literalSecrets(text: string): string[] {
  try {
    return secretPaths(parse(text) as unknown, '');
  } catch {
    return KEY_FORM.test(text) ? ['a key'] : [];
  }
}

function secretPaths(value: unknown, path: string): string[] {
  if (typeof value === 'string') {
    const member = path.split('.').at(-1) ?? '';
    const isReference = /^(os\.environ\/|\$\{)/.test(value);
    return !isReference && (SECRET_MEMBER.test(member) || KEY_FORM.test(value)) ? [path] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    secretPaths(member, Array.isArray(value) ? `${path}[${name}]` : [path, name].filter(Boolean).join('.')),
  );
}

export const providerKeys: Check = {
  id: 'config.keys',
  title: 'the keys that the serving configuration names are set',
  run({ root, settings, stack }) {
    if (!isStack(stack)) return skipped('no configuration serves');
    const serving = providerConfigurations(root).find(({ file }) => file === stack.settings.configFile);
    if (serving === undefined) return skipped('CONFIG_FILE_PATH names a file of your own');
    const named = environmentReferences(serving.text).filter((name) => name.endsWith('_API_KEY'));
    const unset = named.filter((name) => !settings[name] && !settings[`${name}_FILE`]);
    const finding = unset.length === named.length ? error : warning;
    return unset.map((name) =>
      finding(
        `${serving.name} needs ${name}, which is not set`,
        `write it into .env, or choose another: showrunner config use local`,
        '.env',
      ),
    );
  },
};
