import { Eta } from 'eta';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const eta = new Eta({ views: fileURLToPath(new URL('.', import.meta.url)), cache: true, autoTrim: false });

/** The one style of all pages. It stands in each of them, so that a page is one request; browsers know it by its hash. */
export const pageStyle = readFileSync(new URL('page.css', import.meta.url), 'utf8');

/** A page of plain HTML; everything in it is escaped unless the template says otherwise. */
export const renderPage = (template: string, view: object): string =>
  eta.render(`${template}.eta`, { ...view, style: pageStyle });
