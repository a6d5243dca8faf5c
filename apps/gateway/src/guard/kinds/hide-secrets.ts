import { USUAL_HOLD_BACK, type Guard } from '../guard.ts';
import { unmaskable } from './pattern-guard.ts';

/** LiteLLM's, for a secret whatever it opens. */
const MASK = '[REDACTED]';

/** A private key has some thousands of characters. */
const LONGEST_SECRET = 4096;

/** Shorter ones are words like others. */
const SHORTEST_SECRET = 6;

/** What the library's rules do not look for (secretlint 12.0.0), by the issuers' own prefixes. */
const FURTHER = [
  /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g,
  /\b(?:gh[opsur]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/g,
  /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,}/g,
  /\bAIza[\w-]{35}/g,
  /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
];

/** Masks keys, tokens and passwords in connection strings, found by secretlint within this process. */
export function hideSecrets(): Guard {
  return {
    isLocal: true,
    holdBack: Math.max(USUAL_HOLD_BACK, LONGEST_SECRET),
    async look({ texts, memberNames = [] }) {
      const names = [...memberNames].filter((name) => name.length >= SHORTEST_SECRET).join('\n');
      if (names !== '' && (await secretsIn(names)).length > 0) throw unmaskable();
      const found = await Promise.all(texts.map(({ text }) => secretsIn(text)));
      const looked = texts.map(({ text }, index) => withoutSecrets(text, found[index] ?? []));
      return { texts: looked, masked: { SECRET: found.flat().length } };
    },
  };
}

/** The longest first, so that one within another leaves nothing of it. */
function withoutSecrets(text: string, secrets: readonly string[]): string {
  const sorted = secrets.toSorted((one, other) => other.length - one.length);
  return sorted.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}

async function secretsIn(text: string): Promise<readonly string[]> {
  // Loaded by whoever hides secrets alone.
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const { messages } = await lintSource({
    source: { content: text, filePath: 'text.txt', contentType: 'text' },
    options: {
      config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] },
      noPhysicFilePath: true,
    },
  });
  // Its ranges may begin at the name of a variable; what it found stands whole in its data.
  const values = messages.flatMap(({ data }) => Object.values(data ?? {})).filter((value) => typeof value === 'string');
  const further = FURTHER.flatMap((pattern) => text.match(pattern) ?? []);
  return [...new Set([...values, ...further])].filter(
    (value) => value.length >= SHORTEST_SECRET && text.includes(value),
  );
}
