import { readFileSync } from 'node:fs';
import { readConfig } from '../../apps/gateway/src/config/load-config.ts';
import { lookUpModel } from '../../packages/models/src/index.ts';

/** What a configuration comes to where every variable that it names is set. */
export function loadWithDummies(file: string): ReturnType<typeof readConfig> {
  const names = [...readFileSync(file, 'utf8').matchAll(/os\.environ\/(\w+)/g)].map(([, name = '']) => name);
  const environment = Object.fromEntries(names.map((name) => [name, dummyOf(name)]));
  return readConfig({ from: { file }, environment, lookUpModel });
}

function dummyOf(name: string): string {
  if (/BASE|URL|ENDPOINT/.test(name)) return 'https://dummy.example/v1';
  if (name.endsWith('_MODEL')) return 'ollama/dummy';
  return name.endsWith('PORT') ? '6379' : 'sk-dummy';
}
