import type { Event, Told } from '../port/effects.ts';
import type { ScriptOutput } from './schema.ts';

/** A scene as it stands; one with the same id later replaces it. */
export type SceneEvent = Event<'scene', ScriptOutput['scenes'][number]>;

/** What is told while a script is written. */
export type ScriptTold = Told<SceneEvent>;
