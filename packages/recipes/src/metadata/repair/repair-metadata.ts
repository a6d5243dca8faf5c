import { all, done, ifUsable, type Work } from '../../port/effects.ts';
import type { Finding } from '../../port/finding.ts';
import { beginRepair, type Begun, type OpenPart } from '../../port/guarantee.ts';
import type { Circumstances } from '../../port/operation.ts';
import { checkMetadata } from '../check.ts';
import type { MetadataDraft } from '../draft.ts';
import type { MetadataPart } from '../guarantees/guarantee.ts';
import type { MetadataInput } from '../schema.ts';
import { translate } from '../write/localize.ts';
import { askCaption, askDescription, askTitle, type Repairing } from './asks.ts';
import { systemFor } from '../prompts/system.ts';
import { metadataGuarantees } from './guarantees.ts';

type Open = readonly OpenPart<MetadataPart>[];

/**
 * Code fixes what it can; what fails even so is asked for at once, translations after what they translate. What comes
 * is fixed as well, before the next check judges it. An ask that comes to nothing costs none of the others.
 */
export function* repairMetadata(
  draft: MetadataDraft,
  failed: readonly Finding[],
  input: MetadataInput,
  circumstances: Circumstances,
): Work<MetadataDraft> {
  const { fixed: mended } = yield* beginRepair(metadataGuarantees, { draft, failed, input, circumstances });
  const { fixed, open } = yield* mendedAgain({ draft: mended, input, circumstances });
  const asked = open.length === 0 ? fixed : yield* askAgain({ draft: fixed, input, circumstances }, open);
  const { fixed: repaired } = yield* mendedAgain({ draft: asked, input, circumstances });
  return JSON.stringify(repaired) === JSON.stringify(draft) ? draft : repaired;
}

/** What still fails of a draft, as code fixes it and as it has to be asked for. */
function* mendedAgain({ draft, input, circumstances }: Repairing): Work<Begun<MetadataDraft, MetadataPart>> {
  const failed = checkMetadata(draft, input, circumstances).filter(({ ok }) => !ok);
  return yield* beginRepair(metadataGuarantees, { draft, failed, input, circumstances });
}

function* askAgain(repairing: Repairing, open: Open): Work<MetadataDraft> {
  const [titles, description, captions] = yield* all([
    newTitles(repairing, open),
    newDescription(repairing, open),
    newCaptions(repairing, open),
  ]);
  return yield* translateAnew({ ...repairing, draft: { ...repairing.draft, titles, description, captions } }, open);
}

/** One after the other, because each has to differ from those before it. */
function* newTitles(repairing: Repairing, open: Open): Work<MetadataDraft['titles']> {
  const { draft, input } = repairing;
  const titles: MetadataDraft['titles'][number][] = [];
  for (let index = 0; index < input.variants; index += 1) {
    const title = draft.titles[index];
    const findings = findingsOf(open, (part) => part.of === 'title' && part.index === index);
    if (title === undefined && findings.length === 0) continue;
    const stays = title !== undefined && findings.length === 0;
    // That one is missing is no fault of the title to be written.
    const faults = title === undefined ? [] : findings;
    const others = [...titles, ...draft.titles.slice(titles.length + 1)].map(({ text }) => text);
    const written = stays ? title : ((yield* ifUsable(askTitle(repairing, index, others, faults))) ?? title);
    if (written !== undefined) titles.push(written);
  }
  return titles;
}

function* newDescription(repairing: Repairing, open: Open): Work<string> {
  const faults = findingsOf(open, (part) => part.of === 'description');
  const { description } = repairing.draft;
  return faults.length === 0 ? description : ((yield* ifUsable(askDescription(repairing, faults))) ?? description);
}

function* newCaptions(repairing: Repairing, open: Open): Work<MetadataDraft['captions']> {
  const failed = new Set(open.flatMap(({ part }) => (part.of === 'caption' ? [part.id] : [])));
  const asks = [...failed].map((id) =>
    ifUsable(
      askCaption(
        repairing,
        id,
        findingsOf(open, (part) => part.of === 'caption' && part.id === id),
      ),
    ),
  );
  const written = asks.length === 0 ? yield* done([]) : yield* all(asks);
  const usable = written.filter((caption) => caption !== undefined);
  return { ...repairing.draft.captions, ...Object.fromEntries(usable) };
}

function* translateAnew({ draft, input, circumstances }: Repairing, open: Open): Work<MetadataDraft> {
  const failed = new Set(open.flatMap(({ part }) => (part.of === 'localization' ? [part.locale] : [])));
  if (failed.size === 0) return draft;
  const kept = Object.entries(draft.localizations).filter(([locale]) => !failed.has(locale));
  return yield* translate({ ...draft, localizations: Object.fromEntries(kept) }, input, systemFor(circumstances));
}

/** What was found in a part, each message once. */
function findingsOf(open: Open, isPart: (part: MetadataPart) => boolean): Finding[] {
  const findings = open.flatMap(({ part, finding }) => (isPart(part) ? [finding] : []));
  return findings.filter(({ message }, index) => findings.findIndex((other) => other.message === message) === index);
}
