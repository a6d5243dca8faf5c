import { readFileSync } from 'node:fs';
import { configurationFile, configurationNames } from '../environment/configuration-choice.ts';

/** The provider configurations of the checkout; none where their folder is missing. */
export function providerConfigurations(
  root: string,
): { readonly name: string; readonly file: string; readonly text: string }[] {
  return namesIn(root).map((name) => {
    const file = configurationFile(root, name);
    return { name, file, text: readFileSync(file, 'utf8') };
  });
}

function namesIn(root: string): string[] {
  try {
    return configurationNames(root);
  } catch {
    return [];
  }
}

/** `os.environ/NAME` in a configuration's text. */
export function environmentReferences(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/os\.environ\/(\w+)/g), ([, name = '']) => name))];
}

/** Every variable that some configuration names. */
export function referencedVariables(root: string): string[] {
  return providerConfigurations(root).flatMap(({ text }) => environmentReferences(text));
}
