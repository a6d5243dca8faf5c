import { Help, type Command, type HelpConfiguration } from 'commander';

/** Below this, two columns leave the second too little room. */
const LEAST_FOR_COLUMNS = 60;
const INDENT = 4;

/** Help that puts explanations under their terms where the terminal is too narrow for two columns. */
const narrowHelp: HelpConfiguration = {
  sortSubcommands: false,
  minWidthToWrap: 20,
  formatItem(term, termWidth, description, helper) {
    const width = helper.helpWidth ?? LEAST_FOR_COLUMNS;
    if (width >= LEAST_FOR_COLUMNS) return new Help().formatItem.call(helper, term, termWidth, description, helper);
    const rows = description === '' ? [] : helper.boxWrap(description, width - INDENT).split('\n');
    return [`  ${term}`, ...rows.map((row) => ' '.repeat(INDENT) + row)].join('\n');
  },
};

/** Gives a command and all below it that help; commander hands none on to commands that were made before. */
export function giveNarrowHelp(command: Command): void {
  command.configureHelp({ ...command.configureHelp(), ...narrowHelp });
  for (const below of command.commands) giveNarrowHelp(below);
}
