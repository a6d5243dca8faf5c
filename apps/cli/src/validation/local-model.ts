import { readFileSync } from 'node:fs';
import { isStack, type Installation } from './installation.ts';

/** Whether the serving configuration has a model that runs on this machine. */
export function servesLocalModel({ stack }: Installation): boolean {
  return isStack(stack) && /^\s*model:\s*["']?local\//m.test(readFileSync(stack.settings.configFile, 'utf8'));
}
