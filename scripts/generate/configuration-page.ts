import type { GeneratedFile } from './generated-file.ts';
import { printDefault, settingsBySection, type Setting } from './settings.ts';

const heading = `<!-- Made by "npm run generate" (scripts/generate/configuration-page.ts) from the environment schemas of the apps. -->

# Configuration
Everything is read from the environment; the stack also reads \`.env\` in the checkout. Empty means unset. What is wrong is
named all at once, with the variable, the reason and the fix, and the process does not start. Every secret (🔒) can be
given as \`NAME_FILE\` instead, the path of a file that holds it; it never appears in logs, errors or metrics.
`;

/** The reference page of every variable. */
export const configurationPage: GeneratedFile = {
  path: 'docs/reference/configuration.md',
  generator: 'scripts/generate/configuration-page.ts',
  content: () => {
    const sections = [...settingsBySection()].map(
      ([section, settings]) =>
        `## ${section}\n| variable | meaning | default | read by |\n|---|---|---|---|\n${settings.map(row).join('\n')}\n`,
    );
    return `${heading}\n${sections.join('\n')}`;
  },
};

function row({ name, variable, readBy }: Setting): string {
  const cells = [
    `\`${name}\`${variable.secret ? ' 🔒' : ''}`,
    meaning(variable.description, variable.example),
    defaultOf({ name, variable, readBy }),
    readBy.map(({ reader }) => reader).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function meaning(description: string, example: string | undefined): string {
  return example === undefined ? description : `${description} Example: \`${example}\``;
}

/** One value where all readers agree, else each reader's. */
function defaultOf({ variable, readBy }: Setting): string {
  const values = new Set(readBy.map(({ defaultValue }) => defaultValue));
  if (values.size > 1)
    return readBy.map(({ reader, defaultValue }) => `\`${printDefault(defaultValue)}\` (${reader})`).join(', ');
  if (variable.default !== undefined) return `\`${printDefault(variable.default)}\``;
  return variable.schema.safeParse(undefined).success ? '' : 'required';
}
