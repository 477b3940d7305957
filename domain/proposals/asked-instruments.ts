import { readInstrumentKey } from '../reference/instruments/read-instrument-key.ts';
import { plainText, withoutRecommendingStates } from '../text.ts';
import { findInstruments } from './find-instruments.ts';

/**
 * The treaties that a recommendation of ratification names. Those whose status is not kept (conventions of the ILO, the Rome Statute)
 * are among them: what asks for one of them, too, is not done when the others are deposited.
 */
export const readAskedInstruments = (text: string): readonly string[] =>
  findInstruments(plainText(withoutRecommendingStates(text)));

/** The key of a treaty that people name, be its status kept or not; undefined for what is none. */
export const readAskedKey = (text: string): string | undefined =>
  readInstrumentKey(text) ?? (/^(?:ROME-STATUTE|ILO-(?:P29|[1-9]\d{0,2}))$/.test(text) ? text : undefined);
