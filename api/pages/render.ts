import { Eta } from 'eta';
import { fileURLToPath } from 'node:url';

const eta = new Eta({ views: fileURLToPath(new URL('.', import.meta.url)), cache: true, autoTrim: false });

/** A page of plain HTML; everything in it is escaped unless the template says otherwise. */
export const renderPage = (template: string, view: object): string => eta.render(`${template}.eta`, view);
