/**
 * What can be measured without a server: the door for the studio. Nothing behind it knows a schema library or a prompt,
 * and a test holds that. Before anything is measured in a language, what it needs is loaded: `await loadLanguages(['de'])`.
 */
export { HEX_COLOUR, safeColour } from './image-models/colours.ts';
export { CHAPTER_RULES, chapterFaults, chapterLines, fixChapters, type Chapter } from './platforms/chapters.ts';
export { withoutAngles } from './metadata/compose/cut.ts';
export type { Platform, TextLimit, TextLimits } from './platforms/platform.ts';
export { platformIds, platformOf, type PlatformId } from './platforms/platforms.ts';
export { plainTags, TAG_BUDGET, tagCost, tagsWithinBudget } from './platforms/youtube-tags.ts';
export type { Finding } from './port/finding.ts';
export type { Circumstances } from './port/operation.ts';
export { checkScript } from './script/check.ts';
export type { DraftScene, ScriptDraft } from './script/draft.ts';
export { planScenes, slotsFor, type SceneSlot } from './script/plan.ts';
export type { ScriptInput, ScriptOutput } from './script/schema.ts';
export { scriptSeconds, timedScenes } from './script/timing.ts';
export { DURATION_TOLERANCE, isWithinTolerance } from './script/tolerance.ts';
export { loadLanguages } from './language/load-languages.ts';
export { speakingSeconds, spokenUnits, unitsIn, voiceFor, type Voice } from './speech/voice.ts';
export { measure, type LengthUnit } from './text/length/measure.ts';
export { functionWords } from './language/function-words/by-script.ts';
export { endsInAbbreviation } from './text/sentences.ts';
export { trimAtSentence, trimAtWord, trimToAll } from './text/length/trim.ts';
