import type { FormatId, SceneRole } from '../schema.ts';

/**
 * What each scene is called in the answer of a small model. A member's name is what such a model follows most closely:
 * told in the prompt what a scene is for, it writes the same sentence into each; asked to fill `number or example that
 * shows it`, it looks for one. Several scenes of a role take its names in turn.
 */
type PartNames = Readonly<Record<SceneRole, readonly string[]>>;

const EXPLAINED: PartNames = {
  hook: ['surprising fact'],
  setup: ['everyday moment when you meet it'],
  point: ['what happens and why', 'what happens next and why', 'what follows from it', 'what else plays a part'],
  proof: ['number or example that shows it', 'moment you can picture', 'another example with details'],
  turn: ['what most people get wrong'],
  recap: ['all of it in one thought'],
  cta: ['what you can try next'],
};

/** Formats that are built another way. */
const BY_FORMAT: Partial<Readonly<Record<FormatId, Partial<PartNames>>>> = {
  listicle: {
    point: ['next one and why', 'another one and why', 'one more and why'],
    proof: ['one with a number or example', 'one you can picture', 'one with details'],
    turn: ['one that few people expect'],
    cta: ['last and best one, and what to do now'],
  },
  story: {
    hook: ['first moment in the middle of it'],
    setup: ['how it began'],
    point: ['what happened then', 'what came of that', 'what nobody saw coming'],
    proof: ['moment you can picture', 'what was said or seen', 'small detail that tells it'],
    turn: ['what changed everything'],
    cta: ['how it ended and what stays'],
  },
  review: {
    hook: ['verdict in one sentence'],
    setup: ['who it is for'],
    point: ['what it does well', 'what it does badly', 'what it is like every day'],
    turn: ['what you only notice later'],
    cta: ['who should buy it and who should not'],
  },
  news: {
    hook: ['what happened, when and to whom'],
    setup: ['why it matters'],
    point: ['what is known', 'what led to it', 'what is not known yet'],
    cta: ['what comes next'],
  },
  tutorial: {
    hook: ['result you will have'],
    setup: ['what you need'],
    point: ['first step', 'next step', 'step after that', 'one more step'],
    proof: ['second step with numbers', 'how to see that it is right', 'detail of that step'],
    turn: ['mistake people make here'],
    cta: ['last step'],
  },
  ad: {
    hook: ['problem you have'],
    setup: ['what it costs you'],
    point: ['what solves it', 'how it works'],
    proof: ['proof that it works'],
    cta: ['offer and what to do now'],
  },
};

/** A name for each scene, no two alike. */
export function partNames(roles: readonly SceneRole[], format: FormatId): string[] {
  const names: PartNames = { ...EXPLAINED, ...BY_FORMAT[format] };
  return roles.map((role, index) => {
    const place = roles.slice(0, index).filter((earlier) => earlier === role).length;
    return names[role][place] ?? `${names[role].at(-1) ?? role} ${place + 1}`;
  });
}
